//! The snapshot: who the cohort is, as far as its members agreed. A pure function, so that the page,
//! the file and the tests say the same.
//!
//! What someone did not agree to has no effect on what everyone sees, and whoever is not named has none at all: they
//! are in no count, no total and no average, so that nobody can be worked out by difference (decision 27).

use std::collections::BTreeMap;

use weft_assign::evidence;

use super::model::{Consents, Member};
use weft_kernel::ids::Id;
use weft_web::charts::Bar;

/// Averages are told of so many people at least.
pub const FLOOR: usize = 11;

/// Counts per value of a field.
#[derive(Clone, Debug)]
pub struct Table {
    pub field: &'static str,
    pub bars: Vec<Bar>,
    /// How many are counted.
    pub n: usize,
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

/// One person as they want to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Face {
    pub person: Id,
    pub name: String,
    pub pronouns: Option<String>,
    pub photo: Option<Id>,
    pub lines: Vec<String>,
    pub bio: Option<String>,
}

#[derive(Clone, Debug)]
pub struct Snapshot {
    /// How many people are named, when all numbers are of them alone.
    pub named: Option<usize>,
    pub tables: Vec<Table>,
    pub years: Option<Years>,
    pub faces: Vec<Face>,
}

impl Snapshot {
    /// Whether nothing of anyone is shown.
    pub fn is_empty(&self) -> bool {
        self.faces.is_empty() && self.years.is_none() && self.tables.iter().all(|t| t.n == 0)
    }
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
    Snapshot { named: None, faces: Vec::new(), ..snapshot(members, &|_, _| true, 1) }
}

/// What everyone sees: of those who are named, what each agreed to. Nobody else is in it.
pub fn for_public(members: &[Member], consents: &Consents) -> Snapshot {
    let faces: Vec<Face> = members.iter().filter_map(|m| face(m, consents)).collect();
    let agrees = |m: &Member, field: &str| m.agrees(consents, "name") && m.agrees(consents, field);
    Snapshot { named: Some(faces.len()), faces, ..snapshot(members, &agrees, FLOOR) }
}

fn snapshot(members: &[Member], agrees: &dyn Fn(&Member, &str) -> bool, floor: usize) -> Snapshot {
    Snapshot {
        named: None,
        tables: FIELDS.iter().map(|f| table(members, agrees, f)).collect(),
        years: years(members, agrees, floor),
        faces: Vec::new(),
    }
}

fn table(members: &[Member], agrees: &dyn Fn(&Member, &str) -> bool, (field, consent, value): &Field) -> Table {
    let mut cells: BTreeMap<String, i64> = BTreeMap::new();
    for value in members.iter().filter(|m| agrees(m, consent)).filter_map(value) {
        *cells.entry(value).or_default() += 1;
    }
    let mut bars: Vec<Bar> = cells.into_iter().map(|(label, count)| Bar { label, count: Some(count) }).collect();
    bars.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.label.cmp(&b.label)));
    let n = bars.iter().filter_map(|b| b.count).sum::<i64>();
    Table { field, bars, n: usize::try_from(n).unwrap_or_default() }
}

/// Over those who agreed, where they are enough that an average gives nobody's years away.
fn years(members: &[Member], agrees: &dyn Fn(&Member, &str) -> bool, floor: usize) -> Option<Years> {
    let agreed: Vec<f64> =
        members.iter().filter(|m| agrees(m, "years_in_role")).filter_map(|m| m.years_in_role).collect();
    if agreed.len() < floor {
        return None;
    }
    let (min, max) = evidence::shared_extremes(&agreed);
    Some(Years { n: agreed.len(), mean: evidence::mean(&agreed)?, median: evidence::median(&agreed)?, min, max })
}

/// Someone as everyone sees them; nothing without a name.
pub fn face(m: &Member, consents: &Consents) -> Option<Face> {
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
        person: m.person_id.clone(),
        name,
        pronouns: shows("pronouns", m.pronouns.clone()),
        photo: m.photo.clone().filter(|_| m.agrees(consents, "photo")),
        lines: lines.into_iter().flatten().collect(),
        bio: shows("bio", m.bio.clone()),
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
            bio: None,
            has_answered: true,
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
            .map(|m| (m.person_id.to_string(), ["name", "region", "years_in_role"].map(str::to_owned).into()))
            .collect();
        let s = for_public(&members, &all);
        let shown: Vec<i64> = counts(&s).into_iter().filter_map(|(_, n)| n).collect();
        assert_eq!(shown, [11, 4, 3, 1, 1]);
        assert_eq!(s.years.map(|y| y.n), Some(20));
        assert_eq!((s.faces.len(), s.named), (20, Some(20)));
    }

    #[test]
    fn without_a_name_nobody_is_counted() {
        let members = cohort();
        let fields: std::collections::BTreeSet<String> = ["region", "years_in_role"].map(str::to_owned).into();
        let mut consents: Consents = members.iter().map(|m| (m.person_id.to_string(), fields.clone())).collect();
        assert!(for_public(&members, &consents).is_empty());
        // Eighteen named: the one from the Northeast and the one from Mountain West do not follow from the numbers.
        for m in &members[..18] {
            consents.entry(m.person_id.to_string()).or_default().insert("name".into());
        }
        let s = for_public(&members, &consents);
        assert_eq!((s.named, s.tables[0].n, s.years.as_ref().map(|y| y.n)), (Some(18), 18, Some(18)));
        assert!(counts(&s).iter().all(|(region, _)| region != "Northeast" && region != "Mountain West"));
    }

    #[test]
    fn with_nobody_agreeing_nothing_is_told() {
        assert!(for_public(&cohort(), &Consents::new()).is_empty());
    }

    /// A snapshot without what tells its parts apart.
    fn told(s: &Snapshot) -> String {
        format!("{:?} {:?} {:?} {:?}", s.named, s.tables, s.years, s.faces)
    }

    const ASKED: [&str; 5] = ["name", "region", "issue_area", "role_level", "years_in_role"];

    fn agreed(yes: &[bool]) -> std::collections::BTreeSet<String> {
        ASKED.iter().zip(yes).filter(|(_, y)| **y).map(|(f, _)| (*f).to_owned()).collect()
    }

    proptest! {
        /// Nobody who is not named can be worked out: they may be anyone, agree to anything else, be more, or not be
        /// there, and everyone sees the same. What is counted beside a name is what stands beside that name.
        #[test]
        fn the_unnamed_leave_no_trace(
            yes in prop::collection::vec(any::<[bool; 5]>(), 20),
            others in prop::collection::vec(("[A-E]", "[A-E]", 0.0..40.0_f64, any::<[bool; 5]>()), 0..25),
        ) {
            let members = cohort();
            let mut consents: Consents =
                members.iter().zip(&yes).map(|(m, y)| (m.person_id.to_string(), agreed(y))).collect();
            let shown = for_public(&members, &consents);
            let mut changed: Vec<Member> =
                members.iter().filter(|m| m.agrees(&consents, "name")).cloned().collect();
            prop_assert_eq!(told(&shown), told(&for_public(&changed, &consents)), "they were not there");
            for (i, (region, level, years, mut says)) in others.into_iter().enumerate() {
                let mut m = member(100 + i, &region);
                m.role_level = Some(level.clone());
                m.primary_issue_area = Some(level);
                m.years_in_role = Some(years);
                says[0] = false;
                consents.insert(m.person_id.to_string(), agreed(&says));
                changed.insert(i % (changed.len() + 1), m);
            }
            prop_assert_eq!(told(&shown), told(&for_public(&changed, &consents)), "they were others, or more");
            // Taking those who are named from the counts leaves nobody.
            for (table, at) in [(&shown.tables[0], "region"), (&shown.tables[2], "issue_area")] {
                for bar in &table.bars {
                    let beside = shown.faces.iter().filter(|f| f.lines.contains(&bar.label)).count();
                    prop_assert_eq!(bar.count, Some(beside as i64), "{} {}", at, &bar.label);
                }
            }
            for table in &shown.tables {
                prop_assert!(table.n <= shown.faces.len());
            }
        }

        /// Whoever said no to something could be someone else, or not there at all: everyone sees the same.
        #[test]
        fn what_was_not_agreed_to_has_no_effect(
            yes in prop::collection::vec(any::<[bool; 4]>(), 20),
            others in prop::collection::vec(("[A-E]", "[A-E]", 0.0..40.0_f64), 20),
        ) {
            const ASKED: [&str; 4] = ["name", "region", "role_level", "years_in_role"];
            let members = cohort();
            let of = |yes: &[bool; 4]| -> std::collections::BTreeSet<String> {
                ASKED.iter().zip(yes).filter(|(_, y)| **y).map(|(f, _)| (*f).to_owned()).collect()
            };
            let consents: Consents =
                members.iter().zip(&yes).map(|(m, y)| (m.person_id.to_string(), of(y))).collect();
            let shown = told(&for_public(&members, &consents));
            let changed: Vec<Member> = members
                .iter()
                .cloned()
                .zip(yes.iter().zip(&others))
                .filter(|(_, (y, _))| y.iter().any(|y| *y))
                .map(|(mut m, (y, (region, level, years)))| {
                    if !y[0] {
                        m.display_name = format!("Another {region}");
                    }
                    if !y[1] {
                        m.region = Some(region.clone());
                    }
                    if !y[2] {
                        m.role_level = Some(level.clone());
                    }
                    if !y[3] {
                        m.years_in_role = Some(*years);
                    }
                    m.health_focus = None;
                    m.primary_issue_area = None;
                    m.organization = None;
                    m
                })
                .collect();
            prop_assert_eq!(shown, told(&for_public(&changed, &consents)));
        }
    }
}
