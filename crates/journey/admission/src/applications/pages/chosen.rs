//! Acts on many applications: chosen on the list, or all that match; shown with their number first, and undone where
//! that is possible.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::applications::model::Listed;
use crate::applications::notes::{self, Tagging};
use crate::applications::store::{self, Filter};
use crate::applications::{acts, rules};
use weft_kernel::Kernel;
use weft_kernel::ids::Id;
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

/// What can be done with many.
const ACTS: [&str; 5] = ["tag-on", "tag-off", "eligible", "not-eligible", "write"];

#[derive(Template)]
#[template(path = "applications/templates/chosen.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    act: String,
    lines: Vec<Listed>,
    /// The numbers of all, in one field.
    numbers: String,
    known: Vec<String>,
    filter: Filter,
    back: String,
}

/// What was chosen on the list: the rows that were ticked, or all that match its filter.
async fn chosen(kernel: &Kernel, permit: &rules::ReadPool, form: &Form) -> Result<Vec<Listed>> {
    let mut conn = kernel.db.read().await?;
    if form.value("which") == "all" {
        return Ok(store::matching(&mut conn, permit, &Filter::of(form)).await?);
    }
    let ticked: Vec<&str> = form.fields().iter().filter(|(n, _)| n == "id").map(|(_, v)| v.as_str()).collect();
    Ok(of_numbers(store::matching(&mut conn, permit, &Filter::default()).await?, &ticked))
}

fn of_numbers(all: Vec<Listed>, numbers: &[&str]) -> Vec<Listed> {
    all.into_iter().filter(|l| numbers.contains(&l.external_id.as_str())).collect()
}

async fn load(kernel: &Kernel, s: InSeason, form: Form, lines: Vec<Listed>) -> Result<Show> {
    let known = store::known_tags(&mut kernel.db.read().await?, &s.season.id).await?;
    let filter = Filter::of(&form);
    let back = s.season.path(&format!("applications?{}", filter.back(&[])));
    Ok(Show {
        page: s.page.clone(),
        act: form.value("act").to_owned(),
        numbers: lines.iter().map(|l| l.external_id.as_str()).collect::<Vec<_>>().join(" "),
        known: known.into_iter().map(|(tag,)| tag).collect(),
        filter,
        back,
        lines,
        form,
        s,
    })
}

/// Shows how many, and asks.
pub async fn ask(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::KeepPool>,
    form: Form,
) -> Result<Response> {
    if !ACTS.contains(&form.value("act")) {
        return Err(Error::BadRequest);
    }
    let lines = chosen(&kernel, permit.read(), &form).await?;
    if lines.is_empty() {
        let query = Filter::of(&form).back(&[("none", "1".to_owned())]);
        return Ok(see(&s.season.path(&format!("applications?{query}"))));
    }
    html(&load(&kernel, s, form, lines).await?)
}

/// Does it with exactly those that were shown.
pub async fn act(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::KeepPool>,
    mut form: Form,
) -> Result<Response> {
    let actor = s.actor_id().cloned().ok_or(Error::NotFound)?;
    let numbers: Vec<String> = form.value("numbers").split(' ').map(str::to_owned).collect();
    let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
    let all = store::matching(&mut kernel.db.read().await?, permit.read(), &Filter::default()).await?;
    let lines = of_numbers(all, &numbers);
    let ids: Vec<Id> = lines.iter().map(|l| l.id.clone()).collect();
    let act = form.value("act").to_owned();
    let reason = form.optional("reason");
    let tag = notes::tag(form.value("tag"));
    if act.starts_with("tag-") && tag.is_none() {
        form.reject("tag", "wrong-required");
    }
    if act == "not-eligible" && reason.is_none() {
        form.reject("reason", "wrong-required");
    }
    if !form.is_accepted() {
        return unaccepted(&load(&kernel, s, form, lines).await?);
    }
    let (fill, tag) = (permit.fill(), tag.unwrap_or_default());
    let (batch, n) = match act.as_str() {
        "tag-on" => notes::tag_all(&kernel, fill, &actor, &ids, (Tagging::On, &tag)).await?,
        "tag-off" => notes::tag_all(&kernel, fill, &actor, &ids, (Tagging::Off, &tag)).await?,
        "eligible" => acts::decide_chosen(&kernel, fill, &actor, &ids, (true, None)).await?,
        "not-eligible" => acts::decide_chosen(&kernel, fill, &actor, &ids, (false, reason.as_deref())).await?,
        _ => return Err(Error::BadRequest),
    };
    let did = if n == 0 { "nothing".to_owned() } else { act };
    let query = Filter::of(&form).back(&[("did", did), ("marked", batch.to_string())]);
    Ok(see(&s.season.path(&format!("applications?{query}"))))
}

/// Undoes one act, whatever it was.
pub async fn undo(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::FillPool>,
    form: Form,
) -> Result<Response> {
    let actor = s.actor_id().cloned().ok_or(Error::NotFound)?;
    let batch = Id::parse(form.value("batch")).ok_or(Error::BadRequest)?;
    let tags = notes::undo(&kernel, &permit, &actor, &batch).await?;
    let n = if tags > 0 {
        usize::try_from(tags).unwrap_or_default()
    } else {
        acts::undo_eligibility(&kernel, &permit, Some(&actor), acts::Undo::Batch(&batch)).await?
    };
    let query = Filter::of(&form).back(&[("did", "undone".to_owned()), ("undone", n.to_string())]);
    Ok(see(&s.season.path(&format!("applications?{query}"))))
}
