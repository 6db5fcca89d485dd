//! Tables of small groups that tell the truth and protect the people in them.

mod measures;
mod table;

pub use measures::{
    Estimate, SignedRank, clopper_pearson, cohen_kappa, density, krippendorff_alpha, paired_hedges_g, reciprocity,
    signed_rank, t_interval,
};
pub use table::{HeldBack, Protected, protect};

/// One cell of a one-way table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    pub count: u64,
    /// How many of those counted here agreed to be shown.
    pub agreed: u64,
}

/// Which cells may be shown, when the total of all cells is public.
///
/// A cell is shown when everyone in it agreed. Otherwise it is shown only when those who did not agree are at
/// least `floor`, and so are the people outside it: then neither the few who agreed by name nor a share near
/// all gives anyone away. An empty cell is shown when `shows_zero`. Where cells are hidden, what remains of the total
/// must not give one away: at least two are hidden and together they hold at least `floor` people, or more cells
/// are hidden, smallest first (complementary suppression). When that cannot be had, nothing is shown.
///
/// ```
/// use weft_assign::evidence::{Cell, shown};
/// let cell = |count, agreed| Cell { count, agreed };
/// // One person did not agree: her cell would follow from the total, so a second one is hidden with it.
/// assert_eq!(shown(&[cell(11, 11), cell(4, 4), cell(1, 0)], 5, true), [true, false, false]);
/// ```
pub fn shown(cells: &[Cell], floor: u64, shows_zero: bool) -> Vec<bool> {
    let total: u64 = cells.iter().map(|c| c.count).sum();
    let is_large = |c: &Cell| c.count.saturating_sub(c.agreed) >= floor && total - c.count >= floor;
    let mut shown: Vec<bool> =
        cells.iter().map(|c| if c.count == 0 { shows_zero } else { c.agreed >= c.count || is_large(c) }).collect();
    let hidden = |shown: &[bool]| -> (usize, u64) {
        cells.iter().zip(shown).filter(|(_, s)| !**s).fold((0, 0), |(n, sum), (c, _)| (n + 1, sum + c.count))
    };
    if hidden(&shown).0 == 0 {
        return shown;
    }
    loop {
        let (n, sum) = hidden(&shown);
        if n >= 2 && sum >= floor {
            return shown;
        }
        let next = (0..cells.len()).filter(|&i| shown[i] && cells[i].count > 0).min_by_key(|&i| cells[i].count);
        match next {
            Some(i) => shown[i] = false,
            None => return vec![false; cells.len()],
        }
    }
}

/// Mean of some numbers; `None` of none.
pub fn mean(numbers: &[f64]) -> Option<f64> {
    (!numbers.is_empty()).then(|| numbers.iter().sum::<f64>() / numbers.len() as f64)
}

/// Median, the mean of the middle two when there are two.
pub fn median(numbers: &[f64]) -> Option<f64> {
    let mut sorted = numbers.to_vec();
    sorted.sort_by(f64::total_cmp);
    let n = sorted.len();
    match n {
        0 => None,
        _ if n % 2 == 1 => Some(sorted[n / 2]),
        _ => Some(f64::midpoint(sorted[n / 2 - 1], sorted[n / 2])),
    }
}

/// Smallest and largest number, each only when at least two people share it.
pub fn shared_extremes(numbers: &[f64]) -> (Option<f64>, Option<f64>) {
    let shared = |x: f64| numbers.iter().filter(|n| (**n - x).abs() < 1e-9).count() > 1;
    let min = numbers.iter().copied().min_by(f64::total_cmp).filter(|x| shared(*x));
    let max = numbers.iter().copied().max_by(f64::total_cmp).filter(|x| shared(*x));
    (min, max)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cells(counts: &[u64], agreed: &[bool]) -> Vec<Cell> {
        counts.iter().zip(agreed).map(|(&count, yes)| Cell { count, agreed: if *yes { count } else { 0 } }).collect()
    }

    #[test]
    fn one_who_did_not_agree_is_not_found_among_many_who_did() {
        // Eleven of twelve agreed, perhaps beside their names: the twelfth would be who is left.
        let table = [Cell { count: 12, agreed: 11 }, Cell { count: 15, agreed: 15 }, Cell { count: 14, agreed: 14 }];
        assert!(!shown(&table, 11, true)[0]);
        // Everybody alike, and nobody asked: a share of all tells of each.
        assert_eq!(shown(&[Cell { count: 20, agreed: 0 }], 11, true), [false]);
    }

    #[test]
    fn when_all_agree_even_ones_are_shown() {
        assert_eq!(shown(&cells(&[11, 4, 3, 1, 1], &[true; 5]), 11, true), [true; 5]);
    }

    #[test]
    fn when_nobody_agrees_only_large_cells_with_a_large_rest_remain() {
        assert_eq!(shown(&cells(&[11, 4, 3, 1, 1], &[false; 5]), 11, true), [false; 5]);
        assert_eq!(shown(&cells(&[20, 15, 6, 7], &[false; 4]), 11, true), [true, true, false, false]);
    }

    #[test]
    fn numbers_are_summed_up_as_in_school() {
        assert_eq!(
            (mean(&[1.0, 2.0, 6.0]), median(&[6.0, 1.0, 2.0]), median(&[1.0, 2.0])),
            (Some(3.0), Some(2.0), Some(1.5))
        );
        assert_eq!(shared_extremes(&[7.0, 7.0, 8.0, 10.0]), (Some(7.0), None));
        assert_eq!((mean(&[]), median(&[])), (None, None));
    }

    proptest! {
        #[test]
        fn no_hidden_cell_follows_from_the_total(
            counts in prop::collection::vec(0_u64..14, 1..7),
            agreed in prop::collection::vec(any::<bool>(), 7),
            floor in 2_u64..12,
        ) {
            let table = cells(&counts, &agreed);
            let shown = shown(&table, floor, true);
            let hidden: Vec<u64> = table.iter().zip(&shown).filter(|(_, s)| !**s).map(|(c, _)| c.count).collect();
            // Every cell that had to be hidden is.
            for (c, s) in table.iter().zip(&shown) {
                prop_assert!(!(*s && c.agreed < c.count && c.count - c.agreed < floor));
            }
            // From the total, each hidden cell could hold any number from 0 to a sum of at least the floor.
            let all_hidden = hidden.len() == table.len();
            prop_assert!(hidden.is_empty() || all_hidden || (hidden.len() >= 2 && hidden.iter().sum::<u64>() >= floor));
        }
    }
}
