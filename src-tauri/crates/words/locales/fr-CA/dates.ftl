### Dates, heures, durées, ordinaux et listes. Les années et les quantièmes arrivent
### en texte : une année ne se groupe pas, et le premier du mois s’écrit « 1er ».

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre

month-short-1 = janv.
month-short-2 = févr.
month-short-3 = mars
month-short-4 = avril
month-short-5 = mai
month-short-6 = juin
month-short-7 = juill.
month-short-8 = août
month-short-9 = sept.
month-short-10 = oct.
month-short-11 = nov.
month-short-12 = déc.

season-winter = hiver
season-spring = printemps
season-summer = été
season-fall = automne

date-day = { $day } { $month } { $year }
date-day-month = { $day } { $month }
date-month = { $month } { $year }
date-quarter = { $quarter } trimestre de { $year }
date-season = { $season } { $year }

## D’un premier jour à un dernier.

range-in-month = du { $from } au { $to } { $month } { $year }
range-in-year = du { $from } au { $to } { $year }
range-across-years = du { $from } au { $to }
# Entre des dates qui ne sont pas toutes deux des jours : « mai 2019 – automne 2019 ».
range-of-dates = { $from } – { $to }

## Heures. Le français compte jusqu’à 24.

time-morning = { $hour } h { $minute }
time-afternoon = { $hour } h { $minute }
time-morning-whole = { $hour } h
time-afternoon-whole = { $hour } h

## Combien de temps, et depuis quand.

span-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
span-months = { $count ->
    [one] { $count } mois
   *[other] { $count } mois
}
span-years = { $count ->
    [one] { $count } an
   *[other] { $count } ans
}
span-more-than = plus de { $span }

relative-today = aujourd’hui
relative-yesterday = hier
relative-tomorrow = demain
relative-ago = il y a { $span }
relative-in = dans { $span }
relative-overdue = En retard de { $span }

## Ordinaux et listes.

# Ce qui suit les chiffres : 1er, 2e.
ordinal-suffix = { NUMBER($number, type: "ordinal") ->
    [one] er
   *[other] e
}

list-head = { $head }, { $next }
list-last = { $head } et { $last }
