//! The names of backups: `2019-09-14T12-00-00Z-01-before-import.jalon`. They sort by
//! time and say why; a colon is no part of a name on Windows.

use chrono::{DateTime, NaiveDateTime, Utc};

use super::{Backup, Why};

const MOMENT: &str = "%Y-%m-%dT%H-%M-%SZ";
const MOMENT_LENGTH: usize = "2019-09-14T12-00-00Z".len();

/// The name of a backup.
pub(super) fn name(taken_at: DateTime<Utc>, serial: u32, why: Why) -> String {
    format!("{}-{serial:02}-{}.jalon", taken_at.format(MOMENT), why.code())
}

/// The backup that a file's name tells of.
pub(super) fn read(name: &str, bytes: u64) -> Option<Backup> {
    let (moment, rest) = name.split_at_checked(MOMENT_LENGTH)?;
    let taken_at = NaiveDateTime::parse_from_str(moment, MOMENT).ok()?.and_utc();
    let (serial, why) = rest.strip_prefix('-')?.strip_suffix(".jalon")?.split_once('-')?;
    let why = Why::ALL.into_iter().find(|known| known.code() == why)?;
    Some(Backup { name: name.to_owned(), taken_at, serial: serial.parse().ok()?, why, bytes })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_when_and_why_and_sorts_by_time() {
        let at = |second: i64| DateTime::from_timestamp(1_568_462_400 + second, 0).unwrap();
        let mut names = Vec::new();
        for (second, serial, why) in [(0, 1, Why::ByHand), (0, 2, Why::BeforeImport), (61, 1, Why::Scheduled)]
        {
            let name = name(at(second), serial, why);
            let expected = Backup { name: name.clone(), taken_at: at(second), serial, why, bytes: 7 };
            assert_eq!(read(&name, 7), Some(expected));
            names.push(name);
        }
        assert_eq!(names[1], "2019-09-14T12-00-00Z-02-before-import.jalon");
        assert!(names.is_sorted());
    }

    #[test]
    fn other_files_are_no_backups() {
        let others = [
            "",
            "plan.jalon",
            "2019-09-14T12-00-00Z-01-before-import.jalon-wal",
            "2019-09-14T12-00-00Z-01-for-fun.jalon",
            "2019-09-14T12-00-00Z-by-hand.jalon",
            "2019-13-14T12-00-00Z-01-by-hand.jalon",
            ".jalon-new-abc",
            "2019-09-14T12-00-00é-01-by-hand.jalon",
        ];
        for name in others {
            assert_eq!(read(name, 0), None, "{name}");
        }
    }
}
