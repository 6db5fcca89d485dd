//! What a running sitting is: the steps that were pressed, folded into where it stands.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::gatherings::model::{Segment, Sitting};
use weft_kernel::clock::Time;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
use weft_kernel::{one_of, row};

row! { pub struct Step { n: i64, act: Act, segment_id: Option<Id>, by_name: Option<String>, at: Time } }

one_of! {
    /// What can be pressed.
    pub enum Act in "room_step.act" {
        Begin = "begin",
        Next = "next",
        /// What was done last is undone: a step with a block goes back to it, one without takes the minutes back.
        Back = "back",
        /// Two minutes more for the block that is on.
        More = "more",
        End = "end",
    }
}

/// Minutes that *more* adds.
pub const MORE: i64 = 2;

/// Minutes that a block can get on top, at most.
pub const MOST: i64 = 30;

/// What *Undo* takes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undo {
    Block,
    Minutes,
}

impl Undo {
    /// The key of its button.
    pub fn key(self) -> &'static str {
        match self {
            Self::Block => "press-back",
            Self::Minutes => "press-less",
        }
    }
}

/// Where a sitting stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// Steps so far.
    pub n: i64,
    pub begun_at: Option<Time>,
    pub ended_at: Option<Time>,
    /// Which block is on, by its place in the run of show; none before the beginning, or without one.
    pub at: Option<usize>,
    pub block_at: Time,
    /// Minutes added to the block that is on.
    pub added: i64,
    /// What can be undone, the newest last.
    undos: Vec<Undo>,
    /// Of blocks that were left: microseconds they were on, and minutes added. Whoever comes back finds the time that
    /// was left.
    kept: BTreeMap<usize, (i64, i64)>,
}

impl Room {
    /// Folds the steps of a sitting. A block that was taken out since leaves the room at the place it had.
    pub fn of(steps: &[Step], blocks: &[Segment]) -> Self {
        let mut room = Self::default();
        for step in steps {
            room.n = step.n;
            let there = |fallback: Option<usize>| {
                let found = step.segment_id.as_ref().and_then(|id| blocks.iter().position(|b| b.id == *id));
                found.or(fallback.filter(|_| !blocks.is_empty()).map(|i| i.min(blocks.len() - 1)))
            };
            match step.act {
                // Ended by mistake, it goes on where it was.
                Act::Begin if room.ended_at.is_some() => {
                    room.ended_at = None;
                    room.enter(there(room.at), step.at);
                }
                Act::Begin => {
                    room.begun_at = Some(step.at);
                    room.enter(there(Some(0)), step.at);
                }
                Act::Back if step.segment_id.is_none() => {
                    room.undos.pop();
                    room.added -= MORE;
                }
                Act::Next | Act::Back => {
                    if step.act == Act::Next {
                        room.undos.push(Undo::Block);
                    } else {
                        // Steps of before took minutes for nothing to undo.
                        while room.undos.pop().is_some_and(|undo| undo != Undo::Block) {}
                    }
                    let to = if step.act == Act::Next {
                        room.at.map(|i| i + 1)
                    } else {
                        room.at.map(|i| i.saturating_sub(1))
                    };
                    room.leave(step.at);
                    room.enter(there(to), step.at);
                }
                Act::More => {
                    room.undos.push(Undo::Minutes);
                    room.added += MORE;
                }
                Act::End => {
                    room.leave(step.at);
                    room.ended_at = Some(step.at);
                }
            }
        }
        room
    }

    fn leave(&mut self, now: Time) {
        if let Some(at) = self.at {
            self.kept.insert(at, (now.0 - self.block_at.0, self.added));
        }
    }

    fn enter(&mut self, at: Option<usize>, now: Time) {
        self.at = at;
        let (used, added) = at.and_then(|i| self.kept.get(&i)).copied().unwrap_or_default();
        (self.block_at, self.added) = (Time(now.0 - used), added);
    }

    /// Where a press leads: to a block, by its place among so many, or nowhere else. Nothing where it makes no sense.
    pub fn to(&self, act: Act, blocks: usize) -> Option<Option<usize>> {
        match act {
            // Ended by mistake, it goes on where it was.
            Act::Begin if !self.is_on() => Some(Some(self.at.unwrap_or(0))),
            Act::Next if self.is_on() && self.at.is_some_and(|i| i + 1 < blocks) => Some(self.at.map(|i| i + 1)),
            // What was done last: a block back, or the minutes that were added, without a block.
            Act::Back => match self.undo()? {
                Undo::Block => Some(self.at.map(|i| i.saturating_sub(1))),
                Undo::Minutes => Some(None),
            },
            Act::More if self.can_add() => Some(None),
            Act::End if self.is_on() => Some(None),
            _ => None,
        }
    }

    /// What *Undo* takes back now: what was done last and is not undone.
    pub fn undo(&self) -> Option<Undo> {
        self.undos.last().copied().filter(|_| self.is_on() && self.at.is_some())
    }

    /// Whether the block that is on can get more minutes.
    pub fn can_add(&self) -> bool {
        self.is_on() && self.at.is_some() && self.added + MORE <= MOST
    }

    pub fn is_on(&self) -> bool {
        self.begun_at.is_some() && self.ended_at.is_none()
    }

    /// When the block that is on should end.
    pub fn ends_at(&self, blocks: &[Segment]) -> Option<Time> {
        let block = blocks.get(self.at?)?;
        self.is_on().then(|| self.block_at.plus_seconds((block.minutes + self.added) * 60))
    }

    /// Minutes behind the plan, negative when ahead: as things stand, and as they will if the block that is on ends
    /// now.
    pub fn drift(&self, sitting: &Sitting, blocks: &[Segment], now: Time) -> i64 {
        let (Some(at), Some(ends_at)) = (self.at, self.ends_at(blocks)) else { return 0 };
        let planned: i64 = blocks[..=at].iter().map(|b| b.minutes).sum();
        let expected = sitting.starts_at.plus_seconds(planned * 60);
        let micros = ends_at.max(now).0 - expected.0;
        micros.div_euclid(60_000_000)
    }
}

/// A room beside its run of show at a moment: what its pages show.
#[derive(Clone, Debug)]
pub struct Stage {
    pub room: Room,
    pub blocks: Vec<Segment>,
    pub now: Time,
}

impl Stage {
    /// The block that is on.
    pub fn on(&self) -> Option<&Segment> {
        self.room.at.filter(|_| self.room.is_on()).and_then(|i| self.blocks.get(i))
    }

    pub fn next(&self) -> Option<&Segment> {
        self.room.at.filter(|_| self.room.is_on()).and_then(|i| self.blocks.get(i + 1))
    }

    /// Whether the block that is on runs over its time.
    pub fn is_over(&self) -> bool {
        self.room.ends_at(&self.blocks).is_some_and(|at| at < self.now)
    }

    /// When the block that is on should end, in milliseconds, as the script counts; 0 when none is.
    pub fn ends(&self) -> i64 {
        self.room.ends_at(&self.blocks).map_or(0, |t| t.0 / 1000)
    }

    /// What people are to do now, in a sentence.
    pub fn say(&self, t: &Tr) -> String {
        say(self.on(), *t)
    }

    /// The moment at which the page was made, in milliseconds.
    pub fn made(&self) -> i64 {
        self.now.0 / 1000
    }

    /// The minutes that the block that is on still has, or how far it runs over, in words.
    pub fn left(&self, t: &Tr) -> String {
        let Some(ends_at) = self.room.ends_at(&self.blocks) else { return String::new() };
        let minutes = (ends_at.0 - self.now.0).div_euclid(60_000_000);
        t.t(if minutes >= 0 { "room-left" } else { "room-over" }).replace("{n}", &minutes.abs().to_string())
    }

    /// How a block of the list stands: done, on, to come.
    pub fn class(&self, block: &Segment) -> &'static str {
        let i = self.blocks.iter().position(|b| b.id == block.id).unwrap_or(0);
        match self.room.at {
            _ if self.room.ended_at.is_some() => "done",
            Some(at) if self.room.is_on() && i == at => "now",
            Some(at) if self.room.is_on() && i < at => "done",
            _ => "later",
        }
    }
}

/// What people do in a block of this kind; nothing where none is on.
fn say(block: Option<&Segment>, t: Tr) -> String {
    block.map_or_else(String::new, |b| t.t(&format!("now-{}", b.kind)))
}

/// What pages that follow a room are told: the whole of it, so that whoever missed a word needs only the next.
#[derive(Serialize)]
pub struct Told<'a> {
    n: i64,
    begun: bool,
    ended: bool,
    /// The block that is on.
    block: Option<&'a str>,
    title: &'a str,
    say: &'a str,
    /// When it should end, in milliseconds.
    ends: Option<i64>,
    next: &'a str,
    /// The newest seating that is posted.
    tables: i64,
    now: i64,
}

/// The word for the pages, in both languages.
pub fn told(room: &Room, blocks: &[Segment], tables: i64, now: Time) -> [String; 2] {
    [Lang::En, Lang::Es].map(|lang| {
        let t = Tr(lang);
        let title = |i: Option<usize>| {
            i.and_then(|i| blocks.get(i)).map_or_else(String::new, |b| b.title().said(&t).to_owned())
        };
        // What has ended has no block and no next one.
        let at = room.at.filter(|_| room.is_on());
        let (on, next) = (title(at), title(at.map(|i| i + 1)));
        let say = say(at.and_then(|i| blocks.get(i)), t);
        let word = Told {
            n: room.n,
            begun: room.begun_at.is_some(),
            ended: room.ended_at.is_some(),
            block: at.and_then(|i| blocks.get(i)).map(|b| b.id.as_str()),
            title: &on,
            say: &say,
            ends: room.ends_at(blocks).map(|t| t.0 / 1000),
            next: &next,
            tables,
            now: now.0 / 1000,
        };
        serde_json::to_string(&word).unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(id: &str, minutes: i64) -> Segment {
        Segment {
            id: Id::stored(id.into()),
            part: 1,
            position: 0,
            kind: "content".into(),
            title_en: id.into(),
            title_es: id.into(),
            minutes,
            owner: String::new(),
            materials: String::new(),
            cue: String::new(),
        }
    }

    fn sitting() -> Sitting {
        Sitting::of_test("s", 1, "1970-01-01T00:00", "UTC", 60)
    }

    fn step(n: i64, act: Act, segment: Option<&str>, minute: i64) -> Step {
        Step { n, act, segment_id: segment.map(|s| Id::stored(s.into())), by_name: None, at: Time(minute * 60_000_000) }
    }

    #[test]
    fn steps_fold_into_where_a_room_stands_and_how_late_it_is() {
        let blocks = [block("a", 10), block("b", 20), block("c", 30)];
        let at = |m: i64| Time(m * 60_000_000);
        let mut steps = vec![step(1, Act::Begin, Some("a"), 3)];
        let room = Room::of(&steps, &blocks);
        assert_eq!(
            (room.at, room.ends_at(&blocks), room.drift(&sitting(), &blocks, at(4))),
            (Some(0), Some(at(13)), 3)
        );
        steps.extend([step(2, Act::More, None, 5), step(3, Act::Next, Some("b"), 16)]);
        let room = Room::of(&steps, &blocks);
        assert_eq!((room.n, room.at, room.added, room.ends_at(&blocks)), (3, Some(1), 0, Some(at(36))));
        assert_eq!(room.drift(&sitting(), &blocks, at(20)), 6);
        // Running over counts as it happens.
        assert_eq!(room.drift(&sitting(), &blocks, at(40)), 10);
        steps.extend([step(4, Act::Next, Some("c"), 28), step(5, Act::End, None, 50)]);
        let room = Room::of(&steps, &blocks);
        assert!(!room.is_on() && room.ends_at(&blocks).is_none());
        assert!(
            told(&room, &blocks, 0, at(51))[0].contains(r#""block":null,"title":"","say":"","ends":null,"next":"""#)
        );
        // A block that is gone leaves the room at its place.
        let fewer = [block("a", 10), block("c", 30)];
        assert_eq!(Room::of(&steps[..3], &fewer).at, Some(1));
        assert_eq!(Room::of(&steps[..3], &[]).at, None);
    }

    #[test]
    fn what_is_undone_leaves_the_time_as_it_was() {
        let blocks = [block("a", 30), block("b", 20)];
        let at = |m: i64| Time(m * 60_000_000);
        let left = |steps: &[Step], now: i64| {
            let room = Room::of(steps, &blocks);
            (room.at, room.ends_at(&blocks).map(|e| (e.0 - at(now).0) / 60_000_000))
        };
        // Seventeen minutes are left when someone moves on by mistake, and again when they come back.
        let mut steps = vec![step(1, Act::Begin, Some("a"), 0), step(2, Act::More, None, 10)];
        assert_eq!(left(&steps, 15), (Some(0), Some(17)));
        steps.push(step(3, Act::Next, Some("b"), 15));
        assert_eq!(left(&steps, 15), (Some(1), Some(20)));
        steps.push(step(4, Act::Back, Some("a"), 16));
        assert_eq!(left(&steps, 16), (Some(0), Some(17)));
        // The other block as well has what it had.
        steps.push(step(5, Act::Next, Some("b"), 20));
        assert_eq!(left(&steps, 20), (Some(1), Some(19)));
        // Ended by mistake, and gone on with.
        steps.push(step(6, Act::End, None, 25));
        assert_eq!(left(&steps, 25), (Some(1), None));
        steps.push(step(7, Act::Begin, Some("b"), 28));
        assert_eq!(left(&steps, 28), (Some(1), Some(14)));
        assert_eq!(Room::of(&steps, &blocks).begun_at, Some(at(0)));
    }

    #[test]
    fn the_last_act_is_undone_first_and_minutes_have_a_bound() {
        let blocks = [block("a", 30), block("b", 20)];
        let of = |steps: &[Step]| {
            let room = Room::of(steps, &blocks);
            (room.at, room.added, room.undo())
        };
        let mut steps = vec![step(1, Act::Begin, Some("a"), 0)];
        assert_eq!(of(&steps), (Some(0), 0, None));
        steps.extend([step(2, Act::More, None, 1), step(3, Act::Next, Some("b"), 2), step(4, Act::More, None, 3)]);
        assert_eq!(of(&steps), (Some(1), 2, Some(Undo::Minutes)));
        steps.push(step(5, Act::Back, None, 4));
        assert_eq!(of(&steps), (Some(1), 0, Some(Undo::Block)));
        steps.push(step(6, Act::Back, Some("a"), 5));
        assert_eq!(of(&steps), (Some(0), 2, Some(Undo::Minutes)));
        steps.push(step(7, Act::Back, None, 6));
        assert_eq!(of(&steps), (Some(0), 0, None));
        steps.extend((8..23).map(|n| step(n, Act::More, None, 7)));
        let room = Room::of(&steps, &blocks);
        assert!(room.added == MOST && !room.can_add());
    }

    #[test]
    fn what_is_told_is_the_whole_state_in_both_languages() {
        let blocks = [block("a", 10), block("b", 20)];
        let room = Room::of(&[step(1, Act::Begin, Some("a"), 0)], &blocks);
        let [en, es] = told(&room, &blocks, 2, Time(0));
        let told: serde_json::Value = serde_json::from_str(&en).expect("json");
        let keys = ["n", "begun", "ended", "block", "title", "ends", "next", "tables", "now"];
        let known = keys.map(|k| told[k].clone());
        let meant = serde_json::json!([1, true, false, "a", "a", 600_000, "b", 2, 0]);
        assert_eq!(serde_json::json!(known), meant);
        assert!(told["say"] != "" && en != es, "what to do is said in each language: {en} {es}");
    }
}
