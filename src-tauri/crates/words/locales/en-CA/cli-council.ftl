### Approving and tabling the council deck, on the command line.

cli-value-hash = HASH
cli-value-version = VERSION
cli-value-earlier = EARLIER
cli-value-later = LATER

cli-approvals = Say what the council deck shows, by its hash, and which co-chairs have approved it
cli-approve = Approve what the council deck shows, as co-chair or on behalf of one
cli-approve-content = The hash of what you have seen, as jalon approvals gives it
cli-approve-withdraw = Take the approval back
cli-council-cycle = The reporting cycle’s id (the one that is being prepared, unless said otherwise)
cli-table = Record the deck as tabled before the councils, and keep its files as they are
cli-table-file = The files that were handed over
cli-table-final = Make the final decks, and table those
cli-table-on = The day on which it is tabled, as 2019-09-18 (today unless said otherwise)
cli-erratum = Table a corrected version of what was tabled last; the old one is kept
cli-erratum-note = What is corrected, in the language of the words
cli-erratum-of = Which version it corrects, where unlike ones bear the last number: its id
cli-tabled = Look at what was tabled
cli-tabled-list = List every version that was tabled
cli-tabled-list-cycle = Only those of this reporting cycle
cli-tabled-cycle = The reporting cycle’s id (the one that was tabled last, unless said otherwise)
cli-tabled-show = Show one version
cli-tabled-version = Its number (the last one unless said otherwise), or its id
cli-tabled-files = Write a version’s files into a folder, exactly as they were tabled
cli-tabled-out = The folder to write into
cli-tabled-diff = List what differs between two versions
cli-tabled-before = The number or id of the earlier version (the one that the later one corrects, unless said otherwise)
cli-tabled-after = The number or id of the later version (the last one unless said otherwise)

cli-approvals-of = { $meeting }, { $date }
cli-approvals-content = Content: { $content }
cli-approvals-unseen = { $count ->
    [one] One entry is here without its words, which are for the secretariat: the deck may show more elsewhere, and nothing is approved here until the secretariat has issued it.
   *[other] { $count } entries are here without their words, which are for the secretariat: the deck may show more elsewhere, and nothing is approved here until the secretariat has issued them.
 }
cli-approvals-unissued = { $count ->
    [one] One entry is not issued yet: other governments do not have it as it stands here.
   *[other] { $count } entries are not issued yet: other governments do not have them as they stand here.
 }
cli-unissued = { $kind } { $id } “{ $text }”
cli-unissued-conflict = { $kind } { $id } “{ $text }”: several versions stand side by side. Choose one first (jalon conflicts), then issue it.
cli-approvals-unknown = What was approved cannot be shown here in full: something of it has not come, is for others to see, or was removed for good
cli-approvals-chair = { $jurisdiction } ({ $names }): { $standing }
cli-approvals-vacant = { $jurisdiction } (vacant; alternate: { $names }): { $standing }
cli-approve-done = Approved: { $jurisdiction }
cli-approve-withdrawn = Approval taken back: { $jurisdiction }
cli-table-done = These files are kept as they are; jalon tabled files gives them back.
cli-tabled-line = { $meeting }: version { $version }, tabled on { $date } [{ $id }]
cli-tabled-erratum = { $meeting }: version { $version }, tabled on { $date }; erratum: { $note } [{ $id }]
cli-tabled-apart = recorded by: { $who }, { $day }, { $time }; content: { $content }…
cli-tabled-corrects = it corrects version { $version } with the id { $id }
cli-tabled-none = Nothing was tabled yet.
cli-tabled-file = { $name } ({ $size } bytes, SHA-256 { $digest })
cli-tabled-written = File written: { $path }
cli-tabled-file-new = { $name }: not there before
cli-tabled-file-gone = { $name }: no longer there
cli-tabled-file-differs = { $name }: another file
cli-tabled-compared = From version { $earlier } ({ $earlier-meeting }, { $earlier-date }) to version { $later } ({ $later-meeting }, { $later-date }):
cli-tabled-compared-ids = From { $earlier } to { $later }:
cli-tabled-same = Nothing differs.

failure-approve-content = Say what you have seen: the deck shows { $content } now. Look at it (jalon deck), then approve it with --content.
failure-table-what = Name the files that were handed over, or say --final to make the final decks and table those.
failure-table-day = “{ $value }” is not a day. Write it as 2019-09-18.
failure-tabled-none = Nothing was tabled yet.
failure-tabled-several-meetings = Version { $version } was tabled for several meetings. Name the meeting’s reporting cycle with --cycle ({ $cycles }), or the version by its id ({ $ids }); jalon tabled list says which is which.
failure-tabled-one-version = The version corrects none: there is nothing to compare it with. Name two versions.
failure-tabled-same-version = Version { $version } would be compared with itself. Name an earlier one, or two.
