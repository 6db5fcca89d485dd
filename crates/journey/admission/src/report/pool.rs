//! The report itself: a pure function of what was counted, so that page, file and print say the same.

use std::collections::{BTreeMap, HashMap};

use weft_assign::evidence::{self, Cell, krippendorff_alpha};

use super::model::{AboutThem, Coding, Counted, Theme};
use crate::applications::choices;
use crate::selection::goals::band;
use weft_kernel::i18n::Lang;
use weft_web::charts::Bar;

/// One table: every count in it is over `n` people.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// A field, or the id of the question that was coded.
    pub field: String,
    pub is_question: bool,
    /// What was asked, as JSON, where only totals are made of the answers and the question is one of the form's own.
    pub asked: String,
    pub n: usize,
    pub bars: Vec<(String, u64)>,
    /// Whether rows are missing because too few people stand behind them.
    pub holds_back: bool,
    /// Whether one person may stand in several rows.
    pub is_several: bool,
    /// Codings that two people made, and how far they agree on each theme shown (Krippendorff's alpha), in the bars'
    /// order.
    pub twice: usize,
    pub agreement: Vec<Option<f64>>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    pub n: usize,
    /// Stage and how many reached it.
    pub funnel: Vec<(&'static str, u64)>,
    pub funnel_holds_back: bool,
    pub tables: Vec<Table>,
}

/// The stages from a draft to a seat. A stage is left out when what it differs by from the one before would be a group
/// smaller than the floor.
fn funnel(begun: i64, people: &[Counted], floor: u64) -> (Vec<(&'static str, u64)>, bool) {
    let count = |is: &dyn Fn(&&Counted) -> bool| people.iter().filter(is).count() as u64;
    let stages = [
        ("begun", begun.max(0) as u64),
        ("sent", people.len() as u64),
        ("eligible", count(&|c| c.is_eligible)),
        ("read", count(&|c| c.is_read)),
        ("seated", count(&|c| c.is_member)),
    ];
    let (mut shown, mut holds_back): (Vec<(&'static str, u64)>, bool) = (Vec::new(), false);
    for (stage, n) in stages {
        // No drafts: the applications came from a file.
        if n == 0 {
            continue;
        }
        let last = shown.last().map_or(0, |(_, n)| *n);
        // Every stage is a group, and so is what it differs by; of seats that is public.
        if n < floor || (stage != "seated" && last > 0 && last != n && last.abs_diff(n) < floor) {
            holds_back = true;
            continue;
        }
        shown.push((stage, n));
    }
    (shown, holds_back)
}

/// Counts per value where everyone has one value or none.
fn single(field: &str, people: &[Counted], floor: u64, of: &dyn Fn(&Counted) -> Option<String>) -> Option<Table> {
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    let mut missing = 0;
    for person in people {
        match of(person).filter(|v| !v.trim().is_empty()) {
            Some(v) => *counts.entry(v).or_insert(0) += 1,
            None => missing += 1,
        }
    }
    if counts.is_empty() {
        return None;
    }
    let mut ordered: Vec<(String, u64)> = counts.into_iter().collect();
    ordered.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let mut cells: Vec<Cell> = ordered.iter().map(|(_, n)| Cell { count: *n, agreed: 0 }).collect();
    // Those without a value are a cell too: they must not be what gives another one away.
    if missing > 0 {
        cells.push(Cell { count: missing, agreed: 0 });
    }
    let shown = evidence::shown(&cells, floor, true);
    let bars = ordered.into_iter().zip(&shown).filter(|(_, s)| **s).map(|(b, _)| b).collect();
    Some(Table {
        field: field.to_owned(),
        is_question: false,
        asked: String::new(),
        n: people.len(),
        bars,
        holds_back: shown.contains(&false),
        is_several: false,
        twice: 0,
        agreement: Vec::new(),
    })
}

/// Counts per value where one person may have several: each value stands against everyone else alone.
fn several(field: &str, n: usize, counts: Vec<(String, u64)>, floor: u64) -> Table {
    let total = n as u64;
    let may = |count: u64| count == 0 || (count >= floor && (total - count >= floor || total == count));
    let held = counts.iter().any(|(_, c)| !may(*c));
    let bars = counts.into_iter().filter(|(_, c)| *c > 0 && may(*c)).collect();
    Table {
        field: field.to_owned(),
        is_question: false,
        asked: String::new(),
        n,
        bars,
        holds_back: held,
        is_several: true,
        twice: 0,
        agreement: Vec::new(),
    }
}

/// What someone works on. `known` are issue areas that may hold a comma.
fn issues(c: &Counted, known: &[String]) -> Vec<String> {
    let others = choices::split(c.other_issue_areas.as_deref().unwrap_or_default(), known);
    let mut all: Vec<String> =
        c.primary_issue_area.iter().cloned().chain(others.into_iter().map(str::to_owned)).collect();
    all.sort();
    all.dedup();
    all
}

fn all_issues(people: &[Counted], floor: u64) -> Option<Table> {
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    let known: Vec<String> = people.iter().filter_map(|p| p.primary_issue_area.clone()).collect();
    for issue in people.iter().flat_map(|p| issues(p, &known)) {
        *counts.entry(issue).or_insert(0) += 1;
    }
    let mut ordered: Vec<(String, u64)> = counts.into_iter().collect();
    ordered.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    // What has an issue beside another one must be no smaller group either: the table of first issues stands next to
    // this one.
    let first = |issue: &str| people.iter().filter(|p| p.primary_issue_area.as_deref() == Some(issue)).count() as u64;
    let before = ordered.len();
    ordered.retain(|(issue, n)| n - first(issue) == 0 || n - first(issue) >= floor);
    let is_shorter = ordered.len() < before;
    (before > 0).then(|| {
        let mut table = several("issue_areas", people.len(), ordered, floor);
        table.holds_back |= is_shorter;
        table
    })
}

/// Themes of one question over those whose answer was coded; of several codings of one answer the newest counts.
fn themes(
    question: &str,
    people: &[Counted],
    themes: &[&Theme],
    codings: &[Coding],
    floor: u64,
    lang: Lang,
) -> Option<Table> {
    let mut all: HashMap<&str, Vec<Vec<String>>> = HashMap::new();
    for c in codings.iter().filter(|c| c.question == question) {
        all.entry(c.application_id.as_str()).or_default().push(c.codes());
    }
    let coded: Vec<&Vec<Vec<String>>> = people.iter().filter_map(|p| all.get(p.id.as_str())).collect();
    if coded.is_empty() {
        return None;
    }
    let has = |codes: &[String], t: &Theme| codes.contains(&t.code);
    let mut counts: Vec<(String, u64, &Theme)> = themes
        .iter()
        .map(|t| {
            (
                t.label().of(lang).to_owned(),
                coded.iter().filter(|c| c.last().is_some_and(|last| has(last, t))).count() as u64,
                *t,
            )
        })
        .collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.2.place.cmp(&b.2.place)));
    let twice: Vec<&&Vec<Vec<String>>> = coded.iter().filter(|c| c.len() > 1).collect();
    let mut table =
        several(question, coded.len(), counts.iter().map(|(label, n, _)| (label.clone(), *n)).collect(), floor);
    let alpha = |label: &str| -> Option<f64> {
        let (_, _, theme) = counts.iter().find(|(l, ..)| l == label)?;
        krippendorff_alpha(
            &twice.iter().map(|c| c.iter().map(|codes| has(codes, theme)).collect()).collect::<Vec<Vec<bool>>>(),
        )
    };
    table.is_question = true;
    // Agreement over a handful says nothing, and would show who was coded.
    if twice.len() as u64 >= floor {
        table.agreement = table.bars.iter().map(|(label, _)| alpha(label)).collect();
        table.twice = twice.len();
    }
    Some(table)
}

/// Totals of what people said of themselves, at a floor: `n` people stand behind each, also those who said nothing. Of
/// the pool, or of its cohort.
pub fn about_themselves(said: &[AboutThem], n: usize, is_cohort: bool, floor: u64) -> Vec<Table> {
    if (n as u64) < floor {
        return Vec::new();
    }
    let mut fields: BTreeMap<&str, Vec<&AboutThem>> = BTreeMap::new();
    for row in said {
        fields.entry(row.field.as_str()).or_default().push(row);
    }
    let of = |row: &AboutThem| u64::try_from(if is_cohort { row.seated } else { row.people }).unwrap_or(0);
    fields
        .into_iter()
        .map(|(field, rows)| {
            let mut ordered: Vec<(String, u64)> =
                rows.iter().map(|r| (r.value.clone(), of(r))).filter(|(_, n)| *n > 0).collect();
            ordered.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
            let told: u64 = ordered.iter().map(|(_, n)| n).sum();
            let mut cells: Vec<Cell> = ordered.iter().map(|(_, n)| Cell { count: *n, agreed: 0 }).collect();
            // Those who said nothing must not be what gives another one away.
            cells.push(Cell { count: (n as u64).saturating_sub(told), agreed: 0 });
            let shown = evidence::shown(&cells, floor, true);
            let bars = ordered.into_iter().zip(&shown).filter(|(_, s)| **s).map(|(b, _)| b).collect();
            Table {
                field: field.to_owned(),
                is_question: false,
                asked: rows.first().map_or_else(String::new, |r| r.asked.clone()),
                n,
                bars,
                holds_back: shown.contains(&false),
                is_several: false,
                twice: 0,
                agreement: Vec::new(),
            }
        })
        .collect()
}

/// Takes out of a report on part of a pool what, beside the report on the whole, would tell of a group smaller than the
/// floor: a table in which some value is left with too few outside, or a row of one where people stand in several.
pub fn beside(mut part: Report, whole: &Report, floor: u64) -> Report {
    for table in &mut part.tables {
        let Some(all) = whole.tables.iter().find(|t| t.field == table.field && t.is_question == table.is_question)
        else {
            table.bars.clear();
            continue;
        };
        let rest = |label: &str, n: u64| all.bars.iter().find(|(l, _)| l == label).map(|(_, m)| m.abs_diff(n));
        let is_told = |(label, n): &(String, u64)| rest(label, *n).is_some_and(|r| r > 0 && r < floor);
        if table.is_several {
            let before = table.bars.len();
            table.bars.retain(|b| !is_told(b));
            table.holds_back |= table.bars.len() < before;
        } else if table.bars.iter().any(is_told) {
            table.bars.clear();
            table.holds_back = true;
        }
        if table.bars.is_empty() {
            table.agreement.clear();
            table.twice = 0;
        }
    }
    part
}

/// The report over people, at a floor. `begun` is how many drafts there were.
pub fn report(people: &[Counted], begun: i64, book: &[Theme], codings: &[Coding], floor: u64, lang: Lang) -> Report {
    type Field = (&'static str, fn(&Counted) -> Option<String>);
    const FIELDS: [Field; 9] = [
        ("scope", |c| c.scope.clone()),
        ("region", |c| c.region.clone()),
        ("setting", |c| c.setting.clone()),
        ("body_type", |c| c.body_type.clone()),
        ("role_level", |c| c.role_level.clone()),
        ("years_in_role_band", |c| c.years_in_role.map(|y| band(y).to_owned())),
        ("health_focus", |c| c.health_focus.clone()),
        ("primary_issue_area", |c| c.primary_issue_area.clone()),
        ("language", |c| Some(c.language.clone())),
    ];
    let (funnel, funnel_holds_back) = funnel(begun, people, floor);
    let mut tables: Vec<Table> = Vec::new();
    // A pool smaller than the floor says nothing but how many there are.
    if people.len() as u64 >= floor {
        tables.extend(FIELDS.iter().filter_map(|(field, of)| single(field, people, floor, of)));
        tables.extend(all_issues(people, floor));
        let mut questions: Vec<&str> = book.iter().map(|t| t.question.as_str()).collect();
        questions.dedup();
        for question in questions {
            let of: Vec<&Theme> = book.iter().filter(|t| t.question == question).collect();
            tables.extend(themes(question, people, &of, codings, floor, lang));
        }
    }
    Report { n: people.len(), funnel, funnel_holds_back, tables }
}

impl Table {
    /// Whoever stands in no row: those without an answer and those of rows held back, together, so that the rows add up
    /// to `n`. Nobody where people stand in several rows, or where nothing is shown.
    pub fn rest(&self) -> u64 {
        if self.is_several || self.bars.is_empty() {
            return 0;
        }
        (self.n as u64).saturating_sub(self.bars.iter().map(|(_, n)| n).sum())
    }

    pub fn chart(&self) -> Vec<Bar> {
        self.bars.iter().map(|(label, n)| Bar { label: label.clone(), count: Some(*n as i64) }).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn person(i: usize, region: u8, issues: &[u8], is_eligible: bool) -> Counted {
        Counted {
            id: weft_kernel::ids::Id::parse(&format!("00000000-0000-7000-8000-{i:012}")).expect("an id"),
            external_id: format!("A{i}"),
            region: (region < 5).then(|| format!("R{region}")),
            scope: None,
            setting: None,
            role_level: None,
            body_type: None,
            primary_issue_area: issues.first().map(|n| format!("I{n}")),
            other_issue_areas: Some(issues.iter().skip(1).map(|n| format!("I{n}")).collect::<Vec<_>>().join("|")),
            health_focus: None,
            language: "en".into(),
            years_in_role: None,
            is_eligible,
            is_read: is_eligible,
            is_member: false,
        }
    }

    proptest! {
        #[test]
        fn no_number_and_no_difference_tells_of_fewer_than_the_floor(
            people in prop::collection::vec((0_u8..7, prop::collection::vec(0_u8..6, 0..4), any::<bool>()), 0..60),
            floor in 2_u64..12,
        ) {
            let made = |(i, (r, issues, e)): (usize, &(u8, Vec<u8>, bool))| person(i, *r, issues, *e);
            let people: Vec<Counted> = people.iter().enumerate().map(made).collect();
            let made = report(&people, 0, &[], &[], floor, Lang::En);
            let n = people.len() as u64;
            for t in &made.tables {
                for (label, count) in &t.bars {
                    let first = people.iter().filter(|p| p.primary_issue_area.as_deref() == Some(label)).count() as u64;
                    let beside = count - first;
                    let is_kept = t.field != "issue_areas" || beside == 0 || beside >= floor;
                    prop_assert!(is_kept, "beside the first issues: {t:?}");
                    prop_assert!(*count >= floor || *count == 0, "{t:?}");
                    prop_assert!(n - count >= floor || n == *count, "what is left over is as large: {t:?}");
                }
                if !t.is_several {
                    // Everything held back together is no smaller group either.
                    let rest = n - t.bars.iter().map(|(_, c)| c).sum::<u64>();
                    prop_assert!(rest == 0 || rest >= floor, "{t:?}");
                    prop_assert!(t.bars.is_empty() || t.rest() == rest, "the rows add up: {t:?}");
                }
            }
            prop_assert!(made.funnel.iter().all(|(_, n)| *n >= floor), "{:?}", made.funnel);
            let half: Vec<Counted> = people.iter().take(people.len() / 2).cloned().collect();
            for t in beside(report(&half, 0, &[], &[], floor, Lang::En), &made, floor).tables {
                let all = made.tables.iter().find(|o| o.field == t.field);
                for (label, n) in &t.bars {
                    let rest = all.and_then(|a| a.bars.iter().find(|(l, _)| l == label)).map_or(0, |(_, m)| m - n);
                    prop_assert!(rest == 0 || rest >= floor, "the rest of {label} would be {rest}");
                }
            }
            for pair in made.funnel.windows(2) {
                prop_assert!(pair[1].0 == "seated" || pair[0].1 == pair[1].1 || pair[0].1.abs_diff(pair[1].1) >= floor);
            }
        }
    }

    #[test]
    fn the_newest_coding_counts_and_agreement_needs_enough_answers_coded_twice() {
        let people: Vec<Counted> = (0..12).map(|i| person(i, 0, &[], true)).collect();
        let book = super::super::starter::codebook("reasons", "why").expect("there");
        let coding = |i: usize, at: i64, codes: &[&str]| Coding {
            application_id: people[i].id.clone(),
            question: "why".into(),
            codes: weft_kernel::db::Json(codes.iter().map(|c| (*c).to_owned()).collect()),
            by_id: people[i].id.clone(),
            at: weft_kernel::clock::Time(at),
        };
        let mut codings: Vec<Coding> = (0..12).map(|i| coding(i, 1, if i < 6 { &["R3"] } else { &["R1"] })).collect();
        codings.extend((0..6).map(|i| coding(i, 2, &["R3", "R5"])));
        let made = report(&people, 0, &book, &codings, 5, Lang::En);
        let table = made.tables.iter().find(|t| t.field == "why").expect("coded");
        assert_eq!((table.n, table.twice), (12, 6));
        let bar = |label: &str| table.bars.iter().find(|(l, _)| l.starts_with(label)).map(|(_, n)| *n);
        assert_eq!((bar("Peers"), bar("Technical"), bar("Skills in")), (Some(6), Some(6), Some(6)));
        let few = report(&people, 0, &book, &codings, 11, Lang::En);
        assert!(
            few.tables
                .iter()
                .find(|t| t.field == "why")
                .is_some_and(|t| t.bars.is_empty() && t.holds_back && t.twice == 0)
        );
    }
}
