//! The region that a program counts a state in.

use weft_kernel::plain::norm;
use weft_programs::states;

/// Postal abbreviations of all states and territories, in order.
pub use weft_programs::states::all;

/// What two spellings of one state have in common: its postal abbreviation, or the text itself.
fn key(text: &str) -> String {
    states::short(text).map_or_else(|| norm(text), str::to_owned)
}

/// The states that a program counts in regions: region and state.
#[derive(Clone, Debug, Default)]
pub struct Regions(Vec<(String, String, String)>);

impl Regions {
    pub fn new(pairs: Vec<(String, String)>) -> Self {
        Self(pairs.into_iter().map(|(region, state)| (key(&state), region, state)).collect())
    }

    /// The region of a state, and the state as the program writes it.
    pub fn of(&self, state: &str) -> Option<(&str, &str)> {
        let key = key(state);
        self.0.iter().find(|(k, ..)| *k == key).map(|(_, region, state)| (region.as_str(), state.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_is_found_by_name_and_abbreviation() {
        let pair = |r: &str, s: &str| (r.to_owned(), s.to_owned());
        let regions = Regions::new(vec![pair("South", "KY"), pair("Islands", "Puerto Rico")]);
        for text in ["KY", "ky", "Kentucky", " kentucky "] {
            assert_eq!(regions.of(text), Some(("South", "KY")), "{text}");
        }
        assert_eq!(regions.of("PR"), Some(("Islands", "Puerto Rico")));
        assert_eq!(regions.of("Ohio"), None);
        assert_eq!(regions.of(""), None);
        assert_eq!(all().len(), 56, "fifty states, DC, and five territories");
    }
}
