//! Pages of the call: those of its makers, and those of applicants.

mod acknowledgement;
mod builder;
mod changes;
mod extensions;
pub mod field;
pub mod files;
pub(crate) mod fill;
mod fit;
mod public;
pub mod question;
mod reminders;
mod sent;

use axum::http::HeaderMap;

use super::model::{Call, CallForm, KeyKind, Stage};
use super::rules::OwnDraft;
use super::store::{self, StageOf};
use weft_kernel::clock::Time;
use weft_kernel::db::Conn;
use weft_kernel::{Kernel, secret};
use weft_people::pages::cookie;
use weft_programs::{InSeason, Season};
use weft_web::route::{get, post};
use weft_web::{Error, Result, Route};

/// A whole file with the form around it, in bytes.
const MOST_FILE: usize = weft_media::answer::MOST_BYTES + 64 * 1024;

/// Long answers, in bytes.
const MOST_BYTES: usize = 2 * 1024 * 1024;

pub fn routes() -> Vec<Route> {
    vec![
        get("/s/{season}/call", builder::show),
        post("/s/{season}/call", builder::begin),
        post("/s/{season}/call/dates", builder::save_dates),
        post("/s/{season}/call/texts", builder::save_texts),
        post("/s/{season}/call/parts", builder::change_parts),
        post("/s/{season}/call/publication", builder::publish),
        post("/s/{season}/call/extensions", extensions::give),
        post("/s/{season}/call/reminders", reminders::set),
        get("/reminders/{token}", reminders::ask_end),
        post("/reminders/{token}", reminders::end),
        post("/s/{season}/call/entries", public::enter),
        get("/s/{season}/call/preview/{part}", builder::preview),
        get("/s/{season}/call/questions/{id}", question::show),
        post("/s/{season}/call/questions/{id}", question::save),
        post("/s/{season}/call/questions/{id}/place", question::place),
        get("/s/{season}/call/fit", fit::ask_edit),
        post("/s/{season}/call/fit", fit::save_edit),
        get("/call/{season}/fit", fit::show),
        post("/call/{season}/fit", fit::answer),
        get("/call/{season}", public::show),
        get("/call/{season}/questions", public::questions),
        post("/call/{season}/begin", public::begin),
        get("/call/{season}/resume/{token}", public::ask_resume),
        post("/call/{season}/resume/{token}", public::resume),
        post("/call/{season}/resume/{token}/refusal", public::disown),
        get("/call/{season}/application", sent::show),
        post("/call/{season}/application/link", sent::send_link),
        post("/call/{season}/application/devices", sent::revoke),
        post("/call/{season}/application/withdrawal", sent::withdraw),
        post("/call/{season}/application/changes", changes::begin),
        post("/call/{season}/application/changes/removal", changes::discard),
        post("/call/{season}/application/employer", acknowledgement::ask),
        get("/acknowledgement/{token}", acknowledgement::show),
        post("/acknowledgement/{token}", acknowledgement::give),
        get("/call/{season}/application/check", sent::check),
        post("/call/{season}/application/check", sent::submit),
        get("/call/{season}/application/files/{question}", files::show),
        post("/call/{season}/application/files/{question}", files::upload).up_to(MOST_FILE),
        post("/call/{season}/application/files/{question}/changes", files::change),
        post("/call/{season}/application/files/{question}/pieces", files::begin),
        get("/call/{season}/application/files/{question}/pieces/{id}", files::state),
        post("/call/{season}/application/files/{question}/pieces/{id}/{offset}", files::take),
        get("/call/{season}/application/files/{question}/{id}", files::own_file),
        get("/s/{season}/call/files/{external_id}", files::of_application),
        get("/s/{season}/call/files/{external_id}/{id}", files::team_file),
        post("/s/{season}/call/files/{external_id}/{id}/transcript", files::transcribe),
        get("/call/{season}/application/{part}", fill::show),
        post("/call/{season}/application/{part}", fill::save).up_to(MOST_BYTES),
        post("/call/{season}/application/{part}/autosave", fill::autosave).up_to(MOST_BYTES),
    ]
}

/// The cookie that holds this browser's key to a season's draft.
fn key_name(season: &Season) -> String {
    format!("weft-draft-{}", season.slug)
}

/// A published call with the form that applicants answer first. Anything else is a missing page.
pub(crate) async fn published(conn: &mut Conn, s: &InSeason) -> Result<(Call, CallForm)> {
    published_at(conn, s, 1).await
}

/// The same with the form of a stage.
async fn published_at(conn: &mut Conn, s: &InSeason, stage: i64) -> Result<(Call, CallForm)> {
    let call = store::call(conn, &s.season.id).await?.ok_or(Error::NotFound)?;
    let form = store::published(conn, &s.season.id).await?.ok_or(Error::NotFound)?;
    Ok((call, form.at(stage..=stage)))
}

/// The draft whose key this browser holds, and the key.
pub(crate) async fn own_draft(
    kernel: &Kernel,
    conn: &mut Conn,
    s: &InSeason,
    headers: &HeaderMap,
) -> Result<Option<(OwnDraft, String)>> {
    let Some(token) = cookie(kernel, headers, &key_name(&s.season)) else { return Ok(None) };
    let hash = secret::hash(token);
    Ok(store::by_key(conn, &s.season.id, &hash, KeyKind::Browser).await?.map(|own| (own, hash)))
}

/// The form that this browser's key opens now: of the latest stage to which its application was invited.
async fn own_now(
    kernel: &Kernel,
    conn: &mut Conn,
    s: &InSeason,
    headers: &HeaderMap,
) -> Result<Option<(OwnDraft, String)>> {
    let Some((own, key)) = own_draft(kernel, conn, s, headers).await? else { return Ok(None) };
    let later = store::later_form(conn, &own).await?;
    Ok(Some((later.unwrap_or(own), key)))
}

/// What was sent first by whom this browser's key belongs to.
pub(crate) async fn own_first(
    kernel: &Kernel,
    conn: &mut Conn,
    s: &InSeason,
    headers: &HeaderMap,
) -> Result<Option<(OwnDraft, String)>> {
    let Some((own, key)) = own_draft(kernel, conn, s, headers).await? else { return Ok(None) };
    if own.draft().stage == 1 {
        return Ok(Some((own, key)));
    }
    Ok(store::first_form(conn, &own).await?.map(|first| (first, key)))
}

/// What this browser writes: its draft, or changes to what it sent.
struct Editing {
    own: OwnDraft,
    /// The stage whose form it is, where that is a later one.
    stage: Option<StageOf>,
    /// What was sent, where these are changes to it, and until when they can be submitted.
    sent: Option<(OwnDraft, Option<Time>)>,
}

impl Editing {
    /// What a page says above changes.
    fn note(&self, s: &InSeason) -> String {
        let t = s.page.t;
        if let Some(at) = &self.stage {
            let title = at.title.0.of(t.0).to_owned();
            return match (at.submitted_at, at.due_at) {
                (Some(sent), _) => t.a2("stage-note-again", "stage", title, "at", t.moment(sent, &s.season.zone)),
                (None, Some(due)) => t.a2("stage-note-until", "stage", title, "at", t.moment(due, &s.season.zone)),
                (None, None) => t.a("stage-note", "stage", title),
            };
        }
        match &self.sent {
            None => String::new(),
            Some((_, None)) => t.t("changes-note"),
            Some((_, Some(until))) => t.a("changes-note-until", "at", t.moment(*until, &s.season.zone)),
        }
    }
}

/// What the owner of a draft writes now; nothing when it was sent and no changes are open.
async fn editing(
    kernel: &Kernel,
    conn: &mut Conn,
    s: &InSeason,
    own: OwnDraft,
    call: &Call,
) -> Result<Option<Editing>> {
    if own.draft().submitted_at.is_none() {
        let stage = if own.draft().stage > 1 { store::stage_at(conn, &own).await? } else { None };
        return Ok(Some(Editing { own, stage, sent: None }));
    }
    if own.draft().stage > 1 {
        let (Some(changes), Some(at)) = (store::changes(conn, &own).await?, store::stage_at(conn, &own).await?) else {
            return Ok(None);
        };
        let is_open = super::stages::is_open(kernel, conn, &own, &at).await?;
        let until = at.due_at;
        return Ok(is_open.then_some(Editing { own: changes, stage: Some(at), sent: Some((own, until)) }));
    }
    let Some(changes) = store::changes(conn, &own).await? else { return Ok(None) };
    let window = super::changes::window(kernel, conn, &own, call, s.actor.as_ref()).await?;
    Ok(window.is_open.then_some(Editing { own: changes, stage: None, sent: Some((own, window.until)) }))
}

/// Whether this browser holds the key of a draft that was ended from another browser.
async fn is_shut_out(kernel: &Kernel, conn: &mut Conn, s: &InSeason, headers: &HeaderMap) -> Result<bool> {
    let Some(token) = cookie(kernel, headers, &key_name(&s.season)) else { return Ok(false) };
    Ok(store::is_shut_out(conn, &s.season.id, &secret::hash(token)).await?)
}

/// Whether it is too late for what is written: the call has closed, or the form of a stage was due.
async fn is_over(kernel: &Kernel, conn: &mut Conn, editing: &Editing, call: &Call) -> Result<bool> {
    match &editing.stage {
        Some(at) => Ok(!super::stages::is_open(kernel, conn, &editing.own, at).await?),
        None => Ok(editing.sent.is_none() && !is_open(call, kernel)),
    }
}

/// Whether a call may be applied to now, seen from its dates alone.
fn is_open(call: &Call, kernel: &Kernel) -> bool {
    call.stage(kernel.now()) == Stage::Open
}

/// What a page finds that needs a draft of this browser: what it needs, or what is shown in its place.
pub(crate) enum Found<D, P> {
    Here(D),
    Elsewhere(P),
}
