//! The rubric: criteria with what their scores mean, in both languages. It can change until the first read is given
//! out.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::reviews::model::{Criterion, MOST};
use crate::reviews::{acts, rules, starter, store};
use weft_kernel::Kernel;
use weft_kernel::i18n::Words;
use weft_kernel::plain::slug;
use weft_programs::{InSeason, May};
use weft_web::{Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "reviews/templates/rubric.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    /// Numbers of the criteria on the page, the last one empty for a new one.
    numbers: Vec<usize>,
    scores: Vec<i64>,
    is_fixed: bool,
    criteria: Vec<Criterion>,
}

fn filled(criteria: &[Criterion]) -> Form {
    let mut form = Form::default();
    for (i, c) in criteria.iter().enumerate() {
        form.set(&format!("key-{i}"), c.key.clone());
        form.set(&format!("weight-{i}"), c.weight.to_string());
        form.set(&format!("independent-{i}"), if c.is_independent { "yes" } else { "" });
        for (name, words) in [("title", &c.title), ("guidance", &c.guidance)] {
            form.set(&format!("{name}_en-{i}"), words.en.clone());
            form.set(&format!("{name}_es-{i}"), words.es.clone());
        }
        for (n, a) in (1..=MOST).zip(&c.anchors) {
            form.set(&format!("anchor{n}_en-{i}"), a.en.clone());
            form.set(&format!("anchor{n}_es-{i}"), a.es.clone());
        }
    }
    form
}

async fn load(kernel: &Kernel, s: InSeason, typed: Option<(Form, usize)>) -> Result<Show> {
    let mut conn = kernel.db.read().await?;
    let mut criteria = store::criteria(&mut conn, &s.season.id).await?;
    let is_fixed = store::reading(&mut conn, &s.season.id).await?.is_some_and(|r| r.opened_at.is_some());
    if criteria.is_empty() {
        criteria = starter::rubric();
    }
    let (form, count) = typed.unwrap_or_else(|| (filled(&criteria), criteria.len() + 1));
    Ok(Show {
        page: s.page.clone(),
        form,
        numbers: (0..count).collect(),
        scores: (1..=MOST).collect(),
        is_fixed,
        criteria,
        s,
    })
}

pub async fn show(State(kernel): State<Kernel>, May { permit: _, s }: May<rules::RunReading>) -> Result<Response> {
    html(&load(&kernel, s, None).await?)
}

pub async fn save(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::RunReading>,
    mut form: Form,
) -> Result<Response> {
    let words = |form: &Form, name: &str, i: usize| Words {
        en: form.value(&format!("{name}_en-{i}")).to_owned(),
        es: form.value(&format!("{name}_es-{i}")).to_owned(),
    };
    let count = (0..30).take_while(|i| form.fields().iter().any(|(n, _)| *n == format!("title_en-{i}"))).count();
    let mut criteria: Vec<Criterion> = Vec::new();
    for i in 0..count {
        let title = words(&form, "title", i);
        if title.is_empty() {
            continue;
        }
        let weight = form.number(&format!("weight-{i}"), 1..=10);
        let anchors = std::array::from_fn(|n| words(&form, &format!("anchor{}", n + 1), i));
        let ends: [&Words; 2] = [&anchors[0], &anchors[MOST as usize - 1]];
        if ends.iter().any(|a| a.is_empty()) {
            form.reject(&format!("anchor1_en-{i}"), "fault-anchors");
        }
        let known = form.value(&format!("key-{i}")).to_owned();
        let key = if known.is_empty() { slug(title.of(weft_kernel::i18n::Lang::En)).replace('-', "_") } else { known };
        if criteria.iter().any(|c| c.key == key) {
            form.reject(&format!("title_en-{i}"), "fault-criterion-twice");
        }
        let is_independent = form.is_checked(&format!("independent-{i}"), "yes");
        criteria.push(Criterion { key, title, guidance: words(&form, "guidance", i), anchors, weight, is_independent });
    }
    if criteria.iter().all(|c| c.is_independent) {
        form.reject("title_en-0", "fault-no-criterion");
    }
    if form.is_accepted() {
        acts::save_rubric(&kernel, &permit, s.actor_id(), &criteria).await?;
        return Ok(see(&s.season.path("rubric")));
    }
    unaccepted(&load(&kernel, s, Some((form, count))).await?)
}
