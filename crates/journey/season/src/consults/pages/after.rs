//! What the client does with it afterward: keep a note, make a commitment, bring it again, delete it.

use axum::extract::{Path, State as Shared};
use axum::response::Response;

use super::{At, one, path};
use crate::commitments::acts::{self as commitments, Made as Committed};
use crate::commitments::model::{Draft, LONGEST, MOST, Rhythm, SeenBy};
use crate::commitments::rules::may_commit;
use crate::consults::acts::{self, Made};
use crate::consults::model::{LONGEST_MORE, MOST_WAITING};
use crate::consults::rules::Take;
use crate::consults::store;
use weft_kernel::Kernel;
use weft_programs::May;
use weft_web::{Error, Form, Result, see};

/// Whether the one of the path is the reader's own and has ended: nothing is typed into another.
async fn own(kernel: &Kernel, permit: &Take, at: &At) -> Result<()> {
    let c = store::one(&mut kernel.db.read().await?, permit, &at.id()).await?;
    c.filter(|c| c.is_of(permit.person()) && c.ended_at.is_some()).map(drop).ok_or(Error::NotFound)
}

/// The note as it was typed.
fn text(form: &Form) -> String {
    form.value("note").replace("\r\n", "\n").trim().to_owned()
}

pub async fn keep(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Take>,
    Path(at): Path<At>,
    mut form: Form,
) -> Result<Response> {
    own(&kernel, &permit, &at).await?;
    let text = text(&form);
    if text.chars().count() > LONGEST_MORE {
        form.reject_with("note", "wrong-longer-than", LONGEST_MORE.to_string());
        return one::page(&kernel, &permit, s, &at, form).await;
    }
    acts::keep_note(&kernel, &permit, &at.id(), &text).await?;
    // What was typed for a commitment beside it stays.
    if !form.value("what").trim().is_empty() {
        return one::page(&kernel, &permit, s, &at, form).await;
    }
    Ok(see(&format!("{}#own-note", path(&s, &at.id()))))
}

pub async fn let_go(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Take>,
    Path(at): Path<At>,
) -> Result<Response> {
    acts::let_go(&kernel, &permit, &at.id()).await?;
    Ok(see(&path(&s, &at.id())))
}

pub async fn bring_again(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Take>,
    Path(at): Path<At>,
    mut form: Form,
) -> Result<Response> {
    match acts::bring_again(&kernel, &permit, &at.id()).await? {
        Made::Done(id) => Ok(see(&path(&s, &id))),
        // Pressed again, it waits already.
        Made::Gone => Ok(see(&s.season.path("consults"))),
        Made::Enough => {
            form.reject_with("again", "wrong-consults-many", MOST_WAITING.to_string());
            one::page(&kernel, &permit, s, &at, form).await
        }
    }
}

/// Makes a commitment of one sentence, for oneself; its own page has everything else.
pub async fn commit(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Take>,
    Path(at): Path<At>,
    mut form: Form,
) -> Result<Response> {
    own(&kernel, &permit, &at).await?;
    let leave = may_commit(&s).ok_or(Error::NotFound)?;
    let what = form.required("what");
    let note = text(&form);
    if note.chars().count() > LONGEST_MORE {
        form.reject_with("note", "wrong-longer-than", LONGEST_MORE.to_string());
    }
    if what.chars().count() > LONGEST {
        form.reject_with("what", "wrong-longer-than", LONGEST.to_string());
    }
    if form.is_accepted() {
        let draft = Draft {
            what,
            cue: String::new(),
            by_on: None,
            support: String::new(),
            seen_by: SeenBy::Me,
            theme: None,
            rhythm: Rhythm::Gathering,
            witness: None,
        };
        let press = form.once(&kernel, Some(permit.person()), &s.page, &s.season.path("commitments/{}"));
        match commitments::make(&press, &leave, &draft, &s.zone()).await? {
            Committed::Done(id) if !note.is_empty() => {
                // A note that was typed beside it is kept, too.
                acts::keep_note(&kernel, &permit, &at.id(), &note).await?;
                return Ok(see(&s.season.path(&format!("commitments/{id}"))));
            }
            Committed::Done(id) => return Ok(see(&s.season.path(&format!("commitments/{id}")))),
            Committed::Enough => form.reject_with("what", "wrong-commitments-many", MOST.to_string()),
        }
    }
    one::page(&kernel, &permit, s, &at, form).await
}
