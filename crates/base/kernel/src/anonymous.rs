//! Answers that cannot be led back to a person, not from the files either. An answer waits in memory until it can be
//! written together with others: [`FEWEST`] or more at once, in a transaction with nothing else in it, and with it the
//! marks of who gave them. Both lists are written anew in an order of chance, so that whoever has every state of the
//! files learns which people answered together and nothing closer. What waits is lost with the process, and so is the
//! mark: these people are asked again. Whoever can read the process's memory reads it.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::clock::Time;
use super::db::dialect::{self, Bulk};
use super::db::{Conn, Result, Value};
use super::ids::Id;
use super::{Kernel, secret};
use crate::args;
use crate::sql;

/// Fewest people whose answers are written at once.
pub const FEWEST: usize = 5;

/// Seconds after the end in which answers that wait are still written, by this process or another one on the same
/// database.
const TAKEN_UNTIL: i64 = 60;
/// Seconds after the end from which totals are shown: from then on no answer is written, so they never change.
pub const SETTLED_AFTER: i64 = 120;

/// Answers of this process that are not written yet, by topic: whatever is answered, such as a pulse, by its id.
#[derive(Clone, Default)]
pub struct Waiting(Arc<Inner>);

#[derive(Default)]
struct Inner {
    topics: Mutex<HashMap<Id, Topic>>,
    /// One batch after the other.
    writing: tokio::sync::Mutex<()>,
}

#[derive(Default)]
struct Topic {
    answers: HashMap<Id, String>,
    is_closed: bool,
}

/// What became of an answer that someone gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It waits for others.
    Waits,
    /// The person had answered already; the first answer counts.
    Already,
    /// It came after the end.
    Closed,
}

/// What one writing did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    pub kept: usize,
    /// The rest at the end, when fewer than [`FEWEST`] were left: written, they would speak of too few.
    pub dropped: usize,
}

impl Waiting {
    fn topics(&self) -> MutexGuard<'_, HashMap<Id, Topic>> {
        self.0.topics.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes an answer. That the topic is open and that the person has no mark there is for the caller to see; where
    /// two do this at once, the second answer is dropped when it would be written.
    pub fn take(&self, topic: &Id, person: &Id, answer: String) -> Taken {
        let mut topics = self.topics();
        let topic = topics.entry(topic.clone()).or_default();
        if topic.is_closed {
            return Taken::Closed;
        }
        if topic.answers.contains_key(person) {
            return Taken::Already;
        }
        topic.answers.insert(person.clone(), answer);
        Taken::Waits
    }

    /// Whether an answer of this person waits.
    pub fn has(&self, topic: &Id, person: &Id) -> bool {
        self.topics().get(topic).is_some_and(|t| t.answers.contains_key(person))
    }

    /// Whether any answer of this person waits.
    pub fn has_any(&self, person: &Id) -> bool {
        self.topics().values().any(|t| t.answers.contains_key(person))
    }

    /// How many answers wait.
    pub fn count(&self, topic: &Id) -> usize {
        self.topics().get(topic).map_or(0, |t| t.answers.len())
    }

    /// Topics with answers that wait.
    pub fn all(&self) -> Vec<Id> {
        self.topics().iter().filter(|(_, t)| !t.answers.is_empty()).map(|(id, _)| id.clone()).collect()
    }

    /// Drops what someone who is erased has waiting.
    pub fn forget(&self, person: &Id) {
        for topic in self.topics().values_mut() {
            topic.answers.remove(person);
        }
    }

    /// Ends a topic: nothing more is taken, what waits is dropped. Returns how much that was.
    pub fn drop_all(&self, topic: &Id) -> usize {
        let mut topics = self.topics();
        let topic = topics.entry(topic.clone()).or_default();
        topic.is_closed = true;
        std::mem::take(&mut topic.answers).len()
    }

    fn close(&self, topic: &Id) {
        self.topics().entry(topic.clone()).or_default().is_closed = true;
    }

    fn of(&self, topic: &Id) -> Vec<(Id, String)> {
        self.topics()
            .get(topic)
            .map(|t| t.answers.iter().map(|(p, a)| (p.clone(), a.clone())).collect())
            .unwrap_or_default()
    }

    fn remove(&self, topic: &Id, people: &BTreeSet<Id>) {
        if let Some(topic) = self.topics().get_mut(topic) {
            topic.answers.retain(|person, _| !people.contains(person));
        }
    }
}

/// How many of those that wait are written now. While more may come, [`FEWEST`] stay behind: so the last ones are as
/// many.
fn due(waiting: usize, is_last: bool) -> usize {
    let n = if is_last { waiting } else { waiting.saturating_sub(FEWEST) };
    if n < FEWEST { 0 } else { n }
}

const ANSWERS: Bulk = Bulk { table: "anonymous_answer", columns: &["id", "topic", "answer"], after: "" };
const MARKS: Bulk = Bulk { table: "anonymous_mark", columns: &["topic", "person_id"], after: "" };

/// Writes what is due of a topic; at its end everything, or drops what is left when that is too few. To be called by a
/// task of its own: a request that writes would say that its sender is among those written. Doing it again after a
/// failure writes nothing twice.
pub async fn write(kernel: &Kernel, topic: &Id, is_last: bool) -> Result<Written> {
    let waiting = &kernel.anonymous;
    let _one = waiting.0.writing.lock().await;
    if is_last {
        waiting.close(topic);
    }
    let found = waiting.of(topic);
    let mut written = Written::default();
    if due(found.len(), is_last) > 0 {
        let (done, kept) = write_batch(kernel, topic, found, is_last).await?;
        waiting.remove(topic, &done);
        written.kept = kept;
    }
    if is_last {
        written.dropped = waiting.drop_all(topic);
    }
    Ok(written)
}

/// Writes answers of a topic that wait, in batches while it is open and the rest of it once it is closed; `is_ending`
/// writes what can be written before the process stops. Fewer than five are dropped then, as a crash would have done:
/// written, they would stand beside four names or fewer for whoever compares the files of before and after, and these
/// people are asked again. Returns how many answers were written.
pub async fn keep(kernel: &Kernel, topic: &Id, closes_at: Time, is_ending: bool) -> Result<usize> {
    let now = kernel.now();
    // Written later, it would change totals that someone has seen.
    let written = if now >= closes_at.plus_seconds(TAKEN_UNTIL) {
        Written { kept: 0, dropped: kernel.anonymous.drop_all(topic) }
    } else {
        write(kernel, topic, is_ending || now >= closes_at).await?
    };
    if written.dropped > 0 {
        tracing::info!("{} anonymous answers were too few or too late to be saved, and were dropped", written.dropped);
    }
    Ok(written.kept)
}

/// Returns who need not wait any more, and how many of them were written: who was marked meanwhile, by another process,
/// answered twice.
async fn write_batch(
    kernel: &Kernel,
    topic: &Id,
    found: Vec<(Id, String)>,
    is_last: bool,
) -> Result<(BTreeSet<Id>, usize)> {
    let mut tx = kernel.db.begin().await?;
    dialect::hold(&kernel.db, &mut tx, topic.as_str()).await?;
    let marked: Vec<(Id,)> =
        tx.all(sql!("SELECT person_id FROM anonymous_mark WHERE topic = $1 ORDER BY person_id"), args![topic]).await?;
    let marked: BTreeSet<Id> = marked.into_iter().map(|(p,)| p).collect();
    let (again, mut new): (Vec<_>, Vec<_>) = found.into_iter().partition(|(person, _)| marked.contains(person));
    let mut done: BTreeSet<Id> = again.into_iter().map(|(person, _)| person).collect();
    let kept = due(new.len(), is_last);
    if kept == 0 {
        return Ok((done, 0));
    }
    // Not those who have waited longest: who is in a batch does not tell when they answered.
    kernel.rng.shuffle(&mut new);
    new.truncate(kept);
    let answers: Vec<(String,)> =
        tx.all(sql!("SELECT answer FROM anonymous_answer WHERE topic = $1 ORDER BY id"), args![topic]).await?;
    let mut answers: Vec<String> = answers.into_iter().map(|(a,)| a).collect();
    let mut people: Vec<Id> = marked.into_iter().collect();
    for (person, answer) in new {
        done.insert(person.clone());
        people.push(person);
        answers.push(answer);
    }
    kernel.rng.shuffle(&mut answers);
    kernel.rng.shuffle(&mut people);
    replace(kernel, &mut tx, topic, people, answers).await?;
    tx.commit().await?;
    Ok((done, kept))
}

async fn replace(kernel: &Kernel, conn: &mut Conn, topic: &Id, people: Vec<Id>, answers: Vec<String>) -> Result<()> {
    conn.run(sql!("DELETE FROM anonymous_answer WHERE topic = $1"), args![topic]).await?;
    conn.run(sql!("DELETE FROM anonymous_mark WHERE topic = $1"), args![topic]).await?;
    // Other ids tell the time at which they were made.
    let answers =
        answers.iter().map(|answer| args![secret::token(&kernel.rng), topic, answer]).collect::<Vec<Vec<Value>>>();
    ANSWERS.insert(conn, answers).await?;
    MARKS.insert(conn, people.iter().map(|person| args![topic, person]).collect()).await
}

#[cfg(test)]
mod tests {
    use super::{FEWEST, Taken, Waiting, due};
    use crate::ids::Id;

    fn id(n: usize) -> Id {
        Id::stored(n.to_string())
    }

    #[test]
    fn an_answer_waits_once_and_not_after_the_end() {
        let waiting = Waiting::default();
        let topic = id(0);
        assert_eq!(waiting.take(&topic, &id(1), "a".into()), Taken::Waits);
        assert_eq!(waiting.take(&topic, &id(1), "b".into()), Taken::Already);
        assert_eq!(waiting.take(&topic, &id(2), "c".into()), Taken::Waits);
        assert!(
            waiting.has(&topic, &id(1))
                && !waiting.has(&id(9), &id(1))
                && waiting.count(&topic) == 2
                && waiting.all() == [topic.clone()]
        );
        waiting.forget(&id(1));
        assert!(!waiting.has_any(&id(1)) && waiting.has_any(&id(2)));
        assert_eq!(waiting.drop_all(&topic), 1);
        assert_eq!(waiting.take(&topic, &id(3), "d".into()), Taken::Closed);
        assert!(waiting.all().is_empty());
    }

    proptest::proptest! {
        #[test]
        fn batches_are_never_of_fewer_than_five_and_leave_nobody_behind(
            arrivals in proptest::collection::vec(0_usize..7, 0..40),
        ) {
            let (mut waits, mut batches) = (0, Vec::new());
            for more in &arrivals {
                waits += more;
                let n = due(waits, false);
                waits -= n;
                batches.extend((n > 0).then_some(n));
            }
            let last = due(waits, true);
            batches.extend((last > 0).then_some(last));
            let all: usize = arrivals.iter().sum();
            proptest::prop_assert!(batches.iter().all(|n| *n >= FEWEST));
            // Without a restart, answers are dropped only where fewer than five answered at all.
            proptest::prop_assert_eq!(batches.iter().sum::<usize>(), if all < FEWEST { 0 } else { all });
        }
    }
}
