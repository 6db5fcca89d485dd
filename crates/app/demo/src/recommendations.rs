//! Recommendations on some of the demo's applications, asked for and written through the same acts that people use.

use super::people::{FAMILY, GIVEN};
use super::season::ZONE;
use weft_admission::call::model::{Answers, Kind};
use weft_admission::call::rules::OwnDraft;
use weft_admission::recommendations::acts::{self, Asking};
use weft_admission::recommendations::model::{Plan, State};
use weft_admission::recommendations::rules::{Naming, RunRecommendations, Write};
use weft_admission::recommendations::store::{self, New, Set};
use weft_admission::recommendations::writing;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::i18n::{Lang, Words};
use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_programs::Season;
use weft_web::{Error, Result};

/// The last day for recommendations: after the call closes and before reviews are due.
const DUE: &str = "2025-03-21";

const RELATIONS: [&str; 4] = [
    "We started the parent council together",
    "My supervisor for two years",
    "They chair our neighborhood board",
    "We share an office and a budget",
];

const SEEN: [&str; 4] = [
    "When two partners stopped talking, {name} met each of them alone and then brought them to one table. We had a \
    shared budget six weeks later.",
    "{name} asks before deciding. Last spring they changed our meeting times after hearing from night-shift workers, \
    and attendance doubled.",
    "{name} keeps promises that nobody checks. Every family who came to the clinic got a call back within two days.",
    "I have seen {name} say no to money that came with the wrong conditions, and explain it so that everyone stayed.",
];

const GROW: [&str; 3] = [
    "People who do the same work elsewhere. {name} has nobody here to ask.",
    "Practice in handing work over. {name} still does too much alone.",
    "Time away from the daily calls.",
];

/// Asks applicants of a season for up to two recommendations, which nobody has to have.
pub async fn plan(kernel: &Kernel, season: &Season, by: &Id) -> Result<()> {
    let permit = RunRecommendations::at_the_terminal(&Terminal::open(), &season.id);
    let intro = Words {
        en: "Rooted Leaders is for people who bring partners together in one place. Plain words and one example help \
            us most."
            .into(),
        es: "Rooted Leaders es para quienes unen a varias organizaciones en un lugar. Lo que más nos ayuda son \
            palabras sencillas y un ejemplo."
            .into(),
    };
    let set = Set {
        most: 2,
        is_required: false,
        is_shown: false,
        due_on: Some(DUE),
        due_at: Some(Time::end_of_day(DUE.parse().unwrap_or_default(), ZONE)),
        intro: &intro.json(),
    };
    acts::set(kernel, &permit, Some(by), &set).await
}

/// Two of five applicants name people; some of these have written, one can't, some have only opened it or not even
/// that. Does nothing in a season that asks for none.
pub async fn ask(kernel: &Kernel, season: &Season, own: &OwnDraft, n: usize, asker: &str) -> Result<()> {
    let plan = store::plan(&mut kernel.db.read().await?, &season.id).await?;
    let Some(plan) = plan.filter(Plan::is_on) else { return Ok(()) };
    let people = [2, 0, 1, 0, 0][n % 5];
    for k in 0..people {
        let new = New {
            asker: asker.to_owned(),
            name: format!("{} {}", GIVEN[(n * 5 + k + 1) % GIVEN.len()], FAMILY[(n * 3 + k * 7 + 2) % FAMILY.len()]),
            email: format!("recommends{n}-{k}@example.org"),
            relation: RELATIONS[(n + k) % RELATIONS.len()].to_owned(),
            language: Lang::En,
        };
        let from = format!("demo {n}");
        acts::name(kernel, &Naming::of_draft(own), asking(season, &plan, &from), &new, None).await?;
    }
    let named = store::named_by(&mut kernel.db.read().await?, &Naming::of_draft(own)).await?;
    for (k, r) in named.into_iter().enumerate().filter(|(_, r)| r.state() == State::Asked) {
        let write = Write::at_the_terminal(&Terminal::open(), r);
        let what = writing::what_for(&mut kernel.db.read().await?, &write).await?;
        match (n / 5 + k) % 4 {
            0 | 1 => {
                writing::open(kernel, &write, &plan).await?;
                let given = answers(&plan, n + k, asker);
                writing::save(kernel, &write, &plan, |_| 0, &given).await?;
                if writing::send(kernel, &write, &what).await? != writing::Sent::Now {
                    return Err(Error::Internal("the demo's recommendation was not sent".into()));
                }
            }
            2 if n.is_multiple_of(10) => writing::decline(kernel, &write, &what, Some("I am away all month.")).await?,
            2 => writing::open(kernel, &write, &plan).await?,
            _ => {}
        }
    }
    Ok(())
}

fn asking<'a>(season: &'a Season, plan: &'a Plan, from: &'a str) -> Asking<'a> {
    Asking { season, plan, from, actor: None }
}

fn answers(plan: &Plan, n: usize, asker: &str) -> Answers {
    let mut long = 0;
    let mut out = Answers::new();
    for q in plan.questions.iter() {
        let text = if q.kind == Kind::Choice {
            q.options[n % q.options.len()].id.clone()
        } else {
            long += 1;
            let said = if long == 1 { SEEN[n % SEEN.len()] } else { GROW[n % GROW.len()] };
            said.replace("{name}", asker)
        };
        out.insert(q.id.clone(), vec![text]);
    }
    out
}
