//! Pages of coaching: one's own, a pair, free times, a coach's profile; and for the program who coaches whom, how
//! coaching goes, and hours.

mod feedback;
mod group;
mod groups;
mod heard;
mod mine;
mod notes;
mod pair;
mod profile;
mod program;
mod talks;
mod terms;
mod times;

use serde::Deserialize;

use weft_kernel::ids::Id;
use weft_web::Route;
use weft_web::route::{get, post};

pub fn routes() -> Vec<Route> {
    vec![
        get("/s/{season}/coaching", mine::show),
        post("/s/{season}/coaching", mine::wish),
        get("/s/{season}/coaching/profile", profile::show),
        post("/s/{season}/coaching/profile", profile::save),
        get("/s/{season}/coaching/program", program::show),
        post("/s/{season}/coaching/program", program::pair),
        get("/s/{season}/coaching/program/terms", terms::show),
        post("/s/{season}/coaching/program/terms", terms::save),
        post("/s/{season}/coaching/program/signature", program::sign),
        post("/s/{season}/coaching/program/sessions/{id}", program::settle),
        get("/s/{season}/coaching/program/hours.csv", program::hours),
        get("/s/{season}/coaching/program/feedback", heard::show),
        post("/s/{season}/coaching/program/feedback", heard::ask),
        post("/s/{season}/coaching/program/feedback/{id}/end", heard::end),
        post("/s/{season}/coaching/program/themes", heard::offer),
        get("/s/{season}/coaching/program/people/{id}", program::person),
        post("/s/{season}/coaching/program/people/{id}/more", program::more),
        post("/s/{season}/coaching/program/people/{id}/end", program::end),
        get("/s/{season}/coaching/program/groups", groups::show),
        post("/s/{season}/coaching/program/groups", groups::make),
        post("/s/{season}/coaching/program/groups/text", groups::text),
        post("/s/{season}/coaching/program/groups/{id}/people", groups::add),
        post("/s/{season}/coaching/program/groups/{id}/people/{person}/removal", groups::remove),
        post("/s/{season}/coaching/program/groups/{id}/end", groups::end),
        get("/s/{season}/coaching/groups/{id}", group::show),
        post("/s/{season}/coaching/groups/{id}/agreement", group::accept),
        post("/s/{season}/coaching/groups/{id}/leave", group::leave),
        post("/s/{season}/coaching/groups/{id}/sessions", group::plan),
        post("/s/{season}/coaching/groups/{id}/sessions/{session}/cancellation", group::cancel),
        post("/s/{season}/coaching/groups/{id}/sessions/{session}/said", group::report),
        get("/s/{season}/coaching/talks/{id}", talks::show),
        post("/s/{season}/coaching/talks/{id}", talks::book),
        get("/s/{season}/coaching/feedback", feedback::show),
        post("/s/{season}/coaching/feedback/{id}", feedback::answer),
        post("/s/{season}/coaching/themes", feedback::share),
        post("/s/{season}/coaching/themes/removal", feedback::unshare),
        get("/s/{season}/coaching/{id}", pair::show),
        post("/s/{season}/coaching/{id}/signature", pair::sign),
        get("/s/{season}/coaching/{id}/times", times::show),
        post("/s/{season}/coaching/{id}/times", times::book),
        post("/s/{season}/coaching/{id}/change", pair::change),
        post("/s/{season}/coaching/{id}/focus", notes::focus),
        post("/s/{season}/coaching/{id}/notes", notes::write),
        post("/s/{season}/coaching/notes/{id}/removal", notes::delete),
        get("/s/{season}/coaching/{id}/own-notes", notes::own),
        post("/s/{season}/coaching/{id}/own-notes", notes::write_own),
        post("/s/{season}/coaching/{id}/own-notes/reading", notes::read),
        post("/s/{season}/coaching/own-notes/{id}/removal", notes::delete_own),
        get("/s/{season}/coaching/lock", notes::lock),
        post("/s/{season}/coaching/lock", notes::set_lock),
        post("/s/{season}/coaching/lock/removal", notes::lose),
        post("/s/{season}/coaching/sessions/{id}/said", pair::say),
        post("/s/{season}/coaching/sessions/{id}/back", pair::give_back),
    ]
}

#[derive(Deserialize)]
struct At {
    id: String,
}

impl At {
    fn id(&self) -> Id {
        Id::stored(self.id.clone())
    }
}
