### Ce qui entoure la fenêtre : démarrage, dialogues, liens, lignes de l’historique.

shell-app-name = Jalon
shell-window-title = Jalon – { $plan }

shell-moment = { $day }, { $time }

failure-shell-argument = « { $argument } » n’est pas compris ici. Jalon se lance seul, ou avec --store et le fichier du plan.
failure-shell-no-home = Ce système n’indique aucun dossier pour les données des applications. Lancez Jalon avec --store et le fichier du plan.
failure-shell-no-display = Il n’y a pas d’écran où montrer une fenêtre. La commande jalon fait la même chose sans fenêtre.
failure-shell-window = La fenêtre ne peut pas être affichée : { $detail }
failure-shell-system = Le système a refusé : { $detail }
failure-shell-nobody = Dites qui vous êtes avant de changer quoi que ce soit.
failure-shell-no-plan = Aucun plan n’est ouvert.
failure-shell-other-plan = Jalon est déjà ouvert, avec le plan { $open }. Fermez cette fenêtre pour ouvrir { $path }.
failure-shell-folder-name = Le nom de ce dossier ne peut pas s’écrire sous forme de texte : { $folder }
failure-shell-folder-unknown = Aucune présentation n’a été écrite dans ce dossier : { $folder }
failure-shell-file-taken = { $count ->
    [one] Un autre fichier se trouve déjà à { $path }. Rien n’a été écrit.
   *[other] D’autres fichiers s’y trouvent déjà : { $path }. Rien n’a été écrit.
 }
failure-shell-final-as-of = Une présentation finale dit l’état actuel. D’un moment passé, il n’y a que des ébauches.
