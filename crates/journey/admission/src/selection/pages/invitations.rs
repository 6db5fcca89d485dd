//! Who was invited and what they said; how open seats are filled.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use serde::Deserialize;

use crate::selection::filling::{self, Filled};
use crate::selection::model::{Alternate, Answer, Filling, FillingRule, InvitationLine};
use crate::selection::rules::SeeSelection;
use crate::selection::words::Problem;
use crate::selection::{rules, store};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "selection/templates/invitations.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    lines: Vec<InvitationLine>,
    filling: Option<Filling>,
    list: Vec<Alternate>,
    options: Vec<(String, String)>,
    /// Seats neither taken nor promised, and how many may be invited.
    open: i64,
    room: i64,
    beyond: usize,
    canceled: String,
    problem: Option<Problem>,
    can_choose: bool,
    now: Time,
}

impl Show {
    /// `accepted`, `declined`, `canceled`, `lapsed`, `waiting`, or why nobody could answer: `unsent` while the email
    /// waits in the outbox, `discarded` when it was discarded or not delivered.
    fn state(&self, line: &InvitationLine) -> &'static str {
        match line.answer {
            Some(answer) => answer.name(),
            None if line.canceled_at.is_some() => "canceled",
            None if line.expires_at <= self.now => "lapsed",
            None => match line.email.as_deref() {
                Some("waiting") => "unsent",
                Some("dead" | "expired") => "discarded",
                _ => "waiting",
            },
        }
    }

    /// Whether it can be canceled: nobody answered, and its time is not over.
    fn is_open(&self, line: &InvitationLine) -> bool {
        self.can_choose && line.answer.is_none() && line.expires_at > self.now
    }

    fn count(&self, state: &str) -> usize {
        self.lines.iter().filter(|l| self.state(l) == state).count()
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Note {
    beyond: usize,
    /// Whether an invitation was canceled just now; `no` when it was too late.
    canceled: String,
}

async fn load(kernel: &Kernel, s: InSeason, see: &SeeSelection, beyond: usize) -> Result<Show> {
    let (open, room) = filling::room(kernel, see.season()).await?;
    let mut conn = kernel.db.read().await?;
    let lines = store::invitations(&mut conn, see).await?;
    let declared = store::filling(&mut conn, see.season()).await?;
    let list = store::alternates(&mut conn, see.season()).await?;
    let t = s.page.t;
    let ids: Vec<&str> = list.iter().map(|a| a.external_id.as_str()).collect();
    let (rule, over) = declared.as_ref().map_or((FillingRule::Next, 0), |f| (f.rule, f.over));
    Ok(Show {
        form: Form::of(&[("rule", rule.name()), ("over", &over.to_string()), ("list", &ids.join("\n"))]),
        options: FillingRule::ALL.iter().map(|r| (r.to_string(), t.t(&format!("filling-{r}")))).collect(),
        can_choose: rules::may_choose(&s).is_some(),
        page: s.page.clone(),
        now: kernel.now(),
        problem: None,
        filling: declared,
        s,
        lines,
        list,
        open,
        room,
        beyond,
        canceled: String::new(),
    })
}

pub async fn show(State(kernel): State<Kernel>, s: InSeason, Query(note): Query<Note>) -> Result<Response> {
    let permit = rules::may_see(&s).ok_or(Error::NotFound)?;
    html(&Show { canceled: note.canceled, ..load(&kernel, s, &permit, note.beyond).await? })
}

/// Declares how open seats are filled.
pub async fn declare(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::Choose>,
    mut form: Form,
) -> Result<Response> {
    let rule = FillingRule::parse(form.value("rule"));
    if rule.is_none() {
        form.reject("rule", "wrong-choice");
    }
    let over = form.number("over", 0..=filling::MOST_OVER);
    let mut list: Vec<String> = Vec::new();
    for id in form.value("list").split([',', ';', '\n']).map(str::trim).filter(|id| !id.is_empty()) {
        if !list.iter().any(|l| l == id) {
            list.push(id.to_owned());
        }
    }
    if rule == Some(FillingRule::List) && list.is_empty() {
        form.reject("list", "wrong-required");
    }
    if let Some(rule) = rule.filter(|_| form.is_accepted()) {
        let list = if rule == FillingRule::List { list } else { Vec::new() };
        let unknown = filling::declare(&kernel, &permit, s.actor_id(), rule, over, &list).await?;
        if unknown.is_empty() {
            return Ok(see(&s.season.path("invitations#filling")));
        }
        form.reject_with("list", "wrong-unknown-applications", unknown.join(", "));
    }
    let mut show = load(&kernel, s, permit.see(), 0).await?;
    show.form = form;
    unaccepted(&show)
}

/// Looks for whom the declared rule invites next.
pub async fn fill(State(kernel): State<Kernel>, May { permit, s }: May<rules::Choose>) -> Result<Response> {
    let set = store::goals(&mut kernel.db.read().await?, permit.season()).await?;
    let Some(goals) = set.map(|g| g.goals.0) else {
        return Ok(see(&s.season.path("selection/goals")));
    };
    match filling::fill(&kernel, &permit, s.actor_id(), &goals).await? {
        Filled::Found(run) => Ok(see(&s.season.path(&format!("selection/runs/{run}")))),
        Filled::NoCohort(outcome) => {
            let mut show = load(&kernel, s, permit.see(), 0).await?;
            show.problem = Problem::of(show.page.t, &outcome.into());
            unaccepted(&show)
        }
        Filled::NothingToDo => Ok(see(&s.season.path("invitations#filling"))),
    }
}
