//! `weft demo`.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use clap::Args;
use serde::{Deserialize, Serialize};

use super::folder::{self, Duty};
use super::{Outcome, serve};
use crate::built_in::{self, MIGRATIONS};
use weft_demo::{self as demo, MARK};
use weft_kernel::Kernel;
use weft_kernel::clock::{Clock, Time};
use weft_kernel::config::Config;
use weft_kernel::db::Db;
use weft_kernel::files::Files;
use weft_kernel::rng::Rng;
use weft_kernel::{private, seal, secret};
use weft_people::store;

#[derive(Args)]
pub struct Demo {
    /// Address and port to listen on
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: String,
    /// Today's date in the demo, or a minute of it (2025-03-12T13:40, New York time)
    #[arg(long, default_value = "2025-03-20", value_name = "DATE")]
    now: String,
    /// Create the season without starting the site
    #[arg(long)]
    no_serve: bool,
    /// Allow other addresses than loopback, although anyone with the printed links can sign in
    #[arg(long)]
    expose_demo_links: bool,
}

/// What is written to demo.json.
#[derive(Serialize, Deserialize)]
struct Doors {
    base_url: String,
    people: Vec<Door>,
}

#[derive(Serialize, Deserialize)]
struct Door {
    persona: String,
    name: String,
    email: String,
    sign_in: String,
}

pub async fn run(args: Demo, mut config: Config) -> Outcome {
    let day = args.now.parse::<jiff::civil::Date>().map(|d| d.at(10, 0, 0, 0));
    let local = if args.now.contains('T') { args.now.parse() } else { day };
    let local: jiff::civil::DateTime =
        local.map_err(|_| format!("{:?} is not a date like 2025-03-20 or a minute like 2025-03-12T13:40", args.now))?;
    let zone = jiff::tz::TimeZone::get(demo::ZONE)?;
    let start = Time::from_timestamp(local.to_zoned(zone)?.timestamp());
    let address: SocketAddr =
        args.listen.parse().map_err(|_| format!("{:?} is not an address and port like 127.0.0.1:8080", args.listen))?;
    if !address.ip().is_loopback() && !args.expose_demo_links {
        return Err(
            "anyone with the demo's links can sign in, so it only listens on loopback; add --expose-demo-links to \
                allow other addresses"
                .into(),
        );
    }
    let _serving = folder::take(&config, Duty::Serve)?;
    let _working = folder::take(&config, Duty::Work)?;
    folder::prepare(&config)?;
    let listener = if args.no_serve {
        None
    } else {
        Some(tokio::net::TcpListener::bind(address).await.map_err(|e| format!("{address}: {e}"))?)
    };
    let port = listener.as_ref().map_or(Ok(address.port()), |l| l.local_addr().map(|a| a.port()))?;
    config.base_url = format!("http://localhost:{port}");
    // A demo never sends mail nor files away, whatever the environment says.
    config.smtp_url = String::new();
    config.files_url = String::new();
    config.free_mb = 1;
    config.mail_from = "Weft demo <demo@example.org>".into();

    let files = Files::open(&config).map_err(|e| e.to_string())?;
    let doors = config.data.join("demo.json");
    let db = ready(&config, &args.now, &doors).await?;
    let (seal, _) = seal::open(&config, &db).await?;
    let config = Arc::new(config);
    let is_made = store::setting(&mut db.read().await?, MARK).await?.is_some();
    if !is_made {
        let began = std::time::Instant::now();
        for old in files.names().await? {
            files.remove(&old).await?;
        }
        let kernel = Kernel {
            db: db.clone(),
            files: files.clone(),
            clock: Clock::held(start),
            rng: Rng::from_os().map_err(|e| e.to_string())?,
            seal: seal.clone(),
            once: weft_kernel::once::Once::default(),
            config: config.clone(),
            readers: weft_kernel::reader::Readers::default(),
            fetcher: weft_kernel::links::Fetcher::default(),
            works: weft_kernel::work::Works::default(),
            live: weft_kernel::live::Live::default(),
            anonymous: weft_kernel::anonymous::Waiting::default(),
            recent: weft_kernel::recent::Recent::default(),
            is_demo: true,
        };
        let people = demo::make(&kernel, start).await?;
        store_doors(&config, &doors, &people)?;
        mark(&db, &args.now).await?;
        println!("Created the demo season in {:.1} s.", began.elapsed().as_secs_f64());
    }
    let people = print_doors(&config, &doors)?;
    println!("{people} roles to try. The links can be used again and are also in {}", doors.display());
    let Some(listener) = listener else {
        db.close().await;
        return Ok(());
    };
    let kernel = Kernel {
        db,
        files,
        clock: Clock::starting_at(start),
        rng: Rng::from_os().map_err(|e| e.to_string())?,
        seal,
        once: weft_kernel::once::Once::default(),
        config,
        readers: weft_kernel::reader::Readers::default(),
        fetcher: weft_kernel::links::Fetcher::default(),
        works: weft_kernel::work::Works::default(),
        live: weft_kernel::live::Live::default(),
        anonymous: weft_kernel::anonymous::Waiting::default(),
        recent: weft_kernel::recent::Recent::default(),
        is_demo: true,
    };
    let worker = serve::spawn_worker(&kernel)?;
    println!("Weft demo on {}", kernel.config.base_url);
    serve::serve(kernel, listener, Some(worker)).await
}

/// Opens the demo's database: as it is when it was made for this day by this program, emptied when for another, refused
/// when it is not a demo.
async fn ready(config: &Config, day: &str, doors: &Path) -> Result<Db, Box<dyn std::error::Error + Send + Sync>> {
    let db = Db::open(&config.database()).await?;
    if db.schema_version().await? > 0 {
        let made = store::setting(&mut db.read().await?, MARK).await?;
        match made {
            Some(m) if m == made_for(day) && doors.exists() => return Ok(db),
            Some(m) => {
                if m.split(' ').next() == Some(day) {
                    println!("Another version of Weft created this demo, so it is created again.");
                }
                db.wipe().await?;
            }
            None if is_empty(&db).await? => db.wipe().await?,
            None => {
                return Err(
                    "this database isn't a demo, so it wasn't touched; choose another folder with --data".into()
                );
            }
        }
    }
    built_in::migrate(&db, Clock::system().now()).await?;
    Ok(db)
}

async fn is_empty(db: &Db) -> weft_kernel::db::Result<bool> {
    let (n,): (i64,) =
        db.read().await?.one(weft_kernel::sql!("SELECT COUNT(*) FROM person"), weft_kernel::args![]).await?;
    Ok(n == 0)
}

/// The day that a demo is made for, and by what: one of an older program has another schema.
fn made_for(day: &str) -> String {
    let schema: String = MIGRATIONS.iter().map(|(_, _, text)| *text).collect();
    format!("{day} {}", &secret::hash(&schema)[..12])
}

async fn mark(db: &Db, day: &str) -> Outcome {
    let mut tx = db.begin().await?;
    store::set_setting(&mut tx, MARK, &made_for(day)).await?;
    tx.commit().await?;
    Ok(())
}

fn store_doors(config: &Config, path: &Path, people: &[demo::Persona]) -> Outcome {
    let people = people
        .iter()
        .map(|p| Door {
            persona: p.persona.into(),
            name: p.name.clone(),
            email: p.email.clone(),
            sign_in: format!("/demo/{}", p.token),
        })
        .collect();
    private::write(path, serde_json::to_string_pretty(&Doors { base_url: config.base_url.clone(), people })?)?;
    Ok(())
}

/// Prints a link per persona, for the address we listen on now, and keeps the file true.
fn print_doors(config: &Config, path: &Path) -> Result<usize, Box<dyn std::error::Error + Send + Sync>> {
    let mut doors: Doors = serde_json::from_str(&std::fs::read_to_string(path)?)?;
    doors.base_url.clone_from(&config.base_url);
    for door in &mut doors.people {
        let at = door.sign_in.find("/demo/").ok_or("demo.json holds no links")?;
        door.sign_in = format!("{}{}", config.base_url, &door.sign_in[at..]);
        println!("{:<13} {:<24} {}", door.persona, door.name, door.sign_in);
    }
    private::write(path, serde_json::to_string_pretty(&doors)?)?;
    Ok(doors.people.len())
}
