//! What this machine says about its drives and folders.

use std::path::Path;

#[cfg(any(target_os = "linux", target_os = "macos"))]
use super::mounts;
use super::products::{MARKERS, VARIABLES};
use super::{Facts, Mount, Platform};

impl Facts {
    /// What this machine says that matters for a path. What it does not say is taken
    /// for harmless.
    pub fn of_this_machine(path: &Path) -> Facts {
        let home = std::env::home_dir().unwrap_or_default();
        let named = VARIABLES.iter().filter_map(|(name, product)| {
            Some((std::env::var(name).ok().filter(|folder| !folder.is_empty())?, *product))
        });
        let marked = path.ancestors().skip(1).flat_map(|folder| {
            let there = MARKERS.iter().filter(|(marker, _)| folder.join(marker).exists());
            there.map(|(_, product)| (folder.to_string_lossy().into_owned(), *product))
        });
        Facts {
            platform: platform(),
            home: home.to_string_lossy().into_owned(),
            mounts: mounted(),
            // Windows resolves a mapped letter to its share when links are resolved.
            network_drives: Vec::new(),
            synchronised: named.chain(marked).collect(),
        }
    }
}

fn platform() -> Platform {
    if cfg!(windows) {
        Platform::Windows
    } else if cfg!(target_os = "macos") {
        Platform::MacOs
    } else {
        Platform::Linux
    }
}

#[cfg(target_os = "linux")]
fn mounted() -> Vec<Mount> {
    mounts::of_linux(&std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default())
}

#[cfg(target_os = "macos")]
fn mounted() -> Vec<Mount> {
    let said = std::process::Command::new("/sbin/mount").output();
    said.map(|said| mounts::of_macos(&String::from_utf8_lossy(&said.stdout))).unwrap_or_default()
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn mounted() -> Vec<Mount> {
    Vec::new()
}
