//! What recommenders are asked until a program changes it.

use crate::call::model::{Part, Question};

const TEXT: &str = include_str!("starter.toml");

pub fn questions() -> Vec<Question> {
    let part: Part = toml::from_str(TEXT).expect("our own file is whole; a test reads it");
    part.questions
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_questions_to_begin_with_can_be_asked_in_both_languages() {
        let all = questions();
        assert!(all.len() >= 3 && all.iter().any(|q| q.is_required) && all.iter().any(|q| !q.is_required));
        for q in &all {
            assert!(!q.label.en.is_empty() && !q.label.es.is_empty(), "{}", q.id);
            assert!(q.options.iter().all(|o| !o.en.is_empty() && !o.es.is_empty()), "{}", q.id);
        }
    }
}
