//! Support in the demo: the lines that the program lists, and the participant's person, who agreed.

use super::gatherings::has_come;
use super::season::participant;
use weft_community::support::acts;
use weft_community::support::model::{Answer, SUGGESTIONS};
use weft_community::support::rules::{KeepLines, PickPerson, SeeLines};
use weft_community::support::store;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::terminal::Terminal;
use weft_programs::InSeason;
use weft_web::Result;

pub async fn make(kernel: &Kernel, lead: &InSeason, until: Time) -> Result<()> {
    let season = &lead.season;
    if !has_come(kernel, until, "2025-01-14T16:00:00Z") {
        return Ok(());
    }
    let keep = KeepLines::at_the_terminal(&Terminal::open(), &season.program_id, &season.id);
    for draft in SUGGESTIONS.into_iter().filter_map(acts::suggestion) {
        acts::add(kernel, &keep, lead.actor_id(), &draft).await?;
    }
    if !has_come(kernel, until, "2025-02-11T21:00:00Z") {
        return Ok(());
    }
    let Some((first, ..)) = participant(&mut kernel.db.read().await?, &season.id).await? else { return Ok(()) };
    let pick = PickPerson::at_the_terminal(&Terminal::open(), &season.id, &first);
    let choices = store::choices(&mut kernel.db.read().await?, &pick).await?;
    // Their coach, where they have one.
    let coach = choices.iter().find(|(.., near)| *near == 2).or(choices.first());
    let Some((helper, ..)) = coach else { return Ok(()) };
    acts::pick(kernel, &pick, season, helper).await?;
    if has_come(kernel, until, "2025-02-12T14:00:00Z") {
        let own = SeeLines::at_the_terminal(&Terminal::open(), &season.id, helper);
        acts::answer(kernel, &own, season, &first, Answer::Yes).await?;
    }
    Ok(())
}
