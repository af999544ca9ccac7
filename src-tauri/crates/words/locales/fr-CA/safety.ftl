### Sûreté : emplacements d’un plan, copies de sauvegarde, restauration, déplacement, caviardage.

## Emplacements.

failure-place-share = { $share } se trouve sur un autre ordinateur. Le fichier d’un plan peut s’y abîmer à l’insu de tous : gardez-le sur un disque de cet ordinateur et partagez-le par paquets.
failure-place-drive = Le lecteur { $drive } est un lecteur réseau. Le fichier d’un plan peut s’y abîmer à l’insu de tous : gardez-le sur un disque de cet ordinateur et partagez-le par paquets.
failure-place-mounted = { $folder } se trouve sur un autre ordinateur (système de fichiers { $fs }). Le fichier d’un plan peut s’y abîmer à l’insu de tous : gardez-le sur un disque de cet ordinateur et partagez-le par paquets.
failure-place-synchronised = { $product } synchronise { $folder }. Il copierait le fichier d’un plan pendant son écriture ou remettrait une version ancienne : gardez le plan dans un dossier qui n’est pas synchronisé et partagez-le par paquets.
failure-place-synchronised-unnamed = { $folder } appartient à un programme qui synchronise des fichiers. Il copierait le fichier d’un plan pendant son écriture ou remettrait une version ancienne : gardez le plan dans un dossier qui n’est pas synchronisé et partagez-le par paquets.

## Copies de sauvegarde.

action-restore = Restauration d’une copie de sauvegarde
history-from-backup = plan restauré à partir de la copie de sauvegarde { $name }

backup-why-scheduled = quotidienne
backup-why-before-migration = avant une mise à niveau du fichier
backup-why-before-import = avant une importation
backup-why-before-package = avant la réception d’un paquet
backup-why-before-restore = ce qu’une restauration a remplacé
backup-why-by-hand = faite à la main

failure-backup-none = Il n’y a encore aucune copie de sauvegarde de ce plan.
failure-backup-no-such = Aucune copie de sauvegarde de ce plan ne s’appelle { $name }.
failure-backup-damaged =
    { $count ->
        [one] La copie de sauvegarde { $name } est endommagée à { $count } endroit. Choisissez-en une autre.
       *[other] La copie de sauvegarde { $name } est endommagée à { $count } endroits. Choisissez-en une autre.
    }
failure-store-behind = { $count ->
    [one] Il manque à ce fichier la dernière action que contient sa copie de sauvegarde { $name } : son journal d’écriture a été enlevé, ou une copie plus ancienne a pris sa place. Ramenez-la avant de continuer { $at ->
        [terminal] ({ $command }).
       *[window] (Réglages, Sauvegardes).
     }
   *[other] Il manque à ce fichier les { $count } dernières actions que contient sa copie de sauvegarde { $name } : son journal d’écriture a été enlevé, ou une copie plus ancienne a pris sa place. Ramenez-les avant de continuer { $at ->
        [terminal] ({ $command }).
       *[window] (Réglages, Sauvegardes).
     }
 }
failure-backup-first = Une copie de sauvegarde doit précéder cette opération, et elle n’a pas pu être faite. { $why }
failure-backup-daily = La copie de sauvegarde du jour n’a pas pu être faite; le plan lui-même est intact. { $why }

## Déplacement.

failure-store-moved = Le plan de { $path } se trouve maintenant à l’emplacement { $to }. Si ce disque n’est pas branché, branchez-le et réessayez.

## Caviardage.

action-redact = Caviardage
redacted-stand-in = [caviardé]
history-redacted = { $name }, { $field } : contenu supprimé pour de bon
history-redacted-again = { $name }, { $field } : contenu supprimé pour de bon avant la restauration d’une copie de sauvegarde; il le demeure
history-redacted-value = { $name }, { $field } : [caviardé]
failure-store-redaction-without-reason = Dites pourquoi ceci doit disparaître pour de bon : le motif reste dans l’historique. N’y répétez pas ce qui disparaît.
failure-store-not-redactable = { $field } de { $id } : ce champ ne contient rien que quelqu’un a rédigé, il n’y a donc rien à caviarder.
failure-store-day-needed = { $id } ne peut pas être sans « { $field } ». Changez d’abord cette date, puis caviardez-la : tout ce qui se trouvait là avant est alors supprimé pour de bon, et la nouvelle reste.
problem-redacted = le contenu a été caviardé, et personne n’a rien écrit à sa place. Écrivez-le de nouveau.
failure-no-identifier = { $kind } « { $id } » : son nom n’est pas un identifiant, et rien ne peut être affiché. Le contenu est conservé; entrez-le de nouveau sous un identifiant fait de lettres, de chiffres, de points, de traits d’union et de traits de soulignement.
problem-unreadable = le contenu est illisible pour cette version de Jalon. Ce qui s’affiche n’est pas ce qui s’y trouve : mettez Jalon à jour ou écrivez-le de nouveau.
status-not-shown = [statut caviardé, ou venu d’une version plus récente]
redaction-later = Supprimé du plan pour de bon. Ce que son fichier, son journal d’écriture et ses copies de sauvegarde en gardent encore n’a pas pu être entièrement nettoyé maintenant, le plus souvent parce qu’un autre programme lit : ce sera fait à la prochaine ouverture du plan.
redaction-left = Trop endommagée pour être nettoyée; regardez cette copie de sauvegarde et supprimez-la : { $name }
redaction-kept-file = Une présentation déposée est conservée telle qu’elle a été remise; voyez si le contenu y figure aussi : { $name }
failure-check-redaction-left = { $path } est trop endommagé pour être nettoyé de ce qui a été supprimé pour de bon du plan, et peut le contenir encore. Regardez ce fichier et supprimez-le.
failure-check-redaction-later = Un contenu a été supprimé pour de bon du plan, mais son fichier, son journal d’écriture ou ses copies de sauvegarde n’ont pas encore pu en être entièrement nettoyés, le plus souvent parce qu’un autre programme lit : ce sera fait à la prochaine ouverture du plan.

## Ce qui se lit encore.

failure-store-salvaged =
    { $lost ->
        [0] Voici ce qui a pu être lu et vérifié d’un fichier endommagé : ses { $count } transactions, toutes.
       *[other] Voici ce qui a pu être lu et vérifié d’un fichier endommagé : { $count } transactions; nombre de transactions perdues : { $lost }.
    } { $files ->
        [0] On peut seulement regarder.
        [one] Un fichier d’une présentation déposée est perdu. On peut seulement regarder.
       *[other] { $files } fichiers de présentations déposées sont perdus. On peut seulement regarder.
    }
