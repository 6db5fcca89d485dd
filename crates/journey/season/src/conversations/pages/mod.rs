//! Pages of conversations: the list, one topic, beginning one, searching, what one hears by email.

mod list;
mod one;
mod search;
mod settings;
mod start;
mod stop;

use serde::Deserialize;

use super::model::Topic;
use super::rules::Talk;
use super::store;
use weft_kernel::db::Conn;
use weft_kernel::ids::Id;
use weft_programs::InSeason;
use weft_web::route::{get, post};
use weft_web::{Error, Form, Result, Route};

/// The largest form with a file in it, in bytes.
///
/// A file that is somewhat too large is read to its end, so that its sender reads why it is refused.
const MOST_FORM: usize = 3 * super::model::MOST_FILE;

pub fn routes() -> Vec<Route> {
    vec![
        get("/s/{season}/conversations", list::show),
        post("/s/{season}/conversations", start::begin),
        get("/s/{season}/conversations/new", start::fresh),
        get("/s/{season}/conversations/search", search::show),
        get("/s/{season}/conversations/settings", settings::show),
        post("/s/{season}/conversations/settings", settings::save),
        get("/s/{season}/conversations/keeping", settings::keeping),
        post("/s/{season}/conversations/keeping", settings::keep),
        get("/s/{season}/conversations/mine", list::mine),
        post("/s/{season}/conversations/read", list::read_all),
        post("/s/{season}/conversations/teams/{topic}/staff", list::let_staff_in),
        get("/s/{season}/conversations/{topic}", one::show),
        post("/s/{season}/conversations/{topic}", one::rename),
        post("/s/{season}/conversations/{topic}/state", one::set_state),
        get("/s/{season}/conversations/{topic}/messages", one::back),
        post("/s/{season}/conversations/{topic}/messages", one::say),
        get("/s/{season}/conversations/{topic}/files", one::back),
        post("/s/{season}/conversations/{topic}/files", one::send_file).up_to(MOST_FORM),
        get("/s/{season}/conversations/{topic}/files/{file}", one::file),
        get("/s/{season}/conversations/{topic}/news", one::news),
        get("/s/{season}/conversations/{topic}/live", one::live),
        get("/s/{season}/conversations/{topic}/messages/{n}/edit", one::edit),
        post("/s/{season}/conversations/{topic}/messages/{n}", one::change),
        post("/s/{season}/conversations/{topic}/messages/{n}/removal", one::remove),
        post("/s/{season}/conversations/{topic}/messages/{n}/return", one::put_back),
        get("/conversation-email/{key}", stop::show),
        post("/conversation-email/{key}", stop::stop),
    ]
}

#[derive(Deserialize)]
struct At {
    topic: String,
    #[serde(default)]
    n: String,
    #[serde(default)]
    file: String,
}

impl At {
    fn topic(&self) -> Id {
        Id::stored(self.topic.clone())
    }

    /// The number of a message.
    fn n(&self) -> Result<i64> {
        self.n.parse().map_err(|_| Error::NotFound)
    }
}

fn path(s: &InSeason, topic: &Id) -> String {
    s.season.path(&format!("conversations/{topic}"))
}

/// The topic of a path, for someone who reads it; missing for everyone else.
async fn topic(conn: &mut Conn, permit: &Talk, at: &At) -> Result<Topic> {
    store::topic(conn, permit, &at.topic()).await?.ok_or(Error::NotFound)
}

/// A title, in one line.
fn title(form: &mut Form) -> String {
    bounded(form, "title", super::model::LONGEST_TITLE).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text of a form that may be no longer than it is kept.
fn bounded(form: &mut Form, field: &str, most: usize) -> String {
    let text = form.required(field);
    if text.chars().count() > most {
        form.reject_with(field, "wrong-longer-than", most.to_string());
    }
    text
}
