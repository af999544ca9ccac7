### Le fichier du plan : ouverture, refus, historique.

## Le fichier.

failure-store-not-found = Il n’y a aucun fichier à l’emplacement { $path }.
failure-store-folder = { $path } est un dossier, pas le fichier d’un plan.
failure-store-no-file = { $path } n’est pas un fichier, mais un tube ou un périphérique, et ne contient aucun plan.
failure-store-exists = Il y a déjà un fichier à l’emplacement { $path }; il est resté tel quel.
failure-store-foreign = { $path } n’est pas un plan de Jalon; le fichier est resté tel quel.
failure-store-newer = { $path } vient d’une version plus récente de Jalon (version de fichier { $found }; celle-ci connaît la version { $known }). Mettez Jalon à jour pour l’ouvrir; le fichier est resté tel quel.
failure-store-damaged-file =
    { $count ->
        [one] { $path } est endommagé à { $count } endroit et n’a pas été ouvert pour le travail.
       *[other] { $path } est endommagé à { $count } endroits et n’a pas été ouvert pour le travail.
    }
failure-store-unreadable = Le système ne vous permet pas de lire { $path }.
failure-store-old-sqlite = Cette version de Jalon contient SQLite { $version }, trop ancien pour être sûr.
failure-store-full = Le disque est plein. Rien de cette action n’a été conservé; tout ce qui la précède est intact.
failure-store-unwritable = Impossible d’écrire dans { $path } : vérifiez les droits du fichier et de son dossier. Rien n’a été modifié.
failure-store-busy = Un autre programme occupe le fichier du plan. Rien n’a été modifié; réessayez dans un instant.
failure-store-damaged = Le fichier du plan est endommagé. Détail technique, en anglais : { $detail }.
failure-store-damaged-all = Plus rien n’est lisible dans le fichier du plan.
failure-store-gone = { $path } n’y est plus : le fichier a été déplacé ou supprimé pendant qu’il était ouvert. Rien n’a été écrit; remettez-le en place ou ouvrez-le à son nouvel emplacement.
failure-store-replaced = Un autre fichier a pris la place de { $path } pendant qu’il était ouvert. Rien n’a été écrit; ouvrez-le de nouveau.
failure-store-read-only = Le plan est ouvert en lecture seule.
failure-store-unverified = La vérification du fichier du plan n’est pas terminée. Vous pourrez le modifier dans un instant.
failure-store-not-redacted =
    { $count ->
        [one] La valeur n’a pas été supprimée définitivement : { $count } version en reste dans le fichier du plan, dont l’intérieur est endommagé. Vérifiez le fichier, remettez-le en état et supprimez la valeur de nouveau.
       *[other] La valeur n’a pas été supprimée définitivement : { $count } versions en restent dans le fichier du plan, dont l’intérieur est endommagé. Vérifiez le fichier, remettez-le en état et supprimez la valeur de nouveau.
    }
failure-store-io = Le disque n’a pas fait ce qui lui était demandé ({ $detail }). Rien de cette action n’a été conservé.
failure-store-unsure = Le disque n’a pas confirmé ce qui a été écrit ({ $detail }). Vérifiez si cette action y est avant de la refaire; tout ce qui la précède est intact.
failure-store-sqlite = Le fichier du plan n’a pas pu être utilisé ({ $detail }). Rien n’a été modifié.

## Ce que trouve une vérification.

failure-store-damage-file = L’intérieur du fichier est endommagé. Détail technique, en anglais : { $detail }.
failure-store-damage-chain = La transaction { $transaction } ne suit pas celle qui la précède.
failure-store-damage-hash = La transaction { $transaction } n’est plus celle qui a été écrite.
failure-store-damage-count = Le journal a perdu des transactions ou des changements.
failure-store-damage-head = La version actuelle de { $field } de { $id } n’est pas celle du journal.
failure-store-damage-row = { $kind } { $id } ne concorde pas avec le journal.
failure-store-damage-search =
    { $texts ->
        [one] { $texts } texte de l’index de recherche ne concorde pas avec le journal.
       *[other] { $texts } textes de l’index de recherche ne concordent pas avec le journal.
    }

## Refus.

failure-store-nothing-changes = Tout est déjà comme vous le demandez : il n’y avait rien à modifier.
failure-store-behalf-without-how = Indiquez par quel moyen la réponse est venue (courriel, téléphone).
failure-store-behalf-in-future = La réponse ne peut pas être venue après aujourd’hui : vérifiez sa date.
failure-store-behalf-ended = Ce rôle a pris fin pour { $id } le { $day }, avant le jour de la réponse : vérifiez ce jour ou mettez la liste des personnes à jour.
failure-store-behalf-not-yet = Ce rôle ne commence pour { $id } que le { $day }, après le jour de la réponse : vérifiez ce jour ou mettez la liste des personnes à jour.
failure-store-behalf-not-co-chair = Le plan n’indique aucune coprésidence pour { $id } : choisissez l’une des coprésidences ou mettez la liste des personnes à jour.
failure-store-record = { $kind } : un tel constat ne naît que de sa propre action et ne s’écrit jamais à la main.
failure-store-unknown = Rien ne porte l’identifiant { $id } dans ce plan.
failure-store-deleted = { $id } a été supprimé.
failure-store-taken = L’identifiant { $id } sert déjà dans ce plan.
failure-store-reserved = Jalon donne lui-même les identifiants comme { $id }. Choisissez-en un autre.
failure-store-no-such-field = { $kind } : il n’y a pas de champ « { $field } ».
failure-store-referred = { $id } ne peut pas être supprimé : { $kind } { $by } y renvoie.
failure-store-tabled = { $id } ne peut pas être supprimé : une présentation ({ $deck }) a été déposée dans ce cycle, et ce qui a été dit aux conseils reste consigné.
failure-store-bases-missing = { $field } : la demande ne dit pas de quelle version elle part.
failure-store-bases-unknown = { $field } de { $id } : { $change } n’en est pas une version.
failure-store-conflict = { $field } : il y a plusieurs versions. Choisissez-en une avant de modifier ce champ.
failure-store-conflict-to-copy = { $kind } { $id } : il y a plusieurs versions du champ « { $field } ». Choisissez-en une, puis recommencez; d’ici là, rien n’est repris.
failure-store-other-heads = { $field } : les versions ne sont plus celles qui vous ont été montrées. Regardez-les de nouveau.
failure-store-no-conflict = Il n’y a pas de conflit dans « { $field } » de { $id } : jalon conflicts montre où il y en a.
failure-store-text-changed = Le texte a changé depuis qu’il vous a été montré. Relisez-le avant de l’approuver.
failure-store-no-translation = Il n’y a pas encore de traduction à approuver.
failure-store-whole-and-side = { $field } : le texte est donné deux fois, en entier et par un de ses côtés. Donnez-le d’une seule de ces façons.
failure-store-term-there = Le glossaire contient déjà ce terme : { $other }. Modifiez celui-là.
failure-store-term-forbidden = Le terme { $other } du glossaire interdit un mot demandé ici, ou en demande un qui est interdit ici. Modifiez l’un des deux.
failure-store-term-forbids-itself = Le terme { $id } écarte un mot qu’il demande lui-même. Enlevez ce mot de ce qu’il ne faut pas écrire.
failure-store-no-room = Rien ne peut plus se placer après le dernier de ses voisins. Indiquez une place avant lui, ou donnez à ce voisin une clé d’ordre plus courte.
failure-store-not-empty = Il y a déjà un plan de travail ici : l’exemple ne s’installe que dans un plan vide.
failure-store-sample-before = L’exemple a déjà été installé ici, puis retiré. Rétablissez-le ou commencez un nouveau fichier.

## Annulation et rétablissement.

failure-store-nothing-to-undo = Vous n’avez rien à annuler.
failure-store-nothing-to-redo = Il n’y a rien à rétablir.
failure-store-cannot-be-undone = Votre dernière action ne peut pas être annulée ({ $done }).
failure-store-changed-since =
    { $by ->
        [somebody] { $field } de { $id } : { $actor } y a touché depuis ({ $done }); { $way ->
            [redo] ce que vous avez annulé ne peut plus être rétabli.
           *[undo] votre action ne peut plus être annulée.
        }
       *[nobody] { $field } de { $id } : ce champ a été modifié depuis ({ $done }); { $way ->
            [redo] ce que vous avez annulé ne peut plus être rétabli.
           *[undo] votre action ne peut plus être annulée.
        }
    }

## L’historique en mots

history-line = { $when }, { $who } : { $what }
history-why = { $what } : { $why }
# Quiconque agit pour un secteur de compétence.
office-reader = Lecture seule, { $jurisdiction }
office-lead = Responsable, { $jurisdiction }
office-secretariat = Secrétariat, { $jurisdiction }
office-co_chair = Coprésidence, { $jurisdiction }
history-who = { $name } ({ $roles })
history-on-behalf = { $actor }, pour « { $principal } » ({ $how }, { $when })
history-undoes = { $action } : { $undone }
history-built-in = Jalon
# Qui a touché à un défi qui ne nomme personne, pour ceux qui ne doivent pas le savoir.
history-somebody = Un membre du groupe
history-numbered = { $kind } { $number } « { $title } »
history-named = { $kind } « { $title } »
history-quoted = « { $text } »
history-created = { $name } : ajout
history-deleted = { $name } : suppression
history-restored = { $name } : rétablissement
history-issued = { $name } : diffusion
history-all-issued = plus rien n’est caché aux autres gouvernements
history-approved = { $name } : ce que montre la présentation est approuvé ({ $content }…)
history-withdrawn = { $name } : retrait
history-cleared-item = { $name } : accord donné au texte tel qu’il se lit ({ $content }…)
history-tabled = { $name } : dépôt de la version { $version } ({ $content }…)
history-changed = { $name }, { $field } : { $before }, puis { $after }
history-set = { $name }, { $field } : { $after }
history-cleared = { $name }, { $field } : contenu effacé
history-translation = { $name }, { $field } : révision
history-text = { $field } : { $text }
history-chosen = { $name }, { $field } : choix entre plusieurs versions : { $after }
history-chosen-deleted = { $name } : choix entre plusieurs versions : suppression
history-chosen-kept = { $name } : choix entre plusieurs versions : maintien
history-evidence-added = { $count ->
    [one] { $name }, preuve ajoutée : { $addresses }
   *[other] { $name }, preuves ajoutées : { $addresses }
}
history-evidence-removed = { $count ->
    [one] { $name }, preuve retirée : { $addresses }
   *[other] { $name }, preuves retirées : { $addresses }
}
history-from-to = { $name } : { $before }, puis { $after }
history-still = { $name }, toujours { $status }
history-is = { $name } : { $status }
history-moved = { $name } : déplacement
history-yes = oui
history-no = non
history-more = { $count ->
    [one] et { $count } autre
   *[other] et { $count } autres
 }
