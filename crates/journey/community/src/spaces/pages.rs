//! One's own spaces, and the inside of one.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use serde::Deserialize;

use super::rules::Inside;
use super::store::{Draft, Person, Space};
use super::{MemberState, acts, rules, store};
use weft_kernel::Kernel;
use weft_kernel::ids::Id;
use weft_programs::{InSeason, May};
use weft_web::route::{get, post};
use weft_web::{Error, Form, Page, Result, Route, html, see, unaccepted};

pub fn routes() -> Vec<Route> {
    vec![
        get("/s/{season}/spaces", list),
        post("/s/{season}/spaces", make),
        get("/s/{season}/spaces/{space}", show),
        post("/s/{season}/spaces/{space}", change),
        post("/s/{season}/spaces/{space}/joining", join),
        post("/s/{season}/spaces/{space}/departure", leave),
        post("/s/{season}/spaces/{space}/invitations", invite),
    ]
}

#[derive(Deserialize)]
struct At {
    space: String,
}

impl At {
    fn space(&self) -> Id {
        Id::stored(self.space.clone())
    }
}

#[derive(Template)]
#[template(path = "spaces/templates/list.html")]
struct List {
    page: Page,
    s: InSeason,
    form: Form,
    spaces: Vec<Space>,
    makes: bool,
    /// Names of those that ask for money, for the leads.
    money: Vec<(String, String)>,
}

async fn load(kernel: &Kernel, s: InSeason, form: Form) -> Result<List> {
    let own = rules::may_see_own(&s).ok_or(Error::NotFound)?;
    let mut conn = kernel.db.read().await?;
    let spaces = store::all(&mut conn, &own).await?;
    let money = match rules::may_pay(&s) {
        Some(pay) => store::asking_money(&mut conn, &pay).await?,
        None => Vec::new(),
    };
    Ok(List { page: s.page.clone(), makes: own.takes_part, spaces, money, form, s })
}

impl List {
    fn path(&self, space: &Space) -> String {
        self.s.season.path(&format!("spaces/{}", space.id))
    }
}

async fn list(State(kernel): State<Kernel>, s: InSeason) -> Result<Response> {
    let stays = s.page.t.t("space-stays-starter");
    html(&load(&kernel, s, Form::of(&[("confidentiality", &stays)])).await?)
}

/// A space as it was typed; what is wrong stands in the form.
fn read(form: &mut Form) -> Draft {
    let (name, purpose, confidentiality) =
        (form.required("name"), form.required("purpose"), form.required("confidentiality"));
    let paid_by = form.value("paid_by").to_owned();
    for (field, text, most) in [
        ("name", &name, 120),
        ("purpose", &purpose, 1_000),
        ("confidentiality", &confidentiality, 1_000),
        ("paid_by", &paid_by, 200),
    ] {
        if text.chars().count() > most {
            form.reject_with(field, "wrong-longer-than", most.to_string());
        }
    }
    Draft {
        name,
        purpose,
        confidentiality,
        is_listed: form.is_checked("is_listed", "yes"),
        asks_money: form.is_checked("asks_money", "yes"),
        paid_by,
    }
}

async fn make(State(kernel): State<Kernel>, s: InSeason, mut form: Form) -> Result<Response> {
    let own = rules::may_see_own(&s).filter(|o| o.takes_part).ok_or(Error::NotFound)?;
    let draft = read(&mut form);
    if !form.is_accepted() {
        return unaccepted(&load(&kernel, s, form).await?);
    }
    let press = form.once(&kernel, Some(own.person()), &s.page, &s.season.path("spaces/{}"));
    let id = acts::make(&press, &own, &draft).await?;
    Ok(see(&s.season.path(&format!("spaces/{id}"))))
}

#[derive(Template)]
#[template(path = "spaces/templates/show.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    space: Space,
    people: Vec<Person>,
    could: Vec<(String, String)>,
}

/// The space of a path, for someone who is in it; missing for everyone else.
async fn inside(kernel: &Kernel, s: &InSeason, at: &At) -> Result<Inside> {
    let own = rules::may_see_own(s).ok_or(Error::NotFound)?;
    rules::may_enter(&mut kernel.db.read().await?, &own, &at.space()).await?.ok_or(Error::NotFound)
}

async fn open(kernel: &Kernel, s: InSeason, permit: &Inside, typed: Option<Form>) -> Result<Show> {
    let mut conn = kernel.db.read().await?;
    let space = store::one(&mut conn, permit).await?.ok_or(Error::NotFound)?;
    let mut form = typed.unwrap_or_default();
    // Before anything is typed, the form holds what is kept.
    if !form.fields().iter().any(|(n, _)| n == "purpose") {
        for (name, value) in [
            ("name", &space.name),
            ("purpose", &space.purpose),
            ("confidentiality", &space.confidentiality),
            ("paid_by", &space.paid_by),
        ] {
            form.set(name, value.as_str());
        }
        form.set("is_listed", if space.is_listed { "yes" } else { "" });
        form.set("asks_money", if space.asks_money { "yes" } else { "" });
    }
    Ok(Show {
        people: store::people(&mut conn, permit).await?,
        could: store::could_come(&mut conn, permit).await?,
        page: s.page.clone(),
        space,
        form,
        s,
    })
}

impl Show {
    fn path(&self) -> String {
        self.s.season.path(&format!("spaces/{}", self.space.id))
    }

    fn of(&self, state: MemberState) -> Vec<&Person> {
        self.people.iter().filter(|p| p.state == state).collect()
    }

    /// Where people in it write to each other.
    fn conversation(&self) -> String {
        self.s.season.path(&format!("conversations#place-{}", self.space.id))
    }

    fn is_setting_wrong(&self) -> bool {
        ["name", "purpose", "confidentiality", "paid_by"].iter().any(|f| self.form.is_wrong(f))
    }
}

async fn show(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    let permit = inside(&kernel, &s, &at).await?;
    html(&open(&kernel, s, &permit, None).await?)
}

async fn change(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>, mut form: Form) -> Result<Response> {
    let permit = inside(&kernel, &s, &at).await?;
    let draft = read(&mut form);
    if !form.is_accepted() {
        return unaccepted(&open(&kernel, s, &permit, Some(form)).await?);
    }
    acts::change(&kernel, &permit, &draft).await?;
    Ok(see(&s.season.path(&format!("spaces/{}", permit.space()))))
}

async fn join(
    State(kernel): State<Kernel>,
    May { permit: own, s }: May<rules::SeeOwn>,
    Path(at): Path<At>,
) -> Result<Response> {
    acts::join(&kernel, &own, &at.space()).await?;
    Ok(see(&s.season.path("spaces")))
}

async fn leave(
    State(kernel): State<Kernel>,
    May { permit: own, s }: May<rules::SeeOwn>,
    Path(at): Path<At>,
) -> Result<Response> {
    acts::leave(&kernel, &own, &at.space()).await?;
    Ok(see(&s.season.path("spaces")))
}

async fn invite(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>, form: Form) -> Result<Response> {
    let permit = inside(&kernel, &s, &at).await?;
    let mut conn = kernel.db.read().await?;
    let person = form.value("person").to_owned();
    let could = store::could_come(&mut conn, &permit).await?;
    let asks = store::people(&mut conn, &permit)
        .await?
        .into_iter()
        .any(|p| p.state == MemberState::Asking && p.person_id.as_str() == person);
    drop(conn);
    if asks || could.iter().any(|(id, _)| *id == person) {
        acts::invite(&kernel, &permit, &s.season, &Id::stored(person)).await?;
    }
    Ok(see(&format!("{}#people", s.season.path(&format!("spaces/{}", permit.space())))))
}
