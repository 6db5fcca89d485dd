//! Weekly hours and time zones, as files give them.

use std::collections::BTreeMap;

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use super::people::Table;

/// The day of `--on`.
pub fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| format!("--on: {text:?} is not a date like 2025-02-10"))
}

/// Hours that a zone is ahead of UTC at noon of a day.
pub fn ahead(zone: &str, day: Date) -> Option<f64> {
    let at =
        TimeZone::get(zone).ok()?.to_timestamp(day.to_datetime(Time::midnight()).with().hour(12).build().ok()?).ok()?;
    let offset = TimeZone::get(zone).ok()?.to_offset(at);
    Some(f64::from(offset.seconds()) / 3_600.0)
}

/// Everyone's free spans in minutes from Monday 00:00 UTC, as clocks stand in the week of a day.
pub fn availability(path: &std::path::Path, day: Date) -> Result<BTreeMap<String, Vec<(u32, u32)>>, String> {
    let monday = day.saturating_sub(jiff::Span::new().days(i64::from(day.weekday().to_monday_zero_offset())));
    let table = Table::read(path)?;
    let [person, weekday, start, end, zone] =
        ["person_id", "weekday", "start_local", "end_local", "time_zone"].map(|c| table.column(c));
    let (person, weekday, start, end, zone) = (person?, weekday?, start?, end?, zone?);
    let (from, to) =
        (table.columns.iter().position(|c| c == "valid_from"), table.columns.iter().position(|c| c == "valid_to"));
    let mut out: BTreeMap<String, Vec<(u32, u32)>> = BTreeMap::new();
    for (line, row) in &table.rows {
        let date = |c: Option<usize>| c.and_then(|c| row[c].parse::<Date>().ok());
        if date(from).is_some_and(|d| d > day) || date(to).is_some_and(|d| d < day) {
            continue;
        }
        let fault = |what: &str, value: &str| format!("{}, line {line}: {value:?} is no {what}", table.name);
        let number: i64 = row[weekday]
            .parse()
            .ok()
            .filter(|n| (1..=7).contains(n))
            .ok_or_else(|| fault("weekday from 1 to 7", &row[weekday]))?;
        let place = TimeZone::get(&row[zone]).map_err(|_| fault("time zone like America/New_York", &row[zone]))?;
        let minute = |c: usize| -> Result<i64, String> {
            let clock: Time = row[c].parse().map_err(|_| fault("time like 09:00", &row[c]))?;
            let date = monday.saturating_add(jiff::Span::new().days(number - 1));
            let at = place.to_timestamp(date.to_datetime(clock)).map_err(|e| fault(&e.to_string(), &row[c]))?;
            let zero = TimeZone::UTC.to_timestamp(monday.to_datetime(Time::midnight())).map_err(|e| e.to_string())?;
            Ok((at.as_second() - zero.as_second()) / 60)
        };
        let (a, b) = (minute(start)?, minute(end)?);
        if b > a {
            let begin = a.rem_euclid(7 * 24 * 60);
            out.entry(row[person].clone()).or_default().push((begin as u32, (begin + b - a) as u32));
        }
    }
    Ok(out)
}
