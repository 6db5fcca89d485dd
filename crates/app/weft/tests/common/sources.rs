//! The project's own sources, for tests that hold its rules.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The files below a folder of the project with this ending: paths and texts.
pub fn sources(folder: &str, ending: &str) -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, ending: &str, out: &mut Vec<(PathBuf, String)>) {
        let mut entries: Vec<_> =
            std::fs::read_dir(folder).expect("a folder").filter_map(Result::ok).map(|e| e.path()).collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                walk(&path, ending, out);
            } else if path.extension().is_some_and(|e| e == ending) {
                let text = std::fs::read_to_string(&path).expect("text");
                out.push((path, text));
            }
        }
    }
    let mut out = Vec::new();
    walk(&root().join(folder), ending, &mut out);
    assert!(!out.is_empty());
    out
}

/// The folder of this crate where the test runs, which need not be where it was compiled: clones may share what they
/// build.
pub fn here() -> PathBuf {
    std::env::current_dir().expect("a folder")
}

/// The folder that holds everything.
pub fn root() -> PathBuf {
    here().join("../../..")
}

/// The product's own sources with this ending, without tests and without the algorithms, each with its path from
/// `crates` on.
pub fn product(ending: &str) -> Vec<(PathBuf, String)> {
    let crates = root().join("crates");
    let inner = |path: PathBuf| path.strip_prefix(&crates).expect("inside").to_owned();
    let all = sources("crates", ending).into_iter().map(|(path, text)| (inner(path), text));
    all.filter(|(path, _)| path.components().any(|c| c.as_os_str() == "src") && !path.starts_with("assign")).collect()
}

/// Every literal inside `sql!("…")` with the file it stands in, the dialect's own left out.
pub fn statements() -> Vec<(String, String)> {
    let mut out = Vec::new();
    for (path, text) in product("rs") {
        if path.ends_with("kernel/src/db/dialect.rs") || path.ends_with("kernel/src/db/mod.rs") {
            continue;
        }
        for part in text.split("sql!(").skip(1) {
            let body = part
                .trim_start()
                .strip_prefix('"')
                .unwrap_or_else(|| panic!("{}: sql! takes a literal", path.display()));
            let end = body.find('"').expect("the literal ends");
            out.push((
                path.file_name().and_then(|n| n.to_str()).unwrap_or_default().to_owned(),
                body[..end].to_owned(),
            ));
        }
    }
    assert!(out.len() > 100, "found only {} statements", out.len());
    out
}

/// Words by `table.column`.
pub type Words = BTreeMap<String, BTreeSet<String>>;

/// The words that the schema's checks allow.
pub fn of_the_schema() -> Words {
    let mut out = Words::new();
    for (_, _, text) in weft::built_in::MIGRATIONS {
        for table in text.split("CREATE TABLE ").skip(1) {
            let name = table.split_whitespace().next().unwrap_or_default();
            for check in table.split(';').next().unwrap_or_default().split("CHECK (").skip(1) {
                let Some((column, rest)) = check.split_once(" IN (") else { continue };
                out.insert(format!("{name}.{column}"), quoted(rest.split(')').next().unwrap_or_default()));
            }
        }
        for table in text.split("ALTER TABLE ").skip(1) {
            let name = table.split_whitespace().next().unwrap_or_default();
            let checked = table.split(';').next().unwrap_or_default().split_once("CHECK (");
            let Some((column, rest)) = checked.and_then(|(_, check)| check.split_once(" IN (")) else { continue };
            out.insert(format!("{name}.{column}"), quoted(rest.split(')').next().unwrap_or_default()));
        }
    }
    out
}

/// What stands in quotation marks.
pub fn quoted(text: &str) -> BTreeSet<String> {
    text.split('\'').skip(1).step_by(2).map(str::to_owned).collect()
}
