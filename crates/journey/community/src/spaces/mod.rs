//! Spaces that people of a season make for themselves: their own members, their own words on what stays inside. No role
//! opens one.

pub mod acts;
mod emails;
mod pages;
mod part;
pub mod rules;
pub mod store;

pub use part::PART;
use weft_kernel::one_of;

one_of! {
    /// How someone stands with a space.
    pub enum MemberState in "space_member.state" {
        In = "in",
        Invited = "invited",
        Asking = "asking",
    }
}
