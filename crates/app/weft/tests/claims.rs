//! Whose words become whose: what a stranger typed is never confirmed, adopted or told apart by what its victim does.

use crate::common;

use axum::http::StatusCode;
use common::meet::count;
use common::typed::{apply, confirm, filled, newest, offer, open_call, own_data, prove, register, send, signed_in};
use common::{House, link, pool, s};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};
use weft_offers::registration::places;
use weft_people::{Strength, store as people};
use weft_programs::Role;

/// Whose an address is, as far as anyone has shown.
async fn holder(house: &House, norm: &str) -> Option<Id> {
    let mut conn = house.kernel.db.read().await.expect("reads");
    let sql = sql!(
        "SELECT person_id
        FROM contact_point
        WHERE norm = $1 AND kind = 'email' AND until IS NULL AND is_apart = 0 AND proved_at IS NOT NULL"
    );
    conn.opt::<(Id,)>(sql, args![norm]).await.expect("reads").map(|(id,)| id)
}

async fn said(house: &House, person: &Id) -> Vec<String> {
    let mut conn = house.kernel.db.read().await.expect("reads");
    let rows: Vec<(String,)> =
        conn.all(sql!("SELECT value FROM access_need WHERE person_id = $1"), args![person]).await.expect("reads");
    rows.into_iter().map(|(v,)| v).collect()
}

/// The id of the newest application by a name.
async fn number_of(house: &House, name: &str) -> String {
    let mut conn = house.kernel.db.read().await.expect("reads");
    let sql = sql!(
        "SELECT a.external_id
        FROM application a
        JOIN person p ON p.id = a.person_id
        WHERE p.display_name = $1
        ORDER BY a.submitted_at DESC, a.id DESC LIMIT 1"
    );
    conn.one::<(String,)>(sql, args![name]).await.expect("there").0
}

/// The id that the page of what was sent gives to something with this name on it.
fn what(page: &str, name: &str) -> String {
    let of = page.split("<li>").find(|li| li.contains(name)).unwrap_or_else(|| panic!("{name} is not on {page}"));
    of.split("name=\"what\" value=\"").nth(1).and_then(|t| t.split('"').next()).expect("an id").to_owned()
}

/// Takes the newest staff invitation to an address; returns whose record has the role.
async fn accept(house: &House, email: &str, role: &str) -> Id {
    let path = newest(house, email, "/staff-invitation/").await;
    let taken = house.visitor().post(&path, &[("password", "three quiet herons")]).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.body);
    let mut conn = house.kernel.db.read().await.expect("reads");
    conn.one::<(Id,)>(
        sql!("SELECT person_id FROM role WHERE role = $1 AND until IS NULL ORDER BY since DESC LIMIT 1"),
        args![role],
    )
    .await
    .expect("a role")
    .0
}

#[tokio::test]
async fn a_link_proves_the_address_that_it_was_mailed_to_and_no_other() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        open_call(&lead).await;
        send(&filled(&house, "Mallory", "Thrice", "mallory@example.org", "Mine").await).await;
        house.visitor().post(&newest(&house, "mallory@example.org", &apply("resume/")).await, &[]).await;
        // Again as the same name, with an address that is somebody else's; the lead takes the two for one person.
        house.kernel.clock.advance(60);
        send(&filled(&house, "Mallory", "Thrice", "vera@example.org", "Mine").await).await;
        let second = number_of(&house, "Mallory Thrice").await;
        assert_eq!(lead.post(&s(&format!("applications/{second}/duplicate")), &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(lead.post(&s(&format!("applications/{second}/merge")), &[]).await.status, StatusCode::SEE_OTHER);
        let mallory = holder(&house, "mallory@example.org").await.expect("proved");
        let sql = sql!(
            "SELECT COUNT(*)
            FROM application a
            JOIN contact_point c ON c.person_id = a.person_id
            WHERE c.norm = 'mallory@example.org'"
        );
        assert_eq!(count(&house, sql).await, 2, "{engine}: merged");
        // A link to Mallory's own address, pressed as often as you like.
        house.as_lab().await;
        offer(&lead, "5").await;
        register(&house.visitor(), "Mallory", "Thrice", "mallory@example.org", "").await;
        let path = confirm(&house, "mallory@example.org").await;
        house.visitor().post(&format!("{path}/confirmation"), &[]).await;
        assert_eq!(
            count(
                &house,
                sql!(
                    "SELECT COUNT(*)
                    FROM contact_point
                    WHERE norm = 'vera@example.org' AND proved_at IS NOT NULL"
                )
            )
            .await,
            0,
            "{engine}"
        );
        let mut conn = house.kernel.db.read().await.expect("reads");
        let (n,): (i64,) = conn
            .one(
                sql!("SELECT COUNT(*) FROM contact_point WHERE norm = 'vera@example.org' AND person_id = $1"),
                args![&mallory],
            )
            .await
            .expect("counts");
        assert_eq!(n, 0, "{engine}: an address that nobody proved stays out of the kept record");
        drop(conn);
        // Vera's role is hers.
        lead.post(&s("roles"), &[("name", "Vera Victim"), ("email", "vera@example.org"), ("role", "faculty")]).await;
        assert_ne!(accept(&house, "vera@example.org", "faculty").await, mallory, "{engine}");
    }
}

#[tokio::test]
async fn the_link_of_a_merged_application_does_not_open_the_record_that_was_kept() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        open_call(&lead).await;
        send(&filled(&house, "Nayeli", "Campoverde", "nayeli@example.org", "Hers").await).await;
        house.visitor().post(&newest(&house, "nayeli@example.org", &apply("resume/")).await, &[]).await;
        house.kernel.clock.advance(60);
        send(&filled(&house, "Nayeli", "Campoverde", "mallory@example.org", "ATTACK").await).await;
        let second = number_of(&house, "Nayeli Campoverde").await;
        lead.post(&s(&format!("applications/{second}/duplicate")), &[]).await;
        assert_eq!(lead.post(&s(&format!("applications/{second}/merge")), &[]).await.status, StatusCode::SEE_OTHER);
        let nayeli = holder(&house, "nayeli@example.org").await.expect("proved");
        house.visitor().post(&newest(&house, "mallory@example.org", &apply("resume/")).await, &[]).await;
        assert_ne!(holder(&house, "mallory@example.org").await, Some(nayeli.clone()), "{engine}");
        let mallory = signed_in(&house, "mallory@example.org").await;
        let data = own_data(&mallory).await;
        assert!(!data.contains("nayeli@example.org") && !data.contains("Hers"), "{engine}: {data}");
        // Letters to whom the record is go to the address that is theirs.
        let mut conn = house.kernel.db.read().await.expect("reads");
        assert_eq!(
            people::address_of(&mut conn, &nayeli).await.expect("reads").as_deref(),
            Some("nayeli@example.org"),
            "{engine}"
        );
    }
}

#[tokio::test]
async fn whoever_only_typed_an_address_never_opens_what_was_merged_into_their_record() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        open_call(&lead).await;
        // The stranger was first; the team's file brings the person, and the lead takes the two for one.
        send(&filled(&house, "Given5", "Family5", "mallory@example.org", "ATTACK").await).await;
        house.kernel.clock.advance(60);
        house.import(&pool()).await;
        let mut tx = house.kernel.db.begin().await.expect("begins");
        let sql = sql!(
            "UPDATE application
            SET duplicate_of = (SELECT o.external_id FROM application o WHERE o.is_own = 1)
            WHERE external_id = 'A05'"
        );
        tx.run(sql, args![]).await.expect("marks");
        tx.commit().await.expect("commits");
        assert_eq!(lead.post(&s("applications/A05/merge"), &[]).await.location(), s("applications/A05"), "{engine}");
        house.visitor().post(&newest(&house, "mallory@example.org", &apply("resume/")).await, &[]).await;
        assert_eq!(
            holder(&house, "mallory@example.org").await,
            None,
            "{engine}: the link opens nothing that is another's"
        );
        let person = signed_in(&house, "person5@example.org").await;
        assert!(own_data(&person).await.contains("A05"), "{engine}: whom the team knew signs in as before");
    }
}

#[tokio::test]
async fn a_typed_registration_never_stands_in_for_its_holders_own() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house.as_lab().await;
        offer(&lead, "5").await;
        let paz = house.someone("Paz", None, Strength::Link).await;
        let id = paz.id.clone().expect("a person");
        prove(&house, &id, "paz@example.org").await;
        register(&house.visitor(), "Attacker", "Words", "paz@example.org", "ATTACK-NEED").await;
        let strangers = newest(&house, "paz@example.org", "/registrations/").await;
        house.kernel.clock.advance(1);
        register(&paz, "Paz", "Own", "paz@example.org", "OWN-NEED").await;
        assert_eq!(said(&house, &id).await, ["OWN-NEED"], "{engine}");
        assert_eq!(
            count(&house, sql!("SELECT COUNT(*) FROM registration WHERE state = 'held'")).await,
            1,
            "{engine}: the typed one gave its seat up"
        );
        assert_eq!(count(&house, sql!("SELECT taken FROM offer")).await, 1, "{engine}");
        assert!(paz.get(&s("gatherings")).await.status == StatusCode::OK, "{engine}: she takes part");
        // Every link there is, pressed: her words stand.
        house.visitor().post(&format!("{strangers}/confirmation"), &[]).await;
        house
            .visitor()
            .post(&format!("{}/confirmation", newest(&house, "paz@example.org", "/registrations/").await), &[])
            .await;
        assert_eq!(said(&house, &id).await, ["OWN-NEED"], "{engine}");
        assert_eq!(
            count(&house, sql!("SELECT COUNT(*) FROM access_need WHERE value = 'ATTACK-NEED'")).await,
            0,
            "{engine}"
        );
        // Not signed in: of what was typed with one address, what she confirms is hers, and nothing else.
        register(&house.visitor(), "Attacker", "Words", "quin@example.org", "ATTACK-NEED").await;
        house.kernel.clock.advance(1);
        register(&house.visitor(), "Quin", "Own", "quin@example.org", "QUIN-NEED").await;
        let path = confirm(&house, "quin@example.org").await;
        let quin = holder(&house, "quin@example.org").await.expect("proved");
        assert_eq!(said(&house, &quin).await, ["QUIN-NEED"], "{engine}");
        assert!(house.visitor().get(&path).await.body.contains("Quin Own"), "{engine}");
        assert_eq!(
            count(&house, sql!("SELECT COUNT(*) FROM access_need WHERE value = 'ATTACK-NEED'")).await,
            0,
            "{engine}"
        );
        assert_eq!(
            (
                count(&house, sql!("SELECT taken FROM offer")).await,
                count(&house, sql!("SELECT COUNT(*) FROM taking_part")).await
            ),
            (2, 2),
            "{engine}"
        );
    }
}

#[tokio::test]
async fn a_typed_address_stops_neither_a_place_nor_a_second_address() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house.as_lab().await;
        offer(&lead, "5").await;
        register(&house.visitor(), "Hol", "Der", "hol@example.org", "").await;
        let path = confirm(&house, "hol@example.org").await;
        register(&house.visitor(), "Bad", "Bad", "friend@example.org", "ATTACK-NEED").await;
        house
            .visitor()
            .post(
                &format!("{path}/transfer"),
                &[("given_name", "Friend"), ("family_name", "F"), ("email", "friend@example.org")],
            )
            .await;
        let took = house.visitor().post(&newest(&house, "friend@example.org", "/place-offers/").await, &[]).await;
        assert!(took.body.contains("The seat is yours"), "{engine}: {}", took.body);
        let friend = holder(&house, "friend@example.org").await.expect("proved");
        assert!(said(&house, &friend).await.is_empty(), "{engine}");
        assert_eq!(
            (
                count(&house, sql!("SELECT taken FROM offer")).await,
                count(&house, sql!("SELECT COUNT(*) FROM taking_part")).await
            ),
            (1, 1),
            "{engine}"
        );
        // A second address of one's own, which a stranger typed before.
        register(&house.visitor(), "Bad", "Bad", "second@example.org", "").await;
        let nia = house.someone("Nia", None, Strength::Link).await;
        nia.post("/me/contacts", &[("kind", "email"), ("contact", "second@example.org")]).await;
        let link = newest(&house, "second@example.org", "/me/addresses/").await;
        assert_eq!(nia.post(&link, &[]).await.status, StatusCode::SEE_OTHER, "{engine}");
        assert_eq!(holder(&house, "second@example.org").await, nia.id, "{engine}");
        assert!(nia.get("/me/confirm").await.body.contains("Bad Bad"), "{engine}: she says whether it was her");
    }
}

#[tokio::test]
async fn signing_in_takes_no_strangers_record_over_and_not_mine_leaves_no_words() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        open_call(&lead).await;
        let contact = house.someone("Ayo", Some(Role::Facilitator), Strength::TwoFactors).await;
        let stranger = filled(&house, "Silly", "Words", "vera@example.org", "ATTACK").await;
        send(&stranger).await;
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(sql!("UPDATE season SET access_contact_id = $1"), args![contact.id.as_ref()]).await.expect("names");
        tx.run(sql!("UPDATE access_need SET told_to = $1"), args![contact.id.as_ref()]).await.expect("tells");
        tx.commit().await.expect("commits");
        assert!(contact.get(&s("access-needs")).await.body.contains("ATTACK"), "{engine}: there is something to erase");
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(
            sql!(
                "INSERT INTO contact_point (id, person_id, kind, value, norm, is_primary, since)
                SELECT 'phone', person_id, 'phone', '555', '555', 1, 1
                FROM application"
            ),
            args![],
        )
        .await
        .expect("rings");
        tx.commit().await.expect("commits");
        // Asking for a link reads and costs the same, whoever holds the address or typed it.
        house.someone("Noor", None, Strength::Link).await;
        let mut seen = Vec::new();
        for email in ["vera@example.org", "noor@example.org", "nobody@example.org"] {
            let before = house.kernel.db.statements_run();
            let asked = house.visitor().post("/sign-in", &[("email", email)]).await;
            seen.push((
                asked.status,
                asked.location().to_owned(),
                asked.body,
                house.kernel.db.statements_run() - before,
            ));
        }
        assert!(seen.iter().all(|s| *s == seen[0]), "{engine}: {seen:?}");
        house.kernel.clock.advance(1);
        let vera = signed_in(&house, "vera@example.org").await;
        let (me, data) = (vera.get("/me").await, own_data(&vera).await);
        assert_eq!(me.status, StatusCode::OK, "{engine}");
        assert!(
            !me.body.contains("Silly")
                && !me.body.contains("ATTACK")
                && !data.contains("ATTACK")
                && !data.contains("Silly"),
            "{engine}: {data}"
        );
        assert!(vera.get("/").await.body.contains("1 thing was sent with your email address"), "{engine}");
        let page = vera.get("/me/confirm").await.body;
        let letters = house.mails().await.len();
        vera.post("/me/confirm", &[("what", &what(&page, "Silly Words")), ("act", "not-mine")]).await;
        assert_eq!(house.mails().await.len(), letters, "{engine}: nobody is told");
        let all = sql!(
            "SELECT (SELECT COUNT(*) FROM access_need)
                + (SELECT COUNT(*) FROM identity_answer)
                + (SELECT COUNT(*) FROM affiliation)
                + (SELECT COUNT(*) FROM contact_point WHERE kind = 'phone')"
        );
        assert_eq!(count(&house, all).await, 0, "{engine}: no word of it is kept");
        assert!(!contact.get(&s("access-needs")).await.body.contains("ATTACK"), "{engine}");
        stranger.post(&apply("application/link"), &[]).await;
        assert_eq!(house.mails().await.len(), letters, "{engine}: nothing more goes there");
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(sql!("UPDATE season SET access_contact_id = NULL"), args![]).await.expect("names nobody");
        tx.commit().await.expect("commits");
        // The link of the letter does the same.
        send(&filled(&house, "Other", "Words", "wren@example.org", "ATTACK").await).await;
        let path = newest(&house, "wren@example.org", &apply("resume/")).await;
        house.visitor().post(&format!("{path}/refusal"), &[]).await;
        assert_eq!(count(&house, all).await, 0, "{engine}: nor of this one");
        // What is hers joins, and gives her the name that her record does not have yet.
        send(&filled(&house, "Nayeli", "Campoverde", "nayeli@example.org", "HERS").await).await;
        let nayeli = signed_in(&house, "nayeli@example.org").await;
        let page = nayeli.get("/me/confirm").await.body;
        nayeli.post("/me/confirm", &[("what", &what(&page, "Nayeli Campoverde")), ("act", "mine")]).await;
        assert!(own_data(&nayeli).await.contains("HERS"), "{engine}");
        assert!(nayeli.get("/me").await.body.contains("Campoverde"), "{engine}");
    }
}

#[tokio::test]
async fn two_links_to_one_address_used_at_once_lead_to_one_person() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house.as_lab().await;
        offer(&lead, "9").await;
        for n in 0..4 {
            let email = format!("twice{n}@example.org");
            register(&house.visitor(), "Twice", "Typed", &email, "").await;
            let confirming = newest(&house, &email, "/registrations/").await;
            let mut presses = Vec::new();
            for _ in 0..2 {
                // Which of two letters of one moment is the newer one, nothing says.
                house.kernel.clock.set(house.kernel.now().plus_seconds(1));
                let asked = house.visitor().post("/sign-in", &[("email", &email)]).await;
                presses.push((
                    house.visitor().with_cookies(&asked.cookies()),
                    newest(&house, &email, "/sign-in/link/").await,
                ));
            }
            presses.push((house.visitor(), format!("{confirming}/confirmation")));
            let answers =
                futures_util::future::join_all(presses.iter().map(|(browser, path)| browser.post(path, &[]))).await;
            for (i, a) in answers.iter().enumerate() {
                assert_eq!(a.status, StatusCode::SEE_OTHER, "{engine}: press {i} of {n}: {}", a.body);
            }
            let holder = holder(&house, &email).await.expect("one holder");
            let mut conn = house.kernel.db.read().await.expect("reads");
            let (ins, held): (i64, i64) = conn
                .one(
                    sql!(
                        "SELECT (SELECT COUNT(*) FROM sign_in WHERE person_id = $1),
                            (SELECT COUNT(*) FROM registration WHERE person_id = $1 AND state = 'held')"
                    ),
                    args![&holder],
                )
                .await
                .expect("counts");
            assert_eq!((ins, held), (2, 1), "{engine}: all of it is theirs");
        }
    }
}

#[tokio::test]
async fn whoever_takes_a_role_has_the_name_of_the_invitation() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        open_call(&lead).await;
        send(&filled(&house, "Attacker", "Wuzhere", "carla@example.org", "ATTACK").await).await;
        lead.post(&s("roles"), &[("name", "Carla Coach"), ("email", "carla@example.org"), ("role", "coach")]).await;
        let mail = house.mails().await.into_iter().find(|m| m.contains("/staff-invitation/")).expect("a letter");
        house.visitor().post(link(&mail, "/staff-invitation/"), &[("password", "three quiet herons")]).await;
        let page = lead.get(&s("roles")).await.body;
        assert!(page.contains("Carla Coach") && !page.contains("Wuzhere"), "{engine}: {page}");
        // What she is invited to does not depend on whether the pool has her address.
        house.import(&pool()).await;
        assert_eq!(
            count(&house, sql!("SELECT COUNT(*) FROM contact_point WHERE norm = 'carla@example.org' AND is_apart = 0"))
                .await,
            1,
            "{engine}"
        );
    }
}

/// What the public page says of free seats.
async fn free(house: &House) -> String {
    let page = house.visitor().get(&format!("/register/{}", common::SEASON)).await.body;
    let end = page.find(" seats left").unwrap_or_else(|| panic!("{page}"));
    page[..end].rsplit('>').next().expect("a number").to_owned()
}

#[tokio::test]
async fn the_number_of_free_seats_does_not_tell_whose_address_is_registered() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house.as_lab().await;
        offer(&lead, "12").await;
        register(&house.visitor(), "Known", "One", "known@example.org", "").await;
        confirm(&house, "known@example.org").await;
        register(&house.visitor(), "Asked", "One", "asked@example.org", "").await;
        let mut fallen = Vec::new();
        for email in ["known@example.org", "unknown@example.org", "asked@example.org"] {
            let before: i64 = free(&house).await.split(' ').next().and_then(|n| n.parse().ok()).expect("a number");
            let answer = register(&house.visitor(), "Some", "Body", email, "").await;
            let after: i64 = free(&house).await.split(' ').next().and_then(|n| n.parse().ok()).expect("a number");
            fallen.push((
                before - after,
                common::without_keys(&answer.body).replace(&format!("{before} of 12"), "N of 12"),
            ));
        }
        assert!(fallen.iter().all(|f| *f == fallen[0]), "{engine}: {fallen:?}");
    }
}

/// Who is registered and who waits, by state.
async fn states(house: &House) -> (i64, i64, i64, i64) {
    let of = async |sql| count(house, sql).await;
    (
        of(sql!("SELECT COUNT(*) FROM registration WHERE state = 'held' AND confirmed_at IS NOT NULL")).await,
        of(sql!("SELECT COUNT(*) FROM registration WHERE state = 'held' AND confirmed_at IS NULL")).await,
        of(sql!("SELECT COUNT(*) FROM registration WHERE state = 'waiting'")).await,
        of(sql!("SELECT taken FROM offer")).await,
    )
}

#[tokio::test]
async fn a_typed_registration_holds_a_seat_for_an_hour_and_then_it_goes_to_whoever_waits() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house.as_lab().await;
        offer(&lead, "2").await;
        // A stranger types what holds all seats; it says to both sides for how long.
        for name in ["one", "two"] {
            let answer = register(&house.visitor(), "Bad", name, &format!("{name}@example.org"), "ATTACK-NEED").await;
            assert!(answer.body.contains("for an hour"), "{engine}: {}", answer.body);
        }
        assert!(house.mails().await.iter().any(|m| m.contains("confirm your registration for")), "{engine}");
        assert_eq!(states(&house).await, (0, 2, 0, 2), "{engine}");
        // Two who confirm meanwhile wait, in the order in which they typed.
        house.kernel.clock.advance(60);
        register(&house.visitor(), "First", "Come", "first@example.org", "").await;
        house.kernel.clock.advance(60);
        register(&house.visitor(), "Second", "Come", "second@example.org", "").await;
        let page = newest(&house, "second@example.org", "/registrations/").await;
        assert!(house.visitor().get(&page).await.body.contains("You get a seat if one is free"), "{engine}");
        confirm(&house, "second@example.org").await;
        confirm(&house, "first@example.org").await;
        assert_eq!(states(&house).await, (0, 2, 2, 2), "{engine}");
        let team = lead.get(&s("registration")).await.body;
        assert!(
            team.contains("2 more seats are on hold until") && team.contains("Email not confirmed"),
            "{engine}: {team}"
        );
        // Two seats, two who wait: one seat comes free by the first one's hour, and the earlier of the two has it.
        house.kernel.clock.advance(3_600 - 120 - 1);
        assert_eq!(places::lapse(&house.kernel).await.expect("looks"), 0, "{engine}: the hour is theirs");
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(
            sql!(
                "UPDATE registration
                SET at = at + 600000000
                WHERE person_id = (SELECT person_id FROM contact_point WHERE norm = 'two@example.org')"
            ),
            args![],
        )
        .await
        .expect("changes");
        tx.commit().await.expect("commits");
        house.kernel.clock.advance(2);
        for done in [1, 0] {
            assert_eq!(places::lapse(&house.kernel).await.expect("lapses"), done, "{engine}");
        }
        assert_eq!(states(&house).await, (1, 1, 1, 2), "{engine}");
        let first = house.mails().await.into_iter().find(|m| m.contains("A seat opened up for you")).expect("a letter");
        assert!(first.contains("To: first@example.org"), "{engine}: {first}");
        house.kernel.clock.advance(600);
        places::lapse(&house.kernel).await.expect("lapses");
        assert_eq!(states(&house).await, (2, 0, 0, 2), "{engine}");
        // The late one's link still works: the end of the list, and a seat when one comes free.
        house.kernel.clock.advance(60);
        confirm(&house, "one@example.org").await;
        assert_eq!(states(&house).await, (2, 0, 1, 2), "{engine}");
        let leaves = newest(&house, "first@example.org", "/registrations/").await;
        house.visitor().post(&format!("{leaves}/departure"), &[]).await;
        assert_eq!(states(&house).await, (2, 0, 0, 2), "{engine}");
        // What nobody ever confirms is forgotten.
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM access_need")).await, 2, "{engine}");
        house.kernel.clock.advance(31 * 86_400);
        places::lapse(&house.kernel).await.expect("forgets");
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM access_need")).await, 1, "{engine}");
    }
}

#[tokio::test]
async fn one_network_holds_few_seats_and_whoever_comes_after_gets_theirs_by_confirming() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house.as_lab().await;
        offer(&lead, "30").await;
        let mut answers = Vec::new();
        for n in 0..12 {
            answers.push(common::without_keys(
                &register(&house.visitor(), "G", "F", &format!("guest{n}@example.org"), "").await.body,
            ));
        }
        assert_eq!(
            states(&house).await,
            (0, 5, 0, 5),
            "{engine}: the rest of the room is not refused, and holds nothing"
        );
        let text =
            |page: &str| page.split("role=\"status\"").nth(1).and_then(|t| t.split("</div>").next()).map(str::to_owned);
        assert!(answers.iter().all(|a| text(a) == text(&answers[0]) && text(a).is_some()), "{engine}");
        for n in 0..12 {
            confirm(&house, &format!("guest{n}@example.org")).await;
        }
        assert_eq!(states(&house).await, (12, 0, 0, 12), "{engine}");
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM taking_part")).await, 12, "{engine}");
        // What is typed for someone who is registered gives its seat back after the hour, and is over then.
        house.kernel.clock.advance(4_000);
        register(&house.visitor(), "Bad", "Words", "guest0@example.org", "ATTACK-NEED").await;
        assert!(
            house
                .mails()
                .await
                .iter()
                .any(|m| m.contains("To: guest0@example.org") && m.contains("Here is your link again")),
            "{engine}"
        );
        assert_eq!(states(&house).await, (12, 1, 0, 13), "{engine}");
        house.kernel.clock.advance(3_601);
        places::lapse(&house.kernel).await.expect("lapses");
        assert_eq!(states(&house).await, (12, 0, 0, 12), "{engine}");
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM registration WHERE state = 'asked'")).await, 0, "{engine}");
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM access_need")).await, 0, "{engine}");
    }
}
