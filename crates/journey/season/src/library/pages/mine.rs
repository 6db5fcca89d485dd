//! A worksheet, written for oneself. No page, letter, event or export but the writer's own shows what stands here.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::{At, path};
use crate::library::acts::{self, Kept};
use crate::library::model::{Card, OF_ROLE, OF_SKILL, Reflection, Said};
use crate::library::{rules, store};
use weft_kernel::Kernel;
use weft_programs::{InSeason, May, store as programs};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

/// Longest answer to one question, in characters.
const LONGEST: usize = 8_000;
/// Most questions of a sheet.
const MOST: usize = 200;

/// One question of the sheet, and the names of its fields.
struct Question {
    n: usize,
    asked: String,
    /// Whether it is an item of a list, with choices.
    is_item: bool,
    choice: String,
    words: String,
}

#[derive(Template)]
#[template(path = "library/templates/mine.html")]
struct Mine {
    own: rules::Reflect,
    page: Page,
    s: InSeason,
    c: Card,
    form: Form,
    questions: Vec<Question>,
    choices: &'static [&'static str],
    written: Vec<Reflection>,
    /// What is written over, where that is so.
    over: Option<String>,
    is_list_empty: bool,
}

async fn load(kernel: &Kernel, s: InSeason, at: &At) -> Result<Mine> {
    let own = rules::may_reflect(&s).ok_or(Error::NotFound)?;
    let mut conn = kernel.db.read().await?;
    let c = store::to_write_on(&mut conn, &own, at.number()?).await?.ok_or(Error::NotFound)?;
    let written = store::own_reflections(&mut conn, &own, &c.id).await?;
    let items = match c.list.as_str() {
        "" => Vec::new(),
        list => programs::list(&mut conn, own.program(), list).await?,
    };
    let is_list_empty = !c.list.is_empty() && items.is_empty();
    let over = written.iter().find(|r| r.id == at.reflection());
    let mut asked: Vec<(bool, String)> = items
        .into_iter()
        .map(|i| (true, i.value))
        .chain(c.prompts(&s.page.t).into_iter().map(|p| (false, p)))
        .collect();
    let mut form = Form::default();
    if let Some(r) = over {
        // What was asked then is asked again, whatever the card asks now.
        asked = r.said().iter().map(|s| (s.is_item, s.asked.clone())).collect();
        for (n, s) in r.said().into_iter().enumerate() {
            form.set(&format!("choice-{n}"), s.choice);
            form.set(&format!("words-{n}"), s.words);
        }
    }
    let questions = asked
        .into_iter()
        .enumerate()
        .map(|(n, (is_item, asked))| Question {
            n,
            asked,
            is_item,
            choice: format!("choice-{n}"),
            words: format!("words-{n}"),
        })
        .collect();
    Ok(Mine {
        page: s.page.clone(),
        choices: if c.list == "ecosystem" { &OF_ROLE } else { &OF_SKILL },
        over: over.map(|r| r.id.to_string()),
        form,
        questions,
        written,
        is_list_empty,
        own,
        c,
        s,
    })
}

impl Mine {
    fn path(&self) -> String {
        format!("{}/mine", path(&self.s, self.c.number))
    }

    fn zone(&self) -> String {
        self.s.zone()
    }
}

pub async fn show(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    html(&load(&kernel, s, &at).await?)
}

/// What is written already, to go on with.
pub async fn reopen(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    let page = load(&kernel, s, &at).await?;
    if page.over.is_none() {
        return Err(Error::NotFound);
    }
    html(&page)
}

fn asked(form: &Form) -> Vec<Question> {
    let question = |n: usize| {
        let asked = form.value(&format!("asked-{n}")).to_owned();
        (!asked.is_empty()).then(|| Question {
            n,
            asked,
            is_item: form.is_checked(&format!("item-{n}"), "yes"),
            choice: format!("choice-{n}"),
            words: format!("words-{n}"),
        })
    };
    (0..MOST).filter_map(question).collect()
}

/// Reads what was said out of a form that carries its own questions: a card that changed meanwhile takes nothing away.
fn said(form: &mut Form) -> Vec<Said> {
    let mut all = Vec::new();
    for n in 0..MOST {
        let asked = form.value(&format!("asked-{n}")).to_owned();
        if asked.is_empty() {
            continue;
        }
        let choice = form.value(&format!("choice-{n}")).to_owned();
        let words = form.value(&format!("words-{n}")).to_owned();
        if words.chars().count() > LONGEST {
            form.reject(&format!("words-{n}"), "wrong-words-long");
        }
        let choice = if OF_SKILL.iter().chain(&OF_ROLE).any(|c| *c == choice) { choice } else { String::new() };
        let is_item = form.is_checked(&format!("item-{n}"), "yes");
        all.push(Said { asked: asked.chars().take(1_000).collect(), is_item, choice, words });
    }
    if all.iter().all(Said::is_empty) {
        let first = form
            .fields()
            .iter()
            .find_map(|(n, _)| n.strip_prefix("asked-"))
            .map_or("main".to_owned(), |n| format!("words-{n}"));
        form.reject(&first, "wrong-nothing-written");
    }
    all
}

async fn keep(kernel: &Kernel, s: InSeason, at: &At, mut form: Form) -> Result<Response> {
    let mut page = load(kernel, s, at).await?;
    let is_over = !at.reflection.is_empty();
    if is_over && page.over.is_none() {
        return Err(Error::NotFound);
    }
    let said = said(&mut form);
    if form.is_accepted() {
        let id = at.reflection();
        let to = format!("{}#written", page.path());
        let press = form.once(kernel, page.s.actor_id(), &page.page, &to);
        return match acts::reflect(&press, &page.own, &page.c.id, is_over.then_some(&id), &said).await? {
            Kept::Done => Ok(see(&to)),
            Kept::Gone => Err(Error::NotFound),
        };
    }
    // What was asked when she wrote is asked again, whatever the card asks by now.
    page.questions = asked(&form);
    page.form = form;
    unaccepted(&page)
}

pub async fn write(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>, form: Form) -> Result<Response> {
    keep(&kernel, s, &at, form).await
}

pub async fn write_over(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>, form: Form) -> Result<Response> {
    keep(&kernel, s, &at, form).await
}

pub async fn forget(
    State(kernel): State<Kernel>,
    May { permit: own, s }: May<rules::Reflect>,
    Path(at): Path<At>,
) -> Result<Response> {
    let c = store::to_write_on(&mut kernel.db.read().await?, &own, at.number()?).await?.ok_or(Error::NotFound)?;
    acts::forget(&kernel, &own, &c.id, &at.reflection()).await?;
    Ok(see(&format!("{}/mine#written", path(&s, c.number))))
}
