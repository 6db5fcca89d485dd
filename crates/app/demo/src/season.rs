//! The demo season, act by act, each at its date, up to the day the demo is set to.

use super::{
    LINK, appointments, call, coaching, commitments, compose, consults, conversations, emails, gatherings, home_team,
    imports, leaving, library, logistics, next, opportunities, peers, pictures, polls, pool, rooms, seats, shown,
    support, together,
};
use weft_admission::applications::acts::{self as applications, Options};
use weft_admission::applications::mapping;
use weft_admission::applications::rules::FillPool;
use weft_admission::report::rules::WriteCodebook;
use weft_admission::report::{acts as report, starter, store as report_store};
use weft_admission::selection::acts as selection;
use weft_admission::selection::filling;
use weft_admission::selection::goals::Goals;
use weft_admission::selection::model::FillingRule;
use weft_admission::selection::rules::Choose;
use weft_kernel::clock::Time;
use weft_kernel::i18n::Lang;
use weft_kernel::ids::Id;
use weft_kernel::rng::Rng;
use weft_kernel::terminal::Terminal;
use weft_kernel::{Kernel, secret};
use weft_kernel::{args, sql};
use weft_people::model::NewPerson;
use weft_people::{Actor, Strength, photo, store as people};
use weft_programs::model::{Contact, Element, ListItem};
use weft_programs::store::{self as programs, NewProgram, NewSeason};
use weft_programs::{InSeason, Role};
use weft_season::cohort::store as cohort;
use weft_season::teams::acts::Proposed;
use weft_season::teams::{acts as teams, rules as team_rules, store as team_store};
use weft_web::{Page, Result};

pub const ZONE: &str = "America/New_York";
pub const SLUG: &str = "rooted-leaders-2025";

/// Someone to sign in as.
pub struct Persona {
    pub persona: &'static str,
    pub name: String,
    pub email: String,
    pub token: String,
}

const STAFF: &[(&str, &str, &str, Role, &str, &str)] = &[
    ("owner", "Odile", "Wharfinger", Role::Owner, "Operations Director", "Tidewater Commons"),
    ("program-lead", "Marisol", "Kestrelmont", Role::Lead, "Director of Programs", "Tidewater Commons"),
    ("co-lead", "Desmond", "Brightwater", Role::CoLead, "Senior Associate", "Loom & Lantern Institute"),
    ("facilitator", "Ayo", "Silverthorne", Role::Facilitator, "Retreat Facilitator", "Slow River Practice"),
    ("coach", "Leonor", "Valdeluz", Role::Coach, "Leadership Coach", "Open Door Coaching"),
    ("reviewer", "Tobias", "Ironwell", Role::Reviewer, "Community Organizer", "Millrace Neighbors"),
    ("evaluator", "Sunniva", "Dovrefell", Role::Evaluator, "Evaluator", "Plain Measure"),
    ("advisor", "Hezekiah", "Oakshade", Role::Advisor, "Senior Advisor", "Retired"),
    ("funder", "Clementine", "Pellworth", Role::Funder, "Program Officer", "Example Foundation"),
    ("registrant", "Basil", "Yarrowby", Role::Registrant, "Coalition Coordinator", "Yarrowby Table"),
];

fn at(text: &str) -> Time {
    Time::parse(text).unwrap_or_default()
}

/// Makes the season up to `until`. Returns who can be signed in as.
pub async fn make(
    kernel: &Kernel,
    until: Time,
) -> std::result::Result<Vec<Persona>, Box<dyn std::error::Error + Send + Sync>> {
    Ok(build(kernel, until).await.map_err(weft_web::Error::said)?)
}

async fn build(kernel: &Kernel, until: Time) -> Result<Vec<Persona>> {
    kernel.clock.set(at("2024-07-15T14:00:00Z").min(until));
    let (season, mut personas) = set_up(kernel).await?;
    picture_team(kernel, &season).await?;
    let permit = FillPool::at_the_terminal(&Terminal::open(), &season);
    let options = Options {
        is_dry_run: false,
        all_or_nothing: true,
        may_empty: 0,
        zone: ZONE.into(),
        actor: None,
        file: None,
        is_demo: true,
    };
    let step = |moment: &str| {
        let moment = at(moment);
        let due = moment <= until;
        if due {
            kernel.clock.set(moment);
        }
        due
    };
    let lead = lead_of(kernel, &season).await?;
    let by = lead.actor_id().cloned().ok_or(weft_web::Error::NotFound)?;
    pictures::brand(kernel, &lead).await?;
    if step("2024-08-26T15:00:00Z") {
        call::publish(kernel, &lead.season, &by, "2024-09-08", "2024-10-11", "2024-12-06").await?;
    }
    if step("2024-09-30T14:00:00Z") {
        emails::make(kernel, &lead).await?;
    }
    if step("2024-10-14T14:00:00Z") {
        let table = pool::applications(&Rng::fixed(175));
        let columns = mapping::recognise(&table.headers);
        applications::import_applications(kernel, &permit, &table, &columns, &options).await?;
    }
    if step("2024-10-15T14:00:00Z") {
        imports::by_mistake(kernel, &permit, &by, &options).await?;
    }
    if step("2024-11-04T15:00:00Z") {
        gatherings::plan(kernel, &lead, &by).await?;
    }
    if step("2024-11-12T15:00:00Z") {
        applications::import_reviews(kernel, &permit, &pool::reads(&Rng::fixed(8)), &options).await?;
        applications::import_events(kernel, &permit, &pool::events(), &options).await?;
    }
    let choose = Choose::at_the_terminal(&Terminal::open(), &season);
    let goals = Goals::from_toml(pool::GOALS, false).map_err(|e| weft_web::Error::Internal(e.to_string()))?;
    if step("2024-11-20T15:00:00Z") {
        selection::set_goals(kernel, &choose, lead.actor_id(), &goals, None).await?;
        filling::declare(kernel, &choose, lead.actor_id(), FillingRule::Next, 0, &[]).await?;
    }
    if step("2024-11-26T16:00:00Z") {
        compose::first_cohort(kernel, &lead, &goals).await?;
    }
    if step("2024-12-02T16:00:00Z") {
        seats::invite(kernel, &choose, &lead, &goals).await?;
    }
    if step("2024-12-09T17:00:00Z") {
        seats::answer_all(kernel, &season, 2).await?;
    }
    if step("2024-12-12T17:00:00Z") {
        seats::invite(kernel, &choose, &lead, &goals).await?;
    }
    if step("2024-12-16T17:00:00Z") {
        seats::answer_all(kernel, &season, 0).await?;
    }
    if step("2025-01-07T17:00:00Z") {
        seats::answer_the_others(kernel, &lead).await?;
    }
    if step("2025-01-08T17:00:00Z") {
        code_answers(kernel, &lead).await?;
    }
    if step("2025-01-10T17:00:00Z") {
        shown::agree(kernel, &lead).await?;
    }
    if step("2025-01-10T18:00:00Z") {
        shown::publish(kernel, &lead).await?;
    }
    if step("2025-01-11T15:00:00Z") {
        library::make(kernel, &lead, &by).await?;
        library::protocols(kernel, &lead, &by).await?;
    }
    if step("2025-01-16T20:00:00Z") {
        form_teams(kernel, &lead).await?;
    }
    if step("2025-01-12T15:00:00Z") {
        seats::welcome(kernel, &lead).await?;
        gatherings::announce(kernel, &lead, &by).await?;
    }
    if step("2025-01-13T15:00:00Z") {
        next::make(kernel, &lead, &by, until).await?;
    }
    if let Some(named) = &lead.season.access_contact_id {
        logistics::make(kernel, &lead, named, until).await?;
    }
    hold(kernel, &lead, &by, until).await?;
    opportunities::make(kernel, &lead, &by, until).await?;
    peers::make(kernel, &lead, &by, until).await?;
    together::make(kernel, &lead, &by, until).await?;
    commitments::make(kernel, &lead, until).await?;
    appointments::make(kernel, &lead, until).await?;
    polls::make(kernel, &lead, until).await?;
    consults::make(kernel, &lead, until).await?;
    conversations::make(kernel, &lead, &by, until).await?;
    home_team::make(kernel, &lead, until).await?;
    coaching::make(kernel, &lead, until).await?;
    support::make(kernel, &lead, until).await?;
    next::later(kernel, &lead, &by, until).await?;
    shown::tell_the_day(kernel, until).await?;
    kernel.clock.set(until);
    if until >= at(leaving::LEFT) {
        leaving::keep_back(kernel, &lead, &by).await?;
    }
    personas.extend(applicants(kernel, &season).await?);
    Ok(personas)
}

/// Someone's place in the list, and what she did instead of being there.
type Away = (usize, &'static str);

/// Each session by its number, when it was reported and when it was made up for, and who was away.
const SESSIONS: [(i64, [&str; 2], &[Away]); 4] = [
    (2, ["2025-03-12T20:30:00Z", "2025-03-18T15:00:00Z"], &[(4, ""), (17, "An hour with the home team"), (19, "")]),
    (3, ["2025-05-14T20:30:00Z", "2025-05-20T15:00:00Z"], &[(12, "An hour with the home team"), (18, "")]),
    (4, ["2025-07-16T20:30:00Z", "2025-07-22T15:00:00Z"], &[(3, "An hour with the home team"), (6, "")]),
    (
        5,
        ["2025-09-10T20:30:00Z", "2025-09-17T15:00:00Z"],
        &[(8, "The recording and notes"), (12, "The recording and notes"), (15, "An hour with the home team")],
    ),
];

/// The gatherings as they were held, each at its day.
async fn hold(kernel: &Kernel, lead: &InSeason, by: &Id, until: Time) -> Result<()> {
    let has_come = |moment: &str| gatherings::has_come(kernel, until, moment);
    if until < at("2025-01-20T15:00:00Z") {
        return Ok(());
    }
    for (part, moment) in [(1, "2025-01-23T16:00:00Z"), (2, "2025-01-24T16:00:00Z")] {
        if has_come(moment) {
            gatherings::hold_in_person(kernel, lead, by, 1, part, &[]).await?;
            rooms::retreat(kernel, lead, part, until).await?;
        }
    }
    if has_come("2025-02-10T15:00:00Z") {
        gatherings::move_one(kernel, lead, by).await?;
    }
    for (number, [held, later], away) in SESSIONS {
        let places: Vec<usize> = away.iter().map(|(place, _)| *place).collect();
        rooms::session(kernel, lead, number, &places, until).await?;
        if has_come(held) {
            gatherings::hold_online(kernel, lead, by, number, &places).await?;
        }
        if has_come(later) {
            for (place, how) in away.iter().filter(|(_, how)| !how.is_empty()) {
                gatherings::make_up(kernel, lead, by, number, *place, how).await?;
            }
        }
        // In the middle of the season, after what was made up for.
        if number == 2 && has_come(leaving::LEFT) {
            leaving::leave(kernel, lead, by).await?;
        }
    }
    if has_come("2025-10-22T16:00:00Z") {
        gatherings::hold_in_person(kernel, lead, by, 6, 1, &[14]).await?;
    }
    Ok(())
}

/// Who pays, and whose views these are.
pub const CREDIT: [&str; 2] = ["With support from the Example Foundation.", "Con el apoyo de la Fundación Ejemplo."];
pub const DISCLAIMER: [&str; 2] =
    ["The views here are ours and not the funder’s.", "Las opiniones son nuestras y no de la fundación."];

async fn set_up(kernel: &Kernel) -> Result<(Id, Vec<Persona>)> {
    let mut tx = kernel.db.begin().await?;
    let new = NewProgram {
        slug: "rooted-leaders",
        kind: "cohort",
        name: "Rooted Leaders",
        summary: [
            "Ten months for twenty people who lead place-based collaboratives: a retreat, sessions every other month, \
                a home team, and six hours with a coach.",
            "Diez meses para veinte personas que dirigen colaborativos de base local: un retiro, sesiones cada dos \
                meses, un equipo base y seis horas con una persona coach.",
        ],
        funder_credit: CREDIT,
        disclaimer: DISCLAIMER,
        support_name: "Ines Nightingall",
        support_email: "support@example.org",
        support_phone: Some("+1-202-555-0100"),
    };
    let program = programs::insert_program(kernel, &mut tx, &new).await?.ok_or(weft_web::Error::BadRequest)?;
    for (i, host) in ["Tidewater Commons", "Loom & Lantern Institute"].iter().enumerate() {
        let id = programs::insert_organization(kernel, &mut tx, &weft_kernel::plain::slug(host), host).await?;
        programs::insert_host(&mut tx, &program, &id, i).await?;
    }
    let contact = |purpose: &str, name: &str, title: &str, email: &str| Contact {
        purpose: purpose.into(),
        name: name.into(),
        title: title.into(),
        email: email.into(),
    };
    let contacts = [
        contact("learn", "Ines Nightingall", "Community Manager, Tidewater Commons", "hello@example.org"),
        contact("join", "Marisol Kestrelmont", "Director of Programs, Tidewater Commons", "join@example.org"),
        contact("fund", "Desmond Brightwater", "Senior Associate, Loom & Lantern Institute", "partners@example.org"),
    ];
    for (i, c) in contacts.iter().enumerate() {
        programs::insert_contact(kernel, &mut tx, &program, c, i).await?;
    }
    for (i, (value, health, _)) in pool::ISSUES.iter().enumerate() {
        programs::insert_list_item(
            kernel,
            &mut tx,
            &program,
            "issue_area",
            &ListItem { value: (*value).into(), is_health: *health },
            i,
        )
        .await?;
    }
    for (i, level) in [
        "manager/coordinator",
        "director",
        "executive director",
        "consultant/facilitator",
        "organizer/resident leader",
        "other",
    ]
    .iter()
    .enumerate()
    {
        programs::insert_list_item(
            kernel,
            &mut tx,
            &program,
            "role_level",
            &ListItem { value: (*level).into(), is_health: false },
            i,
        )
        .await?;
    }
    for (region, states) in pool::REGIONS {
        for state in states.split(' ') {
            programs::set_region(&mut tx, &program, state, region).await?;
        }
    }
    for (term, definition) in [
        (
            "backbone",
            "The people and organization that hold a collaborative together: they facilitate, coordinate and \
            keep the shared result in view.",
        ),
        ("place-based", "Work rooted in one place and led with the people who live there."),
        ("home team", "The four or five people you stay with all season."),
    ] {
        programs::set_term(kernel, &mut tx, &program, term, definition).await?;
    }
    let season = NewSeason {
        program_id: program,
        slug: SLUG.into(),
        name: "Season 2025".into(),
        label: Some("first cohort".into()),
        starts_on: "2025-01-16".into(),
        ends_on: "2025-10-24".into(),
        seats: 20,
        zone: ZONE.into(),
        is_pilot: true,
    };
    let season = programs::insert_season(kernel, &mut tx, &season).await?.ok_or(weft_web::Error::BadRequest)?;
    design(kernel, &mut tx, &season).await?;
    let mut personas = Vec::new();
    for (persona, given, family, role, title, employer) in STAFF {
        let email = format!("{persona}@example.org");
        let new = NewPerson {
            given_name: (*given).into(),
            family_name: (*family).into(),
            email: email.clone(),
            is_demo: true,
            ..NewPerson::default()
        };
        let person = people::insert_person(kernel, &mut tx, &new).await?;
        people::insert_affiliation(kernel, &mut tx, &person, employer, title, Some("2021-03-01".into())).await?;
        if role.is_public() {
            tx.run(sql!("UPDATE person SET is_listed = 1 WHERE id = $1"), args![&person]).await?;
        }
        if *role == Role::Owner {
            people::insert_owner_role(kernel, &mut tx, &person).await?;
        } else if *role != Role::Registrant {
            // The one who registers does so for the lab, once there is one.
            programs::grant_role(kernel, &mut tx, &person, &season, *role).await?;
        }
        // The co-lead is the one who arranges access.
        if *role == Role::CoLead {
            tx.run(sql!("UPDATE season SET access_contact_id = $2 WHERE id = $1"), args![&season, &person]).await?;
        }
        personas.push(door(kernel, &mut tx, persona, &person, format!("{given} {family}"), email).await?);
    }
    tx.commit().await?;
    Ok((season, personas))
}

async fn design(kernel: &Kernel, tx: &mut weft_kernel::db::Tx, season: &Id) -> Result<()> {
    let objectives = [
        ("Healing and wellness", "Leaders can stay in their roles because rest and repair are part of the work."),
        ("Identity and systems", "Leaders see how who they are shapes how they lead, and lead for change of systems."),
        ("Networks and collective power", "Leaders know each other well enough to act together for their places."),
    ];
    for (i, (title, text)) in objectives.iter().enumerate() {
        programs::insert_objective(kernel, tx, season, i, title, text).await?;
    }
    let element = |kind: &str, title: &str, planned, rule: &str, budget| Element {
        id: kernel.id(),
        kind: kind.into(),
        title: title.into(),
        planned,
        attendance_rule: rule.into(),
        budget_cents: budget,
    };
    let elements = [
        element(
            "retreat",
            "Kick-off retreat, in person",
            2,
            "Both days, with travel and care support",
            Some(4_800_000),
        ),
        element(
            "session",
            "Virtual sessions",
            4,
            "Join from anywhere; a missed one is made up with the home team",
            Some(900_000),
        ),
        element("team", "Home team meetings", 9, "The team agrees on its own rhythm", None),
        element(
            "coaching",
            "Coaching hours for each member",
            6,
            "Use them as you need; unused ones are nobody’s failure",
            Some(3_600_000),
        ),
    ];
    for (i, e) in elements.iter().enumerate() {
        programs::insert_element(kernel, tx, season, i, e).await?;
    }
    Ok(())
}

async fn door(
    kernel: &Kernel,
    tx: &mut weft_kernel::db::Tx,
    persona: &'static str,
    person: &Id,
    name: String,
    email: String,
) -> Result<Persona> {
    let token = secret::token(&kernel.rng);
    people::set_setting(tx, &format!("{LINK}{}", secret::hash(&token)), person.as_str()).await?;
    Ok(Persona { persona, name, email, token })
}

/// The program lead, standing in the season: what permits are made from.
async fn lead_of(kernel: &Kernel, season: &Id) -> Result<InSeason> {
    let mut conn = kernel.db.read().await?;
    let season_row = programs::season_by_slug(&mut conn, SLUG).await?.ok_or(weft_web::Error::NotFound)?;
    let (person, name): (Id, String) = conn
        .one(
            sql!(
                "SELECT p.id, p.display_name
                FROM role r
                JOIN person p ON p.id = r.person_id
                WHERE r.season_id = $1 AND r.role = 'program-lead'"
            ),
            args![season],
        )
        .await?;
    let actor = Actor {
        person_id: person,
        sign_in_id: kernel.id(),
        first_name: name.clone(),
        name,
        lang: Lang::En,
        zone: None,
        strength: Strength::Demo,
        proved_at: kernel.now(),
        is_owner: false,
    };
    Ok(InSeason {
        season: season_row,
        actor: Some(actor),
        roles: vec![Role::Lead],
        page: Page::new(Lang::En, "/".into()),
    })
}

/// The lead codes most reasons for applying; the evaluator codes some of them again, with an eye of her own.
async fn code_answers(kernel: &Kernel, lead: &InSeason) -> Result<()> {
    let permit = WriteCodebook::at_the_terminal(&Terminal::open(), &lead.season.id);
    let Some(by) = lead.actor_id() else { return Ok(()) };
    let mut conn = kernel.db.read().await?;
    let (evaluator,): (Id,) = conn
        .one(sql!("SELECT person_id FROM role WHERE season_id = $1 AND role = 'evaluator'"), args![&lead.season.id])
        .await?;
    let all = report_store::answers(&mut conn, permit.code()).await?;
    let (question,): (String,) = conn
        .one(
            sql!("SELECT column_id FROM answer_column WHERE season_id = $1 AND header = 'Why do you apply?'"),
            args![&lead.season.id],
        )
        .await?;
    drop(conn);
    let themes = starter::codebook("reasons", &question).unwrap_or_default();
    report::write(kernel, &permit, by, &themes).await?;
    for (i, (_, number, text)) in all.iter().enumerate().filter(|(i, _)| i % 9 != 4) {
        let answers = weft_admission::applications::model::answers(text)?;
        let Some(why) = answers.iter().find(|a| a.id == question) else { continue };
        let codes: Vec<String> =
            themes.iter().filter(|t| !t.hints(&why.text).is_empty()).map(|t| t.code.clone()).collect();
        report::code(kernel, permit.code(), by, number, &question, &codes).await?;
        if i % 5 == 0 {
            let other: Vec<String> = if i % 15 == 0 { codes.iter().skip(1).cloned().collect() } else { codes };
            report::code(kernel, permit.code(), &evaluator, number, &question, &other).await?;
        }
    }
    Ok(())
}

/// Three of the team stand on its page with a picture.
async fn picture_team(kernel: &Kernel, season: &Id) -> Result<()> {
    let team: Vec<(Id,)> = kernel
        .db
        .read()
        .await?
        .all(
            sql!(
                "SELECT person_id
                FROM role
                WHERE season_id = $1 AND role IN ('program-lead', 'facilitator', 'coach')
                ORDER BY role"
            ),
            args![season],
        )
        .await?;
    for (n, (person,)) in (10..).zip(&team) {
        pictures::give(kernel, person, n).await?;
        photo::agree_to_team(kernel, person, true).await?;
    }
    Ok(())
}

async fn form_teams(kernel: &Kernel, lead: &InSeason) -> Result<()> {
    let (Some(permit), Some(actor)) = (team_rules::may_form(lead), lead.actor_id()) else { return Ok(()) };
    let members = cohort::members(&mut kernel.db.read().await?, permit.members()).await?;
    let wishes = teams::default_wishes();
    if let Proposed::Done = teams::propose(kernel, &permit, actor, &members, &wishes).await?
        && let Some(plan) = team_store::latest(&mut kernel.db.read().await?, &permit).await?
    {
        teams::accept(kernel, &permit, actor, &plan, &members).await?;
    }
    Ok(())
}

/// A participant and an applicant to sign in as, where the season has come that far.
/// The member to sign in as, the same every time: id, name and address.
pub(super) async fn participant(conn: &mut weft_kernel::db::Conn, season: &Id) -> Result<Option<(Id, String, String)>> {
    let sql = sql!(
        "SELECT p.id, p.display_name, c.value
        FROM member m
        JOIN person p ON p.id = m.person_id
        JOIN application a ON a.id = m.application_id
        JOIN contact_point c ON c.person_id = p.id AND c.kind = 'email'
        WHERE m.season_id = $1 AND p.language = 'en'
        ORDER BY a.external_id LIMIT 1"
    );
    Ok(conn.opt(sql, args![season]).await?)
}

async fn applicants(kernel: &Kernel, season: &Id) -> Result<Vec<Persona>> {
    let mut tx = kernel.db.begin().await?;
    let participant = participant(&mut tx, season).await?;
    let applicant: Option<(Id, String, String)> = tx
        .opt(
            sql!(
                "SELECT p.id, p.display_name, c.value
                FROM application a
                JOIN person p ON p.id = a.person_id
                JOIN contact_point c ON c.person_id = p.id AND c.kind = 'email'
                WHERE NOT EXISTS (SELECT 1 FROM outcome o WHERE o.application_id = a.id)
                    AND p.language = 'en'
                    AND (SELECT COUNT(*) FROM application b WHERE b.person_id = a.person_id) = 1
                ORDER BY a.submitted_at, a.id LIMIT 1"
            ),
            args![],
        )
        .await?;
    let mut personas = Vec::new();
    for (persona, found) in [("participant", participant), ("applicant", applicant)] {
        if let Some((id, name, email)) = found {
            personas.push(door(kernel, &mut tx, persona, &id, name, email).await?);
        }
    }
    tx.commit().await?;
    Ok(personas)
}
