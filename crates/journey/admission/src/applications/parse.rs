//! A row of a table becomes an application, or says everything that is wrong with it.

use super::columns::Column;
use super::mapping::{ANSWER, LEAVE_OUT};
use super::model::{AboutSelf, Answer, Parsed};
use weft_kernel::clock::Time;
use weft_kernel::number::{self, Said};
use weft_kernel::secret;
use weft_media::table::Fault;

const TEXTS: &[&str] = &[
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
    "primary_issue_area",
    "other_issue_areas",
    "answer_format",
    "late_reason",
    "eligibility",
    "priority",
    "name_pronunciation",
    "pronouns",
];
const IDENTITY: &[&str] = &["race_ethnicity", "gender", "tribal_nations"];

/// Reads one row. `zone` is the season's, for times without an offset.
pub fn row(columns: &[Column], line: usize, cells: &[String], zone: &str) -> Result<Parsed, Vec<Fault>> {
    let (parsed, faults) = read(columns, line, cells, zone);
    if faults.is_empty() { Ok(parsed) } else { Err(faults.into_iter().map(|(_, fault)| fault).collect()) }
}

/// As [`row`], with all that could be read, and each fault with the position of its column; one of the whole row has
/// none.
pub fn read(columns: &[Column], line: usize, cells: &[String], zone: &str) -> (Parsed, Vec<(Option<usize>, Fault)>) {
    let mut p = Parsed { line, language: "en".into(), ..Parsed::default() };
    let mut faults = Vec::new();
    let mut has_id = false;
    for (position, (column, cell)) in columns.iter().zip(cells).enumerate() {
        let value = cell.trim();
        let answer = || Answer {
            id: column.id.clone(),
            label: column.label.clone(),
            text: value.to_owned(),
            is_kept: column.is_kept,
        };
        let mut wrong = |advice: &str| {
            let shown: String = value.chars().take(60).collect();
            faults.push((
                Some(position),
                Fault { line, column: column.header.clone(), value: shown, advice: advice.to_owned() },
            ));
        };
        match column.target.as_str() {
            LEAVE_OUT => {}
            ANSWER => {
                if !value.is_empty() {
                    p.answers.push(answer());
                }
            }
            "application_id" => {
                has_id = true;
                if value.is_empty() || value.len() > 80 || value.contains(['/', '\\', '?', '#', '%']) {
                    wrong("fault-id");
                }
                value.clone_into(&mut p.external_id);
            }
            "email" => {
                if !weft_web::form::is_email(value) {
                    wrong("fault-email");
                }
                value.clone_into(&mut p.email);
            }
            "submitted_at" if !value.is_empty() => match moment(value, zone) {
                Some(at) => p.submitted_at = Some(at),
                None => wrong("fault-date"),
            },
            "years_in_role" | "years_in_field" if !value.is_empty() => match number::read(value) {
                Said::Is(years) | Said::Either(years, _) if (0.0..=80.0).contains(&years) => {
                    let slot =
                        if column.target == "years_in_role" { &mut p.years_in_role } else { &mut p.years_in_field };
                    *slot = Some(years);
                }
                _ => wrong("fault-years"),
            },
            "health_focus" if !value.is_empty() => match value.to_lowercase().as_str() {
                "yes" | "y" | "true" | "1" | "sí" | "si" => p.health_focus = Some(true),
                "no" | "n" | "false" | "0" => p.health_focus = Some(false),
                _ => wrong("fault-yes-no"),
            },
            "language" => match weft_kernel::i18n::Lang::parse(value) {
                Some(lang) => lang.tag().clone_into(&mut p.language),
                None if value.is_empty() => {}
                None => p.answers.push(answer()),
            },
            "first_name" => value.clone_into(&mut p.first_name),
            "last_name" => value.clone_into(&mut p.last_name),
            "phone" => p.phone = (!value.is_empty()).then(|| value.to_owned()),
            "access_needs" => p.access_need = (!value.is_empty()).then(|| value.to_owned()),
            name => {
                if value.is_empty() {
                } else if let Some(field) = IDENTITY.iter().find(|f| **f == name) {
                    p.identity.push(AboutSelf { field: (*field).to_owned(), question: None, value: value.to_owned() });
                } else if let Some(field) = TEXTS.iter().find(|f| **f == name) {
                    p.texts.insert(field, value.to_owned());
                }
            }
        }
    }
    if p.first_name.is_empty() && p.last_name.is_empty() {
        p.email.split('@').next().unwrap_or_default().clone_into(&mut p.first_name);
    }
    if !has_id {
        // A form export without ids: address and time of sending make one that stays the same.
        let stamp = p.submitted_at.map_or_else(String::new, |t| t.0.to_string());
        p.external_id = format!("A-{}", &secret::hash(&format!("{}|{stamp}", p.email.to_lowercase()))[..10]);
    }
    if !columns.iter().any(|c| c.target == "email") {
        faults.push((
            None,
            Fault { line: 1, column: String::new(), value: String::new(), advice: "fault-no-email".into() },
        ));
    }
    // Ids are not in it: rows that are the same stay unchanged.
    let whole: Vec<String> =
        columns.iter().zip(cells).map(|(column, c)| format!("{}\u{1f}{c}", column.target)).collect();
    p.content_hash = secret::hash(&whole.join("\u{1e}"));
    (p, faults)
}

/// The eligibility column says `eligible` or yes, that nothing is decided, or the reason why not. `None` while nothing
/// is decided.
pub fn is_eligible(text: &str) -> Option<bool> {
    match weft_kernel::plain::norm(text).as_str() {
        "eligible" | "yes" | "true" | "1" | "si" | "elegible" => Some(true),
        "" | "undecided" | "notdecided" | "pending" | "unknown" | "tbd" | "tobedecided" | "na" | "pendiente"
        | "pordecidir" | "sindecidir" => None,
        _ => Some(false),
    }
}

/// ISO 8601 with an offset, or date and time, or a date, in the season's zone; also the United States' form.
fn moment(text: &str, zone: &str) -> Option<Time> {
    if let Some(at) = Time::parse(text) {
        return Some(at);
    }
    let zone = jiff::tz::TimeZone::get(zone).ok()?;
    let local = text
        .parse::<jiff::civil::DateTime>()
        .ok()
        .or_else(|| text.parse::<jiff::civil::Date>().ok().map(|d| d.at(12, 0, 0, 0)))
        .or_else(|| jiff::civil::DateTime::strptime("%m/%d/%Y %H:%M:%S", text).ok())
        .or_else(|| jiff::civil::Date::strptime("%m/%d/%Y", text).ok().map(|d| d.at(12, 0, 0, 0)))?;
    local.to_zoned(zone).ok().map(|z| Time::from_timestamp(z.timestamp()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use weft_kernel::i18n::Words;

    fn faults(mapping: &[&str], cells: &[&str]) -> Vec<(String, String)> {
        let columns: Vec<Column> = mapping.iter().map(|t| Column::new(t, t, Words::default(), false)).collect();
        let cells: Vec<String> = cells.iter().map(|s| (*s).to_owned()).collect();
        let found = row(&columns, 7, &cells, "America/New_York").expect_err("refused");
        found.into_iter().map(|f| (f.column, f.advice)).collect()
    }

    #[test]
    fn every_fault_of_a_row_is_told_at_once() {
        let told =
            faults(&["application_id", "email", "submitted_at", "years_in_role"], &["", "nobody", "soon", "many"]);
        let told: Vec<(&str, &str)> = told.iter().map(|(c, a)| (c.as_str(), a.as_str())).collect();
        assert_eq!(
            told,
            [
                ("application_id", "fault-id"),
                ("email", "fault-email"),
                ("submitted_at", "fault-date"),
                ("years_in_role", "fault-years")
            ]
        );
    }

    #[test]
    fn local_times_are_read_in_the_zone_of_the_season() {
        let at = |t| moment(t, "America/New_York").map(Time::iso);
        assert_eq!(at("2024-10-11T23:59:00"), Some("2024-10-12T03:59:00Z".into()));
        assert_eq!(at("10/11/2024 23:59:00"), at("2024-10-11T23:59:00-04:00"));
        assert_eq!(at("31/31/2024"), None);
    }
}
