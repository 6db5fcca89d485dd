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

/// The kinds of photos that phones make and that we cannot open, by the brands in their first box.
const PHOTOS: [(&str, &[&[u8]]); 2] = [
    ("AVIF", &[b"avif", b"avis"]),
    ("HEIC", &[b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"]),
];

/// What a photo is called that is in the box of a film, by its first bytes: `HEIC` or `AVIF`. We take neither.
pub fn unopened(head: &[u8]) -> Option<&'static str> {
    if head.get(4..8) != Some(b"ftyp") {
        return None;
    }
    // The brand itself, and after the version, those it is compatible with.
    let length = u32::from_be_bytes(<[u8; 4]>::try_from(&head[..4]).ok()?) as usize;
    let end = length.clamp(12, head.len().max(12)).min(head.len());
    let main = head.get(8..12)?;
    let others = head.get(16..end).unwrap_or_default().chunks_exact(4);
    // Films name brands of photos among others only when they are photos that move.
    let is_photo = PHOTOS.iter().any(|(_, brands)| brands.contains(&main));
    let brands: Vec<&[u8]> = std::iter::once(main).chain(others).collect();
    PHOTOS.iter().find(|(_, known)| is_photo && brands.iter().any(|b| known.contains(b))).map(|(name, _)| *name)
}

/// A picture with what shines through drawn on white, as on paper: JPEG knows no transparency. In place.
pub fn on_white(mut picture: DynamicImage) -> DynamicImage {
    fn whiten<P: image::Pixel>(pixel: &mut P, most: f32, scaled: impl Fn(f32) -> P::Subpixel)
    where
        P::Subpixel: Into<f32> + Copy,
    {
        let Some((alpha, colors)) = pixel.channels_mut().split_last_mut() else { return };
        let share = (*alpha).into() / most;
        for color in colors {
            *color = scaled((*color).into() * share + most * (1.0 - share));
        }
        *alpha = scaled(most);
    }
    let byte = |v: f32| v.round().clamp(0.0, 255.0) as u8;
    let word = |v: f32| v.round().clamp(0.0, 65_535.0) as u16;
    match &mut picture {
        DynamicImage::ImageRgba8(p) => p.pixels_mut().for_each(|p| whiten(p, 255.0, byte)),
        DynamicImage::ImageLumaA8(p) => p.pixels_mut().for_each(|p| whiten(p, 255.0, byte)),
        DynamicImage::ImageRgba16(p) => p.pixels_mut().for_each(|p| whiten(p, 65_535.0, word)),
        DynamicImage::ImageLumaA16(p) => p.pixels_mut().for_each(|p| whiten(p, 65_535.0, word)),
        DynamicImage::ImageRgba32F(p) => p.pixels_mut().for_each(|p| whiten(p, 1.0, |v| v)),
        _ => {}
    }
    picture
}

/// A picture as it lies in its file, on white, and how it has to be turned. `kept` is the longest side that it will be
/// made smaller to.
pub fn open(bytes: Vec<u8>, kept: u32) -> Result<(DynamicImage, Orientation), Fault> {
    open_clear(bytes, kept).map(|(picture, upright)| (on_white(picture), upright))
}

/// The same with what shines through left as it is.
pub fn open_clear(bytes: Vec<u8>, kept: u32) -> Result<(DynamicImage, Orientation), Fault> {
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

#[cfg(test)]
mod tests {
    use image::{GrayAlphaImage, LumaA, Rgba, RgbaImage};

    use super::*;

    fn file(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
        let mut out = Cursor::new(Vec::new());
        picture.write_to(&mut out, format).expect("encodes");
        out.into_inner()
    }

    /// A PNG with a palette whose first color is transparent black, and a CRC that decoders check.
    fn palette() -> Vec<u8> {
        fn chunk(kind: [u8; 4], content: &[u8]) -> Vec<u8> {
            let body = [&kind[..], content].concat();
            let crc = !body.iter().fold(!0_u32, |crc, byte| {
                (0..8).fold(crc ^ u32::from(*byte), |c, _| if c & 1 == 1 { c >> 1 ^ 0xedb8_8320 } else { c >> 1 })
            });
            let length = u32::try_from(content.len()).expect("short").to_be_bytes();
            [&length[..], &body, &crc.to_be_bytes()].concat()
        }
        // One row of two pixels: no filter, colors 0 and 1, stored without compression.
        let row = [0_u8, 0, 1];
        let adler = row.iter().fold((1_u32, 0_u32), |(a, b), v| (a + u32::from(*v), b + a + u32::from(*v)));
        let stored =
            [&[0x78, 0x01, 0x01, 3, 0, 0xfc, 0xff][..], &row, &(adler.1 << 16 | adler.0).to_be_bytes()].concat();
        [
            b"\x89PNG\r\n\x1a\n".to_vec(),
            chunk(*b"IHDR", &[0, 0, 0, 2, 0, 0, 0, 1, 8, 3, 0, 0, 0]),
            chunk(*b"PLTE", &[0, 0, 0, 200, 0, 0]),
            chunk(*b"tRNS", &[0]),
            chunk(*b"IDAT", &stored),
            chunk(*b"IEND", &[]),
        ]
        .concat()
    }

    #[test]
    fn what_shines_through_is_white() {
        let clear = RgbaImage::from_fn(4, 2, |x, _| if x < 2 { Rgba([0, 0, 0, 0]) } else { Rgba([200, 0, 0, 255]) });
        let gray = GrayAlphaImage::from_fn(4, 2, |x, _| if x < 2 { LumaA([0, 0]) } else { LumaA([90, 255]) });
        let wide = DynamicImage::from(clear.clone()).into_rgba16();
        for (name, bytes, solid) in [
            ("PNG", file(&clear.clone().into(), ImageFormat::Png), [200, 0, 0]),
            ("WebP", file(&clear.into(), ImageFormat::WebP), [200, 0, 0]),
            ("gray", file(&gray.into(), ImageFormat::Png), [90, 90, 90]),
            ("sixteen bits", file(&wide.into(), ImageFormat::Png), [200, 0, 0]),
            ("palette", palette(), [200, 0, 0]),
        ] {
            let picture = open(bytes, 100).unwrap_or_else(|e| panic!("{name}: {e:?}")).0.into_rgb8();
            assert_eq!(picture.get_pixel(0, 0).0, [255; 3], "{name}");
            assert_eq!(picture.get_pixel(picture.width() - 1, 0).0, solid, "{name}");
        }
        // Half of black on white is gray.
        let half = on_white(RgbaImage::from_pixel(1, 1, Rgba([0, 0, 0, 128])).into());
        assert_eq!(half.into_rgb8().get_pixel(0, 0).0, [127; 3]);
    }

    #[test]
    fn a_drawing_on_nothing_is_a_drawing_on_white() {
        let drawing = include_bytes!("../../../app/weft/tests/cases/drawing.png");
        let picture = open(drawing.to_vec(), 2_400).expect("a picture").0.into_rgb8();
        assert_eq!(picture.get_pixel(0, 0).0, [255; 3]);
        assert!(picture.pixels().any(|p| p.0 != [255; 3]), "the drawing is there");
    }

    #[test]
    fn photos_of_phones_are_known_by_their_brand_and_films_are_none() {
        let head = |main: &[u8; 4], others: &[&[u8; 4]]| {
            let others: Vec<u8> = others.iter().flat_map(|o| o.to_vec()).collect();
            let length = u32::try_from(16 + others.len()).expect("short").to_be_bytes();
            [&length[..], b"ftyp", main, &[0; 4], &others, b"moov"].concat()
        };
        assert_eq!(unopened(&head(b"heic", &[b"mif1", b"heic"])), Some("HEIC"));
        assert_eq!(unopened(&head(b"mif1", &[b"mif1", b"heic"])), Some("HEIC"));
        assert_eq!(unopened(&head(b"avif", &[b"mif1", b"avif"])), Some("AVIF"));
        assert_eq!(unopened(&head(b"mif1", &[b"mif1", b"avif"])), Some("AVIF"));
        assert_eq!(unopened(&head(b"mp42", &[b"isom", b"mp42"])), None);
        assert_eq!(unopened(b"\0\0\0\x18ftyp"), None);
        assert_eq!(unopened(b"\xff\xff\xff\xffftypheic"), Some("HEIC"));
    }
}
