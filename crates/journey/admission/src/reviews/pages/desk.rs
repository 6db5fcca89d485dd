//! One application and the rubric beside it: read, score, next. Nothing on this page says who wrote it, but where a
//! reviewer talks with them.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use serde::Deserialize;

use super::list::{next, own_mean};
use crate::call::labels;
use crate::call::pages::files::hand_out;
use crate::call::uploads::Upload;
use crate::recommendations::store::{self as recommendations, ForReviewer};
use crate::reviews::acts::{self, Kept, Noted};
use crate::reviews::model::{Criterion, MOST, Note};
use crate::reviews::rules::{Read, ReadOne};
use crate::reviews::store::Talk;
use crate::reviews::{conversations, rules, sight, store};
use weft_kernel::Kernel;
use weft_programs::InSeason;
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

/// A criterion as the page shows it: in the reader's language, each score with what it means and whether it is chosen.
struct Judged {
    key: String,
    title: String,
    guidance: String,
    is_independent: bool,
    weight: i64,
    scores: Vec<(i64, String, bool)>,
    is_missing: bool,
}

#[derive(Template)]
#[template(path = "reviews/templates/desk.html")]
pub(super) struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    /// In a stage that is a conversation: with whom, what the form of its time holds, and the time that is agreed.
    pub talk: Option<Talk>,
    pub time: Form,
    agreed: String,
    place: i64,
    total: usize,
    finished: usize,
    /// Of the reviewer's finished reviews: their mean, and how many they are.
    own_mean: Option<(String, usize)>,
    language: String,
    facts: Vec<(String, String)>,
    answers: Vec<(String, String)>,
    criteria: Vec<Judged>,
    is_final: bool,
    /// When the application was changed after the review was finished: it is looked at again.
    changed: Option<String>,
    is_missing: bool,
    notes: Vec<Note>,
    files: Vec<Upload>,
    /// What came in of recommendations, without names: below everything, and never needed.
    recommended: Vec<ForReviewer>,
    /// Of the calibration set: other reviewers see scores and notes side by side.
    is_calibration: bool,
}

impl Show {
    /// The mean of the scores that are chosen here, by the criteria's weights, and of how many criteria that is. With
    /// nothing chosen, or for a script that counts along, the places where the numbers go.
    fn mean_here(&self, is_for_script: bool) -> String {
        let counts = self.criteria.iter().filter(|c| !c.is_independent);
        let chosen: Vec<(i64, i64)> =
            counts.clone().filter_map(|c| Some((c.scores.iter().find(|s| s.2)?.0, c.weight))).collect();
        let weight: i64 = chosen.iter().map(|(_, w)| w).sum();
        let (mean, n) = if is_for_script {
            ("%m".to_owned(), "%n".to_owned())
        } else if weight == 0 {
            return String::new();
        } else {
            let sum: i64 = chosen.iter().map(|(n, w)| n * w).sum();
            (self.page.t.decimal(sum as f64 / weight as f64, 2), chosen.len().to_string())
        };
        self.page.t.args("desk-mean", &[("mean", mean.into()), ("n", n.into()), ("of", counts.count().into())])
    }

    /// What stands before the decimals.
    fn point(&self) -> String {
        self.page.t.decimal(0.5, 1).trim_matches(|c: char| c.is_ascii_digit()).to_owned()
    }

    /// Who will see the note, as it is.
    fn comment_hint(&self) -> String {
        self.page.t.t(if self.is_calibration { "comment-hint-calibration" } else { "comment-hint" })
    }
}

#[derive(Deserialize)]
pub struct At {
    place: String,
}

impl At {
    pub(super) fn place(&self) -> Result<i64> {
        self.place.parse().map_err(|_| Error::NotFound)
    }
}

fn judged(s: &InSeason, criteria: Vec<Criterion>, chosen: &BTreeMap<String, i64>, is_missing: bool) -> Vec<Judged> {
    let lang = s.page.t.0;
    criteria
        .into_iter()
        .map(|c| Judged {
            title: c.title.of(lang).to_owned(),
            guidance: c.guidance.of(lang).to_owned(),
            is_independent: c.is_independent,
            weight: c.weight,
            scores: (1..=MOST)
                .map(|n| (n, c.anchors[n as usize - 1].of(lang).to_owned(), chosen.get(&c.key) == Some(&n)))
                .collect(),
            is_missing: is_missing && !chosen.contains_key(&c.key),
            key: c.key,
        })
        .collect()
}

/// The permit for the read at this number, or a missing page.
pub(super) async fn one(kernel: &Kernel, s: &InSeason, at: &At) -> Result<(Read, ReadOne)> {
    let permit = rules::may_read(s).ok_or(Error::NotFound)?;
    let one = store::one(&mut kernel.db.read().await?, &permit, at.place()?).await?.ok_or(Error::NotFound)?;
    Ok((permit, one))
}

pub(super) async fn load(
    kernel: &Kernel,
    s: InSeason,
    permit: &Read,
    one: &ReadOne,
    place: i64,
    typed: Option<(Form, BTreeMap<String, i64>)>,
) -> Result<Show> {
    let mut conn = kernel.db.read().await?;
    let t = s.page.t;
    let (blind, answers, files) = sight::of(&mut conn, one).await?.ok_or(Error::NotFound)?;
    let (read, scores) = store::own_read(&mut conn, one).await?;
    let lines = store::list(&mut conn, permit).await?;
    let criteria = store::criteria(&mut conn, &s.season.id).await?;
    let is_counted = read.as_ref().is_some_and(|r| r.state == "counted");
    let changed = read.as_ref().and_then(|r| r.changed_at).map(|at| t.moment(at, &s.season.zone));
    let notes = if is_counted { store::notes(&mut conn, one).await? } else { Vec::new() };
    let recommended = recommendations::for_reviewer(&mut conn, t, &one.application).await?;
    let talk = store::talk(&mut conn, one).await?;
    let mut time = Form::default();
    if let Some(talk) = &talk {
        super::conversation::filled(&mut time, talk, &s.season.zone);
    }
    let agreed = talk.as_ref().and_then(Talk::agreed);
    let agreed = agreed.map_or_else(String::new, |(at, minutes, _)| conversations::said(t, &s.season, at, minutes));
    let is_missing = typed.is_some();
    let (form, chosen) = typed.unwrap_or_else(|| {
        let comment = read.as_ref().and_then(|r| r.comment.clone()).unwrap_or_default();
        (Form::of(&[("comment", &comment)]), scores.into_iter().collect())
    });
    let values = labels::values(&mut conn, &s.season.id, t.0).await?;
    let called = |field: &str, value: Option<String>| value.map(|v| values.of(field, &v));
    let years = |y: Option<f64>| y.map(|y| t.a("years", "n", y));
    let facts = [
        ("fact-level", called("role_level", blind.role_level)),
        ("fact-years-role", years(blind.years_in_role)),
        ("fact-years-field", years(blind.years_in_field)),
        ("fact-issue", called("primary_issue_area", blind.primary_issue_area)),
        (
            "fact-issues",
            blind.other_issue_areas.map(|all| {
                let all: Vec<String> = all.split('|').map(|v| values.of("other_issue_areas", v.trim())).collect();
                all.join(", ")
            }),
        ),
        ("fact-health", blind.health_focus.map(|h| t.t(&h))),
        ("scope", called("scope", blind.scope)),
        ("region", blind.region.or(blind.state)),
        ("fact-setting", blind.setting),
        ("fact-body", blind.body_type),
    ];
    Ok(Show {
        page: s.page.clone(),
        form,
        talk,
        time,
        agreed,
        place,
        total: lines.len(),
        finished: lines.iter().filter(|l| l.state == "finished").count(),
        own_mean: own_mean(t, &lines),
        language: blind.language,
        facts: facts.into_iter().filter_map(|(k, v)| Some((t.t(k), v?))).collect(),
        answers: answers.into_iter().map(|a| (a.label.said(&t).to_owned(), a.text)).collect(),
        criteria: judged(&s, criteria, &chosen, is_missing),
        is_calibration: lines.iter().any(|l| l.place == place && l.letter.is_some()),
        is_final: is_counted && changed.is_none(),
        changed,
        is_missing,
        notes,
        files,
        recommended,
        s,
    })
}

pub async fn show(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    let (permit, one) = one(&kernel, &s, &at).await?;
    html(&load(&kernel, s, &permit, &one, at.place()?, None).await?)
}

/// Where a review is now, for whoever has it on their list.
pub async fn moved(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    one(&kernel, &s, &at).await?;
    Ok(see(&s.season.path(&format!("reviews/{}", at.place()?))))
}

pub async fn save(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>, form: Form) -> Result<Response> {
    let (permit, one) = one(&kernel, &s, &at).await?;
    let scores: BTreeMap<String, i64> = form
        .fields()
        .iter()
        .filter_map(|(n, v)| {
            Some((n.strip_prefix("score-")?.to_owned(), v.parse::<i64>().ok().filter(|v| (1..=MOST).contains(v))?))
        })
        .collect();
    let comment: String = form.value("comment").replace("\r\n", "\n").chars().take(20_000).collect();
    let is_final = form.value("go") == "final";
    let kept =
        acts::save_read(&kernel, &one, &scores, (!comment.is_empty()).then_some(comment.as_str()), is_final).await?;
    if kept == Kept::Incomplete {
        return unaccepted(&load(&kernel, s, &permit, &one, at.place()?, Some((form, scores))).await?);
    }
    let lines = store::list(&mut kernel.db.read().await?, &permit).await?;
    Ok(match next(&lines).filter(|_| is_final) {
        Some(place) => see(&s.season.path(&format!("reviews/{place}"))),
        None => see(&s.season.path("reviews")),
    })
}

pub async fn skip(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    let (permit, one) = one(&kernel, &s, &at).await?;
    acts::skip(&kernel, &one).await?;
    let lines = store::list(&mut kernel.db.read().await?, &permit).await?;
    Ok(match next(&lines) {
        Some(place) => see(&s.season.path(&format!("reviews/{place}"))),
        None => see(&s.season.path("reviews")),
    })
}

#[derive(Deserialize)]
pub struct AtFile {
    place: String,
    id: String,
}

/// A file that came with the application she reads.
pub async fn file(
    State(kernel): State<Kernel>,
    s: InSeason,
    headers: HeaderMap,
    Path(at): Path<AtFile>,
) -> Result<Response> {
    let (_, one) = one(&kernel, &s, &At { place: at.place }).await?;
    let mut conn = kernel.db.read().await?;
    let (_, _, files) = sight::of(&mut conn, &one).await?.ok_or(Error::NotFound)?;
    drop(conn);
    let upload = files.iter().find(|u| u.id.as_str() == at.id).ok_or(Error::NotFound)?;
    hand_out(&kernel, upload, &headers).await
}

/// A word to the others who have read it.
pub async fn note(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>, mut form: Form) -> Result<Response> {
    let (permit, one) = one(&kernel, &s, &at).await?;
    let text = form.required("note").replace("\r\n", "\n");
    if !form.is_accepted() {
        let mut show = load(&kernel, s, &permit, &one, at.place()?, None).await?;
        show.form.wrong = form.wrong;
        return unaccepted(&show);
    }
    let to = s.season.path(&format!("reviews/{}#notes", at.place()?));
    match acts::note(&form.once(&kernel, Some(permit.reader()), &s.page, &to), &permit, &one, &text).await? {
        Noted::Written => Ok(see(&to)),
        Noted::TooEarly => Err(Error::NotFound),
    }
}

pub async fn conflict(
    State(kernel): State<Kernel>,
    s: InSeason,
    Path(at): Path<At>,
    mut form: Form,
) -> Result<Response> {
    let (permit, one) = one(&kernel, &s, &at).await?;
    let reason = form.required("reason");
    if !form.is_accepted() {
        let mut show = load(&kernel, s, &permit, &one, at.place()?, None).await?;
        show.form.wrong = form.wrong;
        return unaccepted(&show);
    }
    acts::declare_conflict(&kernel, &permit, &one, &reason).await?;
    Ok(see(&s.season.path("reviews")))
}
