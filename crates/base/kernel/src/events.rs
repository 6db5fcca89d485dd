//! Every act writes one event: who did what to which thing, when. Never the content of what was
//! written. Notifications, audit pages and the activity feed derive from these rows.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::OnceLock;

use super::Kernel;
use super::db::{Conn, Result};
use super::ids::Id;
use crate::args;
use crate::sql;

/// One act, as it is recorded.
pub struct Event<'a> {
    pub actor: Option<&'a Id>,
    pub verb: &'static str,
    pub subject: &'a Id,
    pub season: Option<&'a Id>,
    /// A short fact such as a role or a count; never what a person wrote.
    pub detail: Option<String>,
}

static TOLD: OnceLock<BTreeSet<&'static str>> = OnceLock::new();

/// Hands down which acts a season's team reads of on its page. Whatever is not in it is private. Idempotent.
pub fn install(told: impl IntoIterator<Item = &'static str>) {
    TOLD.get_or_init(|| told.into_iter().collect());
}

tokio::task_local! {
    /// The act that was last recorded in a request.
    static LAST: RefCell<Option<Noted>>;
}

/// An act, as the page it leads to tells of it.
struct Noted {
    said: String,
    is_by_someone: bool,
}

/// Does some work and tells which act was last recorded in it, whether or not it was committed: its verb, and its
/// detail behind a period where that is one plain word. What follows by itself, such as a seat that opens for someone
/// else, is recorded without an actor and does not hide what was done.
pub async fn noting<T>(work: impl Future<Output = T>) -> (T, Option<String>) {
    LAST.scope(RefCell::new(None), async {
        let done = work.await;
        (done, LAST.with(|last| last.borrow_mut().take()).map(|n| n.said))
    })
    .await
}

fn note(last: &RefCell<Option<Noted>>, event: &Event<'_>) {
    let is_by_someone = event.actor.is_some();
    let mut last = last.borrow_mut();
    if !is_by_someone && last.as_ref().is_some_and(|n| n.is_by_someone) {
        return;
    }
    let is_word = |d: &&str| !d.is_empty() && d.len() <= 20 && d.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    let said = match event.detail.as_deref().filter(is_word) {
        Some(detail) => format!("{}.{detail}", event.verb),
        None => event.verb.to_owned(),
    };
    *last = Some(Noted { said, is_by_someone });
}

pub async fn record(kernel: &Kernel, conn: &mut Conn, event: Event<'_>) -> Result<()> {
    let _ = LAST.try_with(|last| note(last, &event));
    let is_private = !TOLD.get().is_some_and(|told| told.contains(event.verb));
    conn.run(
        sql!(
            "INSERT INTO event (id, at, actor_id, verb, subject_id, season_id, detail, is_private)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        args![
            kernel.id(),
            kernel.now(),
            event.actor,
            event.verb,
            event.subject,
            event.season,
            event.detail,
            is_private
        ],
    )
    .await
    .map(drop)
}

crate::row! {
    pub struct Recorded { at: super::clock::Time, verb: String, actor: Option<String>, detail: Option<String> }
}

/// The newest `limit` events of a season that its team reads of, newest first.
pub async fn of_season(conn: &mut Conn, season: &Id, limit: i64) -> Result<Vec<Recorded>> {
    conn.all(
        sql!(
            "SELECT e.at AS at, e.verb AS verb, p.display_name AS actor, e.detail AS detail
            FROM event e
            LEFT JOIN person p ON p.id = e.actor_id
            WHERE e.season_id = $1 AND e.is_private = 0
            ORDER BY e.id DESC LIMIT $2"
        ),
        args![season, limit],
    )
    .await
}

/// All that is on record of a person, for herself: when, what, by whom, and whether it was her own doing.
pub async fn own_data(conn: &mut Conn, person: &Id) -> Result<Vec<super::db::Named>> {
    conn.all(
        sql!(
            "SELECT e.at AS at, e.verb AS verb, CASE WHEN e.actor_id = $1 THEN 'you' ELSE p.display_name END AS actor
            FROM event e
            LEFT JOIN person p ON p.id = e.actor_id
            WHERE e.subject_id = $1
                OR e.actor_id = $1
                OR (
                    e.subject_id IN (SELECT id FROM application WHERE person_id = $1)
                        AND e.verb NOT IN ('mark.locked', 'mark.aside', 'mark.lifted')
                )
            ORDER BY e.id"
        ),
        args![person],
    )
    .await
}

/// Events that concern one person: what she did and what was done to her record, newest first.
pub async fn of_person(conn: &mut Conn, person: &Id, limit: i64) -> Result<Vec<Recorded>> {
    conn.all(
        sql!(
            "SELECT e.at AS at, e.verb AS verb, p.display_name AS actor, e.detail AS detail
            FROM event e
            LEFT JOIN person p ON p.id = e.actor_id
            WHERE e.subject_id = $1
                OR e.actor_id = $1
                OR (
                    e.subject_id IN (SELECT id FROM application WHERE person_id = $1)
                        AND e.verb NOT IN ('mark.locked', 'mark.aside', 'mark.lifted')
                )
            ORDER BY e.id DESC LIMIT $2"
        ),
        args![person, limit],
    )
    .await
}
