//! Reads tauri.conf.json and the capabilities into the program.

fn main() {
    // The built UI becomes part of the program; Tauri itself does not watch it.
    println!("cargo::rerun-if-changed=../ui/dist");
    tauri_build::build();
}
