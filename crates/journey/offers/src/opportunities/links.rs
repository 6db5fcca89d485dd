//! Links that stand on pages are tried once a week, new ones within a minute; what came of it stands beside them.

use super::model::LinkState;
use super::store;
use weft_kernel::Kernel;
use weft_kernel::db::Result;
use weft_kernel::links::{Found, Links};

/// How many links one round tries.
const A_ROUND: i64 = 10;

/// Tries links that are new, were last tried a week ago, or led nowhere a day ago. Returns how many. The demo's lead
/// nowhere and are left alone.
pub async fn sweep(kernel: &Kernel, links: &Links) -> Result<usize> {
    if kernel.is_demo {
        return Ok(0);
    }
    let (stale, dead) = (kernel.now().plus_days(-7), kernel.now().plus_days(-1));
    let due = store::due_links(&mut kernel.db.read().await?, stale, dead, A_ROUND).await?;
    for url in &due {
        let (state, said) = match links.ask(url).await {
            Found::Works(code) => (LinkState::Ok, code.to_string()),
            Found::Dead(said) => (LinkState::Dead, said),
            Found::Unsure(said) => (LinkState::Unsure, said),
        };
        let mut tx = kernel.db.begin().await?;
        store::keep_link(&mut tx, url, state, &said, kernel.now()).await?;
        tx.commit().await?;
    }
    Ok(due.len())
}
