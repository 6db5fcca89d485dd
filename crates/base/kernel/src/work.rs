//! Long work that tells how far it is and can be stopped: one piece under a name at a time, in this process. What it
//! leaves behind is in the database; what is kept here may be lost with the process.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::clock::Time;

/// A piece of work under way.
#[derive(Clone, Debug)]
pub struct Work {
    pub what: &'static str,
    pub began: Time,
    steps: Arc<AtomicUsize>,
    is_stopped: Arc<AtomicBool>,
}

impl Work {
    /// Tells how far the work is; `false` asks it to stop.
    pub fn tick(&self, steps: usize) -> bool {
        self.steps.store(steps, Ordering::Relaxed);
        !self.is_stopped.load(Ordering::Relaxed)
    }

    pub fn steps(&self) -> usize {
        self.steps.load(Ordering::Relaxed)
    }

    pub fn stop(&self) {
        self.is_stopped.store(true, Ordering::Relaxed);
    }
}

#[derive(Clone, Debug)]
enum Slot {
    Busy(Work),
    /// What there was to say at the end.
    Said(String),
}

/// All work of this process, by name.
#[derive(Clone, Debug, Default)]
pub struct Works(Arc<Mutex<HashMap<String, Slot>>>);

impl Works {
    fn slots(&self) -> std::sync::MutexGuard<'_, HashMap<String, Slot>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Begins work under a name; `None` while there is some already.
    pub fn begin(&self, name: &str, what: &'static str, now: Time) -> Option<Work> {
        let mut slots = self.slots();
        if matches!(slots.get(name), Some(Slot::Busy(_))) {
            return None;
        }
        let work = Work { what, began: now, steps: Arc::default(), is_stopped: Arc::default() };
        slots.insert(name.to_owned(), Slot::Busy(work.clone()));
        Some(work)
    }

    /// The work under a name, while it goes on.
    pub fn under_way(&self, name: &str) -> Option<Work> {
        match self.slots().get(name) {
            Some(Slot::Busy(work)) => Some(work.clone()),
            _ => None,
        }
    }

    /// Ends work, with a word for whoever asks, or without one.
    pub fn end(&self, name: &str, said: Option<String>) {
        let mut slots = self.slots();
        match said {
            Some(text) => slots.insert(name.to_owned(), Slot::Said(text)),
            None => slots.remove(name),
        };
    }

    /// What the last work under a name said when it ended.
    pub fn said(&self, name: &str) -> Option<String> {
        match self.slots().get(name) {
            Some(Slot::Said(text)) => Some(text.clone()),
            _ => None,
        }
    }

    /// Forgets what was said, once it no longer matters.
    pub fn forget(&self, name: &str) {
        let mut slots = self.slots();
        if matches!(slots.get(name), Some(Slot::Said(_))) {
            slots.remove(name);
        }
    }

    /// The same for every name that begins so.
    pub fn forget_all(&self, begin: &str) {
        self.slots().retain(|name, slot| matches!(slot, Slot::Busy(_)) || !name.starts_with(begin));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_under_a_name_is_one_at_a_time_can_be_stopped_and_leaves_a_word() {
        let works = Works::default();
        let work = works.begin("a", "propose", Time::default()).expect("free");
        assert!(
            works.begin("a", "propose", Time::default()).is_none()
                && works.begin("b", "draw", Time::default()).is_some()
        );
        assert!(work.tick(7));
        let seen = works.under_way("a").expect("busy");
        assert_eq!(seen.steps(), 7);
        seen.stop();
        assert!(!work.tick(8), "a stop reaches the work");
        works.end("a", Some("stopped".into()));
        assert_eq!((works.under_way("a").is_none(), works.said("a").as_deref()), (true, Some("stopped")));
        works.forget("a");
        assert_eq!(works.said("a"), None);
        works.forget("b");
        assert!(works.under_way("b").is_some(), "work under way is not forgotten");
        works.end("c 1", Some("found nothing".into()));
        works.end("d 1", Some("found nothing".into()));
        works.forget_all("c ");
        assert_eq!((works.said("c 1"), works.said("d 1").is_some()), (None, true));
    }
}
