//! The canonical form of a transaction, over which its hash is taken.
//!
//! Everything is a *part*: its length as eight bytes, big-endian, then its bytes.
//! Numbers are parts of eight bytes, big-endian. What may be absent is preceded by
//! one byte, 0 or 1. The parts of a transaction are, in this order: the words
//! `jalon-txn-1`; id, device, seq, prev?, action, actor, on_behalf_of?, reason?,
//! undoes?, audience, schema_v, made_at; the number of changes; and for each
//! change id, n, kind, entity, field, bases, digest of its value, from_change?.
//!
//! A value enters as SHA-256 over the parts `jalon-value-1`, salt, value: with the
//! salt gone, the digest says nothing about a value that was redacted. JSON enters
//! as the bytes that stand in the file.
//!
//! This form is frozen: the tests hold golden hashes.

use sha2::{Digest as _, Sha256};

use super::{ChangeRow, TxnRow};

struct Parts(Sha256);

impl Parts {
    fn new(form: &str) -> Self {
        let mut parts = Parts(Sha256::new());
        parts.part(form.as_bytes());
        parts
    }

    fn part(&mut self, bytes: &[u8]) {
        self.0.update((bytes.len() as u64).to_be_bytes());
        self.0.update(bytes);
    }

    fn number(&mut self, number: i64) {
        self.part(&number.to_be_bytes());
    }

    fn maybe(&mut self, bytes: Option<&[u8]>) {
        self.0.update([u8::from(bytes.is_some())]);
        if let Some(bytes) = bytes {
            self.part(bytes);
        }
    }

    fn digest(self) -> Vec<u8> {
        self.0.finalize().to_vec()
    }
}

/// The digest by which a value enters its transaction's hash.
pub(crate) fn value_hash(salt: &[u8], value: &str) -> Vec<u8> {
    let mut parts = Parts::new("jalon-value-1");
    parts.part(salt);
    parts.part(value.as_bytes());
    parts.digest()
}

/// The hash of a transaction with its changes, which are in order of `n`.
pub(crate) fn txn_hash(txn: &TxnRow, changes: &[ChangeRow]) -> Vec<u8> {
    let mut parts = Parts::new("jalon-txn-1");
    parts.part(txn.id.as_bytes());
    parts.part(txn.device.as_bytes());
    parts.number(txn.seq);
    parts.maybe(txn.prev.as_deref());
    parts.part(txn.action.as_bytes());
    parts.part(txn.actor.as_bytes());
    parts.maybe(txn.on_behalf_of.as_deref().map(str::as_bytes));
    parts.maybe(txn.reason.as_deref().map(str::as_bytes));
    parts.maybe(txn.undoes.as_deref().map(str::as_bytes));
    parts.part(txn.audience.as_bytes());
    parts.number(txn.schema_v);
    parts.part(txn.made_at.as_bytes());
    parts.number(changes.len() as i64);
    for change in changes {
        parts.part(change.id.as_bytes());
        parts.number(change.n);
        for text in [&change.kind, &change.entity, &change.field, &change.bases] {
            parts.part(text.as_bytes());
        }
        match (&change.value, &change.salt) {
            (Some(value), Some(salt)) => parts.part(&value_hash(salt, value)),
            _ => parts.part(change.value_hash.as_deref().unwrap_or_default()),
        }
        parts.maybe(change.from_change.as_deref().map(str::as_bytes));
    }
    parts.digest()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example() -> (TxnRow, ChangeRow) {
        let txn = TxnRow {
            id: "0190a1b2-0000-7000-8000-000000000001".into(),
            device: "d".into(),
            seq: 1,
            prev: None,
            action: "edit".into(),
            actor: r#"{"name":"A","roles":[]}"#.into(),
            on_behalf_of: None,
            reason: Some("draft standard circulated".into()),
            undoes: None,
            audience: "all".into(),
            schema_v: 1,
            made_at: "2019-09-25T14:05:00.000Z".into(),
            hash: Vec::new(),
        };
        let change = ChangeRow {
            id: "0190a1b2-0000-7000-8000-000000000002".into(),
            n: 0,
            kind: "milestone".into(),
            entity: "milestone-2-1".into(),
            field: "title.fr".into(),
            bases: "[]".into(),
            value: Some("\"Projet de norme\"".into()),
            salt: Some(vec![7; 16]),
            value_hash: None,
            from_change: None,
        };
        (txn, change)
    }

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    #[test]
    fn the_frozen_form_has_its_golden_hash() {
        let (txn, change) = example();
        assert_eq!(
            hex(&txn_hash(&txn, &[change])),
            "1acb51f9b04d4bf0a5abaa8ffb4db4d301c95d3c1c3495bf8e678ab4618f30d0"
        );
    }

    #[test]
    fn redaction_leaves_the_hash_as_it_was() {
        let (txn, change) = example();
        let digest = value_hash(&[7; 16], change.value.as_deref().unwrap());
        let redacted = ChangeRow { value: None, salt: None, value_hash: Some(digest), ..change.clone() };
        assert_eq!(txn_hash(&txn, &[redacted]), txn_hash(&txn, &[change]));
    }

    #[test]
    fn moving_a_letter_between_two_parts_changes_the_hash() {
        let (txn, change) = example();
        let moved = ChangeRow { kind: "mileston".into(), entity: "emilestone-2-1".into(), ..change.clone() };
        assert_ne!(txn_hash(&txn, &[moved]), txn_hash(&txn, &[change]));
    }
}
