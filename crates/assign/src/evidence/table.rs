//! Two-way tables that protect the people in them, with a proof: for every cell that is held back, the range of counts
//! that the published figures leave open is computed exactly, and it is wide.

use crate::selection::lp::{Ended, Lp};

/// A count that is held back, and what a reader could work out about it at best.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeldBack {
    /// Row and column; the last of each is the total.
    pub at: (usize, usize),
    pub low: u64,
    pub high: u64,
}

/// What may be published of a table with its totals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Protected {
    /// Counts with a last row and a last column of totals; `None` is held back.
    pub cells: Vec<Vec<Option<u64>>>,
    pub held_back: Vec<HeldBack>,
}

/// Holds back every count from 1 to below `floor`, and further ones, smallest first, until no count that is held back
/// can be worked out from the rest to within less than `floor`, or to be below it (primary and complementary
/// suppression). Zeros are shown when `shows_zero`. Rows must be of one length. `None` when numbers got out of hand;
/// then nothing may be shown.
///
/// ```
/// use weft_assign::evidence::protect;
/// let safe = protect(&[vec![12, 3], vec![9, 8]], 5, true).expect("solved");
/// // The 3 is held back, and with it enough that it does not follow from the totals.
/// assert_eq!(safe.cells[0][1], None);
/// assert!(safe.held_back.iter().all(|h| h.high - h.low >= 5 && h.high >= 5));
/// ```
pub fn protect(counts: &[Vec<u64>], floor: u64, shows_zero: bool) -> Option<Protected> {
    let columns = counts.first().map_or(0, Vec::len);
    let mut all: Vec<Vec<u64>> =
        counts.iter().map(|row| row.iter().copied().chain([row.iter().sum()]).collect()).collect();
    all.push((0..=columns).map(|c| all.iter().map(|row| row[c]).sum()).collect());
    let is_small = |n: u64| n < floor && (n > 0 || !shows_zero);
    let mut shown: Vec<Vec<bool>> = all.iter().map(|row| row.iter().map(|n| !is_small(*n)).collect()).collect();
    loop {
        let ranges = ranges(&all, &shown)?;
        let weak = ranges.iter().find(|h| h.high - h.low < floor || h.high < floor);
        let Some(weak) = weak else {
            let cells = all
                .iter()
                .zip(&shown)
                .map(|(row, s)| row.iter().zip(s).map(|(n, s)| s.then_some(*n)).collect())
                .collect();
            return Some(Protected { cells, held_back: ranges });
        };
        // The smallest figure that shares a row or column with the weak one; the grand total goes last.
        let (r, c) = weak.at;
        let last = (counts.len(), columns);
        let near = |at: &(usize, usize)| at.0 == r || at.1 == c;
        let open = |near_only: bool| {
            let cells = (0..=counts.len()).flat_map(|i| (0..=columns).map(move |j| (i, j)));
            cells
                .filter(|at| shown[at.0][at.1] && (!near_only || near(at)))
                .min_by_key(|at| (*at == last, all[at.0][at.1] == 0, all[at.0][at.1]))
        };
        match open(true).or_else(|| open(false)) {
            Some((i, j)) => shown[i][j] = false,
            // Everything is held back: nothing can follow from nothing.
            None => {
                return Some(Protected { cells: vec![vec![None; columns + 1]; counts.len() + 1], held_back: ranges });
            }
        }
    }
}

/// For each cell that is not shown, the least and greatest count that all shown ones allow. Sums along rows and columns
/// make a network, so the ends are whole numbers.
fn ranges(all: &[Vec<u64>], shown: &[Vec<bool>]) -> Option<Vec<HeldBack>> {
    let (rows, columns) = (all.len() - 1, all[0].len() - 1);
    let most = all[rows][columns] as f64;
    // One row of the program per row and column of the table: its cells less its total make nothing.
    let mut known = vec![0.0; rows + 1 + columns + 1];
    let mut hidden = Vec::new();
    for (i, line) in all.iter().enumerate() {
        for (j, n) in line.iter().enumerate() {
            let terms =
                vec![(i, if j == columns { -1.0 } else { 1.0 }), (rows + 1 + j, if i == rows { -1.0 } else { 1.0 })];
            if shown[i][j] {
                for (k, a) in terms {
                    known[k] += a * *n as f64;
                }
            } else {
                hidden.push(((i, j), terms));
            }
        }
    }
    let mut lp = Lp::new(&known.iter().map(|k| (-k, -k)).collect::<Vec<_>>());
    // What nobody has been told may be larger than it is.
    let columns_of: Vec<usize> =
        hidden.iter().map(|(_, terms)| lp.add_column(0.0, (0.0, 2.0 * most + 100.0), terms.clone())).collect();
    let mut out = Vec::new();
    for ((at, _), j) in hidden.iter().zip(&columns_of) {
        let mut ends = [0, 0];
        for (end, cost) in ends.iter_mut().zip([1.0, -1.0]) {
            lp.set_cost(*j, cost);
            if lp.solve() != Ended::Optimal {
                return None;
            }
            *end = lp.value(*j).round().max(0.0) as u64;
        }
        lp.set_cost(*j, 0.0);
        out.push(HeldBack { at: *at, low: ends[0], high: ends[1] });
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Every table of two rows that agrees with what is shown; totals that are not shown may be anything up to a limit.
    fn tables(safe: &Protected, columns: usize, limit: u64) -> Vec<Vec<Vec<u64>>> {
        let cells: Vec<(usize, usize)> = (0..2).flat_map(|i| (0..columns).map(move |j| (i, j))).collect();
        let mut found = vec![vec![vec![0; columns]; 2]];
        for (i, j) in cells {
            let options: Vec<u64> = safe.cells[i][j].map_or_else(|| (0..=limit).collect(), |n| vec![n]);
            found = found
                .into_iter()
                .flat_map(|t| {
                    options.iter().map(move |n| {
                        let mut t = t.clone();
                        t[i][j] = *n;
                        t
                    })
                })
                .collect();
        }
        found.retain(|t| {
            let rows = (0..2).all(|i| safe.cells[i][columns].is_none_or(|n| t[i].iter().sum::<u64>() == n));
            let sums = (0..columns).all(|j| safe.cells[2][j].is_none_or(|n| t[0][j] + t[1][j] == n));
            rows && sums && safe.cells[2][columns].is_none_or(|n| t.iter().flatten().sum::<u64>() == n)
        });
        found
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(60))]
        #[test]
        fn nothing_held_back_can_be_worked_out(
            counts in prop::collection::vec(prop::collection::vec(0_u64..9, 2), 2),
            zeros in any::<bool>(),
        ) {
            let floor = 4;
            let safe = protect(&counts, floor, zeros).expect("solved");
            // What is shown is true, and nothing small is.
            for (i, row) in counts.iter().enumerate() {
                for (j, n) in row.iter().enumerate() {
                    prop_assert!(safe.cells[i][j].is_none_or(|s| s == *n && (s >= floor || s == 0 && zeros)));
                }
            }
            // Every table a reader could think of, one by one: what is held back takes values as far apart as stated.
            let possible = tables(&safe, 2, 16);
            prop_assert!(possible.contains(&counts));
            for h in safe.held_back.iter().filter(|h| h.at.0 < 2 && h.at.1 < 2) {
                let values: Vec<u64> = possible.iter().map(|t| t[h.at.0][h.at.1]).collect();
                let low = values.iter().min().copied().unwrap_or(0);
                let high = values.iter().max().copied().unwrap_or(0);
                prop_assert!(high - low >= floor && high >= floor, "{counts:?} {safe:?}: {low} to {high}");
                prop_assert_eq!(low, h.low);
            }
        }
    }

    #[test]
    fn a_table_of_large_counts_is_shown_whole() {
        let safe = protect(&[vec![12, 20], vec![30, 15]], 11, true).expect("solved");
        assert!(safe.held_back.is_empty() && safe.cells[2][2] == Some(77));
    }
}
