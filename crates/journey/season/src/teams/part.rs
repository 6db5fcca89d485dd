//! What this slice is to the rest of the house.

use super::{pages, rules};
use weft_kernel::keeps::Keeps;
use weft_kernel::sql;
use weft_programs::part::{Entry, Group, Part};
use weft_programs::todo::ForTeam;

pub const PART: Part = Part {
    name: "teams",
    routes: pages::routes,
    entries: &[Entry::new((Group::Cohort, 2), "teams", "place-teams", |s| {
        s.season.has_members() && rules::may_see(s).is_some()
    })
    .below(&["home-team"])],
    keeps: Keeps {
        own_data: &[(
            "home_teams",
            sql!(
                "SELECT s.name AS season, t.name AS team, h.since AS since, h.until AS until
                FROM home_team_member h
                JOIN home_team t ON t.id = h.team_id
                JOIN season s ON s.id = t.season_id
                JOIN member m ON m.id = h.member_id
                WHERE m.person_id = $1
                ORDER BY h.since"
            ),
        )],
        ..Keeps::NOTHING
    },
    told: &["teams.accepted", "teams.changed", "teams.proposed"],
    for_team: FOR_TEAM,
    ..Part::EMPTY
};

const FOR_TEAM: &[ForTeam] = &[ForTeam {
    key: "todo-teams",
    is_seen: |s| rules::may_form(s).is_some(),
    find: sql!(
        "SELECT 'teams' AS path, COUNT(*) AS n, '' AS name_en, '' AS name_es,
                '' AS season, CAST(NULL AS BIGINT) AS due, CAST(NULL AS TEXT) AS due_on, '' AS due_zone
            FROM member e
            WHERE e.season_id = $1
                AND e.joined_at <= $2
                AND e.left_at IS NULL
                AND (SELECT COUNT(*) FROM home_team t WHERE t.season_id = $1) = 0
            HAVING COUNT(*) > 0"
    ),
}];
