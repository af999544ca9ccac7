//! `jalon device renew`.

use jalon_store::Reissue;
use jalon_words::key;
use serde_json::json;

use super::Outcome;
use crate::session::Session;

/// Takes a new device for this file, after it was copied or restored; with `--from`, for
/// what it wrote from there on as well.
pub fn renew(session: &Session) -> Outcome {
    let mut store = session.store()?;
    let renewed = match session.arguments.get_one::<i64>("from") {
        None => store.renew_device(session.now)?,
        Some(&seq) => {
            let device = session.text("device").map_or_else(|| store.device(), |said| Ok(said.to_owned()))?;
            let pinned = session.arguments.get_flag("pinned");
            store.reissue(session.now, &Reissue { device, seq, pinned })?
        }
    };
    session.output.answer(
        || {
            let args = [("device", (&renewed.device).into()), ("count", renewed.reissued.into())];
            session.words.format(key::CLI_DEVICE_RENEWED, &args)
        },
        || json!({"ok": true, "device": renewed.device, "reissued": renewed.reissued}),
    )
}
