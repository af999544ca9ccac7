//! `jalon device renew`.

use jalon_words::key;
use serde_json::json;

use super::Outcome;
use crate::session::Session;

/// Takes a new device for this file, after it was copied or restored.
pub fn renew(session: &Session) -> Outcome {
    let mut store = session.store()?;
    let renewed = store.renew_device(session.now)?;
    session.output.answer(
        || {
            let args = [("device", (&renewed.device).into()), ("count", renewed.reissued.into())];
            session.words.format(key::CLI_DEVICE_RENEWED, &args)
        },
        || json!({"ok": true, "device": renewed.device, "reissued": renewed.reissued}),
    )
}
