//! Repeats of a plan: `cargo run --release -p weft-assign --example breakouts -- TABLES SIZE ROUNDS EFFORT SEED`
use weft_assign::rounds::{Guest, Settings, plan};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let numbers: Vec<usize> = std::env::args().skip(1).map(|a| a.parse()).collect::<Result<_, _>>()?;
    let [tables, table_size, rounds, effort, seed] = numbers[..] else {
        return Err("TABLES SIZE ROUNDS EFFORT SEED".into());
    };
    let guests: Vec<Guest> =
        (0..tables * table_size).map(|i| Guest { id: format!("p{i:04}"), ..Guest::default() }).collect();
    let settings =
        Settings { table_size, rounds, effort: u32::try_from(effort)?, seed: seed.to_string(), ..Settings::default() };
    let found = plan(&guests, &settings)?;
    println!(
        "{tables}-{table_size}-{rounds}: {} repeats, floor {}, at most {} meetings of a pair",
        found.repeats, found.floor, found.most
    );
    Ok(())
}
