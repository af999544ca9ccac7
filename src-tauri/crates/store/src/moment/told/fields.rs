//! Fields that differ between two moments, in words.

use jalon_domain::{Bilingual, Id, Kind, Lang};
use jalon_words::key;
use serde_json::Value;

use super::{Telling, ToldDifference};
use crate::moment::SinceGroup;

impl Telling<'_> {
    /// `Figure “side events”, Value: 22 → 23`.
    pub(super) fn otherwise(
        &self,
        kind: Kind,
        id: &Id,
        field: &str,
        lang: Option<Lang>,
        before: &Value,
        after: &Value,
    ) -> ToldDifference {
        let shown = |value: &Value, plan| match value {
            Value::Null => self.words.text(key::SINCE_NO_TEXT),
            Value::Array(all) if all.is_empty() => self.words.text(key::SINCE_NO_TEXT),
            value => self.words.fact(kind, field, value, plan),
        };
        let [mut was, mut is] = [(before, &self.since.before), (after, &self.since.after)]
            .map(|(value, plan)| shown(value, plan));
        if was == is {
            // Two that are called alike: by their ids, or whatever else plan JSON has.
            let plainly = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            [was, is] = [plainly(before), plainly(after)];
        }
        let side = lang.map(|lang| format!("{field}.{}", lang.code()));
        let text = self.changed(kind, id, side.as_deref().unwrap_or(field), was, is);
        ToldDifference { group: SinceGroup::Otherwise, kind, id: id.clone(), text }
    }

    /// What the later plan calls something; a submission, by whose it is.
    pub(super) fn named(&self, kind: Kind, id: &Id) -> String {
        let plan = &self.since.after;
        let submission = plan.submissions.get(id).filter(|_| kind == Kind::Submission);
        match submission.and_then(|it| plan.jurisdictions.get(&it.jurisdiction)) {
            Some(jurisdiction) => self.after.name(kind, id, Some(&jurisdiction.name)),
            None => self.after.name_of(kind, id),
        }
    }

    /// A line for each side that reads differently.
    pub(super) fn texts(
        &self,
        kind: Kind,
        id: &Id,
        field: &str,
        before: &Bilingual,
        after: &Bilingual,
    ) -> Vec<ToldDifference> {
        let quoted = |text: &str| match text {
            "" => self.words.text(key::SINCE_NO_TEXT),
            text => self.after.quoted(text),
        };
        let changed = Lang::BOTH.into_iter().filter(|lang| before.shown(*lang) != after.shown(*lang));
        let line = |lang: Lang| {
            let (before, after) = (quoted(before.shown(lang)), quoted(after.shown(lang)));
            let text = self.changed(kind, id, &format!("{field}.{}", lang.code()), before, after);
            ToldDifference { group: SinceGroup::Translations, kind, id: id.clone(), text }
        };
        changed.map(line).collect()
    }
}
