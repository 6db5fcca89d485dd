//! Emails to recommenders, and to the applicant when someone can't write.

use super::model::{Plan, Recommendation};
use super::store::{self, Named};
use weft_kernel::db::Tx;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
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

/// To an applicant who has no form of ours: the link with which they name recommenders.
pub static LINK: EmailKind = EmailKind {
    key: "recommendation-link",
    at: (Moment::Applying, 16),
    to: Audience::Applicants,
    fields: &[Field::new("name"), Field::needed("due")],
    ..USUAL
};

/// Sends an applicant a link of their own. `false` when they have no address.
pub(super) async fn link(kernel: &Kernel, tx: &mut Tx, season: &Season, plan: &Plan, to: &Named) -> Result<bool> {
    let Some(email) = &to.email else { return Ok(false) };
    let lang = Lang::parse(&to.language).unwrap_or_default();
    let values = vec![("name", named(&to.display_name)), ("due", due(plan, lang))];
    let link = Some(new_link(kernel, tx, &season.id, &to.application_id).await?);
    let letter = Emails::of(tx, season).await?.write(&LINK, lang, Fill { values, link, ..Fill::default() });
    let key = format!("recommender-link:{}:{}", to.application_id, kernel.now().0);
    let new = outbox::New {
        key: &key,
        lane: Lane::Bulk(plan.due_at),
        listed: Listed::ToOwners,
        season: Some(&season.id),
        mail: &letter.to(email),
    };
    outbox::enqueue(kernel, tx, new).await?;
    Ok(true)
}

async fn new_link(kernel: &Kernel, tx: &mut Tx, season: &Id, application: &Id) -> Result<String> {
    let token = secret::token(&kernel.rng);
    store::insert_link(kernel, tx, (season, application), &secret::hash(&token)).await?;
    Ok(format!("{}/recommenders/{token}", kernel.config.base_url))
}

fn due(plan: &Plan, lang: Lang) -> String {
    plan.due_on.as_deref().map_or_else(String::new, |d| Tr(lang).iso_day(d))
}

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
        ("due", due(plan, lang)),
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
    let Some(to) = store::applicant(tx, r).await? else { return Ok(()) };
    let lang = Lang::parse(&to.language).unwrap_or_default();
    let values = vec![("recommender", named(&r.name)), ("due", due(plan, lang))];
    let link = match &r.application_id {
        Some(application) if !to.has_form => new_link(kernel, tx, &season.id, application).await?,
        _ => format!("{}/call/{}/recommendations", kernel.config.base_url, season.slug),
    };
    let letter =
        Emails::of(tx, season).await?.write(&DECLINED, lang, Fill { values, link: Some(link), ..Fill::default() });
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
