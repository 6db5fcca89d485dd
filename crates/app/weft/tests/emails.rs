//! Emails of a season: every kind has a text that leads can change in both languages, with a signature, an address for
//! replies, a preview and a test; and nothing about a season goes out that is not of a declared kind.

use crate::common;

use std::collections::BTreeSet;

use axum::http::StatusCode;
use common::sources::{product, sources};
use common::{Actor, House, choose, link, pool, read_pool, s};
use weft_kernel::i18n::{Lang, Tr, Words};
use weft_people::Strength;
use weft_programs::Role;
use weft_programs::emails::{self, EmailKind, Emails, Fill, Text, default_text, faults};

/// The words of an email of the demo house's season, with these values.
async fn written(house: &House, kind: &'static EmailKind, lang: Lang, values: Vec<(&'static str, String)>) -> String {
    let mut conn = house.kernel.db.read().await.expect("reads");
    let season = weft_programs::store::season_by_slug(&mut conn, common::SEASON).await.expect("reads").expect("there");
    let emails = Emails::of(&mut conn, &season).await.expect("reads");
    let fill = Fill { values, link: Some("http://localhost/x".into()), ..Fill::default() };
    let written = emails.write(kind, lang, fill);
    format!("{}\n{}", written.subject, written.source.plain())
}

#[tokio::test]
async fn every_declared_kind_in_both_languages_renders_with_its_samples_and_leaves_no_brace() {
    let house = House::new(None).await;
    let kinds = emails::all();
    assert!(kinds.len() > 30, "{}", kinds.len());
    let keys: BTreeSet<&str> = kinds.iter().map(|k| k.key).collect();
    assert_eq!(keys.len(), kinds.len(), "each has a key of its own");
    for kind in kinds {
        for lang in Lang::ALL {
            let t = Tr(lang);
            assert!(t.has(&format!("email-{}", kind.key)) && t.has(&kind.message("when")), "{}", kind.key);
            assert_eq!(kind.has_after, t.has(&kind.message("after")), "{}", kind.key);
            if !kind.has_text {
                assert!(!kind.written_at.is_empty(), "{}: it is written somewhere", kind.key);
                continue;
            }
            let of = |words: &Words| if lang == Lang::En { words.en.clone() } else { words.es.clone() };
            let text = default_text(kind);
            assert_eq!(faults(kind, &of(&text.subject), &of(&text.body)), [], "{} in {lang:?}", kind.key);
            assert_eq!(kind.has_button, t.has(&kind.message("button")), "{} in {lang:?}", kind.key);
            for field in kind.fields {
                let is_used = format!("{}{}", of(&text.subject), of(&text.body)).contains(&field.braced());
                assert!(is_used, "{} in {lang:?}: {} is in the default text", kind.key, field.name);
                assert!(t.has(&format!("email-field-{}", field.name)), "{}", field.name);
            }
            let sample = |name: &str| {
                if name == "name" { "Ana".to_owned() } else { t.t(&format!("email-sample-{name}")) }
            };
            let values: Vec<_> = kind.fields.iter().map(|f| (f.name, sample(f.name))).collect();
            assert!(values.iter().all(|(_, v)| !v.starts_with("email-sample")), "{values:?}");
            let said = written(&house, kind, lang, values.clone()).await;
            assert!(!said.contains(['{', '}']) && !said.contains("email-"), "{} in {lang:?}: {said}", kind.key);
            // What may be empty leaves no sentence half said.
            let without = values
                .into_iter()
                .map(|(n, v)| (n, if kind.field(n).is_some_and(|f| f.may_be_empty) { String::new() } else { v }));
            let said = written(&house, kind, lang, without.collect()).await;
            assert!(!said.contains("  ") && !said.contains(" ."), "{} in {lang:?}: {said}", kind.key);
        }
    }
}

#[test]
fn every_email_that_a_season_may_read_is_of_a_declared_kind() {
    // Every kind that stands in the sources is one that a slice declares.
    let made: usize = product("rs").iter().map(|(_, text)| text.matches("pub static ").count()).sum();
    let kinds = product("rs").iter().map(|(_, t)| t.matches(": EmailKind").count()).sum::<usize>();
    let usual = product("rs").iter().map(|(_, t)| t.matches("const USUAL: EmailKind").count()).sum::<usize>();
    let stem = |text: &str| {
        ["OFFER", "ARRIVED", "ABOUT_A_TALK"]
            .iter()
            .map(|name| text.matches(&format!("const {name}: EmailKind")).count())
            .sum::<usize>()
    };
    let stems = product("rs").iter().map(|(_, t)| stem(t)).sum::<usize>();
    let house = weft::app::parts::PARTS.iter().map(|p| p.emails.len()).sum::<usize>();
    assert!(made >= house && house > 30, "{made} {house}");
    // One more stands in the test of the texts.
    assert_eq!(kinds - usual - stems - 1, house, "a kind that no slice declares, or one that is declared twice");
    // Whoever lets a season read an email has it written by `Emails`: the outbox holds them to it while tests run, and
    // here the sources are.
    let mut found = 0;
    for (path, text) in sources("crates", "rs") {
        let is_test = path.components().any(|c| c.as_os_str() == "tests");
        for new in text.split("outbox::New {").skip(1).filter(|_| !is_test) {
            let new = new.split("season: ").nth(1).unwrap_or_default();
            if new.starts_with("None") {
                continue;
            }
            found += 1;
            assert!(
                text.contains("emails::{") || text.contains("emails::Emails"),
                "{}: an email of a season is written by `Emails`",
                path.display()
            );
        }
    }
    assert!(found > 10, "{found}");
}

/// The fields of the form on the page of a kind, as they are there.
fn typed(body: &str, changes: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut out = Vec::new();
    let unescape = |t: &str| t.replace("&#34;", "\"").replace("&#39;", "'").replace("&#38;", "&");
    for part in body.split("<input").skip(1) {
        let tag = part.split('>').next().unwrap_or_default();
        let get = |name: &str| tag.split(&format!(" {name}=\"")).nth(1).and_then(|v| v.split('"').next());
        if let Some(name) = get("name") {
            out.push((name.to_owned(), unescape(get("value").unwrap_or_default())));
        }
    }
    for part in body.split("<textarea").skip(1) {
        let name = part.split(" name=\"").nth(1).and_then(|v| v.split('"').next()).unwrap_or_default();
        let text = part.split_once('>').and_then(|(_, t)| t.split("</textarea>").next()).unwrap_or_default();
        out.push((name.to_owned(), unescape(text)));
    }
    for (name, value) in changes {
        out.retain(|(n, _)| n != name);
        out.push(((*name).to_owned(), (*value).to_owned()));
    }
    out
}

pub(crate) async fn send(lead: &Actor<'_>, page: &str, to: &str, changes: &[(&str, &str)]) -> common::Answer {
    let body = lead.get(page).await.body;
    let fields = typed(&body, changes);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    lead.post(to, &fields).await
}

#[tokio::test]
async fn a_lead_changes_a_text_and_the_next_email_has_it_with_signature_and_reply_to() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house.import(&pool()).await;
        read_pool(&house).await;
        let (list, page) = (s("emails"), s("emails/invitation"));
        let body = lead.get(&list).await.body;
        assert!(body.contains("Invitation to a seat") && body.contains("Default text"), "{engine}: {body}");
        // An unknown field and a missing one are named, and what was typed stays.
        let wrong = send(&lead, &page, &page, &[("body_en", "Hello {nmae}, by {answer_by}.")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("has no field {nmae}") && wrong.body.contains("Hello {nmae}"), "{engine}");
        let wrong = send(&lead, &page, &page, &[("body_es", "Hola {name}.")]).await;
        assert!(wrong.body.contains("Add {answer_by}"), "{engine}: {}", wrong.body);
        let wrong = send(&lead, &page, &page, &[("button_en", "")]).await;
        assert!(wrong.body.contains("Enter a label for the button"), "{engine}");
        // One language is changed; the page says that the other has the default text.
        let text = "Dear {name},\r\n\r\nWe saved you a chair in {season}. Say yes by {answer_by}.";
        let saved = send(&lead, &page, &page, &[("body_en", text), ("subject_en", "Your chair, {name}")]).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{engine}: {}", saved.body);
        let body = lead.get(&list).await.body;
        assert!(body.contains("Spanish still has the default text") && body.contains("Edited by Marisol"), "{engine}");
        let again = lead.get(&page).await.body;
        assert!(
            again.contains("We saved you a chair") && again.contains("Nos encantaría contar con usted"),
            "{engine}"
        );
        // A signature and an address for replies.
        let sender = [
            ("signature_name", "Ines Nightingall"),
            ("signature_role", "Community Manager"),
            ("signature_role_es", ""),
            ("reply_to", "jose@ejemplo"),
        ];
        let wrong = lead.post(&list, &sender).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}: an address that leads nowhere");
        let sender = [sender[0], sender[1], sender[2], ("reply_to", "seats@example.org")];
        assert!(lead.post(&list, &sender).await.location().contains("sender=1"));
        choose(&lead).await;
        let mails = house.mails().await;
        let invited: Vec<_> = mails.iter().filter(|m| m.contains("/invitation/")).collect();
        assert_eq!(invited.len(), 4);
        for mail in invited {
            assert!(mail.contains("Reply-To: seats@example.org"), "{engine}: {mail}");
            assert!(mail.contains("We saved you a chair in Rooted"), "{engine}: {mail}");
            assert!(mail.contains("Ines Nightingall\r\nCommunity Manager\r\nRooted"), "{engine}: {mail}");
            assert!(!mail.contains('{') && mail.contains("Subject: Your chair, Given"), "{engine}: {mail}");
        }
    }
}

#[tokio::test]
async fn versions_are_kept_and_the_default_text_can_be_undone() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let page = s("emails/seat");
        let first = lead.get(&page).await.body;
        send(&lead, &page, &page, &[("body_en", "First own text. {season}")]).await;
        // What was read before somebody saved is not written over it.
        let stale = typed(&first, &[("body_en", "Meanwhile")]);
        let stale: Vec<(&str, &str)> = stale.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let refused = lead.post(&page, &stale).await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains("Someone else changed"));
        send(&lead, &page, &page, &[("body_en", "Second own text. {season}")]).await;
        // The same again is no new version.
        send(&lead, &page, &page, &[]).await;
        let reset = lead.post(&format!("{page}/versions/0"), &[]).await.location().to_owned();
        let body = lead.get(&reset).await.body;
        assert!(body.contains("thank you for accepting") && body.contains("have the default text again"), "{engine}");
        assert!(reset.ends_with("?undo=2") && body.contains("/emails/seat/versions/2\""), "{engine}: {reset}");
        assert_eq!(lead.post(&format!("{page}/versions/0"), &[]).await.location(), page, "twice is once");
        lead.post(&format!("{page}/versions/2"), &[]).await;
        let body = lead.get(&page).await.body;
        assert!(body.contains("name=\"version\" value=\"4\"") && body.contains("Second own text."), "{engine}: {body}");
        lead.post(&format!("{page}/versions/1"), &[]).await;
        assert!(lead.get(&page).await.body.contains("First own text. {season}</textarea>"), "{engine}");
        for path in ["/versions/9", "/versions/x"] {
            assert_eq!(lead.post(&format!("{page}{path}"), &[]).await.status, StatusCode::NOT_FOUND);
        }
        assert_eq!(lead.get(&s("emails/no-such")).await.status, StatusCode::NOT_FOUND);
        // Not in a program of this kind.
        assert_eq!(lead.get(&s("emails/register-held")).await.status, StatusCode::NOT_FOUND);
        let noor = house.someone("Noor", Some(Role::Participant), Strength::TwoFactors).await;
        assert_eq!(noor.get(&page).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_preview_is_in_the_persons_language_and_a_test_goes_to_oneself_without_a_link_that_works() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let noor = house.someone("Noor", Some(Role::Participant), Strength::Link).await;
        let mut tx = house.kernel.db.begin().await.expect("begins");
        let id = noor.id.clone().expect("a person");
        tx.run(weft_kernel::sql!("UPDATE person SET language = 'es' WHERE id = $1"), weft_kernel::args![&id])
            .await
            .expect("changes");
        tx.commit().await.expect("commits");
        let page = s("emails/seat");
        let shown = lead.get(&format!("{page}?for={id}")).await.body;
        let preview = shown.split("id=\"preview\"").nth(1).expect("a preview");
        assert!(preview.contains("Hola, Noor:") && preview.contains("lang=\"es\""), "{engine}: {preview}");
        // What is typed is shown before it is saved.
        let change = [("body_es", "Hola {name}: {season}"), ("for", id.as_str()), ("act", "preview")];
        let unsaved = send(&lead, &page, &page, &change).await;
        assert!(unsaved.status == StatusCode::OK && unsaved.body.contains("Hola Noor: Rooted"), "{engine}");
        assert!(!lead.get(&page).await.body.contains("Hola {name}: {season}"), "{engine}: not saved");
        let test = send(&lead, &page, &format!("{page}/test"), &change[..2]).await;
        assert_eq!(test.status, StatusCode::SEE_OTHER, "{engine}: {}", test.body);
        let mails = house.mails().await;
        assert_eq!(mails.len(), 1);
        let mail = &mails[0];
        assert!(mail.contains("To: marisol@example.org") && mail.contains("Hola Noor: Rooted"), "{engine}: {mail}");
        assert!(mail.contains("Subject: [Prueba]") && mail.contains("Esto es una prueba"), "{engine}: {mail}");
        assert_eq!(link(mail, "/s/"), s(""), "{engine}: the season's page, and no token");
    }
}

#[tokio::test]
async fn whoever_answers_an_invitation_hears_of_their_seat_and_the_leads_hear_of_it() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house.someone("Desmond", Some(Role::CoLead), Strength::TwoFactors).await;
        house.import(&pool()).await;
        read_pool(&house).await;
        choose(&lead).await;
        let links: Vec<String> = house
            .mails()
            .await
            .iter()
            .filter(|m| m.contains("/invitation/"))
            .map(|m| link(m, "/invitation/").to_owned())
            .collect();
        let visitor = house.visitor();
        for _ in 0..2 {
            visitor.post(&links[0], &[("answer", "accept")]).await;
            visitor.post(&links[1], &[("answer", "decline")]).await;
        }
        let mails = house.mails().await;
        let to = |words: &str| mails.iter().filter(|m| m.contains(words)).count();
        assert_eq!(to("Subject: Your seat in Rooted"), 1, "{engine}: {mails:?}");
        assert_eq!(to("accepted their seat."), 2, "{engine}: one to each lead");
        assert_eq!(to("declined their seat."), 2, "{engine}");
        assert_eq!(to("1 of 4 seats are taken."), 4, "{engine}");
    }
}

#[tokio::test]
async fn nothing_is_sent_while_applications_are_open_unless_someone_says_so() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let co_lead = house.someone("Desmond", Some(Role::CoLead), Strength::TwoFactors).await;
        house.import(&pool()).await;
        read_pool(&house).await;
        common::typed::open_call(&lead).await;
        lead.post(&s("selection/goals-file"), &[("toml", common::GOALS)]).await;
        let run = lead.post(&s("selection/proposal"), &[]).await.location().to_owned();
        assert!(lead.get(&run).await.body.contains("People can still apply until"), "{engine}");
        let refused = lead.post(&format!("{run}/confirmation"), &[("days", "14")]).await;
        assert!(
            refused.status == StatusCode::UNPROCESSABLE_ENTITY
                && refused.body.contains("Applications are still open. Check the box"),
            "{engine}: {}",
            refused.body
        );
        assert!(!house.mails().await.iter().any(|m| m.contains("/invitation/")), "{engine}");
        let meant = [("days", "14"), ("while_open", "yes")];
        assert_eq!(lead.post(&format!("{run}/confirmation"), &meant).await.location(), s("invitations"));
        assert_eq!(house.mails().await.iter().filter(|m| m.contains("/invitation/")).count(), 4, "{engine}");
        // Decisions: whoever prepares them is asked, and whoever sends them.
        let page = s("decisions");
        let refused = send(&lead, &page, &page, &[("while_open", "")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}: {}", refused.body);
        let staged = send(&lead, &page, &page, &[("while_open", "yes")]).await;
        assert_eq!(staged.status, StatusCode::SEE_OTHER, "{engine}: {}", staged.body);
        let refused = co_lead.post(&s("decisions/sending"), &[]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        let before = house.mails().await.len();
        co_lead.post(&s("decisions/sending"), &[("while_open", "yes")]).await;
        assert!(house.mails().await.len() > before, "{engine}");
    }
}

#[tokio::test]
async fn a_season_made_like_another_has_its_texts_and_signature() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    let page = s("emails/seat");
    send(&lead, &page, &page, &[("body_en", "Our own text. {season}")]).await;
    lead.post(&s("emails"), &[("signature_name", "Ines"), ("reply_to", "")]).await;
    let form = "/programs/rooted/new-season";
    let owner = house.someone("Olga", Some(Role::Owner), Strength::TwoFactors).await;
    let body = owner.get(form).await.body;
    let fields = typed(
        &body,
        &[
            ("name", "Season 2026"),
            ("slug", "rooted-2026"),
            ("starts_on", "2026-01-16"),
            ("ends_on", "2026-10-17"),
            ("seats", "4"),
            ("zone", "America/New_York"),
            ("clone", common::SEASON),
        ],
    );
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    let made = owner.post(form, &fields).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
    let slug = made.location().split('/').nth(2).and_then(|s| s.split('?').next()).expect("a season").to_owned();
    assert!(owner.get(&format!("/s/{slug}/emails/seat")).await.body.contains("Our own text."), "{}", made.location());
    assert!(owner.get(&format!("/s/{slug}/emails")).await.body.contains("value=\"Ines\""));
}

#[test]
fn a_text_in_an_older_form_is_read() {
    let text: Text = serde_json::from_str("{\"subject\":{\"en\":\"A\"}}").expect("reads");
    assert!(text.is_in(Lang::En) && text.behind() == Some(Lang::Es));
}

#[tokio::test]
async fn notices_to_staff_and_about_access_are_in_the_seasons_own_words() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house.import(&pool()).await;
        let body = lead.get(&s("emails")).await.body;
        for name in
            ["Email bounced", "New or former accessibility contact", "Accessibility contact changed: access needs"]
        {
            assert!(body.contains(name), "{engine}: {name}");
        }
        assert!(body.contains("Invitation to a space"), "{engine}: {body}");
        // What the privacy rules say stays in.
        let page = s("emails/access-need");
        let wrong = send(&lead, &page, &page, &[("body_en", "Hello. {contact_change}")]).await;
        assert!(wrong.body.contains("Add {follows}"), "{engine}: {}", wrong.body);
        let text = "Our access team has changed.\r\n\r\n{contact_change}\r\n\r\n{follows}";
        assert_eq!(send(&lead, &page, &page, &[("body_en", text)]).await.status, StatusCode::SEE_OTHER);
        let page = s("emails/bounced");
        let text = "Dear {name},\r\n\r\nPlease call {person}.";
        assert_eq!(send(&lead, &page, &page, &[("body_en", text)]).await.status, StatusCode::SEE_OTHER);
        let sender = [("signature_name", "Ines"), ("signature_role", ""), ("reply_to", "seats@example.org")];
        lead.post(&s("emails"), &sender).await;
        weft_programs::bounces::mark(&house.kernel, "person3@example.org", weft_kernel::outbox::How::Hand)
            .await
            .expect("marks");
        let ayo = house.someone("Ayo", Some(Role::Lead), Strength::TwoFactors).await;
        let id = ayo.id.clone().expect("an id").to_string();
        let named = lead.post(&s("access-contact"), &[("before", ""), ("access_contact", id.as_str())]).await;
        assert_eq!(named.status, StatusCode::SEE_OTHER, "{engine}: {}", named.body);
        let mails = house.mails().await;
        let bounced = mails.iter().find(|m| m.contains("Please call Given3 Family3.")).expect("a notice");
        assert!(bounced.contains("Reply-To: seats@example.org") && bounced.contains("/returned-email"), "{bounced}");
        let told = mails.iter().find(|m| m.contains("Our access team has changed.")).expect("a notice");
        assert!(
            told.contains("Ayo is now the accessibility contact")
                && told.contains("/access-needs/")
                && !told.contains("SECRET"),
            "{engine}: {told}"
        );
        // Nothing of it is for the team's outbox.
        let outbox = lead.get(&s("outbox")).await.body;
        assert!(!outbox.contains("New accessibility contact for"), "{engine}: {outbox}");
    }
}
