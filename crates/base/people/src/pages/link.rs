//! Signing in by a link or six digits sent to one's address. GET never signs in: mail scanners
//! follow links, people press buttons.

use askama::Template;
use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::Response;

use super::{BROWSER, ClientAddress, Next, WAS, address, agent, cookie, off_for, remember_next, set_cookie, signed_in};
use crate::acts::{self, Typed};
use crate::model::norm_email;
use weft_kernel::{Kernel, secret};
use weft_web::{Error, Form, Page, Result, html, local_path, see, unaccepted};

#[derive(Template)]
#[template(path = "templates/sign_in.html")]
struct Ask {
    page: Page,
    form: Form,
    /// Whether the site can send a link at all.
    has_mail: bool,
}

#[derive(Template)]
#[template(path = "templates/link_sent.html")]
struct Sent {
    page: Page,
    form: Form,
    /// For how long codes are off, if they are.
    off: Option<String>,
    has_mail: bool,
}

impl Sent {
    fn title(&self) -> &'static str {
        if self.has_mail { "link-sent" } else { "link-no-mail" }
    }
}

#[derive(Template)]
#[template(path = "templates/link_button.html")]
struct Button {
    page: Page,
    token: String,
    is_refused: bool,
}

pub async fn ask(State(kernel): State<Kernel>, page: Page, Query(next): Query<Next>) -> Result<Response> {
    html(&Ask { page, form: Form::of(&[("next", local_path(&next.next))]), has_mail: super::has_mail(&kernel) })
}

pub async fn send(
    State(kernel): State<Kernel>,
    page: Page,
    headers: HeaderMap,
    client: Option<Extension<ClientAddress>>,
    mut form: Form,
) -> Result<Response> {
    let email = form.email("email");
    if !form.is_accepted() {
        return unaccepted(&Ask { page, form, has_mail: super::has_mail(&kernel) });
    }
    acts::throttle(
        &kernel,
        "link",
        &norm_email(&email),
        &address(client.as_ref()),
        cookie(&kernel, &headers, WAS).unwrap_or_default(),
    )
    .await?;
    let known = cookie(&kernel, &headers, BROWSER).filter(|b| matches!(b.len(), 32 | 40)).map(str::to_owned);
    let press = form.once(&kernel, None, &page, "/sign-in/sent");
    // Pressed twice in a new browser, both answers bring the same cookie: the link works only with the one it was asked
    // with.
    let browser = known.or_else(|| press.once.token("browser")).unwrap_or_else(|| secret::token(&kernel.rng));
    match acts::ask_for_link(&press, &email, &browser, page.t.0).await {
        Ok(()) | Err(Error::Again(_)) => {}
        Err(e) => return Err(e),
    }
    let mut response = see("/sign-in/sent");
    set_cookie(&kernel, &mut response, BROWSER, &browser, 3_600);
    remember_next(&kernel, &headers, &mut response, form.value("next"));
    Ok(response)
}

pub async fn sent(State(kernel): State<Kernel>, page: Page, headers: HeaderMap) -> Result<Response> {
    let until = match cookie(&kernel, &headers, BROWSER) {
        Some(browser) => acts::codes_off(&mut kernel.db.read().await?, browser, kernel.now()).await?,
        None => None,
    };
    let off = until.map(|until| off_for(&kernel, page.t, until));
    html(&Sent { page, form: Form::default(), off, has_mail: super::has_mail(&kernel) })
}

pub async fn code(
    State(kernel): State<Kernel>,
    page: Page,
    headers: HeaderMap,
    client: Option<Extension<ClientAddress>>,
    mut form: Form,
) -> Result<Response> {
    let browser = cookie(&kernel, &headers, BROWSER).unwrap_or_default().to_owned();
    let has_mail = super::has_mail(&kernel);
    let code = form.required("code");
    // Without the cookie of the browser that asked, no code can be right and none is tried.
    if !browser.is_empty() {
        acts::throttle(&kernel, "code", &browser, &address(client.as_ref()), "").await?;
    }
    let typed = if form.is_accepted() {
        acts::sign_in_by_code(&kernel, &code, &browser, &agent(&headers), page.t.0).await?
    } else {
        Typed::Wrong
    };
    match typed {
        Typed::Right(token) => return Ok(signed_in(&kernel, &headers, &token)),
        Typed::Off(until) => {
            let off = Some(off_for(&kernel, page.t, until));
            return unaccepted(&Sent { page, form, off, has_mail });
        }
        Typed::Wrong | Typed::Lost => form.reject("code", "wrong-code"),
    }
    unaccepted(&Sent { page, form, off: None, has_mail })
}

pub async fn button(page: Page, Path(token): Path<String>) -> Result<Response> {
    html(&Button { page, token, is_refused: false })
}

pub async fn follow(
    State(kernel): State<Kernel>,
    page: Page,
    headers: HeaderMap,
    Path(token): Path<String>,
) -> Result<Response> {
    let browser = cookie(&kernel, &headers, BROWSER).unwrap_or_default();
    match acts::sign_in_by_link(&kernel, &token, browser, &agent(&headers), page.t.0).await? {
        Some(cookie) => Ok(signed_in(&kernel, &headers, &cookie)),
        None => unaccepted(&Button { page, token, is_refused: true }),
    }
}
