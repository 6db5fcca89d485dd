//! One question of the form: its words in both languages, how it is answered, who reads the answer.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;

use super::builder::words;
use crate::applications::mapping;
use crate::call::model::{Audience, Call, CallForm, Condition, Kind, Offered, Question, Words, renamed, rewritten};
use crate::call::{acts, checks, rules, store};
use weft_kernel::Kernel;
use weft_kernel::i18n::Lang;
use weft_kernel::ids::Id;
use weft_kernel::plain::slug;
use weft_programs::{InSeason, May};
use weft_web::meanwhile::Shared;
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "call/templates/question.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    id: String,
    part: usize,
    kind: Kind,
    targets: Vec<(String, String)>,
    conditions: Vec<(String, String)>,
    /// Choices that seem to be called something else now: how they were called, and how they are.
    renames: Vec<String>,
    /// Someone removed the question while this page was open.
    is_removed: bool,
}

impl Show {
    /// What can be said of choices that seem to be renamed.
    fn said_of_renames(&self) -> Vec<(String, String)> {
        let keys = [("", "choose"), ("yes", "renamed-yes"), ("no", "renamed-no")];
        keys.map(|(value, key)| (value.to_owned(), self.page.t.t(key))).into()
    }

    /// What an empty end stands for.
    fn least_hint(&self) -> String {
        self.page.t.a("question-least", "n", blank(self.kind).ends().0)
    }

    fn greatest_hint(&self) -> String {
        if self.kind == Kind::Scale {
            self.page.t.a("question-least", "n", blank(self.kind).ends().1)
        } else {
            self.page.t.t("question-no-limit")
        }
    }
}

#[derive(Deserialize)]
pub struct At {
    id: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct New {
    part: usize,
    kind: String,
}

const NEW: &str = "new";

/// A question's fields, for two who edit it at once.
const SHARED: Shared<'_> = Shared {
    mark: "shown",
    fields: &[
        ("label_en", ""),
        ("label_es", ""),
        ("help_en", ""),
        ("help_es", ""),
        ("why_en", ""),
        ("why_es", ""),
        ("options_en", ""),
        ("options_es", ""),
        ("own_words", ""),
        ("is_required", ""),
        ("max_words", ""),
        ("min", ""),
        ("max", ""),
        ("audience", ""),
        ("goes_to", ""),
        ("only_if", ""),
    ],
    lists: &[],
};

/// Typed fields an answer can go to, by what kinds of question can fill them.
fn targets(kind: Kind) -> Vec<&'static str> {
    let fits = |target: &str| match kind {
        Kind::Place => target == "place",
        Kind::Email => target == "email",
        Kind::Number => matches!(target, "years_in_role" | "years_in_field"),
        Kind::Choices => matches!(target, "other_issue_areas"),
        Kind::Choice => !matches!(
            target,
            "email" | "years_in_role" | "years_in_field" | "first_name" | "last_name" | "phone" | "other_issue_areas"
        ),
        Kind::Short | Kind::Long => {
            !matches!(target, "email" | "years_in_role" | "years_in_field" | "health_focus" | "other_issue_areas")
        }
        _ => false,
    };
    let own = [
        "application_id",
        "submitted_at",
        "language",
        "late_reason",
        "eligibility",
        "priority",
        "answer_format",
        "city",
        "state",
        // A form asks for the two names.
        "full_name",
        "leave-out",
    ];
    let known = mapping::targets().chain(["place"]).filter(|t| *t != mapping::ANSWER && !own.contains(t) && fits(t));
    std::iter::once(mapping::ANSWER).chain(known).collect()
}

fn target_words(s: &InSeason, target: &str) -> String {
    if target == mapping::ANSWER { s.page.t.t("goes-to-answer") } else { target.replace('_', " ") }
}

/// The fields of the page for a question as it stands.
pub fn filled(q: &Question) -> Form {
    let options =
        |lang: fn(&Words) -> &String| q.options.iter().map(|o| lang(&o.words).as_str()).collect::<Vec<_>>().join("\n");
    let number = |n: Option<i64>| n.map_or_else(String::new, |n| n.to_string());
    Form::of(&[
        ("label_en", &q.label.en),
        ("label_es", &q.label.es),
        ("help_en", &q.help.en),
        ("help_es", &q.help.es),
        ("why_en", &q.why.en),
        ("why_es", &q.why.es),
        ("options_en", &options(|o| &o.en)),
        ("options_es", &options(|o| &o.es)),
        ("own_words", if q.own_words { "yes" } else { "" }),
        ("is_required", if q.is_required { "yes" } else { "" }),
        ("max_words", &q.max_words.map_or_else(String::new, |n| n.to_string())),
        ("min", &number(q.min)),
        ("max", &number(q.max)),
        ("audience", q.audience.name()),
        ("goes_to", &q.goes_to),
        ("only_if", &q.only_if.as_ref().map_or_else(String::new, Condition::to_string)),
    ])
}

/// Answers of earlier parts that a question of a part, counted from 1, may depend on; each with its question.
fn offered(form: &CallForm, part: usize) -> impl Iterator<Item = (&Question, &Offered)> {
    let stage = form.parts.get(part.saturating_sub(1)).map_or(1, |p| p.stage);
    let earlier = form.parts.iter().take(part.saturating_sub(1)).filter(move |p| p.stage == stage);
    let earlier = earlier.flat_map(|p| &p.questions);
    earlier
        .filter(|q| matches!(q.kind, Kind::Choice | Kind::Choices))
        .flat_map(|q| q.options.iter().map(move |o| (q, o)))
}

fn conditions(s: &InSeason, form: &CallForm, part: usize) -> Vec<(String, String)> {
    let t = s.page.t;
    let words = |(q, o): (&Question, &Offered)| {
        let value = Condition { question: q.id.clone(), answer: o.id.clone() }.to_string();
        (value, t.a2("only-if-answer", "question", q.label.of(t.0).to_owned(), "answer", o.of(t.0).to_owned()))
    };
    std::iter::once((String::new(), t.t("only-if-always"))).chain(offered(form, part).map(words)).collect()
}

/// A question that nobody has written yet.
pub fn blank(kind: Kind) -> Question {
    Question {
        id: NEW.into(),
        kind,
        label: Words::default(),
        help: Words::default(),
        why: Words::default(),
        options: Vec::new(),
        own_words: false,
        max_words: (kind == Kind::Long).then_some(250),
        min: (kind == Kind::Scale).then_some(1),
        max: (kind == Kind::Scale).then_some(5),
        is_required: false,
        audience: Audience::default(),
        goes_to: if kind == Kind::Place { "place".into() } else { mapping::ANSWER.into() },
        only_if: None,
    }
}

/// The question of the address, or a new one of the kind and part that were asked for.
fn found(form: &CallForm, id: &str, new: &New) -> Result<(usize, Question)> {
    if id != NEW {
        let (part, at) = form.place(id).ok_or(Error::NotFound)?;
        return Ok((part + 1, form.parts[part].questions[at].clone()));
    }
    let kind = Kind::parse(&new.kind).ok_or(Error::NotFound)?;
    new.part.checked_sub(1).filter(|i| *i < form.parts.len()).ok_or(Error::NotFound)?;
    Ok((new.part, blank(kind)))
}

/// The same for what was typed: also a question that was removed meanwhile, as it was and where it stood.
fn found_or_removed(form: &CallForm, id: &str, new: &New) -> Result<(usize, Question)> {
    let removed = form.removed.iter().rev().find(|r| r.question.id == id && form.place(id).is_none());
    let Some(removed) = removed else { return found(form, id, new) };
    Ok((removed.part.min(form.parts.len().saturating_sub(1)) + 1, removed.question.clone()))
}

fn page(s: InSeason, form: &CallForm, part: usize, q: &Question, web: Form) -> Show {
    let lang = s.page.t.0;
    let before = form.question(&q.id).map_or(&[][..], |old| &old.options);
    let is_removed = q.id != NEW && form.place(&q.id).is_none();
    Show {
        renames: renamed(before, &q.options)
            .map(|(_, was, is)| {
                // In the reader's language, or in English where only that has changed.
                let lang = if was.of(lang) == is.of(lang) { Lang::En } else { lang };
                format!("{} → {}", was.of(lang), is.of(lang))
            })
            .collect(),
        page: s.page.clone(),
        targets: targets(q.kind).into_iter().map(|target| (target.to_owned(), target_words(&s, target))).collect(),
        conditions: conditions(&s, form, part),
        form: web,
        id: q.id.clone(),
        part,
        kind: q.kind,
        is_removed,
        s,
    }
}

async fn call(kernel: &Kernel, s: &InSeason) -> Result<Call> {
    store::call(&mut kernel.db.read().await?, &s.season.id).await?.ok_or(Error::NotFound)
}

async fn edited(kernel: &Kernel, s: &InSeason) -> Result<CallForm> {
    Ok(call(kernel, s).await?.edited())
}

/// Whether a question's choices seem to be renamed where something rests on them: answers, once the form was published,
/// or questions that depend on one. A different choice in the same place looks just like that, so it is asked.
fn must_say(call: &Call, form: &CallForm, q: &Question) -> bool {
    let Some(before) = form.question(&q.id) else { return false };
    let rests = |id: &str| {
        let is_it = |c: &Condition| c.question == q.id && c.answer == id;
        call.published_version.is_some() || form.questions().any(|o| o.only_if.as_ref().is_some_and(is_it))
    };
    renamed(&before.options, &q.options).any(|(id, ..)| rests(id))
}

pub async fn show(
    State(kernel): State<Kernel>,
    May { permit: _, s }: May<rules::MakeCall>,
    Path(at): Path<At>,
    Query(new): Query<New>,
) -> Result<Response> {
    let form = edited(&kernel, &s).await?;
    let (part, q) = found(&form, &at.id, &new)?;
    let mut web = filled(&q);
    SHARED.put(&mut web);
    html(&page(s, &form, part, &q, web))
}

/// Reads the question as the page sent it; what is wrong is said at its field.
pub fn read(web: &mut Form, form: &CallForm, part: usize, mut q: Question) -> Question {
    web.required(if q.label.en.is_empty() && !web.value("label_es").is_empty() { "label_es" } else { "label_en" });
    (q.label, q.help, q.why) = (words(web, "label"), words(web, "help"), words(web, "why"));
    q.is_required = web.is_checked("is_required", "yes");
    q.own_words = q.kind.has_options() && q.kind != Kind::Ranking && web.is_checked("own_words", "yes");
    if q.kind.has_options() {
        let lines = |name: &str| {
            web.value(name).lines().map(|l| l.trim().to_owned()).filter(|l| !l.is_empty()).collect::<Vec<_>>()
        };
        let (en, es) = (lines("options_en"), lines("options_es"));
        let mut seen = std::collections::BTreeSet::new();
        if let Some(twice) = en.iter().find(|o| !seen.insert(o.as_str())).cloned() {
            web.reject_with("options_en", "fault-option-twice", twice);
        } else if en.len() < 2 {
            web.reject("options_en", "fault-options");
        } else if !es.is_empty() && es.len() != en.len() {
            web.reject_with("options_es", "fault-options-es", format!("{} / {}", es.len(), en.len()));
        }
        let lines = en.into_iter().zip(es.into_iter().chain(std::iter::repeat(String::new())));
        let lines = lines.map(|(en, es)| Words { en, es }).collect();
        q.options = rewritten(&q.options, lines, web.value("renamed") != "no");
    }
    if matches!(q.kind, Kind::Short | Kind::Long) {
        q.max_words =
            if web.value("max_words").is_empty() { None } else { Some(web.number("max_words", 1..=3_000) as u32) };
    }
    if matches!(q.kind, Kind::Number | Kind::Scale) {
        let end = |web: &mut Form, name: &str| {
            if web.value(name).is_empty() { None } else { Some(web.number(name, -1_000_000..=1_000_000)) }
        };
        (q.min, q.max) = (end(web, "min"), end(web, "max"));
        let (least, greatest) = q.ends();
        if greatest <= least {
            web.reject("max", "fault-ends");
        } else if q.kind == Kind::Scale && greatest - least > 10 {
            web.reject("max", "fault-scale");
        }
    }
    match Audience::parse(web.value("audience")) {
        Some(a) => q.audience = a,
        None => web.reject("audience", "wrong-choice"),
    }
    if targets(q.kind).contains(&web.value("goes_to")) {
        web.value("goes_to").clone_into(&mut q.goes_to);
        if q.goes_to != mapping::ANSWER && form.questions().any(|o| o.goes_to == q.goes_to && o.id != q.id) {
            web.reject("goes_to", "fault-target-twice");
        }
    } else {
        web.reject("goes_to", "wrong-choice");
    }
    if form.parts.get(part - 1).is_some_and(|p| p.stage > 1) && !checks::may_be_later(&q) {
        web.reject("goes_to", "fault-target-later");
    }
    if mapping::store_of(&q.goes_to) == "store-identity" {
        q.audience = Audience::Aggregate;
    } else if q.audience == Audience::Aggregate && q.goes_to != mapping::ANSWER {
        // A field of the application is read beside a name.
        web.reject("audience", "fault-audience-field");
    }
    let wanted = web.value("only_if");
    q.only_if = Condition::parse(wanted);
    let is_offered = |c: &Condition| offered(form, part).any(|(o, answer)| o.id == c.question && answer.id == c.answer);
    if !wanted.is_empty() && !q.only_if.as_ref().is_some_and(is_offered) {
        web.reject("only_if", "wrong-choice");
    }
    q
}

pub async fn save(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::MakeCall>,
    Path(at): Path<At>,
    Query(new): Query<New>,
    mut web: Form,
) -> Result<Response> {
    let call = call(&kernel, &s).await?;
    let form = call.edited();
    let (part, q) = found_or_removed(&form, &at.id, &new)?;
    let also = if q.id == NEW { Vec::new() } else { SHARED.merge(&mut web, &filled(&q)) };
    let mut q = read(&mut web, &form, part, q);
    if must_say(&call, &form, &q) && web.value("renamed") != "yes" {
        web.reject("renamed", "wrong-renamed");
    }
    let puts_back = web.is_checked("put_back", "yes");
    let is_removed = q.id != NEW && form.place(&q.id).is_none();
    if !web.is_accepted() || (is_removed && !puts_back) {
        return unaccepted(&page(s, &form, part, &q, web));
    }
    if q.id == NEW {
        let stem = slug(if q.label.en.is_empty() { &q.label.es } else { &q.label.en });
        let random = Id::to_string(&kernel.id());
        q.id = format!(
            "{}-{}",
            stem.chars().take(24).collect::<String>().trim_end_matches('-'),
            &random[random.len() - 5..]
        );
    }
    let kept = if also.is_empty() { "" } else { "?kept=question" };
    let to = format!("{}{kept}#part-{part}", s.season.path("call"));
    let mut is_gone = false;
    acts::change(&web.once(&kernel, s.actor_id(), &s.page, &to), &permit, s.actor_id(), |f| {
        if puts_back {
            f.put_back(&q.id);
        }
        match f.place(&q.id) {
            Some((p, i)) => {
                f.parts[p].questions[i] = q.clone();
                true
            }
            None if at.id == NEW => f.parts.get_mut(part - 1).map(|p| p.questions.push(q.clone())).is_some(),
            None => {
                is_gone = true;
                false
            }
        }
    })
    .await?;
    if is_gone {
        // Removed between reading and saving.
        let form = edited(&kernel, &s).await?;
        return unaccepted(&page(s, &form, part, &q, web));
    }
    Ok(see(&to))
}

/// Moves a question up or down, over the edge into the next part, or removes it.
pub async fn place(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::MakeCall>,
    Path(at): Path<At>,
    web: Form,
) -> Result<Response> {
    let act = web.value("act").to_owned();
    let part = edited(&kernel, &s).await?.place(&at.id).map_or(0, |(part, _)| part + 1);
    // What was moved is where the page opens again.
    let to = match act.as_str() {
        "remove" => format!("{}?removed={}#part-{part}", s.season.path("call"), at.id),
        _ => format!("{}#row-{}", s.season.path("call"), at.id),
    };
    acts::change(&web.once(&kernel, s.actor_id(), &s.page, &to), &permit, s.actor_id(), |f| {
        match act.as_str() {
            "remove" => return f.remove(&at.id),
            "back" => return f.put_back(&at.id),
            _ => {}
        }
        let Some((p, i)) = f.place(&at.id) else { return false };
        match act.as_str() {
            "up" if i > 0 => f.parts[p].questions.swap(i, i - 1),
            "up" if p > 0 => {
                let q = f.parts[p].questions.remove(i);
                f.parts[p - 1].questions.push(q);
            }
            "down" if i + 1 < f.parts[p].questions.len() => f.parts[p].questions.swap(i, i + 1),
            "down" if p + 1 < f.parts.len() => {
                let q = f.parts[p].questions.remove(i);
                f.parts[p + 1].questions.insert(0, q);
            }
            // By drag: into a part, before another question or at its end.
            "to" => {
                let Some(part) = web.value("part").parse::<usize>().ok().and_then(|n| n.checked_sub(1)) else {
                    return false;
                };
                if part >= f.parts.len() || web.value("before") == at.id {
                    return false;
                }
                let q = f.parts[p].questions.remove(i);
                let questions = &mut f.parts[part].questions;
                let before = questions.iter().position(|o| o.id == web.value("before")).unwrap_or(questions.len());
                questions.insert(before, q);
            }
            _ => return false,
        }
        true
    })
    .await?;
    Ok(see(&to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::call::starter;

    #[test]
    fn a_question_depends_only_on_an_answer_that_is_offered() {
        let form = starter::form();
        let sent = |only_if: &str| {
            let mut web = Form::of(&[
                ("label_en", "Why?"),
                ("audience", "reviewers"),
                ("goes_to", "answer"),
                ("only_if", only_if),
            ]);
            let q = read(&mut web, &form, 3, blank(Kind::Short));
            (web.is_accepted(), q)
        };
        let (is_taken, q) = sent("health-focus=yes");
        assert!(is_taken && q.only_if.is_some());
        assert!(sent("").0);
        // An answer that nobody can give, a question without choices, none at all, one of the same part.
        for wrong in [
            "health-focus=perhaps",
            "health-focus=",
            "email=a@example.org",
            "nothing=yes",
            "health-focus",
            "what-you-hold=yes",
        ] {
            assert!(!sent(wrong).0, "{wrong}");
        }
        // Ends that are left empty are the ones that the page names.
        for (kind, min, max, ends, fault) in [
            (Kind::Scale, "", "", (1, 5), None),
            (Kind::Scale, "0", "", (0, 5), None),
            (Kind::Scale, "5", "", (5, 5), Some("fault-ends")),
            (Kind::Scale, "", "20", (1, 20), Some("fault-scale")),
            (Kind::Number, "", "", (0, i64::MAX), None),
            (Kind::Number, "10", "2", (10, 2), Some("fault-ends")),
        ] {
            let mut web = Form::of(&[
                ("label_en", "How much?"),
                ("audience", "reviewers"),
                ("goes_to", "answer"),
                ("min", min),
                ("max", max),
            ]);
            let q = read(&mut web, &form, 3, blank(kind));
            assert_eq!((q.ends(), web.wrong.first().map(|w| w.key)), (ends, fault), "{kind:?} {min} {max}");
        }
        let mut again = filled(&q);
        assert_eq!(read(&mut again, &form, 3, blank(Kind::Short)), q);
    }
}
