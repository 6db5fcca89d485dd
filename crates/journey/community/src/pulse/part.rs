//! What this slice is to the rest of the house.

use super::{acts, pages, rules};
use weft_kernel::ids::Id;
use weft_kernel::keeps::Keeps;
use weft_kernel::{Kernel, sql};
use weft_people::rules::OwnRecord;
use weft_programs::part::{Entry, Group, Part};
use weft_programs::todo::{ForPerson, Waiting};
use weft_web::chore;

pub const PART: Part = Part {
    name: "pulse",
    routes: pages::routes,
    entries: &[Entry::new((Group::Cohort, 6), "pulse", "place-pulse", |s| rules::may_see(s).is_some())],
    keeps: Keeps {
        forget: &[sql!("DELETE FROM anonymous_mark WHERE person_id = $1")],
        took_part: &[sql!("SELECT COUNT(*) FROM anonymous_mark WHERE person_id = $1")],
        own_data: &[(
            "pulses_answered",
            sql!(
                "SELECT s.name AS season, p.opened_at AS opened_at
                FROM anonymous_mark m
                JOIN pulse p ON p.id = m.topic
                JOIN season s ON s.id = p.season_id
                WHERE m.person_id = $1
                ORDER BY p.opened_at"
            ),
        )],
        ..Keeps::NOTHING
    },
    seldom: &[chore!("pulses", acts::sweep)],
    told: &["pulse.closed", "pulse.opened"],
    for_person: FOR_PERSON,
    ..Part::EMPTY
};

const FOR_PERSON: &[ForPerson] = &[ForPerson {
    key: "todo-pulse",
    is_staff: false,
    is_done: Some(is_said),
    presses: &[],
    find: sql!(
        "SELECT '/s/' || s.slug || '/pulse#' || p.id AS path, CAST(1 AS BIGINT) AS n, '' AS name_en, '' AS name_es,
                m.name || ' · ' || s.name AS season, p.closes_at AS due, CAST(NULL AS TEXT) AS due_on,
                s.zone AS due_zone
            FROM taking_part k
            JOIN pulse p ON p.season_id = k.season_id AND p.closes_at > $2
            JOIN season s ON s.id = k.season_id
            JOIN program m ON m.id = s.program_id
            LEFT JOIN anonymous_mark a ON a.topic = p.id AND a.person_id = k.person_id
            WHERE k.person_id = $1 AND a.person_id IS NULL
            ORDER BY p.closes_at"
    ),
}];

/// Whether their answer waits in memory for others, to be written with them.
fn is_said(kernel: &Kernel, own: &OwnRecord, waiting: &Waiting) -> bool {
    let pulse = waiting.path.rsplit('#').next().and_then(Id::parse);
    pulse.is_some_and(|id| kernel.anonymous.has(&id, own.person()))
}
