### The nouns of a workplan, and what can be wrong with them.

failure-unknown = Something went wrong that this version has no words for ({ $code }).

completion-NS = Not started
completion-LP = Limited progress
completion-SP = Substantial progress
completion-C = Complete
completion-NP = Not being pursued

outlook-on_track = On track
outlook-at_risk = At risk
outlook-off_track = Off track
outlook-on_hold = On hold
