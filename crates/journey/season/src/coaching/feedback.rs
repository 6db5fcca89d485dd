//! Verbs of what members say of coaching. Themes are shared by their member alone, counted several people at a time,
//! and taken back at any time; how coaching goes is answered without a name. Neither leaves an event of who did it.

use std::collections::BTreeMap;

use super::acts::record;
use super::heard::{Answer, FEWEST, MOST_ROUNDS, Picked, Theme, is_due};
use super::rules::{Arrange, Own};
use super::store;
use weft_kernel::Kernel;
use weft_kernel::anonymous::{self, SETTLED_AFTER, Taken};
use weft_kernel::clock::Time;
use weft_kernel::db::Conn;
use weft_kernel::ids::Id;
use weft_people::rules::OwnRecord;
use weft_web::{Error, Result};

/// Where themes are sealed. Of a season and a person there is one row.
const SHARE: &str = "coaching_theme_share.themes_sealed";

fn row(season: &Id, person: &Id) -> String {
    format!("{season}:{person}")
}

fn opened(kernel: &Kernel, (season, person): (&Id, &Id), sealed: &str) -> Picked {
    let text = kernel.seal.open(SHARE, &row(season, person), sealed);
    text.map(|t| Picked::parse(&t)).unwrap_or_default()
}

/// Says which themes a season offers, in their order, in English and Spanish. One whose words are others than before is
/// another theme: whoever shared it shared the words.
pub async fn offer(kernel: &Kernel, permit: &Arrange, names: &[(String, String)]) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::terms(&mut tx, permit.season()).await?.ok_or(Error::NotFound)?;
    store::hold_count(&mut tx, permit.season()).await?;
    store::keep_themes(kernel, &mut tx, permit, names).await?;
    record(kernel, &mut tx, (Some(permit.person()), permit.season()), "coaching.themes-set", permit.season()).await?;
    Ok(tx.commit().await?)
}

/// What someone shares now.
pub async fn shared(kernel: &Kernel, conn: &mut Conn, permit: &Own) -> Result<Option<Picked>> {
    let sealed = store::share(conn, permit).await?;
    Ok(sealed.map(|text| opened(kernel, (permit.season(), permit.person()), &text)))
}

/// Shares themes with the program, in the place of those before. Those that are not offered any more stay, where they
/// were shared and are chosen still.
pub async fn share(kernel: &Kernel, permit: &Own, chosen: &[Id]) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::hold_count(&mut tx, permit.season()).await?;
    let was = shared(kernel, &mut tx, permit).await?;
    let had = was.clone().unwrap_or_default();
    let offered = store::themes(&mut tx, permit.season()).await?;
    let may = |t: &&Theme| t.is_offered || had.0.contains(&t.id);
    let picked: Vec<Id> = offered.iter().filter(may).map(|t| t.id.clone()).filter(|id| chosen.contains(id)).collect();
    if picked.is_empty() {
        return Err(Error::NotFound);
    }
    let picked = Picked(picked);
    if was.as_ref() == Some(&picked) {
        return Ok(());
    }
    let row = row(permit.season(), permit.person());
    let sealed = kernel.seal.seal(&kernel.rng, SHARE, &row, &picked.line());
    store::put_share(&mut tx, permit, &sealed).await?;
    Ok(tx.commit().await?)
}

/// Takes them back. Again, it changes nothing.
pub async fn unshare(kernel: &Kernel, permit: &Own) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::hold_count(&mut tx, permit.season()).await?;
    store::delete_share(&mut tx, permit).await?;
    Ok(tx.commit().await?)
}

/// Counts again where it is due: never for fewer than five who are new, or five who took theirs back. What is shown in
/// between does not change, so that nobody's themes follow from two readings of the page.
pub async fn count(kernel: &Kernel) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::drop_left_shares(&mut tx).await?;
    tx.commit().await?;
    for season in store::changed_seasons(&mut kernel.db.read().await?, FEWEST).await? {
        let mut tx = kernel.db.begin().await?;
        let gone = store::hold_count(&mut tx, &season).await?;
        let shares = store::shares(&mut tx, &season).await?;
        let new = shares.iter().filter(|s| !s.is_counted).count() as i64;
        if !is_due(new, gone) {
            continue;
        }
        let mut chosen: BTreeMap<Id, i64> = BTreeMap::new();
        for share in &shares {
            for theme in opened(kernel, (&season, &share.person_id), &share.themes_sealed).0 {
                *chosen.entry(theme).or_default() += 1;
            }
        }
        // Of so few that nothing is shown, nothing is kept, and no number of one alone.
        if (shares.len() as i64) < FEWEST {
            chosen.clear();
        }
        for n in chosen.values_mut().filter(|n| **n == 2) {
            *n = 1;
        }
        store::put_count(&mut tx, &season, (shares.len() as i64, &chosen)).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// The themes that someone shares, in each season, for their own file: English, then Spanish.
pub async fn own_data(kernel: &Kernel, conn: &mut Conn, own: &OwnRecord) -> Result<Vec<(String, String)>> {
    let mut all = Vec::new();
    for (season, sealed) in store::own_shares(conn, own).await? {
        let picked = opened(kernel, (&season, own.person()), &sealed);
        let themes = store::themes(conn, &season).await?;
        all.extend(themes.into_iter().filter(|t| picked.0.contains(&t.id)).map(|t| (t.name_en, t.name_es)));
    }
    Ok(all)
}

/// What came of asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    Done,
    /// Members are being asked.
    IsOpen,
    /// They were asked as often as they are in a season.
    Enough,
}

/// Asks everyone who had a session, until a moment.
pub async fn ask(kernel: &Kernel, permit: &Arrange, closes_at: Time) -> Result<Asked> {
    let mut tx = kernel.begin_once().await?;
    store::terms(&mut tx, permit.season()).await?.ok_or(Error::NotFound)?;
    store::hold_count(&mut tx, permit.season()).await?;
    let rounds = store::rounds(&mut tx, permit.season(), None).await?;
    if rounds.iter().any(|r| r.is_open(kernel.now())) {
        return Ok(Asked::IsOpen);
    }
    if rounds.len() as i64 >= MOST_ROUNDS {
        return Ok(Asked::Enough);
    }
    store::insert_round(kernel, &mut tx, permit, closes_at).await?;
    let by = (Some(permit.person()), permit.season());
    record(kernel, &mut tx, by, "coaching.round-opened", permit.season()).await?;
    tx.commit().await?;
    Ok(Asked::Done)
}

/// Ends it before its day. Again, it changes nothing.
pub async fn end(kernel: &Kernel, permit: &Arrange, id: &Id) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if store::end_round(&mut tx, permit, id, kernel.now()).await? {
        let by = (Some(permit.person()), permit.season());
        record(kernel, &mut tx, by, "coaching.round-closed", permit.season()).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Answers, once. The answer waits in memory for others: see [`anonymous`]. No event: when someone answered would say
/// whose it is.
pub async fn answer(kernel: &Kernel, permit: &Own, round: &Id, answer: &Answer) -> Result<Taken> {
    let mut conn = kernel.db.read().await?;
    let found = store::rounds(&mut conn, permit.season(), Some(permit.person())).await?;
    let found = found.into_iter().find(|r| r.id == *round && r.is_open(kernel.now()));
    match found {
        None => Ok(Taken::Closed),
        Some(r) if r.is_said => Ok(Taken::Already),
        Some(_) => Ok(kernel.anonymous.take(
            round,
            permit.person(),
            serde_json::to_string(answer).map_err(|e| Error::Internal(e.to_string()))?,
        )),
    }
}

/// The answers of all rounds that are settled.
pub(super) async fn answers(kernel: &Kernel, conn: &mut Conn, permit: &Arrange) -> Result<Vec<(Id, Answer)>> {
    let kept = store::settled_answers(conn, permit, kernel.now()).await?;
    let read = |(round, text): (Id, String)| {
        Ok((round, serde_json::from_str(&text).map_err(|e| Error::Internal(e.to_string()))?))
    };
    kept.into_iter().map(read).collect()
}

/// Writes what is due of the answers that wait: see [`anonymous::keep`]. Returns how many answers were written.
pub async fn keep(kernel: &Kernel, is_ending: bool) -> Result<usize> {
    let mut kept = 0;
    for round in kernel.anonymous.all() {
        let closes_at = store::closes_at(&mut kernel.db.read().await?, &round).await?;
        let Some(closes_at) = closes_at else { continue };
        kept += anonymous::keep(kernel, &round, closes_at, is_ending).await?;
    }
    Ok(kept)
}

/// Forgets who answered what is closed: it only kept people from answering twice.
pub(super) async fn forget_marks(kernel: &Kernel) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::forget_marks(&mut tx, kernel.now().plus_seconds(-SETTLED_AFTER)).await?;
    Ok(tx.commit().await?)
}
