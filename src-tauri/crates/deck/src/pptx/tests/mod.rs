//! The filler as a whole: what goes in, what comes out.

pub mod sample;

use jalon_domain::Lang;

use super::Template;
use sample::{deck, keep};

#[test]
fn our_template_is_filled_in_both_languages() {
    let template = Template::ours();
    for lang in Lang::BOTH {
        for draft in [false, true] {
            let bytes = template.fill(&deck(template.geometry(), lang, draft));
            keep(&format!("ours-{}{}.pptx", lang.code(), if draft { "-draft" } else { "" }), &bytes);
        }
    }
}
