//! `weft assign`: seats, teams, rounds and pairs from files alone. No season, no database, no network: what the
//! platform does inside, for anyone, with a record that others can check.

mod choose;
mod groups;
mod hours;
mod pairs;
mod people;

use clap::Subcommand;

use super::Outcome;

#[derive(Subcommand)]
pub enum Assign {
    /// Draw a panel at random among those that meet all quotas, with chances as even as possible
    #[command(after_help = choose::DRAW_EXAMPLE)]
    Draw(choose::Draw),
    /// Find the panel with the highest total score that meets all quotas
    #[command(after_help = choose::PROPOSE_EXAMPLE)]
    Propose(choose::Propose),
    /// Fix the input of a drawing in advance, and name the public value that will be its seed
    #[command(after_help = choose::COMMIT_EXAMPLE)]
    Commit(choose::Commit),
    /// Check a record of a draw against the files it was made from; exit 1 and the first thing wrong if it does not
    /// hold
    #[command(after_help = choose::VERIFY_EXAMPLE)]
    Verify(choose::Verify),
    /// After withdrawals, draw again for the open seats with the rest of the panel fixed, and publish every chance
    #[command(after_help = choose::ALTERNATES_EXAMPLE)]
    Alternates(choose::Alternates),
    /// Make teams of nearly equal size, alike in some ways and mixed in others, with a reason for each
    #[command(after_help = groups::TEAMS_EXAMPLE)]
    Teams(groups::Teams),
    /// Make breakout groups over several rounds with as few repeat meetings as possible
    #[command(after_help = groups::ROUNDS_EXAMPLE)]
    Rounds(groups::Rounds),
    /// Match participants with coaches, or applications with reviewers, within capacity, conflicts, language and hours
    #[command(after_help = pairs::PAIR_EXAMPLE)]
    Pair(pairs::Pair),
    /// Estimate how lenient each reviewer is, with error bars, to read next to the raw scores
    #[command(after_help = pairs::CALIBRATE_EXAMPLE)]
    Calibrate(pairs::Calibrate),
}

pub fn run(command: Assign) -> Outcome {
    match command {
        Assign::Draw(args) => choose::draw(&args),
        Assign::Propose(args) => choose::propose(&args),
        Assign::Commit(args) => choose::commit(&args),
        Assign::Verify(args) => choose::verify(&args),
        Assign::Alternates(args) => choose::alternates(&args),
        Assign::Teams(args) => groups::teams(&args),
        Assign::Pair(args) => pairs::pair(&args),
        Assign::Calibrate(args) => pairs::calibrate(&args),
        Assign::Rounds(args) => groups::rounds(&args),
    }
}
