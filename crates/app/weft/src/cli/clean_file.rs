//! `weft clean-file WHAT MEMORY SECONDS`: reads one file from standard input and writes one answer, within limits that
//! it sets for itself first. The server starts it for every file that others sent (`kernel/reader`); it is not for
//! people.
//!
//! The answer is a line, `taken WORD` or `refused WHY`, and after the former the file's new content up to the end. It
//! counts only when the process then ends well.

mod confine;

use std::borrow::Cow;
use std::io::{Read as _, Write as _};
use std::process::ExitCode;

use weft_media::answer as media;
use weft_media::busy;
use weft_media::table;
use weft_people::photo;
use weft_programs::look;

/// Longest file that is read, in bytes; whoever starts a reader has looked before.
const MOST_BYTES: u64 = media::MOST_BYTES as u64;

/// What is said of a file.
enum Answer {
    Taken(Cow<'static, str>, Vec<u8>),
    Refused(String),
}

pub fn main(words: &[String]) -> ExitCode {
    let [what, memory, cpu] = words else { return usage() };
    let (Ok(memory), Ok(cpu)) = (memory.parse(), cpu.parse()) else { return usage() };
    // Nobody reads what it has to say; that it died is enough.
    std::panic::set_hook(Box::new(|_| {}));
    let Ok(held_by) = confine::confine(memory, cpu) else { return ExitCode::FAILURE };
    let mut bytes = Vec::new();
    if std::io::stdin().lock().take(MOST_BYTES + 1).read_to_end(&mut bytes).is_err() {
        return ExitCode::FAILURE;
    }
    bytes.shrink_to_fit();
    let answer = match what.as_str() {
        "answer" => cleaned(media::in_child::clean(bytes)),
        "photo" => photo::in_child::prepare(bytes)
            .map_or_else(|why| Answer::Refused(why.to_owned()), |photo| Answer::Taken("image/jpeg".into(), photo)),
        "logo" => look::in_child::prepare(bytes)
            .map_or_else(|why| Answer::Refused(why.to_owned()), |(word, both)| Answer::Taken(word.into(), both)),
        "workbook" => workbook(&bytes),
        "calendar" => calendar(&bytes),
        "nothing" => Answer::Taken(held_by.into(), Vec::new()),
        _ => return usage(),
    };
    if tell(answer).is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn usage() -> ExitCode {
    eprintln!("weft clean-file is started by weft itself, for each file that others sent.");
    ExitCode::FAILURE
}

fn cleaned(result: Result<(media::Media, Vec<u8>), &'static str>) -> Answer {
    match result {
        Ok((media, content)) => Answer::Taken(media.mime().into(), content),
        Err(why) => Answer::Refused(why.to_owned()),
    }
}

fn workbook(bytes: &[u8]) -> Answer {
    let mut out = Vec::new();
    match table::in_child::workbook(bytes).map(|sheet| sheet.write(&mut out)) {
        Ok(Ok(())) => Answer::Taken("text/csv".into(), out),
        // Without a fault of its own: the workbook cannot be read.
        Ok(Err(_)) => Answer::Refused(String::new()),
        Err(fault) => Answer::Refused(serde_json::to_string(&fault).unwrap_or_default()),
    }
}

fn calendar(bytes: &[u8]) -> Answer {
    match busy::in_child::read(bytes) {
        Ok(times) => {
            let (word, lines) = times.told();
            Answer::Taken(word.into(), lines)
        }
        Err(fault) => Answer::Refused(fault.word().to_owned()),
    }
}

fn tell(answer: Answer) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    match answer {
        Answer::Taken(word, content) => {
            writeln!(out, "taken {word}")?;
            out.write_all(&content)?;
        }
        Answer::Refused(why) => writeln!(out, "refused {}", why.replace('\n', " "))?,
    }
    out.flush()
}
