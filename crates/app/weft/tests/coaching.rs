//! Coaching: pairs, the agreement before the first session, sessions that are counted, what became of them, a change of
//! coach that nobody explains, and what the program reads.

use crate::common;
use crate::own::data_of;

use axum::http::StatusCode;
use common::meet::{again, count};
use common::{Actor, Answer, House, engines, s};
use futures_util::future::join_all;
use weft_kernel::clock::Time;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

/// A Monday morning in New York.
const NOW: &str = "2025-03-03T14:00:00Z";

pub fn at(text: &str) -> Time {
    Time::parse(text).expect("a moment")
}

/// A season with coaching: someone who leads, a coach with a profile and hours, and someone of the cohort.
pub struct Season<'h> {
    pub house: &'h House,
    pub lead: Actor<'h>,
    pub coach: Actor<'h>,
    pub noor: Actor<'h>,
}

pub async fn house_at(url: Option<String>) -> House {
    let house = House::new(url).await;
    house.kernel.clock.set(at(NOW));
    house
}

pub async fn ok(actor: &Actor<'_>, path: &str, fields: &[(&str, &str)]) -> Answer {
    let answer = actor.post(path, fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}: {}", answer.body);
    answer
}

/// Tuesdays from nine to noon; what else is said of the hours counts for other appointments.
fn hours() -> Vec<(&'static str, &'static str)> {
    vec![
        ("minutes", "30"),
        ("step", "60"),
        ("pause", "0"),
        ("notice", "24"),
        ("horizon", "60"),
        ("per_person", "1"),
        ("change_until", "24"),
        ("place", "https://meet.example.org/secret-room"),
        ("zone", "America/New_York"),
        ("d2_from", "09:00"),
        ("d2_to", "12:00"),
    ]
}

pub async fn coach<'h>(house: &'h House, name: &str, most: &str) -> Actor<'h> {
    let coach = house.someone(name, Some(Role::Coach), Strength::TwoFactors).await;
    let profile = [
        ("certified_by", "Association of Coaches"),
        ("level", "Professional"),
        ("number", "4711"),
        ("expires_on", "2026-05-01"),
        ("speaks_en", "yes"),
        ("approach", "I ask more than I answer."),
        ("most", most),
    ];
    ok(&coach, &s("coaching/profile"), &profile).await;
    ok(&coach, &s("appointments/hours"), &hours()).await;
    coach
}

pub const TERMS: [(&str, &str); 4] = [
    ("sessions", "6"),
    ("minutes", "60"),
    ("text_en", "What is said stays here."),
    ("text_es", "Queda entre las dos."),
];

pub async fn season(house: &House) -> Season<'_> {
    let lead = house.lead().await;
    ok(&lead, &s("coaching/program/terms"), &TERMS).await;
    let coach = coach(house, "Leonor", "3").await;
    let noor = house.someone("Noor", Some(Role::Participant), Strength::Link).await;
    Season { house, lead, coach, noor }
}

pub fn id<'a>(of: &'a Actor<'_>) -> &'a str {
    of.id.as_ref().expect("a person").as_str()
}

pub async fn pair(of: &Season<'_>, member: &Actor<'_>, coach: &Actor<'_>) {
    ok(&of.lead, &s("coaching/program"), &[(&format!("coach-{}", id(member)), id(coach))]).await;
}

pub fn between<'p>(page: &'p str, before: &str, after: &str) -> &'p str {
    let rest = page.split(before).nth(1).unwrap_or_else(|| panic!("no {before} in {page}"));
    rest.split(after).next().expect("a rest")
}

/// The path of someone's pair, from the form that signs or changes.
pub async fn pair_path(member: &Actor<'_>) -> String {
    let page = member.get(&s("coaching")).await.body;
    let form = page.split("action=\"").find(|a| a.contains("/change\"")).unwrap_or_else(|| panic!("no pair: {page}"));
    form.split("/change").next().expect("a path").to_owned()
}

pub async fn sign(who: &Actor<'_>, path: &str) {
    let page = who.get(path).await.body;
    let version = between(&page, "name=\"version\" value=\"", "\"").to_owned();
    ok(who, &format!("{path}/signature"), &[("version", &version), ("agree", "yes")]).await;
}

/// Pairs the two and has all three sign. Returns the path of the pair.
pub async fn agreed(of: &Season<'_>) -> String {
    pair(of, &of.noor, &of.coach).await;
    let path = pair_path(&of.noor).await;
    sign(&of.noor, &path).await;
    sign(&of.coach, &path).await;
    sign_all(of).await;
    path
}

/// Signs for the program what its page shows.
async fn sign_all(of: &Season<'_>) {
    let page = of.lead.get(&s("coaching/program")).await.body;
    let version = between(&page, "name=\"version\" value=\"", "\"").to_owned();
    ok(&of.lead, &s("coaching/program/signature"), &[("version", &version)]).await;
}

async fn book(who: &Actor<'_>, path: &str, when: &str) -> Answer {
    who.post(&format!("{path}/times"), &[("at", &at(when).0.to_string())]).await
}

/// Books, and returns the appointment's id.
pub async fn booked(who: &Actor<'_>, path: &str, when: &str) -> String {
    let answer = book(who, path, when).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    answer.location().rsplit('/').next().expect("an id").to_owned()
}

async fn left(house: &House, who: &Actor<'_>) -> i64 {
    let conn = &mut house.kernel.db.read().await.expect("reads");
    let (n,): (i64,) = conn
        .one(sql!("SELECT CAST(SUM(change) AS BIGINT) FROM credit WHERE person_id = $1"), args![id(who)])
        .await
        .expect("counts");
    n
}

/// A page with single spaces.
fn plain(page: &str) -> String {
    page.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The numbers of a row.
fn numbers(row: &str) -> Vec<&str> {
    row.split("<td class=\"n\"").skip(1).filter_map(|c| c.split('>').nth(1)?.split('<').next()).collect()
}

pub async fn erase(house: &House, who: &Actor<'_>) {
    let mut tx = house.kernel.db.begin().await.expect("begins");
    let id = who.id.as_ref().expect("a person");
    weft_people::forget::person(&house.kernel, &mut tx, id).await.expect("forgets");
    tx.commit().await.expect("commits");
}

pub async fn chores(house: &House) {
    assert!(weft::app::worker::chores_once(&house.kernel).await.is_empty());
}

async fn mails_to(house: &House, name: &str) -> Vec<String> {
    let to = format!("{name}@example.org");
    house.mails().await.into_iter().filter(|m| m.contains(&format!("To: {to}"))).collect()
}

#[tokio::test]
async fn a_member_gets_a_coach_signs_books_and_the_session_is_counted() {
    for (engine, url) in engines().await {
        let house = house_at(url).await;
        let lead = house.lead().await;
        let noor = house.someone("Noor", Some(Role::Participant), Strength::Link).await;
        // Nobody of the cohort finds coaching before the program began.
        assert_eq!(noor.get(&s("coaching")).await.status, StatusCode::NOT_FOUND, "{engine}");
        assert!(lead.get(&s("coaching/program")).await.body.contains("Start coaching"), "{engine}");
        ok(&lead, &s("coaching/program/terms"), &TERMS).await;
        let coach = coach(&house, "Leonor", "3").await;
        let of = Season { house: &house, lead, coach, noor };
        let waiting = of.noor.get(&s("coaching")).await.body;
        assert!(waiting.contains("You don&#39;t have a coach yet") && waiting.contains("I ask more"), "{waiting}");
        pair(&of, &of.noor, &of.coach).await;
        // Paired again, they keep the coach they have and the sessions they got.
        pair(&of, &of.noor, &of.coach).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM coaching_pair")).await, 1, "{engine}");
        assert_eq!(left(&house, &of.noor).await, 6, "{engine}");
        assert_eq!(mails_to(&house, "noor").await.len(), 1, "{engine}");
        let path = pair_path(&of.noor).await;
        let page = of.noor.get(&s("coaching")).await.body;
        assert!(page.contains("6 of 6 sessions left") && page.contains("What is said stays here."), "{page}");
        // Nothing is booked before all three have signed, whoever comes last.
        assert_eq!(of.noor.get(&format!("{path}/times")).await.status, StatusCode::NOT_FOUND, "{engine}");
        let unread = of.noor.post(&format!("{path}/signature"), &[("version", "another"), ("agree", "yes")]).await;
        assert!(unread.body.contains("The agreement changed while you were reading"), "{engine}: {}", unread.body);
        // What the program did not read it does not sign.
        ok(&of.lead, &s("coaching/program/signature"), &[("version", "another")]).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM coaching_signature")).await, 0, "{engine}");
        sign_all(&of).await;
        sign(&of.coach, &path).await;
        assert_eq!(book(&of.noor, &path, "2025-03-11T13:00:00Z").await.status, StatusCode::NOT_FOUND, "{engine}");
        let todo = of.noor.get("/").await.body;
        assert!(todo.contains("Read and sign your coaching agreement"), "{engine}");
        sign(&of.noor, &path).await;
        let times = of.noor.get(&format!("{path}/times")).await.body;
        assert!(times.contains("60 minutes") && times.contains("You have 6 sessions left"), "{engine}: {times}");
        let session = booked(&of.noor, &path, "2025-03-11T13:00:00Z").await;
        assert_eq!(left(&house, &of.noor).await, 5, "{engine}");
        // It is an appointment of an hour, in no email called coaching.
        let theirs = mails_to(&house, "noor").await.into_iter().find(|m| m.contains("method=REQUEST"));
        let theirs = theirs.expect("an entry for their calendar");
        assert!(!theirs.to_lowercase().contains("coaching session"), "{theirs}");
        // Too early to say anything.
        let said = format!("coaching/sessions/{session}/said");
        let early = of.coach.post(&s(&said), &[("says", "held")]).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        house.kernel.clock.set(at("2025-03-11T15:00:00Z"));
        let (coach, noor, lead) = (again(&of.coach).await, again(&of.noor).await, again(&of.lead).await);
        assert!(coach.get("/").await.body.contains("Say whether a coaching session took place"), "{engine}");
        ok(&coach, &s(&said), &[("says", "held")]).await;
        ok(&coach, &s(&said), &[("says", "held")]).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM credit WHERE kind = 'held'")).await, 1, "{engine}");
        let program = lead.get(&s("coaching/program")).await.body;
        let row = between(&program, ">Noor</a>", "</tr>");
        let cells: Vec<&str> = numbers(row);
        assert_eq!(cells, ["6", "1", "0", "0", "0", "0", "5"], "{engine}: {row}");
        let file = lead.get(&s("coaching/program/hours.csv")).await.body;
        assert!(file.contains("\"Leonor\",\"2025-03\",\"1\",\"1.00\",\"0\",\"0\",\"0\""), "{engine}: {file}");
        let page = noor.get(&s("coaching")).await.body;
        assert!(page.contains("It took place.") && page.contains("5 of 6 sessions left"), "{engine}: {page}");
        assert!(noor.get("/").await.body.contains("Your coaching"), "{engine}");
    }
}

#[tokio::test]
async fn a_session_canceled_in_time_comes_back_and_a_late_one_does_not_unless_the_coach_gives_it_back() {
    for (engine, url) in engines().await {
        let house = house_at(url).await;
        let of = season(&house).await;
        let path = agreed(&of).await;
        let cancel = |id: &str| s(&format!("appointments/{id}/cancellation"));
        let first = booked(&of.noor, &path, "2025-03-11T13:00:00Z").await;
        assert!(of.noor.get(&s(&format!("appointments/{first}"))).await.body.contains("You get the session back."));
        ok(&of.noor, &cancel(&first), &[("message", "")]).await;
        ok(&of.noor, &cancel(&first), &[("message", "")]).await;
        assert_eq!(left(&house, &of.noor).await, 6, "{engine}");
        // The coach cancels: it comes back, however late.
        let second = booked(&of.noor, &path, "2025-03-11T13:00:00Z").await;
        let third = booked(&of.noor, &path, "2025-03-11T14:00:00Z").await;
        assert_eq!(left(&house, &of.noor).await, 4, "{engine}");
        // Moved, it stays an hour and takes no other one.
        let to = at("2025-03-18T14:00:00Z").0.to_string();
        ok(&of.noor, &s(&format!("appointments/{third}/times")), &[("at", &to)]).await;
        let minutes = sql!("SELECT minutes FROM appointment WHERE kind = 'coaching' AND moves = 1");
        assert_eq!((count(&house, minutes).await, left(&house, &of.noor).await), (60, 4), "{engine}");
        house.kernel.clock.set(at("2025-03-11T12:59:00Z"));
        let (coach, noor, lead) = (again(&of.coach).await, again(&of.noor).await, again(&of.lead).await);
        ok(&coach, &cancel(&second), &[("message", "I'm ill.")]).await;
        assert_eq!(left(&house, &of.noor).await, 5, "{engine}");
        // The member cancels late: it counts, and says so before.
        house.kernel.clock.set(at("2025-03-18T13:00:00Z"));
        let (coach, noor, lead) = (again(&coach).await, again(&noor).await, again(&lead).await);
        assert!(noor.get(&s(&format!("appointments/{third}"))).await.body.contains("this session counts as used"));
        ok(&noor, &cancel(&third), &[("message", "")]).await;
        assert_eq!(left(&house, &of.noor).await, 5, "{engine}");
        let back = s(&format!("coaching/sessions/{third}/back"));
        assert_eq!(noor.post(&back, &[]).await.status, StatusCode::NOT_FOUND, "{engine}");
        assert!(coach.get(&path).await.body.contains("Give the session back"), "{engine}");
        let file = lead.get(&s("coaching/program/hours.csv")).await.body;
        assert!(!file.contains("Leonor"), "it was to begin later: {file}");
        ok(&coach, &back, &[]).await;
        ok(&coach, &back, &[]).await;
        assert_eq!(left(&house, &of.noor).await, 6, "{engine}");
        let said = coach.post(&s(&format!("coaching/sessions/{third}/said")), &[("says", "held")]).await;
        assert_eq!(said.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        house.kernel.clock.set(at("2025-03-18T20:00:00Z"));
        let lead = again(&lead).await;
        // The coach kept the hour free, also if they gave it back.
        let file = lead.get(&s("coaching/program/hours.csv")).await.body;
        assert!(file.contains("\"Leonor\",\"2025-03\",\"0\",\"0.00\",\"0\",\"1\",\"0\""), "{engine}: {file}");
        let program = lead.get(&s("coaching/program")).await.body;
        let row = between(&program, ">Noor</a>", "</tr>");
        let cells: Vec<&str> = numbers(row);
        assert_eq!(cells, ["6", "0", "0", "0", "0", "0", "6"], "{engine}: every session is in one count");
    }
}

#[tokio::test]
async fn of_two_who_say_different_things_both_are_told_and_after_a_week_the_program_reads_the_date() {
    for (engine, url) in engines().await {
        let house = house_at(url).await;
        let of = season(&house).await;
        let path = agreed(&of).await;
        let session = booked(&of.noor, &path, "2025-03-11T13:00:00Z").await;
        house.kernel.clock.set(at("2025-03-11T15:00:00Z"));
        let (coach, noor, lead) = (again(&of.coach).await, again(&of.noor).await, again(&of.lead).await);
        let said = s(&format!("coaching/sessions/{session}/said"));
        ok(&coach, &said, &[("says", "missed")]).await;
        let before = mails_to(&house, "noor").await.len();
        ok(&noor, &said, &[("says", "held")]).await;
        assert_eq!(mails_to(&house, "noor").await.len(), before + 1, "{engine}");
        let page = noor.get(&s("coaching")).await.body;
        assert!(page.contains("You and Leonor gave different answers"), "{engine}: {page}");
        // For a week it is theirs.
        let settle = s(&format!("coaching/program/sessions/{session}"));
        assert!(!lead.get(&s("coaching/program")).await.body.contains("Sessions to settle"), "{engine}");
        house.kernel.clock.set(at("2025-03-19T15:00:00Z"));
        let (coach, noor, lead) = (again(&coach).await, again(&noor).await, again(&lead).await);
        let program = lead.get(&s("coaching/program")).await.body;
        let question = between(&program, "Sessions to settle", "</section>");
        assert!(question.contains("March 11, 2025") && question.contains("Noor"), "{engine}: {question}");
        assert!(!question.contains("took place"), "{engine}: nothing of what either says: {question}");
        assert!(lead.get(&s("")).await.body.contains("1 coaching session needs to be settled"), "{engine}");
        // The coach may change the answer until then; the program settles it once.
        ok(&lead, &settle, &[("says", "missed")]).await;
        ok(&lead, &settle, &[("says", "held")]).await;
        assert_eq!(left(&house, &of.noor).await, 6, "{engine}");
        let gone = lead.post(&settle, &[("says", "held")]).await.location().to_owned();
        assert!(lead.get(&gone).await.body.contains("Nothing was changed."), "{engine}");
        let late = coach.post(&said, &[("says", "held")]).await;
        assert!(late.body.contains("This session is settled."), "{engine}: {}", late.body);
        assert!(noor.get(&s("coaching")).await.body.contains("The program gave this session back"), "{engine}");
        // A coach who never answers leaves the question to the program too, after a week.
        let silent = booked(&noor, &path, "2025-03-25T13:00:00Z").await;
        house.kernel.clock.set(at("2025-03-25T15:00:00Z"));
        let (noor, lead) = (again(&noor).await, again(&lead).await);
        ok(&noor, &s(&format!("coaching/sessions/{silent}/said")), &[("says", "missed")]).await;
        let settle = s(&format!("coaching/program/sessions/{silent}"));
        ok(&lead, &settle, &[("says", "missed")]).await;
        assert_eq!(left(&house, &of.noor).await, 5, "{engine}: a week is theirs");
        house.kernel.clock.set(at("2025-04-01T15:00:01Z"));
        let lead = again(&lead).await;
        ok(&lead, &settle, &[("says", "missed")]).await;
        assert_eq!(left(&house, &of.noor).await, 6, "{engine}");
    }
}

#[tokio::test]
async fn either_changes_without_a_reason_and_nobody_reads_who_asked() {
    for (engine, url) in engines().await {
        let house = house_at(url).await;
        let of = season(&house).await;
        let path = agreed(&of).await;
        booked(&of.noor, &path, "2025-03-11T13:00:00Z").await;
        let other = coach(&house, "Ayo", "2").await;
        let page = of.noor.get(&s("coaching")).await.body;
        assert!(page.contains("1 booked session is canceled and given back."), "{engine}: {page}");
        ok(&of.noor, &format!("{path}/change"), &[]).await;
        ok(&of.noor, &format!("{path}/change"), &[]).await;
        assert_eq!(left(&house, &of.noor).await, 6, "{engine}");
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM appointment WHERE canceled_at IS NULL")).await, 0);
        let (hers, his) = (mails_to(&house, "noor").await, mails_to(&house, "leonor").await);
        let ended = |mails: &[String]| mails.iter().filter(|m| m.contains("has ended")).count();
        assert_eq!((ended(&hers), ended(&his)), (1, 1), "{engine}");
        for mail in &his {
            assert!(!mail.contains("asked"), "{engine}: {mail}");
        }
        let who = sql!("SELECT COUNT(*) FROM event WHERE verb = 'coaching.ended' AND actor_id IS NOT NULL");
        assert_eq!(count(&house, who).await, 0, "{engine}: no event says who asked");
        assert!(of.lead.get(&s("")).await.body.contains("1 member has no coach"), "{engine}");
        // Who waits for another coach can be given more.
        let person = s(&format!("coaching/program/people/{}", id(&of.noor)));
        assert!(of.lead.get(&person).await.body.contains("No coach now"), "{engine}");
        // Whom they had is not proposed, and neither is whom they would rather not have.
        let proposal = plain(&of.lead.get(&s("coaching/program?propose=1")).await.body);
        assert!(proposal.contains(&format!("value=\"{}\" selected", id(&other))), "{engine}: {proposal}");
        ok(&of.noor, &s("coaching"), &[(&format!("wish-{}", id(&other)), "avoid")]).await;
        let proposal = plain(&of.lead.get(&s("coaching/program?propose=1")).await.body);
        assert!(proposal.contains("For 1 member no coach was proposed"), "{engine}: {proposal}");
        assert!(!proposal.contains(&format!("value=\"{}\" selected", id(&other))), "{engine}");
        pair(&of, &of.noor, &other).await;
        assert_eq!(left(&house, &of.noor).await, 6, "{engine}: what they have stays theirs");
        // What was typed when it had ended is not lost, and not saved.
        let typed = of.coach.post(&format!("{path}/notes"), &[("note", "Typed too late")]).await;
        assert_eq!(typed.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        assert!(typed.body.contains("nothing was saved") && typed.body.contains("Typed too late"), "{engine}");
        assert!(!of.coach.get(&path).await.body.contains("Typed too late"), "{engine}");
        // The former coach has no more than a record.
        let old = of.coach.get(&path).await.body;
        assert!(old.contains("This coaching has ended") && !old.contains("/change\""), "{engine}: {old}");
        let new = pair_path(&of.noor).await;
        assert_eq!(of.coach.get(&new).await.status, StatusCode::NOT_FOUND, "{engine}");
    }
}

#[tokio::test]
async fn of_forty_presses_for_the_last_session_one_books() {
    for (engine, url) in engines().await {
        let house = house_at(url).await;
        let lead = house.lead().await;
        let mut one = TERMS;
        one[0] = ("sessions", "1");
        ok(&lead, &s("coaching/program/terms"), &one).await;
        let coach = coach(&house, "Leonor", "3").await;
        let noor = house.someone("Noor", Some(Role::Participant), Strength::Link).await;
        let of = Season { house: &house, lead, coach, noor };
        let path = agreed(&of).await;
        let hours = ["2025-03-11T13:00:00Z", "2025-03-11T14:00:00Z", "2025-03-11T15:00:00Z", "2025-03-18T13:00:00Z"];
        let answers = join_all((0..40).map(|n| book(&of.noor, &path, hours[n % 4]))).await;
        let done = answers.iter().filter(|a| a.status == StatusCode::SEE_OTHER).count();
        assert_eq!((done, left(of.house, &of.noor).await), (1, 0), "{engine}");
        let refused = answers.iter().find(|a| a.status == StatusCode::UNPROCESSABLE_ENTITY).expect("refused ones");
        assert!(refused.body.contains("You&#39;ve used all your sessions"), "{engine}: {}", refused.body);
        // More are given with a reason that they read.
        let person = s(&format!("coaching/program/people/{}", id(&of.noor)));
        let unsaid = of.lead.post(&format!("{person}/more"), &[("more", "2"), ("reason", "")]).await;
        assert_eq!(unsaid.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        ok(&of.lead, &format!("{person}/more"), &[("more", "2"), ("reason", "A hard spring.")]).await;
        let page = of.noor.get(&s("coaching")).await.body;
        assert!(page.contains("2 of 3 sessions left") && page.contains("A hard spring."), "{engine}: {page}");
    }
}

#[tokio::test]
async fn a_coach_takes_no_more_than_they_can_and_all_are_paired_or_none() {
    for (engine, url) in engines().await {
        let house = house_at(url).await;
        let of = season(&house).await;
        let full = coach(&house, "Ayo", "1").await;
        let mut members = vec![];
        for name in ["Alma", "Bea", "Cleo"] {
            members.push(house.someone(name, Some(Role::Participant), Strength::Link).await);
        }
        let names: Vec<String> = members.iter().map(|m| format!("coach-{}", id(m))).collect();
        let fields: Vec<(&str, &str)> = names.iter().map(|n| (n.as_str(), id(&full))).collect();
        let refused = of.lead.post(&s("coaching/program"), &fields).await;
        assert!(refused.body.contains("Ayo doesn&#39;t have room for that many"), "{engine}: {}", refused.body);
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM coaching_pair")).await, 0, "{engine}");
        // Two who lead pair at once: the room is kept to.
        let pairings = join_all(names.iter().map(|n| {
            let lead = &of.lead;
            let full = id(&full);
            async move { lead.post(&s("coaching/program"), &[(n, full)]).await.status }
        }))
        .await;
        assert_eq!(pairings.iter().filter(|s| **s == StatusCode::SEE_OTHER).count(), 1, "{engine}");
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM coaching_pair")).await, 1, "{engine}");
        // Whom someone else paired meanwhile is not passed over in silence.
        let (paired, _) = names.iter().zip(&pairings).find(|(_, s)| **s == StatusCode::SEE_OTHER).expect("one");
        let other = of.lead.post(&s("coaching/program"), &[(paired, id(&of.coach))]).await;
        assert!(other.body.contains("already has a coach: someone else just paired them"), "{engine}: {}", other.body);
        let nothing = of.lead.post(&s("coaching/program"), &[]).await;
        assert!(nothing.body.contains("Choose a coach for at least one member"), "{engine}");
    }
}

#[tokio::test]
async fn nobody_but_the_two_opens_a_pair_and_the_program_reads_counts() {
    for (engine, url) in engines().await {
        let house = house_at(url).await;
        let of = season(&house).await;
        let path = agreed(&of).await;
        let session = booked(&of.noor, &path, "2025-03-11T13:00:00Z").await;
        let stranger = house.someone("Mara", Some(Role::Participant), Strength::Link).await;
        let other = coach(&house, "Ayo", "2").await;
        for who in [&of.lead, &stranger, &other] {
            for get in [path.clone(), format!("{path}/times"), s(&format!("appointments/{session}"))] {
                assert_eq!(who.get(&get).await.status, StatusCode::NOT_FOUND, "{engine}: {get}");
            }
            for post in ["signature", "times", "change"] {
                let to = format!("{path}/{post}");
                let answer = who.post(&to, &[("at", "1"), ("agree", "yes")]).await;
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{engine}: {to}");
            }
            for post in ["said", "back"] {
                let to = s(&format!("coaching/sessions/{session}/{post}"));
                assert_eq!(who.post(&to, &[("says", "held")]).await.status, StatusCode::NOT_FOUND, "{engine}: {to}");
            }
        }
        // A member doesn't arrange, and their wishes are read by nobody.
        assert_eq!(of.noor.get(&s("coaching/program")).await.status, StatusCode::NOT_FOUND, "{engine}");
        ok(&stranger, &s("coaching"), &[(&format!("wish-{}", id(&other)), "avoid")]).await;
        for page in ["coaching/program", "coaching/program?propose=1"] {
            let page = of.lead.get(&s(page)).await.body;
            assert!(!page.contains("avoid") && !page.contains("rather not"), "{engine}");
        }
        assert!(!other.get(&s("coaching")).await.body.contains("Mara"), "{engine}");
        let theirs = data_of(&other).await;
        assert!(!theirs.contains("avoid"), "{engine}: {theirs}");
        assert!(data_of(&stranger).await.contains("avoid"), "{engine}");
        // When they meet is in nothing that the program reads.
        for page in ["coaching/program", &format!("coaching/program/people/{}", id(&of.noor))] {
            let page = of.lead.get(&s(page)).await.body;
            assert!(!page.contains("March 11") && !page.contains("secret-room"), "{engine}: {page}");
        }
    }
}

#[tokio::test]
async fn who_leaves_leaves_nobody_waiting_and_a_paid_hour_stays_counted() {
    for (engine, url) in engines().await {
        let house = house_at(url).await;
        let of = season(&house).await;
        let path = agreed(&of).await;
        let session = booked(&of.noor, &path, "2025-03-11T13:00:00Z").await;
        booked(&of.noor, &path, "2025-03-25T13:00:00Z").await;
        house.kernel.clock.set(at("2025-03-11T15:00:00Z"));
        let (coach, noor, lead) = (again(&of.coach).await, again(&of.noor).await, again(&of.lead).await);
        ok(&coach, &s(&format!("coaching/sessions/{session}/said")), &[("says", "held")]).await;
        // A coach who coaches no more: the pair ends by itself, what was booked comes back.
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(sql!("UPDATE role SET until = 1 WHERE person_id = $1"), args![id(&coach)]).await.expect("runs");
        tx.commit().await.expect("commits");
        chores(&house).await;
        assert_eq!(left(&house, &noor).await, 5, "{engine}");
        assert_eq!(coach.get(&path).await.status, StatusCode::NOT_FOUND, "{engine}");
        assert!(noor.get(&s("coaching")).await.body.contains("You don&#39;t have a coach yet"), "{engine}");
        // The member is erased: the coach's hour is still paid, without their name.
        erase(&house, &noor).await;
        chores(&house).await;
        let file = lead.get(&s("coaching/program/hours.csv")).await.body;
        assert!(file.contains("\"Leonor\",\"2025-03\",\"1\",\"1.00\""), "{engine}: {file}");
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM credit")).await, 0, "{engine}");
        erase(&house, &coach).await;
        chores(&house).await;
        for table in [
            sql!("SELECT COUNT(*) FROM coaching_pair"),
            sql!("SELECT COUNT(*) FROM coaching_session"),
            sql!("SELECT COUNT(*) FROM coaching_signature"),
            sql!("SELECT COUNT(*) FROM appointment"),
        ] {
            assert_eq!(count(&house, table).await, 0, "{engine}");
        }
    }
}

#[tokio::test]
async fn a_credential_that_ends_is_told_once_sixty_days_before() {
    for (engine, url) in engines().await {
        let house = house_at(url).await;
        let of = season(&house).await;
        let profile =
            |day: &'static str| [("certified_by", "A"), ("expires_on", day), ("speaks_en", "yes"), ("most", "1")];
        let wrong = of.coach.post(&s("coaching/profile"), &[("level", "Master"), ("most", "1")]).await;
        assert!(
            wrong.body.contains("Say who certified you") && wrong.body.contains("at least one language"),
            "{engine}"
        );
        ok(&of.coach, &s("coaching/profile"), &profile("2025-05-03")).await;
        chores(&house).await;
        let told = |mails: Vec<String>| mails.iter().filter(|m| m.contains("credential expires")).count();
        assert_eq!(told(mails_to(&house, "leonor").await), 0, "{engine}: 61 days before");
        house.kernel.clock.set(at("2025-03-04T14:00:00Z"));
        chores(&house).await;
        chores(&house).await;
        assert_eq!(told(mails_to(&house, "leonor").await), 1, "{engine}");
        let (lead, coach) = (again(&of.lead).await, again(&of.coach).await);
        assert!(lead.get(&s("")).await.body.contains("coaching credential expires on"), "{engine}");
        assert!(coach.get(&s("coaching")).await.body.contains("This credential expires on"), "{engine}");
        // Of a day that is near or over nobody is told who just typed it; the program's list has it at once, and
        // members read that it is over.
        ok(&coach, &s("coaching/profile"), &profile("2025-03-01")).await;
        chores(&house).await;
        assert_eq!(told(mails_to(&house, "leonor").await), 1, "{engine}");
        assert!(lead.get(&s("")).await.body.contains("coaching credential expires on"), "{engine}");
        let cards = again(&of.noor).await.get(&s("coaching")).await.body;
        assert!(cards.contains("This credential expired on March 1, 2025."), "{engine}: {cards}");
        ok(&coach, &s("coaching/profile"), &profile("2026-03-01")).await;
        assert!(!lead.get(&s("")).await.body.contains("coaching credential expires on"), "{engine}");
    }
}

/// Gives someone another role in the season.
async fn grant(house: &House, who: &Actor<'_>, role: Role) {
    let mut tx = house.kernel.db.begin().await.expect("begins");
    let id = who.id.as_ref().expect("a person");
    weft_programs::store::grant_role(&house.kernel, &mut tx, id, &house.season, role).await.expect("grants");
    tx.commit().await.expect("commits");
}

#[tokio::test]
async fn each_side_opens_to_whoever_is_on_it_signed_in_as_it_asks_for() {
    for (engine, url) in engines().await {
        let house = house_at(url).await;
        let of = season(&house).await;
        let path = agreed(&of).await;
        let session = booked(&of.noor, &path, "2025-03-11T13:00:00Z").await;
        // Someone of the cohort who coaches too comes by a link: what they coach stays closed.
        let both = house.someone("Tavi", Some(Role::Participant), Strength::Link).await;
        grant(&house, &both, Role::Coach).await;
        let strong = house.as_person(both.id.as_ref().expect("a person"), Strength::TwoFactors).await;
        let profile = [("speaks_en", "yes"), ("most", "2")];
        assert_eq!(both.post(&s("coaching/profile"), &profile).await.status, StatusCode::NOT_FOUND, "{engine}");
        ok(&strong, &s("coaching/profile"), &profile).await;
        let mara = house.someone("Mara", Some(Role::Participant), Strength::Link).await;
        pair(&of, &mara, &strong).await;
        let theirs = pair_path(&mara).await;
        assert_eq!(strong.get(&theirs).await.status, StatusCode::OK, "{engine}");
        for page in [theirs.clone(), format!("{theirs}/own-notes"), path.clone()] {
            assert_eq!(both.get(&page).await.status, StatusCode::NOT_FOUND, "{engine}: {page}");
        }
        for form in ["signature", "change", "notes"] {
            let to = format!("{theirs}/{form}");
            let answer = both.post(&to, &[("note", "x"), ("agree", "yes")]).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{engine}: {to}");
        }
        // As a host, an appointment opens with two factors alone.
        grant(&house, &of.noor, Role::Coach).await;
        assert_eq!(of.noor.get(&s(&format!("appointments/{session}"))).await.status, StatusCode::OK, "{engine}");
        let weak = house.as_person(of.coach.id.as_ref().expect("a person"), Strength::Link).await;
        assert_eq!(weak.get(&s(&format!("appointments/{session}"))).await.status, StatusCode::NOT_FOUND, "{engine}");
    }
}

#[tokio::test]
async fn a_session_given_back_is_no_question_and_nobody_judges_what_they_coached() {
    for (engine, url) in engines().await {
        let house = house_at(url).await;
        let of = season(&house).await;
        let path = agreed(&of).await;
        let first = booked(&of.noor, &path, "2025-03-11T13:00:00Z").await;
        let second = booked(&of.noor, &path, "2025-03-11T14:00:00Z").await;
        house.kernel.clock.set(at("2025-03-11T16:00:00Z"));
        let (coach, noor, lead) = (again(&of.coach).await, again(&of.noor).await, again(&of.lead).await);
        let said = |id: &str| s(&format!("coaching/sessions/{id}/said"));
        for id in [&first, &second] {
            ok(&coach, &said(id), &[("says", "missed")]).await;
            ok(&noor, &said(id), &[("says", "held")]).await;
        }
        assert!(noor.get("/").await.body.contains("You gave different answers about 2 coaching sessions"), "{engine}");
        // While they differ, the count tells nobody who said what.
        let row = lead.get(&s("coaching/program")).await.body;
        assert_eq!(numbers(between(&row, ">Noor</a>", "</tr>")), ["6", "0", "0", "0", "2", "0", "4"], "{engine}");
        // They are told once for each, whatever they say afterward, and at some time it is enough.
        let told = async || mails_to(&house, "noor").await.iter().filter(|m| m.contains("Did this session")).count();
        for says in ["missed", "held", "missed", "held"] {
            ok(&noor, &said(&first), &[("says", says)]).await;
        }
        assert_eq!(told().await, 2, "{engine}");
        let mut refused = 0;
        for n in 0..8 {
            let answer = coach.post(&said(&second), &[("says", if n % 2 == 0 { "held" } else { "missed" })]).await;
            refused += i32::from(answer.status == StatusCode::UNPROCESSABLE_ENTITY);
        }
        // Six answers of the coach count, the sixth of them that it was held: now the member says that it was not.
        assert_eq!(refused, 2, "{engine}");
        ok(&noor, &said(&second), &[("says", "missed")]).await;
        // Given back, the first is settled; the program has the second alone.
        ok(&coach, &s(&format!("coaching/sessions/{first}/back")), &[]).await;
        house.kernel.clock.set(at("2025-03-19T16:00:00Z"));
        let (coach, noor, lead) = (again(&coach).await, again(&noor).await, again(&lead).await);
        let settle = |id: &str| s(&format!("coaching/program/sessions/{id}"));
        let page = lead.get(&s("coaching/program")).await.body;
        assert!(!page.contains(&settle(&first)), "{engine}");
        ok(&lead, &settle(&first), &[("says", "held")]).await;
        assert!(noor.get(&s("coaching")).await.body.contains("The session was given back"), "{engine}");
        let file = lead.get(&s("coaching/program/hours.csv")).await.body;
        assert!(file.contains("\"Leonor\",\"2025-03\",\"0\",\"0.00\",\"1\""), "{engine}: {file}");
        // A coach who leads does not settle it; another does.
        grant(&house, &coach, Role::Lead).await;
        let judge = again(&coach).await;
        assert!(page.contains(&settle(&second)), "{engine}: {page}");
        assert!(!judge.get(&s("coaching/program")).await.body.contains(&settle(&second)), "{engine}");
        let before = left(&house, &of.noor).await;
        ok(&judge, &settle(&second), &[("says", "missed")]).await;
        assert_eq!(left(&house, &of.noor).await, before, "{engine}");
        ok(&lead, &settle(&second), &[("says", "missed")]).await;
        assert_eq!(left(&house, &of.noor).await, before + 1, "{engine}");
    }
}

#[tokio::test]
async fn pages_run_the_same_statements_however_many_there_are() {
    for (engine, url) in engines().await {
        let house = house_at(url).await;
        let lead = house.lead().await;
        ok(&lead, &s("coaching/program/terms"), &TERMS).await;
        let coach = coach(&house, "Leonor", "20").await;
        let noor = house.someone("Noor", Some(Role::Participant), Strength::Link).await;
        let of = Season { house: &house, lead, coach, noor };
        let path = agreed(&of).await;
        booked(&of.noor, &path, "2025-03-11T13:00:00Z").await;
        let run = async |who: &Actor<'_>, page: &str| {
            let before = house.kernel.db.statements_run();
            assert_eq!(who.get(page).await.status, StatusCode::OK, "{engine}: {page}");
            house.kernel.db.statements_run() - before
        };
        let pages = [
            (&of.lead, s("coaching/program")),
            (&of.lead, s("coaching/program?propose=1")),
            (&of.coach, s("coaching")),
            (&of.coach, path.clone()),
            (&of.noor, s("coaching")),
            (&of.noor, format!("{path}/times")),
        ];
        let mut few = Vec::new();
        for (who, page) in &pages {
            few.push(run(who, page).await);
        }
        // Ten more people, some with the coach; more sessions and notes.
        for n in 0..10 {
            let member = house.someone(&format!("Member{n:02}"), Some(Role::Participant), Strength::Link).await;
            if n % 2 == 0 {
                pair(&of, &member, &of.coach).await;
            }
        }
        for when in ["2025-03-18T13:00:00Z", "2025-03-18T14:00:00Z", "2025-03-25T13:00:00Z"] {
            booked(&of.noor, &path, when).await;
            ok(&of.noor, &format!("{path}/notes"), &[("note", when)]).await;
        }
        for ((who, page), few) in pages.iter().zip(few) {
            assert_eq!(run(who, page).await, few, "{engine}: {page}");
        }
    }
}
