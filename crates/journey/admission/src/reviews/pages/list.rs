//! A reader's list: what is hers, how far she is, and with whom she is tied.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use serde::Deserialize;

use crate::reviews::acts::Declared;
use crate::reviews::conflicts::{self, Match, Name};
use crate::reviews::model::OnList;
use crate::reviews::rules::Read;
use crate::reviews::{acts, conversations, rules, store};
use weft_kernel::Kernel;
use weft_kernel::db::Conn;
use weft_kernel::i18n::{Lang, Tr};
use weft_programs::{InSeason, May};
use weft_web::{Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "reviews/templates/list.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    lines: Vec<OnList>,
    /// What of the list is shown, and the other choices with how many each holds.
    shown: Part,
    parts: Vec<(Part, usize)>,
    finished: usize,
    /// Of the finished reviews: their mean, and how many they are.
    own_mean: Option<(String, usize)>,
    next: Option<i64>,
    due: String,
    is_open: bool,
    is_closed: bool,
    has_ties: bool,
    is_calibrating: bool,
    has_calibration: bool,
    /// Names that look alike, which the reviewer has not answered: only before anything is shown to them.
    near: Vec<Match>,
    languages: Vec<(Lang, bool)>,
    /// In a stage that is a conversation: with whom, and when.
    talks: Vec<Talking>,
}

/// A part of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    #[default]
    All,
    /// Not begun, and not put off.
    Left,
    Begun,
    /// Put off, begun or not.
    Skipped,
    Done,
}

impl Part {
    const ALL: [Self; 5] = [Self::All, Self::Left, Self::Begun, Self::Skipped, Self::Done];

    fn word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Left => "left",
            Self::Begun => "begun",
            Self::Skipped => "skipped",
            Self::Done => "done",
        }
    }

    fn parse(word: &str) -> Self {
        Self::ALL.into_iter().find(|p| p.word() == word).unwrap_or_default()
    }

    fn holds(self, line: &OnList) -> bool {
        let is_done = line.state == "finished";
        match self {
            Self::All => true,
            // Each line is in one part, so that the parts add up.
            Self::Left => !is_done && !line.is_skipped && line.state != "begun",
            Self::Begun => line.state == "begun" && !line.is_skipped,
            Self::Skipped => line.is_skipped && !is_done,
            Self::Done => is_done,
        }
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    /// A part's word; anything else is all of the list.
    show: String,
}

/// With whom a reviewer talks: the place on the list, how to reach them, when, and how they meet.
struct Talking {
    place: i64,
    name: String,
    email: String,
    time: String,
    how: String,
}

impl Show {
    /// The lines of the part that is shown.
    fn listed(&self) -> impl Iterator<Item = &OnList> {
        self.lines.iter().filter(|l| self.shown.holds(l))
    }

    fn mean(&self, line: &OnList) -> String {
        line.mean.filter(|_| line.state == "finished").map(|m| self.page.t.decimal(m, 2)).unwrap_or_default()
    }

    /// How many names of conflicts were given.
    fn ties_named(&self) -> usize {
        self.form.value("ties").lines().filter(|l| !l.trim().is_empty()).count()
    }

    fn ties_hint(&self) -> String {
        self.page.t.t(if self.has_ties { "ties-hint-later" } else { "ties-hint" })
    }
}

/// Whether some of the calibration set is still to be read.
pub fn is_calibrating(lines: &[OnList]) -> bool {
    lines.iter().any(|l| l.letter.is_some() && l.state != "finished")
}

/// The mean of someone's finished reviews and how many they are; none while nothing is finished.
pub fn own_mean(t: Tr, lines: &[OnList]) -> Option<(String, usize)> {
    let means: Vec<f64> = lines.iter().filter(|l| l.state == "finished").filter_map(|l| l.mean).collect();
    let n = means.len();
    (n > 0).then(|| (t.decimal(means.iter().sum::<f64>() / n as f64, 2), n))
}

/// The read to go on with: the first that is not finished and was not put off, then those that were.
pub fn next(lines: &[OnList]) -> Option<i64> {
    let must = is_calibrating(lines);
    let open = |skipped: bool| {
        lines
            .iter()
            .find(|l| l.state != "finished" && l.is_skipped == skipped && (!must || l.letter.is_some()))
            .map(|l| l.place)
    };
    open(false).or_else(|| open(true))
}

async fn load(kernel: &Kernel, s: InSeason, permit: &Read, form: Option<Form>, shown: Part) -> Result<Show> {
    let mut conn = kernel.db.read().await?;
    let standing = store::standing(&mut conn, permit).await?;
    let lines = store::list(&mut conn, permit).await?;
    let near = match &standing.ties {
        Some(ties) if lines.is_empty() => near(&mut conn, permit, ties).await?,
        _ => Vec::new(),
    };
    let said = store::languages_of(&mut conn, permit.season(), permit.reader()).await?;
    let is_read = |l: Lang| {
        if said.is_empty() { l == Lang::En || l == s.page.t.0 } else { said.iter().any(|(tag,)| tag == l.tag()) }
    };
    let talks = if standing.is_talking { store::talks(&mut conn, permit).await? } else { Vec::new() };
    let t = s.page.t;
    let talk = |l: store::Listed| {
        let time = l.starts_at.zip(l.minutes).map(|(at, minutes)| conversations::said(t, &s.season, at, minutes));
        Talking {
            place: l.place,
            name: l.display_name,
            email: l.email.unwrap_or_default(),
            time: time.unwrap_or_default(),
            how: l.how.unwrap_or_default(),
        }
    };
    let talks = talks.into_iter().map(talk).collect();
    let ties = standing.ties.as_deref().unwrap_or_default();
    let none = if standing.ties.is_some() && ties.trim().is_empty() { "yes" } else { "" };
    Ok(Show {
        page: s.page.clone(),
        form: form.unwrap_or_else(|| Form::of(&[("ties", ties), ("none", none)])),
        near,
        languages: [Lang::En, Lang::Es].map(|l| (l, is_read(l))).to_vec(),
        finished: lines.iter().filter(|l| l.state == "finished").count(),
        next: next(&lines),
        is_calibrating: is_calibrating(&lines),
        has_calibration: lines.iter().any(|l| l.letter.is_some()),
        own_mean: own_mean(t, &lines),
        parts: Part::ALL
            .into_iter()
            .map(|p| (p, lines.iter().filter(|l| p.holds(l)).count()))
            .filter(|(p, n)| *n > 0 || *p == shown)
            .collect(),
        shown,
        lines,
        talks,
        due: standing.due_on.as_ref().map_or_else(String::new, |d| s.page.t.iso_day(d)),
        is_open: standing.opened_at.is_some() && standing.closed_at.is_none(),
        is_closed: standing.closed_at.is_some(),
        has_ties: standing.ties.is_some(),
        s,
    })
}

/// Organizations and collaboratives of the pool that look like what someone declared, and that they have not answered.
async fn near(conn: &mut Conn, permit: &Read, ties: &str) -> Result<Vec<Match>> {
    let names: Vec<(Name, bool)> =
        store::workplaces_named(conn, permit).await?.iter().map(|(n,)| (Name::new(n), false)).collect();
    let answers = store::own_answers(conn, permit).await?.into_iter().map(|(a, b, same)| ((a, b), same)).collect();
    let mut found = conflicts::matches(&conflicts::declared(ties), &names, &answers);
    found.retain(|m| !m.is_exact && m.answer.is_none());
    found.dedup_by(|a, b| a.named.norm == b.named.norm && a.other.norm == b.other.norm);
    Ok(found)
}

pub async fn show(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::Read>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    html(&load(&kernel, s, &permit, None, Part::parse(&wanted.show)).await?)
}

/// Where the list is now, for whoever has one.
pub async fn moved(May { s, .. }: May<rules::Read>) -> Result<Response> {
    Ok(see(&s.season.path("reviews")))
}

pub async fn save_ties(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::Read>,
    mut form: Form,
) -> Result<Response> {
    let text: String = form.value("ties").replace("\r\n", "\n").chars().take(20_000).collect();
    // Nothing typed may be a field that was overlooked: whoever has none says so.
    if text.trim().is_empty() && !form.is_checked("none", "yes") {
        form.reject("ties", "wrong-ties");
        return unaccepted(&load(&kernel, s, &permit, Some(form), Part::All).await?);
    }
    if !text.trim().is_empty() && form.is_checked("none", "yes") {
        form.reject("ties", "wrong-ties-both");
        return unaccepted(&load(&kernel, s, &permit, Some(form), Part::All).await?);
    }
    let languages: Vec<Lang> = [Lang::En, Lang::Es].into_iter().filter(|l| form.is_checked("reads", l.tag())).collect();
    acts::declare_ties(&kernel, &permit, Declared { names: &text, languages: &languages }).await?;
    Ok(see(&s.season.path("reviews?saved=1")))
}

/// What a reviewer says of names that look alike. Only of those that were shown to them.
pub async fn answer(State(kernel): State<Kernel>, May { permit, s }: May<rules::Read>, form: Form) -> Result<Response> {
    let shown = load(&kernel, s.clone(), &permit, None, Part::All).await?.near;
    let pairs: Vec<(String, String, bool)> = (0..)
        .zip(&shown)
        .filter_map(|(i, m)| {
            let is_same = match form.value(&format!("same-{i}")) {
                "yes" => true,
                "no" => false,
                _ => return None,
            };
            let is_this = form.value(&format!("other-{i}")) == m.other.norm;
            is_this.then(|| (m.named.norm.clone(), m.other.norm.clone(), is_same))
        })
        .collect();
    if !pairs.is_empty() {
        acts::answer_conflict(&kernel, permit.season(), (permit.reader(), permit.reader()), &pairs).await?;
    }
    Ok(see(&s.season.path("reviews?saved=1")))
}
