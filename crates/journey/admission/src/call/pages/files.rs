//! A question that is answered with a file or a recording: choose or record, listen, take back. And for the team:
//! listen, and write down what is said.

use std::sync::atomic::{AtomicBool, Ordering};

use askama::Template;
use axum::Extension;
use axum::body::{Body, HttpBody as _};
use axum::extract::{FromRequest as _, Path, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::TryStreamExt as _;
use serde::Deserialize;
use serde_json::json;

use super::{Found, fill, is_shut_out, own_now, published_at};
use crate::applications::rules as pool;
use crate::call::model::{CallForm, FileState, Kind, Question};
use crate::call::quotas::{self, Reserved};
use crate::call::rules::OwnDraft;
use crate::call::uploads::{self, Expected, PIECE, Piece, Taken, Upload};
use crate::call::{rules, store};
use weft_kernel::Kernel;
use weft_kernel::ids::Id;
use weft_kernel::incoming::drain;
use weft_media::answer as media;
use weft_people::pages::{ClientAddress, address};
use weft_programs::{InSeason, May};
use weft_web::form::Wrong;
use weft_web::parts::Parts;
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "call/templates/file.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    q: Question,
    part: usize,
    upload: Option<Upload>,
    is_closed: bool,
    /// What is said above changes to what was sent.
    changing: String,
    /// The part that asks for the address, where nobody has opened the link that goes there, and the address if it is
    /// there.
    unproved: Option<(usize, Option<String>)>,
}

#[derive(Deserialize)]
pub struct At {
    question: String,
}

#[derive(Deserialize)]
pub struct AtFile {
    question: String,
    id: String,
}

#[derive(Deserialize)]
pub struct AtPiece {
    question: String,
    id: String,
    offset: i64,
}

/// How much is read of a body that is too large, in bytes, so that its sender reads why instead of a broken line.
const MOST_DRAINED: usize = 8 * super::MOST_FILE;

struct Mine {
    own: OwnDraft,
    form: CallForm,
    q: Question,
    is_closed: bool,
    changing: String,
}

/// The draft of this browser and the question; a missing page when one of them is not there or the draft was sent.
async fn mine(kernel: &Kernel, s: &InSeason, headers: &HeaderMap, question: &str) -> Result<Mine> {
    let mut conn = kernel.db.read().await?;
    let (own, _) = own_now(kernel, &mut conn, s, headers).await?.ok_or(Error::NotFound)?;
    let (call, form) = published_at(&mut conn, s, own.draft().stage).await?;
    let editing = super::editing(kernel, &mut conn, s, own, &call).await?.ok_or(Error::NotFound)?;
    let q = uploads::question(&form, question).ok_or(Error::NotFound)?.clone();
    let is_closed = super::is_over(kernel, &mut conn, &editing, &call).await?;
    Ok(Mine { is_closed, changing: editing.note(s), own: editing.own, form, q })
}

/// The same for a page: a browser that was shut out reads why.
async fn mine_or_out(
    kernel: &Kernel,
    s: &InSeason,
    headers: &HeaderMap,
    question: &str,
) -> Result<Found<Mine, fill::ShutOut>> {
    match mine(kernel, s, headers, question).await {
        Err(Error::NotFound) => fill::shut_out(kernel, s, headers).await?.map(Found::Elsewhere).ok_or(Error::NotFound),
        other => other.map(Found::Here),
    }
}

async fn load(kernel: &Kernel, s: InSeason, m: &Mine, form: Form) -> Result<Show> {
    let upload = uploads::current(&mut kernel.db.read().await?, &m.own, &m.q.id).await?;
    let part = m.form.place(&m.q.id).map_or(1, |(part, _)| part + 1);
    let draft = m.own.draft();
    let asks = m
        .form
        .questions()
        .find(|q| q.goes_to == "email")
        .and_then(|q| m.form.place(&q.id))
        .map_or(1, |(part, _)| part + 1);
    let unproved = (!draft.is_vouched_for()).then(|| (asks, draft.email.clone()));
    let (q, changing) = (m.q.clone(), m.changing.clone());
    Ok(Show { page: s.page.clone(), s, form, q, part, upload, is_closed: m.is_closed, changing, unproved })
}

impl Show {
    fn base(&self) -> String {
        format!("/call/{}/application/files/{}", self.s.season.slug, self.q.id)
    }

    fn is_recording(&self) -> bool {
        self.q.kind == Kind::Recording
    }

    fn accepts(&self) -> &'static str {
        if self.is_recording() {
            "audio/*,video/mp4,video/webm"
        } else {
            "image/jpeg,image/png,image/webp,application/pdf"
        }
    }

    fn most() -> String {
        uploads::size(media::MOST_BYTES as i64)
    }
}

/// This page alone may use microphone and camera, and plays what was recorded before it is sent.
fn with_recorder(mut response: Response) -> Response {
    response.headers_mut().insert(
        "permissions-policy",
        HeaderValue::from_static("camera=(self), geolocation=(), microphone=(self), interest-cohort=()"),
    );
    let policy = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
        media-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    response
}

pub async fn show(
    State(kernel): State<Kernel>,
    s: InSeason,
    headers: HeaderMap,
    Path(at): Path<At>,
) -> Result<Response> {
    let m = match mine_or_out(&kernel, &s, &headers, &at.question).await? {
        Found::Here(m) => m,
        Found::Elsewhere(out) => return html(&out),
    };
    Ok(with_recorder(html(&load(&kernel, s, &m, Form::default()).await?)?))
}

/// A whole file, sent by the form itself. What cannot be taken is read all the same, so that its sender reads why.
pub async fn upload(
    State(kernel): State<Kernel>,
    s: InSeason,
    headers: HeaderMap,
    Path(at): Path<At>,
    client: Option<Extension<ClientAddress>>,
    request: Request,
) -> Result<Response> {
    let m = match mine_or_out(&kernel, &s, &headers, &at.question).await? {
        Found::Here(m) => m,
        Found::Elsewhere(out) => {
            drain(request.into_body(), MOST_DRAINED).await;
            return out.refused();
        }
    };
    if let Some(wrong) = whole(&kernel, &s, &m, &address(client.as_ref()), request).await? {
        let mut form = Form::default();
        form.reject_with("file", wrong.key, wrong.arg);
        return Ok(with_recorder(unaccepted(&load(&kernel, s, &m, form).await?)?));
    }
    Ok(see(&format!("/call/{}/application/files/{}", s.season.slug, m.q.id)))
}

/// Why it was not taken, if it was not.
async fn whole(kernel: &Kernel, s: &InSeason, m: &Mine, from: &str, request: Request) -> Result<Option<Wrong>> {
    let wrong = |key| Wrong { field: "file".into(), key, arg: String::new() };
    let slot = kernel.files.incoming().enter(from, kernel.config.address_uploads);
    // Longer than any form may be: the route's limit would cut it, and nobody would know why.
    if slot.is_some() && request.body().size_hint().lower() > super::MOST_FILE as u64 {
        drain(request.into_body(), MOST_DRAINED).await;
        return Ok(Some(wrong("wrong-file-large")));
    }
    // A form is a little longer than its file; one that does not say how long it is may have the longest.
    let size = request.body().size_hint().exact().unwrap_or(u64::MAX).min(media::MOST_BYTES as u64) as i64;
    let arriving = match slot {
        Some(_) => uploads::expect(kernel, &m.own, &m.q, size, from).await?,
        None => Expected::Refused(wrong("wrong-files-arriving")),
    };
    let arriving = match arriving {
        Expected::Arriving(arriving) => arriving,
        Expected::Refused(why) => {
            drain(request.into_body(), super::MOST_FILE).await;
            return Ok(Some(why));
        }
    };
    let mut parts = Parts::from_request(request, kernel).await?;
    loop {
        let field = match parts.next().await {
            Ok(Some(field)) if field.name() == Some("file") => field,
            Ok(Some(_)) => continue,
            Ok(None) => return Ok(Some(wrong("wrong-file-none"))),
            Err(Error::TooLarge) => return Ok(Some(wrong("wrong-file-large"))),
            Err(e) => return Err(e),
        };
        // Whether it was the route's limit that cut it, and not the line.
        let is_too_large = AtomicBool::new(false);
        let field =
            field.inspect_err(|e| is_too_large.store(e.status() == StatusCode::PAYLOAD_TOO_LARGE, Ordering::Relaxed));
        return match arriving.take(&s.season, &m.q, field).await {
            Err(_) if is_too_large.load(Ordering::Relaxed) => Ok(Some(wrong("wrong-file-large"))),
            taken => Ok(taken?.fault().map(wrong)),
        };
    }
}

/// Takes the file back, or says whether readers may hear it.
pub async fn change(
    State(kernel): State<Kernel>,
    s: InSeason,
    headers: HeaderMap,
    Path(at): Path<At>,
    form: Form,
) -> Result<Response> {
    let m = match mine_or_out(&kernel, &s, &headers, &at.question).await? {
        Found::Here(m) => m,
        Found::Elsewhere(out) => return out.refused(),
    };
    match form.value("act") {
        "remove" => uploads::remove(&kernel, &m.own, &s.season, &m.form, s.page.t.0, &m.q).await?,
        "allow" => uploads::allow(&kernel, &m.own, &m.q.id, form.is_checked("may", "yes")).await?,
        _ => return Err(Error::BadRequest),
    }
    Ok(see(&format!("/call/{}/application/files/{}", s.season.slug, m.q.id)))
}

fn told(status: StatusCode, value: &serde_json::Value) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json")], value.to_string()).into_response()
}

/// The script says so, waits and tries again.
fn later(s: &InSeason) -> Response {
    told(StatusCode::SERVICE_UNAVAILABLE, &json!({ "error": s.page.t.t("file-queued") }))
}

/// Begins to send a file in pieces: its size in, its id and the size of a piece out.
pub async fn begin(
    State(kernel): State<Kernel>,
    s: InSeason,
    headers: HeaderMap,
    Path(at): Path<At>,
    client: Option<Extension<ClientAddress>>,
    form: Form,
) -> Result<Response> {
    let m = match mine(&kernel, &s, &headers, &at.question).await {
        Err(Error::NotFound) if is_shut_out(&kernel, &mut kernel.db.read().await?, &s, &headers).await? => {
            return Ok(told(StatusCode::GONE, &json!({ "error": s.page.t.t("shut-out-text") })));
        }
        other => other?,
    };
    let size = form.value("size").parse().unwrap_or_default();
    Ok(match quotas::reserve(&kernel, &m.own, &m.q, size, &address(client.as_ref())).await? {
        Reserved::Room(id) => told(StatusCode::OK, &json!({ "id": id.as_str(), "piece": PIECE })),
        Reserved::Refused(wrong) => told(StatusCode::UNPROCESSABLE_ENTITY, &json!({ "error": wrong.text(&s.page.t) })),
    })
}

/// How much of a file is here, to go on from there.
pub async fn state(
    State(kernel): State<Kernel>,
    s: InSeason,
    headers: HeaderMap,
    Path(at): Path<AtFile>,
) -> Result<Response> {
    let m = mine(&kernel, &s, &headers, &at.question).await?;
    let id = Id::parse(&at.id).ok_or(Error::NotFound)?;
    let upload = store::upload_of_draft(&mut kernel.db.read().await?, &m.own, &id).await?.ok_or(Error::NotFound)?;
    Ok(told(
        StatusCode::OK,
        &json!({ "received": upload.received, "bytes": upload.bytes, "done": upload.state == FileState::Ready }),
    ))
}

/// One piece of a file.
pub async fn take(
    State(kernel): State<Kernel>,
    s: InSeason,
    headers: HeaderMap,
    Path(at): Path<AtPiece>,
    client: Option<Extension<ClientAddress>>,
    request: Request,
) -> Result<Response> {
    let Some(_slot) = kernel.files.incoming().enter(&address(client.as_ref()), kernel.config.address_uploads) else {
        return Ok(later(&s));
    };
    let mut body = request.into_body().into_data_stream();
    let taken = async {
        let m = mine(&kernel, &s, &headers, &at.question).await?;
        let id = Id::parse(&at.id).ok_or(Error::NotFound)?;
        let piece = Piece { id: &id, offset: at.offset };
        uploads::take(&kernel, &m.own, &s.season, &m.form, piece, &mut body).await
    }
    .await;
    // A piece that is not wanted is read all the same, so that its sender reads the answer.
    drain(Body::from_stream(body), uploads::MOST_PIECE as usize).await;
    Ok(match taken? {
        Taken::Part(received) => told(StatusCode::OK, &json!({ "received": received })),
        Taken::Whole => told(StatusCode::OK, &json!({ "done": true })),
        Taken::Elsewhere(received) => told(StatusCode::CONFLICT, &json!({ "received": received })),
        Taken::Waiting => later(&s),
        Taken::Refused(key) => told(StatusCode::UNPROCESSABLE_ENTITY, &json!({ "error": s.page.t.t(key) })),
    })
}

/// A file for a player: as what it is, alone in its sandbox, whole or the part that was asked for.
pub async fn hand_out(kernel: &Kernel, upload: &Upload, headers: &HeaderMap) -> Result<Response> {
    let media = upload.media().ok_or(Error::NotFound)?;
    let shown = if matches!(media, media::Media::Pdf) { "attachment" } else { "inline" };
    let total = upload.bytes as u64;
    let wanted = headers
        .get(header::RANGE)
        .and_then(|v| v.to_str().ok())
        .and_then(|v| v.strip_prefix("bytes="))
        .and_then(|v| v.split_once('-'));
    let range = wanted.and_then(|(from, to)| {
        let from: u64 = from.parse().ok()?;
        let to = if to.is_empty() { total.checked_sub(1)? } else { to.parse::<u64>().ok()?.min(total.checked_sub(1)?) };
        (from <= to).then(|| from..to + 1)
    });
    let body = Body::from_stream(uploads::open(kernel, &upload.id, range.clone()).await?);
    let mut response = body.into_response();
    let out = response.headers_mut();
    let text = |v: String| HeaderValue::from_str(&v).map_err(|e| Error::Internal(e.to_string()));
    let length = range.as_ref().map_or(total, |r| r.end - r.start);
    out.insert(header::CONTENT_LENGTH, length.into());
    if let Some(r) = &range {
        out.insert(header::CONTENT_RANGE, text(format!("bytes {}-{}/{total}", r.start, r.end - 1))?);
    }
    out.insert(header::CONTENT_TYPE, HeaderValue::from_static(media.mime()));
    out.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    out.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("sandbox; default-src 'none'; media-src 'self'; img-src 'self'; style-src 'none'"),
    );
    out.insert(header::CONTENT_DISPOSITION, text(format!("{shown}; filename=\"answer.{}\"", media.extension()))?);
    if range.is_some() {
        *response.status_mut() = StatusCode::PARTIAL_CONTENT;
    }
    Ok(response)
}

/// One's own file, before it is sent.
pub async fn own_file(
    State(kernel): State<Kernel>,
    s: InSeason,
    headers: HeaderMap,
    Path(at): Path<AtFile>,
) -> Result<Response> {
    let m = mine(&kernel, &s, &headers, &at.question).await?;
    let id = Id::parse(&at.id).ok_or(Error::NotFound)?;
    let upload = store::upload_of_draft(&mut kernel.db.read().await?, &m.own, &id)
        .await?
        .filter(|u| u.state == FileState::Ready)
        .ok_or(Error::NotFound)?;
    hand_out(&kernel, &upload, &headers).await
}

#[derive(Template)]
#[template(path = "call/templates/files.html")]
struct Team {
    page: Page,
    s: InSeason,
    external_id: String,
    files: Vec<Upload>,
    form: Form,
    may_write: bool,
}

#[derive(Deserialize)]
pub struct OfApplication {
    external_id: String,
}

#[derive(Deserialize)]
pub struct OneOfApplication {
    external_id: String,
    id: String,
}

async fn team(kernel: &Kernel, s: InSeason, external_id: &str, form: Form) -> Result<Team> {
    let permit = pool::may_read_pool(&s).ok_or(Error::NotFound)?;
    let files = store::uploads_of_application(&mut kernel.db.read().await?, &permit, external_id).await?;
    if files.is_empty() {
        return Err(Error::NotFound);
    }
    Ok(Team {
        page: s.page.clone(),
        may_write: rules::may_make_call(&s).is_some(),
        s,
        external_id: external_id.to_owned(),
        files,
        form,
    })
}

pub async fn of_application(
    State(kernel): State<Kernel>,
    s: InSeason,
    Path(at): Path<OfApplication>,
) -> Result<Response> {
    html(&team(&kernel, s, &at.external_id, Form::default()).await?)
}

pub async fn team_file(
    State(kernel): State<Kernel>,
    s: InSeason,
    headers: HeaderMap,
    Path(at): Path<OneOfApplication>,
) -> Result<Response> {
    let team = team(&kernel, s, &at.external_id, Form::default()).await?;
    let upload = team.files.iter().find(|u| u.id.as_str() == at.id).ok_or(Error::NotFound)?;
    hand_out(&kernel, upload, &headers).await
}

pub async fn transcribe(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::MakeCall>,
    Path(at): Path<OneOfApplication>,
    mut form: Form,
) -> Result<Response> {
    let actor = s.actor_id().cloned().ok_or(Error::NotFound)?;
    let id = Id::parse(&at.id).ok_or(Error::NotFound)?;
    let name = format!("transcript-{id}");
    let text = form.required(&name).replace("\r\n", "\n");
    if !form.is_accepted() {
        return unaccepted(&team(&kernel, s, &at.external_id, form).await?);
    }
    uploads::transcribe(&kernel, &permit, &actor, &at.external_id, &id, &text).await?;
    Ok(see(&s.season.path(&format!("call/files/{}", at.external_id))))
}
