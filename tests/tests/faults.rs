//! Proof under faults: kills and damaged files, against the real `jalon apply`.
//!
//! Needs the built program (`cargo build -p jalon-cli`; `JALON_CLI` may say where it
//! is). `cargo test` runs each proof at a small size, `cargo xtask torture` at full
//! size. Chance is seeded: every proof prints its seed, and `JALON_SEED` repeats it.

mod faults {
    mod chance;
    mod damage;
    mod desk;
    mod kill;
    mod script;
}
