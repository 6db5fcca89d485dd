//! What a member lets the cohort's public page show: each field is a consent of its own, with who and when.

use super::store;
use weft_kernel::db::{Conn, Result, Tx};
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, events};

/// What someone says about a list of fields: those of `among` that are in `shown` are agreed to, the others are not.
#[derive(Clone, Copy, Debug)]
pub struct Said<'a> {
    pub among: &'a [&'a str],
    pub shown: &'a [&'a str],
}

/// Keeps what someone says of the fields they were asked about. Said twice, kept once.
pub async fn say(kernel: &Kernel, tx: &mut Tx, person: &Id, season: &Id, said: Said<'_>) -> Result<()> {
    for field in said.among {
        let purpose = format!("publish:{field}");
        let (changed, verb) = if said.shown.contains(field) {
            (store::give_consent(kernel, tx, person, season, &purpose).await?, "consent.given")
        } else {
            (store::withdraw_consent(kernel, tx, person, season, &purpose).await?, "consent.withdrawn")
        };
        if changed > 0 {
            let event = events::Event {
                actor: Some(person),
                verb,
                subject: person,
                season: Some(season),
                detail: Some((*field).to_owned()),
            };
            events::record(kernel, tx, event).await?;
        }
    }
    store::answer_share(kernel, tx, person, season).await
}

/// A season's page, and what it shows of someone.
#[derive(Clone, Debug)]
pub struct OnPage {
    pub slug: String,
    pub title: String,
    /// Whether everyone can read the page now.
    pub is_out: bool,
    pub fields: Vec<String>,
}

impl OnPage {
    /// Whether something is chosen that the page does not show, because the name is not.
    pub fn is_nameless(&self) -> bool {
        !self.fields.is_empty() && !self.fields.iter().any(|f| f == "name")
    }
}

/// What the public pages of someone's cohorts show of them. They hold a seat there now.
pub async fn of(conn: &mut Conn, own: &super::rules::OwnRecord, now: weft_kernel::clock::Time) -> Result<Vec<OnPage>> {
    let mut out: Vec<OnPage> = Vec::new();
    for row in store::shown::shown(conn, own, now).await? {
        if out.last().is_none_or(|o| o.slug != row.slug) {
            out.push(OnPage { slug: row.slug, title: row.title, is_out: row.is_out, fields: Vec::new() });
        }
        if let Some(last) = out.last_mut().filter(|_| !row.field.is_empty()) {
            last.fields.push(row.field);
        }
    }
    Ok(out)
}
