//! How a program's pages and emails look: its own logo, color and postal address in place of Weft's. What is tried is a
//! draft that only whoever edits sees; it is shown to everyone when they say so, and what it replaced can be brought
//! back.

pub mod color;
pub mod in_child;
pub mod store;

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use super::rules::EditProgram;
use color::{Color, Shade};
use weft_kernel::clock::Time;
use weft_kernel::db::{Column, Result as Read, Row};
use weft_kernel::events::{self, Event};
use weft_kernel::ids::Id;
use weft_kernel::incoming::Arrived;
use weft_kernel::mail::{self, Face};
use weft_kernel::reader::{Ask, Failure, Input, Said, Sender};
use weft_kernel::{Kernel, one_of, row};
use weft_media::picture;
use weft_web::{Error, Result, page};

/// The largest file taken, in bytes.
pub const MOST_BYTES: usize = 5 * 1024 * 1024;

/// Both pictures of a logo together, in bytes: they are small.
const MOST_KEPT: u64 = 1024 * 1024;

/// Longest postal address, in characters.
pub const LONGEST: usize = 300;

/// Why a reader may refuse a logo, as keys.
const REFUSALS: [&str; 6] = [
    "wrong-logo-kind",
    "wrong-logo-small",
    "wrong-logo-empty",
    "wrong-file-pixels",
    "wrong-file-heic",
    "wrong-file-avif",
];

one_of! {
    /// How far a look is.
    pub enum State in "look.state" {
        /// Previewed by whoever edits.
        Draft = "draft",
        /// What everyone sees.
        Shown = "shown",
        /// What another one replaced.
        Past = "past",
    }
}

one_of! {
    /// What stands behind a logo that has no ground of its own.
    #[derive(Default)]
    pub enum Plate in "look.plate" {
        #[default]
        Light = "light",
        Dark = "dark",
    }
}

row! {
    /// One look. `color` and `postal` are empty where none was given.
    pub struct Look {
        id: Id,
        state: State,
        logo_id: Option<Id>,
        width: i64,
        height: i64,
        plate: Plate,
        color: String,
        postal: String,
        replaces_id: Option<Id>,
        at: Time,
    }
}

/// A logo's files, one for each plate, drawn anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    pub id: Id,
    pub width: i64,
    pub height: i64,
    pub plate: Plate,
}

/// What a look is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    pub logo: Option<Logo>,
    pub color: Option<Color>,
    pub postal: String,
}

impl Look {
    pub fn parts(&self) -> Parts {
        let of = |id: &Id| Logo { id: id.clone(), width: self.width, height: self.height, plate: self.plate };
        Parts { logo: self.logo_id.as_ref().map(of), color: Color::read(&self.color), postal: self.postal.clone() }
    }

    /// What it shows of itself on a page.
    pub fn shown(&self) -> Shown {
        Shown(Some(OfLook {
            id: self.id.clone(),
            has_color: !self.color.is_empty(),
            sides: self.logo_id.as_ref().map(|_| (self.width, self.height)),
            postal: self.postal.clone(),
        }))
    }

    /// Its color in light and in dark.
    pub fn shades(&self) -> Option<(Shade, Shade)> {
        Color::read(&self.color).map(|c| (c.on_light(), c.on_dark()))
    }

    /// The style sheet of pages with this look; see docs/decisions/0026. Weft's own rules are in layers, so these win.
    pub fn style(&self) -> String {
        let Some((light, dark)) = self.shades() else { return String::new() };
        format!(
            ":root{{{}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{}}}}}\n{REST}",
            tokens(light),
            tokens(dark)
        )
    }

    /// The same for its two previews on a page that looks otherwise.
    pub fn preview_style(&self) -> String {
        let Some((light, dark)) = self.shades() else { return String::new() };
        format!(".as-light{{{}}}\n.as-dark{{{}}}\n", tokens(light), tokens(dark))
    }
}

fn tokens(Shade { color, words }: Shade) -> String {
    format!("--indigo:{color};--on-indigo:{words};--focus:{color}")
}

/// What follows the tokens: no brightness on buttons, which takes from their contrast.
const REST: &str =
    "header>.bar{border-top:4px solid var(--indigo)}\n.btn:hover{filter:none;text-decoration:underline}\n";

/// What pages show of a program's look, as columns of a program or a season bring it along: `look_id`, `look_color`,
/// `look_width`, `look_height` (null without a logo) and `look_postal`.
#[derive(Clone, Debug, Default)]
pub struct Shown(Option<OfLook>);

#[derive(Clone, Debug)]
struct OfLook {
    id: Id,
    has_color: bool,
    sides: Option<(i64, i64)>,
    postal: String,
}

impl Column for Shown {
    fn read(row: &Row, _: Option<&str>, at: usize) -> Read<Self> {
        let Some(id) = <Option<Id>>::read(row, Some("look_id"), at)? else { return Ok(Self(None)) };
        let side = |name| <Option<i64>>::read(row, Some(name), at);
        Ok(Self(Some(OfLook {
            id,
            has_color: !String::read(row, Some("look_color"), at)?.is_empty(),
            sides: side("look_width")?.zip(side("look_height")?),
            postal: String::read(row, Some("look_postal"), at)?,
        })))
    }
}

impl Shown {
    /// What the frame of a page is told.
    pub fn of(&self, program: &str, slug: &str) -> page::Look {
        let mut of =
            page::Look { name: program.to_owned(), home: format!("/programs/{slug}"), ..page::Look::default() };
        if let Some(look) = &self.0 {
            of.style = look.has_color.then(|| format!("/looks/{}/look.css", look.id));
            // Shown at half its size, so that it is sharp on every screen.
            of.logo = look.sides.map(|(w, h)| page::Logo {
                path: format!("/looks/{}/logo.png", look.id),
                width: (w + 1) / 2,
                height: (h + 1) / 2,
            });
            of.postal.clone_from(&look.postal);
        }
        of
    }
}

/// The name of a logo's file.
fn file(id: &Id, plate: Plate) -> String {
    format!("logos/{id}-{}", plate.name())
}

/// A logo's picture.
pub async fn picture(kernel: &Kernel, look: &Look) -> Result<Vec<u8>> {
    let id = look.logo_id.as_ref().ok_or(Error::NotFound)?;
    kernel.files.get(&file(id, look.plate)).await?.ok_or(Error::NotFound)
}

/// How emails of a program look, or of the one that a season belongs to; `None` for those of the site itself.
pub async fn face(kernel: &Kernel, program: Option<&Id>, season: Option<&Id>) -> Result<Option<Face>> {
    if program.is_none() && season.is_none() {
        return Ok(None);
    }
    let mut conn = kernel.db.read().await?;
    let Some((program, name)) = store::program_of(&mut conn, program, season).await? else { return Ok(None) };
    let Some(look) = store::in_state(&mut conn, &program, State::Shown).await? else {
        return Ok(Some(Face { name, ..Face::default() }));
    };
    drop(conn);
    let logo = match &look.logo_id {
        None => None,
        Some(_) => match kept(&look.id) {
            Some(png) => Some(png),
            None => Some(remember(&look.id, picture(kernel, &look).await?)),
        },
    };
    Ok(Some(Face {
        name,
        logo: logo.map(|png| mail::Logo { png, width: (look.width + 1) / 2, height: (look.height + 1) / 2 }),
        // Emails are light.
        color: look.shades().map(|(light, _)| (light.color.to_string(), light.words.to_string())),
        postal: look.postal,
    }))
}

/// Logos of the last few programs that sent emails, by their look: many emails go out one after another.
static LOGOS: Mutex<VecDeque<(Id, Arc<Vec<u8>>)>> = Mutex::new(VecDeque::new());
const REMEMBERED: usize = 8;

fn kept(look: &Id) -> Option<Arc<Vec<u8>>> {
    let logos = LOGOS.lock().unwrap_or_else(PoisonError::into_inner);
    logos.iter().find(|(id, _)| id == look).map(|(_, png)| png.clone())
}

fn remember(look: &Id, png: Vec<u8>) -> Arc<Vec<u8>> {
    let png = Arc::new(png);
    let mut logos = LOGOS.lock().unwrap_or_else(PoisonError::into_inner);
    logos.push_back((look.clone(), png.clone()));
    if logos.len() > REMEMBERED {
        logos.pop_front();
    }
    png
}

/// Has a logo drawn anew and keeps its pictures. An error of the inner kind is a key that says what is wrong with the
/// file.
pub async fn keep(kernel: &Kernel, file: &Arrived) -> Result<std::result::Result<Logo, &'static str>> {
    let arrived = tokio::fs::File::open(file.path())
        .await
        .map_err(|e| Error::Internal(format!("incoming: {e}")))?
        .into_std()
        .await;
    let arrived = Input::File(arrived);
    let head = arrived.head(1024);
    if !picture::is_one(&head) && picture::unopened(&head).is_none() {
        let is_svg = String::from_utf8_lossy(&head).contains("<svg");
        return Ok(Err(if is_svg { "wrong-logo-svg" } else { "wrong-logo-kind" }));
    }
    let ask = Ask { what: "logo", from: Sender::SignedIn, most: MOST_KEPT };
    let mut drawn = Vec::new();
    match kernel.readers.read(ask, arrived, &mut drawn).await {
        Ok(Said::Taken(word, _)) => Ok(Ok(put(kernel, &word, &drawn).await?)),
        Ok(Said::Refused(why)) => Ok(Err(REFUSALS.into_iter().find(|key| *key == why).unwrap_or("wrong-logo-kind"))),
        Err(Failure::Unreadable) => Ok(Err("wrong-logo-kind")),
        Err(Failure::Busy) => Ok(Err("wrong-file-busy")),
    }
}

/// Keeps what [`in_child::prepare`] made, before any row points to it.
pub async fn put(kernel: &Kernel, word: &str, both: &[u8]) -> Result<Logo> {
    let words: Vec<&str> = word.split(' ').collect();
    let number = |i: usize| words.get(i).and_then(|w| w.parse::<u32>().ok());
    let plate = words.first().and_then(|w| Plate::parse(w));
    let (Some(plate), Some(width), Some(height), Some(length)) = (plate, number(1), number(2), number(3)) else {
        return Err(Error::Internal(format!("a logo of {word}")));
    };
    let Some((light, dark)) = both.split_at_checked(length as usize) else {
        return Err(Error::Internal(format!("a logo of {word} in {} bytes", both.len())));
    };
    let id = kernel.id();
    kernel.files.put(&file(&id, Plate::Light), light.to_vec()).await?;
    kernel.files.put(&file(&id, Plate::Dark), dark.to_vec()).await?;
    Ok(Logo { id, width: width.into(), height: height.into(), plate })
}

/// Keeps a look to preview, in place of the one that was previewed before.
pub async fn preview(kernel: &Kernel, permit: &EditProgram, parts: &Parts) -> Result<Id> {
    let mut tx = kernel.db.begin().await?;
    store::discard(&mut tx, permit).await?;
    let id = store::insert(kernel, &mut tx, permit, parts, State::Draft, None).await?;
    tx.commit().await?;
    Ok(id)
}

/// Drops what is previewed. Idempotent.
pub async fn discard(kernel: &Kernel, permit: &EditProgram) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::discard(&mut tx, permit).await?;
    tx.commit().await?;
    Ok(())
}

/// Shows everyone the look that was previewed. `false` when it is not the one that is previewed now.
pub async fn show(kernel: &Kernel, permit: &EditProgram, actor: Option<&Id>, draft: &Id) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    let before = store::retire(&mut tx, permit).await?;
    if !store::show(&mut tx, permit, draft, before.as_ref()).await? {
        return Ok(false);
    }
    record(kernel, &mut tx, permit, actor, "look.changed").await?;
    tx.commit().await?;
    Ok(true)
}

/// Brings back what a look replaced, which may be Weft's own. `false` when another one is shown by now.
pub async fn undo(kernel: &Kernel, permit: &EditProgram, actor: &Id, shown: &Id) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    let Some(now) = store::in_state(&mut tx, permit.program(), State::Shown).await? else { return Ok(false) };
    if now.id != *shown {
        return Ok(false);
    }
    // Whoever pressed at the same moment has done it.
    if store::retire(&mut tx, permit).await?.as_ref() != Some(shown) {
        return Ok(false);
    }
    if let Some(before) = &now.replaces_id {
        store::bring_back(&mut tx, permit, before).await?;
    }
    record(kernel, &mut tx, permit, Some(actor), "look.undone").await?;
    tx.commit().await?;
    Ok(true)
}

/// Back to Weft's own look; the postal address stays. Nothing when there is neither logo nor color.
pub async fn reset(kernel: &Kernel, permit: &EditProgram, actor: &Id) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let Some(now) = store::in_state(&mut tx, permit.program(), State::Shown).await? else { return Ok(()) };
    if now.logo_id.is_none() && now.color.is_empty() {
        return Ok(());
    }
    store::retire(&mut tx, permit).await?;
    let parts = Parts { postal: now.postal, ..Parts::default() };
    store::insert(kernel, &mut tx, permit, &parts, State::Shown, Some(&now.id)).await?;
    record(kernel, &mut tx, permit, Some(actor), "look.reset").await?;
    tx.commit().await?;
    Ok(())
}

async fn record(
    kernel: &Kernel,
    tx: &mut weft_kernel::db::Tx,
    permit: &EditProgram,
    actor: Option<&Id>,
    verb: &'static str,
) -> Result<()> {
    let event = Event { actor, verb, subject: permit.program(), season: None, detail: None };
    Ok(events::record(kernel, tx, event).await?)
}

/// Deletes looks that nothing leads back to any more, and pictures that no look has: those that were replaced twice,
/// and drafts of more than a week.
pub async fn sweep(kernel: &Kernel) -> Result<()> {
    let old = kernel.now().plus_days(-7);
    let gone = store::gone(&mut kernel.db.read().await?, old).await?;
    for look in gone {
        let mut tx = kernel.db.begin().await?;
        store::delete(&mut tx, &look.id).await?;
        let is_last = match &look.logo_id {
            Some(logo) => !store::has_logo(&mut tx, logo).await?,
            None => false,
        };
        tx.commit().await?;
        if let Some(logo) = look.logo_id.as_ref().filter(|_| is_last) {
            for plate in Plate::ALL {
                kernel.files.remove(&file(logo, *plate)).await?;
            }
        }
    }
    Ok(())
}
