//! Takes names that are known out of what a recommender wrote, for reviewers who see applications without names. What
//! nobody told us stays: the page says so.

use std::collections::BTreeSet;

use weft_kernel::plain::fold;

/// A word of a text: where it stands in bytes, and how it is compared.
struct Word {
    from: usize,
    to: usize,
    folded: String,
    is_capital: bool,
}

fn words(text: &str) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::new();
    let mut begun: Option<usize> = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (begun, c.is_alphanumeric()) {
            (None, true) => begun = Some(at),
            (Some(from), false) => {
                let word = &text[from..at];
                let is_capital = word.chars().next().is_some_and(|c| !c.is_lowercase());
                out.push(Word { from, to: at, folded: fold(word), is_capital });
                begun = None;
            }
            _ => {}
        }
    }
    out
}

/// The text with each given or family name of `people`, where it begins with a capital, and each of `places` as a whole
/// replaced by `instead`. Accents, capitals and signs between words make no difference.
pub fn masked(text: &str, people: &[&str], places: &[&str], instead: &str) -> String {
    let names: BTreeSet<String> =
        people.iter().flat_map(|p| words(p)).filter(|w| w.to - w.from > 1).map(|w| w.folded).collect();
    let places: Vec<Vec<String>> = places
        .iter()
        .map(|p| words(p).into_iter().map(|w| w.folded).collect::<Vec<_>>())
        .filter(|p: &Vec<String>| !p.is_empty())
        .collect();
    let all = words(text);
    let mut out = String::with_capacity(text.len());
    let (mut at, mut next, mut was_masked) = (0, 0, false);
    while next < all.len() {
        let word = &all[next];
        let is_place =
            |p: &&Vec<String>| all[next..].iter().map(|w| &w.folded).take(p.len()).eq(p.iter()) && word.is_capital;
        let place = places.iter().filter(is_place).map(Vec::len).max();
        let n = place.or_else(|| (word.is_capital && names.contains(&word.folded)).then_some(1));
        let between = &text[at..word.from];
        let n = n.unwrap_or(0);
        // Given and family name are one.
        let goes_on = n > 0 && was_masked && between.chars().all(|c| c == ' ' || c == '-');
        if !goes_on {
            out.push_str(between);
            out.push_str(if n > 0 { instead } else { &text[word.from..word.to] });
        }
        was_masked = n > 0;
        next += n.max(1);
        at = all[next - 1].to;
    }
    out.push_str(&text[at..]);
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn known_names_are_replaced_and_ordinary_words_stay() {
        let hidden = |text: &str| masked(text, &["Ana María Young", "Bo"], &["Casa Azul", "The Commons"], "[name]");
        assert_eq!(hidden("Ana's work, ANA MARIA YOUNG said."), "[name]'s work, [name] said.");
        assert_eq!(hidden("Ana-María leads young people at casa azul."), "[name] leads young people at casa azul.");
        assert_eq!(hidden("At Casa Azul, Young grew. Bo"), "At [name], [name] grew. [name]");
        assert_eq!(hidden("The commons we share, and The Commons."), "[name] we share, and [name].");
        assert_eq!(hidden("Boston"), "Boston", "a name inside a word");
        assert_eq!(hidden(""), "");
        assert_eq!(masked("Ana", &[], &[], "[name]"), "Ana");
    }

    proptest! {
        #[test]
        fn no_known_name_is_left_and_nothing_else_is_lost(
            before in "[a-z .,]{0,30}", name in "[A-Z][a-z]{2,8}", after in "[a-z .,]{0,30}"
        ) {
            let text = format!("{before} {name} {after}");
            let out = masked(&text, &[&name], &[], "[name]");
            prop_assert_eq!(out, format!("{before} [name] {after}"));
        }

        #[test]
        fn any_text_passes(text in "\\PC{0,60}", name in "\\PC{0,20}") {
            let _ = masked(&text, &[&name], &[&name], "[name]");
        }
    }
}
