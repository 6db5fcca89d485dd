//! Places, topics and messages, and what stands in a text.

use linkify::{LinkFinder, LinkKind};

use weft_kernel::clock::Time;
use weft_kernel::collate;
use weft_kernel::db::Json;
use weft_kernel::i18n::{Moment, Tr};
use weft_kernel::ids::Id;
use weft_kernel::{one_of, row, when};
use weft_media::answer::Media;

/// The longest message and title, in letters.
pub const LONGEST: usize = 8_000;
pub const LONGEST_TITLE: usize = 120;

/// The longest words about a file, in letters.
pub const LONGEST_ABOUT: usize = 200;

/// How many messages a page shows.
pub const PAGE: i64 = 40;

/// The largest file taken, in bytes.
pub const MOST_FILE: usize = 10 * 1024 * 1024;

/// For how many minutes a removed message can be put back.
pub const UNDO_MINUTES: i64 = 15;

/// For how many days after the end of a season its conversations are kept, where nobody chose; and the choices.
pub const KEEP_DAYS: i64 = 180;
pub const KEEP_CHOICES: [i64; 5] = [30, 90, 180, 365, 730];

one_of! {
    /// What a place is.
    pub enum Kind in "topic.place" {
        Cohort = "cohort",
        Team = "team",
        Space = "space",
    }
}

one_of! {
    /// What someone hears of a place by email.
    pub enum How in "place_choice.how" {
        Each = "each",
        Daily = "daily",
        Never = "none",
    }
}

impl How {
    /// Where nobody chose: a home team is small, and what is said there is for everyone in it.
    pub fn usual(kind: Kind) -> Self {
        match kind {
            Kind::Team => Self::Each,
            Kind::Cohort | Kind::Space => Self::Daily,
        }
    }
}

row! {
    /// A place that someone is in. `people` are how many read what is begun there now, `staff_since` says since when a
    /// home team lets staff read along.
    pub struct Place {
        id: Id,
        kind: Kind,
        name: String,
        people: i64,
        is_staff: bool,
        staff_since: Option<Time>,
        how: Option<How>,
    }
}

impl Place {
    /// Its name, as it stands above its topics.
    pub fn title(&self, t: &Tr) -> String {
        named(t, self.kind, &self.name)
    }

    pub fn how(&self) -> How {
        self.how.unwrap_or_else(|| How::usual(self.kind))
    }

    pub fn is_team(&self) -> bool {
        self.kind == Kind::Team
    }
}

/// When something was written, as briefly as can be for someone who reads it now: today the time, this year day and
/// time, earlier the date.
pub fn briefly(t: &Tr, at: impl Moment, now: impl Moment, zone: &str) -> String {
    let (then, today) = (when::wall(at.time(), zone), when::wall(now.time(), zone).date());
    let clock = when::clock(*t, then);
    if then.date() == today {
        return clock;
    }
    if then.date().year() != today.year() {
        return t.date(at, zone);
    }
    let weekday = t.t(&format!("weekday-short-{}", then.date().weekday().to_monday_one_offset()));
    let parts = [
        ("weekday", weekday.into()),
        ("month", t.t(&format!("month-short-{}", then.date().month())).into()),
        ("day", then.date().day().to_string().into()),
        ("time", clock.into()),
    ];
    t.args("talk-when", &parts)
}

/// The letters that stand for someone beside their messages.
pub fn initials(name: &str) -> String {
    let mut words = name.split_whitespace().filter_map(|w| w.chars().find(|c| c.is_alphanumeric()));
    let first = words.next();
    first.into_iter().chain(words.next_back()).flat_map(char::to_uppercase).collect()
}

/// A title, or what is said where it is gone.
pub fn titled(t: &Tr, title: &str) -> String {
    if title.is_empty() { t.t("talk-untitled") } else { title.to_owned() }
}

/// The name of a place.
pub fn named(t: &Tr, kind: Kind, name: &str) -> String {
    match kind {
        Kind::Cohort => t.t("talk-cohort"),
        Kind::Team => t.a("talk-team", "name", name.to_owned()),
        Kind::Space => t.a("talk-space", "name", name.to_owned()),
    }
}

row! {
    /// A topic as one of its readers finds it. `messages` is the number of the newest one, `seen` of the newest one
    /// they have read; `is_staff` says that they read it by a role alone.
    pub struct Topic {
        id: Id,
        season_id: Id,
        kind: Kind,
        place_id: Id,
        place_name: String,
        title: String,
        starter_id: Option<Id>,
        at: Time,
        messages: i64,
        unread: i64,
        seen: i64,
        last_at: Time,
        last_name: Option<String>,
        changes: i64,
        pinned_at: Option<Time>,
        closed_at: Option<Time>,
        is_staff: bool,
    }
}

impl Topic {
    pub fn place(&self, t: &Tr) -> String {
        named(t, self.kind, &self.place_name)
    }

    /// Its title. It goes with whoever began it.
    pub fn name(&self, t: &Tr) -> String {
        titled(t, &self.title)
    }

    pub fn is_of(&self, person: &Id) -> bool {
        self.starter_id.as_ref() == Some(person)
    }

    pub fn is_closed(&self) -> bool {
        self.closed_at.is_some()
    }
}

row! {
    /// A message with who wrote it and, of its file, what is shown of it.
    pub struct Message {
        n: i64,
        person_id: Option<Id>,
        name: Option<String>,
        text: String,
        mentioned: Json<Vec<String>>,
        at: Time,
        edited_at: Option<Time>,
        removed_at: Option<Time>,
        remover_id: Option<Id>,
        by_email: bool,
        file_id: Option<Id>,
        file_media: Option<String>,
        file_bytes: Option<i64>,
        file_name: Option<String>,
        file_about: Option<String>,
    }
}

impl Message {
    pub fn is_of(&self, person: &Id) -> bool {
        self.person_id.as_ref() == Some(person)
    }

    pub fn is_removed(&self) -> bool {
        self.removed_at.is_some()
    }

    /// Whether someone else removed it, who looks after the place.
    pub fn is_tended(&self) -> bool {
        self.remover_id.is_some() && self.remover_id != self.person_id
    }

    pub fn pieces(&self) -> Vec<Piece<'_>> {
        pieces(&self.text, &self.mentioned.0)
    }

    pub fn is_picture(&self) -> bool {
        self.file_media.as_deref().and_then(Media::of_mime) == Some(Media::Picture)
    }

    /// What a reader who doesn't see the picture hears of it.
    pub fn described(&self, t: &Tr) -> String {
        match self.file_about.as_deref() {
            Some(about) if !about.is_empty() => about.to_owned(),
            _ => t.a("talk-picture-of", "name", self.name.clone().unwrap_or_else(|| t.t("talk-gone"))),
        }
    }

    /// What a file is called and how large it is.
    pub fn file_title(&self, t: &Tr) -> String {
        let name = self.file_name.clone().filter(|n| !n.is_empty()).unwrap_or_else(|| t.t("talk-document"));
        let kilobytes = (self.file_bytes.unwrap_or_default().max(1) + 1023) / 1024;
        if kilobytes < 1024 { format!("{name} ({kilobytes} kB)") } else { format!("{name} ({} MB)", kilobytes / 1024) }
    }
}

row! {
    /// Who reads a topic or a place.
    pub struct Reader { id: Id, name: String, search_key: String, is_staff: bool }
}

/// A piece of a text: what is shown as it is, a link with where it leads, or the name of someone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'t> {
    Plain(&'t str),
    Link(&'t str, String),
    Name(&'t str),
}

/// A text in pieces that make up the whole of it again.
pub fn pieces<'t>(text: &'t str, mentioned: &[String]) -> Vec<Piece<'t>> {
    let mut finder = LinkFinder::new();
    finder.kinds(&[LinkKind::Url]).url_must_have_scheme(false);
    let mut out = Vec::new();
    for span in finder.spans(text) {
        match span.kind() {
            Some(_) => match link(span.as_str()) {
                Some(to) => out.push(Piece::Link(span.as_str(), to)),
                None => out.push(Piece::Plain(span.as_str())),
            },
            None => names(span.as_str(), mentioned, &mut out),
        }
    }
    out
}

/// Where a link leads: nowhere but to pages.
fn link(text: &str) -> Option<String> {
    match text.split_once(':') {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https") => {
            rest.starts_with("//").then(|| text.to_owned())
        }
        // A bare `example.org` is one where it says so itself; file names and slips of the keyboard are none.
        _ => text.get(..4).is_some_and(|w| w.eq_ignore_ascii_case("www.")).then(|| format!("https://{text}")),
    }
}

/// Finds the names that stand for someone.
fn names<'t>(text: &'t str, mentioned: &[String], out: &mut Vec<Piece<'t>>) {
    let mut from = 0;
    for (at, _) in text.match_indices('@') {
        if at < from {
            continue;
        }
        let after = &text[at + 1..];
        let longest = mentioned.iter().filter(|m| after.starts_with(m.as_str())).map(String::len).max();
        let Some(length) = longest else { continue };
        if at > from {
            out.push(Piece::Plain(&text[from..at]));
        }
        from = at + 1 + length;
        out.push(Piece::Name(&text[at..from]));
    }
    if from < text.len() {
        out.push(Piece::Plain(&text[from..]));
    }
}

/// Who is meant in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meant {
    /// Everyone once, in the order of the text, with the name as it was written.
    pub people: Vec<(Id, String)>,
    /// The first name that several people have, with all their names.
    pub unclear: Option<(String, Vec<String>)>,
}

impl Meant {
    pub fn written(&self) -> Vec<String> {
        self.people.iter().map(|(_, name)| name.clone()).collect()
    }
}

/// Finds `@Name` in a text: a whole name, or as much of its beginning as only one reader has, word by word. What stands
/// right behind a letter, as in an email address, is none, and a name that nobody has is text.
pub fn meant(text: &str, readers: &[Reader]) -> Meant {
    let mut out = Meant::default();
    for (at, _) in text.match_indices('@') {
        if text[..at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let after = &text[at + 1..];
        let Some((written, found)) = longest(after, readers) else { continue };
        match found.as_slice() {
            [one] if out.people.iter().all(|(id, _)| *id != one.id) => {
                out.people.push((one.id.clone(), written.to_owned()));
            }
            [_] => {}
            several if out.unclear.is_none() => {
                let names = several.iter().map(|r| r.name.clone()).collect();
                out.unclear = Some((written.to_owned(), names));
            }
            _ => {}
        }
    }
    out
}

/// The longest run of words at the beginning of a text that some reader's name begins with, and whose that is.
fn longest<'t, 'r>(text: &'t str, readers: &'r [Reader]) -> Option<(&'t str, Vec<&'r Reader>)> {
    let mut best = None;
    for end in words_end(text).take(8) {
        let written = &text[..end];
        let key = collate::search_key(written);
        let is_meant = |r: &&Reader| {
            let name = r.search_key.as_str();
            name.strip_prefix(key.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        let found: Vec<&Reader> = readers.iter().filter(is_meant).collect();
        if found.is_empty() || key.is_empty() {
            break;
        }
        best = Some((written, found));
    }
    // Who has exactly this name is meant, also where others have it with more behind.
    best.map(|(written, found)| {
        let key = collate::search_key(written);
        match found.iter().find(|r| r.search_key == key) {
            Some(exact) if found.iter().filter(|r| r.search_key == key).count() == 1 => (written, vec![*exact]),
            _ => (written, found),
        }
    })
}

/// Where each of the first words of a text ends.
fn words_end(text: &str) -> impl Iterator<Item = usize> + '_ {
    let is_of_name = |c: char| c.is_alphanumeric() || "-'’.".contains(c) || !c.is_ascii() && !c.is_whitespace();
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = &text[at..];
        let gap = if at == 0 { 0 } else { usize::from(rest.starts_with(' ')) };
        if at > 0 && gap == 0 {
            return None;
        }
        let word = rest[gap..].find(|c| !is_of_name(c)).unwrap_or(rest.len() - gap);
        // A period at the end belongs to the sentence.
        let trimmed = rest[gap..gap + word].trim_end_matches(['.', '-', '\'', '’']).len();
        if trimmed == 0 {
            return None;
        }
        let end = at + gap + trimmed;
        at = if trimmed == word { end } else { text.len() };
        Some(end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use weft_kernel::i18n::Lang;

    fn reader(name: &str) -> Reader {
        Reader {
            id: Id::stored(name.to_owned()),
            name: name.to_owned(),
            search_key: collate::search_key(name),
            is_staff: false,
        }
    }

    fn everyone() -> Vec<Reader> {
        ["Ana García", "Ana Lopez", "Noor Haddad", "Jo", "Jo Okafor", "Mary-Ann O’Neil", "李 雷"].map(reader).into()
    }

    fn found(text: &str) -> Vec<String> {
        meant(text, &everyone()).people.into_iter().map(|(id, name)| format!("{id}={name}")).collect()
    }

    #[test]
    fn a_name_is_found_by_as_much_of_it_as_only_one_has() {
        assert_eq!(found("Thanks @Noor!"), ["Noor Haddad=Noor"]);
        assert_eq!(found("@noor haddad, could you?"), ["Noor Haddad=noor haddad"]);
        assert_eq!(found("(@Ana Garcia) and @Noor. And @Noor"), ["Ana García=Ana Garcia", "Noor Haddad=Noor"]);
        assert_eq!(found("@Mary-Ann's idea"), Vec::<String>::new(), "her name goes on otherwise");
        assert_eq!(found("@Mary-Ann O’Neil said. @李 雷"), ["Mary-Ann O’Neil=Mary-Ann O’Neil", "李 雷=李 雷"]);
        // Who has exactly that name is meant.
        assert_eq!(found("@Jo please"), ["Jo=Jo"]);
        assert_eq!(found("@Jo Okafor please"), ["Jo Okafor=Jo Okafor"]);
    }

    #[test]
    fn a_name_that_several_have_is_asked_about_and_an_address_is_none() {
        let unclear = meant("@Ana, yes", &everyone()).unclear.expect("two of them");
        assert_eq!(unclear, ("Ana".into(), vec!["Ana García".into(), "Ana Lopez".into()]));
        for text in ["noor@noor.org", "@ noor", "@nobody", "@", "@@", "no@noor"] {
            assert_eq!(meant(text, &everyone()), Meant::default(), "{text}");
        }
    }

    #[test]
    fn a_moment_is_said_briefly() {
        let at = |text: &str| Time::parse(text).expect("a moment");
        let now = at("2025-03-12T02:30:00Z");
        let said = |text| briefly(&Tr(Lang::En), at(text), now, "America/New_York");
        assert_eq!(said("2025-03-11T13:05:00Z"), "9:05 a.m.");
        assert!(said("2025-03-11T03:05:00Z").ends_with(", 11:05 p.m."), "yesterday there");
        assert!(!said("2024-12-31T13:05:00Z").contains("a.m."), "last year");
    }

    #[test]
    fn two_letters_stand_for_someone() {
        for (name, letters) in
            [("Ana García", "AG"), ("Jo", "J"), ("Éva de la Cruz", "ÉC"), ("李 雷", "李雷"), ("", "")]
        {
            assert_eq!(initials(name), letters, "{name}");
        }
    }

    #[test]
    fn links_lead_to_pages_and_nowhere_else() {
        let links = |text: &str| -> Vec<String> {
            let of = |p| if let Piece::Link(_, to) = p { Some(to) } else { None };
            pieces(text, &[]).into_iter().filter_map(of).collect()
        };
        assert_eq!(
            links("See https://example.org/a?b=c(d). And www.example.org!"),
            ["https://example.org/a?b=c(d)", "https://www.example.org"]
        );
        for text in ["javascript:alert(1)", "javascript://x/%0aalert(1)", "data:text/html,x", "file:///etc", "notes.md"]
        {
            assert_eq!(links(text), Vec::<String>::new(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn pieces_make_up_the_whole_text(text in "([@a-zé./: ]|Noor|Ana|https://x.org){0,24}") {
            let mentioned = meant(&text, &everyone()).written();
            let whole: String = pieces(&text, &mentioned).iter().map(|p| match p {
                Piece::Plain(t) | Piece::Link(t, _) | Piece::Name(t) => *t,
            }).collect();
            prop_assert_eq!(whole, text);
        }

        #[test]
        fn any_text_is_looked_through(text in any::<String>()) {
            let meant = meant(&text, &everyone());
            let _ = pieces(&text, &meant.written());
        }
    }
}
