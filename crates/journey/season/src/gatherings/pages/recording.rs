//! Saying whether a gathering is recorded.

use axum::extract::{Path, State};
use axum::response::Response;

use super::{At, meeting, path, show};
use crate::gatherings::recording::{self, Recording};
use crate::gatherings::rules;
use weft_kernel::Kernel;
use weft_programs::May;
use weft_web::{Form, Result, see, unaccepted};

pub async fn save(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::RunGathering>,
    Path(at): Path<At>,
    mut form: Form,
) -> Result<Response> {
    let m = meeting(&mut kernel.db.read().await?, permit.see(), &at).await?;
    let url = form.value("recording_url").to_owned();
    if !url.is_empty() && !weft_web::is_link(&url) {
        form.reject("recording_url", "wrong-link");
    }
    let until_on = if form.value("recording_until").is_empty() { None } else { Some(form.date("recording_until")) };
    let said = form.value("recorded").to_owned();
    if !["", "yes", "no"].contains(&said.as_str()) {
        form.reject("recorded", "wrong-choice");
    }
    if said != "yes" && (!url.is_empty() || until_on.is_some()) {
        form.reject("recorded", "wrong-recorded");
    }
    if !form.is_accepted() {
        let mut page = show::load(&kernel, s, &at).await?;
        page.take(form);
        return unaccepted(&page);
    }
    let is_recorded = said == "yes";
    let kept = Recording {
        is_recorded,
        url: if is_recorded { url } else { String::new() },
        until_on: until_on.filter(|_| is_recorded),
    };
    recording::set(&kernel, &permit, s.actor_id(), &m.gathering.id, (!said.is_empty()).then_some(&kept)).await?;
    Ok(see(&format!("{}#recording", path(&s, m.gathering.number))))
}
