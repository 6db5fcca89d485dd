//! What the machine allows: how many files and connections may be open at once, and how much space a disk has left.

use std::path::Path;

/// How many files and connections this process may have open: now, and at most. `u64::MAX` stands for no limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Descriptors {
    pub now: u64,
    pub most: u64,
}

/// A limit beyond this serves nobody and makes some systems slow.
const ENOUGH: u64 = 1 << 20;

/// The disk that a folder is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Disk {
    /// Free for this program, in bytes.
    pub free: u64,
    /// Free and used, in bytes: what this program could have at most, as `df` counts.
    pub usable: u64,
    /// Free, in percent of what there is: of bytes or of files, whichever is scarcer.
    pub percent: u64,
    pub is_read_only: bool,
}

impl Disk {
    /// Whether someone should free some space now.
    pub fn is_scarce(&self) -> bool {
        self.percent < 10
    }

    /// Whether there is no room for as much as a file.
    pub fn is_full(&self) -> bool {
        self.percent == 0 && self.free < 1_000_000
    }
}

#[cfg(unix)]
pub fn descriptors() -> Descriptors {
    let limit = rustix::process::getrlimit(rustix::process::Resource::Nofile);
    Descriptors { now: limit.current.unwrap_or(u64::MAX), most: limit.maximum.unwrap_or(u64::MAX) }
}

/// Raises the limit of open files to what the system lets this process have. Returns what holds then.
#[cfg(unix)]
pub fn raise_descriptors() -> Descriptors {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let limit = getrlimit(Resource::Nofile);
    let wanted = limit.maximum.unwrap_or(ENOUGH).min(ENOUGH);
    if limit.current.is_some_and(|now| now < wanted)
        && let Err(error) = setrlimit(Resource::Nofile, Rlimit { current: Some(wanted), maximum: limit.maximum })
    {
        tracing::warn!("the limit of open files could not be raised: {error}");
    }
    descriptors()
}

#[cfg(unix)]
pub fn disk(path: &Path) -> Option<Disk> {
    let stat = rustix::fs::statvfs(path).ok()?;
    // As `df` counts: what is kept for the superuser is not there for us.
    let usable = (stat.f_blocks - stat.f_bfree.min(stat.f_blocks)) + stat.f_bavail;
    let percent = |free: u64, of: u64| free.saturating_mul(100).checked_div(of).unwrap_or(100);
    Some(Disk {
        free: stat.f_bavail.saturating_mul(stat.f_frsize),
        usable: usable.saturating_mul(stat.f_frsize),
        percent: percent(stat.f_bavail, usable).min(percent(stat.f_favail, stat.f_files)),
        is_read_only: stat.f_flag.contains(rustix::fs::StatVfsMountFlags::RDONLY),
    })
}

#[cfg(not(unix))]
pub fn descriptors() -> Descriptors {
    Descriptors { now: ENOUGH, most: ENOUGH }
}

#[cfg(not(unix))]
pub fn raise_descriptors() -> Descriptors {
    descriptors()
}

#[cfg(not(unix))]
pub fn disk(_: &Path) -> Option<Disk> {
    None
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn the_limit_of_open_files_is_raised_to_what_is_allowed() {
        let before = descriptors();
        let after = raise_descriptors();
        assert_eq!((after.now, after.most), (before.most.min(ENOUGH).max(before.now), before.most));
    }

    #[test]
    fn a_disk_says_what_is_free() {
        let folder = tempfile::tempdir().expect("temp dir");
        let disk = disk(folder.path()).expect("a disk");
        assert!(disk.percent <= 100 && !disk.is_read_only && disk.free > 0 && disk.free <= disk.usable, "{disk:?}");
        assert_eq!(super::disk(&folder.path().join("nowhere")), None);
    }
}
