//! The SQL of coaching: terms and agreements, coaches, pairs, sessions and their counts.

mod coaches;
mod feedback;
mod groups;
mod notes;
mod pairs;
mod sessions;
mod talks;
mod terms;
mod wishes;

pub use coaches::*;
pub use feedback::*;
pub use groups::*;
pub use notes::*;
pub use pairs::*;
pub use sessions::*;
pub use talks::*;
pub use terms::*;
pub use wishes::*;
