//! The SQL of answers.

mod chosen;

use chosen::chosen;
pub use chosen::has_cohort;

use super::model::{Addressee, Choice, Letter, Round, Standing, Wanted};
use super::rules::Decide;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Json, Result, Word as _};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};

/// What has come of every application of the season, or what its person waits for: each is in exactly one
/// [`Standing`](super::model::Standing), whose name is its `reason`.
pub async fn standings(conn: &mut Conn, permit: &Decide, now: Time) -> Result<Vec<Addressee>> {
    let mut all = stored_standings(conn, permit, now).await?;
    let chosen = chosen(conn, permit).await?;
    for one in &mut all {
        let is_open = [Standing::Seats, Standing::Alternate].iter().any(|s| s.name() == one.reason);
        if is_open && chosen.contains(&one.external_id) {
            Standing::Chosen.name().clone_into(&mut one.reason);
        }
    }
    Ok(all)
}

async fn stored_standings(conn: &mut Conn, permit: &Decide, now: Time) -> Result<Vec<Addressee>> {
    conn.all(
        sql!(
            "SELECT a.id AS application_id, a.person_id AS person_id, a.external_id AS external_id,
                p.display_name AS display_name, a.language AS language,
                CASE
                    WHEN x.state = 'withdrawn' THEN 'withdrawn'
                    WHEN x.state = 'duplicate' THEN 'duplicate'
                    WHEN EXISTS (SELECT 1 FROM member m WHERE m.application_id = a.id) THEN 'seated'
                    WHEN EXISTS (
                        SELECT 1
                        FROM invitation i
                        JOIN invitation_answer n ON n.invitation_id = i.id
                        WHERE i.application_id = a.id
                    ) THEN 'declined'
                    WHEN EXISTS (
                        SELECT 1
                        FROM invitation i
                        WHERE i.application_id = a.id AND i.expires_at > $2
                    ) THEN 'invited'
                    WHEN EXISTS (
                        SELECT 1
                        FROM outcome o
                        WHERE o.application_id = a.id AND o.outcome = 'not-chosen'
                    ) THEN COALESCE(
                        (
                            SELECT CASE e.state WHEN 'sent' THEN 'answered'
                                WHEN 'waiting' THEN 'telling'
                                ELSE 'untold'
                                END
                            FROM outbox e
                            WHERE e.dedupe_key = 'decision:' || a.id
                        ),
                        'answered'
                    )
                    WHEN x.state = 'undecided' THEN 'undecided'
                    WHEN x.state = 'late' THEN 'late-undecided'
                    WHEN x.state = 'not-eligible'
                        AND a.late_reason IS NOT NULL
                        AND NOT EXISTS (
                            SELECT 1
                            FROM application_event v
                            WHERE v.application_id = a.id AND v.kind = 'late-accepted'
                        ) THEN 'late'
                    WHEN x.state = 'not-eligible' THEN 'not-eligible'
                    WHEN g.is_waiting = 1 THEN 'in-stage'
                    WHEN g.is_current = 0 THEN 'not-moved-on'
                    WHEN NOT EXISTS (SELECT 1 FROM alternate l WHERE l.application_id = a.id) THEN 'seats'
                    WHEN EXISTS (SELECT 1 FROM alternate_notice l WHERE l.application_id = a.id) THEN COALESCE(
                        (
                            SELECT CASE e.state WHEN 'sent' THEN 'alternate-told'
                                WHEN 'waiting' THEN 'alternate-telling'
                                ELSE 'alternate-untold'
                                END
                            FROM outbox e
                            WHERE e.dedupe_key = 'alternate:' || a.id
                        ),
                        'alternate-told'
                    )
                    ELSE 'alternate'
                    END AS reason
            FROM application a
            JOIN application_state x ON x.application_id = a.id
            JOIN application_stage g ON g.application_id = a.id
            JOIN person p ON p.id = a.person_id
            WHERE a.season_id = $1
            ORDER BY p.sort_key, a.external_id"
        ),
        args![permit.season(), now],
    )
    .await
}

/// Everyone whom the next round writes to. Whose eligibility is undecided is never among them; while reviews are open,
/// those alone who did not go on to the stage that is reviewed.
pub async fn waiting(conn: &mut Conn, permit: &Decide, now: Time) -> Result<Vec<Addressee>> {
    let is_open = is_reviewing(conn, permit).await?;
    let all = standings(conn, permit, now).await?;
    let is_now = |a: &Addressee| Standing::parse(&a.reason).is_some_and(|k| k.is_written_to_now(is_open));
    Ok(all.into_iter().filter(is_now).collect())
}

/// Whether applications are being reviewed in the stage that choosing is at.
pub async fn is_reviewing(conn: &mut Conn, permit: &Decide) -> Result<bool> {
    let sql = sql!(
        "SELECT COUNT(*)
        FROM reading
        WHERE season_id = $1 AND opened_at IS NOT NULL AND closed_at IS NULL"
    );
    Ok(conn.one::<(i64,)>(sql, args![permit.season()]).await?.0 > 0)
}

/// Keeps that someone was told that they are an alternate.
pub(super) async fn insert_alternate_notice(conn: &mut Conn, application: &Id, round: &Id, now: Time) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO alternate_notice (application_id, round_id, at)
            VALUES ($1, $2, $3)
            ON CONFLICT (application_id) DO NOTHING"
        ),
        args![application, round, now],
    )
    .await
    .map(drop)
}

pub(super) async fn insert_round(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &Decide,
    letter: &str,
    by: &Id,
) -> Result<Option<Id>> {
    let id = kernel.id();
    let inserted = conn
        .run(
            sql!(
                "INSERT INTO decision_round (id, season_id, letter, staged_by, staged_at)
                VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT (season_id)
                WHERE sent_at IS NULL AND cancelled_at IS NULL DO NOTHING"
            ),
            args![&id, permit.season(), letter, by, kernel.now()],
        )
        .await?;
    Ok((inserted > 0).then_some(id))
}

pub(super) async fn insert_decision(conn: &mut Conn, round: &Id, application: &Id, reason: &str) -> Result<()> {
    conn.run(
        sql!("INSERT INTO decision (round_id, application_id, reason) VALUES ($1, $2, $3)"),
        args![round, application, reason],
    )
    .await
    .map(drop)
}

/// Rounds of the season that were not taken back, the newest first.
pub async fn rounds(conn: &mut Conn, permit: &Decide) -> Result<Vec<Round>> {
    conn.all(
        sql!(
            "SELECT r.id AS id, r.letter AS letter, r.staged_by AS staged_by, p.display_name AS stager,
                r.staged_at AS staged_at, s.display_name AS sender, r.sent_at AS sent_at, r.alone_at AS alone_at,
                (SELECT COUNT(*) FROM decision d WHERE d.round_id = r.id) AS people,
                (
                    SELECT COUNT(*)
                    FROM decision d
                    JOIN outbox e ON e.dedupe_key
                        = CASE d.reason WHEN 'alternate' THEN 'alternate:' ELSE 'decision:' END || d.application_id
                    WHERE d.round_id = r.id AND e.state = 'waiting'
                ) AS waiting,
                (
                    SELECT COUNT(*)
                    FROM decision d
                    JOIN outbox e ON e.dedupe_key
                        = CASE d.reason WHEN 'alternate' THEN 'alternate:' ELSE 'decision:' END || d.application_id
                    WHERE d.round_id = r.id AND e.state IN ('dead', 'expired')
                ) AS unsent
            FROM decision_round r
            JOIN person p ON p.id = r.staged_by
            LEFT JOIN person s ON s.id = r.sent_by
            WHERE r.season_id = $1 AND r.cancelled_at IS NULL
            ORDER BY r.staged_at DESC, r.id DESC"
        ),
        args![permit.season()],
    )
    .await
}

pub async fn addressees(conn: &mut Conn, permit: &Decide, round: &Id) -> Result<Vec<Addressee>> {
    conn.all(
        sql!(
            "SELECT a.id AS application_id, a.person_id AS person_id, a.external_id AS external_id,
                p.display_name AS display_name, a.language AS language, d.reason AS reason
            FROM decision d
            JOIN decision_round r ON r.id = d.round_id
            JOIN application a ON a.id = d.application_id
            JOIN person p ON p.id = a.person_id
            WHERE r.season_id = $1 AND d.round_id = $2
            ORDER BY p.sort_key, a.external_id"
        ),
        args![permit.season(), round],
    )
    .await
}

/// Takes someone out of a round that has not been sent.
pub(super) async fn remove(conn: &mut Conn, permit: &Decide, external_id: &str) -> Result<u64> {
    conn.run(
        sql!(
            "DELETE FROM decision
            WHERE round_id IN (
                SELECT id
                FROM decision_round
                WHERE season_id = $1 AND sent_at IS NULL AND cancelled_at IS NULL
            )
                AND application_id IN (SELECT id FROM application WHERE season_id = $1 AND external_id = $2)"
        ),
        args![permit.season(), external_id],
    )
    .await
}

/// The text of emails that were prepared last and canceled, unless others were sent since.
pub async fn canceled_letter(conn: &mut Conn, permit: &Decide) -> Result<Option<Letter>> {
    let found: Option<(Json<Letter>, Option<Time>)> = conn
        .opt(
            sql!(
                "SELECT letter, cancelled_at
                FROM decision_round
                WHERE season_id = $1
                ORDER BY staged_at DESC, id DESC LIMIT 1"
            ),
            args![permit.season()],
        )
        .await?;
    Ok(found.and_then(|(letter, canceled)| canceled.map(|_| letter.0)))
}

pub(super) async fn cancel(conn: &mut Conn, permit: &Decide, now: Time) -> Result<u64> {
    conn.run(
        sql!(
            "UPDATE decision_round
            SET cancelled_at = $2
            WHERE season_id = $1 AND sent_at IS NULL AND cancelled_at IS NULL"
        ),
        args![permit.season(), now],
    )
    .await
}

row! {
    /// A round on its way out.
    pub(super) struct Ready { id: Id, letter: String, staged_by: Id }
}

/// Marks the open round as sent, once, by someone other than who made it ready; or by them once their pause is over.
pub(super) async fn send(conn: &mut Conn, permit: &Decide, by: &Id, now: Time) -> Result<Option<Ready>> {
    conn.opt(
        sql!(
            "UPDATE decision_round
            SET sent_at = $3, sent_by = $2
            WHERE season_id = $1
                AND sent_at IS NULL
                AND cancelled_at IS NULL
                AND (staged_by <> $2 OR alone_at <= $3)
            RETURNING id, letter, staged_by"
        ),
        args![permit.season(), by, now],
    )
    .await
}

/// Someone in a round who was not written to after all.
pub(super) async fn leave_out(conn: &mut Conn, round: &Id, application: &Id) -> Result<()> {
    conn.run(sql!("DELETE FROM decision WHERE round_id = $1 AND application_id = $2"), args![round, application])
        .await
        .map(drop)
}

/// How many people other than this one could send answers of the season.
pub async fn others(conn: &mut Conn, permit: &Decide, but: &Id) -> Result<i64> {
    let (n,): (i64,) = conn
        .one(
            sql!(
                "SELECT COUNT(DISTINCT r.person_id)
                FROM role r
                WHERE r.until IS NULL
                    AND r.person_id <> $2
                    AND (
                        (r.role = 'owner' AND r.season_id IS NULL)
                            OR (r.role IN ('owner', 'program-lead', 'co-lead') AND r.season_id = $1)
                    )"
            ),
            args![permit.season(), but],
        )
        .await?;
    Ok(n)
}

pub(super) async fn set_alone(conn: &mut Conn, permit: &Decide, by: &Id, at: Time) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE decision_round
                SET alone_at = $3
                WHERE season_id = $1
                    AND staged_by = $2
                    AND alone_at IS NULL
                    AND sent_at IS NULL
                    AND cancelled_at IS NULL"
            ),
            args![permit.season(), by, at],
        )
        .await?
        > 0)
}

pub(super) async fn clear_alone(conn: &mut Conn, permit: &Decide) -> Result<u64> {
    conn.run(
        sql!(
            "UPDATE decision_round
            SET alone_at = NULL
            WHERE season_id = $1 AND alone_at IS NOT NULL AND sent_at IS NULL AND cancelled_at IS NULL"
        ),
        args![permit.season()],
    )
    .await
}

row! {
    /// A round whose pause is over.
    pub struct Due { season_id: Id, season_slug: String, staged_by: Id }
}

pub(super) async fn due(conn: &mut Conn, now: Time) -> Result<Vec<Due>> {
    conn.all(
        sql!(
            "SELECT r.season_id AS season_id, s.slug AS season_slug, r.staged_by AS staged_by
            FROM decision_round r
            JOIN season s ON s.id = r.season_id
            WHERE r.alone_at <= $1 AND r.sent_at IS NULL AND r.cancelled_at IS NULL
            ORDER BY r.id"
        ),
        args![now],
    )
    .await
}

/// By what was judged, for the log: goals and criteria as they stand.
pub(super) async fn judged_by(conn: &mut Conn, permit: &Decide) -> Result<(i64, i64)> {
    conn.one(
        sql!(
            "SELECT (SELECT COALESCE(MAX(version), 0) FROM goal_set WHERE season_id = $1),
                (SELECT COUNT(*) FROM criterion WHERE season_id = $1)"
        ),
        args![permit.season()],
    )
    .await
}

pub(super) async fn insert_outcome(
    kernel: &Kernel,
    conn: &mut Conn,
    application: &Id,
    reason: &str,
    by: &Id,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO outcome (id, application_id, outcome, reason, actor_id, at)
            VALUES ($1, $2, 'not-chosen', $3, $4, $5)"
        ),
        args![kernel.id(), application, reason, by, kernel.now()],
    )
    .await
    .map(drop)
}

pub(super) async fn insert_choice(kernel: &Kernel, conn: &mut Conn, application: &Id, token_hash: &str) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO application_choice (application_id, token_hash, made_at)
            VALUES ($1, $2, $3)
            ON CONFLICT (application_id) DO NOTHING"
        ),
        args![application, token_hash, kernel.now()],
    )
    .await
    .map(drop)
}

pub async fn choice(conn: &mut Conn, token_hash: &str) -> Result<Option<Choice>> {
    conn.opt(
        sql!(
            "SELECT c.application_id AS application_id, g.name || ' · ' || s.name AS season_title,
                s.slug AS season_slug, c.choice AS choice, c.made_at AS made_at,
                CASE
                    WHEN EXISTS (SELECT 1 FROM erasure e WHERE e.application_id = c.application_id) THEN 1
                    ELSE 0
                    END AS is_erased,
                CASE
                    WHEN EXISTS (SELECT 1 FROM member m WHERE m.application_id = c.application_id)
                        OR EXISTS (
                            SELECT 1
                            FROM invitation i
                            WHERE i.application_id = c.application_id AND i.created_at >= c.made_at
                        ) THEN 1
                    ELSE 0
                    END AS is_held
            FROM application_choice c
            JOIN application a ON a.id = c.application_id
            JOIN season s ON s.id = a.season_id
            JOIN program g ON g.id = s.program_id
            WHERE c.token_hash = $1"
        ),
        args![token_hash],
    )
    .await
}

pub(super) async fn set_choice(conn: &mut Conn, application: &Id, choice: Wanted, now: Time) -> Result<()> {
    conn.run(
        sql!("UPDATE application_choice SET choice = $2, chosen_at = $3 WHERE application_id = $1"),
        args![application, choice, now],
    )
    .await
    .map(drop)
}

/// Applications whose twelve months are over and whose person has not asked to keep them. Not those of people who were
/// invited or seated after they were answered: their time ran from an answer that no longer holds.
pub(super) async fn overdue(conn: &mut Conn, before: Time) -> Result<Vec<(Id,)>> {
    conn.all(
        sql!(
            "SELECT c.application_id
            FROM application_choice c
            WHERE c.made_at < $1
                AND COALESCE(c.choice, '') <> 'keep'
                AND NOT EXISTS (SELECT 1 FROM member m WHERE m.application_id = c.application_id)
                AND NOT EXISTS (
                    SELECT 1
                    FROM invitation i
                    WHERE i.application_id = c.application_id AND i.created_at >= c.made_at
                )
                AND NOT EXISTS (SELECT 1 FROM erasure e WHERE e.application_id = c.application_id)"
        ),
        args![before],
    )
    .await
}
