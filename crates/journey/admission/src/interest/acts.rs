//! Verbs: ask to be told, confirm, leave, tell everyone when a call opens, forget.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::store::{self, Interest, New};
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::mail::Letter;
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::{Kernel, events, secret};
use weft_programs::emails::{Audience, EmailKind, Emails, Field, Fill, Moment};
use weft_programs::model::Program;
use weft_programs::store as programs;
use weft_web::{Error, Result};

/// Applications are open, to whoever asked to hear of it.
pub static CALL_OPEN: EmailKind = EmailKind {
    key: "call-open",
    at: (Moment::Applying, 1),
    programs: &["cohort"],
    to: Audience::Others,
    fields: &[Field::new("name"), Field::needed("deadline")],
    has_after: true,
    ..EmailKind::USUAL
};

/// What someone says who wants to be told.
pub struct Wish<'a> {
    pub email: &'a str,
    pub name: &'a str,
    pub scope: &'a str,
    pub source: &'a str,
}

/// Days after which a wish that was not confirmed is forgotten.
const UNCONFIRMED_DAYS: i64 = 30;

/// Takes a wish and mails the link that confirms it. Said again, another link comes; three an hour at most to one
/// address.
pub async fn ask(kernel: &Kernel, program: &Program, lang: Lang, wish: &Wish<'_>, from: &str) -> Result<()> {
    let mut tx = kernel.begin_once().await?;
    let to = secret::hash(&format!("interest:{}", weft_people::model::norm_email(wish.email)));
    if !weft_people::tries::count_address(kernel, &mut tx, weft_people::tries::Ask::Mails, "interest", from).await? {
        return Err(weft_web::Error::TooMany);
    }
    if !weft_people::store::count_try(kernel, &mut tx, &to, 3, 3_600).await? {
        return Ok(());
    }
    let new = New {
        program: &program.id,
        email: wish.email,
        name: wish.name,
        scope: wish.scope,
        source: wish.source,
        language: lang.tag(),
    };
    let id = store::upsert(kernel, &mut tx, &new).await?;
    let token = secret::token(&kernel.rng);
    store::insert_key(kernel, &mut tx, &id, &secret::hash(&token), &new).await?;
    let t = Tr(lang);
    let letter = Letter {
        lang: lang.tag(),
        subject: t.a("mail-interest-subject", "program", program.name.clone()),
        paragraphs: vec![
            t.a("mail-interest-text", "program", program.name.clone()),
            t.t("mail-interest-not-you"),
            t.a("mail-questions", "email", program.support_email.clone()),
        ],
        button: Some((t.t("mail-interest-button"), format!("{}/interest/{token}", kernel.config.base_url))),
    };
    let key = format!("interest:{}", secret::hash(&token));
    // Who has not confirmed by then is forgotten.
    let lane = Lane::Urgent(kernel.now().plus_days(UNCONFIRMED_DAYS));
    outbox::enqueue(
        kernel,
        &mut tx,
        outbox::New {
            key: &key,
            lane,
            listed: Listed::ToOwners,
            season: None,
            mail: &letter.to(wish.email).of(&program.id),
        },
    )
    .await?;
    let event = events::Event { actor: None, verb: "interest.asked", subject: &id, season: None, detail: None };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(())
}

/// Confirms what was typed when this key was mailed; nobody else's words. Idempotent.
pub async fn confirm(kernel: &Kernel, of: &Interest, token_hash: &str) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if store::confirm(&mut tx, &of.id, token_hash, kernel.now()).await? {
        // The link that confirms has arrived there.
        outbox::lift(&mut tx, &weft_people::model::norm_email(&of.email)).await?;
        let event =
            events::Event { actor: None, verb: "interest.confirmed", subject: &of.id, season: None, detail: None };
        events::record(kernel, &mut tx, event).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Takes someone off the list; nothing of her stays.
pub async fn leave(kernel: &Kernel, of: &Interest) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::forget(&mut tx, &of.id).await?;
    let event = events::Event { actor: None, verb: "interest.left", subject: &of.id, season: None, detail: None };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(())
}

/// Tells everyone who asked that a call is open, once each, with a way to leave. Returns how many.
pub async fn tell(kernel: &Kernel) -> Result<usize> {
    let due = store::to_tell(&mut kernel.db.read().await?, kernel.now()).await?;
    let mut tx = kernel.db.begin().await?;
    let mut n = 0;
    let mut seasons = BTreeMap::new();
    for who in due {
        if !store::told(&mut tx, &who.id, &who.season_id, kernel.now()).await? {
            continue;
        }
        let token = secret::token(&kernel.rng);
        store::add_key(kernel, &mut tx, who.id.as_str(), &secret::hash(&token)).await?;
        let lang = Lang::parse(&who.language).unwrap_or_default();
        let t = Tr(lang);
        let emails = match seasons.entry(who.season_slug.clone()) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => {
                let season = programs::season_by_slug(&mut tx, &who.season_slug).await?.ok_or(Error::NotFound)?;
                new.insert(Emails::of(&mut tx, &season).await?)
            }
        };
        let leave = format!("{}/interest/{token}", kernel.config.base_url);
        let fill = Fill {
            values: vec![("name", who.name.clone()), ("deadline", t.moment(who.closes_at, &emails.season.zone))],
            link: Some(format!("{}/call/{}", kernel.config.base_url, who.season_slug)),
            after: vec![t.a("mail-interest-leave", "link", leave)],
            ..Fill::default()
        };
        let letter = emails.write(&CALL_OPEN, lang, fill);
        let key = format!("call-open:{}:{}", who.id, who.season_id);
        outbox::enqueue(
            kernel,
            &mut tx,
            outbox::New {
                key: &key,
                lane: Lane::Bulk(Some(who.closes_at)),
                listed: Listed::ToOwners,
                season: Some(&who.season_id),
                mail: &letter.to(&who.email),
            },
        )
        .await?;
        n += 1;
    }
    tx.commit().await?;
    Ok(n)
}

/// Forgets who never confirmed within a month, and everyone after three years without a word.
pub async fn forget_old(kernel: &Kernel) -> Result<usize> {
    let mut tx = kernel.db.begin().await?;
    let old =
        store::overdue(&mut tx, kernel.now().plus_days(-UNCONFIRMED_DAYS), kernel.now().plus_days(-3 * 365)).await?;
    for (id,) in &old {
        store::forget(&mut tx, id).await?;
    }
    tx.commit().await?;
    Ok(old.len())
}
