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
    let end = (0..lines.len()).find(|n| ends_here(&lines, *n, is_marked)).unwrap_or(lines.len());
    let mut kept: Vec<&str> = Vec::new();
    let mut at = 0;
    while at < end {
        // A mail program says whom it quotes, over three lines at most.
        if let Some(after) = attribution(&lines[at..end]) {
            let next = lines[at + after..end].iter().find(|l| !l.trim().is_empty());
            if next.is_none_or(|l| is_quoted(l)) {
                at += after;
                continue;
            }
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
    if let Some(n) = kept.iter().rposition(|l| *l == "-- " || l.trim() == "--").filter(|n| kept.len() - n <= 7) {
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

/// `On Tue, Mar 4, 2025 at 9:00, Ana <a@b.org> wrote:` and the like, with a day or a time and who it was.
fn is_attribution(line: &str) -> bool {
    let line = line.trim().trim_matches('*');
    let begins = ["On ", "El ", "Le ", "Am ", "Em ", "Il "].iter().any(|w| line.starts_with(w));
    let ends = ["wrote:", "escribió:", "a écrit :", "schrieb:", "escreveu:", "ha scritto:"];
    let is_dated = line.chars().any(|c| c.is_ascii_digit()) && line.contains(['@', '<', ',']);
    line.len() < 300 && begins && is_dated && ends.iter().any(|w| line.ends_with(w))
}

/// Over how many lines from here on a mail program says whom it quotes: three at most, none of them empty, and the last
/// of them does not say so by itself.
fn attribution(lines: &[&str]) -> Option<usize> {
    let within = lines.iter().take(3).take_while(|l| !l.trim().is_empty()).count();
    let begins = |l: &&str| l.trim_start().starts_with("On ") || l.trim_start().starts_with("El ");
    (1..=within).find(|k| is_attribution(&lines[..*k].join(" ")) && !lines[1..*k].iter().any(begins))
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
    // Outlook says who wrote, when, and to whom or what about, perhaps below a row of underscores.
    let has = |l: &str, words: &[&str]| {
        let l = l.trim().trim_start_matches('*');
        words.iter().any(|w| l.starts_with(w))
    };
    let next = &lines[n + 1..lines.len().min(n + 6)];
    let is_header = has(line, &["From:", "De:"])
        && next.iter().any(|l| has(l, &["Sent:", "Date:", "Enviado:", "Enviado el:", "Fecha:"]))
        && next.iter().any(|l| has(l, &["To:", "Para:"]))
        && next.iter().any(|l| has(l, &["Subject:", "Asunto:"]));
    let is_row = line.len() >= 10 && line.chars().all(|c| c == '_') && next.iter().any(|l| has(l, &["From:", "De:"]));
    // Said whom it quotes, and our own line follows without a sign before it.
    let is_unmarked = attribution(&lines[n..]).is_some_and(|k| {
        let rest = &lines[n + k..];
        rest.iter().any(|l| !is_quoted(l) && is_marked(l))
    });
    is_marked(line) || is_original || is_header || is_row || is_unmarked
}

/// What phones add below.
fn is_of_a_phone(line: &str) -> bool {
    let line = line.trim().trim_end_matches('.').to_lowercase();
    let devices =
        ["iphone", "ipad", "galaxy", "android", "samsung", "phone", "móvil", "celular", "teléfono", "outlook"];
    let begins = ["sent from my ", "sent from ", "get outlook for ", "enviado desde mi ", "enviado desde "];
    let rest = begins.iter().find_map(|w| line.strip_prefix(w));
    rest.is_some_and(|r| r.split_whitespace().count() <= 4 && (devices.iter().any(|d| r.contains(d)) || r == "ios"))
}

#[cfg(test)]
mod tests {
    use super::is_of_a_phone;

    #[test]
    fn only_a_device_makes_the_last_line_a_phones() {
        for line in
            ["Sent from my iPhone", "Enviado desde mi iPhone", "Get Outlook for iOS", "Sent from my Galaxy S21."]
        {
            assert!(is_of_a_phone(line), "{line}");
        }
        for line in ["Sent from my heart", "Enviado desde mi oficina hoy, mañana los llamo", "Get Outlook to work"] {
            assert!(!is_of_a_phone(line), "{line}");
        }
    }
}
