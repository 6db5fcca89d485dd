//! A program's color: whether text in it, and on it, can be read, and its shade for dark pages.
//!
//! Contrast is that of WCAG 2.2 (relative luminance, ratios from 1 to 21). Shades move along the lightness of OKLCH
//! (Björn Ottosson, 2020), so that a lighter or darker blue stays the same blue.

use std::fmt;

/// Text of this size needs so much contrast (WCAG 2.2, 1.4.3).
pub const LEAST: f64 = 4.5;

/// What pages put behind text in each scheme, as in `assets/weft.css`: page, sheet, wash.
pub const LIGHT: [Color; 3] = [Color(0xFB, 0xF7, 0xF0), Color(0xFF, 0xFF, 0xFF), Color(0xF3, 0xEC, 0xE0)];
pub const DARK: [Color; 3] = [Color(0x17, 0x14, 0x0F), Color(0x21, 0x1D, 0x17), Color(0x2B, 0x26, 0x1E)];

/// Text on a button, whichever can be read better.
const WORDS: [Color; 2] = [Color(0xFF, 0xFF, 0xFF), Color(0x17, 0x14, 0x0F)];

/// Red, green and blue of sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color(pub u8, pub u8, pub u8);

impl fmt::Display for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

/// A color as it is used in one scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shade {
    /// Links, buttons, focus rings, the line on top.
    pub color: Color,
    /// Text on a button.
    pub words: Color,
}

/// A pair that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fault {
    /// What stands behind the text.
    pub ground: Color,
    /// From 1 to 21.
    pub ratio: f64,
}

impl Color {
    /// Reads `#rrggbb`, also without the sign.
    pub fn read(text: &str) -> Option<Self> {
        let hex = text.trim().trim_start_matches('#');
        if hex.len() != 6 || !hex.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        let byte = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).ok();
        Some(Self(byte(0)?, byte(2)?, byte(4)?))
    }

    fn linear(self) -> [f64; 3] {
        [self.0, self.1, self.2].map(|v| {
            let v = f64::from(v) / 255.0;
            if v <= 0.040_45 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
        })
    }

    /// From 0, black, to 1, white.
    pub fn luminance(self) -> f64 {
        let [r, g, b] = self.linear();
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// From 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Lightness, and the two axes of color.
    fn oklab(self) -> [f64; 3] {
        let [r, g, b] = self.linear();
        let l = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
        let m = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
        let s = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
        [
            0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
            1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s,
            0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s,
        ]
    }

    /// The color with these coordinates, if screens can show it.
    fn from_oklab([light, a, b]: [f64; 3]) -> Option<Self> {
        let l = (light + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
        let m = (light - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
        let s = (light - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
        let rgb = [
            4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
            -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
            -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s,
        ];
        if rgb.iter().any(|v| !(-0.001..=1.001).contains(v)) {
            return None;
        }
        let byte = |v: f64| {
            let v = v.clamp(0.0, 1.0);
            let v = if v <= 0.003_130_8 { 12.92 * v } else { 1.055 * v.powf(1.0 / 2.4) - 0.055 };
            (v * 255.0).round() as u8
        };
        Some(Self(byte(rgb[0]), byte(rgb[1]), byte(rgb[2])))
    }

    /// The same hue at another lightness, as strong as screens can show it.
    fn at_lightness(self, light: f64) -> Self {
        let [_, a, b] = self.oklab();
        let mut strengths = (0..=100).rev().map(|i| f64::from(i) / 100.0);
        strengths.find_map(|by| Self::from_oklab([light, a * by, b * by])).unwrap_or(if light < 0.5 {
            Self(0, 0, 0)
        } else {
            Self(255, 255, 255)
        })
    }

    /// The first shade that can be read on all of these, in 1,000 steps of lightness from here to `to`.
    fn toward(self, to: f64, grounds: &[Self]) -> Self {
        let from = self.oklab()[0];
        (0..=1_000)
            .map(|i| if i == 0 { self } else { self.at_lightness(from + (to - from) * f64::from(i) / 1_000.0) })
            .find(|c| can_be_read(*c, grounds))
            .unwrap_or(self)
    }

    /// The pairs of light pages that cannot be read: as text, it stands on page, sheet and wash. Dark pages take a
    /// lighter shade, which always can.
    pub fn faults(self) -> Vec<Fault> {
        let ratio = |ground: &Self| Fault { ground: *ground, ratio: self.contrast(*ground) };
        LIGHT.iter().map(ratio).filter(|f| f.ratio < LEAST).collect()
    }

    /// The nearest color of the same hue without faults: itself, or a darker one.
    #[must_use]
    pub fn nearest(self) -> Self {
        self.toward(0.0, &LIGHT)
    }

    pub fn on_light(self) -> Shade {
        Shade::of(self)
    }

    /// On dark pages: itself where it can be read, or a lighter shade.
    pub fn on_dark(self) -> Shade {
        Shade::of(self.toward(1.0, &DARK))
    }
}

impl Shade {
    fn of(color: Color) -> Self {
        let [white, ink] = WORDS;
        Self { color, words: if color.contrast(white) >= color.contrast(ink) { white } else { ink } }
    }
}

fn can_be_read(color: Color, grounds: &[Color]) -> bool {
    grounds.iter().all(|g| color.contrast(*g) >= LEAST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_wcag() {
        let white = Color(255, 255, 255);
        assert!((Color(0, 0, 0).contrast(white) - 21.0).abs() < 1e-9);
        // From the examples of WCAG: #777 just fails on white, #767676 just passes.
        assert!(Color(0x77, 0x77, 0x77).contrast(white) < LEAST);
        assert!(Color(0x76, 0x76, 0x76).contrast(white) >= LEAST);
    }

    #[test]
    fn a_color_is_read_with_and_without_its_sign_and_nothing_else_is() {
        assert_eq!(Color::read(" #0F6b5C "), Some(Color(0x0F, 0x6B, 0x5C)));
        assert_eq!(Color::read("0f6b5c").map(|c| c.to_string()).as_deref(), Some("#0f6b5c"));
        for wrong in ["", "#fff", "teal", "#12345g", "#1234567", "#é2345"] {
            assert_eq!(Color::read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_grounds_are_those_of_the_style_sheet() {
        let css = include_str!("../../../../../assets/weft.css");
        let (light, dark) = css.split_once("prefers-color-scheme:dark").expect("two schemes");
        for (part, grounds) in [(light, LIGHT), (dark, DARK)] {
            for (name, color) in ["paper", "sheet", "wash"].iter().zip(grounds) {
                let said = part.split_once(&format!("--{name}:")).expect("a token").1;
                let said = said.split(';').next().unwrap_or_default().to_lowercase();
                let said = if said == "#fff" { "#ffffff".to_owned() } else { said };
                assert_eq!(said, color.to_string(), "--{name}");
            }
        }
    }

    #[test]
    fn yellow_is_refused_and_a_darker_yellow_is_offered() {
        let yellow = Color::read("#ffc72c").expect("a color");
        assert_eq!(yellow.faults().len(), 3);
        let near = yellow.nearest();
        assert!(near.faults().is_empty());
        let [_, a, b] = near.oklab();
        let [_, c, d] = yellow.oklab();
        assert!((b.atan2(a) - d.atan2(c)).abs() < 0.05, "the same hue: {near}");
    }

    proptest::proptest! {
        #[test]
        fn what_is_offered_can_be_read_in_both_schemes(r: u8, g: u8, b: u8) {
            let near = Color(r, g, b).nearest();
            proptest::prop_assert!(near.faults().is_empty());
            proptest::prop_assert_eq!(near.nearest(), near);
            for (shade, grounds) in [(near.on_light(), LIGHT), (near.on_dark(), DARK)] {
                proptest::prop_assert!(grounds.iter().all(|g| shade.color.contrast(*g) >= LEAST), "{}", shade.color);
                proptest::prop_assert!(shade.words.contrast(shade.color) >= LEAST, "{}", shade.color);
            }
        }
    }
}
