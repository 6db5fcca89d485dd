//! The team builder: wishes, the teams with their reasons, moving by hand, accepting.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use weft_assign::teams::{Teams, common};

use crate::cohort::{Member, store as cohort};
use crate::teams::acts::{self, Move, Moved, Proposed};
use crate::teams::model::{FIELDS, NAMES, Plan, Wishes};
use crate::teams::rules::FormTeams;
use crate::teams::{rules, store};
use weft_kernel::Kernel;
use weft_kernel::collate;
use weft_people::names::told_apart;
use weft_programs::{InSeason, May};
use weft_web::words;
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "teams/templates/builder.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    fields: Vec<(String, String)>,
    people: Vec<(String, String)>,
    plan: Option<Plan>,
    teams: Vec<Team>,
    violations: usize,
    can_form: bool,
    member_count: usize,
}

struct Team {
    number: usize,
    name: String,
    score: Option<i64>,
    reasons: Vec<String>,
    members: Vec<(String, String, String)>,
}

async fn load(kernel: &Kernel, s: InSeason, permit: &FormTeams, form: Option<Form>) -> Result<(Show, Vec<Member>)> {
    let mut conn = kernel.db.read().await?;
    let members = cohort::members(&mut conn, permit.members()).await?;
    let plan = store::latest(&mut conn, permit).await?;
    let t = s.page.t;
    let wishes = plan.as_ref().map_or_else(acts::default_wishes, |plan| plan.settings.0.clone());
    let result = plan.as_ref().map(|plan| plan.result.0.clone());
    let mut people: Vec<(String, String)> = vec![(String::new(), t.t("choose"))];
    // Two of one name are told apart by where they work, or by the number of their application.
    people.extend(told_apart(
        members
            .iter()
            .map(|m| {
                let hint = m.organization.clone().unwrap_or_else(|| m.external_id.clone());
                (m.external_id.clone(), m.display_name.clone(), hint)
            })
            .collect(),
    ));
    let show = Show {
        fields: FIELDS.iter().map(|f| ((*f).to_owned(), words::field(t, f))).collect(),
        people,
        teams: result.as_ref().map(|r| draw_teams(&s, r, &members, &wishes)).unwrap_or_default(),
        violations: result.as_ref().map_or(0, |r| r.violations),
        form: form.unwrap_or_else(|| filled(&wishes)),
        can_form: true,
        member_count: members.len(),
        plan,
        page: s.page.clone(),
        s,
    };
    Ok((show, members))
}

fn filled(w: &Wishes) -> Form {
    let size = w.size.to_string();
    let mut fields: Vec<(&str, &str)> = vec![("size", &size)];
    let names = ["alike-1", "alike-2", "alike-3"];
    fields.extend(names.iter().zip(&w.alike).map(|(n, f)| (*n, f.as_str())));
    fields.extend(w.not_alone.iter().map(|f| ("not-alone", f.as_str())));
    for (kind, pairs) in [(["apart-a", "apart-b"], &w.apart), (["together-a", "together-b"], &w.together)] {
        for (a, b) in pairs {
            fields.extend([(kind[0], a.as_str()), (kind[1], b.as_str())]);
        }
    }
    Form::of(&fields)
}

impl Show {
    /// The pairs of a rule as the form has them, and one empty pair to add.
    fn pairs(&self, kind: &str) -> Vec<(usize, String, String)> {
        let side = |s: &str| {
            self.form
                .fields()
                .iter()
                .filter(|(n, _)| *n == format!("{kind}-{s}"))
                .map(|(_, v)| v.clone())
                .collect::<Vec<_>>()
        };
        let mut pairs: Vec<(String, String)> =
            side("a").into_iter().zip(side("b")).filter(|(a, b)| !a.is_empty() || !b.is_empty()).collect();
        pairs.push((String::new(), String::new()));
        pairs.into_iter().enumerate().map(|(i, (a, b))| (i, a, b)).collect()
    }
}

fn draw_teams(s: &InSeason, result: &Teams, members: &[Member], wishes: &Wishes) -> Vec<Team> {
    let t = s.page.t;
    let solver: BTreeMap<String, weft_assign::teams::Member> =
        acts::solver_members(members).into_iter().map(|m| (m.id.clone(), m)).collect();
    let of: BTreeMap<&str, &Member> = members.iter().map(|m| (m.external_id.as_str(), m)).collect();
    result
        .teams
        .iter()
        .enumerate()
        .map(|(i, ids)| {
            let in_team: Vec<&weft_assign::teams::Member> = ids.iter().filter_map(|id| solver.get(id)).collect();
            let reasons = common(&in_team, &wishes.alike)
                .into_iter()
                .take(4)
                .map(|(f, v, n)| {
                    t.args(
                        "team-reason",
                        &[
                            ("n", n.into()),
                            ("of", ids.len().into()),
                            ("field", words::field(t, &f).into()),
                            ("value", words::value(t, &v).into()),
                        ],
                    )
                })
                .collect();
            let facts = |m: &Member| {
                [m.region.as_deref(), m.primary_issue_area.as_deref()]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(" · ")
            };
            let mut list: Vec<(String, String, String)> = ids
                .iter()
                .filter_map(|id| of.get(id.as_str()))
                .map(|m| (m.external_id.clone(), m.display_name.clone(), facts(m)))
                .collect();
            collate::sort_by_name(&mut list, |m| &m.1);
            Team {
                number: i + 1,
                name: NAMES.get(i).map_or_else(|| format!("Team {}", i + 1), |n| (*n).to_owned()),
                score: result.scores.get(i).map(|s| s / 10),
                reasons,
                members: list,
            }
        })
        .collect()
}

pub async fn show(State(kernel): State<Kernel>, s: InSeason) -> Result<Response> {
    if let Some(permit) = rules::may_form(&s) {
        return html(&load(&kernel, s, &permit, None).await?.0);
    }
    let see = rules::may_see(&s).ok_or(Error::NotFound)?;
    let mut teams: Vec<Team> = Vec::new();
    for (name, position, person) in store::teams(&mut kernel.db.read().await?, &see).await? {
        let number = usize::try_from(position).unwrap_or(0) + 1;
        if teams.last().is_none_or(|t| t.number != number) {
            teams.push(Team { number, name, score: None, reasons: Vec::new(), members: Vec::new() });
        }
        if let Some(team) = teams.last_mut() {
            team.members.push((String::new(), person, String::new()));
        }
    }
    let member_count = teams.iter().map(|t| t.members.len()).sum();
    html(&Show {
        page: s.page.clone(),
        s,
        form: Form::default(),
        fields: Vec::new(),
        people: Vec::new(),
        plan: None,
        teams,
        violations: 0,
        can_form: false,
        member_count,
    })
}

fn pairs(form: &Form, a: &str, b: &str, known: &[Member]) -> Vec<(String, String)> {
    let is_known = |id: &str| known.iter().any(|m| m.external_id == id);
    form.values(a)
        .zip(form.values(b))
        .filter(|(a, b)| a != b && is_known(a) && is_known(b))
        .map(|(a, b)| (a.to_owned(), b.to_owned()))
        .collect()
}

pub async fn propose(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::FormTeams>,
    mut form: Form,
) -> Result<Response> {
    let actor = s.actor_id().ok_or(Error::NotFound)?.clone();
    let size = form.number("size", 2..=20) as usize;
    let known = |f: &&str| FIELDS.contains(f);
    let mut alike: Vec<String> = Vec::new();
    for name in ["alike-1", "alike-2", "alike-3"] {
        let field = form.value(name).to_owned();
        if known(&field.as_str()) && !alike.contains(&field) {
            alike.push(field);
        }
    }
    if alike.is_empty() {
        form.reject("alike-1", "wrong-choice");
    }
    let path = s.season.path("teams");
    let (mut show, members) = load(&kernel, s, &permit, Some(form)).await?;
    if show.form.is_accepted() {
        let wishes = Wishes {
            size,
            alike,
            not_alone: show.form.values("not-alone").filter(known).map(str::to_owned).collect(),
            apart: pairs(&show.form, "apart-a", "apart-b", &members),
            together: pairs(&show.form, "together-a", "together-b", &members),
        };
        let press = show.form.once(&kernel, Some(&actor), &show.page, &path);
        match acts::propose(&press, &permit, &actor, &members, &wishes).await? {
            Proposed::Done => return Ok(see(&path)),
            Proposed::Impossible(_) => show.form.reject("size", "wrong-team-size"),
        }
    }
    unaccepted(&show)
}

pub async fn move_member(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::FormTeams>,
    form: Form,
) -> Result<Response> {
    let actor = s.actor_id().ok_or(Error::NotFound)?.clone();
    let mut conn = kernel.db.read().await?;
    let plan = store::latest(&mut conn, &permit).await?.ok_or(Error::NotFound)?;
    let members = cohort::members(&mut conn, permit.members()).await?;
    drop(conn);
    let asked = Move { who: form.value("member"), team: form.value("team").parse().unwrap_or(0) };
    let press = form.once(&kernel, Some(&actor), &s.page, &s.season.path("teams"));
    match acts::move_member(&press, &permit, &actor, &plan, &members, asked).await? {
        Moved::Done => Ok(see(&s.season.path("teams"))),
        Moved::Unknown => {
            let mut form = filled(&plan.settings);
            form.reject("member", "wrong-move");
            unaccepted(&load(&kernel, s, &permit, Some(form)).await?.0)
        }
    }
}

pub async fn accept(State(kernel): State<Kernel>, May { permit, s }: May<rules::FormTeams>) -> Result<Response> {
    let actor = s.actor_id().ok_or(Error::NotFound)?;
    let mut conn = kernel.db.read().await?;
    let plan = store::latest(&mut conn, &permit).await?.ok_or(Error::NotFound)?;
    let members = cohort::members(&mut conn, permit.members()).await?;
    drop(conn);
    acts::accept(&kernel, &permit, actor, &plan, &members).await?;
    Ok(see(&s.season.path("teams")))
}
