//! A program's logo, color and postal address: tried, previewed in light and dark, shown to everyone, undone.

use askama::Template;
use axum::Extension;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};

use crate::look::color::{Color, Fault, Shade};
use crate::look::{self, LONGEST, Look, Parts, Plate, State as How, store as looks};
use crate::model::{Program, SeasonOfProgram};
use crate::rules::{EditProgram, RunSeason};
use crate::{May, furnish_program, rules, store};
use weft_kernel::Kernel;
use weft_kernel::ids::Id;
use weft_people::Actor;
use weft_people::pages::{ClientAddress, address};
use weft_web::parts::Parts as Body;
use weft_web::{Error, Form, Page, Result, html, page, see, unaccepted, upload};

#[derive(Template)]
#[template(path = "templates/look.html")]
struct Show {
    page: Page,
    program: Program,
    seasons: Vec<SeasonOfProgram>,
    shown: Option<Look>,
    draft: Option<Look>,
    form: Form,
    /// Pairs that the color cannot be read in, and the nearest color without such.
    faults: Vec<Fault>,
    nearest: Option<Color>,
}

/// A preview of one scheme.
struct Sample {
    class: &'static str,
    title: String,
    look: page::Look,
    /// How well links and buttons can be read, in words.
    contrast: String,
}

/// A ratio as it is said: never better than it is.
fn ratio(value: f64) -> String {
    format!("{:.1}", (value * 10.0).floor() / 10.0)
}

impl Show {
    /// What is tried, or what everyone sees.
    fn latest(&self) -> Option<&Look> {
        self.draft.as_ref().or(self.shown.as_ref())
    }

    fn samples(&self, look: &Look) -> [Sample; 2] {
        let t = self.page.t;
        let shades = look.shades().map_or([None, None], |(light, dark)| [Some(light), Some(dark)]);
        let said = |shade: Option<Shade>, grounds: &[Color]| {
            let Some(Shade { color, words }) = shade else { return String::new() };
            let links = grounds.iter().map(|g| color.contrast(*g)).fold(21.0, f64::min);
            let said = t.a2("look-contrast", "links", ratio(links), "buttons", ratio(color.contrast(words)));
            format!("{color}. {said}")
        };
        let sample = |class, key, contrast| Sample {
            class,
            title: t.t(key),
            look: look.shown().of(&self.program.name, &self.program.slug),
            contrast,
        };
        let [light, dark] = shades;
        [
            sample("as-light", "look-light", said(light, &look::color::LIGHT)),
            sample("as-dark", "look-dark", said(dark, &look::color::DARK)),
        ]
    }

    /// A pair that cannot be read, in words.
    fn said(&self, fault: &Fault) -> String {
        self.page.t.a2("look-fault", "ground", fault.ground.to_string(), "ratio", ratio(fault.ratio))
    }
}

async fn load(kernel: &Kernel, actor: &Actor, mut page: Page, slug: &str) -> Result<(Show, EditProgram)> {
    let mut conn = kernel.db.read().await?;
    let program = store::program_by_slug(&mut conn, slug).await?.ok_or(Error::NotFound)?;
    let roles =
        rules::effective(store::roles_in_program(&mut conn, &actor.person_id, &program.id).await?, actor.strength);
    let permit = rules::may_edit_program(&program, &roles).ok_or(Error::NotFound)?;
    furnish_program(&mut page, &program);
    let show = Show {
        seasons: store::seasons_of(&mut conn, &program.id, kernel.now()).await?,
        shown: looks::in_state(&mut conn, &program.id, How::Shown).await?,
        draft: looks::in_state(&mut conn, &program.id, How::Draft).await?,
        page,
        program,
        form: Form::default(),
        faults: Vec::new(),
        nearest: None,
    };
    Ok((show, permit))
}

/// What the color field shows where none was chosen: Weft's own.
const USUAL: &str = "#2b3a67";

fn fill(form: &mut Form, parts: &Parts) {
    let color = parts.color.map_or_else(String::new, |c| c.to_string());
    fill_color(form, &color);
    form.set("postal", parts.postal.clone());
    form.set("plate", parts.logo.as_ref().map_or(Plate::Light, |l| l.plate).name());
}

fn fill_color(form: &mut Form, color: &str) {
    let picked = Color::read(color).map_or_else(|| USUAL.to_owned(), |c| c.to_string());
    form.set("color", color);
    form.set("color-was", color);
    form.set("picked", picked.clone());
    form.set("picked-was", picked);
}

/// The color of the two fields for it: the one that was changed, and what was typed before what was picked.
fn chosen(form: &Form) -> String {
    let [typed, was, picked, picked_was] = ["color", "color-was", "picked", "picked-was"].map(|f| form.value(f));
    if !form.value("use").is_empty() {
        form.value("use").to_owned()
    } else if typed != was || picked == picked_was {
        typed.to_owned()
    } else {
        picked.to_owned()
    }
}

pub async fn show(
    State(kernel): State<Kernel>,
    page: Page,
    actor: Actor,
    Path(slug): Path<String>,
) -> Result<Response> {
    let (mut show, _) = load(&kernel, &actor, page, &slug).await?;
    let parts = show.latest().map(Look::parts).unwrap_or_default();
    fill(&mut show.form, &parts);
    html(&show)
}

/// From a season, where it is a step of setting up.
pub async fn of_season(May { s, .. }: May<RunSeason>) -> Response {
    see(&format!("/programs/{}/look", s.season.program_slug))
}

/// Tries what was sent. A logo that was taken stays when something else is wrong.
pub async fn preview(
    State(kernel): State<Kernel>,
    page: Page,
    actor: Actor,
    client: Option<Extension<ClientAddress>>,
    Path(slug): Path<String>,
    body: Body,
) -> Result<Response> {
    let (mut show, permit) = load(&kernel, &actor, page, &slug).await?;
    let upload::Received { mut form, file, .. } =
        upload::receive(&kernel, &address(client.as_ref()), "logo", body).await?;
    let before = show.latest().map(Look::parts).unwrap_or_default();
    let mut parts = before.clone();
    if form.value("no-logo") == "yes" {
        parts.logo = None;
    }
    if let (Some(logo), Some(plate)) = (&mut parts.logo, Plate::parse(form.value("plate"))) {
        logo.plate = plate;
    }
    if let Some(file) = file {
        match look::keep(&kernel, &file).await? {
            Ok(logo) => parts.logo = Some(logo),
            Err(key) => form.reject("logo", key),
        }
    }
    parts.postal = form.value("postal").replace("\r\n", "\n");
    if parts.postal.chars().count() > LONGEST {
        form.reject_with("postal", "wrong-look-postal", LONGEST.to_string());
    }
    let color = chosen(&form);
    fill_color(&mut form, &color);
    match Color::read(&color) {
        _ if color.is_empty() => parts.color = None,
        None => form.reject("color", "wrong-look-color"),
        Some(color) => {
            show.faults = color.faults();
            parts.color = Some(color);
            if let Some(worst) = show.faults.iter().map(|f| f.ratio).reduce(f64::min) {
                form.reject_with("color", "wrong-look-contrast", ratio(worst));
                show.nearest = Some(color.nearest());
            }
        }
    }
    if form.is_accepted() {
        look::preview(&kernel, &permit, &parts).await?;
        return Ok(see(&format!("/programs/{slug}/look#preview")));
    }
    if parts.logo != before.logo {
        let kept = Parts { logo: parts.logo, ..before };
        look::preview(&kernel, &permit, &kept).await?;
        show.draft = looks::in_state(&mut kernel.db.read().await?, permit.program(), How::Draft).await?;
    }
    show.form = form;
    unaccepted(&show)
}

pub async fn publish(
    State(kernel): State<Kernel>,
    page: Page,
    actor: Actor,
    Path(slug): Path<String>,
    form: Form,
) -> Result<Response> {
    let (_, permit) = load(&kernel, &actor, page, &slug).await?;
    let draft = Id::parse(form.value("look")).ok_or(Error::NotFound)?;
    look::show(&kernel, &permit, Some(&actor.person_id), &draft).await?;
    Ok(see(&format!("/programs/{slug}/look")))
}

pub async fn discard(
    State(kernel): State<Kernel>,
    page: Page,
    actor: Actor,
    Path(slug): Path<String>,
) -> Result<Response> {
    let (_, permit) = load(&kernel, &actor, page, &slug).await?;
    look::discard(&kernel, &permit).await?;
    Ok(see(&format!("/programs/{slug}/look")))
}

pub async fn undo(
    State(kernel): State<Kernel>,
    page: Page,
    actor: Actor,
    Path(slug): Path<String>,
    form: Form,
) -> Result<Response> {
    let (_, permit) = load(&kernel, &actor, page, &slug).await?;
    let shown = Id::parse(form.value("look")).ok_or(Error::NotFound)?;
    look::undo(&kernel, &permit, &actor.person_id, &shown).await?;
    Ok(see(&format!("/programs/{slug}/look")))
}

pub async fn reset(
    State(kernel): State<Kernel>,
    page: Page,
    actor: Actor,
    Path(slug): Path<String>,
) -> Result<Response> {
    let (_, permit) = load(&kernel, &actor, page, &slug).await?;
    look::reset(&kernel, &permit, &actor.person_id).await?;
    Ok(see(&format!("/programs/{slug}/look")))
}

/// A look for whoever may see it: one that was ever shown is for everyone, a draft for whoever edits.
async fn found(kernel: &Kernel, actor: Option<&Actor>, id: &str) -> Result<Look> {
    let id = Id::parse(id).ok_or(Error::NotFound)?;
    let mut conn = kernel.db.read().await?;
    let (look, slug) = looks::by_id(&mut conn, &id).await?.ok_or(Error::NotFound)?;
    if look.state != How::Draft {
        return Ok(look);
    }
    let actor = actor.ok_or(Error::NotFound)?;
    let program = store::program_by_slug(&mut conn, &slug).await?.ok_or(Error::NotFound)?;
    let roles =
        rules::effective(store::roles_in_program(&mut conn, &actor.person_id, &program.id).await?, actor.strength);
    rules::may_edit_program(&program, &roles).map(|_| look).ok_or(Error::NotFound)
}

/// What is at an address of a look never changes; a draft is nobody else's to keep.
fn kept(look: &Look, kind: &'static str, body: impl IntoResponse) -> Response {
    let keep = if look.state == How::Draft { "private, max-age=600" } else { "public, max-age=31536000, immutable" };
    let headers = [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, keep)];
    (headers, body).into_response()
}

const CSS: &str = "text/css; charset=utf-8";

pub async fn style(State(kernel): State<Kernel>, actor: Option<Actor>, Path(id): Path<String>) -> Result<Response> {
    let look = found(&kernel, actor.as_ref(), &id).await?;
    Ok(kept(&look, CSS, look.style()))
}

pub async fn preview_style(
    State(kernel): State<Kernel>,
    actor: Option<Actor>,
    Path(id): Path<String>,
) -> Result<Response> {
    let look = found(&kernel, actor.as_ref(), &id).await?;
    Ok(kept(&look, CSS, look.preview_style()))
}

pub async fn logo(State(kernel): State<Kernel>, actor: Option<Actor>, Path(id): Path<String>) -> Result<Response> {
    let look = found(&kernel, actor.as_ref(), &id).await?;
    let picture = look::picture(&kernel, &look).await?;
    Ok(kept(&look, "image/png", picture))
}
