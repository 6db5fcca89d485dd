//! The invitation itself, by link, or by its number for whoever is signed in and invited: read it, say yes or no. The
//! link opens this page and nothing else.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use crate::selection::acts::{self, Answered, Reply};
use crate::selection::model::Answer;
use crate::selection::rules::OwnInvitation;
use crate::selection::store;
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, secret};
use weft_people::rules::own_record;
use weft_people::store as people;
use weft_people::{ASKED, Actor};
use weft_programs::{furnish, store as programs};
use weft_web::{Error, Form, Page, Result, html, unaccepted};

#[derive(Template)]
#[template(path = "selection/templates/invitation.html")]
struct Show {
    page: Page,
    form: Form,
    o: OwnInvitation,
    token: String,
    is_over: bool,
    answered: Option<Answered>,
    /// What the public page may show of whoever accepted just now.
    shown: Vec<&'static str>,
}

impl Show {
    /// Whether the public page shows them at all: without a name it shows and counts nothing of anyone.
    fn is_named(&self) -> bool {
        self.shown.contains(&"name")
    }

    fn asked(&self) -> impl Iterator<Item = (&'static str, String)> {
        let t = self.page.t;
        ASKED.into_iter().map(move |f| (f, t.t(&format!("publish-{}", f.replace('_', "-")))))
    }
}

async fn load(kernel: &Kernel, mut page: Page, actor: Option<&Actor>, token: String) -> Result<Show> {
    let own = Id::parse(&token).zip(actor.map(own_record));
    let mut conn = kernel.db.read().await?;
    let o = store::offered(&mut conn, &secret::hash(&token), own.as_ref().map(|(i, o)| (i, o)))
        .await?
        .ok_or(Error::NotFound)?;
    if let Some(season) = programs::season_by_slug(&mut conn, &o.season_slug).await? {
        furnish(&mut page, &season);
    }
    let is_over = o.answer.is_none() && o.expires_at <= kernel.now();
    Ok(Show { page, form: Form::default(), o, token, is_over, answered: None, shown: Vec::new() })
}

pub async fn show(
    State(kernel): State<Kernel>,
    page: Page,
    actor: Option<Actor>,
    Path(token): Path<String>,
) -> Result<Response> {
    html(&load(&kernel, page, actor.as_ref(), token).await?)
}

pub async fn answer(
    State(kernel): State<Kernel>,
    page: Page,
    actor: Option<Actor>,
    Path(token): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let mut show = load(&kernel, page, actor.as_ref(), token).await?;
    let answer = match form.value("answer") {
        "accept" => Answer::Accepted,
        "decline" => Answer::Declined,
        _ => {
            form.reject("answer", "wrong-choice");
            show.form = form;
            return unaccepted(&show);
        }
    };
    let note = form.optional("note");
    let shown: Vec<&str> = ASKED.into_iter().filter(|f| form.is_checked("show", f)).collect();
    let reply = Reply { answer, note: note.as_deref(), shown: &shown };
    let answered = acts::answer(&kernel, &show.o, reply).await?;
    // The same answer once more, even at the same moment, is no fault; it reads as it was taken.
    show = load(&kernel, show.page, actor.as_ref(), show.token).await?;
    let again = show.o.answer == Some(answer);
    show.answered = Some(match answered {
        Answered::TooLate if again && answer == Answer::Accepted => Answered::Accepted,
        Answered::TooLate if again => Answered::Declined,
        other => other,
    });
    if show.answered == Some(Answered::Accepted) {
        let given = people::consents(&mut kernel.db.read().await?, &show.o.person_id, &show.o.season_id).await?;
        show.shown = ASKED.into_iter().filter(|f| given.iter().any(|(p, _)| *p == format!("publish:{f}"))).collect();
    }
    html(&show)
}
