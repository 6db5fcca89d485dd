//! Links that stand on pages are tried once a week, new ones within a minute; what came of it stands beside them.

use weft_kernel::Kernel;
use weft_kernel::db::Result;
use weft_kernel::links::{Found, Links};
use weft_kernel::{args, sql};

/// How many links one round tries.
const A_ROUND: i64 = 10;

/// Tries links that are new, were last tried a week ago, or led nowhere a day ago. Returns how many. The demo's lead
/// nowhere and are left alone.
pub async fn sweep(kernel: &Kernel, links: &Links) -> Result<usize> {
    if kernel.is_demo {
        return Ok(0);
    }
    let due: Vec<(String,)> = kernel
        .db
        .read()
        .await?
        .all(
            sql!(
                "SELECT u.url
                FROM (
                    SELECT url
                    FROM listing
                    UNION
                    SELECT pay_url
                    FROM offer
                    UNION
                    SELECT source_url
                    FROM card
                    UNION
                    SELECT url
                    FROM schedule_source
                ) u
                LEFT JOIN link_check c ON c.url = u.url
                WHERE u.url <> '' AND (c.url IS NULL OR c.checked_at < $1 OR (c.state = 'dead' AND c.checked_at < $3))
                ORDER BY COALESCE(c.checked_at, 0), u.url LIMIT $2"
            ),
            args![kernel.now().plus_days(-7), A_ROUND, kernel.now().plus_days(-1)],
        )
        .await?;
    for (url,) in &due {
        let (state, said) = match links.ask(url).await {
            Found::Works(code) => ("ok", code.to_string()),
            Found::Dead(said) => ("dead", said),
            Found::Unsure(said) => ("unsure", said),
        };
        let mut tx = kernel.db.begin().await?;
        tx.run(
            sql!(
                "INSERT INTO link_check (url, state, said, checked_at, dead_since)
                VALUES (
                    $1, $2, $3, CAST($4 AS BIGINT), CASE WHEN CAST($2 AS TEXT) = 'dead' THEN CAST($4 AS BIGINT) END
                )
                ON CONFLICT (url) DO UPDATE SET state = excluded.state, said = excluded.said,
                    checked_at = excluded.checked_at,
                    dead_since = CASE
                        WHEN excluded.state = 'dead' THEN COALESCE(link_check.dead_since, excluded.checked_at)
                        END"
            ),
            args![url, state, &said, kernel.now()],
        )
        .await?;
        tx.commit().await?;
    }
    Ok(due.len())
}
