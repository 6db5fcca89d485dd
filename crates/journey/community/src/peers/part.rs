//! What this slice is to the rest of the house.

use super::pages;
use weft_kernel::keeps::Keeps;
use weft_kernel::sql;
use weft_programs::part::Part;
use weft_programs::todo::ForPerson;

pub const PART: Part = Part {
    name: "peers",
    routes: pages::routes,
    keeps: Keeps {
        forget: &[
            sql!("DELETE FROM peer_word WHERE from_id = $1 OR to_id = $1"),
            sql!("DELETE FROM peer_season WHERE person_id = $1"),
            sql!("DELETE FROM peer WHERE person_id = $1"),
        ],
        took_part: &[
            sql!("SELECT COUNT(*) FROM peer WHERE person_id = $1"),
            sql!("SELECT COUNT(*) FROM peer_word WHERE from_id = $1 OR to_id = $1"),
        ],
        own_data: &[
            ("found_by_peers", sql!("SELECT place, issues, talk, at FROM peer WHERE person_id = $1")),
            (
                "found_by_people_of",
                sql!(
                    "SELECT s.name AS season
                    FROM peer_season c
                    JOIN season s ON s.id = c.season_id
                    WHERE c.person_id = $1
                    ORDER BY s.starts_on, s.id"
                ),
            ),
            (
                "peer_words",
                sql!(
                    "SELECT p.display_name AS name, w.text AS text, w.at AS at,
                        CASE WHEN w.to_id = $1 OR w.answer = 'yes' THEN w.answer END AS answer
                    FROM peer_word w
                    JOIN person p ON p.id = CASE WHEN w.from_id = $1 THEN w.to_id ELSE w.from_id END
                    WHERE w.from_id = $1 OR w.to_id = $1
                    ORDER BY w.at"
                ),
            ),
        ],
        ..Keeps::NOTHING
    },
    one_of: &[super::Answer::SET],
    for_person: FOR_PERSON,
    private_todos: &["todo-message"],
    ..Part::EMPTY
};

const FOR_PERSON: &[ForPerson] = &[ForPerson {
    key: "todo-message",
    is_staff: false,
    is_done: None,
    presses: &[],
    find: sql!(
        "SELECT '/peers' AS path, COUNT(*) AS n, '' AS name_en, '' AS name_es,
                '' AS season, CAST(NULL AS BIGINT) AS due, CAST(NULL AS TEXT) AS due_on, '' AS due_zone
            FROM peer_word w
            WHERE w.to_id = $1 AND w.answer IS NULL AND w.at <= $2
            HAVING COUNT(*) > 0"
    ),
}];
