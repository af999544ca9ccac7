//! `jalon proofread`.

use jalon_domain::Lang;
use jalon_words::proofread::{Finding, proofread as proofread_plan};
use jalon_words::{Words, key};
use serde_json::json;

use super::Outcome;
use super::excerpt::excerpt;
use crate::session::Session;

/// Points out what looks wrong in the plan's texts. It warns: that there is something is
/// no failure.
pub fn proofread(session: &Session) -> Outcome {
    let store = session.store_to_read()?;
    let plan = store.plan_for(&session.actor(&store)?)?;
    let only = Lang::BOTH.into_iter().find(|lang| session.text("in") == Some(lang.code()));
    let findings = proofread_plan(&plan, only);
    session.output.answer(
        || {
            if findings.is_empty() {
                return session.words.text(key::CLI_PROOFREAD_NONE);
            }
            let mut lines: Vec<String> = findings.iter().map(|it| told(it, session.words)).collect();
            lines.push(session.words.format(key::CLI_PROOFREAD_COUNT, &[("count", findings.len().into())]));
            lines.join("\n")
        },
        || {
            let with_words = |finding: &Finding| {
                let mut told = json!(finding);
                told["message"] = json!(session.words.failure(&finding.what));
                told
            };
            json!({"ok": true, "findings": findings.iter().map(with_words).collect::<Vec<_>>()})
        },
    )
}

fn told(finding: &Finding, words: &Words) -> String {
    let place = [
        ("kind", words.kind(finding.kind).into()),
        ("id", finding.id.as_str().into()),
        ("field", words.field(&finding.field).into()),
        ("language", words.language(finding.lang).into()),
        ("text", excerpt(&finding.text, &[(finding.start, finding.end)]).into()),
    ];
    let mut what = words.failure(&finding.what);
    if let Some(offered) = &finding.offered {
        let args = [("what", what.into()), ("offered", offered.into())];
        // Quotation marks within the same ones cannot be told apart.
        let key = match offered.contains(['«', '»', '“', '”']) {
            true => key::CLI_PROOFREAD_OFFERED_BARE,
            false => key::CLI_PROOFREAD_OFFERED,
        };
        what = words.format(key, &args);
    }
    format!("{}\n   {what}", words.format(key::CLI_PROOFREAD_PLACE, &place))
}
