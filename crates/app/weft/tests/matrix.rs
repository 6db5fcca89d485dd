//! Every route as every role, compared with `tests/matrix.txt`. A route without a row fails; what is
//! refused answers exactly like what does not exist. `WEFT_BLESS=1` writes the file anew for reading in a diff.

use crate::common;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use common::{Actor, House, SEASON, pool, reads};
use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;
use weft_programs::store as programs;

const ROLES: [Role; 12] = [
    Role::Owner,
    Role::Lead,
    Role::CoLead,
    Role::Facilitator,
    Role::Coach,
    Role::Reviewer,
    Role::Evaluator,
    Role::Advisor,
    Role::Funder,
    Role::Participant,
    Role::Applicant,
    Role::Registrant,
];

/// The key in a letter to someone who was not chosen.
const CHOICE: &str = "a-choice";

struct World {
    house: House,
    run: String,
    import: String,
}

async fn world() -> World {
    let house = House::new(None).await;
    house.import(&pool()).await;
    let table = weft_media::table::read(reads().as_bytes()).expect("readable");
    let permit = weft_admission::applications::rules::FillPool::at_the_terminal(&Terminal::open(), &house.season);
    weft_admission::applications::acts::import_reviews(&house.kernel, &permit, &table, &house.options())
        .await
        .expect("imports");
    let cohort = weft_media::table::read(b"application_id\nA00\nA01\nA02\nA03\n").expect("readable");
    weft_admission::applications::acts::import_cohort(&house.kernel, &permit, &cohort, None, &house.options())
        .await
        .expect("imports");
    let (run, import) = {
        let lead = house.someone("Setter", Some(Role::Lead), Strength::TwoFactors).await;
        let path = |p: &str| format!("/s/{SEASON}/{p}");
        lead.post(&path("selection/goals"), &[("seats", "4"), ("eligible", "yes")]).await;
        let run = lead.post(&path("selection/proposal"), &[]).await.location().to_owned();
        lead.post(&path("pool-report/themes"), &[("question", "why_apply"), ("book", "reasons")]).await;
        lead.post(&path("composer"), &[("name", "First try")]).await;
        lead.post(&path("teams/proposal"), &[("size", "2"), ("alike-1", "region")]).await;
        lead.post(&path("call"), &[]).await;
        lead.post(&path("call/dates"), &[("opens_on", "2025-01-01"), ("closes_on", "2025-12-31")]).await;
        lead.post(&path("call/publication"), &[]).await;
        let import = lead.upload(&path("import"), "applications", &pool()).await.location().to_owned();
        let id = |p: &str| p.rsplit('/').next().unwrap_or_default().to_owned();
        (id(&run), id(&import))
    };
    World { house, run, import }
}

impl World {
    async fn insert(&self, sql: weft_kernel::db::Sql, args: Vec<weft_kernel::db::Value>) {
        let mut tx = self.house.kernel.db.begin().await.expect("begins");
        tx.run(sql, args).await.expect("inserts");
        tx.commit().await.expect("commits");
    }

    /// A gathering that is announced, or a draft where that is asked for: its number, its sitting, a block and a
    /// report.
    async fn gathering(&self, path: &str) -> [String; 4] {
        use weft_season::gatherings::model::{Draft, Slot};
        let kernel = &self.house.kernel;
        let starts_at = kernel.now().plus_seconds(600);
        let starts = starts_at.timestamp().to_zoned(jiff::tz::TimeZone::UTC).datetime();
        let slot = Slot {
            id: None,
            part: 1,
            starts,
            zone: "UTC".into(),
            starts_at,
            minutes: 60,
            place: String::new(),
            join_url: "https://meet.example.org/1".into(),
            capacity: None,
        };
        // Alone, a time is everyone's; beside another it is chosen.
        let slots =
            if path.ends_with("/arrival") || path.ends_with("/way-in") { vec![slot] } else { vec![slot.clone(), slot] };
        let draft = Draft {
            kind: "session".into(),
            format: "online".into(),
            title: weft_kernel::i18n::Words { en: "S".into(), es: "S".into() },
            slots,
            ..Draft::default()
        };
        let permit =
            weft_season::gatherings::rules::PlanGatherings::at_the_terminal(&Terminal::open(), &self.house.season);
        let season = weft_programs::store::season_by_slug(&mut kernel.db.read().await.expect("reads"), SEASON)
            .await
            .expect("reads")
            .expect("there");
        let number = weft_season::gatherings::acts::make(kernel, &permit, None, &season, &draft).await.expect("makes");
        let is_draft = path.ends_with("{number}/removal") || path.ends_with("/publication");
        if !is_draft {
            self.insert(sql!("UPDATE gathering SET published_at = 1 WHERE number = $1"), args![number]).await;
        }
        if path.contains("/travel") || path.contains("/logistics") {
            self.insert(sql!("UPDATE gathering SET format = 'in-person' WHERE number = $1"), args![number]).await;
        }
        let (gathering, sitting): (Id, Id) = kernel
            .db
            .read()
            .await
            .expect("reads")
            .one(
                sql!(
                    "SELECT g.id, MIN(s.id)
                    FROM gathering g
                    JOIN sitting s ON s.gathering_id = g.id
                    WHERE g.number = $1
                    GROUP BY g.id"
                ),
                args![number],
            )
            .await
            .expect("there");
        let (block, report) = (kernel.id(), kernel.id());
        self.insert(
            sql!(
                "INSERT INTO segment (
                    id, gathering_id, part, position, kind, title_en, title_es, minutes, owner, materials, cue
                )
                VALUES ($1, $2, 1, 0, 'content', 'A', 'A', 60, '', '', '')"
            ),
            args![&block, &gathering],
        )
        .await;
        if path.ends_with("/groups.csv") {
            self.insert(
                sql!(
                    "INSERT INTO room_round (id, sitting_id, n, mode, repeats, made_at)
                    VALUES ($1, $2, 1, 'fresh', 0, 1)"
                ),
                args![&report, &sitting],
            )
            .await;
        }
        if path.contains("/reports/") {
            self.insert(
                sql!("INSERT INTO meeting_report (id, sitting_id, rows, made_at) VALUES ($1, $2, '[]', 1)"),
                args![&report, &sitting],
            )
            .await;
        }
        [number.to_string(), sitting.to_string(), block.to_string(), report.to_string()]
    }

    /// A worksheet that everyone may read; a draft where that is asked for.
    async fn card(&self, path: &str) -> String {
        let is_draft = path.ends_with("/publication") || path.ends_with("/removal");
        let values = args![self.house.kernel.id(), &self.house.season, (!is_draft).then_some(1_i64)];
        self.insert(
            sql!(
                "INSERT INTO card (
                    id, program_id, number, kind, title_en, title_es, text_en, text_es, posture, eyes, care_en,
                        care_es, support_en, support_es, prompts_en, prompts_es, list, origin, source_url, licence,
                        permission, stays_inside, recording_url, transcript, made_at, changed_at, published_at
                )
                SELECT CAST($1 AS TEXT), s.program_id, 1 + (SELECT COUNT(*) FROM card), 'worksheet', 'W', 'W', 'T',
                    'T', '', '', '', '', '', '', 'Q', 'Q', '', 'Us', '', 'own', '', 0, '', '', 1, 1,
                    CAST($3 AS BIGINT)
                FROM season s
                WHERE s.id = $2"
            ),
            values,
        )
        .await;
        let (number,): (i64,) = self
            .house
            .kernel
            .db
            .read()
            .await
            .expect("reads")
            .one(sql!("SELECT MAX(number) FROM card"), args![])
            .await
            .expect("there");
        number.to_string()
    }

    /// A path with something real in every place, made anew where the route uses it up.
    async fn fill(&self, path: &str) -> String {
        let id: Id = self.house.kernel.id();
        // Registration is for programs without a chosen cohort.
        let kind =
            if path.starts_with("/s/{season}/registration") || path.starts_with("/events/") { "lab" } else { "cohort" };
        self.insert(sql!("UPDATE program SET kind = $1"), args![kind]).await;
        let known = match path {
            p if p.starts_with("/s/{season}/imports/{id}") => self.import.clone(),
            p if p.starts_with("/s/{season}/selection/runs/{id}") => self.run.clone(),
            "/s/{season}/roles/{id}/end" => {
                let dummy = self.house.someone(&format!("Dummy{id}"), None, Strength::Link).await;
                let mut tx = self.house.kernel.db.begin().await.expect("begins");
                let person = dummy.id.clone().expect("a person");
                programs::grant_role(&self.house.kernel, &mut tx, &person, &self.house.season, Role::Support)
                    .await
                    .expect("grants");
                let (role,): (Id,) =
                    tx.one(sql!("SELECT id FROM role WHERE person_id = $1"), args![&person]).await.expect("there");
                tx.commit().await.expect("commits");
                role.to_string()
            }
            "/s/{season}/staff-invitations/{id}/revoke" => {
                let values = args![&id, &self.house.season, id.as_str()];
                self.insert(
                    sql!(
                        "INSERT INTO staff_invitation (
                            id, mailed_to, name, season_id, role, token_hash, created_at, expires_at
                        )
                        VALUES ($1, 'x@example.org', 'X', $2, 'coach', $3, 0, 9000000000000000)"
                    ),
                    values,
                )
                .await;
                id.to_string()
            }
            // A member's photo that she has not agreed to show outside.
            "/photos/{id}" => {
                let member: (Id,) = self
                    .house
                    .kernel
                    .db
                    .read()
                    .await
                    .expect("reads")
                    .one(sql!("SELECT person_id FROM member LIMIT 1"), args![])
                    .await
                    .expect("a member");
                self.insert(sql!("UPDATE photo SET removed_at = 1"), args![]).await;
                weft_people::photo::put(&self.house.kernel, &member.0, b"picture".to_vec()).await.expect("puts");
                let photo = weft_people::photo::of(&mut self.house.kernel.db.read().await.expect("reads"), &member.0)
                    .await
                    .expect("reads");
                photo.expect("there").to_string()
            }
            // A look that nobody sees yet.
            p if p.starts_with("/looks/{id}") => {
                self.insert(sql!("DELETE FROM look"), args![]).await;
                self.house.kernel.files.put(&format!("logos/{id}-light"), b"PNG".to_vec()).await.expect("puts");
                let values = args![&id, &self.house.season];
                self.insert(
                    sql!(
                        "INSERT INTO look (id, program_id, state, logo_id, width, height, plate, color, postal, at)
                        SELECT CAST($1 AS TEXT), s.program_id, 'draft', CAST($1 AS TEXT), 9, 9, 'light', '#1d6a4c',
                            '', 1
                        FROM season s
                        WHERE s.id = $2"
                    ),
                    values,
                )
                .await;
                id.to_string()
            }
            p if p.starts_with("/s/{season}/group-emails/{id}") => {
                let values = args![&id, &self.house.season];
                self.insert(
                    sql!(
                        "INSERT INTO letter (
                            id, season_id, group_name, subject_en, subject_es, text_en, text_es, made_at
                        )
                        VALUES ($1, $2, 'members', 'S', 'S', 'T', 'T', 1)"
                    ),
                    values,
                )
                .await;
                id.to_string()
            }
            p if p.starts_with("/s/{season}/call/files/") => {
                self.house.kernel.files.put(&format!("answers/{id}"), b"RIFF".to_vec()).await.expect("puts");
                let values = args![&id, &self.house.season, r#"{"en":"Q"}"#];
                self.insert(
                    sql!(
                        "INSERT INTO upload (
                            id, season_id, draft_id, application_id, question, label, media, bytes, received, state,
                                made_at
                        )
                        SELECT CAST($1 AS TEXT), CAST($2 AS TEXT), 'd', id, 'q', CAST($3 AS TEXT), 'audio/wav', 4, 4,
                            'ready', 1
                        FROM application
                        WHERE external_id = 'A01'"
                    ),
                    values,
                )
                .await;
                id.to_string()
            }
            p if p.starts_with("/s/{season}/listings/{id}") => {
                let values = args![&id, &self.house.season];
                self.insert(
                    sql!(
                        "INSERT INTO listing (
                            id, program_id, kind, title_en, title_es, text_en, text_es, audience_en, audience_es,
                                host, place, url, starts_on, has_no_deadline, zone, price_en, price_es, recorded,
                                made_at, changed_at
                        )
                        SELECT CAST($1 AS TEXT), s.program_id, 'event', 'T', 'T', '', '', '', '', 'H', 'P',
                            'https://x.example.org', '2025-05-01', 1, 'UTC', 'Free', '', '', 1, 1
                        FROM season s
                        WHERE s.id = $2"
                    ),
                    values,
                )
                .await;
                id.to_string()
            }
            p if p.starts_with("/s/{season}/pulse/{id}") => {
                let values = args![&id, &self.house.season];
                self.insert(sql!("UPDATE pulse SET closes_at = 1"), args![]).await;
                self.insert(
                    sql!(
                        "INSERT INTO pulse (id, season_id, stressors, opened_at, closes_at)
                        VALUES ($1, $2, 'Money', 1, 9000000000000000)"
                    ),
                    values,
                )
                .await;
                id.to_string()
            }
            p if p.starts_with("/registrations/") || p.starts_with("/register/") || p.starts_with("/place-offers/") => {
                self.insert(sql!("UPDATE registration SET state = 'held', confirmed_at = 1"), args![]).await;
                self.insert(sql!("DELETE FROM place_offer"), args![]).await;
                let values = args![weft_kernel::secret::hash(CHOICE)];
                self.insert(
                    sql!(
                        "INSERT INTO place_offer (
                            token_hash, registration_id, given_name, family_name, mailed_to, language, at
                        )
                        VALUES ($1, 'r', 'N', 'N', 'n@example.org', 'en', 1)"
                    ),
                    values,
                )
                .await;
                id.to_string()
            }
            "/outbox/{id}/resend" | "/outbox/{id}/lift" => {
                self.insert(
                    sql!(
                        "INSERT INTO address_mark (norm, at, how, code)
                        VALUES ('x@example.org', 1, $1, '')
                        ON CONFLICT (norm) DO NOTHING"
                    ),
                    args!["hand"],
                )
                .await;
                let values = args![&id, id.as_str()];
                self.insert(
                    sql!(
                        "INSERT INTO outbox (
                            id, dedupe_key, recipient, norm, subject, payload, lane, is_private, waits_for_mark,
                                created_at, due_at, attempts, state
                        )
                        VALUES ($1, $2, 'x@example.org', 'x@example.org', 'S', '', 1, 0, 1, 0, 0, 9, 'dead')"
                    ),
                    values,
                )
                .await;
                id.to_string()
            }
            p if p.starts_with("/s/{season}/outbox/{id}") => {
                let values = args![&id, id.as_str(), &self.house.season];
                self.insert(
                    sql!(
                        "INSERT INTO outbox (
                            id, dedupe_key, recipient, norm, subject, payload, lane, is_private, season_id, held_at,
                                created_at, due_at, attempts, state
                        )
                        VALUES ($1, $2, 'x@example.org', 'x@example.org', 'S', '', 2, 0, $3, 1, 0, 0, 0, 'waiting')"
                    ),
                    values,
                )
                .await;
                id.to_string()
            }
            "/s/{season}/invitations/{external_id}/cancellation" => {
                let sql = sql!(
                    "INSERT INTO invitation (
                        id, season_id, application_id, token_hash, seat_from, created_at, expires_at
                    )
                    SELECT $1, season_id, id, $1, 'first offer', 1, 9000000000000000
                    FROM application
                    WHERE external_id = 'A01'
                    ON CONFLICT (season_id, application_id) DO UPDATE SET canceled_at = NULL,
                        expires_at = excluded.expires_at"
                );
                self.insert(sql, args![&id]).await;
                id.to_string()
            }
            "/s/{season}/applications/{external_id}/duplicate" => {
                self.insert(
                    sql!("UPDATE application SET duplicate_of = NULL, resembles = 'A00' WHERE external_id = 'A01'"),
                    args![],
                )
                .await;
                id.to_string()
            }
            "/s/{season}/applications/{external_id}/merge" | "/s/{season}/applications/{external_id}/separation" => {
                self.insert(sql!("UPDATE application SET duplicate_of = 'A00' WHERE external_id = 'A01'"), args![])
                    .await;
                id.to_string()
            }
            // Somebody else's: refused to everyone.
            "/me/sign-ins/{id}/end" => {
                let other = self.house.someone(&format!("Other{id}"), None, Strength::Link).await;
                let row: (String,) = self
                    .house
                    .kernel
                    .db
                    .read()
                    .await
                    .expect("reads")
                    .one(sql!("SELECT id FROM sign_in WHERE person_id = $1"), args![other.id.as_ref()])
                    .await
                    .expect("there");
                row.0
            }
            _ => id.to_string(),
        };
        let meets = if path.contains("/gatherings/") || path.starts_with("/events/") {
            self.gathering(path).await
        } else {
            ["0"; 4].map(Into::into)
        };
        let path = path.replace("{sitting}", &meets[1]).replace("{block}", &meets[2]).replace("{report}", &meets[3]);
        let path = if path.contains("{card}") {
            path.replace("{card}", &self.card(&path).await).replace("{reflection}", id.as_str())
        } else {
            path
        };
        let path = path
            .replace("{season}", SEASON)
            .replace("{space}", id.as_str())
            .replace("{member}", id.as_str())
            .replace("{word}", id.as_str())
            .replace("{external_id}", "A01")
            .replace("{program}", "rooted")
            .replace("{id}", if path.contains("/questions/") { "why-apply" } else { &known });
        let path = path.replace("{question}", "in-your-voice").replace("{offset}", "0");
        // A codebook is one question's.
        let path = if path.ends_with("/themes/book") || path.ends_with("/themes/coding") {
            format!("{path}?question=why_apply")
        } else {
            path
        };
        let is_known = [
            "/application-choice",
            "/interest",
            "/acknowledgement",
            "/recommendation/",
            "/registrations",
            "/place-offers",
            "/daily-email",
        ]
        .iter()
        .any(|p| path.starts_with(p));
        path.replace("{token}", if is_known { CHOICE } else { "no-such-token" })
            .replace("{version}", if path.contains("/emails/") { "0" } else { "v" })
            .replace("{kind}", "seat")
            .replace("{part}", "1")
            .replace("{no}", "2")
            .replace("{place}", "1")
            .replace("{number}", if path.contains("/composer/") { "1" } else { &meets[0] })
            .replace("{*file}", "weft.css")
    }
}

/// A season that asks for recommendations, and someone who was asked for one.
async fn recommended(world: &World, token_hash: &str) {
    let question = r#"[{"id":"why-apply","kind":"short","label":{"en":"W"},"is_required":true}]"#;
    let plan = sql!(
        "INSERT INTO recommendation_plan (
            season_id, most, is_required, is_shown, due_on, due_at, intro, questions, changed_at
        )
        VALUES ($1, 2, 1, 0, '2099-01-01', 4070908800000000, '{}', $2, 1)"
    );
    world.insert(plan, args![&world.house.season, question]).await;
    let named = sql!(
        "INSERT INTO recommendation (
            id, season_id, draft_id, application_id, asker, name, email, norm, relation, language, is_shown, named_at,
                asked_at, revision
        )
        SELECT 'rec', season_id, 'd', id, 'A', 'R', 'r@example.org', 'r@example.org', 'W', 'en', 0, 1, 1, 0
        FROM application
        WHERE season_id = $1 AND external_id = 'A01'"
    );
    world.insert(named, args![&world.house.season]).await;
    let key = sql!("INSERT INTO recommendation_key (token_hash, recommendation_id, made_at) VALUES ($1, 'rec', 1)");
    world.insert(key, args![token_hash]).await;
}

async fn ask(world: &World, actor: &Actor<'_>, method: &str, path: &str) -> u16 {
    let answer = if path.contains("/attendance/") && path.ends_with("/report") {
        actor.upload(path, "file", "Name,Join Time,Leave Time\n").await
    } else if (path.ends_with("/import") || path.ends_with("/look")) && method == "POST" {
        actor.upload(path, "applications", "id,email\n").await
    } else if path.contains("/room/") && method == "POST" {
        actor.post(path, &[("seen", "0"), ("act", "begin"), ("n", "1")]).await
    } else if path.ends_with("/live") {
        // It never ends: what it begins with is enough.
        tokio::time::timeout(std::time::Duration::from_secs(5), actor.begin(path)).await.expect("begins")
    } else if method == "POST" {
        actor.post(path, &[]).await
    } else {
        actor.get(path).await
    };
    assert_ne!(answer.status.as_u16(), 500, "{method} {path}");
    let mut ids = BTreeSet::new();
    for id in answer.body.split(" id=\"").skip(1).filter_map(|p| p.split('"').next()) {
        assert!(ids.insert(id), "{method} {path}: the id {id} stands twice");
    }
    if answer.status == 404 && !path.starts_with("/me") {
        let missing = actor.get("/no/such/page").await;
        let bare = path.split('?').next().unwrap_or_default();
        let plain = |body: &str| {
            body.replace(&format!("value=\"{path}\""), "")
                .replace(&format!("value=\"{bare}\""), "")
                .replace("value=\"/no/such/page\"", "")
                .split("?next=")
                .map(
                    |part| {
                        if part.starts_with("%2F") { part.split_once('"').map_or("", |(_, rest)| rest) } else { part }
                    },
                )
                .collect::<String>()
                .replace("href=\"/sign-in\">", "href=\"/sign-in>")
        };
        assert_eq!(plain(&answer.body), plain(&missing.body), "{method} {path}: refused looks like missing");
    }
    let _ = world;
    answer.status.as_u16()
}

#[tokio::test]
async fn every_route_answers_every_role_as_the_matrix_says() {
    let world = world().await;
    let mut people: Vec<(String, Option<Id>)> = vec![("visitor".into(), None)];
    for role in ROLES {
        let person = world.house.someone(role.name(), Some(role), Strength::TwoFactors).await;
        people.push((role.name().into(), person.id.clone()));
    }
    world
        .insert(
            sql!(
                "INSERT INTO application_choice (application_id, token_hash, made_at)
                SELECT id, CAST($1 AS TEXT), 1
                FROM application
                WHERE external_id = 'A06'"
            ),
            args![weft_kernel::secret::hash(CHOICE)],
        )
        .await;
    let hash = weft_kernel::secret::hash(CHOICE);
    world
        .insert(
            sql!(
                "INSERT INTO digest_day (person_id, sent_on, at, key_hash)
                SELECT id, '2025-01-01', 1, $1
                FROM person
                ORDER BY id LIMIT 1"
            ),
            args![hash.clone()],
        )
        .await;
    world
        .insert(
            sql!(
                "INSERT INTO interest (id, program_id, email, email_norm, name, scope, source, language, at)
                SELECT 'i', program_id, 'i@example.org', 'i@example.org', '', '', '', 'en', 1
                FROM season
                WHERE id = $1"
            ),
            args![&world.house.season],
        )
        .await;
    world
        .insert(sql!("INSERT INTO interest_key (token_hash, interest_id, made_at) VALUES ($1, 'i', 1)"), args![&hash])
        .await;
    world
        .insert(
            sql!(
                "INSERT INTO acknowledgement (id, application_id, email, token_hash, asked_at)
                SELECT 'k', id, 'boss@example.org', CAST($1 AS TEXT), 1
                FROM application
                WHERE external_id = 'A06'"
            ),
            args![&hash],
        )
        .await;
    let season = &world.house.season;
    recommended(&world, &hash).await;
    world
        .insert(
            sql!(
                "INSERT INTO offer (
                    season_id, closes_on, closes_at, price_en, price_es, pay_url, audience_en, audience_es, opened_at
                )
                VALUES ($1, '2099-01-01', 4070908800000000, 'x', 'x', '', '', '', 1)"
            ),
            args![season],
        )
        .await;
    world
        .insert(
            sql!(
                "INSERT INTO registration (id, season_id, person_id, state, at, confirmed_at)
                SELECT 'r', CAST($1 AS TEXT), person_id, 'held', 1, 1
                FROM application
                WHERE external_id = 'A06'"
            ),
            args![season],
        )
        .await;
    world
        .insert(
            sql!(
                "INSERT INTO registration_key (token_hash, registration_id, made_at, mailed_to)
                VALUES ($1, 'r', 1, 'person6@example.org')"
            ),
            args![&hash],
        )
        .await;
    // A second stage, for which nobody is chosen yet; in the first one the reviewer talks with people.
    for (no, kind) in [(1, "conversation"), (2, "form")] {
        world
            .insert(
                sql!("INSERT INTO stage (season_id, no, kind, title) VALUES ($1, $2, $3, '{\"en\":\"x\"}')"),
                args![season, no, kind],
            )
            .await;
    }
    world
        .insert(
            sql!(
                "INSERT INTO conversation (assignment_id, starts_at, minutes, place, revision, told_at)
                VALUES ('read-1', 4070908800000000, 30, 'x', 0, 1)"
            ),
            args![],
        )
        .await;
    // The reviewer has one read on her list.
    let reviewer = people.iter().find(|(n, _)| n == "reviewer").and_then(|(_, id)| id.clone()).expect("a reviewer");
    world
        .insert(
            sql!(
                "INSERT INTO stage_reading (season_id, stage, reads_each, most_each, wide_gap, visible, opened_at)
                VALUES ($1, 1, 2, 9, 1.5, '[]', 1)"
            ),
            args![season],
        )
        .await;
    world
        .insert(
            sql!("INSERT INTO reader_ties (season_id, reader_id, ties, at) VALUES ($1, $2, '', 1)"),
            args![season, &reviewer],
        )
        .await;
    world
        .insert(
            sql!(
                "INSERT INTO stage_assignment (id, season_id, stage, application_id, reader_id, place, assigned_at)
                SELECT 'read-1', season_id, 1, id, CAST($2 AS TEXT), 1, 1
                FROM application
                WHERE season_id = $1 AND external_id = 'A05'"
            ),
            args![season, &reviewer],
        )
        .await;
    // The facilitator is the one named for access needs.
    let contact = people.iter().find(|(n, _)| n == "facilitator").and_then(|(_, id)| id.clone());
    world.insert(sql!("UPDATE season SET access_contact_id = $1"), args![contact]).await;
    // A lead of another season, who knows this one's addresses; and a lead who came by a link alone.
    let stranger = world.house.someone("Stranger", None, Strength::TwoFactors).await;
    people.push(("lead-elsewhere".into(), stranger.id.clone()));
    let weak = people.iter().find(|(n, _)| n == "program-lead").and_then(|(_, id)| id.clone());
    people.push(("lead-by-link".into(), weak));

    let mut out = String::from("# method and route, then the status for each of:\n# ");
    out.push_str(&people.iter().map(|(n, _)| n.as_str()).collect::<Vec<_>>().join(" "));
    out.push('\n');
    for route in weft::app::routes() {
        let _ = write!(out, "{:<4} {:<55}", route.method, route.path);
        for (name, id) in &people {
            let strength = if name == "lead-by-link" { Strength::Link } else { Strength::TwoFactors };
            let actor = match id {
                Some(id) => world.house.as_person(id, strength).await,
                None => world.house.visitor(),
            };
            let path = world.fill(route.path).await;
            let _ = write!(out, " {}", ask(&world, &actor, route.method, &path).await);
        }
        out.push('\n');
    }
    let file = common::sources::here().join("tests/matrix.txt");
    if std::env::var_os("WEFT_BLESS").is_some() {
        std::fs::write(&file, &out).expect("writes");
    }
    let kept = std::fs::read_to_string(file).expect("tests/matrix.txt");
    assert_eq!(out, kept, "if this change is meant, run with WEFT_BLESS=1 and read the diff");
}
