//! One conversation with a mail server. It is led step by step, because what a refusal means depends on what was asked:
//! `5.1.1` said to the sender's address tells nothing about the recipient.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use lettre::address::Envelope;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailBodyParameter, MailParameter};
use tokio::time::timeout;

use super::mail::{Trouble, Undelivered};

/// An enhanced status code (RFC 3463), such as 5.1.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code(pub u16, pub u16, pub u16);

impl Code {
    /// Reads the code that a text begins with; one that stands further on proves nothing.
    pub fn first_in(text: &str) -> Option<Self> {
        let word = text.split_whitespace().next()?;
        let mut parts = word
            .split('.')
            .map(|p| p.parse::<u16>().ok().filter(|_| p.len() <= 3 && p.bytes().all(|b| b.is_ascii_digit())));
        let code = Self(parts.next()??, parts.next()??, parts.next()??);
        (parts.next().is_none() && matches!(code.0, 2 | 4 | 5)).then_some(code)
    }

    /// Whether it says that the recipient's address leads nowhere: unknown mailbox, unknown or mail-less domain, bad
    /// form, moved away (RFC 3463 and 7505). Every other code is about the sender, the letter, a full mailbox or a
    /// rule.
    pub fn means_no_such_address(self) -> bool {
        matches!(self, Self(5, 1, 1 | 2 | 3 | 6 | 10))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.0, self.1, self.2)
    }
}

/// How far a conversation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Greeting, encryption, signing in.
    Connect,
    /// The sender's address.
    From,
    /// The recipient's address.
    To,
    /// The letter itself.
    Content,
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Connect => "on connecting",
            Self::From => "on the sender",
            Self::To => "on the recipient",
            Self::Content => "on the letter",
        })
    }
}

/// Whether a letter's content has begun to leave: from then on the server may have taken it.
#[derive(Debug, Default)]
pub struct Begun(AtomicBool);

impl Begun {
    pub fn is_so(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }

    pub(super) fn now(&self) {
        self.0.store(true, Ordering::Release);
    }
}

/// Longest waits for the server's answer. RFC 5321 allows it minutes; whoever is slow keeps one connection busy, not
/// the others.
const CONNECT: Duration = Duration::from_secs(60);
const COMMAND: Duration = Duration::from_secs(120);
const CONTENT: Duration = Duration::from_secs(300);

enum Tls {
    None,
    IfOffered(TlsParameters),
    Required(TlsParameters),
    FromStart(TlsParameters),
}

/// A mail server and how to reach it.
pub struct Server {
    host: String,
    port: u16,
    tls: Tls,
    hello: ClientId,
    credentials: Option<Credentials>,
}

impl Server {
    /// Reads `smtp://user:password@host:port` or `smtps://…`. With `?tls=required` or `?tls=opportunistic` an `smtp`
    /// connection is encrypted after the greeting; a path is the name to greet with.
    pub fn from_url(url: &str) -> Result<Self, String> {
        let url = url::Url::parse(url).map_err(|e| e.to_string())?;
        let host = url.host_str().ok_or("no host")?.to_owned();
        let tls = url.query_pairs().find(|(k, _)| k == "tls").map(|(_, v)| v.into_owned());
        let parameters = || TlsParameters::new(host.clone()).map_err(|e| e.to_string());
        let (tls, port) = match (url.scheme(), tls.as_deref()) {
            ("smtp", None) => (Tls::None, 25),
            ("smtp", Some("opportunistic")) => (Tls::IfOffered(parameters()?), 587),
            ("smtp", Some("required")) => (Tls::Required(parameters()?), 587),
            ("smtps", _) => (Tls::FromStart(parameters()?), 465),
            _ => return Err("neither smtp:// nor smtps://, or an unknown tls=".into()),
        };
        let plain = |text: &str| percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned();
        let credentials = url.password().map(|password| Credentials::new(plain(url.username()), plain(password)));
        let name = url.path().trim_matches('/');
        let hello = if name.is_empty() { ClientId::default() } else { ClientId::Domain(name.to_owned()) };
        Ok(Self { port: url.port().unwrap_or(port), host, tls, hello, credentials })
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, Error> {
        let from_start = if let Tls::FromStart(tls) = &self.tls { Some(tls.clone()) } else { None };
        let mut conn = AsyncSmtpConnection::connect_tokio1(
            (self.host.as_str(), self.port),
            Some(CONNECT),
            &self.hello,
            from_start,
            None,
        )
        .await?;
        match &self.tls {
            Tls::Required(tls) => conn.starttls(tls.clone(), &self.hello).await?,
            Tls::IfOffered(tls) if conn.can_starttls() => conn.starttls(tls.clone(), &self.hello).await?,
            _ => {}
        }
        if let Some(credentials) = &self.credentials {
            conn.auth(DEFAULT_MECHANISMS, credentials).await?;
        }
        Ok(conn)
    }

    /// Hands one letter over. `begun` is set when its content begins to leave.
    pub async fn send(&self, envelope: &Envelope, content: &[u8], begun: &Begun) -> Result<(), Undelivered> {
        let mut conn = step(Stage::Connect, CONNECT, self.connect()).await?;
        let sent = converse(&mut conn, envelope, content, begun).await;
        // Nobody waits for the farewell.
        tokio::spawn(async move { drop(timeout(Duration::from_secs(5), conn.abort()).await) });
        sent
    }
}

async fn converse(
    conn: &mut AsyncSmtpConnection,
    envelope: &Envelope,
    content: &[u8],
    begun: &Begun,
) -> Result<(), Undelivered> {
    let mut options = Vec::new();
    let is_plain = |a: &lettre::Address| AsRef::<str>::as_ref(a).is_ascii();
    if !envelope.from().is_none_or(is_plain) || !envelope.to().iter().all(is_plain) {
        if !conn.server_info().supports_feature(Extension::SmtpUtfEight) {
            return Err(Undelivered::refused("the server takes no addresses outside ASCII", "no SMTPUTF8"));
        }
        options.push(MailParameter::SmtpUtfEight);
    }
    if !content.is_ascii() {
        if !conn.server_info().supports_feature(Extension::EightBitMime) {
            return Err(Undelivered::refused("the server takes no letters outside ASCII", "no 8BITMIME"));
        }
        options.push(MailParameter::Body(MailBodyParameter::EightBitMime));
    }
    step(Stage::From, COMMAND, conn.command(Mail::new(envelope.from().cloned(), options))).await?;
    for to in envelope.to() {
        step(Stage::To, COMMAND, conn.command(Rcpt::new(to.clone(), Vec::new()))).await?;
    }
    step(Stage::Content, COMMAND, conn.command(Data)).await?;
    begun.now();
    step(Stage::Content, CONTENT, conn.message(content)).await?;
    Ok(())
}

async fn step<T>(
    stage: Stage,
    wait: Duration,
    doing: impl Future<Output = Result<T, Error>>,
) -> Result<T, Undelivered> {
    match timeout(wait, doing).await {
        Ok(done) => done.map_err(|e| judge(stage, &e)),
        Err(_) => Err(Undelivered::later("the server did not answer in time", &format!("no answer {stage}"))),
    }
}

/// What an error at a stage means for the letter and for its recipient's address.
fn judge(stage: Stage, error: &Error) -> Undelivered {
    use std::error::Error as _;
    let Some(status) = error.status().map(u16::from) else {
        return Undelivered::later(&error.to_string(), &format!("no connection {stage}"));
    };
    let said = error.source().map(ToString::to_string).unwrap_or_default();
    judged(stage, status, &said)
}

fn judged(stage: Stage, status: u16, said: &str) -> Undelivered {
    let code = Code::first_in(said);
    let trouble = match (stage, code) {
        // Nothing about this letter: the server asks to wait, or our own account is not in order.
        (Stage::Connect, _) => Trouble::Later,
        _ if status < 500 => Trouble::Later,
        (Stage::To | Stage::Content, Some(code)) if code.means_no_such_address() => Trouble::NoSuchAddress(code),
        _ => Trouble::Refused,
    };
    let code = code.map(|c| format!(" {c}")).unwrap_or_default();
    Undelivered { trouble, why: format!("{status} {said}"), brief: format!("{status}{code} {stage}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_codes_about_the_recipient_said_about_the_recipient_mark() {
        let marks =
            |stage, status, said: &str| matches!(judged(stage, status, said).trouble, Trouble::NoSuchAddress(_));
        for said in
            ["5.1.1 <gone@example.org>: unknown", "5.1.2 no such host", "5.1.3 bad", "5.1.6 moved", "5.1.10 null MX"]
        {
            assert!(marks(Stage::To, 550, said) && marks(Stage::Content, 550, said), "{said}");
            assert!(!marks(Stage::From, 550, said) && !marks(Stage::Connect, 550, said), "{said}");
        }
        let others = [
            "5.1.8 sender refused",
            "5.1.7 bad sender",
            "5.1.0 other",
            "5.1.11 later",
            "No such user here",
            "spam, see 5.1.1 in our rules",
            "5.2.2 mailbox full",
            "5.7.1 policy",
            "5.1.1.1 no code",
            "55.1.1 no code",
            "",
        ];
        for said in others {
            assert!(!marks(Stage::To, 550, said), "{said}");
        }
        assert!(!marks(Stage::To, 450, "5.1.1 contradicts itself"));
    }

    #[test]
    fn a_refusal_for_now_is_not_one_for_good() {
        assert_eq!(judged(Stage::To, 452, "4.2.2 full").trouble, Trouble::Later);
        assert_eq!(judged(Stage::Connect, 535, "5.7.8 wrong password").trouble, Trouble::Later);
        assert_eq!(judged(Stage::Content, 554, "5.7.1 spam").trouble, Trouble::Refused);
        assert_eq!(
            judged(Stage::To, 550, "5.1.1 <a@example.org> gone").brief,
            "550 5.1.1 on the recipient",
            "no address in the log"
        );
    }

    #[test]
    fn a_server_is_read_from_its_url() {
        let read = |url: &str| Server::from_url(url).map(|s| (s.host, s.port, s.credentials.is_some()));
        assert_eq!(read("smtp://127.0.0.1:2525"), Ok(("127.0.0.1".into(), 2525, false)));
        assert_eq!(read("smtps://us%40er:p%2Bw+d@mx.example.org"), Ok(("mx.example.org".into(), 465, true)));
        assert_eq!(read("smtp://mx.example.org?tls=required"), Ok(("mx.example.org".into(), 587, false)));
        assert!(read("http://mx.example.org").is_err() && read("mx.example.org").is_err());
    }
}
