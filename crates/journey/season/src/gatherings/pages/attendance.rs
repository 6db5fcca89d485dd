//! Who came to a part: marked by hand, made up for, or read from a meeting's report.

use askama::Template;
use axum::Extension;
use axum::extract::{Path, State};
use axum::response::Response;

use super::{At, meeting, path};
use crate::gatherings::attendance::{self, Mark, Report, Roll};
use crate::gatherings::model::{Came, Guest, Meeting, Sitting, Source};
use crate::gatherings::zoom::{self, Fault, Seen};
use crate::gatherings::{rules, store, when};
use weft_kernel::Kernel;
use weft_kernel::ids::Id;
use weft_kernel::once;
use weft_media::table;
use weft_people::pages::{ClientAddress, address};
use weft_programs::InSeason;
use weft_web::parts::Parts;
use weft_web::{Error, Form, Page, Result, html, see, unaccepted, upload};

#[derive(Template)]
#[template(path = "gatherings/templates/attendance.html")]
struct Show {
    run: rules::RunGathering,
    page: Page,
    s: InSeason,
    form: Form,
    m: Meeting,
    part: i64,
    guests: Vec<Guest>,
}

async fn load(kernel: &Kernel, s: InSeason, at: &At) -> Result<Show> {
    let run = rules::may_run(&s).ok_or(Error::NotFound)?;
    let mut conn = kernel.db.read().await?;
    let m = meeting(&mut conn, run.see(), at).await?;
    // Nobody comes to what nobody knows of.
    if m.gathering.published_at.is_none() {
        return Err(Error::NotFound);
    }
    let part = at.part(&m)?;
    let guests = store::guests(&mut conn, &run, &m.gathering.id, part).await?;
    Ok(Show { run, form: Form::default(), page: s.page.clone(), m, part, guests, s })
}

impl Show {
    fn path(&self) -> String {
        format!("{}/attendance/{}", path(&self.s, self.m.gathering.number), self.part)
    }

    fn up(&self) -> String {
        path(&self.s, self.m.gathering.number)
    }

    fn sittings(&self) -> Vec<&Sitting> {
        self.m.sittings.iter().filter(|s| s.part == self.part).collect()
    }

    /// The sitting that someone goes to: the one she holds, else the only one.
    fn sitting_of(&self, guest: &Guest) -> &Sitting {
        let of = self.sittings();
        of.iter().find(|s| guest.held.as_ref() == Some(&s.id)).copied().unwrap_or(of[0])
    }

    /// Who was there, in numbers.
    fn sum(&self) -> String {
        let of = |state| self.guests.iter().filter(|g| g.state == Some(state)).count();
        self.page.t.args(
            "attendance-sum",
            &[("here", of(Came::Present).into()), ("of", self.guests.len().into()), ("made", of(Came::MadeUp).into())],
        )
    }

    /// How someone is known to have come.
    fn how(&self, guest: &Guest) -> String {
        let t = self.page.t;
        let source = guest.source.map_or_else(String::new, |s| t.t(&format!("came-{s}")));
        match guest.minutes {
            Some(m) => format!("{source}, {}", when::length(t, m)),
            None => source,
        }
    }
}

pub async fn show(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    html(&load(&kernel, s, &at).await?)
}

/// Takes down the whole list, or one person where a button names her.
pub async fn mark(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>, form: Form) -> Result<Response> {
    let page = load(&kernel, s, &at).await?;
    let mut marks: Vec<(Id, Mark, &Sitting)> = Vec::new();
    for guest in &page.guests {
        let id = guest.person_id.as_str();
        let said = form.value(&format!("state-{id}"));
        let came = Came::parse(said);
        let how: String = form.value(&format!("how-{id}")).chars().take(1_000).collect();
        // Only what was changed on this page: others may have come in since it was opened.
        if said == form.value(&format!("was-{id}"))
            && !(came == Some(Came::MadeUp) && guest.how.as_deref() != Some(how.as_str()))
        {
            continue;
        }
        let mark = match came {
            Some(Came::Present) if !guest.is_here() => Mark::Here(None),
            Some(Came::MadeUp) if !guest.is_made_up() || guest.how.as_deref() != Some(how.as_str()) => {
                Mark::MadeUp(how)
            }
            None if said == "away" && guest.state.is_some() => Mark::NotHere,
            _ => continue,
        };
        marks.push((guest.person_id.clone(), mark, page.sitting_of(guest)));
    }
    for sitting in page.sittings() {
        let of: Vec<(Id, Mark)> =
            marks.iter().filter(|(_, _, s)| s.id == sitting.id).map(|(p, m, _)| (p.clone(), m.clone())).collect();
        if !of.is_empty() {
            let roll = Roll { sitting, guests: &page.guests, marks: &of, source: Source::Hand };
            attendance::mark(&kernel, &page.run, page.s.actor_id(), roll).await?;
        }
    }
    Ok(see(&page.path()))
}

/// Reads a meeting's report and asks who is who.
pub async fn read(
    State(kernel): State<Kernel>,
    s: InSeason,
    Path(at): Path<At>,
    client: Option<Extension<ClientAddress>>,
    parts: Parts,
) -> Result<Response> {
    let mut page = load(&kernel, s, &at).await?;
    let actor = page.s.actor_id().cloned().ok_or(Error::NotFound)?;
    let received = upload::receive(&kernel, &address(client.as_ref()), "file", parts).await?;
    let sittings = page.sittings();
    let sitting = sittings
        .iter()
        .find(|s| s.id.as_str() == received.form.value("sitting"))
        .copied()
        .unwrap_or(sittings[0])
        .clone();
    let bytes = upload::bytes(received.file.as_ref()).await?;
    let found = match bytes.as_slice() {
        [] => Err(("wrong-file-none", String::new())),
        b => match table::text(b) {
            Err(_) => Err(("wrong-report-text", String::new())),
            Ok(text) => {
                let (text, zone) = (text.into_owned(), sitting.zone.clone());
                // On a thread that answers nobody.
                let read = tokio::task::spawn_blocking(move || zoom::read(&text, &zone)).await;
                read.map_err(|e| Error::Internal(e.to_string()))?.map_err(|fault| match fault {
                    Fault::NoTable => ("wrong-report", String::new()),
                    Fault::TooMany => ("wrong-report-many", zoom::MOST_PEOPLE.to_string()),
                    Fault::Time(line, value) => ("wrong-report-time", format!("{line}: {value}")),
                })
            }
        },
    };
    match found {
        Ok(seen) => {
            let to = format!("{}/reports/{{}}", page.up());
            let press =
                Form::once_with_file(received.form.value(once::FIELD), &bytes, &kernel, Some(&actor), &page.page, &to);
            let id = attendance::keep(&press, &page.run, &actor, &page.m.gathering.id, &sitting.id, &seen).await?;
            Ok(see(&format!("{}/reports/{id}", page.up())))
        }
        Err((key, arg)) => {
            page.form.reject_with("file", key, arg);
            unaccepted(&page)
        }
    }
}

#[derive(Template)]
#[template(path = "gatherings/templates/report.html")]
struct WhoIsWho {
    run: rules::RunGathering,
    page: Page,
    s: InSeason,
    m: Meeting,
    sitting: Sitting,
    report: Report,
    seen: Vec<(Seen, Option<Id>)>,
    guests: Vec<Guest>,
}

impl WhoIsWho {
    fn path(&self) -> String {
        format!("{}/reports/{}", path(&self.s, self.m.gathering.number), self.report.id)
    }

    fn up(&self) -> String {
        format!("{}/attendance/{}", path(&self.s, self.m.gathering.number), self.sitting.part)
    }

    fn length(&self, seen: &Seen) -> String {
        when::length(self.page.t, seen.minutes)
    }

    /// How many are known, not known, and programs.
    fn sum(&self) -> String {
        let bots = self.seen.iter().filter(|(s, _)| s.is_bot).count();
        let known = self.seen.iter().filter(|(_, w)| w.is_some()).count();
        let args =
            [("known", known.into()), ("unknown", (self.seen.len() - known - bots).into()), ("bots", bots.into())];
        self.page.t.args("meeting-report-sum", &args)
    }
}

async fn who_is_who(kernel: &Kernel, s: InSeason, at: &At) -> Result<WhoIsWho> {
    let run = rules::may_run(&s).ok_or(Error::NotFound)?;
    let mut conn = kernel.db.read().await?;
    let m = meeting(&mut conn, run.see(), at).await?;
    let report = attendance::report(&mut conn, &run, &Id::stored(at.report.clone())).await?.ok_or(Error::NotFound)?;
    let sitting = m.sitting(&report.sitting_id).ok_or(Error::NotFound)?.clone();
    let guests = store::guests(&mut conn, &run, &m.gathering.id, sitting.part).await?;
    let seen = report.seen();
    let who = attendance::recognise(&mut conn, &run, &seen, &guests).await?;
    Ok(WhoIsWho { run, page: s.page.clone(), s, m, sitting, seen: seen.into_iter().zip(who).collect(), report, guests })
}

pub async fn report(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    html(&who_is_who(&kernel, s, &at).await?)
}

pub async fn take(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>, form: Form) -> Result<Response> {
    let page = who_is_who(&kernel, s, &at).await?;
    let actor = page.s.actor_id().ok_or(Error::NotFound)?;
    let who: Vec<Option<Id>> = (0..page.seen.len())
        .map(|i| {
            let said = form.value(&format!("who-{i}"));
            page.guests.iter().find(|g| g.person_id.as_str() == said).map(|g| g.person_id.clone())
        })
        .collect();
    attendance::take(&kernel, &page.run, actor, &page.sitting, &page.report, &who).await?;
    Ok(see(&page.up()))
}
