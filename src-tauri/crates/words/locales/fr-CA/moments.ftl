### Moments du journal, et ce qui diffère entre deux d’entre eux.

## Un moment, comme on le nomme.

moment-now = maintenant
moment-time = { $day }, { $time }
moment-tabled = { $version ->
    [1] présentation déposée le { $day } ({ $meeting })
   *[other] version { $version } de la présentation déposée le { $day } ({ $meeting })
 }
moment-closed = clôture du plan le { $day }

failure-moment-unknown = « { $value } » ne désigne aucun moment. Donnez un jour (2019-09-14), une heure (2019-09-14T08:00:00-04:00), now, tabled, ou l’identifiant d’une présentation déposée, de la clôture d’un plan ou d’une action de l’historique.
failure-moment-future = { $value } n’est pas encore arrivé.
failure-moment-unrecorded = À ce moment ({ $moment }), rien n’était encore consigné dans ce fichier. Ce qu’il consigne commence le { $begins } et ne dit rien de ce qui précède.
failure-moment-reversed = Le second moment précède le premier. Nommez d’abord le plus ancien.
failure-moment-nothing-tabled = Aucune présentation n’a encore été déposée pour ce plan.

## Ce qui diffère.

since-heading = Ce qui a changé : { $from } → { $to }
since-to-correct = Déclarés réalisés et ne l’étant plus : une correction est due aux conseils
since-completed = Réalisés
since-slipped = Échéances reportées
since-rescheduled = Autres changements de dates
since-regressed = En recul
since-new = Nouveaux
since-dropped = Retirés
since-restated = Autres changements d’état
since-moved = Sous une autre priorité
since-silent = Sans nouvelles
since-leads = Responsables
since-translations = Textes et traductions
since-otherwise = Autres changements
since-nothing = Rien n’a changé.

since-from-to = { $name } : { $before } → { $after }
since-field = { $name }, { $field } : { $before } → { $after }
since-stands = { $name } : { $status }
since-due = { $name } (échéance : { $date })
since-gone = { $name } : n’est plus dans le plan de travail
since-removed = { $name } : ne figure plus au rapport
since-merged = { $name } : fusion dans { $into }
since-completed-on = { $name } : le { $day }
since-completed-in-time = { $name } : le { $day }, à temps
since-completed-late = { $days ->
    [one] { $name } : le { $day }, avec { $days } jour de retard
   *[other] { $name } : le { $day }, avec { $days } jours de retard
 }
since-correct = { $name } : { $status } maintenant
since-correct-gone = { $name } : n’est plus dans le plan
since-nobody = personne
since-no-text = (rien)
since-no-date = sans date

# Quand l’historique n’est dit qu’à d’autres.
history-withheld = Ce qui a été fait à ce défi n’est dit qu’au secrétariat et au gouvernement qui l’a fait : ce défi ne nomme personne, ou n’a pas toujours nommé quelqu’un.

# Ce que trouve une vérification du plan.
failure-check-conflict = { $id } : plusieurs personnes ont modifié { $field } à la fois; il faut choisir. Voyez jalon conflicts, puis choisissez dans la fenêtre ou avec jalon resolve.
failure-check-to-correct = Déclaré réalisé aux conseils, qui attendent une correction – { $milestone }
