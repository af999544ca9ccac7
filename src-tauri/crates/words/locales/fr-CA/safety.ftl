### Sûreté : emplacements d’un plan, copies de sauvegarde, restauration, déplacement, caviardage.

## Emplacements.

failure-place-share = { $share } se trouve sur un autre ordinateur. Le fichier d’un plan peut s’y abîmer à l’insu de tous : gardez-le sur un disque de cet ordinateur et partagez-le par paquets.
failure-place-drive = Le lecteur { $drive } est un lecteur réseau. Le fichier d’un plan peut s’y abîmer à l’insu de tous : gardez-le sur un disque de cet ordinateur et partagez-le par paquets.
failure-place-mounted = { $folder } se trouve sur un autre ordinateur (système de fichiers { $fs }). Le fichier d’un plan peut s’y abîmer à l’insu de tous : gardez-le sur un disque de cet ordinateur et partagez-le par paquets.
failure-place-synchronised = { $product } synchronise { $folder }. Il copierait le fichier d’un plan pendant son écriture ou remettrait une version ancienne : gardez le plan dans un dossier qui n’est pas synchronisé et partagez-le par paquets.
failure-place-synchronised-unnamed = { $folder } appartient à un programme qui synchronise des fichiers. Il copierait le fichier d’un plan pendant son écriture ou remettrait une version ancienne : gardez le plan dans un dossier qui n’est pas synchronisé et partagez-le par paquets.
