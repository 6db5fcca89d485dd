//! Lists of recommendations that leave the site, by what they are for: following up needs no answers, an archive has
//! them all. A recommender's reason for declining never leaves.

use super::model::{State, said};
use super::rules::RunRecommendations;
use super::store::{self, Exported};
use weft_kernel::i18n::Tr;
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, events};
use weft_web::Result;

/// What a list is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Who was asked, and how far each is; nothing that was written.
    FollowUp,
    /// Everything that was written, with names.
    Archive,
}

impl Purpose {
    pub const ALL: [Self; 2] = [Self::FollowUp, Self::Archive];

    pub fn name(self) -> &'static str {
        match self {
            Self::FollowUp => "follow-up",
            Self::Archive => "archive",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|p| p.name() == text)
    }

    /// The columns that it may have, in their order.
    pub fn columns(self) -> &'static [&'static str] {
        match self {
            Self::FollowUp => {
                &["number", "applicant", "recommender", "email", "language", "status", "asked", "reminded", "received"]
            }
            Self::Archive => &[
                "number",
                "applicant",
                "recommender",
                "email",
                "relation",
                "language",
                "status",
                "asked",
                "reminded",
                "received",
                "shown",
                "answers",
            ],
        }
    }
}

/// Makes a list, headings first, and puts on record that it was made.
pub async fn make(
    kernel: &Kernel,
    permit: &RunRecommendations,
    (actor, t, zone): (&Id, Tr, &str),
    (purpose, columns): (Purpose, &[&'static str]),
) -> Result<Vec<Vec<String>>> {
    let all = store::exported(&mut kernel.db.read().await?, permit).await?;
    let list = table(t, zone, columns, &all);
    let mut tx = kernel.db.begin().await?;
    let event = events::Event {
        actor: Some(actor),
        verb: "recommendations.exported",
        subject: permit.season(),
        season: Some(permit.season()),
        detail: Some(format!("{}: {} rows; {}", purpose.name(), all.len(), columns.join(", "))),
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(list)
}

/// A column for each question that someone answered, in the order in which they first come.
fn table(t: Tr, zone: &str, columns: &[&'static str], all: &[Exported]) -> Vec<Vec<String>> {
    let facts: Vec<&str> = columns.iter().copied().filter(|c| *c != "answers").collect();
    let given = |r: &Exported| match (&r.answers, columns.contains(&"answers")) {
        (Some(answers), true) => said(t, answers),
        _ => Vec::new(),
    };
    let written: Vec<Vec<(String, String)>> = all.iter().map(given).collect();
    let mut questions: Vec<&str> = Vec::new();
    for (question, _) in written.iter().flatten() {
        if !questions.contains(&question.as_str()) {
            questions.push(question);
        }
    }
    let head = facts.iter().map(|c| t.t(&format!("recommendation-export-{c}")));
    let head = head.chain(questions.iter().map(|q| (*q).to_owned())).collect();
    let row = |(r, own): (&Exported, &Vec<(String, String)>)| {
        let answer = |q: &&str| own.iter().find(|(label, _)| label == q).map(|(_, a)| a.clone()).unwrap_or_default();
        facts.iter().map(|c| cell(t, zone, c, r)).chain(questions.iter().map(answer)).collect()
    };
    std::iter::once(head).chain(all.iter().zip(&written).map(row)).collect()
}

fn cell(t: Tr, zone: &str, column: &str, r: &Exported) -> String {
    let at = |at: Option<weft_kernel::clock::Time>| at.map(|at| t.moment(at, zone)).unwrap_or_default();
    match column {
        "number" => r.external_id.clone(),
        "applicant" => r.display_name.clone(),
        "recommender" => r.name.clone(),
        "email" => r.email.clone(),
        "relation" => r.relation.clone(),
        "language" => r.language.clone(),
        "status" => {
            let state = State::of([r.asked_at, r.opened_at, r.declined_at, r.sent_at]);
            t.t(&format!("recommendation-is-{}", state.name()))
        }
        "asked" => at(r.asked_at),
        "reminded" => at(r.reminded_at),
        "received" => at(r.sent_at),
        "shown" => t.t(if r.is_shown { "yes" } else { "no" }),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_archive_has_what_was_written() {
        for p in Purpose::ALL {
            assert_eq!(Purpose::parse(p.name()), Some(p));
            assert!(p.columns().iter().all(|c| Purpose::Archive.columns().contains(c)), "an archive has everything");
        }
        assert!(!Purpose::FollowUp.columns().contains(&"answers") && Purpose::parse("").is_none());
    }
}
