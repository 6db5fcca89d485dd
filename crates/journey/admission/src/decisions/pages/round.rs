//! Who still waits for an answer, the letter in both languages as each person gets it, and sending by a second person.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use serde::Deserialize;

use crate::decisions::model::{Addressee, Letter, REASONS, Round};
use crate::decisions::rules::Decide;
use crate::decisions::{acts, rules, store};
use weft_kernel::Kernel;
use weft_kernel::i18n::Words;
use weft_kernel::i18n::{Lang, Tr};
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "decisions/templates/round.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    /// How many wait, by reason.
    counts: Vec<(&'static str, usize)>,
    waiting: usize,
    ready: Option<Round>,
    people: Vec<Addressee>,
    /// Language, subject and paragraphs, as one person gets them.
    previews: Vec<(Lang, String, Vec<String>)>,
    is_mine: bool,
    is_reading: bool,
    sent: Vec<Round>,
}

#[derive(Deserialize)]
pub struct At {
    external_id: String,
}

async fn load(kernel: &Kernel, s: InSeason, permit: &Decide, form: Option<Form>) -> Result<Show> {
    let mut conn = kernel.db.read().await?;
    let waiting = store::waiting(&mut conn, permit, kernel.now()).await?;
    let mut rounds = store::rounds(&mut conn, permit).await?;
    let ready = rounds.iter().position(|r| r.sent_at.is_none()).map(|i| rounds.remove(i));
    let people = match &ready {
        Some(round) => store::addressees(&mut conn, permit, &round.id).await?,
        None => Vec::new(),
    };
    let previews = ready.as_ref().map(|r| previews(kernel, &s, &r.letter(), &people)).unwrap_or_default();
    let (en, es) = (Tr(Lang::En), Tr(Lang::Es));
    let default = || {
        Form::of(&[
            ("subject_en", &en.t("decline-subject")),
            ("subject_es", &es.t("decline-subject")),
            ("text_en", &en.t("decline-letter").replace('|', "\n\n")),
            ("text_es", &es.t("decline-letter").replace('|', "\n\n")),
        ])
    };
    Ok(Show {
        page: s.page.clone(),
        form: form.unwrap_or_else(default),
        counts: REASONS
            .iter()
            .map(|r| (*r, waiting.iter().filter(|w| w.reason == *r).count()))
            .filter(|(_, n)| *n > 0)
            .collect(),
        waiting: waiting.len(),
        is_mine: ready.as_ref().is_some_and(|r| Some(&r.staged_by) == s.actor_id()),
        is_reading: acts::is_reading_open(&mut conn, permit).await?,
        ready,
        people,
        previews,
        sent: rounds,
        s,
    })
}

/// The letter in each language, to the first person who gets it in that language, or to the first of all.
fn previews(kernel: &Kernel, s: &InSeason, letter: &Letter, people: &[Addressee]) -> Vec<(Lang, String, Vec<String>)> {
    [Lang::En, Lang::Es]
        .into_iter()
        .filter_map(|lang| {
            let who = people.iter().find(|p| p.language == lang.tag()).or_else(|| people.first())?;
            let mail = acts::letter(kernel, &s.season, letter, lang, who, "…");
            Some((lang, mail.subject, mail.paragraphs))
        })
        .collect()
}

pub async fn show(State(kernel): State<Kernel>, May { permit, s }: May<rules::Decide>) -> Result<Response> {
    html(&load(&kernel, s, &permit, None).await?)
}

pub async fn stage(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::Decide>,
    mut form: Form,
) -> Result<Response> {
    let actor = s.actor_id().ok_or(Error::NotFound)?.clone();
    let mut both = |name: &str| {
        let mut one = |lang: &str| form.required(&format!("{name}_{lang}")).replace("\r\n", "\n");
        Words { en: one("en"), es: one("es") }
    };
    let letter = Letter { subject: both("subject"), text: both("text") };
    if !form.is_accepted() {
        return unaccepted(&load(&kernel, s, &permit, Some(form)).await?);
    }
    acts::stage(&form.once(&kernel, Some(&actor), &s.page, &s.season.path("decisions")), &permit, &actor, &letter)
        .await?;
    Ok(see(&s.season.path("decisions")))
}

pub async fn send(State(kernel): State<Kernel>, May { permit, s }: May<rules::Decide>) -> Result<Response> {
    let actor = s.actor_id().ok_or(Error::NotFound)?.clone();
    acts::send(&kernel, &permit, &actor, &s.season).await?;
    Ok(see(&s.season.path("decisions")))
}

pub async fn cancel(State(kernel): State<Kernel>, May { permit, s }: May<rules::Decide>) -> Result<Response> {
    let actor = s.actor_id().ok_or(Error::NotFound)?.clone();
    acts::cancel(&kernel, &permit, &actor).await?;
    Ok(see(&s.season.path("decisions")))
}

pub async fn hold_back(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::Decide>,
    Path(at): Path<At>,
) -> Result<Response> {
    acts::hold_back(&kernel, &permit, &at.external_id).await?;
    Ok(see(&format!("{}#people", s.season.path("decisions"))))
}

impl Show {
    /// Whether the readers' page is hers to open.
    fn can_close(&self) -> bool {
        self.s.is(&[weft_programs::Role::Lead, weft_programs::Role::CoLead])
    }
}
