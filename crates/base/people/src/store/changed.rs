//! The SQL of what someone says of themselves in an application that they change.

use crate::model::{ContactKind, norm_email};
use weft_kernel::Kernel;
use weft_kernel::collate::Keys;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};

/// The names `(given, family)` of a person; the name that is shown follows, unless they chose another.
pub async fn rename(conn: &mut Conn, person: &Id, was: (&str, &str), names: (&str, &str)) -> Result<()> {
    let shown = |(given, family): (&str, &str)| format!("{given} {family}").trim().to_owned();
    let keys = Keys::of(&shown(names));
    let sql = sql!(
        "UPDATE person
        SET given_name = $2, family_name = $3,
            sort_key = CASE WHEN display_name = $5 THEN $6 ELSE sort_key END,
            search_key = CASE WHEN display_name = $5 THEN $7 ELSE search_key END,
            display_name = CASE WHEN display_name = $5 THEN $4 ELSE display_name END
        WHERE id = $1"
    );
    conn.run(sql, args![person, names.0, names.1, shown(names), shown(was), keys.sort, keys.search]).await.map(drop)
}

/// How a person is spoken of and their name said: `(pronouns, pronunciation)`.
pub async fn set_manner(conn: &mut Conn, person: &Id, manner: (Option<&str>, Option<&str>)) -> Result<()> {
    conn.run(
        sql!("UPDATE person SET pronouns = $2, pronunciation = $3 WHERE id = $1"),
        args![person, manner.0, manner.1],
    )
    .await
    .map(drop)
}

/// Puts one phone number in the place of another.
pub async fn replace_phone(
    kernel: &Kernel,
    conn: &mut Conn,
    person: &Id,
    was: Option<&str>,
    phone: Option<&str>,
) -> Result<()> {
    if let Some(was) = was {
        conn.run(
            sql!(
                "UPDATE contact_point
                SET until = $3
                WHERE person_id = $1 AND kind = 'phone' AND norm = $2 AND until IS NULL"
            ),
            args![person, norm_email(was), kernel.now()],
        )
        .await?;
    }
    match phone {
        Some(phone) => super::insert_contact(kernel, conn, person, ContactKind::Phone, phone, true).await,
        None => Ok(()),
    }
}

/// Writes into the identity compartment what a person says now in place of what they said; `label` is the question as
/// JSON where it is one of a form's own. An empty value takes the answer back.
pub async fn say_of_self(
    kernel: &Kernel,
    conn: &mut Conn,
    person: &Id,
    (field, label): (&str, &str),
    value: &str,
) -> Result<()> {
    if value.is_empty() {
        return super::set_self_description(kernel, conn, person, field, "").await;
    }
    conn.run(
        sql!(
            "INSERT INTO identity_answer (id, person_id, field, label, value, at)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (person_id, field) DO UPDATE SET label = excluded.label, value = excluded.value,
                at = excluded.at"
        ),
        args![kernel.id(), person, field, label, value, kernel.now()],
    )
    .await
    .map(drop)
}
