//! From the call to the cohort: the form and the public call, applications, recommendations, reading, selection, the
//! composer, decisions and the report on the pool.

pub mod applications;
pub mod call;
pub mod composer;
pub mod decisions;
pub mod group_emails;
pub mod interest;
pub mod recommendations;
pub mod report;
pub mod reviews;
pub mod selection;
pub mod stages;
