//! A program's own logo, color and address: tried, refused with the reason, shown, undone, and in its emails.

use axum::http::StatusCode;

use super::common::{Actor, House, SEASON, engines, s};
use weft_kernel::clock::Time;
use weft_people::Strength;
use weft_programs::Role;
use weft_programs::look;

const LOGO: &[u8] = include_bytes!("../../demo/src/logo/rooted-leaders.png");
const PAGE: &str = "/programs/rooted/look";

/// Sends the form as a browser does, from what the page shows.
async fn try_look(who: &Actor<'_>, changes: &[(&str, &[u8])]) -> super::common::Answer {
    let page = who.get(PAGE).await.body;
    let shown = |name: &str| {
        let input = page.split("<input").find(|i| i.contains(&format!(" name=\"{name}\""))).unwrap_or_default();
        input.split(" value=\"").nth(1).and_then(|v| v.split('"').next()).unwrap_or_default().to_owned()
    };
    let kept: Vec<(&str, String)> =
        ["color", "color-was", "picked", "picked-was"].into_iter().map(|n| (n, shown(n))).collect();
    let mut fields: Vec<(&str, &[u8])> = kept.iter().map(|(n, v)| (*n, v.as_bytes())).collect();
    fields.retain(|(n, _)| !changes.iter().any(|(c, _)| c == n));
    fields.extend(changes);
    who.upload_bytes(PAGE, &fields).await
}

/// The id of the look that a form on the page names.
async fn named(who: &Actor<'_>) -> String {
    let page = who.get(PAGE).await.body;
    page.split("name=\"look\" value=\"").nth(1).and_then(|v| v.split('"').next()).expect("a look").to_owned()
}

async fn publish(who: &Actor<'_>) {
    let id = named(who).await;
    assert_eq!(who.post(&format!("{PAGE}/publication"), &[("look", &id)]).await.location(), PAGE);
}

/// An address in a page, by how it ends.
fn address<'p>(page: &'p str, ends: &str) -> Option<&'p str> {
    page.split('"').find(|part| part.starts_with("/looks/") && part.ends_with(ends))
}

#[tokio::test]
async fn a_program_shows_its_own_logo_color_and_address_once_someone_says_so() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let visitor = house.visitor();
        lead.post(&s("public-page"), &[("when", "now")]).await;
        // From the list of what it takes to set a season up.
        assert!(lead.get(&format!("/s/{SEASON}")).await.body.contains("Add your logo and color"), "{engine}");
        assert_eq!(lead.get(&s("look")).await.location(), PAGE);
        let before = visitor.get("/programs/rooted").await.body;
        assert!(before.contains("Made with Weft") && !before.contains("/looks/"), "{before}");

        let postal = b"12 Mill Street\r\nSpringfield, IL 62701";
        let tried = try_look(&lead, &[("logo", LOGO), ("color", b"#1d6a4c"), ("postal", postal)]).await;
        assert_eq!(tried.location(), format!("{PAGE}#preview"), "{}", tried.body);
        // Only whoever edits sees it, in both schemes.
        let page = lead.get(PAGE).await.body;
        assert!(page.contains("as-light") && page.contains("as-dark") && page.contains("alt=\"Rooted\""), "{page}");
        let preview = address(&page, "preview.css").expect("a style").to_owned();
        let logo = address(&page, "logo.png").expect("a logo").to_owned();
        assert!(lead.get(&preview).await.body.contains(".as-dark{--indigo:#"));
        for draft in [&preview, &logo] {
            assert_eq!(visitor.get(draft).await.status, StatusCode::NOT_FOUND, "{draft}");
            assert!(lead.get(draft).await.headers["cache-control"].to_str().expect("text").starts_with("private"));
        }
        assert!(!visitor.get("/programs/rooted").await.body.contains("/looks/"));

        publish(&lead).await;
        for path in ["/programs/rooted", "/programs/rooted/interest", &format!("/cohorts/{SEASON}")] {
            let page = visitor.get(path).await.body;
            assert!(page.contains("12 Mill Street\nSpringfield, IL 62701"), "{path}: {page}");
            let style = visitor.get(address(&page, "look.css").expect("a style")).await;
            assert_eq!(style.headers["content-type"], "text/css; charset=utf-8");
            assert_eq!(style.headers["cache-control"], "public, max-age=31536000, immutable");
            assert!(
                style.body.contains(":root{--indigo:#1d6a4c;--on-indigo:#ffffff;--focus:#1d6a4c}"),
                "{}",
                style.body
            );
            let logo = visitor.get(address(&page, "logo.png").expect("a logo")).await;
            assert_eq!((logo.status, logo.headers["content-type"].as_bytes()), (StatusCode::OK, &b"image/png"[..]));
            assert_eq!(logo.headers["x-content-type-options"], "nosniff");
            assert!(!page.contains("style=\""), "no style stands in a page");
        }
        // The site's own pages are as they were, and so is another program.
        for path in ["/programs", "/sign-in"] {
            assert!(!visitor.get(path).await.body.contains("/looks/"), "{path}");
        }
        let setup = lead.get(&format!("/s/{SEASON}")).await.body;
        assert!(!setup.contains("Add logo and color"), "the step is done");

        // Undone: Weft's own look is back, at once.
        let shown = named(&lead).await;
        for _ in 0..2 {
            lead.post(&format!("{PAGE}/undo"), &[("look", &shown)]).await;
            assert!(!visitor.get("/programs/rooted").await.body.contains("/looks/"));
        }
        assert_eq!(visitor.get(&format!("/looks/{shown}/look.css")).await.status, StatusCode::OK, "where it is cached");
    }
}

#[tokio::test]
async fn a_color_that_cannot_be_read_is_refused_with_the_pair_and_a_color_that_can() {
    for (_, url) in engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let refused = try_look(&lead, &[("logo", LOGO), ("color", b"#ffc72c")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        for said in ["Its contrast is 1.3 to 1", "Links on #fbf7f0: 1.4 to 1", "Links on #ffffff: 1.5 to 1"] {
            assert!(refused.body.contains(said), "{said}: {}", refused.body);
        }
        let near = refused.body.split("name=\"use\" value=\"").nth(1).and_then(|v| v.split('"').next()).expect("one");
        assert!(refused.body.contains(&format!("Use {near} instead")));
        assert!(address(&refused.body, "logo.png").is_some(), "the logo that was taken stays");
        // Pressing it takes that color; the logo needs no second upload.
        let taken = try_look(&lead, &[("color", b"#ffc72c"), ("use", near.as_bytes())]).await;
        assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.body);
        let page = lead.get(PAGE).await.body;
        assert!(page.contains(&format!("value=\"{near}\"")) && address(&page, "logo.png").is_some());
        // What is picked counts as what is typed does; what is neither is said so.
        assert_eq!(try_look(&lead, &[("picked", b"#2b3a67")]).await.status, StatusCode::SEE_OTHER);
        assert!(lead.get(PAGE).await.body.contains("value=\"#2b3a67\""));
        let odd = try_look(&lead, &[("color", b"teal")]).await;
        assert!(odd.body.contains("Enter the color as #rrggbb"), "{}", odd.body);
        for (file, said) in [
            (&b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"[..], "We don&#39;t accept SVG files"),
            (b"words", "We couldn&#39;t read this file as a logo"),
        ] {
            let refused = try_look(&lead, &[("logo", file)]).await;
            assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains(said), "{said}");
        }
    }
}

#[tokio::test]
async fn who_may_not_edit_a_program_finds_no_look_to_change() {
    for (_, url) in engines().await {
        let house = House::new(url).await;
        let coach = house.someone("Cora", Some(Role::Coach), Strength::TwoFactors).await;
        for nobody in [coach, house.visitor()] {
            assert_ne!(nobody.get(PAGE).await.status, StatusCode::OK);
            for act in ["", "/publication", "/removal", "/undo", "/reset"] {
                let answer = nobody.post(&format!("{PAGE}{act}"), &[("look", "x")]).await;
                assert_ne!(answer.location(), PAGE, "{act}");
            }
        }
    }
}

#[tokio::test]
async fn resetting_keeps_the_address_and_what_was_replaced_is_swept() {
    for (_, url) in engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        for color in [&b"#1d6a4c"[..], b"#7a1f2b", b"#2b3a67"] {
            try_look(&lead, &[("logo", LOGO), ("color", color), ("postal", b"12 Mill Street")]).await;
            publish(&lead).await;
        }
        assert_eq!(house.kernel.files.names().await.expect("lists").len(), 6);
        let reset = lead.post(&format!("{PAGE}/reset"), &[]).await;
        assert!(reset.cookies().iter().any(|c| c.contains("look.reset")), "the next page says what was done");
        let page = house.visitor().get("/programs/rooted").await.body;
        assert!(page.contains("12 Mill Street") && address(&page, ".css").is_none(), "{page}");
        look::sweep(&house.kernel).await.expect("sweeps");
        // What undoing brings back stays with its files; what came before that is gone.
        assert_eq!(house.kernel.files.names().await.expect("lists").len(), 2);
        let shown = named(&lead).await;
        lead.post(&format!("{PAGE}/undo"), &[("look", &shown)]).await;
        let page = house.visitor().get("/programs/rooted").await.body;
        let style = house.visitor().get(address(&page, "look.css").expect("back")).await.body;
        assert!(style.contains("--indigo:#2b3a67"), "{style}");
        assert_eq!(house.visitor().get(address(&page, "logo.png").expect("back")).await.status, StatusCode::OK);
        // A draft that nobody looked at for a week goes too.
        try_look(&lead, &[("logo", LOGO)]).await;
        house.kernel.clock.set(Time::parse("2031-01-01T00:00:00Z").expect("a moment"));
        look::sweep(&house.kernel).await.expect("sweeps");
        assert_eq!(house.kernel.files.names().await.expect("lists").len(), 2);
    }
}

#[tokio::test]
async fn emails_of_a_program_carry_its_name_logo_color_and_address() {
    for (_, url) in engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let field = |email: &'static str| [("name", "Ana"), ("email", email), ("role", "coach")];
        lead.post(&s("roles"), &field("before@example.org")).await;
        let plain = house.mails().await.pop().expect("an email");
        assert!(plain.contains("From: Rooted <") && !plain.contains("image/png"), "{plain}");
        try_look(&lead, &[("logo", LOGO), ("color", b"#1d6a4c"), ("postal", b"12 Mill Street\nSpringfield, IL 62701")])
            .await;
        publish(&lead).await;
        lead.post(&s("roles"), &field("after@example.org")).await;
        let mail = house.mails().await.into_iter().find(|m| m.contains("after@example.org")).expect("an email");
        for part in [
            "Content-Type: multipart/related",
            "cid:logo@weft",
            "Content-ID: <logo@weft>",
            "background:#1d6a4c;color:#ffffff",
            "<strong>Rooted</strong>",
            "12 Mill Street<br>Springfield, IL 62701",
            "Made with Weft",
        ] {
            assert!(mail.contains(part), "{part}: {mail}");
        }
        // What the site itself sends stays the site's.
        house.visitor().post("/sign-in", &[("email", "lena@example.org")]).await;
        let all = house.mails().await;
        assert!(all.iter().filter(|m| !m.contains("From: Rooted <")).all(|m| !m.contains("image/png")));
    }
}
