//! Pairs and calibration.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::Args;
use serde_json::json;
use weft_assign::calibration::{self, Read};
use weft_assign::pairing;

use super::choose::Out;
use super::hours::{self, availability};
use super::people::Table;
use crate::cli::Outcome;

pub const PAIR_EXAMPLE: &str = "Examples:\n  weft assign pair --left cohort.csv --right coaches.csv --availability \
    availability.csv --on 2025-02-10 --minutes 60 --language language --out pairs.json\n  weft assign pair --left \
    applications.csv --right reviewers.csv --each 2 --conflicts conflicts.csv --out reads.json\n  weft assign pair \
    --left cohort.csv --right sittings.csv --preferences days.csv --only-wished --out sittings.json\n\nThe left file \
    has an id; the right file an id, `capacity`, and `languages` with | between. Preferences: `left,right,rank`, 1 is \
    dearest, `by` left or right where both sides rank.";
pub const CALIBRATE_EXAMPLE: &str = "Example:\n  weft assign calibrate reviews.csv --criteria role_fit,learning_intent \
    --out calibration.json";

#[derive(Args)]
pub struct Pair {
    /// Who needs partners: participants or applications
    #[arg(long, value_name = "FILE")]
    left: PathBuf,
    /// Who has room: coaches or reviewers
    #[arg(long, value_name = "FILE")]
    right: PathBuf,
    /// Partners for each on the left
    #[arg(long, value_name = "N", default_value_t = 1)]
    each: u32,
    /// Pairs that must not be: a file whose rows name one of each side
    #[arg(long, value_name = "FILE")]
    conflicts: Option<PathBuf>,
    /// Column of the left file that must be among the right's `languages`
    #[arg(long, value_name = "COLUMN")]
    language: Option<String>,
    /// Weekly hours: `person_id`, `weekday` (1 is Monday), `start_local`, `end_local`, `time_zone`, and `valid_from`,
    /// `valid_to` if you like
    #[arg(long, value_name = "FILE", requires = "on")]
    availability: Option<PathBuf>,
    /// The day whose clock settings count
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// Minutes a week that both must have free
    #[arg(long, value_name = "N", default_value_t = 60)]
    minutes: u32,
    /// Wishes: left,right,rank
    #[arg(long, value_name = "FILE")]
    preferences: Option<PathBuf>,
    /// Never pair anyone with a partner they didn't name
    #[arg(long, requires = "preferences")]
    only_wished: bool,
    /// Deferred acceptance by both sides' wishes instead of the least total cost
    #[arg(long, requires = "preferences")]
    stable: bool,
    /// Any text; settles equal ways
    #[arg(long, value_name = "TEXT", default_value = "")]
    seed: String,
    #[command(flatten)]
    out: Out,
}

/// The ids of a file, from its `id`, `*_id` or first column.
fn ids(table: &Table) -> Result<(usize, Vec<String>), String> {
    let known = ["participant_id", "coach_id", "reviewer_id", "application_id", "sitting_id", "id"];
    let at = known.iter().find_map(|k| table.columns.iter().position(|c| c == k)).unwrap_or(0);
    table.check_ids(at)?;
    Ok((at, table.rows.iter().map(|(_, r)| r[at].clone()).collect()))
}

/// Ranks by pair: of the left side's wishes, and of the right side's.
type Ranks = BTreeMap<(usize, usize), u32>;

fn preferences(path: &std::path::Path, left: &[String], right: &[String]) -> Result<(Ranks, Ranks), String> {
    let table = Table::read(path)?;
    let (l, r, rank) = (table.column("left")?, table.column("right")?, table.column("rank")?);
    let by = table.columns.iter().position(|c| c == "by");
    let mut out = (Ranks::new(), Ranks::new());
    for (line, row) in &table.rows {
        let find = |list: &[String], id: &str| {
            list.iter()
                .position(|x| x == id)
                .ok_or_else(|| format!("{}, line {line}: {id} is not among those to be paired", table.name))
        };
        let pair = (find(left, &row[l])?, find(right, &row[r])?);
        let rank: u32 = table.number(*line, row, rank)?;
        match by.map_or("left", |b| row[b].as_str()) {
            "right" => out.1.insert(pair, rank),
            _ => out.0.insert(pair, rank),
        };
    }
    Ok(out)
}

pub fn pair(args: &Pair) -> Outcome {
    let (lefts, rights) = (Table::read(&args.left)?, Table::read(&args.right)?);
    let ((_, left), (_, right)) = (ids(&lefts)?, ids(&rights)?);
    let capacity = rights.column("capacity")?;
    let most: Vec<u32> =
        rights.rows.iter().map(|(line, row)| rights.number(*line, row, capacity)).collect::<Result<_, _>>()?;
    let free = args
        .availability
        .as_deref()
        .zip(args.on.as_deref())
        .map(|(path, on)| availability(path, hours::day(on)?))
        .transpose()?;
    let (from_left, from_right) =
        args.preferences.as_deref().map(|p| preferences(p, &left, &right)).transpose()?.unwrap_or_default();
    let mut barred: BTreeMap<(usize, usize), &str> = BTreeMap::new();
    if let Some(path) = &args.conflicts {
        let table = Table::read(path)?;
        for (_, row) in &table.rows {
            let of = |list: &[String]| row.iter().find_map(|cell| list.iter().position(|x| x == cell));
            if let (Some(l), Some(r)) = (of(&left), of(&right)) {
                barred.insert((l, r), "conflict");
            }
        }
    }
    if let Some(column) = &args.language {
        let (mine, theirs) = (lefts.column(column)?, rights.column("languages")?);
        for (l, (_, a)) in lefts.rows.iter().enumerate() {
            for (r, (_, b)) in rights.rows.iter().enumerate() {
                let speaks = b[theirs].split('|').any(|x| x.trim().eq_ignore_ascii_case(a[mine].trim()));
                if !speaks && !a[mine].trim().is_empty() {
                    barred.insert((l, r), "language");
                }
            }
        }
    }
    let none = Vec::new();
    let shared = |l: usize, r: usize| {
        free.as_ref()
            .map(|f| pairing::weekly_overlap(f.get(&left[l]).unwrap_or(&none), f.get(&right[r]).unwrap_or(&none)))
    };
    let is_wished = |p: (usize, usize)| !args.only_wished || from_left.contains_key(&p);
    let may = |l: usize, r: usize| {
        !barred.contains_key(&(l, r)) && is_wished((l, r)) && shared(l, r).is_none_or(|m| m >= args.minutes)
    };
    let pairs = if args.stable {
        let order = |of: &Ranks, key: &dyn Fn(usize) -> (usize, usize), n: usize| {
            let mut list: Vec<(u32, usize)> = (0..n).filter_map(|i| of.get(&key(i)).map(|rank| (*rank, i))).collect();
            list.sort_unstable();
            list.into_iter().map(|(_, i)| i).collect::<Vec<_>>()
        };
        let a: Vec<Vec<usize>> = (0..left.len())
            .map(|l| order(&from_left, &|r| (l, r), right.len()).into_iter().filter(|r| may(l, *r)).collect())
            .collect();
        let b: Vec<Vec<usize>> = (0..right.len()).map(|r| order(&from_right, &|l| (l, r), left.len())).collect();
        let pairs = pairing::stable(&a, &b, &most);
        let unmet = (0..left.len()).filter(|l| !pairs.iter().any(|(x, _)| x == l)).map(|l| (l, 1)).collect();
        pairing::Pairs { pairs, unmet }
    } else {
        // A wish that was not named is as dear as the last one named.
        // Ranks count squared: two who get their second wish are better than one with the first and one with the third.
        let rank = |of: &Ranks, p: (usize, usize)| {
            of.get(&p).copied().unwrap_or(if of.is_empty() { 0 } else { right.len() as u32 }).min(1_000).pow(2)
        };
        let cost = |l: usize, r: usize| may(l, r).then(|| 4 * (rank(&from_left, (l, r)) + rank(&from_right, (l, r))));
        // Reviewers who are linked by applications can be compared: other ways of equal cost are tried until all are.
        let tries =
            (0..12).map(|i| pairing::pair(&vec![args.each; left.len()], &most, 1, &format!("{} {i}", args.seed), cost));
        tries
            .min_by_key(|p| (p.unmet.len(), if args.each > 1 { pairing::groups(&p.pairs, right.len()) } else { 0 }))
            .unwrap_or_default()
    };
    let groups = pairing::groups(&pairs.pairs, right.len());
    let named: Vec<[&str; 2]> = pairs.pairs.iter().map(|(l, r)| [left[*l].as_str(), right[*r].as_str()]).collect();
    let why = |l: usize| {
        let open: Vec<usize> = (0..right.len()).filter(|r| may(l, *r)).collect();
        if open.is_empty() {
            "nobody fits: conflicts, language, hours or wishes bar all"
        } else {
            "those who fit have no room left"
        }
    };
    let unmet: Vec<serde_json::Value> =
        pairs.unmet.iter().map(|(l, n)| json!({ "id": left[*l], "lacks": n, "why": why(*l) })).collect();
    let loads: BTreeMap<&str, usize> = right
        .iter()
        .enumerate()
        .map(|(r, id)| (id.as_str(), pairs.pairs.iter().filter(|(_, x)| *x == r).count()))
        .collect();
    let mut words: Vec<String> = named.iter().map(|[l, r]| format!("{l} – {r}")).collect();
    words.push(loads.iter().map(|(id, n)| format!("{id}: {n}")).collect::<Vec<_>>().join(", "));
    if args.each > 1 && groups > 1 {
        words.push(format!(
            "Warning: the reviewers fall into {groups} groups that share no application; scores cannot \
            be compared across them. Raise --each."
        ));
    }
    words.extend(pairs.unmet.iter().map(|(l, n)| format!("{} lacks {n}: {}", left[*l], why(*l))));
    args.out.write(&json!({ "pairs": named, "loads": loads, "groups": groups, "unmet": unmet }), &words.join("\n"))
}

#[derive(Args)]
pub struct Calibrate {
    /// One row per review
    reviews: PathBuf,
    /// Columns whose mean is the score
    #[arg(long, value_name = "COLUMNS", value_delimiter = ',', default_value = "score")]
    criteria: Vec<String>,
    #[arg(long, value_name = "COLUMN", default_value = "application_id")]
    application: String,
    #[arg(long, value_name = "COLUMN", default_value = "reviewer_id")]
    reviewer: String,
    /// How strongly estimates are pulled toward no leniency, as a number of reviews
    #[arg(long, value_name = "N", default_value_t = 1.0)]
    ridge: f64,
    #[command(flatten)]
    out: Out,
}

pub fn calibrate(args: &Calibrate) -> Outcome {
    let table = Table::read(&args.reviews)?;
    let (application, reviewer) = (table.column(&args.application)?, table.column(&args.reviewer)?);
    let criteria = args.criteria.iter().map(|c| table.column(c)).collect::<Result<Vec<_>, _>>()?;
    let state = table.columns.iter().position(|c| c == "state");
    let mut reads = Vec::new();
    for (line, row) in table.rows.iter().filter(|(_, row)| state.is_none_or(|s| row[s] == "counted")) {
        let scores: Vec<f64> = criteria.iter().map(|c| table.number(*line, row, *c)).collect::<Result<_, _>>()?;
        reads.push(Read {
            application: row[application].clone(),
            reviewer: row[reviewer].clone(),
            score: scores.iter().sum::<f64>() / scores.len() as f64,
        });
    }
    let found = calibration::calibrate(&reads, args.ridge)
        .ok_or_else(|| format!("{}: there are no reviews to learn from", table.name))?;
    let tidy = |x: f64| (x * 1e6).round() / 1e6;
    let record = json!({
        "reads": reads.len(), "noise": tidy(found.noise), "groups": found.groups,
        "reviewers": found
            .leniency
            .iter()
            .map(|(id, v)| (id, json!({ "leniency": tidy(v.value), "error": tidy(v.error) })))
            .collect::<BTreeMap<_, _>>(),
        "applications": found
            .applications
            .iter()
            .map(|(id, (raw, v))| {
                (id, json!({ "raw": tidy(*raw), "calibrated": tidy(v.value), "error": tidy(v.error) }))
            })
            .collect::<BTreeMap<_, _>>(),
    });
    let mut words: Vec<String> =
        found.leniency.iter().map(|(id, v)| format!("{id}: {:+.2} ± {:.2}", v.value, v.error)).collect();
    words.push(format!(
        "{} reads of {} applications; a single score is off by {:.2} from chance alone. Calibrated scores stand beside \
        raw ones; they do not replace them.",
        reads.len(),
        found.applications.len(),
        found.noise
    ));
    if found.groups.len() > 1 {
        words.push(format!(
            "Warning: the reviewers fall into {} groups that share no application; leniency cannot be \
            compared across them.",
            found.groups.len()
        ));
    }
    args.out.write(&record, &words.join("\n"))
}
