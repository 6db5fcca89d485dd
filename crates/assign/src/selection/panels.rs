//! The search for one panel: how many of each type to choose so that given weights add up highest. Branch and bound
//! over a relaxation that is warm from the last search, so that hundreds of searches in a row stay cheap. Every
//! panel that leaves here was checked in whole numbers.

use super::Error;
use super::lp::{Ended, Lp};
use super::model::Model;

/// Two numbers closer than this are the same.
pub const SAME: f64 = 1e-9;

/// Nodes after which the other solver is asked instead.
const MOST_NODES: usize = 4_000;

/// Nodes after which a panel found so far is near enough.
const NEAR: usize = 24;

pub struct Panels<'m> {
    pub model: &'m Model,
    lp: Lp,
    /// Rows as the relaxation sees them, the seats first: coefficients by type, scaled so that the largest is 1.
    pub rows: Vec<Line>,
    /// Whether what is looked for is one panel, which is then checked as one.
    is_panel: bool,
    /// Searches, for reports of progress.
    pub searches: usize,
}

/// What a search is after.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Want {
    Best,
    /// Any whose weights add up to more than this.
    Above(f64),
    /// The best among the first few.
    Near,
}

struct Dive {
    found: Option<(f64, Vec<u32>)>,
    nodes: usize,
    want: Want,
}

/// A row of the relaxation.
#[derive(Clone, Debug)]
pub struct Line {
    pub terms: Vec<(usize, f64)>,
    pub low: f64,
    pub high: f64,
    /// Whether sums of whole counts are whole.
    pub is_whole: bool,
}

impl Line {
    pub fn sum(&self, x: &[f64]) -> f64 {
        self.terms.iter().map(|&(t, a)| a * x[t]).sum()
    }
}

/// The rows of a model, the seats first.
pub fn lines(model: &Model) -> Vec<Line> {
    let seats = f64::from(model.seats);
    let mut lines = vec![Line {
        terms: (0..model.types.len()).map(|t| (t, 1.0)).collect(),
        low: seats,
        high: seats,
        is_whole: true,
    }];
    for row in &model.rows {
        let largest = row.coefficients.iter().map(|(_, c)| c.abs()).max().unwrap_or(1).max(1) as f64;
        lines.push(Line {
            terms: row.coefficients.iter().map(|&(t, c)| (t, c as f64 / largest)).collect(),
            low: row.low.as_ref().map_or(f64::NEG_INFINITY, |(l, _)| *l as f64 / largest),
            high: row.high.as_ref().map_or(f64::INFINITY, |(h, _)| *h as f64 / largest),
            is_whole: largest <= 1.0,
        });
    }
    lines
}

impl<'m> Panels<'m> {
    pub fn new(model: &'m Model) -> Self {
        let rows = lines(model);
        let mut lp = Lp::new(&rows.iter().map(|l| (l.low, l.high)).collect::<Vec<_>>());
        let mut columns = vec![Vec::new(); model.types.len()];
        for (r, line) in rows.iter().enumerate() {
            for &(t, a) in &line.terms {
                columns[t].push((r, a));
            }
        }
        for (t, column) in model.types.iter().zip(columns) {
            lp.add_column(0.0, (f64::from(t.fixed), t.members.len() as f64), column);
        }
        Self { model, lp, rows, is_panel: true, searches: 0 }
    }

    /// The panel with the highest sum of weights, or nothing when there is no panel at all.
    pub fn best(&mut self, weights: &[f64]) -> Result<Option<Vec<u32>>, Error> {
        self.open();
        self.search(weights, Want::Best)
    }

    fn open(&mut self) {
        for (t, kind) in self.model.types.iter().enumerate() {
            self.lp.set_bounds(t, (f64::from(kind.fixed), kind.members.len() as f64));
        }
        for (r, line) in self.rows.iter().enumerate() {
            self.lp.set_row_bounds(r, (line.low, line.high));
        }
    }

    /// A panel whose weights add up to more than `than`, not the one with the most; or nothing when no panel does.
    pub fn better(&mut self, weights: &[f64], than: f64) -> Result<Option<Vec<u32>>, Error> {
        self.open();
        self.search(weights, Want::Above(than))
    }

    /// A panel whose counts and row sums lie between given bounds, and whose weights are near the most. Finding none
    /// proves nothing: the search may give up.
    pub fn best_between(
        &mut self,
        weights: &[f64],
        counts: &[(f64, f64)],
        sums: &[(f64, f64)],
    ) -> Result<Option<Vec<u32>>, Error> {
        self.between(weights, counts, sums, true)
    }

    /// Whole counts between bounds that need not be those of one panel, such as the sums over a thousand.
    pub fn whole_between(
        &mut self,
        weights: &[f64],
        counts: &[(f64, f64)],
        sums: &[(f64, f64)],
    ) -> Result<Option<Vec<u32>>, Error> {
        self.between(weights, counts, sums, false)
    }

    fn between(
        &mut self,
        weights: &[f64],
        counts: &[(f64, f64)],
        sums: &[(f64, f64)],
        is_panel: bool,
    ) -> Result<Option<Vec<u32>>, Error> {
        self.is_panel = is_panel;
        for (t, b) in counts.iter().enumerate() {
            self.lp.set_bounds(t, *b);
        }
        for (r, b) in sums.iter().enumerate() {
            self.lp.set_row_bounds(r, *b);
        }
        let found = self.search(weights, Want::Near);
        self.is_panel = true;
        found
    }

    fn search(&mut self, weights: &[f64], want: Want) -> Result<Option<Vec<u32>>, Error> {
        self.searches += 1;
        for (t, w) in weights.iter().enumerate() {
            self.lp.set_cost(t, -w);
        }
        let mut dive = Dive { found: None, nodes: 0, want };
        let whole = self.dive(&mut dive);
        let found = dive.found.map(|(_, panel)| panel);
        if whole || want == Want::Near || (want != Want::Best && found.is_some()) {
            return Ok(found);
        }
        let best = self.model.best(weights, |_| true)?;
        let sum = |p: &Vec<u32>| p.iter().zip(weights).map(|(n, w)| f64::from(*n) * w).sum::<f64>();
        Ok(best.filter(|p| if let Want::Above(than) = want { sum(p) > than } else { true }))
    }

    /// Searches below the bounds as they are. `false` when the search was not finished.
    fn dive(&mut self, d: &mut Dive) -> bool {
        d.nodes += 1;
        let enough = match d.want {
            Want::Best => false,
            Want::Above(_) => d.found.is_some(),
            Want::Near => d.found.is_some() && d.nodes > NEAR,
        };
        if enough {
            return true;
        }
        if d.nodes > if d.want == Want::Near { 1_000 } else { MOST_NODES } {
            return false;
        }
        match self.lp.solve() {
            Ended::Infeasible => return true,
            Ended::Lost => return false,
            Ended::Optimal => {}
        }
        let least = self.lp.objective();
        let is_short = matches!(d.want, Want::Above(than) if -least <= than + SAME);
        if is_short || d.found.as_ref().is_some_and(|(cost, _)| least >= cost - SAME) {
            return true;
        }
        let values: Vec<f64> = (0..self.model.types.len()).map(|t| self.lp.value(t)).collect();
        let gap = |x: f64| (x - x.round()).abs();
        let open = (0..values.len())
            .filter(|&t| gap(values[t]) > 1e-6)
            .max_by(|&a, &b| gap(values[a]).total_cmp(&gap(values[b])).then(b.cmp(&a)));
        let Some(t) = open else {
            let panel: Vec<u32> = values.iter().map(|x| x.round() as u32).collect();
            if self.is_panel && !self.model.holds(&panel) {
                return false;
            }
            d.found = Some((least, panel));
            return true;
        };
        let (low, high) = self.lp.bounds(t);
        let (down, up) = ((low, values[t].floor()), (values[t].ceil(), high));
        let halves = if values[t] - values[t].floor() > 0.5 { [up, down] } else { [down, up] };
        let mut whole = true;
        for half in halves {
            self.lp.set_bounds(t, half);
            whole = self.dive(d) && whole;
        }
        self.lp.set_bounds(t, (low, high));
        whole
    }
}
