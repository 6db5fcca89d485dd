//! What the questions of a season are called: those of its call, also earlier versions of it, and the columns of
//! imported files.

use std::collections::{BTreeMap, BTreeSet};

use super::model::CallForm;
use super::store;
use crate::applications::columns;
pub use crate::applications::values::{Values, values};
use weft_kernel::db::Conn;
use weft_kernel::i18n::{Lang, Words};
use weft_kernel::ids::Id;
use weft_web::Result;

/// Questions by their ids, each called differently, so that people can tell two apart that were asked in the same
/// words.
#[derive(Clone, Debug, Default)]
pub struct Labels(BTreeMap<String, String>);

impl Labels {
    pub fn of<'l>(&'l self, id: &'l str) -> &'l str {
        self.0.get(id).map_or(id, String::as_str)
    }

    /// The same with one more question, unless it is known.
    fn name(&mut self, taken: &mut BTreeSet<String>, id: String, label: &Words, lang: Lang) {
        let text = label.of(lang).replace('_', " ");
        if self.0.contains_key(&id) || text.trim().is_empty() {
            return;
        }
        let apart = (1..=taken.len() + 1)
            .map(|n| if n == 1 { text.clone() } else { format!("{text} ({n})") })
            .find(|t| taken.insert(t.clone()));
        self.0.insert(id, apart.unwrap_or(text));
    }
}

/// The labels of a season in one language, the newest words of each question.
pub async fn labels(conn: &mut Conn, season: &Id, lang: Lang) -> Result<Labels> {
    Ok(with_form(conn, season, lang).await?.1)
}

/// The same, with the form that applicants answer now.
pub async fn with_form(conn: &mut Conn, season: &Id, lang: Lang) -> Result<(Option<CallForm>, Labels)> {
    let (mut all, mut taken) = (Labels::default(), BTreeSet::new());
    let versions = store::all_versions(conn, season).await?;
    for form in &versions {
        for q in form.questions() {
            all.name(&mut taken, q.id.clone(), &q.label, lang);
        }
    }
    for (id, label) in columns::labels_of(conn, season).await? {
        all.name(&mut taken, id, &label, lang);
    }
    Ok((versions.into_iter().next(), all))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_asked_in_the_same_words_are_told_apart() {
        let (mut all, mut taken) = (Labels::default(), BTreeSet::new());
        let words = |en: &str, es: &str| Words { en: en.into(), es: es.into() };
        for (id, label) in [
            ("a", words("Why?", "")),
            ("b", words("Why?", "")),
            ("c", words("", "¿Por qué?")),
            ("a", words("Other", "")),
        ] {
            all.name(&mut taken, id.into(), &label, Lang::En);
        }
        assert_eq!(["a", "b", "c", "d"].map(|id| all.of(id)), ["Why?", "Why? (2)", "¿Por qué?", "d"]);
    }
}
