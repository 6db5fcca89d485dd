//! Keys of names: where a name stands in lists and what searches look in. Every statement that writes a name writes its
//! keys; rows of before, and all rows when the collation's data changes, are filled here.

use crate::store::{self, names};
use weft_kernel::collate::{self, Keys};
use weft_kernel::db::{Db, Result};

/// The setting that says with what data the stored keys were made.
pub const SETTING: &str = "name_keys";

/// Rows of one transaction.
const BATCH: i64 = 500;

/// Whether stored keys are of other data than this program's, or were never made.
pub async fn are_old(db: &Db) -> Result<bool> {
    Ok(store::setting(&mut db.read().await?, SETTING).await?.as_deref() != Some(collate::VERSION))
}

/// Makes the keys of everyone. Repeats are harmless.
pub async fn fill(db: &Db) -> Result<()> {
    let mut after = String::new();
    loop {
        let mut tx = db.begin().await?;
        let rows = names::after(&mut tx, &after, BATCH).await?;
        for (id, name) in &rows {
            // Whoever was forgotten has no name.
            let keys = if name == "–" { Keys::of("") } else { Keys::of(name) };
            names::set(&mut tx, id, &keys).await?;
        }
        tx.commit().await?;
        match rows.last() {
            Some((id, _)) => after = id.to_string(),
            None => return Ok(()),
        }
    }
}

/// Says that all stored keys are of this program's data.
pub async fn are_new(db: &Db) -> Result<()> {
    let mut tx = db.begin().await?;
    store::set_setting(&mut tx, SETTING, collate::VERSION).await?;
    tx.commit().await
}

/// A list to choose people from: id, name, and what tells two of one name apart, such as an organization. It stands
/// beside names that occur more than once, and nowhere else.
pub fn told_apart(people: Vec<(String, String, String)>) -> Vec<(String, String)> {
    let mut seen = std::collections::BTreeMap::<String, usize>::new();
    for (_, name, _) in &people {
        *seen.entry(name.clone()).or_default() += 1;
    }
    people
        .into_iter()
        .map(|(id, name, hint)| {
            let is_twice = seen.get(&name).is_some_and(|n| *n > 1);
            let label = if is_twice && !hint.is_empty() { format!("{name} ({hint})") } else { name };
            (id, label)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::told_apart;

    #[test]
    fn two_of_one_name_are_told_apart_and_others_stay_as_they_are() {
        let of = |id: &str, name: &str, hint: &str| (id.to_owned(), name.to_owned(), hint.to_owned());
        let list = told_apart(vec![of("1", "Imani", "River"), of("2", "Imani", "Hill"), of("3", "Sol", "Hill")]);
        let labels: Vec<&str> = list.iter().map(|(_, label)| label.as_str()).collect();
        assert_eq!(labels, ["Imani (River)", "Imani (Hill)", "Sol"]);
    }
}
