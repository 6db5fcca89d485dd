//! A meeting's report: read, looked at row by row, imported.

use askama::Template;
use axum::Extension;
use axum::extract::{Path, State};
use axum::response::Response;

use super::attendance::load;
use super::{At, meeting, path};
use crate::gatherings::model::{Guest, Meeting, Sitting, Source};
use crate::gatherings::reports::{self, Beside, Counted, Entry, Kept, OnRecord};
use crate::gatherings::zoom::{self, Fault, Host, Report};
use crate::gatherings::{attendance, of_season, rules, store, undoing, when};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_kernel::once;
use weft_media::table;
use weft_people::pages::{ClientAddress, address};
use weft_programs::InSeason;
use weft_web::parts::Parts;
use weft_web::{Error, Form, Page, Result, html, see, unaccepted, upload};

/// The bytes of a report; a workbook as the table of its first sheet. One that cannot be read stays what it is, which
/// no reader of reports takes.
async fn as_text(kernel: &Kernel, bytes: &[u8]) -> Vec<u8> {
    if !table::is_workbook(bytes) {
        return bytes.to_vec();
    }
    let Ok(table) = table::open(&kernel.readers, bytes.to_vec()).await else { return bytes.to_vec() };
    let mut out = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    let rows = std::iter::once(table.headers).chain(table.rows.into_iter().map(|(_, cells)| cells));
    for row in rows {
        if out.write_record(&row).is_err() {
            return bytes.to_vec();
        }
    }
    out.into_inner().unwrap_or_else(|_| bytes.to_vec())
}

/// Reads a meeting's report and keeps it until someone has said who is who.
pub async fn read(
    State(kernel): State<Kernel>,
    s: InSeason,
    Path(at): Path<At>,
    client: Option<Extension<ClientAddress>>,
    parts: Parts,
) -> Result<Response> {
    let mut page = load(&kernel, s, &at).await?;
    if page.opens().is_some() {
        return unaccepted(&page);
    }
    let actor = page.s.actor_id().cloned().ok_or(Error::NotFound)?;
    let received = upload::receive(&kernel, &address(client.as_ref()), "file", parts).await?;
    let sittings = page.sittings();
    let wanted = received.form.value("sitting");
    let sitting = (*sittings.iter().find(|s| s.id.as_str() == wanted).unwrap_or(&sittings[0])).clone();
    let bytes = upload::bytes(received.file.as_ref()).await?;
    let text = as_text(&kernel, &bytes).await;
    let found = if bytes.is_empty() {
        Err(("wrong-file-none", String::new()))
    } else {
        let host = Host { zone: sitting.zone.clone(), day: when::wall(sitting.starts_at, &sitting.zone).date() };
        // On a thread that answers nobody.
        let read = tokio::task::spawn_blocking(move || zoom::read(&text, &host)).await;
        read.map_err(|e| Error::Internal(e.to_string()))?.map_err(|fault| match fault {
            Fault::NoText => ("wrong-report-text", String::new()),
            Fault::NoTable => ("wrong-report", String::new()),
            Fault::TooMany => ("wrong-report-many", zoom::MOST_PEOPLE.to_string()),
            Fault::Time(line, value) => ("wrong-report-time", format!("{line}: {value}")),
            Fault::Dates(line, value) => ("wrong-report-dates", format!("{line}: {value}")),
        })
    };
    match found {
        Ok(report) => {
            let to = format!("{}/reports/{{}}", page.up());
            let press =
                Form::once_with_file(received.form.value(once::FIELD), &bytes, &kernel, Some(&actor), &page.page, &to);
            let id = reports::keep(&press, &page.run, &actor, &sitting, &report).await?;
            Ok(see(&format!("{}/reports/{id}", page.up())))
        }
        Err((key, arg)) => {
            page.form.reject_with("file", key, arg);
            unaccepted(&page)
        }
    }
}

/// The value of a choice that nobody has made yet.
const UNSAID: &str = "?";

#[derive(Template)]
#[template(path = "gatherings/templates/report.html")]
struct WhoIsWho {
    run: rules::RunGathering,
    page: Page,
    form: Form,
    s: InSeason,
    m: Meeting,
    sitting: Sitting,
    kept: Kept,
    /// None once it is imported or too old.
    report: Option<Report>,
    entries: Vec<Entry>,
    guests: Vec<Guest>,
    record: Vec<OnRecord>,
    /// Other sittings of the season at which people of the report were there: path, name, day.
    elsewhere: Vec<(String, String, String)>,
}

impl WhoIsWho {
    fn path(&self) -> String {
        format!("{}/reports/{}", path(&self.s, self.m.gathering.number), self.kept.id)
    }

    fn up(&self) -> String {
        format!("{}/attendance/{}", path(&self.s, self.m.gathering.number), self.sitting.part)
    }

    fn report(&self) -> Report {
        self.report.clone().unwrap_or_default()
    }

    fn left(&self) -> Vec<zoom::Left> {
        self.report().left
    }

    /// Nobody of the report was there at the time of the sitting.
    fn is_elsewhere(&self) -> bool {
        !self.entries.is_empty() && self.entries.iter().all(Entry::is_outside)
    }

    /// Day and hours of a report's first and last moment.
    fn bounds(&self) -> String {
        let Some((from, to)) = self.report().bounds() else { return String::new() };
        let (t, zone) = (self.page.t, &self.sitting.zone);
        let (first, last) = (when::day(t, from, zone), when::day(t, to, zone));
        let until = when::time(t, to, zone);
        let until = if first == last { until } else { format!("{until} ({last})") };
        t.args(
            "meeting-report-bounds",
            &[
                ("day", first.into()),
                ("from", when::time(t, from, zone).into()),
                ("until", until.into()),
                ("zone", when::city(zone).into()),
            ],
        )
    }

    fn planned(&self) -> String {
        format!("{}, {}", self.sitting.day(&self.page.t), self.sitting.hours(&self.page.t))
    }

    /// How a date that could be read two ways was read.
    fn dates(&self) -> Option<String> {
        let d = self.report().dates?;
        let key = if d.is_day_first { "meeting-report-day-first" } else { "meeting-report-month-first" };
        Some(self.page.t.a2(key, "text", d.text, "date", when::date(self.page.t, Time(d.at), &self.sitting.zone)))
    }

    /// Every row of the file in one place: a sentence for each place, with its rows and people.
    fn sums(&self) -> Vec<String> {
        let place = |e: &Entry| match () {
            () if e.seen.is_bot => "meeting-report-sum-bots",
            () if e.is_outside() => "meeting-report-sum-outside",
            () if e.must_be_said() => "meeting-report-sum-doubtful",
            () if e.person.is_some() => "meeting-report-sum-known",
            () => "meeting-report-sum-unknown",
        };
        let mut out = Vec::new();
        for key in [
            "meeting-report-sum-known",
            "meeting-report-sum-doubtful",
            "meeting-report-sum-unknown",
            "meeting-report-sum-outside",
            "meeting-report-sum-bots",
        ] {
            let of: Vec<&Entry> = self.entries.iter().filter(|e| place(e) == key).collect();
            let rows: usize = of.iter().map(|e| e.seen.lines.len()).sum();
            if rows > 0 {
                out.push(self.page.t.a2(key, "rows", rows, "people", of.len()));
            }
        }
        let left = self.left().len();
        if left > 0 {
            out.push(self.page.t.a("meeting-report-sum-left", "rows", left));
        }
        out
    }

    fn numbered(&self) -> Vec<(usize, &Entry)> {
        self.entries.iter().enumerate().collect()
    }

    fn length(&self, minutes: impl std::borrow::Borrow<i64>) -> String {
        when::length(self.page.t, minutes)
    }

    /// First and last time of someone.
    fn stay(&self, entry: &Entry) -> Option<String> {
        let (from, to) = (entry.seen.spans.first()?.0, entry.seen.spans.last()?.1);
        let (t, zone) = (self.page.t, &self.sitting.zone);
        Some(format!("{}–{}", when::time(t, Time(from), zone), when::time(t, Time(to), zone)))
    }

    fn lines(entry: &Entry) -> String {
        entry.seen.lines.iter().map(usize::to_string).collect::<Vec<_>>().join(", ")
    }

    fn is_chosen(&self, i: impl std::borrow::Borrow<usize>, entry: &Entry, value: &str) -> bool {
        let name = format!("who-{}", i.borrow());
        match self.form.fields().iter().find(|(n, _)| *n == name) {
            Some((_, said)) => said == value,
            None if entry.must_be_said() => value == UNSAID,
            None => entry.person.as_ref().map_or("", Id::as_str) == value,
        }
    }

    /// The minutes of a sum that is longer than the sitting, as typed or as it would count.
    fn typed_minutes(&self, i: impl std::borrow::Borrow<usize>, entry: &Entry) -> String {
        let name = format!("minutes-{}", i.borrow());
        let typed = self.form.fields().iter().find(|(n, _)| *n == name);
        typed.map_or_else(|| entry.minutes.to_string(), |(_, v)| v.clone())
    }

    fn most(&self) -> i64 {
        let (opens, closes) = reports::window(&self.m, &self.sitting);
        (closes - opens) / 60_000_000
    }

    /// Whether minutes of this report could be the same as minutes on record, and no times tell.
    fn asks_beside(&self) -> bool {
        let has_sums = self.entries.iter().any(|e| e.seen.sum > 0);
        self.record.iter().any(|r| r.is_sum() || (has_sums && r.minutes.is_some()))
    }
}

async fn who_is_who(kernel: &Kernel, s: InSeason, at: &At) -> Result<WhoIsWho> {
    let run = rules::may_run(&s).ok_or(Error::NotFound)?;
    let mut conn = kernel.db.read().await?;
    let m = meeting(&mut conn, run.see(), at).await?;
    let kept = reports::one(&mut conn, &run, &Id::stored(at.report.clone())).await?.ok_or(Error::NotFound)?;
    let sitting = m.sitting(&kept.sitting_id).ok_or(Error::NotFound)?.clone();
    let guests = store::guests(&mut conn, &run, &m.gathering.id, sitting.part).await?;
    let report = kept.report()?;
    let entries = match &report {
        Some(report) => reports::entries(&mut conn, &run, report, (&m, &sitting), &guests).await?,
        None => Vec::new(),
    };
    let record = reports::on_record(&mut conn, &run, &sitting).await?;
    let mut elsewhere = Vec::new();
    if entries.iter().any(Entry::is_outside) {
        let spans: Vec<zoom::Span> = entries.iter().flat_map(|e| e.seen.spans.clone()).collect();
        for other in of_season(&mut conn, run.see()).await?.iter().filter(|o| o.gathering.is_on()) {
            for x in other.sittings.iter().filter(|x| x.id != sitting.id) {
                let (opens, closes) = attendance::door(other, x);
                if !zoom::overlap(&spans, (opens.0, closes.0)).is_empty() {
                    let to = format!("{}/attendance/{}", path(&s, other.gathering.number), x.part);
                    elsewhere.push((to, other.gathering.name(&s.page.t), x.day(&s.page.t)));
                }
            }
        }
    }
    let page = s.page.clone();
    Ok(WhoIsWho { run, page, form: Form::default(), s, m, sitting, entries, report, kept, guests, record, elsewhere })
}

pub async fn report(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    html(&who_is_who(&kernel, s, &at).await?)
}

pub async fn take(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>, mut form: Form) -> Result<Response> {
    let mut page = who_is_who(&kernel, s, &at).await?;
    let actor = page.s.actor_id().cloned().ok_or(Error::NotFound)?;
    // Imported before, by this press or another's; or its time was moved, and attendance says when it opens.
    if page.report.is_none() {
        return Ok(see(&page.path()));
    }
    if kernel.now() < attendance::marked_from(&page.sitting, Source::Report) {
        return Ok(see(&page.up()));
    }
    let mut counted: Vec<Counted> = Vec::new();
    for (i, entry) in page.entries.iter().enumerate().filter(|(_, e)| !e.is_outside()) {
        let who = format!("who-{i}");
        let said = form.value(&who).to_owned();
        if said == UNSAID || (said.is_empty() && entry.must_be_said() && !form.fields().iter().any(|(n, _)| *n == who))
        {
            form.reject_with(&who, "wrong-report-who", entry.seen.name.clone());
            continue;
        }
        let Some(guest) = page.guests.iter().find(|g| g.person_id.as_str() == said) else { continue };
        let sum = if entry.is_long(&page.sitting) {
            form.number(&format!("minutes-{i}"), 0..=page.most())
        } else {
            entry.seen.sum
        };
        counted.push(Counted { person: guest.person_id.clone(), spans: entry.counted.clone(), sum });
    }
    let beside = match form.value("beside") {
        "more" => Beside::More,
        "same" => Beside::Same,
        _ => {
            let of = |c: &Counted| page.record.iter().find(|r| r.person_id == c.person);
            if counted.iter().any(|c| of(c).is_some_and(|r| r.is_sum() || (c.sum > 0 && r.minutes.is_some()))) {
                form.reject("beside", "wrong-report-beside");
            }
            Beside::Same
        }
    };
    if !form.is_accepted() {
        page.form = form;
        return unaccepted(&page);
    }
    let of = (&page.m, &page.sitting, &page.kept);
    let n = reports::take(&kernel, &page.run, &actor, of, &counted, beside).await?;
    Ok(see(&format!("{}?imported={n}", page.up())))
}

/// Takes an import back, once.
pub async fn undo(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    let page = who_is_who(&kernel, s, &at).await?;
    let actor = page.s.actor_id().ok_or(Error::NotFound)?;
    undoing::undo(&kernel, &page.run, actor, &page.sitting, &page.kept.id).await?;
    Ok(see(&format!("{}#last-import", page.up())))
}
