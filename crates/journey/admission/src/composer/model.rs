//! Compositions and their steps.

use weft_kernel::clock::Time;
use weft_kernel::db::Json;
use weft_kernel::ids::Id;
use weft_kernel::row;

row! {
    /// A composition as it stands: its present step, the cohort there as a JSON array of application ids, and the run
    /// which that cohort came from, when it came from one.
    pub struct Composition {
        id: Id,
        number: i64,
        name: String,
        step: i64,
        parent: Option<i64>,
        cohort: Json<Vec<String>>,
        run_id: Option<Id>,
        created_at: Time,
        actor: Option<String>,
    }
}
row! { pub struct Step { step: i64, verb: String, about: String, by_id: Option<Id>, actor: Option<String>, at: Time } }

impl Composition {
    pub fn cohort(&self) -> Vec<String> {
        self.cohort.0.clone()
    }
}

/// What a hand does to a composition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Move {
    Seat(String),
    Free(String),
    Swap {
        out: String,
        into: String,
    },
    /// Frees every seat that nobody has to keep.
    Clear,
    Undo,
    Redo,
}

/// Why a move was not made, as a key of the reader's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    Full,
    NotInPool,
    SitsAlready,
    SitsNot,
    Stays,
    NothingToUndo,
    /// Someone else has moved since this page was made: undoing would undo hers.
    OthersMoved,
    /// Someone must sit by now who does not sit here.
    Behind,
}

impl Refused {
    pub fn key(self) -> &'static str {
        match self {
            Self::Full => "move-full",
            Self::NotInPool => "move-not-in-pool",
            Self::SitsAlready => "move-sits",
            Self::SitsNot => "move-sits-not",
            Self::Stays => "move-stays",
            Self::NothingToUndo => "move-nothing",
            Self::OthersMoved => "move-others",
            Self::Behind => "move-behind",
        }
    }
}
