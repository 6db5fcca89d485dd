//! Verbs of leads and applicants: what is asked, who is named, reminders.

use super::letters::{self, What};
use super::model::{MOST_NAMED, Plan, Recommendation};
use super::rules::{Naming, RunRecommendations};
use super::starter;
use super::store::{self, New, Set};
use crate::call::model::Question;
use weft_kernel::db::Tx;
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, events, secret};
use weft_people::model::norm_email;
use weft_people::tries;
use weft_programs::Season;
use weft_web::{Error, Result};

/// Emails that one address gets in a day at most, whoever names it.
const TO_ONE_A_DAY: i64 = 10;

fn json<T: serde::Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|e| Error::Internal(e.to_string()))
}

async fn record(
    kernel: &Kernel,
    tx: &mut Tx,
    permit: &RunRecommendations,
    actor: Option<&Id>,
    verb: &'static str,
    detail: Option<String>,
) -> Result<()> {
    let event = events::Event { actor, verb, subject: permit.season(), season: Some(permit.season()), detail };
    Ok(events::record(kernel, tx, event).await?)
}

/// Sets what a season asks; the first time with the questions to begin with.
pub async fn set(kernel: &Kernel, permit: &RunRecommendations, actor: Option<&Id>, set: &Set<'_>) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::set_plan(kernel, &mut tx, permit, set, &json(&starter::questions())?).await?;
    record(kernel, &mut tx, permit, actor, "recommendations.changed", None).await?;
    tx.commit().await?;
    Ok(())
}

/// Changes the questions as they are, also when someone else has changed another one meanwhile. `change` returns
/// whether there was something to change.
pub async fn change(
    kernel: &Kernel,
    permit: &RunRecommendations,
    actor: Option<&Id>,
    change: impl FnOnce(&mut Vec<Question>) -> bool,
) -> Result<()> {
    let mut tx = kernel.begin_once().await?;
    let mut plan = store::hold_plan(kernel, &mut tx, permit).await?.ok_or(Error::NotFound)?;
    if !change(&mut plan.questions.0) {
        return Ok(());
    }
    store::set_questions(&mut tx, permit, &json(&plan.questions.0)?).await?;
    record(kernel, &mut tx, permit, actor, "recommendations.changed", Some("questions".into())).await?;
    tx.commit().await?;
    Ok(())
}

/// For which season an applicant asks, what it asks, and the network address they come from.
#[derive(Clone, Copy)]
pub struct Asking<'a> {
    pub season: &'a Season,
    pub plan: &'a Plan,
    pub from: &'a str,
    /// The lead who asks on the applicant's behalf.
    pub actor: Option<&'a Id>,
}

/// What came of naming someone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    Done,
    /// As many are named as the season asks for.
    Full,
    /// So many were named and replaced that no more emails go out.
    TooMany,
    /// They are named already.
    Twice,
    /// It is the applicant's own address.
    Own,
    /// The last day is over, or the application was withdrawn.
    Closed,
}

/// Names someone, in place of `replaces` where that is said. They get an email at once if the applicant's address is
/// confirmed, and otherwise when it is: nobody gets mail in a stranger's name.
pub async fn name(kernel: &Kernel, own: &Naming, w: Asking<'_>, new: &New, replaces: Option<&Id>) -> Result<Named> {
    let Asking { season, plan, from, actor } = w;
    let mut tx = kernel.begin_once().await?;
    store::hold_naming(&mut tx, own).await?;
    if plan.is_over(kernel.now()) || store::is_withdrawn(&mut tx, own.application()).await? {
        return Ok(Named::Closed);
    }
    if own.is_for(&new.email) {
        return Ok(Named::Own);
    }
    if let Some(before) = replaces {
        store::end(&mut tx, own, before, kernel.now()).await?;
    }
    let all = store::named_by(&mut tx, own).await?;
    if all.iter().any(|r| norm_email(&r.email) == norm_email(&new.email)) {
        return Ok(Named::Twice);
    }
    if all.iter().filter(|r| r.is_counted()).count() as i64 >= plan.most {
        return Ok(Named::Full);
    }
    if store::named_in_all(&mut tx, own).await? >= MOST_NAMED {
        return Ok(Named::TooMany);
    }
    let is_counted = !own.is_by_team();
    if is_counted && !tries::count_address(kernel, &mut tx, tries::Ask::Mails, "recommendation", from).await? {
        return Err(Error::TooMany);
    }
    let id = store::insert(kernel, &mut tx, own, new, plan.is_shown).await?;
    if own.is_vouched_for()
        && let Some(r) = store::named_by(&mut tx, own).await?.into_iter().find(|r| r.id == id)
    {
        ask(kernel, &mut tx, season, plan, &r).await?;
    }
    let event = events::Event {
        actor,
        verb: "recommendation.named",
        subject: own.id(),
        season: Some(&season.id),
        detail: None,
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(Named::Done)
}

/// Writes the first email, unless its address got as many as one may get today: then later. Returns whether it did.
pub(super) async fn ask(
    kernel: &Kernel,
    tx: &mut Tx,
    season: &Season,
    plan: &Plan,
    r: &Recommendation,
) -> Result<bool> {
    let key = secret::hash(&format!("recommendation:{}", norm_email(&r.email)));
    if !weft_people::store::count_try(kernel, tx, &key, TO_ONE_A_DAY, 86_400).await?
        || !store::mark_asked(tx, &r.id, kernel.now()).await?
    {
        return Ok(false);
    }
    letters::write(kernel, tx, season, plan, r, What::Ask).await?;
    Ok(true)
}

/// Reminds one recommender. `false` when they have answered, or were written to within a day.
pub(super) async fn remind(
    kernel: &Kernel,
    tx: &mut Tx,
    season: &Season,
    plan: &Plan,
    r: &Recommendation,
) -> Result<bool> {
    if !store::mark_reminded(tx, &r.id, kernel.now().plus_days(-1), kernel.now()).await? {
        return Ok(false);
    }
    letters::write(kernel, tx, season, plan, r, What::Remind).await?;
    Ok(true)
}

/// The applicant reminds someone they named. `false` when it is too soon, or nothing is left to remind of.
pub async fn remind_own(kernel: &Kernel, own: &Naming, w: Asking<'_>, id: &Id) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    let found = store::named_by(&mut tx, own).await?.into_iter().find(|r| r.id == *id).ok_or(Error::NotFound)?;
    if w.plan.is_over(kernel.now())
        || store::is_withdrawn(&mut tx, own.application()).await?
        || !remind(kernel, &mut tx, w.season, w.plan, &found).await?
    {
        return Ok(false);
    }
    tx.commit().await?;
    Ok(true)
}

/// The applicant takes someone out who has not answered. `false` when they have, or were taken out before.
pub async fn remove(kernel: &Kernel, own: &Naming, id: &Id) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    let is_ended = store::end(&mut tx, own, id, kernel.now()).await?;
    tx.commit().await?;
    Ok(is_ended)
}

/// A lead reminds everyone who was asked for an application that counts and has not answered, except those who were
/// written to within a day. Returns how many.
pub async fn remind_all(
    kernel: &Kernel,
    permit: &RunRecommendations,
    actor: Option<&Id>,
    season: &Season,
) -> Result<usize> {
    let mut tx = kernel.db.begin().await?;
    let plan = store::hold_plan(kernel, &mut tx, permit).await?.ok_or(Error::NotFound)?;
    if plan.is_over(kernel.now()) {
        return Ok(0);
    }
    let mut n = 0;
    for r in to_remind(&mut tx, permit).await? {
        n += usize::from(remind(kernel, &mut tx, season, &plan, &r).await?);
    }
    if n > 0 {
        record(kernel, &mut tx, permit, actor, "recommendations.reminded", Some(n.to_string())).await?;
        tx.commit().await?;
    }
    Ok(n)
}

/// Whom a lead may remind, those who were written to today among them: asked for an application that may still be
/// chosen.
pub async fn to_remind(conn: &mut weft_kernel::db::Conn, permit: &RunRecommendations) -> Result<Vec<Recommendation>> {
    let counted = store::counted_for(conn, permit).await?;
    let live: Vec<Id> =
        store::asking(conn, permit).await?.into_iter().filter(|a| a.stands != "not-eligible").map(|a| a.id).collect();
    let is_live = |r: &Recommendation| counted.iter().any(|(id, of)| *id == r.id && live.contains(of));
    let all = store::of_season(conn, permit).await?;
    Ok(all.into_iter().filter(|r| r.is_open() && is_live(r)).collect())
}

/// What came of sending an applicant their link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Linked {
    Done,
    /// There is no address.
    Nowhere,
    /// The last day is over.
    Closed,
    /// They got one within a day.
    Early,
}

/// Sends an applicant a link with which they name recommenders; those before it keep working.
pub async fn send_link(
    kernel: &Kernel,
    permit: &RunRecommendations,
    actor: Option<&Id>,
    season: &Season,
    external_id: &str,
) -> Result<Linked> {
    let mut tx = kernel.begin_once().await?;
    let plan = store::hold_plan(kernel, &mut tx, permit).await?.filter(Plan::is_on).ok_or(Error::NotFound)?;
    let to = store::named_for(&mut tx, permit, external_id).await?.ok_or(Error::NotFound)?;
    if plan.is_over(kernel.now()) {
        return Ok(Linked::Closed);
    }
    if to.linked_at.is_some_and(|at| at > kernel.now().plus_days(-1)) {
        return Ok(Linked::Early);
    }
    if !letters::link(kernel, &mut tx, season, &plan, &to).await? {
        return Ok(Linked::Nowhere);
    }
    record(kernel, &mut tx, permit, actor, "recommendation.link-sent", Some(external_id.to_owned())).await?;
    tx.commit().await?;
    Ok(Linked::Done)
}

/// Sends a link to everyone who has no form of ours and got none yet. Returns how many.
pub async fn send_links(
    kernel: &Kernel,
    permit: &RunRecommendations,
    actor: Option<&Id>,
    season: &Season,
) -> Result<usize> {
    let mut tx = kernel.begin_once().await?;
    let plan = store::hold_plan(kernel, &mut tx, permit).await?.filter(Plan::is_on).ok_or(Error::NotFound)?;
    if plan.is_over(kernel.now()) {
        return Ok(0);
    }
    let mut n = 0;
    for to in store::without_form(&mut tx, permit).await? {
        n += usize::from(letters::link(kernel, &mut tx, season, &plan, &to).await?);
    }
    if n > 0 {
        record(kernel, &mut tx, permit, actor, "recommendation.links-sent", Some(n.to_string())).await?;
        tx.commit().await?;
    }
    Ok(n)
}

/// Takes a recommendation out for good, as its recommender asked. `false` when it is gone.
pub async fn delete(kernel: &Kernel, permit: &RunRecommendations, actor: Option<&Id>, id: &Id) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    if !store::delete(&mut tx, permit, id).await? {
        return Ok(false);
    }
    record(kernel, &mut tx, permit, actor, "recommendation.deleted", None).await?;
    tx.commit().await?;
    Ok(true)
}
