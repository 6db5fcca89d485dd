//! Pages of commitments: all that one may read, one of them, and the page of an email's link.

mod link;
mod list;
mod one;

use serde::Deserialize;

use super::model::{Agreement, Draft, LONGEST, Rhythm, SeenBy, Theme};
use weft_kernel::i18n::Tr;
use weft_kernel::ids::Id;
use weft_web::route::{get, post};
use weft_web::{Form, Route};

pub fn routes() -> Vec<Route> {
    vec![
        get("/s/{season}/commitments", list::show),
        post("/s/{season}/commitments", one::make),
        get("/s/{season}/commitments/new", one::fresh),
        get("/s/{season}/commitments/{id}", one::show),
        post("/s/{season}/commitments/{id}", one::change),
        post("/s/{season}/commitments/{id}/checks", one::check_in),
        post("/s/{season}/commitments/{id}/checks/{check}/removal", one::undo),
        post("/s/{season}/commitments/{id}/witness", one::answer),
        post("/s/{season}/commitments/{id}/celebration", one::celebrate),
        post("/s/{season}/commitments/{id}/removal", one::delete),
        get("/check-in/{token}", link::show),
        post("/check-in/{token}", link::check_in),
    ]
}

#[derive(Deserialize)]
struct At {
    id: String,
    #[serde(default)]
    check: String,
}

impl At {
    fn id(&self) -> Id {
        Id::stored(self.id.clone())
    }
}

/// Choices of a list, as value and text.
fn rhythms(t: Tr) -> Vec<(String, String)> {
    Rhythm::ALL.iter().map(|r| (r.name().to_owned(), t.t(&format!("commitment-rhythm-{r}")))).collect()
}

fn themes(t: Tr) -> Vec<(String, String)> {
    let none = (String::new(), t.t("commitment-theme-none"));
    let all = Theme::ALL.iter().map(|x| (x.name().to_owned(), t.t(&format!("commitment-theme-{x}"))));
    std::iter::once(none).chain(all).collect()
}

/// A day that may be left out.
fn day(form: &mut Form, name: &str) -> Option<String> {
    if form.value(name).trim().is_empty() { None } else { Some(form.date(name)) }
}

/// A commitment as it was typed; what is wrong stands in the form. `others` are those who can be a witness.
fn read(form: &mut Form, others: &[(String, String)]) -> Draft {
    let what = form.required("what");
    let text = |form: &Form, name: &str| form.value(name).replace("\r\n", "\n").trim().to_owned();
    let (cue, support, missed) = (text(form, "cue"), text(form, "support"), text(form, "missed"));
    for (name, value) in [("what", &what), ("cue", &cue), ("support", &support), ("missed", &missed)] {
        if value.chars().count() > LONGEST {
            form.reject_with(name, "wrong-longer-than", LONGEST.to_string());
        }
    }
    let (by_on, until_on) = (day(form, "by_on"), day(form, "until_on"));
    let seen_by = SeenBy::parse(form.value("seen_by")).unwrap_or_else(|| {
        form.reject("seen_by", "wrong-choice");
        SeenBy::Me
    });
    let person = form.value("witness").to_owned();
    if !person.is_empty() && !others.iter().any(|(id, _)| *id == person) {
        form.reject("witness", "wrong-choice");
    }
    match (seen_by, person.is_empty()) {
        (SeenBy::Me, false) => form.reject("seen_by", "wrong-witness-unseeing"),
        (SeenBy::Witness, true) => form.reject("witness", "wrong-witness-missing"),
        _ => {}
    }
    Draft {
        what,
        cue,
        by_on,
        support,
        seen_by,
        theme: Theme::parse(form.value("theme")),
        rhythm: Rhythm::parse(form.value("rhythm")).unwrap_or(Rhythm::Gathering),
        witness: (!person.is_empty()).then(|| Agreement { person: Id::stored(person), missed, until_on }),
    }
}
