//! The floor that the window is measured against: a bare Tauri window that shows a
//! static page. `cargo xtask bench board` starts it and Jalon in turn.

fn main() -> tauri::Result<()> {
    tauri::Builder::default().run(tauri::generate_context!("examples/bare/tauri.conf.json"))
}
