//! What someone wrote in answer to an email, without the email they answered. Pure.

use weft_kernel::i18n::{Lang, Tr};

/// The words of an answer. Left out is what a mail program puts below or around them: the email that is answered, from
/// the line that ours begin with, and a signature. What is quoted in between, to answer piece by piece, stays. Texts
/// are cut, never changed.
pub fn read(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let marks = [Lang::En, Lang::Es].map(|lang| bare(&Tr(lang).t("talk-mail-line")));
    let is_marked = |line: &str| {
        let plain = bare(line);
        marks.iter().any(|mark| !mark.is_empty() && plain.contains(mark.as_str()))
    };
    let lines: Vec<&str> = text.lines().collect();
    let end = (0..lines.len()).find(|n| ends_here(&lines, *n, &is_marked)).unwrap_or(lines.len());
    let mut kept: Vec<&str> = Vec::new();
    let mut at = 0;
    while at < end {
        // A mail program says whom it quotes, over three lines at most.
        if let Some(after) = (1..=3).find(|k| at + k <= end && is_attribution(&lines[at..at + k].join(" "))) {
            at += after;
            continue;
        }
        if !is_quoted(lines[at]) {
            kept.push(lines[at]);
            at += 1;
            continue;
        }
        let block = lines[at..end].iter().take_while(|l| is_quoted(l)).count();
        let quoted = &lines[at..at + block];
        let is_last = lines[at + block..end].iter().all(|l| l.trim().is_empty());
        // A marked line may be wrapped.
        let is_ours = is_marked(&quoted.concat());
        if !is_last && !is_ours {
            kept.extend(quoted);
        }
        at += block;
    }
    // A signature, as RFC 3676 says, and what phones add.
    if let Some(n) = kept.iter().position(|l| *l == "-- " || l.trim() == "--") {
        kept.truncate(n);
    }
    while kept.last().is_some_and(|l| l.trim().is_empty() || is_of_a_phone(l)) {
        kept.pop();
    }
    kept.join("\n").trim().to_owned()
}

/// Letters alone: mail programs wrap, quote and decorate.
fn bare(line: &str) -> String {
    line.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn is_quoted(line: &str) -> bool {
    line.trim_start().starts_with('>')
}

/// `On Tue, Mar 4, 2025 at 9:00, Ana <a@b.org> wrote:` and the like.
fn is_attribution(line: &str) -> bool {
    let line = line.trim().trim_matches('*');
    let begins = ["On ", "El ", "Le ", "Am ", "Em ", "Il "].iter().any(|w| line.starts_with(w));
    let ends = ["wrote:", "escribió:", "a écrit :", "schrieb:", "escreveu:", "ha scritto:"];
    line.len() < 300 && begins && ends.iter().any(|w| line.ends_with(w))
}

/// Whether an earlier email begins here that is not set off by signs: all of what follows is that.
fn ends_here(lines: &[&str], n: usize, is_marked: impl Fn(&str) -> bool) -> bool {
    let line = lines[n].trim();
    if is_quoted(line) {
        return false;
    }
    let dashed = line.trim_matches(['-', '_', ' ']);
    let said = ["Original Message", "Forwarded message", "Mensaje original", "Mensaje reenviado"];
    let is_original = line.starts_with("--") && said.iter().any(|w| dashed.eq_ignore_ascii_case(w));
    // Outlook says who wrote and when, perhaps below a row of underscores.
    let of = |l: &str| ["From:", "De:", "*From:*", "*De:*"].iter().any(|w| l.trim().starts_with(w));
    let sent = |l: &&str| {
        let words = ["Sent:", "Date:", "Enviado:", "Enviado el:", "Fecha:", "*Sent:*", "*Date:*", "*Enviado:*"];
        words.iter().any(|w| l.trim().starts_with(w))
    };
    let is_header = of(line) && lines[n + 1..].iter().take(3).any(sent);
    let is_row = line.len() >= 10 && line.chars().all(|c| c == '_') && lines[n + 1..].iter().take(2).any(|l| of(l));
    // Said whom it quotes, and then no sign before what it quotes.
    let is_unmarked = (1..=3).any(|k| {
        let rest = &lines[lines.len().min(n + k)..];
        let next = rest.iter().find(|l| !l.trim().is_empty());
        is_attribution(&lines[n..lines.len().min(n + k)].join(" ")) && next.is_none_or(|l| !is_quoted(l))
    });
    is_marked(line) || is_original || is_header || is_row || is_unmarked
}

fn is_of_a_phone(line: &str) -> bool {
    let line = line.trim().trim_end_matches('.');
    let begins = ["Sent from my ", "Get Outlook for ", "Enviado desde mi ", "Enviado desde Outlook"];
    line.len() < 60 && begins.iter().any(|w| line.starts_with(w))
}
