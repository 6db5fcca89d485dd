//! Who has a coach, who coaches, and who arranges it. Rank opens no pair: the program reads who coaches whom, and
//! counts.
//! Permits are made here and nowhere else.

use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_programs::{InSeason, Permit, Role};

/// Leave to read and do what is one's own, as someone of the cohort, as a coach, or as both. Statements look after
/// whose pair it is, and each side opens to whoever is on it now, signed in as it asks for.
pub struct Own {
    season: Id,
    person: Id,
    is_coach: bool,
    is_member: bool,
}

impl Own {
    pub fn season(&self) -> &Id {
        &self.season
    }

    pub fn person(&self) -> &Id {
        &self.person
    }

    /// As whom statements find a coach's pairs: nobody's where one is none.
    pub fn coach(&self) -> &str {
        if self.is_coach { self.person.as_str() } else { "" }
    }

    /// The same for those of a member.
    pub fn member(&self) -> &str {
        if self.is_member { self.person.as_str() } else { "" }
    }

    /// For the demo, whose people do what they did at the time.
    pub fn at_the_terminal(_: &Terminal, season: &Id, person: &Id) -> Self {
        Self { season: season.clone(), person: person.clone(), is_coach: true, is_member: true }
    }
}

pub fn may_own(s: &InSeason) -> Option<Own> {
    let (is_coach, is_member) = (s.is(&[Role::Coach]), s.is(&[Role::Participant]));
    let person = s.actor_id().filter(|_| s.season.has_members() && (is_coach || is_member))?;
    Some(Own { season: s.season.id.clone(), person: person.clone(), is_coach, is_member })
}

impl Permit for Own {
    fn of(s: &InSeason) -> Option<Self> {
        may_own(s)
    }
}

/// Leave to say who one is as a coach.
pub struct Coaching {
    season: Id,
    person: Id,
}

/// Leave to arrange coaching for a season, and to sign for the program.
pub struct Arrange {
    season: Id,
    person: Id,
}

macro_rules! of_someone {
    ($permit:ident, $rule:ident, $roles:expr) => {
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
        }

        pub fn $rule(s: &InSeason) -> Option<$permit> {
            let person = s.actor_id().filter(|_| s.season.has_members() && s.is(&$roles))?;
            Some($permit { season: s.season.id.clone(), person: person.clone() })
        }

        impl Permit for $permit {
            fn of(s: &InSeason) -> Option<Self> {
                $rule(s)
            }
        }
    };
}

of_someone!(Coaching, may_coach, [Role::Coach]);
of_someone!(Arrange, may_arrange, [Role::Lead, Role::CoLead]);

/// Whether the page has anything for whoever asks: a coach begins there, the cohort once the program has.
pub fn may_open(s: &InSeason) -> bool {
    may_coach(s).is_some() || (may_own(s).is_some() && s.season.has_coaching)
}
