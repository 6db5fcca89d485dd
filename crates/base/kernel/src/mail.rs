//! Mail: what a letter is, and the two ways it leaves: through a mail server, or as a file when
//! none is set, so that a new installation loses nothing.

use std::path::PathBuf;
use std::sync::Arc;

use lettre::Message;
use lettre::message::header::ContentType;
use lettre::message::{Mailbox, MultiPart, SinglePart};
use serde::{Deserialize, Serialize};

use super::ids::Id;
use super::smtp::{Begun, Code, Server};
use super::{Kernel, private};

pub use super::address::norm;

/// A name that someone typed, as it may stand in a letter to someone else: one line of at most 80 letters, and nothing
/// that mail programs turn into a link.
pub fn named(name: &str) -> String {
    let kept: String = name
        .chars()
        .map(|c| if c.is_alphanumeric() || " -'’.,()·&".contains(c) || is_mark(c) { c } else { ' ' })
        .collect();
    let mut out = String::new();
    for word in kept.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        for (i, part) in word.split('.').enumerate() {
            if i > 0 {
                out.push('.');
                if !part.is_empty() {
                    out.push(' ');
                }
            }
            out.push_str(part);
        }
    }
    out.chars().take(80).collect::<String>().trim_end().to_owned()
}

/// A mark that belongs to the letter before it, as names in many scripts have.
fn is_mark(c: char) -> bool {
    matches!(
        u32::from(c),
        0x300..=0x36F | 0x590..=0x5BD | 0x610..=0x61A | 0x64B..=0x65F | 0x900..=0x903 | 0x93A..=0x94F | 0xE31..=0xE4E
            | 0x200C
            | 0x200D
    )
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Mail {
    /// The bare address.
    pub to: String,
    pub subject: String,
    /// What the outbox calls it where the subject itself is secret.
    #[serde(default)]
    pub listed: Option<String>,
    pub text: String,
    pub html: String,
    /// An invitation for the reader's calendar: what to do with it (`REQUEST`, `CANCEL`), and its text.
    #[serde(default)]
    pub calendar: Option<(String, String)>,
    /// Where answers go, if not to the sender.
    #[serde(default)]
    pub reply_to: Option<String>,
    /// The declared kind of an email about a season.
    #[serde(default)]
    pub kind: Option<String>,
}

/// What stands in a letter's way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The server is away, slow, asks to wait, or does not know us: the letter is tried for a day.
    Later,
    /// This letter is refused for good, without a word about the recipient's address: a few tries.
    Refused,
    /// There is no such address.
    NoSuchAddress(Code),
}

/// Why a letter was not taken.
#[derive(Debug)]
pub struct Undelivered {
    pub trouble: Trouble,
    /// What the server said, for whoever keeps this site. It may name the recipient.
    pub why: String,
    /// The same for the log: codes alone.
    pub brief: String,
}

impl Undelivered {
    pub(super) fn later(why: &str, brief: &str) -> Self {
        Self { trouble: Trouble::Later, why: why.to_owned(), brief: brief.to_owned() }
    }

    pub(super) fn refused(why: &str, brief: &str) -> Self {
        Self { trouble: Trouble::Refused, why: why.to_owned(), brief: brief.to_owned() }
    }
}

/// The folder in which emails are kept while no mail server is set; nothing when one is.
pub fn kept(config: &super::config::Config) -> Option<PathBuf> {
    config.smtp_url.is_empty().then(|| config.data.join("mail"))
}

#[derive(Clone)]
pub enum Transport {
    Smtp(Arc<Server>),
    Files(PathBuf),
}

impl Transport {
    /// The way that the settings name. The error says what is wrong with `smtp_url`.
    pub fn from_config(config: &super::config::Config) -> Result<Self, String> {
        if let Some(folder) = kept(config) {
            return Ok(Self::Files(folder));
        }
        Ok(Self::Smtp(Arc::new(Server::from_url(&config.smtp_url).map_err(|e| format!("smtp_url: {e}"))?)))
    }

    /// Sends one letter. Its Message-ID comes from its id, so a second try after a lost answer can
    /// be recognized as the same letter. `begun` is set from when on the other side may have taken it.
    pub async fn send(&self, kernel: &Kernel, id: &Id, mail: &Mail, begun: &Begun) -> Result<(), Undelivered> {
        let message =
            build(kernel, id, mail).map_err(|e| Undelivered::refused(&e, "it cannot be written as a mail"))?;
        match self {
            Self::Smtp(server) => server.send(message.envelope(), &message.formatted(), begun).await,
            Self::Files(folder) => {
                let (folder, name, content) = (folder.clone(), format!("{id}.eml"), message.formatted());
                begun.now();
                let write = move || private::folder(&folder).and_then(|()| private::write(&folder.join(name), content));
                let written = tokio::task::spawn_blocking(write)
                    .await
                    .map_err(|e| Undelivered::later(&e.to_string(), "the file could not be written"))?;
                written.map_err(|e| Undelivered::later(&e.to_string(), "the file could not be written"))
            }
        }
    }
}

fn build(kernel: &Kernel, id: &Id, mail: &Mail) -> Result<Message, String> {
    let from: Mailbox = kernel.config.mail_from.parse().map_err(|e| format!("mail_from: {e}"))?;
    let domain = from.email.domain().to_owned();
    let to: Mailbox = super::address::typed(&mail.to).parse().map_err(|e| format!("recipient: {e}"))?;
    // A line break in a subject would begin a header of its own.
    let subject: String = mail.subject.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let mut message = Message::builder().from(from).to(to);
    // An address that cannot be read must not hold the email up: answers then go to the sender.
    if let Some(reply_to) = mail.reply_to.as_deref().and_then(|a| super::address::typed(a).parse().ok()) {
        message = message.reply_to(reply_to);
    }
    message
        .subject(subject)
        .date(std::time::SystemTime::from(kernel.now().timestamp()))
        .message_id(Some(format!("<{id}@{domain}>")))
        .multipart(match &mail.calendar {
            None => MultiPart::alternative_plain_html(mail.text.clone(), mail.html.clone()),
            // Without its method, some readers show the invitation as a file.
            Some((method, text)) => {
                let kind = ContentType::parse(&format!("text/calendar; charset=UTF-8; method={method}"))
                    .map_err(|e| e.to_string())?;
                MultiPart::alternative_plain_html(mail.text.clone(), mail.html.clone())
                    .singlepart(SinglePart::builder().header(kind).body(text.clone()))
            }
        })
        .map_err(|e| e.to_string())
}

/// A letter in words: paragraphs and at most one thing to press.
#[derive(askama::Template)]
#[template(
    source = "<!doctype html><html lang=\"{{ lang }}\"><body>\
        {% for p in paragraphs %}<p>{{ p }}</p>{% endfor %}\
        {% if let Some((label, url)) = button %}<p><a href=\"{{ url }}\">{{ label }}</a></p>{% endif %}\
        </body></html>",
    ext = "html"
)]
pub struct Letter<'a> {
    pub lang: &'a str,
    pub subject: String,
    pub paragraphs: Vec<String>,
    pub button: Option<(String, String)>,
}

impl Letter<'_> {
    /// The same words as plain text and as HTML.
    pub fn to(self, address: &str) -> Mail {
        use askama::Template as _;
        let mut text = self.paragraphs.join("\n\n");
        if let Some((label, url)) = &self.button {
            text = format!("{text}\n\n{label}:\n{url}\n");
        }
        let html = self.render().unwrap_or_default();
        Mail {
            to: address.to_owned(),
            subject: self.subject,
            listed: None,
            text,
            html,
            calendar: None,
            reply_to: None,
            kind: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn a_name_in_a_letter_holds_no_link_and_no_second_line() {
        assert_eq!(named("WIN at http://evil.example/prize\nSubject: x"), "WIN at http evil. example prize Subject x");
        assert_eq!(named("J.R. O'Brien-Núñez, PhD (she)"), "J. R. O'Brien-Núñez, PhD (she)");
        assert_eq!(named("नमिता देवी"), "नमिता देवी");
        assert_eq!(named(&"a".repeat(200)).len(), 80);
    }
}
