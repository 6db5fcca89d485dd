//! A record that stood apart becomes part of the record of whoever proved its address. What the holder has said stands;
//! what is missing there comes over; rows that both have stay the holder's.

use weft_kernel::db::{Conn, Result, Sql, Tx};
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, events};
use weft_kernel::{args, sql};

/// Whether a record is nothing but one apart: no password, no sign-in, no address that is its own.
pub(super) async fn is_apart(conn: &mut Conn, person: &Id) -> Result<bool> {
    let (n,): (i64,) = conn
        .one(
            sql!(
                "SELECT (SELECT COUNT(*) FROM credential WHERE person_id = $1)
                    + (SELECT COUNT(*) FROM sign_in WHERE person_id = $1)
                    + (
                        SELECT COUNT(*)
                        FROM contact_point
                        WHERE person_id = $1 AND kind = 'email' AND until IS NULL AND is_apart = 0
                    )"
            ),
            args![person],
        )
        .await?;
    Ok(n == 0)
}

/// Erases what was said beside an address that was never proved: needs, self-descriptions, work, phone.
pub(super) async fn forget_words(conn: &mut Conn, person: &Id) -> Result<()> {
    let all = [
        sql!("DELETE FROM access_need WHERE person_id = $1"),
        sql!("DELETE FROM identity_answer WHERE person_id = $1"),
        sql!("DELETE FROM affiliation WHERE person_id = $1"),
        sql!("DELETE FROM contact_point WHERE person_id = $1 AND kind <> 'email'"),
    ];
    for sql in all {
        conn.run(sql, args![person]).await?;
    }
    Ok(())
}

/// Everything a record apart may have come to before its address was proved; $1 gives, $2 takes.
fn moves() -> Vec<Sql> {
    vec![
        // Whoever signed in before they confirmed anything has no name on record yet.
        sql!(
            "UPDATE person
            SET given_name = (SELECT a.given_name FROM person a WHERE a.id = $1),
                family_name = (SELECT a.family_name FROM person a WHERE a.id = $1),
                display_name = (SELECT a.display_name FROM person a WHERE a.id = $1),
                pronunciation = (SELECT a.pronunciation FROM person a WHERE a.id = $1),
                pronouns = (SELECT a.pronouns FROM person a WHERE a.id = $1)
            WHERE id = $2 AND given_name = '' AND family_name = ''"
        ),
        sql!("UPDATE application SET person_id = $2 WHERE person_id = $1"),
        sql!(
            "UPDATE member
            SET person_id = $2
            WHERE person_id = $1
                AND NOT EXISTS (SELECT 1 FROM member o WHERE o.person_id = $2 AND o.season_id = member.season_id)"
        ),
        sql!(
            "UPDATE role
            SET person_id = $2
            WHERE person_id = $1
                AND role IN ('applicant', 'participant', 'registrant')
                AND NOT EXISTS (
                    SELECT 1
                    FROM role o
                    WHERE o.person_id = $2 AND o.season_id = role.season_id AND o.role = role.role AND o.until IS NULL
                )"
        ),
        sql!(
            "UPDATE affiliation
            SET person_id = $2
            WHERE person_id = $1
                AND NOT EXISTS (
                    SELECT 1
                    FROM affiliation o
                    WHERE o.person_id = $2
                        AND o.organization_name = affiliation.organization_name
                        AND o.title = affiliation.title
                )"
        ),
        sql!(
            "UPDATE registration
            SET person_id = $2
            WHERE person_id = $1
                AND NOT EXISTS (
                    SELECT 1
                    FROM registration o
                    WHERE o.person_id = $2 AND o.season_id = registration.season_id
                )"
        ),
        sql!(
            "UPDATE access_need
            SET person_id = $2
            WHERE person_id = $1
                AND NOT EXISTS (
                    SELECT 1
                    FROM access_need o
                    WHERE o.person_id = $2 AND o.season_id = access_need.season_id
                )"
        ),
        sql!(
            "UPDATE identity_answer
            SET person_id = $2
            WHERE person_id = $1
                AND NOT EXISTS (
                    SELECT 1
                    FROM identity_answer o
                    WHERE o.person_id = $2 AND o.field = identity_answer.field
                )"
        ),
        sql!(
            "UPDATE consent
            SET person_id = $2
            WHERE person_id = $1
                AND withdrawn_at IS NULL
                AND NOT EXISTS (
                    SELECT 1
                    FROM consent o
                    WHERE o.person_id = $2
                        AND o.season_id = consent.season_id
                        AND o.purpose = consent.purpose
                        AND o.withdrawn_at IS NULL
                )"
        ),
        sql!(
            "UPDATE sitting_place
            SET person_id = $2
            WHERE person_id = $1
                AND NOT EXISTS (
                    SELECT 1
                    FROM sitting_place o
                    WHERE o.person_id = $2
                        AND o.gathering_id = sitting_place.gathering_id
                        AND o.part = sitting_place.part
                )"
        ),
        sql!(
            "UPDATE attendance
            SET person_id = $2
            WHERE person_id = $1
                AND NOT EXISTS (
                    SELECT 1
                    FROM attendance o
                    WHERE o.person_id = $2 AND o.gathering_id = attendance.gathering_id AND o.part = attendance.part
                )"
        ),
        sql!(
            "UPDATE room_seat
            SET person_id = $2
            WHERE person_id = $1
                AND NOT EXISTS (SELECT 1 FROM room_seat o WHERE o.person_id = $2 AND o.round_id = room_seat.round_id)"
        ),
        sql!(
            "UPDATE calendar_turn
            SET person_id = $2
            WHERE person_id = $1
                AND NOT EXISTS (
                    SELECT 1
                    FROM calendar_turn o
                    WHERE o.person_id = $2 AND o.sitting_id = calendar_turn.sitting_id
                )"
        ),
        sql!(
            "UPDATE season_welcome
            SET person_id = $2
            WHERE person_id = $1
                AND NOT EXISTS (
                    SELECT 1
                    FROM season_welcome o
                    WHERE o.person_id = $2 AND o.season_id = season_welcome.season_id
                )"
        ),
    ]
}

/// What both had, and what nobody needs any more: the words of the record apart go, its addresses end, its name is
/// emptied.
fn leftovers() -> Vec<Sql> {
    vec![
        // Registered twice: one seat comes free.
        sql!(
            "UPDATE offer
            SET taken = taken - 1
            WHERE CAST($2 AS TEXT) <> ''
                AND season_id IN (SELECT r.season_id FROM registration r WHERE r.person_id = $1 AND r.state = 'held')"
        ),
        sql!("UPDATE registration SET state = 'left' WHERE person_id = $1 AND CAST($2 AS TEXT) <> ''"),
        sql!("DELETE FROM access_need WHERE person_id = $1 AND CAST($2 AS TEXT) <> ''"),
        sql!("DELETE FROM identity_answer WHERE person_id = $1 AND CAST($2 AS TEXT) <> ''"),
        sql!("DELETE FROM affiliation WHERE person_id = $1 AND CAST($2 AS TEXT) <> ''"),
        sql!(
            "UPDATE contact_point
            SET person_id = $2
            WHERE person_id = $1
                AND kind = 'phone'
                AND NOT EXISTS (
                    SELECT 1
                    FROM contact_point o
                    WHERE o.person_id = $2 AND o.kind = 'phone' AND o.norm = contact_point.norm
                )"
        ),
        sql!("DELETE FROM contact_point WHERE person_id = $1 AND CAST($2 AS TEXT) <> ''"),
        sql!(
            "UPDATE person
            SET given_name = '', family_name = '', display_name = '', pronunciation = NULL, pronouns = NULL,
                bio = NULL
            WHERE id = $1 AND CAST($2 AS TEXT) <> ''"
        ),
    ]
}

/// Joins a record apart to the holder's.
pub(super) async fn join(kernel: &Kernel, tx: &mut Tx, apart: &Id, holder: &Id) -> Result<()> {
    for sql in moves() {
        tx.run(sql, args![apart, holder]).await?;
    }
    for sql in leftovers() {
        tx.run(sql, args![apart, holder]).await?;
    }
    let sql = sql!("UPDATE role SET until = $3 WHERE person_id = $1 AND until IS NULL AND CAST($2 AS TEXT) <> ''");
    tx.run(sql, args![apart, holder, kernel.now()]).await?;
    let event =
        events::Event { actor: Some(holder), verb: "people.joined", subject: holder, season: None, detail: None };
    events::record(kernel, tx, event).await
}
