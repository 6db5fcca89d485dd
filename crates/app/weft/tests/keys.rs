//! Secrets that must be read back are sealed: what the database alone gives away, and what happens when the key is
//! lost.

use crate::common;

use axum::http::StatusCode;
use common::{Actor, House, engines, link};
use weft_kernel::Kernel;
use weft_kernel::seal::{self, Found, Seal, SealError};
use weft_kernel::{args, sql};
use weft_people::{Strength, acts};
use weft_programs::Role;

const PASSWORD: &str = "three quiet herons";

fn digits(base32: &str, kernel: &Kernel) -> String {
    let seconds = u64::try_from(kernel.now().0 / 1_000_000).expect("after 1970");
    acts::totp(base32).expect("a secret").generate(seconds).to_string()
}

/// Someone with a password who has enrolled a second factor through the pages; its secret comes back.
async fn enrolled(house: &House, actor: &Actor<'_>, email: &str) -> String {
    acts::set_password(&house.kernel, actor.id.as_ref().expect("known"), PASSWORD).await.expect("sets");
    enrol(house, house.visitor(), email).await
}

/// Goes through the password and the page that shows a new secret.
async fn enrol<'h>(house: &'h House, browser: Actor<'h>, email: &str) -> String {
    let step = browser.post("/sign-in/password", &[("email", email), ("password", PASSWORD)]).await;
    assert_eq!(step.location(), "/sign-in/second-factor", "{}", step.body);
    let halfway = browser.with_cookies(&step.cookies());
    let page = halfway.get("/sign-in/second-factor").await.body;
    let secret: String = page
        .split("class=\"code\">")
        .nth(1)
        .expect("a secret")
        .chars()
        .take_while(|c| *c != '<')
        .filter(|c| *c != ' ')
        .collect();
    let signed = halfway.post("/sign-in/second-factor", &[("code", &digits(&secret, &house.kernel))]).await;
    assert_eq!(signed.location(), "/", "{}", signed.body);
    secret
}

/// Every text in every column that may hold a secret, and on `SQLite` the files as they are.
async fn everything(house: &House) -> String {
    let mut conn = house.kernel.db.read().await.expect("reads");
    let mut out = String::new();
    for sql in [
        sql!("SELECT COALESCE(totp_secret, '') FROM credential"),
        sql!("SELECT COALESCE(new_totp_secret, '') FROM sign_in_step"),
        sql!("SELECT payload FROM outbox"),
        sql!("SELECT recipient || subject FROM outbox"),
        sql!("SELECT value FROM setting"),
        sql!("SELECT COALESCE(detail, '') FROM event"),
        sql!("SELECT token_hash || code_hash || browser_hash FROM link_request"),
        sql!("SELECT leads_to FROM form_key"),
    ] {
        for (text,) in conn.all::<(String,)>(sql, args![]).await.expect("reads") {
            out.push_str(&text);
        }
    }
    for name in ["weft.db", "weft.db-wal"] {
        out.push_str(&String::from_utf8_lossy(&std::fs::read(house.folder.path().join(name)).unwrap_or_default()));
    }
    out
}

/// The same house with another key.
fn with_key(house: &House, key: u8) -> House {
    let kernel = Kernel { seal: Seal::new(&[key; 32]), ..house.kernel.clone() };
    House {
        router: weft::app::router(&kernel),
        folder: tempfile::tempdir().expect("temp dir"),
        season: house.season.clone(),
        kernel,
    }
}

#[tokio::test]
async fn a_copied_database_gives_no_working_second_factor_and_no_link() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let secret = enrolled(&house, &lead, "marisol@example.org").await;
        // One more is halfway, and two letters wait: a way in, and an invitation to run the house.
        let step = house
            .visitor()
            .post("/sign-in/password", &[("email", "marisol@example.org"), ("password", PASSWORD)])
            .await;
        assert_eq!(step.location(), "/sign-in/second-factor");
        house.someone("Noor", None, Strength::Link).await;
        house.visitor().post("/sign-in", &[("email", "noor@example.org")]).await;
        let owner = house.someone("Odile", Some(Role::Owner), Strength::TwoFactors).await;
        owner.post("/owners", &[("name", "Nia"), ("email", "nia@example.org")]).await;
        let copied = everything(&house).await;
        let outbox = owner.get("/outbox").await.body;
        let mails = house.mails().await;
        let noors = mails.iter().find(|m| m.contains("To: noor@example.org")).expect("a letter");
        let nias = mails.iter().find(|m| m.contains("To: nia@example.org")).expect("a letter");
        let code: String = noors.split("enter this code there: ").nth(1).expect("a code").chars().take(6).collect();
        let secrets = [&secret, link(noors, "/sign-in/link/"), link(nias, "/staff-invitation/")];
        assert!(
            copied.contains("sealed-1:") && copied.contains("noor@example.org"),
            "{engine}: there is something to look at"
        );
        for held in secrets {
            assert!(!copied.contains(held), "{engine}: {held}");
        }
        // Whoever keeps the house sees that a letter went out, and not the code in its subject.
        assert!(
            outbox.contains("noor@example.org")
                && outbox.contains("Sign-in link or confirmation")
                && !outbox.contains(&code),
            "{engine}: {outbox}"
        );
        assert!(noors.contains(&format!("Subject: Your sign-in link (code {code})")), "{engine}: {noors}");
        // A sealed secret opens in its own row alone.
        let odile = owner.id.clone().expect("known");
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(
            sql!(
                "INSERT INTO credential (person_id, password, totp_secret, changed_at)
                SELECT CAST($1 AS TEXT), password, totp_secret, 0
                FROM credential
                WHERE person_id = $2"
            ),
            args![&odile, lead.id.as_ref()],
        )
        .await
        .expect("copies");
        tx.commit().await.expect("commits");
        let moved =
            house.visitor().post("/sign-in/password", &[("email", "odile@example.org"), ("password", PASSWORD)]).await;
        assert_eq!(moved.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        assert!(moved.body.contains("you need to set yours up again"), "{engine}: {}", moved.body);
    }
}

#[tokio::test]
async fn a_lost_key_is_told_and_second_factors_are_set_up_again_by_link_and_password() {
    for (engine, url) in engines().await {
        let first = House::new(url).await;
        let lead = first.lead().await;
        let old = enrolled(&first, &lead, "marisol@example.org").await;
        let id = lead.id.clone().expect("known");
        first.visitor().post("/sign-in", &[("email", "marisol@example.org")]).await;
        let house = with_key(&first, 9);
        assert_eq!(
            acts::lost_factors(&mut house.kernel.db.read().await.expect("reads"), &house.kernel.seal)
                .await
                .expect("counts"),
            1
        );
        // A letter that was sealed with the old key waits and says why; nothing stops for it.
        assert_eq!(house.mails().await.len(), 0, "{engine}");
        let owner = house.someone("Odile", Some(Role::Owner), Strength::TwoFactors).await;
        assert_eq!(owner.get("/outbox").await.status, StatusCode::OK, "{engine}");
        // The password alone does not open the account, and the page says what to do.
        let form = [("email", "marisol@example.org"), ("password", PASSWORD)];
        let told = house.visitor().post("/sign-in/password", &form).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        assert!(told.body.contains("First, sign in with a link sent to your email"), "{engine}: {}", told.body);
        let stranger = house.someone("Rue", None, Strength::Link).await;
        assert_eq!(
            stranger.post("/sign-in/password", &form).await.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{engine}: signed in as another"
        );
        // Where someone is still signed in with two factors, the page that asks again says so too.
        let still = house.as_person(&id, Strength::TwoFactors).await;
        house.kernel.clock.advance(601);
        let again = still.post("/sign-in/again", &[("next", "/"), ("proof", &digits(&old, &house.kernel))]).await;
        assert!(
            again.status == StatusCode::UNPROCESSABLE_ENTITY && again.body.contains("you need to set yours up again"),
            "{engine}: {}",
            again.body
        );
        // Link and password: a new secret, and the old one is worth nothing.
        let by_link = house.as_person(&id, Strength::Link).await;
        let new = enrol(&house, by_link, "marisol@example.org").await;
        assert_ne!(new, old);
        assert_eq!(
            acts::lost_factors(&mut house.kernel.db.read().await.expect("reads"), &house.kernel.seal)
                .await
                .expect("counts"),
            0
        );
        let step = house.visitor().post("/sign-in/password", &form).await;
        let halfway = house.visitor().with_cookies(&step.cookies());
        house.kernel.clock.advance(60);
        assert!(
            !halfway.get("/sign-in/second-factor").await.body.contains("class=\"code\""),
            "{engine}: nothing to enrol"
        );
        assert_eq!(
            halfway.post("/sign-in/second-factor", &[("code", &digits(&old, &house.kernel))]).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        assert_eq!(
            halfway.post("/sign-in/second-factor", &[("code", &digits(&new, &house.kernel))]).await.location(),
            "/",
            "{engine}"
        );
    }
}

#[tokio::test]
async fn the_key_is_made_once_found_again_and_never_mistaken_for_another() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let (config, db) = (&house.kernel.config, &house.kernel.db);
        let file = house.folder.path().join("secret.key");
        let text = std::fs::read_to_string(&file).expect("made with the house");
        assert!(matches!(seal::open(config, db).await, Ok((_, Found::Known))), "{engine}");
        assert_eq!(std::fs::read_to_string(&file).expect("there"), text);
        // Processes that start at the same time make one key.
        let fresh = tempfile::tempdir().expect("temp dir");
        let mut other = (**config).clone();
        other.secret_key_file = fresh.path().join("keys/other.key").to_string_lossy().into_owned();
        std::fs::remove_file(&file).expect("removes");
        match seal::open(config, db).await {
            // One folder holds database and key: a new key is made and the caller tells.
            Ok((_, found)) => assert!(engine == "sqlite" && found == Found::Changed),
            // Another machine may hold the key: nothing is made here.
            Err(e) => assert!(engine == "postgres" && matches!(e, SealError::Elsewhere(_)) && !file.exists(), "{e}"),
        }
        let made = seal::replace(config, db).await.expect("makes a new one");
        assert!(made == file && matches!(seal::open(config, db).await, Ok((_, Found::Known))), "{engine}");
        if engine == "postgres" {
            assert!(matches!(seal::open(&other, db).await, Err(SealError::Elsewhere(_))), "another key file");
        } else {
            assert!(matches!(seal::open(&other, db).await, Ok((_, Found::Changed))));
        }
        std::fs::write(&file, "something else").expect("writes");
        assert!(matches!(seal::open(config, db).await, Err(SealError::Unreadable(_))), "{engine}");
    }
}
