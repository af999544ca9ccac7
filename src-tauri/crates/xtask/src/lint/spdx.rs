//! Licence expressions (SPDX) against a list of allowed licences.

/// Whether a licence expression can be met with allowed licences only. `a/b`, an old way of
/// writing `a OR b`, is understood. What cannot be read is not allowed.
pub fn allowed(expression: &str, allow: &dyn Fn(&str) -> bool) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut reader = Reader { words: &words, allow };
    let met = reader.either();
    met == Some(true) && reader.words.is_empty()
}

/// Recursive descent; `AND` binds tighter than `OR`, `WITH` tightest.
struct Reader<'a> {
    words: &'a [&'a str],
    allow: &'a dyn Fn(&str) -> bool,
}

impl<'a> Reader<'a> {
    fn either(&mut self) -> Option<bool> {
        let mut met = self.both()?;
        while self.take("OR") {
            met |= self.both()?;
        }
        Some(met)
    }

    fn both(&mut self) -> Option<bool> {
        let mut met = self.one()?;
        while self.take("AND") {
            met &= self.one()?;
        }
        Some(met)
    }

    fn one(&mut self) -> Option<bool> {
        if self.take("(") {
            let met = self.either()?;
            return self.take(")").then_some(met);
        }
        let name = self.name()?;
        if self.take("WITH") {
            let exception = self.name()?;
            return Some((self.allow)(&format!("{name} WITH {exception}")));
        }
        Some((self.allow)(name))
    }

    fn take(&mut self, word: &str) -> bool {
        let found = self.words.first() == Some(&word);
        if found {
            self.words = &self.words[1..];
        }
        found
    }

    fn name(&mut self) -> Option<&'a str> {
        let (first, rest) = self.words.split_first()?;
        if matches!(*first, "OR" | "AND" | "WITH" | "(" | ")") {
            return None;
        }
        self.words = rest;
        Some(first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(expression: &str, expected: bool) {
        let allow = |name: &str| ["MIT", "Apache-2.0", "Unicode-3.0", "A WITH B"].contains(&name);
        assert_eq!(allowed(expression, &allow), expected, "{expression:?}");
    }

    #[test]
    fn one_allowed_alternative_is_enough() {
        check("MIT", true);
        check("GPL-3.0", false);
        check("GPL-2.0-only OR MIT", true);
        check("MIT/GPL-3.0", true);
        check("Apache-2.0 / MIT", true);
    }

    #[test]
    fn every_joined_licence_must_be_allowed() {
        check("MIT AND GPL-3.0", false);
        check("(MIT OR GPL-3.0) AND Unicode-3.0", true);
        check("GPL-3.0 OR MIT AND Apache-2.0", true);
        check("MIT OR GPL-3.0 AND Apache-2.0", true);
        check("(MIT OR Apache-2.0) AND GPL-3.0", false);
    }

    #[test]
    fn an_exception_makes_another_licence() {
        check("A WITH B", true);
        check("A", false);
        check("MIT WITH B", false);
    }

    #[test]
    fn what_cannot_be_read_is_not_allowed() {
        check("", false);
        check("MIT OR", false);
        check("(MIT", false);
        check("MIT Apache-2.0", false);
        check("SEE LICENSE IN FILE", false);
    }
}
