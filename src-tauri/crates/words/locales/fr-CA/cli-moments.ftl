### Les moments à la ligne de commande.

cli-value-moment = MOMENT
cli-value-count = NOMBRE
cli-option-as-of = Tel qu’à un moment : un jour (2019-09-14, à sa fin), une heure, now, tabled, ou l’identifiant d’une présentation déposée ou d’une action
cli-since = Afficher ce qui diffère entre deux moments
cli-since-from = Le premier moment : un jour (2019-09-14, à sa fin), une heure, now, tabled, ou l’identifiant d’une présentation déposée ou d’une action
cli-since-to = Le second moment; maintenant s’il n’est pas donné
cli-since-plan = Seulement ce qui relève de ce plan et de ceux qu’il suit; jalon plan list les montre
cli-history-children = Ainsi que ce qui touche tout ce qui en relève
cli-history-from = Seulement ce qui a été fait après ce moment
cli-history-to = Seulement ce qui a été fait jusqu’à ce moment
cli-history-limit = Au plus ce nombre
cli-history-line = { $line } [{ $id }]
cli-lineage = Afficher d’où vient un élément et ce qu’il est devenu
cli-lineage-id = Un identifiant ou un numéro du tableau (2 ou 2.1)
cli-lineage-carried-from = Repris de { $name } [{ $id }]
cli-lineage-carried-to = Repris dans { $name } [{ $id }]
cli-lineage-merged-from = Fusionné à partir de { $name } [{ $id }]
cli-lineage-merged-into = Fusionné dans { $name } [{ $id }]
cli-lineage-gone = ce qui n’est pas dans le plan
cli-lineage-none = Cet élément ne vient de rien d’autre, et rien n’en est issu.
cli-board-as-of = { $title } (état : { $moment })
cli-board-empty-then = À ce moment ({ $moment }), ce fichier n’avait pas encore de plan de travail.
cli-board-to-correct = déclaré réalisé, à corriger
failure-usage-final-as-of = Une présentation finale dit l’état actuel : --final et --as-of ne vont pas ensemble.
