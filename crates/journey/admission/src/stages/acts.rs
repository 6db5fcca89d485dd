//! Verbs: plan stages, choose who goes on, invite them, say who reviews in a stage.

use super::emails::{CONVERSATION, FORM, REMINDER};
use super::model::{Kind, MOST, Stage};
use super::rules::RunStages;
use super::store::{self, Due, Planned};
use crate::call::store as call;
use crate::call::store::GoesOn;
use crate::call::{self as forms};
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Tx};
use weft_kernel::i18n::{Lang, Tr, Words};
use weft_kernel::ids::Id;
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::{Kernel, events};
use weft_programs::Season;
use weft_programs::emails::{Emails, Fill, Written};
use weft_web::Result;

async fn record(
    kernel: &Kernel,
    tx: &mut Tx,
    permit: &RunStages,
    actor: Option<&Id>,
    (verb, detail): (&'static str, String),
) -> Result<()> {
    let (subject, season, detail) = (permit.season(), Some(permit.season()), Some(detail));
    Ok(events::record(kernel, tx, events::Event { actor, verb, subject, season, detail }).await?)
}

/// A stage as a lead plans it.
#[derive(Clone, Debug)]
pub struct Plan {
    pub kind: Kind,
    pub title: Words,
    pub due_on: Option<String>,
    pub due_at: Option<Time>,
}

impl Plan {
    fn at<'a>(&'a self, no: i64, title: &'a str) -> Planned<'a> {
        Planned { no, kind: self.kind, title, due_on: self.due_on.as_deref(), due_at: self.due_at }
    }
}

/// Adds a stage after the last; before the second comes the first, which is applying. `false` when there are as many as
/// there can be.
pub async fn add(kernel: &Kernel, permit: &RunStages, actor: Option<&Id>, plan: &Plan) -> Result<bool> {
    let mut tx = kernel.begin_once().await?;
    let last = store::stages(&mut tx, permit.season()).await?.last().map_or(1, |s| s.no);
    if last >= MOST {
        return Ok(false);
    }
    if last == 1 {
        let title = Words { en: "Application".into(), es: "Solicitud".into() }.json();
        let first = Planned { no: 1, kind: Kind::Form, title: &title, due_on: None, due_at: None };
        store::insert(&mut tx, permit, &first).await?;
    }
    store::insert(&mut tx, permit, &plan.at(last + 1, &plan.title.json())).await?;
    record(kernel, &mut tx, permit, actor, ("stages.changed", (last + 1).to_string())).await?;
    tx.commit().await?;
    Ok(true)
}

pub async fn change(kernel: &Kernel, permit: &RunStages, actor: Option<&Id>, no: i64, plan: &Plan) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if !store::update(&mut tx, permit, &plan.at(no, &plan.title.json())).await? {
        return Err(weft_web::Error::NotFound);
    }
    record(kernel, &mut tx, permit, actor, ("stages.changed", no.to_string())).await?;
    tx.commit().await?;
    Ok(())
}

/// How removing a stage went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Removed {
    Now,
    /// People were invited to it, it is not the last, or pages of the form are asked in it.
    InUse,
}

/// Removes the last stage, while nobody was invited to it and no page of the form is asked in it.
pub async fn remove(kernel: &Kernel, permit: &RunStages, actor: Option<&Id>, no: i64) -> Result<Removed> {
    let mut tx = kernel.db.begin().await?;
    let form = call::call(&mut tx, permit.season()).await?.map(|c| c.edited());
    if form.is_some_and(|f| f.parts.iter().any(|p| p.stage == no)) {
        return Ok(Removed::InUse);
    }
    if store::remove(&mut tx, permit, no).await?.is_none() {
        return Ok(Removed::InUse);
    }
    record(kernel, &mut tx, permit, actor, ("stages.changed", no.to_string())).await?;
    tx.commit().await?;
    Ok(Removed::Now)
}

/// What choosing changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    pub on: usize,
    pub off: usize,
    /// Not done, because something has changed since the page was shown.
    pub left: usize,
}

/// Puts people among those who go on to a stage, and takes others out, by the numbers of their applications. Nobody is
/// told; who was invited stays.
pub async fn choose(
    kernel: &Kernel,
    permit: &RunStages,
    actor: Option<&Id>,
    no: i64,
    (on, off): (&[String], &[String]),
) -> Result<Chosen> {
    let mut tx = kernel.db.begin().await?;
    let all = store::candidates(&mut tx, permit, no).await?;
    let mut done = Chosen::default();
    if store::now_at(&mut tx, permit).await? > no {
        return Ok(Chosen { left: on.len() + off.len(), ..done });
    }
    for id in on {
        let Some(one) = all.iter().find(|c| c.external_id == *id && c.may_go_on()) else {
            done.left += 1;
            continue;
        };
        done.on += usize::from(store::choose(&mut tx, permit, (no, &one.id), actor, kernel.now()).await?);
    }
    for id in off {
        let Some(one) = all.iter().find(|c| c.external_id == *id && !c.is_told) else {
            done.left += 1;
            continue;
        };
        done.off += usize::from(store::unchoose(&mut tx, permit, no, &one.id).await?);
    }
    if done.on + done.off > 0 {
        record(kernel, &mut tx, permit, actor, ("stages.chosen", format!("{no}: +{} -{}", done.on, done.off))).await?;
        tx.commit().await?;
    }
    Ok(done)
}

/// Says who reviews in a stage; nobody listed is everyone.
pub async fn set_reviewers(
    kernel: &Kernel,
    permit: &RunStages,
    actor: Option<&Id>,
    no: i64,
    ids: &[String],
) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let all = store::reviewers(&mut tx, permit).await?;
    let mut listed: Vec<&Id> = all.iter().filter(|r| ids.contains(&r.id.to_string())).map(|r| &r.id).collect();
    listed.dedup();
    store::clear_reviewers(&mut tx, permit, no).await?;
    for id in &listed {
        store::insert_reviewer(&mut tx, permit, no, id).await?;
    }
    record(kernel, &mut tx, permit, actor, ("stages.changed", format!("{no}: {} reviewers", listed.len()))).await?;
    tx.commit().await?;
    Ok(())
}

/// What keeps people from being invited to a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// Reviews of the stage before are open.
    Reviewing,
    /// The stage before has not begun, or a later one has.
    NotNext,
    /// People can still apply.
    Applying,
    /// People in the stage before can still submit its form, and some have not.
    Answering,
    /// The published form has no page for it.
    NoForm,
    /// Its form has no due date, or that is over.
    NoDate,
}

/// What stands in the way of inviting people to a stage now.
pub async fn stop(kernel: &Kernel, conn: &mut Conn, permit: &RunStages, stage: &Stage) -> Result<Option<Stop>> {
    let now_at = store::now_at(conn, permit).await?;
    if now_at + 1 != stage.no && now_at != stage.no {
        return Ok(Some(Stop::NotNext));
    }
    if now_at < stage.no {
        if store::is_reviewing(conn, permit).await? {
            return Ok(Some(Stop::Reviewing));
        }
        if now_at == 1 && forms::open_until(conn, permit.season(), kernel.now()).await?.is_some() {
            return Ok(Some(Stop::Applying));
        }
        if store::still_answering(conn, permit, now_at, kernel.now()).await? > 0 {
            return Ok(Some(Stop::Answering));
        }
    }
    if stage.kind == Kind::Conversation {
        return Ok(None);
    }
    let form = call::published(conn, permit.season()).await?;
    if form.is_none_or(|f| f.at(stage.no..=stage.no).questions().next().is_none()) {
        return Ok(Some(Stop::NoForm));
    }
    Ok(stage.due_at.is_none_or(|due| due <= kernel.now()).then_some(Stop::NoDate))
}

/// The email as one person gets it; `token` opens the form.
pub fn letter(kernel: &Kernel, emails: &Emails, stage: &Stage, who: &GoesOn, token: Option<&str>) -> Written {
    let lang = Lang::parse(&who.language).unwrap_or_default();
    let mut values = vec![("name", who.display_name.clone()), ("stage", stage.title.0.of(lang).to_owned())];
    if stage.kind == Kind::Conversation {
        return emails.write(&CONVERSATION, lang, Fill { values, ..Fill::default() });
    }
    values.push(("deadline", due(emails, stage.due_at, lang)));
    let link = token.map(|token| link(kernel, emails, token));
    emails.write(&FORM, lang, Fill { values, link, ..Fill::default() })
}

fn due(emails: &Emails, at: Option<Time>, lang: Lang) -> String {
    at.map_or_else(String::new, |at| Tr(lang).moment(at, &emails.season.zone))
}

fn link(kernel: &Kernel, emails: &Emails, token: &str) -> String {
    format!("{}/call/{}/resume/{token}", kernel.config.base_url, emails.season.slug)
}

/// What inviting did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Invited {
    pub n: usize,
    /// Chosen, and not invited, because no address is known.
    pub without_address: usize,
}

/// As the address of the page after it says it.
impl std::fmt::Display for Invited {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "sent={}&without={}", self.n, self.without_address)
    }
}

/// Invites those who were chosen for a stage: choosing is at that stage from then on. Everyone gets one email, and a
/// link to the form where there is one. Said twice, done once.
pub async fn invite(
    kernel: &Kernel,
    permit: &RunStages,
    actor: Option<&Id>,
    season: &Season,
    no: i64,
) -> Result<std::result::Result<Invited, Stop>> {
    let mut tx = kernel.begin_once().await?;
    store::hold_season(&mut tx, permit.season()).await?;
    let stages = store::stages(&mut tx, permit.season()).await?;
    let stage = stages.iter().find(|s| s.no == no && no > 1).ok_or(weft_web::Error::NotFound)?;
    if let Some(stop) = stop(kernel, &mut tx, permit, stage).await? {
        return Ok(Err(stop));
    }
    let people = store::to_invite(&mut tx, permit, no).await?;
    let mut done = Invited::default();
    if people.iter().any(|p| p.email.is_some()) && !store::open(&mut tx, permit, no, kernel.now()).await? {
        return Ok(Err(Stop::NotNext));
    }
    let emails = Emails::of(&mut tx, season).await?;
    for who in &people {
        let Some(email) = &who.email else {
            done.without_address += 1;
            continue;
        };
        if !store::mark_told(&mut tx, no, &who.application_id, kernel.now()).await? {
            continue;
        }
        let token = match stage.kind {
            Kind::Form => forms::stages::invite(kernel, &mut tx, who, no).await?,
            Kind::Conversation => None,
        };
        let mail = letter(kernel, &emails, stage, who, token.as_deref()).to(email);
        let key = format!("stage:{}:{no}", who.application_id);
        let (lane, listed) = (Lane::Bulk(None), Listed::ToOwners);
        let new = outbox::New { key: &key, lane, listed, season: Some(&season.id), mail: &mail };
        outbox::enqueue(kernel, &mut tx, new).await?;
        done.n += 1;
    }
    if done.n > 0 {
        record(kernel, &mut tx, permit, actor, ("stages.invited", format!("{no}: {}", done.n))).await?;
        kernel.made(&mut tx, done).await?;
        tx.commit().await?;
    }
    Ok(Ok(done))
}

/// Reminds one person of a form that is due. `false` when they have submitted it, or were reminded.
pub async fn remind(kernel: &Kernel, permit: &RunStages, season: &Season, one: &Due) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    if !store::mark_reminded(&mut tx, one, kernel.now()).await? {
        return Ok(false);
    }
    let emails = Emails::of(&mut tx, season).await?;
    let lang = Lang::parse(&one.language).unwrap_or_default();
    let token = forms::stages::another_link(kernel, &mut tx, &one.draft_id, &one.norm).await?;
    let values = vec![
        ("name", one.display_name.clone()),
        ("stage", one.title.0.of(lang).to_owned()),
        ("deadline", due(&emails, Some(one.due_at), lang)),
    ];
    let fill = Fill { values, link: Some(link(kernel, &emails, &token)), ..Fill::default() };
    let mail = emails.write(&REMINDER, lang, fill).to(&one.email);
    let key = format!("stage-reminder:{}:{}", one.application_id, one.no);
    let (lane, listed) = (Lane::Bulk(Some(one.due_at)), Listed::ToOwners);
    let new = outbox::New { key: &key, lane, listed, season: Some(permit.season()), mail: &mail };
    outbox::enqueue(kernel, &mut tx, new).await?;
    tx.commit().await?;
    Ok(true)
}
