//! A row of a table becomes an application, or says everything that is wrong with it.

use super::mapping::{ANSWER, LEAVE_OUT};
use super::model::{Fault, Parsed};
use crate::kernel::clock::Time;
use crate::kernel::secret;

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

/// Reads one row under a mapping. `zone` is the season's, for times without an offset.
pub fn row(headers: &[String], mapping: &[String], line: usize, cells: &[String], zone: &str) -> Result<Parsed, Vec<Fault>> {
    let mut p = Parsed { line, language: "en".into(), ..Parsed::default() };
    let mut faults = Vec::new();
    let mut has_id = false;
    for ((header, target), cell) in headers.iter().zip(mapping).zip(cells) {
        let value = cell.trim();
        let mut wrong = |advice: &str| {
            let shown: String = value.chars().take(60).collect();
            faults.push(Fault { line, column: header.clone(), value: shown, advice: advice.to_owned() });
        };
        match target.as_str() {
            LEAVE_OUT => {}
            ANSWER => {
                if !value.is_empty() {
                    p.answers.push((header.clone(), value.to_owned()));
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
                if !crate::web::form::is_email(value) {
                    wrong("fault-email");
                }
                value.clone_into(&mut p.email);
            }
            "submitted_at" if !value.is_empty() => match moment(value, zone) {
                Some(at) => p.submitted_at = Some(at),
                None => wrong("fault-date"),
            },
            "years_in_role" | "years_in_field" if !value.is_empty() => match value.replace(',', ".").parse::<f64>() {
                Ok(years) if (0.0..=80.0).contains(&years) => {
                    let slot = if target == "years_in_role" { &mut p.years_in_role } else { &mut p.years_in_field };
                    *slot = Some(years);
                }
                _ => wrong("fault-years"),
            },
            "health_focus" if !value.is_empty() => match value.to_lowercase().as_str() {
                "yes" | "y" | "true" | "1" | "sí" | "si" => p.health_focus = Some(true),
                "no" | "n" | "false" | "0" => p.health_focus = Some(false),
                _ => wrong("fault-yes-no"),
            },
            "language" => match crate::kernel::i18n::Lang::parse(value) {
                Some(lang) => lang.tag().clone_into(&mut p.language),
                None if value.is_empty() => {}
                None => p.answers.push((header.clone(), value.to_owned())),
            },
            "first_name" => value.clone_into(&mut p.first_name),
            "last_name" => value.clone_into(&mut p.last_name),
            "phone" => p.phone = (!value.is_empty()).then(|| value.to_owned()),
            "access_needs" => p.access_need = (!value.is_empty()).then(|| value.to_owned()),
            name => {
                if value.is_empty() {
                } else if let Some(field) = IDENTITY.iter().find(|f| **f == name) {
                    p.identity.push(((*field).to_owned(), value.to_owned()));
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
    if !mapping.iter().any(|t| t == "email") {
        faults.push(Fault { line: 1, column: String::new(), value: String::new(), advice: "fault-no-email".into() });
    }
    let whole: Vec<String> = mapping.iter().zip(cells).map(|(t, c)| format!("{t}\u{1f}{c}")).collect();
    p.content_hash = secret::hash(&whole.join("\u{1e}"));
    if faults.is_empty() { Ok(p) } else { Err(faults) }
}

/// The eligibility column says `eligible`, or yes, or the reason why not.
pub fn is_eligible(text: &str) -> bool {
    matches!(text.to_lowercase().as_str(), "eligible" | "yes" | "true" | "1" | "sí")
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

    fn faults(mapping: &[&str], cells: &[&str]) -> Vec<(String, String)> {
        let own = |l: &[&str]| l.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>();
        let found = row(&own(mapping), &own(mapping), 7, &own(cells), "America/New_York").expect_err("refused");
        found.into_iter().map(|f| (f.column, f.advice)).collect()
    }

    #[test]
    fn every_fault_of_a_row_is_told_at_once() {
        let told = faults(&["application_id", "email", "submitted_at", "years_in_role"], &["", "nobody", "soon", "many"]);
        let told: Vec<(&str, &str)> = told.iter().map(|(c, a)| (c.as_str(), a.as_str())).collect();
        assert_eq!(told, [("application_id", "fault-id"), ("email", "fault-email"), ("submitted_at", "fault-date"), ("years_in_role", "fault-years")]);
    }

    #[test]
    fn local_times_are_read_in_the_zone_of_the_season() {
        let at = |t| moment(t, "America/New_York").map(Time::iso);
        assert_eq!(at("2024-10-11T23:59:00"), Some("2024-10-12T03:59:00Z".into()));
        assert_eq!(at("10/11/2024 23:59:00"), at("2024-10-11T23:59:00-04:00"));
        assert_eq!(at("31/31/2024"), None);
    }
}
