//! Settings. One declaration per setting yields the parser, `weft config` and the example file.
//!
//! Each is read from the environment first, then from `weft.toml` in the data folder, then from
//! its default.

use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};

#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    #[error("{path}: cannot be read as TOML: {message}")]
    File { path: PathBuf, message: String },
    #[error("{path}: there is no setting `{name}`; run `weft config` to list all settings")]
    Unknown { path: PathBuf, name: String },
    #[error("{name} = {value:?} isn't valid; expected {expected}")]
    Value { name: &'static str, value: String, expected: &'static str },
}

/// A setting as `weft config` shows it.
pub struct Setting {
    pub name: &'static str,
    pub env: &'static str,
    pub default: &'static str,
    pub help: &'static str,
}

trait Parse: Sized {
    const EXPECTED: &'static str;
    fn parse(text: &str) -> Option<Self>;
}

impl Parse for String {
    const EXPECTED: &'static str = "text";
    fn parse(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }
}

impl Parse for bool {
    const EXPECTED: &'static str = "true or false";
    fn parse(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

impl Parse for u16 {
    const EXPECTED: &'static str = "a whole number from 0 to 65535";
    fn parse(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

impl Parse for u32 {
    const EXPECTED: &'static str = "a whole number, 0 or more";
    fn parse(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

impl Parse for NonZeroU32 {
    const EXPECTED: &'static str = "a whole number, 1 or more";
    fn parse(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

macro_rules! settings {
    ($($(#[doc = $help:literal])+ $name:ident : $t:ty = $env:literal, $default:literal;)*) => {
        #[derive(Clone, Debug)]
        pub struct Config {
            /// The folder that holds everything: database, mail of the file transport, settings.
            pub data: PathBuf,
            $($(#[doc = $help])+ pub $name: $t,)*
        }

        /// Every setting there is.
        pub const SETTINGS: &[Setting] = &[$(Setting {
            name: stringify!($name), env: $env, default: $default, help: concat!($($help),+),
        }),*];

        impl Config {
            /// Reads the settings for a data folder. `env` looks a variable up.
            pub fn load(data: &Path, env: impl Fn(&str) -> Option<String>) -> Result<Self, ConfigError> {
                let file = read_file(&data.join("weft.toml"))?;
                let look = |name: &str, var: &str, default: &str| {
                    env(var).or_else(|| file.get(name).cloned()).unwrap_or_else(|| default.to_owned())
                };
                let read = Self {
                    data: data.to_owned(),
                    $($name: {
                        let value = look(stringify!($name), $env, $default);
                        <$t as Parse>::parse(&value).ok_or(ConfigError::Value {
                            name: stringify!($name), value, expected: <$t as Parse>::EXPECTED,
                        })?
                    }),*
                };
                Ok(read.with_address())
            }

            /// Every setting with its value, passwords in addresses covered.
            pub fn shown(&self) -> Vec<(&'static Setting, String)> {
                let values = [$(self.$name.to_string()),*];
                SETTINGS.iter().zip(values.map(|v| cover(&v))).collect()
            }
        }
    };
}

settings! {
    #[doc = "Database: a postgres:// URL, or empty for the file weft.db in the data folder."]
    database_url: String = "DATABASE_URL", "";
    #[doc = "Address and port to listen on."]
    listen: String = "WEFT_LISTEN", "127.0.0.1:8080";
    #[doc = "The address people use in their browser, such as https://weft.example.org. Links in emails start with \
        it. Empty means this machine, at the port in listen."]
    base_url: String = "WEFT_BASE_URL", "";
    #[doc = "Where photos and other files are stored: `s3://bucket/prefix` with keys in `AWS_ACCESS_KEY_ID`, \
        `AWS_SECRET_ACCESS_KEY`, `AWS_REGION` and `AWS_ENDPOINT`, or empty for the folder files in the data folder."]
    files_url: String = "WEFT_FILES_URL", "";
    #[doc = "Mail server, as smtp://user:password@host:port or smtps://…; if empty, emails are written to files in \
        the data folder."]
    smtp_url: String = "WEFT_SMTP_URL", "";
    #[doc = "How many emails are sent to the mail server at the same time. Two more connections are reserved for \
        sign-in links and similar emails."]
    mail_connections: u16 = "WEFT_MAIL_CONNECTIONS", "4";
    #[doc = "Sender of all emails."]
    mail_from: String = "WEFT_MAIL_FROM", "Weft <weft@localhost>";
    #[doc = "Address for replies to conversations, such as reply@weft.example.org. Your mail server must pass emails \
        to it, and to reply+anything@…, to `weft admin post-reply`. Empty means no replies by email."]
    reply_address: String = "WEFT_REPLY_ADDRESS", "";
    #[doc = "File with the public age key that backups are encrypted with. Keep the private key away from the data \
        folder."]
    backup_key: String = "WEFT_BACKUP_KEY", "";
    #[doc = "File with the key that encrypts secrets in the database; empty for secret.key in the data folder. It is \
        created if it doesn't exist."]
    secret_key_file: String = "WEFT_SECRET_KEY_FILE", "";
    #[doc = "How many proxies in front of Weft are trusted to set X-Forwarded-For; 0 trusts none."]
    trusted_proxies: u16 = "WEFT_TRUSTED_PROXIES", "0";
    #[doc = "Maximum number of open connections. At the limit, the connection that has been idle longest is closed \
        for a new one. Lower if the system allows fewer open files."]
    connections: NonZeroU32 = "WEFT_CONNECTIONS", "4000";
    #[doc = "Maximum number of connections from one address; 0 means no limit. Not used behind trusted proxies, \
        where every connection comes from the proxy."]
    connections_per_address: u32 = "WEFT_CONNECTIONS_PER_ADDRESS", "600";
    #[doc = "Seconds in which the head of a request must arrive, counted from its first byte or from the start of \
        the connection."]
    header_seconds: NonZeroU32 = "WEFT_HEADER_SECONDS", "10";
    #[doc = "Seconds that a connection may stay idle between requests. Set this longer than the proxy's timeout, so \
        that the proxy closes connections."]
    idle_seconds: NonZeroU32 = "WEFT_IDLE_SECONDS", "150";
    #[doc = "Seconds without any data after which a request or response is stopped."]
    stall_seconds: NonZeroU32 = "WEFT_STALL_SECONDS", "30";
    #[doc = "Minimum average upload speed in bytes per second, not counting the first seconds of a stall. At 4000, \
        50 MB can take three and a half hours."]
    slowest_upload: NonZeroU32 = "WEFT_SLOWEST_UPLOAD", "4000";
    #[doc = "Seconds that running requests have to finish when the program stops."]
    shutdown_seconds: u32 = "WEFT_SHUTDOWN_SECONDS", "10";
    #[doc = "Maximum number of pages on which one person can follow a live session. One more closes the oldest."]
    live_lines: NonZeroU32 = "WEFT_LIVE_LINES", "10";
    #[doc = "Whether to check the links on pages once a week, which their hosts can see: true or false."]
    check_links: bool = "WEFT_CHECK_LINKS", "true";
    #[doc = "Maximum size of all files in one application, in megabytes."]
    draft_files_mb: u32 = "WEFT_DRAFT_FILES_MB", "250";
    #[doc = "Maximum number of files in one application."]
    draft_files: u16 = "WEFT_DRAFT_FILES", "24";
    #[doc = "Megabytes of files that people at one internet address can send in an hour before they open the link we \
        emailed them. 1200 is enough for sixty people in one office with a three-minute video each."]
    address_files_mb: u32 = "WEFT_ADDRESS_FILES_MB", "1200";
    #[doc = "How many applications people at one internet address can start in an hour."]
    address_drafts: u16 = "WEFT_ADDRESS_DRAFTS", "300";
    #[doc = "How many files can be uploaded from one internet address at the same time."]
    address_uploads: u16 = "WEFT_ADDRESS_UPLOADS", "64";
    #[doc = "Megabytes of files that all applicants together can store before they open the link we emailed them."]
    unproved_files_mb: u32 = "WEFT_UNPROVED_FILES_MB", "2000";
    #[doc = "Megabytes of disk space that must stay free in the data folder; with less, new files are refused. 0 \
        means a twentieth of the disk, and at least 500."]
    free_mb: u32 = "WEFT_FREE_MB", "0";
    #[doc = "What to write to the log: one level for everything, such as warn, or levels by part of the program, \
        such as weft=info,warn."]
    log: String = "WEFT_LOG", "weft=info,warn";
}

impl Config {
    /// What [`Db::open`](super::db::Db::open) takes.
    pub fn database(&self) -> String {
        if self.database_url.is_empty() {
            self.data.join("weft.db").to_string_lossy().into_owned()
        } else {
            self.database_url.clone()
        }
    }

    pub fn is_sqlite(&self) -> bool {
        !(self.database_url.starts_with("postgres://") || self.database_url.starts_with("postgresql://"))
    }

    /// The file with the key of [`seal`](super::seal).
    pub fn secret_key(&self) -> PathBuf {
        if self.secret_key_file.is_empty() {
            self.data.join("secret.key")
        } else {
            PathBuf::from(&self.secret_key_file)
        }
    }

    /// Links never begin with two slashes, and begin with something where no address is set.
    fn with_address(mut self) -> Self {
        self.base_url.truncate(self.base_url.trim_end_matches('/').len());
        if self.base_url.is_empty() {
            self.base_url = address_of(&self.listen);
        }
        self
    }

    /// Listens elsewhere; where no address is set, links follow.
    pub fn listen_on(&mut self, listen: &str) {
        if self.base_url == address_of(&self.listen) {
            self.base_url = address_of(listen);
        }
        listen.clone_into(&mut self.listen);
    }

    /// Whether browsers reach this over TLS, which the `__Host-` cookie needs.
    pub fn is_https(&self) -> bool {
        self.base_url.starts_with("https://")
    }
}

/// How a browser on this machine reaches what listens here: `0.0.0.0:81` is `http://localhost:81`.
fn address_of(listen: &str) -> String {
    let (host, port) = listen.rsplit_once(':').unwrap_or((listen, "80"));
    let host = host.trim_matches(['[', ']']);
    let is_here = host.is_empty()
        || host == "localhost"
        || host.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback() || ip.is_unspecified());
    let host = match host {
        _ if is_here => "localhost".to_owned(),
        v6 if v6.contains(':') => format!("[{v6}]"),
        other => other.to_owned(),
    };
    if port == "80" { format!("http://{host}") } else { format!("http://{host}:{port}") }
}

/// Covers the password of `scheme://user:password@host`.
fn cover(value: &str) -> String {
    let Some((scheme, rest)) = value.split_once("://") else { return value.to_owned() };
    match rest.rsplit_once('@') {
        Some((login, host)) => {
            let user = login.split(':').next().unwrap_or_default();
            format!("{scheme}://{user}:…@{host}")
        }
        None => value.to_owned(),
    }
}

fn read_file(path: &Path) -> Result<BTreeMap<String, String>, ConfigError> {
    let Ok(text) = std::fs::read_to_string(path) else { return Ok(BTreeMap::new()) };
    let table: toml::Table =
        toml::from_str(&text).map_err(|e| ConfigError::File { path: path.to_owned(), message: e.to_string() })?;
    table
        .into_iter()
        .map(|(name, value)| {
            if SETTINGS.iter().any(|s| s.name == name) {
                let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                Ok((name, text))
            } else {
                Err(ConfigError::Unknown { path: path.to_owned(), name })
            }
        })
        .collect()
}

/// The example file: every setting with its default, commented out.
pub fn example() -> String {
    SETTINGS.iter().fold(String::from("# weft.toml, in the data folder. Environment variables win.\n"), |out, s| {
        format!("{out}\n# {}\n# Environment: {}\n# {} = {:?}\n", s.help, s.env, s.name, s.default)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn environment_wins_over_file_wins_over_default() {
        let dir = tempfile::tempdir().expect("temp dir");
        std::fs::write(dir.path().join("weft.toml"), "listen = \"127.0.0.1:1\"\ntrusted_proxies = 2\n").expect("write");
        let config = Config::load(dir.path(), |v| (v == "WEFT_LISTEN").then(|| "127.0.0.1:2".into())).expect("valid");
        assert_eq!((config.listen.as_str(), config.trusted_proxies, config.smtp_url.as_str()), ("127.0.0.1:2", 2, ""));
    }

    #[test]
    fn links_follow_the_address_that_is_listened_on_until_one_is_set() {
        let dir = tempfile::tempdir().expect("temp dir");
        let mut config = Config::load(dir.path(), |_| None).expect("valid");
        assert_eq!(config.base_url, "http://localhost:8080");
        for (listen, address) in [
            ("127.0.0.1:18500", "http://localhost:18500"),
            ("0.0.0.0:80", "http://localhost"),
            ("[::1]:81", "http://localhost:81"),
            ("192.168.1.7:8080", "http://192.168.1.7:8080"),
            ("[2001:db8::1]:81", "http://[2001:db8::1]:81"),
            ("weft.example.org:81", "http://weft.example.org:81"),
        ] {
            config.listen_on(listen);
            assert_eq!(config.base_url, address);
        }
        let set = |v: &str| (v == "WEFT_BASE_URL").then(|| "https://weft.example.org/".into());
        let mut config = Config::load(dir.path(), set).expect("valid");
        config.listen_on("127.0.0.1:18500");
        assert_eq!(config.base_url, "https://weft.example.org");
    }

    #[test]
    fn a_misspelt_setting_is_named() {
        let dir = tempfile::tempdir().expect("temp dir");
        std::fs::write(dir.path().join("weft.toml"), "lisen = \"x\"\n").expect("write");
        let error = Config::load(dir.path(), |_| None).expect_err("unknown").to_string();
        assert!(error.ends_with("there is no setting `lisen`; run `weft config` to list all settings"), "{error}");
    }

    #[test]
    fn the_example_file_is_valid_when_uncommented() {
        let text = example()
            .lines()
            .filter(|l| l.contains(" = "))
            .map(|l| l.trim_start_matches("# "))
            .collect::<Vec<_>>()
            .join("\n");
        let table: toml::Table = toml::from_str(&text).expect("valid TOML");
        assert_eq!(table.len(), SETTINGS.len());
    }
}
