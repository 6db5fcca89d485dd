//! Serving connections: every wait has an end, every count a bound, and closing takes no longer than it may. What is
//! asked and answered is the router's.

mod body;
mod lines;
mod stream;

use std::convert::Infallible;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tower::ServiceExt as _;

pub use body::Pace;

use lines::{Lines, Place};
use weft_kernel::config::Config;
use weft_kernel::often::Tally;

/// The largest head of a request, in bytes.
const MOST_HEAD: usize = 64 * 1024;

/// Descriptors kept for files, the database and mail.
const KEPT: u64 = 64;

/// A body that came in a fraction of this is never the slowest.
const PATIENCE: Duration = Duration::from_secs(2);

/// How long to wait when the system has no descriptor for a new connection.
const PAUSE: Duration = Duration::from_millis(100);

/// What connections may cost.
#[derive(Clone, Debug)]
pub struct Limits {
    pub connections: usize,
    /// From one address; nothing behind proxies, where every connection is theirs.
    pub per_address: Option<usize>,
    pub head: Duration,
    pub idle: Duration,
    pub stall: Duration,
    /// Bytes of a body a second.
    pub slowest: u32,
    /// How long a body may be waited for before its connection gives way to a new one, where there is no other room.
    pub patience: Duration,
    pub drain: Duration,
}

impl Limits {
    /// The limits of the settings, for a process that may have so many descriptors.
    pub fn of(config: &Config, descriptors: u64) -> Self {
        let seconds = |n: u32| Duration::from_secs(n.into());
        let room = usize::try_from(descriptors.saturating_sub(KEPT).max(descriptors / 2)).unwrap_or(usize::MAX);
        let is_bound = config.trusted_proxies == 0 && config.connections_per_address > 0;
        Self {
            connections: room.min(config.connections.get() as usize),
            per_address: is_bound.then_some(config.connections_per_address as usize),
            head: seconds(config.header_seconds.get()),
            idle: seconds(config.idle_seconds.get()),
            stall: seconds(config.stall_seconds.get()),
            slowest: config.slowest_upload.get(),
            patience: PATIENCE,
            drain: seconds(config.shutdown_seconds),
        }
    }
}

#[cfg(test)]
impl Default for Limits {
    fn default() -> Self {
        let config = Config::load(std::path::Path::new("/nowhere"), |_| None).expect("defaults");
        Self::of(&config, 1024)
    }
}

/// Where connections come from.
pub trait Accept {
    fn accept(&mut self) -> impl Future<Output = io::Result<(TcpStream, SocketAddr)>> + Send;
}

impl Accept for TcpListener {
    async fn accept(&mut self) -> io::Result<(TcpStream, SocketAddr)> {
        Self::accept(self).await
    }
}

/// How far closing is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Open,
    /// Requests under way are finished, no more are taken.
    Draining,
    Over,
}

/// Serves until `closing` is done; then requests under way have `limits.drain` to finish, and everything ends.
pub async fn serve(mut listener: impl Accept, router: Router, limits: Limits, closing: impl Future<Output = ()>) {
    let (stage, follows) = watch::channel(Stage::Open);
    let (lines, limits, tally) = (Lines::default(), Arc::new(limits), Tally::default());
    let mut closing = pin!(closing);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut closing => break,
        };
        match accepted {
            Ok((stream, peer)) => match lines.enter(peer.ip(), &limits) {
                Some(place) => {
                    drop(tokio::spawn(connection(
                        stream,
                        peer,
                        place,
                        router.clone(),
                        limits.clone(),
                        follows.clone(),
                    )));
                }
                None => refuse(&stream),
            },
            Err(error) if is_of_one(&error) => {}
            Err(error) => {
                tally.say("a connection could not be taken", &error);
                lines.make_room(&limits);
                tokio::select! {
                    () = tokio::time::sleep(PAUSE) => {}
                    () = &mut closing => break,
                }
            }
        }
    }
    drop((listener, follows));
    stage.send_replace(Stage::Draining);
    if tokio::time::timeout(limits.drain, stage.closed()).await.is_err() {
        tracing::warn!(
            "{} connections were still busy after {} s and were closed",
            stage.receiver_count(),
            limits.drain.as_secs_f32()
        );
        stage.send_replace(Stage::Over);
        let _ = tokio::time::timeout(Duration::from_secs(1), stage.closed()).await;
    }
}

/// Whether only the connection that was about to be taken is at fault.
fn is_of_one(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::ConnectionRefused
            | io::ErrorKind::ConnectionAborted
            | io::ErrorKind::ConnectionReset
            | io::ErrorKind::Interrupted
    )
}

/// Everyone is at work: said without waiting for the question.
fn refuse(stream: &TcpStream) {
    let _ = stream.try_write(
        b"HTTP/1.1 503 Service Unavailable\r\nretry-after: 5\r\nconnection: close\r\ncontent-length: 0\r\n\r\n",
    );
}

async fn connection(
    stream: TcpStream,
    peer: SocketAddr,
    place: Place,
    router: Router,
    limits: Arc<Limits>,
    mut stage: watch::Receiver<Stage>,
) {
    let _ = stream.set_nodelay(true);
    let place = Arc::new(place);
    let line = place.line.clone();
    let service = service_fn(|request: Request<Incoming>| {
        line.works();
        let (mut parts, body) = request.into_parts();
        let pace = Pace::default();
        parts.extensions.insert(ConnectInfo(peer));
        parts.extensions.insert(pace.clone());
        let body = Body::new(body::Paced::new(body, pace, &limits, line.clone()));
        let (router, line) = (router.clone(), line.clone());
        async move {
            let answer = router.oneshot(Request::from_parts(parts, body)).await?;
            Ok::<_, Infallible>(answer.map(|inner| body::Answer::new(inner, line)))
        }
    });
    let socket = TokioIo::new(stream::Socket::new(stream, place));
    // The waits between and before requests are ours to end: hyper has one limit for both.
    let mut connection = pin!(
        http1::Builder::new().max_header_size(MOST_HEAD).header_read_timeout(None).serve_connection(socket, service)
    );
    loop {
        tokio::select! {
            _ = connection.as_mut() => {
                if *stage.borrow() == Stage::Open {
                    line.lingers();
                }
                break;
            }
            () = line.gives_way.notified() => break,
            changed = stage.changed() => {
                if changed.is_err() || *stage.borrow() == Stage::Over {
                    break;
                }
                connection.as_mut().graceful_shutdown();
            }
            () = tokio::time::sleep_until(line.next_look(&limits).into()) => {
                if line.is_overdue(&limits) {
                    break;
                }
            }
        }
    }
}
