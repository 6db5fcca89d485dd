//! Adding one's photo, agreeing to show it, taking it back.

use axum::extract::{Multipart, State};
use axum::response::Response;

use super::me;
use crate::kernel::Kernel;
use crate::people::{Actor, photo, rules};
use crate::web::{Error, Form, Page, Result, see, unaccepted};

/// A file, the agreement, or both: a file that is not taken leaves the agreement as it was said.
pub async fn save(State(kernel): State<Kernel>, page: Page, actor: Actor, mut parts: Multipart) -> Result<Response> {
    let (mut bytes, mut agrees) = (Vec::new(), false);
    while let Some(field) = parts.next_field().await.map_err(|_| Error::TooLarge)? {
        match field.name() {
            Some("photo") => bytes = field.bytes().await.map_err(|_| Error::TooLarge)?.to_vec(),
            Some("team") => agrees = field.text().await.map_err(|_| Error::BadRequest)? == "yes",
            _ => {}
        }
    }
    photo::agree_to_team(&kernel, &actor.person_id, agrees).await?;
    if !bytes.is_empty()
        && let Err(key) = photo::set(&kernel, &rules::own_record(&actor), bytes).await?
    {
        let mut form = Form::default();
        form.reject("photo", key);
        return unaccepted(&me::with_form(&kernel, page, &actor, form).await?);
    }
    Ok(see("/me#your-photo"))
}

pub async fn remove(State(kernel): State<Kernel>, actor: Actor) -> Result<Response> {
    photo::remove(&kernel, &rules::own_record(&actor)).await?;
    Ok(see("/me#your-photo"))
}
