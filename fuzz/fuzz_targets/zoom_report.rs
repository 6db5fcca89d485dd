//! Reports of who was in a meeting.
#![no_main]

use weft_media::table;
use weft_season::gatherings::zoom;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(text) = table::text(bytes)
        && let Ok(seen) = zoom::read(&text, "America/New_York")
    {
        assert!(seen.iter().all(|s| s.spans.windows(2).all(|w| w[0].1 < w[1].0)));
    }
});
