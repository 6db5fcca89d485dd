//! Whether a gathering is recorded, and until when that may be watched.

use super::acts::record;
use super::rules::RunGathering;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::Conn;
use weft_kernel::i18n::Tr;
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};
use weft_web::Result;

row! {
    /// What was said about recording. The link leads there while its day has not passed.
    pub struct Recording { is_recorded: bool, url: String, until_on: Option<String> }
}

impl Recording {
    /// Whether it may be watched now: its last day counts, where the gathering's times are agreed.
    pub fn can_be_watched(&self, now: Time, zone: &str) -> bool {
        let until = self.until_on.as_ref().and_then(|d| d.parse().ok()).map(|d| Time::end_of_day(d, zone));
        !self.url.is_empty() && until.is_none_or(|until| now <= until)
    }
}

/// What may be said of recording, as the choice of a form: nothing yet, yes, no.
pub fn options(t: &Tr) -> Vec<(String, String)> {
    [("", "recorded-unsaid"), ("yes", "recorded-yes"), ("no", "recorded-no")]
        .map(|(value, key)| (value.to_owned(), t.t(key)))
        .to_vec()
}

/// What was said, if anything.
pub async fn of(conn: &mut Conn, gathering: &Id) -> weft_kernel::db::Result<Option<Recording>> {
    conn.opt(
        sql!("SELECT is_recorded, url, until_on FROM gathering_recording WHERE gathering_id = $1"),
        args![gathering],
    )
    .await
}

/// Says it anew, or takes it back.
pub async fn set(
    kernel: &Kernel,
    permit: &RunGathering,
    actor: Option<&Id>,
    gathering: &Id,
    recording: Option<&Recording>,
) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    match recording {
        None => tx.run(sql!("DELETE FROM gathering_recording WHERE gathering_id = $1"), args![gathering]).await?,
        Some(r) => {
            tx.run(
                sql!(
                    "INSERT INTO gathering_recording (gathering_id, is_recorded, url, until_on, at)
                    VALUES ($1, $2, $3, $4, $5)
                    ON CONFLICT (gathering_id) DO UPDATE SET is_recorded = excluded.is_recorded, url = excluded.url,
                        until_on = excluded.until_on, at = excluded.at"
                ),
                args![gathering, r.is_recorded, &r.url, r.until_on.as_deref(), kernel.now()],
            )
            .await?
        }
    };
    record(kernel, &mut tx, actor, "gathering.recording", gathering, permit.season(), None).await?;
    Ok(tx.commit().await?)
}
