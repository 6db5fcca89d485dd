//! Erasing a person: what every slice keeps of them, as it declares itself, and the record they sign in with.

use weft_kernel::db::{Result, Tx};
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, args, keeps, sql};

/// Erases a person: words, addresses, names. What totals are made of stays under an id that leads to nobody.
pub async fn person(kernel: &Kernel, tx: &mut Tx, person: &Id) -> Result<()> {
    keeps::forget(tx, person).await?;
    kernel.anonymous.forget(person);
    let ended = [
        // The picture's file goes with the next sweep.
        sql!("UPDATE photo SET removed_at = $2 WHERE person_id = $1 AND removed_at IS NULL"),
        sql!("UPDATE role SET until = $2 WHERE person_id = $1 AND until IS NULL"),
    ];
    for statement in ended {
        tx.run(statement, args![person, kernel.now()]).await?;
    }
    Ok(())
}
