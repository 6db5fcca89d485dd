//! Emails about open consults: an entry for the calendar, and that it is off. They name who brings it and when, and
//! nothing of what it is about.

use super::emails as kinds;
use super::model::Consult;
use super::{calendar, store};
use weft_kernel::db::Conn;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::{Kernel, mail};
use weft_people::model::Addressee;
use weft_programs::Season;
use weft_programs::emails::{EmailKind, Emails, Fill};
use weft_web::Result;

/// How the keys of entries for the calendars of a consult begin.
pub(super) fn key(consult: &Id) -> String {
    format!("{}:{consult}:", kinds::ENTRY.key)
}

async fn write(
    kernel: &Kernel,
    tx: &mut Conn,
    emails: &Emails,
    (kind, c): (&'static EmailKind, &Consult),
    who: &Addressee,
) -> Result<()> {
    let t = Tr(Lang::parse(&who.language).unwrap_or_default());
    let is_off = kind.key != kinds::ENTRY.key;
    let mut details = vec![c.time(&t)];
    details.extend(c.yours(&t, who.zone.as_ref()));
    details.extend((!c.place.is_empty()).then(|| t.a("mail-gathering-where", "place", c.place.clone())));
    let page = if is_off { format!("/s/{}/consults", c.season_slug) } else { c.path() };
    let fill = Fill {
        values: vec![("consult_client", mail::named(&c.client(&t))), ("consult_details", details.join("\n"))],
        link: Some(format!("{}{page}", kernel.config.base_url)),
        ..Fill::default()
    };
    let mut mail = emails.write(kind, t.0, fill).to(&who.email);
    mail.calendar = calendar::event(kernel, t, c, is_off)
        .map(|event| mail::invitation(kernel, event, &c.program_name, (&who.name, &who.email)));
    // Whoever gives a place back and takes it again is told again. Which consult it is stands there until that ends.
    let key = if is_off { format!("{}:{}", kind.key, kernel.id()) } else { key(&c.id) + kernel.id().as_str() };
    let late = kernel.now().plus_seconds(4 * 3600);
    let until = c.starts_at.map(|at| at.plus_seconds(60 * c.minutes).max(late));
    let new =
        outbox::New { key: &key, lane: Lane::Personal(until), listed: Listed::ToNobody, season: None, mail: &mail };
    outbox::enqueue(kernel, tx, new).await?;
    Ok(())
}

/// An entry for the calendar of whoever brings or comes to one.
pub(super) async fn entry(kernel: &Kernel, tx: &mut Conn, season: &Season, (c, to): (&Consult, &Id)) -> Result<()> {
    let emails = Emails::of(tx, season).await?;
    for who in store::addressees(tx, c).await?.iter().filter(|w| w.person_id == *to) {
        write(kernel, tx, &emails, (&kinds::ENTRY, c), who).await?;
    }
    Ok(())
}

/// They gave their place back: the entry leaves their calendar.
pub(super) async fn returned(kernel: &Kernel, tx: &mut Conn, season: &Season, (c, to): (&Consult, &Id)) -> Result<()> {
    let emails = Emails::of(tx, season).await?;
    for who in store::addressees(tx, c).await?.iter().filter(|w| w.person_id == *to) {
        write(kernel, tx, &emails, (&kinds::RETURNED, c), who).await?;
    }
    Ok(())
}

/// It is off, for everyone.
pub(super) async fn off(kernel: &Kernel, tx: &mut Conn, season: &Season, c: &Consult) -> Result<()> {
    let emails = Emails::of(tx, season).await?;
    for who in &store::addressees(tx, c).await? {
        write(kernel, tx, &emails, (&kinds::OFF, c), who).await?;
    }
    Ok(())
}
