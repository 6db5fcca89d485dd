//! Reminders to reviewers: once, so many days before their reviews are due as is set.

use super::{letters, store};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_programs::emails::Emails;
use weft_programs::{digest, store as programs};
use weft_web::Result;

/// The same thing to do, as it stands on a start page.
pub const TODO: &str = "todo-reviews";

/// Whether it is time: from so many days before the day on, until that day is over where the season is.
fn is_time(now: Time, due_on: &str, remind_days: i64, zone: &str) -> bool {
    let (Ok(due), Ok(zone)) = (due_on.parse::<jiff::civil::Date>(), jiff::tz::TimeZone::get(zone)) else {
        return false;
    };
    let today = now.timestamp().to_zoned(zone).date();
    let days = (due - today).get_days();
    (0..=remind_days).contains(&i64::from(days))
}

/// Writes the reminders that are due to the outbox. Returns how many.
pub async fn send(kernel: &Kernel) -> Result<usize> {
    let now = kernel.now();
    let due = store::with_day(&mut kernel.db.read().await?).await?;
    let mut n = 0;
    for one in due.into_iter().filter(|d| is_time(now, &d.due_on, d.remind_days, &d.zone)) {
        let mut tx = kernel.db.begin().await?;
        let Some(season) = programs::season_by_slug(&mut tx, &one.slug).await? else { continue };
        let emails = Emails::of(&mut tx, &season).await?;
        for who in store::written(&mut tx, &one.season_id).await?.into_iter().filter(|w| w.open > 0) {
            let path = season.path("reviews");
            // Their email of this morning said it.
            if digest::was_told(&mut tx, &who.id, TODO, &path, now).await? {
                continue;
            }
            if store::mark_reminded(&mut tx, &one, &who.id, now).await? {
                letters::remind(kernel, &mut tx, &emails, &who, &one.due_on).await?;
                digest::reminded(&mut tx, &who.id, TODO, &path, now).await?;
                n += 1;
            }
        }
        tx.commit().await?;
    }
    Ok(n)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reminder_is_due_from_the_set_day_on_in_the_zone_of_the_season() {
        let at = |text: &str| Time::parse(text).expect("a moment");
        let is = |text: &str| is_time(at(text), "2025-04-04", 3, "America/New_York");
        assert!(!is("2025-04-01T03:59:00Z"), "still March 31 in New York");
        assert!(is("2025-04-01T04:01:00Z") && is("2025-04-05T03:59:00Z"));
        assert!(!is("2025-04-05T04:01:00Z"));
    }
}
