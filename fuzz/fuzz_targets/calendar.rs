//! Calendars that people keep elsewhere, as the reader's process reads them: what comes out is sorted, apart, and
//! within the window.
#![no_main]

use weft_kernel::clock::Time;
use weft_media::busy::in_child;

/// March 2025, in New York.
const HEAD: &[u8] = b"America/New_York 1740805200000000 1743480000000000\n";

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(times) = in_child::read(&[HEAD, bytes].concat()) {
        let (from, to) = (Time(1_740_805_200_000_000), Time(1_743_480_000_000_000));
        assert!(times.busy.iter().all(|(a, b)| from <= *a && a < b && *b <= to));
        assert!(times.busy.windows(2).all(|w| w[0].1 < w[1].0));
        assert!(times.unread <= times.entries);
    }
});
