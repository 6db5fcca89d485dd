//! What this slice is to the rest of the house.

use super::model::{Became, EndedBy, Kind, Side, Wish};
use super::{emails, ending, feedback, group_letters, groups, pages, rules};
use weft_kernel::ids::Id;
use weft_kernel::keeps::Keeps;
use weft_kernel::{Kernel, sql};
use weft_people::rules::OwnRecord;
use weft_programs::part::{Entry, Group, Part};
use weft_programs::setup::Step;
use weft_programs::todo::{ForPerson, ForTeam, Waiting};
use weft_web::chore;

pub const PART: Part = Part {
    name: "coaching",
    routes: pages::routes,
    entries: &[
        Entry::new((Group::Cohort, 2), "coaching", "place-coaching", rules::may_open),
        Entry::new((Group::Cohort, 2), "coaching/program", "place-coaching-program", |s| {
            rules::may_arrange(s).is_some()
        }),
    ],
    keeps: Keeps {
        // A pair stays without their name until the other was told; the chores end it. What a coach is paid for stays.
        forget: &[
            // What was written of someone goes with them, whoever wrote it.
            sql!(
                "DELETE FROM coaching_note
                WHERE pair_id IN (SELECT id FROM coaching_pair WHERE member_id = $1 OR coach_id = $1)"
            ),
            sql!("DELETE FROM coaching_note WHERE by_id = $1"),
            sql!(
                "DELETE FROM coach_note
                WHERE pair_id IN (SELECT id FROM coaching_pair WHERE member_id = $1 OR coach_id = $1)"
            ),
            sql!("DELETE FROM coach_note WHERE person_id = $1"),
            sql!("DELETE FROM coach_lock WHERE person_id = $1"),
            sql!("UPDATE coaching_signature SET person_id = NULL, name = '' WHERE person_id = $1"),
            sql!("UPDATE coaching_pair SET member_id = NULL WHERE member_id = $1"),
            sql!("UPDATE coaching_pair SET coach_id = NULL WHERE coach_id = $1"),
            sql!("UPDATE coaching_text SET by_id = NULL WHERE by_id = $1"),
            sql!("DELETE FROM coach WHERE person_id = $1"),
            sql!("DELETE FROM coaching_wish WHERE person_id = $1 OR coach_id = $1"),
            // What they shared is counted no more from the next count on.
            sql!(
                "UPDATE coaching_theme_count SET gone = gone + 1
                WHERE season_id IN (
                    SELECT x.season_id
                    FROM coaching_theme_share x
                    WHERE x.person_id = $1 AND x.is_counted = 1
                )"
            ),
            sql!("DELETE FROM coaching_theme_share WHERE person_id = $1"),
            // A group goes on without its coach's name until the chores end it. What it is paid for stays.
            sql!("DELETE FROM coaching_group_member WHERE person_id = $1"),
            sql!("UPDATE coaching_group SET coach_id = NULL WHERE coach_id = $1"),
        ],
        took_part: &[
            sql!("SELECT COUNT(*) FROM coach WHERE person_id = $1"),
            sql!("SELECT COUNT(*) FROM coaching_pair WHERE coach_id = $1 OR member_id = $1"),
            sql!("SELECT COUNT(*) FROM coaching_note WHERE by_id = $1"),
            sql!("SELECT COUNT(*) FROM coach_note WHERE person_id = $1"),
            sql!("SELECT COUNT(*) FROM coach_lock WHERE person_id = $1"),
            sql!("SELECT COUNT(*) FROM coaching_signature WHERE person_id = $1"),
            sql!("SELECT COUNT(*) FROM coaching_text WHERE by_id = $1"),
            sql!("SELECT COUNT(*) FROM coaching_wish WHERE person_id = $1 OR coach_id = $1"),
            sql!("SELECT COUNT(*) FROM coaching_theme_share WHERE person_id = $1"),
            sql!("SELECT COUNT(*) FROM coaching_group_member WHERE person_id = $1"),
            sql!("SELECT COUNT(*) FROM coaching_group WHERE coach_id = $1"),
        ],
        own_data: &[
            (
                "coach_profile",
                sql!(
                    "SELECT s.name AS season, c.certified_by AS certified_by, c.level AS level, c.number AS number,
                        c.expires_on AS expires_on, c.speaks_en AS speaks_english, c.speaks_es AS speaks_spanish,
                        c.languages AS other_languages, c.approach AS approach, c.most AS most_people,
                        c.shows_photo AS shows_photo
                    FROM coach c
                    JOIN season s ON s.id = c.season_id
                    WHERE c.person_id = $1
                    ORDER BY c.id"
                ),
            ),
            // Which they are is sealed: the file has it beside this.
            (
                "coaching_themes_shared_in",
                sql!(
                    "SELECT s.name AS season
                    FROM coaching_theme_share x
                    JOIN season s ON s.id = x.season_id
                    WHERE x.person_id = $1
                    ORDER BY s.id"
                ),
            ),
            (
                "coaching_groups",
                sql!(
                    "SELECT s.name AS season, g.name AS name, 'member' AS as_what, k.joined_at AS since,
                        x.version AS accepted_version, k.accepted_at AS accepted_at
                    FROM coaching_group_member k
                    JOIN coaching_group g ON g.id = k.group_id
                    JOIN season s ON s.id = g.season_id
                    LEFT JOIN coaching_group_text x ON x.id = k.text_id
                    WHERE k.person_id = $1
                    UNION ALL
                    SELECT s.name, g.name, 'coach', g.made_at, NULL, NULL
                    FROM coaching_group g
                    JOIN season s ON s.id = g.season_id
                    WHERE g.coach_id = $1
                    ORDER BY 4"
                ),
            ),
            (
                "coaching_questions_answered",
                sql!(
                    "SELECT s.name AS season, r.opened_at AS opened_at
                    FROM anonymous_mark m
                    JOIN coaching_round r ON r.id = m.topic
                    JOIN season s ON s.id = r.season_id
                    WHERE m.person_id = $1
                    ORDER BY r.opened_at"
                ),
            ),
            (
                "coaching",
                sql!(
                    "SELECT s.name AS season,
                        CASE WHEN t.coach_id = $1 THEN t.member_name ELSE t.coach_name END AS with_whom,
                        CASE WHEN t.coach_id = $1 THEN 'coach' ELSE 'member' END AS as_what, t.began_at AS began_at,
                        t.ended_at AS ended_at
                    FROM coaching_told t
                    JOIN season s ON s.id = t.season_id
                    WHERE t.coach_id = $1 OR t.member_id = $1
                    ORDER BY t.began_at, t.id"
                ),
            ),
            // A coach does not read who wished for them.
            (
                "coaching_wishes",
                sql!(
                    "SELECT s.name AS season, p.display_name AS coach, w.wish AS wish
                    FROM coaching_wish w
                    JOIN season s ON s.id = w.season_id
                    JOIN person p ON p.id = w.coach_id
                    WHERE w.person_id = $1
                    ORDER BY s.id, p.id"
                ),
            ),
            // Only their passphrase opens them: they read them on their page.
            (
                "coach_own_notes",
                sql!(
                    "SELECT s.name AS season, p.member_name AS about, n.at AS at
                    FROM coach_note n
                    JOIN coaching_told p ON p.id = n.pair_id
                    JOIN season s ON s.id = p.season_id
                    WHERE n.person_id = $1
                    ORDER BY n.at, n.id"
                ),
            ),
            (
                "coaching_agreements",
                sql!(
                    "SELECT s.name AS season, g.side AS as_what, g.name AS name, g.at AS at, x.version AS version,
                        x.text_en AS text_en, x.text_es AS text_es
                    FROM coaching_signature g
                    JOIN coaching_pair p ON p.id = g.pair_id
                    JOIN coaching_text x ON x.id = p.text_id
                    JOIN season s ON s.id = p.season_id
                    WHERE g.person_id = $1
                    ORDER BY g.at, g.pair_id"
                ),
            ),
            // What the other says of a session is theirs; the coach's word is what counts, and both read it.
            (
                "coaching_sessions",
                sql!(
                    "SELECT s.name AS season, t.starts_at AS starts_at, t.minutes AS minutes,
                        t.canceled_at AS canceled_at, t.became AS became,
                        CASE WHEN t.coach_id = $1 THEN t.coach_says ELSE t.member_says END AS you_said
                    FROM coaching_session_told t
                    JOIN season s ON s.id = t.season_id
                    WHERE t.coach_id = $1 OR t.member_id = $1
                    ORDER BY t.starts_at, t.id"
                ),
            ),
            (
                "coaching_agreements_written",
                sql!(
                    "SELECT s.name AS season, x.version AS version, x.text_en AS text_en, x.text_es AS text_es,
                        x.at AS at
                    FROM coaching_text x
                    JOIN season s ON s.id = x.season_id
                    WHERE x.by_id = $1
                    ORDER BY x.at, x.id"
                ),
            ),
        ],
        stays: &[("coach_lock", "it opens nothing without a passphrase, and says nothing of anyone")],
        ..Keeps::NOTHING
    },
    often: &[
        chore!("pairs of coaching that someone left", ending::end_left),
        chore!("coaching groups that someone left", groups::end_left),
    ],
    seldom: &[
        chore!("themes of coaching", feedback::count),
        chore!("answers about coaching", feedback::forget_marks),
        chore!("certificates of coaches that end", ending::warn),
        chore!("notes of coaching that is over", ending::sweep),
    ],
    told: &[
        "coaching.group-ended",
        "coaching.group-made",
        "coaching.group-text",
        "coaching.hours-exported",
        "coaching.round-closed",
        "coaching.round-opened",
        "coaching.set-up",
        "coaching.themes-set",
    ],
    one_of: &[Side::SET, EndedBy::SET, Became::SET, Wish::SET, Kind::SET],
    for_person: FOR_PERSON,
    for_team: FOR_TEAM,
    setup: &[Step {
        at: 11,
        name: "coaching-themes",
        kinds: &["cohort", "lab"],
        path: "coaching/program/feedback",
        also: "",
        is_pressed: false,
        is_seen: |s| s.season.has_coaching && rules::may_arrange(s).is_some(),
        done: sql!("SELECT COUNT(*) FROM coaching_theme WHERE season_id = $1 AND is_offered = 1"),
    }],
    private_todos: &[
        "todo-coaching-feedback",
        "todo-coaching-group",
        "todo-coaching-sign",
        "todo-coaching-report",
        "todo-coaching-differ",
    ],
    emails: &[
        &emails::PAIRED,
        &emails::COACHING,
        &emails::ENDED,
        &emails::OVER,
        &emails::DIFFER,
        &emails::CERTIFICATE,
        &emails::GROUP_BEGUN,
        &emails::GROUP_ENTRY,
        &emails::GROUP_OFF,
        &emails::GROUP_OUT,
        &emails::GROUP_LESS,
        &emails::GROUP_ENDED,
    ],
    calendar: &[|kernel, conn, own, t| Box::pin(group_letters::entries(kernel, conn, own, t))],
};

/// Whether their answer waits in memory for others, to be written with them.
fn is_said(kernel: &Kernel, own: &OwnRecord, waiting: &Waiting) -> bool {
    let round = waiting.path.rsplit('#').next().and_then(Id::parse);
    round.is_some_and(|id| kernel.anonymous.has(&id, own.person()))
}

const FOR_PERSON: &[ForPerson] = &[
    // Without it they don't see how the group meets.
    ForPerson {
        key: "todo-coaching-group",
        is_staff: false,
        is_done: None,
        presses: &[],
        find: sql!(
            "SELECT '/s/' || t.season_slug || '/coaching/groups/' || t.id || '#agreement' AS path,
                CAST(1 AS BIGINT) AS n, t.name AS name_en, t.name AS name_es,
                t.program_name || ' · ' || s.name AS season, CAST(NULL AS BIGINT) AS due,
                CAST(NULL AS TEXT) AS due_on, s.zone AS due_zone
            FROM coaching_group_told t
            JOIN coaching_group_member k ON k.group_id = t.id AND k.person_id = $1
            JOIN season s ON s.id = t.season_id
            JOIN held_role h ON h.season_id = t.season_id AND h.person_id = $1 AND h.role = 'participant'
            WHERE t.ended_at IS NULL AND t.made_at <= $2 AND (k.text_id IS NULL OR k.text_id <> t.text_id)
            ORDER BY t.made_at, t.id"
        ),
    },
    ForPerson {
        key: "todo-coaching-feedback",
        is_staff: false,
        is_done: Some(is_said),
        presses: &[],
        find: sql!(
            "SELECT '/s/' || s.slug || '/coaching/feedback#' || r.id AS path, CAST(1 AS BIGINT) AS n, '' AS name_en,
                '' AS name_es, m.name || ' · ' || s.name AS season, r.closes_at AS due, CAST(NULL AS TEXT) AS due_on,
                s.zone AS due_zone
            FROM coaching_round r
            JOIN season s ON s.id = r.season_id
            JOIN program m ON m.id = s.program_id
            JOIN held_role h ON h.season_id = r.season_id AND h.person_id = $1 AND h.role = 'participant'
            LEFT JOIN anonymous_mark a ON a.topic = r.id AND a.person_id = h.person_id
            WHERE r.closes_at > $2
                AND a.person_id IS NULL
                AND EXISTS (
                    SELECT 1
                    FROM coaching_session_told t
                    WHERE t.season_id = r.season_id
                        AND t.member_id = h.person_id
                        AND t.became = 'held'
                        AND t.starts_at <= $2
                )
            ORDER BY r.closes_at"
        ),
    },
    ForPerson {
        key: "todo-coaching-sign",
        is_staff: false,
        is_done: None,
        presses: &[],
        find: sql!(
            "SELECT '/s/' || t.season_slug || '/coaching/' || t.id || '#agreement' AS path, CAST(1 AS BIGINT) AS n,
                COALESCE(CASE WHEN t.coach_id = $1 THEN t.member_name ELSE t.coach_name END, '') AS name_en,
                COALESCE(CASE WHEN t.coach_id = $1 THEN t.member_name ELSE t.coach_name END, '') AS name_es,
                m.name || ' · ' || s.name AS season, CAST(NULL AS BIGINT) AS due, CAST(NULL AS TEXT) AS due_on,
                s.zone AS due_zone
            FROM coaching_told t
            JOIN season s ON s.id = t.season_id
            JOIN program m ON m.id = s.program_id
            JOIN held_role h ON h.season_id = t.season_id AND h.person_id = $1
            WHERE t.ended_at IS NULL
                AND t.began_at <= $2
                AND (
                    (t.coach_id = $1 AND h.role = 'coach' AND t.coach_signed_at IS NULL)
                        OR (t.member_id = $1 AND h.role = 'participant' AND t.member_signed_at IS NULL)
                )
            ORDER BY t.began_at, t.id"
        ),
    },
    ForPerson {
        key: "todo-coaching-report",
        is_staff: true,
        is_done: None,
        presses: &[],
        find: sql!(
            "SELECT '/s/' || s.slug || '/coaching/' || t.pair_id AS path, COUNT(*) AS n, '' AS name_en, '' AS name_es,
                MIN(m.name || ' · ' || s.name) AS season, CAST(NULL AS BIGINT) AS due, CAST(NULL AS TEXT) AS due_on,
                MIN(s.zone) AS due_zone
            FROM coaching_session_told t
            JOIN season s ON s.id = t.season_id
            JOIN program m ON m.id = s.program_id
            JOIN held_role h ON h.season_id = t.season_id AND h.person_id = $1 AND h.role = 'coach'
            WHERE t.coach_id = $1
                AND t.canceled_at IS NULL
                AND t.starts_at + t.minutes * 60000000 <= $2
                AND t.coach_says IS NULL
                AND t.program_says IS NULL
            GROUP BY s.slug, t.pair_id
            ORDER BY t.pair_id"
        ),
    },
    // The two say different things of a session, and it is theirs to sort out.
    ForPerson {
        key: "todo-coaching-differ",
        is_staff: false,
        is_done: None,
        presses: &[],
        find: sql!(
            "SELECT '/s/' || s.slug || '/coaching/' || t.pair_id AS path, COUNT(*) AS n, '' AS name_en, '' AS name_es,
                MIN(m.name || ' · ' || s.name) AS season, CAST(NULL AS BIGINT) AS due, CAST(NULL AS TEXT) AS due_on,
                MIN(s.zone) AS due_zone
            FROM coaching_session_told t
            JOIN season s ON s.id = t.season_id
            JOIN program m ON m.id = s.program_id
            JOIN held_role h ON h.season_id = t.season_id AND h.person_id = $1
            WHERE ((t.coach_id = $1 AND h.role = 'coach') OR (t.member_id = $1 AND h.role = 'participant'))
                AND t.differ_at <= $2
                AND t.coach_says IS NOT NULL
                AND t.member_says IS NOT NULL
                AND t.program_says IS NULL
                AND t.is_returned = 0
            GROUP BY s.slug, t.pair_id
            ORDER BY t.pair_id"
        ),
    },
    // A coach whom nobody can be paired with, or book.
    ForPerson {
        key: "todo-coaching-profile",
        is_staff: true,
        is_done: None,
        presses: &[],
        find: sql!(
            "SELECT '/s/' || s.slug || '/coaching/profile' AS path, CAST(1 AS BIGINT) AS n, '' AS name_en,
                '' AS name_es, m.name || ' · ' || s.name AS season, CAST(NULL AS BIGINT) AS due,
                CAST(NULL AS TEXT) AS due_on, s.zone AS due_zone
            FROM role r
            JOIN coaching g ON g.season_id = r.season_id
            JOIN season s ON s.id = r.season_id
            JOIN program m ON m.id = s.program_id
            WHERE r.person_id = $1
                AND r.role = 'coach'
                AND r.until IS NULL
                AND g.changed_at <= $2
                AND NOT EXISTS (
                    SELECT 1
                    FROM coach c
                    WHERE c.season_id = r.season_id AND c.person_id = r.person_id
                )
            ORDER BY s.slug"
        ),
    },
    ForPerson {
        key: "todo-coaching-hours",
        is_staff: true,
        is_done: None,
        presses: &[],
        find: sql!(
            "SELECT '/s/' || s.slug || '/appointments/hours' AS path, CAST(1 AS BIGINT) AS n, '' AS name_en,
                '' AS name_es, m.name || ' · ' || s.name AS season, CAST(NULL AS BIGINT) AS due,
                CAST(NULL AS TEXT) AS due_on, s.zone AS due_zone
            FROM coach c
            JOIN role r ON r.season_id = c.season_id AND r.person_id = c.person_id AND r.role = 'coach'
                AND r.until IS NULL
            JOIN season s ON s.id = c.season_id
            JOIN program m ON m.id = s.program_id
            WHERE c.person_id = $1
                AND c.changed_at <= $2
                AND NOT EXISTS (
                    SELECT 1
                    FROM appointment_host h
                    JOIN appointment_hours o ON o.host_id = h.id AND o.to_minute > o.from_minute
                    WHERE h.season_id = c.season_id AND h.person_id = c.person_id
                )
            ORDER BY s.slug"
        ),
    },
];

const FOR_TEAM: &[ForTeam] = &[
    ForTeam {
        key: "todo-coaching-pair",
        is_seen: |s| rules::may_arrange(s).is_some(),
        find: sql!(
            "SELECT 'coaching/program' AS path, COUNT(*) AS n, '' AS name_en, '' AS name_es, '' AS season,
                CAST(NULL AS BIGINT) AS due, CAST(NULL AS TEXT) AS due_on, '' AS due_zone
            FROM member e
            JOIN coaching g ON g.season_id = e.season_id
            WHERE e.season_id = $1
                AND e.joined_at <= $2
                AND e.left_at IS NULL
                AND EXISTS (
                    SELECT 1
                    FROM coach c
                    JOIN role r ON r.season_id = c.season_id AND r.person_id = c.person_id AND r.role = 'coach'
                        AND r.until IS NULL
                    WHERE c.season_id = e.season_id
                )
                AND NOT EXISTS (
                    SELECT 1
                    FROM coaching_pair p
                    WHERE p.season_id = e.season_id AND p.member_id = e.person_id AND p.ended_at IS NULL
                )
            HAVING COUNT(*) > 0"
        ),
    },
    ForTeam {
        key: "todo-coaching-sign-program",
        is_seen: |s| rules::may_arrange(s).is_some(),
        find: sql!(
            "SELECT 'coaching/program#signature' AS path, COUNT(*) AS n, '' AS name_en, '' AS name_es, '' AS season,
                CAST(NULL AS BIGINT) AS due, CAST(NULL AS TEXT) AS due_on, '' AS due_zone
            FROM coaching_told t
            WHERE t.season_id = $1 AND t.began_at <= $2 AND t.ended_at IS NULL AND t.program_signed_at IS NULL
            HAVING COUNT(*) > 0"
        ),
    },
    ForTeam {
        key: "todo-coaching-settle",
        is_seen: |s| rules::may_arrange(s).is_some(),
        find: sql!(
            "SELECT 'coaching/program#questions' AS path, COUNT(*) AS n, '' AS name_en, '' AS name_es, '' AS season,
                CAST(NULL AS BIGINT) AS due, CAST(NULL AS TEXT) AS due_on, '' AS due_zone
            FROM coaching_session_told t
            WHERE t.season_id = $1
                AND t.program_says IS NULL
                AND t.is_returned = 0
                AND t.canceled_at IS NULL
                AND (
                    t.differ_at <= $2 - 604800000000
                        OR (t.is_over = 1 AND t.coach_says IS NULL AND t.starts_at <= $2 - 604800000000)
                )
            HAVING COUNT(*) > 0"
        ),
    },
    ForTeam {
        key: "todo-coaching-certificate",
        is_seen: |s| rules::may_arrange(s).is_some(),
        find: sql!(
            "SELECT 'coaching/program' AS path, CAST(1 AS BIGINT) AS n, p.display_name AS name_en,
                p.display_name AS name_es, '' AS season, CAST(NULL AS BIGINT) AS due, c.expires_on AS due_on,
                s.zone AS due_zone
            FROM coach c
            JOIN person p ON p.id = c.person_id
            JOIN season s ON s.id = c.season_id
            JOIN role r ON r.season_id = c.season_id AND r.person_id = c.person_id AND r.role = 'coach'
                AND r.until IS NULL
            WHERE c.season_id = $1 AND c.changed_at <= $2 AND c.warned_of = c.expires_on
            ORDER BY c.expires_on, c.id"
        ),
    },
];
