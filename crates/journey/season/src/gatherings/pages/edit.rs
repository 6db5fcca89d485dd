//! Making and changing a gathering: its words, and as many times as it has.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use jiff::civil::{Date, Time as Clock};

use super::{At, meeting, path, zones};
use crate::gatherings::acts::{self, Planned};
use crate::gatherings::checks;
use crate::gatherings::model::{Draft, FORMATS, KINDS, Meeting, Slot};
use crate::gatherings::when::NoMoment;
use crate::gatherings::{rules, store, when};
use weft_kernel::clock::Time;
use weft_kernel::i18n::Tr;
use weft_kernel::i18n::Words;
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, zone};
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

/// Most times a gathering has.
const MOST_SITTINGS: usize = 40;

#[derive(Template)]
#[template(path = "gatherings/templates/edit.html")]
struct Edit {
    page: Page,
    s: InSeason,
    form: Form,
    number: Option<i64>,
    is_known: bool,
    /// How many will hear of a change.
    told: i64,
    /// How many wait for a time that could get more seats.
    waiting: i64,
    rows: Vec<Row>,
    /// Days outside the season that whoever plans is asked about before they are kept.
    outside: Vec<String>,
    kinds: Vec<(String, String)>,
    formats: Vec<(String, String)>,
    zones: Vec<(String, String)>,
}

/// The names of the fields of one time.
struct Row {
    n: usize,
    /// Nothing stands in it yet.
    is_spare: bool,
    id: String,
    day: String,
    from: String,
    until: String,
    zone: String,
    part: String,
    seats: String,
    place: String,
    link: String,
    gone: String,
}

impl Row {
    fn new(n: usize, is_spare: bool) -> Self {
        let name = |what: &str| format!("{what}-{n}");
        Self {
            n,
            is_spare,
            id: name("id"),
            day: name("day"),
            from: name("from"),
            until: name("until"),
            zone: name("zone"),
            part: name("part"),
            seats: name("seats"),
            place: name("place"),
            link: name("link"),
            gone: name("gone"),
        }
    }
}

fn options(t: Tr, stem: &str, of: &[&str]) -> Vec<(String, String)> {
    of.iter().map(|v| ((*v).to_owned(), t.t(&format!("{stem}-{v}")))).collect()
}

async fn page(kernel: &Kernel, s: InSeason, form: Form, meeting: Option<&Meeting>) -> Result<Edit> {
    let told = store::count_taking_part(&mut kernel.db.read().await?, &s.season.id).await?;
    let t = s.page.t;
    let typed = rows_of(&form);
    let last = typed.last().copied().unwrap_or(0);
    // One empty row is always there to add a time.
    let is_first = typed.is_empty();
    let mut rows: Vec<Row> = typed.into_iter().map(|n| Row::new(n, false)).collect();
    rows.push(Row::new(last + 1, !is_first));
    Ok(Edit {
        number: meeting.map(|m| m.gathering.number),
        is_known: meeting.is_some_and(|m| m.gathering.published_at.is_some()),
        told,
        waiting: meeting
            .map_or(0, |m| m.sittings.iter().filter(|x| x.starts_at > kernel.now()).map(|x| x.waiting).sum()),
        rows,
        outside: Vec::new(),
        kinds: options(t, "gathering-kind", &KINDS),
        formats: options(t, "format", &FORMATS),
        zones: zones(s.page.t),
        page: s.page.clone(),
        s,
        form,
    })
}

/// Rows of times in which anything stands.
fn rows_of(form: &Form) -> Vec<usize> {
    let mut rows: Vec<usize> = form
        .fields()
        .iter()
        .filter(|(_, v)| !v.trim().is_empty())
        .filter_map(|(n, _)| {
            n.strip_prefix("day-").or_else(|| n.strip_prefix("from-")).or_else(|| n.strip_prefix("id-"))?.parse().ok()
        })
        .collect();
    rows.sort_unstable();
    rows.dedup();
    rows.retain(|r| (1..=10_000).contains(r));
    rows
}

/// What a zone is called, as far as that is read back as the same zone: by its name, with its city, or as IANA has it.
fn said_zone(t: Tr, zone: &str) -> String {
    let name = zone::name(t, zone);
    let with_city = format!("{name} – {}", zone::city(zone));
    let is_it = |said: &String| zone::find(said) == Some(zone);
    [name, with_city].into_iter().find(is_it).unwrap_or_else(|| zone.to_owned())
}

/// A gathering as the fields of its form.
fn filled(meeting: &Meeting, t: Tr) -> Form {
    let g = &meeting.gathering;
    let mut form = Form::of(&[
        ("title_en", &g.title_en),
        ("title_es", &g.title_es),
        ("kind", &g.kind),
        ("format", &g.format),
        ("purpose_en", &g.purpose_en),
        ("purpose_es", &g.purpose_es),
    ]);
    form.set("seen", g.changed_at.0.to_string());
    form.set("open_before", g.open_before.to_string());
    form.set("open_after", g.open_after.to_string());
    form.set("choose_until", g.choose_until.clone().unwrap_or_default());
    for (i, s) in meeting.sittings.iter().enumerate() {
        let n = i + 1;
        let (from, until) = (when::wall(s.starts_at, &s.zone), when::wall(s.ends_at(), &s.zone));
        form.set(&format!("id-{n}"), s.id.as_str());
        form.set(&format!("part-{n}"), s.part.to_string());
        form.set(&format!("day-{n}"), from.date().to_string());
        form.set(&format!("from-{n}"), from.strftime("%H:%M").to_string());
        form.set(&format!("until-{n}"), until.strftime("%H:%M").to_string());
        form.set(&format!("zone-{n}"), said_zone(t, &s.zone));
        form.set(&format!("place-{n}"), s.place.as_str());
        form.set(&format!("link-{n}"), s.join_url.as_str());
        form.set(&format!("seats-{n}"), s.capacity.map(|c| c.to_string()).unwrap_or_default());
    }
    form
}

/// A gathering as it was typed; what is wrong stands in the form.
fn read(form: &mut Form, zone: &str) -> Draft {
    let mut one_of = |name: &str, of: &[&str]| {
        let value = form.required(name);
        if !value.is_empty() && !of.contains(&value.as_str()) {
            form.reject(name, "wrong-choice");
        }
        value
    };
    let kind = one_of("kind", &KINDS);
    let format = one_of("format", &FORMATS);
    let title = Words { en: form.value("title_en").to_owned(), es: form.value("title_es").to_owned() };
    if title.is_empty() {
        form.reject("title_en", "wrong-required");
    }
    for name in ["title_en", "title_es"] {
        if form.value(name).chars().count() > 200 {
            form.reject(name, "wrong-title-long");
        }
    }
    let purpose = Words { en: form.value("purpose_en").to_owned(), es: form.value("purpose_es").to_owned() };
    let minutes =
        |form: &mut Form, name: &str| if form.value(name).is_empty() { 0 } else { form.number(name, 0..=240) };
    let (open_before, open_after) = (minutes(form, "open_before"), minutes(form, "open_after"));
    let choose_until = form.optional("choose_until");
    if choose_until.as_ref().is_some_and(|d| d.parse::<Date>().is_err()) {
        form.reject("choose_until", "wrong-date");
    }
    let (mut slots, mut gone) = (Vec::new(), Vec::new());
    for row in rows_of(form) {
        if form.is_checked(&format!("gone-{row}"), "yes") {
            gone.extend(form.optional(&format!("id-{row}")).map(Id::stored));
            continue;
        }
        slots.extend(slot(form, row, zone));
    }
    if slots.len() > MOST_SITTINGS {
        form.reject_with("title_en", "wrong-sittings-many", MOST_SITTINGS.to_string());
    }
    let seen = form.value("seen").parse().ok().map(Time);
    slots.sort_by_key(|s: &Slot| (s.part, s.starts_at));
    Draft { kind, format, title, purpose, open_before, open_after, choose_until, slots, gone, seen }
}

fn slot(form: &mut Form, row: usize, season_zone: &str) -> Option<Slot> {
    let name = |what: &str| format!("{what}-{row}");
    let day: Option<Date> = form.date(&name("day")).parse().ok();
    let mut clock = |what: &str| {
        let value = form.required(&name(what));
        let parsed: Option<Clock> = value.parse().ok();
        if !value.is_empty() && parsed.is_none() {
            form.reject(&name(what), "wrong-clock");
        }
        parsed
    };
    let (from, until) = (clock("from"), clock("until"));
    let part = if form.value(&name("part")).is_empty() { 1 } else { form.number(&name("part"), 1..=20) };
    let zone = if form.value(&name("zone")).is_empty() {
        season_zone.to_owned()
    } else {
        let typed = form.value(&name("zone"));
        zone::typed(typed).unwrap_or_else(|| typed.to_owned())
    };
    let capacity =
        if form.value(&name("seats")).is_empty() { None } else { Some(form.number(&name("seats"), 1..=100_000)) };
    let join_url = form.value(&name("link")).to_owned();
    if !join_url.is_empty() && !weft_web::is_link(&join_url) {
        form.reject(&name("link"), "wrong-link");
    }
    let place = form.value(&name("place")).to_owned();
    let (day, from, until) = (day?, from?, until?);
    let starts = day.to_datetime(from);
    // What ends before it begins ends on the next day.
    let ends = if until > from { day.to_datetime(until) } else { day.tomorrow().ok()?.to_datetime(until) };
    let (starts_at, ends_at) = match (when::moment(starts, &zone), when::moment(ends, &zone)) {
        (Ok(a), Ok(b)) => (a, b),
        (Err(NoMoment::Zone), _) | (_, Err(NoMoment::Zone)) => {
            form.reject(&name("zone"), "wrong-zone");
            return None;
        }
        (Err(NoMoment::Skipped), _) => {
            form.reject(&name("from"), "wrong-skipped-hour");
            return None;
        }
        (_, Err(NoMoment::Skipped)) => {
            form.reject(&name("until"), "wrong-skipped-hour");
            return None;
        }
    };
    let minutes = (ends_at.0 - starts_at.0) / 60_000_000;
    if !(5..=16 * 60).contains(&minutes) {
        form.reject(&name("until"), "wrong-length");
    }
    let id = form.optional(&name("id")).map(Id::stored);
    Some(Slot { id, part, starts, zone, starts_at, minutes, place, join_url, capacity })
}

/// Days of a draft outside its season that were not kept by a press yet: new ones, or moved there. They stand in the
/// form then, so that the next press keeps these days and no others.
fn outside(form: &mut Form, s: &InSeason, draft: &Draft, meeting: Option<&Meeting>) -> Vec<String> {
    let is_kept = |x: &Slot| {
        let was = x.id.as_ref().and_then(|id| meeting?.sitting(id));
        was.is_some_and(|w| w.starts_at == x.starts_at)
    };
    let new = draft.slots.iter().filter(|x| !is_kept(x)).map(|x| x.starts.date());
    let mut days: Vec<Date> = new.filter(|day| checks::is_outside(&s.season, *day)).collect();
    days.sort_unstable();
    days.dedup();
    let asked = days.iter().map(Date::to_string).collect::<Vec<_>>().join(" ");
    if asked == form.value("outside") {
        return Vec::new();
    }
    form.set("outside", asked);
    days.into_iter().map(|day| s.page.t.iso_day(&day.to_string())).collect()
}

impl Edit {
    /// The zone of a time as it is shown: the season's where none was typed.
    fn zone(&self, name: &str) -> String {
        let typed = self.form.value(name);
        if typed.is_empty() { said_zone(self.page.t, &self.s.season.zone) } else { typed.to_owned() }
    }

    /// What is asked about days outside the season.
    fn ask(&self) -> String {
        let (t, season) = (self.page.t, &self.s.season);
        t.args(
            "gathering-outside",
            &[
                ("n", self.outside.len().into()),
                ("days", self.outside.join("; ").into()),
                ("from", t.iso_day(&season.starts_on).into()),
                ("to", t.iso_day(&season.ends_on).into()),
            ],
        )
    }
}

pub async fn new(State(kernel): State<Kernel>, May { permit: _, s }: May<rules::PlanGatherings>) -> Result<Response> {
    let form = Form::of(&[("kind", "session"), ("format", "online"), ("open_before", "15"), ("open_after", "15")]);
    html(&page(&kernel, s, form, None).await?)
}

pub async fn make(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::PlanGatherings>,
    mut form: Form,
) -> Result<Response> {
    let draft = read(&mut form, &s.season.zone);
    if !form.is_accepted() {
        return unaccepted(&page(&kernel, s, form, None).await?);
    }
    let outside = outside(&mut form, &s, &draft, None);
    if !outside.is_empty() {
        return html(&Edit { outside, ..page(&kernel, s, form, None).await? });
    }
    let press = form.once(&kernel, s.actor_id(), &s.page, &s.season.path("gatherings/{}"));
    let number = acts::make(&press, &permit, s.actor_id(), &s.season, &draft).await?;
    Ok(see(&path(&s, number)))
}

pub async fn edit(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::PlanGatherings>,
    Path(at): Path<At>,
) -> Result<Response> {
    let meeting = meeting(&mut kernel.db.read().await?, permit.see(), &at).await?;
    if meeting.gathering.cancelled_at.is_some() {
        return Err(Error::NotFound);
    }
    let form = filled(&meeting, s.page.t);
    html(&page(&kernel, s, form, Some(&meeting)).await?)
}

pub async fn save(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::PlanGatherings>,
    Path(at): Path<At>,
    mut form: Form,
) -> Result<Response> {
    let meeting = meeting(&mut kernel.db.read().await?, permit.see(), &at).await?;
    let draft = read(&mut form, &s.season.zone);
    if form.is_accepted() {
        let outside = outside(&mut form, &s, &draft, Some(&meeting));
        if !outside.is_empty() {
            return html(&Edit { outside, ..page(&kernel, s, form, Some(&meeting)).await? });
        }
        let to = path(&s, meeting.gathering.number);
        let press = form.once(&kernel, s.actor_id(), &s.page, &to);
        let planned = acts::change(&press, &permit, s.actor_id(), &s.season, meeting.gathering.number, &draft).await?;
        let Some(fault) = planned.fault() else { return Ok(see(&to)) };
        let field = match planned {
            Planned::SeatsTaken => full(&meeting, &form),
            Planned::Moved => "title_en".into(),
            Planned::PartUsed => "part-1".into(),
            _ => "day-1".into(),
        };
        form.reject(&field, fault);
    }
    unaccepted(&page(&kernel, s, form, Some(&meeting)).await?)
}

/// The field with fewer seats than are taken.
fn full(meeting: &Meeting, form: &Form) -> String {
    let is_short = |row: &&usize| {
        let seats: Option<i64> = form.value(&format!("seats-{row}")).parse().ok();
        let sitting = meeting.sitting(&Id::stored(form.value(&format!("id-{row}")).to_owned()));
        matches!((seats, sitting), (Some(n), Some(s)) if s.taken > n)
    };
    rows_of(form).iter().find(is_short).map_or_else(|| "day-1".into(), |row| format!("seats-{row}"))
}

pub async fn publish(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::PlanGatherings>,
    Path(at): Path<At>,
) -> Result<Response> {
    let number = at.number()?;
    match acts::publish(&kernel, &permit, s.actor_id(), &s.season, number).await? {
        Planned::Done => Ok(see(&path(&s, number))),
        _ => Ok(see(&format!("{}/edit", path(&s, number)))),
    }
}

pub async fn cancel(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::PlanGatherings>,
    Path(at): Path<At>,
    form: Form,
) -> Result<Response> {
    let number = at.number()?;
    let reason: String = form.value("reason").chars().take(2_000).collect();
    acts::cancel(&kernel, &permit, s.actor_id(), &s.season, number, &reason).await?;
    Ok(see(&path(&s, number)))
}

pub async fn discard(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::PlanGatherings>,
    Path(at): Path<At>,
) -> Result<Response> {
    acts::discard(&kernel, &permit, s.actor_id(), &s.season, at.number()?).await?;
    Ok(see(&s.season.path("gatherings")))
}
