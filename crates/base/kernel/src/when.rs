//! Wall time: what a person types, the moment it is, and how it is said in anyone's zone.

use jiff::civil::{Date, DateTime};
use jiff::tz::AmbiguousOffset;

use crate::clock::Time;
use crate::i18n::{Lang, Moment, Tr};
use crate::zone;
pub use crate::zone::city;

/// Why a wall time names no moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoMoment {
    /// The clocks jump over it on that day.
    Skipped,
    Zone,
}

/// The moment of a wall time. One that comes twice, when clocks go back, is the first.
pub fn moment(local: DateTime, zone: &str) -> Result<Time, NoMoment> {
    if !zone::is_known(zone) {
        return Err(NoMoment::Zone);
    }
    let found = zone::of(zone).to_ambiguous_zoned(local);
    if matches!(found.offset(), AmbiguousOffset::Gap { .. }) {
        return Err(NoMoment::Skipped);
    }
    found.compatible().map(|z| Time::from_timestamp(z.timestamp())).map_err(|_| NoMoment::Zone)
}

/// The moment of a wall time; of one that the clocks skip, the time after it. The zone is one that was checked.
pub fn first_after(local: DateTime, zone: &str) -> Time {
    let found = zone::of(zone).to_ambiguous_zoned(local).compatible();
    Time::from_timestamp(found.map_or(jiff::Timestamp::MAX, |z| z.timestamp()))
}

/// A moment as wall time in a zone.
pub fn wall(at: impl Moment, zone: &str) -> DateTime {
    at.time().timestamp().to_zoned(zone::of(zone)).datetime()
}

/// `March 12, 2025`.
pub fn date(t: impl std::borrow::Borrow<Tr>, at: impl Moment, zone: &str) -> String {
    t.borrow().day(wall(at, zone).date())
}

/// The same wall time in another zone: what was agreed by the clock of one place holds by the clock of the other. A
/// time that the clocks skip there is the one after.
pub fn moved(at: impl Moment, from: &str, to: &str) -> Time {
    first_after(wall(at, from), to)
}

fn weekday(t: Tr, day: Date) -> String {
    t.t(&format!("weekday-{}", day.weekday().to_monday_one_offset()))
}

/// `Wed, Mar 12, 2025`.
pub fn short_day(t: Tr, day: Date) -> String {
    t.args(
        "date-short",
        &[
            ("weekday", t.t(&format!("weekday-short-{}", day.weekday().to_monday_one_offset())).into()),
            ("day", day.day().to_string().into()),
            ("month", t.t(&format!("month-short-{}", day.month())).into()),
            ("year", day.year().to_string().into()),
        ],
    )
}

/// `Wed, Mar 12, 2025, 1:00 p.m. Eastern Time (ET)`.
pub fn moment_in_words(t: Tr, at: impl Moment, zone: &str) -> String {
    let wall = wall(at, zone);
    let parts = [
        ("date", short_day(t, wall.date()).into()),
        ("time", clock(t, wall).into()),
        ("zone", zone::name(t, zone).into()),
    ];
    t.args("date-time", &parts)
}

/// `Wednesday, March 12, 2025`.
pub fn day(t: Tr, at: impl Moment, zone: &str) -> String {
    let wall = wall(at, zone);
    t.a2("weekday-date", "weekday", weekday(t, wall.date()), "date", t.day(wall.date()))
}

/// The half of the day that a clock of twelve hours is in.
fn half(t: Tr, at: DateTime) -> &'static str {
    match (t.0, at.hour() < 12) {
        (Lang::En, true) => "a.m.",
        (Lang::En, false) => "p.m.",
        (Lang::Es, true) => "a. m.",
        (Lang::Es, false) => "p. m.",
    }
}

fn digits(at: DateTime) -> String {
    let hour = match at.hour() % 12 {
        0 => 12,
        h => h,
    };
    format!("{hour}:{:02}", at.minute())
}

/// `1:00 p.m.`, in Spanish `1:00 p. m.`.
pub fn clock(t: Tr, at: DateTime) -> String {
    format!("{} {}", digits(at), half(t, at))
}

/// `1:00 p.m.`, in a zone.
pub fn time(t: Tr, at: impl Moment, zone: &str) -> String {
    clock(t, wall(at, zone))
}

/// `1:00–4:00 p.m. Eastern Time (ET)`, in Spanish `1:00–4:00 p. m. (hora del Este)`.
pub fn hours(t: Tr, starts: impl Moment, minutes: impl std::borrow::Borrow<i64>, zone: &str) -> String {
    let starts = starts.time();
    let ends = starts.plus_seconds(minutes.borrow() * 60);
    let (a, b) = (wall(starts, zone), wall(ends, zone));
    let hours = if a.date() != b.date() {
        format!("{}–{} ({})", clock(t, a), clock(t, b), t.day(b.date()))
    } else if half(t, a) == half(t, b) {
        format!("{}–{}", digits(a), clock(t, b))
    } else {
        format!("{}–{}", clock(t, a), clock(t, b))
    };
    t.a2("hours-in-zone", "hours", hours, "zone", zone::name(t, zone))
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

/// `3 hours`, `1.5 hours`, `1 hr 15 min`, `45 min`.
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
        assert_eq!(time(t, before, "America/Phoenix"), "11:00 a.m.");
        assert_eq!(time(t, after, "America/Phoenix"), "10:00 a.m.");
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
            Some("11:00 a.m.–2:00 p.m. Mountain Time (MT)")
        );
        assert_eq!(
            elsewhere(t, starts, 180, NY, "Australia/Sydney").as_deref(),
            Some("Thursday, February 26, 2026, 5:00–8:00 a.m. Australian Eastern Time")
        );
        assert_eq!(hours(Tr(Lang::Es), starts, 90, NY), "1:00–2:30 p. m. (hora del Este)");
    }

    #[test]
    fn a_moment_is_said_one_way_in_each_language() {
        let at = moment(at("2025-03-12T13:00"), NY).expect("there");
        assert_eq!(Tr(Lang::En).moment(at, NY), "Wed, Mar 12, 2025, 1:00 p.m. Eastern Time (ET)");
        assert_eq!(Tr(Lang::Es).moment(at, NY), "mié, 12 mar 2025, 1:00 p. m. (hora del Este)");
        let noon = Tr(Lang::En).moment(at, "America/Phoenix");
        assert_eq!(noon, "Wed, Mar 12, 2025, 10:00 a.m. Mountain Standard Time (MST)");
    }

    #[test]
    fn what_was_agreed_by_the_clock_moves_with_the_zone() {
        let end = Time::end_of_day("2025-04-18".parse().expect("a day"), NY);
        let there = moved(end, NY, "America/Los_Angeles");
        assert_eq!(there, Time::end_of_day("2025-04-18".parse().expect("a day"), "America/Los_Angeles"));
        assert_eq!(moved(there, "America/Los_Angeles", NY), end);
        // Clocks in Chicago skip half past two that night.
        let skipped = moved(moment(at("2026-03-08T02:30"), "America/Phoenix").expect("there"), "America/Phoenix", NY);
        assert_eq!(wall(skipped, NY), at("2026-03-08T03:30"));
    }
}
