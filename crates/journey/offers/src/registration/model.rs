//! What an offer is, and what a registration.

use weft_kernel::clock::Time;
use weft_kernel::i18n::Tr;
use weft_kernel::i18n::Words;
use weft_kernel::ids::Id;
use weft_kernel::{one_of, row};
use weft_programs::Season;
use weft_season::gatherings::model::Meeting;
use weft_web::Form;
use weft_web::rows::{Kind, Rows};

one_of! {
    /// What a registration is now.
    pub enum State in "registration.state" {
        /// Has a seat.
        Held = "held",
        /// Is on the list.
        Waiting = "waiting",
        /// Has neither until it is confirmed.
        Asked = "asked",
        /// Is over.
        Left = "left",
    }
}

row! {
    /// How one registers for a season that anyone may join. Without a capacity there are seats for everyone.
    pub struct Offer {
        season_id: Id,
        capacity: Option<i64>,
        taken: i64,
        closes_on: String,
        closes_at: Time,
        price_en: String,
        price_es: String,
        pay_url: String,
        audience_en: String,
        audience_es: String,
        opened_at: Option<Time>, waiting: i64,
        /// Of the seats taken, those that are held until an address is confirmed.
        unconfirmed: i64
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

    /// Seats of people who have confirmed their address.
    pub fn confirmed(&self) -> i64 {
        self.taken - self.unconfirmed
    }

    /// Seats that are left, where they are counted.
    pub fn left(&self) -> Option<i64> {
        self.capacity.map(|c| (c - self.taken).max(0))
    }
}

row! {
    /// A price: for whom or until when, in cents. Without a day it holds to the end.
    #[derive(PartialEq, Eq)]
    pub struct Tier { name_en: String, name_es: String, cents: i64, until_on: Option<String>, until_at: Option<Time> }
}

impl Tier {
    pub fn name(&self, t: &Tr) -> String {
        Words { en: self.name_en.clone(), es: self.name_es.clone() }.said(t).to_owned()
    }

    pub fn holds(&self, now: &Time) -> bool {
        self.until_at.is_none_or(|until| *now <= until)
    }

    /// Amount and day in words.
    pub fn said(&self, t: &Tr) -> String {
        let amount = money(t, self.cents);
        match &self.until_on {
            Some(day) => t.a2("tier-until", "amount", amount, "day", t.iso_day(day)),
            None => amount,
        }
    }
}

/// An amount of money in words.
pub fn money(t: &Tr, cents: i64) -> String {
    if cents == 0 {
        return t.t("tier-free");
    }
    let text = weft_kernel::money::amount(cents);
    t.a("dollars", "n", text.strip_suffix(".00").unwrap_or(&text).to_owned())
}

/// The rows of a form that prices are.
pub fn tier_rows(t: Tr) -> Rows {
    Rows::new("tiers", Vec::new())
        .with("tier-en", t.t("offer-tier-en"), Kind::Line("text"))
        .with("tier-es", t.t("offer-tier-es"), Kind::Line("text"))
        .with("tier-amount", t.t("offer-tier-amount"), Kind::Line("text"))
        .with("tier-until", t.t("offer-tier-until"), Kind::Line("date"))
}

/// Reads the prices of a form; the last day of one may be empty.
pub fn tiers(form: &mut Form, rows: &Rows, zone: &str) -> Vec<Tier> {
    let mut out = Vec::new();
    for n in rows.filled(form) {
        let (name_en, name_es) = (form.required(&format!("tier-en-{n}")), form.required(&format!("tier-es-{n}")));
        let amount = form.required(&format!("tier-amount-{n}"));
        let amount = amount.trim_start_matches('$').trim();
        let cents = if matches!(amount, "0" | "0.00" | "0,00") { Some(0) } else { weft_kernel::money::cents(amount) };
        if cents.is_none() {
            form.reject(&format!("tier-amount-{n}"), "wrong-amount");
        }
        let until = format!("tier-until-{n}");
        let until_on = (!form.value(&until).is_empty()).then(|| form.date(&until));
        let until = until_on.as_ref().and_then(|d| d.parse::<jiff::civil::Date>().ok());
        out.push(Tier {
            name_en,
            name_es,
            cents: cents.unwrap_or(0),
            until_at: until.map(|d| Time::end_of_day(d, zone)),
            until_on,
        });
    }
    out
}

row! {
    /// Confirmed once the link was used that was mailed to its address.
    pub struct Registration {
        id: Id,
        season_id: Id,
        season_slug: String,
        person_id: Id,
        name: String,
        state: State,
        at: Time,
        confirmed_at: Option<Time>,
    }
}

/// For how long a seat is held for an address that was only typed, in seconds.
pub const HOLD: i64 = 3_600;

impl Registration {
    /// Until when its seat is held, while the address is only typed.
    pub fn held_until(&self) -> Time {
        self.at.plus_seconds(HOLD)
    }

    pub fn is_held(&self) -> bool {
        self.state == State::Held
    }

    /// Whether it has a seat that nobody else gets.
    pub fn has_seat(&self) -> bool {
        self.is_held() && self.confirmed_at.is_some()
    }

    /// Whether its seat is held still for somebody to confirm.
    pub fn is_held_for(&self, now: &Time) -> bool {
        self.is_held() && self.confirmed_at.is_none() && *now <= self.held_until()
    }

    /// Whether its link confirms it: while the offer is open, and for the hour in any case.
    pub fn can_confirm(&self, offer: &Offer, now: Time) -> bool {
        self.confirmed_at.is_none() && (offer.is_open(now) || now <= self.held_until())
    }
}

row! { pub struct Listed { id: Id, name: String, email: Option<String>, state: State, at: Time, is_confirmed: bool } }

impl Listed {
    pub fn is_waiting(&self) -> bool {
        self.state == State::Waiting
    }
}

/// What an offer must have before it opens, and what it should: a key, and whether it must.
pub fn missing(
    offer: Option<&Offer>,
    tiers: &[Tier],
    meetings: &[Meeting],
    season: &Season,
) -> Vec<(&'static str, bool)> {
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
    if tiers.is_empty() && (offer.price_en.is_empty() || offer.price_es.is_empty()) {
        out.push(("offer-no-price", true));
    }
    // The last price must hold until the deadline, or nobody knows what it costs by then.
    if !tiers.is_empty() && !tiers.iter().any(|t| t.holds(&offer.closes_at)) {
        out.push(("offer-tiers-end", true));
    }
    if offer.audience_en.is_empty() || offer.audience_es.is_empty() {
        out.push(("offer-no-audience", false));
    }
    if offer.capacity.is_none() {
        out.push(("offer-no-capacity", false));
    }
    if meetings
        .iter()
        .filter(|m| m.gathering.is_on())
        .filter_map(Meeting::starts_at)
        .min()
        .is_some_and(|first| offer.closes_at > first)
    {
        out.push(("offer-late-deadline", false));
    }
    out
}

/// A deadline with its year and its zone.
pub fn deadline(t: &Tr, offer: &Offer, zone: &str) -> String {
    t.a2("offer-until", "day", t.iso_day(&offer.closes_on), "zone", weft_kernel::zone::name(*t, zone))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_are_rows_with_a_year_in_every_day() {
        let zone = "America/New_York";
        let rows = tier_rows(Tr::default());
        let mut form = Form::of(&[
            ("tier-en-1", "Early bird"),
            ("tier-es-1", "Antes de tiempo"),
            ("tier-amount-1", "$250"),
            ("tier-until-1", "2026-03-13"),
            ("tier-en-3", "Regular"),
            ("tier-es-3", "Regular"),
            ("tier-amount-3", "300"),
            ("tier-en-4", "Students"),
            ("tier-es-4", "Estudiantes"),
            ("tier-amount-4", "0"),
        ]);
        let all = tiers(&mut form, &rows, zone);
        assert!(form.is_accepted());
        assert_eq!(all.iter().map(|t| t.cents).collect::<Vec<_>>(), [25_000, 30_000, 0]);
        // Midnight of March 13 in New York, where the clocks have changed.
        assert_eq!(all[0].until_at, Time::parse("2026-03-14T03:59:59Z"));
        assert!(all[1].holds(&Time(i64::MAX)));
        for (field, wrong) in
            [("tier-es", ""), ("tier-amount", "lots"), ("tier-until", "March 13"), ("tier-until", "2026-02-30")]
        {
            let mut form =
                Form::of(&[("tier-en-1", "A"), ("tier-es-1", "B"), ("tier-amount-1", "3"), ("tier-until-1", "")]);
            form.set(&format!("{field}-1"), wrong);
            tiers(&mut form, &rows, zone);
            assert!(form.is_wrong(&format!("{field}-1")), "{field} {wrong}");
        }
    }
}
