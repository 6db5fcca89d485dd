//! What people need is told to one person. Naming someone else opens none of it: it is handed over by whoever said it,
//! or not at all.

use crate::common;

use axum::http::StatusCode;
use common::answers::{apply, begin, fill_with};
use common::meet::{announced, count, fields};
use common::{Actor, House, SEASON, link, pool, s};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

const SECRET_TOTP: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

fn id<'a>(person: &'a Actor<'_>) -> &'a str {
    person.id.as_ref().expect("a person").as_str()
}

/// Names someone as the page does.
async fn name(lead: &Actor<'_>, before: &str, to: &str) -> common::Answer {
    lead.post(&s("access-contact"), &[("before", before), ("access_contact", to)]).await
}

async fn can_prove(house: &House, person: &Actor<'_>) {
    let mut tx = house.kernel.db.begin().await.expect("begins");
    let sealed = weft_people::acts::sealed(&house.kernel, person.id.as_ref().expect("known"), SECRET_TOTP);
    tx.run(
        sql!("INSERT INTO credential (person_id, password, totp_secret, changed_at) VALUES ($1, '', $2, 0)"),
        args![person.id.as_ref(), sealed],
    )
    .await
    .expect("inserts");
    tx.commit().await.expect("commits");
}

fn code(house: &House) -> String {
    let seconds = u64::try_from(house.kernel.now().0 / 1_000_000).expect("after 1970");
    weft_people::acts::totp(SECRET_TOTP).expect("a secret").generate(seconds).to_string()
}

/// What the page of access needs shows of the pool's secrets.
async fn read(person: &Actor<'_>) -> usize {
    person.get(&s("access-needs")).await.body.matches("SECRET-NEED").count()
}

async fn person_of(house: &House, number: &str) -> Id {
    house
        .kernel
        .db
        .read()
        .await
        .expect("reads")
        .one::<(Id,)>(sql!("SELECT person_id FROM application WHERE external_id = $1"), args![number])
        .await
        .expect("there")
        .0
}

#[tokio::test]
async fn whoever_names_themselves_reads_nothing_that_was_told_to_someone_else() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let ayo = house.someone("Ayo", Some(Role::Facilitator), Strength::TwoFactors).await;
        assert_eq!(name(&lead, "", id(&ayo)).await.status, StatusCode::SEE_OTHER);
        house.import(&pool()).await;
        assert_eq!(read(&ayo).await, 12, "{engine}: there is something to take");
        let before = house.mails().await.len();
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(
            sql!(
                "UPDATE person
                SET language = 'es'
                WHERE id = (SELECT person_id FROM application WHERE external_id = 'A02')"
            ),
            args![],
        )
        .await
        .expect("speaks Spanish");
        tx.commit().await.expect("commits");
        // The attacker's road: a co-lead names themselves.
        let co = house.someone("Maren", Some(Role::CoLead), Strength::TwoFactors).await;
        can_prove(&house, &co).await;
        house.kernel.clock.advance(601);
        let asked = name(&co, id(&ayo), id(&co)).await;
        assert!(
            asked.status == StatusCode::OK && asked.body.contains("Confirm it&#39;s you"),
            "{engine}: {}",
            asked.body
        );
        assert_eq!((read(&co).await, read(&ayo).await), (0, 12), "{engine}: nothing without the second factor");
        // Nor with the season's other settings.
        let settings = [
            ("name", "Season 2025"),
            ("starts_on", "2025-01-16"),
            ("ends_on", "2025-10-17"),
            ("seats", "4"),
            ("zone", "America/New_York"),
            ("access_contact", id(&co)),
        ];
        assert_eq!(co.post(&s("set-up"), &settings).await.status, StatusCode::SEE_OTHER);
        assert_eq!(
            count(
                &house,
                sql!(
                    "SELECT COUNT(*)
                    FROM season s
                    JOIN person p ON p.id = s.access_contact_id
                    WHERE p.display_name = 'Ayo'"
                )
            )
            .await,
            1,
            "{engine}"
        );
        let digits = code(&house);
        let done = co
            .post(&s("access-contact"), &[("before", id(&ayo)), ("access_contact", id(&co)), ("proof", &digits)])
            .await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{engine}: {}", done.body);
        let page = co.get(&s("access-needs")).await.body;
        assert!(
            !page.contains("SECRET-NEED") && page.contains("12 people reported access needs when you weren’t"),
            "{engine}: {page}"
        );
        assert_eq!(
            ayo.get(&s("access-needs")).await.status,
            StatusCode::NOT_FOUND,
            "{engine}: whoever was named reads no more"
        );
        assert!(lead.get(&s("")).await.body.contains("Accessibility contact changed"), "{engine}: it is on record");
        // Everyone concerned hears of it, in their language: who it was, who it is, and that nothing was handed over.
        let mails = house.mails().await;
        let letters: Vec<&String> = mails[before..].iter().filter(|m| m.contains("/access-needs/")).collect();
        assert_eq!(letters.len(), 12, "{engine}");
        let third = letters.iter().find(|m| m.contains("To: person3@")).expect("a letter");
        assert!(
            third.contains("Maren is now the accessibility contact")
                && third.contains("it was Ayo")
                && third.contains("see it unless you share it")
                && !third.contains("SECRET"),
            "{third}"
        );
        assert!(
            letters
                .iter()
                .find(|m| m.contains("To: person2@"))
                .expect("a letter")
                .contains("Maren es ahora el contacto de accesibilidad"),
            "{engine}"
        );
        assert!(mails[before..].iter().any(|m| m.contains("To: ayo@example.org")), "{engine}: and whoever was named");
        let owner = house.someone("Odile", Some(Role::Owner), Strength::TwoFactors).await;
        assert!(
            !owner.get("/outbox").await.body.contains("New accessibility contact for"),
            "{engine}: who got such a letter is not for whoever keeps the house"
        );
        // By the link, without an account: looking changes nothing, a press does, and only for this one.
        let path = link(third, "/access-needs/").to_owned();
        let shown = house.visitor().get(&path).await.body;
        assert!(
            shown.contains("SECRET-NEED-3")
                && shown.matches("SECRET-NEED").count() == 2
                && shown.contains("Share my access needs with Maren"),
            "{engine}: {shown}"
        );
        assert_eq!(read(&co).await, 0, "{engine}");
        let press = async |path: &str, act: &str, reader: &str| {
            house.visitor().post(path, &[("act", act), ("reader", reader)]).await
        };
        // What the page did not show is not taken for a yes.
        let stale = press(&path, "share", id(&ayo)).await;
        assert!(
            stale.status == StatusCode::UNPROCESSABLE_ENTITY
                && stale.body.contains("The person who reads this has changed"),
            "{engine}: {}",
            stale.body
        );
        assert!(
            shown.contains("mailto:help@example.org") && !shown.contains("Contact your site administrator"),
            "{engine}: the program is whom to ask: {shown}"
        );
        assert!(
            shown.contains("Keep it private")
                && shown.contains("This can&#39;t be undone.")
                && shown.find("<details").is_some_and(|d| d < shown.find("value=\"remove\"").expect("a button")),
            "{engine}: {shown}"
        );
        let to = press(&path, "share", id(&co)).await.location().to_owned();
        assert!(
            to == format!("{path}?done=shared") && house.visitor().get(&to).await.body.contains("Shared with Maren."),
            "{engine}: {to}"
        );
        assert!(read(&co).await == 1 && co.get(&s("access-needs")).await.body.contains("SECRET-NEED-3"), "{engine}");
        // Refused: it stays closed, and the page says so. And it may be stopped.
        let fourth =
            link(letters.iter().find(|m| m.contains("To: person4@")).expect("a letter"), "/access-needs/").to_owned();
        press(&fourth, "keep", id(&co)).await;
        assert!(
            house.visitor().get(&fourth).await.body.contains("You chose not to share this. Maren can&#39;t see it."),
            "{engine}"
        );
        let to = press(&path, "keep", id(&co)).await.location().to_owned();
        assert!(house.visitor().get(&to).await.body.contains("This stays private."), "{engine}: {to}");
        assert!(
            !house.visitor().get(&format!("{path}?done=shared")).await.body.contains("Shared with"),
            "{engine}: only while it is so"
        );
        assert_eq!(read(&co).await, 0, "{engine}");
        // By sign-in, on one's own page; and not what is someone else's.
        let five = person_of(&house, "A05").await;
        let five = house.as_person(&five, Strength::Link).await;
        let me = five.get("/me").await.body;
        assert!(
            me.contains("SECRET-NEED-5")
                && me.contains("Maren is now the accessibility contact")
                && me.matches("SECRET-NEED").count() == 2,
            "{engine}: {me}"
        );
        let action = |me: &str| {
            me.split("action=\"/me/access-needs/")
                .nth(1)
                .and_then(|t| t.split('"').next())
                .map(|id| format!("/me/access-needs/{id}"))
                .expect("a form")
        };
        let six = person_of(&house, "A06").await;
        let six = house.as_person(&six, Strength::Link).await;
        assert_eq!(
            six.post(&action(&me), &[("act", "share"), ("reader", id(&co))]).await.status,
            StatusCode::NOT_FOUND,
            "{engine}"
        );
        let changed =
            five.post(&action(&me), &[("act", "change"), ("need", "SECRET-NEED-NEW"), ("reader", id(&co))]).await;
        assert!(
            changed.location().ends_with("#access-needs")
                && five.get(changed.location()).await.body.contains("<p>Saved.</p>"),
            "{engine}: {}",
            changed.location()
        );
        assert!(
            read(&co).await == 1 && co.get(&s("access-needs")).await.body.contains("SECRET-NEED-NEW"),
            "{engine}: said anew"
        );
        let gone = six.post(&action(&six.get("/me").await.body), &[("act", "remove")]).await;
        assert!(
            !gone.location().contains('#')
                && six.get(gone.location()).await.body.contains("Your access needs were deleted."),
            "{engine}: {}",
            gone.location()
        );
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM access_need")).await, 11, "{engine}");
        // Who said what they need is nowhere on the season's record.
        assert!(!lead.get(&s("")).await.body.contains("shared your access needs"), "{engine}");
        assert_eq!(
            count(&house, sql!("SELECT COUNT(*) FROM event WHERE verb LIKE 'access-need.%' AND season_id IS NOT NULL"))
                .await,
            0,
            "{engine}"
        );
        // A link that nobody has is a missing page.
        assert_eq!(house.visitor().get("/access-needs/no-such-token").await.status, StatusCode::NOT_FOUND);
        // What the team brings in from now on is told to whoever is named now; and back again, whoever is named anew
        // starts with nothing.
        house.import(&pool().replace("SECRET-NEED-7", "SECRET-NEED-SEVEN")).await;
        assert!(co.get(&s("access-needs")).await.body.contains("SECRET-NEED-SEVEN"), "{engine}");
        assert_eq!(name(&lead_again(&house, &lead).await, id(&co), id(&ayo)).await.status, StatusCode::SEE_OTHER);
        let body = ayo.get(&s("access-needs")).await.body;
        assert!(!body.contains("SECRET-NEED"), "{engine}: {body}");
    }
}

/// The same lead, just signed in.
async fn lead_again<'h>(house: &'h House, lead: &Actor<'_>) -> Actor<'h> {
    house.as_person(lead.id.as_ref().expect("a person"), Strength::TwoFactors).await
}

#[tokio::test]
async fn of_two_who_name_someone_at_once_one_is_told_to_look_again() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let ayo = house.someone("Ayo", Some(Role::Facilitator), Strength::TwoFactors).await;
        let co = house.someone("Maren", Some(Role::CoLead), Strength::TwoFactors).await;
        let (a, b) = tokio::join!(name(&lead, "", id(&ayo)), name(&co, "", id(&co)));
        let mut both = [a.status, b.status];
        both.sort();
        assert_eq!(both, [StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY], "{engine}");
        let late = if a.status == StatusCode::UNPROCESSABLE_ENTITY { a } else { b };
        assert!(
            late.body.contains("Someone else changed the accessibility contact while you were on this page"),
            "{engine}: {}",
            late.body
        );
        let stranger = house.someone("Nobody", None, Strength::TwoFactors).await;
        assert_eq!(
            name(&lead, "", id(&stranger)).await.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{engine}: only someone who runs the season"
        );
        let facilitator = house.someone("Fay", Some(Role::Facilitator), Strength::TwoFactors).await;
        assert_eq!(name(&facilitator, "", id(&facilitator)).await.status, StatusCode::NOT_FOUND, "{engine}");
    }
}

#[tokio::test]
async fn a_need_said_when_nobody_is_named_waits_and_whoever_said_it_is_asked() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house.as_lab().await;
        let session = [
            ("title_en", "Session"),
            ("title_es", "Sesión"),
            ("kind", "session"),
            ("format", "online"),
            ("day-1", "2025-03-05"),
            ("from-1", "13:00"),
            ("until-1", "16:00"),
        ];
        let path = lead.post(&s("new-gathering"), &session).await.location().to_owned();
        lead.post(&format!("{path}/publication"), &[]).await;
        lead.post(&s("registration"), &[("closes_on", "2025-02-20"), ("price_en", "Free"), ("price_es", "Gratis")])
            .await;
        lead.post(&s("registration/opening"), &[]).await;
        let register = format!("/register/{SEASON}");
        assert!(
            house.visitor().get(&register).await.body.contains("until there’s an accessibility contact"),
            "{engine}"
        );
        let wish = |n: &'static str, email: &'static str, reader: &str| {
            [
                ("given_name", n),
                ("family_name", "F"),
                ("email", email),
                ("language", "en"),
                ("need", "SECRET-NEED: captions"),
            ]
            .map(|(n, v)| (n.to_owned(), v.to_owned()))
            .into_iter()
            .chain([("reader".to_owned(), reader.to_owned())])
            .collect::<Vec<_>>()
        };
        let post = async |fields: Vec<(String, String)>| common::meet::send(&house.visitor(), &register, &fields).await;
        assert_eq!(post(wish("One", "one@example.org", "")).await.status, StatusCode::OK, "{engine}");
        assert_eq!(post(wish("Typed", "typed@example.org", "")).await.status, StatusCode::OK, "{engine}");
        let confirm = async |email: &str| {
            let path = common::typed::newest(&house, email, "/registrations/").await;
            assert!(
                house.visitor().post(&format!("{path}/confirmation"), &[]).await.status.is_redirection(),
                "{engine}: {email}"
            );
        };
        confirm("one@example.org").await;
        // Someone is named: they read nothing yet, and whoever said it is asked.
        let ayo = house.someone("Ayo", Some(Role::Facilitator), Strength::TwoFactors).await;
        assert_eq!(name(&lead, "", id(&ayo)).await.status, StatusCode::SEE_OTHER);
        assert_eq!(read(&ayo).await, 0, "{engine}");
        let mails = house.mails().await;
        let letter = mails.iter().find(|m| m.contains("/access-needs/")).expect("a letter");
        assert!(
            !mails.iter().any(|m| m.contains("To: typed@") && m.contains("/access-needs/")),
            "{engine}: a link would show these words to whoever holds the address"
        );
        assert!(letter.contains("one@example.org") && letter.contains("There was none before"), "{engine}: {letter}");
        house.visitor().post(link(letter, "/access-needs/"), &[("act", "share"), ("reader", id(&ayo))]).await;
        assert_eq!(read(&ayo).await, 1, "{engine}");
        // The page says who reads it now; one that was opened before says so again before it takes anything.
        assert!(
            house.visitor().get(&register).await.body.contains("Only Ayo, our accessibility contact, sees this"),
            "{engine}"
        );
        let stale = post(wish("Two", "two@example.org", "")).await;
        assert!(
            stale.status == StatusCode::UNPROCESSABLE_ENTITY
                && stale.body.contains("The person who reads this has changed")
                && stale.body.contains("SECRET-NEED: captions"),
            "{engine}"
        );
        post(wish("Two", "two@example.org", id(&ayo))).await;
        confirm("two@example.org").await;
        assert_eq!(read(&ayo).await, 2, "{engine}");
        // Whoever leaves the team reads it no more, and the two are told that nobody is named.
        let role: (String,) = house
            .kernel
            .db
            .read()
            .await
            .expect("reads")
            .one(sql!("SELECT id FROM role WHERE role = 'facilitator'"), args![])
            .await
            .expect("a role");
        assert_eq!(lead.post(&s(&format!("roles/{}/end", role.0)), &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(ayo.get(&s("access-needs")).await.status, StatusCode::NOT_FOUND, "{engine}");
        assert_eq!(
            count(&house, sql!("SELECT COUNT(*) FROM season WHERE access_contact_id IS NULL")).await,
            1,
            "{engine}"
        );
        let told = house.mails().await;
        assert_eq!(
            told.iter()
                .filter(|m| m.contains("Ayo is no longer the accessibility contact") && m.contains("/access-needs/"))
                .count(),
            2,
            "{engine}"
        );
        // Deleted: the link opens nothing more.
        let last = told.iter().find(|m| m.contains("To: two@") && m.contains("/access-needs/")).expect("a letter");
        let path = link(last, "/access-needs/").to_owned();
        assert!(
            house.visitor().get(&path).await.body.contains("There is no accessibility contact right now"),
            "{engine}"
        );
        assert!(house.visitor().post(&path, &[("act", "remove")]).await.body.contains("were deleted"), "{engine}");
        assert_eq!(house.visitor().get(&path).await.status, StatusCode::NOT_FOUND, "{engine}");
    }
}

#[tokio::test]
async fn travel_sheets_stay_with_whoever_was_told_and_their_writers_hear_of_a_change() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let ayo = house.someone("Ayo", Some(Role::Facilitator), Strength::TwoFactors).await;
        let co = house.someone("Maren", Some(Role::CoLead), Strength::TwoFactors).await;
        name(&lead, "", id(&ayo)).await;
        let mut retreat = fields("Retreat", &[("2025-02-10", "09:00", "17:00", "1", "")]);
        retreat.retain(|(n, _)| n != "format" && !n.starts_with("link"));
        retreat.push(("format".into(), "in-person".into()));
        let path = announced(&lead, &retreat).await;
        let one = house.someone("Wren", Some(Role::Registrant), Strength::Link).await;
        one.post(&format!("{path}/travel"), &[("diet", "SECRET-DIET"), ("reader", id(&ayo))]).await;
        let logistics = format!("{path}/logistics");
        assert!(ayo.get(&logistics).await.body.contains("SECRET-DIET"), "{engine}");
        assert_eq!(name(&co, id(&ayo), id(&co)).await.status, StatusCode::SEE_OTHER);
        for page in [logistics.clone(), format!("{logistics}.csv")] {
            assert!(!co.get(&page).await.body.contains("SECRET-DIET"), "{engine}: {page}");
            assert_eq!(ayo.get(&page).await.status, StatusCode::NOT_FOUND, "{engine}");
        }
        let mails = house.mails().await;
        let told: Vec<&String> = mails
            .iter()
            .filter(|m| m.contains("Maren is now the accessibility contact") && m.contains("To: wren@"))
            .collect();
        assert!(told.len() == 1 && told[0].contains("travel details") && !told[0].contains("SECRET"), "{engine}");
    }
}

#[tokio::test]
async fn an_application_tells_its_need_to_whoever_the_page_named() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let ayo = house.someone("Ayo", Some(Role::Facilitator), Strength::TwoFactors).await;
        let co = house.someone("Maren", Some(Role::CoLead), Strength::TwoFactors).await;
        name(&lead, "", id(&ayo)).await;
        lead.post(&s("call"), &[]).await;
        lead.post(&s("call/dates"), &[("opens_on", "2025-01-01"), ("closes_on", "2025-12-31")]).await;
        assert_eq!(lead.post(&s("call/publication"), &[]).await.status, StatusCode::SEE_OTHER);
        let browser = begin(&house).await;
        let words = [("q-what-you-hold", "A table of nine."), ("q-why-apply", "Peers.")];
        fill_with(&browser, &words, &[("q-time", "yes"), ("q-access", "SECRET-NEED")]).await;
        let page = browser.get(&apply("4")).await.body;
        assert!(page.contains("Only Ayo, our accessibility contact, sees this"), "{engine}: {page}");
        let check = browser.get(&apply("check")).await.body;
        assert!(
            check.contains("Only Ayo, our accessibility contact, sees this")
                && check.contains(&format!("value=\"{}\"", id(&ayo))),
            "{engine}: {check}"
        );
        // Someone else is named before it is sent: it is not sent to them unseen.
        assert_eq!(name(&co, id(&ayo), id(&co)).await.status, StatusCode::SEE_OTHER);
        let stale = browser.post(&apply("check"), &[("reader", id(&ayo))]).await;
        assert!(
            stale.status == StatusCode::UNPROCESSABLE_ENTITY
                && stale.body.contains("Only Maren, our accessibility contact, sees this"),
            "{engine}: {}",
            stale.body
        );
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM access_need")).await, 0, "{engine}");
        assert_eq!(
            browser.post(&apply("check"), &[("reader", id(&co))]).await.status,
            StatusCode::SEE_OTHER,
            "{engine}"
        );
        assert_eq!(read(&co).await, 1, "{engine}");
    }
}

#[tokio::test]
async fn whoever_is_named_again_starts_with_nothing() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let ayo = house.someone("Ayo", Some(Role::Facilitator), Strength::TwoFactors).await;
        let maren = house.someone("Maren", Some(Role::Facilitator), Strength::TwoFactors).await;
        assert_eq!(name(&lead, "", id(&ayo)).await.status, StatusCode::SEE_OTHER);
        house.import(&pool()).await;
        assert_eq!(read(&ayo).await, 12, "{engine}: there is something to read");
        assert_eq!(name(&lead, id(&ayo), id(&maren)).await.status, StatusCode::SEE_OTHER);
        assert_eq!(name(&lead, id(&maren), id(&ayo)).await.status, StatusCode::SEE_OTHER);
        assert_eq!((read(&maren).await, read(&ayo).await), (0, 0), "{engine}: as the letters say");
    }
}

#[tokio::test]
async fn only_people_who_can_open_the_page_and_read_nobody_without_a_name_can_be_named() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let ayo = house.someone("Ayo", Some(Role::Facilitator), Strength::TwoFactors).await;
        let nora = house.someone("Nora", Some(Role::Support), Strength::Link).await;
        let rui = house.someone("Rui", Some(Role::Reviewer), Strength::TwoFactors).await;
        let page = lead.get(&s("set-up")).await.body;
        let offered = |of: &Actor<'_>| page.contains(&format!("value=\"{}\"", id(of)));
        assert!(offered(&ayo) && !offered(&nora) && !offered(&rui), "{engine}: {page}");
        for of in [&nora, &rui] {
            assert_eq!(name(&lead, "", id(of)).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        }
        assert_eq!(name(&lead, "", id(&ayo)).await.status, StatusCode::SEE_OTHER, "{engine}");
        assert_eq!(ayo.get(&s("access-needs")).await.status, StatusCode::OK, "{engine}");
    }
}

#[tokio::test]
async fn whoever_said_a_need_sees_who_read_it_and_when() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let ayo = house.someone("Ayo", Some(Role::Facilitator), Strength::TwoFactors).await;
        name(&lead, "", id(&ayo)).await;
        house.import(&pool()).await;
        let nayeli = house.as_person(&person_of(&house, "A02").await, Strength::Link).await;
        let looked = sql!("SELECT COUNT(*) FROM event WHERE verb = 'access-need.read'");
        assert!(!nayeli.get("/me").await.body.contains("first read it"));
        for _ in 0..2 {
            assert_eq!(read(&ayo).await, 12);
        }
        assert_eq!(count(&house, looked).await, 12, "{engine}: the first look at each is on record");
        let page = nayeli.get("/me").await.body;
        assert!(
            page.contains("Ayo first read it on")
                && page.contains("Someone&#39;s access needs read for the first time"),
            "{engine}: {page}"
        );
        assert!(
            !lead.get(&s("")).await.body.contains("access needs read for"),
            "whose they are is on no page of the team"
        );
        // Said anew, it is read anew.
        let mut tx = house.kernel.db.begin().await.expect("begins");
        weft_people::needs::set(
            &house.kernel,
            &mut tx,
            nayeli.id.as_ref().expect("known"),
            &house.season,
            "SECRET-NEED anew",
        )
        .await
        .expect("sets");
        tx.commit().await.expect("commits");
        assert!(!nayeli.get("/me").await.body.contains("first read it"));
        read(&ayo).await;
        assert_eq!(count(&house, looked).await, 13, "{engine}");
    }
}
