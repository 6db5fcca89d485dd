//! How a logo is drawn anew. Runs in the reader's process (`kernel/reader`).

use image::codecs::png::{CompressionType, FilterType as Rows, PngEncoder};
use image::imageops::{self, FilterType};
use image::{DynamicImage, Rgb, RgbImage, Rgba, RgbaImage};

use super::color::Color;
use weft_media::picture::{self, Fault};

/// The box that a logo is kept in, in pixels: twice the size at which it is shown.
const WIDTH: u32 = 480;
const HEIGHT: u32 = 120;

/// The shortest side of a logo that is taken, and the space around one that has no ground of its own, in pixels.
const LEAST: u32 = 32;
const SPACE: u32 = 12;

/// Colors of the two plates.
const PLATES: [Color; 2] = [Color(0xFF, 0xFF, 0xFF), Color(0x17, 0x14, 0x0F)];

/// A logo drawn anew from a PNG, JPEG or WebP file: `PLATE WIDTH HEIGHT LENGTH`, then a PNG of it on white, which is
/// LENGTH bytes long, and one on black. PLATE is the one on which it can be seen better. Both are the same for a logo
/// that nothing shines through. Or why not, as a key.
pub fn prepare(bytes: Vec<u8>) -> Result<(String, Vec<u8>), &'static str> {
    match picture::unopened(&bytes) {
        Some("AVIF") => return Err("wrong-file-avif"),
        Some(_) => return Err("wrong-file-heic"),
        None => {}
    }
    let (drawn, upright) = picture::open_clear(bytes, 2 * WIDTH).map_err(|fault| match fault {
        Fault::NoPicture => "wrong-logo-kind",
        Fault::TooLarge => "wrong-file-pixels",
    })?;
    // Smaller first, so that a second picture of it is small.
    let mut drawn = DynamicImage::from(picture::shrink(drawn, 4 * WIDTH).into_rgba8());
    drawn.apply_orientation(upright);
    let drawn = drawn.into_rgba8();
    let is_clear = drawn.pixels().any(|p| p.0[3] < 250);
    let drawn = visible(&drawn).ok_or("wrong-logo-empty")?;
    if drawn.width().min(drawn.height()) < LEAST {
        return Err("wrong-logo-small");
    }
    let plate = if is_clear && prefers_dark(&drawn) { "dark" } else { "light" };
    let space = if is_clear { SPACE } else { 0 };
    let [light, dark] = PLATES.map(|plate| on(plate, &drawn, space));
    let (light, dark) = (png(&light)?, (png(&dark)?, dark.dimensions()));
    let (dark, (width, height)) = dark;
    let word = format!("{plate} {width} {height} {}", light.len());
    Ok((word, [light, dark].concat()))
}

/// What of a logo can be seen, without the empty space around it.
fn visible(drawn: &RgbaImage) -> Option<RgbaImage> {
    let seen = drawn.enumerate_pixels().filter(|(.., p)| p.0[3] > 8);
    let (mut left, mut top, mut right, mut bottom) = (u32::MAX, u32::MAX, 0, 0);
    for (x, y, _) in seen {
        (left, top, right, bottom) = (left.min(x), top.min(y), right.max(x), bottom.max(y));
    }
    (left <= right).then(|| imageops::crop_imm(drawn, left, top, right - left + 1, bottom - top + 1).to_image())
}

/// Whether a logo can be seen clearly better on black than on white.
fn prefers_dark(drawn: &RgbaImage) -> bool {
    let [white, black] = PLATES;
    let (mut on_white, mut on_black) = (0.0, 0.0);
    // Every seventh pixel says enough.
    for Rgba([r, g, b, alpha]) in drawn.pixels().step_by(7) {
        let (color, share) = (Color(*r, *g, *b), f64::from(*alpha) / 255.0);
        on_white += share * color.contrast(white).ln();
        on_black += share * color.contrast(black).ln();
    }
    on_black > 1.3 * on_white
}

/// A logo on a plate, made to fit.
fn on(Color(r, g, b): Color, drawn: &RgbaImage, space: u32) -> RgbImage {
    let plate = [r, g, b];
    let solid = RgbImage::from_fn(drawn.width(), drawn.height(), |x, y| {
        let Rgba([r, g, b, alpha]) = *drawn.get_pixel(x, y);
        let mixed = |i: usize, c: u8| {
            ((u32::from(c) * u32::from(alpha) + u32::from(plate[i]) * (255 - u32::from(alpha)) + 127) / 255) as u8
        };
        Rgb([mixed(0, r), mixed(1, g), mixed(2, b)])
    });
    let (most_wide, most_high) = (WIDTH - 2 * space, HEIGHT - 2 * space);
    let solid = DynamicImage::from(solid);
    let fits = solid.width() <= most_wide && solid.height() <= most_high;
    let solid = if fits { solid } else { solid.resize(most_wide, most_high, FilterType::Lanczos3) }.into_rgb8();
    let mut out = RgbImage::from_pixel(solid.width() + 2 * space, solid.height() + 2 * space, Rgb(plate));
    imageops::overlay(&mut out, &solid, i64::from(space), i64::from(space));
    out
}

/// A PNG without a loss: of numbered colors where they are few, which is half as large.
fn png(picture: &RgbImage) -> Result<Vec<u8>, &'static str> {
    let mut colors: Vec<Rgb<u8>> = picture.pixels().copied().collect();
    colors.sort_unstable_by_key(|c| c.0);
    colors.dedup();
    if colors.len() <= 256 {
        return numbered(picture, &colors).map_err(|_| "wrong-logo-kind");
    }
    // Every page carries the logo, and which way packs it best differs: flat color wants none, a photo the last.
    let ways = [Rows::NoFilter, Rows::Up, Rows::Paeth, Rows::Adaptive].map(|rows| {
        let mut out = Vec::new();
        let encoder = PngEncoder::new_with_quality(&mut out, CompressionType::Best, rows);
        picture.write_with_encoder(encoder).map(|()| out)
    });
    ways.into_iter().flatten().min_by_key(Vec::len).ok_or("wrong-logo-kind")
}

/// A PNG of a picture that has only these colors, sorted.
fn numbered(picture: &RgbImage, colors: &[Rgb<u8>]) -> Result<Vec<u8>, png::EncodingError> {
    let of = |c: &Rgb<u8>| colors.binary_search_by_key(&c.0, |c| c.0).map_or(0, |n| n as u8);
    let pixels: Vec<u8> = picture.pixels().map(of).collect();
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, picture.width(), picture.height());
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    encoder.set_palette(colors.iter().flat_map(|c| c.0).collect::<Vec<u8>>());
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&pixels)?;
    writer.finish()?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use image::ImageFormat;

    use super::*;

    /// A bar of one color with nothing around it.
    fn logo(color: [u8; 3], format: ImageFormat) -> Vec<u8> {
        let [r, g, b] = color;
        let picture = RgbaImage::from_fn(900, 300, |x, y| {
            let is_bar = (100..800).contains(&x) && (100..200).contains(&y);
            Rgba([r, g, b, if is_bar { 255 } else { 0 }])
        });
        let mut out = Cursor::new(Vec::new());
        picture.write_to(&mut out, format).expect("encodes");
        out.into_inner()
    }

    /// What was said, and the two pictures.
    fn read((word, both): (String, Vec<u8>)) -> (String, [RgbImage; 2]) {
        let words: Vec<&str> = word.split(' ').collect();
        let (light, dark) = both.split_at(words[3].parse().expect("a length"));
        let both = [light, dark].map(|p| image::load_from_memory(p).expect("a PNG").into_rgb8());
        let sides: (u32, u32) = (words[1].parse().expect("a side"), words[2].parse().expect("a side"));
        assert!(both.iter().all(|p| p.dimensions() == sides));
        (words[0].to_owned(), both)
    }

    #[test]
    fn a_logo_is_cut_to_what_is_seen_and_put_on_a_plate_that_shows_it() {
        for (color, plate) in [([20, 60, 90], "light"), ([250, 250, 250], "dark"), ([240, 200, 60], "dark")] {
            for format in [ImageFormat::Png, ImageFormat::WebP] {
                let (said, [light, dark]) = read(prepare(logo(color, format)).expect("a logo"));
                assert_eq!(said, plate, "{color:?}");
                assert_eq!(light.get_pixel(0, 0).0, [255; 3]);
                assert_eq!(dark.get_pixel(0, 0).0, [0x17, 0x14, 0x0F]);
                assert!(light.width() <= WIDTH && light.height() <= HEIGHT);
                let middle = light.get_pixel(light.width() / 2, light.height() / 2).0;
                assert!(middle.iter().zip(color).all(|(a, b)| a.abs_diff(b) < 3), "{middle:?}");
                // 700 by 100, with the space around it.
                assert_eq!(light.dimensions(), (480, 65 + 2 * SPACE));
            }
        }
    }

    #[test]
    fn a_logo_with_a_ground_of_its_own_stays_as_it_is() {
        let solid = RgbImage::from_pixel(240, 60, Rgb([9, 90, 60]));
        let mut out = Cursor::new(Vec::new());
        solid.write_to(&mut out, ImageFormat::Jpeg).expect("encodes");
        let (said, [light, dark]) = read(prepare(out.into_inner()).expect("a logo"));
        assert_eq!((said.as_str(), light.dimensions()), ("light", (240, 60)));
        assert_eq!(light, dark);
    }

    #[test]
    fn what_cannot_be_a_logo_is_refused_with_the_reason() {
        assert_eq!(prepare(b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec()), Err("wrong-logo-kind"));
        let png = |picture: &RgbaImage| {
            let mut out = Cursor::new(Vec::new());
            picture.write_to(&mut out, ImageFormat::Png).expect("encodes");
            out.into_inner()
        };
        assert_eq!(prepare(png(&RgbaImage::new(200, 200))), Err("wrong-logo-empty"));
        assert_eq!(prepare(png(&RgbaImage::from_pixel(200, 20, Rgba([1, 2, 3, 255])))), Err("wrong-logo-small"));
        assert_eq!(prepare(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec()), Err("wrong-file-heic"));
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..400)) {
            let mut file = logo([9, 90, 60], ImageFormat::Png);
            let at = file.len() / 2;
            file.splice(at.., bytes.clone());
            let _ = prepare(file);
            proptest::prop_assert!(prepare(bytes).is_err());
        }
    }
}
