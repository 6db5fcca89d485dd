//! Home teams: the small group a member belongs to all season. Proposed by the solver, moved by hand,
//! accepted by a person.

pub mod acts;
mod model;
mod pages;
mod part;
pub mod rules;
pub mod store;

pub use model::MyTeam;
pub use part::PART;

use weft_kernel::db::Conn;
use weft_people::Actor;
use weft_web::Result;

/// The home teams of a person, for her start page; one per season she is a member of.
pub async fn of_person(conn: &mut Conn, actor: &Actor) -> Result<Vec<MyTeam>> {
    let rows = store::of_person(conn, &weft_people::rules::own_record(actor)).await?;
    let mut teams: Vec<MyTeam> = Vec::new();
    for row in rows {
        match teams.last_mut() {
            Some(t) if t.season_slug == row.season_slug => t.members.extend(row.member),
            _ => teams.push(MyTeam {
                name: row.team_name,
                position: row.position.unwrap_or(0) + 1,
                season_slug: row.season_slug,
                members: row.member.into_iter().collect(),
            }),
        }
    }
    Ok(teams)
}
