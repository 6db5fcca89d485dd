//! Reports in all their forms, and who is one person in them.

use super::*;

const NY: &str = "America/New_York";

fn host(day: &str) -> Host {
    Host { zone: NY.into(), day: day.parse().expect("a day") }
}

fn read_ny(text: &str) -> Vec<Seen> {
    people(&read(text.as_bytes(), &host("2025-05-14")).expect("a report").rows)
}

impl Seen {
    fn minutes(&self) -> i64 {
        self.spans.iter().map(|(a, b)| b - a).sum::<i64>() / 60_000_000 + self.sum
    }
}

#[test]
fn all_rows_with_rejoins_a_rename_a_guest_and_a_bot() {
    let seen = read_ny(
        "\u{feff}Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent\n\
         \"Rosa, at home (Rosa Example)\",rosa@example.org,08/09/2026 10:45:00 AM,08/09/2026 11:15:00 AM,30,No,Y\n\
         Rosa Example,rosa@example.org,08/09/2026 11:10:00 AM,08/09/2026 12:00:00 PM,50,No,Y\n\
         Río Núñez,,08/09/2026 10:50:00 AM,08/09/2026 11:00:00 AM,10,Yes,Y\n\
         read.ai meeting notes,,08/09/2026 10:40:00 AM,08/09/2026 12:00:00 PM,80,Yes,\n",
    );
    assert_eq!(seen.len(), 3);
    assert_eq!(
        (seen[0].name.as_str(), seen[0].others.join("|"), seen[0].minutes(), seen[0].spans.len()),
        ("Rosa, at home (Rosa Example)", "Rosa Example".to_owned(), 75, 1)
    );
    assert!(seen[1].is_guest && !seen[1].is_bot && seen[1].minutes() == 10);
    assert!(seen[2].is_bot);
}

#[test]
fn lines_about_the_meeting_come_first_in_any_number() {
    let seen = read_ny(
        "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants\n\
        123,\"Session, one\",\"Mar 12, 2025 12:58:00\",\"Mar 12, 2025 16:02:00\",host@example.org,184,2\n\n\
         Name (original name),Email,Total duration (minutes),Guest\n\
         Ana Example,ana@example.org,171,No\n\"Example\nBo\",bo@example.org,12,No\n",
    );
    assert_eq!(
        seen.iter().map(|s| (s.email.as_str(), s.minutes())).collect::<Vec<_>>(),
        [("ana@example.org", 171), ("bo@example.org", 12)]
    );
}

#[test]
fn a_webinar_has_tables_of_its_own_for_hosts_and_attendees() {
    let seen = read_ny(
        "Attendee Report\nReport generated time,\"Jan 23, 2026 15:00:00\"\n\
        Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registered\n\
        Rooted,9,\"Jan 23, 2026 13:00:00\",90,3\n\
         Host Details,\n\
         Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),\
         Is Guest,Country/Region Name\n\
         Yes,Host One,host@example.org,\"Jan 23, 2026 12:50:00\",\"Jan 23, 2026 14:30:00\",100,No,United States,\n\
         Attendee Details,\n\
         Attended,User Name (Original Name),First Name,Last Name,Email,Phone,Registration Time,\
         Approval Status,Join Time,Leave Time,Time in Session (minutes),\
         Is Guest,Country/Region Name\n\
         Yes,Bea,Bea,Example,bea@example.org,,\"Jan 20, 2026 09:00:00\",approved,\
         \"Jan 23, 2026 13:00:00\",\"Jan 23, 2026 14:00:00\",60,Yes,United States\n\
         No,Cy,Cy,Example,cy@example.org,,\"Jan 20, 2026 09:00:00\",approved,--,--,--,--,--\n",
    );
    assert_eq!(
        seen.iter().map(|s| (s.name.as_str(), s.minutes())).collect::<Vec<_>>(),
        [("Host One", 100), ("Bea", 60)]
    );
}

#[test]
fn what_is_no_report_is_refused_with_its_place() {
    let fault = |text: &str| read(text.as_bytes(), &host("2025-05-14")).expect_err("refused");
    assert_eq!(fault("a,b\n1,2\n"), Fault::NoTable);
    assert_eq!(fault("{\"a\": 1}"), Fault::NoTable);
    assert_eq!(fault("Name,Email,Join Time,Leave Time\nAna,,soon,later\n"), Fault::Time(2, "soon".into()));
    assert_eq!(fault("Name,Email,Duration (Minutes)\nAna,,long\n"), Fault::Time(2, "long".into()));
    assert_eq!(
        fault(
            "Name,Join Time,Leave Time\nAna,05/14/2025 13:00,05/14/2025 14:00\nBo,13/05/2025 13:00,14/05/2025 14:00\n"
        ),
        Fault::Dates(3, "13/05/2025 13:00".into())
    );
}

/// Lines about a guest, one for each time they came.
fn report(heading: &str, lines: &[&str]) -> String {
    format!("{heading}\n{}\n", lines.join("\n"))
}

const TIMES: &str = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest";

#[test]
fn brackets_are_no_identity() {
    let pronouns = report(
        TIMES,
        &[
            "Briony Duskwood (she/her),,05/14/2025 12:58:00 PM,05/14/2025 04:00:00 PM,182,Yes",
            "Griet Brisamar (she/her),,05/14/2025 01:10:00 PM,05/14/2025 02:10:00 PM,60,Yes",
            "Ana (iPhone),,05/14/2025 01:10:00 PM,05/14/2025 02:10:00 PM,60,Yes",
            "Bo (iPhone),,05/14/2025 02:10:00 PM,05/14/2025 02:20:00 PM,10,Yes",
        ],
    );
    assert_eq!(read_ny(&pronouns).iter().map(Seen::minutes).collect::<Vec<_>>(), [182, 60, 60, 10]);
    let sums = report(
        "Name (Original Name),User Email,Total Duration (Minutes),Guest",
        &["Briony Duskwood (River Alliance),,100,Yes", "Griet Brisamar (River Alliance),,50,Yes"],
    );
    assert_eq!(read_ny(&sums).iter().map(Seen::minutes).collect::<Vec<_>>(), [100, 50]);
}

#[test]
fn a_whole_name_is_one_person_only_while_times_do_not_overlap() {
    let line =
        |name: &str, mail: &str, from: &str, to: &str| format!("{name},{mail},05/14/2025 {from},05/14/2025 {to},0,Yes");
    let seen = |lines: &[String]| {
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        read_ny(&report(TIMES, &lines)).iter().map(|s| (s.name.clone(), s.minutes(), s.is_doubtful)).collect::<Vec<_>>()
    };
    let (ana, kim) = (|m, d| ("Ana Ruiz".to_owned(), m, d), |m, d| ("iPhone 12".to_owned(), m, d));
    // Left and came back; a mark or the composition of a letter is no other name.
    assert_eq!(
        seen(&[line("Ana Ruiz", "", "13:00", "13:30"), line("ANA RUI\u{301}Z", "", "13:30", "14:00")]),
        [ana(60, false)]
    );
    // Two devices, or two people: asked.
    assert_eq!(
        seen(&[line("Ana Ruiz", "", "13:00", "13:30"), line("Ana Ruiz", "", "13:20", "14:00")]),
        [ana(30, true), ana(40, true)]
    );
    // An address is one person; a row without one joins it where times allow.
    assert_eq!(
        seen(&[line("Ana Ruiz", "a@example.org", "13:00", "13:30"), line("Ana Ruiz", "", "13:40", "14:00")]),
        [ana(50, false)]
    );
    // Two addresses are two people; whose the third row is cannot be told.
    assert_eq!(
        seen(&[
            line("Ana Ruiz", "a@example.org", "13:00", "13:30"),
            line("Ana Ruiz", "b@example.org", "13:00", "13:30"),
            line("Ana Ruiz", "", "13:40", "14:00")
        ]),
        [ana(30, false), ana(30, false), ana(20, true)]
    );
    // Many have such a phone.
    assert_eq!(
        seen(&[line("iPhone 12", "", "13:00", "13:30"), line("iPhone 12", "", "13:40", "14:00")]),
        [kim(30, true), kim(20, true)]
    );
}

#[test]
fn forms_of_file() {
    let right =
        read_ny(&report(TIMES, &["Bel\u{e9}n Duskwood,,05/14/2025 12:58:00 PM,05/14/2025 04:00:00 PM,182,Yes"]));
    assert_eq!((right.len(), right[0].minutes()), (1, 182));
    let rows = |bytes: &[u8]| {
        let read = read(bytes, &host("2025-05-14")).expect("a report");
        people(&read.rows).into_iter().map(|s| (s.name, s.spans, s.is_guest)).collect::<Vec<_>>()
    };
    let right: Vec<_> = right.into_iter().map(|s| (s.name, s.spans, s.is_guest)).collect();
    let spanish =
        "Nombre (nombre original),Correo electrónico,Hora de entrada,Hora de salida,Duración (minutos),Invitado";
    let portuguese = "Nome (nome original),E-mail,Horário de entrada,Horário de saída,Duração (minutos),Convidado";
    let french = "Nom (nom d’origine),Adresse e-mail,Heure d’arrivée,Heure de départ,Durée (minutes),Invité";
    for (heading, yes) in [(TIMES, "Yes"), (spanish, "Sí"), (portuguese, "Sim"), (french, "Oui")] {
        for (from, to) in [
            ("05/14/2025 12:58:00 PM", "05/14/2025 04:00:00 PM"),
            ("14/05/2025 12:58:00 PM", "14/05/2025 04:00:00 PM"),
            ("14/05/2025 12:58", "14/05/2025 16:00"),
            ("5/14/2025 12:58", "5/14/2025 16:00"),
            ("14/05/2025 12:58:00 p. m.", "14/05/2025 4:00:00 p. m."),
            ("2025-05-14 12:58:00", "2025-05-14 16:00:00"),
        ] {
            let commas = report(heading, &[&format!("Bel\u{e9}n Duskwood,,{from},{to},182,{yes}")]);
            let semicolons = commas.replace(',', ";");
            // Excel, where it splits at semicolons, keeps each line of commas as one cell.
            let cells: String = commas.lines().map(|l| format!("\"{l}\";;\r\n")).collect();
            for text in [commas.clone(), format!("sep=;\n{semicolons}"), cells, commas.replace(',', "\t")] {
                assert_eq!(rows(text.as_bytes()), right, "{text}");
                let utf16 = |bom: bool| -> Vec<u8> {
                    let bom = if bom { "\u{feff}" } else { "" };
                    format!("{bom}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect()
                };
                assert_eq!(rows(&utf16(true)), right, "{text}");
                assert_eq!(rows(&utf16(false)), right, "{text}");
                assert_eq!(rows(format!("\u{feff}{text}").as_bytes()), right, "{text}");
            }
        }
    }
}

#[test]
fn dates_are_read_one_way_and_say_so() {
    let text = |a: &str, b: &str| {
        report(TIMES, &[&format!("Ana,,{a} 13:00,{a} 14:00,60,No"), &format!("Bo,,{b} 13:00,{b} 14:00,60,No")])
    };
    let of = |text: String, day: &str| {
        let read = read(text.as_bytes(), &host(day)).expect("a report");
        let dates = read.dates.clone().expect("of digits alone");
        let (from, _) = read.bounds().expect("times");
        (from.date_in(NY).to_string(), dates.is_day_first)
    };
    // A day over twelve settles the others; else the day of the meeting does; else the language.
    assert_eq!(of(text("03/10/2025", "13/10/2025"), "2025-03-10"), ("2025-10-03".into(), true));
    assert_eq!(of(text("03/10/2025", "03/10/2025"), "2025-10-03"), ("2025-10-03".into(), true));
    assert_eq!(of(text("03/10/2025", "03/10/2025"), "2025-03-10"), ("2025-03-10".into(), false));
    assert_eq!(of(text("03/10/2025", "03/10/2025"), "2025-07-07"), ("2025-03-10".into(), false));
    let spanish = text("03/10/2025", "03/10/2025").replace("Join Time", "Hora de entrada");
    assert_eq!(of(spanish, "2025-07-07"), ("2025-10-03".into(), true));
}

#[test]
fn the_api_answers_in_json() {
    let read = read(
        br#"{"page_size": 30, "total_records": 6, "next_page_token": "", "participants": [
            {"id": "x", "name": "Ana", "user_email": "ana@example.org", "join_time": "2025-05-14T17:00:00Z",
             "leave_time": "2025-05-14T17:40:00Z", "duration": 2400, "status": "in_meeting"},
            {"name": "Ana", "user_email": "ana@example.org", "join_time": "2025-05-14T17:30:00Z",
             "leave_time": "2025-05-14T18:00:00Z", "duration": 1800},
            {"name": "Bo", "user_email": "", "duration": 600},
            {"name": "Cy", "join_time": "2025-05-14T17:00:00Z", "leave_time": "2025-05-14T17:01:00Z",
             "duration": 60, "status": "in_waiting_room"},
            {"name": "", "user_email": "", "duration": 60}]}"#,
        &host("2025-05-14"),
    )
    .expect("a report");
    let seen = people(&read.rows);
    assert_eq!(seen.iter().map(|s| (s.name.as_str(), s.minutes())).collect::<Vec<_>>(), [("Ana", 60), ("Bo", 10)]);
    assert_eq!(read.left.iter().map(|l| (l.line, l.why)).collect::<Vec<_>>(), [(4, Why::Waiting), (5, Why::NoName)]);
    assert!(read.is_partial && read.count() == 5);
}

#[test]
fn a_row_that_is_nobodys_time_is_kept_with_its_reason() {
    let text = report(
        "Name,Email,Join Time,Leave Time,Duration (Minutes),Guest,In Waiting Room",
        &[
            "Ana,,05/14/2025 13:00,05/14/2025 14:00,60,No,No",
            "Bo,,05/14/2025 13:00,05/14/2025 13:02,2,No,Yes",
            ",,05/14/2025 13:00,05/14/2025 13:02,2,No,No",
            "",
            "Cy,,05/14/2025 14:00,05/14/2025 13:02,2,No,No",
            "Di,,--,--,,No,No",
        ],
    );
    let read = read(text.as_bytes(), &host("2025-05-14")).expect("a report");
    assert_eq!(
        read.left.iter().map(|l| (l.line, l.why)).collect::<Vec<_>>(),
        [(3, Why::Waiting), (4, Why::NoName), (6, Why::Backwards), (7, Why::NoTime)]
    );
    assert_eq!((read.rows.len(), read.count()), (1, 5));
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(0_u8.., 0..400)) {
        let _ = read(&bytes, &host("2025-05-14"));
    }

    #[test]
    fn any_text_below_a_heading_is_read_or_refused(text in "\\PC{0,300}") {
        let _ = read(report(TIMES, &[&text]).as_bytes(), &host("2025-05-14"));
    }

    #[test]
    fn every_row_is_in_one_place_and_no_minute_counts_twice(
        rows in proptest::collection::vec((0_usize..4, 0_usize..3, 0_i64..200, 0_i64..100), 1..25),
    ) {
        let names = ["Ana", "Ana (she/her)", "Bo", "iPhone"];
        let mails = ["", "a@example.org", "b@example.org"];
        let rows: Vec<Row> = (2..).zip(&rows).map(|(line, (name, mail, from, length))| Row {
            line,
            name: names[*name].into(),
            email: mails[*mail].into(),
            span: Some((from * 60_000_000, (from + length) * 60_000_000)),
            minutes: 0,
            is_guest: false,
        }).collect();
        let seen = people(&rows);
        let mut lines: Vec<usize> = seen.iter().flat_map(|s| s.lines.clone()).collect();
        lines.sort_unstable();
        proptest::prop_assert_eq!(lines, rows.iter().map(|r| r.line).collect::<Vec<_>>());
        for s in &seen {
            let of: Vec<&Row> = rows.iter().filter(|r| s.lines.contains(&r.line)).collect();
            let spans: Vec<Span> = of.iter().filter_map(|r| r.span).collect();
            proptest::prop_assert_eq!(&s.spans, &union(spans));
            // Without an address, one whole name; with one, one address besides rows that have none.
            proptest::prop_assert!(of.iter().all(|r| r.email == s.email || r.email.is_empty()));
            proptest::prop_assert!(!s.email.is_empty() || of.iter().all(|r| r.name == s.name));
        }
    }
}
