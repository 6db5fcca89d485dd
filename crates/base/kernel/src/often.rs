//! Log lines about what may happen hundreds of times in a row: the first is written at once, then one a minute says how
//! many more there were.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

const MINUTE: Duration = Duration::from_secs(60);

/// What is being counted. Clones count together.
#[derive(Clone, Debug, Default)]
pub struct Tally(Arc<Mutex<BTreeMap<&'static str, u64>>>);

impl Tally {
    fn counts(&self) -> std::sync::MutexGuard<'_, BTreeMap<&'static str, u64>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts one more of `what`; whether it is the first in a while, and so has to be told at once.
    fn count(&self, what: &'static str) -> bool {
        let mut counts = self.counts();
        match counts.get_mut(what) {
            Some(more) => {
                *more += 1;
                false
            }
            None => counts.insert(what, 0).is_none(),
        }
    }

    /// How many more there were since the last look; nothing, and forgotten, when there were none.
    fn more(&self, what: &'static str) -> Option<u64> {
        let mut counts = self.counts();
        let more = std::mem::take(counts.get_mut(what)?);
        if more == 0 {
            counts.remove(what);
            return None;
        }
        Some(more)
    }

    /// Tells that `what` happened. `detail` is written with the first.
    pub fn say(&self, what: &'static str, detail: &dyn std::fmt::Display) {
        if !self.count(what) {
            return;
        }
        tracing::error!("{what}: {detail}");
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            let tally = self.clone();
            runtime.spawn(async move {
                loop {
                    tokio::time::sleep(MINUTE).await;
                    let Some(more) = tally.more(what) else { break };
                    tracing::error!("{what}: {more} more in the last minute");
                }
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_is_told_at_once_and_the_rest_by_number() {
        let tally = Tally::default();
        let told = (0..398).filter(|_| tally.count("full")).count();
        assert_eq!((told, tally.count("other")), (1, true));
        assert_eq!((tally.more("full"), tally.more("full"), tally.more("other")), (Some(397), None, None));
        assert!(tally.count("full"), "after a quiet minute the next is told at once");
    }
}
