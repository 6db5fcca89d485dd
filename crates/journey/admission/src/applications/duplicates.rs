//! Seeing that two applications are one person's. What a stranger can type takes nobody out: only an application whose
//! address is vouched for as well as this one's makes it the second; anything less is a hint for the team.

use std::collections::HashMap;

use super::model::{Known, Parsed, Sender};
use weft_kernel::ids::Id;
use weft_kernel::plain::norm;
use weft_people::model::norm_email;

/// What an application is like.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Like {
    #[default]
    None,
    /// The same person's second one: left out until the team says otherwise. The external id of the first.
    Second(String),
    /// Perhaps the same person's; both stand. The external id of the other.
    Maybe(String),
}

impl Like {
    pub fn second(&self) -> Option<&str> {
        if let Self::Second(id) = self { Some(id) } else { None }
    }

    pub fn maybe(&self) -> Option<&str> {
        if let Self::Maybe(id) = self { Some(id) } else { None }
    }
}

/// How well the address of an application is vouched for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Somebody typed it.
    Typed,
    /// The team brought it.
    Team,
    /// Its link was used.
    Proved,
}

impl Standing {
    pub fn of(sender: &Sender) -> Self {
        match sender {
            Sender::Visitor => Self::Typed,
            Sender::Team => Self::Team,
            Sender::Proved(_) => Self::Proved,
        }
    }

    fn known(k: &Known) -> Self {
        match (k.is_own, k.proved_at) {
            (true, None) => Self::Typed,
            (false, _) => Self::Team,
            (true, Some(_)) => Self::Proved,
        }
    }
}

/// Whether a new application is the second one, by how both are vouched for.
///
/// With the same address: when the first is vouched for at least as well, and by more than typing. With the same name
/// and phone, or name and organization, which anyone may know: when the team brought both.
pub fn judge(new: Standing, first: Standing, is_same_address: bool) -> bool {
    if is_same_address {
        first >= new && first > Standing::Typed
    } else {
        new == Standing::Team && first == Standing::Team
    }
}

/// What is needed to see that two applications are one person's: keys that disguises do not change.
pub struct Pool {
    /// By external id: the application, its person, and what it said.
    pub by_id: HashMap<String, ((Id, Id), String)>,
    by_key: HashMap<String, (String, Standing)>,
}

/// Keys of an application: its address first, then what only hints.
fn keys(name: &str, email: &str, phone: Option<&str>, organization: Option<&str>) -> Vec<String> {
    let name = norm(name);
    let digits: String = phone.unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
    let mut keys = vec![format!("mail:{}", norm_email(email))];
    if !name.is_empty() && digits.len() >= 7 {
        keys.push(format!("phone:{name}:{}", &digits[digits.len().saturating_sub(10)..]));
    }
    if let (false, Some(o)) = (name.is_empty(), organization.map(norm).filter(|o| !o.is_empty())) {
        keys.push(format!("work:{name}:{o}"));
    }
    keys
}

fn keys_of(p: &Parsed) -> Vec<String> {
    let name = format!("{} {}", p.first_name, p.last_name);
    keys(&name, &p.email, p.phone.as_deref(), p.text("organization").as_deref())
}

impl Pool {
    pub fn new(known: Vec<Known>) -> Self {
        let mut pool = Self { by_id: HashMap::new(), by_key: HashMap::new() };
        for k in known {
            let standing = Standing::known(&k);
            for key in keys(
                &k.display_name,
                k.email.as_deref().unwrap_or_default(),
                k.phone.as_deref(),
                k.organization_norm.as_deref(),
            ) {
                pool.note(key, &k.external_id, standing);
            }
            pool.by_id.insert(k.external_id, ((k.id, k.person_id), k.content_hash));
        }
        pool
    }

    /// The best vouched for of those with a key is the one that others are compared with, and of those the first.
    fn note(&mut self, key: String, external_id: &str, standing: Standing) {
        let known = self.by_key.entry(key).or_insert_with(|| (external_id.to_owned(), standing));
        if known.1 < standing {
            *known = (external_id.to_owned(), standing);
        }
    }

    pub fn like(&self, p: &Parsed, sender: &Sender) -> Like {
        let new = Standing::of(sender);
        let mut maybe = Like::None;
        for key in keys_of(p) {
            let Some((first, standing)) = self.by_key.get(&key) else { continue };
            if judge(new, *standing, key.starts_with("mail:")) {
                return Like::Second(first.clone());
            }
            if maybe == Like::None {
                maybe = Like::Maybe(first.clone());
            }
        }
        maybe
    }

    pub fn add(&mut self, p: &Parsed, sender: &Sender) {
        for key in keys_of(p) {
            self.note(key, &p.external_id, Standing::of(sender));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Standing::{Proved, Team, Typed};
    use super::judge;

    #[test]
    fn what_somebody_typed_takes_nobody_out() {
        for new in [Typed, Team, Proved] {
            assert!(!judge(new, Typed, true) && !judge(new, Typed, false));
        }
    }

    #[test]
    fn a_proved_address_is_never_the_second_of_a_lesser_one() {
        assert!(!judge(Proved, Team, true));
        assert!(
            judge(Proved, Proved, true)
                && judge(Team, Proved, true)
                && judge(Typed, Proved, true)
                && judge(Typed, Team, true)
                && judge(Team, Team, true)
        );
    }

    #[test]
    fn name_and_work_are_a_hint_unless_the_team_brought_both() {
        assert!(judge(Team, Team, false));
        assert!(!judge(Proved, Team, false) && !judge(Team, Proved, false) && !judge(Typed, Proved, false));
    }
}
