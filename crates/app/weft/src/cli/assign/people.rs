//! The files that `weft assign` reads. Each fault is one sentence that names file, line and remedy.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use clap::Args;
use weft_assign::selection::{Goal, Input, LeftOut, Mean, Person};

use weft_admission::selection::goals::{Goals, band};
use weft_kernel::collate;

/// A CSV file: header, and rows with their line numbers.
pub struct Table {
    pub name: String,
    pub columns: Vec<String>,
    pub rows: Vec<(u64, Vec<String>)>,
}

impl Table {
    pub fn read(path: &Path) -> Result<Self, String> {
        let name = path.file_name().map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().into_owned());
        let text = std::fs::read(path).map_err(|e| format!("{}: {e}", path.display()))?;
        let text = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&text);
        let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text);
        let broken = |e: csv::Error| match e.position() {
            Some(p) => format!(
                "{name}, line {}: this row has another number of cells than the header, or is no UTF-8; \
                mend or remove it",
                p.line()
            ),
            None => format!("{name}: cannot be read as CSV: {e}"),
        };
        let columns: Vec<String> = reader.headers().map_err(broken)?.iter().map(str::to_owned).collect();
        let mut seen = BTreeSet::new();
        if let Some(twice) = columns.iter().find(|c| !seen.insert(c.as_str())) {
            return Err(format!("{name}, line 1: the column {twice} appears twice; rename one of them"));
        }
        let rows = reader
            .records()
            .map(|r| r.map(|r| (r.position().map_or(0, csv::Position::line), r.iter().map(str::to_owned).collect())))
            .collect::<Result<Vec<_>, _>>()
            .map_err(broken)?;
        Ok(Self { name, columns, rows })
    }

    /// The place of a column that must be there.
    pub fn column(&self, name: &str) -> Result<usize, String> {
        let at = self.columns.iter().position(|c| c == name);
        at.ok_or_else(|| {
            format!("{}, line 1: there is no column {name}; the columns are {}", self.name, self.columns.join(", "))
        })
    }

    /// The place of the column that names each row: `id`, or `application_id`.
    pub fn id_column(&self) -> Result<usize, String> {
        self.column("application_id").or_else(|_| self.column("id"))
    }

    /// Refuses empty ids and ids that are there twice.
    pub fn check_ids(&self, id: usize) -> Result<(), String> {
        let mut lines: BTreeMap<&str, u64> = BTreeMap::new();
        for (line, row) in &self.rows {
            if row[id].is_empty() {
                return Err(format!("{}, line {line}: the id is missing; every row needs one", self.name));
            }
            if let Some(first) = lines.insert(&row[id], *line) {
                return Err(format!(
                    "{}, line {line}: the id {} is on line {first} already; remove one of the two rows or rename it",
                    self.name, row[id]
                ));
            }
        }
        Ok(())
    }

    pub fn number<T: std::str::FromStr>(&self, line: u64, row: &[String], column: usize) -> Result<T, String> {
        row[column].parse().map_err(|_| {
            format!("{}, line {line}: {} is {:?}; give a number", self.name, self.columns[column], row[column])
        })
    }
}

/// Who can be chosen, under which quotas.
#[derive(Args)]
pub struct Pool {
    /// People: `id` and one column per category
    #[arg(long, value_name = "FILE")]
    people: PathBuf,
    /// Quotas: `category,feature,min,max`, both ends included
    #[arg(long, value_name = "FILE", required_unless_present = "goals", conflicts_with = "goals")]
    quotas: Option<PathBuf>,
    /// Goals in a weft-goals-1 file instead of quotas: ranges, means, filter, at most one per organization
    #[arg(long, value_name = "FILE")]
    goals: Option<PathBuf>,
    /// How many are chosen [default: as the goals say, or as the record that is checked says]
    #[arg(long, value_name = "K")]
    seats: Option<u32>,
    /// At most one of the chosen shares a value of this column; capitals and spaces make no difference (may be given
    /// again)
    #[arg(long, value_name = "COLUMN")]
    one_per: Vec<String>,
    /// Ids that must be chosen, separated by commas
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    fixed: Vec<String>,
}

impl Pool {
    /// Reads the files; with `score`, everyone's score from that column. `seats` are those of a record that is checked.
    /// Records of before took values of `--one-per` as they were typed: `folds` is false for them.
    pub fn input(&self, score: Option<&str>, seats: Option<u32>, folds: bool) -> Result<Input, String> {
        let people = Table::read(&self.people)?;
        let id = people.id_column()?;
        people.check_ids(id)?;
        let mut input = match (&self.quotas, &self.goals) {
            (Some(path), _) => quotas(&people, id, path)?,
            (_, Some(path)) => goals(&people, id, path)?,
            _ => return Err("give --quotas or --goals".into()),
        };
        input.seats = match (self.seats, seats, &self.goals) {
            (Some(seats), ..) | (None, Some(seats), _) => seats,
            (None, None, Some(_)) => input.seats,
            (None, None, None) => return Err("say how many are chosen with --seats".into()),
        };
        for column in &self.one_per {
            let at = people.column(column)?;
            // A column that quotas speak of keeps its values for them.
            let is_counted = input.goals.iter().any(|g| &g.field == column);
            let field = if folds && is_counted { format!("{column}, one per") } else { column.clone() };
            set_values(&people, id, at, &field, &mut input.people);
            for p in input.people.iter_mut().filter(|_| folds) {
                p.values.entry(field.clone()).and_modify(|v| *v = collate::search_key(v));
            }
            input.one_per.push(field);
        }
        if let Some(column) = score {
            let at = people.column(column)?;
            for (line, row) in &people.rows {
                if let Some(p) = input.people.iter_mut().find(|p| p.id == row[id]) {
                    p.score = Some((people.number::<f64>(*line, row, at)? * 1_000_000.0).round() as i64);
                }
            }
        }
        input.fixed.clone_from(&self.fixed);
        if let Some(stranger) = input.fixed.iter().find(|f| !input.people.iter().any(|p| &p.id == *f)) {
            return Err(format!(
                "--fixed: {stranger} is not among the people of {} who can be chosen; mend the id",
                people.name
            ));
        }
        if (input.seats as usize) > input.people.len() {
            return Err(format!(
                "{}: {} people can be chosen, fewer than the {} seats; ask for fewer seats or add people",
                people.name,
                input.people.len(),
                input.seats
            ));
        }
        Ok(input.canonical())
    }
}

fn set_values(people: &Table, id: usize, at: usize, field: &str, out: &mut [Person]) {
    let values: BTreeMap<&str, &str> = people.rows.iter().map(|(_, r)| (r[id].as_str(), r[at].as_str())).collect();
    for p in out {
        p.values.insert(field.to_owned(), (*values.get(p.id.as_str()).unwrap_or(&"")).to_owned());
    }
}

fn plain(people: &Table, id: usize) -> Vec<Person> {
    people.rows.iter().map(|(_, row)| Person { id: row[id].clone(), ..Person::default() }).collect()
}

fn quotas(people: &Table, id: usize, path: &Path) -> Result<Input, String> {
    let table = Table::read(path)?;
    let [category, feature, min, max] = ["category", "feature", "min", "max"].map(|c| table.column(c));
    let (category, feature, min, max) = (category?, feature?, min?, max?);
    let mut input = Input { people: plain(people, id), ..Input::default() };
    let mut features: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (line, row) in &table.rows {
        let (low, high): (u32, u32) = (table.number(*line, row, min)?, table.number(*line, row, max)?);
        if low > high {
            return Err(format!("{}, line {line}: min {low} is more than max {high}; correct one of them", table.name));
        }
        if !features.entry(row[category].clone()).or_default().insert(row[feature].clone()) {
            return Err(format!(
                "{}, line {line}: {} = {} is there twice; remove one of the two rows",
                table.name, row[category], row[feature]
            ));
        }
        input.goals.push(Goal::range(&row[category], &row[feature], low, high));
    }
    for (name, known) in &features {
        let at = people.columns.iter().position(|c| c == name);
        let at = at.ok_or_else(|| {
            format!(
                "{}, line 1: there is no column {name}, which {} names; add it or remove its quotas",
                people.name, table.name
            )
        })?;
        if let Some((line, row)) = people.rows.iter().find(|(_, r)| !known.contains(&r[at])) {
            return Err(format!(
                "{}, line {line}: {name} is {:?}, which {} does not list; add it there or mend the row",
                people.name, row[at], table.name
            ));
        }
        set_values(people, id, at, name, &mut input.people);
    }
    Ok(input)
}

fn goals(people: &Table, id: usize, path: &Path) -> Result<Input, String> {
    let name = path.display();
    let text = std::fs::read_to_string(path).map_err(|e| format!("{name}: {e}"))?;
    let goals: Goals =
        toml::from_str(&text).map_err(|e| format!("{name}: this is not a goals file: {}", e.message()))?;
    let mut input = Input { seats: goals.seats, people: plain(people, id), ..Input::default() };
    for (column, value) in &goals.filter {
        let at = people.column(column)?;
        let out: BTreeSet<&str> =
            people.rows.iter().filter(|(_, r)| &r[at] != value).map(|(_, r)| r[id].as_str()).collect();
        input
            .left_out
            .extend(out.iter().map(|id| LeftOut { id: (*id).to_owned(), reason: format!("{column} is not {value}") }));
        input.people.retain(|p| !out.contains(p.id.as_str()));
    }
    for m in &goals.means {
        let at = people.column(&m.field)?;
        input.means.push(Mean {
            field: m.field.clone(),
            min: (m.min * 1_000.0).round() as i64,
            max: (m.max * 1_000.0).round() as i64,
        });
        for (line, row) in &people.rows {
            if let Some(p) = input.people.iter_mut().find(|p| p.id == row[id]) {
                p.numbers.insert(m.field.clone(), (people.number::<f64>(*line, row, at)? * 1_000.0).round() as i64);
            }
        }
    }
    let fields: BTreeSet<&str> = goals.goals.iter().map(|g| g.field.as_str()).collect();
    for field in fields {
        // A field that ends in `_band` is made from the number it is named after, where it is no column itself.
        match (people.columns.iter().position(|c| c == field), field.strip_suffix("_band")) {
            (Some(at), _) => set_values(people, id, at, field, &mut input.people),
            (None, Some(base)) => {
                let at = people.column(base)?;
                for (line, row) in &people.rows {
                    if let Some(p) = input.people.iter_mut().find(|p| p.id == row[id]) {
                        p.values.insert(field.to_owned(), band(people.number::<f64>(*line, row, at)?).to_owned());
                    }
                }
            }
            (None, None) => return Err(people.column(field).err().unwrap_or_default()),
        }
    }
    for g in &goals.goals {
        if g.min > g.max {
            return Err(format!(
                "{name}: the goal {} = {} has min {} and max {}; mend one of them",
                g.field, g.value, g.min, g.max
            ));
        }
        input.goals.push(Goal::range(&g.field, &g.value, g.min, g.max));
    }
    match goals.limits.max_per_organization {
        None => {}
        Some(1) => {
            let at = people.column("organization")?;
            set_values(people, id, at, "organization", &mut input.people);
            for p in &mut input.people {
                if let Some(v) = p.values.get_mut("organization") {
                    *v = v.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
                }
            }
            input.one_per.push("organization".into());
        }
        Some(n) => return Err(format!("{name}: max_per_organization is {n}; it can be 1 or left out")),
    }
    Ok(input)
}
