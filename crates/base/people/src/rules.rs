//! What a person may do with her own record. Others' records are opened by the slices that know why.

use super::model::Actor;
use weft_kernel::ids::Id;

/// Leave to read and change one's own record, compartments included. Made only here.
pub struct OwnRecord(Id);

impl OwnRecord {
    pub fn person(&self) -> &Id {
        &self.0
    }
}

/// Everybody owns her own record and nobody else's.
pub fn own_record(actor: &Actor) -> OwnRecord {
    OwnRecord(actor.person_id.clone())
}

/// For the email that says to someone, at an address of their own, what their own start page says.
pub fn own_record_of_reader(person: &Id) -> OwnRecord {
    OwnRecord(person.clone())
}

/// Shortest password taken; there is no longest below 1,000 characters and no rule of composition.
pub const PASSWORD_MIN: usize = 12;

/// Why a password is not taken, as a key, or nothing.
pub fn password_fault(password: &str, email: &str) -> Option<&'static str> {
    const COMMON: [&str; 12] = [
        "passwordpassword",
        "password1234",
        "123456789012",
        "qwertyuiopas",
        "administrator",
        "letmeinletmein",
        "iloveyouiloveyou",
        "welcome12345",
        "correcthorsebatterystaple",
        "changemechangeme",
        "111111111111",
        "abcdefghijkl",
    ];
    let lower = password.to_lowercase();
    let local = email.split('@').next().unwrap_or_default().to_lowercase();
    let distinct = lower.chars().collect::<std::collections::BTreeSet<_>>().len();
    if password.chars().count() < PASSWORD_MIN {
        Some("wrong-password-short")
    } else if password.len() > 1_000 {
        Some("wrong-too-long")
    } else if COMMON.contains(&lower.as_str())
        || distinct < 5
        || (local.len() >= 4 && lower.replace(&local, "").len() < 6)
    {
        Some("wrong-password-common")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::password_fault;

    #[test]
    fn passwords_are_judged_by_length_and_by_being_guessable() {
        let fault = |p| password_fault(p, "marisol@example.org");
        assert_eq!(fault("short"), Some("wrong-password-short"));
        assert_eq!(fault("passwordpassword"), Some("wrong-password-common"));
        assert_eq!(fault("aaaaaaaaaaaaaa"), Some("wrong-password-common"));
        assert_eq!(fault("marisol12345"), Some("wrong-password-common"));
        assert_eq!(fault("three quiet herons"), None);
        assert_eq!(fault("ñandú ñandú río"), None);
    }
}
