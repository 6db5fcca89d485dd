//! Several choices in one cell. Form tools put commas or semicolons between them, and a choice may hold a comma itself:
//! choices that are known are found before the text is cut.

use weft_kernel::plain::norm;

/// The choices of a cell, in their order, each once. `known` are choices that may hold a comma.
pub fn split<'t>(cell: &'t str, known: &[String]) -> Vec<&'t str> {
    let mut out: Vec<&str> = Vec::new();
    let mut take = |choice: &'t str| {
        if !choice.is_empty() && !out.contains(&choice) {
            out.push(choice);
        }
    };
    if cell.contains(['|', ';', '\n']) {
        cell.split(['|', ';', '\n']).map(str::trim).for_each(take);
        return out;
    }
    let known: Vec<String> = known.iter().filter(|k| k.contains(',')).map(|k| norm(k)).collect();
    let ends: Vec<usize> = cell.match_indices(',').map(|(at, _)| at).chain([cell.len()]).collect();
    let (mut from, mut next) = (0, 0);
    while next < ends.len() {
        let is_known = |end: &usize| known.contains(&norm(&cell[from..*end]));
        let longest = (next..ends.len()).rev().find(|i| is_known(&ends[*i])).unwrap_or(next);
        take(cell[from..ends[longest]].trim());
        from = (ends[longest] + 1).min(cell.len());
        next = longest + 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_known_choice_with_commas_stays_whole() {
        let known = ["Housing, homelessness, and shelter".to_owned(), "Health".to_owned()];
        assert_eq!(
            split("Health, housing, homelessness, and shelter, Land", &known),
            ["Health", "housing, homelessness, and shelter", "Land"]
        );
        assert_eq!(split("Health; Land, water;", &known), ["Health", "Land, water"]);
        assert_eq!(split("Health,Land, Health", &[]), ["Health", "Land"]);
        assert_eq!(split("", &known), Vec::<&str>::new());
    }
}
