//! Finding again what was said of the columns of a file, although a few of them are new, gone, or called otherwise.

use super::mapping::{self, ANSWER, LEAVE_OUT, Plan, store_of};

/// Of ten columns so many have to be the same.
const SAME: usize = 6;

/// A mapping for these headers out of one for others that are mostly the same, and the columns it does not know. A
/// single column that is called otherwise, where a single one is missing, goes where that one went: a person looks at
/// it. `None` when the files are too different.
pub fn again(from: &[String], plan: &Plan, to: &[String]) -> Option<(Plan, Vec<usize>)> {
    if from.len() != plan.targets.len() || !plan.targets.iter().all(|t| mapping::targets().any(|known| known == t)) {
        return None;
    }
    let mut used = vec![false; from.len()];
    let places: Vec<Option<usize>> = to
        .iter()
        .map(|header| {
            let at = (0..from.len()).find(|at| !used[*at] && from[*at] == *header)?;
            used[at] = true;
            Some(at)
        })
        .collect();
    let same = places.iter().flatten().count();
    if same * 10 < from.len().max(to.len()) * SAME {
        return None;
    }
    let fresh: Vec<usize> = (0..to.len()).filter(|i| places[*i].is_none()).collect();
    let gone: Vec<usize> = (0..from.len()).filter(|at| !used[*at]).collect();
    let proposals = mapping::propose(to);
    let mut out = Plan { cut: plan.cut, ..Plan::default() };
    let known: Vec<&String> = places.iter().flatten().map(|at| &plan.targets[*at]).collect();
    for (i, place) in places.iter().enumerate() {
        let renamed = || (fresh.len() == 1 && gone.len() == 1).then(|| gone[0]);
        let own = &proposals[i].target;
        let at = place.or_else(|| renamed().filter(|_| own == ANSWER));
        let mut target = at.map_or(own, |at| &plan.targets[at]).clone();
        // A place that another column has is not given twice.
        if place.is_none() && ![ANSWER, LEAVE_OUT].contains(&target.as_str()) && known.contains(&&target) {
            let is_kept_apart = matches!(store_of(&target), "store-identity" | "store-access");
            if is_kept_apart { LEAVE_OUT } else { ANSWER }.clone_into(&mut target);
        }
        if let Some(order) = at.and_then(|at| plan.orders.get(&at)).filter(|_| target == "submitted_at") {
            out.orders.insert(i, order.clone());
        }
        out.targets.push(target);
    }
    mapping::doubled(&out.targets).is_none().then_some((out, fresh))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(names: &[&str]) -> Vec<String> {
        names.iter().map(|n| (*n).to_owned()).collect()
    }

    #[test]
    fn a_column_that_is_called_otherwise_goes_where_it_went_and_is_looked_at() {
        let from = all(&["Email", "How far?", "What role?", "Why?", "Health?"]);
        let plan = Plan::of(&all(&["email", "scope", "role_level", "answer", "health_focus"]));
        let to = all(&["Email", "How far does it reach?", "Why?", "What role?", "Health?"]);
        let (found, fresh) = again(&from, &plan, &to).expect("the same file");
        assert_eq!(found.targets, ["email", "scope", "answer", "role_level", "health_focus"]);
        assert_eq!(fresh, [1]);
    }

    #[test]
    fn a_new_column_never_takes_a_place_that_is_taken() {
        let from = all(&["Email", "Why?", "Where?"]);
        let plan = Plan::of(&all(&["email", "answer", "city"]));
        let (found, fresh) = again(&from, &plan, &all(&["Email", "Why?", "Where?", "City"])).expect("the same file");
        assert_eq!((found.targets, fresh), (all(&["email", "answer", "city", "answer"]), vec![3]));
    }

    #[test]
    fn another_file_is_another_file() {
        let plan = Plan::of(&all(&["email", "answer", "city"]));
        assert_eq!(again(&all(&["Email", "Why?", "Where?"]), &plan, &all(&["Email", "Name", "Age"])), None);
    }
}
