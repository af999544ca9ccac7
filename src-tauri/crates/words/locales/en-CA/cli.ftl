### The command line `jalon`.

cli-about = Keep a working group’s plan and make its council deck, without a window.
cli-usage-heading = Usage:
cli-commands-heading = Commands:
cli-options-heading = Options:
cli-arguments-heading = Arguments:
cli-command-name = COMMAND

cli-option-store = The plan’s file (by default the application’s own)
cli-option-as = Who acts: a person’s id, or a role: secretariat, reader, co-chair:CA-AB, lead:CA-ON
cli-option-lang = Language of the words: en or fr
cli-option-json = Answer in JSON
cli-option-help = Print help
cli-option-version = Print the version

cli-init = Make a new plan file
cli-init-sample = Put the sample plan in
cli-import = Bring in a plan in JSON: creates and edits, never deletes
cli-import-file = The plan file
cli-import-dry-run = Say what would change, and change nothing
cli-export = Write the plan as JSON
cli-export-file = Where to write it
cli-export-confidential = With the origins of challenges, which are for the secretariat alone
cli-schema = Print the JSON Schema of plan files or of actions
cli-schema-what = What of: plan (unless said otherwise) or action
cli-board = Print the board
cli-milestone = Change a milestone
cli-milestone-set = Set a milestone’s status
cli-milestone-id = The milestone: its number (2.1) or its id
cli-milestone-completion = Completion: NS, LP, SP, C or NP
cli-milestone-outlook = Outlook, while it is open: on_track, at_risk, off_track or on_hold
cli-milestone-reason = Why, in the language of the words
cli-milestone-evidence = An address that shows that it is done; may be repeated
cli-option-for = On behalf of whom: co-chair:CA-AB or lead:CA-ON (secretariat only)
cli-option-how = How they answered (e-mail, telephone)
cli-option-when = The day on which they answered
cli-apply = Carry out one JSON action a line, and answer each with a line
cli-apply-file = The file of actions, or - for standard input
cli-deck = Write the council deck
cli-deck-lang = Language of the deck: fr, en or both
cli-deck-out = The folder to write into
cli-deck-format = Format of the file: pptx
cli-deck-final = A final deck; a draft is written otherwise
cli-history = Print what was done, newest first
cli-history-id = Only what was done to this entity
cli-search = Find text anywhere in the plan, in both languages
cli-search-text = What to look for
cli-check = Check the file and the plan

cli-init-done = Plan created: { $path }
cli-init-sample-done = Plan created with the sample: { $path }
cli-import-dry = This is what the import would do. Nothing was changed.
cli-import-counts = { $created ->
    [one] { $created } created
   *[other] { $created } created
 }, { $edited ->
    [one] { $edited } edited
   *[other] { $edited } edited
 }, { $unchanged ->
    [one] { $unchanged } unchanged
   *[other] { $unchanged } unchanged
 }.
cli-import-created = created: { $what }
cli-import-edited = edited: { $what }
cli-export-done = Plan written: { $path }
cli-deck-done = Deck written: { $path }
cli-deck-draft = This is a draft. Use --final for the final deck.
cli-board-leads = Leads: { $leads }
cli-board-no-leads = No lead
cli-board-progress = To report:
cli-board-card = { $number } { $title }: { $state }
cli-board-due = due { $date }
cli-board-moved = was { $date }
cli-board-conflict = in conflict
cli-board-empty = There is no workplan yet.
cli-milestone-done = Milestone { $number }: { $completion }
cli-milestone-conflict = Somebody else changed it meanwhile. Both versions were kept; choose with the resolve action.
cli-history-none = Nothing was done yet.
cli-search-hit = { $kind } { $id }: { $text }
cli-search-none = Nothing found for “{ $text }”.
cli-check-good = The file is whole and the plan has no problems.
cli-check-transactions = { $count ->
    [one] { $count } transaction verified
   *[other] { $count } transactions verified
 }

failure-usage-unknown = “{ $argument }” is not understood here.
failure-usage-missing = Missing: { $argument }
failure-usage-value = { $argument }: “{ $value }” is not one of the values allowed.
failure-usage-no-value = { $argument } needs a value.
failure-usage-twice = { $argument } may be given once only, or not with the other options.
failure-usage-other = The command is not understood.
failure-usage-help = See jalon --help.
failure-usage-not-utf8 = An argument is not readable text: { $argument }
failure-usage-actor = “{ $actor }” is nobody of this plan. Use a person’s id, or a role: secretariat, reader, co-chair:CA-AB, lead:CA-ON.
failure-usage-for = “{ $value }” is not somebody to act for. Use co-chair:CA-AB or lead:CA-ON.
failure-usage-for-needs = Acting for somebody needs --how (how they answered) and --when (the day, as 2019-09-01).
failure-usage-nothing-to-set = Say what to set: --completion, --outlook, --reason or --evidence.
failure-clock = JALON_NOW is not a date or a time: { $value }
failure-milestone-unknown = There is no milestone { $milestone }.
failure-line-not-json = This line is not a JSON object: it goes wrong at character { $column }.
failure-line-not-utf8 = This line is not UTF-8 text.
failure-line-too-long = This line is longer than { $limit } bytes.
failure-line-unknown-action = There is no action “{ $name }”. See jalon schema action.
failure-line-not-action = The action { $name } does not have the form it needs. See jalon schema action.
failure-origins = Only the secretariat may take the origins of challenges out.
failure-no-home = This system names no folder for application data. Give the file with --store.
failure-check-conflict = { $id }: several people changed { $field } at once; somebody must choose.
