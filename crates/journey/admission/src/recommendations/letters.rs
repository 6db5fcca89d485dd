//! Emails to recommenders, and to the applicant when someone can't write.

use super::model::{Plan, Recommendation};
use super::store;
use weft_kernel::db::Tx;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::mail::{Letter, named};
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::{Kernel, secret};
use weft_programs::Season;
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

/// Writes to a recommender, each time with a link of its own: of those before only hashes are kept. All of them work.
pub(super) async fn write(
    kernel: &Kernel,
    tx: &mut Tx,
    season: &Season,
    plan: &Plan,
    r: &Recommendation,
    what: What,
) -> Result<()> {
    let (lang, t) = (r.lang(), Tr(r.lang()));
    let token = secret::token(&kernel.rng);
    store::insert_key(kernel, tx, &r.id, &secret::hash(&token)).await?;
    let asker = named(&r.asker);
    let day = plan.due_on.as_deref().map_or_else(String::new, |d| t.iso_day(d));
    let of = |key: &str| {
        t.args(key, &[("name", asker.clone().into()), ("season", season.title().into()), ("day", day.clone().into())])
    };
    let mut paragraphs = vec![t.greeting(&named(&r.name))];
    let (subject, kind, button) = match what {
        What::Ask => {
            paragraphs.push(of("mail-recommendation-text"));
            if !plan.intro.is_empty() {
                paragraphs.push(plan.intro.of(lang).to_owned());
            }
            paragraphs.push(of("mail-recommendation-due"));
            paragraphs.push(t.t("mail-recommendation-free"));
            ("mail-recommendation-subject", "ask".to_owned(), "mail-recommendation-button")
        }
        What::Remind => {
            paragraphs.push(of("mail-recommendation-remind-text"));
            paragraphs.push(t.t("mail-recommendation-free"));
            ("mail-recommendation-remind-subject", format!("remind:{}", kernel.now().0), "mail-recommendation-button")
        }
        What::Thanks => {
            paragraphs.push(of("mail-recommendation-thanks-text"));
            ("mail-recommendation-thanks-subject", "thanks".to_owned(), "mail-recommendation-change")
        }
    };
    paragraphs.push(t.a("mail-questions", "email", season.support_email.clone()));
    let letter = Letter {
        lang: lang.tag(),
        subject: of(subject),
        paragraphs,
        button: Some((t.t(button), format!("{}/recommendation/{token}", kernel.config.base_url))),
    };
    let key = format!("recommendation:{}:{kind}", r.id);
    let new = outbox::New {
        key: &key,
        lane: Lane::Personal(plan.due_at),
        listed: Listed::ToOwners,
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
    let t = Tr(lang);
    let day = plan.due_on.as_deref().map_or_else(String::new, |d| t.iso_day(d));
    let args = [("name", named(&r.name).into()), ("season", season.title().into()), ("day", day.into())];
    let letter = Letter {
        lang: lang.tag(),
        subject: t.args("mail-recommendation-declined-subject", &args),
        paragraphs: vec![
            t.args("mail-recommendation-declined-text", &args),
            t.a("mail-questions", "email", season.support_email.clone()),
        ],
        button: Some((
            t.t("mail-recommendation-declined-button"),
            format!("{}/call/{}/recommendations", kernel.config.base_url, season.slug),
        )),
    };
    let key = format!("recommendation:{}:declined:{}", r.id, kernel.now().0);
    let new = outbox::New {
        key: &key,
        lane: Lane::Personal(plan.due_at),
        listed: Listed::ToOwners,
        mail: &letter.to(&to.email),
    };
    outbox::enqueue(kernel, tx, new).await?;
    Ok(())
}
