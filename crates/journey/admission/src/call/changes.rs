//! Changing what was sent: until the deadline its applicant writes changes beside it and submits them together. Until
//! then what was sent counts; what is not submitted by the deadline is deleted. The same way leads back in after a
//! withdrawal.

use super::model::{Answers, Call, CallForm, Kind, is_asked};
use super::rules::OwnDraft;
use super::store::{self, Withdrawn};
use super::{checks, drafts, letters, proof};
use crate::applications;
use crate::applications::changes::{Change, Side};
use crate::applications::model::{Answer, Sender};
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Tx};
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::{Kernel, events};
use weft_people::Actor;
use weft_programs::emails::Emails;
use weft_programs::{Season, store as programs};
use weft_web::{Error, Result};

/// Whether what was sent may be changed now, and until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    pub is_open: bool,
    /// The deadline, or the applicant's own; none while the program has set none.
    pub until: Option<Time>,
}

/// It may be changed until the deadline, by whoever has it with an address, and while nobody was told a decision or
/// invited to the next stage.
pub async fn window(
    kernel: &Kernel,
    conn: &mut Conn,
    own: &OwnDraft,
    call: &Call,
    actor: Option<&Actor>,
) -> Result<Window> {
    let draft = own.draft();
    let Some(email) = draft.email.as_deref().filter(|_| draft.submitted_at.is_some()) else {
        return Ok(Window { is_open: false, until: None });
    };
    let sender = proof::sender(conn, own, actor, email).await?;
    let until = proof::until(conn, &draft.season_id, call, &sender, email).await?;
    let is_theirs = store::withdrawn(conn, own).await? != Some(Withdrawn::NotTheirs);
    let is_first = store::stage_of(conn, own).await?.is_none();
    let is_open = is_theirs
        && is_first
        && until.is_none_or(|until| kernel.now() <= until)
        && !store::is_decided(conn, own).await?;
    Ok(Window { is_open, until })
}

/// Begins changes, or finds those that were begun. `false` when it is too late.
pub async fn begin(kernel: &Kernel, own: &OwnDraft, call: &Call, actor: Option<&Actor>) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    store::hold_sent(&mut tx, own).await?;
    if !window(kernel, &mut tx, own, call, actor).await?.is_open {
        return Ok(false);
    }
    store::begin_changes(kernel, &mut tx, own).await?;
    tx.commit().await?;
    Ok(true)
}

/// Deletes changes that were not submitted. Said twice, done once.
pub async fn discard(kernel: &Kernel, own: &OwnDraft) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::hold_sent(&mut tx, own).await?;
    if let Some(changes) = store::changes(&mut tx, own).await? {
        store::delete_changes(&mut tx, &changes, kernel.now()).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// How submitting changes went.
#[derive(Debug, PartialEq, Eq)]
pub enum Submitted {
    Now,
    /// They were withdrawn, and are in again.
    Again,
    /// Nothing differs from what was sent.
    Unchanged,
    /// Another press or device was first, or they were deleted.
    Already,
    /// The deadline is over, or a decision was sent.
    TooLate,
    /// Something is missing or wrong.
    Incomplete,
}

/// What changes are submitted to, in which language, and by whom.
#[derive(Clone, Copy)]
pub struct Submitting<'a> {
    pub season: &'a Season,
    pub form: &'a CallForm,
    pub lang: Lang,
    pub actor: Option<&'a Actor>,
}

/// Puts changes in the place of what was sent. One transaction: whoever reads the application sees the one or the
/// other, whole.
pub async fn submit(kernel: &Kernel, own: &OwnDraft, submitting: Submitting<'_>) -> Result<Submitted> {
    let Submitting { season, form, lang, actor } = submitting;
    let mut tx = kernel.db.begin().await?;
    store::hold_sent(&mut tx, own).await?;
    let (Some(changes), Some(application), Some(email)) =
        (store::changes(&mut tx, own).await?, &own.draft().application_id, own.draft().email.as_deref())
    else {
        return Ok(Submitted::Already);
    };
    store::hold(&mut tx, &changes).await?;
    let call = store::call(&mut tx, &season.id).await?.ok_or(Error::NotFound)?;
    let window = window(kernel, &mut tx, own, &call, actor).await?;
    if !window.is_open {
        return Ok(Submitted::TooLate);
    }
    let before = drafts::read(&store::answers(&mut tx, own).await?);
    let after = drafts::read(&store::answers(&mut tx, &changes).await?);
    if !checks::missing(form, &after).is_empty() {
        return Ok(Submitted::Incomplete);
    }
    if said(&before) == said(&after) && store::withdrawn(&mut tx, own).await?.is_none() {
        store::delete_changes(&mut tx, &changes, kernel.now()).await?;
        tx.commit().await?;
        return Ok(Submitted::Unchanged);
    }
    let files: Vec<&String> = form
        .questions()
        .filter(|q| matches!(q.kind, Kind::File | Kind::Recording) && is_asked(form, q, &after))
        .filter_map(|q| after.get(&q.id)?.first())
        .collect();
    for old in store::uploads_for_anyone(&mut tx, application).await? {
        if !files.iter().any(|id| **id == old.id.as_str()) {
            store::take_out_sent(&mut tx, application, &old.id, kernel.now()).await?;
        }
    }
    store::hand_over_uploads(&mut tx, &changes, application).await?;
    let sender = proof::sender(&mut tx, own, actor, email).await?;
    let regions = programs::regions(&mut tx, &season.program_id).await?;
    let side = |answers: &Answers| {
        let mut typed = drafts::typed(form, answers, &regions);
        lang.tag().clone_into(&mut typed.language);
        Side { typed, shown: shown(form, answers) }
    };
    let by = own.draft().entered_by.as_ref().filter(|by| actor.is_some_and(|a| a.person_id == **by));
    let permit = applications::rules::FillPool::for_own_application(own);
    let change = Change {
        application,
        sender: &sender,
        by,
        sent_at: own.draft().submitted_at.unwrap_or_else(|| kernel.now()),
        before: side(&before),
        after: side(&after),
    };
    let changed = applications::changes::change(kernel, &mut tx, &permit, change).await?;
    store::take_over(&mut tx, own, &changes, lang.tag(), kernel.now()).await?;
    let event = events::Event {
        actor: by.or(Some(&changed.person)),
        verb: if changed.is_back { "application.sent-again" } else { "application.changed" },
        subject: &changed.person,
        season: Some(&season.id),
        detail: own.draft().external_id.clone(),
    };
    events::record(kernel, &mut tx, event).await?;
    // An address that nobody has proved gets no copies: it might be a stranger's.
    if !matches!(sender, Sender::Visitor) {
        let receipt = letters::Receipt {
            what: if changed.is_back { letters::Arrived::Again } else { letters::Arrived::Changes },
            season,
            call: &call,
            until: window.until,
            external_id: own.draft().external_id.as_deref().unwrap_or_default(),
            copy: &drafts::mailed(Tr(lang), form, &after),
            is_entered: by.is_some(),
        };
        let key = format!("application-changed:{application}:{}", changed.version);
        drafts::mail_receipt(kernel, &mut tx, own, (lang, email), &receipt, &key).await?;
    }
    tx.commit().await?;
    Ok(if changed.is_back { Submitted::Again } else { Submitted::Now })
}

/// Answers without those that say nothing: what is compared.
fn said(answers: &Answers) -> Answers {
    answers.iter().filter(|(_, v)| v.iter().any(|x| !x.is_empty())).map(|(k, v)| (k.clone(), v.clone())).collect()
}

/// What the team may see of a version: nothing that is kept apart.
pub(super) fn shown(form: &CallForm, answers: &Answers) -> Vec<Answer> {
    form.questions()
        .filter(|q| !q.is_kept_apart() && is_asked(form, q, answers))
        .filter_map(|q| {
            let text = drafts::shown_in_english(q, answers.get(&q.id)?);
            (!text.is_empty()).then(|| Answer {
                id: q.id.clone(),
                label: q.label.clone(),
                text,
                is_kept: false,
                is_later: false,
            })
        })
        .collect()
}

/// Questions whose answers differ between what was sent and its changes.
pub fn differing(before: &Answers, after: &Answers) -> std::collections::BTreeSet<String> {
    let (before, after) = (said(before), said(after));
    before.keys().chain(after.keys()).filter(|id| before.get(*id) != after.get(*id)).cloned().collect()
}

/// Deletes changes whose deadline is over, and says so to whoever wrote them. Returns how many.
pub async fn drop_overdue(kernel: &Kernel) -> Result<usize> {
    let now = kernel.now();
    let mut n = 0;
    for late in store::overdue_changes(&mut kernel.db.read().await?, now).await? {
        let Some(season) = programs::season_by_slug(&mut kernel.db.read().await?, &late.slug).await? else { continue };
        let mut tx = kernel.db.begin().await?;
        let Some(own) = store::sent(&mut tx, &late.sent_id).await? else { continue };
        store::hold_sent(&mut tx, &own).await?;
        // Submitted or given up meanwhile.
        let Some(changes) = store::changes(&mut tx, &own).await? else { continue };
        store::delete_changes(&mut tx, &changes, now).await?;
        store::mark_dropped(&mut tx, &own, now).await?;
        tell_dropped(kernel, &mut tx, &own, &season).await?;
        tx.commit().await?;
        n += 1;
    }
    Ok(n)
}

async fn tell_dropped(kernel: &Kernel, tx: &mut Tx, own: &OwnDraft, season: &Season) -> Result<()> {
    let draft = own.draft();
    let (Some(email), Some(at), true) = (&draft.email, draft.submitted_at, draft.is_vouched_for()) else {
        return Ok(());
    };
    // A decision ended them before the deadline did.
    if store::is_decided(tx, own).await? {
        return Ok(());
    }
    let lang = Lang::parse(&draft.language).unwrap_or_default();
    let is_withdrawn = store::withdrawn(tx, own).await?.is_some();
    let letter = letters::dropped(&Emails::of(tx, season).await?, lang, at, is_withdrawn);
    let key = format!("changes-dropped:{}:{}", own.id(), kernel.now().0);
    let (lane, listed) = (Lane::Personal(None), Listed::ToOwners);
    let new = outbox::New { key: &key, lane, listed, season: Some(&season.id), mail: &letter.to(email) };
    outbox::enqueue(kernel, tx, new).await?;
    Ok(())
}
