//! Mail: what a letter is, and the two ways it leaves: through a mail server, or as a file when
//! none is set, so that a new installation loses nothing.

mod face;

use std::path::PathBuf;
use std::sync::Arc;

use lettre::Message;
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use serde::{Deserialize, Serialize};

use super::ical::{self, Method};
use super::ids::Id;
use super::smtp::{Begun, Code, Server};
use super::{Kernel, private};

pub use super::address::norm;
pub use face::{Face, Logo};

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

/// The bare address that emails come from.
pub fn from_address(kernel: &Kernel) -> String {
    let from = kernel.config.mail_from.parse::<Mailbox>();
    from.map_or_else(|_| kernel.config.mail_from.clone(), |m| m.email.to_string())
}

/// What an email tells its reader's calendar of an event: the method and the text. `from` is the program in whose name
/// it goes out, `to` the name and address of whoever reads it.
pub fn invitation(kernel: &Kernel, mut event: ical::Event, from: &str, to: (&str, &str)) -> (String, String) {
    let method = if event.is_cancelled { Method::Cancel } else { Method::Request };
    event.parties = Some(((from.to_owned(), from_address(kernel)), (to.0.to_owned(), to.1.to_owned())));
    (method.name().to_owned(), ical::calendar(method, "", kernel.now(), &[event]))
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
    /// What text and HTML were made of, so that it can be edited while it waits.
    #[serde(default)]
    pub source: Option<Source>,
    /// The program in whose name it goes out; see [`Face`].
    #[serde(default)]
    pub program: Option<String>,
    /// Where one request ends emails of this kind, for the reader's mail program (RFC 8058).
    #[serde(default)]
    pub unsubscribe: Option<String>,
    /// Where answers go, if not to the sender.
    #[serde(default)]
    pub reply_to: Option<String>,
    /// The declared kind of an email about a season.
    #[serde(default)]
    pub kind: Option<String>,
    /// What is sent instead, to whoever wrote this, where a letter of [`Listed::NoTrace`](super::outbox::Listed) is
    /// given up: nobody else could tell them.
    #[serde(default)]
    pub otherwise: Option<Box<Mail>>,
}

/// The words of an email, before they are text and HTML.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, askama::Template)]
#[template(
    source = "<!doctype html><html lang=\"{{ lang }}\"><body>\
        {% for p in paragraphs %}<p>{% for line in p.lines() %}{% if !loop.first %}<br>{% endif %}{{ line }}\
        {% endfor %}</p>{% endfor %}\
        {% if let Some((label, url)) = button %}<p class=\"act\"><a href=\"{{ url }}\">{{ label }}</a></p>{% endif %}\
        {% if !signature.is_empty() %}<p>{% for line in signature %}{% if !loop.first %}<br>{% endif %}{{ line }}\
        {% endfor %}</p>{% endif %}\
        {% if !after.is_empty() %}<hr>{% endif %}\
        {% for p in after %}<p>{% for line in p.lines() %}{% if !loop.first %}<br>{% endif %}{{ line }}\
        {% endfor %}</p>{% endfor %}\
        </body></html>",
    ext = "html"
)]
pub struct Source {
    pub lang: String,
    pub paragraphs: Vec<String>,
    /// What is pressed, and where it leads.
    pub button: Option<(String, String)>,
    /// Lines below the words.
    #[serde(default)]
    pub signature: Vec<String>,
    /// Paragraphs below the signature.
    #[serde(default)]
    pub after: Vec<String>,
}

impl Source {
    /// The words as plain text.
    pub fn plain(&self) -> String {
        let mut parts = self.paragraphs.clone();
        parts.extend(self.button.as_ref().map(|(label, url)| format!("{label}:\n{url}")));
        parts.extend((!self.signature.is_empty()).then(|| self.signature.join("\n")));
        parts.extend(self.after.iter().cloned());
        parts.join("\n\n") + "\n"
    }

    /// The same words as HTML.
    pub fn html(&self) -> String {
        use askama::Template as _;
        self.render().unwrap_or_default()
    }

    /// An email with these words.
    pub fn to(self, address: &str, subject: String) -> Mail {
        Mail {
            to: address.to_owned(),
            subject,
            listed: None,
            text: self.plain(),
            html: self.html(),
            calendar: None,
            source: Some(self),
            program: None,
            unsubscribe: None,
            reply_to: None,
            kind: None,
            otherwise: None,
        }
    }
}

impl Mail {
    /// The same in a program's name.
    #[must_use]
    pub fn of(mut self, program: &Id) -> Self {
        self.program = Some(program.to_string());
        self
    }

    /// The same, with an address where one press in the reader's mail program ends emails of this kind.
    #[must_use]
    pub fn ended_by(self, url: String) -> Self {
        Self { unsubscribe: Some(url), ..self }
    }

    /// The same email with other words; its link and what it says to calendars stay.
    #[must_use]
    pub fn edited(&self, subject: &str, source: &Source) -> Self {
        let (text, html) = (source.plain(), source.html());
        Self { subject: subject.to_owned(), text, html, source: Some(source.clone()), ..self.clone() }
    }
}

/// `List-Unsubscribe` and `List-Unsubscribe-Post` (RFC 2369, RFC 8058).
#[derive(Clone)]
struct ListUnsubscribe(String);

#[derive(Clone)]
struct ListUnsubscribePost(String);

macro_rules! plain_header {
    ($t:ident, $name:literal) => {
        impl Header for $t {
            fn name() -> HeaderName {
                HeaderName::new_from_ascii_str($name)
            }

            fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
                Ok(Self(text.to_owned()))
            }

            fn display(&self) -> HeaderValue {
                // Not folded: mail programs read the address in one piece.
                HeaderValue::dangerous_new_pre_encoded(Self::name(), self.0.clone(), self.0.clone())
            }
        }
    };
}

plain_header!(ListUnsubscribe, "List-Unsubscribe");
plain_header!(ListUnsubscribePost, "List-Unsubscribe-Post");

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
    pub async fn send(
        &self,
        kernel: &Kernel,
        id: &Id,
        (mail, face): (&Mail, Option<&Face>),
        begun: &Begun,
    ) -> Result<(), Undelivered> {
        let message =
            build(kernel, id, mail, face).map_err(|e| Undelivered::refused(&e, "it cannot be written as a mail"))?;
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

fn build(kernel: &Kernel, id: &Id, mail: &Mail, face: Option<&Face>) -> Result<Message, String> {
    let mut from: Mailbox = kernel.config.mail_from.parse().map_err(|e| format!("mail_from: {e}"))?;
    let domain = from.email.domain().to_owned();
    let to: Mailbox = super::address::typed(&mail.to).parse().map_err(|e| format!("recipient: {e}"))?;
    // A line break in a subject would begin a header of its own.
    let subject: String = mail.subject.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if let Some(face) = face {
        from.name = Some(face.name.chars().filter(|c| !c.is_control()).collect());
    }
    let mut builder = Message::builder()
        .from(from)
        .to(to)
        .subject(subject)
        .date(std::time::SystemTime::from(kernel.now().timestamp()))
        .message_id(Some(format!("<{id}@{domain}>")));
    if let Some(url) = mail.unsubscribe.as_ref().filter(|u| !u.chars().any(|c| c.is_control() || "<> ".contains(c))) {
        builder = builder
            .header(ListUnsubscribe(format!("<{url}>")))
            .header(ListUnsubscribePost("List-Unsubscribe=One-Click".to_owned()));
    }
    // An address that cannot be read must not hold the email up: answers then go to the sender.
    if let Some(reply_to) = mail.reply_to.as_deref().and_then(|a| super::address::typed(a).parse().ok()) {
        builder = builder.reply_to(reply_to);
    }
    builder.multipart(body(mail, face)?).map_err(|e| e.to_string())
}

/// The words as plain text, as HTML with the logo it shows, and as an entry for a calendar.
fn body(mail: &Mail, face: Option<&Face>) -> Result<MultiPart, String> {
    let Some(face) = face else {
        let both = MultiPart::alternative_plain_html(mail.text.clone(), mail.html.clone());
        return with_calendar(both, mail);
    };
    let text = MultiPart::alternative().singlepart(SinglePart::plain(face.below(&mail.text, &mail.html)));
    let html = SinglePart::html(face.around(&mail.html));
    let both = match &face.logo {
        None => text.singlepart(html),
        Some(logo) => {
            let kind = ContentType::parse("image/png").map_err(|e| e.to_string())?;
            let logo = Attachment::new_inline(face::LOGO.to_owned()).body(logo.png.to_vec(), kind);
            text.multipart(MultiPart::related().singlepart(html).singlepart(logo))
        }
    };
    with_calendar(both, mail)
}

fn with_calendar(both: MultiPart, mail: &Mail) -> Result<MultiPart, String> {
    let Some((method, text)) = &mail.calendar else { return Ok(both) };
    // Without its method, some readers show the invitation as a file.
    let kind =
        ContentType::parse(&format!("text/calendar; charset=UTF-8; method={method}")).map_err(|e| e.to_string())?;
    Ok(both.singlepart(SinglePart::builder().header(kind).body(text.clone())))
}

/// A letter in words: paragraphs and at most one thing to press.
pub struct Letter<'a> {
    pub lang: &'a str,
    pub subject: String,
    pub paragraphs: Vec<String>,
    pub button: Option<(String, String)>,
}

impl Letter<'_> {
    /// The same words as plain text and as HTML.
    pub fn to(self, address: &str) -> Mail {
        let Self { lang, subject, paragraphs, button } = self;
        Source { lang: lang.to_owned(), paragraphs, button, ..Source::default() }.to(address, subject)
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
