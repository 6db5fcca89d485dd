//! What this slice is to the rest of the house.

use super::{acts, model, pages};
use weft_kernel::keeps::Keeps;
use weft_kernel::sql;
use weft_programs::part::Part;
use weft_web::chore;

pub const PART: Part = Part {
    name: "logistics",
    routes: pages::routes,
    keeps: Keeps {
        forget: &[
            sql!("DELETE FROM logistics_sheet WHERE person_id = $1"),
            sql!("UPDATE reimbursement SET what = '', reason = '' WHERE person_id = $1"),
        ],
        took_part: &[
            sql!("SELECT COUNT(*) FROM logistics_sheet WHERE person_id = $1"),
            sql!("SELECT COUNT(*) FROM reimbursement WHERE person_id = $1"),
        ],
        own_data: &[
            (
                "logistics",
                sql!(
                    "SELECT g.title_en AS gathering, l.arrives_on AS arrives_on, l.arrives AS arrives,
                        l.departs_on AS departs_on, l.departs AS departs, l.nights AS nights, l.room AS room,
                        l.diet AS diet, l.access AS access, l.care AS care, l.emergency_name AS emergency_name,
                        l.emergency_phone AS emergency_phone, l.note AS note, l.at AS at
                    FROM logistics_sheet l
                    JOIN gathering g ON g.id = l.gathering_id
                    WHERE l.person_id = $1
                    ORDER BY l.at"
                ),
            ),
            (
                "reimbursements",
                sql!(
                    "SELECT g.title_en AS gathering, r.cents AS cents, r.what AS what, r.state AS state,
                        r.reason AS reason, r.at AS at, r.settled_at AS settled_at
                    FROM reimbursement r
                    JOIN gathering g ON g.id = r.gathering_id
                    WHERE r.person_id = $1
                    ORDER BY r.at"
                ),
            ),
        ],
        ..Keeps::NOTHING
    },
    seldom: &[chore!("travel of gatherings long over", acts::sweep)],
    told: &["logistics.asked", "logistics.erased", "logistics.exported", "reimbursement.settled"],
    one_of: &[model::MoneyState::SET],
    ..Part::EMPTY
};
