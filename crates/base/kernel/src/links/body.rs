//! Fetching what lies at an address that someone gave, and that may be a secret: over TLS alone, from the open net
//! alone, at most so many bytes, and within a time. Nothing of the address gets into an error or the log.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use reqwest::header::{ACCEPT, ETAG, HeaderValue, IF_NONE_MATCH};
use reqwest::redirect::Policy;
use reqwest::{Client, StatusCode, Url};

use super::{NOT_OPEN, Open, is_public, may_ask};

/// Longest mark of a version that is kept, in bytes.
const LONGEST_ETAG: usize = 200;

/// How far a redirection may lead.
const MOST_REDIRECTS: usize = 5;

/// Why nothing was fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The text is no address of the web.
    NoAddress,
    /// It, or what it leads to, goes without TLS.
    NotSecure,
    /// It, or what it leads to, is not of the open net.
    NotOpen,
    /// No such name, nobody answers, or the answer broke off.
    NoAnswer,
    /// What the answer says instead, such as 404.
    Status(u16),
    TooLarge,
    TooSlow,
}

/// What a fetch may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Longest body, in bytes.
    pub bytes: usize,
    /// From start to end.
    pub time: Duration,
}

/// What was fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fetched {
    /// The same as when the mark was given.
    Same,
    Body {
        bytes: Vec<u8>,
        /// The mark of this version, for the next time.
        etag: Option<String>,
    },
}

/// Fetches. A part of the kernel, so that stories ask servers of their own.
#[derive(Clone, Copy, Debug)]
pub struct Fetcher {
    is_open: fn(IpAddr) -> bool,
    is_secure: bool,
}

impl Default for Fetcher {
    /// From the open net alone, over TLS alone.
    fn default() -> Self {
        Self { is_open: is_public, is_secure: true }
    }
}

/// Why a redirection is not followed.
#[derive(Debug)]
struct Unfollowed(Fault);

impl std::fmt::Display for Unfollowed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.0)
    }
}

impl std::error::Error for Unfollowed {}

impl Fetcher {
    /// Asks this machine too, and without TLS: for stories.
    pub fn of_this_machine() -> Self {
        Self { is_open: |_| true, is_secure: false }
    }

    /// An address as it was typed, in the form it is asked in. `webcal` is what calendars call `https`.
    ///
    /// # Errors
    /// Where it may not be asked.
    pub fn address(&self, typed: &str) -> Result<Url, Fault> {
        let typed = typed.trim();
        let rest = ["webcal://", "webcals://"].iter().find_map(|scheme| {
            let head = typed.get(..scheme.len())?;
            head.eq_ignore_ascii_case(scheme).then(|| &typed[scheme.len()..])
        });
        let url = match rest {
            Some(rest) => Url::parse(&format!("https://{rest}")),
            None => Url::parse(typed),
        };
        let url = url.map_err(|_| Fault::NoAddress)?;
        self.may(&url).map(|()| url)
    }

    fn may(&self, url: &Url) -> Result<(), Fault> {
        match url.scheme() {
            "https" => {}
            "http" if !self.is_secure => {}
            "http" => return Err(Fault::NotSecure),
            _ => return Err(Fault::NoAddress),
        }
        if may_ask(url, self.is_open) { Ok(()) } else { Err(Fault::NotOpen) }
    }

    /// What lies at an address, unless it is the version that has this mark.
    ///
    /// # Errors
    /// Where it cannot be had.
    pub async fn fetch(&self, typed: &str, etag: Option<&str>, limits: Limits) -> Result<Fetched, Fault> {
        let url = self.address(typed)?;
        tokio::time::timeout(limits.time, self.ask(url, etag, limits)).await.unwrap_or(Err(Fault::TooSlow))
    }

    async fn ask(&self, url: Url, etag: Option<&str>, limits: Limits) -> Result<Fetched, Fault> {
        let mark = etag.and_then(|e| HeaderValue::from_str(e).ok());
        let mut ask = self.client(limits)?.get(url).header(ACCEPT, "text/calendar, */*;q=0.1");
        if let Some(mark) = &mark {
            ask = ask.header(IF_NONE_MATCH, mark);
        }
        let mut answer = ask.send().await.map_err(|e| fault(&e))?;
        match answer.status() {
            StatusCode::OK => {}
            StatusCode::NOT_MODIFIED if mark.is_some() => return Ok(Fetched::Same),
            other => return Err(Fault::Status(other.as_u16())),
        }
        // What the answer says of its length is believed only when it says too much.
        if answer.content_length().is_some_and(|n| n > limits.bytes as u64) {
            return Err(Fault::TooLarge);
        }
        let etag = answer.headers().get(ETAG).and_then(|e| e.to_str().ok());
        let etag = etag.filter(|e| e.len() <= LONGEST_ETAG).map(str::to_owned);
        let mut bytes = Vec::new();
        while let Some(chunk) = answer.chunk().await.map_err(|e| fault(&e))? {
            if bytes.len() + chunk.len() > limits.bytes {
                return Err(Fault::TooLarge);
            }
            bytes.extend_from_slice(&chunk);
        }
        Ok(Fetched::Body { bytes, etag })
    }

    fn client(self, limits: Limits) -> Result<Client, Fault> {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let policy = Policy::custom(move |next| {
            if next.previous().len() > MOST_REDIRECTS {
                return next.error(Unfollowed(Fault::NoAnswer));
            }
            match self.may(next.url()) {
                Ok(()) => next.follow(),
                Err(why) => next.error(Unfollowed(why)),
            }
        });
        Client::builder()
            .redirect(policy)
            // Where a redirection leads does not learn the address.
            .referer(false)
            .dns_resolver(Arc::new(Open(self.is_open)))
            .no_proxy()
            .connect_timeout(Duration::from_secs(5))
            .timeout(limits.time)
            .user_agent("Weft calendar")
            .build()
            .map_err(|_| Fault::NoAnswer)
    }
}

/// What an error of the library is for us.
fn fault(error: &reqwest::Error) -> Fault {
    let mut next: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(e) = next {
        if let Some(Unfollowed(why)) = e.downcast_ref() {
            return *why;
        }
        if e.to_string() == NOT_OPEN {
            return Fault::NotOpen;
        }
        next = e.source();
    }
    if error.is_timeout() && !error.is_connect() { Fault::TooSlow } else { Fault::NoAnswer }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    use tokio::net::TcpListener;
    use tokio::sync::mpsc;

    const LIMITS: Limits = Limits { bytes: 1_000_000, time: Duration::from_secs(5) };

    /// A server on this machine that answers every request with this head, then so many bytes, each piece after a
    /// pause. What was asked goes to the channel.
    async fn answers(head: String, pieces: usize, pause: u64) -> (String, mpsc::UnboundedReceiver<String>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("bound");
        let (tell, told) = mpsc::unbounded_channel();
        tokio::spawn(async move {
            while let Ok((mut line, _)) = listener.accept().await {
                let (tell, head) = (tell.clone(), head.clone());
                tokio::spawn(async move {
                    let mut seen = vec![0; 4096];
                    let n = line.read(&mut seen).await.unwrap_or_default();
                    let _ = tell.send(String::from_utf8_lossy(&seen[..n]).into_owned());
                    let _ = line.write_all(head.as_bytes()).await;
                    for _ in 0..pieces {
                        tokio::time::sleep(Duration::from_millis(pause)).await;
                        if line.write_all(&[b'x'; 1_000]).await.is_err() {
                            break;
                        }
                    }
                });
            }
        });
        (format!("http://{address}/secret.ics"), told)
    }

    fn ok(more: &str) -> String {
        format!("HTTP/1.1 200 OK\r\n{more}connection: close\r\n\r\n")
    }

    #[test]
    fn an_address_is_https_and_of_the_open_net() {
        let out = Fetcher::default();
        for (typed, asked) in [
            ("https://example.org/a.ics", "https://example.org/a.ics"),
            (" webcal://example.org/a.ics ", "https://example.org/a.ics"),
            ("WebCals://example.org/a.ics", "https://example.org/a.ics"),
        ] {
            assert_eq!(out.address(typed).map(String::from).as_deref(), Ok(asked), "{typed}");
        }
        for (typed, why) in [
            ("", Fault::NoAddress),
            ("example.org/a.ics", Fault::NoAddress),
            ("ñ", Fault::NoAddress),
            ("file:///etc/passwd", Fault::NoAddress),
            ("ftp://example.org/a.ics", Fault::NoAddress),
            ("http://example.org/a.ics", Fault::NotSecure),
            ("https://127.0.0.1/a.ics", Fault::NotOpen),
            ("webcal://[::1]/a.ics", Fault::NotOpen),
            ("https://192.168.1.1/a.ics", Fault::NotOpen),
            ("https://example.org:8443/a.ics", Fault::NotOpen),
        ] {
            assert_eq!(out.address(typed).err(), Some(why), "{typed}");
        }
    }

    #[tokio::test]
    async fn a_name_that_leads_into_the_own_network_is_not_asked() {
        let out = Fetcher { is_open: is_public, is_secure: false };
        assert_eq!(out.fetch("http://localhost/a.ics", None, LIMITS).await, Err(Fault::NotOpen));
    }

    #[tokio::test]
    async fn a_body_is_fetched_with_its_mark_and_not_again_where_it_is_the_same() {
        let here = Fetcher::of_this_machine();
        let (url, mut asked) = answers(ok("etag: \"one\"\r\n"), 3, 0).await;
        let body = Fetched::Body { bytes: vec![b'x'; 3_000], etag: Some("\"one\"".into()) };
        assert_eq!(here.fetch(&url, None, LIMITS).await, Ok(body));
        assert!(!asked.recv().await.expect("asked").contains("if-none-match"));
        let same = "HTTP/1.1 304 Not Modified\r\nconnection: close\r\n\r\n";
        let (url, mut asked) = answers(same.into(), 0, 0).await;
        assert_eq!(here.fetch(&url, Some("\"one\""), LIMITS).await, Ok(Fetched::Same));
        assert!(asked.recv().await.expect("asked").contains("if-none-match: \"one\""));
        assert_eq!(here.fetch(&url, None, LIMITS).await, Err(Fault::Status(304)), "nobody asked for that");
    }

    #[tokio::test]
    async fn a_body_that_is_too_long_is_not_read_whatever_it_says_of_its_length() {
        let here = Fetcher::of_this_machine();
        for said in ["", "content-length: 40000000\r\n"] {
            let (url, _asked) = answers(ok(said), 40_000, 0).await;
            assert_eq!(here.fetch(&url, None, LIMITS).await, Err(Fault::TooLarge), "{said}");
        }
        // Longer than it says: the rest is not read. Shorter: it broke off.
        let (url, _asked) = answers(ok("content-length: 10\r\n"), 40_000, 0).await;
        let body = Fetched::Body { bytes: vec![b'x'; 10], etag: None };
        assert_eq!(here.fetch(&url, None, LIMITS).await, Ok(body));
        let (url, _asked) = answers(ok("content-length: 5000\r\n"), 2, 0).await;
        assert_eq!(here.fetch(&url, None, LIMITS).await, Err(Fault::NoAnswer));
    }

    #[tokio::test]
    async fn a_body_that_drips_ends_in_time() {
        let here = Fetcher::of_this_machine();
        let (url, _asked) = answers(ok(""), 1_000, 20).await;
        let limits = Limits { time: Duration::from_millis(300), ..LIMITS };
        assert_eq!(here.fetch(&url, None, limits).await, Err(Fault::TooSlow));
    }

    #[tokio::test]
    async fn a_redirection_is_followed_within_the_open_net_alone_and_tells_nothing() {
        let here = Fetcher::of_this_machine();
        let (end, mut asked) = answers(ok(""), 1, 0).await;
        let moved = |to: &str| format!("HTTP/1.1 302 Found\r\nlocation: {to}\r\nconnection: close\r\n\r\n");
        let (url, _asked) = answers(moved(&end), 0, 0).await;
        assert!(here.fetch(&url, None, LIMITS).await.is_ok());
        let asked = asked.recv().await.expect("asked");
        assert!(!asked.contains("referer"), "{asked}");
        // Whoever may be asked is asked; where it leads, not.
        let first = |ip: IpAddr| ip == IpAddr::from([127, 0, 0, 1]);
        let out = Fetcher { is_open: first, is_secure: false };
        for (to, why) in [
            ("http://10.0.0.1/a", Fault::NotOpen),
            ("http://169.254.169.254/latest", Fault::NotOpen),
            ("http://[::1]/a", Fault::NotOpen),
            ("file:///etc/passwd", Fault::Status(302)),
            ("http://name.invalid/a", Fault::NoAnswer),
        ] {
            let (url, _asked) = answers(moved(to), 0, 0).await;
            assert_eq!(out.fetch(&url, None, LIMITS).await, Err(why), "{to}");
        }
        let (url, _asked) = answers(moved("/secret.ics"), 0, 0).await;
        assert_eq!(here.fetch(&url, None, LIMITS).await, Err(Fault::NoAnswer), "in a circle");
    }

    #[tokio::test]
    async fn what_an_answer_says_instead_is_told() {
        let here = Fetcher::of_this_machine();
        for code in [401, 403, 404, 410, 500] {
            let (url, _asked) = answers(format!("HTTP/1.1 {code} X\r\nconnection: close\r\n\r\n"), 1, 0).await;
            assert_eq!(here.fetch(&url, None, LIMITS).await, Err(Fault::Status(code)));
        }
        assert_eq!(here.fetch("http://127.0.0.1:1/", None, LIMITS).await, Err(Fault::NoAnswer));
    }
}
