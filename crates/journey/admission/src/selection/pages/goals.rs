//! Setting goals: ranges per value, with how many people have each; or a file.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::applications::merges;
use crate::applications::model::State as Stands;
use crate::applications::{self, Candidate};
use crate::call::labels::{self, Values};
use crate::selection::goals::{FIELDS, Fault, Goals, Limits, MeanRange, Range, value_of};
use crate::selection::{acts, rules, store, words};
use weft_kernel::Kernel;
use weft_kernel::i18n::Tr;
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "selection/templates/goals.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    groups: Vec<Group>,
    protected_on: bool,
    file_fault: Option<String>,
    /// Values were merged or parted just now, and what was typed is not saved yet.
    is_merged: bool,
    /// Values of a field that look alike: which could be counted as which.
    alike: Vec<Alike>,
    merged: Vec<Alike>,
    /// Applications that are counted here and cannot be chosen until somebody decides on them.
    open: usize,
}

/// A value that could be counted, or is counted, as another of its field.
struct Alike {
    /// Names field and value in the form.
    key: String,
    field: String,
    field_label: String,
    value: String,
    n: usize,
    counted_as: String,
    of: usize,
}

/// One field with its values, numbered through the whole form.
struct Group {
    label: String,
    rows: Vec<Row>,
}

struct Row {
    /// Names field and value in the form, whatever else the pool holds by then.
    key: String,
    label: String,
    available: usize,
}

/// Every value that goals can name: those of the pool and those already named.
fn choices(candidates: &[Candidate], goals: &Goals, protected_on: bool) -> Vec<(&'static str, String, usize)> {
    let wants_eligible = goals.filter.contains_key("eligibility");
    let open = |c: &&Candidate| match c.stands {
        Stands::Withdrawn | Stands::Duplicate => false,
        Stands::NotEligible => !wants_eligible,
        Stands::Eligible | Stands::Undecided | Stands::Late => true,
    };
    let fields = FIELDS.iter().copied().chain(protected_on.then_some("language"));
    fields
        .flat_map(|field| {
            let mut counts: BTreeMap<String, usize> = BTreeMap::new();
            for value in candidates.iter().filter_map(|c| value_of(c, field)) {
                counts.entry(value).or_insert(0);
            }
            for value in candidates.iter().filter(open).filter_map(|c| value_of(c, field)) {
                *counts.entry(value).or_insert(0) += 1;
            }
            for g in goals.goals.iter().filter(|g| g.field == field) {
                counts.entry(g.value.clone()).or_insert(0);
            }
            counts.into_iter().map(move |(value, n)| (field, value, n)).collect::<Vec<_>>()
        })
        .collect()
}

struct Loaded {
    merges: Vec<(String, String, String)>,
    open: usize,
    goals: Goals,
    protected_on: bool,
    choices: Vec<(&'static str, String, usize)>,
    values: Values,
}

async fn load(kernel: &Kernel, s: &InSeason) -> Result<Loaded> {
    let mut conn = kernel.db.read().await?;
    let set = store::goals(&mut conn, &s.season.id).await?;
    let protected_on = set.as_ref().is_some_and(|g| g.protected_reason.is_some());
    let goals = set.map_or_else(|| Goals::fresh(s.season.seats), |g| g.goals.0);
    let candidates = applications::candidates(&mut conn, &s.season.id).await?;
    Ok(Loaded {
        merges: applications::store::merges(&mut conn, &s.season.id).await?,
        open: candidates.iter().filter(|c| c.stands.is_open()).count(),
        choices: choices(&candidates, &goals, protected_on),
        values: labels::values(&mut conn, &s.season.id, s.page.t.0).await?,
        goals,
        protected_on,
    })
}

/// What a value is called in the form: for people to read in part, and exact by its end.
fn key(field: &str, value: &str) -> String {
    let exact = weft_kernel::secret::hash(&format!("{field}\u{1f}{value}"));
    format!("{}-{}", short_key(field, value), &exact[..8])
}

/// The same without its exact end, which others may share.
fn short_key(field: &str, value: &str) -> String {
    weft_kernel::plain::slug(&format!("{field} {value}"))
}

/// Values of a field that look alike: each but the most frequent could be counted as that one.
fn alike(t: Tr, loaded: &Loaded) -> Vec<Alike> {
    let mut groups: BTreeMap<(&str, String), Vec<(&String, usize)>> = BTreeMap::new();
    for (field, value, n) in loaded.choices.iter().filter(|(f, ..)| merges::FIELDS.contains(f)) {
        groups.entry((field, merges::likeness(value))).or_default().push((value, *n));
    }
    let mut out = Vec::new();
    for ((field, _), values) in groups {
        let Some((first, of)) = values.iter().max_by_key(|(v, n)| (*n, std::cmp::Reverse(*v))).copied() else {
            continue;
        };
        out.extend(values.iter().filter(|(v, _)| *v != first).map(|(v, n)| Alike {
            key: key(field, v),
            field: field.to_owned(),
            field_label: words::field(t, field),
            value: (*v).clone(),
            n: *n,
            counted_as: first.clone(),
            of,
        }));
    }
    out
}

fn draw(s: InSeason, loaded: &Loaded, form: Form) -> Show {
    let t = s.page.t;
    let mut groups: Vec<(&str, Group)> = Vec::new();
    for (field, value, available) in &loaded.choices {
        let called = loaded.values.of(field, value);
        let label = if called == *value { words::value(t, value) } else { called };
        let row = Row { key: key(field, value), label, available: *available };
        match groups.last_mut() {
            Some((name, g)) if name == field => g.rows.push(row),
            _ => groups.push((field, Group { label: words::field(t, field), rows: vec![row] })),
        }
    }
    let groups = groups.into_iter().map(|(_, g)| g).collect();
    let merged = |(field, value, counted_as): &(String, String, String)| Alike {
        key: key(field, value),
        field: field.clone(),
        field_label: words::field(t, field),
        value: value.clone(),
        n: 0,
        counted_as: counted_as.clone(),
        of: 0,
    };
    Show {
        page: s.page.clone(),
        alike: alike(t, loaded),
        merged: loaded.merges.iter().map(merged).collect(),
        open: loaded.open,
        s,
        form,
        groups,
        protected_on: loaded.protected_on,
        file_fault: None,
        is_merged: false,
    }
}

fn filled(loaded: &Loaded) -> Form {
    let g = &loaded.goals;
    let mut form = Form::of(&[("seats", &g.seats.to_string())]);
    for (field, value, _) in &loaded.choices {
        if let Some(range) = g.goals.iter().find(|r| r.field == *field && r.value == *value) {
            let key = key(field, value);
            form.set(&format!("min-{key}"), range.min.to_string());
            form.set(&format!("max-{key}"), range.max.to_string());
        }
    }
    if let Some(m) = g.means.iter().find(|m| m.field == "years_in_role") {
        form.set("mean-min", m.min.to_string());
        form.set("mean-max", m.max.to_string());
    }
    form.set("one-per", if g.limits.max_per_organization.is_some() { "yes" } else { "" });
    form.set("eligible", if g.filter.contains_key("eligibility") { "yes" } else { "" });
    form
}

pub async fn show(State(kernel): State<Kernel>, May { permit: _, s }: May<rules::Choose>) -> Result<Response> {
    let loaded = load(&kernel, &s).await?;
    let form = filled(&loaded);
    html(&draw(s, &loaded, form))
}

/// Reads the ranges of a form. One side may be left empty: nothing below, or no more than the seats.
fn read(form: &mut Form, loaded: &Loaded) -> Goals {
    let seats = form.number("seats", 1..=2_000) as u32;
    let mut goals = Vec::new();
    for (field, value, _) in &loaded.choices {
        let (exact, short) = (key(field, value), short_key(field, value));
        // A form without exact names still says what it means where only one value fits.
        let is_shared = loaded.choices.iter().filter(|(f, v, _)| short_key(f, v) == short).count() > 1;
        for side in ["min", "max"].into_iter().filter(|_| !is_shared) {
            let typed = form.value(&format!("{side}-{short}")).to_owned();
            if !typed.is_empty() {
                form.set(&format!("{side}-{exact}"), typed);
            }
        }
        let (low, high) = (format!("min-{exact}"), format!("max-{exact}"));
        if form.value(&low).is_empty() && form.value(&high).is_empty() {
            continue;
        }
        let side = |form: &mut Form, name: &str, empty: u32| match form.value(name).parse::<u32>() {
            Ok(n) if n <= 2_000 => n,
            _ if form.value(name).is_empty() => empty,
            _ => {
                form.reject(name, "wrong-goal-number");
                0
            }
        };
        let (min, max) = (side(form, &low, 0), side(form, &high, seats));
        if min > seats && !form.is_wrong("seats") && !form.is_wrong(&low) {
            let key = if seats == 1 { "wrong-goal-seat" } else { "wrong-goal-seats" };
            form.reject_with(&low, key, seats.to_string());
        } else if min > max && ![&low, &high].iter().any(|side| form.is_wrong(side)) {
            form.reject(&high, "wrong-range");
        }
        goals.push(Range { field: (*field).to_owned(), value: value.clone(), min, max });
    }
    let mut means = Vec::new();
    if !form.value("mean-min").is_empty() || !form.value("mean-max").is_empty() {
        let number = |form: &mut Form, name: &str, empty: f64| -> f64 {
            let text = form.value(name).replace(',', ".");
            if text.is_empty() {
                return empty;
            }
            text.parse().ok().filter(|n| (0.0..=80.0).contains(n)).unwrap_or_else(|| {
                form.reject(name, "wrong-mean");
                0.0
            })
        };
        let (min, max) = (number(form, "mean-min", 0.0), number(form, "mean-max", 80.0));
        if min > max {
            form.reject("mean-max", "wrong-range");
        }
        means.push(MeanRange { field: "years_in_role".into(), min, max });
    }
    // What the form does not show, such as a mean that came with a file, stays.
    means.extend(loaded.goals.means.iter().filter(|m| m.field != "years_in_role").cloned());
    let filter = if form.is_checked("eligible", "yes") {
        [("eligibility".to_owned(), "eligible".to_owned())].into()
    } else {
        BTreeMap::new()
    };
    let limits = Limits { max_per_organization: form.is_checked("one-per", "yes").then_some(1) };
    Goals { format: "weft-goals-1".into(), seats, filter, limits, goals, means }
}

pub async fn save(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::Choose>,
    mut form: Form,
) -> Result<Response> {
    let actor = s.actor_id().ok_or(Error::NotFound)?.clone();
    let loaded = load(&kernel, &s).await?;
    let mut goals = read(&mut form, &loaded);
    // A field that is protected and was not turned on is not in the form, so it cannot come back.
    let offered: BTreeSet<&str> = loaded.choices.iter().map(|(f, ..)| *f).collect();
    goals.goals.retain(|g| offered.contains(g.field.as_str()));
    let reason = form.value("protected-reason").to_owned();
    let turns_on = form.is_checked("protected", "yes");
    if turns_on && reason.is_empty() {
        form.reject("protected-reason", "wrong-required");
    }
    if !form.is_accepted() {
        return unaccepted(&draw(s, &loaded, form));
    }
    let on = turns_on.then_some((&actor, reason.as_str()));
    if on.is_none() {
        goals.goals.retain(|g| FIELDS.contains(&g.field.as_str()));
    }
    let to = s.season.path(if turns_on && !loaded.protected_on { "selection/goals" } else { "selection" });
    // A setting: sent again from a page that was kept, it is saved again.
    acts::set_goals(&kernel, &permit, Some(&actor), &goals, on).await?;
    Ok(see(&to))
}

/// Takes goals from the text of a TOML file.
pub async fn upload(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::Choose>,
    form: Form,
) -> Result<Response> {
    let actor = s.actor_id().ok_or(Error::NotFound)?.clone();
    let loaded = load(&kernel, &s).await?;
    // Protected attributes come from the form alone, where a name and a reason stand beside them.
    match Goals::from_toml(form.value("toml"), false) {
        Ok(goals) => {
            let to = s.season.path("selection");
            acts::set_goals(&kernel, &permit, Some(&actor), &goals, None).await?;
            Ok(see(&to))
        }
        Err(fault) => {
            let t = s.page.t;
            let text = match &fault {
                Fault::File(e) => t.a("goals-fault-file", "arg", e.clone()),
                Fault::Protected(f) => t.a("goals-fault-protected", "arg", f.clone()),
                Fault::Field(f) => t.a("goals-fault-field", "arg", f.clone()),
                Fault::Order(g) => t.a("goals-fault-order", "arg", g.clone()),
                Fault::Seats(g) => t.a("goals-fault-seats", "arg", g.clone()),
                Fault::Limit => t.t("goals-fault-limit"),
            };
            let mut filled = filled(&loaded);
            filled.set("toml", form.value("toml"));
            let mut show = draw(s, &loaded, filled);
            show.file_fault = Some(text);
            unaccepted(&show)
        }
    }
}

/// Counts a value as another of its field. Only one that looks alike.
pub async fn merge(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::Choose>,
    form: Form,
) -> Result<Response> {
    let loaded = load(&kernel, &s).await?;
    let (field, value, counted_as) = (form.value("field"), form.value("value"), form.value("counted_as"));
    let is_meant = |a: &Alike| {
        a.key == form.value("alike") || (a.field == field && a.value == value && a.counted_as == counted_as)
    };
    let all = alike(s.page.t, &loaded);
    let Some(a) = all.iter().find(|a| is_meant(a)) else { return Err(Error::NotFound) };
    acts::merge_values(&kernel, &permit, s.actor_id(), (&a.field, &a.value), Some(&a.counted_as)).await?;
    // What was typed for the value goes where it is counted now, if nothing was typed there.
    let mut form = form;
    for side in ["min", "max"] {
        let typed = form.value(&format!("{side}-{}", a.key)).to_owned();
        let there = format!("{side}-{}", key(&a.field, &a.counted_as));
        if form.value(&there).is_empty() && !typed.is_empty() {
            form.set(&there, typed);
        }
    }
    merged(&kernel, s, form).await
}

/// Counts a value as itself again.
pub async fn part(State(kernel): State<Kernel>, May { permit, s }: May<rules::Choose>, form: Form) -> Result<Response> {
    let all = load(&kernel, &s).await?.merges;
    let of_key = all.iter().find(|(field, value, _)| key(field, value) == form.value("merged"));
    let (field, value) =
        of_key.map_or((form.value("field"), form.value("value")), |(field, value, _)| (field.as_str(), value.as_str()));
    acts::merge_values(&kernel, &permit, s.actor_id(), (field, value), None).await?;
    merged(&kernel, s, form).await
}

/// The page as it is after values were merged or parted: with what was typed, where goals came along.
async fn merged(kernel: &Kernel, s: InSeason, form: Form) -> Result<Response> {
    if form.value("seats").is_empty() {
        return Ok(see(&s.season.path("selection/goals#alike")));
    }
    let loaded = load(kernel, &s).await?;
    let mut show = draw(s, &loaded, form);
    show.is_merged = true;
    html(&show)
}
