//! What this machine says about its drives and folders.

use std::path::Path;

#[cfg(any(target_os = "linux", target_os = "macos"))]
use super::mounts;
use super::products::{MARKERS, VARIABLES};
use super::{Facts, Mount, Platform, Product};

impl Facts {
    /// What this machine says that matters for a path. What it does not say is taken
    /// for harmless.
    pub fn of_this_machine(path: &Path) -> Facts {
        let home = std::env::home_dir().unwrap_or_default();
        let named = VARIABLES.iter().filter_map(|(name, product)| {
            Some((std::env::var(name).ok().filter(|folder| !folder.is_empty())?, *product))
        });
        let marked = path
            .ancestors()
            .skip(1)
            .filter_map(|folder| Some((folder.to_string_lossy().into_owned(), marked(folder)?)));
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

/// The product that has marked a folder as its own. What cannot be listed has no marks.
fn marked(folder: &Path) -> Option<Product> {
    let of = |entry: std::fs::DirEntry| {
        let name = entry.file_name();
        // Most names are none, and are not asked what they are of.
        let name = name.to_str().filter(|name| name.starts_with('.'))?;
        let of_type = entry.file_type().ok()?;
        MARKERS.iter().position(|marker| marker.is(name, of_type))
    };
    let first = std::fs::read_dir(folder).ok()?.flatten().filter_map(of).min()?;
    MARKERS.get(first).map(|marker| marker.product)
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

#[cfg(test)]
mod tests {
    use super::*;

    /// What the facts say of a folder in which that is; a name with `/` is a folder.
    fn check(names: &[&str], expected: Option<Product>) {
        let folder = tempfile::tempdir().unwrap();
        for name in names {
            match name.strip_suffix('/') {
                Some(name) => std::fs::create_dir(folder.path().join(name)).unwrap(),
                None => std::fs::write(folder.path().join(name), "").unwrap(),
            }
        }
        let inside = folder.path().join("plans");
        std::fs::create_dir(&inside).unwrap();
        let here = folder.path().to_string_lossy().into_owned();
        let facts = Facts::of_this_machine(&inside.join("plan.jalon"));
        let found = facts.synchronised.into_iter().find(|(at, _)| *at == here);
        assert_eq!(found.map(|(_, product)| product), expected, "{names:?}");
    }

    #[test]
    fn a_folder_is_known_by_what_its_product_leaves_in_it() {
        check(&[".dropbox"], Some(Product::Dropbox));
        check(&[".dropbox.cache/"], Some(Product::Dropbox));
        check(&[".stfolder/"], Some(Product::Syncthing));
        check(&[".stfolder"], Some(Product::Syncthing));
        check(&[".nextcloudsync.log"], Some(Product::Nextcloud));
        check(&[".sync_0a1b2c.db"], Some(Product::Nextcloud));
        check(&["._sync_0a1b2c.db"], Some(Product::Nextcloud));
        check(&[".sync_journal.db"], Some(Product::OwnCloud));
        check(&[".owncloudsync.log", "._sync_0a1b2c.db"], Some(Product::OwnCloud));
        check(&[".tmp.drivedownload/"], Some(Product::GoogleDrive));
        check(&[".megaignore"], Some(Product::Mega));
    }

    #[test]
    fn what_a_product_keeps_for_itself_marks_no_folder() {
        // The home folder of everybody who has Dropbox.
        check(&[".dropbox/", ".dropbox-dist/", "Dropbox/"], None);
        check(&[".dropbox.cache", ".megaignore/", ".sync_notes.db/", ".sync_0a1b2c.db-wal"], None);
        check(&["dropbox", "plan.jalon"], None);
        check(&[], None);
    }
}
