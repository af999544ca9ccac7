### Safety: places for a plan, backups, restoring, moving, redacting.

## Places.

failure-place-share = { $share } is on another machine. A plan’s file there can be damaged without anybody noticing: keep it on a disk of this computer, and share it by packages.
failure-place-drive = Drive { $drive } is a network drive. A plan’s file there can be damaged without anybody noticing: keep it on a disk of this computer, and share it by packages.
failure-place-mounted = { $folder } is on another machine (file system { $fs }). A plan’s file there can be damaged without anybody noticing: keep it on a disk of this computer, and share it by packages.
failure-place-synchronised = { $product } synchronises { $folder }. It would copy a plan’s file while it is being written, or put an older one back: keep the plan in a folder that is not synchronised, and share it by packages.
failure-place-synchronised-unnamed = { $folder } is kept by a program that synchronises files. It would copy a plan’s file while it is being written, or put an older one back: keep the plan in a folder that is not synchronised, and share it by packages.
