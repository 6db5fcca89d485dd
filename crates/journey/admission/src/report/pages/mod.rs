//! Pages of the report.

mod codebook;
mod coding;
mod show;

use weft_web::Route;
use weft_web::route::{get, post};

pub fn routes() -> Vec<Route> {
    vec![
        get("/s/{season}/pool-report", show::show),
        get("/s/{season}/pool-report/counts.csv", show::csv),
        get("/s/{season}/pool-report/themes", codebook::show),
        post("/s/{season}/pool-report/themes", codebook::begin),
        get("/s/{season}/pool-report/themes/book", codebook::book),
        post("/s/{season}/pool-report/themes/book", codebook::write),
        post("/s/{season}/pool-report/themes/book/removal", codebook::remove),
        get("/s/{season}/pool-report/themes/coding", coding::show),
        post("/s/{season}/pool-report/themes/coding", coding::save),
    ]
}
