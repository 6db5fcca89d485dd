//! Verbs: write the codebook, code an answer.

use super::model::Theme;
use super::rules::{Code, WriteCodebook};
use super::store::{self, NewCoding};
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, events};
use weft_web::{Error, Result};

/// Adds or changes themes, by question and code.
pub async fn write(kernel: &Kernel, permit: &WriteCodebook, actor: &Id, themes: &[Theme]) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    for theme in themes {
        store::insert_theme(kernel, &mut tx, permit, theme).await?;
    }
    let detail = themes.iter().map(|t| t.label_en.as_str()).collect::<Vec<_>>().join("; ");
    let event = events::Event {
        actor: Some(actor),
        verb: "codebook.written",
        subject: permit.season(),
        season: Some(permit.season()),
        detail: Some(detail),
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes a theme out of the codebook. Codings keep its code on record; it is counted no more. Said twice, done once.
pub async fn remove(kernel: &Kernel, permit: &WriteCodebook, actor: &Id, question: &str, code: &str) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if !store::delete_theme(&mut tx, permit, question, code).await? {
        return Ok(());
    }
    let event = events::Event {
        actor: Some(actor),
        verb: "codebook.removed",
        subject: permit.season(),
        season: Some(permit.season()),
        detail: Some(code.to_owned()),
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(())
}

/// Codes one answer, perhaps with no theme at all.
pub async fn code(
    kernel: &Kernel,
    permit: &Code,
    actor: &Id,
    external_id: &str,
    question: &str,
    codes: &[String],
) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let text = serde_json::to_string(codes).unwrap_or_default();
    let new = NewCoding { external_id, question, codes: &text, by: actor };
    let application = store::set_coding(&mut tx, permit, &new, kernel.now()).await?.ok_or(Error::NotFound)?;
    let event = events::Event {
        actor: Some(actor),
        verb: "answer.coded",
        subject: &application,
        season: Some(permit.season()),
        detail: None,
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(())
}
