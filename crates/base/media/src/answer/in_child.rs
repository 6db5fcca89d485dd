//! How answers' files are cleaned. Runs in the reader's process (`kernel/reader`): what is here may take all memory it
//! can get, or never end.

use image::DynamicImage;
use image::codecs::jpeg::JpegEncoder;

use super::{MOST_BYTES, Media, contains, detect};
use crate::picture::{self, Fault};

/// Longest side of a picture that is kept, in pixels.
const MOST_SIDE: u32 = 2_400;

/// Bytes that a stream of a document may unpack to while it is opened.
const MOST_UNPACKED: usize = 64 * 1024 * 1024;

/// How deep a document's dictionaries may lie in each other.
const MOST_DEPTH: usize = 100;

/// The file without what it says beside its content; or why it cannot be taken, as a key.
pub fn clean(bytes: Vec<u8>) -> Result<(Media, Vec<u8>), &'static str> {
    if bytes.len() > MOST_BYTES {
        return Err("wrong-file-large");
    }
    let media = detect(&bytes).ok_or("wrong-file-kind")?;
    let cleaned = match media {
        Media::Picture => Some(picture(bytes)?),
        Media::Pdf => pdf(bytes),
        Media::Wav => wav(&bytes),
        Media::Mp3 => Some(mp3(&bytes).to_vec()),
        Media::Mp4Audio | Media::Mp4Video => mp4(bytes),
        Media::WebmAudio | Media::WebmVideo => webm(bytes),
    };
    Ok((media, cleaned.filter(|c| !c.is_empty()).ok_or("wrong-file-broken")?))
}

fn picture(bytes: Vec<u8>) -> Result<Vec<u8>, &'static str> {
    let (picture, upright) = picture::open(bytes, MOST_SIDE).map_err(|fault| match fault {
        Fault::NoPicture => "wrong-file-broken",
        Fault::TooLarge => "wrong-file-pixels",
    })?;
    // Made smaller before it is turned, which takes a second picture.
    let mut picture = picture::shrink(picture, MOST_SIDE);
    picture.apply_orientation(upright);
    let mut out = Vec::new();
    JpegEncoder::new_with_quality(&mut out, 85)
        .encode_image(&DynamicImage::from(picture.into_rgb8()))
        .map_err(|_| "wrong-file-broken")?;
    Ok(out)
}

/// Author, dates, programs and everything that acts or is attached are taken out; pages stay.
fn pdf(bytes: Vec<u8>) -> Option<Vec<u8>> {
    let mut doc =
        lopdf::Document::load_mem_with_options(&bytes, lopdf::LoadOptions::with_max_decompressed_size(MOST_UNPACKED))
            .ok()?;
    drop(bytes);
    if doc.is_encrypted() || doc.get_pages().is_empty() {
        return None;
    }
    doc.trailer.remove(b"Info");
    doc.trailer.remove(b"ID");
    if !doc.objects.values_mut().all(|object| strip(object, 0)) {
        return None;
    }
    doc.prune_objects();
    let mut out = Vec::new();
    doc.save_to(&mut out).ok()?;
    Some(out)
}

/// Takes out what tells, acts or is attached; pictures inside lose their tags too. Says no when it lies too deep to be
/// looked at.
fn strip(object: &mut lopdf::Object, depth: usize) -> bool {
    const KEYS: [&[u8]; 12] = [
        b"Metadata",
        b"PieceInfo",
        b"LastModified",
        b"OpenAction",
        b"AA",
        b"JS",
        b"JavaScript",
        b"EmbeddedFiles",
        b"EF",
        b"AF",
        b"Author",
        b"Creator",
    ];
    if depth > MOST_DEPTH {
        return false;
    }
    let clean = |d: &mut lopdf::Dictionary| {
        for key in KEYS {
            d.remove(key);
        }
        if d.get(b"Subtype").and_then(lopdf::Object::as_name).is_ok_and(|n| n == b"Link") {
            d.remove(b"A");
        }
        d.iter_mut().all(|(_, value)| strip(value, depth + 1))
    };
    match object {
        lopdf::Object::Dictionary(d) => clean(d),
        lopdf::Object::Array(all) => all.iter_mut().all(|o| strip(o, depth + 1)),
        lopdf::Object::Stream(s) => {
            let is_clean = clean(&mut s.dict);
            // One filter, named alone or in a list of one.
            let filter =
                s.dict.get(b"Filter").map(|f| f.as_array().ok().filter(|all| all.len() == 1).map_or(f, |all| &all[0]));
            if filter.and_then(lopdf::Object::as_name).is_ok_and(|n| n == b"DCTDecode") {
                let bare = without_tags(&s.content);
                s.set_content(bare);
            }
            is_clean
        }
        _ => true,
    }
}

/// A JPEG without the segments in which cameras and programs write; the frames are untouched.
fn without_tags(b: &[u8]) -> Vec<u8> {
    let mut out = b.get(..2).unwrap_or_default().to_vec();
    let mut at = 2;
    while let Some([0xff, kind, high, low]) = b.get(at..at + 4).and_then(|h| <[u8; 4]>::try_from(h).ok()) {
        let end = at + 2 + usize::from(u16::from_be_bytes([high, low]));
        if kind == 0xda || end > b.len() {
            break;
        }
        // Application segments but those that say how colors are meant, and comments.
        if !(matches!(kind, 0xe1 | 0xe3..=0xed | 0xef) || kind == 0xfe) {
            out.extend_from_slice(&b[at..end]);
        }
        at = end;
    }
    out.extend_from_slice(b.get(at..).unwrap_or_default());
    out
}

/// Only what is needed to hear it: format and sound.
fn wav(b: &[u8]) -> Option<Vec<u8>> {
    let mut out = b.get(..12)?.to_vec();
    let mut at = 12;
    while let Some(head) = b.get(at..at + 8) {
        let size = u32::from_le_bytes([head[4], head[5], head[6], head[7]]) as usize;
        let end = (at + 8).checked_add(size)?.min(b.len());
        if matches!(&head[..4], b"fmt " | b"fact" | b"data") {
            out.extend_from_slice(&head[..4]);
            out.extend_from_slice(&((end - at - 8) as u32).to_le_bytes());
            out.extend_from_slice(&b[at + 8..end]);
            if (end - at) % 2 == 1 {
                out.push(0);
            }
        }
        at = end + (size & 1);
    }
    let size = (out.len() - 8) as u32;
    out[4..8].copy_from_slice(&size.to_le_bytes());
    contains(&out, b"data").then_some(out)
}

/// The frames between the tags that may stand before and behind.
fn mp3(b: &[u8]) -> &[u8] {
    let mut from = 0;
    while b.get(from..from + 3) == Some(b"ID3") && b.len() >= from + 10 {
        let size = b[from + 6..from + 10].iter().fold(0_usize, |n, x| (n << 7) | usize::from(x & 0x7f));
        let footer = if b[from + 5] & 0x10 != 0 { 10 } else { 0 };
        from = (from + 10 + size + footer).min(b.len());
    }
    let mut to = b.len();
    if to >= from + 128 && b.get(to - 128..to - 125) == Some(b"TAG") {
        to -= 128;
    }
    if to >= from + 32 && b.get(to - 32..to - 24) == Some(b"APETAGEX") {
        let size = u32::from_le_bytes([b[to - 20], b[to - 19], b[to - 18], b[to - 17]]) as usize;
        to = to.saturating_sub(size.saturating_add(32)).max(from);
    }
    &b[from..to]
}

/// Boxes with tags become free space of the same length, so that nothing else moves.
fn mp4(mut b: Vec<u8>) -> Option<Vec<u8>> {
    let end = b.len();
    boxes(&mut b, 0, end, 0)?;
    Some(b)
}

fn boxes(b: &mut [u8], from: usize, to: usize, depth: usize) -> Option<()> {
    let mut at = from;
    while at + 8 <= to {
        let size = u64::from(u32::from_be_bytes([b[at], b[at + 1], b[at + 2], b[at + 3]]));
        let kind = [b[at + 4], b[at + 5], b[at + 6], b[at + 7]];
        let (head, size) = match size {
            0 => (8, (to - at) as u64),
            1 if at + 16 <= to => (16, u64::from_be_bytes(b[at + 8..at + 16].try_into().ok()?)),
            n => (8, n),
        };
        let end = at.checked_add(usize::try_from(size).ok()?)?;
        if size < head as u64 || end > to {
            // A recording may break off in its sound; anything else that is cut off is not looked into, so it is not
            // taken.
            return (&kind == b"mdat").then_some(());
        }
        match &kind {
            b"udta" | b"meta" | b"uuid" => {
                b[at + 4..at + 8].copy_from_slice(b"free");
                b[at + head..end].fill(0);
            }
            // When it was made and changed.
            b"mvhd" | b"tkhd" | b"mdhd" if end >= at + head + 20 => {
                let length = if b[at + head] == 1 { 16 } else { 8 };
                b[at + head + 4..at + head + 4 + length].fill(0);
            }
            // No recording has them deeper in each other; what is not looked into is not taken.
            b"moov" | b"trak" | b"mdia" | b"minf" if depth == 8 => return None,
            b"moov" | b"trak" | b"mdia" | b"minf" => boxes(b, at + head, end, depth + 1)?,
            _ => {}
        }
        at = end;
    }
    Some(())
}

/// A number of variable length as EBML writes it: its value, how many bytes it takes, and whether it says that the
/// length is unknown.
fn number(b: &[u8], at: usize, keeps_mark: bool) -> Option<(u64, usize, bool)> {
    let first = *b.get(at)?;
    let length = first.leading_zeros() as usize + 1;
    if length > 8 {
        return None;
    }
    let mut value = u64::from(first);
    if !keeps_mark {
        value &= (1_u64 << (8 - length)) - 1;
    }
    for x in b.get(at + 1..at + length)? {
        value = (value << 8) | u64::from(*x);
    }
    let unknown = !keeps_mark && value == (1_u64 << (7 * length)) - 1;
    Some((value, length, unknown))
}

/// Tags and attachments become empty space of the same length; titles, programs and dates become nothing.
fn webm(mut b: Vec<u8>) -> Option<Vec<u8>> {
    let (_, id, _) = number(&b, 0, true)?;
    let (size, length, _) = number(&b, id, false)?;
    let mut at = id + length + usize::try_from(size).ok()?;
    let (segment, id, _) = number(&b, at, true)?;
    if segment != 0x1853_8067 {
        return None;
    }
    let (_, length, _) = number(&b, at + id, false)?;
    at += id + length;
    let begin = at;
    while at < b.len() {
        let Some((kind, id, _)) = number(&b, at, true) else { break };
        let Some((size, length, is_unknown)) = number(&b, at + id, false) else { break };
        let from = at + id + length;
        // A cluster of a live recording does not say how long it is: what is in it follows.
        if is_unknown {
            at = from;
            continue;
        }
        let to = from.checked_add(usize::try_from(size).ok()?)?;
        if to > b.len() {
            break;
        }
        match kind {
            0x1254_C367 | 0x1941_A469 => void(&mut b[at..to]),
            0x1549_A966 => {
                let mut inner = from;
                while inner < to {
                    let Some((field, fid, _)) = number(&b, inner, true) else { break };
                    let Some((fsize, flength, _)) = number(&b, inner + fid, false) else { break };
                    let (ffrom, fto) =
                        (inner + fid + flength, (inner + fid + flength).checked_add(usize::try_from(fsize).ok()?)?);
                    if fto > to {
                        break;
                    }
                    // Title, file names, writing and muxing program, date.
                    if matches!(field, 0x7BA9 | 0x7384 | 0x3C_83AB | 0x3E_83BB | 0x5741 | 0x4D80 | 0x4461) {
                        b[ffrom..fto].fill(0);
                    }
                    inner = fto;
                }
            }
            _ => {}
        }
        at = to;
    }
    // What could not be looked into is cut off.
    b.truncate(at);
    (at > begin).then_some(b)
}

/// An element of nothing, as long as the one before.
fn void(element: &mut [u8]) {
    let length = element.len();
    element.fill(0);
    element[0] = 0xEC;
    if length >= 9 {
        element[1..9].copy_from_slice(&((length as u64 - 9) | 0x0100_0000_0000_0000).to_be_bytes());
    } else if length >= 2 {
        element[1] = 0x80 | (length as u8 - 2);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use std::io::Cursor;

    use super::*;

    fn atom(kind: [u8; 4], content: &[u8]) -> Vec<u8> {
        [&((content.len() + 8) as u32).to_be_bytes()[..], &kind, content].concat()
    }

    fn element(id: &[u8], content: &[u8]) -> Vec<u8> {
        [id, &[0x40 | (content.len() >> 8) as u8, content.len() as u8], content].concat()
    }

    #[test]
    fn tags_go_and_sound_stays_in_its_place() {
        let udta = atom(*b"udta", b"SECRET +41.23-073.10/ by Pat");
        let trak = atom(
            *b"trak",
            &[atom(*b"mdia", &atom(*b"minf", &atom(*b"smhd", b"1234"))), atom(*b"udta", b"SECRET track")].concat(),
        );
        let film = [
            atom(*b"ftyp", b"M4A "),
            atom(*b"moov", &[trak, udta].concat()),
            atom(*b"mdat", b"SOUNDSOUND"),
            atom(*b"uuid", b"SECRET xmp"),
        ]
        .concat();
        let (media, out) = clean(film.clone()).expect("taken");
        assert_eq!((media, out.len()), (Media::Mp4Audio, film.len()));
        assert!(!contains(&out, b"SECRET") && contains(&out, b"SOUNDSOUND"));
        assert_eq!(
            out.windows(4).position(|w| w == b"mdat"),
            film.windows(4).position(|w| w == b"mdat"),
            "nothing moved"
        );

        let info = element(
            &[0x15, 0x49, 0xA9, 0x66],
            &[
                element(&[0x7B, 0xA9], b"SECRET title"),
                element(&[0x57, 0x41], b"SECRET app"),
                element(&[0x2A, 0xD7, 0xB1], b"\x0f\x42\x40"),
            ]
            .concat(),
        );
        let cluster = [
            &[0x1F, 0x43, 0xB6, 0x75, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff][..],
            &element(&[0xE7], &[0]),
            &element(&[0xA3], b"FRAMEFRAME"),
        ]
        .concat();
        let tags = element(&[0x12, 0x54, 0xC3, 0x67], b"SECRET artist of this recording");
        let head = element(&[0x1A, 0x45, 0xDF, 0xA3], &element(&[0x42, 0x82], b"webm"));
        let live = [
            &head[..],
            &[0x18, 0x53, 0x80, 0x67, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
            &info,
            &cluster,
            &tags,
        ]
        .concat();
        let (media, out) = clean(live.clone()).expect("taken");
        assert_eq!((media, out.len()), (Media::WebmAudio, live.len()));
        assert!(!contains(&out, b"SECRET") && contains(&out, b"FRAMEFRAME") && contains(&out, b"\x0f\x42\x40"));

        let id3 = [
            &b"ID3\x04\x00\x00\x00\x00\x00\x0cSECRET title"[..],
            b"\xff\xfb\x90\x00FRAMES",
            &[b"TAG".as_slice(), &[b'S'; 125]].concat(),
        ]
        .concat();
        assert_eq!(clean(id3), Ok((Media::Mp3, b"\xff\xfb\x90\x00FRAMES".to_vec())));

        let chunk =
            |kind: &[u8; 4], content: &[u8]| [kind.as_slice(), &(content.len() as u32).to_le_bytes(), content].concat();
        let wave = [
            &b"RIFF\0\0\0\0WAVE"[..],
            &chunk(b"LIST", b"INFOSECRET!!"),
            &chunk(b"fmt ", &[0; 16]),
            &chunk(b"data", b"SAMPLES!"),
        ]
        .concat();
        let (media, out) = clean(wave).expect("taken");
        assert!(media == Media::Wav && !contains(&out, b"SECRET") && contains(&out, b"SAMPLES!"));
        assert_eq!(u32::from_le_bytes(out[4..8].try_into().expect("four")) as usize, out.len() - 8);
    }

    #[test]
    fn a_picture_is_drawn_anew_and_a_document_loses_its_author() {
        let mut png = Vec::new();
        DynamicImage::new_rgb8(8, 6).write_to(&mut Cursor::new(&mut png), image::ImageFormat::Png).expect("writes");
        let mut jpeg = clean(png).expect("taken").1;
        // An EXIF block as a camera writes it.
        let exif = [&b"\xff\xe1\x00\x18Exif\0\0SECRET place"[..]].concat();
        jpeg.splice(2..2, exif);
        let (media, out) = clean(jpeg).expect("taken");
        assert!(media == Media::Picture && !contains(&out, b"SECRET"));

        let mut doc = lopdf::Document::with_version("1.5");
        let content = doc.add_object(lopdf::Stream::new(lopdf::Dictionary::new(), b"BT (WORDS) Tj ET".to_vec()));
        let pages = doc.new_object_id();
        let page = doc.add_object(lopdf::dictionary! { "Type" => "Page", "Parent" => pages, "Contents" => content });
        doc.objects
            .insert(pages, lopdf::dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 }.into());
        let xmp =
            doc.add_object(lopdf::Stream::new(lopdf::dictionary! { "Type" => "Metadata" }, b"SECRET xmp".to_vec()));
        let action = doc
            .add_object(lopdf::dictionary! { "S" => "JavaScript", "JS" => lopdf::Object::string_literal("SECRET()") });
        let root = doc.add_object(
            lopdf::dictionary! { "Type" => "Catalog", "Pages" => pages, "Metadata" => xmp, "OpenAction" => action },
        );
        let info = doc.add_object(lopdf::dictionary! { "Author" => lopdf::Object::string_literal("SECRET Pat") });
        doc.trailer.set("Root", root);
        doc.trailer.set("Info", info);
        let mut bytes = Vec::new();
        doc.save_to(&mut bytes).expect("saves");
        assert!(contains(&bytes, b"SECRET Pat"));
        let (media, out) = clean(bytes).expect("taken");
        assert!(
            media == Media::Pdf && !contains(&out, b"SECRET") && contains(&out, b"WORDS"),
            "{}",
            String::from_utf8_lossy(&out)
        );
    }

    #[test]
    fn what_is_called_a_picture_and_is_none_is_refused() {
        for bytes in [
            &b"<script>alert(1)</script>"[..],
            b"MZ\x90\0",
            b"PK\x03\x04word/document.xml",
            b"<svg xmlns='http://www.w3.org/2000/svg'/>",
            b"OggS\0\x02",
            b"",
        ] {
            assert_eq!(clean(bytes.to_vec()), Err("wrong-file-kind"));
        }
        for bytes in [&b"%PDF-1.7 and then nothing"[..], b"\xff\xd8\xff\xe0 no picture", b"RIFF\0\0\0\0WAVEjunk"] {
            assert_eq!(clean(bytes.to_vec()), Err("wrong-file-broken"));
        }
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(kind in 0_usize..7, mut tail in prop::collection::vec(any::<u8>(), 0..400)) {
            let heads: [&[u8]; 7] = [
                b"\0\0\0\x0cftypM4A ",
                b"\x1a\x45\xdf\xa3\x85\x42\x82webm",
                b"ID3\x04\0\0\0\0\0",
                b"RIFF\0\0\0\0WAVE",
                b"%PDF-1.4\n",
                b"\xff\xd8\xff",
                b"\x89PNG\r\n\x1a\n",
            ];
            let mut bytes = heads[kind].to_vec();
            bytes.append(&mut tail);
            let _ = clean(bytes);
        }
    }
}
