//! A row of a table becomes an application, or says everything that is wrong with it.

use super::columns::Column;
use super::mapping::{ANSWER, LEAVE_OUT};
use super::model::{AboutSelf, Answer, Parsed};
use super::names;
use weft_kernel::clock::Time;
use weft_kernel::moment::{self, Order};
use weft_kernel::number::{self, Said};
use weft_kernel::{address, secret};
use weft_media::table::{DAMAGED, Fault};

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
/// Columns with names.
pub const NAMES: [&str; 3] = ["first_name", "last_name", "full_name"];
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
        let value = unguarded(cell.trim());
        let answer = || Answer {
            id: column.id.clone(),
            label: column.label.clone(),
            text: value.to_owned(),
            is_kept: column.is_kept,
            is_later: false,
        };
        let mut wrong = |advice: &str| {
            let shown: String = value.chars().take(60).collect();
            faults.push((
                Some(position),
                Fault { line, column: column.header.clone(), value: shown, advice: advice.to_owned(), first: None },
            ));
        };
        if column.target != LEAVE_OUT && value.contains(DAMAGED) {
            wrong("fault-damaged");
        }
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
                if let Some(email) = address::read(value) {
                    p.is_cleaned = value.chars().any(address::is_invisible);
                    p.email = email;
                } else {
                    wrong("fault-email");
                    value.clone_into(&mut p.email);
                }
            }
            "submitted_at" if !value.is_empty() => match moment(value, column.order, zone) {
                Ok(at) => p.submitted_at = Some(at),
                Err(advice) => wrong(advice),
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
            "full_name" => {
                let (first, last) = names::split(value, column.cut);
                // A column of its own for one of them says more than what was cut.
                for (slot, name) in [(&mut p.first_name, first), (&mut p.last_name, last)] {
                    if slot.is_empty() {
                        *slot = name;
                    }
                }
            }
            "first_name" if !value.is_empty() => value.clone_into(&mut p.first_name),
            "last_name" if !value.is_empty() => value.clone_into(&mut p.last_name),
            "first_name" | "last_name" => {}
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
        // One name is enough. Where a file has none, people go by their address until they give one.
        match columns.iter().position(|c| NAMES.contains(&c.target.as_str())) {
            Some(at) => {
                let fault = Fault { line, column: columns[at].header.clone(), ..Fault::of("fault-name") };
                faults.push((Some(at), fault));
            }
            None => p.email.split('@').next().unwrap_or_default().clone_into(&mut p.first_name),
        }
    }
    if !has_id {
        // A form export without ids: address and time of sending make one that stays the same.
        let stamp = p.submitted_at.map_or_else(String::new, |t| t.0.to_string());
        p.external_id = format!("A-{}", &secret::hash(&format!("{}|{stamp}", p.email.to_lowercase()))[..10]);
    }
    // Ids are not in it: rows that are the same stay unchanged.
    let whole: Vec<String> =
        columns.iter().zip(cells).map(|(column, c)| format!("{}\u{1f}{c}", said_of(column))).collect();
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

/// A cell without the apostrophe that our own downloads put before what a spreadsheet would run.
fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@'])).unwrap_or(cell)
}

/// How a cell of a column is read, as far as a row that is read otherwise is another row.
fn said_of(column: &Column) -> String {
    match column.target.as_str() {
        "submitted_at" if column.order == Some(Order::DayFirst) => format!("{} day-first", column.target),
        "full_name" => format!("{} {}", column.target, column.cut.name()),
        target => target.to_owned(),
    }
}

/// When something was sent, in the season's zone where the text has none. The error says what to do.
pub fn moment(text: &str, order: Option<Order>, zone: &str) -> Result<Time, &'static str> {
    let written = moment::read(text).ok_or("fault-date")?;
    if order.is_none() && written.has_two_readings() {
        return Err("fault-date-order");
    }
    let zone = jiff::tz::TimeZone::get(zone).map_err(|_| "fault-date")?;
    // Without an order, the only one that makes a day.
    let orders = order.map_or(Order::ALL.to_vec(), |order| vec![order]);
    orders.into_iter().find_map(|order| written.at(order, &zone)).ok_or("fault-date-other")
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
    fn local_times_are_read_in_the_zone_of_the_season_and_never_guessed() {
        let at = |t, order| moment(t, order, "America/New_York").map(Time::iso);
        let iso = Ok("2024-10-12T03:59:00Z".to_owned());
        assert_eq!(at("2024-10-11T23:59:00", None), iso);
        assert_eq!(at("10/11/2024 23:59:00", Some(Order::MonthFirst)), iso);
        assert_eq!(at("11/10/2024 23:59:00", Some(Order::DayFirst)), iso);
        assert_eq!(at("10/11/2024 23:59:00", None), Err("fault-date-order"));
        assert_eq!(at("10/25/2024", None), at("25/10/2024", None), "a day over 12 leaves one reading");
        assert_eq!(at("10/25/2024", Some(Order::DayFirst)), Err("fault-date-other"));
        assert_eq!(at("31/31/2024", None), Err("fault-date"));
    }
}
