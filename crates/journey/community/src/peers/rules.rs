//! Who may stand in the list. Those who run programs have no view of it. Permits are made here and nowhere else.

use super::store;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_people::Actor;

/// Leave to put oneself into the list: someone who takes part in a season.
pub struct BeFound(Id);

/// Leave to read the list and to write to others in it: someone who stands in it.
pub struct Find(Id);

impl BeFound {
    pub fn person(&self) -> &Id {
        &self.0
    }

    /// For the demo, whose people do what they did at the time.
    pub fn at_the_terminal(_: &Terminal, person: &Id) -> Self {
        Self(person.clone())
    }
}

impl Find {
    pub fn person(&self) -> &Id {
        &self.0
    }
}

pub async fn may_be_found(conn: &mut Conn, actor: &Actor) -> Result<Option<BeFound>> {
    let takes_part = !store::seasons(conn, &actor.person_id).await?.is_empty();
    Ok(takes_part.then(|| BeFound(actor.person_id.clone())))
}

pub async fn may_find(conn: &mut Conn, of: &BeFound) -> Result<Option<Find>> {
    Ok(store::stands_in(conn, of).await?.then(|| Find(of.0.clone())))
}
