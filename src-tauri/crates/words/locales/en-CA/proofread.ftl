### Proofreading: what looks wrong in a text. It warns and offers; it never rewrites.

proofread-forbidden = The glossary does not want “{ $found }”; it says “{ $term }”.
proofread-lacks-english = The French says “{ $other }”, and “{ $term }” is not here.
proofread-lacks-french = The English says “{ $other }”, and “{ $term }” is not here.
proofread-slip = “{ $found }” is no abbreviation of this plan. Is it “{ $known }”?
proofread-soft-hyphen = A hyphen that is not seen stands in “{ $word }”.
proofread-broken-word = “{ $found }” looks like a word that a hyphen has broken.

proofread-colon = A no-break space goes before a colon in French.
proofread-no-space = No space goes before this mark.
proofread-guillemets = No-break spaces go inside guillemets.
proofread-unit = A no-break space goes between a number and its unit in French.
proofread-day-and-month = A no-break space goes between the day and the month in French.
proofread-first-day = The first day of a month is written 1er in French.
proofread-grouping = Thousands go in groups: 2,600 in English, 2 600 with a no-break space in French.
proofread-apostrophe = An apostrophe is curved: ’.
proofread-quotation-mark = Quotation marks are “ ” in English and « » in French.
proofread-ellipsis = An ellipsis is one character: ….
proofread-narrow-space = This narrow space is missing in some fonts; an ordinary no-break space is not.
proofread-double-space = One space is enough here.
proofread-ligature = This word is written with the ligature œ.
