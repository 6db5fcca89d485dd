//! The answer of Zoom's API to who took part in a meeting: `participants`, each with the times of one stay.

use serde::Deserialize;

use super::{Fault, Left, Report, Row, Why};
use weft_kernel::clock::Time;

#[derive(Deserialize)]
struct Answer {
    participants: Vec<Participant>,
    #[serde(default)]
    next_page_token: Option<String>,
    #[serde(default)]
    total_records: Option<usize>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Said {
    Whole(Answer),
    List(Vec<Participant>),
}

#[derive(Deserialize)]
struct Participant {
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    user_email: Option<String>,
    #[serde(default)]
    join_time: Option<String>,
    #[serde(default)]
    leave_time: Option<String>,
    /// Seconds.
    #[serde(default)]
    duration: Option<f64>,
    #[serde(default)]
    status: Option<String>,
    #[serde(default)]
    internal_user: Option<bool>,
}

pub(super) fn read(text: &str) -> Result<Report, Fault> {
    let said: Said = serde_json::from_str(text).map_err(|_| Fault::NoTable)?;
    let (participants, is_partial) = match said {
        Said::Whole(a) => {
            let is_partial = a.next_page_token.is_some_and(|t| !t.is_empty())
                || a.total_records.is_some_and(|n| n > a.participants.len());
            (a.participants, is_partial)
        }
        Said::List(list) => (list, false),
    };
    let mut report = Report { is_partial, ..Report::default() };
    for (line, p) in (1..).zip(participants) {
        let text = |v: &Option<String>| v.as_deref().unwrap_or_default().trim().to_owned();
        let (name, email, join, leave) = (text(&p.name), text(&p.user_email), text(&p.join_time), text(&p.leave_time));
        let name = if name.is_empty() { email.clone() } else { name };
        let moment = |v: &str| Time::parse(v).ok_or_else(|| Fault::Time(line, v.to_owned()));
        let span = match (join.as_str(), leave.as_str()) {
            ("", _) | (_, "") => None,
            (join, leave) => Some((moment(join)?.0, moment(leave)?.0)),
        };
        let seconds = p.duration.filter(|s| (0.0..=604_800.0).contains(s));
        let why = match () {
            () if p.status.as_deref() == Some("in_waiting_room") => Some(Why::Waiting),
            () if name.is_empty() => Some(Why::NoName),
            () if span.is_some_and(|(a, b)| a > b) => Some(Why::Backwards),
            () if span.is_none() && seconds.is_none() => Some(Why::NoTime),
            () => None,
        };
        if let Some(why) = why {
            let text = [name, email, join, leave].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(", ");
            report.left.push(Left { line, text, why });
            continue;
        }
        report.rows.push(Row {
            line,
            name,
            email,
            minutes: if span.is_some() { 0 } else { (seconds.unwrap_or(0.0) / 60.0).round() as i64 },
            span,
            is_guest: p.internal_user == Some(false),
        });
    }
    Ok(report)
}
