//! The page of an email's link: buttons that say how it goes. Opening it changes nothing, and it opens nothing else.

use askama::Template;
use axum::extract::{Path, State as Shared};
use axum::response::Response;

use crate::commitments::acts;
use crate::commitments::model::{LONGEST, State};
use crate::commitments::store::{self, KeyHolder};
use weft_kernel::{Kernel, secret};
use weft_programs::{Season, furnish, store as programs};
use weft_web::{Error, Form, Page, Result, html, unaccepted};

#[derive(Template)]
#[template(path = "commitments/templates/link.html")]
struct Show {
    page: Page,
    season: Season,
    form: Form,
    of: KeyHolder,
    token: String,
    /// What was said now.
    said: Option<State>,
}

impl Show {
    fn states() -> &'static [State] {
        &State::SAID
    }

    fn path(&self) -> String {
        self.season.path(&format!("commitments#c-{}", self.of.commitment_id))
    }
}

async fn load(kernel: &Kernel, mut page: Page, token: String) -> Result<Show> {
    let mut conn = kernel.db.read().await?;
    let of = store::by_key(&mut conn, &secret::hash(&token), kernel.now()).await?.ok_or(Error::NotFound)?;
    let season = programs::season_by_slug(&mut conn, &of.season_slug).await?.ok_or(Error::NotFound)?;
    furnish(&mut page, &season);
    Ok(Show { page, season, form: Form::default(), of, token, said: None })
}

pub async fn show(Shared(kernel): Shared<Kernel>, page: Page, Path(token): Path<String>) -> Result<Response> {
    html(&load(&kernel, page, token).await?)
}

pub async fn check_in(
    Shared(kernel): Shared<Kernel>,
    page: Page,
    Path(token): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let mut show = load(&kernel, page, token).await?;
    let state = State::parse(form.value("state")).ok_or(Error::BadRequest)?;
    let learning = form.value("learning").replace("\r\n", "\n").trim().to_owned();
    if learning.chars().count() > LONGEST {
        form.reject_with("learning", "wrong-longer-than", LONGEST.to_string());
        show.form = form;
        return unaccepted(&show);
    }
    if acts::check_in_by_link(&kernel, &show.token, &show.of, (state, &learning)).await? {
        show.said = Some(state);
    } else {
        show.of.used_at = show.of.used_at.or(Some(kernel.now()));
    }
    html(&show)
}
