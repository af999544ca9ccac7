### La ligne de commande `jalon` : recherche, traductions, glossaire, relecture.

cli-search-found = { $kind } { $id }, { $field } : { $text }
cli-translations = Lister ce qui manque, est périmé ou n’est pas approuvé dans l’autre langue
cli-translations-state = Seulement ceci : missing (manquante), stale (périmée) ou draft (ébauche)
cli-translations-into = Seulement ce qui est à traduire vers cette langue : en ou fr
cli-translations-approve = Approuver la traduction d’un texte telle qu’elle est
cli-translations-none = Il ne reste rien à traduire ni à approuver.
cli-translations-item = { $kind } { $id }, { $field } : { $state } ({ $source } → { $target })
cli-translations-side = { $language } : { $text }
cli-translations-count = { $count ->
    [one] { $count } texte
   *[other] { $count } textes
 }
cli-translations-approved = Approuvé : { $field } de « { $name } » ({ $id })
cli-translate = Écrire l’autre langue d’un texte
cli-translate-id = Ce qui le contient : un identifiant, ou un numéro au tableau (2 ou 2.1)
cli-translate-field = Le texte : title, status.reason, links[0].label, due.words…
cli-translate-en = Le texte anglais
cli-translate-fr = Le texte français
cli-translate-holds = La source a changé, et la traduction tient toujours
cli-translate-clear = Un texte vide efface ce côté du texte
cli-translate-done = Écrit : { $field } de « { $name } » ({ $id })
cli-proofread = Signaler ce qui cloche dans les textes du plan et proposer mieux
cli-proofread-in = Seulement dans cette langue : en ou fr
cli-proofread-none = Rien ne cloche.
cli-proofread-place = { $kind } { $id }, { $field } ({ $language }) : { $text }
cli-proofread-offered = { $what } Proposition : « { $offered } »
cli-proofread-offered-bare = { $what } Proposition : { $offered }
cli-proofread-count = { $count ->
    [one] { $count } endroit à regarder. Rien n’a été changé.
   *[other] { $count } endroits à regarder. Rien n’a été changé.
 }
cli-glossary = Le glossaire : les termes dans les deux langues, et ce qu’il ne faut pas écrire à leur place
cli-glossary-list = Lister les termes
cli-glossary-add = Ajouter un terme
cli-glossary-edit = Changer ce qui est donné d’un terme, et garder le reste; un --forbid-en ou --forbid-fr vide efface cette liste
cli-glossary-remove = Retirer un terme
cli-glossary-id = L’identifiant du terme
cli-glossary-new-id = Un identifiant; sinon, il en reçoit un nouveau
cli-glossary-en = Le terme en anglais
cli-glossary-fr = Le terme en français
cli-glossary-abbreviation-en = Son abréviation anglaise
cli-glossary-abbreviation-fr = Son abréviation française
cli-glossary-forbid-en = Ce qu’il ne faut pas écrire à sa place en anglais; peut être répété
cli-glossary-forbid-fr = Ce qu’il ne faut pas écrire à sa place en français; peut être répété
cli-glossary-note = Une note, dans la langue des mots
cli-glossary-none = Le glossaire est vide.
cli-glossary-term = { $id } : { $english } | { $french }
cli-glossary-not = pas : { $words }
cli-glossary-added = Terme ajouté : { $id }
cli-glossary-removed = Terme retiré : { $id }

failure-usage-nothing-to-translate = Dites quoi écrire : --en, --fr ou --holds.
failure-usage-empties = --{ $argument } est vide et effacerait ce qui s’y trouve, approuvé ou non. Si c’est ce que vous voulez, ajoutez --clear.
failure-usage-no-term = Dites le terme : --en, --fr ou les deux.
failure-no-such-text = { $id } n’a pas de texte « { $field } » qui se traduise. jalon translations les nomme.
