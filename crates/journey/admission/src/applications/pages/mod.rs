//! Pages of applications.

mod chosen;
mod eligibility;
mod export;
mod import;
mod import_columns;
mod import_file;
mod import_reading;
mod list;
mod merge;
mod notes;
mod pager;
mod show;
mod versions;

use weft_web::Route;
use weft_web::route::{get, post};

pub fn routes() -> Vec<Route> {
    vec![
        get("/s/{season}/applications", list::show),
        get("/s/{season}/applications/export", export::show),
        post("/s/{season}/applications/export", export::make),
        post("/s/{season}/applications/chosen", chosen::ask),
        post("/s/{season}/applications/chosen/act", chosen::act),
        post("/s/{season}/applications/chosen/undo", chosen::undo),
        get("/s/{season}/applications/{external_id}", show::show),
        post("/s/{season}/applications/{external_id}/notes", notes::add),
        post("/s/{season}/applications/{external_id}/notes/{id}/removal", notes::remove),
        post("/s/{season}/applications/{external_id}/tags", notes::tag),
        get("/s/{season}/applications/{external_id}/versions", versions::show),
        post("/s/{season}/eligibility", eligibility::decide_all),
        post("/s/{season}/eligibility/undo", eligibility::undo_all),
        post("/s/{season}/applications/{external_id}/eligibility", eligibility::decide),
        post("/s/{season}/applications/{external_id}/eligibility/undo", eligibility::undo),
        post("/s/{season}/applications/{external_id}/merge", merge::join),
        post("/s/{season}/applications/{external_id}/separation", merge::part),
        post("/s/{season}/applications/{external_id}/duplicate", merge::second),
        get("/s/{season}/import", import::ask),
        post("/s/{season}/import", import::take).up_to(25 * 1024 * 1024),
        get("/s/{season}/imports/{id}", import_file::show),
        post("/s/{season}/imports/{id}", import_file::run),
        post("/s/{season}/imports/{id}/undo", import_file::undo),
        get("/s/{season}/imports/{id}/refused.csv", import_file::refused),
    ]
}
