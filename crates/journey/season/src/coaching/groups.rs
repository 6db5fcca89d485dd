//! Verbs of group coaching: the program makes groups, each person accepts what is confidential, the coach plans
//! sessions and says how many came. Whoever leaves is out at once.

use super::acts::record;
use super::group::{Group, MOST_AHEAD, Meeting, New, Planned};
use super::model::{Agreement, Became};
use super::rules::{Arrange, Own};
use super::{group_letters as letters, store};
use weft_kernel::Kernel;
use weft_kernel::db::{Conn, Tx};
use weft_kernel::ids::Id;
use weft_programs::{Season, store as programs};
use weft_web::{Error, Result};

/// Where the way to meet is sealed.
const PLACE: &str = "coaching_group_session.place_sealed";

/// How a session is met, for whoever may read it; nothing where another key sealed it.
pub fn place(kernel: &Kernel, m: &Meeting) -> Option<String> {
    kernel.seal.open(PLACE, m.id.as_str(), &m.place_sealed)
}

/// Writes the text that people of groups accept. Other words are a new version, which each accepts again.
pub async fn set_text(kernel: &Kernel, permit: &Arrange, (en, es): (&str, &str)) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::terms(&mut tx, permit.season()).await?.ok_or(Error::NotFound)?;
    store::hold_count(&mut tx, permit.season()).await?;
    let last: Option<Agreement> = store::group_text(&mut tx, permit.season()).await?;
    if last.as_ref().is_some_and(|a| a.text_en == en && a.text_es == es) {
        return Ok(());
    }
    store::add_group_text(kernel, &mut tx, permit, (last.map_or(1, |a| a.version + 1), en, es)).await?;
    record(kernel, &mut tx, (Some(permit.person()), permit.season()), "coaching.group-text", permit.season()).await?;
    Ok(tx.commit().await?)
}

/// What came of making or filling a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Made {
    Done(Id),
    /// Whoever was chosen coaches no more, or wrote no profile.
    NoCoach,
    /// More people than places, or someone who can't be in it. Nothing was changed.
    Full,
}

/// Makes a group with its people, who are told, as is its coach.
pub async fn make(kernel: &Kernel, permit: &Arrange, season: &Season, new: &New<'_>) -> Result<Made> {
    let mut tx = kernel.begin_once().await?;
    store::group_text(&mut tx, permit.season()).await?.ok_or(Error::NotFound)?;
    if !store::hold_coach(&mut tx, permit.season(), new.coach).await? {
        return Ok(Made::NoCoach);
    }
    let id = kernel.id();
    store::insert_group(&mut tx, permit, (&id, new), kernel.now()).await?;
    for person in new.people {
        if !store::add_to_group(&mut tx, &id, person, kernel.now()).await? {
            return Ok(Made::Full);
        }
    }
    let group = store::group_by_id(&mut tx, &id).await?.ok_or(Error::NotFound)?;
    letters::begun(kernel, &mut tx, season, &group, None).await?;
    record(kernel, &mut tx, (Some(permit.person()), permit.season()), "coaching.group-made", &id).await?;
    kernel.made(&mut tx, &id).await?;
    tx.commit().await?;
    Ok(Made::Done(id))
}

/// Puts more people into a group, all or none. Whoever is in it already is passed over.
pub async fn add(kernel: &Kernel, permit: &Arrange, season: &Season, (id, people): (&Id, &[Id])) -> Result<Made> {
    let mut tx = kernel.db.begin().await?;
    store::arranged_group(&mut tx, permit, id).await?.ok_or(Error::NotFound)?;
    if !store::hold_group(&mut tx, id).await? {
        return Err(Error::NotFound);
    }
    let there = store::in_group(&mut tx, id).await?;
    let group = store::group_by_id(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let mut n = 0;
    for person in people.iter().filter(|p| !there.iter().any(|j| j.person_id == **p)) {
        if !store::add_to_group(&mut tx, id, person, kernel.now()).await? {
            return Ok(Made::Full);
        }
        letters::begun(kernel, &mut tx, season, &group, Some(person)).await?;
        for m in ahead(kernel, &mut tx, id).await? {
            letters::entry(kernel, &mut tx, season, (&group, &m), Some(person)).await?;
        }
        n += 1;
    }
    if n > 0 {
        record(kernel, &mut tx, (Some(permit.person()), permit.season()), "coaching.group-added", id).await?;
        tx.commit().await?;
    }
    Ok(Made::Done(id.clone()))
}

async fn ahead(kernel: &Kernel, conn: &mut Conn, group: &Id) -> Result<Vec<Meeting>> {
    let all = store::meetings(conn, group).await?;
    Ok(all.into_iter().filter(|m| m.canceled_at.is_none() && m.starts_at > kernel.now()).collect())
}

/// Takes someone out: their entries go, and they and the coach are told. No event says who asked.
async fn out(kernel: &Kernel, mut tx: Tx, season: &Season, (group, person): (&Group, &Id)) -> Result<()> {
    for m in ahead(kernel, &mut tx, &group.id).await? {
        letters::off(kernel, &mut tx, season, (group, &m), Some(person)).await?;
    }
    letters::out(kernel, &mut tx, season, (group, person)).await?;
    if store::drop_from_group(&mut tx, &group.id, person).await? {
        record(kernel, &mut tx, (None, &season.id), "coaching.group-left", &group.id).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Leaves a group, at once. Again, it changes nothing.
pub async fn leave(kernel: &Kernel, permit: &Own, season: &Season, id: &Id) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let Some(group) = store::own_group(&mut tx, permit, id).await? else { return Ok(()) };
    if !store::hold_group(&mut tx, id).await? || group.is_coached_by(permit.person()) {
        return Err(Error::NotFound);
    }
    out(kernel, tx, season, (&group, permit.person())).await
}

/// Takes someone out of a group, for the program. Again, it changes nothing.
pub async fn remove(kernel: &Kernel, permit: &Arrange, season: &Season, (id, person): (&Id, &Id)) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let group = store::arranged_group(&mut tx, permit, id).await?.ok_or(Error::NotFound)?;
    if !store::hold_group(&mut tx, id).await?
        || !store::in_group(&mut tx, id).await?.iter().any(|j| j.person_id == *person)
    {
        return Ok(());
    }
    out(kernel, tx, season, (&group, person)).await
}

/// Accepts the text, in the version that was read. False where there is another one meanwhile.
pub async fn accept(kernel: &Kernel, permit: &Own, (id, text): (&Id, &Id)) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    let group = store::own_group(&mut tx, permit, id).await?.ok_or(Error::NotFound)?;
    if group.text_id != *text {
        return Ok(false);
    }
    if store::accept_group(&mut tx, permit, (id, text), kernel.now()).await? {
        record(kernel, &mut tx, (Some(permit.person()), permit.season()), "coaching.group-accepted", id).await?;
        tx.commit().await?;
    }
    Ok(true)
}

/// The group that someone coaches, held.
async fn coached(tx: &mut Tx, permit: &Own, id: &Id) -> Result<Group> {
    let group = store::own_group(tx, permit, id).await?.filter(|g| g.is_coached_by(permit.person()));
    let group = group.ok_or(Error::NotFound)?;
    if store::hold_group(tx, id).await? { Ok(group) } else { Err(Error::NotFound) }
}

/// Plans a session, as its coach. Everyone gets an entry for their calendar, which leads to the page. False where as
/// many lie ahead as may.
pub async fn plan(kernel: &Kernel, permit: &Own, season: &Season, (id, new): (&Id, &Planned<'_>)) -> Result<bool> {
    let mut tx = kernel.begin_once().await?;
    let group = coached(&mut tx, permit, id).await?;
    if ahead(kernel, &mut tx, id).await?.len() >= MOST_AHEAD {
        return Ok(false);
    }
    let meeting = kernel.id();
    let sealed = kernel.seal.seal(&kernel.rng, PLACE, meeting.as_str(), new.place);
    store::insert_meeting(&mut tx, (&meeting, id), (new, &sealed), kernel.now()).await?;
    let made = store::meetings(&mut tx, id).await?.into_iter().find(|m| m.id == meeting).ok_or(Error::NotFound)?;
    letters::entry(kernel, &mut tx, season, (&group, &made), None).await?;
    record(kernel, &mut tx, (Some(permit.person()), permit.season()), "coaching.group-planned", &meeting).await?;
    tx.commit().await?;
    Ok(true)
}

/// The session of a group that someone coaches, and the group, held.
async fn meeting(tx: &mut Tx, permit: &Own, (group, id): (&Id, &Id)) -> Result<(Group, Meeting)> {
    let group = coached(tx, permit, group).await?;
    let all = store::meetings(tx, &group.id).await?;
    let found = all.into_iter().find(|m| m.id == *id).ok_or(Error::NotFound)?;
    Ok((group, found))
}

/// Cancels a session before it begins, as its coach; everyone is told. Again, it changes nothing.
pub async fn cancel(kernel: &Kernel, permit: &Own, season: &Season, at: (&Id, &Id)) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let (group, m) = meeting(&mut tx, permit, at).await?;
    if !store::cancel_meeting(&mut tx, &m.id, kernel.now()).await? {
        return Ok(());
    }
    letters::off(kernel, &mut tx, season, (&group, &m), None).await?;
    record(kernel, &mut tx, (Some(permit.person()), permit.season()), "coaching.group-canceled", &m.id).await?;
    Ok(tx.commit().await?)
}

/// Says, as its coach, whether a session took place and how many came. Who came is kept nowhere. False where it has not
/// begun.
pub async fn report(kernel: &Kernel, permit: &Own, at: (&Id, &Id), said: (Became, i64)) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    // Also of a group that has ended: its hours are paid by what is said here.
    let group = store::own_group(&mut tx, permit, at.0).await?.filter(|g| g.is_coached_by(permit.person()));
    let group = group.ok_or(Error::NotFound)?;
    let all = store::meetings(&mut tx, &group.id).await?;
    let m = all.into_iter().find(|m| m.id == *at.1 && m.canceled_at.is_none()).ok_or(Error::NotFound)?;
    if !m.has_begun(kernel.now()) {
        return Ok(false);
    }
    store::report_meeting(&mut tx, &m.id, said).await?;
    record(kernel, &mut tx, (Some(permit.person()), permit.season()), "coaching.group-reported", &m.id).await?;
    tx.commit().await?;
    Ok(true)
}

/// Ends a group with its sessions that lie ahead; everyone is told.
async fn finish(kernel: &Kernel, mut tx: Tx, season: &Season, (group, by): (&Group, Option<&Id>)) -> Result<()> {
    if !store::end_group(&mut tx, &group.id, kernel.now()).await? {
        return Ok(());
    }
    // The group is held by now: nothing is planned beside this.
    let ahead = ahead(kernel, &mut tx, &group.id).await?;
    for m in &ahead {
        if store::cancel_meeting(&mut tx, &m.id, kernel.now()).await? {
            letters::off(kernel, &mut tx, season, (group, m), None).await?;
        }
    }
    letters::ended(kernel, &mut tx, season, group).await?;
    record(kernel, &mut tx, (by, &season.id), "coaching.group-ended", &group.id).await?;
    Ok(tx.commit().await?)
}

/// Ends a group for the program. Again, it changes nothing.
pub async fn end(kernel: &Kernel, permit: &Arrange, season: &Season, id: &Id) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let group = store::arranged_group(&mut tx, permit, id).await?.ok_or(Error::NotFound)?;
    finish(kernel, tx, season, (&group, Some(permit.person()))).await
}

/// Ends groups whose coach is gone, and takes people out who left the cohort.
pub(super) async fn end_left(kernel: &Kernel) -> Result<()> {
    for (id, slug) in store::groups_left(&mut kernel.db.read().await?).await? {
        let mut tx = kernel.db.begin().await?;
        let Some(season) = programs::season_by_slug(&mut tx, &slug).await? else { continue };
        let Some(group) = store::group_by_id(&mut tx, &id).await? else { continue };
        finish(kernel, tx, &season, (&group, None)).await?;
    }
    for (id, person, slug) in store::left_of_groups(&mut kernel.db.read().await?).await? {
        let mut tx = kernel.db.begin().await?;
        let Some(season) = programs::season_by_slug(&mut tx, &slug).await? else { continue };
        let Some(group) = store::group_by_id(&mut tx, &id).await? else { continue };
        if store::hold_group(&mut tx, &id).await? {
            out(kernel, tx, &season, (&group, &person)).await?;
        }
    }
    Ok(())
}
