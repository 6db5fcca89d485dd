//! What waits in one's home team, what is on, what is open to the cohort, and what was. Those who lead read how many
//! there were, and see to the protocols.

use askama::Template;
use axum::extract::{Path, State as Shared};
use axum::response::Response;

use super::{At, path};
use crate::consults::model::{Brought, Consult, LONGEST_HOURS, Turn};
use crate::consults::open::{self, Seated};
use crate::consults::rules::{self, Take};
use crate::consults::store;
use crate::library::model::Card;
use crate::library::{rules as library_rules, store as library};
use weft_community::support::{self, Foot};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_programs::{InSeason, May};
use weft_web::{Error, Page, Result, html, see};

#[derive(Template)]
#[template(path = "consults/templates/list.html")]
struct List {
    page: Page,
    s: InSeason,
    /// Of someone of the cohort.
    mine: Option<Mine>,
    protocols: Vec<Card>,
    keeps: bool,
    /// How many the season had, for those who lead it.
    ended: Option<i64>,
    zone: Option<String>,
    now: Time,
    foot: Foot,
}

/// What someone of the cohort finds.
struct Mine {
    person: weft_kernel::ids::Id,
    all: Vec<(Consult, Option<Brought>)>,
    turns: Vec<Turn>,
    has_team: bool,
}

impl Mine {
    fn of(&self, is_wanted: impl Fn(&Consult) -> bool) -> Vec<&(Consult, Option<Brought>)> {
        self.all.iter().filter(|(c, _)| is_wanted(c)).collect()
    }

    fn on(&self) -> Vec<&(Consult, Option<Brought>)> {
        self.of(|c| c.is_on() && c.is_inside(&self.person))
    }

    /// Whoever was the client least recently comes first.
    fn queue(&self) -> Vec<&(Consult, Option<Brought>)> {
        self.of(|c| !c.is_open() && c.is_waiting() && (c.is_client_there || c.is_of(&self.person)))
    }

    /// The soonest first.
    fn open(&self, now: Time) -> Vec<&(Consult, Option<Brought>)> {
        // One that begins late is there until it is taken away by itself.
        let is_ahead =
            |c: &Consult| c.is_on() || c.starts_at.is_some_and(|at| at.plus_seconds(3600 * LONGEST_HOURS) > now);
        let mut all = self.of(|c| c.is_open() && c.ended_at.is_none() && c.is_client_there && is_ahead(c));
        all.sort_by_key(|(c, _)| c.starts_at);
        all
    }

    /// One's own that have ended and of which something is still there: the newest first.
    fn kept(&self) -> Vec<&(Consult, Option<Brought>)> {
        let has = |c: &Consult| c.words_sealed.is_some() || c.note_sealed.is_some();
        let mut all = self.of(|c| c.ended_at.is_some() && c.is_of(&self.person) && has(c));
        all.sort_by_key(|(c, _)| std::cmp::Reverse(c.ended_at));
        all
    }

    /// All that have ended, the newest first.
    fn held(&self) -> Vec<&(Consult, Option<Brought>)> {
        let mut all = self.of(|c| c.ended_at.is_some());
        all.sort_by_key(|(c, _)| std::cmp::Reverse(c.begun_at));
        all
    }
}

pub async fn show(Shared(kernel): Shared<Kernel>, s: InSeason) -> Result<Response> {
    if !rules::may_open(&s) {
        return Err(Error::NotFound);
    }
    let mut conn = kernel.db.read().await?;
    let protocols = match library_rules::may_read(&s) {
        Some(permit) => library::protocols(&mut conn, &permit).await?,
        None => Vec::new(),
    };
    let mine = match rules::may_take(&s) {
        Some(permit) => {
            let all = store::all(&mut conn, &permit).await?;
            let open = |c: Consult| {
                let brought = c.brought(&kernel.seal);
                (c, brought)
            };
            Some(Mine {
                person: permit.person().clone(),
                all: all.into_iter().map(open).collect(),
                turns: store::turns(&mut conn, &permit).await?,
                has_team: !store::teams(&mut conn, &permit).await?.is_empty(),
            })
        }
        None => None,
    };
    let ended = match rules::may_count(&s) {
        Some(permit) => Some(store::ended(&mut conn, &permit).await?),
        None => None,
    };
    let foot = support::foot(&mut conn, &s).await?;
    html(&List {
        foot,
        page: s.page.clone(),
        keeps: library_rules::may_keep(&s).is_some(),
        zone: s.own_zone(),
        now: kernel.now(),
        mine,
        protocols,
        ended,
        s,
    })
}

pub async fn take(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Take>,
    Path(at): Path<At>,
) -> Result<Response> {
    Ok(see(&match open::take(&kernel, &permit, &s.season, &at.id()).await? {
        Seated::Done | Seated::Same => path(&s, &at.id()),
        Seated::Full => s.season.path("consults?seat=full#open"),
        Seated::Gone => s.season.path("consults?seat=gone#open"),
    }))
}

pub async fn give_back(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Take>,
    Path(at): Path<At>,
) -> Result<Response> {
    open::give_back(&kernel, &permit, &s.season, &at.id()).await?;
    Ok(see(&s.season.path("consults#open")))
}
