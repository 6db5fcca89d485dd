//! Portraits of invented people: woven cloth instead of faces, so that nobody is taken for someone.

use image::{Rgb, RgbImage};

use weft_kernel::Kernel;
use weft_kernel::ids::Id;
use weft_people::photo;
use weft_programs::look::{self, Parts, color::Color};
use weft_programs::rules::may_edit_program;
use weft_programs::{InSeason, store};
use weft_web::{Error, Result};

const SIDE: u32 = 192;

/// How wide a thread is, in pixels.
const THREAD: u32 = 8;

/// Threads on the loom: a dark and a light one for each cloth.
const CLOTHS: [[[u8; 3]; 4]; 6] = [
    [[36, 59, 107], [226, 214, 190], [163, 58, 60], [36, 59, 107]],
    [[139, 94, 52], [240, 232, 214], [78, 107, 82], [139, 94, 52]],
    [[163, 58, 60], [244, 226, 205], [201, 148, 62], [112, 36, 48]],
    [[47, 93, 98], [228, 235, 226], [36, 59, 107], [110, 150, 138]],
    [[88, 66, 124], [235, 226, 240], [201, 148, 62], [58, 44, 92]],
    [[70, 84, 60], [238, 236, 214], [163, 58, 60], [120, 134, 92]],
];

/// The thread at a place across the loom: stripes of differing widths, repeating.
fn thread(cloth: &[[u8; 3]; 4], at: u32, widths: [u32; 4]) -> [u8; 3] {
    let mut rest = at % widths.iter().sum::<u32>();
    for (colour, width) in cloth.iter().zip(widths) {
        if rest < width {
            return *colour;
        }
        rest -= width;
    }
    cloth[0]
}

/// A piece of twill in a pattern of its own for each `n`.
fn cloth(n: u32) -> RgbImage {
    let colours = &CLOTHS[n as usize % CLOTHS.len()];
    let widths = [4 + n % 5, 2 + n % 3, 6 - n % 4, 3 + n % 4];
    RgbImage::from_fn(SIDE, SIDE, |x, y| {
        let (warp, weft) = (x / THREAD, y / THREAD);
        let over = (warp + weft) % 4 < 2;
        let base = if over { thread(colours, warp, widths) } else { thread(colours, weft, widths) };
        // Each thread is round: brighter along its middle.
        let across = if over { x % THREAD } else { y % THREAD };
        let light = 100 - 42 * across.abs_diff(THREAD / 2) / THREAD;
        Rgb(base.map(|c| (u32::from(c) * light / 100) as u8))
    })
}

/// Gives a person the `n`th cloth as her photo.
pub async fn give(kernel: &Kernel, person: &Id, n: u32) -> Result<()> {
    let mut png = std::io::Cursor::new(Vec::new());
    cloth(n).write_to(&mut png, image::ImageFormat::Png).map_err(|e| Error::Internal(e.to_string()))?;
    let picture = photo::in_child::prepare(png.into_inner()).map_err(|key| Error::Internal(key.to_owned()))?;
    photo::put(kernel, person, picture).await
}

/// Gives the program a logo of its own, drawn for it in `logo/rooted-leaders.svg`, with a color and an address.
pub async fn brand(kernel: &Kernel, lead: &InSeason) -> Result<()> {
    let program = store::program_by_slug(&mut kernel.db.read().await?, &lead.season.program_slug).await?;
    let program = program.ok_or(Error::NotFound)?;
    let permit = may_edit_program(&program, &lead.roles).ok_or(Error::NotFound)?;
    let png = include_bytes!("logo/rooted-leaders.png");
    let (word, both) = look::in_child::prepare(png.to_vec()).map_err(|key| Error::Internal(key.to_owned()))?;
    let parts = Parts {
        logo: Some(look::put(kernel, &word, &both).await?),
        color: Color::read("#1d6a4c"),
        postal: "Tidewater Commons\n400 Harbor Street, Suite 2\nExampleville, VA 23000".into(),
    };
    let draft = look::preview(kernel, &permit, &parts).await?;
    look::show(kernel, &permit, lead.actor_id(), &draft).await?;
    Ok(())
}
