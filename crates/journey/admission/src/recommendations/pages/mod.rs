//! Pages of recommendations: the applicant's, the recommender's, and the leads'.

mod export;
mod link;
mod list;
mod mine;
mod question;
mod settings;
mod show;
mod write;

use weft_web::Route;
use weft_web::route::{get, post};

/// Long answers, in bytes.
const MOST_BYTES: usize = 1024 * 1024;

pub fn routes() -> Vec<Route> {
    vec![
        get("/s/{season}/recommendations", list::show),
        post("/s/{season}/recommendations/reminders", list::remind),
        get("/s/{season}/recommendations/settings", settings::show),
        post("/s/{season}/recommendations/settings", settings::save),
        get("/s/{season}/recommendations/questions/{id}", question::show),
        post("/s/{season}/recommendations/questions/{id}", question::save),
        post("/s/{season}/recommendations/questions/{id}/place", question::place),
        get("/s/{season}/recommendations/export", export::show),
        post("/s/{season}/recommendations/export", export::make),
        post("/s/{season}/recommendations/links", list::send_links),
        get("/s/{season}/recommendations/of/{external_id}", show::show),
        post("/s/{season}/recommendations/of/{external_id}", show::name),
        post("/s/{season}/recommendations/of/{external_id}/link", show::send_link),
        post("/s/{season}/recommendations/of/{external_id}/{id}/removal", show::remove),
        get("/call/{season}/recommendations", mine::show),
        post("/call/{season}/recommendations", mine::name),
        post("/call/{season}/recommendations/{id}", mine::change),
        get("/recommenders/{token}", link::show),
        post("/recommenders/{token}", link::name),
        post("/recommenders/{token}/{id}", link::change),
        get("/recommendation/{token}", write::show),
        post("/recommendation/{token}", write::open),
        post("/recommendation/{token}/answers", write::save).up_to(MOST_BYTES),
        post("/recommendation/{token}/answers/autosave", write::autosave).up_to(MOST_BYTES),
        post("/recommendation/{token}/refusal", write::decline),
    ]
}
