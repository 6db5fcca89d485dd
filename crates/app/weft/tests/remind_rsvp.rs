//! Asking again who comes: whom a reminder reaches, whom it does not and why, and that pressing twice sends once.

use crate::common;

use axum::http::StatusCode;
use common::meet::{announced, count, fields, people};
use common::{Actor, House, engines, s};
use weft_kernel::clock::Time;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

/// Whom reminders went to so far, in order.
async fn reminded(house: &House) -> Vec<String> {
    let to = |m: &String| m.lines().find_map(|l| l.strip_prefix("To: ")).unwrap_or_default().trim().to_owned();
    let is_one = |m: &&String| m.contains("Don't want reminders") || m.contains("No quiere recordatorios");
    let mut all: Vec<String> = house.mails().await.iter().filter(is_one).map(to).collect();
    all.sort();
    all
}

async fn change(house: &House, sql: weft_kernel::db::Sql, person: &Actor<'_>) {
    let mut tx = house.kernel.db.begin().await.expect("begins");
    tx.run(sql, args![person.id.as_ref().expect("a person")]).await.expect("runs");
    tx.commit().await.expect("commits");
}

#[tokio::test]
async fn those_who_have_not_answered_are_reminded_once_a_day_and_the_page_says_who_is_not() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let all = people(&house, 6).await;
        let path = announced(&lead, &fields("Retreat", &[("2025-03-05", "13:00", "16:00", "1", "")])).await;
        let remind = format!("{path}/rsvp-reminder");
        // One answers, one has no address, one wants no reminders, and email to one comes back.
        all[0].post(&format!("{path}/answer"), &[("answer", "no")]).await;
        change(&house, sql!("UPDATE contact_point SET until = since WHERE person_id = $1"), &all[1]).await;
        change(&house, sql!("UPDATE person SET reminders = 'none' WHERE id = $1"), &all[2]).await;
        change(
            &house,
            sql!(
                "INSERT INTO address_mark (norm, at, how, code)
                SELECT b.norm, 1, 'hand', '' FROM mailbox b WHERE b.person_id = $1"
            ),
            &all[3],
        )
        .await;
        change(&house, sql!("UPDATE person SET language = 'es' WHERE id = $1"), &all[5]).await;
        let before = lead.get(&path).await.body;
        for said in [
            "5 people haven’t answered",
            "Email a reminder to 2 people",
            "one person has no email address",
            "one person turned off reminders",
            "one person’s address returns our email",
            "Will you be there? Retreat",
        ] {
            assert!(before.contains(said), "{engine}: {said}: {before}");
        }
        assert!(!before.contains("already got a reminder"), "{engine}");
        assert_eq!(reminded(&house).await, Vec::<String>::new());

        // Two people press at once, and one of them again: each email goes out once.
        let ayo = house.someone("Ayo", Some(Role::Facilitator), Strength::TwoFactors).await;
        let (a, b) = tokio::join!(lead.post(&remind, &[]), ayo.post(&remind, &[]));
        let mut told = [a.location().to_owned(), b.location().to_owned()];
        told.sort();
        assert_eq!(told, [format!("{path}?reminded=0#remind"), format!("{path}?reminded=2#remind")], "{engine}");
        assert_eq!(lead.post(&remind, &[]).await.location(), format!("{path}?reminded=0#remind"));
        assert_eq!(reminded(&house).await, ["person04@example.org", "person05@example.org"], "{engine}");
        let events = sql!("SELECT COUNT(*) FROM event WHERE verb = 'rsvp.reminded' AND detail = '2'");
        assert_eq!(count(&house, events).await, 1, "{engine}: an act that sends nothing leaves nothing");
        let after = lead.get(&format!("{path}?reminded=0")).await.body;
        assert!(
            after.contains("No email was sent. No one else can get a reminder today.")
                && after.contains("2 people already got a reminder today")
                && !after.contains("Email a reminder to"),
            "{engine}: {after}"
        );
        assert!(lead.get(&format!("{path}?reminded=2")).await.body.contains("Sent to 2 people."));

        // Each is written in the reader's language, and leads to where they answer.
        let mails = house.mails().await;
        let of = |to: &str| {
            let is_it = |m: &&String| m.contains("#answer") && m.contains(&format!("To: {to}@example.org"));
            mails.iter().find(is_it).expect("an email")
        };
        let (en, es) = (of("person04"), of("person05"));
        assert!(en.contains("Will you be there? Retreat") && en.contains("1:00") && en.contains("Answer now"), "{en}");
        assert!(es.contains("Responder ahora") && !es.contains("Answer now"), "{es}");
        assert!(en.contains(&format!("http://localhost{path}#answer")), "{en}");

        // The next day they can be asked again, and whoever has answered is not.
        all[4].post(&format!("{path}/answer"), &[("answer", "yes")]).await;
        house.kernel.clock.advance(24 * 3600);
        let lead = common::meet::again(&lead).await;
        assert!(lead.get(&path).await.body.contains("Email a reminder to one person"), "{engine}");
        assert_eq!(lead.post(&remind, &[]).await.location(), format!("{path}?reminded=1#remind"));
        assert_eq!(reminded(&house).await.len(), 3, "{engine}");

        // Once it has begun there is nothing to ask.
        house.kernel.clock.set(Time::parse("2025-03-05T19:00:00Z").expect("a moment"));
        let lead = common::meet::again(&lead).await;
        assert!(!lead.get(&path).await.body.contains("id=\"remind\""), "{engine}");
        assert_eq!(lead.post(&remind, &[]).await.location(), format!("{path}?reminded=0#remind"));
        assert_eq!(reminded(&house).await.len(), 3, "{engine}");
    }
}

#[tokio::test]
async fn the_first_press_of_a_day_reaches_whoever_read_it_in_the_daily_email_and_the_list_then_leaves_it_out() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let all = people(&house, 2).await;
        let path = announced(&lead, &fields("Retreat", &[("2025-01-17", "13:00", "16:00", "1", "")])).await;
        // It is ten in the morning; one of the two wants no daily email.
        change(&house, sql!("UPDATE person SET digest = 'never' WHERE id = $1"), &all[1]).await;
        house.mails().await;
        weft_programs::digest::send(&house.kernel).await.expect("sends");
        let page = lead.get(&path).await.body;
        assert!(
            page.contains("Email a reminder to 2 people") && !page.contains("already got a reminder today"),
            "{engine}: {page}"
        );
        house.kernel.clock.advance(4 * 24 * 3600);
        let lead = common::meet::again(&lead).await;
        let remind = format!("{path}#remind");
        assert!(lead.get(&s("")).await.body.contains(&remind), "{engine}");
        weft_programs::digest::send(&house.kernel).await.expect("sends");
        lead.post(&format!("{path}/rsvp-reminder"), &[]).await;
        assert_eq!(reminded(&house).await, ["person00@example.org", "person01@example.org"], "{engine}");
        // The list of what there is to do has it again on the next day.
        assert!(!lead.get(&s("")).await.body.contains(&remind), "{engine}");
        house.kernel.clock.advance(21 * 3600);
        let lead = common::meet::again(&lead).await;
        assert!(lead.get(&s("")).await.body.contains(&remind), "{engine}");
    }
}

#[tokio::test]
async fn drafts_and_others_are_not_asked_about() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    let all = people(&house, 1).await;
    let made =
        common::meet::send(&lead, &s("new-gathering"), &fields("Draft", &[("2025-03-05", "13:00", "16:00", "1", "")]))
            .await;
    let path = made.location().to_owned();
    assert!(!lead.get(&path).await.body.contains("id=\"remind\""));
    assert_eq!(lead.post(&format!("{path}/rsvp-reminder"), &[]).await.location(), format!("{path}?reminded=0#remind"));
    for (name, role) in [("Coach", Role::Coach), ("Evaluator", Role::Evaluator)] {
        let other = house.someone(name, Some(role), Strength::TwoFactors).await;
        assert_eq!(other.post(&format!("{path}/rsvp-reminder"), &[]).await.status, StatusCode::NOT_FOUND, "{name}");
    }
    assert_eq!(all[0].post(&format!("{path}/rsvp-reminder"), &[]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(reminded(&house).await, Vec::<String>::new());
}

#[tokio::test]
async fn a_gatherings_page_leads_with_what_its_moment_asks() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    let all = people(&house, 2).await;
    let path = announced(&lead, &fields("Session", &[("2025-01-17", "13:00", "16:00", "1", "")])).await;
    let at = |page: &str, what: &str| page.find(what).unwrap_or_else(|| panic!("no {what} in {page}"));

    // Before: when, the answer, calendars; the agenda comes after.
    let page = all[0].get(&path).await.body;
    assert!(at(&page, "1:00–4:00 p.m.") < at(&page, "id=\"answer\""), "{page}");
    assert!(
        page.contains("https://calendar.google.com/calendar/render?action=TEMPLATE")
            && page.contains("dates=20250117T180000Z%2F20250117T210000Z")
            && page.contains("https://outlook.office.com/calendar/0/action/compose?")
            && page.contains(&format!("{path}/calendar.ics"))
            && !page.contains("id=\"now\"")
            && !page.contains("id=\"after\""),
        "{page}"
    );
    // One press answers; the page says so, and which answer stands.
    let said = all[0].post(&format!("{path}/answer"), &[("answer", "yes"), ("note", "")]).await;
    assert_eq!(said.location(), format!("{path}?answered=1#answer"));
    let page = all[0].get(&format!("{path}?answered=1")).await.body;
    let stands = page.contains("aria-pressed=\"true\">Yes, I’ll be there");
    assert!(stands && page.contains("You said you’ll be there."), "{page}");

    // While it goes on: the way in first, and no question for whoever has answered.
    house.kernel.clock.set(Time::parse("2025-01-17T18:05:00Z").expect("a moment"));
    let (one, other) = (common::meet::again(&all[0]).await, common::meet::again(&all[1]).await);
    let page = one.get(&path).await.body;
    assert!(page.contains("Happening now") && page.contains("Join now") && !page.contains("id=\"answer\""), "{page}");
    assert!(other.get(&path).await.body.contains("id=\"answer\""));
    let facilitator = house.someone("Ayo", Some(Role::Facilitator), Strength::TwoFactors).await;
    let page = facilitator.get(&path).await.body;
    assert!(at(&page, "id=\"now\"") < at(&page, "/console\""), "{page}");

    // After it: what is left to do for each.
    let sitting = common::meet::sittings(&house, &path).await.remove(0);
    one.post(&format!("{path}/sittings/{sitting}/arrival"), &[]).await;
    house.kernel.clock.set(Time::parse("2025-01-18T18:05:00Z").expect("a moment"));
    let (one, other) = (common::meet::again(&all[0]).await, common::meet::again(&all[1]).await);
    let page = one.get(&path).await.body;
    assert!(page.contains("Thank you for being there.") && !page.contains("Catch up on this gathering"), "{page}");
    let page = other.get(&path).await.body;
    assert!(page.contains("Catch up on this gathering") && page.contains("Questions? Ask Ines:"), "{page}");
}
