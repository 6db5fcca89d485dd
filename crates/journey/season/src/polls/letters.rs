//! Emails to a home team: when it can meet, and when it meets.

use super::emails as kinds;
use super::model::{Moment, Poll};
use super::{calendar, store};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::Conn;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
use weft_kernel::mail::{self, Mail};
use weft_kernel::outbox::{self, Lane, Listed};
use weft_people::model::Addressee;
use weft_programs::emails::{EmailKind, Emails, Fill};
use weft_web::Result;

/// Under what name the outbox knows the email that opens a poll.
pub fn opening_key(poll: &Id, person: &Id) -> String {
    format!("poll:{poll}:{person}")
}

/// A team's times are its own: whoever keeps the site or runs the season does not find them among the emails.
async fn enqueue(kernel: &Kernel, tx: &mut Conn, key: &str, until: Time, mail: &Mail) -> Result<bool> {
    let new = outbox::New { key, lane: Lane::Bulk(Some(until)), listed: Listed::ToNobody, season: None, mail };
    Ok(outbox::enqueue(kernel, tx, new).await?)
}

/// A time as its reader reads it: by the clock of whoever wrote it, and by their own where that differs.
fn time(t: Tr, poll: &Poll, at: Time, own: Option<&String>) -> String {
    let there = poll.yours(&t, &at, own).map(|yours| format!(" · {yours}"));
    format!("{}{}", poll.time(&t, &at), there.unwrap_or_default())
}

/// Asks someone when they can meet.
fn asks(
    kernel: &Kernel,
    emails: &Emails,
    kind: &'static EmailKind,
    (poll, moments): (&Poll, &[Moment]),
    who: &Addressee,
) -> Mail {
    let lang = Lang::parse(&who.language).unwrap_or_default();
    let t = Tr(lang);
    let ahead = moments.iter().filter(|m| m.starts_at > kernel.now());
    let times: Vec<String> = ahead.map(|m| time(t, poll, m.starts_at, who.zone.as_ref())).collect();
    let fill = Fill {
        values: vec![
            ("meeting", poll.name(&t)),
            ("asker", poll.maker_name.clone().unwrap_or_default()),
            ("meeting_times", times.join("\n")),
            ("poll_answer_by", poll.answer_by_on.as_ref().map_or_else(String::new, |day| t.iso_day(day))),
        ],
        link: Some(format!("{}{}#answer", kernel.config.base_url, poll.path())),
        after: if kind.has_after { vec![t.t(&kind.message("after"))] } else { Vec::new() },
        ..Fill::default()
    };
    emails.write(kind, lang, fill).to(&who.email)
}

/// Asks the team of a new poll, but not whoever made it. Returns how many emails were written.
pub async fn open(
    kernel: &Kernel,
    tx: &mut Conn,
    emails: &Emails,
    (poll, moments): (&Poll, &[Moment]),
) -> Result<usize> {
    let mut n = 0;
    for who in store::addressees(tx, poll).await?.iter().filter(|w| !poll.is_of(&w.person_id)) {
        let mail = asks(kernel, emails, &kinds::POLL, (poll, moments), who);
        n += usize::from(enqueue(kernel, tx, &opening_key(&poll.id, &who.person_id), poll.last_at, &mail).await?);
    }
    Ok(n)
}

/// Asks someone again. Returns whether the email is new: there is one for each day.
pub async fn remind(
    kernel: &Kernel,
    tx: &mut Conn,
    emails: &Emails,
    (poll, moments): (&Poll, &[Moment]),
    (who, day): (&Addressee, &str),
) -> Result<bool> {
    let mail = asks(kernel, emails, &kinds::REMINDER, (poll, moments), who);
    enqueue(kernel, tx, &store::silent_key(&poll.id, &who.person_id, day), poll.last_at, &mail).await
}

/// Tells the team when it meets, that it meets at another time, or that it does not, with an entry for each calendar.
/// `poll` is as it stands now. Returns how many were told.
pub async fn tell(
    kernel: &Kernel,
    tx: &mut Conn,
    emails: &Emails,
    kind: &'static EmailKind,
    poll: &Poll,
) -> Result<usize> {
    let Some(at) = poll.starts_at else { return Ok(0) };
    let mut n = 0;
    for who in store::addressees(tx, poll).await? {
        let lang = Lang::parse(&who.language).unwrap_or_default();
        let t = Tr(lang);
        let mut details = vec![time(t, poll, at, who.zone.as_ref())];
        details.extend((!poll.place.is_empty()).then(|| t.a("mail-gathering-where", "place", poll.place.clone())));
        let fill = Fill {
            values: vec![("meeting", poll.name(&t)), ("meeting_details", details.join("\n"))],
            link: Some(format!("{}{}", kernel.config.base_url, poll.path())),
            ..Fill::default()
        };
        let mut mail = emails.write(kind, lang, fill).to(&who.email);
        mail.calendar = calendar::event(kernel, t, poll)
            .map(|event| mail::invitation(kernel, event, &poll.program_name, (&who.name, &who.email)));
        let key = format!("team-meeting:{}:{}:{}", poll.id, poll.sequence, who.person_id);
        let until = at.plus_seconds(60 * poll.minutes);
        n += usize::from(enqueue(kernel, tx, &key, until, &mail).await?);
    }
    Ok(n)
}
