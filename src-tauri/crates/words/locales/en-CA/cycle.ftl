### Reporting cycles, clearances, and a plan’s year.

## What is wrong between several things.

problem-order = it comes before a date that it must follow. The order is: opening, submissions due, approvals due, meeting.
problem-ends-first = the last day comes before the first one.
problem-lead-outside = { $jurisdiction } (lead number { $number }) leads on none of the days of the plan.
problem-carried-twice = the same thing was carried over here before. Keep one of the two.
problem-cycle-twice = another reporting cycle stands for this meeting ({ $other }). Keep one of the two.
problem-meeting-twice = the plan has another meeting of this name on the same day ({ $other }). Keep one of the two.
problem-merged-twice = what it comes from is told by another challenge as well, at least in part. Let it be told once only.
problem-late = { $count ->
    [one] { $count } action for this plan arrived after it was closed (see jalon plan late). Reopen the plan, look at it, and close the plan again.
   *[other] { $count } actions for this plan arrived after it was closed (see jalon plan late). Reopen the plan, look at them, and close the plan again.
 }
problem-late-cycle = { $count ->
    [one] { $count } action for this reporting cycle was written without knowing that it was closed (see jalon cycle late). Reopen the cycle, look at it, and close the cycle again.
   *[other] { $count } actions for this reporting cycle were written without knowing that it was closed (see jalon cycle late). Reopen the cycle, look at them, and close the cycle again.
 }
problem-late-confidential = What came late is told only to the secretariat and to the government that did it: it is about challenges that do not name anybody, or did not always.

## What was done, as history and undo name it.

action-open_cycle = Opening of a reporting cycle
action-close_cycle = Closing of a reporting cycle
action-reopen_cycle = Reopening of a reporting cycle
action-set_submission = Submission
action-clear_item = Clearance
action-withdraw_clearance = Withdrawal of a clearance
action-merge_challenges = Merging of challenges
action-issue_challenges = Issuing of challenges
action-carry_over = Carrying over
action-add_lead = New lead
action-end_lead = End of a lead
action-close_plan = Closing of a plan
action-reopen_plan = Reopening of a plan
action-clone_plan = Start of the next plan

## Whether a jurisdiction has cleared an item that names it.

clearing-cleared = Cleared
clearing-outdated = Cleared, but changed since
clearing-missing = Not cleared

## Refusals.

failure-store-by-verb = { $field } is not edited: a plan is closed with its lessons learned, and reopened for a reason.
failure-cycle-other-kind = { $id } is something else. What is needed here: { $kind }.
failure-cycle-no-meeting = Say which council meeting the cycle is for: one that is in the plan, or the workplan, the name and the day of a new one.
failure-cycle-two-meetings = Choose between a meeting that is in the plan and a new one: both were given.
failure-cycle-meeting-there = A meeting of that name on { $day } has a reporting cycle already: { $id }. Another one on the same day needs a name of its own.
failure-cycle-meeting-without-cycle = There is a meeting of that name on { $day } already ({ $id }), without a reporting cycle. Open one for it with --meeting { $id }.
failure-cycle-meeting-before-plan = The meeting would come before its plan begins, on { $day }. Check the year, or name another plan (--plan).
failure-cycle-plan-followed = The plan { $id } bears that title and follows this one already. Another one that follows it needs a title of its own.
failure-cycle-meeting-has-cycle = The meeting { $id } already has a reporting cycle.
failure-cycle-closed = The reporting cycle { $id } is closed. Open it again (jalon cycle reopen { $id }) before changing anything in it.
failure-cycle-not-named = { $id } does not name { $jurisdiction }, so that it has nothing to clear there.
failure-cycle-content-changed = { $id } no longer reads as you were shown. Read it again before clearing it.
failure-cycle-too-few = It takes at least two challenges to merge.
failure-cycle-other-cycle = Only challenges of one reporting cycle can be merged: { $id } is of another one.
failure-cycle-merged = { $id } is already part of a merged challenge.
failure-cycle-names-nobody = None of these challenges names a jurisdiction, so the new one cannot be “Named”. Choose “Not attributed” or “Internal”.
failure-cycle-origins-hidden = The challenge { $id } may also speak for other jurisdictions: this plan does not hold all that says where it came from. The secretariat can change or delete it.
failure-cycle-left-to-carry = { $count ->
    [one] Nothing was carried over: { $count } challenge that names nobody, or did not always, is left, and the secretariat carries it over.
   *[other] Nothing was carried over: { $count } challenges that name nobody, or did not always, are left, and the secretariat carries them over.
 }
cycle-left-to-carry = { $count ->
    [one] { $count } challenge that names nobody, or did not always, was left where it is: the secretariat carries it over.
   *[other] { $count } challenges that name nobody, or did not always, were left where they are: the secretariat carries them over.
 }
failure-cycle-issued-with-reason = Challenges are issued without a reason: it would go to everybody and could tell where one came from.
failure-cycle-issued-in-conflict = Several versions of these stand side by side, and other governments do not have all of them: { $ids }. Choose one of each first (jalon conflicts shows them, jalon resolve chooses), then issue.
failure-cycle-issued-in-closed = Other governments do not have these as they stand here: { $ids }. They are in a closed plan ({ $plans }), where nothing is written, and everything is issued at once. Reopen the plan first (jalon plan reopen), issue, and close it again.
failure-cycle-same-cycle = A reporting cycle is carried over into another one, not into itself.
failure-cycle-not-lead = { $id } does not lead this priority on that day.
failure-cycle-plan-closed = The plan { $id } is closed: nothing in it changes any more. Reopen it first, and say why.
failure-cycle-plan-open = The plan { $id } is not closed.
failure-cycle-no-lessons = A plan is closed with lessons learned for each priority. They are missing for these, by their numbers: { $priorities }.
failure-cycle-other-plan = The priority { $id } is not one of this plan.
failure-cycle-lessons-there = The priority { $id } already has lessons learned. Edit them before closing the plan.
failure-cycle-no-reason = Say why the plan is reopened.

## Who leads when.

lead-since = { $name } (from { $from })
lead-until = { $name } (until { $to })
lead-between = { $name } (from { $from } to { $to })
