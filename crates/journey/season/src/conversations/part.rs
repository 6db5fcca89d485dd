//! What this slice is to the rest of the house.

use super::model::{How, Kind};
use super::{emails, ending, pages, rules, telling};
use weft_kernel::keeps::Keeps;
use weft_kernel::sql;
use weft_programs::part::{Entry, Group, Part};
use weft_programs::todo::ForPerson;
use weft_web::chore;

pub const PART: Part = Part {
    name: "conversations",
    routes: pages::routes,
    entries: &[Entry::new((Group::Cohort, 2), "conversations", "place-conversations", rules::may_open)],
    keeps: Keeps {
        // Their messages are gone, and that somebody wrote there stays, so that what others answered has its place.
        forget: &[
            sql!("DELETE FROM mention WHERE person_id = $1"),
            sql!(
                "DELETE FROM mention
                WHERE EXISTS (
                    SELECT 1
                    FROM message m
                    WHERE m.topic_id = mention.topic_id AND m.n = mention.n AND m.person_id = $1
                )"
            ),
            sql!(
                "UPDATE message
                SET text = '', search_key = '', mentioned = '[]', person_id = NULL, mail_hash = NULL,
                    removed_at = COALESCE(removed_at, at), emptied_at = COALESCE(emptied_at, at)
                WHERE person_id = $1"
            ),
            sql!("UPDATE message SET remover_id = NULL WHERE remover_id = $1"),
            sql!("UPDATE topic SET starter_id = NULL, title = '', title_key = '' WHERE starter_id = $1"),
            sql!("DELETE FROM topic_read WHERE person_id = $1"),
            sql!("DELETE FROM place_choice WHERE person_id = $1"),
            sql!("DELETE FROM quiet_hours WHERE person_id = $1"),
            sql!("UPDATE team_staff SET by_id = NULL WHERE by_id = $1"),
        ],
        join: &[
            sql!("UPDATE topic SET starter_id = $2 WHERE starter_id = $1"),
            sql!("UPDATE message SET person_id = $2 WHERE person_id = $1"),
            sql!("UPDATE message SET remover_id = $2 WHERE remover_id = $1"),
            sql!(
                "UPDATE mention SET person_id = $2
                WHERE person_id = $1
                    AND NOT EXISTS (
                        SELECT 1
                        FROM mention o
                        WHERE o.topic_id = mention.topic_id AND o.n = mention.n AND o.person_id = $2
                    )"
            ),
            sql!("DELETE FROM mention WHERE person_id = $1 AND CAST($2 AS TEXT) <> ''"),
            // A key is sealed for its person: the next email has another.
            sql!(
                "UPDATE topic_read SET person_id = $2, key_sealed = NULL, key_hash = NULL, stop_hash = NULL
                WHERE person_id = $1
                    AND NOT EXISTS (
                        SELECT 1 FROM topic_read o WHERE o.topic_id = topic_read.topic_id AND o.person_id = $2
                    )"
            ),
            sql!("DELETE FROM topic_read WHERE person_id = $1 AND CAST($2 AS TEXT) <> ''"),
            sql!(
                "UPDATE place_choice SET person_id = $2
                WHERE person_id = $1
                    AND NOT EXISTS (
                        SELECT 1 FROM place_choice o WHERE o.place_id = place_choice.place_id AND o.person_id = $2
                    )"
            ),
            sql!("DELETE FROM place_choice WHERE person_id = $1 AND CAST($2 AS TEXT) <> ''"),
            sql!(
                "UPDATE quiet_hours SET person_id = $2
                WHERE person_id = $1 AND NOT EXISTS (SELECT 1 FROM quiet_hours o WHERE o.person_id = $2)"
            ),
            sql!("DELETE FROM quiet_hours WHERE person_id = $1 AND CAST($2 AS TEXT) <> ''"),
            sql!("UPDATE team_staff SET by_id = $2 WHERE by_id = $1"),
        ],
        took_part: &[
            sql!("SELECT COUNT(*) FROM message WHERE person_id = $1 OR remover_id = $1"),
            sql!("SELECT COUNT(*) FROM topic WHERE starter_id = $1"),
            sql!("SELECT COUNT(*) FROM mention WHERE person_id = $1"),
            sql!("SELECT COUNT(*) FROM topic_read WHERE person_id = $1 AND n > 0"),
            sql!("SELECT COUNT(*) FROM place_choice WHERE person_id = $1"),
            sql!("SELECT COUNT(*) FROM quiet_hours WHERE person_id = $1 AND from_minute IS NOT NULL"),
            sql!("SELECT COUNT(*) FROM team_staff WHERE by_id = $1"),
        ],
        own_data: &[
            (
                "messages",
                sql!(
                    "SELECT s.name AS season, t.place AS place, COALESCE(h.name, x.name, '') AS place_name,
                        CASE
                            WHEN t.starter_id = $1
                                OR EXISTS (SELECT 1 FROM topic_reader r WHERE r.topic_id = t.id AND r.person_id = $1)
                                THEN t.title
                            ELSE ''
                        END AS topic, m.text AS text, m.at AS at, m.edited_at AS edited_at,
                        m.removed_at AS removed_at, f.name AS file, f.about AS file_about
                    FROM message m
                    JOIN topic t ON t.id = m.topic_id
                    JOIN season s ON s.id = t.season_id
                    LEFT JOIN home_team h ON h.id = t.place_id
                    LEFT JOIN space x ON x.id = t.place_id
                    LEFT JOIN message_file f ON f.topic_id = m.topic_id AND f.n = m.n
                    WHERE m.person_id = $1
                    ORDER BY m.at, t.id, m.n"
                ),
            ),
            (
                "topics_started",
                sql!(
                    "SELECT s.name AS season, t.place AS place, t.title AS topic, t.at AS at
                    FROM topic t
                    JOIN season s ON s.id = t.season_id
                    WHERE t.starter_id = $1
                    ORDER BY t.at, t.id"
                ),
            ),
            // What others wrote is theirs: that one was named, and where.
            (
                "mentioned_in_conversations",
                sql!(
                    "SELECT s.name AS season, t.place AS place, m.at AS at
                    FROM mention w
                    JOIN message m ON m.topic_id = w.topic_id AND m.n = w.n
                    JOIN topic t ON t.id = m.topic_id
                    JOIN season s ON s.id = t.season_id
                    WHERE w.person_id = $1
                    ORDER BY m.at, t.id, m.n"
                ),
            ),
            (
                "messages_removed",
                sql!(
                    "SELECT s.name AS season, m.removed_at AS removed_at
                    FROM message m
                    JOIN topic t ON t.id = m.topic_id
                    JOIN season s ON s.id = t.season_id
                    WHERE m.remover_id = $1
                    ORDER BY m.removed_at, t.id, m.n"
                ),
            ),
            (
                "conversations_read",
                sql!(
                    "SELECT s.name AS season, t.place AS place, k.n AS messages_read, k.told AS messages_sent
                    FROM topic_read k
                    JOIN topic t ON t.id = k.topic_id
                    JOIN season s ON s.id = t.season_id
                    WHERE k.person_id = $1
                    ORDER BY t.at, t.id"
                ),
            ),
            (
                "conversation_emails",
                sql!(
                    "SELECT COALESCE(s.name, h.name, x.name) AS place, c.how AS how
                    FROM place_choice c
                    LEFT JOIN season s ON s.id = c.place_id
                    LEFT JOIN home_team h ON h.id = c.place_id
                    LEFT JOIN space x ON x.id = c.place_id
                    WHERE c.person_id = $1
                    ORDER BY c.place_id"
                ),
            ),
            (
                "quiet_hours",
                sql!(
                    "SELECT from_minute AS from_minute, to_minute AS to_minute, digest_on AS last_daily_email
                    FROM quiet_hours
                    WHERE person_id = $1"
                ),
            ),
            (
                "staff_let_into_team",
                sql!(
                    "SELECT h.name AS team, w.since AS since
                    FROM team_staff w
                    JOIN home_team h ON h.id = w.team_id
                    WHERE w.by_id = $1
                    ORDER BY w.since"
                ),
            ),
        ],
        ..Keeps::NOTHING
    },
    often: &[chore!("emails about conversations", telling::send)],
    seldom: &[chore!("daily emails about conversations", telling::send_daily), chore!("conversations", ending::sweep)],
    told: &["conversation.kept"],
    one_of: &[Kind::SET, How::SET],
    for_person: FOR_PERSON,
    private_todos: &["todo-mentioned"],
    emails: &[&emails::NEW, &emails::DIGEST, &emails::REFUSED],
    ..Part::EMPTY
};

const FOR_PERSON: &[ForPerson] = &[
    ForPerson {
        key: "todo-mentioned",
        is_staff: false,
        is_done: None,
        presses: &[],
        find: sql!(
            "SELECT '/s/' || s.slug || '/conversations/' || t.id || '#m' || MIN(m.n) AS path, COUNT(*) AS n,
                COALESCE(NULLIF(t.title, ''), '…') AS name_en, COALESCE(NULLIF(t.title, ''), '…') AS name_es,
                g.name || ' · ' || s.name AS season, CAST(NULL AS BIGINT) AS due, CAST(NULL AS TEXT) AS due_on,
                s.zone AS due_zone
            FROM mention w
            JOIN message m ON m.topic_id = w.topic_id AND m.n = w.n AND m.removed_at IS NULL AND m.at <= $2
            JOIN topic t ON t.id = w.topic_id
            JOIN topic_reader r ON r.topic_id = t.id AND r.person_id = $1 AND r.is_staff = 0
            JOIN season s ON s.id = t.season_id
            JOIN program g ON g.id = s.program_id
            LEFT JOIN topic_read k ON k.topic_id = t.id AND k.person_id = $1
            WHERE w.person_id = $1 AND w.n > COALESCE(k.n, 0)
            GROUP BY t.id, t.title, s.slug, s.name, s.zone, g.name
            ORDER BY MIN(m.at), t.id"
        ),
    },
    // By a role, which counts with two factors.
    ForPerson {
        key: "todo-mentioned",
        is_staff: true,
        is_done: None,
        presses: &[],
        find: sql!(
            "SELECT '/s/' || s.slug || '/conversations/' || t.id || '#m' || MIN(m.n) AS path, COUNT(*) AS n,
                COALESCE(NULLIF(t.title, ''), '…') AS name_en, COALESCE(NULLIF(t.title, ''), '…') AS name_es,
                g.name || ' · ' || s.name AS season, CAST(NULL AS BIGINT) AS due, CAST(NULL AS TEXT) AS due_on,
                s.zone AS due_zone
            FROM mention w
            JOIN message m ON m.topic_id = w.topic_id AND m.n = w.n AND m.removed_at IS NULL AND m.at <= $2
            JOIN topic t ON t.id = w.topic_id
            JOIN topic_reader r ON r.topic_id = t.id AND r.person_id = $1 AND r.is_staff = 1
            JOIN season s ON s.id = t.season_id
            JOIN program g ON g.id = s.program_id
            LEFT JOIN topic_read k ON k.topic_id = t.id AND k.person_id = $1
            WHERE w.person_id = $1 AND w.n > COALESCE(k.n, 0)
            GROUP BY t.id, t.title, s.slug, s.name, s.zone, g.name
            ORDER BY MIN(m.at), t.id"
        ),
    },
];
