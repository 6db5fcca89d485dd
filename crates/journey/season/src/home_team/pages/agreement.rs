//! How a home team works together: what it agreed on, who agrees, what it said before, and writing it.

use askama::Template;
use axum::extract::State as Shared;
use axum::response::Response;

use crate::home_team::acts::{self, Saved};
use crate::home_team::model::{Answers, LONGEST, MOST_VERSIONS, PROMPTS, Team, Version};
use crate::home_team::rules::Belong;
use crate::home_team::store;
use weft_kernel::Kernel;
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "home_team/templates/agreement.html")]
struct Show {
    page: Page,
    s: InSeason,
    team: Team,
    /// The newest first, each with its answers where the site's key opens them.
    versions: Vec<(Version, Option<Answers>)>,
    agreed: Vec<String>,
}

#[derive(Template)]
#[template(path = "home_team/templates/agreement_edit.html")]
struct Edit {
    page: Page,
    s: InSeason,
    team: Team,
    form: Form,
    /// What stands there now, for prompts that someone else changed meanwhile.
    others: Vec<Option<String>>,
}

impl Show {
    fn day(&self, v: &Version) -> String {
        self.page.t.moment(v.at, &self.s.zone())
    }

    /// What was answered: the prompt's name and the answer.
    fn said(answers: &Answers) -> Vec<(&'static str, &str)> {
        let all = PROMPTS.iter().copied().zip(answers.0.iter().map(String::as_str));
        all.filter(|(_, answer)| !answer.is_empty()).collect()
    }

    fn writer(&self, v: &Version) -> String {
        v.writer.clone().unwrap_or_else(|| self.page.t.t("consult-someone"))
    }
}

impl Edit {
    /// Each prompt with what someone else wrote meanwhile.
    fn prompts(&self) -> Vec<(&'static str, Option<&String>)> {
        PROMPTS.iter().copied().zip(self.others.iter().map(Option::as_ref)).collect()
    }

    fn is_late(&self) -> bool {
        self.others.iter().any(Option::is_some)
    }
}

pub async fn show(Shared(kernel): Shared<Kernel>, May { permit, s }: May<Belong>) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let team = store::team(&mut conn, &permit).await?.ok_or(Error::NotFound)?;
    let versions = store::versions(&mut conn, &permit).await?;
    let agreed = store::agreed(&mut conn, &permit).await?;
    let open = |v: Version| {
        let answers = v.answers(&kernel.seal);
        (v, answers)
    };
    let versions = versions.into_iter().map(open).collect();
    html(&Show { page: s.page.clone(), s, team, versions, agreed })
}

pub async fn edit(Shared(kernel): Shared<Kernel>, May { permit, s }: May<Belong>) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let team = store::team(&mut conn, &permit).await?.ok_or(Error::NotFound)?;
    let newest = store::versions(&mut conn, &permit).await?.into_iter().next();
    let answers = newest.as_ref().and_then(|v| v.answers(&kernel.seal)).unwrap_or_default();
    let mut form = Form::of(&[]);
    fill(&mut form, &answers, newest.map_or(0, |v| v.version));
    html(&Edit { page: s.page.clone(), s, team, form, others: vec![None; PROMPTS.len()] })
}

/// Whether a form was made for the team that someone is in now.
fn is_for(form: &Form, team: &Team) -> bool {
    form.value("team").is_empty() || form.value("team") == team.id.as_str()
}

fn fill(form: &mut Form, answers: &Answers, seen: i64) {
    form.set("seen", seen.to_string());
    for (prompt, answer) in PROMPTS.iter().zip(&answers.0) {
        form.set(prompt, answer.as_str());
    }
}

pub async fn save(Shared(kernel): Shared<Kernel>, May { permit, s }: May<Belong>, mut form: Form) -> Result<Response> {
    let team = store::team(&mut kernel.db.read().await?, &permit).await?.ok_or(Error::NotFound)?;
    let text = |name: &str| form.value(name).replace("\r\n", "\n").trim().to_owned();
    let answers = Answers(PROMPTS.map(text));
    let seen = form.value("seen").parse().unwrap_or(0);
    for (prompt, answer) in PROMPTS.iter().zip(&answers.0) {
        if answer.chars().count() > LONGEST {
            form.reject_with(prompt, "wrong-longer-than", LONGEST.to_string());
        }
    }
    if answers.is_empty() && seen == 0 {
        form.reject(PROMPTS[0], "wrong-team-agreement-empty");
    }
    // Who has changed teams meanwhile wrote for the other one.
    if !is_for(&form, &team) {
        form.reject(PROMPTS[0], "wrong-team-agreement-moved");
    }
    let mut others = vec![None; PROMPTS.len()];
    if form.is_accepted() {
        match acts::save(&kernel, &permit, &team.id, seen, &answers).await? {
            Saved::Done | Saved::Same => return Ok(see(&s.season.path("home-team/agreement"))),
            Saved::Both(both) => {
                fill(&mut form, &both.merged, both.version);
                for i in both.at {
                    others[i] = Some(both.now.0[i].clone());
                    form.reject(PROMPTS[i], "wrong-team-agreement-both");
                }
            }
            Saved::Enough => form.reject_with(PROMPTS[0], "wrong-team-agreement-enough", MOST_VERSIONS.to_string()),
        }
    }
    unaccepted(&Edit { page: s.page.clone(), s, team, form, others })
}

pub async fn agree(Shared(kernel): Shared<Kernel>, May { permit, s }: May<Belong>, form: Form) -> Result<Response> {
    let version = form.value("version").parse().unwrap_or(0);
    let team = store::team(&mut kernel.db.read().await?, &permit).await?.ok_or(Error::NotFound)?;
    let is_done = is_for(&form, &team) && acts::agree(&kernel, &permit, &team.id, version).await?;
    let after = if is_done { "" } else { "?agreed=late" };
    Ok(see(&s.season.path(&format!("home-team/agreement{after}"))))
}

pub async fn take_back(Shared(kernel): Shared<Kernel>, May { permit, s }: May<Belong>, form: Form) -> Result<Response> {
    acts::take_back(&kernel, &permit, form.value("version").parse().unwrap_or(0)).await?;
    Ok(see(&s.season.path("home-team/agreement")))
}
