//! Columns that hold one of a few words. The schema refuses any other, and a test compares its lists with the ones
//! declared here.

use super::Result;
use super::value::{Column, Row, Value};

/// Which columns, as `table.column`, hold which words.
#[derive(Clone, Copy, Debug)]
pub struct OneOf {
    pub columns: &'static [&'static str],
    pub words: &'static [&'static str],
}

/// What [`one_of!`](crate::one_of) declares: goes into a statement and comes out of a row as itself.
pub trait Word: Copy + Sized {
    fn name(self) -> &'static str;
    fn parse(text: &str) -> Option<Self>;
}

/// Declares an enum that columns hold by its words.
#[macro_export]
macro_rules! one_of {
    (
        $(#[$meta:meta])* $vis:vis enum $name:ident in $($column:literal),+ {
            $($(#[$of:meta])* $variant:ident = $word:literal),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $name { $($(#[$of])* $variant),+ }

        impl $name {
            pub const ALL: &[Self] = &[$(Self::$variant),+];
            /// For the declaration of the slice.
            pub const SET: $crate::db::OneOf =
                $crate::db::OneOf { columns: &[$($column),+], words: &[$($word),+] };

            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            pub fn parse(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|v| v.name() == text)
            }
        }

        impl $crate::db::Word for $name {
            fn name(self) -> &'static str {
                $name::name(self)
            }

            fn parse(text: &str) -> Option<Self> {
                $name::parse(text)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.name())
            }
        }
    };
}

impl<T: Word> From<T> for Value {
    fn from(v: T) -> Self {
        Self::Text(Some(v.name().to_owned()))
    }
}

impl<T: Word> From<Option<T>> for Value {
    fn from(v: Option<T>) -> Self {
        Self::Text(v.map(|v| v.name().to_owned()))
    }
}

fn parsed<T: Word>(word: &str, name: Option<&str>, at: usize) -> Result<T> {
    T::parse(word).ok_or_else(|| sqlx::Error::ColumnDecode {
        index: name.map_or_else(|| at.to_string(), str::to_owned),
        source: format!("{word:?} is none of its words").into(),
    })
}

impl<T: Word> Column for T {
    fn read(row: &Row, name: Option<&str>, at: usize) -> Result<Self> {
        parsed(&String::read(row, name, at)?, name, at)
    }
}

impl<T: Word> Column for Option<T> {
    fn read(row: &Row, name: Option<&str>, at: usize) -> Result<Self> {
        Option::<String>::read(row, name, at)?.map(|word| parsed(&word, name, at)).transpose()
    }
}
