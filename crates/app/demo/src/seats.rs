//! Seats of the demo season: invitations, their answers, answers to the others, and a welcome.

use weft_admission::decisions::acts as decisions;
use weft_admission::decisions::emails::DECISION;
use weft_admission::decisions::model::Letter;
use weft_admission::decisions::rules::Decide;
use weft_admission::group_emails;
use weft_admission::selection::acts::{self as selection, Outcome, Reply, Rule};
use weft_admission::selection::goals::Goals;
use weft_admission::selection::model::Answer;
use weft_admission::selection::rules::Choose;
use weft_admission::selection::store as selection_store;
use weft_kernel::ids::Id;
use weft_kernel::mail::Transport;
use weft_kernel::terminal::Terminal;
use weft_kernel::{Kernel, args, sql};
use weft_people::ASKED;
use weft_programs::InSeason;
use weft_programs::bounces;
use weft_programs::emails::Emails;
use weft_web::Result;

pub(super) async fn invite(kernel: &Kernel, choose: &Choose, lead: &InSeason, goals: &Goals) -> Result<()> {
    if let Outcome::Chosen(transcript) = selection::solve(kernel, choose, goals, Rule::Propose).await? {
        let run = selection::keep(kernel, choose, lead.actor_id(), &transcript).await?;
        let confirming = selection::Confirming { season: &lead.season, run: &run, transcript: &transcript, days: 14 };
        selection::confirm(kernel, choose, lead.actor_id(), confirming).await?;
        // The letters leave on the day they were written.
        bounces::deliver(kernel, &Transport::Files(kernel.config.data.join("mail"))).await?;
        return Ok(());
    }
    Err(weft_web::Error::Internal("the demo's goals cannot be met".into()))
}

/// Everyone who has not answered does: the last `declines` of them say no.
pub(super) async fn answer_all(kernel: &Kernel, season: &Id, declines: usize) -> Result<()> {
    let mut conn = kernel.db.read().await?;
    let open: Vec<(String,)> = conn
        .all(
            sql!(
                "SELECT i.token_hash
                FROM invitation i
                JOIN application a ON a.id = i.application_id
                LEFT JOIN invitation_answer n ON n.invitation_id = i.id
                WHERE i.season_id = $1 AND n.invitation_id IS NULL
                ORDER BY a.external_id"
            ),
            args![season],
        )
        .await?;
    let mut offers = Vec::new();
    for (hash,) in &open {
        offers.extend(selection_store::offered(&mut conn, hash, None).await?);
    }
    drop(conn);
    let yes = offers.len().saturating_sub(declines);
    for (i, offer) in offers.iter().enumerate() {
        let (answer, note) = if i < yes {
            (Answer::Accepted, None)
        } else {
            (Answer::Declined, Some("The timing does not work this year. Thank you for asking me."))
        };
        // Two keep their names to themselves.
        let shown: &[&str] = if matches!(i, 4 | 11) { &[] } else { &ASKED };
        selection::answer(kernel, offer, Reply { answer, note, shown }).await?;
    }
    Ok(())
}

/// Those who were not chosen hear of it: the lead makes the answers ready, the co-lead sends them.
pub(super) async fn answer_the_others(kernel: &Kernel, lead: &InSeason) -> Result<()> {
    let permit = Decide::at_the_terminal(&Terminal::open(), &lead.season.id);
    let Some(by) = lead.actor_id() else { return Ok(()) };
    let text = Emails::of(&mut kernel.db.read().await?, &lead.season).await?.text(&DECISION);
    let letter = Letter { subject: text.subject, text: text.body, ..Letter::default() };
    decisions::stage(kernel, &permit, by, &letter).await?;
    let (co_lead,): (Id,) = kernel
        .db
        .read()
        .await?
        .one(sql!("SELECT person_id FROM role WHERE season_id = $1 AND role = 'co-lead'"), args![&lead.season.id])
        .await?;
    decisions::send(kernel, &permit, &co_lead, &lead.season).await?;
    bounces::deliver(kernel, &Transport::Files(kernel.config.data.join("mail"))).await?;
    Ok(())
}

/// A letter to the cohort before the retreat.
pub(super) async fn welcome(kernel: &Kernel, lead: &InSeason) -> Result<()> {
    let (Some(permit), Some(by)) = (group_emails::rules::may_write(lead), lead.actor_id()) else { return Ok(()) };
    let words = [
        "Four days until we meet, {name}",
        "Faltan cuatro días, {name}",
        "Dear {name},\n\nwe meet on Thursday. Bring warm shoes and one object from the place you work for.\n\nIf \
        anything about travel, food or care still worries you, write to us today. We would rather hear it twice than \
        not at all.",
        "Hola, {name}:\n\nnos vemos el jueves. Traiga zapatos abrigados y un objeto del lugar para el que \
        trabaja.\n\nSi algo del viaje, la comida o los cuidados todavía le preocupa, escríbanos hoy. Preferimos \
        saberlo dos veces que ninguna.",
    ];
    let id = group_emails::acts::compose(kernel, &permit, by, ("members", &[]), words).await?;
    if let Some(letter) = group_emails::store::letter(&mut kernel.db.read().await?, &permit, &id).await? {
        group_emails::acts::send(kernel, &permit, by, &lead.season, &letter).await?;
    }
    bounces::deliver(kernel, &Transport::Files(kernel.config.data.join("mail"))).await?;
    Ok(())
}
