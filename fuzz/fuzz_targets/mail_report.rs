//! What mail servers report of letters: whole messages as they come, and the fields of a report that is otherwise
//! whole.
#![no_main]

use weft_kernel::delivery_report::read_report;

const HEAD: &str = "Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n--x\r\n\
    Content-Type: message/delivery-status\r\n\r\n\
    Reporting-MTA: dns; mx.example.org\r\n\r\n";

/// The parser asserts some things of broken messages that do not hold, in builds with assertions. `read_report` catches
/// that, but the fuzzer's own hook ends the process at every panic before it is caught: for the parser's it is not
/// called.
fn forgive_the_parser() {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if !panic.location().is_some_and(|l| l.file().contains("/mail-parser-")) {
            hook(panic);
        }
    }));
}

libfuzzer_sys::fuzz_target!(init: forgive_the_parser(), |bytes: &[u8]| {
    for raw in [bytes, &[HEAD.as_bytes(), bytes, b"\r\n--x--\r\n"].concat()] {
        for delivery in read_report(raw) {
            for address in std::iter::once(&delivery.address).chain(&delivery.original) {
                let is_one = address.matches('@').count() == 1 && !address.contains(char::is_whitespace);
                assert!(address.len() <= 254 && is_one, "{address:?}");
            }
        }
    }
});
