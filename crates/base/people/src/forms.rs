//! The form of one's own page.

use super::model::Person;
use weft_kernel::i18n::Lang;
use weft_web::Form;

pub fn of_person(p: &Person) -> Form {
    Form::of(&[
        ("given_name", &p.given_name),
        ("family_name", &p.family_name),
        ("display_name", &p.display_name),
        ("pronunciation", p.pronunciation.as_deref().unwrap_or_default()),
        ("pronouns", p.pronouns.as_deref().unwrap_or_default()),
        ("language", &p.language),
        ("bio", p.bio.as_deref().unwrap_or_default()),
        ("is_listed", if p.is_listed { "yes" } else { "" }),
    ])
}

/// The person as the form would have her.
pub fn person(form: &mut Form, was: &Person) -> Person {
    let lang = Lang::parse(form.value("language"));
    if lang.is_none() {
        form.reject("language", "wrong-choice");
    }
    // Some people have one name.
    if form.value("given_name").is_empty() && form.value("family_name").is_empty() {
        form.reject("given_name", "wrong-name-missing");
    }
    Person {
        id: was.id.clone(),
        given_name: form.value("given_name").to_owned(),
        family_name: form.value("family_name").to_owned(),
        display_name: form.required("display_name"),
        pronunciation: form.optional("pronunciation"),
        pronouns: form.optional("pronouns"),
        language: lang.unwrap_or_default().tag().to_owned(),
        bio: form.optional("bio"),
        is_listed: form.is_checked("is_listed", "yes"),
    }
}
