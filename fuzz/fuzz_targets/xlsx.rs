//! Workbooks that staff import, as the reader's process reads them; what it writes is a table.
#![no_main]

use weft_media::table::{self, in_child};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(sheet) = in_child::workbook(bytes) {
        let columns = sheet.headers.clone();
        let mut out = Vec::new();
        sheet.write(&mut out).expect("in memory");
        assert_eq!(table::told(&out).expect("a table").headers, columns);
    }
});
