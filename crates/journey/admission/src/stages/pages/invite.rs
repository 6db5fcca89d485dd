//! Inviting those who were chosen for a stage: to how many, the email as one of them gets it, what stands in the way.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;

use super::{At, later};
use crate::call::store::GoesOn;
use crate::stages::acts::{self, Stop};
use crate::stages::model::Kind;
use crate::stages::rules::RunStages;
use crate::stages::store;
use weft_kernel::Kernel;
use weft_kernel::i18n::Lang;
use weft_kernel::outbox;
use weft_programs::emails::Emails;
use weft_programs::{InSeason, May};
use weft_web::{Form, Page, Result, html, see};

#[derive(Template)]
#[template(path = "stages/templates/invite.html")]
struct Show {
    page: Page,
    s: InSeason,
    no: i64,
    title: String,
    is_form: bool,
    due: String,
    /// Those who get an email, and those whose address nobody knows.
    people: Vec<GoesOn>,
    without: Vec<GoesOn>,
    /// Language, subject and paragraphs, as one person gets it.
    previews: Vec<(Lang, String, Vec<String>)>,
    /// What stands in the way: its key, where that is mended, and the words for it.
    stop: Option<(&'static str, String, &'static str)>,
    /// The first people are invited to it now: choosing goes on to this stage.
    is_first: bool,
    holds: bool,
    done: Option<(usize, usize)>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct After {
    sent: Option<usize>,
    without: Option<usize>,
}

pub async fn show(
    State(kernel): State<Kernel>,
    May { permit, s }: May<RunStages>,
    Path(at): Path<At>,
    Query(after): Query<After>,
) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let (_, stage) = later(&mut conn, &s, &at).await?;
    let (people, without): (Vec<GoesOn>, Vec<GoesOn>) =
        store::to_invite(&mut conn, &permit, stage.no).await?.into_iter().partition(|p| p.email.is_some());
    let emails = Emails::of(&mut conn, &s.season).await?;
    let preview = |lang: Lang| {
        let who = people.iter().find(|p| p.language == lang.tag())?;
        let mail = acts::letter(&kernel, &emails, &stage, who, Some("…"));
        let mut paragraphs = mail.source.paragraphs;
        paragraphs.push(mail.source.signature.join("\n"));
        Some((lang, mail.subject, paragraphs))
    };
    let path = |to: &str| s.season.path(to);
    let stop = acts::stop(&kernel, &mut conn, &permit, &stage).await?.map(|stop| match stop {
        Stop::Reviewing => ("stage-stop-reviewing", path("reviewers"), "place-readers"),
        Stop::NotNext => ("stage-stop-not-next", path("stages"), "place-stages"),
        Stop::Applying => ("stage-stop-applying", path("call"), "place-call"),
        Stop::Answering => ("stage-stop-answering", path("stages"), "place-stages"),
        Stop::NoForm => ("stage-stop-no-form", path("call#parts"), "place-call"),
        Stop::NoDate => ("stage-stop-no-date", path(&format!("stages#stage-{}", stage.no)), "place-stages"),
    });
    let t = s.page.t;
    html(&Show {
        page: s.page.clone(),
        no: stage.no,
        title: stage.title.0.of(t.0).to_owned(),
        is_form: stage.kind == Kind::Form,
        due: stage.due_at.map_or_else(String::new, |at| t.moment(at, &s.season.zone)),
        previews: [Lang::En, Lang::Es].into_iter().filter_map(preview).collect(),
        stop,
        is_first: stage.opened_at.is_none(),
        holds: outbox::held::holds(&mut conn, &s.season.id).await?,
        done: after.sent.map(|n| (n, after.without.unwrap_or(0))),
        people,
        without,
        s,
    })
}

pub async fn send(
    State(kernel): State<Kernel>,
    May { permit, s }: May<RunStages>,
    Path(at): Path<At>,
    form: Form,
) -> Result<Response> {
    let (_, stage) = later(&mut kernel.db.read().await?, &s, &at).await?;
    let to = s.season.path(&format!("stages/{}/invitations", stage.no));
    let press = form.once(&kernel, s.actor_id(), &s.page, &format!("{to}?{{}}"));
    let done = acts::invite(&press, &permit, s.actor_id(), &s.season, stage.no).await?;
    Ok(see(&match done {
        Ok(done) => format!("{to}?{done}"),
        Err(_) => to,
    }))
}
