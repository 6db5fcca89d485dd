//! The run of show of a part: its blocks in order, what is missing, and how it is mixed.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;

use super::{At, meeting, path};
use crate::gatherings::agenda::{self, Block, Edit, Mix, Target};
use crate::gatherings::model::{BLOCKS, Meeting, Segment};
use crate::gatherings::{rules, when};
use weft_kernel::Kernel;
use weft_kernel::i18n::Words;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
use weft_programs::InSeason;
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

/// Most blocks of a part.
const MOST: usize = 60;

#[derive(Template)]
#[template(path = "gatherings/templates/run_of_show.html")]
struct Show {
    run: rules::RunGathering,
    page: Page,
    s: InSeason,
    form: Form,
    m: Meeting,
    part: i64,
    blocks: Vec<Segment>,
    faults: Vec<(&'static str, i64)>,
    mix: Mix,
    target: Option<Target>,
    kinds: Vec<(String, String)>,
    /// The block whose fields the form holds, after it was refused.
    open: Option<String>,
    /// What became of a block that someone removed meanwhile, as a key.
    gone: Option<&'static str>,
}

async fn load(kernel: &Kernel, s: InSeason, at: &At) -> Result<Show> {
    let run = rules::may_run(&s).ok_or(Error::NotFound)?;
    let mut conn = kernel.db.read().await?;
    let m = meeting(&mut conn, run.see(), at).await?;
    let part = at.part(&m)?;
    let mut blocks = agenda::blocks(&mut conn, run.see(), &m.gathering.id).await?;
    blocks.retain(|b| b.part == part);
    let t = s.page.t;
    Ok(Show {
        faults: if blocks.is_empty() {
            Vec::new()
        } else {
            agenda::faults(&m, part, &blocks.iter().collect::<Vec<_>>())
        },
        mix: Mix::of(&blocks),
        target: agenda::target(&mut conn, &run).await?,
        kinds: BLOCKS.iter().map(|k| ((*k).to_owned(), t.t(&format!("block-{k}")))).collect(),
        form: Form::of(&[("kind", "content")]),
        open: None,
        gone: None,
        run,
        page: s.page.clone(),
        blocks,
        part,
        m,
        s,
    })
}

impl Show {
    fn path(&self) -> String {
        format!("{}/agenda/{}", path(&self.s, self.m.gathering.number), self.part)
    }

    fn up(&self) -> String {
        path(&self.s, self.m.gathering.number)
    }

    fn slot(&self) -> i64 {
        self.m.sittings.iter().filter(|s| s.part == self.part).map(|s| s.minutes).max().unwrap_or(0)
    }

    fn sum(&self) -> i64 {
        self.blocks.iter().map(|b| b.minutes).sum()
    }

    fn begins(&self, block: &Segment) -> String {
        agenda::begins(self.page.t, &self.m, &self.blocks, block)
    }

    fn fault(&self, key: &str, n: impl std::borrow::Borrow<i64>) -> String {
        self.page.t.a(key, "length", when::length(self.page.t, n))
    }

    /// The form that adds a block: empty while another block is being mended.
    fn adding(&self) -> Form {
        if self.open.is_some() { Form::of(&[("kind", "content")]) } else { self.form.clone() }
    }

    /// A block's fields as a form, or what was typed when it was refused.
    fn fields(&self, b: &Segment) -> Form {
        if self.open.as_deref() == Some(b.id.as_str()) {
            return self.form.clone();
        }
        let minutes = b.minutes.to_string();
        Form::of(&[
            ("kind", &b.kind),
            ("title_en", &b.title_en),
            ("title_es", &b.title_es),
            ("minutes", &minutes),
            ("owner", &b.owner),
            ("materials", &b.materials),
            ("cue", &b.cue),
        ])
    }
}

fn read(form: &mut Form) -> Block {
    let kind = form.required("kind");
    if !kind.is_empty() && !agenda::is_kind(&kind) {
        form.reject("kind", "wrong-choice");
    }
    let minutes = form.number("minutes", 1..=960);
    let title = Words { en: form.value("title_en").to_owned(), es: form.value("title_es").to_owned() };
    for (name, most) in [("title_en", 200), ("title_es", 200), ("owner", 200), ("materials", 4_000), ("cue", 4_000)] {
        if form.value(name).chars().count() > most {
            form.reject(name, "wrong-note-long");
        }
    }
    let text = |name: &str| form.value(name).to_owned();
    Block { kind, title, minutes, owner: text("owner"), materials: text("materials"), cue: text("cue") }
}

/// What an act says that leads here.
#[derive(Deserialize)]
pub struct Did {
    gone: Option<u8>,
}

pub async fn show(
    State(kernel): State<Kernel>,
    s: InSeason,
    Path(at): Path<At>,
    Query(did): Query<Did>,
) -> Result<Response> {
    let mut page = load(&kernel, s, &at).await?;
    page.gone = did.gone.map(|_| "agenda-gone");
    html(&page)
}

async fn apply(kernel: &Kernel, page: Show, form: &Form, edit: &Edit) -> Result<Response> {
    let actor = page.s.actor_id().ok_or(Error::NotFound)?;
    let press = form.once(kernel, Some(actor), &page.page, &page.path());
    if agenda::edit(&press, &page.run, actor, &page.m.gathering.id, edit).await? {
        return Ok(see(&page.path()));
    }
    gone(page, form, edit)
}

/// Someone removed the block meanwhile: what was typed stands in the form that adds one; moving or removing it has
/// nothing left to do.
fn gone(mut page: Show, form: &Form, edit: &Edit) -> Result<Response> {
    if !matches!(edit, Edit::Save(..)) {
        return Ok(see(&format!("{}?gone=1", page.path())));
    }
    page.form = form.clone();
    page.open = None;
    page.gone = Some("agenda-gone-kept");
    unaccepted(&page)
}

pub async fn add(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>, mut form: Form) -> Result<Response> {
    let mut page = load(&kernel, s, &at).await?;
    let block = read(&mut form);
    if page.blocks.len() >= MOST {
        form.reject_with("kind", "wrong-blocks-many", MOST.to_string());
    }
    if !form.is_accepted() {
        page.form = form;
        return unaccepted(&page);
    }
    let part = page.part;
    apply(&kernel, page, &form, &Edit::Add(part, block)).await
}

/// Begins with the blocks of a good session; only where there is nothing yet.
pub async fn fill(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>, form: Form) -> Result<Response> {
    let page = load(&kernel, s, &at).await?;
    if !page.blocks.is_empty() {
        return Ok(see(&page.path()));
    }
    let title = |kind: &str| Words {
        en: Tr(Lang::En).t(&format!("block-{kind}")),
        es: Tr(Lang::Es).t(&format!("block-{kind}")),
    };
    let edit = Edit::Fill(page.part, agenda::template(&page.m.gathering.kind, page.slot(), title));
    apply(&kernel, page, &form, &edit).await
}

/// Saves a block, moves it, or takes it out: which, says the button.
pub async fn save(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>, mut form: Form) -> Result<Response> {
    let mut page = load(&kernel, s, &at).await?;
    let id = Id::stored(at.block.clone());
    let edit = match form.value("act") {
        "up" => Edit::Up(id),
        "down" => Edit::Down(id),
        "remove" => Edit::Remove(id),
        _ => {
            let block = read(&mut form);
            if !form.is_accepted() {
                page.form = form;
                // A block that is gone has no form of its own: the one that adds a block shows what was typed.
                let is_there = page.blocks.iter().any(|b| b.id == id);
                page.open = is_there.then(|| Id::as_str(&id).to_owned());
                page.gone = (!is_there).then_some("agenda-gone-kept");
                return unaccepted(&page);
            }
            Edit::Save(id, block)
        }
    };
    apply(&kernel, page, &form, &edit).await
}
