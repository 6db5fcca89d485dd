//! Making a call: where it stands, its dates and texts, its parts and questions, what is missing, publishing.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::{extensions, field, fill, reminders};
use crate::call::acts::{self, Published};
use crate::call::checks::{self, Around, Finding};
use crate::call::model::{Answers, Call, CallForm, Extension, Kind, Part, Removed, Stage, Words};
use crate::call::reminders::USUAL_DAYS;
use crate::call::rules::MakeCall;
use crate::call::store::{self, Cut, Progress};
use crate::call::{rules, starter};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_people::needs;
use weft_programs::{InSeason, May, Season, store as programs};
use weft_web::meanwhile::Shared;
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

/// The texts and the dates of a call, for two who edit them at once.
const TEXTS: Shared<'_> = Shared {
    mark: "shown-texts",
    fields: &[
        ("intro_en", "text-intro-en"),
        ("intro_es", "text-intro-es"),
        ("rubric_en", "text-rubric-en"),
        ("rubric_es", "text-rubric-es"),
    ],
    lists: &[],
};
const DATES: Shared<'_> = Shared {
    mark: "shown-dates",
    fields: &[("opens_on", "call-opens-on"), ("closes_on", "call-closes-on"), ("decision_on", "call-decision-on")],
    lists: &[],
};

/// The texts of a call as the page's form has them.
fn texts_of(form: &CallForm) -> Form {
    Form::of(&[
        ("intro_en", &form.intro.en),
        ("intro_es", &form.intro.es),
        ("rubric_en", &form.rubric.en),
        ("rubric_es", &form.rubric.es),
    ])
}

fn dates_of(call: &Call, zone: &str) -> Form {
    Form::of(&[
        ("opens_on", &local_day(call.opens_at, zone)),
        ("closes_on", &local_day(call.closes_at, zone)),
        ("decision_on", call.decision_on.as_deref().unwrap_or_default()),
    ])
}

/// A question in the list: id, text, kind, who reads it, whether it must be answered.
struct Row {
    id: String,
    label: String,
    kind: String,
    who: String,
    is_required: bool,
    has_condition: bool,
}

struct PartRows {
    number: usize,
    title: String,
    title_en: String,
    title_es: String,
    /// The stage in which it is asked, and what that is called.
    stage: String,
    stage_title: String,
    rows: Vec<Row>,
    /// The question that was taken out of it just now: its id and text.
    undo: Option<(String, String)>,
}

/// A part as applicants see it.
struct Previewed {
    title: String,
    lead: String,
    who: String,
    fields: Vec<field::Field>,
}

/// The form as applicants see it, with every question in it, whatever it depends on.
fn whole(mut form: CallForm) -> CallForm {
    for q in form.parts.iter_mut().flat_map(|p| &mut p.questions) {
        q.only_if = None;
    }
    form
}

#[derive(Template)]
#[template(path = "call/templates/builder.html")]
pub struct Show {
    page: Page,
    s: InSeason,
    pub form: Form,
    has_call: bool,
    stage: Stage,
    version: i64,
    is_changed: bool,
    parts: Vec<PartRows>,
    /// Questions that can be put back, the newest first: id and text.
    removed: Vec<(String, String)>,
    /// What applicants see, part by part.
    preview: Vec<Previewed>,
    findings: Vec<Finding>,
    stops: bool,
    hurts: Vec<(&'static str, String)>,
    minutes: u32,
    progress: Progress,
    extensions: Vec<Extension>,
    reminders: Option<reminders::Shown>,
    kinds: Vec<(String, String)>,
    /// Stages that have forms, where there are several: number, what it is called.
    stages: Vec<(String, String)>,
    /// Where people apply once the form is published.
    address: String,
    /// When applications are open for, in words; empty without dates.
    open_for: String,
    /// What an earlier deadline would take time from, before it is saved, and that deadline.
    cut: Option<(Cut, Time)>,
    now: Time,
}

/// What is looked at for the publish checklist, beside the form.
async fn findings(
    kernel: &Kernel,
    season: &Season,
    call: &Call,
    form: &CallForm,
    stages: &[i64],
) -> Result<Vec<Finding>> {
    let mut conn = kernel.db.read().await?;
    let terms: Vec<String> =
        programs::glossary(&mut conn, &season.program_id).await?.into_iter().map(|t| t.term.to_lowercase()).collect();
    let around = Around {
        has_support: !season.support_email.is_empty() && !season.support_name.is_empty(),
        has_dates: call.opens_at.is_some() && call.closes_at.is_some(),
        has_decision_day: call.decision_on.is_some(),
        has_access_reader: needs::contact(&mut conn, &season.id).await?.is_some(),
        terms: &terms,
        one_sided: &season.one_sided(),
        stages,
    };
    Ok(checks::checklist(form, &around))
}

fn local_day(at: Option<Time>, zone: &str) -> String {
    at.map_or_else(String::new, |at| at.date_in(zone).to_string())
}

pub async fn load(kernel: &Kernel, s: InSeason, permit: &MakeCall, web: Option<Form>) -> Result<Show> {
    let mut conn = kernel.db.read().await?;
    let t = s.page.t;
    let kinds = Kind::ALL.iter().map(|k| (k.name().to_owned(), t.t(&format!("kind-of-{}", k.name())))).collect();
    let progress = store::progress(&mut conn, permit).await?;
    let Some(call) = store::call(&mut conn, &s.season.id).await? else {
        return Ok(Show {
            page: s.page.clone(),
            s,
            form: Form::default(),
            has_call: false,
            stage: Stage::Unpublished,
            version: 0,
            is_changed: false,
            parts: Vec::new(),
            removed: Vec::new(),
            preview: Vec::new(),
            findings: Vec::new(),
            stops: true,
            hurts: Vec::new(),
            minutes: 0,
            progress,
            extensions: Vec::new(),
            reminders: None,
            kinds,
            stages: Vec::new(),
            address: String::new(),
            open_for: String::new(),
            cut: None,
            now: kernel.now(),
        });
    };
    let form = call.edited();
    let published = store::published(&mut conn, &s.season.id).await?;
    let extensions = store::extensions(&mut conn, permit).await?;
    let shown = reminders::shown(kernel, &mut conn, &s, permit, &call).await?;
    let later = store::form_stages(&mut conn, permit).await?;
    let hurts = acts::hurts(&mut conn, permit, &call, kernel.now()).await?;
    drop(conn);
    let numbers: Vec<i64> = later.iter().map(|l| l.no).collect();
    let findings = findings(kernel, &s.season, &call, &form, &numbers).await?;
    let mut stages: Vec<(String, String)> = Vec::new();
    if !later.is_empty() {
        stages.push(("1".to_owned(), t.t("part-stage-first")));
        stages.extend(later.iter().map(|l| (l.no.to_string(), l.title.0.of(t.0).to_owned())));
    }
    let title_of = |stage: i64| {
        let found = stages.iter().find(|(no, _)| *no == stage.to_string());
        found.map_or_else(String::new, |(_, title)| title.clone())
    };
    let zone = &s.season.zone;
    let filled = || {
        let mut filled = dates_of(&call, zone);
        texts_of(&form).fields().iter().for_each(|(name, value)| filled.set(name, value.clone()));
        filled.set("days", shown.days.unwrap_or(USUAL_DAYS).to_string());
        TEXTS.put(&mut filled);
        DATES.put(&mut filled);
        filled
    };
    let row = |q: &crate::call::model::Question| Row {
        id: q.id.clone(),
        label: q.label.of(t.0).to_owned(),
        kind: t.t(&format!("kind-of-{}", q.kind.name())),
        who: t.t(field::who(q)),
        is_required: q.is_required,
        has_condition: q.only_if.is_some(),
    };
    let beside = fill::Beside::load(kernel, &s).await?;
    let shown_form = whole(form.clone());
    let preview = shown_form
        .parts
        .iter()
        .map(|p| {
            let (mut fields, who) = fill::fields_of(t, &beside, &shown_form, &Answers::new(), p);
            for f in &mut fields {
                f.is_preview = true;
            }
            Previewed { title: p.title.of(t.0).to_owned(), lead: p.lead.of(t.0).to_owned(), who, fields }
        })
        .collect();
    let named = |r: &Removed| (r.question.id.clone(), r.question.label.of(t.0).to_owned());
    let last = form.removed.last().filter(|r| s.page.is_after(&format!("removed={}", r.question.id)));
    let parts = form
        .parts
        .iter()
        .enumerate()
        .map(|(i, p)| PartRows {
            number: i + 1,
            title: p.title.of(t.0).to_owned(),
            title_en: p.title.en.clone(),
            title_es: p.title.es.clone(),
            stage: p.stage.to_string(),
            stage_title: title_of(p.stage),
            rows: p.questions.iter().map(row).collect(),
            undo: last.filter(|r| r.part == i).map(named),
        })
        .collect();
    Ok(Show {
        page: s.page.clone(),
        form: web.unwrap_or_else(filled),
        has_call: true,
        stage: call.stage(kernel.now()),
        version: call.published_version.unwrap_or(0),
        is_changed: published.as_ref() != Some(&form.asked()),
        parts,
        removed: form.removed.iter().rev().map(named).collect(),
        preview,
        stops: findings.iter().any(|f| f.stops) || !hurts.is_empty(),
        findings,
        hurts,
        minutes: checks::minutes(&form.at(..=1)),
        progress,
        extensions,
        reminders: Some(shown),
        kinds,
        stages,
        address: format!("{}/call/{}", kernel.config.base_url, s.season.slug),
        open_for: match (call.opens_at, call.closes_at) {
            (Some(from), Some(to)) => t.a2("call-open-for", "from", t.moment(from, zone), "to", t.moment(to, zone)),
            _ => String::new(),
        },
        cut: None,
        now: kernel.now(),
        s,
    })
}

pub async fn show(State(kernel): State<Kernel>, May { permit, s }: May<rules::MakeCall>) -> Result<Response> {
    html(&load(&kernel, s, &permit, None).await?)
}

/// Begins with the questions most programs ask.
pub async fn begin(State(kernel): State<Kernel>, May { permit, s }: May<rules::MakeCall>) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let list = async |conn: &mut weft_kernel::db::Conn, name: &str| -> Result<Vec<String>> {
        Ok(programs::list(conn, &s.season.program_id, name).await?.into_iter().map(|i| i.value).collect())
    };
    let areas = list(&mut conn, "issue_area").await?;
    let levels = list(&mut conn, "role_level").await?;
    let terms: Vec<String> =
        programs::glossary(&mut conn, &s.season.program_id).await?.into_iter().map(|t| t.term.to_lowercase()).collect();
    drop(conn);
    acts::begin(&kernel, &permit, s.actor_id(), &starter::form_with(&areas, &levels, &terms)).await?;
    Ok(see(&s.season.path("call")))
}

pub async fn save_dates(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::MakeCall>,
    mut form: Form,
) -> Result<Response> {
    let call = store::call(&mut kernel.db.read().await?, &s.season.id).await?.ok_or(Error::NotFound)?;
    let also = DATES.merge(&mut form, &dates_of(&call, &s.season.zone));
    let (opens, closes) = (form.date("opens_on"), form.date("closes_on"));
    let decision = form.optional("decision_on");
    let day = |text: &str| text.parse::<jiff::civil::Date>().ok();
    if decision.as_deref().is_some_and(|d| day(d).is_none()) {
        form.reject("decision_on", "wrong-date");
    }
    if form.is_accepted() && (closes < opens || decision.as_ref().is_some_and(|d| *d < closes)) {
        let (field, fault) =
            if closes < opens { ("closes_on", "wrong-order") } else { ("decision_on", "wrong-decision-day") };
        form.reject(field, fault);
    }
    match (day(&opens), day(&closes)) {
        (Some(opens), Some(closes)) if form.is_accepted() => {
            let zone = &s.season.zone;
            // From the first moment of one day to the last of the other, on the program's clock.
            let from = Time::end_of_day(opens.yesterday().unwrap_or(opens), zone).plus_seconds(1);
            let until = Time::end_of_day(closes, zone);
            let cut = cut(&kernel, &permit, &call, until).await?;
            if cut.is_some() && form.value("earlier") != closes.to_string() {
                form.set("earlier", closes.to_string());
                return html(&Show { cut: cut.map(|c| (c, until)), ..kept(&kernel, s, &permit, form).await? });
            }
            acts::save_dates(&kernel, &permit, s.actor_id(), from, until, decision.as_deref()).await?;
            Ok(see(&DATES.after(&s.season.path("call"), &also)))
        }
        _ => unaccepted(&kept(&kernel, s, &permit, form).await?),
    }
}

/// What an earlier deadline takes time from: nothing where applications are not open, or end no earlier.
async fn cut(kernel: &Kernel, permit: &MakeCall, call: &Call, until: Time) -> Result<Option<Cut>> {
    let Some(old) = call.closes_at.filter(|old| *old > kernel.now() && until < *old) else { return Ok(None) };
    let cut = store::cut(&mut kernel.db.read().await?, permit, old).await?;
    Ok(Some(cut).filter(|c| c.drafts + c.changes > 0))
}

/// The page with what was typed in one of its forms, and the rest as it stands.
async fn kept(kernel: &Kernel, s: InSeason, permit: &MakeCall, typed: Form) -> Result<Show> {
    let mut show = load(kernel, s, permit, None).await?;
    for (name, value) in typed.fields() {
        show.form.set(name, value.clone());
    }
    show.form.wrong = typed.wrong;
    Ok(show)
}

pub async fn again(kernel: &Kernel, s: InSeason, permit: &MakeCall, typed: Form) -> Result<Response> {
    unaccepted(&kept(kernel, s, permit, typed).await?)
}

/// Both languages of a text, as a form has them.
pub fn words(form: &Form, name: &str) -> Words {
    let one = |lang: &str| form.value(&format!("{name}_{lang}")).replace("\r\n", "\n");
    Words { en: one("en"), es: one("es") }
}

pub async fn save_texts(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::MakeCall>,
    mut form: Form,
) -> Result<Response> {
    let mut also = Vec::new();
    acts::change(&kernel, &permit, s.actor_id(), |f| {
        also = TEXTS.merge(&mut form, &texts_of(f));
        (f.intro, f.rubric) = (words(&form, "intro"), words(&form, "rubric"));
        form.is_accepted()
    })
    .await?;
    if !form.is_accepted() {
        return again(&kernel, s, &permit, form).await;
    }
    Ok(see(&TEXTS.after(&s.season.path("call"), &also)))
}

/// Adds, renames, moves or removes a part. One with questions cannot be removed.
pub async fn change_parts(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::MakeCall>,
    form: Form,
) -> Result<Response> {
    let title = words(&form, "title");
    let act = form.value("act").to_owned();
    let number = form.value("part").parse::<usize>().unwrap_or(0);
    let stage = form.value("stage").parse::<i64>().ok().filter(|n| (1..=9).contains(n));
    let to = format!("{}#parts", s.season.path("call"));
    acts::change(&form.once(&kernel, s.actor_id(), &s.page, &to), &permit, s.actor_id(), |f| {
        let at = number.checked_sub(1).filter(|i| *i < f.parts.len());
        match (act.as_str(), at) {
            ("add", _) if !title.is_empty() && f.parts.len() < 20 => {
                f.parts.push(Part { title, stage: stage.unwrap_or(1), ..Part::default() });
            }
            ("rename", Some(i)) if !title.is_empty() => {
                f.parts[i].title = title;
                f.parts[i].stage = stage.unwrap_or(f.parts[i].stage);
            }
            ("up", Some(i)) if i > 0 => f.parts.swap(i, i - 1),
            ("remove", Some(i)) if f.parts[i].questions.is_empty() => drop(f.parts.remove(i)),
            _ => return false,
        }
        f.parts.sort_by_key(|p| p.stage);
        true
    })
    .await?;
    Ok(see(&to))
}

pub async fn publish(State(kernel): State<Kernel>, May { permit, s }: May<rules::MakeCall>) -> Result<Response> {
    let mut show = load(&kernel, s, &permit, None).await?;
    if show.stops || !show.has_call {
        return unaccepted(&show);
    }
    let actor = show.s.actor_id().cloned();
    match acts::publish(&kernel, &permit, actor.as_ref()).await? {
        Published::Version(_) | Published::Unchanged => Ok(see(&show.s.season.path("call"))),
        Published::Hurts(hurts) => {
            show.hurts = hurts;
            unaccepted(&show)
        }
    }
}

/// The form as an applicant will see it; nothing is saved.
pub async fn preview(
    State(kernel): State<Kernel>,
    May { permit: _, s }: May<rules::MakeCall>,
    Path(at): Path<fill::At>,
) -> Result<Response> {
    let call = store::call(&mut kernel.db.read().await?, &s.season.id).await?.ok_or(Error::NotFound)?;
    let form = whole(call.edited());
    let mut fill = fill::part(&kernel, s, &form, &Answers::new(), at.part()?).await?;
    fill.is_preview = true;
    fill.fields.iter_mut().for_each(|f| f.is_preview = true);
    html(&fill)
}

impl Show {
    /// What someone else changed while this person edited.
    fn meanwhile(&self) -> String {
        [TEXTS, DATES].map(|f| f.said(&self.page)).concat()
    }

    /// What must be mended before publishing, and what should be.
    fn missing(&self, stops: bool) -> Vec<&Finding> {
        self.findings.iter().filter(|f| f.stops == stops).collect()
    }

    fn at(&self, at: Time) -> String {
        self.page.t.moment(at, &self.s.season.zone)
    }

    fn is_past(&self, at: Time) -> bool {
        at < self.now
    }

    fn until(&self, e: &Extension) -> String {
        extensions::until(&self.s, e)
    }
}
