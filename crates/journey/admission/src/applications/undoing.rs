//! Taking an import of applications back: everything it made goes, but for applications that someone has worked with
//! since. Those stay, each with the reason; so do those that were here before and were changed by it.

use std::collections::{BTreeMap, BTreeSet};

use super::rules::FillPool;
use super::store;
use weft_kernel::clock::Time;
use weft_kernel::db::Conn;
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, events, one_of, row};
use weft_web::{Error, Result};

one_of! {
    /// What a row is that came with an import.
    pub enum Made in "import_made.what" {
        Application = "application",
        /// An application that was here before.
        Changed = "changed",
        Person = "person",
        Role = "role",
        Eligibility = "eligibility",
        Need = "need",
        Identity = "identity",
    }
}

/// What an application was when it was imported: any change of it is another mark.
pub fn mark(content_hash: &str, person: &Id) -> String {
    format!("{content_hash} {person}")
}

row! {
    /// An application that an import made or changed.
    pub(super) struct Imported {
        id: Id,
        external_id: String,
        name: String,
        person_id: Id,
        what: Made,
        duplicate_of: Option<String>,
    }
}

/// An application that undoing leaves: its number, whose it is, and why, as a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stays {
    pub number: String,
    pub name: String,
    pub why: &'static str,
}

/// What undoing an import does, or would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Applications that go.
    pub applications: Vec<Id>,
    /// People who are here through these applications alone, and go with them.
    pub people: Vec<Id>,
    pub stays: Vec<Stays>,
}

/// Reasons for which an application stays, as they are named; of several the first one is said.
const WHY: [&str; 8] = ["decided", "reviewed", "noted", "emailed", "answered", "needs", "changed", "duplicate"];

fn known(why: &str) -> Result<&'static str> {
    let found = WHY.iter().find(|w| **w == why);
    found.copied().ok_or_else(|| Error::Internal(format!("no reason to keep an application is called {why}")))
}

/// What undoing the import of a file would do now.
pub async fn plan(conn: &mut Conn, permit: &FillPool, file: &Id, taken_at: Time) -> Result<Plan> {
    let all = store::imported(conn, permit, file).await?;
    let mut why: BTreeMap<Id, &'static str> = BTreeMap::new();
    for (id, said) in store::worked_with(conn, permit, file, taken_at).await? {
        let (new, rank) = (known(&said)?, |w: &str| WHY.iter().position(|o| *o == w));
        why.entry(id)
            .and_modify(|old| {
                if rank(new) < rank(old) {
                    *old = new;
                }
            })
            .or_insert(new);
    }
    let made: Vec<&Imported> = all.iter().filter(|a| a.what == Made::Application).collect();
    let seconds = store::seconds(conn, permit, file).await?;
    stay_together(&made, &seconds, &mut why);
    let goes: Vec<&&Imported> = made.iter().filter(|a| !why.contains_key(&a.id)).collect();
    let gone: BTreeSet<&Id> = goes.iter().map(|a| &a.id).collect();
    // A person goes when every application of theirs does, and nothing else of theirs is here.
    let alone: BTreeSet<Id> = store::alone(conn, file).await?.into_iter().map(|(id,)| id).collect();
    let elsewhere = store::applications_of_made(conn, file).await?;
    let kept: BTreeSet<&Id> = elsewhere.iter().filter(|(_, a)| !gone.contains(a)).map(|(person, _)| person).collect();
    let people = alone.iter().filter(|p| !kept.contains(p)).cloned().collect();
    let said = |a: &Imported| Stays {
        number: a.external_id.clone(),
        name: a.name.clone(),
        why: if a.what == Made::Changed { "updated" } else { why[&a.id] },
    };
    Ok(Plan {
        applications: goes.iter().map(|a| a.id.clone()).collect(),
        people,
        stays: all.iter().filter(|a| a.what == Made::Changed || why.contains_key(&a.id)).map(said).collect(),
    })
}

/// What stays keeps others: the application that it is a second one of, and those of the same person.
fn stay_together(made: &[&Imported], seconds: &[(String, Id)], why: &mut BTreeMap<Id, &'static str>) {
    loop {
        let before = why.len();
        let own: BTreeSet<&Id> = made.iter().map(|a| &a.id).collect();
        let firsts: BTreeSet<&str> = seconds
            .iter()
            .filter(|(_, second)| !own.contains(second) || why.contains_key(second))
            .map(|(first, _)| first.as_str())
            .collect();
        let people: BTreeSet<&Id> = made.iter().filter(|a| why.contains_key(&a.id)).map(|a| &a.person_id).collect();
        for a in made {
            if firsts.contains(a.external_id.as_str()) || people.contains(&a.person_id) {
                why.entry(a.id.clone()).or_insert("duplicate");
            }
        }
        if why.len() == before {
            return;
        }
    }
}

/// Takes the import of a file back, once. Returns how many applications went; `None` where it was undone before, or
/// nothing of it can be.
pub async fn undo(kernel: &Kernel, permit: &FillPool, actor: &Id, file: &Id) -> Result<Option<usize>> {
    let mut tx = kernel.db.begin().await?;
    let Some(taken_at) = store::mark_undone(&mut tx, permit, file, kernel.now()).await? else { return Ok(None) };
    let plan = plan(&mut tx, permit, file, taken_at).await?;
    if plan.applications.is_empty() {
        return Ok(None);
    }
    store::keep_apart(&mut tx, file, &plan).await?;
    store::take_away(&mut tx, permit, file).await?;
    store::note_undone(&mut tx, file, plan.applications.len()).await?;
    let event = events::Event {
        actor: Some(actor),
        verb: "applications.unimported",
        subject: permit.season(),
        season: Some(permit.season()),
        detail: Some(plan.applications.len().to_string()),
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(Some(plan.applications.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(id: &str, person: &str) -> Imported {
        let of = |n: &str| Id::parse(&format!("019000000000700080000000000000{n}")).expect("an id");
        Imported {
            id: of(id),
            external_id: id.to_owned(),
            name: String::new(),
            person_id: of(person),
            what: Made::Application,
            duplicate_of: None,
        }
    }

    #[test]
    fn what_stays_keeps_its_first_application_and_those_of_its_person() {
        let all = [made("01", "a1"), made("02", "a2"), made("03", "a2"), made("04", "a4")];
        let all: Vec<&Imported> = all.iter().collect();
        let mut why = BTreeMap::from([(all[2].id.clone(), "reviewed")]);
        stay_together(&all, &[("01".into(), all[1].id.clone())], &mut why);
        let told: Vec<(&str, Option<&&str>)> = all.iter().map(|a| (a.external_id.as_str(), why.get(&a.id))).collect();
        let (stays, reviewed) = (Some(&"duplicate"), Some(&"reviewed"));
        assert_eq!(told, [("01", stays), ("02", stays), ("03", reviewed), ("04", None)]);
    }
}
