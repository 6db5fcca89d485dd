//! How a season's coaching goes: sessions for each, their length, and the agreement.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::coaching::model::{Agreement, LONGEST_AGREEMENT, MINUTES, MOST_TALKS, SESSIONS, TALK_MINUTES, Terms};
use crate::coaching::rules::Arrange;
use crate::coaching::{acts, store};
use weft_kernel::Kernel;
use weft_kernel::i18n::{Lang, Tr};
use weft_programs::{InSeason, May};
use weft_web::{Form, Page, Result, html, see, unaccepted};

const LENGTHS: [i64; 6] = [30, 45, 50, 60, 75, 90];

#[derive(Template)]
#[template(path = "coaching/templates/terms.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    /// The version that is kept, if one is.
    last: Option<Agreement>,
}

impl Show {
    fn lengths(&self) -> Vec<(String, String)> {
        let kept = self.form.value("minutes").parse::<i64>().ok().filter(|n| !LENGTHS.contains(n));
        let mut all: Vec<i64> = LENGTHS.iter().copied().chain(kept).collect();
        all.sort_unstable();
        all.into_iter().map(|n| (n.to_string(), self.page.t.a("minutes-n", "n", n))).collect()
    }
}

impl Show {
    fn talks(&self) -> Vec<(String, String)> {
        (0..=MOST_TALKS).map(|n| (n.to_string(), self.page.t.a("coaching-talks-n", "n", n))).collect()
    }
}

/// The agreement a program begins with, in a language.
pub fn usual(lang: Lang) -> String {
    Tr(lang).t("coaching-agreement-usual")
}

fn filled(terms: Option<&Terms>, last: Option<&Agreement>) -> Form {
    let begins = Terms { sessions: SESSIONS, minutes: MINUTES, talks: 0, talk_minutes: TALK_MINUTES };
    let Terms { sessions, minutes, talks, talk_minutes } = terms.unwrap_or(&begins);
    let text = |lang: Lang| last.map_or_else(|| usual(lang), |a| a.text(Tr(lang)).to_owned());
    Form::of(&[
        ("sessions", &sessions.to_string()),
        ("minutes", &minutes.to_string()),
        ("talks", &talks.to_string()),
        ("talk_minutes", &talk_minutes.to_string()),
        ("text_en", &text(Lang::En)),
        ("text_es", &text(Lang::Es)),
    ])
}

pub async fn show(State(kernel): State<Kernel>, May { permit, s }: May<Arrange>) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let terms = store::terms(&mut conn, permit.season()).await?;
    let last = store::agreement(&mut conn, permit.season()).await?;
    html(&Show { page: s.page.clone(), form: filled(terms.as_ref(), last.as_ref()), s, last })
}

pub async fn save(State(kernel): State<Kernel>, May { permit, s }: May<Arrange>, mut form: Form) -> Result<Response> {
    let sessions = form.number("sessions", 1..=24);
    let minutes = form.number("minutes", 15..=240);
    if minutes % 5 != 0 {
        form.reject("minutes", "wrong-choice");
    }
    // A form without them, as one that was kept from before, has none.
    let has_talks = !form.value("talks").is_empty();
    let talks = if has_talks { form.number("talks", 0..=MOST_TALKS) } else { 0 };
    let talk_minutes = if has_talks { form.number("talk_minutes", 10..=60) } else { TALK_MINUTES };
    if talk_minutes % 5 != 0 {
        form.reject("talk_minutes", "wrong-choice");
    }
    let [en, es] = ["text_en", "text_es"].map(|name| {
        let text = form.required(name).replace("\r\n", "\n");
        if text.chars().count() > LONGEST_AGREEMENT {
            form.reject_with(name, "wrong-longer-than", LONGEST_AGREEMENT.to_string());
        }
        text
    });
    if !form.is_accepted() {
        let last = store::agreement(&mut kernel.db.read().await?, permit.season()).await?;
        return unaccepted(&Show { page: s.page.clone(), s, form, last });
    }
    acts::set_up(&kernel, &permit, &Terms { sessions, minutes, talks, talk_minutes }, (&en, &es)).await?;
    Ok(see(&s.season.path("coaching/program")))
}
