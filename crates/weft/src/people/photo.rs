//! One photo of a person, as she chose it. What is kept is a square JPEG that we drew anew from her file: place,
//! camera and everything else that a file says beside the picture is gone. Who sees it is in `cohort::rules`.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder as _, ImageReader, Limits, Rgba, RgbaImage, imageops};

use super::rules::OwnRecord;
use crate::kernel::db::{Conn, Tx};
use crate::kernel::ids::Id;
use crate::kernel::{Kernel, events};
use crate::web::{Error, Result};
use crate::{args, sql};

/// The largest file taken, in bytes.
pub const MOST_BYTES: usize = 10 * 1024 * 1024;

/// Side of the square that is kept, which is drawn at 64 to 160, and the shortest side of a file that is taken, in pixels.
const SIDE: u32 = 256;
const LEAST: u32 = 160;

/// The purpose of agreeing to stand on the public team page with a photo.
pub const TEAM: &str = "team:photo";

/// Memory that a picture may take when it is open, in bytes.
const MOST_MEMORY: u64 = 256 * 1024 * 1024;

fn unreadable(_: image::ImageError) -> &'static str {
    "wrong-photo-kind"
}

/// A square JPEG of a JPEG, PNG or WebP file, turned upright, on white, without metadata; or why not, as a key.
pub fn prepare(bytes: &[u8]) -> std::result::Result<Vec<u8>, &'static str> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| "wrong-photo-kind")?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(12_000);
    limits.max_image_height = Some(12_000);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(unreadable)?;
    // The limits hold for what decoders ask for; the picture itself is ours to weigh.
    if decoder.total_bytes() > MOST_MEMORY {
        return Err("wrong-photo-kind");
    }
    let upright = decoder.orientation().map_err(unreadable)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(unreadable)?;
    picture.apply_orientation(upright);
    if picture.width().min(picture.height()) < LEAST {
        return Err("wrong-photo-small");
    }
    let square = picture.resize_to_fill(SIDE, SIDE, FilterType::Triangle).to_rgba8();
    let mut white = RgbaImage::from_pixel(SIDE, SIDE, Rgba([255; 4]));
    imageops::overlay(&mut white, &square, 0, 0);
    let mut out = Vec::new();
    JpegEncoder::new_with_quality(&mut out, 80).encode_image(&DynamicImage::from(white).to_rgb8()).map_err(unreadable)?;
    Ok(out)
}

/// The name of a photo's file.
fn file(id: &Id) -> String {
    format!("photos/{id}")
}

/// Keeps a new photo in place of the old one. The inner error says what is wrong with the file, as a key.
pub async fn set(kernel: &Kernel, own: &OwnRecord, bytes: Vec<u8>) -> Result<std::result::Result<(), &'static str>> {
    static ONE_AT_A_TIME: tokio::sync::Semaphore = tokio::sync::Semaphore::const_new(1);
    let permit = ONE_AT_A_TIME.acquire().await.map_err(|e| Error::Internal(e.to_string()))?;
    let prepared = tokio::task::spawn_blocking(move || prepare(&bytes)).await.map_err(|e| Error::Internal(e.to_string()))?;
    drop(permit);
    let picture = match prepared {
        Ok(picture) => picture,
        Err(key) => return Ok(Err(key)),
    };
    put(kernel, own.person(), picture).await.map(Ok)
}

/// Keeps a picture that [`prepare`] made: the file first, durably, then the row that points to it.
pub async fn put(kernel: &Kernel, person: &Id, picture: Vec<u8>) -> Result<()> {
    let id = kernel.id();
    kernel.files.put(&file(&id), picture).await?;
    let mut tx = kernel.db.begin().await?;
    take_back(kernel, &mut tx, person).await?;
    tx.run(sql!("INSERT INTO photo (id, person_id, at) VALUES ($1, $2, $3)"), args![&id, person, kernel.now()]).await?;
    record(kernel, &mut tx, person, "photo.set").await?;
    tx.commit().await?;
    Ok(())
}

/// Takes the photo back. Nobody sees it from now on; the file goes with the next sweep.
pub async fn remove(kernel: &Kernel, own: &OwnRecord) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if take_back(kernel, &mut tx, own.person()).await? > 0 {
        record(kernel, &mut tx, own.person(), "photo.removed").await?;
    }
    tx.commit().await?;
    Ok(())
}

async fn take_back(kernel: &Kernel, tx: &mut Tx, person: &Id) -> Result<u64> {
    Ok(tx.run(sql!("UPDATE photo SET removed_at = $2 WHERE person_id = $1 AND removed_at IS NULL"), args![person, kernel.now()]).await?)
}

async fn record(kernel: &Kernel, tx: &mut Tx, person: &Id, verb: &'static str) -> Result<()> {
    let event = events::Event { actor: Some(person), verb, subject: person, season: None, detail: None };
    Ok(events::record(kernel, tx, event).await?)
}

/// The photo a person has now.
pub async fn of(conn: &mut Conn, person: &Id) -> Result<Option<Id>> {
    let found: Option<(Id,)> = conn.opt(sql!("SELECT id FROM photo WHERE person_id = $1 AND removed_at IS NULL"), args![person]).await?;
    Ok(found.map(|(id,)| id))
}

/// The bytes of a photo's file.
pub async fn picture(kernel: &Kernel, id: &Id) -> Result<Vec<u8>> {
    kernel.files.get(&file(id)).await?.ok_or(Error::NotFound)
}

/// Deletes the files of photos that were taken back, and then what was known of them.
pub async fn sweep(kernel: &Kernel) -> Result<()> {
    let gone: Vec<(Id,)> = kernel.db.read().await?.all(sql!("SELECT id FROM photo WHERE removed_at IS NOT NULL LIMIT 200"), args![]).await?;
    for (id,) in gone {
        kernel.files.remove(&file(&id)).await?;
        let mut tx = kernel.db.begin().await?;
        tx.run(sql!("DELETE FROM photo WHERE id = $1 AND removed_at IS NOT NULL"), args![&id]).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Whether a person agreed to stand on the public team page with her photo.
pub async fn agrees_to_team(conn: &mut Conn, person: &Id) -> Result<bool> {
    let found: Option<(Id,)> =
        conn.opt(sql!("SELECT id FROM consent WHERE person_id = $1 AND season_id IS NULL AND purpose = $2 AND withdrawn_at IS NULL"), args![person, TEAM]).await?;
    Ok(found.is_some())
}

/// Agrees, or takes it back. Saying the same twice changes nothing.
pub async fn agree_to_team(kernel: &Kernel, person: &Id, yes: bool) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let (changed, verb) = if yes {
        let sql = sql!("INSERT INTO consent (id, person_id, purpose, given_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING");
        (tx.run(sql, args![kernel.id(), person, TEAM, kernel.now()]).await?, "consent.given")
    } else {
        let sql = sql!("UPDATE consent SET withdrawn_at = $3 WHERE person_id = $1 AND season_id IS NULL AND purpose = $2 AND withdrawn_at IS NULL");
        (tx.run(sql, args![person, TEAM, kernel.now()]).await?, "consent.withdrawn")
    };
    if changed > 0 {
        let event = events::Event { actor: Some(person), verb, subject: person, season: None, detail: Some(TEAM.into()) };
        events::record(kernel, &mut tx, event).await?;
    }
    tx.commit().await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use image::{ImageFormat, RgbImage};

    use super::*;

    fn encoded(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let mut out = Cursor::new(Vec::new());
        let picture = RgbImage::from_fn(width, height, |x, _| image::Rgb([if x < width / 2 { 250 } else { 5 }, 40, 90]));
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
        let kept = prepare(&file).expect("a picture");
        assert!(!kept.windows(4).any(|w| w == b"Exif" || w == b"47.6"));
        let picture = image::load_from_memory(&kept).expect("a JPEG").to_rgb8();
        assert_eq!(picture.dimensions(), (SIDE, SIDE));
        // Turned by a quarter: left half bright becomes upper half bright.
        assert!(picture.get_pixel(200, 12)[0] > 200 && picture.get_pixel(12, 244)[0] < 60);
    }

    #[test]
    fn png_and_webp_are_taken_and_become_jpeg() {
        for format in [ImageFormat::Png, ImageFormat::WebP] {
            assert!(prepare(&encoded(200, 300, format)).expect("a picture").starts_with(&[0xff, 0xd8, 0xff]), "{format:?}");
        }
    }

    #[test]
    fn what_is_no_picture_is_refused_whatever_it_is_called() {
        assert_eq!(prepare(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), Err("wrong-photo-kind"));
        assert_eq!(prepare(b""), Err("wrong-photo-kind"));
        let jpeg = encoded(400, 400, ImageFormat::Jpeg);
        assert_eq!(prepare(&jpeg[..20]), Err("wrong-photo-kind"));
        assert_eq!(prepare(&encoded(100, 900, ImageFormat::Png)), Err("wrong-photo-small"));
    }

    #[test]
    fn a_small_file_that_claims_to_be_a_huge_picture_is_refused() {
        let mut png = encoded(200, 200, ImageFormat::Png);
        png[16..24].copy_from_slice(&[0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30]);
        assert_eq!(prepare(&png), Err("wrong-photo-kind"));
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..400)) {
            let mut file = encoded(160, 160, ImageFormat::Jpeg);
            let at = file.len() / 2;
            file.splice(at.., bytes.clone());
            let _ = prepare(&file);
            proptest::prop_assert!(prepare(&bytes).is_err());
        }
    }
}
