//! A member's own choice: field by field, dated, taken back at any time.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::cohort::rules;
use weft_kernel::Kernel;
use weft_people::PUBLISH;
use weft_people::shares::{self, Said};
use weft_people::store as people;
use weft_programs::InSeason;
use weft_web::{Error, Form, Page, Result, html, see};

#[derive(Template)]
#[template(path = "cohort/templates/consent.html")]
struct Show {
    page: Page,
    s: InSeason,
    choices: Vec<Choice>,
}

struct Choice {
    field: &'static str,
    label: String,
    /// Since when, in words, if it is given.
    since: Option<String>,
}

impl Show {
    /// Whether something is chosen that is not shown, because the name is not.
    fn is_nameless(&self) -> bool {
        let is_chosen = |c: &Choice| c.since.is_some();
        self.choices.iter().any(is_chosen) && !self.choices.iter().any(|c| c.field == "name" && is_chosen(c))
    }
}

pub async fn show(State(kernel): State<Kernel>, s: InSeason) -> Result<Response> {
    let share = rules::may_share(&s).ok_or(Error::NotFound)?;
    let given = people::consents(&mut kernel.db.read().await?, share.person(), share.season()).await?;
    let t = s.page.t;
    let choices = PUBLISH
        .iter()
        .map(|field| {
            let purpose = format!("publish:{field}");
            let since = given.iter().find(|(p, _)| *p == purpose).map(|(_, at)| t.date(at, &s.season.zone));
            Choice { field, label: t.t(&format!("publish-{}", field.replace('_', "-"))), since }
        })
        .collect();
    html(&Show { page: s.page.clone(), s, choices })
}

pub async fn save(State(kernel): State<Kernel>, s: InSeason, form: Form) -> Result<Response> {
    let share = rules::may_share(&s).ok_or(Error::NotFound)?;
    let shown: Vec<&str> = PUBLISH.into_iter().filter(|f| form.is_checked("field", f)).collect();
    let mut tx = kernel.db.begin().await?;
    let said = Said { among: &PUBLISH, shown: &shown };
    shares::say(&kernel, &mut tx, share.person(), share.season(), said).await?;
    tx.commit().await?;
    Ok(see(&format!("{}?saved=1", s.season.path("consent"))))
}
