//! `weft admin`: what is done at the machine, not in the browser.

use std::path::PathBuf;

use age::secrecy::ExposeSecret as _;
use clap::Subcommand;

use super::{Outcome, backup};
use crate::built_in;
use weft_kernel::clock::Clock;
use weft_kernel::config::Config;
use weft_kernel::db::Db;
use weft_kernel::delivery_report::read_report;
use weft_kernel::outbox::How;
use weft_kernel::terminal::Terminal;
use weft_kernel::{args, sql};
use weft_kernel::{events, private, seal};
use weft_programs::bounces::{self, Marking};

#[derive(Subcommand)]
pub enum Admin {
    /// Print a one-time link that makes its holder an owner
    OwnerToken,
    /// End all sign-ins of a person
    SignOut {
        /// Her mail address
        email: String,
    },
    /// Mark an address whose mail comes back, hold bulk for it, and tell the leads
    Bounced {
        /// The address [default: those that the delivery report on standard input says lead nowhere]
        email: Option<String>,
    },
    /// Make a new key for secrets in the database when the old one is lost; second factors are then set up again
    NewSecretKey,
    /// Make a key for backups; keep the private half away from this machine
    BackupKey {
        /// Where to write the private half: outside the data folder
        #[arg(long, value_name = "FILE")]
        to: PathBuf,
    },
}

pub async fn run(command: Admin, config: Config) -> Outcome {
    match command {
        Admin::OwnerToken => super::serve::offer_ownership(&super::open(config).await?, true).await,
        Admin::SignOut { email } => sign_out(&email, config).await,
        Admin::Bounced { email } => bounced(email, config).await,
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
    println!("Everyone who signs in with a second factor sets it up again at their next sign-in.");
    Ok(())
}

async fn sign_out(email: &str, config: Config) -> Outcome {
    let kernel = super::open(config).await?;
    let mut tx = kernel.db.begin().await?;
    let person = weft_people::address::holder_at_the_terminal(&Terminal::open(), &mut tx, email)
        .await?
        .ok_or("nobody holds this address")?;
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
    println!("Ended {ended} sign-ins.");
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
            "Not marked: {others}. A delay, a full mailbox, a letter too large or a refused sender says nothing \
            about the address."
        );
    }
    if marks.is_empty() {
        println!("Nothing to mark: no delivery report says that an address leads nowhere.");
        return Ok(());
    }
    let kernel = super::open(config).await?;
    for (address, how) in marks {
        let said = match bounces::mark(&kernel, &address, how).await? {
            Marking::Marked => "marked; bulk for it is held, and the leads are told.",
            Marking::Already | Marking::Unknown => "not written to by this site, or marked already.",
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

fn backup_key(to: &std::path::Path, config: &Config) -> Outcome {
    let folder =
        to.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(std::path::Path::new(".")).canonicalize()?;
    private::folder(&config.data)?;
    if folder.starts_with(config.data.canonicalize()?) {
        return Err(
            "the private key must not lie in the data folder: whoever takes the data would have the key too".into()
        );
    }
    if to.exists() {
        return Err(format!("{} exists already", to.display()).into());
    }
    let key = age::x25519::Identity::generate();
    let text =
        format!("# Opens Weft backups. Keep it safe and away from the data.\n{}\n", key.to_string().expose_secret());
    std::io::Write::write_all(&mut private::make_new(to)?, text.as_bytes())?;
    private::write(&config.data.join(backup::PUBLIC_KEY), format!("{}\n", key.to_public()))?;
    println!("The private half is in {}. Backups are encrypted to its public half from now on.", to.display());
    Ok(())
}
