//! Documents that people answer with, as the reader's process cleans them; what comes out is a document again.
#![no_main]

use weft_media::answer::{self as media, Media, in_child};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if media::detect(bytes) == Some(Media::Pdf)
        && let Ok((_, out)) = in_child::clean(bytes.to_vec())
    {
        assert_eq!(media::detect(&out), Some(Media::Pdf));
    }
});
