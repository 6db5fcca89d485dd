//! The start page: for visitors what this is, for everyone else her seasons and what is hers in them.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::applications::{self, MyApplication};
use crate::kernel::i18n::Real;
use crate::kernel::{Kernel, outbox};
use crate::people::Actor;
use crate::programs::model::{MySeason, OpenCall, Program, Role};
use crate::programs::{rules, store};
use crate::selection;
use crate::selection::filling::Place;
use crate::teams::{self, MyTeam};
use crate::web::{Page, Result, html};

#[derive(Template)]
#[template(path = "app/templates/welcome.html")]
struct Welcome {
    page: Page,
    programs: Vec<Program>,
    calls: Vec<OpenCall>,
}

#[derive(Template)]
#[template(path = "app/templates/home.html")]
struct Home {
    page: Page,
    name: String,
    seasons: Vec<MySeason>,
    teams: Vec<MyTeam>,
    applications: Vec<MyApplication>,
    places: Vec<Place>,
    backlog: Option<(i64, i64)>,
}

pub async fn show(State(kernel): State<Kernel>, page: Page, actor: Option<Actor>) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let Some(actor) = actor else {
        let programs = store::programs(&mut conn).await?;
        let calls = store::open_calls(&mut conn, None, kernel.now()).await?;
        return html(&Welcome { page, programs, calls });
    };
    let house = rules::effective(store::house_roles(&mut conn, &actor.person_id).await?, actor.strength);
    let is_owner = house.contains(&Role::Owner);
    let mut seasons = if is_owner { store::all_seasons(&mut conn).await? } else { store::my_seasons(&mut conn, &actor.person_id).await? };
    seasons.retain(|s| Role::parse(&s.role).is_some_and(|r| actor.strength.opens_staff_roles() || !r.needs_two_factors()));
    // Someone with a seat need not read that she once applied for it.
    let seated: Vec<String> = seasons.iter().filter(|s| s.role == Role::Participant.name()).map(|s| s.season_slug.clone()).collect();
    seasons.retain(|s| s.role != Role::Applicant.name() || !seated.contains(&s.season_slug));
    let home = Home {
        teams: teams::of_person(&mut conn, &actor).await?,
        applications: applications::of_person(&mut conn, &actor).await?,
        places: selection::standings(&mut conn, &actor).await?,
        backlog: if is_owner { Some(outbox::backlog(&mut conn).await?) } else { None },
        name: actor.name,
        page,
        seasons,
    };
    html(&home)
}

impl Home {
    fn percent(chance: impl Real) -> String {
        format!("{:.1} %", chance.real() * 100.0)
    }

    /// Where a role's work in a season begins.
    fn door(season: &MySeason) -> Option<String> {
        let slug = &season.season_slug;
        match Role::parse(&season.role)? {
            Role::Owner | Role::Lead | Role::CoLead | Role::Facilitator | Role::Evaluator | Role::Advisor => Some(format!("/s/{slug}")),
            Role::Participant => Some(format!("/s/{slug}/cohort")),
            Role::Reviewer => Some(format!("/s/{slug}/reading")),
            Role::Funder => Some(format!("/s/{slug}/pool-report")),
            _ => None,
        }
    }
}
