//! Who may go on following what happens in a season. A line that was opened by right ends with that right: with the
//! sign-in, with a role, with the season.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use super::extract::InSeason;
use super::model::Role;
use super::{rules, store};
use weft_kernel::Kernel;
use weft_kernel::ids::Id;
use weft_kernel::live::Who;
use weft_people::Strength;
use weft_web::Result;

/// How often everyone who follows is looked at: a line outlives its right by less than five seconds.
pub const EVERY: Duration = Duration::from_secs(3);

/// Who follows from a page of this season; nothing for visitors.
pub fn who(s: &InSeason) -> Option<Who> {
    let actor = s.actor.as_ref()?;
    Some(Who {
        person: actor.person_id.clone(),
        sign_in: actor.sign_in_id.clone(),
        season: s.season.id.clone(),
        standing: standing(s.roles.clone(), s.is_access_contact()),
    })
}

/// What someone is in a season, in a form that can be compared.
fn standing(mut roles: Vec<Role>, is_access_contact: bool) -> String {
    roles.sort_unstable();
    roles.dedup();
    let mut names: Vec<&str> = roles.into_iter().map(Role::name).collect();
    names.extend(is_access_contact.then_some("access-contact"));
    names.join(" ")
}

/// Ends the lines of those who may no longer follow, or whose part in the season has changed. One statement for each
/// season that is followed, however many follow it. Returns how many lines ended.
pub async fn sweep(kernel: &Kernel) -> Result<usize> {
    let (seasons, mark) = kernel.live.seasons();
    if seasons.is_empty() {
        return Ok(0);
    }
    let now = kernel.now();
    let mut rights: HashSet<(Id, Id, String)> = HashSet::new();
    let mut conn = kernel.db.read().await?;
    for season in seasons {
        let mut held: HashMap<Id, (Strength, Vec<Role>, bool)> = HashMap::new();
        for row in store::signed_in(&mut conn, &season).await? {
            let strength = row.strength;
            if !strength.is_living(row.created_at, row.seen_at, now) {
                continue;
            }
            let (_, roles, is_contact) = held.entry(row.sign_in_id).or_insert((strength, Vec::new(), false));
            *is_contact |= row.role.is_none() && strength.opens_staff_roles();
            roles.extend(row.role);
        }
        rights.extend(held.into_iter().map(|(sign_in, (strength, roles, c))| {
            (sign_in, season.clone(), standing(rules::effective(roles, strength), c))
        }));
    }
    drop(conn);
    Ok(kernel.live.end_before(mark, |w| !rights.contains(&(w.sign_in.clone(), w.season.clone(), w.standing.clone()))))
}

/// Looks again and again, until the process ends.
pub async fn watch(kernel: Kernel, every: Duration) {
    let mut tick = tokio::time::interval(every);
    tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        tick.tick().await;
        if let Err(error) = sweep(&kernel).await {
            tracing::debug!("who follows could not be looked at: {error:?}");
        }
    }
}
