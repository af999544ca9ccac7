//! Checks the message files of both locales and writes the typed keys. A key or
//! variable that one locale lacks fails the build here, in words.
#![expect(clippy::print_stdout, reason = "a build script speaks to cargo on standard output")]

mod catalog;
mod generate;

use std::path::PathBuf;
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(faults) => {
            for fault in faults {
                // Cargo shows these lines of a build script as errors.
                println!("cargo::error={fault}");
            }
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Vec<String>> {
    let said = |what: &str, error: &dyn std::fmt::Display| vec![format!("{what}: {error}")];
    println!("cargo::rerun-if-changed=build");
    for locale in catalog::LOCALES {
        println!("cargo::rerun-if-changed=locales/{locale}");
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let sources = catalog::read("locales".as_ref()).map_err(|error| said("locales", &error))?;
    let messages = catalog::check(&sources)?;
    let write =
        |name: &str, text: String| fs::write(out.join(name), text).map_err(|error| said(name, &error));
    write("keys.rs", generate::keys(&messages))?;
    for locale in catalog::LOCALES {
        let texts = sources.iter().filter(|source| source.locale == locale);
        write(&format!("{locale}.ftl"), texts.map(|source| format!("{}\n", source.text)).collect())?;
    }
    Ok(())
}
