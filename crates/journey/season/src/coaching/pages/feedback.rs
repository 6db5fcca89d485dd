//! What someone of the cohort says of coaching: themes that they share, and how it goes, without their name.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::At;
use crate::coaching::feedback;
use crate::coaching::heard::{Answer, FEWEST, FLOOR, LONGEST_WORDS, Picked, QUESTIONS, Round, Theme};
use crate::coaching::rules::{self, Own};
use crate::coaching::store;
use weft_kernel::Kernel;
use weft_kernel::anonymous::Taken;
use weft_kernel::ids::Id;
use weft_programs::InSeason;
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "coaching/templates/feedback.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    /// Whether they had a session, or a coaching that ended.
    was_coached: bool,
    open: Option<Round>,
    /// Whether their answer waits for others.
    waits: bool,
    /// What they wrote when it had closed meanwhile.
    late: Option<String>,
    /// What is offered, and what they share and is offered no more.
    themes: Vec<Theme>,
    shared: Option<Picked>,
}

impl Show {
    fn path(&self, below: &str) -> String {
        self.s.season.path(&format!("coaching/{below}"))
    }

    fn day(&self, r: &Round) -> String {
        self.page.t.date(r.closes_at, self.s.season.zone.as_str())
    }

    fn is_picked(&self, theme: &Theme) -> bool {
        if self.form.is_accepted() {
            self.shared.as_ref().is_some_and(|p| p.0.contains(&theme.id))
        } else {
            self.form.is_checked("theme", theme.id.as_str())
        }
    }

    /// The two ends of a scale, and the numbers between them.
    fn levels(&self, question: &str) -> Vec<(String, String)> {
        let t = self.page.t;
        let end = |n: u8, which: &str| format!("{n} – {}", t.t(&format!("coaching-ask-{question}-{which}")));
        let text = |n: u8| match n {
            1 => end(n, "low"),
            5 => end(n, "high"),
            _ => n.to_string(),
        };
        (1..=5).map(|n: u8| (n.to_string(), text(n))).collect()
    }
}

/// Leave of someone of the cohort, where there is coaching.
fn of_member(s: &InSeason) -> Result<Own> {
    rules::may_own(s).filter(|own| !own.member().is_empty() && s.season.has_coaching).ok_or(Error::NotFound)
}

async fn load(kernel: &Kernel, s: InSeason, own: &Own, form: Form) -> Result<Show> {
    let mut conn = kernel.db.read().await?;
    let now = kernel.now();
    let rounds = store::rounds(&mut conn, own.season(), Some(own.person())).await?;
    let open = rounds.into_iter().find(|r| r.is_open(now));
    let shared = feedback::shared(kernel, &mut conn, own).await?;
    let has = |t: &Theme| t.is_offered || shared.as_ref().is_some_and(|p| p.0.contains(&t.id));
    let mut themes = store::themes(&mut conn, own.season()).await?;
    themes.retain(has);
    Ok(Show {
        page: s.page.clone(),
        was_coached: store::was_coached(&mut conn, own, now).await?,
        waits: open.as_ref().is_some_and(|r| kernel.anonymous.has(&r.id, own.person())),
        open,
        late: None,
        themes,
        shared,
        form,
        s,
    })
}

pub async fn show(State(kernel): State<Kernel>, s: InSeason) -> Result<Response> {
    let own = of_member(&s)?;
    html(&load(&kernel, s, &own, Form::default()).await?)
}

pub async fn share(State(kernel): State<Kernel>, s: InSeason, mut form: Form) -> Result<Response> {
    let own = of_member(&s)?;
    let seen = load(&kernel, s.clone(), &own, Form::default()).await?;
    if !seen.was_coached {
        return Err(Error::NotFound);
    }
    let chosen: Vec<Id> = form.values("theme").map(|id| Id::stored(id.to_owned())).collect();
    if !seen.themes.iter().any(|t| chosen.contains(&t.id)) {
        form.reject("theme", "wrong-coaching-no-theme");
        return unaccepted(&load(&kernel, s, &own, form).await?);
    }
    feedback::share(&kernel, &own, &chosen).await?;
    Ok(see(&s.season.path("coaching/feedback#themes")))
}

pub async fn unshare(State(kernel): State<Kernel>, s: InSeason) -> Result<Response> {
    let own = of_member(&s)?;
    feedback::unshare(&kernel, &own).await?;
    Ok(see(&s.season.path("coaching/feedback#themes")))
}

pub async fn answer(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>, mut form: Form) -> Result<Response> {
    let own = of_member(&s)?;
    let seen = load(&kernel, s.clone(), &own, Form::default()).await?;
    if !seen.was_coached {
        return Err(Error::NotFound);
    }
    let mut levels = Vec::new();
    for question in QUESTIONS {
        // Left out is an answer too.
        let level = form.value(question).parse::<u8>().ok().filter(|n| (1..=5).contains(n));
        if level.is_none() && !form.value(question).is_empty() {
            form.reject(question, "wrong-choice");
        }
        levels.push(level);
    }
    let words = form.value("words").replace("\r\n", "\n").trim().to_owned();
    if words.chars().count() > LONGEST_WORDS {
        form.reject_with("words", "wrong-longer-than", LONGEST_WORDS.to_string());
    }
    if levels.iter().all(Option::is_none) && words.is_empty() && form.is_accepted() {
        form.reject(QUESTIONS[0], "wrong-nothing-said");
    }
    let said = Answer { levels, words };
    let is_open = seen.open.as_ref().is_some_and(|r| r.id == at.id());
    if !form.is_accepted() && is_open {
        return unaccepted(&load(&kernel, s, &own, form).await?);
    }
    // Answered already is no fault; closed in this moment is said.
    match feedback::answer(&kernel, &own, &at.id(), &said).await? {
        Taken::Closed => {
            let is_known = store::rounds(&mut kernel.db.read().await?, own.season(), None).await?;
            if !is_known.iter().any(|r| r.id == at.id()) {
                return Err(Error::NotFound);
            }
            let page = load(&kernel, s, &own, Form::default()).await?;
            unaccepted(&Show { late: Some(said.words), ..page })
        }
        _ => Ok(see(&s.season.path("coaching/feedback"))),
    }
}
