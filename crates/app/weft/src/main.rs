//! `weft`: see `weft --help`.

use std::process::ExitCode;

use weft::cli::clean_file;
use weft_kernel::reader::COMMAND;

fn main() -> ExitCode {
    // Before anything else is set up: a reader of files has no settings, no log and no threads.
    let words: Vec<String> = std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    if words.first().is_some_and(|word| word == COMMAND) { clean_file::main(&words[1..]) } else { weft::cli::main() }
}
