//! The most even lottery for a folder with `respondents.csv` and `categories.csv`.
//! `cargo run --release -p weft-assign --example lottery -- FOLDER SEATS leximin`
use weft_assign::selection::{Goal, Input, Person, Rule, lottery_by};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().collect();
    let [_, folder, seats, rule] = args.as_slice() else { return Err("FOLDER SEATS RULE".into()) };
    let rows = |name: &str| -> std::io::Result<Vec<Vec<String>>> {
        let text = std::fs::read_to_string(format!("{folder}/{name}"))?;
        Ok(text.lines().map(|l| l.split(',').map(|c| c.trim().to_owned()).collect()).collect())
    };
    let people = rows("respondents.csv")?;
    let input = Input {
        seats: seats.parse()?,
        goals: rows("categories.csv")?
            .iter()
            .skip(1)
            .map(|r| Goal::range(&r[0], &r[1], r[2].parse().unwrap_or(0), r[3].parse().unwrap_or(0)))
            .collect(),
        people: people[1..]
            .iter()
            .map(|r| Person {
                id: r[0].clone(),
                values: people[0].iter().cloned().zip(r.iter().cloned()).skip(1).collect(),
                ..Person::default()
            })
            .collect(),
        ..Input::default()
    };
    let rule = match rule.as_str() {
        "maximin" => Rule::Maximin,
        "nash" => Rule::Nash,
        _ => Rule::Leximin,
    };
    let found = lottery_by(&input, rule, 1_000, &mut |_| true)?;
    println!(
        "{} types, {} panels, least chance {:.6}, bound {:.6}, rounding {:.6}, {} impossible",
        found.types.len(),
        found.panels.len(),
        found.min_probability,
        found.upper_bound,
        found.rounding,
        found.impossible.len()
    );
    let mut all: Vec<(f64, usize)> = found.types.iter().zip(&found.chances).map(|(t, c)| (*c, t.len())).collect();
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    let n: usize = all.iter().map(|(_, m)| m).sum();
    let sum: f64 = all.iter().map(|(c, m)| c * *m as f64).sum();
    let mut seen = 0.0;
    let gini: f64 = all
        .iter()
        .map(|(c, m)| {
            let at = seen;
            seen += *m as f64;
            c * *m as f64 * (2.0 * at + *m as f64 - n as f64)
        })
        .sum::<f64>()
        / (n as f64 * sum);
    let logs: f64 = all.iter().filter(|(c, _)| *c > 1e-9).map(|(c, m)| c.ln() * *m as f64).sum::<f64>()
        / all.iter().filter(|(c, _)| *c > 1e-9).map(|(_, m)| *m as f64).sum::<f64>();
    println!("gini {gini:.4} geometric mean {:.5}", logs.exp());
    Ok(())
}
