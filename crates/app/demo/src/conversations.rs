//! What people write to each other between gatherings: in the whole cohort, in one home team, in a space in Spanish.

use super::gatherings::{has_come, people};
use super::polls::team;
use super::season::participant;
use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_kernel::{Kernel, args, sql};
use weft_programs::InSeason;
use weft_season::conversations::acts::{self, Draft};
use weft_season::conversations::model::Kind;
use weft_season::conversations::rules::{Talk, Tend, may_tend};
use weft_season::conversations::store;
use weft_season::conversations::store::writing::State;
use weft_web::Result;

/// Who writes: someone of the cohort or of the team by their place in it, or whoever leads.
#[derive(Clone, Copy)]
enum Who {
    Nth(usize),
    Lead,
}
use Who::{Lead, Nth};

/// A topic: what its place is, its title, and what is written when and by whom. `@0` stands for someone's name.
struct Topic {
    place: Kind,
    title: &'static str,
    says: &'static [(&'static str, Who, &'static str)],
    /// How many of them the participant has read.
    read: i64,
    is_pinned: bool,
}

const ALL: [Topic; 7] = [
    Topic {
        place: Kind::Cohort,
        title: "Welcome! Start here",
        says: &[
            (
                "2025-01-27T15:00:00Z",
                Lead,
                "Welcome to our conversations. This is a place to ask, share, and keep in touch between gatherings.\n\n\
                What you write here is read by the cohort and by those of us who lead and facilitate. Your home team’s \
                topics are yours alone.",
            ),
            ("2025-01-27T17:20:00Z", Nth(7), "Glad to be here. Thank you for two good days together."),
        ],
        read: 2,
        is_pinned: true,
    },
    Topic {
        place: Kind::Cohort,
        title: "How do you pay residents for their time?",
        says: &[
            (
                "2025-02-06T14:10:00Z",
                Nth(6),
                "We want to pay residents who come to our design meetings. Our county says that cash could count as \
                income and cost people their benefits. How do you do it?",
            ),
            (
                "2025-02-06T16:45:00Z",
                Nth(3),
                "We use grocery cards up to $50 a meeting, and we ask each person what works for them. Our legal aid \
                office wrote a one-page note on what counts as income here. I can ask if I may share it.",
            ),
            ("2025-02-06T20:02:00Z", Nth(6), "@3 yes please, that would help a lot."),
            (
                "2025-02-07T13:30:00Z",
                Nth(11),
                "Child care and a meal first, then money. We learned that the hard way: half of the people we wanted \
                could not come at all without care for their kids.",
            ),
            (
                "2025-02-10T15:15:00Z",
                Nth(3),
                "They said yes. The short version: under $600 a year from one organization, no form is sent, but \
                benefits rules differ by state. Ask before you promise. More at https://example.org/paying-residents",
            ),
        ],
        read: 5,
        is_pinned: false,
    },
    Topic {
        place: Kind::Cohort,
        title: "A first meeting that isn’t a presentation",
        says: &[
            (
                "2025-03-11T15:05:00Z",
                Nth(4),
                "In two weeks we bring the hospital, the school district and the tenants’ union into one room for the \
                first time. I don’t want to open with slides. What have you tried?",
            ),
            (
                "2025-03-11T18:40:00Z",
                Nth(9),
                "We asked everyone to bring one photo of a place they care about. Ten minutes in pairs, then around \
                the room. Nobody hid behind a title.",
            ),
            (
                "2025-03-12T22:10:00Z",
                Nth(4),
                "I love that. @9 did people send the photos beforehand, or just show their phones?",
            ),
            ("2025-03-13T12:25:00Z", Nth(9), "Phones. The less to prepare, the more people did it."),
            (
                "2025-03-18T14:00:00Z",
                Nth(12),
                "For us it was food made by two members, and a question on each table: “What would you miss if it \
                were gone?”",
            ),
            ("2025-03-19T16:30:00Z", Nth(4), "Thank you all. @0 you did this with your food bank partners, right?"),
        ],
        read: 4,
        is_pinned: false,
    },
    Topic {
        place: Kind::Cohort,
        title: "Grants due this spring",
        says: &[
            (
                "2025-03-17T13:00:00Z",
                Nth(14),
                "I keep a list of grants that fund the backbone itself and not only projects. Want to add yours? I’ll \
                collect them here.",
            ),
            ("2025-03-18T21:20:00Z", Nth(8), "Yes! Ours closes on April 30 and funds staff time."),
        ],
        read: 0,
        is_pinned: false,
    },
    Topic {
        place: Kind::Team,
        title: "How are you, really?",
        says: &[
            (
                "2025-02-03T19:00:00Z",
                Nth(1),
                "One month into the year and I’m already running on coffee. How do you all keep a day free? Do you?",
            ),
            (
                "2025-02-03T21:35:00Z",
                Nth(2),
                "I tried Fridays without meetings. It held for two weeks. Then I told my board about it, and it has \
                held since.",
            ),
            ("2025-02-04T12:50:00Z", Nth(0), "Telling the board. I hadn’t thought of that. I’ll try it this month."),
            ("2025-03-19T20:15:00Z", Nth(3), "Checking in: how did it go, @0?"),
        ],
        read: 3,
        is_pinned: false,
    },
    Topic {
        place: Kind::Team,
        title: "What we want to talk about in March",
        says: &[
            (
                "2025-03-05T16:00:00Z",
                Nth(3),
                "For our meeting: I’d like to bring the merger. Twenty minutes are enough.",
            ),
            ("2025-03-05T18:10:00Z", Nth(1), "And I’d like to hear how the commitments are going. Nothing formal."),
        ],
        read: 2,
        is_pinned: false,
    },
    Topic {
        place: Kind::Space,
        title: "Antes de cada sesión",
        says: &[(
            "2025-01-29T16:00:00Z",
            Nth(0),
            "Nos vemos media hora antes de cada sesión. Café incluido, cada quien el suyo.",
        )],
        read: 0,
        is_pinned: false,
    },
];

/// The people of the space in Spanish, those who made it first; none before there is one.
async fn space(kernel: &Kernel, season: &Id) -> Result<Option<(Id, Vec<Id>)>> {
    let sql = sql!(
        "SELECT s.id, m.person_id
        FROM space s
        JOIN space_member m ON m.space_id = s.id AND m.state = 'in'
        WHERE s.season_id = $1 AND s.is_listed = 1
        ORDER BY s.at, m.person_id"
    );
    let rows: Vec<(Id, Id)> = kernel.db.read().await?.all(sql, args![season]).await?;
    let first = rows.first().map(|(space, _)| space.clone());
    Ok(first.map(|space| (space.clone(), rows.into_iter().filter(|(s, _)| *s == space).map(|(_, p)| p).collect())))
}

async fn name(kernel: &Kernel, person: &Id) -> Result<String> {
    let sql = sql!("SELECT display_name FROM person WHERE id = $1");
    let (name,): (String,) = kernel.db.read().await?.one(sql, args![person]).await?;
    Ok(name)
}

/// The text with names where it names someone by number.
async fn named(kernel: &Kernel, all: &[Id], text: &str) -> Result<String> {
    let mut out = text.to_owned();
    for (n, person) in all.iter().enumerate().rev() {
        let mark = format!("@{n}");
        if out.contains(&mark) {
            out = out.replace(&mark, &format!("@{}", name(kernel, person).await?));
        }
    }
    Ok(out)
}

/// Everything up to `until`, each at its moment. `by` leads.
pub async fn make(kernel: &Kernel, lead: &InSeason, by: &Id, until: Time) -> Result<()> {
    let season = &lead.season;
    let talk = |person: &Id| Talk::at_the_terminal(&Terminal::open(), &season.id, person);
    let Some((first, ..)) = participant(&mut kernel.db.read().await?, &season.id).await? else { return Ok(()) };
    let cohort = (season.id.clone(), people(kernel, season).await?);
    let team = team(kernel, &season.id, &first).await?;
    let space = space(kernel, &season.id).await?;
    let tend: Option<Tend> = may_tend(lead);
    for topic in &ALL {
        let place = match topic.place {
            Kind::Cohort => Some(&cohort),
            Kind::Team => team.as_ref(),
            Kind::Space => space.as_ref(),
        };
        let Some((place, all)) = place else { continue };
        let mut id: Option<Id> = None;
        for (at, who, text) in topic.says {
            let writer = match who {
                Nth(n) => all.get(*n),
                Lead => Some(by),
            };
            let Some(writer) = writer.filter(|_| has_come(kernel, until, at)) else { continue };
            let text = named(kernel, all, text).await?;
            let draft = Draft { text: &text, file: None };
            match &id {
                Some(id) => {
                    acts::say(kernel, &talk(writer), id, draft).await?;
                }
                None => id = acts::begin(kernel, &talk(writer), place, topic.title, draft).await?,
            }
        }
        let Some(id) = id else { continue };
        if topic.is_pinned {
            acts::set_state(kernel, &talk(by), tend.as_ref(), &id, State::Pin).await?;
        }
        let own = talk(&first);
        let found = store::topic(&mut kernel.db.read().await?, &own, &id).await?;
        if let Some(found) = found.filter(|_| topic.read > 0) {
            acts::read(kernel, &own, &found, topic.read.min(found.messages)).await?;
        }
    }
    Ok(())
}
