//! Emails to recommenders, and to the applicant when someone can't write.

use super::model::{Plan, Recommendation};
use super::store;
use weft_kernel::db::Tx;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::mail::named;
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::{Kernel, secret};
use weft_programs::Season;
use weft_programs::emails::{Audience, EmailKind, Emails, Field, Fill, Moment};
use weft_web::Result;

/// What is written to a recommender.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// The first email.
    Ask,
    Remind,
    /// It came in, and can be changed until the last day.
    Thanks,
}

const USUAL: EmailKind = EmailKind {
    programs: &["cohort"],
    to: Audience::Others,
    fields: &[Field::new("name"), Field::needed("applicant"), Field::needed("due"), Field::maybe("note")],
    ..EmailKind::USUAL
};

/// An applicant asks for a recommendation.
pub static ASK: EmailKind = EmailKind { key: "recommendation-ask", at: (Moment::Applying, 12), ..USUAL };

/// It was not sent yet.
pub static REMIND: EmailKind = EmailKind {
    key: "recommendation-reminder",
    at: (Moment::Applying, 13),
    fields: &[Field::new("name"), Field::needed("applicant"), Field::needed("due")],
    ..USUAL
};

/// It has arrived.
pub static THANKS: EmailKind =
    EmailKind { key: "recommendation-thanks", at: (Moment::Applying, 14), fields: REMIND.fields, ..USUAL };

/// To the applicant: someone can't write one.
pub static DECLINED: EmailKind = EmailKind {
    key: "recommendation-declined",
    at: (Moment::Applying, 15),
    to: Audience::Applicants,
    fields: &[Field::needed("recommender"), Field::needed("due")],
    ..USUAL
};

/// Writes to a recommender, each time with a link of its own: of those before only hashes are kept. All of them work.
pub(super) async fn write(
    kernel: &Kernel,
    tx: &mut Tx,
    season: &Season,
    plan: &Plan,
    r: &Recommendation,
    what: What,
) -> Result<()> {
    let lang = r.lang();
    let token = secret::token(&kernel.rng);
    store::insert_key(kernel, tx, &r.id, &secret::hash(&token)).await?;
    let (kind, word) = match what {
        What::Ask => (&ASK, "ask".to_owned()),
        What::Remind => (&REMIND, format!("remind:{}", kernel.now().0)),
        What::Thanks => (&THANKS, "thanks".to_owned()),
    };
    let values = vec![
        ("name", named(&r.name)),
        ("applicant", named(&r.asker)),
        ("due", plan.due_on.as_deref().map_or_else(String::new, |d| Tr(lang).iso_day(d))),
        ("note", if plan.intro.is_empty() { String::new() } else { plan.intro.of(lang).to_owned() }),
    ];
    let link = Some(format!("{}/recommendation/{token}", kernel.config.base_url));
    let letter = Emails::of(tx, season).await?.write(kind, lang, Fill { values, link, ..Fill::default() });
    let key = format!("recommendation:{}:{word}", r.id);
    let new = outbox::New {
        key: &key,
        lane: Lane::Personal(plan.due_at),
        listed: Listed::ToOwners,
        season: Some(&season.id),
        mail: &letter.to(&r.email),
    };
    outbox::enqueue(kernel, tx, new).await?;
    Ok(())
}

/// Tells the applicant that someone can't write, so that they can ask someone else; never why.
pub(super) async fn declined(
    kernel: &Kernel,
    tx: &mut Tx,
    season: &Season,
    plan: &Plan,
    r: &Recommendation,
) -> Result<()> {
    let Some(to) = store::applicant(tx, &r.draft_id).await? else { return Ok(()) };
    let lang = Lang::parse(&to.language).unwrap_or_default();
    let values = vec![
        ("recommender", named(&r.name)),
        ("due", plan.due_on.as_deref().map_or_else(String::new, |d| Tr(lang).iso_day(d))),
    ];
    let link = Some(format!("{}/call/{}/recommendations", kernel.config.base_url, season.slug));
    let letter = Emails::of(tx, season).await?.write(&DECLINED, lang, Fill { values, link, ..Fill::default() });
    let key = format!("recommendation:{}:declined:{}", r.id, kernel.now().0);
    let new = outbox::New {
        key: &key,
        lane: Lane::Personal(plan.due_at),
        listed: Listed::ToOwners,
        season: Some(&season.id),
        mail: &letter.to(&to.email),
    };
    outbox::enqueue(kernel, tx, new).await?;
    Ok(())
}
