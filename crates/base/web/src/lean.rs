//! Pages as they are sent: without the lines and the indentation of their templates.
//!
//! A template is laid out for whoever reads it, an element a line. [`lean`] takes the layout out again, once for every
//! page, by the rule that JSX has: white space with a line break in it is nothing where a tag begins or ends it. A
//! space that is meant there is written `&#32;`. [`Edges`] writes what templates are filled with, so that none of it is
//! taken for layout.

use std::fmt::{self, Write};

use askama::filters::{Escaper, Html};

const WHITE: &[char] = &[' ', '\n', '\t', '\r', '\x0c'];

/// Elements in which every byte counts.
const RAW: [&str; 4] = ["textarea", "pre", "script", "style"];

/// The page without its layout. Between tags, white space that has a line break and touches a tag goes; inside a tag
/// and outside quotes it becomes one space, or none at the end. All else stays byte for byte: text, line breaks between
/// words, values of attributes, comments, and what `textarea`, `pre`, `script` and `style` hold.
pub fn lean(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut at = 0;
    while at < html.len() {
        let tag = next_tag(html, at);
        out.push_str(between(&html[at..tag]));
        at = put_tag(html, tag, &mut out);
    }
    out
}

/// Where the next tag or comment begins, from `at` on; the end if there is none.
fn next_tag(html: &str, mut at: usize) -> usize {
    while let Some(i) = html[at..].find('<') {
        let begins = |b: &u8| b.is_ascii_alphabetic() || matches!(b, b'/' | b'!');
        if html.as_bytes().get(at + i + 1).is_some_and(begins) {
            return at + i;
        }
        at += i + 1;
    }
    html.len()
}

fn is_white(b: u8) -> bool {
    matches!(b, b' ' | b'\n' | b'\t' | b'\r' | b'\x0c')
}

/// What stands between two tags, without the layout at its edges.
fn between(text: &str) -> &str {
    let front = text.bytes().take_while(|b| is_white(*b)).count();
    let text = if text.as_bytes()[..front].contains(&b'\n') { &text[front..] } else { text };
    let back = text.len() - text.bytes().rev().take_while(|b| is_white(*b)).count();
    if text.as_bytes()[back..].contains(&b'\n') { &text[..back] } else { text }
}

/// Writes the tag that begins at `at`, and for a raw element what it holds. Returns where it ends.
fn put_tag(html: &str, at: usize, out: &mut String) -> usize {
    if at == html.len() {
        return at;
    }
    let to = |end: Option<usize>, from: usize, length: usize| end.map_or(html.len(), |i| from + i + length);
    if html[at..].starts_with("<!--") {
        let end = to(html[at..].find("-->"), at, 3);
        out.push_str(&html[at..end]);
        return end;
    }
    let bytes = html.as_bytes();
    // What has been read and not yet written begins at `from`.
    let (mut from, mut i) = (at, at);
    while let Some(b) = bytes.get(i) {
        match b {
            b'>' => break,
            b'"' | b'\'' => i = to(html[i + 1..].find(char::from(*b)), i + 1, 1),
            b' ' if bytes.get(i + 1).is_some_and(|b| !is_white(*b) && *b != b'>') => i += 1,
            b if is_white(*b) => {
                let white = bytes[i..].iter().take_while(|b| is_white(**b)).count();
                out.push_str(&html[from..i]);
                i += white;
                from = i;
                if bytes.get(i).is_some_and(|b| *b != b'>') {
                    out.push(' ');
                }
            }
            _ => i += 1,
        }
    }
    let end = (i + 1).min(html.len());
    out.push_str(&html[from..end]);
    let name = &html[at + 1..end];
    let name = &name[..name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len())];
    match RAW.iter().find(|raw| raw.eq_ignore_ascii_case(name)) {
        Some(raw) => {
            let closes = |i: &(usize, &str)| html.get(end + i.0 + 2..).is_some_and(|rest| is_named(rest, raw));
            let close = to(html[end..].match_indices("</").find(closes).map(|(i, _)| i), end, 0);
            out.push_str(&html[end..close]);
            close
        }
        None => end,
    }
}

fn is_named(rest: &str, name: &str) -> bool {
    rest.as_bytes().get(..name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name.as_bytes()))
        && rest.as_bytes().get(name.len()).is_none_or(|b| !b.is_ascii_alphanumeric())
}

/// How templates write what they are filled with: as HTML, with white space at either edge as references such as
/// `&#10;`. Whatever someone typed, [`lean`] finds no layout in it.
#[derive(Debug, Clone, Copy)]
pub struct Edges;

impl Escaper for Edges {
    fn write_escaped_str<W: Write>(&self, mut dest: W, text: &str) -> fmt::Result {
        let body = text.trim_matches(WHITE);
        if body.len() == text.len() {
            return Html.write_escaped_str(dest, text);
        }
        let front = text.len() - text.trim_start_matches(WHITE).len();
        write_white(&mut dest, &text[..front])?;
        Html.write_escaped_str(&mut dest, body)?;
        write_white(&mut dest, &text[front + body.len()..])
    }
}

fn write_white(dest: &mut impl Write, white: &str) -> fmt::Result {
    let mut rest = white.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            // A browser reads `\r\n`, and `\r` alone, as one line break.
            '\r' if rest.peek() == Some(&'\n') => {}
            '\r' => dest.write_str("&#10;")?,
            _ => write!(dest, "&#{};", u32::from(c))?,
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use askama::Template as _;
    use proptest::prelude::*;

    use super::{RAW, WHITE, lean};

    #[test]
    fn layout_goes_where_a_tag_begins_or_ends_it() {
        let page = "\n<ul>\n    <li>\n        one\n    </li>\n\n    <li>two <b>three</b> four</li>\n</ul>\n";
        assert_eq!(lean(page), "<ul><li>one</li><li>two <b>three</b> four</li></ul>");
        assert_eq!(lean("<p>\n  one\n  two\n</p>"), "<p>one\n  two</p>");
        assert_eq!(lean("<p>one&#32;\n  <b>two</b>\n</p>"), "<p>one&#32;<b>two</b></p>");
        assert_eq!(lean("<b>one</b> <b>two</b>"), "<b>one</b> <b>two</b>");
        assert_eq!(lean("2 <\n3"), "2 <\n3");
    }

    #[test]
    fn attributes_stand_one_space_apart_and_keep_their_values() {
        let page = "<input  name=\"a\"\n    value=' b\n > c '\n    checked\n>";
        assert_eq!(lean(page), "<input name=\"a\" value=' b\n > c ' checked>");
        assert_eq!(lean("<path\n  d=\"M0 0\"/>"), "<path d=\"M0 0\"/>");
        assert_eq!(lean("<a href=\"x\n"), "<a href=\"x\n");
    }

    #[test]
    fn raw_elements_and_comments_stay() {
        for raw in RAW {
            let page = format!("<{raw}  id=\"x\">\n  a </b>\n <i  c>\n</{raw}>\n<p>\n</p>");
            let sent = format!("<{raw} id=\"x\">\n  a </b>\n <i  c>\n</{raw}><p></p>");
            assert_eq!(lean(&page), sent);
        }
        assert_eq!(lean("<pretty>\n a</pretty>"), "<pretty>a</pretty>");
        assert_eq!(lean("<!--\n <p  a>\n-->\n<p>"), "<!--\n <p  a>\n--><p>");
        assert_eq!(lean("<TEXTAREA>\n a\n</TextArea>\n"), "<TEXTAREA>\n a\n</TextArea>");
    }

    #[derive(askama::Template)]
    #[template(
        source = "<p class=\"pre\">\n    {{ text }}\n</p>\n<p>\n    {{ text }} <b>\n{{ text }}</b>\n</p>",
        ext = "html"
    )]
    struct Typed<'a> {
        text: &'a str,
    }

    /// What a browser reads: references for what they stand for.
    fn read(html: &str) -> String {
        [
            ("&#32;", " "),
            ("&#9;", "\t"),
            ("&#10;", "\n"),
            ("&#12;", "\x0c"),
            ("&#60;", "<"),
            ("&#62;", ">"),
            ("&#38;", "&"),
        ]
        .iter()
        .fold(html.replace("\r\n", "\n").replace('\r', "\n"), |html, (from, to)| html.replace(from, to))
    }

    #[test]
    fn what_was_typed_keeps_its_line_breaks_at_either_edge() {
        let text = "\n\none\n\n  two\r\n \n";
        let page = lean(&Typed { text }.render().expect("a page"));
        let typed = "\n\none\n\n  two\n \n";
        assert_eq!(read(&page), format!("<p class=\"pre\">{typed}</p><p>{typed} <b>{typed}</b></p>"));
    }

    proptest! {
        #[test]
        fn nothing_typed_is_lost(text in "[a<&> \n\r\t]{1,12}") {
            let page = lean(&Typed { text: &text }.render().expect("a page"));
            let typed = text.replace("\r\n", "\n").replace('\r', "\n");
            prop_assert_eq!(read(&page), format!("<p class=\"pre\">{typed}</p><p>{typed} <b>{typed}</b></p>"));
        }

        #[test]
        fn only_layout_goes(parts in prop::collection::vec(prop::sample::select(PARTS), 0..24)) {
            let page = parts.concat();
            let sent = lean(&page);
            prop_assert_eq!(lean(&sent), sent.as_str());
            prop_assert_eq!(words(&sent), words(&page));
            for kept in parts.iter().filter(|p| p.starts_with("<pre>") || p.starts_with("<textarea")) {
                prop_assert!(sent.contains(kept));
            }
        }
    }

    const PARTS: &[&str] = &[
        " ",
        "\n",
        "\n    ",
        " \t\n",
        "one",
        "two\n  three",
        "&#32;",
        "é",
        "<p>",
        "</p>",
        "<b class=\"x  y\">",
        "</b>",
        "<br>",
        "<a\n  href='a\n b'\n>",
        "</a>",
        "<!-- a\n -->",
        "<pre>\n x <i>\n</i></pre>",
        "<textarea a=\"b\">\n y\n </textarea>",
    ];

    /// Words and tags in their order, whatever white space stands between.
    fn words(html: &str) -> Vec<String> {
        let spaced = html.replace('<', " <").replace('>', "> ").replace(" > ", "> ").replace("\n> ", "> ");
        spaced.split(WHITE).filter(|w| !w.is_empty()).map(ToOwned::to_owned).collect()
    }
}
