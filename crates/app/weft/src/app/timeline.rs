//! The season timeline of the dashboard: what is behind, what is on, and what comes, each point with what to do there.
//! A link stands only where whoever asks may open its page.

use weft_kernel::clock::Time;
use weft_kernel::i18n::Tr;
use weft_programs::InSeason;
use weft_programs::counts::Loom;
use weft_programs::part;
use weft_season::gatherings::attendance::Counts;
use weft_season::gatherings::model::{Meeting, Sitting};
use weft_season::gatherings::{rules as meets, when};

/// Where a point stands, seen from now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Past,
    Now,
    Later,
    /// Canceled, and whether its day has passed.
    Off {
        is_behind: bool,
    },
}

impl State {
    fn is_behind(self) -> bool {
        matches!(self, Self::Past | Self::Off { is_behind: true })
    }

    /// Its class on the thread.
    pub fn class(self) -> &'static str {
        match self {
            Self::Past => "done",
            Self::Now => "now",
            Self::Later => "later",
            Self::Off { .. } => "off",
        }
    }
}

/// Something to do at a point.
pub struct Act {
    pub path: String,
    pub words: String,
    pub is_button: bool,
}

pub struct Point {
    pub state: State,
    pub title: String,
    /// Its page, where whoever asks may open it.
    pub path: Option<String>,
    pub day: String,
    /// What is known of it, joined by dots on the page.
    pub facts: Vec<String>,
    /// So many of so many, for a bar.
    pub share: Option<(i64, i64)>,
    pub acts: Vec<Act>,
}

impl Point {
    pub fn line(&self) -> String {
        let day = Some(&self.day).filter(|d| !d.is_empty());
        day.into_iter().chain(&self.facts).cloned().collect::<Vec<_>>().join(" · ")
    }

    pub fn is_open(&self) -> bool {
        self.state == State::Now
    }
}

/// What the points are made of.
pub struct Known<'a> {
    pub s: &'a InSeason,
    pub loom: &'a Loom,
    pub meetings: &'a [Meeting],
    /// The number of the next gathering that is on.
    pub next: Option<i64>,
    /// The gatherings in numbers, for whoever runs them.
    pub counts: &'a [Counts],
    /// The shares of the next gathering's blocks, in words.
    pub mix: Option<&'a str>,
    pub now: Time,
}

/// The timeline: points that are behind, and the others. The first point to come counts as on where nothing else is.
pub fn of(known: &Known<'_>) -> (Vec<Point>, Vec<Point>) {
    let mut all = Vec::new();
    if known.s.season.registers() {
        all.push(known.registration());
    }
    if known.s.season.chooses() {
        all.extend([known.applications(), known.reviews(), known.selection()]);
    }
    if known.s.season.has_members() || known.s.season.chooses() {
        all.extend([known.cohort(), known.teams()]);
    }
    if known.meetings.is_empty() {
        all.push(known.no_gatherings());
    }
    all.extend(known.meetings.iter().map(|m| known.gathering(m)));
    let (past, mut ahead): (Vec<Point>, Vec<Point>) = all.into_iter().partition(|p| p.state.is_behind());
    if !ahead.iter().any(|p| p.state == State::Now)
        && let Some(first) = ahead.iter_mut().find(|p| p.state == State::Later)
    {
        first.state = State::Now;
    }
    (past, ahead)
}

impl Known<'_> {
    fn t(&self) -> &Tr {
        &self.s.page.t
    }

    /// The path of a page of the rail, where whoever asks may open it.
    fn page(&self, page: &str) -> Option<String> {
        let mut entries = part::entries().iter().filter(|e| e.path == page);
        entries.any(|e| (e.is_seen)(self.s)).then(|| self.s.season.path(page))
    }

    /// An act on a page of the rail: nothing where it does not open.
    fn act(&self, page: &str, key: &str) -> Option<Act> {
        Some(Act { path: self.page(page)?, words: self.t().t(key), is_button: false })
    }

    fn day(&self, at: Time) -> String {
        when::date(*self.t(), at, &self.s.season.zone)
    }

    fn registration(&self) -> Point {
        let (t, l) = (self.t(), self.loom);
        let mut facts = vec![match l.capacity {
            Some(of) => t.a2("loom-registration-of", "n", l.registered, "of", of),
            None => t.a("loom-registered", "n", l.registered),
        }];
        facts.extend((l.on_list > 0).then(|| t.a("loom-on-list", "n", l.on_list)));
        let is_over = l.registration_closes_at.is_some_and(|at| at < self.now);
        let (state, day) = match l.registration_closes_at {
            Some(at) if l.is_open => (State::Now, t.a("timeline-closes", "day", self.day(at))),
            Some(at) if is_over && l.registered > 0 => (State::Past, t.a("timeline-closed", "day", self.day(at))),
            _ => (State::Now, t.t("loom-closed")),
        };
        Point {
            state,
            title: t.t("loom-registration"),
            path: self.page("registration"),
            day,
            facts,
            share: l.capacity.filter(|of| *of > 0).map(|of| (l.registered, of)),
            acts: self.act("registration", "loom-registration-link").into_iter().collect(),
        }
    }

    fn applications(&self) -> Point {
        let (t, l) = (self.t(), self.loom);
        let is_out = l.call_is_published;
        let (state, day) = match (l.call_opens_at, l.call_closes_at) {
            (Some(opens), _) if is_out && opens > self.now => {
                (State::Later, t.a("timeline-opens", "day", self.day(opens)))
            }
            (_, Some(closes)) if is_out && closes > self.now => {
                (State::Now, t.a("timeline-closes", "day", self.day(closes)))
            }
            (_, Some(closes)) if is_out => (State::Past, t.a("timeline-closed", "day", self.day(closes))),
            // Applications that were imported need no form.
            _ if l.applications > 0 => (State::Past, String::new()),
            _ => (State::Now, t.t("timeline-no-form")),
        };
        let facts = if l.applications > 0 {
            vec![t.a2("loom-call-text", "applications", l.applications, "withdrawn", l.withdrawn)]
        } else {
            Vec::new()
        };
        let acts = match l.applications {
            0 => vec![self.act("call", "loom-call-make")],
            _ => vec![self.act("applications", "loom-call-link"), self.act("call", "loom-call-make")],
        };
        Point {
            state,
            title: t.t("loom-call"),
            path: self.page("applications"),
            day,
            facts,
            share: None,
            acts: acts.into_iter().flatten().collect(),
        }
    }

    fn reviews(&self) -> Point {
        let (t, l) = (self.t(), self.loom);
        let state = match (l.reading_open > 0, l.reads > 0 || l.members > 0) {
            (true, _) => State::Now,
            (false, true) => State::Past,
            _ => State::Later,
        };
        let mut facts = vec![t.a("loom-reads-text", "reads", l.reads)];
        facts.extend((l.outstanding > 0).then(|| t.a("loom-reads-left", "n", l.outstanding)));
        Point {
            state,
            title: t.t("loom-reads"),
            path: self.page("reviewers"),
            day: String::new(),
            facts,
            share: (l.outstanding > 0).then_some((l.reads, l.reads + l.outstanding)),
            acts: self.act("reviewers", "loom-reads-link").filter(|_| l.applications > 0).into_iter().collect(),
        }
    }

    fn selection(&self) -> Point {
        let (t, l) = (self.t(), self.loom);
        let state = if l.members > 0 || l.waiting > 0 {
            State::Past
        } else if l.applications > 0 && l.reading_open == 0 && l.reads > 0 {
            State::Now
        } else {
            State::Later
        };
        Point {
            state,
            title: t.t("loom-selection"),
            path: self.page("selection"),
            day: String::new(),
            facts: vec![t.a2("loom-selection-text", "runs", l.runs, "goals", l.goal_sets)],
            share: None,
            acts: self.act("selection", "loom-selection-link").into_iter().collect(),
        }
    }

    fn cohort(&self) -> Point {
        let (t, l, seats) = (self.t(), self.loom, self.s.season.seats);
        let state = if l.members > 0 && l.members >= seats {
            State::Past
        } else if l.waiting > 0 || l.members > 0 {
            State::Now
        } else {
            State::Later
        };
        let mut facts = vec![t.a2("loom-cohort-text", "members", l.members, "seats", seats)];
        facts.extend((l.left_since > 0).then(|| t.a("timeline-left", "n", l.left_since)));
        facts.extend((l.waiting > 0).then(|| t.a("timeline-waiting", "n", l.waiting)));
        let acts = [
            self.act("invitations", "timeline-invitations").filter(|_| l.waiting > 0),
            self.act("cohort", "loom-cohort-link").filter(|_| l.members > 0),
        ];
        Point {
            state,
            title: t.t("loom-cohort"),
            path: self.page("cohort").filter(|_| l.members > 0),
            day: String::new(),
            facts,
            share: (seats > 0 && l.members > 0).then_some((l.members, seats)),
            acts: acts.into_iter().flatten().collect(),
        }
    }

    fn teams(&self) -> Point {
        let (t, l) = (self.t(), self.loom);
        let (state, key) = match (l.teams > 0, l.members > 0) {
            (true, _) => (State::Past, "timeline-teams"),
            (false, true) => (State::Now, "timeline-teams-form"),
            _ => (State::Later, "timeline-teams-form"),
        };
        Point {
            state,
            title: t.t("loom-teams"),
            path: self.page("teams").filter(|_| l.members > 0),
            day: String::new(),
            facts: vec![t.a("loom-teams-text", "teams", l.teams)],
            share: None,
            acts: self.act("teams", key).filter(|_| l.members > 0).into_iter().collect(),
        }
    }

    fn no_gatherings(&self) -> Point {
        let (t, season) = (self.t(), &self.s.season);
        let plans = meets::may_plan(self.s).is_some();
        Point {
            state: State::Later,
            title: t.a2("loom-season", "from", t.iso_day(&season.starts_on), "to", t.iso_day(&season.ends_on)),
            path: None,
            day: String::new(),
            facts: Vec::new(),
            share: None,
            acts: self.act("gatherings", "loom-plan").filter(|_| plans).into_iter().collect(),
        }
    }

    fn gathering(&self, m: &Meeting) -> Point {
        let (t, g) = (self.t(), &m.gathering);
        let runs = meets::may_run(self.s).is_some();
        let path = self.s.season.path(&format!("gatherings/{}", g.number));
        let is_next = self.next == Some(g.number);
        let counts = Counts::of(self.counts, m);
        let (is_off, is_over) = (g.cancelled_at.is_some(), m.is_over(self.now));
        let state = match (is_off, is_over, is_next) {
            (true, ..) => State::Off { is_behind: is_over },
            (_, true, _) => State::Past,
            (.., true) => State::Now,
            _ => State::Later,
        };
        let day = if m.sittings.is_empty() { t.t("gathering-no-time") } else { m.days(t) };
        let mut facts = Vec::new();
        let mut share = None;
        let mut acts = Vec::new();
        if is_off {
            facts.push(t.t("gathering-off"));
        } else if g.published_at.is_none() {
            facts.push(t.t("gathering-draft"));
        } else if is_over && runs {
            let (n, of) = counts.map_or((0, 0), |c| (c.came, c.people));
            facts.push(t.a2("loom-there", "n", n, "of", of));
            share = (n > 0).then_some((n, of));
        } else if is_next && runs {
            if let Some(c) = counts.filter(|c| c.said() > 0) {
                facts.push(c.words(t));
                share = Some((c.said(), c.people));
            } else if g.is_on() {
                facts.push(t.t("timeline-unanswered"));
            }
            facts.extend(self.mix.map(str::to_owned));
        }
        if is_next && let Some(x) = self.soon(m) {
            let path = self.s.season.path(&format!("gatherings/{}/room/{}/console", g.number, x.id));
            acts.push(Act { path, words: t.t("loom-console"), is_button: true });
        }
        if is_next && acts.is_empty() {
            acts.push(Act { path: path.clone(), words: t.t("loom-gathering"), is_button: false });
        }
        Point { state, title: g.name(t), path: Some(path), day, facts, share, acts }
    }

    /// The sitting that runs now or within the hour, for whoever runs it.
    fn soon<'m>(&self, m: &'m Meeting) -> Option<&'m Sitting> {
        m.sittings
            .iter()
            .find(|x| x.ends_at() > self.now && !x.is_ended() && x.starts_at <= self.now.plus_seconds(3600))
            .filter(|_| meets::may_run(self.s).is_some())
    }
}
