//! What this slice is to the rest of the house.

use super::{model, pages, reminders, rules};
use weft_kernel::db::OneOf;
use weft_kernel::keeps::Keeps;
use weft_kernel::sql;
use weft_programs::part::{Entry, Group, Part};
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
        OneOf { columns: &["gathering.kind"], words: &model::KINDS },
        OneOf { columns: &["gathering.format"], words: &model::FORMATS },
        OneOf { columns: &["segment.kind"], words: &model::BLOCKS },
        OneOf { columns: &["person.reminders"], words: &reminders::CHOICES },
        OneOf { columns: &["sitting_reminder.kind"], words: &["day", "hour"] },
    ],
};
