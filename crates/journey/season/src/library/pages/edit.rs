//! Writing a card: its words, how it is done, where it comes from.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;

use super::{At, card, path};
use crate::library::acts::{self, Changed};
use crate::library::model::{Card, Draft, EYES, KINDS, LICENCES, LISTS, POSTURES};
use crate::library::protocols::{self, Fault, LONGEST as LONGEST_MINUTES, MOST_STEPS};
use crate::library::{rules, store};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::i18n::Tr;
use weft_kernel::i18n::Words;
use weft_programs::{InSeason, May, store as programs};
use weft_web::{Form, Page, Result, html, see, unaccepted};

/// Longest text of a card in one language, in characters.
const LONGEST: usize = 20_000;

#[derive(Template)]
#[template(path = "library/templates/edit.html")]
struct Edit {
    page: Page,
    s: InSeason,
    form: Form,
    number: Option<i64>,
    kinds: Vec<(String, String)>,
    licences: Vec<(String, String)>,
    postures: Vec<(String, String)>,
    eyes: Vec<(String, String)>,
    asks: Vec<(String, String)>,
    /// The program's lists with their values.
    lists: Vec<(&'static str, Vec<String>)>,
}

fn options(t: Tr, stem: &str, of: &[&str], none: Option<&str>) -> Vec<(String, String)> {
    let none = none.map(|key| (String::new(), t.t(key)));
    none.into_iter().chain(of.iter().map(|v| ((*v).to_owned(), t.t(&format!("{stem}-{v}"))))).collect()
}

async fn page(kernel: &Kernel, s: InSeason, form: Form, number: Option<i64>) -> Result<Edit> {
    let mut conn = kernel.db.read().await?;
    let mut lists = Vec::new();
    for list in LISTS {
        let mut values: Vec<String> =
            programs::list(&mut conn, &s.season.program_id, list).await?.into_iter().map(|i| i.value).collect();
        // What is no longer on the list, but on this card, stays until it is taken off.
        let kept: Vec<String> = form.values(list).filter(|v| !v.is_empty()).map(str::to_owned).collect();
        values.extend(kept.into_iter().filter(|v| !values.contains(v)).collect::<Vec<_>>());
        if !values.is_empty() {
            lists.push((list, values));
        }
    }
    let t = s.page.t;
    Ok(Edit {
        number,
        kinds: options(t, "card-kind", &KINDS, None),
        licences: options(t, "licence", &LICENCES, Some("licence-none")),
        postures: options(t, "posture", &POSTURES, None),
        eyes: options(t, "eyes", &EYES, None),
        asks: options(t, "list", &["skills", "ecosystem"], Some("asks-none")),
        lists,
        page: s.page.clone(),
        s,
        form,
    })
}

fn filled(c: &Card, tags: &[store::Tag]) -> Form {
    let mut form = Form::of(&[
        ("kind", &c.kind),
        ("title_en", &c.title_en),
        ("title_es", &c.title_es),
        ("text_en", &c.text_en),
        ("text_es", &c.text_es),
        ("posture", &c.posture),
        ("eyes", &c.eyes),
        ("care_en", &c.care_en),
        ("care_es", &c.care_es),
        ("support_en", &c.support_en),
        ("support_es", &c.support_es),
        (if c.is_protocol() { "steps_en" } else { "prompts_en" }, &c.prompts_en),
        (if c.is_protocol() { "steps_es" } else { "prompts_es" }, &c.prompts_es),
        ("list", &c.list),
        ("origin", &c.origin),
        ("source_url", &c.source_url),
        ("licence", &c.licence),
        ("permission", &c.permission),
        ("stays_inside", if c.stays_inside { "yes" } else { "" }),
        ("recording_url", &c.recording_url),
        ("transcript", &c.transcript),
    ]);
    form.set("minutes", c.minutes.map(|m| m.to_string()).unwrap_or_default());
    form.set("seen", c.changed_at.0.to_string());
    for tag in tags.iter().filter(|t| t.card_id == c.id) {
        form.add(&tag.list, tag.value.as_str());
    }
    form
}

/// A card as it was typed; what is wrong stands in the form.
fn read(form: &mut Form) -> Draft {
    let mut one_of = |name: &'static str, of: &[&str], may_be_none: bool| {
        let value = form.value(name).to_owned();
        let is_known = of.contains(&value.as_str()) || (may_be_none && value.is_empty());
        if !is_known {
            form.reject(name, "wrong-choice");
        }
        value
    };
    let kind = one_of("kind", &KINDS, false);
    let licence = one_of("licence", &LICENCES, true);
    let is_practice = kind == "practice";
    let (posture, eyes) = (one_of("posture", &POSTURES, !is_practice), one_of("eyes", &EYES, !is_practice));
    let list = one_of("list", &["skills", "ecosystem"], true);
    let words = |form: &Form, name: &str| Words {
        en: form.value(&format!("{name}_en")).to_owned(),
        es: form.value(&format!("{name}_es")).to_owned(),
    };
    let (title, text, care, support, prompts) = (
        words(form, "title"),
        words(form, "text"),
        words(form, "care"),
        words(form, "support"),
        words(form, "prompts"),
    );
    if title.is_empty() {
        form.reject("title_en", "wrong-required");
    }
    for (name, value, most) in [
        ("title_en", &title.en, 200),
        ("title_es", &title.es, 200),
        ("text_en", &text.en, LONGEST),
        ("text_es", &text.es, LONGEST),
    ] {
        if value.chars().count() > most {
            form.reject_with(name, "wrong-longer-than", most.to_string());
        }
    }
    let typed = words(form, "steps");
    let steps = if kind == "protocol" { protocols::steps(&typed) } else { Ok(Vec::new()) };
    if let Err((lang, fault)) = &steps {
        let field = format!("steps_{lang}");
        match fault {
            Fault::Line(n) => form.reject_with(&field, "wrong-step-line", n.to_string()),
            Fault::Long(n) => form.reject_with(&field, "wrong-step-long", n.to_string()),
            Fault::Hours => form.reject_with(&field, "wrong-steps-hours", LONGEST_MINUTES.to_string()),
            Fault::Many => form.reject_with(&field, "wrong-steps-many", MOST_STEPS.to_string()),
            Fault::Apart => form.reject(&field, "wrong-steps-apart"),
        }
    }
    let total = steps.unwrap_or_default().iter().map(|s| s.minutes).sum::<i64>();
    let minutes = if form.value("minutes").is_empty() { None } else { Some(form.number("minutes", 1..=240)) };
    for name in ["source_url", "recording_url"] {
        let link = form.value(name).to_owned();
        if !link.is_empty() && !weft_web::is_link(&link) {
            form.reject(name, "wrong-link");
        }
    }
    let tags = LISTS
        .iter()
        .flat_map(|list| {
            form.values(list)
                .filter(|v| !v.is_empty())
                .map(|v| ((*list).to_owned(), v.chars().take(120).collect::<String>()))
                .collect::<Vec<_>>()
        })
        .collect();
    Draft {
        // How long a protocol takes follows from its steps.
        minutes: match kind.as_str() {
            "protocol" => Some(total).filter(|m| *m > 0),
            "practice" | "module" => minutes,
            _ => None,
        },
        posture: if is_practice { posture } else { String::new() },
        eyes: if is_practice { eyes } else { String::new() },
        prompts: match kind.as_str() {
            "worksheet" => prompts,
            "protocol" => typed,
            _ => Words::default(),
        },
        list: if kind == "worksheet" { list } else { String::new() },
        kind,
        title,
        text,
        care,
        support,
        licence,
        tags,
        origin: form.value("origin").to_owned(),
        source_url: form.value("source_url").to_owned(),
        permission: form.value("permission").to_owned(),
        stays_inside: form.is_checked("stays_inside", "yes"),
        recording_url: form.value("recording_url").to_owned(),
        transcript: form.value("transcript").to_owned(),
    }
}

/// What kind of card it is to be, where a link says so.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    kind: String,
}

pub async fn new(
    State(kernel): State<Kernel>,
    May { permit: _, s }: May<rules::KeepLibrary>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let kind = KINDS.iter().find(|k| **k == asked.kind).unwrap_or(&KINDS[0]);
    let form = Form::of(&[("kind", kind), ("posture", "any"), ("eyes", "either")]);
    html(&page(&kernel, s, form, None).await?)
}

pub async fn make(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::KeepLibrary>,
    mut form: Form,
) -> Result<Response> {
    let draft = read(&mut form);
    if !form.is_accepted() {
        return unaccepted(&page(&kernel, s, form, None).await?);
    }
    let press = form.once(&kernel, s.actor_id(), &s.page, &s.season.path("library/{}"));
    let number = acts::make(&press, &permit, s.actor_id(), &draft).await?;
    Ok(see(&path(&s, number)))
}

pub async fn edit(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::KeepLibrary>,
    Path(at): Path<At>,
) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let c = card(&mut conn, permit.read(), &at).await?;
    let tags = store::tags(&mut conn, permit.read()).await?;
    drop(conn);
    html(&page(&kernel, s, filled(&c, &tags), Some(c.number)).await?)
}

pub async fn save(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::KeepLibrary>,
    Path(at): Path<At>,
    mut form: Form,
) -> Result<Response> {
    let c = card(&mut kernel.db.read().await?, permit.read(), &at).await?;
    let draft = read(&mut form);
    // What others read stays whole.
    if form.is_accepted() && c.published_at.is_some() {
        let as_card = Card {
            kind: draft.kind.clone(),
            text_en: draft.text.en.clone(),
            text_es: draft.text.es.clone(),
            minutes: draft.minutes,
            prompts_en: draft.prompts.en.clone(),
            prompts_es: draft.prompts.es.clone(),
            list: draft.list.clone(),
            origin: draft.origin.clone(),
            source_url: draft.source_url.clone(),
            licence: draft.licence.clone(),
            permission: draft.permission.clone(),
            recording_url: draft.recording_url.clone(),
            transcript: draft.transcript.clone(),
            title_en: draft.title.en.clone(),
            title_es: draft.title.es.clone(),
            ..c.clone()
        };
        for key in as_card.missing() {
            let field = match key {
                "card-missing-title" => "title_en",
                "card-missing-text" => "text_en",
                "card-missing-origin" => "origin",
                "card-missing-licence" => "licence",
                "card-missing-permission" => "permission",
                "card-missing-link" => "source_url",
                "card-missing-minutes" => "minutes",
                "card-missing-prompts" => "prompts_en",
                "card-missing-steps" => "steps_en",
                _ => "transcript",
            };
            form.reject(field, key);
        }
    }
    if form.is_accepted() {
        let seen = Time(form.value("seen").parse().unwrap_or(0));
        let to = path(&s, c.number);
        let press = form.once(&kernel, s.actor_id(), &s.page, &to);
        match acts::change(&press, &permit, s.actor_id(), c.number, seen, &draft).await? {
            Changed::Done => return Ok(see(&to)),
            Changed::Moved => {
                form.reject("title_en", "wrong-card-moved");
                form.set("seen", c.changed_at.0.to_string());
            }
        }
    }
    unaccepted(&page(&kernel, s, form, Some(c.number)).await?)
}
