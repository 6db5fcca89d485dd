//! Forms: what was typed is kept, what is wrong is said beside the field and in a summary on top.

use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};

use super::{Error, Page, Result};
use weft_kernel::i18n::Tr;
use weft_kernel::ids::Id;
use weft_kernel::once::{self, Kept, Once};
use weft_kernel::{Kernel, address, secret};

/// What is wrong with a field, as a key of the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    pub field: String,
    pub key: &'static str,
    pub arg: String,
}

/// The fields of a submitted form, in order, and what is wrong with them. `Form::default()` is an empty one.
#[derive(Clone, Debug, Default)]
pub struct Form {
    fields: Vec<(String, String)>,
    pub wrong: Vec<Wrong>,
}

/// Where a form leaves what was typed, for a page that says that it could not be saved. An extension of the request.
#[derive(Clone, Debug, Default)]
pub struct Slate(Arc<Mutex<Vec<(String, String)>>>);

impl Slate {
    fn write(&self, fields: &[(String, String)]) {
        fields.clone_into(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// The same, for a form that was read apart.
    pub fn take(&self, form: &Form) {
        self.write(&form.fields);
    }

    /// What was typed into a form at `action`, to be sent again as it was. Nothing when there was none, or when a
    /// secret is in it.
    pub fn kept(&self, action: &str) -> Option<Box<Kept>> {
        let mut fields = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        fields.retain(|(n, _)| n != once::FIELD && n != PROOF);
        let is_secret = fields.iter().any(|(n, _)| SECRETS.contains(&n.as_str()));
        (!fields.is_empty() && !is_secret).then(|| Box::new(Kept { action: action.to_owned(), fields }))
    }
}

/// Fields that no page repeats.
const SECRETS: [&str; 2] = ["password", "code"];

/// The field for the second factor, which a form brings along the second time only.
pub const PROOF: &str = "proof";

/// Most fields a form may have.
const MOST_FIELDS: usize = 4_000;

/// Longest text a single field may hold, in characters.
const LONGEST: usize = 20_000;

/// Longest name, in characters.
const LONGEST_NAME: usize = 120;

impl Form {
    pub fn of(fields: &[(&str, &str)]) -> Self {
        let fields = fields.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
        Self { fields, wrong: Vec::new() }
    }

    /// Reads what a browser sends.
    pub fn read(body: &[u8]) -> Result<Self> {
        let fields: Vec<(String, String)> = serde_urlencoded::from_bytes(body).map_err(|_| Error::BadRequest)?;
        if fields.len() > MOST_FIELDS {
            return Err(Error::TooLarge);
        }
        if fields.iter().any(|(n, v)| n.contains('\0') || v.contains('\0')) {
            return Err(Error::BadRequest);
        }
        Ok(Self { fields, wrong: Vec::new() })
    }

    /// The text of a field, trimmed; empty when it was not sent.
    pub fn value(&self, name: &str) -> &str {
        self.fields.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v.trim())
    }

    pub fn values<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f str> {
        self.fields.iter().filter(move |(n, _)| n == name).map(|(_, v)| v.trim())
    }

    pub fn fields(&self) -> &[(String, String)] {
        &self.fields
    }

    pub fn is_checked(&self, name: &str, value: &str) -> bool {
        self.values(name).any(|v| v == value)
    }

    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.fields.retain(|(n, _)| n != name);
        self.fields.push((name.to_owned(), value.into()));
    }

    /// One more value of a field that may have several.
    pub fn add(&mut self, name: &str, value: impl Into<String>) {
        self.fields.push((name.to_owned(), value.into()));
    }

    pub fn reject(&mut self, field: &str, key: &'static str) {
        self.reject_with(field, key, String::new());
    }

    pub fn reject_with(&mut self, field: &str, key: &'static str, arg: String) {
        if !self.is_wrong(field) {
            self.wrong.push(Wrong { field: field.to_owned(), key, arg });
        }
    }

    pub fn is_wrong(&self, field: &str) -> bool {
        self.wrong.iter().any(|w| w.field == field)
    }

    pub fn is_accepted(&self) -> bool {
        self.wrong.is_empty()
    }

    pub fn message(&self, t: &Tr, field: &str) -> String {
        self.wrong.iter().find(|w| w.field == field).map_or_else(String::new, |w| w.text(t))
    }

    /// A field that must be filled.
    pub fn required(&mut self, name: &str) -> String {
        let value = self.value(name).to_owned();
        if value.is_empty() {
            self.reject(name, "wrong-required");
        } else if value.chars().count() > LONGEST {
            self.reject(name, "wrong-too-long");
        }
        value
    }

    /// The name of a program, a season or a person: at most 120 characters, something of which can be seen. Marks that
    /// turn the direction of text would turn what stands behind the name too, and are left out.
    pub fn name(&mut self, field: &str) -> String {
        let turns = |c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        let typed: String = self.value(field).chars().filter(|c| !turns(*c)).collect();
        let name = typed.trim().to_owned();
        if name.chars().all(|c| c.is_whitespace() || address::is_invisible(c)) {
            self.reject(field, "wrong-required");
        } else if name.chars().count() > LONGEST_NAME {
            self.reject(field, "wrong-name-long");
        }
        self.set(field, name.clone());
        name
    }

    /// Given and family name. One of the two is enough: some people have a single name, and type it in either field.
    pub fn names(&mut self) -> (String, String) {
        let (given, family) = (self.value("given_name").to_owned(), self.value("family_name").to_owned());
        if given.is_empty() && family.is_empty() {
            self.reject("given_name", "wrong-name");
        }
        for (field, name) in [("given_name", &given), ("family_name", &family)] {
            if name.chars().count() > LONGEST_NAME {
                self.reject(field, "wrong-name-long");
            }
        }
        (given, family)
    }

    pub fn optional(&mut self, name: &str) -> Option<String> {
        let value = self.value(name).to_owned();
        (!value.is_empty()).then_some(value)
    }

    /// The kernel for the act that answers this form. Pressed again, the act stops and the answer is as the first time:
    /// on to `to`, where `{}` stands for what [`Kernel::made`] names. `who` is the person signed in, if any. What `to`
    /// holds must not be secret.
    pub fn once(&self, kernel: &Kernel, who: Option<&Id>, page: &Page, to: &str) -> Kernel {
        let fields: Vec<(String, String)> =
            self.fields.iter().filter(|(n, _)| n != once::FIELD && n != PROOF).cloned().collect();
        let digest = secret::hash(&serde_json::to_string(&fields).unwrap_or_default());
        let kept = Kept { action: page.address.clone(), fields };
        kernel.once(Once::new(self.value(once::FIELD), who, kept, &digest, to))
    }

    /// The same for a file with a form's key beside it. Another file is another wish.
    pub fn once_with_file(
        key: &str,
        content: &[u8],
        kernel: &Kernel,
        who: Option<&Id>,
        page: &Page,
        to: &str,
    ) -> Kernel {
        if key.is_empty() {
            return kernel.clone();
        }
        let digest = secret::hash_bytes(content);
        let kept = Kept { action: page.address.clone(), fields: Vec::new() };
        kernel.once(Once::new(&format!("{key}:{digest}"), who, kept, &digest, to))
    }

    /// An email address, in the form mail servers take.
    pub fn email(&mut self, name: &str) -> String {
        let value = self.required(name);
        let address = address::read(&value);
        if address.is_none() && !value.is_empty() {
            self.reject(name, "wrong-email");
        }
        address.unwrap_or(value)
    }

    /// A whole number in a range.
    pub fn number(&mut self, name: &str, range: std::ops::RangeInclusive<i64>) -> i64 {
        match self.value(name).parse() {
            Ok(n) if range.contains(&n) => n,
            _ => {
                self.reject_with(name, "wrong-number", format!("{}–{}", range.start(), range.end()));
                *range.start()
            }
        }
    }

    /// A calendar day, `YYYY-MM-DD`.
    pub fn date(&mut self, name: &str) -> String {
        let value = self.required(name);
        if !value.is_empty() && value.parse::<jiff::civil::Date>().is_err() {
            self.reject(name, "wrong-date");
        }
        value
    }
}

/// Fields for which there is a sentence of their own when they are empty.
const NAMED: [&str; 4] = ["email", "password", "code", "name"];

impl Wrong {
    pub fn text(&self, t: &Tr) -> String {
        match self.own() {
            Some("email") => t.t("wrong-required-email"),
            Some("password") => t.t("wrong-required-password"),
            Some("code") => t.t("wrong-required-code"),
            Some("name") => t.t("wrong-required-name"),
            _ => t.a(self.key, "arg", self.arg.clone()),
        }
    }

    /// The field, where there is a sentence that says it is empty.
    fn own(&self) -> Option<&str> {
        (self.key == "wrong-required").then_some(self.field.as_str()).filter(|f| NAMED.contains(f))
    }

    /// Whether the text says which field it is about.
    pub fn names_field(&self, _: &Tr) -> bool {
        let is_one = matches!(self.key, "wrong-name" | "wrong-zone" | "wrong-email");
        // Times are one of many alike: their texts say which.
        let is_time = ["wrong-hours-", "wrong-time-", "wrong-poll-"].iter().any(|k| self.key.starts_with(k));
        self.own().is_some() || is_one || is_time
    }
}

/// A link that a browser may follow: to a site, over TLS or in the house.
pub fn is_link(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|r| !r.is_empty() && !r.starts_with('/') && !text.contains(char::is_whitespace))
        && text.len() <= 2_000
}

/// Whether a text can be a mail address.
pub fn is_email(text: &str) -> bool {
    address::read(text).is_some()
}

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = Error;

    async fn from_request(request: Request, state: &S) -> Result<Self> {
        let slate = request.extensions().get::<Slate>().cloned();
        let body = Bytes::from_request(request, state).await.map_err(|_| Error::TooLarge)?;
        let form = Self::read(&body)?;
        if let Some(slate) = slate {
            slate.write(&form.fields);
        }
        Ok(form)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use weft_kernel::i18n::Lang;

    #[test]
    fn an_address_without_a_domain_is_refused() {
        for right in ["jose@ejemplo.org", "a.b+c@mail.example.co.uk"] {
            assert!(is_email(right), "{right}");
        }
        for wrong in ["jose@ejemplo", "jose@ejemplo.", "jose@.org", "jose", "@example.org", "jose@a..org", ""] {
            assert!(!is_email(wrong), "{wrong}");
        }
    }

    #[test]
    fn a_name_is_of_any_letters_and_turns_nothing_around() {
        let read = |typed: &str| {
            let mut form = Form::of(&[("name", typed)]);
            let name = form.name("name");
            (form.is_accepted() && form.value("name") == name).then_some(name)
        };
        for (typed, kept) in
            [("برنامج القيادة", "برنامج القيادة"), ("🌱✨", "🌱✨"), (" \u{202E}Roots\u{2069} ", "Roots")]
        {
            assert_eq!(read(typed).as_deref(), Some(kept), "{typed:?}");
        }
        for wrong in ["", " ", "\u{202E}", "\u{200B}"] {
            assert_eq!(read(wrong), None, "{wrong:?}");
        }
        assert!(read(&"x".repeat(120)).is_some() && read(&"x".repeat(121)).is_none());
    }

    #[test]
    fn one_of_two_names_is_enough() {
        for (given, family, is_enough) in
            [("Sukarno", "", true), ("", "Sukarno", true), ("Ana", "Ruiz", true), (" ", "", false)]
        {
            let mut form = Form::of(&[("given_name", given), ("family_name", family)]);
            form.names();
            assert_eq!(form.is_accepted(), is_enough, "{given:?} {family:?}");
        }
        let mut form = Form::of(&[("email", ""), ("title", "")]);
        form.email("email");
        form.required("title");
        let t = Tr(Lang::En);
        let said: Vec<String> = form.wrong.iter().map(|w| w.text(&t)).collect();
        assert_eq!(said, ["Enter an email address.", "Fill in this field."]);
    }
}
