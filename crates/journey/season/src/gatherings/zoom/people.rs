//! Who is one person in a report. What stands in brackets is no identity: rows are one person's where they have the
//! same address, or the same whole name and times that do not overlap. What could be one person or two is left apart
//! and marked, for someone to say.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::{Row, Span};

/// One who was there, all their rows together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// As the first row has it.
    pub name: String,
    /// Other names that came with the same address.
    pub others: Vec<String>,
    pub email: String,
    /// Lines of the file.
    pub lines: Vec<usize>,
    /// When they were there, in order, none touching another; empty where the report has only sums.
    pub spans: Vec<Span>,
    /// Whole minutes of the rows that have only sums.
    pub sum: i64,
    pub is_guest: bool,
    /// A program that records or takes notes.
    pub is_bot: bool,
    /// Another one has the same name, and it cannot be told whether they are one.
    pub is_doubtful: bool,
}

/// Names under which programs come that record or take notes.
const BOTS: [&str; 14] = [
    "read.ai",
    "otter.ai",
    "otterpilot",
    "fireflies",
    "fathom",
    "notetaker",
    "note taker",
    "meeting notes",
    "tl;dv",
    "tldv",
    "sembly",
    "avoma",
    "ai companion",
    "ai notes",
];

/// Words of names that a device or a program gives, which many may have.
const DEVICES: [&str; 36] = [
    "android",
    "call",
    "computer",
    "convidado",
    "convidada",
    "de",
    "desktop",
    "do",
    "galaxy",
    "guest",
    "host",
    "in",
    "invitado",
    "invitada",
    "invite",
    "ipad",
    "iphone",
    "laptop",
    "mac",
    "macbook",
    "pc",
    "phone",
    "pixel",
    "pro",
    "samsung",
    "tablet",
    "telefone",
    "telefono",
    "telephone",
    "user",
    "usuario",
    "utilisateur",
    "participant",
    "participante",
    "windows",
    "zoom",
];

/// A name without case, accents and marks, however its letters are composed, for comparing.
pub fn plain(name: &str) -> String {
    let letters: String = name
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a plain name says nothing of who it is: no letters, or the name of a device.
fn is_anyones(plain: &str) -> bool {
    let is_number = |w: &str| w.chars().any(|c| c.is_ascii_digit());
    plain.split(' ').all(|w| is_number(w) || w.len() < 2 || DEVICES.contains(&w))
}

/// Times in order, those that overlap or touch as one.
pub fn union(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut merged: Vec<Span> = Vec::new();
    for (from, to) in spans {
        match merged.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => merged.push((from, to)),
        }
    }
    merged
}

/// The times that lie within one.
pub fn overlap(spans: &[Span], within: Span) -> Vec<Span> {
    spans.iter().map(|(a, b)| ((*a).max(within.0), (*b).min(within.1))).filter(|(a, b)| a < b).collect()
}

/// People of rows, in the order of their first rows.
pub fn people(rows: &[Row]) -> Vec<Seen> {
    let mut all: Vec<Seen> = Vec::new();
    let mut by_email: HashMap<String, usize> = HashMap::new();
    let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
    let (known, unknown): (Vec<&Row>, Vec<&Row>) = rows.iter().partition(|r| !r.email.is_empty());
    for row in known {
        let at = *by_email.entry(row.email.to_lowercase()).or_insert_with(|| {
            all.push(Seen { email: row.email.clone(), ..Seen::of(row) });
            all.len() - 1
        });
        all[at].add(row);
        let namesakes = by_name.entry(plain(&row.name)).or_default();
        if !namesakes.contains(&at) {
            namesakes.push(at);
        }
    }
    for row in unknown {
        let key = plain(&row.name);
        let is_anyones = is_anyones(&key);
        let namesakes = by_name.entry(key).or_default();
        let one = match (namesakes.as_slice(), row.span) {
            ([one], Some(span)) if !is_anyones && all[*one].sum == 0 && !all[*one].was_there(span) => Some(*one),
            _ => None,
        };
        if let Some(one) = one {
            all[one].add(row);
            continue;
        }
        // Only whoever has no address is in doubt; the second makes the first doubtful.
        if let [first] = namesakes.as_slice()
            && all[*first].email.is_empty()
        {
            all[*first].is_doubtful = true;
        }
        let mut new = Seen { is_doubtful: !namesakes.is_empty(), ..Seen::of(row) };
        new.add(row);
        namesakes.push(all.len());
        all.push(new);
    }
    all.sort_by_key(|s| s.lines.first().copied());
    all
}

impl Seen {
    fn of(row: &Row) -> Self {
        let lower = row.name.to_lowercase();
        Self {
            name: row.name.clone(),
            is_guest: row.is_guest,
            is_bot: BOTS.iter().any(|b| lower.contains(b)),
            ..Self::default()
        }
    }

    fn add(&mut self, row: &Row) {
        if row.name != self.name && !self.others.contains(&row.name) && self.others.len() < 5 {
            self.others.push(row.name.clone());
        }
        self.lines.push(row.line);
        match row.span {
            Some(span) => self.put(span),
            None => self.sum += row.minutes,
        }
    }

    /// Whether they were there at some moment of a time.
    fn was_there(&self, (from, to): Span) -> bool {
        let at = self.spans.partition_point(|s| s.1 <= from);
        self.spans.get(at).is_some_and(|s| s.0 < to)
    }

    /// Adds a time; what overlaps or touches becomes one.
    fn put(&mut self, (mut from, mut to): Span) {
        let begin = self.spans.partition_point(|s| s.1 < from);
        let end = self.spans.partition_point(|s| s.0 <= to).max(begin);
        if let Some(first) = self.spans.get(begin).filter(|_| begin < end) {
            from = from.min(first.0);
            to = to.max(self.spans[end - 1].1);
        }
        self.spans.splice(begin..end, [(from, to)]);
    }

    /// What stands before the brackets at the end of the name, and in them.
    pub fn in_brackets(&self) -> Option<(&str, &str)> {
        let (before, rest) = self.name.rsplit_once(" (")?;
        let within = rest.strip_suffix(')')?;
        (!before.trim().is_empty()).then(|| (before.trim(), within.trim()))
    }
}
