//! `weft select`: propose and draw at the terminal, and check a transcript without any database.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use weft_assign::selection::Transcript;

use super::Outcome;
use super::import::season;
use weft_admission::selection::acts::{self, Outcome as Solved, Rule};
use weft_admission::selection::goals::Goals;
use weft_admission::selection::rules::Choose;
use weft_admission::selection::words;
use weft_kernel::config::Config;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::terminal::Terminal;

#[derive(Subcommand)]
pub enum Select {
    /// The highest-scoring cohort that meets all goals
    Propose {
        #[command(flatten)]
        common: Common,
    },
    /// A random drawing among cohorts that meet all goals
    Draw {
        #[command(flatten)]
        common: Common,
        /// A public text that nobody could know in advance; it decides the drawing
        #[arg(long, value_name = "TEXT")]
        seed: String,
        /// How many tickets the chances are rounded to
        #[arg(long, default_value_t = 1_000, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
        tickets: u32,
        /// Draw only among people whose reviews are too close to tell apart; clear accepts get seats, clear declines
        /// don't
        #[arg(long)]
        in_band: bool,
    },
    /// Check a transcript: its hash, goals, tickets, seed and result
    Verify {
        /// The transcript
        file: PathBuf,
    },
    /// Repeat a selection from its transcript and compare the cohort
    Rerun {
        /// The transcript
        file: PathBuf,
    },
}

#[derive(Args)]
pub struct Common {
    /// The season's short name
    #[arg(long, value_name = "SLUG")]
    season: String,
    /// Goals as a TOML file
    #[arg(long, value_name = "FILE")]
    goals: PathBuf,
    /// Where to write the transcript
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Report as JSON: `cohort`, `input_hash`, and what else the rule gives
    #[arg(long)]
    json: bool,
}

pub async fn run(command: Select, config: Config) -> Outcome {
    match command {
        Select::Propose { common } => choose(&common, Rule::Propose, config).await,
        Select::Draw { common, seed, tickets, in_band } => {
            choose(&common, Rule::Draw { public: seed, tickets, in_band }, config).await
        }
        Select::Verify { file } => {
            let transcript = read(&file)?;
            transcript.verify()?;
            if transcript.rule == "hand" {
                println!(
                    "This record of a choice by hand is valid: its input is unchanged, and it names every goal that \
                        the cohort doesn't meet ({}).",
                    transcript.departures.len()
                );
                return Ok(());
            }
            println!(
                "This transcript is valid: its input is unchanged, the cohort meets every goal, and the seed leads to \
                    it."
            );
            Ok(())
        }
        Select::Rerun { file } => {
            let kept = read(&file)?;
            let again = kept.run_again()?;
            if again.cohort != kept.cohort {
                return Err("the same input led to a different cohort, so this transcript isn't valid".into());
            }
            println!("The same input led to the same cohort of {}.", again.cohort.len());
            Ok(())
        }
    }
}

fn read(file: &std::path::Path) -> Result<Transcript, String> {
    let text = std::fs::read_to_string(file).map_err(|e| format!("{}: {e}", file.display()))?;
    Transcript::from_json(&text).map_err(|e| format!("{}: not a transcript: {e}", file.display()))
}

async fn choose(common: &Common, rule: Rule, config: Config) -> Outcome {
    let goals = std::fs::read_to_string(&common.goals).map_err(|e| format!("{}: {e}", common.goals.display()))?;
    let goals = Goals::from_toml(&goals, false)?;
    let kernel = super::open(config).await?;
    let season = season(&kernel, &common.season).await?;
    let permit = Choose::at_the_terminal(&Terminal::open(), &season.id);
    let solved = acts::solve(&kernel, &permit, &goals, rule).await.map_err(weft_web::Error::said)?;
    let t = Tr(Lang::En);
    match solved {
        Solved::Chosen(transcript) => {
            acts::keep(&kernel, &permit, None, &transcript).await.map_err(weft_web::Error::said)?;
            if let Some(out) = &common.out {
                std::fs::write(out, transcript.to_json())?;
            }
            report(common, &transcript);
            kernel.db.close().await;
            Ok(())
        }
        Solved::Infeasible(conflict) => {
            let mut lines = vec!["no cohort meets all goals. These can't be met together:".to_owned()];
            lines.extend(conflict.bounds.iter().map(|b| format!("  - {}", words::bound(t, b))));
            lines.push("Smallest change that works:".into());
            lines.extend(conflict.relaxations.iter().map(|r| format!("  - {}", words::relaxation(t, r))));
            Err(lines.join("\n").into())
        }
        Solved::Unscored(n) => Err(format!("{n} people have no score yet; import reviews, or use a drawing").into()),
        Solved::Refused(text) => Err(text.into()),
        Solved::Stopped => Err("stopped".into()),
    }
}

fn report(common: &Common, transcript: &Transcript) {
    if common.json {
        println!("{}", transcript.to_json());
        return;
    }
    for id in &transcript.cohort {
        println!("{id}");
    }
    if let Some(p) = &transcript.proposal {
        let points = |n: i64| n as f64 / 1_000_000.0;
        println!(
            "total score {:.3} ({:.3} without goals), proved to be the highest",
            points(p.total_score),
            points(p.total_without_goals)
        );
    }
    if let Some(l) = &transcript.lottery {
        println!(
            "lowest chance {:.4}, best possible {:.4}, ticket {} of {}",
            l.min_probability,
            l.upper_bound,
            transcript.ticket.unwrap_or_default(),
            l.tickets
        );
        for (id, bound) in &l.impossible {
            let why = bound.as_ref().map_or_else(|| "several goals together".into(), |b| words::bound(Tr(Lang::En), b));
            println!("{id} can't be in any cohort that meets the goals: {why}");
        }
    }
    println!("input hash {}", transcript.input_hash);
}
