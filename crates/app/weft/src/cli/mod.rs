//! The subcommands. Each says in its help what it does; every one takes `--data`.

mod admin;
mod assign;
mod backup;
pub mod clean_file;
mod demo;
mod doctor;
pub mod folder;
mod import;
mod select;
pub mod serve;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use clap::{Args, Parser, Subcommand};
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

use crate::built_in;
use weft_kernel::Kernel;
use weft_kernel::clock::Clock;
use weft_kernel::config::Config;
use weft_kernel::db::Db;
use weft_kernel::files::Files;
use weft_kernel::rng::Rng;
use weft_kernel::{private, seal};
use weft_people::{acts as people, store};

#[derive(Parser)]
#[command(
    name = "weft",
    version,
    about = "Run cohort-based leadership programs, from applications to the final report: one program, one data file."
)]
struct Cli {
    /// The folder that holds everything [default: the user's data folder]
    #[arg(long, global = true, env = "WEFT_DATA", value_name = "DIR")]
    data: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Start the web site and send its emails
    Serve(serve::Serve),
    /// Only send emails, next to a `weft serve --no-work`
    Work,
    /// Upgrade the database to this version; the data file is copied first
    Migrate,
    /// Create a demo season with made-up people, start it, and print a sign-in link for each role
    Demo(demo::Demo),
    /// Import applications, reviews, a cohort or application history
    #[command(subcommand)]
    Import(import::Import),
    /// Propose or draw a cohort, and check or repeat a transcript
    #[command(subcommand)]
    Select(select::Select),
    /// Choose panels, teams, rounds and pairs from CSV files, without a database
    #[command(subcommand)]
    Assign(Box<assign::Assign>),
    /// Create owners and keys, end sign-ins, and pause email to addresses that bounce
    #[command(subcommand)]
    Admin(admin::Admin),
    /// Write an encrypted backup of the data file
    Backup(backup::Backup),
    /// Restore a backup into an empty data folder; you need the file and its key
    Restore(backup::Restore),
    /// Check the installation and say what to fix
    Doctor(doctor::Doctor),
    /// List every setting with its current value
    Config(ConfigArgs),
}

#[derive(Args)]
struct ConfigArgs {
    /// Print an example weft.toml instead
    #[arg(long)]
    example: bool,
}

/// Ends a command with a code of its own; what there was to say has been said.
#[derive(Debug, thiserror::Error)]
#[error("exit {0}")]
pub struct Exit(pub u8);

/// What a command fails with: a text for the person at the terminal.
pub type Outcome = Result<(), Box<dyn std::error::Error + Send + Sync>>;

pub fn main() -> ExitCode {
    crate::app::install();
    let cli = Cli::parse();
    if !matches!(cli.command, Command::Serve(_) | Command::Work) {
        end_with_the_reader();
    }
    // What these write is named on the command line, to be passed on.
    if !matches!(cli.command, Command::Assign(_) | Command::Select(_) | Command::Config(_)) {
        private::narrow_umask();
    }
    let data = cli.data.clone().unwrap_or_else(default_data);
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("weft: threads could not be started: {error}");
            return ExitCode::FAILURE;
        }
    };
    let outcome = runtime.block_on(run(cli.command, data));
    // Long work in the background, such as a search for a cohort, is not waited for: what it leaves behind is in the
    // database.
    runtime.shutdown_timeout(Duration::from_secs(1));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.is::<Exit>() => {
            error.downcast_ref::<Exit>().map_or(ExitCode::FAILURE, |e| ExitCode::from(e.0))
        }
        Err(error) => {
            eprintln!("weft: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Ends a command whose output is read no further, as in `weft … | head`, without a word; another fault of writing is
/// told.
fn end_with_the_reader() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let said = panic.payload();
        let said = said.downcast_ref::<String>().map(String::as_str).or_else(|| said.downcast_ref().copied());
        match said.and_then(|s| s.strip_prefix("failed printing to stdout: ")) {
            // As a shell counts a program that a closed pipe ended.
            Some(why) if why.starts_with("Broken pipe") => std::process::exit(141),
            Some(why) => {
                eprintln!("weft: the output could not be written: {why}");
                std::process::exit(1);
            }
            None => usual(panic),
        }
    }));
}

async fn run(command: Command, data: PathBuf) -> Outcome {
    let config = Config::load(&data, |name| std::env::var(name).ok().filter(|v| !v.is_empty()))?;
    let levels: Targets = config.log.parse().map_err(|e| format!("log = {:?}: {e}", config.log))?;
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr).with_target(false);
    tracing_subscriber::registry().with(lines).with(levels).init();
    if needs_site(&command) {
        there_is_a_site(&config)?;
    }
    match command {
        Command::Serve(args) => serve::run(args, config).await,
        Command::Work => serve::work(config).await,
        Command::Migrate => serve::migrate(config).await,
        Command::Demo(args) => demo::run(args, config).await,
        Command::Import(args) => import::run(args, config).await,
        Command::Assign(args) => tokio::task::spawn_blocking(move || assign::run(*args)).await?,
        Command::Select(args) => select::run(args, config).await,
        Command::Admin(args) => admin::run(args, config).await,
        Command::Backup(args) => backup::backup(args, config).await,
        Command::Restore(args) => backup::restore(args, config).await,
        Command::Doctor(args) => doctor::run(args, config).await,
        Command::Config(args) => {
            show_config(&args, &config);
            Ok(())
        }
    }
}

/// Whether a command is about a site that is there, and must not make another one where it finds none.
fn needs_site(command: &Command) -> bool {
    matches!(command, Command::Work | Command::Migrate | Command::Admin(_) | Command::Backup(_) | Command::Doctor(_))
}

/// A wrong folder is said, not taken for a new and empty site: its backup would be a backup of nothing.
fn there_is_a_site(config: &Config) -> Result<(), String> {
    if !config.is_sqlite() || Path::new(&config.database()).exists() {
        return Ok(());
    }
    Err(format!(
        "there is no site in {}. Name its data folder with --data FOLDER (or WEFT_DATA), or start a new site with \
            `weft serve`",
        config.data.display()
    ))
}

fn show_config(args: &ConfigArgs, config: &Config) {
    if args.example {
        print!("{}", weft_kernel::config::example());
        return;
    }
    println!("data folder: {}\n", config.data.display());
    for (setting, value) in config.shown() {
        println!(
            "{} = {value:?}\n    {}\n    environment: {}, default: {:?}\n",
            setting.name, setting.help, setting.env, setting.default
        );
    }
}

/// `$XDG_DATA_HOME/weft`, or `~/.local/share/weft`, or `./weft-data` where there is no home.
fn default_data() -> PathBuf {
    let env = |name| std::env::var_os(name).filter(|v| !v.is_empty()).map(PathBuf::from);
    env("XDG_DATA_HOME")
        .or_else(|| env("HOME").map(|h| h.join(".local/share")))
        .map_or_else(|| "weft-data".into(), |d| d.join("weft"))
}

/// Opens the house a command works on: its database, migrated, with the demo's clock if it is a demo.
pub async fn open(config: Config) -> Result<Kernel, Box<dyn std::error::Error + Send + Sync>> {
    folder::prepare(&config)?;
    let mut db = Db::open(&config.database()).await?;
    let clock = Clock::system();
    if backup::is_due(&db).await? {
        db.close().await;
        backup::before_upgrade(&config, &clock).await?;
        db = Db::open(&config.database()).await?;
    }
    built_in::migrate(&db, clock.now()).await?;
    let (seal, found) = seal::open(&config, &db).await?;
    if found == seal::Found::Changed {
        let lost = people::lost_factors(&mut db.read().await?, &seal).await?;
        eprintln!("{}", lost_key(&config, lost));
    }
    let is_demo = store::setting(&mut db.read().await?, weft_demo::MARK).await?.is_some();
    let files = Files::open(&config).map_err(|e| format!("files_url: {e}"))?;
    Ok(Kernel {
        db,
        files,
        clock,
        rng: Rng::from_os().map_err(|e| e.to_string())?,
        seal,
        once: weft_kernel::once::Once::default(),
        config: Arc::new(config),
        readers: weft_kernel::reader::Readers::default(),
        fetcher: weft_kernel::links::Fetcher::default(),
        works: weft_kernel::work::Works::default(),
        live: weft_kernel::live::Live::default(),
        anonymous: weft_kernel::anonymous::Waiting::default(),
        recent: weft_kernel::recent::Recent::default(),
        is_demo,
    })
}

fn lost_key(config: &Config, lost: usize) -> String {
    format!(
        "{} is not the key that this database was encrypted with. {} must set up two-step sign-in again when they \
            next sign in, and email that was waiting is not sent. If you have the old key file, stop Weft and put it \
                back.",
        config.secret_key().display(),
        counted(lost, "person", "people")
    )
}

/// A number and what it counts: “1 file”, “2 files”.
fn counted<N: Copy + PartialEq + From<u8> + std::fmt::Display>(n: N, one: &str, many: &str) -> String {
    format!("{n} {}", if n == N::from(1) { one } else { many })
}
