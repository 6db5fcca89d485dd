//! The season's gatherings: planned in the fall, announced in January, moved once, and held; and the four afternoons of
//! a lab.

use super::season::ZONE;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::i18n::Words;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
use weft_kernel::mail::Transport;
use weft_kernel::terminal::Terminal;
use weft_kernel::{args, sql};
use weft_programs::TakePart;
use weft_programs::bounces;
use weft_programs::{InSeason, Season};
use weft_season::gatherings::agenda::{self, Block, Edit, Target};
use weft_season::gatherings::attendance::{self, Mark, Roll};
use weft_season::gatherings::model::{Answer, Draft, Meeting, Slot, Source};
use weft_season::gatherings::reports::{self, Beside, Counted};
use weft_season::gatherings::rules::{PlanGatherings, RunGathering, SeeGatherings};
use weft_season::gatherings::zoom::{self, Host};
use weft_season::gatherings::{acts, by_number, places, store, when};
use weft_web::{Error, Result};

const CENTRAL: &str = "America/Chicago";
const HOUSE: &str = "Ossenhaven Retreat House, 12 Fernhill Lane, Ossenhaven";

fn words(en: &str, es: &str) -> Words {
    Words { en: en.into(), es: es.into() }
}

/// A sitting as the lists below say it.
#[derive(Clone, Copy)]
struct Sitting<'a> {
    part: i64,
    starts: &'a str,
    zone: &'a str,
    minutes: i64,
    place: &'a str,
    link: &'a str,
    seats: Option<i64>,
}

/// Three hours online, for everyone.
const ONLINE: Sitting<'static> =
    Sitting { part: 1, starts: "", zone: ZONE, minutes: 180, place: "", link: "", seats: None };

/// A day at the retreat house.
const AT_THE_HOUSE: Sitting<'static> = Sitting { zone: CENTRAL, place: HOUSE, ..ONLINE };

fn slot(sitting: Sitting<'_>) -> Result<Slot> {
    let Sitting { part, starts, zone, minutes, place, link, seats } = sitting;
    let starts: jiff::civil::DateTime = starts.parse().map_err(|_| Error::BadRequest)?;
    let starts_at = when::moment(starts, zone).map_err(|_| Error::BadRequest)?;
    Ok(Slot {
        id: None,
        part,
        starts,
        zone: zone.into(),
        starts_at,
        minutes,
        place: place.into(),
        join_url: link.into(),
        capacity: seats,
    })
}

fn draft(kind: &str, format: &str, title: Words, purpose: Words, open: i64, slots: Vec<Slot>) -> Draft {
    Draft {
        kind: kind.into(),
        format: format.into(),
        title,
        purpose,
        open_before: open,
        open_after: open,
        choose_until: None,
        slots,
        ..Draft::default()
    }
}

fn block(kind: &str, minutes: i64, en: &str, es: &str, owner: &str, cue: &str) -> Block {
    Block {
        kind: kind.into(),
        title: words(en, es),
        minutes,
        owner: owner.into(),
        materials: String::new(),
        cue: cue.into(),
    }
}

/// The whole season as drafts, with runs of show for what comes first.
pub async fn plan(kernel: &Kernel, lead: &InSeason, by: &Id) -> Result<()> {
    let season = &lead.season;
    let permit = PlanGatherings::at_the_terminal(&Terminal::open(), &lead.season.id);
    let retreat = draft(
        "retreat",
        "in-person",
        words("Kick-off retreat", "Retiro de inicio"),
        words(
            "Arrive, rest, and find out who else does this work. Two days without slides.",
            "Llegar, descansar y descubrir quién más hace este trabajo. Dos días sin diapositivas.",
        ),
        30,
        vec![
            slot(Sitting { part: 1, starts: "2025-01-23T09:00", minutes: 510, ..AT_THE_HOUSE })?,
            slot(Sitting { part: 2, starts: "2025-01-24T09:00", minutes: 390, ..AT_THE_HOUSE })?,
        ],
    );
    let mut drafts = vec![retreat];
    let sessions = [
        (
            "2025-03-12T13:00",
            "Virtual session 1: Who I am when I lead",
            "Sesión virtual 1: Quién soy cuando lidero",
            "The habits we bring into every meeting, and one we want to let go of.",
            "Los hábitos que llevamos a cada reunión, y uno que queremos soltar.",
        ),
        (
            "2025-05-07T13:00",
            "Virtual session 2: Seeing the system",
            "Sesión virtual 2: Ver el sistema",
            "Map the system around your shared goal, and find where it can change.",
            "Hacer un mapa del sistema en torno a su meta común y ver dónde puede cambiar.",
        ),
        (
            "2025-07-16T13:00",
            "Virtual session 3: Conflict that helps",
            "Sesión virtual 3: El conflicto que ayuda",
            "How to stay in a hard conversation and keep people at the table.",
            "Cómo seguir en una conversación difícil sin que nadie se vaya.",
        ),
        (
            "2025-09-10T13:00",
            "Virtual session 4: Sharing power",
            "Sesión virtual 4: Compartir el poder",
            "Who decides, who is heard, and what you will share this year.",
            "Quién decide, a quién se escucha y qué va a compartir este año.",
        ),
    ];
    for (starts, en, es, why_en, why_es) in sessions {
        let link = format!("https://meet.example.org/rooted-{}", &starts[5..7]);
        drafts.push(draft(
            "session",
            "online",
            words(en, es),
            words(why_en, why_es),
            15,
            vec![slot(Sitting { starts, link: &link, ..ONLINE })?],
        ));
    }
    drafts.push(draft(
        "retreat",
        "in-person",
        words("Closing gathering", "Encuentro de cierre"),
        words(
            "Share what changed, thank the people who helped, and plan how to stay in touch.",
            "Compartir qué cambió, agradecer a quienes ayudaron y planear cómo seguir en contacto.",
        ),
        30,
        vec![slot(Sitting { starts: "2025-10-22T10:00", minutes: 360, ..AT_THE_HOUSE })?],
    ));
    for draft in &drafts {
        acts::make(kernel, &permit, Some(by), season, draft).await?;
    }
    runs_of_show(kernel, lead, by).await?;
    agenda::set_target(kernel, &permit, by, Target { content: 30, reflection: 30, application: 40 }).await?;
    Ok(())
}

async fn runs_of_show(kernel: &Kernel, lead: &InSeason, by: &Id) -> Result<()> {
    let run = RunGathering::at_the_terminal(&Terminal::open(), &lead.season.id);
    let day_one = vec![
        block(
            "grounding",
            30,
            "Arrival: a walk and one word each",
            "Llegada: una caminata y una palabra de cada quien",
            "Ayo",
            "Phones go in the basket by the door. No one has to share a word.",
        ),
        block("welcome", 30, "Who is here, and who hosts us", "Quiénes están y quiénes nos reciben", "Marisol", ""),
        block(
            "celebration",
            30,
            "An object from home",
            "Un objeto de su comunidad",
            "Ayo",
            "Two minutes each. Anyone can pass.",
        ),
        block(
            "application",
            60,
            "Writing our agreements",
            "Escribir nuestros acuerdos",
            "Ayo",
            "Write them down as people say them. Read them back.",
        ),
        block("informal", 90, "Lunch and rest", "Almuerzo y descanso", "", ""),
        block("content", 60, "Drawing the work of a backbone", "Dibujar el trabajo de un backbone", "Desmond", ""),
        block(
            "reflection",
            60,
            "What this work does to my body",
            "Qué le hace este trabajo a mi cuerpo",
            "Ayo",
            "Eyes open or closed, in a chair or lying down. It's fine to step out.",
        ),
        block("break", 30, "Tea break", "Pausa para té", "", ""),
        block(
            "home-team",
            75,
            "Home teams meet for the first time",
            "Los equipos base se reúnen por primera vez",
            "Ayo",
            "",
        ),
        block("informal", 45, "Free time", "Tiempo libre", "", ""),
    ];
    let day_two = vec![
        block("grounding", 20, "Morning practice", "Práctica de la mañana", "Ayo", ""),
        block("celebration", 25, "Someone I want to thank", "Alguien a quien quiero agradecer", "Marisol", ""),
        block("consult", 90, "Peer consult in home teams", "Consulta entre pares en equipos base", "Ayo", ""),
        block("break", 25, "Break outside", "Pausa al aire libre", "", ""),
        block("reflection", 50, "What I won't do alone anymore", "Lo que ya no voy a hacer sin ayuda", "Ayo", ""),
        block("informal", 75, "Lunch", "Almuerzo", "", ""),
        block("commitments", 60, "One commitment in my own words", "Un compromiso con mis palabras", "Marisol", ""),
        block("questions", 25, "The season ahead", "Lo que sigue en esta edición", "Desmond", ""),
        block("celebration", 20, "Closing circle", "Círculo de cierre", "Ayo", ""),
    ];
    let session = vec![
        block("grounding", 10, "Three breaths", "Tres respiraciones", "Ayo", "Tell people that cameras can stay off."),
        block(
            "celebration",
            10,
            "Something that went well",
            "Algo que salió bien",
            "Marisol",
            "Collect answers in the chat and read two aloud.",
        ),
        block(
            "content",
            40,
            "Roles we slip into under pressure",
            "Roles que adoptamos bajo presión",
            "Desmond",
            "Stop at 25 minutes for questions.",
        ),
        block(
            "reflection",
            20,
            "The role I know best",
            "El rol que mejor conozco",
            "Ayo",
            "Individual writing. No sharing afterward.",
        ),
        block("break", 10, "Break", "Pausa", "", ""),
        block("home-team", 30, "Home teams", "Equipos base", "Ayo", ""),
        block(
            "consult",
            30,
            "Peer consult",
            "Consulta entre pares",
            "Ayo",
            "One case per group: 5 minutes to present, 5 to ask, 15 to discuss, 5 to sum up.",
        ),
        block("commitments", 15, "Commitments: what changed", "Compromisos: qué cambió", "Marisol", ""),
        block("informal", 15, "Informal time", "Tiempo informal", "", ""),
    ];
    for (number, part, blocks) in [(1, 1, day_one), (1, 2, day_two), (2, 1, session)] {
        let meeting = find(kernel, &lead.season, number).await?;
        agenda::edit(kernel, &run, by, &meeting.gathering.id, &Edit::Fill(part, blocks)).await?;
    }
    for number in 3..=4 {
        let meeting = find(kernel, &lead.season, number).await?;
        let title = |kind: &str| Words {
            en: Tr(Lang::En).t(&format!("block-{kind}")),
            es: Tr(Lang::Es).t(&format!("block-{kind}")),
        };
        let fill = Edit::Fill(1, agenda::template("session", 180, title));
        agenda::edit(kernel, &run, by, &meeting.gathering.id, &fill).await?;
    }
    Ok(())
}

pub(super) async fn find(kernel: &Kernel, season: &Season, number: i64) -> Result<Meeting> {
    let permit = SeeGatherings::at_the_terminal(&Terminal::open(), &season.id);
    by_number(&mut kernel.db.read().await?, &permit, number).await?.ok_or(Error::NotFound)
}

/// Those who take part, in the order in which they came.
/// Who takes part, the same order every time: ids of one moment have none. Whom people sign in as stands first.
pub(super) async fn people(kernel: &Kernel, season: &Season) -> Result<Vec<Id>> {
    let sql = sql!(
        "SELECT t.person_id
        FROM taking_part t
        JOIN person p ON p.id = t.person_id
        JOIN application a ON a.person_id = t.person_id AND a.season_id = t.season_id
        WHERE t.season_id = $1
        ORDER BY CASE p.language WHEN 'en' THEN 0 ELSE 1 END, a.external_id"
    );
    let rows: Vec<(Id,)> = kernel.db.read().await?.all(sql, args![&season.id]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

pub(super) async fn deliver(kernel: &Kernel) -> Result<()> {
    bounces::deliver(kernel, &Transport::Files(kernel.config.data.join("mail"))).await?;
    Ok(())
}

/// Announces everything, and most people answer for the retreat.
pub async fn announce(kernel: &Kernel, lead: &InSeason, by: &Id) -> Result<()> {
    let permit = PlanGatherings::at_the_terminal(&Terminal::open(), &lead.season.id);
    for number in 1..=6 {
        acts::publish(kernel, &permit, Some(by), &lead.season, number).await?;
    }
    for (i, person) in people(kernel, &lead.season).await?.iter().enumerate() {
        let own = TakePart::at_the_terminal(&Terminal::open(), &lead.season.id, person);
        let zone = [
            Some("America/Los_Angeles"),
            Some("America/Chicago"),
            None,
            Some("America/New_York"),
            Some("America/Denver"),
        ][i % 5];
        let mut tx = kernel.db.begin().await?;
        tx.run(sql!("UPDATE person SET zone = $2 WHERE id = $1"), args![person, zone]).await?;
        tx.commit().await?;
        let (answer, note) = match i {
            3 => (Answer::Need, "A room on the ground floor, please. Stairs are hard for me right now."),
            8 => (Answer::Need, "My mother is coming with me. Is there a place where she can stay during the day?"),
            _ => (Answer::Yes, ""),
        };
        places::answer(kernel, &own, 1, answer, note).await?;
        if i % 3 != 1 {
            let no = i == 17;
            places::answer(
                kernel,
                &own,
                2,
                if no { Answer::No } else { Answer::Yes },
                if no { "I have a hearing at the state house that day." } else { "" },
            )
            .await?;
        }
    }
    deliver(kernel).await
}

/// The second session moves by a week, and its calendars with it.
pub async fn move_one(kernel: &Kernel, lead: &InSeason, by: &Id) -> Result<()> {
    let permit = PlanGatherings::at_the_terminal(&Terminal::open(), &lead.season.id);
    let meeting = find(kernel, &lead.season, 3).await?;
    let mut draft = acts::as_draft(&meeting);
    for s in &mut draft.slots {
        let moved = slot(Sitting {
            part: s.part,
            starts: "2025-05-14T13:00",
            minutes: s.minutes,
            place: &s.place,
            link: &s.join_url,
            ..ONLINE
        })?;
        *s = Slot { id: s.id.clone(), ..moved };
    }
    acts::change(kernel, &permit, Some(by), &lead.season, 3, &draft).await?;
    deliver(kernel).await
}

/// Everyone was there, at both days of the retreat or at the closing, but for those named by their place in the list.
pub async fn hold_in_person(
    kernel: &Kernel,
    lead: &InSeason,
    by: &Id,
    number: i64,
    part: i64,
    away: &[usize],
) -> Result<()> {
    let run = RunGathering::at_the_terminal(&Terminal::open(), &lead.season.id);
    let meeting = find(kernel, &lead.season, number).await?;
    let guests = store::guests(&mut kernel.db.read().await?, &run, &meeting.gathering.id, part).await?;
    let here: Vec<(Id, Mark)> = people(kernel, &lead.season)
        .await?
        .into_iter()
        .enumerate()
        .filter(|(i, _)| !away.contains(i))
        .map(|(_, p)| (p, Mark::Here(None)))
        .collect();
    let Some(sitting) = meeting.sittings.iter().find(|s| s.part == part) else { return Ok(()) };
    attendance::mark(kernel, &run, Some(by), Roll { sitting, guests: &guests, marks: &here, source: Source::Door })
        .await?;
    Ok(())
}

/// A virtual session as its meeting reported it: people who left and came back, one under another name, a program that
/// took notes.
pub async fn hold_online(kernel: &Kernel, lead: &InSeason, by: &Id, number: i64, away: &[usize]) -> Result<()> {
    let run = RunGathering::at_the_terminal(&Terminal::open(), &lead.season.id);
    let meeting = find(kernel, &lead.season, number).await?;
    let guests = store::guests(&mut kernel.db.read().await?, &run, &meeting.gathering.id, 1).await?;
    let sitting = meeting.sittings.first().ok_or(Error::NotFound)?;
    let clock = |minutes: i64| {
        when::wall(sitting.starts_at.plus_seconds(minutes * 60), &sitting.zone)
            .strftime("%m/%d/%Y %I:%M:%S %p")
            .to_string()
    };
    let mut report = String::from("Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n");
    let mut line = |name: &str, email: &str, from: i64, to: i64| {
        report.push_str(&format!("{name},{email},{},{},{},Yes\n", clock(from), clock(to), to - from));
    };
    for (i, person) in people(kernel, &lead.season).await?.iter().enumerate().filter(|(i, _)| !away.contains(i)) {
        let Some(guest) = guests.iter().find(|g| g.person_id == *person) else { continue };
        let email = guest.email.as_deref().unwrap_or_default();
        match i % 7 {
            2 => {
                line(&guest.name, email, -4, 71);
                line(&guest.name, email, 74, 181);
            }
            5 => line(&format!("Front desk ({})", guest.name), "", 2, 180),
            _ => line(&guest.name, email, -6 + (i as i64 % 5), 180 + (i as i64 % 4)),
        }
    }
    line("read.ai meeting notes", "", 0, 180);
    let host = Host { zone: sitting.zone.clone(), day: when::wall(sitting.starts_at, &sitting.zone).date() };
    let read = zoom::read(report.as_bytes(), &host).map_err(|e| Error::Internal(format!("{e:?}")))?;
    let id = reports::keep(kernel, &run, by, sitting, &read).await?;
    let mut conn = kernel.db.read().await?;
    let entries = reports::entries(&mut conn, &run, &read, (&meeting, sitting), &guests).await?;
    let kept = reports::one(&mut conn, &run, &id).await?.ok_or(Error::NotFound)?;
    drop(conn);
    let counted: Vec<Counted> = entries
        .into_iter()
        .filter_map(|e| Some(Counted { person: e.person?, spans: e.counted, sum: e.seen.sum }))
        .collect();
    reports::take(kernel, &run, by, (&meeting, sitting, &kept), &counted, Beside::Same).await?;
    Ok(())
}

/// Someone who was away made up for it.
pub async fn make_up(kernel: &Kernel, lead: &InSeason, by: &Id, number: i64, place: usize, how: &str) -> Result<()> {
    let run = RunGathering::at_the_terminal(&Terminal::open(), &lead.season.id);
    let meeting = find(kernel, &lead.season, number).await?;
    let guests = store::guests(&mut kernel.db.read().await?, &run, &meeting.gathering.id, 1).await?;
    let Some(person) = people(kernel, &lead.season).await?.get(place).cloned() else { return Ok(()) };
    let sitting = meeting.sittings.first().ok_or(Error::NotFound)?;
    let marks = [(person, Mark::MadeUp(how.into()))];
    attendance::mark(kernel, &run, Some(by), Roll { sitting, guests: &guests, marks: &marks, source: Source::Hand })
        .await?;
    Ok(())
}

/// A course of two afternoons, both attended.
pub async fn course(kernel: &Kernel, season: &Season, by: &Id) -> Result<()> {
    let permit = PlanGatherings::at_the_terminal(&Terminal::open(), &season.id);
    let link = "https://meet.example.org/meeting-craft";
    let draft = draft(
        "course-part",
        "online",
        words("Meetings that people can speak in", "Reuniones en las que se puede hablar"),
        words(
            "Bring one of your own meetings. On the first day you take it apart. On the second you rebuild it.",
            "Traiga una de sus reuniones. El primer día la desarma y el segundo la vuelve a armar.",
        ),
        10,
        vec![
            slot(Sitting { part: 1, starts: "2025-04-22T13:00", link, ..ONLINE })?,
            slot(Sitting { part: 2, starts: "2025-04-23T13:00", link, ..ONLINE })?,
        ],
    );
    let number = acts::make(kernel, &permit, Some(by), season, &draft).await?;
    acts::publish(kernel, &permit, Some(by), season, number).await?;
    deliver(kernel).await
}

/// The four afternoons of a lab; the third on either of two days, with twelve seats each.
pub async fn lab(kernel: &Kernel, lab: &Season, by: &Id, days: [&str; 5], link: &str) -> Result<()> {
    let permit = PlanGatherings::at_the_terminal(&Terminal::open(), &lab.id);
    let [one, two, three_a, three_b, four] = days;
    let afternoon = |day: &str, en: &str, es: &str| -> Result<Draft> {
        Ok(draft(
            "session",
            "online",
            words(en, es),
            Words::default(),
            10,
            vec![slot(Sitting { starts: &format!("{day}T13:00"), link, ..ONLINE })?],
        ))
    };
    let coached = Sitting { minutes: 90, link, seats: Some(12), ..ONLINE };
    let mut third = draft(
        "group-coaching",
        "online",
        words("Session 3: Group coaching", "Sesión 3: Coaching en grupo"),
        words(
            "Ninety minutes with a coach and a small group. Both days are the same, so pick one.",
            "Noventa minutos de coaching en un grupo pequeño. Los dos días son iguales; elija uno.",
        ),
        10,
        vec![
            slot(Sitting { starts: &format!("{three_a}T13:00"), ..coached })?,
            slot(Sitting { starts: &format!("{three_b}T13:00"), ..coached })?,
        ],
    );
    third.choose_until =
        three_a.parse::<jiff::civil::Date>().ok().and_then(|d| d.yesterday().ok()).map(|d| d.to_string());
    let drafts = [
        afternoon(one, "Session 1: The meeting that is stuck", "Sesión 1: La reunión que no avanza")?,
        afternoon(two, "Session 2: Who is not in the room", "Sesión 2: Quién no está en la sala")?,
        third,
        afternoon(four, "Session 4: Taking it home", "Sesión 4: Llevárselo a casa")?,
    ];
    for draft in &drafts {
        let number = acts::make(kernel, &permit, Some(by), lab, draft).await?;
        acts::publish(kernel, &permit, Some(by), lab, number).await?;
    }
    deliver(kernel).await
}

/// Whether a moment of the season has come.
pub(super) fn has_come(kernel: &Kernel, until: Time, moment: &str) -> bool {
    let moment = Time::parse(moment).unwrap_or_default();
    if moment <= until {
        kernel.clock.set(moment);
    }
    moment <= until
}
