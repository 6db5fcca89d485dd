//! Verbs: be found, leave, say, answer. One transaction each, with its letter.

use super::Answer;
use super::rules::{BeFound, Find};
use super::store;
use weft_kernel::db::Tx;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::{Kernel, events, mail};
use weft_people::store as people;
use weft_people::store::addressee;
use weft_web::Result;

/// Longest word, in characters, and how many one may write in a day.
pub const LONGEST: usize = 2_000;
const A_DAY: i64 = 10;

async fn record(kernel: &Kernel, tx: &mut Tx, person: &Id, verb: &'static str) -> Result<()> {
    Ok(events::record(
        kernel,
        tx,
        events::Event { actor: Some(person), verb, subject: person, season: None, detail: None },
    )
    .await?)
}

pub async fn be_found(
    kernel: &Kernel,
    of: &BeFound,
    place: &str,
    issues: &str,
    talk: &str,
    seasons: &[Id],
) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::put(kernel, &mut tx, of, place, issues, talk).await?;
    store::set_seasons(&mut tx, of, seasons).await?;
    record(kernel, &mut tx, of.person(), "peer.stands").await?;
    Ok(tx.commit().await?)
}

pub async fn leave(kernel: &Kernel, of: &BeFound) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if store::leave(&mut tx, of).await? {
        record(kernel, &mut tx, of.person(), "peer.left").await?;
        tx.commit().await?;
    }
    Ok(())
}

async fn write(
    kernel: &Kernel,
    tx: &mut Tx,
    to: &Id,
    key: &str,
    subject: &'static str,
    text: impl Fn(&Tr) -> Vec<String>,
) -> Result<()> {
    let Some(who) = addressee(tx, to).await? else { return Ok(()) };
    let lang = Lang::parse(&who.language).unwrap_or_default();
    let t = Tr(lang);
    let button = Some((t.t("mail-peer-button"), format!("{}/peers#words", kernel.config.base_url)));
    let mail = mail::Letter { lang: lang.tag(), subject: t.t(subject), paragraphs: text(&t), button }.to(&who.email);
    outbox::enqueue(
        kernel,
        tx,
        outbox::New { key, lane: Lane::Personal(None), listed: Listed::ToNobody, season: None, mail: &mail },
    )
    .await?;
    Ok(())
}

/// What came of saying a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    Done,
    /// One is on its way already; whether it was turned down makes no difference.
    OnItsWay,
    /// Whoever it was for does not stand there any more, or for her.
    Gone,
    /// Enough for a day.
    TooMany,
}

impl Said {
    /// What kept it from being said, as a key.
    pub fn fault(self) -> Option<&'static str> {
        match self {
            Self::Done => None,
            Self::OnItsWay => Some("wrong-word-on-its-way"),
            Self::Gone => Some("wrong-word-gone"),
            Self::TooMany => Some("wrong-too-many-words"),
        }
    }
}

/// Says a word to someone; her address stays here.
pub async fn say(kernel: &Kernel, permit: &Find, name: &str, to: &Id, text: &str) -> Result<Said> {
    let mut tx = kernel.begin_once().await?;
    let (word, person) = match store::say(kernel, &mut tx, permit, to, text).await? {
        store::Outcome::Said(word, person) => (word, person),
        store::Outcome::OnItsWay => return Ok(Said::OnItsWay),
        store::Outcome::Gone => return Ok(Said::Gone),
    };
    if !people::count_try(kernel, &mut tx, &format!("peer-word:{}", permit.person()), A_DAY, 86_400).await? {
        return Ok(Said::TooMany);
    }
    let key = format!("peer-word:{word}");
    write(kernel, &mut tx, &person, &key, "mail-peer-subject", |t| {
        vec![t.a("mail-peer", "name", name.to_owned()), text.to_owned(), t.t("mail-peer-how")]
    })
    .await?;
    record(kernel, &mut tx, permit.person(), "peer.said").await?;
    tx.commit().await?;
    Ok(Said::Done)
}

/// Answers: yes gives both the other's address; no is silence; never closes the way for good.
pub async fn answer(kernel: &Kernel, of: &BeFound, name: &str, word: &Id, answer: Answer) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let Some(from) = store::answer(&mut tx, of, word, answer, kernel.now()).await? else { return Ok(()) };
    if answer == Answer::Yes {
        write(kernel, &mut tx, &from, &format!("peer-yes:{word}"), "mail-peer-yes-subject", |t| {
            vec![t.a("mail-peer-yes", "name", name.to_owned())]
        })
        .await?;
    }
    record(kernel, &mut tx, of.person(), "peer.answered").await?;
    Ok(tx.commit().await?)
}
