//! What readers judge by, and what is to be read by whom.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use weft_kernel::clock::Time;
use weft_kernel::db::Json;
use weft_kernel::i18n::Words;
use weft_kernel::ids::Id;
use weft_kernel::row;
use weft_web::{Error, Result};

/// Scores run from 1 to this.
pub const MOST: i64 = 5;

row! {
    pub struct CriterionRow {
        key: String,
        title: Json<Words>,
        guidance: Json<Words>,
        anchors: Json<[Words; MOST as usize]>,
        weight: i64,
        is_independent: bool,
    }
}

/// One thing that is judged, with what its scores mean.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    pub key: String,
    pub title: Words,
    pub guidance: Words,
    /// What 1 to 5 mean; an empty one lies between its neighbors.
    pub anchors: [Words; MOST as usize],
    /// How much it counts in the mean, 1 to 10.
    pub weight: i64,
    /// Shown, but not part of the mean.
    pub is_independent: bool,
}

impl From<CriterionRow> for Criterion {
    fn from(row: CriterionRow) -> Self {
        Self {
            key: row.key,
            title: row.title.0,
            guidance: row.guidance.0,
            anchors: row.anchors.0,
            weight: row.weight,
            is_independent: row.is_independent,
        }
    }
}

row! {
    pub struct Reading {
        reads_each: i64,
        most_each: i64,
        wide_gap: f64,
        visible: String,
        due_on: Option<String>,
        /// How many days before that day those with open reviews are reminded; 0 for never.
        remind_days: i64,
        opened_at: Option<Time>,
        closed_at: Option<Time>,
    }
}

impl Reading {
    pub fn is_open(&self) -> bool {
        self.opened_at.is_some() && self.closed_at.is_none()
    }

    /// The questions whose answers readers see, by their ids.
    pub fn visible(&self) -> Result<BTreeSet<String>> {
        visible(&self.visible)
    }
}

/// What readers see, as it is stored. A text that cannot be read is an error.
pub(super) fn visible(text: &str) -> Result<BTreeSet<String>> {
    serde_json::from_str(text).map_err(|e| Error::Internal(format!("what readers see cannot be read: {e}")))
}

row! {
    /// A read on someone's list: its number there, how far it is, and the mean they gave. Nothing of the application.
    pub struct OnList { place: i64, state: String, is_skipped: bool, letter: Option<String>, mean: Option<f64> }
}

row! {
    /// What a reader sees of an application: nothing that says who or where exactly. `answers` are all there are;
    /// `visible` and `form` say which of them are for readers.
    pub struct Blind {
        language: String,
        state: Option<String>,
        region: Option<String>,
        setting: Option<String>,
        scope: Option<String>,
        body_type: Option<String>,
        role_level: Option<String>,
        years_in_role: Option<f64>,
        years_in_field: Option<f64>,
        primary_issue_area: Option<String>,
        other_issue_areas: Option<String>,
        health_focus: Option<String>,
        answers: String,
        visible: Option<String>,
        form: Option<String>,
    }
}

row! {
    /// How far a reader is, for leads: counts, never scores.
    pub struct Progress {
        reader_id: Id,
        display_name: String,
        assigned: i64,
        finished: i64,
        begun: i64,
        last_at: Option<Time>,
        has_ties: bool,
        is_reader: bool,
    }
}

row! { pub struct Note { author: String, text: String, at: Time } }
row! { pub struct CalibrationLine { letter: String, external_id: String, readers: i64, finished: i64 } }
row! {
    /// One score of a calibration read.
    pub struct Compared { letter: String, reader: String, criterion: String, score: i64, comment: Option<String> }
}

row! { pub struct Whole { to_read: i64, complete: i64, short: i64, wide: i64 } }
