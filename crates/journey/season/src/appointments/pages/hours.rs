//! When someone of the team can be met, and on which terms.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use jiff::civil::Date;

use super::capital;
use crate::appointments::model::{Hours, LONGEST, Range, Terms, clock, minute};
use crate::appointments::rules::Take;
use crate::appointments::{acts, store};
use weft_kernel::Kernel;
use weft_kernel::i18n::Tr;
use weft_programs::{InSeason, May, Role};
use weft_web::{Form, Page, Result, html, see, unaccepted};

/// Rows of single days that a form offers beside those that are filled, and how many there may be.
const BLANK: usize = 2;
const MOST_DAYS: usize = 60;

const LENGTHS: [i64; 8] = [15, 20, 30, 45, 50, 60, 90, 120];
const STEPS: [i64; 3] = [15, 30, 60];
const PAUSES: [i64; 6] = [0, 5, 10, 15, 30, 60];
/// Hours before the start.
const NOTICES: [i64; 8] = [0, 1, 4, 12, 24, 48, 72, 168];
/// Days ahead.
const HORIZONS: [i64; 5] = [7, 14, 30, 60, 90];

#[derive(Template)]
#[template(path = "appointments/templates/hours.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    /// Rows of single days, each with its day and hours.
    days: Vec<[String; 3]>,
}

impl Show {
    fn weekdays() -> [&'static str; 7] {
        ["1", "2", "3", "4", "5", "6", "7"]
    }

    /// The name of a field of a weekday.
    fn name(day: &str, field: &str) -> String {
        format!("d{day}_{field}")
    }

    fn weekday(&self, day: &str) -> String {
        capital(&self.page.t.t(&format!("weekday-{day}")))
    }

    /// What a field of a weekday is called where only its place shows it.
    fn labeled(&self, day: &str, end: &str, which: &str) -> String {
        format!("{}, {}", self.weekday(day), self.page.t.t(&format!("hours-{end}{which}")))
    }

    fn is_wrong(&self, day: &str) -> bool {
        ["from", "from2"].iter().any(|f| self.form.is_wrong(&Self::name(day, f)))
    }

    /// Minutes, as choices; one that is kept stands there even where it is not offered.
    fn minutes(&self, name: &str, of: &[i64]) -> Vec<(String, String)> {
        let t = self.page.t;
        self.options(name, of, |n| if n == 0 { t.t("hours-none") } else { t.a("minutes-n", "n", n) })
    }

    fn lengths(&self) -> Vec<(String, String)> {
        self.minutes("minutes", &LENGTHS)
    }

    fn steps(&self) -> Vec<(String, String)> {
        self.minutes("step", &STEPS)
    }

    fn pauses(&self) -> Vec<(String, String)> {
        self.minutes("pause", &PAUSES)
    }

    fn before(&self, name: &str) -> Vec<(String, String)> {
        let t = self.page.t;
        self.options(name, &NOTICES, |n| match n {
            0 => t.t("hours-until-start"),
            n if n % 24 == 0 => t.a("hours-days-before", "n", n / 24),
            n => t.a("hours-before", "n", n),
        })
    }

    fn horizons(&self) -> Vec<(String, String)> {
        let t = self.page.t;
        self.options("horizon", &HORIZONS, |n| t.a("hours-days-ahead", "n", n))
    }

    /// How many at most; `is_free` offers no limit.
    fn most(&self, is_free: bool, up_to: i64) -> Vec<(String, String)> {
        let none = is_free.then(|| (String::new(), self.page.t.t("hours-no-limit")));
        none.into_iter().chain((1..=up_to).map(|n| (n.to_string(), n.to_string()))).collect()
    }

    fn options(&self, name: &str, of: &[i64], say: impl Fn(i64) -> String) -> Vec<(String, String)> {
        let kept = self.form.value(name).parse::<i64>().ok().filter(|n| !of.contains(n));
        let mut all: Vec<i64> = of.iter().copied().chain(kept).collect();
        all.sort_unstable();
        all.into_iter().map(|n| (n.to_string(), say(n))).collect()
    }

    fn is_coach(&self) -> bool {
        self.s.is(&[Role::Coach])
    }

    fn has_limits(&self) -> bool {
        let fields = ["step", "pause", "notice", "horizon", "per_day", "per_week", "per_person", "change_until"];
        fields.iter().any(|f| self.form.is_wrong(f))
    }
}

fn filled(terms: &Terms, hours: &Hours, today: Date) -> Form {
    let number = |n: i64| n.to_string();
    let most = |n: Option<i64>| n.map(number).unwrap_or_default();
    let mut form = Form::of(&[
        ("is_open", if terms.is_open { "yes" } else { "" }),
        ("zone", &terms.zone),
        ("minutes", &number(terms.minutes)),
        ("step", &number(terms.step)),
        ("pause", &number(terms.pause)),
        ("notice", &number(terms.notice)),
        ("horizon", &number(terms.horizon)),
        ("per_day", &most(terms.per_day)),
        ("per_week", &most(terms.per_week)),
        ("per_person", &number(terms.per_person)),
        ("change_until", &number(terms.change_until)),
        ("place", &terms.place),
        ("about", &terms.about),
    ]);
    for (n, ranges) in hours.week.iter().enumerate() {
        for (range, which) in ranges.iter().zip(["", "2"]) {
            form.set(&format!("d{}_from{which}", n + 1), clock(range.from));
            form.set(&format!("d{}_to{which}", n + 1), ending(range.to));
        }
    }
    // Days that are over have nothing to say.
    for (day, ranges) in hours.days.range(today..) {
        let rows = if ranges.is_empty() {
            vec![(String::new(), String::new())]
        } else {
            ranges.iter().map(|r| (clock(r.from), ending(r.to))).collect()
        };
        for (from, to) in rows {
            form.add("day", day.to_string());
            form.add("day_from", from);
            form.add("day_to", to);
        }
    }
    form
}

/// A field of a time knows no 24:00: the end of the day is typed as midnight.
fn ending(minute: i64) -> String {
    if minute == 1440 { "00:00".into() } else { clock(minute) }
}

fn load(s: InSeason, form: Form) -> Show {
    let mut days: Vec<[String; 3]> = rows(&form).filter(|r| r.iter().any(|f| !f.is_empty())).collect();
    days.extend(std::iter::repeat_n([const { String::new() }; 3], BLANK));
    Show { page: s.page.clone(), s, form, days }
}

fn rows(form: &Form) -> impl Iterator<Item = [String; 3]> + '_ {
    let fields = form.values("day").zip(form.values("day_from")).zip(form.values("day_to"));
    fields.map(|((day, from), to)| [day.to_owned(), from.to_owned(), to.to_owned()])
}

/// A range of a day. None where both fields are empty; where they make none, an error key.
fn range(from: &str, to: &str, length: i64) -> std::result::Result<Option<Range>, &'static str> {
    if from.is_empty() && to.is_empty() {
        return Ok(None);
    }
    if from.is_empty() || to.is_empty() {
        return Err("wrong-hours-half");
    }
    let (Some(from), Some(to)) = (minute(from), minute(to)) else { return Err("wrong-hours-five") };
    let to = if to == 0 { 1440 } else { to };
    match to - from {
        ..=0 => Err("wrong-hours-order"),
        n if n < length => Err("wrong-hours-short"),
        _ => Ok(Some(Range { from, to })),
    }
}

/// Adds a range to those of a day, in order; false where it meets another.
fn add(ranges: &mut Vec<Range>, new: Range) -> bool {
    if ranges.iter().any(|r| new.from < r.to && r.from < new.to) {
        return false;
    }
    ranges.push(new);
    ranges.sort_unstable();
    true
}

/// The hours as they were typed; what is wrong stands in the form.
fn read_hours(t: Tr, form: &mut Form, today: Date, length: i64) -> Hours {
    let mut hours = Hours::default();
    for n in 1..=7 {
        for which in ["", "2"] {
            let (from, to) = (format!("d{n}_from{which}"), format!("d{n}_to{which}"));
            let day = t.t(&format!("weekday-{n}"));
            match range(form.value(&from), form.value(&to), length) {
                Ok(None) => {}
                Ok(Some(new)) => {
                    if !add(&mut hours.week[n - 1], new) {
                        form.reject_with(&from, "wrong-hours-meet", day);
                    }
                }
                Err(key) => form.reject_with(&from, key, day),
            }
        }
    }
    let all: Vec<[String; 3]> = rows(form).collect();
    if all.len() > MOST_DAYS {
        form.reject_with("day", "wrong-hours-days", MOST_DAYS.to_string());
    }
    for [day, from, to] in all {
        if day.is_empty() {
            if !from.is_empty() || !to.is_empty() {
                form.reject("day", "wrong-hours-no-day");
            }
            continue;
        }
        let Ok(date) = day.parse::<Date>() else {
            form.reject("day", "wrong-date");
            continue;
        };
        match range(&from, &to, length) {
            Err(key) => form.reject_with("day", key, t.day(date)),
            Ok(_) if date < today => form.reject_with("day", "wrong-hours-past", t.day(date)),
            Ok(new) => {
                let ranges = hours.days.entry(date).or_default();
                if new.is_some_and(|new| !add(ranges, new)) {
                    form.reject_with("day", "wrong-hours-meet", t.day(date));
                }
            }
        }
    }
    hours
}

fn read_terms(form: &mut Form, is_coach: bool) -> Terms {
    let zone = weft_kernel::zone::typed(form.value("zone")).unwrap_or_else(|| {
        form.reject("zone", "wrong-zone");
        weft_kernel::zone::USUAL_ZONE.to_owned()
    });
    let minutes = form.number("minutes", 10..=240);
    if minutes % 5 != 0 {
        form.reject("minutes", "wrong-hours-five");
    }
    let pause = form.number("pause", 0..=120);
    if pause % 5 != 0 {
        form.reject("pause", "wrong-hours-five");
    }
    let step = form.number("step", 15..=60);
    if !STEPS.contains(&step) {
        form.reject("step", "wrong-choice");
    }
    let mut most = |name: &str| (!form.value(name).is_empty()).then(|| form.number(name, 1..=20));
    let (per_day, per_week) = (most("per_day"), most("per_week"));
    let text = |form: &Form, name: &str| form.value(name).replace("\r\n", "\n").trim().to_owned();
    let (place, about) = (text(form, "place"), text(form, "about"));
    for (name, value) in [("place", &place), ("about", &about)] {
        if value.chars().count() > LONGEST {
            form.reject_with(name, "wrong-longer-than", LONGEST.to_string());
        }
    }
    let is_open = form.value("is_open") == "yes";
    if (is_open || is_coach) && place.is_empty() {
        form.reject("place", "wrong-hours-place");
    }
    Terms {
        is_open,
        zone,
        minutes,
        step,
        pause,
        notice: form.number("notice", 0..=336),
        horizon: form.number("horizon", 1..=90),
        per_day,
        per_week,
        per_person: form.number("per_person", 1..=20),
        change_until: form.number("change_until", 0..=168),
        place,
        about,
    }
}

pub async fn show(State(kernel): State<Kernel>, May { permit, s }: May<Take>) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let terms = store::own_terms(&mut conn, &permit).await?;
    let hours = store::own_hours(&mut conn, &permit).await?;
    // A coach's hours are for those they coach first.
    let terms = terms.unwrap_or_else(|| Terms { is_open: !s.is(&[Role::Coach]), ..Terms::usual(&s.zone()) });
    let form = filled(&terms, &hours, kernel.now().date_in(&terms.zone));
    html(&load(s, form))
}

pub async fn save(State(kernel): State<Kernel>, May { permit, s }: May<Take>, mut form: Form) -> Result<Response> {
    let terms = read_terms(&mut form, s.is(&[Role::Coach]));
    let today = kernel.now().date_in(&terms.zone);
    let hours = read_hours(s.page.t, &mut form, today, terms.minutes);
    if terms.is_open && hours.is_empty() {
        form.reject("d1_from", "wrong-hours-empty");
    }
    if !form.is_accepted() {
        return unaccepted(&load(s, form));
    }
    acts::offer(&kernel, &permit, &terms, &hours).await?;
    Ok(see(&s.season.path("appointments")))
}
