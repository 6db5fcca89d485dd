//! Randomness that anyone can repeat: a seed is a hash of named texts, and draws are whole numbers from
//! `ChaCha20`.

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng};
use sha2::{Digest, Sha256};

/// Draws whole numbers from a seed.
pub struct Draw(ChaCha20Rng);

impl Draw {
    /// The seed is SHA-256 over the texts, each followed by a zero byte.
    pub fn from_texts(texts: &[&str]) -> Self {
        let hash = texts.iter().fold(Sha256::new(), |h, t| h.chain_update(t.as_bytes()).chain_update([0]));
        Self(ChaCha20Rng::from_seed(hash.finalize().into()))
    }

    /// A number below `bound`, every one as likely as the next: draws that would favour small numbers are
    /// thrown away. `bound` 0 gives 0.
    pub fn below(&mut self, bound: u64) -> u64 {
        if bound == 0 {
            return 0;
        }
        let zone = u64::MAX - u64::MAX % bound;
        loop {
            let number = self.0.next_u64();
            if number < zone {
                return number % bound;
            }
        }
    }

    /// Shuffles in place (Fisher and Yates, 1938; Durstenfeld, 1964).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            let j = self.below(i as u64 + 1) as usize;
            items.swap(i, j);
        }
    }
}

/// SHA-256 of a text, in hex.
pub fn hash(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|b| format!("{b:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_texts_draw_the_same_numbers() {
        let five = |texts: &[&str]| {
            let mut d = Draw::from_texts(texts);
            (0..5).map(|_| d.below(1_000)).collect::<Vec<_>>()
        };
        assert_eq!(five(&["input", "lottery of May 1"]), five(&["input", "lottery of May 1"]));
        assert_ne!(five(&["input", "lottery of May 1"]), five(&["inputlottery", " of May 1"]));
    }
}
