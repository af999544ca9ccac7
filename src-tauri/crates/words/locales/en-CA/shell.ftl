### The shell around the window: start, dialogs, links, lines of history.

shell-app-name = Jalon
shell-window-title = Jalon – { $plan }

# A moment in history: "September 14, 2019, 2:05 p.m."
shell-moment = { $day }, { $time }

failure-shell-argument = “{ $argument }” is not understood. Jalon is started alone, or with --store and the plan’s file.
failure-shell-no-home = This system names no folder for application data. Start Jalon with --store and the plan’s file.
failure-shell-no-display = There is no display to show a window on. The command jalon does the same without one.
failure-shell-window = The window cannot be shown: { $detail }
failure-shell-system = The system refused: { $detail }
failure-shell-nobody = Say who you are before changing anything.
failure-shell-no-plan = No plan is open.
failure-shell-other-plan = Jalon is already open, with the plan { $open }. Close this window to open { $path }.
failure-shell-folder-name = The name of this folder cannot be written as text: { $folder }
failure-shell-folder-unknown = No deck was written to this folder: { $folder }
failure-shell-file-taken = { $count ->
    [one] There is another file at { $path } already. Nothing was written.
   *[other] There are other files there already: { $path }. Nothing was written.
 }
failure-shell-final-as-of = A final deck says what stands now. As of an earlier moment there are drafts only.
