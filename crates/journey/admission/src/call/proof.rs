//! Whether the address of a draft is its writer's: proved by the link that was mailed to it, or by a sign-in that holds
//! it. What was sent before stands apart until then; the holder of the address may also say that it was not theirs.

use super::model::{Call, KeyKind};
use super::rules::OwnDraft;
use super::{drafts, letters, store};
use crate::applications;
use crate::applications::model::Sender;
use crate::applications::rules::FillPool;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Tx};
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::terminal::Terminal;
use weft_kernel::{Kernel, events, secret};
use weft_people::address::{self, Proved};
use weft_people::model::norm_email;
use weft_people::{Actor, rules as people};
use weft_programs::Season;
use weft_programs::emails::Emails;
use weft_web::Result;

/// Who sends a draft, and what is known of its address.
pub(super) async fn sender(conn: &mut Conn, own: &OwnDraft, actor: Option<&Actor>, email: &str) -> Result<Sender> {
    if own.draft().entered_by.is_some() {
        return Ok(Sender::Team);
    }
    if let Some(mailed) = store::proved(conn, own).await?.filter(|_| own.draft().is_for(email)) {
        return Ok(Sender::Proved(Proved::by_link(&mailed)));
    }
    if let Some(actor) = actor
        && let Some(proved) = address::own(conn, &people::own_record(actor), email).await?
    {
        return Ok(Sender::Proved(proved));
    }
    Ok(Sender::Visitor)
}

/// Until when it may be sent. More time was given to the holder of an address, so whoever only types it has what
/// everyone has.
pub(super) async fn until(
    conn: &mut Conn,
    season: &Id,
    call: &Call,
    sender: &Sender,
    email: &str,
) -> Result<Option<Time>> {
    let extended =
        if matches!(sender, Sender::Visitor) { None } else { store::extended_until(conn, season, email).await? };
    Ok(extended.max(call.closes_at))
}

/// Which application was sent with which address, and the language of the letter that asks about it.
pub(super) struct Ask<'a> {
    pub season: &'a Season,
    pub lang: Lang,
    pub external_id: &'a str,
    pub email: &'a str,
}

/// Asks the holder of an address whether an application that was just sent is theirs.
pub(super) async fn ask(kernel: &Kernel, tx: &mut Tx, own: &OwnDraft, about: &Ask<'_>) -> Result<()> {
    let Ask { season, lang, external_id, email } = *about;
    let token = secret::token(&kernel.rng);
    store::insert_key(kernel, tx, own.id(), &secret::hash(&token), KeyKind::Link, Some(&norm_email(email))).await?;
    let letter = letters::confirm(kernel, &Emails::of(tx, season).await?, lang, external_id, &token);
    let key = format!("application-confirm:{}", own.id());
    outbox::enqueue(
        kernel,
        tx,
        outbox::New {
            key: &key,
            lane: Lane::Personal(None),
            listed: Listed::ToOwners,
            season: None,
            mail: &letter.to(email).of(&season.program_id),
        },
    )
    .await?;
    Ok(())
}

/// Another browser's key, for whoever followed the link `link` that was mailed; it proves the address. `here` is the
/// key that this browser has already. Other browsers are shut out the first time, for whoever began may have typed
/// another's address, unless `keeps_others`. `None` when the link has ended meanwhile.
pub async fn resume(
    kernel: &Kernel,
    season: &Season,
    own: &OwnDraft,
    link: &str,
    here: Option<&str>,
    keeps_others: bool,
) -> Result<Option<String>> {
    let token = secret::token(&kernel.rng);
    let mut tx = kernel.db.begin().await?;
    let Some(used) = store::use_link_key(&mut tx, own, link, kernel.now()).await? else { return Ok(None) };
    let is_first = used.is_first;
    store::insert_key(kernel, &mut tx, own.id(), &secret::hash(&token), KeyKind::Browser, None).await?;
    if own.draft().stage > 1 {
        // The link went to the address of the application, which it proves where nothing else has.
        if let (Some(application), true) = (&own.draft().application_id, store::is_unproved(&mut tx, own).await?) {
            let permit = FillPool::for_own_application(own);
            applications::acts::prove(kernel, &mut tx, &permit, application, &Proved::by_link(&used.mailed_to)).await?;
        }
        tx.commit().await?;
        return Ok(Some(token));
    }
    // The person for whom someone of the team began is here: from now on it is theirs alone.
    if own.draft().entered_by.is_some() || (is_first && !keeps_others) {
        store::revoke_browsers(&mut tx, own, &[&secret::hash(&token), here.unwrap_or_default()], kernel.now()).await?;
    }
    if let (true, Some(email), Some(application)) = (is_first, &own.draft().email, &own.draft().application_id) {
        let permit = FillPool::for_own_application(own);
        applications::acts::prove(kernel, &mut tx, &permit, application, &Proved::by_link(&used.mailed_to)).await?;
        copy(kernel, &mut tx, own, season, application, email).await?;
    }
    tx.commit().await?;
    Ok(Some(token))
}

/// The copy of what was sent, once the address is proved.
async fn copy(
    kernel: &Kernel,
    tx: &mut Tx,
    own: &OwnDraft,
    season: &Season,
    application: &Id,
    email: &str,
) -> Result<()> {
    let (Some(call), Some(form)) = (store::call(tx, &season.id).await?, store::published_form(tx, &season.id).await?)
    else {
        return Ok(());
    };
    let form = serde_json::from_str(&form).map_err(|e| weft_web::Error::Internal(e.to_string()))?;
    let lang = Lang::parse(&own.draft().language).unwrap_or_default();
    let copy = drafts::mailed(Tr(lang), &form, &drafts::read(&store::answers(tx, own).await?));
    let until = store::extended_until(tx, &season.id, email).await?.max(call.closes_at);
    let receipt = letters::Receipt {
        what: letters::Arrived::First,
        season,
        call: &call,
        until: until.filter(|until| kernel.now() <= *until),
        external_id: own.draft().external_id.as_deref().unwrap_or_default(),
        copy: &copy,
        is_entered: own.draft().entered_by.is_some(),
    };
    let key = format!("application-sent:{application}");
    drafts::mail_receipt(kernel, tx, own, (lang, email), &receipt, &key).await
}

/// What came of saying that a draft is not one's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disowned {
    Now,
    /// The address was proved meanwhile, or the link has ended: nothing was done.
    TooLate,
}

/// The holder of the address says that a draft is not theirs: what was sent is withdrawn, the address leaves the draft,
/// and no further mail goes there for it. Only while nobody has proved it. Said twice, done once.
pub async fn disown(kernel: &Kernel, season: &Season, own: &OwnDraft, link: &str) -> Result<Disowned> {
    let mut tx = kernel.db.begin().await?;
    let Some(mailed) = store::disown(&mut tx, own, link).await? else { return Ok(Disowned::TooLate) };
    store::disown_links(&mut tx, own, kernel.now()).await?;
    let mut subject = own.id().clone();
    if let Some(application) = &own.draft().application_id {
        let permit = FillPool::for_own_application(own);
        if let Some(person) =
            applications::acts::disown(kernel, &mut tx, &permit, application, &Proved::by_link(&mailed)).await?
        {
            subject = person;
        }
    }
    let event = events::Event {
        actor: None,
        verb: "application.disowned",
        subject: &subject,
        season: Some(&season.id),
        detail: own.draft().external_id.clone(),
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(Disowned::Now)
}

/// Confirms as its writer would with the link that was mailed. For the demo, which reads no mail.
pub async fn confirm_at_the_terminal(_: &Terminal, kernel: &Kernel, season: &Season, own: &OwnDraft) -> Result<()> {
    let token = secret::token(&kernel.rng);
    let mut tx = kernel.db.begin().await?;
    let email = own.draft().email.as_deref().map(norm_email);
    store::insert_key(kernel, &mut tx, own.id(), &secret::hash(&token), KeyKind::Link, email.as_deref()).await?;
    tx.commit().await?;
    resume(kernel, season, own, &secret::hash(&token), None, true).await?;
    Ok(())
}
