//! Composition goals, as a file and as a form, and how they become the input of a selection.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use weft_assign::selection::{Goal, Input, LeftOut, Mean, Person};

use super::model::{Beside, MarkKind};
use crate::applications::Candidate;
use crate::applications::model::State;

/// Fields that goals may name.
pub const FIELDS: [&str; 8] = [
    "region",
    "scope",
    "health_focus",
    "primary_issue_area",
    "role_level",
    "body_type",
    "setting",
    "years_in_role_band",
];

/// Attributes that no goal may use unless a named person has turned them on with a reason (domain 3.6).
pub const PROTECTED: [&str; 8] =
    ["race", "ethnicity", "race_ethnicity", "gender", "tribal_nations", "language", "age", "disability"];

/// Composition goals in the form of a `weft-goals-1` file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Goals {
    #[serde(default = "format")]
    pub format: String,
    pub seats: u32,
    #[serde(default)]
    pub filter: BTreeMap<String, String>,
    #[serde(default)]
    pub limits: Limits,
    #[serde(default, rename = "goal")]
    pub goals: Vec<Range>,
    #[serde(default, rename = "mean_goal")]
    pub means: Vec<MeanRange>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    pub max_per_organization: Option<u32>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Range {
    pub field: String,
    pub value: String,
    pub min: u32,
    pub max: u32,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeanRange {
    pub field: String,
    pub min: f64,
    pub max: f64,
}

fn format() -> String {
    "weft-goals-1".into()
}

/// What is wrong with goals.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("this is not a goals file: {0}")]
    File(String),
    #[error("{0} is a protected attribute: a named person must turn it on with a reason first")]
    Protected(String),
    #[error("there is no field {0} that goals can name")]
    Field(String),
    #[error("the goal {0} asks for more than its most")]
    Order(String),
    #[error("the goal {0} asks for more people than there are seats")]
    Seats(String),
    #[error("more than one per organization is not a limit this version knows: it can be 1 or absent")]
    Limit,
}

impl Goals {
    /// What is offered before any goals are set: eligible people, one per organization.
    pub fn fresh(seats: i64) -> Self {
        Self {
            format: format(),
            seats: u32::try_from(seats).unwrap_or_default(),
            filter: [("eligibility".to_owned(), "eligible".to_owned())].into(),
            limits: Limits { max_per_organization: Some(1) },
            ..Self::default()
        }
    }

    /// Reads a TOML file and checks it. `protected_on` says whether protected attributes were turned on.
    pub fn from_toml(text: &str, protected_on: bool) -> Result<Self, Fault> {
        let goals: Self = toml::from_str(text).map_err(|e| Fault::File(e.message().to_owned()))?;
        if goals.format != "weft-goals-1" {
            return Err(Fault::File(format!("its format is {:?}, not \"weft-goals-1\"", goals.format)));
        }
        goals.check(protected_on)?;
        Ok(goals)
    }

    pub fn check(&self, protected_on: bool) -> Result<(), Fault> {
        if !(1..=2_000).contains(&self.seats) {
            return Err(Fault::Order("seats".into()));
        }
        let known = |f: &str| FIELDS.contains(&f) || (f == "language" && protected_on);
        for g in &self.goals {
            if PROTECTED.contains(&g.field.as_str()) && !protected_on {
                return Err(Fault::Protected(g.field.clone()));
            }
            if !known(&g.field) {
                return Err(Fault::Field(g.field.clone()));
            }
            if g.min > g.max {
                return Err(Fault::Order(format!("{} = {}", g.field, g.value)));
            }
            if g.min > self.seats {
                return Err(Fault::Seats(format!("{} = {}", g.field, g.value)));
            }
        }
        for m in &self.means {
            if !["years_in_role", "years_in_field"].contains(&m.field.as_str()) {
                return Err(Fault::Field(m.field.clone()));
            }
            let is_sound = |n: f64| n.is_finite() && (0.0..=80.0).contains(&n);
            if !is_sound(m.min) || !is_sound(m.max) || m.min > m.max {
                return Err(Fault::Order(m.field.clone()));
            }
        }
        if let Some(key) = self.filter.keys().find(|k| *k != "eligibility") {
            return Err(Fault::Field(key.clone()));
        }
        if self.limits.max_per_organization.is_some_and(|n| n != 1) {
            return Err(Fault::Limit);
        }
        Ok(())
    }

    /// The input of a selection: who can be chosen with what goals need, who is left out and why.
    /// Members of the cohort stay in; who withdrew, declined or is a duplicate is never chosen.
    pub fn input(&self, candidates: &[Candidate], needs_score: bool) -> Input {
        self.build(candidates, &BTreeSet::new(), needs_score)
    }

    fn build(&self, candidates: &[Candidate], invited: &BTreeSet<&str>, needs_score: bool) -> Input {
        let mut input = Input {
            seats: self.seats,
            goals: self
                .goals
                .iter()
                .map(|g| Goal { field: g.field.clone(), value: g.value.clone(), min: g.min, max: g.max })
                .collect(),
            means: self
                .means
                .iter()
                .map(|m| Mean { field: m.field.clone(), min: thousandths(m.min), max: thousandths(m.max) })
                .collect(),
            one_per: self.limits.max_per_organization.map(|_| vec!["organization".to_owned()]).unwrap_or_default(),
            ..Input::default()
        };
        for c in candidates {
            let is_held = c.is_member || invited.contains(c.external_id.as_str());
            match self.bar(c, needs_score).filter(|_| !is_held) {
                Some(reason) => input.left_out.push(LeftOut { id: c.external_id.clone(), reason }),
                None => input.people.push(self.person(c)),
            }
            if is_held {
                input.fixed.push(c.external_id.clone());
            }
        }
        input.canonical()
    }

    /// The same with marks, by id: who is locked must be chosen, who is set aside cannot be. Members, and those whose
    /// invitation waits for its answer, stay whatever is marked.
    pub fn marked_input(&self, candidates: &[Candidate], marks: &[(String, Beside)]) -> Input {
        let invited = marks.iter().filter(|(_, b)| *b == Beside::Invited).map(|(id, _)| id.as_str()).collect();
        let mut input = self.build(candidates, &invited, false);
        for (id, beside) in marks {
            let Beside::Marked(mark) = beside else { continue };
            let is_there = input.people.iter().any(|p| p.id == *id);
            if !is_there || input.fixed.contains(id) {
                continue;
            }
            match mark {
                MarkKind::Locked => input.fixed.push(id.clone()),
                MarkKind::Aside => {
                    input.people.retain(|p| p.id != *id);
                    input.left_out.push(LeftOut { id: id.clone(), reason: "out-aside".into() });
                }
            }
        }
        input.canonical()
    }

    /// Who cannot be invited any more, whatever a run of before says: by number, with why as a key of the reader's
    /// language. A number or a score that is missing now keeps nobody out who was chosen; that they were told that they
    /// are not chosen does.
    pub fn barred(&self, candidates: &[Candidate], marks: &[(String, Beside)]) -> BTreeMap<String, String> {
        let rule = Self { means: Vec::new(), ..self.clone() };
        // Whoever is locked in is meant: a lead said so, with a reason, after the decision.
        let told = candidates.iter().filter(|c| c.is_refused && !is_held(c, marks) && !is_locked(c, marks));
        let told = told.map(|c| (c.external_id.clone(), "out-refused".to_owned()));
        let out = rule.marked_input(candidates, marks).left_out.into_iter().map(|l| (l.id, l.reason));
        told.chain(out).collect()
    }

    /// Why someone cannot be chosen, as a key of the reader's language, or nothing.
    fn bar(&self, c: &Candidate, needs_score: bool) -> Option<String> {
        let wants_eligible = self.filter.get("eligibility").is_some_and(|f| f == "eligible");
        let lacks = |field: &str| match field {
            "years_in_role" => c.years_in_role.is_none(),
            "years_in_field" => c.years_in_field.is_none(),
            _ => false,
        };
        let key = if c.stands == State::Withdrawn {
            "out-withdrawn"
        } else if c.is_declined {
            "out-declined"
        } else if c.stands == State::Duplicate {
            "out-duplicate"
        } else if wants_eligible && c.stands == State::NotEligible {
            "out-not-eligible"
        } else if wants_eligible && c.stands == State::Undecided {
            "out-undecided"
        } else if wants_eligible && c.stands == State::Late {
            "out-late"
        } else if self.means.iter().any(|m| lacks(&m.field)) {
            "out-no-number"
        } else if needs_score && c.score.is_none() {
            "out-no-score"
        } else {
            return None;
        };
        Some(key.to_owned())
    }

    fn person(&self, c: &Candidate) -> Person {
        let mut p = Person {
            id: c.external_id.clone(),
            score: c.score.map(|s| (s * 1_000_000.0).round() as i64),
            ..Person::default()
        };
        for field in self.goals.iter().map(|g| g.field.as_str()) {
            if let Some(value) = value_of(c, field) {
                p.values.insert(field.to_owned(), value);
            }
        }
        if self.limits.max_per_organization.is_some() {
            p.values.insert("organization".into(), c.organization_norm.clone().unwrap_or_default());
        }
        for m in &self.means {
            let number = if m.field == "years_in_role" { c.years_in_role } else { c.years_in_field };
            p.numbers.insert(m.field.clone(), thousandths(number.unwrap_or_default()));
        }
        p
    }
}

/// Whether someone has a seat, or an invitation that waits for its answer.
pub fn is_held(c: &Candidate, marks: &[(String, Beside)]) -> bool {
    c.is_member || marks.iter().any(|(id, beside)| *id == c.external_id && *beside == Beside::Invited)
}

/// Whether a lead locked someone in.
pub fn is_locked(c: &Candidate, marks: &[(String, Beside)]) -> bool {
    marks.iter().any(|(id, beside)| *id == c.external_id && *beside == Beside::Marked(MarkKind::Locked))
}

fn thousandths(number: f64) -> i64 {
    (number * 1_000.0).round() as i64
}

/// What a candidate has in a field that goals may name.
pub fn value_of(c: &Candidate, field: &str) -> Option<String> {
    match field {
        "region" => c.region.clone(),
        "scope" => c.scope.clone(),
        "health_focus" => c.health_focus.clone(),
        "primary_issue_area" => c.primary_issue_area.clone(),
        "role_level" => c.role_level.clone(),
        "body_type" => c.body_type.clone(),
        "setting" => c.setting.clone(),
        "language" => Some(c.language.clone()),
        "years_in_role_band" => c.years_in_role.map(|y| band(y).to_owned()),
        _ => None,
    }
}

/// The three bands of years in a role.
pub fn band(years: f64) -> &'static str {
    if years < 1.0 {
        "under 1"
    } else if years < 3.0 {
        "1 to under 3"
    } else {
        "3 and over"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goals_file_is_read_and_faults_are_named() {
        let read = |more: &str| Goals::from_toml(&format!("format = \"weft-goals-1\"\nseats = 20\n{more}"), false);
        let goals = read(
            "[limits]\nmax_per_organization = 1\n[[goal]]\nfield = \"region\"\nvalue = \"South\"\nmin = \
            9\nmax = 12\n[[mean_goal]]\nfield = \"years_in_role\"\nmin = 2.25\nmax = 2.75\n",
        )
        .expect("valid");
        assert_eq!((goals.seats, goals.goals.len(), goals.means[0].min), (20, 1, 2.25));
        let goal = |field: &str, min: u32| {
            read(&format!("[[goal]]\nfield = \"{field}\"\nvalue = \"x\"\nmin = {min}\nmax = 3\n"))
        };
        assert_eq!(goal("gender", 0), Err(Fault::Protected("gender".into())));
        assert_eq!(goal("shoe_size", 0), Err(Fault::Field("shoe_size".into())));
        assert_eq!(goal("region", 4), Err(Fault::Order("region = x".into())));
        assert_eq!(
            read("[[goal]]\nfield = \"region\"\nvalue = \"x\"\nmin = 21\nmax = 30\n"),
            Err(Fault::Seats("region = x".into()))
        );
        assert!(matches!(read("surprise = 1"), Err(Fault::File(_))));
    }

    #[test]
    fn bands_have_no_gaps() {
        assert_eq!(
            [0.0, 0.99, 1.0, 2.99, 3.0].map(band),
            ["under 1", "under 1", "1 to under 3", "1 to under 3", "3 and over"]
        );
    }
}
