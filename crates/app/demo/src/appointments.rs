//! Three of the team take appointments, and people of the cohort book, move and cancel them, each at its day.

use jiff::civil::Weekday;

use super::gatherings::{has_come, people};
use super::season::participant;
use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_kernel::{Kernel, args, sql};
use weft_programs::InSeason;
use weft_season::appointments::acts::{self, Booked};
use weft_season::appointments::model::{Hours, Range, Terms};
use weft_season::appointments::rules::{Book, Own, Take};
use weft_season::appointments::store;
use weft_web::Result;

/// Someone of the team: their role, zone, minutes, weekdays with hours, how they meet, and what about.
struct Offer {
    role: &'static str,
    zone: &'static str,
    minutes: i64,
    week: &'static [(Weekday, i64, i64)],
    place: &'static str,
    about: &'static str,
}

const OFFERS: [Offer; 3] = [
    Offer {
        role: "program-lead",
        zone: "America/New_York",
        minutes: 30,
        week: &[(Weekday::Tuesday, 13, 15), (Weekday::Thursday, 13, 15)],
        place: "https://meet.example.org/marisol",
        about: "Anything about the program: your place in it, your workload, what would help.",
    },
    Offer {
        role: "facilitator",
        zone: "America/Denver",
        minutes: 20,
        week: &[(Weekday::Wednesday, 9, 10), (Weekday::Friday, 9, 12)],
        place: "I call you at the number in your note.",
        about: "A session that stayed with you, or your home team. Please put your phone number into the note.",
    },
    Offer {
        role: "coach",
        zone: "America/New_York",
        minutes: 30,
        week: &[(Weekday::Monday, 9, 12), (Weekday::Wednesday, 14, 17), (Weekday::Friday, 9, 12)],
        place: "https://meet.example.org/leonor",
        about: "A first conversation, to see what you'd like to work on. Hablo español.",
    },
];

/// An appointment: when it was booked, by whom in the list, with which of the three, for when, with what note; to when
/// it was moved, and when it was canceled with which words.
struct Plan {
    booked: &'static str,
    who: usize,
    with: usize,
    at: &'static str,
    note: &'static str,
    moved: Option<(&'static str, &'static str)>,
    canceled: Option<(&'static str, &'static str)>,
}

const fn plan(booked: &'static str, who: usize, with: usize, at: &'static str) -> Plan {
    Plan { booked, who, with, at, note: "", moved: None, canceled: None }
}

/// The first is the participant to sign in as.
const ALL: [Plan; 9] = [
    plan("2025-02-06T15:00:00Z", 0, 0, "2025-02-13T18:30:00Z"),
    Plan {
        note: "Quisiera hablar de cómo delegar sin desaparecer.",
        ..plan("2025-02-10T16:00:00Z", 2, 2, "2025-02-14T15:00:00Z")
    },
    Plan {
        moved: Some(("2025-02-18T15:00:00Z", "2025-02-28T17:00:00Z")),
        ..plan("2025-02-12T15:00:00Z", 4, 1, "2025-02-21T17:00:00Z")
    },
    Plan {
        canceled: Some(("2025-03-03T15:00:00Z", "Our board moved its meeting. I'll book again after it.")),
        ..plan("2025-02-24T15:00:00Z", 6, 0, "2025-03-06T19:00:00Z")
    },
    Plan {
        note: "How to tell the county we can't take on a third working group.",
        ..plan("2025-03-10T15:00:00Z", 0, 2, "2025-03-21T14:00:00Z")
    },
    Plan { note: "Prefiero en español.", ..plan("2025-03-11T15:00:00Z", 7, 2, "2025-03-24T14:00:00Z") },
    plan("2025-03-11T18:00:00Z", 9, 0, "2025-03-25T17:30:00Z"),
    Plan { note: "My number is 555-0142.", ..plan("2025-03-12T21:00:00Z", 3, 1, "2025-03-21T15:45:00Z") },
    plan("2025-03-13T14:00:00Z", 5, 2, "2025-03-26T18:30:00Z"),
];

async fn someone(kernel: &Kernel, season: &Id, role: &str) -> Result<Option<Id>> {
    let sql =
        sql!("SELECT person_id FROM role WHERE season_id = $1 AND role = $2 AND until IS NULL ORDER BY id LIMIT 1");
    let found: Option<(Id,)> = kernel.db.read().await?.opt(sql, args![season, role]).await?;
    Ok(found.map(|(id,)| id))
}

async fn offer(kernel: &Kernel, season: &Id, of: &Offer) -> Result<Option<Id>> {
    let Some(person) = someone(kernel, season, of.role).await? else { return Ok(None) };
    let mut hours = Hours::default();
    for (day, from, to) in of.week {
        let n = usize::try_from(day.to_monday_zero_offset()).unwrap_or(0);
        hours.week[n].push(Range { from: from * 60, to: to * 60 });
    }
    let terms = Terms {
        minutes: of.minutes,
        step: if of.minutes == 20 { 15 } else { 30 },
        place: of.place.to_owned(),
        about: of.about.to_owned(),
        ..Terms::usual(of.zone)
    };
    let permit = Take::at_the_terminal(&Terminal::open(), season, &person);
    acts::offer(kernel, &permit, &terms, &hours).await?;
    Ok(store::offer_id(&mut kernel.db.read().await?, season, &person).await?)
}

/// Everything up to `until`, each at its day.
pub async fn make(kernel: &Kernel, lead: &InSeason, until: Time) -> Result<()> {
    let season = &lead.season;
    if !has_come(kernel, until, "2025-02-03T15:00:00Z") {
        return Ok(());
    }
    let mut hosts = Vec::new();
    for of in &OFFERS {
        hosts.push(offer(kernel, &season.id, of).await?);
    }
    let mut all = people(kernel, season).await?;
    let first = participant(&mut kernel.db.read().await?, &season.id).await?.map(|(id, ..)| id);
    all.sort_by_key(|id| (Some(id) != first.as_ref(), id.clone()));
    for plan in &ALL {
        let Some(person) = all.get(plan.who).filter(|_| has_come(kernel, until, plan.booked)) else { continue };
        let Some(host) = &hosts[plan.with] else { continue };
        let permit = Book::at_the_terminal(&Terminal::open(), &season.id, person);
        let own = Own::at_the_terminal(&Terminal::open(), &season.id, person);
        let when = Time::parse(plan.at).unwrap_or_default();
        let Booked::Done(id) = acts::book(kernel, &permit, season, (host, when), plan.note).await? else {
            debug_assert!(false, "nobody is free at {}", plan.at);
            continue;
        };
        if let Some((moment, to)) = plan.moved
            && has_come(kernel, until, moment)
        {
            let to = Time::parse(to).unwrap_or_default();
            let came = acts::shift(kernel, &own, season, &id, to).await?;
            debug_assert!(matches!(came, Booked::Done(_)), "{} can't be moved: {came:?}", plan.at);
        }
        if let Some((moment, words)) = plan.canceled
            && has_come(kernel, until, moment)
        {
            acts::cancel(kernel, &own, season, &id, words).await?;
        }
    }
    Ok(())
}
