### What is told to the councils: approval of a deck, and tabling it.

council-standing-approved = Approved
council-standing-missing = Not approved yet
council-standing-void = No longer holds

# What a deck says otherwise than when it was approved or tabled.
council-change-cycle = It reports on another cycle
council-change-added = { $name } is new
council-change-removed = { $name } is no longer shown
council-change-moved = { $name } stands at another place
council-change-words = { $name }, { $field }: from { $before } to { $after }
council-change-said = { $name }, { $field }: { $after }, where nothing stood
council-change-unsaid = { $name }, { $field }: { $before } is no longer said
council-nothing = nothing

# What happened to an entity, after its kind and id in a failure.
council-added = it is new
council-removed = it is no longer shown
council-moved = it stands at another place
council-cycle = it reports on another cycle

failure-council-not-now = This is not, or no longer, your term as co-chair for { $id }.
failure-council-no-such-chair = The plan lists no co-chair for { $id } today: approve for one of the co-chairs, or bring the list of people up to date.
failure-council-no-alternate = The plan lists no alternate for the co-chair for { $id }: bring the list of people up to date first.
failure-council-nothing-to-show = { $id } has no meeting or no workplan that a deck could report on.
failure-council-changed = This is no longer what the deck shows: it has changed since. What changed: { $kind } { $id }, { $what }{ $language ->
    [en] { " " }(English)
    [fr] { " " }(French)
   *[both] { "" }
 }{ $more ->
    [0] { "" }
    [one] , and one thing more
   *[other] , and { $more } things more
 }. Look at it again before approving.
failure-council-unseen = This is not what the deck shows: it has changed since, or the content is mistyped. Look at it again before approving.
failure-council-withheld = { $count ->
    [one] One entry is here without its words, which are for the secretariat, so the deck may show more than you see.
   *[other] { $count } entries are here without their words, which are for the secretariat, so the deck may show more than you see.
 } Read the secretariat’s next package once it has issued the challenges (jalon challenge issue), or have the secretariat record your answer.
failure-council-unissued = Other governments do not have these as they stand here: { $ids }. Issue them first (jalon challenge issue) and send a package.
failure-council-answered-before = At the end of { $day }, this did not stand here as it does now: what was answered then was about something else. Ask again, or give the day of an answer to what stands now.
failure-council-no-approval = There is no approval for { $id } to take back.
failure-council-no-chair = The plan lists no co-chair, so nobody can have approved the deck. Add the co-chairs to the people of the plan.
failure-council-not-approved = What the deck shows has not been approved by every co-chair. Missing: { $ids }.
failure-council-not-cleared = Not every jurisdiction that the deck names has cleared it. Missing: { $ids }.
failure-council-unsound = { $count ->
    [one] One thing is wrong with the plan or waits for a choice; a deck is tabled only when nothing is.
   *[other] { $count } things are wrong with the plan or wait for a choice; a deck is tabled only when nothing is.
}
failure-council-tabled-already = Version { $version } of this deck is tabled already. What follows is an erratum, which says what it corrects.
failure-council-not-the-last = { $id } is not the version that was tabled last: an erratum corrects that one.
failure-council-several = Unlike decks were tabled as version { $version }: { $decks }. Name the one that you mean by its id; jalon tabled list says who tabled each.
failure-council-nothing-to-correct = There is nothing to correct: the deck shows the same as version { $version }, and the files are the same.
failure-council-erratum-without-note = Say in a few words what the erratum corrects.
failure-council-tabled-in-future = A deck cannot be tabled after today: look at the date.
failure-council-tabled-too-early = A deck is not tabled before its cycle opens, nor an erratum before what it corrects: { $first } is the first day.
failure-council-no-file = Name the files that were handed over.
failure-council-file-name = “{ $name }” cannot be the name of a file.
failure-council-file-twice = Two of the files are named { $name }.
failure-council-file-empty = { $name } is empty.
failure-council-file-too-large = { $name } is larger than { $most } MiB, the most that is kept of one file.
failure-council-file-not-here = The bytes of { $name } are not in this file: they have not arrived, were lost to damage, or were taken out for good.
failure-council-file-written = { $path } was written all the same.
failure-council-file-damaged = The bytes of { $name } are damaged, and no longer those that were tabled. A backup may hold them whole: see jalon backup list.
failure-council-no-cycle = There is no reporting cycle { $id } here.
cycle-named = { $meeting }, { $date } ({ $id })
failure-council-nothing-tabled = No deck was tabled for { $cycle } yet.
failure-council-no-such-version = There is no tabled version { $version } for { $cycle }.

# What keeps a deck from going final.
failure-deck-clearance-missing = { $name } ({ $id }): { $jurisdiction }, which it names, has not cleared it.
failure-deck-clearance-outdated = { $name } ({ $id }): it has changed since { $jurisdiction }, which it names, cleared it.
failure-deck-unissued = { $name } ({ $id }): other governments do not have it as it stands here. Issue it (jalon challenge issue) and send them a package.
failure-deck-unissued-conflict = { $name } ({ $id }): several versions of it stand side by side, and other governments do not have all of them. Choose one first (jalon conflicts), then issue it (jalon challenge issue) and send them a package.
failure-deck-no-chair = The plan lists no co-chair, so nobody can have approved the deck.
failure-deck-approval-missing = The co-chair for { $jurisdiction } ({ $id }) has not approved what the deck shows.
failure-deck-approval-void = The approval of the co-chair for { $jurisdiction } ({ $id }) no longer holds: what the deck shows has changed since.

# What a check of the file finds.
problem-file-to-come = the bytes of { $name } did not come with the record that it was tabled. Read a package, or restore a backup, of a store that holds them.
failure-council-damage-bytes = The bytes of a file that was handed over are no longer those that came ({ $digest }).
failure-council-damage-missing = The bytes of { $name }, which was handed over from here, are missing.
