//! What readers see of an application: decided by the ids of questions, every time someone looks.

use std::collections::BTreeSet;

use super::model::{Blind, visible};
use super::rules::ReadOne;
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
