//! Verbs of an applicant: begin, write, come back on another device, send, withdraw. No account is needed for any of
//! them.

use super::model::{Answers, Audience, CallForm, KeyKind, Kind, Question, StoredAnswer, is_asked, shown};
use super::rules::OwnDraft;
use super::{checks, letters, proof, quotas, store};
use crate::applications;
use crate::applications::columns::Column;
use crate::applications::model::{AboutSelf, Sender};
use weft_kernel::db::Tx;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::{Kernel, events, secret};
use weft_people::{Actor, tries};
use weft_programs::emails::Emails;
use weft_programs::{Season, store as programs};
use weft_web::Result;

/// Begins a draft; `token` is the browser's key to it. How many may come from one address is in `quotas`: a room full
/// of people may begin at once, a machine may not fill the house.
pub async fn begin(kernel: &Kernel, season: &Id, lang: Lang, address: &str, token: &str) -> Result<()> {
    let mut tx = kernel.begin_once().await?;
    if !quotas::may_begin(kernel, &mut tx, address).await? {
        return Err(weft_web::Error::Limit("error-many-drafts"));
    }
    let id = store::insert_draft(kernel, &mut tx, season, lang.tag()).await?;
    store::insert_key(kernel, &mut tx, &id, &secret::hash(token), KeyKind::Browser, None).await?;
    let event = events::Event { actor: None, verb: "draft.begun", subject: &id, season: Some(season), detail: None };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(())
}

/// Begins a draft that someone of the team writes for a person who answers by phone or on paper.
pub async fn begin_for(
    kernel: &Kernel,
    permit: &super::rules::MakeCall,
    actor: &Id,
    lang: Lang,
    from: &str,
    token: &str,
) -> Result<()> {
    let mut tx = kernel.begin_once().await?;
    let id = store::insert_draft(kernel, &mut tx, permit.season(), lang.tag()).await?;
    store::set_entered(&mut tx, &id, actor, from).await?;
    store::insert_key(kernel, &mut tx, &id, &secret::hash(token), KeyKind::Browser, None).await?;
    let event = events::Event {
        actor: Some(actor),
        verb: "draft.entered",
        subject: &id,
        season: Some(permit.season()),
        detail: Some(from.to_owned()),
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(())
}

/// Forgets drafts of calls that are long over.
pub async fn forget_old(kernel: &Kernel) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::forget_old(&mut tx, kernel.now()).await?;
    Ok(tx.commit().await?)
}

/// What came of asking an employer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Employer {
    Asked,
    /// Three were asked: that is the most.
    Enough,
    /// Nobody has shown that the application's address is theirs, and mail in a stranger's name goes to nobody.
    Unproved,
}

/// Asks an employer by mail to say that they know of the time the season takes.
pub async fn ask_employer(
    kernel: &Kernel,
    own: &OwnDraft,
    w: &Writing<'_>,
    name: &str,
    email: &str,
) -> Result<Employer> {
    let Writing { season, lang, from, .. } = *w;
    let Some(application) = &own.draft().application_id else { return Ok(Employer::Unproved) };
    let mut tx = kernel.begin_once().await?;
    store::hold_sent(&mut tx, own).await?;
    if store::is_unproved(&mut tx, own).await? {
        return Ok(Employer::Unproved);
    }
    if store::acknowledgements(&mut tx, own).await?.len() >= 3 {
        return Ok(Employer::Enough);
    }
    if !tries::count_address(kernel, &mut tx, tries::Ask::Mails, "employer", from).await? {
        return Err(weft_web::Error::TooMany);
    }
    let token = secret::token(&kernel.rng);
    let id = store::insert_acknowledgement(kernel, &mut tx, application, email, &secret::hash(&token)).await?;
    let letter = letters::employer(kernel, &Emails::of(&mut tx, season).await?, lang, name, &token);
    let key = format!("acknowledgement:{id}");
    outbox::enqueue(
        kernel,
        &mut tx,
        outbox::New {
            key: &key,
            lane: Lane::Personal(None),
            listed: Listed::ToOwners,
            season: None,
            mail: &letter.to(email).of(&season.program_id),
        },
    )
    .await?;
    let event = events::Event {
        actor: None,
        verb: "acknowledgement.asked",
        subject: application,
        season: Some(&season.id),
        detail: None,
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(Employer::Asked)
}

/// An employer says that she knows. Twice is once.
pub async fn acknowledge(kernel: &Kernel, asked: &store::Asked, name: &str, title: &str) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if store::acknowledge(&mut tx, &asked.id, name, title, kernel.now()).await? {
        let event = events::Event {
            actor: None,
            verb: "acknowledgement.given",
            subject: &asked.application_id,
            season: Some(&asked.season_id),
            detail: None,
        };
        events::record(kernel, &mut tx, event).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// What has been answered, and at which revision each answer stands.
pub fn read(stored: &[StoredAnswer]) -> Answers {
    stored.iter().map(|a| (a.question.clone(), a.value.0.clone())).collect()
}

/// What saving a page did.
#[derive(Debug, Default)]
pub struct Saved {
    /// The draft's revision now; `None` when it has been sent and stands.
    pub revision: Option<i64>,
    /// Questions whose answers were written now.
    pub written: Vec<String>,
    /// Questions that another page or device has answered differently meanwhile; what was typed here was not written.
    pub conflicts: Vec<String>,
}

/// What a draft is written for, in which language, and the network address it comes from.
#[derive(Clone, Copy)]
pub struct Writing<'a> {
    pub season: &'a Season,
    pub form: &'a CallForm,
    pub lang: Lang,
    pub from: &'a str,
}

/// Saves the answers of one page; `seen` is the revision at which the page knows each of them. An address that is new
/// gets its link by mail.
pub async fn save(
    kernel: &Kernel,
    own: &OwnDraft,
    w: &Writing<'_>,
    seen: impl Fn(&str) -> i64,
    given: &Answers,
) -> Result<Saved> {
    let Writing { form, lang, .. } = *w;
    let mut tx = kernel.db.begin().await?;
    let stored = store::answers(&mut tx, own).await?;
    let before = read(&stored);
    // What was sent belongs to its address, which changes to it do not change.
    let fixed = form.questions().find(|q| q.goes_to == "email" && own.draft().changes_of.is_some()).map(|q| &q.id);
    let changed: Vec<(&String, &Vec<String>)> = given
        .iter()
        .filter(|(id, _)| Some(*id) != fixed)
        .filter(|(id, values)| before.get(*id).map_or(!values.is_empty(), |b| b != *values))
        .collect();
    if changed.is_empty() {
        return Ok(Saved {
            revision: own.draft().submitted_at.is_none().then_some(own.draft().revision),
            ..Saved::default()
        });
    }
    let Some(revision) = store::next_revision(&mut tx, own, kernel.now()).await? else { return Ok(Saved::default()) };
    let (mut written, mut conflicts) = (Vec::new(), Vec::new());
    for (id, values) in changed {
        let value = serde_json::to_string(values).unwrap_or_default();
        let is_written = store::set_answer(&mut tx, own, id, &value, seen(id), revision).await?;
        if is_written { &mut written } else { &mut conflicts }.push(id.clone());
    }
    let address = form
        .questions()
        .find(|q| q.goes_to == "email" && fixed.is_none())
        .and_then(|q| given.get(&q.id).filter(|_| !conflicts.contains(&q.id)))
        .and_then(|v| v.first());
    // Another address has to be proved anew.
    if let Some(email) = address.filter(|e| weft_web::form::is_email(e))
        && store::set_email(&mut tx, own, email).await?
    {
        store::revoke_links(&mut tx, own, kernel.now()).await?;
        mail_link(kernel, &mut tx, own, w, email).await?;
    }
    store::set_language(&mut tx, own, lang.tag()).await?;
    tx.commit().await?;
    Ok(Saved { revision: Some(revision), written, conflicts })
}

/// Days within which a link to a draft still helps; another can be asked for at any time.
const LINK_DAYS: i64 = 7;

/// The link opens this draft and nothing else. Three an hour at most go to one address, six a day out of one draft, and
/// as many from one network address as [`tries::Ask::Mails`] says; more are not sent.
pub(super) async fn mail_link(
    kernel: &Kernel,
    tx: &mut Tx,
    own: &OwnDraft,
    w: &Writing<'_>,
    email: &str,
) -> Result<()> {
    let Writing { season, lang, from, .. } = *w;
    let key = secret::hash(&format!("draft-link:{}", weft_people::model::norm_email(email)));
    let draft_key = secret::hash(&format!("draft-link-of:{}", own.id()));
    if !weft_people::store::count_try(kernel, tx, &key, 3, 3_600).await?
        || !weft_people::store::count_try(kernel, tx, &draft_key, 6, 86_400).await?
        || !tries::count_address(kernel, tx, tries::Ask::Mails, "draft-link", from).await?
    {
        return Ok(());
    }
    let token = secret::token(&kernel.rng);
    store::insert_key(
        kernel,
        tx,
        own.id(),
        &secret::hash(&token),
        KeyKind::Link,
        Some(&weft_people::model::norm_email(email)),
    )
    .await?;
    let letter = letters::link(kernel, &Emails::of(tx, season).await?, lang, &token);
    let key = format!("draft-link:{}", secret::hash(&token));
    let lane = Lane::Urgent(kernel.now().plus_days(LINK_DAYS));
    outbox::enqueue(
        kernel,
        tx,
        outbox::New {
            key: &key,
            lane,
            listed: Listed::ToOwners,
            season: None,
            mail: &letter.to(email).of(&season.program_id),
        },
    )
    .await?;
    Ok(())
}

/// What came of asking for the link again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// It is on its way, unless too many were sent before.
    Sent,
    /// The draft has no address to which it could be sent.
    NoAddress,
}

/// Mails the link again, to the address the draft has, unless too many were sent.
pub async fn send_link(kernel: &Kernel, own: &OwnDraft, w: &Writing<'_>) -> Result<Asked> {
    let Some(email) = &own.draft().email else { return Ok(Asked::NoAddress) };
    let mut tx = kernel.begin_once().await?;
    mail_link(kernel, &mut tx, own, w, email).await?;
    tx.commit().await?;
    Ok(Asked::Sent)
}

/// Every other browser and every link stops working.
pub async fn revoke(kernel: &Kernel, own: &OwnDraft, but: &str) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::revoke_keys(&mut tx, own, but, kernel.now()).await?;
    tx.commit().await?;
    Ok(())
}

/// How sending went.
#[derive(Debug, PartialEq, Eq)]
pub enum Sent {
    Now,
    /// It was sent before, perhaps by a second press.
    Already,
    /// What is missing or wrong: question, key, what it speaks of.
    Incomplete(Vec<(String, &'static str, String)>),
    /// The call has closed, there is no extension, and no reason was given.
    TooLate,
}

/// What is sent for which call, in which language, by whom, and why it comes late, if it does.
#[derive(Clone, Copy)]
pub struct Sending<'a> {
    pub season: &'a Season,
    pub form: &'a CallForm,
    pub lang: Lang,
    pub actor: Option<&'a Actor>,
    pub late_reason: Option<&'a str>,
}

/// Sends an application: it joins the pool, and a mail is on its way.
/// One transaction; a second press finds it sent.
///
/// While nobody has used the link that was mailed to its address, it stands apart: nothing is read from or written to
/// whoever holds the address, and the mail asks for a confirmation in place of a copy, which would let anyone send mail
/// to anybody.
pub async fn submit(kernel: &Kernel, own: &OwnDraft, sending: Sending<'_>) -> Result<Sent> {
    let Sending { season, form, lang, actor, late_reason } = sending;
    let mut tx = kernel.db.begin().await?;
    if !store::hold(&mut tx, own).await? {
        return Ok(Sent::Already);
    }
    let answers = read(&store::answers(&mut tx, own).await?);
    let missing = checks::missing(form, &answers);
    if !missing.is_empty() {
        return Ok(Sent::Incomplete(missing));
    }
    let call = store::call(&mut tx, &season.id).await?.ok_or(weft_web::Error::NotFound)?;
    let email = form
        .questions()
        .find(|q| q.goes_to == "email")
        .and_then(|q| answers.get(&q.id))
        .and_then(|v| v.first())
        .cloned()
        .unwrap_or_default();
    let sender = proof::sender(&mut tx, own, actor, &email).await?;
    let until = proof::until(&mut tx, &season.id, &call, &sender, &email).await?;
    let is_late = until.is_some_and(|u| kernel.now() > u);
    if is_late && late_reason.is_none() {
        return Ok(Sent::TooLate);
    }
    let regions: Vec<(String, String)> = programs::regions(&mut tx, &season.program_id).await?;
    let mut parsed = typed(form, &answers, &regions);
    lang.tag().clone_into(&mut parsed.language);
    parsed.submitted_at = Some(kernel.now());
    if let (true, Some(reason)) = (is_late, late_reason) {
        parsed.texts.insert("late_reason", reason.to_owned());
    }
    if let Some(from) = &own.draft().entered_from {
        parsed.texts.insert("answer_format", from.clone());
    }
    let permit = applications::rules::FillPool::for_own_application(own);
    let (is_confirmed, sender_is_proved) = (!matches!(sender, Sender::Visitor), sender.is_proved());
    let taken = applications::acts::take(kernel, &mut tx, &permit, season, sender, parsed).await?;
    store::hand_over_uploads(&mut tx, own, &taken.id).await?;
    if sender_is_proved {
        store::mark_proved(&mut tx, own, kernel.now()).await?;
    }
    store::hand_over_recommendations(&mut tx, own, &taken.id).await?;
    if !store::mark_sent(&mut tx, own, &taken.id, &taken.external_id, late_reason.filter(|_| is_late), kernel.now())
        .await?
    {
        return Ok(Sent::Already);
    }
    let event = events::Event {
        actor: own.draft().entered_by.as_ref().or(Some(&taken.person)),
        verb: "application.sent",
        subject: &taken.person,
        season: Some(&season.id),
        detail: Some(taken.external_id.clone()),
    };
    events::record(kernel, &mut tx, event).await?;
    if is_confirmed {
        let receipt = letters::Receipt {
            what: letters::Arrived::First,
            season,
            call: &call,
            until: until.filter(|_| !is_late),
            external_id: &taken.external_id,
            copy: &mailed(Tr(lang), form, &answers),
            is_entered: own.draft().entered_by.is_some(),
        };
        let key = format!("application-sent:{}", taken.id);
        mail_receipt(kernel, &mut tx, own, (lang, &email), &receipt, &key).await?;
    } else {
        let ask = proof::Ask { season, lang, external_id: &taken.external_id, email: &email };
        proof::ask(kernel, &mut tx, own, &ask).await?;
    }
    tx.commit().await?;
    Ok(Sent::Now)
}

/// Mails that an application or its changes have arrived, with a copy and a link that opens its page. The address is
/// one that was proved, or that the team was told.
pub(super) async fn mail_receipt(
    kernel: &Kernel,
    tx: &mut Tx,
    own: &OwnDraft,
    (lang, email): (Lang, &str),
    receipt: &letters::Receipt<'_>,
    key: &str,
) -> Result<()> {
    let token = page_link(kernel, tx, own, email).await?;
    let letter = letters::received(kernel, &Emails::of(tx, receipt.season).await?, lang, receipt, &token);
    // The copy may say what only totals or one person may know: no season's team reads it in the outbox.
    let (lane, listed) = (Lane::Personal(None), Listed::ToOwners);
    let new = outbox::New { key, lane, listed, season: None, mail: &letter.to(email) };
    outbox::enqueue(kernel, tx, new).await?;
    Ok(())
}

/// The same for the form of a later stage.
pub(super) async fn mail_stage_receipt(
    kernel: &Kernel,
    tx: &mut Tx,
    own: &OwnDraft,
    (lang, email): (Lang, &str),
    receipt: &letters::StageReceipt<'_>,
    key: &str,
) -> Result<()> {
    let token = page_link(kernel, tx, own, email).await?;
    let letter = letters::stage_received(kernel, &Emails::of(tx, receipt.season).await?, lang, receipt, &token);
    let (lane, listed) = (Lane::Personal(None), Listed::ToOwners);
    let new = outbox::New { key, lane, listed, season: None, mail: &letter.to(email) };
    outbox::enqueue(kernel, tx, new).await?;
    Ok(())
}

/// A link that opens the page of what was sent, for a mail to its address.
async fn page_link(kernel: &Kernel, tx: &mut Tx, own: &OwnDraft, email: &str) -> Result<String> {
    let token = secret::token(&kernel.rng);
    let norm = weft_people::model::norm_email(email);
    store::insert_key(kernel, tx, own.id(), &secret::hash(&token), KeyKind::Link, Some(&norm)).await?;
    Ok(token)
}

/// All that was answered, as the person who wrote it reads it on their own page: question and answer.
pub fn copy(t: Tr, form: &CallForm, answers: &Answers) -> Vec<(String, String)> {
    copy_of(t, form, answers, |_| true)
}

/// What an email repeats of the answers: nothing that is kept apart, since whoever keeps the outbox could read it
/// beside the name.
pub(super) fn mailed(t: Tr, form: &CallForm, answers: &Answers) -> letters::Mailed {
    letters::Mailed {
        answers: copy_of(t, form, answers, |q| !q.is_kept_apart()),
        keeps_apart: form.questions().any(Question::is_kept_apart),
    }
}

fn copy_of(t: Tr, form: &CallForm, answers: &Answers, is_meant: fn(&Question) -> bool) -> Vec<(String, String)> {
    let asked = form.questions().filter(|q| is_meant(q) && is_asked(form, q, answers));
    asked
        .filter_map(|q| {
            let values = answers.get(&q.id)?;
            let text = shown(t, q, values);
            (!text.is_empty()).then(|| (q.label.of(t.0).to_owned(), text))
        })
        .collect()
}

/// The answers as an application has them: typed fields, what goes into compartments, and everything else by the id of
/// its question. What only totals are made of is in no one's answers and in no field that someone reads beside a name.
pub(super) fn typed(form: &CallForm, answers: &Answers, regions: &[(String, String)]) -> applications::model::Parsed {
    let (mut columns, mut cells) = (Vec::new(), Vec::new());
    let mut put = |q: Option<&Question>, id: &str, target: &str, cell: String| {
        let (label, is_kept) =
            q.map_or_else(Default::default, |q| (q.label.clone(), q.audience != Audience::Reviewers));
        columns.push(Column::new(id, target, label, is_kept));
        cells.push(cell);
    };
    put(None, "application_id", "application_id", "new".into());
    let mut in_totals = Vec::new();
    for q in form.questions().filter(|q| is_asked(form, q, answers)) {
        let Some(values) = answers.get(&q.id).filter(|v| v.iter().any(|x| !x.is_empty())) else { continue };
        match (q.kind, q.goes_to.as_str()) {
            _ if q.is_for_totals() => in_totals.push(AboutSelf {
                field: q.id.clone(),
                question: Some(q.label.clone()),
                value: shown_in_english(q, values),
            }),
            (Kind::Place, _) => {
                let state = values.get(1).map_or("", String::as_str);
                put(Some(q), &q.id, "city", values[0].clone());
                put(Some(q), &q.id, "state", state.to_owned());
                if let Some((region, _)) = regions.iter().find(|(_, s)| s == state) {
                    put(Some(q), &q.id, "region", region.clone());
                }
            }
            (Kind::Choices, "other_issue_areas") => put(Some(q), &q.id, "other_issue_areas", values.join("|")),
            (_, target) => put(Some(q), &q.id, target, shown_in_english(q, values)),
        }
    }
    let mut parsed = applications::acts::read_row(columns, &cells);
    parsed.identity.extend(in_totals);
    parsed
}

pub(super) fn shown_in_english(q: &Question, values: &[String]) -> String {
    if matches!(q.kind, Kind::Date | Kind::Number) {
        values.first().cloned().unwrap_or_default()
    } else {
        shown(Tr(Lang::En), q, values)
    }
}

/// Withdraws a sent application; until the deadline it can be sent again. Said twice, done once.
pub async fn withdraw(
    kernel: &Kernel,
    own: &OwnDraft,
    season: &Season,
    lang: Lang,
    reason: Option<&str>,
) -> Result<()> {
    let (Some(application), Some(email)) = (&own.draft().application_id, &own.draft().email) else { return Ok(()) };
    let permit = applications::rules::FillPool::for_own_application(own);
    let mut tx = kernel.db.begin().await?;
    // Held, so that two presses, or one and a change, come one after the other.
    store::hold_sent(&mut tx, own).await?;
    let Some(person) = applications::acts::withdraw(kernel, &mut tx, &permit, application, reason).await? else {
        return Ok(());
    };
    let event = events::Event {
        actor: Some(&person),
        verb: "application.withdrawn",
        subject: &person,
        season: Some(&season.id),
        detail: own.draft().external_id.clone(),
    };
    events::record(kernel, &mut tx, event).await?;
    let call = store::call(&mut tx, &season.id).await?.ok_or(weft_web::Error::NotFound)?;
    let window = super::changes::window(kernel, &mut tx, own, &call, None).await?;
    let again = if window.is_open && own.draft().is_vouched_for() {
        Some((page_link(kernel, &mut tx, own, email).await?, window.until))
    } else {
        None
    };
    let letter = letters::withdrawn(
        kernel,
        &Emails::of(&mut tx, season).await?,
        lang,
        again.as_ref().map(|(token, until)| (token.as_str(), *until)),
    );
    // It can be sent again and withdrawn again.
    let key = format!("application-withdrawn:{application}:{}", kernel.id());
    outbox::enqueue(
        kernel,
        &mut tx,
        outbox::New {
            key: &key,
            lane: Lane::Personal(None),
            listed: Listed::ToOwners,
            season: Some(&season.id),
            mail: &letter.to(email),
        },
    )
    .await?;
    tx.commit().await?;
    Ok(())
}
