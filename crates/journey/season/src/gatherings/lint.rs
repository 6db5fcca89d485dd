//! What a season's published words have in common that they should not: links that lead nowhere, one person under two
//! names.

use super::rules::RunGathering;
use super::store::lint as store;
use super::zoom;
use weft_kernel::db::{Conn, Result};
use weft_kernel::row;

row! {
    /// A dead link, and what it stands on.
    pub struct DeadLink { url: String, title: String }
}

/// What the checks of a season look at beside its gatherings.
#[derive(Debug, Default)]
pub struct Words {
    pub names: Vec<String>,
    pub dead: Vec<DeadLink>,
}

/// Names and dead links of a season and its program. Two statements.
pub async fn of_season(conn: &mut Conn, permit: &RunGathering) -> Result<Words> {
    let names = store::names(conn, permit).await?;
    Ok(Words { names, dead: store::dead_links(conn, permit).await? })
}

fn parts(name: &str) -> Vec<String> {
    zoom::plain(name).split(' ').map(str::to_owned).collect()
}

/// Whether two ways of writing are likely one person: the same first and last word with something between, a short or
/// misspelt given name before the same family name, a misspelt family name after the same given one.
fn are_one(a: &str, b: &str) -> bool {
    let (x, y) = (parts(a), parts(b));
    let (Some(first_x), Some(last_x), Some(first_y), Some(last_y)) = (x.first(), x.last(), y.first(), y.last()) else {
        return false;
    };
    if x.len() < 2 || y.len() < 2 {
        return false;
    }
    let near = |p: &str, q: &str| p.len().min(q.len()) >= 4 && strsim::damerau_levenshtein(p, q) <= 1;
    match (first_x == first_y, last_x == last_y) {
        (true, true) => true,
        (false, true) => {
            first_x.starts_with(first_y.as_str()) || first_y.starts_with(first_x.as_str()) || near(first_x, first_y)
        }
        (true, false) => near(last_x, last_y),
        (false, false) => false,
    }
}

/// Pairs of names that are likely one person's.
pub fn variants(names: &[String]) -> Vec<(&str, &str)> {
    let mut names: Vec<&str> = names.iter().map(|n| n.trim()).filter(|n| !n.is_empty()).collect();
    names.sort_unstable();
    names.dedup();
    let mut out = Vec::new();
    for (i, a) in names.iter().enumerate() {
        out.extend(names[i + 1..].iter().filter(|b| are_one(a, b)).map(|b| (*a, *b)));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_forms_of_one_name_are_found_and_two_people_are_not() {
        for (a, b) in [
            ("José Álvarez", "Jose Alvarez"),
            ("Marisol Kestrelmont", "Mari Kestrelmont"),
            ("M. Kestrelmont", "Marisol Kestrelmont"),
            ("Ana María López", "Ana López"),
            ("Desmond Brightwater", "Desmond Brightwatr"),
            ("Yolanda Harrow", "Yolonda Harrow"),
        ] {
            assert!(are_one(a, b) && are_one(b, a), "{a} / {b}");
        }
        for (a, b) in [
            ("Ana López", "Ada López"),
            ("Ayo", "Ayo Mensah"),
            ("Ana López", "Ana Torres"),
            ("Lee Wu", "Lea Wu"),
            ("", "Ana López"),
        ] {
            assert!(!are_one(a, b), "{a} / {b}");
        }
        let names = ["Ana López", "Ana  María López", "Bo Lund", "Ana López"].map(str::to_owned);
        assert_eq!(variants(&names), [("Ana  María López", "Ana López")]);
    }
}
