//! Home teams at work together: what they agreed on, who agrees, and who caught up with whom.

use super::gatherings::{has_come, people};
use super::polls::team;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_programs::InSeason;
use weft_season::home_team::acts;
use weft_season::home_team::model::Answers;
use weft_season::home_team::rules::Belong;
use weft_season::home_team::store::attendance;
use weft_web::Result;

/// A version of an agreement: when and who of the team saves it, and who agrees after that. The participant to sign in
/// as stands first.
struct Plan {
    saved: (&'static str, usize),
    answers: [&'static str; 6],
    agree: &'static [(&'static str, usize)],
}

const FIRST: [Plan; 2] = [
    Plan {
        saved: ("2025-02-05T15:00:00Z", 1),
        answers: [
            "Between gatherings, once a month, by video. 45 minutes.",
            "What we tell each other stays here, also after the program.",
            "A text to all by that morning. Nobody has to say why.",
            "",
            "",
            "",
        ],
        agree: &[("2025-02-05T18:00:00Z", 0), ("2025-02-06T14:00:00Z", 2), ("2025-02-06T15:00:00Z", 3)],
    },
    Plan {
        saved: ("2025-03-13T15:00:00Z", 2),
        answers: [
            "Between gatherings, once a month, by video. 60 minutes, so that a consult fits in.",
            "What we tell each other stays here, also after the program.",
            "A text to all by that morning. Nobody has to say why.",
            "We say it to each other first, within a week. If that doesn’t help, we ask a facilitator together.",
            "Whoever spoke least last time keeps time. No notes, except what we each write for ourselves.",
            "“Our teams are being formed again.” Nothing more.",
        ],
        agree: &[("2025-03-13T19:00:00Z", 3), ("2025-03-14T14:00:00Z", 1), ("2025-04-02T14:00:00Z", 0)],
    },
];

/// A team that writes in Spanish.
const SPANISH: Plan = Plan {
    saved: ("2025-02-10T17:00:00Z", 0),
    answers: [
        "El primer martes de cada mes, por video, a las 12:00 del este.",
        "Lo que contamos se queda en el equipo.",
        "Con un mensaje antes de empezar.",
        "Primero entre las dos personas. Después, con el equipo.",
        "Por turnos.",
        "",
    ],
    agree: &[("2025-02-11T15:00:00Z", 1), ("2025-02-11T16:00:00Z", 2)],
};

async fn write(
    kernel: &Kernel,
    season: &Id,
    (team, mates): (&Id, &[Id]),
    seen: i64,
    plan: &Plan,
    until: Time,
) -> Result<bool> {
    let belong = |person: &Id| Belong::at_the_terminal(&Terminal::open(), season, person);
    let Some(writer) = mates.get(plan.saved.1).filter(|_| has_come(kernel, until, plan.saved.0)) else {
        return Ok(false);
    };
    acts::save(kernel, &belong(writer), team, seen, &Answers(plan.answers.map(str::to_owned))).await?;
    for (moment, who) in plan.agree {
        if let Some(who) = mates.get(*who).filter(|_| has_come(kernel, until, moment)) {
            acts::agree(kernel, &belong(who), team, seen + 1).await?;
        }
    }
    Ok(true)
}

/// Everything up to `until`, each at its moment.
pub async fn make(kernel: &Kernel, lead: &InSeason, until: Time) -> Result<()> {
    let season = &lead.season.id;
    let first = super::season::participant(&mut kernel.db.read().await?, season).await?;
    let Some((first, ..)) = first else { return Ok(()) };
    let Some((own, mates)) = team(kernel, season, &first).await? else { return Ok(()) };
    for (seen, plan) in (0..).zip(&FIRST) {
        write(kernel, season, (&own, &mates), seen, plan, until).await?;
    }
    // People who read Spanish stand last.
    let all = people(kernel, &lead.season).await?;
    for person in all.iter().rev() {
        let Some((team, mates)) = team(kernel, season, person).await? else { continue };
        if team != own && write(kernel, season, (&team, &mates), 0, &SPANISH, until).await? {
            break;
        }
    }
    // Whoever of any team missed the retreat or the first session went over it with someone who was there.
    if !has_come(kernel, until, "2025-03-17T16:00:00Z") {
        return Ok(());
    }
    let mut made = Vec::new();
    for person in &all {
        let permit = Belong::at_the_terminal(&Terminal::open(), season, person);
        let mut conn = kernel.db.read().await?;
        let missed = attendance::missed(&mut conn, &permit, kernel.now()).await?;
        let there = attendance::there(&mut conn, &permit).await?;
        drop(conn);
        let Some((team, _)) = team(kernel, season, person).await? else { continue };
        let Some(m) = missed.iter().rev().find(|m| m.person_id == *person).filter(|_| !made.contains(&team)) else {
            continue;
        };
        let was_there: Vec<&Id> =
            there.iter().filter(|t| t.gathering_id == m.gathering_id).map(|t| &t.person_id).collect();
        // The participant to sign in as, where they were there.
        let mate = was_there.iter().find(|id| ***id == first).or(was_there.first());
        if let Some(mate) = mate {
            let day = "2025-03-17";
            acts::catch_up(kernel, &permit, &m.gathering_id, (person, mate, day)).await?;
            made.push(team);
        }
    }
    Ok(())
}
