//! Undecided is a state: whoever applied is at every moment in exactly one of the lists that staff see, is never
//! refused by mistake, and gets exactly one kind of answer.

use crate::common;

use std::collections::{BTreeMap, BTreeSet};

use axum::http::StatusCode;
use common::{Actor, House, pool, read_pool, s};
use weft_admission::applications::acts as applications;
use weft_admission::applications::model::State;
use weft_admission::applications::rules::FillPool;
use weft_admission::decisions::model::Standing;
use weft_admission::decisions::{acts as decisions, rules::Decide, store as standings};
use weft_admission::selection::acts as selection;
use weft_admission::selection::goals::Goals;
use weft_admission::selection::model::Answer;
use weft_admission::selection::rules::Choose;
use weft_admission::selection::store as invitations;
use weft_assign::selection::Transcript;
use weft_kernel::clock::Time;
use weft_kernel::db::Word as _;
use weft_kernel::ids::Id;
use weft_kernel::rng::Rng;
use weft_kernel::terminal::Terminal;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::{Role, store as programs};

const LETTER: [(&str, &str); 8] = [
    ("subject_en", "About {season}"),
    ("subject_es", "Sobre {season}"),
    ("text_en", "Dear {name},\n\nnot this time. {reason}"),
    ("text_es", "{name}: esta vez no. {reason}"),
    ("alternate_subject_en", "Alternates of {season}"),
    ("alternate_subject_es", "Suplentes de {season}"),
    ("alternate_text_en", "Dear {name},\n\nyou are an alternate for now."),
    ("alternate_text_es", "{name}: por ahora es suplente."),
];

const HEAD: &str =
    "application_id,submitted_at,first_name,last_name,email,region,organization,late_reason,eligibility\n";

/// A row of an import; without a decision where `eligibility` is empty.
fn row(i: usize, late: &str, eligibility: &str) -> String {
    format!(
        "B{i:02},2024-10-06T12:00:00-04:00,Given{i},Family{i},b{i:02}@example.org,North,Place {i},{late},\
        {eligibility}\n"
    )
}

/// Emails with these words to an applicant, by their number.
fn told(mails: &[String], words: &str) -> BTreeMap<String, usize> {
    let mut out = BTreeMap::new();
    for mail in mails.iter().filter(|m| m.contains(words)) {
        let to = mail.lines().find_map(|l| l.strip_prefix("To: ")).expect("an address");
        let id = to.split('@').next().unwrap_or_default().trim_matches(['<', ' ']).to_uppercase();
        *out.entry(id).or_default() += 1;
    }
    out
}

#[tokio::test]
async fn late_applications_are_found_listed_and_never_refused_by_mistake() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let co_lead = house.someone("Desmond", Some(Role::CoLead), Strength::TwoFactors).await;
        let rows =
            [row(1, "", ""), row(2, "The power was out", ""), row(3, "A late bus", "pending"), row(4, "", "yes")];
        house.import(&format!("{HEAD}{}", rows.concat())).await;
        let list = lead.get(&s("applications")).await.body;
        for says in ["Undecided (1)", "Late, undecided (2)", "Eligible (1)", "Not eligible (0)", "any"] {
            assert!(list.contains(says), "{engine}: {says}: {list}");
        }
        assert!(list.contains("2 late applications are undecided"), "{engine}");
        let late = lead.get(&s("applications?state=late")).await.body;
        assert!(late.contains("/B02\"") && late.contains("/B03\"") && !late.contains("/B01\""), "{engine}: {late}");
        assert!(!lead.get(&s("applications?state=not-eligible")).await.body.contains("/B0"), "{engine}");
        let to_do = lead.get(&s("")).await.body;
        assert!(
            to_do.contains("2 late applications need an eligibility decision")
                && to_do.contains("One application needs an eligibility decision"),
            "{engine}: {to_do}"
        );
        // The others are decided at once: the late ones stay open.
        let marked = lead.post(&s("eligibility"), &[]).await;
        let page = lead.get(marked.location()).await.body;
        assert!(page.contains("One application is now eligible") && page.contains("Undo"), "{engine}: {page}");
        assert!(page.contains("Late, undecided (2)"), "{engine}");
        // It can be undone, once.
        let batch = page.split("name=\"batch\" value=\"").nth(1).and_then(|t| t.split('"').next()).expect("a key");
        let undone = lead.post(&s("eligibility/undo"), &[("batch", batch)]).await;
        assert!(lead.get(undone.location()).await.body.contains("Undone for one application"), "{engine}");
        assert!(lead.get(&s("applications")).await.body.contains("Undecided (1)"), "{engine}");
        // Decisions to the rest go past them, and say so.
        let page = lead.get(&s("decisions")).await.body;
        assert!(
            page.contains("One person is waiting for a decision")
                && page.contains("3 applications are undecided")
                && page.contains("3 people get no email now"),
            "{engine}: {page}"
        );
        lead.post(&s("decisions"), &LETTER).await;
        let sent = co_lead.post(&s("decisions/sending"), &[]).await;
        assert!(co_lead.get(sent.location()).await.body.contains("One email is waiting in the outbox."), "{engine}");
        let refused = told(&house.mails().await, "not this time");
        assert_eq!(refused.keys().collect::<Vec<_>>(), ["B04"], "{engine}");
        // What selection leaves out says why.
        lead.post(&s("selection/goals"), &[("seats", "4"), ("eligible", "yes")]).await;
        let out = lead.get(&s("selection")).await.body;
        assert!(
            out.contains("late, eligibility undecided")
                && out.contains("eligibility undecided")
                && !out.contains("</strong> not eligible"),
            "{engine}: {out}"
        );
        // Decided late, one each way: only now they are told, each once.
        lead.post(&s("applications/B02/eligibility"), &[("eligible", "no"), ("reason", "too late")]).await;
        lead.post(&s("eligibility"), &[("state", "late")]).await;
        assert!(lead.get(&s("applications?state=eligible")).await.body.contains("/B03\""), "{engine}");
        lead.post(&s("decisions"), &LETTER).await;
        co_lead.post(&s("decisions/sending"), &[]).await;
        let refused = told(&house.mails().await, "not this time");
        assert_eq!(refused, [("B02", 1), ("B03", 1), ("B04", 1)].map(|(k, n)| (k.to_owned(), n)).into(), "{engine}");
        // Told, so no longer undone.
        lead.post(&s("applications/B02/eligibility/undo"), &[]).await;
        assert!(lead.get(&s("applications?state=not-eligible")).await.body.contains("/B02\""), "{engine}");
    }
}

#[tokio::test]
async fn what_changes_while_emails_wait_is_not_sent_and_listed_again() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    let co_lead = house.someone("Desmond", Some(Role::CoLead), Strength::TwoFactors).await;
    house.import(&format!("{HEAD}{}{}", row(1, "", "yes"), row(2, "", "yes"))).await;
    lead.post(&s("decisions"), &LETTER).await;
    lead.post(&s("applications/B01/eligibility"), &[("eligible", "no"), ("reason", "not a fit")]).await;
    let ready = lead.get(&s("decisions")).await.body;
    assert!(ready.contains("One person&#39;s status has changed") && ready.contains("One email is ready"), "{ready}");
    let sent = co_lead.post(&s("decisions/sending"), &[]).await;
    let page = lead.get(sent.location()).await.body;
    assert!(page.contains("One email is waiting in the outbox.") && page.contains("One person got no email"), "{page}");
    assert!(page.contains("One person is waiting for a decision"), "{page}");
    assert_eq!(told(&house.mails().await, "not this time").len(), 1);
}

#[tokio::test]
async fn one_person_alone_sends_after_an_hour_in_which_it_can_be_stopped() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house.import(&format!("{HEAD}{}", row(1, "", "yes"))).await;
        lead.post(&s("decisions"), &LETTER).await;
        // Not at once.
        lead.post(&s("decisions/sending"), &[]).await;
        assert!(told(&house.mails().await, "not this time").is_empty(), "{engine}");
        assert!(lead.get(&s("decisions")).await.body.contains("Send email in one hour"), "{engine}");
        let advance = async |minutes: i64| {
            house.kernel.clock.advance(minutes * 60);
            decisions::send_due(&house.kernel).await.expect("looks")
        };
        lead.post(&s("decisions/alone"), &[]).await;
        assert!(lead.get(&s("decisions")).await.body.contains("These emails go out on"), "{engine}");
        assert_eq!(advance(59).await, 0, "{engine}");
        lead.post(&s("decisions/stop"), &[]).await;
        assert_eq!(advance(30).await, 0, "{engine}: it was stopped");
        lead.post(&s("decisions/alone"), &[]).await;
        assert_eq!(advance(59).await, 0, "{engine}: the hour begins anew");
        assert_eq!(advance(2).await, 1, "{engine}");
        assert_eq!(advance(60).await, 0, "{engine}: once");
        assert_eq!(told(&house.mails().await, "not this time").len(), 1, "{engine}");
        let lead = house.as_person(lead.id.as_ref().expect("someone"), Strength::TwoFactors).await;
        let page = lead.get(&s("decisions")).await.body;
        assert!(page.contains("because nobody else on the team could"), "{engine}: the record says so: {page}");
        assert!(lead.get(&s("")).await.body.contains("sent decisions alone"), "{engine}");
        // With somebody else there, nobody sends alone.
        house.import(&format!("{HEAD}{}", row(2, "", "yes"))).await;
        lead.post(&s("decisions"), &LETTER).await;
        house.someone("Desmond", Some(Role::CoLead), Strength::TwoFactors).await;
        lead.post(&s("decisions/alone"), &[]).await;
        assert_eq!(advance(61).await, 0, "{engine}");
        assert_eq!(told(&house.mails().await, "not this time").len(), 1, "{engine}");
    }
}

#[tokio::test]
async fn whoever_is_invited_after_a_refusal_is_not_erased_by_its_clock() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let co_lead = house.someone("Desmond", Some(Role::CoLead), Strength::TwoFactors).await;
        house.import(&pool()).await;
        read_pool(&house).await;
        lead.post(&s("decisions"), &LETTER).await;
        co_lead.post(&s("decisions/sending"), &[]).await;
        // Four of the refused are invited after all: a lead locks them in, or nobody would be. One of them takes the
        // seat, the others let the time pass.
        lead.post(&s("selection/goals-file"), &[("toml", common::GOALS)]).await;
        let run = lead.post(&s("selection/proposal"), &[]).await.location().to_owned();
        let confirm = [("days", "14"), ("while_open", "yes")];
        lead.post(&format!("{run}/confirmation"), &confirm).await;
        assert!(house.mails().await.iter().all(|m| !m.contains("/invitation/")), "{engine}");
        let record = lead.get(&format!("{run}/transcript.json")).await.body;
        let record: serde_json::Value = serde_json::from_str(&record).expect("JSON");
        for id in record["cohort"].as_array().expect("ids").iter().filter_map(serde_json::Value::as_str) {
            let mark = [("mark", "locked"), ("reason", "A seat came free.")];
            assert_eq!(lead.post(&format!("{run}/people/{id}"), &mark).await.status, StatusCode::SEE_OTHER, "{id}");
        }
        lead.post(&format!("{run}/confirmation"), &confirm).await;
        let mails = house.mails().await;
        let offer = mails.iter().find(|m| m.contains("/invitation/")).expect("an invitation");
        house.visitor().post(common::link(offer, "/invitation/"), &[("answer", "accept")]).await;
        let refused: Vec<&String> = mails.iter().filter(|m| m.contains("/application-choice/")).collect();
        assert_eq!(refused.len(), 12, "{engine}");
        house.kernel.clock.set(Time::parse(common::START).expect("a moment").plus_days(366));
        assert_eq!(decisions::sweep(&house.kernel).await.expect("sweeps"), 8, "{engine}: those who were never invited");
        let mut held = refused.iter().filter(|m| {
            let to = |m: &str| m.lines().find_map(|l| l.strip_prefix("To: ").map(str::to_owned));
            to(m) == to(offer)
        });
        let page = house.visitor().get(common::link(held.next_back().expect("one"), "/application-choice/")).await.body;
        assert!(page.contains("invited you since we emailed you"), "{engine}: {page}");
    }
}

/// A season in which things happen by chance, and what is known of it.
struct World<'h> {
    house: &'h House,
    lead: Actor<'h>,
    other: Actor<'h>,
    fill: FillPool,
    choose: Choose,
    decide: Decide,
    rng: Rng,
    made: usize,
    trail: Vec<String>,
}

impl World<'_> {
    fn below(&self, n: usize) -> usize {
        self.rng.below(n.max(1) as u64) as usize
    }

    async fn standings(&self) -> BTreeMap<String, Standing> {
        let mut conn = self.house.kernel.db.read().await.expect("reads");
        let all = standings::standings(&mut conn, &self.decide, self.house.kernel.now()).await.expect("reads");
        let n = all.len();
        let out: BTreeMap<String, Standing> =
            all.into_iter().map(|a| (a.external_id, Standing::parse(&a.reason).expect("a standing"))).collect();
        assert_eq!(out.len(), n, "nobody stands there twice: {:?}", self.trail);
        out
    }

    async fn sign_in(&mut self) {
        let id = |a: &Actor<'_>| a.id.clone().expect("someone");
        self.lead = self.house.as_person(&id(&self.lead), Strength::TwoFactors).await;
        self.other = self.house.as_person(&id(&self.other), Strength::TwoFactors).await;
    }

    async fn any(&self, of: &[Standing]) -> Option<String> {
        let all: Vec<String> =
            self.standings().await.into_iter().filter(|(_, k)| of.contains(k)).map(|(id, _)| id).collect();
        (!all.is_empty()).then(|| all[self.below(all.len())].clone())
    }

    async fn id_of(&self, external_id: &str) -> Id {
        let mut conn = self.house.kernel.db.read().await.expect("reads");
        let sql = sql!("SELECT id FROM application WHERE external_id = $1");
        conn.one::<(Id,)>(sql, args![external_id]).await.expect("there").0
    }

    async fn invite(&mut self) {
        use Standing::{Alternate, AlternateTold, InStage, Seats};
        let Some(id) = self.any(&[Seats, Alternate, AlternateTold, InStage]).await else { return };
        let kernel = &self.house.kernel;
        let mut conn = kernel.db.read().await.expect("reads");
        let candidates = weft_admission::applications::candidates(&mut conn, &self.house.season).await.expect("reads");
        let season = programs::season_by_slug(&mut conn, common::SEASON).await.expect("reads").expect("there");
        drop(conn);
        let goals = Goals { seats: 4, ..Goals::default() };
        let transcript = Transcript::of_hand(goals.input(&candidates, false), &[id], "by hand");
        let run = selection::keep(kernel, &self.choose, None, &transcript).await.expect("keeps");
        let confirming = selection::Confirming { season: &season, run: &run, transcript: &transcript, days: 5 };
        selection::confirm(kernel, &self.choose, None, confirming).await.expect("confirms");
    }

    async fn answer(&mut self) {
        let kernel = &self.house.kernel;
        let mut conn = kernel.db.read().await.expect("reads");
        let open: Vec<(String,)> =
            conn.all(sql!("SELECT token_hash FROM invitation ORDER BY id"), args![]).await.expect("reads");
        if open.is_empty() {
            return;
        }
        let hash = &open[self.below(open.len())].0;
        let offer = invitations::offered(&mut conn, hash, None).await.expect("reads").expect("there");
        drop(conn);
        let answer = if self.below(2) == 0 { Answer::Accepted } else { Answer::Declined };
        selection::answer(kernel, &offer, selection::Reply { answer, note: None, shown: &[] }).await.expect("answers");
    }

    /// Sends what was prepared; nobody gets what does not fit where they stand.
    async fn send(&mut self) {
        let before = self.standings().await;
        let mails = self.house.mails().await;
        self.other.post(&s("decisions/sending"), &[]).await;
        let after = self.house.mails().await;
        for (words, fits) in [
            ("not this time", &[Standing::Seats, Standing::NotMovedOn, Standing::NotEligible, Standing::Late][..]),
            ("you are an alternate", &[Standing::Alternate][..]),
        ] {
            let (old, new) = (told(&mails, words), told(&after, words));
            for (id, n) in &new {
                assert_eq!(*n, 1, "{id} gets “{words}” once: {:?}", self.trail);
                if !old.contains_key(id) {
                    assert!(
                        fits.contains(&before[id]),
                        "{id} is {:?} and gets “{words}”: {:?}",
                        before[id],
                        self.trail
                    );
                }
            }
        }
    }

    async fn next_stage(&self) -> i64 {
        let mut conn = self.house.kernel.db.read().await.expect("reads");
        conn.one::<(i64,)>(sql!("SELECT MAX(stage) FROM season"), args![]).await.expect("there").0 + 1
    }

    /// Whoever can goes on to a stage.
    async fn go_on(&mut self) {
        let stage = [("title_en", "Next"), ("title_es", "Otra"), ("kind", "conversation")];
        self.lead.post(&s("stages"), &stage).await;
        for state in ["undecided", "late"] {
            self.lead.post(&s("eligibility"), &[("state", state)]).await;
        }
        let (all, next) = (self.standings().await, self.next_stage().await);
        let half: Vec<(&str, &str)> = all.keys().step_by(2).map(|id| ("id", id.as_str())).collect();
        self.lead.post(&s(&format!("stages/{next}")), &half).await;
        self.lead.post(&s(&format!("stages/{next}/invitations")), &[]).await;
        self.trail.push(format!("go on to {next}"));
    }

    async fn act(&mut self) {
        let what = self.below(17);
        let note = match what {
            0 | 1 => {
                self.made += 1;
                let late = if what == 1 { "A late bus" } else { "" };
                self.house.import(&format!("{HEAD}{}", row(self.made, late, ""))).await;
                format!("apply B{:02} {late}", self.made)
            }
            2 | 3 => {
                let Some(id) = self.any(&Standing::ALL).await else { return };
                let eligible = if self.below(3) > 0 { "yes" } else { "no" };
                let fields = [("eligible", eligible), ("reason", "as agreed")];
                self.lead.post(&s(&format!("applications/{id}/eligibility")), &fields).await;
                format!("decide {id} {eligible}")
            }
            4 => {
                let state = if self.below(2) == 0 { "undecided" } else { "late" };
                self.lead.post(&s("eligibility"), &[("state", state)]).await;
                format!("decide all {state}")
            }
            5 => {
                let Some(id) = self.any(&Standing::ALL).await else { return };
                self.lead.post(&s(&format!("applications/{id}/eligibility/undo")), &[]).await;
                format!("undo {id}")
            }
            6 => {
                use Standing::{Alternate, Declined, LateUndecided, Seats, Undecided};
                let Some(id) = self.any(&[Seats, Undecided, LateUndecided, Alternate, Declined]).await else {
                    return;
                };
                let application = self.id_of(&id).await;
                let mut tx = self.house.kernel.db.begin().await.expect("begins");
                applications::withdraw(&self.house.kernel, &mut tx, &self.fill, &application, None)
                    .await
                    .expect("withdraws");
                tx.commit().await.expect("commits");
                format!("withdraw {id}")
            }
            7 => {
                self.invite().await;
                "invite".into()
            }
            8 => {
                self.answer().await;
                "answer".into()
            }
            9 => {
                self.house.kernel.clock.advance(6 * 86_400);
                self.sign_in().await;
                "lapse".into()
            }
            10 => {
                self.lead.post(&s("decisions"), &LETTER).await;
                "prepare".into()
            }
            11 => {
                self.send().await;
                "send".into()
            }
            12 | 13 => {
                let stage = [("title_en", "Next"), ("title_es", "Otra"), ("kind", "conversation")];
                self.lead.post(&s("stages"), &stage).await;
                "plan a stage".into()
            }
            14 | 15 => {
                let (all, next) = (self.standings().await, self.next_stage().await);
                let ids: Vec<&String> = all.keys().filter(|_| self.below(3) == 0).collect();
                let fields: Vec<(&str, &str)> = ids.iter().map(|id| ("id", id.as_str())).collect();
                self.lead.post(&s(&format!("stages/{next}")), &fields).await;
                if self.below(2) == 0 {
                    self.lead.post(&s(&format!("stages/{next}/invitations")), &[]).await;
                }
                format!("choose {ids:?} for {next}")
            }
            _ => {
                let list = self.any(&[Standing::Seats]).await.unwrap_or_default();
                let fields = [("rule", "list"), ("over", "0"), ("list", list.as_str())];
                self.lead.post(&s("invitations/rule"), &fields).await;
                format!("alternates {list}")
            }
        };
        self.trail.push(note);
    }

    /// Each application is in exactly one list that staff see, and every count adds up.
    async fn check(&self) {
        let all = self.standings().await;
        if all.is_empty() {
            return;
        }
        let mut seen: BTreeMap<&String, Vec<&str>> = all.keys().map(|id| (id, Vec::new())).collect();
        for state in State::ALL {
            let page = self.lead.get(&s(&format!("applications?state={state}"))).await.body;
            let listed: BTreeSet<&String> =
                all.keys().filter(|id| page.contains(&format!("/applications/{id}\""))).collect();
            let count = format!("({})</option>", listed.len());
            let option = page.split(&format!("<option value=\"{state}\"")).nth(1).unwrap_or_default();
            assert!(option.split("<option").next().unwrap_or_default().contains(&count), "{state}: {:?}", self.trail);
            for id in listed {
                seen.entry(id).or_default().push(state.name());
            }
        }
        for (id, lists) in seen {
            assert_eq!(lists.len(), 1, "{id} is in {lists:?}: {:?}", self.trail);
        }
        let page = self.lead.get(&s("decisions")).await.body;
        let open = all.values().filter(|k| matches!(k, Standing::Undecided | Standing::LateUndecided)).count();
        let says = match open {
            0 => None,
            1 => Some("One application is undecided".to_owned()),
            n => Some(format!("{n} applications are undecided")),
        };
        assert!(says.is_none_or(|text| page.contains(&text)), "{open} undecided: {:?}", self.trail);
    }
}

#[tokio::test]
async fn whoever_applied_is_in_exactly_one_list_and_gets_exactly_one_kind_of_answer() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        for seed in 1..=3 {
            let lead = house.someone(&format!("Lead{engine}{seed}"), Some(Role::Lead), Strength::TwoFactors).await;
            let other = house.someone(&format!("Other{engine}{seed}"), Some(Role::CoLead), Strength::TwoFactors).await;
            let terminal = Terminal::open();
            let mut world = World {
                lead,
                other,
                fill: FillPool::at_the_terminal(&terminal, &house.season),
                choose: Choose::at_the_terminal(&terminal, &house.season),
                decide: Decide::at_the_terminal(&terminal, &house.season),
                rng: Rng::fixed(seed),
                made: (seed as usize - 1) * 12,
                trail: vec![format!("{engine}, {seed}")],
                house: &house,
            };
            for step in 0..40 {
                if seed == 2 && step == 20 {
                    world.go_on().await;
                    world.check().await;
                }
                if world.made >= seed as usize * 12 && world.below(13) < 2 {
                    continue;
                }
                world.act().await;
                world.check().await;
            }
            // At last everything is decided, and everyone has one kind of answer.
            for no in (2..=5).rev() {
                world.lead.post(&s(&format!("stages/{no}/removal")), &[]).await;
            }
            world.lead.post(&s("invitations/rule"), &[("rule", "next"), ("over", "0")]).await;
            for state in ["undecided", "late"] {
                world.lead.post(&s("eligibility"), &[("state", state)]).await;
            }
            // Nobody in the last stage is refused before someone is chosen, or its reviews are closed.
            world.invite().await;
            house.kernel.clock.advance(6 * 86_400);
            world.sign_in().await;
            world.lead.post(&s("decisions/cancellation"), &[]).await;
            world.lead.post(&s("decisions"), &LETTER).await;
            world.send().await;
            let refused = told(&house.mails().await, "not this time");
            for (id, standing) in world.standings().await {
                use Standing::{Answered, Declined, Duplicate, Seated, Withdrawn};
                assert!(
                    matches!(standing, Answered | Declined | Duplicate | Seated | Withdrawn),
                    "{id} is {standing} in the end: {:?}",
                    world.trail
                );
                if standing == Answered {
                    assert_eq!(refused.get(&id), Some(&1), "{id}: {:?}", world.trail);
                }
            }
            assert!(seed < 3 || world.next_stage().await > 2, "{engine}: stages were gone through");
        }
    }
}

#[tokio::test]
async fn a_question_that_is_no_state_marks_nothing() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    house.import(&format!("{HEAD}{}", row(1, "", ""))).await;
    let answer = lead.post(&s("eligibility"), &[("state", "withdrawn")]).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(lead.get(&s("applications")).await.body.contains("Undecided (1)"));
}
