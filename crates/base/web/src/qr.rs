//! A text as a square code, drawn as one path of an inline picture: no script and no file.

use qrcodegen::{QrCode, QrCodeEcc};

use super::{Error, Result};

/// The dark squares of a code as one path, and how many there are along a side.
pub struct Squares {
    pub path: String,
    pub side: i32,
}

impl Squares {
    pub fn of(text: &str) -> Result<Self> {
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).map_err(|e| Error::Internal(e.to_string()))?;
        let side = code.size();
        let dark = (0..side).flat_map(|y| (0..side).map(move |x| (x, y))).filter(|(x, y)| code.get_module(*x, *y));
        Ok(Self { path: dark.map(|(x, y)| format!("M{x} {y}h1v1h-1z")).collect(), side })
    }
}
