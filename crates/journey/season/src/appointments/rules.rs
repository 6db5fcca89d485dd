//! Who takes appointments, who books them, and whose one is. Rank opens none. Permits are made here and nowhere else.

use super::store::KeyHolder;
use crate::busy::rules::HOSTS;
use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_programs::{InSeason, Permit, Role};

/// Leave to say when one can be met, as someone of the season's team.
pub struct Take {
    season: Id,
    person: Id,
}

/// Leave to book, as someone of the cohort.
pub struct Book {
    season: Id,
    person: Id,
}

/// Leave to read, move and cancel what is one's own, as a host, as a guest, or as both. Each side opens to whoever is
/// on it now, signed in as it asks for.
pub struct Own {
    season: Id,
    person: Id,
    is_host: bool,
    is_guest: bool,
}

macro_rules! of_someone {
    ($permit:ident) => {
        impl $permit {
            pub fn season(&self) -> &Id {
                &self.season
            }

            pub fn person(&self) -> &Id {
                &self.person
            }

            /// For the demo, whose people do what they did at the time.
            pub fn at_the_terminal(_: &Terminal, season: &Id, person: &Id) -> Self {
                Self { season: season.clone(), person: person.clone() }
            }

            fn by(s: &InSeason, roles: &[Role]) -> Option<Self> {
                let person = s.actor_id().filter(|_| s.season.has_members() && s.is(roles))?;
                Some(Self { season: s.season.id.clone(), person: person.clone() })
            }
        }
    };
}

of_someone!(Take);
of_someone!(Book);

impl Own {
    pub fn season(&self) -> &Id {
        &self.season
    }

    pub fn person(&self) -> &Id {
        &self.person
    }

    /// As whom statements find what a host has: nobody where one is none.
    pub fn host(&self) -> &str {
        if self.is_host { self.person.as_str() } else { "" }
    }

    /// The same for what a guest has.
    pub fn guest(&self) -> &str {
        if self.is_guest { self.person.as_str() } else { "" }
    }

    /// For the demo, whose people do what they did at the time.
    pub fn at_the_terminal(_: &Terminal, season: &Id, person: &Id) -> Self {
        Self { season: season.clone(), person: person.clone(), is_host: true, is_guest: true }
    }

    /// For whoever holds the link of one appointment: it is this person's, as a guest.
    pub(super) fn by_link(key: &KeyHolder) -> Self {
        Self { season: key.season_id.clone(), person: key.guest_id.clone(), is_host: false, is_guest: true }
    }
}

pub fn may_take(s: &InSeason) -> Option<Take> {
    Take::by(s, &HOSTS)
}

pub fn may_book(s: &InSeason) -> Option<Book> {
    Book::by(s, &[Role::Participant])
}

pub fn may_own(s: &InSeason) -> Option<Own> {
    let (is_host, is_guest) = (s.is(&HOSTS), s.is(&[Role::Participant]));
    let person = s.actor_id().filter(|_| s.season.has_members() && (is_host || is_guest))?;
    Some(Own { season: s.season.id.clone(), person: person.clone(), is_host, is_guest })
}

/// Whether the page has anything for whoever asks: the team can always begin, the cohort once someone has.
pub fn may_open(s: &InSeason) -> bool {
    may_take(s).is_some() || (may_book(s).is_some() && s.season.takes_appointments)
}

impl Permit for Take {
    fn of(s: &InSeason) -> Option<Self> {
        may_take(s)
    }
}

impl Permit for Book {
    fn of(s: &InSeason) -> Option<Self> {
        may_book(s)
    }
}

impl Permit for Own {
    fn of(s: &InSeason) -> Option<Self> {
        may_own(s)
    }
}
