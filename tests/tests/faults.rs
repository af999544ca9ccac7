//! Proof under faults: kills, power cuts, full disks and damaged files, against the
//! real `jalon`.
//!
//! Needs the built program (`cargo build -p jalon-cli`; `JALON_CLI` may say where it
//! is) and, for power cuts and full disks, `strace` (Linux). `cargo test` runs each
//! proof at a small size, `cargo xtask torture` at full size. Chance is seeded: every proof prints its seed, and `JALON_SEED` repeats it.

mod faults {
    mod chance;
    mod damage;
    mod desk;
    #[cfg(target_os = "linux")]
    mod disk;
    #[cfg(target_os = "linux")]
    mod full;
    mod kill;
    #[cfg(target_os = "linux")]
    mod killed;
    #[cfg(target_os = "linux")]
    mod names;
    #[cfg(target_os = "linux")]
    mod power;
    #[cfg(target_os = "linux")]
    mod replaced;
    mod script;
    #[cfg(target_os = "linux")]
    mod struck;
    #[cfg(target_os = "linux")]
    mod trace;
}
