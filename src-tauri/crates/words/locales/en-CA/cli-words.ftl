### The command line `jalon`: searching, translations, the glossary, proofreading.

cli-search-found = { $kind } { $id }, { $field }: { $text }
cli-translations = List what is missing, stale or not approved in the other language
cli-translations-state = Only these: missing, stale or draft
cli-translations-into = Only what is to be translated into this language: en or fr
cli-translations-approve = Approve the translation of one text as it stands
cli-translations-none = Nothing is left to translate or to approve.
cli-translations-item = { $kind } { $id }, { $field }: { $state } ({ $source } → { $target })
cli-translations-side = { $language }: { $text }
cli-translations-count = { $count ->
    [one] { $count } text
   *[other] { $count } texts
 }
cli-translations-approved = Approved: { $field } of “{ $name }” ({ $id })
cli-translate = Write the other language of a text
cli-translate-id = What it stands in: an id, or a number on the board (2 or 2.1)
cli-translate-field = The text: title, status.reason, links[0].label, due.words…
cli-translate-en = The English text
cli-translate-fr = The French text
cli-translate-holds = The source has changed, and the translation still holds
cli-translate-clear = An empty text empties that side of the text
cli-translate-done = Written: { $field } of “{ $name }” ({ $id })
cli-proofread = Point out what looks wrong in the plan’s texts, and offer what could stand there
cli-proofread-in = Only in this language: en or fr
cli-proofread-none = Nothing looks wrong.
cli-proofread-place = { $kind } { $id }, { $field } ({ $language }): { $text }
cli-proofread-offered = { $what } Offered: “{ $offered }”
cli-proofread-offered-bare = { $what } Offered: { $offered }
cli-proofread-count = { $count ->
    [one] { $count } place to look at. Nothing was changed.
   *[other] { $count } places to look at. Nothing was changed.
 }
cli-glossary = The glossary: terms in both languages, and what shall not be written for them
cli-glossary-list = List the terms
cli-glossary-add = Add a term
cli-glossary-edit = Change what is given of a term, and keep the rest; an empty --forbid-en or --forbid-fr empties that list
cli-glossary-remove = Take a term out
cli-glossary-id = The term’s id
cli-glossary-new-id = An id for it; otherwise it gets a new one
cli-glossary-en = The term in English
cli-glossary-fr = The term in French
cli-glossary-abbreviation-en = Its English abbreviation
cli-glossary-abbreviation-fr = Its French abbreviation
cli-glossary-forbid-en = What shall not be written for it in English; may be repeated
cli-glossary-forbid-fr = What shall not be written for it in French; may be repeated
cli-glossary-note = A note, in the language of the words
cli-glossary-none = The glossary is empty.
cli-glossary-term = { $id }: { $english } | { $french }
cli-glossary-not = not: { $words }
cli-glossary-added = Term added: { $id }
cli-glossary-removed = Term taken out: { $id }

failure-usage-nothing-to-translate = Say what to write: --en, --fr or --holds.
failure-usage-empties = --{ $argument } is empty and would take away what stands there, approved or not. If that is what you mean, say --clear too.
failure-usage-no-term = Say the term: --en, --fr or both.
failure-no-such-text = { $id } has no text “{ $field }” with a translation. jalon translations names them.
