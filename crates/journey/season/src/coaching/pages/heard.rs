//! What the program reads of what members say, and what it asks: themes, and how coaching goes.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::At;
use crate::coaching::feedback::{self, Asked};
use crate::coaching::heard::{
    FEWEST, FLOOR, LONGEST_THEME, Level, MOST_ROUNDS, MOST_THEMES, Round, Shown, Theme, totals,
};
use crate::coaching::rules::Arrange;
use crate::coaching::store;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::i18n::{Lang, Tr};
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

/// For how many days members are asked, where a program begins.
const DAYS: &str = "10";

/// A round that is closed, and what may be said of it.
struct Heard {
    round: Round,
    is_settled: bool,
    totals: Option<(Vec<Level>, Vec<String>)>,
}

#[derive(Template)]
#[template(path = "coaching/templates/heard.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    themes: Vec<Theme>,
    /// How many people the numbers of themes are of.
    people: i64,
    open: Option<Round>,
    closed: Vec<Heard>,
    /// How many of the cohort had two sessions, and four.
    had_two: i64,
    had_four: i64,
    is_over: bool,
}

impl Show {
    fn path(&self, below: &str) -> String {
        self.s.season.path(&format!("coaching/program/{below}"))
    }

    fn day(&self, at: impl std::borrow::Borrow<Time>) -> String {
        self.page.t.date(*at.borrow(), self.s.season.zone.as_str())
    }

    /// Themes with their numbers. One that is offered no more is there while enough chose it: less would say that
    /// someone did.
    fn lines(&self) -> Vec<(String, bool, String)> {
        let t = self.page.t;
        let line = |x: &Theme| {
            let shown = Shown::of(x.chosen, self.people)?;
            let is_listed = x.is_offered || shown != Shown::Few;
            is_listed.then(|| (x.name(t).to_owned(), x.is_offered, shown.text(t, self.people)))
        };
        self.themes.iter().filter_map(line).collect()
    }

    fn is_offering(&self) -> bool {
        self.themes.iter().any(|x| x.is_offered)
    }

    fn said(&self, level: &Level) -> String {
        let t = self.page.t;
        match level.high {
            Some(shown) => shown.text(t, level.of),
            None => t.t("coaching-heard-kept"),
        }
    }

    fn can_ask(&self) -> bool {
        self.open.is_none() && !self.is_over && (self.closed.len() as i64) < MOST_ROUNDS
    }
}

/// The themes a program begins with, in a language, a line each.
pub fn usual(lang: Lang) -> String {
    Tr(lang).t("coaching-themes-usual")
}

async fn load(kernel: &Kernel, s: InSeason, permit: &Arrange, mut form: Form) -> Result<Show> {
    let mut conn = kernel.db.read().await?;
    let now = kernel.now();
    store::terms(&mut conn, permit.season()).await?.ok_or(Error::NotFound)?;
    let themes = store::themes(&mut conn, permit.season()).await?;
    let said = feedback::answers(kernel, &mut conn, permit).await?;
    let (mut open, mut closed) = (None, Vec::new());
    for mut round in store::rounds(&mut conn, permit.season(), None).await? {
        if round.is_open(now) {
            round.said += i64::try_from(kernel.anonymous.count(&round.id)).unwrap_or_default();
            open = Some(round);
            continue;
        }
        let answers: Vec<_> = said.iter().filter(|(id, _)| *id == round.id).map(|(_, a)| a.clone()).collect();
        closed.push(Heard { totals: totals(&answers), is_settled: round.is_settled(now), round });
    }
    if form.is_accepted() {
        let lines = |of: fn(&Theme) -> &str| {
            let names: Vec<&str> = themes.iter().filter(|x| x.is_offered).map(of).collect();
            names.join("\n")
        };
        let (en, es) = (lines(|x| &x.name_en), lines(|x| &x.name_es));
        form.set("themes_en", if en.is_empty() { usual(Lang::En) } else { en });
        form.set("themes_es", if es.is_empty() { usual(Lang::Es) } else { es });
    }
    if form.value("days").is_empty() && !form.is_wrong("days") {
        form.set("days", DAYS);
    }
    Ok(Show {
        page: s.page.clone(),
        people: store::counted_people(&mut conn, permit).await?,
        is_over: s.season.ends_on < now.date_in(&s.season.zone).to_string(),
        themes,
        open,
        closed,
        had_two: store::had_sessions(&mut conn, permit, (2, now)).await?,
        had_four: store::had_sessions(&mut conn, permit, (4, now)).await?,
        form,
        s,
    })
}

pub async fn show(State(kernel): State<Kernel>, May { permit, s }: May<Arrange>) -> Result<Response> {
    html(&load(&kernel, s, &permit, Form::default()).await?)
}

/// The lines of a list.
fn lines(form: &Form, name: &str) -> Vec<String> {
    form.value(name).lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect()
}

pub async fn offer(State(kernel): State<Kernel>, May { permit, s }: May<Arrange>, mut form: Form) -> Result<Response> {
    let [en, es] = ["themes_en", "themes_es"].map(|name| lines(&form, name));
    for (name, all) in [("themes_en", &en), ("themes_es", &es)] {
        if all.is_empty() {
            form.reject(name, "wrong-coaching-themes-none");
        } else if all.len() > MOST_THEMES {
            form.reject_with(name, "wrong-coaching-themes-many", MOST_THEMES.to_string());
        } else if let Some(long) = all.iter().find(|l| l.chars().count() > LONGEST_THEME) {
            form.reject_with(name, "wrong-coaching-theme-long", long.chars().take(30).collect());
        }
    }
    if form.is_accepted() && en.len() != es.len() {
        form.reject("themes_es", "wrong-coaching-themes-lines");
    }
    let mut seen = std::collections::BTreeSet::new();
    if let Some(twice) = en.iter().zip(&es).find(|pair| !seen.insert(*pair)) {
        form.reject_with("themes_en", "wrong-coaching-theme-twice", twice.0.clone());
    }
    if !form.is_accepted() {
        return unaccepted(&load(&kernel, s, &permit, form).await?);
    }
    let names: Vec<(String, String)> = en.into_iter().zip(es).collect();
    feedback::offer(&kernel, &permit, &names).await?;
    Ok(see(&s.season.path("coaching/program/feedback")))
}

pub async fn ask(State(kernel): State<Kernel>, May { permit, s }: May<Arrange>, mut form: Form) -> Result<Response> {
    let days = form.number("days", 3..=30);
    if form.is_accepted() {
        let to = s.season.path("coaching/program/feedback");
        let last = kernel.now().plus_days(days).date_in(&s.season.zone);
        let closes_at = Time::end_of_day(last, &s.season.zone);
        let press = form.once(&kernel, s.actor_id(), &s.page, &to);
        match feedback::ask(&press, &permit, closes_at).await? {
            Asked::Done => return Ok(see(&to)),
            Asked::IsOpen => form.reject("days", "wrong-coaching-ask-open"),
            Asked::Enough => form.reject_with("days", "wrong-coaching-ask-enough", MOST_ROUNDS.to_string()),
        }
    }
    let names = load(&kernel, s.clone(), &permit, Form::default()).await?.form;
    for name in ["themes_en", "themes_es"] {
        form.set(name, names.value(name));
    }
    unaccepted(&load(&kernel, s, &permit, form).await?)
}

pub async fn end(
    State(kernel): State<Kernel>,
    May { permit, s }: May<Arrange>,
    Path(at): Path<At>,
) -> Result<Response> {
    feedback::end(&kernel, &permit, &at.id()).await?;
    Ok(see(&s.season.path("coaching/program/feedback")))
}
