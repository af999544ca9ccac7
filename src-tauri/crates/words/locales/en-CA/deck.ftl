### The deck: words on slides, remarks, what blocks a final one.

deck-draft = Draft
deck-continued = continued
deck-pending = Translation pending

deck-title = { $group } – { $meeting }
deck-group-line = { $group } ({ $abbreviation })
deck-meeting-line = { $meeting } – { $date }
deck-no-workplan = No workplan yet
deck-no-meeting = Meeting to be announced

deck-event-at = { $title }, { $place }, { $dates }
deck-event-in = { $title }, { $place }
deck-event-on = { $title } ({ $dates })
deck-event-empty = Details to come
deck-outcomes = { $title }: results
deck-more-than = More than { $number }
# A resolution among the results: (i), (ii).
deck-resolution = ({ $numeral }) { $title }

deck-matrix = { $group } Priorities and Progress: { $plan }
deck-matrix-alt = { $count ->
    [one] Table of one priority with its progress and its lead jurisdictions.
   *[other] Table of { $count } priorities side by side, each with its progress and its lead jurisdictions.
}
deck-matrix-priority = Priority
deck-matrix-progress = Progress
deck-matrix-leads = Leads
deck-no-priorities = The workplan has no priorities yet.
deck-no-progress = No progress reported
deck-no-leads = No lead yet

deck-jurisdictions = Achievements and Challenges of Jurisdictions
deck-achievements = Achievements
deck-challenges = Current challenges
deck-none-reported = None reported
deck-ongoing = { $text } (in progress)
deck-with-links = { $text } – { $links }
deck-with-jurisdictions = { $text } ({ $jurisdictions })
# After an address whose page is in the other language.
deck-page-language = { $address } ({ $language ->
    [en] in English
   *[fr] in French
})

deck-next-steps = Next Steps
deck-no-next-steps = No next step yet
deck-with-date = { $text } ({ $when })

## Speaker notes.

deck-note-meeting = Meeting: { $meeting }, { $date }
deck-note-place = Place: { $place }
deck-note-dates = When: { $dates }
deck-note-plan = Plan: { $plan }
deck-note-plan-dates = Plan: { $plan }, { $dates }
deck-note-co-chairs = Co-chairs: { $names }
deck-note-as-of = Where milestones stand, as of { $date }:
deck-note-priority = { $number }. { $title }
deck-note-leads = Leads: { $names }
deck-note-milestone = { $number } { $title }: { $status }
deck-note-no-milestones = No milestone yet
deck-note-due = due { $date }
deck-note-reason = { $status } ({ $reason })
deck-note-achievement = { $jurisdiction }: { $text }
deck-note-address = { $label }: { $address }
deck-note-step = { $text }: { $when }

## What layout noticed.

deck-remark-no-glyph = Slide { $slide }: no bundled font can draw “{ $character }”; a sign stands for it.
deck-remark-does-not-fit = Slide { $slide }: the text does not fit, even at the smallest size.
deck-remark-title-shortened = Slide { $slide }: the title is too long and was shortened; it stands whole in the notes.
deck-remark-other-typeface = The template’s typeface { $typeface } was measured with a wider one: lines may end early.

## What blocks a final deck.

failure-deck-not-final = { $count ->
    [one] The final deck has to wait: one thing blocks it.
   *[other] The final deck has to wait: { $count } things block it.
}
failure-deck-parity = { $count ->
    [one] The English and French decks differ in one place.
   *[other] The English and French decks differ in { $count } places.
}
failure-deck-no-workplan = There is no workplan to report on.
failure-deck-no-meeting = There is no council meeting with a reporting cycle.
failure-deck-language = The plan is not kept in { $language ->
    [en] English
   *[fr] French
}.
failure-deck-text-missing = { $name } ({ $id }), { $field }: the { $language ->
    [en] English
   *[fr] French
} text is missing.
failure-deck-text-draft = { $name } ({ $id }), { $field }: the { $language ->
    [en] English
   *[fr] French
} translation has not been approved.
failure-deck-text-stale = { $name } ({ $id }), { $field }: the source text has changed since it was translated into { $language ->
    [en] English
   *[fr] French
}.
failure-deck-conflict = { $name } ({ $id }): two versions of a field stand side by side; somebody has to choose.
failure-deck-conflict-gone = { $id }: two versions of a field stand side by side; somebody has to choose.
failure-deck-link = { $name } ({ $id }): an address cannot be opened: { $address }
failure-deck-slides-differ = The English deck has { $en } slides, the French one { $fr }.
failure-deck-figures-differ = Slide { $slide }: the figures differ. English: { $en }. French: { $fr }.
failure-deck-links-differ = Slide { $slide }: { $en } links in English, { $fr } in French.
failure-deck-leads-differ = Slide { $slide }: the leads differ. English: { $en }. French: { $fr }.
failure-deck-statuses-differ = Slide { $slide }: the statuses in the notes differ.

## The file itself: templates that cannot be used, faults found in a deck's bytes.

deck-slide-number = Slide number
failure-template-damaged = The template cannot be read: it is damaged, or not a PowerPoint file.
failure-template-protected = The template is protected by a password, or saved in the format of PowerPoint 97-2003. Save it as .pptx or .potx, without a password.
failure-template-too-large = The template is too large to be used safely.
failure-template-unsafe = The template holds a part that no template needs, and may be unsafe: { $part }
failure-template-malformed = A part of the template is not as its format requires: { $part }
failure-template-missing = The template lacks a part that it refers to: { $part }
failure-template-not-presentation = The file is not a presentation.
failure-template-strict = The template is saved as a Strict Open XML Presentation. Save it as an ordinary PowerPoint presentation or template.
failure-template-no-body-layout = The template has no layout with a title and one text; the deck needs one.

failure-pptx-readable = The deck cannot be read back: { $about }
failure-pptx-well-formed = { $part }: not well-formed XML.
failure-pptx-phantom-part = { $part }: listed, but not there.
failure-pptx-typed-part = { $part }: its content type is not given.
failure-pptx-orphan-part = { $part }: nothing refers to it.
failure-pptx-dangling-target = { $part }: refers to { $about }, which is not there.
failure-pptx-relationship-id = { $part }: the relationship { $about } is there twice.
failure-pptx-unknown-relationship = { $part }: names the relationship { $about }, which is not there.
failure-pptx-view-settings = The deck has no view settings.
failure-pptx-slide-id = { $part }: the slide { $about } is there twice, or its number is out of range.
failure-pptx-one-layout = { $part }: it must have one layout, and has { $about }.
failure-pptx-shape-id = { $part }: two shapes have the number { $about }.
failure-pptx-title-first = { $part }: it must begin with its one title.
failure-pptx-title-empty = { $part }: its title is empty.
failure-pptx-title-repeated = { $part }: another slide has the same title: { $about }
failure-pptx-empty-placeholder = { $part }: a placeholder is empty: { $about }
failure-pptx-alternative-text = { $part }: no alternative text for { $about }
failure-pptx-language = { $part }: a text does not say its language: { $about }
failure-pptx-header-row = { $part }: a table has no header row.
failure-pptx-ragged-table = { $part }: row { $about } of a table does not have a cell for every column.
failure-pptx-off-slide = { $part }: leaves the slide: { $about }
failure-pptx-small-text = { $part }: text too small: { $about }
failure-pptx-document-title = The deck’s properties have no title.
failure-pptx-document-language = The deck’s properties do not say its language.
