### D’un fichier à l’autre : paquets, ce qui attend, conflits, copies d’un fichier.

# Ce que seule une version plus récente du programme fait.
action-newer = Une action d’une version plus récente de Jalon

## Ce qui arrive.

failure-item-not-understood = Ce n’est pas une transaction telle que Jalon les écrit.
failure-item-changed = Cette transaction ne correspond pas à sa propre empreinte : elle a été modifiée en chemin.
failure-item-malformed = Cette transaction est mal formée ({ $what }) : aucune version de Jalon n’en écrit de telle.
failure-delivery-copied =
    { $count ->
        [one] { $count } transaction de l’appareil { $device } n’a pas été reçue : à la place { $seq }, une autre a été reçue auparavant. Deux fichiers écrivent au nom de cet appareil, parce que l’un est une copie de l’autre. Lancez « jalon --store FICHIER device renew --from { $from } --device { $device } », où FICHIER est le fichier qui a écrit ce qui est refusé, puis récrivez son paquet en entier, sans --after.
       *[other] { $count } transactions de l’appareil { $device } n’ont pas été reçues : à partir de la place { $seq }, d’autres ont été reçues auparavant. Deux fichiers écrivent au nom de cet appareil, parce que l’un est une copie de l’autre. Lancez « jalon --store FICHIER device renew --from { $from } --device { $device } », où FICHIER est le fichier qui a écrit ce qui est refusé, puis récrivez son paquet en entier, sans --after.
    }
failure-delivery-copied-own =
    { $count ->
        [one] { $count } transaction n’a pas été reçue : un autre fichier écrit au nom de l’appareil de celui-ci ({ $device }, à partir de la place { $seq }), parce que l’un est une copie de l’autre. { $at ->
            [terminal] Lancez « { $command } »
           *[window] Donnez à ce fichier un nouvel appareil à partir de cette place
        }, puis relisez le paquet : ce que ce fichier a écrit à partir de là garde son contenu et reçoit une place à soi, même ce qui a été envoyé.
       *[other] { $count } transactions n’ont pas été reçues : un autre fichier écrit au nom de l’appareil de celui-ci ({ $device }, à partir de la place { $seq }), parce que l’un est une copie de l’autre. { $at ->
            [terminal] Lancez « { $command } »
           *[window] Donnez à ce fichier un nouvel appareil à partir de cette place
        }, puis relisez le paquet : ce que ce fichier a écrit à partir de là garde son contenu et reçoit une place à soi, même ce qui a été envoyé.
    }
failure-renew-nothing-there = Ce fichier ne contient rien qu’il ait écrit au nom de l’appareil { $device } à la place { $from } ni après : cela a déjà été émis de nouveau, ou un autre fichier l’a écrit. Rien n’a été modifié.
failure-renew-pinned = Une approbation, une présentation déposée, une émission ou une clôture de ce fichier désigne la place { $from } de l’appareil { $device } ou une place suivante, et désignerait alors ce que l’autre fichier y a écrit. Rien n’a été modifié. { $at ->
    [terminal] Lancez « jalon --store FICHIER device renew --from { $from } --device { $device } », où FICHIER est l’autre fichier; si c’est refusé là aussi, lancez « { $command } ».
   *[window] Donnez à l’autre fichier un nouvel appareil à partir de cette place; si c’est refusé là aussi, faites-le quand même ici.
 }
failure-delivery-taken =
    { $count ->
        [one] { $count } transaction de l’appareil { $device } (place { $seq }) n’a pas été reçue : elle prétend à l’identifiant { $id }, qui est celui d’une autre transaction.
       *[other] { $count } transactions de l’appareil { $device } (à partir de la place { $seq }) n’ont pas été reçues : la première prétend à l’identifiant { $id }, qui est celui d’une autre transaction.
    }
failure-store-damage-waiting = Ce qui attend d’être appliqué n’est pas ce qui est arrivé ({ $detail }).

## Paquets.

failure-package-foreign = { $path } n’est pas un paquet de Jalon.
failure-package-newer = { $path } vient d’une version plus récente de Jalon (forme de paquet { $found }; celle-ci connaît la forme { $known }). Mettez Jalon à jour pour le lire.
failure-package-line = Ligne { $line } : { $fault }
failure-package-line-too-long = La ligne { $line } dépasse { $limit } octets.
failure-package-line-not-utf8 = La ligne { $line } n’est pas du texte UTF-8.
failure-package-short = Le paquet a été tronqué : il contient { $found } des { $said } transactions et fichiers qu’il annonce. Rien n’a été reçu.
failure-package-count = Le paquet contient plus que les { $said } transactions et fichiers qu’il annonce. Rien n’a été reçu.
failure-package-too-many = Le paquet annonce { $said } transactions et fichiers; le maximum est de { $limit }.
failure-package-too-large = Le paquet dépasse { $megabytes } Mo.

## Ce qui attend.

delivery-waiting = { $what } (appareil { $device }, place { $seq }) attend { $needs }.
# $action is the name of an action, as history tells it.
delivery-waiting-action = { $action } – { $day }
delivery-waiting-place = Une transaction que ce fichier n’a pas à voir
delivery-needs-transaction = la transaction à la place { $seq } de l’appareil { $device }
delivery-needs-change = une modification qui n’est pas arrivée ({ $id })
delivery-needs-entity = un élément que rien n’a encore créé ici ({ $id })
failure-waiting-ask =
    { $count ->
        [one] { $count } transaction venue d’ailleurs ({ $who }) attend ici quelque chose qui n’est pas arrivé. Demandez-y un paquet complet (là-bas : jalon package write FICHIER, sans --after) et lisez-le ici (jalon package read FICHIER). L’appareil { $device } l’a écrite.
       *[other] { $count } transactions venues d’ailleurs ({ $who }) attendent ici quelque chose qui n’est pas arrivé. Demandez-y un paquet complet (là-bas : jalon package write FICHIER, sans --after) et lisez-le ici (jalon package read FICHIER). L’appareil { $device } les a écrites.
    }
failure-waiting-ask-device =
    { $count ->
        [one] { $count } transaction de l’appareil { $device } attend ici quelque chose qui n’est pas arrivé. Demandez à qui l’a envoyée un paquet complet (là-bas : jalon package write FICHIER, sans --after) et lisez-le ici (jalon package read FICHIER).
       *[other] { $count } transactions de l’appareil { $device } attendent ici quelque chose qui n’est pas arrivé. Demandez à qui les a envoyées un paquet complet (là-bas : jalon package write FICHIER, sans --after) et lisez-le ici (jalon package read FICHIER).
    }

## Choix entre des versions.

failure-resolve-no-conflict = { $id } n’a pas plusieurs versions de « { $field } » entre lesquelles vous pouvez choisir. Voir jalon conflicts.
failure-resolve-no-version = { $change } n’est pas l’une des versions. Voir jalon conflicts.
failure-resolve-not-json = « { $value } » n’est pas du JSON. Un texte se met entre guillemets droits, qu’il faut empêcher l’interpréteur de commandes d’enlever.

## Ce qui ne va pas quand deux fichiers se rencontrent.

problem-submitted-twice = le même secteur de compétence a un autre envoi dans ce cycle ({ $other }). Gardez l’un des deux.
problem-tabled-twice = une autre présentation a été déposée pour la même réunion sous le même numéro ({ $others }). Les deux restent consignées, et aucune présentation finale n’est retenue. Voyez ce qui vaut, puis déposez un erratum à celle qui ne le dit plus (jalon erratum --of); la présentation de la réunion suivante y met fin aussi.
problem-deleted-above = « { $title } » se trouve sous « { $name } » ({ $missing }), élément qui a été supprimé : aucun tableau ni aucune présentation n’en montre rien. Déplacez-le ou supprimez-le, ou demandez à qui a supprimé { $missing } d’annuler cette suppression.
problem-deleted = « { $title } » renvoie à « { $name } » ({ $missing }), élément qui a été supprimé. Nommez-en un autre à cet endroit, ou aucun, ou demandez à qui a supprimé { $missing } d’annuler cette suppression.
problem-deleted-record = « { $name } » ({ $missing }) a été supprimé, et ce qui y a été consigné ne se trouve nulle part. Demandez à qui a supprimé { $missing } d’annuler cette suppression.
