//! Which characters the bytes of a text file are.

use std::borrow::Cow;

use encoding_rs::Encoding;

use super::{Fault, fault};

/// Stands where bytes are no character.
pub const DAMAGED: char = char::REPLACEMENT_CHARACTER;

/// Encodings that a person may name, as forms and spreadsheets write them in North America.
pub const ENCODINGS: [&str; 4] = ["UTF-8", "windows-1252", "macintosh", "UTF-16LE"];

pub(super) struct Decoded<'b> {
    pub text: Cow<'b, str>,
    pub encoding: &'static str,
    pub is_guess: bool,
}

/// Text of any encoding that is told by its first bytes or can be guessed.
pub fn text(bytes: &[u8]) -> Result<Cow<'_, str>, Fault> {
    decode(bytes, None).map(|d| d.text)
}

/// As [`text`], with what the encoding is; `wanted` is what whoever sent the file says of it.
///
/// A few broken bytes in what is UTF-8 elsewhere do not make it something else: each becomes a [`DAMAGED`] character.
pub(super) fn decode<'b>(bytes: &'b [u8], wanted: Option<&str>) -> Result<Decoded<'b>, Fault> {
    let wanted = wanted.and_then(|name| Encoding::for_label(name.as_bytes()));
    let marked = Encoding::for_bom(bytes);
    let (encoding, is_guess) = match (marked, wanted) {
        (Some((encoding, _)), _) | (None, Some(encoding)) => (encoding, false),
        (None, None) => match std::str::from_utf8(bytes) {
            Ok(_) => wide(bytes).map_or((encoding_rs::UTF_8, false), |wide| (wide, true)),
            Err(_) => (guessed(bytes), true),
        },
    };
    let start = marked.map_or(0, |(_, length)| length);
    let (text, _, _) = encoding.decode(&bytes[start..]);
    match text.split('\n').position(|line| line.contains('\0')) {
        Some(line) => Err(fault(line + 1, "", "NUL", "fault-nul")),
        None => Ok(Decoded { text, encoding: encoding.name(), is_guess }),
    }
}

/// UTF-16 without a mark: of plain text in it, every second byte is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(1_000) & !1];
    let zeros = |at: usize| head.iter().skip(at).step_by(2).filter(|b| **b == 0).count();
    let pairs = head.len() / 2;
    match (zeros(0), zeros(1)) {
        (0, odd) if odd > 0 && odd * 10 >= pairs * 6 => Some(encoding_rs::UTF_16LE),
        (even, 0) if even > 0 && even * 10 >= pairs * 6 => Some(encoding_rs::UTF_16BE),
        _ => None,
    }
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    if let Some(wide) = wide(bytes) {
        return wide;
    }
    let (mut whole, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    // Letters of another encoding make a character of UTF-8 by chance only, and seldom.
    if whole >= broken {
        return encoding_rs::UTF_8;
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, chardetng::Utf8Detection::Deny)
}
