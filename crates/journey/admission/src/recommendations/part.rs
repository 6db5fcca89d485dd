//! What this slice is to the rest of the house.

use super::{letters, pages, reminders, rules};
use weft_kernel::db::OneOf;
use weft_kernel::i18n::Lang;
use weft_kernel::keeps::Keeps;
use weft_kernel::sql;
use weft_programs::part::{Entry, Group, Part};
use weft_programs::todo::ForTeam;
use weft_web::chore;

pub const PART: Part = Part {
    name: "recommendations",
    routes: pages::routes,
    entries: &[Entry::new((Group::Applications, 3), "recommendations", "place-recommendations", |s| {
        s.season.chooses() && rules::may_run(s).is_some()
    })],
    keeps: Keeps {
        // What a recommender wrote; an applicant's go with the application.
        forget: &[
            sql!(
                "DELETE FROM recommendation_answer
                WHERE recommendation_id IN (
                    SELECT r.id
                    FROM recommendation r
                    JOIN contact_point c ON c.norm = r.norm
                    WHERE c.person_id = $1 AND c.kind = 'email' AND c.is_apart = 0
                )"
            ),
            sql!(
                "DELETE FROM recommendation_key
                WHERE recommendation_id IN (
                    SELECT r.id
                    FROM recommendation r
                    JOIN contact_point c ON c.norm = r.norm
                    WHERE c.person_id = $1 AND c.kind = 'email' AND c.is_apart = 0
                )"
            ),
            sql!(
                "DELETE FROM recommendation
                WHERE norm IN (
                    SELECT norm
                    FROM contact_point
                    WHERE person_id = $1 AND kind = 'email' AND is_apart = 0
                )"
            ),
        ],
        own_data: &[
            (
                "recommendations_asked_of_me",
                sql!(
                    "SELECT s.name AS season, r.asker AS asked_by, r.name AS name, r.relation AS relation,
                        r.asked_at AS asked_at, r.reminded_at AS reminded_at, r.opened_at AS opened_at,
                        r.declined_at AS declined_at, r.decline_reason AS decline_reason, r.sent_at AS sent_at,
                        r.answers AS answers
                    FROM recommendation r
                    JOIN season s ON s.id = r.season_id
                    WHERE r.norm IN (
                        SELECT norm
                        FROM contact_point
                        WHERE person_id = $1 AND kind = 'email' AND until IS NULL AND is_apart = 0
                    )
                    ORDER BY r.named_at"
                ),
            ),
            (
                "recommendations_not_sent",
                sql!(
                    "SELECT s.name AS season, q.question AS question, q.value AS value
                    FROM recommendation r
                    JOIN recommendation_answer q ON q.recommendation_id = r.id
                    JOIN season s ON s.id = r.season_id
                    WHERE r.norm IN (
                        SELECT norm
                        FROM contact_point
                        WHERE person_id = $1 AND kind = 'email' AND until IS NULL AND is_apart = 0
                    )
                    ORDER BY r.named_at, q.question"
                ),
            ),
            // What was written is in it where its recommender was told that the applicant reads it.
            (
                "recommendations_i_asked_for",
                sql!(
                    "SELECT s.name AS season, r.name AS name, r.email AS email, r.relation AS relation,
                        r.asked_at AS asked_at, r.declined_at AS declined_at, r.sent_at AS sent_at,
                        CASE WHEN r.is_shown = 1 THEN r.answers END AS answers
                    FROM recommendation r
                    JOIN application a ON a.id = r.application_id
                    JOIN season s ON s.id = r.season_id
                    WHERE a.person_id = $1
                    ORDER BY r.named_at"
                ),
            ),
        ],
        stays: &[("recommender_link", "the hash of a link; it goes with the application")],
        ..Keeps::NOTHING
    },
    often: &[chore!("requests for recommendations", reminders::send)],
    seldom: &[chore!("recommendations of drafts that are gone", reminders::sweep)],
    told: &[
        "recommendation.declined",
        "recommendation.deleted",
        "recommendation.link-sent",
        "recommendation.links-sent",
        "recommendation.sent",
        "recommendations.changed",
        "recommendations.exported",
        "recommendations.reminded",
    ],
    one_of: &[OneOf { columns: &["recommendation.language"], words: Lang::NAMES }],
    for_team: FOR_TEAM,
    emails: &[&letters::LINK, &letters::ASK, &letters::REMIND, &letters::THANKS, &letters::DECLINED],
    ..Part::EMPTY
};

const FOR_TEAM: &[ForTeam] = &[ForTeam {
    key: "todo-recommendations",
    is_seen: |s| rules::may_run(s).is_some(),
    find: sql!(
        "SELECT 'recommendations?show=missing' AS path, COUNT(*) AS n, '' AS name_en, '' AS name_es, '' AS season,
            CAST(NULL AS BIGINT) AS due, p.due_on AS due_on, s.zone AS due_zone
        FROM recommendation_plan p
        JOIN season s ON s.id = p.season_id
        JOIN application_state x ON x.season_id = p.season_id
        JOIN (
            SELECT d.application_id AS application_id
            FROM draft d
            WHERE d.season_id = $1 AND d.application_id IS NOT NULL AND d.stage = 1
            UNION
            SELECT l.application_id
            FROM recommender_link l
            WHERE l.season_id = $1
        ) k ON k.application_id = x.application_id
        LEFT JOIN (
            SELECT f.application_id AS application_id, COUNT(*) AS n
            FROM recommendation_for f
            JOIN recommendation r ON r.id = f.recommendation_id
            WHERE f.season_id = $1 AND r.sent_at IS NOT NULL
            GROUP BY f.application_id
        ) c ON c.application_id = x.application_id
        WHERE p.season_id = $1
            AND p.is_required = 1
            AND p.most > COALESCE(c.n, 0)
            AND p.due_at >= $2
            AND x.state IN ('undecided', 'late', 'eligible')
        GROUP BY p.due_on, s.zone"
    ),
}];
