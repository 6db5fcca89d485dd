//! Programs, seasons, roles.

use super::look::Shown;
use weft_kernel::clock::Time;
use weft_kernel::db::OneOf;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
use weft_kernel::{one_of, row};
use weft_people::address::Mailed;

one_of! {
    /// What a person is in a season, apart from her job. One person may hold several.
    pub enum Role in "held_role.role" {
        Owner = "owner",
        Lead = "program-lead",
        CoLead = "co-lead",
        Facilitator = "facilitator",
        Coach = "coach",
        Reviewer = "reviewer",
        Evaluator = "evaluator",
        Advisor = "advisor",
        Funder = "funder",
        Participant = "participant",
        Applicant = "applicant",
        Registrant = "registrant",
        Faculty = "faculty",
        Support = "support",
        Employer = "employer-contact",
        Alum = "alum",
    }
}

impl Role {
    /// As they are given: that someone takes part is on record as a seat or a registration.
    pub const GIVEN: OneOf = OneOf {
        columns: &["role.role", "staff_invitation.role"],
        words: &[
            "owner",
            "program-lead",
            "co-lead",
            "facilitator",
            "coach",
            "reviewer",
            "evaluator",
            "advisor",
            "funder",
            "applicant",
            "faculty",
            "support",
            "employer-contact",
            "alum",
        ],
    };

    /// Roles that open other people's records: only with password and second factor.
    pub fn needs_two_factors(self) -> bool {
        matches!(
            self,
            Self::Owner
                | Self::Lead
                | Self::CoLead
                | Self::Facilitator
                | Self::Coach
                | Self::Reviewer
                | Self::Evaluator
        )
    }

    /// Roles that are given by hand, by mail to an address.
    pub fn is_invited(self) -> bool {
        !matches!(self, Self::Owner | Self::Participant | Self::Applicant | Self::Registrant | Self::Alum)
    }

    /// Roles that stand on the public team and advisor page.
    pub fn is_public(self) -> bool {
        matches!(
            self,
            Self::Lead
                | Self::CoLead
                | Self::Facilitator
                | Self::Coach
                | Self::Evaluator
                | Self::Advisor
                | Self::Faculty
                | Self::Support
        )
    }
}

impl Role {
    /// Where the role's work in a season begins.
    pub fn door(self, season: &str) -> Option<String> {
        match self {
            Self::Owner | Self::Lead | Self::CoLead | Self::Facilitator | Self::Evaluator | Self::Advisor => {
                Some(format!("/s/{season}"))
            }
            Self::Participant | Self::Registrant | Self::Coach | Self::Faculty | Self::Support => {
                Some(format!("/s/{season}/gatherings"))
            }
            Self::Reviewer => Some(format!("/s/{season}/reviews")),
            Self::Funder => Some(format!("/s/{season}/pool-report")),
            _ => None,
        }
    }
}

pub const KINDS: [&str; 5] = ["cohort", "lab", "course", "webinar", "event"];

row! {
    pub struct Program {
        id: Id,
        slug: String,
        kind: String,
        name: String,
        summary: String,
        summary_es: String,
        funder_credit: String,
        funder_credit_es: String,
        disclaimer: String,
        disclaimer_es: String,
        support_name: String,
        support_email: String,
        support_phone: Option<String>,
        look: Shown,
    }
}

row! {
    /// A season with what its pages show of its program.
    pub struct Season {
        id: Id,
        program_id: Id,
        slug: String,
        name: String,
        label: Option<String>,
        starts_on: String,
        ends_on: String,
        seats: i64,
        seats_taken: i64,
        zone: String,
        is_pilot: bool,
        eligibility_text: String,
        eligibility_text_es: String,
        priority_text: String,
        priority_text_es: String,
        program_slug: String,
        program_name: String,
        program_kind: String,
        funder_credit: String,
        funder_credit_es: String,
        disclaimer: String,
        disclaimer_es: String,
        support_name: String,
        support_email: String,
        support_phone: Option<String>,
        /// The one person who sees access needs, if one is named.
        access_contact_id: Option<Id>,
        /// Since when published texts differ about its dates.
        unconfirmed_at: Option<Time>,
        look: Shown,
        /// Whether people apply for it: there is a form, or an application.
        has_pool: bool,
        /// Whether anyone of its team said when they can be met.
        takes_appointments: bool,
        /// Whether the program said how coaching goes.
        has_coaching: bool,
    }
}

/// A text in the reader's language, or in the other where it was not written.
fn said<'t>(t: Tr, en: &'t str, es: &'t str) -> &'t str {
    let (first, second) = if t.0 == Lang::Es { (es, en) } else { (en, es) };
    if first.is_empty() { second } else { first }
}

impl Program {
    /// What it is for.
    pub fn about(&self, t: &Tr) -> &str {
        said(*t, &self.summary, &self.summary_es)
    }

    /// Who pays for it.
    pub fn credit(&self, t: &Tr) -> &str {
        said(*t, &self.funder_credit, &self.funder_credit_es)
    }

    /// Whose views these are.
    pub fn disclaims(&self, t: &Tr) -> &str {
        said(*t, &self.disclaimer, &self.disclaimer_es)
    }
}

impl Season {
    /// Who can apply.
    pub fn eligibility(&self, t: &Tr) -> &str {
        said(*t, &self.eligibility_text, &self.eligibility_text_es)
    }

    /// Who comes first.
    pub fn priority(&self, t: &Tr) -> &str {
        said(*t, &self.priority_text, &self.priority_text_es)
    }

    /// Who pays for it.
    pub fn credit(&self, t: &Tr) -> &str {
        said(*t, &self.funder_credit, &self.funder_credit_es)
    }

    /// Whose views these are.
    pub fn disclaims(&self, t: &Tr) -> &str {
        said(*t, &self.disclaimer, &self.disclaimer_es)
    }

    /// Texts that applicants read and that stand in one language alone.
    pub fn one_sided(&self) -> Vec<&str> {
        let both = [
            (&self.eligibility_text, &self.eligibility_text_es),
            (&self.priority_text, &self.priority_text_es),
            (&self.funder_credit, &self.funder_credit_es),
            (&self.disclaimer, &self.disclaimer_es),
        ];
        both.into_iter()
            .filter(|(en, es)| en.is_empty() != es.is_empty())
            .map(|(en, es)| if en.is_empty() { es.as_str() } else { en.as_str() })
            .collect()
    }

    /// Whether people apply and are chosen: always for a cohort, for other kinds where there is a form.
    pub fn chooses(&self) -> bool {
        self.program_kind == "cohort" || self.has_pool
    }

    /// Whether its team can begin to take applications: a lab may, what anyone joins by registering does not.
    pub fn may_choose(&self) -> bool {
        self.chooses() || self.program_kind == "lab"
    }

    /// Whether people join by registering.
    pub fn registers(&self) -> bool {
        self.program_kind != "cohort"
    }

    /// Whether it has members with seats.
    pub fn has_members(&self) -> bool {
        self.program_kind == "cohort" || self.seats_taken > 0
    }

    /// The path of a page of this season.
    pub fn path(&self, page: &str) -> String {
        if page.is_empty() { format!("/s/{}", self.slug) } else { format!("/s/{}/{page}", self.slug) }
    }

    /// `Program · Season`, as at the top of its pages.
    pub fn title(&self) -> String {
        format!("{} · {}", self.program_name, self.name)
    }
}

row! { pub struct Objective { id: Id, title: String, text: String } }
row! {
    pub struct Element {
        id: Id,
        kind: String,
        title: String,
        planned: i64,
        attendance_rule: String,
        budget_cents: Option<i64>,
    }
}
row! { pub struct Term { term: String, definition: String } }
row! { pub struct Contact { purpose: String, name: String, title: String, email: String } }
row! { pub struct ListItem { value: String, is_health: bool } }
row! { pub struct Host { name: String } }
row! { pub struct HeldRole { id: Id, person_id: Id, display_name: String, role: Role, since: Time } }

impl HeldRole {
    /// Whether this role lets someone read what people need: one that asks for two factors, so that they can open the
    /// page, and that reads no applications without names.
    pub fn may_arrange_access(&self) -> bool {
        self.role.needs_two_factors() && self.role != Role::Reviewer
    }
}

row! {
    pub struct PublicPerson {
        person_id: Id,
        display_name: String,
        pronouns: Option<String>,
        role: Role,
        title: Option<String>,
        organization_name: Option<String>,
        bio: Option<String>,
        photo: Option<Id>,
    }
}
/// Someone on the public team page, with everything they are there.
#[derive(Clone, Debug)]
pub struct Listed {
    pub person: PublicPerson,
    pub roles: Vec<Role>,
}

impl Listed {
    /// What they are, in words.
    pub fn said(&self, t: &Tr) -> String {
        let words: Vec<String> = self.roles.iter().map(|r| t.t(&format!("role-{r}"))).collect();
        words.join(" · ")
    }
}

row! {
    pub struct StaffInvitation {
        id: Id,
        mailed_to: Mailed,
        name: String,
        season_id: Option<Id>,
        season_slug: Option<String>,
        role: Role,
        expires_at: Time,
    }
}
row! {
    pub struct OpenCall {
        season_slug: String,
        program_name: String,
        season_name: String,
        zone: String,
        closes_at: Time,
    }
}
row! {
    /// A program that can come after another.
    pub struct Next {
        slug: String,
        name: String,
        summary: String,
        summary_es: String,
        note_en: String,
        note_es: String,
    }
}

impl Next {
    /// What it is in this order for, or what it is.
    pub fn said(&self, t: &Tr) -> &str {
        let note = said(*t, &self.note_en, &self.note_es);
        if note.is_empty() { said(*t, &self.summary, &self.summary_es) } else { note }
    }
}

row! { pub struct OpenOffer { season_slug: String, season_name: String, zone: String, closes_on: String } }
row! {
    pub struct SeasonOfProgram {
        season_slug: String,
        season_name: String,
        starts_on: String,
        is_unconfirmed: bool,
        /// Whether everyone can read who its cohort is.
        is_out: bool,
    }
}
row! {
    pub struct MySeason {
        season_slug: String,
        season_name: String,
        program_name: String,
        role: Role,
        starts_on: String,
    }
}
