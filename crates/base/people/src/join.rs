//! A record that stood apart becomes part of the record of whoever proved its address. What the holder has said stands;
//! what is missing there comes over; rows that both have stay the holder's.

use super::store;
use weft_kernel::db::{Result, Tx};
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, events, keeps};

/// Joins a record apart to the holder's.
pub(super) async fn join(kernel: &Kernel, tx: &mut Tx, apart: &Id, holder: &Id) -> Result<()> {
    keeps::join(tx, apart, holder).await?;
    store::end_roles(tx, apart, kernel.now()).await?;
    let event =
        events::Event { actor: Some(holder), verb: "people.joined", subject: holder, season: None, detail: None };
    events::record(kernel, tx, event).await
}
