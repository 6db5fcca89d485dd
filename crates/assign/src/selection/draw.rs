//! The lottery: chances as even as the goals allow, then one ticket out of a thousand.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::model::Model;
use super::panels::{Line, Panels};
use super::split::{self, Progress, Shares, Split};
use super::{Error, Input, even, infeasible, nash, round};
use crate::seed::Draw;

/// How many of each type sit on a panel, and how many of the tickets name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Panel {
    /// Count per type, in the order of [`Lottery::types`]; types with none are left out.
    pub counts: BTreeMap<usize, u32>,
    pub tickets: u32,
}

/// A lottery over cohorts that all meet the goals.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lottery {
    /// Ids alike in all that matters, sorted.
    pub types: Vec<Vec<String>>,
    /// The exact chance of each one of a type, before chances were rounded to tickets.
    pub chances: Vec<f64>,
    pub panels: Vec<Panel>,
    pub tickets: u32,
    /// The least chance of anyone who can be chosen at all, before chances were rounded to tickets, and
    /// the proved upper bound of what any lottery under these goals could give.
    pub min_probability: f64,
    pub upper_bound: f64,
    /// The largest change of anyone's chance by rounding to tickets.
    pub rounding: f64,
    /// People whom no cohort that meets the goals can hold, with a bound that bars them.
    pub impossible: BTreeMap<String, Option<super::Bound>>,
}

impl Lottery {
    /// Everyone's chance, from the tickets: exact multiples of one over tickets times people of a type.
    pub fn probabilities(&self) -> BTreeMap<String, f64> {
        let mut out = BTreeMap::new();
        for (t, ids) in self.types.iter().enumerate() {
            let seats: u32 = self.panels.iter().map(|p| p.counts.get(&t).copied().unwrap_or(0) * p.tickets).sum();
            let chance = f64::from(seats) / f64::from(self.tickets) / ids.len() as f64;
            out.extend(ids.iter().map(|id| (id.clone(), chance)));
        }
        out
    }

    /// The panel a ticket names.
    pub fn panel_of(&self, ticket: u32) -> Option<&Panel> {
        let mut left = ticket;
        self.panels.iter().find(|p| {
            let hit = left < p.tickets;
            left = left.saturating_sub(p.tickets);
            hit
        })
    }

    /// Draws a ticket and, inside each type, people by lot. Returns the ticket and sorted ids.
    pub fn draw(&self, fixed: &[String], seed: &mut Draw) -> (u32, Vec<String>) {
        let ticket = seed.below(u64::from(self.tickets)) as u32;
        let counts = self.panel_of(ticket).map(|p| p.counts.clone()).unwrap_or_default();
        let mut cohort: Vec<String> = Vec::new();
        for (t, ids) in self.types.iter().enumerate() {
            // Every type is shuffled, chosen or not, so that the draw's length tells nothing.
            let mut order = ids.clone();
            seed.shuffle(&mut order);
            order.sort_by_key(|id| !fixed.contains(id));
            cohort.extend(order.into_iter().take(counts.get(&t).copied().unwrap_or(0) as usize));
        }
        cohort.sort();
        (ticket, cohort)
    }
}

/// Inequalities learnt before what came nearest is the answer.
const MOST_CUTS: usize = 40;

/// What a lottery makes as good as it can be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// The least chance.
    Maximin,
    /// The least chance, then the next one, and so on: nobody's chance can grow without that of one who has no more
    /// shrinking.
    #[default]
    Leximin,
    /// The product of all chances (Nash welfare).
    Nash,
}

impl Rule {
    /// What a draw follows: leximin, or maximin where a mean is a goal.
    fn of(input: &Input) -> Self {
        if input.means.is_empty() { Self::Leximin } else { Self::Maximin }
    }
}

/// Finds the lottery whose chances are the most even: [`Rule::Leximin`], or where a mean is a goal, which makes that
/// slow, [`Rule::Maximin`].
///
/// # Errors
/// [`Error::Infeasible`] with the conflict.
pub fn lottery(input: &Input, tickets: u32) -> Result<Lottery, Error> {
    lottery_by(input, Rule::of(input), tickets, &mut |_| true)
}

/// Finds a lottery by a rule. The most even chances of a relaxation are split over panels; when that is forbidden by
/// an inequality, the relaxation learns it and the work begins again, so that the end is both reached and proved.
///
/// `progress` is told the number of searches so far and may stop the work by `false`.
///
/// # Errors
/// [`Error::Infeasible`] with the conflict; [`Error::Stopped`].
pub fn lottery_by(input: &Input, rule: Rule, tickets: u32, progress: Progress) -> Result<Lottery, Error> {
    let input = input.clone().canonical();
    input.check()?;
    let model = Model::new(&input, false);
    let mut panels = Panels::new(&model);
    if panels.best(&vec![0.0; model.types.len()])?.is_none() {
        return Err(Error::Infeasible(Box::new(infeasible::explain(&model)?)));
    }
    let exact = panels.rows.clone();
    let mut lines = inside(&exact);
    let mut is_narrow = exact.iter().any(|l| !l.is_whole);
    let mut possible = vec![true; model.types.len()];
    let mut is_held = vec![false; model.types.len()];
    let mut pool: Vec<Vec<u32>> = Vec::new();
    let mut cuts: Vec<even::Cut> = Vec::new();
    let mut nearest: Option<Shares> = None;
    let (shares, is_hard) = loop {
        let even = match even::leximin(&model, &lines, &possible, &cuts) {
            Err(_) if is_narrow => {
                // The range of a mean is too narrow to keep away from its ends.
                lines.clone_from(&exact);
                is_narrow = false;
                even::leximin(&model, &lines, &possible, &cuts)
            }
            even => even,
        };
        let even = match (even, nearest.take()) {
            (Ok(even), _) => even,
            // An inequality left no room that numbers can tell from none: what came nearest is the answer, and the
            // bound says how near.
            (Err(_), Some(shares)) => break (shares, true),
            (Err(error), None) => return Err(error),
        };
        let is_barred = |t: usize| possible[t] && even.counts[t] <= 1e-9;
        if is_narrow && (0..possible.len()).any(is_barred) {
            // Perhaps it is the narrowed range that bars her.
            lines.clone_from(&exact);
            is_narrow = false;
            continue;
        }
        // Whom the relaxation gives no chance at all, no panel can hold.
        if rules_out(&mut possible, |t| even.counts[t] <= 1e-9) {
            continue;
        }
        let average = if rule == Rule::Nash {
            nash::welfare(&model, &lines, &possible, &cuts, &even.counts)?
        } else {
            even.counts.clone()
        };
        // Where a mean is a goal, panels that fit an average closely are hard to find, and the least chance needs none
        // of that.
        let is_maximin = rule == Rule::Maximin;
        if (!is_maximin || exact.iter().all(|l| l.is_whole))
            && let Some((shares, was_hard)) = split::peel(&mut panels, &average, &mut pool, progress)?
        {
            break (shares, was_hard);
        }
        hold(&mut panels, &mut pool, &possible, &mut is_held)?;
        if rules_out(&mut possible, |t| !is_held[t]) {
            continue;
        }
        let floors: Vec<f64> = model
            .types
            .iter()
            .zip(&possible)
            .map(|(t, p)| if *p { even.least * t.members.len() as f64 } else { 0.0 })
            .collect();
        match split::finish(&mut panels, if is_maximin { &floors } else { &average }, is_maximin, &mut pool, progress)?
        {
            Split::Done(shares) => break (shares, true),
            Split::Forbidden(_, shares) if cuts.len() >= MOST_CUTS => break (shares, true),
            Split::Forbidden(cut, shares) => {
                cuts.push(cut);
                nearest = Some(shares);
            }
        }
    };
    // What any lottery could give, by the goals exactly as they are.
    let bound = even::leximin(&model, &exact, &possible, &cuts)
        .or_else(|_| even::leximin(&model, &exact, &possible, &[]))?
        .least;
    // What the panels really add up to, not what they were meant to.
    let average: Vec<f64> =
        (0..model.types.len()).map(|t| shares.0.iter().map(|(p, s)| f64::from(p[t]) * s).sum()).collect();
    let chances = average
        .iter()
        .zip(&model.types)
        .zip(&possible)
        .filter(|(_, p)| **p)
        .map(|((x, t), _)| x / t.members.len() as f64);
    let least = chances.fold(1.0, f64::min);
    pool.extend(shares.0.iter().map(|(p, _)| p.clone()));
    pool.sort();
    pool.dedup();
    let held = Held { panels, average, shares, pool, is_hard };
    finish(&input, held, &Found { tickets, min_probability: least, upper_bound: bound.max(least), possible })
}

/// Rows for the relaxation. A mean is kept a little away from the ends of its range: at an end, every single panel
/// would have to have exactly that mean, and there are hardly any such panels.
fn inside(exact: &[Line]) -> Vec<Line> {
    let mut lines = exact.to_vec();
    for l in lines.iter_mut().filter(|l| !l.is_whole && l.low.is_finite() && l.high.is_finite()) {
        let by = 0.02 * (l.high - l.low);
        (l.low, l.high) = (l.low + by, l.high - by);
    }
    lines
}

/// People who are alike in every field that a goal, mean or group names, type by type.
pub fn alike(input: &Input) -> Vec<Vec<String>> {
    let model = Model::new(input, false);
    model.types.iter().map(|t| t.members.iter().map(|&m| input.people[m].id.clone()).collect()).collect()
}

/// Takes types out of what is possible; says whether there was one.
fn rules_out(possible: &mut [bool], gone: impl Fn(usize) -> bool) -> bool {
    let before = possible.iter().filter(|p| **p).count();
    for (t, p) in possible.iter_mut().enumerate() {
        *p = *p && !gone(t);
    }
    possible.iter().filter(|p| **p).count() < before
}

/// Finds a panel for every type that none in the pool holds yet, and marks the types that are held.
fn hold(panels: &mut Panels, pool: &mut Vec<Vec<u32>>, possible: &[bool], is_held: &mut [bool]) -> Result<(), Error> {
    let mark = |panel: &[u32], is_held: &mut [bool]| is_held.iter_mut().zip(panel).for_each(|(h, n)| *h = *h || *n > 0);
    pool.sort();
    pool.dedup();
    for panel in pool.iter() {
        mark(panel, is_held);
    }
    for t in 0..possible.len() {
        if possible[t] && !is_held[t] {
            let mut weights = vec![0.0; possible.len()];
            weights[t] = 1.0;
            if let Some(panel) = panels.best(&weights)?.filter(|p| p[t] > 0) {
                mark(&panel, is_held);
                pool.push(panel);
            }
        }
    }
    Ok(())
}

/// Nine places: what is left of rounding beyond them is no one's chance.
pub fn tidy(x: f64) -> f64 {
    (x * 1e9).round() / 1e9
}

struct Found {
    tickets: u32,
    min_probability: f64,
    upper_bound: f64,
    possible: Vec<bool>,
}

/// A lottery with exact shares, and the average counts per type that they add up to.
struct Held<'m> {
    panels: Panels<'m>,
    average: Vec<f64>,
    shares: Shares,
    /// Every panel that was met on the way.
    pool: Vec<Vec<u32>>,
    /// Whether peeling got stuck, as it would again with tickets.
    is_hard: bool,
}

fn finish(input: &Input, mut held: Held, found: &Found) -> Result<Lottery, Error> {
    let model = held.panels.model;
    let sizes: Vec<f64> = model.types.iter().map(|t| t.members.len() as f64).collect();
    let tickets =
        round::tickets(&mut held.panels, &held.average, &held.shares, (&held.pool, held.is_hard), found.tickets)?;
    let after = |t: usize| tickets.iter().map(|(p, n)| f64::from(p[t] * n)).sum::<f64>() / f64::from(found.tickets);
    let rounding = (0..sizes.len()).map(|t| (held.average[t] - after(t)).abs() / sizes[t]).fold(0.0, f64::max);
    let names = |t: &super::model::Type| t.members.iter().map(|&m| input.people[m].id.clone()).collect::<Vec<_>>();
    let mut impossible = BTreeMap::new();
    for t in (0..sizes.len()).filter(|&t| !found.possible[t]) {
        let bar = barring(model, t)?;
        impossible.extend(names(&model.types[t]).into_iter().map(|id| (id, bar.clone())));
    }
    let sparse = |p: &[u32]| p.iter().enumerate().filter(|(_, n)| **n > 0).map(|(t, n)| (t, *n)).collect();
    Ok(Lottery {
        types: model.types.iter().map(names).collect(),
        chances: held.average.iter().zip(&sizes).map(|(x, m)| tidy(x / m)).collect(),
        panels: tickets.into_iter().map(|(p, n)| Panel { counts: sparse(&p), tickets: n }).collect(),
        tickets: found.tickets,
        min_probability: tidy(found.min_probability),
        upper_bound: tidy(found.upper_bound),
        rounding: tidy(rounding),
        impossible,
    })
}

/// A single bound without which this type could be chosen, if there is one.
fn barring(model: &Model, t: usize) -> Result<Option<super::Bound>, Error> {
    let mut weights = vec![0.0; model.types.len()];
    weights[t] = 1.0;
    // A bound that names this very type and allows none of it comes first.
    let mut bounds: Vec<&super::Bound> = model.bounds().collect();
    let own = |b: &super::Bound| {
        model.rows.iter().any(|r| {
            r.high
                .as_ref()
                .is_some_and(|(limit, hb)| hb == b && *limit == 0 && r.coefficients.iter().any(|(i, _)| *i == t))
        })
    };
    bounds.sort_by_key(|b| !own(b));
    for bound in bounds {
        if model.best(&weights, |b| b != bound)?.is_some_and(|panel| panel[t] > 0) {
            return Ok(Some(bound.clone()));
        }
    }
    Ok(None)
}

/// Finds the lottery and draws from it. The seed is a hash of the input's hash and of the public text.
pub fn draw(
    input: &Input,
    tickets: u32,
    public: &str,
    progress: Progress,
) -> Result<(Lottery, u32, Vec<String>), Error> {
    let found = lottery_by(input, Rule::of(input), tickets, progress)?;
    let mut seed = Draw::from_texts(&[&input.hash(), public]);
    let (ticket, cohort) = found.draw(&input.fixed, &mut seed);
    input.is_met_by(&cohort).map_err(Error::Solver)?;
    Ok((found, ticket, cohort))
}
