//! The call, from its form to an application that has arrived, told through HTTP on both engines.

use crate::common;

use axum::http::StatusCode;
use common::{Actor, House, SEASON, link, s};
use weft_kernel::clock::Time;
use weft_people::Strength;
use weft_programs::Role;

fn apply(page: &str) -> String {
    format!("/call/{SEASON}/{page}")
}

/// A published call that is open from 1 to 31 January 2025.
async fn open_call(lead: &Actor<'_>) {
    assert_eq!(lead.post(&s("call"), &[]).await.status, StatusCode::SEE_OTHER);
    let dates = [("opens_on", "2025-01-01"), ("closes_on", "2025-01-31"), ("decision_on", "2025-03-01")];
    assert_eq!(lead.post(&s("call/dates"), &dates).await.status, StatusCode::SEE_OTHER);
    assert_eq!(lead.post(&s("call/publication"), &[]).await.status, StatusCode::SEE_OTHER);
}

/// A browser that has begun a draft.
async fn begin(house: &House) -> Actor<'_> {
    let begun = house.visitor().post(&apply("begin"), &[]).await;
    assert_eq!((begun.status, begun.location()), (StatusCode::SEE_OTHER, apply("application/1").as_str()));
    house.visitor().with_cookies(&begun.cookies())
}

const YOU: &[(&str, &str)] = &[
    ("q-given-name", "Nayeli"),
    ("q-family-name", "Campoverde"),
    ("q-email", "nayeli@example.org"),
    ("q-pronouns", ""),
    ("q-phone", ""),
];
const WORK: &[(&str, &str)] = &[
    ("q-collaborative", "Saltmeadow Together"),
    ("q-organization", ""),
    ("q-role-level", "director"),
    ("q-years-in-role", "2,5"),
    ("q-place", "Saltmeadow"),
    ("q-place-state", "other"),
    ("q-scope", "national"),
    ("q-issue-area", ""),
    ("q-issue-area-own", "rivers & <b>fish</b>"),
    ("q-other-issue-areas", "housing"),
    ("q-other-issue-areas", "health"),
    ("q-health-focus", "no"),
];
const WORDS: &[(&str, &str)] = &[
    ("q-what-you-hold", "A table of nine."),
    ("q-why-apply", "=HYPERLINK(\"x\") \u{202e}peers"),
    ("q-national-place", "Saltmeadow first"),
];
const TAKING_PART: &[(&str, &str)] =
    &[("q-time", "yes"), ("q-access", "SECRET-NEED"), ("q-race-ethnicity", "SECRET-RACE"), ("q-gender", "")];

async fn write(browser: &Actor<'_>, part: usize, answers: &[(&str, &str)], go: &str) -> common::Answer {
    let page = browser.get(&apply(&format!("application/{part}"))).await;
    let revision = page
        .body
        .split("name=\"revision\" value=\"")
        .nth(1)
        .and_then(|t| t.split('"').next())
        .unwrap_or("0")
        .to_owned();
    let fields: Vec<(&str, &str)> =
        answers.iter().copied().chain([("revision", revision.as_str()), ("go", go)]).collect();
    browser.post(&apply(&format!("application/{part}")), &fields).await
}

async fn write_all(browser: &Actor<'_>) {
    for (i, answers) in [YOU, WORK, WORDS, TAKING_PART].iter().enumerate() {
        let saved = write(browser, i + 1, answers, "next").await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    }
}

#[tokio::test]
async fn someone_applies_on_two_devices_without_an_account_and_nothing_is_lost() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        assert_eq!(
            house.visitor().get(&format!("/call/{SEASON}")).await.status,
            StatusCode::NOT_FOUND,
            "not published"
        );
        open_call(&lead).await;
        let public = house.visitor().get(&format!("/call/{SEASON}")).await;
        assert!(public.body.contains("Fri, Jan 31, 2025") && public.body.contains("March 1, 2025"));
        assert!(house.visitor().get(&apply("questions")).await.body.contains("What do you do for your collaborative"));

        let phone = begin(&house).await;
        assert_eq!(phone.get(&apply("application/1")).await.status, StatusCode::OK);
        assert_eq!(
            house.visitor().get(&apply("application/1")).await.status,
            StatusCode::SEE_OTHER,
            "another browser has no draft"
        );
        assert_eq!(write(&phone, 1, YOU, "next").await.location(), apply("application/2"));
        // The mailed link opens this draft elsewhere, by a press, and signs nobody in.
        let mails = house.mails().await;
        let path = link(mails.last().expect("a letter"), &apply("resume/")).to_owned();
        assert!(house.visitor().get(&path).await.cookies().is_empty(), "scanners follow links");
        let followed = house.visitor().post(&path, &[("keep", "yes")]).await;
        assert!(followed.cookies().iter().all(|c| c.starts_with("weft-draft-")), "{:?}", followed.cookies());
        let laptop = house.visitor().with_cookies(&followed.cookies());
        assert!(laptop.get(&apply("application/1")).await.body.contains("Campoverde"));
        // A mistyped address, mended: the link that went there opens nothing any more.
        write(&phone, 1, &[("q-email", "nayeli@wrong.example.org")], "next").await;
        write(&phone, 1, &[("q-email", "nayeli@example.org")], "next").await;
        assert_eq!(house.visitor().post(&path, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        write_all(&laptop).await;
        // What is wrong is said, and what was typed stands there.
        let wrong =
            write(&phone, 2, &[("q-years-in-role", "many"), ("q-collaborative", "Typed meanwhile")], "next").await;
        assert!(
            wrong.status == StatusCode::UNPROCESSABLE_ENTITY
                && wrong.body.contains("value=\"many\"")
                && wrong.body.contains("Typed meanwhile")
        );
        write_all(&phone).await;
        let check = phone.get(&apply("application/check")).await.body;
        assert!(
            check.contains("Everything is filled in")
                && check.contains("rivers &#38; &#60;b&#62;fish")
                && !check.contains("<b>fish"),
            "{check}"
        );

        // Sent twice at once: one application, one letter.
        let (a, check) = (phone.clone(), apply("application/check"));
        let (first, second) = tokio::join!(a.post(&check, &[]), laptop.post(&check, &[]));
        assert_eq!((first.status, second.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER));
        // The address was mended after its link was used: it is asked for once more, and the copy follows.
        let mails = house.mails().await;
        assert_eq!(mails.iter().filter(|m| m.contains("We received your application")).count(), 0);
        let asks = mails.iter().find(|m| m.contains("Subject: Confirm your email address")).expect("a letter");
        let confirm = link(asks, &apply("resume/")).to_owned();
        laptop.post(&confirm, &[("keep", "yes")]).await;
        let status = laptop.get(&apply("application")).await.body;
        assert!(
            status.contains("We received your application")
                && status.contains("March 1, 2025")
                && status.contains("W25-"),
            "{status}"
        );
        assert_eq!(house.mails().await.iter().filter(|m| m.contains("We received your application")).count(), 1);
        let list = lead.get(&s("applications")).await.body;
        assert_eq!(list.matches("Nayeli Campoverde").count(), 1);
        let id = list.split("W25-").nth(1).and_then(|t| t.get(..5)).expect("an id").to_owned();
        let shown = lead.get(&s(&format!("applications/W25-{id}"))).await.body;
        assert!(
            shown.contains("A table of nine.")
                && shown.contains("health, housing") | shown.contains("housing, health")
                && shown.contains("2.5"),
            "{shown}"
        );
        assert!(!shown.contains("SECRET-RACE") && !shown.contains("SECRET-NEED"), "compartments stay shut");
        // It counts: writing without beginning a change changes nothing.
        assert_eq!(write(&phone, 1, &[("q-given-name", "Other")], "next").await.location(), apply("application"));
        // Withdrawn once.
        for _ in 0..2 {
            assert_eq!(
                phone.post(&apply("application/withdrawal"), &[("reason", "")]).await.status,
                StatusCode::SEE_OTHER
            );
        }
        assert!(phone.get(&apply("application")).await.body.contains("You withdrew your application"));
        assert_eq!(
            house.mails().await.iter().filter(|m| m.contains("Subject: You withdrew your application")).count(),
            1
        );
    }
}

#[tokio::test]
async fn two_tabs_do_not_overwrite_each_other_silently() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        open_call(&house.lead().await).await;
        let tab = begin(&house).await;
        let autosave = async |part: usize, revision: &str, field: &str, text: &str| {
            let answer = tab
                .post(&apply(&format!("application/{part}/autosave")), &[("revision", revision), (field, text)])
                .await;
            serde_json::from_str::<serde_json::Value>(&answer.body).expect("JSON")
        };
        assert_eq!(autosave(3, "0", "q-what-you-hold", "first").await["revision"], 1);
        assert_eq!(autosave(3, "1", "q-what-you-hold", "first and more").await["revision"], 2);
        // A tab that was opened before the second save.
        let told = autosave(3, "1", "q-what-you-hold", "other words").await;
        assert!(told["revision"].is_null() && told["conflicts"].as_array().is_some_and(|c| c.len() == 1), "{told}");
        let page = tab
            .post(
                &apply("application/3"),
                &[("revision", "1"), ("q-what-you-hold", "other words"), ("q-why-apply", "new here"), ("go", "next")],
            )
            .await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            page.body.contains("first and more")
                && page.body.contains("other words</textarea>")
                && page.body.contains("new here"),
            "both are shown"
        );
        let revision = page
            .body
            .split("name=\"revision\" value=\"")
            .nth(1)
            .and_then(|t| t.split('"').next())
            .expect("a revision")
            .to_owned();
        let fields = [
            ("revision", revision.as_str()),
            ("q-what-you-hold", "other words"),
            ("q-why-apply", "new here"),
            ("go", "next"),
        ];
        assert_eq!(tab.post(&apply("application/3"), &fields).await.status, StatusCode::SEE_OTHER, "kept on purpose");
        assert!(tab.get(&apply("application/3")).await.body.contains("other words"));
        // What was not touched on a page is left to the page that did touch it.
        let was = |page: &str, id: &str| {
            page.split(&format!("name=\"was-{id}\" value=\""))
                .nth(1)
                .and_then(|t| t.split('"').next())
                .expect("a mark")
                .to_owned()
        };
        let opened = tab.get(&apply("application/3")).await.body;
        autosave(3, "9", "q-why-apply", "changed elsewhere").await;
        let (hold, why) = (was(&opened, "what-you-hold"), was(&opened, "why-apply"));
        let fields = [
            ("revision", "1"),
            ("was-what-you-hold", hold.as_str()),
            ("q-what-you-hold", "touched"),
            ("was-why-apply", why.as_str()),
            ("q-why-apply", "new here"),
            ("go", "next"),
        ];
        let told = tab.post(&apply("application/3"), &fields).await;
        assert!(
            told.status == StatusCode::UNPROCESSABLE_ENTITY && told.body.contains(">touched</textarea>"),
            "the touched one is held against a later one"
        );
        let now = tab.get(&apply("application/3")).await.body;
        assert!(
            now.contains("changed elsewhere") && !now.contains(">new here</textarea>"),
            "the untouched one is not set back"
        );
        // A page that saved one answer since does not thereby know the other: changing that one from its old text is a
        // quarrel.
        let told: serde_json::Value = serde_json::from_str(
            &tab.post(
                &apply("application/3/autosave"),
                &[("revision", "99"), ("seen-why-apply", "1"), ("q-why-apply", "from the old text")],
            )
            .await
            .body,
        )
        .expect("JSON");
        assert!(
            told["conflicts"].as_array().is_some_and(|c| c.len() == 1) && told["written"] == serde_json::json!([]),
            "{told}"
        );
        autosave(3, "99", "q-what-you-hold", "other words").await;
        // The same text again is no quarrel, and an answer far too long is kept on the page.
        assert_eq!(autosave(3, "0", "q-what-you-hold", "other words").await["conflicts"], serde_json::json!([]));
        let long = "x".repeat(1_000_000);
        let kept =
            tab.post(&apply("application/3"), &[("revision", "9"), ("q-what-you-hold", &long), ("go", "next")]).await;
        assert!(kept.status == StatusCode::UNPROCESSABLE_ENTITY && kept.body.contains(&long[..30_000]));
    }
}

#[tokio::test]
async fn after_the_end_an_extension_or_a_reason_is_needed_and_drafts_are_kept() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        open_call(&lead).await;
        let early = begin(&house).await;
        write_all(&early).await;
        house.kernel.clock.set(Time::parse("2025-02-01T05:00:01Z").expect("a moment"));
        assert!(
            house
                .visitor()
                .get(&format!("/call/{SEASON}"))
                .await
                .body
                .contains("Applications closed Fri, Jan 31, 2025, 11:59 p.m. Eastern Time (ET)")
        );
        let refused = early.post(&apply("application/check"), &[]).await;
        assert!(
            refused.status == StatusCode::UNPROCESSABLE_ENTITY
                && refused.body.contains("re applying late, then submit")
        );
        let late = early.post(&apply("application/check"), &[("late_reason", "The power was out.")]).await;
        assert_eq!(late.status, StatusCode::SEE_OTHER);
        assert!(early.get(&apply("application")).await.body.contains("You applied after the deadline"));
        let lead = house.as_person(lead.id.as_ref().expect("someone"), Strength::TwoFactors).await;
        let id = lead
            .get(&s("applications"))
            .await
            .body
            .split("W25-")
            .nth(1)
            .and_then(|t| t.get(..5))
            .expect("an id")
            .to_owned();
        assert!(lead.get(&s(&format!("applications/W25-{id}"))).await.body.contains("The power was out."));
        // Someone was given more time: she sends as if nothing were.
        let given = [("email", "Other@Example.org"), ("until", "2025-02-03"), ("reason", "in hospital")];
        assert_eq!(lead.post(&s("call/extensions"), &given).await.status, StatusCode::SEE_OTHER);
        let other = begin(&house).await;
        write_all(&other).await;
        let you: Vec<(&str, &str)> =
            YOU.iter().map(|(n, v)| (*n, if *n == "q-email" { "other@example.org" } else { *v })).collect();
        assert_eq!(write(&other, 1, &you, "next").await.status, StatusCode::SEE_OTHER);
        // The address was given more time: whoever shows that it is theirs has it.
        let mails = house.mails().await;
        let hers =
            mails.iter().find(|m| m.contains("To: other@example.org") && m.contains("/resume/")).expect("a letter");
        other.post(link(hers, &apply("resume/")), &[]).await;
        assert_eq!(other.post(&apply("application/check"), &[]).await.status, StatusCode::SEE_OTHER);
        assert!(!other.get(&apply("application")).await.body.contains("after applications closed"));
        // Drafts nobody sent are forgotten 90 days after the end, and not before.
        let open = begin(&house).await;
        write(&open, 1, YOU, "next").await;
        let sweep = async |at: &str| {
            let mut tx = house.kernel.db.begin().await.expect("begins");
            let gone = weft_admission::call::store::forget_old(&mut tx, Time::parse(at).expect("a moment"))
                .await
                .expect("sweeps");
            tx.commit().await.expect("commits");
            gone
        };
        assert_eq!(sweep("2025-04-20T00:00:00Z").await, 0);
        assert!(sweep("2025-06-20T00:00:00Z").await >= 3);
        assert_eq!(open.get(&apply("application/1")).await.status, StatusCode::SEE_OTHER);
        assert!(lead.get(&s("applications")).await.body.contains("Nayeli Campoverde"), "the application itself stays");
    }
}

#[tokio::test]
async fn a_form_is_made_checked_and_changed_without_hurting_anyone() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let co_lead = house.someone("Desmond", Some(Role::CoLead), Strength::TwoFactors).await;
        assert_eq!(lead.post(&s("call"), &[]).await.status, StatusCode::SEE_OTHER);
        // Without dates it cannot be published; the page says what is missing.
        let refused = lead.post(&s("call/publication"), &[]).await;
        assert!(
            refused.status == StatusCode::UNPROCESSABLE_ENTITY
                && refused.body.contains("Set the dates when applications open and close")
        );
        assert!(!refused.body.contains("has a star but no definition"), "the draft has none that is not explained");
        let starred = [("intro_en", "For a backbone* of many."), ("intro_es", "Para un equipo.")];
        assert_eq!(lead.post(&s("call/texts"), &starred).await.status, StatusCode::SEE_OTHER);
        assert!(lead.get(&s("call")).await.body.contains("“backbone” has a star but no definition"));
        let wrong = lead.post(&s("call/dates"), &[("opens_on", "2025-02-01"), ("closes_on", "2025-01-01")]).await;
        assert!(wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.body.contains("value=\"2025-02-01\""));
        // Two people add questions at once; both are there.
        let add = |label: &'static str| {
            [("label_en", label), ("label_es", "¿Y?"), ("audience", "staff"), ("goes_to", "answer")]
        };
        let path = s("call/questions/new?part=3&kind=long");
        let (one, two) = (add("What worries you?"), add("What delights you?"));
        let (a, b) = tokio::join!(lead.post(&path, &one), co_lead.post(&path, &two));
        assert_eq!((a.status, b.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER));
        let page = lead.get(&s("call")).await.body;
        assert!(page.contains("What worries you?") && page.contains("What delights you?"));
        let uneven = [
            ("label-0_en", "Where?"),
            ("fits-0_en", "Here\nThere"),
            ("fits-0_es", "Aquí"),
            ("misfits-0_en", "Nowhere"),
            ("elsewhere_en", ""),
        ];
        let refused = lead.post(&s("call/fit"), &uneven).await;
        assert!(
            refused.status == StatusCode::UNPROCESSABLE_ENTITY
                && refused.body.contains("Here\nThere</textarea>")
                && refused.body.contains("Enter as many lines as in English")
        );
        let faulty = lead
            .post(
                &s("call/questions/new?part=3&kind=choice"),
                &[("label_en", "Pick"), ("options_en", "one\none"), ("audience", "staff"), ("goes_to", "email")],
            )
            .await;
        assert!(
            faulty.status == StatusCode::UNPROCESSABLE_ENTITY
                && faulty.body.contains("“one” is listed twice")
                && faulty.body.contains(">Pick</textarea>")
        );
        open_call(&lead).await;
        // While people answer, a question cannot go; a new one can come.
        assert_eq!(
            lead.post(&s("call/questions/why-apply/place"), &[("act", "remove")]).await.status,
            StatusCode::SEE_OTHER
        );
        let hurt = lead.post(&s("call/publication"), &[]).await;
        assert!(
            hurt.status == StatusCode::UNPROCESSABLE_ENTITY
                && hurt.body.contains("was removed. Its answers would be lost"),
            "{}",
            hurt.body
        );
        // The page says so before anyone presses, and says nothing else.
        for page in [hurt.body, lead.get(&s("call")).await.body] {
            assert!(page.contains("affect people who have started to apply"), "{page}");
            assert!(!page.contains("ready to publish") && !page.contains("action=\"/s/season-2025/call/publication\""));
        }
        assert!(
            house.visitor().get(&apply("questions")).await.body.contains("What do you want from this program"),
            "applicants see the published version"
        );
        // Nobody but the leads makes a call.
        let coach = house.someone("Leonor", Some(Role::Coach), Strength::TwoFactors).await;
        assert_eq!(coach.get(&s("call")).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn links_to_typed_addresses_from_one_network_come_to_an_end_and_words_are_kept() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    open_call(&lead).await;
    for n in 0..30 {
        let browser = begin(&house).await;
        for m in 0..6 {
            let email = format!("victim{n}-{m}@example.org");
            let mut you = YOU.to_vec();
            you[2].1 = &email;
            assert_eq!(write(&browser, 1, &you, "stay").await.status, StatusCode::SEE_OTHER, "what was typed is saved");
            assert!(browser.get(&apply("application/1")).await.body.contains(&email));
        }
    }
    let sent = house.mails().await.iter().filter(|m| m.contains("To: victim")).count();
    assert_eq!(sent, 150, "as many as a room full of people needs in ten minutes");
}

/// The fields of a question as its page has them, for a post that changes some.
fn fields_of(page: &str) -> Vec<(String, String)> {
    let form = page.split("<form method=\"post\"").find(|f| f.contains("name=\"label_en\"")).expect("the form");
    let form = form.split("</form>").next().unwrap_or_default();
    let named =
        |tag: &str| tag.split("name=\"").nth(1).and_then(|n| n.split('"').next()).unwrap_or_default().to_owned();
    let mut all = Vec::new();
    for tag in form.split("<input").skip(1) {
        let tag = tag.split('>').next().unwrap_or_default();
        let is_box = tag.contains("type=\"checkbox\"") || tag.contains("type=\"radio\"");
        if !is_box || tag.contains(" checked") {
            let value = tag.split(" value=\"").nth(1).and_then(|v| v.split('"').next()).unwrap_or_default();
            all.push((named(tag), value.to_owned()));
        }
    }
    for area in form.split("<textarea").skip(1) {
        let text = area.split('>').nth(1).and_then(|t| t.split('<').next()).unwrap_or_default();
        all.push((named(area), text.to_owned()));
    }
    for select in form.split("<select").skip(1) {
        let chosen = select.split("</select>").next().unwrap_or_default();
        let option = chosen.split("<option").find(|o| o.contains(" selected"));
        let value = option.and_then(|o| o.split("value=\"").nth(1)).and_then(|v| v.split('"').next());
        all.push((named(select), value.unwrap_or_default().to_owned()));
    }
    all
}

/// Changes a question: new texts of fields, whatever else its page holds.
async fn change(lead: &Actor<'_>, id: &str, new: &[(&str, &str)]) -> common::Answer {
    let path = s(&format!("call/questions/{id}"));
    let mut fields = fields_of(&lead.get(&path).await.body);
    fields.retain(|(n, _)| n != "form-key" && !new.iter().any(|(field, _)| n == field));
    fields.extend(new.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    lead.post(&path, &fields).await
}

#[tokio::test]
async fn a_choice_that_is_called_something_else_keeps_what_depends_on_it_and_what_was_answered() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        lead.post(&s("call"), &[]).await;
        // A choice of the team's own, and a question that depends on it.
        let new = |part: &str, kind: &str| s(&format!("call/questions/new?part={part}&kind={kind}"));
        let asked = [
            ("label_en", "How do you travel?"),
            ("options_en", "By train\nBy bus"),
            ("options_es", "En tren\nEn autobús"),
            ("audience", "staff"),
            ("goes_to", "answer"),
        ];
        assert_eq!(lead.post(&new("1", "choice"), &asked).await.status, StatusCode::SEE_OTHER, "{engine}");
        let page = lead.get(&s("call")).await.body;
        let first = page.split("<strong>How do you travel?").next().unwrap_or_default();
        let travel =
            first.rsplit("call/questions/").next().and_then(|p| p.split(['"', '/']).next()).unwrap_or_default();
        let only_if = format!("{travel}=By train");
        let depends = [
            ("label_en", "Which station?"),
            ("audience", "staff"),
            ("goes_to", "answer"),
            ("only_if", only_if.as_str()),
        ];
        let made = lead.post(&new("2", "short"), &depends).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{engine}: {}", made.body);
        open_call(&lead).await;
        let browser = begin(&house).await;
        let name = format!("q-{travel}");
        let mut you = YOU.to_vec();
        you.push((&name, "By train"));
        write(&browser, 1, &you, "next").await;
        assert!(browser.get(&apply("application/2")).await.body.contains("Which station?"), "{engine}");
        // Called something else while people answer: it could as well be another choice, so that is asked.
        let rail = [("options_en", "By rail\nBy bus"), ("help_en", "Kept <so>")];
        let asked = change(&lead, travel, &rail).await;
        assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        assert!(
            asked.body.contains("By train → By rail") && asked.body.contains("Kept &#60;so&#62;"),
            "{}",
            asked.body
        );
        assert!(asked.body.contains("By rail\nBy bus</textarea>") && asked.body.contains("name=\"renamed\""));
        let renamed = change(&lead, travel, &[rail[0], rail[1], ("renamed", "yes")]).await;
        assert_eq!(renamed.status, StatusCode::SEE_OTHER, "{engine}: {}", renamed.body);
        let again = lead.post(&s("call/publication"), &[]).await;
        assert_eq!(again.status, StatusCode::SEE_OTHER, "{engine}: {}", again.body);
        assert!(browser.get(&apply("application/2")).await.body.contains("Which station?"), "{engine}: still asked");
        let mine = browser.get(&apply("application/1")).await.body;
        assert!(
            mine.contains("By rail") && mine.contains("value=\"By train\" checked"),
            "{engine}: still chosen: {mine}"
        );
        let station = lead.get(&s("call")).await.body;
        let before = station.split("<strong>Which station?").next().unwrap_or_default();
        let id = before.rsplit("call/questions/").next().and_then(|p| p.split(['"', '/']).next()).unwrap_or_default();
        let shown = lead.get(&s(&format!("call/questions/{id}"))).await.body;
        assert!(
            shown.contains(&format!("value=\"{only_if}\" selected")) && shown.contains("By rail"),
            "{engine}: {shown}"
        );
        // Said to be another choice, it is none of what people chose: nothing of that can be published while they
        // answer.
        let other = [("options_en", "By plane\nBy bus"), ("renamed", "no")];
        assert_eq!(change(&lead, travel, &other).await.status, StatusCode::SEE_OTHER, "{engine}");
        let refused = lead.post(&s("call/publication"), &[]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}: {}", refused.body);
        assert!(!browser.get(&apply("application/1")).await.body.contains("By plane"), "{engine}");
        // Taken out, the checklist stops, and nobody is asked less without a word.
        let fewer = [("options_en", "By bus\nOn foot\nBy boat"), ("options_es", "En autobús\nA pie\nEn barco")];
        assert_eq!(change(&lead, travel, &fewer).await.status, StatusCode::SEE_OTHER, "{engine}");
        let stopped = lead.post(&s("call/publication"), &[]).await;
        assert_eq!(stopped.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        let said = lead.get(&s("call")).await.body;
        assert!(said.contains("depends on an answer choice that no longer exists"), "{engine}: {said}");
    }
}

#[tokio::test]
async fn a_number_is_taken_as_it_was_meant() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    lead.post(&s("call"), &[]).await;
    let asked = [("label_en", "What is your budget?"), ("audience", "staff"), ("goes_to", "answer")];
    let made = lead.post(&s("call/questions/new?part=1&kind=number"), &asked).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
    let page = lead.get(&s("call")).await.body;
    let before = page.split("<strong>What is your budget?").next().unwrap_or_default();
    let id = before.rsplit("call/questions/").next().and_then(|p| p.split(['"', '/']).next()).unwrap_or_default();
    open_call(&lead).await;
    let browser = begin(&house).await;
    let name = format!("q-{id}");
    for (typed, says) in [
        ("25000", None),
        ("25,000", None),
        ("2,500,000,000", None),
        ("2,5", None),
        ("25.000", Some("Did you mean 25 / 25000?")),
        ("-3", Some("a number that is 0 or more")),
        ("many", Some("a number that is 0 or more")),
    ] {
        let mut you = YOU.to_vec();
        you.push((&name, typed));
        let answer = write(&browser, 1, &you, "next").await;
        match says {
            None => assert_eq!(answer.status, StatusCode::SEE_OTHER, "{typed}: {}", answer.body),
            Some(says) => assert!(
                answer.status == StatusCode::UNPROCESSABLE_ENTITY && answer.body.contains(says),
                "{typed}: {}",
                answer.body
            ),
        }
    }
}

#[tokio::test]
async fn switching_the_language_saves_what_was_typed_and_one_name_is_enough() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        open_call(&lead).await;
        let phone = begin(&house).await;
        let page = phone.get(&apply("application/1")).await.body;
        assert!(page.contains("form=\"answers\"") && page.contains("value=\"lang:es\""), "{engine}: the switch saves");
        assert!(!page.contains("action=\"/language\""), "{engine}");
        // One name, in the field of the other, and a fault that is told later.
        let answers = [("q-given-name", ""), ("q-family-name", "Sukarno"), ("q-email", "sukarno@")];
        let switched = write(&phone, 1, &answers, "lang:es").await;
        assert_eq!((switched.status, switched.location()), (StatusCode::SEE_OTHER, apply("application/1").as_str()));
        let phone = phone.with_cookies(&switched.cookies());
        let page = phone.get(&apply("application/1")).await.body;
        assert!(page.contains("<html lang=\"es\">") && page.contains("value=\"Sukarno\""), "{engine}: {page}");
        assert!(page.contains("value=\"sukarno@\""), "{engine}: {page}");
        let back = write(&phone, 1, &[("q-email", "sukarno@example.org")], "lang:en").await;
        let phone = phone.with_cookies(&back.cookies());
        for (part, answers) in (2..).zip([WORK, WORDS, TAKING_PART]) {
            assert_eq!(write(&phone, part, answers, "next").await.status, StatusCode::SEE_OTHER, "{engine}");
        }
        let check = phone.get(&apply("application/check")).await.body;
        assert!(!check.contains("Given name</a>"), "{engine}: {check}");
        let sent = phone.post(&apply("application/check"), &[]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{engine}: {}", sent.body);
        assert!(lead.get(&s("applications")).await.body.contains("Sukarno"), "{engine}");
    }
}
