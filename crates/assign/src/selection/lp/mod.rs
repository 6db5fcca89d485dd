//! A small linear program solver that keeps what it knows: bounds, costs, columns and rows may change between two
//! solves, and the next one begins where the last one ended. Revised simplex with bounded variables and an explicit
//! inverse (Dantzig, 1963; Chvátal, 1983, chapters 7 and 8); a start outside the bounds is first brought inside by
//! making the sum of what is out of bounds smallest. It gives prices (duals), which the search for lotteries needs.
//!
//! Nothing here is random and nothing depends on the machine: the same program gives the same answer everywhere.

mod basis;

/// How far a number may be off and still count as within its bounds, or as no gain.
const TOLERANCE: f64 = 1e-9;

/// What is outside by less than this in all is not infeasible.
const LOOSEST: f64 = 1e-6;

/// Smallest number taken as a pivot.
const PIVOT: f64 = 1e-7;

/// Pivots after which the inverse is computed anew.
const REFRESH: usize = 120;

/// What a solve ends with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    Optimal,
    Infeasible,
    /// Numbers got out of hand; the caller treats it as no answer.
    Lost,
}

/// Minimise `Σ cost·x` where every row's sum and every variable lies between two bounds. All bounds of variables
/// are finite below; rows may be free on one side.
#[derive(Clone, Debug)]
pub struct Lp {
    rows: usize,
    /// Nonzeros of each variable's column. The first `rows`… are not special: slacks are kept apart.
    columns: Vec<Vec<(usize, f64)>>,
    lower: Vec<f64>,
    upper: Vec<f64>,
    cost: Vec<f64>,
    row_lower: Vec<f64>,
    row_upper: Vec<f64>,
    /// Which variable stands in each place of the basis: a variable's number, or `SLACK + row`.
    basis: Vec<usize>,
    /// For variables and rows: the place in the basis, or none.
    place: Vec<Option<usize>>,
    row_place: Vec<Option<usize>>,
    at_upper: Vec<bool>,
    row_at_upper: Vec<bool>,
    inverse: Vec<f64>,
    /// Values of what is in the basis.
    basic: Vec<f64>,
    since_refresh: usize,
    /// How far a value may be outside its bounds; grows when a solve ends a hair outside, as rounding makes it do.
    loose: f64,
    pub pivots: usize,
}

const SLACK: usize = 1 << 40;

impl Lp {
    /// A program with these rows, as pairs of bounds, and no variables yet.
    pub fn new(bounds: &[(f64, f64)]) -> Self {
        let rows = bounds.len();
        let mut lp = Self {
            rows,
            columns: Vec::new(),
            lower: Vec::new(),
            upper: Vec::new(),
            cost: Vec::new(),
            row_lower: bounds.iter().map(|b| b.0).collect(),
            row_upper: bounds.iter().map(|b| b.1).collect(),
            basis: (0..rows).map(|r| SLACK + r).collect(),
            place: Vec::new(),
            row_place: (0..rows).map(Some).collect(),
            at_upper: Vec::new(),
            row_at_upper: vec![false; rows],
            inverse: vec![0.0; rows * rows],
            basic: vec![0.0; rows],
            since_refresh: 0,
            loose: TOLERANCE,
            pivots: 0,
        };
        lp.inverse_of_slacks();
        lp
    }

    fn inverse_of_slacks(&mut self) {
        for r in 0..self.rows {
            self.inverse[r * self.rows + r] = -1.0;
        }
    }

    /// Adds a variable; it starts at its lower bound, or at the upper one where that is nearer to zero cost.
    pub fn add_column(&mut self, cost: f64, bounds: (f64, f64), column: Vec<(usize, f64)>) -> usize {
        self.columns.push(column);
        self.cost.push(cost);
        self.lower.push(bounds.0);
        self.upper.push(bounds.1);
        self.place.push(None);
        self.at_upper.push(false);
        self.columns.len() - 1
    }

    /// Adds a row over the variables there are; its slack enters the basis.
    pub fn add_row(&mut self, bounds: (f64, f64), terms: &[(usize, f64)]) -> usize {
        let (old, new) = (self.rows, self.rows + 1);
        let mut inverse = vec![0.0; new * new];
        for r in 0..old {
            inverse[r * new..r * new + old].copy_from_slice(&self.inverse[r * old..(r + 1) * old]);
        }
        for &(j, a) in terms {
            self.columns[j].push((old, a));
            if let Some(p) = self.place[j] {
                for k in 0..old {
                    inverse[old * new + k] += a * self.inverse[p * old + k];
                }
            }
        }
        inverse[old * new + old] = -1.0;
        self.inverse = inverse;
        self.rows = new;
        self.row_lower.push(bounds.0);
        self.row_upper.push(bounds.1);
        self.basis.push(SLACK + old);
        self.row_place.push(Some(old));
        self.row_at_upper.push(false);
        self.basic.push(0.0);
        old
    }

    pub fn set_cost(&mut self, j: usize, cost: f64) {
        self.cost[j] = cost;
    }

    pub fn set_bounds(&mut self, j: usize, bounds: (f64, f64)) {
        (self.lower[j], self.upper[j]) = bounds;
        self.at_upper[j] = self.at_upper[j] && bounds.1.is_finite();
    }

    pub fn bounds(&self, j: usize) -> (f64, f64) {
        (self.lower[j], self.upper[j])
    }

    pub fn set_row_bounds(&mut self, row: usize, bounds: (f64, f64)) {
        (self.row_lower[row], self.row_upper[row]) = bounds;
    }

    /// Puts another column in place of a variable's.
    pub fn set_column(&mut self, j: usize, column: Vec<(usize, f64)>) {
        self.columns[j] = column;
        self.since_refresh = REFRESH;
    }

    fn bound_of(&self, var: usize) -> (f64, f64) {
        if var >= SLACK {
            (self.row_lower[var - SLACK], self.row_upper[var - SLACK])
        } else {
            (self.lower[var], self.upper[var])
        }
    }

    fn is_at_upper(&self, var: usize) -> bool {
        if var >= SLACK { self.row_at_upper[var - SLACK] } else { self.at_upper[var] }
    }

    fn set_at_upper(&mut self, var: usize, yes: bool) {
        if var >= SLACK {
            self.row_at_upper[var - SLACK] = yes;
        } else {
            self.at_upper[var] = yes;
        }
    }

    /// Where a variable outside the basis stands.
    fn resting(&self, var: usize) -> f64 {
        let (low, high) = self.bound_of(var);
        if !low.is_finite() && !high.is_finite() {
            // A row that nothing bounds any more.
            return 0.0;
        }
        let upper = self.is_at_upper(var) && high.is_finite();
        if upper || !low.is_finite() { high } else { low }
    }

    /// The value of a variable.
    pub fn value(&self, j: usize) -> f64 {
        self.place[j].map_or_else(|| self.resting(j), |p| self.basic[p])
    }

    pub fn objective(&self) -> f64 {
        (0..self.columns.len()).filter(|&j| self.cost[j] != 0.0).map(|j| self.cost[j] * self.value(j)).sum()
    }

    /// Prices of the rows under given costs of the basis.
    fn prices_of(&self, costs: &[f64]) -> Vec<f64> {
        let m = self.rows;
        let mut y = vec![0.0; m];
        for (i, &c) in costs.iter().enumerate() {
            if c != 0.0 {
                for (k, o) in y.iter_mut().enumerate() {
                    *o += c * self.inverse[i * m + k];
                }
            }
        }
        y
    }

    /// Prices of the rows: by how much the least cost changes when a row's sum is forced up by one.
    pub fn prices(&self) -> Vec<f64> {
        let costs: Vec<f64> = self.basis.iter().map(|&v| if v >= SLACK { 0.0 } else { self.cost[v] }).collect();
        self.prices_of(&costs)
    }

    /// What a variable outside the basis would cost per unit, at given prices.
    pub fn reduced_cost(&self, j: usize, prices: &[f64]) -> f64 {
        self.columns[j].iter().fold(self.cost[j], |d, &(k, a)| d - prices[k] * a)
    }

    pub fn is_basic(&self, j: usize) -> bool {
        self.place[j].is_some()
    }

    /// How far a value is outside its bounds: negative below, positive above.
    fn outside(&self, var: usize, x: f64) -> f64 {
        let (low, high) = self.bound_of(var);
        let slack = self.loose * (1.0 + x.abs());
        if x < low - slack {
            x - low
        } else if x > high + slack {
            x - high
        } else {
            0.0
        }
    }

    /// Solves from where it stands.
    pub fn solve(&mut self) -> Ended {
        if self.since_refresh >= REFRESH && !self.refresh() {
            return Ended::Lost;
        }
        self.settle();
        let limit = 200 * (self.rows + 50) + 20 * self.columns.len();
        let mut idle = 0;
        self.loose = TOLERANCE;
        let mut last = f64::INFINITY;
        let mut was_outside = true;
        for _ in 0..limit {
            if self.since_refresh >= REFRESH {
                if !self.refresh() {
                    return Ended::Lost;
                }
                self.settle();
            }
            let out: Vec<f64> = (0..self.rows).map(|i| self.outside(self.basis[i], self.basic[i])).collect();
            let is_outside = out.iter().any(|o| *o != 0.0);
            let goal: f64 = if is_outside { out.iter().map(|o| o.abs()).sum() } else { self.objective() };
            let costs: Vec<f64> = if is_outside {
                out.iter().map(|o| if *o == 0.0 { 0.0 } else { o.signum() }).collect()
            } else {
                self.basis.iter().map(|&v| if v >= SLACK { 0.0 } else { self.cost[v] }).collect()
            };
            let gains = goal < last - 1e-12 * (1.0 + last.abs()) || is_outside != was_outside || !last.is_finite();
            idle = if gains { 0 } else { idle + 1 };
            last = goal;
            was_outside = is_outside;
            let prices = self.prices_of(&costs);
            // When nothing has moved for long, the first that helps is taken instead of the best one, which cannot go
            // in circles.
            let Some((entering, rises)) = self.entering(&prices, is_outside, idle > 60) else {
                if is_outside && goal <= LOOSEST && self.loose < LOOSEST {
                    self.loose *= 10.0;
                    continue;
                }
                return if is_outside { Ended::Infeasible } else { Ended::Optimal };
            };
            if !self.step(entering, rises, &out, idle > 60) {
                // The way is open without end: no program here is so, or numbers are off.
                if self.since_refresh == 0 || !self.refresh() {
                    return Ended::Lost;
                }
                self.settle();
            }
        }
        Ended::Lost
    }

    /// What to let into the basis, and whether it rises from its lower bound.
    fn entering(&self, prices: &[f64], first_phase: bool, first: bool) -> Option<(usize, bool)> {
        let mut best: Option<(f64, usize, bool)> = None;
        let mut look = |var: usize, d: f64, at_upper: bool, fixed: bool| -> bool {
            if fixed {
                return false;
            }
            let gain = if at_upper { d } else { -d };
            if gain > TOLERANCE && best.is_none_or(|(g, ..)| gain > g) {
                best = Some((gain, var, !at_upper));
                return first;
            }
            false
        };
        for (r, &price) in prices.iter().enumerate() {
            if self.row_place[r].is_none() {
                let (low, high) = (self.row_lower[r], self.row_upper[r]);
                let is_free = !low.is_finite() && !high.is_finite();
                let at_upper =
                    if is_free { price > 0.0 } else { (self.row_at_upper[r] && high.is_finite()) || !low.is_finite() };
                if look(SLACK + r, price, at_upper, low >= high) {
                    return best.map(|(_, v, up)| (v, up));
                }
            }
        }
        for j in 0..self.columns.len() {
            if self.place[j].is_none() {
                let d = self.columns[j]
                    .iter()
                    .fold(if first_phase { 0.0 } else { self.cost[j] }, |d, &(k, a)| d - prices[k] * a);
                if look(j, d, self.at_upper[j] && self.upper[j].is_finite(), self.lower[j] >= self.upper[j]) {
                    return best.map(|(_, v, up)| (v, up));
                }
            }
        }
        best.map(|(_, v, up)| (v, up))
    }

    /// Moves the entering variable as far as it can go. `false` when nothing stops it.
    fn step(&mut self, entering: usize, rises: bool, out: &[f64], first: bool) -> bool {
        let m = self.rows;
        let way = self.through(entering);
        let sign = if rises { -1.0 } else { 1.0 };
        let (low, high) = self.bound_of(entering);
        // How far each of the basis can go, a little beyond its bound: then the largest pivot among those that stop
        // first is taken.
        let reach = |i: usize, slack: f64| -> Option<(f64, bool)> {
            let rate = sign * way[i];
            if rate.abs() < PIVOT {
                return None;
            }
            let (l, h) = self.bound_of(self.basis[i]);
            let x = self.basic[i];
            let (to, upper) = if rate > 0.0 {
                if out[i] < 0.0 {
                    (l, false)
                } else if out[i] > 0.0 {
                    return None;
                } else {
                    (h, true)
                }
            } else if out[i] > 0.0 {
                (h, true)
            } else if out[i] < 0.0 {
                return None;
            } else {
                (l, false)
            };
            to.is_finite().then(|| (((to - x) / rate + slack / rate.abs()).max(0.0), upper))
        };
        let mut furthest = high - low;
        for i in 0..m {
            if let Some((t, _)) = reach(i, TOLERANCE) {
                furthest = furthest.min(t);
            }
        }
        let mut leaving: Option<(usize, f64, bool)> = None;
        for i in 0..m {
            if let Some((t, upper)) = reach(i, 0.0)
                && t <= furthest
            {
                let better = match leaving {
                    None => true,
                    Some((l, ..)) if first => self.basis[i] < self.basis[l],
                    Some((l, ..)) => way[i].abs() > way[l].abs(),
                };
                if better {
                    leaving = Some((i, t, upper));
                }
            }
        }
        let span = high - low;
        let by = Move { entering, rises, way: &way, sign };
        match leaving {
            Some((_, t, _)) if span.is_finite() && span <= t => self.flip(&by, span),
            None if span.is_finite() => self.flip(&by, span),
            None => return false,
            Some((i, t, upper)) => self.pivot(&by, i, t, upper),
        }
        true
    }

    /// From one bound to the other, without a change of the basis.
    fn flip(&mut self, by: &Move<'_>, span: f64) {
        for (b, w) in self.basic.iter_mut().zip(by.way) {
            *b += by.sign * w * span;
        }
        self.set_at_upper(by.entering, by.rises);
    }

    /// Takes the place of what stands at `at` in the basis, which then rests at its upper or its lower bound.
    fn pivot(&mut self, by: &Move<'_>, at: usize, t: f64, upper: bool) {
        let Move { entering, rises, way, sign } = *by;
        let m = self.rows;
        let from = self.resting(entering);
        for (b, w) in self.basic.iter_mut().zip(way) {
            *b += sign * w * t;
        }
        let left = self.basis[at];
        self.set_at_upper(left, upper);
        if left >= SLACK {
            self.row_place[left - SLACK] = None;
        } else {
            self.place[left] = None;
        }
        self.basis[at] = entering;
        if entering >= SLACK {
            self.row_place[entering - SLACK] = Some(at);
        } else {
            self.place[entering] = Some(at);
        }
        self.basic[at] = if rises { from + t } else { from - t };
        let scale = 1.0 / way[at];
        for k in 0..m {
            self.inverse[at * m + k] *= scale;
        }
        let (before, rest) = self.inverse.split_at_mut(at * m);
        let (row, after) = rest.split_at_mut(m);
        for (i, line) in before.chunks_exact_mut(m).enumerate() {
            reduce(line, row, way[i]);
        }
        for (i, line) in after.chunks_exact_mut(m).enumerate() {
            reduce(line, row, way[at + 1 + i]);
        }
        self.since_refresh += 1;
        self.pivots += 1;
    }
}

/// How a variable comes into the basis: whether it rises from its lower bound or falls from its upper one, and what a
/// step of it does to each of the basis, but for the sign.
struct Move<'a> {
    entering: usize,
    rises: bool,
    way: &'a [f64],
    sign: f64,
}

fn reduce(line: &mut [f64], row: &[f64], factor: f64) {
    if factor != 0.0 {
        for (l, r) in line.iter_mut().zip(row) {
            *l -= factor * r;
        }
    }
}
