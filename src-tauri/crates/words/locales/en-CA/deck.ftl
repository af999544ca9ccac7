### The deck: words on slides, remarks, what blocks a final one.
