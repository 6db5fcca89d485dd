//! Finding someone like oneself: those who want to be found stand in a list that only they see. A word goes through the
//! house; addresses are exchanged when both have said yes.

pub mod acts;
mod pages;
mod part;
pub mod rules;
pub mod store;

pub use part::PART;
use weft_kernel::one_of;

one_of! {
    /// What someone says to a word that was passed on.
    pub enum Answer in "peer_word.answer" {
        Yes = "yes",
        No = "no",
        /// No, and nothing more from them.
        Never = "never",
    }
}
