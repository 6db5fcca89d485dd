//! What was sent is changed by its applicant: the last version counts everywhere, the earlier ones are kept for the
//! team. A decision on eligibility and reviews stay as they are and are shown as older than the change.

use super::model::{Answer, Parsed, Sender};
use super::rules::FillPool;
use super::store;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::Tx;
use weft_kernel::ids::Id;
use weft_people::{address, needs, store as people};
use weft_web::{Error, Result};

/// One side of a change: the application as it is typed, and the answers that its team may see in its versions.
pub struct Side {
    pub typed: Parsed,
    pub shown: Vec<Answer>,
}

/// A change of one application.
pub struct Change<'a> {
    pub application: &'a Id,
    pub sender: &'a Sender,
    /// Someone of the team who enters it for the applicant.
    pub by: Option<&'a Id>,
    /// When it was sent first.
    pub sent_at: Time,
    pub before: Side,
    pub after: Side,
}

/// What a change did.
pub struct Changed {
    pub person: Id,
    /// From 1, which is what was sent first.
    pub version: i64,
    /// It was withdrawn, and counts again.
    pub is_back: bool,
}

/// Writes the change, inside the caller's transaction.
pub async fn change(kernel: &Kernel, tx: &mut Tx, permit: &FillPool, c: Change<'_>) -> Result<Changed> {
    let Change { application, sender, by, sent_at, before, after } = c;
    let kept = store::kept(tx, permit, application).await?.ok_or(Error::NotFound)?;
    let mut typed = after.typed;
    typed.external_id.clone_from(&kept.external_id);
    for (name, text) in [("answer_format", kept.answer_format), ("late_reason", kept.late_reason)] {
        typed.texts.remove(name);
        typed.texts.extend(text.map(|text| (name, text)));
    }
    // Kept as it was sent: a change is not a later arrival.
    typed.submitted_at = None;
    for (question, transcript) in store::transcripts(tx, application).await? {
        typed.answers.iter_mut().filter(|a| a.id == question).for_each(|a| transcript.clone_into(&mut a.text));
    }
    store::update(tx, application, &typed).await?;
    about_them(kernel, tx, permit, (&kept.person_id, sender), (&before.typed, &typed)).await?;
    let last = store::last_version(tx, application).await?;
    if last == 0 {
        store::insert_version(tx, application, &store::NewVersion::of(1, sent_at, by, &before.shown)).await?;
    }
    let version = last.max(1) + 1;
    store::insert_version(tx, application, &store::NewVersion::of(version, kernel.now(), by, &after.shown)).await?;
    store::mark_changed(tx, application, kernel.now()).await?;
    let is_back = store::undo_withdrawal(tx, application, kernel.now()).await?;
    Ok(Changed { person: kept.person_id, version, is_back })
}

/// Answers to the form of a later stage.
pub struct StageAnswers<'a> {
    pub application: &'a Id,
    pub sender: &'a Sender,
    /// Ids of that form's questions: what was answered to them before is replaced.
    pub questions: &'a [&'a str],
    /// What was submitted before, and what is now.
    pub before: Parsed,
    pub after: Side,
    /// Something was submitted before.
    pub is_change: bool,
}

/// Adds the answers of a later stage to an application, inside the caller's transaction; what was answered before
/// stays. Returns whose application it is.
pub async fn answer_stage(kernel: &Kernel, tx: &mut Tx, permit: &FillPool, given: StageAnswers<'_>) -> Result<Id> {
    let StageAnswers { application, sender, questions, before: was, after: side, is_change } = given;
    let kept = store::kept(tx, permit, application).await?.ok_or(Error::NotFound)?;
    let (sent_at, before) = store::answers_of(tx, application).await?;
    let is_earlier = |a: &&Answer| !questions.contains(&a.id.as_str());
    let mut later = side.typed.answers.clone();
    for (question, transcript) in store::transcripts(tx, application).await? {
        later.iter_mut().filter(|a| a.id == question).for_each(|a| transcript.clone_into(&mut a.text));
    }
    for answer in &mut later {
        answer.is_later = true;
    }
    let all: Vec<Answer> = before.iter().filter(is_earlier).cloned().chain(later).collect();
    store::set_answers(tx, application, &all).await?;
    about_them(kernel, tx, permit, (&kept.person_id, sender), (&was, &side.typed)).await?;
    if is_change {
        store::mark_changed(tx, application, kernel.now()).await?;
    }
    let last = store::last_version(tx, application).await?;
    let shown = if last == 0 { before } else { store::version_of(tx, application, last).await? };
    if last == 0 {
        store::insert_version(tx, application, &store::NewVersion::of(1, sent_at, None, &shown)).await?;
    }
    let shown: Vec<Answer> = shown.iter().filter(is_earlier).cloned().chain(side.shown).collect();
    store::insert_version(tx, application, &store::NewVersion::of(last.max(1) + 1, kernel.now(), None, &shown)).await?;
    Ok(kept.person_id)
}

/// What is kept of a person and not of the application: name, phone, and the compartments. Only where whoever sends it
/// speaks for that record: it is theirs, or nobody's who has proved it.
async fn about_them(
    kernel: &Kernel,
    tx: &mut Tx,
    permit: &FillPool,
    (person, sender): (&Id, &Sender),
    (was, now): (&Parsed, &Parsed),
) -> Result<()> {
    let is_theirs = match sender {
        Sender::Proved(address) => address::holder(tx, address).await?.as_ref() == Some(person),
        Sender::Visitor | Sender::Team => false,
    };
    if !is_theirs && people::is_proved(tx, person).await? {
        return Ok(());
    }
    let names = |p: &Parsed| (p.first_name.clone(), p.last_name.clone());
    if names(was) != names(now) {
        let (was, now) = (names(was), names(now));
        people::rename(tx, person, (&was.0, &was.1), (&now.0, &now.1)).await?;
    }
    let manner = |p: &Parsed| (p.text("pronouns"), p.text("name_pronunciation"));
    if manner(was) != manner(now) {
        let (pronouns, said) = manner(now);
        people::set_manner(tx, person, (pronouns.as_deref(), said.as_deref())).await?;
    }
    if was.phone != now.phone {
        people::replace_phone(kernel, tx, person, was.phone.as_deref(), now.phone.as_deref()).await?;
    }
    let season = permit.season();
    for gone in was.identity.iter().filter(|w| !now.identity.iter().any(|n| n.field == w.field)) {
        people::say_of_self(kernel, tx, person, (&gone.key(season), ""), "").await?;
    }
    for said in now.identity.iter().filter(|n| !was.identity.contains(n)) {
        people::say_of_self(kernel, tx, person, (&said.key(season), &said.label()), &said.value).await?;
    }
    match (&was.access_need, &now.access_need) {
        (was, Some(need)) if was.as_ref() != Some(need) => needs::set(kernel, tx, person, season, need).await?,
        (Some(_), None) => needs::unsay(tx, person, season).await?,
        _ => {}
    }
    Ok(())
}

/// An answer that differs between two versions, or that one of them does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub label: weft_kernel::i18n::Words,
    pub was: String,
    pub now: String,
}

/// What differs between two versions, in the order of the newer one, then what it no longer has.
pub fn differences(was: &[Answer], now: &[Answer]) -> Vec<Difference> {
    let text = |of: &[Answer], id: &str| of.iter().find(|a| a.id == id).map_or_else(String::new, |a| a.text.clone());
    let gone = was.iter().filter(|w| !now.iter().any(|n| n.id == w.id));
    now.iter()
        .chain(gone)
        .map(|a| Difference { label: a.label.clone(), was: text(was, &a.id), now: text(now, &a.id) })
        .filter(|d| d.was != d.now)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use weft_kernel::i18n::Words;

    fn answer(id: &str, text: &str) -> Answer {
        Answer { id: id.into(), label: Words::default(), text: text.into(), is_kept: false, is_later: false }
    }

    #[test]
    fn what_differs_is_what_changed_came_or_went() {
        let was = [answer("a", "one"), answer("b", "two"), answer("c", "three")];
        let now = [answer("a", "one"), answer("d", "new"), answer("b", "2")];
        let said: Vec<_> = differences(&was, &now).into_iter().map(|d| (d.was, d.now)).collect();
        let own = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(said, [own("", "new"), own("two", "2"), own("three", "")]);
        assert_eq!(differences(&now, &now), []);
    }
}
