//! A few questions before the long form: they tell whether the program fits, and where else to go if it does not.
//! Nothing that is answered here is kept but a count; nobody is kept from applying.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::builder::words;
use super::published;
use crate::call::model::{FitQuestion, Words};
use crate::call::{acts, checks, rules, store};
use weft_kernel::Kernel;
use weft_kernel::i18n::Tr;
use weft_programs::model::{OpenCall, Program};
use weft_programs::{InSeason, May, store as programs};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

/// Most questions before a call.
const MOST: usize = 6;

/// A question in the reader's language with its answers by number.
struct Asked {
    name: String,
    label: String,
    answers: Vec<(usize, String)>,
}

#[derive(Template)]
#[template(path = "call/templates/fit.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    questions: Vec<Asked>,
    /// After answering: whether it seems to fit.
    fits: Option<bool>,
    /// How long applying takes.
    minutes: u32,
    elsewhere: String,
    calls: Vec<OpenCall>,
    programs: Vec<Program>,
}

fn asked(t: Tr, questions: &[FitQuestion]) -> Vec<Asked> {
    let text = |w: &Words| w.of(t.0).to_owned();
    questions
        .iter()
        .enumerate()
        .map(|(i, q)| Asked {
            name: format!("fit-{i}"),
            label: text(&q.label),
            answers: q.fits.iter().chain(&q.misfits).map(text).enumerate().collect(),
        })
        .collect()
}

async fn load(kernel: &Kernel, s: InSeason, form: Form, fits: Option<bool>) -> Result<Show> {
    let mut conn = kernel.db.read().await?;
    let (_, call) = published(&mut conn, &s).await?;
    if call.fit.is_empty() {
        return Err(Error::NotFound);
    }
    let mut calls = programs::open_calls(&mut conn, None, kernel.now()).await?;
    calls.retain(|c| c.season_slug != s.season.slug);
    let mut others = programs::programs(&mut conn).await?;
    others.retain(|p| p.slug != s.season.program_slug);
    let t = s.page.t;
    Ok(Show {
        page: s.page.clone(),
        questions: asked(t, &call.fit),
        fits,
        minutes: checks::minutes(&call),
        elsewhere: call.elsewhere.of(t.0).to_owned(),
        calls,
        programs: others,
        form,
        s,
    })
}

pub async fn show(State(kernel): State<Kernel>, s: InSeason) -> Result<Response> {
    html(&load(&kernel, s, Form::default(), None).await?)
}

pub async fn answer(State(kernel): State<Kernel>, s: InSeason, mut form: Form) -> Result<Response> {
    let (_, call) = published(&mut kernel.db.read().await?, &s).await?;
    let mut fits = true;
    for (i, q) in call.fit.iter().enumerate() {
        let name = format!("fit-{i}");
        match form.value(&name).parse::<usize>().ok().filter(|n| *n < q.fits.len() + q.misfits.len()) {
            Some(n) => fits &= n < q.fits.len(),
            None => form.reject(&name, "wrong-choice"),
        }
    }
    if !form.is_accepted() {
        return unaccepted(&load(&kernel, s, form, None).await?);
    }
    acts::count_fit(&kernel, &s.season, fits).await?;
    html(&load(&kernel, s, form, Some(fits)).await?)
}

#[derive(Template)]
#[template(path = "call/templates/fit_edit.html")]
struct Edit {
    page: Page,
    s: InSeason,
    form: Form,
    numbers: Vec<usize>,
    /// How long applying takes.
    minutes: u32,
}

fn filled(questions: &[FitQuestion], elsewhere: &Words) -> Form {
    let mut form = Form::default();
    let lines = |list: &[Words], lang: fn(&Words) -> &String| {
        list.iter().map(|w| lang(w).as_str()).collect::<Vec<_>>().join("\n")
    };
    form.set("elsewhere_en", elsewhere.en.clone());
    form.set("elsewhere_es", elsewhere.es.clone());
    for (i, q) in questions.iter().enumerate() {
        form.set(&format!("label-{i}_en"), q.label.en.clone());
        form.set(&format!("label-{i}_es"), q.label.es.clone());
        for (name, list) in [("fits", &q.fits), ("misfits", &q.misfits)] {
            form.set(&format!("{name}-{i}_en"), lines(list, |w| &w.en));
            form.set(&format!("{name}-{i}_es"), lines(list, |w| &w.es));
        }
    }
    form
}

pub async fn ask_edit(State(kernel): State<Kernel>, May { permit: _, s }: May<rules::MakeCall>) -> Result<Response> {
    let form = store::call(&mut kernel.db.read().await?, &s.season.id).await?.ok_or(Error::NotFound)?.edited();
    let count = (form.fit.len() + 1).min(MOST);
    html(&Edit {
        page: s.page.clone(),
        s,
        form: filled(&form.fit, &form.elsewhere),
        numbers: (0..count).collect(),
        minutes: checks::minutes(&form.at(..=1)),
    })
}

/// Answers of both languages, line by line.
fn lines(form: &Form, name: &str) -> (Vec<Words>, bool) {
    let of = |lang: &str| {
        form.value(&format!("{name}_{lang}"))
            .lines()
            .map(|l| l.trim().to_owned())
            .filter(|l| !l.is_empty())
            .collect::<Vec<_>>()
    };
    let (en, es) = (of("en"), of("es"));
    let is_even = es.is_empty() || es.len() == en.len();
    (
        en.into_iter().enumerate().map(|(i, en)| Words { en, es: es.get(i).cloned().unwrap_or_default() }).collect(),
        is_even,
    )
}

pub async fn save_edit(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::MakeCall>,
    mut form: Form,
) -> Result<Response> {
    let count = (0..MOST).take_while(|i| form.fields().iter().any(|(n, _)| *n == format!("label-{i}_en"))).count();
    let mut questions = Vec::new();
    for i in 0..count {
        let label = words(&form, &format!("label-{i}"));
        if label.is_empty() {
            continue;
        }
        let ((fits, even), (misfits, even_too)) =
            (lines(&form, &format!("fits-{i}")), lines(&form, &format!("misfits-{i}")));
        if fits.is_empty() || misfits.is_empty() {
            form.reject(&format!("fits-{i}_en"), "fault-fit");
        }
        if !even || !even_too {
            form.reject(&format!("fits-{i}_es"), "fault-fit-es");
        }
        questions.push(FitQuestion { label, fits, misfits });
    }
    if !form.is_accepted() {
        let call = store::call(&mut kernel.db.read().await?, &s.season.id).await?.ok_or(Error::NotFound)?.edited();
        let minutes = checks::minutes(&call.at(..=1));
        return unaccepted(&Edit { page: s.page.clone(), s, form, numbers: (0..count).collect(), minutes });
    }
    let elsewhere = words(&form, "elsewhere");
    acts::change(&kernel, &permit, s.actor_id(), |f| {
        (f.fit, f.elsewhere) = (questions, elsewhere);
        true
    })
    .await?;
    Ok(see(&s.season.path("call")))
}
