//! Somebody who left the cohort in the middle of the season, and emails that the team kept back.

use super::season::participant;
use weft_admission::group_emails;
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, args, sql};
use weft_programs::held::{self, Act};
use weft_programs::{InSeason, rules};
use weft_season::leaving::acts::{self, Leaving};
use weft_season::leaving::rules::may_end;
use weft_season::leaving::store;
use weft_web::{Error, Result};

/// When they left, and the day that is on record.
pub(super) const LEFT: &str = "2025-03-19T15:00:00Z";
const LEFT_ON: &str = "2025-03-18";

/// The last one in the lists of those who take part leaves; their seat stays empty. Whom people sign in as stays.
pub(super) async fn leave(kernel: &Kernel, lead: &InSeason, by: &Id) -> Result<()> {
    let permit = may_end(lead).ok_or(Error::NotFound)?;
    let mut conn = kernel.db.read().await?;
    let own = participant(&mut conn, &lead.season.id).await?.map(|(id, _, _)| id);
    let sql = sql!(
        "SELECT t.person_id
        FROM taking_part t
        JOIN application a ON a.person_id = t.person_id AND a.season_id = t.season_id
        WHERE t.season_id = $1 AND t.person_id <> COALESCE(CAST($2 AS TEXT), '')
        ORDER BY a.external_id DESC LIMIT 1"
    );
    let (last,): (Id,) = conn.one(sql, args![&lead.season.id, own.as_ref().map(Id::as_str)]).await?;
    let all = store::staying(&mut conn, &permit).await?;
    drop(conn);
    let member = all.iter().find(|m| m.person_id == last).ok_or(Error::NotFound)?;
    let reason = "They moved abroad for a new job. We agreed that the seat stays empty this year.";
    let of = Leaving { member, left_on: LEFT_ON, reason, frees_seat: false };
    if !acts::end(kernel, &permit, by, &lead.season, of).await? {
        return Err(Error::Internal("the demo's member was not there to leave".into()));
    }
    Ok(())
}

/// Two emails to members were kept back before they went out: one waits, one was discarded.
pub(super) async fn keep_back(kernel: &Kernel, lead: &InSeason, by: &Id) -> Result<()> {
    let permit = group_emails::rules::may_write(lead).ok_or(Error::NotFound)?;
    let run = rules::may_run(&lead.season, &lead.roles).ok_or(Error::NotFound)?;
    let find = sql!(
        "SELECT m.application_id
        FROM member m
        JOIN application a ON a.id = m.application_id
        WHERE m.season_id = $1 AND m.left_at IS NULL
        ORDER BY a.external_id LIMIT 2"
    );
    let two: Vec<(Id,)> = kernel.db.read().await?.all(find, args![&lead.season.id]).await?;
    let two: Vec<Id> = two.into_iter().map(|(id,)| id).collect();
    let words = [
        "Could you speak at the April session?",
        "¿Podría hablar en la sesión de abril?",
        "Dear {name},\n\nwe would love to hear how you brought your partners together. Could you take ten minutes of \
        the April session for it? Write to us by Friday.",
        "Hola, {name}:\n\nnos encantaría escuchar cómo unió a sus organizaciones. ¿Podría dedicarle diez minutos de \
        la sesión de abril? Escríbanos a más tardar el viernes.",
    ];
    let id = group_emails::acts::compose(kernel, &permit, by, ("applicants", &two), words).await?;
    if let Some(letter) = group_emails::store::letter(&mut kernel.db.read().await?, &permit, &id).await? {
        group_emails::acts::send(kernel, &permit, by, &lead.season, &letter).await?;
    }
    let find = sql!("SELECT id FROM outbox WHERE SUBSTR(dedupe_key, 1, 43) = 'letter:' || $1 ORDER BY dedupe_key");
    let mails: Vec<(Id,)> = kernel.db.read().await?.all(find, args![id.as_str()]).await?;
    for (at, (mail,)) in mails.iter().enumerate() {
        held::act(kernel, &run, by, mail, Act::Hold).await?;
        if at > 0 {
            held::act(kernel, &run, by, mail, Act::Discard).await?;
        }
    }
    Ok(())
}
