//! Listings: what others offer.

use weft_kernel::clock::Time;
use weft_kernel::i18n::Tr;
use weft_kernel::i18n::Words;
use weft_kernel::ids::Id;
use weft_kernel::{one_of, row, zone};

one_of! {
    /// What came of trying a link.
    pub enum LinkState in "link_check.state" {
        Ok = "ok",
        Dead = "dead",
        /// Nobody answered, which says nothing about the link.
        Unsure = "unsure",
    }
}

/// What is offered.
pub const KINDS: [&str; 6] = ["course", "lab", "webinar", "event", "fellowship", "other"];
/// How long something counts as new, in days.
const NEW_DAYS: i64 = 30;

row! {
    /// Something that others offer, and what the last try of its link said.
    pub struct Listing {
        id: Id,
        kind: String,
        title_en: String,
        title_es: String,
        text_en: String,
        text_es: String,
        audience_en: String,
        audience_es: String,
        host: String,
        place: String,
        url: String,
        starts_on: Option<String>,
        ends_on: Option<String>,
        deadline_on: Option<String>,
        has_no_deadline: bool,
        zone: String,
        price_en: String,
        price_es: String,
        recorded: String,
        changed_at: Time,
        published_at: Option<Time>,
        program_name: String,
        link_state: Option<LinkState>,
        checked_at: Option<Time>,
    }
}

row! {
    /// An open offer of this house, with what its sittings add up to.
    pub struct Open {
        season_slug: String,
        season_name: String,
        program_name: String,
        kind: String,
        summary: String,
        summary_es: String,
        zone: String,
        closes_on: String,
        opened_at: Time,
        capacity: Option<i64>,
        taken: i64,
        price_en: String,
        price_es: String,
        audience_en: String,
        audience_es: String,
        gatherings: i64,
        first_at: Option<Time>,
        last_at: Option<Time>,
        lowest_cents: Option<i64>,
        highest_cents: Option<i64>,
        unconfirmed: bool,
    }
}

fn words(en: &str, es: &str) -> Words {
    Words { en: en.to_owned(), es: es.to_owned() }
}

pub(super) fn is_new(since: Time, now: Time) -> bool {
    now <= since.plus_days(NEW_DAYS)
}

impl Listing {
    pub fn name(&self, t: &Tr) -> String {
        words(&self.title_en, &self.title_es).said(t).to_owned()
    }

    pub fn text(&self, t: &Tr) -> String {
        words(&self.text_en, &self.text_es).said(t).to_owned()
    }

    pub fn audience(&self, t: &Tr) -> String {
        words(&self.audience_en, &self.audience_es).said(t).to_owned()
    }

    pub fn price(&self, t: &Tr) -> String {
        words(&self.price_en, &self.price_es).said(t).to_owned()
    }

    /// Its days in words.
    pub fn days(&self, t: &Tr) -> String {
        match (&self.starts_on, &self.ends_on) {
            (Some(a), Some(b)) if a != b => t.a2("from-to", "from", t.iso_day(a), "to", t.iso_day(b)),
            (Some(a), _) => t.iso_day(a),
            _ => String::new(),
        }
    }

    /// Until when one can say yes, with its year and its zone.
    pub fn deadline(&self, t: &Tr) -> String {
        match &self.deadline_on {
            Some(day) => t.a2("offer-until", "day", t.iso_day(day), "zone", zone::name(*t, &self.zone)),
            None if self.has_no_deadline => t.t("listing-no-deadline"),
            None => String::new(),
        }
    }

    pub fn is_new(&self, now: &Time) -> bool {
        self.published_at.is_some_and(|at| is_new(at, *now))
    }

    /// Whether it is past: its deadline at midnight in its zone, or its last day.
    pub fn is_past(&self, now: Time) -> bool {
        let ended = |day: &Option<String>| {
            day.as_ref().and_then(|d| d.parse().ok()).is_some_and(|d| Time::end_of_day(d, &self.zone) < now)
        };
        ended(&self.deadline_on) || ended(&self.ends_on) || (self.ends_on.is_none() && ended(&self.starts_on))
    }

    /// Whether its link led nowhere when it was last tried.
    pub fn is_dead(&self) -> bool {
        self.link_state == Some(LinkState::Dead)
    }

    /// What is missing before it is shown, as keys; the flag says whether it must be there.
    pub fn missing(&self) -> Vec<(&'static str, bool)> {
        let mut out = Vec::new();
        let mut need = |is_there: bool, key, must| {
            if !is_there {
                out.push((key, must));
            }
        };
        need(!self.url.is_empty(), "listing-missing-link", true);
        need(self.starts_on.is_some(), "listing-missing-days", true);
        need(self.deadline_on.is_some() || self.has_no_deadline, "listing-missing-deadline", true);
        need(!self.price_en.is_empty() || !self.price_es.is_empty(), "listing-missing-price", true);
        need(!self.host.is_empty(), "listing-missing-host", true);
        need(!self.place.is_empty(), "listing-missing-place", true);
        need(!self.is_dead(), "listing-dead-link", true);
        need(!self.audience_en.is_empty() || !self.audience_es.is_empty(), "listing-missing-audience", false);
        need(!self.title_en.is_empty() && !self.title_es.is_empty(), "listing-missing-language", false);
        out
    }

    pub fn is_complete(&self) -> bool {
        self.missing().iter().all(|(_, must)| !must)
    }
}

impl Open {
    /// What its program is.
    pub fn about(&self, t: &Tr) -> String {
        words(&self.summary, &self.summary_es).said(t).to_owned()
    }

    pub fn audience(&self, t: &Tr) -> String {
        words(&self.audience_en, &self.audience_es).said(t).to_owned()
    }

    /// What it costs: the words, and the lowest tier that still holds.
    pub fn price(&self, t: &Tr) -> String {
        let said = words(&self.price_en, &self.price_es).said(t).to_owned();
        let tiers = match (self.lowest_cents, self.highest_cents) {
            (Some(low), Some(high)) if low == high => crate::registration::model::money(t, low),
            (Some(0), _) => t.t("tier-free-from"),
            (Some(low), _) => t.a("tier-from", "amount", crate::registration::model::money(t, low)),
            _ => String::new(),
        };
        [tiers, said].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(". ")
    }

    pub fn days(&self, t: &Tr) -> String {
        let day = |at: Time| t.day(at.date_in(&self.zone));
        match (self.first_at, self.last_at) {
            (Some(a), Some(b)) if day(a) != day(b) => t.a2("from-to", "from", day(a), "to", day(b)),
            (Some(a), _) => day(a),
            _ => String::new(),
        }
    }

    pub fn deadline(&self, t: &Tr) -> String {
        t.a2("offer-until", "day", t.iso_day(&self.closes_on), "zone", zone::name(*t, &self.zone))
    }

    pub fn is_full(&self) -> bool {
        self.capacity.is_some_and(|c| self.taken >= c)
    }

    pub fn is_new(&self, now: &Time) -> bool {
        is_new(self.opened_at, *now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listing() -> Listing {
        Listing {
            id: Id::stored("l".to_owned()),
            kind: "event".into(),
            title_en: "Summit".into(),
            title_es: "Cumbre".into(),
            text_en: String::new(),
            text_es: String::new(),
            audience_en: "All".into(),
            audience_es: String::new(),
            host: "Others".into(),
            place: "Online".into(),
            url: "https://example.org".into(),
            starts_on: Some("2026-05-04".into()),
            ends_on: Some("2026-05-06".into()),
            deadline_on: Some("2026-03-13".into()),
            has_no_deadline: false,
            zone: "America/New_York".into(),
            price_en: "Free".into(),
            price_es: String::new(),
            recorded: String::new(),
            changed_at: Time(0),
            published_at: None,
            program_name: String::new(),
            link_state: None,
            checked_at: None,
        }
    }

    #[test]
    fn a_listing_says_what_it_lacks() {
        assert!(listing().missing().is_empty());
        let bare = Listing {
            url: String::new(),
            starts_on: None,
            deadline_on: None,
            price_en: String::new(),
            place: String::new(),
            title_es: String::new(),
            ..listing()
        };
        let keys: Vec<_> = bare.missing().into_iter().map(|(k, _)| k).collect();
        assert_eq!(
            keys,
            [
                "listing-missing-link",
                "listing-missing-days",
                "listing-missing-deadline",
                "listing-missing-price",
                "listing-missing-place",
                "listing-missing-language"
            ]
        );
        assert!(Listing { deadline_on: None, has_no_deadline: true, ..listing() }.is_complete());
        assert!(!Listing { link_state: Some(LinkState::Dead), ..listing() }.is_complete());
    }

    #[test]
    fn a_deadline_ends_at_midnight_where_it_was_set() {
        let at = |text: &str| Time::parse(text).expect("a moment");
        // The clocks have changed on March 8: midnight in New York is four hours after the one in Greenwich.
        assert!(!listing().is_past(at("2026-03-14T03:59:00Z")));
        assert!(listing().is_past(at("2026-03-14T04:01:00Z")));
        let open = Listing { deadline_on: None, has_no_deadline: true, ..listing() };
        assert!(!open.is_past(at("2026-05-07T03:59:00Z")) && open.is_past(at("2026-05-07T04:01:00Z")));
    }
}
