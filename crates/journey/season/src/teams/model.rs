//! What a team plan is.

use serde::{Deserialize, Serialize};
use weft_assign::teams::Teams;

use weft_kernel::clock::Time;
use weft_kernel::db::Json;
use weft_kernel::ids::Id;
use weft_kernel::row;

/// Fields members can be alike on, in the order they are offered.
pub const FIELDS: [&str; 7] =
    ["region", "issue_areas", "role_level", "body_type", "setting", "health_focus", "language"];

/// What was asked of a plan. Members are named by application id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wishes {
    pub size: usize,
    pub alike: Vec<String>,
    pub not_alone: Vec<String>,
    pub apart: Vec<(String, String)>,
    pub together: Vec<(String, String)>,
}

row! {
    pub struct Plan {
        id: Id,
        version: i64,
        settings: Json<Wishes>,
        result: Json<Teams>,
        created_at: Time,
        accepted_at: Option<Time>,
    }
}
row! {
    pub struct MyRow {
        season_slug: String,
        team_name: Option<String>,
        position: Option<i64>,
        member: Option<String>,
    }
}

/// A person's team on her start page.
pub struct MyTeam {
    pub name: Option<String>,
    /// From 1; which thread of the weave is hers.
    pub position: i64,
    pub season_slug: String,
    pub members: Vec<String>,
}

/// Names teams begin with; a program may give its own.
pub const NAMES: [&str; 8] = ["Cedar", "Clay", "Fern", "Lantern", "River", "Stone", "Willow", "Ember"];
