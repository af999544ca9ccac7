### La relecture : ce qui cloche dans un texte. Elle signale et propose, sans jamais récrire.

proofread-forbidden = Le glossaire écarte « { $found } » au profit de « { $term } ».
proofread-lacks-english = Le français dit « { $other } », et « { $term } » n’est pas ici.
proofread-lacks-french = L’anglais dit « { $other } », et « { $term } » n’est pas ici.
proofread-slip = « { $found } » n’est pas une abréviation de ce plan. Est-ce « { $known } »?
proofread-soft-hyphen = Un trait d’union qu’on ne voit pas se trouve dans « { $word } ».
proofread-broken-word = « { $found } » ressemble à un mot brisé par un trait d’union.

proofread-colon = Une espace insécable va devant le deux-points.
proofread-no-space = Il n’y a pas d’espace devant ce signe.
proofread-guillemets = Des espaces insécables vont à l’intérieur des guillemets.
proofread-unit = Une espace insécable va entre le nombre et son unité.
proofread-day-and-month = Une espace insécable va entre le jour et le mois.
proofread-first-day = Le premier jour du mois s’écrit 1er.
proofread-grouping = Les milliers vont par tranches : 2 600 avec une espace insécable en français, 2,600 en anglais.
proofread-apostrophe = L’apostrophe est courbe : ’.
proofread-quotation-mark = Les guillemets sont « » en français et “ ” en anglais.
proofread-ellipsis = Les points de suspension forment un seul caractère : ….
proofread-narrow-space = Cette espace fine manque à certaines polices; l’espace insécable ordinaire, non.
proofread-double-space = Une seule espace suffit ici.
proofread-ligature = Ce mot s’écrit avec la ligature œ.
