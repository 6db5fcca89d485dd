//! Adding one's photo, agreeing to show it, taking it back.

use axum::Extension;
use axum::extract::State;
use axum::response::Response;

use super::{ClientAddress, address, me};
use crate::{Actor, photo, rules};
use weft_kernel::Kernel;
use weft_web::parts::Parts;
use weft_web::{Form, Page, Result, see, unaccepted, upload};

/// A file, the agreement, or both: a file that is not taken leaves the agreement as it was said.
pub async fn save(
    State(kernel): State<Kernel>,
    page: Page,
    actor: Actor,
    client: Option<Extension<ClientAddress>>,
    parts: Parts,
) -> Result<Response> {
    let received = upload::receive(&kernel, &address(client.as_ref()), "photo", parts).await?;
    photo::agree_to_team(&kernel, &actor.person_id, received.form.value("team") == "yes").await?;
    if let Some(file) = received.file
        && let photo::Outcome::Refused(key) = photo::set(&kernel, &rules::own_record(&actor), &file).await?
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
