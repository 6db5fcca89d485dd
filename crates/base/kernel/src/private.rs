//! Files that only the user who runs Weft may read. Folders are made 0700 and files 0600, whatever the process's umask
//! is; what an older version left readable is found and tightened.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{Result, Write as _};
use std::path::{Path, PathBuf};

/// What Weft keeps in its data folder, by name or by how the name begins. Anything else there is somebody else's and is
/// left alone.
const OURS: [&str; 18] = [
    "weft.db",
    "weft.toml",
    "weft-before-",
    "serve.lock",
    "work.lock",
    "secret.key",
    "secret.key.old",
    "backup.pub",
    "erasures.log",
    "demo.json",
    "mail",
    "files",
    "backups",
    "incoming",
    "copy-",
    ".dry-run-",
    ".probe",
    // A volume of its own brings one along.
    "lost+found",
];

fn is_ours(path: &Path) -> bool {
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    OURS.iter().any(|o| {
        name == *o
            || (name.starts_with(o) && o.ends_with('-'))
            || (*o == "weft.db" && name.starts_with("weft.db-"))
            || name == format!("{o}.part")
    })
}

/// Makes everything this process creates from here on its user's alone. Called once, before any thread starts.
pub fn narrow_umask() {
    #[cfg(unix)]
    rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o077));
}

fn options() -> OpenOptions {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "modes are for Unix"))]
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Makes a folder and what leads to it. One that is there already stays as it is.
pub fn folder(path: &Path) -> Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Opens a file for writing, emptied when it exists.
pub fn create(path: &Path) -> Result<File> {
    let file = options().write(true).create(true).truncate(true).open(path)?;
    close_to_others(&file)?;
    Ok(file)
}

/// Opens a file for adding to its end.
pub fn append(path: &Path) -> Result<File> {
    let file = options().append(true).create(true).open(path)?;
    close_to_others(&file)?;
    Ok(file)
}

/// Makes a file that must not exist yet.
pub fn make_new(path: &Path) -> Result<File> {
    options().write(true).create_new(true).open(path)
}

/// Opens a file for a lock; what is in it stays.
pub fn open_for_lock(path: &Path) -> Result<File> {
    let file = options().read(true).write(true).create(true).truncate(false).open(path)?;
    close_to_others(&file)?;
    Ok(file)
}

pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    create(path)?.write_all(content.as_ref())
}

#[cfg(unix)]
fn close_to_others(file: &File) -> Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = file.metadata()?.permissions().mode();
    if mode.trailing_zeros() >= 6 {
        Ok(())
    } else {
        file.set_permissions(std::fs::Permissions::from_mode(mode & !0o077))
    }
}

#[cfg(not(unix))]
fn close_to_others(_: &File) -> Result<()> {
    Ok(())
}

/// Whether others than its owner may read, enter or change this. Links are looked at, not followed.
pub fn is_open_to_others(path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        path.symlink_metadata().is_ok_and(|m| !m.is_symlink() && m.permissions().mode() & 0o077 != 0)
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        false
    }
}

/// What others than its owner may read or enter in a data folder: the folder itself and what Weft keeps there.
pub fn open_to_others(data: &Path) -> Vec<PathBuf> {
    let data = data.canonicalize().unwrap_or_else(|_| data.to_owned());
    let mut found: Vec<PathBuf> = is_open_to_others(&data).then(|| data.clone()).into_iter().collect();
    let mut folders = vec![data.clone()];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = folder.read_dir() else { continue };
        for path in
            entries.filter_map(std::result::Result::ok).map(|e| e.path()).filter(|p| folder != data || is_ours(p))
        {
            if is_open_to_others(&path) {
                found.push(path.clone());
            }
            if path.symlink_metadata().is_ok_and(|m| m.is_dir()) {
                folders.push(path);
            }
        }
    }
    found.sort();
    found
}

/// Takes others' rights away from what Weft keeps in a data folder, and from the folder itself unless it holds somebody
/// else's things too. Returns what stays open.
pub fn tighten(data: &Path) -> Vec<PathBuf> {
    let mut left = Vec::new();
    for path in open_to_others(data) {
        let is_folder = data.canonicalize().is_ok_and(|d| d == path);
        let shared = is_folder
            && data.read_dir().is_ok_and(|all| all.filter_map(std::result::Result::ok).any(|e| !is_ours(&e.path())));
        if shared || take_rights(&path).is_err() {
            left.push(path);
        }
    }
    left
}

#[cfg(unix)]
fn take_rights(path: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = path.metadata()?.permissions().mode();
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode & !0o077))
}

#[cfg(not(unix))]
fn take_rights(_: &Path) -> Result<()> {
    Ok(())
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    fn mode(path: &Path) -> u32 {
        path.metadata().expect("there").permissions().mode() & 0o777
    }

    fn set(path: &Path, mode: u32) {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("sets");
    }

    #[test]
    fn what_is_ours_is_tightened_and_what_is_not_stays() {
        let dir = tempfile::tempdir().expect("temp dir");
        let data = dir.path().join("data");
        folder(&data.join("mail")).expect("makes");
        write(&data.join("weft.db"), "x").expect("writes");
        write(&data.join("mail/1.eml"), "x").expect("writes");
        assert_eq!((mode(&data), mode(&data.join("mail")), mode(&data.join("mail/1.eml"))), (0o700, 0o700, 0o600));
        for (path, mode) in [("mail/1.eml", 0o644), ("mail", 0o755), ("weft.db", 0o644), ("", 0o755)] {
            set(&data.join(path), mode);
        }
        assert_eq!(open_to_others(&data).len(), 4);
        assert_eq!((tighten(&data), open_to_others(&data)), (vec![], vec![]));
        // A folder that others use too keeps its rights; what Weft keeps in it does not.
        write(&data.join("notes.txt"), "theirs").expect("writes");
        for (path, mode) in [("notes.txt", 0o644), ("weft.db", 0o644), ("", 0o755)] {
            set(&data.join(path), mode);
        }
        assert_eq!(tighten(&data), [data.canonicalize().expect("there")]);
        assert_eq!((mode(&data.join("notes.txt")), mode(&data.join("weft.db"))), (0o644, 0o600));
    }
}
