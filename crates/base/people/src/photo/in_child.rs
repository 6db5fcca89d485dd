//! How a photo is drawn anew. Runs in the reader's process (`kernel/reader`).

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;

use weft_media::picture::{self, Fault};

/// Side of the square that is kept, which is drawn at 64, and the shortest side of a file that is taken, in pixels. A
/// page may show forty of them.
const SIDE: u32 = 192;
const LEAST: u32 = 160;

/// A square JPEG of a JPEG, PNG or WebP file, turned upright, on white, without metadata; or why not, as a key.
pub fn prepare(bytes: Vec<u8>) -> Result<Vec<u8>, &'static str> {
    match picture::unopened(&bytes) {
        Some("AVIF") => return Err("wrong-file-avif"),
        Some(_) => return Err("wrong-file-heic"),
        None => {}
    }
    let (mut picture, upright) = picture::open(bytes, SIDE).map_err(|fault| match fault {
        Fault::NoPicture => "wrong-photo-kind",
        Fault::TooLarge => "wrong-file-pixels",
    })?;
    if picture.width().min(picture.height()) < LEAST {
        return Err("wrong-photo-small");
    }
    // A large one is averaged first: the better filter works on floating-point numbers, in rows as long as the
    // picture's.
    let by = picture.width().min(picture.height()) / (2 * SIDE);
    if by > 1 {
        picture = picture.thumbnail_exact(picture.width() / by, picture.height() / by);
    }
    // A square is turned after it was cut out: turning takes a second picture.
    let mut square = picture.resize_to_fill(SIDE, SIDE, FilterType::Triangle);
    drop(picture);
    square.apply_orientation(upright);
    let mut out = Vec::new();
    JpegEncoder::new_with_quality(&mut out, 75).encode_image(&square.into_rgb8()).map_err(|_| "wrong-photo-kind")?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use image::{ImageFormat, RgbImage};

    use super::*;

    fn encoded(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let mut out = Cursor::new(Vec::new());
        let picture =
            RgbImage::from_fn(width, height, |x, _| image::Rgb([if x < width / 2 { 250 } else { 5 }, 40, 90]));
        picture.write_to(&mut out, format).expect("encodes");
        out.into_inner()
    }

    /// The same JPEG with an EXIF block that says: lie on your side, and this is where it was taken.
    fn with_exif(jpeg: &[u8]) -> Vec<u8> {
        let mut tiff = b"Exif\0\0II*\0\x08\0\0\0\x02\0".to_vec();
        tiff.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0]);
        tiff.extend([0x0e, 0x01, 2, 0, 15, 0, 0, 0, 38, 0, 0, 0, 0, 0, 0, 0]);
        tiff.extend(b"47.6N 122.3W !!\0");
        let length = u16::try_from(tiff.len() + 2).expect("short").to_be_bytes();
        [&jpeg[..2], &[0xff, 0xe1], &length, &tiff, &jpeg[2..]].concat()
    }

    #[test]
    fn what_is_kept_is_square_upright_and_says_nothing_beside_the_picture() {
        let file = with_exif(&encoded(400, 600, ImageFormat::Jpeg));
        assert!(file.windows(5).any(|w| w == b"47.6N"), "the test must have something to leak");
        let kept = prepare(file).expect("a picture");
        assert!(!kept.windows(4).any(|w| w == b"Exif" || w == b"47.6"));
        let picture = image::load_from_memory(&kept).expect("a JPEG").to_rgb8();
        assert_eq!(picture.dimensions(), (SIDE, SIDE));
        // Turned by a quarter: left half bright becomes upper half bright.
        assert!(picture.get_pixel(SIDE - 12, 12)[0] > 200 && picture.get_pixel(12, SIDE - 12)[0] < 60);
    }

    #[test]
    fn png_and_webp_are_taken_and_become_jpeg() {
        for format in [ImageFormat::Png, ImageFormat::WebP] {
            assert!(
                prepare(encoded(200, 300, format)).expect("a picture").starts_with(&[0xff, 0xd8, 0xff]),
                "{format:?}"
            );
        }
    }

    #[test]
    fn what_is_no_picture_is_refused_whatever_it_is_called() {
        assert_eq!(prepare(b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec()), Err("wrong-photo-kind"));
        assert_eq!(prepare(Vec::new()), Err("wrong-photo-kind"));
        assert_eq!(prepare(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec()), Err("wrong-file-heic"));
        assert_eq!(prepare(b"\0\0\0\x18ftypavif\0\0\0\0mif1avif".to_vec()), Err("wrong-file-avif"));
        let jpeg = encoded(400, 400, ImageFormat::Jpeg);
        assert_eq!(prepare(jpeg[..20].to_vec()), Err("wrong-photo-kind"));
        assert_eq!(prepare(encoded(100, 900, ImageFormat::Png)), Err("wrong-photo-small"));
    }

    #[test]
    fn a_small_file_that_claims_to_be_a_huge_picture_is_refused() {
        let mut png = encoded(200, 200, ImageFormat::Png);
        png[16..24].copy_from_slice(&[0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30]);
        assert_eq!(prepare(png), Err("wrong-photo-kind"));
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..400)) {
            let mut file = encoded(160, 160, ImageFormat::Jpeg);
            let at = file.len() / 2;
            file.splice(at.., bytes.clone());
            let _ = prepare(file);
            proptest::prop_assert!(prepare(bytes).is_err());
        }
    }
}
