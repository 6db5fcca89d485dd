//! Reminders to invited people: one before their answer is due. It comes with a link of its own, since the first one is
//! kept only as a hash; both work.

use super::emails::DUE;
use super::store;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::{Kernel, secret};
use weft_programs::emails::{Emails, Fill};
use weft_programs::{digest, store as programs};
use weft_web::Result;

/// How many days before an answer is due its person is reminded.
const BEFORE: i64 = 3;

/// The same thing to do, as it stands on a start page.
pub const TODO: &str = "todo-invitation";

/// Hours that an invitation is out before anyone is reminded of it.
const QUIET: i64 = 24;

/// Writes the reminders that are due to the outbox. Returns how many.
pub async fn send(kernel: &Kernel) -> Result<usize> {
    let now = kernel.now();
    let (until, made) = (now.plus_days(BEFORE), now.plus_seconds(-QUIET * 3600));
    let due = store::due_soon(&mut kernel.db.read().await?, now, until, made).await?;
    let mut n = 0;
    for one in due {
        let mut tx = kernel.db.begin().await?;
        let Some(season) = programs::season_by_slug(&mut tx, &one.season_slug).await? else { continue };
        // Their email of this morning said it.
        let path = format!("/invitation/{}", one.id);
        if digest::was_told(&mut tx, &one.person_id, TODO, &path, now).await? {
            continue;
        }
        let token = secret::token(&kernel.rng);
        if !store::mark_reminded(&mut tx, &one, &secret::hash(&token), now).await? {
            continue;
        }
        let lang = Lang::parse(&one.language).unwrap_or_default();
        let t = Tr(lang);
        let fill = Fill {
            values: vec![("name", one.display_name.clone()), ("answer_by", t.moment(one.expires_at, &season.zone))],
            link: Some(format!("{}/invitation/{token}", kernel.config.base_url)),
            ..Fill::default()
        };
        let letter = Emails::of(&mut tx, &season).await?.write(&DUE, lang, fill);
        let key = format!("invitation-due:{}:{}", one.id, one.expires_at.0);
        let new = outbox::New {
            key: &key,
            lane: Lane::Bulk(Some(one.expires_at)),
            listed: Listed::ToOwners,
            season: Some(&season.id),
            mail: &letter.to(&one.mailed_to),
        };
        outbox::enqueue(kernel, &mut tx, new).await?;
        digest::reminded(&mut tx, &one.person_id, TODO, &path, now).await?;
        tx.commit().await?;
        n += 1;
    }
    Ok(n)
}
