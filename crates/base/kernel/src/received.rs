//! Emails that come in: who wrote, to whom, what, and whether a machine did. A pure function, kept so for fuzzing.

use mail_parser::{Address, HeaderValue, Message, MessageParser, MimeHeaders as _};

use super::address::norm;

/// An email as it was received.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Received {
    /// The address it says it comes from, as addresses are compared.
    pub from: String,
    /// Every address that it went to, as far as it says so, in small letters.
    pub to: Vec<String>,
    /// Its id, where it has one.
    pub id: Option<String>,
    /// Whether a machine wrote it: an automatic reply, a report, a mailing list.
    pub is_automatic: bool,
    /// Its words as plain text, whole.
    pub text: String,
    /// How many files it brings along.
    pub files: usize,
}

/// The longest text that is looked at, in bytes: what is answered stands at the beginning.
const LONGEST: usize = 256 * 1024;

/// Reads an email; nothing where it is none. Never panics.
pub fn read(raw: &[u8]) -> Option<Received> {
    // In builds with assertions the parser gives up on some broken messages by panicking. Nothing of ours is half done
    // then.
    std::panic::catch_unwind(|| parse(raw)).unwrap_or_default()
}

fn parse(raw: &[u8]) -> Option<Received> {
    let message = MessageParser::default().parse(raw)?;
    let from = message.from().and_then(Address::first).and_then(|a| a.address())?;
    let mut to: Vec<String> = Vec::new();
    for all in [message.to(), message.cc(), message.bcc()].into_iter().flatten() {
        to.extend(all.iter().filter_map(|a| a.address()).map(str::to_lowercase));
    }
    // Mail servers say here whom they hand it to.
    for name in ["Delivered-To", "X-Original-To", "Envelope-To", "X-Forwarded-To"] {
        to.extend(message.header_values(name).flat_map(addresses));
    }
    let text = message.body_text(0).unwrap_or_default();
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    Some(Received {
        from: norm(from),
        to,
        id: message.message_id().map(str::to_owned).filter(|id| !id.is_empty()),
        is_automatic: is_automatic(&message),
        // No database keeps that letter, and nobody types it.
        text: text[..end].replace('\0', ""),
        files: message.attachment_count(),
    })
}

fn addresses(value: &HeaderValue<'_>) -> Vec<String> {
    let of = |a: &Address<'_>| a.iter().filter_map(|a| a.address()).map(str::to_lowercase).collect::<Vec<_>>();
    match value {
        HeaderValue::Address(all) => of(all),
        HeaderValue::Text(text) => vec![text.trim().trim_matches(['<', '>']).to_lowercase()],
        HeaderValue::TextList(all) => all.iter().map(|t| t.trim().trim_matches(['<', '>']).to_lowercase()).collect(),
        _ => Vec::new(),
    }
}

/// RFC 3834, and what mail programs that don't know it say instead.
fn is_automatic(message: &Message<'_>) -> bool {
    let says = |name: &'static str| {
        let text = message.header(name).and_then(|v| v.as_text()).unwrap_or_default();
        text.split(';').next().unwrap_or_default().trim().to_lowercase()
    };
    let auto = says("Auto-Submitted");
    let is_report = message.content_type().is_some_and(|t| {
        t.ctype().eq_ignore_ascii_case("multipart") && t.subtype().is_some_and(|s| s.eq_ignore_ascii_case("report"))
    });
    let has = |name: &'static str| message.header(name).is_some();
    let precedence = says("Precedence");
    let sender = message.header("Return-Path").is_some_and(|v| match v {
        HeaderValue::Text(text) => text.trim() == "<>",
        HeaderValue::Empty => true,
        _ => false,
    });
    (!auto.is_empty() && auto != "no")
        || is_report
        || sender
        || has("X-Autoreply")
        || has("X-Autorespond")
        || says("X-Auto-Response-Suppress").split(',').any(|w| ["all", "oof"].contains(&w.trim()))
        || ["automatic reply", "out of office", "respuesta automática", "fuera de la oficina"]
            .iter()
            .any(|w| message.subject().unwrap_or_default().trim().to_lowercase().starts_with(w))
        || has("List-Id")
        || ["bulk", "junk", "list", "auto_reply"].contains(&precedence.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mail(headers: &str, body: &str) -> Received {
        let raw = format!(
            "From: Ana <Ana@Example.org>\r\nTo: reply+abc@weft.example.org\r\nMessage-ID: <1@x>\r\n{headers}\r\n{body}"
        );
        read(raw.as_bytes()).expect("an email")
    }

    #[test]
    fn it_says_who_wrote_to_whom_and_what() {
        let got = mail("Delivered-To: reply+def@weft.example.org\r\nContent-Type: text/plain\r\n", "Sí, claro.\r\n");
        assert_eq!((got.from.as_str(), got.id.as_deref()), ("ana@example.org", Some("1@x")));
        assert!(got.to.contains(&"reply+abc@weft.example.org".into()), "{:?}", got.to);
        assert!(got.to.contains(&"reply+def@weft.example.org".into()), "{:?}", got.to);
        assert!(!got.is_automatic && got.text.starts_with("Sí, claro.") && got.files == 0);
    }

    #[test]
    fn words_of_a_page_are_read_as_text_and_files_are_counted() {
        let got = mail(
            "Content-Type: multipart/mixed; boundary=x\r\n",
            "--x\r\nContent-Type: text/html\r\n\r\n<p>Yes, <b>me</b> too.</p>\r\n--x\r\nContent-Type: \
            application/pdf\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\n%PDF\r\n--x--\r\n",
        );
        assert!(got.text.contains("Yes, me too."), "{:?}", got.text);
        assert_eq!(got.files, 1);
    }

    #[test]
    fn what_a_machine_wrote_is_known() {
        for headers in [
            "Auto-Submitted: auto-replied\r\n",
            "Auto-Submitted: auto-generated; x=y\r\n",
            "Precedence: bulk\r\n",
            "X-Autoreply: yes\r\n",
            "X-Auto-Response-Suppress: DR, OOF, AutoReply\r\n",
            "Subject: Automatic reply: New messages\r\n",
            "List-Id: <a.example.org>\r\n",
            "Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n",
        ] {
            assert!(mail(headers, "Away").is_automatic, "{headers}");
        }
        assert!(!mail("Auto-Submitted: no\r\n", "Here").is_automatic);
    }

    #[test]
    fn what_is_no_email_is_none() {
        assert_eq!(read(b""), None);
        assert_eq!(read(b"\xff\xfe\x00\x00"), None);
        let large = format!("From: a@b.org\r\n\r\n{}", "é".repeat(LONGEST));
        assert!(read(large.as_bytes()).expect("read").text.len() <= LONGEST);
    }
}
