//! The one person whom someone of the cohort picked: picked, asked, written to; and those who picked the reader.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use serde::Deserialize;

use crate::support::acts::{self, Asked, Sent};
use crate::support::letters::{self, Written};
use crate::support::model::{Answer, LONGEST_WORDS, Line, Missing, Picked, Picker, Sorted, is_number, sorted};
use crate::support::rules::{self, PickPerson, SeeLines};
use crate::support::store;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, once};
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "support/templates/someone.html")]
pub struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    /// Whether the reader picks a person, as someone of the cohort.
    picks: bool,
    picked: Option<Picked>,
    /// Whom they may pick, in groups of those who are about as near.
    groups: Vec<(String, Vec<(Id, String)>)>,
    pickers: Vec<Picker>,
    lines: Sorted,
    /// What the email says, as long as nothing is added.
    subject: String,
    preview: Vec<String>,
    can_send: bool,
}

async fn load(kernel: &Kernel, s: InSeason, permit: &SeeLines, form: Form) -> Result<Show> {
    let mut conn = kernel.db.read().await?;
    let all = store::lines(&mut conn, permit).await?;
    let (mut picked, mut groups) = (None, Vec::<(String, Vec<(Id, String)>)>::new());
    let pick = rules::may_pick(&s);
    if let Some(pick) = &pick {
        picked = store::picked(&mut conn, pick).await?;
        for (id, name, near) in store::choices(&mut conn, pick).await? {
            let label = s.page.t.t(&format!("aid-near-{near}"));
            match groups.last_mut().filter(|(l, _)| *l == label) {
                Some((_, people)) => people.push((id, name)),
                None => groups.push((label, vec![(id, name)])),
            }
        }
    }
    let pickers = store::pickers(&mut conn, permit).await?;
    let helper = picked.as_ref().filter(|p| p.missing().is_none());
    let (subject, preview) = helper.map(|p| preview(&s, p, &all)).unwrap_or_default();
    Ok(Show {
        page: s.page.clone(),
        form,
        picks: pick.is_some(),
        picked,
        groups,
        pickers,
        lines: sorted(all),
        subject,
        preview,
        can_send: acts::can_send(kernel),
        s,
    })
}

/// The email in the language of whoever gets it.
fn preview(s: &InSeason, picked: &Picked, lines: &[Line]) -> (String, Vec<String>) {
    let t = Tr(Lang::parse(&picked.language).unwrap_or_default());
    let name = s.actor.as_ref().map(|a| a.name.clone()).unwrap_or_default();
    let text = letters::paragraphs(t, &name, &s.season.program_name, &Written::default(), lines.to_vec());
    (letters::subject(t, &name), text)
}

impl Show {
    fn path(&self) -> String {
        self.s.season.path("support/someone")
    }

    /// The person as a button names them; someone who was erased has no name.
    fn name(&self, picked: &Picked) -> String {
        picked.name.clone().unwrap_or_else(|| self.page.t.t("aid-someone-erased"))
    }

    fn title(&self) -> &'static str {
        if self.picks { "aid-someone" } else { "aid-pickers" }
    }

    /// Lines for where the reader lives, then those for everywhere.
    fn near(&self) -> Vec<&Line> {
        self.lines.near()
    }

    fn has_helper(&self) -> bool {
        self.helper().is_some() || self.is_waiting()
    }

    fn pick_title(&self) -> &'static str {
        if self.has_helper() { "aid-change" } else { "aid-pick" }
    }

    /// Who gets an email now.
    fn helper(&self) -> Option<&Picked> {
        self.picked.as_ref().filter(|p| p.missing().is_none())
    }

    /// Why nobody does, and what can be done.
    fn missing(&self) -> Option<String> {
        let picked = self.picked.as_ref()?;
        let why = picked.missing()?;
        Some(self.page.t.a(why.key(), "name", picked.name()))
    }

    fn is_waiting(&self) -> bool {
        self.picked.as_ref().and_then(Picked::missing) == Some(Missing::Unanswered)
    }

    fn is_chosen(&self, id: &Id) -> bool {
        self.form.value("helper") == id.as_str()
    }
}

pub async fn show(State(kernel): State<Kernel>, May { permit, s }: May<SeeLines>) -> Result<Response> {
    html(&load(&kernel, s, &permit, Form::default()).await?)
}

pub async fn pick(
    State(kernel): State<Kernel>,
    May { permit, s }: May<PickPerson>,
    mut form: Form,
) -> Result<Response> {
    let helper = form.required("helper");
    let is_choice = {
        let choices = store::choices(&mut kernel.db.read().await?, &permit).await?;
        choices.iter().any(|(id, ..)| id.as_str() == helper)
    };
    if form.is_accepted() && !is_choice {
        form.reject("helper", "wrong-choice");
    }
    if form.is_accepted() {
        match acts::pick(&kernel, &permit, &s.season, &Id::stored(helper)).await? {
            Asked::Done | Asked::Same => return Ok(see(&s.season.path("support/someone"))),
            Asked::TooMany => form.reject("helper", "wrong-support-asked"),
        }
    }
    let see = rules::may_see(&s).ok_or(Error::NotFound)?;
    unaccepted(&load(&kernel, s, &see, form).await?)
}

pub async fn end(State(kernel): State<Kernel>, May { permit, s }: May<PickPerson>) -> Result<Response> {
    acts::end(&kernel, &permit).await?;
    Ok(see(&s.season.path("support/someone")))
}

#[derive(Deserialize)]
pub struct At {
    id: String,
}

pub async fn answer(
    State(kernel): State<Kernel>,
    May { permit, s }: May<SeeLines>,
    Path(at): Path<At>,
    form: Form,
) -> Result<Response> {
    let say = match form.value("say") {
        "yes" => Answer::Yes,
        "no" => Answer::No,
        _ => return Err(Error::BadRequest),
    };
    acts::answer(&kernel, &permit, &s.season, &Id::stored(at.id), say).await?;
    Ok(see(&s.season.path("support/someone")))
}

pub async fn write(
    State(kernel): State<Kernel>,
    May { permit, s }: May<PickPerson>,
    mut form: Form,
) -> Result<Response> {
    let (words, phone) = (form.value("words").to_owned(), form.value("phone").to_owned());
    if words.chars().count() > LONGEST_WORDS {
        form.reject_with("words", "wrong-longer-than", LONGEST_WORDS.to_string());
    }
    if !phone.is_empty() && !is_number(&phone) {
        form.reject("phone", "wrong-support-number");
    }
    if form.is_accepted() {
        let written = Written { words: &words, phone: &phone };
        let key = (form.value(once::FIELD), form.value("to"));
        match acts::write(&kernel, &permit, &s.season, key, &written).await? {
            // The address says that it was sent, so that nothing has to be kept for the next page.
            Sent::Done => return Ok(see(&format!("{}?sent=1", s.season.path("support/someone")))),
            Sent::Nobody => form.reject("words", "wrong-support-nobody"),
            Sent::Changed => form.reject("words", "wrong-support-changed"),
            Sent::TooMany => form.reject("words", "wrong-support-many"),
        }
    }
    let see = rules::may_see(&s).ok_or(Error::NotFound)?;
    unaccepted(&load(&kernel, s, &see, form).await?)
}
