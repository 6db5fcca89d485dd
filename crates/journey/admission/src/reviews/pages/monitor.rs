//! The leads' monitor: how the reading is set, how far each reader is, what is lacking. Counts until it is closed;
//! then, beside raw scores, how lenient each reader was.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;
use weft_assign::calibration;

use crate::call::labels::{Labels, with_form};
use crate::call::model::{Audience, CallForm};
use crate::reviews::acts::{self, Allowed, Assigned, ByHand};
use crate::reviews::assigning::{self, Found, Outlook};
use crate::reviews::model::{CalibrationLine, Criterion, Progress, Reading, Whole};
use crate::reviews::rules::RunReading;
use crate::reviews::sight::{self, Coverage};
use crate::reviews::{rules, store};
use weft_kernel::Kernel;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "reviews/templates/monitor.html")]
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
    /// What reviewers would see, and what assigning would meet.
    coverage: Coverage,
    labels: Labels,
    outlook: Outlook,
    /// Names that match, for the leads.
    found: Vec<Found>,
    /// Open reviews: of all, or of the reviewer who is asked about.
    open: i64,
    asks: Asks,
    asked: String,
    is_told: bool,
}

/// What is asked before an act that cannot be undone: `close`, or `replace` with whom.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asks {
    ask: String,
    who: String,
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

/// The questions of a pool as readers may be shown them.
struct Asked {
    questions: Vec<(String, String)>,
    /// Those that are shown while nobody has said which.
    for_readers: BTreeSet<String>,
    labels: Labels,
    coverage: Coverage,
}

/// What readers may be shown, by id and name: every question of the pool that the call did not keep for staff or
/// totals. And which of them they are shown while nobody has said.
async fn questions(kernel: &Kernel, s: &InSeason, permit: &RunReading) -> Result<Asked> {
    let mut conn = kernel.db.read().await?;
    let (form, labels) = with_form(&mut conn, &s.season.id, s.page.t.0).await?;
    let mut all: Vec<String> = form
        .iter()
        .flat_map(CallForm::questions)
        .filter(|q| q.goes_to == "answer" && q.audience == Audience::Reviewers)
        .map(|q| q.id.clone())
        .collect();
    let for_readers = all.iter().cloned().collect();
    let mut known: BTreeSet<String> = all.iter().cloned().collect();
    let coverage = sight::coverage(&mut conn, permit).await?;
    for id in &coverage.ids {
        if known.insert(id.clone()) {
            all.push(id.clone());
        }
    }
    let questions = all.into_iter().map(|id| (id.clone(), labels.of(&id).to_owned())).collect();
    Ok(Asked { questions, for_readers, labels, coverage })
}

/// How reviews are set before anybody has set them.
fn defaults(visible: &BTreeSet<String>) -> Reading {
    Reading {
        reads_each: 2,
        most_each: 48,
        wide_gap: 1.5,
        visible: serde_json::to_string(visible).unwrap_or_default(),
        due_on: None,
        remind_days: 3,
        opened_at: None,
        closed_at: None,
    }
}

async fn load(kernel: &Kernel, s: InSeason, permit: &RunReading, form: Option<Form>) -> Result<Show> {
    let Asked { questions, for_readers, labels, coverage } = questions(kernel, &s, permit).await?;
    let mut conn = kernel.db.read().await?;
    let reading = store::reading(&mut conn, &s.season.id).await?;
    let visible = reading.as_ref().map(Reading::visible).transpose()?.unwrap_or(for_readers);
    let readers = store::progress(&mut conn, permit).await?;
    let whole = if reading.is_some() { Some(store::whole(&mut conn, permit).await?) } else { None };
    let criteria = store::criteria(&mut conn, &s.season.id).await?;
    let calibration = store::calibration(&mut conn, permit).await?;
    let set = reading.clone().unwrap_or_else(|| defaults(&visible));
    let mut outlook = assigning::outlook(&mut conn, permit, &set).await?;
    let (found, tied) = (std::mem::take(&mut outlook.found), outlook.tied);
    let open = store::open_reviews(&mut conn, permit, None).await?;
    let is_told = store::is_told(&mut conn, &s.season.id).await?;
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
            ("remind_days", &number(r.remind_days)),
        ])
    };
    let form = form.unwrap_or_else(|| filled(&set));
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
        coverage,
        labels,
        outlook,
        found,
        open,
        asks: Asks::default(),
        asked: String::new(),
        is_told,
        s,
    })
}

pub async fn show(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::RunReading>,
    Query(asks): Query<Asks>,
) -> Result<Response> {
    let mut show = load(&kernel, s, &permit, None).await?;
    if let Some(reader) = Id::parse(&asks.who).filter(|_| asks.ask == "replace") {
        let who = show.readers.iter().find(|r| r.reader_id == reader).ok_or(Error::NotFound)?;
        show.asked.clone_from(&who.display_name);
        show.open = store::open_reviews(&mut kernel.db.read().await?, &permit, Some(&reader)).await?;
    }
    show.asks = asks;
    html(&show)
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
    let remind_days = if form.value("remind_days").is_empty() { 3 } else { form.number("remind_days", 0..=30) };
    if !form.is_accepted() {
        return unaccepted(&load(&kernel, s, &permit, Some(form)).await?);
    }
    let known = questions(&kernel, &s, &permit).await?.questions;
    let visible: Vec<&String> = known.iter().map(|(id, _)| id).filter(|id| form.is_checked("visible", id)).collect();
    let reading = Reading {
        reads_each,
        most_each,
        wide_gap: gap.unwrap_or(1.5),
        visible: serde_json::to_string(&visible).unwrap_or_default(),
        due_on,
        remind_days,
        opened_at: None,
        closed_at: None,
    };
    acts::save_reading(&kernel, &permit, s.actor_id(), &reading).await?;
    Ok(see(&s.season.path("reviewers?saved=1")))
}

/// Where the page is now, for whoever runs reviews.
pub async fn moved(May { s, .. }: May<rules::RunReading>) -> Result<Response> {
    Ok(see(&s.season.path("reviewers")))
}

/// Shows more answers to reviewers, by the ids of their questions, in one step.
pub async fn show_more(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::RunReading>,
    form: Form,
) -> Result<Response> {
    let Asked { questions: known, for_readers, .. } = questions(&kernel, &s, &permit).await?;
    let mut conn = kernel.db.read().await?;
    let set = store::reading(&mut conn, &s.season.id).await?.unwrap_or_else(|| defaults(&for_readers));
    drop(conn);
    let mut visible = set.visible()?;
    visible.extend(known.into_iter().map(|(id, _)| id).filter(|id| form.is_checked("show", id)));
    let reading = Reading { visible: serde_json::to_string(&visible).unwrap_or_default(), ..set };
    acts::save_reading(&kernel, &permit, s.actor_id(), &reading).await?;
    Ok(see(&s.season.path("reviewers?saved=1#seen")))
}

/// What a lead says of names that look alike.
pub async fn answer(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::RunReading>,
    form: Form,
) -> Result<Response> {
    let actor = s.actor_id().ok_or(Error::NotFound)?.clone();
    let reader = Id::parse(form.value("reader")).ok_or(Error::NotFound)?;
    let found = assigning::found(&mut kernel.db.read().await?, &permit).await?;
    let (named, other) = (form.value("named"), form.value("other"));
    let is_known = found
        .iter()
        .any(|f| f.reader == reader && !f.names.is_exact && f.names.named.norm == named && f.names.other.norm == other);
    if !is_known {
        return Err(Error::NotFound);
    }
    let pair = (named.to_owned(), other.to_owned(), form.value("same") == "yes");
    acts::answer_conflict(&kernel, permit.season(), (&reader, &actor), &[pair]).await?;
    Ok(see(&s.season.path("reviewers?saved=1#conflicts")))
}

/// The languages in which someone reviews, as a lead says.
pub async fn languages(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::RunReading>,
    Path(at): Path<At>,
    form: Form,
) -> Result<Response> {
    let reader = Id::parse(&at.id).ok_or(Error::NotFound)?;
    let known = store::progress(&mut kernel.db.read().await?, &permit).await?;
    if !known.iter().any(|p| p.reader_id == reader && p.is_reader) {
        return Err(Error::NotFound);
    }
    let all: Vec<Lang> = [Lang::En, Lang::Es].into_iter().filter(|l| form.is_checked("reads", l.tag())).collect();
    acts::set_languages(&kernel, &permit, s.actor_id(), &reader, &all).await?;
    Ok(see(&s.season.path("reviewers?saved=1")))
}

/// The most applications that are named in a sentence.
const NAMED: usize = 12;

/// Numbers of applications in a sentence, and how many more there are.
fn named(t: Tr, ids: &[&str]) -> String {
    let mut text = ids.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
    if ids.len() > NAMED {
        text = format!("{text} {}", t.a("and-more", "n", ids.len() - NAMED));
    }
    text
}

fn language(tag: &str) -> String {
    Lang::parse(tag).map_or_else(|| tag.to_owned(), |l| l.name().to_owned())
}

/// What assigning did, in words; the page is drawn again with it.
async fn tell(kernel: &Kernel, s: InSeason, permit: &RunReading, done: Assigned) -> Result<Response> {
    let t = s.page.t;
    let said = match done {
        Assigned::Done { given, lacking, groups, undeclared, again } => {
            let mut text = vec![t.a("assigned", "n", given)];
            text.extend(again.then(|| t.t("assigned-again")));
            let tags: BTreeSet<&str> = lacking.iter().map(|l| l.language.as_str()).collect();
            for tag in tags {
                let of: Vec<_> = lacking.iter().filter(|l| l.language == tag).collect();
                let ids: Vec<&str> = of.iter().map(|l| l.external_id.as_str()).collect();
                text.push(t.args(
                    "assigned-lacking",
                    &[
                        ("lacking", of.iter().map(|l| l.n).sum::<u32>().into()),
                        ("language", language(tag).into()),
                        ("list", named(t, &ids).into()),
                    ],
                ));
            }
            if groups > 1 {
                text.push(t.a("assigned-groups", "n", groups));
            }
            if !undeclared.is_empty() {
                text.push(t.a2("assigned-undeclared", "n", undeclared.len(), "list", undeclared.join(", ")));
            }
            text.join(" ")
        }
        Assigned::NoReaders => t.t("assigned-no-readers"),
        Assigned::Undeclared(names) => t.a2("assigned-nobody-declared", "n", names.len(), "list", names.join(", ")),
        Assigned::NoRubric => t.t("assigned-no-rubric"),
        Assigned::Closed => t.t("assigned-closed"),
        Assigned::NothingToSee => t.t("assigned-nothing-to-see"),
        Assigned::Unsettled => t.t("assigned-unsettled"),
    };
    let mut show = load(kernel, s, permit, None).await?;
    show.said = Some(said);
    html(&show)
}

fn allowed(form: &Form) -> Allowed {
    Allowed { undeclared: form.is_checked("undeclared", "yes"), any_language: form.is_checked("any_language", "yes") }
}

pub async fn assign(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::RunReading>,
    form: Form,
) -> Result<Response> {
    let done = acts::assign(&kernel, &permit, s.actor_id(), allowed(&form)).await?;
    tell(&kernel, s, &permit, done).await
}

pub async fn replace(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::RunReading>,
    Path(at): Path<At>,
    form: Form,
) -> Result<Response> {
    let actor = s.actor_id().ok_or(Error::NotFound)?.clone();
    let reader = Id::parse(&at.id).ok_or(Error::NotFound)?;
    let known = store::progress(&mut kernel.db.read().await?, &permit).await?;
    if !known.iter().any(|p| p.reader_id == reader) {
        return Err(Error::NotFound);
    }
    let done = acts::replace(&kernel, &permit, &actor, &reader, allowed(&form)).await?;
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
        match acts::assign_by_hand(&kernel, &permit, s.actor_id(), &lines, allowed(&form)).await? {
            ByHand::Given(given) => {
                let done =
                    Assigned::Done { given, lacking: Vec::new(), groups: 1, undeclared: Vec::new(), again: false };
                return tell(&kernel, s, &permit, done).await;
            }
            ByHand::NothingToSee => form.reject("hand", "assigned-nothing-to-see"),
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

/// Closes the reading; while reviews are open, only when that was asked and meant.
pub async fn close(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::RunReading>,
    form: Form,
) -> Result<Response> {
    let open = store::open_reviews(&mut kernel.db.read().await?, &permit, None).await?;
    if open > 0 && !form.is_checked("sure", "yes") {
        return Ok(see(&s.season.path("reviewers?ask=close#ask")));
    }
    acts::close(&kernel, &permit, s.actor_id()).await?;
    Ok(see(&s.season.path("reviewers?closed=1")))
}

pub async fn reopen(State(kernel): State<Kernel>, May { permit, s }: May<rules::RunReading>) -> Result<Response> {
    acts::reopen(&kernel, &permit, s.actor_id()).await?;
    Ok(see(&s.season.path("reviewers?reopened=1")))
}

impl Show {
    /// Applications that have fewer reviews than each should have.
    fn unreviewed(&self) -> i64 {
        self.whole.as_ref().map_or(0, |w| w.to_read - w.complete)
    }

    fn is_open(&self) -> bool {
        self.reading.as_ref().is_some_and(Reading::is_open)
    }

    fn is_closed(&self) -> bool {
        self.reading.as_ref().is_some_and(|r| r.closed_at.is_some())
    }

    /// Questions with how many applications have something in them, in words.
    fn seen(&self) -> Vec<(String, usize)> {
        self.coverage.shown.iter().map(|(id, n)| (self.labels.of(id).to_owned(), *n)).collect()
    }

    fn hidden(&self) -> Vec<(String, String, usize)> {
        self.coverage.hidden.iter().map(|(id, n)| (id.clone(), self.labels.of(id).to_owned(), *n)).collect()
    }

    fn reads(&self, reader: &Id, lang: impl std::borrow::Borrow<Lang>) -> bool {
        let lang = *lang.borrow();
        self.outlook.readers.iter().any(|(id, all)| id == reader && all.contains(lang.tag()))
    }

    fn languages_of(&self, reader: &Id) -> String {
        let all = [Lang::En, Lang::Es].into_iter().filter(|l| self.reads(reader, *l));
        all.map(|l| l.name().to_owned()).collect::<Vec<_>>().join(", ")
    }

    /// Some applications lack reviewers who read their language.
    fn lacks_language(&self) -> bool {
        let all = self.outlook.readers.len();
        self.outlook.languages.iter().any(|l| !l.short.is_empty() && l.readers.len() < all)
    }

    /// For each language with too few reviewers: how many reviews, who can, and which applications, in words.
    fn short(&self) -> Vec<String> {
        let t = self.page.t;
        self.outlook
            .languages
            .iter()
            .filter(|l| !l.short.is_empty())
            .map(|l| {
                let ids: Vec<&str> = l.short.iter().map(String::as_str).collect();
                let readers = if l.readers.is_empty() { t.t("nobody") } else { l.readers.join(", ") };
                t.args(
                    "outlook-short",
                    &[
                        ("language", language(&l.language).into()),
                        ("n", l.short.len().into()),
                        ("readers", readers.into()),
                        ("list", named(t, &ids).into()),
                    ],
                )
            })
            .collect()
    }

    /// Where a match of names stands, as a key.
    fn state_of(f: &Found) -> &'static str {
        match (f.names.is_exact, f.names.answer) {
            (true, _) => "found-same",
            (false, None) => "found-open",
            (false, Some(true)) => "found-said-same",
            (false, Some(false)) => "found-said-other",
        }
    }

    fn languages() -> [Lang; 2] {
        [Lang::En, Lang::Es]
    }
}
