//! Stages, and who goes on to one.

use weft_kernel::clock::Time;
use weft_kernel::db::Json;
use weft_kernel::i18n::Words;
use weft_kernel::ids::Id;
use weft_kernel::{one_of, row};

use crate::applications::model::State;

/// The most stages that a season has.
pub const MOST: i64 = 5;

one_of! {
    /// What people do in a stage: answer questions, or talk with whoever reviews them.
    pub enum Kind in "stage.kind" {
        Form = "form",
        Conversation = "conversation",
    }
}

row! {
    /// A stage, numbered from 1, which is applying. Only forms of later stages are due on a day of their own.
    pub struct Stage {
        no: i64,
        kind: Kind,
        title: Json<Words>,
        due_on: Option<String>,
        due_at: Option<Time>,
        opened_at: Option<Time>,
    }
}

row! {
    /// How many went on to a stage: invited, chosen and not invited yet who still can be; of those who were invited,
    /// form submitted, form missing, and out since (withdrawn, not eligible, a duplicate).
    pub struct Count { no: i64, told: i64, chosen: i64, submitted: i64, missing: i64, out: i64 }
}

row! {
    /// Someone at the stage before, who may be chosen to go on. `score` is in points, in that stage; nothing while its
    /// reviews are open.
    pub struct Candidate {
        id: Id,
        external_id: String,
        display_name: String,
        region: Option<String>,
        stands: State,
        score: Option<f64>,
        reviews: i64,
        /// The form of the stage before was submitted, or it has none.
        is_complete: bool,
        is_chosen: bool,
        is_told: bool,
    }
}

impl Candidate {
    /// Whether they can be chosen: whoever is eligible and has sent what was asked.
    pub fn may_go_on(&self) -> bool {
        self.stands == State::Eligible && self.is_complete
    }
}

/// The numbers of those with the best scores, best first: as many as are wanted, and all who have the same score as the
/// last of them.
pub fn best(candidates: &[Candidate], wanted: usize) -> Vec<&str> {
    let mut able: Vec<(&Candidate, f64)> =
        candidates.iter().filter(|c| c.may_go_on()).filter_map(|c| Some((c, c.score?))).collect();
    able.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.external_id.cmp(&b.0.external_id)));
    let Some(last) = wanted.checked_sub(1).and_then(|i| able.get(i).or(able.last())).map(|(_, score)| *score) else {
        return Vec::new();
    };
    // Scores that look the same are the same.
    able.iter().filter(|(_, score)| *score >= last - 1e-9).map(|(c, _)| c.external_id.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(id: &str, score: Option<f64>, stands: State) -> Candidate {
        Candidate {
            id: Id::stored(id.to_owned()),
            external_id: id.to_owned(),
            display_name: String::new(),
            region: None,
            stands,
            score,
            reviews: 0,
            is_complete: true,
            is_chosen: false,
            is_told: false,
        }
    }

    #[test]
    fn the_best_are_as_many_as_wanted_and_all_who_tie_with_the_last() {
        let all = [
            candidate("A", Some(4.0), State::Eligible),
            candidate("B", Some(3.0), State::Eligible),
            candidate("C", Some(3.0), State::Undecided),
            candidate("D", Some(2.0), State::Eligible),
            candidate("E", Some(5.0), State::NotEligible),
            candidate("F", None, State::Eligible),
            candidate("G", Some(3.0), State::Eligible),
        ];
        assert_eq!(best(&all, 0), Vec::<&str>::new());
        assert_eq!(best(&all, 1), ["A"]);
        assert_eq!(best(&all, 2), ["A", "B", "G"]);
        assert_eq!(best(&all, 3), ["A", "B", "G"]);
        assert_eq!(best(&all, 9), ["A", "B", "G", "D"], "nobody undecided, or without a score");
        assert_eq!(best(&[], 3), Vec::<&str>::new());
    }
}
