//! A likely second application: one person after all, or two. Both ways, and back.

use axum::extract::{Path, State};
use axum::response::Response;

use super::show::At;
use crate::applications::model::Happening;
use crate::applications::rules::KeepPool;
use crate::applications::store;
use weft_kernel::{Kernel, events};
use weft_people::merge::{self, Outcome};
use weft_programs::May;
use weft_web::{Error, Result, see};

/// The person of this application becomes one with the person of the application it resembles.
pub async fn join(
    State(kernel): State<Kernel>,
    May { permit, s }: May<KeepPool>,
    Path(at): Path<At>,
) -> Result<Response> {
    let here = s.season.path(&format!("applications/{}", at.external_id));
    let mut tx = kernel.db.begin().await?;
    let second = store::by_external_id(&mut tx, permit.read(), &at.external_id).await?.ok_or(Error::NotFound)?;
    let first = second.duplicate_of.as_deref().ok_or(Error::NotFound)?;
    let first = store::by_external_id(&mut tx, permit.read(), first).await?.ok_or(Error::NotFound)?;
    if merge::merge(&kernel, &mut tx, s.actor_id(), &s.season.id, &first.person_id, &second.person_id).await?
        == Outcome::Refused
    {
        return Ok(see(&format!("{here}?refused=1")));
    }
    let is_told = store::happened(&mut tx, &second.id).await?.iter().any(|h| h.is(Happening::DuplicateMerged));
    if !is_told {
        store::insert_event(&kernel, &mut tx, &second.id, kernel.now(), Happening::DuplicateMerged, None).await?;
    }
    tx.commit().await?;
    Ok(see(&here))
}

/// They are two people: the merge that moved this application is undone, and the second application can be chosen
/// again.
pub async fn part(
    State(kernel): State<Kernel>,
    May { permit, s }: May<KeepPool>,
    Path(at): Path<At>,
) -> Result<Response> {
    let mut tx = kernel.db.begin().await?;
    let second = store::by_external_id(&mut tx, permit.read(), &at.external_id).await?.ok_or(Error::NotFound)?;
    if second.duplicate_of.is_none() && second.resembles.is_none() {
        return Err(Error::NotFound);
    }
    if let Some(m) = merge::that_moved(&mut tx, &second.person_id, &second.id).await? {
        merge::unmerge(&kernel, &mut tx, s.actor_id(), &s.season.id, &m).await?;
    }
    store::clear_duplicate(&mut tx, permit.fill(), &second.id).await?;
    tx.commit().await?;
    Ok(see(&s.season.path(&format!("applications/{}", at.external_id))))
}

/// What only looked like a second application is one: it is left out of reviews and selection.
pub async fn second(
    State(kernel): State<Kernel>,
    May { permit, s }: May<KeepPool>,
    Path(at): Path<At>,
) -> Result<Response> {
    let mut tx = kernel.db.begin().await?;
    let second = store::by_external_id(&mut tx, permit.read(), &at.external_id).await?.ok_or(Error::NotFound)?;
    if store::set_duplicate(&mut tx, permit.fill(), &second.id).await? {
        let event = events::Event {
            actor: s.actor_id(),
            verb: "application.duplicate",
            subject: &second.id,
            season: Some(&s.season.id),
            detail: Some(at.external_id.clone()),
        };
        events::record(&kernel, &mut tx, event).await?;
        tx.commit().await?;
    }
    Ok(see(&s.season.path(&format!("applications/{}", at.external_id))))
}
