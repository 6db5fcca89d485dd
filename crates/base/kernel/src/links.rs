//! Trying a link: does it lead somewhere? Only addresses of the open net are asked, also behind a redirection, so that
//! nobody can make the house knock on doors inside its own network.

mod body;

pub use body::{Fault, Fetched, Fetcher, Limits};

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::redirect::Policy;
use reqwest::{Client, Url};

/// What came of a try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    Works(u16),
    /// Nothing is there: no such name, nobody answers, or the answer says so.
    Dead(String),
    /// An answer that may be for us alone: refused, too busy, too slow.
    Unsure(String),
}

/// What the resolver says of a name that leads nowhere in the open net.
const NOT_OPEN: &str = "no address of the open net";

/// Whether an address is of the open net.
fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(v4) => {
            let [a, b, ..] = v4.octets();
            let is_shared = a == 100 && (64..128).contains(&b);
            let is_special = a == 0 || a >= 224 || (a == 192 && b == 0) || (a == 198 && (b == 18 || b == 19));
            !(v4.is_private()
                || v4.is_loopback()
                || v4.is_link_local()
                || v4.is_documentation()
                || is_shared
                || is_special)
        }
        IpAddr::V6(v6) => match (v6.to_ipv4_mapped(), v6.segments()) {
            (Some(v4), _) => is_public(IpAddr::V4(v4)),
            // Addresses that carry one of the older kind inside.
            (None, [0x64, 0xff9b, 0, 0, 0, 0, hi, lo] | [0x2002, hi, lo, ..]) => {
                is_public(IpAddr::V4(Ipv4Addr::from((u32::from(hi) << 16) | u32::from(lo))))
            }
            (None, s) => (0x2000..0x4000).contains(&s[0]) && !(s[0] == 0x2001 && s[1] == 0xdb8),
        },
    }
}

/// Whether a link may be asked at all: a name, or an address of the open net, on a port of the web.
fn may_ask(url: &Url, is_open: fn(IpAddr) -> bool) -> bool {
    let is_usual = matches!(url.scheme(), "http" | "https")
        && (matches!(url.port_or_known_default(), Some(80 | 443)) || is_open(IpAddr::V4(Ipv4Addr::LOCALHOST)));
    let host = url.host_str().unwrap_or_default();
    let literal = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    is_usual && !host.is_empty() && literal.map_or(true, is_open)
}

#[derive(Clone, Copy)]
struct Open(fn(IpAddr) -> bool);

impl Resolve for Open {
    fn resolve(&self, name: Name) -> Resolving {
        let is_open = self.0;
        Box::pin(async move {
            let found: Vec<SocketAddr> =
                tokio::net::lookup_host((name.as_str(), 0)).await?.filter(|a| is_open(a.ip())).collect();
            if found.is_empty() {
                return Err(NOT_OPEN.into());
            }
            Ok(Box::new(found.into_iter()) as Addrs)
        })
    }
}

/// Whether an error says that nothing is there, and not that the line was down or a certificate was odd.
fn is_nobody(error: &reqwest::Error) -> bool {
    let mut next: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(e) = next {
        let text = e.to_string();
        if text.contains(NOT_OPEN) || text.contains("not known") || text.contains("refused") {
            return true;
        }
        next = e.source();
    }
    false
}

/// Tries links, each for ten seconds at most.
#[derive(Clone)]
pub struct Links {
    client: Client,
    is_open: fn(IpAddr) -> bool,
}

impl Links {
    /// # Errors
    /// When the machine has no certificates to trust.
    pub fn new() -> reqwest::Result<Self> {
        Self::that_may_ask(is_public)
    }

    /// Asks any address, on any port: for one that the settings name.
    ///
    /// # Errors
    /// When the machine has no certificates to trust.
    pub fn to_this_site() -> reqwest::Result<Self> {
        Self::that_may_ask(|_| true)
    }

    fn that_may_ask(is_open: fn(IpAddr) -> bool) -> reqwest::Result<Self> {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let policy = Policy::custom(move |next| {
            if next.previous().len() > 5 || !may_ask(next.url(), is_open) { next.stop() } else { next.follow() }
        });
        let client = Client::builder()
            .redirect(policy)
            .dns_resolver(Arc::new(Open(is_open)))
            .no_proxy()
            .connect_timeout(Duration::from_secs(5))
            .timeout(Duration::from_secs(10))
            .user_agent("Weft link check")
            .build()?;
        Ok(Self { client, is_open })
    }

    pub async fn ask(&self, link: &str) -> Found {
        let Some(url) = Url::parse(link).ok().filter(|u| may_ask(u, self.is_open)) else {
            return Found::Dead("no address".into());
        };
        match self.client.get(url).send().await {
            Ok(answer) => match answer.status().as_u16() {
                code @ (404 | 410) => Found::Dead(code.to_string()),
                code if answer.status().is_success() => Found::Works(code),
                code => Found::Unsure(code.to_string()),
            },
            Err(e) if e.is_timeout() => Found::Unsure("too slow".into()),
            Err(e) if e.is_connect() && is_nobody(&e) => Found::Dead("nobody answers".into()),
            Err(_) => Found::Unsure("no answer".into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

    #[test]
    fn only_the_open_net_is_asked() {
        for ip in ["8.8.8.8", "93.184.216.34", "2606:4700::1111"] {
            assert!(is_public(ip.parse().expect("an address")), "{ip}");
        }
        for ip in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
            "255.255.255.255",
            "198.18.0.1",
            "::1",
            "::",
            "fe80::1",
            "fc00::1",
            "::ffff:127.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2001:db8::1",
        ] {
            assert!(!is_public(ip.parse().expect("an address")), "{ip}");
        }
        let may = |link: &str| Url::parse(link).is_ok_and(|u| may_ask(&u, is_public));
        assert!(may("https://example.org/a") && may("http://8.8.8.8/"));
        for link in [
            "http://example.org:22/",
            "http://8.8.8.8:9200/",
            "http://127.0.0.1/",
            "http://[::1]:8080/",
            "ftp://example.org",
            "file:///etc/passwd",
            "http://2130706433/",
        ] {
            assert!(!may(link), "{link}");
        }
    }

    /// A server on this machine that answers every request with this head.
    async fn answers(head: &'static str) -> String {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("bound");
        tokio::spawn(async move {
            while let Ok((mut line, _)) = listener.accept().await {
                let mut seen = [0; 1024];
                let _ = line.read(&mut seen).await;
                let _ = line.write_all(head.as_bytes()).await;
            }
        });
        format!("http://{address}/")
    }

    #[tokio::test]
    async fn an_answer_is_read_and_the_own_network_is_never_asked() {
        let here = Links::that_may_ask(|_| true).expect("a client");
        let ok = answers("HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n").await;
        let gone = answers("HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n").await;
        let busy = answers("HTTP/1.1 503 Busy\r\ncontent-length: 0\r\nconnection: close\r\n\r\n").await;
        assert_eq!(here.ask(&ok).await, Found::Works(200));
        assert_eq!(here.ask(&gone).await, Found::Dead("404".into()));
        assert_eq!(here.ask(&busy).await, Found::Unsure("503".into()));
        assert_eq!(here.ask("http://127.0.0.1:1/").await, Found::Dead("nobody answers".into()));
        assert_eq!(here.ask("javascript:alert(1)").await, Found::Dead("no address".into()));
        let out = Links::new().expect("a client");
        assert_eq!(out.ask(&ok).await, Found::Dead("no address".into()));
        // A name that leads into the own network is no better than its number.
        assert_eq!(out.ask("http://localhost/").await, Found::Dead("nobody answers".into()));
    }
}
