//! The program as someone at a terminal runs it, in a folder that goes away.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

pub struct Terminal {
    folder: tempfile::TempDir,
}

impl Terminal {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("temp dir") }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A command with the umask most machines have, which lets others read. How full this machine is decides nothing.
    pub fn command(&self, data: &str, words: &[&str]) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", "umask 022; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_weft")]);
        command.args(words).args(["--data".as_ref(), self.path(data).as_os_str()]);
        command
            .env("WEFT_FREE_MB", "1")
            .env_remove("DATABASE_URL")
            .env_remove("WEFT_BACKUP_KEY")
            .env_remove("WEFT_SMTP_URL")
            .env_remove("WEFT_SECRET_KEY_FILE");
        command
    }

    pub fn output(&self, data: &str, words: &[&str]) -> Output {
        self.command(data, words).output().expect("runs")
    }

    /// What a command that succeeds prints, on both outputs.
    pub fn ok(&self, data: &str, words: &[&str]) -> String {
        said(words, &self.output(data, words), true)
    }

    /// What a command that fails says, on both outputs.
    pub fn fails(&self, data: &str, words: &[&str]) -> String {
        said(words, &self.output(data, words), false)
    }

    /// A house with a person in it.
    pub fn house(&self, data: &str) {
        std::fs::write(self.path("people.csv"), "application_id,email,first_name\nA1,noor@example.org,Noor\n")
            .expect("writes");
        let file = text(&self.path("people.csv")).to_owned();
        self.ok(data, &["import", "applications", &file, "--season", "s", "--create-season"]);
    }

    /// Starts `weft serve` on a free port; `more` are further words and settings.
    pub fn serve(&self, data: &str, more: &[&str], env: &[(&str, &str)]) -> Served {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut command = self.command(data, &[&["serve", "--listen", "127.0.0.1:0"], more].concat());
        command.envs(env.iter().copied()).stdout(Stdio::piped()).stderr(Stdio::inherit());
        let mut child = command.spawn().expect("starts");
        let mut lines = BufReader::new(child.stdout.take().expect("piped")).lines();
        let mut printed = String::new();
        let address = loop {
            let line = lines.next().unwrap_or_else(|| panic!("ended after: {printed}")).expect("text");
            if let Some(address) = line.strip_prefix("Weft is running at ") {
                break address.to_owned();
            }
            printed.push_str(&line);
            printed.push('\n');
        };
        Served { child, address, printed }
    }
}

fn said(words: &[&str], out: &Output, well: bool) -> String {
    let all = format!("{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr));
    assert_eq!(out.status.success(), well, "{words:?}: {all}");
    all
}

pub fn text(path: &Path) -> &str {
    path.to_str().expect("a path")
}

/// A `weft serve` that listens.
pub struct Served {
    pub child: Child,
    pub address: String,
    /// What it printed before it listened.
    pub printed: String,
}

impl Served {
    /// The path of the link that makes an owner.
    pub fn owner_link(&self) -> String {
        let at = self.printed.find("/first-run/").unwrap_or_else(|| panic!("no link in {}", self.printed));
        self.printed[at..].lines().next().unwrap_or_default().to_owned()
    }

    pub async fn status(&self, path: &str) -> u16 {
        reqwest::get(format!("{}{path}", self.address)).await.expect("answers").status().as_u16()
    }

    /// Ends it as a power cut would.
    pub fn kill(mut self) {
        self.child.kill().expect("ends");
        self.child.wait().expect("ended");
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Every file below a folder with its content, and every folder without one.
pub fn everything(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut out = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(&folder).expect("a folder").filter_map(Result::ok).map(|e| e.path()) {
            if path.is_dir() {
                folders.push(path.clone());
                out.push((path, Vec::new()));
            } else if let Ok(content) = std::fs::read(&path) {
                out.push((path, content));
            }
        }
    }
    out
}

pub fn holds(content: &[u8], word: &str) -> bool {
    content.windows(word.len()).any(|w| w == word.as_bytes())
}

/// Looks again until something is so; what a running process does shows when it is done.
pub fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let began = std::time::Instant::now();
    while !is_so() {
        assert!(began.elapsed() < std::time::Duration::from_secs(60), "waited for {what}");
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
}
