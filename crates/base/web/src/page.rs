//! The frame around a page: language, who is signed in, the places of the rail, the support contact.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use super::{Error, assets};
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::rng::Rng;
use weft_kernel::secret;

/// A place in the rail.
#[derive(Clone, Debug)]
pub struct Place {
    pub path: String,
    pub label: String,
    pub is_here: bool,
}

/// Whom to ask, in the same spot on every page.
#[derive(Clone, Debug, Default)]
pub struct Support {
    pub name: String,
    pub email: String,
    pub phone: Option<String>,
}

/// Whose pages these are, in place of the site's own name and look.
#[derive(Clone, Debug, Default)]
pub struct Look {
    /// The program's.
    pub name: String,
    /// Its public page.
    pub home: String,
    pub logo: Option<Logo>,
    /// Its style sheet.
    pub style: Option<String>,
    /// Its postal address, in lines.
    pub postal: String,
}

/// A picture with the size it is shown at, in pixels of the page.
#[derive(Clone, Debug)]
pub struct Logo {
    pub path: String,
    pub width: i64,
    pub height: i64,
}

/// What a link to a page shows where it is shared: on chats, mails and boards.
#[derive(Clone, Debug)]
pub struct Sharing {
    /// The page's full address.
    pub url: String,
    pub title: String,
    pub text: String,
    /// A picture's full address.
    pub image: Option<String>,
}

/// Made by the app's middleware for every request and handed to templates as `page`.
#[derive(Clone, Debug)]
pub struct Page {
    pub t: Tr,
    pub path: String,
    /// Path and query of this request.
    pub address: String,
    /// Where keys of forms come from.
    pub keys: Option<Rng>,
    /// Where the language switch leads back to: path and query.
    pub back: String,
    /// Whether a page was asked for: one that signing in can lead back to.
    pub is_get: bool,
    /// The signed-in person's name.
    pub person: Option<String>,
    pub is_demo: bool,
    /// Whether emails are kept here instead of being sent, for whoever can do something about it.
    pub keeps_email: bool,
    /// Whether emails reach people: a mail server is set, or this is the demo, which tells of its own.
    pub has_mail: bool,
    pub support: Support,
    pub rail: Vec<Place>,
    pub rail_label: String,
    /// Whether the rail is the four places of someone who takes part: on a phone it keeps to the bottom.
    pub is_bar: bool,
    /// Pages that belong together with this one.
    pub tabs: Vec<Place>,
    /// The one of them that this page is part of, with what stands below it.
    pub below: Vec<Place>,
    /// The line at the top right: which program, which season.
    pub crumb: String,
    /// The program whose page this is, if it is one's.
    pub look: Option<Look>,
    pub is_embed: bool,
    pub credit: String,
    pub disclaimer: String,
    /// The zone to tell times in that are of no season: the reader's own, or the usual one.
    pub zone: String,
    pub sharing: Option<Sharing>,
    /// What the act did that led here, in words; empty when none did.
    pub done: String,
}

impl Page {
    pub fn new(lang: Lang, path: String) -> Self {
        Self {
            t: Tr(lang),
            back: path.clone(),
            is_get: false,
            address: path.clone(),
            keys: None,
            path,
            person: None,
            is_demo: false,
            keeps_email: false,
            has_mail: true,
            support: Support::default(),
            rail: Vec::new(),
            rail_label: String::new(),
            is_bar: false,
            tabs: Vec::new(),
            below: Vec::new(),
            crumb: String::new(),
            look: None,
            is_embed: false,
            credit: String::new(),
            disclaimer: String::new(),
            zone: weft_kernel::zone::USUAL_ZONE.to_owned(),
            sharing: None,
            done: String::new(),
        }
    }

    /// Whether an act led here that says so in the address, as `?sent=1`.
    pub fn is_after(&self, what: &str) -> bool {
        self.address.split_once('?').is_some_and(|(_, query)| query.split('&').any(|part| part == what))
    }

    /// A page of signing in that leads back to this one, where this is one.
    pub fn sign_in(&self, page: &str) -> String {
        super::with_next(page, if self.is_get { &self.back } else { "/" })
    }

    /// Says what a link to this page shows where it is shared, with the program's logo. `base` is the site's address.
    /// The star of a word that the page explains, as in `place-based*`, is left out.
    pub fn share(&mut self, base: &str, title: &str, text: &str) {
        const MOST: usize = 200;
        let mut short: String = text.split_whitespace().map(without_star).collect::<Vec<_>>().join(" ");
        if short.chars().count() > MOST {
            short = short.chars().take(MOST).collect();
            let end = short.rfind(' ').unwrap_or(short.len());
            short.truncate(end);
            short.push('…');
        }
        let logo = self.look.as_ref().and_then(|look| look.logo.as_ref());
        self.sharing = Some(Sharing {
            url: format!("{base}{}", self.path),
            title: title.to_owned(),
            text: short,
            image: logo.map(|logo| format!("{base}{}", logo.path)),
        });
    }

    pub fn asset(&self, file: &str) -> String {
        format!("/assets/{}/{file}", assets::version())
    }

    /// A new key for a form that makes something; see [`once`](weft_kernel::once).
    pub fn form_key(&self) -> String {
        self.keys.as_ref().map(secret::token).unwrap_or_default()
    }

    pub fn lang(&self) -> &'static str {
        self.t.0.tag()
    }

    pub fn other(&self) -> Lang {
        self.t.0.other()
    }
}

/// A word without the star behind it: `place-based*,` is `place-based,`.
fn without_star(word: &str) -> String {
    let mut before = ' ';
    let is_kept = |c: &char| {
        let is_star = *c == '*' && before.is_alphabetic();
        before = *c;
        !is_star
    };
    word.chars().filter(is_kept).collect()
}

impl<S: Send + Sync> FromRequestParts<S> for Page {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Error> {
        parts.extensions.get::<Self>().cloned().ok_or_else(|| Error::Internal("a route outside the frame".into()))
    }
}
