### Les cycles de rapport, les accords et l’année d’un plan.

## Ce qui cloche entre plusieurs éléments.

problem-order = cette date en précède une qu’elle doit suivre. L’ordre est : ouverture, échéance des envois, échéance des approbations, réunion.
problem-ends-first = le dernier jour précède le premier.
problem-lead-outside = { $jurisdiction } (responsable numéro { $number }) ne l’est aucun des jours du plan.
problem-carried-twice = le même élément a déjà été repris ici. Gardez l’un des deux.
problem-cycle-twice = un autre cycle existe pour cette réunion ({ $other }). Gardez l’un des deux.
problem-meeting-twice = le plan a une autre réunion de ce nom le même jour ({ $other }). Gardez l’une des deux.
problem-merged-twice = ce dont il provient figure aussi, au moins en partie, dans un autre défi. Ne le gardez qu’une fois.
problem-late = { $count ->
    [one] { $count } action sur ce plan est arrivée après sa fermeture (voir jalon plan late). Rouvrez le plan, examinez-la, puis fermez-le de nouveau.
   *[other] { $count } actions sur ce plan sont arrivées après sa fermeture (voir jalon plan late). Rouvrez le plan, examinez-les, puis fermez-le de nouveau.
 }
problem-late-cycle = { $count ->
    [one] { $count } action sur ce cycle de rapport a été faite sans savoir qu’il était fermé (voir jalon cycle late). Rouvrez le cycle, examinez-la, puis fermez-le de nouveau.
   *[other] { $count } actions sur ce cycle de rapport ont été faites sans savoir qu’il était fermé (voir jalon cycle late). Rouvrez le cycle, examinez-les, puis fermez-le de nouveau.
 }
problem-late-confidential = Ce qui est venu en retard n’est dit qu’au secrétariat et au gouvernement qui l’a fait : il s’agit de défis qui ne nomment personne, ou n’ont pas toujours nommé quelqu’un.

## Ce qui a été fait, comme l’historique et l’annulation le nomment.

action-open_cycle = Ouverture d’un cycle de rapport
action-close_cycle = Fermeture d’un cycle de rapport
action-reopen_cycle = Réouverture d’un cycle de rapport
action-set_submission = Envoi
action-clear_item = Accord
action-withdraw_clearance = Retrait d’un accord
action-merge_challenges = Fusion de défis
action-issue_challenges = Diffusion de défis
action-carry_over = Report au cycle suivant
action-add_lead = Nouveau responsable
action-end_lead = Fin d’une responsabilité
action-close_plan = Fermeture d’un plan
action-reopen_plan = Réouverture d’un plan
action-clone_plan = Début du plan suivant

## Si un secteur de compétence a donné son accord à ce qui le nomme.

clearing-cleared = Accord donné
clearing-outdated = Accord donné, mais le texte a changé depuis
clearing-missing = Accord à obtenir

## Les refus.

failure-store-by-verb = { $field } : cela ne se modifie pas. Un plan se ferme avec ses leçons apprises et se rouvre pour un motif.
failure-cycle-other-kind = { $id } est autre chose. Ce qu’il faut ici : { $kind }.
failure-cycle-no-meeting = Indiquez la réunion des conseils que vise le cycle : une réunion du plan, ou bien le plan de travail, le nom et le jour d’une nouvelle.
failure-cycle-two-meetings = Choisissez entre une réunion du plan et une nouvelle : les deux ont été données.
failure-cycle-meeting-there = Une réunion de ce nom, le { $day }, a déjà un cycle de rapport : { $id }. Une autre réunion le même jour doit porter un autre nom.
failure-cycle-meeting-without-cycle = Il y a déjà une réunion de ce nom le { $day } ({ $id }), sans cycle de rapport. Ouvrez-en un pour elle avec --meeting { $id }.
failure-cycle-meeting-before-plan = La réunion précéderait le début de son plan, le { $day }. Vérifiez l’année, ou nommez un autre plan (--plan).
failure-cycle-plan-followed = Le plan { $id } porte ce titre et suit déjà celui-ci. Un autre plan qui le suit doit porter un autre titre.
failure-cycle-meeting-has-cycle = La réunion { $id } a déjà un cycle de rapport.
failure-cycle-closed = Le cycle de rapport { $id } est fermé. Rouvrez-le (jalon cycle reopen { $id }) avant d’y changer quoi que ce soit.
failure-cycle-not-named = { $id } ne nomme pas { $jurisdiction }, qui n’a donc pas d’accord à y donner.
failure-cycle-content-changed = { $id } ne se lit plus comme on vous l’a montré. Relisez-le avant de donner votre accord.
failure-cycle-too-few = Il faut au moins deux défis pour les fusionner.
failure-cycle-other-cycle = Seuls les défis d’un même cycle de rapport se fusionnent : { $id } est d’un autre.
failure-cycle-merged = { $id } fait déjà partie d’un défi fusionné.
failure-cycle-names-nobody = Aucun de ces défis ne nomme de secteur de compétence : le nouveau ne peut donc être « Nommé ». Choisissez « Sans attribution » ou « Interne ».
failure-cycle-origins-hidden = Le défi { $id } parle peut-être aussi pour d’autres secteurs de compétence : ce plan ne contient pas tout ce qui dit d’où il provient. Le secrétariat peut le modifier ou le supprimer.
failure-cycle-left-to-carry = { $count ->
    [one] Rien n’a été reporté : il reste { $count } défi qui ne nomme personne, ou qui n’a pas toujours nommé quelqu’un, et le secrétariat le reporte.
   *[other] Rien n’a été reporté : il reste { $count } défis qui ne nomment personne, ou qui n’ont pas toujours nommé quelqu’un, et le secrétariat les reporte.
 }
cycle-left-to-carry = { $count ->
    [one] { $count } défi qui ne nomme personne, ou qui n’a pas toujours nommé quelqu’un, est resté où il est : le secrétariat le reporte.
   *[other] { $count } défis qui ne nomment personne, ou qui n’ont pas toujours nommé quelqu’un, sont restés où ils sont : le secrétariat les reporte.
 }
failure-cycle-issued-with-reason = Les défis se diffusent sans motif : il irait à tout le monde et pourrait dire d’où vient un défi.
failure-cycle-issued-in-conflict = Plusieurs versions de ces éléments coexistent, et les autres gouvernements ne les ont pas toutes : { $ids }. Choisissez-en d’abord une pour chacun (jalon conflicts les montre, jalon resolve choisit), puis diffusez.
failure-cycle-issued-in-closed = Les autres gouvernements n’ont pas ce qui suit tel que cela se lit ici : { $ids }. Cela fait partie d’un plan fermé ({ $plans }), où rien ne s’écrit, et tout se diffuse à la fois. Rouvrez d’abord le plan (jalon plan reopen), diffusez, puis refermez-le.
failure-cycle-same-cycle = Un cycle de rapport se reporte dans un autre, pas dans lui-même.
failure-cycle-not-lead = { $id } n’est pas responsable de cette priorité ce jour-là.
failure-cycle-plan-closed = Le plan { $id } est fermé : rien n’y change plus. Rouvrez-le d’abord, et dites pourquoi.
failure-cycle-plan-open = Le plan { $id } n’est pas fermé.
failure-cycle-no-lessons = Un plan se ferme avec des leçons apprises pour chaque priorité. Il en manque pour celles-ci, par leurs numéros : { $priorities }.
failure-cycle-other-plan = La priorité { $id } n’est pas de ce plan.
failure-cycle-lessons-there = La priorité { $id } a déjà des leçons apprises. Modifiez-les avant de fermer le plan.
failure-cycle-no-reason = Dites pourquoi le plan est rouvert.

## Qui est responsable, et quand.

lead-since = { $name } (à partir du { $from })
lead-until = { $name } (jusqu’au { $to })
lead-between = { $name } (du { $from } au { $to })
