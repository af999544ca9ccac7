### La présentation : mots des diapositives, remarques, ce qui bloque la version finale.

deck-draft = Ébauche
deck-continued = suite
deck-pending = Traduction à venir

deck-title = { $group } – { $meeting }
deck-group-line = { $group } ({ $abbreviation })
deck-meeting-line = { $meeting } – { $date }
deck-no-workplan = Aucun plan de travail pour le moment
deck-no-meeting = Réunion à annoncer

deck-event-at = { $title }, { $place }, { $dates }
deck-event-in = { $title }, { $place }
deck-event-on = { $title } ({ $dates })
deck-event-empty = Détails à venir
deck-outcomes = { $title } : résultats
deck-more-than = Plus de { $number }
# Une résolution parmi les résultats : (i), (ii).
deck-resolution = ({ $numeral }) { $title }

deck-matrix = Priorités et progrès du { $group } : { $plan }
deck-matrix-alt = { $count ->
    [one] Tableau d’une priorité, avec ses progrès et les secteurs de compétence responsables.
   *[other] Tableau de { $count } priorités côte à côte, chacune avec ses progrès et les secteurs de compétence responsables.
}
deck-matrix-priority = Priorité
deck-matrix-progress = Progrès
deck-matrix-leads = Responsables
deck-no-priorities = Le plan de travail n’a pas encore de priorités.
deck-no-progress = Aucun progrès signalé
deck-no-leads = Aucun responsable pour le moment

deck-jurisdictions = Réalisations et défis des secteurs de compétence
deck-achievements = Réalisations
deck-challenges = Défis actuels
deck-none-reported = Rien à signaler
deck-ongoing = { $text } (en cours)
deck-with-links = { $text } – { $links }
deck-with-jurisdictions = { $text } ({ $jurisdictions })
# Après une adresse dont la page est dans l’autre langue.
deck-page-language = { $address } ({ $language ->
    [en] en anglais
   *[fr] en français
})

deck-next-steps = Prochaines étapes
deck-no-next-steps = Aucune prochaine étape pour le moment
deck-with-date = { $text } ({ $when })

## Notes de l’orateur.

deck-note-meeting = Réunion : { $meeting }, { $date }
deck-note-place = Lieu : { $place }
deck-note-dates = Quand : { $dates }
deck-note-plan = Plan : { $plan }
deck-note-plan-dates = Plan : { $plan }, { $dates }
deck-note-co-chairs = Coprésidence : { $names }
deck-note-as-of = Où en sont les jalons, au { $date } :
deck-note-priority = { $number }. { $title }
deck-note-leads = Responsables : { $names }
deck-note-milestone = { $number } { $title } : { $status }
deck-note-no-milestones = Aucun jalon pour le moment
deck-note-due = échéance : { $date }
deck-note-reason = { $status } ({ $reason })
deck-note-achievement = { $jurisdiction } : { $text }
deck-note-address = { $label } : { $address }
deck-note-step = { $text } : { $when }

## Ce que la mise en page a remarqué.

deck-remark-no-glyph = Diapositive { $slide } : aucune police fournie ne peut dessiner « { $character } »; un signe en tient lieu.
deck-remark-does-not-fit = Diapositive { $slide } : le texte n’entre pas, même à la plus petite taille.
deck-remark-title-shortened = Diapositive { $slide } : le titre, trop long, a été abrégé; il figure en entier dans les notes.
deck-remark-other-typeface = La police { $typeface } du modèle a été mesurée avec une police plus large : des lignes peuvent être plus courtes.

## Ce qui bloque une présentation finale.

failure-deck-not-final = { $count ->
    [one] La présentation finale doit attendre : un élément la bloque.
   *[other] La présentation finale doit attendre : { $count } éléments la bloquent.
}
failure-deck-parity = { $count ->
    [one] Les présentations anglaise et française diffèrent à un endroit.
   *[other] Les présentations anglaise et française diffèrent à { $count } endroits.
}
failure-deck-no-workplan = Il n’y a aucun plan de travail dont rendre compte.
failure-deck-no-meeting = Il n’y a aucune réunion des conseils avec un cycle de rapport.
failure-deck-language = Le plan n’est pas tenu en { $language ->
    [en] anglais
   *[fr] français
}.
failure-deck-text-missing = { $name } ({ $id }), { $field } : le texte { $language ->
    [en] anglais
   *[fr] français
} manque.
failure-deck-text-draft = { $name } ({ $id }), { $field } : la traduction { $language ->
    [en] anglaise
   *[fr] française
} n’a pas été approuvée.
failure-deck-text-stale = { $name } ({ $id }), { $field } : le texte source a changé depuis la traduction { $language ->
    [en] anglaise
   *[fr] française
}.
failure-deck-conflict = { $name } ({ $id }) : deux versions d’un champ coexistent; quelqu’un doit choisir.
failure-deck-conflict-gone = { $id } : deux versions d’un champ coexistent; quelqu’un doit choisir.
failure-deck-link = { $name } ({ $id }) : une adresse ne peut pas être ouverte : { $address }
failure-deck-slides-differ = La présentation anglaise a { $en } diapositives, la française { $fr }.
failure-deck-figures-differ = Diapositive { $slide } : les chiffres diffèrent. Anglais : { $en }. Français : { $fr }.
failure-deck-links-differ = Diapositive { $slide } : { $en } liens en anglais, { $fr } en français.
failure-deck-leads-differ = Diapositive { $slide } : les responsables diffèrent. Anglais : { $en }. Français : { $fr }.
failure-deck-statuses-differ = Diapositive { $slide } : les états diffèrent dans les notes.

## Le fichier : gabarits inutilisables, défauts trouvés dans la présentation écrite.

deck-slide-number = Numéro de diapositive
failure-template-damaged = Impossible de lire le gabarit : il est endommagé, ou ce n’est pas un fichier PowerPoint.
failure-template-protected = Le gabarit est protégé par un mot de passe ou enregistré dans le format de PowerPoint 97-2003. Enregistrez-le en .pptx ou en .potx, sans mot de passe.
failure-template-too-large = Le gabarit est trop volumineux pour être utilisé sans risque.
failure-template-unsafe = Le gabarit contient un élément dont aucun gabarit n’a besoin et qui peut être dangereux : { $part }
failure-template-malformed = Un élément du gabarit n’est pas conforme à son format : { $part }
failure-template-missing = Il manque au gabarit un élément auquel il renvoie : { $part }
failure-template-not-presentation = Le fichier n’est pas une présentation.
failure-template-strict = Le gabarit est enregistré comme présentation Open XML stricte. Enregistrez-le comme présentation ou modèle PowerPoint ordinaire.
failure-template-no-body-layout = Le gabarit n’a aucune disposition avec un titre et un texte; la présentation en a besoin.

failure-pptx-readable = Impossible de relire la présentation : { $about }
failure-pptx-well-formed = { $part } : XML mal formé.
failure-pptx-phantom-part = { $part } : annoncé, mais absent.
failure-pptx-typed-part = { $part } : son type de contenu n’est pas indiqué.
failure-pptx-orphan-part = { $part } : rien n’y renvoie.
failure-pptx-dangling-target = { $part } : renvoie à { $about }, qui est absent.
failure-pptx-relationship-id = { $part } : la relation { $about } s’y trouve deux fois.
failure-pptx-unknown-relationship = { $part } : nomme la relation { $about }, qui est absente.
failure-pptx-view-settings = La présentation n’a pas de paramètres d’affichage.
failure-pptx-slide-id = { $part } : la diapositive { $about } s’y trouve deux fois, ou son numéro est hors limites.
failure-pptx-one-layout = { $part } : il faut une seule disposition; nombre trouvé : { $about }.
failure-pptx-shape-id = { $part } : deux formes portent le numéro { $about }.
failure-pptx-title-first = { $part } : son titre, unique, doit venir en premier.
failure-pptx-title-empty = { $part } : son titre est vide.
failure-pptx-title-repeated = { $part } : une autre diapositive porte le même titre : { $about }
failure-pptx-empty-placeholder = { $part } : un espace réservé est vide : { $about }
failure-pptx-alternative-text = { $part } : pas de texte de remplacement pour { $about }
failure-pptx-language = { $part } : un texte n’indique pas sa langue : { $about }
failure-pptx-header-row = { $part } : un tableau n’a pas de ligne d’en-tête.
failure-pptx-ragged-table = { $part } : la ligne { $about } d’un tableau n’a pas une cellule par colonne.
failure-pptx-off-slide = { $part } : dépasse la diapositive : { $about }
failure-pptx-small-text = { $part } : texte trop petit : { $about }
failure-pptx-document-title = Les propriétés de la présentation n’ont pas de titre.
failure-pptx-document-language = Les propriétés de la présentation n’indiquent pas sa langue.
