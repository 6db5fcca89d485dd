//! What the program passes on: two things that are open, and a summit of which too little is known to be passed on.

use super::gatherings::has_come;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_kernel::{args, sql};
use weft_offers::opportunities::acts;
use weft_offers::opportunities::model::{LinkState, Listing};
use weft_offers::opportunities::rules::KeepListings;
use weft_offers::opportunities::store;
use weft_programs::InSeason;
use weft_web::Result;

struct Passed {
    kind: &'static str,
    title: [&'static str; 2],
    text: [&'static str; 2],
    host: &'static str,
    place: &'static str,
    url: &'static str,
    days: [&'static str; 2],
    deadline: &'static str,
    price: [&'static str; 2],
    recorded: &'static str,
}

const LIST: [Passed; 3] = [
    Passed {
        kind: "course",
        title: ["Pursuing systems change, in three hours", "Cambiar sistemas, en tres horas"],
        text: [
            "An afternoon with two people who did it in their own county, and what they would do differently.",
            "Una tarde con dos personas que lo hicieron en su condado, y lo que harían de otra manera.",
        ],
        host: "Tidewater Learning Exchange",
        place: "Online",
        url: "https://tidewater.example.org/systems-change",
        days: ["2025-05-20", ""],
        deadline: "2025-05-13",
        price: ["$75; $50 through April 30, 2025", "$75; $50 hasta el 30 de abril de 2025"],
        recorded: "no",
    },
    Passed {
        kind: "fellowship",
        title: ["Place-based fellowship", "Beca para líderes de base local"],
        text: [
            "Eighteen months with pay for people who have led a collaborative for at least three years.",
            "Dieciocho meses con pago para quienes han dirigido un colaborativo por al menos tres años.",
        ],
        host: "Harbor Commons",
        place: "Online, and twice in Ossenhaven",
        url: "https://harbor.example.org/fellowship",
        days: ["2025-09-01", "2027-02-28"],
        deadline: "2025-06-15",
        price: ["Free; travel is paid", "Gratis; se paga el viaje"],
        recorded: "",
    },
    Passed {
        kind: "event",
        title: ["Summit of collaboratives", "Cumbre de colaborativos"],
        text: ["More than a thousand people and thirty sessions. The flyer says early prices end March 13.", ""],
        host: "Lantern Alliance",
        place: "",
        url: "https://lantern.example.org/summit-old",
        days: ["", ""],
        deadline: "",
        price: ["", ""],
        recorded: "",
    },
];

/// Everything up to `until`.
pub async fn make(kernel: &Kernel, lead: &InSeason, by: &Id, until: Time) -> Result<()> {
    let permit = KeepListings::at_the_terminal(&Terminal::open(), &lead.season.program_id, &lead.season.id);
    if !has_come(kernel, until, "2025-02-24T15:00:00Z") {
        return Ok(());
    }
    let day = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    for p in LIST {
        let listing = Listing {
            id: Id::stored(String::new()),
            kind: p.kind.into(),
            title_en: p.title[0].into(),
            title_es: p.title[1].into(),
            text_en: p.text[0].into(),
            text_es: p.text[1].into(),
            audience_en: "Anyone who leads a collaborative.".into(),
            audience_es: "Quienes dirigen un colaborativo.".into(),
            host: p.host.into(),
            place: p.place.into(),
            url: p.url.into(),
            starts_on: day(p.days[0]),
            ends_on: day(p.days[1]),
            deadline_on: day(p.deadline),
            has_no_deadline: false,
            zone: lead.season.zone.clone(),
            price_en: p.price[0].into(),
            price_es: p.price[1].into(),
            recorded: p.recorded.into(),
            changed_at: Time(0),
            published_at: None,
            program_name: String::new(),
            link_state: None,
            checked_at: None,
        };
        let id = acts::make(kernel, &permit, Some(by), &listing).await?;
        // Addresses of the demo lead nowhere, so what a try said is written, not tried.
        let is_dead = p.place.is_empty();
        let mut tx = kernel.db.begin().await?;
        tx.run(
            sql!(
                "INSERT INTO link_check (url, state, said, checked_at, dead_since)
                VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT (url) DO NOTHING"
            ),
            args![
                p.url,
                if is_dead { LinkState::Dead } else { LinkState::Ok },
                if is_dead { "404" } else { "200" },
                kernel.now(),
                is_dead.then(|| kernel.now())
            ],
        )
        .await?;
        tx.commit().await?;
        if let Some(made) = store::one(&mut kernel.db.read().await?, &permit, &id).await? {
            acts::publish(kernel, &permit, Some(by), &made).await?;
        }
    }
    Ok(())
}
