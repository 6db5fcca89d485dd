//! The public record of a lottery: every ticket spelled out, so that anyone can check the drawing with the two input
//! files, a hash and whole numbers. The tickets stand before the seed is known; the seed only picks one.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::draw::tidy;
use super::split::Progress;
use super::{Error, Input, Lottery, Rule, lottery_by};
use crate::seed::Draw;

/// A drawing as `weft assign draw` writes it. Chances are exact to nine places.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    pub rule: String,
    pub seats: u32,
    pub version: String,
    pub input_sha256: String,
    /// Everyone's chance before rounding to tickets; people alike have the same one.
    pub probabilities: BTreeMap<String, f64>,
    /// Least chance of those who have one, and the proved bound of what any lottery could give.
    pub min_probability: f64,
    pub upper_bound: f64,
    /// Sorted ids of each ticket.
    pub tickets: Vec<Vec<String>>,
    /// The largest difference between someone's chance and her share of tickets.
    pub max_rounding_change: f64,
    /// Whom no panel can hold, with the goal that bars them.
    pub impossible: BTreeMap<String, String>,
    /// The public text that the ticket was drawn with.
    pub seed: String,
    /// From 0.
    pub ticket: usize,
    pub panel: Vec<String>,
}

/// Fixes an input before the public text that draws from it is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commitment {
    pub input_sha256: String,
    pub rule: String,
    pub seats: u32,
    pub tickets: u32,
    /// What the seed will be, in words, named in advance.
    pub public: String,
}

/// The first thing wrong with a record.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("{0}")]
pub struct Wrong(pub String);

impl Rule {
    pub fn name(self) -> &'static str {
        match self {
            Self::Maximin => "maximin",
            Self::Leximin => "leximin",
            Self::Nash => "nash",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        [Self::Maximin, Self::Leximin, Self::Nash].into_iter().find(|r| r.name() == text)
    }
}

impl Lottery {
    /// Every ticket with its people. Inside a type, people take turns in an order that the input's hash gives, so that
    /// their numbers of tickets differ by one at most.
    pub fn tickets_of(&self, input: &Input) -> Vec<Vec<String>> {
        let hash = input.hash();
        let mut order: Vec<Vec<&String>> = Vec::new();
        for (t, ids) in self.types.iter().enumerate() {
            let mut ids: Vec<&String> = ids.iter().collect();
            Draw::from_texts(&[&hash, "order", &t.to_string()]).shuffle(&mut ids);
            order.push(ids);
        }
        let mut turn = vec![0_usize; order.len()];
        let mut out = Vec::new();
        for panel in &self.panels {
            for _ in 0..panel.tickets {
                let mut ids: Vec<String> = Vec::new();
                for (t, n) in &panel.counts {
                    for _ in 0..*n {
                        ids.push(order[*t][turn[*t] % order[*t].len()].clone());
                        turn[*t] += 1;
                    }
                }
                ids.sort();
                out.push(ids);
            }
        }
        out
    }
}

/// Shares of tickets.
fn frequencies(tickets: &[Vec<String>]) -> BTreeMap<&str, f64> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for id in tickets.iter().flatten() {
        *counts.entry(id).or_insert(0) += 1;
    }
    counts.into_iter().map(|(id, n)| (id, n as f64 / tickets.len() as f64)).collect()
}

fn rounding(probabilities: &BTreeMap<String, f64>, tickets: &[Vec<String>]) -> f64 {
    let drawn = frequencies(tickets);
    probabilities.iter().map(|(id, p)| (p - drawn.get(id.as_str()).copied().unwrap_or(0.0)).abs()).fold(0.0, f64::max)
}

fn pick(input_hash: &str, seed: &str, tickets: usize) -> usize {
    Draw::from_texts(&[input_hash, seed]).below(tickets as u64) as usize
}

impl Record {
    /// Finds the lottery and draws from it with a public text.
    ///
    /// # Errors
    /// As [`lottery_by`].
    pub fn draw(input: &Input, rule: Rule, tickets: u32, seed: &str, progress: Progress) -> Result<Self, Error> {
        let input = input.clone().canonical();
        let lottery = lottery_by(&input, rule, tickets, progress)?;
        let input_sha256 = input.hash();
        let mut probabilities: BTreeMap<String, f64> = BTreeMap::new();
        for (ids, chance) in lottery.types.iter().zip(&lottery.chances) {
            probabilities.extend(ids.iter().map(|id| (id.clone(), tidy(*chance))));
        }
        let tickets = lottery.tickets_of(&input);
        for ids in &tickets {
            input.is_met_by(ids).map_err(Error::Solver)?;
        }
        let ticket = pick(&input_sha256, seed, tickets.len());
        let words = |b: &Option<super::Bound>| {
            b.as_ref().map_or_else(|| "several goals together".to_owned(), super::Bound::to_string)
        };
        Ok(Self {
            rule: rule.name().into(),
            seats: input.seats,
            version: env!("CARGO_PKG_VERSION").into(),
            input_sha256,
            min_probability: tidy(lottery.min_probability),
            upper_bound: tidy(lottery.upper_bound),
            max_rounding_change: tidy(rounding(&probabilities, &tickets)),
            impossible: lottery.impossible.iter().map(|(id, b)| (id.clone(), words(b))).collect(),
            seed: seed.into(),
            ticket,
            panel: tickets[ticket].clone(),
            probabilities,
            tickets,
        })
    }

    /// Checks the record against its input, without a solver: hash, goals of every ticket, chances, tickets, seed,
    /// panel.
    pub fn verify(&self, input: &Input) -> Result<(), Wrong> {
        let wrong = |text: String| Err(Wrong(text));
        let input = input.clone().canonical();
        if input.hash() != self.input_sha256 {
            return wrong(
                "the record was made from other people, goals, seats or rules of choice: the hash of the \
                input differs"
                    .into(),
            );
        }
        if Rule::parse(&self.rule).is_none() || self.tickets.is_empty() || self.seats != input.seats {
            return wrong("the record lacks a rule, tickets or seats".into());
        }
        for (i, ids) in self.tickets.iter().enumerate() {
            if let Err(why) = input.is_met_by(ids) {
                return wrong(format!("ticket {i} does not meet the goals: {why}"));
            }
        }
        let ids: BTreeSet<&str> = input.people.iter().map(|p| p.id.as_str()).collect();
        if ids != self.probabilities.keys().map(String::as_str).collect() {
            return wrong("the chances are not those of the people".into());
        }
        let sum: f64 = self.probabilities.values().sum();
        if (sum - f64::from(self.seats)).abs() > 1e-5 {
            return wrong(format!("the chances add up to {sum}, not to the seats"));
        }
        for ids in super::draw::alike(&input) {
            if ids.iter().any(|id| self.probabilities[id].to_bits() != self.probabilities[&ids[0]].to_bits()) {
                return wrong(format!("{} and others are alike in every goal and have different chances", ids[0]));
            }
        }
        let least = self
            .probabilities
            .iter()
            .filter(|(id, _)| !self.impossible.contains_key(*id))
            .map(|(_, p)| *p)
            .fold(1.0, f64::min);
        if (least - self.min_probability).abs() > 2e-6 || self.min_probability > self.upper_bound + 1e-9 {
            return wrong(format!("the least chance is {least}, not {}", self.min_probability));
        }
        if let Some((id, _)) =
            self.impossible.iter().find(|(id, _)| self.probabilities.get(*id).is_none_or(|p| *p > 1e-9))
        {
            return wrong(format!("{id} is called impossible and has a chance"));
        }
        if (rounding(&self.probabilities, &self.tickets) - self.max_rounding_change).abs() > 1e-8 {
            return wrong("the tickets differ from the chances by another amount than stated".into());
        }
        if pick(&self.input_sha256, &self.seed, self.tickets.len()) != self.ticket {
            return wrong("the seed leads to another ticket".into());
        }
        if self.tickets.get(self.ticket) != Some(&self.panel) {
            return wrong("the panel is not that of the ticket".into());
        }
        Ok(())
    }

    /// Solves again and compares the chances: that no lottery under these goals is better by its rule.
    pub fn verify_optimal(&self, input: &Input, progress: Progress) -> Result<(), Wrong> {
        self.verify(input)?;
        let rule = Rule::parse(&self.rule).unwrap_or_default();
        let again = Self::draw(input, rule, u32::try_from(self.tickets.len()).unwrap_or(1), &self.seed, progress)
            .map_err(|e| Wrong(e.to_string()))?;
        if (again.min_probability - self.min_probability).abs() > 2e-6 {
            return Err(Wrong(format!("the least chance could be {}", again.min_probability)));
        }
        if rule != Rule::Maximin
            && let Some((id, p)) = self
                .probabilities
                .iter()
                .find(|(id, p)| again.probabilities.get(*id).is_none_or(|q| (*p - q).abs() > 1e-5))
        {
            return Err(Wrong(format!(
                "the chance of {id} is {p}; the rule gives {}",
                again.probabilities.get(id).copied().unwrap_or(0.0)
            )));
        }
        Ok(())
    }

    /// A seat for everyone who withdrew, with everyone else of the panel staying: the people of the new input.
    ///
    /// # Errors
    /// When someone who withdrew is not among the people.
    pub fn input_without(&self, input: &Input, withdrawn: &[String]) -> Result<Input, Error> {
        let mut input = input.clone().canonical();
        if let Some(stranger) = withdrawn.iter().find(|w| !input.people.iter().any(|p| &p.id == *w)) {
            return Err(Error::Input(format!("{stranger} is to be withdrawn but is not among the people")));
        }
        input.people.retain(|p| !withdrawn.contains(&p.id));
        input.left_out.extend(withdrawn.iter().map(|id| super::LeftOut { id: id.clone(), reason: "withdrawn".into() }));
        input.fixed = self.panel.iter().filter(|id| !withdrawn.contains(id)).cloned().collect();
        Ok(input.canonical())
    }

    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}
