//! An email as someone gets it, and a test to oneself. Neither holds a link that works for anyone.

use super::{EmailKind, Emails, Fill, Text, Written, store};
use crate::Season;
use crate::rules::RunSeason;
use weft_kernel::db::Conn;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::{Kernel, row};
use weft_people::store as people_store;
use weft_web::Result;

row! {
    /// Someone for whom an email can be shown.
    pub struct Person {
        id: Id,
        name: String,
        language: String,
    }
}

impl Person {
    pub fn lang(&self) -> Lang {
        Lang::parse(&self.language).unwrap_or_default()
    }
}

/// People of the season who may get such an email, by name.
pub async fn people(conn: &mut Conn, run: &RunSeason, kind: &EmailKind) -> Result<Vec<Person>> {
    Ok(store::people(conn, run, kind.to).await?)
}

/// An email as this person would get it: their name and language and the season's own, and an example for everything
/// else. Its button leads to the season's page.
pub fn sample(
    kernel: &Kernel,
    emails: &Emails,
    season: &Season,
    kind: &'static EmailKind,
    text: &Text,
    who: &Person,
) -> Written {
    let t = Tr(who.lang());
    let values = kind.fields.iter().map(|f| {
        let value = match f.name {
            "name" => who.name.clone(),
            "starts_on" => t.iso_day(&season.starts_on),
            "ends_on" => t.iso_day(&season.ends_on),
            name => t.t(&format!("email-sample-{name}")),
        };
        (f.name, value)
    });
    let fill = Fill {
        values: values.collect(),
        more: Vec::new(),
        link: kind.has_button.then(|| format!("{}{}", kernel.config.base_url, season.path(""))),
        after: kind.has_after.then(|| t.t(&kind.message("after"))).into_iter().collect(),
    };
    emails.write_text(kind, text, who.lang(), fill)
}

/// Sends an email as `who` would get it to whoever asks, marked as a test. `false` when they have no address.
pub async fn send_test(kernel: &Kernel, _: &RunSeason, actor: &Id, mut written: Written) -> Result<bool> {
    let mut tx = kernel.begin_once().await?;
    let Some(to) = people_store::address_of(&mut tx, actor).await? else { return Ok(false) };
    let t = Tr(written.lang);
    written.subject = t.a("email-test-subject", "subject", written.subject);
    written.source.after.push(t.t("email-test-note"));
    let key = format!("email-test:{}", kernel.id());
    // It goes to whoever asked for it, and to nobody of the season.
    let new = outbox::New {
        key: &key,
        lane: Lane::Personal(Some(kernel.now().plus_days(1))),
        listed: Listed::ToOwners,
        season: None,
        mail: &written.to(&to),
    };
    outbox::enqueue(kernel, &mut tx, new).await?;
    tx.commit().await?;
    Ok(true)
}
