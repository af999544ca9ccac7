### The shell around the window: start, dialogs, links.
