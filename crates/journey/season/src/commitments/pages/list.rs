//! Every commitment that whoever asks may read, and how many there are.

use askama::Template;
use axum::extract::State as Shared;
use axum::response::Response;

use crate::commitments::model::{Commitment, Counts, FLOOR, SeenBy, State, ThemeCount, Witnessing, shown_themes};
use crate::commitments::{rules, store};
use weft_kernel::Kernel;
use weft_kernel::ids::Id;
use weft_programs::InSeason;
use weft_web::{Error, Page, Result, html};

#[derive(Template)]
#[template(path = "commitments/templates/list.html")]
struct List {
    page: Page,
    s: InSeason,
    /// Someone of the cohort; nobody for the season's team.
    me: Option<Id>,
    readable: Vec<Commitment>,
    /// What is shared with everyone, for the season's team.
    shared: Option<Vec<Commitment>>,
    counted: Option<Counted>,
    zone: String,
}

/// What the season's team counts.
struct Counted {
    counts: Counts,
    members: i64,
    themes: Vec<ThemeCount>,
    /// Commitments of themes with few people, together.
    others: Option<i64>,
}

impl List {
    fn path(&self, c: &Commitment) -> String {
        self.s.season.path(&format!("commitments/{}", c.id))
    }

    fn is_own(&self, c: &Commitment) -> bool {
        self.me.as_ref().is_some_and(|me| c.is_of(me))
    }

    fn own(&self, is_active: bool) -> Vec<&Commitment> {
        self.readable.iter().filter(|c| self.is_own(c) && c.state.is_active() == is_active).collect()
    }

    /// What they are, or are asked to be, the witness of; whom they said no to is not named.
    fn witnessed(&self) -> Vec<&Commitment> {
        let Some(me) = &self.me else { return Vec::new() };
        self.readable.iter().filter(|c| !self.is_own(c) && c.is_witnessed_by(me)).collect()
    }

    /// What others share: of the same home team, or of the rest of the cohort.
    fn of_others(&self, is_team: bool) -> Vec<&Commitment> {
        let Some(me) = &self.me else { return Vec::new() };
        let is_listed = |c: &&Commitment| {
            !self.is_own(c)
                && !c.is_witnessed_by(me)
                && matches!(c.seen_by, SeenBy::Team | SeenBy::Cohort)
                && c.is_team == is_team
        };
        self.readable.iter().filter(is_listed).collect()
    }

    /// The check-in that was just saved and can be taken back.
    fn just_checked(&self, c: &Commitment) -> bool {
        c.check_id.is_some() && self.page.is_after(&format!("checked={}", c.id))
    }

    fn states() -> &'static [State] {
        &State::SAID
    }
}

pub async fn show(Shared(kernel): Shared<Kernel>, s: InSeason) -> Result<Response> {
    if !rules::may_open(&s) {
        return Err(Error::NotFound);
    }
    let mut conn = kernel.db.read().await?;
    let own = rules::may_commit(&s);
    let readable = match &own {
        Some(permit) => store::readable(&mut conn, permit).await?,
        None => Vec::new(),
    };
    let shared = match rules::may_see_shared(&s) {
        Some(permit) => Some(store::shared(&mut conn, &permit).await?),
        None => None,
    };
    let counted = match rules::may_count(&s) {
        Some(permit) => {
            let counts = store::counts(&mut conn, &permit).await?;
            let (themes, others) = shown_themes(store::themes(&mut conn, &permit).await?);
            Some(Counted { counts, members: store::members(&mut conn, &permit).await?, themes, others })
        }
        None => None,
    };
    let me = own.map(|p| p.person().clone());
    html(&List { page: s.page.clone(), zone: s.zone(), me, readable, shared, counted, s })
}
