use proptest::prelude::*;

use super::*;

const NY: &str = "America/New_York";
const SYDNEY: &str = "Australia/Sydney";

/// A calendar of such parts, as the services send it: lines end with a carriage return.
fn calendar(parts: &[&str]) -> String {
    let text = format!("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Example//EN\n{}\nEND:VCALENDAR\n", parts.join("\n"));
    text.replace('\n', "\r\n")
}

fn event(lines: &str) -> String {
    format!("BEGIN:VEVENT\nDTSTAMP:20250101T000000Z\nSUMMARY:Not to be seen\n{lines}\nEND:VEVENT")
}

fn asked(zone: &str, (from, to): (&str, &str), text: &str) -> Result<Times, Fault> {
    let moment = |text: &str| Time::parse(text).expect("a moment");
    let window = Window { zone: zone.into(), from: moment(from), to: moment(to) };
    read(&[window.head().as_bytes(), text.as_bytes()].concat())
}

const MARCH: (&str, &str) = ("2025-03-01T00:00:00Z", "2025-04-01T00:00:00Z");

/// The busy times, in minutes of UTC, with the counts behind them.
fn busy(zone: &str, window: (&str, &str), text: &str) -> (Vec<String>, i64, i64) {
    let times = asked(zone, window, text).expect("a calendar");
    let short = |t: Time| t.iso()[..16].to_owned();
    let said = times.busy.iter().map(|(from, to)| format!("{}/{}", short(*from), short(*to)));
    (said.collect(), times.entries, times.unread)
}

fn all(zone: &str, events: &[&str]) -> Vec<String> {
    let events: Vec<String> = events.iter().map(|e| event(e)).collect();
    let (times, entries, unread) = busy(zone, MARCH, &calendar(&events.iter().map(String::as_str).collect::<Vec<_>>()));
    assert_eq!((entries, unread), (events.len() as i64, 0), "{times:?}");
    times
}

#[test]
fn what_google_sends() {
    let text = calendar(&[
        "CALSCALE:GREGORIAN\nMETHOD:PUBLISH\nX-WR-CALNAME:Not to be seen\nX-WR-TIMEZONE:America/New_York",
        "BEGIN:VTIMEZONE\nTZID:America/New_York\nX-LIC-LOCATION:America/New_York\n\
            BEGIN:DAYLIGHT\nTZOFFSETFROM:-0500\nTZOFFSETTO:-0400\nTZNAME:EDT\nDTSTART:19700308T020000\n\
            RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\nEND:DAYLIGHT\n\
            BEGIN:STANDARD\nTZOFFSETFROM:-0400\nTZOFFSETTO:-0500\nTZNAME:EST\nDTSTART:19701101T020000\n\
            RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\nEND:STANDARD\nEND:VTIMEZONE",
        // Every Tuesday, across the change of clocks; one is left out, one is moved, one is canceled.
        &event(
            "UID:a@google.com\nDTSTART;TZID=America/New_York:20250225T100000\n\
            DTEND;TZID=America/New_York:20250225T110000\nRRULE:FREQ=WEEKLY;WKST=SU;UNTIL=20250401T035959Z;BYDAY=TU\n\
            EXDATE;TZID=America/New_York:20250304T100000\nSEQUENCE:3\nSTATUS:CONFIRMED\nTRANSP:OPAQUE",
        ),
        &event(
            "UID:a@google.com\nRECURRENCE-ID;TZID=America/New_York:20250318T100000\nSEQUENCE:4\nTRANSP:OPAQUE\n\
            DTSTART;TZID=America/New_York:20250319T150000\nDTEND;TZID=America/New_York:20250319T153000",
        ),
        &event(
            "UID:a@google.com\nRECURRENCE-ID;TZID=America/New_York:20250325T100000\nSEQUENCE:5\nSTATUS:CANCELLED\n\
            DTSTART;TZID=America/New_York:20250325T100000\nDTEND;TZID=America/New_York:20250325T110000",
        ),
        // Another at the same hours, which that does not concern.
        &event("UID:b@google.com\nDTSTART:20250318T140000Z\nDTEND:20250318T143000Z\nTRANSP:OPAQUE"),
        // A birthday blocks nothing, a day off the whole day.
        &event("UID:c@google.com\nDTSTART;VALUE=DATE:20250312\nDTEND;VALUE=DATE:20250313\nTRANSP:TRANSPARENT"),
        &event("UID:d@google.com\nDTSTART;VALUE=DATE:20250309\nDTEND;VALUE=DATE:20250310\nTRANSP:OPAQUE"),
    ]);
    let times = [
        // Clocks go ahead on that day: it has 23 hours.
        "2025-03-09T05:00/2025-03-10T04:00",
        "2025-03-11T14:00/2025-03-11T15:00",
        "2025-03-18T14:00/2025-03-18T14:30",
        "2025-03-19T19:00/2025-03-19T19:30",
    ];
    assert_eq!(busy(NY, MARCH, &text), (times.map(String::from).to_vec(), 6, 0));
}

#[test]
fn what_outlook_sends() {
    let zone = |name: &str, from: &str, to: &str| {
        format!(
            "BEGIN:VTIMEZONE\nTZID:{name}\nBEGIN:STANDARD\nDTSTART:16010101T020000\nTZOFFSETFROM:{to}\n\
            TZOFFSETTO:{from}\nRRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=1SU;BYMONTH=11\nEND:STANDARD\n\
            BEGIN:DAYLIGHT\nDTSTART:16010101T020000\nTZOFFSETFROM:{from}\nTZOFFSETTO:{to}\n\
            RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=2SU;BYMONTH=3\nEND:DAYLIGHT\nEND:VTIMEZONE"
        )
    };
    let fixed = "BEGIN:VTIMEZONE\nTZID:Half past\nBEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:+0530\n\
        TZOFFSETTO:+0530\nEND:STANDARD\nEND:VTIMEZONE";
    let one = |uid: &str, zone: &str, day: &str, status: &str| {
        event(&format!(
            "UID:{uid}\nDTSTART;TZID={zone}:{day}T090000\nDTEND;TZID={zone}:{day}T100000\n\
            CLASS:PUBLIC\nTRANSP:OPAQUE\nX-MICROSOFT-CDO-BUSYSTATUS:{status}"
        ))
    };
    let text = calendar(&[
        "METHOD:PUBLISH",
        &zone("Eastern Standard Time", "-0500", "-0400"),
        &zone("Customized Time Zone", "-0330", "-0230"),
        fixed,
        &one("1", "Eastern Standard Time", "20250303", "BUSY"),
        &one("2", "Eastern Standard Time", "20250310", "OOF"),
        &one("3", "Customized Time Zone", "20250304", "TENTATIVE"),
        &one("4", "Customized Time Zone", "20250311", "BUSY"),
        &one("5", "Half past", "20250305", "BUSY"),
        &one("6", "\"(UTC-06:00) Central Time (US & Canada)\"", "20250306", "BUSY"),
        &one("7", "Eastern Standard Time", "20250307", "FREE"),
        &one("8", "Eastern Standard Time", "20250308", "WORKINGELSEWHERE"),
    ]);
    let times = [
        "2025-03-03T14:00/2025-03-03T15:00",
        "2025-03-04T12:30/2025-03-04T13:30",
        "2025-03-05T03:30/2025-03-05T04:30",
        "2025-03-06T15:00/2025-03-06T16:00",
        "2025-03-10T13:00/2025-03-10T14:00",
        "2025-03-11T11:30/2025-03-11T12:30",
    ];
    assert_eq!(busy(NY, MARCH, &text), (times.map(String::from).to_vec(), 8, 0));
}

#[test]
fn what_nextcloud_sends() {
    let text = calendar(&[
        "CALSCALE:GREGORIAN\nX-APPLE-CALENDAR-COLOR:#0082C9",
        "BEGIN:VEVENT\nUID:1\nDTSTART;TZID=Europe/Berlin:20250305T090000\nDURATION:PT1H30M\n\
            DESCRIPTION:Something long that goes on\n  in the next line\n\tand the next\nRRULE:FREQ=DAILY;CO\n UNT=2\n\
            BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER;RELATED=START:-PT15M\nDURATION:PT5M\nREPEAT:2\nEND:VALARM\n\
            END:VEVENT",
        "BEGIN:VTODO\nUID:2\nDTSTART:20250310T090000Z\nDUE:20250311T090000Z\nEND:VTODO",
        "BEGIN:VJOURNAL\nUID:3\nDTSTART;VALUE=DATE:20250312\nEND:VJOURNAL",
        &event("UID:4\nDTSTART;VALUE=DATE:20250320"),
        &event("UID:5\nDTSTART:20250321T090000Z"),
    ]);
    let times =
        ["2025-03-05T08:00/2025-03-05T09:30", "2025-03-06T08:00/2025-03-06T09:30", "2025-03-20T04:00/2025-03-21T04:00"];
    assert_eq!(busy(NY, MARCH, &text), (times.map(String::from).to_vec(), 3, 0));
}

#[test]
fn times_without_a_zone_are_those_of_the_person() {
    let floating = ["UID:1\nDTSTART:20250310T090000\nDTEND:20250310T100000"];
    assert_eq!(all(NY, &floating), ["2025-03-10T13:00/2025-03-10T14:00"]);
    assert_eq!(all(SYDNEY, &floating), ["2025-03-09T22:00/2025-03-09T23:00"]);
}

#[test]
fn a_rule_keeps_its_hour_when_clocks_change() {
    let april = ("2025-04-01T00:00:00Z", "2025-04-15T00:00:00Z");
    let weekly =
        event("UID:1\nDTSTART;TZID=AUS Eastern Standard Time:20250101T080000\nDURATION:PT45M\nRRULE:FREQ=WEEKLY");
    // In Sydney clocks go back on April 6.
    let times = ["2025-04-01T21:00/2025-04-01T21:45", "2025-04-08T22:00/2025-04-08T22:45"];
    assert_eq!(busy(NY, april, &calendar(&[&weekly])).0, times);
    // An hour that the clocks skip, and a night that is an hour shorter.
    let night = ["UID:1\nDTSTART;TZID=America/New_York:20250307T023000\nDURATION:PT30M\nRRULE:FREQ=DAILY;COUNT=3"];
    let times =
        ["2025-03-07T07:30/2025-03-07T08:00", "2025-03-08T07:30/2025-03-08T08:00", "2025-03-09T07:30/2025-03-09T08:00"];
    assert_eq!(all(NY, &night), times);
    let days = ["UID:1\nDTSTART;VALUE=DATE:20250308\nDTEND;VALUE=DATE:20250309\nRRULE:FREQ=DAILY;COUNT=2"];
    assert_eq!(all(NY, &days), ["2025-03-08T05:00/2025-03-10T04:00"], "days that touch are one time");
}

#[test]
fn rules_end_where_they_say_and_what_is_left_out_is_not_blocked() {
    // Until the last of them, by UTC, by the clock, and by the day.
    for until in ["20250305T140000Z", "20250305T090000", "20250305"] {
        let rule = format!(
            "UID:1\nDTSTART;TZID=America/New_York:20250303T090000\nDURATION:PT1H\n\
            RRULE:FREQ=DAILY;UNTIL={until}"
        );
        assert_eq!(all(NY, &[&rule]).len(), 3, "{until}");
    }
    // The second Thursday and the last Friday of a month.
    let monthly = [
        "UID:1\nDTSTART:20240111T120000Z\nDURATION:PT1H\nRRULE:FREQ=MONTHLY;BYDAY=2TH",
        "UID:2\nDTSTART:20240126T120000Z\nDURATION:PT1H\nRRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "UID:3\nDTSTART;VALUE=DATE:20200317\nRRULE:FREQ=YEARLY",
    ];
    let times =
        ["2025-03-13T12:00/2025-03-13T13:00", "2025-03-17T04:00/2025-03-18T04:00", "2025-03-31T12:00/2025-03-31T13:00"];
    assert_eq!(all(NY, &monthly), times);
    // Beside the rule, with a length of its own; left out by the moment and by the day.
    let more = ["UID:1\nDTSTART:20250303T120000Z\nDTEND:20250303T130000Z\nRRULE:FREQ=WEEKLY;COUNT=4\n\
        RDATE:20250305T120000Z\nRDATE;VALUE=PERIOD:20250306T120000Z/PT2H\nEXDATE:20250310T120000Z\n\
        EXDATE;VALUE=DATE:20250317"];
    let times = [
        "2025-03-03T12:00/2025-03-03T13:00",
        "2025-03-05T12:00/2025-03-05T13:00",
        "2025-03-06T12:00/2025-03-06T14:00",
        "2025-03-24T12:00/2025-03-24T13:00",
    ];
    assert_eq!(all(NY, &more), times);
    // One of days that is moved, and one without its rule.
    let moved = [
        "UID:1\nDTSTART;VALUE=DATE:20250303\nRRULE:FREQ=WEEKLY;COUNT=2",
        "UID:1\nRECURRENCE-ID;VALUE=DATE:20250310\nDTSTART;VALUE=DATE:20250312",
        "UID:2\nRECURRENCE-ID:20250324T120000Z\nDTSTART:20250325T120000Z\nDURATION:PT15M",
    ];
    let times =
        ["2025-03-03T05:00/2025-03-04T05:00", "2025-03-12T04:00/2025-03-13T04:00", "2025-03-25T12:00/2025-03-25T12:15"];
    assert_eq!(all(NY, &moved), times);
}

#[test]
fn free_and_busy_without_entries_is_read_too() {
    let text = calendar(&["BEGIN:VFREEBUSY\nUID:1\nDTSTART:20250301T000000Z\nDTEND:20250401T000000Z\n\
        FREEBUSY:20250303T120000Z/20250303T130000Z,20250304T120000Z/PT30M\n\
        FREEBUSY;FBTYPE=BUSY-TENTATIVE:20250305T120000Z/PT1H\nFREEBUSY;FBTYPE=FREE:20250306T120000Z/PT1H\n\
        END:VFREEBUSY"]);
    let times =
        ["2025-03-03T12:00/2025-03-03T13:00", "2025-03-04T12:00/2025-03-04T12:30", "2025-03-05T12:00/2025-03-05T13:00"];
    assert_eq!(busy(NY, MARCH, &text), (times.map(String::from).to_vec(), 1, 0));
}

#[test]
fn what_is_not_understood_is_counted() {
    for wrong in [
        "UID:1",
        "UID:1\nDTSTART:soon",
        "UID:1\nDTSTART:20250230T100000Z",
        "UID:1\nDTSTART;TZID=Middle of nowhere:20250303T100000",
        "UID:1\nDTSTART:20250303T100000Z\nDTEND:20250303T090000Z",
        "UID:1\nDTSTART:20250303T100000Z\nDTEND:later",
        "UID:1\nDTSTART:20250303T100000Z\nDURATION:-PT1H",
        "UID:1\nDTSTART:20250303T100000Z\nDURATION:PT1H\nRRULE:FREQ=SOMETIMES",
        "UID:1\nDTSTART:20250303T100000Z\nDURATION:PT1H\nRRULE:FREQ=YEARLY;BYMONTH=13",
        "UID:1\nDTSTART:20250303T100000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY\nEXDATE:never",
        "UID:1\nRECURRENCE-ID;RANGE=THISANDFUTURE:20250303T100000Z\nDTSTART:20250303T110000Z\nDURATION:PT1H",
    ] {
        let fine = event("UID:2\nDTSTART:20250304T100000Z\nDURATION:PT1H");
        let (times, entries, unread) = busy(NY, MARCH, &calendar(&[&event(wrong), &fine]));
        assert_eq!((entries, unread), (2, 1), "{wrong}: {times:?}");
        assert_eq!(times, ["2025-03-04T10:00/2025-03-04T11:00"], "{wrong}");
    }
}

#[test]
fn what_is_no_calendar_or_half_of_one_is_refused() {
    let whole = calendar(&[&event("UID:1\nDTSTART:20250304T100000Z\nDURATION:PT1H")]);
    assert!(asked(NY, MARCH, &format!("\u{feff}{whole}")).is_ok());
    assert_eq!(asked(NY, MARCH, &calendar(&[])).map(|t| t.entries), Ok(0), "an empty calendar is one");
    for text in [
        "",
        "<!doctype html><title>Sign in</title>",
        "BEGIN:VCARD\nFN:Nobody\nEND:VCARD\n",
        &whole[..whole.len() - 16],
        &whole[..whole.len() / 2],
        &whole.replace("BEGIN:VCALENDAR", "BEGIN:NOTHING"),
    ] {
        assert_eq!(asked(NY, MARCH, text), Err(Fault::NoCalendar), "{text}");
    }
    assert_eq!(read(b"BEGIN:VCALENDAR\nEND:VCALENDAR\n"), Err(Fault::Unreadable), "without its window");
}

#[test]
fn a_rule_without_an_end_ends() {
    for rule in ["FREQ=SECONDLY", "FREQ=SECONDLY;COUNT=4000000000", "FREQ=MINUTELY;BYSECOND=0,10,20,30,40,50"] {
        let text = calendar(&[&event(&format!("UID:1\nDTSTART:20200101T000000Z\nDURATION:PT1S\nRRULE:{rule}"))]);
        assert_eq!(asked(NY, MARCH, &text), Err(Fault::TooMany), "{rule}");
    }
    // Every minute of the window has a time of its own: more than anyone has.
    let text = calendar(&[&event("UID:1\nDTSTART:20250301T000000Z\nDURATION:PT1S\nRRULE:FREQ=MINUTELY")]);
    assert_eq!(asked(NY, MARCH, &text), Err(Fault::TooMany));
    // A day that never comes.
    let text = calendar(&[&event("UID:1\nDTSTART:20250301T000000Z\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")]);
    assert!(asked(NY, MARCH, &text).is_ok());
    // What began before the window and goes on after it is cut.
    let long = ["UID:1\nDTSTART:19990101T000000Z\nDURATION:P4000000000D"];
    let long = calendar(&[&event(long[0]), &event("UID:2\nDTSTART:19990101T000000Z\nDTEND:20990101T000000Z")]);
    assert_eq!(busy(NY, MARCH, &long).0, ["2025-03-01T00:00/2025-04-01T00:00"]);
}

#[test]
fn an_answer_is_what_was_told() {
    let times = Times { busy: vec![(Time(1), Time(5)), (Time(-7), Time(9))], entries: 12, unread: 3 };
    let (word, lines) = times.told();
    assert_eq!(Times::read(&word, &lines), Some(times));
    assert_eq!(Times::read("1", b""), None);
    assert_eq!(Times::read("1 2", b"3\n"), None);
}

/// Lines as calendars have them, with values that fit or do not.
fn line() -> impl Strategy<Value = String> {
    let name = prop::sample::select(vec![
        "BEGIN:VEVENT",
        "END:VEVENT",
        "BEGIN:VTIMEZONE\nTZID:Z\nBEGIN:DAYLIGHT",
        "END:DAYLIGHT\nEND:VTIMEZONE",
        "DTSTART:",
        "DTSTART;TZID=Z:",
        "DTSTART;VALUE=DATE:",
        "DTEND:",
        "DURATION:",
        "RRULE:FREQ=DAILY;UNTIL=",
        "RRULE:FREQ=WEEKLY;COUNT=3;BYDAY=",
        "RRULE:FREQ=MONTHLY;BYMONTHDAY=",
        "RRULE:FREQ=YEARLY;COUNT=2;BYMONTH=",
        "RRULE:FREQ=HOURLY;COUNT=",
        "RRULE:",
        "RDATE:",
        "EXDATE:",
        "RECURRENCE-ID:",
        "TZOFFSETTO:",
        "FREEBUSY:",
        "UID:",
        " ",
    ]);
    let value = prop::sample::select(vec![
        "20250310T090000Z",
        "20250310T090000",
        "20250310",
        "00000000T999999Z",
        "99991231T235959",
        "20250310T090000Z/PT1H",
        "20250310T090000Z/20250309T000000Z",
        "PT1H",
        "P999999999W",
        "-PT5M",
        "+9959",
        "-0500",
        "1",
        "-1",
        "99999999999",
        "2MO",
        "-54SU,SU",
        "",
    ]);
    (name, prop_oneof![9 => value.prop_map(str::to_owned), 1 => ".{0,12}"]).prop_map(|(n, v)| format!("{n}{v}"))
}

proptest! {
    #[test]
    fn times_are_sorted_apart_and_in_the_window(lines in prop::collection::vec(line(), 0..30), is_whole: bool) {
        let body = lines.join("\n");
        let text = if is_whole {
            calendar(&[&event(&body)])
        } else {
            format!("BEGIN:VCALENDAR\n{body}\nEND:VCALENDAR\n")
        };
        if let Ok(times) = asked(NY, MARCH, &text) {
            let (from, to) = (Time::parse(MARCH.0).expect("a moment"), Time::parse(MARCH.1).expect("a moment"));
            prop_assert!(times.busy.iter().all(|(a, b)| from <= *a && a < b && *b <= to));
            prop_assert!(times.busy.windows(2).all(|w| w[0].1 < w[1].0));
            prop_assert!(times.unread <= times.entries);
        }
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let head = b"America/New_York 1 2\nBEGIN:VCALENDAR\n";
        let _ = read(&[&head[..], &bytes, b"\nEND:VCALENDAR\n"].concat());
        let _ = read(&bytes);
    }
}

#[test]
fn a_rule_that_the_library_gives_up_on_is_counted_and_a_day_may_end_on_itself() {
    let rule = "DTSTART:20150324T100000Z\nDURATION:PT1H\nRRULE:FREQ=MINUTELY;BYHOUR=10;BYMINUTE=0;BYDAY=MO;BYMONTH=3";
    let (times, entries, unread) = busy(NY, MARCH, &calendar(&[&event(rule)]));
    assert_eq!((times.len(), entries, unread), (0, 1, 1), "{times:?}");
    let (times, ..) = busy(NY, MARCH, &calendar(&[&event("DTSTART;VALUE=DATE:20250310\nDTEND;VALUE=DATE:20250310")]));
    assert_eq!(times, ["2025-03-10T04:00/2025-03-11T04:00"]);
}
