//! Verbs of those who make a call: change its form and dates, publish, give someone more time.

use super::checks;
use super::model::{Call, CallForm};
use super::rules::MakeCall;
use super::store::{self, NewExtension};
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Tx};
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, events};
use weft_web::{Error, Result};

async fn record(
    kernel: &Kernel,
    tx: &mut Tx,
    permit: &MakeCall,
    actor: Option<&Id>,
    verb: &'static str,
    detail: Option<String>,
) -> Result<()> {
    let event = events::Event { actor, verb, subject: permit.season(), season: Some(permit.season()), detail };
    Ok(events::record(kernel, tx, event).await?)
}

fn json(form: &CallForm) -> Result<String> {
    serde_json::to_string(form).map_err(|e| Error::Internal(e.to_string()))
}

/// Changes the form as it stands, also when someone else has changed another part of it meanwhile. `change` returns
/// whether there was something to change; without it the form stays as it is.
pub async fn change(
    kernel: &Kernel,
    permit: &MakeCall,
    actor: Option<&Id>,
    change: impl FnOnce(&mut CallForm) -> bool,
) -> Result<()> {
    let mut tx = kernel.begin_once().await?;
    let text = store::hold_form(kernel, &mut tx, permit).await?.ok_or(Error::NotFound)?;
    let mut form: CallForm = serde_json::from_str(&text).map_err(|e| Error::Internal(e.to_string()))?;
    if !change(&mut form) {
        return Ok(());
    }
    store::save_form(kernel, &mut tx, permit, &json(&form)?).await?;
    record(kernel, &mut tx, permit, actor, "call.changed", None).await?;
    tx.commit().await?;
    Ok(())
}

/// Begins a call with a form, unless there is one.
pub async fn begin(kernel: &Kernel, permit: &MakeCall, actor: Option<&Id>, form: &CallForm) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if store::call(&mut tx, permit.season()).await?.is_some() {
        return Ok(());
    }
    store::save_form(kernel, &mut tx, permit, &json(form)?).await?;
    record(kernel, &mut tx, permit, actor, "call.changed", None).await?;
    tx.commit().await?;
    Ok(())
}

pub async fn save_dates(
    kernel: &Kernel,
    permit: &MakeCall,
    actor: Option<&Id>,
    opens: Time,
    closes: Time,
    decision_on: Option<&str>,
) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::save_dates(kernel, &mut tx, permit, opens, closes, decision_on).await?;
    record(kernel, &mut tx, permit, actor, "call.changed", Some("dates".into())).await?;
    tx.commit().await?;
    Ok(())
}

/// How publishing went.
#[derive(Debug, PartialEq, Eq)]
pub enum Published {
    Version(i64),
    /// It is what stands there already.
    Unchanged,
    /// What would hurt those who are answering the version that is open.
    Hurts(Vec<(&'static str, String)>),
}

/// What publishing the edited form would do to those who are answering the version that is open, and why it is not
/// taken. Nothing before the call opens; what is asked in stages that nobody was invited to hurts nobody.
pub async fn hurts(conn: &mut Conn, permit: &MakeCall, call: &Call, now: Time) -> Result<Vec<(&'static str, String)>> {
    if call.opens_at.is_some_and(|opens| now < opens) {
        return Ok(Vec::new());
    }
    let Some(open) = store::published(conn, permit.season()).await? else { return Ok(Vec::new()) };
    let stage = store::stage_now(conn, permit).await?;
    Ok(checks::hurts(&open.at(..=stage), &call.edited().asked().at(..=stage)))
}

/// Makes the edited form what applicants answer. While a call is open or closed, only changes that hurt nobody are
/// taken.
pub async fn publish(kernel: &Kernel, permit: &MakeCall, actor: Option<&Id>) -> Result<Published> {
    let mut tx = kernel.db.begin().await?;
    let call = store::call(&mut tx, permit.season()).await?.ok_or(Error::NotFound)?;
    let edited = call.edited().asked();
    if store::published(&mut tx, permit.season()).await?.is_some_and(|open| open == edited) {
        return Ok(Published::Unchanged);
    }
    let hurts = hurts(&mut tx, permit, &call, kernel.now()).await?;
    if !hurts.is_empty() {
        return Ok(Published::Hurts(hurts));
    }
    let version = call.published_version.unwrap_or(0) + 1;
    if !store::insert_version(kernel, &mut tx, permit, version, &json(&edited)?, actor).await? {
        return Ok(Published::Unchanged);
    }
    record(kernel, &mut tx, permit, actor, "call.published", Some(format!("version {version}"))).await?;
    tx.commit().await?;
    Ok(Published::Version(version))
}

/// Counts an answer to the questions before a call, by day.
pub async fn count_fit(kernel: &Kernel, season: &weft_programs::Season, fits: bool) -> Result<()> {
    let day = kernel.now().date_in(&season.zone).to_string();
    let mut tx = kernel.db.begin().await?;
    store::count_fit(&mut tx, &season.id, &day, fits).await?;
    tx.commit().await?;
    Ok(())
}

/// Gives whoever applies from an address more time. Said again, the later word stands.
pub async fn extend(
    kernel: &Kernel,
    permit: &MakeCall,
    actor: &Id,
    email: &str,
    until: Time,
    reason: &str,
) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let new = NewExtension { email, until, reason, by: actor };
    store::set_extension(kernel, &mut tx, permit, &new).await?;
    record(kernel, &mut tx, permit, Some(actor), "call.extended", None).await?;
    tx.commit().await?;
    Ok(())
}
