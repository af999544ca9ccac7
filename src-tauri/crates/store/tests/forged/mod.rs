//! Transactions that no store wrote, with the hashes that they would have.

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

/// The canonical form of a transaction, written again from its description.
struct Parts(Sha256);

impl Parts {
    fn new(form: &str) -> Parts {
        Parts(Sha256::new()).part(form.as_bytes())
    }

    fn part(mut self, bytes: &[u8]) -> Parts {
        self.0.update((bytes.len() as u64).to_be_bytes());
        self.0.update(bytes);
        self
    }

    fn byte(mut self, byte: u8) -> Parts {
        self.0.update([byte]);
        self
    }

    fn maybe(self, value: &Value) -> Parts {
        match value.as_str() {
            Some(text) => self.byte(1).part(text.as_bytes()),
            None => self.byte(0),
        }
    }

    fn hex(self) -> String {
        self.0.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
}

/// The line of the first transaction of a device, with its hash.
pub fn line(device: &str, txn: Value) -> String {
    line_after(device, 0, &Value::Null, txn)
}

/// The line of the transaction of a device that follows on a place and the hash there.
pub fn line_after(device: &str, seq: i64, prev: &Value, txn: Value) -> String {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let mut parts = Parts::new("jalon-txn-1").part(text(&txn["id"]).as_bytes()).part(device.as_bytes());
    parts = parts.part(&(seq + 1).to_be_bytes());
    parts = match prev.as_str() {
        Some(prev) => parts.byte(1).part(&bytes(prev)),
        None => parts.byte(0),
    };
    parts = parts.part(text(&txn["action"]).as_bytes()).part(text(&txn["actor"]).as_bytes());
    parts = parts.maybe(&txn["on_behalf_of"]).maybe(&txn["reason"]).maybe(&txn["undoes"]);
    parts = parts.part(text(&txn["audience"]).as_bytes());
    parts = parts.part(&txn["schema_v"].as_i64().unwrap().to_be_bytes());
    parts = parts.part(text(&txn["made_at"]).as_bytes());
    let changes = txn["changes"].as_array().unwrap();
    parts = parts.part(&(changes.len() as i64).to_be_bytes());
    for (n, change) in changes.iter().enumerate() {
        parts = parts.part(text(&change["id"]).as_bytes()).part(&(n as i64).to_be_bytes());
        for field in ["kind", "entity", "field", "bases"] {
            parts = parts.part(text(&change[field]).as_bytes());
        }
        let value = Parts::new("jalon-value-1").part(&bytes(&text(&change["salt"])));
        let value = value.part(text(&change["value"]).as_bytes()).hex();
        parts = parts.part(&bytes(&value)).maybe(&change["from_change"]);
    }
    let mut line = json!({"device": device, "seq": seq + 1, "hash": parts.hex(), "txn": txn});
    if prev.is_string() {
        line["prev"] = prev.clone();
    }
    line.to_string()
}

/// A change as it travels, based on nothing.
pub fn change(id: &str, kind: &str, entity: &str, field: &str, value: &str) -> Value {
    json!({"id": id, "kind": kind, "entity": entity, "field": field, "bases": "[ ]", "value": value,
        "salt": "00ff"})
}
