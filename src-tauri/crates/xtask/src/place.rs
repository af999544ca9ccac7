//! Where things are: the checkout, cargo's build directory, and what xtask leaves behind.

use crate::{Result, process};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// The directories that every command works with. All are absolute.
pub struct Place {
    /// The checkout: where the workspace's Cargo.toml is.
    pub root: PathBuf,
    /// Cargo's build directory; `CARGO_TARGET_DIR` may put it outside the checkout.
    build: PathBuf,
    /// `target/` of the checkout: pictures, decks, stamps. They belong to this checkout even
    /// where several share one build directory.
    output: PathBuf,
}

impl Place {
    /// Asks cargo. Fails outside a workspace.
    pub fn find() -> Result<Self> {
        let mut command = cargo();
        command.args(["metadata", "--no-deps", "--format-version", "1"]);
        let text = process::capture(&mut command, Duration::from_secs(60))?;
        let metadata: serde_json::Value =
            serde_json::from_str(&text).map_err(|e| format!("cargo metadata: {e}"))?;
        let path = |key: &str| {
            metadata[key].as_str().map(PathBuf::from).ok_or_else(|| format!("cargo metadata names no {key}"))
        };
        let root = path("workspace_root")?;
        Ok(Self { build: path("target_directory")?, output: root.join("target"), root })
    }

    /// The web UI's package.
    pub fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// `target/NAME` of the checkout, made if need be.
    pub fn output(&self, name: &str) -> Result<PathBuf> {
        let path = self.output.join(name);
        std::fs::create_dir_all(&path).map_err(|e| format!("cannot make {}: {e}", path.display()))?;
        Ok(path)
    }

    /// A program that cargo built, such as `jalon`; `profile` is `debug` or `release`.
    pub fn program(&self, profile: &str, name: &str) -> PathBuf {
        let name = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        self.build.join(profile).join(name)
    }

    /// Cargo in the checkout.
    pub fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = cargo();
        command.args(arguments).current_dir(&self.root);
        command
    }

    /// `path` as seen from the checkout, for messages.
    pub fn shown<'a>(&self, path: &'a Path) -> std::path::Display<'a> {
        path.strip_prefix(&self.root).unwrap_or(path).display()
    }
}

/// The cargo that runs us, freed from the variables that describe xtask itself: build scripts
/// that watch them would run again at every change between a bare cargo and one of ours.
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy();
        if ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_"]
            .iter()
            .any(|prefix| name.starts_with(prefix))
        {
            command.env_remove(&*name);
        }
    }
    command
}
