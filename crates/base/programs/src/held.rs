//! Emails of a season that wait for its team: held, edited, sent, discarded. A link in one opens something for its
//! reader alone, so the team never sees where it leads.

use super::rules::RunSeason;
use weft_kernel::db::{Conn, Result};
use weft_kernel::events::{self, Event};
use weft_kernel::ids::Id;
use weft_kernel::mail::Source;
use weft_kernel::outbox::held::{self, Opened};
use weft_kernel::{Kernel, db};

/// The words of an email as its team sees and edits them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    pub subject: String,
    /// Paragraphs, a blank line between two; `{link}` and `{link2}` for links.
    pub text: String,
    /// What is written on the button; empty where there is none.
    pub button: String,
}

/// What is wrong with edited words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// This link has to stay.
    LinkMissing(String),
    /// There is no such link.
    LinkUnknown(String),
}

fn mark(n: usize) -> String {
    if n == 0 { "{link}".to_owned() } else { format!("{{link{}}}", n + 1) }
}

/// Where links of ours end: at white space, and before what closes a sentence.
fn link_end(text: &str) -> usize {
    let end = text.find(|c: char| c.is_whitespace() || "<>\"'".contains(c)).unwrap_or(text.len());
    text[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')']).len()
}

/// The text with a mark for each link of ours, and the links in order.
fn hide(text: &str, base_url: &str) -> (String, Vec<String>) {
    let (mut out, mut links, mut rest) = (String::new(), Vec::<String>::new(), text);
    while let Some(at) = rest.find(base_url) {
        let (before, from) = rest.split_at(at);
        let end = link_end(from).max(base_url.len());
        let link = from[..end].to_owned();
        let n = links.iter().position(|l| *l == link).unwrap_or_else(|| {
            links.push(link);
            links.len() - 1
        });
        out.push_str(before);
        out.push_str(&mark(n));
        rest = &from[end..];
    }
    out.push_str(rest);
    (out, links)
}

/// A name in braces that stands for nothing: here all fields are filled in already.
fn placeholder(typed: &str, own: &str) -> Option<String> {
    let mut rest = typed;
    while let Some(open) = rest.find('{') {
        let name = rest[open + 1..].split('}').next().unwrap_or_default();
        let is_name = (1..=40).contains(&name.len()) && name.chars().all(|c| c.is_alphanumeric() || c == '_');
        let mark = format!("{{{name}}}");
        if is_name && rest[open..].starts_with(&mark) && !name.starts_with("link") && !own.contains(&mark) {
            return Some(mark);
        }
        rest = &rest[open + 1..];
    }
    None
}

/// What the team sees of an email.
pub fn words(subject: &str, source: &Source, base_url: &str) -> Words {
    Words {
        subject: subject.to_owned(),
        text: hide(&source.paragraphs.join("\n\n"), base_url).0,
        button: source.button.as_ref().map(|(label, _)| label.clone()).unwrap_or_default(),
    }
}

/// Puts edited words in place of an email's own, links where their marks are.
pub fn edited(words: &Words, source: &Source, base_url: &str) -> Result<Source, Wrong> {
    let (_, links) = hide(&source.paragraphs.join("\n\n"), base_url);
    let mut text = words.text.replace("\r\n", "\n");
    for (n, link) in links.iter().enumerate() {
        if !text.contains(&mark(n)) {
            return Err(Wrong::LinkMissing(mark(n)));
        }
        text = text.replace(&mark(n), link);
    }
    if let Some(at) = text.find("{link") {
        let end = text[at..].find('}').map_or(text.len(), |e| at + e + 1);
        return Err(Wrong::LinkUnknown(text[at..end].to_owned()));
    }
    let own = hide(&source.paragraphs.join("\n\n"), base_url).0;
    for typed in [&words.subject, &words.text, &words.button] {
        if let Some(mark) = placeholder(typed, &own) {
            return Err(Wrong::LinkUnknown(mark));
        }
    }
    Ok(Source {
        paragraphs: text.split("\n\n").map(str::trim).filter(|p| !p.is_empty()).map(str::to_owned).collect(),
        button: source.button.as_ref().map(|(_, link)| (words.button.clone(), link.clone())),
        ..source.clone()
    })
}

/// One email of a season.
pub async fn open(kernel: &Kernel, conn: &mut Conn, run: &RunSeason, id: &Id) -> Result<Option<Opened>> {
    held::open(kernel, conn, run.season(), id).await
}

async fn record(kernel: &Kernel, tx: &mut db::Tx, actor: &Id, run: &RunSeason, verb: &'static str) -> Result<()> {
    record_with(kernel, tx, actor, run, (verb, None)).await
}

async fn record_with(
    kernel: &Kernel,
    tx: &mut db::Tx,
    actor: &Id,
    run: &RunSeason,
    (verb, detail): (&'static str, Option<String>),
) -> Result<()> {
    let event = Event { actor: Some(actor), verb, subject: run.season(), season: Some(run.season()), detail };
    events::record(kernel, tx, event).await
}

/// Switches on or off that emails to many wait for the team. Returns how many that waited are held by it. Idempotent.
pub async fn set_holds(kernel: &Kernel, run: &RunSeason, actor: &Id, holds: bool) -> Result<u64> {
    let mut tx = kernel.db.begin().await?;
    let was = held::holds(&mut tx, run.season()).await?;
    let n = held::set_holds(&mut tx, run.season(), holds, kernel.now()).await?;
    if was != holds || n > 0 {
        let verb = if holds { "mail.holding" } else { "mail.holding-ended" };
        record_with(kernel, &mut tx, actor, run, (verb, (n > 0).then(|| n.to_string()))).await?;
    }
    tx.commit().await?;
    Ok(n)
}

/// What is done with one email.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    Hold,
    Send,
    Discard,
}

/// Holds, sends or discards one email. `false` when it is not in a state for that any more.
pub async fn act(kernel: &Kernel, run: &RunSeason, actor: &Id, id: &Id, act: Act) -> Result<bool> {
    let (mut tx, now, season) = (kernel.db.begin().await?, kernel.now(), run.season());
    let (changed, verb) = match act {
        Act::Hold => (held::hold(&mut tx, season, id, now).await?, "mail.held"),
        Act::Send => (held::release(&mut tx, season, id, now).await?, "mail.released"),
        Act::Discard => (held::discard(&mut tx, season, id, now).await?, "mail.discarded"),
    };
    if changed {
        record(kernel, &mut tx, actor, run, verb).await?;
    }
    tx.commit().await?;
    Ok(changed)
}

/// Sends all held emails up to `newest`. Returns how many.
pub async fn send_all(kernel: &Kernel, run: &RunSeason, actor: &Id, newest: &Id) -> Result<u64> {
    let mut tx = kernel.db.begin().await?;
    let n = held::release_all(&mut tx, run.season(), newest, kernel.now()).await?;
    if n > 0 {
        record_with(kernel, &mut tx, actor, run, ("mail.released", Some(n.to_string()))).await?;
    }
    tx.commit().await?;
    Ok(n)
}

/// Changes the words of a held email. `false` when it is not held any more, or was changed meanwhile.
pub async fn edit(
    kernel: &Kernel,
    run: &RunSeason,
    actor: &Id,
    before: &Opened,
    (subject, source): (&str, &Source),
) -> Result<bool> {
    let Some(mail) = before.mail.as_ref().map(|m| m.edited(subject, source)) else { return Ok(false) };
    let mut tx = kernel.db.begin().await?;
    let changed = held::edit(kernel, &mut tx, run.season(), before, &mail).await?;
    if changed {
        record(kernel, &mut tx, actor, run, "mail.edited").await?;
    }
    tx.commit().await?;
    Ok(changed)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: &str = "https://weft.example.org";

    fn source(text: &str) -> Source {
        Source {
            lang: "en".into(),
            paragraphs: text.split("\n\n").map(str::to_owned).collect(),
            button: Some(("Answer".into(), format!("{BASE}/invitation/secret"))),
            ..Source::default()
        }
    }

    #[test]
    fn links_of_ours_are_marks_that_come_back_as_they_were() {
        let of = source(
            "Hi,\n\nAnswer at https://weft.example.org/invitation/secret, or (https://weft.example.org/a?b=1&c=2). \
            Twice: https://weft.example.org/invitation/secret\n\nElsewhere: https://example.org/x",
        );
        let shown = words("You're in", &of, BASE);
        assert_eq!(
            shown.text,
            "Hi,\n\nAnswer at {link}, or ({link2}). Twice: {link}\n\nElsewhere: https://example.org/x"
        );
        assert!(!shown.text.contains("secret") && shown.button == "Answer");
        assert_eq!(edited(&shown, &of, BASE), Ok(of.clone()));
        let changed = Words { text: "{link2} {link}\r\n\r\nBye".into(), button: "Go".into(), ..shown };
        let now = edited(&changed, &of, BASE).expect("has both");
        assert_eq!(now.paragraphs[1], "Bye");
        assert!(now.paragraphs[0].ends_with("/a?b=1&c=2 https://weft.example.org/invitation/secret"));
        assert_eq!(now.button, Some(("Go".into(), format!("{BASE}/invitation/secret"))));
    }

    #[test]
    fn a_link_that_is_gone_or_unknown_is_named() {
        let of = source("See https://weft.example.org/a");
        let with = |text: &str| edited(&Words { text: text.into(), ..Words::default() }, &of, BASE);
        assert_eq!(with("See it"), Err(Wrong::LinkMissing("{link}".into())));
        assert_eq!(with("{link} {link2} x"), Err(Wrong::LinkUnknown("{link2}".into())));
        assert_eq!(with("{link} {link"), Err(Wrong::LinkUnknown("{link".into())));
        assert_eq!(with("{link} {lnk}"), Err(Wrong::LinkUnknown("{lnk}".into())));
        assert!(with("{link} {a b} {}").is_ok(), "braces that name nothing are words");
    }
}
