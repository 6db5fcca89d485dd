//! What this slice is to the rest of the house.

use super::{model, pages, rules};
use weft_kernel::db::OneOf;
use weft_kernel::keeps::Keeps;
use weft_kernel::sql;
use weft_programs::part::{Entry, Group, Part};

pub const PART: Part = Part {
    name: "library",
    routes: pages::routes,
    entries: &[
        Entry::new((Group::Library, 1), "library", "place-library", |s| rules::may_read(s).is_some()),
        Entry::new((Group::Library, 3), "library-lists", "place-library-lists", |s| rules::may_keep(s).is_some()),
    ],
    keeps: Keeps {
        forget: &[sql!("DELETE FROM reflection WHERE person_id = $1")],
        took_part: &[sql!("SELECT COUNT(*) FROM reflection WHERE person_id = $1")],
        own_data: &[(
            "reflections",
            sql!(
                "SELECT c.title_en AS worksheet, r.answers AS answers, r.at AS at, r.changed_at AS changed_at
                FROM reflection r
                JOIN card c ON c.id = r.card_id
                WHERE r.person_id = $1
                ORDER BY r.at"
            ),
        )],
        ..Keeps::NOTHING
    },
    told: &[
        "card.changed",
        "card.made",
        "card.published",
        "card.removed",
        "card.withdrawn",
        "library.begun",
        "library.lists",
        "library.protocols-added",
    ],
    one_of: &[
        OneOf { columns: &["card.kind"], words: &model::KINDS },
        OneOf {
            columns: &["card.licence"],
            words: &[
                "",
                "own",
                "public-domain",
                "cc0",
                "cc-by",
                "cc-by-sa",
                "cc-by-nc",
                "cc-by-nc-sa",
                "permission",
                "linked",
            ],
        },
        OneOf { columns: &["card.posture"], words: &["", "any", "seated", "standing", "lying", "moving"] },
        OneOf { columns: &["card.eyes"], words: &["", "either", "open"] },
        OneOf { columns: &["card.list"], words: &["", "skills", "topics", "ecosystem"] },
    ],
    ..Part::EMPTY
};
