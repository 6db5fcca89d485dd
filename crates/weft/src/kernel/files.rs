//! Files that are not rows, such as photos: in the folder `files` of the data folder, or in a bucket that
//! speaks S3. Names are ours and random; what a person called her file is never used.

use std::sync::Arc;

use futures_util::TryStreamExt as _;
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::prefix::PrefixStore;
use object_store::{Error, ObjectStore, ObjectStoreExt as _};

use super::config::Config;

#[derive(Clone, Debug)]
pub struct Files(Arc<dyn ObjectStore>);

pub type Result<T> = std::result::Result<T, Error>;

impl Files {
    /// Opens the place that the settings name. For a bucket, keys and region come from `AWS_ACCESS_KEY_ID`,
    /// `AWS_SECRET_ACCESS_KEY`, `AWS_REGION` and, for a server of one's own, `AWS_ENDPOINT`.
    pub fn open(config: &Config) -> Result<Self> {
        if config.files_url.is_empty() {
            let folder = config.data.join("files");
            super::private::folder(&folder).map_err(|e| Error::Generic { store: "files", source: Box::new(e) })?;
            // Written and synced, the folder too, before anything in the database points there.
            return Ok(Self(Arc::new(LocalFileSystem::new_with_prefix(folder)?.with_fsync(true))));
        }
        // A second call finds the first one's choice standing; both are the same.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let bucket = AmazonS3Builder::from_env().with_url(&config.files_url).build()?;
        let prefix = config.files_url.split("://").nth(1).and_then(|rest| rest.split_once('/')).map_or("", |(_, p)| p);
        Ok(Self(Arc::new(PrefixStore::new(bucket, prefix))))
    }

    pub async fn put(&self, name: &str, bytes: Vec<u8>) -> Result<()> {
        self.0.put(&Path::from(name), bytes.into()).await.map(drop)
    }

    /// The bytes of a file, or nothing when there is none.
    pub async fn get(&self, name: &str) -> Result<Option<Vec<u8>>> {
        match self.0.get(&Path::from(name)).await {
            Ok(found) => Ok(Some(found.bytes().await?.to_vec())),
            Err(Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Removing what is not there is harmless.
    pub async fn remove(&self, name: &str) -> Result<()> {
        match self.0.delete(&Path::from(name)).await {
            Err(Error::NotFound { .. }) => Ok(()),
            other => other,
        }
    }

    /// The names of all files, in order.
    pub async fn names(&self) -> Result<Vec<String>> {
        let mut names: Vec<String> = self.0.list(None).map_ok(|meta| meta.location.to_string()).try_collect().await?;
        names.sort();
        Ok(names)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::Mutex;

    use axum::body::Bytes;
    use axum::extract::{Request, State};
    use axum::http::{Method, StatusCode};
    use axum::response::{IntoResponse, Response};

    use super::*;

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
        files.put("../../outside", b"x".to_vec()).await.expect("puts");
        assert!(files.names().await.expect("lists").iter().all(|n| !n.starts_with("..")));
        assert!(!dir.path().join("outside").exists(), "a name never leads out of the folder");
    }

    type Bucket = Arc<Mutex<BTreeMap<String, Bytes>>>;

    /// Just enough of a bucket to see what is asked of one: signed requests, by path.
    async fn bucket(State(held): State<Bucket>, request: Request) -> Response {
        let signed = request.headers().get("authorization").and_then(|v| v.to_str().ok()).is_some_and(|v| v.starts_with("AWS4-HMAC-SHA256 Credential=key/"));
        if !signed {
            return StatusCode::FORBIDDEN.into_response();
        }
        let (method, path) = (request.method().clone(), request.uri().path().to_owned());
        let body = axum::body::to_bytes(request.into_body(), 1 << 20).await.expect("a body");
        let mut held = held.lock().expect("one at a time");
        let stamps = [("etag", "\"e\""), ("last-modified", "Sun, 22 Nov 2026 00:00:00 GMT")];
        match method {
            Method::PUT => {
                held.insert(path, body);
                stamps.into_response()
            }
            Method::GET => held.get(&path).map_or(StatusCode::NOT_FOUND.into_response(), |b| (stamps, b.clone()).into_response()),
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
    async fn in_a_bucket_every_request_is_signed_and_below_the_prefix() {
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
        let files = Files(Arc::new(PrefixStore::new(store, "weft")));
        files.put("photos/kept", b"k".to_vec()).await.expect("puts");
        goes_in_and_out(&files).await;
        assert_eq!(held.lock().expect("one at a time").keys().collect::<Vec<_>>(), ["/house/weft/photos/kept"]);
    }
}
