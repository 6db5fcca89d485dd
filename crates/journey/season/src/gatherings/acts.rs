//! Verbs of those who plan: make, change, publish, call off, move the season, copy another. One transaction each.

use super::calendar::Led;
use super::letters::{self, Moves, News, Why};
use super::model::{Change, Draft, Meeting, Sitting, Slot};
use super::rules::PlanGatherings;
use super::{places, sources, store, when};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Tx};
use weft_kernel::events::{self, Event};
use weft_kernel::i18n::Words;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
use weft_people::model::Addressee;
use weft_programs::Season;
use weft_programs::emails::Emails;
use weft_web::{Error, Result};

/// Records an act in a season, of which there is no more to say.
pub(crate) async fn record(
    kernel: &Kernel,
    tx: &mut Tx,
    actor: Option<&Id>,
    verb: &'static str,
    subject: &Id,
    season: &Id,
) -> Result<()> {
    let event = Event { actor, verb, subject, season: Some(season), detail: None };
    Ok(events::record(kernel, tx, event).await?)
}

/// A meeting as it stands in this transaction.
async fn planned(tx: &mut Conn, permit: &PlanGatherings, number: i64) -> Result<Meeting> {
    store::hold_season(tx, permit).await?;
    store::hold_gatherings(tx, permit.season(), number).await?;
    let (gatherings, sittings) = store::plan(tx, permit, number).await?;
    Meeting::all(gatherings, sittings).into_iter().next().ok_or(Error::NotFound)
}

/// Makes a gathering that only those who plan can see. Returns its number.
pub async fn make(
    kernel: &Kernel,
    permit: &PlanGatherings,
    actor: Option<&Id>,
    season: &Season,
    draft: &Draft,
) -> Result<i64> {
    let mut tx = kernel.begin_once().await?;
    store::hold_season(&mut tx, permit).await?;
    let (id, number) = store::insert(kernel, &mut tx, permit, draft).await?;
    for slot in &draft.slots {
        store::insert_sitting(kernel, &mut tx, &id, slot).await?;
    }
    record(kernel, &mut tx, actor, "gathering.made", &id, permit.season()).await?;
    sources::check(kernel, &mut tx, permit, season).await?;
    kernel.made(&mut tx, number).await?;
    tx.commit().await?;
    Ok(number)
}

/// What came of changing a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Planned {
    Done,
    /// Someone else saved the gathering meanwhile.
    Moved,
    /// People would be told of a gathering that has no time.
    NoSitting,
    /// A part would change that someone has a place in, or was at.
    PartUsed,
    /// More people hold a place than there would be.
    SeatsTaken,
    /// The plan no longer begins where its reader saw it begin.
    PlanMoved,
    /// There is no such day.
    NoDay,
    /// A time that does not exist on its new day.
    SkippedHour,
    /// A time would lie in the past.
    Past,
    /// The season has gatherings already.
    NotEmpty,
    /// The season has no first day to count from.
    NoStart,
}

impl Planned {
    /// What kept it from being done, as a key.
    pub fn fault(self) -> Option<&'static str> {
        Some(match self {
            Self::Done => return None,
            Self::Moved => "wrong-gathering-moved",
            Self::NoSitting => "wrong-no-sitting",
            Self::PartUsed => "wrong-part-used",
            Self::SeatsTaken => "wrong-capacity-taken",
            Self::PlanMoved => "wrong-plan-moved",
            Self::NoDay => "wrong-number",
            Self::SkippedHour => "wrong-skipped-hour",
            Self::Past => "wrong-shift-past",
            Self::NotEmpty => "wrong-not-empty",
            Self::NoStart => "wrong-date",
        })
    }
}

/// Changes a gathering. Once people know of it, everyone whose calendar differs is told what changed, once.
pub async fn change(
    kernel: &Kernel,
    permit: &PlanGatherings,
    actor: Option<&Id>,
    season: &Season,
    number: i64,
    draft: &Draft,
) -> Result<Planned> {
    let mut tx = kernel.begin_once().await?;
    let (planned, _) = apply(kernel, &mut tx, Edit { permit, actor, season, number, draft }).await?;
    if planned == Planned::Done {
        sources::check(kernel, &mut tx, permit, season).await?;
        tx.commit().await?;
    }
    Ok(planned)
}

/// One change of a gathering.
struct Edit<'a> {
    permit: &'a PlanGatherings,
    actor: Option<&'a Id>,
    season: &'a Season,
    number: i64,
    draft: &'a Draft,
}

/// Returns what came of it, and how many people were told.
async fn apply(kernel: &Kernel, tx: &mut Tx, edit: Edit<'_>) -> Result<(Planned, usize)> {
    let Edit { permit, actor, season, number, draft } = edit;
    let was = planned(tx, permit, number).await?;
    if was.gathering.cancelled_at.is_some() {
        return Err(Error::NotFound);
    }
    let id = &was.gathering.id;
    let is_known = was.gathering.published_at.is_some();
    // A form that was open while someone else saved would undo what she did.
    if draft.seen.is_some_and(|seen| seen != was.gathering.changed_at) {
        return Ok((Planned::Moved, 0));
    }
    let stays = |o: &&Sitting| !draft.gone.contains(&o.id) && draft.slots.iter().all(|s| s.id.as_ref() != Some(&o.id));
    if is_known && draft.slots.is_empty() && !was.sittings.iter().any(|o| stays(&o)) {
        return Ok((Planned::NoSitting, 0));
    }
    let moves_part = |s: &Slot| s.id.as_ref().and_then(|i| was.sitting(i)).is_some_and(|o| o.part != s.part);
    if draft.slots.iter().any(moves_part) && store::is_used(tx, id).await? {
        return Ok((Planned::PartUsed, 0));
    }
    // Where one time becomes several, those who had it keep it.
    if is_known {
        for (part, sittings) in was.parts() {
            let will_choose = draft.slots.iter().filter(|s| s.part == part).count() > 1
                || draft.slots.iter().any(|s| s.part == part && s.capacity.is_some());
            if let (false, true, Some(only)) = (was.is_chosen(part), will_choose, sittings.first()) {
                store::places::seat_everyone(tx, permit, id, part, &only.id, kernel.now()).await?;
            }
        }
    }
    let held = store::places::held(tx, id).await?;
    let changes = differences(&was, draft);
    store::update(tx, permit, id, draft, kernel.now()).await?;
    let mut freed = Vec::new();
    for slot in &draft.slots {
        let Some(old) = slot.id.as_ref().and_then(|s| was.sitting(s)) else {
            store::insert_sitting(kernel, tx, id, slot).await?;
            continue;
        };
        if !store::update_sitting(tx, id, &old.id, slot, !moves(old, slot).is_empty()).await? {
            return Ok((Planned::SeatsTaken, 0));
        }
        let has_more = slot.capacity.is_none_or(|now| old.capacity.is_some_and(|was| now > was));
        if has_more && old.capacity.is_some() {
            freed.push(old.id.clone());
        }
    }
    for old in was.sittings.iter().filter(|o| draft.gone.contains(&o.id)) {
        store::remove_sitting(tx, id, &old.id, kernel.now()).await?;
    }
    if changes.iter().any(|c| c.what == "title" || c.what == "format") {
        store::bump(tx, id).await?;
    }
    let is = planned(tx, permit, number).await?;
    let mut told = 0;
    if is_known {
        // More seats may let in those who wait.
        for sitting in &freed {
            places::promote(kernel, tx, season, &is, sitting, places::Freed::ByLead).await?;
        }
        let emails = Emails::of(tx, season).await?;
        let news = News { emails: &emails, was: Some(&was), is: &is, why: &Why::Changed(&changes) };
        told = tell_all(kernel, tx, news, &held).await?;
    }
    if is_known && !changes.is_empty() {
        store::insert_change(kernel, tx, id, &serde_json::to_string(&changes).unwrap_or_default(), actor, told).await?;
    }
    let event = Event {
        actor,
        verb: "gathering.changed",
        subject: id,
        season: Some(permit.season()),
        detail: Some(told.to_string()),
    };
    events::record(kernel, tx, event).await?;
    Ok((Planned::Done, told))
}

/// Tells everyone who takes part; `held` are the places from before. Returns how many were told.
async fn tell_all(kernel: &Kernel, tx: &mut Tx, news: News<'_>, held: &[(Id, Id)]) -> Result<usize> {
    let News { emails, was, is, why } = news;
    let now_held = store::places::held(tx, &is.gathering.id).await?;
    let is_off = is.gathering.cancelled_at.is_some();
    let mut told = 0;
    for who in store::addressees(tx, &emails.season.id).await? {
        let before = was.map_or_else(Vec::new, |w| own(w, &who, held));
        let after = if is_off { Vec::new() } else { own(is, &who, &now_held) };
        let mut heard = letters::tell(kernel, tx, news, &who, Moves { before: &before, after: &after }).await?;
        // Whoever was asked before and has not chosen is not asked again.
        let asked = |part: i64| {
            was.is_some_and(|w| {
                w.is_chosen(part) && !w.sittings.iter().any(|s| s.part == part && before.contains(&s.id))
            })
        };
        let must_choose = is
            .parts()
            .iter()
            .any(|(p, sittings)| is.is_chosen(*p) && !sittings.iter().any(|s| after.contains(&s.id)) && !asked(*p));
        if must_choose && !is_off {
            letters::ask_to_choose(kernel, tx, emails, is, &who, why).await?;
            heard = true;
        }
        told += usize::from(heard);
    }
    Ok(told)
}

/// The sittings someone goes to.
pub(super) fn own(meeting: &Meeting, who: &Addressee, held: &[(Id, Id)]) -> Vec<Id> {
    let goes = |s: &&Sitting| !meeting.is_chosen(s.part) || held.iter().any(|(p, h)| *p == who.person_id && *h == s.id);
    meeting.sittings.iter().filter(goes).map(|s| s.id.clone()).collect()
}

fn in_both(say: impl Fn(Tr) -> String) -> Words {
    Words { en: say(Tr(Lang::En)), es: say(Tr(Lang::Es)) }
}

/// What someone must hear of: time, place, link, title, form, a time more or fewer.
fn differences(was: &Meeting, draft: &Draft) -> Vec<Change> {
    let mut changes = Vec::new();
    let g = &was.gathering;
    let mut push = |what: &str, from: Words, to: Words| changes.push(Change { what: what.into(), from, to });
    if g.title() != draft.title {
        push("title", g.title(), draft.title.clone());
    }
    if g.format != draft.format {
        let name = |f: &str| in_both(|t| t.t(&format!("format-{f}")));
        push("format", name(&g.format), name(&draft.format));
    }
    let said = |zone: &str, at, minutes: i64| {
        in_both(|t| format!("{}, {}", when::day(t, at, zone), when::hours(t, at, minutes, zone)))
    };
    for slot in &draft.slots {
        let Some(old) = slot.id.as_ref().and_then(|id| was.sitting(id)) else {
            push("sitting", Words::default(), said(&slot.zone, slot.starts_at, slot.minutes));
            continue;
        };
        for what in moves(old, slot) {
            match what {
                "time" => push(
                    what,
                    said(&old.zone, old.starts_at, old.minutes),
                    said(&slot.zone, slot.starts_at, slot.minutes),
                ),
                "place" => push(what, in_both(|_| old.place.clone()), in_both(|_| slot.place.clone())),
                _ => push(what, Words::default(), Words::default()),
            }
        }
    }
    for old in was.sittings.iter().filter(|o| draft.gone.contains(&o.id)) {
        push("sitting", said(&old.zone, old.starts_at, old.minutes), Words::default());
    }
    changes
}

/// What of a sitting changed that a calendar shows.
fn moves(old: &Sitting, slot: &Slot) -> Vec<&'static str> {
    let mut out = Vec::new();
    if old.starts_at != slot.starts_at || old.zone != slot.zone || old.minutes != slot.minutes {
        out.push("time");
    }
    if old.place != slot.place {
        out.push("place");
    }
    if old.join_url != slot.join_url {
        out.push("link");
    }
    out
}

/// Tells people of a gathering: invitations with an entry for their calendars, or the question which time suits.
/// Twice is once.
pub async fn publish(
    kernel: &Kernel,
    permit: &PlanGatherings,
    actor: Option<&Id>,
    season: &Season,
    number: i64,
) -> Result<Planned> {
    let mut tx = kernel.db.begin().await?;
    let meeting = planned(&mut tx, permit, number).await?;
    if meeting.sittings.is_empty() {
        return Ok(Planned::NoSitting);
    }
    if !store::publish(&mut tx, permit, &meeting.gathering.id, kernel.now()).await? {
        return Ok(Planned::Done);
    }
    let is = planned(&mut tx, permit, number).await?;
    let emails = Emails::of(&mut tx, season).await?;
    let news = News { emails: &emails, was: None, is: &is, why: &Why::Published };
    let told = tell_all(kernel, &mut tx, news, &[]).await?;
    let event = Event {
        actor,
        verb: "gathering.published",
        subject: &meeting.gathering.id,
        season: Some(permit.season()),
        detail: Some(told.to_string()),
    };
    events::record(kernel, &mut tx, event).await?;
    sources::check(kernel, &mut tx, permit, season).await?;
    tx.commit().await?;
    Ok(Planned::Done)
}

/// Calls a gathering off and takes it out of people's calendars. Twice is once.
pub async fn cancel(
    kernel: &Kernel,
    permit: &PlanGatherings,
    actor: Option<&Id>,
    season: &Season,
    number: i64,
    reason: &str,
) -> Result<usize> {
    let mut tx = kernel.db.begin().await?;
    let was = planned(&mut tx, permit, number).await?;
    if !store::cancel(&mut tx, permit, &was.gathering.id, reason, kernel.now()).await? {
        return Ok(0);
    }
    store::bump(&mut tx, &was.gathering.id).await?;
    let held = store::places::held(&mut tx, &was.gathering.id).await?;
    let is = planned(&mut tx, permit, number).await?;
    let emails = Emails::of(&mut tx, season).await?;
    let news = News { emails: &emails, was: Some(&was), is: &is, why: &Why::Cancelled(reason) };
    let told = tell_all(kernel, &mut tx, news, &held).await?;
    let event = Event {
        actor,
        verb: "gathering.cancelled",
        subject: &was.gathering.id,
        season: Some(permit.season()),
        detail: Some(told.to_string()),
    };
    events::record(kernel, &mut tx, event).await?;
    sources::check(kernel, &mut tx, permit, season).await?;
    tx.commit().await?;
    Ok(told)
}

/// Takes away a gathering that nobody was told of. One that people know of stays.
pub async fn discard(
    kernel: &Kernel,
    permit: &PlanGatherings,
    actor: Option<&Id>,
    season: &Season,
    number: i64,
) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let meeting = planned(&mut tx, permit, number).await?;
    if store::discard(&mut tx, permit, &meeting.gathering.id).await? {
        record(kernel, &mut tx, actor, "gathering.discarded", &meeting.gathering.id, permit.season()).await?;
        sources::check(kernel, &mut tx, permit, season).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// A gathering's own words as they would be typed, to be changed in one thing.
pub fn as_draft(meeting: &Meeting) -> Draft {
    let g = &meeting.gathering;
    let slot = |s: &Sitting| Slot {
        id: Some(s.id.clone()),
        part: s.part,
        starts: s.starts_local.parse().unwrap_or_default(),
        zone: s.zone.clone(),
        starts_at: s.starts_at,
        minutes: s.minutes,
        place: s.place.clone(),
        join_url: s.join_url.clone(),
        capacity: s.capacity,
    };
    Draft {
        kind: g.kind.clone(),
        format: g.format.clone(),
        title: g.title(),
        purpose: g.purpose(),
        open_before: g.open_before,
        open_after: g.open_after,
        choose_until: g.choose_until.clone(),
        slots: meeting.sittings.iter().map(slot).collect(),
        gone: Vec::new(),
        seen: None,
    }
}

/// The first time of a plan that can still be moved.
pub fn first_ahead(kernel: &Kernel, meetings: &[Meeting]) -> Option<Time> {
    meetings
        .iter()
        .filter(|m| m.gathering.cancelled_at.is_none())
        .filter_map(Meeting::starts_at)
        .filter(|s| *s > kernel.now())
        .min()
}

/// Moving everything that has not begun by whole days; wall times stay.
#[derive(Clone, Copy)]
pub struct Shift<'a> {
    pub season: &'a Season,
    /// Where the plan began that its reader saw.
    pub first: Time,
    pub days: i64,
}

/// A gathering that moves, and what that writes.
#[derive(Clone, Debug)]
pub struct Moved {
    pub was: Meeting,
    pub is: Meeting,
    /// People who are told.
    pub told: usize,
    pub emails: i64,
}

/// Moves what lies ahead. Where a time does not exist on its new day, nothing moves.
pub async fn shift(kernel: &Kernel, permit: &PlanGatherings, actor: Option<&Id>, by: Shift<'_>) -> Result<Planned> {
    let mut tx = kernel.begin_once().await?;
    let (planned, _) = shift_in(kernel, &mut tx, permit, actor, by).await?;
    if planned == Planned::Done {
        tx.commit().await?;
    }
    Ok(planned)
}

/// What [`shift`] would do, done and dropped: who would hear of which gathering.
pub async fn preview_shift(kernel: &Kernel, permit: &PlanGatherings, by: Shift<'_>) -> Result<(Planned, Vec<Moved>)> {
    let mut tx = kernel.db.begin().await?;
    shift_in(kernel, &mut tx, permit, None, by).await
}

async fn shift_in(
    kernel: &Kernel,
    tx: &mut Tx,
    permit: &PlanGatherings,
    actor: Option<&Id>,
    Shift { season, first, days }: Shift<'_>,
) -> Result<(Planned, Vec<Moved>)> {
    store::hold_season(tx, permit).await?;
    let (gatherings, sittings) = store::plan(tx, permit, 0).await?;
    let meetings = Meeting::all(gatherings, sittings);
    let mut all = Vec::new();
    // Pressed twice, or beside someone else: the plan no longer begins where its reader saw it begin.
    if first_ahead(kernel, &meetings) != Some(first) {
        return Ok((Planned::PlanMoved, all));
    }
    for was in meetings {
        if was.gathering.cancelled_at.is_some() || was.starts_at().is_none_or(|s| s <= kernel.now()) {
            continue;
        }
        let mut draft = as_draft(&was);
        for slot in &mut draft.slots {
            let Ok(starts) = slot.starts.checked_add(jiff::Span::new().days(days)) else {
                return Ok((Planned::NoDay, all));
            };
            let Ok(starts_at) = when::moment(starts, &slot.zone) else { return Ok((Planned::SkippedHour, all)) };
            if starts_at <= kernel.now() {
                return Ok((Planned::Past, all));
            }
            (slot.starts, slot.starts_at) = (starts, starts_at);
        }
        draft.choose_until = draft
            .choose_until
            .and_then(|d| d.parse::<jiff::civil::Date>().ok())
            .and_then(|d| d.checked_add(jiff::Span::new().days(days)).ok())
            .map(|d| d.to_string());
        let number = was.gathering.number;
        let before = store::count_emails(tx).await?;
        let edit = Edit { permit, actor, season, number, draft: &draft };
        let (planned, told) = apply(kernel, tx, edit).await?;
        if planned != Planned::Done {
            return Ok((planned, all));
        }
        let emails = store::count_emails(tx).await? - before;
        all.push(Moved { is: self::planned(tx, permit, number).await?, was, told, emails });
    }
    sources::check(kernel, tx, permit, season).await?;
    Ok((Planned::Done, all))
}

/// Copies another season's gatherings as drafts, each as many days after the season's start as it was there, without
/// places, links or people.
pub async fn copy(
    kernel: &Kernel,
    permit: &PlanGatherings,
    actor: Option<&Id>,
    season: &Season,
    from: &Led,
) -> Result<Planned> {
    let (Ok(start), Ok(old_start)) =
        (season.starts_on.parse::<jiff::civil::Date>(), from.0.starts_on.parse::<jiff::civil::Date>())
    else {
        return Ok(Planned::NoStart);
    };
    let days = (start - old_start).get_days();
    let mut tx = kernel.begin_once().await?;
    store::hold_season(&mut tx, permit).await?;
    // Into an empty season only, so that pressing twice copies once.
    if !store::plan(&mut tx, permit, 0).await?.0.is_empty() {
        return Ok(Planned::NotEmpty);
    }
    let (gatherings, sittings) = store::plan_of_led(&mut tx, from).await?;
    let mut n = 0;
    for meeting in Meeting::all(gatherings, sittings) {
        if meeting.gathering.cancelled_at.is_some() {
            continue;
        }
        let mut draft = as_draft(&meeting);
        draft.choose_until = None;
        for slot in &mut draft.slots {
            let Ok(starts) = slot.starts.checked_add(jiff::Span::new().days(days)) else {
                return Ok(Planned::NoDay);
            };
            let Ok(starts_at) = when::moment(starts, &slot.zone) else { return Ok(Planned::SkippedHour) };
            *slot = Slot { id: None, starts, starts_at, place: String::new(), join_url: String::new(), ..slot.clone() };
        }
        let (id, _) = store::insert(kernel, &mut tx, permit, &draft).await?;
        for slot in &draft.slots {
            store::insert_sitting(kernel, &mut tx, &id, slot).await?;
        }
        super::agenda::copy(kernel, &mut tx, &meeting.gathering.id, &id).await?;
        store::curriculum::copy(&mut tx, &meeting.gathering.id, &id).await?;
        n += 1;
    }
    let event = Event {
        actor,
        verb: "gathering.copied",
        subject: permit.season(),
        season: Some(permit.season()),
        detail: Some(n.to_string()),
    };
    events::record(kernel, &mut tx, event).await?;
    sources::check(kernel, &mut tx, permit, season).await?;
    tx.commit().await?;
    Ok(Planned::Done)
}
