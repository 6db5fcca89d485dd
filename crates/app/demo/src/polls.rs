//! A home team that meets between gatherings: one time that was found, and one that is looked for.

use super::gatherings::has_come;
use super::season::{ZONE, participant};
use jiff::civil::DateTime;
use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_kernel::{Kernel, args, sql, when};
use weft_programs::InSeason;
use weft_season::polls::acts::{self, Made};
use weft_season::polls::model::{Draft, Say, Slot};
use weft_season::polls::rules::Meet;
use weft_web::{Error, Result};

use Say::{IfNeeded, No, Yes};

/// One poll: when who asks, what, the times, the last day to answer; when who of the team answers what to each time;
/// and when who chooses which time. People are named by their place in the team; the participant to sign in as stands
/// first.
struct Plan {
    asked: (&'static str, usize),
    title: &'static str,
    minutes: i64,
    place: &'static str,
    times: &'static [&'static str],
    answer_by: &'static str,
    answers: &'static [(&'static str, usize, &'static [Say])],
    chosen: (&'static str, usize, usize),
}

const ALL: [Plan; 2] = [
    Plan {
        asked: ("2025-03-03T15:00:00Z", 1),
        title: "March touchpoint",
        minutes: 60,
        place: "https://meet.example.org/our-team",
        times: &["2025-03-24T12:00", "2025-03-25T16:00", "2025-03-27T09:30"],
        answer_by: "2025-03-07",
        answers: &[
            ("2025-03-03T15:05:00Z", 1, &[No, Yes, Yes]),
            ("2025-03-03T18:00:00Z", 0, &[IfNeeded, Yes, No]),
            ("2025-03-04T14:00:00Z", 2, &[No, Yes, IfNeeded]),
            ("2025-03-05T20:00:00Z", 3, &[No, IfNeeded, Yes]),
        ],
        chosen: ("2025-03-06T15:00:00Z", 2, 1),
    },
    Plan {
        asked: ("2025-03-10T14:00:00Z", 2),
        title: "Practice our town hall",
        minutes: 45,
        place: "",
        times: &["2025-04-07T12:00", "2025-04-08T17:30", "2025-04-09T10:00", "2025-04-10T16:00"],
        answer_by: "2025-03-28",
        answers: &[
            ("2025-03-10T14:05:00Z", 2, &[No, Yes, IfNeeded, Yes]),
            ("2025-03-10T22:00:00Z", 1, &[No, IfNeeded, Yes, Yes]),
            ("2025-03-11T13:00:00Z", 3, &[No, No, Yes, IfNeeded]),
        ],
        chosen: ("2025-03-29T15:00:00Z", 1, 3),
    },
];

/// The home team of a member, themselves first; none before there are teams.
pub(super) async fn team(kernel: &Kernel, season: &Id, first: &Id) -> Result<Option<(Id, Vec<Id>)>> {
    let sql = sql!(
        "SELECT o.team_id, o.person_id
        FROM in_team i
        JOIN in_team o ON o.team_id = i.team_id
        JOIN person p ON p.id = o.person_id
        WHERE i.season_id = $1 AND i.person_id = $2
        ORDER BY CASE WHEN o.person_id = $2 THEN 0 ELSE 1 END, p.sort_key, o.person_id"
    );
    let rows: Vec<(Id, Id)> = kernel.db.read().await?.all(sql, args![season, first]).await?;
    let team = rows.first().map(|(team, _)| team.clone());
    Ok(team.map(|team| (team, rows.into_iter().map(|(_, person)| person).collect())))
}

async fn options(kernel: &Kernel, poll: &Id) -> Result<Vec<Id>> {
    let sql = sql!("SELECT id FROM poll_option WHERE poll_id = $1 ORDER BY starts_at");
    let rows: Vec<(Id,)> = kernel.db.read().await?.all(sql, args![poll]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

fn slot(text: &str) -> Result<Slot> {
    let starts: DateTime = text.parse().map_err(|_| Error::BadRequest)?;
    Ok(Slot { starts, starts_at: when::moment(starts, ZONE).map_err(|_| Error::BadRequest)? })
}

/// Everything up to `until`, each at its moment.
pub async fn make(kernel: &Kernel, lead: &InSeason, until: Time) -> Result<()> {
    let season = &lead.season;
    let Some((first, ..)) = participant(&mut kernel.db.read().await?, &season.id).await? else { return Ok(()) };
    let Some((team, people)) = team(kernel, &season.id, &first).await? else { return Ok(()) };
    let of = |n: usize| people.get(n).map(|p| Meet::at_the_terminal(&Terminal::open(), &season.id, p));
    for plan in &ALL {
        let Some(asker) = of(plan.asked.1).filter(|_| has_come(kernel, until, plan.asked.0)) else { continue };
        let end = Time::end_of_day(plan.answer_by.parse().map_err(|_| Error::BadRequest)?, ZONE);
        let draft = Draft {
            team: team.clone(),
            title: plan.title.to_owned(),
            minutes: plan.minutes,
            place: plan.place.to_owned(),
            zone: ZONE.to_owned(),
            answer_by: Some((plan.answer_by.to_owned(), end)),
            slots: plan.times.iter().map(|t| slot(t)).collect::<Result<_>>()?,
        };
        let Made::Done(poll) = acts::make(kernel, &asker, season, &draft).await? else { continue };
        let options = options(kernel, &poll).await?;
        for (moment, who, says) in plan.answers {
            if let Some(permit) = of(*who).filter(|_| has_come(kernel, until, moment)) {
                let answers: Vec<(Id, Say)> = options.iter().cloned().zip(says.iter().copied()).collect();
                acts::answer(kernel, &permit, &poll, &answers).await?;
            }
        }
        let (moment, who, which) = plan.chosen;
        if let (Some(permit), Some(option)) = (of(who).filter(|_| has_come(kernel, until, moment)), options.get(which))
        {
            acts::choose(kernel, &permit, season, (&poll, option), 0).await?;
        }
    }
    Ok(())
}
