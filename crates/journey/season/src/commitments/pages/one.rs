//! One commitment: made, changed, checked in on, witnessed, celebrated, deleted.

use askama::Template;
use axum::extract::{Path, State as Shared};
use axum::response::Response;

use super::{At, read, rhythms, themes};
use crate::commitments::acts::{self, Made};
use crate::commitments::model::{Check, Commitment, LONGEST, MOST, Rhythm, SeenBy, State, Witnessing};
use crate::commitments::rules::Commit;
use crate::commitments::store;
use weft_kernel::Kernel;
use weft_kernel::ids::Id;
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "commitments/templates/one.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    /// The one there is; none where one is made.
    c: Option<Commitment>,
    checks: Vec<Check>,
    me: Id,
    others: Vec<(String, String)>,
    rhythms: Vec<(String, String)>,
    themes: Vec<(String, String)>,
    zone: String,
}

impl Show {
    fn action(&self) -> String {
        let below = self.c.as_ref().map_or_else(|| "commitments".to_owned(), |c| format!("commitments/{}", c.id));
        self.s.season.path(&below)
    }

    fn title(&self) -> &'static str {
        if self.c.is_some() { "commitment-title" } else { "commitment-make" }
    }

    fn seen_by() -> &'static [SeenBy] {
        SeenBy::ALL
    }

    fn states() -> &'static [State] {
        &State::SAID
    }

    /// Whether the fields of support and topic hold anything.
    fn has_more(&self) -> bool {
        ["support", "theme"].iter().any(|f| !self.form.value(f).is_empty() || self.form.is_wrong(f))
    }

    /// Whether the fields of the witness hold anything.
    fn has_witness(&self) -> bool {
        ["witness", "missed", "until_on"].iter().any(|f| !self.form.value(f).is_empty() || self.form.is_wrong(f))
    }
}

async fn load(kernel: &Kernel, s: InSeason, permit: &Commit, at: Option<&Id>, typed: Option<Form>) -> Result<Show> {
    let mut conn = kernel.db.read().await?;
    let c = match at {
        Some(id) => Some(store::one(&mut conn, permit, id).await?.ok_or(Error::NotFound)?),
        None => None,
    };
    let checks = match at {
        Some(id) => store::checks(&mut conn, permit, id).await?,
        None => Vec::new(),
    };
    let mut others = vec![(String::new(), s.page.t.t("commitment-witness-none"))];
    others.extend(store::others(&mut conn, permit).await?);
    let form = typed.unwrap_or_else(|| match &c {
        Some(c) => filled(c),
        None => Form::of(&[("seen_by", "team"), ("rhythm", Rhythm::Gathering.name())]),
    });
    Ok(Show {
        page: s.page.clone(),
        me: permit.person().clone(),
        rhythms: rhythms(s.page.t),
        themes: themes(s.page.t),
        zone: s.zone(),
        form,
        c,
        checks,
        others,
        s,
    })
}

fn filled(c: &Commitment) -> Form {
    let text = |v: &Option<String>| v.clone().unwrap_or_default();
    let witness = c.witness_id.as_ref().filter(|_| c.witnessing.is_some_and(|w| w != Witnessing::No));
    Form::of(&[
        ("what", &c.what),
        ("cue", &c.cue),
        ("by_on", &text(&c.by_on)),
        ("support", &c.support),
        ("seen_by", c.seen_by.name()),
        ("theme", c.theme.map_or("", |t| t.name())),
        ("rhythm", c.rhythm.name()),
        ("witness", witness.map_or("", |w| w.as_str())),
        ("missed", &text(&c.missed)),
        ("until_on", &text(&c.until_on)),
    ])
}

pub async fn fresh(Shared(kernel): Shared<Kernel>, May { permit, s }: May<Commit>) -> Result<Response> {
    html(&load(&kernel, s, &permit, None, None).await?)
}

pub async fn make(Shared(kernel): Shared<Kernel>, May { permit, s }: May<Commit>, mut form: Form) -> Result<Response> {
    let others = store::others(&mut kernel.db.read().await?, &permit).await?;
    let draft = read(&mut form, &others);
    if form.is_accepted() {
        let to = s.season.path("commitments");
        let press = form.once(&kernel, Some(permit.person()), &s.page, &format!("{to}#c-{{}}"));
        match acts::make(&press, &permit, &draft, &s.zone()).await? {
            Made::Done(id) => return Ok(see(&format!("{to}#c-{id}"))),
            Made::Enough => form.reject_with("what", "wrong-commitments-many", MOST.to_string()),
        }
    }
    unaccepted(&load(&kernel, s, &permit, None, Some(form)).await?)
}

pub async fn show(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Commit>,
    Path(at): Path<At>,
) -> Result<Response> {
    html(&load(&kernel, s, &permit, Some(&at.id()), None).await?)
}

pub async fn change(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Commit>,
    Path(at): Path<At>,
    mut form: Form,
) -> Result<Response> {
    let others = store::others(&mut kernel.db.read().await?, &permit).await?;
    let draft = read(&mut form, &others);
    if !form.is_accepted() {
        let page = load(&kernel, s, &permit, Some(&at.id()), Some(form)).await?;
        // Who may only read it has no such form.
        return if page.c.as_ref().is_some_and(|c| c.is_of(&page.me)) {
            unaccepted(&page)
        } else {
            Err(Error::NotFound)
        };
    }
    if !acts::change(&kernel, &permit, &at.id(), &draft, &s.zone()).await? {
        return Err(Error::NotFound);
    }
    Ok(see(&s.season.path(&format!("commitments/{}", at.id))))
}

/// Says how it goes, from its page, from the list, or from the start page.
pub async fn check_in(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Commit>,
    Path(at): Path<At>,
    mut form: Form,
) -> Result<Response> {
    let state = State::parse(form.value("state")).ok_or(Error::BadRequest)?;
    let learning = form.value("learning").replace("\r\n", "\n").trim().to_owned();
    if learning.chars().count() > LONGEST {
        form.reject_with("learning", "wrong-longer-than", LONGEST.to_string());
        let page = load(&kernel, s, &permit, Some(&at.id()), None).await?;
        let mut kept = page.form.clone();
        kept.set("learning", learning);
        kept.wrong = form.wrong;
        return unaccepted(&Show { form: kept, ..page });
    }
    let to = s.season.path(&format!("commitments?checked={0}#c-{0}", at.id));
    let press = form.once(&kernel, Some(permit.person()), &s.page, &to);
    if !acts::check_in(&press, &permit, &at.id(), (state, &learning), &s.zone()).await? {
        return Err(Error::NotFound);
    }
    Ok(see(&to))
}

pub async fn undo(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Commit>,
    Path(at): Path<At>,
) -> Result<Response> {
    let is_done = acts::undo(&kernel, &permit, &at.id(), &Id::stored(at.check.clone())).await?;
    let said = if is_done { "" } else { "?undone=late" };
    Ok(see(&s.season.path(&format!("commitments{said}#c-{}", at.id))))
}

pub async fn answer(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Commit>,
    Path(at): Path<At>,
    form: Form,
) -> Result<Response> {
    acts::answer(&kernel, &permit, &at.id(), form.value("answer") == "yes").await?;
    Ok(see(&s.season.path("commitments#witness")))
}

pub async fn celebrate(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Commit>,
    Path(at): Path<At>,
) -> Result<Response> {
    acts::celebrate(&kernel, &permit, &at.id()).await?;
    Ok(see(&s.season.path("celebrations")))
}

pub async fn delete(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Commit>,
    Path(at): Path<At>,
) -> Result<Response> {
    acts::delete(&kernel, &permit, &at.id()).await?;
    Ok(see(&s.season.path("commitments")))
}
