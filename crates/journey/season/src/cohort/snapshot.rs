//! The snapshot: who the cohort is, as far as its members agreed. A pure function, so that the page,
//! the file and the tests say the same.

use std::collections::BTreeMap;

use weft_assign::evidence::{self, Cell};

use super::model::{Consents, Member};
use weft_kernel::ids::Id;
use weft_web::charts::Bar;

/// Fewer people than this are not shown to the outside unless all of them agreed.
pub const FLOOR: u64 = 11;

/// Counts per value of a field, and which of them may be seen.
#[derive(Clone, Debug)]
pub struct Table {
    pub field: &'static str,
    pub bars: Vec<Bar>,
    /// Whether some values are not shown; their names are not told either.
    pub holds_back: bool,
    /// How many gave no value.
    pub missing: usize,
}

/// Time in role, when it may be told.
#[derive(Clone, Debug, PartialEq)]
pub struct Years {
    pub n: usize,
    pub mean: f64,
    pub median: f64,
    pub min: Option<f64>,
    pub max: Option<f64>,
}

/// One person as she wants to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Face {
    pub name: String,
    pub pronouns: Option<String>,
    pub photo: Option<Id>,
    pub lines: Vec<String>,
}

#[derive(Clone, Debug)]
pub struct Snapshot {
    pub members: usize,
    pub tables: Vec<Table>,
    pub years: Option<Years>,
    pub faces: Vec<Face>,
}

/// Field shown, consent it needs, value of a member.
type Field = (&'static str, &'static str, fn(&Member) -> Option<String>);

const FIELDS: [Field; 4] = [
    ("region", "region", |m| m.region.clone()),
    ("health_focus", "issue_area", |m| m.health_focus.clone()),
    ("primary_issue_area", "issue_area", |m| m.primary_issue_area.clone()),
    ("role_level", "role_level", |m| m.role_level.clone()),
];

/// What staff see of their own cohort: every count.
pub fn for_staff(members: &[Member]) -> Snapshot {
    let all = |_: &Member, _: &str| true;
    snapshot(members, &all, &|_| None)
}

/// What everyone sees: what was agreed, and where not all agreed only what gives nobody away.
pub fn for_public(members: &[Member], consents: &Consents) -> Snapshot {
    let agrees = |m: &Member, field: &str| m.agrees(consents, field);
    snapshot(members, &agrees, &|m| face(m, consents))
}

fn snapshot(
    members: &[Member],
    agrees: &dyn Fn(&Member, &str) -> bool,
    face: &dyn Fn(&Member) -> Option<Face>,
) -> Snapshot {
    Snapshot {
        members: members.len(),
        tables: FIELDS.iter().map(|f| table(members, agrees, f)).collect(),
        years: years(members, agrees),
        faces: members.iter().filter_map(face).collect(),
    }
}

fn table(members: &[Member], agrees: &dyn Fn(&Member, &str) -> bool, (field, consent, value): &Field) -> Table {
    let mut cells: BTreeMap<String, (u64, u64)> = BTreeMap::new();
    let mut missing = (0_u64, 0_u64);
    for m in members {
        let cell = match value(m) {
            Some(v) => cells.entry(v).or_insert((0, 0)),
            None => &mut missing,
        };
        cell.0 += 1;
        cell.1 += u64::from(agrees(m, consent));
    }
    // Those without a value are a cell too: they must not be what gives another one away.
    let mut ordered: Vec<(String, (u64, u64))> = cells.into_iter().collect();
    ordered.sort_by(|a, b| b.1.0.cmp(&a.1.0).then_with(|| a.0.cmp(&b.0)));
    let mut table: Vec<Cell> =
        ordered.iter().map(|(_, (count, agreed))| Cell { count: *count, agreed: *agreed }).collect();
    if missing.0 > 0 {
        table.push(Cell { count: missing.0, agreed: missing.1 });
    }
    let shown = evidence::shown(&table, FLOOR, true);
    // What is held back is one row without a name: a name alone would tell where the few are.
    let holds_back = shown.contains(&false);
    let bars = ordered
        .into_iter()
        .zip(&shown)
        .filter(|(_, shown)| **shown)
        .map(|((label, (count, _)), _)| Bar { label, count: Some(count as i64) })
        .collect();
    Table { field, bars, holds_back, missing: missing.0 as usize }
}

/// Over those who agreed; told when all did, or when enough did.
fn years(members: &[Member], agrees: &dyn Fn(&Member, &str) -> bool) -> Option<Years> {
    let given: Vec<&Member> = members.iter().filter(|m| m.years_in_role.is_some()).collect();
    let agreed: Vec<f64> =
        given.iter().filter(|m| agrees(m, "years_in_role")).filter_map(|m| m.years_in_role).collect();
    if agreed.is_empty() || (agreed.len() < given.len() && (agreed.len() as u64) < FLOOR) {
        return None;
    }
    let (min, max) = evidence::shared_extremes(&agreed);
    Some(Years { n: agreed.len(), mean: evidence::mean(&agreed)?, median: evidence::median(&agreed)?, min, max })
}

fn face(m: &Member, consents: &Consents) -> Option<Face> {
    let shows = |field: &str, value: Option<String>| value.filter(|_| m.agrees(consents, field));
    let name = shows("name", Some(m.display_name.clone()))?;
    let lines = [
        shows("role_title", m.role_title.clone()),
        shows("organization", m.organization.clone()),
        shows("collaborative", m.collaborative.clone()),
        shows("region", m.region.clone()),
        shows("issue_area", m.primary_issue_area.clone()),
    ];
    Some(Face {
        name,
        pronouns: shows("pronouns", m.pronouns.clone()),
        photo: m.photo.clone().filter(|_| m.agrees(consents, "photo")),
        lines: lines.into_iter().flatten().collect(),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use weft_kernel::clock::Time;
    use weft_kernel::ids::Id;

    fn member(i: usize, region: &str) -> Member {
        let text = |s: &str| Some(s.to_owned());
        Member {
            id: Id::stored(format!("m{i}")),
            person_id: Id::stored(format!("p{i}")),
            external_id: format!("A{i}"),
            display_name: format!("Person {i}"),
            pronouns: None,
            organization: text("Org"),
            collaborative: None,
            role_title: None,
            role_level: text("director"),
            region: text(region),
            state: None,
            setting: None,
            scope: None,
            body_type: None,
            primary_issue_area: text("housing"),
            other_issue_areas: None,
            health_focus: text("no"),
            years_in_role: Some(2.0 + i as f64 / 10.0),
            language: "en".into(),
            joined_at: Time(0),
            photo: None,
        }
    }

    fn cohort() -> Vec<Member> {
        let regions = [("South", 11), ("Mid-West", 4), ("West Coast", 3), ("Mountain West", 1), ("Northeast", 1)];
        regions.iter().flat_map(|(r, n)| vec![*r; *n]).enumerate().map(|(i, r)| member(i, r)).collect()
    }

    fn counts(s: &Snapshot) -> Vec<(String, Option<i64>)> {
        s.tables[0].bars.iter().map(|b| (b.label.clone(), b.count)).collect()
    }

    #[test]
    fn with_everyone_agreeing_even_ones_are_shown() {
        let members = cohort();
        let all = members
            .iter()
            .map(|m| (m.person_id.to_string(), ["region".to_owned(), "years_in_role".to_owned()].into()))
            .collect();
        let s = for_public(&members, &all);
        let shown: Vec<i64> = counts(&s).into_iter().filter_map(|(_, n)| n).collect();
        assert_eq!(shown, [11, 4, 3, 1, 1]);
        assert_eq!(s.years.map(|y| y.n), Some(20));
        assert!(s.faces.is_empty(), "nobody agreed to a name");
    }

    #[test]
    fn with_nobody_agreeing_nothing_small_is_told() {
        let s = for_public(&cohort(), &Consents::new());
        assert!(counts(&s).is_empty() && s.tables[0].holds_back, "{:?}", counts(&s));
        assert!(s.years.is_none() && s.faces.is_empty());
    }

    proptest! {
        #[test]
        fn nobody_is_given_away_by_any_mix_of_consents(yes in prop::collection::vec(any::<bool>(), 20)) {
            let members = cohort();
            let agreed = members.iter().zip(&yes).filter(|(_, y)| **y);
            let consents: Consents =
                agreed.map(|(m, _)| (m.person_id.to_string(), ["region".to_owned()].into())).collect();
            let s = for_public(&members, &consents);
            for bar in &s.tables[0].bars {
                let of = members.iter().zip(&yes).filter(|(m, _)| m.region.as_ref() == Some(&bar.label));
                let (n, all) = of.fold((0, true), |(n, all), (_, y)| (n + 1, all && *y));
                // Shown only when all in it agreed, for no cell here has eleven who did not and eleven outside it; and
                // true.
                prop_assert!(bar.count == Some(n) && all);
            }
            let hidden = 5 - s.tables[0].bars.len();
            prop_assert_ne!(hidden, 1, "one hidden cell follows from the total");
            prop_assert_eq!(s.tables[0].holds_back, hidden > 0);
        }
    }
}
