//! Questions as the builder's page sends them, above all the answer on which they depend, and what is then answered.
//!
//! A file has three lines: `KIND PART`, the builder's fields, and an applicant's fields, both as browsers encode them.
#![no_main]

use weft_admission::call::model::{Answers, CallForm, Kind, Question, is_asked, shown};
use weft_admission::call::pages::{field, question};
use weft_admission::call::{checks, starter};
use weft_kernel::i18n::{Lang, Tr};
use weft_web::Form;

fn lines(text: &str) -> Option<(Kind, usize, Form, Form)> {
    let mut lines = text.splitn(3, '\n');
    let (kind, part) = lines.next()?.split_once(' ')?;
    let mut form = || Form::read(lines.next().unwrap_or_default().as_bytes()).ok();
    Some((Kind::parse(kind)?, part.parse().ok()?, form()?, form()?))
}

/// What the page took: shown again it is taken again, the same, and it can be met.
fn check(q: &Question, open: &CallForm, part: usize, answered: &Form) {
    let mut again = question::filled(q);
    assert_eq!(&question::read(&mut again, open, part, question::blank(q.kind)), q);
    assert!(again.is_accepted(), "{:?}", again.wrong);

    let mut form = open.clone();
    form.parts[part - 1].questions.push(q.clone());
    let kept = serde_json::to_string(&form).expect("text");
    assert_eq!(serde_json::from_str::<CallForm>(&kept).expect("a form"), form);

    let around = checks::Around { has_support: true, has_dates: true, has_decision_day: true, terms: &[] };
    assert!(checks::checklist(&form, &around).iter().all(|f| f.key != "check-condition"));
    checks::hurts(open, &form);
    checks::minutes(&form);

    let mut answers: Answers =
        form.questions().filter_map(|q| Some((q.id.clone(), field::given(answered, q)?))).collect();
    checks::missing(&form, &answers);
    for (q, values) in form.questions().filter_map(|q| Some((q, answers.get(&q.id)?))) {
        shown(Tr(Lang::En), q, values);
        field::Field::of(Tr(Lang::Es), q, values, &[]);
    }
    let Some(c) = &q.only_if else { return assert!(is_asked(&form, q, &answers)) };
    let earlier = form.question(&c.question).expect("a question of the form");
    answers.insert(c.question.clone(), vec![c.answer.clone()]);
    assert!(is_asked(&form, q, &answers));
    assert_eq!(checks::fault(earlier, &answers[&c.question]), None, "an answer that can be given");
    answers.remove(&c.question);
    assert!(!is_asked(&form, q, &answers));
}

libfuzzer_sys::fuzz_target!(|text: &str| {
    let Some((kind, part, mut web, answered)) = lines(text) else { return };
    let form = starter::form();
    // The page of a part that is not there is missing.
    if !(1..=form.parts.len()).contains(&part) {
        return;
    }
    let q = question::read(&mut web, &form, part, question::blank(kind));
    if web.is_accepted() {
        check(&q, &form, part, &answered);
    }
});
