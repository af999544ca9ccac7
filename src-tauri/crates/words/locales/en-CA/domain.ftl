### The nouns of a workplan, and what can be wrong with them.

# Completion and outlook: the vocabulary of the federal action-plan tracker.
completion-NS = Not started
completion-LP = Limited progress
completion-SP = Substantial progress
completion-C = Complete
completion-NP = Not being pursued

outlook-on_track = On track
outlook-at_risk = At risk
outlook-off_track = Off track
outlook-on_hold = On hold

status-completion = Completion
status-outlook = Outlook
status-reason = Reason
status-evidence = Evidence

# Computed, never chosen.
computed-overdue = Overdue
computed-stale = Stale

## The side of a text that is not its source.

translation-missing = Missing
translation-draft = Draft
translation-stale = Out of date
translation-approved = Approved
translation-same = Same in both languages

language-en = English
language-fr = French

## Who.

role-reader = Reader
role-lead = Jurisdiction lead
role-secretariat = Secretariat
role-co_chair = Co-chair
role-alternate = { $role } (alternate)

## Kinds of entities, and several of each.

kind-jurisdiction = Jurisdiction
kind-jurisdiction-plural = Jurisdictions
kind-person = Person
kind-person-plural = People
kind-workplan = Workplan
kind-workplan-plural = Workplans
kind-priority = Priority
kind-priority-plural = Priorities
kind-milestone = Milestone
kind-milestone-plural = Milestones
kind-meeting = Meeting
kind-meeting-plural = Meetings
kind-cycle = Reporting cycle
kind-cycle-plural = Reporting cycles
kind-submission = Submission
kind-submission-plural = Submissions
kind-progress = Progress point
kind-progress-plural = Progress points
kind-achievement = Achievement
kind-achievement-plural = Achievements
kind-challenge = Challenge
kind-challenge-plural = Challenges
kind-event = Event
kind-event-plural = Events
kind-figure = Figure
kind-figure-plural = Figures
kind-outcome = Outcome
kind-outcome-plural = Outcomes
kind-resolution = Resolution
kind-resolution-plural = Resolutions
kind-slide = Narrative slide
kind-slide-plural = Narrative slides
kind-point = Point
kind-point-plural = Points
kind-next_step = Next step
kind-next_step-plural = Next steps
kind-term = Term
kind-term-plural = Terms
kind-clearance = Clearance
kind-clearance-plural = Clearances
kind-approval = Approval
kind-approval-plural = Approvals
kind-tabled_deck = Tabled deck
kind-tabled_deck-plural = Tabled decks
kind-closing = Closing of a plan
kind-closing-plural = Closings of plans
kind-issuance = Issuing of challenges
kind-issuance-plural = Issuings of challenges

## Fields.

field-created = Creation
field-deleted = Deletion
field-side = { $field } ({ $language })
field-translation = { $field } (translation)
field-abbreviation = Abbreviation
field-approvals_due = Approvals due
field-at = Moment
field-attribution = Attribution
field-baseline_due = First due date
field-carried_from = Carried over from
field-closed_on = Closed on
field-content = Content
field-cycle = Reporting cycle
field-date = Date
field-description = Description
field-done = Done
field-due = Due date
field-email = E-mail
field-ends = End
field-erratum_of = Erratum to
field-event = Event
field-files = Files
field-forbidden_en = Not to be written in English
field-forbidden_fr = Not to be written in French
field-group = Working group
field-group_abbreviation = Abbreviation of the group
field-item = Item
field-jurisdiction = Jurisdiction
field-jurisdictions = Jurisdictions
field-label = Label
field-languages = Languages
field-lead_in = Lead-in
field-leads = Leads
field-lessons = Lessons learned
field-level = Order of government
field-links = Links
field-meeting = Meeting
field-merged_from = Merged from
field-milestone = Milestone
field-more_than = More than
field-name = Name
field-note = Note
field-number = Number
field-ongoing = In progress
field-opens = Opening
field-origins = Origins
field-outcome = Outcome
field-outcomes_title = Title of the outcomes
field-owner = Belongs to
field-parent = Under
field-place = Place
field-points_heading = Heading of the points
field-position = Order
field-priority = Priority
field-role = Use of the slide
field-roles = Roles
field-starts = Start
field-state = State
field-status = Status
field-submissions_due = Submissions due
field-tabled_on = Tabled on
field-term = Term
field-text = Text
field-title = Title
field-value = Value
field-version = Version
field-when = When
field-workplan = Workplan

## Codes that fields hold.

level-federal = Federal
level-provincial = Provincial
level-territorial = Territorial
level-municipal = Municipal

attribution-named = Named
attribution-anonymous = Not attributed
attribution-internal = Internal

state-open = Open
state-closed = Closed

submission-outstanding = Outstanding
submission-draft = Draft
submission-submitted = Submitted
submission-nothing_to_report = Nothing to report

slide-role-purpose = Purpose
slide-role-context = Context
slide-role-about = About the group
slide-role-other = Other

## What was done, as history and undo name it.

action-install_jurisdictions = Built-in jurisdictions
action-install_sample = Sample plan
action-import = Import of a plan file
action-create = Addition
action-edit = Edit
action-delete = Deletion
action-set_milestone_status = Milestone status
action-approve_translation = Approval of a translation
action-resolve = Choice between versions
action-approve_deck = Approval of a deck
action-withdraw_approval = Withdrawal of an approval
action-table_deck = Tabling of a deck
action-undo = Undo
action-redo = Redo

## Failures: what cannot be done, and why.

failure-unknown = Something went wrong that this version has no words for ({ $code }).

failure-denied-role = None of your roles allows this.
failure-denied-not-own = You may do this only for your own jurisdiction.
failure-denied-needs-on-behalf = The secretariat does this only on behalf of somebody: say for whom, how they answered and when.
failure-denied-may-not-act-for-others = Only the secretariat acts on behalf of others.
failure-denied-principal-may-not = The person on whose behalf you act may not do this either.
failure-denied-ended = Your role “{ $role }” allowed this until it ended on { $day }. Whoever keeps the list of people can bring it up to date.
failure-denied-not-yet = Your role “{ $role }” will allow this from { $day } on.

failure-status-needs-evidence = Complete needs evidence: give the address of what shows it.
failure-status-needs-reason = At risk, Off track and Not being pursued need a reason.
failure-status-needs-outlook = An open milestone needs an outlook.
failure-status-has-outlook = A milestone that is complete or not being pursued has no outlook.
failure-status-regression-needs-reason = What was reported complete goes back only with a new reason.

failure-leads-twice = { $jurisdiction } (lead number { $number }) already leads over the same days.
failure-leads-from-after-to = { $jurisdiction } (lead number { $number }): its period ends before it begins.

failure-link-no-address = A link needs an address in at least one language.
failure-link-malformed = This is no web or e-mail address.
failure-link-scheme = Only addresses that begin with https: or mailto: are accepted.
failure-link-user-info = An address that holds a user name or a password is not accepted.
failure-link-disguise = The address holds invisible characters that could disguise it.

## What is wrong with a value, after the place where it stands.

# { $place } is a path in a file (priorities[2].leads[0]) or the name of a field.
failure-value = { $place }: { $what }

# One thing that is wrong with a plan.
failure-problem = { $kind } { $id }, { $field }: { $what }

expected-text = a text is needed.
expected-bilingual = a text in its source language is needed, and its state must agree with the translation.
expected-code = one of these is needed: { $codes }.
expected-count = a whole number from 0 is needed.
expected-flag = true or false is needed.
expected-day = a day such as 2019-09-25 is needed.
expected-date = a date such as 2019-09-25, 2019-09, 2019-Q3, 2019-fall or 2019 is needed, or words.
expected-position = an order key of digits and small letters is needed, not ending in 0.
expected-id = an identifier is needed: 1 to 64 letters without accents, digits, dots, hyphens or underscores, beginning with a letter or digit.
expected-ids = a list of identifiers is needed.
expected-status = a status is needed: completion, and outlook, reason and evidence where they apply.
expected-leads = a list of leads is needed, each with its jurisdiction.
expected-links = a list of links is needed, each with an address.
expected-roles = a list of roles is needed.
expected-langs = a list of languages is needed: en, fr or both.
expected-texts = a list of texts is needed, none of them empty.
expected-vector = a moment of the journal is needed: for each device, how far it had come.
expected-files = a list of files is needed, at least one.

value-character = character number { $number } is { $character }, which no text may hold. Take it out.

problem-missing = it is needed, and missing.
problem-loop = it stands under itself, over others.
problem-named = a challenge names jurisdictions only when its attribution is “Named”.
# { $target } is the kind that was looked for.
problem-dangling = { $target ->
    [jurisdiction] no jurisdiction '{ $missing }'.
    [workplan] no workplan '{ $missing }'.
    [priority] no priority '{ $missing }'.
    [milestone] no milestone '{ $missing }'.
    [meeting] no meeting '{ $missing }'.
    [cycle] no reporting cycle '{ $missing }'.
    [progress] no progress point '{ $missing }'.
    [achievement] no achievement '{ $missing }'.
    [challenge] no challenge '{ $missing }'.
    [event] no event '{ $missing }'.
    [outcome] no outcome '{ $missing }'.
    [next_step] no next step '{ $missing }'.
   *[other] nothing named '{ $missing }'.
}

## Naming a jurisdiction.

failure-jurisdiction-none = “{ $value }” is no jurisdiction of this plan. Give a code, an abbreviation or a name, in English or in French: { $known }.
failure-jurisdiction-unknown = “{ $value }” is no jurisdiction of this plan. Do you mean { $known }?
failure-jurisdiction-several = “{ $value }” can mean several jurisdictions: { $known }. Give the code in brackets.
