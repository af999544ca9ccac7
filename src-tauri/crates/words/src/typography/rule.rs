//! The rules, and their names.

/// The rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// French: a no-break space before `:`, except inside times (`10:30`), codes
    /// (`lead:CA-ON`) and addresses.
    Colon,
    /// No space before `;`, `!`, `?`, a comma or a full stop; in English before `:` neither.
    NoSpace,
    /// French: a no-break space inside « ».
    Guillemets,
    /// French: a no-break space between a number and `%`, `$` or `h`, and after that `h`.
    Unit,
    /// French: a no-break space between the day and its month.
    DayAndMonth,
    /// French: `1er avril`.
    FirstDay,
    /// Thousands in groups: `2,600`, and `2 600` with a no-break space.
    Grouping,
    /// No straight apostrophe, unless a pair of them sets off a code that is filled in.
    Apostrophe,
    /// No straight quotation mark.
    QuotationMark,
    /// `…` is one character.
    Ellipsis,
    /// The narrow no-break space has no glyph in some fonts: U+00A0 it is.
    NarrowSpace,
    /// One space between words.
    DoubleSpace,
}

impl Rule {
    /// Its name in the keys of its words.
    pub fn code(self) -> &'static str {
        match self {
            Rule::Colon => "colon",
            Rule::NoSpace => "no-space",
            Rule::Guillemets => "guillemets",
            Rule::Unit => "unit",
            Rule::DayAndMonth => "day-and-month",
            Rule::FirstDay => "first-day",
            Rule::Grouping => "grouping",
            Rule::Apostrophe => "apostrophe",
            Rule::QuotationMark => "quotation-mark",
            Rule::Ellipsis => "ellipsis",
            Rule::NarrowSpace => "narrow-space",
            Rule::DoubleSpace => "double-space",
        }
    }
}
