//! Signing in by password and second factor, for people whose roles open others' records.

use askama::Template;
use axum::Extension;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::Response;

use super::{ClientAddress, Next, STEP, WAS, address, agent, cookie, off_for, remember_next, set_cookie, signed_in};
use crate::Actor;
use crate::acts::{self, Checked, SecondStep, Typed};
use crate::model::norm_email;
use weft_kernel::Kernel;
use weft_web::qr::Squares;
use weft_web::{Form, Page, Result, html, local_path, see, unaccepted};

#[derive(Template)]
#[template(path = "templates/password.html")]
struct Ask {
    page: Page,
    form: Form,
}

#[derive(Template)]
#[template(path = "templates/second_factor.html")]
struct Second {
    page: Page,
    form: Form,
    /// The secret for an authenticator app, on the first time.
    enrol: Option<Enrol>,
}

/// A new secret as an app takes it: by camera, by a link on the same phone, or typed.
struct Enrol {
    code: Squares,
    link: String,
    /// In groups of four.
    key: Vec<String>,
}

impl Enrol {
    fn of(kernel: &Kernel, base32: &str) -> Result<Self> {
        // Which site it is for, so that someone with two of them knows; the name of the account is nobody else's to
        // read.
        let site = kernel.config.base_url.split("://").last().unwrap_or_default().replace(':', "%3A");
        let link = format!("otpauth://totp/Weft:{site}?secret={base32}&issuer=Weft");
        let key = base32.as_bytes().chunks(4).map(|four| String::from_utf8_lossy(four).into_owned()).collect();
        Ok(Self { code: Squares::of(&link)?, link, key })
    }
}

pub async fn ask(page: Page, Query(next): Query<Next>) -> Result<Response> {
    html(&Ask { page, form: Form::of(&[("next", local_path(&next.next))]) })
}

pub async fn check(
    State(kernel): State<Kernel>,
    page: Page,
    actor: Option<Actor>,
    headers: HeaderMap,
    client: Option<Extension<ClientAddress>>,
    mut form: Form,
) -> Result<Response> {
    let email = form.email("email");
    let password = form.required("password");
    if !form.is_accepted() {
        return unaccepted(&Ask { page, form });
    }
    acts::throttle(
        &kernel,
        "password",
        &norm_email(&email),
        &address(client.as_ref()),
        cookie(&kernel, &headers, WAS).unwrap_or_default(),
    )
    .await?;
    let wrong = match acts::check_password(&kernel, &email, &password, actor.as_ref()).await? {
        Checked::Step(step) => {
            let mut response = to_second_step(&kernel, &step);
            remember_next(&kernel, &headers, &mut response, form.value("next"));
            return Ok(response);
        }
        Checked::Wrong => "wrong-password",
        Checked::FactorLost => "wrong-factor-lost",
    };
    form.reject("password", wrong);
    unaccepted(&Ask { page, form })
}

/// On to the second factor, with the cookie that carries the step.
pub fn to_second_step(kernel: &Kernel, step: &str) -> Response {
    let mut response = see("/sign-in/second-factor");
    set_cookie(kernel, &mut response, STEP, step, 600);
    response
}

/// The page of a step with a form, or nothing when there is no such step any more.
async fn load(kernel: &Kernel, page: Page, form: Form, step: &str) -> Result<Option<Second>> {
    let enrol = match acts::at_step(kernel, step).await? {
        SecondStep::None => return Ok(None),
        SecondStep::Digits => None,
        SecondStep::Enrol(secret) => Some(Enrol::of(kernel, &secret)?),
    };
    Ok(Some(Second { page, form, enrol }))
}

pub async fn second(State(kernel): State<Kernel>, page: Page, headers: HeaderMap) -> Result<Response> {
    let step = cookie(&kernel, &headers, STEP).unwrap_or_default();
    match load(&kernel, page, Form::default(), step).await? {
        Some(second) => html(&second),
        None => Ok(see("/sign-in/password")),
    }
}

pub async fn check_second(
    State(kernel): State<Kernel>,
    page: Page,
    headers: HeaderMap,
    mut form: Form,
) -> Result<Response> {
    let step = cookie(&kernel, &headers, STEP).unwrap_or_default().to_owned();
    let code = form.required("code");
    if form.is_accepted() {
        match acts::sign_in_by_totp(&kernel, &step, &code, &agent(&headers)).await? {
            Typed::Right(token) => return Ok(signed_in(&kernel, &headers, &token)),
            Typed::Off(until) => form.reject_with("code", "wrong-totp-off", off_for(&kernel, page.t, until)),
            Typed::Wrong | Typed::Lost => form.reject("code", "wrong-totp"),
        }
    }
    match load(&kernel, page, form, &step).await? {
        Some(second) => unaccepted(&second),
        None => Ok(see("/sign-in/password")),
    }
}
