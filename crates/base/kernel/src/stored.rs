//! Values that are stored as JSON. One that cannot be read is an error that names its record: it is never taken for an
//! empty one, which the next save would write over it.

use std::fmt::Display;

use serde::de::DeserializeOwned;

/// A stored value that cannot be read. Says which, and nothing of what is in it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{what} {id} cannot be read ({why})")]
pub struct Unreadable {
    what: &'static str,
    id: String,
    why: String,
}

/// Reads what is stored as `what` of the record `id`.
pub fn read<T: DeserializeOwned>(what: &'static str, id: impl Display, text: &str) -> Result<T, Unreadable> {
    serde_json::from_str(text).map_err(|e| Unreadable {
        what,
        id: id.to_string(),
        why: format!("{:?} error at line {}, column {}", e.classify(), e.line(), e.column()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_is_named_and_not_shown() {
        let why = read::<Vec<String>>("the answers of application", "W25-0001", "[1,\"SECRET\"]").expect_err("refused");
        assert!(why.to_string().contains("the answers of application W25-0001 cannot be read"), "{why}");
        assert!(!why.to_string().contains("SECRET"));
        assert_eq!(read("a list", 1, "[\"a\"]"), Ok(vec!["a".to_owned()]));
    }
}
