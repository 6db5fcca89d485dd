//! The queue's statements: claim one letter, keep the claim, give it back, settle it, let what is too late expire.

use super::super::Kernel;
use super::super::clock::Time;
use super::super::db::{Conn, Result, Tx};
use super::super::ids::Id;
use super::super::mail::{Mail, Trouble};
use super::{Lane, Listed, New, SEALED, State, URGENT, enqueue};
use crate::{args, sql, stored};

/// Pauses before the next try in seconds, by tries so far; `None` when the letter is given up.
fn pause(trouble: Trouble, is_urgent: bool, tries: i64) -> Option<i64> {
    match (trouble, is_urgent, tries) {
        // It is held until the mark lifts, and then due.
        (Trouble::NoSuchAddress(_), false, _) => Some(0),
        (Trouble::Refused, _, tries) => [600, 3_600, 14_400, 64_800].get(usize::try_from(tries - 1).ok()?).copied(),
        // Its end comes soon: until then it is tried without long pauses.
        (Trouble::Later, true, tries) => Some([5, 15, 30].get(usize::try_from(tries - 1).ok()?).copied().unwrap_or(60)),
        // A day in all.
        (Trouble::Later, false, 1) => Some(30),
        (Trouble::Later, false, 2) => Some(120),
        (Trouble::Later, false, 3) => Some(600),
        (Trouble::Later, false, 4..=51) => Some(1_800),
        (Trouble::NoSuchAddress(_), true, _) | (Trouble::Later, false, _) => None,
    }
}

crate::row! {
    /// A letter that a worker may send now.
    pub(super) struct Claimed {
        id: Id,
        dedupe_key: String,
        norm: String,
        payload: String,
        lane: i64,
        attempts: i64,
        is_decoy: bool,
        is_traceless: bool,
        season_id: Option<Id>,
    }
}

impl Claimed {
    pub(super) fn is_urgent(&self) -> bool {
        self.lane == URGENT
    }

    /// What kind of letter it is, for the log: never whom it goes to.
    pub(super) fn kind(&self) -> &str {
        kind(&self.dedupe_key)
    }
}

fn kind(key: &str) -> &str {
    key.split(':').next().unwrap_or_default()
}

/// The letter whose turn it is among lanes up to `most_lane`, claimed for a worker until `until`. Two who ask at once
/// never get the same one. Letters of one lane to one address keep their order, urgent and refused ones apart.
pub(super) async fn claim(kernel: &Kernel, worker: &str, until: Time, most_lane: i64) -> Result<Option<Claimed>> {
    let now = kernel.now();
    loop {
        // Looking takes no writer.
        let next: Option<(Id,)> = kernel
            .db
            .read()
            .await?
            .opt(
                sql!(
                    "SELECT o.id
                    FROM outbox o
                    WHERE o.state = 'waiting'
                        AND o.held_at IS NULL
                        AND o.due_at <= $1
                        AND o.lane <= $2
                        AND (o.claimed_until IS NULL OR o.claimed_until <= $1)
                        AND (o.expires_at IS NULL OR o.expires_at > $1)
                        AND (o.waits_for_mark = 0 OR NOT EXISTS (SELECT 1 FROM address_mark m WHERE m.norm = o.norm))
                        AND (
                            o.lane = 0
                                OR o.refused_at IS NOT NULL
                                OR NOT EXISTS (
                                    SELECT 1
                                    FROM outbox e
                                    WHERE e.norm = o.norm
                                        AND e.lane = o.lane
                                        AND e.state = 'waiting'
                                        AND e.refused_at IS NULL
                                        AND e.held_at IS NULL
                                        AND (e.expires_at IS NULL OR e.expires_at > $1)
                                        AND (
                                            e.created_at < o.created_at
                                                OR (e.created_at = o.created_at AND e.id < o.id)
                                        )
                                )
                        )
                    ORDER BY o.lane, CASE WHEN o.expires_at IS NULL THEN 1 ELSE 0 END, o.expires_at, o.created_at,
                        o.id LIMIT 1"
                ),
                args![now, most_lane],
            )
            .await?;
        let Some((id,)) = next else { return Ok(None) };
        let mut tx = kernel.db.begin().await?;
        let claimed = tx
            .opt(
                sql!(
                    "UPDATE outbox
                    SET claimed_by = $2, claimed_until = $3, attempts = attempts + 1
                    WHERE id = $1
                        AND state = 'waiting'
                        AND held_at IS NULL
                        AND due_at <= $4
                        AND (claimed_until IS NULL OR claimed_until <= $4)
                    RETURNING id AS id, dedupe_key AS dedupe_key, norm AS norm, payload AS payload, lane AS lane,
                        attempts AS attempts, is_decoy AS is_decoy, is_traceless AS is_traceless,
                        season_id AS season_id"
                ),
                args![&id, worker, until, now],
            )
            .await?;
        tx.commit().await?;
        if claimed.is_some() {
            return Ok(claimed);
        }
    }
}

/// Keeps a claim. `false` when it is not this worker's any more.
pub(super) async fn renew(kernel: &Kernel, worker: &str, id: &Id, until: Time) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    let kept = tx
        .run(
            sql!("UPDATE outbox SET claimed_until = $3 WHERE id = $1 AND claimed_by = $2 AND state = 'waiting'"),
            args![id, worker, until],
        )
        .await?;
    tx.commit().await?;
    Ok(kept > 0)
}

/// A letter that was not begun waits again at once, as if it had not been claimed.
pub(super) async fn give_back(kernel: &Kernel, worker: &str, id: &Id) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    tx.run(
        sql!(
            "UPDATE outbox
            SET claimed_by = NULL, claimed_until = NULL, attempts = attempts - 1
            WHERE id = $1 AND claimed_by = $2 AND state = 'waiting'"
        ),
        args![id, worker],
    )
    .await?;
    tx.commit().await
}

/// A sent letter's body may hold a link, and the subject of an urgent one a code: both are emptied at once. Sent is
/// sent, whoever holds the claim by now.
pub(super) async fn sent(tx: &mut Tx, letter: &Claimed, is_kept: bool, now: Time) -> Result<()> {
    if letter.is_traceless {
        return delete(tx, &letter.id).await;
    }
    tx.run(
        sql!(
            "UPDATE outbox
            SET state = 'sent', last_error = NULL, due_at = $2,
                payload = CASE WHEN CAST($3 AS BIGINT) IS NULL THEN '' ELSE payload END, kept_at = $3,
                subject = CASE WHEN lane = 0 THEN '' ELSE subject END, claimed_by = NULL, claimed_until = NULL
            WHERE id = $1 AND state IN ('waiting', 'expired')"
        ),
        args![&letter.id, now, is_kept.then_some(now)],
    )
    .await
    .map(drop)
}

async fn delete(tx: &mut Conn, id: &Id) -> Result<()> {
    tx.run(sql!("DELETE FROM outbox WHERE id = $1"), args![id]).await.map(drop)
}

/// A decoy has done what it was for.
pub(super) async fn forget(kernel: &Kernel, letter: &Claimed) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    delete(&mut tx, &letter.id).await?;
    tx.commit().await
}

/// A letter that leaves no trace was given up and deleted: whoever wrote it is told, for a day at most.
async fn give_up(kernel: &Kernel, tx: &mut Conn, id: &Id, payload: &str) -> Result<()> {
    let opened = kernel.seal.open(SEALED, id.as_str(), payload);
    let mail = opened.map(|text| stored::read::<Mail>("the email", id, &text)).transpose();
    let Some(otherwise) = mail.map_err(|e| sqlx::Error::Decode(Box::new(e)))?.and_then(|m| m.otherwise) else {
        return Ok(());
    };
    let key = format!("email:{}", kernel.id());
    let new = New {
        key: &key,
        lane: Lane::Urgent(kernel.now().plus_days(1)),
        listed: Listed::NoTrace,
        season: None,
        mail: &otherwise,
    };
    enqueue(kernel, tx, new).await.map(drop)
}

/// Keeps why a letter was not taken and when it is tried again; what is given up is dead.
pub(super) async fn failed(
    kernel: &Kernel,
    tx: &mut Conn,
    worker: &str,
    letter: &Claimed,
    (trouble, why): (Trouble, &str),
) -> Result<()> {
    let now = kernel.now();
    let pause = pause(trouble, letter.is_urgent(), letter.attempts);
    let state = if pause.is_some() { State::Waiting } else { State::Dead };
    let refused = (trouble != Trouble::Later).then_some(now);
    let waits = !letter.is_urgent() && matches!(trouble, Trouble::NoSuchAddress(_));
    if letter.is_traceless && pause.is_none() {
        let sql = sql!("DELETE FROM outbox WHERE id = $1 AND claimed_by = $2");
        let is_mine = tx.run(sql, args![&letter.id, worker]).await? > 0;
        return if is_mine { give_up(kernel, tx, &letter.id, &letter.payload).await } else { Ok(()) };
    }
    let why = if letter.is_traceless { "" } else { why };
    // A reply may be of any length.
    let why: String = why.chars().take(500).collect();
    tx.run(
        sql!(
            "UPDATE outbox
            SET state = $3, last_error = $4, due_at = $5, refused_at = COALESCE($6, refused_at),
                waits_for_mark = CASE WHEN CAST($7 AS BIGINT) = 1 THEN 1 ELSE waits_for_mark END, claimed_by = NULL,
                claimed_until = NULL
            WHERE id = $1 AND claimed_by = $2 AND state = 'waiting'"
        ),
        args![&letter.id, worker, state, why, now.plus_seconds(pause.unwrap_or(0)), refused, waits],
    )
    .await
    .map(drop)
}

crate::row! {
    struct Expired {
        id: Id,
        dedupe_key: String,
        attempts: i64,
        last_error: Option<String>,
        waits_for_mark: bool,
    }
}

/// Lets what would come too late expire, and says so in the log: the id and the kind, nothing else. Returns how many
/// letters that were; decoys go without a word.
pub(super) async fn expire(kernel: &Kernel) -> Result<usize> {
    let now = kernel.now();
    let (late,): (i64,) = kernel
        .db
        .read()
        .await?
        .one(
            sql!(
                "SELECT COUNT(*)
                FROM outbox
                WHERE state IN ('waiting', 'dead')
                    AND expires_at <= $1
                    AND (claimed_until IS NULL OR claimed_until <= $1)"
            ),
            args![now],
        )
        .await?;
    if late == 0 {
        return Ok(0);
    }
    let mut tx = kernel.db.begin().await?;
    tx.run(sql!("DELETE FROM outbox WHERE is_decoy = 1 AND expires_at <= $1"), args![now]).await?;
    let traceless: Vec<(Id, String)> = tx
        .all(
            sql!(
                "SELECT id, payload
                FROM outbox
                WHERE is_traceless = 1
                    AND expires_at <= $1
                    AND (claimed_until IS NULL OR claimed_until <= $1)"
            ),
            args![now],
        )
        .await?;
    for (id, payload) in &traceless {
        delete(&mut tx, id).await?;
        give_up(kernel, &mut tx, id, payload).await?;
    }
    let expired: Vec<Expired> = tx
        .all(
            sql!(
                "UPDATE outbox
                SET state = 'expired', payload = '', subject = CASE WHEN lane = 0 THEN '' ELSE subject END,
                    waits_for_mark = CASE
                        WHEN waits_for_mark = 1
                            AND EXISTS (SELECT 1 FROM address_mark m WHERE m.norm = outbox.norm) THEN 1
                        ELSE 0
                        END, claimed_by = NULL, claimed_until = NULL
                WHERE state IN ('waiting', 'dead')
                    AND expires_at <= $1
                    AND (claimed_until IS NULL OR claimed_until <= $1)
                RETURNING id AS id, dedupe_key AS dedupe_key, attempts AS attempts, last_error AS last_error,
                    waits_for_mark AS waits_for_mark"
            ),
            args![now],
        )
        .await?;
    tx.commit().await?;
    // A demo tells a whole season at once: what was of use on its day only is late from the start.
    if kernel.is_demo {
        tracing::debug!(n = expired.len(), "emails of the demo's past days were not sent");
        return Ok(expired.len());
    }
    for letter in &expired {
        let why = match letter {
            Expired { waits_for_mark: true, .. } => "its address is marked",
            Expired { last_error: Some(_), .. } => "it was not taken",
            _ => "its turn did not come",
        };
        let kind = kind(&letter.dedupe_key);
        tracing::warn!(letter = %letter.id, kind, attempts = letter.attempts, "an email expired before it was sent: \
            {why}");
    }
    Ok(expired.len())
}

/// Days for which it is known to whom an email went.
const KEPT_DAYS: i64 = 180;

/// Forgets to whom emails went that left, or were too late, half a year ago. Their causes stay, so that none is sent
/// twice.
pub async fn forget_recipients(kernel: &Kernel) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let sql = sql!(
        "UPDATE outbox
        SET recipient = '', norm = '', subject = '', payload = '', last_error = NULL
        WHERE created_at < $1 AND recipient <> '' AND state IN ('sent', 'expired')"
    );
    tx.run(sql, args![kernel.now().plus_days(-KEPT_DAYS)]).await?;
    tx.commit().await
}

/// Discards a letter whose cause is gone, if it has not left and nobody is sending it. Returns how often sending it was
/// tried: after a try its reader may have it.
pub async fn recall(tx: &mut Tx, key: &str, now: Time) -> Result<Option<i64>> {
    let sql = sql!(
        "UPDATE outbox
        SET state = 'expired', payload = '', discarded_at = $2, held_at = NULL
        WHERE dedupe_key = $1
            AND state IN ('waiting', 'dead')
            AND (claimed_until IS NULL OR claimed_until <= $2)
        RETURNING attempts"
    );
    Ok(tx.opt::<(i64,)>(sql, args![key, now]).await?.map(|(tried,)| tried))
}

/// Deletes the rows of letters whose keys begin so, where what they told of is to leave no trace. One that is being
/// sent stays.
pub async fn drop_all(tx: &mut Tx, key_begins: &str) -> Result<()> {
    let sql = sql!(
        "DELETE FROM outbox
        WHERE SUBSTR(dedupe_key, 1, LENGTH(CAST($1 AS TEXT))) = $1
            AND (state <> 'waiting' OR claimed_until IS NULL)"
    );
    tx.run(sql, args![key_begins]).await.map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::smtp::Code;

    #[test]
    fn pauses_grow_and_end_after_about_a_day() {
        let all = |trouble, urgent| (1..).map_while(|n| pause(trouble, urgent, n)).take(1_000).collect::<Vec<i64>>();
        let later = all(Trouble::Later, false);
        assert!(
            later.is_sorted() && (86_400..90_000).contains(&later.iter().sum::<i64>()),
            "{}",
            later.iter().sum::<i64>()
        );
        let refused = all(Trouble::Refused, true);
        assert!(refused.is_sorted() && refused.len() == 4 && (80_000..90_000).contains(&refused.iter().sum::<i64>()));
        assert_eq!(all(Trouble::Later, true).len(), 1_000, "an urgent letter is tried until its end comes");
        assert_eq!(pause(Trouble::NoSuchAddress(Code(5, 1, 1)), true, 1), None);
    }
}
