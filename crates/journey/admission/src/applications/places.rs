//! States of the United States by their names and postal abbreviations, and the region a program counts them in.

use weft_kernel::plain::norm;

const STATES: [(&str, &str); 57] = [
    ("AL", "Alabama"),
    ("AK", "Alaska"),
    ("AZ", "Arizona"),
    ("AR", "Arkansas"),
    ("CA", "California"),
    ("CO", "Colorado"),
    ("CT", "Connecticut"),
    ("DE", "Delaware"),
    ("DC", "District of Columbia"),
    ("FL", "Florida"),
    ("GA", "Georgia"),
    ("HI", "Hawaii"),
    ("ID", "Idaho"),
    ("IL", "Illinois"),
    ("IN", "Indiana"),
    ("IA", "Iowa"),
    ("KS", "Kansas"),
    ("KY", "Kentucky"),
    ("LA", "Louisiana"),
    ("ME", "Maine"),
    ("MD", "Maryland"),
    ("MA", "Massachusetts"),
    ("MI", "Michigan"),
    ("MN", "Minnesota"),
    ("MS", "Mississippi"),
    ("MO", "Missouri"),
    ("MT", "Montana"),
    ("NE", "Nebraska"),
    ("NV", "Nevada"),
    ("NH", "New Hampshire"),
    ("NJ", "New Jersey"),
    ("NM", "New Mexico"),
    ("NY", "New York"),
    ("NC", "North Carolina"),
    ("ND", "North Dakota"),
    ("OH", "Ohio"),
    ("OK", "Oklahoma"),
    ("OR", "Oregon"),
    ("PA", "Pennsylvania"),
    ("RI", "Rhode Island"),
    ("SC", "South Carolina"),
    ("SD", "South Dakota"),
    ("TN", "Tennessee"),
    ("TX", "Texas"),
    ("UT", "Utah"),
    ("VT", "Vermont"),
    ("VA", "Virginia"),
    ("WA", "Washington"),
    ("WV", "West Virginia"),
    ("WI", "Wisconsin"),
    ("WY", "Wyoming"),
    ("AS", "American Samoa"),
    ("GU", "Guam"),
    ("MP", "Northern Mariana Islands"),
    ("PR", "Puerto Rico"),
    ("VI", "Virgin Islands"),
    ("VI", "U.S. Virgin Islands"),
];

/// Postal abbreviations of all states and territories, in order.
pub fn all() -> Vec<String> {
    let mut all: Vec<String> = STATES.iter().map(|(short, _)| (*short).to_owned()).collect();
    all.sort();
    all.dedup();
    all
}

/// What two spellings of one state have in common: its postal abbreviation, or the text itself.
fn key(text: &str) -> String {
    let plain = norm(text);
    let known = STATES.iter().find(|(short, name)| norm(name) == plain || norm(short) == plain);
    known.map_or(plain, |(short, _)| (*short).to_owned())
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
