//! An invitation that is canceled before it is answered: its seat is free, its link says so, and whoever may have read
//! it is told.

use crate::common;

use axum::http::StatusCode;
use common::meet::{again, count};
use common::{Actor, House, link, pool, s};
use futures_util::future::join;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

/// A season with four invited and mailed; the browser of its lead, and of each invited person its number, address and
/// link.
async fn invited(house: &House) -> (Actor<'_>, Vec<(String, String, String)>) {
    let lead = house.lead().await;
    house.import(&pool()).await;
    common::read_pool(house).await;
    common::choose(&lead).await;
    let mut all = Vec::new();
    for mail in house.mails().await.iter().filter(|m| m.contains("/invitation/")) {
        let to = mail.split("\r\nTo: ").nth(1).and_then(|r| r.split("\r\n").next()).unwrap_or_default().to_owned();
        let n: usize =
            to.trim_start_matches("person").split('@').next().and_then(|n| n.parse().ok()).expect("a number");
        all.push((format!("A{n:02}"), to, link(mail, "/invitation/").to_owned()));
    }
    all.sort();
    assert_eq!(all.len(), 4);
    (lead, all)
}

fn at(number: &str) -> String {
    s(&format!("invitations/{number}/cancellation"))
}

#[tokio::test]
async fn a_canceled_invitation_frees_its_seat_and_its_person_reads_why() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let (lead, all) = invited(&house).await;
        let (number, to, path) = &all[0];
        let seats = async || {
            weft_admission::selection::store::seats(
                &mut house.kernel.db.read().await.expect("reads"),
                &house.season,
                house.kernel.now(),
            )
            .await
            .expect("counts")
        };
        assert_eq!(seats().await, (4, 0, 4), "{engine}: all seats are kept for someone");
        // The team writes the email in its own words, and finds the way on the list.
        let text = [
            ("subject_en", "About your seat"),
            ("body_en", "Dear {name},\n\n{message}\n\nYours."),
            ("subject_es", "Sobre su lugar"),
            ("act", "save"),
            ("body_es", "Hola {name}:\n\n{message}\n\nSaludos."),
        ];
        let page = s("emails/invitation-canceled");
        let saved = crate::emails::send(&lead, &page, &page, &text).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let list = lead.get(&s("invitations")).await.body;
        assert_eq!(list.matches("/cancellation\"").count(), 4, "{list}");
        let page = lead.get(&at(number)).await.body;
        for said in ["Their seat becomes free", to.as_str(), "About your seat", "can’t undo this"] {
            assert!(page.contains(said), "{said}: {page}");
        }
        // Only who chooses: for anyone else there is no such page.
        let owner = house.someone("Odile", Some(Role::Owner), Strength::TwoFactors).await;
        for other in [&owner, &house.visitor()] {
            assert_eq!(other.get(&at(number)).await.status, StatusCode::NOT_FOUND);
            assert_eq!(other.post(&at(number), &[]).await.status, StatusCode::NOT_FOUND);
        }
        let before = house.mails().await.len();
        house.kernel.clock.advance(1);
        let words = [("message", "We mixed up two applications.\nWe are sorry.")];
        assert_eq!(lead.post(&at(number), &words).await.location(), s("invitations?canceled=yes"), "{engine}");
        assert_eq!(lead.post(&at(number), &words).await.location(), s("invitations?canceled=no"), "pressed twice");
        let mails = house.mails().await;
        assert_eq!(mails.len(), before + 1, "{engine}: told once");
        let notice = mails.iter().find(|m| m.contains("About your seat")).expect("a notice");
        assert!(notice.contains(&format!("To: {to}")) && notice.contains("mixed up two applications"), "{notice}");
        assert!(!notice.contains("/invitation/"), "{notice}");
        assert_eq!(seats().await, (4, 0, 3), "{engine}");
        let list = lead.get(&s("invitations?canceled=yes")).await.body;
        assert!(list.contains("The invitation was canceled.") && list.contains(">canceled<"), "{list}");
        assert_eq!(list.matches("/cancellation\"").count(), 3);
        assert!(lead.get(&s("")).await.body.contains("Invitation canceled"), "the team reads of it");

        // The link says what happened and takes no answer; who signs in is not asked any more.
        let visitor = house.visitor();
        assert!(visitor.get(path).await.body.contains("This invitation was canceled"), "{engine}");
        let late = visitor.post(path, &[("answer", "accept")]).await.body;
        assert!(late.contains("This invitation was canceled") && !late.contains("Welcome"), "{late}");
        assert_eq!(count(&house, sql!("SELECT seats_taken FROM season WHERE slug = 'season-2025'")).await, 0);
        let mut conn = house.kernel.db.read().await.expect("reads");
        let (person,): (weft_kernel::ids::Id,) = conn
            .one(sql!("SELECT person_id FROM application WHERE external_id = $1"), args![number.as_str()])
            .await
            .expect("there");
        drop(conn);
        let own = house.as_person(&person, Strength::Link).await;
        assert!(!own.get("/").await.body.contains("/invitation/"), "{engine}");
        assert!(!lead.get(&s("")).await.body.contains("expired without"), "it did not expire");

        // An answered one cannot be canceled, and nothing is said to anyone.
        visitor.post(&all[1].2, &[("answer", "accept")]).await;
        let told = house.mails().await.len();
        assert_eq!(lead.get(&at(&all[1].0)).await.status, StatusCode::NOT_FOUND);
        assert_eq!(lead.post(&at(&all[1].0), &[]).await.location(), s("invitations?canceled=no"));
        assert_eq!(house.mails().await.len(), told);

        // Invited again by a later run, they get a new link, which is answered as any.
        house.kernel.clock.advance(15 * 86_400);
        let lead = again(&lead).await;
        let run = lead.post(&s("selection/proposal"), &[]).await.location().to_owned();
        lead.post(&format!("{run}/confirmation"), &[("days", "7")]).await;
        let mails = house.mails().await;
        let newest = mails.iter().rfind(|m| m.contains("/invitation/") && m.contains(&format!("To: {to}")));
        if let Some(newest) = newest.filter(|m| link(m, "/invitation/") != path) {
            let yes = visitor.post(link(newest, "/invitation/"), &[("answer", "accept")]).await.body;
            assert!(yes.contains("Welcome"), "{engine}: {yes}");
        }
    }
}

#[tokio::test]
async fn an_invitation_that_has_not_left_never_leaves_and_nobody_is_told() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house.import(&pool()).await;
        common::read_pool(&house).await;
        assert_eq!(lead.post(&s("outbox"), &[("act", "hold")]).await.status, StatusCode::SEE_OTHER, "{engine}");
        common::choose(&lead).await;
        assert!(house.mails().await.is_empty(), "{engine}: all are held");
        let list = lead.get(&s("invitations")).await.body;
        let number = list.split("/cancellation\"").next().and_then(|p| p.rsplit('/').next()).expect("one").to_owned();
        assert!(lead.get(&at(&number)).await.body.contains("hasn’t been sent yet"));
        assert_eq!(lead.post(&at(&number), &[]).await.location(), s("invitations?canceled=yes"));
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM outbox WHERE discarded_at IS NOT NULL")).await, 1);
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM outbox WHERE state = 'waiting'")).await, 3, "{engine}");
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM outcome WHERE outcome = 'invited'")).await, 3);
        // Nor is anyone told whose invitation the team had discarded.
        let mut tx = house.kernel.db.begin().await.expect("begins");
        let discard = sql!(
            "UPDATE outbox
            SET state = 'expired', payload = '', discarded_at = 1, held_at = NULL
            WHERE state = 'waiting'"
        );
        tx.run(discard, args![]).await.expect("discards");
        tx.commit().await.expect("commits");
        let list = lead.get(&s("invitations")).await.body;
        let number = list.split("/cancellation\"").next().and_then(|p| p.rsplit('/').next()).expect("one").to_owned();
        assert_eq!(lead.post(&at(&number), &[]).await.location(), s("invitations?canceled=yes"));
        assert!(house.mails().await.is_empty(), "{engine}");
    }
}

#[tokio::test]
async fn of_an_answer_and_a_cancellation_at_once_one_counts() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let (lead, all) = invited(&house).await;
        for (number, _, path) in &all {
            let visitor = house.visitor();
            let cancellation = at(number);
            let (answered, canceled) =
                join(visitor.post(path, &[("answer", "accept")]), lead.post(&cancellation, &[])).await;
            let (yes, no) = (answered.body.contains("Welcome"), canceled.location().ends_with("canceled=yes"));
            assert!(yes != no, "{engine}: {yes} {no}");
        }
        let sql = sql!(
            "SELECT COUNT(*)
            FROM invitation i
            JOIN invitation_answer n ON n.invitation_id = i.id
            WHERE i.canceled_at IS NOT NULL"
        );
        assert_eq!(count(&house, sql).await, 0, "{engine}");
        let sql = sql!("SELECT COUNT(*) FROM invitation WHERE canceled_at IS NULL");
        let taken = count(&house, sql!("SELECT COUNT(*) FROM member")).await;
        assert_eq!(count(&house, sql).await, taken, "{engine}");
    }
}
