//! What people said before the retreat: when they come, what they eat, what they need, what they paid.

use super::gatherings::{find, has_come, people};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_programs::InSeason;
use weft_programs::TakePart;
use weft_season::logistics::rules::Arrange;
use weft_season::logistics::{Sheet, acts, store};
use weft_web::Result;

/// How people come, eat and what they need; the list begins anew when it ends.
const WAYS: [(&str, &str, &str, &str); 7] = [
    ("6:40 p.m. by plane; a ride from the airport would help", "after lunch, 2:55 p.m. flight", "Vegetarian", ""),
    (
        "by car around noon; I have one free seat",
        "by car, after the closing circle",
        "Everything",
        "A break every hour for my back.",
    ),
    ("4:10 p.m. by bus", "by bus at 4:30 p.m.", "No pork", ""),
    (
        "8:05 p.m. flight; please save me a plate",
        "early, 12:40 p.m. flight",
        "Allergic to peanuts, even small amounts",
        "",
    ),
    ("by car, sharing a ride", "by car", "Vegan", "Captions when something is shown."),
    ("5:15 p.m. train", "3:05 p.m. train", "No gluten", ""),
    ("by car, evening", "by car, evening", "Everything but fish", ""),
];

/// The retreat's sheets, and money asked back and paid; those in `silent` have not said a word.
pub async fn make(kernel: &Kernel, lead: &InSeason, named: &Id, until: Time) -> Result<()> {
    let season = &lead.season;
    if !has_come(kernel, until, "2025-01-14T15:00:00Z") {
        return Ok(());
    }
    let meeting = find(kernel, season, 1).await?;
    let all = people(kernel, season).await?;
    for (i, person) in all.iter().enumerate().filter(|(i, _)| ![6, 13].contains(i)) {
        let own = TakePart::at_the_terminal(&Terminal::open(), &season.id, person);
        let (arrives, departs, diet, access) = WAYS[i % WAYS.len()];
        let sheet = Sheet {
            arrives_on: Some(if i % 6 == 5 { "2025-01-23" } else { "2025-01-22" }.into()),
            arrives: arrives.into(),
            departs_on: Some("2025-01-24".into()),
            departs: departs.into(),
            nights: Some(if i % 6 == 5 { 1 } else { 2 }),
            room: if i == 3 { "On the ground floor, please." } else { "" }.into(),
            diet: diet.into(),
            access: access.into(),
            care: if i == 8 { "My mother is coming with me. She needs a chair with arms." } else { "" }.into(),
            emergency_name: "A neighbor".into(),
            emergency_phone: format!("+1-202-555-01{:02}", 10 + i),
            note: String::new(),
        };
        acts::say(kernel, &own, &meeting.gathering.id, &sheet).await?;
    }
    if !has_come(kernel, until, "2025-01-28T15:00:00Z") {
        return Ok(());
    }
    for (place, cents, what) in [
        (0, 21_840, "Plane ticket"),
        (8, 9_600, "Two days of care for my father"),
        (12, 4_350, "Bus and a ride"),
        (15, 14_500, "A hotel night on January 30"),
    ] {
        let Some(person) = all.get(place) else { continue };
        acts::ask(
            kernel,
            &TakePart::at_the_terminal(&Terminal::open(), &season.id, person),
            &meeting.gathering.id,
            cents,
            what,
        )
        .await?;
    }
    if has_come(kernel, until, "2025-02-05T15:00:00Z") {
        let arrange = Arrange::at_the_terminal(&Terminal::open(), &season.id, named);
        let asked = store::money(&mut kernel.db.read().await?, &arrange, &meeting.gathering.id).await?;
        for r in asked {
            let reason = if r.cents == 14_500 {
                "That night was a week after the retreat. Let me know if it was related."
            } else {
                ""
            };
            if r.cents != 4_350 {
                let settlement = acts::Settlement { id: &r.id, is_paid: reason.is_empty(), reason };
                acts::settle(kernel, &arrange, named, season, &meeting, settlement).await?;
            }
        }
    }
    Ok(())
}
