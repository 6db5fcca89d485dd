//! What someone typed after their sign-in had ended is kept for them alone, and sent with one press (case 19).

use crate::common;

use axum::http::StatusCode;
use common::{Actor, Answer, House, s};
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

/// The forms that a page shows: where each goes, and its hidden fields.
fn forms(body: &str) -> Vec<(String, Vec<(String, String)>)> {
    let value = |text: &str, name: &str| {
        let text = text.split_once(&format!("{name}=\"")).map_or("", |(_, rest)| rest);
        let text = text.split_once('"').map_or("", |(value, _)| value);
        text.replace("&#34;", "\"")
            .replace("&#39;", "'")
            .replace("&#60;", "<")
            .replace("&#62;", ">")
            .replace("&#38;", "&")
    };
    body.split("<form ")
        .skip(1)
        .map(|form| {
            let form = form.split_once("</form>").expect("ends").0;
            let hidden = form.split("<input type=\"hidden\"").skip(1);
            (value(form, "action"), hidden.map(|field| (value(field, "name"), value(field, "value"))).collect())
        })
        .collect()
}

/// The kept form that goes to `action`, as the page would send it.
fn kept(page: &Answer, action: &str) -> Option<Vec<(String, String)>> {
    forms(&page.body).into_iter().find(|(to, _)| to == action).map(|(_, fields)| fields)
}

async fn send(by: &Actor<'_>, path: &str, fields: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    by.post(path, &fields).await
}

/// Ends every sign-in, as half a day of silence does.
async fn end_sign_ins(house: &House) {
    let mut tx = house.kernel.db.begin().await.expect("begins");
    tx.run(sql!("UPDATE sign_in SET ended_at = $1"), args![house.kernel.now()]).await.expect("updates");
    tx.commit().await.expect("commits");
}

async fn rows(house: &House) -> i64 {
    let (n,): (i64,) = house
        .kernel
        .db
        .read()
        .await
        .expect("reads")
        .one(sql!("SELECT COUNT(*) FROM kept_form"), args![])
        .await
        .expect("counts");
    n
}

/// The same browser, signed in again: old cookies and the new sign-in.
async fn again<'h>(house: &'h House, before: &Actor<'h>, answer: &Answer) -> Actor<'h> {
    let id = before.id.as_ref().expect("known");
    house.as_person(id, Strength::TwoFactors).await.with_cookies(&answer.cookies())
}

const WORDS: &str = "We couldn't \"meet\" <again> & it's late.\nSecond line, ñ";

#[tokio::test]
async fn what_was_typed_when_the_sign_in_had_ended_is_kept_and_sent_after_signing_in_again() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let action = s("agreements");
        end_sign_ins(&house).await;

        let refused = lead
            .send(
                "POST",
                &action,
                Some(serde_urlencoded::to_string([("seen", "0"), ("text", WORDS)]).expect("encodes")),
                &[
                    ("content-type", "application/x-www-form-urlencoded"),
                    ("referer", &format!("http://localhost{}", s("agreements"))),
                ],
            )
            .await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND);
        assert!(refused.body.contains("You were signed out"), "{}", refused.body);
        assert!(refused.body.contains("/sign-in?next=%2Fkept-forms"), "the way back is on the page");
        assert!(!refused.body.contains("Second line"), "a signed-out page shows nothing that was typed");
        assert_eq!(rows(&house).await, 1);

        // Whoever has the database alone reads nothing of it.
        let (sealed,): (String,) = house
            .kernel
            .db
            .read()
            .await
            .expect("reads")
            .one(sql!("SELECT sealed FROM kept_form"), args![])
            .await
            .expect("one");
        assert!(!sealed.contains("Second"), "{sealed}");

        // Another person in this browser, and the same person in another browser, see nothing.
        let other = house.someone("Noor", Some(Role::Lead), Strength::TwoFactors).await;
        let in_browser = other.with_cookies(&refused.cookies());
        assert!(kept(&in_browser.get("/kept-forms").await, &action).is_none());
        let elsewhere = house.as_person(lead.id.as_ref().expect("known"), Strength::TwoFactors).await;
        assert!(kept(&elsewhere.get("/kept-forms").await, &action).is_none());

        let lead = again(&house, &lead, &refused).await;
        let page = lead.get("/kept-forms").await;
        assert!(page.body.contains("Second line, ñ"), "{}", page.body);
        let fields = kept(&page, &action).expect("kept");
        assert!(fields.contains(&("text".into(), WORDS.into())), "{fields:?}");
        let sent = send(&lead, &action, &fields).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        assert!(lead.get(&action).await.body.contains("Second line, ñ"));

        // Once sent, it is kept no longer; and sent again it changes nothing.
        assert_eq!(rows(&house).await, 0);
        assert!(sent.cookies().iter().any(|c| c == "weft-kept="), "{:?}", sent.cookies());
        assert!(kept(&lead.get("/kept-forms").await, &action).is_none());
    }
}

#[tokio::test]
async fn a_kept_form_lasts_an_hour_is_discarded_by_a_press_and_never_holds_a_secret() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let action = s("agreements");
        end_sign_ins(&house).await;
        assert_eq!(rows(&house).await, 0);

        // No form of a browser that nobody was signed in with.
        let stranger = house.visitor().post(&action, &[("text", "Mine")]).await;
        assert!(stranger.body.contains("Page not found") && stranger.cookies().is_empty(), "{}", stranger.body);
        // No password and no file.
        let secret = lead.post(&action, &[("text", "Mine"), ("password", "three quiet herons")]).await;
        assert!(
            secret.body.contains("Your changes weren&#39;t saved") && secret.cookies().is_empty(),
            "{}",
            secret.body
        );
        let file = lead.upload(&s("import"), "applications", "a,b\n1,2\n").await;
        assert!(file.body.contains("chose a file"), "{}", file.body);
        assert_eq!(rows(&house).await, 0);

        // Two tabs, one key; the second form comes first.
        let first = lead.post(&action, &[("text", "One")]).await;
        house.kernel.clock.advance(1);
        let tab = lead.clone().with_cookies(&first.cookies());
        let pulse = [("stressors", "Money"), ("score-fit", "4"), ("shown", "a=1 B=2")];
        let second = tab.post(&s("pulse"), &pulse).await;
        assert_eq!(first.cookies(), second.cookies());
        assert_eq!(rows(&house).await, 2);
        let lead = again(&house, &lead, &second).await;
        let page = lead.get("/kept-forms").await;
        assert!(kept(&page, &action).is_some() && kept(&page, &s("pulse")).is_some());
        // Scores are shown with their criterion, other fields by their name, and no mark of ours.
        for says in ["Score: Fit", ">4<", "Stressors", ">Money<"] {
            assert!(page.body.contains(says), "{says}: {}", page.body);
        }
        assert!(!page.body.contains(">a=1 B=2<"), "{}", page.body);
        let discard = forms(&page.body).into_iter().find(|(to, _)| to.starts_with("/kept-forms/")).expect("a button").0;
        assert_eq!(lead.post(&discard, &[]).await.location(), "/kept-forms?discarded=1");
        assert_eq!(lead.post(&discard, &[]).await.location(), "/kept-forms?discarded=1", "twice is harmless");
        assert!(kept(&lead.get("/kept-forms").await, &s("pulse")).is_none());
        assert_eq!(rows(&house).await, 1);

        // Not more than five of a person, and none after an hour.
        for n in 0..7 {
            end_sign_ins(&house).await;
            lead.post(&action, &[("text", &n.to_string())]).await;
        }
        assert_eq!(rows(&house).await, 5);
        house.kernel.clock.set(house.kernel.now().plus_seconds(3_601));
        let lead = again(&house, &lead, &second).await;
        assert!(kept(&lead.get("/kept-forms").await, &action).is_none());
        weft_people::kept::sweep(&house.kernel).await.expect("sweeps");
        assert_eq!(rows(&house).await, 0);
    }
}
