### Dates, heures, durées, ordinaux et listes. Les années et les jours arrivent en texte.

relative-days-ago = { $days ->
    [one] il y a { $days } jour
   *[other] il y a { $days } jours
}
