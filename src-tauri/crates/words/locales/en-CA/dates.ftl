### Dates, times, spans, ordinals and lists. Years and days of the month arrive as
### text: a year is no number to be grouped, and French writes the first as "1er".

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

month-short-1 = Jan.
month-short-2 = Feb.
month-short-3 = March
month-short-4 = April
month-short-5 = May
month-short-6 = June
month-short-7 = July
month-short-8 = Aug.
month-short-9 = Sept.
month-short-10 = Oct.
month-short-11 = Nov.
month-short-12 = Dec.

season-winter = winter
season-spring = spring
season-summer = summer
season-fall = fall

date-day = { $month } { $day }, { $year }
date-day-month = { $month } { $day }
date-month = { $month } { $year }
date-quarter = { $quarter } quarter of { $year }
date-season = { $season } { $year }

## From a first day to a last one.

range-in-month = { $month } { $from } to { $to }, { $year }
range-in-year = { $from } to { $to }, { $year }
range-across-years = { $from } to { $to }
# Between dates that are not both days: "May 2019 – fall 2019".
range-of-dates = { $from } – { $to }

## Times of day. English counts the hours to 12, French to 24.

time-morning = { $hour }:{ $minute } a.m.
time-afternoon = { $hour }:{ $minute } p.m.
time-morning-whole = { $hour }:00 a.m.
time-afternoon-whole = { $hour }:00 p.m.

## How long, and how long ago.

span-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
span-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
span-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
span-more-than = more than { $span }

relative-today = today
relative-yesterday = yesterday
relative-tomorrow = tomorrow
relative-ago = { $span } ago
relative-in = in { $span }
relative-overdue = Overdue by { $span }

## Ordinals and lists.

# What follows the digits: 1st, 2nd, 3rd, 4th.
ordinal-suffix = { NUMBER($number, type: "ordinal") ->
    [one] st
    [two] nd
    [few] rd
   *[other] th
}

list-head = { $head }, { $next }
list-last = { $head } and { $last }
