//! What this slice is to the rest of the house.

use super::{changes, drafts, letters, model, pages, reminders, rules, uploads};
use weft_kernel::db::OneOf;
use weft_kernel::i18n::Lang;
use weft_kernel::keeps::Keeps;
use weft_kernel::sql;
use weft_programs::part::{Entry, Group, Part};
use weft_programs::setup::Step;
use weft_web::chore;

pub const PART: Part = Part {
    name: "call",
    routes: pages::routes,
    entries: &[Entry::new((Group::Applications, 2), "call", "place-call", |s| {
        s.season.may_choose() && rules::may_make_call(s).is_some()
    })],
    keeps: Keeps {
        forget: &[
            sql!(
                "DELETE FROM extension
            WHERE norm IN (
                SELECT norm
                FROM contact_point
                WHERE person_id = $1 AND kind = 'email' AND is_apart = 0
            )"
            ),
            sql!(
                "DELETE FROM draft_reminder
            WHERE norm IN (
                SELECT norm
                FROM contact_point
                WHERE person_id = $1 AND kind = 'email' AND is_apart = 0
            )"
            ),
            sql!(
                "DELETE FROM reminder_refusal
            WHERE norm IN (
                SELECT norm
                FROM contact_point
                WHERE person_id = $1 AND kind = 'email' AND is_apart = 0
            )"
            ),
        ],
        own_data: &[
            (
                "draft_reminders",
                sql!(
                    "SELECT s.name AS season, m.kind AS kind, m.at AS at
                    FROM draft_reminder m
                    JOIN season s ON s.id = m.season_id
                    WHERE m.norm IN (
                        SELECT norm
                        FROM contact_point
                        WHERE person_id = $1 AND kind = 'email' AND until IS NULL AND is_apart = 0
                    )
                    ORDER BY m.at"
                ),
            ),
            (
                "reminder_refusals",
                sql!(
                    "SELECT g.name AS program, r.at AS at
                    FROM reminder_refusal r
                    JOIN program g ON g.id = r.program_id
                    WHERE r.norm IN (
                        SELECT norm
                        FROM contact_point
                        WHERE person_id = $1 AND kind = 'email' AND until IS NULL AND is_apart = 0
                    )
                    ORDER BY r.at"
                ),
            ),
            (
                "extensions",
                sql!(
                    "SELECT s.name AS season, e.until AS until, e.reason AS reason, e.given_at AS given_at
                    FROM extension e
                    JOIN season s ON s.id = e.season_id
                    WHERE e.norm IN (
                        SELECT norm
                        FROM contact_point
                        WHERE person_id = $1 AND kind = 'email' AND until IS NULL AND is_apart = 0
                    )
                    ORDER BY e.given_at"
                ),
            ),
            (
                "drafts",
                sql!(
                    "SELECT s.name AS season, d.language AS language, d.email AS email, d.started_at AS started_at,
                        d.saved_at AS saved_at, d.submitted_at AS submitted_at
                    FROM draft d
                    JOIN season s ON s.id = d.season_id
                    WHERE d.proved_at IS NOT NULL
                        AND d.email_norm IN (
                            SELECT norm
                            FROM contact_point
                            WHERE person_id = $1 AND kind = 'email' AND until IS NULL AND is_apart = 0
                        )
                    ORDER BY d.started_at"
                ),
            ),
            (
                "draft_answers",
                sql!(
                    "SELECT s.name AS season, q.question AS question, q.value AS value
                    FROM draft_answer q
                    JOIN draft d ON d.id = q.draft_id
                    JOIN season s ON s.id = d.season_id
                    WHERE d.proved_at IS NOT NULL
                        AND d.email_norm IN (
                            SELECT norm
                            FROM contact_point
                            WHERE person_id = $1 AND kind = 'email' AND until IS NULL AND is_apart = 0
                        )
                    ORDER BY d.started_at, q.question"
                ),
            ),
        ],
        ..Keeps::NOTHING
    },
    often: &[
        chore!("changes that came too late", changes::drop_overdue),
        chore!("reminders of drafts", reminders::send),
    ],
    seldom: &[chore!("drafts of old calls", drafts::forget_old), chore!("files that nobody sent", uploads::sweep)],
    told: &[
        "application.changed",
        "application.disowned",
        "application.stage-submitted",
        "application.sent",
        "application.sent-again",
        "application.withdrawn",
        "call.changed",
        "call.extended",
        "call.published",
        "draft.entered",
        "recording.transcribed",
    ],
    one_of: &[
        model::KeyKind::SET,
        model::FileState::SET,
        reminders::Which::SET,
        OneOf { columns: &["draft.language"], words: Lang::NAMES },
    ],
    setup: SETUP,
    emails: &[
        &letters::LINK,
        &letters::CONFIRM,
        &letters::SENT,
        &letters::CHANGED,
        &letters::AGAIN,
        &letters::DROPPED,
        &letters::STAYS_WITHDRAWN,
        &letters::REMINDER,
        &letters::WITHDRAWN,
        &letters::STAGE_SENT,
        &letters::EMPLOYER,
    ],
    ..Part::EMPTY
};

const SETUP: &[Step] = &[Step {
    at: 1,
    name: "form",
    kinds: &["cohort"],
    path: "call",
    also: "import",
    is_pressed: true,
    is_seen: |s| rules::may_make_call(s).is_some(),
    done: sql!(
        "SELECT (SELECT COUNT(*) FROM call c WHERE c.season_id = $1 AND c.published_version IS NOT NULL)
                + (SELECT COUNT(*) FROM application a WHERE a.season_id = $1)"
    ),
}];
