//! Files as they were uploaded, kept until they are imported or given up: another sheet or another encoding of them can
//! be read without sending them again.

use super::store;
use weft_kernel::Kernel;
use weft_kernel::db::Tx;
use weft_kernel::ids::Id;
use weft_web::Result;

/// The name under which a file is kept.
fn name(id: &Id) -> String {
    format!("imports/{id}")
}

/// Keeps the bytes of a file, durably, before anything points to them.
pub async fn put(kernel: &Kernel, bytes: Vec<u8>) -> Result<Id> {
    let id = kernel.id();
    kernel.files.put(&name(&id), bytes).await?;
    Ok(id)
}

/// Deletes the bytes of a file that nothing points to.
pub async fn drop(kernel: &Kernel, id: &Id) -> Result<()> {
    Ok(kernel.files.remove(&name(id)).await?)
}

/// From now on the kept file is the one of this import.
pub async fn note(tx: &mut Tx, id: &Id, import: &Id) -> Result<()> {
    Ok(store::insert_source(tx, id, import).await?)
}

/// The bytes of the file of an import, while they are kept.
pub async fn of(kernel: &Kernel, import: &Id) -> Result<Option<Vec<u8>>> {
    let id = store::source(&mut kernel.db.read().await?, import).await?;
    match id {
        Some(id) => Ok(kernel.files.get(&name(&id)).await?),
        None => Ok(None),
    }
}

/// Deletes the files that no import needs any more, and then what was known of them.
pub async fn sweep(kernel: &Kernel) -> Result<()> {
    let gone = store::sources_given_up(&mut kernel.db.read().await?).await?;
    for (id,) in gone {
        drop(kernel, &id).await?;
        let mut tx = kernel.db.begin().await?;
        store::delete_source(&mut tx, &id).await?;
        tx.commit().await?;
    }
    Ok(())
}
