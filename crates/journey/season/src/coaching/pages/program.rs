//! What the program arranges and reads: who coaches whom, agreements, how many sessions, hours to pay. Nothing of what
//! the two talk about is here, or anywhere the program reads.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use jiff::civil::Date;

use super::At;
use crate::appointments::store::{self as counts, Line};
use crate::coaching::acts::{self, Paired};
use crate::coaching::model::{Agreement, Became, Coach, Counted, DIFFER_DAYS, LONGEST, Standing, Terms};
use crate::coaching::propose::{Known, propose};
use crate::coaching::rules::Arrange;
use crate::coaching::store::{self, Question};
use weft_kernel::Kernel;
use weft_kernel::ids::Id;
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Page, Result, download, html, see, unaccepted};

#[derive(Template)]
#[template(path = "coaching/templates/program.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    terms: Option<Terms>,
    /// How many first talks were booked.
    talked: i64,
    coaches: Vec<Coach>,
    all: Vec<Counted>,
    questions: Vec<Question>,
    /// Whether what was to be settled was no question any more.
    is_gone: bool,
    /// What the program would sign.
    unsigned: Vec<Agreement>,
    /// For how many the proposal found no coach; none where nothing is proposed.
    unmet: Option<usize>,
    today: Date,
}

impl Show {
    fn without(&self) -> Vec<&Counted> {
        self.all.iter().filter(|c| c.pair_id.is_none()).collect()
    }

    /// Everyone who has or had something to count.
    fn listed(&self) -> Vec<&Counted> {
        self.all.iter().filter(|c| c.is_listed()).collect()
    }

    fn names(&self) -> String {
        self.without().iter().map(|c| c.name.as_str()).collect::<Vec<_>>().join(", ")
    }

    fn is_chosen(&self, c: &Counted, coach: &str) -> bool {
        self.form.value(&Self::field(c)) == coach
    }

    fn waits(&self) -> usize {
        self.all.iter().filter(|c| c.pair_id.is_some() && c.program_signed_at.is_none()).count()
    }

    fn ready(&self) -> usize {
        self.coaches.iter().filter(|c| c.is_ready).count()
    }

    /// Room of all coaches together.
    fn room(&self) -> i64 {
        self.coaches.iter().map(Coach::room).sum()
    }

    fn options(&self) -> Vec<(String, String)> {
        let t = self.page.t;
        let none = (String::new(), t.t("coaching-pair-later"));
        let of =
            |c: &Coach| (c.person_id.to_string(), t.a2("coaching-pair-room", "name", c.name.clone(), "n", c.room()));
        std::iter::once(none).chain(self.coaches.iter().filter(|c| c.room() > 0).map(of)).collect()
    }

    fn field(c: &Counted) -> String {
        format!("coach-{}", c.member_id)
    }

    fn standing(&self, c: &Coach) -> Option<String> {
        let t = self.page.t;
        match c.profile().standing(self.today) {
            Standing::None => c.is_ready.then(|| t.t("coaching-credential-none")),
            Standing::Good => None,
            Standing::Ending(day) => Some(t.a("coaching-credential-ends", "day", t.day(day))),
            Standing::Over(day) => Some(t.a("coaching-credential-over", "day", t.day(day))),
        }
    }

    fn columns() -> [&'static str; 7] {
        COLUMNS
    }

    fn cells(c: &Counted) -> [(&'static str, i64); 7] {
        cells(c)
    }

    /// The sum of each column, so that each can be checked.
    fn sums(&self) -> [(&'static str, i64); 7] {
        self.all.iter().map(cells).fold(COLUMNS.map(|name| (name, 0)), |mut sums, of| {
            for (sum, (_, n)) in sums.iter_mut().zip(of) {
                sum.1 += n;
            }
            sums
        })
    }
}

const COLUMNS: [&str; 7] = ["granted", "held", "missed", "late", "waiting", "booked", "left"];

/// The counts of someone: the first is the sum of the others.
fn cells(c: &Counted) -> [(&'static str, i64); 7] {
    let of = [c.granted, c.held, c.missed, c.late, c.waiting, c.booked, c.left_over];
    let mut of = of.into_iter();
    COLUMNS.map(|name| (name, of.next().unwrap_or_default()))
}

async fn load(kernel: &Kernel, s: InSeason, permit: &Arrange, (mut form, asked): (Form, bool)) -> Result<Show> {
    let mut conn = kernel.db.read().await?;
    let coaches = store::coaches(&mut conn, permit.season()).await?;
    let all = store::counted(&mut conn, permit, kernel.now()).await?;
    let mut unmet = None;
    if asked {
        let known = Known {
            had: store::had(&mut conn, permit).await?,
            wishes: store::all_wishes(&mut conn, permit).await?,
            chosen: chosen(&form).into_iter().collect(),
        };
        let proposed: BTreeMap<Id, Id> = propose(&all, &coaches, &known, permit.season().as_str());
        for (member, coach) in &proposed {
            form.set(&format!("coach-{member}"), coach.as_str());
        }
        unmet = Some(all.iter().filter(|c| c.pair_id.is_none() && form.value(&Show::field(c)).is_empty()).count());
    }
    Ok(Show {
        page: s.page.clone(),
        terms: store::terms(&mut conn, permit.season()).await?,
        talked: store::count_talks(&mut conn, permit).await?,
        questions: store::questions(&mut conn, permit, kernel.now().plus_days(-DIFFER_DAYS)).await?,
        is_gone: !form.value("gone").is_empty(),
        unsigned: store::unsigned(&mut conn, permit).await?,
        today: kernel.now().date_in(&s.season.zone),
        coaches,
        all,
        unmet,
        form,
        s,
    })
}

pub async fn show(
    State(kernel): State<Kernel>,
    May { permit, s }: May<Arrange>,
    Query(asked): Query<Vec<(String, String)>>,
) -> Result<Response> {
    // What was chosen before a proposal is asked for stays.
    let fields: Vec<(&str, &str)> = asked.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    let is_proposed = asked.iter().any(|(name, _)| name == "propose");
    html(&load(&kernel, s, &permit, (Form::of(&fields), is_proposed)).await?)
}

/// Whom a form pairs: members with coaches.
fn chosen(form: &Form) -> Vec<(Id, Id)> {
    let one = |(name, value): &(String, String)| {
        let member = name.strip_prefix("coach-").filter(|_| !value.is_empty())?;
        Some((Id::stored(member.to_owned()), Id::stored(value.clone())))
    };
    form.fields().iter().filter_map(one).collect()
}

pub async fn pair(State(kernel): State<Kernel>, May { permit, s }: May<Arrange>, mut form: Form) -> Result<Response> {
    let wanted = chosen(&form);
    if wanted.is_empty() {
        form.reject("pairs", "wrong-coaching-no-pair");
    } else {
        match acts::pair(&kernel, &permit, &s.season, &wanted).await? {
            Paired::Done(_) => {}
            Paired::Full(coach) => {
                let all = store::coaches(&mut kernel.db.read().await?, permit.season()).await?;
                let name = all.into_iter().find(|c| c.person_id == coach).map(|c| c.name);
                let name = name.unwrap_or_else(|| s.page.t.t("appointment-someone"));
                form.reject_with("pairs", "wrong-coaching-full", name);
            }
            Paired::Other(member) => {
                let all = store::counted(&mut kernel.db.read().await?, &permit, kernel.now()).await?;
                let name = all.into_iter().find(|c| c.member_id == member).map(|c| c.name).unwrap_or_default();
                form.reject_with("pairs", "wrong-coaching-other", name);
            }
        }
    }
    if !form.is_accepted() {
        return unaccepted(&load(&kernel, s, &permit, (form, false)).await?);
    }
    Ok(see(&s.season.path("coaching/program")))
}

pub async fn sign(State(kernel): State<Kernel>, May { permit, s }: May<Arrange>, form: Form) -> Result<Response> {
    let name = s.actor.as_ref().map(|a| a.name.clone()).unwrap_or_default();
    // What was shown is what is signed.
    let read: Vec<Id> = form.values("version").map(|id| Id::stored(id.to_owned())).collect();
    acts::sign_all(&kernel, &permit, &read, &name).await?;
    Ok(see(&s.season.path("coaching/program")))
}

pub async fn settle(
    State(kernel): State<Kernel>,
    May { permit, s }: May<Arrange>,
    Path(at): Path<At>,
    form: Form,
) -> Result<Response> {
    let says = Became::parse(form.value("says")).ok_or(Error::NotFound)?;
    // Where nothing was changed, the page says so.
    let is_done = acts::settle(&kernel, &permit, &at.id(), says).await?;
    Ok(see(&s.season.path(if is_done { "coaching/program" } else { "coaching/program?gone=1" })))
}

/// A coach's months as a file, to pay them by.
pub async fn hours(State(kernel): State<Kernel>, May { permit, s }: May<Arrange>) -> Result<Response> {
    let worked = acts::hours(&kernel, &permit).await?;
    let t = s.page.t;
    let head = ["coach", "month", "held", "hours", "missed", "late", "waiting", "kind"];
    let mut rows = vec![head.map(|h| t.t(&format!("coaching-hours-{h}"))).to_vec()];
    for m in store::months(&worked) {
        let hours = format!("{}.{:02}", m.minutes / 60, m.minutes % 60 * 100 / 60);
        let name = m.coach.unwrap_or_else(|| t.t("appointment-someone"));
        let counts = [m.missed, m.late, m.waiting].map(|n| n.to_string());
        let kind = t.t(if m.is_group { "coaching-hours-group" } else { "coaching-hours-single" });
        let mut row = vec![name, m.month, m.held.to_string(), hours];
        row.extend(counts);
        row.push(kind);
        rows.push(row);
    }
    Ok(download::csv("coaching-hours.csv", &rows))
}

#[derive(Template)]
#[template(path = "coaching/templates/person.html")]
struct OnePerson {
    page: Page,
    s: InSeason,
    form: Form,
    c: Counted,
    lines: Vec<Line>,
}

impl OnePerson {
    fn counts(&self) -> [(&'static str, i64); 7] {
        cells(&self.c)
    }

    fn path(&self) -> String {
        self.s.season.path(&format!("coaching/program/people/{}", self.c.member_id))
    }

    fn coach(&self) -> String {
        self.c.coach_name.clone().unwrap_or_default()
    }

    fn lead(&self) -> String {
        match &self.c.coach_name {
            Some(name) => self.page.t.a("coaching-with", "name", name.clone()),
            None => self.page.t.t("coaching-no-coach"),
        }
    }

    fn pair(&self) -> String {
        self.c.pair_id.as_ref().map(ToString::to_string).unwrap_or_default()
    }

    /// What the program gave beside what everyone has.
    fn extra(&self) -> Vec<&Line> {
        self.lines.iter().filter(|l| !l.reason.is_empty()).collect()
    }
}

async fn of_person(kernel: &Kernel, s: InSeason, (permit, id): (&Arrange, &Id), form: Form) -> Result<OnePerson> {
    let mut conn = kernel.db.read().await?;
    let all = store::counted(&mut conn, permit, kernel.now()).await?;
    let c = all.into_iter().find(|c| c.member_id == *id && c.is_listed()).ok_or(Error::NotFound)?;
    let lines = counts::entries(&mut conn, permit.season(), id).await?;
    Ok(OnePerson { page: s.page.clone(), s, form, c, lines })
}

pub async fn person(
    State(kernel): State<Kernel>,
    May { permit, s }: May<Arrange>,
    Path(at): Path<At>,
) -> Result<Response> {
    html(&of_person(&kernel, s, (&permit, &at.id()), Form::of(&[("more", "1")])).await?)
}

pub async fn more(
    State(kernel): State<Kernel>,
    May { permit, s }: May<Arrange>,
    Path(at): Path<At>,
    mut form: Form,
) -> Result<Response> {
    let n = form.number("more", 1..=12);
    let reason = form.required("reason");
    if reason.chars().count() > LONGEST {
        form.reject_with("reason", "wrong-longer-than", LONGEST.to_string());
    }
    if !form.is_accepted() {
        return unaccepted(&of_person(&kernel, s, (&permit, &at.id()), form).await?);
    }
    let to = s.season.path(&format!("coaching/program/people/{}", at.id));
    acts::give_more(&form.once(&kernel, s.actor_id(), &s.page, &to), &permit, (&at.id(), n), &reason).await?;
    Ok(see(&to))
}

/// Ends the pair that was shown; another one that began meanwhile stays.
pub async fn end(
    State(kernel): State<Kernel>,
    May { permit, s }: May<Arrange>,
    Path(at): Path<At>,
    form: Form,
) -> Result<Response> {
    let pair =
        store::arranged(&mut kernel.db.read().await?, &permit, &Id::stored(form.value("pair").to_owned())).await?;
    let pair = pair.filter(|p| p.member_id.as_ref() == Some(&at.id())).ok_or(Error::NotFound)?;
    acts::part(&kernel, &permit, &s.season, &pair.id).await?;
    Ok(see(&s.season.path("coaching/program")))
}
