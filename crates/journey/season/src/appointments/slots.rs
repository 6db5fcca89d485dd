//! When someone can be met: pure, from hours, terms and what is taken already.

use jiff::ToSpan;
use jiff::civil::Date;

use super::model::{Hours, Terms};
use weft_kernel::clock::Time;
use weft_kernel::when;

/// Times that are taken: sorted, apart from each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Busy(Vec<(Time, Time)>);

impl Busy {
    /// From spans in any order, which may overlap. Empty ones take nothing.
    pub fn of(mut spans: Vec<(Time, Time)>) -> Self {
        spans.retain(|(from, to)| from < to);
        spans.sort_unstable();
        let mut apart: Vec<(Time, Time)> = Vec::with_capacity(spans.len());
        for (from, to) in spans {
            match apart.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(to),
                _ => apart.push((from, to)),
            }
        }
        Self(apart)
    }

    /// Whether any of it lies in a span.
    pub fn meets(&self, from: Time, to: Time) -> bool {
        let next = self.0.partition_point(|(_, end)| *end <= from);
        self.0.get(next).is_some_and(|(start, _)| *start < to)
    }
}

/// What free times are found from.
#[derive(Clone, Debug)]
pub struct Seen {
    pub terms: Terms,
    pub hours: Hours,
    /// Where the host is taken, and where the guest is.
    pub host: Busy,
    pub guest: Busy,
    /// When the host's other appointments begin, for what they take at most.
    pub booked: Vec<Time>,
    /// How many of them are ahead and with this guest.
    pub with_guest: i64,
    pub now: Time,
}

impl Seen {
    /// The first moment that can be booked, and the one after the last.
    pub fn bounds(&self) -> (Time, Time) {
        let first = self.now.plus_seconds(self.terms.notice * 3600);
        let zone = &self.terms.zone;
        let last = self.now.date_in(zone).saturating_add(self.terms.horizon.days());
        (first, Time::end_of_day(last, zone))
    }

    /// Every start that can be booked, in order. None while the host takes no appointments.
    pub fn free(&self) -> Vec<Time> {
        let (first, last) = self.bounds();
        if !self.terms.is_open {
            return Vec::new();
        }
        let full = Full::of(self);
        let mut free = Vec::new();
        let mut day = first.date_in(&self.terms.zone);
        let end = last.date_in(&self.terms.zone);
        while day <= end {
            if !full.is_full(day) {
                self.of_day(day, (first, last), &mut free);
            }
            match day.tomorrow() {
                Ok(next) => day = next,
                Err(_) => break,
            }
        }
        free
    }

    /// Whether the guest has as many ahead as anyone may.
    pub fn is_enough(&self) -> bool {
        self.with_guest >= self.terms.per_person
    }

    pub fn is_free(&self, start: Time) -> bool {
        self.free().binary_search(&start).is_ok()
    }

    fn of_day(&self, day: Date, (first, last): (Time, Time), free: &mut Vec<Time>) {
        let length = self.terms.minutes * 60;
        let pause = self.terms.pause * 60;
        let was = free.len();
        for range in self.hours.on(day) {
            let (mut start, end) = (moment(day, range.from, &self.terms.zone), moment(day, range.to, &self.terms.zone));
            while start.plus_seconds(length) <= end {
                let ends = start.plus_seconds(length);
                // An hour that comes twice is offered the first time: invitations say it by the clock.
                let zone = &self.terms.zone;
                let fits = start >= first
                    && start <= last
                    && when::first_after(when::wall(start, zone), zone) == start
                    && !self.host.meets(start.plus_seconds(-pause), ends.plus_seconds(pause))
                    && !self.guest.meets(start, ends);
                if fits {
                    free.push(start);
                }
                start = start.plus_seconds(self.terms.step * 60);
            }
        }
        // Where clocks go back, one range may begin before another ends.
        free[was..].sort_unstable();
        free.dedup();
    }
}

/// The moment of a minute of a day; one that the clocks skip is the time after.
fn moment(day: Date, minute: i64, zone: &str) -> Time {
    let (day, minute) = if minute >= 1440 { (day.tomorrow().unwrap_or(day), 0) } else { (day, minute) };
    let (hour, minute) = (i8::try_from(minute / 60).unwrap_or(0), i8::try_from(minute % 60).unwrap_or(0));
    when::first_after(day.at(hour, minute, 0, 0), zone)
}

/// Days and weeks in which the host has as many as they take.
struct Full<'a> {
    terms: &'a Terms,
    booked: Vec<Date>,
}

impl<'a> Full<'a> {
    fn of(seen: &'a Seen) -> Self {
        Self { terms: &seen.terms, booked: seen.booked.iter().map(|at| at.date_in(&seen.terms.zone)).collect() }
    }

    fn is_full(&self, day: Date) -> bool {
        let count = |is: &dyn Fn(Date) -> bool| self.booked.iter().filter(|b| is(**b)).count() as i64;
        let week = day.iso_week_date();
        let same_week = |b: Date| {
            let of = b.iso_week_date();
            (of.year(), of.week()) == (week.year(), week.week())
        };
        self.terms.per_day.is_some_and(|most| count(&|b| b == day) >= most)
            || self.terms.per_week.is_some_and(|most| count(&same_week) >= most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::appointments::model::Range;
    use proptest::prelude::*;

    const NY: &str = "America/New_York";
    const SYDNEY: &str = "Australia/Sydney";

    fn at(text: &str) -> Time {
        Time::parse(text).expect("a moment")
    }

    fn seen(zone: &str, now: &str, ranges: &[(i64, i64)]) -> Seen {
        let mut hours = Hours::default();
        for day in &mut hours.week {
            day.extend(ranges.iter().map(|(from, to)| Range { from: *from, to: *to }));
        }
        Seen {
            terms: Terms { per_day: None, notice: 0, horizon: 3, pause: 0, ..Terms::usual(zone) },
            hours,
            host: Busy::default(),
            guest: Busy::default(),
            booked: Vec::new(),
            with_guest: 0,
            now: at(now),
        }
    }

    fn said(seen: &Seen) -> Vec<String> {
        seen.free().iter().map(|t| t.iso()).collect()
    }

    #[test]
    fn hours_are_the_hosts_by_their_clock_when_clocks_change() {
        // New York: forward on March 9, 2025 at 2 a.m.
        let mut s = seen(NY, "2025-03-08T12:00:00Z", &[(540, 570)]);
        s.terms.horizon = 2;
        assert_eq!(said(&s), ["2025-03-08T14:00:00Z", "2025-03-09T13:00:00Z", "2025-03-10T13:00:00Z"]);
        // Sydney: back on April 6, 2025 at 3 a.m.
        let mut s = seen(SYDNEY, "2025-04-04T12:00:00Z", &[(540, 570)]);
        s.terms.horizon = 3;
        assert_eq!(said(&s), ["2025-04-04T22:00:00Z", "2025-04-05T23:00:00Z", "2025-04-06T23:00:00Z"]);
    }

    #[test]
    fn a_night_without_two_oclock_has_less_time_and_one_with_two_has_more() {
        let mut s = seen(NY, "2025-03-09T05:00:00Z", &[(60, 240)]);
        s.terms.horizon = 0;
        // From 1 to 4 a.m. are two hours that night.
        assert_eq!(s.free().len(), 4);
        let mut s = seen(NY, "2025-11-02T04:00:00Z", &[(60, 180)]);
        s.terms.horizon = 0;
        // From 1 to 3 a.m. are three hours that night, and one of them is said like another.
        assert_eq!(s.free().len(), 4);
    }

    #[test]
    fn a_leap_day_is_a_day() {
        let mut s = seen(NY, "2028-02-29T05:00:00Z", &[(540, 600)]);
        s.terms.horizon = 0;
        assert_eq!(said(&s), ["2028-02-29T14:00:00Z", "2028-02-29T14:30:00Z"]);
    }

    #[test]
    fn notice_pause_and_limits_take_their_part() {
        let mut s = seen(NY, "2025-03-17T12:00:00Z", &[(540, 720)]);
        s.terms.horizon = 0;
        assert_eq!(s.free().len(), 6);
        s.terms.notice = 2;
        assert_eq!(s.free().first().map(|t| t.iso()).as_deref(), Some("2025-03-17T14:00:00Z"));
        let taken = (at("2025-03-17T15:00:00Z"), at("2025-03-17T15:30:00Z"));
        s.host = Busy::of(vec![taken]);
        assert_eq!(said(&s), ["2025-03-17T14:00:00Z", "2025-03-17T14:30:00Z", "2025-03-17T15:30:00Z"]);
        s.terms.pause = 10;
        assert_eq!(said(&s), ["2025-03-17T14:00:00Z"]);
        s.booked = vec![taken.0];
        s.terms.per_day = Some(1);
        assert!(s.free().is_empty());
        s.terms.per_day = None;
        s.terms.per_week = Some(1);
        assert!(s.free().is_empty());
        s.terms.per_week = Some(2);
        assert_eq!(s.free().len(), 1);
    }

    #[test]
    fn a_day_off_is_off_and_a_day_with_hours_of_its_own_has_those() {
        let mut s = seen(NY, "2025-03-17T05:00:00Z", &[(540, 600)]);
        s.terms.horizon = 2;
        s.hours.days.insert("2025-03-18".parse().expect("a day"), Vec::new());
        s.hours.days.insert("2025-03-19".parse().expect("a day"), vec![Range { from: 1410, to: 1440 }]);
        assert_eq!(said(&s), ["2025-03-17T13:00:00Z", "2025-03-17T13:30:00Z", "2025-03-20T03:30:00Z"]);
    }

    #[test]
    fn times_that_touch_do_not_meet() {
        let busy = Busy::of(vec![(Time(10), Time(20)), (Time(20), Time(30)), (Time(5), Time(5)), (Time(40), Time(50))]);
        assert!(!busy.meets(Time(30), Time(40)) && !busy.meets(Time(0), Time(10)) && !busy.meets(Time(50), Time(60)));
        assert!(busy.meets(Time(29), Time(31)) && busy.meets(Time(0), Time(60)) && busy.meets(Time(45), Time(46)));
    }

    proptest! {
        /// Beside a rule that looks at each start by itself, minute by minute.
        #[test]
        fn what_is_free_is_what_the_rules_say(
            zone in prop::sample::select(vec![NY, SYDNEY, "Asia/Kathmandu", "America/St_Johns", "UTC"]),
            day in 0i64..400,
            ranges in prop::collection::vec((0i64..96, 1i64..32), 0..3),
            taken in prop::collection::vec((0i64..7_000, 1i64..300), 0..8),
            (minutes, step, pause) in (2i64..20, prop::sample::select(vec![15i64, 30, 60]), 0i64..6),
            notice in 0i64..40,
        ) {
            let now = at("2025-01-01T00:07:00Z").plus_days(day);
            let ranges: Vec<(i64, i64)> = ranges.iter().map(|(f, l)| (f * 15, (f * 15 + l * 15).min(1440))).collect();
            let mut s = seen(zone, "2025-01-01T00:00:00Z", &ranges);
            s.now = now;
            s.terms = Terms { minutes: minutes * 5, step, pause: pause * 5, notice, ..s.terms };
            let taken: Vec<(Time, Time)> = taken.iter()
                .map(|(from, long)| (now.plus_seconds(from * 60), now.plus_seconds((from + long) * 60))).collect();
            s.host = Busy::of(taken.clone());
            let free = s.free();
            prop_assert!(free.windows(2).all(|w| w[0] < w[1]), "in order, each once");
            let (first, last) = s.bounds();
            for start in &free {
                let ends = start.plus_seconds(s.terms.minutes * 60);
                prop_assert!(*start >= first && *start <= last);
                let gap = s.terms.pause * 60;
                prop_assert!(taken.iter().all(|(f, t)| t.plus_seconds(gap) <= *start || *f >= ends.plus_seconds(gap)));
                let local = when::wall(*start, zone);
                let is_within = s.hours.on(local.date()).iter().any(|r| {
                    let (from, to) = (moment(local.date(), r.from, zone), moment(local.date(), r.to, zone));
                    from <= *start && ends <= to && (start.0 - from.0) % (step * 60_000_000) == 0
                });
                prop_assert!(is_within);
            }
            // Nothing that fits is left out.
            let mut start = first;
            start.0 -= start.0.rem_euclid(300_000_000);
            while start <= last {
                let ends = start.plus_seconds(s.terms.minutes * 60);
                let gap = s.terms.pause * 60;
                let date = start.date_in(zone);
                let fits = start >= first
                    && s.hours.on(date).iter().any(|r| {
                        let (from, to) = (moment(date, r.from, zone), moment(date, r.to, zone));
                        from <= start && ends <= to && (start.0 - from.0) % (step * 60_000_000) == 0
                    })
                    && when::first_after(when::wall(start, zone), zone) == start
                    && taken.iter().all(|(f, t)| t.plus_seconds(gap) <= start || *f >= ends.plus_seconds(gap));
                prop_assert_eq!(fits, free.binary_search(&start).is_ok(), "{}", start.iso());
                start = start.plus_seconds(300);
            }
        }
    }
}
