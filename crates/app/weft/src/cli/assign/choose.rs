//! Seats: draw, propose, commit, verify, alternates.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde_json::json;
use weft_assign::selection::{self as select, Commitment, Conflict, Error, Input, Record, Rule};

use super::people::Pool;
use crate::cli::{Exit, Outcome};

pub const DRAW_EXAMPLE: &str = "Example:\n\
    \x20 weft assign draw --people respondents.csv --quotas categories.csv --seats 20 --seed \"state lottery \
    of 1 May\" --out transcript.json";
pub const PROPOSE_EXAMPLE: &str = "Example:\n\
    \x20 weft assign propose --people respondents.csv --quotas categories.csv \
    --seats 20 --score points --out proposal.json";
pub const COMMIT_EXAMPLE: &str = "Example:\n\
    \x20 weft assign commit --people respondents.csv --quotas categories.csv \
    --seats 20 --public \"first six of the state lottery of 1 May\" --out commitment.json";
pub const VERIFY_EXAMPLE: &str = "Example:\n\
    \x20 weft assign verify transcript.json --people respondents.csv --quotas \
    categories.csv";
pub const ALTERNATES_EXAMPLE: &str = "Example:\n\
    \x20 weft assign alternates transcript.json --withdrawn 17,42 --people \
    respondents.csv --quotas categories.csv --seed \"state lottery of 8 May\" --out alternates.json";

#[derive(Clone, Copy, ValueEnum)]
enum RuleName {
    Leximin,
    Maximin,
    Nash,
}

impl From<RuleName> for Rule {
    fn from(name: RuleName) -> Self {
        match name {
            RuleName::Leximin => Self::Leximin,
            RuleName::Maximin => Self::Maximin,
            RuleName::Nash => Self::Nash,
        }
    }
}

#[derive(Args)]
struct How {
    /// What is made as even as it can be: the least chance, then the next … (leximin), the least alone (maximin), the
    /// product (nash)
    #[arg(long, value_enum, default_value = "leximin")]
    rule: RuleName,
    /// How many equal tickets to round the chances to
    #[arg(long, default_value_t = 1_000, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    tickets: u32,
}

/// What a record is made from, and checked against: the same options give the same input.
#[derive(Args)]
struct Source {
    #[command(flatten)]
    pool: Pool,
    /// Column of scores: clear accepts are fixed, clear declines left out, and only those between are drawn
    #[arg(long, value_name = "COLUMN", requires = "margin")]
    score: Option<String>,
    /// How far a score may be off either way
    #[arg(long, value_name = "POINTS", requires = "score")]
    margin: Option<f64>,
    /// Seats to draw beyond the panel for people expected to drop out, where the quotas allow it
    #[arg(long, value_name = "N", default_value_t = 0)]
    expected_dropouts: u32,
}

#[derive(Args)]
pub struct Draw {
    #[command(flatten)]
    from: Source,
    #[command(flatten)]
    how: How,
    /// A public text that nobody could know in advance; without it the machine's own randomness is used and written
    /// down
    #[arg(long, value_name = "TEXT")]
    seed: Option<String>,
    /// Draw only if the input is the one that was committed to
    #[arg(long, value_name = "FILE", requires = "seed")]
    commitment: Option<PathBuf>,
    #[command(flatten)]
    out: Out,
}

#[derive(Args)]
pub struct Out {
    /// Where to write the record
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Print the record as JSON instead of words
    #[arg(long)]
    json: bool,
}

impl Out {
    pub fn write(&self, record: &impl serde::Serialize, words: &str) -> Outcome {
        let text = serde_json::to_string_pretty(record)?;
        if let Some(path) = &self.out {
            std::fs::write(path, format!("{text}\n")).map_err(|e| format!("{}: {e}", path.display()))?;
        }
        println!("{}", if self.json { &text } else { words });
        Ok(())
    }
}

/// What went wrong with a choice, as the command ends with it.
fn refused(error: Error, json: bool) -> Box<dyn std::error::Error + Send + Sync> {
    match error {
        Error::Infeasible(conflict) => {
            println!("{}", infeasible(&conflict, json));
            Box::new(Exit(3))
        }
        other => other.to_string().into(),
    }
}

fn infeasible(c: &Conflict, json: bool) -> String {
    if json {
        let bounds = c.bounds.iter().map(ToString::to_string).collect::<Vec<_>>();
        return json!({ "infeasible": bounds, "relaxation": c.relaxations }).to_string();
    }
    let mut lines = vec!["No panel meets all quotas. These can't be met together:".to_owned()];
    lines.extend(c.bounds.iter().map(|b| format!("  - {b}")));
    if c.relaxations.is_empty() {
        lines.push("No change of quotas helps: there are too few people for the seats, or the rest is fixed.".into());
    } else {
        lines.push("The smallest change, relative to each quota's size, that helps:".into());
        lines.extend(c.relaxations.iter().map(|r| format!("  - {} becomes {}", r.bound, r.to)));
    }
    lines.join("\n")
}

fn said(record: &Record) -> String {
    let mut lines: Vec<String> = record.panel.clone();
    lines.push(format!(
        "{} of {} people, rule {}: least chance {:.6}, proved bound {:.6}; {} tickets, nobody's chance changed by more \
        than {:.6}; ticket {} by the seed {:?}",
        record.panel.len(),
        record.probabilities.len(),
        record.rule,
        record.min_probability,
        record.upper_bound,
        record.tickets.len(),
        record.max_rounding_change,
        record.ticket,
        record.seed
    ));
    lines.extend(record.impossible.iter().map(|(id, why)| {
        format!(
            "{id} can't be in any panel that meets the quotas: \
        {why}"
        )
    }));
    lines.push(format!("input {}", record.input_sha256));
    lines.join("\n")
}

/// Tells on standard error that work goes on, once a second or so, and never stops it: Ctrl-C does that.
fn ticking() -> impl FnMut(usize) -> bool {
    let mut told = std::time::Instant::now();
    move |searches| {
        if told.elapsed().as_secs() >= 2 {
            eprintln!("… searched {searches} times");
            told = std::time::Instant::now();
        }
        true
    }
}

fn seed_text(given: Option<&str>) -> Result<String, String> {
    if let Some(text) = given {
        return Ok(text.to_owned());
    }
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|e| e.to_string())?;
    Ok(weft_kernel::secret::hex(&bytes))
}

impl Source {
    fn input(&self) -> Result<Input, Box<dyn std::error::Error + Send + Sync>> {
        self.input_for(None, true)
    }

    /// The input of a record, whose seats need not be said again.
    fn input_of(&self, record: &Record) -> Result<Input, Box<dyn std::error::Error + Send + Sync>> {
        let seats = Some(record.seats.saturating_sub(self.expected_dropouts));
        let input = self.input_for(seats, true)?;
        if input.clone().canonical().hash() == record.input_sha256 {
            Ok(input)
        } else {
            self.older(record, seats, input)
        }
    }

    /// The input as versions before this one read it, where the record is of that one; else `input`.
    fn older(
        &self,
        record: &Record,
        seats: Option<u32>,
        input: Input,
    ) -> Result<Input, Box<dyn std::error::Error + Send + Sync>> {
        let older = self.input_for(seats, false)?;
        Ok(if older.clone().canonical().hash() == record.input_sha256 { older } else { input })
    }

    fn input_for(&self, seats: Option<u32>, folds: bool) -> Result<Input, Box<dyn std::error::Error + Send + Sync>> {
        let mut input = self.pool.input(self.score.as_deref(), seats, folds)?;
        if let Some(points) = self.margin {
            let by = (points * 1_000_000.0).round() as i64;
            let margin: BTreeMap<String, i64> = input.people.iter().map(|p| (p.id.clone(), by)).collect();
            let band = select::band(&input, &margin)?;
            eprintln!(
                "{} clear accepts, {} in the drawing range, {} clear declines",
                band.accepts.len(),
                band.lottery.len(),
                band.declines.len()
            );
            input = band.apply(&input);
        }
        if self.expected_dropouts > 0 {
            input.seats += self.expected_dropouts;
            for g in &mut input.goals {
                g.max = (g.max + self.expected_dropouts).min(input.seats);
            }
        }
        Ok(input)
    }
}

pub fn draw(args: &Draw) -> Outcome {
    let input = args.from.input()?;
    let (rule, mut tickets) = (Rule::from(args.how.rule), args.how.tickets);
    if let Some(path) = &args.commitment {
        let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
        let promised: Commitment =
            serde_json::from_str(&text).map_err(|e| format!("{}: not a commitment: {e}", path.display()))?;
        if promised.input_sha256 != input.clone().canonical().hash()
            || promised.rule != rule.name()
            || promised.seats != input.seats
        {
            return Err(format!(
                "{}: the people, quotas, seats or rule are not those committed to; use the same files and options",
                path.display()
            )
            .into());
        }
        tickets = promised.tickets;
    }
    let seed = seed_text(args.seed.as_deref())?;
    let record = Record::draw(&input, rule, tickets, &seed, &mut ticking()).map_err(|e| refused(e, args.out.json))?;
    args.out.write(&record, &said(&record))
}

#[derive(Args)]
pub struct Propose {
    #[command(flatten)]
    pool: Pool,
    /// Column of scores; the higher the better
    #[arg(long, value_name = "COLUMN")]
    score: String,
    #[command(flatten)]
    out: Out,
}

pub fn propose(args: &Propose) -> Outcome {
    let input = args.pool.input(Some(&args.score), None, true)?;
    let found = select::propose(&input).map_err(|e| refused(e, args.out.json))?;
    let points = |n: i64| n as f64 / 1_000_000.0;
    let record = json!({
        "rule": "propose",
        "seats": input.seats,
        "version": env!("CARGO_PKG_VERSION"),
        "input_sha256": input.hash(),
        "panel": found.cohort,
        "total_score": points(found.total_score), "total_without_quotas": points(found.total_without_goals),
    });
    let words = format!(
        "{}\ntotal score {}, proved to be the highest; {} without quotas\ninput {}",
        found.cohort.join("\n"),
        points(found.total_score),
        points(found.total_without_goals),
        input.hash()
    );
    args.out.write(&record, &words)
}

#[derive(Args)]
pub struct Commit {
    #[command(flatten)]
    from: Source,
    #[command(flatten)]
    how: How,
    /// What the seed will be, in words: a value that will be public and that nobody can know now
    #[arg(long, value_name = "WORDS")]
    public: String,
    #[command(flatten)]
    out: Out,
}

pub fn commit(args: &Commit) -> Outcome {
    let input = args.from.input()?;
    let promised = Commitment {
        input_sha256: input.hash(),
        rule: Rule::from(args.how.rule).name().into(),
        seats: input.seats,
        tickets: args.how.tickets,
        public: args.public.clone(),
    };
    let words = format!(
        "Committed to {} people and {} seats: {}\nThe seed will be: {}",
        input.people.len(),
        input.seats,
        promised.input_sha256,
        promised.public
    );
    args.out.write(&promised, &words)
}

#[derive(Args)]
pub struct Verify {
    /// The record of a draw
    transcript: PathBuf,
    #[command(flatten)]
    from: Source,
    /// For a record of alternates: the record that people withdrew from
    #[arg(long, value_name = "FILE", requires = "withdrawn")]
    after: Option<PathBuf>,
    /// And who withdrew, separated by commas
    #[arg(long, value_name = "IDS", value_delimiter = ',', requires = "after")]
    withdrawn: Vec<String>,
    /// Also solve again: that no lottery under these quotas is better by its rule
    #[arg(long)]
    optimal: bool,
}

fn read(path: &Path) -> Result<Record, String> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    serde_json::from_str(&text).map_err(|e| format!("{}: not a record of a draw: {e}", path.display()))
}

pub fn verify(args: &Verify) -> Outcome {
    let record = read(&args.transcript)?;
    let first = args.after.as_deref().map(read).transpose()?;
    let mut input = args.from.input_of(first.as_ref().unwrap_or(&record))?;
    if let (Some(path), Some(first)) = (&args.after, &first) {
        first.verify(&input).map_err(|e| format!("{}: this record isn't valid: {e}", path.display()))?;
        input = first.input_without(&input, &args.withdrawn)?;
    }
    let checked = if args.optimal { record.verify_optimal(&input, &mut ticking()) } else { record.verify(&input) };
    checked.map_err(|e| format!("this record isn't valid: {e}"))?;
    println!(
        "This record is valid: all {} tickets meet the quotas, the chances add up, and the seed leads to ticket {}.",
        record.tickets.len(),
        record.ticket
    );
    Ok(())
}

#[derive(Args)]
pub struct Alternates {
    /// The record of the draw that people withdrew from
    transcript: PathBuf,
    /// Ids of people who withdrew, separated by commas
    #[arg(long, value_name = "IDS", value_delimiter = ',', required = true)]
    withdrawn: Vec<String>,
    #[command(flatten)]
    from: Source,
    #[command(flatten)]
    how: How,
    /// A public text that nobody could know in advance
    #[arg(long, value_name = "TEXT")]
    seed: Option<String>,
    #[command(flatten)]
    out: Out,
}

pub fn alternates(args: &Alternates) -> Outcome {
    let first = read(&args.transcript)?;
    let input = args.from.input_of(&first)?;
    first.verify(&input).map_err(|e| format!("{}: this record isn't valid: {e}", args.transcript.display()))?;
    let input = first.input_without(&input, &args.withdrawn)?;
    let record =
        Record::draw(&input, args.how.rule.into(), args.how.tickets, &seed_text(args.seed.as_deref())?, &mut ticking())
            .map_err(|e| refused(e, args.out.json))?;
    let new: Vec<&String> = record.panel.iter().filter(|id| !first.panel.contains(id)).collect();
    let chances: Vec<String> = new.iter().map(|id| format!("{id} (chance {:.4})", record.probabilities[*id])).collect();
    args.out.write(&record, &format!("{} to replace: {}\n{}", args.withdrawn.len(), chances.join(", "), said(&record)))
}
