//! What people of a group are told. No email has the way to meet: it is on the page, for those who have accepted what
//! is confidential.

use super::emails::{GROUP_BEGUN, GROUP_ENDED, GROUP_ENTRY, GROUP_LESS, GROUP_OFF, GROUP_OUT};
use super::group::{Entry, Group, Meeting};
use super::store;
use weft_kernel::clock::Time;
use weft_kernel::db::{self, Conn};
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::{Kernel, ical, mail};
use weft_people::model::Addressee;
use weft_people::rules::OwnRecord;
use weft_programs::Season;
use weft_programs::emails::{EmailKind, Emails, Fill};
use weft_web::Result;

/// The entry of a session. The number of what is told of it grows with time: whoever leaves and comes back hears each
/// in order.
fn event(kernel: &Kernel, t: Tr, e: &Entry, is_off: bool) -> Option<ical::Event> {
    let seconds = (kernel.now().0 - e.made_at.0).max(0) / 1_000_000;
    let page = format!("{}/s/{}/coaching/groups/{}", kernel.config.base_url, e.season_slug, e.group_id);
    Some(ical::Event {
        uid: format!("{}@weft", e.id),
        sequence: seconds * 2 + i64::from(is_off),
        starts: e.starts_local.parse().ok()?,
        zone: e.zone.clone(),
        minutes: e.minutes,
        summary: format!("{} · {}", e.program_name, t.t("coaching-group-calendar")),
        description: page.clone(),
        location: String::new(),
        url: page,
        is_cancelled: is_off,
        is_tentative: false,
        parties: None,
    })
}

/// Sessions ahead, for the calendar that someone subscribes to. One statement.
pub async fn entries(kernel: &Kernel, conn: &mut Conn, own: &OwnRecord, t: Tr) -> db::Result<Vec<(Time, ical::Event)>> {
    let all = store::group_entries(conn, own, kernel.now()).await?;
    let one = |e: &Entry| Some((e.made_at, ical::Event { sequence: 0, ..event(kernel, t, e, false)? }));
    Ok(all.iter().filter_map(one).collect())
}

/// What one email says beside its text.
struct Says<'a> {
    kind: &'static EmailKind,
    key: &'a str,
    /// The session it has an entry for, and whether that goes.
    entry: Option<(&'a Meeting, bool)>,
    page: String,
}

async fn write(
    kernel: &Kernel,
    tx: &mut Conn,
    (emails, season, group): (&Emails, &Season, &Group),
    (says, who): (&Says<'_>, &Addressee),
) -> Result<()> {
    let t = Tr(Lang::parse(&who.language).unwrap_or_default());
    let mut values = vec![("name", mail::named(&who.name)), ("group", mail::named(&group.name))];
    if let Some((m, _)) = says.entry {
        values.push(("details", m.when(t, who.zone.as_deref().unwrap_or(&season.zone))));
    }
    let link = Some(format!("{}{}", kernel.config.base_url, says.page));
    let mut mail = emails.write(says.kind, t.0, Fill { values, link, ..Fill::default() }).to(&who.email);
    if let Some((m, is_off)) = says.entry {
        let entry = Entry {
            id: m.id.clone(),
            group_id: group.id.clone(),
            season_slug: group.season_slug.clone(),
            program_name: group.program_name.clone(),
            starts_local: m.starts_local.clone(),
            zone: m.zone.clone(),
            minutes: m.minutes,
            made_at: m.made_at,
        };
        mail.calendar = event(kernel, t, &entry, is_off)
            .map(|event| mail::invitation(kernel, event, &group.program_name, (&who.name, &who.email)));
    }
    let key = format!("{}:{}:{}:{}", says.kind.key, says.key, who.person_id, kernel.id());
    let new =
        outbox::New { key: &key, lane: Lane::Personal(None), listed: Listed::ToNobody, season: None, mail: &mail };
    outbox::enqueue(kernel, tx, new).await?;
    Ok(())
}

/// To everyone of a group, or to one.
async fn tell(
    kernel: &Kernel,
    tx: &mut Conn,
    season: &Season,
    (group, only): (&Group, Option<&Id>),
    says: Says<'_>,
) -> Result<()> {
    let emails = Emails::of(tx, season).await?;
    let all = store::group_addressees(tx, &group.id).await?;
    for who in all.iter().filter(|w| only.is_none_or(|id| w.person_id == *id)) {
        write(kernel, tx, (&emails, season, group), (&says, who)).await?;
    }
    Ok(())
}

/// They are in a group, or coach it.
pub(super) async fn begun(
    kernel: &Kernel,
    tx: &mut Conn,
    season: &Season,
    group: &Group,
    only: Option<&Id>,
) -> Result<()> {
    let says = Says { kind: &GROUP_BEGUN, key: group.id.as_str(), entry: None, page: group.path() };
    tell(kernel, tx, season, (group, only), says).await
}

/// A session, with an entry for the calendar.
pub(super) async fn entry(
    kernel: &Kernel,
    tx: &mut Conn,
    season: &Season,
    (group, m): (&Group, &Meeting),
    only: Option<&Id>,
) -> Result<()> {
    let says = Says { kind: &GROUP_ENTRY, key: m.id.as_str(), entry: Some((m, false)), page: group.path() };
    tell(kernel, tx, season, (group, only), says).await
}

/// A session is off, for everyone or for one who is out.
pub(super) async fn off(
    kernel: &Kernel,
    tx: &mut Conn,
    season: &Season,
    (group, m): (&Group, &Meeting),
    only: Option<&Id>,
) -> Result<()> {
    let says = Says { kind: &GROUP_OFF, key: m.id.as_str(), entry: Some((m, true)), page: season.path("coaching") };
    tell(kernel, tx, season, (group, only), says).await
}

/// Someone is out: to them, and to the coach, who reads that someone is.
pub(super) async fn out(kernel: &Kernel, tx: &mut Conn, season: &Season, (group, person): (&Group, &Id)) -> Result<()> {
    let says = Says { kind: &GROUP_OUT, key: group.id.as_str(), entry: None, page: season.path("coaching") };
    tell(kernel, tx, season, (group, Some(person)), says).await?;
    let Some(coach) = &group.coach_id else { return Ok(()) };
    let says = Says { kind: &GROUP_LESS, key: group.id.as_str(), entry: None, page: group.path() };
    tell(kernel, tx, season, (group, Some(coach)), says).await
}

/// It has ended, for everyone.
pub(super) async fn ended(kernel: &Kernel, tx: &mut Conn, season: &Season, group: &Group) -> Result<()> {
    let says = Says { kind: &GROUP_ENDED, key: group.id.as_str(), entry: None, page: season.path("coaching") };
    tell(kernel, tx, season, (group, None), says).await
}
