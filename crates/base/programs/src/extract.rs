//! The door to a season's pages.

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use futures_util::future::BoxFuture;
use serde::Deserialize;

use super::model::{Program, Role, Season};
use super::part::{Entry, Group};
use super::{part, rules, store};
use weft_kernel::Kernel;
use weft_kernel::db::Conn;
use weft_people::Actor;
use weft_web::{Error, Page, Place, Support};

/// A request inside a season: the season of the path, who asks, and what she is there.
/// A season that does not exist is a missing page; what a role may do is for each slice's rules.
#[derive(Clone, Debug)]
pub struct InSeason {
    pub season: Season,
    pub actor: Option<Actor>,
    pub roles: Vec<Role>,
    pub page: Page,
}

#[derive(Deserialize)]
struct Slug {
    season: String,
}

impl InSeason {
    pub fn is(&self, any: &[Role]) -> bool {
        self.roles.iter().any(|r| any.contains(r))
    }

    /// The zone that whoever asks reads times in, where they chose one.
    pub fn own_zone(&self) -> Option<String> {
        self.actor.as_ref().and_then(|a| a.zone.clone())
    }

    /// The zone in which whoever asks reads times: their own, or the season's.
    pub fn zone(&self) -> String {
        self.own_zone().unwrap_or_else(|| self.season.zone.clone())
    }

    /// Whether it is the season's one named contact who asks, with two factors: rank does not make one.
    pub fn is_access_contact(&self) -> bool {
        is_access_contact(&self.season, self.actor.as_ref())
    }

    /// Whether whoever asks runs the season: its settings, roles and emails.
    pub fn runs(&self) -> bool {
        rules::may_run(&self.season, &self.roles).is_some()
    }

    /// The person who acts; only reached by handlers whose rules have asked for a role.
    pub fn actor_id(&self) -> Option<&weft_kernel::ids::Id> {
        self.actor.as_ref().map(|a| &a.person_id)
    }
}

fn is_access_contact(season: &Season, actor: Option<&Actor>) -> bool {
    actor.is_some_and(|a| a.strength.opens_staff_roles() && Some(&a.person_id) == season.access_contact_id.as_ref())
}

impl FromRequestParts<Kernel> for InSeason {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, kernel: &Kernel) -> Result<Self, Error> {
        Self::of(parts, kernel).await
    }
}

/// Leave to do something in a season, which the rules of a slice make for whoever may.
pub trait Permit: Sized {
    fn of(s: &InSeason) -> Option<Self>;
}

/// A request inside a season by someone who may. For anyone else there is no such page.
pub struct May<P> {
    pub permit: P,
    pub s: InSeason,
}

impl<P: Permit> FromRequestParts<Kernel> for May<P> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, kernel: &Kernel) -> Result<Self, Error> {
        let s = InSeason::of(parts, kernel).await?;
        let permit = P::of(&s).ok_or(Error::NotFound)?;
        Ok(Self { permit, s })
    }
}

impl InSeason {
    /// Boxed: it would otherwise be compiled into every handler.
    fn of<'r>(parts: &'r mut Parts, kernel: &'r Kernel) -> BoxFuture<'r, Result<Self, Error>> {
        Box::pin(async move {
            let Path(slug) = Path::<Slug>::from_request_parts(parts, kernel).await.map_err(|_| Error::NotFound)?;
            let mut page = Page::from_request_parts(parts, kernel).await?;
            let actor = parts.extensions.get::<Actor>().cloned();
            let mut conn = kernel.db.read().await?;
            let season = store::season_by_slug(&mut conn, &slug.season).await?.ok_or(Error::NotFound)?;
            let roles = match &actor {
                Some(a) => rules::effective(store::roles_in(&mut conn, &a.person_id, &season.id).await?, a.strength),
                None => Vec::new(),
            };
            furnish(&mut page, &season);
            let mut s = Self { season, actor, roles, page };
            lead(&mut s);
            Ok(s)
        })
    }

    /// Whether who asks takes part and does nothing else here.
    fn only_takes_part(&self) -> bool {
        let is_theirs = |r: &Role| matches!(r, Role::Participant | Role::Registrant | Role::Applicant | Role::Alum);
        self.is(&[Role::Participant, Role::Registrant]) && self.roles.iter().all(is_theirs)
    }
}

/// Puts the places of a season on a page that belongs to none, for someone who takes part in it and does nothing else
/// there; and whom to write to.
pub async fn accompany(conn: &mut Conn, page: &mut Page, actor: &Actor, slug: &str) -> weft_kernel::db::Result<()> {
    let Some(season) = store::season_by_slug(conn, slug).await? else { return Ok(()) };
    let roles = rules::effective(store::roles_in(conn, &actor.person_id, &season.id).await?, actor.strength);
    let mut s = InSeason { season, actor: Some(actor.clone()), roles, page: page.clone() };
    if s.only_takes_part() {
        lead(&mut s);
        page.support = support(&s.season);
        page.rail_label = s.page.t.t("rail-label");
        (page.rail, page.tabs, page.below, page.is_bar) = (s.page.rail, s.page.tabs, s.page.below, s.page.is_bar);
    }
    Ok(())
}

/// Fills the rail of a page in a season.
fn lead(s: &mut InSeason) {
    let (rail, mut tabs) = rail(s);
    s.page.below = below(s);
    if !s.only_takes_part() {
        (s.page.rail, s.page.tabs) = (rail, tabs);
        return;
    }
    let fixed = |path: String, label: &str, is_here| Place { path, label: s.page.t.t(label), is_here };
    let is_at = |path: &str| s.page.path == path || s.page.path.starts_with(&format!("{path}/"));
    // Of people there is the cohort, where there is one; everyone may look for someone to talk to.
    let of_people = group(s, Group::Cohort);
    let peers = fixed(PEERS.into(), "peers-title", is_at(PEERS));
    let people = if s.is(&[Role::Participant]) { of_people.first().cloned() } else { None };
    let is_of_people = peers.is_here || of_people.iter().any(|p| p.is_here);
    let people = Place { is_here: is_of_people, ..people.unwrap_or_else(|| peers.clone()) };
    if is_of_people {
        tabs = of_people.into_iter().chain([peers]).collect();
    }
    let (season, library) = (s.season.path("gatherings"), s.season.path("library"));
    let is_in = |of: Group| group(s, of).iter().any(|p| p.is_here);
    s.page.rail = vec![
        fixed("/".into(), "today", s.page.path == "/"),
        fixed(season, "place-season", is_in(Group::Gatherings)),
        fixed(library, "place-library", is_in(Group::Library)),
        Place { label: s.page.t.t("people"), ..people },
    ];
    (s.page.tabs, s.page.is_bar) = (tabs, true);
}

/// Where people look for each other, over all seasons.
const PEERS: &str = "/peers";

/// The entries of a group that whoever asks may see.
fn seen(s: &InSeason, of: Group) -> Vec<&'static Entry> {
    part::entries().iter().copied().filter(|e| e.at.0 == of && (e.is_seen)(s)).collect()
}

/// The one of these whose page this is: the page is its own or below it, and of no other one more closely.
fn here(s: &InSeason, seen: &[&'static Entry]) -> Option<&'static Entry> {
    let is_at = |e: &&Entry| {
        let path = s.season.path(e.path);
        s.page.path == path || (!e.path.is_empty() && s.page.path.starts_with(&format!("{path}/")))
    };
    seen.iter().copied().filter(is_at).max_by_key(|e| e.path.len())
}

fn place(s: &InSeason, entry: &Entry, is_here: bool) -> Place {
    Place { is_here, label: s.page.t.t(entry.label), path: s.season.path(entry.path) }
}

/// The places of a group that whoever asks may see, without those that stand below one of them.
fn group(s: &InSeason, of: Group) -> Vec<Place> {
    let seen = seen(s, of);
    let here = here(s, &seen).map(|e| e.parent(&seen).unwrap_or(e.path));
    let on_top = seen.iter().filter(|e| e.parent(&seen).is_none());
    on_top.map(|e| place(s, e, here == Some(e.path))).collect()
}

/// The place that this page belongs to, with what stands below it; nothing where that is nothing.
fn below(s: &InSeason) -> Vec<Place> {
    for entries in part::entries().chunk_by(|a, b| a.at.0 == b.at.0) {
        let seen = seen(s, entries[0].at.0);
        let Some(here) = here(s, &seen) else { continue };
        let top = here.parent(&seen).unwrap_or(here.path);
        let all: Vec<_> = seen.iter().filter(|e| e.path == top || e.parent(&seen) == Some(top)).collect();
        if all.len() > 1 {
            let (first, others): (Vec<&&Entry>, Vec<&&Entry>) = all.into_iter().partition(|e| e.path == top);
            return first.into_iter().chain(others).map(|e| place(s, e, e.path == here.path)).collect();
        }
    }
    Vec::new()
}

/// The places of the season that whoever asks may see, and those that belong together with this page.
fn rail(s: &InSeason) -> (Vec<Place>, Vec<Place>) {
    let (mut rail, mut tabs_here) = (Vec::new(), Vec::new());
    for entries in part::entries().chunk_by(|a, b| a.at.0 == b.at.0) {
        let tabs = group(s, entries[0].at.0);
        let Some(first) = tabs.first() else { continue };
        let is_here = tabs.iter().any(|p| p.is_here);
        rail.push(Place { is_here, ..first.clone() });
        if is_here && tabs.len() > 1 {
            tabs_here = tabs;
        }
    }
    (rail, tabs_here)
}

/// Puts a program's name, look, support contact and credit on a page.
pub fn furnish_program(page: &mut Page, program: &Program) {
    page.look = Some(program.look.of(&program.name, &program.slug));
    page.support = Support {
        name: program.support_name.clone(),
        email: program.support_email.clone(),
        phone: program.support_phone.clone(),
    };
    program.credit(&page.t).clone_into(&mut page.credit);
    program.disclaims(&page.t).clone_into(&mut page.disclaimer);
}

/// Puts the season's name, its program's look, support contact and credit on a page.
pub fn furnish(page: &mut Page, season: &Season) {
    page.rail_label = page.t.t("rail-label");
    page.crumb.clone_from(&season.name);
    page.look = Some(season.look.of(&season.program_name, &season.program_slug));
    page.support = support(season);
    season.credit(&page.t).clone_into(&mut page.credit);
    season.disclaims(&page.t).clone_into(&mut page.disclaimer);
}

/// Whom a season's people write to.
fn support(season: &Season) -> Support {
    Support {
        name: season.support_name.clone(),
        email: season.support_email.clone(),
        phone: season.support_phone.clone(),
    }
}
