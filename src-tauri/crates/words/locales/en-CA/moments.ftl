### Moments of the journal, and what is different between two.

## A moment, as people name it.

moment-now = now
moment-time = { $day }, { $time }
moment-tabled = { $version ->
    [1] the deck tabled on { $day } ({ $meeting })
   *[other] version { $version } of the deck tabled on { $day } ({ $meeting })
 }
moment-closed = the closing of the plan on { $day }

failure-moment-unknown = “{ $value }” names no moment. Give a day (2019-09-14), a time (2019-09-14T08:00:00-04:00), now, tabled, or the id of a tabled deck, of the closing of a plan or of an action in the history.
failure-moment-future = { $value } has not come yet.
failure-moment-unrecorded = Nothing had been recorded in this store yet at that moment ({ $moment }). Its record begins on { $begins } and cannot say what stood before.
failure-moment-reversed = The second moment comes before the first. Name the earlier one first.
failure-moment-nothing-tabled = No deck has been tabled for this plan yet.

## What is different.

since-heading = What has changed: { $from } → { $to }
since-to-correct = Reported as complete and not so any more: the councils are owed a correction
since-completed = Completed
since-slipped = Due later
since-rescheduled = Other dates
since-regressed = Gone back
since-new = New
since-dropped = Dropped
since-restated = Other changes of status
since-moved = Under another priority
since-silent = Nothing said
since-leads = Leads
since-translations = Texts and translations
since-otherwise = Other changes
since-nothing = Nothing has changed.

since-from-to = { $name }: { $before } → { $after }
since-field = { $name }, { $field }: { $before } → { $after }
since-stands = { $name }: { $status }
since-due = { $name } (due { $date })
since-gone = { $name }: no longer in the workplan
since-removed = { $name }: no longer reported
since-merged = { $name }: merged into { $into }
since-completed-on = { $name }: on { $day }
since-completed-in-time = { $name }: on { $day }, in time
since-completed-late = { $days ->
    [one] { $name }: on { $day }, { $days } day late
   *[other] { $name }: on { $day }, { $days } days late
 }
since-correct = { $name }: now { $status }
since-correct-gone = { $name }: no longer in the plan
since-nobody = nobody
since-no-text = (nothing)
since-no-date = no date

# Where history is told to somebody else only.
history-withheld = What was done to this challenge is told only to the secretariat and to the government that did it: it does not name anybody, or did not always.

# What a check of the plan finds.
failure-check-conflict = { $id }: several people changed { $field } at once, and somebody must choose. See jalon conflicts, then choose in the window or with jalon resolve.
failure-check-to-correct = Reported to the councils as complete, and owed a correction – { $milestone }
