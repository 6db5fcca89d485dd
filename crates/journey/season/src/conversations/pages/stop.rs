//! Ends emails about a place: by the link in one of them, without signing in, and by a mail program's own button
//! (RFC 8058).

use askama::Template;
use axum::extract::{Path, Query, State as Shared};
use axum::response::Response;
use serde::Deserialize;

use crate::conversations::acts;
use crate::conversations::model::named;
use crate::conversations::store::marks::{self, Holder, Key};
use weft_kernel::Kernel;
use weft_web::{Error, Page, Result, html};

#[derive(Template)]
#[template(path = "conversations/templates/stop.html")]
struct Stop {
    page: Page,
    key: String,
    holder: Holder,
    /// Whether it is about the daily email, and not about one place.
    is_daily: bool,
    is_done: bool,
}

impl Stop {
    fn place(&self) -> String {
        named(&self.page.t, self.holder.kind, &self.holder.place_name)
    }

    fn asked(&self) -> String {
        if self.is_daily {
            self.page.t.t("talk-stop-daily")
        } else {
            self.page.t.a("talk-stop-text", "place", self.place())
        }
    }

    fn done(&self) -> String {
        if self.is_daily {
            self.page.t.t("talk-stopped-daily")
        } else {
            self.page.t.a("talk-stopped", "place", self.place())
        }
    }

    fn action(&self) -> String {
        format!("/conversation-email/{}{}", self.key, if self.is_daily { "?what=daily" } else { "" })
    }

    fn settings(&self) -> String {
        format!("/s/{}/conversations/settings", self.holder.season_slug)
    }
}

#[derive(Deserialize)]
pub struct What {
    #[serde(default)]
    what: String,
}

impl What {
    fn is_daily(&self) -> bool {
        self.what == "daily"
    }
}

/// Whose link it is, while they are there.
async fn holder(kernel: &Kernel, key: &str, is_daily: bool) -> Result<Holder> {
    let found = marks::holder(&mut kernel.db.read().await?, Key::Ends(key)).await?;
    // The daily email is about other places, too.
    found.filter(|h| h.reads || is_daily).ok_or(Error::NotFound)
}

pub async fn show(
    Shared(kernel): Shared<Kernel>,
    page: Page,
    Path(key): Path<String>,
    Query(what): Query<What>,
) -> Result<Response> {
    let holder = holder(&kernel, &key, what.is_daily()).await?;
    html(&Stop { page, key, holder, is_daily: what.is_daily(), is_done: false })
}

pub async fn stop(
    Shared(kernel): Shared<Kernel>,
    page: Page,
    Path(key): Path<String>,
    Query(what): Query<What>,
) -> Result<Response> {
    let holder = holder(&kernel, &key, what.is_daily()).await?;
    acts::end_emails(&kernel, &holder, what.is_daily()).await?;
    html(&Stop { page, key, holder, is_daily: what.is_daily(), is_done: true })
}
