//! The SQL of pulses.

use super::model::{Answer, Pulse};
use super::rules::{AskPulse, SeePulse};
use crate::gatherings::rules::TakePart;
use crate::kernel::clock::Time;
use crate::kernel::db::{Conn, Result};
use crate::kernel::ids::Id;
use crate::kernel::{Kernel, secret};
use crate::{args, sql};

/// A season's pulses, the newest first.
pub async fn all(conn: &mut Conn, permit: &SeePulse) -> Result<Vec<Pulse>> {
    conn.all(
        sql!("SELECT p.id AS id, p.stressors AS stressors, p.opened_at AS opened_at, p.closes_at AS closes_at, (SELECT COUNT(*) FROM pulse_said s WHERE s.pulse_id = p.id) AS said, CASE WHEN EXISTS (SELECT 1 FROM pulse_said s WHERE s.pulse_id = p.id AND s.person_id = $2) THEN 1 ELSE 0 END AS is_said FROM pulse p WHERE p.season_id = $1 ORDER BY p.opened_at DESC, p.id DESC"),
        args![permit.season(), permit.reader()],
    )
    .await
}

/// The answers of all closed pulses of a season, by pulse; nothing of one that is open.
pub async fn closed_answers(conn: &mut Conn, permit: &SeePulse, now: Time) -> Result<Vec<(Id, String, String)>> {
    conn.all(
        sql!("SELECT a.pulse_id, a.levels, a.words FROM pulse_answer a JOIN pulse p ON p.id = a.pulse_id WHERE p.season_id = $1 AND p.closes_at <= $2 ORDER BY a.id"),
        args![permit.season(), now],
    )
    .await
}

/// Opens a pulse; false while another is open. Whoever opens holds the season, so that two do not at once.
pub(super) async fn open(kernel: &Kernel, conn: &mut Conn, permit: &AskPulse, stressors: &str, closes_at: Time) -> Result<bool> {
    conn.run(sql!("UPDATE season SET slug = slug WHERE id = $1"), args![permit.season()]).await?;
    Ok(conn
        .run(
            sql!("INSERT INTO pulse (id, season_id, stressors, opened_at, closes_at) SELECT CAST($1 AS TEXT), CAST($2 AS TEXT), CAST($3 AS TEXT), CAST($4 AS BIGINT), CAST($5 AS BIGINT) WHERE NOT EXISTS (SELECT 1 FROM pulse p WHERE p.season_id = $2 AND p.closes_at > $4)"),
            args![kernel.id(), permit.season(), stressors, kernel.now(), closes_at],
        )
        .await?
        > 0)
}

pub(super) async fn close(conn: &mut Conn, permit: &AskPulse, id: &Id, now: Time) -> Result<bool> {
    Ok(conn.run(sql!("UPDATE pulse SET closes_at = $3 WHERE season_id = $1 AND id = $2 AND closes_at > $3"), args![permit.season(), id, now]).await? > 0)
}

/// Whether this is the first answer of someone to an open pulse; from then on it is not. Whoever answers holds the pulse, for the lists are
/// written anew with every answer.
pub(super) async fn first(conn: &mut Conn, permit: &TakePart, pulse: &Id, now: Time) -> Result<bool> {
    conn.run(sql!("UPDATE pulse SET stressors = stressors WHERE season_id = $1 AND id = $2"), args![permit.season(), pulse]).await?;
    Ok(conn
        .run(
            sql!("INSERT INTO pulse_said (pulse_id, person_id) SELECT p.id, CAST($3 AS TEXT) FROM pulse p WHERE p.season_id = $1 AND p.id = $2 AND p.closes_at > $4 ON CONFLICT (pulse_id, person_id) DO NOTHING"),
            args![permit.season(), pulse, permit.person(), now],
        )
        .await?
        > 0)
}

/// Adds an answer and writes both lists anew, each in an order of chance: where a row lies tells nothing of when it came or whose it is.
pub(super) async fn add(kernel: &Kernel, conn: &mut Conn, pulse: &Id, answer: Answer) -> Result<()> {
    let mut answers: Vec<(String, String)> =
        conn.all::<(String, String)>(sql!("SELECT levels, words FROM pulse_answer WHERE pulse_id = $1 ORDER BY id"), args![pulse]).await?;
    answers.push((answer.levels, answer.words));
    let mut people: Vec<(Id,)> = conn.all(sql!("SELECT person_id FROM pulse_said WHERE pulse_id = $1 ORDER BY person_id"), args![pulse]).await?;
    shuffle(kernel, &mut answers);
    shuffle(kernel, &mut people);
    conn.run(sql!("DELETE FROM pulse_answer WHERE pulse_id = $1"), args![pulse]).await?;
    conn.run(sql!("DELETE FROM pulse_said WHERE pulse_id = $1"), args![pulse]).await?;
    for (levels, words) in answers {
        // Other ids tell the time at which they were made.
        let id = secret::token(&kernel.rng);
        conn.run(sql!("INSERT INTO pulse_answer (id, pulse_id, levels, words) VALUES ($1, $2, $3, $4)"), args![id, pulse, &levels, &words]).await?;
    }
    for (person,) in people {
        conn.run(sql!("INSERT INTO pulse_said (pulse_id, person_id) VALUES ($1, $2)"), args![pulse, &person]).await?;
    }
    Ok(())
}

fn shuffle<T>(kernel: &Kernel, list: &mut [T]) {
    for i in (1..list.len()).rev() {
        list.swap(i, usize::try_from(kernel.rng.below(i as u64 + 1)).unwrap_or(0));
    }
}
