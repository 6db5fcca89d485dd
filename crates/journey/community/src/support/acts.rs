//! Verbs: lines are written, and the team reads that they were. Picking a person, answering and writing leave no event:
//! that someone did would already say something.

use super::letters::{self, Written};
use super::model::{Answer, Draft, LIFELINE, MOST_ASKED, MOST_MESSAGES, TEXT_LINE};
use super::rules::{KeepLines, PickPerson, SeeLines};
use super::store;
use weft_kernel::db::Tx;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
use weft_kernel::recent::Press;
use weft_kernel::{Kernel, events, mail};
use weft_programs::Season;
use weft_web::Result;

async fn record(
    kernel: &Kernel,
    tx: &mut Tx,
    actor: Option<&Id>,
    permit: &KeepLines,
    verb: &'static str,
) -> Result<()> {
    let season = permit.season();
    let event = events::Event { actor, verb, subject: season, season: Some(season), detail: None };
    Ok(events::record(kernel, tx, event).await?)
}

/// What we know of a public service, in both languages. A program adds it, changes it, or doesn't.
pub fn suggestion(which: &str) -> Option<Draft> {
    let said = |what: &str| [Lang::En, Lang::Es].map(|lang| Tr(lang).t(&format!("aid-{which}-{what}")));
    let usual = |name: &str| Draft { name: name.into(), hours: said("hours"), note: said("note"), ..Draft::default() };
    let both = "English, Español";
    Some(match which {
        LIFELINE => Draft {
            phone: "988".into(),
            text_to: "988".into(),
            word: [String::new(), "AYUDA".into()],
            url: "https://988lifeline.org".into(),
            languages: both.into(),
            suggested: super::model::LIFELINE,
            ..usual("988 Suicide & Crisis Lifeline")
        },
        TEXT_LINE => Draft {
            text_to: "741741".into(),
            word: ["HOME".into(), "AYUDA".into()],
            url: "https://www.crisistextline.org".into(),
            languages: both.into(),
            suggested: super::model::TEXT_LINE,
            ..usual("Crisis Text Line")
        },
        super::model::EMERGENCY => {
            Draft { phone: "911".into(), suggested: super::model::EMERGENCY, ..usual(&Tr(Lang::En).t("aid-911")) }
        }
        _ => return None,
    })
}

/// Adds a line. `None` where there are as many as may be, or this suggestion is there already.
pub async fn add(kernel: &Kernel, permit: &KeepLines, actor: Option<&Id>, draft: &Draft) -> Result<Option<Id>> {
    let mut tx = kernel.begin_once().await?;
    let held = store::hold(&mut tx, permit).await?;
    let id = kernel.id();
    if !store::insert(&mut tx, permit, (&id, draft), &held, kernel.now()).await? {
        return Ok(None);
    }
    record(kernel, &mut tx, actor, permit, "support.line-added").await?;
    kernel.made(&mut tx, &id).await?;
    tx.commit().await?;
    Ok(Some(id))
}

/// Changes what a line says. False where it was removed meanwhile.
pub async fn change(kernel: &Kernel, permit: &KeepLines, actor: Option<&Id>, id: &Id, draft: &Draft) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    if !store::update(&mut tx, permit, id, draft, kernel.now()).await? {
        return Ok(false);
    }
    record(kernel, &mut tx, actor, permit, "support.line-changed").await?;
    tx.commit().await?;
    Ok(true)
}

/// Takes a line off, or puts it back. What is so already stays.
pub async fn set_removed(
    kernel: &Kernel,
    permit: &KeepLines,
    actor: Option<&Id>,
    id: &Id,
    is_removed: bool,
) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let held = store::hold(&mut tx, permit).await?;
    let (is_changed, verb) = if is_removed {
        (store::remove(&mut tx, permit, id, kernel.now()).await?, "support.line-removed")
    } else {
        let has_room = held.len() < super::model::MOST;
        (has_room && store::restore(&mut tx, permit, id).await?, "support.line-restored")
    };
    if is_changed {
        record(kernel, &mut tx, actor, permit, verb).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Puts a line at a place in the order, the first is 0.
pub async fn put(kernel: &Kernel, permit: &KeepLines, actor: Option<&Id>, id: &Id, to: usize) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let mut held = store::hold(&mut tx, permit).await?;
    let Some(from) = held.iter().position(|l| l.id == *id).filter(|from| *from != to && to < held.len()) else {
        return Ok(());
    };
    let line = held.remove(from);
    held.insert(to, line);
    for (n, line) in held.iter().enumerate() {
        store::place(&mut tx, permit, &line.id, i64::try_from(n).unwrap_or_default()).await?;
    }
    record(kernel, &mut tx, actor, permit, "support.line-moved").await?;
    Ok(tx.commit().await?)
}

/// What came of picking a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    Done,
    /// They are asked already, or can't be picked any more.
    Same,
    /// Enough people were asked for an hour.
    TooMany,
}

/// Asks a person whether they would be there. They get an email.
pub async fn pick(kernel: &Kernel, permit: &PickPerson, season: &Season, helper: &Id) -> Result<Asked> {
    let mut tx = kernel.db.begin().await?;
    if !store::pick(&mut tx, permit, helper, kernel.now()).await? {
        return Ok(Asked::Same);
    }
    // Whoever was asked is not asked again within the hour, also after they were removed.
    if kernel.recent.press("aid-asked", permit.person(), helper.as_str(), MOST_ASKED, kernel.now()) != Press::New {
        return Ok(Asked::TooMany);
    }
    letters::asked(kernel, &mut tx, season, permit.person(), helper).await?;
    tx.commit().await?;
    Ok(Asked::Done)
}

/// The person is asked no longer, and is not there any more.
pub async fn end(kernel: &Kernel, permit: &PickPerson) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if store::end(&mut tx, permit).await? {
        tx.commit().await?;
    }
    Ok(())
}

/// Whoever was asked agrees, declines, or steps back later. Whoever asked gets an email; a reason is never asked.
pub async fn answer(kernel: &Kernel, permit: &SeeLines, season: &Season, person: &Id, say: Answer) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if store::answer(&mut tx, permit, (person, say), kernel.now()).await? {
        letters::answered(kernel, &mut tx, season, (person, permit.person()), say).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// What came of writing to the person one picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    Done,
    /// Nobody is there to get it: the page says why.
    Nobody,
    /// Someone else is there now than whom the page named.
    Changed,
    /// Enough for an hour.
    TooMany,
}

/// Whether this site can send an email at all: without a mail server it would stay here.
pub fn can_send(kernel: &Kernel) -> bool {
    kernel.is_demo || mail::kept(&kernel.config).is_none()
}

/// A press that counts for nothing until it is kept: also where whoever pressed is gone before it was sent.
struct Pressed<'k> {
    kernel: &'k Kernel,
    who: &'k Id,
    key: &'k str,
    is_sent: bool,
}

impl Drop for Pressed<'_> {
    fn drop(&mut self) {
        if !self.is_sent {
            self.kernel.recent.release("aid-message", self.who, self.key);
        }
    }
}

/// Writes to the person one picked, whom the page named as `to`, and to nobody else. `key` is the form's: pressed again
/// with the same words, it is sent once. Nothing is kept of it: no event, no count, no form's key, and the email's own
/// row goes when it has left.
pub async fn write(
    kernel: &Kernel,
    permit: &PickPerson,
    season: &Season,
    (key, to): (&str, &str),
    written: &Written<'_>,
) -> Result<Sent> {
    if !can_send(kernel) {
        return Ok(Sent::Nobody);
    }
    let lines = store::lines(&mut kernel.db.read().await?, &SeeLines::of_member(permit)).await?;
    let mut tx = kernel.db.begin().await?;
    let Some(helper) = store::helper(&mut tx, permit).await? else { return Ok(Sent::Nobody) };
    if helper.person_id.as_str() != to {
        return Ok(Sent::Changed);
    }
    let key = [key, to, written.words, written.phone].join("\n");
    match kernel.recent.press("aid-message", permit.person(), &key, MOST_MESSAGES, kernel.now()) {
        Press::TooMany => return Ok(Sent::TooMany),
        Press::Again => return Ok(Sent::Done),
        Press::New => {}
    }
    let mut pressed = Pressed { kernel, who: permit.person(), key: &key, is_sent: false };
    letters::message(kernel, &mut tx, season, (permit.person(), &helper), written, &lines).await?;
    tx.commit().await?;
    pressed.is_sent = true;
    Ok(Sent::Done)
}

/// Forgets whom those had picked who have left.
pub async fn sweep(kernel: &Kernel) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::sweep(&mut tx).await?;
    Ok(tx.commit().await?)
}
