//! What this slice is to the rest of the house.

use super::{acts, emails, model, pages, rules};
use weft_kernel::keeps::Keeps;
use weft_kernel::sql;
use weft_programs::part::Part;
use weft_programs::todo::{ForPerson, ForTeam};
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
    for_person: FOR_PERSON,
    for_team: FOR_TEAM,
    emails: &[&emails::ASK, &emails::SETTLED],
    ..Part::EMPTY
};

const FOR_PERSON: &[ForPerson] = &[ForPerson {
    key: "todo-travel",
    is_staff: false,
    is_done: None,
    presses: &[],
    find: sql!(
        "SELECT '/s/' || s.slug || '/gatherings/' || g.number || '/travel' AS path, CAST(1 AS BIGINT) AS n,
                g.title_en AS name_en, g.title_es AS name_es,
                m.name || ' · ' || s.name AS season, MIN(x.starts_at) AS due, CAST(NULL AS TEXT) AS due_on,
                s.zone AS due_zone
            FROM taking_part k
            JOIN gathering g ON g.season_id = k.season_id AND g.published_at IS NOT NULL AND g.cancelled_at IS NULL
            JOIN sitting x ON x.gathering_id = g.id AND x.removed_at IS NULL AND x.starts_at > $2
            JOIN season s ON s.id = k.season_id AND s.access_contact_id IS NOT NULL
            JOIN program m ON m.id = s.program_id
            LEFT JOIN logistics_sheet l ON l.gathering_id = g.id AND l.person_id = k.person_id
            LEFT JOIN gathering_answer a ON a.gathering_id = g.id AND a.person_id = k.person_id
            WHERE k.person_id = $1 AND g.format <> 'online' AND l.person_id IS NULL AND COALESCE(a.answer, '') <> 'no'
            GROUP BY g.id, g.number, g.title_en, g.title_es, s.slug, s.name, s.zone, m.name
            HAVING MIN(x.starts_at) <= $2 + 7776000000000
            ORDER BY MIN(x.starts_at)"
    ),
}];

const FOR_TEAM: &[ForTeam] = &[ForTeam {
    key: "todo-money",
    is_seen: |s| rules::may_arrange(s).is_some(),
    find: sql!(
        "SELECT 'gatherings/' || g.number || '/logistics' AS path, COUNT(*) AS n, g.title_en AS name_en,
                g.title_es AS name_es,
                '' AS season, CAST(NULL AS BIGINT) AS due, CAST(NULL AS TEXT) AS due_on, '' AS due_zone
            FROM reimbursement r
            JOIN gathering g ON g.id = r.gathering_id
            JOIN season s ON s.id = g.season_id AND s.access_contact_id = r.told_to
            WHERE g.season_id = $1 AND r.state = 'asked' AND r.at <= $2
            GROUP BY g.id, g.number, g.title_en, g.title_es
            ORDER BY g.number"
    ),
}];
