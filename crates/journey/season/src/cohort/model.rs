//! Members and what they agreed to show.

use std::collections::{BTreeMap, BTreeSet};

use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_kernel::row;

row! {
    /// A member as staff see her: from her application, without answers, identity or contact.
    pub struct Member {
        id: Id,
        person_id: Id,
        external_id: String,
        display_name: String,
        pronouns: Option<String>,
        organization: Option<String>,
        collaborative: Option<String>,
        role_title: Option<String>,
        role_level: Option<String>,
        region: Option<String>,
        state: Option<String>,
        setting: Option<String>,
        scope: Option<String>,
        body_type: Option<String>,
        primary_issue_area: Option<String>,
        other_issue_areas: Option<String>,
        health_focus: Option<String>,
        years_in_role: Option<f64>,
        language: String,
        joined_at: Time,
        photo: Option<Id>,
        /// A few lines of their own.
        bio: Option<String>,
        /// Whether they said what of theirs is shown, whatever they said.
        has_answered: bool,
    }
}

row! {
    /// That the public page is out, or from when on it will be.
    pub struct Release { id: Id, public_at: Time }
}

row! {
    /// A member as other members see her.
    pub struct Named {
        person_id: Id,
        name: String,
        pronouns: Option<String>,
        team: Option<String>,
        photo: Option<Id>,
    }
}

row! { pub struct ShownPhoto { person_id: Id, is_public: bool } }

/// What each person agreed to show, by person.
pub type Consents = BTreeMap<String, BTreeSet<String>>;

impl Member {
    /// Whether she agreed to show a field.
    pub fn agrees(&self, consents: &Consents, field: &str) -> bool {
        consents.get(self.person_id.as_str()).is_some_and(|c| c.contains(field))
    }

    /// Her issue areas, the first one first.
    pub fn issue_areas(&self) -> BTreeSet<String> {
        let others = self.other_issue_areas.iter().flat_map(|o| o.split('|')).map(str::trim);
        self.primary_issue_area
            .iter()
            .map(String::as_str)
            .chain(others)
            .filter(|v| !v.is_empty())
            .map(str::to_owned)
            .collect()
    }
}
