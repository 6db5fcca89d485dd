//! What each slice keeps of people, declared once by the slice itself: how it is erased, what goes along when a record
//! that stood apart joins its holder's, what shows that someone took part, what stands in a file of one's own data.
//! The top crate hands the list down when the program starts, so that whoever erases or joins names no slice.

use std::sync::OnceLock;

use super::db::{Conn, Named, Result, Sql};
use super::ids::Id;
use crate::args;

/// What one slice keeps of people.
pub struct Keeps {
    /// Erases what is kept of person $1, or what of it leads to them.
    pub forget: &'static [Sql],
    /// Gives to $2 what a record apart, $1, came to before its address was proved. Rows that both have stay the
    /// holder's.
    pub join: &'static [Sql],
    /// Counts what person $1 did, one number for a table. A record with any is not merged into another.
    pub took_part: &'static [Sql],
    /// What is kept of person $1, by the name it has in their file.
    pub own_data: &'static [(&'static str, Sql)],
    /// Tables with a person in them that are in none of these statements on purpose, each with the reason.
    pub stays: &'static [(&'static str, &'static str)],
}

impl Keeps {
    /// A slice that keeps nothing of people.
    pub const NOTHING: Self = Self { forget: &[], join: &[], took_part: &[], own_data: &[], stays: &[] };
}

static ALL: OnceLock<Vec<&'static Keeps>> = OnceLock::new();

/// Hands the slices' declarations down. Idempotent.
pub fn install(all: impl IntoIterator<Item = &'static Keeps>) {
    ALL.get_or_init(|| all.into_iter().collect());
}

/// What all slices keep.
///
/// # Panics
/// Before [`install`]: without the list, nothing of a person would be erased, and nobody would notice.
pub fn all() -> &'static [&'static Keeps] {
    ALL.get().expect("the slices are declared when the program starts")
}

/// Erases what slices keep of a person, the floors below last: others find what is theirs by an address.
pub async fn forget(conn: &mut Conn, person: &Id) -> Result<()> {
    for sql in all().iter().rev().flat_map(|k| k.forget) {
        conn.run(*sql, args![person]).await?;
    }
    Ok(())
}

/// Gives what a record apart came to, to its holder's.
pub async fn join(conn: &mut Conn, apart: &Id, holder: &Id) -> Result<()> {
    for sql in all().iter().flat_map(|k| k.join) {
        conn.run(*sql, args![apart, holder]).await?;
    }
    Ok(())
}

/// Whether a person did anything that any slice keeps.
pub async fn took_part(conn: &mut Conn, person: &Id) -> Result<bool> {
    for sql in all().iter().flat_map(|k| k.took_part) {
        if conn.one::<(i64,)>(*sql, args![person]).await?.0 > 0 {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Everything that is kept of a person, by table; secrets and their hashes are not theirs to read.
pub async fn own_data(conn: &mut Conn, person: &Id) -> Result<Vec<(&'static str, Vec<Named>)>> {
    let mut out = Vec::new();
    for (name, sql) in all().iter().flat_map(|k| k.own_data) {
        out.push((*name, conn.all(*sql, args![person]).await?));
    }
    Ok(out)
}
