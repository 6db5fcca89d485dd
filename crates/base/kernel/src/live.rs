//! Pages that follow what happens: whoever follows a topic hears what is said there, the newest word only. What is said
//! is always the whole state, so that a page that slept or was offline for a while misses nothing. A line belongs to a
//! sign-in and ends with it; one person has so many at most.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{oneshot, watch};

use super::ids::Id;

/// What is said, once per language, for however many listeners.
pub type Said = Arc<[String; 2]>;

/// Who follows, and by what right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    pub person: Id,
    pub sign_in: Id,
    pub season: Id,
    /// What the person was in the season when the line began; once it differs, the line ends.
    pub standing: String,
}

/// Why a line ended while its page was still there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The same person follows on more pages than one may: the oldest gives way.
    Elsewhere,
    /// The right to follow has ended, or is no longer what it was.
    Over,
}

impl Ending {
    /// The word for the page's script.
    pub fn name(self) -> &'static str {
        match self {
            Self::Elsewhere => "elsewhere",
            Self::Over => "over",
        }
    }
}

/// What a listener hears.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    Said(Said),
    Ended(Ending),
    /// The program is closing.
    Closing,
}

type Topics = HashMap<String, watch::Sender<Option<Said>>>;

struct Follower {
    who: Who,
    end: oneshot::Sender<Ending>,
}

#[derive(Default)]
struct Followers {
    next: u64,
    /// By age, the oldest first.
    all: BTreeMap<u64, Follower>,
}

/// All topics and followers of this process.
#[derive(Clone)]
pub struct Live {
    topics: Arc<Mutex<Topics>>,
    followers: Arc<Mutex<Followers>>,
    closing: watch::Sender<bool>,
}

impl Default for Live {
    fn default() -> Self {
        Self { topics: Arc::default(), followers: Arc::default(), closing: watch::Sender::new(false) }
    }
}

/// Someone who listens to a topic. Dropped, the follower is forgotten.
pub struct Listener {
    words: watch::Receiver<Option<Said>>,
    closing: watch::Receiver<bool>,
    end: oneshot::Receiver<Ending>,
    _seat: Seat,
}

struct Seat {
    number: u64,
    followers: Arc<Mutex<Followers>>,
}

impl Drop for Seat {
    fn drop(&mut self) {
        held(&self.followers).all.remove(&self.number);
    }
}

fn held<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Live {
    /// Says something to everyone who listens.
    pub fn say(&self, topic: &str, said: [String; 2]) {
        let mut topics = held(&self.topics);
        // A topic without listeners is forgotten: whoever comes next asks the database.
        topics.retain(|_, sender| sender.receiver_count() > 0);
        if let Some(sender) = topics.get(topic) {
            sender.send_replace(Some(Arc::new(said)));
        }
    }

    /// Follows a topic. Of a person's lines the oldest end, so that there are at most `most`.
    pub fn follow(&self, topic: &str, who: Who, most: usize) -> Listener {
        let words = {
            let mut topics = held(&self.topics);
            let mut words = topics.entry(topic.to_owned()).or_insert_with(|| watch::Sender::new(None)).subscribe();
            words.mark_unchanged();
            words
        };
        let (end, ended) = oneshot::channel();
        let mut followers = held(&self.followers);
        let own: Vec<u64> = followers.all.iter().filter(|(_, f)| f.who.person == who.person).map(|(n, _)| *n).collect();
        for number in own.iter().take((own.len() + 1).saturating_sub(most.max(1))) {
            if let Some(oldest) = followers.all.remove(number) {
                let _ = oldest.end.send(Ending::Elsewhere);
            }
        }
        let number = followers.next;
        followers.next += 1;
        followers.all.insert(number, Follower { who, end });
        drop(followers);
        Listener {
            words,
            closing: self.closing.subscribe(),
            end: ended,
            _seat: Seat { number, followers: self.followers.clone() },
        }
    }

    /// How many listen to a topic.
    pub fn listeners(&self, topic: &str) -> usize {
        held(&self.topics).get(topic).map_or(0, watch::Sender::receiver_count)
    }

    /// The seasons that someone follows now, and a mark: lines with a smaller number are those of now.
    pub fn seasons(&self) -> (Vec<Id>, u64) {
        let followers = held(&self.followers);
        let mut seasons: Vec<Id> = followers.all.values().map(|f| f.who.season.clone()).collect();
        seasons.sort();
        seasons.dedup();
        (seasons, followers.next)
    }

    /// Ends the lines of those who may no longer follow. Returns how many that were.
    pub fn end(&self, is_over: impl Fn(&Who) -> bool) -> usize {
        self.end_before(u64::MAX, is_over)
    }

    /// The same, but for lines that began after the mark: nobody has looked at what holds for them.
    pub fn end_before(&self, mark: u64, is_over: impl Fn(&Who) -> bool) -> usize {
        let mut followers = held(&self.followers);
        let over: Vec<u64> = followers.all.range(..mark).filter(|(_, f)| is_over(&f.who)).map(|(n, _)| *n).collect();
        let mut ended = 0;
        for follower in over.iter().filter_map(|n| followers.all.remove(n)) {
            let _ = follower.end.send(Ending::Over);
            ended += 1;
        }
        ended
    }

    /// Lets every listener go, so that the program can close.
    pub fn close(&self) {
        self.closing.send_replace(true);
    }
}

impl Listener {
    /// The next word, or the end.
    pub async fn next(&mut self) -> Heard {
        loop {
            if *self.closing.borrow() {
                return Heard::Closing;
            }
            tokio::select! {
                // Whoever may no longer follow hears nothing that is said in the same moment.
                biased;
                ended = &mut self.end => return ended.map_or(Heard::Closing, Heard::Ended),
                closing = self.closing.changed() => {
                    if closing.is_err() {
                        return Heard::Closing;
                    }
                }
                changed = self.words.changed() => {
                    if changed.is_err() {
                        return Heard::Closing;
                    }
                    if let Some(said) = self.words.borrow_and_update().clone() {
                        return Heard::Said(said);
                    }
                }
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

    fn who(person: &str) -> Who {
        let id = |text: &str| Id::stored(text.to_owned());
        Who {
            person: id(person),
            sign_in: id(&format!("by-{person}")),
            season: id("season"),
            standing: "participant".into(),
        }
    }

    #[tokio::test]
    async fn a_listener_hears_the_newest_word_of_their_topic_and_the_end() {
        let live = Live::default();
        live.say("a", word("before"));
        let (mut one, mut other) = (live.follow("a", who("one"), 10), live.follow("b", who("two"), 10));
        assert_eq!((live.listeners("a"), live.seasons().0.len()), (1, 1));
        live.say("a", word("first"));
        live.say("a", word("second"));
        assert_eq!(one.next().await, Heard::Said(Arc::new(word("second"))));
        live.close();
        assert_eq!((one.next().await, other.next().await), (Heard::Closing, Heard::Closing));
        drop((one, other));
        live.say("a", word("nobody"));
        assert_eq!((live.listeners("a"), live.listeners("b"), live.seasons().0.len()), (0, 0, 0));
    }

    #[tokio::test]
    async fn one_line_too_many_ends_the_oldest_of_that_person() {
        let live = Live::default();
        let mut all: Vec<Listener> = (0..3).map(|_| live.follow("a", who("one"), 3)).collect();
        let _other = live.follow("a", who("two"), 3);
        let _newest = live.follow("a", who("one"), 3);
        assert_eq!(all[0].next().await, Heard::Ended(Ending::Elsewhere));
        live.say("a", word("on"));
        assert_eq!(all[1].next().await, Heard::Said(Arc::new(word("on"))));
        assert_eq!(live.end(|w| w.person == who("one").person), 3);
        live.say("a", word("not for one"));
        assert_eq!(all[2].next().await, Heard::Ended(Ending::Over), "nothing is heard after the end");
    }
}
