//! Emails of what was written: each message a few minutes after it, or all of a day in one. Whoever has read it
//! meanwhile gets none, and in their quiet hours nobody does.

use std::collections::HashMap;

use jiff::civil::DateTime;

use super::emails::{DIGEST, NEW};
use super::model::{Message, PAGE, named, titled};
use super::store;
use super::store::marks::{self, Due};
use weft_kernel::clock::Time;
use weft_kernel::db::Tx;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
use weft_kernel::mail::Mail;
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::{Kernel, secret, when, zone};
use weft_programs::emails::{Emails, Fill, Written};
use weft_programs::{Season, store as programs};
use weft_web::Result;

/// How long a message waits before it is sent, in minutes: whoever is there reads it on the page, and a slip can be
/// mended.
const PAUSE_MINUTES: i64 = 3;

/// What is older than so many days is not sent any more.
const LATE_DAYS: i64 = 3;

/// Hours of a reader's morning in which the daily email goes out.
const MORNING: std::ops::Range<i8> = 7..12;

/// How many messages of a topic an email holds, and how many letters of each in the daily one.
const MOST: usize = 20;
const MOST_LETTERS: usize = 400;

/// Where a sealed key stands.
const SEALED: &str = "topic_read.key_sealed";

/// Whether it is quiet for someone now: between two minutes of their day, perhaps over midnight.
fn is_quiet(there: DateTime, hours: Option<(i64, i64)>) -> bool {
    let minute = i64::from(there.hour()) * 60 + i64::from(there.minute());
    match hours {
        Some((from, to)) if from < to => (from..to).contains(&minute),
        Some((from, to)) if from > to => minute >= from || minute < to,
        _ => false,
    }
}

impl Due {
    fn zone(&self) -> &str {
        self.zone.as_deref().unwrap_or(zone::USUAL_ZONE)
    }

    fn lang(&self) -> Lang {
        Lang::parse(&self.language).unwrap_or_default()
    }

    fn is_quiet(&self, now: Time) -> bool {
        is_quiet(when::wall(now, self.zone()), self.from_minute.zip(self.to_minute))
    }
}

/// What one run reads once: seasons with their texts, and messages of topics.
#[derive(Default)]
struct Known {
    emails: HashMap<String, Option<Emails>>,
    messages: HashMap<(Id, i64), Vec<Message>>,
}

impl Known {
    async fn emails(&mut self, kernel: &Kernel, slug: &str) -> Result<Option<Emails>> {
        if let Some(known) = self.emails.get(slug) {
            return Ok(known.clone());
        }
        let mut conn = kernel.db.read().await?;
        let found = match programs::season_by_slug(&mut conn, slug).await? {
            Some(season) => Some(Emails::of(&mut conn, &season).await?),
            None => None,
        };
        self.emails.insert(slug.to_owned(), found.clone());
        Ok(found)
    }

    /// Messages of a topic after the one that someone was told of, without their own: those that were there before
    /// `before`, with the number of the last.
    async fn messages(&mut self, kernel: &Kernel, due: &Due, before: Time) -> Result<(Vec<Message>, i64)> {
        let key = (due.topic_id.clone(), due.told);
        if !self.messages.contains_key(&key) {
            let all = store::after(&mut kernel.db.read().await?, due).await?;
            self.messages.insert(key.clone(), all);
        }
        let all = self.messages.get(&key).into_iter().flatten();
        let there: Vec<&Message> = all.take_while(|m| m.at <= before).collect();
        let last = there.last().map_or(due.told, |m| m.n);
        let late = kernel.now().plus_days(-LATE_DAYS);
        let others = there.into_iter().filter(|m| !m.is_removed() && !m.is_of(&due.person_id) && m.at > late);
        Ok((others.cloned().collect(), last))
    }
}

/// Writes the emails of single messages that are due now. Returns how many.
pub(super) async fn send(kernel: &Kernel) -> Result<usize> {
    run(kernel, false).await
}

/// Writes the daily emails that are due now. Returns how many.
pub(super) async fn send_daily(kernel: &Kernel) -> Result<usize> {
    run(kernel, true).await
}

async fn run(kernel: &Kernel, is_daily: bool) -> Result<usize> {
    let now = kernel.now();
    let before = now.plus_seconds(-60 * PAUSE_MINUTES);
    let due = marks::due(&mut kernel.db.read().await?, now.plus_days(-LATE_DAYS), before, is_daily).await?;
    let (mut known, mut n) = (Known::default(), 0);
    for of_person in due.chunk_by(|a, b| a.person_id == b.person_id) {
        if of_person[0].is_quiet(now) {
            continue;
        }
        if is_daily {
            n += usize::from(digest(kernel, &mut known, of_person, before).await?);
            continue;
        }
        for one in of_person {
            n += usize::from(tell(kernel, &mut known, one, before).await?);
        }
    }
    Ok(n)
}

/// A new email to someone about what is theirs alone to read.
async fn enqueue(kernel: &Kernel, tx: &mut Tx, key: &str, lane: Lane, mail: &Mail) -> Result<()> {
    let listed = Some(Tr(Lang::En).t("talk-mail-listed"));
    let mail = Mail { listed, ..mail.clone() };
    let new = outbox::New { key, lane, listed: Listed::ToNobody, season: None, mail: &mail };
    outbox::enqueue(kernel, tx, new).await?;
    Ok(())
}

/// What was written, as it stands in an email.
fn said(t: Tr, m: &Message, most: usize) -> String {
    let name = m.name.clone().unwrap_or_else(|| t.t("talk-gone"));
    let mut text: String = m.text.chars().take(most).collect();
    if text.len() < m.text.len() {
        text.push('…');
    }
    let mut out = format!("{}\n{text}", t.a("talk-mail-said", "name", name));
    if m.file_id.is_some() {
        out.push('\n');
        out.push_str(&t.t("talk-mail-file"));
    }
    out
}

/// The email of one topic's new messages to one person.
async fn tell(kernel: &Kernel, known: &mut Known, due: &Due, before: Time) -> Result<bool> {
    let Some(emails) = known.emails(kernel, &due.season_slug).await? else { return Ok(false) };
    let (messages, last) = known.messages(kernel, due, before).await?;
    let mut tx = kernel.db.begin().await?;
    if !marks::set_told(&mut tx, due, last).await? {
        return Ok(false);
    }
    if messages.is_empty() {
        tx.commit().await?;
        return Ok(false);
    }
    let key = key(kernel, &mut tx, due).await?;
    let t = Tr(due.lang());
    let season = &emails.season;
    let skipped = messages.len().saturating_sub(MOST);
    let mut more: Vec<String> = Vec::new();
    if skipped > 0 {
        more.push(t.a("talk-mail-more", "n", skipped));
    }
    more.extend(messages[skipped..].iter().map(|m| said(t, m, usize::MAX)));
    let link = link(kernel, season, due, messages.first());
    let values = vec![
        ("name", due.name.clone()),
        ("topic", titled(&t, &due.title)),
        ("place", named(&t, due.kind, &due.place_name)),
    ];
    let stop = format!("{}/conversation-email/{}", kernel.config.base_url, stop_key(&key));
    let mut after = vec![t.a("talk-mail-stop", "url", stop.clone())];
    if reply_to(kernel, &key).is_none() {
        after.insert(0, t.t("talk-mail-no-reply"));
    }
    let written = emails.write(&NEW, due.lang(), Fill { values, more, link: Some(link), after });
    let mail = answerable(kernel, t, written, &key).to(&due.email);
    let mail = Mail { reply_to: reply_to(kernel, &key), ..mail }.ended_by(stop);
    let until = kernel.now().plus_days(LATE_DAYS);
    let name = format!("talk:{}:{}:{last}", due.topic_id, due.person_id);
    enqueue(kernel, &mut tx, &name, Lane::Bulk(Some(until)), &mail).await?;
    tx.commit().await?;
    Ok(true)
}

/// The page on which the first of them stands.
fn link(kernel: &Kernel, season: &Season, due: &Due, first: Option<&Message>) -> String {
    let n = first.map_or(due.told + 1, |m| m.n);
    let page = if due.messages - n >= PAGE { format!("?to={}", n + PAGE - 1) } else { String::new() };
    let path = season.path(&format!("conversations/{}{page}#m{n}", due.topic_id));
    format!("{}{path}", kernel.config.base_url)
}

/// Where answers by email go, with the key of one person and one topic; nothing where this site takes none.
pub(super) fn reply_to(kernel: &Kernel, key: &str) -> Option<String> {
    let (local, host) = kernel.config.reply_address.split_once('@')?;
    (!local.is_empty() && !host.is_empty()).then(|| format!("{local}+{key}@{host}"))
}

/// The same email with the line above which one answers.
fn answerable(kernel: &Kernel, t: Tr, mut written: Written, key: &str) -> Written {
    if reply_to(kernel, key).is_some() {
        written.source.paragraphs.insert(0, t.t("talk-mail-line"));
    }
    written
}

/// What stands in the link that ends emails. It follows from the key, and the key does not follow from it: an email
/// that is handed on lets nobody write.
fn stop_key(key: &str) -> String {
    secret::hash(&format!("stop:{key}")).chars().take(32).collect()
}

/// The key of one person and one topic, made when it is needed first.
async fn key(kernel: &Kernel, tx: &mut Tx, due: &Due) -> Result<String> {
    let row = format!("{}:{}", due.topic_id, due.person_id);
    if let Some(sealed) = marks::key(tx, &due.topic_id, &due.person_id).await?
        && let Some(key) = kernel.seal.open(SEALED, &row, &sealed)
    {
        return Ok(key);
    }
    let key = secret::token(&kernel.rng);
    let sealed = kernel.seal.seal(&kernel.rng, SEALED, &row, &key);
    let hashes = (secret::hash(&key), secret::hash(&stop_key(&key)));
    marks::set_key(tx, (&due.topic_id, &due.person_id), &sealed, hashes).await?;
    Ok(key)
}

/// The daily email to one person, in their morning and once a day, season by season.
async fn digest(kernel: &Kernel, known: &mut Known, all: &[Due], before: Time) -> Result<bool> {
    let Some(first) = all.first() else { return Ok(false) };
    let now = kernel.now();
    let there = when::wall(now, first.zone());
    let today = there.date().to_string();
    // Quiet hours may be over in the afternoon only.
    let is_time = there.hour() >= MORNING.start && (MORNING.contains(&there.hour()) || first.from_minute.is_some());
    if !is_time || first.digest_on.as_ref().is_some_and(|day| *day >= today) {
        return Ok(false);
    }
    let t = Tr(first.lang());
    let mut written: Vec<(&Due, Vec<Message>, i64)> = Vec::new();
    for due in all {
        let (messages, last) = known.messages(kernel, due, before).await?;
        written.push((due, messages, last));
    }
    let mut seasons = Vec::new();
    for slug in all.chunk_by(|a, b| a.season_slug == b.season_slug).map(|c| c[0].season_slug.clone()) {
        if let Some(emails) = known.emails(kernel, &slug).await? {
            seasons.push(emails);
        }
    }
    let mut tx = kernel.db.begin().await?;
    if !marks::set_digest(&mut tx, &first.person_id, &today).await? {
        return Ok(false);
    }
    let mut n = 0;
    for emails in seasons {
        let season = &emails.season;
        let (mut more, mut ends) = (Vec::new(), None);
        for (due, messages, last) in written.iter().filter(|(d, ..)| d.season_slug == season.slug) {
            // Whoever read it or left meanwhile is told nothing of it.
            if !marks::set_told(&mut tx, due, *last).await? || messages.is_empty() {
                continue;
            }
            ends = Some(key(kernel, &mut tx, due).await?);
            let place = named(&t, due.kind, &due.place_name);
            let title = format!("{} ({place})", titled(&t, &due.title));
            more.push(format!(
                "{}\n{}",
                t.a2("talk-digest-topic", "topic", title, "n", messages.len()),
                link(kernel, season, due, messages.first())
            ));
            let shown = messages.len().saturating_sub(3);
            more.extend(messages[shown..].iter().map(|m| said(t, m, MOST_LETTERS)));
        }
        let Some(ends) = ends else { continue };
        let link = format!("{}{}", kernel.config.base_url, season.path("conversations"));
        let stop = format!("{}/conversation-email/{}?what=daily", kernel.config.base_url, stop_key(&ends));
        let settings = format!("{}{}", kernel.config.base_url, season.path("conversations/settings"));
        let fill = Fill {
            values: vec![("name", first.name.clone())],
            more,
            link: Some(link),
            after: vec![t.a("talk-mail-settings", "url", settings), t.a("talk-mail-stop-daily", "url", stop.clone())],
        };
        let mail = emails.write(&DIGEST, first.lang(), fill).to(&first.email).ended_by(stop);
        // What they answer is no one's to read here, the program's least of all.
        let mail = Mail { reply_to: None, ..mail };
        let name = format!("talk-digest:{}:{}:{today}", season.id, first.person_id);
        let until = Time::end_of_day(there.date(), first.zone());
        enqueue(kernel, &mut tx, &name, Lane::Bulk(Some(until)), &mail).await?;
        n += 1;
    }
    tx.commit().await?;
    Ok(n > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quiet_hours_may_go_over_midnight() {
        let at = |text: &str| format!("2025-03-09T{text}").parse::<DateTime>().expect("a time");
        let night = Some((21 * 60, 7 * 60 + 30));
        for (time, is) in [("20:59", false), ("21:00", true), ("03:00", true), ("07:29", true), ("07:30", false)] {
            assert_eq!(is_quiet(at(time), night), is, "{time}");
        }
        let noon = Some((12 * 60, 13 * 60));
        assert!(is_quiet(at("12:00"), noon) && !is_quiet(at("13:00"), noon));
        assert!(!is_quiet(at("12:00"), Some((720, 720))) && !is_quiet(at("12:00"), None));
    }
}
