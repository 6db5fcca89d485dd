//! Who holds which role; inviting, handing over, ending.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use serde::Deserialize;

use crate::acts::{self, Ending, Invitee, Revocation};
use crate::model::{HeldRole, Role, StaffInvitation};
use crate::{InSeason, May, RunSeason, rules, store};
use weft_kernel::Kernel;
use weft_kernel::ids::Id;
use weft_people::pages::{self, proof};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "templates/roles.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    held: Vec<HeldRole>,
    open: Vec<StaffInvitation>,
    choices: Vec<(String, String)>,
    is_refused: bool,
    has_mail: bool,
}

#[derive(Deserialize)]
pub struct At {
    id: String,
}

async fn load(kernel: &Kernel, s: InSeason, run: &RunSeason, form: Form) -> Result<Show> {
    let mut conn = kernel.db.read().await?;
    let t = s.page.t;
    // Nobody becomes a lead because the list was left as it was.
    let mut choices = vec![(String::new(), t.t("role-choose"))];
    let invited = Role::ALL.iter().filter(|r| r.is_invited());
    choices.extend(invited.map(|r| (r.name().to_owned(), t.t(&format!("role-{}", r.name())))));
    let held = store::held_roles(&mut conn, run).await?;
    let open = store::open_invitations(&mut conn, run, kernel.now()).await?;
    Ok(Show {
        page: s.page.clone(),
        s,
        form,
        held,
        open,
        choices,
        is_refused: false,
        has_mail: pages::has_mail(kernel),
    })
}

pub async fn show(State(kernel): State<Kernel>, May { permit: run, s }: May<rules::RunSeason>) -> Result<Response> {
    html(&load(&kernel, s, &run, Form::default()).await?)
}

pub async fn invite(
    State(kernel): State<Kernel>,
    May { permit: run, s }: May<rules::RunSeason>,
    mut form: Form,
) -> Result<Response> {
    let actor = s.actor.clone().ok_or(Error::NotFound)?;
    let (name, email) = (form.name("name"), form.email("email"));
    let role = Role::parse(form.value("role")).filter(|r| r.is_invited());
    if role.is_none() {
        form.reject("role", "wrong-choice");
    }
    match role {
        Some(role) if form.is_accepted() => {
            if let Some(ask) = proof::asked(&kernel, &s.page, &actor, &form, &s.season.path("roles")).await? {
                return Ok(ask);
            }
            let press = form.once(&kernel, Some(&actor.person_id), &s.page, &s.season.path("roles"));
            let who = Invitee { name: &name, email: &email, lang: s.page.t.0 };
            if acts::invite(&press, &run, &s.season, &actor.person_id, &who, role).await? {
                return Ok(see(&s.season.path("roles")));
            }
            form.reject("email", "wrong-invited");
            unaccepted(&load(&kernel, s, &run, form).await?)
        }
        _ => unaccepted(&load(&kernel, s, &run, form).await?),
    }
}

pub async fn end(
    State(kernel): State<Kernel>,
    May { permit: run, s }: May<rules::RunSeason>,
    Path(at): Path<At>,
    form: Form,
) -> Result<Response> {
    let actor = s.actor.clone().ok_or(Error::NotFound)?;
    let id = Id::parse(&at.id).ok_or(Error::NotFound)?;
    if store::person_of_role(&mut kernel.db.read().await?, &run, &id).await?.is_none() {
        return Err(Error::NotFound);
    }
    if let Some(ask) = proof::asked(&kernel, &s.page, &actor, &form, &s.season.path(&format!("roles/{id}/end"))).await?
    {
        return Ok(ask);
    }
    if acts::end_role(&kernel, &run, &actor.person_id, &id).await? == Ending::Ended {
        return Ok(see(&s.season.path("roles")));
    }
    let mut show = load(&kernel, s, &run, Form::default()).await?;
    show.is_refused = true;
    unaccepted(&show)
}

pub async fn revoke(
    State(kernel): State<Kernel>,
    May { permit: run, s }: May<rules::RunSeason>,
    Path(at): Path<At>,
) -> Result<Response> {
    let actor = s.actor_id().ok_or(Error::NotFound)?;
    let id = Id::parse(&at.id).ok_or(Error::NotFound)?;
    match acts::revoke(&kernel, &run, actor, &id).await? {
        Revocation::Revoked => Ok(see(&s.season.path("roles"))),
        Revocation::NotOpen => Err(Error::NotFound),
    }
}
