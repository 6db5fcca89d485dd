//! The SQL of what came in, for reviewers: without who wrote it and without names that are known.

use crate::recommendations::masks::masked;
use crate::recommendations::model::{Said, said as said_of};
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Json, Result};
use weft_kernel::i18n::Tr;
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};

row! {
    /// What came in for an application, with the names that reviewers don't see.
    struct Received {
        asker: String,
        name: String,
        sent_at: Option<Time>,
        answers: Option<Json<Vec<Said>>>,
        display_name: String,
        organization: Option<String>,
        collaborative: Option<String>,
    }
}

/// One recommendation as a reviewer reads it: question and answer.
#[derive(Clone, Debug, Default)]
pub struct ForReviewer {
    pub answers: Vec<(String, String)>,
}

/// The recommendations that came in for an application, the first first. Without names, as the application itself is
/// shown: whoever wrote it is not in it, and names that are known are replaced.
pub async fn for_reviewer(conn: &mut Conn, t: Tr, application: &Id) -> Result<Vec<ForReviewer>> {
    let all: Vec<Received> = conn
        .all(
            sql!(
                "SELECT r.asker AS asker, r.name AS name, r.sent_at AS sent_at, r.answers AS answers,
                    p.display_name AS display_name, a.organization AS organization, a.collaborative AS collaborative
                FROM recommendation r
                JOIN application a ON a.id = r.application_id
                JOIN person p ON p.id = a.person_id
                WHERE r.sent_at IS NOT NULL
                    AND r.ended_at IS NULL
                    AND r.application_id IN (
                        SELECT k.id
                        FROM application k
                        WHERE k.id = $1
                        UNION ALL
                        SELECT o.id
                        FROM application k
                        JOIN application o ON o.season_id = k.season_id AND o.duplicate_of = k.external_id
                        WHERE k.id = $1
                    )
                ORDER BY r.sent_at, r.id"
            ),
            args![application],
        )
        .await?;
    let instead = t.t("recommendation-name");
    Ok(all
        .into_iter()
        .map(|r| {
            let people = [r.asker.as_str(), &r.name, &r.display_name];
            let places: Vec<&str> = [&r.organization, &r.collaborative].into_iter().flatten().map(|o| &**o).collect();
            let hide = |text: &str| masked(text, &people, &places, &instead);
            let said = r.answers.map(|a| a.0).unwrap_or_default();
            ForReviewer { answers: said_of(t, &said).into_iter().map(|(q, a)| (q, hide(&a))).collect() }
        })
        .collect())
}
