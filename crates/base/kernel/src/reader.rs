//! What others send is parsed in a process of its own, `weft clean-file`, which may die: a file that takes all memory
//! or never ends costs one refusal. This is the parent's side; what the process does is in `cli/clean_file`.

use std::io::{Read as _, Seek as _};
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _, BufReader};
use tokio::process::{Child, Command};
use tokio::sync::{Semaphore, SemaphorePermit};

/// The subcommand under which this program is a reader. It is not in the help.
pub const COMMAND: &str = "clean-file";

/// Readers at work at a time, and of those the ones that work for people without an account.
const AT_A_TIME: usize = 2;
const FOR_ANYONE: usize = 1;

/// Longest first line of an answer, in bytes.
const LONGEST_LINE: u64 = 4_096;

/// What a reader may take. Memory and time of the processor are limits that the process sets for itself; the rest is
/// watched from outside.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of memory of its own. With the program itself it stays below 256 MB.
    pub memory: u64,
    /// Seconds of the processor.
    pub cpu: u64,
    /// From start to end.
    pub time: Duration,
    /// How long a file waits for its turn.
    pub wait: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self { memory: 224_000_000, cpu: 10, time: Duration::from_secs(20), wait: Duration::from_secs(20) }
    }
}

/// Who sent the file. People without an account share one reader, so that they cannot keep everyone else waiting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sender {
    Anyone,
    SignedIn,
}

/// What is asked of a reader.
#[derive(Clone, Copy, Debug)]
pub struct Ask {
    /// What the file has to be; `cli/clean_file` knows the words.
    pub what: &'static str,
    pub from: Sender,
    /// Longest answer, in bytes.
    pub most: u64,
}

/// A file to read.
pub enum Input {
    Bytes(Vec<u8>),
    /// From its beginning; the reader reads it itself.
    File(std::fs::File),
}

impl Input {
    /// Its length in bytes, 0 where it cannot be known.
    pub fn len(&self) -> u64 {
        match self {
            Self::Bytes(bytes) => bytes.len() as u64,
            Self::File(file) => file.metadata().map_or(0, |m| m.len()),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Its first bytes, at most so many; a file stands at its beginning afterward.
    pub fn head(&self, most: usize) -> Vec<u8> {
        let mut file = match self {
            Self::Bytes(bytes) => return bytes[..bytes.len().min(most)].to_vec(),
            Self::File(file) => file,
        };
        let mut head = Vec::new();
        let read =
            file.rewind().and_then(|()| file.take(most as u64).read_to_end(&mut head)).and_then(|_| file.rewind());
        if read.is_err() {
            head.clear();
        }
        head
    }
}

/// What the reader said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// What the file is, and how many bytes of it were written.
    Taken(String, u64),
    /// Why it cannot be taken, in the words of whoever asked.
    Refused(String),
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// No reader was free in time, or none could be started. Nothing is wrong with the file.
    Busy,
    /// The reader died, took too long or said too much.
    Unreadable,
}

/// Starts readers, a few at a time. Clones share their places.
#[derive(Clone, Debug)]
pub struct Readers {
    program: Arc<PathBuf>,
    pub limits: Limits,
    slots: Arc<Semaphore>,
    for_anyone: Arc<Semaphore>,
}

impl Default for Readers {
    /// This program itself. On Linux that is the running file, even when a newer one has taken its place since.
    fn default() -> Self {
        let own = PathBuf::from("/proc/self/exe");
        Self::at(if own.exists() { own } else { std::env::current_exe().unwrap_or_else(|_| "weft".into()) })
    }
}

impl Readers {
    /// Readers that run the program at a path.
    pub fn at(program: impl Into<PathBuf>) -> Self {
        let slots = |n| Arc::new(Semaphore::new(n));
        Self {
            program: Arc::new(program.into()),
            limits: Limits::default(),
            slots: slots(AT_A_TIME),
            for_anyone: slots(FOR_ANYONE),
        }
    }

    /// Has a file read. What it holds is written to `into`, which is of use only when the answer is `Taken`.
    pub async fn read(&self, ask: Ask, input: Input, into: &mut (impl AsyncWrite + Unpin)) -> Result<Said, Failure> {
        let _place = tokio::time::timeout(self.limits.wait, self.place(ask.from)).await.map_err(|_| Failure::Busy)?;
        let (mut child, bytes) = self.start(ask, input).map_err(|error| {
            tracing::error!("the process that reads uploaded files could not be started: {error}");
            Failure::Busy
        })?;
        let why = match tokio::time::timeout(self.limits.time, talk(&mut child, bytes, ask.most, into)).await {
            Ok(Ok(said)) => return Ok(said),
            Ok(Err(why)) => why,
            Err(_) => "it took too long".to_owned(),
        };
        // Waited for, so that its place is free only when its memory is.
        let _ = child.kill().await;
        tracing::warn!(what = ask.what, why, "a file could not be read");
        Err(Failure::Unreadable)
    }

    /// What holds a reader back here, in words for `weft doctor`.
    pub async fn held_by(&self) -> Result<String, Failure> {
        let ask = Ask { what: "nothing", from: Sender::SignedIn, most: 0 };
        match self.read(ask, Input::Bytes(Vec::new()), &mut Vec::new()).await? {
            Said::Taken(words, _) => Ok(words),
            Said::Refused(_) => Err(Failure::Unreadable),
        }
    }

    /// How many more could be at work now.
    pub fn free(&self) -> usize {
        self.slots.available_permits()
    }

    async fn place(&self, from: Sender) -> (Option<SemaphorePermit<'_>>, Option<SemaphorePermit<'_>>) {
        // Neither is ever closed.
        let first = if from == Sender::Anyone { self.for_anyone.acquire().await.ok() } else { None };
        (first, self.slots.acquire().await.ok())
    }

    fn start(&self, ask: Ask, input: Input) -> std::io::Result<(Child, Option<Vec<u8>>)> {
        let (stdin, bytes) = match input {
            Input::Bytes(bytes) => (Stdio::piped(), Some(bytes)),
            Input::File(file) => (Stdio::from(file), None),
        };
        let mut command = Command::new(self.program.as_ref());
        command.args([COMMAND, ask.what, &self.limits.memory.to_string(), &self.limits.cpu.to_string()]);
        command
            .env_clear()
            .current_dir("/")
            .stdin(stdin)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true);
        #[cfg(unix)]
        command.process_group(0);
        Ok((command.spawn()?, bytes))
    }
}

/// Hands the file over and takes the answer. An error says what happened, for the log.
async fn talk(
    child: &mut Child,
    bytes: Option<Vec<u8>>,
    most: u64,
    into: &mut (impl AsyncWrite + Unpin),
) -> Result<Said, String> {
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    let hand_over = async {
        if let (Some(mut pipe), Some(bytes)) = (stdin, bytes) {
            // It may have seen enough before the end.
            let _ = pipe.write_all(&bytes).await;
        }
        Ok(())
    };
    let hear = async {
        let mut answer = BufReader::with_capacity(64 * 1024, stdout.ok_or("it has no output")?);
        let mut line = Vec::new();
        (&mut answer).take(LONGEST_LINE).read_until(b'\n', &mut line).await.map_err(|e| e.to_string())?;
        let mut body = answer.take(most + 1);
        let written = tokio::io::copy_buf(&mut body, into).await.map_err(|e| e.to_string())?;
        if written > most { Err("its answer is too long".to_owned()) } else { Ok((line, written)) }
    };
    let ((), (line, written)) = tokio::try_join!(hand_over, hear)?;
    let status = child.wait().await.map_err(|e| e.to_string())?;
    if !status.success() {
        return Err(status.to_string());
    }
    into.flush().await.map_err(|e| e.to_string())?;
    let line = String::from_utf8(line).unwrap_or_default();
    match line.strip_suffix('\n').and_then(|l| l.split_once(' ')) {
        Some(("taken", word)) => Ok(Said::Taken(word.to_owned(), written)),
        Some(("refused", why)) => Ok(Said::Refused(why.to_owned())),
        _ => Err("its answer makes no sense".to_owned()),
    }
}
