//! What this slice is to the rest of the house.

use super::{model, pages, reminders, rules};
use weft_kernel::keeps::Keeps;
use weft_kernel::sql;
use weft_programs::part::{Entry, Group, Part};
use weft_web::chore;

pub const PART: Part = Part {
    name: "selection",
    routes: pages::routes,
    entries: &[
        Entry::new((Group::Selection, 1), "selection", "place-selection", |s| rules::may_see(s).is_some()),
        Entry::new((Group::Selection, 3), "invitations", "place-invitations", |s| rules::may_see(s).is_some()),
    ],
    keeps: Keeps {
        own_data: &[(
            "invitations",
            sql!(
                "SELECT a.external_id AS number, i.created_at AS created_at, i.expires_at AS expires_at,
                    n.answer AS answer, n.note AS note, n.at AS answered_at
                FROM invitation i
                JOIN application a ON a.id = i.application_id
                LEFT JOIN invitation_answer n ON n.invitation_id = i.id
                WHERE a.person_id = $1
                ORDER BY i.created_at"
            ),
        )],
        ..Keeps::NOTHING
    },
    often: &[chore!("reminders of invitations", reminders::send)],
    told: &[
        "filling.declared",
        "goals.set",
        "invitation.accepted",
        "invitation.declined",
        "invitation.made",
        "mark.aside",
        "mark.lifted",
        "mark.locked",
        "selection.confirmed",
        "selection.run",
        "values.merged",
        "values.parted",
    ],
    one_of: &[model::Outcome::SET, model::Answer::SET, model::MarkKind::SET, model::FillingRule::SET],
    ..Part::EMPTY
};
