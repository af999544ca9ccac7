### La ligne de commande : copies de sauvegarde, déplacement, récupération, caviardage, issues.

cli-value-name = NOM
cli-option-replace = Remplacer les fichiers qui s’y trouvent déjà et qui sont différents
cli-option-read-only = Seulement regarder; d’un fichier endommagé, ce qui se lit encore

cli-backup = Faire, énumérer, vérifier et restaurer des copies de sauvegarde
cli-backup-make = Faire une copie de sauvegarde maintenant
cli-backup-list = Énumérer les copies de sauvegarde, la plus récente d’abord
cli-backup-verify = Vérifier une copie de sauvegarde en entier, ou toutes
cli-backup-restore = Mettre une copie de sauvegarde à la place du plan; ce qui s’y trouve est d’abord conservé comme copie
cli-backup-name = La copie de sauvegarde, telle que la liste la nomme
cli-move = Déplacer le fichier du plan et ses copies de sauvegarde ailleurs sur cet ordinateur
cli-move-to = La destination : un nouveau fichier ou un dossier existant
cli-salvage = Écrire ce qui se lit encore d’un fichier endommagé : le plan, son historique et les présentations déposées
cli-salvage-folder = Le dossier où écrire
cli-redact = Supprimer pour de bon ce qu’un champ a contenu : du plan, de son historique, de la recherche et des copies de sauvegarde
cli-redact-id = Où cela se trouve : un identifiant, ou un numéro du tableau (2 ou 2.1)
cli-redact-field = Le champ : title, ou une seule de ses langues : title.fr
cli-redact-reason = Pourquoi; le motif reste dans l’historique, n’y répétez donc pas ce qui disparaît
cli-redact-change = Seulement ce changement du champ, par son identifiant; peut être répété (sinon tous)

cli-backup-made = Copie de sauvegarde faite : { $name }
cli-backup-line = { $name } : { $day }, { $time }, { $why }, { $kilobytes } ko
cli-backup-good = { $count ->
    [one] { $name } est entière : { $count } transaction.
   *[other] { $name } est entière : { $count } transactions.
 }
cli-backup-restored = Le plan est tel qu’il était dans { $name }. Ce qui s’y trouvait est devenu une copie de sauvegarde : voyez jalon backup list.
cli-move-done = Le plan et ses copies de sauvegarde se trouvent maintenant ici : { $path }
cli-salvage-done = { $count ->
    [one] { $count } transaction a pu être lue et vérifiée
   *[other] { $count } transactions ont pu être lues et vérifiées
 }; { $lost ->
    [0] { $missing ->
        [0] rien n’est perdu.
       *[other] aucune action n’est perdue, mais tout ce que contient le fichier n’a pas pu être écrit :
     }
    [one] il y a des traces de { $lost } autre, qui ne peut pas l’être.
   *[other] il y a des traces de { $lost } autres, qui ne peuvent pas l’être.
 }
cli-redact-stands = Les mêmes mots se trouvent dans { $field } de { $id }. S’ils doivent disparaître là aussi : { $command }
cli-redact-stood = Les mêmes mots se sont trouvés dans { $field } de { $id } et restent dans son historique. S’ils doivent disparaître là aussi : { $command }
cli-backup-about = { $name } : { $what }
cli-redact-done = { $count ->
    [0] Supprimé pour de bon; aucune copie de sauvegarde ne le contenait.
    [one] Supprimé pour de bon, de { $count } copie de sauvegarde aussi.
   *[other] Supprimé pour de bon, de { $count } copies de sauvegarde aussi.
 }
cli-redact-done-left = { $count ->
    [0] Supprimé pour de bon du plan, mais pas de toutes les copies de sauvegarde.
    [one] Supprimé pour de bon du plan et de { $count } copie de sauvegarde, mais pas de toutes.
   *[other] Supprimé pour de bon du plan et de { $count } copies de sauvegarde, mais pas de toutes.
 }

## Issues.

cli-way-again = Vous pouvez réessayer une fois la cause écartée.
cli-way-read-only = Vous pouvez regarder le plan sans le modifier : { $command }
cli-way-restore = { $count ->
    [one] Vous pouvez revenir à la copie de sauvegarde du { $day }, { $time } ({ $count } transaction) : { $command }
   *[other] Vous pouvez revenir à la copie de sauvegarde du { $day }, { $time } ({ $count } transactions) : { $command }
 }
cli-way-export = { $lost ->
    [0] Vous pouvez écrire { $files ->
        [0] tout ce qu’il contient
        [one] tout ce qu’il contient sauf un fichier d’une présentation déposée, qui est perdu
       *[other] tout ce qu’il contient sauf { $files } fichiers de présentations déposées, qui sont perdus
     }, soit { $count ->
        [one] { $count } transaction
       *[other] { $count } transactions
     } : { $command }
   *[other] Vous pouvez écrire ce qui se lit encore, soit { $count ->
        [one] { $count } transaction
       *[other] { $count } transactions
     } ({ $lost ->
        [one] { $lost } de plus est illisible
       *[other] { $lost } de plus sont illisibles
     }) : { $command }
 }
cli-way-other = Vous pouvez indiquer un autre fichier avec --store.
cli-way-create = Vous pouvez y créer un nouveau plan : { $command }
cli-way-open-at = Le plan se trouve ainsi : { $command }
