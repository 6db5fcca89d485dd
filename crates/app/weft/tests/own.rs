//! What a person can have and read of herself, and that what was erased stays erased.

use crate::common;

use std::io::Read as _;

use common::{Actor, House, pool, read_pool, s};
use weft_admission::applications::erasure::{self, Erased};
use weft_admission::applications::rules::Erase;
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};
use weft_people::Strength;

async fn person_of(house: &House, number: &str) -> (Id, Id) {
    let mut conn = house.kernel.db.read().await.expect("reads");
    conn.one(sql!("SELECT person_id, id FROM application WHERE external_id = $1"), args![number]).await.expect("there")
}

/// What a person takes along, as text.
pub async fn data_of(she: &Actor<'_>) -> String {
    let bytes = she.get("/me/data.zip").await.bytes;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a zip");
    let mut text = String::new();
    archive.by_name("data.json").expect("the data").read_to_string(&mut text).expect("text");
    text
}

#[tokio::test]
async fn everything_kept_of_a_person_is_hers_as_one_file_and_nothing_of_others() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house.import(&pool()).await;
        read_pool(&house).await;
        lead.get(&s("applications/A05")).await;
        let (person, _) = person_of(&house, "A05").await;
        let she = house.as_person(&person, Strength::Link).await;
        let text = data_of(&she).await;
        let json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(json["format"], "weft-own-data-1");
        assert_eq!(json["applications"][0]["number"], "A05");
        for hers in ["Because 5", "person5@example.org", "SECRET-RACE-5", "SECRET-NEED-5", "Org 5", "2024-"] {
            assert!(text.contains(hers), "{hers} is missing: {text}");
        }
        for other in ["Because 4", "person4@", "token_hash", "\"norm\"", "score", "reviewer", "RV1"] {
            assert!(!text.contains(other), "{other} is in it: {text}");
        }
        // It is on record, and she reads who did what.
        let history = she.get("/me/history").await.body;
        assert!(history.contains("You downloaded your data"), "{history}");
        assert_eq!(house.visitor().get("/me/data.zip").await.status.as_u16(), 404);
    }
}

#[tokio::test]
async fn what_was_erased_is_erased_again_from_a_database_that_does_not_know_it() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        house.import(&pool()).await;
        let (_, application) = person_of(&house, "A05").await;
        let mut conn = house.kernel.db.read().await.expect("reads");
        let (answers,): (String,) =
            conn.one(sql!("SELECT answers FROM application WHERE id = $1"), args![&application]).await.expect("there");
        drop(conn);
        let mut tx = house.kernel.db.begin().await.expect("begins");
        assert!(
            erasure::erase(&house.kernel, &mut tx, &Erase::asked_for(&application))
                .await
                .is_ok_and(|e| e == Erased::Now)
        );
        tx.commit().await.expect("commits");
        assert_eq!(erasure::again(&house.kernel).await.ok(), Some(0), "nothing came back");
        // The database of yesterday: the words are there, and no erasure.
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(sql!("UPDATE application SET answers = $2 WHERE id = $1"), args![&application, &answers])
            .await
            .expect("puts back");
        tx.run(sql!("DELETE FROM erasure"), args![]).await.expect("forgets");
        tx.commit().await.expect("commits");
        assert_eq!(erasure::again(&house.kernel).await.ok(), Some(1));
        let mut conn = house.kernel.db.read().await.expect("reads");
        let (left,): (String,) =
            conn.one(sql!("SELECT answers FROM application WHERE id = $1"), args![&application]).await.expect("there");
        assert!(!left.contains("Because"), "{left}");
        drop(conn);
        assert_eq!(erasure::again(&house.kernel).await.ok(), Some(0), "once");
        let ledger = std::fs::read_to_string(house.kernel.config.data.join(erasure::LEDGER)).expect("the ledger");
        assert!(
            !ledger.contains("Given") && !ledger.contains('@') && ledger.lines().count() == 2,
            "ids and times alone: {ledger}"
        );
    }
}

#[tokio::test]
async fn whoever_is_erased_is_in_no_file_invitation_or_extension_that_waits() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        house.import(&pool()).await;
        let (person, application) = person_of(&house, "A05").await;
        let mut tx = house.kernel.db.begin().await.expect("begins");
        let (address,): (String,) = tx
            .one(sql!("SELECT norm FROM contact_point WHERE person_id = $1 AND kind = 'email'"), args![&person])
            .await
            .expect("an address");
        // A letter of it is a wildcard to a search, and so are two of the other's.
        let other = address.replace('@', "_@");
        let like = address.replacen('a', "_", 1);
        tx.run(
            sql!(
                "INSERT INTO import_file (id, season_id, name, headers, mapping, row_count, created_at)
                VALUES ('f', $1, 'f.csv', '[]', '[]', 3, $2)"
            ),
            args![&house.season, house.kernel.now()],
        )
        .await
        .expect("a file");
        for (line, of) in [address.to_uppercase(), other.clone(), like.clone()].iter().enumerate() {
            tx.run(
                sql!("INSERT INTO import_row (import_id, line, cells) VALUES ('f', $1, $2)"),
                args![line, format!("[\"W9\",\"{of}\"]")],
            )
            .await
            .expect("a row");
        }
        for of in [&address, &other] {
            tx.run(
                sql!(
                    "INSERT INTO extension (id, season_id, email, norm, until, reason, given_at)
                    VALUES ($1, $2, $1, $1, 9, '', 1)"
                ),
                args![of, &house.season],
            )
            .await
            .expect("an extension");
            tx.run(
                sql!(
                    "INSERT INTO staff_invitation (
                        id, mailed_to, name, season_id, role, token_hash, created_at, expires_at
                    )
                    VALUES ($1, $2, 'Some One', $3, 'coach', $1, 1, 9)"
                ),
                args![of, of.replacen('g', "G", 1), &house.season],
            )
            .await
            .expect("an invitation");
        }
        tx.commit().await.expect("commits");
        let text = data_of(&house.as_person(&person, Strength::Link).await).await;
        let data: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert!(
            data["extensions"][0]["until"].is_string() && data["staff_invitations"][0]["role"] == "coach",
            "{data}"
        );
        let mut tx = house.kernel.db.begin().await.expect("begins");
        erasure::erase(&house.kernel, &mut tx, &Erase::asked_for(&application)).await.expect("erases");
        tx.commit().await.expect("commits");
        let mut conn = house.kernel.db.read().await.expect("reads");
        let rows: Vec<(String,)> =
            conn.all(sql!("SELECT cells FROM import_row ORDER BY line"), args![]).await.expect("rows");
        assert_eq!(rows.len(), 2, "{engine}: {rows:?}");
        assert!(rows[0].0.contains(&other) && rows[1].0.contains(&like), "{engine}: {rows:?}");
        for left in [sql!("SELECT id FROM extension"), sql!("SELECT id FROM staff_invitation")] {
            let ids: Vec<(String,)> = conn.all(left, args![]).await.expect("left");
            assert_eq!(ids, [(other.clone(),)], "{engine}");
        }
        drop(conn);
        // And a file that nobody imports is forgotten after two weeks.
        for (days, left) in [(13, 1), (2, 0)] {
            house.kernel.clock.set(house.kernel.now().plus_days(days));
            weft_admission::applications::acts::forget_unfinished(&house.kernel).await.expect("forgets");
            let mut conn = house.kernel.db.read().await.expect("reads");
            let (files,): (i64,) = conn.one(sql!("SELECT COUNT(*) FROM import_file"), args![]).await.expect("counts");
            assert_eq!(files, left, "{engine}, after {days} days");
        }
    }
}
