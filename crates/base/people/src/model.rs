//! Who someone is and how surely we know it.

use weft_kernel::clock::Time;
use weft_kernel::i18n::Lang;
use weft_kernel::ids::Id;
use weft_kernel::{one_of, row};

row! {
    /// Someone to write to.
    pub struct Addressee { person_id: Id, name: String, email: String, language: String, zone: Option<String> }
}

/// What someone is asked about when they accept a seat: whether the public page may show it.
pub const ASKED: [&str; 5] = ["name", "role_title", "organization", "photo", "bio"];

/// The fields a member may agree to show on the public page.
pub const PUBLISH: [&str; 11] = [
    "photo",
    "name",
    "pronouns",
    "organization",
    "collaborative",
    "role_title",
    "bio",
    "region",
    "issue_area",
    "role_level",
    "years_in_role",
];

one_of! {
    /// How someone proved who they are.
    pub enum Strength in "sign_in.strength" {
        /// A link or code sent to their address: enough for applicants and participants.
        Link = "link",
        /// Password and second factor.
        TwoFactors = "two-factors",
        /// A link printed by the demo, which stands for two factors there and nowhere else.
        Demo = "demo",
    }
}

one_of! {
    /// What someone is reached by.
    pub enum ContactKind in "contact_point.kind" {
        Email = "email",
        Phone = "phone",
    }
}

impl Strength {
    /// Whether it opens roles that see other people's records.
    pub fn opens_staff_roles(self) -> bool {
        self != Self::Link
    }

    /// Whether a sign-in of this strength still lives now: neither silent for too long nor too old.
    pub fn is_living(self, created_at: Time, seen_at: Time, now: Time) -> bool {
        let (idle, absolute) = self.lifetime_seconds();
        now <= seen_at.plus_seconds(idle) && now <= created_at.plus_seconds(absolute)
    }

    /// Longest silence and longest life of a sign-in, in days (idle in half days).
    pub fn lifetime_seconds(self) -> (i64, i64) {
        match self {
            Self::Link => (30 * 86_400, 90 * 86_400),
            Self::TwoFactors | Self::Demo => (43_200, 30 * 86_400),
        }
    }
}

/// Someone signed in, on this request.
#[derive(Clone, Debug)]
pub struct Actor {
    pub person_id: Id,
    pub sign_in_id: Id,
    pub name: String,
    /// What they are called when spoken to: the given name, or the whole where there is none.
    pub first_name: String,
    pub lang: Lang,
    /// The zone she wants to read times in, an IANA name.
    pub zone: Option<String>,
    pub strength: Strength,
    /// When she last showed her second factor, or followed her link.
    pub proved_at: Time,
    /// Whether they hold the role of owner. What it opens is for the rules to say, which ask for two factors.
    pub is_owner: bool,
}

impl Actor {
    /// The zone to tell times in that are of no season: the person's own, or the usual one.
    pub fn zone(&self) -> &str {
        self.zone.as_deref().unwrap_or(weft_kernel::zone::USUAL_ZONE)
    }

    /// Whether a grave act needs no other proof now. Demo links have none to ask for, and a link's holder holds no
    /// role that could do grave things to others.
    pub fn is_fresh(&self, now: Time) -> bool {
        self.strength != Strength::TwoFactors || now <= self.proved_at.plus_seconds(600)
    }
}

row! {
    pub struct Person {
        id: Id,
        given_name: String,
        family_name: String,
        display_name: String,
        pronunciation: Option<String>,
        pronouns: Option<String>,
        language: String, bio: Option<String>, is_listed: bool
    }
}

impl Person {
    pub fn lang(&self) -> Lang {
        Lang::parse(&self.language).unwrap_or_default()
    }
}

row! {
    pub struct ContactPoint {
        id: Id,
        kind: ContactKind,
        value: String,
        is_primary: bool,
        since: Time,
        until: Option<Time>,
        bounced_at: Option<Time>,
    }
}

row! {
    pub struct Affiliation {
        id: Id,
        organization_name: String,
        title: String,
        since: Option<String>,
        until: Option<String>,
    }
}

row! {
    pub struct SignIn { id: Id, strength: Strength, created_at: Time, seen_at: Time, agent: String }
}

row! {
    pub struct SelfDescription { field: String, value: String }
}

/// What a person may say of herself. All optional, in her own words, never read by staff by name.
pub const IDENTITY_FIELDS: [&str; 3] = ["race_ethnicity", "gender", "tribal_nations"];

/// A person about to be recorded.
#[derive(Clone, Debug, Default)]
pub struct NewPerson {
    pub given_name: String,
    pub family_name: String,
    pub pronunciation: Option<String>,
    pub pronouns: Option<String>,
    pub lang: Lang,
    pub email: String,
    pub phone: Option<String>,
    pub is_demo: bool,
}

impl NewPerson {
    /// The name to show: given and family name, or the one there is.
    pub fn display_name(&self) -> String {
        shown(&self.given_name, &self.family_name)
    }
}

/// Given and family name as one, or the one there is.
pub fn shown(given: &str, family: &str) -> String {
    format!("{} {}", given.trim(), family.trim()).trim().to_owned()
}

/// Addresses are compared without case, and without what cannot be seen.
pub fn norm_email(email: &str) -> String {
    weft_kernel::mail::norm(email)
}

/// A handler that takes an `Actor` is for people who are signed in; for others there is nothing there.
impl<S: Send + Sync> axum::extract::FromRequestParts<S> for Actor {
    type Rejection = weft_web::Error;

    async fn from_request_parts(parts: &mut axum::http::request::Parts, _: &S) -> Result<Self, Self::Rejection> {
        parts.extensions.get::<Self>().cloned().ok_or(weft_web::Error::NotFound)
    }
}

impl<S: Send + Sync> axum::extract::OptionalFromRequestParts<S> for Actor {
    type Rejection = weft_web::Error;

    async fn from_request_parts(
        parts: &mut axum::http::request::Parts,
        _: &S,
    ) -> Result<Option<Self>, Self::Rejection> {
        Ok(parts.extensions.get::<Self>().cloned())
    }
}
