//! `weft admin`: what is done at the machine, not in the browser.

use std::path::PathBuf;

use age::secrecy::ExposeSecret as _;
use clap::Subcommand;

use super::{Exit, Outcome, backup, counted};
use crate::built_in;
use weft_kernel::clock::Clock;
use weft_kernel::config::Config;
use weft_kernel::db::Db;
use weft_kernel::delivery_report::read_report;
use weft_kernel::outbox::How;
use weft_kernel::received;
use weft_kernel::terminal::Terminal;
use weft_kernel::{args, sql};
use weft_kernel::{events, private, seal};
use weft_programs::bounces::{self, Marking};
use weft_season::conversations::{self, Answered};

#[derive(Subcommand)]
pub enum Admin {
    /// Print a one-time link that makes whoever opens it a site owner
    OwnerToken,
    /// End all sign-ins of a person
    SignOut {
        /// Their email address
        email: String,
    },
    /// Pause group email to an address that bounces, and tell the season's leads
    Bounced {
        /// The address [default: those that the delivery report on standard input says don't exist]
        email: Option<String>,
    },
    /// Post a reply by email, from standard input, in the conversation it answers
    PostReply,
    /// Replace a lost key for secrets in the database; everyone sets up two-step sign-in again
    NewSecretKey,
    /// Create a key for backups; keep the private key away from this machine
    BackupKey {
        /// Where to write the private key: outside the data folder
        #[arg(long, value_name = "FILE")]
        to: PathBuf,
    },
}

pub async fn run(command: Admin, config: Config) -> Outcome {
    match command {
        Admin::OwnerToken => super::serve::offer_ownership(&super::open(config).await?, true).await,
        Admin::SignOut { email } => sign_out(&email, config).await,
        Admin::Bounced { email } => bounced(email, config).await,
        Admin::PostReply => post_reply(config).await,
        Admin::NewSecretKey => new_secret_key(&config).await,
        Admin::BackupKey { to } => backup_key(&to, &config),
    }
}

async fn new_secret_key(config: &Config) -> Outcome {
    super::folder::prepare(config)?;
    let db = Db::open(&config.database()).await?;
    built_in::migrate(&db, Clock::system().now()).await?;
    let path = seal::replace(config, &db).await?;
    db.close().await;
    println!(
        "The new key is in {}. Restart Weft, and copy this file to every machine that serves this database.",
        path.display()
    );
    println!("Everyone who uses two-step sign-in sets it up again when they next sign in.");
    Ok(())
}

async fn sign_out(email: &str, config: Config) -> Outcome {
    let kernel = super::open(config).await?;
    let mut tx = kernel.db.begin().await?;
    let person = weft_people::address::holder_at_the_terminal(&Terminal::open(), &mut tx, email)
        .await?
        .ok_or("no person has this email address")?;
    let ended = tx
        .run(
            sql!("UPDATE sign_in SET ended_at = $2 WHERE person_id = $1 AND ended_at IS NULL"),
            args![&person, kernel.now()],
        )
        .await?;
    let event = events::Event {
        actor: None,
        verb: "signed-out",
        subject: &person,
        season: None,
        detail: Some("by admin".into()),
    };
    events::record(&kernel, &mut tx, event).await?;
    tx.commit().await?;
    println!("Ended {}.", counted(ended, "sign-in", "sign-ins"));
    Ok(())
}

async fn bounced(email: Option<String>, config: Config) -> Outcome {
    let (mut marks, mut others) = (Vec::new(), 0);
    if let Some(email) = email {
        marks.push((email, How::Hand));
    } else {
        for delivery in read_report(&report()?) {
            match delivery.status {
                // Where mail is passed on, the address that was written to is the one that we know.
                Some(code) if delivery.means_no_such_address() => {
                    marks.push((delivery.original.unwrap_or(delivery.address), How::Report(code)));
                }
                _ => others += 1,
            }
        }
    }
    if others > 0 {
        println!(
            "Not paused: {others}. A delay, a full mailbox, an email that is too large or a refused sender doesn't \
                mean that an address is wrong."
        );
    }
    if marks.is_empty() {
        println!("Nothing to pause: no delivery report says that an address doesn't exist.");
        return Ok(());
    }
    let kernel = super::open(config).await?;
    for (address, how) in marks {
        let said = match bounces::mark(&kernel, &address, how).await? {
            Marking::Marked => "group email is paused, and the season's leads are told.",
            Marking::Already | Marking::Unknown => "this site sends it no email, or it is paused already.",
        };
        println!("{address}: {said}");
    }
    Ok(())
}

/// A delivery report from standard input, as a mail server's alias hands it over; what is beyond a megabyte is not
/// read.
fn report() -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::io::Read::read_to_end(&mut std::io::Read::take(std::io::stdin(), 1 << 20), &mut bytes)?;
    Ok(bytes)
}

/// What a mail server's alias for replies runs. What cannot be posted is told to whoever it belongs to, and is no error
/// here: a mail server would send it back to an address that may be forged.
async fn post_reply(config: Config) -> Outcome {
    if config.reply_address.is_empty() {
        return Err("set reply_address first; see `weft config`".into());
    }
    let mut raw = Vec::new();
    std::io::Read::read_to_end(&mut std::io::Read::take(std::io::stdin(), LARGEST_REPLY), &mut raw)?;
    let Some(email) = received::read(&raw) else {
        println!("Not posted: this isn't an email.");
        return Ok(());
    };
    let kernel = super::open(config).await?;
    // A mail server tries again later, and sends nothing back.
    let answered = conversations::take_answer(&kernel, &email).await.map_err(|e| {
        eprintln!("not posted now: {e:?}");
        Exit(75)
    })?;
    let said = match answered {
        Answered::Posted => "Posted.",
        Answered::Already => "Posted before.",
        Answered::Refused(_) => "Not posted. The person it belongs to is told why.",
        Answered::Automatic => "Not posted: it's an automatic email.",
        Answered::Unknown => "Not posted: it isn't addressed to a conversation of this site.",
    };
    println!("{said}");
    Ok(())
}

/// How much of an email is read, in bytes: what is answered stands at its beginning, and what is attached is not taken.
const LARGEST_REPLY: u64 = 25 << 20;

fn backup_key(to: &std::path::Path, config: &Config) -> Outcome {
    let folder =
        to.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(std::path::Path::new(".")).canonicalize()?;
    private::folder(&config.data)?;
    if folder.starts_with(config.data.canonicalize()?) {
        return Err(
            "keep the private key outside the data folder, so that whoever gets the data doesn't get the key too"
                .into(),
        );
    }
    if to.exists() {
        return Err(format!("{} exists already; name another file, or move that one away first", to.display()).into());
    }
    let key = age::x25519::Identity::generate();
    let text =
        format!("# Opens Weft backups. Keep it safe and away from the data.\n{}\n", key.to_string().expose_secret());
    std::io::Write::write_all(&mut private::make_new(to)?, text.as_bytes())?;
    private::write(&config.data.join(backup::PUBLIC_KEY), format!("{}\n", key.to_public()))?;
    println!(
        "The private key is in {}. Keep it in a safe place. From now on, backups of {} can only be opened with it.",
        to.display(),
        config.data.display()
    );
    Ok(())
}
