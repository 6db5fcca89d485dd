//! Who may see and run a season. Permits are made here and nowhere else.

use super::model::{Role, Season};
use crate::kernel::ids::Id;

/// Leave to see a season's design and progress: counts, never people's answers.
pub struct SeeSeason(Id);

/// Leave to change a season, its people's roles and its lists.
pub struct RunSeason(Id);

/// Leave to change a program's public page, contacts and words.
pub struct EditProgram(Id);

impl EditProgram {
    pub fn program(&self) -> &Id {
        &self.0
    }
}

pub fn may_edit_program(program: &super::model::Program, roles: &[Role]) -> Option<EditProgram> {
    holds(roles, &[Role::Owner, Role::Lead, Role::CoLead]).then(|| EditProgram(program.id.clone()))
}

/// Leave to make programs and see the house's own pages.
pub struct KeepHouse(());

impl SeeSeason {
    pub fn season(&self) -> &Id {
        &self.0
    }
}

impl RunSeason {
    pub fn season(&self) -> &Id {
        &self.0
    }
}

fn holds(roles: &[Role], any: &[Role]) -> bool {
    roles.iter().any(|r| any.contains(r))
}

pub fn may_see(season: &Season, roles: &[Role]) -> Option<SeeSeason> {
    let any = [Role::Owner, Role::Lead, Role::CoLead, Role::Facilitator, Role::Evaluator, Role::Advisor];
    holds(roles, &any).then(|| SeeSeason(season.id.clone()))
}

pub fn may_run(season: &Season, roles: &[Role]) -> Option<RunSeason> {
    holds(roles, &[Role::Owner, Role::Lead, Role::CoLead]).then(|| RunSeason(season.id.clone()))
}

pub fn may_keep_house(roles: &[Role]) -> Option<KeepHouse> {
    holds(roles, &[Role::Owner]).then_some(KeepHouse(()))
}

/// The roles that count on a request: those that open others' records only after two factors.
pub fn effective(held: Vec<Role>, strength: crate::people::Strength) -> Vec<Role> {
    held.into_iter().filter(|r| strength.opens_staff_roles() || !r.needs_two_factors()).collect()
}

/// A letter without its accent.
pub fn plain_letter(c: char) -> char {
    match c {
        'á' | 'à' | 'â' | 'ã' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'õ' | 'ö' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ñ' => 'n',
        'ç' => 'c',
        c => c,
    }
}

/// A short name for addresses: lower-case letters, digits and single hyphens.
pub fn slug(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        let plain = plain_letter(c);
        if plain.is_ascii_alphanumeric() {
            out.push(plain);
        } else if !out.ends_with('-') && !out.is_empty() {
            out.push('-');
        }
    }
    out.truncate(60);
    out.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::Strength;

    #[test]
    fn a_link_never_opens_a_role_that_sees_others() {
        let all = Role::ALL.to_vec();
        let by_link = effective(all.clone(), Strength::Link);
        assert!(by_link.iter().all(|r| !r.needs_two_factors()));
        assert_eq!(effective(all.clone(), Strength::TwoFactors), all);
    }

    #[test]
    fn slugs_are_readable_and_safe() {
        assert_eq!(slug("Raíces: Season 2025 / ñandú "), "raices-season-2025-nandu");
        assert_eq!(slug("../../etc"), "etc");
    }

    proptest::proptest! {
        #[test]
        fn a_slug_of_anything_has_only_safe_characters(text in "\\PC{0,80}") {
            let s = slug(&text);
            proptest::prop_assert!(s.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'));
            proptest::prop_assert!(!s.starts_with('-') && !s.ends_with('-') && !s.contains("--"));
        }
    }
}
