//! The curriculum matrix, and the cards of a gathering.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::{At, meeting, path};
use crate::gatherings::curriculum::{self, Column, Curriculum};
use crate::gatherings::model::Meeting;
use crate::gatherings::rules;
use crate::library::model::Card;
use crate::library::{rules as library_rules, store as library};
use weft_kernel::Kernel;
use weft_programs::{InSeason, May, rules as programs};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "gatherings/templates/curriculum.html")]
struct Matrix {
    page: Page,
    s: InSeason,
    form: Form,
    c: Curriculum,
    runs: bool,
}

async fn load(kernel: &Kernel, s: InSeason) -> Result<Matrix> {
    let permit = programs::may_see(&s.season, &s.roles).ok_or(Error::NotFound)?;
    let c = curriculum::of_season(&mut kernel.db.read().await?, &permit).await?;
    let text: Vec<String> =
        c.needs().iter().map(|(need, approaches)| format!("{need}: {}", approaches.join("; "))).collect();
    let form = Form::of(&[("lines", &text.join("\n"))]);
    Ok(Matrix { page: s.page.clone(), runs: rules::may_run(&s).is_some(), c, form, s })
}

impl Matrix {
    fn title(&self, c: &Column) -> String {
        weft_kernel::i18n::Words { en: c.title_en.clone(), es: c.title_es.clone() }.said(&self.page.t).to_owned()
    }

    fn day(&self, c: &Column) -> String {
        c.starts_at.map(|at| self.page.t.date(at, self.s.season.zone.as_str())).unwrap_or_default()
    }

    fn names(&self, of: &[&Column]) -> String {
        of.iter().map(|c| self.title(c)).collect::<Vec<_>>().join(" · ")
    }

    fn is_whole(&self) -> bool {
        self.c.open_needs().is_empty()
            && self.c.unused().is_empty()
            && self.c.bare().is_empty()
            && self.c.untouched().is_empty()
    }

    fn column(&self, number: i64) -> Option<&Column> {
        self.c.columns.iter().find(|c| c.number == number)
    }
}

pub async fn show(State(kernel): State<Kernel>, s: InSeason) -> Result<Response> {
    html(&load(&kernel, s).await?)
}

pub async fn lines(
    State(kernel): State<Kernel>,
    May { permit: _, s }: May<rules::RunGathering>,
    mut form: Form,
) -> Result<Response> {
    let permit = library_rules::may_keep(&s).ok_or(Error::NotFound)?;
    match curriculum::parse(form.value("lines")) {
        Ok(lines)
            if lines.len() > 120 || lines.iter().any(|(n, a)| n.chars().count() > 200 || a.chars().count() > 200) =>
        {
            form.reject("lines", "wrong-curriculum-long");
        }
        Ok(lines) => {
            curriculum::set_lines(&kernel, &permit, s.actor_id(), &lines).await?;
            return Ok(see(&s.season.path("curriculum")));
        }
        Err(line) => form.reject_with("lines", "wrong-curriculum", line),
    }
    let mut page = load(&kernel, s).await?;
    page.form = form;
    unaccepted(&page)
}

pub async fn marks(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::RunGathering>,
    form: Form,
) -> Result<Response> {
    let see_it = programs::may_see(&s.season, &s.roles).ok_or(Error::NotFound)?;
    let c = curriculum::of_season(&mut kernel.db.read().await?, &see_it).await?;
    let known = c.approaches();
    let marks: Vec<(i64, String)> = form
        .fields()
        .iter()
        .filter_map(|(n, v)| Some((n.strip_prefix("in-")?.parse().ok()?, v.clone())))
        .filter(|(_, a): &(i64, String)| known.contains(&a.as_str()))
        .collect();
    curriculum::set_marks(&kernel, &permit, s.actor_id(), &marks).await?;
    Ok(see(&s.season.path("curriculum")))
}

#[derive(Template)]
#[template(path = "gatherings/templates/cards.html")]
struct Cards {
    page: Page,
    s: InSeason,
    m: Meeting,
    all: Vec<Card>,
    chosen: Vec<i64>,
    /// What was typed, where a number was none.
    typed: Option<Form>,
}

impl Cards {
    fn place(&self, card: &Card) -> String {
        if let Some(form) = &self.typed {
            return form.value(&format!("place-{}", card.number)).to_owned();
        }
        self.chosen.iter().position(|n| *n == card.number).map(|i| (i + 1).to_string()).unwrap_or_default()
    }
}

async fn choose(kernel: &Kernel, s: InSeason, at: &At, typed: Option<Form>) -> Result<Cards> {
    let run = rules::may_run(&s).ok_or(Error::NotFound)?;
    let read = library_rules::may_read(&s).ok_or(Error::NotFound)?;
    let mut conn = kernel.db.read().await?;
    let m = meeting(&mut conn, run.see(), at).await?;
    let mut all = library::cards(&mut conn, &read).await?;
    all.retain(|c| c.published_at.is_some());
    let chosen: Vec<i64> = library::of_gathering(&mut conn, &m.gathering.id).await?.iter().map(|c| c.number).collect();
    all.sort_by_key(|c| (chosen.iter().position(|n| *n == c.number).unwrap_or(usize::MAX), c.number));
    Ok(Cards { page: s.page.clone(), s, m, all, chosen, typed })
}

pub async fn cards(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    html(&choose(&kernel, s, &at, None).await?)
}

/// Cards by the number that was typed beside them; without one a card is not worked with.
pub async fn set_cards(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::RunGathering>,
    Path(at): Path<At>,
    form: Form,
) -> Result<Response> {
    let keep = library_rules::may_keep(&s).ok_or(Error::NotFound)?;
    let m = meeting(&mut kernel.db.read().await?, permit.see(), &at).await?;
    let is_place = |v: &str| v.trim().is_empty() || v.trim().parse::<i64>().is_ok_and(|n| (1..=99).contains(&n));
    if !form.fields().iter().filter(|(n, _)| n.starts_with("place-")).all(|(_, v)| is_place(v)) {
        return unaccepted(&choose(&kernel, s, &at, Some(form)).await?);
    }
    let mut places: Vec<(i64, i64)> = form
        .fields()
        .iter()
        .filter_map(|(n, v)| Some((v.trim().parse::<i64>().ok()?, n.strip_prefix("place-")?.parse::<i64>().ok()?)))
        .collect();
    places.sort_unstable();
    let cards: Vec<i64> = places.into_iter().map(|(_, card)| card).collect();
    curriculum::set_cards(&kernel, &permit, &keep, s.actor_id(), &m.gathering.id, &cards).await?;
    Ok(see(&format!("{}#cards", path(&s, m.gathering.number))))
}
