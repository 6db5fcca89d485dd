//! What waits for a person, and what waits for a season's team: each slice declares its own, as a statement that finds
//! it and a text that says it. The start page and the season's page read the lists and name no slice.

use std::sync::OnceLock;

use jiff::civil::Date;

use super::InSeason;
use super::part::Part;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result, Sql};
use weft_kernel::i18n::{Tr, Words};
use weft_kernel::{Kernel, args, row, secret};
use weft_people::rules::OwnRecord;

/// Something that waits for one person.
#[derive(Debug)]
pub struct ForPerson {
    /// Key of its sentence, which may speak of `$n`, `$name` and `$day` (`$dated` is yes or
    /// no); `-act` after it is the key of what
    /// is pressed.
    pub key: &'static str,
    /// Whether it is work that opens with a second factor only.
    pub is_staff: bool,
    /// Whether it is done although no row says so yet.
    pub is_done: Option<IsDone>,
    /// What does it with one press, beside its page. None where something has to be read or typed first.
    pub presses: &'static [Press],
    /// Finds it for person $1 at time $2, as the columns of [`Waiting`].
    pub find: Sql,
}

/// A button that does what waits: it sends one field to the page's own path, with something after it.
#[derive(Debug)]
pub struct Press {
    /// What follows the path of what waits.
    pub below: &'static str,
    pub field: &'static str,
    pub value: &'static str,
    /// Key of its words.
    pub label: &'static str,
}

/// For answers that wait to be written together with others.
pub type IsDone = fn(&Kernel, &OwnRecord, &Waiting) -> bool;

/// Something that waits for a season's team.
#[derive(Debug)]
pub struct ForTeam {
    /// As of [`ForPerson`].
    pub key: &'static str,
    /// Whether whoever asks may open the page where it is done.
    pub is_seen: fn(&InSeason) -> bool,
    /// Finds it in season $1 at time $2, as the columns of [`Waiting`]; paths are below the season's.
    pub find: Sql,
}

row! {
    /// One thing to do. `path` is empty where nothing can be pressed; `n` is how many people or things; names are empty
    /// where the sentence has none; `due` is when it ends or begins, and `due_on` the
    /// last day for it, either or none, with the zone of that day.
    pub struct Waiting {
        path: String,
        n: i64,
        name_en: String,
        name_es: String,
        season: String,
        due: Option<Time>,
        due_on: Option<String>,
        due_zone: String,
    }
}

/// One line of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub text: String,
    /// Of which season, for whoever may be in several.
    pub season: String,
    /// Where it is done, and the words on what is pressed.
    pub link: Option<(String, String)>,
    pub due: Option<Time>,
}

/// A line with what an email needs to know of it.
#[derive(Clone, Debug)]
pub struct Item {
    /// What it is, the same as long as it waits.
    pub what: String,
    pub n: i64,
    /// Whether an email says only that there is something.
    pub is_private: bool,
    pub line: Line,
    pub presses: &'static [Press],
}

impl Item {
    /// Where it is done, without the place on the page.
    pub fn page(&self) -> &str {
        self.line.link.as_ref().map_or("", |(path, _)| path.split('#').next().unwrap_or_default())
    }
}

/// What tells a thing to do from others: which it is, and where it is done.
pub fn what(key: &str, path: &str) -> String {
    secret::hash(&format!("{key} {path}"))
}

/// What the slices declared.
#[derive(Default)]
struct Declared {
    person: Vec<&'static ForPerson>,
    team: Vec<&'static ForTeam>,
    private: Vec<&'static str>,
}

static ALL: OnceLock<Declared> = OnceLock::new();

pub(super) fn install(parts: &'static [&'static Part]) {
    ALL.get_or_init(|| Declared {
        person: parts.iter().flat_map(|p| p.for_person).collect(),
        team: parts.iter().flat_map(|p| p.for_team).collect(),
        private: parts.iter().flat_map(|p| p.private_todos).copied().collect(),
    });
}

/// Everything that waits for someone, the most urgent first. One statement for each declaration.
pub async fn of_person(kernel: &Kernel, conn: &mut Conn, own: &OwnRecord, is_staff: bool, t: &Tr) -> Result<Vec<Line>> {
    Ok(items_of_person(kernel, conn, own, is_staff, t).await?.into_iter().map(|i| i.line).collect())
}

/// The same, with what an email needs to know.
pub async fn items_of_person(
    kernel: &Kernel,
    conn: &mut Conn,
    own: &OwnRecord,
    is_staff: bool,
    t: &Tr,
) -> Result<Vec<Item>> {
    let mut out = Vec::new();
    for todo in ALL.get().map_or(&[][..], |d| &d.person).iter().filter(|d| is_staff || !d.is_staff) {
        let mut rows: Vec<Waiting> = conn.all(todo.find, args![own.person(), kernel.now()]).await?;
        rows.retain(|w| !todo.is_done.is_some_and(|is_done| is_done(kernel, own, w)));
        out.extend(rows.into_iter().map(|w| w.item(*t, todo.key, "", todo.presses)));
    }
    Ok(by_urgency(out))
}

/// Everything that waits for a season's team and that whoever asks can do, the most urgent first.
pub async fn of_team(conn: &mut Conn, s: &InSeason, now: Time) -> Result<Vec<Line>> {
    Ok(items_of_team(conn, s, now).await?.into_iter().map(|i| i.line).collect())
}

/// The same, with what an email needs to know.
pub async fn items_of_team(conn: &mut Conn, s: &InSeason, now: Time) -> Result<Vec<Item>> {
    let below = s.season.path("") + "/";
    let mut out = Vec::new();
    for todo in ALL.get().map_or(&[][..], |d| &d.team).iter().filter(|d| (d.is_seen)(s)) {
        let rows: Vec<Waiting> = conn.all(todo.find, args![&s.season.id, now]).await?;
        out.extend(rows.into_iter().map(|w| w.item(s.page.t, todo.key, &below, &[])));
    }
    Ok(by_urgency(out))
}

/// What ends first stands first; what has no day comes after, in the order of the declarations.
fn by_urgency(mut items: Vec<Item>) -> Vec<Item> {
    items.sort_by_key(|i| (i.line.due.is_none(), i.line.due));
    items
}

impl Waiting {
    fn item(self, t: Tr, key: &'static str, below: &str, presses: &'static [Press]) -> Item {
        Item {
            what: what(key, &format!("{below}{}", self.path)),
            n: self.n,
            is_private: ALL.get().is_some_and(|d| d.private.contains(&key)),
            line: self.line(t, key, below),
            presses,
        }
    }

    fn line(self, t: Tr, key: &str, below: &str) -> Line {
        let last = self.due_on.as_deref().and_then(|d| d.parse::<Date>().ok());
        let due = self.due.or_else(|| last.map(|d| Time::end_of_day(d, &self.due_zone)));
        let day = last.map(|d| t.day(d)).or_else(|| due.map(|at| t.date(at, &self.due_zone)));
        let name = Words { en: self.name_en, es: self.name_es };
        let text = t.args(
            key,
            &[
                ("n", self.n.into()),
                ("name", name.said(&t).to_owned().into()),
                ("dated", if day.is_some() { "yes" } else { "no" }.into()),
                ("day", day.unwrap_or_default().into()),
            ],
        );
        let link = (!self.path.is_empty()).then(|| (format!("{below}{}", self.path), t.t(&format!("{key}-act"))));
        Line { text, season: self.season, link, due }
    }
}
