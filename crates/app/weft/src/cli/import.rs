//! `weft import`: the same imports as in the browser, for files of any size.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::{Outcome, counted};
use weft_admission::applications::acts::{self, Options};
use weft_admission::applications::mapping::Plan;
use weft_admission::applications::model::Report;
use weft_admission::applications::rules::FillPool;
use weft_admission::applications::stream;
use weft_kernel::Kernel;
use weft_kernel::config::Config;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::moment::{self, Settled};
use weft_kernel::plain;
use weft_kernel::private;
use weft_kernel::terminal::Terminal;
use weft_media::table::Fault;
use weft_media::table::{self, How, Table};
use weft_programs::acts as programs;
use weft_programs::model::Season;
use weft_programs::store::{self, NewProgram, NewSeason};

#[derive(Subcommand)]
pub enum Import {
    /// Applications from CSV or XLSX; columns without a match become answers
    Applications {
        #[command(flatten)]
        common: Common,
        /// Create the season (and a program for it) if it doesn't exist
        #[arg(long)]
        create_season: bool,
        /// TOML or JSON file of `"column" = "target"`; targets are the names of typed columns, `answer` and `leave-out`
        #[arg(long, value_name = "FILE")]
        mapping: Option<PathBuf>,
        /// Which number comes first in dates such as 3/10/2024, if the file doesn't make it clear
        #[arg(long, value_name = "ORDER", value_parser = ["month-first", "day-first"])]
        dates: Option<String>,
    },
    /// Reviews: `review_id, application_id, reviewer_id, …` and one column per criterion
    Reviews {
        #[command(flatten)]
        common: Common,
    },
    /// Application history: `application_id, at, event, reason`
    Events {
        #[command(flatten)]
        common: Common,
    },
    /// A cohort chosen elsewhere: `application_id`, and optionally `participant_id, seat_from, joined_on`
    Cohort {
        #[command(flatten)]
        common: Common,
        /// What members agreed to share: `application_id` or `participant_id`, and `field` (a name or `all`) or a
        /// yes/no
        /// column per field
        #[arg(long, value_name = "FILE")]
        consents: Option<PathBuf>,
    },
}

#[derive(Args)]
pub struct Common {
    /// The file
    file: PathBuf,
    /// The season's short name, as in its address
    #[arg(long, value_name = "SLUG")]
    season: String,
    /// Check every row and report problems without changing anything
    #[arg(long)]
    dry_run: bool,
    /// Import nothing if any row has a problem
    #[arg(long)]
    all_or_nothing: bool,
    /// Import even if existing answers would become empty
    #[arg(long)]
    allow_empty: bool,
    /// Report as JSON
    #[arg(long)]
    json: bool,
}

pub async fn run(command: Import, config: Config) -> Outcome {
    let kernel = super::open(config.clone()).await?;
    let outcome = match command {
        Import::Applications { common, create_season, mapping, dates } => {
            let said = Said { mapping: mapping.as_deref(), dates: dates.as_deref() };
            if create_season && common.dry_run && season(&kernel, &common.season).await.is_err() {
                in_a_scratch_house(&config, &common, &said).await
            } else {
                applications(&kernel, &common, create_season, &said).await
            }
        }
        Import::Reviews { common } => {
            let (season, table) = open(&kernel, &common).await?;
            let (permit, options) =
                (FillPool::at_the_terminal(&Terminal::open(), &season.id), options(&kernel, &season, &common));
            report(
                &common,
                &acts::import_reviews(&kernel, &permit, &table, &options).await.map_err(weft_web::Error::said)?,
            )
        }
        Import::Events { common } => {
            let (season, table) = open(&kernel, &common).await?;
            let (permit, options) =
                (FillPool::at_the_terminal(&Terminal::open(), &season.id), options(&kernel, &season, &common));
            report(
                &common,
                &acts::import_events(&kernel, &permit, &table, &options).await.map_err(weft_web::Error::said)?,
            )
        }
        Import::Cohort { common, consents } => {
            let (season, table) = open(&kernel, &common).await?;
            let consents = match consents {
                Some(path) => Some(read(&kernel, &path).await?),
                None => None,
            };
            let (permit, options) =
                (FillPool::at_the_terminal(&Terminal::open(), &season.id), options(&kernel, &season, &common));
            report(
                &common,
                &acts::import_cohort(&kernel, &permit, &table, consents.as_ref(), &options)
                    .await
                    .map_err(weft_web::Error::said)?,
            )
        }
    };
    kernel.db.close().await;
    outcome
}

/// What was said of a file's columns.
struct Said<'a> {
    mapping: Option<&'a Path>,
    dates: Option<&'a str>,
}

fn options(kernel: &Kernel, season: &Season, common: &Common) -> Options {
    Options {
        is_dry_run: common.dry_run,
        all_or_nothing: common.all_or_nothing,
        may_empty: if common.allow_empty { usize::MAX } else { 0 },
        zone: season.zone.clone(),
        actor: None,
        file: None,
        is_demo: kernel.is_demo,
    }
}

async fn read(kernel: &Kernel, path: &Path) -> Result<Table, String> {
    let bytes = std::fs::read(path).map_err(|e| format!("{}: {e}", path.display()))?;
    table::open(&kernel.readers, bytes).await.map_err(|f| format!("{}: {}", path.display(), line(&f)))
}

/// A fault as one line for the terminal.
fn line(f: &Fault) -> String {
    let t = Tr(Lang::En);
    let place =
        if f.column.is_empty() { format!("row {}", f.line) } else { format!("row {}, column {}", f.line, f.column) };
    let value = if f.value.is_empty() { String::new() } else { format!(", value {:?}", f.value) };
    let first = f.first.map_or_else(String::new, |n| format!(" {}", t.a("fault-first", "n", n)));
    format!("{place}{value}: {}{first}", t.t(&f.advice))
}

pub async fn season(kernel: &Kernel, slug: &str) -> Result<Season, String> {
    let mut conn = kernel.db.read().await.map_err(|e| e.to_string())?;
    let found = store::season_by_slug(&mut conn, slug).await.map_err(|e| e.to_string())?;
    found.ok_or_else(|| format!("there is no season `{slug}`; add --create-season to create it"))
}

async fn open(kernel: &Kernel, common: &Common) -> Result<(Season, Table), String> {
    Ok((season(kernel, &common.season).await?, read(kernel, &common.file).await?))
}

/// A dry run into a season that does not exist changes nothing, the season included: it is made in a folder that goes
/// away.
async fn in_a_scratch_house(config: &Config, common: &Common, said: &Said<'_>) -> Outcome {
    let mut scratch = config.clone();
    scratch.data = config.data.join(format!(".dry-run-{}", std::process::id()));
    scratch.database_url = String::new();
    private::folder(&scratch.data)?;
    // Held while it is used: what a killed dry run leaves is told from this by it.
    let hold = std::fs::File::open(&scratch.data)?;
    hold.lock()?;
    let kernel = super::open(scratch.clone()).await?;
    let outcome = applications(&kernel, common, true, said).await;
    kernel.db.close().await;
    std::fs::remove_dir_all(&scratch.data)?;
    outcome
}

async fn applications(kernel: &Kernel, common: &Common, create: bool, said: &Said<'_>) -> Outcome {
    let source =
        stream::open(&kernel.readers, &common.file).await.map_err(|e| format!("{}: {e}", common.file.display()))?;
    let source = source.map_err(|f| format!("{}: {}", common.file.display(), line(&f)))?;
    let given = said.mapping.map(std::fs::read_to_string).transpose()?;
    let mapping = acts::mapping_for(&source.headers, given.as_deref())?;
    if let Some((_, twice)) = weft_admission::applications::mapping::doubled(&mapping) {
        return Err(format!("two columns are matched to {twice}").into());
    }
    let mut plan = Plan::of(&mapping);
    settle(kernel, common, said.dates, &mut plan).await?;
    if !common.json {
        println!("{}", how(&source.how));
    }
    if create && season(kernel, &common.season).await.is_err() {
        make_season(kernel, &common.season).await?;
    }
    let season = season(kernel, &common.season).await?;
    let (permit, options) =
        (FillPool::at_the_terminal(&Terminal::open(), &season.id), options(kernel, &season, common));
    let headers = source.headers.clone();
    let done =
        acts::import_rows(kernel, &permit, &headers, source, &plan, &options).await.map_err(weft_web::Error::said)?;
    if let Some(broken) = done.faults.iter().find(|f| BREAKS.contains(&f.advice.as_str())) {
        return Err(format!("{}: {}; nothing was imported", common.file.display(), line(broken)).into());
    }
    report(common, &done)
}

/// How a file was read, as one line.
fn how(how: &How) -> String {
    match &how.sheet {
        Some(sheet) if how.other_sheets.is_empty() => format!("sheet {sheet:?}"),
        Some(sheet) => format!("sheet {sheet:?}; other sheets, not read: {}", how.other_sheets.join(", ")),
        None => {
            let guess = if how.is_guess { " (a guess)" } else { "" };
            format!("encoding {}{guess}, columns separated by {:?}", how.encoding, how.delimiter.unwrap_or(','))
        }
    }
}

/// Finds how each column of dates is written: as was said, or as its dates tell. The file is read once more for it.
async fn settle(kernel: &Kernel, common: &Common, dates: Option<&str>, plan: &mut Plan) -> Result<(), String> {
    let columns: Vec<usize> = (0..plan.targets.len()).filter(|i| plan.targets[*i] == "submitted_at").collect();
    for column in columns {
        if let Some(order) = dates {
            plan.orders.insert(column, order.to_owned());
            continue;
        }
        let source = stream::open(&kernel.readers, &common.file).await;
        let source = source.map_err(|e| e.to_string())?.map_err(|f| line(&f))?;
        let header = source.headers[column].clone();
        let mut seen = moment::Seen::default();
        for (_, cells) in source.flatten() {
            seen.take(cells[column].trim());
        }
        match seen.settled() {
            Settled::Is(order) => {
                plan.orders.insert(column, order.name().to_owned());
            }
            Settled::Any => {}
            Settled::Ask | Settled::Mixed => {
                return Err(format!(
                    "the dates in column {header:?} can be read two ways; add --dates month-first or --dates day-first"
                ));
            }
        }
    }
    Ok(())
}

/// Faults that end a file: what comes after them cannot be trusted.
const BREAKS: [&str; 3] = ["fault-csv", "fault-cell-long", "fault-row-wide"];

/// A season with a program of its own, to be filled in on its set-up page.
async fn make_season(kernel: &Kernel, slug: &str) -> Outcome {
    let slug = plain::slug(slug);
    let today = kernel.now().date_in("UTC");
    let mut tx = kernel.db.begin().await?;
    let new = NewProgram {
        slug: &slug,
        kind: "cohort",
        name: &slug,
        summary: ["", ""],
        funder_credit: ["", ""],
        disclaimer: ["", ""],
        support_name: "",
        support_email: "",
        support_phone: None,
    };
    let made = store::insert_program(kernel, &mut tx, &new).await?;
    let program = match made {
        Some(id) => id,
        None => store::program_by_slug(&mut tx, &slug).await?.ok_or("the program's name is taken")?.id,
    };
    tx.commit().await?;
    let season = NewSeason {
        program_id: program,
        slug: slug.clone(),
        name: slug,
        label: None,
        starts_on: today.to_string(),
        ends_on: today.saturating_add(jiff::Span::new().months(10)).to_string(),
        seats: 20,
        zone: "America/New_York".into(),
        is_pilot: false,
    };
    programs::make_season(kernel, None, &season, None).await.map_err(weft_web::Error::said)?;
    Ok(())
}

fn report(common: &Common, r: &Report) -> Outcome {
    if common.json {
        println!("{}", serde_json::to_string(r)?);
    } else {
        for f in &r.faults {
            println!("{}", line(f));
        }
        for (id, first) in &r.duplicates {
            println!("{id} looks like a duplicate of {first}; it is kept but left out of selection");
        }
        for n in &r.cleaned {
            println!("row {n}: invisible characters were removed from the email address");
        }
        for c in &r.changes {
            let name = if c.label.is_empty() { &c.field } else { &c.label.en };
            println!("{name}: changed for {}, added for {}, emptied for {}", c.changed, c.added, c.emptied);
        }
        if !r.apart.is_empty() {
            println!("not on your team, so kept under the name in the file: {}", r.apart.join(", "));
        }
        let lead = if r.is_dry_run { "would be " } else { "" };
        println!(
            "{} read: {lead}{} imported, {} changed, {} unchanged, {} refused",
            counted(r.read, "row", "rows"),
            r.imported,
            r.changed,
            r.unchanged,
            r.refused
        );
    }
    if r.is_stopped {
        let who = counted(r.emptied, "person", "people");
        let why = format!("answers would become empty for {who}; add --allow-empty to import anyway");
        return Err(format!("nothing was imported: {why}").into());
    }
    if r.refused > 0 && common.all_or_nothing { Err("nothing was imported".into()) } else { Ok(()) }
}
