//! A form with a file in it: its texts are kept as of any form, its file goes to disk while it arrives.

use super::parts::{self, Parts};
use super::{Error, Form, Result};
use weft_kernel::Kernel;
use weft_kernel::incoming::{Arrived, End};

/// What a form holds: its texts, and its file unless none was chosen.
pub struct Received {
    pub form: Form,
    pub file: Option<Arrived>,
    /// A file was chosen, also one with nothing in it.
    pub is_chosen: bool,
}

#[expect(clippy::needless_pass_by_value, reason = "`map_err` hands it over")]
fn failed(e: std::io::Error) -> Error {
    if e.kind() == std::io::ErrorKind::StorageFull {
        Error::CannotSave(weft_kernel::db::trouble::Trouble::Full)
    } else {
        Error::Internal(format!("incoming: {e}"))
    }
}

/// Receives a form whose field `name` is the file. How large it may be, the route says; `from` is whoever sends it.
/// Call it when the sender may send at all: nothing is read before.
pub async fn receive(kernel: &Kernel, from: &str, name: &str, mut parts: Parts) -> Result<Received> {
    let incoming = kernel.files.incoming();
    let _slot = incoming.enter(from, kernel.config.address_uploads).ok_or(Error::Limit("error-many-uploads"))?;
    if !incoming.has_room(0, kernel.config.free_mb) {
        tracing::warn!("a file was refused: the disk of the data folder is almost full");
        return Err(Error::Limit("error-no-room"));
    }
    let (mut form, mut file, mut is_chosen) = (Form::default(), None, false);
    loop {
        let room = parts.room();
        let Some(field) = parts.next().await? else { break };
        let Some(called) = field.name().map(str::to_owned) else { continue };
        if called == name {
            let file_name = field.file_name().unwrap_or_default().to_owned();
            is_chosen |= !file_name.is_empty();
            file = match incoming.receive(&file_name, u64::MAX, field).await.map_err(failed)? {
                Ok(arrived) => arrived,
                Err(End::Cut | End::TooMuch | End::Whole) => return Err(Error::TooLarge),
            };
        } else {
            let text = parts::text(field, room).await?;
            parts.spend(text.len());
            form.add(&called, text);
        }
    }
    Ok(Received { form, file, is_chosen })
}

/// The bytes of what arrived, none when nothing did.
pub async fn bytes(file: Option<&Arrived>) -> Result<Vec<u8>> {
    match file {
        Some(file) => file.bytes().await.map_err(failed),
        None => Ok(Vec::new()),
    }
}
