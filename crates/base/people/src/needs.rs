//! What someone needs to take part in a season. It is told to one person: whoever is named for it when it is said.
//! Nobody named later reads it before the person concerned hands it over.

mod store;

use super::rules::OwnRecord;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Tx};
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
use weft_kernel::mail::Mail;
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::{Kernel, events, row, secret};
use weft_web::Result;

/// How long the link in a letter opens a need, in days.
const LINK_DAYS: i64 = 90;

row! {
    /// A need with its season, whoever it was told to and when they first read it, and whoever is named now.
    /// `kept_from` is whom it shall not be shown to.
    pub struct Need {
        id: Id,
        person_id: Id,
        season: String,
        support_name: String,
        support_email: String,
        support_phone: Option<String>,
        value: String,
        told_to: Option<Id>,
        kept_from: Option<Id>,
        read_at: Option<Time>,
        contact_id: Option<Id>,
        contact: Option<String>,
    }
}

/// How a need stands between the person concerned and whoever is named now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Shared,
    /// Someone is named who does not read it: nobody has said yet whether they may.
    Asked,
    Refused,
    Nobody,
}

impl Need {
    pub fn standing(&self) -> Standing {
        match &self.contact_id {
            None => Standing::Nobody,
            Some(now) if self.told_to.as_ref() == Some(now) => Standing::Shared,
            Some(now) if self.kept_from.as_ref() == Some(now) => Standing::Refused,
            Some(_) => Standing::Asked,
        }
    }

    /// The name of whoever is named now.
    pub fn name(&self) -> String {
        self.contact.clone().unwrap_or_default()
    }

    /// Whoever is named now, as the page's form says back whom it has shown.
    pub fn reader(&self) -> &str {
        self.contact_id.as_ref().map_or("", Id::as_str)
    }

    pub fn is(&self, standing: &str) -> bool {
        let known = match self.standing() {
            Standing::Shared => "shared",
            Standing::Asked => "asked",
            Standing::Refused => "refused",
            Standing::Nobody => "nobody",
        };
        known == standing
    }
}

/// Leave to see, hand over, change and delete one need: the person's own, found by their sign-in or by the link of a
/// letter to them.
pub struct OwnNeed(Need);

impl OwnNeed {
    pub fn need(&self) -> &Need {
        &self.0
    }
}

/// What came of an answer that was given to whoever the page showed as named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Done,
    /// Someone else is named by now, or nobody, and nothing was done.
    OtherReader,
}

impl Outcome {
    fn of(rows: u64) -> Self {
        if rows > 0 { Self::Done } else { Self::OtherReader }
    }

    /// What the page says of it, as a key.
    pub fn fault(self) -> Option<&'static str> {
        match self {
            Self::Done => None,
            Self::OtherReader => Some("wrong-reader"),
        }
    }
}

/// What a person says to whoever is named reading a need.
#[derive(Clone, Copy, Debug)]
enum Answer {
    Share,
    Keep,
}

/// All needs a person has said.
pub async fn all(conn: &mut Conn, own: &OwnRecord) -> Result<Vec<Need>> {
    Ok(store::all(conn, own).await?)
}

pub async fn one(conn: &mut Conn, own: &OwnRecord, id: &Id) -> Result<Option<OwnNeed>> {
    Ok(all(conn, own).await?.into_iter().find(|n| n.id == *id).map(OwnNeed))
}

/// The need that a letter's link opens.
pub async fn by_token(kernel: &Kernel, conn: &mut Conn, token: &str) -> Result<Option<OwnNeed>> {
    let after = kernel.now().plus_days(-LINK_DAYS);
    Ok(store::by_key(conn, &secret::hash(token), after).await?.map(OwnNeed))
}

/// What someone needs in a season, said now: to whoever is named now, or to nobody yet.
pub async fn set(
    kernel: &Kernel,
    conn: &mut Conn,
    person: &Id,
    season: &Id,
    value: &str,
) -> weft_kernel::db::Result<()> {
    store::set(kernel, conn, person, season, value).await
}

/// What someone needs in a season is not said any more.
pub async fn unsay(conn: &mut Conn, person: &Id, season: &Id) -> weft_kernel::db::Result<()> {
    store::unsay(conn, person, season).await
}

/// Who is named in a season to read what people need: id and name.
pub async fn contact(conn: &mut Conn, season: &Id) -> weft_kernel::db::Result<Option<(Id, String)>> {
    store::contact(conn, season).await
}

async fn record(kernel: &Kernel, tx: &mut Tx, own: &OwnNeed, verb: &'static str) -> Result<()> {
    // Of no season: that someone needs something is on no page of the team.
    let person = &own.0.person_id;
    Ok(events::record(
        kernel,
        tx,
        events::Event { actor: Some(person), verb, subject: person, season: None, detail: None },
    )
    .await?)
}

/// Records what was done, if a row was changed, and ends the transaction.
async fn finish(kernel: &Kernel, mut tx: Tx, own: &OwnNeed, verb: &'static str, rows: u64) -> Result<Outcome> {
    if rows > 0 {
        record(kernel, &mut tx, own, verb).await?;
        tx.commit().await?;
    }
    Ok(Outcome::of(rows))
}

/// Hands a need over to whoever is named, if that is still who the person was shown.
pub async fn share(kernel: &Kernel, own: &OwnNeed, shown: &str) -> Result<Outcome> {
    let mut tx = kernel.db.begin().await?;
    let rows = store::answer(&mut tx, own, Answer::Share, shown).await?;
    finish(kernel, tx, own, "access-need.shared", rows).await
}

/// Keeps a need from whoever is named, also where they have read it before.
pub async fn keep(kernel: &Kernel, own: &OwnNeed, shown: &str) -> Result<Outcome> {
    let mut tx = kernel.db.begin().await?;
    let rows = store::answer(&mut tx, own, Answer::Keep, shown).await?;
    finish(kernel, tx, own, "access-need.kept", rows).await
}

/// Says it anew: from now on it is told to whoever is named, if that is still who the person was shown.
pub async fn change(kernel: &Kernel, own: &OwnNeed, value: &str, shown: &str) -> Result<Outcome> {
    let mut tx = kernel.db.begin().await?;
    let rows = store::change(&mut tx, own, value, shown, kernel.now()).await?;
    finish(kernel, tx, own, "access-need.changed", rows).await
}

/// Deletes a need. Pressed twice is once.
pub async fn remove(kernel: &Kernel, own: &OwnNeed) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let rows = store::remove(&mut tx, own).await?;
    finish(kernel, tx, own, "access-need.removed", rows).await.map(drop)
}

/// Whoever is named reads what they were told in a season. Each need that they read for the first time since it was
/// said or handed over is on its person's own record.
pub async fn mark_read(kernel: &Kernel, tx: &mut Tx, season: &Id, reader: &Id) -> Result<()> {
    for (person,) in &store::mark_read(tx, season, reader, kernel.now()).await? {
        let event = events::Event {
            actor: Some(reader),
            verb: "access-need.read",
            subject: person,
            season: None,
            detail: None,
        };
        events::record(kernel, tx, event).await?;
    }
    Ok(())
}

/// Someone who is named starts with nothing, also where they were named before and told then.
pub async fn close_to(tx: &mut Tx, season: &Id, named: &Id) -> weft_kernel::db::Result<()> {
    store::close_to(tx, season, named).await
}

/// Someone else is named in a season, or nobody: the names of before and now.
pub struct Change<'a> {
    pub season: &'a Id,
    pub before: Option<&'a str>,
    pub now: Option<&'a str>,
}

/// Whom an email about a change is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concerned {
    /// Told a need.
    Need,
    /// Filled in a travel sheet.
    Sheet,
    /// Reads what people need from now on, or no longer does.
    Contact,
}

/// What an email about a change says. Its frame is the season's own; who it was, who it is and what follows for the
/// person are not.
pub struct Telling {
    pub to: Concerned,
    pub lang: Lang,
    /// Who it was and who it is.
    pub change: String,
    /// What that means for whoever gets it.
    pub follows: String,
    pub link: Option<String>,
}

/// Makes an email of it to an address, in words of the season.
pub type Write<'w> = &'w (dyn Fn(Telling, &str) -> Mail + Sync);

/// Tells everyone who has told something to whoever was named, or waits to, that someone else is named now: one letter
/// each, in their language. Nothing they said is in it, and whoever only typed an address gets none: its link would
/// show their words to someone else. Returns how many letters.
pub async fn tell_change(kernel: &Kernel, tx: &mut Tx, change: &Change<'_>, write: Write<'_>) -> Result<usize> {
    let season = store::season(tx, change.season).await?;
    let all = store::concerned(tx, change.season).await?;
    let id = kernel.id();
    for who in &all {
        let lang = Lang::parse(&who.language).unwrap_or_default();
        let t = Tr(lang);
        let (to, key, link) = match &who.need_id {
            Some(need) => {
                let token = secret::token(&kernel.rng);
                store::insert_key(tx, &secret::hash(&token), need, kernel.now()).await?;
                (Concerned::Need, "need", format!("/access-needs/{token}"))
            }
            None => (Concerned::Sheet, "sheet", format!("/s/{}/gatherings", season.slug)),
        };
        let what = match change.now {
            Some(_) => format!("mail-access-{key}"),
            None => format!("mail-access-{key}-nobody"),
        };
        let telling = Telling {
            to,
            lang,
            change: said(t, &season.title, change),
            follows: t.a(&what, "name", change.now.unwrap_or_default().to_owned()),
            link: Some(format!("{}{link}", kernel.config.base_url)),
        };
        let mail = write(telling, &who.email);
        enqueue(kernel, tx, &format!("access-contact:{id}:{}", who.person_id), &mail).await?;
    }
    Ok(all.len())
}

/// That someone told a need is not for whoever keeps this site, nor for the season's team.
async fn enqueue(kernel: &Kernel, tx: &mut Tx, key: &str, mail: &Mail) -> Result<()> {
    let new = outbox::New { key, lane: Lane::Personal(None), listed: Listed::ToNobody, season: None, mail };
    outbox::enqueue(kernel, tx, new).await?;
    Ok(())
}

/// Who it was and who it is.
fn said(t: Tr, season: &str, change: &Change<'_>) -> String {
    let key = match (change.before, change.now) {
        (Some(_), Some(_)) => "mail-access-changed",
        (None, _) => "mail-access-first",
        (Some(_), None) => "mail-access-none",
    };
    let args = [
        ("season", season.to_owned().into()),
        ("before", change.before.unwrap_or_default().to_owned().into()),
        ("now", change.now.unwrap_or_default().to_owned().into()),
    ];
    t.args(key, &args)
}

/// Tells someone that they read what people need from now on, or no longer do.
pub async fn tell_contact(
    kernel: &Kernel,
    tx: &mut Tx,
    change: &Change<'_>,
    (person, is_named): (&Id, bool),
    write: Write<'_>,
) -> Result<()> {
    let season = store::season(tx, change.season).await?;
    let (Some(of), Some(email)) =
        (super::store::person(tx, person).await?, super::store::address_of(tx, person).await?)
    else {
        return Ok(());
    };
    let lang = Lang::parse(&of.language).unwrap_or_default();
    let t = Tr(lang);
    let link = format!("{}/s/{}/access-needs", kernel.config.base_url, season.slug);
    let telling = Telling {
        to: Concerned::Contact,
        lang,
        change: said(t, &season.title, change),
        follows: t.t(if is_named { "mail-access-you-now" } else { "mail-access-you-no-longer" }),
        link: is_named.then_some(link),
    };
    let mail = write(telling, &email);
    enqueue(kernel, tx, &format!("access-contact:{}:you", kernel.id()), &mail).await
}
