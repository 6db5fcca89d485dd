//! Answers by email. The address that an email is sent to says who answers which topic; it counts only where the email
//! says that it comes from an address of theirs, and while they read that topic.

use super::acts::{self, Draft, Said};
use super::emails::REFUSED;
use super::model::LONGEST;
use super::reply;
use super::rules::Talk;
use super::store::marks::{self, Holder, Key};
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::received::Received;
use weft_kernel::{Kernel, secret};
use weft_people::store::addressee;
use weft_programs::emails::{Emails, Fill};
use weft_programs::store as programs;
use weft_web::Result;

/// Why an answer was not posted, or not whole; whoever it belongs to is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It says that it comes from an address that is not theirs.
    Stranger,
    /// They don't read that topic any more.
    Left,
    Closed,
    /// Nothing but what was quoted.
    Empty,
    TooLong,
    /// It was posted without the files it brought along.
    Files,
}

impl Refusal {
    fn key(self) -> &'static str {
        match self {
            Self::Stranger => "talk-refused-stranger",
            Self::Left => "talk-refused-left",
            Self::Closed => "talk-refused-closed",
            Self::Empty => "talk-refused-empty",
            Self::TooLong => "talk-refused-long",
            Self::Files => "talk-refused-files",
        }
    }
}

/// What came of an email.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    Posted,
    /// The same email was posted before.
    Already,
    Refused(Refusal),
    /// A machine wrote it: nobody is told, or two machines would go on writing to each other.
    Automatic,
    /// No address of it has a key that we know.
    Unknown,
}

/// The key in an address of ours.
fn key<'a>(reply_address: &str, to: &'a str) -> Option<&'a str> {
    let (local, host) = reply_address.split_once('@')?;
    let (said, at) = to.rsplit_once('@')?;
    let key = said.get(..local.len()).filter(|l| l.eq_ignore_ascii_case(local)).map(|_| &said[local.len()..])?;
    at.eq_ignore_ascii_case(host).then(|| key.strip_prefix('+')).flatten()
}

/// Takes an email: posts it, or tells whoever it belongs to why it was not.
pub async fn take(kernel: &Kernel, email: &Received) -> Result<Answered> {
    let mut conn = kernel.db.read().await?;
    let mut found = None;
    for key in email.to.iter().filter_map(|to| key(&kernel.config.reply_address, to)).take(20) {
        found = found.or(marks::holder(&mut conn, Key::Answers(&key.to_lowercase())).await?);
    }
    let Some(holder) = found else { return Ok(Answered::Unknown) };
    if email.is_automatic {
        return Ok(Answered::Automatic);
    }
    let is_theirs = marks::is_address_of(&mut conn, &holder.person_id, &email.from).await?;
    drop(conn);
    let text = reply::read(&email.text);
    let why = if !is_theirs {
        Refusal::Stranger
    } else if !holder.reads {
        Refusal::Left
    } else if holder.is_closed {
        Refusal::Closed
    } else if text.is_empty() {
        Refusal::Empty
    } else if text.chars().count() > LONGEST {
        Refusal::TooLong
    } else {
        return post(kernel, &holder, email, &text).await;
    };
    refuse(kernel, &holder, email, why).await?;
    Ok(Answered::Refused(why))
}

async fn post(kernel: &Kernel, holder: &Holder, email: &Received, text: &str) -> Result<Answered> {
    let permit = Talk::by_email(&holder.season_id, &holder.person_id);
    // One without an id is known by what it says.
    let id = email.id.clone().unwrap_or_else(|| email.text.clone());
    let hash = secret::hash(&format!("{}:{}:{id}", holder.topic_id, holder.person_id));
    let draft = Draft { text, file: None };
    match acts::post(kernel, &permit, &holder.topic_id, draft, Some(&hash)).await? {
        Said::Done(_) if email.files > 0 => {
            refuse(kernel, holder, email, Refusal::Files).await?;
            Ok(Answered::Posted)
        }
        Said::Done(_) => Ok(Answered::Posted),
        Said::Already => Ok(Answered::Already),
        Said::Closed => {
            refuse(kernel, holder, email, Refusal::Closed).await?;
            Ok(Answered::Refused(Refusal::Closed))
        }
    }
}

/// Tells whoever the key belongs to, at their own address and never at the one the email claims, once for each reason
/// and day.
async fn refuse(kernel: &Kernel, holder: &Holder, email: &Received, why: Refusal) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let Some(season) = programs::season_by_slug(&mut tx, &holder.season_slug).await? else { return Ok(()) };
    let Some(who) = addressee(&mut tx, &holder.person_id).await? else { return Ok(()) };
    let lang = Lang::parse(&who.language).unwrap_or_default();
    let t = Tr(lang);
    // Who left is told no more of it than that.
    let is_there = holder.reads && why != Refusal::Stranger;
    let topic = if is_there { holder.title.clone() } else { t.t("talk-a-topic") };
    let path = if is_there { format!("conversations/{}", holder.topic_id) } else { "conversations".to_owned() };
    let words = reply::read(&email.text);
    // Where nothing was found, the whole of it goes back: something may have been theirs.
    let words = if words.is_empty() { email.text.trim().to_owned() } else { words };
    let returns = why != Refusal::Stranger && why != Refusal::Files && !words.is_empty();
    let fill = Fill {
        values: vec![("topic", topic), ("reason", t.t(why.key()))],
        // What they wrote is not lost.
        more: if returns { vec![words.chars().take(4 * LONGEST).collect()] } else { Vec::new() },
        link: Some(format!("{}{}", kernel.config.base_url, season.path(&path))),
        after: Vec::new(),
    };
    let mail = Emails::of(&mut tx, &season).await?.write(&REFUSED, lang, fill).to(&who.email);
    let day = kernel.now().date_in(&season.zone);
    let of = if returns { email.id.clone().unwrap_or_else(|| email.text.clone()) } else { String::new() };
    let of = secret::hash(&format!("{}:{}:{of}", holder.topic_id, holder.person_id));
    let name = format!("talk-refused:{of}:{}:{day}", why.key());
    let new = outbox::New {
        key: &name,
        lane: Lane::Personal(Some(kernel.now().plus_days(3))),
        listed: Listed::ToNobody,
        season: None,
        mail: &mail,
    };
    outbox::enqueue(kernel, &mut tx, new).await?;
    Ok(tx.commit().await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_stands_behind_a_plus_of_our_own_address() {
        let of = |to| key("Reply@weft.example.org", to);
        assert_eq!(of("reply+abc@weft.example.org"), Some("abc"));
        assert_eq!(of("REPLY+abc@WEFT.example.org"), Some("abc"));
        for other in ["reply@weft.example.org", "reply+abc@other.org", "replyabc@weft.example.org", "abc", "é+a@b"] {
            assert_eq!(of(other), None, "{other}");
        }
        assert_eq!(key("", "reply+abc@weft.example.org"), None);
    }
}
