//! Files that are not rows, such as photos: in the folder `files` of the data folder, or in a bucket that
//! speaks S3. Names are ours and random; what a person called her file is never used.

use std::ops::Range;
use std::sync::Arc;

use axum::body::Bytes;
use futures_util::TryStreamExt as _;
use futures_util::stream::BoxStream;
#[cfg(feature = "s3")]
use object_store::aws::AmazonS3Builder;
use object_store::buffered::BufWriter;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
#[cfg(feature = "s3")]
use object_store::prefix::PrefixStore;
use object_store::{Error, GetOptions, ObjectStore, ObjectStoreExt as _};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::sync::Semaphore;

use super::config::Config;
use super::incoming::Incoming;

#[derive(Clone, Debug)]
pub struct Files {
    store: Arc<dyn ObjectStore>,
    incoming: Arc<Incoming>,
    /// Files that are on their way from disk to the store, each with a part in memory.
    moving: Arc<Semaphore>,
}

pub type Result<T> = std::result::Result<T, Error>;

/// The size of the parts in which a file goes from disk to the store, in bytes. S3 takes none below 5 MiB.
const PART: usize = 5 * 1024 * 1024;

/// Files that go there at once.
const MOVING: usize = 2;

fn failed(source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
    Error::Generic { store: "files", source: source.into() }
}

impl Files {
    /// Opens the place that the settings name. For a bucket, keys and region come from `AWS_ACCESS_KEY_ID`,
    /// `AWS_SECRET_ACCESS_KEY`, `AWS_REGION` and, for a server of one's own, `AWS_ENDPOINT`.
    pub fn open(config: &Config) -> Result<Self> {
        let incoming = Incoming::open(&config.data).map_err(failed)?;
        if config.files_url.is_empty() {
            let folder = config.data.join("files");
            super::private::folder(&folder).map_err(failed)?;
            // Written and synced, the folder too, before anything in the database points there.
            return Ok(Self::of(LocalFileSystem::new_with_prefix(folder)?.with_fsync(true), incoming));
        }
        Self::bucket(config, incoming)
    }

    #[cfg(feature = "s3")]
    fn bucket(config: &Config, incoming: Incoming) -> Result<Self> {
        // A second call finds the first one's choice standing; both are the same.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let bucket = AmazonS3Builder::from_env().with_url(&config.files_url).build()?;
        let prefix = config.files_url.split("://").nth(1).and_then(|rest| rest.split_once('/')).map_or("", |(_, p)| p);
        Ok(Self::of(PrefixStore::new(bucket, prefix), incoming))
    }

    #[cfg(not(feature = "s3"))]
    fn bucket(_: &Config, _: Incoming) -> Result<Self> {
        Err(failed(
            "files_url points to a bucket, and this build of weft cannot use one. Build it with `cargo build --release \
            --features s3`, or remove files_url to keep files in the data folder.",
        ))
    }

    fn of(store: impl ObjectStore, incoming: Incoming) -> Self {
        Self { store: Arc::new(store), incoming: Arc::new(incoming), moving: Arc::new(Semaphore::new(MOVING)) }
    }

    /// Where large bodies are while they arrive.
    pub fn incoming(&self) -> &Arc<Incoming> {
        &self.incoming
    }

    pub async fn put(&self, name: &str, bytes: Vec<u8>) -> Result<()> {
        self.store.put(&Path::from(name), bytes.into()).await.map(drop)
    }

    /// Keeps a file that lies on disk, a part at a time: in memory is never more than a few of them.
    pub async fn put_file(&self, name: &str, from: &std::path::Path) -> Result<()> {
        let _turn = self.moving.acquire().await.map_err(failed)?;
        let mut file = tokio::fs::File::open(from).await.map_err(failed)?;
        let mut out = BufWriter::with_capacity(self.store.clone(), Path::from(name), PART).with_max_concurrency(1);
        if let Err(error) = copy(&mut file, &mut out).await {
            // Whether the parts that were sent can be taken back or not: the copying is what failed.
            let _ = out.abort().await;
            return Err(error);
        }
        out.shutdown().await.map_err(failed)
    }

    /// A file, or a part of it, as it is read; nothing when there is none.
    pub async fn open_file(
        &self,
        name: &str,
        part: Option<Range<u64>>,
    ) -> Result<Option<BoxStream<'static, Result<Bytes>>>> {
        let options = GetOptions { range: part.map(Into::into), ..GetOptions::default() };
        match self.store.get_opts(&Path::from(name), options).await {
            Ok(found) => Ok(Some(found.into_stream())),
            Err(Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The bytes of a small file, or nothing when there is none.
    pub async fn get(&self, name: &str) -> Result<Option<Vec<u8>>> {
        match self.store.get(&Path::from(name)).await {
            Ok(found) => Ok(Some(found.bytes().await?.to_vec())),
            Err(Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Removing what is not there is harmless.
    pub async fn remove(&self, name: &str) -> Result<()> {
        match self.store.delete(&Path::from(name)).await {
            Err(Error::NotFound { .. }) => Ok(()),
            other => other,
        }
    }

    /// The names of all files, in order.
    pub async fn names(&self) -> Result<Vec<String>> {
        let mut names: Vec<String> =
            self.store.list(None).map_ok(|meta| meta.location.to_string()).try_collect().await?;
        names.sort();
        Ok(names)
    }
}

async fn copy(file: &mut tokio::fs::File, out: &mut BufWriter) -> Result<()> {
    let mut buffer = vec![0; 256 * 1024];
    loop {
        match file.read(&mut buffer).await.map_err(failed)? {
            0 => return Ok(()),
            n => out.put(Bytes::copy_from_slice(&buffer[..n])).await?,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file of so many bytes, no two neighbors of which are alike.
    fn large(bytes: usize) -> Vec<u8> {
        (0..bytes).map(|i| (i % 251) as u8).collect()
    }

    async fn read(files: &Files, name: &str, part: Option<Range<u64>>) -> Vec<u8> {
        files
            .open_file(name, part)
            .await
            .expect("opens")
            .expect("there")
            .map_ok(|b| b.to_vec())
            .try_concat()
            .await
            .expect("reads")
    }

    async fn goes_from_disk_and_comes_in_parts(files: &Files) {
        for bytes in [1_000, 2 * PART + 7] {
            let content = large(bytes);
            let from = files.incoming().scratch().expect("makes");
            std::fs::write(from.path(), &content).expect("writes");
            files.put_file("answers/a", from.path()).await.expect("puts");
            assert!(read(files, "answers/a", None).await == content, "{bytes} bytes");
            assert_eq!(read(files, "answers/a", Some(900..990)).await, content[900..990]);
        }
        files.remove("answers/a").await.expect("removes");
        assert!(files.open_file("answers/a", None).await.expect("asks").is_none());
        let gone = files.incoming().path("gone");
        assert!(
            files.put_file("answers/a", &gone).await.is_err()
                && files.open_file("answers/a", None).await.expect("asks").is_none()
        );
    }

    async fn goes_in_and_out(files: &Files) {
        assert_eq!(files.get("photos/a").await.expect("asks"), None);
        files.put("photos/a", b"one".to_vec()).await.expect("puts");
        files.put("photos/a", b"two".to_vec()).await.expect("puts again");
        assert_eq!(files.get("photos/a").await.expect("gets").as_deref(), Some(&b"two"[..]));
        files.remove("photos/a").await.expect("removes");
        files.remove("photos/a").await.expect("removing twice is harmless");
        assert_eq!(files.get("photos/a").await.expect("asks"), None);
    }

    #[tokio::test]
    async fn on_local_disk() {
        let dir = tempfile::tempdir().expect("temp dir");
        let files = Files::open(&Config::load(dir.path(), |_| None).expect("defaults")).expect("opens");
        goes_in_and_out(&files).await;
        goes_from_disk_and_comes_in_parts(&files).await;
        files.put("../../outside", b"x".to_vec()).await.expect("puts");
        assert!(files.names().await.expect("lists").iter().all(|n| !n.starts_with("..")));
        assert!(!dir.path().join("outside").exists(), "a name never leads out of the folder");
    }

    #[cfg(not(feature = "s3"))]
    #[test]
    fn a_bucket_that_this_program_was_built_without_is_refused_with_what_to_do() {
        let dir = tempfile::tempdir().expect("temp dir");
        let mut config = Config::load(dir.path(), |_| None).expect("defaults");
        config.files_url = "s3://house/weft".into();
        let error = Files::open(&config).expect_err("refused").to_string();
        assert!(error.contains("--features s3"), "{error}");
    }

    #[cfg(feature = "s3")]
    mod in_a_bucket {
        use std::collections::BTreeMap;
        use std::sync::Mutex;

        use axum::extract::{Request, State};
        use axum::http::{Method, StatusCode};
        use axum::response::{IntoResponse, Response};

        use super::*;

        type Bucket = Arc<Mutex<BTreeMap<String, Bytes>>>;

        /// Just enough of a bucket to see what is asked of one: signed requests, by path.
        async fn bucket(State(held): State<Bucket>, request: Request) -> Response {
            let signed = request
                .headers()
                .get("authorization")
                .and_then(|v| v.to_str().ok())
                .is_some_and(|v| v.starts_with("AWS4-HMAC-SHA256 Credential=key/"));
            if !signed {
                return StatusCode::FORBIDDEN.into_response();
            }
            let (method, path) = (request.method().clone(), request.uri().path().to_owned());
            let query = request.uri().query().unwrap_or_default().to_owned();
            let range = request.headers().get("range").and_then(|v| v.to_str().ok()).map(str::to_owned);
            let body = axum::body::to_bytes(request.into_body(), 6 << 20).await.expect("a body");
            let mut held = held.lock().expect("one at a time");
            let stamps = [("etag", "\"e\""), ("last-modified", "Sun, 22 Nov 2026 00:00:00 GMT")];
            match method {
                // A part of a file that comes in several: kept beside it until it is complete.
                Method::PUT if query.contains("partNumber=") => {
                    let number: usize = query
                        .split("partNumber=")
                        .nth(1)
                        .and_then(|n| n.split('&').next())
                        .and_then(|n| n.parse().ok())
                        .expect("a number");
                    held.insert(format!("{path} part {number:03}"), body);
                    stamps.into_response()
                }
                Method::PUT => {
                    held.insert(path, body);
                    stamps.into_response()
                }
                Method::GET => {
                    let Some(whole) = held.get(&path) else { return StatusCode::NOT_FOUND.into_response() };
                    let Some(range) = range else { return (stamps, whole.clone()).into_response() };
                    let (from, to) = range
                        .trim_start_matches("bytes=")
                        .split_once('-')
                        .and_then(|(a, b)| Some((a.parse::<usize>().ok()?, b.parse::<usize>().ok()?)))
                        .expect("a range");
                    let told = [("content-range", format!("bytes {from}-{to}/{}", whole.len()))];
                    (StatusCode::PARTIAL_CONTENT, stamps, told, whole.slice(from..=to)).into_response()
                }
                Method::POST if query.starts_with("uploads") => {
                    "<InitiateMultipartUploadResult><UploadId>u</UploadId></InitiateMultipartUploadResult>"
                        .into_response()
                }
                Method::POST if query.contains("uploadId=") => {
                    let parts: Vec<String> =
                        held.keys().filter(|k| k.starts_with(&format!("{path} part "))).cloned().collect();
                    let whole: Vec<u8> = parts.iter().flat_map(|p| held.remove(p).expect("a part")).collect();
                    held.insert(path, whole.into());
                    "<CompleteMultipartUploadResult><ETag>e</ETag></CompleteMultipartUploadResult>".into_response()
                }
                Method::POST => {
                    let body = String::from_utf8_lossy(&body);
                    let key = body.split("<Key>").nth(1).and_then(|k| k.split('<').next()).unwrap_or_default();
                    held.remove(&format!("{path}/{key}"));
                    format!("<DeleteResult><Deleted><Key>{key}</Key></Deleted></DeleteResult>").into_response()
                }
                _ => StatusCode::METHOD_NOT_ALLOWED.into_response(),
            }
        }

        #[tokio::test]
        async fn every_request_is_signed_and_below_the_prefix() {
            let held = Bucket::default();
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("binds");
            let endpoint = format!("http://{}", listener.local_addr().expect("an address"));
            let router = axum::Router::new().fallback(bucket).with_state(held.clone());
            tokio::spawn(async move { axum::serve(listener, router).await });
            let _ = rustls::crypto::ring::default_provider().install_default();
            let store = AmazonS3Builder::new()
                .with_bucket_name("house")
                .with_region("eu-1")
                .with_access_key_id("key")
                .with_secret_access_key("secret")
                .with_endpoint(endpoint)
                .with_allow_http(true)
                .build()
                .expect("builds");
            let folder = tempfile::tempdir().expect("temp dir");
            let files = Files::of(PrefixStore::new(store, "weft"), Incoming::open(folder.path()).expect("opens"));
            goes_from_disk_and_comes_in_parts(&files).await;
            files.put("photos/kept", b"k".to_vec()).await.expect("puts");
            goes_in_and_out(&files).await;
            assert_eq!(held.lock().expect("one at a time").keys().collect::<Vec<_>>(), ["/house/weft/photos/kept"]);
        }
    }
}
