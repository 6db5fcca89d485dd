//! The lists by which cards are found and through which worksheets ask: skills, topics, roles of an ecosystem.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::library::model::LISTS;
use crate::library::{acts, rules};
use weft_kernel::Kernel;
use weft_programs::{InSeason, May, store as programs};
use weft_web::{Form, Page, Result, html, see, unaccepted};

/// Most items of a list, and longest item in characters.
const MOST: usize = 60;
const LONGEST: usize = 120;

#[derive(Template)]
#[template(path = "library/templates/lists.html")]
struct Lists {
    page: Page,
    s: InSeason,
    form: Form,
}

pub async fn show(State(kernel): State<Kernel>, May { permit: _, s }: May<rules::KeepLibrary>) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let mut form = Form::default();
    for list in LISTS {
        let values: Vec<String> =
            programs::list(&mut conn, &s.season.program_id, list).await?.into_iter().map(|i| i.value).collect();
        form.set(list, values.join("\n"));
    }
    html(&Lists { page: s.page.clone(), s, form })
}

pub async fn save(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::KeepLibrary>,
    mut form: Form,
) -> Result<Response> {
    let mut all: Vec<(&str, Vec<String>)> = Vec::new();
    for list in LISTS {
        let mut values: Vec<String> =
            form.value(list).lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect();
        let mut seen = Vec::new();
        values.retain(|v| !seen.contains(v) && (seen.push(v.clone()), true).1);
        if values.len() > MOST || values.iter().any(|v| v.chars().count() > LONGEST) {
            form.reject(list, "wrong-list-long");
        }
        all.push((list, values));
    }
    if !form.is_accepted() {
        return unaccepted(&Lists { page: s.page.clone(), s, form });
    }
    acts::set_lists(&kernel, &permit, s.actor_id(), &all).await?;
    Ok(see(&s.season.path("library-lists")))
}
