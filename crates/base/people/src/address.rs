//! Whose an address is. Whoever types an address has not shown that it is theirs: a [`Typed`] one finds nobody and
//! changes nobody. Using the link that was sent to it makes it [`Proved`], and only that leads to the person who holds
//! it.
//!
//! Until then what was typed stands in a record apart: a person of its own, who is written to at that address and whom
//! nobody finds or signs in by it. [`claim`] joins the two once the link was used.

mod store;

use super::join;
use super::model::{ContactKind, NewPerson, norm_email};
use super::rules::OwnRecord;
use super::store as people;
use weft_kernel::db::{Column, Conn, Result, Row, Tx};
use weft_kernel::i18n::Lang;
use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_kernel::{Kernel, secret, tally};

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
        Self { value: weft_kernel::address::typed(text).into_owned(), norm: norm_email(text) }
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

/// The address to which a token was mailed, as the token's own row has it. Nothing else makes one: it is read out of a
/// column `mailed_to`, which tables of tokens have and nothing else (`tests/house.rs`).
#[derive(Clone, Debug)]
pub struct Mailed(String);

impl Mailed {
    pub fn value(&self) -> &str {
        &self.0
    }
}

impl Column for Mailed {
    fn read(row: &Row, name: Option<&str>, at: usize) -> Result<Self> {
        MaybeMailed::read(row, name, at)?.0.ok_or_else(|| sqlx::Error::ColumnNotFound("mailed_to".into()))
    }
}

/// The same, of a token that may have been handed over otherwise.
#[derive(Clone, Debug)]
pub struct MaybeMailed(Option<Mailed>);

impl MaybeMailed {
    pub fn get(&self) -> Option<&Mailed> {
        self.0.as_ref()
    }
}

impl Column for MaybeMailed {
    fn read(row: &Row, name: Option<&str>, at: usize) -> Result<Self> {
        if name != Some("mailed_to") {
            return Err(sqlx::Error::ColumnNotFound("mailed_to".into()));
        }
        Ok(Self(Option::<String>::read(row, name, at)?.map(Mailed)))
    }
}

impl Proved {
    /// For code that has just found or used up a token: the address that this token was mailed to, and no other.
    /// `tests/house.rs` lists the callers.
    pub fn by_link(mailed: &Mailed) -> Self {
        Self(Typed::new(&mailed.0))
    }

    /// For the demo and for tests, where nobody reads mail.
    pub fn without_mail(_: &Terminal, email: &str) -> Self {
        Self(Typed::new(email))
    }

    pub fn value(&self) -> &str {
        self.0.value()
    }

    pub fn norm(&self) -> &str {
        self.0.norm()
    }
}

/// The person who holds an address.
pub async fn holder(conn: &mut Conn, address: &Proved) -> Result<Option<Id>> {
    store::held(conn, address.norm()).await
}

/// The person who holds an address, for the operator at the terminal, who can read the database anyway.
pub async fn holder_at_the_terminal(_: &Terminal, conn: &mut Conn, email: &str) -> Result<Option<Id>> {
    store::held(conn, &norm_email(email)).await
}

/// Whether someone holds an address; for the holder of the owner link alone.
pub(super) async fn is_held(conn: &mut Conn, address: &Typed) -> Result<bool> {
    Ok(store::held(conn, address.norm()).await?.is_some())
}

/// An address to write to, as its holder has it on record; where only visitors typed it, as the first of them did, and
/// of no person.
pub(super) async fn to_write_to(conn: &mut Conn, address: &Typed) -> Result<Option<(Option<Id>, String)>> {
    store::to_write_to(conn, address).await
}

/// A person as a visitor typed them, about themselves or about somebody else. Held or not, the record stands apart, and
/// the same statements run: neither answer nor time tells whether someone is known.
pub async fn insert_visitor(kernel: &Kernel, tx: &mut Tx, new: &NewPerson) -> Result<Id> {
    let id = people::insert_nameplate(kernel, tx, new).await?;
    store::insert_typed(kernel, tx, &id, &Typed::new(&new.email)).await?;
    Ok(id)
}

/// The person who holds a proved address, or a new one with the names that were typed.
pub async fn holder_or_new(kernel: &Kernel, tx: &mut Tx, address: &Proved, new: &NewPerson) -> Result<Id> {
    let id = insert_visitor(kernel, tx, &NewPerson { email: address.value().to_owned(), ..new.clone() }).await?;
    claim(kernel, tx, &id, address).await
}

/// The person who holds a proved address, or a new one of whom nothing is known but that address: shown by what stands
/// before its @.
pub(super) async fn holder_or_nameless(kernel: &Kernel, tx: &mut Tx, address: &Proved, lang: Lang) -> Result<Id> {
    one_at_a_time(kernel, tx, address).await?;
    if let Some(holder) = store::held(tx, address.norm()).await? {
        mark_proved(kernel, tx, &holder, address).await?;
        return Ok(holder);
    }
    let person = people::insert_nameplate(kernel, tx, &NewPerson { lang, ..NewPerson::default() }).await?;
    let shown = address.norm().split('@').next().unwrap_or_default();
    store::set_display_name(tx, &person, shown).await?;
    hold(kernel, tx, &person, address).await?;
    Ok(person)
}

/// Notes that an address was proved by its holder.
pub async fn mark_proved(kernel: &Kernel, tx: &mut Tx, person: &Id, address: &Proved) -> Result<()> {
    store::mark_proved(tx, person, address, kernel.now()).await
}

/// Links to one address that are used at once wait here for each other, until the caller's transaction ends: the second
/// one finds whoever the first one made its holder.
pub(super) async fn one_at_a_time(kernel: &Kernel, tx: &mut Tx, address: &Proved) -> Result<()> {
    tally::hold(tx, &secret::hash(&format!("address:{}", address.norm())), kernel.now()).await
}

/// What stands apart under an address becomes its holder's, now that the address was proved; where nobody holds it, the
/// record apart becomes a record of its own. Returns whose it is.
///
/// Only a record that is nothing but one apart, and that carries this very address, changes hands. Any other one keeps
/// what it has: a link that was mailed to somebody else must not open it, whatever the team has merged into it.
pub async fn claim(kernel: &Kernel, tx: &mut Tx, person: &Id, address: &Proved) -> Result<Id> {
    one_at_a_time(kernel, tx, address).await?;
    let holder = store::held(tx, address.norm()).await?;
    let is_theirs = store::carries(tx, person, address).await? && people::is_apart(tx, person).await?;
    let Some(holder) = holder else {
        if is_theirs {
            hold(kernel, tx, person, address).await?;
        }
        return Ok(person.clone());
    };
    mark_proved(kernel, tx, &holder, address).await?;
    if holder == *person || !is_theirs {
        return Ok(person.clone());
    }
    join::join(kernel, tx, person, &holder).await?;
    Ok(holder)
}

/// A person holds an address from now on, proved: one that stood apart with them, or a new one. Nobody may hold it yet.
pub(super) async fn hold(kernel: &Kernel, tx: &mut Tx, person: &Id, address: &Proved) -> Result<()> {
    if store::take_in(tx, person, address).await? == 0 {
        people::insert_contact(kernel, tx, person, ContactKind::Email, address.value(), false).await?;
    }
    mark_proved(kernel, tx, person, address).await
}

/// An address that someone who is signed in has proved before.
pub async fn own(conn: &mut Conn, own: &OwnRecord, email: &str) -> Result<Option<Proved>> {
    let typed = Typed::new(email);
    Ok(store::has_proved(conn, own, &typed).await?.then_some(Proved(typed)))
}

/// A record that a visitor typed loses an address whose holder says that it was not them: nothing is written there any
/// more, and what the visitor said beside it is erased. Nobody is told.
pub async fn give_up(kernel: &Kernel, tx: &mut Tx, person: &Id, address: &Proved) -> Result<()> {
    if store::end_typed(tx, person, address, kernel.now()).await? > 0 {
        forget_typed(tx, person).await?;
    }
    Ok(())
}

/// Erases what a visitor said of whom nobody confirmed anything; a record that is somebody's stays as it is.
pub async fn forget_typed(tx: &mut Tx, person: &Id) -> Result<()> {
    if people::is_apart(tx, person).await? { people::forget_words(tx, person).await } else { Ok(()) }
}

/// The address by which a record apart, or one that a visitor typed, is the reader's: one that they have proved.
pub async fn shared(conn: &mut Conn, own: &OwnRecord, apart: &Id) -> Result<Option<Proved>> {
    Ok(store::shared(conn, own, apart).await?.map(|value| Proved(Typed::new(&value))))
}
