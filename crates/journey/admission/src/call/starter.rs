//! The form a new call begins with: what most programs of this kind ask, to be changed as one likes.

use super::model::{CallForm, Offered};
use weft_kernel::i18n::Words;

const TEXT: &str = include_str!("starter.toml");

pub fn form() -> CallForm {
    toml::from_str(TEXT).expect("our own file is whole; a test reads it")
}

/// The same with the program's own issue areas and role levels as choices.
pub fn form_with(issue_areas: &[String], role_levels: &[String]) -> CallForm {
    let mut form = form();
    for q in form.parts.iter_mut().flat_map(|p| &mut p.questions) {
        let list = match q.goes_to.as_str() {
            "primary_issue_area" | "other_issue_areas" => issue_areas,
            "role_level" => role_levels,
            _ => continue,
        };
        if list.len() > 1 {
            q.options = list
                .iter()
                .map(|v| {
                    q.options
                        .iter()
                        .find(|o| o.en.eq_ignore_ascii_case(v))
                        .cloned()
                        .unwrap_or_else(|| Offered::new(Words { en: v.clone(), es: v.clone() }))
                })
                .collect();
        }
    }
    form
}
