//! One's own page: names, affiliations, what one says of oneself, where one is signed in, and what
//! was done with one's record.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;

use super::{LANGUAGE, SIGN_IN, set_cookie};
use crate::acts::{self, Ending};
use crate::model::{Affiliation, ContactPoint, IDENTITY_FIELDS, Person, SignIn};
use crate::needs::{self, Need};
use crate::shares::{self, OnPage};
use crate::{Actor, browser, digest, forms, photo, rules, store};
use weft_kernel::i18n::Lang;
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, events};
use weft_web::{Error, Form, Page, Result, html, local_path, see, unaccepted};

#[derive(Template)]
#[template(path = "templates/me.html")]
struct Me {
    page: Page,
    form: Form,
    self_form: Form,
    person: Person,
    contacts: Vec<ContactPoint>,
    affiliations: Vec<Affiliation>,
    needs: Vec<Need>,
    sign_ins: Vec<SignIn>,
    here: Id,
    /// The reader's own.
    zone: String,
    history: Vec<events::Recorded>,
    photo: Option<Id>,
    agrees_to_team: bool,
    shares: Vec<OnPage>,
    /// How often they hear of what waits for them.
    daily: digest::Choice,
}

impl Me {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "the template hands a reference over")]
    fn is_daily(&self, choice: &digest::Choice) -> bool {
        self.daily == *choice
    }

    /// What was done just now with a need.
    fn done(&self, need: &Need) -> Option<String> {
        super::needs::said(self.page.t, need, |what| self.page.is_after(&format!("need-{what}={}", need.id)))
    }

    fn browser(&self, one: &SignIn) -> String {
        browser::said(self.page.t, &one.agent)
    }

    fn is_need_removed(&self) -> bool {
        self.page.address.contains("?need-removed=")
    }
}

async fn load(kernel: &Kernel, page: Page, actor: &Actor) -> Result<Me> {
    let own = rules::own_record(actor);
    let mut conn = kernel.db.read().await?;
    let person = store::person(&mut conn, own.person()).await?.ok_or(Error::NotFound)?;
    let said = store::self_descriptions(&mut conn, &own).await?;
    let self_form = Form::of(&said.iter().map(|s| (s.field.as_str(), s.value.as_str())).collect::<Vec<_>>());
    Ok(Me {
        form: forms::of_person(&person),
        self_form,
        contacts: store::contacts(&mut conn, &own).await?,
        affiliations: store::affiliations(&mut conn, &own).await?,
        needs: needs::all(&mut conn, &own).await?,
        sign_ins: store::sign_ins(&mut conn, &own).await?,
        history: events::of_person(&mut conn, own.person(), 20).await?,
        photo: photo::of(&mut conn, own.person()).await?,
        agrees_to_team: photo::agrees_to_team(&mut conn, own.person()).await?,
        daily: digest::choice(&mut conn, own.person()).await?,
        shares: shares::of(&mut conn, &own, kernel.now()).await?,
        here: actor.sign_in_id.clone(),
        zone: actor.zone().to_owned(),
        person,
        page,
    })
}

/// The page with a form that was not accepted; the page's other forms are as they are stored.
pub async fn with_form(kernel: &Kernel, page: Page, actor: &Actor, mut form: Form) -> Result<impl Template> {
    let mut me = load(kernel, page, actor).await?;
    for (name, value) in me.form.fields().to_vec() {
        if form.value(&name).is_empty() {
            form.set(&name, value);
        }
    }
    me.form = form;
    Ok(me)
}

pub async fn show(State(kernel): State<Kernel>, page: Page, actor: Actor) -> Result<Response> {
    html(&load(&kernel, page, &actor).await?)
}

pub async fn save(State(kernel): State<Kernel>, page: Page, actor: Actor, mut form: Form) -> Result<Response> {
    let mut me = load(&kernel, page, &actor).await?;
    let changed = forms::person(&mut form, &me.person);
    if !form.is_accepted() {
        me.form = form;
        return unaccepted(&me);
    }
    let own = rules::own_record(&actor);
    let mut tx = kernel.db.begin().await?;
    store::update_person(&mut tx, &own, &changed).await?;
    record(&kernel, &mut tx, own.person(), "profile.changed").await?;
    tx.commit().await?;
    Ok(see("/me"))
}

async fn record(kernel: &Kernel, tx: &mut weft_kernel::db::Tx, person: &Id, verb: &'static str) -> Result<()> {
    let event = events::Event { actor: Some(person), verb, subject: person, season: None, detail: None };
    Ok(events::record(kernel, tx, event).await?)
}

pub async fn describe(State(kernel): State<Kernel>, actor: Actor, form: Form) -> Result<Response> {
    let mut tx = kernel.db.begin().await?;
    for field in IDENTITY_FIELDS {
        let value: String = form.value(field).chars().take(500).collect();
        store::set_self_description(&kernel, &mut tx, &actor.person_id, field, &value).await?;
    }
    record(&kernel, &mut tx, &actor.person_id, "self-description.changed").await?;
    tx.commit().await?;
    Ok(see("/me#self"))
}

/// How often they want to hear of what waits for them.
pub async fn daily_email(State(kernel): State<Kernel>, actor: Actor, form: Form) -> Result<Response> {
    let choice = digest::Choice::parse(form.value("digest")).ok_or(Error::BadRequest)?;
    digest::choose(&kernel, rules::own_record(&actor).person(), choice).await?;
    Ok(see("/me#daily-email"))
}

pub async fn add_affiliation(
    State(kernel): State<Kernel>,
    page: Page,
    actor: Actor,
    mut form: Form,
) -> Result<Response> {
    let organization = form.required("organization");
    let title = form.required("title");
    let since = form.optional("since").filter(|s| s.parse::<jiff::civil::Date>().is_ok());
    if !form.is_accepted() {
        return unaccepted(&with_form(&kernel, page, &actor, form).await?);
    }
    let mut tx = form.once(&kernel, Some(&actor.person_id), &page, "/me#affiliations").begin_once().await?;
    store::insert_affiliation(&kernel, &mut tx, &actor.person_id, &organization, &title, since).await?;
    record(&kernel, &mut tx, &actor.person_id, "affiliation.added").await?;
    tx.commit().await?;
    Ok(see("/me#affiliations"))
}

pub async fn end_affiliation(State(kernel): State<Kernel>, actor: Actor, Path(id): Path<String>) -> Result<Response> {
    let own = rules::own_record(&actor);
    let id = Id::parse(&id).ok_or(Error::NotFound)?;
    let mut tx = kernel.db.begin().await?;
    let day = kernel.now().date_in(actor.zone()).to_string();
    if store::end_affiliation(&mut tx, &own, &id, &day).await? == 0 {
        return Err(Error::NotFound);
    }
    record(&kernel, &mut tx, &actor.person_id, "affiliation.ended").await?;
    tx.commit().await?;
    Ok(see("/me#affiliations"))
}

pub async fn end_sign_in(State(kernel): State<Kernel>, actor: Actor, Path(id): Path<String>) -> Result<Response> {
    let id = Id::parse(&id).ok_or(Error::NotFound)?;
    match acts::end(&kernel, &rules::own_record(&actor), &id).await? {
        Ending::Ended => Ok(see("/me#sign-ins")),
        Ending::Over => Err(Error::NotFound),
    }
}

/// Signing out twice, or without being signed in, leads to the same place.
pub async fn sign_out(State(kernel): State<Kernel>, actor: Option<Actor>) -> Result<Response> {
    if let Some(actor) = actor {
        acts::end(&kernel, &rules::own_record(&actor), &actor.sign_in_id).await?;
    }
    let mut response = see("/");
    set_cookie(&kernel, &mut response, SIGN_IN, "", 0);
    response.headers_mut().insert("clear-site-data", HeaderValue::from_static("\"cache\""));
    Ok(response)
}

/// Switches the language, for this browser and for the person's record, and goes back.
pub async fn language(
    State(kernel): State<Kernel>,
    actor: Option<Actor>,
    _: HeaderMap,
    form: Form,
) -> Result<Response> {
    let lang = Lang::parse(form.value("lang")).ok_or(Error::BadRequest)?;
    let mut response = see(local_path(form.value("back")));
    choose_language(&kernel, actor.as_ref(), &mut response, lang).await?;
    Ok(response)
}

/// Keeps the language that someone chose: with their record, and in this browser.
pub async fn choose_language(
    kernel: &Kernel,
    actor: Option<&Actor>,
    response: &mut Response,
    lang: Lang,
) -> Result<()> {
    if let Some(actor) = actor {
        let mut tx = kernel.db.begin().await?;
        store::set_language(&mut tx, &actor.person_id, lang.tag()).await?;
        tx.commit().await?;
    }
    set_cookie(kernel, response, LANGUAGE, lang.tag(), 31_536_000);
    Ok(())
}
