//! Work that falls due by itself. Each chore may be done twice and stands by itself: one that fails is logged and tried
//! again, and the others go on.

use futures_util::future::BoxFuture;
use weft_kernel::Kernel;

use crate::Result;

/// A chore, by what it is called in the log.
pub type Chore = (&'static str, fn(Kernel) -> BoxFuture<'static, Result<()>>);

/// Makes a [`Chore`](crate::chore::Chore) of a function that takes a `&Kernel`.
#[macro_export]
macro_rules! chore {
    ($name:literal, $work:path) => {
        ($name, |kernel| {
            Box::pin(async move {
                $work(&kernel).await?;
                Ok(())
            })
        })
    };
}
