//! The data folder as a command finds it: closed to others, without what a killed command left, and served by one
//! process at a time.

use std::fs::{File, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};

use weft_kernel::config::Config;
use weft_kernel::private;

/// Makes the data folder where it is missing, closes it to others, and removes what killed commands left.
pub fn prepare(config: &Config) -> Result<(), String> {
    let data = &config.data;
    let failed = |e: std::io::Error| format!("{}: {e}", data.display());
    private::folder(data).map_err(failed)?;
    for path in private::tighten(data) {
        tracing::warn!("other users of this machine can read {}; run weft doctor to see how to fix it", path.display());
    }
    for path in leftovers(data) {
        let removed = if path.is_dir() { std::fs::remove_dir_all(&path) } else { std::fs::remove_file(&path) };
        match removed {
            Ok(()) => tracing::info!("removed {}, left behind by an interrupted command", path.display()),
            Err(e) => {
                tracing::warn!(
                    "{} was left behind by an interrupted command and can't be removed: {e}",
                    path.display()
                );
            }
        }
    }
    Ok(())
}

/// What commands that were killed left in a data folder: copies and half of a restore, a backup or a dry run. What a
/// command still works on is held by a lock and is none.
pub fn leftovers(data: &Path) -> Vec<PathBuf> {
    let names = |folder: &Path| -> Vec<PathBuf> {
        folder.read_dir().map(|d| d.filter_map(Result::ok).map(|e| e.path()).collect()).unwrap_or_default()
    };
    let name = |p: &Path| p.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let own = names(data).into_iter().filter(|p| {
        let name = name(p);
        // `copy-…` is from versions that copied the database before they encrypted it.
        let copy = name.starts_with("copy-") && name.contains(".db");
        copy || name.starts_with(".dry-run-") || (name.starts_with("weft") && name.contains(".part"))
    });
    let backups = names(&data.join("backups")).into_iter().filter(|p| p.extension().is_some_and(|e| e == "part"));
    let mut found: Vec<PathBuf> = own.chain(backups).filter(|p| !is_held(p)).collect();
    found.sort();
    found
}

/// Whether a process that lives holds a lock on this file or folder.
pub fn is_held(path: &Path) -> bool {
    File::open(path).is_ok_and(|f| matches!(f.try_lock(), Err(TryLockError::WouldBlock)))
}

/// A lock that ends with the process, however it ends.
pub struct Hold(#[expect(dead_code, reason = "the lock lasts as long as the file is open")] File);

/// What only one process does with a data folder.
#[derive(Clone, Copy)]
pub enum Duty {
    Serve,
    Work,
}

impl Duty {
    fn file(self) -> &'static str {
        match self {
            Self::Serve => "serve.lock",
            Self::Work => "work.lock",
        }
    }

    fn refused(self, data: &Path, by: &str) -> String {
        let by = if by.is_empty() { String::new() } else { format!(" (process {by})") };
        match self {
            Self::Serve => format!(
                "another weft{by} is already running with {}. Stop it first, or choose another folder with --data.",
                data.display()
            ),
            Self::Work => {
                format!(
                    "another weft{by} is already sending email for {}. To run weft work separately, start the other \
                        one with: weft serve --no-work",
                    data.display()
                )
            }
        }
    }
}

/// Takes a duty. With `SQLite` a second process is refused; processes that share a `PostgreSQL` database divide the
/// work there.
pub fn take(config: &Config, duty: Duty) -> Result<Option<Hold>, String> {
    if !config.is_sqlite() {
        return Ok(None);
    }
    private::folder(&config.data).map_err(|e| format!("{}: {e}", config.data.display()))?;
    let path = config.data.join(duty.file());
    let failed = |e: std::io::Error| format!("{}: {e}", path.display());
    let mut file = private::open_for_lock(&path).map_err(failed)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            let mut by = String::new();
            let _ = file.take(20).read_to_string(&mut by);
            return Err(duty.refused(&config.data, by.trim()));
        }
        Err(TryLockError::Error(e)) => return Err(failed(e)),
    }
    file.set_len(0)
        .and_then(|()| file.rewind())
        .and_then(|()| writeln!(file, "{}", std::process::id()))
        .map_err(failed)?;
    Ok(Some(Hold(file)))
}
