### Words of the window. Those of the domain (statuses, roles, actions) stand in domain.ftl.

## The frame
window-app-name = Jalon
window-skip = Passer au contenu
window-rooms = Sections
window-room-board = Tableau
window-room-deck = Présentation
window-room-history = Historique
window-room-settings = Réglages
window-saved-here = Enregistré sur cet ordinateur
window-loading = Ouverture du plan…
window-language-name = Français
window-in-other-language = en anglais
window-nobody = Personne encore

## The header
window-approvals-due = échéance des approbations : { $date }
window-no-meeting = Aucune réunion des conseils prévue
window-find = Chercher ou agir
window-undo = Annuler
window-redo = Rétablir
window-undo-action = Annuler : { $action }
window-redo-action = Rétablir : { $action }
window-undone = Annulé : { $action }
window-action-on = { $action } – { $number } { $title }
window-redone = Rétabli : { $action }

## Counts over the board; the number stands before the words
window-counts = Le plan en chiffres
window-count-NS = { $count ->
    [one] non commencé
   *[other] non commencés
}
window-count-LP = { $count ->
    [one] progrès limité
   *[other] progrès limités
}
window-count-SP = { $count ->
    [one] progrès important
   *[other] progrès importants
}
window-count-C = { $count ->
    [one] réalisé
   *[other] réalisés
}
window-count-NP = { $count ->
    [one] abandonné
   *[other] abandonnés
}
window-count-overdue = { $count ->
    [one] en retard
   *[other] en retard
}
window-count-stale = { $count ->
    [one] sans nouvelles
   *[other] sans nouvelles
}

## The board
window-board = Tableau par priorité
window-priority-number = Priorité { $number }
window-leads = { $count ->
    [one] Responsable :
   *[other] Responsables :
}
window-no-leads = Aucun responsable désigné
window-no-milestones = Aucun jalon encore
window-to-report = À rapporter
window-due = Échéance
window-due-none = Sans échéance
window-moved-from = Échéance initiale
window-stale = sans nouvelles
window-to-correct = correction due : déclaré réalisé
window-changed = Mis à jour { $when }
window-evidence-count = { $count ->
    [one] { $count } preuve
   *[other] { $count } preuves
}
window-conflicted = Deux versions : à trancher
window-draft-waiting = Texte non enregistré, conservé
window-empty-title = Aucune priorité encore
window-empty-text = Ce plan est vide. Les priorités et les jalons y entrent par un fichier de plan; la deuxième commande en imprime le format.
window-empty-watch = Ce qui est importé paraît ici aussitôt, sans rouvrir la fenêtre.
window-keys-hint = Les flèches passent d’un jalon à l’autre, Entrée en ouvre un.

## A milestone's drawer
window-milestone-number = Jalon { $number }
window-drawer-close = Fermer le jalon
window-completion = Avancement
window-outlook = Perspectives
window-test-NS = Aucun travail entrepris
window-test-LP = Commencé; le produit principal n’est pas ébauché
window-test-SP = Le produit principal existe, sans être adopté
window-test-C = Terminé, et un lien le montre
window-test-NP = Délaissé, pour un motif qui reste visible
window-reason = Motif
window-reason-optional = Motif (facultatif)
window-reason-language = Rédigé en
window-reason-language-en = anglais
window-reason-language-fr = français
window-reason-in-en = En anglais :
window-reason-in-fr = En français :
window-reason-translation-stale = Le motif est reformulé : sa traduction est périmée tant que personne ne la revoit.
window-reason-holds = La traduction tient toujours
window-reason-translation = La traduction reste à venir tant que personne ne la rédige.
window-evidence = Preuves
window-evidence-optional = Preuves (facultatives)
window-evidence-address = Adresse
window-evidence-label = Libellé (facultatif)
window-evidence-add = Ajouter un lien
window-evidence-remove = Retirer le lien { $number }
window-evidence-number = Lien { $number }
window-evidence-hint = Les adresses commencent par https: ou mailto:
window-rule-evidence = Un jalon réalisé demande au moins un lien qui le montre.
window-rule-reason-outlook = Un jalon à risque ou compromis demande un motif.
window-rule-reason-NP = L’abandon d’un jalon demande un motif.
window-rule-reason-regress = Ce jalon a été déclaré réalisé : revenir en arrière demande un nouveau motif.
window-error-evidence = Ajoutez le lien qui montre qu’il est réalisé.
window-error-address = Cette adresse ne peut pas être ouverte : elle doit commencer par https: ou mailto:
window-error-reason = Dites pourquoi, en une courte phrase.
window-error-outlook = Choisissez des perspectives.
window-error-on-behalf = Dites pour qui, comment la réponse est venue et quand.
window-errors = { $count ->
    [one] Il manque une chose avant l’enregistrement.
   *[other] Il manque { $count } choses avant l’enregistrement.
}
window-save-status = Enregistrer le statut
window-discard = Effacer ma saisie
window-status-saved = Statut enregistré : { $title }, { $completion }
window-draft-kept = Non enregistré. Votre saisie est conservée jusqu’à votre retour à ce jalon.
window-draft-back = Votre saisie est toujours là, pas encore enregistrée.
window-nothing-changed = Rien à enregistrer : le statut est inchangé.
window-denied-reader = Le lectorat voit le statut sans le modifier.
window-denied-lead = L’avancement et les perspectives sont fixés par la coprésidence. Les responsables l’informent par une note de progrès.
window-denied-nobody = Indiquez qui vous êtes dans les Réglages avant toute modification.
window-on-behalf = Au nom de
window-on-behalf-why = Le secrétariat consigne un statut pour la coprésidence qui a répondu : pour qui, comment et quand.
window-on-behalf-jurisdiction = Coprésidence de
window-on-behalf-how = Moyen de la réponse
window-on-behalf-how-example = courriel, téléphone, en réunion
window-on-behalf-when = Date de la réponse
window-choose = Choisir…
window-current-value = Statut actuel
window-milestone-history = Historique de ce jalon

## A form that has gone stale, and a field with two versions
window-changed-title = Ce jalon a changé pendant votre saisie
window-changed-text = Rien de votre saisie n’est perdu. Comparez, puis choisissez.
window-changed-now = Maintenant dans le plan
window-changed-mine = Votre saisie
window-changed-keep-mine = Enregistrer la mienne par-dessus
window-changed-take-theirs = Prendre la nouvelle
window-changed-taken = Le nouveau statut est retenu; votre saisie est écartée.
window-conflict-title = Deux versions se côtoient
window-conflict-text = Elles ont été écrites sans se connaître. Choisissez celle qui vaut; l’autre reste dans l’historique.
window-conflict-choose = Celle-ci vaut
window-conflict-version = Version { $number }
window-conflict-shown = montrée au tableau d’ici là
window-conflict-resolved = Choix fait; l’autre version reste dans l’historique.
window-conflict-locked = Le statut pourra de nouveau changer une fois une version choisie.
window-plan-changed = Le plan a été modifié ailleurs; la fenêtre le montre.

## The deck
window-deck-intro = Une présentation par langue, tirée du plan tel qu’il est, en PowerPoint modifiable.
window-deck-languages = Langues
window-deck-both = Anglais et français
window-deck-en = Anglais seulement
window-deck-fr = Français seulement
window-deck-kind = Ébauche ou version finale
window-deck-draft = Ébauche
window-deck-draft-hint = Marquée comme ébauche; montre ce qui n’est pas encore traduit.
window-deck-final = Version finale
window-deck-final-hint = Refusée tant qu’il reste un texte à traduire ou à approuver, un conflit à régler ou un défi à diffuser, ou qu’il manque l’accord d’un gouvernement nommé ou l’approbation d’une coprésidence.
window-deck-export = Exporter la présentation
window-deck-working = Rédaction de la présentation…
window-deck-done = { $count ->
    [one] Un fichier écrit
   *[other] { $count } fichiers écrits
}
window-deck-refused = Rien n’a été écrit.
window-deck-folder = Où vont les fichiers
window-deck-choose-folder = Choisir un autre dossier…
window-deck-remarks = À vérifier dans ces fichiers
window-deck-open = Ouvrir le dossier
window-deck-warned = À régler, sans que cela retienne une présentation
window-deck-blocked = { $count ->
    [one] Une chose sépare ce plan d’une version finale
   *[other] { $count } choses séparent ce plan d’une version finale
}
window-deck-no-plan = Il n’y a pas encore de plan dont tirer une présentation.

## What stands where a file is to be written
window-replace-title = { $count ->
    [one] Garder ce fichier ou le remplacer?
   *[other] Garder ces fichiers ou les remplacer?
 }
window-replace-hint = { $count ->
    [one] Quelqu’un y a peut-être travaillé depuis. Une fois remplacé, ce qu’il contient est perdu.
   *[other] Quelqu’un y a peut-être travaillé depuis. Une fois remplacés, ce qu’ils contiennent est perdu.
 }
window-replace-keep = Garder ce qui s’y trouve
window-replace-do = Remplacer
window-replace-kept = Rien n’a été écrit; ce qui s’y trouve reste.

## History
window-history-intro = Ce qui a été fait à ce plan, du plus récent au plus ancien. Aucune entrée n’en est jamais retirée.
window-history-of = Historique : { $title }
window-history-all = Montrer tout l’historique
window-history-empty = Rien n’a encore été fait.
window-history-reason = Motif

## Who I am
window-who = Qui je suis
window-who-name = Nom
window-who-role = Rôle
window-who-jurisdiction = Secteur de compétence
window-who-jurisdiction-optional = Secteur de compétence (facultatif)
window-who-declared = Votre identité est déclarée, non prouvée : rien sur cet ordinateur ne la vérifie. L’historique montre ce que vous entrez ici.
window-who-save = Enregistrer qui je suis
window-who-saved = Votre identité est enregistrée.
window-who-error-name = Entrez un nom; l’historique le montre.
window-who-error-jurisdiction = Choisissez le secteur de compétence pour lequel ce rôle parle.
window-role-hint-reader = Lit tout, ne modifie rien
window-role-hint-lead = Parle pour un secteur de compétence
window-role-hint-secretariat = Mène le cycle et produit la présentation
window-role-hint-co_chair = Fixe l’avancement et les perspectives

## Settings
window-settings-language = Langue de la fenêtre
window-settings-theme = Apparence
window-theme-system = Comme le système
window-theme-light = Claire
window-theme-dark = Sombre
window-theme-contrast = Contraste élevé
window-settings-store = Où le plan est conservé
window-settings-keys = Touches
window-key-search = Chercher ou agir
window-key-undo = Annuler
window-key-redo = Rétablir
window-key-save = Enregistrer le formulaire ouvert
window-key-escape = Fermer le volet; votre saisie est conservée
window-key-arrows = Passer d’un jalon à l’autre
window-key-language = Changer de langue

## First run
window-first-title = Un plan de travail, et la présentation qui en découle
window-first-text = Jalon conserve le plan du groupe de travail sur cet ordinateur, dans les deux langues, sans réseau.
window-first-plan = Commencer par
window-first-sample = Le plan d’exemple
window-first-sample-hint = Le plan 2018-2019 du groupe de travail, avec des jalons inventés à titre d’exemple
window-first-empty = Un plan vide
window-first-empty-hint = À remplir à partir d’un fichier de plan
window-first-begin = Commencer
window-first-gone = Il y avait ici un plan, et son fichier n’y est plus : { $path }
window-first-gone-text = Ses sauvegardes y sont encore. Si vous vouliez ce plan, rétablissez-le avant d’en commencer un autre ici : avec le temps, les sauvegardes d’un nouveau plan prennent la place des anciennes.
window-failed-title = Le plan ne peut pas être ouvert
window-failed-untouched = Le fichier a été laissé tel quel.

## Finding
window-find-label = Chercher un texte du plan ou une action
window-find-results = Résultats
window-find-action = Action
window-find-none = Aucun résultat
window-find-more = Seuls les { $count } premiers textes sont montrés : tapez d’autres mots.
window-find-count = { $count ->
    [one] { $count } résultat
   *[other] { $count } résultats
}
window-go-to = Aller à { $room }

## What went wrong
window-alert = Une action a été refusée
window-alert-dismiss = Fermer l’avis
window-failure-unknown = Un problème est survenu ({ $code }). Rien n’a été modifié.

## Que faire quand un plan ne s’ouvre pas, et les copies de sauvegarde.

window-ways-title = Ce que vous pouvez faire
window-way-try_again = Réessayer
window-way-try_again-hint = Une fois la cause disparue, la même chose peut réussir.
window-way-open_at = Ouvrir le plan là où il est
window-way-open_at-hint = Il a été déplacé vers { $path }, et c’est là qu’il s’ouvrira désormais.
window-way-open_read_only = Consulter le plan seulement
window-way-open_read_only-hint = Ce qui est lisible s’affiche, et rien ne peut être modifié.
window-way-restore_backup = Rétablir la sauvegarde du { $when }
window-way-restore_backup-hint =
    { $count ->
        [one] Elle est saine et contient { $count } action consignée.
       *[other] Elle est saine et contient { $count } actions consignées.
    }
window-way-restore_backup-kept = Le fichier actuel est conservé à côté.
window-way-export_readable = Écrire ce qui est lisible
window-way-export_readable-hint =
    { $lost ->
        [0] Actions lisibles : { $count }. { $files ->
            [0] Rien ne semble manquer.
           *[other] Fichiers de présentations déposées qui sont perdus : { $files }.
        }
       *[other] Actions lisibles : { $count }. Actions dont il ne reste que des traces : { $lost }.
    }
window-way-choose_other = Ouvrir un autre plan
window-way-choose_other-hint = Vous choisissez son fichier; c’est lui qui s’ouvrira désormais.
window-way-exported = Ce qui était lisible se trouve dans :
window-backups = Sauvegardes
window-backups-hint = Une sauvegarde est faite chaque jour où le plan a changé, et avant chaque mise à jour du fichier, chaque importation et chaque paquet.
window-backups-none = Il n’y en a pas encore.
window-backup-when = Faite le
window-backup-why = Motif
window-backup-actions = Actions
window-backup-make = Faire une sauvegarde maintenant
window-backup-made = Sauvegarde faite
window-backup-verify = Vérifier
window-backup-verified =
    { $count ->
        [one] La sauvegarde est saine : { $count } action consignée
       *[other] La sauvegarde est saine : { $count } actions consignées
    }
window-backup-restore-begin = Rétablir…
window-backup-restore-asks = Le plan revient à ce moment; le plan actuel est conservé comme sauvegarde.
window-backup-restore = Rétablir
window-backup-cancel = Annuler
window-backup-restored = Plan rétabli tel qu’il était le { $when }
window-settings-open = Ouvrir un autre plan…
window-settings-move = Déplacer ce plan…
