//! The inverse of the basis: columns through it, computing it anew, and the values that follow from it.

use super::{Lp, SLACK};

impl Lp {
    /// Inverse times a column.
    pub(super) fn through(&self, var: usize) -> Vec<f64> {
        let m = self.rows;
        let mut out = vec![0.0; m];
        if var >= SLACK {
            let k = var - SLACK;
            for (i, o) in out.iter_mut().enumerate() {
                *o = -self.inverse[i * m + k];
            }
        } else {
            for &(k, a) in &self.columns[var] {
                for (i, o) in out.iter_mut().enumerate() {
                    *o += a * self.inverse[i * m + k];
                }
            }
        }
        out
    }

    /// Computes the inverse anew, by elimination with the largest pivot. What depends on the rest of the basis gives
    /// its place to a slack.
    pub(super) fn refresh(&mut self) -> bool {
        while let Err((place, row)) = self.invert() {
            let var = self.basis[place];
            if self.row_place[row].is_some() {
                return false;
            }
            if var >= SLACK {
                self.row_place[var - SLACK] = None;
            } else {
                self.place[var] = None;
            }
            self.set_at_upper(var, false);
            self.basis[place] = SLACK + row;
            self.row_place[row] = Some(place);
        }
        self.since_refresh = 0;
        true
    }

    /// The error is a place in the basis that depends on those before it, and a row that none of those covers.
    fn invert(&mut self) -> Result<(), (usize, usize)> {
        let m = self.rows;
        let mut a = vec![0.0; m * m];
        for (p, &var) in self.basis.iter().enumerate() {
            if var >= SLACK {
                a[(var - SLACK) * m + p] = -1.0;
            } else {
                for &(k, v) in &self.columns[var] {
                    a[k * m + p] += v;
                }
            }
        }
        let mut inv = vec![0.0; m * m];
        for i in 0..m {
            inv[i * m + i] = 1.0;
        }
        let mut order: Vec<usize> = (0..m).collect();
        for c in 0..m {
            let best = (c..m).max_by(|&x, &y| a[x * m + c].abs().total_cmp(&a[y * m + c].abs())).unwrap_or(c);
            if a[best * m + c].abs() < 1e-9 {
                let free = (c..m).map(|r| order[r]).find(|&r| self.row_place[r].is_none()).unwrap_or(order[c]);
                return Err((c, free));
            }
            if best != c {
                for k in 0..m {
                    a.swap(best * m + k, c * m + k);
                    inv.swap(best * m + k, c * m + k);
                }
                order.swap(best, c);
            }
            let scale = 1.0 / a[c * m + c];
            for k in c..m {
                a[c * m + k] *= scale;
            }
            for k in 0..m {
                inv[c * m + k] *= scale;
            }
            let (row_a, row_inv) = (a[c * m..(c + 1) * m].to_vec(), inv[c * m..(c + 1) * m].to_vec());
            for r in 0..m {
                let factor = a[r * m + c];
                if r != c && factor != 0.0 {
                    for k in c..m {
                        a[r * m + k] -= factor * row_a[k];
                    }
                    for k in 0..m {
                        inv[r * m + k] -= factor * row_inv[k];
                    }
                }
            }
        }
        self.inverse = inv;
        Ok(())
    }

    /// Values of the basis from where everything else stands.
    pub(super) fn settle(&mut self) {
        let m = self.rows;
        let mut sums = vec![0.0; m];
        for j in 0..self.columns.len() {
            if self.place[j].is_none() {
                let x = self.resting(j);
                if x != 0.0 {
                    for &(k, a) in &self.columns[j] {
                        sums[k] -= a * x;
                    }
                }
            }
        }
        for (r, sum) in sums.iter_mut().enumerate() {
            if self.row_place[r].is_none() {
                *sum += self.resting(SLACK + r);
            }
        }
        for i in 0..m {
            self.basic[i] = self.inverse[i * m..(i + 1) * m].iter().zip(&sums).map(|(a, b)| a * b).sum();
        }
    }
}
