use super::*;
use chrono::DateTime;
use jalon_words::Words;

#[test]
fn what_is_still_there_after_all_is_told_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create(&folder.path().join("plan.jalon"), DateTime::UNIX_EPOCH).unwrap();
    let some = "SELECT id FROM change WHERE value IS NOT NULL LIMIT 1";
    let held: String = store.sql.query_row(some, [], |row| row.get(0)).unwrap();
    assert!(assert_gone(&store.sql, &BTreeSet::from(["another".to_owned()])).is_ok());
    let trouble = assert_gone(&store.sql, &BTreeSet::from([held])).unwrap_err();
    for lang in Lang::BOTH {
        let words = Words::of(lang).failure(&trouble.failure());
        assert!(words.ends_with('.') && !words.contains("failure-"), "{words}");
    }
    for (query, values) in [(WALK, &["a", "b"][..]), (HELD, &[])] {
        let mut plan = store.sql.prepare(&format!("EXPLAIN QUERY PLAN {query}")).unwrap();
        let values = rusqlite::params_from_iter(values);
        let plan: String = plan.query_row(values, |row| row.get(3)).unwrap();
        assert_eq!(plan, "SCAN change", "no index is asked");
    }
}
