### La ligne de commande d’un fichier à l’autre.

cli-value-who = QUI
cli-value-field = CHAMP
cli-value-json = JSON

cli-package = Envoyer à un autre fichier ce qui lui manque, ou recevoir ce qu’il envoie
cli-package-write = Écrire dans un paquet ce qui manque à un autre fichier
cli-package-write-file = Où l’écrire
cli-package-for = Pour qui : everybody (tout le monde, par défaut) ou secretariat, qui voit d’où viennent les défis
cli-package-after = Un paquet venu de cet autre fichier : seul ce qui lui manque est écrit
cli-package-read = Recevoir un paquet; ce qui a déjà été reçu ne change rien
cli-package-read-file = Le paquet
cli-waiting = Énumérer ce qui est arrivé et attend ce qui ne l’est pas
cli-conflicts = Énumérer les champs dont plusieurs versions subsistent
cli-resolve = Choisir entre les versions d’un champ
cli-resolve-id = L’élément : un identifiant, ou un numéro du tableau (2 ou 2.1)
cli-resolve-field = Le champ, tel que jalon conflicts le nomme (title.en, status, deleted)
cli-resolve-choose = La version qui doit rester, telle que jalon conflicts la nomme
cli-resolve-value = Ce qui doit la remplacer, en JSON
cli-device = L’appareil au nom duquel ce fichier s’écrit
cli-value-place = PLACE
cli-value-device = APPAREIL
cli-device-renew = Prendre un nouvel appareil, après une copie ou une restauration du fichier
cli-device-renew-from = Émettre de nouveau ce que ce fichier a écrit à partir de cette place, même ce qui a été envoyé : la place qu’un refus nomme
cli-device-renew-device = L’appareil au nom duquel ce fichier l’a écrit (l’appareil actuel, par défaut)
cli-device-renew-pinned = Même si une approbation, une présentation déposée, une émission ou une clôture de ce fichier désigne ces places; y revenir montre alors ce que l’autre fichier y a écrit

cli-package-written = { $count ->
    [one] Paquet écrit, avec { $count } transaction : { $path }
   *[other] Paquet écrit, avec { $count } transactions : { $path }
 }
cli-package-stubs = { $count ->
    [one] Pour { $count } d’entre elles, seule la place est envoyée : le contenu n’est pas destiné au destinataire.
   *[other] Pour { $count } d’entre elles, seule la place est envoyée : le contenu n’est pas destiné au destinataire.
 }
cli-package-dry = Voici ce qui serait reçu. Rien n’a été modifié.
cli-package-applied = { $count ->
    [0] Rien de nouveau.
    [one] { $count } transaction reçue.
   *[other] { $count } transactions reçues.
 }
cli-package-completed = { $count ->
    [one] { $count } transaction était ici en partie et y est maintenant en entier.
   *[other] { $count } transactions étaient ici en partie et y sont maintenant en entier.
 }
cli-package-known = { $count ->
    [one] { $count } était déjà ici.
   *[other] { $count } étaient déjà ici.
 }
cli-package-kept = { $count ->
    [one] Pour { $count } d’entre elles, seule la place a été envoyée : le contenu n’est pas destiné à ce fichier.
   *[other] Pour { $count } d’entre elles, seule la place a été envoyée : le contenu n’est pas destiné à ce fichier.
 }
cli-package-newer = { $count ->
    [one] { $count } modification vient d’une version plus récente de Jalon. Elle est conservée et transmise; mettez Jalon à jour pour la voir.
   *[other] { $count } modifications viennent d’une version plus récente de Jalon. Elles sont conservées et transmises; mettez Jalon à jour pour les voir.
 }
cli-package-renewed = Un autre fichier s’écrit au nom de l’appareil de celui-ci. Ce fichier a maintenant un nouvel appareil : { $device }.
cli-package-conflicts = { $count ->
    [one] { $count } champ a maintenant plusieurs versions. Voir jalon conflicts.
   *[other] { $count } champs ont maintenant plusieurs versions. Voir jalon conflicts.
 }
cli-package-conflicts-deleted = { $count ->
    [one] { $count } élément a été supprimé pendant que quelqu’un d’autre y travaillait. Voir jalon conflicts.
   *[other] { $count } éléments ont été supprimés pendant que quelqu’un d’autre y travaillait. Voir jalon conflicts.
 }
cli-package-dry-conflicts = { $count ->
    [one] { $count } champ aurait plusieurs versions, entre lesquelles il faudrait choisir.
   *[other] { $count } champs auraient plusieurs versions, entre lesquelles il faudrait choisir.
 }
cli-package-dry-conflicts-deleted = { $count ->
    [one] { $count } élément serait supprimé par quelqu’un alors que quelqu’un d’autre y travaillait, et il faudrait choisir.
   *[other] { $count } éléments seraient supprimés par quelqu’un alors que quelqu’un d’autre y travaillait, et il faudrait choisir.
 }
cli-waiting-none = Rien n’attend.
cli-conflicts-none = Aucun champ n’a plusieurs versions.
cli-conflicts-field = { $name } – { $field }
cli-conflicts-holds = Contenu alors : { $value }
cli-resolve-done = { $field } : choix fait.
cli-device-renewed = { $count ->
    [0] Ce fichier a un nouvel appareil : { $device }.
    [one] Ce fichier a un nouvel appareil : { $device }. { $count } transaction a été émise de nouveau en son nom.
   *[other] Ce fichier a un nouvel appareil : { $device }. { $count } transactions ont été émises de nouveau en son nom.
 }
cli-package-files = { $count ->
    [one] { $count } fichier d’une présentation déposée l’accompagne.
   *[other] { $count } fichiers de présentations déposées l’accompagnent.
 }
