//! The library: what is there, found by kind, by a word, by skill or topic.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use serde::Deserialize;

use crate::library::model::{Card, KINDS};
use crate::library::{acts, rules, store};
use weft_kernel::Kernel;
use weft_kernel::collate;
use weft_programs::{InSeason, May};
use weft_web::{Form, Page, Result, html, see};

#[derive(Deserialize, Default)]
pub struct Asked {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    q: String,
    #[serde(default)]
    tag: String,
}

#[derive(Template)]
#[template(path = "library/templates/list.html")]
struct List {
    page: Page,
    s: InSeason,
    asked: Asked,
    cards: Vec<Card>,
    /// How many there are before anything was asked.
    of: usize,
    kinds: Vec<(&'static str, usize)>,
    /// Values by which a card is found, with their list.
    tags: Vec<(String, String)>,
    of_card: BTreeMap<String, Vec<String>>,
    keeps: bool,
}

pub async fn show(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::ReadLibrary>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let all = store::cards(&mut conn, &permit).await?;
    let mut of_card: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut tags: Vec<(String, String)> = Vec::new();
    for tag in store::tags(&mut conn, &permit).await? {
        // A draft's tags lead nowhere for those who cannot see it.
        if !all.iter().any(|c| c.id == tag.card_id) {
            continue;
        }
        of_card.entry(tag.card_id.to_string()).or_default().push(tag.value.clone());
        let pair = (tag.list, tag.value);
        if !tags.contains(&pair) {
            tags.push(pair);
        }
    }
    tags.sort();
    let kinds =
        KINDS.iter().map(|k| (*k, all.iter().filter(|c| c.kind == *k).count())).filter(|(_, n)| *n > 0).collect();
    let of = all.len();
    let is_wanted = |c: &Card| {
        let text = || {
            [&c.title_en, &c.title_es, &c.text_en, &c.text_es, &c.origin, &c.prompts_en, &c.prompts_es]
                .map(String::as_str)
                .join(" ")
        };
        (asked.kind.is_empty() || c.kind == asked.kind)
            && (asked.tag.is_empty() || of_card.get(c.id.as_str()).is_some_and(|t| t.contains(&asked.tag)))
            && collate::finds_words(&asked.q, &text())
    };
    let mut cards: Vec<Card> = all.into_iter().filter(is_wanted).collect();
    cards.sort_by_key(|c| (KINDS.iter().position(|k| *k == c.kind), c.number));
    html(&List { page: s.page.clone(), cards, of, kinds, tags, of_card, keeps: permit.sees_drafts, asked, s })
}

impl List {
    fn tags_of(&self, card: &Card) -> &[String] {
        self.of_card.get(card.id.as_str()).map_or(&[], Vec::as_slice)
    }

    /// Whether the library still is to begin: it has nothing but protocols.
    fn is_to_begin(&self) -> bool {
        self.kinds.iter().all(|(kind, _)| *kind == "protocol")
    }

    fn has_protocols(&self) -> bool {
        self.kinds.iter().any(|(kind, _)| *kind == "protocol")
    }

    fn is_asked(&self) -> bool {
        !self.asked.q.trim().is_empty() || !self.asked.tag.is_empty() || !self.asked.kind.is_empty()
    }

    fn has(&self, list: &str) -> bool {
        self.tags.iter().any(|(l, _)| l == list)
    }

    fn path(&self, card: &Card) -> String {
        super::path(&self.s, card.number)
    }
}

/// Adds the protocols to begin with, and leads back to where they are used.
pub async fn add_protocols(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::KeepLibrary>,
    form: Form,
) -> Result<Response> {
    acts::add_protocols(&kernel, &permit, s.actor_id()).await?;
    let back = if form.value("back") == "library" { "library" } else { "consults#protocols" };
    Ok(see(&s.season.path(back)))
}

pub async fn begin(State(kernel): State<Kernel>, May { permit, s }: May<rules::KeepLibrary>) -> Result<Response> {
    acts::begin(&kernel, &permit, s.actor_id()).await?;
    Ok(see(&s.season.path("library")))
}
