//! What the cohort agreed on at the retreat, and what it celebrated since.

use super::gatherings::{has_come, people};
use weft_community::together::acts;
use weft_community::together::rules::{BeTogether, WriteAgreements};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_programs::InSeason;
use weft_web::Result;

const FIRST: &str = "What is said here stays here; what is learned here leaves.\nWe may pass, always, without a \
    reason.\nWe speak for ourselves and for no whole community.\nRest is part of the work.";
const SECOND: &str = "What is said here stays here; what is learned here leaves.\nWe may pass, always, without a \
    reason.\nWe speak for ourselves and for no whole community.\nRest is part of the work.\nCameras may be off; nobody \
    asks why.";

/// When, whose by her place in the list, and what.
const JOYS: [(&str, usize, &str); 6] = [
    ("2025-01-24T20:00:00Z", 2, "I slept eight hours. Twice."),
    ("2025-02-06T15:00:00Z", 7, "The school board asked us to facilitate. They asked us."),
    ("2025-03-06T15:00:00Z", 11, "Dos familias que no se hablaban cocinaron juntas para la reunión del barrio."),
    ("2025-03-17T15:00:00Z", 0, "I handed over the agenda for the first time, and it was better than mine."),
    ("2025-06-12T15:00:00Z", 15, "Our youth council has a budget line now. A real one."),
    ("2025-09-11T15:00:00Z", 5, "Three of us wrote one grant together instead of three against each other."),
];

/// Everything up to `until`, each at its day.
pub async fn make(kernel: &Kernel, lead: &InSeason, by: &Id, until: Time) -> Result<()> {
    let season = &lead.season.id;
    let write = WriteAgreements::at_the_terminal(&Terminal::open(), season);
    for (version, (moment, text)) in (1..).zip([("2025-01-23T17:00:00Z", FIRST), ("2025-01-24T19:00:00Z", SECOND)]) {
        if !has_come(kernel, until, moment) {
            return Ok(());
        }
        acts::write(kernel, &write, by, version - 1, text).await?;
        for (_, person) in
            people(kernel, &lead.season).await?.iter().enumerate().filter(|(i, _)| version == 1 || *i != 13)
        {
            acts::agree(kernel, &BeTogether::at_the_terminal(&Terminal::open(), season, person), version).await?;
        }
    }
    for (moment, place, text) in JOYS {
        if has_come(kernel, until, moment)
            && let Some(person) = people(kernel, &lead.season).await?.get(place)
        {
            acts::celebrate(kernel, &BeTogether::at_the_terminal(&Terminal::open(), season, person), text).await?;
        }
    }
    Ok(())
}
