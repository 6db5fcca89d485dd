//! A pair: its agreement, its sessions, who the coach is, and how to change.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use jiff::civil::Date;

use super::At;
use crate::appointments::store::{self as counts, Line};
use crate::coaching::acts::{self, Said};
use crate::coaching::group::Group;
use crate::coaching::model::{Agreement, Became, DIFFER_DAYS, Kind, NOTE_DAYS, Note, Pair, Profile, Session, Side};
use crate::coaching::notes;
use crate::coaching::rules::Own;
use crate::coaching::store::{self, Signature};
use weft_community::support::{self, Foot};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::Conn;
use weft_kernel::ids::Id;
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "coaching/templates/pair.html")]
pub struct Show {
    page: Page,
    s: InSeason,
    foot: Foot,
    form: Form,
    p: Pair,
    me: Id,
    /// Their name as they would sign.
    my_name: String,
    agreement: Agreement,
    signatures: Vec<Signature>,
    sessions: Vec<Session>,
    /// Of how many sessions the member has some left.
    granted: i64,
    lines: Vec<Line>,
    /// What the two wrote for each other.
    notes: Vec<Note>,
    coach: Option<Profile>,
    /// Their photo, where they show it.
    photo: Option<Id>,
    /// The groups of whoever reads it, for a member, whose page of coaching this is.
    groups: Vec<Group>,
    /// Whether the program asks its member what they say of it.
    is_asking: bool,
    has_hours: bool,
    zone: String,
    now: Time,
}

/// What stands at a session, and what can be pressed.
struct Stand {
    text: String,
    /// What may be said of it: the word that is sent, and what the button says.
    says: Vec<(&'static str, String)>,
    /// Whether an answer is there, and what is pressed says otherwise.
    is_answered: bool,
    can_give_back: bool,
}

impl Show {
    fn is_coach(&self) -> bool {
        self.p.is_coached_by(&self.me)
    }

    fn other(&self) -> String {
        self.p.other(&self.me).map_or_else(|| self.page.t.t("appointment-someone"), str::to_owned)
    }

    fn my_side(&self) -> Side {
        if self.is_coach() { Side::Coach } else { Side::Member }
    }

    fn must_sign(&self) -> bool {
        self.p.is_open() && self.p.signed_at(self.my_side()).is_none()
    }

    /// Who has to sign still, but for the reader.
    fn waits_for(&self) -> Vec<String> {
        let name = |side: Side| match side {
            Side::Program => self.page.t.t("coaching-side-program"),
            _ => self.other(),
        };
        self.p.unsigned().into_iter().filter(|side| *side != self.my_side()).map(name).collect()
    }

    fn side(&self, s: &Signature) -> String {
        self.page.t.t(&format!("coaching-signed-{}", s.side.name()))
    }

    fn today(&self) -> Date {
        self.now.date_in(&self.zone)
    }

    fn focus(&self) -> Option<&Note> {
        self.notes.iter().find(|n| n.kind == Kind::Focus)
    }

    /// What someone wrote, or that it can't be read any more.
    fn text(&self, n: &Note) -> String {
        n.text.clone().unwrap_or_else(|| self.page.t.t("coaching-note-lost"))
    }

    fn shared(&self) -> Vec<&Note> {
        self.notes.iter().filter(|n| n.kind == Kind::Shared).collect()
    }

    /// When everything the two wrote is deleted, if it ended.
    fn deleted_on(&self) -> Option<String> {
        let ended = self.p.ended_at?;
        Some(self.page.t.date(ended.plus_days(NOTE_DAYS), self.zone.as_str()))
    }

    fn ahead(&self) -> Vec<&Session> {
        self.sessions.iter().filter(|s| s.is_ahead(self.now)).collect()
    }

    /// What has begun or was canceled, the newest first.
    fn over(&self) -> Vec<&Session> {
        self.sessions.iter().rev().filter(|s| !s.is_ahead(self.now)).collect()
    }

    fn stand(&self, s: &Session) -> Stand {
        let t = self.page.t;
        let by_coach = self.is_coach();
        let only = |text: String| Stand { text, says: Vec::new(), is_answered: false, can_give_back: false };
        let is_there = by_coach && self.p.member_id.is_some();
        if s.canceled_at.is_some() {
            let is_lost = s.is_late && !s.is_returned;
            let key = if is_lost { "coaching-canceled-late" } else { "coaching-canceled-free" };
            return Stand { can_give_back: is_there && is_lost, ..only(t.t(key)) };
        }
        match s.program_says {
            Some(Became::Held) => return only(t.t("coaching-settled-held")),
            Some(Became::Missed) => return only(t.t("coaching-settled-back")),
            None if s.is_returned => return only(t.t("coaching-missed-back")),
            None => {}
        }
        let mine = s.said(by_coach);
        let can_give_back = is_there && s.coach_says == Some(Became::Missed);
        let is_fixed = s.is_settled(self.now);
        let says = |but: Option<Became>| {
            let all = Became::ALL.iter().filter(|b| !is_fixed && Some(**b) != but);
            all.map(|b| self.word(*b)).collect()
        };
        if s.is_open_question() {
            let differs = t.a2("coaching-differs", "name", self.other(), "n", DIFFER_DAYS);
            let said = mine.map(|said| t.a("coaching-you-said", "what", self.word(said).1)).unwrap_or_default();
            let text = format!("{differs} {said}");
            return Stand { text, says: says(mine), is_answered: false, can_give_back };
        }
        match (s.coach_says, mine) {
            (None, None) => {
                let key = if by_coach { "coaching-unsaid" } else { "coaching-unsaid-coach" };
                Stand { says: says(None), ..only(t.t(key)) }
            }
            // The member has answered, and the coach not yet.
            (None, Some(said)) => {
                let text = t.a("coaching-you-said", "what", self.word(said).1);
                Stand { text, says: says(mine), is_answered: true, can_give_back }
            }
            (Some(said), _) => {
                let key = if said == Became::Held { "coaching-held" } else { "coaching-missed" };
                Stand { text: t.t(key), says: says(Some(said)), is_answered: true, can_give_back }
            }
        }
    }

    /// A word that is sent, and what its button says to whoever reads it.
    fn word(&self, became: Became) -> (&'static str, String) {
        let key = if became == Became::Held { "coaching-say-held" } else { "coaching-say-not" };
        (became.name(), self.page.t.t(key))
    }

    fn line(&self, l: &Line) -> String {
        let t = self.page.t;
        let key = format!("coaching-line-{}", l.kind.name());
        match l.starts_at {
            Some(at) => t.a(&key, "when", t.moment(at, self.zone.as_str())),
            None => t.a(&key, "reason", l.reason.clone()),
        }
    }

    /// `+6`, `−1`, or nothing.
    fn change(l: &Line) -> String {
        match l.change {
            0 => String::new(),
            n if n > 0 => format!("+{n}"),
            n => format!("−{}", n.abs()),
        }
    }
}

pub async fn load(
    kernel: &Kernel,
    conn: &mut Conn,
    s: InSeason,
    (own, pair): (&Own, Option<Pair>),
    mut form: Form,
) -> Result<Show> {
    let p = pair.ok_or(Error::NotFound)?;
    let mut sessions = store::own_sessions(conn, own).await?;
    sessions.retain(|x| x.pair_id == p.id);
    // A coach reads how many are left, and a member every entry.
    let lines = match &p.member_id {
        Some(member) => counts::entries(conn, own.season(), member).await?,
        None => Vec::new(),
    };
    let coach = match &p.coach_id {
        Some(coach) => store::coaches(conn, own.season()).await?.into_iter().find(|c| c.person_id == *coach),
        None => None,
    };
    let notes = notes::opened(kernel, store::notes(conn, &p.id).await?);
    if let Some(focus) = notes.iter().find(|n| n.kind == Kind::Focus)
        && !form.is_wrong("focus")
    {
        form.set("focus", focus.text.as_deref().unwrap_or_default());
    }
    let foot = support::foot(conn, &s).await?;
    let is_home = p.is_open() && !p.is_coached_by(own.person());
    let groups = if is_home { store::own_groups(conn, own).await? } else { Vec::new() };
    let is_asking = p.member_id.as_ref() == Some(own.person())
        && !own.member().is_empty()
        && store::is_asking(conn, own.season(), kernel.now()).await?;
    Ok(Show {
        foot,
        notes,
        page: s.page.clone(),
        me: own.person().clone(),
        my_name: s.actor.as_ref().map(|a| a.name.clone()).unwrap_or_default(),
        agreement: store::agreement_of(conn, &p.text_id).await?,
        signatures: store::signatures(conn, &p.id).await?,
        sessions,
        granted: lines.iter().filter(|l| l.starts_at.is_none()).map(|l| l.change).sum(),
        has_hours: coach.as_ref().is_some_and(|c| c.has_hours),
        photo: coach.as_ref().and_then(|c| c.photo.clone()),
        is_asking,
        groups,
        coach: coach.filter(|c| c.is_ready).map(|c| c.profile()),
        lines,
        zone: s.zone(),
        now: kernel.now(),
        form,
        p,
        s,
    })
}

pub async fn show(State(kernel): State<Kernel>, May { permit, s }: May<Own>, Path(at): Path<At>) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let pair = store::one(&mut conn, &permit, &at.id()).await?;
    html(&load(&kernel, &mut conn, s, (&permit, pair), Form::default()).await?)
}

/// Where someone reads a pair: its member on the page of coaching.
pub fn home(s: &InSeason, own: &Own, p: &Pair) -> String {
    if p.is_coached_by(own.person()) || !p.is_open() { p.path() } else { s.season.path("coaching") }
}

pub async fn sign(
    State(kernel): State<Kernel>,
    May { permit, s }: May<Own>,
    Path(at): Path<At>,
    mut form: Form,
) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let pair = store::one(&mut conn, &permit, &at.id()).await?.filter(Pair::is_open).ok_or(Error::NotFound)?;
    // What they read is what they sign.
    if form.value("version") != pair.text_id.as_str() {
        form.reject("agree", "wrong-coaching-version");
    } else if form.value("agree") != "yes" {
        form.reject("agree", "wrong-coaching-agree");
    }
    if !form.is_accepted() {
        return unaccepted(&load(&kernel, &mut conn, s, (&permit, Some(pair)), form).await?);
    }
    drop(conn);
    let name = s.actor.as_ref().map(|a| a.name.clone()).unwrap_or_default();
    acts::sign(&kernel, &permit, (&pair.id, &pair.text_id), &name).await?;
    Ok(see(&home(&s, &permit, &pair)))
}

pub async fn change(State(kernel): State<Kernel>, May { permit, s }: May<Own>, Path(at): Path<At>) -> Result<Response> {
    acts::change(&kernel, &permit, &s.season, &at.id()).await?;
    Ok(see(&s.season.path("coaching")))
}

/// The pair of one's own session.
async fn of_session(kernel: &Kernel, own: &Own, id: &Id) -> Result<Pair> {
    let mut conn = kernel.db.read().await?;
    let session = store::own_session(&mut conn, own, id).await?.ok_or(Error::NotFound)?;
    store::one(&mut conn, own, &session.pair_id).await?.ok_or(Error::NotFound)
}

pub async fn say(
    State(kernel): State<Kernel>,
    May { permit, s }: May<Own>,
    Path(at): Path<At>,
    mut form: Form,
) -> Result<Response> {
    let pair = of_session(&kernel, &permit, &at.id()).await?;
    let came = match Became::parse(form.value("says")) {
        Some(says) => Some(acts::say(&kernel, &permit, &s.season, &at.id(), says).await?),
        None => None,
    };
    let anchor = format!("s-{}", at.id);
    match came {
        Some(Said::Done) => return Ok(see(&format!("{}#{anchor}", home(&s, &permit, &pair)))),
        Some(Said::TooEarly) => form.reject(&anchor, "wrong-coaching-early"),
        Some(Said::Settled) => form.reject(&anchor, "wrong-coaching-settled"),
        None => form.reject(&anchor, "wrong-choice"),
    }
    let mut conn = kernel.db.read().await?;
    unaccepted(&load(&kernel, &mut conn, s, (&permit, Some(pair)), form).await?)
}

pub async fn give_back(
    State(kernel): State<Kernel>,
    May { permit, s }: May<Own>,
    Path(at): Path<At>,
) -> Result<Response> {
    let pair = of_session(&kernel, &permit, &at.id()).await?;
    acts::give_back(&kernel, &permit, &at.id()).await?;
    Ok(see(&format!("{}#s-{}", home(&s, &permit, &pair), at.id)))
}
