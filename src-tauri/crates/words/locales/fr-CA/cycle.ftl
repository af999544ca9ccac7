### Les cycles de rapport, les accords et l’année d’un plan.

## Ce qui cloche entre plusieurs éléments.

problem-order = cette date en précède une qu’elle doit suivre. L’ordre est : ouverture, échéance des envois, échéance des approbations, réunion.
problem-carried-twice = le même élément a déjà été repris ici. Gardez l’un des deux.
problem-merged-twice = l’un de ces défis fait partie d’un autre défi fusionné. Gardez l’un des deux.
