//! What can be said of a form before anyone answers it, and of an answer before it is sent.

use weft_kernel::number::{self, Said};

use super::model::{Answers, CallForm, Kind, Offered, Question, Words, is_asked};
use super::starter;

/// Something that keeps a call from being published, or that its makers should know: a key of the reader's language,
/// and the thing it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub key: &'static str,
    pub about: String,
    pub stops: bool,
    /// Where it is mended, below the season's path; empty where no one place is.
    pub at: String,
}

/// What the checklist looks at besides the form.
pub struct Around<'a> {
    pub has_support: bool,
    pub has_dates: bool,
    pub has_decision_day: bool,
    /// Someone is named who reads what people need to take part.
    pub has_access_reader: bool,
    pub terms: &'a [String],
    /// What else applicants read that stands in one language alone.
    pub one_sided: &'a [&'a str],
    /// Later stages that have forms.
    pub stages: &'a [i64],
}

/// Whether a question can be asked in a later stage: what it is answered with joins the answers, or goes where only the
/// person concerned decides. Fields of the application are asked when people apply.
pub fn may_be_later(q: &Question) -> bool {
    use crate::applications::mapping::{ANSWER, store_of};
    q.goes_to == ANSWER || matches!(store_of(&q.goes_to), "store-identity" | "store-access")
}

/// Words that are marked with a star, as in `place-based*`: the call promises to say what they mean.
fn starred(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    for word in text.split_whitespace() {
        let word = word.trim_matches(|c: char| !(c.is_alphanumeric() || c == '*' || c == '-'));
        if let Some(term) = word.strip_suffix('*').filter(|t| t.chars().any(char::is_alphabetic)) {
            out.push(term.to_lowercase());
        }
    }
    out
}

/// What a text still leaves in square brackets for its makers to fill in.
fn bracketed(text: &str) -> Option<String> {
    let (_, rest) = text.split_once('[')?;
    let inside = rest.split_once(']').map_or(rest, |(inside, _)| inside);
    Some(format!("[{}]", inside.chars().take(60).collect::<String>()))
}

/// The publish checklist: what is missing, the grave first.
pub fn checklist(form: &CallForm, around: &Around<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    let mut find = |stops: bool, key: &'static str, about: &str, at: &str| {
        out.push(Finding { key, about: about.to_owned(), stops, at: at.to_owned() });
    };
    let of = |q: &Question| format!("call/questions/{}", q.id);
    if !around.has_support {
        find(true, "check-support", "", "");
    }
    if !around.has_dates {
        find(true, "check-dates", "", "call#dates");
    }
    let mut applying = form.parts.iter().filter(|p| p.stage == 1).flat_map(|p| &p.questions);
    if !applying.any(|q| q.goes_to == "email" && q.is_required && q.only_if.is_none()) {
        find(true, "check-email", "", "call#parts");
    }
    for (i, part) in form.parts.iter().enumerate() {
        let part_at = format!("call#part-{}", i + 1);
        if part.questions.is_empty() {
            find(true, "check-empty-part", &part.title.en, &part_at);
        }
        if part.stage > 1 && !around.stages.contains(&part.stage) {
            find(true, "check-stage", &part.title.en, &part_at);
        }
        for q in part.questions.iter().filter(|q| part.stage > 1 && !may_be_later(q)) {
            find(true, "check-later", q.name(), &of(q));
        }
    }
    for q in form.questions() {
        if q.kind.has_options() && q.options.len() < 2 {
            find(true, "check-options", q.name(), &of(q));
        }
        if let Some(c) = &q.only_if {
            let (mine, theirs) = (form.place(&q.id), form.place(&c.question));
            let is_offered = form.question(&c.question).is_some_and(|o| o.options.iter().any(|o| o.id == c.answer));
            let stage = |place: Option<(usize, usize)>| place.map(|(part, _)| form.parts[part].stage);
            if theirs.is_none_or(|t| mine.is_none_or(|m| t.0 >= m.0)) || stage(mine) != stage(theirs) {
                find(true, "check-condition", q.name(), &of(q));
            } else if !is_offered {
                find(true, "check-condition-answer", q.name(), &of(q));
            }
        }
    }
    if !around.has_decision_day {
        find(false, "check-decision", "", "call#dates");
    }
    if !around.has_access_reader && form.questions().any(|q| q.goes_to == "access_needs") {
        find(false, "check-access", "", "");
    }
    if form.rubric.is_empty() {
        find(false, "check-rubric", "", "call#texts");
    }
    // Whoever publishes should know that questions they did not write become public.
    if !form.fit.is_empty() && form.fit == starter::form().fit {
        find(false, "check-fit", "", "call/fit");
    }
    let texts = || {
        let of_question = |q: &'_ Question| {
            [q.label.clone(), q.help.clone(), q.why.clone()]
                .into_iter()
                .chain(q.options.iter().map(|o| o.words.clone()))
                .collect::<Vec<Words>>()
        };
        let of_parts = form.parts.iter().flat_map(move |p| {
            [p.title.clone(), p.lead.clone()]
                .into_iter()
                .chain(p.questions.iter().flat_map(of_question))
                .collect::<Vec<_>>()
        });
        let of_fit = form.fit.iter().flat_map(|q| {
            std::iter::once(q.label.clone()).chain(q.fits.clone()).chain(q.misfits.clone()).collect::<Vec<_>>()
        });
        [form.intro.clone(), form.rubric.clone(), form.elsewhere.clone()].into_iter().chain(of_fit).chain(of_parts)
    };
    for text in texts().flat_map(|w| [bracketed(&w.en), bracketed(&w.es)]).flatten().collect::<Vec<_>>() {
        find(true, "check-bracket", &text, "call#texts");
    }
    let mut undefined: Vec<String> =
        texts().flat_map(|w| [starred(&w.en), starred(&w.es)].concat()).filter(|t| !around.terms.contains(t)).collect();
    undefined.sort();
    undefined.dedup();
    for term in undefined {
        find(false, "check-term", &term, "");
    }
    let one_sided =
        texts().filter(|w| w.en.is_empty() != w.es.is_empty()).map(|w| if w.en.is_empty() { w.es } else { w.en });
    for text in one_sided.chain(around.one_sided.iter().map(|t| (*t).to_owned())) {
        find(false, "check-language", &text.chars().take(60).collect::<String>(), "");
    }
    for w in texts().filter(|w| grade(&w.en).is_some_and(|g| g > 12.0)) {
        find(false, "check-plain", &w.en.chars().take(60).collect::<String>(), "");
    }
    for q in form.questions().filter(|q| {
        q.goes_to == "answer"
            && q.audience == super::model::Audience::Reviewers
            && q.why.is_empty()
            && q.kind == Kind::Long
    }) {
        find(false, "check-why", q.name(), &of(q));
    }
    out.sort_by_key(|f| !f.stops);
    out
}

/// The school grade an English text asks for (Kincaid and others, 1975), with syllables counted by groups of vowels.
/// `None` for texts too short to say.
pub fn grade(text: &str) -> Option<f64> {
    let words: Vec<&str> = text.split_whitespace().filter(|w| w.chars().any(char::is_alphabetic)).collect();
    if words.len() < 20 {
        return None;
    }
    let sentences = text.split(['.', '!', '?', ':']).filter(|s| s.chars().any(char::is_alphabetic)).count().max(1);
    let syllables: usize = words
        .iter()
        .map(|w| {
            let w = w.to_lowercase();
            let is_vowel = |c: char| "aeiouyáéíóú".contains(c);
            let groups = w
                .chars()
                .zip(std::iter::once(' ').chain(w.chars()))
                .filter(|(c, before)| is_vowel(*c) && !is_vowel(*before))
                .count();
            groups.saturating_sub(usize::from(w.ends_with('e') && groups > 1)).max(1)
        })
        .sum();
    Some(0.39 * words.len() as f64 / sentences as f64 + 11.8 * syllables as f64 / words.len() as f64 - 15.59)
}

/// Minutes a person needs: one or half of one for quick questions, twenty words a minute in a long one and half of that
/// where it may stay empty; rounded up to five.
pub fn minutes(form: &CallForm) -> u32 {
    let each = |q: &Question| match q.kind {
        Kind::Long => f64::from(q.max_words.unwrap_or(250)) / if q.is_required { 20.0 } else { 40.0 },
        Kind::Short | Kind::Choices | Kind::Place | Kind::Ranking => 1.0,
        _ => 0.5,
    };
    let sum: f64 = form.questions().map(each).sum();
    ((sum / 5.0).ceil() as u32).max(1) * 5
}

/// Changes of an open form that would hurt people who are answering it: each with the question it is about.
pub fn hurts(open: &CallForm, new: &CallForm) -> Vec<(&'static str, String)> {
    let mut out = Vec::new();
    for old in open.questions() {
        let name = old.name().to_owned();
        let Some(q) = new.question(&old.id) else {
            out.push(("hurt-removed", name));
            continue;
        };
        if q.kind != old.kind {
            out.push(("hurt-kind", name.clone()));
        }
        let now = |o: &Offered| q.options.iter().find(|n| n.id == o.id);
        if old.options.iter().any(|o| now(o).is_none()) {
            out.push(("hurt-option", name.clone()));
        }
        // What pools are counted by is kept in words.
        let is_fact = q.goes_to != crate::applications::mapping::ANSWER;
        if is_fact && old.options.iter().any(|o| now(o).is_some_and(|n| n.en != o.en)) {
            out.push(("hurt-renamed", name.clone()));
        }
        if q.is_required && !old.is_required {
            out.push(("hurt-required", name.clone()));
        }
        if q.max_words.is_some_and(|n| old.max_words.is_none_or(|o| n < o)) {
            out.push(("hurt-shorter", name.clone()));
        }
        if q.min > old.min || q.max.is_some_and(|n| old.max.is_none_or(|o| n < o)) {
            out.push(("hurt-range", name.clone()));
        }
        // What was written for few must not be shown to more.
        if (q.audience as u8) < (old.audience as u8) || q.goes_to != old.goes_to {
            out.push(("hurt-audience", name.clone()));
        }
        if q.own_words != old.own_words && old.own_words {
            out.push(("hurt-option", name));
        }
    }
    out.extend(
        new.questions()
            .filter(|q| q.is_required && open.question(&q.id).is_none())
            .map(|q| ("hurt-required", q.name().to_owned())),
    );
    out
}

pub fn word_count(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Years that a date of somebody's life or work can have.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2100;

/// What is wrong with what stands in an answer, as a key and what it speaks of. Empty answers are never wrong here.
pub fn fault(q: &Question, values: &[String]) -> Option<(&'static str, String)> {
    let first = values.first().map_or("", String::as_str);
    if values.iter().all(String::is_empty) {
        return None;
    }
    let (least, greatest) = q.ends();
    match q.kind {
        Kind::Short | Kind::Long => {
            let most = q.max_words.map_or(usize::MAX, |m| m as usize);
            let words = word_count(first);
            (words > most).then(|| ("fault-words", format!("{words} / {most}")))
        }
        Kind::Number => {
            let fits = |v: f64| v >= least as f64 && v <= greatest as f64;
            match number::read(first) {
                Said::Is(n) if fits(n) => None,
                Said::Either(n, other) if fits(n) && fits(other) => {
                    Some(("wrong-number-either", format!("{n} / {other}")))
                }
                Said::Either(n, other) if fits(n) || fits(other) => None,
                _ => Some(match q.max {
                    Some(greatest) => ("wrong-decimal", format!("{least}–{greatest}")),
                    None => ("wrong-decimal-from", least.to_string()),
                }),
            }
        }
        Kind::Scale => {
            let fits = first.parse::<i64>().is_ok_and(|v| (least..=greatest).contains(&v));
            (!fits).then(|| ("wrong-choice", String::new()))
        }
        Kind::Date => match first.parse::<jiff::civil::Date>() {
            Ok(day) if YEARS.contains(&day.year()) => None,
            Ok(day) => Some(("wrong-date-year", day.year().to_string())),
            Err(_) => Some(("wrong-date", String::new())),
        },
        Kind::Email => (!weft_web::form::is_email(first)).then(|| ("wrong-email", String::new())),
        Kind::Choice | Kind::Choices => {
            if q.kind == Kind::Choice && values.iter().filter(|v| !v.is_empty()).count() > 1 {
                return Some(("wrong-choice-or-own", String::new()));
            }
            let is_known = |v: &String| q.own_words || q.options.iter().any(|o| o.id == *v);
            (!values.iter().all(is_known)).then(|| ("wrong-choice", String::new()))
        }
        Kind::Ranking => {
            let mut seen = std::collections::BTreeSet::new();
            let whole = values.len() == q.options.len()
                && values.iter().all(|v| q.options.iter().any(|o| o.id == *v) && seen.insert(v));
            (!whole).then(|| ("fault-ranking", String::new()))
        }
        Kind::Place if !first.is_empty() && values.get(1).is_none_or(String::is_empty) => {
            Some(("wrong-place-state", String::new()))
        }
        Kind::Place | Kind::Statement | Kind::File | Kind::Recording => None,
    }
}

/// Whether a name question may stay empty, because the form asks for the other name too and that one was given: some
/// people have a single name.
fn is_other_name_there(form: &CallForm, q: &Question, answers: &Answers) -> bool {
    let other = match q.goes_to.as_str() {
        "first_name" => "last_name",
        "last_name" => "first_name",
        _ => return false,
    };
    let mut others = form.questions().filter(|o| o.goes_to == other && is_asked(form, o, answers));
    others.any(|o| answers.get(&o.id).is_some_and(|v| v.iter().any(|v| !v.trim().is_empty())))
}

/// What keeps an application from being sent: question, key, what it speaks of.
pub fn missing(form: &CallForm, answers: &Answers) -> Vec<(String, &'static str, String)> {
    let none = Vec::new();
    form.questions()
        .filter(|q| is_asked(form, q, answers))
        .filter_map(|q| {
            let values = answers.get(&q.id).unwrap_or(&none);
            if values.iter().all(String::is_empty) {
                if q.is_required && is_other_name_there(form, q, answers) {
                    return None;
                }
                let key = if q.kind == Kind::Statement { "fault-statement" } else { "wrong-required" };
                return q.is_required.then(|| (q.id.clone(), key, String::new()));
            }
            fault(q, values).map(|(key, arg)| (q.id.clone(), key, arg))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ready() -> Around<'static> {
        Around {
            has_support: true,
            has_dates: true,
            has_decision_day: true,
            has_access_reader: true,
            terms: &[],
            one_sided: &[],
            stages: &[2],
        }
    }

    #[test]
    fn the_form_to_begin_with_can_be_published() {
        let form = starter::form();
        let (fit, found): (Vec<Finding>, Vec<Finding>) =
            checklist(&form, &ready()).into_iter().partition(|f| f.key == "check-fit");
        assert!(fit.len() == 1 && !fit[0].stops, "questions that nobody wrote become public");
        assert!(found.iter().all(|f| f.key == "check-term"), "{found:?}");
        assert_eq!(
            found.iter().map(|f| f.about.as_str()).collect::<Vec<_>>(),
            ["backbone", "place-based"],
            "the two words it marks"
        );
        assert!(hurts(&form, &form).is_empty() && minutes(&form) >= 20);
    }

    #[test]
    fn a_date_has_a_year_of_four_digits_and_a_place_its_state() {
        let mut q = starter::form().questions().find(|q| q.kind == Kind::Place).expect("a place").clone();
        let of = |q: &Question, values: &[&str]| {
            fault(q, &values.iter().map(|v| (*v).to_owned()).collect::<Vec<_>>()).map(|(key, _)| key)
        };
        assert_eq!(of(&q, &["Saltmeadow", ""]), Some("wrong-place-state"));
        assert_eq!(of(&q, &["Saltmeadow", "Maine"]), None);
        q.kind = Kind::Date;
        assert_eq!(of(&q, &["0202-01-01"]), Some("wrong-date-year"));
        assert_eq!(of(&q, &["2028-01-01"]), None);
    }

    #[test]
    fn a_form_that_asks_what_people_need_wants_someone_who_reads_it() {
        let found = |has_access_reader| {
            let around = Around { has_access_reader, ..ready() };
            checklist(&starter::form(), &around).into_iter().any(|f| f.key == "check-access" && !f.stops)
        };
        assert!(found(false) && !found(true));
    }

    #[test]
    fn what_is_left_in_brackets_keeps_a_call_from_being_published() {
        let mut form = starter::form();
        form.rubric.en = "[How many] people read each application.".into();
        form.parts[0].questions[0].help.es = "Como en [su ejemplo]".into();
        let found: Vec<(bool, String)> = checklist(&form, &ready())
            .into_iter()
            .filter(|f| f.key == "check-bracket")
            .map(|f| (f.stops, f.about))
            .collect();
        assert_eq!(found, [(true, "[How many]".to_owned()), (true, "[su ejemplo]".to_owned())]);
    }

    #[test]
    fn what_would_hurt_those_who_are_answering_is_found() {
        let open = starter::form();
        let change = |f: fn(&mut CallForm)| {
            let mut new = open.clone();
            f(&mut new);
            hurts(&open, &new).into_iter().map(|(k, _)| k).collect::<Vec<_>>()
        };
        let last = |f: &CallForm| f.parts.len() - 1;
        assert_eq!(change(|f| drop(f.parts[0].questions.remove(0))), ["hurt-removed"]);
        assert_eq!(change(|f| f.parts[2].questions[0].max_words = Some(3)), ["hurt-shorter"]);
        assert_eq!(change(|f| f.parts[0].questions[0].kind = Kind::Date), ["hurt-kind"]);
        let aggregate = change(|f| {
            let q = f
                .parts
                .iter_mut()
                .flat_map(|p| &mut p.questions)
                .find(|q| q.audience == super::super::model::Audience::Aggregate)
                .expect("one");
            q.audience = super::super::model::Audience::Reviewers;
        });
        assert_eq!(aggregate, ["hurt-audience"]);
        let mut longer = open.clone();
        let at = last(&longer);
        longer.parts[at].questions.push(Question {
            id: "new".into(),
            is_required: false,
            ..open.parts[0].questions[0].clone()
        });
        assert!(hurts(&open, &longer).is_empty(), "a question more that nobody must answer hurts nobody");
    }

    #[test]
    fn long_sentences_of_long_words_are_noticed() {
        let plain = "Tell us about your work. What do you do each day? Who do you do it with? Say it as you would to a \
            friend.";
        let heavy = "Please articulate the organizational infrastructure and collaborative methodologies that \
            characterize your institutional participation in multisectoral community transformation initiatives \
            throughout the implementation period.";
        assert!(
            grade(plain).is_some_and(|g| g < 6.0)
                && grade(heavy).is_some_and(|g| g > 14.0)
                && grade("Your name").is_none()
        );
    }

    proptest! {
        #[test]
        fn no_answer_makes_a_check_fail(texts in prop::collection::vec("\\PC{0,40}", 0..4)) {
            for q in starter::form().questions() {
                let _ = fault(q, &texts);
            }
        }

        #[test]
        fn an_application_is_complete_when_nothing_is_missing(skip in 0_usize..40) {
            let form = starter::form();
            let mut answers = Answers::new();
            for q in form.questions() {
                let value = match q.kind {
                    Kind::Email => "a@example.org".into(),
                    Kind::Number => "3".into(),
                    Kind::Date => "2026-01-01".into(),
                    Kind::Choice | Kind::Choices => q.options[0].id.clone(),
                    _ => "yes".to_owned(),
                };
                // A place has a town and a state.
                let state = (q.kind == Kind::Place).then(|| "Maine".to_owned());
                answers.insert(q.id.clone(), [value].into_iter().chain(state).collect());
            }
            prop_assert!(missing(&form, &answers).is_empty());
            // Of two names one is enough.
            let names = ["first_name", "last_name"];
            let required: Vec<&Question> = form
                .questions()
                .filter(|q| q.is_required && q.only_if.is_none() && !names.contains(&q.goes_to.as_str()))
                .collect();
            let q = required[skip % required.len()];
            answers.remove(&q.id);
            let asked = missing(&form, &answers).into_iter().map(|(id, ..)| id).collect::<Vec<_>>();
            prop_assert_eq!(asked, vec![q.id.clone()]);
            for named in form.questions().filter(|q| names.contains(&q.goes_to.as_str())) {
                answers.remove(&named.id);
            }
            let asked = missing(&form, &answers).into_iter().map(|(id, ..)| id).collect::<Vec<_>>();
            prop_assert!(asked.contains(&"given-name".to_owned()), "{:?}", asked);
        }
    }
}
