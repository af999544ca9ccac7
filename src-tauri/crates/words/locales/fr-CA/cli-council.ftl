### L’approbation et le dépôt de la présentation aux conseils, en ligne de commande.

cli-value-hash = EMPREINTE
cli-value-version = VERSION
cli-value-earlier = ANCIENNE
cli-value-later = RÉCENTE

cli-approvals = Dire ce que montre la présentation, par son empreinte, et quelles coprésidences l’ont approuvée
cli-approve = Approuver ce que montre la présentation, à titre de coprésidence ou au nom de l’une d’elles
cli-approve-content = L’empreinte de ce que vous avez vu, telle que la donne jalon approvals
cli-approve-withdraw = Retirer l’approbation
cli-council-cycle = L’identifiant du cycle de rapport (celui qui se prépare, sauf indication contraire)
cli-table = Consigner la présentation comme déposée devant les conseils et conserver ses fichiers tels quels
cli-table-file = Les fichiers qui ont été remis
cli-table-final = Produire les présentations finales et les déposer
cli-table-on = Le jour du dépôt, sous la forme 2019-09-18 (aujourd’hui, sauf indication contraire)
cli-erratum = Déposer une version corrigée de ce qui a été déposé en dernier; l’ancienne est conservée
cli-erratum-note = Ce qui est corrigé, dans la langue des messages
cli-erratum-of = La version qu’il corrige, par son identifiant, si des versions différentes portent le dernier numéro
cli-tabled = Consulter ce qui a été déposé
cli-tabled-list = Énumérer toutes les versions déposées
cli-tabled-list-cycle = Seulement celles de ce cycle de rapport
cli-tabled-cycle = L’identifiant du cycle de rapport (le dernier déposé, sauf indication contraire)
cli-tabled-show = Montrer une version
cli-tabled-version = Son numéro (la dernière, sauf indication contraire) ou son identifiant
cli-tabled-files = Écrire les fichiers d’une version dans un dossier, exactement tels qu’ils ont été déposés
cli-tabled-out = Le dossier où écrire
cli-tabled-diff = Énumérer ce qui diffère entre deux versions
cli-tabled-before = Le numéro ou l’identifiant de la version la plus ancienne (celle que corrige la plus récente, sauf indication contraire)
cli-tabled-after = Le numéro ou l’identifiant de la version la plus récente (la dernière, sauf indication contraire)

cli-approvals-of = { $meeting }, { $date }
cli-approvals-content = Contenu : { $content }
cli-approvals-unseen = { $count ->
    [one] { $count } entrée est ici sans ses mots, réservés au secrétariat : la présentation montre peut-être plus ailleurs, et rien ne s’approuve ici avant que le secrétariat l’ait diffusée.
   *[other] { $count } entrées sont ici sans leurs mots, réservés au secrétariat : la présentation montre peut-être plus ailleurs, et rien ne s’approuve ici avant que le secrétariat les ait diffusées.
 }
cli-approvals-unissued = { $count ->
    [one] { $count } élément reste à diffuser : les autres gouvernements ne l’ont pas tel qu’il est ici.
   *[other] { $count } éléments restent à diffuser : les autres gouvernements ne les ont pas tels qu’ils sont ici.
 }
cli-unissued = { $kind } { $id } « { $text } »
cli-unissued-conflict = { $kind } { $id } « { $text } » : plusieurs versions coexistent. Choisissez-en d’abord une (jalon conflicts), puis diffusez.
cli-approvals-unknown = Ce qui a été approuvé ne peut pas être montré ici en entier : une partie n’est pas arrivée, est réservée à d’autres ou a été retirée pour de bon
cli-approvals-chair = { $jurisdiction } ({ $names }) : { $standing }
cli-approvals-vacant = { $jurisdiction } (poste vacant; remplacement : { $names }) : { $standing }
cli-approve-done = Approuvé : { $jurisdiction }
cli-approve-withdrawn = Approbation retirée : { $jurisdiction }
cli-table-done = Ces fichiers sont conservés tels quels; jalon tabled files les redonne.
cli-tabled-line = { $meeting } : version { $version }, déposée le { $date } [{ $id }]
cli-tabled-erratum = { $meeting } : version { $version }, déposée le { $date }; erratum : { $note } [{ $id }]
cli-tabled-apart = consignée par : { $who }, { $day }, { $time }; contenu : { $content }…
cli-tabled-corrects = corrige la version { $version } qui a l’identifiant { $id }
cli-tabled-none = Rien n’a encore été déposé.
cli-tabled-file = { $name } ({ $size } octets, SHA-256 { $digest })
cli-tabled-written = Fichier écrit : { $path }
cli-tabled-file-new = { $name } : n’y était pas avant
cli-tabled-file-gone = { $name } : n’y est plus
cli-tabled-file-differs = { $name } : un autre fichier
cli-tabled-compared = De la version { $earlier } ({ $earlier-meeting }, { $earlier-date }) à la version { $later } ({ $later-meeting }, { $later-date }) :
cli-tabled-compared-ids = De { $earlier } à { $later } :
cli-tabled-same = Rien ne diffère.

failure-approve-content = Dites ce que vous avez vu : la présentation montre maintenant { $content }. Voyez-la (jalon deck), puis approuvez-la avec --content.
failure-table-what = Nommez les fichiers qui ont été remis, ou dites --final pour produire les présentations finales et les déposer.
failure-table-day = « { $value } » n’est pas un jour. Écrivez-le sous la forme 2019-09-18.
failure-tabled-none = Rien n’a encore été déposé.
failure-tabled-several-meetings = Une version { $version } a été déposée pour plusieurs réunions. Nommez le cycle de rapport de la réunion avec --cycle ({ $cycles }), ou la version par son identifiant ({ $ids }); jalon tabled list dit laquelle est laquelle.
failure-tabled-one-version = Cette version n’en corrige aucune : il n’y a rien à quoi la comparer. Nommez deux versions.
failure-tabled-same-version = La version { $version } serait comparée avec elle-même. Nommez une version plus ancienne, ou deux versions.
