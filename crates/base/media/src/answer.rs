//! Files that people answer with: what they are, told by their content alone, and the same without what they say of
//! their author, place and device. Pictures are drawn anew; sound and film keep every frame and lose their tags, in
//! place. All that is done in a process of its own: [`clean`] is the way there, `in_child` what happens in it.

pub mod in_child;

use tokio::io::AsyncWrite;

use crate::picture;
use weft_kernel::reader::{Ask, Failure, Input, Readers, Said, Sender};

/// The largest file taken, in bytes.
pub const MOST_BYTES: usize = 50_000_000;

/// The largest cleaned file, in bytes: a document may become longer.
const MOST_CLEANED: u64 = 64 * 1024 * 1024;

/// How much of a file's beginning tells its kind, in bytes.
const HEAD: usize = 4_096;

/// What a question takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A picture or a PDF.
    File,
    Recording,
}

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    Picture,
    Pdf,
    Mp4Audio,
    Mp4Video,
    WebmAudio,
    WebmVideo,
    Mp3,
    Wav,
}

impl Media {
    /// The content type it is kept and handed out as.
    pub fn mime(self) -> &'static str {
        match self {
            Self::Picture => "image/jpeg",
            Self::Pdf => "application/pdf",
            Self::Mp4Audio => "audio/mp4",
            Self::Mp4Video => "video/mp4",
            Self::WebmAudio => "audio/webm",
            Self::WebmVideo => "video/webm",
            Self::Mp3 => "audio/mpeg",
            Self::Wav => "audio/wav",
        }
    }

    pub fn of_mime(mime: &str) -> Option<Self> {
        [
            Self::Picture,
            Self::Pdf,
            Self::Mp4Audio,
            Self::Mp4Video,
            Self::WebmAudio,
            Self::WebmVideo,
            Self::Mp3,
            Self::Wav,
        ]
        .into_iter()
        .find(|m| m.mime() == mime)
    }

    pub fn extension(self) -> &'static str {
        match self {
            Self::Picture => "jpg",
            Self::Pdf => "pdf",
            Self::Mp4Audio => "m4a",
            Self::Mp4Video => "mp4",
            Self::WebmAudio | Self::WebmVideo => "webm",
            Self::Mp3 => "mp3",
            Self::Wav => "wav",
        }
    }

    /// `picture`, `document`, `sound` or `film`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Picture => "picture",
            Self::Pdf => "document",
            Self::Mp4Audio | Self::WebmAudio | Self::Mp3 | Self::Wav => "sound",
            Self::Mp4Video | Self::WebmVideo => "film",
        }
    }

    pub fn is_recording(self) -> bool {
        !matches!(self, Self::Picture | Self::Pdf)
    }
}

/// What a file is by its first bytes, whatever it is called. Formats we cannot clean are none.
pub fn detect(b: &[u8]) -> Option<Media> {
    let has = |at: usize, what: &[u8]| b.get(at..at + what.len()) == Some(what);
    if picture::is_one(b) {
        Some(Media::Picture)
    } else if has(0, b"%PDF-") {
        Some(Media::Pdf)
    } else if has(0, b"RIFF") && has(8, b"WAVE") {
        Some(Media::Wav)
    } else if has(4, b"ftyp") && picture::unopened(b).is_none() {
        // A track of pictures makes it a film.
        Some(if contains(b, b"vmhd") { Media::Mp4Video } else { Media::Mp4Audio })
    } else if has(0, b"\x1a\x45\xdf\xa3") && contains(&b[..b.len().min(4_096)], b"webm") {
        let head = &b[..b.len().min(64 * 1024)];
        Some(if contains(head, b"V_VP8") || contains(head, b"V_VP9") || contains(head, b"V_AV1") {
            Media::WebmVideo
        } else {
            Media::WebmAudio
        })
    } else if has(0, b"ID3") || (b.len() > 3 && b[0] == 0xff && b[1] & 0xe6 == 0xe2) {
        Some(Media::Mp3)
    } else {
        None
    }
}

fn contains(b: &[u8], what: &[u8]) -> bool {
    b.windows(what.len()).any(|w| w == what)
}

impl Wanted {
    /// Whether a file may be of the kind that is asked for, by its first bytes. Nothing is parsed for that. The error
    /// says why not, as a key.
    pub fn admits(self, head: &[u8]) -> Result<(), &'static str> {
        match detect(head) {
            None if picture::unopened(head).is_some() => Err(match (self, picture::unopened(head)) {
                (Self::Recording, _) => self.other(),
                (Self::File, Some("AVIF")) => "wrong-file-avif",
                (Self::File, _) => "wrong-file-heic",
            }),
            None => Err("wrong-file-kind"),
            Some(media) if media.is_recording() != (self == Self::Recording) => Err(self.other()),
            Some(_) => Ok(()),
        }
    }

    fn other(self) -> &'static str {
        if self == Self::Recording { "wrong-file-no-recording" } else { "wrong-file-recording" }
    }
}

/// Why a reader may refuse a file, as keys.
const REFUSALS: [&str; 4] = ["wrong-file-large", "wrong-file-kind", "wrong-file-broken", "wrong-file-pixels"];

/// Writes a file without what it says beside its content, and says what it is and its length in bytes. Or says why it
/// cannot be taken, as a key; then what was written is of no use.
pub async fn clean(
    readers: &Readers,
    wanted: Wanted,
    input: Input,
    into: &mut (impl AsyncWrite + Unpin),
) -> Result<(Media, u64), &'static str> {
    if input.len() > MOST_BYTES as u64 {
        return Err("wrong-file-large");
    }
    wanted.admits(&input.head(HEAD))?;
    let ask = Ask { what: "answer", from: Sender::Anyone, most: MOST_CLEANED };
    match readers.read(ask, input, into).await {
        Ok(Said::Taken(mime, length)) => {
            let media = Media::of_mime(&mime).ok_or("wrong-file-broken")?;
            if media.is_recording() == (wanted == Wanted::Recording) {
                Ok((media, length))
            } else {
                Err(wanted.other())
            }
        }
        Ok(Said::Refused(why)) => Err(REFUSALS.into_iter().find(|key| *key == why).unwrap_or("wrong-file-broken")),
        Err(Failure::Unreadable) => Err("wrong-file-broken"),
        Err(Failure::Busy) => Err("wrong-file-busy"),
    }
}
