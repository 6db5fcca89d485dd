//! Recordings, as the reader's process takes their tags out: cleaned once, they stay what they are.
#![no_main]

use weft_media::answer::{self as media, in_child};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if !media::detect(bytes).is_some_and(media::Media::is_recording) {
        return;
    }
    if let Ok((_, out)) = in_child::clean(bytes.to_vec()) {
        assert!(out.len() <= bytes.len() + 1);
        let _ = in_child::clean(out);
    }
});
