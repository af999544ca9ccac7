//! Desks between which a redaction was lost: one that was restored from a backup of before,
//! and one that has not heard of it.

#![allow(dead_code, reason = "each test binary uses some of these")]

use std::fs;
use std::path::{Path, PathBuf};

use jalon_domain::Actor;
use jalon_store::{Backups, Context, Item, Store, Why};
use serde_json::json;

use super::common::{Desk, co_chair, edit, id as id_of, now, secretariat, text};
use super::met::{everything, met, sound};

/// What is redacted.
pub const SECRET: &str = "Zénobie Quilliam";

/// Files of a desk that hold the secret, as it stands or as the index has it.
pub fn holding(desk: &Desk) -> Vec<String> {
    let folders = [desk.folder.path().to_owned(), Backups::of(&desk.path()).folder()];
    let files = folders.iter().flat_map(|folder| fs::read_dir(folder).into_iter().flatten().flatten());
    let holds = |path: &Path| {
        let bytes = fs::read(path).unwrap_or_default();
        ["Quilliam", "quilliam"].iter().any(|it| bytes.windows(it.len()).any(|part| part == it.as_bytes()))
    };
    let names = files.filter(|file| holds(&file.path())).map(|it| it.file_name().into_string().unwrap());
    names.collect()
}

/// The secretariat, with a reason.
pub fn because() -> Context {
    Context { reason: Some("personal information".into()), ..secretariat() }
}

/// Redacts all that a field has held.
pub fn redact(desk: &mut Desk, id: &str, field: &str) {
    desk.store.redact(&because(), &id_of(id), field, &[]).unwrap();
}

/// Writes the secret: in a field that stood empty, and in what was not there.
pub fn write(desk: &mut Desk) {
    let secret = || text(&format!("Ask {SECRET}"), "");
    desk.act(&co_chair(), edit("m1", json!({"description": secret()}))).unwrap();
    let fields = json!({"cycle": "cy", "position": "c", "text": secret()});
    desk.act(&co_chair(), json!({"action": "create", "kind": "next_step", "id": "n2", "fields": fields}))
        .unwrap();
}

/// Where it stands.
pub const PLACES: [(&str, &str); 2] = [("m1", "description"), ("n2", "text")];

/// Redacts it everywhere.
pub fn redact_all(desk: &mut Desk) {
    PLACES.iter().for_each(|(id, field)| redact(desk, id, field));
    assert_eq!(holding(desk), [""; 0]);
}

/// The store with its oldest backup in its place; before that happens, something befalls
/// the files.
pub fn restored(desk: Desk, befalls: impl FnOnce(&PathBuf, &Backups)) -> Desk {
    let path = desk.path();
    let Desk { folder, store } = desk;
    drop(store);
    let backups = Backups::of(&path);
    befalls(&path, &backups);
    backups.restore(&backups.list().unwrap().pop().unwrap(), &secretariat()).unwrap();
    Desk { folder, store: Store::open(&path, now()).unwrap() }
}

/// Nothing of the secret is in any file of the desk, in what it sends, or in its search.
pub fn is_out(desk: &Desk) {
    assert_eq!(holding(desk), [""; 0]);
    assert!(everything(&desk.store).iter().all(|item| !item.to_line().contains(SECRET)));
    assert_eq!(desk.store.search("quilliam", &Actor::secretariat()).unwrap().hits, []);
    sound(&desk.store);
}

/// Two desks send each other all they have until they have the same.
pub fn exchange(one: &mut Desk, other: &mut Desk) {
    for _ in 0..2 {
        let received = other.store.receive(now(), everything(&one.store), false).unwrap();
        assert!(received.waiting.is_empty() && received.refused.is_empty(), "{received:?}");
        one.store.receive(now(), everything(&other.store), false).unwrap();
    }
    assert_eq!(one.store.plan().unwrap(), other.store.plan().unwrap());
    assert_eq!(one.store.all_heads().unwrap(), other.store.all_heads().unwrap());
    assert_eq!(one.store.check().unwrap().conflicts, other.store.check().unwrap().conflicts);
}

/// A desk that was restored from a backup of before the secret was written and redacted,
/// and another one that still has it and has not heard of the redaction, with a backup.
pub fn unheard(befalls: impl FnOnce(&PathBuf, &Backups)) -> (Desk, Desk) {
    let mut desk = Desk::new();
    desk.store.back_up(Why::ByHand, now()).unwrap();
    write(&mut desk);
    let other = met(&desk);
    other.store.back_up(Why::ByHand, now()).unwrap();
    assert!(holding(&other).len() >= 2);
    redact_all(&mut desk);
    (restored(desk, befalls), other)
}

/// What a desk sends, without what another one holds, in its order.
pub fn new_of(desk: &Desk, held: &Desk) -> Vec<Item> {
    let held = everything(&held.store);
    let here = |item: &Item| held.iter().any(|it| (it.device(), it.seq()) == (item.device(), item.seq()));
    everything(&desk.store).into_iter().filter(|item| !here(item)).collect()
}
