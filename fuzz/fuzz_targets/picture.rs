//! Pictures, as the reader's process draws them anew for an answer and for a profile.
#![no_main]

use weft_media::answer::{self as media, Media, in_child};
use weft_people::photo;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if media::detect(bytes) != Some(Media::Picture) {
        return;
    }
    if let Ok((_, out)) = in_child::clean(bytes.to_vec()) {
        assert!(out.starts_with(b"\xff\xd8\xff"));
    }
    let _ = photo::in_child::prepare(bytes.to_vec());
});
