//! Where each column of a file about what was done elsewhere goes: reviews, updates, a cohort. Exact names settle
//! themselves; what is called otherwise is proposed, and a person says it before anything is read.

use std::collections::BTreeSet;

use super::headings;
use super::mapping::{LEAVE_OUT, Plan, Proposal};
use super::model::{Kind, Report};
use super::review_imports::NO_CRITERIA;
use weft_kernel::address;
use weft_media::table::Table;

/// A column with the scores for one criterion, called as the column is.
pub const CRITERION: &str = "criterion";

/// Every place that a column of such a file can go to, in the order in which the page offers them.
pub fn targets(kind: Kind) -> Vec<&'static str> {
    let criterion = (kind == Kind::Reviews).then_some(CRITERION);
    let more = NO_CRITERIA.iter().filter(|n| kind == Kind::Reviews && headings::of(kind).iter().all(|h| h.name != **n));
    [LEAVE_OUT]
        .into_iter()
        .chain(criterion)
        .chain(headings::of(kind).iter().map(|h| h.name))
        .chain(more.copied())
        .collect()
}

/// Places of which a file may fill one only.
pub fn is_single(target: &str) -> bool {
    target != LEAVE_OUT && target != CRITERION
}

/// The text that says what a place is.
pub fn key(kind: Kind, target: &str) -> Option<&'static str> {
    match target {
        LEAVE_OUT => Some("target-leave-out"),
        CRITERION => Some("target-criterion"),
        _ => headings::of(kind).iter().find(|h| h.name == target).map(|h| h.key),
    }
}

/// What is proposed for each column. `numbers` are those of the season's applications, by which a column of them is
/// known whatever it is called.
pub fn propose(kind: Kind, table: &Table, numbers: &BTreeSet<String>) -> Vec<Proposal> {
    let mut out: Vec<Option<Proposal>> = vec![None; table.headers.len()];
    let mut taken: BTreeSet<&str> = BTreeSet::new();
    let cells = |at: usize| {
        let all = table.rows.iter().filter_map(move |(_, cells)| cells.get(at));
        all.map(|c| c.trim()).filter(|c| !c.is_empty())
    };
    let exact = |header: &String| headings::of(kind).iter().find(|h| h.is_called(header)).map(|h| h.name);
    for (slot, header) in out.iter_mut().zip(&table.headers) {
        if let Some(target) = exact(header).filter(|t| !taken.contains(t)) {
            taken.insert(target);
            *slot = Some(Proposal { target: target.to_owned(), is_guess: false });
        } else if kind == Kind::Reviews && NO_CRITERIA.contains(&header.as_str()) {
            *slot = Some(Proposal { target: header.clone(), is_guess: false });
        }
    }
    // By what they hold, then by words of their names.
    let holds = |at: usize, is: &dyn Fn(&str) -> bool| cells(at).next().is_some() && cells(at).take(50).all(is);
    for by_name in [false, true] {
        for (at, slot) in out.iter_mut().enumerate() {
            if slot.is_some() {
                continue;
            }
            let target = if by_name {
                by_words(kind, &table.headers[at])
            } else if cells(at).take(50).filter(|c| numbers.contains(*c)).count() * 2 > cells(at).take(50).count() {
                Some("application_id")
            } else {
                None
            };
            if let Some(target) = target.filter(|t| !taken.contains(t)) {
                taken.insert(target);
                *slot = Some(Proposal { target: target.to_owned(), is_guess: true });
            }
        }
    }
    // The only column of addresses is whom a row is about, unless its name says whose they are.
    for (at, slot) in out.iter_mut().enumerate() {
        if slot.is_none() && !taken.contains("email") && holds(at, &|c| address::read(c).is_some()) {
            taken.insert("email");
            *slot = Some(Proposal { target: "email".to_owned(), is_guess: true });
        }
    }
    let is_score = |c: &str| c.parse::<i64>().is_ok_and(|n| (0..=100).contains(&n));
    let rest = |at: usize| match kind {
        // A criterion whose scores are faulty in some rows is one all the same: the rows are named.
        Kind::Reviews if cells(at).any(is_score) => Proposal { target: CRITERION.to_owned(), is_guess: false },
        _ => Proposal { target: LEAVE_OUT.to_owned(), is_guess: cells(at).next().is_some() },
    };
    out.into_iter().enumerate().map(|(at, slot)| slot.unwrap_or_else(|| rest(at))).collect()
}

/// Whether a column goes where its name says, so that nobody has to look at it.
pub fn is_known(kind: Kind, header: &str, target: &str) -> bool {
    target == CRITERION
        || header == target
        || headings::of(kind).iter().any(|h| h.name == target && h.is_called(header))
}

/// What the words of a name suggest.
fn by_words(kind: Kind, header: &str) -> Option<&'static str> {
    let lower = header.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let has = |any: &[&str]| words.iter().any(|w| any.contains(w));
    let is_reviewer = has(&["reviewer", "evaluator", "rater", "scorer", "judge", "reader", "evaluadora", "evaluador"])
        || has(&["evalúa", "evalua", "evaluador", "jurado"]);
    if kind == Kind::Reviews && is_reviewer {
        return Some("reviewer_id");
    }
    if has(&["email", "mail", "correo"]) {
        return Some("email");
    }
    let is_number = has(&["id", "number", "no", "num", "número", "numero", "code", "código", "codigo"]);
    if is_number && has(&["application", "applicant", "app", "submission", "solicitud", "entry", "candidate"]) {
        return Some("application_id");
    }
    let is_day = has(&["date", "day", "when", "on", "since", "timestamp", "fecha", "día", "dia", "desde"]);
    match kind {
        Kind::Cohort if is_day => Some("joined_on"),
        Kind::Cohort if has(&["participant", "member", "participante"]) && is_number => Some("participant_id"),
        Kind::Events if has(&["reason", "why", "note", "notes", "motivo", "razón", "razon", "nota"]) => Some("reason"),
        Kind::Events if has(&["event", "status", "update", "change", "what", "estado", "cambio"]) => Some("event"),
        Kind::Events if is_day => Some("at"),
        Kind::Reviews if has(&["comment", "comments", "feedback", "notes", "comentario", "comentarios", "notas"]) => {
            Some("comment")
        }
        Kind::Reviews if is_number && has(&["review", "evaluación", "evaluacion"]) => Some("review_id"),
        Kind::Reviews if is_day => Some("submitted_at"),
        _ => None,
    }
}

/// What a file of this kind lacks, by these places of its columns: the key of what to do.
pub fn lacking(kind: Kind, targets: &[String]) -> Option<&'static str> {
    let has = |target: &str| targets.iter().any(|t| t == target);
    match kind {
        Kind::Applications => None,
        _ if !has("application_id") && !has("email") => Some("lacking-application"),
        Kind::Reviews if !has("reviewer_id") => Some("lacking-reviewer"),
        Kind::Events if !has("at") => Some("lacking-at"),
        Kind::Events if !has("event") => Some("lacking-event"),
        _ => None,
    }
}

/// Whether nobody has to look at these proposals: every name is one that we know, and nothing is missing.
pub fn is_settled(kind: Kind, proposals: &[Proposal]) -> bool {
    let targets: Vec<String> = proposals.iter().map(|p| p.target.clone()).collect();
    lacking(kind, &targets).is_none() && proposals.iter().all(|p| !p.is_guess)
}

/// Whether these are places of this kind of file.
pub fn fits(kind: Kind, targets: &[String]) -> bool {
    let known = self::targets(kind);
    targets.iter().all(|t| known.contains(&t.as_str()))
}

/// The table as the import reads it: columns by the names of their places, without those that are left out.
pub fn matched(table: &Table, plan: &Plan) -> Table {
    let stays: Vec<bool> = plan.targets.iter().map(|t| t != LEAVE_OUT).collect();
    let keep = |cells: &[String]| -> Vec<String> {
        cells.iter().zip(&stays).filter(|(_, stays)| **stays).map(|(cell, _)| cell.clone()).collect()
    };
    let named: Vec<String> = table
        .headers
        .iter()
        .zip(&plan.targets)
        .map(|(header, target)| if target == CRITERION { header.clone() } else { target.clone() })
        .collect();
    let rows = table.rows.iter().map(|(line, cells)| (*line, keep(cells))).collect();
    Table { headers: keep(&named), rows, how: table.how.clone() }
}

/// Faults by the names that columns have in the file.
pub fn as_in_the_file(table: &Table, plan: &Plan, report: &mut Report) {
    for fault in &mut report.faults {
        if let Some(at) = plan.targets.iter().position(|t| is_single(t) && *t == fault.column) {
            table.headers[at].clone_into(&mut fault.column);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proposed(kind: Kind, headers: &[&str], row: &[&str], numbers: &[&str]) -> Vec<(String, bool)> {
        let all = |cells: &[&str]| cells.iter().map(|c| (*c).to_owned()).collect::<Vec<_>>();
        let table = Table { headers: all(headers), rows: vec![(2, all(row))], ..Table::default() };
        let numbers = numbers.iter().map(|n| (*n).to_owned()).collect();
        propose(kind, &table, &numbers).into_iter().map(|p| (p.target, p.is_guess)).collect()
    }

    #[test]
    fn exact_names_settle_themselves_and_others_are_proposed() {
        let of = |all: &[(&str, bool)]| all.iter().map(|(t, g)| ((*t).to_owned(), *g)).collect::<Vec<_>>();
        assert_eq!(
            proposed(Kind::Cohort, &["Email", "Joined on"], &["a@example.org", "2025-01-02"], &[]),
            of(&[("email", false), ("joined_on", false)])
        );
        assert_eq!(
            proposed(Kind::Cohort, &["Ref", "Start date", "Shirt"], &["A1", "2025-01-02", "M"], &["A1"]),
            of(&[("application_id", true), ("joined_on", true), (LEAVE_OUT, true)])
        );
        assert_eq!(
            proposed(
                Kind::Reviews,
                &["Applicant email", "Evaluator", "Fit", "Remarks", "minutes_spent"],
                &["a@example.org", "rosa@example.org", "4", "good", "12"],
                &[]
            ),
            of(&[
                ("email", false),
                ("reviewer_id", true),
                (CRITERION, false),
                (LEAVE_OUT, true),
                ("minutes_spent", false)
            ])
        );
        assert_eq!(
            proposed(Kind::Events, &["Who", "Status", "When"], &["a@example.org", "withdrawn", "2025-01-02"], &[]),
            of(&[("email", true), ("event", true), ("at", true)])
        );
    }

    #[test]
    fn what_is_missing_is_named() {
        let all = |targets: &[&str]| targets.iter().map(|t| (*t).to_owned()).collect::<Vec<_>>();
        assert_eq!(lacking(Kind::Cohort, &all(&["joined_on"])), Some("lacking-application"));
        assert_eq!(lacking(Kind::Reviews, &all(&["email", CRITERION])), Some("lacking-reviewer"));
        assert_eq!(lacking(Kind::Reviews, &all(&["email", "reviewer_id", CRITERION])), None);
        assert_eq!(lacking(Kind::Events, &all(&["application_id", "at", "event"])), None);
    }
}
