//! What the window imports stands under `dependencies` of its package.json: the check of the
//! licences looks at those, and a bundler takes in `devDependencies` just as well.

use super::Source;
use crate::Result;
use serde_json::Value;

/// Names each import, in a source that ships, of a package that is for development only.
pub fn check(files: &[Source]) -> Result<Vec<String>> {
    let Some(manifest) = files.iter().find(|file| file.path == "ui/package.json") else {
        return Err("ui/package.json is missing".into());
    };
    let manifest: Value =
        serde_json::from_str(&manifest.text).map_err(|e| format!("{}: {e}", manifest.path))?;
    let listed = |package: &str, group: &str| !manifest[group][package].is_null();
    let mut breaches = Vec::new();
    for file in files.iter().filter(|file| ships(&file.path)) {
        for (number, line) in (1..).zip(file.text.lines()) {
            let Some(package) = imported(line) else {
                continue;
            };
            if listed(package, "devDependencies") && !listed(package, "dependencies") {
                let path = &file.path;
                breaches.push(format!("{path}:{number}: {package} ships, so it belongs under dependencies"));
            }
        }
    }
    Ok(breaches)
}

fn ships(path: &str) -> bool {
    path.starts_with("ui/src/")
        && !path.contains(".test.")
        && [".ts", ".svelte", ".css"].iter().any(|end| path.ends_with(end))
}

/// The package that a line imports at run time, if any: `@scope/name` or `name`.
fn imported(line: &str) -> Option<&str> {
    let line = line.trim();
    if line.starts_with("import type ") || line.starts_with("export type ") {
        return None;
    }
    let at = ["} from ", " from ", "import ", "import(", "@import ", "@import url("]
        .iter()
        .find_map(|word| line.split_once(word).map(|(_, rest)| rest))?;
    let rest = at.strip_prefix(['"', '\''])?;
    let module = rest.split(['"', '\'']).next()?;
    if module.starts_with(['.', '/', '$']) {
        return None;
    }
    let parts = if module.starts_with('@') { 2 } else { 1 };
    let end = module.match_indices('/').nth(parts - 1).map_or(module.len(), |(at, _)| at);
    Some(&module[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_line(line: &str, expected: Option<&str>) {
        assert_eq!(imported(line), expected, "{line}");
    }

    #[test]
    fn imports_are_read_down_to_the_package() {
        check_line("import { mount } from 'svelte';", Some("svelte"));
        check_line("  import X from \"@lucide/svelte/icons/x\";", Some("@lucide/svelte"));
        check_line("import 'a/style.css';", Some("a"));
        check_line("@import '@gcds-core/tokens/build/web/css/x.css';", Some("@gcds-core/tokens"));
        check_line("import type { A } from 'a';", None);
        check_line("import { b } from './b';", None);
        check_line("const from = 1;", None);
    }

    #[test]
    fn what_ships_may_not_be_for_development_only() {
        let file = |path: &str, text: &str| Source { path: path.into(), text: text.into() };
        let manifest = r#"{"dependencies":{"a":"1"},"devDependencies":{"b":"1"}}"#;
        let files = [
            file("ui/package.json", manifest),
            file("ui/src/main.ts", "import 'a';\nimport 'b';\n"),
            file("ui/src/main.test.ts", "import 'b';\n"),
        ];
        let breaches = check(&files).unwrap();
        assert_eq!(breaches, ["ui/src/main.ts:2: b ships, so it belongs under dependencies"]);
    }
}
