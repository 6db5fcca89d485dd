//! Erasing a person: what every slice keeps of them, as it declares itself, and the record they sign in with.

use super::{photo, store};
use weft_kernel::db::{Result, Tx};
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, keeps};

/// Erases a person: words, addresses, names. What totals are made of stays under an id that leads to nobody.
pub async fn person(kernel: &Kernel, tx: &mut Tx, person: &Id) -> Result<()> {
    keeps::forget(tx, person).await?;
    kernel.anonymous.forget(person);
    // The picture's file goes with the next sweep.
    photo::take_back(kernel, tx, person).await?;
    store::end_roles(tx, person, kernel.now()).await
}
