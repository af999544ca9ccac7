### Le plan en JSON qui arrive, les fichiers lus et écrits.

## Le fichier de plan dans son ensemble.

failure-import-too-large = Le fichier dépasse { $megabytes } Mo, la taille maximale d’un fichier de plan. Rien n’a été importé.
failure-import-too-many-values = Le fichier contient plus de { $limit } valeurs, le maximum d’un fichier de plan. Rien n’a été importé.
failure-import-not-utf8 = Le fichier n’est pas du texte en UTF-8 : voir l’octet { $byte }. Enregistrez-le en UTF-8 et réessayez.
failure-import-truncated = Le fichier s’arrête au milieu, à la ligne { $line }, colonne { $column }. Il en manque peut-être une partie.
failure-import-not-json = Le fichier n’est pas du JSON : voir la ligne { $line }, colonne { $column }.
failure-import-lone-surrogate = Il y a la moitié d’un caractère à la ligne { $line }, colonne { $column } : un code \uD800 à \uDFFF sans son autre moitié.
failure-import-not-a-plan = Le fichier est du JSON, mais pas un plan : il n’indique pas "format": "jalon-plan".
failure-import-other-format = Le fichier est au format « { $format } ». Un fichier de plan indique "jalon-plan".
failure-import-bad-version = Le fichier n’indique pas la version du format de plan : "version": 1.
failure-import-newer = Le fichier vient d’une version plus récente de Jalon (format { $version }; celle-ci lit jusqu’au format { $known }). Mettez Jalon à jour et réessayez.
failure-import-more = { $count ->
    [one] { $count } autre faute n’est pas affichée.
   *[other] { $count } autres fautes ne sont pas affichées.
}

## Ce qui cloche à un endroit, après l’endroit.

import-too-deep = plus de { $limit } niveaux imbriqués.
import-duplicate-key = cette clé figure deux fois dans le même objet.
import-duplicate-id = l’identifiant « { $id } » est déjà celui de { $first }.
# { $kind } est la sorte d’élément qui porte cet identifiant dans le plan.
import-other-kind = { $kind ->
    [jurisdiction] le plan a un secteur de compétence dont l’identifiant est « { $id } ».
    [person] le plan a une personne dont l’identifiant est « { $id } ».
    [workplan] le plan a un plan de travail dont l’identifiant est « { $id } ».
    [priority] le plan a une priorité dont l’identifiant est « { $id } ».
    [milestone] le plan a un jalon dont l’identifiant est « { $id } ».
    [meeting] le plan a une réunion dont l’identifiant est « { $id } ».
    [cycle] le plan a un cycle de rapport dont l’identifiant est « { $id } ».
   *[other] le plan a un élément d’une autre sorte dont l’identifiant est « { $id } ».
}
import-unknown = le format n’a rien de ce nom.
import-not-a-list = il faut une liste.
import-not-an-object = il faut un objet : un élément, avec son identifiant et ses champs.

## Les fichiers lus.

failure-load-missing = Le fichier { $path } n’existe pas.
failure-load-is-folder = { $path } est un dossier. Indiquez un fichier.
failure-load-forbidden = Vous n’avez pas le droit de lire { $path }.
failure-load-io = Impossible de lire { $path } : { $detail }

## Les fichiers écrits. Ce qui s’y trouvait est resté tel quel.

failure-origins = Seul le secrétariat peut sortir l’origine des défis.
failure-file-folder-missing = Le dossier { $path } n’existe pas. Rien n’a été écrit.
failure-file-unwritable = Vous n’avez pas le droit d’écrire dans le dossier { $path }. Rien n’a été écrit.
failure-file-disk-full = Il n’y a plus de place pour le fichier dans { $path }. Rien n’a été écrit.
failure-file-open-elsewhere = { $path } est ouvert dans un autre programme. Fermez-le et réessayez.
failure-file-owned-elsewhere = { $path } est ouvert dans un autre programme. Fermez-le et réessayez. Si aucun programme ne l’a ouvert, supprimez { $lock } à côté du fichier.
failure-file-is-folder = { $path } est un dossier. Indiquez un fichier.
failure-file-no-file = { $path } est un tube, un terminal ou un périphérique, et non un fichier. Indiquez un fichier.
failure-file-is-store = { $path } est le fichier d’un plan : il ne doit pas être remplacé. Choisissez un autre nom.
failure-file-bad-name = Un fichier ne peut pas s’y appeler { $path }. Choisissez un autre nom.
failure-file-taken = { $count ->
    [one] Un autre fichier se trouve déjà à { $path }. Rien n’a été écrit : choisissez un autre endroit, ou ajoutez --replace si ce fichier peut disparaître.
   *[other] D’autres fichiers s’y trouvent déjà : { $path }. Rien n’a été écrit : choisissez un autre endroit, ou ajoutez --replace si ces fichiers peuvent disparaître.
 }
failure-file-same-place = Deux fichiers iraient au même endroit, { $path }. Rien n’a été écrit.
failure-file-not-put-back = L’un des fichiers n’a pas pu être écrit, et { $path } n’a pas pu être remis comme avant : { $detail } L’ancien fichier est dans le même dossier; son nom commence par .jalon-
failure-file-io = Impossible d’écrire { $path } : { $detail }

## Dans les noms de fichiers.

file-name-draft = ébauche
