### The command line: reporting cycles and a plan’s year.

cli-value-lesson = PRIORITY=TEXT
cli-value-number = NUMBER
cli-value-priority = PRIORITY
cli-value-jurisdiction = JURISDICTION
cli-value-state = STATE
cli-value-from = FROM
cli-value-to = TO

cli-option-plan = The plan (by default the current one); jalon plan list shows them
cli-option-cycle = The reporting cycle (by default the one being prepared)
cli-jurisdiction = The jurisdiction: its code (CA-ON or ON), abbreviation or name

cli-cycle = Reporting cycles of council meetings
cli-cycle-list = List the reporting cycles
cli-cycle-status = Show who has submitted, who is outstanding, and what is still to be cleared
cli-cycle-id = The reporting cycle (by default the one being prepared)
cli-cycle-open = Open the reporting cycle of a meeting
cli-cycle-meeting = A meeting that is in the plan and has no cycle yet; a new one is made otherwise
cli-cycle-en = Name of the new meeting in English
cli-cycle-fr = Name of the new meeting in French
cli-cycle-date = Day of the new meeting, as 2020-02-26
cli-cycle-place = Where the new meeting is
cli-cycle-opens = When the cycle opens (by default eight weeks before the meeting)
cli-cycle-submissions-due = When submissions are due (by default six weeks before)
cli-cycle-approvals-due = When approvals are due (by default two weeks before)
cli-cycle-new-id = Identifier of the new cycle
cli-cycle-close = Close a reporting cycle: nothing in it changes until it is reopened
cli-cycle-reopen-id = The closed cycle
cli-cycle-reopen = Open a closed reporting cycle again, for a correction
cli-cycle-late = Show what was written for a closed reporting cycle without knowing that it was closed
cli-cycle-late-id = The reporting cycle (all closed cycles otherwise)
cli-cycle-carry = Carry over what is unfinished into another cycle
cli-cycle-from = The cycle that it comes from
cli-cycle-to = The cycle that it goes to

cli-submission = What jurisdictions submit
cli-submission-set = Say where a jurisdiction stands
cli-submission-state = outstanding, draft, submitted or nothing_to_report

cli-clear = List what jurisdictions are to clear, show an item, clear it, or take that back
cli-clear-item = The item; all that is to be cleared is listed otherwise
cli-clear-jurisdiction = Whose word it is, by code, abbreviation or name (by default one’s own)
cli-clear-content = The content that was shown, which is thereby cleared
cli-clear-withdraw = Take the clearance back

cli-challenge = Challenges
cli-challenge-merge = Make one challenge of several; they stay as its sources
cli-challenge-issue = Issue in the secretariat’s own name what other governments cannot see, because its author would tell where a challenge came from
cli-challenge-ids = The challenges, by their ids
cli-challenge-en = What it says, in English
cli-challenge-fr = What it says, in French
cli-challenge-attribution = named, anonymous or internal
cli-challenge-new-id = Identifier of the new challenge

cli-plan = Plans and their year
cli-plan-list = List the plans
cli-plan-close = Close a plan with its lessons learned
cli-plan-lesson = Lessons of a priority that has none yet, in the language of the words, as 2=TEXT; may be repeated
cli-plan-reopen = Open a closed plan again
cli-plan-closed = The plan
cli-plan-reason = Why
cli-plan-clone = Begin the next plan with the priorities, the leads and the open milestones of another
cli-plan-en = Title in English
cli-plan-fr = Title in French
cli-plan-late = Show what arrived for a closed plan after it was closed
cli-plan-late-plan = The plan (all closed plans otherwise)
cli-plan-starts = First day
cli-plan-ends = Last day
cli-plan-new-id = Identifier of the new plan

cli-lead = Who leads a priority
cli-lead-add = Let a jurisdiction lead a priority
cli-lead-end = End a jurisdiction’s lead of a priority
cli-lead-priority = The priority: its number (2) or its id
cli-lead-from = First day (by default from the start)
cli-lead-place = Place among the leads, from 1 (by default the last)
cli-lead-to = Last day

cli-cycle-none = This plan has no reporting cycle yet.
cli-cycle-line = { $id } – { $meeting }, { $date }: { $state }
cli-cycle-opening = opens { $date }
cli-cycle-submissions-by = submissions due { $date }
cli-cycle-approvals-by = approvals due { $date }
cli-cycle-submissions = { $count ->
    [0] Submissions: all { $all } are in.
    [one] Submissions: { $count } of { $all } is still expected.
   *[other] Submissions: { $count } of { $all } are still expected.
 }
cli-cycle-submission = { $jurisdiction }: { $state }
cli-submission-done = { $jurisdiction }: { $state } ({ $meeting }, { $date })
cli-cycle-written = { $count ->
    [one] has written { $count } item
   *[other] has written { $count } items
 }
cli-cycle-clearances = { $count ->
    [0] Clearances: nothing of { $all } is missing.
    [one] Clearances: { $count } of { $all } is missing.
   *[other] Clearances: { $count } of { $all } are missing.
 }
cli-cycle-clearance = { $jurisdiction }: { $kind } { $id } “{ $text }”: { $state }
cli-cycle-closed = Reporting cycle closed: { $meeting }, { $date } ({ $id })
cli-cycle-reopened = Reporting cycle open again: { $meeting }, { $date } ({ $id })
cli-cycle-still-meant = { $meeting }, { $date }, is still open, and is the cycle that is meant where none is named. Name this one (--cycle), or close that one: jalon cycle close { $id }
cli-cycle-late-none = Nothing was written for a closed reporting cycle without knowing that it was closed.
cli-cycle-late-title = Reporting cycle { $id }, without knowing that it was closed:
cli-cycle-carried = { $count ->
    [one] { $count } item carried over to { $meeting }, { $date } ({ $id })
   *[other] { $count } items carried over to { $meeting }, { $date } ({ $id })
 }
cli-clear-how = To clear it as it reads here: jalon clear { $id } --content { $content }
cli-clear-done = { $id } cleared for { $jurisdiction }
cli-clear-withdrawn = Clearance of { $id } for { $jurisdiction } taken back
cli-challenge-merged = { $count ->
    [one] { $count } challenge merged
   *[other] { $count } challenges merged into one
 }
cli-challenge-issued = { $count ->
    [0] Nothing of a challenge had to be written anew; others know now that they have everything
    [one] { $count } entry issued; it goes out with the next package
   *[other] { $count } entries issued; they go out with the next package
}
cli-challenge-issued-before = Everything is issued: there was nothing to do
cli-plan-line = { $id } – { $title }: { $state }
cli-plan-current = current
cli-plan-closed-now = Plan closed: { $title }
cli-plan-late-none = Nothing has arrived for a closed plan after it was closed.
cli-plan-late-title = { $title }, after it was closed:
cli-plan-reopened = Plan reopened: { $title }

cli-left-submissions = { $count ->
    [one] { $count } submission was still expected: { $whose }
   *[other] { $count } submissions were still expected: { $whose }
 }
cli-left-clearances = { $count ->
    [one] { $count } clearance is missing: jalon clear --cycle { $id } lists it
   *[other] { $count } clearances are missing: jalon clear --cycle { $id } lists them
 }
cli-left-unfinished = { $count ->
    [one] { $count } item is unfinished and not carried over: jalon cycle carry-over { $from } { $to }
   *[other] { $count } items are unfinished and not carried over: jalon cycle carry-over { $from } { $to }
 }
cli-left-unfinished-nowhere = { $count ->
    [one] { $count } item is unfinished. Once the next cycle is open: jalon cycle carry-over { $from } CYCLE
   *[other] { $count } items are unfinished. Once the next cycle is open: jalon cycle carry-over { $from } CYCLE
 }
cli-left-reopen-cycle = To change something in it still: jalon cycle reopen { $id }
cli-left-cycle = { $meeting }, { $date } ({ $id }): this reporting cycle is still open, and cannot be closed before the plan is reopened
cli-left-milestones = { $count ->
    [one] { $count } milestone is unfinished: jalon plan clone { $id } takes it into the next plan
   *[other] { $count } milestones are unfinished: jalon plan clone { $id } takes them into the next plan
 }
cli-left-reopen-plan = To change something in it still: jalon plan reopen { $id } --reason TEXT

failure-usage-id = { $argument }: “{ $value }” is no identifier. It needs 1 to 64 letters without accents, digits, dots, hyphens or underscores, beginning with a letter or digit.
failure-usage-day = --{ $argument }: “{ $value }” is not a day such as 2019-09-25.
failure-usage-year = --{ $argument }: “{ $value }” is a day, but of a year outside 1900 to 2199, which is taken for a slip.
failure-usage-needs-text = Say it in words: --en, --fr or both.
failure-usage-place = “{ $value }” is no place in a list. Use a number from 1.
failure-usage-lesson = “{ $value }” does not say the lessons of a priority. Use the number of the priority, an equals sign and the words: 2=Begin earlier.
failure-plan-unknown = There is no plan “{ $id }”. jalon plan list shows them.
failure-plan-none = There is no workplan yet. Bring one in with jalon import.
failure-no-cycle = No reporting cycle is being prepared. Open one with jalon cycle open.
failure-cycle-unknown = There is no reporting cycle “{ $id }”. jalon cycle list shows them.
failure-priority-unknown = There is no priority “{ $priority }”. jalon board shows the numbers.
failure-clear-none = { $jurisdiction } has not cleared { $id }.
failure-clear-not-yours = { $id } does not, or did not always, name anybody: whether { $jurisdiction } has cleared it is for { $jurisdiction } and the secretariat to know.
failure-clear-whose = Say whose word it is with --jurisdiction: { $id } names several jurisdictions, or none.
