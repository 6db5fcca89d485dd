//! A person's photo: for herself, for her cohort, a coach's for those who read their profile where they chose that, and
//! for everyone where she agreed to it.

use axum::extract::{Path, State};
use axum::response::Response;

use crate::cohort::{rules, store};
use weft_kernel::Kernel;
use weft_kernel::ids::Id;
use weft_people::{Actor, photo};
use weft_programs::{self as programs, rules as program_rules};
use weft_web::{Error, Result, download};

pub async fn show(State(kernel): State<Kernel>, actor: Option<Actor>, Path(id): Path<String>) -> Result<Response> {
    let id = Id::parse(&id).ok_or(Error::NotFound)?;
    let mut conn = kernel.db.read().await?;
    let shown = store::photo(&mut conn, &id, kernel.now()).await?.ok_or(Error::NotFound)?;
    let mut may = shown.is_public || actor.as_ref().is_some_and(|a| a.person_id == shown.person_id);
    if let Some(actor) = actor.filter(|_| !may) {
        let member = store::seasons_of_member(&mut conn, &shown.person_id).await?.into_iter().map(|s| (s, true));
        let coach = store::seasons_of_coach(&mut conn, &shown.person_id).await?.into_iter().map(|s| (s, false));
        for (season, is_member) in member.chain(coach) {
            let roles = program_rules::effective(
                programs::store::roles_in(&mut conn, &actor.person_id, &season).await?,
                actor.strength,
            );
            may = may || if is_member { rules::sees_names(&roles) } else { rules::sees_coaches(&roles) };
        }
    }
    drop(conn);
    if !may {
        return Err(Error::NotFound);
    }
    Ok(download::attachment("photo.jpg", "image/jpeg", photo::picture(&kernel, &id).await?))
}
