//! A coach's own notes are locked: whoever writes needs nothing, and only the coach's passphrase opens them, or the
//! recovery code that is shown once. Each note is encrypted to a key pair (age, X25519). The private half is kept
//! twice, locked with the passphrase and with the recovery code (age, scrypt). Nothing that the site keeps opens a
//! note, its own keys included.

use std::str::FromStr as _;

use age::scrypt;
use age::secrecy::{ExposeSecret as _, SecretString};
use age::x25519;

use weft_kernel::rng::Rng;
use weft_kernel::secret;

/// Shortest passphrase, in characters.
pub const SHORTEST: usize = 12;

/// What a guess at a passphrase costs: 2 to the power of this rounds of scrypt, and 32 MiB of memory.
const WORK: u8 = 15;

/// A recovery code has 160 bits of its own: a guess need not be slow.
const LIGHT_WORK: u8 = 8;

/// A lock as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lock {
    /// The public half, to which notes are encrypted.
    pub recipient: String,
    pub by_passphrase: String,
    pub by_recovery: String,
}

/// The private half, in memory while notes are read.
pub struct Opened(x25519::Identity);

fn wrap(secret: &str, work: u8, text: &SecretString) -> Option<String> {
    let mut to = scrypt::Recipient::new(SecretString::from(secret.to_owned()));
    to.set_work_factor(work);
    age::encrypt(&to, text.expose_secret().as_bytes()).ok().map(|bytes| secret::hex(&bytes))
}

fn unwrap(secret: &str, sealed: &str) -> Option<String> {
    let mut by = scrypt::Identity::new(SecretString::from(secret.to_owned()));
    by.set_max_work_factor(WORK);
    String::from_utf8(age::decrypt(&by, &secret::unhex(sealed)?).ok()?).ok()
}

/// A recovery code as it is typed: groups and case do not matter.
fn code(typed: &str) -> String {
    typed.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

/// A recovery code as it is shown, in groups of four.
fn shown(code: &str) -> String {
    let groups: Vec<String> = code.as_bytes().chunks(4).map(|g| String::from_utf8_lossy(g).into_owned()).collect();
    groups.join("-")
}

/// A new lock, and its recovery code. Slow on purpose. Nothing where the library refuses.
pub fn make(rng: &Rng, passphrase: &str) -> Option<(Lock, String)> {
    again(rng, passphrase, &Opened(x25519::Identity::generate()))
}

/// The same lock with another passphrase and another recovery code: notes stay as they are.
pub fn again(rng: &Rng, passphrase: &str, opened: &Opened) -> Option<(Lock, String)> {
    let recovery = secret::token(rng);
    let private = opened.0.to_string();
    let lock = Lock {
        recipient: opened.0.to_public().to_string(),
        by_passphrase: wrap(passphrase, WORK, &private)?,
        by_recovery: wrap(&recovery, LIGHT_WORK, &private)?,
    };
    Some((lock, shown(&recovery)))
}

/// Opens a lock with a passphrase or a recovery code. Slow on purpose.
pub fn open(lock: &Lock, typed: &str) -> Option<Opened> {
    let private = unwrap(typed, &lock.by_passphrase).or_else(|| unwrap(&code(typed), &lock.by_recovery))?;
    x25519::Identity::from_str(&private).ok().map(Opened)
}

/// Locks a text to the public half of a lock.
pub fn seal(recipient: &str, text: &str) -> Option<String> {
    let to = x25519::Recipient::from_str(recipient).ok()?;
    age::encrypt(&to, text.as_bytes()).ok().map(|bytes| secret::hex(&bytes))
}

/// Reads what was locked.
pub fn read(opened: &Opened, sealed: &str) -> Option<String> {
    String::from_utf8(age::decrypt(&opened.0, &secret::unhex(sealed)?).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_passphrase_or_the_recovery_code_opens_a_note() {
        let rng = Rng::fixed(7);
        let (lock, recovery) = make(&rng, "a long passphrase").expect("a lock");
        let note = seal(&lock.recipient, "planted").expect("locked");
        assert!(!note.contains("planted") && !note.contains(&secret::hex(b"planted")));
        for typed in ["a long passphrase", &recovery, &recovery.to_uppercase().replace('-', " ")] {
            let opened = open(&lock, typed).unwrap_or_else(|| panic!("{typed}"));
            assert_eq!(read(&opened, &note).as_deref(), Some("planted"));
        }
        assert!(open(&lock, "another passphrase").is_none() && open(&lock, "").is_none());
        // Another passphrase opens the old notes, and the old one no longer.
        let opened = open(&lock, "a long passphrase").expect("opens");
        let (changed, other) = again(&rng, "quite another one", &opened).expect("a lock");
        assert_eq!(changed.recipient, lock.recipient);
        assert_ne!(other, recovery);
        assert!(open(&changed, "a long passphrase").is_none() && open(&changed, &recovery).is_none());
        let opened = open(&changed, "quite another one").expect("opens");
        assert_eq!(read(&opened, &note).as_deref(), Some("planted"));
        // Of another lock it reads nothing.
        let (strange, _) = make(&rng, "a long passphrase").expect("a lock");
        let opened = open(&strange, "a long passphrase").expect("opens");
        assert!(read(&opened, &note).is_none() && read(&opened, "xyz").is_none());
    }
}
