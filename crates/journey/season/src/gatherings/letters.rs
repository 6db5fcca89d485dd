//! What people are told: invitations, changes and cancellations, each with an entry for the reader's calendar.

use super::emails as kinds;
use super::model::{Change, Meeting, Sitting};
use super::store;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::Conn;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ical::{self, Method};
use weft_kernel::ids::Id;
use weft_kernel::outbox::{self, Lane, Listed};
use weft_people::model::Addressee;
use weft_programs::Season;
use weft_programs::emails::{EmailKind, Emails, Fill, Written};
use weft_web::Result;

/// Why people hear of a gathering.
pub enum Why<'a> {
    Published,
    Changed(&'a [Change]),
    Cancelled(&'a str),
    /// She chose her time, or gave it back.
    Chosen,
    /// A seat came free that they waited for.
    Opened,
    /// They joined after the gathering was announced.
    Joined,
}

impl Why<'_> {
    /// What everyone hears goes out as bulk, what follows from one person's act on its own.
    fn lane(&self, until: Option<Time>) -> Lane {
        match self {
            Self::Published | Self::Changed(_) | Self::Cancelled(_) => Lane::Bulk(until),
            Self::Chosen | Self::Opened | Self::Joined => Lane::Personal(until),
        }
    }
}

/// What a calendar shows of a sitting: the same in letters, in files and to whoever subscribes.
pub struct Shown<'a> {
    pub program: &'a str,
    pub title: &'a str,
    pub purpose: &'a str,
    /// The gathering's page.
    pub page: String,
    pub sitting: &'a Id,
    pub part: i64,
    pub parts: i64,
    pub sequence: i64,
    pub starts_local: &'a str,
    pub zone: &'a str,
    pub minutes: i64,
    pub place: &'a str,
    /// It does not take place, or not for the reader.
    pub is_off: bool,
    /// The season's dates are not confirmed.
    pub is_tentative: bool,
}

/// The entry itself, without names and without the way in.
pub fn event(t: Tr, shown: Shown<'_>) -> ical::Event {
    let name = format!("{} · {}", shown.program, shown.title);
    ical::Event {
        uid: format!("{}@weft", shown.sitting),
        sequence: shown.sequence,
        starts: shown.starts_local.parse().unwrap_or_default(),
        zone: shown.zone.to_owned(),
        minutes: shown.minutes,
        summary: if shown.parts > 1 {
            format!("{name} ({})", t.a2("part-of", "n", shown.part, "of", shown.parts))
        } else {
            name
        },
        description: if shown.purpose.is_empty() {
            shown.page.clone()
        } else {
            format!("{}\n\n{}", shown.purpose, shown.page)
        },
        location: if shown.place.is_empty() { t.t("online") } else { shown.place.to_owned() },
        url: shown.page,
        is_cancelled: shown.is_off,
        is_tentative: shown.is_tentative,
        parties: None,
    }
}

/// The entry of a sitting; `is_off` says that it does not take place, or not for the reader.
pub fn entry(
    kernel: &Kernel,
    season: &Season,
    meeting: &Meeting,
    sitting: &Sitting,
    t: Tr,
    is_off: bool,
) -> ical::Event {
    let (title, purpose) = (meeting.gathering.name(&t), meeting.gathering.purpose());
    let shown = Shown {
        program: &season.program_name,
        title: &title,
        purpose: purpose.of(t.0),
        page: format!("{}{}", kernel.config.base_url, season.path(&format!("gatherings/{}", meeting.gathering.number))),
        sitting: &sitting.id,
        part: sitting.part,
        parts: i64::try_from(meeting.parts().len()).unwrap_or(1),
        sequence: sitting.sequence,
        starts_local: &sitting.starts_local,
        zone: &sitting.zone,
        minutes: sitting.minutes,
        place: &sitting.place,
        is_off,
        is_tentative: season.unconfirmed_at.is_some(),
    };
    event(t, shown)
}

fn invited(kernel: &Kernel, season: &Season, event: ical::Event, who: &Addressee) -> (String, String) {
    weft_kernel::mail::invitation(kernel, event, &season.program_name, (&who.name, &who.email))
}

/// When and where a sitting is, as lines of a letter.
fn place(t: Tr, sitting: &Sitting, own: Option<&String>) -> Vec<String> {
    let mut lines = vec![format!("{}, {}", sitting.day(&t), sitting.hours(&t))];
    if let Some(there) = sitting.elsewhere(&t, own) {
        lines.push(t.a("mail-gathering-yours", "hours", there));
    }
    lines.push(if sitting.place.is_empty() {
        t.t("mail-gathering-online")
    } else {
        t.a("mail-gathering-where", "place", sitting.place.clone())
    });
    lines
}

fn letter(
    kernel: &Kernel,
    emails: &Emails,
    meeting: &Meeting,
    who: &Addressee,
    kind: &'static EmailKind,
    values: Vec<(&'static str, String)>,
) -> Written {
    let lang = Lang::parse(&who.language).unwrap_or_default();
    let page = emails.season.path(&format!("gatherings/{}", meeting.gathering.number));
    let link = Some(format!("{}{page}", kernel.config.base_url));
    let after = if kind.has_after { vec![Tr(lang).t(&kind.message("after"))] } else { Vec::new() };
    emails.write(kind, lang, Fill { values, link, after, ..Fill::default() })
}

/// What people hear of: a gathering as it was, where they knew it, and as it is.
#[derive(Clone, Copy)]
pub struct News<'a> {
    pub emails: &'a Emails,
    pub was: Option<&'a Meeting>,
    pub is: &'a Meeting,
    pub why: &'a Why<'a>,
}

/// The sittings someone goes to, before and after a change.
#[derive(Clone, Copy)]
pub struct Moves<'a> {
    pub before: &'a [Id],
    pub after: &'a [Id],
}

/// Tells one person what the difference between two lists of her sittings is. Returns whether there was any.
pub async fn tell(
    kernel: &Kernel,
    tx: &mut Conn,
    News { emails, was, is, why }: News<'_>,
    who: &Addressee,
    moves: Moves<'_>,
) -> Result<bool> {
    let Moves { before, after } = moves;
    let season = &emails.season;
    let t = Tr(Lang::parse(&who.language).unwrap_or_default());
    let name = is.gathering.name(&t);
    let own = who.zone.as_ref();
    let mut told = false;
    for id in before.iter().filter(|id| !after.contains(id)) {
        // What is gone is said with the day it had.
        let Some((gone, sitting)) = was.and_then(|w| w.sitting(id).map(|s| (w, s))) else { continue };
        let mut sitting = sitting.clone();
        // Her own comings and goings count too: a calendar takes the highest number.
        sitting.sequence += store::turn(tx, &sitting.id, &who.person_id, true).await?;
        let mut values = vec![
            ("title", name.clone()),
            ("day", sitting.day(&t)),
            ("details", format!("{}, {}", sitting.day(&t), sitting.hours(&t))),
        ];
        let kind = if let Why::Cancelled(reason) = why {
            values.push(("why", (*reason).to_owned()));
            &kinds::OFF
        } else {
            &kinds::LEFT
        };
        let mut mail = letter(kernel, emails, is, who, kind, values).to(&who.email);
        mail.calendar = Some(invited(kernel, season, entry(kernel, season, gone, &sitting, t, true), who));
        let key = format!("gathering-off:{}:{}:{}:{}", sitting.id, sitting.sequence, who.person_id, kernel.now().0);
        outbox::enqueue(
            kernel,
            tx,
            outbox::New {
                key: &key,
                lane: why.lane(Some(sitting.ends_at())),
                listed: Listed::ToOwners,
                season: Some(&season.id),
                mail: &mail,
            },
        )
        .await?;
        told = true;
    }
    for id in after {
        let Some(sitting) = is.sitting(id) else { continue };
        let is_new = !before.contains(id);
        let changes: &[Change] = if let Why::Changed(c) = why { c } else { &[] };
        if !is_new && was.and_then(|w| w.sitting(id)).is_some_and(|s| s.sequence == sitting.sequence) {
            continue;
        }
        let mut sitting = sitting.clone();
        let turns = store::turn(tx, &sitting.id, &who.person_id, false).await?;
        sitting.sequence +=
            if is_new && turns > 0 { store::turn(tx, &sitting.id, &who.person_id, true).await? } else { turns };
        let kind = match why {
            Why::Opened => &kinds::OPENED,
            _ if is_new => &kinds::NEW,
            _ => &kinds::CHANGED,
        };
        let values = vec![
            ("title", name.clone()),
            ("day", sitting.day(&t)),
            ("details", place(t, &sitting, own).join("\n")),
            ("changes", changes.iter().map(|c| said(t, c)).collect::<Vec<_>>().join("\n")),
            ("purpose", is.gathering.purpose().of(t.0).to_owned()),
        ];
        let mut mail = letter(kernel, emails, is, who, kind, values).to(&who.email);
        mail.calendar = Some(invited(kernel, season, entry(kernel, season, is, &sitting, t, false), who));
        let key = format!("gathering:{}:{}:{}:{}", sitting.id, sitting.sequence, who.person_id, kernel.now().0);
        outbox::enqueue(
            kernel,
            tx,
            outbox::New {
                key: &key,
                lane: why.lane(Some(sitting.ends_at())),
                listed: Listed::ToOwners,
                season: Some(&season.id),
                mail: &mail,
            },
        )
        .await?;
        told = true;
    }
    Ok(told)
}

/// Asks someone to choose a time where there are several.
pub async fn ask_to_choose(
    kernel: &Kernel,
    tx: &mut Conn,
    emails: &Emails,
    meeting: &Meeting,
    who: &Addressee,
    why: &Why<'_>,
) -> Result<()> {
    let t = Tr(Lang::parse(&who.language).unwrap_or_default());
    let name = meeting.gathering.name(&t);
    let times = meeting.sittings.iter().map(|sitting| {
        let there = sitting.elsewhere(&t, who.zone.as_ref()).map_or(String::new(), |h| format!(" ({h})"));
        format!("{}, {}{there}", sitting.day(&t), sitting.hours(&t))
    });
    let values = vec![
        ("title", name),
        ("times", times.collect::<Vec<_>>().join("\n")),
        ("choose_by", meeting.gathering.choose_until.as_ref().map_or_else(String::new, |until| t.iso_day(until))),
    ];
    let mail = letter(kernel, emails, meeting, who, &kinds::CHOOSE, values).to(&who.email);
    let key = format!("gathering-choose:{}:{}:{}", meeting.gathering.id, who.person_id, kernel.now().0);
    outbox::enqueue(
        kernel,
        tx,
        outbox::New {
            key: &key,
            lane: why.lane(meeting.ends_at()),
            listed: Listed::ToOwners,
            season: Some(&emails.season.id),
            mail: &mail,
        },
    )
    .await?;
    Ok(())
}

/// A sitting of which people are reminded, and how long before.
#[derive(Clone, Copy)]
pub struct Reminder<'a> {
    pub emails: &'a Emails,
    pub meeting: &'a Meeting,
    pub sitting: &'a Sitting,
    pub kind: &'a str,
}

/// Reminds someone of a sitting she goes to.
pub async fn remind(
    kernel: &Kernel,
    tx: &mut Conn,
    Reminder { emails, meeting, sitting, kind }: Reminder<'_>,
    who: &Addressee,
) -> Result<()> {
    let t = Tr(Lang::parse(&who.language).unwrap_or_default());
    let name = meeting.gathering.name(&t);
    let values = vec![("title", name), ("details", place(t, sitting, who.zone.as_ref()).join("\n"))];
    let of = if kind == "day" { &kinds::REMIND_DAY } else { &kinds::REMIND_HOUR };
    let mail = letter(kernel, emails, meeting, who, of, values).to(&who.email);
    let key = format!("reminder:{}:{kind}:{}:{}", sitting.id, sitting.starts_at.0, who.person_id);
    outbox::enqueue(
        kernel,
        tx,
        outbox::New {
            key: &key,
            lane: Lane::Bulk(Some(sitting.starts_at)),
            listed: Listed::ToOwners,
            season: Some(&emails.season.id),
            mail: &mail,
        },
    )
    .await?;
    Ok(())
}

/// The reminder to answer, as someone with this language and zone reads it. `own` are the times that are theirs;
/// without any, the days of all of them are named.
pub fn rsvp(
    kernel: &Kernel,
    emails: &Emails,
    meeting: &Meeting,
    (lang, zone): (Lang, Option<&String>),
    own: &[Id],
) -> Written {
    let t = Tr(lang);
    let times = own.iter().filter_map(|id| meeting.sitting(id)).map(|s| place(t, s, zone).join("\n"));
    let details = if own.is_empty() { meeting.days(&t) } else { times.collect::<Vec<_>>().join("\n") };
    let page = emails.season.path(&format!("gatherings/{}", meeting.gathering.number));
    let fill = Fill {
        values: vec![("title", meeting.gathering.name(&t)), ("details", details)],
        link: Some(format!("{}{page}#answer", kernel.config.base_url)),
        after: vec![t.t(&kinds::REMIND_RSVP.message("after"))],
        ..Fill::default()
    };
    emails.write(&kinds::REMIND_RSVP, lang, fill)
}

/// Tells someone that the dates stand, where published texts had differed.
pub async fn confirmed(
    kernel: &Kernel,
    tx: &mut Conn,
    emails: &Emails,
    meetings: &[(Meeting, Vec<(Id, Id)>)],
    who: &Addressee,
) -> Result<()> {
    let lang = Lang::parse(&who.language).unwrap_or_default();
    let t = Tr(lang);
    let dates = meetings.iter().map(|(m, _)| format!("{}: {}", m.gathering.name(&t), m.days(&t)));
    let dates = dates.collect::<Vec<_>>().join("\n");
    // Entries that were tentative become firm.
    let season = &Season { unconfirmed_at: None, ..emails.season.clone() };
    let mut entries = Vec::new();
    for (meeting, held) in meetings {
        for sitting in super::acts::own(meeting, who, held).iter().filter_map(|id| meeting.sitting(id)) {
            let mut sitting = sitting.clone();
            sitting.sequence += store::turn(tx, &sitting.id, &who.person_id, false).await?;
            entries.push(entry(kernel, season, meeting, &sitting, t, false));
        }
    }
    let fill = Fill {
        values: vec![("dates", dates)],
        link: Some(format!("{}{}", kernel.config.base_url, season.path("gatherings"))),
        ..Fill::default()
    };
    let mut mail = emails.write(&kinds::CONFIRMED, lang, fill).to(&who.email);
    if !entries.is_empty() {
        let text = ical::calendar(Method::Publish, &season.title(), kernel.now(), &entries);
        mail.calendar = Some((Method::Publish.name().to_owned(), text));
    }
    let key = format!("confirmed:{}:{}:{}", season.id, who.person_id, kernel.now().0);
    // Once all of it is over, nobody needs to hear when it is.
    let until = meetings.iter().filter_map(|(m, _)| m.ends_at()).max();
    outbox::enqueue(
        kernel,
        tx,
        outbox::New {
            key: &key,
            lane: Lane::Bulk(until),
            listed: Listed::ToOwners,
            season: Some(&season.id),
            mail: &mail,
        },
    )
    .await?;
    Ok(())
}

/// A change in words: what it was and what it is.
pub fn said(t: Tr, change: &Change) -> String {
    let what = t.t(&format!("change-{}", change.what));
    match (change.from.of(t.0), change.to.of(t.0)) {
        ("", "") => what,
        ("", to) => t.a2("change-now", "what", what, "to", to.to_owned()),
        (from, "") => t.a2("change-no-more", "what", what, "from", from.to_owned()),
        (from, to) => t.args(
            "change-from-to",
            &[("what", what.into()), ("from", from.to_owned().into()), ("to", to.to_owned().into())],
        ),
    }
}
