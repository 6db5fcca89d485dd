//! Reminders: a day before, an hour before, both or none, as each person wants. Each goes out once for each time a
//! sitting has.

use super::model::{Answer, Meeting, Sitting};
use super::rules::PlanGatherings;
use super::store::reminders::Due;
use super::{letters, places, store};
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, events};
use weft_people::model::Addressee;
use weft_people::rules::OwnRecord;
use weft_programs::emails::Emails;
use weft_programs::store as programs;
use weft_web::Result;

/// When a person wants to be reminded.
pub const CHOICES: [&str; 4] = ["day", "hour", "both", "none"];

/// Each kind with how many seconds before the beginning it goes out, and from when on it would only be late.
const KINDS: [(&str, i64, i64); 2] = [("day", 26 * 3600, 3 * 3600), ("hour", 3600, 300)];

/// A gathering that people were told of only just now needs no reminder yet.
const QUIET: i64 = 6 * 3600;

/// Writes the reminders that are due to the outbox. Returns how many letters that were.
pub async fn send(kernel: &Kernel) -> Result<usize> {
    let now = kernel.now();
    let mut n = 0;
    for (kind, before, late) in KINDS {
        let announced = now.plus_seconds(if kind == "day" { -QUIET } else { 0 });
        let (late, until) = (now.plus_seconds(late), now.plus_seconds(before));
        let due = store::reminders::due(&mut kernel.db.read().await?, kind, announced, late, until).await?;
        for one in due {
            n += remind(kernel, kind, &one).await?;
        }
    }
    Ok(n)
}

async fn remind(kernel: &Kernel, kind: &str, due: &Due) -> Result<usize> {
    let mut tx = kernel.db.begin().await?;
    let is_first = store::reminders::mark_sent(&mut tx, due, kind, kernel.now()).await?;
    let Some(season) = programs::season_by_slug(&mut tx, &due.season_slug).await?.filter(|_| is_first) else {
        return Ok(0);
    };
    store::hold_gatherings(&mut tx, &due.season_id, due.number).await?;
    let (gatherings, sittings) = store::plan(&mut tx, &PlanGatherings::by_itself(&due.season_id), due.number).await?;
    // It may have been called off or moved since it was due.
    let Some(meeting) = Meeting::all(gatherings, sittings).into_iter().next().filter(|m| m.gathering.is_on()) else {
        return Ok(0);
    };
    let Some(sitting) = meeting.sitting(&due.sitting_id).filter(|s| s.starts_at == due.starts_at) else { return Ok(0) };
    let held = store::places::held(&mut tx, &meeting.gathering.id).await?;
    let wishes = store::reminders::wishes(&mut tx, &due.season_id, &meeting.gathering.id).await?;
    let emails = Emails::of(&mut tx, &season).await?;
    let reminder = letters::Reminder { emails: &emails, meeting: &meeting, sitting, kind };
    let mut n = 0;
    for who in store::addressees(&mut tx, &due.season_id).await? {
        let wants = wishes
            .iter()
            .find(|w| w.person_id == who.person_id)
            .is_some_and(|w| (w.reminders == kind || w.reminders == "both") && w.answer != Some(Answer::No));
        if wants && goes(&meeting, sitting, &who, &held) {
            letters::remind(kernel, &mut tx, reminder, &who).await?;
            n += 1;
        }
    }
    let event = events::Event {
        actor: None,
        verb: "gathering.reminded",
        subject: &meeting.gathering.id,
        season: Some(&due.season_id),
        detail: Some(n.to_string()),
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(n)
}

fn goes(meeting: &Meeting, sitting: &Sitting, who: &Addressee, held: &[(Id, Id)]) -> bool {
    !meeting.is_chosen(sitting.part) || held.iter().any(|(p, s)| *p == who.person_id && *s == sitting.id)
}

/// Members who got their seat after gatherings were announced have invitations to them, once. Returns how many members
/// that were.
pub async fn welcome_late(kernel: &Kernel) -> Result<usize> {
    let late = store::reminders::late(&mut kernel.db.read().await?).await?;
    let mut n = 0;
    for one in &late {
        let mut tx = kernel.db.begin().await?;
        let is_first = store::reminders::mark_welcomed(&mut tx, one, kernel.now()).await?;
        let Some(season) = programs::season_by_slug(&mut tx, &one.season_slug).await?.filter(|_| is_first) else {
            continue;
        };
        places::welcome(kernel, &mut tx, &season, &one.person_id, one.joined_at).await?;
        let event = events::Event {
            actor: None,
            verb: "gathering.reminded",
            subject: &one.season_id,
            season: Some(&one.season_id),
            detail: None,
        };
        events::record(kernel, &mut tx, event).await?;
        tx.commit().await?;
        n += 1;
    }
    Ok(n)
}

/// Forgets who was in meetings whose reports nobody took in: names of strangers are not ours to keep.
pub async fn forget_reports(kernel: &Kernel) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::reports::empty_reports(&mut tx, kernel.now().plus_days(-30)).await?;
    store::undoing::forget(&mut tx, kernel.now().plus_days(-30)).await?;
    Ok(tx.commit().await?)
}

/// How a person wants to be reminded.
pub async fn choice(kernel: &Kernel, own: &OwnRecord) -> Result<String> {
    Ok(store::reminders::choice(&mut kernel.db.read().await?, own).await?)
}

pub async fn choose(kernel: &Kernel, own: &OwnRecord, choice: &str) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::reminders::choose(&mut tx, own, choice).await?;
    let event = events::Event {
        actor: Some(own.person()),
        verb: "reminders.chosen",
        subject: own.person(),
        season: None,
        detail: Some(choice.to_owned()),
    };
    events::record(kernel, &mut tx, event).await?;
    Ok(tx.commit().await?)
}
