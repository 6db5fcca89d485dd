//! Teams and rounds.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde_json::json;
use weft_assign::rounds::{self, Guest};
use weft_assign::teams::{self, Aim, Member, Rules, Tie, Wish};

use super::choose::Out;
use super::hours::{self, ahead, availability};
use super::people::Table;
use crate::cli::Outcome;

pub const TEAMS_EXAMPLE: &str = "Example:\n\
    \x20 weft assign teams --people cohort.csv --size 5 --alike region:2,issue --unlike level --not-alone \
    setting=rural --apart conflicts.csv --out teams.json";
pub const ROUNDS_EXAMPLE: &str = "Example:\n\
    \x20 weft assign rounds --people 32 --table-size 4 --rounds 10 --seed retreat \
    --out rounds.json\n  weft assign rounds --people guests.csv --table-size 5 --rounds 6 --history before.csv --apart \
    conflicts.csv --balance region --out rounds.json\n\nA file of people has the columns `id` and, if you like, \
    `table` (where a facilitator stays, from 1) and `absent` (rounds missed, from 1, with spaces between).";

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Objective {
    Similarity,
    Diversity,
}

#[derive(Args)]
#[expect(clippy::struct_field_names, reason = "the option is called so")]
pub struct Teams {
    /// People: `id` and one column per attribute; several values in a cell with | between
    #[arg(long, value_name = "FILE")]
    people: PathBuf,
    /// People in a team
    #[arg(long, value_name = "N", required_unless_present_any = ["teams", "current"], conflicts_with = "teams")]
    size: Option<usize>,
    /// How many teams
    #[arg(long, value_name = "N")]
    teams: Option<usize>,
    /// Diversity without columns: the sum of distances within teams over all columns
    #[arg(long, value_enum, default_value = "similarity")]
    objective: Objective,
    /// Columns to be alike on, each with a weight: COL:W,…
    #[arg(long, value_name = "COL:W", value_delimiter = ',')]
    alike: Vec<String>,
    /// Columns to be mixed on
    #[arg(long, value_name = "COL:W", value_delimiter = ',')]
    unlike: Vec<String>,
    /// Columns that hold numbers
    #[arg(long, value_name = "COLUMN", value_delimiter = ',')]
    numeric: Vec<String>,
    /// Columns that hold time zones, as in `America/New_York`: compared by their hours on the day of --on
    #[arg(long, value_name = "COLUMN", value_delimiter = ',', requires = "on")]
    zone: Vec<String>,
    /// Weekly hours as `weft assign pair` takes them; the wish for time in common is `--alike hours:W`
    #[arg(long, value_name = "FILE", requires = "on")]
    availability: Option<PathBuf>,
    /// The day whose clock settings count
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// Values nobody should be the only one with in a team: COL=VALUE, or COL for all of its values
    #[arg(long, value_name = "COL=VALUE", value_delimiter = ',')]
    not_alone: Vec<String>,
    /// Pairs who must not share a team: the first two columns of this file
    #[arg(long, value_name = "FILE")]
    apart: Option<PathBuf>,
    /// Pairs who must share a team
    #[arg(long, value_name = "FILE")]
    together: Option<PathBuf>,
    /// Teams as they are, from an earlier run: they are made even again by the fewest moves
    #[arg(long, value_name = "FILE", conflicts_with_all = ["size", "teams"])]
    current: Option<PathBuf>,
    /// Ids of people who left, separated by commas
    #[arg(long, value_name = "IDS", value_delimiter = ',', requires = "current")]
    gone: Vec<String>,
    /// Any text; the same one gives the same teams
    #[arg(long, value_name = "TEXT", default_value = "")]
    seed: String,
    #[command(flatten)]
    out: Out,
}

/// `COL:W` with a weight of 1 where there is none.
fn wishes(list: &[String], sign: i64, people: &Table, has_hours: bool) -> Result<Vec<Wish>, String> {
    list.iter()
        .map(|text| {
            let (field, weight) = text.split_once(':').unwrap_or((text, "1"));
            if !(has_hours && field == HOURS) {
                people.column(field)?;
            }
            let weight: i64 = weight
                .parse()
                .ok()
                .filter(|w| (1..=1_000).contains(w))
                .ok_or_else(|| format!("{text}: give a whole weight from 1 to 1000, as in {field}:2"))?;
            Ok(Wish { field: field.to_owned(), weight: sign * weight })
        })
        .collect()
}

/// Pairs of ids from the first two columns of a file.
fn pairs(path: Option<&Path>, known: &BTreeMap<&str, usize>) -> Result<Vec<(usize, usize)>, String> {
    let Some(path) = path else { return Ok(Vec::new()) };
    let table = Table::read(path)?;
    if table.columns.len() < 2 {
        return Err(format!("{}, line 1: give two columns of ids", table.name));
    }
    let place = |line: u64, id: &str| {
        known.get(id).copied().ok_or_else(|| {
            format!("{}, line {line}: {id} is not among the people; correct the id or remove the row", table.name)
        })
    };
    table.rows.iter().map(|(line, row)| Ok((place(*line, &row[0])?, place(*line, &row[1])?))).collect()
}

/// Teams from an earlier run's file, without those who are not among the people any more.
fn current_teams(path: &Path, known: &BTreeMap<&str, usize>) -> Result<Vec<Vec<usize>>, String> {
    #[derive(serde::Deserialize)]
    struct Earlier {
        teams: Vec<Vec<String>>,
    }
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let earlier: Earlier =
        serde_json::from_str(&text).map_err(|e| format!("{}: not a file of teams: {e}", path.display()))?;
    Ok(earlier.teams.iter().map(|t| t.iter().filter_map(|id| known.get(id.as_str()).copied()).collect()).collect())
}

fn cell_values(cell: &str) -> BTreeSet<String> {
    cell.split('|').map(str::trim).filter(|v| !v.is_empty()).map(str::to_owned).collect()
}

/// The field that `--availability` fills.
const HOURS: &str = "hours";

/// Everyone with her columns as choices, numbers or hours.
fn members(args: &Teams, people: &Table) -> Result<Vec<Member>, String> {
    let id = people.id_column()?;
    people.check_ids(id)?;
    let day = args.on.as_deref().map(hours::day).transpose()?;
    let free = args
        .availability
        .as_deref()
        .zip(day)
        .map(|(path, day)| availability(path, day))
        .transpose()?
        .unwrap_or_default();
    let places = |list: &[String]| list.iter().map(|c| people.column(c)).collect::<Result<BTreeSet<_>, _>>();
    let (numeric, zones) = (places(&args.numeric)?, places(&args.zone)?);
    let mut out = Vec::new();
    for (line, row) in &people.rows {
        let mut m = Member { id: row[id].clone(), ..Member::default() };
        for (c, name) in people.columns.iter().enumerate().filter(|(c, _)| *c != id) {
            if numeric.contains(&c) && !row[c].is_empty() {
                m.numbers.insert(name.clone(), people.number(*line, row, c)?);
            } else if let (true, Some(day)) = (zones.contains(&c) && !row[c].is_empty(), day) {
                let hours = ahead(&row[c], day).ok_or_else(|| {
                    format!("{}, line {line}: {:?} is no time zone like America/New_York", people.name, row[c])
                })?;
                m.numbers.insert(name.clone(), hours);
            } else if !numeric.contains(&c) && !zones.contains(&c) {
                m.values.insert(name.clone(), cell_values(&row[c]));
            }
        }
        if let Some(spans) = free.get(&m.id) {
            m.hours.insert(HOURS.to_owned(), spans.clone());
        }
        out.push(m);
    }
    Ok(out)
}

/// What two people of a team have in common, in words.
fn pair_reason(a: &Member, b: &Member, fields: &[String]) -> String {
    let words = |field: &String| match teams::tie(a, b, field)? {
        Tie::Values(v) if v.is_empty() => None,
        Tie::Values(v) => Some(format!("{field} = {}", v.join(" and "))),
        Tie::Numbers(x, y) => Some(format!("{field} {x} and {y}")),
        Tie::Minutes(m) => Some(format!("{m} minutes a week in common")),
    };
    let all: Vec<String> = fields.iter().filter_map(words).collect();
    if all.is_empty() { "nothing in common that was asked for".to_owned() } else { all.join("; ") }
}

pub fn teams(args: &Teams) -> Outcome {
    let people = Table::read(&args.people)?;
    let mut members = members(args, &people)?;
    if let Some(stranger) = args.gone.iter().find(|g| !members.iter().any(|m| &m.id == *g)) {
        return Err(format!("--gone: {stranger} is not among the people of {}; correct the id", people.name).into());
    }
    members.retain(|m| !args.gone.contains(&m.id));
    members.sort_by(|a, b| a.id.cmp(&b.id));
    let known: BTreeMap<&str, usize> = members.iter().enumerate().map(|(i, m)| (m.id.as_str(), i)).collect();
    let n = members.len();
    let current = args.current.as_deref().map(|path| current_teams(path, &known)).transpose()?;
    let teams = current
        .as_ref()
        .map(Vec::len)
        .or(args.teams)
        .or_else(|| args.size.filter(|s| *s > 0).map(|s| n.div_ceil(s)))
        .unwrap_or(0);
    if teams == 0 || n < teams * 2 {
        return Err(format!(
            "{}: {n} people do not make {teams} teams of at least two; change --size or --teams",
            people.name
        )
        .into());
    }
    let sign = if args.objective == Objective::Diversity { -1 } else { 1 };
    let mut wanted = wishes(&args.alike, sign, &people, args.availability.is_some())?;
    wanted.extend(wishes(&args.unlike, -sign, &people, args.availability.is_some())?);
    if args.objective == Objective::Similarity && wanted.is_empty() {
        return Err("say what teams should be alike or mixed on with --alike or --unlike, or ask for --objective \
            diversity"
            .into());
    }
    let mut not_alone = Vec::new();
    for text in &args.not_alone {
        let (field, value) = text.split_once('=').map_or((text.as_str(), None), |(f, v)| (f, Some(v)));
        people.column(field)?;
        let mut groups = teams::groups(&members, field);
        if let Some(value) = value {
            if !members.iter().any(|m| m.values.get(field).is_some_and(|v| v.contains(value))) {
                return Err(format!("--not-alone: nobody in {} has {field} = {value}", people.name).into());
            }
            groups.retain(|v, _| v == value);
        }
        // One person alone in the whole pool is alone wherever she is.
        not_alone.extend(groups.into_values());
    }
    let rules = Rules {
        apart: pairs(args.apart.as_deref(), &known)?,
        together: pairs(args.together.as_deref(), &known)?,
        not_alone,
    };
    let is_plain = args.objective == Objective::Diversity && wanted.is_empty();
    let worth = if is_plain {
        let rows: Vec<Vec<String>> = members
            .iter()
            .map(|m| m.values.values().map(|v| v.iter().cloned().collect::<Vec<_>>().join("|")).collect())
            .collect();
        teams::distances(&rows)
    } else {
        teams::worths(&members, &wanted).into_iter().map(|w| w / 1_000.0).collect()
    };
    if let Some(current) = &current {
        let (found, moved) = teams::even_out(&worth, n, current, &rules);
        let words: Vec<&str> = moved.iter().map(|i| members[*i].id.as_str()).collect();
        eprintln!("{} moved{}{}", words.len(), if words.is_empty() { "" } else { ": " }, words.join(", "));
        return report_teams(args, &members, &found, &wanted, &rules);
    }
    // About half a second on a common machine.
    let aim = if args.objective == Objective::Similarity { Aim::Worst } else { Aim::Sum };
    let effort = (20_000_000 / (n * n)).clamp(8, 4_000);
    let task = teams::Task { worth: &worth, people: n, teams, rules: &rules, aim };
    let found = teams::spread(&task, &args.seed, effort);
    report_teams(args, &members, &found, &wanted, &rules)
}

fn report_teams(args: &Teams, members: &[Member], found: &teams::Spread, wanted: &[Wish], rules: &Rules) -> Outcome {
    let name = |i: usize| members[i].id.clone();
    let fields: Vec<String> = if wanted.is_empty() {
        members.first().map(|m| m.values.keys().cloned().collect()).unwrap_or_default()
    } else {
        wanted.iter().map(|w| w.field.clone()).collect()
    };
    let ids: Vec<Vec<String>> = found.teams.iter().map(|t| t.iter().map(|i| name(*i)).collect()).collect();
    let why: Vec<String> = found
        .teams
        .iter()
        .map(|t| {
            let of: Vec<&Member> = t.iter().map(|i| &members[*i]).collect();
            let shared = teams::common(&of, &fields);
            let words: Vec<String> =
                shared.iter().take(4).map(|(f, v, n)| format!("{n} of {} share {f} = {v}", t.len())).collect();
            if words.is_empty() { "no two share a value".to_owned() } else { words.join("; ") }
        })
        .collect();
    let mut pairs: Vec<[String; 3]> = Vec::new();
    for t in &found.teams {
        for (k, a) in t.iter().enumerate() {
            pairs.extend(
                t[k + 1..].iter().map(|b| [name(*a), name(*b), pair_reason(&members[*a], &members[*b], &fields)]),
            );
        }
    }
    let team = |i: usize| found.teams.iter().position(|t| t.contains(&i));
    let mut violations: Vec<String> = rules
        .apart
        .iter()
        .filter(|(a, b)| team(*a) == team(*b))
        .map(|(a, b)| format!("{} and {} share a team", name(*a), name(*b)))
        .collect();
    violations.extend(
        rules
            .together
            .iter()
            .filter(|(a, b)| team(*a) != team(*b))
            .map(|(a, b)| format!("{} and {} do not share a team", name(*a), name(*b))),
    );
    for group in &rules.not_alone {
        violations.extend(found.teams.iter().filter_map(|t| {
            let mut of = t.iter().filter(|i| group.contains(i));
            let only = of.next()?;
            of.next().is_none().then(|| format!("{} is the only one in their team", name(*only)))
        }));
    }
    let objective = (found.objective * 1e6).round() / 1e6;
    let mut words: Vec<String> = ids
        .iter()
        .zip(&why)
        .enumerate()
        .map(|(i, (t, w))| format!("team {}: {}\n  {w}", i + 1, t.join(", ")))
        .collect();
    words.push(format!("objective {objective}, {} rules broken", violations.len()));
    words.extend(violations.iter().map(|v| format!("  {v}")));
    args.out.write(
        &json!({ "teams": ids, "objective": objective, "violations": violations, "why": why, "pairs": pairs }),
        &words.join("\n"),
    )
}

#[derive(Args)]
#[expect(clippy::struct_field_names, reason = "the option is called so")]
pub struct Rounds {
    /// How many people, or a file with their ids
    #[arg(long, value_name = "N|FILE")]
    people: String,
    /// People in a breakout group
    #[arg(long, value_name = "N")]
    table_size: usize,
    /// How many rounds
    #[arg(long, value_name = "N")]
    rounds: usize,
    /// Pairs who met before: two columns of ids, and `times` if it was more than once
    #[arg(long, value_name = "FILE")]
    history: Option<PathBuf>,
    /// Pairs who must never be in the same group
    #[arg(long, value_name = "FILE")]
    apart: Option<PathBuf>,
    /// Columns whose values are spread evenly over tables, after repeats
    #[arg(long, value_name = "COLUMN", value_delimiter = ',')]
    balance: Vec<String>,
    /// Any text; the same one gives the same plan
    #[arg(long, value_name = "TEXT", default_value = "")]
    seed: String,
    /// How long it may take, as in 10s. Work is counted, so that the same seed and limit give the same plan everywhere
    #[arg(long, value_name = "SECONDS", default_value = "10s")]
    time_limit: String,
    #[command(flatten)]
    out: Out,
}

fn guests(args: &Rounds) -> Result<Vec<Guest>, String> {
    if let Ok(n) = args.people.parse::<usize>() {
        let width = n.to_string().len();
        return Ok((1..=n).map(|i| Guest { id: format!("{i:0width$}"), ..Guest::default() }).collect());
    }
    let people = Table::read(Path::new(&args.people))?;
    let id = people.id_column()?;
    people.check_ids(id)?;
    let place = |name: &str| people.columns.iter().position(|c| c == name);
    let balance = args.balance.iter().map(|c| people.column(c)).collect::<Result<Vec<_>, _>>()?;
    let round = |line: u64, text: &str| -> Result<usize, String> {
        text.parse::<usize>()
            .ok()
            .filter(|n| *n > 0)
            .map(|n| n - 1)
            .ok_or_else(|| format!("{}, line {line}: {text:?} is no number from 1 on", people.name))
    };
    people
        .rows
        .iter()
        .map(|(line, row)| {
            let cell = |c: Option<usize>| c.map_or("", |c| row[c].as_str());
            let table = cell(place("table"));
            Ok(Guest {
                id: row[id].clone(),
                absent: cell(place("absent"))
                    .split([' ', ';', '|'])
                    .filter(|t| !t.is_empty())
                    .map(|t| round(*line, t))
                    .collect::<Result<_, _>>()?,
                table: if table.is_empty() { None } else { Some(round(*line, table)?) },
                values: balance.iter().map(|c| row[*c].clone()).collect(),
            })
        })
        .collect()
}

pub fn rounds(args: &Rounds) -> Outcome {
    let guests = guests(args)?;
    let known: BTreeMap<&str, usize> = guests.iter().enumerate().map(|(i, g)| (g.id.as_str(), i)).collect();
    let named = |list: Vec<(usize, usize)>| list.into_iter().map(|(a, b)| (guests[a].id.clone(), guests[b].id.clone()));
    let mut history: Vec<(String, String, u32)> =
        named(pairs(args.history.as_deref(), &known)?).map(|(a, b)| (a, b, 1)).collect();
    if let Some(path) = &args.history {
        let table = Table::read(path)?;
        if let Some(times) = table.columns.iter().position(|c| c == "times") {
            for (h, (line, row)) in history.iter_mut().zip(&table.rows) {
                h.2 = table.number(*line, row, times)?;
            }
        }
    }
    let seconds: f64 = args
        .time_limit
        .trim_end_matches('s')
        .parse()
        .ok()
        .filter(|s| (0.0..=3_600.0).contains(s))
        .ok_or("--time-limit: give seconds, as in 10s")?;
    let settings = rounds::Settings {
        table_size: args.table_size,
        rounds: args.rounds,
        history,
        apart: named(pairs(args.apart.as_deref(), &known)?).collect(),
        seed: args.seed.clone(),
        effort: (seconds * 30.0) as u32,
    };
    let plan = rounds::plan(&guests, &settings)?;
    let mut words = Vec::new();
    for (r, tables) in plan.rounds.iter().enumerate() {
        words.push(format!("round {}", r + 1));
        words.extend(tables.iter().enumerate().map(|(t, ids)| format!("  table {}: {}", t + 1, ids.join(", "))));
    }
    words.push(format!(
        "{} repeats; no plan has fewer than {}; a pair meets at most {} times",
        plan.repeats, plan.floor, plan.most
    ));
    words.push(format!(
        "{} of {} pairs have met; by counting, all could have after {} rounds at the earliest",
        plan.met.last().copied().unwrap_or(0),
        plan.pairs,
        plan.rounds_for_all
    ));
    if plan.violations > 0 {
        words.push(format!(
            "{} times, people to be kept apart sit together: there is no room to part them all",
            plan.violations
        ));
    }
    args.out.write(&plan, &words.join("\n"))
}
