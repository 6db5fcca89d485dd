//! `weft admin`: what is done at the machine, not in the browser.

use std::path::PathBuf;

use age::secrecy::ExposeSecret as _;
use clap::Subcommand;

use super::{Outcome, backup};
use crate::kernel::config::Config;
use crate::kernel::events;
use crate::people::model::norm_email;
use crate::people::store;
use crate::{args, sql};

#[derive(Subcommand)]
pub enum Admin {
    /// Print a one-time link that makes its holder an owner
    OwnerToken,
    /// End all sign-ins of a person
    SignOut {
        /// Her mail address
        email: String,
    },
    /// Mark an address whose mail comes back: nothing more is sent there until it is confirmed
    Bounced {
        /// The address
        email: String,
    },
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
        Admin::Bounced { email } => bounced(&email, config).await,
        Admin::BackupKey { to } => backup_key(&to, &config),
    }
}

async fn sign_out(email: &str, config: Config) -> Outcome {
    let kernel = super::open(config).await?;
    let mut tx = kernel.db.begin().await?;
    let person = store::by_email(&mut tx, email).await?.ok_or("nobody holds this address")?;
    let ended = tx.run(sql!("UPDATE sign_in SET ended_at = $2 WHERE person_id = $1 AND ended_at IS NULL"), args![&person, kernel.now()]).await?;
    let event = events::Event { actor: None, verb: "signed-out", subject: &person, season: None, detail: Some("by admin".into()) };
    events::record(&kernel, &mut tx, event).await?;
    tx.commit().await?;
    println!("Ended {ended} sign-ins.");
    Ok(())
}

async fn bounced(email: &str, config: Config) -> Outcome {
    let kernel = super::open(config).await?;
    let mut tx = kernel.db.begin().await?;
    let marked = tx
        .run(
            sql!("UPDATE contact_point SET bounced_at = $2 WHERE norm = $1 AND kind = 'email' AND until IS NULL AND bounced_at IS NULL"),
            args![norm_email(email), kernel.now()],
        )
        .await?;
    tx.commit().await?;
    println!("{}", if marked > 0 { "Marked; staff see it beside the name." } else { "Nothing to mark: nobody holds this address, or it is marked already." });
    Ok(())
}

fn backup_key(to: &std::path::Path, config: &Config) -> Outcome {
    let folder = to.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(std::path::Path::new(".")).canonicalize()?;
    std::fs::create_dir_all(&config.data)?;
    if folder.starts_with(config.data.canonicalize()?) {
        return Err("the private key must not lie in the data folder: whoever takes the data would have the key too".into());
    }
    if to.exists() {
        return Err(format!("{} exists already", to.display()).into());
    }
    let key = age::x25519::Identity::generate();
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let text = format!("# Opens Weft backups. Keep it safe and away from the data.\n{}\n", key.to_string().expose_secret());
    std::io::Write::write_all(&mut options.open(to)?, text.as_bytes())?;
    std::fs::write(config.data.join(backup::PUBLIC_KEY), format!("{}\n", key.to_public()))?;
    println!("The private half is in {}. Backups are encrypted to its public half from now on.", to.display());
    Ok(())
}
