//! The door to a season's pages.

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use futures_util::future::BoxFuture;
use serde::Deserialize;

use super::model::{Program, Role, Season};
use super::{part, rules, store};
use weft_kernel::Kernel;
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
            (s.page.rail, s.page.tabs) = rail(&s);
            Ok(s)
        })
    }
}

/// The places of the season that whoever asks may see, and those that belong together with this page.
fn rail(s: &InSeason) -> (Vec<Place>, Vec<Place>) {
    let (mut rail, mut tabs_here) = (Vec::new(), Vec::new());
    for group in part::entries().chunk_by(|a, b| a.at.0 == b.at.0) {
        let mut tabs: Vec<Place> = Vec::new();
        for entry in group.iter().filter(|e| (e.is_seen)(s)) {
            let path = s.season.path(entry.path);
            let is_below = !entry.path.is_empty() && s.page.path.starts_with(&format!("{path}/"));
            tabs.push(Place { is_here: s.page.path == path || is_below, label: s.page.t.t(entry.label), path });
        }
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
    page.support = Support {
        name: season.support_name.clone(),
        email: season.support_email.clone(),
        phone: season.support_phone.clone(),
    };
    season.credit(&page.t).clone_into(&mut page.credit);
    season.disclaims(&page.t).clone_into(&mut page.disclaimer);
}
