//! One poll: what everyone answered, one's own answers, and the one press that makes a meeting of it.

use askama::Template;
use axum::extract::{Path, State as Shared};
use axum::response::Response;

use super::At;
use crate::polls::acts::{self, Chosen};
use crate::polls::asking::{self, Silent};
use crate::polls::model::{Choice, MOST_CHANGES, Poll, Say, Stage, ranked};
use crate::polls::rules::Meet;
use crate::polls::store;
use weft_kernel::clock::Time;
use weft_kernel::i18n::Moment;
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, when};
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "polls/templates/one.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    poll: Poll,
    stage: Stage,
    /// The best first.
    choices: Vec<Choice>,
    /// Who of the team has not answered, while they can.
    silent: Vec<Silent>,
    /// How many a reminder reaches now.
    reached: usize,
    /// Whether the reader made it and may delete it.
    may_delete: bool,
    zone: Option<String>,
    now: Time,
}

impl Show {
    fn says() -> &'static [Say] {
        Say::ALL
    }

    /// The times to answer, in their own order; what has passed is not asked about.
    fn asked(&self) -> Vec<&Choice> {
        let mut all: Vec<&Choice> = self.choices.iter().filter(|c| c.starts_at > self.now).collect();
        all.sort_by_key(|c| c.starts_at);
        all
    }

    fn yours(&self, at: impl Moment) -> Option<String> {
        self.poll.yours(&self.page.t, &at.time(), self.zone.as_ref())
    }

    /// Whether a time can be chosen now, beside the one that is.
    fn is_choosable(&self, c: &Choice) -> bool {
        let is_on = matches!(self.stage, Stage::Open | Stage::Settled);
        is_on && c.starts_at > self.now && self.poll.option_id.as_ref() != Some(&c.id)
    }

    fn has_passed(&self, c: &Choice) -> bool {
        c.starts_at <= self.now
    }

    fn is_chosen(&self, c: &Choice) -> bool {
        self.poll.canceled_at.is_none() && self.poll.option_id.as_ref() == Some(&c.id)
    }

    fn field(c: &Choice) -> String {
        format!("o-{}", c.id)
    }

    /// What the reader answered to a time: as it was just sent, or as it is kept.
    fn is_said(&self, c: &Choice, say: Say) -> bool {
        let field = Self::field(c);
        if self.form.fields().is_empty() { c.mine == Some(say) } else { self.form.value(&field) == say.name() }
    }

    fn names(of: &[Silent]) -> String {
        of.iter().map(|s| s.name.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// Whose meeting it is, and how long it takes.
    fn about(&self) -> String {
        format!("{} · {}", self.poll.team_name, when::length(self.page.t, self.poll.minutes))
    }

    fn counted(&self) -> String {
        self.page.t.a2("poll-answered-of", "n", self.poll.answered, "of", self.poll.people)
    }

    /// Someone else was faster, and what stands now.
    fn late(&self) -> Option<String> {
        if self.page.is_after("late=often") {
            return Some(self.page.t.a("poll-late-often", "n", MOST_CHANGES));
        }
        if !self.page.is_after("late=1") {
            return None;
        }
        Some(match (self.stage, &self.poll.starts_at) {
            (Stage::Canceled, _) => self.page.t.t("poll-late-canceled"),
            (_, Some(at)) => self.page.t.a("poll-late", "time", self.poll.time(&self.page.t, at)),
            _ => self.page.t.t("poll-late-past"),
        })
    }
}

async fn load(kernel: &Kernel, s: InSeason, permit: &Meet, id: &Id, form: Form) -> Result<Show> {
    let mut conn = kernel.db.read().await?;
    let poll = store::poll(&mut conn, permit, id).await?.ok_or(Error::NotFound)?;
    let moments = store::moments(&mut conn, permit, &poll).await?;
    let given = store::given(&mut conn, permit, &poll).await?;
    let stage = poll.stage(kernel.now());
    let silent = asking::silent(kernel, &mut conn, permit, &s.season, &poll).await?;
    Ok(Show {
        page: s.page.clone(),
        choices: ranked(moments, &given, permit.person(), kernel.now()),
        reached: if stage == Stage::Open { asking::reached(permit, &silent).count() } else { 0 },
        silent,
        may_delete: poll.is_of(permit.person()) && poll.option_id.is_none(),
        zone: s.own_zone(),
        now: kernel.now(),
        form,
        stage,
        poll,
        s,
    })
}

pub async fn show(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Meet>,
    Path(at): Path<At>,
) -> Result<Response> {
    html(&load(&kernel, s, &permit, &at.id(), Form::default()).await?)
}

/// Says when one can come: each time gets an answer.
pub async fn answer(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Meet>,
    Path(at): Path<At>,
    form: Form,
) -> Result<Response> {
    let mut page = load(&kernel, s, &permit, &at.id(), form).await?;
    if !page.poll.is_member {
        return Err(Error::NotFound);
    }
    let to = page.poll.path();
    if page.stage != Stage::Open {
        return Ok(see(&format!("{to}?late=1")));
    }
    let mut answers = Vec::new();
    let asked =
        page.asked().into_iter().map(|c| (c.id.clone(), Show::field(c), page.poll.time(&page.page.t, &c.starts_at)));
    for (id, field, time) in asked.collect::<Vec<_>>() {
        match Say::parse(page.form.value(&field)) {
            Some(say) => answers.push((id, say)),
            None => page.form.reject_with(&field, "wrong-poll-answer", time),
        }
    }
    if !page.form.is_accepted() {
        // So that what is not said yet does not look like what was said before.
        page.form.set("answered", "yes");
        return unaccepted(&page);
    }
    let is_done = acts::answer(&kernel, &permit, &at.id(), &answers).await?;
    Ok(see(&if is_done { format!("{to}#results") } else { format!("{to}?late=1") }))
}

fn seen(form: &Form) -> i64 {
    form.value("seen").parse().unwrap_or(-1)
}

pub async fn choose(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Meet>,
    Path(at): Path<At>,
    form: Form,
) -> Result<Response> {
    let option = Id::stored(form.value("option").to_owned());
    let to = s.season.path(&format!("times/{}", at.id));
    Ok(match acts::choose(&kernel, &permit, &s.season, (&at.id(), &option), seen(&form)).await? {
        Chosen::Done | Chosen::Same => see(&to),
        Chosen::Late => see(&format!("{to}?late=1")),
        Chosen::Often => see(&format!("{to}?late=often")),
    })
}

pub async fn cancel(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Meet>,
    Path(at): Path<At>,
    form: Form,
) -> Result<Response> {
    let is_done = acts::cancel(&kernel, &permit, &s.season, &at.id(), seen(&form)).await?;
    let late = if is_done { "" } else { "?late=1" };
    Ok(see(&s.season.path(&format!("times/{}{late}", at.id))))
}

pub async fn remind(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Meet>,
    Path(at): Path<At>,
) -> Result<Response> {
    let n = asking::remind(&kernel, &permit, &s.season, &at.id()).await?;
    let none = if n == 0 { "?reminded=0" } else { "" };
    Ok(see(&s.season.path(&format!("times/{}{none}", at.id))))
}

pub async fn delete(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Meet>,
    Path(at): Path<At>,
) -> Result<Response> {
    if acts::delete(&kernel, &permit, &at.id()).await? {
        return Ok(see(&s.season.path("times")));
    }
    // It is gone, or became a meeting meanwhile.
    let found = store::poll(&mut kernel.db.read().await?, &permit, &at.id()).await?;
    Ok(see(&match found {
        Some(poll) => format!("{}?late=1", poll.path()),
        None => s.season.path("times"),
    }))
}
