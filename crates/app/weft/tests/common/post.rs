//! A mail server for tests: it answers what it was told to, keeps what it took, and can hold its answers back.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use weft_kernel::mail::Transport;

/// A letter whose content arrived. Whether its sender heard of that is another matter.
#[derive(Clone, Debug)]
pub struct Arrived {
    pub to: String,
    pub message_id: String,
    pub content: String,
}

#[derive(Default)]
struct State {
    arrived: Vec<Arrived>,
    /// What begins a command, what stands in it, and the answer. The content's answer goes by `DATA`, and by the
    /// recipient.
    script: Vec<(&'static str, String, String)>,
    /// Answers to these are held back: what begins a command, and what stands in it.
    held: Vec<(&'static str, String)>,
    waiting: usize,
}

/// A server on a port of its own, until it is dropped.
#[derive(Clone)]
pub struct Post {
    port: u16,
    state: Arc<Mutex<State>>,
    changed: watch::Sender<()>,
    gate: Arc<Semaphore>,
}

impl Post {
    pub async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let post = Self {
            port: listener.local_addr().expect("an address").port(),
            state: Arc::default(),
            changed: watch::Sender::new(()),
            gate: Arc::new(Semaphore::new(0)),
        };
        let own = post.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let own = own.clone();
                // Whoever breaks off is no fault of the server's.
                tokio::spawn(async move { drop(own.converse(stream).await) });
            }
        });
        post
    }

    pub fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    pub fn transport(&self) -> Transport {
        Transport::Smtp(Arc::new(weft_kernel::smtp::Server::from_url(&self.url()).expect("a server")))
    }

    /// From now on, a command that begins like this and has these words in it is answered so. What was told last goes
    /// first.
    pub fn says(&self, command: &'static str, words: &str, answer: &str) {
        self.state.lock().expect("a lock").script.insert(0, (command, words.to_owned(), answer.to_owned()));
    }

    pub fn forgets(&self) {
        self.state.lock().expect("a lock").script.clear();
    }

    /// From now on, answers to such commands wait for [`Post::lets_go`].
    pub fn holds(&self, command: &'static str, words: &str) {
        self.state.lock().expect("a lock").held.push((command, words.to_owned()));
    }

    pub fn lets_go(&self, n: usize) {
        self.gate.add_permits(n);
    }

    pub fn lets_all_go(&self) {
        self.state.lock().expect("a lock").held.clear();
        self.lets_go(1_000);
    }

    pub fn arrived(&self) -> Vec<Arrived> {
        self.state.lock().expect("a lock").arrived.clone()
    }

    /// How many letters arrived for addresses with these words.
    pub fn count(&self, words: &str) -> usize {
        self.arrived().iter().filter(|a| a.to.contains(words)).count()
    }

    /// Waits until so many answers are held back.
    pub async fn until_held(&self, n: usize) {
        self.until(|s| s.waiting >= n).await;
    }

    /// Waits until so many letters have arrived.
    pub async fn until_arrived(&self, words: &str, n: usize) {
        self.until(|s| s.arrived.iter().filter(|a| a.to.contains(words)).count() >= n).await;
    }

    async fn until(&self, is_so: impl Fn(&State) -> bool) {
        let mut changed = self.changed.subscribe();
        let wait = async {
            while !is_so(&self.state.lock().expect("a lock")) {
                changed.changed().await.expect("a server");
            }
        };
        tokio::time::timeout(Duration::from_secs(60), wait).await.expect("it never came to that");
    }

    fn change(&self, how: impl FnOnce(&mut State)) {
        how(&mut self.state.lock().expect("a lock"));
        self.changed.send_replace(());
    }

    async fn answer(&self, command: &'static str, line: &str, usual: &str) -> String {
        let is_held =
            self.state.lock().expect("a lock").held.iter().any(|(c, words)| *c == command && line.contains(words));
        if is_held {
            self.change(|s| s.waiting += 1);
            self.gate.acquire().await.expect("a gate").forget();
            self.change(|s| s.waiting -= 1);
        }
        let state = self.state.lock().expect("a lock");
        let told = state
            .script
            .iter()
            .find(|(c, words, _)| *c == command && line.contains(words))
            .map(|(_, _, answer)| answer.clone());
        format!("{}\r\n", told.unwrap_or_else(|| usual.to_owned()))
    }

    async fn converse(&self, stream: TcpStream) -> std::io::Result<()> {
        let mut stream = BufReader::new(stream);
        let greeting = self.answer("HELLO", "", "220 mx.example.org").await;
        stream.write_all(greeting.as_bytes()).await?;
        let mut to = String::new();
        loop {
            let mut line = String::new();
            if stream.read_line(&mut line).await? == 0 {
                return Ok(());
            }
            let line = line.trim();
            let answer = match line.get(..4).unwrap_or_default().to_ascii_uppercase().as_str() {
                "EHLO" => "250-mx.example.org\r\n250 8BITMIME\r\n".into(),
                "MAIL" => self.answer("MAIL", line, "250 2.1.0 fine").await,
                "RCPT" => {
                    line.split(['<', '>']).nth(1).unwrap_or_default().clone_into(&mut to);
                    self.answer("RCPT", line, "250 2.1.5 fine").await
                }
                "DATA" => {
                    stream.write_all(b"354 go on\r\n").await?;
                    let mut content = String::new();
                    while !content.ends_with("\r\n.\r\n") {
                        if stream.read_line(&mut content).await? == 0 {
                            return Ok(());
                        }
                    }
                    let message_id =
                        content.lines().find_map(|l| l.strip_prefix("Message-ID: ")).unwrap_or_default().to_owned();
                    self.change(|s| s.arrived.push(Arrived { to: to.clone(), message_id, content }));
                    self.answer("DATA", &to, "250 2.0.0 taken").await
                }
                "QUIT" => {
                    stream.write_all(b"221 goodbye\r\n").await?;
                    return Ok(());
                }
                _ => "502 5.5.1 unknown\r\n".into(),
            };
            stream.write_all(answer.as_bytes()).await?;
        }
    }
}
