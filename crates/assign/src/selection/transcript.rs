//! The record that lets anyone check a selection and run it again.

use serde::{Deserialize, Serialize};

use super::model::Model;
use super::{Bound, Error, Input, Lottery, Progress, Proposal, draw::draw, propose_by};
use crate::seed::Draw;

/// What was asked, what came out, and what is needed to get there again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Transcript {
    pub format: String,
    /// `propose`, `draw` or `hand`.
    pub rule: String,
    pub version: String,
    pub input: Input,
    pub input_hash: String,
    /// The public text that a draw's seed was made from, empty for a proposal.
    pub public: String,
    pub lottery: Option<Lottery>,
    pub ticket: Option<u32>,
    pub proposal: Option<Proposal>,
    /// Sorted ids.
    pub cohort: Vec<String>,
    /// Bounds that a cohort put together by hand does not keep.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub departures: Vec<Bound>,
    /// Why that is meant.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// Why a transcript does not hold.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum VerifyError {
    #[error("the input was changed after its hash was taken")]
    Input,
    #[error("the cohort does not meet the goals: {0}")]
    Goals(String),
    #[error("the tickets do not add up")]
    Tickets,
    #[error("a panel of the lottery does not fit the people: {0}")]
    Panel(String),
    #[error("the record names another ticket or other people than its input leads to")]
    Draw,
    #[error("the record lacks what its rule needs")]
    Incomplete,
}

const FORMAT: &str = "weft-transcript-1";

impl Transcript {
    /// Proposes and writes down how.
    pub fn of_proposal(input: Input) -> Result<Self, Error> {
        Self::of_proposal_by(input, &mut |_| true)
    }

    /// As [`Self::of_proposal`]; `progress` may stop the search.
    pub fn of_proposal_by(input: Input, progress: Progress) -> Result<Self, Error> {
        let input = input.canonical();
        let proposal = propose_by(&input, progress)?;
        Ok(Self {
            cohort: proposal.cohort.clone(),
            proposal: Some(proposal),
            ..Self::begin("propose", input, String::new())
        })
    }

    /// Draws and writes down how.
    pub fn of_draw(input: Input, tickets: u32, public: &str) -> Result<Self, Error> {
        Self::of_draw_by(input, tickets, public, &mut |_| true)
    }

    /// As [`Self::of_draw`]; `progress` may stop the search.
    pub fn of_draw_by(input: Input, tickets: u32, public: &str, progress: Progress) -> Result<Self, Error> {
        let input = input.canonical();
        let (lottery, ticket, cohort) = draw(&input, tickets, public, progress)?;
        Ok(Self {
            lottery: Some(lottery),
            ticket: Some(ticket),
            cohort,
            ..Self::begin("draw", input, public.to_owned())
        })
    }

    /// Writes down a cohort that people put together, with every bound it does not keep and why that is meant.
    pub fn of_hand(input: Input, cohort: &[String], reason: &str) -> Self {
        let input = input.canonical();
        let mut cohort = cohort.to_vec();
        cohort.sort();
        let departures = input.misses(&cohort);
        Self { cohort, departures, reason: reason.to_owned(), ..Self::begin("hand", input, String::new()) }
    }

    fn begin(rule: &str, input: Input, public: String) -> Self {
        Self {
            format: FORMAT.into(),
            rule: rule.into(),
            version: env!("CARGO_PKG_VERSION").into(),
            input_hash: input.hash(),
            input,
            public,
            lottery: None,
            ticket: None,
            proposal: None,
            cohort: Vec::new(),
            departures: Vec::new(),
            reason: String::new(),
        }
    }

    /// Solves everything again from the input alone.
    pub fn run_again(&self) -> Result<Self, Error> {
        if self.rule == "hand" {
            Ok(Self::of_hand(self.input.clone(), &self.cohort, &self.reason))
        } else if self.rule == "draw" {
            let tickets = self.lottery.as_ref().map_or(1_000, |l| l.tickets);
            Self::of_draw(self.input.clone(), tickets, &self.public)
        } else {
            Self::of_proposal(self.input.clone())
        }
    }

    /// Checks hash, goals, tickets, seed and winner with whole numbers, without a solver. That a proposal
    /// is the best and a lottery the fairest takes [`Self::run_again`].
    pub fn verify(&self) -> Result<(), VerifyError> {
        if self.input.hash() != self.input_hash {
            return Err(VerifyError::Input);
        }
        if self.rule == "hand" {
            return self.verify_hand();
        }
        self.input.is_met_by(&self.cohort).map_err(VerifyError::Goals)?;
        match (self.rule.as_str(), &self.lottery, &self.proposal) {
            ("draw", Some(lottery), _) => self.verify_draw(lottery),
            ("propose", _, Some(p)) if p.cohort == self.cohort && p.total_score == self.total() => Ok(()),
            ("propose", _, Some(_)) => Err(VerifyError::Draw),
            _ => Err(VerifyError::Incomplete),
        }
    }

    /// Whom people chose is theirs to say; that everyone is of this input, once, and that nothing missed goes unsaid is
    /// checked.
    fn verify_hand(&self) -> Result<(), VerifyError> {
        let is_sorted = self.cohort.windows(2).all(|w| w[0] < w[1]);
        let stranger = self.cohort.iter().find(|id| !self.input.people.iter().any(|p| p.id == **id));
        if let Some(id) = stranger.or_else(|| self.input.fixed.iter().find(|id| !self.cohort.contains(id))) {
            return Err(VerifyError::Goals(id.clone()));
        }
        let is_silent = !self.departures.is_empty() && self.reason.trim().is_empty();
        if !is_sorted
            || is_silent
            || self.cohort.len() > self.input.seats as usize
            || self.input.misses(&self.cohort) != self.departures
        {
            return Err(VerifyError::Incomplete);
        }
        Ok(())
    }

    fn total(&self) -> i64 {
        self.input.people.iter().filter(|p| self.cohort.contains(&p.id)).filter_map(|p| p.score).sum()
    }

    fn verify_draw(&self, lottery: &Lottery) -> Result<(), VerifyError> {
        let sum: u64 = lottery.panels.iter().map(|p| u64::from(p.tickets)).sum();
        if sum != u64::from(lottery.tickets) || lottery.tickets == 0 {
            return Err(VerifyError::Tickets);
        }
        // Types are what the input makes them: nobody was moved to a type with better chances.
        let input = self.input.clone().canonical();
        let made: Vec<Vec<String>> = Model::new(&input, false)
            .types
            .iter()
            .map(|t| t.members.iter().map(|&m| input.people[m].id.clone()).collect())
            .collect();
        if made != lottery.types {
            return Err(VerifyError::Panel("people alike are not together".into()));
        }
        for panel in &lottery.panels {
            let ids: Option<Vec<String>> = panel.counts.iter().try_fold(Vec::new(), |mut ids, (t, n)| {
                let members = lottery.types.get(*t).filter(|m| m.len() >= *n as usize)?;
                let mut order = members.clone();
                order.sort_by_key(|id| !self.input.fixed.contains(id));
                ids.extend(order.into_iter().take(*n as usize));
                Some(ids)
            });
            let ids = ids.ok_or_else(|| VerifyError::Panel("it counts people who are not there".into()))?;
            self.input.is_met_by(&ids).map_err(VerifyError::Panel)?;
        }
        let mut seed = Draw::from_texts(&[&self.input_hash, &self.public]);
        let (ticket, cohort) = lottery.draw(&self.input.fixed, &mut seed);
        if Some(ticket) != self.ticket || cohort != self.cohort { Err(VerifyError::Draw) } else { Ok(()) }
    }

    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    pub fn from_json(text: &str) -> Result<Self, String> {
        serde_json::from_str(text).map_err(|e| e.to_string())
    }
}
