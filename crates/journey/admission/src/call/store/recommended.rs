//! The SQL of what an application's own pages say of its recommendations.

use crate::call::rules::OwnDraft;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::i18n::Tr;
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};

row! {
    /// How many recommendations a season asks for, until when, and how many an applicant has: named, and come in.
    pub struct Recommended {
        most: i64,
        is_required: bool,
        due_on: Option<String>,
        due_at: Option<Time>,
        named: i64,
        received: i64,
    }
}

impl Recommended {
    /// What the season asks, in a sentence.
    pub fn said(&self, t: &Tr) -> String {
        let day = self.due_on.as_deref().map_or_else(String::new, |d| t.iso_day(d));
        t.a2(if self.is_required { "recommendations-need" } else { "recommendations-may" }, "n", self.most, "day", day)
    }

    /// Whether people can be named still.
    pub fn is_open(&self, now: Time) -> bool {
        self.due_at.is_some_and(|at| now <= at)
    }
}

/// What a season asks of its applicants; nothing where it asks for no recommendations. With a draft, how far that is.
pub async fn recommended(conn: &mut Conn, season: &Id, own: Option<&OwnDraft>) -> Result<Option<Recommended>> {
    conn.opt(
        sql!(
            "SELECT p.most AS most, p.is_required AS is_required, p.due_on AS due_on, p.due_at AS due_at,
                COUNT(CASE WHEN r.declined_at IS NULL THEN r.id END) AS named, COUNT(r.sent_at) AS received
            FROM recommendation_plan p
            LEFT JOIN recommendation r ON r.draft_id = $2 AND r.ended_at IS NULL
            WHERE p.season_id = $1 AND p.most > 0
            GROUP BY p.most, p.is_required, p.due_on, p.due_at"
        ),
        args![season, own.map(OwnDraft::id)],
    )
    .await
}

/// Whoever was named in a draft is a recommender of the application that it became.
pub(in crate::call) async fn hand_over_recommendations(
    conn: &mut Conn,
    own: &OwnDraft,
    application: &Id,
) -> Result<()> {
    conn.run(
        sql!("UPDATE recommendation SET application_id = $2 WHERE draft_id = $1 AND application_id IS NULL"),
        args![own.id(), application],
    )
    .await
    .map(drop)
}
