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
            // What they wrote and did not send; a draft in which somebody else typed their address keeps its answers.
            sql!(
                "DELETE FROM draft_answer
                WHERE draft_id IN (
                    SELECT d.id
                    FROM draft d
                    JOIN contact_point c ON c.norm = d.email_norm AND c.kind = 'email' AND c.is_apart = 0
                    WHERE c.person_id = $1 AND d.proved_at IS NOT NULL AND d.application_id IS NULL
                )"
            ),
            sql!(
                "DELETE FROM draft_key
                WHERE draft_id IN (
                    SELECT d.id
                    FROM draft d
                    JOIN contact_point c ON c.norm = d.email_norm AND c.kind = 'email' AND c.is_apart = 0
                    WHERE c.person_id = $1 AND d.application_id IS NULL
                )"
            ),
            sql!(
                "UPDATE upload
                SET removed_at = 1, transcript = NULL
                WHERE draft_id IN (
                    SELECT d.id
                    FROM draft d
                    JOIN contact_point c ON c.norm = d.email_norm AND c.kind = 'email' AND c.is_apart = 0
                    WHERE c.person_id = $1 AND d.proved_at IS NOT NULL AND d.application_id IS NULL
                )"
            ),
            sql!(
                "UPDATE draft
                SET email = NULL, email_norm = NULL, late_reason = NULL
                WHERE application_id IS NULL
                    AND email_norm IN (
                        SELECT norm
                        FROM contact_point
                        WHERE person_id = $1 AND kind = 'email' AND is_apart = 0
                    )"
            ),
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
                "employers_asked",
                sql!(
                    "SELECT a.external_id AS number, k.email AS email, k.asked_at AS asked_at,
                        k.signer_name AS signer_name, k.signer_title AS signer_title, k.given_at AS given_at
                    FROM acknowledgement k
                    JOIN application a ON a.id = k.application_id
                    WHERE a.person_id = $1
                    ORDER BY k.asked_at"
                ),
            ),
            (
                "files_sent",
                sql!(
                    "SELECT a.external_id AS number, u.label AS question, u.bytes AS bytes, u.made_at AS at
                    FROM upload u
                    JOIN application a ON a.id = u.application_id
                    WHERE a.person_id = $1 AND u.removed_at IS NULL
                    ORDER BY u.made_at"
                ),
            ),
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
                    WHERE (
                        d.proved_at IS NOT NULL
                            AND d.email_norm IN (
                                SELECT norm
                                FROM contact_point
                                WHERE person_id = $1 AND kind = 'email' AND until IS NULL AND is_apart = 0
                            )
                    )
                        OR EXISTS (
                            SELECT 1
                            FROM draft o
                            JOIN application a ON a.id = o.application_id
                            WHERE o.id = d.changes_of AND a.person_id = $1
                        )
                    ORDER BY d.started_at, q.question"
                ),
            ),
        ],
        stays: &[("draft_key", "keys of links, which go with the draft")],
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
