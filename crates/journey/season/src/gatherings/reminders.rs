//! Reminders: a day before, an hour before, both or none, as each person wants. Each goes out once for each time a
//! sitting has.

use super::model::{Meeting, Sitting};
use super::rules::PlanGatherings;
use super::{letters, places, store};
use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, events};
use weft_kernel::{args, row, sql};
use weft_people::model::Addressee;
use weft_people::rules::OwnRecord;
use weft_programs::store as programs;
use weft_web::Result;

/// When a person wants to be reminded.
pub const CHOICES: [&str; 4] = ["day", "hour", "both", "none"];

/// Each kind with how many seconds before the beginning it goes out, and from when on it would only be late.
const KINDS: [(&str, i64, i64); 2] = [("day", 26 * 3600, 3 * 3600), ("hour", 3600, 300)];

/// A gathering that people were told of only just now needs no reminder yet.
const QUIET: i64 = 6 * 3600;

row! { struct Due { sitting_id: Id, season_slug: String, season_id: Id, number: i64, starts_at: Time } }

row! { struct Wish { person_id: Id, reminders: String, answer: Option<String> } }

/// Writes the reminders that are due to the outbox. Returns how many letters that were.
pub async fn send(kernel: &Kernel) -> Result<usize> {
    let now = kernel.now();
    let mut n = 0;
    for (kind, before, late) in KINDS {
        let due: Vec<Due> = kernel
            .db
            .read()
            .await?
            .all(
                sql!(
                    "SELECT s.id AS sitting_id, e.slug AS season_slug, e.id AS season_id, g.number AS number,
                        s.starts_at AS starts_at
                    FROM sitting s
                    JOIN gathering g ON g.id = s.gathering_id
                    JOIN season e ON e.id = g.season_id
                    WHERE g.published_at <= $1
                        AND g.cancelled_at IS NULL
                        AND s.removed_at IS NULL
                        AND s.starts_at > $2
                        AND s.starts_at <= $3
                        AND NOT EXISTS (
                            SELECT 1
                            FROM sitting_reminder r
                            WHERE r.sitting_id = s.id AND r.kind = $4 AND r.starts_at = s.starts_at
                        )
                    ORDER BY s.starts_at, s.id"
                ),
                args![
                    now.plus_seconds(if kind == "day" { -QUIET } else { 0 }),
                    now.plus_seconds(late),
                    now.plus_seconds(before),
                    kind
                ],
            )
            .await?;
        for one in due {
            n += remind(kernel, kind, &one).await?;
        }
    }
    Ok(n)
}

async fn remind(kernel: &Kernel, kind: &str, due: &Due) -> Result<usize> {
    let mut tx = kernel.db.begin().await?;
    let first = tx
        .run(
            sql!(
                "INSERT INTO sitting_reminder (sitting_id, kind, starts_at, at)
                VALUES ($1, $2, $3, $4)
                ON CONFLICT (sitting_id, kind, starts_at) DO NOTHING"
            ),
            args![&due.sitting_id, kind, due.starts_at, kernel.now()],
        )
        .await?;
    let Some(season) = programs::season_by_slug(&mut tx, &due.season_slug).await?.filter(|_| first > 0) else {
        return Ok(0);
    };
    store::hold_gatherings(&mut tx, &due.season_id, due.number).await?;
    let (gatherings, sittings) = store::plan(&mut tx, &PlanGatherings::by_itself(&due.season_id), due.number).await?;
    // It may have been called off or moved since it was due.
    let Some(meeting) = Meeting::all(gatherings, sittings).into_iter().next().filter(|m| m.gathering.is_on()) else {
        return Ok(0);
    };
    let Some(sitting) = meeting.sitting(&due.sitting_id).filter(|s| s.starts_at == due.starts_at) else { return Ok(0) };
    let held = store::held(&mut tx, &meeting.gathering.id).await?;
    let wishes: Vec<Wish> = tx
        .all(
            sql!(
                "SELECT p.id AS person_id, p.reminders AS reminders, a.answer AS answer
                FROM taking_part k
                JOIN person p ON p.id = k.person_id
                LEFT JOIN gathering_answer a ON a.gathering_id = $2 AND a.person_id = p.id
                WHERE k.season_id = $1"
            ),
            args![&due.season_id, &meeting.gathering.id],
        )
        .await?;
    let mut n = 0;
    for who in store::addressees(&mut tx, &due.season_id).await? {
        let wants = wishes
            .iter()
            .find(|w| w.person_id == who.person_id)
            .is_some_and(|w| (w.reminders == kind || w.reminders == "both") && w.answer.as_deref() != Some("no"));
        if wants && goes(&meeting, sitting, &who, &held) {
            letters::remind(kernel, &mut tx, &season, &meeting, sitting, &who, kind).await?;
            n += 1;
        }
    }
    let event = events::Event {
        actor: None,
        verb: "gathering.reminded",
        subject: &meeting.gathering.id,
        season: Some(&due.season_id),
        detail: Some(n.to_string()),
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(n)
}

fn goes(meeting: &Meeting, sitting: &Sitting, who: &Addressee, held: &[(Id, Id)]) -> bool {
    !meeting.is_chosen(sitting.part) || held.iter().any(|(p, s)| *p == who.person_id && *s == sitting.id)
}

row! { struct Late { person_id: Id, season_id: Id, season_slug: String, joined_at: Time } }

/// Members who got their seat after gatherings were announced have invitations to them, once. Returns how many members
/// that were.
pub async fn welcome_late(kernel: &Kernel) -> Result<usize> {
    let late: Vec<Late> = kernel
        .db
        .read()
        .await?
        .all(
            sql!(
                "SELECT m.person_id AS person_id, m.season_id AS season_id, e.slug AS season_slug,
                    m.joined_at AS joined_at
                FROM member m
                JOIN season e ON e.id = m.season_id
                WHERE m.left_at IS NULL
                    AND EXISTS (
                        SELECT 1
                        FROM gathering g
                        WHERE g.season_id = m.season_id AND g.published_at < m.joined_at AND g.cancelled_at IS NULL
                    )
                    AND NOT EXISTS (
                        SELECT 1
                        FROM season_welcome w
                        WHERE w.season_id = m.season_id AND w.person_id = m.person_id
                    )
                ORDER BY m.id"
            ),
            args![],
        )
        .await?;
    let mut n = 0;
    for one in &late {
        let mut tx = kernel.db.begin().await?;
        let first = tx
            .run(
                sql!(
                    "INSERT INTO season_welcome (season_id, person_id, at)
                    VALUES ($1, $2, $3)
                    ON CONFLICT (season_id, person_id) DO NOTHING"
                ),
                args![&one.season_id, &one.person_id, kernel.now()],
            )
            .await?;
        let Some(season) = programs::season_by_slug(&mut tx, &one.season_slug).await?.filter(|_| first > 0) else {
            continue;
        };
        places::welcome(kernel, &mut tx, &season, &one.person_id, one.joined_at).await?;
        let event = events::Event {
            actor: None,
            verb: "gathering.reminded",
            subject: &one.season_id,
            season: Some(&one.season_id),
            detail: None,
        };
        events::record(kernel, &mut tx, event).await?;
        tx.commit().await?;
        n += 1;
    }
    Ok(n)
}

/// Forgets who was in meetings whose reports nobody took in: names of strangers are not ours to keep.
pub async fn forget_reports(kernel: &Kernel) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    tx.run(
        sql!("UPDATE meeting_report SET rows = '[]' WHERE made_at < $1 AND rows <> '[]'"),
        args![kernel.now().plus_days(-30)],
    )
    .await?;
    Ok(tx.commit().await?)
}

/// How a person wants to be reminded.
pub async fn choice(kernel: &Kernel, own: &OwnRecord) -> Result<String> {
    let (choice,): (String,) =
        kernel.db.read().await?.one(sql!("SELECT reminders FROM person WHERE id = $1"), args![own.person()]).await?;
    Ok(choice)
}

pub async fn choose(kernel: &Kernel, own: &OwnRecord, choice: &str) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    tx.run(sql!("UPDATE person SET reminders = $2 WHERE id = $1"), args![own.person(), choice]).await?;
    let event = events::Event {
        actor: Some(own.person()),
        verb: "reminders.chosen",
        subject: own.person(),
        season: None,
        detail: Some(choice.to_owned()),
    };
    events::record(kernel, &mut tx, event).await?;
    Ok(tx.commit().await?)
}
