//! The report on a pool, or on its cohort: page, print and CSV from one function.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use serde::Deserialize;

use crate::applications::merges::Merges;
use crate::applications::store as applications;
use crate::call::labels::{Labels, labels};
use crate::report::pool::{self, Report, Table};
use crate::report::{rules, store};
use weft_kernel::Kernel;
use weft_kernel::i18n::{Tr, Words};
use weft_programs::InSeason;
use weft_web::charts::{Bar, Bars};
use weft_web::{Error, Page, Result, download, html};

#[derive(Template)]
#[template(path = "report/templates/show.html")]
struct Show {
    page: Page,
    s: InSeason,
    report: Report,
    floor: u64,
    labels: Labels,
    is_cohort: bool,
    may_choose_floor: bool,
    /// Whether themes can be coded, or begun.
    may_code: bool,
    may_see_all: bool,
    day: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wants {
    /// `cohort` counts those with a seat alone.
    of: String,
    /// `staff` asks for the lower floor.
    floor: String,
}

async fn load(kernel: &Kernel, s: &InSeason, wants: &Wants) -> Result<(Report, u64, Labels)> {
    let wanted = match wants.floor.as_str() {
        "staff" => Some(rules::STAFF_FLOOR),
        "all" => Some(rules::EVERY_COUNT),
        _ => None,
    };
    let permit = rules::may_see(s, wanted).ok_or(Error::NotFound)?;
    let mut conn = kernel.db.read().await?;
    let mut people = store::counted(&mut conn, &permit).await?;
    let merges = Merges::new(applications::merges(&mut conn, permit.season()).await?);
    for p in &mut people {
        p.merge(&merges);
    }
    let is_cohort = wants.of == "cohort";
    let begun = if is_cohort { 0 } else { store::begun(&mut conn, &permit).await? };
    let (themes, codings) =
        (store::themes(&mut conn, permit.season()).await?, store::codings(&mut conn, permit.season()).await?);
    let labels = labels(&mut conn, permit.season(), s.page.t.0).await?;
    let mut whole = pool::report(&people, begun, &themes, &codings, permit.floor, s.page.t.0);
    // What people say of themselves is told in totals above a floor, to everyone.
    let said = store::about_them(&mut conn, &permit).await?;
    let floor = permit.floor.max(rules::STAFF_FLOOR);
    whole.tables.extend(pool::about_themselves(&said, people.len(), false, floor));
    if !is_cohort {
        return Ok((whole, permit.floor, labels));
    }
    people.retain(|c| c.is_member);
    let mut part = pool::report(&people, 0, &themes, &codings, permit.floor, s.page.t.0);
    let mut about = Report { tables: pool::about_themselves(&said, people.len(), true, floor), ..part.clone() };
    about = pool::beside(about, &whole, floor);
    part = pool::beside(part, &whole, permit.floor);
    part.tables.extend(about.tables);
    Ok((part, permit.floor, labels))
}

/// What those are called who stand in no row of a table.
fn rest(t: Tr, table: &Table) -> String {
    t.t(if table.holds_back { "report-rest" } else { "report-no-answer" })
}

/// What a table is called: a field's name, or the question as it was asked.
fn title(t: Tr, labels: &Labels, table: &Table) -> String {
    let key = format!("field-{}", table.field.replace('_', "-"));
    if let Ok(asked) = serde_json::from_str::<Words>(&table.asked) {
        return asked.said(&t).to_owned();
    }
    match (table.is_question, t.has(&key)) {
        (true, _) => t.a("report-themes-of", "question", labels.of(&table.field).to_owned()),
        (false, true) => t.t(&key),
        (false, false) => table.field.replace(['_', '-'], " "),
    }
}

fn label(t: Tr, table: &Table, text: &str) -> String {
    if table.is_question {
        // A theme in the program's own words.
        text.to_owned()
    } else if table.field == "language" {
        weft_kernel::i18n::Lang::parse(text).map_or_else(|| text.to_owned(), |l| l.name().to_owned())
    } else {
        weft_web::words::of(t, &table.field, text)
    }
}

impl Show {
    fn chart(&self, at: usize) -> String {
        let t = self.page.t;
        let Some(table) = self.report.tables.get(at) else { return String::new() };
        let mut bars = table.chart();
        for bar in &mut bars {
            bar.label = label(t, table, &bar.label);
        }
        if table.rest() > 0 {
            bars.push(Bar { label: rest(t, table), count: Some(table.rest() as i64) });
        }
        let title = t.a2("report-table", "title", title(t, &self.labels, table), "n", table.n);
        Bars {
            t,
            id: &format!("table-{at}"),
            title,
            column: t.t("value"),
            bars: &bars,
            of: table.n as i64,
            held_back: String::new(),
        }
        .render()
        .unwrap_or_default()
    }

    /// Fewer people than the floor: then how many is not said either.
    fn is_few(&self) -> bool {
        (1..self.floor).contains(&(self.report.n as u64))
    }

    fn numbers(&self) -> Vec<usize> {
        (0..self.report.tables.len()).filter(|i| !self.report.tables[*i].bars.is_empty()).collect()
    }

    /// Tables of which no row may be shown.
    fn silent(&self) -> String {
        let t = self.page.t;
        self.report
            .tables
            .iter()
            .filter(|table| table.bars.is_empty())
            .map(|table| title(t, &self.labels, table))
            .collect::<Vec<_>>()
            .join(", ")
    }

    fn table(&self, at: usize) -> &Table {
        &self.report.tables[at]
    }

    fn agreement(&self, at: usize) -> String {
        let t = self.page.t;
        let table = self.table(at);
        let parts: Vec<String> = table
            .bars
            .iter()
            .zip(&table.agreement)
            .filter_map(|((label, _), a)| a.map(|a| format!("{label} {}", t.decimal(a, 2))))
            .collect();
        t.a2("report-agreement", "n", table.twice, "list", parts.join("; "))
    }

    fn here(&self, of: &str, floor: &str) -> String {
        let query: Vec<(&str, &str)> =
            [("of", of), ("floor", floor)].into_iter().filter(|(_, v)| !v.is_empty()).collect();
        format!("{}?{}", self.s.season.path("pool-report"), serde_urlencoded::to_string(query).unwrap_or_default())
    }

    fn of(&self) -> &'static str {
        if self.is_cohort { "cohort" } else { "" }
    }

    fn floor_word(&self) -> &'static str {
        match self.floor {
            rules::STAFF_FLOOR => "staff",
            rules::EVERY_COUNT => "all",
            _ => "",
        }
    }

    fn csv(&self) -> String {
        self.here(self.of(), self.floor_word()).replace("/pool-report?", "/pool-report/counts.csv?")
    }
}

pub async fn show(State(kernel): State<Kernel>, s: InSeason, Query(wants): Query<Wants>) -> Result<Response> {
    let (report, floor, labels) = load(&kernel, &s, &wants).await?;
    let may_code = rules::may_code(&s, true).is_some() && super::codebook::coder(&kernel, &s).await.is_ok();
    html(&Show {
        page: s.page.clone(),
        may_choose_floor: rules::may_see(&s, Some(rules::STAFF_FLOOR)).is_some_and(|p| p.floor == rules::STAFF_FLOOR),
        may_code,
        may_see_all: rules::may_see(&s, Some(rules::EVERY_COUNT)).is_some_and(|p| p.floor == rules::EVERY_COUNT),
        day: s.page.t.date(kernel.now(), &s.season.zone),
        is_cohort: wants.of == "cohort",
        report,
        floor,
        labels,
        s,
    })
}

/// The same numbers as a file: table, value, count, n.
pub async fn csv(State(kernel): State<Kernel>, s: InSeason, Query(wants): Query<Wants>) -> Result<Response> {
    let (report, floor, labels) = load(&kernel, &s, &wants).await?;
    let t = s.page.t;
    let mut rows = vec![["table", "value", "count", "n", "floor"].map(str::to_owned).to_vec()];
    let mut add = |table: &str, value: String, count: String, n: usize| {
        rows.push(vec![table.to_owned(), value, count, n.to_string(), floor.to_string()]);
    };
    for (stage, n) in &report.funnel {
        add("funnel", t.t(&format!("stage-{stage}")), n.to_string(), report.n);
    }
    for table in &report.tables {
        for (value, n) in &table.bars {
            add(&title(t, &labels, table), label(t, table, value), n.to_string(), table.n);
        }
        if table.rest() > 0 {
            add(&title(t, &labels, table), rest(t, table), table.rest().to_string(), table.n);
        } else if table.holds_back {
            add(&title(t, &labels, table), t.t("held-back-others"), t.t("held-back"), table.n);
        }
    }
    Ok(download::csv("pool-report.csv", &rows))
}
