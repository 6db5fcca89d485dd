//! Mail: what a letter is, and the two ways it leaves: through a mail server, or as a file when
//! none is set, so that a new installation loses nothing.

use std::path::PathBuf;

use lettre::message::header::ContentType;
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};
use serde::{Deserialize, Serialize};

use super::ids::Id;
use super::{Kernel, private};

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
}

/// Why a letter was not taken.
#[derive(Debug)]
pub struct Undelivered {
    pub why: String,
    /// The server says that there is no such address; trying again is of no use.
    pub is_address_refused: bool,
}

impl Undelivered {
    fn for_now(why: String) -> Self {
        Self { why, is_address_refused: false }
    }
}

/// Whether a mail server's refusal is about the recipient's address (RFC 3463: 5.1.x), not about us, the text or a
/// full box. Where there is no such code, the plain 550, 551 and 553 say it (RFC 5321).
fn refuses_address(text: &str) -> bool {
    let words = || text.split(|c: char| !(c.is_ascii_digit() || c == '.')).map(|w| w.trim_matches('.'));
    let detailed = words().find(|w| w.starts_with("5.") && w.matches('.').count() == 2);
    detailed.map_or_else(|| words().any(|w| matches!(w, "550" | "551" | "553")), |code| code.starts_with("5.1."))
}

pub enum Transport {
    Smtp(Box<AsyncSmtpTransport<Tokio1Executor>>),
    Files(PathBuf),
}

impl Transport {
    pub fn from_config(config: &super::config::Config) -> Result<Self, lettre::transport::smtp::Error> {
        if config.smtp_url.is_empty() {
            return Ok(Self::Files(config.data.join("mail")));
        }
        let smtp = AsyncSmtpTransport::<Tokio1Executor>::from_url(&config.smtp_url)?.timeout(Some(std::time::Duration::from_secs(10))).build();
        Ok(Self::Smtp(Box::new(smtp)))
    }

    /// Sends one letter. Its Message-ID comes from its id, so a second try after a lost answer can
    /// be recognised as the same letter.
    pub async fn send(&self, kernel: &Kernel, id: &Id, mail: &Mail) -> Result<(), Undelivered> {
        let message = build(kernel, id, mail).map_err(Undelivered::for_now)?;
        match self {
            Self::Smtp(smtp) => smtp
                .send(message)
                .await
                .map(drop)
                .map_err(|e| Undelivered { is_address_refused: e.is_permanent() && refuses_address(&e.to_string()), why: e.to_string() }),
            Self::Files(folder) => {
                let (folder, name, content) = (folder.clone(), format!("{id}.eml"), message.formatted());
                let write = move || private::folder(&folder).and_then(|()| private::write(&folder.join(name), content));
                let written = tokio::task::spawn_blocking(write).await.map_err(|e| Undelivered::for_now(e.to_string()))?;
                written.map_err(|e| Undelivered::for_now(e.to_string()))
            }
        }
    }
}

fn build(kernel: &Kernel, id: &Id, mail: &Mail) -> Result<Message, String> {
    let from: Mailbox = kernel.config.mail_from.parse().map_err(|e| format!("mail_from: {e}"))?;
    let domain = from.email.domain().to_owned();
    let to: Mailbox = mail.to.parse().map_err(|e| format!("recipient: {e}"))?;
    // A line break in a subject would begin a header of its own.
    let subject: String = mail.subject.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    Message::builder()
        .from(from)
        .to(to)
        .subject(subject)
        .date(std::time::SystemTime::from(kernel.now().timestamp()))
        .message_id(Some(format!("<{id}@{domain}>")))
        .multipart(match &mail.calendar {
            None => MultiPart::alternative_plain_html(mail.text.clone(), mail.html.clone()),
            // Without its method, some readers show the invitation as a file.
            Some((method, text)) => {
                let kind = ContentType::parse(&format!("text/calendar; charset=UTF-8; method={method}")).map_err(|e| e.to_string())?;
                MultiPart::alternative_plain_html(mail.text.clone(), mail.html.clone()).singlepart(SinglePart::builder().header(kind).body(text.clone()))
            }
        })
        .map_err(|e| e.to_string())
}

/// A letter in words: paragraphs and at most one thing to press.
#[derive(askama::Template)]
#[template(
    source = "<!doctype html><html lang=\"{{ lang }}\"><body>{% for p in paragraphs %}<p>{{ p }}</p>{% endfor %}{% if let Some((label, url)) = button %}<p><a href=\"{{ url }}\">{{ label }}</a></p>{% endif %}</body></html>",
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
        Mail { to: address.to_owned(), subject: self.subject, listed: None, text, html, calendar: None }
    }
}

#[cfg(test)]
mod tests {
    use super::refuses_address;

    #[test]
    fn a_refused_address_is_told_from_other_refusals() {
        assert!(refuses_address("permanent error (550): 5.1.1 <gone@example.org>: Recipient address rejected"));
        assert!(refuses_address("permanent error (550): No such user here"));
        assert!(!refuses_address("permanent error (550): 5.7.1 Message rejected as spam"));
        assert!(!refuses_address("permanent error (552): 5.2.2 Mailbox full"));
        assert!(!refuses_address("permanent error (535): 5.7.8 Authentication failed"));
    }
}
