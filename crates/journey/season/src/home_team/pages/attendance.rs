//! Attendance by team, for those who lead and facilitate: numbers of teams, and of nobody.

use askama::Template;
use axum::extract::State as Shared;
use axum::response::Response;

use crate::home_team::model::{Count, Table, TeamLine, Turnout};
use crate::home_team::rules::Look;
use crate::home_team::store::{self, attendance};
use weft_kernel::Kernel;
use weft_programs::{InSeason, May};
use weft_web::{Page, Result, html};

#[derive(Template)]
#[template(path = "home_team/templates/attendance.html")]
struct Show {
    page: Page,
    s: InSeason,
    teams: Vec<TeamLine>,
    table: Table,
}

impl Show {
    /// Each team's name, and what those in none are called.
    fn columns(&self) -> Vec<String> {
        let mut all: Vec<String> = self.teams.iter().map(|t| t.name.clone()).collect();
        if self.table.has_others() {
            all.push(self.page.t.t("team-attendance-others"));
        }
        all
    }

    /// The counts that have a column, each with its name.
    fn cells<'c>(&self, counts: &'c [Count]) -> Vec<(String, &'c Count)> {
        self.columns().into_iter().zip(counts).collect()
    }

    fn day(&self, of: &Turnout) -> String {
        self.page.t.date(of.starts_at, &self.s.season.zone)
    }
}

pub async fn show(Shared(kernel): Shared<Kernel>, May { permit, s }: May<Look>) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let teams = store::lines(&mut conn, &permit).await?;
    let table = Table::of(&teams, &attendance::of_all(&mut conn, &permit, kernel.now()).await?);
    html(&Show { page: s.page.clone(), s, teams, table })
}
