//! People who want to be found, two spaces of their own, and a pulse that was answered; another is open in March.

use super::gatherings::{has_come, people};
use super::season::participant;
use weft_community::peers::rules::{BeFound, may_find};
use weft_community::peers::{acts as peers, store};
use weft_community::pulse::model::Answer;
use weft_community::pulse::rules::{AskPulse, SeePulse};
use weft_community::pulse::{acts as pulse, store as pulses};
use weft_community::spaces::acts as spaces;
use weft_community::spaces::rules::SeeOwn;
use weft_community::spaces::store::Draft;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_programs::InSeason;
use weft_programs::TakePart;
use weft_web::Result;

/// Place in the list of people, where she is, what she works on, what she would talk about.
const STANDING: [(usize, &str, &str, &str); 6] = [
    (1, "A river town in the Delta", "food justice", "How to tell a board that the slow part is the work."),
    (
        4,
        "Two counties on the coast",
        "community health/prevention\nhousing",
        "Being the youngest in the room and holding it anyway.",
    ),
    (
        7,
        "The east side of a big city",
        "early childhood education",
        "What you do with a partner who comes to every meeting and agrees to nothing.",
    ),
    (
        10,
        "Un valle con once pueblos",
        "food justice\ncommunity health/prevention",
        "Trabajar en dos idiomas sin que uno sea el de los anuncios.",
    ),
    (14, "A mining town after the mine", "workforce development", "Keeping people in it when the grant ends in June."),
    (16, "Two counties on the coast", "housing", "Sleep."),
];

const STRESSORS: [&str; 4] = [
    "Shifting politics",
    "Uncertain funding",
    "Urgent needs versus long-term change",
    "Being the only one who keeps it going",
];
const SAID: [&str; 7] = [
    "Our state office stopped answering. I do not know who to call anymore.",
    "The grant ends in June and nobody says what comes then.",
    "Families ask me what will happen and I have no answer I would give my own.",
    "Please keep the sessions at three hours; it is the only time I think.",
    "Me siento sola cuando termina la reunión.",
    "We won the hearing, and I was too tired to be glad.",
    "Less writing between sessions, if that is possible.",
];

/// Everything up to `until`.
pub async fn make(kernel: &Kernel, lead: &InSeason, by: &Id, until: Time) -> Result<()> {
    let season = &lead.season;
    let all = people(kernel, season).await?;
    if has_come(kernel, until, "2025-01-27T15:00:00Z") {
        for (place, town, issues, talk) in STANDING {
            if let Some(person) = all.get(place) {
                peers::be_found(
                    kernel,
                    &BeFound::at_the_terminal(&Terminal::open(), person),
                    town,
                    issues,
                    talk,
                    std::slice::from_ref(&season.id),
                )
                .await?;
            }
        }
        // The one to sign in as stands there too, and someone has written to her.
        let own = participant(&mut kernel.db.read().await?, &season.id).await?;
        if let Some((person, ..)) = own {
            peers::be_found(
                kernel,
                &BeFound::at_the_terminal(&Terminal::open(), &person),
                "Two counties on the coast",
                "housing\nfood justice",
                "How to leave a meeting before it leaves me.",
                std::slice::from_ref(&season.id),
            )
            .await?;
            let mut conn = kernel.db.read().await?;
            let from = all.get(4).filter(|p| **p != person).or_else(|| all.get(16));
            let other = match from {
                Some(other) => may_find(&mut conn, &BeFound::at_the_terminal(&Terminal::open(), other))
                    .await?
                    .zip(store::own(&mut conn, &BeFound::at_the_terminal(&Terminal::open(), &person)).await?),
                None => None,
            };
            drop(conn);
            if let Some((find, her)) = other {
                let _ = peers::say(
                    kernel,
                    &find,
                    "A leader of the season",
                    &her.id,
                    "We seem to be neighbors. Would you walk along the water with me some Saturday, without an agenda?",
                )
                .await?;
            }
        }
    }
    if has_come(kernel, until, "2025-01-29T15:00:00Z")
        && let [Some(first), Some(second)] = [all.get(10), all.get(3)]
    {
        let own = SeeOwn::at_the_terminal(&Terminal::open(), &season.id, first);
        let draft = Draft {
            name: "En español, entre nosotras".into(),
            purpose: "Para quienes lideramos en español y queremos pensar en español también.".into(),
            confidentiality: "Lo que se dice aquí se queda aquí, también las historias sin nombre.".into(),
            is_listed: true,
            asks_money: true,
            paid_by: String::new(),
        };
        spaces::make(kernel, &own, &draft).await?;
        let own = SeeOwn::at_the_terminal(&Terminal::open(), &season.id, second);
        let draft = Draft {
            name: "After midnight".into(),
            purpose: "For those of us who look after a parent and do this work.".into(),
            confidentiality: "No names carried out. No advice unless asked.".into(),
            is_listed: false,
            asks_money: false,
            paid_by: String::new(),
        };
        spaces::make(kernel, &own, &draft).await?;
    }
    let ask = AskPulse::at_the_terminal(&Terminal::open(), &season.id);
    let stressors = STRESSORS.map(str::to_owned);
    let at = |moment: &str| Time::parse(moment).unwrap_or_default();
    if has_come(kernel, until, "2025-02-03T15:00:00Z") {
        pulse::open(kernel, &ask, Some(by), &stressors, at("2025-02-11T04:59:59Z")).await?;
        let see = SeePulse::at_the_terminal(&Terminal::open(), &season.id, by);
        let Some(open) = pulses::all(&mut kernel.db.read().await?, &see).await?.into_iter().next() else {
            return Ok(());
        };
        for (i, person) in all.iter().enumerate().filter(|(i, _)| i % 8 != 5) {
            let level = |shift: usize| ((i * 3 + shift * 2) % 5).max(if shift == 1 { 2 } else { 0 });
            let levels = [0, 1, 2, 3].map(|s| level(s).to_string()).join(",");
            let words = if i % 3 == 0 { SAID[(i / 3) % SAID.len()] } else { "" };
            pulse::answer(
                kernel,
                &TakePart::at_the_terminal(&Terminal::open(), &season.id, person),
                &open.id,
                &Answer { levels, words: words.into() },
            )
            .await?;
        }
        // As before a restart: the clock goes on to days after the end.
        pulse::keep(kernel, true).await?;
    }
    if has_come(kernel, until, "2025-03-10T14:00:00Z") {
        pulse::open(kernel, &ask, Some(by), &stressors, at("2025-03-25T03:59:59Z")).await?;
    }
    Ok(())
}
