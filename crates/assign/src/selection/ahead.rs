//! What one more person on a seat puts out of reach, while others are still open: a hand at work is warned before.

use std::collections::{BTreeMap, BTreeSet};

use super::{Bound, Input};

/// What one more person on a seat breaks, whoever gets the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Breaks {
    /// Bounds that no way of filling the other seats keeps.
    pub sure: Vec<Bound>,
    /// Bounds that cannot all be kept, one list per field: at least one of each list must fall, nobody knows which.
    pub not_all: Vec<Vec<Bound>>,
}

impl Breaks {
    pub fn is_empty(&self) -> bool {
        self.sure.is_empty() && self.not_all.is_empty()
    }
}

/// Seats that are taken, and what the open ones must still bring.
pub struct Ahead<'i> {
    input: &'i Input,
    open: u32,
    /// How many of each goal sit, in the goals' order.
    counts: Vec<u32>,
    /// How many each field must still bring to reach its minimums; a person has one value in a field.
    needs: BTreeMap<&'i str, u32>,
    sums: Vec<i64>,
    /// Values of which only one person may sit.
    taken: BTreeSet<(&'i str, &'i str)>,
}

impl<'i> Ahead<'i> {
    /// Whoever must be chosen has a seat, whether or not they are in `cohort`.
    pub fn new(input: &'i Input, cohort: &[String]) -> Self {
        let ids: BTreeSet<&str> = cohort.iter().chain(&input.fixed).map(String::as_str).collect();
        let sit: Vec<_> = input.people.iter().filter(|p| ids.contains(p.id.as_str())).collect();
        let counts: Vec<u32> = input
            .goals
            .iter()
            .map(|g| sit.iter().filter(|p| p.values.get(&g.field) == Some(&g.value)).count() as u32)
            .collect();
        let mut needs = BTreeMap::new();
        for (goal, n) in input.goals.iter().zip(&counts) {
            *needs.entry(goal.field.as_str()).or_insert(0) += goal.min.saturating_sub(*n);
        }
        Self {
            open: input.seats.saturating_sub(sit.len() as u32),
            sums: input.means.iter().map(|m| sit.iter().filter_map(|p| p.numbers.get(&m.field)).sum()).collect(),
            taken: input
                .one_per
                .iter()
                .flat_map(|f| sit.iter().filter_map(move |p| Some((f.as_str(), p.values.get(f)?.as_str()))))
                .filter(|(_, value)| !value.is_empty())
                .collect(),
            input,
            counts,
            needs,
        }
    }

    /// The bounds that can still be kept now, and that no way of filling the other seats keeps once `id` sits: a
    /// maximum that is full, a value that only one may bring, a minimum that needs more seats than would be left, and
    /// on the last seat the means. Where several minimums of a field together need more seats than would be left, not
    /// all of them can be kept. Nobody can answer for bounds that several fields break together; the solver does.
    pub fn breaks(&self, id: &str) -> Breaks {
        let Some(p) = self.input.people.iter().find(|p| p.id == id).filter(|_| self.open > 0) else {
            return Breaks::default();
        };
        let brings = |field: &str, value: &str| p.values.get(field).is_some_and(|v| v == value);
        let mut out = Vec::new();
        let mut helps = BTreeSet::new();
        for (g, n) in self.input.goals.iter().zip(&self.counts).filter(|(g, _)| brings(&g.field, &g.value)) {
            if *n == g.max {
                out.push(Bound::AtMost { field: g.field.clone(), value: g.value.clone(), max: g.max });
            }
            if *n < g.min {
                helps.insert(g.field.as_str());
            }
        }
        // One seat too few: a minimum that stands alone breaks, of several that compete one has to.
        let mut not_all = Vec::new();
        for (field, _) in self.needs.iter().filter(|(f, n)| **n == self.open && !helps.contains(*f)) {
            let short = self.input.goals.iter().zip(&self.counts).filter(|(g, n)| g.field == *field && **n < g.min);
            let bounds: Vec<Bound> = short
                .map(|(g, _)| Bound::AtLeast { field: g.field.clone(), value: g.value.clone(), min: g.min })
                .collect();
            if bounds.len() > 1 { not_all.push(bounds) } else { out.extend(bounds) }
        }
        if self.open == 1 {
            let seats = i64::from(self.input.seats);
            for (m, before) in self.input.means.iter().zip(&self.sums) {
                let sum = before + p.numbers.get(&m.field).copied().unwrap_or_default();
                if sum < m.min * seats {
                    out.push(Bound::MeanAtLeast { field: m.field.clone(), min: m.min });
                } else if sum > m.max * seats {
                    out.push(Bound::MeanAtMost { field: m.field.clone(), max: m.max });
                }
            }
        }
        for field in &self.input.one_per {
            let value = p.values.get(field).map_or("", String::as_str);
            if self.taken.contains(&(field.as_str(), value)) {
                out.push(Bound::OnePer { field: field.clone(), value: value.to_owned() });
            }
        }
        Breaks { sure: out, not_all }
    }
}
