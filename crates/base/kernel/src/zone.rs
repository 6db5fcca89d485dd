//! Time zones: which there are, what they are called, and the list to choose from.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::sync::OnceLock;

use jiff::tz::TimeZone;

use crate::collate;
use crate::i18n::{Lang, Tr};

/// Names of zones, made by `tools/zones.mjs` from CLDR.
const NAMES: &str = include_str!("zones.tsv");

/// Those that most people of a US program live in, with the city that stands for each.
const USUAL: [&str; 10] = [
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Phoenix",
    "America/Los_Angeles",
    "America/Anchorage",
    "Pacific/Honolulu",
    "America/Puerto_Rico",
    "Pacific/Guam",
    "Pacific/Pago_Pago",
];

/// Where a person's zone is not known.
pub const USUAL_ZONE: &str = USUAL[0];

/// What CLDR calls a zone.
#[derive(Clone, Copy)]
struct Named {
    en: &'static str,
    /// `ET`; empty where there is no short name that people know.
    short: &'static str,
    es: &'static str,
}

fn rows() -> impl Iterator<Item = (&'static str, Named)> {
    NAMES.lines().filter(|l| !l.starts_with('#')).filter_map(|l| {
        let mut cells = l.split('\t');
        let mut next = || cells.next();
        Some((next()?, Named { en: next()?, short: next()?, es: next()? }))
    })
}

fn named(zone: &str) -> Option<Named> {
    static ALL: OnceLock<HashMap<&str, Named>> = OnceLock::new();
    ALL.get_or_init(|| rows().collect()).get(zone).copied()
}

/// Whether an IANA name is one that moments can be told in: a place, or UTC.
pub fn is_known(zone: &str) -> bool {
    (zone.contains('/') || zone == "UTC") && TimeZone::get(zone).is_ok()
}

/// The rules of a zone. Forms and rows of the database are checked when they are read, so a name that is unknown here
/// is a fault of the program.
pub fn of(zone: &str) -> TimeZone {
    TimeZone::get(zone).unwrap_or_else(|_| panic!("{zone:?} is not a time zone; zones are checked when they are read"))
}

/// The city that an IANA zone is named after, with what lies between: `Knox, Indiana`.
pub fn city(zone: &str) -> String {
    let mut parts = zone.split('/').skip(1);
    let words = |p: &str| p.replace('_', " ");
    match (parts.next(), parts.next()) {
        (Some(within), Some(place)) if place != "Indianapolis" && place != "Louisville" => {
            format!("{}, {}", words(place), words(within))
        }
        (Some(_), Some(place)) | (Some(place), None) => words(place),
        (None, _) => words(zone),
    }
}

/// What a zone is called: `Eastern Time (ET)`, `hora del Este`.
pub fn name(t: impl Borrow<Tr>, zone: impl AsRef<str>) -> String {
    let (t, zone) = (*t.borrow(), zone.as_ref());
    match (named(zone), t.0) {
        (Some(n), Lang::En) if n.short.is_empty() => n.en.to_owned(),
        (Some(n), Lang::En) => format!("{} ({})", n.en, n.short),
        (Some(n), Lang::Es) => n.es.to_owned(),
        (None, _) if zone == "UTC" => "UTC".into(),
        (None, _) => t.a("zone-of-city", "city", city(zone)),
    }
}

/// The zone that someone means by its name, its city or its line in a list. Names are those of the usual zones that go
/// through the year: `EST` may be New York in winter or Panama, and is neither.
pub fn find(text: &str) -> Option<&'static str> {
    let key = collate::search_key(text);
    let is = |known: &str| !key.is_empty() && collate::search_key(known) == key;
    let lines = |zone: &str| {
        let city = city(zone);
        [Lang::En, Lang::Es]
            .map(|l| name(Tr(l), zone))
            .into_iter()
            .flat_map(move |name| [format!("{name} – {city}"), format!("{city} – {name}")])
    };
    let by_name = USUAL.iter().copied().find(|zone| {
        named(zone).is_some_and(|n| {
            !n.en.contains("Standard") && (is(n.en) || is(n.short) || is(n.es) || is(&name(Tr(Lang::En), zone)))
        })
    });
    by_name.or_else(|| {
        let mut zones = USUAL.iter().copied().chain(rows().map(|(zone, _)| zone));
        zones.find(|zone| is(zone) || is(&zone.replace('_', " ")) || is(&city(zone)) || lines(zone).any(|l| is(&l)))
    })
}

/// A zone as a form sends it: an IANA name, or what [`find`] takes it for.
pub fn typed(text: &str) -> Option<String> {
    if is_known(text) { Some(text.to_owned()) } else { find(text).map(str::to_owned) }
}

/// A group of a list to choose from: what it is called, and the zones in it with what each is called.
pub type Group = (String, Vec<(String, String)>);

/// Zones to choose from: the usual ones of the United States by their names, then every other by its city, region by
/// region. `now` is the one that is chosen, which is there even under an old name; `first` is what the empty choice
/// says, if there is one.
pub fn choices(t: &Tr, now: &str, first: impl AsRef<str>) -> Vec<Group> {
    let t = *t;
    let usual = USUAL.iter().map(|z| ((*z).to_owned(), format!("{} – {}", name(t, z), city(z))));
    let mut top: Vec<(String, String)> = Vec::new();
    if !first.as_ref().is_empty() {
        top.push((String::new(), first.as_ref().to_owned()));
    }
    top.extend(usual);
    let mut groups: Vec<Group> = Vec::new();
    for (zone, _) in rows().filter(|(z, _)| !USUAL.contains(z)) {
        let region = zone.split('/').next().unwrap_or_default();
        let row = (zone.to_owned(), format!("{} – {}", city(zone), name(t, zone)));
        let label = t.t(&format!("zone-region-{}", region.to_lowercase()));
        match groups.iter_mut().find(|(l, _)| *l == label) {
            Some((_, zones)) => zones.push(row),
            None => groups.push((label, vec![row])),
        }
    }
    if !now.is_empty() && is_known(now) && named(now).is_none() {
        top.push((now.to_owned(), format!("{} – {}", city(now), name(t, now))));
    }
    for (_, zones) in &mut groups {
        collate::sort_by_name(zones, |(_, label)| label);
    }
    groups.insert(0, (t.t("zone-region-usual"), top));
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_zone_of_the_table_is_known_and_has_its_names() {
        let mut n = 0;
        for (zone, names) in rows() {
            n += 1;
            assert!(is_known(zone), "{zone}");
            assert!(!names.en.is_empty() && !names.es.is_empty(), "{zone}");
        }
        assert!(n > 400, "{n}");
        assert!(USUAL.iter().all(|z| named(z).is_some()));
        assert!(!is_known("EST") && !is_known("America/Nowhere") && !is_known(""));
    }

    #[test]
    fn zones_have_the_names_that_people_use() {
        let (en, es) = (Tr(Lang::En), Tr(Lang::Es));
        assert_eq!(name(en, "America/New_York"), "Eastern Time (ET)");
        assert_eq!(name(es, "America/New_York"), "hora del Este");
        assert_eq!(name(en, "America/Phoenix"), "Mountain Standard Time (MST)");
        assert_eq!(name(en, "America/Indianapolis"), "Indianapolis time", "an old name has its city");
        assert_eq!(name(es, "Asia/Calcutta"), "hora de Calcutta");
        assert_eq!(city("America/Indiana/Knox"), "Knox, Indiana");
        assert_eq!(city("America/Indiana/Indianapolis"), "Indianapolis");
    }

    #[test]
    fn a_zone_is_found_by_its_name_and_by_its_city() {
        for (text, zone) in [
            ("Eastern Time", "America/New_York"),
            ("et", "America/New_York"),
            ("hora del Este", "America/New_York"),
            ("chicago", "America/Chicago"),
            ("São Paulo", "America/Sao_Paulo"),
            ("America/Los Angeles", "America/Los_Angeles"),
            ("Central Time (CT) – Chicago", "America/Chicago"),
            ("Knox, Indiana", "America/Indiana/Knox"),
        ] {
            assert_eq!(typed(text).as_deref(), Some(zone), "{text}");
        }
        assert_eq!(typed("US/Eastern").as_deref(), Some("US/Eastern"));
        assert_eq!(typed("EST5"), None);
        assert_eq!(typed("EST"), None);
        assert_eq!(typed("Mountain Standard Time"), None);
        assert_eq!(typed(" "), None);
    }

    #[test]
    fn the_list_holds_each_zone_once_and_the_one_that_is_chosen() {
        let all = choices(&Tr(Lang::En), "US/Eastern", "");
        let values: Vec<&str> = all.iter().flat_map(|(_, zones)| zones).map(|(v, _)| v.as_str()).collect();
        let mut once = values.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), values.len());
        assert!(
            values.contains(&"US/Eastern") && values.contains(&"America/Chicago") && values.contains(&"Asia/Tokyo")
        );
        assert_eq!(all[0].1[0].1, "Eastern Time (ET) – New York");
        assert!(all.iter().all(|(label, _)| !label.contains("zone-region")), "each region has a name");
    }
}
