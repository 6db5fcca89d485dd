//! What this slice is to the rest of the house.

use super::{acts, model, pages, rules};
use weft_kernel::db::OneOf;
use weft_kernel::keeps::Keeps;
use weft_programs::part::{Entry, Group, Part};

pub const PART: Part = Part {
    name: "group_emails",
    routes: pages::routes,
    keeps: Keeps {
        stays: &[("letter_recipient", "whom an email went to, by ids that lead to nobody")],
        ..Keeps::NOTHING
    },
    entries: &[Entry::new((Group::Applications, 6), "group-emails", "place-letters", |s| {
        rules::may_write(s).is_some()
    })],
    told: &["letter.composed", "letter.discarded", "letter.sent"],
    one_of: &[OneOf { columns: &["letter.group_name"], words: &model::GROUPS }],
    emails: &[&acts::GROUP],
    ..Part::EMPTY
};
