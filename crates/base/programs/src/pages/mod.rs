//! Pages of programs and seasons.

mod catalog;
mod edit;
mod email;
mod emails;
mod look;
mod make;
mod outbox;
mod owners;
mod returned;
mod roles;
mod set_up;
mod setup;
mod staff_invitation;

use weft_web::Route;
use weft_web::route::{get, post};

pub fn routes() -> Vec<Route> {
    vec![
        get("/programs", catalog::list),
        get("/programs/{program}", catalog::show),
        get("/programs/{program}/edit", edit::show),
        post("/programs/{program}/edit", edit::save),
        get("/programs/{program}/look", look::show),
        post("/programs/{program}/look", look::preview).up_to(super::look::MOST_BYTES + 64 * 1024),
        post("/programs/{program}/look/publication", look::publish),
        post("/programs/{program}/look/removal", look::discard),
        post("/programs/{program}/look/undo", look::undo),
        post("/programs/{program}/look/reset", look::reset),
        get("/looks/{id}/look.css", look::style),
        get("/looks/{id}/preview.css", look::preview_style),
        get("/looks/{id}/logo.png", look::logo),
        get("/s/{season}/look", look::of_season),
        get("/owners", owners::show),
        post("/owners", owners::invite),
        post("/owners/{id}/end", owners::end),
        get("/new-program", make::ask_program),
        post("/new-program", make::make_program),
        get("/programs/{program}/new-season", make::ask_season),
        post("/programs/{program}/new-season", make::make_season),
        get("/s/{season}/set-up", set_up::show),
        post("/s/{season}/set-up", set_up::save),
        post("/s/{season}/access-contact", set_up::name_contact),
        post("/s/{season}/setup-steps/{step}", setup::skip),
        get("/s/{season}/roles", roles::show),
        post("/s/{season}/roles", roles::invite),
        post("/s/{season}/roles/{id}/end", roles::end),
        post("/s/{season}/staff-invitations/{id}/revoke", roles::revoke),
        get("/s/{season}/outbox", outbox::show),
        post("/s/{season}/outbox", outbox::all),
        get("/s/{season}/outbox/{id}", outbox::read),
        post("/s/{season}/outbox/{id}", outbox::save),
        post("/s/{season}/outbox/{id}/act", outbox::act),
        get("/s/{season}/emails", emails::show),
        post("/s/{season}/emails", emails::save_sender),
        get("/s/{season}/emails/{kind}", email::show),
        post("/s/{season}/emails/{kind}", email::save),
        post("/s/{season}/emails/{kind}/test", email::test),
        post("/s/{season}/emails/{kind}/versions/{version}", email::restore),
        get("/s/{season}/returned-email", returned::show),
        post("/s/{season}/returned-email", returned::lift_all),
        post("/s/{season}/returned-email/{id}", returned::lift_one),
        get("/staff-invitation/{token}", staff_invitation::show),
        post("/staff-invitation/{token}", staff_invitation::take),
    ]
}
