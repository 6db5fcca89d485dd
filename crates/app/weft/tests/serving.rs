//! The server as strangers meet it on a socket: every wait ends, every count has a bound, and closing takes no longer
//! than it may.

use crate::common;

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use common::House;
use common::meet::{DAY, people, room};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use weft::cli::serve::serve_until;
use weft_kernel::clock::Time;
use weft_kernel::config::Config;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_web::serving::{Accept, Limits};

/// Longer than anything here may take: only a fault reaches it.
const PATIENCE: Duration = Duration::from_secs(20);

struct Server {
    at: SocketAddr,
    stop: oneshot::Sender<()>,
    ended: JoinHandle<()>,
}

fn limits() -> Limits {
    let ms = Duration::from_millis;
    Limits {
        connections: 100,
        per_address: None,
        head: ms(300),
        idle: ms(300),
        stall: ms(300),
        slowest: 4_000,
        patience: Duration::from_secs(600),
        drain: ms(300),
    }
}

async fn serve(house: &House, limits: Limits) -> Server {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("binds");
    let at = listener.local_addr().expect("an address");
    serve_from(house, listener, at, limits)
}

fn serve_from(house: &House, listener: impl Accept + Send + 'static, at: SocketAddr, limits: Limits) -> Server {
    let (stop, stopped) = oneshot::channel();
    let kernel = house.kernel.clone();
    let ended = tokio::spawn(async move {
        let closing = async move { drop(stopped.await) };
        serve_until(kernel, listener, limits, Duration::from_millis(50), closing).await.expect("serves");
    });
    Server { at, stop, ended }
}

impl Server {
    async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.at).await.expect("connects")
    }

    /// Sends this on a new connection and returns all that comes back until the other side closes it.
    async fn ask(&self, text: &str) -> String {
        let mut stream = self.connect().await;
        // Refused halfway, the rest cannot be written: what counts is what is answered.
        let _ = stream.write_all(text.as_bytes()).await;
        rest(&mut stream).await
    }

    async fn is_alive(&self) -> bool {
        self.ask("GET /healthz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n").await.ends_with("alive\n")
    }

    async fn ends(self) {
        let _ = self.stop.send(());
        tokio::time::timeout(PATIENCE, self.ended).await.expect("the server ends").expect("no panic");
    }
}

/// All that comes until the other side closes.
async fn rest(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    let read = tokio::time::timeout(PATIENCE, stream.read_to_end(&mut bytes)).await.expect("the other side closes");
    assert!(read.is_ok() || !bytes.is_empty() || read.is_err_and(|e| e.kind() == io::ErrorKind::ConnectionReset));
    String::from_utf8_lossy(&bytes).into_owned()
}

/// What comes until this is in it.
async fn until(stream: &mut TcpStream, what: &str) -> String {
    let (mut text, mut buffer) = (String::new(), [0; 4096]);
    while !text.contains(what) {
        let n = tokio::time::timeout(PATIENCE, stream.read(&mut buffer)).await.expect("an answer").expect("a line");
        assert!(n > 0, "closed after {text:?}");
        text.push_str(&String::from_utf8_lossy(&buffer[..n]));
    }
    text
}

fn status(answer: &str) -> &str {
    answer.split(' ').nth(1).unwrap_or_default()
}

/// The head of a form that is sent, with one more line where there is one.
fn post(length: usize, more: &str) -> String {
    format!(
        "POST /sign-in HTTP/1.1\r\nhost: localhost\r\nsec-fetch-site: same-origin\r\ncontent-type: \
        application/x-www-form-urlencoded\r\ncontent-length: {length}\r\n{more}\r\n"
    )
}

#[tokio::test]
async fn a_head_of_up_to_64_kb_is_read_and_a_larger_one_is_answered_431() {
    let house = House::new(None).await;
    let server = serve(&house, limits()).await;
    let with = |n: usize| {
        format!("GET /healthz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\nx-pad: {}\r\n\r\n", "x".repeat(n))
    };
    assert_eq!(status(&server.ask(&with(60_000)).await), "200");
    assert_eq!(status(&server.ask(&with(70_000)).await), "431");
    assert_eq!(status(&server.ask(&with(300_000)).await), "431");
    server.ends().await;
}

#[tokio::test]
async fn whoever_says_nothing_half_a_head_or_half_a_body_is_not_waited_for() {
    let house = House::new(None).await;
    let server = serve(&house, limits()).await;
    assert_eq!(server.ask("").await, "");
    assert_eq!(server.ask("GET /healthz HTTP/1.1\r\nhost: loc").await, "");
    let answer = server.ask(&format!("{}email=someone", post(100, ""))).await;
    assert!(
        status(&answer) == "408" && answer.contains("upload took too long") && answer.contains("connection: close"),
        "{answer}"
    );
    // Answered once, a connection waits for a while and then closes.
    let mut stream = server.connect().await;
    for _ in 0..2 {
        stream.write_all(b"GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n").await.expect("writes");
        until(&mut stream, "alive\n").await;
    }
    assert_eq!(rest(&mut stream).await, "");
    server.ends().await;
}

#[tokio::test]
async fn a_body_that_drips_is_given_up_and_one_that_is_slow_but_steady_is_read() {
    let house = House::new(None).await;
    let server = serve(&house, limits()).await;
    let drip = async |piece: usize| {
        let mut stream = server.connect().await;
        let body = format!("email={}%40example.org", "a".repeat(4_000 - 20));
        stream.write_all(post(body.len(), "").as_bytes()).await.expect("writes");
        for part in body.as_bytes().chunks(piece) {
            // Answered before it has said everything: the rest is not heard any more.
            if stream.write_all(part).await.is_err() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        until(&mut stream, "\r\n").await
    };
    assert_eq!(status(&drip(40).await), "408", "800 bytes a second");
    assert_ne!(status(&drip(400).await), "408", "8,000 bytes a second, for half a second");
    server.ends().await;
}

#[tokio::test]
async fn an_answer_that_nobody_reads_is_given_up() {
    let house = House::new(None).await;
    let server = serve(&house, limits()).await;
    let page = house.visitor().get("/").await.body;
    let sheet = page.split('"').find(|p| p.starts_with("/assets/") && p.contains(".css")).expect("a style sheet");
    let size = house.visitor().get(sheet).await.bytes.len();
    // More than the system keeps on its way.
    let many = (32 << 20) / size;
    let (mut reader, mut writer) = server.connect().await.into_split();
    let request = format!("GET {sheet} HTTP/1.1\r\nhost: localhost\r\n\r\n");
    let asking = tokio::spawn(async move {
        for _ in 0..many {
            if writer.write_all(request.as_bytes()).await.is_err() {
                break;
            }
        }
        writer
    });
    tokio::time::sleep(Duration::from_millis(1_200)).await;
    let mut bytes = Vec::new();
    let read = tokio::time::timeout(PATIENCE, reader.read_to_end(&mut bytes)).await.expect("the other side has closed");
    assert!(bytes.len() < many * size, "{} bytes, {read:?}", bytes.len());
    drop(asking.await.expect("no panic"));
    server.ends().await;
}

#[tokio::test]
async fn silent_connections_give_way_to_whoever_asks_something() {
    let house = House::new(None).await;
    let long = Duration::from_secs(600);
    let patient = Limits { connections: 20, head: long, idle: long, ..limits() };
    let server = serve(&house, patient.clone()).await;
    let mut silent = Vec::new();
    for _ in 0..60 {
        silent.push(server.connect().await);
    }
    assert!(server.is_alive().await, "a bound of 20, and 60 that say nothing");
    server.ends().await;
    let server = serve(&house, Limits { connections: 100, per_address: Some(5), ..patient }).await;
    for _ in 0..30 {
        silent.push(server.connect().await);
    }
    assert!(server.is_alive().await, "a bound of 5 for each address, and 30 that say nothing");
    server.ends().await;
}

#[tokio::test]
async fn one_address_has_so_many_connections_at_work_and_no_more() {
    let house = House::new(None).await;
    let server = serve(&house, Limits { per_address: Some(3), stall: Duration::from_secs(600), ..limits() }).await;
    let mut busy = Vec::new();
    for _ in 0..3 {
        let mut stream = server.connect().await;
        stream.write_all(post(10, "expect: 100-continue\r\n").as_bytes()).await.expect("writes");
        // The form is being read: the server has asked for it.
        until(&mut stream, "100 Continue").await;
        busy.push(stream);
    }
    assert_eq!(status(&server.ask("GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n").await), "503");
    busy[0].write_all(b"email=a%40").await.expect("writes");
    until(&mut busy[0], "HTTP/1.1 ").await;
    assert!(server.is_alive().await, "one is free again");
    server.ends().await;
}

#[tokio::test]
async fn half_bodies_give_way_to_whoever_asks_something() {
    let house = House::new(None).await;
    let server =
        serve(&house, Limits { connections: 5, stall: Duration::from_secs(600), patience: Duration::ZERO, ..limits() })
            .await;
    let mut half = Vec::new();
    for _ in 0..5 {
        let mut stream = server.connect().await;
        stream.write_all(post(10, "expect: 100-continue\r\n").as_bytes()).await.expect("writes");
        until(&mut stream, "100 Continue").await;
        half.push(stream);
    }
    for _ in 0..3 {
        assert!(server.is_alive().await, "five forms are waited for, and none of them comes");
    }
    server.ends().await;
}

#[tokio::test]
async fn a_form_of_many_parts_or_with_a_long_head_is_refused_before_it_is_here() {
    let house = House::new(None).await;
    let member = house.someone("Rosa", None, Strength::Link).await;
    let server = serve(&house, limits()).await;
    let part = "--b\r\ncontent-disposition: form-data; name=\"x\"\r\n\r\n";
    let long = format!("--b\r\ncontent-disposition: form-data; name=\"{}", "a".repeat(100_000));
    let texts = format!("{part}{}\r\n", "a".repeat(60_000));
    let whole = |body: &str| format!("{body}--b--\r\n");
    for (what, body, status_is) in [
        ("an ordinary form", whole(&format!("{part}\r\n").repeat(20)), "303"),
        ("many parts", format!("{part}\r\n").repeat(70), "413"),
        ("a head of 100 kB", long, "413"),
        ("texts of 300 kB", texts.repeat(5), "413"),
    ] {
        let length = if status_is == "303" { body.len() } else { 9_000_000 };
        let head = format!(
            "POST /me/photo HTTP/1.1\r\nhost: localhost\r\nsec-fetch-site: same-origin\r\ncookie: {}\r\ncontent-type: \
            multipart/form-data; boundary=b\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n",
            member.cookie
        );
        let mut stream = server.connect().await;
        stream.write_all(head.as_bytes()).await.expect("writes");
        let _ = stream.write_all(body.as_bytes()).await;
        // The rest of it never comes: the answer is there before.
        let answer = until(&mut stream, "\r\n").await;
        assert_eq!(status(&answer), status_is, "{what}");
    }
    server.ends().await;
}

#[tokio::test]
async fn how_long_the_server_took_is_not_told_to_strangers() {
    let house = House::new(None).await;
    let member = house.someone("Rosa", None, Strength::Link).await;
    let server = serve(&house, limits()).await;
    let ask =
        |cookie: &str| format!("GET / HTTP/1.1\r\nhost: localhost\r\ncookie: {cookie}\r\nconnection: close\r\n\r\n");
    assert!(!server.ask(&ask("weft=nobody")).await.contains("server-timing"));
    assert!(server.ask(&ask(&member.cookie)).await.contains("server-timing"));
    server.ends().await;
}

#[tokio::test]
async fn closing_lets_work_finish_and_waits_for_nobody_else() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    let one = people(&house, 1).await.remove(0);
    let room = room(&lead).await;
    let long = Duration::from_secs(600);
    let server =
        serve(&house, Limits { head: long, idle: long, stall: long, drain: Duration::from_secs(5), ..limits() }).await;
    let mut working = server.connect().await;
    working.write_all(format!("{}email=", post(10, "")).as_bytes()).await.expect("writes");
    let mut line = server.connect().await;
    line.write_all(format!("GET {room}/live HTTP/1.1\r\nhost: localhost\r\ncookie: {}\r\n\r\n", one.cookie).as_bytes())
        .await
        .expect("writes");
    until(&mut line, "data: ").await;
    let Server { stop, ended, .. } = server;
    stop.send(()).expect("runs");
    rest(&mut line).await;
    working.write_all(b"a%40").await.expect("writes");
    let answer = rest(&mut working).await;
    assert!(answer.starts_with("HTTP/1.1 ") && answer.contains("connection: close"), "{answer}");
    tokio::time::timeout(PATIENCE, ended).await.expect("ends").expect("no panic");

    // What never finishes is cut.
    let server = serve(&House::new(None).await, Limits { head: long, stall: long, ..limits() }).await;
    let mut half = [server.connect().await, server.connect().await, server.connect().await];
    half[0].write_all(b"GET /healthz HTTP/1.1\r\nhost:").await.expect("writes");
    half[1].write_all(format!("{}email=", post(10, "")).as_bytes()).await.expect("writes");
    server.ends().await;
}

/// A listener that has no descriptor for the first few.
struct Exhausted(u32, TcpListener);

impl Accept for Exhausted {
    async fn accept(&mut self) -> io::Result<(TcpStream, SocketAddr)> {
        if self.0 > 0 {
            self.0 -= 1;
            return Err(io::Error::other("too many open files"));
        }
        self.1.accept().await
    }
}

#[tokio::test]
async fn without_a_descriptor_the_server_waits_and_goes_on() {
    let house = House::new(None).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("binds");
    let at = listener.local_addr().expect("an address");
    let server = serve_from(&house, Exhausted(3, listener), at, limits());
    assert!(server.is_alive().await);
    server.ends().await;
}

/// The program itself, where the system lets it have few files open.
#[cfg(unix)]
#[test]
fn with_few_descriptors_and_many_silent_connections_the_server_still_answers() {
    use std::io::{BufRead as _, BufReader, Read as _, Write as _};
    let folder = tempfile::tempdir().expect("temp dir");
    let mut server = std::process::Command::new("sh")
        .args([
            "-c".as_ref(),
            "ulimit -n 64; exec \"$0\" serve --listen 127.0.0.1:0 --data \"$1\"".as_ref(),
            env!("CARGO_BIN_EXE_weft").as_ref(),
            folder.path().as_os_str(),
        ])
        .env_remove("DATABASE_URL")
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::null())
        .spawn()
        .expect("runs");
    let mut said = BufReader::new(server.stdout.take().expect("its words")).lines().map_while(Result::ok);
    let at = said.find_map(|l| l.strip_prefix("Weft is running at http://").map(str::to_owned)).expect("an address");
    let silent: Vec<_> = (0..150).map(|_| std::net::TcpStream::connect(&at).expect("connects")).collect();
    let mut answer = String::new();
    for path in ["/healthz", "/readyz", "/sign-in"] {
        let mut stream = std::net::TcpStream::connect(&at).expect("connects");
        stream.set_read_timeout(Some(PATIENCE)).expect("sets");
        write!(stream, "GET {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n").expect("writes");
        answer.clear();
        let _ = stream.read_to_string(&mut answer);
        assert_eq!(status(&answer), "200", "{path}: {answer}");
    }
    drop(silent);
    server.kill().expect("runs");
    server.wait().expect("ends");
}

#[tokio::test]
async fn a_live_line_of_the_running_server_ends_with_its_sign_in() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    let one = people(&house, 1).await.remove(0);
    let room = room(&lead).await;
    house.kernel.clock.set(Time::parse(DAY).expect("a moment"));
    let server = serve(&house, limits()).await;
    let mut line = server.connect().await;
    line.write_all(format!("GET {room}/live HTTP/1.1\r\nhost: localhost\r\ncookie: {}\r\n\r\n", one.cookie).as_bytes())
        .await
        .expect("writes");
    until(&mut line, "data: ").await;
    // As an administrator does at the terminal, in another process.
    let mut tx = house.kernel.db.begin().await.expect("begins");
    tx.run(sql!("UPDATE sign_in SET ended_at = 1 WHERE person_id = $1"), args![one.id.as_ref()]).await.expect("ends");
    tx.commit().await.expect("commits");
    let last = rest(&mut line).await;
    assert!(last.contains("event: end\ndata: over"), "{last}");
    server.ends().await;
}

#[test]
fn limits_come_from_the_settings_and_the_system() {
    let folder = tempfile::tempdir().expect("temp dir");
    let with = |name: &'static str, value: &'static str| {
        Config::load(folder.path(), move |v| (v == name).then(|| value.to_owned())).expect("settings")
    };
    let plain = Limits::of(&with("", ""), 1 << 20);
    assert_eq!(
        (plain.connections, plain.per_address, plain.head, plain.drain),
        (4_000, Some(600), Duration::from_secs(10), Duration::from_secs(10))
    );
    // Behind a proxy every connection is the proxy's.
    assert_eq!(Limits::of(&with("WEFT_TRUSTED_PROXIES", "1"), 1 << 20).per_address, None);
    assert_eq!(Limits::of(&with("WEFT_CONNECTIONS_PER_ADDRESS", "0"), 1 << 20).per_address, None);
    // Some descriptors are kept for files, the database and mail.
    assert_eq!((Limits::of(&with("", ""), 1_024).connections, Limits::of(&with("", ""), 64).connections), (960, 32));
    assert!(
        Config::load(folder.path(), |v| (v == "WEFT_HEADER_SECONDS").then(|| "0".to_owned())).is_err(),
        "a wait without an end"
    );
}
