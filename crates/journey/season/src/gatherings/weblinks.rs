//! Links that open a calendar on the web with an event filled in, for those whose calendar takes no file.

use super::model::Sitting;
use weft_kernel::ical::Event;

/// Google Calendar's form with this event.
pub fn google(event: &Event, sitting: &Sitting) -> String {
    let at = |time: weft_kernel::clock::Time| time.timestamp().strftime("%Y%m%dT%H%M%SZ").to_string();
    let dates = format!("{}/{}", at(sitting.starts_at), at(sitting.ends_at()));
    let fields = [
        ("action", "TEMPLATE"),
        ("text", &event.summary),
        ("dates", &dates),
        ("ctz", &event.zone),
        ("details", &event.description),
        ("location", &event.location),
    ];
    format!("https://calendar.google.com/calendar/render?{}", query(&fields))
}

/// Outlook's form with this event, for work, school and personal accounts.
pub fn outlook(event: &Event, sitting: &Sitting) -> String {
    let at = |time: weft_kernel::clock::Time| time.timestamp().strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    let (starts, ends) = (at(sitting.starts_at), at(sitting.ends_at()));
    let fields = [
        ("path", "/calendar/action/compose"),
        ("rru", "addevent"),
        ("subject", &event.summary),
        ("startdt", &starts),
        ("enddt", &ends),
        ("body", &event.description),
        ("location", &event.location),
    ];
    format!("https://outlook.office.com/calendar/0/action/compose?{}", query(&fields))
}

/// Outlook shows a plus sign where a form would read a space, so spaces are written out.
fn query(fields: &[(&str, &str)]) -> String {
    serde_urlencoded::to_string(fields).unwrap_or_default().replace('+', "%20")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_links_name_the_moment_in_universal_time_and_write_spaces_out() {
        let sitting = Sitting::of_test("s", 1, "2025-03-12T13:00", "America/New_York", 180);
        let event = Event {
            uid: String::new(),
            sequence: 0,
            starts: "2025-03-12T13:00".parse().expect("a wall time"),
            zone: "America/New_York".into(),
            minutes: 180,
            summary: "Rooted · Session 1 + 2".into(),
            description: "Why\n\nhttps://example.org/s/x".into(),
            location: "Online".into(),
            url: String::new(),
            is_cancelled: false,
            is_tentative: false,
            parties: None,
        };
        let (google, outlook) = (google(&event, &sitting), outlook(&event, &sitting));
        assert!(google.contains("dates=20250312T170000Z%2F20250312T200000Z"), "{google}");
        assert!(outlook.contains("startdt=2025-03-12T17%3A00%3A00Z&enddt=2025-03-12T20%3A00%3A00Z"), "{outlook}");
        for link in [google, outlook] {
            assert!(link.contains("Rooted%20%C2%B7%20Session%201%20%2B%202") && !link.contains('+'), "{link}");
        }
    }
}
