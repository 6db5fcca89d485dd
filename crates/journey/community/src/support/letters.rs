//! Emails between someone of the cohort and the person they picked: the same for every program, in the reader's
//! language, and listed to nobody.

use super::model::{Answer, Line, sorted};
use weft_kernel::db::Tx;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
use weft_kernel::mail::{Letter, Mail};
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::{Kernel, mail};
use weft_people::model::Addressee;
use weft_people::store::addressee;
use weft_programs::Season;
use weft_web::Result;

/// How many hours an email is tried before whoever wrote it is told that it did not arrive.
const TRIED_HOURS: i64 = 2;

/// What someone may add to the message.
#[derive(Clone, Copy, Debug, Default)]
pub struct Written<'a> {
    pub words: &'a str,
    /// A number to call back.
    pub phone: &'a str,
}

fn tr(who: &Addressee) -> Tr {
    Tr(Lang::parse(&who.language).unwrap_or_default())
}

/// The page on which one answers, or picks another person.
fn button(kernel: &Kernel, season: &Season, t: Tr, key: &str) -> (String, String) {
    (t.t(key), format!("{}{}", kernel.config.base_url, season.path("support/someone")))
}

/// The key says nothing of who writes to whom.
async fn send(kernel: &Kernel, tx: &mut Tx, season: &Season, mail: Mail) -> Result<()> {
    let key = format!("email:{}", kernel.id());
    let mail = mail.of(&season.program_id);
    let new =
        outbox::New { key: &key, lane: Lane::Personal(None), listed: Listed::ToNobody, season: None, mail: &mail };
    outbox::enqueue(kernel, tx, new).await?;
    Ok(())
}

/// Asks whoever was picked.
pub async fn asked(kernel: &Kernel, tx: &mut Tx, season: &Season, person: &Id, helper: &Id) -> Result<()> {
    let (Some(asker), Some(who)) = (addressee(tx, person).await?, addressee(tx, helper).await?) else {
        return Ok(());
    };
    let t = tr(&who);
    let name = mail::named(&asker.name);
    let letter = Letter {
        lang: t.0.tag(),
        subject: t.t("mail-support-asked-subject"),
        paragraphs: vec![
            t.a2("mail-support-asked", "name", name, "program", season.program_name.clone()),
            t.t("mail-support-asked-what"),
            t.t("mail-support-asked-free"),
        ],
        button: Some(button(kernel, season, t, "mail-support-asked-button")),
    };
    send(kernel, tx, season, letter.to(&who.email)).await
}

/// Tells whoever asked what the answer was.
pub async fn answered(
    kernel: &Kernel,
    tx: &mut Tx,
    season: &Season,
    (person, helper): (&Id, &Id),
    say: Answer,
) -> Result<()> {
    let (Some(who), Some(other)) = (addressee(tx, person).await?, addressee(tx, helper).await?) else {
        return Ok(());
    };
    let t = tr(&who);
    let name = mail::named(&other.name);
    let (text, press) = match say {
        Answer::Yes => ("mail-support-yes", "mail-support-yes-button"),
        Answer::Asked | Answer::No => ("mail-support-no", "mail-support-no-button"),
    };
    let letter = Letter {
        lang: t.0.tag(),
        subject: t.t("mail-support-answered-subject"),
        paragraphs: vec![t.a(text, "name", name)],
        button: Some(button(kernel, season, t, press)),
    };
    send(kernel, tx, season, letter.to(&who.email)).await
}

pub fn subject(t: Tr, name: &str) -> String {
    t.a("mail-support-need-subject", "name", mail::named(name))
}

/// What the email says, as the page shows it before and as it is sent. Of `lines` it has those for where the writer
/// lives, and for everywhere.
pub fn paragraphs(t: Tr, name: &str, program: &str, written: &Written<'_>, lines: Vec<Line>) -> Vec<String> {
    let mut out = vec![t.a("mail-support-need", "name", mail::named(name))];
    if !written.words.is_empty() {
        out.push(format!("{}\n{}", t.t("mail-support-words"), written.words));
    }
    if written.phone.is_empty() {
        out.push(t.t("mail-support-reply"));
    } else {
        out.push(t.a("mail-support-phone", "number", written.phone.to_owned()));
    }
    let sorted = sorted(lines);
    let told: Vec<String> = sorted.near().into_iter().map(|l| l.plain(&t)).collect();
    if !told.is_empty() {
        out.push(format!("{}\n{}", t.t("mail-support-lines"), told.join("\n")));
    }
    out.push(t.a("mail-support-alone", "program", program.to_owned()));
    out
}

/// The message itself: answers go to whoever wrote it. Where it can't be delivered, they are told.
pub async fn message(
    kernel: &Kernel,
    tx: &mut Tx,
    season: &Season,
    (person, helper): (&Id, &Addressee),
    written: &Written<'_>,
    lines: &[Line],
) -> Result<()> {
    let Some(writer) = addressee(tx, person).await? else { return Ok(()) };
    let t = tr(helper);
    let letter = Letter {
        lang: t.0.tag(),
        subject: subject(t, &writer.name),
        paragraphs: paragraphs(t, &writer.name, &season.program_name, written, lines.to_vec()),
        button: None,
    };
    let own = tr(&writer);
    let failed = Letter {
        lang: own.0.tag(),
        subject: own.t("mail-support-failed-subject"),
        paragraphs: vec![
            own.a("mail-support-failed", "name", mail::named(&helper.name)),
            own.t("mail-support-failed-lines"),
        ],
        button: Some((
            own.t("mail-support-failed-button"),
            format!("{}{}", kernel.config.base_url, season.path("support")),
        )),
    };
    let mail = Mail {
        reply_to: Some(writer.email.clone()),
        otherwise: Some(Box::new(failed.to(&writer.email).of(&season.program_id))),
        ..letter.to(&helper.email).of(&season.program_id)
    };
    let key = format!("email:{}", kernel.id());
    let new = outbox::New {
        key: &key,
        lane: Lane::Urgent(kernel.now().plus_seconds(TRIED_HOURS * 3_600)),
        listed: Listed::NoTrace,
        season: None,
        mail: &mail,
    };
    outbox::enqueue(kernel, tx, new).await?;
    Ok(())
}
