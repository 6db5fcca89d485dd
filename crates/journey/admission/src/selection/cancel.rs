//! Canceling an invitation that was not answered yet: its link says so, the seat is free for someone else, and whoever
//! may have read the invitation is told.

use super::emails::CANCELED;
use super::model::MarkKind;
use super::rules::Choose;
use super::store::{self, NewMark, Waiting};
use weft_kernel::i18n::Lang;
use weft_kernel::ids::Id;
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::{Kernel, events};
use weft_programs::Season;
use weft_programs::emails::{Emails, Fill, Written};
use weft_web::Result;

/// The email that tells someone of it, with a few words of whoever cancels.
pub(super) fn notice(emails: &Emails, of: &Waiting, words: &str) -> Written {
    let lang = Lang::parse(&of.language).unwrap_or_default();
    let values = vec![("name", of.display_name.clone()), ("message", words.to_owned())];
    emails.write(&CANCELED, lang, Fill { values, ..Fill::default() })
}

/// What someone says who cancels.
pub struct Said<'a> {
    /// A few words to the person, or none.
    pub words: &'a str,
    /// Why later cohort options leave them out, if they are to.
    pub aside: Option<&'a str>,
}

/// `false` when the invitation was answered, ran out or was canceled meanwhile.
pub async fn cancel(
    kernel: &Kernel,
    permit: &Choose,
    actor: Option<&Id>,
    season: &Season,
    (of, said): (&Waiting, Said<'_>),
) -> Result<bool> {
    let now = kernel.now();
    let mut tx = kernel.db.begin().await?;
    // Its email may have left since the page was shown.
    let Some(of) = store::waiting(&mut tx, permit.see(), &of.external_id, now).await? else { return Ok(false) };
    if !store::cancel(&mut tx, permit, &of, now).await? {
        return Ok(false);
    }
    // An invitation that has not left never leaves, and nobody is told of what they were not offered.
    let run = of.run_id.as_ref().map_or("", Id::as_str);
    let recalled = outbox::recall(&mut tx, &format!("invitation:{}:{run}", of.id), now).await?;
    outbox::recall(&mut tx, &format!("invitation-due:{}:{}", of.id, of.expires_at.0), now).await?;
    let is_tried = recalled.map_or(of.email.as_deref() == Some("waiting"), |tries| tries > 0);
    let is_heard = of.is_heard || is_tried;
    if let (true, Some(to)) = (is_heard, &of.mailed_to) {
        let emails = Emails::of(&mut tx, season).await?;
        let new = outbox::New {
            key: &format!("invitation-canceled:{}:{}", of.id, of.expires_at.0),
            lane: Lane::Personal(None),
            listed: Listed::ToOwners,
            season: Some(&season.id),
            mail: &notice(&emails, &of, said.words).to(to),
        };
        outbox::enqueue(kernel, &mut tx, new).await?;
    }
    if let Some(reason) = said.aside {
        let new = NewMark { external_id: &of.external_id, mark: MarkKind::Aside, reason, by: actor };
        if let Some(application) = store::set_mark(&mut tx, permit, &new, now).await? {
            let event = events::Event {
                actor,
                verb: "mark.aside",
                subject: &application,
                season: Some(permit.season()),
                detail: Some(of.external_id.clone()),
            };
            events::record(kernel, &mut tx, event).await?;
        }
    }
    let event = events::Event {
        actor,
        verb: "invitation.canceled",
        subject: &of.person_id,
        season: Some(permit.season()),
        detail: Some(of.external_id.clone()),
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(true)
}
