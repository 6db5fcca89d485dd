//! Two leads have the same page open: nobody's words are put back by the other's save.

use crate::common;

use axum::http::StatusCode;
use common::{Actor, House, s};
use weft_people::Strength;
use weft_programs::Role;

/// The value of a hidden field.
fn hidden(page: &str, name: &str) -> String {
    let rest = page.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_default();
    rest.split('"').next().unwrap_or_default().to_owned()
}

const SETTINGS: [(&str, &str); 8] = [
    ("name", "Season 2025"),
    ("starts_on", "2025-03-01"),
    ("ends_on", "2025-11-30"),
    ("seats", "4"),
    ("zone", "America/New_York"),
    ("eligibility_text", "Anyone"),
    ("objective-1", "Learn"),
    ("objective-text-1", ""),
];

/// Posts fields with some of them changed, and the mark of the page that was seen.
async fn save(by: &Actor<'_>, path: &str, all: &[(&str, &str)], mine: &[(&str, &str)]) -> common::Answer {
    let mut fields: Vec<(&str, &str)> =
        all.iter().filter(|(n, _)| !mine.iter().any(|(m, _)| m == n)).copied().collect();
    fields.extend(mine);
    by.post(path, &fields).await
}

#[tokio::test]
async fn two_leads_in_the_settings_keep_both_changes() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let ana = house.lead().await;
        let ben = house.someone("Ben", Some(Role::Lead), Strength::TwoFactors).await;
        let path = s("set-up");
        assert_eq!(save(&ana, &path, &SETTINGS, &[]).await.status, StatusCode::SEE_OTHER);

        let (hers, his) = (ana.get(&path).await.body, ben.get(&path).await.body);
        let (hers, his) = (hidden(&hers, "shown"), hidden(&his, "shown"));
        assert!(hers.contains("seats=") && hers == his, "{engine}: {hers}");
        let saved = save(&ana, &path, &SETTINGS, &[("seats", "3"), ("objective-2", "Meet"), ("shown", &hers)]).await;
        assert_eq!(saved.location(), format!("{path}?saved=1"), "{engine}: {}", saved.body);
        // He changes another field: her seats and her objective stay, and he is told.
        let saved = save(&ben, &path, &SETTINGS, &[("eligibility_text", "Leaders"), ("shown", &his)]).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{engine}: {}", saved.body);
        let page = ben.get(saved.location()).await.body;
        assert!(page.contains("someone else changed: Seats; "), "{engine}: {}: {page}", saved.location());
        for kept in ["value=\"3\"", ">Leaders<", "value=\"Meet\"", "value=\"Learn\""] {
            assert!(page.contains(kept), "{engine}: {kept}: {page}");
        }

        // Both change the same field: the second sees both, and a second press means it.
        let his = hidden(&page, "shown");
        let now = [&SETTINGS[..], &[("objective-2", "Meet"), ("seats", "3")]].concat();
        save(&ana, &path, &now, &[("eligibility_text", "Neighbors"), ("shown", &his)]).await;
        let refused = save(&ben, &path, &now, &[("eligibility_text", "Friends"), ("shown", &his)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        assert!(refused.body.contains("“Neighbors”") && refused.body.contains(">Friends<"), "{engine}");
        assert!(ben.get(&path).await.body.contains(">Neighbors<"), "{engine}: nothing was saved");
        let seen = hidden(&refused.body, "shown");
        let saved = save(&ben, &path, &now, &[("eligibility_text", "Friends"), ("shown", &seen)]).await;
        assert_eq!(saved.location(), format!("{path}?saved=1"), "{engine}");
        assert!(ana.get(&path).await.body.contains(">Friends<"), "{engine}");
    }
}

#[tokio::test]
async fn two_leads_in_the_form_keep_both_texts() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let ana = house.lead().await;
        let ben = house.someone("Ben", Some(Role::Lead), Strength::TwoFactors).await;
        ana.post(&s("call"), &[]).await;
        let texts = [("intro_en", "Hello"), ("intro_es", "Hola"), ("rubric_en", "How"), ("rubric_es", "Cómo")];
        ana.post(&s("call/texts"), &texts).await;
        let mark = hidden(&ben.get(&s("call")).await.body, "shown-texts");
        assert!(mark.contains("intro_en="), "{engine}: {mark}");
        save(&ana, &s("call/texts"), &texts, &[("intro_en", "Welcome, all"), ("shown-texts", &mark)]).await;
        let saved = save(&ben, &s("call/texts"), &texts, &[("rubric_en", "By two"), ("shown-texts", &mark)]).await;
        let page = ben.get(saved.location()).await.body;
        assert!(page.contains(">Welcome, all<") && page.contains(">By two<"), "{engine}: {page}");
        assert!(page.contains("someone else changed: Introduction in English"), "{engine}: {page}");
        let refused = save(&ben, &s("call/texts"), &texts, &[("intro_en", "Hi"), ("shown-texts", &mark)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        assert!(refused.body.contains("“Welcome, all”") && refused.body.contains(">Hi<"), "{engine}: {}", refused.body);

        // The dates, and one question.
        let dates = [("opens_on", "2025-02-01"), ("closes_on", "2025-02-28"), ("decision_on", "")];
        ana.post(&s("call/dates"), &dates).await;
        let mark = hidden(&ben.get(&s("call")).await.body, "shown-dates");
        save(&ana, &s("call/dates"), &dates, &[("closes_on", "2025-03-15"), ("shown-dates", &mark)]).await;
        let saved =
            save(&ben, &s("call/dates"), &dates, &[("decision_on", "2025-04-01"), ("shown-dates", &mark)]).await;
        let page = ben.get(saved.location()).await.body;
        assert!(page.contains("2025-03-15") && page.contains("2025-04-01"), "{engine}: {page}");

        let question = s("call/questions/why-apply");
        let form = ben.get(&question).await.body;
        let mark = hidden(&form, "shown");
        assert!(mark.contains("label_en="), "{engine}: {mark}");
        let said = [
            ("label_en", "Why now?"),
            ("label_es", "¿Por qué ahora?"),
            ("audience", "reviewers"),
            ("goes_to", "answer"),
        ];
        let first = save(&ana, &question, &said, &[]).await;
        assert_eq!(first.status, StatusCode::SEE_OTHER, "{engine}: {}", first.body);
        let refused = save(&ben, &question, &said, &[("label_en", "Why you?"), ("shown", &mark)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        assert!(refused.body.contains("“Why now?”"), "{engine}: {}", refused.body);
    }
}

#[tokio::test]
async fn a_question_removed_while_it_is_edited_keeps_what_was_typed_and_can_be_put_back() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let ana = house.lead().await;
        let ben = house.someone("Ben", Some(Role::Lead), Strength::TwoFactors).await;
        ana.post(&s("call"), &[]).await;
        let question = s("call/questions/why-apply");
        let mark = hidden(&ben.get(&question).await.body, "shown");
        ana.post(&format!("{question}/place"), &[("act", "remove")]).await;
        let typed = [
            ("label_en", "Why this year?"),
            ("label_es", "¿Por qué este año?"),
            ("audience", "reviewers"),
            ("goes_to", "answer"),
            ("shown", &mark),
        ];
        let kept = ben.post(&question, &typed).await;
        assert_eq!(kept.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        assert!(
            kept.body.contains("Someone removed this question")
                && kept.body.contains("Why this year?")
                && kept.body.contains("¿Por qué este año?"),
            "{engine}: {}",
            kept.body
        );
        assert!(!ana.get(&s("call")).await.body.contains("Why this year?"), "{engine}: nothing is saved unasked");
        let saved = ben.post(&question, &[&typed[..], &[("put_back", "yes")]].concat()).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{engine}: {}", saved.body);
        assert!(ana.get(&s("call")).await.body.contains("Why this year?"), "{engine}");
        assert_eq!(ben.post(&s("call/questions/never-was"), &typed).await.status, StatusCode::NOT_FOUND, "{engine}");
    }
}

#[tokio::test]
async fn settings_and_lists_are_one_form_and_neither_loses_what_is_typed_in_the_other() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let ana = house.lead().await;
        let path = s("set-up");
        let page = ana.get(&path).await.body;
        let (mark, of_lists) = (hidden(&page, "shown"), hidden(&page, "shown-lists"));
        let lists = [
            ("shown", mark.as_str()),
            ("shown-lists", of_lists.as_str()),
            ("eligibility_text", "Whoever leads"),
            ("area-1", "Housing"),
            ("role_level", "director"),
        ];
        // More rows of a list: nothing is saved, and all that is typed stays.
        let more = save(&ana, &path, &SETTINGS, &[&lists[..], &[("more", "issue_area")]].concat()).await.body;
        assert!(more.contains(">Whoever leads<") && more.contains("value=\"Housing\""), "{engine}: {more}");
        assert!(!ana.get(&path).await.body.contains("Whoever leads"), "{engine}: nothing was saved");
        // A fault of a list stands on top, with a link, under the page's own tabs.
        let wrong = save(&ana, &path, &SETTINGS, &[&lists[..], &[("region-1", "North")]].concat()).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        let (top, form) = wrong.body.split_once("name=\"shown-lists\"").expect("a form");
        assert!(top.contains("id=\"form-summary\"") && top.contains("href=\"#states-1\""), "{engine}: {top}");
        assert!(top.contains(&format!("<a href=\"{path}\" aria-current=\"page\"")), "{engine}: {top}");
        assert!(form.contains(">Whoever leads<") && form.contains("value=\"North\""), "{engine}: {form}");
        // One press saves both.
        let saved = save(&ana, &path, &SETTINGS, &lists).await;
        assert_eq!(saved.location(), format!("{path}?saved=1"), "{engine}: {}", saved.body);
        let page = ana.get(&path).await.body;
        for kept in [">Whoever leads<", "value=\"Housing\"", ">director<"] {
            assert!(page.contains(kept), "{engine}: {kept}: {page}");
        }
    }
}
