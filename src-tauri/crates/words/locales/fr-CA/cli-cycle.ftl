### La ligne de commande : les cycles de rapport et l’année d’un plan.

cli-value-lesson = PRIORITÉ=TEXTE
cli-value-number = NUMÉRO
cli-value-priority = PRIORITÉ
cli-value-jurisdiction = SECTEUR
cli-value-state = ÉTAT
cli-value-from = DÉPART
cli-value-to = ARRIVÉE

cli-option-plan = Le plan (par défaut, le plan en cours); jalon plan list les montre
cli-option-cycle = Le cycle de rapport (par défaut, celui qui se prépare)
cli-jurisdiction = Le secteur de compétence : son code (CA-ON ou ON), son abréviation ou son nom

cli-cycle = Les cycles de rapport des réunions des conseils
cli-cycle-list = Lister les cycles de rapport
cli-cycle-status = Montrer qui a fait son envoi, de qui on l’attend, et ce qui demande encore un accord
cli-cycle-id = Le cycle de rapport (par défaut, celui qui se prépare)
cli-cycle-open = Ouvrir le cycle de rapport d’une réunion
cli-cycle-meeting = Une réunion du plan qui n’a pas encore de cycle; sinon, une nouvelle est créée
cli-cycle-en = Nom de la nouvelle réunion en anglais
cli-cycle-fr = Nom de la nouvelle réunion en français
cli-cycle-date = Jour de la nouvelle réunion, comme 2020-02-26
cli-cycle-place = Lieu de la nouvelle réunion
cli-cycle-opens = Ouverture du cycle (par défaut, huit semaines avant la réunion)
cli-cycle-submissions-due = Échéance des envois (par défaut, six semaines avant)
cli-cycle-approvals-due = Échéance des approbations (par défaut, deux semaines avant)
cli-cycle-new-id = Identifiant du nouveau cycle
cli-cycle-close = Fermer un cycle de rapport : rien n’y change avant sa réouverture
cli-cycle-reopen-id = Le cycle fermé
cli-cycle-reopen = Rouvrir un cycle de rapport fermé, pour une correction
cli-cycle-late = Montrer ce qui a été fait sur un cycle de rapport fermé sans savoir qu’il l’était
cli-cycle-late-id = Le cycle de rapport (sinon tous les cycles fermés)
cli-cycle-carry = Reporter dans un autre cycle ce qui n’est pas fini
cli-cycle-from = Le cycle de départ
cli-cycle-to = Le cycle d’arrivée

cli-submission = Les envois des secteurs de compétence
cli-submission-set = Dire où en est un secteur de compétence
cli-submission-state = outstanding, draft, submitted ou nothing_to_report

cli-clear = Lister les accords à obtenir, montrer un élément, y donner son accord ou le retirer
cli-clear-item = L’élément; sinon, tout ce qui demande un accord est listé
cli-clear-jurisdiction = De qui est l’accord, par code, abréviation ou nom (par défaut, le sien)
cli-clear-content = Le contenu montré, auquel l’accord est donné
cli-clear-withdraw = Retirer l’accord

cli-challenge = Les défis
cli-challenge-merge = Faire un seul défi de plusieurs, qui en restent les sources
cli-challenge-issue = Diffuser au nom du secrétariat ce que les autres gouvernements ne voient pas, parce que son auteur dirait d’où vient un défi
cli-challenge-ids = Les défis, par leurs identifiants
cli-challenge-en = Ce qu’il dit, en anglais
cli-challenge-fr = Ce qu’il dit, en français
cli-challenge-attribution = named, anonymous ou internal
cli-challenge-new-id = Identifiant du nouveau défi

cli-plan = Les plans et leur année
cli-plan-list = Lister les plans
cli-plan-close = Fermer un plan avec ses leçons apprises
cli-plan-lesson = Leçons d’une priorité qui n’en a pas encore, dans la langue des messages, comme 2=TEXTE; peut se répéter
cli-plan-reopen = Rouvrir un plan fermé
cli-plan-closed = Le plan
cli-plan-reason = Pourquoi
cli-plan-clone = Commencer le plan suivant avec les priorités, les responsables et les jalons ouverts d’un autre
cli-plan-en = Titre en anglais
cli-plan-fr = Titre en français
cli-plan-late = Montrer ce qui est arrivé pour un plan fermé après sa fermeture
cli-plan-late-plan = Le plan (sinon tous les plans fermés)
cli-plan-starts = Premier jour
cli-plan-ends = Dernier jour
cli-plan-new-id = Identifiant du nouveau plan

cli-lead = Les responsables d’une priorité
cli-lead-add = Confier une priorité à un secteur de compétence
cli-lead-end = Mettre fin à la responsabilité d’un secteur de compétence
cli-lead-priority = La priorité : son numéro (2) ou son identifiant
cli-lead-from = Premier jour (par défaut, dès le début)
cli-lead-place = Place parmi les responsables, à partir de 1 (par défaut, la dernière)
cli-lead-to = Dernier jour

cli-cycle-none = Ce plan n’a pas encore de cycle de rapport.
cli-cycle-line = { $id } – { $meeting }, { $date } : { $state }
cli-cycle-opening = ouverture : { $date }
cli-cycle-submissions-by = échéance des envois : { $date }
cli-cycle-approvals-by = échéance des approbations : { $date }
cli-cycle-submissions = { $count ->
    [0] Envois : les { $all } sont faits.
    [one] Envois : { $count } sur { $all } est encore attendu.
   *[other] Envois : { $count } sur { $all } sont encore attendus.
 }
cli-cycle-submission = { $jurisdiction } : { $state }
cli-submission-done = { $jurisdiction } : { $state } ({ $meeting }, { $date })
cli-cycle-written = { $count ->
    [one] { $count } élément rédigé
   *[other] { $count } éléments rédigés
 }
cli-cycle-clearances = { $count ->
    [0] Accords : il n’en manque aucun sur { $all }.
    [one] Accords : il en manque { $count } sur { $all }.
   *[other] Accords : il en manque { $count } sur { $all }.
 }
cli-cycle-clearance = { $jurisdiction } : { $kind } { $id } « { $text } » : { $state }
cli-cycle-closed = Cycle de rapport fermé : { $meeting }, { $date } ({ $id })
cli-cycle-reopened = Cycle de rapport rouvert : { $meeting }, { $date } ({ $id })
cli-cycle-still-meant = { $meeting }, { $date } : ce cycle est encore ouvert, et c’est de lui qu’il s’agit tant qu’aucun n’est nommé. Nommez celui-ci (--cycle), ou fermez l’autre : jalon cycle close { $id }
cli-cycle-late-none = Rien n’a été fait sur un cycle de rapport fermé sans savoir qu’il l’était.
cli-cycle-late-title = Cycle de rapport { $id }, sans savoir qu’il était fermé :
cli-cycle-carried = { $count ->
    [one] { $count } élément reporté : { $meeting }, { $date } ({ $id })
   *[other] { $count } éléments reportés : { $meeting }, { $date } ({ $id })
 }
cli-clear-how = Pour donner votre accord au texte tel qu’il se lit ici : jalon clear { $id } --content { $content }
cli-clear-done = { $id } : accord donné pour { $jurisdiction }
cli-clear-withdrawn = { $id } : accord retiré pour { $jurisdiction }
cli-challenge-merged = { $count ->
    [one] { $count } défi fusionné
   *[other] { $count } défis fusionnés en un seul
 }
cli-challenge-issued = { $count ->
    [0] Aucun défi n’était à réécrire; les autres savent maintenant qu’ils ont tout
    [one] { $count } élément diffusé; il part avec le prochain paquet
   *[other] { $count } éléments diffusés; ils partent avec le prochain paquet
}
cli-challenge-issued-before = Tout est diffusé : il n’y avait rien à faire
cli-plan-line = { $id } – { $title } : { $state }
cli-plan-current = en cours
cli-plan-closed-now = Plan fermé : { $title }
cli-plan-late-none = Rien n’est arrivé pour un plan fermé après sa fermeture.
cli-plan-late-title = { $title }, après sa fermeture :
cli-plan-reopened = Plan rouvert : { $title }

cli-left-submissions = { $count ->
    [one] { $count } envoi était encore attendu : { $whose }
   *[other] { $count } envois étaient encore attendus : { $whose }
 }
cli-left-clearances = { $count ->
    [one] Il manque { $count } accord : jalon clear --cycle { $id } le montre
   *[other] Il manque { $count } accords : jalon clear --cycle { $id } les montre
 }
cli-left-unfinished = { $count ->
    [one] { $count } élément n’est ni fini ni reporté : jalon cycle carry-over { $from } { $to }
   *[other] { $count } éléments ne sont ni finis ni reportés : jalon cycle carry-over { $from } { $to }
 }
cli-left-unfinished-nowhere = { $count ->
    [one] { $count } élément n’est pas fini. Une fois le prochain cycle ouvert : jalon cycle carry-over { $from } CYCLE
   *[other] { $count } éléments ne sont pas finis. Une fois le prochain cycle ouvert : jalon cycle carry-over { $from } CYCLE
 }
cli-left-reopen-cycle = Pour y changer encore quelque chose : jalon cycle reopen { $id }
cli-left-cycle = { $meeting }, { $date } ({ $id }) : ce cycle de rapport est encore ouvert, et ne peut être fermé avant la réouverture du plan
cli-left-milestones = { $count ->
    [one] { $count } jalon n’est pas fini : jalon plan clone { $id } le met dans le plan suivant
   *[other] { $count } jalons ne sont pas finis : jalon plan clone { $id } les met dans le plan suivant
 }
cli-left-reopen-plan = Pour y changer encore quelque chose : jalon plan reopen { $id } --reason TEXTE

failure-usage-id = { $argument } : « { $value } » n’est pas un identifiant. Il faut de 1 à 64 lettres sans accent, chiffres, points, traits d’union ou traits de soulignement, en commençant par une lettre ou un chiffre.
failure-usage-day = --{ $argument } : « { $value } » n’est pas un jour comme 2019-09-25.
failure-usage-year = --{ $argument } : « { $value } » est un jour, mais d’une année hors de 1900 à 2199, ce qui est pris pour une faute de frappe.
failure-usage-needs-text = Dites-le en mots : --en, --fr ou les deux.
failure-usage-place = « { $value } » n’est pas une place dans une liste. Donnez un numéro à partir de 1.
failure-usage-lesson = « { $value } » ne dit pas les leçons d’une priorité. Donnez le numéro de la priorité, un signe égal et les mots : 2=Commencer plus tôt.
failure-plan-unknown = Il n’y a pas de plan « { $id } ». jalon plan list les montre.
failure-plan-none = Il n’y a pas encore de plan de travail. Faites-en venir un avec jalon import.
failure-no-cycle = Aucun cycle de rapport ne se prépare. Ouvrez-en un avec jalon cycle open.
failure-cycle-unknown = Il n’y a pas de cycle de rapport « { $id } ». jalon cycle list les montre.
failure-priority-unknown = Il n’y a pas de priorité « { $priority } ». jalon board montre les numéros.
failure-clear-none = { $jurisdiction } n’a pas donné son accord à { $id }.
failure-clear-not-yours = { $id } ne nomme personne, ou n’a pas toujours nommé quelqu’un : seuls { $jurisdiction } et le secrétariat peuvent savoir si { $jurisdiction } a donné son accord.
failure-clear-whose = Dites de qui est l’accord avec --jurisdiction : { $id } nomme plusieurs secteurs de compétence, ou aucun.
