//! The leads' monitor: how the reading is set, how far each reader is, what is lacking. Counts until it is closed;
//! then, beside raw scores, how lenient each reader was.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use serde::Deserialize;
use weft_assign::calibration;

use crate::applications::model as applications;
use crate::call::labels::with_form;
use crate::call::model::{Audience, CallForm};
use crate::reading::acts::{self, Assigned, ByHand};
use crate::reading::model::{CalibrationLine, Criterion, Progress, Reading, Whole};
use crate::reading::rules::RunReading;
use crate::reading::{rules, sight, store};
use weft_kernel::Kernel;
use weft_kernel::ids::Id;
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "reading/templates/monitor.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    reading: Option<Reading>,
    whole: Option<Whole>,
    readers: Vec<Progress>,
    criteria: Vec<Criterion>,
    /// Questions whose answers readers may see, and whether they do.
    questions: Vec<Ticked>,
    /// Reader, leniency, its error; once the reading is closed.
    severity: Vec<(String, f64, f64)>,
    groups: usize,
    said: Option<String>,
    calibration: Vec<CalibrationLine>,
    /// Reads that go to someone else when reads are next given out, because their reader has named a tie since.
    tied: usize,
}

/// A question whose answers readers may see.
struct Ticked {
    id: String,
    label: String,
    is_visible: bool,
}

#[derive(Deserialize)]
pub struct At {
    id: String,
}

/// What readers may be shown, by id and name: every question of the pool that the call did not keep for staff or
/// totals. And which of them they are shown while nobody has said.
async fn questions(
    kernel: &Kernel,
    s: &InSeason,
    permit: &RunReading,
) -> Result<(Vec<(String, String)>, BTreeSet<String>)> {
    let mut conn = kernel.db.read().await?;
    let (form, labels) = with_form(&mut conn, &s.season.id, s.page.t.0).await?;
    let kept = sight::kept(form.as_ref());
    let mut all: Vec<String> = form
        .iter()
        .flat_map(CallForm::questions)
        .filter(|q| q.goes_to == "answer" && q.audience == Audience::Reviewers)
        .map(|q| q.id.clone())
        .collect();
    let for_readers = all.iter().cloned().collect();
    let mut known: BTreeSet<String> = all.iter().cloned().collect();
    for (text,) in store::answer_texts(&mut conn, permit).await? {
        for answer in applications::answers(&text)? {
            if !answer.is_kept && !kept.contains(&answer.id) && known.insert(answer.id.clone()) {
                all.push(answer.id);
            }
        }
    }
    Ok((all.into_iter().map(|id| (id.clone(), labels.of(&id).to_owned())).collect(), for_readers))
}

async fn load(kernel: &Kernel, s: InSeason, permit: &RunReading, form: Option<Form>) -> Result<Show> {
    let (questions, for_readers) = questions(kernel, &s, permit).await?;
    let mut conn = kernel.db.read().await?;
    let reading = store::reading(&mut conn, &s.season.id).await?;
    let visible = reading.as_ref().map(Reading::visible).transpose()?.unwrap_or(for_readers);
    let readers = store::progress(&mut conn, permit).await?;
    let whole = if reading.is_some() { Some(store::whole(&mut conn, permit).await?) } else { None };
    let criteria = store::criteria(&mut conn, &s.season.id).await?;
    let calibration = store::calibration(&mut conn, permit).await?;
    let tied = acts::tied_unfinished(&mut conn, permit).await?.len();
    let (mut severity, mut groups) = (Vec::new(), 1);
    if reading.as_ref().is_some_and(|r| r.closed_at.is_some()) {
        let reads: Vec<calibration::Read> = store::reads_by_reader(&mut conn, permit)
            .await?
            .into_iter()
            .map(|(reviewer, application, score)| calibration::Read { application, reviewer, score })
            .collect();
        if let Some(found) = calibration::calibrate(&reads, 1.0) {
            groups = found.groups.len();
            severity = found.leniency.into_iter().map(|(name, v)| (name, v.value, v.error)).collect();
        }
    }
    let number = |n: i64| n.to_string();
    let filled = |r: &Reading| {
        Form::of(&[
            ("reads_each", &number(r.reads_each)),
            ("most_each", &number(r.most_each)),
            ("wide_gap", &s.page.t.decimal(r.wide_gap, 1)),
            ("due_on", r.due_on.as_deref().unwrap_or_default()),
        ])
    };
    let form = form.unwrap_or_else(|| {
        reading
            .as_ref()
            .map_or_else(|| Form::of(&[("reads_each", "2"), ("most_each", "48"), ("wide_gap", "1.5")]), filled)
    });
    Ok(Show {
        page: s.page.clone(),
        questions: questions
            .into_iter()
            .map(|(id, label)| Ticked { is_visible: visible.contains(&id), id, label })
            .collect(),
        form,
        reading,
        whole,
        readers,
        criteria,
        severity,
        groups,
        said: None,
        calibration,
        tied,
        s,
    })
}

pub async fn show(State(kernel): State<Kernel>, May { permit, s }: May<rules::RunReading>) -> Result<Response> {
    html(&load(&kernel, s, &permit, None).await?)
}

pub async fn save(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::RunReading>,
    mut form: Form,
) -> Result<Response> {
    let (reads_each, most_each) = (form.number("reads_each", 1..=8), form.number("most_each", 1..=1_000));
    let gap = form.value("wide_gap").replace(',', ".").parse::<f64>().ok().filter(|g| (0.5..=4.0).contains(g));
    if gap.is_none() {
        form.reject_with("wide_gap", "wrong-decimal", "0.5–4".into());
    }
    let due_on = form.optional("due_on");
    if due_on.as_ref().is_some_and(|d| d.parse::<jiff::civil::Date>().is_err()) {
        form.reject("due_on", "wrong-date");
    }
    if !form.is_accepted() {
        return unaccepted(&load(&kernel, s, &permit, Some(form)).await?);
    }
    let (known, _) = questions(&kernel, &s, &permit).await?;
    let visible: Vec<&String> = known.iter().map(|(id, _)| id).filter(|id| form.is_checked("visible", id)).collect();
    let reading = Reading {
        reads_each,
        most_each,
        wide_gap: gap.unwrap_or(1.5),
        visible: serde_json::to_string(&visible).unwrap_or_default(),
        due_on,
        opened_at: None,
        closed_at: None,
    };
    acts::save_reading(&kernel, &permit, s.actor_id(), &reading).await?;
    Ok(see(&s.season.path("readers")))
}

/// What assigning did, in words; the page is drawn again with it.
async fn tell(kernel: &Kernel, s: InSeason, permit: &RunReading, done: Assigned) -> Result<Response> {
    let t = s.page.t;
    let said = match done {
        Assigned::Done { given, lacking: 0, groups: 0 | 1 } => t.a("assigned", "n", given),
        Assigned::Done { given, lacking, groups } => {
            let mut text = t.a2("assigned-lacking", "n", given, "lacking", lacking);
            if groups > 1 {
                text = format!("{text} {}", t.a("assigned-groups", "n", groups));
            }
            text
        }
        Assigned::NoReaders => t.t("assigned-no-readers"),
        Assigned::NoRubric => t.t("assigned-no-rubric"),
        Assigned::Closed => t.t("assigned-closed"),
    };
    let mut show = load(kernel, s, permit, None).await?;
    show.said = Some(said);
    html(&show)
}

pub async fn assign(State(kernel): State<Kernel>, May { permit, s }: May<rules::RunReading>) -> Result<Response> {
    let done = acts::assign(&kernel, &permit, s.actor_id()).await?;
    tell(&kernel, s, &permit, done).await
}

pub async fn replace(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::RunReading>,
    Path(at): Path<At>,
) -> Result<Response> {
    let actor = s.actor_id().ok_or(Error::NotFound)?.clone();
    let reader = Id::parse(&at.id).ok_or(Error::NotFound)?;
    let known = store::progress(&mut kernel.db.read().await?, &permit).await?;
    if !known.iter().any(|p| p.reader_id == reader) {
        return Err(Error::NotFound);
    }
    let done = acts::replace(&kernel, &permit, &actor, &reader).await?;
    tell(&kernel, s, &permit, done).await
}

/// Reads given out by hand: a line each, `application, reader`.
pub async fn by_hand(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::RunReading>,
    mut form: Form,
) -> Result<Response> {
    let text = form.required("hand").replace('\r', "");
    let mut lines = Vec::new();
    for (i, line) in (1..).zip(text.lines()).filter(|(_, l)| !l.trim().is_empty()) {
        match line.split_once([',', ';', '\t']) {
            // A first line with the columns' names.
            Some((a, _)) if i == 1 && a.trim().eq_ignore_ascii_case("application_id") => {}
            Some((a, r)) => {
                lines.push((i, a.trim().trim_matches('"').to_owned(), r.trim().trim_matches('"').to_owned()));
            }
            None => form.reject_with("hand", "hand-not-two", i.to_string()),
        }
    }
    if form.is_accepted() {
        match acts::assign_by_hand(&kernel, &permit, s.actor_id(), &lines).await? {
            ByHand::Given(given) => {
                return tell(&kernel, s, &permit, Assigned::Done { given, lacking: 0, groups: 1 }).await;
            }
            ByHand::Faulty(faults) => {
                let t = s.page.t;
                let texts: Vec<String> =
                    faults.iter().take(20).map(|(line, key, of)| t.a2(key, "line", *line, "of", of.clone())).collect();
                form.reject_with("hand", "hand-faults", texts.join(" "));
            }
        }
    }
    let mut show = load(&kernel, s, &permit, None).await?;
    show.form.set("hand", text);
    show.form.wrong = form.wrong;
    unaccepted(&show)
}

pub async fn close(State(kernel): State<Kernel>, May { permit, s }: May<rules::RunReading>) -> Result<Response> {
    acts::close(&kernel, &permit, s.actor_id()).await?;
    Ok(see(&s.season.path("readers")))
}

impl Show {
    fn is_open(&self) -> bool {
        self.reading.as_ref().is_some_and(Reading::is_open)
    }

    fn is_closed(&self) -> bool {
        self.reading.as_ref().is_some_and(|r| r.closed_at.is_some())
    }
}
