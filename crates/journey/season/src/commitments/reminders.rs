//! Emails that ask for a check-in: one for each that is due, with a link to a page that needs no sign-in.

use super::emails::CHECK_IN;
use super::store::{self, Due};
use weft_kernel::i18n::Lang;
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::{Kernel, events, secret};
use weft_programs::emails::{Emails, Fill};
use weft_programs::store as programs;
use weft_web::Result;

/// Writes the emails that are due. Returns how many. Whoever does not answer gets no other until they check in.
pub async fn send(kernel: &Kernel) -> Result<usize> {
    let due = store::due(&mut kernel.db.read().await?, kernel.now()).await?;
    let mut n = 0;
    for one in &due {
        n += usize::from(ask(kernel, one).await?);
    }
    Ok(n)
}

async fn ask(kernel: &Kernel, due: &Due) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    let Some(season) = programs::season_by_slug(&mut tx, &due.season_slug).await? else { return Ok(false) };
    if !store::mark_asked(&mut tx, due).await? {
        return Ok(false);
    }
    let token = secret::token(&kernel.rng);
    store::insert_key(&mut tx, &due.commitment_id, &secret::hash(&token), kernel.now()).await?;
    let lang = Lang::parse(&due.language).unwrap_or_default();
    let link = Some(format!("{}/check-in/{token}", kernel.config.base_url));
    let fill = Fill { values: vec![("name", due.name.clone())], link, ..Fill::default() };
    let mail = Emails::of(&mut tx, &season).await?.write(&CHECK_IN, lang, fill).to(&due.email);
    let new = outbox::New {
        key: &format!("check-in:{}:{}", due.commitment_id, due.next_at.0),
        // After a week there is another one, or none.
        lane: Lane::Personal(Some(kernel.now().plus_days(7))),
        listed: Listed::ToNobody,
        season: None,
        mail: &mail,
    };
    outbox::enqueue(kernel, &mut tx, new).await?;
    let event = events::Event {
        actor: None,
        verb: "commitment.asked",
        subject: &due.person_id,
        season: Some(&season.id),
        detail: None,
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(true)
}

/// Forgets links that open nothing any more.
pub async fn sweep(kernel: &Kernel) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::forget_keys(&mut tx, kernel.now()).await?;
    Ok(tx.commit().await?)
}
