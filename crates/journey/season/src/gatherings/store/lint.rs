//! The SQL of what a season's words are checked against.

use crate::gatherings::lint::DeadLink;
use crate::gatherings::rules::RunGathering;
use weft_kernel::db::{Conn, Result};
use weft_kernel::{args, sql};

/// Every name that stands on the season's pages for someone who helps to run it.
pub async fn names(conn: &mut Conn, permit: &RunGathering) -> Result<Vec<String>> {
    let names: Vec<(String,)> = conn
        .all(
            sql!(
                "SELECT p.display_name
                FROM role r
                JOIN person p ON p.id = r.person_id
                WHERE r.season_id = $1
                    AND r.until IS NULL
                    AND r.role NOT IN ('applicant', 'reviewer', 'funder', 'alum', 'employer-contact')
                UNION
                SELECT c.name
                FROM season s
                JOIN program_contact c ON c.program_id = s.program_id
                WHERE s.id = $1
                UNION
                SELECT p.support_name
                FROM season s
                JOIN program p ON p.id = s.program_id
                WHERE s.id = $1
                UNION
                SELECT b.owner
                FROM gathering g
                JOIN segment b ON b.gathering_id = g.id
                WHERE g.season_id = $1 AND g.cancelled_at IS NULL"
            ),
            args![permit.season()],
        )
        .await?;
    Ok(names.into_iter().map(|(n,)| n).collect())
}

/// Links of the season and its program that lead nowhere.
pub async fn dead_links(conn: &mut Conn, permit: &RunGathering) -> Result<Vec<DeadLink>> {
    conn.all(
        sql!(
            "SELECT c.url AS url, l.title_en AS title
            FROM season s
            JOIN listing l ON l.program_id = s.program_id AND l.published_at IS NOT NULL
            JOIN link_check c ON c.url = l.url AND c.state = 'dead'
            WHERE s.id = $1
            UNION
            SELECT c.url, d.title_en
            FROM season s
            JOIN card d ON d.program_id = s.program_id AND d.published_at IS NOT NULL
            JOIN link_check c ON c.url = d.source_url AND c.state = 'dead'
            WHERE s.id = $1
            UNION
            SELECT c.url, x.name
            FROM schedule_source x
            JOIN link_check c ON c.url = x.url AND c.state = 'dead'
            WHERE x.season_id = $1
            UNION
            SELECT c.url, ''
            FROM offer o
            JOIN link_check c ON c.url = o.pay_url AND c.state = 'dead'
            WHERE o.season_id = $1
            ORDER BY 2, 1"
        ),
        args![permit.season()],
    )
    .await
}
