//! Reports of who was in a meeting.
#![no_main]

use weft_season::gatherings::zoom;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let host = zoom::Host { zone: "America/New_York".into(), day: "2025-05-14".parse().expect("a day") };
    if let Ok(report) = zoom::read(bytes, &host) {
        let seen = zoom::people(&report.rows);
        assert!(seen.iter().all(|s| s.spans.windows(2).all(|w| w[0].1 < w[1].0)));
        assert_eq!(seen.iter().map(|s| s.lines.len()).sum::<usize>(), report.rows.len());
    }
});
