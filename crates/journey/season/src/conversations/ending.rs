//! What has had its time: texts of removed messages after a while, topics of spaces that are closed and of seasons that
//! ended long ago.

use jiff::civil::Date;

use super::files;
use super::model::{KEEP_DAYS, UNDO_MINUTES};
use super::store::keeping;
use weft_kernel::clock::Time;
use weft_kernel::{Kernel, zone};
use weft_web::Result;

/// When the conversations of a season are deleted: so many days after the end of its last day.
pub fn until(ends_on: Date, zone: &str, days: Option<i64>) -> Time {
    Time::end_of_day(ends_on, zone).plus_days(days.unwrap_or(KEEP_DAYS))
}

/// Deletes what has had its time. Returns how many topics.
pub(super) async fn sweep(kernel: &Kernel) -> Result<usize> {
    let now = kernel.now();
    let mut tx = kernel.db.begin().await?;
    keeping::empty_removed(&mut tx, now.plus_seconds(-60 * UNDO_MINUTES)).await?;
    tx.commit().await?;
    files::sweep(kernel).await?;
    let today = now.date_in(zone::USUAL_ZONE);
    let ended = keeping::ended(&mut kernel.db.read().await?, &today.to_string()).await?;
    let mut n = 0;
    for topic in ended {
        let is_over = match topic.ends_on.parse() {
            _ if topic.is_closed => true,
            Ok(day) => until(day, &topic.zone, topic.keep_days) <= now,
            Err(_) => false,
        };
        if !is_over {
            continue;
        }
        // The files first: without their rows nobody would know of them.
        for file in keeping::files_of(&mut kernel.db.read().await?, &topic.id).await? {
            files::delete(kernel, &file).await?;
        }
        let mut tx = kernel.db.begin().await?;
        n += usize::from(keeping::delete_topic(&mut tx, &topic.id).await?);
        tx.commit().await?;
    }
    Ok(n)
}
