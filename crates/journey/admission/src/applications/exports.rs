//! Lists that leave the site, by what they are for: each purpose has its columns, and no purpose has access needs or
//! what someone says of themselves.

use std::collections::{BTreeMap, BTreeSet};

use super::model::answers;
use super::rules::ReadPool;
use super::store::{self, Exported};
use weft_kernel::db::Word as _;
use weft_kernel::i18n::Tr;
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, events};
use weft_web::Result;

/// What a list is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    Contacts,
    /// Scores for a committee.
    Scores,
    /// Rows without names, numbers, places of work, and answers.
    Statistics,
    /// Everything, for an archive.
    Archive,
}

impl Purpose {
    pub const ALL: [Self; 4] = [Self::Contacts, Self::Scores, Self::Statistics, Self::Archive];

    pub fn name(self) -> &'static str {
        match self {
            Self::Contacts => "contacts",
            Self::Scores => "scores",
            Self::Statistics => "statistics",
            Self::Archive => "archive",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|p| p.name() == text)
    }

    /// The columns that it may have, in their order.
    pub fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Contacts => {
                &["number", "name", "pronouns", "email", "phone", "organization", "language", "status", "tags"]
            }
            Self::Scores => &[
                "number",
                "name",
                "organization",
                "region",
                "issue",
                "scope",
                "status",
                "priority",
                "reviews",
                "score",
                "lowest",
                "highest",
                "recommendations",
            ],
            Self::Statistics => STATISTICS,
            Self::Archive => ARCHIVE,
        }
    }

    /// Whether a column is chosen until someone says otherwise.
    pub fn is_usual(self, column: &str) -> bool {
        !(self == Self::Scores && ["name", "organization", "recommendations"].contains(&column))
    }
}

const STATISTICS: &[&str] = &[
    "status",
    "region",
    "state",
    "setting",
    "scope",
    "body",
    "level",
    "years-role",
    "years-field",
    "issue",
    "issues",
    "health",
    "language",
];

const ARCHIVE: &[&str] = &[
    "number",
    "name",
    "pronouns",
    "email",
    "phone",
    "submitted",
    "changed",
    "language",
    "format",
    "organization",
    "collaborative",
    "role",
    "level",
    "city",
    "state",
    "region",
    "setting",
    "scope",
    "body",
    "years-role",
    "years-field",
    "issue",
    "issues",
    "health",
    "late",
    "status",
    "decision",
    "priority",
    "reviews",
    "score",
    "lowest",
    "highest",
    "recommendations",
    "tags",
    "answers",
];

/// What a list is made of: its purpose, its columns, and the applications that are in it.
pub struct Wanted<'a> {
    pub purpose: Purpose,
    pub columns: Vec<&'static str>,
    pub applications: &'a BTreeSet<String>,
}

/// Makes a list, headings first, and puts on record that it was made.
pub async fn make(
    kernel: &Kernel,
    permit: &ReadPool,
    (actor, t, zone): (&Id, Tr, &str),
    wanted: &Wanted<'_>,
) -> Result<Vec<Vec<String>>> {
    let mut conn = kernel.db.read().await?;
    let mut tags: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (id, tag) in store::tags(&mut conn, permit).await? {
        tags.entry(id.to_string()).or_default().push(tag);
    }
    let all = store::exported(&mut conn, permit).await?;
    drop(conn);
    let rows: Vec<&Exported> = all.iter().filter(|r| wanted.applications.contains(r.id.as_str())).collect();
    let list = table(t, zone, wanted, &rows, &tags)?;
    let mut tx = kernel.db.begin().await?;
    let detail = format!("{}: {} rows; {}", wanted.purpose.name(), rows.len(), wanted.columns.join(", "));
    let event = events::Event {
        actor: Some(actor),
        verb: "applications.exported",
        subject: permit.season(),
        season: Some(permit.season()),
        detail: Some(detail),
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(list)
}

fn table(
    t: Tr,
    zone: &str,
    wanted: &Wanted<'_>,
    rows: &[&Exported],
    tags: &BTreeMap<String, Vec<String>>,
) -> Result<Vec<Vec<String>>> {
    let facts: Vec<&'static str> = wanted.columns.iter().copied().filter(|c| *c != "answers").collect();
    let mut questions: Vec<(String, String)> = Vec::new();
    let mut said: Vec<BTreeMap<String, String>> = Vec::new();
    if wanted.columns.contains(&"answers") {
        for row in rows {
            let mut own = BTreeMap::new();
            for a in answers(&row.answers)? {
                if !questions.iter().any(|(id, _)| *id == a.id) {
                    questions.push((a.id.clone(), a.label.said(&t).to_owned()));
                }
                own.insert(a.id, a.text);
            }
            said.push(own);
        }
    }
    let head =
        facts.iter().map(|c| t.t(&format!("export-{c}"))).chain(questions.iter().map(|(_, label)| label.clone()));
    let head: Vec<String> = head.collect();
    let none = Vec::new();
    let mut body: Vec<Vec<String>> = rows
        .iter()
        .enumerate()
        .map(|(at, row)| {
            let own = tags.get(row.id.as_str()).unwrap_or(&none);
            let answered = questions.iter().map(|(id, _)| said[at].get(id).cloned().unwrap_or_default());
            facts.iter().map(|c| cell(t, zone, c, row, own)).chain(answered).collect()
        })
        .collect();
    if wanted.purpose == Purpose::Statistics {
        // In the order of what is in them: the order of names would say whose row is whose.
        body.sort();
    }
    Ok(std::iter::once(head).chain(body).collect())
}

fn cell(t: Tr, zone: &str, column: &str, r: &Exported, tags: &[String]) -> String {
    let text = |v: &Option<String>| v.clone().unwrap_or_default();
    let number = |v: Option<f64>| v.map(|n| format!("{}", (n * 100.0).round() / 100.0)).unwrap_or_default();
    match column {
        "number" => r.external_id.clone(),
        "name" => r.name.clone(),
        "pronouns" => text(&r.pronouns),
        "email" => text(&r.email),
        "phone" => text(&r.phone),
        "submitted" => t.moment(r.submitted_at, zone),
        "changed" => r.changed_at.map(|at| t.moment(at, zone)).unwrap_or_default(),
        "language" => r.language.clone(),
        "format" => text(&r.answer_format),
        "organization" => text(&r.organization),
        "collaborative" => text(&r.collaborative),
        "role" => text(&r.role_title),
        "level" => text(&r.role_level),
        "city" => text(&r.city),
        "state" => text(&r.state),
        "region" => text(&r.region),
        "setting" => text(&r.setting),
        "scope" => text(&r.scope),
        "body" => text(&r.body_type),
        "years-role" => number(r.years_in_role),
        "years-field" => number(r.years_in_field),
        "issue" => text(&r.primary_issue_area),
        "issues" => text(&r.other_issue_areas).replace('|', "; "),
        "health" => r.health_focus.as_ref().map(|h| t.t(h)).unwrap_or_default(),
        "late" => text(&r.late_reason),
        "status" => t.t(&format!("state-{}", r.stands.name())),
        "decision" => r.outcome.as_ref().map(|o| t.t(&format!("state-{o}"))).unwrap_or_default(),
        "priority" => text(&r.priority),
        "reviews" => r.reads.to_string(),
        "score" => number(r.score),
        "lowest" => number(r.lowest),
        "highest" => number(r.highest),
        "recommendations" => r.recommendations.to_string(),
        "tags" => tags.join("; "),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statistics_hold_nothing_that_names_someone() {
        let names =
            ["number", "name", "pronouns", "email", "phone", "organization", "collaborative", "city", "answers"];
        assert!(Purpose::Statistics.columns().iter().all(|c| !names.contains(c)));
        for p in Purpose::ALL {
            assert_eq!(Purpose::parse(p.name()), Some(p));
            assert!(p.columns().iter().all(|c| Purpose::Archive.columns().contains(c)), "an archive has everything");
        }
    }
}
