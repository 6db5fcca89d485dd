//! What a season asks of recommenders: how many, until when, with which words and questions, and who reads it.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::call::model::{Kind, Question};
use crate::call::store as call;
use crate::recommendations::model::{MOST, Plan};
use crate::recommendations::rules::RunRecommendations;
use crate::recommendations::store::Set;
use crate::recommendations::{acts, starter, store};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::i18n::Words;
use weft_programs::{InSeason, May};
use weft_web::{Form, Page, Result, html, see, unaccepted};

/// Kinds of question that a recommender can be asked.
pub const KINDS: [Kind; 5] = [Kind::Short, Kind::Long, Kind::Choice, Kind::Choices, Kind::Scale];

#[derive(Template)]
#[template(path = "recommendations/templates/settings.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    /// Whether it was set before: questions can be changed then.
    is_set: bool,
    questions: Vec<(String, String, String, bool)>,
    kinds: Vec<(String, String)>,
    numbers: Vec<(String, String)>,
    readers: Vec<(String, String)>,
}

fn filled(plan: Option<&Plan>) -> Form {
    let Some(p) = plan else { return Form::of(&[("most", "0"), ("shown", "no")]) };
    Form::of(&[
        ("most", &p.most.to_string()),
        ("is_required", if p.is_required { "yes" } else { "" }),
        ("shown", if p.is_shown { "yes" } else { "no" }),
        ("due_on", p.due_on.as_deref().unwrap_or_default()),
        ("intro_en", &p.intro.en),
        ("intro_es", &p.intro.es),
    ])
}

async fn load(kernel: &Kernel, s: InSeason, typed: Option<Form>) -> Result<Show> {
    let plan = store::plan(&mut kernel.db.read().await?, &s.season.id).await?;
    let t = s.page.t;
    let line = |q: &Question| {
        let kind = t.t(&format!("kind-of-{}", q.kind.name()));
        (q.id.clone(), q.label.of(t.0).to_owned(), kind, q.is_required)
    };
    let number = |n: i64| (n.to_string(), if n == 0 { t.t("recommendations-none") } else { n.to_string() });
    Ok(Show {
        page: s.page.clone(),
        form: typed.unwrap_or_else(|| filled(plan.as_ref())),
        is_set: plan.is_some(),
        questions: match &plan {
            Some(plan) => plan.questions.iter().map(line).collect(),
            None => starter::questions().iter().map(line).collect(),
        },
        kinds: KINDS.map(|k| (k.name().to_owned(), t.t(&format!("kind-of-{}", k.name())))).into(),
        numbers: (0..=MOST).map(number).collect(),
        readers: ["no", "yes"].map(|v| (v.to_owned(), t.t(&format!("recommendations-shown-{v}")))).into(),
        s,
    })
}

pub async fn show(State(kernel): State<Kernel>, May { permit: _, s }: May<RunRecommendations>) -> Result<Response> {
    html(&load(&kernel, s, None).await?)
}

pub async fn save(
    State(kernel): State<Kernel>,
    May { permit, s }: May<RunRecommendations>,
    mut form: Form,
) -> Result<Response> {
    let most = form.number("most", 0..=MOST);
    // What is off needs no day.
    let due_on = if most > 0 || !form.value("due_on").is_empty() { Some(form.date("due_on")) } else { None };
    let day = due_on.as_deref().and_then(|d| d.parse::<jiff::civil::Date>().ok());
    let due_at = day.map(|d| Time::end_of_day(d, &s.season.zone));
    let closes = call::call(&mut kernel.db.read().await?, &s.season.id).await?.and_then(|c| c.closes_at);
    if most > 0 && due_at.zip(closes).is_some_and(|(due, closes)| due < closes) {
        form.reject("due_on", "wrong-recommendations-due");
    }
    let text = |name: &str| form.value(name).replace("\r\n", "\n");
    let intro = Words { en: text("intro_en"), es: text("intro_es") };
    for (field, value) in [("intro_en", &intro.en), ("intro_es", &intro.es)] {
        if value.chars().count() > 2_000 {
            form.reject(field, "wrong-too-long");
        }
    }
    if !form.is_accepted() {
        return unaccepted(&load(&kernel, s, Some(form)).await?);
    }
    let set = Set {
        most,
        is_required: form.is_checked("is_required", "yes"),
        is_shown: form.value("shown") == "yes",
        due_on: due_on.as_deref(),
        due_at,
        intro: &intro.json(),
    };
    acts::set(&kernel, &permit, s.actor_id(), &set).await?;
    Ok(see(&s.season.path("recommendations/settings")))
}
