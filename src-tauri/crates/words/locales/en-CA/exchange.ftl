### Plan JSON that comes in, files that are read and written.

## The plan file as a whole.

failure-import-too-large = The file is larger than { $megabytes } MB, the most that a plan file may be. Nothing was imported.
failure-import-too-many-values = The file holds more than { $limit } values, the most that a plan file may hold. Nothing was imported.
failure-import-not-utf8 = The file is not text in UTF-8: see byte { $byte }. Save it as UTF-8 and try again.
failure-import-truncated = The file ends in the middle, at line { $line }, column { $column }. Part of it may be missing.
failure-import-not-json = The file is not JSON: see line { $line }, column { $column }.
failure-import-lone-surrogate = Half of a character stands at line { $line }, column { $column }: a \uD800 to \uDFFF escape without its other half.
failure-import-not-a-plan = The file is JSON, but not a plan: it does not say "format": "jalon-plan".
failure-import-other-format = The file is of the format “{ $format }”. A plan file says "jalon-plan".
failure-import-bad-version = The file does not say which version of the plan format it is in: "version": 1.
failure-import-newer = The file was written by a newer version of Jalon (format { $version }; this one reads up to { $known }). Update Jalon and try again.
failure-import-more = { $count ->
    [one] One more fault is not listed.
   *[other] { $count } more faults are not listed.
}

## What is wrong at a place in it, after the place.

import-too-deep = nested deeper than { $limit } levels.
import-duplicate-key = this key stands twice in the same object.
import-duplicate-id = the id “{ $id }” is already that of { $first }.
# { $kind } is the kind of entity that has this id in the plan.
import-other-kind = { $kind ->
    [jurisdiction] the plan has a jurisdiction with the id “{ $id }”.
    [person] the plan has a person with the id “{ $id }”.
    [workplan] the plan has a workplan with the id “{ $id }”.
    [priority] the plan has a priority with the id “{ $id }”.
    [milestone] the plan has a milestone with the id “{ $id }”.
    [meeting] the plan has a meeting with the id “{ $id }”.
    [cycle] the plan has a reporting cycle with the id “{ $id }”.
   *[other] the plan has something of another kind with the id “{ $id }”.
}
import-unknown = the format has nothing of this name.
import-not-a-list = a list is needed.
import-not-an-object = an object is needed: an entity with its id and fields.

## Files that are read.

failure-load-missing = There is no file { $path }.
failure-load-is-folder = { $path } is a folder. Name a file.
failure-load-forbidden = You may not read { $path }.
failure-load-io = { $path } cannot be read: { $detail }

## Files that are written. What stood there before is as it was.

failure-origins = Only the secretariat may take the origins of challenges out.
failure-file-folder-missing = There is no folder { $path }. Nothing was written.
failure-file-unwritable = You may not write in the folder { $path }. Nothing was written.
failure-file-disk-full = There is no room left for the file in { $path }. Nothing was written.
failure-file-open-elsewhere = { $path } is open in another program. Close it there and try again.
failure-file-owned-elsewhere = { $path } is open in another program. Close it there and try again. If no program has it open, delete { $lock } beside it.
failure-file-is-folder = { $path } is a folder. Name a file.
failure-file-no-file = { $path } is a pipe, a terminal or a device, and not a file. Name a file.
failure-file-is-store = { $path } is the file of a plan, which must not be written over. Choose another name.
failure-file-bad-name = A file cannot be called { $path } there. Choose another name.
failure-file-taken = { $count ->
    [one] There is another file at { $path } already. Nothing was written: name another place, or say --replace if that file may go.
   *[other] There are other files there already: { $path }. Nothing was written: name another place, or say --replace if those files may go.
 }
failure-file-same-place = Two files would go to { $path }. Nothing was written.
failure-file-not-put-back = One of the files could not be written, and { $path } could not be put back as it was: { $detail } The former file stands in the same folder; its name begins with .jalon-
failure-file-io = { $path } cannot be written: { $detail }

## In the names of files.

file-name-draft = draft
