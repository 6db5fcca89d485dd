//! How often digits may be guessed, for whom tries are counted, and how many people one network address may hold.

use crate::common;

use axum::http::StatusCode;
use common::typed::offer;
use common::{Actor, House, SEASON, engines, link, s};
use weft_kernel::{args, sql};
use weft_people::{Strength, acts};
use weft_programs::Role;

const OFF: &str = "Too many wrong codes";

/// A browser that has asked for a link for this address.
async fn asks<'h>(house: &'h House, email: &str) -> Actor<'h> {
    let asked = house.visitor().post("/sign-in", &[("email", email)]).await;
    assert_eq!(asked.location(), "/sign-in/sent", "{email}: {}", asked.status);
    house.visitor().with_cookies(&asked.cookies())
}

/// The newest letter to an address.
async fn letter_to(house: &House, email: &str) -> String {
    house.mails().await.into_iter().rev().find(|m| m.contains(&format!("To: {email}"))).expect("a letter")
}

fn code_in(mail: &str) -> String {
    mail.split("enter this code there: ").nth(1).expect("a code").chars().take(6).collect()
}

/// Digits that are surely not these.
fn not(code: &str) -> &'static str {
    if code == "000000" { "000001" } else { "000000" }
}

#[tokio::test]
async fn wrong_codes_are_counted_for_the_account_and_the_link_still_works() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        house.someone("Noor", None, Strength::Link).await;
        let (mut compared, mut elapsed) = (0, 0);
        // A day of a guesser who asks for a new code in a new browser every twenty minutes.
        while elapsed < 86_400 {
            let browser = asks(&house, "noor@example.org").await;
            for _ in 0..5 {
                let answer = browser.post("/sign-in/code", &[("code", "000000")]).await;
                assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
                if answer.body.contains(OFF)
                    && !answer.body.contains("in 15 minutes")
                    && !answer.body.contains("in 1 hour")
                    && !answer.body.contains("in 24 hours")
                {
                    break;
                }
                compared += i32::from(!answer.body.contains(OFF));
            }
            house.kernel.clock.advance(1_200);
            elapsed += 1_200;
        }
        assert!((10..=15).contains(&compared), "{engine}: {compared} guesses in a day");
        let told: Vec<String> = house
            .mails()
            .await
            .into_iter()
            .filter(|m| m.contains("Subject: Too many wrong codes for your account"))
            .collect();
        assert_eq!(told.len(), 3, "{engine}: once for each time they went off");
        for (mail, time) in told.iter().zip(["15 minutes", "1 hour", "24 hours"]) {
            assert!(
                mail.contains("To: noor@example.org") && mail.contains(&format!("off for your account for {time}")),
                "{engine}: {mail}"
            );
        }
        // While they are off, the mail brings a link and no code, and the link works.
        let browser = asks(&house, "noor@example.org").await;
        let mail = letter_to(&house, "noor@example.org").await;
        assert!(
            mail.contains("Codes are turned off for your account") && !mail.contains("enter this code"),
            "{engine}: {mail}"
        );
        assert_eq!(browser.post(link(&mail, "/sign-in/link/"), &[]).await.location(), "/", "{engine}");
    }
}

#[tokio::test]
async fn a_right_code_is_refused_while_codes_are_off_and_works_again_after() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        house.someone("Noor", None, Strength::Link).await;
        let own = asks(&house, "noor@example.org").await;
        let mail = letter_to(&house, "noor@example.org").await;
        let code = code_in(&mail);
        let stranger = asks(&house, "NOOR@example.org").await;
        for _ in 0..4 {
            assert!(!stranger.post("/sign-in/code", &[("code", not(&code))]).await.body.contains(OFF));
        }
        // Six at once, of which one is counted: the fifth turns codes off.
        let wrong = [("code", not(&code))];
        let answers = futures_util::future::join_all((0..6).map(|_| stranger.post("/sign-in/code", &wrong))).await;
        let (said, paused): (Vec<_>, Vec<_>) =
            answers.iter().partition(|a| a.status == StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            said.len() == 4 && said.iter().all(|a| a.body.contains(OFF)),
            "{engine}: those for which no tries are left say the same"
        );
        let leads_on = |a: &&common::Answer| {
            a.body.contains("the link in our newest email still works")
                && a.body.contains("class=\"btn\" href=\"/sign-in\"")
        };
        assert!(paused.iter().all(leads_on), "{engine}: {}", paused[0].body);
        let (wrong, stage): (i64, i64) = house
            .kernel
            .db
            .read()
            .await
            .expect("reads")
            .one(sql!("SELECT wrong, stage FROM digit_tries"), args![])
            .await
            .expect("one");
        assert_eq!((wrong, stage), (0, 1), "{engine}: one of them was counted");
        // While they are off, no page asks for a code: not after a wrong one, and not when a new link is on its way.
        let again = asks(&house, "noor@example.org").await;
        for page in [&said[3].body, &stranger.get("/sign-in/sent").await.body, &again.get("/sign-in/sent").await.body] {
            assert!(
                page.contains(OFF) && !page.contains("action=\"/sign-in/code\"") && page.contains("/sign-in\""),
                "{engine}: {page}"
            );
        }
        let refused = own.post("/sign-in/code", &[("code", &code)]).await;
        assert!(
            refused.body.contains("You can use codes again in 15 minutes")
                && refused.body.contains("The link in the email still works"),
            "{engine}: {}",
            refused.body
        );
        assert_eq!(own.post(link(&mail, "/sign-in/link/"), &[]).await.location(), "/", "{engine}");
        house.kernel.clock.advance(901);
        let own = asks(&house, "noor@example.org").await;
        let code = code_in(&letter_to(&house, "noor@example.org").await);
        assert_eq!(own.post("/sign-in/code", &[("code", &code)]).await.location(), "/", "{engine}");
    }
}

#[tokio::test]
async fn wrong_codes_for_an_unknown_address_answer_and_cost_the_same() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        house.someone("Noor", None, Strength::Link).await;
        let mut seen = Vec::new();
        for email in ["noor@example.org", "nobody@example.org"] {
            let before = house.kernel.db.statements_run();
            let browser = asks(&house, email).await;
            let mut answers = Vec::new();
            for _ in 0..7 {
                let answer = browser.post("/sign-in/code", &[("code", "000000")]).await;
                answers.push((answer.status, answer.body));
            }
            // Once more, while they are off.
            let again = asks(&house, email).await;
            let answer = again.post("/sign-in/code", &[("code", "000000")]).await;
            answers.push((answer.status, answer.body));
            let page = again.get("/sign-in/sent").await;
            answers.push((page.status, page.body));
            seen.push((answers, house.kernel.db.statements_run() - before));
        }
        assert_eq!(
            seen[0].0.iter().filter(|(_, body)| body.contains(OFF)).count(),
            5,
            "{engine}: codes went off, and every page says so"
        );
        assert_eq!(seen[0].0, seen[1].0, "{engine}: byte for byte");
        assert_eq!(seen[0].1, seen[1].1, "{engine}: the same work");
        let told: Vec<String> =
            house.mails().await.into_iter().filter(|m| m.contains("Too many wrong codes for your account")).collect();
        assert_eq!(told.len(), 1, "{engine}: nobody is told of an address that nobody holds");
    }
}

#[tokio::test]
async fn an_authenticators_digits_are_bounded_in_a_day_however_they_are_asked_for() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let id = lead.id.clone().expect("known");
        let (secret, password) = ("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", "three quiet herons");
        let hash = weft_kernel::secret::hash_password(password).expect("hashes");
        let mut tx = house.kernel.db.begin().await.expect("begins");
        let values = args![&id, hash, acts::sealed(&house.kernel, &id, secret)];
        tx.run(
            sql!("INSERT INTO credential (person_id, password, totp_secret, changed_at) VALUES ($1, $2, $3, 0)"),
            values,
        )
        .await
        .expect("inserts");
        tx.commit().await.expect("commits");
        let digits = || {
            let seconds = u64::try_from(house.kernel.now().0 / 1_000_000).expect("after 1970");
            acts::totp(secret).expect("a secret").generate(seconds).to_string()
        };
        house.kernel.clock.advance(601);
        let (mut compared, mut elapsed) = (0, 0);
        while elapsed < 86_400 {
            // In a browser that is signed in, and by the password: both count together.
            let lead = house.as_person(&id, Strength::TwoFactors).await;
            house.kernel.clock.advance(601);
            let wrong = not(&digits());
            let again = lead.post("/sign-in/again", &[("next", "/"), ("proof", wrong)]).await;
            assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
            compared += i32::from(again.body.contains("didn&#39;t match"));
            let step = house
                .visitor()
                .post("/sign-in/password", &[("email", "marisol@example.org"), ("password", password)])
                .await;
            let halfway = house.visitor().with_cookies(&step.cookies());
            for _ in 0..3 {
                let answer = halfway.post("/sign-in/second-factor", &[("code", wrong)]).await;
                compared += i32::from(answer.body.contains("didn&#39;t match"));
            }
            house.kernel.clock.advance(600);
            elapsed += 1_201;
        }
        assert!((8..=15).contains(&compared), "{engine}: {compared}");
        // Off, right digits are refused too; what is signed in stays so.
        let step = house
            .visitor()
            .post("/sign-in/password", &[("email", "marisol@example.org"), ("password", password)])
            .await;
        let halfway = house.visitor().with_cookies(&step.cookies());
        let refused = halfway.post("/sign-in/second-factor", &[("code", &digits())]).await;
        assert!(refused.body.contains(OFF), "{engine}: {}", refused.body);
        assert!(letter_to(&house, "marisol@example.org").await.contains("someone may know your password"), "{engine}");
        house.kernel.clock.advance(86_400);
        let step = house
            .visitor()
            .post("/sign-in/password", &[("email", "marisol@example.org"), ("password", password)])
            .await;
        let halfway = house.visitor().with_cookies(&step.cookies());
        assert_eq!(halfway.post("/sign-in/second-factor", &[("code", &digits())]).await.location(), "/", "{engine}");
    }
}

#[tokio::test]
async fn seventy_five_people_behind_one_address_get_in_and_a_machine_does_not_fill_the_house() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    for n in 0..75 {
        house.someone(&format!("Guest{n}"), Some(Role::Participant), Strength::Link).await;
    }
    lead.post(&s("call"), &[]).await;
    lead.post(
        &s("call/dates"),
        &[("opens_on", "2025-01-01"), ("closes_on", "2025-01-31"), ("decision_on", "2025-03-01")],
    )
    .await;
    lead.post(&s("call/publication"), &[]).await;
    // All within one minute: a link, a slip of the finger, the right code; a draft; a wish to hear.
    for n in 0..75 {
        let email = format!("guest{n}@example.org");
        let browser = asks(&house, &email).await;
        assert!(!browser.post("/sign-in/code", &[("code", "12")]).await.body.contains(OFF), "{n}");
        assert_eq!(
            house.visitor().post(&format!("/call/{SEASON}/begin"), &[]).await.status,
            StatusCode::SEE_OTHER,
            "{n}"
        );
        let heard = house
            .visitor()
            .post("/programs/rooted/interest", &[("email", &email), ("name", "G"), ("agree", "yes")])
            .await;
        assert!(heard.status.is_success() || heard.status.is_redirection(), "{n}: {} {}", heard.status, heard.body);
    }
    let mails = house.mails().await;
    for n in 0..75 {
        let mail = mails
            .iter()
            .find(|m| m.contains(&format!("To: guest{n}@example.org")) && m.contains("/sign-in/link/"))
            .expect("a letter");
        assert!(mail.contains("enter this code"), "{n}");
    }
    house.as_lab().await;
    offer(&lead, "200").await;
    for n in 0..75 {
        let (given, email) = (format!("Given{n}"), format!("new{n}@example.org"));
        let fields =
            [("given_name", given.as_str()), ("family_name", "F"), ("email", &email), ("language", "en"), ("need", "")];
        let answer = house.visitor().post(&format!("/register/{SEASON}"), &fields).await;
        assert!(answer.status.is_success() || answer.status.is_redirection(), "{n}: {} {}", answer.status, answer.body);
    }
    // A machine on the same address comes to an end, today and in ten minutes.
    let mut taken = 0;
    let mut rounds = 0;
    while rounds < 60 {
        for _ in 0..350 {
            if house.visitor().post(&format!("/call/{SEASON}/begin"), &[]).await.status == StatusCode::TOO_MANY_REQUESTS
            {
                break;
            }
            taken += 1;
        }
        house.kernel.clock.advance(1_200);
        rounds += 1;
    }
    assert!((1_000..=2_000).contains(&taken), "{taken} drafts in a day");
}

#[tokio::test]
async fn wrong_codes_for_one_address_say_nothing_about_another_one_and_open_no_way_around() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let noor = house.someone("Noor", None, Strength::Link).await;
        let mut tx = house.kernel.db.begin().await.expect("begins");
        let values = args![house.kernel.id(), noor.id.as_ref(), "noor@work.example", house.kernel.now()];
        tx.run(
            sql!(
                "INSERT INTO contact_point (id, person_id, kind, value, norm, is_primary, since, proved_at)
                VALUES ($1, $2, 'email', $3, $3, 0, $4, $4)"
            ),
            values,
        )
        .await
        .expect("inserts");
        tx.commit().await.expect("commits");
        let first = asks(&house, "noor@example.org").await;
        for _ in 0..5 {
            first.post("/sign-in/code", &[("code", "000000")]).await;
        }
        let mut said = Vec::new();
        for email in ["noor@work.example", "nobody@work.example"] {
            let browser = asks(&house, email).await;
            said.push(browser.post("/sign-in/code", &[("code", "000001")]).await.body);
        }
        assert!(!said[0].contains(OFF), "{engine}: {}", said[0]);
        assert_eq!(said[0], said[1], "{engine}");
        house.kernel.clock.advance(2);
        let browser = asks(&house, "noor@work.example").await;
        let mail = letter_to(&house, "noor@work.example").await;
        let right = browser.post("/sign-in/code", &[("code", &code_in(&mail))]).await;
        assert_eq!(right.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}: the person's tries are used up");
        assert_eq!(browser.post(link(&mail, "/sign-in/link/"), &[]).await.location(), "/", "{engine}");
    }
}

#[tokio::test]
async fn many_networks_do_not_shut_a_browser_out_that_was_signed_in_before() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let noor = house.someone("Noor", None, Strength::Link).await;
        let was = noor.cookie.split('=').nth(1).expect("a token").to_owned();
        let asks = async |from: &str, was: &str| {
            acts::throttle(&house.kernel, "link", "noor@example.org", from, was).await.is_ok()
        };
        let mut taken = 0;
        for n in 0..10 {
            for _ in 0..8 {
                taken += i32::from(asks(&format!("192.0.2.{n}"), "").await);
            }
        }
        assert_eq!(taken, 40, "{engine}");
        assert!(!asks("198.51.100.1", "").await, "{engine}: nor from elsewhere");
        assert!(!asks("198.51.100.1", "made up").await, "{engine}");
        noor.post("/sign-out", &[]).await;
        assert!(asks("198.51.100.1", &was).await, "{engine}: her own browser still asks");
        let other = house.someone("Other", None, Strength::Link).await;
        assert!(
            !asks("198.51.100.1", other.cookie.split('=').nth(1).expect("a token")).await,
            "{engine}: someone else's does not"
        );
    }
}
