//! Searching in what one may read.

use askama::Template;
use axum::extract::{Query, State as Shared};
use axum::response::Response;
use serde::Deserialize;

use crate::conversations::model::{self, PAGE};
use crate::conversations::rules::Talk;
use crate::conversations::store::{self, Found, MOST_FOUND};
use weft_kernel::clock::Time;
use weft_kernel::{Kernel, collate};
use weft_programs::{InSeason, May};
use weft_web::{Page, Result, html};

/// How many letters of a message are shown around what was found.
const AROUND: usize = 120;

#[derive(Template)]
#[template(path = "conversations/templates/search.html")]
struct Search {
    page: Page,
    s: InSeason,
    q: String,
    found: Vec<Found>,
    /// Whether there are more than are shown.
    is_more: bool,
    zone: String,
    now: Time,
}

impl Search {
    fn path(&self, f: &Found) -> String {
        self.s.season.path(&format!("conversations/{}?to={}#m{}", f.topic_id, f.n + PAGE / 2, f.n))
    }

    fn title(&self, f: &Found) -> String {
        model::titled(&self.page.t, &f.title)
    }

    fn place(&self, f: &Found) -> String {
        model::named(&self.page.t, f.kind, &f.place_name)
    }

    fn by(&self, f: &Found) -> String {
        let name = f.name.clone().unwrap_or_else(|| self.page.t.t("talk-gone"));
        self.page.t.a2("talk-last", "name", name, "time", model::briefly(&self.page.t, f.at, self.now, &self.zone))
    }

    fn passage(&self, f: &Found) -> String {
        passage(&f.text, &self.q)
    }
}

/// The part of a text in which the words stand.
fn passage(text: &str, words: &str) -> String {
    let sought = collate::search_key(words);
    let letters: Vec<char> = text.chars().collect();
    // The text as a search looks at it, and of which letter each piece of it comes.
    let (mut folded, mut of) = (String::new(), Vec::new());
    for (n, c) in letters.iter().enumerate() {
        let piece = if c.is_whitespace() { " ".to_owned() } else { collate::search_key(c.encode_utf8(&mut [0; 4])) };
        if piece != " " || !folded.ends_with(' ') {
            of.resize(of.len() + piece.len(), n);
            folded.push_str(&piece);
        }
    }
    let at = folded.find(&sought).and_then(|byte| of.get(byte)).copied().unwrap_or(0);
    let (from, to) = (at.saturating_sub(AROUND), (at + 2 * AROUND).min(letters.len()));
    let cut: String = letters[from..to].iter().collect();
    let (before, after) = (if from > 0 { "…" } else { "" }, if to < letters.len() { "…" } else { "" });
    format!("{before}{}{after}", cut.trim())
}

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    q: String,
}

pub async fn show(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Talk>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let q: String = asked.q.trim().chars().take(100).collect();
    let mut found = store::search(&mut kernel.db.read().await?, &permit, &q).await?;
    let most = usize::try_from(MOST_FOUND).unwrap_or(usize::MAX);
    let is_more = found.len() > most;
    found.truncate(most);
    html(&Search { page: s.page.clone(), zone: s.zone(), now: kernel.now(), s, q, found, is_more })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_holds_what_was_found() {
        let text = format!("{} Reunión en el café {}", "a ".repeat(300), "b ".repeat(300));
        let cut = passage(&text, "reunion EN");
        assert!(cut.contains("Reunión en el café") && cut.starts_with('…') && cut.ends_with('…'), "{cut}");
        assert_eq!(passage("short", "nothing"), "short");
        assert_eq!(passage("", "x"), "");
    }
}
