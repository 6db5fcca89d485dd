//! The program itself, listening, and connections to it that a test may leave unfinished.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::SEASON;

/// `weft serve` on a data folder; ended when this is dropped.
pub struct Server {
    child: Child,
    address: String,
}

/// A request that is under way.
pub struct Line(TcpStream);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Server {
    pub fn start(data: &Path, database: Option<&str>) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_weft"));
        command
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(data)
            .env_remove("DATABASE_URL")
            .env("WEFT_FREE_MB", "1")
            // Lines may be silent for as long as a busy machine takes for the others.
            .env("WEFT_IDLE_SECONDS", "3600");
        if let Some(url) = database {
            command.env("DATABASE_URL", url);
        }
        let mut child = command.stdout(Stdio::piped()).spawn().expect("starts");
        let mut lines = BufReader::new(child.stdout.take().expect("piped")).lines();
        let address = lines
            .find_map(|l| l.expect("text").split("http://").nth(1).filter(|a| a.starts_with("127.")).map(str::to_owned))
            .expect("listens");
        // Whatever else it says is read, so that it never waits for a reader.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, address }
    }

    /// A line of `/proc/…/status`, in kB.
    pub fn memory(&self, name: &str) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).expect("a status");
        let line = status.lines().find(|l| l.starts_with(name)).expect("a line");
        line.split_whitespace().nth(1).and_then(|n| n.parse().ok()).expect("a number")
    }

    async fn head(&self, method: &str, path: &str, cookie: &str, more: &str) -> Line {
        let mut stream = TcpStream::connect(&self.address).await.expect("connects");
        let head = format!(
            "{method} {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\nsec-fetch-site: \
            same-origin\r\ncookie: {cookie}\r\n{more}\r\n",
            self.address
        );
        stream.write_all(head.as_bytes()).await.expect("writes");
        Line(stream)
    }

    /// Opens a request whose body of `length` bytes is still to come.
    pub async fn open(&self, path: &str, cookie: &str, kind: &str, length: usize) -> Line {
        self.head("POST", path, cookie, &format!("content-type: {kind}\r\ncontent-length: {length}\r\n")).await
    }

    /// Opens a form with a file of `length` bytes, up to the file.
    pub async fn form(&self, path: &str, cookie: &str, length: usize) -> Line {
        let head = "--b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\n\r\n";
        let mut line = self
            .open(path, cookie, "multipart/form-data; boundary=b", head.len() + length + "\r\n--b--\r\n".len())
            .await;
        line.send(head.as_bytes()).await;
        line
    }

    /// The whole answer, head and all.
    pub async fn post(&self, path: &str, cookie: &str, kind: &str, body: &[u8]) -> String {
        let mut line = self.open(path, cookie, kind, body.len()).await;
        line.send(body).await;
        line.answer().await
    }

    pub async fn get(&self, path: &str, cookie: &str) -> String {
        self.head("GET", path, cookie, "").await.answer().await
    }

    /// Begins an application; the cookie that holds its key.
    pub async fn begin(&self) -> String {
        let answer = self.post(&format!("/call/{SEASON}/begin"), "", "application/x-www-form-urlencoded", b"").await;
        answer
            .split("set-cookie: ")
            .nth(1)
            .and_then(|c| c.split(';').next())
            .unwrap_or_else(|| panic!("no cookie in {answer}"))
            .to_owned()
    }
}

impl Line {
    pub async fn send(&mut self, bytes: &[u8]) {
        self.0.write_all(bytes).await.expect("writes");
    }

    pub async fn send_zeros(&mut self, mut bytes: usize) {
        let zeros = vec![0; 256 * 1024];
        while bytes > 0 {
            let n = bytes.min(zeros.len());
            self.send(&zeros[..n]).await;
            bytes -= n;
        }
    }

    pub async fn answer(mut self) -> String {
        let mut answer = Vec::new();
        self.0.read_to_end(&mut answer).await.expect("reads");
        String::from_utf8_lossy(&answer).into_owned()
    }
}
