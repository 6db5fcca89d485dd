//! One card, to read, to practise and to print.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::{At, card, path};
use crate::library::acts::{self, Published};
use crate::library::model::Card;
use crate::library::store::Tag;
use crate::library::{rules, store};
use weft_community::support::{self, Foot};
use weft_kernel::Kernel;
use weft_programs::{InSeason, May};
use weft_web::{Error, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "library/templates/show.html")]
struct Show {
    page: Page,
    s: InSeason,
    c: Card,
    tags: Vec<Tag>,
    keeps: bool,
    foot: Foot,
    /// What is missing before it may be published; said once that was tried.
    is_refused: bool,
}

async fn load(kernel: &Kernel, s: InSeason, at: &At) -> Result<Show> {
    let mut conn = kernel.db.read().await?;
    let permit = rules::may_read(&s).ok_or(Error::NotFound)?;
    let c = card(&mut conn, &permit, at).await?;
    let mut tags = store::tags(&mut conn, &permit).await?;
    tags.retain(|t| t.card_id == c.id);
    // Where something may come up: in practices, and where the card itself says so.
    let is_heavy = c.kind == "practice" || !c.care(&s.page.t).is_empty();
    let foot = if is_heavy { support::foot(&mut conn, &s).await? } else { Foot::default() };
    Ok(Show { page: s.page.clone(), foot, tags, keeps: rules::may_keep(&s).is_some(), is_refused: false, c, s })
}

impl Show {
    fn path(&self) -> String {
        path(&self.s, self.c.number)
    }

    /// The language it is only in, where that is not the reader's.
    fn elsewhere(&self) -> Option<&'static str> {
        self.c.only_in().filter(|l| *l != self.page.lang())
    }

    fn is_published(&self) -> bool {
        self.c.published_at.is_some()
    }
}

pub async fn show(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    html(&load(&kernel, s, &at).await?)
}

pub async fn publish(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::KeepLibrary>,
    Path(at): Path<At>,
) -> Result<Response> {
    let mut page = load(&kernel, s, &at).await?;
    match acts::publish(&kernel, &permit, page.s.actor_id(), &page.c).await? {
        Published::Done => Ok(see(&page.path())),
        Published::Incomplete => {
            page.is_refused = true;
            unaccepted(&page)
        }
    }
}

pub async fn withdraw(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::KeepLibrary>,
    Path(at): Path<At>,
) -> Result<Response> {
    acts::withdraw(&kernel, &permit, s.actor_id(), at.number()?).await?;
    Ok(see(&path(&s, at.number()?)))
}

pub async fn remove(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::KeepLibrary>,
    Path(at): Path<At>,
) -> Result<Response> {
    acts::remove(&kernel, &permit, s.actor_id(), at.number()?).await?;
    Ok(see(&s.season.path("library")))
}
