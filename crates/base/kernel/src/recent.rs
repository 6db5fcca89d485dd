//! What someone did in the last hour, in memory only: for limits on acts of which nothing may be kept. It is gone with
//! the process; of several processes on one database each counts for itself.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::clock::Time;
use super::ids::Id;
use super::secret;

const HOUR: i64 = 3_600;

/// Presses by what they were for and who pressed: the hash of each form's key, and when.
type Presses = HashMap<(&'static str, Id), Vec<(String, Time)>>;

/// Presses of the last hour.
#[derive(Clone, Default)]
pub struct Recent(Arc<Mutex<Presses>>);

/// What a press is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    New,
    /// The same form was pressed before.
    Again,
    /// There were as many in the last hour as there may be.
    TooMany,
}

impl Recent {
    fn all(&self) -> MutexGuard<'_, Presses> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts a press. `key` is its form's; without one, every press is new. What is older than an hour is forgotten.
    pub fn press(&self, what: &'static str, who: &Id, key: &str, most: usize, now: Time) -> Press {
        let mut all = self.all();
        all.retain(|_, presses| {
            presses.retain(|(_, at)| *at > now.plus_seconds(-HOUR));
            !presses.is_empty()
        });
        let mine = all.entry((what, who.clone())).or_default();
        let hash = secret::hash(key);
        if !key.is_empty() && mine.iter().any(|(k, _)| *k == hash) {
            return Press::Again;
        }
        if mine.len() >= most {
            return Press::TooMany;
        }
        mine.push((hash, now));
        Press::New
    }

    /// A press that came to nothing counts for nothing.
    pub fn release(&self, what: &'static str, who: &Id, key: &str) {
        if let Some(mine) = self.all().get_mut(&(what, who.clone())) {
            let hash = secret::hash(key);
            if let Some(at) = mine.iter().rposition(|(k, _)| *k == hash) {
                mine.remove(at);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_holds_for_an_hour_and_a_repeat_counts_once() {
        let (recent, who, other) = (Recent::default(), Id::stored("a".into()), Id::stored("b".into()));
        let press = |who: &Id, key: &str, at: i64| recent.press("x", who, key, 2, Time(0).plus_seconds(at));
        assert_eq!((press(&who, "1", 0), press(&who, "1", 1)), (Press::New, Press::Again));
        assert_eq!((press(&who, "2", 2), press(&who, "3", 3)), (Press::New, Press::TooMany));
        assert_eq!(press(&other, "3", 3), Press::New);
        recent.release("x", &who, "2");
        assert_eq!(press(&who, "", 4), Press::New);
        assert_eq!((press(&who, "5", 3_599), press(&who, "5", 3_601)), (Press::TooMany, Press::New));
        // After a quiet hour nothing is left of anyone.
        assert_eq!(press(&other, "9", 9_000), Press::New);
        assert_eq!(recent.all().len(), 1);
    }
}
