//! Forms of later stages: whoever goes on gets a link to one, answers it like the first, and submits it by its own day.
//! What is submitted joins the answers of the application.

use super::changes::{Submitted, Submitting, differing, shown};
use super::model::{Answers, KeyKind, Kind, is_asked};
use super::rules::OwnDraft;
use super::store::{self, GoesOn, StageOf};
use super::{checks, drafts, letters, proof};
use crate::applications;
use crate::applications::changes::{Side, StageAnswers};
use weft_kernel::db::{Conn, Tx};
use weft_kernel::i18n::Tr;
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, events, secret};
use weft_people::model::norm_email;
use weft_programs::store as programs;
use weft_web::Result;

/// Makes the form of a stage for an application, inside the caller's transaction. Returns the link's token, which goes
/// to the person's address; `None` where the form is there already or no address is known.
pub async fn invite(kernel: &Kernel, tx: &mut Tx, who: &GoesOn, stage: i64) -> Result<Option<String>> {
    let Some(email) = &who.email else { return Ok(None) };
    let norm = norm_email(email);
    let Some(draft) = store::insert_stage_form(kernel, tx, who, stage, &norm).await? else { return Ok(None) };
    let token = secret::token(&kernel.rng);
    store::insert_key(kernel, tx, &draft, &secret::hash(&token), KeyKind::Link, Some(&norm)).await?;
    Ok(Some(token))
}

/// One more link to the form of a stage, for a reminder to its address.
pub async fn another_link(kernel: &Kernel, tx: &mut Tx, draft: &Id, norm: &str) -> Result<String> {
    let token = secret::token(&kernel.rng);
    store::insert_key(kernel, tx, draft, &secret::hash(&token), KeyKind::Link, Some(norm)).await?;
    Ok(token)
}

/// Whether the form of a stage can be submitted now.
pub async fn is_open(kernel: &Kernel, conn: &mut Conn, own: &OwnDraft, at: &StageOf) -> Result<bool> {
    Ok(at.is_current
        && at.is_in
        && at.due_at.is_none_or(|due| kernel.now() <= due)
        && store::withdrawn(conn, own).await?.is_none()
        && !store::is_decided(conn, own).await?)
}

/// Begins changes to a submitted form, or finds those that were begun. `false` when it is too late.
pub async fn begin_changes(kernel: &Kernel, own: &OwnDraft) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    store::hold_sent(&mut tx, own).await?;
    let Some(at) = store::stage_at(&mut tx, own).await? else { return Ok(false) };
    if own.draft().submitted_at.is_none() || !is_open(kernel, &mut tx, own, &at).await? {
        return Ok(false);
    }
    store::begin_changes(kernel, &mut tx, own).await?;
    tx.commit().await?;
    Ok(true)
}

/// Submits the form of a stage, or changes to it: its answers join those of the application. One transaction; said
/// twice, done once.
pub async fn submit(kernel: &Kernel, own: &OwnDraft, submitting: Submitting<'_>) -> Result<Submitted> {
    let Submitting { season, form, lang, actor } = submitting;
    let mut tx = kernel.db.begin().await?;
    store::hold_sent(&mut tx, own).await?;
    let changes = store::changes(&mut tx, own).await?;
    if changes.is_none() && !store::hold(&mut tx, own).await? {
        return Ok(Submitted::Already);
    }
    let (Some(at), Some(application), Some(external_id), Some(email)) = (
        store::stage_at(&mut tx, own).await?,
        &own.draft().application_id,
        &own.draft().external_id,
        own.draft().email.as_deref(),
    ) else {
        return Ok(Submitted::TooLate);
    };
    if !is_open(kernel, &mut tx, own, &at).await? {
        return Ok(Submitted::TooLate);
    }
    let written = changes.as_ref().unwrap_or(own);
    let answers = drafts::read(&store::answers(&mut tx, written).await?);
    if !checks::missing(form, &answers).is_empty() {
        return Ok(Submitted::Incomplete);
    }
    let before = match &changes {
        Some(_) => drafts::read(&store::answers(&mut tx, own).await?),
        None => Answers::new(),
    };
    if let (Some(changes), true) = (&changes, differing(&before, &answers).is_empty()) {
        store::delete_changes(&mut tx, changes, kernel.now()).await?;
        tx.commit().await?;
        return Ok(Submitted::Unchanged);
    }
    let sender = proof::sender(&mut tx, own, actor, email).await?;
    let regions = programs::regions(&mut tx, &season.program_id).await?;
    let side = |answers: &Answers| Side { typed: drafts::typed(form, answers, &regions), shown: shown(form, answers) };
    let questions: Vec<&str> = form.questions().map(|q| q.id.as_str()).collect();
    let permit = applications::rules::FillPool::for_own_application(own);
    let given = StageAnswers {
        application,
        sender: &sender,
        questions: &questions,
        before: side(&before).typed,
        after: side(&answers),
        is_change: changes.is_some(),
    };
    let person = applications::changes::answer_stage(kernel, &mut tx, &permit, given).await?;
    let files: Vec<&String> = form
        .questions()
        .filter(|q| matches!(q.kind, Kind::File | Kind::Recording) && is_asked(form, q, &answers))
        .filter_map(|q| answers.get(&q.id)?.first())
        .collect();
    for old in store::uploads_for_anyone(&mut tx, application).await? {
        if questions.contains(&old.question.as_str()) && !files.iter().any(|id| **id == old.id.as_str()) {
            store::take_out_sent(&mut tx, application, &old.id, kernel.now()).await?;
        }
    }
    store::hand_over_uploads(&mut tx, written, application).await?;
    match &changes {
        Some(changes) => store::take_over(&mut tx, own, changes, lang.tag(), kernel.now()).await?,
        None => store::mark_sent(&mut tx, own, application, external_id, None, kernel.now()).await.map(drop)?,
    }
    store::mark_stage_submitted(&mut tx, own, kernel.now()).await?;
    let event = events::Event {
        actor: Some(&person),
        verb: "application.stage-submitted",
        subject: &person,
        season: Some(&season.id),
        detail: Some(external_id.clone()),
    };
    events::record(kernel, &mut tx, event).await?;
    let receipt = letters::StageReceipt {
        season,
        stage: at.title.0.of(lang),
        until: at.due_at,
        external_id,
        copy: &drafts::mailed(Tr(lang), form, &answers),
    };
    let key = format!("stage-submitted:{application}:{}:{}", at.no, kernel.id());
    drafts::mail_stage_receipt(kernel, &mut tx, own, (lang, email), &receipt, &key).await?;
    tx.commit().await?;
    Ok(Submitted::Now)
}
