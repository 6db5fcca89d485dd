//! Words are planted wherever something is kept of an applicant. They find all of them in the file of their own data,
//! but for what is the team's own judgment, and after their erasure no column of any table has one.

use crate::common;

use std::io::Read as _;

use common::{House, pool};
use weft_admission::applications::erasure;
use weft_admission::applications::rules::Erase;
use weft_kernel::db::Sql;
use weft_kernel::ids::Id;
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::{args, mail, sql};
use weft_people::Strength;
use weft_programs::Role;

pub fn literal(text: String) -> Sql {
    Sql::from_literal(Box::leak(text.into_boxed_str()))
}

/// What is planted: application $1, season $2, the applicant's address $3, someone of the team $4.
const PLANTED: &[&str] = &[
    "INSERT INTO draft (id, season_id, language, email, email_norm, revision, started_at, saved_at, proved_at) \
        VALUES ('unsent', $2, 'en', $3, $3, 1, 1, 1, 1)",
    "INSERT INTO draft_answer (draft_id, question, value, revision) VALUES ('unsent', 'q', 'PLANTED-unsent', 1)",
    "INSERT INTO draft (id, season_id, language, email, email_norm, revision, started_at, saved_at, submitted_at, \
        application_id, proved_at, late_reason) VALUES ('sent', $2, 'en', $3, $3, 1, 1, 1, 1, $1, 1, 'PLANTED-l')",
    "INSERT INTO draft_answer (draft_id, question, value, revision) VALUES ('sent', 'q', 'PLANTED-sent', 1)",
    "INSERT INTO draft (id, season_id, language, revision, started_at, saved_at, changes_of) \
        VALUES ('changes', $2, 'en', 1, 1, 1, 'sent')",
    "INSERT INTO draft_answer (draft_id, question, value, revision) VALUES ('changes', 'q', 'PLANTED-changed', 1)",
    "INSERT INTO upload (id, season_id, draft_id, application_id, question, label, media, bytes, received, transcript, \
        state, made_at) VALUES ('u1', $2, 'sent', $1, 'q', 'A file', 'audio/wav', 1, 1, \
        'PLANTED-heard', 'receiving', 1)",
    "INSERT INTO upload (id, season_id, draft_id, question, label, media, bytes, received, transcript, state, made_at) \
        VALUES ('u2', $2, 'unsent', 'q', 'A file', 'audio/wav', 1, 1, 'PLANTED-unheard', 'receiving', 1)",
    "INSERT INTO invitation (id, season_id, application_id, token_hash, seat_from, created_at, expires_at, mailed_to) \
        VALUES ('inv', $2, $1, 'inv', 'first offer', 1, 2, $3)",
    "INSERT INTO invitation_answer (invitation_id, answer, note, at) VALUES ('inv', 'declined', 'PLANTED-note', 1)",
    "INSERT INTO priority (id, application_id, priority, reason, at) VALUES ('pr', $1, 'first', 'PLANTED-first', 1)",
    "INSERT INTO eligibility (id, application_id, is_eligible, reason, at) VALUES ('el', $1, 1, 'PLANTED-fits', 1)",
    "INSERT INTO decision_round (id, season_id, letter, staged_by, staged_at) VALUES ('r', $2, '{}', $4, 1)",
    "INSERT INTO decision (round_id, application_id, reason) VALUES ('r', $1, 'PLANTED-decided')",
    "INSERT INTO alternate_notice (application_id, round_id, at) VALUES ($1, 'r', 1)",
    "INSERT INTO alternate (season_id, place, application_id) VALUES ($2, 3, $1)",
    "INSERT INTO application_choice (application_id, token_hash, made_at) VALUES ($1, 'choice', 1)",
    "INSERT INTO outcome (id, application_id, outcome, reason, at) VALUES ('o', $1, 'not-chosen', 'PLANTED-why', 1)",
    "INSERT INTO selection_mark (season_id, application_id, mark, reason, at) VALUES ($2, $1, 'aside', 'PLANTED-m', 1)",
    "INSERT INTO application_event (id, application_id, at, kind, reason) \
        VALUES ('ev', $1, 1, 'late-accepted', 'PLANTED-event')",
    "INSERT INTO application_note (id, application_id, by_id, text, at) VALUES ('n', $1, $4, 'PLANTED-team', 1)",
    "INSERT INTO application_tag (application_id, tag, batch, at) VALUES ($1, 'PLANTED-tag', 'b', 1)",
    "INSERT INTO application_version (application_id, version, at, answers) VALUES ($1, 1, 1, '[\"PLANTED-old\"]')",
    "INSERT INTO read_note (id, season_id, application_id, by_id, text, at) VALUES ('rn', $2, $1, $4, 'PLANTED-r', 1)",
    "INSERT INTO acknowledgement (id, application_id, email, token_hash, asked_at, signer_name) \
        VALUES ('ack', $1, 'PLANTED-boss@example.org', 'ack', 1, 'PLANTED-signer')",
    "INSERT INTO recommendation (id, season_id, draft_id, application_id, asker, name, email, norm, relation, \
        language, is_shown, named_at, answers, revision) VALUES ('rec', $2, 'sent', $1, 'PLANTED-asker', \
        'PLANTED-named', 'planted-rec@example.org', 'planted-rec@example.org', 'boss', 'en', 1, 1, \
        '[\"PLANTED-praise\"]', 1)",
    "INSERT INTO theme_coding (application_id, question, codes, by_id, at) \
        VALUES ($1, 'q', '[\"PLANTED-code\"]', $4, 1)",
    "INSERT INTO extension (id, season_id, email, norm, until, reason, given_at) \
        VALUES ('x', $2, $3, $3, 9, 'PLANTED-storm', 1)",
    "INSERT INTO staff_invitation (id, mailed_to, name, season_id, role, token_hash, created_at, expires_at) \
        VALUES ('si', $3, 'PLANTED-coach', $2, 'coach', 'si', 1, 9)",
    "INSERT INTO interest (id, program_id, email, email_norm, name, scope, source, language, at, confirmed_at) \
        SELECT 'i', program_id, $3, $3, 'PLANTED-curious', 'program', 'page', 'en', 1, 1 FROM season WHERE id = $2",
    "INSERT INTO registration (id, season_id, person_id, state, at, confirmed_at) VALUES ('reg', $2, $4, 'held', 1, 1)",
    "INSERT INTO place_offer (token_hash, registration_id, given_name, family_name, mailed_to, language, at) \
        VALUES ('po', 'reg', 'PLANTED-given', 'PLANTED-family', $3, 'en', 1)",
    "INSERT INTO import_file (id, season_id, name, headers, mapping, row_count, created_at) \
        VALUES ('f', $2, 'f.csv', '[]', '[]', 1, 1)",
    "INSERT INTO import_row (import_id, line, cells) SELECT 'f', 1, '[\"PLANTED-row\",\"' || $3 || '\"]'",
    "INSERT INTO commitment (id, season_id, person_id, what, cue, support, seen_by, state, rhythm, made_at, \
        changed_at) SELECT 'com', season_id, person_id, 'PLANTED-what', 'PLANTED-cue', 'PLANTED-support', 'me', \
        'open', 'none', 1, 1 FROM application WHERE id = $1",
    "INSERT INTO commitment_check (id, commitment_id, at, state, learning, was_state) \
        VALUES ('ck', 'com', 1, 'open', 'PLANTED-learned', 'open')",
    "INSERT INTO commitment_witness (commitment_id, person_id, state, missed, asked_at) \
        VALUES ('com', $4, 'yes', 'PLANTED-missed', 1)",
    "INSERT INTO team_plan (id, season_id, version, settings, result, created_at) \
        SELECT 'tp', season_id, 900, '{}', '{}', 1 FROM application WHERE id = $1",
    "INSERT INTO home_team (id, season_id, plan_id, position, name) \
        SELECT 'ht', season_id, 'tp', 0, 'Cedar' FROM application WHERE id = $1",
    "INSERT INTO poll (id, season_id, team_id, maker_id, title, minutes, place, zone, made_at) \
        SELECT 'p1', season_id, 'ht', person_id, 'PLANTED-open', 60, 'PLANTED-room', 'UTC', 1 \
        FROM application WHERE id = $1",
    "INSERT INTO poll (id, season_id, team_id, maker_id, title, minutes, place, zone, made_at) \
        SELECT 'p2', season_id, 'ht', person_id, 'PLANTED-met', 60, 'PLANTED-house', 'UTC', 1 \
        FROM application WHERE id = $1",
    "INSERT INTO poll_option (id, poll_id, starts_local, starts_at) VALUES ('po1', 'p1', '2025-03-18T16:00', 1)",
    "INSERT INTO poll_option (id, poll_id, starts_local, starts_at) VALUES ('po2', 'p2', '2025-03-18T16:00', 1)",
    "INSERT INTO poll_answer (option_id, person_id, answer, at) \
        SELECT 'po1', person_id, 'yes', 1 FROM application WHERE id = $1",
    "INSERT INTO poll_answer (option_id, person_id, answer, at) VALUES ('po1', $4, 'no', 1)",
    "INSERT INTO team_meeting (poll_id, option_id, sequence, by_id, at) \
        SELECT 'p2', 'po2', 1, person_id, 1 FROM application WHERE id = $1",
    "INSERT INTO commitment_key (token_hash, commitment_id, made_at) VALUES ('ck', 'com', 1)",
    "INSERT INTO busy_calendar (person_id, id, address, host, ending, zone, set_at, tried_at, read_at, whole_at, \
        tries, entries, unread, next_at) SELECT person_id, 'bc', 'PLANTED-sealed', 'PLANTED-host', '.ics', \
        'America/New_York', 1, 1, 1, 1, 0, 0, 0, 1 FROM application WHERE id = $1",
    "INSERT INTO busy_time (person_id, starts_at, ends_at) SELECT person_id, 1, 2 FROM application WHERE id = $1",
    "UPDATE contact_point SET proved_at = 1 WHERE norm = $3",
    "UPDATE person SET bio = 'PLANTED-bio', pronunciation = 'PLANTED-said', pronouns = 'PLANTED-pronoun' \
        WHERE id = (SELECT person_id FROM application WHERE id = $1)",
];

/// The team's own, which a person does not read in their file; and what a file holds besides: sound is in it as sound.
const NOT_THEIRS: &[&str] = &[
    "PLANTED-l",
    "PLANTED-first",
    "PLANTED-decided",
    "PLANTED-m",
    "PLANTED-team",
    "PLANTED-tag",
    "PLANTED-r",
    "PLANTED-code",
    "PLANTED-heard",
    "PLANTED-unheard",
    "PLANTED-row",
    "PLANTED-asker",
    "PLANTED-sealed",
];

/// One of [`PLANTED`] with all four arguments in it, each of a type, as both engines ask for.
fn planted(text: &str) -> String {
    let used = "'' NOT IN ($1, $2, $3, $4)";
    let text = match text.split_once(" VALUES (") {
        Some((head, values)) => format!("{head} SELECT {} WHERE {used}", values.strip_suffix(')').expect("ends")),
        None if text.contains(" WHERE ") => format!("{text} AND {used}"),
        None => format!("{text} WHERE {used}"),
    };
    (1..=4).fold(text, |t, n| t.replace(&format!("${n}"), &format!("CAST(${n} AS TEXT)")))
}

/// Every column of text there is, by table.
pub async fn columns(house: &House) -> Vec<(String, String)> {
    let sql = sql!(
        "SELECT m.name, c.name
        FROM sqlite_master m
        JOIN pragma_table_info(m.name) c ON 1 = 1
        WHERE m.type = 'table' AND c.type = 'TEXT'
        ORDER BY m.name, c.name"
    );
    house.kernel.db.read().await.expect("reads").all(sql, args![]).await.expect("columns")
}

#[tokio::test]
async fn planted_words_are_in_ones_own_file_and_nowhere_after_an_erasure() {
    let everywhere = columns(&House::new(None).await).await;
    assert!(everywhere.len() > 300, "{}", everywhere.len());
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        house.import(&pool()).await;
        let team = house.someone("Ayo", Some(Role::Facilitator), Strength::TwoFactors).await;
        let mut tx = house.kernel.db.begin().await.expect("begins");
        let (person, application): (Id, Id) = tx
            .one(sql!("SELECT person_id, id FROM application WHERE external_id = 'A05'"), args![])
            .await
            .expect("there");
        for text in PLANTED {
            let typed = planted(text);
            tx.run(literal(typed.clone()), args![&application, &house.season, "person5@example.org", team.id.as_ref()])
                .await
                .unwrap_or_else(|e| panic!("{engine}: {typed}: {e}"));
        }
        let subject = "PLANTED-subject".to_owned();
        let paragraphs = vec!["PLANTED-text".to_owned()];
        let letter = mail::Letter { lang: "en", subject, paragraphs, button: None }.to("person5@example.org");
        let new = outbox::New {
            key: "planted:1",
            lane: Lane::Personal(None),
            listed: Listed::ToOwners,
            season: None,
            mail: &letter,
        };
        outbox::enqueue(&house.kernel, &mut tx, new).await.expect("enqueues");
        tx.commit().await.expect("commits");

        let she = house.as_person(&person, Strength::Link).await;
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(she.get("/me/data.zip").await.bytes)).expect("a zip");
        let mut data = String::new();
        zip.by_name("data.json").expect("the data").read_to_string(&mut data).expect("text");
        let words = PLANTED.iter().flat_map(|t| t.split("PLANTED-").skip(1)).map(|rest| {
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
            format!("PLANTED-{}", &rest[..end])
        });
        for word in words.filter(|w| !NOT_THEIRS.contains(&w.as_str())) {
            assert!(data.contains(&word), "{engine}: {word} is missing: {data}");
        }
        for word in NOT_THEIRS.iter().filter(|w| !matches!(**w, "PLANTED-l" | "PLANTED-m" | "PLANTED-r")) {
            assert!(!data.contains(word), "{engine}: {word}");
        }

        let mut tx = house.kernel.db.begin().await.expect("begins");
        erasure::erase(&house.kernel, &mut tx, &Erase::asked_for(&application)).await.expect("erases");
        tx.commit().await.expect("commits");
        let mut left = Vec::new();
        let mut conn = house.kernel.db.read().await.expect("reads");
        let hers = ["planted", "person5@", "because 5", "given5", "family5", "org 5", "secret-race-5", "secret-need-5"];
        for (table, column) in &everywhere {
            for word in hers {
                let count = format!("SELECT COUNT(*) FROM {table} WHERE LOWER({column}) LIKE $1");
                let (n,): (i64,) = conn.one(literal(count), args![format!("%{word}%")]).await.expect("counts");
                if n > 0 {
                    left.push(format!("{table}.{column}: {word}"));
                }
            }
        }
        // What is called off is swept with its file, and what was offered by another stays theirs.
        assert_eq!(left, Vec::<String>::new(), "{engine}");
    }
}
