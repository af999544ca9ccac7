### Safety: places for a plan, backups, restoring, moving, redacting.

## Places.

failure-place-share = { $share } is on another machine. A plan’s file there can be damaged without anybody noticing: keep it on a disk of this computer, and share it by packages.
failure-place-drive = Drive { $drive } is a network drive. A plan’s file there can be damaged without anybody noticing: keep it on a disk of this computer, and share it by packages.
failure-place-mounted = { $folder } is on another machine (file system { $fs }). A plan’s file there can be damaged without anybody noticing: keep it on a disk of this computer, and share it by packages.
failure-place-synchronised = { $product } synchronises { $folder }. It would copy a plan’s file while it is being written, or put an older one back: keep the plan in a folder that is not synchronised, and share it by packages.
failure-place-synchronised-unnamed = { $folder } is kept by a program that synchronises files. It would copy a plan’s file while it is being written, or put an older one back: keep the plan in a folder that is not synchronised, and share it by packages.

## Backups.

action-restore = Restoration of a backup
history-from-backup = plan restored from the backup { $name }

backup-why-scheduled = daily
backup-why-before-migration = before an update of the file
backup-why-before-import = before an import
backup-why-before-package = before a package
backup-why-before-restore = what a restored backup replaced
backup-why-by-hand = made by hand

failure-backup-none = There is no backup of this plan yet.
failure-backup-no-such = There is no backup named { $name } of this plan.
failure-backup-damaged =
    { $count ->
        [one] The backup { $name } is damaged in one place. Choose another one.
       *[other] The backup { $name } is damaged in { $count } places. Choose another one.
    }
failure-store-behind = { $count ->
    [one] This file lacks the newest action that its backup { $name } holds: its write-ahead log was removed, or an older copy stands in its place. Bring it back before you go on { $at ->
        [terminal] ({ $command }).
       *[window] (Settings, Backups).
     }
   *[other] This file lacks the newest { $count } actions that its backup { $name } holds: its write-ahead log was removed, or an older copy stands in its place. Bring them back before you go on { $at ->
        [terminal] ({ $command }).
       *[window] (Settings, Backups).
     }
 }
failure-backup-first = A backup is made before this, and it could not be made. { $why }
failure-backup-daily = Today’s backup could not be made; the plan itself is as it should be. { $why }

## Moving.

failure-store-moved = The plan of { $path } is at { $to } now. If that disk is not connected, connect it and try again.

## Redacting.

action-redact = Redaction
redacted-stand-in = [redacted]
history-redacted = { $name }, { $field }: what stood there was removed for good
history-redacted-again = { $name }, { $field }: what stood there was removed for good before a backup was restored, and stays removed
history-redacted-value = { $name }, { $field }: [redacted]
failure-store-redaction-without-reason = Say why this is to be removed for good: the reason is kept in the history. Do not repeat there what is removed.
failure-store-not-redactable = { $field } of { $id } holds nothing that somebody has written, so there is nothing to redact.
failure-store-day-needed = { $id } cannot be without its { $field }. Change it first, then redact it: all that stood there before is then removed for good, and the new one stays.
problem-redacted = what stood here was redacted, and nobody has written anything in its place. Write it anew.
failure-no-identifier = { $kind } “{ $id }”: what it goes by is no identifier, so it cannot be shown. It is kept; enter it again under an identifier of letters, digits, dots, hyphens and underscores.
problem-unreadable = it holds what this version of Jalon cannot read. What is shown is not what stands there: update Jalon, or write it anew.
status-not-shown = [status redacted, or written by a newer version]
redaction-later = Removed for good from the plan. What its file, its log and its backups still hold of it could not all be cleaned now, mostly because another program is reading: that is done when the plan is next opened.
redaction-left = Too damaged to be cleaned; look at this backup, and delete it: { $name }
redaction-kept-file = A tabled deck is kept as it was handed over; judge whether it stands there too: { $name }
failure-check-redaction-left = { $path } is too damaged to be cleaned of what was removed for good from the plan, and may still hold it. Look at this file, and delete it.
failure-check-redaction-later = Something was removed for good from the plan, and its file, its log or its backups could not all be cleaned of it yet, mostly because another program is reading: that is done when the plan is next opened.

## What can be read.

failure-store-salvaged =
    { $lost ->
        [0] This is what could be read and verified of a damaged file: all { $count } transactions.
       *[other] This is what could be read and verified of a damaged file: { $count } transactions; what is lost beside them: { $lost }.
    } { $files ->
        [0] It is for looking only.
        [one] One file of a tabled deck is lost. It is for looking only.
       *[other] { $files } files of tabled decks are lost. It is for looking only.
    }
