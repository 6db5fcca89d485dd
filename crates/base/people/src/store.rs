//! The SQL of people. Functions that read another person's record live with the slice whose permit
//! opens it; compartments are read through [`OwnRecord`] alone.

mod apart;
mod changed;
pub(crate) mod kept;
pub(crate) mod names;
pub(crate) mod shown;
mod sign_in;

pub(super) use apart::{forget_words, is_apart};
pub use changed::*;
pub use sign_in::*;

use super::model::{Affiliation, ContactKind, ContactPoint, NewPerson, Person, SelfDescription, norm_email};
use super::rules::OwnRecord;
use weft_kernel::clock::Time;
use weft_kernel::collate::Keys;
use weft_kernel::db::{Conn, Named, Result};
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, address, args, keeps, sql, tally};

/// A person and the address they hold. An address that another record holds is refused by the database.
pub async fn insert_person(kernel: &Kernel, conn: &mut Conn, new: &NewPerson) -> Result<Id> {
    let id = insert_nameplate(kernel, conn, new).await?;
    insert_contact(kernel, conn, &id, ContactKind::Email, &new.email, true).await?;
    if let Some(phone) = &new.phone {
        insert_contact(kernel, conn, &id, ContactKind::Phone, phone, true).await?;
    }
    Ok(id)
}

/// A person by name alone.
pub(super) async fn insert_nameplate(kernel: &Kernel, conn: &mut Conn, new: &NewPerson) -> Result<Id> {
    let id = kernel.id();
    let now = kernel.now();
    let shown = new.display_name();
    let keys = Keys::of(&shown);
    conn.run(
        sql!(
            "INSERT INTO person (
                id, given_name, family_name, display_name, sort_key, search_key, pronunciation, pronouns, language,
                is_demo, created_at
            )
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
        ),
        args![
            &id,
            &new.given_name,
            &new.family_name,
            &shown,
            keys.sort,
            keys.search,
            new.pronunciation.clone(),
            new.pronouns.clone(),
            new.lang.tag(),
            new.is_demo,
            now
        ],
    )
    .await?;
    Ok(id)
}

pub async fn insert_contact(
    kernel: &Kernel,
    conn: &mut Conn,
    person: &Id,
    kind: ContactKind,
    value: &str,
    is_primary: bool,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO contact_point (id, person_id, kind, value, norm, is_primary, since)
            VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        args![kernel.id(), person, kind, &*address::typed(value), norm_email(value), is_primary, kernel.now()],
    )
    .await
    .map(drop)
}

/// Whether a record is someone's who has shown that an address of it is theirs, or who signs in otherwise.
pub async fn is_proved(conn: &mut Conn, person: &Id) -> Result<bool> {
    let (n,): (i64,) = conn
        .one(
            sql!(
                "SELECT (
                    SELECT COUNT(*)
                    FROM contact_point
                    WHERE person_id = $1 AND kind = 'email' AND until IS NULL AND proved_at IS NOT NULL
                )
                    + (SELECT COUNT(*) FROM credential WHERE person_id = $1)"
            ),
            args![person],
        )
        .await?;
    Ok(n > 0)
}

/// Whether nothing is known of a person but a name and an address.
pub async fn is_new(conn: &mut Conn, person: &Id) -> Result<bool> {
    let (n,): (i64,) = conn
        .one(
            sql!(
                "SELECT (SELECT COUNT(*) FROM contact_point WHERE person_id = $1 AND kind <> 'email')
                    + (SELECT COUNT(*) FROM affiliation WHERE person_id = $1)
                    + (SELECT COUNT(*) FROM role WHERE person_id = $1)
                    + (SELECT COUNT(*) FROM member WHERE person_id = $1)
                    + (SELECT COUNT(*) FROM registration WHERE person_id = $1 AND confirmed_at IS NOT NULL)"
            ),
            args![person],
        )
        .await?;
    Ok(n == 0)
}

/// The address to write to: of those that are the person's own, one that is not marked, where there is one.
pub async fn address_of(conn: &mut Conn, person: &Id) -> Result<Option<String>> {
    let found: Option<(String,)> = conn
        .opt(
            sql!(
                "SELECT value
                FROM contact_point
                WHERE person_id = $1 AND kind = 'email' AND until IS NULL
                ORDER BY is_apart,
                    CASE
                        WHEN EXISTS (SELECT 1 FROM address_mark m WHERE m.norm = contact_point.norm) THEN 1
                        ELSE 0
                        END, is_primary DESC, since LIMIT 1"
            ),
            args![person],
        )
        .await?;
    Ok(found.map(|(v,)| v))
}

pub async fn person(conn: &mut Conn, id: &Id) -> Result<Option<Person>> {
    conn.opt(
        sql!(
            "SELECT id, given_name, family_name, display_name, pronunciation, pronouns, language, bio, is_listed
            FROM person
            WHERE id = $1"
        ),
        args![id],
    )
    .await
}

pub async fn contacts(conn: &mut Conn, own: &OwnRecord) -> Result<Vec<ContactPoint>> {
    conn.all(
        sql!(
            "SELECT id, kind, value, is_primary, since, until,
                (SELECT m.at FROM address_mark m WHERE m.norm = contact_point.norm) AS bounced_at
            FROM contact_point
            WHERE person_id = $1
            ORDER BY until IS NOT NULL, kind, since"
        ),
        args![own.person()],
    )
    .await
}

pub async fn affiliations(conn: &mut Conn, own: &OwnRecord) -> Result<Vec<Affiliation>> {
    conn.all(
        sql!(
            "SELECT id, organization_name, title, since, until
            FROM affiliation
            WHERE person_id = $1
            ORDER BY until IS NOT NULL, since DESC, id"
        ),
        args![own.person()],
    )
    .await
}

pub async fn insert_affiliation(
    kernel: &Kernel,
    conn: &mut Conn,
    person: &Id,
    organization: &str,
    title: &str,
    since: Option<String>,
) -> Result<()> {
    conn.run(
        sql!("INSERT INTO affiliation (id, person_id, organization_name, title, since) VALUES ($1, $2, $3, $4, $5)"),
        args![kernel.id(), person, organization, title, since],
    )
    .await
    .map(drop)
}

pub async fn end_affiliation(conn: &mut Conn, own: &OwnRecord, id: &Id, day: &str) -> Result<u64> {
    conn.run(
        sql!("UPDATE affiliation SET until = $3 WHERE id = $1 AND person_id = $2 AND until IS NULL"),
        args![id, own.person(), day],
    )
    .await
}

pub async fn self_descriptions(conn: &mut Conn, own: &OwnRecord) -> Result<Vec<SelfDescription>> {
    conn.all(sql!("SELECT field, value FROM identity_answer WHERE person_id = $1 ORDER BY field"), args![own.person()])
        .await
}

/// Writes into the identity compartment. An empty value takes the answer back.
pub async fn set_self_description(
    kernel: &Kernel,
    conn: &mut Conn,
    person: &Id,
    field: &str,
    value: &str,
) -> Result<()> {
    if value.is_empty() {
        conn.run(sql!("DELETE FROM identity_answer WHERE person_id = $1 AND field = $2"), args![person, field]).await?;
        return Ok(());
    }
    conn.run(
        sql!(
            "INSERT INTO identity_answer (id, person_id, field, value, at)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (person_id, field) DO UPDATE SET value = excluded.value, at = excluded.at"
        ),
        args![kernel.id(), person, field, value, kernel.now()],
    )
    .await
    .map(drop)
}

/// Writes into the identity compartment what is not there yet: a file never overwrites a person's own words.
///
/// `label` is the question in both languages, as JSON, where it is one of a form's own.
pub async fn add_self_description(
    kernel: &Kernel,
    conn: &mut Conn,
    person: &Id,
    field: &str,
    label: &str,
    value: &str,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO identity_answer (id, person_id, field, label, value, at)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (person_id, field) DO NOTHING"
        ),
        args![kernel.id(), person, field, label, value, kernel.now()],
    )
    .await
    .map(drop)
}

pub async fn update_person(conn: &mut Conn, own: &OwnRecord, p: &Person) -> Result<()> {
    let keys = Keys::of(&p.display_name);
    conn.run(
        sql!(
            "UPDATE person
            SET given_name = $2, family_name = $3, display_name = $4, pronunciation = $5, pronouns = $6,
                language = $7, bio = $8, is_listed = $9, sort_key = $10, search_key = $11
            WHERE id = $1"
        ),
        args![
            own.person(),
            &p.given_name,
            &p.family_name,
            &p.display_name,
            p.pronunciation.clone(),
            p.pronouns.clone(),
            &p.language,
            p.bio.clone(),
            p.is_listed,
            keys.sort,
            keys.search
        ],
    )
    .await
    .map(drop)
}

pub async fn set_language(conn: &mut Conn, person: &Id, tag: &str) -> Result<()> {
    conn.run(sql!("UPDATE person SET language = $2 WHERE id = $1"), args![person, tag]).await.map(drop)
}

// Sign-in --------------------------------------------------------------------------------------------------

/// Out of every space of a season, or of all, with what she said there; a space that nobody is in any more is closed.
pub async fn leave_spaces(conn: &mut Conn, season: Option<&Id>, person: &Id) -> Result<()> {
    let all = [
        sql!(
            "UPDATE message
            SET text = '', search_key = '', mentioned = '[]', removed_at = COALESCE(removed_at, at),
                emptied_at = COALESCE(emptied_at, at)
            WHERE person_id = $2
                AND topic_id IN (
                    SELECT t.id
                    FROM topic t
                    JOIN space s ON s.id = t.place_id
                    WHERE CAST($1 AS TEXT) IS NULL OR s.season_id = $1
                )"
        ),
        sql!(
            "UPDATE topic
            SET title = '', title_key = ''
            WHERE starter_id = $2
                AND place = 'space'
                AND (CAST($1 AS TEXT) IS NULL OR season_id = $1)"
        ),
        sql!(
            "DELETE FROM space_member
            WHERE person_id = $2
                AND space_id IN (SELECT s.id FROM space s WHERE CAST($1 AS TEXT) IS NULL OR s.season_id = $1)"
        ),
        sql!(
            "UPDATE space
            SET closed_at = 1, name = '', purpose = '', confidentiality = '', paid_by = '', asks_money = 0
            WHERE (CAST($1 AS TEXT) IS NULL OR season_id = $1)
                AND CAST($2 AS TEXT) <> ''
                AND closed_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM space_member m WHERE m.space_id = space.id AND m.state = 'in')"
        ),
    ];
    for statement in all {
        conn.run(statement, args![season, person]).await?;
    }
    Ok(())
}

/// Counts a try against a key and says whether it is still within `limit` tries in `seconds` from the first.
pub async fn count_try(kernel: &Kernel, conn: &mut Conn, key: &str, limit: i64, seconds: i64) -> Result<bool> {
    tally::add(conn, key, 1, limit, seconds, kernel.now()).await
}

pub async fn setting(conn: &mut Conn, name: &str) -> Result<Option<String>> {
    let found: Option<(String,)> = conn.opt(sql!("SELECT value FROM setting WHERE name = $1"), args![name]).await?;
    Ok(found.map(|(v,)| v))
}

pub async fn set_setting(conn: &mut Conn, name: &str, value: &str) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO setting (name, value)
            VALUES ($1, $2)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value"
        ),
        args![name, value],
    )
    .await
    .map(drop)
}

/// Writes a setting that is not there yet. Returns whether it was not.
pub async fn add_setting(conn: &mut Conn, name: &str, value: &str) -> Result<bool> {
    Ok(conn
        .run(
            sql!("INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING"),
            args![name, value],
        )
        .await?
        > 0)
}

/// Takes a setting away if it has this value; only one of several callers succeeds.
pub async fn take_setting(conn: &mut Conn, name: &str, value: &str) -> Result<bool> {
    Ok(conn.run(sql!("DELETE FROM setting WHERE name = $1 AND value = $2"), args![name, value]).await? > 0)
}

// Consents -------------------------------------------------------------------------------------------------

/// The purposes a person agrees to in a season now.
pub async fn consents(conn: &mut Conn, person: &Id, season: &Id) -> Result<Vec<(String, Time)>> {
    conn.all(
        sql!(
            "SELECT purpose, given_at
            FROM consent
            WHERE person_id = $1 AND season_id = $2 AND withdrawn_at IS NULL
            ORDER BY purpose"
        ),
        args![person, season],
    )
    .await
}

pub async fn give_consent(kernel: &Kernel, conn: &mut Conn, person: &Id, season: &Id, purpose: &str) -> Result<u64> {
    conn.run(
        sql!(
            "INSERT INTO consent (id, person_id, season_id, purpose, given_at)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (person_id, season_id, purpose)
            WHERE withdrawn_at IS NULL DO NOTHING"
        ),
        args![kernel.id(), person, season, purpose, kernel.now()],
    )
    .await
}

pub async fn withdraw_consent(
    kernel: &Kernel,
    conn: &mut Conn,
    person: &Id,
    season: &Id,
    purpose: &str,
) -> Result<u64> {
    conn.run(
        sql!(
            "UPDATE consent
            SET withdrawn_at = $4
            WHERE person_id = $1 AND season_id = $2 AND purpose = $3 AND withdrawn_at IS NULL"
        ),
        args![person, season, purpose, kernel.now()],
    )
    .await
}

/// Keeps that someone said what of theirs is shown in a season, whatever they said. Idempotent.
pub async fn answer_share(kernel: &Kernel, conn: &mut Conn, person: &Id, season: &Id) -> Result<()> {
    let sql = sql!(
        "INSERT INTO share_answer (person_id, season_id, at)
        VALUES ($1, $2, $3)
        ON CONFLICT (person_id, season_id) DO NOTHING"
    );
    conn.run(sql, args![person, season, kernel.now()]).await.map(drop)
}

/// The owner's role belongs to no season. It is written here because the first owner exists before any program.
pub async fn insert_owner_role(kernel: &Kernel, conn: &mut Conn, person: &Id) -> Result<()> {
    conn.run(
        sql!("INSERT INTO role (id, person_id, season_id, role, since) VALUES ($1, $2, NULL, 'owner', $3)"),
        args![kernel.id(), person, kernel.now()],
    )
    .await
    .map(drop)
}

/// Ends every role a person holds.
pub(super) async fn end_roles(conn: &mut Conn, person: &Id, now: Time) -> Result<()> {
    conn.run(sql!("UPDATE role SET until = $2 WHERE person_id = $1 AND until IS NULL"), args![person, now])
        .await
        .map(drop)
}

pub async fn has_owner(conn: &mut Conn) -> Result<bool> {
    let (n,): (i64,) =
        conn.one(sql!("SELECT COUNT(*) FROM role WHERE role = 'owner' AND until IS NULL"), args![]).await?;
    Ok(n > 0)
}

/// Everything that is kept of a person, by table; secrets and their hashes are not theirs to read.
pub async fn own_data(conn: &mut Conn, own: &OwnRecord) -> Result<Vec<(&'static str, Vec<Named>)>> {
    keeps::own_data(conn, own.person()).await
}

/// Someone with her address, where she has one.
pub async fn addressee(conn: &mut Conn, person: &Id) -> Result<Option<super::model::Addressee>> {
    conn.opt(
        sql!(
            "SELECT p.id AS person_id, p.display_name AS name, c.value AS email, p.language AS language, p.zone AS zone
            FROM person p
            JOIN mailbox c ON c.person_id = p.id
            WHERE p.id = $1"
        ),
        args![person],
    )
    .await
}
