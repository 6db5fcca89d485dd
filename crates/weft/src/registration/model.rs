//! What an offer is, and what a registration.

use crate::call::model::Words;
use crate::gatherings::model::Meeting;
use crate::kernel::clock::Time;
use crate::kernel::i18n::Tr;
use crate::kernel::ids::Id;
use crate::programs::Season;
use crate::row;

row! {
    /// How one registers for a season that anyone may join. Without a capacity there are seats for everyone.
    pub struct Offer {
        season_id: Id, capacity: Option<i64>, taken: i64, closes_on: String, closes_at: Time, price_en: String, price_es: String, pay_url: String, audience_en: String, audience_es: String,
        opened_at: Option<Time>, waiting: i64
    }
}

impl Offer {
    pub fn price(&self) -> Words {
        Words { en: self.price_en.clone(), es: self.price_es.clone() }
    }

    pub fn audience(&self) -> Words {
        Words { en: self.audience_en.clone(), es: self.audience_es.clone() }
    }

    pub fn is_open(&self, now: Time) -> bool {
        self.opened_at.is_some() && now <= self.closes_at
    }

    pub fn is_full(&self) -> bool {
        self.capacity.is_some_and(|c| self.taken >= c)
    }

    /// Seats that are left, where they are counted.
    pub fn left(&self) -> Option<i64> {
        self.capacity.map(|c| (c - self.taken).max(0))
    }
}

row! {
    pub struct Registration { id: Id, season_id: Id, season_slug: String, person_id: Id, name: String, state: String, at: Time }
}

row! { pub struct Listed { id: Id, name: String, email: Option<String>, state: String, at: Time } }

/// What an offer must have before it opens, and what it should: a key, and whether it must.
pub fn missing(offer: Option<&Offer>, meetings: &[Meeting], season: &Season) -> Vec<(&'static str, bool)> {
    let mut out = Vec::new();
    if meetings.iter().all(|m| !m.gathering.is_on()) {
        out.push(("offer-no-dates", true));
    }
    if season.access_contact_id.is_none() {
        out.push(("offer-no-access-contact", false));
    }
    if season.unconfirmed_at.is_some() {
        out.push(("offer-unconfirmed", true));
    }
    let Some(offer) = offer else {
        out.push(("offer-no-settings", true));
        return out;
    };
    if offer.price_en.is_empty() || offer.price_es.is_empty() {
        out.push(("offer-no-price", true));
    }
    if offer.audience_en.is_empty() || offer.audience_es.is_empty() {
        out.push(("offer-no-audience", false));
    }
    if offer.capacity.is_none() {
        out.push(("offer-no-capacity", false));
    }
    if meetings.iter().filter(|m| m.gathering.is_on()).filter_map(Meeting::starts_at).min().is_some_and(|first| offer.closes_at > first) {
        out.push(("offer-late-deadline", false));
    }
    out
}

/// A deadline with its year and its zone.
pub fn deadline(t: &Tr, offer: &Offer, zone: &str) -> String {
    t.a2("offer-until", "day", t.iso_day(&offer.closes_on), "zone", crate::gatherings::when::city(zone))
}
