//! Where each column of a file goes. Columns that need a decision stand on top, with what is proposed and samples.

use askama::Template;

use super::import_reading;
use crate::applications::mapping::{self, Plan, Proposal};
use crate::applications::model::Kind;
use crate::applications::names::{self, Cut};
use crate::applications::parse;
use crate::applications::waiting::Waiting;
use crate::applications::{columns, matching};
use weft_kernel::i18n::Tr;
use weft_kernel::moment::{self, Order, Settled};
use weft_media::table::Fault;
use weft_programs::InSeason;
use weft_web::{Form, Page};

/// Values of a column that are shown.
const SAMPLES: usize = 3;

#[derive(Template)]
#[template(path = "applications/templates/import_columns.html")]
pub struct Columns {
    page: Page,
    s: InSeason,
    file: Waiting,
    form: Form,
    all: Vec<Column>,
    targets: Vec<(String, String)>,
    /// Why another sheet or encoding could not be read.
    unread: Option<Fault>,
}

/// A way to read a column, with samples of what comes of it.
struct Way {
    value: &'static str,
    label: String,
    samples: Vec<(String, String)>,
    is_chosen: bool,
}

struct Column {
    number: usize,
    name: String,
    target: String,
    store: String,
    /// The first value, for the line of a column that needs no decision.
    first: String,
    samples: Vec<String>,
    /// Why a person has to decide about it.
    why: Option<String>,
    orders: Vec<Way>,
    cuts: Vec<Way>,
}

/// What a place for a column is called.
pub fn target_name(t: Tr, kind: Kind, target: &str) -> String {
    if kind != Kind::Applications {
        return matching::key(kind, target).map_or_else(|| target.replace('_', " "), |key| t.t(key));
    }
    match target {
        mapping::ANSWER | mapping::LEAVE_OUT => t.t(&format!("target-{target}")),
        "full_name" => t.t("target-full-name"),
        _ => target.replace('_', " "),
    }
}

impl Columns {
    pub fn new(s: InSeason, file: Waiting, form: Form) -> Self {
        if file.kind == Kind::Applications {
            Self::of_applications(s, file, form)
        } else {
            Self::elsewhere(s, file, form)
        }
    }

    /// Another sheet or encoding could not be read.
    pub fn unread(s: InSeason, file: Waiting, fault: Fault) -> Self {
        Self { unread: Some(fault), ..Self::new(s, file, Form::default()) }
    }

    /// Columns of a file about what was done elsewhere.
    fn elsewhere(s: InSeason, file: Waiting, form: Form) -> Self {
        let (t, kind) = (s.page.t, file.kind);
        let all = columns::labels(&file.table.headers)
            .into_iter()
            .enumerate()
            .map(|(number, label)| {
                let target = file.plan.targets[number].clone();
                let samples: Vec<String> = samples(&file, number).map(|c| short(c, 70)).collect();
                let is_sure = matching::is_known(kind, &file.table.headers[number], &target) || samples.is_empty();
                let why = if target == mapping::LEAVE_OUT { "why-unknown" } else { "why-guess-other" };
                Column {
                    number,
                    name: label.said(&t).to_owned(),
                    store: String::new(),
                    first: samples.first().cloned().unwrap_or_default(),
                    why: (!is_sure && !file.is_confirmed && file.saved_at.is_none()).then(|| t.t(why)),
                    samples,
                    orders: Vec::new(),
                    cuts: Vec::new(),
                    target,
                }
            })
            .collect();
        let targets = matching::targets(kind).into_iter().map(|n| (n.to_owned(), target_name(t, kind, n))).collect();
        Self { page: s.page.clone(), s, file, form, all, targets, unread: None }
    }

    fn of_applications(s: InSeason, file: Waiting, form: Form) -> Self {
        let t = s.page.t;
        let proposals = mapping::propose(&file.table.headers);
        let unsettled = file.plan.unsettled(&file.table.rows);
        let all = columns::labels(&file.table.headers)
            .into_iter()
            .enumerate()
            .map(|(number, label)| {
                let target = file.plan.targets[number].clone();
                let settled = unsettled.iter().find(|(at, _)| *at == number).map(|(_, settled)| *settled);
                let needs = Needs { is_wrong: form.is_wrong(&format!("order-{number}")), settled };
                Column {
                    number,
                    name: label.said(&t).to_owned(),
                    store: t.t(mapping::store_of(&target)),
                    first: samples(&file, number).next().map(|c| short(c, 70)).unwrap_or_default(),
                    // Dates and names are shown with what is read of them.
                    samples: match target.as_str() {
                        "submitted_at" | "full_name" => Vec::new(),
                        _ => samples(&file, number).map(|c| short(c, 70)).collect(),
                    },
                    why: why(&file, &proposals[number], (number, &target), &needs).map(|key| t.t(key)),
                    orders: orders(&s, &file, number, &target),
                    cuts: cuts(&s, &file, number, &target),
                    target,
                }
            })
            .collect();
        let targets = mapping::targets().map(|n| (n.to_owned(), target_name(t, file.kind, n))).collect();
        Self { page: s.page.clone(), s, file, form, all, targets, unread: None }
    }

    /// Columns that need a decision.
    fn open(&self) -> Vec<&Column> {
        self.all.iter().filter(|c| c.why.is_some()).collect()
    }

    fn others(&self) -> Vec<&Column> {
        self.all.iter().filter(|c| c.why.is_none()).collect()
    }

    /// What is chosen for a column, in words.
    fn goes_to(&self, c: &Column) -> String {
        target_name(self.page.t, self.file.kind, &c.target)
    }

    /// Few may see what a column holds: the page says so without opening it.
    #[expect(clippy::unused_self, reason = "a template calls it")]
    fn is_kept_apart(&self, c: &Column) -> bool {
        !c.store.is_empty() && matches!(mapping::store_of(&c.target), "store-identity" | "store-access")
    }

    /// Something that was said of this column has to be said again.
    fn is_wrong(&self, c: &Column) -> bool {
        ["column", "order"].iter().any(|what| self.form.is_wrong(&format!("{what}-{}", c.number)))
    }

    fn damaged(&self) -> usize {
        let is_damaged = |cells: &Vec<String>| cells.iter().any(|c| c.contains(weft_media::table::DAMAGED));
        self.file.table.rows.iter().filter(|(_, cells)| is_damaged(cells)).count()
    }

    /// What the file lacks, as a key of what to do.
    fn lacking(&self) -> Option<&'static str> {
        match self.file.kind {
            Kind::Applications if self.has_no_email() => Some("import-no-email"),
            Kind::Applications => None,
            kind => matching::lacking(kind, &self.file.plan.targets),
        }
    }

    fn is_applications(&self) -> bool {
        self.file.kind == Kind::Applications
    }

    fn path(&self) -> String {
        self.s.season.path(&format!("imports/{}", self.file.id))
    }

    fn has_no_email(&self) -> bool {
        !self.file.plan.targets.iter().any(|t| t == "email")
    }

    fn has_no_name(&self) -> bool {
        self.is_applications() && !self.file.plan.targets.iter().any(|t| parse::NAMES.contains(&t.as_str()))
    }
}

struct Needs {
    is_wrong: bool,
    settled: Option<Settled>,
}

fn why(file: &Waiting, proposal: &Proposal, (number, target): (usize, &str), needs: &Needs) -> Option<&'static str> {
    match needs.settled {
        Some(Settled::Ask) => return Some("why-dates"),
        Some(Settled::Mixed) => return Some("why-dates-mixed"),
        _ if needs.is_wrong => return Some("why-dates"),
        _ => {}
    }
    let is_fresh = file.fresh.contains(&number);
    if (file.saved_at.is_some() && !is_fresh) || file.is_confirmed {
        return None;
    }
    if target == "email" && !samples(file, number).any(weft_web::form::is_email) {
        return Some("why-no-addresses");
    }
    // It was taken for what another column, which is empty, is called.
    let is_moved = target != proposal.target && ![mapping::ANSWER, mapping::LEAVE_OUT].contains(&target);
    if is_moved && is_fresh {
        return Some("why-fresh");
    }
    if !proposal.is_guess && !is_moved {
        let is_like_email = target == mapping::ANSWER
            && !file.plan.targets.iter().any(|t| t == "email")
            && samples(file, number).any(weft_web::form::is_email);
        let is_like_access = target == mapping::ANSWER && samples(file, number).any(mapping::is_like_access);
        return match () {
            () if is_like_email => Some("why-addresses"),
            () if is_like_access => Some("why-access-maybe"),
            () if is_fresh => Some("why-fresh"),
            () => None,
        };
    }
    Some(match (target, mapping::store_of(target)) {
        (mapping::LEAVE_OUT, _) => "why-second",
        ("full_name", _) => "why-name",
        (_, "store-access") => "why-access",
        (_, "store-identity") => "why-identity",
        (mapping::ANSWER, _) => "why-no-name",
        _ => "why-guess",
    })
}

fn samples(file: &Waiting, column: usize) -> impl Iterator<Item = &str> {
    let cells = file.table.rows.iter().filter_map(move |(_, cells)| cells.get(column));
    cells.map(|c| c.trim()).filter(|c| !c.is_empty()).take(SAMPLES)
}

/// The first few of these that differ.
fn distinct<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<&'t str> {
    let mut out: Vec<&str> = Vec::new();
    for text in texts {
        if out.len() == SAMPLES {
            break;
        }
        if !out.contains(&text) {
            out.push(text);
        }
    }
    out
}

fn short(text: &str, most: usize) -> String {
    if text.chars().count() <= most { text.to_owned() } else { text.chars().take(most).chain(['…']).collect() }
}

/// The ways to read a column of dates: one where its dates tell it, else both.
fn orders(s: &InSeason, file: &Waiting, column: usize, target: &str) -> Vec<Way> {
    if target != "submitted_at" {
        return Vec::new();
    }
    let t = s.page.t;
    let texts = || file.table.rows.iter().filter_map(move |(_, cells)| cells.get(column)).map(|c| c.trim());
    let chosen = file.plan.order(column);
    // Where a date of the column tells, there is nothing to choose.
    let is_open = matches!(moment::settle(texts()), Settled::Ask | Settled::Mixed);
    let way = |order: Order| {
        // Dates that tell the ways apart say most.
        let apart = texts().filter(|c| moment::read(c).is_some_and(|w| w.has_two_readings()));
        let shown = distinct(apart.chain(texts().filter(|c| !c.is_empty())));
        let read = |text: &str| match parse::moment(text, Some(order), &s.season.zone) {
            Ok(at) => t.moment(at, &s.season.zone),
            Err(_) => t.t("date-unread"),
        };
        Way {
            value: order.name(),
            label: t.t(if is_open { order.name() } else { "dates-read" }),
            samples: shown.into_iter().map(|text| (short(text, 40), read(text))).collect(),
            is_chosen: chosen == Some(order),
        }
    };
    if is_open { Order::ALL.into_iter().map(way).collect() } else { vec![way(chosen.unwrap_or(Order::MonthFirst))] }
}

fn cuts(s: &InSeason, file: &Waiting, column: usize, target: &str) -> Vec<Way> {
    if target != "full_name" {
        return Vec::new();
    }
    let long = || {
        let cells = file.table.rows.iter().filter_map(move |(_, cells)| cells.get(column)).map(|c| c.trim());
        let (long, other): (Vec<&str>, Vec<&str>) =
            cells.filter(|c| !c.is_empty()).partition(|c| c.split(' ').count() > 2);
        distinct(long.into_iter().chain(other))
    };
    let way = |cut: Cut| Way {
        value: cut.name(),
        label: s.page.t.t(&format!("cut-{}", cut.name())),
        samples: long()
            .into_iter()
            .map(|full| match names::split(full, cut) {
                (first, last) if last.is_empty() => (short(full, 40), first),
                (first, last) => (short(full, 40), format!("{first} | {last}")),
            })
            .collect(),
        is_chosen: file.plan.cut == cut,
    };
    Cut::ALL.into_iter().map(way).collect()
}

/// What was said of the columns of a file about what was done elsewhere.
fn said_elsewhere(t: Tr, file: &Waiting, form: &mut Form) -> Plan {
    let mut plan = Plan::of(&file.plan.targets);
    let known = matching::targets(file.kind);
    for (i, target) in plan.targets.iter_mut().enumerate() {
        let chosen = form.value(&format!("column-{i}"));
        if known.contains(&chosen) {
            chosen.clone_into(target);
        }
    }
    if let Some((at, twice)) = mapping::doubled(&plan.targets) {
        form.reject_with(&format!("column-{at}"), "import-doubled-other", target_name(t, file.kind, twice));
    }
    if let Some(key) = matching::lacking(file.kind, &plan.targets) {
        form.reject("columns", key);
    }
    plan
}

/// What was said of the columns. What is wrong with it stands in the form.
pub fn said(t: Tr, file: &Waiting, form: &mut Form) -> Plan {
    if file.kind != Kind::Applications {
        return said_elsewhere(t, file, form);
    }
    let mut plan = Plan { cut: Cut::parse(form.value("cut")).unwrap_or(file.plan.cut), ..Plan::of(&file.plan.targets) };
    for (i, target) in plan.targets.iter_mut().enumerate() {
        let chosen = form.value(&format!("column-{i}"));
        if mapping::targets().any(|t| t == chosen) {
            chosen.clone_into(target);
        }
        if let Some(order) = Order::parse(form.value(&format!("order-{i}"))) {
            plan.orders.insert(i, order.name().to_owned());
        }
    }
    plan.orders.retain(|i, _| plan.targets[*i] == "submitted_at");
    for open in plan.settle(&file.table.rows) {
        form.reject(&format!("order-{open}"), "wrong-date-order");
    }
    if let Some((at, twice)) = mapping::doubled(&plan.targets) {
        form.reject_with(&format!("column-{at}"), "import-doubled", twice.replace('_', " "));
    }
    if !plan.targets.iter().any(|t| t == "email") {
        form.reject("columns", "import-no-email");
    }
    plan
}
