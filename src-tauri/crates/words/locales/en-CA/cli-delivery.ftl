### The command line between stores.

cli-value-who = WHO
cli-value-field = FIELD
cli-value-json = JSON

cli-package = Send another store what it lacks, or take in what it sends
cli-package-write = Write what another store lacks into a file
cli-package-write-file = Where to write it
cli-package-for = For whom: everybody (unless said otherwise) or secretariat, which sees where challenges came from
cli-package-after = A package that came from that store: only what it lacks is written
cli-package-read = Take in a package; what was taken in before changes nothing
cli-package-read-file = The package
cli-waiting = List what has come and waits for something that has not
cli-conflicts = List the fields of which several versions stand
cli-resolve = Choose between the versions of a field
cli-resolve-id = What it is a field of: an id, or a number on the board (2 or 2.1)
cli-resolve-field = The field, as jalon conflicts names it (title.en, status, deleted)
cli-resolve-choose = The version that shall stand, as jalon conflicts names it
cli-resolve-value = What shall stand instead, in JSON
cli-device = The device that writes into this file
cli-value-place = PLACE
cli-value-device = DEVICE
cli-device-renew = Take a new device, after the file was copied or restored
cli-device-renew-from = Issue anew what this file wrote from this place on, even what was sent: the place that a refusal names
cli-device-renew-device = The device as which this file wrote it (its present one, unless said otherwise)
cli-device-renew-pinned = Also where an approval, a tabled deck, an issuance or a closing of this file names these places; looking back at them then shows what the other file wrote there

cli-package-written = { $count ->
    [one] Package written, with { $count } transaction: { $path }
   *[other] Package written, with { $count } transactions: { $path }
 }
cli-package-stubs = { $count ->
    [one] Of { $count }, only its place is sent: its content is not for the receiver.
   *[other] Of { $count }, only their places are sent: their content is not for the receiver.
 }
cli-package-dry = This is what would be taken in. Nothing was changed.
cli-package-applied = { $count ->
    [0] Nothing new.
    [one] { $count } transaction taken in.
   *[other] { $count } transactions taken in.
 }
cli-package-completed = { $count ->
    [one] { $count } transaction was here in part and is whole now.
   *[other] { $count } transactions were here in part and are whole now.
 }
cli-package-known = { $count ->
    [one] { $count } was here already.
   *[other] { $count } were here already.
 }
cli-package-kept = { $count ->
    [one] Of { $count }, only its place was sent: its content is not for this store.
   *[other] Of { $count }, only their places were sent: their content is not for this store.
 }
cli-package-newer = { $count ->
    [one] { $count } change comes from a newer version of Jalon. It is kept and passed on; update Jalon to see it.
   *[other] { $count } changes come from a newer version of Jalon. They are kept and passed on; update Jalon to see them.
 }
cli-package-renewed = Another file writes as this one’s device did. This file has a new device now: { $device }.
cli-package-conflicts = { $count ->
    [one] { $count } field has several versions now. See jalon conflicts.
   *[other] { $count } fields have several versions now. See jalon conflicts.
 }
cli-package-conflicts-deleted = { $count ->
    [one] { $count } item was deleted by somebody while somebody else worked on it. See jalon conflicts.
   *[other] { $count } items were deleted by somebody while somebody else worked on them. See jalon conflicts.
 }
cli-package-dry-conflicts = { $count ->
    [one] { $count } field would have several versions, of which somebody would have to choose one.
   *[other] { $count } fields would have several versions, of which somebody would have to choose one.
 }
cli-package-dry-conflicts-deleted = { $count ->
    [one] { $count } item would be deleted by somebody while somebody else worked on it, and somebody would have to choose.
   *[other] { $count } items would be deleted by somebody while somebody else worked on them, and somebody would have to choose.
 }
cli-waiting-none = Nothing waits.
cli-conflicts-none = No field has several versions.
cli-conflicts-field = { $name } – { $field }
cli-conflicts-holds = Then it holds: { $value }
cli-resolve-done = { $field }: chosen.
cli-device-renewed = { $count ->
    [0] This file has a new device: { $device }.
    [one] This file has a new device: { $device }. { $count } transaction was issued anew under it.
   *[other] This file has a new device: { $device }. { $count } transactions were issued anew under it.
 }
cli-package-files = { $count ->
    [one] { $count } file of a tabled deck goes with it.
   *[other] { $count } files of tabled decks go with it.
 }
