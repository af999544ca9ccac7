//! Where no window can be shown, the program says why on standard error.

use std::process::{Command, Output};

fn app(arguments: &[&str], lang: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jalon-app"));
    for name in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "LC_ALL", "LC_MESSAGES", "JALON_NOW"] {
        command.env_remove(name);
    }
    command.args(arguments).env("LANG", lang).output().unwrap()
}

fn check(output: &Output, code: i32, sentence: &str) {
    let said = String::from_utf8_lossy(&output.stderr);
    // GTK may complain of the locale first.
    assert!(said.contains(sentence), "{said}");
    assert_eq!(output.status.code(), Some(code), "{said}");
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_display_it_says_so_in_the_systems_language_and_ends_with_1() {
    check(&app(&[], "en_CA.UTF-8"), 1, "There is no display");
    check(&app(&[], "fr_CA.UTF-8"), 1, "Il n’y a pas d’écran");
}

#[test]
fn an_argument_that_is_not_understood_is_named_and_ends_with_2() {
    check(&app(&["--sotre", "x"], "en_CA.UTF-8"), 2, "“--sotre” is not understood");
    check(&app(&["--store"], "fr_CA.UTF-8"), 2, "«\u{a0}--store\u{a0}» n’est pas compris");
}
