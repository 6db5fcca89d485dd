//! Wall time: what a person types, the moment it is, and how it is said in anyone's zone.

use jiff::civil::{DateTime, Weekday};
use jiff::tz::{AmbiguousOffset, TimeZone};

use weft_kernel::clock::Time;
use weft_kernel::i18n::{Lang, Moment, Tr};

/// Why a wall time names no moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoMoment {
    /// The clocks jump over it on that day.
    Skipped,
    Zone,
}

/// The moment of a wall time. One that comes twice, when clocks go back, is the first.
pub fn moment(local: DateTime, zone: &str) -> Result<Time, NoMoment> {
    if !zone.contains('/') && zone != "UTC" {
        return Err(NoMoment::Zone);
    }
    let zone = TimeZone::get(zone).map_err(|_| NoMoment::Zone)?;
    let found = zone.to_ambiguous_zoned(local);
    if matches!(found.offset(), AmbiguousOffset::Gap { .. }) {
        return Err(NoMoment::Skipped);
    }
    found.compatible().map(|z| Time::from_timestamp(z.timestamp())).map_err(|_| NoMoment::Zone)
}

/// A moment as wall time in a zone.
pub fn wall(at: impl Moment, zone: &str) -> DateTime {
    at.time().timestamp().to_zoned(TimeZone::get(zone).unwrap_or(TimeZone::UTC)).datetime()
}

/// `March 12, 2025`.
pub fn date(t: impl std::borrow::Borrow<Tr>, at: impl Moment, zone: &str) -> String {
    t.borrow().day(wall(at, zone).date())
}

fn weekday(t: Tr, day: DateTime) -> String {
    let n = match day.weekday() {
        Weekday::Monday => 1,
        Weekday::Tuesday => 2,
        Weekday::Wednesday => 3,
        Weekday::Thursday => 4,
        Weekday::Friday => 5,
        Weekday::Saturday => 6,
        Weekday::Sunday => 7,
    };
    t.t(&format!("weekday-{n}"))
}

/// `Wednesday, March 12, 2025`.
pub fn day(t: Tr, at: impl Moment, zone: &str) -> String {
    let wall = wall(at, zone);
    t.a2("weekday-date", "weekday", weekday(t, wall), "date", t.day(wall.date()))
}

/// `1:00 pm`, in Spanish `1:00 p. m.`.
fn clock(t: Tr, at: DateTime) -> String {
    let half = match (t.0, at.hour() < 12) {
        (Lang::En, true) => "am",
        (Lang::En, false) => "pm",
        (Lang::Es, true) => "a. m.",
        (Lang::Es, false) => "p. m.",
    };
    let hour = match at.hour() % 12 {
        0 => 12,
        h => h,
    };
    format!("{hour}:{:02} {half}", at.minute())
}

/// `1:00 pm`, in a zone.
pub fn time(t: Tr, at: impl Moment, zone: &str) -> String {
    clock(t, wall(at, zone))
}

/// The city that an IANA zone is named after.
pub fn city(zone: &str) -> String {
    zone.rsplit('/').next().unwrap_or(zone).replace('_', " ")
}

/// `1:00 pm to 4:00 pm, New York time`.
pub fn hours(t: Tr, starts: impl Moment, minutes: impl std::borrow::Borrow<i64>, zone: &str) -> String {
    let starts = starts.time();
    let ends = starts.plus_seconds(minutes.borrow() * 60);
    let (a, b) = (wall(starts, zone), wall(ends, zone));
    let until = if a.date() == b.date() { clock(t, b) } else { format!("{} ({})", clock(t, b), t.day(b.date())) };
    t.args("hours-from-to", &[("from", clock(t, a).into()), ("to", until.into()), ("zone", city(zone).into())])
}

/// The same, when it is another wall time in another zone; nothing when the clocks there show the same.
pub fn elsewhere(
    t: Tr,
    starts: impl Moment,
    minutes: impl std::borrow::Borrow<i64>,
    host: &str,
    own: &str,
) -> Option<String> {
    let starts = starts.time();
    if wall(starts, host) == wall(starts, own) {
        return None;
    }
    let hours = hours(t, starts, minutes, own);
    let is_other_day = wall(starts, host).date() != wall(starts, own).date();
    Some(if is_other_day { format!("{}, {hours}", day(t, starts, own)) } else { hours })
}

/// `3 h`, `1 h 30 min`, `45 min`.
pub fn length(t: impl std::borrow::Borrow<Tr>, minutes: impl std::borrow::Borrow<i64>) -> String {
    let (t, minutes) = (t.borrow(), *minutes.borrow());
    match (minutes / 60, minutes % 60) {
        (0, m) => t.a("length-minutes", "m", m),
        (h, 0) => t.a("length-hours", "h", h),
        (h, m) => t.a2("length-both", "h", h, "m", m),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NY: &str = "America/New_York";

    fn at(text: &str) -> DateTime {
        text.parse().expect("a wall time")
    }

    #[test]
    fn clocks_change_between_two_sessions_and_the_wall_time_stays() {
        let before = moment(at("2026-02-25T13:00"), NY).expect("there");
        let after = moment(at("2026-03-11T13:00"), NY).expect("there");
        assert_eq!(before.iso(), "2026-02-25T18:00:00Z");
        assert_eq!(after.iso(), "2026-03-11T17:00:00Z");
        let t = Tr(Lang::En);
        assert_eq!(time(t, before, "America/Phoenix"), "11:00 am");
        assert_eq!(time(t, after, "America/Phoenix"), "10:00 am");
    }

    #[test]
    fn a_time_the_clocks_skip_is_refused_and_one_that_comes_twice_is_the_first() {
        assert_eq!(moment(at("2026-03-08T02:30"), NY), Err(NoMoment::Skipped));
        assert_eq!(moment(at("2026-11-01T01:30"), NY).map(Time::iso), Ok("2026-11-01T05:30:00Z".into()));
        assert_eq!(moment(at("2026-02-25T13:00"), "EST"), Err(NoMoment::Zone));
        assert_eq!(
            moment(at("2028-02-29T09:00"), "Australia/Sydney").map(Time::iso),
            Ok("2028-02-28T22:00:00Z".into())
        );
    }

    #[test]
    fn another_zone_is_said_only_where_its_clocks_differ() {
        let t = Tr(Lang::En);
        let starts = moment(at("2026-02-25T13:00"), NY).expect("there");
        assert_eq!(elsewhere(t, starts, 180, NY, "America/Detroit"), None);
        assert_eq!(
            elsewhere(t, starts, 180, NY, "America/Denver").as_deref(),
            Some("11:00 am to 2:00 pm, Denver time")
        );
        assert_eq!(
            elsewhere(t, starts, 180, NY, "Australia/Sydney").as_deref(),
            Some("Thursday, February 26, 2026, 5:00 am to 8:00 am, Sydney time")
        );
        assert_eq!(hours(Tr(Lang::Es), starts, 90, NY), "1:00 p. m. a 2:30 p. m., hora de New York");
    }
}
