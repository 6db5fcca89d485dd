//! A form with a file in it: its texts are kept as of any form, its file goes to disk while it arrives.

use axum::extract::Multipart;
use axum::extract::multipart::Field;

use super::{Error, Form, Result};
use crate::kernel::Kernel;
use crate::kernel::incoming::{Arrived, End};

/// Longest text beside the file, in bytes.
const LONGEST: usize = 64 * 1024;

/// What a form holds: its texts, and its file unless none was chosen.
pub struct Received {
    pub form: Form,
    pub file: Option<Arrived>,
}

#[expect(clippy::needless_pass_by_value, reason = "`map_err` hands it over")]
fn failed(e: std::io::Error) -> Error {
    if e.kind() == std::io::ErrorKind::StorageFull { Error::CannotSave(crate::kernel::db::trouble::Trouble::Full) } else { Error::Internal(format!("incoming: {e}")) }
}

/// Receives a form whose field `name` is the file. How large it may be, the route says; `from` is whoever sends it. Call it when the sender
/// may send at all: nothing is read before.
pub async fn receive(kernel: &Kernel, from: &str, name: &str, mut parts: Multipart) -> Result<Received> {
    let incoming = kernel.files.incoming();
    let _slot = incoming.enter(from, kernel.config.address_uploads).ok_or(Error::Limit("error-many-uploads"))?;
    if !incoming.has_room(0, kernel.config.free_mb) {
        tracing::warn!("a file was refused: the disk of the data folder is almost full");
        return Err(Error::Limit("error-no-room"));
    }
    let (mut form, mut file) = (Form::default(), None);
    while let Some(field) = parts.next_field().await.map_err(|_| Error::TooLarge)? {
        let Some(called) = field.name().map(str::to_owned) else { continue };
        if called == name {
            let file_name = field.file_name().unwrap_or_default().to_owned();
            file = match incoming.receive(&file_name, u64::MAX, field).await.map_err(failed)? {
                Ok(arrived) => arrived,
                Err(End::Cut | End::TooMuch | End::Whole) => return Err(Error::TooLarge),
            };
        } else {
            form.add(&called, text(field).await?);
        }
    }
    Ok(Received { form, file })
}

async fn text(mut field: Field<'_>) -> Result<String> {
    let mut bytes = Vec::new();
    while let Some(part) = field.chunk().await.map_err(|_| Error::TooLarge)? {
        if bytes.len() + part.len() > LONGEST {
            return Err(Error::TooLarge);
        }
        bytes.extend_from_slice(&part);
    }
    String::from_utf8(bytes).ok().filter(|t| !t.contains('\0')).ok_or(Error::BadRequest)
}

/// The bytes of what arrived, none when nothing did.
pub async fn bytes(file: Option<&Arrived>) -> Result<Vec<u8>> {
    match file {
        Some(file) => file.bytes().await.map_err(failed),
        None => Ok(Vec::new()),
    }
}
