//! Reminders to people whose draft was not sent: one so many days before the deadline as a lead sets, one the day
//! before. To proved addresses alone, once for each deadline, and never to whoever has sent an application or asked for
//! none.

use super::model::KeyKind;
use super::rules::MakeCall;
use super::{letters, store};
use weft_kernel::clock::Time;
use weft_kernel::db::Tx;
use weft_kernel::i18n::Lang;
use weft_kernel::ids::Id;
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::{Kernel, events, one_of, secret, when};
use weft_programs::emails::Emails;
use weft_programs::{Season, store as programs};
use weft_web::Result;

one_of! {
    /// Which of the two reminders.
    pub enum Which in "draft_reminder.kind" {
        Early = "early",
        Last = "last",
    }
}

/// Days before the deadline that can be chosen for the first reminder.
pub const DAYS: std::ops::RangeInclusive<i64> = 2..=30;

/// The days that are offered first.
pub const USUAL_DAYS: i64 = 7;

/// At what hour of the season's clock they go.
const HOUR: i8 = 9;

/// When a reminder is due: at nine in the morning, so many days before the day of the deadline.
pub fn due_at(until: Time, days: i64, zone: &str) -> Time {
    let span = jiff::Span::new().days(days);
    let day = until.date_in(zone).saturating_sub(span);
    let nine = day.at(HOUR, 0, 0, 0);
    // No zone's clock skips nine in the morning today; were one to, the hour after is as good.
    when::moment(nine, zone).or_else(|_| when::moment(day.at(HOUR + 1, 0, 0, 0), zone)).unwrap_or(until)
}

/// Which reminder is due now, and since when: of a draft that was begun before, with this deadline.
pub fn due(now: Time, begun: Time, until: Time, days: i64, zone: &str) -> Option<(Which, Time)> {
    let (early, last) = (due_at(until, days, zone), due_at(until, 1, zone));
    let which = if now >= last { (Which::Last, last) } else { (Which::Early, early) };
    (now <= until && now >= which.1 && begun < which.1).then_some(which)
}

/// Turns reminders on, so many days before, or off.
pub async fn set(kernel: &Kernel, permit: &MakeCall, actor: &Id, days: Option<i64>) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::set_remind_days(&mut tx, permit, days).await?;
    let detail = Some(days.map_or_else(|| "reminders off".to_owned(), |days| format!("reminders {days} days before")));
    let (actor, subject) = (Some(actor), permit.season());
    let event = events::Event { actor, verb: "call.changed", subject, season: Some(subject), detail };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(())
}

/// Writes the reminders that are due to the outbox. Returns how many.
pub async fn send(kernel: &Kernel) -> Result<usize> {
    let now = kernel.now();
    let mut n = 0;
    for d in store::unsent_drafts(&mut kernel.db.read().await?, now).await? {
        let Some((which, due)) = due(now, d.started_at, d.until, d.remind_days, &d.zone) else { continue };
        let mut tx = kernel.db.begin().await?;
        let Some(season) = programs::season_by_slug(&mut tx, &d.slug).await? else { continue };
        if remind(kernel, &mut tx, &season, &d, (which, due)).await? {
            tx.commit().await?;
            n += 1;
        }
    }
    Ok(n)
}

/// Writes one reminder, unless it was written, or the draft was sent or its address opted out meanwhile.
async fn remind(
    kernel: &Kernel,
    tx: &mut Tx,
    season: &Season,
    d: &store::Unsent,
    (which, due): (Which, Time),
) -> Result<bool> {
    let (opens, ends) = (secret::token(&kernel.rng), secret::token(&kernel.rng));
    let new = store::NewReminder { draft: d, which, due, token_hash: &secret::hash(&ends) };
    if !store::insert_reminder(tx, &new, kernel.now()).await? {
        return Ok(false);
    }
    store::insert_key(kernel, tx, &d.id, &secret::hash(&opens), KeyKind::Link, Some(&d.norm)).await?;
    let lang = Lang::parse(&d.language).unwrap_or_default();
    let ends = format!("{}/reminders/{ends}", kernel.config.base_url);
    let letter = letters::reminder(kernel, &Emails::of(tx, season).await?, lang, d.until, (&opens, &ends));
    let key = format!("draft-reminder:{}:{}:{}", d.id, which, due.0);
    let mail = letter.to(&d.email).ended_by(ends);
    let (lane, listed) = (Lane::Bulk(Some(d.until)), Listed::ToOwners);
    let new = outbox::New { key: &key, lane, listed, season: Some(&season.id), mail: &mail };
    outbox::enqueue(kernel, tx, new).await?;
    Ok(true)
}

/// Whoever reads a reminder asks for no more of this program's. Said twice, done once.
pub async fn refuse(kernel: &Kernel, asked: &store::Reminded) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::refuse_reminders(&mut tx, asked, kernel.now()).await?;
    tx.commit().await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ZONE: &str = "America/New_York";

    fn at(text: &str) -> Time {
        Time::parse(text).expect("a moment")
    }

    #[test]
    fn reminders_go_at_nine_where_the_season_is_and_each_draft_gets_those_it_was_there_for() {
        let until = at("2025-02-01T04:59:59Z");
        assert_eq!(due_at(until, 1, ZONE), at("2025-01-30T14:00:00Z"), "the day before January 31 in New York");
        assert_eq!(due_at(until, 7, ZONE), at("2025-01-24T14:00:00Z"));
        let begun = at("2025-01-10T00:00:00Z");
        let which = |now: &str| due(at(now), begun, until, 7, ZONE).map(|(w, _)| w);
        assert_eq!(which("2025-01-24T13:59:00Z"), None);
        assert_eq!(which("2025-01-24T14:00:00Z"), Some(Which::Early));
        assert_eq!(which("2025-01-30T14:00:00Z"), Some(Which::Last));
        assert_eq!(which("2025-02-01T05:00:00Z"), None, "the deadline is over");
        let late = at("2025-01-30T15:00:00Z");
        assert_eq!(due(at("2025-01-31T15:00:00Z"), late, until, 7, ZONE), None, "begun after it was due");
    }

    proptest! {
        /// Whatever the days and the hour, a reminder is never due after the deadline or before the draft.
        #[test]
        fn never_after_the_deadline_nor_before_the_draft(
            now in 0_i64..4_000_000, begun in 0_i64..4_000_000, until in 0_i64..4_000_000, days in DAYS,
        ) {
            let time = |s: i64| at("2025-01-01T00:00:00Z").plus_seconds(s);
            if let Some((which, due)) = due(time(now), time(begun), time(until), days, ZONE) {
                prop_assert!(due <= time(now) && time(now) <= time(until) && time(begun) < due);
                prop_assert_eq!(which == Which::Last, time(now) >= due_at(time(until), 1, ZONE));
            }
        }
    }
}
