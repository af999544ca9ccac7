### Dates, times, spans, ordinals and lists. Years and days arrive as text.

relative-days-ago = { $days ->
    [one] { $days } day ago
   *[other] { $days } days ago
}
