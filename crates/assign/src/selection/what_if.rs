//! Questions put to a proposal: who must go if she comes in, who comes if she goes, what does this goal cost?

use super::{Error, Input, LeftOut, Proposal, propose};

/// One change of what was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// This person must be chosen.
    In(String),
    /// This person must not be.
    Out(String),
    /// The goal at this place of the canonical input does not count.
    WithoutGoal(usize),
    /// The mean at this place does not count.
    WithoutMean(usize),
}

/// The input with a change.
pub fn changed(input: &Input, change: &Change) -> Input {
    let mut new = input.clone().canonical();
    match change {
        Change::In(id) if !new.fixed.contains(id) => new.fixed.push(id.clone()),
        Change::Out(id) => {
            new.people.retain(|p| p.id != *id);
            new.fixed.retain(|f| f != id);
            new.left_out.push(LeftOut { id: id.clone(), reason: "what if".into() });
        }
        Change::WithoutGoal(i) if *i < new.goals.len() => drop(new.goals.remove(*i)),
        Change::WithoutMean(i) if *i < new.means.len() => drop(new.means.remove(*i)),
        // Locked already, or no such goal: nothing changes.
        Change::In(_) | Change::WithoutGoal(_) | Change::WithoutMean(_) => {}
    }
    new.canonical()
}

/// The best cohort under a change. [`Error::Infeasible`] says which goals bar it.
pub fn what_if(input: &Input, change: &Change) -> Result<Proposal, Error> {
    propose(&changed(input, change))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::selection::{Goal, Person};

    fn input(scores: &[u8], norths: &[bool], min: u32) -> Input {
        let people = scores
            .iter()
            .zip(norths)
            .enumerate()
            .map(|(i, (s, n))| Person {
                id: format!("p{i}"),
                score: Some(i64::from(*s)),
                values: [("region".to_owned(), if *n { "north" } else { "south" }.to_owned())].into(),
                ..Person::default()
            })
            .collect();
        Input { seats: 3, goals: vec![Goal::range("region", "north", min, 3)], people, ..Input::default() }.canonical()
    }

    proptest! {
        #[test]
        fn being_asked_for_more_never_scores_more_and_for_less_never_less(
            scores in prop::collection::vec(0_u8..9, 7),
            norths in prop::collection::vec(any::<bool>(), 7),
            min in 0_u32..3,
            who in 0_usize..7,
        ) {
            let input = input(&scores, &norths, min);
            let Ok(best) = propose(&input) else { return Ok(()) };
            let id = format!("p{who}");
            if let Ok(with) = what_if(&input, &Change::In(id.clone())) {
                prop_assert!(with.cohort.contains(&id) && with.total_score <= best.total_score);
                prop_assert!(!best.cohort.contains(&id) || with.total_score == best.total_score);
            } else {
                prop_assert!(!best.cohort.contains(&id));
            }
            if let Ok(without) = what_if(&input, &Change::Out(id.clone())) {
                prop_assert!(!without.cohort.contains(&id) && without.total_score <= best.total_score);
            }
            let free = what_if(&input, &Change::WithoutGoal(0)).expect("nothing bars it");
            prop_assert!(free.total_score >= best.total_score);
            prop_assert_eq!(free.total_score, best.total_without_goals);
        }
    }
}
