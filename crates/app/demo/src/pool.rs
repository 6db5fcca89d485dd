//! The pool: 175 applications with the marginals of the published season, and their reads.

use super::{people, texts};
use weft_kernel::rng::Rng;
use weft_media::table::Table;

const COUNT: usize = 175;

/// A column's values with how many of the 175 have each.
type Marginal = &'static [(&'static str, usize)];

const REGION: Marginal = &[
    ("South", 74),
    ("Mid-West", 33),
    ("West Coast", 27),
    ("Northeast", 23),
    ("Mountain West", 10),
    ("National or no region", 4),
    ("Territories or tribal multi-region", 4),
];
const SCOPE: Marginal = &[("place-based", 112), ("state", 41), ("national", 15), ("multi", 7)];
const SETTING: Marginal = &[("city", 73), ("rural", 45), ("small town", 33), ("suburb", 24)];
const BODY: Marginal = &[
    ("backbone organization", 71),
    ("coalition", 49),
    ("collaborative/partnership", 38),
    ("network", 11),
    ("other", 6),
];
const LEVEL: Marginal = &[
    ("director", 62),
    ("executive director", 47),
    ("manager/coordinator", 38),
    ("consultant/facilitator", 12),
    ("organizer/resident leader", 9),
    ("other", 7),
];
const FORMAT: Marginal = &[("typed", 149), ("audio", 14), ("video", 9), ("phone", 2), ("paper", 1)];
const ELIGIBLE: Marginal = &[("eligible", 158), ("national only", 9), ("single agency", 5), ("incomplete", 3)];
const LANGUAGE: Marginal = &[("English", 164), ("Spanish", 11)];

/// Issue areas: name, whether it is a health area, how many chose it first.
pub const ISSUES: &[(&str, bool, usize)] = &[
    ("community health/prevention", true, 26),
    ("social determinants of health", true, 24),
    ("maternal/child health", true, 18),
    ("community development", false, 17),
    ("cradle to career", false, 16),
    ("youth health and wellbeing", true, 16),
    ("early childhood education", false, 12),
    ("housing", false, 10),
    ("workforce development", false, 8),
    ("food justice", false, 8),
    ("substance use", true, 8),
    ("environment", false, 7),
    ("economic development (anchor institution)", false, 5),
];

/// The same in Spanish, as the form offers them.
pub const ISSUES_ES: &[(&str, &str)] = &[
    ("community health/prevention", "salud comunitaria y prevención"),
    ("social determinants of health", "determinantes sociales de la salud"),
    ("maternal/child health", "salud materna e infantil"),
    ("community development", "desarrollo comunitario"),
    ("cradle to career", "de la cuna al empleo"),
    ("youth health and wellbeing", "salud y bienestar juvenil"),
    ("early childhood education", "educación en la primera infancia"),
    ("housing", "vivienda"),
    ("workforce development", "desarrollo laboral"),
    ("food justice", "justicia alimentaria"),
    ("substance use", "consumo de sustancias"),
    ("environment", "medio ambiente"),
    ("economic development (anchor institution)", "desarrollo económico (institución ancla)"),
];

/// The region scheme: which states count where.
pub const REGIONS: &[(&str, &str)] = &[
    ("South", "AL AR DC FL GA KY LA MS NC OK SC TN TX VA WV"),
    ("Mid-West", "IA IL IN KS MI MN MO ND NE OH SD WI"),
    ("West Coast", "AK CA HI OR WA"),
    ("Northeast", "CT DE MA MD ME NH NJ NY PA RI VT"),
    ("Mountain West", "AZ CO ID MT NM NV UT WY"),
    ("Territories or tribal multi-region", "GU PR VI"),
];

pub const CRITERIA: [&str; 6] = [
    "equity_practice",
    "role_fit",
    "place_based_collaborative",
    "readiness_and_time",
    "learning_intent",
    "contribution_to_peers",
];

fn spread(rng: &Rng, marginal: Marginal) -> Vec<&'static str> {
    let mut all: Vec<&str> = marginal.iter().flat_map(|(v, n)| std::iter::repeat_n(*v, *n)).collect();
    rng.shuffle(&mut all);
    all
}

fn one<'t>(rng: &Rng, of: &[&'t str]) -> &'t str {
    of[rng.below(of.len() as u64) as usize]
}

/// A few sentences, none twice.
fn write(rng: &Rng, of: &[&str], n: usize, place: &str, issue: &str) -> String {
    let mut lines: Vec<&str> = of.to_vec();
    rng.shuffle(&mut lines);
    lines.into_iter().take(n).collect::<Vec<_>>().join(" ").replace("{place}", place).replace("{issue}", issue)
}

/// The applications as a table, as an export of a form would have them.
pub fn applications(rng: &Rng) -> Table {
    let headers = [
        "application_id",
        "submitted_at",
        "first_name",
        "last_name",
        "pronouns",
        "email",
        "phone",
        "language",
        "city",
        "state",
        "region",
        "setting",
        "scope",
        "body_type",
        "organization",
        "collaborative_name",
        "role_title",
        "role_level",
        "years_in_role",
        "years_in_field",
        "primary_issue_area",
        "other_issue_areas",
        "health_focus",
        "race_ethnicity",
        "gender",
        "access_needs",
        "answer_format",
        "Why do you apply?",
        "What do you hope for?",
        "What is hard right now?",
        "How do you practice equity?",
        "eligibility",
    ];
    let issues: Vec<(&str, bool)> = {
        let mut all: Vec<(&str, bool)> =
            ISSUES.iter().flat_map(|(v, h, n)| std::iter::repeat_n((*v, *h), *n)).collect();
        rng.shuffle(&mut all);
        all
    };
    let (regions, scopes, settings, bodies) =
        (spread(rng, REGION), spread(rng, SCOPE), spread(rng, SETTING), spread(rng, BODY));
    let (levels, formats, eligible, languages) =
        (spread(rng, LEVEL), spread(rng, FORMAT), spread(rng, ELIGIBLE), spread(rng, LANGUAGE));
    let mut names: Vec<(&str, &str)> =
        people::GIVEN.iter().flat_map(|g| people::FAMILY.iter().map(move |f| (*g, *f))).collect();
    rng.shuffle(&mut names);
    let mut rows = Vec::with_capacity(COUNT);
    for i in 0..COUNT {
        let (given, family) = names[i];
        let (issue, health) = issues[i];
        let place = one(rng, people::PLACES);
        let state = REGIONS
            .iter()
            .find(|(r, _)| *r == regions[i])
            .map_or("", |(_, s)| one(rng, &s.split(' ').collect::<Vec<_>>()));
        let quarters = 2 + rng.below(8) + rng.below(8) + if rng.below(9) == 0 { 16 } else { 0 };
        let years = quarters as f64 / 4.0;
        let spanish = languages[i] == "Spanish";
        // Place and purpose together are unique for each of the 175.
        let home = people::PLACES[i % people::PLACES.len()];
        let purpose = [
            "Children’s Table",
            "Health Partnership",
            "Housing Coalition",
            "Backbone",
            "Learning Alliance",
            "Neighbors Network",
            "Harvest Circle",
        ][i / people::PLACES.len() % 7];
        // Fourteen organizations have a second applicant.
        let organization =
            if i % 12 == 11 && i > 12 { row_value(&rows, i - 3, 14) } else { format!("{home} {purpose}") };
        let others: Vec<&str> = (0..rng.below(3))
            .map(|_| one(rng, &ISSUES.iter().map(|x| x.0).collect::<Vec<_>>()))
            .filter(|o| *o != issue)
            .collect();
        let title = match levels[i] {
            "executive director" => "Executive Director",
            "director" => "Director of Partnerships",
            "manager/coordinator" => "Program Manager",
            "consultant/facilitator" => "Lead Facilitator",
            "organizer/resident leader" => "Resident Organizer",
            _ => "Community Fellow",
        };
        let day = 13 + i / 7;
        let (month, day) = if day > 30 { (10, day - 30) } else { (9, day) };
        let cells: Vec<String> = vec![
            format!("D-{:04}", i + 1),
            format!("2024-{month:02}-{day:02}T{:02}:{:02}:00-04:00", 8 + rng.below(14), rng.below(60)),
            given.into(),
            family.into(),
            ["she/her", "he/him", "they/them", "she/they", ""][rng.below(5) as usize].into(),
            format!("{}.{}.{}@example.org", weft_kernel::plain::norm(given), weft_kernel::plain::norm(family), i + 1),
            format!("+1-202-555-01{:02}", i % 100),
            languages[i].into(),
            if state.is_empty() { String::new() } else { place.into() },
            state.into(),
            regions[i].into(),
            settings[i].into(),
            scopes[i].into(),
            bodies[i].into(),
            organization,
            format!("{place} Together"),
            title.into(),
            levels[i].into(),
            years.to_string(),
            (years + rng.below(40) as f64 / 4.0).to_string(),
            issue.into(),
            others.join("|"),
            if health ^ (rng.below(20) == 0) { "yes" } else { "no" }.into(),
            ["Black", "Latina", "Asian", "in my own words: of many places", "Native Hawaiian", "White", ""]
                [rng.below(7) as usize]
                .into(),
            ["woman", "man", "nonbinary", ""][rng.below(4) as usize].into(),
            if rng.below(9) == 0 { one(rng, texts::NEEDS) } else { "" }.into(),
            formats[i].into(),
            write(rng, if spanish { texts::WHY_ES } else { texts::WHY }, 4, place, issue),
            write(rng, if spanish { texts::MORE_ES } else { texts::HOPES }, 3, place, issue),
            write(rng, if spanish { texts::MORE_ES } else { texts::CHALLENGE }, 3, place, issue),
            if eligible[i] == "incomplete" {
                String::new()
            } else {
                write(rng, if spanish { texts::MORE_ES } else { texts::EQUITY }, 2, place, issue)
            },
            eligible[i].into(),
        ];
        rows.push((i + 2, cells));
    }
    Table { headers: headers.map(str::to_owned).to_vec(), rows, ..Table::default() }
}

fn row_value(rows: &[(usize, Vec<String>)], row: usize, column: usize) -> String {
    rows.get(row).and_then(|(_, c)| c.get(column)).cloned().unwrap_or_default()
}

/// Two reads for each application by eight readers, some of them milder than others.
pub fn reads(rng: &Rng) -> Table {
    let mut headers =
        ["review_id", "application_id", "reviewer_id", "read", "submitted_at", "minutes_spent", "state", "comment"]
            .map(str::to_owned)
            .to_vec();
    headers.extend(CRITERIA.map(str::to_owned));
    let mut rows = Vec::new();
    for i in 0..COUNT {
        let quality = 2 + rng.below(3) as i64;
        for read in 1..=2_usize {
            let reader = (i * 3 + read * 5) % 8 + 1;
            let mild = i64::from(reader == 2) - i64::from(reader == 7);
            let mut cells = vec![
                format!("DR-{:04}", rows.len() + 1),
                format!("D-{:04}", i + 1),
                format!("R{reader}"),
                read.to_string(),
                format!("2024-10-{:02}T14:{:02}:00-04:00", 21 + rng.below(10), rng.below(60)),
                (9 + rng.below(14)).to_string(),
                "counted".into(),
                String::new(),
            ];
            cells.extend(CRITERIA.map(|_| (quality + mild + rng.below(3) as i64 - 1).clamp(1, 5).to_string()));
            rows.push((rows.len() + 2, cells));
        }
    }
    Table { headers, rows, ..Table::default() }
}

/// Two people who withdrew.
pub fn events() -> Table {
    let headers = ["application_id", "at", "event", "reason"].map(str::to_owned).to_vec();
    let row = |line, id: &str, at: &str, reason: &str| {
        (line, vec![id.into(), at.into(), "withdrawn by applicant".into(), reason.into()])
    };
    Table {
        headers,
        rows: vec![
            row(2, "D-0039", "2024-11-04T11:20:00-05:00", "new job outside the field"),
            row(3, "D-0054", "2024-11-11T09:05:00-05:00", "employer cannot release the days"),
        ],
        ..Table::default()
    }
}

pub const GOALS: &str = include_str!("goals.toml");

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn the_pool_has_the_published_marginals_and_is_the_same_every_time() {
        let table = applications(&Rng::fixed(175));
        assert_eq!(table, applications(&Rng::fixed(175)));
        let column = table.headers.iter().position(|h| h == "region").expect("a region");
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for (_, cells) in &table.rows {
            *counts.entry(&cells[column]).or_insert(0) += 1;
        }
        assert_eq!(counts, REGION.iter().copied().collect());
        assert_eq!(table.rows.len(), 175);
    }
}
