//! The whole program in its real window: real WebKit, real SQLite, nothing invented.
//!
//! Needs the built programs (`cargo build -p jalon-app -p jalon-cli`; `JALON_APP` and
//! `JALON_CLI` may say where they are), WebKitWebDriver, a D-Bus daemon and, where no
//! screen is lent by `DISPLAY`, Xvfb. A tool that is missing is a failure.

mod window {
    mod accessibility;
    mod closed_doors;
    mod main_job;
    mod side_by_side;
    mod trouble;
    mod year;
}
