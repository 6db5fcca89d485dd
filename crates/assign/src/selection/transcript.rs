//! The record that lets anyone check a selection and run it again.

use serde::{Deserialize, Serialize};

use super::model::Model;
use super::{Error, Input, Lottery, Proposal, draw, propose};
use crate::seed::Draw;

/// What was asked, what came out, and what is needed to get there again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Transcript {
    pub format: String,
    /// `propose` or `draw`.
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
        let input = input.canonical();
        let proposal = propose(&input)?;
        Ok(Self { cohort: proposal.cohort.clone(), proposal: Some(proposal), ..Self::begin("propose", input, String::new()) })
    }

    /// Draws and writes down how.
    pub fn of_draw(input: Input, tickets: u32, public: &str) -> Result<Self, Error> {
        let input = input.canonical();
        let (lottery, ticket, cohort) = draw(&input, tickets, public)?;
        Ok(Self { lottery: Some(lottery), ticket: Some(ticket), cohort, ..Self::begin("draw", input, public.to_owned()) })
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
        }
    }

    /// Solves everything again from the input alone.
    pub fn run_again(&self) -> Result<Self, Error> {
        if self.rule == "draw" {
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
        self.input.is_met_by(&self.cohort).map_err(VerifyError::Goals)?;
        match (self.rule.as_str(), &self.lottery, &self.proposal) {
            ("draw", Some(lottery), _) => self.verify_draw(lottery),
            ("propose", _, Some(p)) if p.cohort == self.cohort && p.total_score == self.total() => Ok(()),
            ("propose", _, Some(_)) => Err(VerifyError::Draw),
            _ => Err(VerifyError::Incomplete),
        }
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
        let made: Vec<Vec<String>> = Model::new(&input, false).types.iter().map(|t| t.members.iter().map(|&m| input.people[m].id.clone()).collect()).collect();
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
