//! What this slice is to the rest of the house.

use super::{pages, rules};
use weft_kernel::keeps::Keeps;
use weft_programs::part::{Entry, Group, Part};
use weft_programs::{InSeason, Role};

pub const PART: Part = Part {
    name: "report",
    routes: pages::routes,
    keeps: Keeps {
        stays: &[("theme_coding", "how the team counted an answer, which goes with the application")],
        ..Keeps::NOTHING
    },
    entries: &[
        Entry::new((Group::Report, 1), "pool-report", "place-report", |s| {
            s.season.chooses() && rules::may_see(s, None).is_some() && !runs(s)
        }),
        Entry::new((Group::Applications, 5), "pool-report", "place-report", |s| {
            s.season.chooses() && rules::may_see(s, None).is_some() && runs(s)
        }),
    ],
    told: &["codebook.removed", "codebook.written"],
    ..Part::EMPTY
};

/// Whoever runs a season finds the report beside its applications.
fn runs(s: &InSeason) -> bool {
    s.is(&[Role::Owner, Role::Lead, Role::CoLead])
}
