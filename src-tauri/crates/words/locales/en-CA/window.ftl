### Words of the window. Those of the domain (statuses, roles, actions) stand in domain.ftl.

## The frame
window-app-name = Jalon
window-skip = Skip to the content
window-rooms = Sections
window-room-board = Board
window-room-deck = Deck
window-room-history = History
window-room-settings = Settings
window-saved-here = Saved on this computer
window-loading = Opening the plan…
window-language-name = English
window-in-other-language = in French
window-nobody = Nobody yet

## The header
window-approvals-due = approvals due { $date }
window-no-meeting = No council meeting planned
window-find = Find or act
window-undo = Undo
window-redo = Redo
window-undo-action = Undo: { $action }
window-redo-action = Redo: { $action }
window-undone = Undone: { $action }
window-action-on = { $action } – { $number } { $title }
window-redone = Redone: { $action }

## Counts over the board; the number stands before the words
window-counts = The plan in figures
window-count-NS = { $count ->
    [one] not started
   *[other] not started
}
window-count-LP = { $count ->
    [one] limited progress
   *[other] limited progress
}
window-count-SP = { $count ->
    [one] substantial progress
   *[other] substantial progress
}
window-count-C = { $count ->
    [one] complete
   *[other] complete
}
window-count-NP = { $count ->
    [one] not being pursued
   *[other] not being pursued
}
window-count-overdue = { $count ->
    [one] overdue
   *[other] overdue
}
window-count-stale = { $count ->
    [one] without news
   *[other] without news
}

## The board
window-board = Board by priority
window-priority-number = Priority { $number }
window-leads = { $count ->
    [one] Lead:
   *[other] Leads:
}
window-no-leads = No lead named
window-no-milestones = No milestone yet
window-to-report = To report
window-due = Due
window-due-none = No due date
window-moved-from = First due
window-stale = no news
window-to-correct = correction owed: reported complete
window-changed = Updated { $when }
window-evidence-count = { $count ->
    [one] { $count } evidence link
   *[other] { $count } evidence links
}
window-conflicted = Two versions: choose one
window-draft-waiting = Unsaved text kept
window-empty-title = No priority yet
window-empty-text = This plan is empty. Priorities and milestones come in from a plan file; the file’s format is printed by the second command.
window-empty-watch = What is imported appears here at once, without reopening the window.
window-keys-hint = Arrow keys move between milestones, Enter opens one.

## A milestone's drawer
window-milestone-number = Milestone { $number }
window-drawer-close = Close the milestone
window-completion = Completion
window-outlook = Outlook
window-test-NS = No work has begun
window-test-LP = Begun; the main output is not drafted
window-test-SP = The main output exists, not yet adopted
window-test-C = Done, and a link shows it
window-test-NP = Given up, for a reason that stays visible
window-reason = Reason
window-reason-optional = Reason (optional)
window-reason-language = Written in
window-reason-language-en = English
window-reason-language-fr = French
window-reason-in-en = In English:
window-reason-in-fr = In French:
window-reason-translation-stale = Reworded: the translation is out of date until somebody rewrites it.
window-reason-holds = The translation still holds
window-reason-translation = The translation is pending until somebody writes it.
window-evidence = Evidence
window-evidence-optional = Evidence (optional)
window-evidence-address = Address
window-evidence-label = Label (optional)
window-evidence-add = Add a link
window-evidence-remove = Remove link { $number }
window-evidence-number = Link { $number }
window-evidence-hint = Addresses begin with https: or mailto:
window-rule-evidence = Complete needs at least one link that shows it.
window-rule-reason-outlook = At risk and off track need a reason.
window-rule-reason-NP = Giving a milestone up needs a reason.
window-rule-reason-regress = This milestone was reported complete: going back needs a new reason.
window-error-evidence = Add the link that shows that it is complete.
window-error-address = Not an address that can be opened: it must begin with https: or mailto:
window-error-reason = Say why, in a short sentence.
window-error-outlook = Choose an outlook.
window-error-on-behalf = Say for whom, how they answered and when.
window-errors = { $count ->
    [one] One thing is missing before this can be saved.
   *[other] { $count } things are missing before this can be saved.
}
window-save-status = Save the status
window-discard = Discard
window-status-saved = Status saved: { $title }, { $completion }
window-draft-kept = Not saved. What you typed is kept until you come back to this milestone.
window-draft-back = What you had typed is still here, not saved yet.
window-nothing-changed = Nothing to save: the status is as it was.
window-denied-reader = Readers see the status and do not change it.
window-denied-lead = Completion and outlook are set by the co-chairs. Leads tell them by a progress note.
window-denied-nobody = Say who you are in Settings before changing anything.
window-on-behalf = On behalf of
window-on-behalf-why = The secretariat records a status for a co-chair who answered: with whom, how and when.
window-on-behalf-jurisdiction = Co-chair of
window-on-behalf-how = How they answered
window-on-behalf-how-example = e-mail, telephone, in a meeting
window-on-behalf-when = When they answered
window-choose = Choose…
window-current-value = Current status
window-milestone-history = History of this milestone

## A form that has gone stale, and a field with two versions
window-changed-title = This milestone changed while you were typing
window-changed-text = Nothing you typed is lost. Compare, then choose.
window-changed-now = Now in the plan
window-changed-mine = What you typed
window-changed-keep-mine = Save mine over it
window-changed-take-theirs = Take the new one
window-changed-taken = The new status stands; what you typed is put aside.
window-conflict-title = Two versions stand side by side
window-conflict-text = They were written without knowing of each other. Choose the one that holds; the other stays in the history.
window-conflict-choose = This one holds
window-conflict-version = Version { $number }
window-conflict-shown = shown on the board meanwhile
window-conflict-resolved = Chosen; the other version stays in the history.
window-conflict-locked = The status can be changed again once one version is chosen.
window-plan-changed = The plan was changed elsewhere; the window shows it.

## The deck
window-deck-intro = One deck per language, taken from the plan as it stands now, as editable PowerPoint.
window-deck-languages = Languages
window-deck-both = English and French
window-deck-en = English only
window-deck-fr = French only
window-deck-kind = Draft or final
window-deck-draft = Draft
window-deck-draft-hint = Marked as a draft; shows what is not translated yet.
window-deck-final = Final
window-deck-final-hint = Refused while a text is not translated and approved, a conflict is not settled, a challenge is not issued, a jurisdiction that is named has not cleared the item, or a co-chair has not approved the deck.
window-deck-export = Export the deck
window-deck-working = Writing the deck…
window-deck-done = { $count ->
    [one] One file written
   *[other] { $count } files written
}
window-deck-refused = Nothing was written.
window-deck-folder = Where the files go
window-deck-choose-folder = Choose another folder…
window-deck-remarks = To look at in these files
window-deck-open = Open the folder
window-deck-warned = To settle, though it keeps no deck back
window-deck-blocked = { $count ->
    [one] One thing stands between this plan and a final deck
   *[other] { $count } things stand between this plan and a final deck
}
window-deck-no-plan = There is no plan to take a deck from yet.

## What stands where a file is to be written
window-replace-title = { $count ->
    [one] Keep this file, or replace it?
   *[other] Keep these files, or replace them?
 }
window-replace-hint = { $count ->
    [one] Somebody may have worked on it since it was written. Once it is replaced, what it holds is gone.
   *[other] Somebody may have worked on them since they were written. Once they are replaced, what they hold is gone.
 }
window-replace-keep = Keep what is there
window-replace-do = Replace
window-replace-kept = Nothing was written; what is there stays.

## History
window-history-intro = What was done to this plan, the latest first. No entry is ever removed.
window-history-of = History of { $title }
window-history-all = Show all of the history
window-history-empty = Nothing has been done yet.
window-history-reason = Reason

## Who I am
window-who = Who I am
window-who-name = Name
window-who-role = Role
window-who-jurisdiction = Jurisdiction
window-who-jurisdiction-optional = Jurisdiction (optional)
window-who-declared = Your identity is declared, not proven: nothing on this computer checks it. History shows what you enter here.
window-who-save = Save who I am
window-who-saved = Who you are is saved.
window-who-error-name = Enter a name; history shows it.
window-who-error-jurisdiction = Choose the jurisdiction that this role speaks for.
window-role-hint-reader = Reads everything, changes nothing
window-role-hint-lead = Speaks for a jurisdiction
window-role-hint-secretariat = Runs the cycle and makes the deck
window-role-hint-co_chair = Sets completion and outlook

## Settings
window-settings-language = Language of the window
window-settings-theme = Appearance
window-theme-system = As the system
window-theme-light = Light
window-theme-dark = Dark
window-theme-contrast = High contrast
window-settings-store = Where the plan is kept
window-settings-keys = Keys
window-key-search = Find or act
window-key-undo = Undo
window-key-redo = Redo
window-key-save = Save the open form
window-key-escape = Close the drawer; what you typed is kept
window-key-arrows = Move between milestones
window-key-language = Switch the language

## First run
window-first-title = A workplan, and the deck that comes out of it
window-first-text = Jalon keeps the working group’s plan on this computer, in both languages, and needs no network.
window-first-plan = Begin with
window-first-sample = The sample plan
window-first-sample-hint = The working group’s 2018-2019 plan, with milestones invented for illustration
window-first-empty = An empty plan
window-first-empty-hint = To be filled from a plan file
window-first-begin = Begin
window-first-gone = There was a plan here, and its file is gone: { $path }
window-first-gone-text = Its backups are still there. If you wanted that plan, restore it before you begin another one here: the backups of a new plan take the place of the older ones in time.
window-failed-title = The plan cannot be opened
window-failed-untouched = The file was left as it is.

## Finding
window-find-label = Find text in the plan, or an action
window-find-results = Results
window-find-action = Action
window-find-none = Nothing found
window-find-more = Only the first { $count } texts are shown: type more words.
window-find-count = { $count ->
    [one] { $count } result
   *[other] { $count } results
}
window-go-to = Go to { $room }

## What went wrong
window-alert = Something was refused
window-alert-dismiss = Dismiss
window-failure-unknown = Something went wrong ({ $code }). Nothing was changed.

## What can be done when a plan cannot be opened, and backups.

window-ways-title = What you can do
window-way-try_again = Try again
window-way-try_again-hint = Once the cause is gone, the same may work.
window-way-open_at = Open the plan where it is now
window-way-open_at-hint = It was moved to { $path }, and is opened there from now on.
window-way-open_read_only = Look at the plan only
window-way-open_read_only-hint = What can be read is shown, and nothing can be changed.
window-way-restore_backup = Restore the backup of { $when }
window-way-restore_backup-hint =
    { $count ->
        [one] It is sound and holds one recorded action.
       *[other] It is sound and holds { $count } recorded actions.
    }
window-way-restore_backup-kept = The present file is kept beside it.
window-way-export_readable = Write out what can be read
window-way-export_readable-hint =
    { $lost ->
        [0] Actions that can be read: { $count }. { $files ->
            [0] Nothing seems to be missing.
           *[other] Files of tabled decks that are lost: { $files }.
        }
       *[other] Actions that can be read: { $count }. Actions of which there are only traces: { $lost }.
    }
window-way-choose_other = Open another plan
window-way-choose_other-hint = You choose its file; it is opened from now on.
window-way-exported = What could be read was written to:
window-backups = Backups
window-backups-hint = One is made each day on which the plan has changed, and before every update of the file, every import and every package.
window-backups-none = There is none yet.
window-backup-when = Made
window-backup-why = Reason
window-backup-actions = Actions
window-backup-make = Make a backup now
window-backup-made = Backup made
window-backup-verify = Check
window-backup-verified =
    { $count ->
        [one] The backup is sound: one recorded action
       *[other] The backup is sound: { $count } recorded actions
    }
window-backup-restore-begin = Restore…
window-backup-restore-asks = The plan goes back to this moment; the present one is kept as a backup.
window-backup-restore = Restore
window-backup-cancel = Cancel
window-backup-restored = Plan restored as of { $when }
window-settings-open = Open another plan…
window-settings-move = Move this plan…
