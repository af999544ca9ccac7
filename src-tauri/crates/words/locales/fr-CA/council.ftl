### Ce qui est dit aux conseils : l’approbation d’une présentation et son dépôt.

council-standing-approved = Approuvé
council-standing-missing = Pas encore approuvé
council-standing-void = Ne tient plus

# Ce qu’une présentation dit autrement que lors de l’approbation ou du dépôt.
council-change-cycle = Elle porte sur un autre cycle
council-change-added = { $name } : ajout
council-change-removed = { $name } : retrait
council-change-moved = { $name } a changé de place
council-change-words = { $name }, { $field } : { $before }, puis { $after }
council-change-said = { $name }, { $field } : { $after }, là où il n’y avait rien
council-change-unsaid = { $name }, { $field } : { $before } n’est plus dit
council-nothing = rien

# Ce qui est arrivé à un élément, après sa sorte et son identifiant dans un refus.
council-added = c’est nouveau
council-removed = ce n’est plus montré
council-moved = la place a changé
council-cycle = le cycle est un autre

failure-council-not-now = Ce n’est pas, ou ce n’est plus, votre mandat à la coprésidence pour { $id }.
failure-council-no-such-chair = Le plan n’indique aucune coprésidence pour { $id } aujourd’hui : approuvez pour l’une des coprésidences, ou mettez à jour la liste des personnes.
failure-council-no-alternate = Le plan n’indique personne qui remplace la coprésidence pour { $id } : mettez d’abord à jour la liste des personnes.
failure-council-nothing-to-show = { $id } n’a pas de réunion ou pas de plan de travail dont une présentation pourrait rendre compte.
failure-council-changed = Ce n’est plus ce que montre la présentation : elle a changé depuis. Ce qui a changé : { $kind } { $id }, { $what }{ $language ->
    [en] { " " }(anglais)
    [fr] { " " }(français)
   *[both] { "" }
 }{ $more ->
    [0] { "" }
    [one] , et { $more } autre chose
   *[other] , et { $more } autres choses
 }. Revoyez-la avant d’approuver.
failure-council-unseen = Ce n’est pas ce que montre la présentation : elle a changé depuis, ou le contenu est mal saisi. Revoyez-la avant d’approuver.
failure-council-withheld = { $count ->
    [one] { $count } entrée est ici sans ses mots, réservés au secrétariat : la présentation montre peut-être plus que vous ne voyez.
   *[other] { $count } entrées sont ici sans leurs mots, réservés au secrétariat : la présentation montre peut-être plus que vous ne voyez.
 } Lisez le prochain paquet du secrétariat, une fois les défis diffusés (jalon challenge issue), ou faites-lui consigner votre réponse.
failure-council-unissued = Les autres gouvernements n’ont pas ces éléments tels qu’ils sont ici : { $ids }. Diffusez-les d’abord (jalon challenge issue) et envoyez un paquet.
failure-council-answered-before = À la fin du { $day }, cela ne se lisait pas ici comme maintenant : la réponse d’alors portait sur autre chose. Redemandez, ou donnez le jour d’une réponse à ce qui se lit maintenant.
failure-council-no-approval = Il n’y a aucune approbation à retirer pour { $id }.
failure-council-no-chair = Le plan n’indique aucune coprésidence : personne n’a donc pu approuver la présentation. Ajoutez les coprésidences aux personnes du plan.
failure-council-not-approved = Les coprésidences n’ont pas toutes approuvé ce que montre la présentation. Il manque : { $ids }.
failure-council-not-cleared = Les secteurs de compétence que nomme la présentation n’ont pas tous donné leur accord. Il manque : { $ids }.
failure-council-unsound = { $count ->
    [one] { $count } élément du plan est fautif ou attend un choix; une présentation ne se dépose que s’il n’y en a aucun.
   *[other] { $count } éléments du plan sont fautifs ou attendent un choix; une présentation ne se dépose que s’il n’y en a aucun.
}
failure-council-tabled-already = La version { $version } de cette présentation est déjà déposée. Ce qui suit est un erratum, qui dit ce qu’il corrige.
failure-council-not-the-last = { $id } n’est pas la dernière version déposée : un erratum corrige celle-là.
failure-council-several = Des présentations différentes ont été déposées comme version { $version } : { $decks }. Nommez celle que vous voulez par son identifiant; jalon tabled list dit qui a déposé chacune.
failure-council-nothing-to-correct = Il n’y a rien à corriger : la présentation montre la même chose que la version { $version }, et les fichiers sont les mêmes.
failure-council-erratum-without-note = Dites en quelques mots ce que l’erratum corrige.
failure-council-tabled-in-future = Une présentation ne peut pas être déposée après aujourd’hui : voyez la date.
failure-council-tabled-too-early = Une présentation n’est pas déposée avant l’ouverture de son cycle, ni un erratum avant ce qu’il corrige : le { $first } est le premier jour possible.
failure-council-no-file = Nommez les fichiers qui ont été remis.
failure-council-file-name = « { $name } » ne peut pas être le nom d’un fichier.
failure-council-file-twice = Deux des fichiers s’appellent { $name }.
failure-council-file-empty = { $name } est vide.
failure-council-file-too-large = { $name } dépasse { $most } Mio, le plus qui soit conservé d’un fichier.
failure-council-file-not-here = Les octets de { $name } ne sont pas dans ce fichier : ils ne sont pas arrivés, ont été perdus dans un dommage, ou ont été retirés pour de bon.
failure-council-file-written = { $path } a tout de même été écrit.
failure-council-file-damaged = Les octets de { $name } sont endommagés et ne sont plus ceux qui ont été déposés. Une copie de sauvegarde les contient peut-être intacts : voyez jalon backup list.
failure-council-no-cycle = Il n’y a pas ici de cycle de rapport { $id }.
cycle-named = { $meeting }, { $date } ({ $id })
failure-council-nothing-tabled = Aucune présentation n’a encore été déposée pour { $cycle }.
failure-council-no-such-version = Il n’y a pas de version { $version } déposée pour { $cycle }.

# Ce qui empêche une présentation d’être finale.
failure-deck-clearance-missing = { $name } ({ $id }) : accord manquant ({ $jurisdiction } y figure).
failure-deck-clearance-outdated = { $name } ({ $id }) : le texte a changé depuis que l’accord a été donné ({ $jurisdiction } y figure).
failure-deck-unissued = { $name } ({ $id }) : les autres gouvernements ne l’ont pas tel qu’il est ici. Diffusez-le (jalon challenge issue) et envoyez-leur un paquet.
failure-deck-unissued-conflict = { $name } ({ $id }) : plusieurs versions coexistent, et les autres gouvernements ne les ont pas toutes. Choisissez-en d’abord une (jalon conflicts), puis diffusez (jalon challenge issue) et envoyez-leur un paquet.
failure-deck-no-chair = Le plan n’indique aucune coprésidence : personne n’a donc pu approuver la présentation.
failure-deck-approval-missing = Coprésidence ({ $jurisdiction }, { $id }) : ce que montre la présentation n’est pas approuvé.
failure-deck-approval-void = Coprésidence ({ $jurisdiction }, { $id }) : l’approbation ne tient plus, car ce que montre la présentation a changé depuis.

# Ce que trouve une vérification du fichier.
problem-file-to-come = les octets de { $name } ne sont pas arrivés avec la mention de son dépôt. Recevez un paquet d’un fichier Jalon qui les contient, ou restaurez-en une sauvegarde.
failure-council-damage-bytes = Les octets d’un fichier remis ne sont plus ceux qui sont venus ({ $digest }).
failure-council-damage-missing = Il manque les octets de { $name }, remis à partir d’ici.
