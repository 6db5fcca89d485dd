//! Pictures that others made, opened within a bound on memory. Runs in the reader's process (`kernel/reader`).

use std::io::Cursor;

use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits};

/// Memory that opening a picture may take, in bytes: below what a reader has (`kernel/reader`), so that a picture that
/// is too large is told so instead of ending the process. A JPEG of 50 megapixels, as the largest that phones write by
/// themselves, takes 150 MB.
const MOST_MEMORY: u64 = 205_000_000;

/// Longest side, in pixels.
const MOST_SIDE: u32 = 30_000;

/// Why a picture is not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No JPEG, PNG or WebP, or a damaged one.
    NoPicture,
    /// It has too many pixels.
    TooLarge,
}

impl From<image::ImageError> for Fault {
    fn from(error: image::ImageError) -> Self {
        if matches!(error, image::ImageError::Limits(_)) { Self::TooLarge } else { Self::NoPicture }
    }
}

/// Whether a file is a picture that we take, by its first bytes.
pub fn is_one(head: &[u8]) -> bool {
    head.starts_with(b"\xff\xd8\xff")
        || head.starts_with(b"\x89PNG\r\n\x1a\n")
        || (head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP"))
}

/// A picture as it lies in its file, and how it has to be turned. `kept` is the longest side that it will be made
/// smaller to.
pub fn open(bytes: Vec<u8>, kept: u32) -> Result<(DynamicImage, Orientation), Fault> {
    let format = image::guess_format(&bytes)
        .ok()
        .filter(|f| matches!(f, ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP))
        .ok_or(Fault::NoPicture)?;
    let (length, in_passes) = (bytes.len() as u64, comes_in_passes(&bytes));
    // The reader owns the file: a decoder that makes a copy of its own lets this one go.
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(MOST_SIDE);
    limits.max_image_height = Some(MOST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    let per_pixel = u64::from(decoder.color_type().bytes_per_pixel());
    // What the decoders need beside the picture itself: a JPEG sent in passes keeps its coefficients, WebP a picture of
    // its own.
    let beside = match format {
        ImageFormat::Jpeg if in_passes => pixels * per_pixel * 2,
        ImageFormat::WebP => pixels * 4,
        _ => 0,
    };
    let smaller = pixels.min(u64::from(kept).pow(2)) * per_pixel;
    // No overflow: sides are bounded.
    if pixels * per_pixel + beside + smaller + length > MOST_MEMORY {
        return Err(Fault::TooLarge);
    }
    let upright = decoder.orientation()?;
    Ok((DynamicImage::from_decoder(decoder)?, upright))
}

/// The picture with its longest side at most so long. Very large ones are averaged, which takes no memory but the
/// result's.
pub fn shrink(picture: DynamicImage, longest: u32) -> DynamicImage {
    let (width, height) = (picture.width(), picture.height());
    if width.max(height) <= longest {
        return picture;
    }
    // The better filter goes by way of a picture of floating-point numbers: as wide as before, as high as after.
    let (wide, high) = (u64::from(width), u64::from(height));
    let between = wide * (high * u64::from(longest) / wide.max(high)) * 16;
    let held = wide * high * u64::from(picture.color().bytes_per_pixel());
    if between + held <= MOST_MEMORY * 9 / 10 {
        picture.resize(longest, longest, FilterType::Triangle)
    } else {
        picture.thumbnail(longest, longest)
    }
}

/// Whether a JPEG is progressive: its frame header says so.
fn comes_in_passes(b: &[u8]) -> bool {
    let mut at = 2;
    while let Some([0xff, kind, high, low]) = b.get(at..at + 4).and_then(|h| <[u8; 4]>::try_from(h).ok()) {
        match kind {
            0xff => at += 1,
            0xc0..=0xcf if !matches!(kind, 0xc4 | 0xc8 | 0xcc) => return !matches!(kind, 0xc0 | 0xc1),
            _ => at += 2 + usize::from(u16::from_be_bytes([high, low])),
        }
    }
    false
}
