//! A person's calendar: a secret address that calendars subscribe to. It shows the gatherings of every season she
//! belongs to, without links into meetings.

use super::letters;
use super::model::{Gathering, Meeting, Sitting};
use weft_kernel::clock::Time;
use weft_kernel::db::Conn;
use weft_kernel::i18n::Words;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ical::{self, Method};
use weft_kernel::ids::Id;
use weft_kernel::once::Stop;
use weft_kernel::{Kernel, events, secret};
use weft_kernel::{args, row, sql};
use weft_people::rules::OwnRecord;
use weft_programs::Season;
use weft_programs::store as programs;
use weft_web::Result;

/// Makes a new address; the old one ends. The token is shown once and stored as a hash. Seasons that she runs stand in
/// it only where `is_staff`: she made it with her second factor.
pub async fn make(kernel: &Kernel, own: &OwnRecord, is_staff: bool) -> Result<String> {
    // Pressed again, the same address is shown, which was made already.
    let token = kernel.once.token("calendar").unwrap_or_else(|| secret::token(&kernel.rng));
    let mut tx = match kernel.begin_once().await {
        Err(Stop::Again(_)) => return Ok(token),
        begun => begun?,
    };
    end_all(kernel, &mut tx, own).await?;
    tx.run(
        sql!("INSERT INTO calendar_key (token_hash, person_id, is_staff, made_at) VALUES ($1, $2, $3, $4)"),
        args![secret::hash(&token), own.person(), is_staff, kernel.now()],
    )
    .await?;
    let event = events::Event {
        actor: Some(own.person()),
        verb: "calendar.made",
        subject: own.person(),
        season: None,
        detail: None,
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(token)
}

async fn end_all(kernel: &Kernel, tx: &mut Conn, own: &OwnRecord) -> Result<u64> {
    Ok(tx
        .run(
            sql!("UPDATE calendar_key SET revoked_at = $2 WHERE person_id = $1 AND revoked_at IS NULL"),
            args![own.person(), kernel.now()],
        )
        .await?)
}

/// Ends the address; whatever subscribes to it finds nothing from now on.
pub async fn revoke(kernel: &Kernel, own: &OwnRecord) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if end_all(kernel, &mut tx, own).await? > 0 {
        let event = events::Event {
            actor: Some(own.person()),
            verb: "calendar.ended",
            subject: own.person(),
            season: None,
            detail: None,
        };
        events::record(kernel, &mut tx, event).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Since when there is an address.
pub async fn since(conn: &mut Conn, own: &OwnRecord) -> Result<Option<Time>> {
    let row: Option<(Time,)> = conn
        .opt(sql!("SELECT made_at FROM calendar_key WHERE person_id = $1 AND revoked_at IS NULL"), args![own.person()])
        .await?;
    Ok(row.map(|(at,)| at))
}

/// The zone a person reads times in; `None` for the season's own.
pub async fn set_zone(kernel: &Kernel, own: &OwnRecord, zone: Option<&str>) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    tx.run(sql!("UPDATE person SET zone = $2 WHERE id = $1"), args![own.person(), zone]).await?;
    let event = events::Event {
        actor: Some(own.person()),
        verb: "zone.set",
        subject: own.person(),
        season: None,
        detail: None,
    };
    events::record(kernel, &mut tx, event).await?;
    Ok(tx.commit().await?)
}

row! { struct Subscriber { person_id: Id, name: String, language: String, is_staff: bool } }

row! {
    struct Row {
        season_slug: String,
        program_name: String,
        number: i64,
        title_en: String,
        title_es: String,
        purpose_en: String,
        purpose_es: String,
        changed_at: Time,
        cancelled_at: Option<Time>,
        sitting_id: Id,
        starts_local: String,
        zone: String,
        minutes: i64,
        place: String,
        capacity: Option<i64>,
        sequence: i64,
        own: Option<String>,
        siblings: i64,
        part: i64,
        parts: i64,
        takes_part: bool,
    }
}

/// What a calendar gets that knows the address, if it still is one.
pub async fn feed(kernel: &Kernel, token: &str) -> Result<Option<String>> {
    let mut conn = kernel.db.read().await?;
    let who: Option<Subscriber> = conn
        .opt(
            sql!(
                "SELECT k.person_id AS person_id, p.display_name AS name, p.language AS language,
                    k.is_staff AS is_staff
                FROM calendar_key k
                JOIN person p ON p.id = k.person_id
                WHERE k.token_hash = $1 AND k.revoked_at IS NULL"
            ),
            args![secret::hash(token)],
        )
        .await?;
    let Some(who) = who else { return Ok(None) };
    let rows: Vec<Row> = conn
        .all(
            sql!(
                "SELECT e.slug AS season_slug, m.name AS program_name, g.number AS number, g.title_en AS title_en,
                    g.title_es AS title_es, g.purpose_en AS purpose_en, g.purpose_es AS purpose_es,
                    g.changed_at AS changed_at, g.cancelled_at AS cancelled_at, s.id AS sitting_id,
                    s.starts_local AS starts_local, s.zone AS zone, s.minutes AS minutes, s.place AS place,
                    s.capacity AS capacity, s.sequence + COALESCE(u.n, 0) AS sequence, p.state AS own,
                    (
                        SELECT COUNT(*)
                        FROM sitting o
                        WHERE o.gathering_id = g.id AND o.part = s.part AND o.removed_at IS NULL
                    ) AS siblings, s.part AS part,
                    (
                        SELECT COUNT(DISTINCT o.part)
                        FROM sitting o
                        WHERE o.gathering_id = g.id AND o.removed_at IS NULL
                    ) AS parts,
                    CASE
                        WHEN EXISTS (
                            SELECT 1
                            FROM taking_part k
                            WHERE k.season_id = g.season_id AND k.person_id = $1
                        ) THEN 1
                        ELSE 0
                        END AS takes_part
                FROM gathering g
                JOIN season e ON e.id = g.season_id
                JOIN program m ON m.id = e.program_id
                JOIN sitting s ON s.gathering_id = g.id
                LEFT JOIN sitting_place p ON p.sitting_id = s.id AND p.person_id = $1 AND p.state = 'held'
                LEFT JOIN calendar_turn u ON u.sitting_id = s.id AND u.person_id = $1
                WHERE g.published_at IS NOT NULL
                    AND s.removed_at IS NULL
                    AND (
                        EXISTS (SELECT 1 FROM taking_part k WHERE k.season_id = g.season_id AND k.person_id = $1)
                            OR (
                                CAST($2 AS BIGINT) = 1
                                    AND EXISTS (
                                        SELECT 1
                                        FROM role r
                                        WHERE r.season_id = g.season_id
                                            AND r.person_id = $1
                                            AND r.until IS NULL
                                            AND r.role IN (
                                                'program-lead', 'co-lead', 'facilitator', 'coach', 'faculty',
                                                    'support'
                                            )
                                    )
                            )
                    )
                ORDER BY s.starts_at, s.id"
            ),
            args![&who.person_id, who.is_staff],
        )
        .await?;
    let t = Tr(Lang::parse(&who.language).unwrap_or_default());
    let mut stamp = Time(0);
    let mut entries = Vec::with_capacity(rows.len());
    for row in &rows {
        stamp = stamp.max(row.changed_at);
        let is_chosen = row.siblings > 1 || row.capacity.is_some();
        if row.takes_part && is_chosen && row.own.is_none() {
            continue;
        }
        entries.push(row.entry(kernel, t));
    }
    // The same content is the same text, so that a calendar that asks again is told nothing new.
    Ok(Some(ical::calendar(Method::Publish, &t.a("calendar-name", "name", who.name), stamp, &entries)))
}

impl Row {
    fn entry(&self, kernel: &Kernel, t: Tr) -> ical::Event {
        let title = Words { en: self.title_en.clone(), es: self.title_es.clone() };
        let purpose = Words { en: self.purpose_en.clone(), es: self.purpose_es.clone() };
        let shown = letters::Shown {
            program: &self.program_name,
            title: title.said(&t),
            purpose: purpose.of(t.0),
            page: format!("{}/s/{}/gatherings/{}", kernel.config.base_url, self.season_slug, self.number),
            sitting: &self.sitting_id,
            part: self.part,
            parts: self.parts,
            sequence: self.sequence,
            starts_local: &self.starts_local,
            zone: &self.zone,
            minutes: self.minutes,
            place: &self.place,
            is_off: self.cancelled_at.is_some(),
        };
        letters::event(t, shown)
    }
}

/// One gathering as a file for a calendar; only the reader's own times where there are several to choose from.
pub fn file(kernel: &Kernel, season: &Season, meeting: &Meeting, t: Tr) -> String {
    let g: &Gathering = &meeting.gathering;
    let own: Vec<&Sitting> = if meeting.own().is_empty() { meeting.sittings.iter().collect() } else { meeting.own() };
    let entries: Vec<ical::Event> =
        own.into_iter().map(|s| letters::entry(kernel, season, meeting, s, t, g.cancelled_at.is_some())).collect();
    ical::calendar(Method::Publish, &season.title(), g.changed_at, &entries)
}

/// Seasons whose gatherings can be copied into this one: those that the same person leads.
pub async fn led_seasons(conn: &mut Conn, person: &Id) -> Result<Vec<(String, String)>> {
    Ok(conn
        .all(
            sql!(
                "SELECT s.slug, p.name || ' · ' || s.name
                FROM role r
                JOIN season s ON s.id = r.season_id
                JOIN program p ON p.id = s.program_id
                WHERE r.person_id = $1
                    AND r.until IS NULL
                    AND r.role IN ('program-lead', 'co-lead')
                    AND EXISTS (SELECT 1 FROM gathering g WHERE g.season_id = s.id)
                ORDER BY s.starts_on DESC, s.slug"
            ),
            args![person],
        )
        .await?)
}

/// A season of which it is known that the same person leads it.
pub struct Led(pub(super) Season);

impl Led {
    pub fn is(&self, season: &Season) -> bool {
        self.0.id == season.id
    }
}

/// A season the same person leads, by its slug.
pub async fn led(conn: &mut Conn, person: &Id, slug: &str) -> Result<Option<Led>> {
    let Some(season) = programs::season_by_slug(conn, slug).await? else { return Ok(None) };
    let roles = programs::roles_in(conn, person, &season.id).await?;
    let leads = roles.iter().any(|r| matches!(r, weft_programs::Role::Lead | weft_programs::Role::CoLead));
    Ok(leads.then_some(Led(season)))
}
