//! Where the search begins: a transversal design where one fits, people in turn elsewhere.
//!
//! People stand in `size` rows of as many as there are tables. In round b, person j of row i goes to table
//! `j + a(i) · b`, reckoned in a field or a ring of remainders. Two people of different rows meet where
//! `(a − a') · b` is a given number, which happens at most once when products of differences are never zero.

use super::{Seats, Task};
use crate::seed::Draw;

/// A finite field with q elements, or the remainders of q where there is none at hand.
struct Numbers {
    q: usize,
    product: Vec<usize>,
    sum: Vec<usize>,
}

/// Prime powers with a polynomial that does not factor: base, degree, coefficients below the leading one, lowest first.
const FIELDS: [(usize, usize, &[usize]); 8] = [
    (2, 2, &[1, 1]),
    (2, 3, &[1, 1, 0]),
    (3, 2, &[1, 0]),
    (2, 4, &[1, 1, 0, 0]),
    (5, 2, &[2, 0]),
    (3, 3, &[1, 2, 0]),
    (2, 5, &[1, 0, 1, 0, 0]),
    (7, 2, &[1, 0]),
];

impl Numbers {
    fn new(q: usize) -> Self {
        let field = FIELDS.iter().find(|(p, k, _)| p.pow(*k as u32) == q);
        let (mut product, mut sum) = (vec![0; q * q], vec![0; q * q]);
        for x in 0..q {
            for y in 0..q {
                (sum[x * q + y], product[x * q + y]) = match field {
                    Some((p, k, poly)) => (add(x, y, *p, *k), multiply(x, y, *p, *k, poly)),
                    None => ((x + y) % q, x * y % q),
                };
            }
        }
        Self { q, product, sum }
    }

    fn times(&self, x: usize, y: usize) -> usize {
        self.product[x * self.q + y]
    }

    fn plus(&self, x: usize, y: usize) -> usize {
        self.sum[x * self.q + y]
    }

    fn minus(&self, x: usize, y: usize) -> usize {
        (0..self.q).find(|z| self.plus(*z, y) == x).unwrap_or(0)
    }
}

fn digits(mut x: usize, p: usize, k: usize) -> Vec<usize> {
    (0..k)
        .map(|_| {
            let d = x % p;
            x /= p;
            d
        })
        .collect()
}

fn number(digits: &[usize], p: usize) -> usize {
    digits.iter().rev().fold(0, |n, d| n * p + d)
}

fn add(x: usize, y: usize, p: usize, k: usize) -> usize {
    let sums: Vec<usize> = digits(x, p, k).iter().zip(digits(y, p, k)).map(|(a, b)| (a + b) % p).collect();
    number(&sums, p)
}

fn multiply(x: usize, y: usize, p: usize, k: usize, poly: &[usize]) -> usize {
    let (a, b) = (digits(x, p, k), digits(y, p, k));
    let mut out = vec![0; 2 * k - 1];
    for (i, u) in a.iter().enumerate() {
        for (j, v) in b.iter().enumerate() {
            out[i + j] = (out[i + j] + u * v) % p;
        }
    }
    for d in (k..2 * k - 1).rev() {
        let lead = out[d];
        out[d] = 0;
        for (i, c) in poly.iter().enumerate() {
            out[d - k + i] = (out[d - k + i] + lead * (p - c)) % p;
        }
    }
    number(&out[..k], p)
}

/// A seating of all rounds that respects sizes, absences and fixed tables; with few repeats where a design fits.
pub fn begin(task: &Task, seed: &str) -> Seats {
    let is_plain = task.fixed.iter().all(Option::is_none) && task.present.iter().flatten().all(|p| *p);
    let tables = task.sizes.first().map_or(0, Vec::len);
    let widest = task.sizes.iter().flatten().copied().max().unwrap_or(0);
    // Rows but the last are full, so that tables differ by one at most.
    let fits = is_plain && tables >= 2 && widest >= 2 && task.people > tables * (widest - 1);
    let rounds = if fits { transversal(task, tables, widest) } else { Vec::new() };
    let mut lots = Draw::from_texts(&["rounds", seed]);
    (0..task.rounds).map(|r| rounds.get(r).cloned().unwrap_or_else(|| at_random(task, r, &mut lots))).collect()
}

fn transversal(task: &Task, tables: usize, widest: usize) -> Seats {
    let numbers = Numbers::new(tables);
    let apart = |x: usize, y: usize, others: &[usize], these: &[usize]| {
        let d = numbers.minus(x, y);
        d != 0 && others.iter().all(|u| these.iter().all(|v| u == v || numbers.times(d, numbers.minus(*u, *v)) != 0))
    };
    // Rows first, then as many rounds as go with them.
    let mut rows: Vec<usize> = vec![0];
    for x in 1..tables {
        if rows.len() < widest && rows.iter().all(|y| apart(x, *y, &[0, 1], &[0, 1])) {
            rows.push(x);
        }
    }
    if rows.len() < widest {
        rows = (0..widest.min(tables)).collect();
        if rows.len() < widest {
            return Vec::new();
        }
    }
    let mut steps: Vec<usize> = vec![0];
    for x in 1..tables {
        if steps.len() < task.rounds && steps.iter().all(|y| apart(x, *y, &rows, &rows)) {
            steps.push(x);
        }
    }
    let person = |i: usize| (i / tables, i % tables);
    let mut out: Seats = steps
        .iter()
        .map(|b| {
            let seat = |i: usize| {
                let (row, j) = person(i);
                numbers.plus(j, numbers.times(rows[row], *b))
            };
            even(task, (0..task.people).map(seat).collect(), tables)
        })
        .collect();
    // People of one row have not met: one round more sits them together, as far as they come out even.
    if out.len() < task.rounds && out.len() == tables {
        out.push(along_rows(task, tables));
    }
    out
}

/// Tables in order of size: the design's larger tables become the first ones.
fn even(task: &Task, at: Vec<usize>, tables: usize) -> Vec<Option<usize>> {
    let mut sizes = vec![0; tables];
    for t in &at {
        sizes[*t] += 1;
    }
    let mut order: Vec<usize> = (0..tables).collect();
    order.sort_by_key(|&t| std::cmp::Reverse(sizes[t]));
    let mut rank = vec![0; tables];
    for (new, old) in order.iter().enumerate() {
        rank[*old] = new;
    }
    debug_assert_eq!(order.iter().map(|&t| sizes[t]).collect::<Vec<_>>(), task.sizes[0]);
    at.into_iter().map(|t| Some(rank[t])).collect()
}

fn along_rows(task: &Task, tables: usize) -> Vec<Option<usize>> {
    let sizes = &task.sizes[0];
    let size = sizes[0];
    let mut seats = vec![None; task.people];
    let mut rest = Vec::new();
    let mut table = 0;
    for row in 0..task.people.div_ceil(tables) {
        let of: Vec<usize> = (row * tables..((row + 1) * tables).min(task.people)).collect();
        for chunk in of.chunks(size) {
            if table < sizes.len() && chunk.len() == sizes[table] {
                for &i in chunk {
                    seats[i] = Some(table);
                }
                table += 1;
            } else {
                rest.extend_from_slice(chunk);
            }
        }
    }
    let mut rest = rest.into_iter();
    for (t, size) in sizes.iter().enumerate().skip(table) {
        for i in rest.by_ref().take(*size) {
            seats[i] = Some(t);
        }
    }
    seats
}

/// A seating that respects sizes, absences and fixed tables and nothing else.
pub fn at_chance(task: &Task, seed: &str) -> Seats {
    let mut lots = Draw::from_texts(&["chance", seed]);
    (0..task.rounds).map(|r| at_random(task, r, &mut lots)).collect()
}

fn at_random(task: &Task, round: usize, lots: &mut Draw) -> Vec<Option<usize>> {
    let mut room = task.sizes[round].clone();
    let mut seats = vec![None; task.people];
    let mut others: Vec<usize> = Vec::new();
    for i in (0..task.people).filter(|&i| task.present[round][i]) {
        match task.fixed[i].filter(|t| room.get(*t).is_some_and(|n| *n > 0)) {
            Some(t) => {
                seats[i] = Some(t);
                room[t] -= 1;
            }
            None => others.push(i),
        }
    }
    lots.shuffle(&mut others);
    let mut places = room.into_iter().enumerate().flat_map(|(t, n)| std::iter::repeat_n(t, n));
    for i in others {
        seats[i] = places.next();
    }
    seats
}
