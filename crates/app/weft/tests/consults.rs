//! Consults: one person writes, another reads, on both engines.

use axum::http::StatusCode;
use weft_people::Strength;
use weft_programs::Role;

use crate::common::{House, engines, s};

#[tokio::test]
async fn what_one_writes_another_of_the_season_reads() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let noor = house.someone("Noor", Some(Role::Participant), Strength::Link).await;
        let lead = house.lead().await;
        let path = s("consults");
        let empty = noor.post(&path, &[("text", "")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        assert_eq!(noor.post(&path, &[("text", "Said <so>")]).await.location(), path, "{engine}");
        let page = lead.get(&path).await.body;
        assert!(page.contains("Said &#60;so&#62;") && page.contains("Noor"), "{engine}: {page}");
        assert_eq!(house.visitor().get(&path).await.status, StatusCode::NOT_FOUND, "{engine}");
    }
}
