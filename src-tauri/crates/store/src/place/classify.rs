//! Whether a path leads onto a network drive or into a synchronised folder: a pure
//! function of the path's text and of what the machine says.

use jalon_domain::Failure;

use super::products::{Product, product};

/// Whose rules of paths hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Platform {
    /// Letters of drives, shares, `\`.
    Windows,
    /// Volumes, `~/Library/CloudStorage`.
    MacOs,
    /// Mounts, names with their case.
    Linux,
}

/// A file system that stands in the tree of folders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mount {
    /// Where.
    pub at: String,
    /// Of which type, as the system calls it (`nfs4`, `ext4`).
    pub fs: String,
    /// What is mounted there: a device, or an address; a program may write anything.
    pub source: String,
}

/// What the machine says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Whose rules hold.
    pub platform: Platform,
    /// The user's home folder; empty when there is none.
    pub home: String,
    /// What is mounted, in the order in which it was.
    pub mounts: Vec<Mount>,
    /// Windows: the letters of drives that stand for a share.
    pub network_drives: Vec<char>,
    /// Folders that are known to be synchronised, whatever their name.
    pub synchronised: Vec<(String, Product)>,
}

/// Why a store may not stand somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoPlace {
    /// A share of another machine.
    Share(String),
    /// A drive letter that stands for a share.
    Drive(char),
    /// A file system of another machine: where it is mounted, and its type.
    Mounted(String, String),
    /// A folder that a product synchronises.
    Synchronised(Product, String),
}

impl NoPlace {
    /// What the user is told.
    pub fn failure(&self) -> Failure {
        match self {
            NoPlace::Share(share) => Failure::new("failure-place-share").text("share", share),
            NoPlace::Drive(letter) => Failure::new("failure-place-drive").text("drive", format!("{letter}:")),
            NoPlace::Mounted(at, fs) => {
                Failure::new("failure-place-mounted").text("folder", at).text("fs", fs)
            }
            NoPlace::Synchronised(Product::Unnamed, folder) => {
                Failure::new("failure-place-synchronised-unnamed").text("folder", folder)
            }
            NoPlace::Synchronised(product, folder) => Failure::new("failure-place-synchronised")
                .text("product", product.name())
                .text("folder", folder),
        }
    }
}

/// File systems that are on another machine, or are shared with one.
const NETWORK: &[&str] = &[
    "9p",
    "afp",
    "afpfs",
    "afs",
    "beegfs",
    "ceph",
    "cifs",
    "coda",
    "davfs",
    "drvfs",
    "ftp",
    "gfs2",
    "glusterfs",
    "gpfs",
    "lustre",
    "ncp",
    "ncpfs",
    "nfs",
    "nfs4",
    "ocfs2",
    "orangefs",
    "prl_fs",
    "smb",
    "smb2",
    "smb3",
    "smbfs",
    "vboxsf",
    "virtiofs",
    "webdav",
];

/// The same through a program (`fuse.sshfs`, and macOS's `macfuse_sshfs`).
const NETWORK_PROGRAMS: &[&str] = &[
    "ceph",
    "ceph-fuse",
    "cephfs",
    "curlftpfs",
    "davfs2",
    "gcsfuse",
    "glusterfs",
    "goofys",
    "google-drive-ocamlfuse",
    "gvfsd-fuse",
    "juicefs",
    "kio-fuse",
    "onedriver",
    "rclone",
    "s3fs",
    "smbnetfs",
    "sshfs",
    "vmhgfs-fuse",
];

/// Whether a store may stand at an absolute path.
///
/// # Errors
/// Why not.
pub fn classify(path: &str, facts: &Facts) -> Result<(), NoPlace> {
    let path = match facts.platform {
        Platform::Windows => windows(path, &facts.network_drives)?,
        _ => path.to_owned(),
    };
    let parts = parts(&path, facts.platform);
    unix_network(&parts, facts)?;
    let folders = parts.len().saturating_sub(1);
    for end in 1..=folders {
        if let Some(product) = synchronised(&parts[..end], facts) {
            return Err(NoPlace::Synchronised(product, joined(&parts[..end], facts.platform)));
        }
    }
    Ok(())
}

/// A Windows path with plain separators and without the prefix of long paths.
fn windows(path: &str, network_drives: &[char]) -> Result<String, NoPlace> {
    let mut path = path.replace('/', "\\");
    let unc = |rest: &str| {
        NoPlace::Share(format!(r"\\{}", rest.split('\\').take(2).collect::<Vec<_>>().join(r"\")))
    };
    for prefix in [r"\\?\", r"\\.\"] {
        if let Some(rest) = path.strip_prefix(prefix) {
            if rest.get(..4).is_some_and(|four| four.eq_ignore_ascii_case(r"UNC\")) {
                return Err(unc(&rest[4..]));
            }
            path = rest.to_owned();
        }
    }
    if let Some(rest) = path.strip_prefix(r"\\") {
        return Err(unc(rest));
    }
    let letter = path.chars().next().filter(|_| path.get(1..2) == Some(":"));
    match letter.map(|letter| letter.to_ascii_uppercase()) {
        Some(letter) if network_drives.iter().any(|drive| drive.to_ascii_uppercase() == letter) => {
            Err(NoPlace::Drive(letter))
        }
        _ => Ok(path),
    }
}

/// The folders of a path and the file's name last; `..` leads back.
fn parts(path: &str, platform: Platform) -> Vec<String> {
    let separator = if platform == Platform::Windows { '\\' } else { '/' };
    let mut parts: Vec<String> = Vec::new();
    for part in path.split(separator).filter(|part| !part.is_empty() && *part != ".") {
        if part == ".." {
            parts.pop();
        } else {
            parts.push(part.to_owned());
        }
    }
    parts
}

fn joined(parts: &[String], platform: Platform) -> String {
    match platform {
        Platform::Windows => parts.join("\\"),
        _ => format!("/{}", parts.join("/")),
    }
}

/// File systems of other machines in the tree of folders.
fn unix_network(parts: &[String], facts: &Facts) -> Result<(), NoPlace> {
    if facts.platform == Platform::Windows {
        return Ok(());
    }
    let begins = |with: &[&str]| with.iter().zip(parts).filter(|(a, b)| *a == b).count() == with.len();
    let by_name = (begins(&["net"]) && parts.len() > 3)
        || begins(&["Network", "Servers"])
        || (begins(&["run", "user"]) && parts.get(3).is_some_and(|part| part == "gvfs"))
        || parts.iter().any(|part| part == ".gvfs");
    if by_name {
        return Err(NoPlace::Share(joined(&parts[..parts.len().saturating_sub(1)], facts.platform)));
    }
    let mut best: Option<(usize, &Mount)> = None;
    for mount in &facts.mounts {
        let at = self::parts(&mount.at, facts.platform);
        // Of two at the same place the later one covers the other.
        if at.len() < parts.len().max(1)
            && parts.starts_with(&at)
            && best.is_none_or(|(depth, _)| at.len() >= depth)
        {
            best = Some((at.len(), mount));
        }
    }
    match best {
        Some((_, mount)) if is_network(mount) => Err(NoPlace::Mounted(mount.at.clone(), mount.fs.clone())),
        _ => Ok(()),
    }
}

fn is_network(mount: &Mount) -> bool {
    let fs = mount.fs.to_ascii_lowercase();
    let program = fs.strip_prefix("fuse.").or(fs.strip_prefix("macfuse_")).or(fs.strip_prefix("osxfuse_"));
    // Some programs do not say who they are, such as davfs2, but where they get it from.
    let address = (program.is_some() || fs == "fuse") && mount.source.contains("://");
    address
        || NETWORK.contains(&fs.as_str())
        || program.is_some_and(|program| NETWORK_PROGRAMS.contains(&program))
}

/// The product that synchronises the last of these folders.
fn synchronised(folders: &[String], facts: &Facts) -> Option<Product> {
    let known = facts.synchronised.iter().find(|(folder, _)| {
        let folder = parts(
            &folder.replace('/', if facts.platform == Platform::Windows { "\\" } else { "/" }),
            facts.platform,
        );
        same(&folder, folders, facts.platform)
    });
    known.map(|(_, product)| *product).or_else(|| {
        let (name, above) = folders.split_last()?;
        let home = parts(&facts.home, facts.platform);
        let in_home = !home.is_empty() && same(&home, above, facts.platform);
        product(name, above, in_home, facts.platform)
    })
}

fn same(a: &[String], b: &[String], platform: Platform) -> bool {
    let case = |a: &String, b: &String| match platform {
        Platform::Linux => a == b,
        _ => a.to_lowercase() == b.to_lowercase(),
    };
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| case(a, b))
}

#[cfg(test)]
mod tests;
