//! Travel, rooms and money: one named person reads, nothing of it is anywhere else, and after sixty days only numbers
//! are left.

use crate::common;

use axum::http::StatusCode;
use common::meet::{again, announced, count, fields, people};
use common::{Actor, House, s};
use weft_kernel::clock::Time;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;
use weft_season::logistics::acts::sweep;

const SECRET: &str = "peanut-allergy-of-mine";

/// A retreat of two days, announced.
async fn retreat(lead: &Actor<'_>) -> String {
    let mut fields =
        fields("Retreat", &[("2025-02-10", "09:00", "17:00", "1", ""), ("2025-02-11", "09:00", "15:00", "2", "")]);
    fields.retain(|(n, _)| n != "format" && !n.starts_with("link"));
    fields.push(("format".into(), "in-person".into()));
    announced(lead, &fields).await
}

async fn name(house: &House, person: &Actor<'_>) {
    let mut tx = house.kernel.db.begin().await.expect("begins");
    tx.run(sql!("UPDATE season SET access_contact_id = $1"), args![person.id.as_ref()]).await.expect("updates");
    tx.commit().await.expect("commits");
}

const SHEET: [(&str, &str); 6] = [
    ("arrives_on", "2025-02-09"),
    ("arrives", "=cmd by train"),
    ("nights", "2"),
    ("diet", SECRET),
    ("emergency_name", "Her <sister>"),
    ("emergency_phone", "+1"),
];

#[tokio::test]
async fn only_the_named_person_reads_what_people_need() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let co = house.someone("Co", Some(Role::CoLead), Strength::TwoFactors).await;
        let path = retreat(&lead).await;
        let one = &people(&house, 1).await[0];
        let travel = format!("{path}/travel");
        // Nobody is named: nothing is asked, nothing is taken.
        assert!(
            one.get(&travel).await.body.contains("There’s no accessibility contact yet")
                && !one.get(&path).await.body.contains("Fill in travel form")
        );
        assert_eq!(one.post(&travel, &SHEET).await.status, StatusCode::NOT_FOUND);
        name(&house, &co).await;
        let page = one.get(&travel).await.body;
        assert!(page.contains("Only Co sees this form") && page.contains("April 12, 2025"), "{page}");
        let wrong = one
            .post(
                &travel,
                &[
                    ("arrives_on", "2025-02-12"),
                    ("departs_on", "2025-02-09"),
                    ("diet", SECRET),
                    ("emergency_name", "Her sister"),
                    ("nights", "-1"),
                ],
            )
            .await;
        assert!(
            wrong.status == StatusCode::UNPROCESSABLE_ENTITY
                && wrong.body.contains(SECRET)
                && wrong.body.contains("phone number too"),
            "{}",
            wrong.body
        );
        for _ in 0..2 {
            assert_eq!(one.post(&travel, &SHEET).await.status, StatusCode::SEE_OTHER);
        }
        one.post(&format!("{travel}/reimbursements"), &[("amount", "84,50"), ("what", "My secret-ticket")]).await;
        let logistics = format!("{path}/logistics");
        let read = co.get(&logistics).await;
        assert!(
            read.body.contains(SECRET)
                && read.body.contains("Her &#60;sister&#62;, +1")
                && read.body.contains("1 of 1 have answered")
                && read.body.contains("2 nights"),
            "{}",
            read.body
        );
        let csv = co.get(&format!("{logistics}.csv")).await.body;
        assert!(csv.contains("'=cmd by train") && csv.contains(SECRET), "{csv}");
        assert_eq!(
            count(&house, sql!("SELECT COUNT(*) FROM event WHERE verb IN ('logistics.read', 'logistics.exported')"))
                .await,
            2
        );
        let weak = house.as_person(co.id.as_ref().expect("a person"), Strength::Link).await;
        let mut others = vec![lead, weak];
        for (name, role) in [
            ("Own", Role::Owner),
            ("Fac", Role::Facilitator),
            ("Coach", Role::Coach),
            ("Eva", Role::Evaluator),
            ("Two", Role::Registrant),
        ] {
            others.push(house.someone(name, Some(role), Strength::TwoFactors).await);
        }
        for other in &others {
            for page in [
                "/",
                &s(""),
                &path,
                &logistics,
                &format!("{logistics}.csv"),
                &travel,
                &format!("{path}/packet"),
                &format!("{path}/attendance/1"),
                "/me/data.zip",
                "/me/history",
            ] {
                let body = other.get(page).await.body;
                assert!(!body.contains(SECRET) && !body.contains("secret-ticket"), "{page}");
            }
            assert_eq!(other.get(&logistics).await.status, StatusCode::NOT_FOUND);
            assert_eq!(other.get(&format!("{logistics}.csv")).await.status, StatusCode::NOT_FOUND);
        }
        assert_eq!(
            count(&house, sql!("SELECT COUNT(*) FROM event WHERE detail LIKE '%peanut%' OR detail LIKE '%ticket%'"))
                .await,
            0
        );
        // A session online has no rooms to give.
        let online = announced(&others[0], &fields("Session", &[("2025-03-10", "13:00", "14:00", "1", "")])).await;
        assert_eq!(one.get(&format!("{online}/travel")).await.status, StatusCode::NOT_FOUND);
        // A page that named someone else tells nobody, and keeps the words.
        let stale = one.post(&travel, &[&SHEET[..], &[("reader", "someone-else")]].concat()).await;
        assert!(
            stale.status == StatusCode::UNPROCESSABLE_ENTITY
                && stale.body.contains("The person who reads this has changed")
                && stale.body.contains(SECRET)
        );
        // Whoever is named later does not read what was told to another, until it is said anew.
        let next = house.someone("Next", Some(Role::CoLead), Strength::TwoFactors).await;
        name(&house, &next).await;
        let page = next.get(&logistics).await.body;
        assert!(
            !page.contains(SECRET)
                && !page.contains("secret-ticket")
                && co.get(&logistics).await.status == StatusCode::NOT_FOUND
        );
        assert!(one.get(&travel).await.body.contains("Next can’t see it until you save it again"));
        one.post(&travel, &SHEET).await;
        assert!(next.get(&logistics).await.body.contains(SECRET));
        one.post(&format!("{travel}/removal"), &[]).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM logistics_sheet")).await, 0);
    }
}

#[tokio::test]
async fn money_is_asked_once_settled_once_and_no_letter_says_how_much() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let path = retreat(&lead).await;
        name(&house, &lead).await;
        let one = &people(&house, 1).await[0];
        let money = format!("{path}/travel/reimbursements");
        for wrong in [("amount", "lots"), ("amount", "-4"), ("what", "")] {
            let mut fields = vec![("amount", "84.50"), ("what", "Ticket")];
            fields.retain(|(n, _)| *n != wrong.0);
            fields.push(wrong);
            assert_eq!(one.post(&money, &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong:?}");
        }
        for _ in 0..2 {
            one.post(&money, &[("amount", "84.50"), ("what", "Ticket")]).await;
        }
        one.post(&money, &[("amount", "20"), ("what", "Taxi")]).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM reimbursement")).await, 2);
        let id = async |what: &str| {
            house
                .kernel
                .db
                .read()
                .await
                .expect("reads")
                .one::<(String,)>(sql!("SELECT id FROM reimbursement WHERE what = $1"), args![what])
                .await
                .expect("there")
                .0
        };
        let (ticket, taxi) = (id("Ticket").await, id("Taxi").await);
        let settle = async |id: &str, state: &str, reason: &str| {
            lead.post(&format!("{path}/logistics/reimbursements/{id}"), &[("state", state), ("reason", reason)])
                .await
                .status
        };
        assert_eq!(settle(&taxi, "declined", "").await, StatusCode::UNPROCESSABLE_ENTITY);
        settle(&ticket, "paid", "").await;
        settle(&ticket, "declined", "Changed my mind").await;
        settle(&taxi, "declined", "The bus was ours").await;
        one.post(&format!("{money}/{taxi}/removal"), &[]).await;
        let page = one.get(&format!("{path}/travel")).await.body;
        assert!(
            page.contains("84.50")
                && page.contains(">paid<")
                && page.contains("The bus was ours")
                && !page.contains("Changed my mind"),
            "{page}"
        );
        let mails = house.mails().await;
        let settled: Vec<&String> = mails.iter().filter(|m| m.contains("Your reimbursement for")).collect();
        assert_eq!(settled.len(), 2);
        assert!(settled.iter().all(|m| !m.contains("84.50") && !m.contains("bus was")));
        assert!(
            lead.get(&format!("{path}/logistics")).await.body.contains("0.00 requested, 84.50 paid, 20.00 declined.")
        );
    }
}

#[tokio::test]
async fn sixty_days_after_the_last_day_only_numbers_are_left() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let path = retreat(&lead).await;
        name(&house, &lead).await;
        let all = people(&house, 3).await;
        for one in &all[..2] {
            one.post(&format!("{path}/travel"), &SHEET).await;
        }
        all[0].post(&format!("{path}/travel/reimbursements"), &[("amount", "30"), ("what", "Ticket")]).await;
        // Those who have said nothing are asked, once a day.
        let told = house.mails().await.len();
        for said in ["emailing one person", "Everyone has answered or was already emailed"] {
            assert!(lead.post(&format!("{path}/logistics/asking"), &[]).await.body.contains(said));
        }
        assert_eq!(house.mails().await.len(), told + 1);
        let erased = async |moment: &str| {
            house.kernel.clock.set(Time::parse(moment).expect("a moment"));
            sweep(&house.kernel).await.expect("sweeps")
        };
        assert_eq!(erased("2025-04-12T19:59:00Z").await, 0, "the last day ended at 15:00 in New York");
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM logistics_sheet")).await, 2);
        assert_eq!(erased("2025-04-12T20:01:00Z").await, 1);
        assert_eq!(erased("2025-04-12T20:02:00Z").await, 0);
        assert_eq!(
            count(&house, sql!("SELECT (SELECT COUNT(*) FROM logistics_sheet) + (SELECT COUNT(*) FROM reimbursement)"))
                .await,
            0
        );
        let late = again(&all[2]).await;
        assert_eq!(late.post(&format!("{path}/travel"), &SHEET).await.status, StatusCode::NOT_FOUND);
        // The page asks for nothing that it would not take.
        let page = late.get(&format!("{path}/travel")).await.body;
        assert!(page.contains("were deleted on April 12, 2025") && !page.contains("name=\"diet\""), "{page}");
        let page = again(&lead).await.get(&format!("{path}/logistics")).await.body;
        assert!(
            page.contains("2 travel forms were deleted on April 12, 2025")
                && page.contains("Requested: 30.00. Paid: 0.00."),
            "{page}"
        );
    }
}

#[tokio::test]
async fn a_packet_has_what_is_needed_and_keeps_inside_what_stays_inside() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    let path = retreat(&lead).await;
    let block = [
        ("kind", "grounding"),
        ("title_en", "Arriving"),
        ("minutes", "30"),
        ("owner", "Ayo"),
        ("cue", "Say it <slowly>"),
    ];
    assert_eq!(lead.post(&format!("{path}/agenda/1"), &block).await.status, StatusCode::SEE_OTHER);
    lead.post(&s("agreements"), &[("seen", "0"), ("text", "We may pass.")]).await;
    for (title, inside) in [("Bread", "yes"), ("Breath", "")] {
        let card = [
            ("kind", "handout"),
            ("title_en", title),
            ("text_en", "Text"),
            ("origin", "Us"),
            ("licence", "own"),
            ("stays_inside", inside),
        ];
        let card = lead.post(&s("new-card"), &card).await.location().to_owned();
        lead.post(&format!("{card}/publication"), &[]).await;
    }
    lead.post(&format!("{path}/cards"), &[("place-1", "1"), ("place-2", "2")]).await;
    let one = &people(&house, 1).await[0];
    let packet = one.get(&format!("{path}/packet")).await.body;
    for there in ["Monday, February 10, 2025", "Arriving", "We may pass.", ">Breath<", "Some cards stay inside"] {
        assert!(packet.contains(there), "{there}: {packet}");
    }
    assert!(!packet.contains("slowly") && !packet.contains(">Bread<"), "{packet}");
    assert!(lead.get(&format!("{path}/packet")).await.body.contains("Say it &#60;slowly&#62;"));
    let evaluator = house.someone("Eva", Some(Role::Evaluator), Strength::TwoFactors).await;
    assert_eq!(evaluator.get(&format!("{path}/packet")).await.status, StatusCode::NOT_FOUND);
}
