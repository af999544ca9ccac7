### D’un fichier à l’autre : paquets, ce qui attend, conflits, copies d’un fichier.

# Ce que seule une version plus récente du programme fait.
action-newer = Une action d’une version plus récente de Jalon

## Ce qui arrive.

failure-item-not-understood = Ce n’est pas une transaction telle que Jalon les écrit.
failure-item-changed = Cette transaction ne correspond pas à sa propre empreinte : elle a été modifiée en chemin.
failure-item-malformed = Cette transaction est mal formée ({ $what }) : aucune version de Jalon n’en écrit de telle.
failure-delivery-copied =
    { $count ->
        [one] { $count } transaction de l’appareil { $device } n’a pas été reçue : à la place { $seq }, une autre a été reçue auparavant. Deux fichiers écrivent au nom de cet appareil, parce que l’un est une copie de l’autre. Lancez « jalon device renew » sur l’un des deux, puis récrivez son paquet.
       *[other] { $count } transactions de l’appareil { $device } n’ont pas été reçues : à partir de la place { $seq }, d’autres ont été reçues auparavant. Deux fichiers écrivent au nom de cet appareil, parce que l’un est une copie de l’autre. Lancez « jalon device renew » sur l’un des deux, puis récrivez son paquet.
    }
failure-delivery-copied-own =
    { $count ->
        [one] { $count } transaction n’a pas été reçue : un autre fichier écrit au nom de l’appareil de celui-ci ({ $device }, à partir de la place { $seq }), parce que l’un est une copie de l’autre. Lancez « jalon device renew » ici, puis relisez le paquet : ce qui n’a pas encore été envoyé garde son contenu et reçoit une place à soi.
       *[other] { $count } transactions n’ont pas été reçues : un autre fichier écrit au nom de l’appareil de celui-ci ({ $device }, à partir de la place { $seq }), parce que l’un est une copie de l’autre. Lancez « jalon device renew » ici, puis relisez le paquet : ce qui n’a pas encore été envoyé garde son contenu et reçoit une place à soi.
    }
failure-delivery-taken =
    { $count ->
        [one] { $count } transaction de l’appareil { $device } (place { $seq }) n’a pas été reçue : elle prétend à l’identifiant { $id }, qui est celui d’une autre transaction.
       *[other] { $count } transactions de l’appareil { $device } (à partir de la place { $seq }) n’ont pas été reçues : la première prétend à l’identifiant { $id }, qui est celui d’une autre transaction.
    }
failure-store-damage-waiting = Ce qui attend d’être appliqué n’est pas ce qui est arrivé ({ $detail }).
