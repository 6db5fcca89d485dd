//! Peer consults of one home team and of the cohort: some are over, one is under way in the second session, others wait.

use super::gatherings::{has_come, people};
use super::polls::team;
use super::season::participant;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_programs::InSeason;
use weft_season::consults::acts::{self, Begun, Made};
use weft_season::consults::model::{Brought, Offer, Protocol, To};
use weft_season::consults::open;
use weft_season::consults::rules::Take;
use weft_season::library::model::Card;
use weft_season::library::{rules as library_rules, store as library};
use weft_season::rooms::model::Act;
use weft_web::{Error, Result};

const ZONE: &str = "America/New_York";

/// What someone of the team brings: when and who of it, their words, with which protocol, who keeps time and when it
/// begins, when they move on, when it ends, and what the client keeps.
struct Plan {
    asked: (&'static str, usize),
    words: [&'static str; 3],
    protocol: &'static str,
    /// Who keeps time, and the moments of beginning, of each next step, and of the end.
    goes: Option<(usize, &'static [&'static str])>,
    note: &'static str,
}

const ALL: [Plan; 5] = [
    Plan {
        asked: ("2025-01-24T20:10:00Z", 2),
        words: ["Two partners who don't talk", "How do I hold a meeting that both want to come to?", ""],
        protocol: "Troika",
        goes: Some((
            0,
            &[
                "2025-01-24T20:15:00Z",
                "2025-01-24T20:16:00Z",
                "2025-01-24T20:18:00Z",
                "2025-01-24T20:20:00Z",
                "2025-01-24T20:24:00Z",
                "2025-01-24T20:27:00Z",
            ],
        )),
        note: "",
    },
    Plan {
        asked: ("2025-02-18T15:00:00Z", 1),
        words: ["My board wants a dashboard", "What do I show that is true and that they will read?", ""],
        protocol: "Short consultancy",
        goes: Some((
            2,
            &[
                "2025-02-20T20:05:00Z",
                "2025-02-20T20:10:00Z",
                "2025-02-20T20:13:00Z",
                "2025-02-20T20:23:00Z",
                "2025-02-20T20:26:00Z",
            ],
        )),
        note: "",
    },
    Plan {
        asked: ("2025-03-10T14:00:00Z", 3),
        words: [
            "A funder who wants the numbers first",
            "How do I ask for time to build trust when the report is due in June?",
            "The grant ends in August. Two of the seven partners have never met in person, and the person who knows them \
            best has just left.",
        ],
        protocol: "Short consultancy",
        goes: Some((
            1,
            &[
                "2025-03-12T18:36:00Z",
                "2025-03-12T18:41:00Z",
                "2025-03-12T18:44:00Z",
                "2025-03-12T18:54:00Z",
                "2025-03-12T18:57:00Z",
            ],
        )),
        note: "",
    },
    Plan {
        asked: ("2025-03-11T21:00:00Z", 0),
        words: [
            "I'm the one who does everything",
            "What can I put down first without anything falling apart?",
            "I take the notes, book the room, and call whoever didn't come. Everyone thanks me for it.",
        ],
        protocol: "Short consultancy",
        goes: Some((
            3,
            &[
                "2025-03-29T15:05:00Z",
                "2025-03-29T15:10:00Z",
                "2025-03-29T15:13:00Z",
                "2025-03-29T15:22:00Z",
                "2025-03-29T15:25:00Z",
            ],
        )),
        note: "Ask who'd like to host the April meeting, before I offer.",
    },
    Plan {
        asked: ("2025-03-13T16:00:00Z", 2),
        words: ["After the merger", "Who are we for, now that two coalitions are one?", ""],
        protocol: "Short consultancy",
        goes: None,
        note: "",
    },
];

/// One that is open to the cohort: when it is offered and by whom of it, their words, when it is, who comes, and when it
/// begins and ends.
struct Open {
    asked: (&'static str, usize),
    words: [&'static str; 2],
    starts: (&'static str, &'static str),
    seats: i64,
    comes: &'static [(&'static str, usize)],
    goes: [&'static str; 2],
}

const OPEN: [Open; 2] = [
    Open {
        asked: ("2025-03-14T15:30:00Z", 6),
        words: [
            "Paying residents for their time",
            "How do we do it fairly, and without costing anyone their benefits?",
        ],
        starts: ("2025-03-27T16:00:00", "2025-03-27T20:00:00Z"),
        seats: 4,
        comes: &[("2025-03-14T19:00:00Z", 9), ("2025-03-17T13:00:00Z", 12)],
        goes: ["2025-03-27T20:02:00Z", "2025-03-27T20:24:00Z"],
    },
    Open {
        asked: ("2025-07-25T14:00:00Z", 4),
        words: ["Handing over in December", "What must be written down before I go, and what can't be?"],
        starts: ("2025-08-14T16:00:00", "2025-08-14T20:00:00Z"),
        seats: 5,
        comes: &[("2025-07-25T18:00:00Z", 8), ("2025-07-28T15:00:00Z", 11), ("2025-08-01T15:00:00Z", 0)],
        goes: ["2025-08-14T20:01:00Z", "2025-08-14T20:22:00Z"],
    },
];

fn brought(words: &[&str]) -> Brought {
    let at = |i: usize| words.get(i).copied().unwrap_or_default().to_owned();
    Brought { title: at(0), question: at(1), more: at(2) }
}

/// The protocol of this name.
async fn card(kernel: &Kernel, lead: &InSeason, name: &str) -> Result<Card> {
    let read = library_rules::may_read(lead).ok_or(Error::NotFound)?;
    let all = library::protocols(&mut kernel.db.read().await?, &read).await?;
    all.into_iter().find(|c| c.title_en == name).ok_or(Error::NotFound)
}

/// Moves one on, as whoever keeps time, as far as the demo's day goes.
async fn go(
    kernel: &Kernel,
    permit: &Take,
    id: &Id,
    card: Option<&Card>,
    until: Time,
    moments: &[&str],
) -> Result<bool> {
    for (n, moment) in (0..).zip(moments) {
        if !has_come(kernel, until, moment) {
            return Ok(false);
        }
        if n == 0 {
            if acts::begin(kernel, permit, id, card).await? != Begun::Done {
                return Err(Error::Internal("the demo's consult did not begin".into()));
            }
            continue;
        }
        let act = if usize::try_from(n).is_ok_and(|n| n + 1 == moments.len()) { Act::End } else { Act::Next };
        acts::press(kernel, permit, id, n, act).await?;
    }
    Ok(true)
}

/// Everything up to `until`, each at its moment.
pub async fn make(kernel: &Kernel, lead: &InSeason, until: Time) -> Result<()> {
    let season = &lead.season;
    let take = |person: &Id| Take::at_the_terminal(&Terminal::open(), &season.id, person);
    let Some((first, ..)) = participant(&mut kernel.db.read().await?, &season.id).await? else { return Ok(()) };
    let Some((team, mates)) = team(kernel, &season.id, &first).await? else { return Ok(()) };
    for plan in &ALL {
        let Some(client) = mates.get(plan.asked.1).filter(|_| has_come(kernel, until, plan.asked.0)) else { continue };
        let to = To::Team(team.clone());
        let Made::Done(id) = acts::ask(kernel, &take(client), season, (&brought(&plan.words), &to)).await? else {
            continue;
        };
        let Some((keeper, moments)) = plan.goes else { continue };
        let Some(keeper) = mates.get(keeper) else { continue };
        let card = card(kernel, lead, plan.protocol).await?;
        let is_over = go(kernel, &take(keeper), &id, Some(&card), until, moments).await?;
        if is_over && !plan.note.is_empty() {
            acts::keep_note(kernel, &take(client), &id, plan.note).await?;
        }
    }
    let all = people(kernel, season).await?;
    for plan in &OPEN {
        let Some(client) = all.get(plan.asked.1).filter(|_| has_come(kernel, until, plan.asked.0)) else { continue };
        let offer = Offer {
            starts_local: plan.starts.0.to_owned(),
            starts_at: Time::parse(plan.starts.1).ok_or(Error::BadRequest)?,
            zone: ZONE.to_owned(),
            place: "https://meet.example.org/consult".to_owned(),
            seats: plan.seats,
            protocol: Protocol::of(&card(kernel, lead, "Short consultancy").await?),
        };
        let to = To::Cohort(offer);
        let Made::Done(id) = acts::ask(kernel, &take(client), season, (&brought(&plan.words), &to)).await? else {
            continue;
        };
        for (moment, person) in plan.comes {
            if let Some(person) = all.get(*person).filter(|_| has_come(kernel, until, moment)) {
                open::take(kernel, &take(person), season, &id).await?;
            }
        }
        go(kernel, &take(client), &id, None, until, &plan.goes).await?;
    }
    Ok(())
}
