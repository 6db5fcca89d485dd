//! How the leads came to their cohort: versions in the composer, one proposed, one moved by hand; and a first try at
//! the next.

use weft_admission::composer::acts::{self as composer, Beginning, Turn};
use weft_admission::composer::model::Move;
use weft_admission::composer::pool::Pool;
use weft_admission::selection::acts::{self as selection, Outcome, Rule};
use weft_admission::selection::goals::{Goals, Limits, Range};
use weft_admission::selection::rules::Choose;
use weft_kernel::Kernel;
use weft_kernel::terminal::Terminal;
use weft_programs::InSeason;
use weft_web::{Error, Result};

/// Two versions of the first cohort, before anyone is invited.
pub async fn first_cohort(kernel: &Kernel, lead: &InSeason, goals: &Goals) -> Result<()> {
    let permit = Choose::at_the_terminal(&Terminal::open(), &lead.season.id);
    let pool = Pool::load(kernel, lead, permit.see(), false).await?.ok_or(Error::NotFound)?;
    let Outcome::Chosen(transcript) = selection::solve(kernel, &permit, goals, Rule::Propose).await? else {
        return Err(Error::Internal("the demo's goals cannot be met".into()));
    };
    let run = selection::keep(kernel, &permit, lead.actor_id(), &transcript).await?;
    let first =
        Beginning { name: "Balanced, first try", cohort: &transcript.cohort, run: Some(&run), input: &pool.input };
    composer::begin(kernel, &permit, lead.actor_id(), &first).await?;
    let second = Beginning { name: "With a second look at the South", run: None, ..first };
    let number = composer::begin(kernel, &permit, lead.actor_id(), &second).await?;
    // Two swaps between people of the same region: what a lead tries who knows the places.
    let board = weft_assign::selection::Board::new(&pool.input, &transcript.cohort);
    let out: Vec<&String> = transcript
        .cohort
        .iter()
        .filter(|id| pool.of(id).is_some_and(|c| c.region.as_deref() == Some("South")))
        .take(2)
        .collect();
    let mut taken: Vec<String> = Vec::new();
    for id in out {
        let Some(swap) =
            board.best(Some(id), None, 4).into_iter().find(|s| s.into.as_ref().is_some_and(|i| !taken.contains(i)))
        else {
            continue;
        };
        let into = swap.into.unwrap_or_default();
        taken.push(into.clone());
        let m = Move::Swap { out: id.clone(), into };
        let turn = Turn { number, seen: 0, m: &m, input: &pool.input };
        composer::play(kernel, &permit, lead.actor_id(), &turn).await?;
    }
    Ok(())
}

/// Goals for the next cohort, set before anyone's scores are known, and a first try with half the seats filled.
pub async fn next_cohort(kernel: &Kernel, lead: &InSeason) -> Result<()> {
    let permit = Choose::at_the_terminal(&Terminal::open(), &lead.season.id);
    let of = |field: &str, value: &str, min, max| Range { field: field.into(), value: value.into(), min, max };
    let goals = Goals {
        format: "weft-goals-1".into(),
        seats: 20,
        filter: [("eligibility".to_owned(), "eligible".to_owned())].into(),
        limits: Limits { max_per_organization: Some(1) },
        goals: vec![
            of("region", "South", 6, 10),
            of("region", "Mid-West", 3, 6),
            of("region", "West Coast", 2, 5),
            of("region", "Northeast", 1, 4),
            of("region", "Mountain West", 1, 3),
            of("health_focus", "yes", 8, 12),
        ],
        means: Vec::new(),
    };
    selection::set_goals(kernel, &permit, lead.actor_id(), &goals, None).await?;
    let pool = Pool::load(kernel, lead, permit.see(), false).await?.ok_or(Error::NotFound)?;
    let new = Beginning { name: "By place, before scores", cohort: &[], run: None, input: &pool.input };
    let number = composer::begin(kernel, &permit, lead.actor_id(), &new).await?;
    let mut cohort: Vec<String> = Vec::new();
    while cohort.len() < 11 {
        let next = weft_assign::selection::Board::new(&pool.input, &cohort)
            .best(None, None, 1)
            .into_iter()
            .find_map(|s| s.into);
        let Some(id) = next else { break };
        let turn = Turn { number, seen: 0, m: &Move::Seat(id.clone()), input: &pool.input };
        composer::play(kernel, &permit, lead.actor_id(), &turn).await?;
        cohort.push(id);
    }
    Ok(())
}
