//! One email a day at most with what waits for someone: what waits for them, and for the teams of their seasons. It
//! goes out in the morning of its reader, only when something is new or due soon, and says no more than their start
//! page does.

mod letter;
pub mod pages;
mod store;

use std::collections::BTreeSet;

use jiff::civil::{Date, Weekday};

use super::todo::{self, Item};
use super::{InSeason, model::Role, store as programs};
use store::Reader;
use weft_kernel::clock::Time;
use weft_kernel::db::Conn;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::{Kernel, secret, when, zone};
use weft_people::digest::Choice;
use weft_people::rules;
use weft_web::{Page, Result};

/// From which hour of the reader's morning on, and before which.
const MORNING: std::ops::Range<i8> = 7..12;

/// What is due in so many days is told once more.
const SOON_DAYS: i64 = 2;

/// How long the link that ends these emails works, in days.
const KEY_DAYS: i64 = 400;

/// What waits for someone.
#[derive(Default)]
struct Waiting {
    own: Vec<Item>,
    /// Of each season that they help to run: its name, its path, and what waits for its team.
    teams: Vec<(String, String, Vec<Item>)>,
}

impl Waiting {
    fn items(&self) -> impl Iterator<Item = &Item> {
        self.own.iter().chain(self.teams.iter().flat_map(|(_, _, items)| items))
    }

    /// Leaves out what someone was reminded of by another email today.
    fn without(&mut self, reminded: &BTreeSet<String>) {
        self.own.retain(|i| !reminded.contains(&i.what));
        for (_, _, items) in &mut self.teams {
            items.retain(|i| !reminded.contains(&i.what));
        }
        self.teams.retain(|(_, _, items)| !items.is_empty());
    }
}

/// Writes the emails that are due to the outbox. Returns how many.
pub async fn send(kernel: &Kernel) -> Result<usize> {
    let now = kernel.now();
    store::sweep(kernel, now.plus_days(-KEY_DAYS)).await?;
    let readers = store::readers(&mut kernel.db.read().await?).await?;
    let mut n = 0;
    for reader in readers {
        let day = day_of(&reader, now);
        if is_time(now, reader.zone(), reader.choice)
            && !store::is_done(&mut kernel.db.read().await?, &reader, day).await?
        {
            n += usize::from(tell(kernel, &reader, day).await?);
        }
    }
    Ok(n)
}

fn day_of(reader: &Reader, now: Time) -> Date {
    when::wall(now, reader.zone()).date()
}

/// Whether it is the morning of a day on which someone wants to hear.
fn is_time(now: Time, zone: &str, choice: Choice) -> bool {
    let there = when::wall(now, zone);
    let is_day = match choice {
        Choice::Daily => true,
        Choice::Weekly => there.date().weekday() == Weekday::Monday,
        Choice::Never => false,
    };
    is_day && MORNING.contains(&there.hour())
}

/// Tells one reader what waits, where something is new or due soon. Their day is over with it either way.
async fn tell(kernel: &Kernel, reader: &Reader, day: Date) -> Result<bool> {
    let now = kernel.now();
    let mut conn = kernel.db.read().await?;
    let mut waiting = waiting(kernel, &mut conn, reader).await?;
    let told = store::told(&mut conn, &reader.id).await?;
    drop(conn);
    let midnight = when::moment(day.at(0, 0, 0, 0), reader.zone()).unwrap_or(now);
    waiting.without(&told.iter().filter(|t| t.at >= midnight).map(|t| t.what.clone()).collect());
    let is_new = |i: &Item| told.iter().all(|t| t.what != i.what || t.n < i.n);
    let is_soon = |i: &Item| i.line.due.is_some_and(|at| at > now && at <= now.plus_days(SOON_DAYS));
    let speaks = waiting.items().any(|i| is_new(i) || is_soon(i));
    let key = secret::token(&kernel.rng);
    let mut tx = kernel.db.begin().await?;
    if !store::begin(&mut tx, reader, day, (now, speaks.then(|| secret::hash(&key)))).await? {
        return Ok(false);
    }
    store::forget_gone(&mut tx, &reader.id, waiting.items().map(|i| i.what.as_str()).collect(), midnight).await?;
    if speaks {
        for item in waiting.items() {
            store::set_told(&mut tx, &reader.id, &item.what, item.n, now).await?;
        }
        let mail = letter::of(kernel, reader, &waiting, &key).to(&reader.email);
        let mail = weft_kernel::mail::Mail { unsubscribe: Some(letter::stop(kernel, &key)), ..mail };
        let key = format!("digest:{}:{day}", reader.id);
        // Of yesterday's list nobody is told.
        let lane = Lane::Bulk(Some(Time::end_of_day(day, reader.zone())));
        outbox::enqueue(
            kernel,
            &mut tx,
            outbox::New { key: &key, lane, listed: Listed::ToOwners, season: None, mail: &mail },
        )
        .await?;
    }
    tx.commit().await?;
    Ok(speaks)
}

/// What waits for a reader: read as their own pages would read it.
async fn waiting(kernel: &Kernel, conn: &mut Conn, reader: &Reader) -> Result<Waiting> {
    let t = Tr(reader.lang());
    let own = rules::own_record_of_reader(&reader.id);
    let mut out = Waiting { own: todo::items_of_person(kernel, conn, &own, true, &t).await?, teams: Vec::new() };
    let mut seasons: Vec<(String, Vec<Role>)> = Vec::new();
    for held in programs::my_seasons(conn, &reader.id).await? {
        match seasons.last_mut().filter(|(slug, _)| *slug == held.season_slug) {
            Some((_, roles)) => roles.push(held.role),
            None => seasons.push((held.season_slug, vec![held.role])),
        }
    }
    seasons.retain(|(_, roles)| roles.iter().any(|r| r.needs_two_factors()));
    for (slug, roles) in seasons {
        let Some(season) = programs::season_by_slug(conn, &slug).await? else { continue };
        let page = Page::new(reader.lang(), season.path(""));
        let s = InSeason { season, actor: None, roles, page };
        let items = todo::items_of_team(conn, &s, kernel.now()).await?;
        if !items.is_empty() {
            out.teams.push((s.season.title(), s.season.path(""), items));
        }
    }
    Ok(out)
}

/// Whether a reminder of its own is not sent today, for what it is about stood in someone's email with what waits.
/// `key` and `path` are those of the declared [`ForPerson`](super::todo::ForPerson).
pub async fn was_told(conn: &mut Conn, person: &Id, key: &str, path: &str, now: Time) -> Result<bool> {
    let told = store::told(conn, person).await?;
    let Some(reader) = store::reader(conn, person).await? else { return Ok(false) };
    let midnight = when::moment(day_of(&reader, now).at(0, 0, 0, 0), reader.zone()).unwrap_or(now);
    Ok(told.iter().any(|t| t.what == todo::what(key, path) && t.at >= midnight))
}

/// Keeps that someone was reminded of something today, so that their email with what waits leaves it out.
pub async fn reminded(conn: &mut Conn, person: &Id, key: &str, path: &str, now: Time) -> Result<()> {
    Ok(store::set_told(conn, person, &todo::what(key, path), i64::MAX, now).await?)
}

impl Reader {
    fn zone(&self) -> &str {
        self.zone.as_deref().unwrap_or(zone::USUAL_ZONE)
    }

    fn lang(&self) -> Lang {
        Lang::parse(&self.language).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_sent_in_the_morning_of_its_reader() {
        let at = |text: &str| Time::parse(text).expect("a moment");
        // A Tuesday: seven in New York is one in the afternoon in Madrid.
        let seven = at("2025-03-04T12:00:00Z");
        assert!(is_time(seven, "America/New_York", Choice::Daily));
        assert!(!is_time(seven, "Europe/Madrid", Choice::Daily));
        assert!(!is_time(at("2025-03-04T11:59:00Z"), "America/New_York", Choice::Daily));
        assert!(!is_time(seven, "America/New_York", Choice::Weekly));
        assert!(!is_time(seven, "America/New_York", Choice::Never));
        // Monday has begun in Auckland while it is Sunday in New York.
        let monday = at("2025-03-02T19:00:00Z");
        assert!(is_time(monday, "Pacific/Auckland", Choice::Weekly));
        assert!(!is_time(monday, "America/New_York", Choice::Weekly));
    }
}
