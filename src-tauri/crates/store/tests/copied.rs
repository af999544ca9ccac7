//! A store's file that was copied: told as such, and both go on once one has another device.

mod common;
mod met;

use common::*;
use jalon_domain::{Actor, Vector};
use jalon_store::{Backups, Item, Receiver, Refusal, Refused, Reissue, RenewError, Store, Why};
use met::{copied, empty, everything, met, sound};
use serde_json::json;

#[test]
fn a_copied_store_is_told_and_renewing_its_device_lets_both_agree() {
    let mut mine = Desk::new();
    mine.act(&secretariat(), edit("m1", json!({"due": "2020"}))).unwrap();
    let mut copy = copied(&mine);
    mine.act(&secretariat(), edit("m1", json!({"due": "2021"}))).unwrap();
    act(&mut copy, &secretariat(), edit("m2", json!({"due": "2022"}))).unwrap();
    act(&mut copy, &secretariat(), edit("m2", json!({"due": "2023"}))).unwrap();
    let mut third = met(&mine);
    let received = third.store.receive(now(), everything(&copy), false).unwrap();
    let refused = &received.refused[0];
    assert_eq!((&refused.why, refused.seq, refused.count, refused.own), (&Refusal::Copied, 3, 2, false));
    let received = copy.receive(now(), everything(&mine.store), false).unwrap();
    assert!(received.refused[0].own);

    let before = copy.plan().unwrap();
    let renewed = copy.renew_device(now()).unwrap();
    assert_eq!(renewed.reissued, 2, "what came back from the other file is known by its place");
    assert_eq!(copy.plan().unwrap(), before);
    sound(&copy);
    for _ in 0..2 {
        for received in [
            third.store.receive(now(), everything(&copy), false).unwrap(),
            copy.receive(now(), everything(&mine.store), false).unwrap(),
            mine.store.receive(now(), everything(&copy), false).unwrap(),
        ] {
            assert!(received.refused.is_empty() && received.waiting.is_empty(), "{received:?}");
        }
    }
    for store in [&copy, &third.store] {
        assert_eq!(store.plan().unwrap(), mine.store.plan().unwrap());
        assert_eq!(store.all_heads().unwrap(), mine.store.all_heads().unwrap());
        sound(store);
    }
    sound(&mine.store);
}

#[test]
fn what_was_sent_keeps_its_place_when_the_device_is_renewed() {
    let mut desk = Desk::new();
    desk.act(&secretariat(), edit("m1", json!({"due": "2020"}))).unwrap();
    desk.store.mark_sent(&everything(&desk.store)).unwrap();
    desk.act(&secretariat(), edit("m1", json!({"due": "2021"}))).unwrap();
    let old = desk.store.device().unwrap();
    let mut window = desk.another();
    let renewed = desk.store.renew_device(now()).unwrap();
    assert_eq!(renewed.reissued, 1);
    assert_ne!(renewed.device, old);
    act(&mut window, &secretariat(), edit("m1", json!({"due": "2022"}))).unwrap();
    let of_new: Vec<i64> =
        everything(&window).iter().filter(|item| item.device() == renewed.device).map(Item::seq).collect();
    assert_eq!(of_new, [1, 2], "another handle writes as the new device too");
    sound(&window);
}

#[test]
fn a_file_that_meets_its_own_later_transactions_writes_on_as_another_device() {
    let mut desk = Desk::new();
    let mut copy = copied(&desk);
    desk.act(&secretariat(), edit("m1", json!({"due": "2020"}))).unwrap();
    let received = copy.receive(now(), everything(&desk.store), false).unwrap();
    assert_eq!(received.applied, 1);
    let renewed = received.renewed.unwrap();
    assert_eq!((copy.device().unwrap(), renewed.reissued), (renewed.device, 0), "it keeps its place");
    assert_eq!(everything(&copy), everything(&desk.store));
    act(&mut copy, &secretariat(), edit("m1", json!({"due": "2021"}))).unwrap();
    desk.act(&secretariat(), edit("m2", json!({"due": "2022"}))).unwrap();
    assert!(desk.store.receive(now(), everything(&copy), false).unwrap().refused.is_empty());
    assert!(copy.receive(now(), everything(&desk.store), false).unwrap().refused.is_empty());
    assert_eq!(copy.plan().unwrap(), desk.store.plan().unwrap());
}

#[test]
fn a_restored_store_that_was_copied_and_renewed_meets_the_others_again() {
    let desk = Desk::new();
    let backup = desk.store.back_up(Why::ByHand, now()).unwrap();
    let path = desk.path();
    let Desk { folder, store } = desk;
    drop(store);
    Backups::of(&path).restore(&backup, &secretariat()).unwrap();
    let mut mine = Desk { folder, store: Store::open(&path, now()).unwrap() };
    mine.act(&secretariat(), edit("m1", json!({"due": "2020"}))).unwrap();
    let mut copy = copied(&mine);
    mine.act(&secretariat(), edit("m1", json!({"due": "2021"}))).unwrap();
    assert_eq!(copy.renew_device(now()).unwrap().reissued, 2, "the restoration too");
    act(&mut copy, &secretariat(), edit("m2", json!({"due": "2022"}))).unwrap();
    let mut third = empty();
    let mut all = [&mut mine.store, &mut copy, &mut third.store];
    for _ in 0..2 {
        assert_eq!(all_meet(&mut all), []);
    }
    agree(&all);
}

/// Everything that a store holds, for everybody, and sent.
fn sent(store: &mut Store) -> Vec<Item> {
    let items = store.outgoing(&Vector::default(), Receiver::Everybody, &Actor::secretariat()).unwrap();
    store.mark_sent(&items).unwrap();
    items
}

/// Does what the words of a refusal say.
fn remedy(store: &mut Store, refused: &Refused) -> Result<usize, RenewError> {
    let from = Reissue { device: refused.device.clone(), seq: refused.seq, pinned: false };
    Ok(store.reissue(now(), &from)?.reissued)
}

/// Sends everything from each store to each other one.
fn all_meet(stores: &mut [&mut Store]) -> Vec<Refused> {
    let mut refused = Vec::new();
    for from in 0..stores.len() {
        let items = everything(stores[from]);
        for (to, store) in stores.iter_mut().enumerate() {
            if from != to {
                refused.extend(store.receive(now(), items.clone(), false).unwrap().refused);
            }
        }
    }
    refused
}

/// Stores that have met hold the same, and nothing waits or is wrong in any.
fn agree(stores: &[&mut Store]) {
    for store in stores {
        sound(store);
        assert_eq!(store.waiting().unwrap(), []);
        assert_eq!(store.plan().unwrap(), stores[0].plan().unwrap());
        assert_eq!(store.all_heads().unwrap(), stores[0].all_heads().unwrap());
    }
}

/// An original, its copy and a third store; original and copy have both gone on since, and
/// have both sent what they did. The third one has the original's.
fn both_went_on() -> (Desk, Store, Desk, Refused) {
    let mut mine = Desk::new();
    mine.act(&secretariat(), edit("m1", json!({"due": "2020"}))).unwrap();
    let mut copy = copied(&mine);
    mine.act(&secretariat(), edit("m1", json!({"due": "2021"}))).unwrap();
    mine.act(&secretariat(), edit("n1", json!({"text.en": "Meet soon"}))).unwrap();
    act(&mut copy, &secretariat(), edit("m2", json!({"due": "2022"}))).unwrap();
    act(&mut copy, &secretariat(), edit("m2", json!({"due": "2023"}))).unwrap();
    let mut third = empty();
    third.store.receive(now(), sent(&mut mine.store), false).unwrap();
    let mut received = third.store.receive(now(), sent(&mut copy), false).unwrap();
    (mine, copy, third, received.refused.remove(0))
}

#[test]
fn what_was_sent_and_refused_is_delivered_by_the_remedy_that_the_refusal_names() {
    let (mut mine, mut copy, mut third, refused) = both_went_on();
    assert_eq!((refused.seq, refused.count), (3, 2));
    // A new device alone issues nothing anew that was sent; what builds on it waits.
    assert_eq!(copy.renew_device(now()).unwrap().reissued, 0);
    act(&mut copy, &secretariat(), edit("m2", json!({"due": "2024"}))).unwrap();
    let received = third.store.receive(now(), sent(&mut copy), false).unwrap();
    assert_eq!((received.applied, received.waiting.len(), &received.refused[0]), (0, 1, &refused));

    let before = copy.plan().unwrap();
    assert_eq!(remedy(&mut copy, &refused).unwrap(), 2);
    assert_eq!(copy.plan().unwrap(), before);
    sound(&copy);
    let received = third.store.receive(now(), sent(&mut copy), false).unwrap();
    assert_eq!((received.applied, received.refused, received.waiting), (3, vec![], vec![]));
    assert_eq!(third.store.plan().unwrap().milestones["m2"].due, copy.plan().unwrap().milestones["m2"].due);
    let mut all = [&mut mine.store, &mut copy, &mut third.store];
    assert_eq!(all_meet(&mut all), []);
    assert_eq!(all_meet(&mut all), []);
    agree(&all);
}

#[test]
fn the_remedy_asked_for_again_has_nothing_to_do_and_one_that_names_others_places_does_nothing() {
    let (_mine, mut copy, mut third, refused) = both_went_on();
    let device = third.store.device().unwrap();
    assert!(matches!(remedy(&mut third.store, &refused), Err(RenewError::NothingThere { .. })));
    assert_eq!(third.store.device().unwrap(), device);
    remedy(&mut copy, &refused).unwrap();
    let device = copy.device().unwrap();
    let again = remedy(&mut copy, &refused).unwrap_err();
    assert_eq!(again.failure().code, "failure-renew-nothing-there");
    assert_eq!(copy.device().unwrap(), device);
}

#[test]
fn a_store_that_took_the_copys_first_gets_the_originals_once_both_are_renewed() {
    let (mut mine, mut copy, mut third, refused) = both_went_on();
    let mut fourth = empty();
    fourth.store.receive(now(), everything(&copy), false).unwrap();
    remedy(&mut copy, &refused).unwrap();
    assert_eq!(third.store.receive(now(), sent(&mut copy), false).unwrap().applied, 2);
    let received = fourth.store.receive(now(), sent(&mut copy), false).unwrap();
    assert_eq!((received.applied, received.refused), (0, vec![]), "the same, in another place");
    let mut received = fourth.store.receive(now(), sent(&mut mine.store), false).unwrap();
    let of_mine = received.refused.remove(0);
    assert_eq!((of_mine.seq, of_mine.count), (3, 2));
    assert_eq!(remedy(&mut mine.store, &of_mine).unwrap(), 2);
    assert_eq!(fourth.store.receive(now(), sent(&mut mine.store), false).unwrap().applied, 2);
    let mut all = [&mut mine.store, &mut copy, &mut third.store, &mut fourth.store];
    for _ in 0..3 {
        assert_eq!(all_meet(&mut all), [], "both chains are about, and nothing is lacking");
    }
    agree(&all);
}

#[test]
fn the_remedy_taken_again_after_the_originals_came_back_still_lets_all_agree() {
    let (mut mine, mut copy, mut third, refused) = both_went_on();
    remedy(&mut copy, &refused).unwrap();
    copy.receive(now(), sent(&mut mine.store), false).unwrap();
    remedy(&mut copy, &refused).unwrap();
    act(&mut copy, &secretariat(), edit("m2", json!({"due": "2025"}))).unwrap();
    mine.act(&secretariat(), edit("m1", json!({"due": "2026"}))).unwrap();
    let mut all = [&mut mine.store, &mut copy, &mut third.store];
    for _ in 0..3 {
        assert_eq!(all_meet(&mut all), []);
    }
    agree(&all);
}

#[test]
fn what_is_not_for_everybody_is_issued_anew_as_a_place_and_reaches_the_secretariat_whole() {
    let mut mine = Desk::new();
    let mut copy = copied(&mine);
    mine.act(&secretariat(), edit("m1", json!({"due": "2021"}))).unwrap();
    let submit = |text: &str| {
        json!({"action": "create", "kind": "challenge", "id": text,
            "fields": {"cycle": "cy", "text": {"en": text, "source": "en", "state": "missing"},
                "attribution": "anonymous", "origins": ["CA-NU"]}})
    };
    act(&mut copy, &secretariat(), submit("law")).unwrap();
    act(&mut copy, &lead("CA-NU"), submit("money")).unwrap();
    act(&mut copy, &secretariat(), edit("m2", json!({"due": "2022"}))).unwrap();
    let (mut third, mut secretariats) = (empty(), empty());
    third.store.receive(now(), sent(&mut mine.store), false).unwrap();
    // What was for everybody comes first to the secretariat, which knows less of it so.
    secretariats.store.receive(now(), sent(&mut copy), false).unwrap();
    let mut received = third.store.receive(now(), sent(&mut copy), false).unwrap();
    let refused = received.refused.remove(0);
    assert_eq!((refused.seq, refused.count), (2, 3));
    remedy(&mut copy, &refused).unwrap();
    sound(&copy);
    let items = sent(&mut copy);
    assert!(items.iter().any(Item::is_stub), "whose name would tell the origin stays here");
    let device = copy.device().unwrap();
    let mut anew = items.iter().filter(|item| item.device() == device);
    assert!(!anew.any(|item| item.to_line().contains("CA-NU")), "no origin is told");
    let received = third.store.receive(now(), items, false).unwrap();
    assert_eq!((received.applied, received.stubs, received.refused), (2, 1, vec![]));
    let received = secretariats.store.receive(now(), everything(&copy), false).unwrap();
    // With what of the small plan itself was not for everybody.
    assert_eq!((received.applied, received.completed, received.refused), (1, 2, vec![]));
    for store in [&secretariats.store, &third.store] {
        sound(store);
    }
    assert_eq!(secretariats.store.plan().unwrap().challenges, copy.plan().unwrap().challenges);
}

#[test]
fn a_place_that_a_pinned_moment_names_is_issued_anew_only_where_that_is_asked_for() {
    let (_mine, mut copy, mut third, refused) = both_went_on();
    let closed = json!({"action": "close_plan", "workplan": "w",
        "lessons": {"p1": text("Begin earlier", "Commencer plus tôt")}});
    act(&mut copy, &secretariat(), closed).unwrap();
    let plan = copy.plan().unwrap();
    let kept = remedy(&mut copy, &refused).unwrap_err();
    assert_eq!(kept.failure().code, "failure-renew-pinned");
    let from = Reissue { device: refused.device, seq: refused.seq, pinned: true };
    assert_eq!(copy.reissue(now(), &from).unwrap().reissued, 3);
    assert_eq!(copy.plan().unwrap(), plan);
    let received = third.store.receive(now(), sent(&mut copy), false).unwrap();
    assert_eq!((received.applied, received.refused), (3, vec![]));
    sound(&copy);
    sound(&third.store);
}
