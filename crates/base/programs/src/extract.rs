//! The door to a season's pages.

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use futures_util::future::BoxFuture;
use serde::Deserialize;

use super::model::{Role, Season};
use super::{rules, store};
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
            furnish(&mut page, &season, &roles, is_access_contact(&season, actor.as_ref()));
            Ok(Self { season, actor, roles, page })
        })
    }
}

/// Puts the season's places, support contact and credit on the page.
pub fn furnish(page: &mut Page, season: &Season, roles: &[Role], is_access_contact: bool) {
    let t = page.t;
    page.rail.clear();
    page.tabs.clear();
    let runs = roles.iter().any(|r| matches!(r, Role::Owner | Role::Lead | Role::CoLead));
    let leads = roles.iter().any(|r| matches!(r, Role::Lead | Role::CoLead));
    let sees = runs || roles.iter().any(|r| matches!(r, Role::Facilitator | Role::Evaluator | Role::Advisor));
    let cohort = runs || roles.contains(&Role::Facilitator) || roles.contains(&Role::Participant);
    let reads = roles.contains(&Role::Reviewer);
    let reports =
        runs || roles.iter().any(|r| matches!(r, Role::Facilitator | Role::Evaluator | Role::Advisor | Role::Funder));
    // Places of the rail, at most seven for anyone; what belongs together shares one, with tabs on its pages.
    let meets = cohort
        || is_access_contact
        || roles.iter().any(|r| {
            matches!(
                r,
                Role::Coach | Role::Faculty | Role::Support | Role::Registrant | Role::Evaluator | Role::Advisor
            )
        });
    let inside = leads
        || roles.iter().any(|r| {
            matches!(r, Role::Facilitator | Role::Participant | Role::Registrant | Role::Coach | Role::Faculty)
        });
    let pulses = leads
        || roles
            .iter()
            .any(|r| matches!(r, Role::Facilitator | Role::Evaluator | Role::Participant | Role::Registrant));
    let hosts = leads || roles.contains(&Role::Facilitator);
    let reads_cards = inside || runs || roles.iter().any(|r| matches!(r, Role::Evaluator | Role::Advisor));
    let places: [&[(bool, &str, &str)]; 9] = [
        &[(sees, "", "place-season")],
        &[(reports && !runs, "pool-report", "place-report")],
        &[
            (runs, "applications", "place-applications"),
            (leads, "call", "place-call"),
            (leads, "readers", "place-readers"),
            (runs, "decisions", "place-decisions"),
            (runs, "pool-report", "place-report"),
            (leads, "letters", "place-letters"),
            (runs, "returned-email", "returned-title"),
        ],
        &[(reads, "reading", "place-reading")],
        &[
            (runs, "selection", "place-selection"),
            (runs, "composer", "place-composer"),
            (runs, "invitations", "place-invitations"),
        ],
        &[
            (meets, "gatherings", "place-gatherings"),
            (hosts, "season-plan", "place-season-plan"),
            (leads, "sources", "place-sources"),
            (leads, "listings", "place-listings"),
            (leads && season.program_kind != "cohort", "registration", "place-registration"),
            (hosts || roles.contains(&Role::Participant), "met", "place-met"),
        ],
        &[
            (reads_cards, "library", "place-library"),
            (sees, "curriculum", "place-curriculum"),
            (hosts, "library-lists", "place-library-lists"),
        ],
        &[
            (cohort, "cohort", "place-cohort"),
            (cohort, "teams", "place-teams"),
            (inside, "agreements", "place-agreements"),
            (inside, "celebrations", "place-celebrations"),
            (inside, "spaces", "place-spaces"),
            (pulses, "pulse", "place-pulse"),
            (is_access_contact, "access-needs", "place-access-needs"),
            (roles.contains(&Role::Participant), "consent", "place-consent"),
        ],
        &[(runs, "set-up", "place-set-up"), (runs, "roles", "place-roles")],
    ];
    for group in places {
        let mut tabs: Vec<Place> = Vec::new();
        for (_, name, key) in group.iter().filter(|(shown, ..)| *shown) {
            let path = season.path(name);
            let below = !name.is_empty() && page.path.starts_with(&format!("{path}/"));
            tabs.push(Place { is_here: page.path == path || below, label: t.t(key), path });
        }
        let Some(first) = tabs.first() else { continue };
        let is_here = tabs.iter().any(|p| p.is_here);
        page.rail.push(Place { is_here, ..first.clone() });
        if is_here && tabs.len() > 1 {
            page.tabs = tabs;
        }
    }
    page.rail_label = t.t("rail-label");
    page.crumb = season.title();
    page.support = Support {
        name: season.support_name.clone(),
        email: season.support_email.clone(),
        phone: season.support_phone.clone(),
    };
    page.credit.clone_from(&season.funder_credit);
    page.disclaimer.clone_from(&season.disclaimer);
}
