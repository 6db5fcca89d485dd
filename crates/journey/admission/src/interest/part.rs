//! What this slice is to the rest of the house.

use super::{acts, pages};
use weft_kernel::db::OneOf;
use weft_kernel::i18n::Lang;
use weft_kernel::keeps::Keeps;
use weft_kernel::sql;
use weft_programs::part::Part;
use weft_web::chore;

pub const PART: Part = Part {
    name: "interest",
    routes: pages::routes,
    keeps: Keeps {
        forget: &[
            sql!(
                "DELETE FROM interest_told
                WHERE interest_id IN (
                    SELECT i.id
                    FROM interest i
                    JOIN contact_point c ON c.norm = i.email_norm AND c.kind = 'email' AND c.is_apart = 0
                    WHERE c.person_id = $1
                )"
            ),
            sql!(
                "DELETE FROM interest_key
                WHERE interest_id IN (
                    SELECT i.id
                    FROM interest i
                    JOIN contact_point c ON c.norm = i.email_norm AND c.kind = 'email' AND c.is_apart = 0
                    WHERE c.person_id = $1
                )"
            ),
            sql!(
                "DELETE FROM interest
                WHERE email_norm IN (
                    SELECT norm
                    FROM contact_point
                    WHERE person_id = $1 AND kind = 'email' AND is_apart = 0
                )"
            ),
        ],
        own_data: &[(
            "interests",
            sql!(
                "SELECT g.name AS program, i.name AS name, i.email AS email, i.scope AS scope,
                    i.source AS source, i.at AS at, i.confirmed_at AS confirmed_at
                FROM interest i
                JOIN program g ON g.id = i.program_id
                WHERE i.confirmed_at IS NOT NULL
                    AND i.email_norm IN (
                        SELECT norm
                        FROM contact_point
                        WHERE person_id = $1
                            AND kind = 'email'
                            AND until IS NULL
                            AND is_apart = 0
                            AND proved_at IS NOT NULL
                    )
                ORDER BY i.at"
            ),
        )],
        ..Keeps::NOTHING
    },
    seldom: &[chore!("old wishes to hear of a call", acts::forget_old), chore!("news of open calls", acts::tell)],
    one_of: &[OneOf { columns: &["interest.language"], words: Lang::NAMES }],
    emails: &[&acts::CALL_OPEN],
    ..Part::EMPTY
};
