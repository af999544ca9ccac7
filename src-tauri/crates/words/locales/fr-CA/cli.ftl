### La commande `jalon`.

cli-about = Tenir le plan d’un groupe de travail et produire sa présentation aux conseils, sans fenêtre.
cli-usage-heading = Utilisation :
cli-commands-heading = Commandes :
cli-options-heading = Options :
cli-arguments-heading = Arguments :
cli-command-name = COMMANDE

cli-option-store = Le fichier du plan (par défaut, celui de l’application)
cli-option-as = Qui agit : l’identifiant d’une personne ou un rôle : secretariat, reader, co-chair:CA-AB, lead:CA-ON
cli-option-lang = Langue des messages : en ou fr
cli-option-json = Répondre en JSON
cli-option-help = Afficher l’aide
cli-option-version = Afficher la version

cli-init = Créer un fichier de plan
cli-init-sample = Y mettre le plan d’exemple
cli-import = Importer un plan en JSON : crée et modifie, ne supprime jamais
cli-import-file = Le fichier du plan
cli-import-dry-run = Dire ce qui changerait, sans rien changer
cli-export = Écrire le plan en JSON
cli-export-file = Où l’écrire
cli-export-confidential = Avec l’origine des défis, réservée au secrétariat
cli-schema = Afficher le schéma JSON des fichiers de plan ou des actions
cli-schema-what = De quoi : plan (sauf indication contraire) ou action
cli-board = Afficher le tableau
cli-milestone = Modifier un jalon
cli-milestone-set = Fixer l’état d’un jalon
cli-milestone-id = Le jalon : son numéro (2.1) ou son identifiant
cli-milestone-completion = Avancement : NS, LP, SP, C ou NP
cli-milestone-outlook = Perspective, tant que le jalon est ouvert : on_track, at_risk, off_track ou on_hold
cli-milestone-reason = Pourquoi, dans la langue des messages
cli-milestone-evidence = Une adresse qui montre que c’est réalisé; peut être répétée
cli-option-for = Au nom de qui : co-chair:CA-AB ou lead:CA-ON (secrétariat seulement)
cli-option-how = Comment la réponse est venue (courriel, téléphone)
cli-option-when = Le jour de la réponse
cli-apply = Exécuter une action JSON par ligne et répondre à chacune par une ligne
cli-apply-file = Le fichier d’actions, ou - pour l’entrée standard
cli-deck = Écrire la présentation aux conseils
cli-deck-lang = Langue de la présentation : fr, en ou both (les deux)
cli-deck-out = Le dossier où l’écrire
cli-deck-format = Format du fichier : pptx
cli-deck-final = Une version finale; sinon, une ébauche
cli-history = Afficher ce qui a été fait, du plus récent au plus ancien
cli-history-id = Seulement ce qui touche cette entité
cli-search = Trouver un texte partout dans le plan, dans les deux langues
cli-search-text = Ce qu’il faut chercher
cli-check = Vérifier le fichier et le plan

cli-init-done = Plan créé : { $path }
cli-init-sample-done = Plan créé avec l’exemple : { $path }
cli-import-dry = Voici ce que ferait l’importation. Rien n’a été changé.
cli-import-counts = { $created ->
    [one] { $created } élément créé
   *[other] { $created } éléments créés
 }, { $edited ->
    [one] { $edited } modifié
   *[other] { $edited } modifiés
 }, { $unchanged ->
    [one] { $unchanged } inchangé
   *[other] { $unchanged } inchangés
 }.
cli-import-created = créé : { $what }
cli-import-edited = modifié : { $what }
cli-export-done = Plan écrit : { $path }
cli-deck-done = Présentation écrite : { $path }
cli-deck-draft = Ceci est une ébauche. Pour la version finale, utilisez --final.
cli-board-leads = Responsables : { $leads }
cli-board-no-leads = Aucun responsable
cli-board-progress = À rapporter :
cli-board-card = { $number } { $title } : { $state }
cli-board-due = échéance : { $date }
cli-board-moved = auparavant : { $date }
cli-board-conflict = en conflit
cli-board-empty = Il n’y a pas encore de plan de travail.
cli-milestone-done = Jalon { $number } : { $completion }
cli-milestone-conflict = Quelqu’un d’autre l’a modifié entre-temps. Les deux versions sont gardées; choisissez avec l’action resolve.
cli-history-none = Rien n’a encore été fait.
cli-search-hit = { $kind } { $id } : { $text }
cli-search-none = Rien trouvé pour « { $text } ».
cli-check-good = Le fichier est intact et le plan n’a aucun problème.
cli-check-transactions = { $count ->
    [one] { $count } transaction vérifiée
   *[other] { $count } transactions vérifiées
 }

failure-usage-unknown = « { $argument } » n’est pas compris ici.
failure-usage-missing = Il manque : { $argument }
failure-usage-value = { $argument } : « { $value } » n’est pas une des valeurs permises.
failure-usage-no-value = { $argument } demande une valeur.
failure-usage-twice = { $argument } ne peut être donné qu’une fois, ou pas avec les autres options.
failure-usage-other = La commande n’est pas comprise.
failure-usage-help = Voir jalon --help.
failure-usage-not-utf8 = Un argument n’est pas un texte lisible : { $argument }
failure-usage-actor = « { $actor } » n’est personne dans ce plan. Donnez l’identifiant d’une personne ou un rôle : secretariat, reader, co-chair:CA-AB, lead:CA-ON.
failure-usage-for = On ne peut pas agir au nom de « { $value } ». Donnez co-chair:CA-AB ou lead:CA-ON.
failure-usage-for-needs = Pour agir au nom de quelqu’un, il faut --how (comment la réponse est venue) et --when (le jour, comme 2019-09-01).
failure-usage-nothing-to-set = Dites quoi fixer : --completion, --outlook, --reason ou --evidence.
failure-clock = JALON_NOW n’est ni une date ni une heure : { $value }
failure-milestone-unknown = Il n’y a pas de jalon { $milestone }.
failure-line-not-json = Cette ligne n’est pas un objet JSON : l’erreur est au caractère { $column }.
failure-line-not-utf8 = Cette ligne n’est pas un texte UTF-8.
failure-line-too-long = Cette ligne dépasse { $limit } octets.
failure-line-unknown-action = Il n’y a pas d’action « { $name } ». Voir jalon schema action.
failure-line-not-action = L’action { $name } n’a pas la forme qu’il faut. Voir jalon schema action.
failure-origins = Seul le secrétariat peut sortir l’origine des défis.
failure-no-home = Ce système n’indique aucun dossier pour les données d’application. Donnez le fichier avec --store.
failure-check-conflict = { $id } : plusieurs personnes ont modifié { $field } à la fois; il faut choisir.
