//! Pages that follow what happens: whoever looks at a topic hears what is said there, the newest word only. What is said is
//! always the whole state, so that a page that slept or lost its line for a while misses nothing.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::watch;

/// What is said, once per language, for however many listeners.
pub type Said = Arc<[String; 2]>;

/// All topics of this process.
#[derive(Clone, Debug)]
pub struct Live {
    topics: Arc<Mutex<HashMap<String, watch::Sender<Option<Said>>>>>,
    ends: watch::Sender<bool>,
}

impl Default for Live {
    fn default() -> Self {
        Self { topics: Arc::default(), ends: watch::Sender::new(false) }
    }
}

/// Someone who listens to a topic.
pub struct Listener {
    words: watch::Receiver<Option<Said>>,
    ends: watch::Receiver<bool>,
}

impl Live {
    /// Says something to everyone who listens.
    pub fn say(&self, topic: &str, said: [String; 2]) {
        let mut topics = self.topics.lock().unwrap_or_else(PoisonError::into_inner);
        // A topic without listeners is forgotten: whoever comes next asks the database.
        topics.retain(|_, sender| sender.receiver_count() > 0);
        if let Some(sender) = topics.get(topic) {
            sender.send_replace(Some(Arc::new(said)));
        }
    }

    pub fn listen(&self, topic: &str) -> Listener {
        let mut topics = self.topics.lock().unwrap_or_else(PoisonError::into_inner);
        let sender = topics.entry(topic.to_owned()).or_insert_with(|| watch::Sender::new(None));
        let mut words = sender.subscribe();
        words.mark_unchanged();
        Listener { words, ends: self.ends.subscribe() }
    }

    /// How many listen to a topic.
    pub fn listeners(&self, topic: &str) -> usize {
        self.topics.lock().unwrap_or_else(PoisonError::into_inner).get(topic).map_or(0, watch::Sender::receiver_count)
    }

    /// Lets every listener go, so that the house can close.
    pub fn end(&self) {
        self.ends.send_replace(true);
    }
}

impl Listener {
    /// The next word; nothing when the house closes.
    pub async fn next(&mut self) -> Option<Said> {
        loop {
            if *self.ends.borrow() {
                return None;
            }
            tokio::select! {
                changed = self.words.changed() => {
                    changed.ok()?;
                    if let Some(said) = self.words.borrow_and_update().clone() {
                        return Some(said);
                    }
                }
                ended = self.ends.changed() => ended.ok()?,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str) -> [String; 2] {
        [text.to_owned(), text.to_owned()]
    }

    #[tokio::test]
    async fn a_listener_hears_the_newest_word_of_her_topic_and_the_end() {
        let live = Live::default();
        live.say("a", word("before"));
        let (mut one, mut other) = (live.listen("a"), live.listen("b"));
        assert_eq!(live.listeners("a"), 1);
        live.say("a", word("first"));
        live.say("a", word("second"));
        assert_eq!(one.next().await.map(|s| s[0].clone()).as_deref(), Some("second"));
        live.end();
        assert!(one.next().await.is_none() && other.next().await.is_none());
        drop((one, other));
        live.say("a", word("nobody"));
        assert_eq!((live.listeners("a"), live.listeners("b")), (0, 0));
    }
}
