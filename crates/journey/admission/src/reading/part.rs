//! What this slice is to the rest of the house.

use super::{pages, rules};
use weft_kernel::keeps::Keeps;
use weft_kernel::sql;
use weft_programs::part::{Entry, Group, Part};

pub const PART: Part = Part {
    name: "reading",
    routes: pages::routes,
    entries: &[
        Entry::new((Group::Applications, 3), "readers", "place-readers", |s| rules::may_run(s).is_some()),
        Entry::new((Group::Reading, 1), "reading", "place-reading", |s| rules::may_read(s).is_some()),
    ],
    keeps: Keeps {
        own_data: &[
            (
                "reader_ties",
                sql!(
                    "SELECT s.name AS season, t.ties AS ties, t.at AS at
                    FROM reader_ties t
                    JOIN season s ON s.id = t.season_id
                    WHERE t.reader_id = $1
                    ORDER BY t.at"
                ),
            ),
            (
                "reader_conflicts",
                sql!(
                    "SELECT a.external_id AS number, c.found AS found, c.reason AS reason, c.at AS at
                    FROM reader_conflict c
                    JOIN application a ON a.id = c.application_id
                    WHERE c.reader_id = $1
                    ORDER BY c.at"
                ),
            ),
            (
                "reads",
                sql!(
                    "SELECT a.external_id AS number, g.assigned_at AS assigned_at, g.finished_at AS finished_at,
                        r.comment AS comment, r.minutes AS minutes
                    FROM assignment g
                    JOIN application a ON a.id = g.application_id
                    LEFT JOIN read r ON r.application_id = g.application_id AND r.reader_id = g.reader_id
                    WHERE g.reader_id = $1
                    ORDER BY g.assigned_at, a.external_id"
                ),
            ),
            (
                "read_notes",
                sql!(
                    "SELECT a.external_id AS number, n.text AS text, n.at AS at
                    FROM read_note n
                    JOIN application a ON a.id = n.application_id
                    WHERE n.by_id = $1
                    ORDER BY n.at"
                ),
            ),
        ],
        stays: &[
            ("assignment", "who reads what, until the season is over"),
            ("read", "a judgment on an application, which goes with that application"),
            ("reader_conflict", "goes with the application that it is about"),
            ("reader_ties", "whoever reads has a role, and a record with a role is not erased with an application"),
        ],
        ..Keeps::NOTHING
    },
    told: &[
        "calibration.set",
        "conflict.declared",
        "reading.changed",
        "reading.closed",
        "reads.assigned",
        "reads.returned",
        "rubric.changed",
    ],
    ..Part::EMPTY
};
