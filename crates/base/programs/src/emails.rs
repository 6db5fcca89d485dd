//! Emails about a season. Slices declare the kinds that they send; the texts are the season's own where its team
//! changed them, and the default texts where not. [`Emails`] writes them all, with the season's signature and reply-to.

mod acts;
mod kinds;
mod preview;
mod store;
mod text;

use std::collections::BTreeMap;

pub use acts::{Saved, restore, save, save_sender};
pub(crate) use kinds::install;
pub use kinds::{Audience, EmailKind, Field, Moment, all, find, of_season};
pub use preview::{Person, people, sample, send_test};
pub use store::{Sender, Version, sender, versions};
pub use text::{Fault, Text, default_text, faults, fill};

use super::{Season, SeeSeason};
use weft_kernel::db::{Conn, Result};
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
use weft_kernel::mail::{Mail, Source};

/// Brings texts, reply-to and signature of a season to another that is made like it.
pub async fn copy(conn: &mut Conn, from: &SeeSeason, to: &Id) -> Result<()> {
    store::copy(conn, from.season(), to).await
}

/// What an email says to one person.
#[derive(Clone, Debug, Default)]
pub struct Fill {
    /// The values of the fields that its kind declares, by their names. The season's own are added.
    pub values: Vec<(&'static str, String)>,
    /// Paragraphs of the program's own, right before the button.
    pub more: Vec<String>,
    /// Where the button leads. Without it there is none.
    pub link: Option<String>,
    /// Paragraphs of the program's own, below the signature.
    pub after: Vec<String>,
}

/// A season's texts, reply-to and signature: read once for all emails of an act.
#[derive(Clone, Debug)]
pub struct Emails {
    pub season: Season,
    texts: BTreeMap<String, Text>,
    sender: Sender,
}

impl Emails {
    /// Two statements.
    pub async fn of(conn: &mut Conn, season: &Season) -> Result<Self> {
        Ok(Self {
            season: season.clone(),
            texts: store::newest(conn, &season.id).await?,
            sender: store::sender(conn, &season.id).await?,
        })
    }

    /// The season's own text of a kind; empty where it has the default.
    pub fn own(&self, kind: &EmailKind) -> Text {
        self.texts.get(kind.key).cloned().unwrap_or_default()
    }

    /// The text that goes out now: the season's own, and the default where there is none.
    pub fn text(&self, kind: &EmailKind) -> Text {
        self.own(kind).over(&default_text(kind))
    }

    /// Where answers go: the season's own address, or the program's contact.
    pub fn reply_to(&self) -> &str {
        if self.sender.reply_to.is_empty() { &self.season.support_email } else { &self.sender.reply_to }
    }

    /// The lines below an email: name and role, or the program's name while there is no signature.
    pub fn signature(&self, lang: Lang) -> Vec<String> {
        if self.sender.signature_name.is_empty() {
            return vec![self.season.program_name.clone()];
        }
        let role = self.sender.role(lang);
        let lines = [self.sender.signature_name.as_str(), role, &self.season.program_name];
        lines.into_iter().filter(|l| !l.is_empty()).map(str::to_owned).collect()
    }

    /// An email of a kind to one person.
    pub fn write(&self, kind: &'static EmailKind, lang: Lang, with: Fill) -> Written {
        self.write_text(kind, &self.text(kind), lang, with)
    }

    /// The same with a text that is not kept: one being edited, or one that is written each time.
    pub fn write_text(&self, kind: &'static EmailKind, text: &Text, lang: Lang, with: Fill) -> Written {
        let Fill { mut values, more, link, after } = with;
        values.push(("season", self.season.title()));
        values.push(("program", self.season.program_name.clone()));
        values.push(("email", self.reply_to().to_owned()));
        let (subject, mut paragraphs) = fill(kind, text, lang, &values);
        paragraphs.extend(more);
        let label = match text.button.of(lang) {
            "" => Tr(lang).t("email-button"),
            label => label.to_owned(),
        };
        let source = Source {
            lang: lang.tag().to_owned(),
            paragraphs,
            button: link.map(|link| (label, link)),
            signature: self.signature(lang),
            after,
        };
        Written {
            kind: kind.key,
            lang,
            subject,
            source,
            program: self.season.program_id.clone(),
            reply_to: Some(self.reply_to().to_owned()).filter(|a| !a.is_empty()),
        }
    }
}

/// An email in words, before it has an address.
#[derive(Clone, Debug)]
pub struct Written {
    pub kind: &'static str,
    pub lang: Lang,
    pub subject: String,
    pub source: Source,
    pub reply_to: Option<String>,
    /// In whose name it goes out.
    pub program: Id,
}

impl Written {
    /// To an address.
    pub fn to(self, address: &str) -> Mail {
        let mail = self.source.to(address, self.subject);
        Mail { reply_to: self.reply_to, kind: Some(self.kind.to_owned()), ..mail.of(&self.program) }
    }
}
