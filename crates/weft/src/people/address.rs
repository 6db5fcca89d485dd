//! Whose an address is. Whoever types an address has not shown that it is theirs: a [`Typed`] one finds nobody and changes
//! nobody. Using the link that was sent to it makes it [`Proved`], and only that leads to the person who holds it.
//!
//! Until then what was typed stands in a record apart: a person of its own, who is written to at that address and whom
//! nobody finds or signs in by it. [`claim`] joins the two once the link was used.

use super::model::{NewPerson, norm_email};
use super::{join, store};
use crate::kernel::Kernel;
use crate::kernel::clock::Time;
use crate::kernel::db::{Conn, Result, Tx};
use crate::kernel::ids::Id;
use crate::{args, row, sql};

/// An address that somebody typed.
#[derive(Clone, Debug)]
pub struct Typed {
    value: String,
    norm: String,
}

/// An address whose link whoever acts now has used.
#[derive(Clone, Debug)]
pub struct Proved(Typed);

impl Typed {
    pub fn new(text: &str) -> Self {
        Self { value: text.trim().to_owned(), norm: norm_email(text) }
    }

    /// As it was typed, without space around it.
    pub fn value(&self) -> &str {
        &self.value
    }

    /// As addresses are compared.
    pub fn norm(&self) -> &str {
        &self.norm
    }
}

impl Proved {
    /// For code that has just found or used up a token which was sent to this address and to no other place.
    /// `tests/house.rs` lists the callers.
    pub fn by_link(email: &str) -> Self {
        Self(Typed::new(email))
    }

    pub fn value(&self) -> &str {
        self.0.value()
    }

    pub fn norm(&self) -> &str {
        self.0.norm()
    }
}

row! { struct Holder { person_id: Id, by_visitor: bool, proved_at: Option<Time> } }

async fn held(conn: &mut Conn, norm: &str) -> Result<Option<Holder>> {
    conn.opt(sql!("SELECT person_id, by_visitor, proved_at FROM contact_point WHERE norm = $1 AND kind = 'email' AND until IS NULL AND is_apart = 0"), args![norm]).await
}

/// The person who holds an address.
pub async fn holder(conn: &mut Conn, address: &Proved) -> Result<Option<Id>> {
    Ok(held(conn, address.norm()).await?.map(|h| h.person_id))
}

/// The person who holds an address, for the operator at the terminal, who can read the database anyway.
pub async fn holder_at_the_terminal(conn: &mut Conn, email: &str) -> Result<Option<Id>> {
    Ok(held(conn, &norm_email(email)).await?.map(|h| h.person_id))
}

/// Whether someone holds an address; for the holder of the owner link alone.
pub(super) async fn is_held(conn: &mut Conn, address: &Typed) -> Result<bool> {
    Ok(held(conn, address.norm()).await?.is_some())
}

/// An address as its holder has it on record, to write to.
pub(super) async fn to_write_to(conn: &mut Conn, address: &Typed) -> Result<Option<(Id, String)>> {
    conn.opt(sql!("SELECT person_id, value FROM contact_point WHERE norm = $1 AND kind = 'email' AND until IS NULL AND is_apart = 0"), args![address.norm()]).await
}

/// A person as a visitor typed them, about themselves or about somebody else. Where a record holds the address already, this one
/// stands apart. Both ways run the same statements: neither answer nor time tells whether someone is known.
pub async fn insert_visitor(kernel: &Kernel, tx: &mut Tx, new: &NewPerson) -> Result<Id> {
    let id = store::insert_nameplate(kernel, tx, new).await?;
    let address = Typed::new(&new.email);
    let insert = sql!(
        "INSERT INTO contact_point (id, person_id, kind, value, norm, is_primary, since, by_visitor, is_apart)
        SELECT CAST($1 AS TEXT), CAST($2 AS TEXT), 'email', CAST($3 AS TEXT), CAST($4 AS TEXT), 1, CAST($5 AS BIGINT), 1,
          CASE WHEN CAST($6 AS BIGINT) = 1 OR EXISTS
            (SELECT 1 FROM contact_point o WHERE o.norm = $4 AND o.kind = 'email' AND o.until IS NULL AND o.is_apart = 0) THEN 1 ELSE 0 END
        WHERE 1 = 1
        ON CONFLICT (norm) WHERE kind = 'email' AND until IS NULL AND is_apart = 0 DO NOTHING"
    );
    let args = |kernel: &Kernel, is_apart: bool| args![kernel.id(), &id, address.value(), address.norm(), kernel.now(), is_apart];
    // Nothing is written where someone else took the address in this very moment.
    if tx.run(insert, args(kernel, false)).await? == 0 {
        tx.run(insert, args(kernel, true)).await?;
    }
    Ok(id)
}

/// The person who holds a proved address, or a new one with the names that were typed.
pub async fn holder_or_new(kernel: &Kernel, tx: &mut Tx, address: &Proved, new: &NewPerson) -> Result<Id> {
    let id = insert_visitor(kernel, tx, &NewPerson { email: address.value().to_owned(), ..new.clone() }).await?;
    claim(kernel, tx, &id, address).await
}

/// Notes that an address was proved by its holder.
pub async fn mark_proved(kernel: &Kernel, tx: &mut Tx, person: &Id, address: &Proved) -> Result<()> {
    let sql =
        sql!("UPDATE contact_point SET proved_at = COALESCE(proved_at, $3) WHERE person_id = $1 AND norm = $2 AND kind = 'email' AND until IS NULL AND is_apart = 0");
    tx.run(sql, args![person, address.norm(), kernel.now()]).await.map(drop)
}

/// What stands apart under an address becomes its holder's, now that the address was proved for it. Returns whose it is.
///
/// A record that a visitor typed and nobody ever proved gives the address up: it may be anybody's words.
pub async fn claim(kernel: &Kernel, tx: &mut Tx, person: &Id, address: &Proved) -> Result<Id> {
    let holder = held(tx, address.norm()).await?;
    match holder {
        Some(h) if h.person_id == *person => {}
        Some(h) if !(h.by_visitor && h.proved_at.is_none()) => {
            mark_proved(kernel, tx, &h.person_id, address).await?;
            if !join::is_apart(tx, person).await? {
                return Ok(person.clone());
            }
            join::join(kernel, tx, person, &h.person_id).await?;
            return Ok(h.person_id);
        }
        other => {
            if let Some(h) = other {
                let sql = sql!("UPDATE contact_point SET is_apart = 1 WHERE person_id = $1 AND norm = $2 AND kind = 'email' AND until IS NULL");
                tx.run(sql, args![&h.person_id, address.norm()]).await?;
            }
            let sql = sql!("UPDATE contact_point SET is_apart = 0 WHERE person_id = $1 AND norm = $2 AND kind = 'email' AND until IS NULL");
            if tx.run(sql, args![person, address.norm()]).await? == 0 {
                store::insert_contact(kernel, tx, person, "email", address.value(), true).await?;
            }
        }
    }
    mark_proved(kernel, tx, person, address).await?;
    Ok(person.clone())
}

/// An address that someone who is signed in has proved before.
pub async fn own(conn: &mut Conn, own: &super::rules::OwnRecord, email: &str) -> Result<Option<Proved>> {
    let typed = Typed::new(email);
    let sql =
        sql!("SELECT COUNT(*) FROM contact_point WHERE person_id = $1 AND norm = $2 AND kind = 'email' AND until IS NULL AND is_apart = 0 AND proved_at IS NOT NULL");
    let (n,): (i64,) = conn.one(sql, args![own.person(), typed.norm()]).await?;
    Ok((n > 0).then_some(Proved(typed)))
}

/// A record that a visitor typed loses an address whose holder says that it was not them: nothing is written there any more.
pub async fn give_up(kernel: &Kernel, tx: &mut Tx, person: &Id, address: &Proved) -> Result<()> {
    let sql =
        sql!("UPDATE contact_point SET until = $3 WHERE person_id = $1 AND norm = $2 AND kind = 'email' AND until IS NULL AND by_visitor = 1 AND proved_at IS NULL");
    tx.run(sql, args![person, address.norm(), kernel.now()]).await.map(drop)
}

/// The address by which a record apart, or one that a visitor typed, is the reader's: one that they have proved.
pub async fn shared(conn: &mut Conn, own: &super::rules::OwnRecord, apart: &Id) -> Result<Option<Proved>> {
    let row: Option<(String,)> = conn
        .opt(
            sql!(
                "SELECT o.value FROM contact_point c
                JOIN contact_point o ON o.norm = c.norm AND o.kind = 'email' AND o.until IS NULL AND o.is_apart = 0 AND o.proved_at IS NOT NULL
                WHERE o.person_id = $1 AND c.person_id = $2 AND c.kind = 'email' AND c.until IS NULL
                ORDER BY c.since, c.id
                LIMIT 1"
            ),
            args![own.person(), apart],
        )
        .await?;
    Ok(row.map(|(value,)| Proved(Typed::new(&value))))
}
