//! Seats that stay open: filled by a rule that the program declares, never by whoever happens to be asked.

use weft_assign::selection::{Input, Lottery, Transcript};

use super::acts::{self, Outcome, Rule};
use super::goals::{Goals, is_held, is_locked};
use super::model::{Beside, FillingRule, MarkKind, Standing};
use super::rules::Choose;
use super::{band, store};
use crate::applications;
use weft_kernel::clock::Time;
use weft_kernel::db::Conn;
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, events};
use weft_web::{Error, Result};

/// Most invitations that may be out beyond the seats.
pub const MOST_OVER: i64 = 50;

/// Declares the rule, how many invitations may be out beyond the seats, and the order where the rule is a list. Returns
/// ids that no application of the season has; nothing is changed then.
pub async fn declare(
    kernel: &Kernel,
    permit: &Choose,
    actor: Option<&Id>,
    rule: FillingRule,
    over: i64,
    list: &[String],
) -> Result<Vec<String>> {
    if !(0..=MOST_OVER).contains(&over) {
        return Err(Error::BadRequest);
    }
    let mut tx = kernel.db.begin().await?;
    store::set_filling(&mut tx, permit, rule, over, actor, kernel.now()).await?;
    store::clear_alternates(&mut tx, permit).await?;
    let mut unknown = Vec::new();
    for (place, id) in (1..).zip(list) {
        if !store::insert_alternate(&mut tx, permit, place, id).await? {
            unknown.push(id.clone());
        }
    }
    if !unknown.is_empty() {
        return Ok(unknown);
    }
    let detail = Some(format!("{rule}, {over} beyond the seats, {} on the list", list.len()));
    let event = events::Event {
        actor,
        verb: "filling.declared",
        subject: permit.season(),
        season: Some(permit.season()),
        detail,
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(Vec::new())
}

/// How many more may be invited now: open seats, and what was declared beyond them.
pub async fn room(kernel: &Kernel, season: &Id) -> Result<(i64, i64)> {
    room_of(&mut kernel.db.read().await?, season, kernel.now()).await
}

/// The same, where there is a connection.
pub async fn room_of(conn: &mut Conn, season: &Id, now: Time) -> Result<(i64, i64)> {
    let (seats, taken, waiting) = store::seats(conn, season, now).await?;
    let over = store::filling(conn, season).await?.map_or(0, |f| f.over);
    Ok(((seats - taken - waiting).max(0), (seats + over - taken - waiting).max(0)))
}

/// What came of looking for whom to invite next.
#[derive(Debug)]
pub enum Filled {
    /// A run, which someone then confirms.
    Found(Id),
    /// No cohort, and why.
    NoCohort(Outcome),
    /// Nothing is declared, or there is no room.
    NothingToDo,
}

/// Looks for whom the declared rule invites next: a run like any other.
pub async fn fill(kernel: &Kernel, permit: &Choose, actor: Option<&Id>, goals: &Goals) -> Result<Filled> {
    let (_, room) = room(kernel, permit.season()).await?;
    let mut conn = kernel.db.read().await?;
    let Some(filling) = store::filling(&mut conn, permit.season()).await? else { return Ok(Filled::NothingToDo) };
    if room == 0 {
        return Ok(Filled::NothingToDo);
    }
    let mut candidates = applications::candidates(&mut conn, permit.season()).await?;
    let marks = store::marked(&mut conn, permit.season(), kernel.now()).await?;
    // Whoever was told that they are not chosen is not asked again.
    candidates.retain(|c| !c.is_refused || is_held(c, &marks) || is_locked(c, &marks));
    let margins = band::margins(&applications::store::spreads(&mut conn, permit.season()).await?);
    let list = store::alternates(&mut conn, permit.season()).await?;
    let commitment = store::commitment(&mut conn, permit).await?;
    drop(conn);
    // Whoever has or is promised a seat; a lock is a wish and takes one of the open seats.
    let locked = Beside::Marked(MarkKind::Locked);
    let is_list = filling.rule == FillingRule::List;
    let marks: Vec<(String, Beside)> = marks.into_iter().filter(|(_, b)| !is_list || *b != locked).collect();
    let input = goals.marked_input(&candidates, &marks);
    let locks = marks.iter().filter(|(id, b)| {
        *b == locked
            && !candidates.iter().any(|c| c.external_id == *id && c.is_member)
            && !marks.iter().any(|(o, n)| o == id && *n == Beside::Invited)
    });
    let locked = locks.filter(|(id, _)| input.fixed.contains(id)).count();
    let held = input.fixed.len() - locked;
    let input = widened(input, held as i64 + room);
    let outcome = match filling.rule {
        FillingRule::List => {
            Outcome::Chosen(Box::new(next_on_list(input, list.iter().map(|l| l.external_id.as_str()), room)))
        }
        FillingRule::Redraw => {
            let Some((first, draws)) = commitment else { return Ok(Filled::NothingToDo) };
            let public = Transcript::from_json(&first).map_err(Error::Internal)?.public;
            let public = format!("{public} / alternates {draws}");
            acts::solve_input(input, &margins, Rule::Draw { public, tickets: 1_000, in_band: false }, |_| true).await?
        }
        FillingRule::Next => acts::solve_input(input, &margins, Rule::Propose, |_| true).await?,
    };
    Ok(match outcome {
        Outcome::Chosen(transcript) => Filled::Found(acts::keep(kernel, permit, actor, &transcript).await?),
        other => Filled::NoCohort(other),
    })
}

/// The input for `target` people: those who have or are promised a seat, and the room there is. What is beyond the
/// seats may exceed the goals' upper ends by as many, and need not reach their lower ends any sooner.
fn widened(mut input: Input, target: i64) -> Input {
    let target = u32::try_from(target).unwrap_or(input.seats);
    let beyond = target.saturating_sub(input.seats);
    if beyond > 0 {
        input.goals.iter_mut().for_each(|g| g.max += beyond);
        // A mean over more people than there are seats says nothing of those who will sit.
        input.means.clear();
    }
    input.seats = target;
    input.canonical()
}

/// The next on a published list who can be chosen.
fn next_on_list<'l>(mut input: Input, list: impl Iterator<Item = &'l str>, room: i64) -> Transcript {
    let mut cohort = input.fixed.clone();
    let can = |id: &str| input.people.iter().any(|p| p.id == id) && !input.fixed.iter().any(|f| f == id);
    cohort.extend(list.filter(|id| can(id)).take(room as usize).map(str::to_owned));
    // The list may be shorter than the seats.
    input.seats = cohort.len() as u32;
    Transcript::of_hand(input, &cohort, "next on the published list")
}

/// What a person is told of where she stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    pub season_title: String,
    pub rule: FillingRule,
    /// Her place on the list, for a list.
    pub place: Option<i64>,
    /// Her chance in the last draw, for a draw.
    pub chance: Option<f64>,
}

/// Chances after a draw, places after a list; of a proposal nothing that would rank her.
pub(super) fn place(s: &Standing) -> Result<Place> {
    let transcript = Transcript::from_json(&s.transcript).map_err(Error::Internal)?;
    let chance = transcript.lottery.as_ref().map(Lottery::probabilities).and_then(|c| c.get(&s.external_id).copied());
    Ok(Place {
        season_title: s.season_title.clone(),
        place: s.place.filter(|_| s.rule == FillingRule::List),
        chance: chance.filter(|_| s.rule == FillingRule::Redraw),
        rule: s.rule,
    })
}
