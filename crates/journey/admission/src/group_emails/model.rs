//! A letter to a group, and who is in a group.

use weft_kernel::clock::Time;
use weft_kernel::i18n::Words;
use weft_kernel::ids::Id;
use weft_kernel::row;

/// Groups that can be written to.
pub const GROUPS: [&str; 7] = ["drafts", "applicants", "waiting", "members", "readers", "staff", "interested"];

row! {
    pub struct Letter {
        id: Id,
        group_name: String,
        subject_en: String,
        subject_es: String,
        text_en: String,
        text_es: String,
        maker: Option<String>,
        made_at: Time,
        sender: Option<String>,
        sent_at: Option<Time>,
        sent_to: Option<i64>,
        /// How many applications were chosen for it; 0 where it goes to its group.
        chosen: i64,
    }
}

impl Letter {
    pub fn subject(&self) -> Words {
        Words { en: self.subject_en.clone(), es: self.subject_es.clone() }
    }

    pub fn text(&self) -> Words {
        Words { en: self.text_en.clone(), es: self.text_es.clone() }
    }
}

row! {
    /// How many are in each group now.
    pub struct Counts {
        drafts: i64,
        applicants: i64,
        waiting: i64,
        members: i64,
        readers: i64,
        staff: i64,
        interested: i64,
    }
}

impl Counts {
    pub fn of(&self, group: &str) -> i64 {
        match group {
            "drafts" => self.drafts,
            "applicants" => self.applicants,
            "waiting" => self.waiting,
            "members" => self.members,
            "readers" => self.readers,
            "staff" => self.staff,
            "interested" => self.interested,
            _ => 0,
        }
    }
}

row! {
    /// One who gets a letter. `name` is empty for a draft without an account.
    pub struct Addressee { key: String, name: String, email: String, language: String }
}
