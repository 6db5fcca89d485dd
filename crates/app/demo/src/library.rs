//! The program's library: what Weft brings, read and published, two cards of its own, one that waits for a permission;
//! and the curriculum.

use super::gatherings::find;
use weft_kernel::Kernel;
use weft_kernel::i18n::Words;
use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_programs::InSeason;
use weft_programs::store as programs;
use weft_season::gatherings::curriculum;
use weft_season::gatherings::rules::RunGathering;
use weft_season::library::model::{Draft, LISTS};
use weft_season::library::rules::{self, KeepLibrary};
use weft_season::library::{acts, store};
use weft_web::{Error, Result};

const ROLES: [&str; 7] = [
    "Welcomes people in",
    "Knows the numbers",
    "Feeds everyone",
    "Says the hard thing",
    "Remembers the history",
    "Imagines what could be",
    "Goes to the hearing",
];

const CURRICULUM: &str = "Isolation in the role: Home teams; Peer consult; Time without an agenda\nKnowing oneself \
    under pressure: Inner work; Practices for the body\nWorking for equity where power is uneven: Looking at systems; \
    Sharing power\nKeeping the work going: Commitments; Coaching; Practices for the body";

/// Gathering, its cards by their numbers, its approaches.
const GATHERINGS: [(i64, &[i64], &[&str]); 6] = [
    (
        1,
        &[1, 15, 11, 6, 4],
        &["Home teams", "Peer consult", "Time without an agenda", "Practices for the body", "Commitments"],
    ),
    (2, &[1, 10, 9, 5], &["Home teams", "Peer consult", "Inner work", "Practices for the body", "Commitments"]),
    (3, &[1, 14, 7], &["Home teams", "Peer consult", "Looking at systems", "Commitments"]),
    (4, &[1, 2, 8], &["Home teams", "Peer consult", "Practices for the body", "Commitments"]),
    (5, &[], &["Home teams", "Peer consult", "Commitments"]),
    (6, &[12], &["Time without an agenda"]),
];

fn words(en: &str, es: &str) -> Words {
    Words { en: en.into(), es: es.into() }
}

fn own() -> Vec<Draft> {
    let bread = Draft {
        kind: "practice".into(),
        title: words("Breaking the bread", "Partir el pan"),
        text: words(
            "This is how the women of the Ossen valley opened their meetings.\n\n1. Put one loaf on the table. No one \
            speaks.\n2. When you're ready, break off a piece for the person to your left and say their name.\n3. When \
            everyone has bread, the meeting starts.",
            "Así abrían sus reuniones las mujeres del valle del Ossen.\n\n1. Ponga un pan sobre la mesa. Nadie \
            habla.\n2. Cuando quiera, parta un trozo para la persona a su izquierda y diga su nombre.\n3. Cuando todo \
            el grupo tiene pan, empieza la reunión.",
        ),
        minutes: Some(10),
        posture: "any".into(),
        eyes: "open".into(),
        origin: "Women of the Ossen valley; shown to us by the retreat house".into(),
        licence: "permission".into(),
        permission: "The retreat house lets us do it at our gatherings and asked us not to teach it elsewhere \
            (January 2025)."
            .into(),
        stays_inside: true,
        ..Draft::default()
    };
    let waiting = Draft {
        kind: "framework".into(),
        title: words("A wheel of power", ""),
        text: words(
            "Who decides, who is asked, who is told, and who is left out? Fill in the wheel together for one decision \
            in your collaborative.",
            "",
        ),
        origin: "From a workshop in 2023. We've written to its authors".into(),
        licence: "permission".into(),
        ..Draft::default()
    };
    vec![bread, waiting]
}

/// Everything but what waits.
pub async fn make(kernel: &Kernel, lead: &InSeason, by: &Id) -> Result<()> {
    let keep = KeepLibrary::at_the_terminal(&Terminal::open(), &lead.season.program_id, &lead.season.id);
    acts::begin(kernel, &keep, Some(by)).await?;
    for draft in own() {
        acts::make(kernel, &keep, Some(by), &draft).await?;
    }
    let read = rules::may_read(lead).ok_or(Error::NotFound)?;
    let cards = store::cards(&mut kernel.db.read().await?, &read).await?;
    for card in &cards {
        acts::publish(kernel, &keep, Some(by), card).await?;
    }
    let mut conn = kernel.db.read().await?;
    let mut lists = Vec::new();
    for list in LISTS {
        let values =
            programs::list(&mut conn, &lead.season.program_id, list).await?.into_iter().map(|i| i.value).collect();
        lists.push((list, if list == "ecosystem" { ROLES.map(str::to_owned).to_vec() } else { values }));
    }
    drop(conn);
    acts::set_lists(kernel, &keep, Some(by), &lists).await?;
    let lines = curriculum::parse(CURRICULUM).map_err(Error::Internal)?;
    curriculum::set_lines(kernel, &keep, Some(by), &lines).await?;
    let run = RunGathering::at_the_terminal(&Terminal::open(), &lead.season.id);
    let mut marks = Vec::new();
    for (number, cards, approaches) in GATHERINGS {
        let meeting = find(kernel, &lead.season, number).await?;
        curriculum::set_cards(kernel, &run, &keep, Some(by), &meeting.gathering.id, cards).await?;
        marks.extend(approaches.iter().map(|a| (number, (*a).to_owned())));
    }
    curriculum::set_marks(kernel, &run, Some(by), &marks).await
}

/// The protocols of peer consults, after everything that counts cards by their numbers.
pub async fn protocols(kernel: &Kernel, lead: &InSeason, by: &Id) -> Result<()> {
    let keep = KeepLibrary::at_the_terminal(&Terminal::open(), &lead.season.program_id, &lead.season.id);
    acts::add_protocols(kernel, &keep, Some(by)).await?;
    Ok(())
}
