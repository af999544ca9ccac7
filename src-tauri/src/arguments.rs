//! The command line of the application: `[--store FILE]`.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use jalon_domain::Failure;

/// What the application was started with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Arguments {
    /// The plan's file; the application's own when absent. Any bytes that the
    /// system takes for a path, readable or not.
    pub store: Option<PathBuf>,
}

/// Reads the arguments after the program's name.
///
/// # Errors
/// An argument that is not known, `--store` without a file or given twice.
pub fn read(arguments: impl Iterator<Item = OsString>) -> Result<Arguments, Failure> {
    let mut arguments = arguments.peekable();
    let mut read = Arguments::default();
    while let Some(argument) = arguments.next() {
        let file = if argument == "--store" {
            arguments.next()
        } else {
            Some(after_equals(&argument).ok_or_else(|| refused(&argument))?)
        };
        let file = file.filter(|file| !file.is_empty()).ok_or_else(|| refused(&argument))?;
        if read.store.replace(file.into()).is_some() {
            return Err(refused(&argument));
        }
    }
    Ok(read)
}

/// The file that a second start asked for, by the arguments that the system handed
/// over (its program's name first) and the folder it was started in.
pub fn asked_by_another(arguments: &[String], folder: &str) -> Option<PathBuf> {
    let read = read(arguments.iter().skip(1).map(OsString::from)).ok()?;
    read.store.map(|file| Path::new(folder).join(file))
}

/// `FILE` of `--store=FILE`, whatever its bytes.
#[cfg(unix)]
fn after_equals(argument: &std::ffi::OsStr) -> Option<OsString> {
    use std::os::unix::ffi::{OsStrExt, OsStringExt};
    let file = argument.as_bytes().strip_prefix(b"--store=")?;
    Some(OsString::from_vec(file.to_vec()))
}

/// `FILE` of `--store=FILE`, whatever its characters.
#[cfg(windows)]
fn after_equals(argument: &std::ffi::OsStr) -> Option<OsString> {
    use std::os::windows::ffi::{OsStrExt, OsStringExt};
    let prefix: Vec<u16> = "--store=".encode_utf16().collect();
    let wide: Vec<u16> = argument.encode_wide().collect();
    Some(OsString::from_wide(wide.strip_prefix(prefix.as_slice())?))
}

fn refused(argument: &OsString) -> Failure {
    Failure::new("failure-shell-argument").text("argument", argument.to_string_lossy())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(arguments: &[&str], expected: Option<Option<&str>>) {
        let read = read(arguments.iter().map(OsString::from)).ok();
        assert_eq!(read.map(|it| it.store), expected.map(|it| it.map(PathBuf::from)), "{arguments:?}");
    }

    #[test]
    fn the_file_stands_behind_a_space_or_an_equals_sign_and_once_only() {
        check(&[], Some(None));
        check(&["--store", "plan d’été.jalon"], Some(Some("plan d’été.jalon")));
        check(&["--store=a=b"], Some(Some("a=b")));
        check(&["--store"], None);
        check(&["--store="], None);
        check(&["--store", "a", "--store=b"], None);
        check(&["--stores"], None);
        check(&["plan.jalon"], None);
    }

    #[cfg(unix)]
    #[test]
    fn a_path_need_not_be_text() {
        use std::os::unix::ffi::OsStringExt;
        let path = OsString::from_vec(b"/tmp/\xff.jalon".to_vec());
        let spaced = read([OsString::from("--store"), path.clone()].into_iter());
        assert_eq!(spaced.map(|it| it.store), Ok(Some(PathBuf::from(&path))));
        let joined = OsString::from_vec([b"--store=".as_slice(), b"/tmp/\xff.jalon"].concat());
        assert_eq!(read([joined].into_iter()).map(|it| it.store), Ok(Some(PathBuf::from(path))));
    }

    #[test]
    fn a_second_start_means_its_own_folder() {
        let said = ["jalon-app", "--store", "b.jalon"].map(String::from);
        assert_eq!(asked_by_another(&said, "/home/x"), Some(Path::new("/home/x").join("b.jalon")));
        assert_eq!(asked_by_another(&said[..1], "/home/x"), None);
    }
}
