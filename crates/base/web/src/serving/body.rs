//! Bodies of requests and answers on their way: one that comes too slowly is given up, and the line knows when an
//! answer is out.

use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use axum::BoxError;
use axum::body::{Body, Bytes};
use hyper::body::{Frame, Incoming, SizeHint};
use tokio::time::Sleep;

use super::Limits;
use super::lines::Line;

/// Whether the body of this request came too slowly; an extension of the request.
#[derive(Clone, Debug, Default)]
pub struct Pace(Arc<AtomicBool>);

impl Pace {
    pub fn is_too_slow(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// The body of a request, held to a pace: never longer than `stall` without a byte, and on average `slowest` bytes a
/// second after the first `stall`.
pub(super) struct Paced {
    inner: Incoming,
    pace: Pace,
    stall: Duration,
    slowest: u32,
    began: Instant,
    last: Instant,
    received: u64,
    line: Arc<Line>,
    alarm: Option<Pin<Box<Sleep>>>,
}

impl Paced {
    pub(super) fn new(inner: Incoming, pace: Pace, limits: &Limits, line: Arc<Line>) -> Self {
        let now = Instant::now();
        Self {
            inner,
            pace,
            stall: limits.stall,
            slowest: limits.slowest,
            began: now,
            last: now,
            received: 0,
            line,
            alarm: None,
        }
    }

    fn deadline(&self) -> Instant {
        let earned = Duration::from_secs_f64(self.received as f64 / f64::from(self.slowest));
        (self.last + self.stall).min(self.began + self.stall + earned)
    }

    fn give_up(&self) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        self.pace.0.store(true, Ordering::Relaxed);
        Poll::Ready(Some(Err("the body comes too slowly".into())))
    }
}

impl Drop for Paced {
    fn drop(&mut self) {
        self.line.receives(0);
    }
}

impl hyper::body::Body for Paced {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        if let Poll::Ready(next) = pin!(&mut self.inner).poll_frame(cx) {
            let now = Instant::now();
            let bytes = next.as_ref().and_then(|n| n.as_ref().ok()?.data_ref()).map_or(0, |d| d.len() as u64);
            self.line.receives(bytes);
            if let Some(Ok(_)) = &next {
                self.received += bytes;
                self.last = now;
                if now > self.deadline() && !self.inner.is_end_stream() {
                    return self.give_up();
                }
            }
            return Poll::Ready(next.map(|n| n.map_err(Into::into)));
        }
        loop {
            let deadline = self.deadline();
            if Instant::now() >= deadline {
                return self.give_up();
            }
            let alarm = self.alarm.get_or_insert_with(|| Box::pin(tokio::time::sleep_until(deadline.into())));
            if alarm.as_mut().poll(cx).is_pending() {
                self.line.starves();
                return Poll::Pending;
            }
            // Bytes came since it was set: look again when it is due now.
            alarm.as_mut().reset(deadline.into());
        }
    }

    fn is_end_stream(&self) -> bool {
        self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.size_hint()
    }
}

/// The body of an answer; when it is dropped the line waits for the next request.
pub(super) struct Answer {
    inner: Body,
    line: Arc<Line>,
}

impl Answer {
    pub(super) fn new(inner: Body, line: Arc<Line>) -> Self {
        Self { inner, line }
    }
}

impl Drop for Answer {
    fn drop(&mut self) {
        self.line.waits();
    }
}

impl hyper::body::Body for Answer {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        pin!(&mut self.inner).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.size_hint()
    }
}
