//! What a person can have and read of herself, and that what was erased stays erased.

use crate::common;

use std::io::Read as _;

use common::{House, pool, read_pool, s};
use weft_admission::applications::erasure::{self, Erased};
use weft_admission::applications::rules::Erase;
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};
use weft_people::Strength;

async fn person_of(house: &House, number: &str) -> (Id, Id) {
    let mut conn = house.kernel.db.read().await.expect("reads");
    conn.one(sql!("SELECT person_id, id FROM application WHERE external_id = $1"), args![number]).await.expect("there")
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
        let bytes = she.get("/me/data.zip").await.bytes;
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a zip");
        let mut text = String::new();
        archive.by_name("data.json").expect("the data").read_to_string(&mut text).expect("text");
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
        assert!(history.contains("You took your data"), "{history}");
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
