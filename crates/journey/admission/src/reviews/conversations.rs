//! Conversations with applicants: whoever reviews one agrees on a time with them, and the applicant gets it by email
//! with an entry for their calendar.

use super::letters::{TALK, TALK_OFF, TALK_WITHDRAWN};
use super::rules::{Read, ReadOne};
use super::store::{self, Off, Talk};
use weft_kernel::clock::Time;
use weft_kernel::db::Tx;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ical::{self, Method};
use weft_kernel::ids::Id;
use weft_kernel::mail::{self, Mail};
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::{Kernel, events, when};
use weft_people::store as people;
use weft_programs::emails::{EmailKind, Emails, Fill};
use weft_programs::{Season, store as programs};
use weft_web::Result;

/// When two people talk, for how many minutes, and how they meet.
#[derive(Clone, Copy, Debug)]
pub struct Agreed<'a> {
    pub starts_at: Time,
    pub minutes: i64,
    pub place: &'a str,
}

/// `Wed, Mar 12, 2025, 1:00–1:30 p.m. Eastern Time (ET)`.
pub fn said(t: Tr, season: &Season, at: Time, minutes: i64) -> String {
    format!("{}, {}", when::day(t, at, &season.zone), when::hours(t, at, minutes, &season.zone))
}

/// One entry of a calendar: which conversation, the number of its last change, with whom.
struct Entry<'a> {
    assignment: &'a Id,
    revision: i64,
    agreed: Agreed<'a>,
    with: &'a str,
    is_off: bool,
}

fn event(season: &Season, t: Tr, entry: &Entry<'_>) -> ical::Event {
    ical::Event {
        uid: format!("{}@weft", entry.assignment),
        sequence: entry.revision,
        starts: when::wall(entry.agreed.starts_at, &season.zone),
        zone: season.zone.clone(),
        minutes: entry.agreed.minutes,
        summary: t.a2("talk-entry", "program", season.program_name.clone(), "name", entry.with.to_owned()),
        description: String::new(),
        location: entry.agreed.place.to_owned(),
        url: String::new(),
        is_cancelled: entry.is_off,
        is_tentative: false,
        parties: None,
    }
}

/// The entry as a file for the reviewer's own calendar.
pub fn file(kernel: &Kernel, season: &Season, t: Tr, one: &ReadOne, talk: &Talk) -> Option<String> {
    let (starts_at, minutes, place) = talk.agreed()?;
    let entry = Entry {
        assignment: &one.assignment,
        revision: talk.revision.unwrap_or_default(),
        agreed: Agreed { starts_at, minutes, place },
        with: &talk.display_name,
        is_off: false,
    };
    Some(ical::calendar(Method::Publish, "", kernel.now(), &[event(season, t, &entry)]))
}

/// What came of agreeing on a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Set {
    Told,
    /// It was agreed before; nobody is told again.
    Same,
    /// No address is known: it is kept, and the applicant has to be told in another way.
    NoAddress,
}

/// Keeps when a reviewer talks with an applicant, and tells the applicant.
pub async fn set(kernel: &Kernel, permit: &Read, one: &ReadOne, season: &Season, agreed: Agreed<'_>) -> Result<Set> {
    let mut tx = kernel.db.begin().await?;
    store::hold_talk(&mut tx, one).await?;
    let talk = store::talk(&mut tx, one).await?.ok_or(weft_web::Error::NotFound)?;
    if talk.agreed() == Some((agreed.starts_at, agreed.minutes, agreed.place)) {
        return Ok(Set::Same);
    }
    let revision =
        store::set_talk(&mut tx, one, (agreed.starts_at, agreed.minutes, agreed.place), kernel.now()).await?;
    let own = store::reader_name(&mut tx, one).await?;
    let told = tell(kernel, &mut tx, season, &talk, (&TALK, &own), |with| Entry {
        assignment: &one.assignment,
        revision,
        agreed,
        with,
        is_off: false,
    })
    .await?;
    record(kernel, &mut tx, permit, "conversation.set").await?;
    tx.commit().await?;
    Ok(if told { Set::Told } else { Set::NoAddress })
}

/// Cancels a conversation and tells the applicant. Said twice, done once.
pub async fn cancel(kernel: &Kernel, permit: &Read, one: &ReadOne, season: &Season) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let talk = store::talk(&mut tx, one).await?.ok_or(weft_web::Error::NotFound)?;
    let Some((starts_at, minutes, place)) = talk.agreed() else { return Ok(()) };
    let Some(revision) = store::cancel_talk(&mut tx, &one.assignment, kernel.now()).await? else { return Ok(()) };
    let own = store::reader_name(&mut tx, one).await?;
    tell(kernel, &mut tx, season, &talk, (&TALK_OFF, &own), |with| Entry {
        assignment: &one.assignment,
        revision,
        agreed: Agreed { starts_at, minutes, place },
        with,
        is_off: true,
    })
    .await?;
    record(kernel, &mut tx, permit, "conversation.canceled").await?;
    tx.commit().await?;
    Ok(())
}

async fn record(kernel: &Kernel, tx: &mut Tx, permit: &Read, verb: &'static str) -> Result<()> {
    let (subject, actor) = (permit.season(), Some(permit.reader()));
    Ok(events::record(kernel, tx, events::Event { actor, verb, subject, season: Some(subject), detail: None }).await?)
}

/// Writes to the applicant, in their language, with the entry for their calendar. `false` when no address is known.
async fn tell<'e>(
    kernel: &Kernel,
    tx: &mut Tx,
    season: &Season,
    talk: &Talk,
    (kind, own): (&'static EmailKind, &'e str),
    entry: impl FnOnce(&'e str) -> Entry<'e>,
) -> Result<bool> {
    let Some(email) = &talk.email else { return Ok(false) };
    let lang = Lang::parse(&talk.language).unwrap_or_default();
    let entry = entry(own);
    let mut values = values(Tr(lang), season, &entry.agreed, (&talk.display_name, own));
    if !entry.is_off {
        values.push(("how", entry.agreed.place.to_owned()));
    }
    let mut mail = Emails::of(tx, season).await?.write(kind, lang, Fill { values, ..Fill::default() }).to(email);
    mail.calendar = Some(mail::invitation(
        kernel,
        event(season, Tr(lang), &entry),
        &season.program_name,
        (&talk.display_name, email),
    ));
    send(kernel, tx, season, &format!("conversation:{}:{}", entry.assignment, entry.revision), &mail).await?;
    Ok(true)
}

fn values(t: Tr, season: &Season, agreed: &Agreed<'_>, (name, with): (&str, &str)) -> Vec<(&'static str, String)> {
    vec![
        ("name", name.to_owned()),
        ("with", with.to_owned()),
        ("when", said(t, season, agreed.starts_at, agreed.minutes)),
    ]
}

async fn send(kernel: &Kernel, tx: &mut Tx, season: &Season, key: &str, mail: &Mail) -> Result<()> {
    let (lane, listed) = (Lane::Personal(None), Listed::ToOwners);
    outbox::enqueue(kernel, tx, outbox::New { key, lane, listed, season: Some(&season.id), mail }).await?;
    Ok(())
}

/// Cancels conversations whose review went back or whose application is out, and tells the applicant; the reviewer too,
/// where they did not give it back. Returns how many.
pub async fn cancel_off(kernel: &Kernel) -> Result<usize> {
    let off = store::talks_off(&mut kernel.db.read().await?, kernel.now()).await?;
    let mut n = 0;
    for one in off {
        let Some(season) = programs::season_by_slug(&mut kernel.db.read().await?, &one.slug).await? else { continue };
        n += usize::from(cancel_one(kernel, &season, &one).await?);
    }
    Ok(n)
}

async fn cancel_one(kernel: &Kernel, season: &Season, off: &Off) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    let Some(revision) = store::cancel_talk(&mut tx, &off.assignment_id, kernel.now()).await? else { return Ok(false) };
    let agreed = Agreed { starts_at: off.starts_at, minutes: off.minutes, place: &off.place };
    let emails = Emails::of(&mut tx, season).await?;
    if let Some(email) = people::address_of(&mut tx, &off.person_id).await? {
        let t = Tr(Lang::parse(&off.language).unwrap_or_default());
        let values = values(t, season, &agreed, (&off.display_name, &off.reader_name));
        let mut mail = emails.write(&TALK_OFF, t.0, Fill { values, ..Fill::default() }).to(&email);
        let entry = Entry { assignment: &off.assignment_id, revision, agreed, with: &off.reader_name, is_off: true };
        mail.calendar =
            Some(mail::invitation(kernel, event(season, t, &entry), &season.program_name, (&off.display_name, &email)));
        send(kernel, &mut tx, season, &format!("conversation:{}:{revision}", off.assignment_id), &mail).await?;
    }
    if off.is_out
        && let Some(email) = people::address_of(&mut tx, &off.reader_id).await?
    {
        let t = Tr(Lang::parse(&off.reader_language).unwrap_or_default());
        let values = values(t, season, &agreed, (&off.reader_name, &off.display_name));
        let mail = emails.write(&TALK_WITHDRAWN, t.0, Fill { values, ..Fill::default() }).to(&email);
        let key = format!("conversation:{}:{revision}:reviewer", off.assignment_id);
        send(kernel, &mut tx, season, &key, &mail).await?;
    }
    tx.commit().await?;
    Ok(true)
}
