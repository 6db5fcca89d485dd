//! What may be wrong with the plan of a season: each check names the gathering and says what to do.

use jiff::civil::{Date, Weekday};

use super::agenda;
use super::model::{Meeting, Segment};
use super::{lint, when};
use weft_kernel::clock::Time;
use weft_programs::Season;

/// A finding: its key, what it is about, and the gathering it is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub key: &'static str,
    pub arg: String,
    pub number: Option<i64>,
}

/// Words that mean two things: twice a month or every two months. A date and a count say it.
const AMBIGUOUS: [&str; 6] = ["bi-monthly", "bimonthly", "bi-weekly", "biweekly", "bimensual", "bisemanal"];

/// Abbreviations of zones. Half of the year each names an hour that no clock there shows.
const ABBREVIATED: [&str; 10] = ["EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "AKST", "HST"];

/// Days on which most offices of the United States are closed.
pub fn holiday(day: Date) -> Option<&'static str> {
    let nth = |n: i8, weekday: Weekday| day.weekday() == weekday && (day.day() - 1) / 7 + 1 == n;
    let is_last = |weekday: Weekday| day.weekday() == weekday && day.day() + 7 > day.days_in_month();
    Some(match (day.month(), day.day()) {
        (1, 1) => "new-year",
        (1, _) if nth(3, Weekday::Monday) => "king",
        (2, _) if nth(3, Weekday::Monday) => "presidents",
        (5, _) if is_last(Weekday::Monday) => "memorial",
        (6, 19) => "juneteenth",
        (7, 4) => "independence",
        (9, _) if nth(1, Weekday::Monday) => "labor",
        (10, _) if nth(2, Weekday::Monday) => "indigenous",
        (11, 11) => "veterans",
        (11, _) if nth(4, Weekday::Thursday) => "thanksgiving",
        (12, 25) => "christmas",
        _ => return None,
    })
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '*').filter(|w| !w.is_empty())
}

/// Texts that readers see of a gathering.
fn texts(m: &Meeting) -> [&str; 4] {
    let g = &m.gathering;
    [&g.title_en, &g.title_es, &g.purpose_en, &g.purpose_es]
}

/// Whether a day lies outside the dates of a season, which belong to it.
pub fn is_outside(season: &Season, day: Date) -> bool {
    let day = day.to_string();
    day < season.starts_on || day > season.ends_on
}

/// Everything that may be wrong, in the order of the season. `terms` are those the program explains.
pub fn of_season(
    season: &Season,
    meetings: &[Meeting],
    blocks: &[(i64, Segment)],
    terms: &[String],
    words: &lint::Words,
    now: Time,
) -> Vec<Finding> {
    let mut out = Vec::new();
    let on: Vec<&Meeting> = meetings.iter().filter(|m| m.gathering.cancelled_at.is_none()).collect();
    // Two times of a gathering may have one fault: it is said once.
    let mut say = |key: &'static str, arg: String, number: Option<i64>| {
        let finding = Finding { key, arg, number };
        if !out.contains(&finding) {
            out.push(finding);
        }
    };
    if season.support_email.is_empty() {
        say("check-no-support", String::new(), None);
    }
    // Contact in person carries a season that is mostly online (R36).
    let in_person = on.iter().filter(|m| m.gathering.is_in_person()).count();
    if on.len() > 2 && in_person * 2 <= on.len() && in_person < 2 {
        say("check-in-person", in_person.to_string(), None);
    }
    for link in &words.dead {
        say(
            "check-dead-link",
            if link.title.is_empty() { link.url.clone() } else { format!("{} ({})", link.url, link.title) },
            None,
        );
    }
    for (a, b) in lint::variants(&words.names) {
        say("check-two-names", format!("{a} / {b}"), None);
    }
    for m in &on {
        one(season, m, blocks, terms, now, &mut |key, arg| say(key, arg, Some(m.gathering.number)));
    }
    for (i, a) in on.iter().enumerate() {
        for b in &on[i + 1..] {
            let overlap = a
                .sittings
                .iter()
                .any(|x| b.sittings.iter().any(|y| x.starts_at < y.ends_at() && y.starts_at < x.ends_at()));
            if overlap {
                say("check-clash", b.gathering.number.to_string(), Some(a.gathering.number));
            }
        }
    }
    out
}

fn one(
    season: &Season,
    m: &Meeting,
    blocks: &[(i64, Segment)],
    terms: &[String],
    now: Time,
    say: &mut impl FnMut(&'static str, String),
) {
    let g = &m.gathering;
    if m.sittings.is_empty() {
        say("check-no-time", String::new());
    }
    for s in &m.sittings {
        let day = when::wall(s.starts_at, &s.zone).date();
        if let Some(name) = holiday(day) {
            say("check-holiday", name.to_owned());
        } else if g.kind != "retreat" && matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
            say("check-weekend", String::new());
        }
        if is_outside(season, day) {
            say("check-outside", String::new());
        }
        let is_soon = g.published_at.is_some() && s.starts_at > now && s.starts_at <= now.plus_days(7);
        if is_soon && s.join_url.is_empty() && g.format != "in-person" {
            say("check-no-link", String::new());
        }
        if is_soon && s.place.is_empty() && g.is_in_person() {
            say("check-no-place", String::new());
        }
    }
    let is_over = m.is_over(now);
    for (part, _) in m.parts() {
        let of: Vec<&Segment> =
            blocks.iter().filter(|(n, b)| *n == g.number && b.part == part).map(|(_, b)| b).collect();
        if of.is_empty() {
            if !is_over {
                say("check-no-agenda", String::new());
            }
        } else if agenda::faults(m, part, &of).iter().any(|(k, _)| matches!(*k, "agenda-too-long" | "agenda-too-short"))
        {
            say("check-agenda-sum", String::new());
        }
    }
    if g.title_es.is_empty() || g.title_en.is_empty() {
        say("check-one-language", String::new());
    }
    for text in texts(m) {
        for word in words(text) {
            if AMBIGUOUS.contains(&word.to_lowercase().as_str()) {
                say("check-ambiguous", word.to_owned());
            }
            if ABBREVIATED.contains(&word) {
                say("check-zone-word", word.to_owned());
            }
            // A star promises a footnote (C17); the glossary has to keep it.
            if let Some(starred) = word.strip_suffix('*').filter(|w| !w.is_empty())
                && !terms.iter().any(|t| t.eq_ignore_ascii_case(starred.trim_matches('*')))
            {
                say("check-star", starred.to_owned());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holidays_of_two_years() {
        let name = |y, m, d| holiday(jiff::civil::date(y, m, d));
        assert_eq!(name(2026, 1, 19), Some("king"));
        assert_eq!(name(2026, 5, 25), Some("memorial"));
        assert_eq!(name(2026, 11, 26), Some("thanksgiving"));
        assert_eq!(name(2025, 11, 27), Some("thanksgiving"));
        assert_eq!(name(2025, 5, 19), None);
        assert_eq!(name(2026, 3, 12), None);
    }

    #[test]
    fn a_word_is_whole_and_keeps_its_star() {
        assert_eq!(
            words("A bi-monthly call, place-based* (EST)").collect::<Vec<_>>(),
            ["A", "bi-monthly", "call", "place-based*", "EST"]
        );
    }
}
