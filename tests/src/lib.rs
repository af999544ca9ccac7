//! What the tests of the whole program stand on: a desk with a real window, page
//! objects that act in it, and a reader of decks that is not the writer's.
//!
//! Page objects act and tell; the tests judge. Nothing sleeps for a while and hopes:
//! every wait asks for a condition and has an end.

pub mod bridge;
pub mod deck;
pub mod desk;
pub mod large;
pub mod measure;
pub mod pages;
pub mod programs;
pub mod released;
pub mod rows;
pub mod window;

/// What a step gives back; an error is a sentence that says what was waited for.
pub type Outcome<T = ()> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Fails the step with a sentence unless the condition holds.
#[macro_export]
macro_rules! ensure {
    ($condition:expr, $($sentence:tt)+) => {
        if !$condition {
            return Err(format!($($sentence)+).into());
        }
    };
}

/// Says what a proof found; `cargo xtask torture` gathers these lines.
#[expect(clippy::print_stdout, reason = "the figures of a success are the result")]
pub fn seen(name: &str, found: &str) {
    println!("seen: {name}: {found}");
}
