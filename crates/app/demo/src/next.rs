//! What goes on beside the demo's season: the next season's applications are being read, and a lab looks for people.

use std::collections::BTreeMap;

use super::season::{CREDIT, DISCLAIMER, ZONE};
use super::{call, compose, gatherings, pool, recommendations, stages};
use weft_admission::applications::acts::{self as applications, Undo};
use weft_admission::applications::model::State;
use weft_admission::applications::notes::{self, Tagging};
use weft_admission::applications::rules::FillPool;
use weft_admission::call::rules::MakeCall;
use weft_admission::call::{changes, uploads};
use weft_admission::reviews::model::Reading;
use weft_admission::reviews::rules::{Read, RunReading};
use weft_admission::reviews::{acts as reviews, starter, store as reads};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::i18n::Lang;
use weft_kernel::ids::Id;
use weft_kernel::rng::Rng;
use weft_kernel::terminal::Terminal;
use weft_kernel::{args, sql};
use weft_offers::registration::acts::{self as registration, Wish};
use weft_offers::registration::model::{self, Offer};
use weft_offers::registration::rules::RunOffer;
use weft_people::address::Proved;
use weft_people::model::NewPerson;
use weft_people::store as people;
use weft_programs::model::ListItem;
use weft_programs::store::{self as programs, NewProgram, NewSeason};
use weft_programs::{InSeason, Role, Season};
use weft_season::gatherings::rules::PlanGatherings;
use weft_season::gatherings::sources::{self, Said};
use weft_web::{Error, Result};

/// Readers beside the one to sign in as: given name, family name, place of work, and how much of her list she has read.
const READERS: [(&str, &str, &str, usize); 4] = [
    ("Renata", "Oakshade", "Riverbend Assembly", 100),
    ("Quill", "Farrowdale", "Open Table Works", 75),
    ("Vesna", "Larkhaven", "Larkhaven Trust", 60),
    ("Emeka", "Duskwood", "Common Thread", 15),
];

const COMMENTS: [&str; 4] = [
    "Clear about the role; I would like to know more about the place.",
    "One strong example. The learning question is still general.",
    "Holds a lot alone. Could gain much from peers.",
    "The partners are visible, the residents less so.",
];

/// Makes both, up to `until`.
pub async fn make(kernel: &Kernel, lead: &InSeason, by: &Id, until: Time) -> Result<()> {
    let season = &lead.season;
    let step = |moment: &str| {
        let moment = Time::parse(moment).unwrap_or_default();
        let due = moment <= until;
        if due {
            kernel.clock.set(moment);
        }
        due
    };
    let next = next_season(kernel, season).await?;
    let form = call::publish(kernel, &next, by, "2025-01-19", "2025-02-28", "2025-05-16").await?;
    recommendations::plan(kernel, &next, by).await?;
    if step("2025-02-20T15:00:00Z") {
        call::apply(kernel, &next, &form, 0, 46, 40).await?;
        gatherings::deliver(kernel).await?;
        transcribe(kernel, &next, by).await?;
    }
    if step("2025-03-03T15:00:00Z") {
        let permit = FillPool::at_the_terminal(&Terminal::open(), &next.id);
        changes::drop_overdue(kernel).await?;
        call::apply_late(kernel, &next, &form, 61).await?;
        applications::decide_open(kernel, &permit, Some(by), State::Undecided).await?;
        look_again(kernel, &next, &permit, by).await?;
        let lab = lab(kernel, season).await?;
        let form = call::publish(kernel, &lab, by, "2025-03-02", "2025-04-18", "2025-05-16").await?;
        stages::plan(kernel, &lab, by).await?;
        register(kernel, &lab).await?;
        gatherings::lab(
            kernel,
            &lab,
            by,
            ["2025-05-13", "2025-05-20", "2025-05-27", "2025-05-28", "2025-06-03"],
            "https://meet.example.org/practice-lab",
        )
        .await?;
        if step("2025-03-11T15:00:00Z") {
            call::apply(kernel, &lab, &form, 100, 14, 6).await?;
            gatherings::deliver(kernel).await?;
        }
        if step("2025-04-21T15:00:00Z") {
            stages::go_on(kernel, &lab, by).await?;
        }
        if step("2025-04-30T15:00:00Z") {
            stages::submit(kernel, &lab).await?;
        }
        if step("2025-05-06T13:00:00Z") {
            stages::talk(kernel, &lab, by).await?;
        }
    }
    if step("2025-03-06T15:00:00Z") {
        course(kernel, lead, by).await?;
    }
    if step("2025-03-12T15:00:00Z") {
        read(kernel, &next, by).await?;
    }
    if step("2025-03-14T15:00:00Z") {
        compose::next_cohort(kernel, &InSeason { season: next, ..lead.clone() }).await?;
    }
    Ok(())
}

/// What leads put beside applications: tags, a note, and one decision on eligibility that is open again.
async fn look_again(kernel: &Kernel, season: &Season, permit: &FillPool, by: &Id) -> Result<()> {
    let all: Vec<(Id, String)> = kernel
        .db
        .read()
        .await?
        .all(
            sql!("SELECT id, external_id FROM application WHERE season_id = $1 ORDER BY submitted_at, external_id"),
            args![&season.id],
        )
        .await?;
    let ids = |n: usize| all.iter().take(n).map(|(id, _)| id.clone()).collect::<Vec<_>>();
    notes::tag_all(kernel, permit, by, &ids(9), (Tagging::On, "New to us")).await?;
    notes::tag_all(kernel, permit, by, &ids(3), (Tagging::On, "Call back")).await?;
    if let Some((_, number)) = all.first() {
        let text = "Called on March 3: they can travel in June, not in May. Their director knows about the time.";
        notes::add(kernel, permit, by, number, text).await?;
    }
    if let Some((_, number)) = all.get(20) {
        applications::undo_eligibility(kernel, permit, Some(by), Undo::Latest(number)).await?;
    }
    Ok(())
}

/// What was said in the one recording is written down, for those who read.
async fn transcribe(kernel: &Kernel, season: &Season, by: &Id) -> Result<()> {
    let spoken: Vec<(String, Id)> = kernel
        .db
        .read()
        .await?
        .all(
            sql!(
                "SELECT a.external_id, u.id
                FROM upload u
                JOIN application a ON a.id = u.application_id
                WHERE a.season_id = $1"
            ),
            args![&season.id],
        )
        .await?;
    let permit = MakeCall::at_the_terminal(&Terminal::open(), &season.id);
    for (number, id) in spoken {
        let text = "I would rather say it than write it. There are nine of us around the table, and I am the one who \
            remembers who has not been asked yet.";
        uploads::transcribe(kernel, &permit, by, &number, &id, text).await?;
    }
    Ok(())
}

async fn season_of(
    kernel: &Kernel,
    new: NewSeason,
    from: &Season,
    eligibility: [&str; 2],
    priority: [&str; 2],
) -> Result<Season> {
    let mut tx = kernel.db.begin().await?;
    let slug = new.slug.clone();
    let id = programs::insert_season(kernel, &mut tx, &new).await?.ok_or(Error::BadRequest)?;
    let staff: Vec<(Id, Role)> = tx
        .all(
            sql!(
                "SELECT person_id, role
                FROM role
                WHERE season_id = $1 AND role IN ('program-lead', 'co-lead', 'reviewer')
                ORDER BY role"
            ),
            args![&from.id],
        )
        .await?;
    for (person, role) in staff {
        programs::grant_role(kernel, &mut tx, &person, &id, role).await?;
    }
    tx.run(
        sql!(
            "UPDATE season
            SET eligibility_text = $2, priority_text = $3, eligibility_text_es = $5, priority_text_es = $6,
                access_contact_id = (
                    SELECT MIN(r.person_id)
                    FROM role r
                    WHERE r.season_id = $4 AND r.role = 'co-lead'
                )
            WHERE id = $1"
        ),
        args![&id, eligibility[0], priority[0], &from.id, eligibility[1], priority[1]],
    )
    .await?;
    tx.commit().await?;
    programs::season_by_slug(&mut kernel.db.read().await?, &slug).await?.ok_or(Error::NotFound)
}

/// The season after this one, led by the same two.
async fn next_season(kernel: &Kernel, season: &Season) -> Result<Season> {
    let new = NewSeason {
        program_id: season.program_id.clone(),
        slug: "rooted-leaders-2026".into(),
        name: "Season 2026".into(),
        label: Some("second cohort".into()),
        starts_on: "2026-01-15".into(),
        ends_on: "2026-10-16".into(),
        seats: 20,
        zone: ZONE.into(),
        is_pilot: false,
    };
    let eligibility = [
        "People who lead a place-based collaborative, in any role, anywhere in the United States.",
        "Quienes dirigen un colaborativo de base local, en cualquier función y lugar de los Estados Unidos.",
    ];
    season_of(
        kernel,
        new,
        season,
        eligibility,
        [
            "Open to everyone who does this work. Leaders of color in place-based collaboratives come first.",
            "Abierto a quienes hacen este trabajo. Se da prioridad a líderes de color de colaborativos de base local.",
        ],
    )
    .await
}

/// A lab that looks for people now.
async fn lab(kernel: &Kernel, season: &Season) -> Result<Season> {
    let mut tx = kernel.db.begin().await?;
    let new = NewProgram {
        slug: "practice-lab",
        kind: "lab",
        name: "Practice Lab",
        summary: [
            "Four afternoons for people who facilitate: bring one real meeting that is stuck, try it with others, and \
                take it home changed.",
            "Cuatro tardes para quienes facilitan: traiga una reunión real que no avanza, pruébela con otras personas \
                y llévesela cambiada.",
        ],
        funder_credit: CREDIT,
        disclaimer: DISCLAIMER,
        support_name: "Ines Nightingall",
        support_email: "support@example.org",
        support_phone: Some("+1-202-555-0100"),
    };
    let program_id = programs::insert_program(kernel, &mut tx, &new).await?.ok_or(Error::BadRequest)?;
    for (i, (value, is_health, _)) in pool::ISSUES.iter().enumerate() {
        programs::insert_list_item(
            kernel,
            &mut tx,
            &program_id,
            "issue_area",
            &ListItem { value: (*value).into(), is_health: *is_health },
            i,
        )
        .await?;
    }
    for (region, states) in pool::REGIONS {
        for state in states.split(' ') {
            programs::set_region(&mut tx, &program_id, state, region).await?;
        }
    }
    let terms = [
        (
            "backbone",
            "The people and organization that hold a collaborative together: they facilitate, coordinate and \
            keep the shared result in view.",
        ),
        ("place-based", "Work rooted in one place and led with the people who live there."),
    ];
    for (term, definition) in terms {
        programs::set_term(kernel, &mut tx, &program_id, term, definition).await?;
    }
    tx.commit().await?;
    let new = NewSeason {
        program_id,
        slug: "practice-lab-2025".into(),
        name: "Spring 2025".into(),
        label: None,
        starts_on: "2025-05-13".into(),
        ends_on: "2025-06-03".into(),
        seats: 24,
        zone: ZONE.into(),
        is_pilot: false,
    };
    let who = [
        "Anyone who facilitates a collaborative, paid or not.",
        "Quienes facilitan un colaborativo, con o sin sueldo.",
    ];
    season_of(kernel, new, season, who, ["", ""]).await
}

/// The registrant to sign in as takes part in the lab.
async fn register(kernel: &Kernel, lab: &Season) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let found: Option<(Id,)> =
        tx.opt(sql!("SELECT person_id FROM contact_point WHERE norm = 'registrant@example.org'"), args![]).await?;
    if let Some((person,)) = found {
        tx.run(
            sql!(
                "INSERT INTO registration (id, season_id, person_id, state, at, confirmed_at)
                VALUES ($1, $2, $3, 'held', $4, $4)"
            ),
            args![kernel.id(), &lab.id, &person, kernel.now()],
        )
        .await?;
    }
    tx.commit().await?;
    Ok(())
}

/// The lab of the next winter: announced in the fall, contradicted by a deck in January, settled in February.
pub async fn later(kernel: &Kernel, lead: &InSeason, by: &Id, until: Time) -> Result<()> {
    let has_come = |moment: &str| gatherings::has_come(kernel, until, moment);
    if !has_come("2025-11-03T15:00:00Z") {
        return Ok(());
    }
    let program =
        programs::program_by_slug(&mut kernel.db.read().await?, "practice-lab").await?.ok_or(Error::NotFound)?;
    let new = NewSeason {
        program_id: program.id,
        slug: "practice-lab-2026".into(),
        name: "Winter 2026".into(),
        label: None,
        starts_on: "2026-02-25".into(),
        ends_on: "2026-04-08".into(),
        seats: 24,
        zone: ZONE.into(),
        is_pilot: false,
    };
    let who = [
        "Anyone who leads, supports or guides a place-based collaboration.",
        "Quienes dirigen, apoyan o guían una colaboración de un lugar.",
    ];
    let lab = season_of(kernel, new, &lead.season, who, ["", ""]).await?;
    gatherings::lab(
        kernel,
        &lab,
        by,
        ["2026-02-25", "2026-03-11", "2026-03-24", "2026-03-25", "2026-04-08"],
        "https://meet.example.org/practice-lab",
    )
    .await?;
    let terms = Terms {
        closes_on: "2026-02-20",
        seats: 24,
        tiers: &[("Early", "Anticipado", 95, Some("2026-01-31")), ("Regular", "Regular", 125, None)],
        price: ["Scholarships: write to us.", "Becas: escríbanos."],
        audience: [
            "For anyone who leads, supports or guides a place-based collaboration. No long experience needed.",
            "Para quien lidera, apoya o guía una colaboración de un lugar. No hace falta larga experiencia.",
        ],
    };
    offer(kernel, &lab, by, &terms, COMERS.len()).await?;
    let permit = PlanGatherings::at_the_terminal(&Terminal::open(), &lab.id);
    let said = |name: &str, first: &str, last: &str| Said {
        name: name.into(),
        first_on: Some(first.into()),
        last_on: Some(last.into()),
        ..Said::default()
    };
    let post = Said {
        sessions: Some(4),
        days: ["2026-02-25", "2026-03-11", "2026-03-24", "2026-03-25", "2026-04-08"].map(Into::into).to_vec(),
        ..said("The announcement on the program’s site", "2026-02-25", "2026-04-08")
    };
    sources::add(kernel, &permit, by, &lab, &post).await?;
    if has_come("2026-01-23T20:00:00Z") {
        sources::add(kernel, &permit, by, &lab, &said("Slides of the January webinar", "2026-02-27", "2026-04-10"))
            .await?;
    }
    if has_come("2026-02-02T15:00:00Z") {
        let all = sources::of_season(&mut kernel.db.read().await?, &lab.id).await?;
        if let Some(deck) = all.last() {
            sources::settle(kernel, &permit, by, &lab, &deck.id, "The slides were made before the days were agreed.")
                .await?;
        }
    }
    Ok(())
}

/// What an offer says in the demo.
struct Terms {
    closes_on: &'static str,
    seats: i64,
    /// Prices: name in each language, dollars, last day.
    tiers: &'static [(&'static str, &'static str, i64, Option<&'static str>)],
    price: [&'static str; 2],
    audience: [&'static str; 2],
}

/// Opens registration; the one to sign in as comes, and as many others.
async fn offer(kernel: &Kernel, season: &Season, by: &Id, terms: &Terms, comers: usize) -> Result<()> {
    let run = RunOffer::at_the_terminal(&Terminal::open(), &season.id);
    let offer = Offer {
        season_id: season.id.clone(),
        capacity: Some(terms.seats),
        taken: 0,
        closes_on: terms.closes_on.into(),
        closes_at: terms.closes_on.parse().map_or(Time(0), |d| Time::end_of_day(d, &season.zone)),
        price_en: terms.price[0].into(),
        price_es: terms.price[1].into(),
        pay_url: "https://pay.example.org/offers".into(),
        audience_en: terms.audience[0].into(),
        audience_es: terms.audience[1].into(),
        opened_at: None,
        waiting: 0,
        unconfirmed: 0,
    };
    let tiers: Vec<model::Tier> = terms
        .tiers
        .iter()
        .map(|(en, es, dollars, until)| model::Tier {
            name_en: (*en).to_owned(),
            name_es: (*es).to_owned(),
            cents: dollars * 100,
            until_on: until.map(str::to_owned),
            until_at: until.and_then(|d| d.parse().ok()).map(|d| Time::end_of_day(d, &season.zone)),
        })
        .collect();
    registration::save(kernel, &run, by, season, &offer, &tiers).await?;
    registration::open(kernel, &run, by).await?;
    let people =
        [("Basil", "Yarrowby", "registrant")].into_iter().chain(COMERS.map(|(given, family)| (given, family, given)));
    for (given, family, address) in people.take(comers + 1) {
        let email = format!("{}@example.org", address.to_lowercase());
        let wish =
            Wish { given_name: given, family_name: family, email: &email, lang: weft_kernel::i18n::Lang::En, need: "" };
        registration::register(kernel, season, &wish, Some(&Proved::without_mail(&Terminal::open(), &email)), "demo")
            .await?;
    }
    Ok(())
}

/// A course in two linked parts that anyone may join.
async fn course(kernel: &Kernel, lead: &InSeason, by: &Id) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let new = NewProgram {
        slug: "meeting-craft",
        kind: "course",
        name: "Meeting Craft",
        summary: [
            "Two afternoons on meetings in which everyone can speak: before, during, and afterward.",
            "Dos tardes sobre reuniones en las que todas las personas pueden hablar: antes, durante y después.",
        ],
        funder_credit: CREDIT,
        disclaimer: DISCLAIMER,
        support_name: "Ines Nightingall",
        support_email: "support@example.org",
        support_phone: Some("+1-202-555-0100"),
    };
    let program_id = programs::insert_program(kernel, &mut tx, &new).await?.ok_or(Error::BadRequest)?;
    tx.commit().await?;
    let new = NewSeason {
        program_id,
        slug: "meeting-craft-2025".into(),
        name: "April 2025".into(),
        label: None,
        starts_on: "2025-04-22".into(),
        ends_on: "2025-04-23".into(),
        seats: 30,
        zone: ZONE.into(),
        is_pilot: false,
    };
    let who = ["Anyone who runs meetings.", "Quienes dirigen reuniones."];
    let season = season_of(kernel, new, &lead.season, who, ["", ""]).await?;
    gatherings::course(kernel, &season, by).await?;
    let terms = Terms {
        closes_on: "2025-04-15",
        seats: 12,
        tiers: &[("Early", "Anticipado", 60, Some("2025-03-31")), ("Regular", "Regular", 80, None)],
        price: ["If that is too much, write to us.", "Si es demasiado, escríbanos."],
        audience: [
            "For anyone who runs meetings where some people have more say than others.",
            "Para quienes dirigen reuniones donde unas personas tienen más voz que otras.",
        ],
    };
    offer(kernel, &season, by, &terms, 8).await
}

/// Who registers for the winter lab beside the one to sign in as.
const COMERS: [(&str, &str); 11] = [
    ("Halcyon", "Mossfield"),
    ("Odalys", "Campoverde"),
    ("Thaddeus", "Elmendorf"),
    ("Zuri", "Greenhollow"),
    ("Imelda", "Brisamar"),
    ("Rafferty", "Willowmere"),
    ("Sunday", "Juniperra"),
    ("Caspian", "Harrowgate"),
    ("Yelena", "Rosendal"),
    ("Mateo", "Arbolada"),
    ("Perpetua", "Ashgrove"),
];

/// Five readers, each somewhere on her list.
async fn read(kernel: &Kernel, season: &Season, by: &Id) -> Result<()> {
    let permit = RunReading::at_the_terminal(&Terminal::open(), &season.id);
    let (persona,): (Id,) = kernel
        .db
        .read()
        .await?
        .one(sql!("SELECT person_id FROM role WHERE season_id = $1 AND role = 'reviewer'"), args![&season.id])
        .await?;
    let mut readers = vec![(persona, 30)];
    let mut tx = kernel.db.begin().await?;
    for (given, family, employer, share) in READERS {
        let new = NewPerson {
            given_name: given.into(),
            family_name: family.into(),
            email: format!("{}@example.org", given.to_lowercase()),
            is_demo: true,
            ..NewPerson::default()
        };
        let person = people::insert_person(kernel, &mut tx, &new).await?;
        people::insert_affiliation(kernel, &mut tx, &person, employer, "Reader", None).await?;
        programs::grant_role(kernel, &mut tx, &person, &season.id, Role::Reviewer).await?;
        readers.push((person, share));
    }
    tx.commit().await?;
    reviews::save_rubric(kernel, &permit, Some(by), &starter::rubric()).await?;
    let form = weft_admission::call::store::call(&mut kernel.db.read().await?, &season.id)
        .await?
        .ok_or(Error::NotFound)?
        .edited();
    let visible: Vec<&str> = form
        .questions()
        .filter(|q| q.goes_to == "answer" && q.audience == weft_admission::call::model::Audience::Reviewers)
        .map(|q| q.id.as_str())
        .collect();
    let settings = Reading {
        reads_each: 2,
        most_each: 20,
        wide_gap: 1.5,
        visible: serde_json::to_string(&visible).unwrap_or_default(),
        due_on: Some("2025-04-04".into()),
        remind_days: 3,
        opened_at: None,
        closed_at: None,
    };
    reviews::save_reading(kernel, &permit, Some(by), &settings).await?;
    for (reader, _) in &readers {
        reviews::declare_ties(
            kernel,
            &Read::at_the_terminal(&Terminal::open(), &season.id, reader),
            reviews::Declared { names: "Vesper Commons\n", languages: &[Lang::En, Lang::Es] },
        )
        .await?;
    }
    let first: Vec<(String,)> = kernel
        .db
        .read()
        .await?
        .all(
            sql!(
                "SELECT a.external_id
                FROM application a
                WHERE a.season_id = $1
                    AND a.duplicate_of IS NULL
                    AND (
                        SELECT e.is_eligible
                        FROM eligibility e
                        WHERE e.application_id = a.id
                        ORDER BY e.at DESC LIMIT 1
                    ) = 1
                ORDER BY a.external_id LIMIT 3"
            ),
            args![&season.id],
        )
        .await?;
    reviews::set_calibration(kernel, &permit, Some(by), &first.into_iter().map(|f| f.0).collect::<Vec<_>>()).await?;
    reviews::assign(kernel, &permit, Some(by), reviews::Allowed::default()).await?;
    let rng = Rng::fixed(40);
    for (n, (reader, share)) in readers.iter().enumerate() {
        let own = Read::at_the_terminal(&Terminal::open(), &season.id, reader);
        let list = reads::list(&mut kernel.db.read().await?, &own).await?;
        for line in list.iter().take(list.len() * share / 100) {
            let Some(one) = reads::one(&mut kernel.db.read().await?, &own, line.place).await? else { continue };
            let middle = 2 + rng.below(3) as i64 + i64::from(n == 1) - i64::from(n == 2);
            let scores: BTreeMap<String, i64> = starter::rubric()
                .into_iter()
                .map(|c| (c.key, (middle + rng.below(3) as i64 - 1).clamp(1, 5)))
                .collect();
            let comment = (rng.below(3) == 0).then(|| COMMENTS[rng.below(COMMENTS.len() as u64) as usize]);
            reviews::save_read(kernel, &one, &scores, comment, true).await?;
            if n == 1 && line.letter.as_deref() == Some("A") {
                reviews::note(
                    kernel,
                    &own,
                    &one,
                    "I gave a 3 for the role because the partners are named but not what \
                    they decide together. What did you see?",
                )
                .await?;
            }
        }
    }
    Ok(())
}
