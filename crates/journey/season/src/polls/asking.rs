//! Asking again: anyone who may choose a time reminds those who have not answered, at most once a day each.

use super::model::{Poll, Stage};
use super::rules::Meet;
pub use super::store::Silent;
use super::{letters, store};
use weft_kernel::db::Conn;
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, events};
use weft_people::model::Addressee;
use weft_programs::Season;
use weft_programs::digest;
use weft_programs::emails::Emails;
use weft_web::{Error, Result};

/// The to-do of a person that the reminder is about, as `part.rs` declares it.
const TODO: &str = "todo-poll";

impl Silent {
    /// Someone whom a reminder reaches now.
    fn addressee(&self) -> Option<Addressee> {
        if self.is_returned || self.is_off || self.is_reminded {
            return None;
        }
        Some(Addressee {
            person_id: self.person_id.clone(),
            name: self.name.clone(),
            email: self.email.clone()?,
            language: self.language.clone(),
            zone: self.zone.clone(),
        })
    }
}

/// Whom of them a press reaches: not whoever presses.
pub fn reached<'s>(permit: &Meet, silent: &'s [Silent]) -> impl Iterator<Item = Addressee> + 's {
    let own = permit.person().clone();
    silent.iter().filter_map(Silent::addressee).filter(move |w| w.person_id != own)
}

/// Who of the team has not answered, by name. The day that counts for *once a day* is the season's.
pub async fn silent(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &Meet,
    season: &Season,
    poll: &Poll,
) -> Result<Vec<Silent>> {
    Ok(store::silent(conn, permit, poll, &today(kernel, season)).await?)
}

fn today(kernel: &Kernel, season: &Season) -> String {
    kernel.now().date_in(&season.zone).to_string()
}

/// Reminds everyone who has not answered and whom a reminder reaches. Pressed again on the same day, it finds nobody.
/// Returns how many emails were written.
pub async fn remind(kernel: &Kernel, permit: &Meet, season: &Season, id: &Id) -> Result<usize> {
    let mut tx = kernel.db.begin().await?;
    let poll = store::hold(&mut tx, permit, id).await?.ok_or(Error::NotFound)?;
    if poll.stage(kernel.now()) != Stage::Open {
        return Ok(0);
    }
    let moments = store::moments(&mut tx, permit, &poll).await?;
    let emails = Emails::of(&mut tx, season).await?;
    let day = today(kernel, season);
    let silent = silent(kernel, &mut tx, permit, season, &poll).await?;
    let mut n = 0;
    for who in reached(permit, &silent) {
        if letters::remind(kernel, &mut tx, &emails, (&poll, &moments), (&who, &day)).await? {
            // The daily email does not say the same on the same day.
            let path = format!("{}#answer", poll.path());
            digest::reminded(&mut tx, &who.person_id, TODO, &path, kernel.now()).await?;
            n += 1;
        }
    }
    if n == 0 {
        return Ok(0);
    }
    let event = events::Event {
        actor: Some(permit.person()),
        verb: "poll.reminded",
        subject: id,
        season: Some(permit.season()),
        detail: Some(n.to_string()),
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(n)
}
