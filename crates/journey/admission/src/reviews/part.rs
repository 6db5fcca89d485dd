//! What this slice is to the rest of the house.

use super::{conversations, letters, pages, reminders, rules};
use weft_kernel::db::OneOf;
use weft_kernel::i18n::Lang;
use weft_kernel::keeps::Keeps;
use weft_kernel::sql;
use weft_programs::part::{Entry, Group, Part};
use weft_programs::setup::Step;
use weft_programs::todo::{ForPerson, ForTeam};
use weft_web::chore;

pub const PART: Part = Part {
    name: "reviews",
    routes: pages::routes,
    entries: &[
        Entry::new((Group::Applications, 3), "reviewers", "place-readers", |s| {
            s.season.chooses() && rules::may_run(s).is_some()
        }),
        Entry::new((Group::Reading, 1), "reviews", "place-reading", |s| rules::may_read(s).is_some()),
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
                "reader_languages",
                sql!(
                    "SELECT s.name AS season, l.language AS language
                    FROM reader_language l
                    JOIN season s ON s.id = l.season_id
                    WHERE l.reader_id = $1
                    ORDER BY s.name, l.language"
                ),
            ),
            (
                "reader_conflict_answers",
                sql!(
                    "SELECT s.name AS season, c.named AS named, c.other AS other, c.is_same AS is_same, c.at AS at
                    FROM conflict_answer c
                    JOIN season s ON s.id = c.season_id
                    WHERE c.reader_id = $1
                    ORDER BY c.at"
                ),
            ),
            (
                "reader_reminders",
                sql!(
                    "SELECT s.name AS season, m.due_on AS due_on, m.at AS at
                    FROM reader_reminder m
                    JOIN season s ON s.id = m.season_id
                    WHERE m.reader_id = $1
                    ORDER BY m.at"
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
                    FROM stage_assignment g
                    JOIN application a ON a.id = g.application_id
                    LEFT JOIN stage_read r ON r.application_id = g.application_id
                        AND r.reader_id = g.reader_id
                        AND r.stage = g.stage
                    WHERE g.reader_id = $1
                    ORDER BY g.assigned_at, a.external_id"
                ),
            ),
            (
                "conversations",
                sql!(
                    "SELECT n.name AS season, v.starts_at AS starts_at, v.minutes AS minutes, v.place AS place,
                        v.canceled_at AS canceled_at
                    FROM conversation v
                    JOIN stage_assignment s ON s.id = v.assignment_id
                    JOIN application a ON a.id = s.application_id
                    JOIN season n ON n.id = s.season_id
                    WHERE s.reader_id = $1 OR a.person_id = $1
                    ORDER BY v.starts_at"
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
            ("conflict_answer", "goes with what a reviewer declared"),
            ("reader_language", "goes with what a reviewer declared"),
            ("reader_reminder", "says only that someone with a role was written to"),
            ("stage_calibration", "which application is read first, by its id"),
            ("reader_ties", "whoever reads has a role, and a record with a role is not erased with an application"),
        ],
        ..Keeps::NOTHING
    },
    often: &[
        chore!("reminders to reviewers", reminders::send),
        chore!("conversations that will not happen", conversations::cancel_off),
    ],
    one_of: &[OneOf { columns: &["reader_language.language"], words: Lang::NAMES }],
    told: &[
        "calibration.set",
        "conflict.answered",
        "conflict.declared",
        "conversation.canceled",
        "conversation.set",
        "reading.changed",
        "reading.closed",
        "reading.reopened",
        "reads.assigned",
        "reads.returned",
        "rubric.changed",
    ],
    for_person: FOR_PERSON,
    for_team: FOR_TEAM,
    setup: SETUP,
    emails: &[&letters::ASSIGNED, &letters::DUE, &letters::TALK, &letters::TALK_OFF, &letters::TALK_WITHDRAWN],
    ..Part::EMPTY
};

const FOR_PERSON: &[ForPerson] = &[
    ForPerson {
        key: reminders::TODO,
        is_staff: true,
        is_done: None,
        presses: &[],
        find: sql!(
            "SELECT '/s/' || s.slug || '/reviews' AS path, COUNT(*) AS n, '' AS name_en, '' AS name_es,
                m.name || ' · ' || s.name AS season, CAST(NULL AS BIGINT) AS due, g.due_on AS due_on,
                s.zone AS due_zone
            FROM assignment x
            JOIN reading g ON g.season_id = x.season_id AND g.opened_at <= $2 AND g.closed_at IS NULL
            JOIN season s ON s.id = x.season_id
            JOIN program m ON m.id = s.program_id
            WHERE x.reader_id = $1 AND x.finished_at IS NULL AND x.returned_at IS NULL
            GROUP BY s.slug, s.name, s.zone, m.name, g.due_on
            ORDER BY g.due_on, s.slug"
        ),
    },
    ForPerson {
        key: "todo-changed-reviews",
        is_staff: true,
        is_done: None,
        presses: &[],
        find: sql!(
            "SELECT '/s/' || s.slug || '/reviews' AS path, COUNT(*) AS n, '' AS name_en, '' AS name_es,
                m.name || ' · ' || s.name AS season, CAST(NULL AS BIGINT) AS due, g.due_on AS due_on,
                s.zone AS due_zone
            FROM assignment x
            JOIN read d ON d.season_id = x.season_id AND d.external_id = x.id AND d.state = 'counted'
            JOIN application a ON a.id = x.application_id AND a.changed_at > d.submitted_at
            JOIN reading g ON g.season_id = x.season_id AND g.opened_at <= $2 AND g.closed_at IS NULL
            JOIN season s ON s.id = x.season_id
            JOIN program m ON m.id = s.program_id
            WHERE x.reader_id = $1
                AND x.returned_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM withdrawal v WHERE v.application_id = a.id)
            GROUP BY s.slug, s.name, s.zone, m.name, g.due_on
            ORDER BY g.due_on, s.slug"
        ),
    },
];

const FOR_TEAM: &[ForTeam] = &[
    ForTeam {
        key: "todo-outstanding",
        is_seen: |s| rules::may_run(s).is_some(),
        find: sql!(
            "SELECT 'reviewers' AS path, COUNT(*) AS n, '' AS name_en, '' AS name_es,
                '' AS season, CAST(NULL AS BIGINT) AS due, g.due_on AS due_on, s.zone AS due_zone
            FROM assignment x
            JOIN reading g ON g.season_id = x.season_id AND g.opened_at <= $2 AND g.closed_at IS NULL
            JOIN season s ON s.id = x.season_id
            WHERE x.season_id = $1 AND x.finished_at IS NULL AND x.returned_at IS NULL
            GROUP BY s.zone, g.due_on"
        ),
    },
    ForTeam {
        key: "todo-close-reviews",
        is_seen: |s| rules::may_run(s).is_some(),
        find: sql!(
            "SELECT 'reviewers' AS path, COUNT(*) AS n, '' AS name_en, '' AS name_es,
                '' AS season, CAST(NULL AS BIGINT) AS due, CAST(NULL AS TEXT) AS due_on, '' AS due_zone
            FROM assignment x
            JOIN reading g ON g.season_id = x.season_id AND g.opened_at <= $2 AND g.closed_at IS NULL
            WHERE x.season_id = $1 AND x.returned_at IS NULL
            HAVING COUNT(*) > 0
                AND COUNT(*) = COUNT(x.finished_at)
                AND NOT EXISTS (
                    SELECT 1
                    FROM application a
                    JOIN in_stage i ON i.application_id = a.id
                    JOIN application_state t ON t.application_id = a.id AND t.state IN ('eligible', 'undecided', 'late')
                    JOIN reading r ON r.season_id = a.season_id
                    WHERE a.season_id = $1
                        AND (
                            SELECT COUNT(*)
                            FROM assignment l
                            WHERE l.application_id = a.id AND l.returned_at IS NULL
                        ) < r.reads_each + CASE
                            WHEN (
                                SELECT MAX(m.mean) - MIN(m.mean)
                                FROM read_mean m
                                WHERE m.application_id = a.id
                            ) >= r.wide_gap THEN 1
                            ELSE 0
                            END
                )"
        ),
    },
    // Everything that was assigned is done, and some applications still need a reviewer.
    ForTeam {
        key: "todo-assign-more",
        is_seen: |s| rules::may_run(s).is_some(),
        find: sql!(
            "SELECT 'reviewers' AS path, COUNT(*) AS n, '' AS name_en, '' AS name_es,
                '' AS season, CAST(NULL AS BIGINT) AS due, CAST(NULL AS TEXT) AS due_on, '' AS due_zone
            FROM application a
            JOIN in_stage i ON i.application_id = a.id
            JOIN application_state t ON t.application_id = a.id AND t.state IN ('eligible', 'undecided', 'late')
            JOIN reading g ON g.season_id = a.season_id AND g.opened_at <= $2 AND g.closed_at IS NULL
            WHERE a.season_id = $1
                AND EXISTS (SELECT 1 FROM assignment y WHERE y.season_id = $1 AND y.finished_at IS NOT NULL)
                AND NOT EXISTS (
                    SELECT 1
                    FROM assignment x
                    WHERE x.season_id = $1 AND x.finished_at IS NULL AND x.returned_at IS NULL
                )
                AND (
                    SELECT COUNT(*)
                    FROM assignment l
                    WHERE l.application_id = a.id AND l.returned_at IS NULL
                ) < g.reads_each + CASE
                    WHEN (SELECT MAX(m.mean) - MIN(m.mean) FROM read_mean m WHERE m.application_id = a.id)
                        >= g.wide_gap THEN 1
                    ELSE 0
                    END
            HAVING COUNT(*) > 0"
        ),
    },
];

const SETUP: &[Step] = &[Step {
    at: 5,
    name: "rubric",
    kinds: &["cohort"],
    path: "rubric",
    also: "",
    is_pressed: false,
    is_seen: |s| rules::may_run(s).is_some(),
    done: sql!(
        "SELECT (SELECT COUNT(*) FROM stage_criterion c WHERE c.season_id = $1)
                + (SELECT COUNT(*) FROM stage_read r WHERE r.season_id = $1)"
    ),
}];
