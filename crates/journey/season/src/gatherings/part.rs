//! What this slice is to the rest of the house.

use super::{emails, model, pages, reminders, rules, undoing};
use weft_kernel::db::OneOf;
use weft_kernel::keeps::Keeps;
use weft_kernel::sql;
use weft_programs::part::{Entry, Group, Part};
use weft_programs::setup::Step;
use weft_programs::todo::{ForPerson, ForTeam, Press};
use weft_web::chore;

pub const PART: Part = Part {
    name: "gatherings",
    routes: pages::routes,
    entries: &[
        Entry::new((Group::Gatherings, 1), "gatherings", "place-gatherings", |s| rules::may_see(s).is_some()),
        Entry::new((Group::Gatherings, 2), "season-plan", "place-season-plan", |s| rules::may_run(s).is_some()),
        Entry::new((Group::Gatherings, 3), "sources", "place-sources", |s| rules::may_plan(s).is_some()),
        Entry::new((Group::Library, 2), "curriculum", "place-curriculum", |s| {
            weft_programs::rules::may_see(&s.season, &s.roles).is_some()
        }),
    ],
    keeps: Keeps {
        forget: &[
            sql!("DELETE FROM calendar_key WHERE person_id = $1"),
            sql!("DELETE FROM sitting_place WHERE person_id = $1 AND state = 'waiting'"),
            sql!("UPDATE gathering_answer SET note = '' WHERE person_id = $1"),
            sql!("UPDATE attendance SET how = '' WHERE person_id = $1"),
            sql!("DELETE FROM report_change WHERE person_id = $1"),
        ],
        join: &[
            sql!(
                "UPDATE sitting_place
                SET person_id = $2
                WHERE person_id = $1
                    AND NOT EXISTS (
                        SELECT 1
                        FROM sitting_place o
                        WHERE o.person_id = $2
                            AND o.gathering_id = sitting_place.gathering_id
                            AND o.part = sitting_place.part
                    )"
            ),
            sql!(
                "UPDATE attendance
                SET person_id = $2
                WHERE person_id = $1
                    AND NOT EXISTS (
                        SELECT 1
                        FROM attendance o
                        WHERE o.person_id = $2
                            AND o.gathering_id = attendance.gathering_id
                            AND o.part = attendance.part
                    )"
            ),
            sql!(
                "UPDATE report_change
                SET person_id = $2
                WHERE person_id = $1
                    AND NOT EXISTS (
                        SELECT 1
                        FROM report_change o
                        WHERE o.person_id = $2 AND o.report_id = report_change.report_id
                    )"
            ),
            sql!("DELETE FROM report_change WHERE person_id = $1"),
            sql!(
                "UPDATE calendar_turn
                SET person_id = $2
                WHERE person_id = $1
                    AND NOT EXISTS (
                        SELECT 1
                        FROM calendar_turn o
                        WHERE o.person_id = $2 AND o.sitting_id = calendar_turn.sitting_id
                    )"
            ),
            sql!(
                "UPDATE season_welcome
                SET person_id = $2
                WHERE person_id = $1
                    AND NOT EXISTS (
                        SELECT 1
                        FROM season_welcome o
                        WHERE o.person_id = $2 AND o.season_id = season_welcome.season_id
                    )"
            ),
        ],
        took_part: &[
            sql!("SELECT COUNT(*) FROM attendance WHERE person_id = $1"),
            sql!("SELECT COUNT(*) FROM sitting_place WHERE person_id = $1"),
            sql!("SELECT COUNT(*) FROM gathering_answer WHERE person_id = $1"),
        ],
        own_data: &[
            (
                "calendar_addresses",
                sql!("SELECT made_at, revoked_at FROM calendar_key WHERE person_id = $1 ORDER BY made_at"),
            ),
            (
                "gathering_answers",
                sql!(
                    "SELECT s.name AS season, g.title_en AS gathering, a.answer AS answer, a.note AS note, a.at AS at
                    FROM gathering_answer a
                    JOIN gathering g ON g.id = a.gathering_id
                    JOIN season s ON s.id = g.season_id
                    WHERE a.person_id = $1
                    ORDER BY a.at"
                ),
            ),
            (
                "gathering_places",
                sql!(
                    "SELECT s.name AS season, g.title_en AS gathering, t.starts_at AS starts_at, p.state AS state,
                        p.at AS at
                    FROM sitting_place p
                    JOIN sitting t ON t.id = p.sitting_id
                    JOIN gathering g ON g.id = p.gathering_id
                    JOIN season s ON s.id = g.season_id
                    WHERE p.person_id = $1
                    ORDER BY p.at"
                ),
            ),
            (
                "attendance",
                sql!(
                    "SELECT s.name AS season, g.title_en AS gathering, a.part AS part, a.state AS state,
                        a.source AS source, a.first_at AS first_at, a.last_at AS last_at, a.minutes AS minutes,
                        a.how AS how, a.at AS at
                    FROM attendance a
                    JOIN gathering g ON g.id = a.gathering_id
                    JOIN season s ON s.id = g.season_id
                    WHERE a.person_id = $1
                    ORDER BY a.at"
                ),
            ),
            (
                "attendance_imports",
                sql!(
                    "SELECT r.taken_at AS imported_at, c.was AS before, c.became AS after, c.state AS state
                    FROM report_change c
                    JOIN meeting_report r ON r.id = c.report_id
                    WHERE c.person_id = $1
                    ORDER BY r.taken_at"
                ),
            ),
        ],
        stays: &[("calendar_turn", "a number that calendars compare"), ("season_welcome", "that a letter was sent")],
    },
    often: &[
        chore!("invitations of those who came late", reminders::welcome_late),
        chore!("reminders", reminders::send),
    ],
    seldom: &[chore!("reports of meetings", reminders::forget_reports)],
    told: &[
        "attendance.marked",
        "curriculum.changed",
        "gathering.cancelled",
        "gathering.cards",
        "gathering.changed",
        "gathering.copied",
        "gathering.discarded",
        "gathering.made",
        "gathering.published",
        "gathering.recording",
        "mix.set",
        "report.read",
        "report.taken",
        "report.undone",
        "rsvp.reminded",
        "season.confirmed",
        "sitting.opened",
        "source.added",
        "source.settled",
    ],
    one_of: &[
        model::PlaceState::SET,
        model::Answer::SET,
        model::Came::SET,
        model::Source::SET,
        undoing::Fate::SET,
        OneOf { columns: &["gathering.kind"], words: &model::KINDS },
        OneOf { columns: &["gathering.format"], words: &model::FORMATS },
        OneOf { columns: &["segment.kind"], words: &model::BLOCKS },
        OneOf { columns: &["person.reminders"], words: &reminders::CHOICES },
        OneOf { columns: &["sitting_reminder.kind"], words: &["day", "hour"] },
    ],
    for_person: FOR_PERSON,
    for_team: FOR_TEAM,
    private_todos: &[],
    setup: SETUP,
    emails: &[
        &emails::NEW,
        &emails::CHOOSE,
        &emails::OPENED,
        &emails::CHANGED,
        &emails::OFF,
        &emails::LEFT,
        &emails::REMIND_DAY,
        &emails::REMIND_HOUR,
        &emails::REMIND_RSVP,
        &emails::CONFIRMED,
    ],
    calendar: &[],
};

const RSVP_YES: Press = Press { below: "/answer", field: "answer", value: "yes", label: "rsvp-yes" };
const RSVP_NO: Press = Press { below: "/answer", field: "answer", value: "no", label: "rsvp-no" };

const FOR_PERSON: &[ForPerson] = &[
    ForPerson {
        key: "todo-choose",
        is_staff: false,
        is_done: None,
        presses: &[],
        find: sql!(
            "SELECT '/s/' || s.slug || '/gatherings/' || g.number AS path, COUNT(DISTINCT x.part) AS n,
                g.title_en AS name_en, g.title_es AS name_es,
                m.name || ' · ' || s.name AS season, MIN(x.starts_at) AS due, CAST(NULL AS TEXT) AS due_on,
                s.zone AS due_zone
            FROM taking_part k
            JOIN gathering g ON g.season_id = k.season_id AND g.published_at IS NOT NULL AND g.cancelled_at IS NULL
            JOIN sitting x ON x.gathering_id = g.id AND x.removed_at IS NULL AND x.starts_at > $2
            JOIN season s ON s.id = k.season_id
            JOIN program m ON m.id = s.program_id
            LEFT JOIN sitting_place p ON p.gathering_id = g.id AND p.part = x.part AND p.person_id = k.person_id
            WHERE k.person_id = $1
                AND p.person_id IS NULL
                AND (
                    x.capacity IS NOT NULL
                        OR EXISTS (
                            SELECT 1
                            FROM sitting o
                            WHERE o.gathering_id = x.gathering_id
                                AND o.part = x.part
                                AND o.id <> x.id
                                AND o.removed_at IS NULL
                        )
                )
            GROUP BY g.id, g.number, g.title_en, g.title_es, s.slug, s.name, s.zone, m.name
            ORDER BY MIN(x.starts_at)"
        ),
    },
    ForPerson {
        key: "todo-answer",
        is_staff: false,
        is_done: None,
        presses: &[RSVP_YES, RSVP_NO],
        find: sql!(
            "SELECT '/s/' || s.slug || '/gatherings/' || g.number || '#answer' AS path, CAST(1 AS BIGINT) AS n,
                g.title_en AS name_en, g.title_es AS name_es,
                m.name || ' · ' || s.name AS season, MIN(x.starts_at) AS due, CAST(NULL AS TEXT) AS due_on,
                s.zone AS due_zone
            FROM taking_part k
            JOIN gathering g ON g.season_id = k.season_id AND g.published_at IS NOT NULL AND g.cancelled_at IS NULL
            JOIN sitting x ON x.gathering_id = g.id AND x.removed_at IS NULL AND x.starts_at > $2
            JOIN season s ON s.id = k.season_id
            JOIN program m ON m.id = s.program_id
            LEFT JOIN gathering_answer a ON a.gathering_id = g.id AND a.person_id = k.person_id
            WHERE k.person_id = $1 AND a.person_id IS NULL
            GROUP BY g.id, g.number, g.title_en, g.title_es, s.slug, s.name, s.zone, m.name
            HAVING MIN(x.starts_at) <= $2 + 1209600000000
            ORDER BY MIN(x.starts_at)"
        ),
    },
];

const FOR_TEAM: &[ForTeam] = &[
    ForTeam {
        key: "todo-dates",
        is_seen: |s| rules::may_plan(s).is_some(),
        find: sql!(
            "SELECT 'sources' AS path, CAST(1 AS BIGINT) AS n, '' AS name_en, '' AS name_es,
                '' AS season, CAST(NULL AS BIGINT) AS due, CAST(NULL AS TEXT) AS due_on, s.zone AS due_zone
            FROM season s
            WHERE s.id = $1 AND s.unconfirmed_at <= $2"
        ),
    },
    // Within two weeks, once people had three days to answer or only three are left; not for a day after a reminder.
    ForTeam {
        key: "todo-unanswered",
        is_seen: |s| rules::may_run(s).is_some(),
        find: sql!(
            "WITH soon AS (
                SELECT x.gathering_id AS gathering_id, MIN(x.starts_at) AS at, MIN(x.zone) AS zone
                FROM sitting x
                WHERE x.removed_at IS NULL
                GROUP BY x.gathering_id
                HAVING MIN(x.starts_at) > $2 AND MIN(x.starts_at) <= $2 + 1209600000000
            )
            SELECT 'gatherings/' || g.number || '#remind' AS path, COUNT(*) AS n, g.title_en AS name_en,
                g.title_es AS name_es, '' AS season, o.at AS due, CAST(NULL AS TEXT) AS due_on, o.zone AS due_zone
            FROM soon o
            JOIN gathering g ON g.id = o.gathering_id
            JOIN taking_part k ON k.season_id = g.season_id
            LEFT JOIN gathering_answer a ON a.gathering_id = g.id AND a.person_id = k.person_id
            WHERE g.season_id = $1
                AND g.published_at IS NOT NULL
                AND (g.published_at <= $2 - 259200000000 OR o.at <= $2 + 259200000000)
                AND g.cancelled_at IS NULL
                AND a.person_id IS NULL
                AND NOT EXISTS (
                    SELECT 1
                    FROM event e
                    WHERE e.subject_id = g.id AND e.verb = 'rsvp.reminded' AND e.at > $2 - 72000000000
                )
            GROUP BY g.id, g.number, g.title_en, g.title_es, o.at, o.zone
            ORDER BY o.at"
        ),
    },
    ForTeam {
        key: "todo-needs",
        is_seen: |s| rules::may_run(s).is_some(),
        find: sql!(
            "SELECT 'gatherings/' || g.number AS path, COUNT(DISTINCT a.person_id) AS n, g.title_en AS name_en,
                g.title_es AS name_es,
                '' AS season, MIN(x.starts_at) AS due, CAST(NULL AS TEXT) AS due_on, MIN(x.zone) AS due_zone
            FROM gathering g
            JOIN sitting x ON x.gathering_id = g.id AND x.removed_at IS NULL AND x.starts_at > $2
            JOIN gathering_answer a ON a.gathering_id = g.id AND a.answer = 'need'
            JOIN taking_part k ON k.season_id = g.season_id AND k.person_id = a.person_id
            WHERE g.season_id = $1 AND g.published_at IS NOT NULL AND g.cancelled_at IS NULL
            GROUP BY g.id, g.number, g.title_en, g.title_es
            HAVING MIN(x.starts_at) <= $2 + 2592000000000
            ORDER BY MIN(x.starts_at)"
        ),
    },
    ForTeam {
        key: "todo-attendance",
        is_seen: |s| rules::may_run(s).is_some(),
        find: sql!(
            "SELECT 'gatherings/' || g.number || '/attendance/' || MIN(x.part) AS path, CAST(1 AS BIGINT) AS n,
                g.title_en AS name_en, g.title_es AS name_es,
                '' AS season, MAX(x.starts_at) AS due, CAST(NULL AS TEXT) AS due_on, MIN(x.zone) AS due_zone
            FROM gathering g
            JOIN sitting x ON x.gathering_id = g.id AND x.removed_at IS NULL
            WHERE g.season_id = $1
                AND g.published_at IS NOT NULL
                AND g.cancelled_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM attendance a WHERE a.gathering_id = g.id)
                AND EXISTS (SELECT 1 FROM taking_part k WHERE k.season_id = g.season_id)
            GROUP BY g.id, g.number, g.title_en, g.title_es
            HAVING MAX(x.starts_at + x.minutes * 60000000) <= $2
                AND MAX(x.starts_at) > $2 - 2592000000000
            ORDER BY MAX(x.starts_at)"
        ),
    },
];

const SETUP: &[Step] = &[Step {
    at: 7,
    name: "gatherings",
    kinds: &[],
    path: "gatherings",
    also: "",
    is_pressed: false,
    is_seen: |s| rules::may_plan(s).is_some(),
    done: sql!("SELECT COUNT(*) FROM gathering g WHERE g.season_id = $1 AND g.published_at IS NOT NULL"),
}];
