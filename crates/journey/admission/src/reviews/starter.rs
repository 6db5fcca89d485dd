//! The rubric a new reading begins with.

use serde::Deserialize;

use super::model::Criterion;

#[derive(Deserialize)]
struct File {
    criterion: Vec<Criterion>,
}

pub fn rubric() -> Vec<Criterion> {
    toml::from_str::<File>(include_str!("starter.toml")).expect("our own file is whole; a test reads it").criterion
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_rubric_to_begin_with_is_whole() {
        let rubric = super::rubric();
        assert!(
            rubric.len() >= 3
                && rubric.iter().all(|c| !c.title.en.is_empty()
                    && !c.title.es.is_empty()
                    && !c.anchors[0].es.is_empty()
                    && !c.anchors[4].en.is_empty()
                    && c.weight > 0)
        );
    }
}
