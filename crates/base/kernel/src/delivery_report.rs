//! Delivery reports (RFC 3464): what a mail server says became of a letter it had taken. A pure function, kept so for
//! fuzzing.

use mail_parser::{Message, MessageParser, MimeHeaders as _};

use super::smtp::Code;

/// What a report says became of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Failed,
    /// Still being tried.
    Delayed,
    /// Delivered, relayed, or a word that RFC 3464 does not know.
    Other,
}

/// What a report says about one recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// Where the letter went in the end.
    pub address: String,
    /// Where it was sent, when the report says so: another one where mail is passed on.
    pub original: Option<String>,
    pub action: Action,
    pub status: Option<Code>,
}

impl Delivery {
    /// Whether the address leads nowhere, for good. A full mailbox, a letter too large, a sender or a rule that refuses
    /// say nothing of the kind.
    pub fn means_no_such_address(&self) -> bool {
        self.action == Action::Failed && self.status.is_some_and(Code::means_no_such_address)
    }
}

/// Reads a delivery report as a mail server sends it: one entry for each recipient, none for anything else. Never
/// panics.
pub fn read_report(raw: &[u8]) -> Vec<Delivery> {
    // In builds with assertions the parser gives up on some broken messages by panicking. Nothing of ours is half done
    // then.
    std::panic::catch_unwind(|| read(raw)).unwrap_or_default()
}

fn read(raw: &[u8]) -> Vec<Delivery> {
    let Some(message) = MessageParser::default().parse(raw) else { return Vec::new() };
    let is_report = message.content_type().is_some_and(|t| {
        t.ctype().eq_ignore_ascii_case("multipart") && t.subtype().is_some_and(|s| s.eq_ignore_ascii_case("report"))
    });
    if !is_report {
        return Vec::new();
    }
    // Parts of the report itself; a letter that comes attached may be a report too, of something else.
    let own = message.root_part().sub_parts().unwrap_or_default();
    own.iter()
        .filter_map(|id| message.part(*id))
        .filter(|part| is_status(part))
        .flat_map(|part| recipients(&String::from_utf8_lossy(part.contents())))
        .collect()
}

fn is_status(part: &mail_parser::MessagePart<'_>) -> bool {
    part.content_type().is_some_and(|t| {
        t.ctype().eq_ignore_ascii_case("message")
            && t.subtype().is_some_and(|s| {
                s.eq_ignore_ascii_case("delivery-status") || s.eq_ignore_ascii_case("global-delivery-status")
            })
    })
}

/// The groups of fields of a status part. The first is about the letter, the others are about a recipient each.
fn recipients(status: &str) -> Vec<Delivery> {
    let mut groups = vec![String::new()];
    for line in status.lines() {
        match groups.last_mut() {
            Some(group) if !line.trim().is_empty() => group.extend([line, "\r\n"]),
            _ => groups.push(String::new()),
        }
    }
    let parser = MessageParser::new().default_header_text();
    groups
        .iter()
        .filter(|g| !g.is_empty())
        .filter_map(|group| recipient(&parser.parse_headers(format!("{group}\r\n").as_bytes())?))
        .collect()
}

fn recipient(fields: &Message<'_>) -> Option<Delivery> {
    let field = |name: &'static str| fields.header(name).and_then(|v| v.as_text()).map(str::trim);
    let action = match field("Action")?.split_whitespace().next()? {
        a if a.eq_ignore_ascii_case("failed") => Action::Failed,
        a if a.eq_ignore_ascii_case("delayed") => Action::Delayed,
        _ => Action::Other,
    };
    Some(Delivery {
        address: field("Final-Recipient").and_then(address)?,
        original: field("Original-Recipient").and_then(address),
        action,
        status: field("Status").and_then(Code::first_in),
    })
}

/// The address of `rfc822; someone@example.org`.
fn address(field: &str) -> Option<String> {
    let address = field.split_once(';').map_or(field, |(_, a)| a).trim().trim_matches(['<', '>']).trim();
    let is_one = address.len() <= 254
        && address.split('@').count() == 2
        && !address.contains(|c: char| c.is_whitespace() || c.is_control());
    is_one.then(|| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(status: &str) -> String {
        format!(
            "From: MAILER-DAEMON@mx.example.org\r\nContent-Type: multipart/report; report-type=delivery-status; \
            boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n\r\nFinal-Recipient: rfc822; \
            words@example.org\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--x\r\nContent-Type: \
            message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.org\r\n\r\n{status}\r\n--x--\r\n"
        )
    }

    fn gone(raw: &str) -> Vec<String> {
        read_report(raw.as_bytes()).into_iter().filter(Delivery::means_no_such_address).map(|d| d.address).collect()
    }

    #[test]
    fn each_recipient_is_read_by_its_own_fields() {
        let read = read_report(
            report(
                "Final-Recipient: rfc822;\r\n gone@example.org\r\nAction: failed\r\nStatus: 5.1.1 (no such \
                user)\r\n\r\nOriginal-Recipient: rfc822; list@example.org\r\nFINAL-RECIPIENT: RFC822; \
                <slow@example.org>\r\nACTION: Delayed\r\nStatus: 4.4.1\r\n",
            )
            .as_bytes(),
        );
        assert_eq!(
            read,
            [
                Delivery {
                    address: "gone@example.org".into(),
                    original: None,
                    action: Action::Failed,
                    status: Some(Code(5, 1, 1))
                },
                Delivery {
                    address: "slow@example.org".into(),
                    original: Some("list@example.org".into()),
                    action: Action::Delayed,
                    status: Some(Code(4, 4, 1))
                },
            ]
        );
    }

    #[test]
    fn only_five_codes_say_that_an_address_leads_nowhere() {
        let one = |action: &str, status: &str| {
            gone(&report(&format!("Final-Recipient: rfc822; p@example.org\r\nAction: {action}\r\n{status}\r\n")))
        };
        for status in ["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10"] {
            assert_eq!(one("failed", &format!("Status: {status}\r\n")).len(), 1, "{status}");
            assert!(one("delayed", &format!("Status: {status}\r\n")).is_empty(), "{status}");
        }
        // Full, too large, sender refused, rules; a code in the words; none at all.
        for status in ["5.2.2", "4.2.2", "5.2.3", "5.3.4", "5.1.8", "5.1.7", "5.1.0", "5.7.1", "5.0.0", "5.1.100"] {
            assert!(
                one("failed", &format!("Status: {status}\r\nDiagnostic-Code: smtp; 550 5.1.1 no such user\r\n"))
                    .is_empty(),
                "{status}"
            );
        }
        assert!(one("failed", "").is_empty());
    }

    #[test]
    fn what_is_no_report_says_nothing() {
        let status = "Final-Recipient: rfc822; p@example.org\r\nAction: failed\r\nStatus: 5.1.1\r\n";
        assert_eq!(gone(&report(status)).len(), 1);
        assert!(gone(status).is_empty(), "a letter that only looks like one");
        assert!(gone(&report(status).replace("multipart/report", "multipart/mixed")).is_empty());
        let forwarded = report(status).replace("message/delivery-status", "message/rfc822");
        assert!(gone(&forwarded).is_empty(), "a letter that came attached");
        assert!(gone(&report(&status.replace("p@example.org", "not an address"))).is_empty());
        assert!(read_report(b"").is_empty() && read_report(&[0xff; 64]).is_empty());
    }

    #[test]
    fn letters_that_never_end_within_each_other_say_nothing() {
        let broken = "$\nContent-Type:multipart; boundary=b1\r\n\r\n--b1Content-Type:message/rfc822\r\n\
            \r\nContent-Type: message/rfc822\r\n\r\r\n\r\n--b1--";
        assert!(read_report(broken.as_bytes()).is_empty());
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_can_be_read(
            bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..600),
            status in "\\PC{0,200}",
        ) {
            read_report(&bytes);
            read_report(report(&status).as_bytes());
        }
    }
}
