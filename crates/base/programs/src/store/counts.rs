//! The counts of a season's dashboard, in one statement.

use crate::rules::SeeSeason;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::{args, sql};

/// What the dashboard counts: applications, withdrawals, reviews, open invitations, members, teams, registrations.
pub async fn loom(conn: &mut Conn, see: &SeeSeason, now: Time) -> Result<Loom> {
    conn.one(
        sql!(
            "SELECT (SELECT COUNT(*) FROM application WHERE season_id = $1 AND duplicate_of IS NULL) AS applications,
                (
                    SELECT COUNT(DISTINCT a.id)
                    FROM application a
                    JOIN withdrawal v ON v.application_id = a.id
                    WHERE a.season_id = $1
                ) AS withdrawn, (
                    SELECT COUNT(*)
                    FROM read d
                    WHERE d.season_id = $1 AND d.state = 'counted'
                ) AS reads,
                (
                    SELECT COUNT(*)
                    FROM assignment s
                    JOIN reading g ON g.season_id = s.season_id AND g.closed_at IS NULL
                    WHERE s.season_id = $1 AND s.finished_at IS NULL AND s.returned_at IS NULL
                ) AS outstanding,
                (
                    SELECT COUNT(*)
                    FROM reading
                    WHERE season_id = $1 AND opened_at IS NOT NULL AND closed_at IS NULL
                ) AS reading_open,
                (
                    SELECT COUNT(*)
                    FROM invitation i
                    LEFT JOIN invitation_answer n ON n.invitation_id = i.id
                    WHERE i.season_id = $1 AND n.invitation_id IS NULL AND i.expires_at > $2
                ) AS waiting, (SELECT COUNT(*) FROM member WHERE season_id = $1 AND left_at IS NULL) AS members,
                (SELECT COUNT(*) FROM member WHERE season_id = $1 AND left_at IS NOT NULL) AS left_since,
                (SELECT COUNT(*) FROM home_team WHERE season_id = $1) AS teams,
                (SELECT COUNT(*) FROM goal_set WHERE season_id = $1) AS goal_sets,
                (SELECT COUNT(*) FROM selection_run WHERE season_id = $1) AS runs,
                (
                    SELECT COUNT(*)
                    FROM registration g
                    WHERE g.season_id = $1 AND g.state = 'held' AND g.confirmed_at IS NOT NULL
                ) AS registered,
                (
                    SELECT COUNT(*)
                    FROM registration g
                    WHERE g.season_id = $1 AND g.state = 'waiting' AND g.confirmed_at IS NOT NULL
                ) AS on_list,
                (SELECT o.capacity FROM offer o WHERE o.season_id = $1) AS capacity,
                (
                    SELECT COUNT(*)
                    FROM offer o
                    WHERE o.season_id = $1 AND o.opened_at IS NOT NULL AND o.closes_at >= $2
                ) AS is_open,
                (
                    SELECT o.closes_at
                    FROM offer o
                    WHERE o.season_id = $1 AND o.opened_at IS NOT NULL
                ) AS registration_closes_at,
                (
                    SELECT COUNT(*)
                    FROM call c
                    WHERE c.season_id = $1 AND c.published_version IS NOT NULL
                ) AS call_is_published, (SELECT c.opens_at FROM call c WHERE c.season_id = $1) AS call_opens_at,
                (SELECT c.closes_at FROM call c WHERE c.season_id = $1) AS call_closes_at"
        ),
        args![see.season(), now],
    )
    .await
}

weft_kernel::row! {
    pub struct Loom {
        applications: i64,
        withdrawn: i64,
        reads: i64,
        outstanding: i64,
        reading_open: i64,
        waiting: i64,
        members: i64,
        /// People who had a seat and left.
        left_since: i64,
        teams: i64,
        goal_sets: i64,
        runs: i64,
        /// People who registered and confirmed it, people on the waiting list, and how many places there are, if that
        /// is limited.
        registered: i64,
        on_list: i64,
        capacity: Option<i64>,
        /// Whether registration is open now.
        is_open: bool,
        /// When registration that was opened ends.
        registration_closes_at: Option<Time>,
        /// Whether people can see the application form, and from when to when they can apply.
        call_is_published: bool,
        call_opens_at: Option<Time>,
        call_closes_at: Option<Time>,
    }
}
