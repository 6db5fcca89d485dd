//! Coaching in the demo: terms and agreement, a coach with five people at different stages, sessions held, missed,
//! canceled late and disputed, a change of coach, each at its day.

use super::gatherings::{has_come, people};
use super::season::participant;
use weft_kernel::clock::Time;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_kernel::{Kernel, args, sql};
use weft_programs::InSeason;
use weft_season::appointments::acts::{self as appointments, Booked};
use weft_season::appointments::rules::{Book, Own as OwnAppointment};
use weft_season::coaching::acts::{self, Paid, Paired};
use weft_season::coaching::feedback::Asked;
use weft_season::coaching::group::{Group, New as NewGroup, Planned};
use weft_season::coaching::groups::{self, Made};
use weft_season::coaching::heard::Answer;
use weft_season::coaching::model::{Became, Profile, Terms, Wish};
use weft_season::coaching::rules::{Arrange, Coaching, Own};
use weft_season::coaching::{feedback, notes, store};
use weft_web::Result;

/// Someone of the cohort with the coach: who in the list, when they were paired, when each of the two signed and the
/// program did, and their sessions.
struct Plan {
    who: usize,
    paired: &'static str,
    signed: [Option<&'static str>; 3],
    sessions: &'static [Session],
    /// When it ended.
    changed: Option<&'static str>,
}

/// When it was booked, for when, and what came of it.
struct Session(&'static str, &'static str, Came);

enum Came {
    /// Nobody has said yet, or it lies ahead.
    Open,
    Said(&'static str, Became),
    /// The coach says one thing and the member another.
    Differ(&'static str),
    /// Canceled by the member.
    Canceled(&'static str),
}

/// The first is the participant to sign in as.
const ALL: [Plan; 11] = [
    Plan {
        who: 0,
        paired: "2025-02-04T15:00:00Z",
        signed: [Some("2025-02-04T20:00:00Z"), Some("2025-02-05T14:00:00Z"), Some("2025-02-05T16:00:00Z")],
        sessions: &[
            Session("2025-02-06T15:00:00Z", "2025-02-12T19:00:00Z", Came::Said("2025-02-12T21:00:00Z", Became::Held)),
            Session("2025-02-20T15:00:00Z", "2025-03-05T19:00:00Z", Came::Said("2025-03-05T21:00:00Z", Became::Held)),
            Session("2025-03-11T15:00:00Z", "2025-03-26T19:30:00Z", Came::Open),
        ],
        changed: None,
    },
    Plan {
        who: 2,
        paired: "2025-02-04T15:00:00Z",
        signed: [Some("2025-02-06T02:00:00Z"), Some("2025-02-05T14:00:00Z"), Some("2025-02-05T16:00:00Z")],
        sessions: &[
            Session("2025-02-10T15:00:00Z", "2025-02-19T19:00:00Z", Came::Said("2025-02-19T21:00:00Z", Became::Missed)),
            Session("2025-02-24T15:00:00Z", "2025-03-07T15:00:00Z", Came::Canceled("2025-03-07T12:00:00Z")),
            Session("2025-03-08T15:00:00Z", "2025-03-19T18:00:00Z", Came::Open),
        ],
        changed: None,
    },
    Plan {
        who: 4,
        paired: "2025-02-04T15:00:00Z",
        signed: [Some("2025-02-07T20:00:00Z"), Some("2025-02-05T14:00:00Z"), Some("2025-02-05T16:00:00Z")],
        sessions: &[Session("2025-02-20T15:00:00Z", "2025-03-03T15:00:00Z", Came::Differ("2025-03-04T15:00:00Z"))],
        changed: None,
    },
    Plan {
        who: 6,
        paired: "2025-02-18T15:00:00Z",
        signed: [Some("2025-02-19T20:00:00Z"), Some("2025-02-20T14:00:00Z"), None],
        sessions: &[],
        changed: None,
    },
    Plan {
        who: 7,
        paired: "2025-03-10T15:00:00Z",
        signed: [None, Some("2025-03-11T14:00:00Z"), None],
        sessions: &[],
        changed: None,
    },
    Plan {
        who: 8,
        paired: "2025-02-04T15:00:00Z",
        signed: [Some("2025-02-06T20:00:00Z"), Some("2025-02-05T14:00:00Z"), Some("2025-02-05T16:00:00Z")],
        sessions: &[Session(
            "2025-02-08T15:00:00Z",
            "2025-02-17T15:00:00Z",
            Came::Said("2025-02-17T17:00:00Z", Became::Held),
        )],
        changed: Some("2025-03-03T20:00:00Z"),
    },
    begun(9, &[Session("2025-02-06T15:00:00Z", "2025-02-10T14:00:00Z", held("2025-02-10T16:00:00Z"))]),
    begun(11, &[Session("2025-02-07T15:00:00Z", "2025-02-10T15:30:00Z", held("2025-02-10T17:00:00Z"))]),
    begun(12, &[Session("2025-02-14T20:00:00Z", "2025-02-21T14:00:00Z", held("2025-02-21T17:00:00Z"))]),
    begun(13, &[Session("2025-02-18T15:00:00Z", "2025-02-21T15:30:00Z", held("2025-02-21T17:30:00Z"))]),
    begun(14, &[Session("2025-02-19T15:00:00Z", "2025-02-24T14:00:00Z", held("2025-02-24T16:00:00Z"))]),
];

const fn held(at: &'static str) -> Came {
    Came::Said(at, Became::Held)
}

/// Someone who has a coach from the beginning and has signed.
const fn begun(who: usize, sessions: &'static [Session]) -> Plan {
    Plan {
        who,
        paired: "2025-02-04T15:00:00Z",
        signed: [Some("2025-02-05T20:00:00Z"), Some("2025-02-05T14:00:00Z"), Some("2025-02-05T16:00:00Z")],
        sessions,
        changed: None,
    }
}

/// What those who had a session say: who in the list of plans, the themes they share, how useful coaching is and how
/// honest they can be, and a comment.
const SAID: [(usize, &[usize], [u8; 2], &str); 7] = [
    (0, &[0, 3], [5, 5], "An hour that is only for thinking. I'd like more of them in spring."),
    (5, &[1], [3, 4], ""),
    (6, &[0, 5], [4, 5], "Evening times would help. My mornings belong to the children."),
    (7, &[1, 2], [5, 5], "Me ayudó a decir que no sin sentir culpa."),
    (8, &[0, 5], [4, 4], "Good questions. I wish the first session had come earlier in the season."),
    (9, &[0, 1, 4], [3, 5], ""),
    (10, &[1, 5], [3, 2], "Two sessions before the retreat would have been better than one."),
];

async fn coach(kernel: &Kernel, season: &Id) -> Result<Option<Id>> {
    let sql = sql!(
        "SELECT person_id FROM role WHERE season_id = $1 AND role = 'coach' AND until IS NULL ORDER BY id LIMIT 1"
    );
    let found: Option<(Id,)> = kernel.db.read().await?.opt(sql, args![season]).await?;
    Ok(found.map(|(id,)| id))
}

async fn name(kernel: &Kernel, person: &Id) -> Result<String> {
    let (name,): (String,) =
        kernel.db.read().await?.one(sql!("SELECT display_name FROM person WHERE id = $1"), args![person]).await?;
    Ok(name)
}

/// Something that happens at its day.
type Step<'a> = (&'static str, Do<'a>);

enum Do<'a> {
    Pair(&'a Plan),
    Sign(&'a Plan, usize),
    Book(&'a Plan, &'a Session),
    Came(&'a Plan, &'a Session),
    Change(&'a Plan),
    /// What the member works on.
    Focus(&'a Plan, &'static str),
    /// A note that both read, from the coach or the member.
    Note(&'a Plan, bool, &'static str),
    /// The program offers themes.
    Offer,
    Share(&'a Plan, &'static [usize]),
    Count,
    /// The program asks how coaching goes, until then.
    Ask(&'static str),
    Answer(&'a Plan, [u8; 2], &'static str),
    /// Writes the answers that wait.
    Keep,
    /// A coaching group begins with these of the list.
    Group(&'static [usize]),
    Accept(&'a Plan),
    /// Its session, by the wall clock of the coach.
    Meet(&'static str),
    /// How many came to its last one.
    Met(i64),
}

fn steps() -> Vec<Step<'static>> {
    let mut all: Vec<Step<'static>> = Vec::new();
    for plan in &ALL {
        all.push((plan.paired, Do::Pair(plan)));
        all.extend(plan.signed.iter().enumerate().filter_map(|(n, at)| Some(((*at)?, Do::Sign(plan, n)))));
        for session in plan.sessions {
            all.push((session.0, Do::Book(plan, session)));
            let came = match session.2 {
                Came::Open => None,
                Came::Said(at, _) | Came::Differ(at) | Came::Canceled(at) => Some(at),
            };
            all.extend(came.map(|at| (at, Do::Came(plan, session))));
        }
        all.extend(plan.changed.map(|at| (at, Do::Change(plan))));
    }
    let (first, second) = (&ALL[0], &ALL[1]);
    all.extend([
        ("2025-02-10T22:00:00Z", Do::Focus(first, "How to ask the county for more without asking for less later.")),
        (
            "2025-02-12T21:30:00Z",
            Do::Note(first, true, "You said: I can be clear and still be kind. Try it on Tuesday."),
        ),
        ("2025-03-05T22:00:00Z", Do::Note(first, false, "Tuesday went well. I paused before I answered, twice.")),
        ("2025-02-12T15:00:00Z", Do::Focus(second, "Delegar sin desaparecer.")),
    ]);
    all.push(("2025-02-24T15:00:00Z", Do::Offer));
    all.push(("2025-03-03T15:00:00Z", Do::Ask("2025-03-08T04:59:59Z")));
    for (plan, themes, levels, words) in SAID {
        all.push(("2025-03-04T12:00:00Z", Do::Answer(&ALL[plan], levels, words)));
        all.push(("2025-03-05T12:00:00Z", Do::Share(&ALL[plan], themes)));
    }
    all.push(("2025-03-04T12:30:00Z", Do::Keep));
    all.push(("2025-03-05T12:30:00Z", Do::Count));
    all.push(("2025-03-17T15:00:00Z", Do::Ask("2025-03-28T03:59:59Z")));
    all.push(("2025-03-06T15:00:00Z", Do::Group(&[0, 2, 9, 12])));
    for plan in [0, 1, 6] {
        all.push(("2025-03-06T20:00:00Z", Do::Accept(&ALL[plan])));
    }
    all.push(("2025-03-07T15:00:00Z", Do::Meet("2025-03-13T16:00:00")));
    all.push(("2025-03-13T22:00:00Z", Do::Met(3)));
    all.push(("2025-03-14T15:00:00Z", Do::Meet("2025-04-10T16:00:00")));
    all.sort_by_key(|(at, _)| *at);
    all
}

/// Whoever takes part in it.
struct Cast {
    season: Id,
    coach: Id,
    lead: Id,
    all: Vec<Id>,
}

impl Cast {
    fn arrange(&self) -> Arrange {
        Arrange::at_the_terminal(&Terminal::open(), &self.season, &self.lead)
    }

    fn own(&self, person: &Id) -> Own {
        Own::at_the_terminal(&Terminal::open(), &self.season, person)
    }
}

/// Everything up to `until`, each at its day. Free times are those of `appointments`, which comes before.
pub async fn make(kernel: &Kernel, lead: &InSeason, until: Time) -> Result<()> {
    let season = &lead.season;
    if !has_come(kernel, until, "2025-02-03T18:00:00Z") {
        return Ok(());
    }
    let (Some(coach), Some(leads)) = (coach(kernel, &season.id).await?, lead.actor_id()) else { return Ok(()) };
    let mut all = people(kernel, season).await?;
    let first = participant(&mut kernel.db.read().await?, &season.id).await?.map(|(id, ..)| id);
    all.sort_by_key(|id| (Some(id) != first.as_ref(), id.clone()));
    let cast = Cast { season: season.id.clone(), coach, lead: leads.clone(), all };
    let usual = |lang: Lang| Tr(lang).t("coaching-agreement-usual");
    let terms = Terms { sessions: 6, minutes: 60, talks: 2, talk_minutes: 20 };
    acts::set_up(kernel, &cast.arrange(), &terms, (&usual(Lang::En), &usual(Lang::Es))).await?;
    let profile = Profile {
        certified_by: "Association of Leadership Coaches".to_owned(),
        level: "Professional Certified Coach".to_owned(),
        number: "00481516".to_owned(),
        expires_on: Some("2025-05-09".to_owned()),
        speaks_en: true,
        speaks_es: true,
        languages: String::new(),
        approach: "We begin with what is on your mind that day. I ask questions and say what I notice. \
                   You decide what to do with it. También en español."
            .to_owned(),
        most: 14,
        shows_photo: true,
    };
    let permit = Coaching::at_the_terminal(&Terminal::open(), &season.id, &cast.coach);
    acts::introduce(kernel, &permit, &profile).await?;
    if let Some(person) = cast.all.get(10) {
        let wishes = [(cast.coach.clone(), Wish::Like)].into_iter().collect();
        acts::wish(kernel, &cast.own(person), &wishes).await?;
    }
    for (at, step) in steps() {
        if has_come(kernel, until, at) {
            take(kernel, lead, &cast, step).await?;
        }
    }
    Ok(())
}

/// The pair of someone with the coach.
async fn pair_of(kernel: &Kernel, cast: &Cast, person: &Id) -> Result<Option<(Id, Id)>> {
    let pairs = store::own(&mut kernel.db.read().await?, &cast.own(person)).await?;
    Ok(pairs.into_iter().next().map(|p| (p.id, p.text_id)))
}

/// What the program does, and what happens by itself. True where it was that.
async fn take_program(kernel: &Kernel, cast: &Cast, step: &Do<'_>) -> Result<bool> {
    let lines = |lang: Lang| Tr(lang).t("coaching-themes-usual").lines().map(str::to_owned).collect::<Vec<_>>();
    match step {
        Do::Offer => {
            let names: Vec<_> = lines(Lang::En).into_iter().zip(lines(Lang::Es)).collect();
            feedback::offer(kernel, &cast.arrange(), &names).await?;
        }
        Do::Count => feedback::count(kernel).await?,
        Do::Ask(closes) => {
            let came = feedback::ask(kernel, &cast.arrange(), Time::parse(closes).unwrap_or_default()).await?;
            debug_assert_eq!(came, Asked::Done, "{closes}");
        }
        // As before a restart: the clock goes on to days after the end.
        Do::Keep => drop(feedback::keep(kernel, true).await?),
        _ => return Ok(false),
    }
    Ok(true)
}

/// The group of the coach, if it has begun.
async fn group_of(kernel: &Kernel, coach: &Own) -> Result<Option<Group>> {
    Ok(store::own_groups(&mut kernel.db.read().await?, coach).await?.into_iter().next())
}

/// What happens in a coaching group. True where it was that.
async fn take_group(kernel: &Kernel, lead: &InSeason, cast: &Cast, step: &Do<'_>) -> Result<bool> {
    let (season, coach) = (&lead.season, cast.own(&cast.coach));
    match step {
        Do::Group(all) => {
            let usual = |lang: Lang| Tr(lang).t("coaching-group-text-usual");
            groups::set_text(kernel, &cast.arrange(), (&usual(Lang::En), &usual(Lang::Es))).await?;
            let people: Vec<Id> = all.iter().filter_map(|n| cast.all.get(*n)).cloned().collect();
            let new = NewGroup { name: "Thursday group", coach: &cast.coach, seats: 6, people: &people };
            let made = groups::make(kernel, &cast.arrange(), season, &new).await?;
            debug_assert!(matches!(made, Made::Done(_)), "{made:?}");
        }
        Do::Accept(plan) => {
            let (Some(group), Some(person)) = (group_of(kernel, &coach).await?, cast.all.get(plan.who)) else {
                return Ok(true);
            };
            groups::accept(kernel, &cast.own(person), (&group.id, &group.text_id)).await?;
        }
        Do::Meet(local) => {
            let Some(group) = group_of(kernel, &coach).await? else { return Ok(true) };
            let zone = weft_kernel::zone::USUAL_ZONE;
            let starts_at = local.parse().ok().and_then(|at| weft_kernel::when::moment(at, zone).ok());
            let Some(starts_at) = starts_at else { return Ok(true) };
            let place = "https://meet.example.org/thursday";
            let new = Planned { starts_local: local, starts_at, zone, minutes: 90, place };
            groups::plan(kernel, &coach, season, (&group.id, &new)).await?;
        }
        Do::Met(came) => {
            let Some(group) = group_of(kernel, &coach).await? else { return Ok(true) };
            let all = store::meetings(&mut kernel.db.read().await?, &group.id).await?;
            if let Some(last) = all.iter().rfind(|m| m.has_begun(kernel.now())) {
                groups::report(kernel, &coach, (&group.id, &last.id), (Became::Held, *came)).await?;
            }
        }
        _ => return Ok(false),
    }
    Ok(true)
}

async fn take(kernel: &Kernel, lead: &InSeason, cast: &Cast, step: Do<'_>) -> Result<()> {
    let season = &lead.season;
    if take_program(kernel, cast, &step).await? || take_group(kernel, lead, cast, &step).await? {
        return Ok(());
    }
    let (Do::Pair(plan)
    | Do::Sign(plan, _)
    | Do::Book(plan, _)
    | Do::Came(plan, _)
    | Do::Change(plan)
    | Do::Focus(plan, _)
    | Do::Note(plan, ..)
    | Do::Share(plan, _)
    | Do::Answer(plan, ..)) = &step
    else {
        return Ok(());
    };
    let Some(person) = cast.all.get(plan.who) else { return Ok(()) };
    if let Do::Pair(_) = step {
        let came = acts::pair(kernel, &cast.arrange(), season, &[(person.clone(), cast.coach.clone())]).await?;
        debug_assert_eq!(came, Paired::Done(1), "paired");
        return Ok(());
    }
    let Some((pair, text)) = pair_of(kernel, cast, person).await? else { return Ok(()) };
    let (member, coach) = (cast.own(person), cast.own(&cast.coach));
    match step {
        Do::Pair(_)
        | Do::Offer
        | Do::Count
        | Do::Ask(_)
        | Do::Keep
        | Do::Group(_)
        | Do::Accept(_)
        | Do::Meet(_)
        | Do::Met(_) => {}
        Do::Share(_, picked) => {
            let themes = store::themes(&mut kernel.db.read().await?, &cast.season).await?;
            let picked: Vec<Id> = picked.iter().filter_map(|n| themes.get(*n)).map(|t| t.id.clone()).collect();
            feedback::share(kernel, &member, &picked).await?;
        }
        Do::Answer(_, levels, words) => {
            let rounds = store::rounds(&mut kernel.db.read().await?, &cast.season, None).await?;
            let Some(open) = rounds.into_iter().find(|r| r.is_open(kernel.now())) else { return Ok(()) };
            let said = Answer { levels: levels.map(Some).to_vec(), words: words.to_owned() };
            feedback::answer(kernel, &member, &open.id, &said).await?;
        }
        Do::Sign(_, 0) => acts::sign(kernel, &member, (&pair, &text), &name(kernel, person).await?).await?,
        Do::Sign(_, 1) => acts::sign(kernel, &coach, (&pair, &text), &name(kernel, &cast.coach).await?).await?,
        Do::Sign(..) => {
            acts::sign_all(kernel, &cast.arrange(), &[text], &name(kernel, &cast.lead).await?).await?;
        }
        Do::Book(_, session) => {
            let permit = Book::at_the_terminal(&Terminal::open(), &season.id, person);
            let when = Time::parse(session.1).unwrap_or_default();
            let came = acts::book(kernel, (&member, &permit), season, (&pair, when)).await?;
            debug_assert!(matches!(came, Paid::Came(Booked::Done(_))), "{}: {came:?}", session.1);
        }
        Do::Came(_, session) => {
            let when = Time::parse(session.1).unwrap_or_default();
            let sessions = store::own_sessions(&mut kernel.db.read().await?, &member).await?;
            let Some(id) = sessions.into_iter().find(|s| s.starts_at == when).map(|s| s.id) else { return Ok(()) };
            match session.2 {
                Came::Open => {}
                Came::Said(_, became) => {
                    acts::say(kernel, &coach, season, &id, became).await?;
                }
                Came::Differ(_) => {
                    acts::say(kernel, &coach, season, &id, Became::Missed).await?;
                    acts::say(kernel, &member, season, &id, Became::Held).await?;
                }
                Came::Canceled(_) => {
                    let own = OwnAppointment::at_the_terminal(&Terminal::open(), &season.id, person);
                    appointments::cancel(kernel, &own, season, &id, "Something came up at home. I'm sorry.").await?;
                }
            }
        }
        Do::Change(_) => acts::change(kernel, &member, season, &pair).await?,
        Do::Focus(_, text) => notes::focus(kernel, &member, &pair, text).await?,
        Do::Note(_, is_coachs, text) => {
            notes::write(kernel, if is_coachs { &coach } else { &member }, &pair, text).await?;
        }
    }
    Ok(())
}
