//! What readers see of an application: decided by the ids of questions, every time someone looks.

use std::collections::{BTreeMap, BTreeSet};

use super::model::{Blind, visible};
use super::rules::{ReadOne, RunReading};
use super::store;
use crate::applications::model::{self as applications, Answer};
use crate::call::model::{Audience, CallForm};
use crate::call::store as call;
use crate::call::uploads::{self, Upload};
use weft_kernel::db::Conn;
use weft_web::Result;

/// Ids of the form's questions that are not for readers, whatever was checked for them.
pub fn kept(form: Option<&CallForm>) -> BTreeSet<String> {
    form.into_iter()
        .flat_map(CallForm::questions)
        .filter(|q| q.audience != Audience::Reviewers)
        .map(|q| q.id.clone())
        .collect()
}

/// One application for its reader: facts, answers, files. Names, places of work, contact, and what was not meant for
/// readers are not in it.
pub async fn of(conn: &mut Conn, one: &ReadOne) -> Result<Option<(Blind, Vec<Answer>, Vec<Upload>)>> {
    let Some(mut blind) = store::blind(conn, one).await? else { return Ok(None) };
    let form = blind.form.take().as_deref().map(call::form).transpose()?;
    let kept = kept(form.as_ref());
    let all = applications::answers(&std::mem::take(&mut blind.answers))?;
    let mut seen: BTreeSet<String> = match blind.visible.take() {
        Some(text) => visible(&text)?.difference(&kept).cloned().collect(),
        None => BTreeSet::new(),
    };
    // What was asked for staff alone stays so, also when its question is in the form no more.
    for answer in all.iter().filter(|a| a.is_kept) {
        seen.remove(&answer.id);
    }
    if let Some(form) = &form {
        hide(&mut blind, form);
    }
    let files = uploads::for_reader(conn, &one.application, &seen).await?;
    Ok(Some((blind, all.into_iter().filter(|a| seen.contains(&a.id)).collect(), files)))
}

/// What reviewers would see: of each question how many of the applications to review have something in it.
#[derive(Clone, Debug, Default)]
pub struct Coverage {
    /// Applications to review.
    pub total: usize,
    /// Of them, those that show reviewers no answer and no file.
    pub blank: usize,
    /// Questions that reviewers see, by id.
    pub shown: Vec<(String, usize)>,
    /// Questions with answers that reviewers may be shown and are not.
    pub hidden: Vec<(String, usize)>,
    /// All questions with answers that reviewers may be shown, as they come in the applications.
    pub ids: Vec<String>,
}

impl Coverage {
    /// Reviewers would see nothing of any application.
    pub fn is_empty(&self) -> bool {
        self.blank == self.total
    }
}

/// Counts what reviewers would see, as [`of`] decides it.
pub async fn coverage(conn: &mut Conn, permit: &RunReading) -> Result<Coverage> {
    let form = call::all_versions(conn, permit.season()).await?.into_iter().next();
    let kept = kept(form.as_ref());
    let asked: BTreeSet<String> = form
        .iter()
        .flat_map(CallForm::questions)
        .filter(|q| q.goes_to == "answer" && q.audience == Audience::Reviewers)
        .map(|q| q.id.clone())
        .collect();
    let seen: BTreeSet<String> = match store::reading(conn, permit.season()).await? {
        Some(reading) => reading.visible()?.difference(&kept).cloned().collect(),
        None => asked,
    };
    let mut shown: BTreeMap<String, usize> = seen.iter().map(|id| (id.clone(), 0)).collect();
    let mut hidden: BTreeMap<String, usize> = BTreeMap::new();
    let mut order: Vec<String> = Vec::new();
    let with_files = uploads::seen_by_reviewers(conn, permit.season(), &seen).await?;
    let (mut total, mut blank) = (0, 0);
    for (application, text) in store::answer_texts(conn, permit).await? {
        let mut own: BTreeSet<String> =
            with_files.iter().filter(|(id, _)| *id == application).map(|(_, q)| q.clone()).collect();
        for a in applications::answers(&text)?.into_iter().filter(|a| !a.is_kept && !a.text.trim().is_empty()) {
            if !order.contains(&a.id) {
                order.push(a.id.clone());
            }
            if seen.contains(&a.id) {
                own.insert(a.id);
            } else if !kept.contains(&a.id) {
                *hidden.entry(a.id).or_insert(0) += 1;
            }
        }
        total += 1;
        blank += usize::from(own.is_empty());
        for id in own {
            *shown.entry(id).or_insert(0) += 1;
        }
    }
    let in_order = |counts: BTreeMap<String, usize>| -> Vec<(String, usize)> {
        let mut all: Vec<(String, usize)> = counts.into_iter().collect();
        all.sort_by_key(|(id, _)| order.iter().position(|o| o == id).unwrap_or(usize::MAX));
        all
    };
    let (shown, hidden) = (in_order(shown), in_order(hidden));
    order.retain(|id| !kept.contains(id));
    Ok(Coverage { total, blank, shown, hidden, ids: order })
}

/// Takes the facts out that were asked for staff alone.
fn hide(blind: &mut Blind, form: &CallForm) {
    for q in form.questions().filter(|q| q.audience != Audience::Reviewers) {
        match q.goes_to.as_str() {
            "role_level" => blind.role_level = None,
            "years_in_role" => blind.years_in_role = None,
            "years_in_field" => blind.years_in_field = None,
            "primary_issue_area" => blind.primary_issue_area = None,
            "other_issue_areas" => blind.other_issue_areas = None,
            "health_focus" => blind.health_focus = None,
            "scope" => blind.scope = None,
            "region" => blind.region = None,
            "place" => (blind.region, blind.state) = (None, None),
            "setting" => blind.setting = None,
            "body_type" => blind.body_type = None,
            _ => {}
        }
    }
}
