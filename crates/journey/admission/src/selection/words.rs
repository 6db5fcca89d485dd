//! What the solver found, in words.

use weft_assign::selection::{Bound, Input, Relaxation};

use super::acts::Refusal;
use weft_kernel::i18n::Tr;

pub use weft_web::words::field;

/// What a value of a field is called: the ranges of years have texts of their own.
pub fn value(t: Tr, name: &str) -> String {
    match name {
        "under 1" => t.t("band-under-1"),
        "1 to under 3" => t.t("band-1-to-3"),
        "3 and over" => t.t("band-3-and-over"),
        other => weft_web::words::value(t, other),
    }
}

fn years(n: i64) -> String {
    format!("{:.2}", n as f64 / 1_000.0)
}

/// One side of a goal as a sentence.
pub fn bound(t: Tr, b: &Bound) -> String {
    match b {
        Bound::AtLeast { field: f, value: v, min } => t.args(
            "bound-at-least",
            &[("field", field(t, f).into()), ("value", value(t, v).into()), ("n", (*min).into())],
        ),
        Bound::AtMost { field: f, value: v, max } => t.args(
            "bound-at-most",
            &[("field", field(t, f).into()), ("value", value(t, v).into()), ("n", (*max).into())],
        ),
        Bound::MeanAtLeast { field: f, min } => t.a2("bound-mean-at-least", "field", field(t, f), "n", years(*min)),
        Bound::MeanAtMost { field: f, max } => t.a2("bound-mean-at-most", "field", field(t, f), "n", years(*max)),
        Bound::OnePer { .. } => t.t("bound-one-per"),
    }
}

/// A change of a goal as a sentence.
pub fn relaxation(t: Tr, r: &Relaxation) -> String {
    let to = match r.bound {
        Bound::MeanAtLeast { .. } | Bound::MeanAtMost { .. } => years(r.to),
        _ => r.to.to_string(),
    };
    t.a2("relaxation", "bound", bound(t, &r.bound), "to", to)
}

/// Why a run gave no cohort.
#[derive(Default)]
pub struct Problem {
    pub text: String,
    /// What is said above the bounds.
    pub lead: String,
    pub bounds: Vec<String>,
    pub relaxations: Vec<String>,
}

impl Problem {
    pub fn of(t: Tr, refusal: &Refusal) -> Option<Self> {
        let plain = |text: String| Some(Self { text, ..Self::default() });
        match refusal {
            Refusal::Infeasible(c) => Some(Self {
                text: t.t(if c.bounds.is_empty() { "problem-too-few" } else { "problem-infeasible" }),
                lead: t.t(match (c.bounds.len(), c.is_only) {
                    (1, true) => "problem-bound",
                    (_, true) => "problem-bounds",
                    (_, false) => "problem-bounds-some",
                }),
                bounds: c.bounds.iter().map(|b| bound(t, b)).collect(),
                relaxations: c.relaxations.iter().map(|r| relaxation(t, r)).collect(),
            }),
            Refusal::Unscored(0) => plain(t.t("problem-one-read")),
            Refusal::Unscored(n) => plain(t.a("problem-unscored", "n", *n)),
            Refusal::Refused(text) => plain(text.clone()),
            Refusal::Stopped => plain(t.t("problem-stopped")),
            Refusal::None => None,
        }
    }
}

/// A goal with where the cohort stands.
pub struct Standing {
    /// Field and value, for whoever hears the line alone.
    pub label: String,
    /// The field, on the first goal that names it.
    pub heading: Option<String>,
    /// What stands under the heading: the value.
    pub short: String,
    pub words: String,
    pub is_met: bool,
    pub is_over: bool,
    /// A range or a mean, of which the solver can say what it cost.
    pub has_cost: bool,
    /// Where the goal begins on a bar of 1000, how wide it is, and how far the cohort has come.
    pub bar: Option<(i64, i64, i64)>,
}

/// Every goal of an input against a cohort, in the goals' order.
pub fn standings(t: Tr, input: &Input, cohort: &[String]) -> Vec<Standing> {
    let chosen: Vec<_> = input.people.iter().filter(|p| cohort.contains(&p.id)).collect();
    let mut out: Vec<Standing> = Vec::with_capacity(input.goals.len() + input.means.len() + 1);
    let mut last = "";
    for g in &input.goals {
        let n = chosen.iter().filter(|p| p.values.get(&g.field) == Some(&g.value)).count() as i64;
        // Fewer seats than a goal asks for, as on a short list, do not turn its range around.
        let (min, max) = (i64::from(g.min), i64::from(g.max.min(input.seats).max(g.min)));
        // What is many of one field is few of another; the bar has room for a few more than the goal.
        let scale = (max + 2).max(n).min(i64::from(input.seats)).max(1);
        let mut it = standing(t, (n, min, max), scale, &|v| v.to_string());
        let name = field(t, &g.field);
        it.short = value(t, &g.value);
        it.label = format!("{name}: {}", it.short);
        it.heading = (last != g.field).then_some(name);
        last = &g.field;
        out.push(it);
    }
    for m in &input.means {
        let sum: i64 = chosen.iter().filter_map(|p| p.numbers.get(&m.field)).sum();
        let mean = if chosen.is_empty() { 0 } else { sum / chosen.len() as i64 };
        let mut it = standing(t, (mean, m.min, m.max), (m.max * 3 / 2).max(mean).max(1), &years);
        it.label = t.a("mean-of", "field", field(t, &m.field));
        it.heading = Some(it.label.clone());
        out.push(it);
    }
    if !input.one_per.is_empty() {
        let is_met = input.one_per.iter().all(|f| {
            let mut seen = std::collections::BTreeSet::new();
            chosen.iter().filter_map(|p| p.values.get(f)).filter(|v| !v.is_empty()).all(|v| seen.insert(v))
        });
        out.push(Standing {
            label: t.t("bound-one-per"),
            heading: Some(t.t("bound-one-per")),
            short: String::new(),
            words: t.t(if is_met { "kept" } else { "broken" }),
            is_met,
            is_over: !is_met,
            has_cost: false,
            bar: None,
        });
    }
    out
}

/// Without its label.
fn standing(t: Tr, (n, min, max): (i64, i64, i64), scale: i64, show: &dyn Fn(i64) -> String) -> Standing {
    let place = |v: i64| (v * 1_000 / scale).clamp(0, 1_000);
    let key = if min == max { "standing-exact" } else { "standing" };
    let words = t.args(key, &[("n", show(n).into()), ("min", show(min).into()), ("max", show(max).into())]);
    Standing {
        label: String::new(),
        heading: None,
        short: String::new(),
        words,
        is_met: n >= min && n <= max,
        is_over: n > max,
        has_cost: true,
        bar: Some((place(min).min(976), (place(max) - place(min)).max(24), place(n))),
    }
}
