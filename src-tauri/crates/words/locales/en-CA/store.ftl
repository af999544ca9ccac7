### The store: opening, refusals, history.

## The file.

failure-store-not-found = There is no file at { $path }.
failure-store-folder = { $path } is a folder, not a plan’s file.
failure-store-no-file = { $path } is not a file: it is a pipe or a device, which holds no plan.
failure-store-exists = There is already a file at { $path }; it was left as it is.
failure-store-foreign = { $path } is not a Jalon plan; it was left as it is.
failure-store-newer = { $path } was written by a newer version of Jalon (file version { $found }; this one knows { $known }). Update Jalon to open it; it was left as it is.
failure-store-damaged-file =
    { $count ->
        [one] { $path } is damaged in one place and was not opened for work.
       *[other] { $path } is damaged in { $count } places and was not opened for work.
    }
failure-store-unreadable = The system does not let you read { $path }.
failure-store-old-sqlite = This build of Jalon contains SQLite { $version }, which is too old to be safe.
failure-store-full = The disk is full. Nothing of this action was kept; everything before it is safe.
failure-store-unwritable = { $path } cannot be written to: look at the permissions of the file and of its folder. Nothing was changed.
failure-store-busy = Another program is holding the plan’s file. Nothing was changed; try again in a moment.
failure-store-damaged = The plan’s file is damaged. Technical detail: { $detail }.
failure-store-damaged-all = Nothing in the plan’s file can be read any more.
failure-store-gone = { $path } is no longer there: it was moved or deleted while open. Nothing was written; put it back, or open it at its new place.
failure-store-replaced = Another file has taken the place of { $path } while it was open. Nothing was written; open it again.
failure-store-read-only = The plan was opened for reading only.
failure-store-unverified = The plan’s file is still being checked. Changes can be made in a moment.
failure-store-not-redacted =
    { $count ->
        [one] The value was not removed for good: one version of it is still in the plan’s file, which is damaged inside. Check the file, bring it in order, and remove the value again.
       *[other] The value was not removed for good: { $count } versions of it are still in the plan’s file, which is damaged inside. Check the file, bring it in order, and remove the value again.
    }
failure-store-io = The disk did not do what was asked of it ({ $detail }). Nothing of this action was kept.
failure-store-unsure = The disk did not confirm what was written ({ $detail }). Look whether this action is there before you do it again; everything before it is safe.
failure-store-sqlite = The plan’s file could not be used ({ $detail }). Nothing was changed.

## What a check finds.

failure-store-damage-file = The file is damaged inside. Technical detail: { $detail }.
failure-store-damage-chain = Transaction { $transaction } does not follow the one before it.
failure-store-damage-hash = Transaction { $transaction } is not what was once written.
failure-store-damage-count = The journal has lost transactions or changes.
failure-store-damage-head = The current version of { $field } of { $id } is not the one in the journal.
failure-store-damage-row = { $kind } { $id } does not agree with the journal.
failure-store-damage-search =
    { $texts ->
        [one] One text of the search index does not agree with the journal.
       *[other] { $texts } texts of the search index do not agree with the journal.
    }

## Refusals.

failure-store-nothing-changes = Everything already stands as you ask: there was nothing to change.
failure-store-behalf-without-how = Say by what means the answer came (by e-mail, by telephone).
failure-store-behalf-in-future = The answer cannot have come after today: look at its date.
failure-store-behalf-ended = That role ended for { $id } on { $day }, before the day of the answer: look at that day, or bring the list of people up to date.
failure-store-behalf-not-yet = That role begins for { $id } only on { $day }, after the day of the answer: look at that day, or bring the list of people up to date.
failure-store-behalf-not-co-chair = The plan lists no co-chair for { $id }: choose one of the co-chairs, or bring the list of people up to date.
failure-store-record = { $kind }: such a record comes about by its own action only, and is never written by hand.
failure-store-unknown = There is nothing with the identifier { $id } in this plan.
failure-store-deleted = { $id } has been deleted.
failure-store-taken = The identifier { $id } is already used in this plan.
failure-store-reserved = Jalon itself gives identifiers such as { $id }. Choose another one.
failure-store-no-such-field = { $kind } has no field “{ $field }”.
failure-store-referred = { $id } cannot be deleted: { $kind } { $by } refers to it.
failure-store-tabled = { $id } cannot be deleted: a deck ({ $deck }) was tabled for it, and what the councils were told stays on record.
failure-store-bases-missing = The request does not say which version of { $field } it starts from.
failure-store-bases-unknown = { $change } is not a version of { $field } of { $id }.
failure-store-conflict = { $field } has several versions. Choose between them before changing it.
failure-store-conflict-to-copy = { $kind } { $id }: “{ $field }” has several versions. Choose between them first, then do this again; until then nothing is taken over.
failure-store-other-heads = The versions of { $field } are no longer those that you were shown. Look at them again.
failure-store-no-conflict = There is no conflict in “{ $field }” of { $id }: jalon conflicts shows where there is one.
failure-store-text-changed = The text has changed since you were shown it. Read it again before approving.
failure-store-no-translation = There is no translation to approve yet.
failure-store-whole-and-side = { $field } is given twice: as a whole and by one of its sides. Give it in one of the two ways.
failure-store-term-there = The glossary has this term already: { $other }. Edit that one.
failure-store-term-forbidden = The term { $other } of the glossary forbids a word that is asked for here, or asks for one that is forbidden here. Change one of the two.
failure-store-term-forbids-itself = The term { $id } forbids a word that it asks for itself. Take that word out of what is not to be written.
failure-store-no-room = Nothing fits behind the last of its neighbours in order. Give a place before it, or give that neighbour a shorter order key.
failure-store-not-empty = There is already a workplan here: the sample goes into an empty plan only.
failure-store-sample-before = The sample was installed here before and taken back. Redo it, or begin a new plan’s file.

## Undo and redo.

failure-store-nothing-to-undo = You have nothing to undo.
failure-store-nothing-to-redo = There is nothing to redo.
failure-store-cannot-be-undone = Your latest action cannot be undone ({ $done }).
failure-store-changed-since =
    { $by ->
        [somebody] { $field } of { $id } has been changed since by { $actor } ({ $done }): { $way ->
            [redo] what you took back can no longer be done again.
           *[undo] what you did can no longer be undone.
        }
       *[nobody] { $field } of { $id } has been changed since ({ $done }): { $way ->
            [redo] what you took back can no longer be done again.
           *[undo] what you did can no longer be undone.
        }
    }

## History in words

history-line = { $when }, { $who }: { $what }
history-why = { $what }: { $why }
# Whoever acts for a jurisdiction.
office-reader = { $jurisdiction } reader
office-lead = { $jurisdiction } lead
office-secretariat = { $jurisdiction } secretariat
office-co_chair = { $jurisdiction } co-chair
history-who = { $name } ({ $roles })
history-on-behalf = { $actor }, on behalf of the { $principal } ({ $how }, { $when })
history-undoes = { $action }: { $undone }
history-built-in = Jalon
# Who wrote to a challenge that names nobody, for those who may not know it.
history-somebody = Somebody of the group
history-numbered = { $kind } { $number } “{ $title }”
history-named = { $kind } “{ $title }”
history-quoted = “{ $text }”
history-created = { $name } added
history-deleted = { $name } deleted
history-restored = { $name } restored
history-issued = { $name } issued
history-all-issued = nothing more is kept from other governments
history-approved = { $name }: what the council deck shows is approved ({ $content }…)
history-withdrawn = { $name } taken back
history-cleared-item = { $name }: cleared as it reads ({ $content }…)
history-tabled = { $name }: version { $version } tabled ({ $content }…)
history-changed = { $name }, { $field }: from { $before } to { $after }
history-set = { $name }, { $field }: { $after }
history-cleared = { $name }, { $field }: emptied
history-translation = { $name }, { $field }: reviewed
history-text = { $field }: { $text }
history-chosen = { $name }, { $field }: of several versions, this one was chosen: { $after }
history-chosen-deleted = { $name }: of several versions, the deletion was chosen
history-chosen-kept = { $name }: of several versions, that it stays was chosen
history-evidence-added = { $count ->
    [one] { $name }, evidence added: { $addresses }
   *[other] { $name }, evidence added: { $addresses }
}
history-evidence-removed = { $count ->
    [one] { $name }, evidence removed: { $addresses }
   *[other] { $name }, evidence removed: { $addresses }
}
history-from-to = { $name } from { $before } to { $after }
history-still = { $name } still { $status }
history-is = { $name }: { $status }
history-moved = { $name } moved to another place
history-yes = yes
history-no = no
history-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
 }
