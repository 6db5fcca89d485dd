//! `weft doctor`: what is right, what is not, and what to do about it.

use std::io::Write as _;
use std::path::Path;

use clap::Args;

use super::{Outcome, backup, counted, folder};
use crate::app::UNDECLARED_PROXY;
use crate::built_in::MIGRATIONS;
use weft_kernel::clock::Time;
use weft_kernel::config::Config;
use weft_kernel::db::{Db, dialect};
use weft_kernel::incoming::Incoming;
use weft_kernel::links::{Found, Links};
use weft_kernel::mail::{Letter, Transport};
use weft_kernel::reader::Readers;
use weft_kernel::smtp::Begun;
use weft_kernel::{machine, outbox, private, seal};
use weft_people::{acts as people, store};
use weft_web::serving::Limits;

#[derive(Args)]
pub struct Doctor {
    /// Send a test email to this address
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

/// Whether links in emails lead here.
async fn check_address(config: &Config, report: &mut Report) {
    let address = &config.base_url;
    let is_local = address.contains("//localhost") || address.contains("//127.0.0.1");
    if is_local {
        let what = format!("links in emails start with {address}, which only opens on this machine");
        Report::advise(&what, "Set base_url to https://… before other people use it.");
    } else {
        report.say(
            config.is_https(),
            &format!("links in emails start with {address}, so people connect over TLS"),
            "Set base_url to https://… and put a proxy with a certificate in front.",
        );
    }
    let found = match Links::to_this_site() {
        Ok(links) => links.ask(&format!("{address}/healthz")).await,
        Err(e) => Found::Unsure(e.to_string()),
    };
    match found {
        Found::Works(_) => report.say(true, &format!("{address} answers"), ""),
        Found::Dead(why) | Found::Unsure(why) => Report::advise(
            &format!("{address} doesn't answer as Weft does: {why}"),
            "Start weft serve. If it is running, check base_url, listen and the proxy.",
        ),
    }
}

/// Who may read the data folder, and what commands left there.
fn check_folder(config: &Config, report: &mut Report) {
    let open = if config.data.exists() { private::open_to_others(&config.data) } else { Vec::new() };
    let names = |paths: &[std::path::PathBuf]| {
        paths.iter().take(3).map(|p| p.display().to_string()).collect::<Vec<_>>().join(", ")
    };
    let advice = format!(
        "They can read {}, such as {}. Run: chmod -R go-rwx '{}'",
        counted(open.len(), "file or folder", "files or folders"),
        names(&open),
        config.data.display()
    );
    report.say(open.is_empty(), "other users of this machine cannot read the data folder", &advice);
    let key = config.secret_key();
    if private::is_open_to_others(&key) && !open.contains(&key) {
        report.say(
            false,
            "other users of this machine cannot read the key for secrets",
            &format!("Run: chmod go-rwx '{}'", key.display()),
        );
    }
    let left = folder::leftovers(&config.data);
    report.say(
        left.is_empty(),
        "no interrupted command left files behind",
        &format!("Found {}. The next weft serve or weft backup removes them.", names(&left)),
    );
    let plain: Vec<_> = config.data.read_dir().into_iter().flatten().filter_map(Result::ok).map(|e| e.path()).collect();
    for copy in plain.iter().filter(|p| {
        p.file_name()
            .is_some_and(|n| n.to_string_lossy().starts_with("weft-before-") && n.to_string_lossy().ends_with(".db"))
    }) {
        Report::advise(
            "the data folder has an unencrypted copy from before an upgrade",
            &format!("Delete it once everything works: rm '{}'", copy.display()),
        );
    }
}

pub async fn run(args: Doctor, config: Config) -> Outcome {
    let mut report = Report { faults: 0 };
    check_folder(&config, &mut report);
    let written = write_probe(&config.data);
    let advice = written
        .as_ref()
        .err()
        .map_or_else(String::new, |e| format!("Free some space, or let the user who runs weft write there. {e}"));
    report.say(written.is_ok(), "the data folder can be written", &advice);
    let room = Incoming::open(&config.data).is_ok_and(|i| i.has_room(0, config.free_mb));
    report.say(
        room,
        "there is space for new files",
        "Free some disk space or lower free_mb. Until then, photos, recordings and imports are refused.",
    );
    match Db::open(&config.database()).await {
        Err(error) => report.say(
            false,
            &format!("the database opens: {error}"),
            "Check DATABASE_URL, or that weft.db is in the data folder.",
        ),
        Ok(db) => {
            check_database(&db, &config, &mut report).await?;
            check_key(&config, &db, &mut report).await?;
        }
    }
    check_machine(&config, &mut report);
    check_address(&config, &mut report).await;
    let held = Readers::default().held_by().await;
    let by = held.as_deref().unwrap_or("it can't be started");
    report.say(
        held.is_ok(),
        &format!("uploaded files are read in a separate process ({by})"),
        "Allow weft to start a second process, with 256 MB of memory.",
    );
    if config.smtp_url.is_empty() {
        Report::advise("emails are written to files, not sent", "Set smtp_url to send them.");
    }
    if !config.data.join(backup::PUBLIC_KEY).exists() && config.backup_key.is_empty() {
        Report::advise("there is no backup key", "Create one: weft admin backup-key --to FILE");
    }
    if let Some(address) = args.send_test {
        let kernel = super::open(config).await?;
        let letter = Letter {
            lang: "en",
            subject: "A test from Weft".into(),
            paragraphs: vec!["This test shows that your Weft site can send email.".into()],
            button: None,
        };
        let sent = Transport::from_config(&kernel.config)?
            .send(&kernel, &kernel.id(), (&letter.to(&address), None), &Begun::default())
            .await;
        report.say(
            sent.is_ok(),
            "the mail server accepted the test email",
            sent.err().map(|e| e.why).as_deref().unwrap_or_default(),
        );
    }
    if report.faults == 0 { Ok(()) } else { Err(counted(report.faults, "problem to fix", "problems to fix").into()) }
}

/// Enough that a full disk shows, and really written.
fn write_probe(folder: &Path) -> std::io::Result<()> {
    let probe = folder.join(".probe");
    private::folder(folder)?;
    let written = std::fs::File::create(&probe)
        .and_then(|mut file| file.write_all(&vec![0; 64 * 1024]).and_then(|()| file.sync_all()));
    written.and(std::fs::remove_file(&probe))
}

/// What the system allows, and how much space there is.
fn check_machine(config: &Config, report: &mut Report) {
    let files = machine::descriptors();
    // What `weft serve` raises it to at its start.
    let room = Limits::of(config, files.most).connections;
    let what = format!(
        "up to {} files and connections can be open ({} until weft serve raises it), enough for {room} connections",
        files.most, files.now
    );
    report.say(room >= 1_000, &what, "Raise the hard limit, such as with LimitNOFILE=65536 in a systemd unit.");
    if let Some(disk) = machine::disk(&config.data) {
        let what = format!("{} % of the disk is free ({:.1} GB)", disk.percent, disk.free as f64 / 1e9);
        if disk.is_scarce() {
            Report::advise(&what, "Free some space. Once the disk is full, nothing can be saved.");
        } else {
            report.say(true, &what, "");
        }
    }
}

async fn check_proxy(db: &Db, config: &Config) -> Outcome {
    let seen = store::setting(&mut db.read().await?, UNDECLARED_PROXY).await?.and_then(|v| v.parse().ok()).map(Time);
    if let Some(at) = seen.filter(|_| config.trusted_proxies == 0) {
        let what = format!(
            "requests have an X-Forwarded-For or Forwarded header (last seen at {}), but trusted_proxies is 0",
            at.iso()
        );
        Report::advise(
            &what,
            "If there is a proxy, set trusted_proxies. Until then, everyone counts as one address, and one person's \
                failed attempts block others. If there is no proxy, someone is sending that header.",
        );
    }
    Ok(())
}

/// Whether the key of sealed secrets is there and opens what it should.
async fn check_key(config: &Config, db: &Db, report: &mut Report) -> Outcome {
    if db.schema_version().await? == 0 {
        return Ok(());
    }
    let path = config.secret_key();
    let Some(key) = seal::read(&path)? else {
        let has_secrets = !store::all_factors(&mut db.read().await?).await?.is_empty();
        let advice = format!(
            "Put the file back from a backup or another machine. Otherwise a new key is created at the next start, and \
                everyone sets up two-step sign-in again. Looked for {}",
            path.display()
        );
        report.say(!has_secrets, "the key for secrets is there", &advice);
        return Ok(());
    };
    let lost = people::lost_factors(&mut db.read().await?, &seal::Seal::new(&key)).await?;
    let advice = format!(
        "{} isn't the key they were encrypted with. Put the old file back, or tell these people to set up two-step \
            sign-in again when they next sign in, with a link and their password.",
        path.display()
    );
    report.say(lost == 0, &format!("two-step sign-in works for everyone ({lost} can't be read)"), &advice);
    Ok(())
}

async fn check_database(db: &Db, config: &Config, report: &mut Report) -> Outcome {
    let (found, known) = (db.schema_version().await?, MIGRATIONS.last().map_or(0, |m| m.0));
    report.say(
        found <= known,
        "the database isn't newer than this program",
        "Use a newer version of weft, or restore the backup from before the upgrade.",
    );
    if found < known {
        Report::advise(
            &format!("the database is at version {found}, and this program uses {known}"),
            "Run weft migrate. It copies the data first.",
        );
        return Ok(());
    }
    let faults = dialect::integrity(db).await?;
    report.say(
        faults.is_empty(),
        "the data file is intact",
        &format!(
            "Restore a backup. Found: {}",
            faults.join(
                "; \
        "
            )
        ),
    );
    let (_, dead) = outbox::backlog(&mut db.read().await?).await?;
    report.say(
        dead == 0,
        &format!("all emails could be delivered ({dead} could not)"),
        "Open the sent emails on the site, fix the cause, and send them again.",
    );
    check_proxy(db, config).await
}
