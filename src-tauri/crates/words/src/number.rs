//! Numbers as each language writes them: `2,600.5` and `2 600,5`.

use jalon_domain::Lang;

/// A whole number: `2,600` in English, `2 600` in French (with a no-break space).
pub(crate) fn whole(lang: Lang, number: i64) -> String {
    let sign = if number < 0 { "-" } else { "" };
    format!("{sign}{}", grouped(lang, &number.unsigned_abs().to_string()))
}

/// A number that may have decimals, at least `fraction` of them.
pub(crate) fn decimal(lang: Lang, number: f64, group: bool, fraction: Option<usize>) -> String {
    let plain = number.abs().to_string();
    let (digits, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
    let digits = if group { grouped(lang, digits) } else { digits.to_owned() };
    let width = decimals.len().max(fraction.unwrap_or(0));
    let sign = if number < 0.0 { "-" } else { "" };
    let point = match lang {
        _ if width == 0 => "",
        Lang::En => ".",
        Lang::Fr => ",",
    };
    format!("{sign}{digits}{point}{decimals:0<width$}")
}

fn grouped(lang: Lang, digits: &str) -> String {
    let separator = match lang {
        Lang::En => ',',
        Lang::Fr => '\u{a0}',
    };
    let mut written = String::new();
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            written.push(separator);
        }
        written.push(digit);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped_as_each_language_groups_them() {
        let cases = [
            (0, "0", "0"),
            (999, "999", "999"),
            (2_600, "2,600", "2\u{a0}600"),
            (-50_000, "-50,000", "-50\u{a0}000"),
            (i64::MIN, "-9,223,372,036,854,775,808", "-9 223 372 036 854 775 808"),
        ];
        for (number, english, french) in cases {
            assert_eq!(whole(Lang::En, number), english);
            assert_eq!(whole(Lang::Fr, number), french.replace(' ', "\u{a0}"));
        }
    }

    #[test]
    fn decimals_stand_after_a_point_or_a_comma() {
        assert_eq!(decimal(Lang::En, 2600.5, true, None), "2,600.5");
        assert_eq!(decimal(Lang::Fr, 2600.5, true, Some(2)), "2\u{a0}600,50");
        assert_eq!(decimal(Lang::Fr, -2600.0, false, None), "-2600");
    }
}
