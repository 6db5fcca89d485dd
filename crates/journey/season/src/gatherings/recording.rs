//! Whether a gathering is recorded, and until when that may be watched.

use super::acts::record;
use super::rules::RunGathering;
use super::store::recording as store;
pub use super::store::recording::of;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::i18n::Tr;
use weft_kernel::ids::Id;
use weft_kernel::row;
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
        None => store::remove(&mut tx, gathering).await?,
        Some(r) => store::set(&mut tx, gathering, r, kernel.now()).await?,
    }
    record(kernel, &mut tx, actor, "gathering.recording", gathering, permit.season()).await?;
    Ok(tx.commit().await?)
}
