### La commande `jalon`.

cli-about = Tenir le plan d’un groupe de travail et produire sa présentation aux conseils, sans fenêtre.
cli-usage-heading = Utilisation :
cli-commands-heading = Commandes :
cli-options-heading = Options :
cli-arguments-heading = Arguments :
cli-command-name = COMMANDE

cli-value-file = FICHIER
cli-value-folder = DOSSIER
cli-value-actor = QUI
cli-value-lang = LANGUE
cli-value-code = CODE
cli-value-text = TEXTE
cli-value-address = ADRESSE
cli-value-day = JOUR
cli-value-format = FORMAT
cli-value-id = IDENTIFIANT
cli-value-what = QUOI

cli-option-store = Le fichier du plan (par défaut, celui de l’application)
cli-option-as = Qui agit : l’identifiant d’une personne ou un rôle : secretariat, reader, co-chair:CA-AB, lead:CA-ON; le secteur de compétence par son code, son abréviation ou son nom (sinon la personne inscrite pour ce plan, ou à défaut le secrétariat)
cli-option-lang = Langue des messages : en ou fr
cli-option-json = Répondre en JSON
cli-option-help = Afficher l’aide
cli-option-version = Afficher la version

cli-init = Créer un fichier de plan
cli-init-sample = Y mettre le plan d’exemple (aussi dans un plan encore vide)
cli-import = Importer un plan en JSON : crée et modifie, ne supprime jamais
cli-import-file = Le fichier du plan
cli-import-dry-run = Dire ce qui changerait, sans rien changer
cli-export = Écrire le plan en JSON
cli-export-file = Où l’écrire, ou - pour la sortie standard
cli-export-confidential = Avec l’origine des défis, réservée au secrétariat
cli-schema = Afficher le schéma JSON des fichiers de plan ou des actions
cli-schema-what = De quoi : plan (sauf indication contraire) ou action
cli-board = Afficher le tableau
cli-milestone = Modifier un jalon
cli-milestone-set = Fixer l’état d’un jalon
cli-milestone-id = Le jalon : son numéro (2.1) ou son identifiant
cli-milestone-completion = Avancement : NS, LP, SP, C ou NP, ou en mots (voir plus bas)
cli-milestone-outlook = Perspective, tant que le jalon est ouvert : on_track, at_risk, off_track ou on_hold, ou en mots (voir plus bas)
cli-milestone-codes = Avancement, par son code ou en mots :
    • NS – Non commencé : aucun travail n’a commencé
    • LP – Progrès limité : commencé; le produit principal n’est pas encore ébauché
    • SP – Progrès important : le produit principal existe, mais n’est pas encore adopté
    • C – Réalisé : terminé, avec un lien qui le montre (--evidence)
    • NP – Abandonné : avec un motif; il reste au tableau
    Perspectives, tant qu’il est ouvert :
    • on_track – En bonne voie
    • at_risk – À risque, avec un motif (--reason)
    • off_track – Compromis, avec un motif
    • on_hold – En suspens
cli-milestone-reason = Pourquoi, dans la langue des messages; le motif précédent tombe quand la perspective change
cli-milestone-evidence = Une adresse qui montre que c’est réalisé; peut être répétée. Celles qui sont données remplacent toutes celles qui y étaient; une adresse nommée de nouveau garde son libellé et son adresse dans l’autre langue
cli-option-for = Au nom de qui : co-chair:CA-AB ou lead:CA-ON (secrétariat seulement)
cli-option-how = Comment la réponse est venue (courriel, téléphone)
cli-option-when = Le jour de la réponse, comme 2019-09-01
cli-apply = Exécuter une action JSON par ligne et répondre à chacune par une ligne
cli-apply-file = Le fichier d’actions, ou - pour l’entrée standard
cli-apply-beside = En plus de son action, une ligne peut contenir :
    "as" : qui agit pour cette ligne, à la place de --as (l’identifiant d’une personne, ou un rôle comme co-chair:CA-AB)
    "on_behalf" : au nom de qui, en un objet avec role (co_chair ou lead), jurisdiction, how (comment la réponse est venue) et when (le jour, comme 2019-09-01); secrétariat seulement
    "reason" : pourquoi, dans les mots de qui agit; l’historique le montre
    jalon schema action dit de quoi chaque action a l’air.
cli-deck = Écrire la présentation aux conseils
cli-deck-lang = Langue de la présentation : fr, en ou both (les deux); jalon --lang en deck … donne les messages en anglais
cli-deck-out = Le dossier où l’écrire
cli-deck-format = Format du fichier : pptx
cli-deck-final = Une version finale; sinon, une ébauche
cli-history = Afficher ce qui a été fait, du plus récent au plus ancien
cli-history-id = Seulement ce qui touche cet élément : un identifiant ou un numéro du tableau (2 ou 2.1)
cli-search = Trouver un texte partout dans le plan, dans les deux langues
cli-search-text = Ce qu’il faut chercher
cli-undo = Annuler votre dernière action, même celle d’un autre jour
cli-redo = Refaire ce que vous avez annulé en dernier
cli-check = Vérifier le fichier et le plan

cli-whoami = Dire qui agit quand aucun --as ne dit autre chose
cli-identity = Qui utilise le fichier de ce plan (déclaré, non prouvé)
cli-identity-set = Inscrire qui utilise le fichier de ce plan, pour la ligne de commande et la fenêtre
cli-identity-who = L’identifiant d’une personne ou un rôle : secretariat, reader, co-chair:CA-AB, lead:CA-ON
cli-identity-name = Le nom que montre l’historique
cli-identity-is = Vous agissez comme : { $who }
cli-identity-none = Vous agissez comme : { $who }. Personne n’est inscrit pour ce plan; jalon identity set QUI le fait.
cli-identity-set-done = Désormais, vous agissez comme : { $who }

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
cli-board-empty = Il n’y a pas encore de plan de travail. Importez-en un avec jalon import ou prenez l’exemple avec jalon init --sample.
cli-milestone-done = Jalon { $number } : { $completion }
cli-history-none = Rien n’a encore été fait.
cli-history-none-then = Rien n’a été fait dans ces limites.
cli-search-hit = { $kind } { $id } : { $text }
cli-search-more = Seuls les { $count } premiers sont montrés : précisez par d’autres mots.
cli-search-none = Rien trouvé pour « { $text } ».
cli-check-good = Le fichier est intact et le plan n’a aucun problème.
cli-check-transactions = { $count ->
    [one] { $count } transaction vérifiée
   *[other] { $count } transactions vérifiées
 }
cli-check-entities = { $count ->
    [one] { $count } élément du plan
   *[other] { $count } éléments du plan
 }

failure-usage-unknown = « { $argument } » n’est pas compris ici.
failure-usage-missing = Il manque quelque chose : { $argument }.
failure-usage-value = { $argument } : « { $value } » n’est pas une des valeurs permises. Choisissez parmi : { $allowed }.
failure-usage-number = { $argument } : « { $value } » n’est pas une des valeurs permises. Donnez un nombre entier de 1 à { $most }.
failure-usage-no-value = { $argument } demande une valeur.
failure-usage-together = { $argument } et { $other } s’excluent.
failure-usage-twice = { $argument } ne peut être donné qu’une fois.
failure-usage-takes-no-value = { $argument } ne prend pas de valeur.
failure-usage-command = Il n’y a pas ici de commande « { $argument } ». Les commandes sont : { $commands }.
failure-usage-no-command = Dites quoi faire. Les commandes sont : { $commands }.
failure-usage-nothing-to-find = Dites quoi chercher : au moins un mot.
failure-usage-other = La commande n’est pas comprise.
failure-usage-help = Voir { $command } --help.
failure-usage-not-utf8 = Un argument n’est pas un texte lisible : « { $argument } ».
failure-usage-actor = « { $actor } » n’est personne dans ce plan. Donnez l’identifiant d’une personne ou un rôle : secretariat, reader, co-chair:CA-AB, lead:CA-ON.
failure-usage-for = On ne peut pas agir au nom de « { $value } ». Donnez co-chair:CA-AB ou lead:CA-ON.
failure-usage-for-needs = Pour agir au nom de quelqu’un, il faut --how (comment la réponse est venue) et --when (le jour, comme 2019-09-01).
failure-usage-nothing-to-set = Dites quoi fixer : --completion, --outlook, --reason ou --evidence.
failure-clock = JALON_NOW dit quel jour on est, et « { $value } » n’est ni un jour (2019-09-14) ni un moment (2019-09-14T08:00:00-04:00).
failure-milestone-unknown = Il n’y a pas de jalon « { $milestone } ». Les numéros sont dans jalon board.
failure-line-not-json = Cette ligne n’est pas un objet JSON : l’erreur est au caractère { $column }.
failure-line-not-utf8 = Cette ligne n’est pas un texte UTF-8.
failure-line-too-long = Cette ligne dépasse { $limit } octets.
failure-line-unknown-action = Il n’y a pas d’action « { $name } ». Voir jalon schema action.
failure-line-not-action = Une valeur de l’action { $name } n’a pas la forme qu’il faut. Voir jalon schema action.
failure-line-missing-field = Il manque « { $field } » à l’action { $name }. Voir jalon schema action.
failure-line-unknown-field = L’action { $name } n’a pas de « { $field } ». Voir jalon schema action.
failure-line-no-action = Cette ligne ne dit pas quelle action faire : il manque "action". Voir jalon schema action.
failure-line-not-object = Cette ligne est du JSON, mais pas un objet avec une action.
failure-line-duplicate-key = La clé { $place } figure deux fois sur cette ligne.
failure-line-too-much = Cette ligne a trop de niveaux imbriqués ou trop de valeurs.
failure-line-as = "as" demande un texte : l’identifiant d’une personne ou un rôle comme co-chair:CA-AB.
failure-line-on-behalf = "on_behalf" demande role, jurisdiction, how et when.
failure-line-reason = "reason" demande un texte.
failure-apply-stopped = La ligne { $line } est la dernière qui a été traitée. Les suivantes ne l’ont pas été.
failure-output = La réponse ne peut pas être écrite ({ $detail }).
failure-no-home = Ce système n’indique aucun dossier pour les données d’application. Donnez le fichier avec --store.
