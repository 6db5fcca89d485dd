//! A form with files, part by part, within bounds on everything beside the file: how long what stands before a part may
//! be, how many parts there are, how long its texts are together. The library that takes parts apart bounds none of
//! these, and looks through all it holds each time that bytes come.

use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};

use axum::body::{Body, Bytes};
use axum::extract::multipart::Field;
use axum::extract::{FromRequest, Multipart, Request};
use hyper::body::{Frame, SizeHint};

use super::{Error, Result};

/// Most parts of a form.
const MOST_PARTS: usize = 64;

/// Longest head of a part, in bytes, and the most that is handed on at once while one is read.
const MOST_HEAD: usize = 16 * 1024;

/// Longest text, and all texts of a form together, in bytes.
const LONGEST_TEXT: usize = 64 * 1024;
const MOST_TEXT: usize = 256 * 1024;

/// A form as it arrives.
pub struct Parts {
    inner: Multipart,
    /// Bytes that may still come before a part's content begins.
    head: Arc<AtomicUsize>,
    left: usize,
    text: usize,
}

impl<S: Send + Sync> FromRequest<S> for Parts {
    type Rejection = Error;

    async fn from_request(request: Request, state: &S) -> Result<Self> {
        let head = Arc::new(AtomicUsize::new(0));
        let request =
            request.map(|inner| Body::new(Measured { inner, head: head.clone(), rest: Bytes::new(), rests: false }));
        let inner = Multipart::from_request(request, state).await.map_err(|_| Error::BadRequest)?;
        Ok(Self { inner, head, left: MOST_PARTS, text: MOST_TEXT })
    }
}

impl Parts {
    /// The next part, its content still to come. Take all of it before asking for the next.
    pub async fn next(&mut self) -> Result<Option<Field<'_>>> {
        self.left = self.left.checked_sub(1).ok_or(Error::TooLarge)?;
        self.head.store(MOST_HEAD, Ordering::Relaxed);
        let part = self.inner.next_field().await.map_err(|_| Error::TooLarge)?;
        self.head.store(usize::MAX, Ordering::Relaxed);
        Ok(part)
    }

    /// Bytes of text that the form may still hold.
    pub fn room(&self) -> usize {
        self.text
    }

    /// Counts a text that was read.
    pub fn spend(&mut self, bytes: usize) {
        self.text = self.text.saturating_sub(bytes);
    }
}

/// The text of a part, of so many bytes at most.
pub async fn text(mut part: Field<'_>, room: usize) -> Result<String> {
    let mut bytes = Vec::new();
    while let Some(piece) = part.chunk().await.map_err(|_| Error::TooLarge)? {
        if bytes.len() + piece.len() > LONGEST_TEXT.min(room) {
            return Err(Error::TooLarge);
        }
        bytes.extend_from_slice(&piece);
    }
    String::from_utf8(bytes).ok().filter(|t| !t.contains('\0')).ok_or(Error::BadRequest)
}

/// A body that ends where a part's head is too long. After each piece its reader looks at what it has: it would
/// otherwise take all that has arrived first, and others on this thread would wait.
struct Measured {
    inner: Body,
    head: Arc<AtomicUsize>,
    rest: Bytes,
    rests: bool,
}

impl hyper::body::Body for Measured {
    type Data = Bytes;
    type Error = axum::BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::BoxError>>> {
        if std::mem::take(&mut self.rests) {
            cx.waker().wake_by_ref();
            return Poll::Pending;
        }
        let left = self.head.load(Ordering::Relaxed);
        if left == 0 {
            return Poll::Ready(Some(Err("the head of a part is too long".into())));
        }
        if self.rest.is_empty() {
            match std::task::ready!(pin!(&mut self.inner).poll_frame(cx)) {
                Some(Ok(frame)) => match frame.into_data() {
                    Ok(data) => self.rest = data,
                    Err(other) => return Poll::Ready(Some(Ok(other))),
                },
                Some(Err(error)) => return Poll::Ready(Some(Err(error.into()))),
                None => return Poll::Ready(None),
            }
        }
        let size = if left == usize::MAX { self.rest.len() } else { self.rest.len().min(MOST_HEAD) };
        let piece = self.rest.split_to(size);
        if left != usize::MAX {
            self.head.store(left.saturating_sub(size), Ordering::Relaxed);
        }
        self.rests = true;
        Poll::Ready(Some(Ok(Frame::data(piece))))
    }

    fn is_end_stream(&self) -> bool {
        self.rest.is_empty() && self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        let mut hint = self.inner.size_hint();
        let rest = self.rest.len() as u64;
        if let Some(upper) = hint.upper() {
            hint.set_upper(upper + rest);
        }
        hint.set_lower(hint.lower() + rest);
        hint
    }
}
