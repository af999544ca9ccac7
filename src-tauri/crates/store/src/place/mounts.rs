//! What is mounted, out of what Linux and macOS write about it.

#[cfg(any(unix, test))]
use super::Mount;

/// Reads `/proc/self/mountinfo`: `… / /mnt/share rw,relatime shared:1 - nfs4 host:/x rw`.
/// Lines that are not understood are passed over.
#[cfg(any(target_os = "linux", test))]
pub(super) fn of_linux(text: &str) -> Vec<Mount> {
    let mount = |line: &str| {
        let (before, after) = line.split_once(" - ")?;
        let at = unescaped(before.split(' ').nth(4)?);
        let mut after = after.split(' ');
        let fs = after.next()?.to_owned();
        Some(Mount { at, fs, source: unescaped(after.next().unwrap_or_default()) })
    };
    text.lines().filter_map(mount).collect()
}

/// Reads what `mount` prints on macOS: `//u@host/share on /Volumes/share (smbfs, nodev)`.
#[cfg(any(target_os = "macos", test))]
pub(super) fn of_macos(text: &str) -> Vec<Mount> {
    let mount = |line: &str| {
        let (before, options) = line.rsplit_once(" (")?;
        let (source, at) = before.split_once(" on ")?;
        let fs = options.split([',', ')']).next()?;
        Some(Mount { at: at.to_owned(), fs: fs.to_owned(), source: source.to_owned() })
    };
    text.lines().filter_map(mount).collect()
}

/// A blank stands there as `\040`.
#[cfg(any(target_os = "linux", test))]
fn unescaped(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let octal = (*first == b'\\').then(|| after.get(..3)).flatten();
        let byte = octal.and_then(|three| u8::from_str_radix(std::str::from_utf8(three).ok()?, 8).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &after[3..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(mounts: &[Mount], expected: &[(&str, &str, &str)]) {
        let found: Vec<_> =
            mounts.iter().map(|it| (it.at.as_str(), it.fs.as_str(), it.source.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn what_linux_says_is_read_with_its_escapes() {
        let text = "22 27 0:21 / / rw,relatime - ext4 /dev/vda rw\n\
                    36 35 98:0 /a /mnt/un\\040dossier rw shared:1 master:2 - nfs4 host:/x rw,vers=4.2\n\
                    nonsense\n";
        let expected = [("/", "ext4", "/dev/vda"), ("/mnt/un dossier", "nfs4", "host:/x")];
        check(&of_linux(text), &expected);
    }

    #[test]
    fn what_macos_says_is_read() {
        let text = "/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)\n\
                    //ana@serveur/partage on /Volumes/un partage (smbfs, nodev, nosuid, mounted by ana)\n";
        let share = ("/Volumes/un partage", "smbfs", "//ana@serveur/partage");
        check(&of_macos(text), &[("/", "apfs", "/dev/disk3s1s1"), share]);
    }
}
