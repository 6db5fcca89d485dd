//! Verbs: make a program or a season, clone one, invite staff, hand roles over.

use super::access;
use super::declared::STAFF;
use super::emails::{self, Emails, Fill};
use super::model::{Contact, Objective, Program, Role, Season, StaffInvitation, Term};
use super::rules::{EditProgram, KeepHouse, RunSeason, SeeSeason};
use super::store::{self, NewInvitation, NewProgram, NewSeason};
use weft_kernel::clock::Time;
use weft_kernel::db::Tx;
use weft_kernel::events::{self, Event};
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
use weft_kernel::mail::Letter;
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::{Kernel, plain, secret, when};
use weft_people::address::{self, Proved};
use weft_people::model::NewPerson;
use weft_people::store as people;
use weft_web::{Error, Result};

/// What tells an organization from others: its name in plain letters, or a mark of the name where it has none.
fn slug_of(name: &str) -> String {
    let slug = plain::slug(name);
    if slug.is_empty() { secret::hash(name).chars().take(16).collect() } else { slug }
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
        let organization = store::insert_organization(kernel, &mut tx, &slug_of(name), name).await?;
        store::insert_host(&mut tx, &program, &organization, i).await?;
    }
    let event = Event { actor, verb: "program.made", subject: &program, season: None, detail: None };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(Some(program))
}

/// Makes a season, with the design of another one when there is one to clone. People, answers and
/// decisions are never copied. Whoever makes it leads it, until they hand that on. `None` when the slug is taken.
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
        emails::copy(&mut tx, from, &season).await?;
    }
    if let Some(maker) = actor {
        store::grant_role(kernel, &mut tx, maker, &season, Role::Lead).await?;
    }
    let event = Event { actor, verb: "season.made", subject: &season, season: Some(&season), detail: None };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(Some(season))
}

/// Says that a step of a season's setup is not needed, or is. Idempotent.
pub async fn need_step(kernel: &Kernel, run: &RunSeason, actor: &Id, step: &str, is_needed: bool) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if store::need_step(&mut tx, run, step, is_needed).await? {
        let event = Event {
            actor: Some(actor),
            verb: "season.changed",
            subject: run.season(),
            season: Some(run.season()),
            detail: Some(format!("setup {step}")),
        };
        events::record(kernel, &mut tx, event).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// What came of changing a season.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    Saved,
    /// Someone else saved other settings since these were read; nothing was saved.
    Meanwhile,
    /// Fewer seats were asked for than are taken, and nothing was saved.
    TooFewSeats,
    /// Another zone moves these deadlines; nothing was saved, until someone who has seen them says so.
    Moves(Moves),
}

/// A deadline that moves with the zone: what it is, when it was, when it will be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    pub what: String,
    pub at: Time,
    pub to: Time,
}

/// What another zone moves, and the digest that says which list was shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moves {
    pub from: String,
    pub all: Vec<Move>,
    pub digest: String,
}

/// What whoever changes a season has seen of it: its settings, and the digest of the deadlines that another zone moves,
/// empty when none were shown.
pub struct Seen<'a> {
    pub season: &'a Season,
    pub objectives: &'a [Objective],
    pub moves: &'a str,
}

/// Moves what was agreed by the clock of the season's zone to the clock of another. `Some` when the list that was
/// shown, named by its digest, is another one: then nothing was moved.
async fn rezone(kernel: &Kernel, tx: &mut Tx, run: &RunSeason, to: &str, shown: &str) -> Result<Option<Moves>> {
    let from = store::zone_of(tx, run).await?;
    if from == to {
        return Ok(None);
    }
    let agreed = store::agreed(tx, run, kernel.now()).await?;
    let moved: Vec<Time> = agreed.iter().map(|a| when::moved(a.at, &from, to)).collect();
    let list: Vec<String> =
        agreed.iter().zip(&moved).map(|(a, to)| format!("{} {} {} {}", a.what, a.row_id, a.at.0, to.0)).collect();
    let digest = secret::hash(&list.join("\n"));
    if !agreed.is_empty() && digest != shown {
        let all = agreed.into_iter().zip(moved).map(|(a, to)| Move { what: a.what, at: a.at, to }).collect();
        return Ok(Some(Moves { from, all, digest }));
    }
    for (one, to) in agreed.iter().zip(moved) {
        store::move_one(tx, run.season(), one, to).await?;
    }
    Ok(None)
}

/// Saves a season's settings and objectives together, over those that were seen. Another time zone moves its deadlines.
pub async fn change_season(
    kernel: &Kernel,
    run: &RunSeason,
    actor: &Id,
    season: &Season,
    objectives: &[(String, String)],
    seen: &Seen<'_>,
) -> Result<Change> {
    let mut tx = kernel.db.begin().await?;
    store::hold_season(&mut tx, run).await?;
    let now = store::season_by_slug(&mut tx, &season.slug).await?.ok_or(Error::NotFound)?;
    let objectives_now = store::objectives(&mut tx, run.season()).await?;
    if format!("{now:?} {objectives_now:?}") != format!("{:?} {:?}", seen.season, seen.objectives) {
        return Ok(Change::Meanwhile);
    }
    if let Some(moves) = rezone(kernel, &mut tx, run, &season.zone, seen.moves).await? {
        return Ok(Change::Moves(moves));
    }
    if !store::update_season(&mut tx, run, season).await? {
        return Ok(Change::TooFewSeats);
    }
    store::clear_objectives(&mut tx, run).await?;
    for (i, (title, text)) in objectives.iter().enumerate() {
        store::insert_objective(kernel, &mut tx, run.season(), i, title, text).await?;
    }
    let subject = run.season();
    let event = Event { actor: Some(actor), verb: "season.changed", subject, season: Some(subject), detail: None };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(Change::Saved)
}

/// Whom a role is offered to, and the language of the letter.
pub struct Invitee<'a> {
    pub name: &'a str,
    pub email: &'a str,
    pub lang: Lang,
}

/// Invites someone to a role, by mail, for seven days. Only the address it was sent to can take it. `false` when an
/// invitation of that address to that role is open.
pub async fn invite(
    kernel: &Kernel,
    run: &RunSeason,
    season: &Season,
    actor: &Id,
    who: &Invitee<'_>,
    role: Role,
) -> Result<bool> {
    let Invitee { name, email, lang } = *who;
    let token = secret::token(&kernel.rng);
    let mut tx = kernel.begin_once().await?;
    let open = store::open_invitations(&mut tx, run, kernel.now()).await?;
    let norm = weft_people::model::norm_email(email);
    if open.iter().any(|i| i.role == role && weft_people::model::norm_email(i.mailed_to.value()) == norm) {
        return Ok(false);
    }
    let new = NewInvitation { email, name, role, token_hash: &secret::hash(&token), by: Some(actor) };
    let id = store::insert_invitation(kernel, &mut tx, run, &new).await?;
    let role_name = Tr(lang).t(&format!("role-{}", role.name()));
    let fill = Fill {
        values: vec![("name", name.to_owned()), ("role", role_name)],
        link: Some(format!("{}/staff-invitation/{token}", kernel.config.base_url)),
        ..Fill::default()
    };
    let letter = Emails::of(&mut tx, season).await?.write(&STAFF, lang, fill);
    let lane = Lane::Personal(Some(kernel.now().plus_days(7)));
    outbox::enqueue(
        kernel,
        &mut tx,
        outbox::New {
            key: &format!("staff:{id}"),
            lane,
            listed: Listed::ToOwners,
            season: None,
            mail: &letter.to(email).of(&season.program_id),
        },
    )
    .await?;
    let event = Event {
        actor: Some(actor),
        verb: "staff.invited",
        subject: &id,
        season: Some(run.season()),
        detail: Some(role.name().into()),
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(true)
}

/// What came of taking an invitation back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Revocation {
    Revoked,
    /// The season has no such invitation that is open.
    NotOpen,
}

pub async fn revoke(kernel: &Kernel, run: &RunSeason, actor: &Id, invitation: &Id) -> Result<Revocation> {
    let mut tx = kernel.db.begin().await?;
    let revoked = store::revoke_invitation(&mut tx, run, invitation, kernel.now()).await?;
    if revoked {
        let event = Event {
            actor: Some(actor),
            verb: "staff.invitation-revoked",
            subject: invitation,
            season: Some(run.season()),
            detail: None,
        };
        events::record(kernel, &mut tx, event).await?;
    }
    tx.commit().await?;
    Ok(if revoked { Revocation::Revoked } else { Revocation::NotOpen })
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
    let role = invitation.role;
    match &invitation.season_id {
        Some(season) => drop(store::grant_role(kernel, &mut tx, &person, season, role).await?),
        None if store::house_roles(&mut tx, &person).await?.contains(&Role::Owner) => {}
        None => people::insert_owner_role(kernel, &mut tx, &person).await?,
    }
    let event = Event {
        actor: Some(&person),
        verb: "role.granted",
        subject: &person,
        season: invitation.season_id.as_ref(),
        detail: Some(role.name().into()),
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(person)
}

/// What came of ending a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    Ended,
    /// Nobody holds it by now.
    NotHeld,
    /// It is the last program lead's, or the last owner's, and stays.
    Last,
}

/// Ends a role in a season.
pub async fn end_role(kernel: &Kernel, run: &RunSeason, actor: &Id, role_id: &Id) -> Result<Ending> {
    let mut tx = kernel.db.begin().await?;
    people::set_setting(&mut tx, "guard", "roles").await?;
    let Some((person, role)) = store::person_of_role(&mut tx, run, role_id).await? else {
        return Ok(Ending::NotHeld);
    };
    let ended = store::end_role(&mut tx, run, role_id, kernel.now()).await?;
    if ended {
        if store::roles_in(&mut tx, &person, run.season()).await?.is_empty() {
            people::leave_spaces(&mut tx, Some(run.season()), &person).await?;
        }
        access::end_contact(kernel, &mut tx, run, actor, &person).await?;
        let event = Event {
            actor: Some(actor),
            verb: "role.ended",
            subject: &person,
            season: Some(run.season()),
            detail: Some(role.name().into()),
        };
        events::record(kernel, &mut tx, event).await?;
    }
    tx.commit().await?;
    Ok(if ended { Ending::Ended } else { Ending::Last })
}

/// Invites someone to own this house too.
pub async fn invite_owner(kernel: &Kernel, permit: &KeepHouse, actor: &Id, who: &Invitee<'_>) -> Result<()> {
    let Invitee { name, email, lang } = *who;
    let token = secret::token(&kernel.rng);
    let mut tx = kernel.begin_once().await?;
    let new = NewInvitation { email, name, role: Role::Owner, token_hash: &secret::hash(&token), by: Some(actor) };
    let id = store::insert_owner_invitation(kernel, &mut tx, permit, &new).await?;
    let t = Tr(lang);
    let letter = Letter {
        lang: lang.tag(),
        subject: t.a("mail-staff-subject", "season", "Weft"),
        paragraphs: vec![t.greeting(name), t.a2("mail-staff-text", "role", t.t("role-owner"), "season", "Weft")],
        button: Some((t.t("mail-staff-button"), format!("{}/staff-invitation/{token}", kernel.config.base_url))),
    };
    let lane = Lane::Personal(Some(kernel.now().plus_days(7)));
    outbox::enqueue(
        kernel,
        &mut tx,
        outbox::New {
            key: &format!("staff:{id}"),
            lane,
            listed: Listed::ToOwners,
            season: None,
            mail: &letter.to(email),
        },
    )
    .await?;
    let detail = Some(Role::Owner.name().into());
    let event = Event { actor: Some(actor), verb: "staff.invited", subject: &id, season: None, detail };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(())
}

/// Ends an owner's role, which the caller has found.
pub async fn end_owner(kernel: &Kernel, permit: &KeepHouse, actor: &Id, role_id: &Id) -> Result<Ending> {
    let mut tx = kernel.db.begin().await?;
    // One row that all such acts write first: two owners who end each other at once do it one after the other.
    people::set_setting(&mut tx, "guard", "roles").await?;
    let ended = store::end_owner(&mut tx, permit, role_id, kernel.now()).await?;
    if ended {
        let detail = Some(Role::Owner.name().into());
        let event = Event { actor: Some(actor), verb: "role.ended", subject: role_id, season: None, detail };
        events::record(kernel, &mut tx, event).await?;
    }
    tx.commit().await?;
    Ok(if ended { Ending::Ended } else { Ending::Last })
}

/// What a program's public page says.
pub struct ProgramPage<'a> {
    pub program: &'a Program,
    /// Names of organizations.
    pub hosts: &'a [String],
    pub contacts: &'a [Contact],
    pub terms: &'a [Term],
    /// What can come after it: slug, and what for in English and in Spanish.
    pub next: &'a [(String, String, String)],
}

/// Saves a program with its hosts, contacts and words.
pub async fn change_program(kernel: &Kernel, permit: &EditProgram, actor: &Id, said: &ProgramPage<'_>) -> Result<()> {
    let ProgramPage { program, hosts, contacts, terms, next } = *said;
    let mut tx = kernel.db.begin().await?;
    store::update_program(&mut tx, permit, program).await?;
    store::clear_program(&mut tx, permit).await?;
    for (i, name) in hosts.iter().enumerate() {
        let organization = store::insert_organization(kernel, &mut tx, &slug_of(name), name).await?;
        store::insert_host(&mut tx, permit.program(), &organization, i).await?;
    }
    for (i, contact) in contacts.iter().enumerate() {
        store::insert_contact(kernel, &mut tx, permit.program(), contact, i).await?;
    }
    for term in terms {
        store::set_term(kernel, &mut tx, permit.program(), &term.term, &term.definition).await?;
    }
    store::set_next(&mut tx, permit, next).await?;
    let subject = permit.program();
    let event = Event { actor: Some(actor), verb: "program.changed", subject, season: None, detail: None };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(())
}
