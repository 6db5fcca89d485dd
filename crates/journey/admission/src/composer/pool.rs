//! What the composer shows of the pool: numbers, what goals need, scores with their margin; names only when asked.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::Deserialize;
use weft_assign::selection::{Band, Input};

use crate::applications::{self, Candidate};
use crate::selection::goals::Goals;
use crate::selection::model::{Beside, GoalSet};
use crate::selection::rules::SeeSelection;
use crate::selection::{band, store as selection};
use weft_kernel::{Kernel, collate};
use weft_programs::InSeason;
use weft_web::Result;

/// Rows of the pool on one page.
pub const PAGE: usize = 40;

/// Filters of the pool; they stay in the address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, serde::Serialize)]
#[serde(default)]
pub struct Filter {
    #[serde(skip_serializing_if = "String::is_empty")]
    pub q: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub region: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub scope: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub role_level: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub issue: String,
    /// `open` (the default), `band`, `marked`, `out` or `all`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub show: String,
    /// `score` (the default) or `number`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub sort: String,
    /// `yes` shows names.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub names: String,
    #[serde(skip_serializing_if = "First::is_first")]
    pub page: usize,
}

/// The first page needs no number in the address.
trait First {
    fn is_first(&self) -> bool;
}

impl First for usize {
    fn is_first(&self) -> bool {
        *self == 0
    }
}

impl Filter {
    pub fn query(&self) -> String {
        serde_urlencoded::to_string(self).unwrap_or_default()
    }
}

/// The season's pool with everything a composition is weighed against.
pub struct Pool {
    pub goals: Goals,
    pub set: GoalSet,
    pub input: Input,
    pub margins: BTreeMap<String, f64>,
    pub marks: HashMap<String, Beside>,
    /// Empty unless names were asked for.
    pub names: HashMap<String, String>,
    /// Regions of the pool, in order.
    pub regions: Vec<String>,
    candidates: HashMap<String, Candidate>,
    out: HashMap<String, String>,
}

impl Pool {
    /// `None` before goals are set.
    pub async fn load(kernel: &Kernel, s: &InSeason, see: &SeeSelection, with_names: bool) -> Result<Option<Self>> {
        let mut conn = kernel.db.read().await?;
        let Some(set) = selection::goals(&mut conn, see.season()).await? else { return Ok(None) };
        let goals = set.goals.0.clone();
        let candidates = applications::candidates(&mut conn, see.season()).await?;
        let marked = selection::marked(&mut conn, see.season(), kernel.now()).await?;
        let margins = band::margins(&applications::store::spreads(&mut conn, see.season()).await?);
        let names = match applications::rules::may_read_pool(s) {
            Some(permit) if with_names => applications::store::names(&mut conn, &permit).await?.into_iter().collect(),
            _ => HashMap::new(),
        };
        let input = goals.marked_input(&candidates, &marked);
        let regions: BTreeSet<String> = candidates.iter().filter_map(|c| c.region.clone()).collect();
        Ok(Some(Self {
            regions: regions.into_iter().collect(),
            out: input.left_out.iter().map(|l| (l.id.clone(), l.reason.clone())).collect(),
            candidates: candidates.into_iter().map(|c| (c.external_id.clone(), c)).collect(),
            marks: marked.into_iter().collect(),
            goals,
            set,
            input,
            margins,
            names,
        }))
    }

    pub fn of(&self, id: &str) -> Option<&Candidate> {
        self.candidates.get(id)
    }

    /// Why someone cannot be chosen, as a key, or `None` when she can.
    pub fn bar(&self, id: &str) -> Option<&str> {
        self.out.get(id).map(String::as_str)
    }

    pub fn can_sit(&self, id: &str) -> bool {
        self.input.people.binary_search_by(|p| p.id.as_str().cmp(id)).is_ok()
    }

    /// Those of a cohort who can still be chosen; someone may have withdrawn since.
    pub fn still(&self, cohort: &[String]) -> Vec<String> {
        cohort.iter().filter(|id| self.can_sit(id)).cloned().collect()
    }

    pub fn band(&self) -> Option<Band> {
        band::of(&self.input, &self.margins)
    }

    /// Values that a field takes, with how many who can be chosen bring each.
    pub fn values(&self, of: impl Fn(&Candidate) -> Option<&str>) -> Vec<(String, usize)> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for value in self.input.people.iter().filter_map(|p| self.of(&p.id)).filter_map(&of) {
            *counts.entry(value).or_insert(0) += 1;
        }
        counts.into_iter().map(|(v, n)| (v.to_owned(), n)).collect()
    }

    /// The ids that a filter lets through, in its order. Without a filter, those who sit already are not repeated; with
    /// one, as many are shown as its choices count, and a search finds everyone, also who cannot be chosen.
    pub fn filtered(&self, filter: &Filter, seated: &[String]) -> Vec<&Candidate> {
        let sits: BTreeSet<&str> = seated.iter().map(String::as_str).collect();
        let in_band: BTreeSet<String> = if filter.show == "band" {
            self.band().map(|b| b.lottery.into_iter().collect()).unwrap_or_default()
        } else {
            BTreeSet::new()
        };
        let is_narrowed =
            [&filter.region, &filter.scope, &filter.role_level, &filter.issue].iter().any(|f| !f.is_empty());
        let is = |wanted: &str, value: &Option<String>| wanted.is_empty() || value.as_deref() == Some(wanted);
        let has = |c: &Candidate| {
            let texts =
                [Some(&c.external_id), c.organization.as_ref(), c.state.as_ref(), self.names.get(&c.external_id)];
            texts.into_iter().flatten().any(|t| collate::finds(&filter.q, t))
        };
        let mut found: Vec<&Candidate> = self
            .candidates
            .values()
            .filter(|c| {
                let id = c.external_id.as_str();
                match filter.show.as_str() {
                    "all" => true,
                    "out" => self.out.contains_key(id),
                    "marked" => self.marks.contains_key(id),
                    "band" => in_band.contains(id) && !sits.contains(id),
                    _ if !filter.q.trim().is_empty() => true,
                    _ => self.can_sit(id) && (is_narrowed || !sits.contains(id)),
                }
            })
            .filter(|c| {
                is(&filter.region, &c.region)
                    && is(&filter.scope, &c.scope)
                    && is(&filter.role_level, &c.role_level)
                    && is(&filter.issue, &c.primary_issue_area)
            })
            .filter(|c| has(c))
            .collect();
        if filter.sort == "number" {
            found.sort_by(|a, b| a.external_id.cmp(&b.external_id));
        } else {
            found.sort_by(|a, b| {
                b.score
                    .unwrap_or(-1.0)
                    .total_cmp(&a.score.unwrap_or(-1.0))
                    .then_with(|| a.external_id.cmp(&b.external_id))
            });
        }
        found
    }
}
