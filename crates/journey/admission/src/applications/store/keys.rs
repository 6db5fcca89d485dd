//! What a search of applications looks in beside the name: number and organization, without accents and capitals.

use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, collate, sql};

pub(in crate::applications) fn search_key(external_id: &str, organization: Option<&str>) -> String {
    format!("{}\n{}", collate::search_key(external_id), collate::search_key(organization.unwrap_or_default()))
}

/// Applications by id, after one: id, number, organization.
pub(in crate::applications) async fn after(
    conn: &mut Conn,
    id: &str,
    most: i64,
) -> Result<Vec<(Id, String, Option<String>)>> {
    conn.all(
        sql!("SELECT id, external_id, organization FROM application WHERE id > $1 ORDER BY id LIMIT $2"),
        args![id, most],
    )
    .await
}

pub(in crate::applications) async fn set_keys(
    conn: &mut Conn,
    id: &Id,
    external_id: &str,
    organization: Option<&str>,
) -> Result<()> {
    conn.run(
        sql!("UPDATE application SET search_key = $2, organization_norm = $3 WHERE id = $1"),
        args![id, search_key(external_id, organization), organization.map(weft_kernel::plain::norm)],
    )
    .await
    .map(drop)
}
