//! What a selection is asked: the same bytes, whoever writes them down.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::Error;

/// One who may be chosen. Only fields that a goal, a mean or a group names matter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    pub id: String,
    /// Higher is better; whole units that the caller chooses.
    pub score: Option<i64>,
    pub values: BTreeMap<String, String>,
    /// Thousandths.
    pub numbers: BTreeMap<String, i64>,
}

/// How many of the chosen have `value` in `field`: from `min` to `max`, both included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    pub field: String,
    pub value: String,
    pub min: u32,
    pub max: u32,
}

impl Goal {
    pub fn range(field: &str, value: &str, min: u32, max: u32) -> Self {
        Self { field: field.into(), value: value.into(), min, max }
    }
}

/// The mean of a number over the chosen, in thousandths, from `min` to `max`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mean {
    pub field: String,
    pub min: i64,
    pub max: i64,
}

/// One side of a goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Bound {
    AtLeast { field: String, value: String, min: u32 },
    AtMost { field: String, value: String, max: u32 },
    MeanAtLeast { field: String, min: i64 },
    MeanAtMost { field: String, max: i64 },
    OnePer { field: String, value: String },
}

impl std::fmt::Display for Bound {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let number = |thousandths: i64| thousandths as f64 / 1_000.0;
        match self {
            Self::AtLeast { field, value, min } => write!(f, "at least {min} with {field} = {value}"),
            Self::AtMost { field, value, max } => write!(f, "at most {max} with {field} = {value}"),
            Self::MeanAtLeast { field, min } => write!(f, "a mean {field} of at least {}", number(*min)),
            Self::MeanAtMost { field, max } => write!(f, "a mean {field} of at most {}", number(*max)),
            Self::OnePer { field, value } => write!(f, "at most one with {field} = {value}"),
        }
    }
}

/// Someone who cannot be chosen, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    pub id: String,
    pub reason: String,
}

/// Everything a selection depends on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Input {
    pub seats: u32,
    pub goals: Vec<Goal>,
    pub means: Vec<Mean>,
    /// At most one of the chosen may share a value of each of these fields; empty values are not shared.
    pub one_per: Vec<String>,
    /// Ids that must be chosen.
    pub fixed: Vec<String>,
    pub people: Vec<Person>,
    /// For the record; they have no part in the choice.
    pub left_out: Vec<LeftOut>,
}

impl Input {
    /// The input in its one written form: people by id, goals by field and value.
    #[must_use]
    pub fn canonical(mut self) -> Self {
        self.people.sort_by(|a, b| a.id.cmp(&b.id));
        self.goals.sort_by(|a, b| (&a.field, &a.value).cmp(&(&b.field, &b.value)));
        self.means.sort_by(|a, b| a.field.cmp(&b.field));
        self.one_per.sort();
        self.fixed.sort();
        self.left_out.sort_by(|a, b| a.id.cmp(&b.id));
        self
    }

    /// SHA-256 over the canonical JSON.
    pub fn hash(&self) -> String {
        let text = serde_json::to_string(&self.clone().canonical()).unwrap_or_default();
        crate::seed::hash(&text)
    }

    /// Refuses what cannot be meant.
    pub fn check(&self) -> Result<(), Error> {
        let mut ids = BTreeSet::new();
        if let Some(twice) = self.people.iter().find(|p| !ids.insert(p.id.as_str())) {
            return Err(Error::Input(format!("{} is there twice", twice.id)));
        }
        if let Some(stranger) = self.fixed.iter().find(|f| !ids.contains(f.as_str())) {
            return Err(Error::Input(format!("{stranger} is to be chosen but is not among the people")));
        }
        if let Some(goal) = self.goals.iter().find(|g| g.min > g.max) {
            return Err(Error::Input(format!(
                "the goal {} = {} asks for at least {} and at most {}",
                goal.field, goal.value, goal.min, goal.max
            )));
        }
        if self.seats == 0 {
            return Err(Error::Input("there are no seats".into()));
        }
        for mean in &self.means {
            if let Some(p) = self.people.iter().find(|p| !p.numbers.contains_key(&mean.field)) {
                return Err(Error::Input(format!("{} has no {}, which a mean goal needs", p.id, mean.field)));
            }
        }
        Ok(())
    }

    /// Every bound that these people, who may be fewer than the seats, do not keep, in the goals' order. Means are of
    /// those who are there.
    pub fn misses(&self, cohort: &[String]) -> Vec<Bound> {
        let chosen: BTreeSet<&str> = cohort.iter().map(String::as_str).collect();
        let people: Vec<&Person> = self.people.iter().filter(|p| chosen.contains(p.id.as_str())).collect();
        let mut out = Vec::new();
        for g in &self.goals {
            let n = people.iter().filter(|p| p.values.get(&g.field) == Some(&g.value)).count() as u32;
            if n < g.min {
                out.push(Bound::AtLeast { field: g.field.clone(), value: g.value.clone(), min: g.min });
            } else if n > g.max {
                out.push(Bound::AtMost { field: g.field.clone(), value: g.value.clone(), max: g.max });
            }
        }
        let k = people.len() as i64;
        for m in &self.means {
            let sum: i64 = people.iter().filter_map(|p| p.numbers.get(&m.field)).sum();
            if sum < m.min * k {
                out.push(Bound::MeanAtLeast { field: m.field.clone(), min: m.min });
            } else if sum > m.max * k {
                out.push(Bound::MeanAtMost { field: m.field.clone(), max: m.max });
            }
        }
        for field in &self.one_per {
            let mut seen = BTreeSet::new();
            let twice: BTreeSet<&String> = people
                .iter()
                .filter_map(|p| p.values.get(field))
                .filter(|v| !v.is_empty() && !seen.insert(*v))
                .collect();
            out.extend(twice.into_iter().map(|v| Bound::OnePer { field: field.clone(), value: v.clone() }));
        }
        out
    }

    /// Whether these people meet every goal; `Err` says which one they miss. Whole numbers only.
    pub fn is_met_by(&self, cohort: &[String]) -> Result<(), String> {
        let chosen: BTreeSet<&str> = cohort.iter().map(String::as_str).collect();
        let people: Vec<&Person> = self.people.iter().filter(|p| chosen.contains(p.id.as_str())).collect();
        if people.len() != cohort.len() || people.len() != self.seats as usize {
            return Err(format!("{} of {} seats are taken by people of this input", people.len(), self.seats));
        }
        if let Some(missing) = self.fixed.iter().find(|f| !chosen.contains(f.as_str())) {
            return Err(format!("{missing} must be chosen"));
        }
        for g in &self.goals {
            let n = people.iter().filter(|p| p.values.get(&g.field) == Some(&g.value)).count() as u32;
            if n < g.min || n > g.max {
                return Err(format!("{} = {}: {n}, not {} to {}", g.field, g.value, g.min, g.max));
            }
        }
        for m in &self.means {
            let sum: i64 = people.iter().filter_map(|p| p.numbers.get(&m.field)).sum();
            let k = i64::from(self.seats);
            if sum < m.min * k || sum > m.max * k {
                return Err(format!("the mean of {} is outside {} to {} thousandths", m.field, m.min, m.max));
            }
        }
        for field in &self.one_per {
            let mut seen = BTreeSet::new();
            if let Some(v) =
                people.iter().filter_map(|p| p.values.get(field)).find(|v| !v.is_empty() && !seen.insert(*v))
            {
                return Err(format!("two people share {field} = {v}"));
            }
        }
        Ok(())
    }
}
