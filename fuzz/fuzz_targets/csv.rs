//! Lists that staff import as text: read or refused, and every row has as many cells as there are columns.
#![no_main]

use weft_media::table;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(table) = table::read(bytes) {
        assert!(table.rows.iter().all(|(_, cells)| cells.len() == table.headers.len()));
    }
});
