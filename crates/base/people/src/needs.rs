//! What someone needs to take part in a season. It is told to one person: whoever is named for it when it is said.
//! Nobody named later reads it before the person concerned hands it over.

use super::rules::OwnRecord;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Tx};
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
use weft_kernel::mail::Letter;
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::{Kernel, events, secret};
use weft_kernel::{args, row, sql};
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

/// All needs a person has said.
pub async fn all(conn: &mut Conn, own: &OwnRecord) -> Result<Vec<Need>> {
    Ok(conn
        .all(
            sql!(
                "SELECT n.id AS id, n.person_id AS person_id, g.name || ' · ' || s.name AS season,
                    g.support_name AS support_name, g.support_email AS support_email,
                    g.support_phone AS support_phone, n.value AS value, n.told_to AS told_to,
                    n.kept_from AS kept_from, n.read_at AS read_at, s.access_contact_id AS contact_id,
                    c.display_name AS contact
                FROM access_need n
                JOIN season s ON s.id = n.season_id
                JOIN program g ON g.id = s.program_id
                LEFT JOIN person c ON c.id = s.access_contact_id
                WHERE n.person_id = $1
                ORDER BY s.starts_on DESC, s.id"
            ),
            args![own.person()],
        )
        .await?)
}

pub async fn one(conn: &mut Conn, own: &OwnRecord, id: &Id) -> Result<Option<OwnNeed>> {
    Ok(all(conn, own).await?.into_iter().find(|n| n.id == *id).map(OwnNeed))
}

/// The need that a letter's link opens.
pub async fn by_token(kernel: &Kernel, conn: &mut Conn, token: &str) -> Result<Option<OwnNeed>> {
    let found: Option<Need> = conn
        .opt(
            sql!(
                "SELECT n.id AS id, n.person_id AS person_id, g.name || ' · ' || s.name AS season,
                    g.support_name AS support_name, g.support_email AS support_email,
                    g.support_phone AS support_phone, n.value AS value, n.told_to AS told_to,
                    n.kept_from AS kept_from, n.read_at AS read_at, s.access_contact_id AS contact_id,
                    c.display_name AS contact
                FROM access_need_key k
                JOIN access_need n ON n.id = k.need_id
                JOIN season s ON s.id = n.season_id
                JOIN program g ON g.id = s.program_id
                LEFT JOIN person c ON c.id = s.access_contact_id
                WHERE k.token_hash = $1 AND k.made_at > $2"
            ),
            args![secret::hash(token), kernel.now().plus_days(-LINK_DAYS)],
        )
        .await?;
    Ok(found.map(OwnNeed))
}

/// What someone needs in a season, said now: to whoever is named now, or to nobody yet.
pub async fn set(
    kernel: &Kernel,
    conn: &mut Conn,
    person: &Id,
    season: &Id,
    value: &str,
) -> weft_kernel::db::Result<()> {
    conn.run(
        sql!(
            "INSERT INTO access_need (id, person_id, season_id, value, told_to, at)
            VALUES ($1, $2, $3, $4, (SELECT s.access_contact_id FROM season s WHERE s.id = $3), $5)
            ON CONFLICT (person_id, season_id) DO UPDATE SET value = excluded.value, told_to = excluded.told_to,
                kept_from = NULL, read_at = NULL, at = excluded.at"
        ),
        args![kernel.id(), person, season, value, kernel.now()],
    )
    .await
    .map(drop)
}

/// Who is named in a season to read what people need: id and name.
pub async fn contact(conn: &mut Conn, season: &Id) -> weft_kernel::db::Result<Option<(Id, String)>> {
    conn.opt(
        sql!(
            "SELECT p.id, p.display_name
            FROM season s
            JOIN person p ON p.id = s.access_contact_id
            WHERE s.id = $1"
        ),
        args![season],
    )
    .await
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

/// Hands a need over to whoever is named, if that is still who the person was shown. `false` when it is not.
pub async fn share(kernel: &Kernel, own: &OwnNeed, shown: &str) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    let done = tx
        .run(
            sql!(
                "UPDATE access_need
                SET told_to = $2, kept_from = NULL, read_at = NULL
                WHERE id = $1
                    AND EXISTS (
                        SELECT 1
                        FROM season s
                        WHERE s.id = access_need.season_id AND s.access_contact_id = $2
                    )"
            ),
            args![&own.0.id, shown],
        )
        .await?;
    if done > 0 {
        record(kernel, &mut tx, own, "access-need.shared").await?;
        tx.commit().await?;
    }
    Ok(done > 0)
}

/// Keeps a need from whoever is named, also where they have read it before.
pub async fn keep(kernel: &Kernel, own: &OwnNeed, shown: &str) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    let done = tx
        .run(
            sql!(
                "UPDATE access_need
                SET kept_from = $2, told_to = CASE WHEN told_to = $2 THEN NULL ELSE told_to END,
                    read_at = CASE WHEN told_to = $2 THEN NULL ELSE read_at END
                WHERE id = $1
                    AND EXISTS (
                        SELECT 1
                        FROM season s
                        WHERE s.id = access_need.season_id AND s.access_contact_id = $2
                    )"
            ),
            args![&own.0.id, shown],
        )
        .await?;
    if done > 0 {
        record(kernel, &mut tx, own, "access-need.kept").await?;
        tx.commit().await?;
    }
    Ok(done > 0)
}

/// Says it anew: from now on it is told to whoever is named, if that is still who the person was shown.
pub async fn change(kernel: &Kernel, own: &OwnNeed, value: &str, shown: &str) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    let done = tx
        .run(
            sql!(
                "UPDATE access_need
                SET value = $2, at = $4, kept_from = NULL, read_at = NULL,
                    told_to = (SELECT s.access_contact_id FROM season s WHERE s.id = access_need.season_id)
                WHERE id = $1
                    AND EXISTS (
                        SELECT 1
                        FROM season s
                        WHERE s.id = access_need.season_id AND COALESCE(s.access_contact_id, '') = $3
                    )"
            ),
            args![&own.0.id, value, shown, kernel.now()],
        )
        .await?;
    if done > 0 {
        record(kernel, &mut tx, own, "access-need.changed").await?;
        tx.commit().await?;
    }
    Ok(done > 0)
}

/// Deletes a need. Pressed twice is once.
pub async fn remove(kernel: &Kernel, own: &OwnNeed) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if tx.run(sql!("DELETE FROM access_need WHERE id = $1"), args![&own.0.id]).await? > 0 {
        record(kernel, &mut tx, own, "access-need.removed").await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Whoever is named reads what they were told in a season. Each need that they read for the first time since it was
/// said or handed over is on its person's own record.
pub async fn mark_read(kernel: &Kernel, tx: &mut Tx, season: &Id, reader: &Id) -> Result<()> {
    let new: Vec<(Id,)> = tx
        .all(
            sql!(
                "UPDATE access_need
                SET read_at = $3
                WHERE season_id = $1 AND told_to = $2 AND read_at IS NULL RETURNING person_id"
            ),
            args![season, reader, kernel.now()],
        )
        .await?;
    for (person,) in &new {
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
    tx.run(
        sql!("UPDATE access_need SET told_to = NULL, read_at = NULL WHERE season_id = $1 AND told_to = $2"),
        args![season, named],
    )
    .await
    .map(drop)
}

row! {
    /// Someone whom a change of the named person concerns: with a need, or with a travel sheet or money to come alone.
    struct Concerned { person_id: Id, language: String, email: String, need_id: Option<Id> }
}

/// Tells everyone who has told something to whoever was named, or waits to, that someone else is named now: one letter
/// each, in their language. Nothing they said is in it, and whoever only typed an address gets none: its link would
/// show their words to someone else. Returns how many letters.
pub async fn tell_change(
    kernel: &Kernel,
    tx: &mut Tx,
    season: &Id,
    before: Option<&str>,
    now: Option<&str>,
) -> Result<usize> {
    let (title, slug, support): (String, String, String) = tx
        .one(
            sql!(
                "SELECT g.name || ' · ' || s.name, s.slug, g.support_email
                FROM season s
                JOIN program g ON g.id = s.program_id
                WHERE s.id = $1"
            ),
            args![season],
        )
        .await?;
    let all: Vec<Concerned> = tx
        .all(
            sql!(
                "SELECT p.id AS person_id, p.language AS language,
                    (SELECT c.value FROM mailbox c WHERE c.person_id = p.id) AS email, n.id AS need_id
                FROM person p
                LEFT JOIN access_need n ON n.person_id = p.id AND n.season_id = $1
                WHERE (
                    n.id IS NOT NULL
                        OR EXISTS (
                            SELECT 1
                            FROM logistics_sheet l
                            JOIN gathering g ON g.id = l.gathering_id
                            WHERE g.season_id = $1 AND l.person_id = p.id
                        )
                        OR EXISTS (
                            SELECT 1
                            FROM reimbursement r
                            JOIN gathering g ON g.id = r.gathering_id
                            WHERE g.season_id = $1 AND r.person_id = p.id AND r.state = 'asked'
                        )
                )
                    AND EXISTS (
                        SELECT 1
                        FROM contact_point c
                        WHERE c.person_id = p.id AND c.kind = 'email' AND c.until IS NULL AND c.is_apart = 0
                    )
                ORDER BY p.id"
            ),
            args![season],
        )
        .await?;
    let change = kernel.id();
    for who in &all {
        let lang = Lang::parse(&who.language).unwrap_or_default();
        let t = Tr(lang);
        let (key, link) = match &who.need_id {
            Some(need) => {
                let token = secret::token(&kernel.rng);
                tx.run(
                    sql!("INSERT INTO access_need_key (token_hash, need_id, made_at) VALUES ($1, $2, $3)"),
                    args![secret::hash(&token), need, kernel.now()],
                )
                .await?;
                ("need", format!("/access-needs/{token}"))
            }
            None => ("sheet", format!("/s/{slug}/gatherings")),
        };
        let what = if now.is_some() { format!("mail-access-{key}") } else { format!("mail-access-{key}-nobody") };
        let letter = Letter {
            lang: lang.tag(),
            subject: t.a("mail-access-subject", "season", title.clone()),
            paragraphs: vec![
                said(t, &title, before, now),
                t.a(&what, "name", now.unwrap_or_default().to_owned()),
                t.a("mail-questions", "email", support.clone()),
            ],
            button: Some((t.t(&format!("mail-access-{key}-button")), format!("{}{link}", kernel.config.base_url))),
        };
        // That someone told a need is not for whoever keeps this site.
        let key = format!("access-contact:{change}:{}", who.person_id);
        outbox::enqueue(
            kernel,
            tx,
            outbox::New {
                key: &key,
                lane: Lane::Personal(None),
                listed: Listed::ToNobody,
                mail: &letter.to(&who.email),
            },
        )
        .await?;
    }
    Ok(all.len())
}

/// Who it was and who it is.
fn said(t: Tr, season: &str, before: Option<&str>, now: Option<&str>) -> String {
    let key = match (before, now) {
        (Some(_), Some(_)) => "mail-access-changed",
        (None, _) => "mail-access-first",
        (Some(_), None) => "mail-access-none",
    };
    let args = [
        ("season", season.to_owned().into()),
        ("before", before.unwrap_or_default().to_owned().into()),
        ("now", now.unwrap_or_default().to_owned().into()),
    ];
    t.args(key, &args)
}

/// Tells someone that they read what people need from now on, or no longer do.
pub async fn tell_contact(
    kernel: &Kernel,
    tx: &mut Tx,
    season: &Id,
    person: &Id,
    before: Option<&str>,
    now: Option<&str>,
    is_named: bool,
) -> Result<()> {
    let (title, slug): (String, String) = tx
        .one(
            sql!(
                "SELECT g.name || ' · ' || s.name, s.slug
                FROM season s
                JOIN program g ON g.id = s.program_id
                WHERE s.id = $1"
            ),
            args![season],
        )
        .await?;
    let (Some(of), Some(email)) =
        (super::store::person(tx, person).await?, super::store::address_of(tx, person).await?)
    else {
        return Ok(());
    };
    let lang = Lang::parse(&of.language).unwrap_or_default();
    let t = Tr(lang);
    let what = t.t(if is_named { "mail-access-you-now" } else { "mail-access-you-no-longer" });
    let letter = Letter {
        lang: lang.tag(),
        subject: t.a("mail-access-subject", "season", title.clone()),
        paragraphs: vec![said(t, &title, before, now), what],
        button: is_named
            .then(|| (t.t("mail-access-you-button"), format!("{}/s/{slug}/access-needs", kernel.config.base_url))),
    };
    let key = format!("access-contact:{}:you", kernel.id());
    outbox::enqueue(
        kernel,
        tx,
        outbox::New { key: &key, lane: Lane::Personal(None), listed: Listed::ToNobody, mail: &letter.to(&email) },
    )
    .await?;
    Ok(())
}
