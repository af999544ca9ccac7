### The command line: backups, moving, salvaging, redacting, ways out.

cli-value-name = NAME
cli-option-replace = Replace files that stand there already and are others
cli-option-read-only = Only look; of a damaged file, at what can be read

cli-backup = Make, list, check and restore backups
cli-backup-make = Make a backup now
cli-backup-list = List the backups, the newest first
cli-backup-verify = Check a backup as a whole, or all of them
cli-backup-restore = Put a backup in the plan’s place; what stands there is kept as a backup first
cli-backup-name = The backup, as the list names it
cli-move = Move the plan’s file and its backups to another place on this computer
cli-move-to = Where to: a new file, or a folder that is there
cli-salvage = Write out what can be read of a damaged file: the plan, its history and the decks that were tabled
cli-salvage-folder = The folder to write into
cli-redact = Remove for good what a field has held: from the plan, its history, the search and the backups
cli-redact-id = What it stands in: an id, or a number on the board (2 or 2.1)
cli-redact-field = The field: title, or one of its languages alone: title.fr
cli-redact-reason = Why; this stays in the history, so do not repeat there what is removed
cli-redact-change = Only this change of the field, by its id; may be repeated (all of them otherwise)

cli-backup-made = Backup made: { $name }
cli-backup-line = { $name }: { $day }, { $time }, { $why }, { $kilobytes } kB
cli-backup-good = { $count ->
    [one] { $name } is whole: { $count } transaction.
   *[other] { $name } is whole: { $count } transactions.
 }
cli-backup-restored = The plan is as it was in { $name }. What stood there before is a backup itself: see jalon backup list.
cli-move-done = The plan and its backups are now here: { $path }
cli-salvage-done = { $count ->
    [one] { $count } transaction could be read and verified
   *[other] { $count } transactions could be read and verified
 }; { $lost ->
    [0] { $missing ->
        [0] nothing is lost.
       *[other] no action is lost, but not all that is in the file could be written out:
     }
    [one] there are traces of { $lost } more, which cannot.
   *[other] there are traces of { $lost } more, which cannot.
 }
cli-backup-about = { $name }: { $what }
cli-redact-done = { $count ->
    [0] Removed for good; no backup held it.
    [one] Removed for good, from { $count } backup too.
   *[other] Removed for good, from { $count } backups too.
 }
cli-redact-done-left = { $count ->
    [0] Removed for good from the plan, but not from every backup.
    [one] Removed for good from the plan and from { $count } backup, but not from every one.
   *[other] Removed for good from the plan and from { $count } backups, but not from every one.
 }

cli-redact-stands = The same words stand in { $field } of { $id }. If they are to go there too: { $command }
cli-redact-stood = The same words once stood in { $field } of { $id }, and are in its history. If they are to go there too: { $command }

## Ways out.

cli-way-again = You can try again once the cause is gone.
cli-way-read-only = You can look at the plan without changing it: { $command }
cli-way-restore = { $count ->
    [one] You can go back to the backup of { $day }, { $time } ({ $count } transaction): { $command }
   *[other] You can go back to the backup of { $day }, { $time } ({ $count } transactions): { $command }
 }
cli-way-export = { $lost ->
    [0] You can write out { $files ->
        [0] everything that is in it
        [one] everything that is in it but for one file of a tabled deck, which is lost
       *[other] everything that is in it but for { $files } files of tabled decks, which are lost
     }, in { $count ->
        [one] { $count } transaction
       *[other] { $count } transactions
     }: { $command }
   *[other] You can write out what can be read, { $count ->
        [one] { $count } transaction
       *[other] { $count } transactions
     } ({ $lost } more cannot): { $command }
 }
cli-way-other = You can name another file with --store.
cli-way-create = You can make a new plan there: { $command }
cli-way-open-at = The plan is found like this: { $command }
