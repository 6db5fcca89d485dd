//! Group coaching as the program arranges it: what is confidential, groups, who is in them, how many sessions.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use serde::Deserialize;

use super::At;
use crate::coaching::group::{Group, GroupCounts, LONGEST_NAME, MOST_SEATS, New};
use crate::coaching::groups::{self, Made};
use crate::coaching::model::{Agreement, Coach, LONGEST_AGREEMENT};
use crate::coaching::rules::Arrange;
use crate::coaching::store;
use weft_kernel::Kernel;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "coaching/templates/groups.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    text: Option<Agreement>,
    groups: Vec<Group>,
    counts: Vec<GroupCounts>,
    /// Who is in which group.
    inside: Vec<(Id, Id, String)>,
    coaches: Vec<Coach>,
    cohort: Vec<(Id, String)>,
    teams: Vec<(Id, String, Id)>,
}

impl Show {
    fn path(&self, below: &str) -> String {
        self.s.season.path(&format!("coaching/program/groups{below}"))
    }

    fn open(&self) -> Vec<&Group> {
        self.groups.iter().filter(|g| g.is_open()).collect()
    }

    fn over(&self) -> Vec<&Group> {
        self.groups.iter().filter(|g| !g.is_open()).collect()
    }

    fn people(&self, g: &Group) -> Vec<(&Id, &str)> {
        let there = self.inside.iter().filter(|(group, ..)| *group == g.id);
        there.map(|(_, id, name)| (id, name.as_str())).collect()
    }

    /// Whom a group can get.
    fn others(&self, g: &Group) -> Vec<(String, String)> {
        let is_in = |id: &Id| self.inside.iter().any(|(group, person, _)| *group == g.id && person == id);
        let others = self.cohort.iter().filter(|(id, _)| !is_in(id) && !g.is_coached_by(id));
        others.map(|(id, name)| (id.to_string(), name.clone())).collect()
    }

    fn sessions(&self, g: &Group) -> String {
        let none = GroupCounts { group_id: g.id.clone(), held: 0, came: 0, ahead: 0, waiting: 0 };
        let c = self.counts.iter().find(|c| c.group_id == g.id).unwrap_or(&none);
        let t = self.page.t;
        let parts = [
            t.a2("coaching-group-sum-held", "n", c.held, "came", c.came),
            t.a("coaching-group-sum-ahead", "n", c.ahead),
            t.a("coaching-group-sum-waiting", "n", c.waiting),
        ];
        let is_said = [true, true, c.waiting > 0];
        parts.into_iter().zip(is_said).filter(|(_, is)| *is).map(|(text, _)| text).collect::<Vec<_>>().join(" · ")
    }

    fn coach_options(&self) -> Vec<(String, String)> {
        let none = (String::new(), self.page.t.t("coaching-group-choose"));
        let ready = self.coaches.iter().filter(|c| c.is_ready);
        std::iter::once(none).chain(ready.map(|c| (c.person_id.to_string(), c.name.clone()))).collect()
    }

    fn team_options(&self) -> Vec<(String, String)> {
        let mut all = vec![(String::new(), self.page.t.t("coaching-group-no-team"))];
        for (id, name, _) in &self.teams {
            if all.last().is_none_or(|(last, _)| last != id.as_str()) {
                all.push((id.to_string(), name.clone()));
            }
        }
        all
    }
}

async fn load(kernel: &Kernel, s: InSeason, permit: &Arrange, mut form: Form) -> Result<Show> {
    let mut conn = kernel.db.read().await?;
    store::terms(&mut conn, permit.season()).await?.ok_or(Error::NotFound)?;
    let text = store::group_text(&mut conn, permit.season()).await?;
    for (name, lang) in [("text_en", Lang::En), ("text_es", Lang::Es)] {
        if form.value(name).is_empty() && !form.is_wrong(name) {
            let kept = text.as_ref().map(|a| a.text(Tr(lang)).to_owned());
            form.set(name, kept.unwrap_or_else(|| usual(lang)));
        }
    }
    if form.value("seats").is_empty() && !form.is_wrong("seats") {
        form.set("seats", "8");
    }
    Ok(Show {
        page: s.page.clone(),
        groups: store::groups(&mut conn, permit).await?,
        counts: store::group_counts(&mut conn, permit, kernel.now()).await?,
        inside: store::in_groups(&mut conn, permit).await?,
        coaches: store::coaches(&mut conn, permit.season()).await?,
        cohort: store::cohort(&mut conn, permit).await?,
        teams: store::home_teams(&mut conn, permit).await?,
        text,
        form,
        s,
    })
}

/// The text a program begins with, in a language.
pub fn usual(lang: Lang) -> String {
    Tr(lang).t("coaching-group-text-usual")
}

fn home(s: &InSeason) -> String {
    s.season.path("coaching/program/groups")
}

pub async fn show(State(kernel): State<Kernel>, May { permit, s }: May<Arrange>) -> Result<Response> {
    html(&load(&kernel, s, &permit, Form::default()).await?)
}

pub async fn text(State(kernel): State<Kernel>, May { permit, s }: May<Arrange>, mut form: Form) -> Result<Response> {
    let [en, es] = ["text_en", "text_es"].map(|name| {
        let text = form.required(name).replace("\r\n", "\n");
        if text.chars().count() > LONGEST_AGREEMENT {
            form.reject_with(name, "wrong-longer-than", LONGEST_AGREEMENT.to_string());
        }
        text
    });
    if !form.is_accepted() {
        return unaccepted(&load(&kernel, s, &permit, form).await?);
    }
    groups::set_text(&kernel, &permit, (&en, &es)).await?;
    Ok(see(&home(&s)))
}

/// Whom a form chooses: people by name, and those of a home team.
async fn chosen(kernel: &Kernel, permit: &Arrange, form: &Form) -> Result<Vec<Id>> {
    let mut all: BTreeSet<Id> = form.values("person").map(|id| Id::stored(id.to_owned())).collect();
    let teams = store::home_teams(&mut kernel.db.read().await?, permit).await?;
    all.extend(teams.into_iter().filter(|(id, ..)| id.as_str() == form.value("team")).map(|(.., person)| person));
    Ok(all.into_iter().collect())
}

pub async fn make(State(kernel): State<Kernel>, May { permit, s }: May<Arrange>, mut form: Form) -> Result<Response> {
    let name = form.required("name");
    if name.chars().count() > LONGEST_NAME {
        form.reject_with("name", "wrong-longer-than", LONGEST_NAME.to_string());
    }
    let seats = form.number("seats", 2..=MOST_SEATS);
    if form.value("coach").is_empty() {
        form.reject("coach", "wrong-coaching-group-coach");
    }
    let people = chosen(&kernel, &permit, &form).await?;
    if people.len() < 2 {
        form.reject("people", "wrong-coaching-group-people");
    }
    if form.is_accepted() {
        let coach = Id::stored(form.value("coach").to_owned());
        let new = New { name: &name, coach: &coach, seats, people: &people };
        let press = form.once(&kernel, s.actor_id(), &s.page, &home(&s));
        match groups::make(&press, &permit, &s.season, &new).await? {
            Made::Done(_) => return Ok(see(&home(&s))),
            Made::NoCoach => form.reject("coach", "wrong-coaching-group-coach"),
            Made::Full => form.reject("people", "wrong-coaching-group-full"),
        }
    }
    unaccepted(&load(&kernel, s, &permit, form).await?)
}

pub async fn add(
    State(kernel): State<Kernel>,
    May { permit, s }: May<Arrange>,
    Path(at): Path<At>,
    mut form: Form,
) -> Result<Response> {
    let people = chosen(&kernel, &permit, &form).await?;
    let field = format!("add-{}", at.id);
    match groups::add(&kernel, &permit, &s.season, (&at.id(), &people)).await? {
        Made::Done(_) => return Ok(see(&home(&s))),
        Made::NoCoach | Made::Full => form.reject(&field, "wrong-coaching-group-full"),
    }
    unaccepted(&load(&kernel, s, &permit, form).await?)
}

/// Someone in the address of their group.
#[derive(Deserialize)]
pub struct Inside {
    id: String,
    person: String,
}

pub async fn remove(
    State(kernel): State<Kernel>,
    May { permit, s }: May<Arrange>,
    Path(at): Path<Inside>,
) -> Result<Response> {
    let at = (Id::stored(at.id), Id::stored(at.person));
    groups::remove(&kernel, &permit, &s.season, (&at.0, &at.1)).await?;
    Ok(see(&home(&s)))
}

pub async fn end(
    State(kernel): State<Kernel>,
    May { permit, s }: May<Arrange>,
    Path(at): Path<At>,
) -> Result<Response> {
    groups::end(&kernel, &permit, &s.season, &at.id()).await?;
    Ok(see(&home(&s)))
}
