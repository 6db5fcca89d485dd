//! What members show of themselves, the page that shows it, and the email of the last morning.

use super::pictures;
use super::season::ZONE;
use weft_kernel::clock::Time;
use weft_kernel::mail::Transport;
use weft_kernel::terminal::Terminal;
use weft_kernel::{Kernel, args, sql};
use weft_people::PUBLISH;
use weft_people::shares::{self, Said};
use weft_programs::{InSeason, bounces};
use weft_season::cohort::rules::ReleasePage;
use weft_season::cohort::store as cohort;
use weft_web::Result;

/// What some members say of their work.
const WORDS: [&str; 9] = [
    "I keep nine groups talking to each other, and I bring the coffee.",
    "Clinics, schools and a food bank meet at our table. I make sure each of them is heard.",
    "I came for the work and stayed for the neighbors.",
    "We plan with the families who live here, not for them.",
    "My job is to hold the thread when people come and go.",
    "I write things down so that nobody has to start over.",
    "After the flood we found out what we could do together. I help us remember it.",
    "I count what changed, and I ask who it changed for.",
    "I lead from the second row.",
];

/// Most members agree to all fields; two keep their names to themselves.
pub(super) async fn agree(kernel: &Kernel, lead: &InSeason) -> Result<()> {
    let Some(permit) = weft_season::cohort::rules::may_see_members(lead) else { return Ok(()) };
    let members = cohort::members(&mut kernel.db.read().await?, &permit).await?;
    for (i, member) in members.iter().enumerate().filter(|(i, _)| i % 3 == 0) {
        pictures::give(kernel, &member.person_id, i as u32 / 3).await?;
    }
    let mut tx = kernel.db.begin().await?;
    for (member, words) in members.iter().step_by(2).zip(WORDS) {
        tx.run(sql!("UPDATE person SET bio = $2 WHERE id = $1"), args![&member.person_id, words]).await?;
    }
    for (i, member) in members.iter().enumerate() {
        let private = ["name", "organization", "collaborative", "role_title"];
        let shown: Vec<&str> = PUBLISH.into_iter().filter(|f| !matches!(i, 4 | 11) || !private.contains(f)).collect();
        let said = Said { among: &PUBLISH, shown: &shown };
        shares::say(kernel, &mut tx, &member.person_id, permit.season(), said).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// The daily email of the last morning.
pub(super) async fn tell_the_day(kernel: &Kernel, until: Time) -> Result<()> {
    let eight = until.date_in(ZONE).at(8, 0, 0, 0);
    let Some(morning) = weft_kernel::when::moment(eight, ZONE).ok().filter(|m| *m <= until) else { return Ok(()) };
    kernel.clock.set(morning);
    weft_programs::digest::send(kernel).await?;
    bounces::deliver(kernel, &Transport::Files(kernel.config.data.join("mail"))).await?;
    Ok(())
}

/// The public page comes out on the first morning of the season.
pub(super) async fn publish(kernel: &Kernel, lead: &InSeason) -> Result<()> {
    let permit = ReleasePage::at_the_terminal(&Terminal::open(), &lead.season.id);
    let at = weft_kernel::when::moment(jiff::civil::date(2025, 1, 16).at(9, 0, 0, 0), &lead.season.zone)
        .map_err(|e| weft_web::Error::Internal(format!("{e:?}")))?;
    weft_season::cohort::acts::publish(kernel, &permit, lead.actor_id(), at).await
}
