//! Small files that ask for a lot: each is made here, none is kept.

use std::io::{Cursor, Write as _};

use lopdf::{Dictionary, Stream};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A stream of zlib that unpacks to `n` zero bytes, at 160 of them for each that it has.
pub fn zeros(n: usize) -> Vec<u8> {
    // A literal zero, then copies of 258 bytes each, then zeros one by one, all in fixed codes.
    let (mut out, mut held, mut bits) = (vec![0x78, 0x01], 0_u64, 0_u32);
    let mut put = |value: u64, count: u32| {
        held |= value << bits;
        bits += count;
        while bits >= 8 {
            out.push(held as u8);
            held >>= 8;
            bits -= 8;
        }
    };
    // The last block, fixed codes; a literal 0 is 00110000, a copy of 258 from one back 11000101 and 00000, the end
    // 0000000.
    put(0b011, 3);
    put(0b0000_1100, 8);
    for _ in 0..(n - 1) / 258 {
        put(0b1010_0011, 8);
        put(0, 5);
    }
    for _ in 0..(n - 1) % 258 {
        put(0b0000_1100, 8);
    }
    put(0, 7);
    put(0, 7);
    let sum = ((n % 65_521) as u32) << 16 | 1;
    out.extend(sum.to_be_bytes());
    out
}

/// A document of one page that holds these objects besides, from the fifth on.
fn pdf(more: Vec<Vec<u8>>) -> Vec<u8> {
    let page = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/Contents 4 0 R>>",
        "<</Length 16>>stream\nBT (A page) Tj ET\nendstream",
    ];
    let (mut out, mut places) = (b"%PDF-1.5\n".to_vec(), String::new());
    for (i, object) in page.iter().map(|o| o.as_bytes().to_vec()).chain(more).enumerate() {
        places.push_str(&format!("{:010} 00000 n \n", out.len()));
        out.extend([format!("{} 0 obj\n", i + 1).as_bytes(), &object, b"\nendobj\n"].concat());
    }
    let count = places.lines().count() + 1;
    out.extend(
        format!(
            "xref\n0 {count}\n0000000000 65535 f \n{places}trailer\n<</Size {count}/Root 1 0 \
        R>>\nstartxref\n{}\n%%EOF",
            out.len()
        )
        .into_bytes(),
    );
    out
}

/// An object stream: its index, what the index points into, and what else its dictionary says.
fn object_stream(index: &str, rest: &str, more: &str) -> Vec<u8> {
    let mut stream = Stream::new(Dictionary::new(), format!("{index}{rest}").into_bytes());
    stream.compress().expect("compresses");
    let n = index.split(' ').count() / 2;
    let head = format!(
        "<</Type/ObjStm/N {n}/First {}/Filter/FlateDecode/Length {}{more}>>stream\n",
        index.len(),
        stream.content.len()
    );
    [head.as_bytes(), &stream.content, b"\nendstream"].concat()
}

/// A document whose object stream says `entries` times that the object is the same array of `length` numbers.
pub fn pdf_one_array(entries: usize, length: usize) -> Vec<u8> {
    let index: String = (0..entries).map(|i| format!("{} 0 ", i + 100)).collect();
    pdf(vec![object_stream(&index, &format!("[{}]", "0 ".repeat(length)), "")])
}

/// Object streams that extend each other, each of arrays in arrays.
pub fn pdf_nested_streams(count: usize) -> Vec<u8> {
    let stream = |i: usize| {
        let index: String = (0..200).map(|n| format!("{} 0 ", 1_000 * (i + 1) + n)).collect();
        object_stream(
            &index,
            &format!("{}{}{}", "[".repeat(60), "[0]".repeat(4_000), "]".repeat(60)),
            &format!("/Extends {} 0 R", i + 6),
        )
    };
    pdf((0..count).map(stream).collect())
}

/// An object stream that unpacks to so many megabytes of nothing.
pub fn pdf_unpacks(megabytes: usize) -> Vec<u8> {
    let packed = zeros(megabytes << 20);
    let head = format!("<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length {}>>stream\n", packed.len());
    pdf(vec![[head.as_bytes(), &packed, b"\nendstream"].concat()])
}

/// Lists in lists, so many deep.
pub fn pdf_deep(depth: usize) -> Vec<u8> {
    format!(
        "%PDF-1.4\n1 0 obj\n{}{}\nendobj\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF",
        "[".repeat(depth),
        "]".repeat(depth)
    )
    .into_bytes()
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |crc, b| {
        (0..8).fold(crc ^ u32::from(*b), |c, _| if c & 1 == 1 { (c >> 1) ^ 0xEDB8_8320 } else { c >> 1 })
    })
}

fn png_chunk(kind: [u8; 4], content: &[u8]) -> Vec<u8> {
    let body = [&kind[..], content].concat();
    [&(content.len() as u32).to_be_bytes()[..], &body, &crc(&body).to_be_bytes()].concat()
}

/// A PNG that says how large it is, in color, with this for its pixels and these chunks before them.
fn png(width: u32, height: u32, before: &[u8], pixels: &[u8]) -> Vec<u8> {
    let head = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    [
        b"\x89PNG\r\n\x1a\n".to_vec(),
        png_chunk(*b"IHDR", &head),
        before.to_vec(),
        png_chunk(*b"IDAT", pixels),
        png_chunk(*b"IEND", b""),
    ]
    .concat()
}

/// A PNG that only says that it is large.
pub fn png_claims(side: u32) -> Vec<u8> {
    png(side, side, b"", &zeros(100))
}

/// A PNG that is as large as it says, all black.
pub fn png_black(side: u32) -> Vec<u8> {
    png(side, side, b"", &zeros((side as usize * 3 + 1) * side as usize))
}

/// A small PNG with a text, and with colors, that unpack to so many megabytes.
pub fn png_text(megabytes: usize) -> Vec<u8> {
    let packed = zeros(megabytes << 20);
    let chunks = [
        png_chunk(*b"iCCP", &[b"a\0\0", packed.as_slice()].concat()),
        png_chunk(*b"zTXt", &[b"a\0\0", packed.as_slice()].concat()),
    ]
    .concat();
    png(200, 200, &chunks, &zeros((200 * 3 + 1) * 200))
}

/// A picture as programs write it.
pub fn picture(width: u32, height: u32, format: image::ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    image::RgbImage::from_fn(width, height, |x, y| image::Rgb([(x * 7 + y) as u8, (x ^ y) as u8, (y * 3) as u8]))
        .write_to(&mut out, format)
        .expect("encodes");
    out.into_inner()
}

/// A small JPEG that says that it is large, and, if asked, that it comes in passes.
pub fn jpeg_claims(side: u16, in_passes: bool) -> Vec<u8> {
    let mut jpeg = picture(160, 160, image::ImageFormat::Jpeg);
    let at = jpeg.windows(2).position(|w| w == b"\xff\xc0").expect("a frame");
    jpeg[at + 1] = if in_passes { 0xc2 } else { 0xc0 };
    jpeg[at + 5..at + 7].copy_from_slice(&side.to_be_bytes());
    jpeg[at + 7..at + 9].copy_from_slice(&side.to_be_bytes());
    jpeg
}

/// A small lossless WebP that says that it is as large as can be.
pub fn webp_claims() -> Vec<u8> {
    let mut webp = picture(160, 160, image::ImageFormat::WebP);
    let at = webp.windows(4).position(|w| w == b"VP8L").expect("lossless") + 9;
    webp[at..at + 3].copy_from_slice(&[0xff, 0xff, 0xff]);
    webp[at + 3] |= 0x0f;
    webp
}

/// A workbook of one sheet with these rows, as XML, and these shared strings.
pub fn workbook(rows: &str, strings: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let sheet = format!(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
         <sheetData>{rows}</sheetData></worksheet>"
    );
    let parts = [
        (
            "_rels/.rels",
            "<Relationships><Relationship Id=\"r1\" \
            Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
            Target=\"xl/workbook.xml\"/></Relationships>",
        ),
        (
            "xl/workbook.xml",
            "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet \
            name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"r1\" \
            Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" \
            Target=\"worksheets/sheet1.xml\"/></Relationships>",
        ),
        ("xl/worksheets/sheet1.xml", sheet.as_str()),
        ("xl/sharedStrings.xml", strings),
    ];
    for (name, content) in parts.iter().filter(|(_, c)| !c.is_empty()) {
        zip.start_file(*name, SimpleFileOptions::default()).expect("begins");
        zip.write_all(content.as_bytes()).expect("writes");
    }
    zip.finish().expect("ends").into_inner()
}

fn cell(place: &str, text: &str) -> String {
    format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

/// A cell in each of two corners, 400 columns and 200,000 rows apart.
pub fn workbook_corners() -> Vec<u8> {
    workbook(&format!("<row r=\"1\">{}</row><row r=\"200001\">{}</row>", cell("A1", "id"), cell("OJ200001", "x")), "")
}

/// Corners within the columns that the first row names: a table of 80 million cells, of which a few hold anything.
pub fn workbook_wide(rows: usize) -> Vec<u8> {
    let name = |mut n: usize| {
        let mut name = String::new();
        while n > 0 {
            name.insert(0, (b'A' + ((n - 1) % 26) as u8) as char);
            n = (n - 1) / 26;
        }
        name
    };
    let head: String = (1..=400).map(|n| cell(&format!("{}1", name(n)), &format!("c{n}"))).collect();
    let rest: String =
        (2..rows + 2).map(|line| format!("<row r=\"{line}\"><c r=\"A{line}\"><v>1</v></c></row>")).collect();
    workbook(&format!("<row r=\"1\">{head}</row>{rest}"), "")
}

/// One shared text of a megabyte in so many cells.
pub fn workbook_shared(cells: usize) -> Vec<u8> {
    let rows: String =
        (1..=cells).map(|line| format!("<row r=\"{line}\"><c r=\"A{line}\" t=\"s\"><v>0</v></c></row>")).collect();
    workbook(&rows, &format!("<sst><si><t>{}</t></si></sst>", "x".repeat(1_000_000)))
}

/// Shared texts that say how many they are.
pub fn workbook_counts(texts: u64) -> Vec<u8> {
    workbook(
        &format!("<row>{}</row>", cell("A1", "id")),
        &format!("<sst uniqueCount=\"{texts}\"><si><t>a</t></si></sst>"),
    )
}

/// A workbook whose sheet has so many megabytes of nothing. Asked to, its directory says that it is small.
pub fn workbook_unpacks(megabytes: usize, forged: bool) -> Vec<u8> {
    let packed = zeros(megabytes << 20);
    let raw = &packed[2..packed.len() - 4];
    let size = if forged { 400 } else { (megabytes << 20) as u32 };
    let name = b"xl/worksheets/sheet1.xml";
    let about = [
        &20_u16.to_le_bytes()[..],
        &[0, 0, 8, 0, 0, 0, 0, 0],
        &0_u32.to_le_bytes(),
        &(raw.len() as u32).to_le_bytes(),
        &size.to_le_bytes(),
        &(name.len() as u16).to_le_bytes(),
        &[0, 0],
    ]
    .concat();
    let local = [b"PK\x03\x04", about.as_slice(), name, raw].concat();
    let central = [b"PK\x01\x02\x14\x00", about.as_slice(), &[0; 14], name].concat();
    let end = [
        b"PK\x05\x06\0\0\0\0\x01\0\x01\0",
        &(central.len() as u32).to_le_bytes()[..],
        &(local.len() as u32).to_le_bytes(),
        &[0, 0],
    ]
    .concat();
    [local, central, end].concat()
}

/// A zip file in a zip file and so on, the innermost of so many megabytes.
pub fn zip_in_zip(deep: usize, megabytes: usize) -> Vec<u8> {
    (0..deep).fold(workbook_unpacks(megabytes, false), |inner, _| {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for name in ["xl/workbook.xml", "xl/worksheets/sheet1.xml"] {
            zip.start_file(name, SimpleFileOptions::default()).expect("begins");
            zip.write_all(&inner).expect("writes");
        }
        zip.finish().expect("ends").into_inner()
    })
}

/// Boxes of a film in each other, the innermost as long as can be said.
pub fn mp4_deep(depth: usize) -> Vec<u8> {
    let inner = [&1_u32.to_be_bytes()[..], b"moov", &u64::MAX.to_be_bytes()].concat();
    let boxes =
        (0..depth).fold(inner, |inner, _| [&(inner.len() as u32 + 8).to_be_bytes()[..], b"moov", &inner].concat());
    [b"\0\0\0\x0cftypM4A ".to_vec(), boxes].concat()
}

/// A recording in Matroska's form whose parts say that they are longer than anything.
pub fn webm_lengths() -> Vec<u8> {
    let head = b"\x1a\x45\xdf\xa3\x87\x42\x82\x84webm".to_vec();
    let segment = b"\x18\x53\x80\x67\x01\xff\xff\xff\xff\xff\xff\xff".to_vec();
    let tags = b"\x12\x54\xc3\x67\x01\xff\xff\xff\xff\xff\xff\xfe".to_vec();
    [head, segment, tags, vec![0; 100]].concat()
}

/// A recording of parts of unknown length, one in the other.
pub fn webm_deep(depth: usize) -> Vec<u8> {
    let head = b"\x1a\x45\xdf\xa3\x87\x42\x82\x84webm\x18\x53\x80\x67\x01\xff\xff\xff\xff\xff\xff\xff".to_vec();
    [head, b"\x1f\x43\xb6\x75\x01\xff\xff\xff\xff\xff\xff\xff".repeat(depth)].concat()
}

/// A sound that says that it goes on for four gigabytes.
pub fn wav_lengths() -> Vec<u8> {
    [&b"RIFF\xff\xff\xff\xffWAVEfmt \xff\xff\xff\xff"[..], &[0; 16], b"data\xff\xff\xff\xff", &[0; 64]].concat()
}
