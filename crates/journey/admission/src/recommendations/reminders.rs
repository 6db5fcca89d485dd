//! What falls due by itself: the first email to those whom an applicant named before their own address was confirmed, a
//! reminder before the last day, and the end of what belongs to drafts that are gone.

use std::collections::BTreeMap;

use super::acts;
use super::model::{Plan, Recommendation};
use super::store;
use weft_kernel::Kernel;
use weft_kernel::ids::Id;
use weft_programs::{Season, store as programs};
use weft_web::Result;

/// How many days before the last day recommenders who have not answered are reminded; nobody who was written to in
/// these days.
const BEFORE: i64 = 3;

/// Seasons with what they ask, each read once.
type Seasons = BTreeMap<Id, Option<(Season, Plan)>>;

async fn season_of<'s>(
    kernel: &Kernel,
    seasons: &'s mut Seasons,
    r: &Recommendation,
) -> Result<Option<&'s (Season, Plan)>> {
    if !seasons.contains_key(&r.season_id) {
        let mut conn = kernel.db.read().await?;
        let season = match store::season_slug(&mut conn, &r.season_id).await? {
            Some(slug) => programs::season_by_slug(&mut conn, &slug).await?,
            None => None,
        };
        let plan = store::plan(&mut conn, &r.season_id).await?;
        seasons.insert(r.season_id.clone(), season.zip(plan));
    }
    Ok(seasons.get(&r.season_id).and_then(Option::as_ref))
}

/// Writes what is due to the outbox. Returns how many letters.
pub async fn send(kernel: &Kernel) -> Result<usize> {
    let now = kernel.now();
    let mut conn = kernel.db.read().await?;
    let waiting = store::waiting(&mut conn, now).await?;
    let due = store::due_soon(&mut conn, now, now.plus_days(BEFORE), now.plus_days(-BEFORE)).await?;
    drop(conn);
    let (mut n, mut seasons) = (0, Seasons::new());
    for r in waiting {
        let Some((season, plan)) = season_of(kernel, &mut seasons, &r).await? else { continue };
        let mut tx = kernel.db.begin().await?;
        if acts::ask(kernel, &mut tx, season, plan, &r).await? {
            n += 1;
            tx.commit().await?;
        }
    }
    for r in due {
        let Some((season, plan)) = season_of(kernel, &mut seasons, &r).await? else { continue };
        let mut tx = kernel.db.begin().await?;
        if acts::remind(kernel, &mut tx, season, plan, &r).await? {
            n += 1;
            tx.commit().await?;
        }
    }
    Ok(n)
}

/// Forgets those who were named in drafts that were never sent and are gone.
pub async fn sweep(kernel: &Kernel) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::sweep(&mut tx).await?;
    Ok(tx.commit().await?)
}
