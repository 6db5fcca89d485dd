//! Kinds of emails, as slices declare them.

use std::sync::OnceLock;

use crate::part::{self, Part};
use crate::{InSeason, Role, Season};

/// When in a season an email goes out. The order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Moment {
    Team,
    Applying,
    Reviewing,
    Deciding,
    Registering,
    Gathering,
    Group,
}

impl Moment {
    pub fn name(self) -> &'static str {
        match self {
            Self::Team => "team",
            Self::Applying => "applying",
            Self::Reviewing => "reviewing",
            Self::Deciding => "deciding",
            Self::Registering => "registering",
            Self::Gathering => "gathering",
            Self::Group => "group",
        }
    }
}

/// Who gets an email.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    Applicants,
    Reviewers,
    Members,
    Registrants,
    /// Whoever takes part, as a member or by registration.
    TakingPart,
    Leads,
    /// People who may not be known here.
    Others,
}

impl Audience {
    /// Their roles in a season: two, where one counts twice if there is only one.
    pub fn roles(self) -> [&'static str; 2] {
        let (first, second) = match self {
            Self::Applicants => (Role::Applicant, Role::Applicant),
            Self::Reviewers => (Role::Reviewer, Role::Reviewer),
            Self::Members => (Role::Participant, Role::Applicant),
            Self::Registrants => (Role::Registrant, Role::Registrant),
            Self::TakingPart => (Role::Participant, Role::Registrant),
            Self::Leads | Self::Others => (Role::Lead, Role::CoLead),
        };
        [first.name(), second.name()]
    }
}

/// Something that stands for each person's own: `{name}` in a text. Its texts are `email-field-NAME`, what it means,
/// and `email-sample-NAME`, an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    pub name: &'static str,
    /// The text must hold it, in both languages.
    pub is_needed: bool,
    /// It may be empty: then its paragraph is left out.
    pub may_be_empty: bool,
}

impl Field {
    pub const fn new(name: &'static str) -> Self {
        Self { name, is_needed: false, may_be_empty: false }
    }

    pub const fn needed(name: &'static str) -> Self {
        Self { name, is_needed: true, may_be_empty: false }
    }

    pub const fn maybe(name: &'static str) -> Self {
        Self { name, is_needed: false, may_be_empty: true }
    }

    /// As it stands in a text.
    pub fn braced(&self) -> String {
        format!("{{{}}}", self.name)
    }

    /// What every email offers.
    pub const COMMON: [Self; 3] = [Self::new("season"), Self::new("program"), Self::new("email")];
}

/// A kind of email. Its texts are `email-KEY`, its name; `email-KEY-when`, when it goes and to whom; and the default
/// text: `email-KEY-subject`, `email-KEY-body`, and `email-KEY-button` where it has one.
#[derive(Debug)]
pub struct EmailKind {
    pub key: &'static str,
    pub at: (Moment, u8),
    /// Kinds of program that send it; none for all.
    pub programs: &'static [&'static str],
    pub to: Audience,
    pub fields: &'static [Field],
    pub has_button: bool,
    /// What follows below the signature is not the team's to change: `email-KEY-after` says what it is.
    pub has_after: bool,
    /// It is written on a page of its own each time, below the season's path; empty for the others.
    pub written_at: &'static str,
    /// Whether it has a default text.
    pub has_text: bool,
}

impl EmailKind {
    pub const USUAL: Self = Self {
        key: "",
        at: (Moment::Group, 0),
        programs: &[],
        to: Audience::Others,
        fields: &[],
        has_button: true,
        has_after: false,
        written_at: "",
        has_text: true,
    };

    /// Its own fields, then those that every email offers.
    pub fn offered(&self) -> impl Iterator<Item = Field> + '_ {
        self.fields.iter().copied().chain(Field::COMMON)
    }

    /// Whether whoever asks may open the page on which it is written.
    pub fn opens(&self, s: &InSeason) -> bool {
        part::entries().iter().find(|e| e.path == self.written_at).is_none_or(|e| (e.is_seen)(s))
    }

    pub fn field(&self, name: &str) -> Option<Field> {
        self.offered().find(|f| f.name == name)
    }

    /// The key of one of its texts: `subject`, `body`, `button`, `when`, `after`.
    pub fn message(&self, part: &str) -> String {
        format!("email-{}-{part}", self.key)
    }
}

static ALL: OnceLock<Vec<&'static EmailKind>> = OnceLock::new();

pub(crate) fn install(parts: &'static [&'static Part]) {
    ALL.get_or_init(|| {
        let mut all: Vec<&EmailKind> = parts.iter().flat_map(|p| p.emails.iter().copied()).collect();
        all.sort_by_key(|k| k.at);
        all
    });
}

/// Every kind there is, in the order of a season.
pub fn all() -> &'static [&'static EmailKind] {
    ALL.get().map_or(&[], Vec::as_slice)
}

/// The kinds that a season of this kind of program sends.
pub fn of_season(season: &Season) -> impl Iterator<Item = &'static EmailKind> {
    all().iter().copied().filter(|k| k.programs.is_empty() || k.programs.contains(&season.program_kind.as_str()))
}

pub fn find(season: &Season, key: &str) -> Option<&'static EmailKind> {
    of_season(season).find(|k| k.key == key)
}
