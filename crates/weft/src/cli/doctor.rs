//! `weft doctor`: what is right, what is not, and what to do about it.

use std::io::Write as _;
use std::path::Path;

use clap::Args;

use super::{Outcome, backup};
use crate::app::UNDECLARED_PROXY;
use crate::kernel::clock::Time;
use crate::kernel::config::Config;
use crate::kernel::db::{Db, MIGRATIONS, dialect};
use crate::kernel::incoming::Incoming;
use crate::kernel::mail::{Letter, Transport};
use crate::kernel::reader::Readers;
use crate::kernel::smtp::Begun;
use crate::kernel::{machine, outbox};
use crate::people::store;
use crate::web::serving::Limits;

#[derive(Args)]
pub struct Doctor {
    /// Send a test mail to this address
    #[arg(long, value_name = "ADDRESS")]
    send_test: Option<String>,
}

struct Report {
    faults: usize,
}

impl Report {
    fn say(&mut self, is_well: bool, what: &str, advice: &str) {
        if is_well {
            println!("ok    {what}");
        } else {
            self.faults += 1;
            println!("FAULT {what}\n      {advice}");
        }
    }

    fn advise(what: &str, advice: &str) {
        println!("note  {what}\n      {advice}");
    }
}

pub async fn run(args: Doctor, config: Config) -> Outcome {
    let mut report = Report { faults: 0 };
    let written = write_probe(&config.data);
    let advice = written.as_ref().err().map_or_else(String::new, |e| format!("Free some space, or let the user that runs weft write there. {e}"));
    report.say(written.is_ok(), "the data folder can be written", &advice);
    let room = Incoming::open(&config.data).is_ok_and(|i| i.has_room(0, config.free_mb));
    report.say(room, "there is room for new files", "Free some of the data folder's disk, or set free_mb: until then no photo, recording or import is taken.");
    match Db::open(&config.database()).await {
        Err(error) => report.say(false, &format!("the database opens: {error}"), "Check DATABASE_URL, or that the data folder holds weft.db."),
        Ok(db) => check_database(&db, &config, &mut report).await?,
    }
    check_machine(&config, &mut report);
    let local = config.base_url.contains("//localhost") || config.base_url.contains("//127.0.0.1");
    report.say(config.is_https() || local, "people reach it over TLS", "Set base_url to https://… and put a proxy with a certificate in front.");
    let held = Readers::default().held_by().await;
    let by = held.as_deref().unwrap_or("it cannot be started");
    report.say(held.is_ok(), &format!("files that people send are read in a process of its own ({by})"), "Let weft start itself, and give it 256 MB more.");
    if config.smtp_url.is_empty() {
        Report::advise("mails are written as files", "Set smtp_url when people should receive them.");
    }
    if !config.data.join(backup::PUBLIC_KEY).exists() && config.backup_key.is_empty() {
        Report::advise("there is no backup key", "Make one: weft admin backup-key --to FILE");
    }
    if let Some(address) = args.send_test {
        let kernel = super::open(config).await?;
        let letter = Letter { lang: "en", subject: "A test from Weft".into(), paragraphs: vec!["This mail shows that mail leaves this house.".into()], button: None };
        let sent = Transport::from_config(&kernel.config)?.send(&kernel, &kernel.id(), &letter.to(&address), &Begun::default()).await;
        report.say(sent.is_ok(), "the test mail was taken", sent.err().map(|e| e.why).as_deref().unwrap_or_default());
    }
    if report.faults == 0 { Ok(()) } else { Err(format!("{} to fix", report.faults).into()) }
}

/// Enough that a full disk shows, and really written.
fn write_probe(folder: &Path) -> std::io::Result<()> {
    let probe = folder.join(".probe");
    std::fs::create_dir_all(folder)?;
    let written = std::fs::File::create(&probe).and_then(|mut file| file.write_all(&[0; 64 * 1024]).and_then(|()| file.sync_all()));
    written.and(std::fs::remove_file(&probe))
}

/// What the system allows, and how much space there is.
fn check_machine(config: &Config, report: &mut Report) {
    let files = machine::descriptors();
    // What `weft serve` raises it to at its start.
    let room = Limits::of(config, files.most).connections;
    let what = format!("up to {} files and connections may be open ({} before weft serve raises it), for {room} connections", files.most, files.now);
    report.say(room >= 1_000, &what, "Raise the hard limit, such as with LimitNOFILE=65536 in a systemd unit.");
    if let Some(disk) = machine::disk(&config.data) {
        let what = format!("{} % of the disk is free ({:.1} GB)", disk.percent, disk.free as f64 / 1e9);
        if disk.is_scarce() {
            Report::advise(&what, "Free some space: once the disk is full, nothing can be saved.");
        } else {
            report.say(true, &what, "");
        }
    }
}

async fn check_proxy(db: &Db, config: &Config) -> Outcome {
    let seen = store::setting(&mut db.read().await?, UNDECLARED_PROXY).await?.and_then(|v| v.parse().ok()).map(Time);
    if let Some(at) = seen.filter(|_| config.trusted_proxies == 0) {
        let what = format!("requests carry X-Forwarded-For or Forwarded, last noted at {}, but trusted_proxies is 0", at.iso());
        Report::advise(
            &what,
            "With a proxy in front, set trusted_proxies: until then everyone counts as one address, and one person's tries lock others out. Without one, somebody sends that header.",
        );
    }
    Ok(())
}

async fn check_database(db: &Db, config: &Config, report: &mut Report) -> Outcome {
    let (found, known) = (db.schema_version().await?, MIGRATIONS.last().map_or(0, |m| m.0));
    report.say(found <= known, "the schema is not newer than this program", "Use a newer weft, or restore the backup made before the upgrade.");
    if found < known {
        Report::advise(&format!("the schema is at {found}, this program knows {known}"), "Run weft migrate; it copies the data first.");
        return Ok(());
    }
    let faults = dialect::integrity(db).await?;
    report.say(faults.is_empty(), "the data file is whole", &format!("Restore a backup. Found: {}", faults.join("; ")));
    let (_, dead) = outbox::backlog(&mut db.read().await?).await?;
    report.say(dead == 0, &format!("no mail is stuck ({dead})"), "Look at the outbox page, mend the cause, send again.");
    check_proxy(db, config).await
}
