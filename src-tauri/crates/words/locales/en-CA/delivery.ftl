### Between stores: packages, what waits, conflicts, copies of a file.

# What only a newer version of the program does.
action-newer = Something that a newer version of Jalon did

## What comes in.

failure-item-not-understood = This is not a transaction as Jalon writes it.
failure-item-changed = This transaction is not what its own hash says: it was changed on its way.
failure-item-malformed = This transaction is malformed ({ $what }): no version of Jalon writes it so.
failure-delivery-copied =
    { $count ->
        [one] One transaction of device { $device } was not taken in: at place { $seq } another one was received before. Two files write as this device, because one is a copy of the other. Run “jalon --store FILE device renew --from { $from } --device { $device }”, where FILE is the file that wrote what was refused, then write its whole package anew, without --after.
       *[other] { $count } transactions of device { $device } were not taken in: from place { $seq } on, others were received before. Two files write as this device, because one is a copy of the other. Run “jalon --store FILE device renew --from { $from } --device { $device }”, where FILE is the file that wrote what was refused, then write its whole package anew, without --after.
    }
failure-delivery-copied-own =
    { $count ->
        [one] One transaction was not taken in: another file writes as this one’s device ({ $device }, from place { $seq } on), because one is a copy of the other. { $at ->
            [terminal] Run “{ $command }”
           *[window] Give this file a new device from that place on
        }, then read the package again: what this file wrote from there on keeps its content and gets a place of its own, even what was sent.
       *[other] { $count } transactions were not taken in: another file writes as this one’s device ({ $device }, from place { $seq } on), because one is a copy of the other. { $at ->
            [terminal] Run “{ $command }”
           *[window] Give this file a new device from that place on
        }, then read the package again: what this file wrote from there on keeps its content and gets a place of its own, even what was sent.
    }
failure-renew-nothing-there = This file holds nothing that it wrote as device { $device } at place { $from } or after it: it was issued anew already, or another file wrote it. Nothing was changed.
failure-renew-pinned = An approval, a tabled deck, an issuance or a closing in this file names place { $from } of device { $device } or a later one, and would then name what the other file wrote there. Nothing was changed. { $at ->
    [terminal] Run “jalon --store FILE device renew --from { $from } --device { $device }”, where FILE is the other file; where that is refused too, run “{ $command }”.
   *[window] Give the other file a new device from that place on; where that is refused too, do it here all the same.
 }
failure-delivery-taken =
    { $count ->
        [one] One transaction of device { $device } (place { $seq }) was not taken in: it claims the identifier { $id }, which belongs to another transaction.
       *[other] { $count } transactions of device { $device } (from place { $seq } on) were not taken in: the first claims the identifier { $id }, which belongs to another transaction.
    }
failure-store-damage-waiting = What waits to be applied is not what came in ({ $detail }).

## Packages.

failure-package-foreign = { $path } is not a package of Jalon’s.
failure-package-newer = { $path } was written by a newer version of Jalon (package form { $found }; this one knows { $known }). Update Jalon to read it.
failure-package-line = Line { $line }: { $fault }
failure-package-line-too-long = Line { $line } is longer than { $limit } bytes.
failure-package-line-not-utf8 = Line { $line } is not UTF-8 text.
failure-package-short = The package was cut short: it holds { $found } of the { $said } transactions and files that it says it holds. Nothing was taken in.
failure-package-count = The package holds more than the { $said } transactions and files that it says it holds. Nothing was taken in.
failure-package-too-many = The package says that it holds { $said } transactions and files; the most are { $limit }.
failure-package-too-large = The package is larger than { $megabytes } MB.

## What waits.

delivery-waiting = { $what } (device { $device }, place { $seq }) waits for { $needs }.
# $action is the name of an action, as history tells it.
delivery-waiting-action = { $action } of { $day }
delivery-waiting-place = A transaction that is not for this store to see
delivery-needs-transaction = the transaction at place { $seq } of device { $device }
delivery-needs-change = a change that has not come ({ $id })
delivery-needs-entity = something that nothing has created here yet ({ $id })
failure-waiting-ask =
    { $count ->
        [one] { $count } transaction from { $who } waits here for something that has not come. Ask for a package with everything (there: jalon package write FILE, without --after) and read it here (jalon package read FILE). It was written by device { $device }.
       *[other] { $count } transactions from { $who } wait here for something that has not come. Ask for a package with everything (there: jalon package write FILE, without --after) and read it here (jalon package read FILE). They were written by device { $device }.
    }
failure-waiting-ask-device =
    { $count ->
        [one] { $count } transaction of device { $device } waits here for something that has not come. Ask whoever sent it for a package with everything (there: jalon package write FILE, without --after) and read it here (jalon package read FILE).
       *[other] { $count } transactions of device { $device } wait here for something that has not come. Ask whoever sent them for a package with everything (there: jalon package write FILE, without --after) and read it here (jalon package read FILE).
    }

## Choosing between versions.

failure-resolve-no-conflict = There are not several versions of “{ $field }” of { $id } that you may choose between. See jalon conflicts.
failure-resolve-no-version = { $change } is not one of the versions. See jalon conflicts.
failure-resolve-not-json = “{ $value }” is not JSON. A text stands in straight quotation marks, which the shell must be kept from taking away.

## What is wrong when two stores have met.

problem-submitted-twice = the same jurisdiction has another submission in this cycle ({ $other }). Keep one of the two.
problem-tabled-twice = another deck was tabled for the same meeting under the same number ({ $others }). Both stay on record, and no final deck is kept back. Find out what holds, and table an erratum to the one that no longer says it (jalon erratum --of); the next meeting’s deck ends it too.
problem-deleted-above = “{ $title }” belongs to “{ $name }” ({ $missing }), which was deleted: no board and no deck shows it. Move it elsewhere or delete it, or have whoever deleted { $missing } undo that.
problem-deleted = “{ $title }” refers to “{ $name }” ({ $missing }), which was deleted. Name another one there or none, or have whoever deleted { $missing } undo that.
problem-deleted-record = “{ $name }” ({ $missing }) was deleted, and what was recorded of it is found nowhere. Have whoever deleted { $missing } undo that.
