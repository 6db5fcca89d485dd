//! The SQL of conversations with applicants, in stages that are conversations. There alone a reviewer learns who
//! someone is: whoever talks with a person sees their name and how to reach them.

use crate::reviews::rules::ReadOne;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};

row! {
    /// With whom a reviewer talks, and when, if that is agreed.
    pub struct Talk {
        person_id: Id,
        external_id: String,
        display_name: String,
        pronouns: Option<String>,
        pronunciation: Option<String>,
        email: Option<String>,
        language: String,
        starts_at: Option<Time>,
        minutes: Option<i64>,
        place: Option<String>,
        revision: Option<i64>,
        is_canceled: bool,
    }
}

impl Talk {
    /// The time that is agreed now.
    pub fn agreed(&self) -> Option<(Time, i64, &str)> {
        let (at, minutes, place) = (self.starts_at?, self.minutes?, self.place.as_deref()?);
        (!self.is_canceled).then_some((at, minutes, place))
    }
}

/// With whom a reviewer talks; `None` in stages where applications are reviewed without names.
pub async fn talk(conn: &mut Conn, one: &ReadOne) -> Result<Option<Talk>> {
    conn.opt(
        sql!(
            "SELECT p.id AS person_id, a.external_id AS external_id, p.display_name AS display_name,
                p.pronouns AS pronouns, p.pronunciation AS pronunciation, c.value AS email, a.language AS language,
                v.starts_at AS starts_at, v.minutes AS minutes, v.place AS place,
                v.revision AS revision, CASE WHEN v.canceled_at IS NULL THEN 0 ELSE 1 END AS is_canceled
            FROM stage_assignment s
            JOIN stage g ON g.season_id = s.season_id AND g.no = s.stage AND g.kind = 'conversation'
            JOIN application a ON a.id = s.application_id
            JOIN person p ON p.id = a.person_id
            JOIN application_state x ON x.application_id = a.id AND x.state IN ('eligible', 'undecided')
            LEFT JOIN mailbox c ON c.person_id = p.id
            LEFT JOIN conversation v ON v.assignment_id = s.id
            WHERE s.id = $1 AND s.returned_at IS NULL"
        ),
        args![&one.assignment],
    )
    .await
}

/// Holds a review, so that a second press finds what the first has written.
pub(in crate::reviews) async fn hold_talk(conn: &mut Conn, one: &ReadOne) -> Result<()> {
    let sql = sql!("UPDATE stage_assignment SET place = place WHERE id = $1");
    conn.run(sql, args![&one.assignment]).await.map(drop)
}

/// Keeps when and how someone talks with an applicant. Returns the number of this change.
pub(in crate::reviews) async fn set_talk(
    conn: &mut Conn,
    one: &ReadOne,
    (starts_at, minutes, place): (Time, i64, &str),
    now: Time,
) -> Result<i64> {
    let sql = sql!(
        "INSERT INTO conversation (assignment_id, starts_at, minutes, place, revision, told_at)
        VALUES ($1, $2, $3, $4, 0, $5)
        ON CONFLICT (assignment_id) DO UPDATE SET starts_at = excluded.starts_at, minutes = excluded.minutes,
            place = excluded.place, told_at = excluded.told_at, revision = conversation.revision + 1,
            canceled_at = NULL
        RETURNING revision"
    );
    Ok(conn.one::<(i64,)>(sql, args![&one.assignment, starts_at, minutes, place, now]).await?.0)
}

/// Cancels a conversation, once. Returns the number of this change.
pub(in crate::reviews) async fn cancel_talk(conn: &mut Conn, assignment: &Id, now: Time) -> Result<Option<i64>> {
    let sql = sql!(
        "UPDATE conversation
        SET canceled_at = $2, revision = revision + 1
        WHERE assignment_id = $1 AND canceled_at IS NULL
        RETURNING revision"
    );
    Ok(conn.opt::<(i64,)>(sql, args![assignment, now]).await?.map(|(revision,)| revision))
}

row! {
    /// A conversation that will not happen: its review went back, or its application is out (withdrawn, not eligible, a
    /// duplicate, not chosen).
    pub(in crate::reviews) struct Off {
        assignment_id: Id,
        slug: String,
        reader_id: Id,
        reader_name: String,
        reader_language: String,
        person_id: Id,
        display_name: String,
        language: String,
        starts_at: Time,
        minutes: i64,
        place: String,
        is_out: bool,
    }
}

/// Conversations still ahead that will not happen.
pub(in crate::reviews) async fn talks_off(conn: &mut Conn, now: Time) -> Result<Vec<Off>> {
    conn.all(
        sql!(
            "SELECT v.assignment_id AS assignment_id, n.slug AS slug, s.reader_id AS reader_id,
                r.display_name AS reader_name, r.language AS reader_language, p.id AS person_id,
                p.display_name AS display_name, a.language AS language, v.starts_at AS starts_at,
                v.minutes AS minutes, v.place AS place,
                CASE
                    WHEN x.state IN ('eligible', 'undecided')
                        AND NOT EXISTS (
                            SELECT 1
                            FROM outcome o
                            WHERE o.application_id = a.id AND o.outcome = 'not-chosen'
                        ) THEN 0
                    ELSE 1
                    END AS is_out
            FROM conversation v
            JOIN stage_assignment s ON s.id = v.assignment_id
            JOIN season n ON n.id = s.season_id
            JOIN application a ON a.id = s.application_id
            JOIN application_state x ON x.application_id = a.id
            JOIN person p ON p.id = a.person_id
            JOIN person r ON r.id = s.reader_id
            WHERE v.canceled_at IS NULL
                AND v.starts_at > $1
                AND (
                    s.returned_at IS NOT NULL
                        OR x.state NOT IN ('eligible', 'undecided')
                        OR EXISTS (
                            SELECT 1
                            FROM outcome o
                            WHERE o.application_id = a.id AND o.outcome = 'not-chosen'
                        )
                )
            ORDER BY v.starts_at, v.assignment_id"
        ),
        args![now],
    )
    .await
}

row! {
    /// A conversation on a reviewer's list: its place there, with whom, when.
    pub struct Listed {
        place: i64,
        display_name: String,
        email: Option<String>,
        starts_at: Option<Time>,
        minutes: Option<i64>,
        how: Option<String>,
    }
}

/// With whom a reviewer talks, also after reviews were closed; none in other stages.
pub async fn talks(conn: &mut Conn, permit: &crate::reviews::rules::Read) -> Result<Vec<Listed>> {
    conn.all(
        sql!(
            "SELECT s.place AS place, p.display_name AS display_name, c.value AS email, v.starts_at AS starts_at,
                v.minutes AS minutes, v.place AS how
            FROM assignment s
            JOIN stage_assignment x ON x.id = s.id
            JOIN stage g ON g.season_id = x.season_id AND g.no = x.stage AND g.kind = 'conversation'
            JOIN reader_ties t ON t.season_id = s.season_id AND t.reader_id = s.reader_id
            JOIN application a ON a.id = s.application_id
            JOIN application_state y ON y.application_id = a.id AND y.state IN ('eligible', 'undecided')
            JOIN person p ON p.id = a.person_id
            LEFT JOIN mailbox c ON c.person_id = p.id
            LEFT JOIN conversation v ON v.assignment_id = s.id AND v.canceled_at IS NULL
            WHERE s.season_id = $1 AND s.reader_id = $2 AND s.returned_at IS NULL
            ORDER BY CASE WHEN v.starts_at IS NULL THEN 1 ELSE 0 END, v.starts_at, s.place"
        ),
        args![permit.season(), permit.reader()],
    )
    .await
}
