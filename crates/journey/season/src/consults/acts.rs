//! Verbs: bring a challenge, begin, move on, keep time, keep a note, bring it again. Nothing says who pressed.

use super::model::{Brought, Consult, Protocol, To, seal_note, told, told_over};
use super::rules::Take;
use super::{ending, letters, store};
use crate::library::model::Card;
use crate::rooms::acts::Pressed;
use crate::rooms::model::{Act, Room, Stage};
use weft_kernel::db::{Conn, Tx};
use weft_kernel::i18n::Words;
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, events};
use weft_people::rules::OwnRecord;
use weft_programs::Season;
use weft_web::{Error, Result};

/// The topic under which the page of everyone but the client follows.
pub fn topic(id: &Id) -> String {
    format!("consult:{id}")
}

/// The topic of the client's pages: in each step they do something else.
pub fn client_topic(id: &Id) -> String {
    format!("consult-client:{id}")
}

impl Protocol {
    pub fn of(card: &Card) -> Self {
        Self { name: Words { en: card.title_en.clone(), es: card.title_es.clone() }, steps: card.steps() }
    }
}

pub(super) async fn record(
    kernel: &Kernel,
    tx: &mut Tx,
    (actor, season): (Option<&Id>, &Id),
    verb: &'static str,
    id: &Id,
) -> Result<()> {
    let event = events::Event { actor, verb, subject: id, season: Some(season), detail: None };
    Ok(events::record(kernel, tx, event).await?)
}

/// What came of bringing a challenge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Made {
    Done(Id),
    /// They have as many waiting as anyone may.
    Enough,
    /// What was to be brought again is not there any more, or there is no team to bring it to.
    Gone,
}

/// Brings a challenge to a home team, or offers a consult to the cohort, which gets them an entry for their calendar.
pub async fn ask(kernel: &Kernel, permit: &Take, season: &Season, (brought, to): (&Brought, &To)) -> Result<Made> {
    let mut tx = kernel.begin_once().await?;
    let id = kernel.id();
    let sealed = brought.seal(kernel, &id);
    if !store::insert(&mut tx, permit, (&id, &sealed), to, kernel.now()).await? {
        return Ok(Made::Enough);
    }
    record(kernel, &mut tx, (Some(permit.person()), permit.season()), "consult.asked", &id).await?;
    if matches!(to, To::Cohort(_)) {
        let made = store::one(&mut tx, permit, &id).await?.ok_or(Error::NotFound)?;
        letters::entry(kernel, &mut tx, season, (&made, permit.person())).await?;
    }
    kernel.made(&mut tx, &id).await?;
    tx.commit().await?;
    Ok(Made::Done(id))
}

/// Says it in other words, while it waits. `false` where it does no longer.
pub async fn change(kernel: &Kernel, permit: &Take, id: &Id, brought: &Brought) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    store::hold(&mut tx, permit, id).await?.filter(|c| c.is_of(permit.person())).ok_or(Error::NotFound)?;
    if !store::set_words(&mut tx, permit, id, &brought.seal(kernel, id)).await? {
        return Ok(false);
    }
    record(kernel, &mut tx, (Some(permit.person()), permit.season()), "consult.changed", id).await?;
    tx.commit().await?;
    Ok(true)
}

/// Takes back what waits; whoever has a place in it is told. `false` where it has begun.
pub async fn withdraw(kernel: &Kernel, permit: &Take, season: &Season, id: &Id) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    let c = store::hold(&mut tx, permit, id).await?.filter(|c| c.is_of(permit.person())).ok_or(Error::NotFound)?;
    if !c.is_waiting() {
        return Ok(false);
    }
    ending::take_away(kernel, &mut tx, season, &c).await?;
    tx.commit().await?;
    say_over(kernel, id);
    Ok(true)
}

/// What came of beginning one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begun {
    Done,
    /// It is on, or has ended: the page shows how it stands.
    Already,
    /// The team is in another one.
    Busy,
    /// It is not yet time, or whoever brought it is no longer there.
    NotNow,
}

/// Begins one. Whoever does keeps time, and can hand that on.
pub async fn begin(kernel: &Kernel, permit: &Take, id: &Id, card: Option<&Card>) -> Result<Begun> {
    let mut tx = kernel.db.begin().await?;
    let c = store::hold(&mut tx, permit, id).await?.filter(|c| c.is_inside(permit.person())).ok_or(Error::NotFound)?;
    if !c.is_waiting() {
        return Ok(Begun::Already);
    }
    if !c.can_begin(kernel.now()) {
        return Ok(Begun::NotNow);
    }
    let chosen = card.map(Protocol::of);
    // An open one said at first how it goes.
    let protocol = if c.is_open() { None } else { Some(chosen.ok_or(Error::NotFound)?) };
    if !store::begin(&mut tx, permit, &c, protocol.as_ref(), kernel.now()).await? {
        return Ok(Begun::Busy);
    }
    record(kernel, &mut tx, (None, permit.season()), "consult.begun", id).await?;
    tx.commit().await?;
    tell(kernel, permit, id).await?;
    Ok(Begun::Done)
}

/// Where a consult stands.
pub async fn stage(kernel: &Kernel, conn: &mut Conn, c: &Consult) -> Result<Stage> {
    let blocks = c.blocks();
    let mut room = Room::of(&store::steps(conn, &c.id).await?, &blocks);
    // What has ended has no steps any more.
    room.ended_at = room.ended_at.or(c.ended_at);
    Ok(Stage { room, blocks, now: kernel.now() })
}

/// What the pages are to be told now: those of everyone but the client, and the client's.
pub async fn words(kernel: &Kernel, conn: &mut Conn, c: &Consult) -> Result<[[String; 2]; 2]> {
    let room = stage(kernel, conn, c).await?.room;
    Ok([false, true].map(|is_client| told(c, &room, is_client)))
}

async fn tell(kernel: &Kernel, permit: &Take, id: &Id) -> Result<()> {
    let mut conn = kernel.db.read().await?;
    let Some(c) = store::one(&mut conn, permit, id).await? else { return Ok(()) };
    let [others, client] = words(kernel, &mut conn, &c).await?;
    kernel.live.say(&topic(id), others);
    kernel.live.say(&client_topic(id), client);
    Ok(())
}

/// Tells every page that follows that it is over, so that it is drawn anew.
pub(super) fn say_over(kernel: &Kernel, id: &Id) {
    for topic in [topic(id), client_topic(id)] {
        kernel.live.say(&topic, told_over());
    }
}

/// What came of a press, beside what can come of one in a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    Pressed(Pressed),
    /// Someone else keeps time.
    NotKeeper,
}

/// Moves on, as whoever keeps time, from a page that knew of `seen` presses. The end deletes how it went.
pub async fn press(kernel: &Kernel, permit: &Take, id: &Id, seen: i64, act: Act) -> Result<Moved> {
    let mut tx = kernel.db.begin().await?;
    let c = store::hold(&mut tx, permit, id).await?.filter(|c| c.is_inside(permit.person())).ok_or(Error::NotFound)?;
    if !c.is_on() {
        return Ok(Moved::Pressed(Pressed::Late));
    }
    if !c.is_kept_by(permit.person()) {
        return Ok(Moved::NotKeeper);
    }
    let Stage { room, blocks, .. } = stage(kernel, &mut tx, &c).await?;
    // Nothing was pressed yet: it goes back to the list as if it had not begun.
    if act == Act::Back && room.n == 1 && seen == 1 {
        store::put_back(&mut tx, &c).await?;
        record(kernel, &mut tx, (None, permit.season()), "consult.put-back", id).await?;
        tx.commit().await?;
        say_over(kernel, id);
        return Ok(Moved::Pressed(Pressed::Moved));
    }
    let Some(to) = room.to(act, blocks.len()) else { return Ok(Moved::Pressed(Pressed::Pointless)) };
    if room.n != seen || !store::insert_step(&mut tx, id, (seen + 1, act, to), kernel.now()).await? {
        return Ok(Moved::Pressed(Pressed::Late));
    }
    if act == Act::End {
        ending::end(kernel, &mut tx, id).await?;
        record(kernel, &mut tx, (None, permit.season()), "consult.ended", id).await?;
    }
    tx.commit().await?;
    tell(kernel, permit, id).await?;
    Ok(Moved::Pressed(Pressed::Moved))
}

/// Keeps time from now on, in place of whoever did. Again, it changes nothing.
pub async fn keep_time(kernel: &Kernel, permit: &Take, id: &Id) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::hold(&mut tx, permit, id).await?.filter(|c| c.is_inside(permit.person())).ok_or(Error::NotFound)?;
    if store::set_keeper(&mut tx, permit, id).await? {
        tx.commit().await?;
        tell(kernel, permit, id).await?;
    }
    Ok(())
}

/// The client's own one that has ended, or that waits for a team they are no longer in.
async fn own_again(tx: &mut Tx, permit: &Take, id: &Id) -> Result<Consult> {
    let c = store::hold(tx, permit, id).await?.filter(|c| c.is_of(permit.person()));
    c.filter(|c| c.ended_at.is_some() || c.is_left()).ok_or(Error::NotFound)
}

/// The client's own one that has ended.
async fn own_ended(tx: &mut Tx, permit: &Take, id: &Id) -> Result<Consult> {
    let c = store::hold(tx, permit, id).await?;
    c.filter(|c| c.is_of(permit.person()) && c.ended_at.is_some()).ok_or(Error::NotFound)
}

/// Keeps a note for oneself; an empty one deletes it.
pub async fn keep_note(kernel: &Kernel, permit: &Take, id: &Id, text: &str) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    own_ended(&mut tx, permit, id).await?;
    let sealed = (!text.is_empty()).then(|| seal_note(kernel, id, text));
    store::set_note(&mut tx, permit, id, sealed.as_deref()).await?;
    let verb = if text.is_empty() { "consult.note-deleted" } else { "consult.note-kept" };
    record(kernel, &mut tx, (Some(permit.person()), permit.season()), verb, id).await?;
    Ok(tx.commit().await?)
}

/// Deletes what one brought, before its time. Again, it changes nothing.
pub async fn let_go(kernel: &Kernel, permit: &Take, id: &Id) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    own_ended(&mut tx, permit, id).await?;
    if store::clear_words(&mut tx, permit, id).await? {
        record(kernel, &mut tx, (Some(permit.person()), permit.season()), "consult.words-deleted", id).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Brings the same again, to the home team that one is in now. The words move along.
pub async fn bring_again(kernel: &Kernel, permit: &Take, id: &Id) -> Result<Made> {
    let mut tx = kernel.db.begin().await?;
    let c = own_again(&mut tx, permit, id).await?;
    let team = store::teams(&mut tx, permit).await?.into_iter().next();
    if let Some((team, _)) = team.as_ref().filter(|_| c.is_left()) {
        store::move_to(&mut tx, permit, id, team).await?;
        record(kernel, &mut tx, (Some(permit.person()), permit.season()), "consult.changed", id).await?;
        tx.commit().await?;
        return Ok(Made::Done(id.clone()));
    }
    let (Some(brought), Some((team, _))) = (c.brought(&kernel.seal), team) else { return Ok(Made::Gone) };
    let fresh = kernel.id();
    let sealed = brought.seal(kernel, &fresh);
    if !store::insert(&mut tx, permit, (&fresh, &sealed), &To::Team(team), kernel.now()).await? {
        return Ok(Made::Enough);
    }
    store::clear_words(&mut tx, permit, id).await?;
    record(kernel, &mut tx, (Some(permit.person()), permit.season()), "consult.asked", &fresh).await?;
    tx.commit().await?;
    Ok(Made::Done(fresh))
}

/// What someone brought and kept, for their own file.
pub async fn own_data(kernel: &Kernel, conn: &mut Conn, own: &OwnRecord) -> Result<Vec<serde_json::Value>> {
    let all = store::own(conn, own).await?;
    let text = |c: Consult| {
        let brought = c.brought(&kernel.seal);
        let note = c.note(&kernel.seal);
        (brought.is_some() || note.is_some())
            .then(|| serde_json::json!({ "asked_at": c.asked_at.iso(), "brought": brought, "note": note }))
    };
    Ok(all.into_iter().filter_map(text).collect())
}
