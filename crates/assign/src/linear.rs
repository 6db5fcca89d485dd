//! Small systems of equations with a symmetric positive matrix.

/// The square root of a matrix (Cholesky), in place, below the diagonal; rows that say the same twice leave a hair.
/// `None` when numbers got out of hand.
pub fn root(a: &mut [f64], m: usize) -> Option<()> {
    for j in 0..m {
        let mut d = a[j * m + j] * (1.0 + 1e-13) + 1e-18;
        for k in 0..j {
            d -= a[j * m + k] * a[j * m + k];
        }
        if !d.is_finite() {
            return None;
        }
        let r = d.max(1e-18).sqrt();
        a[j * m + j] = r;
        for i in j + 1..m {
            let mut v = a[i * m + j];
            for k in 0..j {
                v -= a[i * m + k] * a[j * m + k];
            }
            a[i * m + j] = v / r;
        }
    }
    Some(())
}

/// Solves with a matrix that [`root`] has prepared.
pub fn solve(a: &[f64], mut b: Vec<f64>, m: usize) -> Option<Vec<f64>> {
    for i in 0..m {
        for k in 0..i {
            b[i] -= a[i * m + k] * b[k];
        }
        b[i] /= a[i * m + i];
    }
    for i in (0..m).rev() {
        for k in i + 1..m {
            b[i] -= a[k * m + i] * b[k];
        }
        b[i] /= a[i * m + i];
    }
    b.iter().all(|v| v.is_finite()).then_some(b)
}
