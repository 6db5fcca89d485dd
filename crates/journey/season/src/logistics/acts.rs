//! Verbs of logistics: say, take back, ask for money, settle, ask again, erase. One transaction each; no event says
//! what anyone wrote.

use super::emails::{ASK, SETTLED};
use super::model::{KEPT_DAYS, Sheet};
use super::rules::Arrange;
use super::store;
use crate::gatherings::acts::record;
use crate::gatherings::model::{Answer, Meeting};
use weft_kernel::Kernel;
use weft_kernel::events::{self, Event};
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
use weft_kernel::outbox::{self, Lane, Listed};
use weft_people::store as people;
use weft_programs::Season;
use weft_programs::TakePart;
use weft_programs::emails::{Emails, Fill};
use weft_web::Result;

pub async fn say(kernel: &Kernel, own: &TakePart, gathering: &Id, sheet: &Sheet) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::put(&mut tx, own, gathering, sheet, kernel.now()).await?;
    record(kernel, &mut tx, Some(own.person()), "logistics.said", gathering, own.season()).await?;
    Ok(tx.commit().await?)
}

pub async fn take_back(kernel: &Kernel, own: &TakePart, gathering: &Id) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if store::take_back(&mut tx, own, gathering).await? {
        record(kernel, &mut tx, Some(own.person()), "logistics.taken-back", gathering, own.season()).await?;
        tx.commit().await?;
    }
    Ok(())
}

pub async fn ask(kernel: &Kernel, own: &TakePart, gathering: &Id, cents: i64, what: &str) -> Result<()> {
    let mut tx = kernel.begin_once().await?;
    if store::ask(kernel, &mut tx, own, gathering, cents, what).await? {
        record(kernel, &mut tx, Some(own.person()), "reimbursement.asked", gathering, own.season()).await?;
        tx.commit().await?;
    }
    Ok(())
}

pub async fn unask(kernel: &Kernel, own: &TakePart, gathering: &Id, id: &Id) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if store::unask(&mut tx, own, gathering, id).await? {
        record(kernel, &mut tx, Some(own.person()), "reimbursement.taken-back", gathering, own.season()).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Everything that was said, for the named person; that she looked is on record.
pub async fn read(
    kernel: &Kernel,
    permit: &Arrange,
    actor: &Id,
    gathering: &Id,
    verb: &'static str,
) -> Result<(Vec<store::Said>, Vec<super::model::Reimbursement>)> {
    let mut tx = kernel.db.begin().await?;
    let (said, money) =
        (store::all(&mut tx, permit, gathering).await?, store::money(&mut tx, permit, gathering).await?);
    record(kernel, &mut tx, Some(actor), verb, gathering, permit.season()).await?;
    tx.commit().await?;
    Ok((said, money))
}

/// What becomes of money that someone asked back.
#[derive(Clone, Copy)]
pub struct Settlement<'a> {
    pub id: &'a Id,
    pub is_paid: bool,
    pub reason: &'a str,
}

/// What such an email says: the gathering, and the way to one's own sheet.
fn about(kernel: &Kernel, season: &Season, meeting: &Meeting, lang: Lang) -> Fill {
    let page = season.path(&format!("gatherings/{}/travel", meeting.gathering.number));
    Fill {
        values: vec![("title", meeting.gathering.name(&Tr(lang)))],
        link: Some(format!("{}{page}", kernel.config.base_url)),
        ..Fill::default()
    }
}

/// Pays or declines what someone asked, and tells her. Pressed twice is once.
pub async fn settle(
    kernel: &Kernel,
    permit: &Arrange,
    actor: &Id,
    season: &Season,
    meeting: &Meeting,
    settlement: Settlement<'_>,
) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let asked = store::settle(&mut tx, permit, &meeting.gathering.id, settlement, kernel.now()).await?;
    let Some(person) = asked else { return Ok(()) };
    let emails = Emails::of(&mut tx, season).await?;
    if let Some(who) = people::addressee(&mut tx, &person).await? {
        let lang = Lang::parse(&who.language).unwrap_or_default();
        // Amount and reason stand on the page, not in an email.
        let mail = emails.write(&SETTLED, lang, about(kernel, season, meeting, lang)).to(&who.email);
        let key = format!("reimbursement:{}", settlement.id);
        outbox::enqueue(
            kernel,
            &mut tx,
            outbox::New { key: &key, lane: Lane::Personal(None), listed: Listed::ToOwners, season: None, mail: &mail },
        )
        .await?;
    }
    record(kernel, &mut tx, Some(actor), "reimbursement.settled", &meeting.gathering.id, permit.season()).await?;
    Ok(tx.commit().await?)
}

/// Asks those who come and have said nothing yet, at most once a day. Returns how many letters that made.
pub async fn remind(
    kernel: &Kernel,
    permit: &Arrange,
    actor: &Id,
    season: &Season,
    meeting: &Meeting,
) -> Result<usize> {
    let mut tx = kernel.db.begin().await?;
    let day = kernel.now().date_in(&season.zone);
    let (mut n, until) = (0, meeting.ends_at());
    let emails = Emails::of(&mut tx, season).await?;
    for said in store::all(&mut tx, permit, &meeting.gathering.id)
        .await?
        .iter()
        .filter(|s| s.at.is_none() && s.answer != Some(Answer::No))
    {
        let Some(who) = people::addressee(&mut tx, &said.person_id).await? else { continue };
        let lang = Lang::parse(&who.language).unwrap_or_default();
        let mail = emails.write(&ASK, lang, about(kernel, season, meeting, lang)).to(&who.email);
        let key = format!("logistics:{}:{}:{day}", meeting.gathering.id, who.person_id);
        let new =
            outbox::New { key: &key, lane: Lane::Bulk(until), listed: Listed::ToOwners, season: None, mail: &mail };
        n += usize::from(outbox::enqueue(kernel, &mut tx, new).await?);
    }
    let event = Event {
        actor: Some(actor),
        verb: "logistics.asked",
        subject: &meeting.gathering.id,
        season: Some(permit.season()),
        detail: Some(n.to_string()),
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(n)
}

/// Erases what was kept for gatherings that ended long enough ago. Returns how many gatherings.
pub async fn sweep(kernel: &Kernel) -> Result<usize> {
    let mut tx = kernel.db.begin().await?;
    let due = store::due(&mut tx, kernel.now().plus_days(-KEPT_DAYS)).await?;
    for (gathering, season) in &due {
        store::erase(&mut tx, gathering, kernel.now()).await?;
        record(kernel, &mut tx, None, "logistics.erased", gathering, season).await?;
    }
    tx.commit().await?;
    Ok(due.len())
}
