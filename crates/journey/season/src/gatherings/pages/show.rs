//! One gathering: before it, when and whether one comes; while it happens, the way in; after it, what is left to do.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;

use super::{At, meeting, path};
use crate::gatherings::asking::{self, Silent, WHY_NOT};
use crate::gatherings::attendance::Counts;
use crate::gatherings::model::{Answer, Answered, Change, Changed, Meeting, Segment, Sitting, Source};
use crate::gatherings::places::{self, Choice, Unsaid};
use crate::gatherings::recording::{self, Recording};
use crate::gatherings::{agenda, attendance, calendar as calendars, letters, rules, store, weblinks};
use crate::library::model::Card;
use crate::library::{rules as library_rules, store as library};
use weft_community::pulse::{rules as pulse_rules, store as pulses};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_programs::emails::{Emails, Written};
use weft_programs::may_take_part;
use weft_programs::{InSeason, May, Role, TakePart};
use weft_web::{Error, Form, Page, Result, download, html, see, unaccepted};

#[derive(Template)]
#[template(path = "gatherings/templates/show.html")]
pub(super) struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    m: Meeting,
    blocks: Vec<Segment>,
    cards: Vec<Card>,
    recording: Option<Recording>,
    recorded: Vec<(String, String)>,
    changes: Vec<Changed>,
    answers: Vec<Answered>,
    /// How many take part, for those who run it; and how many this gathering counts.
    of: i64,
    guests: i64,
    /// Who has not answered, for those who run it, while asking is of use.
    silent: Option<Vec<Silent>>,
    /// What a reminder would say, in the reader's language.
    reminder: Option<Written>,
    /// How many were just reminded.
    reminded: Option<usize>,
    /// The reader has just answered.
    has_answered: bool,
    /// The reader comes to say what they need.
    asks_support: bool,
    /// A survey is open that the reader has not taken.
    has_pulse: bool,
    zone: Option<String>,
    now: Time,
    kernel: Kernel,
    /// What came of choosing, as a key.
    said: Option<&'static str>,
    plans: bool,
    runs: bool,
    /// Whether she is the one named person who arranges travel and rooms.
    arranges: bool,
    takes_part: bool,
    is_inside: bool,
    is_member: bool,
    /// Whether the reader missed it and caught up with their home team.
    caught_up: bool,
}

pub(super) async fn load(kernel: &Kernel, s: InSeason, at: &At) -> Result<Show> {
    let mut conn = kernel.db.read().await?;
    let permit = rules::may_see(&s).ok_or(Error::NotFound)?;
    let m = meeting(&mut conn, &permit, at).await?;
    let run = rules::may_run(&s);
    let answers = match &run {
        Some(run) => store::answers(&mut conn, run, &m.gathering.id).await?,
        None => Vec::new(),
    };
    let mut form = Form::default();
    form.set("answer", m.gathering.answer.map_or("", Answer::name));
    form.set("note", m.gathering.note.clone().unwrap_or_default());
    let (mut silent, mut reminder) = (None, None);
    if let Some(run) = run.as_ref().filter(|_| asking::is_open(&m, kernel.now())) {
        let all = asking::silent(kernel, &mut conn, run, &s.season, &m).await?;
        if all.iter().any(|who| who.why_not().is_none()) {
            let emails = Emails::of(&mut conn, &s.season).await?;
            let own: Vec<_> = m.sittings.iter().filter(|x| !m.is_chosen(x.part)).map(|x| x.id.clone()).collect();
            reminder = Some(letters::rsvp(kernel, &emails, &m, (s.page.t.0, None), &own));
        }
        silent = Some(all);
    }
    let takes_part = may_take_part(&s).is_some();
    let has_pulse = match pulse_rules::may_see(&s).filter(|_| takes_part && m.is_over(kernel.now())) {
        Some(see) => pulses::all(&mut conn, &see).await?.iter().any(|p| p.is_open(&kernel.now()) && !p.is_said),
        None => false,
    };
    let recording = recording::of(&mut conn, &m.gathering.id).await?;
    if let Some(r) = &recording {
        form.set("recorded", if r.is_recorded { "yes" } else { "no" });
        form.set("recording_url", r.url.as_str());
        form.set("recording_until", r.until_on.clone().unwrap_or_default());
    }
    Ok(Show {
        blocks: agenda::blocks(&mut conn, &permit, &m.gathering.id).await?,
        cards: if library_rules::may_read(&s).is_some() {
            library::of_gathering(&mut conn, &m.gathering.id).await?
        } else {
            Vec::new()
        },
        recording,
        recorded: recording::options(&s.page.t),
        changes: store::changes(&mut conn, &permit, &m.gathering.id).await?,
        guests: match &run {
            Some(run) => Counts::of(&attendance::counts(&mut conn, run).await?, &m).map_or(0, |c| c.people),
            None => 0,
        },
        caught_up: match may_take_part(&s) {
            Some(own) => attendance::caught_up(&mut conn, &own).await?.contains(&m.gathering.id),
            None => false,
        },
        of: if run.is_some() { store::count_taking_part(&mut conn, permit.season()).await? } else { 0 },
        is_inside: permit.is_inside,
        is_member: s.is(&[Role::Participant]),
        plans: rules::may_plan(&s).is_some(),
        runs: run.is_some(),
        arranges: s.is_access_contact(),
        takes_part,
        silent,
        reminder,
        reminded: None,
        has_answered: false,
        asks_support: false,
        has_pulse,
        zone: s.own_zone(),
        now: kernel.now(),
        kernel: kernel.clone(),
        said: None,
        page: s.page.clone(),
        answers,
        form,
        m,
        s,
    })
}

impl Show {
    /// Shows what was typed in one form; what belongs to the others stays as it is kept.
    pub(super) fn take(&mut self, typed: Form) {
        for (name, value) in typed.fields() {
            self.form.set(name, value.as_str());
        }
        self.form.wrong = typed.wrong;
    }

    fn path(&self) -> String {
        path(&self.s, self.m.gathering.number)
    }

    fn state(&self) -> &'static str {
        let g = &self.m.gathering;
        match (g.cancelled_at.is_some(), g.published_at.is_none()) {
            (true, _) => "off",
            (_, true) => "draft",
            _ if self.m.is_over(self.now) => "over",
            _ => "on",
        }
    }

    fn is_open(&self, s: &Sitting) -> bool {
        self.takes_part
            && self.m.gathering.is_on()
            && self.m.is_chosen(s.part)
            && places::is_open(&self.kernel, &self.m, s)
    }

    fn is_door_open(&self, s: &Sitting) -> bool {
        attendance::is_door_open(&self.kernel, &self.m, s)
    }

    /// The sittings that are going on, which the reader can join or runs.
    fn open_now(&self) -> Vec<&Sitting> {
        self.m.sittings.iter().filter(|x| (self.is_hers(x) || self.runs) && self.is_door_open(x)).collect()
    }

    /// The parts whose times are listed: all, but not the only one while it goes on, for that is said above.
    fn timed(&self) -> Vec<(i64, Vec<&Sitting>)> {
        if self.m.sittings.len() == 1 && !self.open_now().is_empty() { Vec::new() } else { self.m.parts() }
    }

    /// Whether what is left to do after a gathering comes first: it is over, and nothing of it is open any more.
    fn is_after(&self) -> bool {
        self.takes_part && self.m.gathering.is_on() && self.is_over() && self.open_now().is_empty()
    }

    fn has_missed(&self) -> bool {
        !self.caught_up && self.m.came() < self.m.parts().len()
    }

    /// Whether the reader is still asked for an answer: until it begins, and while it goes on if they gave none.
    fn is_asked(&self) -> bool {
        let is_time = self.open_now().is_empty() || self.m.gathering.answer.is_none();
        self.takes_part && self.m.gathering.is_on() && !self.is_over() && is_time
    }

    /// Whether an answer is the one that stands.
    fn has_said(&self, answer: &str) -> bool {
        self.form.value("answer") == answer
    }

    /// The hours in the reader's zone, where they are others; who travels to a place lives by its clock.
    fn elsewhere(&self, s: &Sitting) -> Option<String> {
        s.elsewhere(&self.page.t, self.zone.as_ref()).filter(|_| self.m.gathering.format != "in-person")
    }

    /// Links that open Google's and Outlook's calendar with a sitting, for those who go to it or help to run it.
    fn calendars(&self, s: &Sitting) -> Option<(String, String)> {
        let goes = if self.takes_part { self.is_hers(s) } else { self.is_inside };
        if !goes || !self.m.gathering.is_on() || s.ends_at() <= self.now {
            return None;
        }
        let event = letters::entry(&self.kernel, &self.s.season, &self.m, s, self.page.t, false);
        Some((weblinks::google(&event, s), weblinks::outlook(&event, s)))
    }

    fn has_calendars(&self) -> bool {
        self.m.sittings.iter().any(|s| self.calendars(s).is_some())
    }

    /// Whether the link to a meeting will appear here for the reader.
    fn joins_later(&self) -> bool {
        let is_due = |s: &Sitting| self.is_hers(s) && self.is_ahead(s) && !s.join_url.is_empty();
        self.m.gathering.is_on() && self.m.sittings.iter().any(is_due)
    }

    /// Whom a reminder would not reach, by why: a key, and their names.
    fn left_out(&self) -> Vec<(String, Vec<&str>)> {
        let silent = self.silent.as_deref().unwrap_or_default();
        let of = |why: &str| silent.iter().filter(|w| w.why_not() == Some(why)).map(|w| w.name.as_str()).collect();
        WHY_NOT
            .iter()
            .map(|why| (format!("rsvp-not-{why}"), of(why)))
            .filter(|(_, names): &(String, Vec<&str>)| !names.is_empty())
            .collect()
    }

    /// How many a reminder would reach now.
    fn reached(&self) -> usize {
        self.silent.as_deref().unwrap_or_default().iter().filter(|w| w.why_not().is_none()).count()
    }

    /// Whether a reader who takes part goes to this one.
    fn is_hers(&self, s: &Sitting) -> bool {
        self.takes_part && (!self.m.is_chosen(s.part) || s.is_own())
    }

    fn of_part(&self, part: i64) -> Vec<&Segment> {
        self.blocks.iter().filter(|b| b.part == part).collect()
    }

    /// The link to the recording, for those inside, until its last day.
    fn watch(&self) -> Option<&str> {
        let zone = self.m.sittings.first().map_or("UTC", |s| s.zone.as_str());
        self.recording.as_ref().filter(|r| self.is_inside && r.can_be_watched(self.now, zone)).map(|r| r.url.as_str())
    }

    fn is_over(&self) -> bool {
        self.m.is_over(self.now)
    }

    /// Whether a time can still be run: it lies ahead, or was ended before its end and can be resumed.
    fn can_run(&self, s: &Sitting) -> bool {
        !self.is_over() || (s.is_ended() && self.now < s.ends_at())
    }

    /// Whether its door is still to open.
    fn is_ahead(&self, s: &Sitting) -> bool {
        self.now < s.starts_at && !self.is_door_open(s)
    }

    /// When a block begins in the first sitting of its part.
    fn begins(&self, block: &Segment) -> String {
        agenda::begins(self.page.t, &self.m, &self.blocks, block)
    }

    fn length(&self, block: &Segment) -> String {
        crate::gatherings::when::length(self.page.t, block.minutes)
    }

    /// Who holds a block, for whoever runs the gathering.
    fn owner<'b>(&self, block: &'b Segment) -> &'b str {
        if self.runs { &block.owner } else { "" }
    }

    /// What was answered, in numbers.
    fn sum(&self) -> String {
        let args = [
            ("yes", self.count(Answer::Yes).into()),
            ("no", self.count(Answer::No).into()),
            ("needs", self.count(Answer::Need).into()),
            ("of", self.guests.into()),
        ];
        self.page.t.args("answers-sum", &args)
    }

    /// What changed that its reader may know of.
    fn known(&self, changed: &Changed) -> Vec<Change> {
        changed
            .changes
            .iter()
            .filter(|c| self.is_inside || !matches!(c.what.as_str(), "place" | "link"))
            .cloned()
            .collect()
    }

    fn said_of(&self, change: &Change) -> String {
        letters::said(self.page.t, change)
    }

    fn count(&self, answer: Answer) -> usize {
        self.answers.iter().filter(|a| a.answer == answer).count()
    }
}

/// What an act says that leads here.
#[derive(Deserialize)]
pub struct Did {
    reminded: Option<usize>,
    answered: Option<u8>,
    support: Option<u8>,
}

pub async fn show(
    State(kernel): State<Kernel>,
    s: InSeason,
    Path(at): Path<At>,
    Query(did): Query<Did>,
) -> Result<Response> {
    let mut page = load(&kernel, s, &at).await?;
    page.reminded = did.reminded.filter(|_| page.runs);
    page.asks_support = did.support.is_some();
    page.has_answered = did.answered.is_some() && page.m.gathering.answer.is_some();
    html(&page)
}

/// Asks everyone again who has not answered.
pub async fn remind(
    State(kernel): State<Kernel>,
    May { permit: run, s }: May<rules::RunGathering>,
    Path(at): Path<At>,
) -> Result<Response> {
    let actor = s.actor_id().cloned().ok_or(Error::NotFound)?;
    let n = asking::remind(&kernel, &run, &actor, &s.season, at.number()?).await?;
    Ok(see(&format!("{}?reminded={n}#remind", path(&s, at.number()?))))
}

pub async fn calendar(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    let permit = rules::may_see(&s).ok_or(Error::NotFound)?;
    let m = meeting(&mut kernel.db.read().await?, &permit, &at).await?;
    if !permit.is_inside {
        return Err(Error::NotFound);
    }
    let name = format!("{}-{}.ics", s.season.slug, m.gathering.number);
    Ok(download::attachment(&name, "text/calendar; charset=utf-8", calendars::file(&kernel, &s.season, &m, s.page.t)))
}

pub async fn answer(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>, mut form: Form) -> Result<Response> {
    let permit = may_take_part(&s).ok_or(Error::NotFound)?;
    let said = Answer::parse(form.value("answer"));
    if form.value("next") == "/" {
        return answer_from_today(&kernel, &permit, &s, at.number()?, &form).await;
    }
    if said.is_none() {
        form.reject("answer", "wrong-choice");
    }
    let note = form.value("note").to_owned();
    if said == Some(Answer::Need) && note.is_empty() {
        form.reject("note", "wrong-need");
    } else if note.chars().count() > 2_000 {
        form.reject("note", "wrong-note-long");
    }
    let Some(said) = said.filter(|_| form.is_accepted()) else {
        let mut page = load(&kernel, s, &at).await?;
        page.take(form);
        return unaccepted(&page);
    };
    places::answer(&kernel, &permit, at.number()?, said, &note).await?;
    Ok(see(&format!("{}?answered=1#answer", path(&s, at.number()?))))
}

/// One press on the start page, which it leads back to: with a way to undo it where there was no answer before.
/// *Undo* names the answer that it was shown for and when that was given, and takes back no other.
async fn answer_from_today(
    kernel: &Kernel,
    permit: &TakePart,
    s: &InSeason,
    number: i64,
    form: &Form,
) -> Result<Response> {
    if let Some(said) = Answer::parse(form.value("undo")) {
        let at = form.value("at").parse().map(Time).map_err(|_| Error::BadRequest)?;
        return Ok(see(match places::unanswer(kernel, permit, number, said, at).await? {
            Unsaid::Gone => "/",
            Unsaid::Changed => "/?kept=changed",
            Unsaid::Begun => "/?kept=begun",
        }));
    }
    let said = Answer::parse(form.value("answer")).ok_or(Error::BadRequest)?;
    let first = places::answer_at_once(kernel, permit, number, said).await?;
    Ok(see(&first.map_or_else(|| "/".to_owned(), |at| format!("/?answered={}.{number}.{}", s.season.slug, at.0))))
}

async fn chosen(kernel: &Kernel, s: InSeason, at: &At, choice: Choice) -> Result<Response> {
    match choice {
        Choice::Held | Choice::Waiting => Ok(see(&path(&s, at.number()?))),
        Choice::TooLate => {
            let mut page = load(kernel, s, at).await?;
            page.said = Some("choice-too-late");
            unaccepted(&page)
        }
    }
}

pub async fn choose(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    let permit = may_take_part(&s).ok_or(Error::NotFound)?;
    let choice = places::choose(&kernel, &permit, &s.season, at.number()?, &at.sitting()).await?;
    chosen(&kernel, s, &at, choice).await
}

pub async fn leave(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    let permit = may_take_part(&s).ok_or(Error::NotFound)?;
    let choice = places::leave(&kernel, &permit, &s.season, at.number()?, &at.sitting()).await?;
    chosen(&kernel, s, &at, choice).await
}

/// The way in: she is there from now, and goes on to the meeting, or to the page of what happens now.
pub async fn arrive(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    let permit = may_take_part(&s).ok_or(Error::NotFound)?;
    let m = meeting(&mut kernel.db.read().await?, &rules::may_see(&s).ok_or(Error::NotFound)?, &at).await?;
    let sitting = m.sitting(&at.sitting()).ok_or(Error::NotFound)?;
    if !attendance::is_door_open(&kernel, &m, sitting) {
        let mut page = load(&kernel, s, &at).await?;
        page.said = Some("door-closed");
        return unaccepted(&page);
    }
    attendance::arrive(&kernel, &permit, &m, sitting, Source::Link).await?;
    let here = path(&s, m.gathering.number);
    // A form may not lead to another site, so a page of ours does.
    Ok(see(&if sitting.join_url.is_empty() {
        format!("{here}/room/{}", sitting.id)
    } else {
        format!("{here}/sittings/{}/way-in", sitting.id)
    }))
}

#[derive(Template)]
#[template(path = "gatherings/templates/way_in.html")]
struct WayIn {
    page: Page,
    s: InSeason,
    m: Meeting,
    x: Sitting,
}

/// Leads on to the meeting, while its door is open.
pub async fn way_in(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    may_take_part(&s).ok_or(Error::NotFound)?;
    let m = meeting(&mut kernel.db.read().await?, &rules::may_see(&s).ok_or(Error::NotFound)?, &at).await?;
    let x = m.sitting(&at.sitting()).ok_or(Error::NotFound)?.clone();
    let is_hers = !m.is_chosen(x.part) || x.is_own();
    if !is_hers || x.join_url.is_empty() || !attendance::is_door_open(&kernel, &m, &x) {
        return Err(Error::NotFound);
    }
    html(&WayIn { page: s.page.clone(), s, m, x })
}
