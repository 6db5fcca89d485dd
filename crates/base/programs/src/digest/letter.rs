//! What the email says: a line for each thing, with where it is done. Private things are counted and not named.

use super::store::Reader;
use super::{Item, Waiting};
use weft_kernel::Kernel;
use weft_kernel::i18n::Tr;
use weft_kernel::mail::Letter;

/// Lines of one list; what comes after is counted.
const MOST: usize = 12;

pub(super) fn of<'l>(kernel: &Kernel, reader: &Reader, waiting: &Waiting, key: &str) -> Letter<'l> {
    let t = Tr(reader.lang());
    let mut paragraphs = vec![t.greeting(&reader.name)];
    if !waiting.own.is_empty() {
        paragraphs.push(t.t("digest-own"));
        paragraphs.extend(lines(t, &waiting.own));
    }
    for (season, path, items) in &waiting.teams {
        paragraphs.push(t.a2(
            "digest-team",
            "season",
            season.clone(),
            "url",
            format!("{}{path}", kernel.config.base_url),
        ));
        paragraphs.extend(lines(t, items));
    }
    paragraphs.push(t.a("digest-stop", "url", stop(kernel, key)));
    let n = waiting.items().count();
    Letter {
        lang: reader.lang().tag(),
        subject: t.a("digest-subject", "n", n),
        paragraphs,
        button: Some((t.t("digest-open"), format!("{}/", kernel.config.base_url))),
    }
}

/// Where someone ends these emails without signing in.
pub(super) fn stop(kernel: &Kernel, key: &str) -> String {
    format!("{}/daily-email/{key}", kernel.config.base_url)
}

fn lines(t: Tr, items: &[Item]) -> Vec<String> {
    let (private, named): (Vec<&Item>, Vec<&Item>) = items.iter().partition(|i| i.is_private);
    let mut out: Vec<String> = named
        .iter()
        .take(MOST)
        .map(|i| if i.line.season.is_empty() { said(i) } else { format!("{} ({})", said(i), i.line.season) })
        .collect();
    if named.len() > MOST {
        out.push(t.a("digest-more", "n", named.len() - MOST));
    }
    if !private.is_empty() {
        out.push(t.a("digest-private", "n", private.len()));
    }
    out
}

fn said(item: &Item) -> String {
    format!("• {}", item.line.text)
}
