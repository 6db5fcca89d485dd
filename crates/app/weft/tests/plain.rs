//! Plain words: every message of every language is one that a colleague would say. The terms to avoid, and the messages
//! that may break a rule, are in `plain.txt`.

use crate::common;

use std::collections::{BTreeMap, BTreeSet};

use common::sources::{product, root, sources};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

/// Stands for whatever a message fills in. It counts as one word.
const FILLED: char = '\u{1}';

/// Longest sentence, in words.
const LONGEST: usize = 20;

struct Message {
    /// Such as `en/todo.ftl`.
    file: String,
    key: String,
    /// What it can say: one text for each of its choices.
    texts: Vec<String>,
    /// What it shows. A number that only chooses between singular and plural is not among them.
    shows: BTreeSet<String>,
}

impl Message {
    fn of(file: &str, key: &str, pattern: &Pattern<&str>) -> Self {
        let mut texts: Vec<String> = (0..choices(pattern)).map(|i| said(pattern, i).trim().to_owned()).collect();
        texts.dedup();
        let mut shows = BTreeSet::new();
        shown(pattern, &mut shows);
        Self { file: file.to_owned(), key: key.to_owned(), texts, shows }
    }
}

fn choices(pattern: &Pattern<&str>) -> usize {
    let of = |element: &PatternElement<&str>| match element {
        PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
            variants.iter().map(|v| choices(&v.value)).max().unwrap_or(1).max(variants.len())
        }
        _ => 1,
    };
    pattern.elements.iter().map(of).max().unwrap_or(1)
}

/// What a pattern says with its choice number `i`.
fn said(pattern: &Pattern<&str>, i: usize) -> String {
    let mut out = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => out.push_str(value),
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                out.push_str(&said(&variants[i.min(variants.len() - 1)].value, i));
            }
            PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { value }) } => {
                out.push_str(value);
            }
            PatternElement::Placeable { .. } => out.push(FILLED),
        }
    }
    out
}

fn shown(pattern: &Pattern<&str>, out: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        match element {
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                for variant in variants {
                    shown(&variant.value, out);
                }
            }
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => {
                out.insert(id.name.to_owned());
            }
            _ => {}
        }
    }
}

fn parsed(file: &str, text: &str) -> Vec<Message> {
    let resource = fluent_syntax::parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{file}: {errors:?}"));
    let messages = resource.body.iter().filter_map(|entry| match entry {
        Entry::Message(m) => m.value.as_ref().map(|value| Message::of(file, m.id.name, value)),
        _ => None,
    });
    messages.collect()
}

fn all(lang: &str) -> Vec<Message> {
    let files = sources(&format!("locales/{lang}"), "ftl");
    let name = |path: &std::path::Path| path.file_name().and_then(|n| n.to_str()).unwrap_or_default().to_owned();
    files.iter().flat_map(|(path, text)| parsed(&format!("{lang}/{}", name(path)), text)).collect()
}

/// Phrases to avoid, what to say instead, and the phrases in which they are fine.
struct Term {
    phrases: Vec<String>,
    instead: String,
    fine: Vec<String>,
}

/// The sections of `plain.txt`.
struct Rules(BTreeMap<String, Vec<Term>>);

impl Rules {
    fn read(text: &str) -> Self {
        let mut out: BTreeMap<String, Vec<Term>> = BTreeMap::new();
        let mut section = String::new();
        for line in text.lines().filter(|l| !l.trim().is_empty() && !l.starts_with('#')) {
            if let Some(name) = line.strip_prefix('[') {
                name.trim_end_matches(']').clone_into(&mut section);
                continue;
            }
            let list = |part: Option<&str>| -> Vec<String> {
                let parts = part.unwrap_or_default().split(',').map(|p| p.trim().to_lowercase());
                parts.filter(|p| !p.is_empty()).collect()
            };
            let mut parts = line.split('|');
            let phrases = list(parts.next());
            let instead = parts.next().unwrap_or_default().trim().to_owned();
            assert!(!phrases.is_empty() && !instead.is_empty(), "plain.txt: {line}");
            out.entry(section.clone()).or_default().push(Term { phrases, instead, fine: list(parts.next()) });
        }
        Self(out)
    }

    fn of(&self, section: &str) -> &[Term] {
        self.0.get(section).map(Vec::as_slice).unwrap_or_default()
    }
}

fn is_inside_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '-'
}

/// Where a phrase stands in a text as whole words.
fn found(text: &str, phrase: &str) -> Option<usize> {
    text.match_indices(phrase).map(|(at, _)| at).find(|at| {
        let before = text[..*at].chars().next_back();
        let after = text[at + phrase.len()..].chars().next();
        !before.is_some_and(is_inside_word) && !after.is_some_and(is_inside_word)
    })
}

fn lower(text: &str) -> String {
    text.to_lowercase().replace('’', "'").replace('\n', " ")
}

/// The first phrase of each term that a text has. `/all/` is a phrase that is the whole text.
fn terms(list: &[Term], text: &str) -> Vec<String> {
    let text = lower(text);
    let mut out = Vec::new();
    for term in list {
        let mut rest = text.clone();
        for fine in &term.fine {
            while let Some(at) = found(&rest, fine) {
                rest.replace_range(at..at + fine.len(), "\u{2}");
            }
        }
        let is_there = |phrase: &&String| match phrase.strip_prefix('/').and_then(|p| p.strip_suffix('/')) {
            Some(whole) => rest.trim_matches([' ', '.', '!']) == whole,
            None => found(&rest, phrase).is_some(),
        };
        if let Some(phrase) = term.phrases.iter().find(is_there) {
            out.push(format!("“{phrase}” (say: {})", term.instead));
        }
    }
    out
}

/// Words of each sentence. A list after a colon is a sentence of its own.
fn sentences(text: &str) -> Vec<Vec<String>> {
    let text = text.replace("p. m.", "pm").replace("a. m.", "am").replace("p.m.", "pm").replace("a.m.", "am");
    let text = text.replace("EE. UU.", "EEUU").replace("U.S.", "US");
    let mut out = Vec::new();
    for line in text.lines() {
        let mut sentence = Vec::new();
        for part in line.split_whitespace() {
            if part.chars().any(|c| c.is_alphanumeric() || c == FILLED) {
                sentence.push(part.to_owned());
            }
            let bare = part.trim_end_matches(['"', '”', '’', '»', ')']);
            if bare.ends_with(['.', '!', '?', '…', ':']) || matches!(part, "·" | "•") {
                out.push(std::mem::take(&mut sentence));
            }
        }
        out.push(sentence);
    }
    out.retain(|s| !s.is_empty());
    out
}

fn syllables(lang: &str, word: &str) -> usize {
    if word.contains(FILLED) {
        return 2;
    }
    let word: String = word.to_lowercase().chars().filter(|c| c.is_alphabetic()).collect();
    let mut n: usize = 0;
    let mut before = ' ';
    for c in word.chars() {
        let is_vowel = "aeiouyáéíóúü".contains(c) && !(lang == "es" && c == 'y');
        let is_strong = |c: char| "aeoáéóíú".contains(c);
        let was_vowel = "aeiouyáéíóúü".contains(before);
        let is_new = !was_vowel || (lang == "es" && is_strong(c) && is_strong(before));
        n += usize::from(is_vowel && is_new);
        before = c;
    }
    if lang == "en" {
        let is_silent = (word.ends_with('e') && !word.ends_with("le") && !word.ends_with("ee"))
            || (word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded"));
        n = n.saturating_sub(usize::from(is_silent && n > 1));
    } else {
        // The u of que, qui, gue, gui is not heard; the vowel after it is.
        let silent = ["que", "qui", "gue", "gui"].iter().map(|s| word.matches(s).count()).sum::<usize>();
        n = n.max(silent);
    }
    n.max(1)
}

/// How many words a text has, and how hard it is: the school grade of Flesch and Kincaid in English, in Spanish how
/// easy it is by Fernández Huerta, of a hundred.
#[expect(clippy::cast_precision_loss, reason = "a message has few words")]
fn measured(lang: &str, text: &str) -> (usize, f64) {
    let sentences = sentences(text);
    let words: Vec<&String> = sentences.iter().flatten().collect();
    if words.is_empty() {
        return (0, 0.0);
    }
    let heard: usize = words.iter().map(|w| syllables(lang, w)).sum();
    let long = words.len() as f64 / sentences.len() as f64;
    let heavy = heard as f64 / words.len() as f64;
    let hard = if lang == "en" { 0.39 * long + 11.8 * heavy - 15.59 } else { 206.84 - 60.0 * heavy - 1.02 * long };
    (words.len(), hard)
}

const ENGLISH: &str = " the and with your you this that these from is are was were have has been will when what who \
    which they their our us not but if or because about please ";
const SPANISH: &str = " el los las que para con una del su sus usted por cuando quien quienes este esta como más \
    según aquí donde pero también ya si y o ";

/// Words of the other language. What stands in quotation marks may be of any.
fn foreign(lang: &str, text: &str) -> Vec<String> {
    let other = if lang == "en" { SPANISH } else { ENGLISH };
    let mut own = String::new();
    let mut is_quoted = false;
    for c in text.chars() {
        match c {
            '“' | '«' => is_quoted = true,
            '”' | '»' => is_quoted = false,
            _ if !is_quoted => own.push(c),
            _ => {}
        }
    }
    let words = own.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase).filter(|w| !w.is_empty());
    let hits: Vec<String> = words.filter(|w| other.contains(&format!(" {w} "))).collect();
    if hits.len() > 1 { hits } else { Vec::new() }
}

/// Keys whose text is all that a button shows.
fn buttons() -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for (_, text) in product("html") {
        for part in text.split("<button").skip(1).filter_map(|p| p.split("</button>").next()) {
            keys_in(part, &mut out);
        }
        for part in text.split("<a ").skip(1).filter_map(|p| p.split("</a>").next()) {
            if part.split('>').next().is_some_and(|tag| tag.contains("class=\"btn")) {
                keys_in(part, &mut out);
            }
        }
    }
    out
}

fn keys_in(button: &str, out: &mut BTreeSet<String>) {
    // What only a screen reader reads completes the button.
    let Some((_, shown)) = button.split_once('>').filter(|(_, shown)| !shown.contains("class=\"sr\"")) else { return };
    for part in shown.split(['(', ' ']).filter_map(|p| p.trim_start().strip_prefix('"')) {
        let key = part.split('"').next().unwrap_or_default();
        if !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
            out.insert(key.to_owned());
        }
    }
}

/// Everything that is wrong with one message by itself: the rule, and what breaks it.
fn faults(rules: &Rules, buttons: &BTreeSet<String>, message: &Message) -> BTreeSet<(&'static str, String)> {
    let lang = &message.file[..2];
    let mut out = BTreeSet::new();
    for text in &message.texts {
        let shown = text.replace(FILLED, "{…}").replace('\n', " ");
        let mut fault = |rule: &'static str, what: &str| out.insert((rule, format!("{what}: {shown}")));
        for term in terms(rules.of(lang), text) {
            fault("word", &term);
        }
        for term in terms(rules.of(&format!("{lang} people")), text) {
            fault("person", &term);
        }
        for sentence in sentences(text).iter().filter(|s| s.len() > LONGEST) {
            fault("length", &format!("{} words", sentence.len()));
        }
        let (words, hard) = measured(lang, text);
        if words >= 20 && (if lang == "en" { hard > 10.0 } else { hard < 60.0 }) {
            fault("grade", &format!("{hard:.1}"));
        }
        let foreign = foreign(lang, text);
        if !foreign.is_empty() {
            fault("language", &foreign.join(" "));
        }
        let is_button = ["-act", "-save", "-button"].iter().any(|e| message.key.ends_with(e));
        let bare = rules.of("buttons").iter().flat_map(|t| &t.phrases);
        if (is_button || buttons.contains(&message.key))
            && bare.into_iter().any(|b| *b == lower(text).trim_matches([' ', '.', '…']))
        {
            fault("button", "say what it does, and to what");
        }
    }
    out
}

/// Messages that may break a rule, `en/todo.ftl:key rule`.
fn exceptions(rules: &Rules) -> BTreeSet<String> {
    rules.of("exceptions").iter().flat_map(|t| t.phrases.clone()).collect()
}

fn rules() -> Rules {
    let path = root().join("crates/app/weft/tests/plain.txt");
    Rules::read(&std::fs::read_to_string(path).expect("plain.txt"))
}

#[test]
fn every_message_is_in_plain_words() {
    let rules = rules();
    let mut allowed = exceptions(&rules);
    let excepted = allowed.clone();
    let buttons = buttons();
    assert!(buttons.len() > 100, "{} buttons", buttons.len());
    let mut out = Vec::new();
    for message in all("en").iter().chain(&all("es")) {
        for (rule, what) in faults(&rules, &buttons, message) {
            let which = format!("{}:{} {rule}", message.file, message.key);
            if !excepted.contains(&which) {
                out.push(format!("{which}: {what}"));
            }
            allowed.remove(&which);
        }
    }
    assert!(out.is_empty(), "{} messages are not plain (see plain.txt):\n{}", out.len(), out.join("\n"));
    assert!(allowed.is_empty(), "exceptions that nothing needs anymore: {allowed:?}");
}

#[test]
#[expect(clippy::cast_precision_loss, reason = "some thousand messages")]
fn all_messages_together_are_easy_to_read() {
    for (lang, is_easy) in [("en", (|m| m <= 8.0) as fn(f64) -> bool), ("es", |m| m >= 60.0)] {
        let measured: Vec<f64> = all(lang)
            .iter()
            .flat_map(|m| m.texts.iter().map(|t| measured(lang, t)).collect::<Vec<_>>())
            .filter(|(words, _)| *words >= 12)
            .map(|(_, hard)| hard)
            .collect();
        let mean = measured.iter().sum::<f64>() / measured.len() as f64;
        assert!(measured.len() > 500 && is_easy(mean), "{lang}: {mean:.1} over {} texts", measured.len());
    }
}

#[test]
fn both_languages_show_the_same() {
    let of = |lang: &str| -> BTreeMap<String, BTreeSet<String>> {
        all(lang).into_iter().map(|m| (m.key, m.shows)).collect()
    };
    let (en, es) = (of("en"), of("es"));
    let faults: Vec<String> = en
        .iter()
        .filter(|(key, shows)| es.get(*key) != Some(shows))
        .map(|(key, shows)| format!("{key}: {shows:?} and {:?}", es.get(key)))
        .collect();
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn what_is_not_plain_is_found() {
    let rules = rules();
    let buttons = buttons();
    let broken = |lang: &str, text: &str| -> Vec<&'static str> {
        let messages = parsed(&format!("{lang}/x.ftl"), text);
        let found: BTreeSet<&str> =
            messages.iter().flat_map(|m| faults(&rules, &buttons, m)).map(|(rule, _)| rule).collect();
        found.into_iter().collect()
    };
    let none: [&str; 0] = [];
    assert_eq!(broken("en", "a = A letter to a group was written"), ["word"]);
    assert_eq!(broken("en", "a = There is nothing here"), ["word"]);
    assert_eq!(broken("en", "a = They may"), ["word"]);
    assert_eq!(broken("en", "a = Use letters and numbers. You have a lot of time."), none);
    assert_eq!(broken("es", "a = Ver la temporada"), ["word"]);
    assert_eq!(broken("es", "a = Un encuentro en casa, sin impuestos."), none);
    assert_eq!(broken("en", "a = Tell her."), ["person"]);
    assert_eq!(broken("en", "a = The shell is there."), none);
    assert_eq!(broken("es", "a = Avise a las evaluadoras."), ["person"]);
    assert_eq!(broken("es", "a = Avise a quienes evalúan."), none);
    let long = "a = One two three four five six seven eight nine ten one two three four five six seven eight nine ten";
    assert_eq!(broken("en", long), none);
    assert_eq!(broken("en", &format!("{long} {}.", "{ $n }")), ["length"]);
    assert_eq!(broken("en", &format!("{long}: one, two, three.")), none, "a list counts by itself");
    let heavy = "Administrators reconsider organizational accessibility considerations. ";
    assert_eq!(broken("en", &format!("a = {}", heavy.repeat(4))), ["grade"]);
    let heavy = "Administración reconsidera accesibilidad organizacional institucionalmente. ";
    assert_eq!(broken("es", &format!("a = {}", heavy.repeat(4))), ["grade"]);
    assert_eq!(broken("es", "a = Write to your team."), none, "one word could be a name");
    assert_eq!(broken("es", "a = Write to the team with your name."), ["language"]);
    assert_eq!(broken("en", "a = Escriba a su equipo por correo."), ["language"]);
    assert_eq!(broken("en", "a = For example “Con el apoyo de la fundación.”"), none);
    assert_eq!(broken("en", "a-act = Open"), ["button"]);
    assert_eq!(broken("en", "a-act = Open applications"), none);
    assert_eq!(broken("es", "a-save = Guardarlo"), ["button"]);
    let choice = "a = { $n ->\n    [one] One letter.\n   *[other] { $n } emails.\n}";
    assert_eq!(broken("en", choice), ["word"], "every choice is read");
}

#[test]
fn what_a_message_shows_is_known() {
    let shows = |text: &str| parsed("en/x.ftl", text).remove(0).shows.into_iter().collect::<Vec<_>>();
    assert_eq!(shows("a = { $name } has { $n ->\n    [one] one\n   *[other] { $many }\n}."), ["many", "name"]);
}
