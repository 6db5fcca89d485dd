//! The lines that a program lists: added, taken from our suggestions, changed, ordered, removed and put back.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use serde::Deserialize;

use crate::support::acts;
use crate::support::model::{Draft, LONGEST, LONGEST_NOTE, Line, MOST, SUGGESTIONS, is_number, is_word};
use crate::support::rules::KeepLines;
use crate::support::store;
use weft_kernel::Kernel;
use weft_kernel::ids::Id;
use weft_programs::{InSeason, May, states};
use weft_web::{Error, Form, Page, Result, html, is_link, see, unaccepted};

#[derive(Template)]
#[template(path = "support/templates/lines.html")]
struct List {
    page: Page,
    s: InSeason,
    form: Form,
    lines: Vec<Line>,
    removed: Vec<Line>,
    /// Public services that are not on the list, each with what it would say.
    suggested: Vec<(&'static str, Draft)>,
}

#[derive(Template)]
#[template(path = "support/templates/line_edit.html")]
struct Edit {
    page: Page,
    s: InSeason,
    form: Form,
    id: Id,
    name: String,
}

/// For where a line can be.
fn places(page: &Page) -> Vec<(String, String)> {
    let first = (String::new(), page.t.t("aid-everywhere"));
    std::iter::once(first).chain(states::named().into_iter().map(|(s, n)| (s.to_owned(), n.to_owned()))).collect()
}

impl List {
    fn path(&self) -> String {
        self.s.season.path("support/lines")
    }

    fn places(&self) -> Vec<(String, String)> {
        places(&self.page)
    }

    /// How a suggestion can be reached.
    fn reach(d: &Draft) -> String {
        let url = d.url.trim_start_matches("https://").trim_start_matches("www.");
        let text = [d.text_to.as_str(), d.word[0].as_str()].join(" ");
        let all = [d.phone.as_str(), if d.text_to == d.phone { "" } else { text.trim() }, url];
        all.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    fn is_typed(&self) -> bool {
        !self.form.is_accepted()
    }
}

impl Edit {
    fn path(&self) -> String {
        self.s.season.path(&format!("support/lines/{}", self.id))
    }

    fn places(&self) -> Vec<(String, String)> {
        places(&self.page)
    }
}

async fn load(kernel: &Kernel, s: InSeason, permit: &KeepLines, form: Form) -> Result<List> {
    let all = store::all(&mut kernel.db.read().await?, permit).await?;
    let (removed, lines): (Vec<Line>, Vec<Line>) = all.into_iter().partition(|l| l.removed_at.is_some());
    let is_new = |which: &&str| !lines.iter().any(|l| l.suggested == **which);
    let suggested = SUGGESTIONS.into_iter().filter(is_new).filter_map(|w| Some((w, acts::suggestion(w)?))).collect();
    Ok(List { page: s.page.clone(), form, lines, removed, suggested, s })
}

/// A line as it was typed; what is wrong stands in the form.
fn read(form: &mut Form) -> Draft {
    let name = form.required("name");
    let text = |form: &Form, field: &str| form.value(field).to_owned();
    let draft = Draft {
        name,
        state: text(form, "state"),
        phone: text(form, "phone"),
        text_to: text(form, "text_to"),
        word: [text(form, "word_en"), text(form, "word_es")],
        url: text(form, "url"),
        languages: text(form, "languages"),
        hours: [text(form, "hours_en"), text(form, "hours_es")],
        note: [text(form, "note_en"), text(form, "note_es")],
        suggested: "",
    };
    for (field, text, most) in [
        ("name", &draft.name, LONGEST),
        ("languages", &draft.languages, LONGEST),
        ("hours_en", &draft.hours[0], LONGEST),
        ("hours_es", &draft.hours[1], LONGEST),
        ("note_en", &draft.note[0], LONGEST_NOTE),
        ("note_es", &draft.note[1], LONGEST_NOTE),
    ] {
        if text.chars().count() > most {
            form.reject_with(field, "wrong-longer-than", most.to_string());
        }
    }
    for (field, number) in [("phone", &draft.phone), ("text_to", &draft.text_to)] {
        if !number.is_empty() && !is_number(number) {
            form.reject(field, "wrong-support-number");
        }
    }
    for (field, word) in ["word_en", "word_es"].into_iter().zip(&draft.word) {
        if !is_word(word) {
            form.reject(field, "wrong-support-word");
        }
    }
    if !draft.url.is_empty() && !is_link(&draft.url) {
        form.reject("url", "wrong-link");
    }
    if draft.phone.is_empty() && draft.text_to.is_empty() && draft.url.is_empty() {
        form.reject("phone", "wrong-support-way");
    }
    if !draft.state.is_empty() && states::name(&draft.state).is_none() {
        form.reject("state", "wrong-choice");
    }
    draft
}

pub async fn list(State(kernel): State<Kernel>, May { permit, s }: May<KeepLines>) -> Result<Response> {
    html(&load(&kernel, s, &permit, Form::default()).await?)
}

pub async fn add(State(kernel): State<Kernel>, May { permit, s }: May<KeepLines>, mut form: Form) -> Result<Response> {
    let draft = read(&mut form);
    if form.is_accepted() {
        let to = s.season.path("support/lines");
        let press = form.once(&kernel, s.actor_id(), &s.page, &to);
        match acts::add(&press, &permit, s.actor_id(), &draft).await? {
            Some(_) => return Ok(see(&to)),
            None => form.reject_with("name", "wrong-support-lines", MOST.to_string()),
        }
    }
    unaccepted(&load(&kernel, s, &permit, form).await?)
}

/// A suggestion that is there already stays as it is.
pub async fn suggest(State(kernel): State<Kernel>, May { permit, s }: May<KeepLines>, form: Form) -> Result<Response> {
    let draft = acts::suggestion(form.value("which")).ok_or(Error::BadRequest)?;
    acts::add(&kernel, &permit, s.actor_id(), &draft).await?;
    Ok(see(&s.season.path("support/lines")))
}

#[derive(Deserialize)]
pub struct At {
    id: String,
}

/// A line that is on the list.
async fn line(kernel: &Kernel, permit: &KeepLines, at: &At) -> Result<Line> {
    let all = store::all(&mut kernel.db.read().await?, permit).await?;
    all.into_iter().find(|l| l.id.as_str() == at.id && l.removed_at.is_none()).ok_or(Error::NotFound)
}

pub async fn edit(
    State(kernel): State<Kernel>,
    May { permit, s }: May<KeepLines>,
    Path(at): Path<At>,
) -> Result<Response> {
    let l = line(&kernel, &permit, &at).await?;
    let form = Form::of(&[
        ("name", &l.name),
        ("state", &l.state),
        ("phone", &l.phone),
        ("text_to", &l.text_to),
        ("word_en", &l.word_en),
        ("word_es", &l.word_es),
        ("url", &l.url),
        ("languages", &l.languages),
        ("hours_en", &l.hours_en),
        ("hours_es", &l.hours_es),
        ("note_en", &l.note_en),
        ("note_es", &l.note_es),
    ]);
    html(&Edit { page: s.page.clone(), s, form, id: l.id, name: l.name })
}

pub async fn change(
    State(kernel): State<Kernel>,
    May { permit, s }: May<KeepLines>,
    Path(at): Path<At>,
    mut form: Form,
) -> Result<Response> {
    let l = line(&kernel, &permit, &at).await?;
    let draft = read(&mut form);
    if !form.is_accepted() {
        return unaccepted(&Edit { page: s.page.clone(), s, form, id: l.id, name: l.name });
    }
    acts::change(&kernel, &permit, s.actor_id(), &l.id, &draft).await?;
    Ok(see(&s.season.path("support/lines")))
}

/// The button says where the line goes, so that a second press changes nothing.
pub async fn put(
    State(kernel): State<Kernel>,
    May { permit, s }: May<KeepLines>,
    Path(at): Path<At>,
    form: Form,
) -> Result<Response> {
    let to = form.value("to").parse().map_err(|_| Error::BadRequest)?;
    acts::put(&kernel, &permit, s.actor_id(), &Id::stored(at.id), to).await?;
    Ok(see(&s.season.path("support/lines")))
}

pub async fn remove(
    State(kernel): State<Kernel>,
    May { permit, s }: May<KeepLines>,
    Path(at): Path<At>,
) -> Result<Response> {
    acts::set_removed(&kernel, &permit, s.actor_id(), &Id::stored(at.id), true).await?;
    Ok(see(&s.season.path("support/lines")))
}

pub async fn restore(
    State(kernel): State<Kernel>,
    May { permit, s }: May<KeepLines>,
    Path(at): Path<At>,
) -> Result<Response> {
    acts::set_removed(&kernel, &permit, s.actor_id(), &Id::stored(at.id), false).await?;
    Ok(see(&s.season.path("support/lines")))
}
