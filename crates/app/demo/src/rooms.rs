//! The sittings as they ran: people join, the facilitator moves on, tables are made and shown.

use super::gatherings::{find, has_come, people};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_kernel::{args, sql};
use weft_programs::InSeason;
use weft_programs::TakePart;
use weft_season::gatherings::attendance;
use weft_season::gatherings::model::{Sitting, Source};
use weft_season::gatherings::rules::RunGathering;
use weft_season::gatherings::store;
use weft_season::rooms::acts;
use weft_season::rooms::model::Act;
use weft_season::rooms::tables::{self, How, Made};
use weft_web::{Error, Result};

/// The one who leads through the rooms.
async fn facilitator(kernel: &Kernel, season: &Id) -> Result<Id> {
    let (person,): (Id,) = kernel
        .db
        .read()
        .await?
        .one(sql!("SELECT person_id FROM role WHERE season_id = $1 AND role = 'facilitator'"), args![season])
        .await?;
    Ok(person)
}

async fn seat(kernel: &Kernel, lead: &InSeason, by: &Id, number: i64, sitting: &Sitting, mode: &str) -> Result<()> {
    let run = RunGathering::at_the_terminal(&Terminal::open(), &lead.season.id);
    let meeting = find(kernel, &lead.season, number).await?;
    let guests = store::guests(&mut kernel.db.read().await?, &run, &meeting.gathering.id, sitting.part).await?;
    let (_, here) = tables::here(sitting, &guests, false);
    if let Made::Seating(n) = tables::make(kernel, &run, by, sitting, &here, How { mode, size: 4 }).await? {
        tables::post(kernel, &run, by, sitting, n).await?;
    }
    Ok(())
}

/// A virtual session from its open door to its end, as far as the demo's day goes.
pub async fn session(kernel: &Kernel, lead: &InSeason, number: i64, away: &[usize], until: Time) -> Result<()> {
    let by = facilitator(kernel, &lead.season.id).await?;
    let run = RunGathering::at_the_terminal(&Terminal::open(), &lead.season.id);
    let meeting = find(kernel, &lead.season, number).await?;
    let sitting = meeting.sittings.first().ok_or(Error::NotFound)?.clone();
    let come = |minutes: i64| has_come(kernel, until, &sitting.starts_at.plus_seconds(minutes * 60).iso());
    if !come(-5) {
        return Ok(());
    }
    for (_, person) in people(kernel, &lead.season).await?.iter().enumerate().filter(|(i, _)| !away.contains(i)) {
        attendance::arrive(
            kernel,
            &TakePart::at_the_terminal(&Terminal::open(), &lead.season.id, person),
            &meeting,
            &sitting,
            Source::Link,
        )
        .await?;
    }
    if !come(2) {
        return Ok(());
    }
    acts::press(kernel, &run, Some(&by), &sitting, 0, Act::Begin).await?;
    let (_, blocks) = acts::state(&mut kernel.db.read().await?, run.see(), &sitting).await?;
    let mut minute = 2;
    for (i, block) in blocks.iter().enumerate() {
        match block.kind.as_str() {
            "home-team" => seat(kernel, lead, &by, number, &sitting, "teams").await?,
            "consult" => seat(kernel, lead, &by, number, &sitting, "fresh").await?,
            _ => {}
        }
        minute += block.minutes + i64::from(i % 3 == 1);
        if !come(minute) {
            return Ok(());
        }
        let act = if i + 1 == blocks.len() { Act::End } else { Act::Next };
        acts::press(kernel, &run, Some(&by), &sitting, i as i64 + 1, act).await?;
    }
    Ok(())
}

/// At the retreat people eat and work at tables, and meet in home teams at the end of the day.
pub async fn retreat(kernel: &Kernel, lead: &InSeason, part: i64, until: Time) -> Result<()> {
    let by = facilitator(kernel, &lead.season.id).await?;
    let meeting = find(kernel, &lead.season, 1).await?;
    let Some(sitting) = meeting.sittings.iter().find(|s| s.part == part).cloned() else { return Ok(()) };
    for (minutes, mode) in [(150, "fresh"), (410, "teams")] {
        if has_come(kernel, until, &sitting.starts_at.plus_seconds(minutes * 60).iso()) {
            seat(kernel, lead, &by, 1, &sitting, mode).await?;
        }
    }
    Ok(())
}
