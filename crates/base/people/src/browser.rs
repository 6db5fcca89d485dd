//! What a browser says of itself, in words that a person knows it by.

use weft_kernel::i18n::Tr;

/// Signs of browsers, the ones that also name another first.
const BROWSERS: [(&str, &str); 10] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("FxiOS", "Firefox"),
    ("Firefox", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Chromium", "Chromium"),
    ("Safari", "Safari"),
    ("Version/", "Safari"),
];

/// Signs of systems, the ones that also name another first.
const SYSTEMS: [(&str, &str); 8] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "Chromebook"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
];

/// “Chrome on Windows”, “Safari on iPhone”; of what nobody knows, “A browser”.
pub fn said(t: Tr, agent: &str) -> String {
    let of =
        |signs: &[(&str, &'static str)]| signs.iter().find(|(sign, _)| agent.contains(sign)).map(|(_, name)| *name);
    match (of(&BROWSERS), of(&SYSTEMS)) {
        (Some(browser), Some(system)) => t.a2("agent-on", "browser", browser, "system", system),
        _ => t.t("agent-unknown"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use weft_kernel::i18n::Lang;

    #[test]
    fn a_browser_is_named_as_its_owner_knows_it() {
        let windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)";
        for (agent, name) in [
            (format!("{windows} Chrome/126.0.0.0 Safari/537.36"), "Chrome on Windows"),
            (format!("{windows} Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0"), "Edge on Windows"),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                    Version/17.5 Mobile/15E148 Safari/604.1"
                    .into(),
                "Safari on iPhone",
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:127.0) Gecko/20100101 Firefox/127.0".into(),
                "Firefox on Mac",
            ),
            ("Mozilla/5.0 (Linux; Android 10; K) Chrome/126.0.0.0 Mobile Safari/537.36".into(), "Chrome on Android"),
            ("curl/8.5.0".into(), "A browser"),
            (String::new(), "A browser"),
        ] {
            assert_eq!(said(Tr(Lang::En), &agent), name, "{agent}");
        }
    }
}
