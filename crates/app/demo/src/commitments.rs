//! What members of the cohort mean to do, in both languages and every state, each at its day.

use super::gatherings::{has_come, people};
use super::season::participant;
use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_kernel::{Kernel, args, sql};
use weft_programs::InSeason;
use weft_season::commitments::acts::{self, Made};
use weft_season::commitments::model::{Agreement, Draft, Rhythm, SeenBy, State, Theme};
use weft_season::commitments::rules::Commit;
use weft_web::Result;

const ZONE: &str = "America/New_York";

/// One commitment: whose by their place in the list, when it was made, what, its cue, by when, who sees it, how often
/// it is asked after, what it is about; then the check-ins.
struct Plan {
    who: usize,
    made: &'static str,
    what: &'static str,
    cue: &'static str,
    by_on: &'static str,
    seen_by: SeenBy,
    rhythm: Rhythm,
    theme: Option<Theme>,
    /// What a home-team mate is asked to do who is the witness; without one there is none.
    missed: Option<&'static str>,
    checks: &'static [(&'static str, State, &'static str)],
}

const fn plan(who: usize, made: &'static str, what: &'static str) -> Plan {
    Plan {
        who,
        made,
        what,
        cue: "",
        by_on: "",
        seen_by: SeenBy::Team,
        rhythm: Rhythm::Gathering,
        theme: None,
        missed: None,
        checks: &[],
    }
}

/// The first is the participant to sign in as.
const ALL: [Plan; 17] = [
    Plan {
        cue: "When the agenda draft arrives",
        by_on: "2025-05-14",
        rhythm: Rhythm::Week,
        theme: Some(Theme::Community),
        missed: Some("Text me the evening before our next call."),
        checks: &[("2025-03-04T15:00:00Z", State::Open, "I asked two people who they would listen to.")],
        ..plan(0, "2025-01-24T19:30:00Z", "Invite the youth council to our budget session")
    },
    Plan {
        cue: "When I feel my shoulders rise",
        seen_by: SeenBy::Me,
        rhythm: Rhythm::Never,
        ..plan(0, "2025-02-03T16:00:00Z", "Leave the office by five on Fridays")
    },
    Plan {
        cue: "Before I answer the first email",
        seen_by: SeenBy::Cohort,
        theme: Some(Theme::Role),
        checks: &[
            ("2025-03-10T15:00:00Z", State::Open, ""),
            ("2025-05-12T15:00:00Z", State::Kept, "It became a habit after the third time."),
        ],
        ..plan(1, "2025-01-24T19:35:00Z", "Write down one decision a week and who was asked")
    },
    Plan {
        cue: "Los miércoles después de comer",
        theme: Some(Theme::Partners),
        checks: &[("2025-03-11T15:00:00Z", State::Adapted, "Lo pasé de cada semana a cada mes.")],
        ..plan(2, "2025-01-24T19:40:00Z", "Llamar a una organización que dejó de venir")
    },
    Plan {
        by_on: "2025-04-11",
        theme: Some(Theme::Organization),
        checks: &[("2025-04-22T15:00:00Z", State::Paused, "The season was too full. I'll come back to it.")],
        ..plan(3, "2025-01-25T15:00:00Z", "Ask my supervisor for a role review")
    },
    Plan {
        seen_by: SeenBy::Witness,
        theme: Some(Theme::Rest),
        missed: Some("Ask me how I slept."),
        checks: &[("2025-03-01T15:00:00Z", State::LetGo, "I needed to ask for cover first.")],
        ..plan(4, "2025-01-25T16:00:00Z", "Take the whole weekend off once a month")
    },
    Plan {
        seen_by: SeenBy::Cohort,
        theme: Some(Theme::Partners),
        checks: &[("2025-03-10T17:00:00Z", State::Kept, "My partner asked the right question.")],
        ..plan(5, "2025-01-27T15:00:00Z", "Start a shared decision log with the clinic")
    },
    Plan {
        cue: "At the start of the steering meeting",
        theme: Some(Theme::Community),
        checks: &[("2025-03-10T18:00:00Z", State::Open, "")],
        ..plan(6, "2025-01-28T15:00:00Z", "Bring one missing group into the planning table")
    },
    Plan {
        cue: "Cuando cierro la computadora el viernes",
        seen_by: SeenBy::Me,
        ..plan(7, "2025-01-28T16:00:00Z", "Escribir tres líneas sobre la semana")
    },
    Plan {
        theme: Some(Theme::Role),
        checks: &[("2025-03-09T15:00:00Z", State::Kept, "")],
        ..plan(8, "2025-01-29T15:00:00Z", "Draft a succession page for my role")
    },
    Plan {
        seen_by: SeenBy::Cohort,
        theme: Some(Theme::Community),
        checks: &[("2025-03-11T16:00:00Z", State::Adapted, "We meet at the school now, not at city hall.")],
        ..plan(9, "2025-01-30T15:00:00Z", "Hold the spring forum where people already are")
    },
    Plan {
        theme: Some(Theme::Partners),
        ..plan(11, "2025-02-01T15:00:00Z", "Have the conversation with the county director")
    },
    Plan {
        theme: Some(Theme::Community),
        checks: &[("2025-03-08T15:00:00Z", State::Kept, "They asked for a second seat.")],
        ..plan(12, "2025-02-02T15:00:00Z", "Offer parents a seat and a stipend")
    },
    Plan {
        theme: Some(Theme::Partners),
        ..plan(14, "2025-02-04T15:00:00Z", "Map who funds whom in our collaborative")
    },
    Plan {
        theme: Some(Theme::Community),
        checks: &[("2025-03-10T19:00:00Z", State::Open, "")],
        ..plan(15, "2025-02-05T15:00:00Z", "Translate the meeting notes within two days")
    },
    Plan {
        seen_by: SeenBy::Cohort,
        theme: Some(Theme::Partners),
        ..plan(16, "2025-03-12T19:40:00Z", "Ask three partners what they'd stop doing")
    },
    Plan { theme: Some(Theme::Policy), ..plan(17, "2025-03-12T19:45:00Z", "Speak once at the health board") },
];

/// A member of someone's home team; the same every time.
async fn mate(kernel: &Kernel, season: &Id, person: &Id) -> Result<Option<Id>> {
    let sql = sql!(
        "SELECT t.mate_id
        FROM team_mate t
        JOIN person p ON p.id = t.mate_id
        WHERE t.season_id = $1 AND t.person_id = $2 AND t.mate_id <> $2
        ORDER BY p.sort_key, p.id LIMIT 1"
    );
    let found: Option<(Id,)> = kernel.db.read().await?.opt(sql, args![season, person]).await?;
    Ok(found.map(|(id,)| id))
}

/// Everything up to `until`, each at its day.
pub async fn make(kernel: &Kernel, lead: &InSeason, until: Time) -> Result<()> {
    let season = &lead.season;
    let mut all = people(kernel, season).await?;
    let first = participant(&mut kernel.db.read().await?, &season.id).await?.map(|(id, ..)| id);
    // The participant to sign in as stands first.
    all.sort_by_key(|id| (Some(id) != first.as_ref(), id.clone()));
    for plan in &ALL {
        let Some(person) = all.get(plan.who).filter(|_| has_come(kernel, until, plan.made)) else { continue };
        let permit = Commit::at_the_terminal(&Terminal::open(), &season.id, person);
        let witness = match plan.missed {
            Some(missed) => mate(kernel, &season.id, person).await?.map(|person| Agreement {
                person,
                missed: missed.to_owned(),
                until_on: Some("2025-10-22".to_owned()),
            }),
            None => None,
        };
        let agreed = witness.as_ref().map(|w| w.person.clone());
        let draft = Draft {
            what: plan.what.to_owned(),
            cue: plan.cue.to_owned(),
            by_on: (!plan.by_on.is_empty()).then(|| plan.by_on.to_owned()),
            support: if plan.missed.is_some() && plan.who == 0 {
                "Ten minutes to rehearse".to_owned()
            } else {
                String::new()
            },
            seen_by: plan.seen_by,
            theme: plan.theme,
            rhythm: plan.rhythm,
            witness,
        };
        let Made::Done(id) = acts::make(kernel, &permit, &draft, ZONE).await? else { continue };
        if let Some(by) = agreed {
            acts::answer(kernel, &Commit::at_the_terminal(&Terminal::open(), &season.id, &by), &id, true).await?;
        }
        for (moment, state, learning) in plan.checks {
            if has_come(kernel, until, moment) {
                acts::check_in(kernel, &permit, &id, (*state, learning), ZONE).await?;
            }
        }
    }
    // Someone of the participant's home team asks them to be a witness.
    if let Some(first) = &first
        && has_come(kernel, until, "2025-03-11T20:00:00Z")
        && let Some(other) = mate(kernel, &season.id, first).await?
    {
        let draft = Draft {
            what: "Say no to one committee".to_owned(),
            cue: "When the next invitation comes".to_owned(),
            by_on: None,
            support: String::new(),
            seen_by: SeenBy::Witness,
            theme: None,
            rhythm: Rhythm::TwoWeeks,
            witness: Some(Agreement {
                person: first.clone(),
                missed: "Send me a postcard.".to_owned(),
                until_on: None,
            }),
        };
        acts::make(kernel, &Commit::at_the_terminal(&Terminal::open(), &season.id, &other), &draft, ZONE).await?;
    }
    Ok(())
}
