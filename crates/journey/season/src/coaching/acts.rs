//! Verbs of the program and of coaches: how coaching goes, who coaches, pairs, signatures, more sessions.

use std::collections::{BTreeMap, BTreeSet};

use super::letters;
use super::model::{Profile, Side, Standing, Terms, Wish};
use super::rules::{Arrange, Coaching, Own};
use super::store::{self, Worked};
pub(super) use crate::appointments::acts::record;
use crate::appointments::model::Entry;
use crate::appointments::store::{NewEntry, enter};
use weft_kernel::Kernel;
use weft_kernel::ids::Id;
use weft_programs::Season;
use weft_web::{Error, Result};

pub use super::ending::{change, part};
pub use super::sessions::{Paid, Said, book, give_back, say, settle};

/// Says how coaching goes in a season. The agreement gets a version where its words are others than before; pairs that
/// nobody has signed take it over.
pub async fn set_up(kernel: &Kernel, permit: &Arrange, terms: &Terms, (en, es): (&str, &str)) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::keep_terms(kernel, &mut tx, permit, terms).await?;
    let last = store::agreement(&mut tx, permit.season()).await?;
    if last.as_ref().is_none_or(|a| a.text_en != en || a.text_es != es) {
        store::hold_all(&mut tx, permit.season()).await?;
        store::add_agreement(kernel, &mut tx, permit, last.map_or(1, |a| a.version + 1), (en, es)).await?;
    }
    record(kernel, &mut tx, (Some(permit.person()), permit.season()), "coaching.set-up", permit.season()).await?;
    Ok(tx.commit().await?)
}

/// Says who one is as a coach. Of a last day that is near, whoever typed it need not be told by email.
pub async fn introduce(kernel: &Kernel, permit: &Coaching, profile: &Profile) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let standing = profile.standing(kernel.now().date_in(weft_kernel::zone::USUAL_ZONE));
    let is_near = matches!(standing, Standing::Ending(_) | Standing::Over(_));
    let warned_of = profile.expires_on.as_deref().filter(|_| is_near);
    let id = store::keep_profile(kernel, &mut tx, permit, (profile, warned_of)).await?;
    record(kernel, &mut tx, (Some(permit.person()), permit.season()), "coaching.introduced", &id).await?;
    Ok(tx.commit().await?)
}

/// Says which coaches one would like, and which one would rather not have. No event says which.
pub async fn wish(kernel: &Kernel, permit: &Own, wishes: &BTreeMap<Id, Wish>) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::keep_wishes(&mut tx, permit, wishes).await?;
    record(kernel, &mut tx, (Some(permit.person()), permit.season()), "coaching.wished", permit.season()).await?;
    Ok(tx.commit().await?)
}

/// What came of pairing several.
#[derive(Debug, PartialEq, Eq)]
pub enum Paired {
    Done(usize),
    /// A coach has no room for that many, or coaches no more; nobody was paired.
    Full(Id),
    /// Someone of the cohort has another coach meanwhile; nobody was paired.
    Other(Id),
}

/// Pairs people of the cohort with coaches, all or none. Whoever has a coach keeps them. Each gets the season's
/// sessions, once, and both are told.
pub async fn pair(kernel: &Kernel, permit: &Arrange, season: &Season, wanted: &[(Id, Id)]) -> Result<Paired> {
    let mut tx = kernel.db.begin().await?;
    let terms = store::terms(&mut tx, permit.season()).await?.ok_or(Error::NotFound)?;
    let text = store::agreement(&mut tx, permit.season()).await?.ok_or(Error::NotFound)?;
    let coaches: BTreeSet<&str> = wanted.iter().map(|(_, coach)| coach.as_str()).collect();
    // In one order, so that two who pair at once do not wait for each other.
    for coach in coaches {
        let coach = Id::stored(coach.to_owned());
        if !store::hold_coach(&mut tx, permit.season(), &coach).await? {
            return Ok(Paired::Full(coach));
        }
    }
    let counted = store::counted(&mut tx, permit, kernel.now()).await?;
    let mut n = 0;
    for (member, coach) in wanted {
        match counted.iter().find(|c| c.member_id == *member) {
            // Whoever left, or has this coach already, is passed over.
            None => continue,
            Some(c) if c.coach_id.as_ref() == Some(coach) => continue,
            Some(c) if c.pair_id.is_some() => return Ok(Paired::Other(member.clone())),
            Some(_) => {}
        }
        let Some(id) = store::insert(kernel, &mut tx, permit, (member, coach, &text.id)).await? else {
            return Ok(Paired::Full(coach.clone()));
        };
        let granted = NewEntry {
            season: permit.season(),
            person: member,
            appointment: None,
            kind: Entry::Granted,
            change: terms.sessions,
            reason: "",
            by: Some(permit.person()),
        };
        enter(kernel, &mut tx, granted).await?;
        letters::paired(kernel, &mut tx, season, &id).await?;
        record(kernel, &mut tx, (Some(permit.person()), permit.season()), "coaching.paired", &id).await?;
        n += 1;
    }
    if n > 0 {
        tx.commit().await?;
    }
    Ok(Paired::Done(n))
}

/// Signs one's own pair's agreement, in the version that was read. Signed again, it changes nothing.
pub async fn sign(kernel: &Kernel, permit: &Own, (id, text): (&Id, &Id), name: &str) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if !store::hold(&mut tx, id).await? {
        return Err(Error::NotFound);
    }
    let pair = store::one(&mut tx, permit, id).await?.filter(|p| p.text_id == *text).ok_or(Error::NotFound)?;
    let side = if pair.is_coached_by(permit.person()) { Side::Coach } else { Side::Member };
    if !store::sign(kernel, &mut tx, id, (side, permit.person(), name)).await? {
        return Ok(());
    }
    record(kernel, &mut tx, (Some(permit.person()), permit.season()), "coaching.signed", id).await?;
    Ok(tx.commit().await?)
}

/// Signs for the program whatever waits for it of the versions that were read. Returns how many agreements.
pub async fn sign_all(kernel: &Kernel, permit: &Arrange, texts: &[Id], name: &str) -> Result<u64> {
    let mut tx = kernel.db.begin().await?;
    store::hold_all(&mut tx, permit.season()).await?;
    let mut n = 0;
    for text in texts {
        n += store::sign_all(kernel, &mut tx, permit, (text, name)).await?;
    }
    if n > 0 {
        let by = (Some(permit.person()), permit.season());
        record(kernel, &mut tx, by, "coaching.signed", permit.season()).await?;
        tx.commit().await?;
    }
    Ok(n)
}

/// What coaches did up to now, for a file; that it was read is on record.
pub async fn hours(kernel: &Kernel, permit: &Arrange) -> Result<Vec<Worked>> {
    let mut tx = kernel.db.begin().await?;
    let worked = store::worked(&mut tx, permit, kernel.now()).await?;
    let by = (Some(permit.person()), permit.season());
    record(kernel, &mut tx, by, "coaching.hours-exported", permit.season()).await?;
    tx.commit().await?;
    Ok(worked)
}

/// Gives someone of the cohort more sessions, for a reason that they read.
pub async fn give_more(kernel: &Kernel, permit: &Arrange, (member, n): (&Id, i64), reason: &str) -> Result<()> {
    let mut tx = kernel.begin_once().await?;
    let counted = store::counted(&mut tx, permit, kernel.now()).await?;
    if !counted.iter().any(|c| c.member_id == *member && c.is_listed()) {
        return Err(Error::NotFound);
    }
    let entry = NewEntry {
        season: permit.season(),
        person: member,
        appointment: None,
        kind: Entry::Extra,
        change: n,
        reason,
        by: Some(permit.person()),
    };
    enter(kernel, &mut tx, entry).await?;
    record(kernel, &mut tx, (Some(permit.person()), permit.season()), "coaching.extra", member).await?;
    Ok(tx.commit().await?)
}
