//! The SQL of an employer's acknowledgement.

use crate::call::rules::OwnDraft;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};

row! { pub struct Acknowledged { email: String, asked_at: Time, given_at: Option<Time> } }
row! {
    /// What an employer is shown: who asks, for which season, and whether she has answered.
    pub struct Asked {
        id: Id,
        application_id: Id,
        season_id: Id,
        season_slug: String,
        display_name: String,
        signer_name: Option<String>,
        given_at: Option<Time>,
    }
}

pub(in crate::call) async fn insert_acknowledgement(
    kernel: &Kernel,
    conn: &mut Conn,
    application: &Id,
    email: &str,
    token_hash: &str,
) -> Result<Id> {
    let id = kernel.id();
    conn.run(
        sql!(
            "INSERT INTO acknowledgement (id, application_id, email, token_hash, asked_at)
            VALUES ($1, $2, $3, $4, $5)"
        ),
        args![&id, application, email, token_hash, kernel.now()],
    )
    .await?;
    Ok(id)
}

/// Whom an applicant has asked, and who has answered; for her alone.
pub async fn acknowledgements(conn: &mut Conn, own: &OwnDraft) -> Result<Vec<Acknowledged>> {
    conn.all(
        sql!(
            "SELECT k.email AS email, k.asked_at AS asked_at, k.given_at AS given_at
            FROM acknowledgement k
            JOIN draft d ON d.application_id = k.application_id
            WHERE d.id = $1
            ORDER BY k.asked_at"
        ),
        args![own.id()],
    )
    .await
}

pub async fn asked(conn: &mut Conn, token_hash: &str) -> Result<Option<Asked>> {
    conn.opt(
        sql!(
            "SELECT k.id AS id, k.application_id AS application_id, s.id AS season_id, s.slug AS season_slug,
                p.display_name AS display_name, k.signer_name AS signer_name, k.given_at AS given_at
            FROM acknowledgement k
            JOIN application a ON a.id = k.application_id
            JOIN season s ON s.id = a.season_id
            JOIN person p ON p.id = a.person_id
            WHERE k.token_hash = $1"
        ),
        args![token_hash],
    )
    .await
}

/// Given once; the first answer stands.
pub(in crate::call) async fn acknowledge(conn: &mut Conn, id: &Id, name: &str, title: &str, now: Time) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE acknowledgement
                SET signer_name = $2, signer_title = $3, given_at = $4
                WHERE id = $1 AND given_at IS NULL"
            ),
            args![id, name, title, now],
        )
        .await?
        > 0)
}
