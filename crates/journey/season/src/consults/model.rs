//! What a consult is, how its words are sealed, and what its pages are told while it goes on.

use serde::Serialize;

use crate::gatherings::model::Segment;
use crate::library::protocols::Step;
use crate::rooms::model::{Room, Stage};
use weft_kernel::clock::Time;
use weft_kernel::db::Json;
use weft_kernel::i18n::{Lang, Tr, Words};
use weft_kernel::ids::Id;
use weft_kernel::seal::Seal;
use weft_kernel::{Kernel, row, secret, when};

/// Longest title, question and everything else, in characters.
pub const LONGEST_TITLE: usize = 120;
pub const LONGEST_QUESTION: usize = 300;
pub const LONGEST_MORE: usize = 4000;
pub const LONGEST_PLACE: usize = 500;

/// How many challenges of one person wait at the same time.
pub const MOST_WAITING: i64 = 3;

/// How many can come to an open one, besides the client.
pub const MOST_SEATS: i64 = 8;

/// Minutes before its beginning from which an open one can start.
pub const EARLY: i64 = 15;

/// Days after which the words of one that ended are deleted, if the client keeps nothing before.
pub const KEPT_DAYS: i64 = 7;

/// Hours after which one that nobody ends is over, and after which an open one that nobody began is gone.
pub const LONGEST_HOURS: i64 = 4;

/// For how many days someone's leaving may turn out to be a mistake: what they brought waits for so long.
pub const UNDONE_DAYS: i64 = 2;

/// Days after which the notes of someone who left the cohort are deleted: their pages are closed to them.
pub const LEFT_DAYS: i64 = 90;

/// Where words and notes are sealed.
const WORDS: &str = "consult.words_sealed";
const NOTE: &str = "consult.note_sealed";

/// The number of the last word of a consult: more presses than anyone makes in it.
const LAST: i64 = 1_000_000;

/// What stands between the three texts that are sealed as one: the separator of units, which nobody types.
const BETWEEN: &str = "\u{1f}";

/// What someone brings, in their own words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Brought {
    pub title: String,
    pub question: String,
    pub more: String,
}

impl Brought {
    pub fn seal(&self, kernel: &Kernel, id: &Id) -> String {
        let plain = |s: &String| s.replace(BETWEEN, " ");
        let text = [&self.title, &self.question, &self.more].map(plain).join(BETWEEN);
        kernel.seal.seal(&kernel.rng, WORDS, id.as_str(), &text)
    }
}

pub fn seal_note(kernel: &Kernel, id: &Id, text: &str) -> String {
    kernel.seal.seal(&kernel.rng, NOTE, id.as_str(), text)
}

/// For an open one: when, by whose clock, where, for how many, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    pub starts_local: String,
    pub starts_at: Time,
    pub zone: String,
    pub place: String,
    pub seats: i64,
    pub protocol: Protocol,
}

/// A protocol as a consult takes it along: later changes of its card change nothing here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Protocol {
    pub name: Words,
    pub steps: Vec<Step>,
}

impl Protocol {
    pub fn minutes(&self) -> i64 {
        self.steps.iter().map(|s| s.minutes).sum()
    }
}

/// To whom someone brings a challenge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum To {
    Team(Id),
    Cohort(Offer),
}

row! {
    /// A consult as those who may read it see it.
    pub struct Consult {
        id: Id,
        season_id: Id,
        season_slug: String,
        program_name: String,
        team_id: Option<Id>,
        team_name: Option<String>,
        client_id: Option<Id>,
        client_name: Option<String>,
        words_sealed: Option<String>,
        asked_at: Time,
        starts_local: Option<String>,
        starts_at: Option<Time>,
        zone: String,
        place: String,
        seats: i64,
        taken: i64,
        protocol_en: String,
        protocol_es: String,
        minutes: i64,
        steps: Option<Json<Vec<Step>>>,
        keeper_id: Option<Id>,
        keeper_name: Option<String>,
        begun_at: Option<Time>,
        ended_at: Option<Time>,
        note_sealed: Option<String>,
        /// When the client was one before, in this team.
        last_at: Option<Time>,
        /// Whether the client is still in the team, or in the cohort.
        is_client_there: bool,
        /// Whether the reader has a place in an open one.
        is_seated: bool,
    }
}

impl Consult {
    pub fn path(&self) -> String {
        format!("/s/{}/consults/{}", self.season_slug, self.id)
    }

    pub fn is_open(&self) -> bool {
        self.team_id.is_none()
    }

    pub fn is_waiting(&self) -> bool {
        self.begun_at.is_none() && self.ended_at.is_none()
    }

    /// Whether it waits for a home team that its client is no longer in.
    pub fn is_left(&self) -> bool {
        self.is_waiting() && !self.is_open() && !self.is_client_there
    }

    pub fn is_on(&self) -> bool {
        self.begun_at.is_some() && self.ended_at.is_none()
    }

    pub fn is_of(&self, person: &Id) -> bool {
        self.client_id.as_ref() == Some(person)
    }

    pub fn is_kept_by(&self, person: &Id) -> bool {
        self.keeper_id.as_ref() == Some(person)
    }

    /// Whether someone is in it: of the team, the client, or with a place.
    pub fn is_inside(&self, person: &Id) -> bool {
        !self.is_open() || self.is_of(person) || self.is_seated
    }

    /// Who keeps time, in a form that names nobody.
    pub fn stamp(&self) -> String {
        self.keeper_id.as_ref().map_or_else(String::new, |id| {
            let hash = secret::hash(&format!("{}:{id}", self.id));
            hash.chars().take(12).collect()
        })
    }

    pub fn left(&self) -> i64 {
        self.seats - self.taken
    }

    /// Whether it can begin at a moment. One of a team can at any time.
    pub fn can_begin(&self, now: Time) -> bool {
        self.is_waiting() && self.is_client_there && self.starts_at.is_none_or(|at| now >= at.plus_seconds(-60 * EARLY))
    }

    pub fn client(&self, t: &Tr) -> String {
        self.client_name.clone().unwrap_or_else(|| t.t("consult-someone"))
    }

    pub fn protocol(&self) -> Words {
        Words { en: self.protocol_en.clone(), es: self.protocol_es.clone() }
    }

    /// What was brought, while it is there and the key opens it.
    pub fn brought(&self, seal: &Seal) -> Option<Brought> {
        let text = seal.open(WORDS, self.id.as_str(), self.words_sealed.as_ref()?)?;
        let mut parts = text.splitn(3, BETWEEN).map(str::to_owned);
        let mut next = || parts.next().unwrap_or_default();
        Some(Brought { title: next(), question: next(), more: next() })
    }

    /// What the client keeps, where the key opens it.
    pub fn note(&self, seal: &Seal) -> Option<String> {
        seal.open(NOTE, self.id.as_str(), self.note_sealed.as_ref()?)
    }

    /// When the words of one that ended are deleted.
    pub fn kept_until(&self) -> Option<Time> {
        self.ended_at.map(|at| at.plus_days(KEPT_DAYS))
    }

    /// `Thu, Aug 14, 2025, 4:00–4:20 p.m. Eastern Time (ET)`, by the clock it was written for.
    pub fn time(&self, t: &Tr) -> String {
        let Some(at) = self.starts_at else { return String::new() };
        let hours = when::hours(*t, at, self.minutes, &self.zone);
        format!("{}, {hours}", when::short_day(*t, when::wall(at, &self.zone).date()))
    }

    /// The same by the reader's clock, where that shows another.
    pub fn yours(&self, t: &Tr, own: Option<&String>) -> Option<String> {
        let there = when::elsewhere(*t, self.starts_at?, self.minutes, &self.zone, own?)?;
        Some(t.a("poll-yours", "hours", there))
    }

    /// Whether where they meet is a link alone.
    pub fn is_link(&self) -> bool {
        weft_web::is_link(&self.place)
    }

    /// The steps it goes by.
    pub fn steps(&self) -> &[Step] {
        self.steps.as_ref().map_or(&[], |s| s.0.as_slice())
    }

    /// The same as a room's blocks: a consult moves as a room does.
    pub fn blocks(&self) -> Vec<Segment> {
        let block = |(i, step): (i64, &Step)| Segment {
            id: Id::stored(i.to_string()),
            part: 1,
            position: i,
            kind: "consult".into(),
            title_en: step.name.en.clone(),
            title_es: step.name.es.clone(),
            minutes: step.minutes,
            owner: String::new(),
            materials: String::new(),
            cue: String::new(),
        };
        (0..).zip(self.steps()).map(block).collect()
    }

    /// How long the step still has when the page is made, or how far it runs over, to the second: `1:40 left`.
    pub fn left_over(&self, stage: &Stage, t: &Tr) -> String {
        let Some(ends_at) = stage.room.ends_at(&stage.blocks) else { return String::new() };
        let seconds = (ends_at.0 - stage.now.0).div_euclid(1_000_000);
        let exact = format!("{}:{:02}", seconds.abs() / 60, seconds.abs() % 60);
        t.t(if seconds >= 0 { "consult-left" } else { "consult-over" }).replace("{n}", &exact)
    }

    /// What one is to do in the step that is on.
    pub fn say(&self, stage: &Stage, t: &Tr, is_client: bool) -> String {
        said(self.steps(), &stage.room, t.0, is_client)
    }
}

fn said(steps: &[Step], room: &Room, lang: Lang, is_client: bool) -> String {
    let on = room.at.filter(|_| room.is_on()).and_then(|i| steps.get(i));
    on.map_or_else(String::new, |s| if is_client { &s.client } else { &s.others }.of(lang).to_owned())
}

row! {
    /// Someone of a home team, and how often they were the client.
    pub struct Turn { person_id: Id, name: String, n: i64, last_at: Option<Time> }
}

/// What a page that follows is told: the whole of it, as of a room.
#[derive(Serialize)]
struct Told<'a> {
    n: i64,
    ended: bool,
    block: Option<&'a str>,
    title: &'a str,
    say: String,
    /// When the step should end, in milliseconds.
    ends: Option<i64>,
    next: &'a str,
    /// Who keeps time: whoever took over gets the buttons, so that pages are drawn anew.
    tables: &'a str,
}

/// The word for pages of one that is back on the list.
pub fn told_over() -> [String; 2] {
    let over =
        Told { n: LAST, ended: true, block: None, title: "", say: String::new(), ends: None, next: "", tables: "" };
    let word = serde_json::to_string(&over).unwrap_or_default();
    [word.clone(), word]
}

/// The word for the pages of the client or of everyone else, in both languages.
pub fn told(c: &Consult, room: &Room, is_client: bool) -> [String; 2] {
    let blocks = c.blocks();
    let stamp = c.stamp();
    let at = room.at.filter(|_| room.is_on());
    [Lang::En, Lang::Es].map(|lang| {
        let name = |i: Option<usize>| i.and_then(|i| c.steps().get(i)).map_or("", |s| s.name.of(lang));
        let word = Told {
            // Its presses are gone, and pages listen to no number smaller than theirs.
            n: if room.ended_at.is_some() { LAST } else { room.n },
            ended: room.ended_at.is_some(),
            block: at.and_then(|i| blocks.get(i)).map(|b| b.id.as_str()),
            title: name(at),
            say: said(c.steps(), room, lang, is_client),
            ends: room.ends_at(&blocks).map(|t| t.0 / 1000),
            next: name(at.map(|i| i + 1)),
            tables: &stamp,
        };
        serde_json::to_string(&word).unwrap_or_default()
    })
}
