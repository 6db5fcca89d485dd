//! Languages. Every text a person reads stands in `locales/<language>/*.ftl`; a test holds the two
//! languages to the same keys and every key used in code or template to one that exists.

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::civil::Date;

use super::clock::Time;
use super::when;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    #[default]
    En,
    Es,
}

impl Lang {
    pub const ALL: [Self; 2] = [Self::En, Self::Es];
    /// As columns hold them.
    pub const NAMES: &[&str] = &["en", "es"];

    /// From a tag such as `es-MX`, or the name of the language.
    pub fn parse(tag: &str) -> Option<Self> {
        let tag = tag.trim().to_ascii_lowercase();
        if tag == "spanish" || tag == "español" {
            return Some(Self::Es);
        }
        match tag.split(['-', '_']).next() {
            Some("en" | "english") => Some(Self::En),
            Some("es") => Some(Self::Es),
            _ => None,
        }
    }

    /// The first language of an `Accept-Language` header that we have.
    pub fn accepted(header: &str) -> Option<Self> {
        header.split(',').find_map(|part| Self::parse(part.split(';').next().unwrap_or_default()))
    }

    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
        }
    }

    /// Its own name, for the language switch.
    pub fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Es => "Español",
        }
    }

    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::En => Self::Es,
            Self::Es => Self::En,
        }
    }
}

/// The texts of a language: what stands in its files.
pub type Source = (Lang, &'static [&'static str]);

static SOURCES: OnceLock<&'static [Source; 2]> = OnceLock::new();

/// Sets the texts that this program speaks with. They stand in the program itself, so that a changed text compiles
/// nothing else anew.
pub fn install(sources: &'static [Source; 2]) {
    let _ = SOURCES.set(sources);
}

fn texts(lang: Lang) -> Vec<Cow<'static, str>> {
    match SOURCES.get() {
        Some(sources) => sources
            .iter()
            .filter(|(l, _)| *l == lang)
            .flat_map(|(_, texts)| texts.iter().map(|t| Cow::Borrowed(*t)))
            .collect(),
        None => from_folder(lang),
    }
}

/// Tests of a single crate have no texts built in: while developing they are read from the folder above the one that
/// the test runs in. Where the crate was compiled does not matter, because clones may share what they build.
#[cfg(debug_assertions)]
fn from_folder(lang: Lang) -> Vec<Cow<'static, str>> {
    let here = std::env::current_dir().expect("a folder");
    let mut folders = here.ancestors().map(|f| f.join("locales").join(lang.tag()));
    let files = folders.find_map(|f| std::fs::read_dir(f).ok()).expect("the texts' folder");
    let files = files.filter_map(Result::ok);
    files.map(|f| Cow::Owned(std::fs::read_to_string(f.path()).expect("a text"))).collect()
}

#[cfg(not(debug_assertions))]
fn from_folder(_: Lang) -> Vec<Cow<'static, str>> {
    panic!("a program sets its texts before it speaks")
}

fn bundle(lang: Lang) -> &'static FluentBundle<FluentResource> {
    static BUNDLES: OnceLock<[FluentBundle<FluentResource>; 2]> = OnceLock::new();
    let bundles = BUNDLES.get_or_init(|| {
        Lang::ALL.map(|lang| {
            let id = lang.tag().parse().expect("our own tags are valid");
            let mut bundle = FluentBundle::new_concurrent(vec![id]);
            bundle.set_use_isolating(false);
            for text in texts(lang) {
                let resource = FluentResource::try_new(text.into_owned())
                    .unwrap_or_else(|(_, errors)| panic!("locales/{}: {errors:?}", lang.tag()));
                bundle.add_resource(resource).unwrap_or_else(|e| panic!("locales/{}: {e:?}", lang.tag()));
            }
            bundle
        })
    });
    &bundles[lang as usize]
}

/// A text in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Words {
    #[serde(default)]
    pub en: String,
    #[serde(default)]
    pub es: String,
}

impl Words {
    /// The text in a language, or in the other one where it was not written.
    pub fn of(&self, lang: Lang) -> &str {
        let (first, second) = match lang {
            Lang::En => (&self.en, &self.es),
            Lang::Es => (&self.es, &self.en),
        };
        if first.is_empty() { second } else { first }
    }

    /// The same, for templates.
    pub fn said(&self, t: &Tr) -> &str {
        self.of(t.0)
    }

    pub fn is_empty(&self) -> bool {
        self.en.is_empty() && self.es.is_empty()
    }

    /// As it is kept in one column.
    pub fn json(&self) -> String {
        serde_json::to_string(self).expect("two texts are always JSON")
    }
}

/// Puts a name where a text says `{name}`; without one, the space before it goes too.
pub fn with_name(text: &str, name: &str) -> String {
    match name.trim() {
        "" | "–" => text.replace(" {name}", "").replace("{name}", ""),
        name => text.replace("{name}", name),
    }
}

/// Speaks one language. Copied freely into templates as `t`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tr(pub Lang);

impl Tr {
    /// The text of `key`. An unknown key shows itself, which the locale test never lets happen.
    pub fn t(&self, key: &str) -> String {
        self.format(key, None)
    }

    /// The text of `key` with one argument.
    pub fn a<'v>(&self, key: &str, name: &'v str, value: impl Into<FluentValue<'v>>) -> String {
        let mut args = FluentArgs::new();
        args.set(name, value);
        self.format(key, Some(&args))
    }

    /// The text of `key` with two arguments.
    pub fn a2<'v>(
        &self,
        key: &str,
        n1: &'v str,
        v1: impl Into<FluentValue<'v>>,
        n2: &'v str,
        v2: impl Into<FluentValue<'v>>,
    ) -> String {
        let mut args = FluentArgs::new();
        args.set(n1, v1);
        args.set(n2, v2);
        self.format(key, Some(&args))
    }

    /// The text of `key` with any arguments.
    pub fn args(&self, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        let args: FluentArgs<'_> = args.iter().map(|(n, v)| ((*n).to_owned(), v.clone())).collect();
        self.format(key, Some(&args))
    }

    /// How a letter begins; without a name when there is none.
    pub fn greeting(&self, name: &str) -> String {
        match name.trim() {
            "" | "–" => self.t("mail-greeting-plain"),
            name => self.a("mail-greeting", "name", name.to_owned()),
        }
    }

    /// Whether there is a text for `key`, for labels of values that programs define themselves.
    pub fn has(&self, key: &str) -> bool {
        bundle(self.0).has_message(key)
    }

    fn format(self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let bundle = bundle(self.0);
        let Some(pattern) = bundle.get_message(key).and_then(|m| m.value()) else { return key.to_owned() };
        let mut errors = Vec::new();
        bundle.format_pattern(pattern, args, &mut errors).into_owned()
    }

    /// A calendar day in words: `January 16, 2025`, `16 de enero de 2025`.
    pub fn day(&self, date: Date) -> String {
        let month = self.t(&format!("month-{}", date.month()));
        self.args(
            "date-long",
            &[
                ("day", FluentValue::from(date.day().to_string())),
                ("month", FluentValue::from(month)),
                ("year", FluentValue::from(date.year().to_string())),
            ],
        )
    }

    /// A stored day, `2025-01-16`, in words; anything else as it stands.
    pub fn iso_day(&self, text: &str) -> String {
        text.parse::<Date>().map_or_else(|_| text.to_owned(), |d| self.day(d))
    }

    /// The day a moment falls on in a zone, in words.
    pub fn date(&self, at: impl Moment, zone: &str) -> String {
        self.day(at.time().date_in(zone))
    }

    /// Day and time of a moment, with the zone it is told in: `Wed, Mar 12, 2025, 1:00 p.m. Eastern Time (ET)`.
    pub fn moment(&self, at: impl Moment, zone: &str) -> String {
        when::moment_in_words(*self, at, zone)
    }

    /// A count with commas between its thousands, in the form both languages read in the United States.
    pub fn count(&self, n: impl std::borrow::Borrow<usize>) -> String {
        let digits = n.borrow().to_string();
        let mut out = String::new();
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i) % 3 == 0 {
                out.push(',');
            }
            out.push(digit);
        }
        out
    }

    /// A number with a fixed count of decimals, in the form both languages read in the United States.
    pub fn decimal(&self, value: impl Real, decimals: usize) -> String {
        format!("{:.decimals$}", value.real())
    }
}

/// A moment, or any reference to one: templates hand values over behind references of their own.
pub trait Moment {
    fn time(&self) -> Time;
}

impl Moment for Time {
    fn time(&self) -> Time {
        *self
    }
}

impl<T: Moment> Moment for &T {
    fn time(&self) -> Time {
        (**self).time()
    }
}

/// A number, or any reference to one.
pub trait Real {
    fn real(&self) -> f64;
}

impl Real for f64 {
    fn real(&self) -> f64 {
        *self
    }
}

impl<T: Real> Real for &T {
    fn real(&self) -> f64 {
        (**self).real()
    }
}
