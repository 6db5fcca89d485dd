//! Who was invited and what they said.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::kernel::Kernel;
use crate::kernel::clock::Time;
use crate::programs::InSeason;
use crate::selection::model::InvitationLine;
use crate::selection::{rules, store};
use crate::web::{Error, Page, Result, html};

#[derive(Template)]
#[template(path = "selection/templates/invitations.html")]
struct Show {
    page: Page,
    s: InSeason,
    lines: Vec<InvitationLine>,
    now: Time,
}

impl Show {
    /// `accepted`, `declined`, `lapsed` or `waiting`.
    fn state(&self, line: &InvitationLine) -> String {
        match &line.answer {
            Some(answer) => answer.clone(),
            None if line.expires_at <= self.now => "lapsed".into(),
            None => "waiting".into(),
        }
    }

    fn count(&self, state: &str) -> usize {
        self.lines.iter().filter(|l| self.state(l) == state).count()
    }
}

pub async fn show(State(kernel): State<Kernel>, s: InSeason) -> Result<Response> {
    let see = rules::may_see(&s).ok_or(Error::NotFound)?;
    let lines = store::invitations(&mut kernel.db.read().await?, &see).await?;
    html(&Show { page: s.page.clone(), s, lines, now: kernel.now() })
}
