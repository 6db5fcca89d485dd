//! Every form that makes something is pressed six times at once: one thing is made, and all six are answered alike.

use crate::common;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use axum::http::StatusCode;
use common::meet::{self, announced, count};
use common::typed::{apply, confirm, filled, newest, offer, open_call};
use common::{Actor, Answer, House, engines, pool, s};
use futures_util::future::join_all;
use weft_kernel::db::Sql;
use weft_kernel::terminal::Terminal;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

/// The key in the first form of a page that goes to `action`; a form without one goes to the page itself.
fn key(page: &str, action: &str) -> String {
    let tag =
        if action.is_empty() { "<form method=\"post\" novalidate".to_owned() } else { format!("action=\"{action}\"") };
    let form = page.split(&tag).nth(1).unwrap_or_else(|| panic!("no form to {action:?} in {page}"));
    let form = form.split("</form>").next().unwrap_or_default();
    let key = form.split("name=\"form-key\" value=\"").nth(1).and_then(|k| k.split('"').next()).unwrap_or_default();
    assert_eq!(key.len(), 32, "the form to {action:?} has a key: {form}");
    key.to_owned()
}

/// A page without the keys of its forms, which are drawn anew each time.
fn without_keys(page: &str) -> String {
    page.split("name=\"form-key\" value=\"")
        .enumerate()
        .map(|(n, part)| if n == 0 { part } else { part.split_once('"').map_or("", |(_, rest)| rest) })
        .collect()
}

struct Presses<'h> {
    engine: &'static str,
    house: &'h House,
    /// The routes that were pressed, as the list of forms names them.
    pressed: BTreeSet<&'static str>,
}

/// The form on a page that goes to `to`, or to the page itself where that is empty, as it is filled in.
struct Form<'a> {
    page: &'a str,
    to: &'a str,
    fields: &'a [(&'a str, &'a str)],
}

fn at<'a>(page: &'a str, to: &'a str, fields: &'a [(&'a str, &'a str)]) -> Form<'a> {
    Form { page, to, fields }
}

impl Presses<'_> {
    /// Presses a form six times at once, and once more later. Returns where it led.
    async fn form(&mut self, route: &'static str, who: &Actor<'_>, form: Form<'_>, counted: Sql) -> String {
        let Form { page, to, fields } = form;
        let own = to.is_empty();
        let to = if own { page } else { to };
        let body = who.get(page).await.body;
        let key = key(&body, if own { "" } else { to });
        let fields = [&[("form-key", key.as_str())], fields].concat();
        self.same(route, counted, || who.post(to, &fields)).await
    }

    /// Sends the same six times at once, and once more.
    async fn same<F: Future<Output = Answer>>(
        &mut self,
        route: &'static str,
        counted: Sql,
        send: impl Fn() -> F,
    ) -> String {
        let (engine, before) = (self.engine, count(self.house, counted).await);
        let mut answers = join_all((0..6).map(|_| send())).await;
        answers.push(send().await);
        let first = &answers[0];
        assert!(
            first.status.is_redirection() || first.status.is_success(),
            "{engine}, {route}: {} {}",
            first.status,
            first.body
        );
        // What the next page says of it may be more general, or nothing where nothing was left to do.
        let cookies =
            |a: &Answer| -> Vec<String> { a.cookies().into_iter().filter(|c| !c.starts_with("weft-done=")).collect() };
        for a in &answers {
            assert_eq!(
                (a.status, a.location(), cookies(a)),
                (first.status, first.location(), cookies(first)),
                "{engine}, {route}: answered alike: {}",
                a.body
            );
            assert_eq!(without_keys(&a.body), without_keys(&first.body), "{engine}, {route}: the same page");
        }
        assert_eq!(count(self.house, counted).await, before + 1, "{engine}, {route}: made once");
        self.pressed.insert(route);
        first.location().to_owned()
    }
}

/// What a form without a key of its own is answered with, for what a test needs first.
async fn done(actor: &Actor<'_>, path: &str, fields: &[(&str, &str)]) -> String {
    let answer = actor.post(path, fields).await;
    assert!(answer.status.is_redirection(), "{path}: {} {}", answer.status, answer.body);
    answer.location().to_owned()
}

async fn change(house: &House, sql: Sql, args: Vec<weft_kernel::db::Value>) {
    let mut tx = house.kernel.db.begin().await.expect("begins");
    tx.run(sql, args).await.expect("runs");
    tx.commit().await.expect("commits");
}

/// What an edit page says was seen of what it changes.
fn seen_on(page: &str) -> String {
    page.split("name=\"seen\" value=\"").nth(1).and_then(|v| v.split('"').next()).expect("a moment").to_owned()
}

async fn people_and_places(p: &mut Presses<'_>, owner: &Actor<'_>, lead: &Actor<'_>, noor: &Actor<'_>) {
    let visitor = p.house.visitor();
    p.form(
        "/sign-in",
        &visitor,
        at("/sign-in", "/sign-in", &[("email", "noor@example.org")]),
        sql!("SELECT COUNT(*) FROM link_request"),
    )
    .await;
    p.form(
        "/programs/{program}/interest",
        &visitor,
        at("/programs/rooted/interest", "/programs/rooted/interest", &[("email", "ada@example.org"), ("agree", "yes")]),
        sql!("SELECT COUNT(*) FROM outbox WHERE dedupe_key LIKE 'interest:%'"),
    )
    .await;
    let page = s("emails/seat");
    let shown = lead.get(&page).await.body;
    let pressed = key(&shown, &page);
    let test = format!("{page}/test");
    let body = "Hello {name}";
    let typed = [
        ("form-key", pressed.as_str()),
        ("subject_en", "S"),
        ("subject_es", "S"),
        ("body_en", body),
        ("body_es", body),
        ("button_en", "B"),
        ("button_es", "B"),
    ];
    let tests = sql!("SELECT COUNT(*) FROM outbox WHERE dedupe_key LIKE 'email-test:%'");
    p.same("/s/{season}/emails/{kind}/test", tests, || lead.post(&test, &typed)).await;
    let invited = sql!("SELECT COUNT(*) FROM staff_invitation");
    p.form("/owners", owner, at("/owners", "/owners", &[("name", "Nia"), ("email", "nia@example.org")]), invited).await;
    let program = [
        ("name", "Second"),
        ("kind", "lab"),
        ("summary", "S"),
        ("hosts", "Us"),
        ("funder_credit", "F"),
        ("disclaimer", "D"),
        ("support_name", "I"),
        ("support_email", "i@example.org"),
    ];
    p.form("/new-program", owner, at("/new-program", "/new-program", &program), sql!("SELECT COUNT(*) FROM program"))
        .await;
    let season = [
        ("name", "2026"),
        ("starts_on", "2026-01-10"),
        ("ends_on", "2026-09-01"),
        ("seats", "9"),
        ("zone", "America/New_York"),
    ];
    let path = "/programs/rooted/new-season";
    p.form("/programs/{program}/new-season", owner, at(path, path, &season), sql!("SELECT COUNT(*) FROM season")).await;
    let role = [("name", "Ezra"), ("email", "ezra@example.org"), ("role", "coach")];
    p.form("/s/{season}/roles", lead, at(&s("roles"), &s("roles"), &role), invited).await;
    let held = [("organization", "Org"), ("title", "Director"), ("since", "2020-01-01")];
    p.form("/me/affiliations", noor, at("/me", "/me/affiliations", &held), sql!("SELECT COUNT(*) FROM affiliation"))
        .await;
    let phone = [("kind", "phone"), ("contact", "+1 202 555 0199")];
    p.form(
        "/me/contacts",
        noor,
        at("/me", "/me/contacts", &phone),
        sql!("SELECT COUNT(*) FROM contact_point WHERE kind = 'phone'"),
    )
    .await;
    let email = [("kind", "email"), ("contact", "noor.home@example.org")];
    p.form(
        "/me/contacts",
        noor,
        at("/me", "/me/contacts", &email),
        sql!("SELECT COUNT(*) FROM outbox WHERE dedupe_key LIKE 'address:%'"),
    )
    .await;
    // The address is shown once and kept as a hash: a repeat shows the same one, and it works.
    let living = sql!("SELECT COUNT(*) FROM calendar_key");
    p.form("/me/calendar/address", noor, at("/me/calendar", "/me/calendar/address", &[]), living).await;
}

async fn together(p: &mut Presses<'_>, lead: &Actor<'_>, noor: &Actor<'_>, other: &Actor<'_>) {
    p.form(
        "/s/{season}/celebrations",
        noor,
        at(&s("celebrations"), &s("celebrations"), &[("text", "We did it")]),
        sql!("SELECT COUNT(*) FROM celebration"),
    )
    .await;
    let text = [("text", "We listen."), ("seen", "0")];
    p.form(
        "/s/{season}/agreements",
        lead,
        at(&s("agreements"), &s("agreements"), &text),
        sql!("SELECT COUNT(*) FROM agreement"),
    )
    .await;
    let draft = [("name", "Night"), ("purpose", "P"), ("confidentiality", "C")];
    let space = p
        .form("/s/{season}/spaces", noor, at(&s("spaces"), &s("spaces"), &draft), sql!("SELECT COUNT(*) FROM space"))
        .await;
    assert!(noor.get(&space).await.body.contains("Night"), "all led into the space");
    let begins = s(&format!("conversations/new?place={}", p.house.season));
    let draft = [("place", p.house.season.as_str()), ("title", "Hello"), ("text", "Who is here?")];
    let topic = p
        .form(
            "/s/{season}/conversations",
            noor,
            at(&begins, &s("conversations"), &draft),
            sql!("SELECT COUNT(*) FROM topic"),
        )
        .await;
    let messages = format!("{topic}/messages");
    p.form(
        "/s/{season}/conversations/{topic}/messages",
        noor,
        at(&topic, &messages, &[("text", "Hello")]),
        sql!("SELECT COUNT(*) FROM message WHERE n > 1"),
    )
    .await;
    let files = format!("{topic}/files");
    let key = key(&noor.get(&topic).await.body, &files);
    let head = format!(
        "--b\r\ncontent-disposition: form-data; name=\"form-key\"\r\n\r\n{key}\r\n--b\r\ncontent-disposition: \
        form-data; name=\"file\"; filename=\"f.png\"\r\n\r\n"
    );
    let picture = crate::common::bombs::picture(40, 30, image::ImageFormat::Png);
    let body = [head.as_bytes(), &picture, b"\r\n--b--\r\n"].concat();
    let kind = [("content-type", "multipart/form-data; boundary=b")];
    let counted = sql!("SELECT COUNT(*) FROM message_file");
    p.same("/s/{season}/conversations/{topic}/files", counted, || {
        noor.send_body("POST", &files, axum::body::Body::from(body.clone()), &kind)
    })
    .await;
    for one in [noor, other] {
        done(
            one,
            "/peers",
            &[("place", "Delta"), ("talk", "Sleep"), ("issue", "Food"), ("season", p.house.season.as_str())],
        )
        .await;
    }
    let mut conn = p.house.kernel.db.read().await.expect("reads");
    let (target,): (String,) =
        conn.one(sql!("SELECT id FROM peer WHERE person_id = $1"), args![other.id.as_ref()]).await.expect("there");
    drop(conn);
    let to = format!("/peers/{target}/word");
    p.form("/peers/{id}/word", noor, at("/peers", &to, &[("word", "Hello")]), sql!("SELECT COUNT(*) FROM peer_word"))
        .await;
    let asked = [("stressors", "Money\nTime"), ("days", "7")];
    p.form("/s/{season}/pulse", lead, at(&s("pulse"), &s("pulse"), &asked), sql!("SELECT COUNT(*) FROM pulse")).await;
    let line = [("name", "A line"), ("phone", "502 555 0100")];
    p.form(
        "/s/{season}/support/lines",
        lead,
        at(&s("support/lines"), &s("support/lines"), &line),
        sql!("SELECT COUNT(*) FROM support_line"),
    )
    .await;
    // The next form stands here.
}

async fn committing(p: &mut Presses<'_>, mara: &Actor<'_>) {
    let meant = [("what", "Ask who is missing"), ("seen_by", "me"), ("rhythm", "none")];
    p.form(
        "/s/{season}/commitments",
        mara,
        at(&s("commitments/new"), &s("commitments"), &meant),
        sql!("SELECT COUNT(*) FROM commitment"),
    )
    .await;
    crate::commitments::team(p.house, "Cedar", &[mara]).await;
    let times =
        [("title", "Touchpoint"), ("minutes", "60"), ("zone", "UTC"), ("day-1", "2025-03-18"), ("from-1", "16:00")];
    p.form("/s/{season}/times", mara, at(&s("times/new"), &s("times"), &times), sql!("SELECT COUNT(*) FROM poll"))
        .await;
    let words = [("title", "Alone"), ("question", "Who helps?"), ("to", "team")];
    let (fresh, list) = (s("consults/new"), s("consults"));
    let made = at(&fresh, &list, &words);
    let consult = p.form("/s/{season}/consults", mara, made, sql!("SELECT COUNT(*) FROM consult")).await;
    crate::consults::held(mara, &consult).await;
    let to = format!("{consult}/commitment");
    let own = at(&consult, &to, &[("what", "Call Ezra")]);
    let counted = sql!("SELECT COUNT(*) FROM commitment");
    p.form("/s/{season}/consults/{id}/commitment", mara, own, counted).await;
}

/// Someone of the team is met on Thursdays; a member books one of them.
/// A session of coaching, and more of them.
async fn coaching(p: &mut Presses<'_>, lead: &Actor<'_>, mara: &Actor<'_>) {
    let leonor = p.house.someone("Leonor", Some(Role::Coach), Strength::TwoFactors).await;
    let terms = [("sessions", "6"), ("minutes", "60"), ("text_en", "We agree."), ("text_es", "De acuerdo.")];
    done(lead, &s("coaching/program/terms"), &terms).await;
    done(&leonor, &s("coaching/profile"), &[("speaks_en", "yes"), ("most", "2")]).await;
    let hours = [
        ("minutes", "30"),
        ("step", "60"),
        ("pause", "0"),
        ("notice", "0"),
        ("horizon", "30"),
        ("per_person", "1"),
        ("change_until", "0"),
        ("place", "By phone"),
        ("zone", "America/New_York"),
        ("d3_from", "09:00"),
        ("d3_to", "17:00"),
    ];
    done(&leonor, &s("appointments/hours"), &hours).await;
    let (who, coach) = (mara.id.as_ref().expect("a person"), leonor.id.as_ref().expect("a person"));
    let talks: Vec<(&str, &str)> = terms.into_iter().chain([("talks", "1"), ("talk_minutes", "20")]).collect();
    done(lead, &s("coaching/program/terms"), &talks).await;
    let page = s(&format!("coaching/talks/{coach}"));
    let times = mara.get(&page).await.body;
    let first = times.split("name=\"at\" value=\"").nth(1).and_then(|r| r.split('"').next()).expect("a time");
    let to = times.split("action=\"").map(|r| r.split('"').next().unwrap_or_default());
    let to = to.into_iter().find(|t| t.starts_with(&page)).expect("a form");
    let fields = [("at", first), ("note", "")];
    let counted = sql!("SELECT COUNT(*) FROM appointment WHERE is_first = 1");
    p.form("/s/{season}/coaching/talks/{id}", mara, at(&page, to, &fields), counted).await;
    done(lead, &s("coaching/program"), &[(&format!("coach-{who}"), coach.as_str())]).await;
    let page = mara.get(&s("coaching")).await.body;
    let sign = page.split("action=\"").find(|a| a.contains("/signature\"")).expect("a form").to_owned();
    let sign = sign.split('"').next().expect("a path").to_owned();
    let version = page.split("name=\"version\" value=\"").nth(1).and_then(|r| r.split('"').next()).expect("a version");
    for side in [mara, &leonor] {
        done(side, &sign, &[("version", version), ("agree", "yes")]).await;
    }
    done(lead, &s("coaching/program/signature"), &[("version", version)]).await;
    let page = sign.replace("/signature", "/times");
    let times = mara.get(&page).await.body;
    let at_time = times.split("name=\"at\" value=\"").nth(1).and_then(|r| r.split('"').next()).expect("a time");
    let to = times.split("action=\"").map(|r| r.split('"').next().unwrap_or_default());
    let to = to.into_iter().find(|t| t.starts_with(&page)).expect("a form");
    let fields = [("at", at_time)];
    let booked = at(&page, to, &fields);
    p.form("/s/{season}/coaching/{id}/times", mara, booked, sql!("SELECT COUNT(*) FROM credit WHERE kind = 'booked'"))
        .await;
    let pair = page.trim_end_matches("/times");
    let note = [("note", "Together.")];
    let counted = sql!("SELECT COUNT(*) FROM coaching_note");
    let home = s("coaching");
    p.form("/s/{season}/coaching/{id}/notes", mara, at(&home, &format!("{pair}/notes"), &note), counted).await;
    let lock = [("new", "a long passphrase"), ("repeat", "a long passphrase")];
    assert_eq!(leonor.post(&s("coaching/lock"), &lock).await.status, axum::http::StatusCode::OK);
    let own = format!("{pair}/own-notes");
    let note = [("own", "For me.")];
    p.form(
        "/s/{season}/coaching/{id}/own-notes",
        &leonor,
        at(&own, &own, &note),
        sql!("SELECT COUNT(*) FROM coach_note"),
    )
    .await;
    let groups = s("coaching/program/groups");
    done(lead, &format!("{groups}/text"), &[("text_en", "It stays here."), ("text_es", "Queda aquí.")]).await;
    let other = p.house.someone("Otto", Some(Role::Participant), Strength::Link).await;
    let (one, two) = (who.as_str(), other.id.as_ref().expect("a person").as_str());
    let fields = [("name", "Group"), ("coach", coach.as_str()), ("seats", "4"), ("person", one), ("person", two)];
    let counted = sql!("SELECT COUNT(*) FROM coaching_group");
    p.form("/s/{season}/coaching/program/groups", lead, at(&groups, &groups, &fields), counted).await;
    let page = leonor.get(&s("coaching")).await.body;
    let group = page.split("href=\"").find(|a| a.contains("/coaching/groups/")).expect("a group").to_owned();
    let group = group.split('"').next().expect("a path").to_owned();
    let fields =
        [("day", "2025-03-27"), ("from", "16:00"), ("zone", "America/New_York"), ("minutes", "90"), ("place", "Here")];
    p.form(
        "/s/{season}/coaching/groups/{id}/sessions",
        &leonor,
        at(&group, &format!("{group}/sessions"), &fields),
        sql!("SELECT COUNT(*) FROM coaching_group_session"),
    )
    .await;
    let page = s("coaching/program/feedback");
    p.form(
        "/s/{season}/coaching/program/feedback",
        lead,
        at(&page, &page, &[("days", "5")]),
        sql!("SELECT COUNT(*) FROM coaching_round"),
    )
    .await;
    let page = s(&format!("coaching/program/people/{who}"));
    p.form(
        "/s/{season}/coaching/program/people/{id}/more",
        lead,
        at(&page, &format!("{page}/more"), &[("more", "1"), ("reason", "A hard year.")]),
        sql!("SELECT COUNT(*) FROM credit WHERE kind = 'extra'"),
    )
    .await;
}

async fn booking(p: &mut Presses<'_>, lead: &Actor<'_>, mara: &Actor<'_>) {
    let hours = [
        ("is_open", "yes"),
        ("minutes", "30"),
        ("step", "30"),
        ("pause", "0"),
        ("notice", "0"),
        ("horizon", "30"),
        ("per_person", "1"),
        ("change_until", "0"),
        ("place", "By phone"),
        ("zone", "America/New_York"),
        ("d4_from", "09:00"),
        ("d4_to", "10:00"),
    ];
    done(lead, &s("appointments/hours"), &hours).await;
    let list = mara.get(&s("appointments")).await.body;
    let host = list.split("appointments/with/").nth(1).and_then(|r| r.split('"').next()).expect("a host").to_owned();
    let page = s(&format!("appointments/with/{host}"));
    let times = mara.get(&page).await.body;
    let at_time = times.split("name=\"at\" value=\"").nth(1).and_then(|r| r.split('"').next()).expect("a time");
    // The form leads back to the week that is shown.
    let to = times.split("action=\"").map(|r| r.split('"').next().unwrap_or_default());
    let to = to.into_iter().find(|t| t.starts_with(&page)).expect("a form");
    p.form(
        "/s/{season}/appointments/with/{id}",
        mara,
        at(&page, to, &[("at", at_time), ("note", "")]),
        sql!("SELECT COUNT(*) FROM appointment"),
    )
    .await;
    coaching(p, lead, mara).await;
}

async fn planning(p: &mut Presses<'_>, lead: &Actor<'_>, noor: &Actor<'_>) {
    let gathering = meet::fields("One", &[("2025-03-05", "13:00", "16:00", "1", "")]);
    let fields: Vec<(&str, &str)> = gathering.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    let new = s("new-gathering");
    let path =
        p.form("/s/{season}/new-gathering", lead, at(&new, "", &fields), sql!("SELECT COUNT(*) FROM gathering")).await;
    let edit = format!("{path}/edit");
    let seen = seen_on(&lead.get(&edit).await.body);
    let renamed = [
        ("title_en", "Renamed"),
        ("title_es", "Otra"),
        ("kind", "session"),
        ("format", "online"),
        ("seen", seen.as_str()),
    ];
    p.form(
        "/s/{season}/gatherings/{number}/edit",
        lead,
        at(&edit, "", &renamed),
        sql!("SELECT COUNT(*) FROM event WHERE verb = 'gathering.changed'"),
    )
    .await;
    done(lead, &format!("{path}/publication"), &[]).await;
    let agenda = format!("{path}/agenda/1");
    let block = [("kind", "content"), ("title_en", "T"), ("minutes", "20")];
    let blocks = sql!("SELECT COUNT(*) FROM segment");
    p.form("/s/{season}/gatherings/{number}/agenda/{part}", lead, at(&agenda, &agenda, &block), blocks).await;
    for title in ["B", "C", "D"] {
        done(lead, &agenda, &[("kind", "break"), ("title_en", title), ("minutes", "5")]).await;
    }
    let (first,): (String,) = p
        .house
        .kernel
        .db
        .read()
        .await
        .expect("reads")
        .one(sql!("SELECT id FROM segment WHERE kind = 'content'"), args![])
        .await
        .expect("there");
    // A move is by one place: pressed twice by mistake, it is not by two.
    let tiny = format!("{agenda}/blocks/{first}");
    let moved = sql!("SELECT position FROM segment WHERE kind = 'content'");
    p.form(
        "/s/{season}/gatherings/{number}/agenda/{part}/blocks/{block}",
        lead,
        at(&agenda, &tiny, &[("act", "down")]),
        moved,
    )
    .await;
    let page = lead.get(&s("season-plan")).await.body;
    let begins =
        page.split("name=\"first\" value=\"").nth(1).and_then(|v| v.split('"').next()).expect("a moment").to_owned();
    let shift = [("days", "7"), ("first", begins.as_str()), ("sure", "yes")];
    let days = sql!("SELECT CAST(SUBSTR(MIN(starts_local), 9, 2) AS BIGINT) / 7 FROM sitting");
    p.form("/s/{season}/season-plan/shift", lead, at(&s("season-plan"), &s("season-plan/shift"), &shift), days).await;
    let said = [("name", "The post"), ("first_on", "2025-03-05")];
    p.form(
        "/s/{season}/sources",
        lead,
        at(&s("sources"), &s("sources"), &said),
        sql!("SELECT COUNT(*) FROM schedule_source"),
    )
    .await;
    let sitting = meet::sittings(p.house, &path).await.remove(0);
    let room = format!("{path}/room/{sitting}");
    let (console, tables) = (format!("{room}/console"), format!("{room}/groups"));
    let fresh = [("mode", "fresh"), ("size", "2")];
    p.form(
        "/s/{season}/gatherings/{number}/room/{sitting}/groups",
        lead,
        at(&console, &tables, &fresh),
        sql!("SELECT CAST(COALESCE(SUM(n), 0) AS BIGINT) FROM room_round"),
    )
    .await;
    // Money for an in-person gathering.
    change(
        p.house,
        sql!("UPDATE season SET access_contact_id = $1 WHERE id = $2"),
        args![lead.id.as_ref(), &p.house.season],
    )
    .await;
    let mut retreat = meet::fields("Retreat", &[("2025-04-10", "09:00", "17:00", "1", "")]);
    retreat.retain(|(n, _)| n != "format" && !n.starts_with("link"));
    retreat.push(("format".into(), "in-person".into()));
    let retreat = announced(lead, &retreat).await;
    let agenda = format!("{retreat}/agenda/1");
    let template = format!("{agenda}/template");
    let filled = sql!("SELECT COUNT(DISTINCT gathering_id) FROM segment");
    p.form("/s/{season}/gatherings/{number}/agenda/{part}/template", lead, at(&agenda, &template, &[]), filled).await;
    let travel = format!("{retreat}/travel");
    let money = [("amount", "84.50"), ("what", "Ticket")];
    let to = format!("{travel}/reimbursements");
    p.form(
        "/s/{season}/gatherings/{number}/travel/reimbursements",
        noor,
        at(&travel, &to, &money),
        sql!("SELECT COUNT(*) FROM reimbursement"),
    )
    .await;
    // The plan of this season into the next one.
    let (next,): (weft_kernel::ids::Id,) = p
        .house
        .kernel
        .db
        .read()
        .await
        .expect("reads")
        .one(sql!("SELECT id FROM season WHERE slug = 'rooted-2026'"), args![])
        .await
        .expect("made above");
    let mut tx = p.house.kernel.db.begin().await.expect("begins");
    weft_programs::store::grant_role(&p.house.kernel, &mut tx, lead.id.as_ref().expect("known"), &next, Role::Lead)
        .await
        .expect("grants");
    tx.commit().await.expect("commits");
    let (plan, copy) = ("/s/rooted-2026/season-plan", "/s/rooted-2026/season-plan/copy");
    p.form(
        "/s/{season}/season-plan/copy",
        lead,
        at(plan, copy, &[("from", common::SEASON)]),
        sql!("SELECT COUNT(DISTINCT season_id) FROM gathering"),
    )
    .await;
    // A report of a meeting is a file.
    let today = announced(lead, &meet::fields("Today", &[("2025-01-10", "10:30", "11:30", "1", "")])).await;
    let attendance = format!("{today}/attendance/1");
    let report = format!("{attendance}/report");
    let key = key(&lead.get(&attendance).await.body, &report);
    let body = format!(
        "--b\r\ncontent-disposition: form-data; name=\"form-key\"\r\n\r\n{key}\r\n--b\r\ncontent-disposition: \
        form-data; name=\"file\"; filename=\"f.csv\"\r\n\r\nName,Email,Join Time,Leave Time,Duration\r\nNoor,\
        noor@example.org,03/12/2025 01:00:00 PM,03/12/2025 02:00:00 PM,60\r\n--b--\r\n"
    );
    let kind = [("content-type", "multipart/form-data; boundary=b")];
    let counted = sql!("SELECT COUNT(*) FROM meeting_report");
    p.same("/s/{season}/gatherings/{number}/attendance/{part}/report", counted, || {
        lead.send("POST", &report, Some(body.clone()), &kind)
    })
    .await;
}

async fn words(p: &mut Presses<'_>, lead: &Actor<'_>, noor: &Actor<'_>) {
    let letter =
        [("group", "applicants"), ("subject_en", "S"), ("subject_es", "S"), ("text_en", "T"), ("text_es", "T")];
    p.form(
        "/s/{season}/group-emails",
        lead,
        at(&s("group-emails"), &s("group-emails"), &letter),
        sql!("SELECT COUNT(*) FROM letter"),
    )
    .await;
    let listing = [
        ("kind", "event"),
        ("title_en", "Summit"),
        ("host", "Others"),
        ("place", "Online"),
        ("url", "https://x.example.org"),
        ("zone", "America/New_York"),
    ];
    p.form("/s/{season}/new-listing", lead, at(&s("new-listing"), "", &listing), sql!("SELECT COUNT(*) FROM listing"))
        .await;
    let (id,): (String,) = p
        .house
        .kernel
        .db
        .read()
        .await
        .expect("reads")
        .one(sql!("SELECT id FROM listing"), args![])
        .await
        .expect("there");
    let edit = s(&format!("listings/{id}"));
    let seen = seen_on(&lead.get(&edit).await.body);
    let renamed = [&listing[2..], &[("kind", "event"), ("title_en", "Meeting"), ("seen", seen.as_str())]].concat();
    p.form(
        "/s/{season}/listings/{id}",
        lead,
        at(&edit, "", &renamed),
        sql!("SELECT COUNT(*) FROM event WHERE verb = 'listing.changed'"),
    )
    .await;
    let card = [
        ("kind", "worksheet"),
        ("title_en", "Mine"),
        ("text_en", "T"),
        ("posture", "any"),
        ("eyes", "either"),
        ("origin", "Us"),
        ("licence", "own"),
        ("prompts_en", "What now?"),
    ];
    let path =
        p.form("/s/{season}/new-card", lead, at(&s("new-card"), "", &card), sql!("SELECT COUNT(*) FROM card")).await;
    let edit = format!("{path}/edit");
    let seen = seen_on(&lead.get(&edit).await.body);
    let renamed = [&card[2..], &[("kind", "worksheet"), ("title_en", "Ours"), ("seen", seen.as_str())]].concat();
    p.form(
        "/s/{season}/library/{card}/edit",
        lead,
        at(&edit, "", &renamed),
        sql!("SELECT COUNT(*) FROM event WHERE verb = 'card.changed'"),
    )
    .await;
    done(lead, &format!("{path}/publication"), &[]).await;
    let mine = format!("{path}/mine");
    let said = [("asked-0", "What now?"), ("words-0", "Rest")];
    p.form("/s/{season}/library/{card}/mine", noor, at(&mine, &mine, &said), sql!("SELECT COUNT(*) FROM reflection"))
        .await;
}

async fn choosing(p: &mut Presses<'_>, lead: &Actor<'_>, rue: &Actor<'_>) {
    let house = p.house;
    let out = sql!("SELECT COUNT(*) FROM cohort_release");
    p.form("/s/{season}/public-page", lead, at(&s("public-page"), &s("public-page"), &[("when", "now")]), out).await;
    // Goals are a setting: the same again, also from a page that was kept, saves and makes no other version.
    let goals = sql!("SELECT COUNT(*) FROM goal_set");
    let (file, form) = ([("toml", common::GOALS)], [("seats", "4"), ("eligible", "yes")]);
    for (path, fields) in [("selection/goals-file", &file[..]), ("selection/goals", &form[..])] {
        let before = count(house, goals).await;
        let to = s(path);
        let answers = join_all((0..6).map(|_| done(lead, &to, fields))).await;
        assert!(answers.iter().all(|to| *to == s("selection")), "{answers:?}");
        assert_eq!(count(house, goals).await, before + 1, "{path}");
    }
    let runs = sql!("SELECT COUNT(*) FROM selection_run");
    p.form("/s/{season}/selection/proposal", lead, at(&s("selection"), &s("selection/proposal"), &[]), runs).await;
    p.form(
        "/s/{season}/selection/drawing",
        lead,
        at(&s("selection"), &s("selection/drawing"), &[("public", "a public text")]),
        runs,
    )
    .await;
    let begun = p
        .form(
            "/s/{season}/composer",
            lead,
            at(&s("composer"), &s("composer"), &[("name", "Try")]),
            sql!("SELECT COUNT(*) FROM composition"),
        )
        .await;
    let search = format!("{begun}/search");
    let key = key(&lead.get(&begun).await.body, &search);
    let fields = [("form-key", key.as_str()), ("rule", "propose")];
    // The solver works in the background: what it makes is counted when it has ended.
    let steps = sql!("SELECT COUNT(*) FROM composition_step");
    let before = count(house, steps).await;
    let answers = join_all((0..6).map(|_| lead.post(&search, &fields))).await;
    assert!(answers.iter().all(|a| a.status == StatusCode::SEE_OTHER && a.location() == answers[0].location()));
    while count(house, steps).await == before {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    assert_eq!(lead.post(&search, &fields).await.location(), answers[0].location());
    assert_eq!(count(house, steps).await, before + 1);
    p.pressed.insert("/s/{season}/composer/{number}/search");
    // Handed on is what hands made: a second composition, filled up, has no run yet.
    let second = done(lead, &s("composer"), &[("name", "By hand")]).await;
    done(lead, &format!("{second}/search"), &[("rule", "complete")]).await;
    while !lead.get(&second).await.body.contains(&format!("action=\"{second}/run\"")) {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    p.form(
        "/s/{season}/composer/{number}/run",
        lead,
        at(&second, &format!("{second}/run"), &[("reason", "As agreed")]),
        runs,
    )
    .await;
    let path = s("applications/A03");
    let to = format!("{path}/notes");
    p.form(
        "/s/{season}/applications/{external_id}/notes",
        lead,
        at(&path, &to, &[("note", "Call back.")]),
        sql!("SELECT COUNT(*) FROM application_note"),
    )
    .await;
    let to = format!("{path}/eligibility");
    p.form(
        "/s/{season}/applications/{external_id}/eligibility",
        lead,
        at(&path, &to, &[("eligible", "yes")]),
        sql!("SELECT COUNT(*) FROM eligibility"),
    )
    .await;
    let to = format!("{path}/eligibility/undo");
    p.form(
        "/s/{season}/applications/{external_id}/eligibility/undo",
        lead,
        at(&path, &to, &[]),
        sql!("SELECT COUNT(*) FROM eligibility WHERE undone_at IS NOT NULL"),
    )
    .await;
    let import = s("import");
    let key = self::key(&lead.get(&import).await.body, &import);
    let body = format!(
        "--b\r\ncontent-disposition: form-data; name=\"form-key\"\r\n\r\n{key}\r\n--b\r\ncontent-disposition: \
        form-data; name=\"kind\"\r\n\r\napplications\r\n--b\r\ncontent-disposition: form-data; name=\"file\"; \
        filename=\"f.csv\"\r\n\r\n{}\r\n--b--\r\n",
        pool()
    );
    let kind = [("content-type", "multipart/form-data; boundary=b")];
    p.same("/s/{season}/import", sql!("SELECT COUNT(*) FROM import_file"), || {
        lead.send("POST", &import, Some(body.clone()), &kind)
    })
    .await;
    let cohort = weft_media::table::read(b"application_id\nA00\nA01\nA02\nA03\n").expect("readable");
    let permit = weft_admission::applications::rules::FillPool::at_the_terminal(&Terminal::open(), &house.season);
    weft_admission::applications::acts::import_cohort(&house.kernel, &permit, &cohort, None, &house.options())
        .await
        .expect("imports");
    let plans = sql!("SELECT COUNT(*) FROM team_plan");
    let wishes = [("size", "2"), ("alike-1", "region")];
    p.form("/s/{season}/teams/proposal", lead, at(&s("teams"), &s("teams/proposal"), &wishes), plans).await;
    p.form(
        "/s/{season}/teams/move",
        lead,
        at(&s("teams"), &s("teams/move"), &[("member", "A00"), ("team", "2")]),
        plans,
    )
    .await;
    // Rue has read what she may say something about.
    change(
        house,
        sql!(
            "INSERT INTO stage_reading (season_id, stage, reads_each, most_each, wide_gap, visible, opened_at)
            VALUES ($1, 1, 2, 9, 1.5, '[]', 1)"
        ),
        args![&house.season],
    )
    .await;
    change(
        house,
        sql!("INSERT INTO reader_ties (season_id, reader_id, ties, at) VALUES ($1, $2, '', 1)"),
        args![&house.season, rue.id.as_ref()],
    )
    .await;
    change(
        house,
        sql!(
            "INSERT INTO stage_assignment (
                id, season_id, stage, application_id, reader_id, place, assigned_at, finished_at
            )
            SELECT 'R51', season_id, 1, id, CAST($2 AS TEXT), 1, 1, 2
            FROM application
            WHERE season_id = $1 AND external_id = 'A05'"
        ),
        args![&house.season, rue.id.as_ref()],
    )
    .await;
    change(house, sql!("UPDATE stage_read SET reader_id = $1 WHERE external_id = 'R51'"), args![rue.id.as_ref()]).await;
    let desk = s("reviews/1");
    let to = format!("{desk}/note");
    p.form(
        "/s/{season}/reviews/{place}/note",
        rue,
        at(&desk, &to, &[("note", "I saw it otherwise.")]),
        sql!("SELECT COUNT(*) FROM read_note"),
    )
    .await;
    change(house, sql!("UPDATE stage_reading SET closed_at = 3"), args![]).await;
    let letter = [("subject_en", "S"), ("subject_es", "S"), ("text_en", "T"), ("text_es", "T")];
    p.form(
        "/s/{season}/decisions",
        lead,
        at(&s("decisions"), &s("decisions"), &letter),
        sql!("SELECT COUNT(*) FROM decision_round"),
    )
    .await;
    done(lead, &s("call"), &[]).await;
    let parts = sql!("SELECT COUNT(*) FROM event WHERE verb = 'call.changed'");
    p.form(
        "/s/{season}/call/parts",
        lead,
        at(&s("call"), &s("call/parts"), &[("act", "add"), ("title_en", "More"), ("title_es", "Más")]),
        parts,
    )
    .await;
    let page = lead.get(&s("call")).await.body;
    let first = page
        .split(&s("call/questions/"))
        .find_map(|p| p.split_once("/place\"").map(|(id, _)| id).filter(|id| !id.contains('"')))
        .expect("a question")
        .to_owned();
    let place = s(&format!("call/questions/{first}/place"));
    p.form("/s/{season}/call/questions/{id}/place", lead, at(&s("call"), &place, &[("act", "down")]), parts).await;
    let new = s("call/questions/new");
    let (page, to) = (format!("{new}?part=1&kind=short"), format!("{new}?part=1&amp;kind=short"));
    let key = self::key(&lead.get(&page).await.body, &to);
    let fields = [
        ("form-key", key.as_str()),
        ("label_en", "Anything else?"),
        ("label_es", "¿Algo más?"),
        ("audience", "reviewers"),
        ("goes_to", "answer"),
    ];
    p.same("/s/{season}/call/questions/{id}", parts, || lead.post(&page, &fields)).await;
}

/// Naming someone who can recommend an applicant, and the questions that they are asked.
async fn recommending(p: &mut Presses<'_>, lead: &Actor<'_>, browser: &Actor<'_>) {
    let settings = s("recommendations/settings");
    done(lead, &settings, &[("most", "3"), ("due_on", "2025-02-20"), ("shown", "no")]).await;
    let changed = sql!("SELECT COUNT(*) FROM event WHERE verb = 'recommendations.changed'");
    let place = s("recommendations/questions/would-help/place");
    let moved = at(&settings, &place, &[("act", "up")]);
    p.form("/s/{season}/recommendations/questions/{id}/place", lead, moved, changed).await;
    let new = s("recommendations/questions/new?kind=short");
    let asks = [("label_en", "Anything else?"), ("label_es", "¿Algo más?")];
    p.form("/s/{season}/recommendations/questions/{id}", lead, at(&new, &new, &asks), changed).await;
    let mine = format!("/call/{}/recommendations", common::SEASON);
    let named = [
        ("own_name", "Ada"),
        ("recommender", "Ana Ruiz"),
        ("recommender_email", "ana@example.org"),
        ("relation", "We work together"),
        ("language", "en"),
    ];
    let rows = sql!("SELECT COUNT(*) FROM recommendation");
    p.form("/call/{season}/recommendations", browser, at(&mine, &mine, &named), rows).await;
}

/// A stage, and inviting the one applicant to it.
async fn going_on(p: &mut Presses<'_>, lead: &Actor<'_>) {
    let page = s("stages");
    let stage = [("title_en", "Talk"), ("title_es", "Hablar"), ("kind", "conversation")];
    let stages = sql!("SELECT COUNT(*) FROM stage WHERE no > 1");
    p.form("/s/{season}/stages", lead, at(&page, &page, &stage), stages).await;
    for state in ["undecided", "late"] {
        lead.post(&s("eligibility"), &[("state", state)]).await;
    }
    let list = lead.get(&s("stages/2")).await.body;
    let id = list.split("name=\"id\" value=\"").nth(1).and_then(|t| t.split('"').next()).expect("an applicant");
    done(lead, &s("stages/2"), &[("id", id)]).await;
    // Nobody is invited while people can still apply.
    let (first, last) = (("opens_on", "2025-01-01"), "2025-01-02");
    done(lead, &s("call/dates"), &[first, ("closes_on", last), ("earlier", last)]).await;
    let page = s("stages/2/invitations");
    let told = sql!("SELECT COUNT(*) FROM outbox WHERE dedupe_key LIKE 'stage:%'");
    p.form("/s/{season}/stages/{no}/invitations", lead, at(&page, &page, &[]), told).await;
}

/// What visitors press: each application, registration, letter and offer once.
async fn strangers(p: &mut Presses<'_>, lead: &Actor<'_>) {
    let house = p.house;
    open_call(lead).await;
    let visitor = house.visitor();
    let drafts = sql!("SELECT COUNT(*) FROM draft");
    let call = format!("/call/{}", common::SEASON);
    p.form("/call/{season}/begin", &visitor, at(&call, &apply("begin"), &[]), drafts).await;
    p.form("/s/{season}/call/entries", lead, at(&s("call"), &s("call/entries"), &[("from", "phone")]), drafts).await;
    // All six presses lead this browser to the one draft.
    let key = self::key(&visitor.get(&call).await.body, &apply("begin"));
    for _ in 0..2 {
        let one = visitor.post(&apply("begin"), &[("form-key", &key)]).await;
        let shown = visitor.clone().with_cookies(&one.cookies()).get(&apply("application/1")).await;
        assert!(shown.status == StatusCode::OK && shown.body.contains("q-email"), "{}", shown.body);
    }
    let browser = filled(house, "Ada", "Verified", "ada@example.org", "words").await;
    let links = sql!("SELECT COUNT(*) FROM outbox WHERE dedupe_key LIKE 'draft-link:%'");
    let check = apply("application/check");
    p.form("/call/{season}/application/link", &browser, at(&check, &apply("application/link"), &[]), links).await;
    p.same("/call/{season}/application/check", sql!("SELECT COUNT(*) FROM application"), || {
        browser.post(&check, &[("late_reason", "The line was down.")])
    })
    .await;
    let confirming = newest(house, "ada@example.org", &apply("resume/")).await;
    let browser = house.visitor().with_cookies(&browser.post(&confirming, &[("keep", "yes")]).await.cookies());
    let asked = [("own_name", "Ada"), ("employer", "boss@example.org")];
    let words = sql!("SELECT COUNT(*) FROM acknowledgement");
    p.form(
        "/call/{season}/application/employer",
        &browser,
        at(&apply("application"), &apply("application/employer"), &asked),
        words,
    )
    .await;
    recommending(p, lead, &browser).await;
    going_on(p, lead).await;
    house.as_lab().await;
    offer(lead, "2").await;
    let page = format!("/register/{}", common::SEASON);
    let said = [("given_name", "Bo"), ("family_name", "Typed"), ("email", "bo@example.org"), ("language", "en")];
    p.form("/register/{season}", &visitor, at(&page, &page, &said), sql!("SELECT COUNT(*) FROM registration")).await;
    let mine = confirm(house, "bo@example.org").await;
    let given = [("given_name", "Cleo"), ("family_name", "Next"), ("email", "cleo@example.org")];
    let offers = sql!("SELECT COUNT(*) FROM outbox WHERE dedupe_key LIKE 'place-offer:%'");
    let led = p
        .form("/registrations/{token}/transfer", &visitor, at(&mine, &format!("{mine}/transfer"), &given), offers)
        .await;
    assert!(visitor.get(&led).await.body.contains("cleo@example.org"), "{led}");
}

#[tokio::test]
async fn six_presses_of_a_form_make_one_thing_and_are_answered_alike() {
    for ((engine, url), (_, second)) in engines().await.into_iter().zip(engines().await) {
        let house = House::new(url).await;
        house.import(&pool()).await;
        common::read_pool(&house).await;
        let owner = house.someone("Odile", Some(Role::Owner), Strength::TwoFactors).await;
        let lead = house.lead().await;
        let noor = house.someone("Noor", Some(Role::Registrant), Strength::Link).await;
        let other = house.someone("Tomas", Some(Role::Registrant), Strength::Link).await;
        let rue = house.someone("Rue", Some(Role::Reviewer), Strength::TwoFactors).await;
        let mut p = Presses { engine, house: &house, pressed: BTreeSet::new() };
        people_and_places(&mut p, &owner, &lead, &noor).await;
        together(&mut p, &lead, &noor, &other).await;
        planning(&mut p, &lead, &noor).await;
        words(&mut p, &lead, &noor).await;
        choosing(&mut p, &lead, &rue).await;
        let mara = house.someone("Mara", Some(Role::Participant), Strength::Link).await;
        committing(&mut p, &mara).await;
        booking(&mut p, &lead, &mara).await;
        let pressed = p.pressed;
        let other = House::new(second).await;
        let mut p = Presses { engine, house: &other, pressed };
        strangers(&mut p, &other.lead().await).await;
        // The list says which forms have a key; those that no story here reaches are few, and are named.
        let listed: BTreeSet<&str> = LIST.lines().filter_map(|l| l.strip_prefix("key   ")).collect();
        let missed: Vec<&&str> = listed.iter().filter(|r| !p.pressed.contains(**r)).collect();
        assert_eq!(missed, NOT_PRESSED.iter().collect::<Vec<_>>(), "{engine}");
    }
}

const LIST: &str = include_str!("repeats.txt");

/// What is written over one's own reflection is set, not made; its form is the one that makes it.
const NOT_PRESSED: &[&str] = &["/s/{season}/library/{card}/mine/{reflection}"];

#[test]
fn every_form_has_a_key_or_a_reason_why_it_needs_none() {
    let listed: Vec<&str> =
        LIST.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_whitespace().nth(1)).collect();
    let mut missing = String::new();
    for route in weft::app::routes().iter().filter(|r| r.method == "POST" && !listed.contains(&r.path)) {
        let _ = writeln!(missing, "{}", route.path);
    }
    assert_eq!(missing, "", "say in tests/repeats.txt why pressing these again does no harm");
    let routes: BTreeSet<&str> = weft::app::routes().iter().filter(|r| r.method == "POST").map(|r| r.path).collect();
    let gone: Vec<&&str> = listed.iter().filter(|l| !routes.contains(**l)).collect();
    assert!(gone.is_empty(), "these are no forms any more: {gone:?}");
}

#[tokio::test]
async fn a_form_that_was_changed_after_it_was_sent_is_asked_about_and_nothing_typed_is_lost() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let noor = house.someone("Noor", Some(Role::Registrant), Strength::Link).await;
        let path = s("celebrations");
        let told = sql!("SELECT COUNT(*) FROM celebration");
        let first = key(&noor.get(&path).await.body, &path);
        noor.post(&path, &[("form-key", &first), ("text", "We did it")]).await;
        // Back, another word, sent again: the same key, other content.
        let body = serde_urlencoded::to_string([("form-key", first.as_str()), ("text", "We did <it> twice")])
            .expect("encodes");
        let from = format!("http://localhost{path}?from=here");
        let asked = noor
            .send(
                "POST",
                &path,
                Some(body),
                &[("content-type", "application/x-www-form-urlencoded"), ("referer", &from)],
            )
            .await;
        assert!(
            asked.body.contains("<span class=\"pre\">We did &#60;it&#62; twice</span>"),
            "{engine}: what it would send: {}",
            asked.body
        );
        assert!(
            asked.body.contains(&format!("href=\"{path}?from=here\"")),
            "{engine}: the way back to the form: {}",
            asked.body
        );
        assert_eq!(asked.status, StatusCode::CONFLICT, "{engine}");
        assert!(
            asked.body.contains("You already submitted this form")
                && asked.body.contains("value=\"We did &#60;it&#62; twice\""),
            "{engine}: {}",
            asked.body
        );
        assert_eq!(count(&house, told).await, 1);
        // Said to be new, it is.
        let again = key(&asked.body, &path);
        assert_ne!(again, first);
        for _ in 0..2 {
            assert_eq!(noor.post(&path, &[("form-key", &again), ("text", "We did <it> twice")]).await.location(), path);
        }
        assert_eq!(count(&house, told).await, 2, "{engine}");
        // The same words from a page loaded anew are a new wish; so is someone else's form with the same key.
        let fresh = key(&noor.get(&path).await.body, &path);
        noor.post(&path, &[("form-key", &fresh), ("text", "We did it")]).await;
        let other = house.someone("Tomas", Some(Role::Registrant), Strength::Link).await;
        other.post(&path, &[("form-key", &fresh), ("text", "We did it")]).await;
        assert_eq!(count(&house, told).await, 4, "{engine}");
        // What could not be accepted has used nothing up.
        let fresh = key(&noor.get(&path).await.body, &path);
        assert_eq!(
            noor.post(&path, &[("form-key", &fresh), ("text", "")]).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        assert_eq!(noor.post(&path, &[("form-key", &fresh), ("text", "Now")]).await.location(), path);
        // Keys are forgotten after a day.
        house.kernel.clock.advance(2 * 86_400);
        let mut tx = house.kernel.db.begin().await.expect("begins");
        weft_kernel::once::forget(&mut tx, house.kernel.now()).await.expect("forgets");
        tx.commit().await.expect("commits");
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM form_key")).await, 0);
    }
}
