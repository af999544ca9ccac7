//! Which backups go.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike as _, Utc};

use super::{Backup, Why};

/// The newest so many stay.
const NEWEST: usize = 10;

/// Of each of the last so many days, the newest stays.
const DAYS: i64 = 14;

/// Of each of the last so many months, the newest stays.
const MONTHS: i64 = 12;

/// What stood before a restoration may be all that is left of somebody's work: it
/// stays for so many days.
const BEFORE_RESTORE_DAYS: i64 = 366;

/// The names of the backups that go: all but the newest ten, the newest of each of the
/// last 14 days and of each of the last 12 months, what stood before a restoration
/// within a year, and those made by hand, which only a hand removes. What stood before a
/// restoration may be damaged, and takes the place of no other. What is dated after `now`,
/// by a clock that was wrong, stays until its day has come.
pub fn rotation(backups: &[Backup], now: DateTime<Utc>) -> Vec<String> {
    let mut order: Vec<&Backup> = backups.iter().filter(|backup| backup.taken_at <= now).collect();
    order.sort_by_key(|backup| std::cmp::Reverse((backup.taken_at, backup.serial)));
    let (mut days, mut months) = (BTreeSet::new(), BTreeSet::new());
    let month = |at: DateTime<Utc>| i64::from(at.year()) * 12 + i64::from(at.month0());
    let (mut going, mut newer) = (Vec::new(), 0);
    for backup in order {
        let age = (now.date_naive() - backup.taken_at.date_naive()).num_days();
        let stays = if backup.why == Why::BeforeRestore {
            age < BEFORE_RESTORE_DAYS
        } else {
            newer += 1;
            let first_of_day = days.insert(backup.taken_at.date_naive());
            let first_of_month = months.insert(month(backup.taken_at));
            newer <= NEWEST
                || (first_of_day && age < DAYS)
                || (first_of_month && month(now) - month(backup.taken_at) < MONTHS)
                || backup.why == Why::ByHand
        };
        if !stays {
            going.push(backup.name.clone());
        }
    }
    going
}

#[cfg(test)]
mod tests {
    use super::super::name::{name, read};
    use super::*;
    use chrono::TimeDelta;

    fn now() -> DateTime<Utc> {
        "2019-09-14T12:00:00Z".parse().unwrap()
    }

    /// Backups of these ages in hours.
    fn backups(why: Why, ages: impl IntoIterator<Item = i64>) -> Vec<Backup> {
        let one = |age| read(&name(now() - TimeDelta::hours(age), 1, why), 1).unwrap();
        ages.into_iter().map(one).collect()
    }

    /// The days of those that stay.
    fn check(backups: &[Backup], expected: &[&str]) {
        let going = rotation(backups, now());
        let staying = backups.iter().filter(|backup| !going.contains(&backup.name));
        let staying: Vec<String> =
            staying.map(|backup| backup.taken_at.format("%m-%d %H").to_string()).collect();
        assert_eq!(staying, expected);
    }

    #[test]
    fn a_few_backups_all_stay_however_old() {
        let ten = backups(Why::Scheduled, (0..10).map(|n| n * 10_000));
        assert_eq!(rotation(&ten, now()), [""; 0]);
        assert_eq!(rotation(&[], now()), [""; 0]);
    }

    #[test]
    fn beyond_the_newest_ten_one_a_day_and_one_a_month_stay() {
        // One every eight hours for 20 days.
        let many = backups(Why::Scheduled, (0..60).map(|n| n * 8));
        let expected = [
            "09-14 12", "09-14 04", "09-13 20", "09-13 12", "09-13 04", "09-12 20", "09-12 12", "09-12 04",
            "09-11 20", "09-11 12", "09-10 20", "09-09 20", "09-08 20", "09-07 20", "09-06 20", "09-05 20",
            "09-04 20", "09-03 20", "09-02 20", "09-01 20", "08-31 20",
        ];
        check(&many, &expected);
    }

    #[test]
    fn one_of_each_of_the_last_twelve_months_stays() {
        // Ten of today, then one every five days for two years.
        let mut many = backups(Why::Scheduled, [0; 10]);
        for (n, backup) in many.iter_mut().enumerate() {
            backup.serial = u32::try_from(n).unwrap();
        }
        many.extend(backups(Why::BeforeImport, (1..146).map(|n| n * 5 * 24)));
        let going = rotation(&many, now());
        let staying: Vec<&Backup> =
            many.iter().skip(10).filter(|backup| !going.contains(&backup.name)).collect();
        // The 9th and 4th of September by their days; then August back to last October.
        assert_eq!(staying.len(), 2 + 11);
        assert_eq!(staying[12].taken_at.format("%Y-%m").to_string(), "2018-10");
    }

    #[test]
    fn what_a_hand_made_or_a_restoration_replaced_is_not_rotated_away() {
        let newer = backups(Why::Scheduled, 0..10);
        let mut all = newer.clone();
        all.extend(backups(Why::ByHand, [50_000, 50_001]));
        all.extend(backups(Why::BeforeRestore, [8_000, 8_001, 9_000]));
        all.extend(backups(Why::Scheduled, [50_002]));
        let going = rotation(&all, now());
        let gone = [&all[14], &all[15]].map(|backup| backup.name.clone());
        assert_eq!(going, gone, "a replaced file of more than a year ago, and an old scheduled one");
    }

    #[test]
    fn what_a_restoration_replaced_takes_the_place_of_no_other() {
        // A damaged file was replaced on the day, and later than the backup, of each of these.
        let sound = backups(Why::Scheduled, (0..30).map(|n| n * 24));
        let replaced = backups(Why::BeforeRestore, (0..30).map(|n| n * 24 - 1).skip(1));
        let going = rotation(&[sound.clone(), replaced].concat(), now());
        assert_eq!(going, rotation(&sound, now()));
        assert!(going.len() < sound.len() - NEWEST);
    }

    #[test]
    fn what_a_wrong_clock_dated_after_today_stays_and_counts_for_nothing() {
        let mut all = backups(Why::Scheduled, (1..=20).map(|n| -n * 24 * 400));
        all.extend(backups(Why::Scheduled, 0..10));
        assert_eq!(rotation(&all, now()), [""; 0]);
    }
}
