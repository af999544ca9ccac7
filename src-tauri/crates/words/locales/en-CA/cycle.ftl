### Reporting cycles, clearances, and a plan’s year.

## What is wrong between several things.

problem-order = it comes before a date that it must follow. The order is: opening, submissions due, approvals due, meeting.
problem-carried-twice = the same thing was carried over here before. Keep one of the two.
problem-merged-twice = one of these challenges is part of another merged challenge. Keep one of the two.
