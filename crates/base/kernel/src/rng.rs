//! Randomness as a parameter: from the operating system in service, from a fixed seed in tests and
//! in the demo season.

use std::sync::{Arc, Mutex, PoisonError};

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng};

#[derive(Clone)]
pub struct Rng(Arc<Mutex<ChaCha20Rng>>);

/// What is to come stays unsaid.
impl std::fmt::Debug for Rng {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Rng")
    }
}

impl Rng {
    /// Seeded with 256 bits from the operating system.
    pub fn from_os() -> Result<Self, getrandom::Error> {
        let mut seed = [0; 32];
        getrandom::fill(&mut seed)?;
        Ok(Self(Arc::new(Mutex::new(ChaCha20Rng::from_seed(seed)))))
    }

    /// The same bytes for the same seed, for tests and demo data only.
    pub fn fixed(seed: u64) -> Self {
        Self(Arc::new(Mutex::new(ChaCha20Rng::seed_from_u64(seed))))
    }

    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut out = [0; N];
        self.0.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(&mut out);
        out
    }

    /// A whole number below `bound`, which must not be 0; unbiased by rejection.
    pub fn below(&self, bound: u64) -> u64 {
        let zone = u64::MAX - u64::MAX % bound;
        loop {
            let draw = u64::from_le_bytes(self.bytes());
            if draw < zone {
                return draw % bound;
            }
        }
    }

    /// Puts a list into an order of chance; every order is as likely.
    pub fn shuffle<T>(&self, list: &mut [T]) {
        for i in (1..list.len()).rev() {
            list.swap(i, usize::try_from(self.below(i as u64 + 1)).unwrap_or(0));
        }
    }
}
