//! Making a program and a season, from nothing or as a clone.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::catalog::house_roles;
use crate::model::{KINDS, Program};
use crate::store::{NewProgram, NewSeason};
use crate::{acts, rules, store};
use weft_kernel::Kernel;
use weft_kernel::plain;
use weft_people::Actor;
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "templates/new_program.html")]
struct AskProgram {
    page: Page,
    form: Form,
    kinds: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "templates/new_season.html")]
struct AskSeason {
    page: Page,
    form: Form,
    program: Program,
    clones: Vec<(String, String)>,
}

fn kinds(page: &Page) -> Vec<(String, String)> {
    KINDS.iter().map(|k| ((*k).to_owned(), page.t.t(&format!("kind-{k}")))).collect()
}

pub async fn ask_program(State(kernel): State<Kernel>, page: Page, actor: Actor) -> Result<Response> {
    rules::may_keep_house(&house_roles(&kernel, Some(&actor)).await?).ok_or(Error::NotFound)?;
    html(&AskProgram { kinds: kinds(&page), page, form: Form::default() })
}

pub async fn make_program(State(kernel): State<Kernel>, page: Page, actor: Actor, mut form: Form) -> Result<Response> {
    let permit = rules::may_keep_house(&house_roles(&kernel, Some(&actor)).await?).ok_or(Error::NotFound)?;
    let name = form.name("name");
    let kind = form.required("kind");
    if !KINDS.contains(&kind.as_str()) {
        form.reject("kind", "wrong-choice");
    }
    let summary = form.required("summary");
    let hosts: Vec<String> =
        form.required("hosts").lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect();
    let (funder_credit, disclaimer) = super::edit::credit(&mut form);
    let (support_name, support_email) = (form.required("support_name"), form.email("support_email"));
    let support_phone = form.optional("support_phone");
    if form.is_accepted() {
        let slug = free_slug(&store::programs(&mut kernel.db.read().await?).await?, &name);
        let also = |name: &str| form.value(name).to_owned();
        let new = NewProgram {
            slug: &slug,
            kind: &kind,
            name: &name,
            summary: [&summary, &also("summary_es")],
            funder_credit: [&funder_credit, &also("funder_credit_es")],
            disclaimer: [&disclaimer, &also("disclaimer_es")],
            support_name: &support_name,
            support_email: &support_email,
            support_phone: support_phone.as_deref(),
        };
        // A program is nothing without a season.
        let to = format!("/programs/{slug}/new-season?after=program");
        let press = form.once(&kernel, Some(&actor.person_id), &page, &to);
        if acts::make_program(&press, &permit, Some(&actor.person_id), &new, &hosts).await?.is_some() {
            return Ok(see(&to));
        }
        let taken = form.value("name").to_owned();
        form.reject_with("name", "wrong-name-taken", taken);
    }
    unaccepted(&AskProgram { kinds: kinds(&page), page, form })
}

/// The program's part of an address: its name in plain letters, or a number where the name has none, as in Arabic.
fn free_slug(programs: &[Program], name: &str) -> String {
    let slug = plain::slug(name);
    if !slug.is_empty() {
        return slug;
    }
    let is_free = |slug: &String| programs.iter().all(|p| p.slug != *slug);
    (programs.len() + 1..=2 * programs.len() + 1).map(|n| format!("program-{n}")).find(is_free).unwrap_or_default()
}

async fn load(kernel: &Kernel, page: Page, slug: &str, form: Form) -> Result<AskSeason> {
    let mut conn = kernel.db.read().await?;
    let program = store::program_by_slug(&mut conn, slug).await?.ok_or(Error::NotFound)?;
    let seasons = store::seasons_of(&mut conn, &program.id, kernel.now()).await?;
    let mut clones = vec![(String::new(), page.t.t("clone-none"))];
    clones.extend(seasons.into_iter().map(|s| (s.season_slug, s.season_name)));
    Ok(AskSeason { page, form, program, clones })
}

pub async fn ask_season(
    State(kernel): State<Kernel>,
    page: Page,
    actor: Actor,
    Path(slug): Path<String>,
) -> Result<Response> {
    rules::may_keep_house(&house_roles(&kernel, Some(&actor)).await?).ok_or(Error::NotFound)?;
    let form = Form::of(&[("seats", "20"), ("zone", "America/New_York")]);
    html(&load(&kernel, page, &slug, form).await?)
}

pub async fn make_season(
    State(kernel): State<Kernel>,
    page: Page,
    actor: Actor,
    Path(slug): Path<String>,
    form: Form,
) -> Result<Response> {
    let roles = house_roles(&kernel, Some(&actor)).await?;
    rules::may_keep_house(&roles).ok_or(Error::NotFound)?;
    let mut ask = load(&kernel, page, &slug, form).await?;
    let new = read_season(&mut ask.form, &ask.program, ask.clones.len());
    if ask.form.is_accepted() {
        let from = ask.form.value("clone").to_owned();
        let source = store::season_by_slug(&mut kernel.db.read().await?, &from)
            .await?
            .filter(|s| s.program_id == ask.program.id);
        let design = source.as_ref().and_then(|s| rules::may_see(s, &roles));
        let to = format!("/s/{}", new.slug);
        let press = ask.form.once(&kernel, Some(&actor.person_id), &ask.page, &to);
        if acts::make_season(&press, Some(&actor.person_id), &new, design.as_ref()).await?.is_some() {
            return Ok(see(&to));
        }
        let taken = ask.form.value("name").to_owned();
        ask.form.reject_with("name", "wrong-name-taken", taken);
    }
    unaccepted(&ask)
}

/// `n` is the season's number in its program, for the address of a name without plain letters.
fn read_season(form: &mut Form, program: &Program, n: usize) -> NewSeason {
    let name = form.name("name");
    let said = Some(plain::slug(&name)).filter(|said| !said.is_empty()).unwrap_or_else(|| n.to_string());
    let (starts_on, ends_on, seats, zone) = super::set_up::dates(form);
    NewSeason {
        program_id: program.id.clone(),
        slug: plain::slug(&format!("{}-{said}", program.slug)),
        name,
        label: form.optional("label"),
        starts_on,
        ends_on,
        seats,
        zone,
        is_pilot: form.is_checked("is_pilot", "yes"),
    }
}
