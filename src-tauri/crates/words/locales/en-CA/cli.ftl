### The command line `jalon`.

cli-about = Keep a working group’s plan and make its council deck, without a window.
cli-usage-heading = Usage:
cli-commands-heading = Commands:
cli-options-heading = Options:
cli-arguments-heading = Arguments:
cli-command-name = COMMAND

cli-value-file = FILE
cli-value-folder = FOLDER
cli-value-actor = WHO
cli-value-lang = LANGUAGE
cli-value-code = CODE
cli-value-text = TEXT
cli-value-address = ADDRESS
cli-value-day = DAY
cli-value-format = FORMAT
cli-value-id = ID
cli-value-what = WHAT

cli-option-store = The plan’s file (by default the application’s own)
cli-option-as = Who acts: a person’s id, or a role: secretariat, reader, co-chair:CA-AB, lead:CA-ON; a jurisdiction by its code, abbreviation or name (by default whoever was entered as the user of this plan, else the secretariat)
cli-option-lang = Language of the words: en or fr
cli-option-json = Answer in JSON
cli-option-help = Print help
cli-option-version = Print the version

cli-init = Make a new plan file
cli-init-sample = Put the sample plan in (into a plan that is still empty, too)
cli-import = Bring in a plan in JSON: creates and edits, never deletes
cli-import-file = The plan file
cli-import-dry-run = Say what would change, and change nothing
cli-export = Write the plan as JSON
cli-export-file = Where to write it, or - for standard output
cli-export-confidential = With the origins of challenges, which are for the secretariat alone
cli-schema = Print the JSON Schema of plan files or of actions
cli-schema-what = What of: plan (unless said otherwise) or action
cli-board = Print the board
cli-milestone = Change a milestone
cli-milestone-set = Set a milestone’s status
cli-milestone-id = The milestone: its number (2.1) or its id
cli-milestone-completion = Completion: NS, LP, SP, C or NP, or its word (see below)
cli-milestone-outlook = Outlook, while it is open: on_track, at_risk, off_track or on_hold, or its word (see below)
cli-milestone-codes = Completion, by its code or its word:
    • NS – Not started: no work has begun
    • LP – Limited progress: begun; the main output is not drafted yet
    • SP – Substantial progress: the main output exists, and is not adopted yet
    • C – Complete: done, with a link that shows it (--evidence)
    • NP – Not being pursued: given up, with a reason; it stays on the board
    Outlook, while it is open:
    • on_track – On track
    • at_risk – At risk, with a reason (--reason)
    • off_track – Off track, with a reason
    • on_hold – On hold
cli-milestone-reason = Why, in the language of the words; the reason given before goes when the outlook changes
cli-milestone-evidence = An address that shows that it is done; may be repeated. Those given replace all that were there; one that is named again keeps its label and its address in the other language
cli-option-for = On behalf of whom: co-chair:CA-AB or lead:CA-ON (secretariat only)
cli-option-how = How they answered (e-mail, telephone)
cli-option-when = The day on which they answered, as 2019-09-01
cli-apply = Carry out one JSON action a line, and answer each with a line
cli-apply-file = The file of actions, or - for standard input
cli-apply-beside = Beside its action, a line may hold:
    "as": who acts for this line, in place of --as (a person’s id, or a role such as co-chair:CA-AB)
    "on_behalf": for whom, as an object with role (co_chair or lead), jurisdiction, how (how they answered) and when (the day, as 2019-09-01); secretariat only
    "reason": why, in the words of whoever acts; history shows it
    jalon schema action says what each action looks like.
cli-deck = Write the council deck
cli-deck-lang = Language of the deck: fr, en or both (jalon --lang fr deck … has the messages in French)
cli-deck-out = The folder to write into
cli-deck-format = Format of the file: pptx
cli-deck-final = A final deck; a draft is written otherwise
cli-history = Print what was done, newest first
cli-history-id = Only what was done to this: an id, or a number on the board (2 or 2.1)
cli-search = Find text anywhere in the plan, in both languages
cli-search-text = What to look for
cli-undo = Take your latest action back, also one of another day
cli-redo = Do again what you took back last
cli-check = Check the file and the plan

cli-whoami = Say who acts where no --as says otherwise
cli-identity = Who the user of this plan’s file is (declared, not proven)
cli-identity-set = Enter who the user of this plan’s file is, for the command line and the window
cli-identity-who = A person’s id, or a role: secretariat, reader, co-chair:CA-AB, lead:CA-ON
cli-identity-name = The name that history shows
cli-identity-is = You act as: { $who }
cli-identity-none = You act as: { $who }. Nobody was entered as the user of this plan; jalon identity set WHO does that.
cli-identity-set-done = From now on you act as: { $who }

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
cli-board-empty = There is no workplan yet. Bring one in with jalon import, or take the sample with jalon init --sample.
cli-milestone-done = Milestone { $number }: { $completion }
cli-history-none = Nothing was done yet.
cli-history-none-then = Nothing was done within these bounds.
cli-search-hit = { $kind } { $id }: { $text }
cli-search-more = Only the first { $count } are shown: say more words.
cli-search-none = Nothing found for “{ $text }”.
cli-check-good = The file is whole and the plan has no problems.
cli-check-transactions = { $count ->
    [one] { $count } transaction verified
   *[other] { $count } transactions verified
 }
cli-check-entities = { $count ->
    [one] { $count } item of the plan
   *[other] { $count } items of the plan
 }

failure-usage-unknown = “{ $argument }” is not understood here.
failure-usage-missing = Something is missing: { $argument }.
failure-usage-value = { $argument }: “{ $value }” is not one of the values allowed. Say one of these: { $allowed }.
failure-usage-number = { $argument }: “{ $value }” is not one of the values allowed. Give a whole number from 1 to { $most }.
failure-usage-no-value = { $argument } needs a value.
failure-usage-together = { $argument } and { $other } exclude each other.
failure-usage-twice = { $argument } may be given once only.
failure-usage-takes-no-value = { $argument } takes no value.
failure-usage-command = There is no command “{ $argument }” here. The commands are: { $commands }.
failure-usage-no-command = Say what to do. The commands are: { $commands }.
failure-usage-nothing-to-find = Say what to look for: a word at least.
failure-usage-other = The command is not understood.
failure-usage-help = See { $command } --help.
failure-usage-not-utf8 = An argument is not readable text: “{ $argument }”.
failure-usage-actor = “{ $actor }” is nobody of this plan. Use a person’s id, or a role: secretariat, reader, co-chair:CA-AB, lead:CA-ON.
failure-usage-for = “{ $value }” is not somebody to act for. Use co-chair:CA-AB or lead:CA-ON.
failure-usage-for-needs = Acting for somebody needs --how (how they answered) and --when (the day, as 2019-09-01).
failure-usage-nothing-to-set = Say what to set: --completion, --outlook, --reason or --evidence.
failure-clock = JALON_NOW says what day it is, and “{ $value }” is neither a day (2019-09-14) nor a moment (2019-09-14T08:00:00-04:00).
failure-milestone-unknown = There is no milestone “{ $milestone }”. jalon board shows the numbers.
failure-line-not-json = This line is not a JSON object: it goes wrong at character { $column }.
failure-line-not-utf8 = This line is not UTF-8 text.
failure-line-too-long = This line is longer than { $limit } bytes.
failure-line-unknown-action = There is no action “{ $name }”. See jalon schema action.
failure-line-not-action = The action { $name } has a value of the wrong form. See jalon schema action.
failure-line-missing-field = The action { $name } needs “{ $field }”, which is missing. See jalon schema action.
failure-line-unknown-field = The action { $name } has no “{ $field }”. See jalon schema action.
failure-line-no-action = This line does not say which action to do: "action" is missing. See jalon schema action.
failure-line-not-object = This line is JSON, but not an object with an action.
failure-line-duplicate-key = The key { $place } stands twice on this line.
failure-line-too-much = This line is nested too deep, or holds too many values.
failure-line-as = "as" needs a text: a person’s id, or a role such as co-chair:CA-AB.
failure-line-on-behalf = "on_behalf" needs role, jurisdiction, how and when.
failure-line-reason = "reason" needs a text.
failure-apply-stopped = Line { $line } was the last that was dealt with. The lines after it were left alone.
failure-output = The answer cannot be written ({ $detail }).
failure-no-home = This system names no folder for application data. Give the file with --store.
