//! The socket of a connection, which notes what happens on it.

use std::io;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _, ReadBuf};
use tokio::net::TcpStream;

use super::lines::Place;

/// How long, and how many bytes, the other side may still send after our last words.
const LINGER: (Duration, usize) = (Duration::from_secs(1), 1 << 20);

/// A socket with its place among the connections.
pub(super) struct Socket {
    stream: Option<TcpStream>,
    place: Option<Arc<Place>>,
    has_ended: bool,
}

impl Socket {
    pub(super) fn new(stream: TcpStream, place: Arc<Place>) -> Self {
        Self { stream: Some(stream), place: Some(place), has_ended: false }
    }

    fn of(&mut self) -> io::Result<(&mut TcpStream, &Place)> {
        self.stream.as_mut().zip(self.place.as_deref()).ok_or_else(|| io::ErrorKind::NotConnected.into())
    }
}

impl Drop for Socket {
    fn drop(&mut self) {
        let (Some(stream), Some(place)) = (self.stream.take(), self.place.take()) else { return };
        if !self.has_ended && place.line.is_lingering() {
            tokio::spawn(async move {
                let _ = tokio::time::timeout(LINGER.0, linger(stream)).await;
                drop(place);
            });
        }
    }
}

/// Closing a socket with bytes unread resets it, and the other side may never read why it was refused.
async fn linger(mut stream: TcpStream) -> io::Result<()> {
    stream.shutdown().await?;
    let (mut taken, mut buffer) = (0, [0; 4096]);
    while taken < LINGER.1 {
        match stream.read(&mut buffer).await? {
            0 => break,
            n => taken += n,
        }
    }
    Ok(())
}

impl AsyncRead for Socket {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let (stream, place) = self.of()?;
        let read = pin!(stream).poll_read(cx, buffer);
        if let Poll::Ready(Ok(())) = &read {
            if buffer.filled().len() > before {
                place.line.hears();
            } else if buffer.remaining() > 0 {
                self.has_ended = true;
            }
        }
        read
    }
}

impl Socket {
    fn sent<T>(&mut self, what: impl FnOnce(Pin<&mut TcpStream>) -> Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        let (stream, place) = self.of()?;
        let sent = what(pin!(stream));
        place.line.sends(sent.is_pending());
        sent
    }
}

impl AsyncWrite for Socket {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        self.sent(|s| s.poll_write(cx, bytes))
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.sent(|s| s.poll_write_vectored(cx, slices))
    }

    fn is_write_vectored(&self) -> bool {
        true
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let (stream, _) = self.of()?;
        pin!(stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let (stream, _) = self.of()?;
        pin!(stream).poll_shutdown(cx)
    }
}
