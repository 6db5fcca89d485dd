//! Moving through a sitting. Each press names the last step its page knew, so that two who press at once move once.

use super::model::{Act, Room, told};
use super::store;
use crate::gatherings::agenda;
use crate::gatherings::model::{Meeting, Segment, Sitting};
use crate::gatherings::rules::{RunGathering, SeeGatherings};
use weft_kernel::db::Conn;
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, events};
use weft_web::Result;

/// The topic under which pages follow a sitting.
pub fn topic(sitting: &Id) -> String {
    format!("room:{sitting}")
}

/// The topic of the consoles that follow it: they are no one's live agenda.
pub fn console_topic(sitting: &Id) -> String {
    format!("console:{sitting}")
}

/// Minutes before its beginning from which a sitting can be run.
pub const EARLY: i64 = 60;

/// Whether a sitting can be run now: from an hour before, until six hours after it should have ended.
pub fn can_run(kernel: &Kernel, meeting: &Meeting, sitting: &Sitting) -> bool {
    let now = kernel.now();
    meeting.gathering.is_on()
        && now >= sitting.starts_at.plus_seconds(-60 * EARLY)
        && now <= sitting.ends_at().plus_seconds(6 * 3600)
}

/// The blocks of a sitting's part and where it stands.
pub async fn state(conn: &mut Conn, see: &SeeGatherings, sitting: &Sitting) -> Result<(Room, Vec<Segment>)> {
    let mut blocks = agenda::blocks(conn, see, &sitting.gathering_id).await?;
    blocks.retain(|b| b.part == sitting.part);
    let steps = store::steps(conn, &sitting.id).await?;
    Ok((Room::of(&steps, &blocks), blocks))
}

/// What the pages are to be told now.
pub async fn word(kernel: &Kernel, conn: &mut Conn, see: &SeeGatherings, sitting: &Sitting) -> Result<[String; 2]> {
    let (room, blocks) = state(conn, see, sitting).await?;
    let tables = store::round(conn, &sitting.id, true).await?.map_or(0, |r| r.stamp());
    Ok(told(&room, &blocks, tables, kernel.now()))
}

/// Tells every page that follows.
pub(super) async fn tell(kernel: &Kernel, see: &SeeGatherings, sitting: &Sitting) -> Result<()> {
    let word = word(kernel, &mut kernel.db.read().await?, see, sitting).await?;
    kernel.live.say(&console_topic(&sitting.id), word.clone());
    kernel.live.say(&topic(&sitting.id), word);
    Ok(())
}

/// What came of a press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pressed {
    Moved,
    /// Someone else pressed first, or the page it was pressed on is out of date.
    Late,
    /// It makes no sense where the room stands.
    Pointless,
}

/// Presses a button on a page that knew of `seen` steps.
pub async fn press(
    kernel: &Kernel,
    run: &RunGathering,
    actor: Option<&Id>,
    sitting: &Sitting,
    seen: i64,
    act: Act,
) -> Result<Pressed> {
    let mut tx = kernel.db.begin().await?;
    let (room, blocks) = state(&mut tx, run.see(), sitting).await?;
    let Some(place) = room.to(act, blocks.len()) else { return Ok(Pressed::Pointless) };
    let segment = place.and_then(|i| blocks.get(i)).map(|b| &b.id);
    let step = store::NewStep { n: seen + 1, act, segment, by: actor, at: kernel.now() };
    if room.n != seen || !store::insert_step(&mut tx, &sitting.id, step).await? {
        return Ok(Pressed::Late);
    }
    let event = events::Event {
        actor,
        verb: "room.moved",
        subject: &sitting.gathering_id,
        season: Some(run.season()),
        detail: Some(act.name().into()),
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    tell(kernel, run.see(), sitting).await?;
    Ok(Pressed::Moved)
}
