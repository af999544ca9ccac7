//! What layout noticed, as data for words.

use jalon_domain::Failure;

use crate::laid_out::Remark;

impl Remark {
    /// The same as data, for words. A remark is no failure: the deck was made.
    pub fn failure(&self) -> Failure {
        let on = |code: &str, slide: usize| {
            Failure::new(code).number("slide", i64::try_from(slide).unwrap_or(i64::MAX))
        };
        match self {
            Remark::NoGlyph(slide, c) => on("deck-remark-no-glyph", *slide).text("character", c.to_string()),
            Remark::DoesNotFit(slide) => on("deck-remark-does-not-fit", *slide),
            Remark::TitleShortened(slide) => on("deck-remark-title-shortened", *slide),
            Remark::OtherTypeface(typeface) => {
                Failure::new("deck-remark-other-typeface").text("typeface", typeface)
            }
        }
    }
}
