//! States and territories of the United States by their names and postal abbreviations.

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

/// Postal abbreviations of all of them, in order.
pub fn all() -> Vec<String> {
    let mut all: Vec<String> = STATES.iter().map(|(short, _)| (*short).to_owned()).collect();
    all.sort();
    all.dedup();
    all
}

/// Each with its name, in the order of names.
pub fn named() -> Vec<(&'static str, &'static str)> {
    let mut all: Vec<_> = STATES.iter().filter(|(_, name)| *name != "Virgin Islands").copied().collect();
    all.sort_by_key(|(_, name)| *name);
    all
}

/// The postal abbreviation of a name or an abbreviation as people write it.
pub fn short(text: &str) -> Option<&'static str> {
    let plain = norm(text);
    STATES.iter().find(|(short, name)| norm(name) == plain || norm(short) == plain).map(|(short, _)| *short)
}

/// The name that goes with a postal abbreviation.
pub fn name(short: &str) -> Option<&'static str> {
    named().into_iter().find(|(s, _)| *s == short).map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_is_found_by_name_and_abbreviation() {
        for text in ["KY", "ky", "Kentucky", " kentucky "] {
            assert_eq!(short(text), Some("KY"), "{text}");
        }
        assert_eq!((short("Virgin Islands"), name("VI")), (Some("VI"), Some("U.S. Virgin Islands")));
        assert_eq!((short(""), short("Atlantis"), name("")), (None, None, None));
        assert_eq!((all().len(), named().len()), (56, 56), "fifty states, DC, and five territories");
    }
}
