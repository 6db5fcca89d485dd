//! Emails about a seat: the invitation, its reminder, that someone has their seat, and word to the leads.

use super::model::{Answer, Offered};
use weft_kernel::clock::Time;
use weft_kernel::db::Tx;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::{Kernel, mail};
use weft_people::store as people;
use weft_programs::emails::{Audience, EmailKind, Emails, Field, Fill, Moment, Written};
use weft_programs::store as programs;
use weft_web::{Error, Result};

const USUAL: EmailKind = EmailKind { programs: &["cohort"], to: Audience::Applicants, ..EmailKind::USUAL };

pub static INVITATION: EmailKind = EmailKind {
    key: "invitation",
    at: (Moment::Deciding, 1),
    fields: &[Field::new("name"), Field::needed("answer_by"), Field::maybe("beyond")],
    ..USUAL
};

pub static DUE: EmailKind = EmailKind {
    key: "invitation-due",
    at: (Moment::Deciding, 2),
    fields: &[Field::new("name"), Field::needed("answer_by")],
    ..USUAL
};

pub static ACCEPTED: EmailKind = EmailKind {
    key: "seat",
    at: (Moment::Deciding, 3),
    to: Audience::Members,
    fields: &[Field::new("name"), Field::new("starts_on"), Field::new("ends_on")],
    ..USUAL
};

pub static ANSWERED: EmailKind = EmailKind {
    key: "seat-notice",
    at: (Moment::Deciding, 4),
    to: Audience::Leads,
    fields: &[Field::new("name"), Field::needed("answer"), Field::new("seats")],
    ..USUAL
};

pub static CANCELED: EmailKind = EmailKind {
    key: "invitation-canceled",
    at: (Moment::Deciding, 5),
    fields: &[Field::new("name"), Field::maybe("message")],
    has_button: false,
    ..USUAL
};

/// What an invitation says to one person; `over` is how many may be invited beyond the seats.
pub(super) struct Invitation<'a> {
    pub name: &'a str,
    pub token: &'a str,
    pub expires: Time,
    pub over: i64,
}

impl Invitation<'_> {
    pub(super) fn write(&self, kernel: &Kernel, emails: &Emails, lang: Lang) -> Written {
        let (t, season) = (Tr(lang), &emails.season);
        // Whoever is one of more than there are seats is told.
        let beyond = if self.over > 0 {
            t.a2("invitation-over-seats", "seats", season.seats, "most", season.seats + self.over)
        } else {
            String::new()
        };
        let fill = Fill {
            values: vec![
                ("name", self.name.to_owned()),
                ("answer_by", t.date(self.expires, &season.zone)),
                ("beyond", beyond),
            ],
            link: Some(format!("{}/invitation/{}", kernel.config.base_url, self.token)),
            ..Fill::default()
        };
        emails.write(&INVITATION, lang, fill)
    }
}

/// Tells whoever accepted that they have their seat, and the leads that someone accepted or declined.
pub(super) async fn answered(kernel: &Kernel, tx: &mut Tx, o: &Offered, answer: Answer) -> Result<()> {
    let season = programs::season_by_slug(tx, &o.season_slug).await?.ok_or(Error::NotFound)?;
    let emails = Emails::of(tx, &season).await?;
    let to = people::address_of(tx, &o.person_id).await?;
    if let (Answer::Accepted, Some(to)) = (answer, to) {
        let of = people::person(tx, &o.person_id).await?;
        let lang = of.and_then(|p| Lang::parse(&p.language)).unwrap_or_default();
        let t = Tr(lang);
        let fill = Fill {
            values: vec![
                ("name", o.display_name.clone()),
                ("starts_on", t.iso_day(&season.starts_on)),
                ("ends_on", t.iso_day(&season.ends_on)),
            ],
            link: Some(format!("{}{}", kernel.config.base_url, season.path("gatherings"))),
            ..Fill::default()
        };
        let new = outbox::New {
            key: &format!("seat:{}", o.id),
            lane: Lane::Personal(None),
            listed: Listed::ToOwners,
            season: Some(&season.id),
            mail: &emails.write(&ACCEPTED, lang, fill).to(&to),
        };
        outbox::enqueue(kernel, tx, new).await?;
    }
    let said = match answer {
        Answer::Accepted => "email-seat-notice-accepted",
        Answer::Declined => "email-seat-notice-declined",
    };
    for lead in programs::leads(tx, &season.id).await? {
        let Some(to) = people::address_of(tx, &lead.person_id).await?.filter(|_| lead.person_id != o.person_id) else {
            continue;
        };
        let lang = Lang::parse(&lead.language).unwrap_or_default();
        let t = Tr(lang);
        let fill = Fill {
            values: vec![
                ("name", lead.name),
                ("answer", t.a(said, "name", mail::named(&o.display_name))),
                ("seats", t.a2("email-seats-taken", "n", season.seats_taken, "of", season.seats)),
            ],
            link: Some(format!("{}{}", kernel.config.base_url, season.path("invitations"))),
            ..Fill::default()
        };
        let new = outbox::New {
            key: &format!("seat-notice:{}:{}", o.id, lead.person_id),
            lane: Lane::Bulk(None),
            listed: Listed::ToOwners,
            season: Some(&season.id),
            mail: &emails.write(&ANSWERED, lang, fill).to(&to),
        };
        outbox::enqueue(kernel, tx, new).await?;
    }
    Ok(())
}
