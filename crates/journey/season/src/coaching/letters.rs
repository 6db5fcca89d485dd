//! What a coach and a member are told, each in their language.

use super::emails::{CERTIFICATE, COACHING, DIFFER, ENDED, OVER, PAIRED};
use super::model::{DIFFER_DAYS, Pair, Session};
use super::store::{self, Ending};
use weft_kernel::db::Tx;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::{Kernel, mail};
use weft_programs::Season;
use weft_programs::emails::{EmailKind, Emails, Fill};
use weft_web::Result;

/// Writes to both of a pair, the coach one kind and the member another; `details` says what the email is about to each.
async fn tell(
    kernel: &Kernel,
    tx: &mut Tx,
    season: &Season,
    (pair, key): (&Id, &str),
    (to_coach, to_member): (&'static EmailKind, &'static EmailKind),
    details: impl Fn(Tr, Option<&str>) -> Option<String>,
) -> Result<()> {
    let emails = Emails::of(tx, season).await?;
    let Some(told) = store::by_id(tx, pair).await? else { return Ok(()) };
    for who in store::parties(tx, pair).await? {
        // A member who left has no other coach ahead; a coach who left reads that their people were told.
        let Some(address) = who.email.as_ref().filter(|_| who.is_coach || who.is_there) else { continue };
        let t = Tr(Lang::parse(&who.language).unwrap_or_default());
        let kind = if who.is_coach { to_coach } else { to_member };
        let other = told.other(&who.person_id).map_or_else(|| t.t("appointment-someone"), mail::named);
        let mut values = vec![("name", who.given_name.clone()), ("other", other)];
        values.extend(details(t, who.zone.as_deref()).map(|text| ("details", text)));
        let page = match (who.is_coach, who.is_there) {
            (true, true) => season.path(&format!("coaching/{pair}")),
            (false, true) => season.path("coaching"),
            (_, false) => "/".to_owned(),
        };
        let link = format!("{}{page}", kernel.config.base_url);
        let written = emails.write(kind, t.0, Fill { values, link: Some(link), ..Fill::default() });
        let key = format!("{}:{key}:{}", kind.key, who.person_id);
        enqueue(kernel, tx, &key, &written.to(address)).await?;
    }
    Ok(())
}

/// The two of a pair are nobody's else to read of.
async fn enqueue(kernel: &Kernel, tx: &mut Tx, key: &str, mail: &mail::Mail) -> Result<()> {
    let new = outbox::New { key, lane: Lane::Personal(None), listed: Listed::ToNobody, season: None, mail };
    outbox::enqueue(kernel, tx, new).await?;
    Ok(())
}

pub async fn paired(kernel: &Kernel, tx: &mut Tx, season: &Season, pair: &Id) -> Result<()> {
    tell(kernel, tx, season, (pair, pair.as_str()), (&COACHING, &PAIRED), |_, _| None).await
}

pub async fn ended(kernel: &Kernel, tx: &mut Tx, season: &Season, pair: &Pair) -> Result<()> {
    tell(kernel, tx, season, (&pair.id, pair.id.as_str()), (&OVER, &ENDED), |_, _| None).await
}

/// Once for each session, however often they change their minds.
pub async fn differ(kernel: &Kernel, tx: &mut Tx, season: &Season, (pair, s): (&Pair, &Session)) -> Result<()> {
    let text = |t: Tr, zone: Option<&str>| {
        let when = s.when(t, zone.unwrap_or(&season.zone));
        Some(format!("{when}\n{}", t.a("coaching-differ-until", "n", DIFFER_DAYS)))
    };
    tell(kernel, tx, season, (&pair.id, s.id.as_str()), (&DIFFER, &DIFFER), text).await
}

pub async fn certificate(kernel: &Kernel, tx: &mut Tx, season: &Season, of: &Ending) -> Result<()> {
    let Some(address) = &of.email else { return Ok(()) };
    let emails = Emails::of(tx, season).await?;
    let t = Tr(Lang::parse(&of.language).unwrap_or_default());
    let fill = Fill {
        values: vec![("name", of.given_name.clone()), ("coach_expires", t.iso_day(&of.expires_on))],
        link: Some(format!("{}{}", kernel.config.base_url, season.path("coaching/profile"))),
        ..Fill::default()
    };
    let written = emails.write(&CERTIFICATE, t.0, fill).to(address);
    enqueue(kernel, tx, &format!("coaching-certificate:{}:{}", of.id, of.expires_on), &written).await
}
