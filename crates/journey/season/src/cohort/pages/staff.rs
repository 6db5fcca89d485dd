//! The cohort from inside: leads see facts and every count, facilitators and members see names.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::cohort::model::{Member, Named};
use crate::cohort::snapshot::{self, Face, Snapshot};
use crate::cohort::{rules, store};
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, events};
use weft_people::pages::proof;
use weft_programs::{InSeason, May, Role};
use weft_web::charts::Bars;
use weft_web::{Error, Page, Result, download, html};

#[derive(Template)]
#[template(path = "cohort/templates/staff.html")]
struct Show {
    page: Page,
    s: InSeason,
    names: Vec<Named>,
    /// What the public page shows, or will show, of each: members see of one another no less.
    faces: BTreeMap<Id, Face>,
    /// Whether the public page is out.
    is_out: bool,
    members: Vec<(Member, usize)>,
    snapshot: Option<Snapshot>,
    /// Whether the reader may end a membership.
    ends: bool,
}

/// The charts of a snapshot, drawn.
pub fn charts(page: &Page, s: &Snapshot) -> Vec<String> {
    s.tables
        .iter()
        .filter(|table| table.n > 0)
        .filter_map(|table| {
            let label = weft_web::words::field(page.t, table.field);
            let spoken: Vec<_> = table
                .bars
                .iter()
                .map(|b| weft_web::charts::Bar {
                    label: weft_web::words::of(page.t, table.field, &b.label).replace('/', "/\u{200b}"),
                    count: b.count,
                })
                .collect();
            let bars = Bars {
                t: page.t,
                id: table.field,
                title: match s.named {
                    Some(named) => page.t.args(
                        "public-table",
                        &[("field", label.clone().into()), ("n", table.n.into()), ("of", named.into())],
                    ),
                    None => label.clone(),
                },
                column: label,
                bars: &spoken,
                of: table.n as i64,
                held_back: String::new(),
            };
            bars.render().ok()
        })
        .collect()
}

impl Show {
    fn charts(&self) -> Vec<String> {
        self.snapshot.as_ref().map(|s| charts(&self.page, s)).unwrap_or_default()
    }
}

pub async fn show(State(kernel): State<Kernel>, May { permit: see, s }: May<rules::SeeNames>) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let names = store::names(&mut conn, &see).await?;
    let members = match rules::may_see_members(&s) {
        Some(permit) => Some(store::members(&mut conn, &permit).await?),
        None => None,
    };
    let permit = rules::may_compare(&see);
    let consents = store::consents(&mut conn, &permit).await?;
    let public = store::members_to_publish(&mut conn, &permit).await?;
    let faces = public.iter().filter_map(|m| snapshot::face(m, &consents)).map(|f| (f.person.clone(), f)).collect();
    let release = store::release(&mut conn, &s.season.id).await?;
    let snapshot = members.as_ref().map(|m| snapshot::for_staff(m));
    let members = members
        .unwrap_or_default()
        .into_iter()
        .map(|m| (consents.get(m.person_id.as_str()).map_or(0, std::collections::BTreeSet::len), m));
    let ends = s.season.program_kind == "cohort" && s.is(&[Role::Lead, Role::CoLead]);
    let members = members.map(|(n, m)| (m, n)).collect();
    let is_out = release.is_some_and(|r| r.public_at <= kernel.now());
    html(&Show { page: s.page.clone(), ends, s, names, members, snapshot, faces, is_out })
}

/// The roster for leads: names and facts, no contact, no identity, no answers.
pub async fn csv(State(kernel): State<Kernel>, May { permit, s }: May<rules::SeeMembers>) -> Result<Response> {
    let actor = s.actor.as_ref().ok_or(Error::NotFound)?;
    if let Some(ask) = proof::sent_away(&kernel, actor, &s.season.path("cohort.csv")) {
        return Ok(ask);
    }
    let mut tx = kernel.db.begin().await?;
    let event = events::Event {
        actor: Some(&actor.person_id),
        verb: "cohort.exported",
        subject: &s.season.id,
        season: Some(&s.season.id),
        detail: None,
    };
    events::record(&kernel, &mut tx, event).await?;
    tx.commit().await?;
    let members = store::members(&mut kernel.db.read().await?, &permit).await?;
    let header = [
        "application_id",
        "name",
        "organization",
        "role_title",
        "role_level",
        "region",
        "primary_issue_area",
        "health_focus",
        "years_in_role",
    ];
    let mut rows = vec![header.map(str::to_owned).to_vec()];
    rows.extend(members.into_iter().map(|m| {
        vec![
            m.external_id,
            m.display_name,
            m.organization.unwrap_or_default(),
            m.role_title.unwrap_or_default(),
            m.role_level.unwrap_or_default(),
            m.region.unwrap_or_default(),
            m.primary_issue_area.unwrap_or_default(),
            m.health_focus.unwrap_or_default(),
            m.years_in_role.map(|y| y.to_string()).unwrap_or_default(),
        ]
    }));
    Ok(download::csv("cohort.csv", &rows))
}
