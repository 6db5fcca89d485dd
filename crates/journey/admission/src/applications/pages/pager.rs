//! Pages of a long list: which lines one shows, and the way to the others.

use crate::applications::store::PAGE;

/// Page numbers that are shown on each side of the current one; the first and the last one always are.
const BESIDE: u32 = 2;

/// Where a page is in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pages {
    /// This page, from 0.
    pub now: u32,
    /// How many lines the list has on all pages.
    pub all: i64,
}

impl Pages {
    pub fn last(self) -> u32 {
        u32::try_from((self.all - 1).max(0) / PAGE).unwrap_or(u32::MAX)
    }

    pub fn is_long(self) -> bool {
        self.last() > 0
    }

    /// The first and the last line of this page, from 1.
    pub fn lines(self) -> (i64, i64) {
        let from = i64::from(self.now) * PAGE;
        (from + 1, (from + PAGE).min(self.all))
    }

    /// The pages to choose from; none stands for those that are left out between two.
    pub fn numbers(self) -> Vec<Option<u32>> {
        let last = self.last();
        let is_near = |n: u32| n == 0 || n == last || n.abs_diff(self.now) <= BESIDE;
        let mut out: Vec<Option<u32>> = Vec::new();
        for n in 0..=last {
            // A gap of one page is that page.
            let is_lone = n > 0 && is_near(n - 1) && is_near(n + 1);
            if is_near(n) || is_lone {
                out.push(Some(n));
            } else if out.last().is_some_and(Option::is_some) {
                out.push(None);
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_page_knows_its_lines_and_the_others() {
        let of = |now, all| Pages { now, all };
        assert_eq!((of(0, 0).last(), of(0, 100).last(), of(0, 101).last()), (0, 0, 1));
        assert_eq!(of(0, 12).lines(), (1, 12));
        assert_eq!(of(2, 250).lines(), (201, 250));
        assert!(!of(0, 100).is_long() && of(0, 101).is_long());
        let some = |all: &[u32]| all.iter().copied().map(Some).collect::<Vec<_>>();
        assert_eq!(of(0, 250).numbers(), some(&[0, 1, 2]));
        assert_eq!(of(4, 900).numbers(), some(&[0, 1, 2, 3, 4, 5, 6, 7, 8]));
        let long = [Some(0), None, Some(8), Some(9), Some(10), Some(11), Some(12), None, Some(20)];
        assert_eq!(of(10, 2_100).numbers(), long);
    }

    proptest! {
        #[test]
        fn each_page_is_named_once_in_order(now in 0u32..60, all in 1i64..6_000) {
            let pages = Pages { now: now.min(Pages { now, all }.last()), all };
            let named: Vec<u32> = pages.numbers().into_iter().flatten().collect();
            prop_assert!(named.windows(2).all(|w| w[0] < w[1]));
            prop_assert!(named.contains(&pages.now) && named.contains(&0) && named.contains(&pages.last()));
            prop_assert!(pages.numbers().len() <= 9);
        }
    }
}
