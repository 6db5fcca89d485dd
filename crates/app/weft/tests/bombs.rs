//! Small files that ask for a lot of memory or time: each costs one refusal, and neither the server nor the process
//! that reads it takes more than its share.

use crate::common;

use std::io::{Read as _, Write as _};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use common::answers::call_until;
use common::{House, SEASON, bombs, s};
use reqwest::{Client, Response, redirect};
use weft_kernel::reader::{Ask, Failure, Input, Limits, Readers, Said, Sender};
use weft_media::answer::{self as media, Wanted};
use weft_media::table;
use weft_people::Strength;

/// What a process of this program that reads a file may take at most, in units of 1,024 × 1,024 bytes; the promise is
/// 256.
const MOST_OF_A_READER: u64 = 250;

/// What reading a file may add to the server at most, in megabytes.
const MOST_OF_THE_SERVER: u64 = 50;

fn program() -> &'static str {
    env!("CARGO_BIN_EXE_weft")
}

/// A figure of a process, in kilobytes; 0 where there is no such file to look at.
fn memory(process: u32, figure: &str) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix(figure)).unwrap_or_default();
    line.trim_start_matches(':').trim().split(' ').next().and_then(|n| n.parse().ok()).unwrap_or(0)
}

/// A name, what the reader is asked for, and the file.
fn all() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    vec![
        ("PDF, 1,500 objects are one array of 8,000", "answer", bombs::pdf_one_array(1_500, 8_000)),
        ("PDF, 15,000 objects are one array of 8,000", "answer", bombs::pdf_one_array(15_000, 8_000)),
        ("PDF, 200 object streams that extend each other", "answer", bombs::pdf_nested_streams(200)),
        ("PDF, an object stream of 1 GB", "answer", bombs::pdf_unpacks(1_024)),
        ("PDF, 200,000 lists in lists", "answer", bombs::pdf_deep(200_000)),
        ("PNG, says 29,000²", "answer", bombs::png_claims(29_000)),
        ("PNG, black, 8,000²", "answer", bombs::png_black(8_000)),
        ("PNG, black, 12,000²", "answer", bombs::png_black(12_000)),
        ("PNG, a text and colors of 1 GB", "answer", bombs::png_text(1_024)),
        ("JPEG, says 65,000²", "answer", bombs::jpeg_claims(65_000, false)),
        ("JPEG, says 8,000²", "answer", bombs::jpeg_claims(8_000, false)),
        ("JPEG in passes, says 8,000²", "answer", bombs::jpeg_claims(8_000, true)),
        ("WebP, says 16,384²", "answer", bombs::webp_claims()),
        ("PNG as a photo, black, 8,000²", "photo", bombs::png_black(8_000)),
        ("JPEG as a photo, says 65,000²", "photo", bombs::jpeg_claims(65_000, false)),
        ("XLSX, cells A1 and OJ200001", "workbook", bombs::workbook_corners()),
        ("XLSX, 400 columns, 60,000 rows of one cell", "workbook", bombs::workbook_wide(60_000)),
        ("XLSX, one text of 1 MB in 100,000 cells", "workbook", bombs::workbook_shared(100_000)),
        ("XLSX, says 100,000,000,000 texts", "workbook", bombs::workbook_counts(100_000_000_000)),
        ("XLSX, a sheet of 1 GB", "workbook", bombs::workbook_unpacks(1_024, false)),
        ("XLSX, a sheet of 1 GB that says 400 bytes", "workbook", bombs::workbook_unpacks(1_024, true)),
        ("zip in zip in zip, 1 GB", "workbook", bombs::zip_in_zip(3, 1_024)),
        ("MP4, 100,000 boxes in each other", "answer", bombs::mp4_deep(100_000)),
        ("WebM, parts of 2⁵⁶ bytes", "answer", bombs::webm_lengths()),
        ("WebM, 500,000 parts without a length", "answer", bombs::webm_deep(500_000)),
        ("WAV, parts of 4 GB", "answer", bombs::wav_lengths()),
    ]
}

/// Runs a reader by hand: how it ended, its most memory in kilobytes, and how long it took.
fn read(what: &str, file: &[u8]) -> (String, u64, Duration) {
    let limits = Limits::default();
    let began = Instant::now();
    let words = ["clean-file", what, &limits.memory.to_string(), &limits.cpu.to_string()];
    let mut child = Command::new(program())
        .args(words)
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("starts");
    let (mut stdin, mut stdout) = (child.stdin.take().expect("piped"), child.stdout.take().expect("piped"));
    let file = file.to_vec();
    let feed = std::thread::spawn(move || drop(stdin.write_all(&file)));
    let hear = std::thread::spawn(move || {
        let mut answer = Vec::new();
        stdout.read_to_end(&mut answer).expect("reads");
        answer
    });
    let (mut most, pid) = (0, child.id());
    let status = loop {
        most = most.max(memory(pid, "VmHWM"));
        if let Some(status) = child.try_wait().expect("waits") {
            break status;
        }
        std::thread::sleep(Duration::from_millis(1));
    };
    feed.join().expect("fed");
    let answer = hear.join().expect("heard");
    let line = String::from_utf8_lossy(answer.split(|b| *b == b'\n').next().unwrap_or_default()).into_owned();
    let ended = if status.success() { line.chars().take(60).collect() } else { format!("died: {status}") };
    (ended, most, began.elapsed())
}

#[test]
fn every_bomb_is_survived_and_no_reader_takes_more_than_its_share() {
    let own = memory(std::process::id(), "VmHWM");
    if own == 0 {
        println!("There is no /proc here: memory is not measured.");
    }
    for (name, what, file) in all() {
        let (ended, most, took) = read(what, &file);
        println!("{name} | {} bytes | {ended} | {} MB | {} ms", file.len(), most / 1_024, took.as_millis());
        assert!(most / 1_024 < MOST_OF_A_READER, "{name}: {most} kB");
        // Only what can be drawn or heard within the limits may be taken.
        let harmless =
            ["PNG, black, 8,000²", "PNG as a photo, black, 8,000²", "JPEG, says 8,000²", "WAV", "WebM, 500,000"]
                .iter()
                .any(|n| name.starts_with(n));
        assert!(harmless || !ended.starts_with("taken"), "{name}: {ended}");
    }
}

#[tokio::test]
async fn a_reader_that_dies_or_never_ends_is_one_refusal_in_words() {
    let readers = Readers::at(program());
    let mut out = Vec::new();
    let pdf = |n| Input::Bytes(bombs::pdf_one_array(n, 8_000));
    assert_eq!(media::clean(&readers, Wanted::File, pdf(15_000), &mut out).await, Err("wrong-file-broken"));
    assert_eq!(
        media::clean(&readers, Wanted::File, Input::Bytes(bombs::jpeg_claims(65_000, false)), &mut out).await,
        Err("wrong-file-pixels")
    );
    for (file, advice) in [
        (bombs::workbook_corners(), "fault-row-wide"),
        (bombs::workbook_wide(20_000), "fault-cells"),
        (bombs::workbook_shared(100), "fault-xlsx-large"),
        (bombs::workbook_counts(100_000_000_000), "fault-xlsx"),
        (bombs::workbook_unpacks(30, true), "fault-xlsx-large"),
        (bombs::zip_in_zip(2, 1), "fault-xlsx"),
    ] {
        assert_eq!(table::open(&readers, file).await.map_err(|f| f.advice), Err(advice.to_owned()));
    }
    // Rows far apart take no room: what is between them is not there.
    let apart = bombs::workbook(
        "<row r=\"3\"><c r=\"B3\" t=\"inlineStr\"><is><t>id</t></is></c></row><row \
        r=\"150000\"><c r=\"B150000\"><v>7</v></c></row>",
        "",
    );
    let table = table::open(&readers, apart).await.expect("a table");
    assert_eq!((table.headers, table.rows), (vec!["id".to_owned()], vec![(150_000, vec!["7".to_owned()])]));

    // A deadline, and an answer that is longer than it may be.
    let mut hasty = readers.clone();
    hasty.limits.time = Duration::ZERO;
    let ask = Ask { what: "nothing", from: Sender::SignedIn, most: 0 };
    assert_eq!(hasty.read(ask, Input::Bytes(Vec::new()), &mut out).await, Err(Failure::Unreadable));
    let short = Ask { what: "answer", from: Sender::SignedIn, most: 10 };
    assert_eq!(readers.read(short, Input::Bytes(wave()), &mut out).await, Err(Failure::Unreadable));
    // What holds a reader back: limits, and where the kernel has it a filter of its calls.
    let held_by = readers.held_by().await.expect("answers");
    println!("readers are held by {held_by}");
    assert!(held_by.starts_with("limits"));
    if cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        assert_eq!(held_by, "limits and a filter of system calls");
    }
}

/// A sound.
fn wave() -> Vec<u8> {
    [&b"RIFF\x44\0\0\0WAVEfmt \x10\0\0\0"[..], &[1; 16], b"data\x10\0\0\0", &[7; 16]].concat()
}

#[tokio::test]
async fn the_kind_is_looked_at_before_anything_is_read() {
    // There is no such program: whatever starts one is told to come again later.
    let none = Readers::at("/no/such/program");
    let (mut out, pdf) = (Vec::new(), bombs::pdf_one_array(2, 2));
    for (wanted, file, says) in [
        (Wanted::Recording, pdf.clone(), "wrong-file-no-recording"),
        (Wanted::Recording, bombs::png_claims(29_000), "wrong-file-no-recording"),
        (Wanted::File, wave(), "wrong-file-recording"),
        (Wanted::File, bombs::workbook_corners(), "wrong-file-kind"),
        (Wanted::Recording, b"\0\0\0\x18ftypheic".to_vec(), "wrong-file-no-recording"),
        (Wanted::File, b"\0\0\0\x18ftypheic".to_vec(), "wrong-file-heic"),
        (Wanted::File, b"\0\0\0\x1cftypmif1\0\0\0\0mif1avif".to_vec(), "wrong-file-avif"),
        (Wanted::File, pdf, "wrong-file-busy"),
        (Wanted::Recording, wave(), "wrong-file-busy"),
    ] {
        assert_eq!(media::clean(&none, wanted, Input::Bytes(file), &mut out).await, Err(says));
    }
    assert_eq!(table::open(&none, bombs::workbook_corners()).await.map_err(|f| f.advice), Err("fault-busy".into()));
    assert!(table::open(&none, b"id,name\n1,a\n".to_vec()).await.is_ok(), "text is read without a process");
}

#[tokio::test]
async fn people_without_an_account_leave_a_place_for_everyone_else_and_nobody_waits_forever() {
    let mut readers = Readers::at(program());
    readers.limits.wait = Duration::from_millis(100);
    // A reader that waits for its input holds its place.
    let held = |readers: &Readers, from| {
        let (readers, (input, output)) = (readers.clone(), std::io::pipe().expect("a pipe"));
        let file = std::fs::File::from(std::os::fd::OwnedFd::from(input));
        let ask = Ask { what: "nothing", from, most: 0 };
        (output, tokio::spawn(async move { readers.read(ask, Input::File(file), &mut Vec::new()).await }))
    };
    let ask = |from| Ask { what: "nothing", from, most: 0 };
    let quick =
        async |readers: &Readers, from| readers.read(ask(from), Input::Bytes(Vec::new()), &mut Vec::new()).await;
    let (stranger_ends, stranger) = held(&readers, Sender::Anyone);
    while readers.free() == 2 {
        tokio::task::yield_now().await;
    }
    assert_eq!(quick(&readers, Sender::Anyone).await, Err(Failure::Busy), "strangers share one place");
    assert!(matches!(quick(&readers, Sender::SignedIn).await, Ok(Said::Taken(..))), "the other is free");
    let (known_ends, known) = held(&readers, Sender::SignedIn);
    while readers.free() > 0 {
        tokio::task::yield_now().await;
    }
    assert_eq!(quick(&readers, Sender::SignedIn).await, Err(Failure::Busy));
    drop((stranger_ends, known_ends));
    assert!(matches!(
        (stranger.await.expect("ends"), known.await.expect("ends")),
        (Ok(Said::Taken(..)), Ok(Said::Taken(..)))
    ));
    assert!(matches!(quick(&readers, Sender::Anyone).await, Ok(Said::Taken(..))));
}

#[tokio::test]
async fn pictures_that_phones_write_are_taken_within_the_limits() {
    let readers = Readers::at(program());
    for (width, height) in [(8_064, 6_048), (8_192, 6_144), (4_032, 3_024), (1_600, 1_200)] {
        let file = bombs::picture(width, height, image::ImageFormat::Jpeg);
        let (ended, most, took) = read("answer", &file);
        println!(
            "JPEG, {width} × {height} | {} bytes | {ended} | {} MB | {} ms",
            file.len(),
            most / 1_024,
            took.as_millis()
        );
        let mut out = Vec::new();
        let (_, length) = media::clean(&readers, Wanted::File, Input::Bytes(file), &mut out).await.expect("taken");
        assert_eq!(length, out.len() as u64);
        let drawn = image::load_from_memory(&out).expect("a JPEG");
        assert!(
            drawn.width() <= 2_400 && drawn.width() * 3 == drawn.height() * 4,
            "{} × {}",
            drawn.width(),
            drawn.height()
        );
    }
}

/// The program as it serves people, until it is dropped.
struct Server {
    child: Child,
    base: String,
}

impl Server {
    /// Serves what a house has in its folder.
    fn of(house: &House, url: Option<&String>) -> Self {
        let port = std::net::TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).expect("a port").port();
        let base = format!("http://localhost:{port}");
        let mut command = Command::new(program());
        command
            .args(["serve", "--no-work", "--listen", &format!("127.0.0.1:{port}"), "--data"])
            .arg(house.folder.path());
        command.env_clear().env("WEFT_FREE_MB", "1").env("WEFT_BASE_URL", &base).envs(url.map(|u| ("DATABASE_URL", u)));
        let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("starts");
        Self { child, base }
    }

    async fn ready(&mut self, client: &Client) {
        while client.get(format!("{}/healthz", self.base)).send().await.is_err() {
            assert!(self.child.try_wait().expect("waits").is_none(), "the server ended");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Sends a file in a form's field; with a cookie, as whoever it is of.
    async fn send(&self, client: &Client, path: &str, cookie: &str, fields: &[(&str, &[u8])]) -> Response {
        let mut body = Vec::new();
        for (name, content) in fields {
            body.extend(
                format!("--b\r\ncontent-disposition: form-data; name=\"{name}\"; filename=\"f\"\r\n\r\n").into_bytes(),
            );
            body.extend(*content);
            body.extend(b"\r\n");
        }
        body.extend(b"--b--\r\n");
        let request = client
            .post(format!("{}{path}", self.base))
            .header("content-type", "multipart/form-data; boundary=b")
            .header("sec-fetch-site", "same-origin");
        request.header("cookie", cookie).body(body).send().await.expect("an answer")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[tokio::test]
async fn a_stranger_sends_a_bomb_and_gets_a_page_while_the_server_stays_small_and_up() {
    for (engine, url) in common::engines().await {
        let house = House::new(url.clone()).await;
        let (voice, place) = call_until(&house.lead().await, "2199-12-31").await;
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder().redirect(redirect::Policy::none()).build().expect("a client");
        let mut server = Server::of(&house, url.as_ref());
        server.ready(&client).await;
        let begun = client
            .post(format!("{}/call/{SEASON}/begin", server.base))
            .header("sec-fetch-site", "same-origin")
            .send()
            .await
            .expect("an answer");
        let cookie = begun
            .headers()
            .get_all("set-cookie")
            .iter()
            .filter_map(|c| c.to_str().ok())
            .filter_map(|c| c.split(';').next())
            .collect::<Vec<_>>()
            .join("; ");
        assert!(!cookie.is_empty(), "{:?}", begun.status());
        let question = |id: &str| format!("/call/{SEASON}/application/files/{id}");
        // Pages that were never asked for before take memory too: not the file's.
        let first = server.send(&client, &question(&place), &cookie, &[("file", b"%PDF-1.4 nothing")]).await;
        assert_eq!(first.status().as_u16(), 422);
        let rest = memory(server.child.id(), "VmRSS");
        for (name, path, file, says) in [
            (
                "PDF of 15,000 objects that are one array",
                &place,
                bombs::pdf_one_array(15_000, 8_000),
                "t read this file",
            ),
            ("the same for a recording", &voice, bombs::pdf_one_array(15_000, 8_000), "not a recording"),
            ("PNG of 29,000²", &place, bombs::png_claims(29_000), "too big to open"),
            ("PNG with a text of 1 GB", &place, bombs::png_text(1_024), ""),
            ("MP4 of boxes in each other", &voice, bombs::mp4_deep(1_000), "t read this file"),
        ] {
            let answer = server.send(&client, &question(path), &cookie, &[("file", &file)]).await;
            let (status, page) = (answer.status().as_u16(), answer.text().await.expect("a page"));
            let most = memory(server.child.id(), "VmHWM");
            println!(
                "{engine}: {name} | {} bytes | {status} | server at rest {} MB, at most {} MB",
                file.len(),
                rest / 1_024,
                most / 1_024
            );
            assert!(says.is_empty() || (status == 422 && page.contains(says)), "{name}: {status} {page}");
            assert!(
                most.saturating_sub(rest) / 1_024 < MOST_OF_THE_SERVER,
                "{name}: {rest} kB at rest, {most} kB at most"
            );
            let up = client.get(format!("{}/healthz", server.base)).send().await.expect("an answer");
            assert_eq!(up.status().as_u16(), 200);
        }
        // A sound file is still taken.
        let taken = server.send(&client, &question(&voice), &cookie, &[("file", &wave())]).await;
        assert_eq!(taken.status().as_u16(), 303);
    }
}

#[tokio::test]
async fn bombs_on_staff_pages_and_ones_own_page_are_refused_in_words() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        for (kind, file) in [
            ("applications", bombs::workbook_corners()),
            ("reviews", bombs::workbook_shared(1_000)),
            ("cohort", bombs::workbook_unpacks(30, true)),
        ] {
            let refused = lead.upload_bytes(&s("import"), &[("kind", kind.as_bytes()), ("file", &file)]).await;
            assert_eq!(refused.status.as_u16(), 422, "{kind}");
            assert!(
                refused.body.contains("Save it as CSV instead")
                    || refused.body.contains("more cells than there are columns"),
                "{kind}: {}",
                refused.body
            );
        }
        let member = house.someone("Rosa", None, Strength::Link).await;
        let refused = member.upload_photo(&bombs::jpeg_claims(65_000, false)).await;
        assert!(refused.status.as_u16() == 422 && refused.body.contains("too big to open"), "{}", refused.body);
        let refused = member.upload_photo(&bombs::pdf_one_array(15_000, 8_000)).await;
        assert!(
            refused.status.as_u16() == 422 && refused.body.contains("We couldn&#39;t read this file"),
            "{}",
            refused.body
        );
    }
}
