//! What the two of a pair write, and a coach's own notes, which open with their passphrase alone.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::At;
use super::pair::{home, load};
use crate::coaching::locked::{self, Lock, Opened, SHORTEST};
use crate::coaching::model::{LONGEST_NOTE, Pair};
use crate::coaching::notes::{self, Tried};
use crate::coaching::rules::{self, Coaching, Own};
use crate::coaching::store;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_people::tries;
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

fn typed(form: &mut Form, name: &str, is_needed: bool) -> String {
    let text = form.value(name).replace("\r\n", "\n").trim().to_owned();
    if text.is_empty() && is_needed {
        form.reject(name, "wrong-coaching-note");
    }
    if text.chars().count() > LONGEST_NOTE {
        form.reject_with(name, "wrong-longer-than", LONGEST_NOTE.to_string());
    }
    text
}

/// One's own pair. Where it ended meanwhile, nothing is written, and what was typed stays on the page.
async fn open_pair(kernel: &Kernel, own: &Own, at: &At, (form, name): (&mut Form, &str)) -> Result<Pair> {
    let pair = store::one(&mut kernel.db.read().await?, own, &at.id()).await?.ok_or(Error::NotFound)?;
    if !pair.is_open() {
        form.reject(name, "wrong-coaching-over");
    }
    Ok(pair)
}

async fn again(kernel: &Kernel, s: InSeason, (own, pair): (&Own, Pair), form: Form) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    unaccepted(&load(kernel, &mut conn, s, (own, Some(pair)), form).await?)
}

pub async fn focus(
    State(kernel): State<Kernel>,
    May { permit, s }: May<Own>,
    Path(at): Path<At>,
    mut form: Form,
) -> Result<Response> {
    let pair = open_pair(&kernel, &permit, &at, (&mut form, "focus")).await?;
    let text = typed(&mut form, "focus", false);
    if !form.is_accepted() {
        return again(&kernel, s, (&permit, pair), form).await;
    }
    notes::focus(&kernel, &permit, &pair.id, &text).await?;
    Ok(see(&home(&s, &permit, &pair)))
}

pub async fn write(
    State(kernel): State<Kernel>,
    May { permit, s }: May<Own>,
    Path(at): Path<At>,
    mut form: Form,
) -> Result<Response> {
    let pair = open_pair(&kernel, &permit, &at, (&mut form, "note")).await?;
    let text = typed(&mut form, "note", true);
    if !form.is_accepted() {
        return again(&kernel, s, (&permit, pair), form).await;
    }
    let to = home(&s, &permit, &pair);
    notes::write(&form.once(&kernel, Some(permit.person()), &s.page, &to), &permit, &pair.id, &text).await?;
    Ok(see(&to))
}

pub async fn delete(State(kernel): State<Kernel>, May { permit, s }: May<Own>, Path(at): Path<At>) -> Result<Response> {
    let to = match notes::delete(&kernel, &permit, &at.id()).await? {
        Some(id) => store::one(&mut kernel.db.read().await?, &permit, &id).await?,
        None => None,
    };
    Ok(see(&to.map_or_else(|| s.season.path("coaching"), |pair| home(&s, &permit, &pair))))
}

/// One of a coach's own notes: its text where it was opened.
struct Written {
    id: Id,
    at: Time,
    text: Option<String>,
}

#[derive(Template)]
#[template(path = "coaching/templates/own_notes.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    p: Pair,
    has_lock: bool,
    is_open: bool,
    notes: Vec<Written>,
    zone: String,
}

impl Show {
    fn member(&self) -> String {
        self.p.member_name.clone().unwrap_or_else(|| self.page.t.t("appointment-someone"))
    }

    /// How many could not be read with what opened the others.
    fn unread(&self) -> usize {
        self.notes.iter().filter(|n| n.text.is_none()).count()
    }
}

/// A coach's permits and their pair, open or over.
async fn of_coach(kernel: &Kernel, s: &InSeason, permit: &Coaching, at: &At) -> Result<(Own, Pair)> {
    let own = rules::may_own(s).ok_or(Error::NotFound)?;
    let pair = store::one(&mut kernel.db.read().await?, &own, &at.id()).await?;
    let pair = pair.filter(|p| p.is_coached_by(permit.person())).ok_or(Error::NotFound)?;
    Ok((own, pair))
}

/// Opens a lock with the passphrase of a form, which says why where it doesn't.
async fn tried(
    kernel: &Kernel,
    permit: &Coaching,
    page: &Page,
    lock: &Lock,
    form: &mut Form,
) -> Result<Option<Opened>> {
    if form.value("passphrase").is_empty() {
        form.reject("passphrase", "wrong-coaching-passphrase-empty");
        return Ok(None);
    }
    match notes::open(kernel, permit, lock, form.value("passphrase")).await? {
        Tried::Opened(opened) => return Ok(Some(opened)),
        Tried::Wrong => form.reject("passphrase", "wrong-coaching-passphrase"),
        Tried::Off(until) => {
            let seconds = (until.0 - kernel.now().0) / 1_000_000 + 1;
            form.reject_with("passphrase", "wrong-coaching-tries", tries::words(page.t, seconds));
        }
    }
    Ok(None)
}

/// The page; with what was typed to open, the texts.
async fn own_page(
    kernel: &Kernel,
    s: InSeason,
    (permit, pair): (&Coaching, Pair),
    (mut form, is_reading): (Form, bool),
) -> Result<Show> {
    let mut conn = kernel.db.read().await?;
    let lock = store::lock(&mut conn, permit).await?;
    let locked_notes = store::own_notes(&mut conn, permit, &pair.id).await?;
    drop(conn);
    let opened = match &lock {
        Some(lock) if is_reading => tried(kernel, permit, &s.page, lock, &mut form).await?,
        _ => None,
    };
    let text = |sealed: &str| opened.as_ref().and_then(|o| locked::read(o, sealed));
    let notes = locked_notes.into_iter().map(|n| Written { text: text(&n.text_locked), id: n.id, at: n.at }).collect();
    Ok(Show {
        page: s.page.clone(),
        has_lock: lock.is_some(),
        is_open: opened.is_some(),
        notes,
        zone: s.zone(),
        form,
        p: pair,
        s,
    })
}

pub async fn own(
    State(kernel): State<Kernel>,
    May { permit, s }: May<Coaching>,
    Path(at): Path<At>,
) -> Result<Response> {
    let (_, pair) = of_coach(&kernel, &s, &permit, &at).await?;
    html(&own_page(&kernel, s, (&permit, pair), (Form::default(), false)).await?)
}

pub async fn read(
    State(kernel): State<Kernel>,
    May { permit, s }: May<Coaching>,
    Path(at): Path<At>,
    form: Form,
) -> Result<Response> {
    let (_, pair) = of_coach(&kernel, &s, &permit, &at).await?;
    let show = own_page(&kernel, s, (&permit, pair), (form, true)).await?;
    if show.is_open { html(&show) } else { unaccepted(&show) }
}

pub async fn write_own(
    State(kernel): State<Kernel>,
    May { permit, s }: May<Coaching>,
    Path(at): Path<At>,
    mut form: Form,
) -> Result<Response> {
    let (own, pair) = of_coach(&kernel, &s, &permit, &at).await?;
    let text = typed(&mut form, "own", true);
    if store::lock(&mut kernel.db.read().await?, &permit).await?.is_none() {
        form.reject("own", "wrong-coaching-lock");
    }
    if !form.is_accepted() {
        return unaccepted(&own_page(&kernel, s, (&permit, pair), (form, false)).await?);
    }
    let to = format!("{}/own-notes", pair.path());
    let press = form.once(&kernel, Some(permit.person()), &s.page, &to);
    notes::write_own(&press, (&own, &permit), &pair.id, &text).await?;
    Ok(see(&to))
}

pub async fn delete_own(
    State(kernel): State<Kernel>,
    May { permit, s }: May<Coaching>,
    Path(at): Path<At>,
) -> Result<Response> {
    let pair = notes::delete_own(&kernel, &permit, &at.id()).await?;
    let to = pair.map_or_else(|| "coaching".to_owned(), |id| format!("coaching/{id}/own-notes"));
    Ok(see(&s.season.path(&to)))
}

#[derive(Template)]
#[template(path = "coaching/templates/lock.html")]
struct LockPage {
    page: Page,
    s: InSeason,
    form: Form,
    has_lock: bool,
    /// How many notes are behind it.
    notes: i64,
    /// Shown once, right after it was made.
    recovery: Option<String>,
}

async fn lock_page(kernel: &Kernel, s: InSeason, permit: &Coaching, form: Form) -> Result<LockPage> {
    let mut conn = kernel.db.read().await?;
    Ok(LockPage {
        page: s.page.clone(),
        has_lock: store::lock(&mut conn, permit).await?.is_some(),
        notes: store::locked_notes(&mut conn, permit).await?,
        recovery: None,
        form,
        s,
    })
}

pub async fn lock(State(kernel): State<Kernel>, May { permit, s }: May<Coaching>) -> Result<Response> {
    html(&lock_page(&kernel, s, &permit, Form::default()).await?)
}

/// Makes a lock, or changes its passphrase, and shows the recovery code.
pub async fn set_lock(
    State(kernel): State<Kernel>,
    May { permit, s }: May<Coaching>,
    mut form: Form,
) -> Result<Response> {
    let lock = store::lock(&mut kernel.db.read().await?, &permit).await?;
    // As after a second press: they have one, whose recovery code they may not have seen.
    if lock.is_some() && form.value("passphrase").is_empty() {
        form.reject("passphrase", "wrong-coaching-passphrase-none");
    }
    let new = form.value("new").to_owned();
    if new.chars().count() < SHORTEST {
        form.reject_with("new", "wrong-coaching-short", SHORTEST.to_string());
    } else if new != form.value("repeat") {
        form.reject("repeat", "wrong-coaching-repeat");
    }
    let mut opened = None;
    if let Some(lock) = lock.as_ref().filter(|_| form.is_accepted()) {
        opened = tried(&kernel, &permit, &s.page, lock, &mut form).await?;
    }
    let mut recovery = None;
    if form.is_accepted() {
        recovery = match opened {
            Some(opened) => Some(notes::change_lock(&kernel, &permit, opened, &new).await?),
            None => notes::make_lock(&kernel, &permit, &new).await?,
        };
        if recovery.is_none() {
            form.reject("passphrase", "wrong-coaching-passphrase-none");
        }
    }
    let show = LockPage { recovery, ..lock_page(&kernel, s, &permit, form).await? };
    if show.recovery.is_some() { html(&show) } else { unaccepted(&show) }
}

pub async fn lose(State(kernel): State<Kernel>, May { permit, s }: May<Coaching>, mut form: Form) -> Result<Response> {
    if form.value("sure") != "yes" {
        form.reject("sure", "wrong-coaching-sure");
        return unaccepted(&lock_page(&kernel, s, &permit, form).await?);
    }
    notes::lose(&kernel, &permit).await?;
    Ok(see(&s.season.path("coaching/lock")))
}
