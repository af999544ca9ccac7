### The store: opening, refusals, history.
