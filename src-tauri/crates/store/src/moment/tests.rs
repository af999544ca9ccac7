//! As of any moment at all, several devices and forms that were stale included: what
//! a plain walk over the journal finds.

use chrono::DateTime;
use jalon_domain::{Action, Actor, Id, Plan, Role, Vector};
use proptest::prelude::*;
use rusqlite::Connection;
use serde_json::json;
use std::collections::BTreeMap;

use super::plan::plans;
use super::then::Then;
use crate::journal::CREATE;
use crate::journal::read::{self, TXN};
use crate::journal::row::Row;
use crate::queries::Head;
use crate::{Context, Store, Trouble, fields, shown};

/// The plan as of a moment, as slowly and plainly as it can be found.
fn plainly(sql: &Connection, at: &Vector) -> Plan {
    let mut rows: BTreeMap<Id, Row> = BTreeMap::new();
    let mut created: BTreeMap<Id, String> = BTreeMap::new();
    let order = format!("SELECT {TXN} FROM arrival JOIN txn ON txn.id = arrival.txn ORDER BY local_n");
    let mut query = sql.prepare(&order).unwrap();
    let txns: Vec<_> = query.query_map([], read::txn).unwrap().map(Result::unwrap).collect();
    for txn in txns.iter().filter(|txn| at.includes(&txn.device, txn.seq)) {
        for change in read::changes_of(sql, &txn.id).unwrap() {
            let id = Id::parse(&change.entity).unwrap();
            let kind = jalon_domain::Kind::named(&change.kind).unwrap();
            let value = serde_json::from_str(change.value.as_deref().unwrap_or("null")).unwrap();
            let row = rows.entry(id.clone()).or_insert_with(|| Row::new(kind, id.clone()));
            if change.field == CREATE && created.get(&id).is_none_or(|before| change.id < *before) {
                row.kind = kind;
                created.insert(id, change.id.clone());
            }
            row.advance(&change.field, &read::bases(&change).unwrap(), Head { change: change.id, value });
        }
    }
    let mut plan = Plan::default();
    for row in rows.values().filter(|row| row.is_live()) {
        if let Some(entity) = shown::entity(row.kind, || Ok::<_, Trouble>(fields::object(row))).unwrap() {
            plan.put(entity);
        }
    }
    plan
}

/// One of three devices does something to one of three people, from a form that
/// showed what stood so many actions ago.
#[derive(Debug, Clone)]
struct Step {
    device: usize,
    person: usize,
    what: usize,
    stale: usize,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = (0..3_usize, 0..3_usize, 0..6_usize, 0..4_usize)
        .prop_map(|(device, person, what, stale)| Step { device, person, what, stale });
    prop::collection::vec(step, 1..30)
}

/// Lets another device write into the file from here on.
fn write_as(store: &Store, device: &str) {
    let insert = "INSERT OR IGNORE INTO device (id, since) VALUES (?1, '2019')";
    store.sql.execute(insert, [device]).unwrap();
    let last = "UPDATE device SET n = (SELECT max(n) + 1 FROM device) WHERE id = ?1";
    store.sql.execute(last, [device]).unwrap();
}

fn action(step: &Step, n: usize) -> Action {
    let id = format!("person-{}", step.person);
    let action = match step.what {
        0 => json!({"action": "create", "kind": "person", "id": id, "fields": {"name": format!("N{n}")}}),
        1 | 2 => json!({"action": "edit", "id": id, "fields": {"name": format!("N{}", n / 2)}}),
        3 => {
            json!({"action": "edit", "id": id, "fields": {"title.en": format!("T{n}"), "email": format!("{n}@x.ca")}})
        }
        4 => json!({"action": "delete", "id": id}),
        _ => json!({"action": "undo"}),
    };
    serde_json::from_value(action).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_plan_as_of_any_moment_is_what_its_changes_say(
        steps in steps(),
        moments in prop::collection::vec((0..9_i64, 0..9_i64, 0..9_i64), 12),
        lacking in prop::collection::vec((0..3_usize, 1..6_i64), 0..3),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let now = DateTime::from_timestamp(1_568_124_300, 0).unwrap();
        let me = Context::new(Actor::new("C", Role::CoChair, Id::parse("CA-AB")), now);
        let mut store = Store::create(&folder.path().join("plan.jalon"), now).unwrap();
        let devices = [store.device().unwrap(), "beside".to_owned(), "across".to_owned()];
        let mut shown = vec![store.all_heads().unwrap()];
        for (n, step) in steps.iter().enumerate() {
            write_as(&store, &devices[step.device]);
            let mut action = action(step, n);
            let form = &shown[shown.len().saturating_sub(1 + step.stale)];
            let person = Id::parse(&format!("person-{}", step.person)).unwrap();
            action.set_bases(form.get(&person).cloned().unwrap_or_default());
            let _refused = store.act(&me, &action);
            shown.push(store.all_heads().unwrap());
        }
        prop_assert_eq!(store.plan_as_of(&store.vector().unwrap()).unwrap(), store.plan().unwrap());
        let mut together = Vec::new();
        for (a, b, c) in moments {
            let mut at: Vector = devices.iter().cloned().zip([a, b, c]).collect();
            prop_assert_eq!(store.plan_as_of(&at).unwrap(), plainly(&store.sql, &at), "{:?}", at);
            for (device, seq) in &lacking {
                at.leave_out(&devices[*device], *seq);
            }
            prop_assert_eq!(store.plan_as_of(&at).unwrap(), plainly(&store.sql, &at), "{:?}", at);
            together.push(at);
        }
        for pair in together.windows(2) {
            let read = |at| Then::read(&store.sql, at).unwrap();
            let plans = plans(&store.sql, [&read(&pair[0]), &read(&pair[1])]).unwrap();
            prop_assert_eq!(&plans, &[0, 1].map(|n| store.plan_as_of(&pair[n]).unwrap()), "{:?}", pair);
        }
    }
}
