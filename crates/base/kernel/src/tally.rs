//! Amounts counted against a limit, such as bytes from one address in an hour. One statement counts and refuses, so
//! that two at once never pass together what only one of them may.

use std::net::IpAddr;

use super::clock::Time;
use super::db::{Conn, Result};
use crate::args;
use crate::sql;

/// Adds an amount to a key unless that passes `limit` within `seconds`. The time runs from the first amount; `false`
/// when it would pass.
pub async fn add(conn: &mut Conn, key: &str, amount: i64, limit: i64, seconds: i64, now: Time) -> Result<bool> {
    let counted = conn
        .run(
            sql!(
                "INSERT INTO tally (key, since, n)
                SELECT CAST($1 AS TEXT), CAST($2 AS BIGINT), CAST($3 AS BIGINT)
                WHERE CAST($3 AS BIGINT) <= CAST($4 AS BIGINT)
                ON CONFLICT (key) DO UPDATE SET n = CASE
                    WHEN tally.since > $5 THEN tally.n + excluded.n
                    ELSE excluded.n
                    END, since = CASE WHEN tally.since > $5 THEN tally.since ELSE excluded.since END
                WHERE tally.since <= $5 OR tally.n + excluded.n <= $4"
            ),
            args![key, now, amount, limit, now.plus_seconds(-seconds)],
        )
        .await?;
    Ok(counted > 0)
}

/// Holds a key until the caller's transaction ends, so that what is counted under it is counted by one at a time.
pub async fn hold(conn: &mut Conn, key: &str, now: Time) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO tally (key, since, n)
            VALUES ($1, $2, 0)
            ON CONFLICT (key) DO UPDATE SET since = excluded.since"
        ),
        args![key, now],
    )
    .await
    .map(drop)
}

/// Forgets what no limit looks at any more.
pub async fn forget(conn: &mut Conn, before: Time) -> Result<u64> {
    conn.run(sql!("DELETE FROM tally WHERE since < $1"), args![before]).await
}

/// What counts as one sender: an IPv4 address, or the /64 network of an IPv6 address, of which a single customer has
/// 2⁶⁴ addresses. Anything else stands for itself.
pub fn sender(address: &str) -> String {
    match address.parse::<IpAddr>().map(|a| a.to_canonical()) {
        Ok(IpAddr::V6(a)) => {
            let [a, b, c, d, ..] = a.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
        Ok(IpAddr::V4(a)) => a.to_string(),
        Err(_) => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::sender;

    #[test]
    fn a_network_of_one_customer_is_one_sender() {
        assert_eq!(sender("2001:db8:1:2:a::1"), sender("2001:db8:1:2:ffff::9"));
        assert_ne!(sender("2001:db8:1:2::1"), sender("2001:db8:1:3::1"));
        assert_eq!(sender("::ffff:192.0.2.7"), "192.0.2.7");
        assert_eq!(sender("unknown"), "unknown");
    }
}
