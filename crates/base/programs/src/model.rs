//! Programs, seasons, roles.

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

pub const KINDS: [&str; 5] = ["cohort", "lab", "course", "webinar", "event"];

row! {
    pub struct Program {
        id: Id,
        slug: String,
        kind: String,
        name: String,
        summary: String,
        funder_credit: String,
        disclaimer: String,
        support_name: String,
        support_email: String,
        support_phone: Option<String>,
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
        priority_text: String,
        program_slug: String,
        program_name: String,
        program_kind: String,
        funder_credit: String,
        disclaimer: String,
        support_name: String,
        support_email: String,
        support_phone: Option<String>,
        /// The one person who sees access needs, if one is named.
        access_contact_id: Option<Id>,
        /// Since when published texts differ about its dates.
        unconfirmed_at: Option<Time>
    }
}

impl Season {
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
        display_name: String,
        pronouns: Option<String>,
        role: Role,
        title: Option<String>,
        organization_name: Option<String>,
        bio: Option<String>,
        photo: Option<Id>,
    }
}
row! {
    pub struct StaffInvitation {
        id: Id,
        mailed_to: Mailed,
        name: String,
        season_id: Option<Id>,
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
    pub struct Next { slug: String, name: String, summary: String, note_en: String, note_es: String }
}

impl Next {
    /// What it is in this order for, or what it is.
    pub fn said(&self, t: &Tr) -> &str {
        let (first, second) =
            if t.0 == Lang::Es { (&self.note_es, &self.note_en) } else { (&self.note_en, &self.note_es) };
        [first, second, &self.summary].into_iter().find(|s| !s.is_empty()).map_or("", |s| s.as_str())
    }
}

row! { pub struct OpenOffer { season_slug: String, season_name: String, zone: String, closes_on: String } }
row! {
    pub struct SeasonOfProgram { season_slug: String, season_name: String, starts_on: String, is_unconfirmed: bool }
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
