//! What is kept of a person, for herself: everything as one file, and who did what with her record.

use std::io::{Seek as _, Write as _};

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use futures_util::TryStreamExt as _;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use weft_admission::call;
use weft_kernel::{Kernel, events};
use weft_people::{Actor, photo, rules, store as people};
use weft_season::{appointments, coaching, consults, conversations as talk, home_team};
use weft_web::{Error, Page, Result, Route, download, html, route};

pub fn routes() -> Vec<Route> {
    vec![route::get("/me/data.zip", data), route::get("/me/history", history)]
}

/// Most events on the page of one's own history.
const MOST: i64 = 1_000;

#[derive(Template)]
#[template(path = "app/templates/history.html")]
struct History {
    page: Page,
    lines: Vec<events::Recorded>,
    is_all: bool,
    /// The reader's own.
    zone: String,
}

pub async fn history(State(kernel): State<Kernel>, page: Page, actor: Actor) -> Result<Response> {
    let lines = events::of_person(&mut kernel.db.read().await?, &actor.person_id, MOST).await?;
    html(&History { page, is_all: (lines.len() as i64) < MOST, lines, zone: actor.zone().to_owned() })
}

fn failed(e: impl std::fmt::Display) -> Error {
    Error::Internal(format!("zip: {e}"))
}

/// One archive: `data.json` with every table that knows her, and her files.
pub async fn data(State(kernel): State<Kernel>, actor: Actor) -> Result<Response> {
    let own = rules::own_record(&actor);
    let mut conn = kernel.db.read().await?;
    let mut json = serde_json::Map::new();
    json.insert("format".into(), "weft-own-data-1".into());
    json.insert("made_at".into(), kernel.now().iso().into());
    for (name, rows) in people::own_data(&mut conn, &own).await? {
        json.insert(name.into(), serde_json::to_value(rows).map_err(failed)?);
    }
    // What is sealed is theirs too, and no statement opens it.
    let notes = appointments::acts::own_notes(&kernel, &mut conn, &own).await?;
    let notes = notes.into_iter().map(|(at, note)| serde_json::json!({ "starts_at": at.iso(), "note": note }));
    json.insert("appointment_notes".into(), notes.collect());
    let notes = coaching::notes::own_data(&kernel, &mut conn, &own).await?;
    let notes = notes
        .into_iter()
        .map(|(kind, at, text)| serde_json::json!({ "kind": kind.name(), "at": at.iso(), "text": text }));
    json.insert("coaching_notes".into(), notes.collect());
    let themes = coaching::feedback::own_data(&kernel, &mut conn, &own).await?;
    let themes = themes.into_iter().map(|(en, es)| serde_json::json!({ "english": en, "spanish": es }));
    json.insert("coaching_themes_shared".into(), themes.collect());
    json.insert("consult_words".into(), consults::own_data(&kernel, &mut conn, &own).await?.into());
    json.insert("team_agreement_words".into(), home_team::own_data(&kernel, &mut conn, &own).await?.into());
    json.insert(
        "history".into(),
        serde_json::to_value(events::own_data(&mut conn, own.person()).await?).map_err(failed)?,
    );
    let photo = photo::of(&mut conn, own.person()).await?;
    let files = call::store::uploads_of_person(&mut conn, &own).await?;
    let sent = talk::store::keeping::files_of_person(&mut conn, own.person()).await?;
    drop(conn);
    // On disk, not in memory: recordings may be long.
    let mut zip = ZipWriter::new(kernel.files.incoming().scratch().map_err(failed)?);
    let options = SimpleFileOptions::default();
    zip.start_file("data.json", options).map_err(failed)?;
    zip.write_all(serde_json::to_string_pretty(&json).map_err(failed)?.as_bytes()).map_err(failed)?;
    if let Some(id) = photo {
        zip.start_file("photo.jpg", options).map_err(failed)?;
        zip.write_all(&photo::picture(&kernel, &id).await?).map_err(failed)?;
    }
    for (n, (id, mime)) in (1..).zip(files) {
        let extension = weft_media::answer::Media::of_mime(&mime).map_or("bin", weft_media::answer::Media::extension);
        // Sound, film and pictures do not get smaller.
        zip.start_file(format!("answer-{n}.{extension}"), options.compression_method(zip::CompressionMethod::Stored))
            .map_err(failed)?;
        let mut content = call::uploads::open(&kernel, &id, None).await?;
        while let Some(part) = content.try_next().await.map_err(failed)? {
            zip.write_all(&part).map_err(failed)?;
        }
    }
    for (n, (id, mime)) in (1..).zip(sent) {
        let extension = weft_media::answer::Media::of_mime(&mime).map_or("bin", weft_media::answer::Media::extension);
        zip.start_file(format!("message-{n}.{extension}"), options.compression_method(zip::CompressionMethod::Stored))
            .map_err(failed)?;
        let mut content = talk::files::open(&kernel, &id).await?;
        while let Some(part) = content.try_next().await.map_err(failed)? {
            zip.write_all(&part).map_err(failed)?;
        }
    }
    let mut file = zip.finish().map_err(failed)?.into_file();
    file.rewind().map_err(failed)?;
    let mut tx = kernel.db.begin().await?;
    let event = events::Event {
        actor: Some(&actor.person_id),
        verb: "own-data.taken",
        subject: &actor.person_id,
        season: None,
        detail: None,
    };
    events::record(&kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(download::attachment("my-data.zip", "application/zip", download::file(file)))
}
