//! Beginning a topic.

use askama::Template;
use axum::extract::{Query, State as Shared};
use axum::response::Response;
use serde::Deserialize;

use super::{bounded, title};
use crate::conversations::acts::{self, Draft};
use crate::conversations::model::{LONGEST, Meant, Place, Reader};
use crate::conversations::rules::Talk;
use crate::conversations::store;
use weft_kernel::Kernel;
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "conversations/templates/start.html")]
struct Start {
    page: Page,
    s: InSeason,
    form: Form,
    places: Vec<Place>,
    /// The place it is for, where that is known, with whoever reads it.
    place: Option<(Place, Vec<Reader>)>,
    /// Whether they have yet to choose, before anything is typed.
    chooses: bool,
}

impl Start {
    /// Where the form for a place is.
    fn of(&self, place: &Place) -> String {
        self.s.season.path(&format!("conversations/new?place={}", place.id))
    }

    fn choices(&self) -> Vec<(String, String)> {
        let named = self.places.iter().map(|p| (p.id.to_string(), p.title(&self.page.t)));
        std::iter::once((String::new(), self.page.t.t("talk-choose-place"))).chain(named).collect()
    }

    fn names(people: &[Reader]) -> String {
        people.iter().map(|p| p.name.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// First topics to begin with, where a place has none.
    fn starters() -> [&'static str; 3] {
        ["talk-starter-hello", "talk-starter-ask", "talk-starter-share"]
    }
}

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    place: String,
    #[serde(default)]
    about: String,
}

async fn load(kernel: &Kernel, s: InSeason, permit: &Talk, form: Form) -> Result<Start> {
    let mut conn = kernel.db.read().await?;
    let places = store::places(&mut conn, permit).await?;
    if places.is_empty() {
        return Err(Error::NotFound);
    }
    let only = if let [one] = places.as_slice() { Some(one) } else { None };
    let chosen = places.iter().find(|p| p.id.as_str() == form.value("place")).or(only).cloned();
    let place = match chosen {
        Some(place) => {
            let people = store::people(&mut conn, permit, &place).await?;
            Some((place, people))
        }
        None => None,
    };
    let chooses = place.is_none() && form.value("title").is_empty() && form.value("text").is_empty();
    Ok(Start { page: s.page.clone(), s, form, places, place, chooses })
}

pub async fn fresh(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Talk>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let mut form = Form::of(&[("place", &asked.place)]);
    if let Some(starter) =
        Start::starters().into_iter().find(|key| !asked.about.is_empty() && key.ends_with(&asked.about))
    {
        form.set("title", s.page.t.t(starter));
        form.set("text", s.page.t.t(&format!("{starter}-text")));
    }
    html(&load(&kernel, s, &permit, form).await?)
}

pub async fn begin(Shared(kernel): Shared<Kernel>, May { permit, s }: May<Talk>, mut form: Form) -> Result<Response> {
    let title = title(&mut form);
    let text = bounded(&mut form, "text", LONGEST);
    let mut page = load(&kernel, s, &permit, form).await?;
    let Some((place, people)) = page.place.take() else {
        page.form.reject("place", "wrong-talk-place");
        return unaccepted(&page);
    };
    unclear(&mut page.form, "text", &acts::meant_by(&text, &people, permit.person()));
    if !page.form.is_accepted() {
        page.place = Some((place, people));
        return unaccepted(&page);
    }
    let to = page.s.season.path("conversations/{}");
    let press = page.form.once(&kernel, Some(permit.person()), &page.s.page, &to);
    let first = Draft { text: &text, file: None };
    let id = acts::begin(&press, &permit, &place.id, &title, first).await?.ok_or(Error::NotFound)?;
    Ok(see(&super::path(&page.s, &id)))
}

/// Says in the form that a name is one of several people's.
pub(super) fn unclear(form: &mut Form, field: &str, meant: &Meant) {
    if let Some((written, names)) = &meant.unclear {
        form.reject_with(field, "wrong-talk-name", format!("@{written}: {}", names.join(", ")));
    }
}
