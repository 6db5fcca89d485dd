//! Taking a role that was offered by mail. The invitation is for one address: someone who already has
//! a password must be signed in as that person; everyone else proves the address by holding the link.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;

use crate::model::StaffInvitation;
use crate::{acts, store};
use weft_kernel::{Kernel, secret};
use weft_people::address::{self, Proved};
use weft_people::pages::{self, remember_next, to_second_step};
use weft_people::{Actor, acts as people, rules as people_rules, store as people_store};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "templates/staff_invitation.html")]
struct Show {
    page: Page,
    form: Form,
    token: String,
    invitation: StaffInvitation,
    /// What this person must do first: nothing, set a password, or sign in.
    need: Need,
    /// The season it is for; none for the whole site.
    season: Option<String>,
    has_mail: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Need {
    Nothing,
    Password,
    SignIn,
}

async fn load(kernel: &Kernel, page: Page, actor: Option<&Actor>, token: String) -> Result<Show> {
    let mut conn = kernel.db.read().await?;
    let found = store::invitation_by_token(&mut conn, &secret::hash(&token), kernel.now()).await?;
    let invitation = found.ok_or(Error::NotFound)?;
    let holder = address::holder(&mut conn, &Proved::by_link(&invitation.mailed_to)).await?;
    let has_password = match &holder {
        Some(person) => people_store::has_credential(&mut conn, person).await?,
        None => false,
    };
    let is_holder = actor.is_some_and(|a| Some(&a.person_id) == holder.as_ref());
    let need = match (invitation.role.needs_two_factors(), has_password, is_holder) {
        (_, true, false) => Need::SignIn,
        (true, false, _) => Need::Password,
        _ => Need::Nothing,
    };
    let season = match &invitation.season_slug {
        Some(slug) => store::season_by_slug(&mut conn, slug).await?.map(|s| s.title()),
        None => None,
    };
    Ok(Show { page, form: Form::default(), token, invitation, need, season, has_mail: pages::has_mail(kernel) })
}

pub async fn show(
    State(kernel): State<Kernel>,
    page: Page,
    actor: Option<Actor>,
    Path(token): Path<String>,
) -> Result<Response> {
    html(&load(&kernel, page, actor.as_ref(), token).await?)
}

pub async fn take(
    State(kernel): State<Kernel>,
    page: Page,
    actor: Option<Actor>,
    Path(token): Path<String>,
    headers: HeaderMap,
    mut form: Form,
) -> Result<Response> {
    let mut show = load(&kernel, page, actor.as_ref(), token).await?;
    let password = match show.need {
        Need::SignIn => return unaccepted(&show),
        Need::Nothing => None,
        Need::Password => {
            let password = form.required("password");
            if let Some(fault) = people_rules::password_fault(&password, show.invitation.mailed_to.value()) {
                form.reject("password", fault);
            }
            if !form.is_accepted() {
                show.form = form;
                return unaccepted(&show);
            }
            Some(password)
        }
    };
    let person = acts::take_role(&kernel, &show.invitation, show.page.t.0).await?;
    let season = show.invitation.season_slug.as_deref().and_then(|slug| show.invitation.role.door(slug));
    let season = season.unwrap_or_else(|| "/".to_owned());
    let Some(password) = password else { return Ok(see(&season)) };
    people::set_password(&kernel, &person, &password).await?;
    let step = people::second_step(&kernel, &person, true).await?;
    let mut response = to_second_step(&kernel, &step);
    remember_next(&kernel, &headers, &mut response, &season);
    Ok(response)
}
