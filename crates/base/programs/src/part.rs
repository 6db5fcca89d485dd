//! What a slice is to the rest of the house, said once by the slice itself: its routes, its entries in a season's
//! rail, what it keeps of people, what falls due by itself, what the team reads of it. The top crate lists the slices;
//! whoever erases, joins, sweeps or draws the rail names none.

use std::sync::OnceLock;

use futures_util::future::BoxFuture;

use super::InSeason;
use super::emails::{self, EmailKind};
use super::setup::{self, Step};
use super::todo::{self, ForPerson, ForTeam};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{self, Conn, OneOf};
use weft_kernel::i18n::Tr;
use weft_kernel::ical;
use weft_kernel::keeps::Keeps;
use weft_people::rules::OwnRecord;
use weft_web::Route;
use weft_web::chore::Chore;

/// One slice.
pub struct Part {
    /// As its folder is called.
    pub name: &'static str,
    pub routes: fn() -> Vec<Route>,
    /// Where a season's rail leads to it.
    pub entries: &'static [Entry],
    pub keeps: Keeps,
    /// Every half minute.
    pub often: &'static [Chore],
    /// Every half hour.
    pub seldom: &'static [Chore],
    /// Events that a season's team reads on its page. Whatever a slice does not name here is private.
    pub told: &'static [&'static str],
    /// Columns of its tables that hold one of a few words.
    pub one_of: &'static [OneOf],
    /// What may wait for one person, and for a season's team.
    pub for_person: &'static [ForPerson],
    pub for_team: &'static [ForTeam],
    /// Keys of those of `for_person` of which an email says only that there is something.
    pub private_todos: &'static [&'static str],
    /// What of it belongs to setting a season up.
    pub setup: &'static [Step],
    /// Kinds of emails about a season that it sends.
    pub emails: &'static [&'static EmailKind],
    /// What it puts into the calendar that someone subscribes to, in one statement each.
    pub calendar: &'static [Calendar],
}

/// What a slice puts into a person's calendar: each entry with when it last changed.
pub type Calendar =
    for<'a> fn(&'a Kernel, &'a mut Conn, &'a OwnRecord, Tr) -> BoxFuture<'a, db::Result<Vec<(Time, ical::Event)>>>;

impl Part {
    pub const EMPTY: Self = Self {
        name: "",
        routes: Vec::new,
        entries: &[],
        keeps: Keeps::NOTHING,
        often: &[],
        seldom: &[],
        told: &[],
        one_of: &[],
        for_person: &[],
        for_team: &[],
        private_todos: &[],
        setup: &[],
        emails: &[],
        calendar: &[],
    };
}

/// What belongs together in the rail, at most seven of them for anyone: the first entry that someone sees leads there,
/// the others are tabs of its pages. What stands below another entry ([`Entry::below`]) is a second row of its pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    Season,
    Report,
    Applications,
    Reading,
    Selection,
    Gatherings,
    Library,
    Cohort,
    SetUp,
}

/// A page of the rail.
#[derive(Debug)]
pub struct Entry {
    /// Its group, and its place in it.
    pub at: (Group, u8),
    /// Below the season's own path.
    pub path: &'static str,
    /// The key of its name.
    pub label: &'static str,
    /// Whether the page opens for whoever asks: the page's own rule.
    pub is_seen: fn(&InSeason) -> bool,
    /// Paths of entries it stands below: the first of them that whoever asks sees has it on its pages.
    pub under: &'static [&'static str],
}

impl Entry {
    pub const fn new(at: (Group, u8), path: &'static str, label: &'static str, is_seen: fn(&InSeason) -> bool) -> Self {
        Self { at, path, label, is_seen, under: &[] }
    }

    /// The same below another entry, where whoever asks sees one of these.
    #[must_use]
    pub const fn below(self, under: &'static [&'static str]) -> Self {
        Self { under, ..self }
    }

    /// What it stands below, among those that someone sees.
    pub(crate) fn parent(&self, seen: &[&Self]) -> Option<&'static str> {
        self.under.iter().copied().find(|path| seen.iter().any(|e| e.path == *path))
    }
}

static RAIL: OnceLock<Vec<&'static Entry>> = OnceLock::new();
static CALENDARS: OnceLock<Vec<Calendar>> = OnceLock::new();

/// Hands the slices' entries down, in the order of the rail. Idempotent.
pub fn install(parts: &'static [&'static Part]) {
    todo::install(parts);
    setup::install(parts);
    emails::install(parts);
    CALENDARS.get_or_init(|| parts.iter().flat_map(|p| p.calendar.iter().copied()).collect());
    RAIL.get_or_init(|| {
        let mut all: Vec<&Entry> = parts.iter().flat_map(|p| p.entries).collect();
        all.sort_by_key(|e| e.at);
        all
    });
}

/// Every entry there is, in the order of the rail.
pub fn entries() -> &'static [&'static Entry] {
    RAIL.get().map_or(&[], Vec::as_slice)
}

/// What all slices put into a person's calendar.
pub fn calendars() -> &'static [Calendar] {
    CALENDARS.get().map_or(&[], Vec::as_slice)
}
