//! The sheet of someone who travels, and everyone's for the one who arranges.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use serde::Deserialize;

use super::model::{MoneyState, Reimbursement, Sheet, erased_on};
use super::store::{Left, Said};
use super::{acts, rules, store};
use crate::gatherings::model::{Answer, Meeting};
use crate::gatherings::{by_number, rules as gatherings};
use weft_kernel::Kernel;
use weft_kernel::db::Conn;
use weft_kernel::ids::Id;
use weft_kernel::money::{amount, cents};
use weft_programs::may_take_part;
use weft_programs::{InSeason, May};
use weft_web::route::{get, post};
use weft_web::{Error, Form, Page, Result, Route, download, html, see, unaccepted};

pub fn routes() -> Vec<Route> {
    vec![
        get("/s/{season}/gatherings/{number}/travel", travel),
        post("/s/{season}/gatherings/{number}/travel", say),
        post("/s/{season}/gatherings/{number}/travel/removal", take_back),
        post("/s/{season}/gatherings/{number}/travel/reimbursements", ask),
        post("/s/{season}/gatherings/{number}/travel/reimbursements/{id}/removal", unask),
        get("/s/{season}/gatherings/{number}/logistics", arrange),
        get("/s/{season}/gatherings/{number}/logistics.csv", export),
        post("/s/{season}/gatherings/{number}/logistics/asking", remind),
        post("/s/{season}/gatherings/{number}/logistics/reimbursements/{id}", settle),
    ]
}

#[derive(Deserialize)]
struct At {
    number: String,
    #[serde(default)]
    id: String,
}

/// The gathering of a path, where people meet in person.
async fn meeting(conn: &mut Conn, s: &InSeason, at: &At) -> Result<Meeting> {
    let permit = gatherings::may_see(s).ok_or(Error::NotFound)?;
    let number = at.number.parse().ok().filter(|n| *n > 0).ok_or(Error::NotFound)?;
    by_number(conn, &permit, number)
        .await?
        .filter(|m| m.gathering.is_in_person() && m.gathering.published_at.is_some())
        .ok_or(Error::NotFound)
}

/// Whether what is said for a gathering is still kept.
fn is_kept(kernel: &Kernel, m: &Meeting) -> bool {
    erased_on(m).is_some_and(|end| kernel.now() < end)
}

fn path(s: &InSeason, m: &Meeting) -> String {
    s.season.path(&format!("gatherings/{}", m.gathering.number))
}

#[derive(Template)]
#[template(path = "logistics/templates/travel.html")]
struct Travel {
    page: Page,
    s: InSeason,
    m: Meeting,
    form: Form,
    money: Vec<Reimbursement>,
    /// Who reads it, where someone is named.
    reader: Option<String>,
    is_said: bool,
    /// She told it to someone who is not named any more.
    is_told_elsewhere: bool,
    erased: String,
    /// What was said is erased by now, and nothing is asked any more.
    is_past: bool,
    is_off: bool,
}

/// The page with what is kept, or with what was typed: on the sheet, or where money is asked for.
async fn load(kernel: &Kernel, s: InSeason, at: &At, typed: Option<Form>, is_money: bool) -> Result<Travel> {
    let own = may_take_part(&s).ok_or(Error::NotFound)?;
    let mut conn = kernel.db.read().await?;
    let m = meeting(&mut conn, &s, at).await?;
    let sheet = store::own(&mut conn, &own, &m.gathering.id).await?;
    let keeps_sheet = typed.is_some() && !is_money;
    let mut form = typed.unwrap_or_default();
    if !keeps_sheet {
        let said = sheet.clone().unwrap_or_default();
        // What was said when applying need not be said again.
        let access = if sheet.is_some() {
            said.access
        } else {
            store::own_access_need(&mut conn, &own).await?.unwrap_or_default()
        };
        let fields = [
            ("arrives_on", said.arrives_on.unwrap_or_default()),
            ("arrives", said.arrives),
            ("departs_on", said.departs_on.unwrap_or_default()),
            ("departs", said.departs),
            ("nights", said.nights.map(|n| n.to_string()).unwrap_or_default()),
            ("room", said.room),
            ("diet", said.diet),
            ("access", access),
            ("care", said.care),
            ("emergency_name", said.emergency_name),
            ("emergency_phone", said.emergency_phone),
            ("note", said.note),
        ];
        for (name, value) in fields {
            form.set(name, value);
        }
    }
    let is_told_elsewhere = store::is_told_elsewhere(&mut conn, &own, &m.gathering.id).await?;
    let money = store::own_money(&mut conn, &own, &m.gathering.id).await?;
    let reader = store::reader(&mut conn, &own).await?;
    let erased = erased_on(&m).map(|at| s.page.t.date(at, s.season.zone.as_str())).unwrap_or_default();
    let is_past = !is_kept(kernel, &m);
    Ok(Travel {
        page: s.page.clone(),
        is_said: sheet.is_some(),
        is_told_elsewhere,
        is_past,
        is_off: m.gathering.cancelled_at.is_some(),
        money,
        reader,
        erased,
        form,
        m,
        s,
    })
}

impl Travel {
    fn path(&self) -> String {
        format!("{}/travel", path(&self.s, &self.m))
    }
}

async fn travel(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    html(&load(&kernel, s, &at, None, false).await?)
}

/// Longest answer, in characters.
const LONGEST: usize = 2_000;

fn read(form: &mut Form) -> Sheet {
    for name in ["arrives", "departs", "room", "diet", "access", "care", "emergency_name", "emergency_phone", "note"] {
        if form.value(name).chars().count() > LONGEST {
            form.reject_with(name, "wrong-longer-than", LONGEST.to_string());
        }
    }
    let mut day = |name: &str| if form.value(name).is_empty() { None } else { Some(form.date(name)) };
    let (arrives_on, departs_on) = (day("arrives_on"), day("departs_on"));
    if form.is_accepted() && matches!((&arrives_on, &departs_on), (Some(a), Some(d)) if d < a) {
        form.reject("departs_on", "wrong-order");
    }
    let nights = if form.value("nights").is_empty() { None } else { Some(form.number("nights", 0..=30)) };
    if !form.value("emergency_name").is_empty() && form.value("emergency_phone").is_empty() {
        form.reject("emergency_phone", "wrong-emergency");
    }
    let text = |name: &str| form.value(name).to_owned();
    Sheet {
        arrives_on,
        departs_on,
        nights,
        arrives: text("arrives"),
        departs: text("departs"),
        room: text("room"),
        diet: text("diet"),
        access: text("access"),
        care: text("care"),
        emergency_name: text("emergency_name"),
        emergency_phone: text("emergency_phone"),
        note: text("note"),
    }
}

async fn say(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>, mut form: Form) -> Result<Response> {
    let own = may_take_part(&s).ok_or(Error::NotFound)?;
    let m = meeting(&mut kernel.db.read().await?, &s, &at).await?;
    // Without someone named to read it, nothing is asked; once it would be erased, nothing is taken.
    if s.season.access_contact_id.is_none() || !is_kept(&kernel, &m) {
        return Err(Error::NotFound);
    }
    let sheet = read(&mut form);
    // The page said who would read it; if that has changed meanwhile, it is said again first.
    let seen = form.value("reader").to_owned();
    if !seen.is_empty() && s.season.access_contact_id.as_ref().is_some_and(|id| id.as_str() != seen) {
        form.reject("reader", "wrong-reader");
    }
    if !form.is_accepted() {
        return unaccepted(&load(&kernel, s, &at, Some(form), false).await?);
    }
    acts::say(&kernel, &own, &m.gathering.id, &sheet).await?;
    Ok(see(&format!("{}/travel", path(&s, &m))))
}

async fn take_back(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    let own = may_take_part(&s).ok_or(Error::NotFound)?;
    let m = meeting(&mut kernel.db.read().await?, &s, &at).await?;
    acts::take_back(&kernel, &own, &m.gathering.id).await?;
    Ok(see(&format!("{}/travel", path(&s, &m))))
}

async fn ask(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>, mut form: Form) -> Result<Response> {
    let own = may_take_part(&s).ok_or(Error::NotFound)?;
    let m = meeting(&mut kernel.db.read().await?, &s, &at).await?;
    if s.season.access_contact_id.is_none() || !is_kept(&kernel, &m) {
        return Err(Error::NotFound);
    }
    let what = form.required("what");
    let sum = cents(form.value("amount"));
    if sum.is_none() {
        form.reject("amount", "wrong-amount");
    }
    if what.chars().count() > LONGEST {
        form.reject_with("what", "wrong-longer-than", LONGEST.to_string());
    }
    match sum.filter(|_| form.is_accepted()) {
        Some(sum) => {
            let to = format!("{}/travel#money", path(&s, &m));
            acts::ask(&form.once(&kernel, Some(own.person()), &s.page, &to), &own, &m.gathering.id, sum, &what).await?;
            Ok(see(&to))
        }
        None => unaccepted(&load(&kernel, s, &at, Some(form), true).await?),
    }
}

async fn unask(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    let own = may_take_part(&s).ok_or(Error::NotFound)?;
    let m = meeting(&mut kernel.db.read().await?, &s, &at).await?;
    acts::unask(&kernel, &own, &m.gathering.id, &Id::stored(at.id)).await?;
    Ok(see(&format!("{}/travel#money", path(&s, &m))))
}

#[derive(Template)]
#[template(path = "logistics/templates/arrange.html")]
struct Everyone {
    page: Page,
    s: InSeason,
    m: Meeting,
    form: Form,
    said: Vec<Said>,
    money: Vec<Reimbursement>,
    left: Option<Left>,
    erased: String,
    is_over: bool,
    /// How many letters were just written.
    asked: Option<usize>,
}

async fn everyone(kernel: &Kernel, permit: &rules::Arrange, s: InSeason, at: &At) -> Result<Everyone> {
    let mut conn = kernel.db.read().await?;
    let m = meeting(&mut conn, &s, at).await?;
    let left = store::erased(&mut conn, permit, &m.gathering.id).await?;
    drop(conn);
    let actor = s.actor_id().ok_or(Error::NotFound)?;
    let (said, money) = acts::read(kernel, permit, actor, &m.gathering.id, "logistics.read").await?;
    let erased = erased_on(&m).map(|at| s.page.t.date(at, s.season.zone.as_str())).unwrap_or_default();
    Ok(Everyone {
        page: s.page.clone(),
        form: Form::default(),
        is_over: m.is_over(kernel.now()),
        asked: None,
        said,
        money,
        left,
        erased,
        m,
        s,
    })
}

impl Everyone {
    fn path(&self) -> String {
        format!("{}/logistics", path(&self.s, &self.m))
    }

    fn count(&self) -> usize {
        self.said.iter().filter(|s| s.at.is_some()).count()
    }

    /// Those who have not said a word and have not said no.
    fn silent(&self) -> Vec<&Said> {
        self.said.iter().filter(|s| s.at.is_none() && s.answer != Some(Answer::No)).collect()
    }

    fn nights(&self) -> i64 {
        self.said.iter().filter_map(|s| s.nights).sum()
    }

    /// Sums by state, as amounts.
    fn sum(&self, state: MoneyState) -> String {
        amount(self.money.iter().filter(|r| r.state == state).map(|r| r.cents).sum::<i64>())
    }

    fn day(&self, day: Option<&String>) -> String {
        day.map(|d| self.page.t.iso_day(d)).unwrap_or_default()
    }

    /// The name of the field in which a declined one is explained.
    fn reason(r: &Reimbursement) -> String {
        format!("reason-{}", r.id)
    }

    /// A person's answers, each under its name, without what she left empty.
    fn answers(&self, s: &Said) -> Vec<(String, String)> {
        let t = self.page.t;
        let text = |v: &Option<String>| v.clone().unwrap_or_default();
        let joined = |day: &Option<String>, how: &Option<String>| {
            [self.day(day.as_ref()), text(how)].into_iter().filter(|v| !v.is_empty()).collect::<Vec<_>>().join(", ")
        };
        let phone = [text(&s.emergency_name), text(&s.emergency_phone)]
            .into_iter()
            .filter(|v| !v.is_empty())
            .collect::<Vec<_>>()
            .join(", ");
        let all = [
            ("travel-arrives", joined(&s.arrives_on, &s.arrives)),
            ("travel-departs", joined(&s.departs_on, &s.departs)),
            ("travel-nights", s.nights.map(|n| n.to_string()).unwrap_or_default()),
            ("travel-room", text(&s.room)),
            ("travel-diet", text(&s.diet)),
            ("travel-access", text(&s.access)),
            ("travel-care", text(&s.care)),
            ("travel-emergency", phone),
            ("travel-note", text(&s.note)),
        ];
        all.into_iter().filter(|(_, v)| !v.is_empty()).map(|(k, v)| (t.t(k), v)).collect()
    }
}

async fn arrange(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::Arrange>,
    Path(at): Path<At>,
) -> Result<Response> {
    html(&everyone(&kernel, &permit, s, &at).await?)
}

async fn export(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::Arrange>,
    Path(at): Path<At>,
) -> Result<Response> {
    let m = meeting(&mut kernel.db.read().await?, &s, &at).await?;
    let actor = s.actor_id().ok_or(Error::NotFound)?;
    let (said, _) = acts::read(&kernel, &permit, actor, &m.gathering.id, "logistics.exported").await?;
    let head = [
        "name",
        "arrives_on",
        "arrives",
        "departs_on",
        "departs",
        "nights",
        "room",
        "diet",
        "access",
        "care",
        "emergency_name",
        "emergency_phone",
        "note",
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for s in said.into_iter().filter(|s| s.at.is_some()) {
        let text = |v: Option<String>| v.unwrap_or_default();
        rows.push(vec![
            s.name,
            text(s.arrives_on),
            text(s.arrives),
            text(s.departs_on),
            text(s.departs),
            s.nights.map(|n| n.to_string()).unwrap_or_default(),
            text(s.room),
            text(s.diet),
            text(s.access),
            text(s.care),
            text(s.emergency_name),
            text(s.emergency_phone),
            text(s.note),
        ]);
    }
    Ok(download::csv(&format!("logistics-{}.csv", m.gathering.number), &rows))
}

async fn remind(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::Arrange>,
    Path(at): Path<At>,
) -> Result<Response> {
    let actor = s.actor_id().ok_or(Error::NotFound)?.clone();
    let m = meeting(&mut kernel.db.read().await?, &s, &at).await?;
    if m.is_over(kernel.now()) || m.gathering.cancelled_at.is_some() {
        return Err(Error::NotFound);
    }
    let n = acts::remind(&kernel, &permit, &actor, &s.season, &m).await?;
    let mut page = everyone(&kernel, &permit, s, &at).await?;
    page.asked = Some(n);
    html(&page)
}

async fn settle(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::Arrange>,
    Path(at): Path<At>,
    mut form: Form,
) -> Result<Response> {
    let actor = s.actor_id().ok_or(Error::NotFound)?.clone();
    let m = meeting(&mut kernel.db.read().await?, &s, &at).await?;
    let is_paid = MoneyState::parse(form.value("state")) == Some(MoneyState::Paid);
    let reason = form.value("reason").to_owned();
    let field = format!("reason-{}", at.id);
    if !is_paid && reason.is_empty() {
        form.reject(&field, "wrong-decline");
    } else if reason.chars().count() > LONGEST {
        form.reject_with(&field, "wrong-longer-than", LONGEST.to_string());
    }
    if !form.is_accepted() {
        form.set(&field, reason);
        let mut page = everyone(&kernel, &permit, s, &at).await?;
        page.form = form;
        return unaccepted(&page);
    }
    let settlement = acts::Settlement { id: &Id::stored(at.id), is_paid, reason: &reason };
    acts::settle(&kernel, &permit, &actor, &s.season, &m, settlement).await?;
    Ok(see(&format!("{}/logistics#money", path(&s, &m))))
}
