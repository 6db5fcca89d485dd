//! The reviews of an application, for those who choose: criteria, scores and note of each, beside the mean. Nothing
//! while reviewing is open. Reviewers are named to those who run the reviews, and to nobody else.

use super::rules::{ReadPool, may_fill_pool};
use super::store;
use weft_kernel::db::Conn;
use weft_kernel::i18n::{Tr, Words};
use weft_kernel::ids::Id;
use weft_kernel::stored;
use weft_programs::InSeason;
use weft_web::Result;

/// One review. `mean` is in points, weighted as the rubric says.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// The reviewer's name, or a number where the reader may not know it.
    pub reviewer: String,
    pub mean: f64,
    /// What the criterion is called, its score, and whether it is shown without counting.
    pub scores: Vec<(String, i64, bool)>,
    pub note: Option<String>,
    /// The stage in which it was made, and what that is called; nothing where there is one only.
    pub stage: i64,
    pub stage_title: String,
}

/// The mean of the reviews of the latest stage that has some, and how many those are.
pub fn mean(reviews: &[Review]) -> Option<(f64, usize)> {
    let latest = reviews.iter().map(|r| r.stage).max()?;
    let means: Vec<f64> = reviews.iter().filter(|r| r.stage == latest).map(|r| r.mean).collect();
    Some((means.iter().sum::<f64>() / means.len() as f64, means.len()))
}

/// The reviews of one application in their order.
pub async fn of(conn: &mut Conn, s: &InSeason, permit: &ReadPool, application: &Id) -> Result<Vec<Review>> {
    let t = s.page.t;
    let names = may_fill_pool(s).is_some();
    let mut out: Vec<(Id, Review)> = Vec::new();
    for row in store::reviews(conn, permit, application).await? {
        if out.last().is_none_or(|(id, _)| *id != row.read_id) {
            let number = out.len() + 1;
            let reviewer = if names { row.reader.clone() } else { t.a("reviewer-number", "n", number) };
            let review = Review {
                reviewer,
                mean: row.mean,
                scores: Vec::new(),
                note: row.comment.clone(),
                stage: row.stage,
                stage_title: row.stage_title.as_ref().map_or_else(String::new, |w| w.0.of(t.0).to_owned()),
            };
            out.push((row.read_id.clone(), review));
        }
        if let (Some((_, review)), Some(criterion), Some(score)) = (out.last_mut(), &row.criterion, row.score) {
            review.scores.push((title(t, criterion, row.title.as_deref())?, score, row.is_independent));
        }
    }
    Ok(out.into_iter().map(|(_, review)| review).collect())
}

/// A criterion in the reader's language; one that came with a file by its column.
fn title(t: Tr, key: &str, title: Option<&str>) -> Result<String> {
    let words: Words = match title {
        Some(text) => stored::read("the title of criterion", key, text)?,
        None => Words::default(),
    };
    Ok(if words.is_empty() { key.replace(['_', '-'], " ") } else { words.said(&t).to_owned() })
}
