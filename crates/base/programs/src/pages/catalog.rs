//! The public pages: all programs, and one with its hosts, seasons, contacts, team and glossary.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use crate::model::{Contact, Host, Listed, Next, OpenCall, OpenOffer, Program, Role, Season, SeasonOfProgram, Term};
use crate::{furnish_program, rules, store};
use weft_kernel::Kernel;
use weft_people::Actor;
use weft_web::{Error, Page, Result, html};

#[derive(Template)]
#[template(path = "templates/programs.html")]
struct List {
    page: Page,
    programs: Vec<Program>,
    can_make: bool,
}

#[derive(Template)]
#[template(path = "templates/program.html")]
struct Show {
    page: Page,
    program: Program,
    hosts: Vec<Host>,
    seasons: Vec<SeasonOfProgram>,
    calls: Vec<OpenCall>,
    offers: Vec<OpenOffer>,
    contacts: Vec<Contact>,
    team: Vec<Listed>,
    glossary: Vec<Term>,
    /// The season that the page tells of, and what it takes of someone's time: how often, what, and the rule.
    featured: Option<Season>,
    planned: Vec<(i64, String, String)>,
    /// What can come after it.
    next: Vec<Next>,
    can_make: bool,
    can_edit: bool,
}

/// The house roles that count for someone who may not be signed in.
pub async fn house_roles(kernel: &Kernel, actor: Option<&Actor>) -> Result<Vec<Role>> {
    let Some(actor) = actor else { return Ok(Vec::new()) };
    let held = store::house_roles(&mut kernel.db.read().await?, &actor.person_id).await?;
    Ok(rules::effective(held, actor.strength))
}

pub async fn list(State(kernel): State<Kernel>, page: Page, actor: Option<Actor>) -> Result<Response> {
    let can_make = rules::may_keep_house(&house_roles(&kernel, actor.as_ref()).await?).is_some();
    let programs = store::programs(&mut kernel.db.read().await?).await?;
    html(&List { page, programs, can_make })
}

pub async fn show(
    State(kernel): State<Kernel>,
    mut page: Page,
    actor: Option<Actor>,
    Path(slug): Path<String>,
) -> Result<Response> {
    let can_make = rules::may_keep_house(&house_roles(&kernel, actor.as_ref()).await?).is_some();
    let mut conn = kernel.db.read().await?;
    let program = store::program_by_slug(&mut conn, &slug).await?.ok_or(Error::NotFound)?;
    let roles = match &actor {
        Some(a) => rules::effective(store::roles_in_program(&mut conn, &a.person_id, &program.id).await?, a.strength),
        None => Vec::new(),
    };
    let can_edit = rules::may_edit_program(&program, &roles).is_some();
    furnish_program(&mut page, &program);
    let about = program.about(&page.t).to_owned();
    page.share(&kernel.config.base_url, &program.name, &about);
    let (featured, planned) = store::featured(&mut conn, &program.id, kernel.now()).await?;
    let show = Show {
        featured,
        planned,
        hosts: store::hosts(&mut conn, &program.id).await?,
        seasons: store::seasons_of(&mut conn, &program.id, kernel.now()).await?,
        calls: store::open_calls(&mut conn, Some(&program.id), kernel.now()).await?,
        offers: store::open_offers(&mut conn, &program.id, kernel.now()).await?,
        contacts: store::contacts(&mut conn, &program.id).await?,
        team: store::team(&mut conn, &program.id).await?,
        glossary: store::glossary(&mut conn, &program.id).await?,
        next: store::next(&mut conn, &program.id).await?,
        page,
        program,
        can_make,
        can_edit,
    };
    html(&show)
}
