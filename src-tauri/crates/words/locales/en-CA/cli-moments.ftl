### Moments on the command line.

cli-value-moment = MOMENT
cli-value-count = COUNT
cli-option-as-of = As it stood at a moment: a day (2019-09-14, its end), a time, now, tabled, or the id of a tabled deck or of an action
cli-since = Print what is different between two moments
cli-since-from = The first moment: a day (2019-09-14, its end), a time, now, tabled, or the id of a tabled deck or of an action
cli-since-to = The second moment; now when it is not given
cli-since-plan = Only what is of this plan and of those that it follows; jalon plan list shows them
cli-history-children = And what was done to everything that belongs to it
cli-history-from = Only what was done after this moment
cli-history-to = Only what was done up to this moment
cli-history-limit = At most so many
cli-history-line = { $line } [{ $id }]
cli-lineage = Print where something comes from and what became of it
cli-lineage-id = An id, or a number on the board (2 or 2.1)
cli-lineage-carried-from = Carried over from { $name } [{ $id }]
cli-lineage-carried-to = Carried over to { $name } [{ $id }]
cli-lineage-merged-from = Merged from { $name } [{ $id }]
cli-lineage-merged-into = Merged into { $name } [{ $id }]
cli-lineage-gone = something that is not in the plan
cli-lineage-none = It comes from nothing else, and nothing came of it.
cli-board-as-of = { $title } (as of: { $moment })
cli-board-empty-then = There was no workplan in this store yet at that moment ({ $moment }).
cli-board-to-correct = reported as complete, to be corrected
failure-usage-final-as-of = A final deck says what stands now: --final and --as-of do not go together.
