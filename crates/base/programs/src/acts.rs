//! Verbs: make a program or a season, clone one, invite staff, hand roles over.

use super::access;
use super::model::{Contact, Program, Role, Season, StaffInvitation, Term};
use super::rules::{EditProgram, KeepHouse, RunSeason, SeeSeason};
use super::store::{self, NewInvitation, NewProgram, NewSeason};
use weft_kernel::db::Tx;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
use weft_kernel::mail::Letter;
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::plain;
use weft_kernel::{Kernel, events, secret};
use weft_people::address::{self, Proved};
use weft_people::model::NewPerson;
use weft_people::store as people;
use weft_web::{Error, Result};

async fn record(
    kernel: &Kernel,
    tx: &mut Tx,
    actor: Option<&Id>,
    verb: &'static str,
    subject: &Id,
    season: Option<&Id>,
    detail: Option<String>,
) -> Result<()> {
    Ok(events::record(kernel, tx, events::Event { actor, verb, subject, season, detail }).await?)
}

/// Makes a program with its host organizations. `None` when the slug is taken.
pub async fn make_program(
    kernel: &Kernel,
    _: &KeepHouse,
    actor: Option<&Id>,
    new: &NewProgram<'_>,
    hosts: &[String],
) -> Result<Option<Id>> {
    let mut tx = kernel.begin_once().await?;
    let Some(program) = store::insert_program(kernel, &mut tx, new).await? else { return Ok(None) };
    for (i, name) in hosts.iter().enumerate() {
        let organization = store::insert_organization(kernel, &mut tx, &plain::slug(name), name).await?;
        store::insert_host(&mut tx, &program, &organization, i).await?;
    }
    record(kernel, &mut tx, actor, "program.made", &program, None, None).await?;
    tx.commit().await?;
    Ok(Some(program))
}

/// Makes a season, with the design of another one when there is one to clone. People, answers and
/// decisions are never copied. `None` when the slug is taken.
pub async fn make_season(
    kernel: &Kernel,
    actor: Option<&Id>,
    new: &NewSeason,
    design_of: Option<&SeeSeason>,
) -> Result<Option<Id>> {
    let mut tx = kernel.begin_once().await?;
    let Some(season) = store::insert_season(kernel, &mut tx, new).await? else { return Ok(None) };
    if let Some(from) = design_of {
        store::copy_design(kernel, &mut tx, from, &season).await?;
    }
    record(kernel, &mut tx, actor, "season.made", &season, Some(&season), None).await?;
    tx.commit().await?;
    Ok(Some(season))
}

/// Saves a season's settings and objectives together. `false` when fewer seats were asked for than are taken.
pub async fn change_season(
    kernel: &Kernel,
    run: &RunSeason,
    actor: &Id,
    season: &Season,
    objectives: &[(String, String)],
) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    if !store::update_season(&mut tx, run, season).await? {
        return Ok(false);
    }
    store::rezone_offer(&mut tx, run.season(), &season.zone).await?;
    store::clear_objectives(&mut tx, run).await?;
    for (i, (title, text)) in objectives.iter().enumerate() {
        store::insert_objective(kernel, &mut tx, run.season(), i, title, text).await?;
    }
    record(kernel, &mut tx, Some(actor), "season.changed", run.season(), Some(run.season()), None).await?;
    tx.commit().await?;
    Ok(true)
}

/// Invites someone to a role, by mail, for seven days. Only the address it was sent to can take it.
pub async fn invite(
    kernel: &Kernel,
    run: &RunSeason,
    season: &Season,
    actor: &Id,
    name: &str,
    email: &str,
    role: Role,
    lang: Lang,
) -> Result<()> {
    let token = secret::token(&kernel.rng);
    let mut tx = kernel.begin_once().await?;
    let new = NewInvitation { email, name, role, token_hash: &secret::hash(&token), by: Some(actor) };
    let id = store::insert_invitation(kernel, &mut tx, run, &new).await?;
    let t = Tr(lang);
    let role_name = t.t(&format!("role-{}", role.name()));
    let letter = Letter {
        lang: lang.tag(),
        subject: t.a("mail-staff-subject", "season", season.title()),
        paragraphs: vec![
            t.a("mail-greeting", "name", name.to_owned()),
            t.a2("mail-staff-text", "role", role_name, "season", season.title()),
            t.a("mail-questions", "email", season.support_email.clone()),
        ],
        button: Some((t.t("mail-staff-button"), format!("{}/staff-invitation/{token}", kernel.config.base_url))),
    };
    let lane = Lane::Personal(Some(kernel.now().plus_days(7)));
    outbox::enqueue(
        kernel,
        &mut tx,
        outbox::New { key: &format!("staff:{id}"), lane, listed: Listed::ToOwners, mail: &letter.to(email) },
    )
    .await?;
    record(kernel, &mut tx, Some(actor), "staff.invited", &id, Some(run.season()), Some(role.name().into())).await?;
    tx.commit().await?;
    Ok(())
}

pub async fn revoke(kernel: &Kernel, run: &RunSeason, actor: &Id, invitation: &Id) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    let revoked = store::revoke_invitation(&mut tx, run, invitation, kernel.now()).await?;
    if revoked {
        record(kernel, &mut tx, Some(actor), "staff.invitation-revoked", invitation, Some(run.season()), None).await?;
    }
    tx.commit().await?;
    Ok(revoked)
}

/// Takes a role that was offered by mail. A new person is recorded; one who is known keeps her record.
/// Returns her id.
pub async fn take_role(kernel: &Kernel, invitation: &StaffInvitation, lang: Lang) -> Result<Id> {
    let now = kernel.now();
    let mut tx = kernel.db.begin().await?;
    if !store::use_invitation(&mut tx, &invitation.id, now).await? {
        return Err(Error::NotFound);
    }
    let proved = Proved::by_link(&invitation.mailed_to);
    let (given, family) = invitation.name.split_once(' ').unwrap_or((&invitation.name, ""));
    let new = NewPerson { given_name: given.to_owned(), family_name: family.to_owned(), lang, ..NewPerson::default() };
    let person = address::holder_or_new(kernel, &mut tx, &proved, &new).await?;
    weft_people::contacts::proved(kernel, &mut tx, &person, proved.value()).await?;
    let role = Role::parse(&invitation.role).ok_or(Error::NotFound)?;
    match &invitation.season_id {
        Some(season) => drop(store::grant_role(kernel, &mut tx, &person, season, role).await?),
        None if store::house_roles(&mut tx, &person).await?.contains(&Role::Owner) => {}
        None => people::insert_owner_role(kernel, &mut tx, &person).await?,
    }
    record(
        kernel,
        &mut tx,
        Some(&person),
        "role.granted",
        &person,
        invitation.season_id.as_ref(),
        Some(role.name().into()),
    )
    .await?;
    tx.commit().await?;
    Ok(person)
}

/// Ends a role. `false` when there is none, or when it is the last program lead's.
pub async fn end_role(kernel: &Kernel, run: &RunSeason, actor: &Id, role_id: &Id) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    people::set_setting(&mut tx, "guard", "roles").await?;
    let Some((person, role)) = store::person_of_role(&mut tx, run, role_id).await? else { return Ok(false) };
    let ended = store::end_role(&mut tx, run, role_id, kernel.now()).await?;
    if ended {
        if store::roles_in(&mut tx, &person, run.season()).await?.is_empty() {
            people::leave_spaces(&mut tx, Some(run.season()), &person).await?;
        }
        access::end_contact(kernel, &mut tx, run, actor, &person).await?;
        record(kernel, &mut tx, Some(actor), "role.ended", &person, Some(run.season()), Some(role)).await?;
    }
    tx.commit().await?;
    Ok(ended)
}

/// Invites someone to own this house too.
pub async fn invite_owner(
    kernel: &Kernel,
    permit: &KeepHouse,
    actor: &Id,
    name: &str,
    email: &str,
    lang: Lang,
) -> Result<()> {
    let token = secret::token(&kernel.rng);
    let mut tx = kernel.begin_once().await?;
    let new = NewInvitation { email, name, role: Role::Owner, token_hash: &secret::hash(&token), by: Some(actor) };
    let id = store::insert_owner_invitation(kernel, &mut tx, permit, &new).await?;
    let t = Tr(lang);
    let letter = Letter {
        lang: lang.tag(),
        subject: t.a("mail-staff-subject", "season", "Weft"),
        paragraphs: vec![
            t.a("mail-greeting", "name", name.to_owned()),
            t.a2("mail-staff-text", "role", t.t("role-owner"), "season", "Weft"),
        ],
        button: Some((t.t("mail-staff-button"), format!("{}/staff-invitation/{token}", kernel.config.base_url))),
    };
    let lane = Lane::Personal(Some(kernel.now().plus_days(7)));
    outbox::enqueue(
        kernel,
        &mut tx,
        outbox::New { key: &format!("staff:{id}"), lane, listed: Listed::ToOwners, mail: &letter.to(email) },
    )
    .await?;
    record(kernel, &mut tx, Some(actor), "staff.invited", &id, None, Some(Role::Owner.name().into())).await?;
    tx.commit().await?;
    Ok(())
}

/// Ends an owner's role. `false` when it is the last one's.
pub async fn end_owner(kernel: &Kernel, permit: &KeepHouse, actor: &Id, role_id: &Id) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    // One row that all such acts write first: two owners who end each other at once do it one after the other.
    people::set_setting(&mut tx, "guard", "roles").await?;
    let ended = store::end_owner(&mut tx, permit, role_id, kernel.now()).await?;
    if ended {
        record(kernel, &mut tx, Some(actor), "role.ended", role_id, None, Some(Role::Owner.name().into())).await?;
    }
    tx.commit().await?;
    Ok(ended)
}

/// Saves a program with its hosts, contacts and words.
pub async fn change_program(
    kernel: &Kernel,
    permit: &EditProgram,
    actor: &Id,
    program: &Program,
    hosts: &[String],
    contacts: &[Contact],
    terms: &[Term],
    next: &[(String, String, String)],
) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::update_program(&mut tx, permit, program).await?;
    store::clear_program(&mut tx, permit).await?;
    for (i, name) in hosts.iter().enumerate() {
        let organization = store::insert_organization(kernel, &mut tx, &plain::slug(name), name).await?;
        store::insert_host(&mut tx, permit.program(), &organization, i).await?;
    }
    for (i, contact) in contacts.iter().enumerate() {
        store::insert_contact(kernel, &mut tx, permit.program(), contact, i).await?;
    }
    for term in terms {
        store::set_term(kernel, &mut tx, permit.program(), &term.term, &term.definition).await?;
    }
    store::set_next(&mut tx, permit, next).await?;
    record(kernel, &mut tx, Some(actor), "program.changed", permit.program(), None, None).await?;
    tx.commit().await?;
    Ok(())
}
