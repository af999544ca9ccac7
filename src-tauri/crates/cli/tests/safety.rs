//! What keeps a plan safe: where it may stand, its backups, and what becomes of it
//! when something is wrong.

mod desk;

use std::fs;

use desk::{Desk, Said};

#[test]
fn a_plan_is_not_made_in_a_synchronised_folder_nor_opened_there_for_work() {
    let desk = Desk::sample();
    fs::create_dir(desk.path("Dropbox")).expect("a folder");
    let there = desk.path("Dropbox/plan.jalon");
    let run = |lang: &str, verb: &str| -> Said {
        let mut command = desk.command();
        command.arg("--store").arg(&there).args(["--lang", lang, verb]).output().expect("runs").into()
    };
    for (lang, said) in [("en", "synchronises"), ("fr", "synchronise")] {
        let refused = run(lang, "init");
        assert!(refused.code == 1 && refused.err.contains(said), "{}", refused.err);
    }
    assert!(!there.exists());
    fs::copy(desk.store(), &there).expect("copied");
    assert_eq!(run("en", "init").code, 1);
    let refused = run("en", "check");
    assert!(refused.code == 1 && refused.err.contains("Dropbox synchronises"), "{}", refused.err);
}
