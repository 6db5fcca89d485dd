//! Stories of people: signing in, roles, owners, addresses, records that are one or two.

use crate::common;

use axum::http::StatusCode;
use common::{House, engines, link, pool, s};
use weft_kernel::clock::Time;
use weft_kernel::outbox::How;
use weft_kernel::terminal::Terminal;
use weft_people::Strength;
use weft_programs::Role;
use weft_programs::bounces::{self, Marking};

#[tokio::test]
async fn a_link_signs_in_once_in_the_browser_that_asked() {
    for (_, url) in engines().await {
        let house = House::new(url).await;
        house.someone("Noor", Some(Role::Participant), Strength::Link).await;
        let asked = house.visitor().post("/sign-in", &[("email", "NOOR@example.org")]).await;
        assert_eq!(asked.location(), "/sign-in/sent");
        let browser = house.visitor().with_cookies(&asked.cookies());
        // No mail server is set here, so nothing was sent, and the page doesn't say so.
        let sent = browser.get("/sign-in/sent").await.body;
        assert!(sent.contains("<h1>Ask for your link</h1>") && !sent.contains("Check your email"), "{sent}");
        let mail = house.mails().await.pop().expect("a letter");
        let path = link(&mail, "/sign-in/link/").to_owned();
        // A mail scanner that follows the link changes nothing; another browser is refused.
        assert!(house.visitor().get(&path).await.body.contains("Press the button to sign in."));
        assert_eq!(house.visitor().post(&path, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let signed = browser.post(&path, &[]).await;
        assert_eq!(signed.location(), "/");
        let noor = house.visitor().with_cookies(&signed.cookies());
        assert!(noor.get("/").await.body.contains("Good to see you, Noor"));
        assert_eq!(browser.post(&path, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "used up");
        // Signing out ends it on the server.
        noor.post("/sign-out", &[]).await;
        assert_eq!(noor.get("/me").await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn signing_in_leads_on_to_the_page_that_was_wanted_and_nowhere_else() {
    for (_, url) in engines().await {
        let house = House::new(url).await;
        house.someone("Noor", Some(Role::Participant), Strength::Link).await;
        let wanted = s("gatherings?all=1");
        let missing = house.visitor().get(&wanted).await;
        let ask = format!("/sign-in?next={}", wanted.replace('/', "%2F").replace('?', "%3F").replace('=', "%3D"));
        assert!(
            missing.status == StatusCode::NOT_FOUND && missing.body.contains(&format!("href=\"{ask}\"")),
            "{}",
            missing.body
        );
        let by_password = ask.replace("/sign-in?", "/sign-in/password?");
        let page = house.visitor().get(&ask).await.body;
        assert!(
            page.contains(&format!("name=\"next\" value=\"{wanted}\""))
                && page.contains(&format!("href=\"{by_password}\"")),
            "{page}"
        );
        assert!(house.visitor().get(&by_password).await.body.contains(&format!("name=\"next\" value=\"{wanted}\"")));
        let mut browser = house.visitor();
        let long = format!("/s/{}", "a".repeat(2_000));
        for (next, leads) in [
            (wanted.as_str(), wanted.as_str()),
            ("//evil.example.org", "/"),
            ("https://evil.example.org", "/"),
            (long.as_str(), "/"),
            ("", "/"),
        ] {
            house.kernel.clock.advance(3_600);
            let asked = browser.post("/sign-in", &[("email", "noor@example.org"), ("next", next)]).await;
            browser = browser.with_cookies(&asked.cookies());
            let mail = house.mails().await.pop().expect("a letter");
            let signed = browser.post(link(&mail, "/sign-in/link/"), &[]).await;
            assert_eq!(signed.location(), leads, "{next}");
            // Once: the next time it is the start page again.
            browser = browser.with_cookies(&signed.cookies());
        }
        // A form that was not accepted keeps it.
        let wrong = house.visitor().post("/sign-in", &[("email", "noor"), ("next", &wanted)]).await;
        assert!(
            wrong.status == StatusCode::UNPROCESSABLE_ENTITY
                && wrong.body.contains(&format!("name=\"next\" value=\"{wanted}\"")),
            "{}",
            wrong.body
        );
    }
}

#[tokio::test]
async fn six_digits_sign_in_and_five_wrong_tries_end_them() {
    let house = House::new(None).await;
    house.someone("Noor", None, Strength::Link).await;
    let asked = house.visitor().post("/sign-in", &[("email", "noor@example.org")]).await;
    let browser = house.visitor().with_cookies(&asked.cookies());
    let mail = house.mails().await.pop().expect("a letter");
    let code: String = mail.split("code ").nth(1).expect("a code").chars().take(6).collect();
    let wrong = if code == "000000" { "000001" } else { "000000" };
    for _ in 0..5 {
        assert_eq!(browser.post("/sign-in/code", &[("code", wrong)]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert_eq!(
        browser.post("/sign-in/code", &[("code", &code)]).await.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "too late"
    );
    // Digits are off for a quarter of an hour.
    house.kernel.clock.advance(1_000);
    let asked = browser.post("/sign-in", &[("email", "noor@example.org")]).await;
    let browser = browser.with_cookies(&asked.cookies());
    let mail = house.mails().await.into_iter().rev().find(|m| m.contains("code ")).expect("a letter");
    let code: String = mail.split("code ").nth(1).expect("a code").chars().take(6).collect();
    assert_eq!(browser.post("/sign-in/code", &[("code", &code)]).await.location(), "/");
}

#[tokio::test]
async fn an_unknown_address_reads_and_writes_like_a_known_one() {
    let house = House::new(None).await;
    house.someone("Noor", None, Strength::Link).await;
    let before = house.kernel.db.statements_run();
    let known = house.visitor().post("/sign-in", &[("email", "noor@example.org")]).await;
    let middle = house.kernel.db.statements_run();
    let unknown = house.visitor().post("/sign-in", &[("email", "nobody@example.org")]).await;
    let after = house.kernel.db.statements_run();
    assert_eq!((known.status, known.location()), (unknown.status, unknown.location()));
    assert_eq!(middle - before, after - middle, "the same work");
    assert_eq!(house.mails().await.len(), 1, "one letter, to the one who is there");
}

#[tokio::test]
async fn too_many_tries_pause_and_nobody_is_locked_out_for_good() {
    let house = House::new(None).await;
    let visitor = house.visitor();
    for _ in 0..8 {
        assert_eq!(visitor.post("/sign-in", &[("email", "a@example.org")]).await.status, StatusCode::SEE_OTHER);
    }
    assert_eq!(visitor.post("/sign-in", &[("email", "a@example.org")]).await.status, StatusCode::TOO_MANY_REQUESTS);
    house.kernel.clock.advance(601);
    assert_eq!(visitor.post("/sign-in", &[("email", "a@example.org")]).await.status, StatusCode::SEE_OTHER);
}

/// The digits an authenticator would show.
fn digits(base32: &str, now: Time) -> String {
    let totp = weft_people::acts::totp(base32).expect("a secret");
    totp.generate(u64::try_from(now.0 / 1_000_000).expect("after 1970")).to_string()
}

#[tokio::test]
async fn the_first_run_makes_an_owner_who_invites_a_lead_who_needs_two_factors() {
    for (_, url) in engines().await {
        let house = House::new(url).await;
        let token = "first-run-token-for-this-test";
        let mut tx = house.kernel.db.begin().await.expect("begins");
        weft_people::store::set_setting(&mut tx, "owner_token", &weft_kernel::secret::hash(token)).await.expect("sets");
        tx.commit().await.expect("commits");
        let path = format!("/first-run/{token}");
        let visitor = house.visitor();
        assert_eq!(visitor.get("/first-run/guess").await.status, StatusCode::NOT_FOUND);
        let weak = visitor
            .post(&path, &[("given_name", "Odile"), ("email", "odile@example.org"), ("password", "short")])
            .await;
        assert!(weak.body.contains("at least 12 characters") && weak.body.contains("value=\"Odile\""), "{}", weak.body);
        let made = visitor
            .post(&path, &[("given_name", "Odile"), ("email", "odile@example.org"), ("password", "three quiet herons")])
            .await;
        assert_eq!(made.location(), "/sign-in/second-factor");
        assert_eq!(visitor.get(&path).await.status, StatusCode::NOT_FOUND, "once");
        let owner = visitor.with_cookies(&made.cookies());
        let enrol = owner.get("/sign-in/second-factor").await.body;
        let secret: String = enrol
            .split("class=\"code\">")
            .nth(1)
            .expect("a secret")
            .chars()
            .take_while(|c| *c != '<')
            .filter(|c| *c != ' ')
            .collect();
        assert!(
            enrol.contains(&format!("href=\"otpauth://totp/Weft:localhost?secret={secret}&#38;issuer=Weft\""))
                && enrol.contains("class=\"code-squares\""),
            "{enrol}"
        );
        assert!(
            enrol.contains(
                &secret.as_bytes().chunks(4).map(|four| String::from_utf8_lossy(four)).collect::<Vec<_>>().join(" ")
            ),
            "the key in groups of four: {enrol}"
        );
        assert!(
            enrol.contains("<title>Set up two-step sign-in") && enrol.contains(">Turn on two-step sign-in<"),
            "{enrol}"
        );
        let code = digits(&secret, house.kernel.now());
        let signed = owner.post("/sign-in/second-factor", &[("code", &code)]).await;
        assert_eq!(signed.location(), "/");
        let owner = owner.with_cookies(&signed.cookies());
        assert!(owner.get("/").await.body.contains("Unsent emails"));

        owner
            .post(
                &s("roles"),
                &[("name", "Marisol Kestrel"), ("email", "marisol@example.org"), ("role", "program-lead")],
            )
            .await;
        let mail = house.mails().await.pop().expect("a letter");
        let path = link(&mail, "/staff-invitation/").to_owned();
        let taken = house.visitor().post(&path, &[("password", "another three words")]).await;
        assert_eq!(taken.location(), "/sign-in/second-factor", "{}", taken.body);
        assert_eq!(house.visitor().get(&path).await.status, StatusCode::NOT_FOUND, "used up");

        // A link alone does not open a lead's pages, even for the lead.
        let id = weft_people::address::holder_at_the_terminal(
            &Terminal::open(),
            &mut house.kernel.db.read().await.expect("reads"),
            "marisol@example.org",
        )
        .await
        .expect("reads")
        .expect("there");
        let weak = house.as_person(&id, Strength::Link).await;
        assert_eq!(weak.get(&s("applications")).await.status, StatusCode::NOT_FOUND);
        let strong = house.as_person(&id, Strength::TwoFactors).await;
        assert_eq!(strong.get(&s("applications")).await.status, StatusCode::OK);

        // The same six digits open once.
        let step = house
            .visitor()
            .post("/sign-in/password", &[("email", "odile@example.org"), ("password", "three quiet herons")])
            .await;
        let again = house.visitor().with_cookies(&step.cookies());
        assert_eq!(
            again.post("/sign-in/second-factor", &[("code", &code)]).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        let wrong = house
            .visitor()
            .post("/sign-in/password", &[("email", "odile@example.org"), ("password", "wrong wrong wrong")])
            .await;
        assert!(wrong.body.contains("Wrong email or password."));
    }
}

#[tokio::test]
async fn the_last_lead_stays_until_there_is_another() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    let page = lead.get(&s("roles")).await.body;
    let end = page.split(&s("roles/")).nth(1).and_then(|p| p.split("/end").next()).expect("a role").to_owned();
    let path = s(&format!("roles/{end}/end"));
    let kept = lead.post(&path, &[]).await;
    assert!(kept.body.contains("needs at least one program lead"), "{}", kept.body);
    house.someone("Desmond", Some(Role::Lead), Strength::TwoFactors).await;
    assert_eq!(lead.post(&path, &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(lead.get(&s("roles")).await.status, StatusCode::NOT_FOUND, "effective on the next request");
}

#[tokio::test]
async fn the_house_is_handed_over_and_never_without_an_owner() {
    for (_, url) in engines().await {
        let house = House::new(url).await;
        let owner = house.someone("Odile", Some(Role::Owner), Strength::TwoFactors).await;
        let page = owner.get("/owners").await.body;
        let mine = page.split("/owners/").nth(1).and_then(|p| p.split("/end").next()).expect("a role").to_owned();
        let end = format!("/owners/{mine}/end");
        assert!(owner.post(&end, &[]).await.body.contains("needs at least one owner"));
        owner.post("/owners", &[("name", "Nia Next"), ("email", "nia@example.org")]).await;
        let mail = house.mails().await.pop().expect("a letter");
        let taken =
            house.visitor().post(link(&mail, "/staff-invitation/"), &[("password", "three quiet herons")]).await;
        assert_eq!(taken.location(), "/sign-in/second-factor", "{}", taken.body);
        assert_eq!(owner.post(&end, &[]).await.location(), "/");
        assert_eq!(owner.get("/owners").await.status, StatusCode::NOT_FOUND, "handed over");
    }
}

#[tokio::test]
async fn two_records_of_one_person_become_one_and_two_again() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        house.import(&pool()).await;
        // The same person under another address, found by name and phone.
        let second = pool()
            .lines()
            .take(2)
            .collect::<Vec<_>>()
            .join("\n")
            .replace("A00,", "A90,")
            .replace("person0@", "given0.home@");
        assert_eq!(house.import(&second).await.duplicates, [("A90".to_owned(), "A00".to_owned())], "{engine}");
        let lead = house.lead().await;
        let of = async |id: &str| -> String {
            let mut conn = house.kernel.db.read().await.expect("reads");
            let (person,): (String,) = conn
                .one(
                    weft_kernel::sql!("SELECT person_id FROM application WHERE external_id = $1"),
                    weft_kernel::args![id],
                )
                .await
                .expect("there");
            person
        };
        let apart = (of("A00").await, of("A90").await);
        assert_ne!(apart.0, apart.1);
        let page = s("applications/A90");
        assert!(lead.get(&page).await.body.contains("Merge records (same person)"));
        for _ in 0..2 {
            assert_eq!(lead.post(&format!("{page}/merge"), &[]).await.location(), page);
        }
        assert_eq!(of("A90").await, apart.0, "{engine}: one person");
        // The second address signs nobody in: the team may be wrong about whose it is. It does once its link was used.
        let holder = async |house: &House| {
            let mut conn = house.kernel.db.read().await.expect("reads");
            weft_people::address::holder_at_the_terminal(&Terminal::open(), &mut conn, "given0.home@example.org")
                .await
                .expect("reads")
                .map(|id| id.to_string())
        };
        assert_eq!(holder(&house).await, None);
        let person = house.as_person(&weft_kernel::ids::Id::parse(&apart.0).expect("an id"), Strength::Link).await;
        person.post("/me/contacts", &[("kind", "email"), ("contact", "given0.home@example.org")]).await;
        let mails = house.mails().await;
        let path =
            link(mails.iter().find(|m| m.contains("/me/addresses/")).expect("a letter"), "/me/addresses/").to_owned();
        person.post(&path, &[]).await;
        assert_eq!(holder(&house).await.as_deref(), Some(apart.0.as_str()));
        lead.post(&format!("{page}/separation"), &[]).await;
        assert_eq!((of("A00").await, of("A90").await), apart, "{engine}: two again");
        assert!(!lead.get(&page).await.body.contains("Merge records"));
    }
}

#[tokio::test]
async fn a_new_address_counts_once_its_link_was_used_and_the_old_one_is_told() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let noor = house.someone("Noor", Some(Role::Participant), Strength::Link).await;
        let wrong = noor.post("/me/contacts", &[("kind", "phone"), ("contact", "12")]).await;
        assert!(wrong.body.contains("at least seven digits") && wrong.body.contains("value=\"12\""), "{}", wrong.body);
        noor.post("/me/contacts", &[("kind", "email"), ("contact", "noor.home@example.org")]).await;
        assert!(!noor.get("/me").await.body.contains("noor.home@"), "not yet");
        let mail = house.mails().await.pop().expect("a letter");
        let path = link(&mail, "/me/addresses/").to_owned();
        let other = house.someone("Other", None, Strength::Link).await;
        assert_eq!(other.post(&path, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "not hers");
        assert_eq!(noor.post(&path, &[]).await.location(), "/me#contacts", "{engine}");
        assert_eq!(noor.post(&path, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "used up");
        let page = noor.get("/me").await.body;
        assert!(page.contains("noor.home@example.org"));
        let notice =
            house.mails().await.into_iter().find(|m| m.contains("An email address was added")).expect("a notice");
        assert!(notice.contains("To: noor@example.org"), "{notice}");
        // Addresses can be ended down to the last one.
        let ids: Vec<String> = page
            .split("/me/contacts/")
            .skip(1)
            .map(|p| p.split("/end").next().unwrap_or_default().to_owned())
            .collect();
        assert_eq!(ids.len(), 2);
        assert_eq!(noor.post(&format!("/me/contacts/{}/end", ids[0]), &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(
            noor.post(&format!("/me/contacts/{}/end", ids[1]), &[]).await.status,
            StatusCode::NOT_FOUND,
            "the last one stays"
        );
    }
}

#[tokio::test]
async fn a_merge_never_carries_a_role_a_login_or_words_about_oneself() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let owner = house.someone("Odile", Some(Role::Owner), Strength::TwoFactors).await;
        let lead = house.lead().await;
        // Two rows that look like one person: the lead's own address and the owner's.
        let csv = "application_id,first_name,last_name,email,organization,race_ethnicity\nA1,Same,Name,\
            marisol@example.org,Org,\nA2,Same,Name,odile@example.org,Org,SECRET-WORDS\n";
        assert_eq!(house.import(csv).await.duplicates.len(), 1, "{engine}");
        let refused = lead.post(&s("applications/A2/merge"), &[]).await.location().to_owned();
        let told = lead.get(&refused).await.body;
        assert!(told.contains("t merge these records") && !told.contains("Merged duplicate"), "{engine}: {told}");
        let lead = house.as_person(lead.id.as_ref().expect("known"), Strength::TwoFactors).await;
        assert_eq!(lead.get("/owners").await.status, StatusCode::NOT_FOUND, "{engine}: still no owner");
        assert!(!lead.get("/me").await.body.contains("SECRET-WORDS"));
        let owner = house.as_person(owner.id.as_ref().expect("known"), Strength::TwoFactors).await;
        assert_eq!(owner.get("/owners").await.status, StatusCode::OK);
    }
}

/// A picture with something to leak in its comment.
fn jpeg() -> Vec<u8> {
    let mut out = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(200, 240, image::Rgb([90, 30, 60]))
        .write_to(&mut out, image::ImageFormat::Jpeg)
        .expect("encodes");
    let plain = out.into_inner();
    let comment = b"TAKEN-AT-HOME";
    [&plain[..2], &[0xff, 0xfe, 0, u8::try_from(comment.len() + 2).expect("short")], comment, &plain[2..]].concat()
}

#[tokio::test]
async fn a_photo_is_seen_by_the_cohort_and_outside_only_with_consent() {
    for (_, url) in engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house.import(&pool()).await;
        common::read_pool(&house).await;
        common::choose(&lead).await;
        let path = {
            let mails = house.mails().await;
            let mail = mails.iter().find(|m| m.contains("/invitation/")).expect("an invitation").clone();
            link(&mail, "/invitation/").to_owned()
        };
        house.visitor().post(&path, &[("answer", "accept")]).await;
        let (person,): (weft_kernel::ids::Id,) = house
            .kernel
            .db
            .read()
            .await
            .expect("reads")
            .one(weft_kernel::sql!("SELECT person_id FROM member"), weft_kernel::args![])
            .await
            .expect("a member");
        let member = house.as_person(&person, Strength::Link).await;
        let refused = member.upload_photo(b"<svg onload='alert(1)'/>").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("Choose a JPEG, PNG or WebP picture"), "{}", refused.body);
        assert!(String::from_utf8_lossy(&jpeg()).contains("TAKEN-AT-HOME"));
        assert_eq!(member.upload_photo(&jpeg()).await.location(), "/me#your-photo");
        let me = member.get("/me").await.body;
        let photo = me.split("src=\"/photos/").nth(1).and_then(|r| r.split('"').next()).expect("shown").to_owned();
        let photo = format!("/photos/{photo}");
        let own = member.get(&photo).await;
        assert_eq!((own.status, own.headers["content-type"].as_bytes()), (StatusCode::OK, &b"image/jpeg"[..]));
        assert!(!own.body.contains("TAKEN-AT-HOME"), "what the file said beside the picture is gone");
        assert_eq!(lead.get(&photo).await.status, StatusCode::OK);
        let outsider = house.someone("Rue", Some(Role::Reviewer), Strength::TwoFactors).await;
        for nobody in [house.visitor(), outsider] {
            assert_eq!(nobody.get(&photo).await.status, StatusCode::NOT_FOUND);
        }
        lead.post(&s("public-page"), &[("when", "now")]).await;
        // A face with a name: both must be agreed to.
        member.post(&s("consent"), &[("field", "photo")]).await;
        assert_eq!(house.visitor().get(&photo).await.status, StatusCode::NOT_FOUND);
        member.post(&s("consent"), &[("field", "photo"), ("field", "name")]).await;
        assert_eq!(house.visitor().get(&photo).await.status, StatusCode::OK);
        assert!(house.visitor().get(&format!("/cohorts/{}", common::SEASON)).await.body.contains(&photo));
        member.post(&s("consent"), &[("field", "name")]).await;
        assert_eq!(house.visitor().get(&photo).await.status, StatusCode::NOT_FOUND, "taken back");
        assert!(!house.visitor().get(&format!("/cohorts/{}", common::SEASON)).await.body.contains("/photos/"));
        assert_eq!(house.kernel.files.names().await.expect("lists").len(), 1);
        member.post("/me/photo/remove", &[]).await;
        assert_eq!(member.get(&photo).await.status, StatusCode::NOT_FOUND);
        weft_people::photo::sweep(&house.kernel).await.expect("sweeps");
        assert!(house.kernel.files.names().await.expect("lists").is_empty(), "the file is gone too");
    }
}

#[tokio::test]
async fn grave_acts_ask_for_the_second_factor_again_and_keep_what_was_typed() {
    for (_, url) in engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
        let mut tx = house.kernel.db.begin().await.expect("begins");
        let values = weft_kernel::args![
            lead.id.as_ref(),
            weft_people::acts::sealed(&house.kernel, lead.id.as_ref().expect("known"), secret)
        ];
        tx.run(
            weft_kernel::sql!(
                "INSERT INTO credential (person_id, password, totp_secret, changed_at)
                VALUES ($1, '', $2, 0)"
            ),
            values,
        )
        .await
        .expect("inserts");
        tx.commit().await.expect("commits");
        let invite = [("name", "Ezra Duskwood"), ("email", "ezra@example.org"), ("role", "coach")];
        let first = [("name", "Zadie Elm"), ("email", "zadie@example.org"), ("role", "coach")];
        assert_eq!(lead.post(&s("roles"), &first).await.location(), s("roles"), "just signed in");
        // The same person is not invited to the same role twice, and nobody by a list that was left as it was.
        let twice = lead.post(&s("roles"), &first).await;
        assert!(twice.body.contains("already has an open invitation to this role"), "{}", twice.body);
        let page = lead.get(&s("roles")).await.body;
        assert!(page.contains(">Choose a role</option>"), "{page}");
        assert!(page.contains("can&#39;t send email yet, so invitations aren&#39;t emailed"), "{page}");
        let mail = house.mails().await.pop().expect("a letter");
        let offered = house.visitor().get(link(&mail, "/staff-invitation/")).await.body;
        assert!(offered.contains("Season 2025"), "{offered}");
        assert!(
            house.visitor().get("/sign-in").await.body.contains("Sign in with a password"),
            "no mail server is set"
        );
        house.kernel.clock.advance(601);
        let asked = lead.post(&s("roles"), &invite).await;
        assert!(asked.body.contains("Confirm it&#39;s you"), "{}", asked.body);
        assert!(asked.body.contains("value=\"ezra@example.org\"") && asked.body.contains("value=\"coach\""));
        let code = |offset: i64| {
            let seconds = u64::try_from(house.kernel.now().0 / 1_000_000 + offset).expect("after 1970");
            weft_people::acts::totp(secret).expect("a secret").generate(seconds).to_string()
        };
        let with = |proof: String| [invite.to_vec(), vec![("proof", proof.leak() as &str)]].concat();
        let wrong = lead.post(&s("roles"), &with("000000".into())).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("That code didn&#39;t match"));
        assert_eq!(
            lead.get(&s("cohort.csv")).await.location(),
            format!("/sign-in/again?next={}", s("cohort.csv").replace('/', "%2F"))
        );
        assert_eq!(lead.post(&s("roles"), &with(code(0))).await.location(), s("roles"));
        assert_eq!(lead.get(&s("cohort.csv")).await.status, StatusCode::OK, "proved for ten minutes");
        house.kernel.clock.advance(700);
        let again = lead.post("/sign-in/again", &[("next", "https://evil.example"), ("proof", &code(0))]).await;
        assert_eq!(again.location(), "/", "never away from here");
    }
}

#[tokio::test]
async fn an_address_whose_mail_comes_back_is_marked_and_the_lead_is_told_once() {
    for (_, url) in engines().await {
        let house = House::new(url).await;
        house.lead().await;
        house.import(&pool()).await;
        for (who, expected) in [
            ("PERSON3@example.org", Marking::Marked),
            ("PERSON3@example.org", Marking::Already),
            ("stranger@example.org", Marking::Unknown),
        ] {
            assert_eq!(bounces::mark(&house.kernel, who, How::Hand).await.expect("marks"), expected, "{who}");
        }
        let told: Vec<String> = house.mails().await.into_iter().filter(|m| m.contains("bounced")).collect();
        assert_eq!(told.len(), 1);
        assert!(told[0].contains("To: marisol@example.org") && told[0].contains("Given3 Family3"), "{}", told[0]);
    }
}
