//! Who someone is as a coach: certificate, languages, approach, and how many people they take.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use jiff::civil::Date;

use crate::coaching::model::{LONGEST, Profile};
use crate::coaching::rules::Coaching;
use crate::coaching::{acts, store};
use weft_kernel::Kernel;
use weft_kernel::ids::Id;
use weft_people::photo;
use weft_programs::{InSeason, May};
use weft_web::{Form, Page, Result, html, see, unaccepted};

/// Longest line, in characters.
const LINE: usize = 120;

#[derive(Template)]
#[template(path = "coaching/templates/profile.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    /// Their photo, to show what members would see.
    photo: Option<Id>,
}

fn filled(p: &Profile) -> Form {
    let yes = |is: bool| if is { "yes" } else { "" };
    Form::of(&[
        ("certified_by", &p.certified_by),
        ("level", &p.level),
        ("number", &p.number),
        ("expires_on", p.expires_on.as_deref().unwrap_or_default()),
        ("speaks_en", yes(p.speaks_en)),
        ("speaks_es", yes(p.speaks_es)),
        ("languages", &p.languages),
        ("approach", &p.approach),
        ("most", &p.most.to_string()),
        ("shows_photo", yes(p.shows_photo)),
    ])
}

fn read(form: &mut Form) -> Profile {
    let text = |form: &Form, name: &str| form.value(name).replace("\r\n", "\n").trim().to_owned();
    let p = Profile {
        certified_by: text(form, "certified_by"),
        level: text(form, "level"),
        number: text(form, "number"),
        expires_on: form.optional("expires_on"),
        speaks_en: form.is_checked("speaks_en", "yes"),
        speaks_es: form.is_checked("speaks_es", "yes"),
        languages: text(form, "languages"),
        approach: text(form, "approach"),
        most: form.number("most", 0..=40),
        shows_photo: form.is_checked("shows_photo", "yes"),
    };
    for (name, value, most) in [
        ("certified_by", &p.certified_by, LINE),
        ("level", &p.level, LINE),
        ("number", &p.number, LINE),
        ("languages", &p.languages, LINE),
        ("approach", &p.approach, LONGEST),
    ] {
        if value.chars().count() > most {
            form.reject_with(name, "wrong-longer-than", most.to_string());
        }
    }
    // As days are compared and shown.
    let day = p.expires_on.as_ref().and_then(|d| d.parse::<Date>().ok());
    let day = day.filter(|d| (1900..=2200).contains(&d.year()));
    if p.expires_on.is_some() && day.is_none() {
        form.reject("expires_on", "wrong-date");
    }
    let p = Profile { expires_on: day.map(|d| d.to_string()), ..p };
    if p.certified_by.is_empty()
        && (!form.value("expires_on").is_empty() || !p.level.is_empty() || !p.number.is_empty())
    {
        form.reject("certified_by", "wrong-coaching-body");
    }
    if !p.speaks_en && !p.speaks_es && p.languages.is_empty() {
        form.reject("languages", "wrong-coaching-language");
    }
    p
}

pub async fn show(State(kernel): State<Kernel>, May { permit, s }: May<Coaching>) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let profile = store::profile(&mut conn, &permit).await?;
    let photo = photo::of(&mut conn, permit.person()).await?;
    let form = profile.map_or_else(|| Form::of(&[("most", "6"), ("speaks_en", "yes")]), |p| filled(&p));
    html(&Show { page: s.page.clone(), s, form, photo })
}

pub async fn save(State(kernel): State<Kernel>, May { permit, s }: May<Coaching>, mut form: Form) -> Result<Response> {
    let profile = read(&mut form);
    if !form.is_accepted() {
        let photo = photo::of(&mut kernel.db.read().await?, permit.person()).await?;
        return unaccepted(&Show { page: s.page.clone(), s, form, photo });
    }
    acts::introduce(&kernel, &permit, &profile).await?;
    Ok(see(&s.season.path("coaching")))
}
