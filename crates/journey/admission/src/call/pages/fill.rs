//! Writing an application, one part on a page. Every press saves; with a script it saves while one types.

use askama::Template;
use axum::Extension;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::json;

use super::field::{self, Field};
use super::{Found, is_shut_out, own_now, published, published_at};
use crate::applications::places;
use crate::call::drafts::{self, Writing};
use crate::call::model::{Answers, CallForm, Part, Question, is_asked};
use crate::call::rules::OwnDraft;
use crate::call::store;
use weft_kernel::Kernel;
use weft_kernel::i18n::{Lang, Tr};
use weft_people::needs;
use weft_people::pages::{ClientAddress, address, choose_language};
use weft_programs::{InSeason, store as programs};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "call/templates/fill.html")]
pub struct Fill {
    pub page: Page,
    pub s: InSeason,
    pub title: String,
    pub lead: String,
    pub fields: Vec<Field>,
    /// Who reads the answers of this page, where it is the same for all.
    pub who: String,
    pub number: usize,
    pub titles: Vec<String>,
    pub revision: i64,
    pub saved: String,
    pub is_preview: bool,
    pub is_closed: bool,
    /// What is said above changes to what was sent.
    pub changing: String,
    pub terms: Vec<(String, String)>,
    /// Whether the season asks for recommendations, which have a page of their own.
    pub asks_recommendations: bool,
}

impl Fill {
    fn has_wrong(&self) -> bool {
        self.fields.iter().any(Field::is_wrong)
    }
}

/// Which part of the form, from 1. Anything else is a missing page.
#[derive(Deserialize)]
pub struct At {
    part: String,
}

impl At {
    pub fn part(&self) -> Result<usize> {
        self.part.parse().map_err(|_| Error::NotFound)
    }
}

/// Glossary words that the page uses, with what they mean.
fn terms_on(page_text: &str, glossary: Vec<weft_programs::model::Term>) -> Vec<(String, String)> {
    let text = page_text.to_lowercase();
    glossary.into_iter().filter(|t| text.contains(&t.term.to_lowercase())).map(|t| (t.term, t.definition)).collect()
}

/// What every part of a form needs of the house: read once, for one part or for all.
pub struct Beside {
    states: Vec<String>,
    glossary: Vec<weft_programs::model::Term>,
    asks_recommendations: bool,
    /// Who reads what people need to take part.
    reader: Option<String>,
}

impl Beside {
    pub async fn load(kernel: &Kernel, s: &InSeason) -> Result<Self> {
        let mut conn = kernel.db.read().await?;
        let mut states: Vec<String> =
            programs::regions(&mut conn, &s.season.program_id).await?.into_iter().map(|(_, state)| state).collect();
        states.sort();
        Ok(Self {
            // A program that counts no regions yet still asks where people are.
            states: if states.is_empty() { places::all() } else { states },
            glossary: programs::glossary(&mut conn, &s.season.program_id).await?,
            asks_recommendations: store::recommended(&mut conn, &s.season.id, None).await?.is_some(),
            reader: needs::contact(&mut conn, &s.season.id).await?.map(|(_, name)| name),
        })
    }
}

/// A part of a form for reading or filling.
pub async fn part(kernel: &Kernel, s: InSeason, form: &CallForm, answers: &Answers, number: usize) -> Result<Fill> {
    let beside = Beside::load(kernel, &s).await?;
    part_of(s, beside, form, answers, number)
}

/// A part's fields, and who reads the answers where it is the same for all.
pub fn fields_of(t: Tr, beside: &Beside, form: &CallForm, answers: &Answers, part: &Part) -> (Vec<Field>, String) {
    let none = Vec::new();
    let mut fields: Vec<Field> = part
        .questions
        .iter()
        .filter(|q| is_asked(form, q, answers))
        .map(|q| Field::of(t, q, answers.get(&q.id).unwrap_or(&none), &beside.states))
        .collect();
    if let Some(q) = part.questions.iter().find(|q| q.goes_to == "access_needs") {
        for f in fields.iter_mut().filter(|f| f.id == q.id) {
            f.who = field::who_access(t, beside.reader.as_deref());
        }
    }
    let mut who = String::new();
    if let Some(first) = fields.first().map(|f| f.who.clone()).filter(|w| fields.iter().all(|f| f.who == *w)) {
        for f in &mut fields {
            f.who.clear();
        }
        who = first;
    }
    (fields, who)
}

fn part_of(s: InSeason, beside: Beside, form: &CallForm, answers: &Answers, number: usize) -> Result<Fill> {
    let part = number.checked_sub(1).and_then(|i| form.parts.get(i)).ok_or(Error::NotFound)?;
    let t = s.page.t;
    let (fields, who) = fields_of(t, &beside, form, answers, part);
    let text: String =
        fields.iter().flat_map(|f| [f.label.as_str(), " ", f.help.as_str(), " "]).chain([part.lead.of(t.0)]).collect();
    Ok(Fill {
        page: s.page.clone(),
        title: part.title.of(t.0).to_owned(),
        lead: part.lead.of(t.0).to_owned(),
        fields,
        who,
        number,
        titles: form.parts.iter().map(|p| p.title.of(t.0).to_owned()).collect(),
        revision: 0,
        saved: String::new(),
        is_preview: false,
        is_closed: false,
        changing: String::new(),
        terms: terms_on(&text, beside.glossary),
        asks_recommendations: beside.asks_recommendations,
        s,
    })
}

struct Opened {
    own: OwnDraft,
    form: CallForm,
    answers: Answers,
    is_closed: bool,
    /// What is said above changes to what was sent; empty for a draft.
    changing: String,
}

impl Opened {
    /// The page of these answers. The address is no question of changes: what was sent belongs to it.
    fn dress(&self, fill: &mut Fill) {
        fill.is_closed = self.is_closed;
        fill.changing.clone_from(&self.changing);
        if self.own.draft().stage > 1 {
            fill.asks_recommendations = false;
        } else if !self.changing.is_empty() {
            let email = self.form.questions().find(|q| q.goes_to == "email").map(|q| q.id.clone());
            fill.fields.retain(|f| Some(&f.id) != email.as_ref());
        }
    }
}

/// The draft of this browser, or the way to the call's own page.
async fn opened(kernel: &Kernel, s: &InSeason, headers: &HeaderMap) -> Result<Found<Opened, Response>> {
    let mut conn = kernel.db.read().await?;
    let Some((own, _)) = own_now(kernel, &mut conn, s, headers).await? else {
        published(&mut conn, s).await?;
        return Ok(Found::Elsewhere(see(&format!("/call/{}", s.season.slug))));
    };
    let (call, form) = published_at(&mut conn, s, own.draft().stage).await?;
    let Some(editing) = super::editing(kernel, &mut conn, s, own, &call).await? else {
        return Ok(Found::Elsewhere(see(&format!("/call/{}/application", s.season.slug))));
    };
    let answers = drafts::read(&store::answers(&mut conn, &editing.own).await?);
    let is_closed = super::is_over(kernel, &mut conn, &editing, &call).await?;
    Ok(Found::Here(Opened { changing: editing.note(s), own: editing.own, form, answers, is_closed }))
}

pub async fn show(
    State(kernel): State<Kernel>,
    s: InSeason,
    headers: HeaderMap,
    Path(at): Path<At>,
) -> Result<Response> {
    let o = match opened(&kernel, &s, &headers).await? {
        Found::Here(o) => o,
        Found::Elsewhere(page) => {
            return match shut_out(&kernel, &s, &headers).await? {
                Some(out) => html(&out),
                None => Ok(page),
            };
        }
    };
    let mut fill = part(&kernel, s, &o.form, &o.answers, at.part()?).await?;
    fill.revision = o.own.draft().revision;
    o.dress(&mut fill);
    if fill.revision > 0 {
        fill.saved =
            fill.page.t.a("draft-saved", "at", fill.page.t.moment(o.own.draft().saved_at, &fill.s.season.zone));
    }
    html(&fill)
}

/// What a page sent: answers that can be kept, and questions whose answer is too long to be.
pub(crate) fn sent(form: &CallForm, number: usize, answers: &Answers, sent: &Form) -> Result<(Answers, Vec<Question>)> {
    let part = number.checked_sub(1).and_then(|i| form.parts.get(i)).ok_or(Error::NotFound)?;
    let mut given = Answers::new();
    let mut too_long = Vec::new();
    for q in part.questions.iter().filter(|q| is_asked(form, q, answers)) {
        let Some(values) = field::given(sent, q) else { continue };
        // Not touched on this page: whatever another page has made of it meanwhile stands.
        if sent.value(&format!("was-{}", q.id)) == field::mark_of(&values) {
            continue;
        }
        if values.iter().any(|v| v.chars().count() > 20_000) {
            too_long.push(q.clone());
        } else {
            given.insert(q.id.clone(), values);
        }
    }
    Ok((given, too_long))
}

/// What stands for a question after a save that wrote these: a page made then compares with it what comes back.
pub(crate) fn kept<'a>(before: &'a Answers, given: &'a Answers, written: &[String], id: &String) -> &'a [String] {
    let of = if written.contains(id) { given } else { before };
    of.get(id).map_or(&[], Vec::as_slice)
}

/// What the script is told of a save: the answers written, each with the mark by which its page knows it now.
pub(crate) fn told(given: &Answers, written: &[String], revision: Option<i64>, conflicts: &[&str]) -> String {
    let marks: std::collections::BTreeMap<&String, String> =
        written.iter().filter_map(|id| Some((id, field::mark_of(given.get(id)?)))).collect();
    json!({ "revision": revision, "written": written, "marks": marks, "conflicts": conflicts }).to_string()
}

/// The revision at which a page knows an answer: its own, or the page's.
pub(crate) fn seen(form: &Form) -> impl Fn(&str) -> i64 {
    |id: &str| form.value(&format!("seen-{id}")).parse().or_else(|_| form.value("revision").parse()).unwrap_or(0)
}

/// For a browser that has been shut out. What was typed there is shown, so that nothing is lost, and kept nowhere.
#[derive(Template)]
#[template(path = "call/templates/shut_out.html")]
pub struct ShutOut {
    page: Page,
    s: InSeason,
    /// Whether something was sent from here, which is then not saved.
    is_refused: bool,
    /// Question and what was typed.
    typed: Vec<(String, String)>,
}

/// The page for a browser whose key was ended by the holder of the address, which only wants to look; `None` for any
/// other browser.
pub async fn shut_out(kernel: &Kernel, s: &InSeason, headers: &HeaderMap) -> Result<Option<ShutOut>> {
    let is_out = is_shut_out(kernel, &mut kernel.db.read().await?, s, headers).await?;
    Ok(is_out.then(|| ShutOut { page: s.page.clone(), s: s.clone(), is_refused: false, typed: Vec::new() }))
}

/// The same for one that sent a part of the form.
async fn shut_out_with(
    kernel: &Kernel,
    s: &InSeason,
    headers: &HeaderMap,
    number: usize,
    form: &Form,
) -> Result<Option<ShutOut>> {
    let Some(page) = shut_out(kernel, s, headers).await? else { return Ok(None) };
    let (_, call) = published(&mut kernel.db.read().await?, s).await?;
    let t = s.page.t;
    let part = number.checked_sub(1).and_then(|i| call.parts.get(i)).ok_or(Error::NotFound)?;
    let typed = part
        .questions
        .iter()
        .filter_map(|q| Some((q.label.of(t.0).to_owned(), crate::call::model::shown(t, q, &field::given(form, q)?))));
    Ok(Some(ShutOut { is_refused: true, typed: typed.filter(|(_, text)| !text.is_empty()).collect(), ..page }))
}

impl ShutOut {
    /// The same, for what was sent and not taken.
    pub fn refused(self) -> Result<Response> {
        unaccepted(&Self { is_refused: true, ..self })
    }
}

pub async fn save(
    State(kernel): State<Kernel>,
    s: InSeason,
    headers: HeaderMap,
    Path(at): Path<At>,
    client: Option<Extension<ClientAddress>>,
    form: Form,
) -> Result<Response> {
    let o = match opened(&kernel, &s, &headers).await? {
        Found::Here(o) => o,
        Found::Elsewhere(page) => {
            return match shut_out_with(&kernel, &s, &headers, at.part()?, &form).await? {
                Some(out) => unaccepted(&out),
                None => Ok(page),
            };
        }
    };
    let t = s.page.t;
    let number = at.part()?;
    let to_language = form.value("go").strip_prefix("lang:").and_then(Lang::parse);
    let (given, too_long) = sent(&o.form, at.part()?, &o.answers, &form)?;
    let w = Writing { season: &s.season, form: &o.form, lang: s.page.t.0, from: &address(client.as_ref()) };
    let saved = drafts::save(&kernel, &o.own, &w, seen(&form), &given).await?;
    let faulty =
        given.iter().any(|(id, values)| o.form.question(id).is_some_and(|q| !field::fault(t, q, values).is_empty()));
    let base = format!("/call/{}/application", s.season.slug);
    let to_file =
        form.value("go").strip_prefix("file:").filter(|id| crate::call::uploads::question(&o.form, id).is_some());
    if saved.conflicts.is_empty()
        && too_long.is_empty()
        && (!faulty || form.value("go") == "back" || to_file.is_some() || to_language.is_some())
    {
        let next = match form.value("go") {
            _ if to_file.is_some() => format!("{base}/files/{}", to_file.unwrap_or_default()),
            "back" if number > 1 => format!("{base}/{}", number - 1),
            "back" => format!("/call/{}", s.season.slug),
            "stay" => format!("{base}/{number}"),
            _ if to_language.is_some() => format!("{base}/{number}"),
            _ if number < o.form.parts.len() => format!("{base}/{}", number + 1),
            _ => format!("{base}/check"),
        };
        let mut response = see(&next);
        if let Some(lang) = to_language {
            choose_language(&kernel, s.actor.as_ref(), &mut response, lang).await?;
        }
        return Ok(response);
    }
    // The page again, with what was typed, what is wrong, and what another page has saved meanwhile.
    let mut typed = o.answers.clone();
    typed.extend(given.clone());
    typed.extend(too_long.iter().map(|q| (q.id.clone(), field::given(&form, q).unwrap_or_default())));
    let mut fill = part(&kernel, s, &o.form, &typed, number).await?;
    fill.revision = saved.revision.unwrap_or_default();
    o.dress(&mut fill);
    for f in &mut fill.fields {
        let Some(q) = o.form.question(&f.id) else { continue };
        f.was = field::mark_of(kept(&o.answers, &given, &saved.written, &f.id));
        f.error = field::fault(t, q, typed.get(&f.id).map_or(&[], Vec::as_slice));
        if saved.conflicts.contains(&f.id) {
            f.error = t.t("conflict");
            f.theirs = field::theirs(t, q, o.answers.get(&f.id).map_or(&[], Vec::as_slice));
        }
    }
    unaccepted(&fill)
}

/// The script's way to save: the same fields, answered with the revision that now stands.
pub async fn autosave(
    State(kernel): State<Kernel>,
    s: InSeason,
    headers: HeaderMap,
    Path(at): Path<At>,
    client: Option<Extension<ClientAddress>>,
    form: Form,
) -> Result<Response> {
    let Found::Here(o) = opened(&kernel, &s, &headers).await? else { return Err(Error::NotFound) };
    let (given, _) = sent(&o.form, at.part()?, &o.answers, &form)?;
    let w = Writing { season: &s.season, form: &o.form, lang: s.page.t.0, from: &address(client.as_ref()) };
    let saved = drafts::save(&kernel, &o.own, &w, seen(&form), &given).await?;
    let conflicts: Vec<&str> =
        saved.conflicts.iter().filter_map(|id| o.form.question(id)).map(|q| q.label.of(s.page.t.0)).collect();
    let revision = saved.revision.filter(|_| conflicts.is_empty());
    let told = told(&given, &saved.written, revision, &conflicts);
    Ok(([(header::CONTENT_TYPE, "application/json")], told).into_response())
}
