//! In whose name an email goes out: a program's name, logo, color and postal address, put around the words when it
//! leaves. The logo travels inside the email, so that it shows where pictures from elsewhere are blocked; the name is
//! there as text in any case.

use std::sync::Arc;

use super::super::i18n::{Lang, Tr};

/// A program, as its emails show it.
#[derive(Clone, Debug, Default)]
pub struct Face {
    pub name: String,
    pub logo: Option<Logo>,
    /// The color of the button and of the text on it, as `#rrggbb`.
    pub color: Option<(String, String)>,
    /// In lines; empty when none is known.
    pub postal: String,
}

/// A PNG and the size it is shown at, in pixels.
#[derive(Clone, Debug)]
pub struct Logo {
    pub png: Arc<Vec<u8>>,
    pub width: i64,
    pub height: i64,
}

/// What the logo's part is called inside an email.
pub const LOGO: &str = "logo@weft";

/// Where [`Letter`](super::Letter) puts its button; words in it are escaped and never look like this.
pub(super) const BUTTON: &str = "<p class=\"act\"><a href=";

#[derive(askama::Template)]
#[template(
    source = "<body style=\"margin:0;padding:16px;background:#ffffff;color:#1f1b16;\
font-family:Verdana,Arial,sans-serif;font-size:16px;line-height:1.5\">\
<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" style=\"max-width:600px\">\
<tr><td style=\"border-top:4px solid {{ color }};padding:16px 0 8px\">\
{% if let Some(logo) = face.logo %}<img src=\"cid:{{ LOGO }}\" alt=\"\" width=\"{{ logo.width }}\" \
height=\"{{ logo.height }}\" style=\"display:block;border:0;margin-bottom:8px\">{% endif %}\
<strong>{{ face.name }}</strong></td></tr><tr><td>",
    ext = "html"
)]
struct Top<'a> {
    face: &'a Face,
    color: &'a str,
}

#[derive(askama::Template)]
#[template(
    source = "</td></tr><tr><td style=\"border-top:1px solid #ddd3c4;padding:12px 0;color:#5a5248;font-size:14px\">\
<strong>{{ face.name }}</strong>{% for line in face.postal.lines() %}<br>{{ line }}{% endfor %}\
<br>{{ made_with }}</td></tr></table></body>",
    ext = "html"
)]
struct Bottom<'a> {
    face: &'a Face,
    made_with: String,
}

/// Weft's own, for programs without a color.
const USUAL: (&str, &str) = ("#2b3a67", "#ffffff");

impl Face {
    fn colors(&self) -> (&str, &str) {
        self.color.as_ref().map_or(USUAL, |(color, words)| (color, words))
    }

    /// A letter's HTML with this face around it.
    pub(super) fn around(&self, html: &str) -> String {
        use askama::Template as _;
        let (color, words) = self.colors();
        let top = Top { face: self, color }.render().unwrap_or_default();
        let bottom = Bottom { face: self, made_with: made_with(html) }.render().unwrap_or_default();
        let act = format!(
            "<p style=\"margin:24px 0\"><a style=\"display:inline-block;padding:12px 20px;border-radius:6px;\
            background:{color};color:{words};font-weight:bold;text-decoration:none\" href="
        );
        html.replacen("<body>", &top, 1).replacen("</body>", &bottom, 1).replacen(BUTTON, &act, 1)
    }

    /// A letter's plain text with name and address below it.
    pub(super) fn below(&self, text: &str, html: &str) -> String {
        let mut lines = vec![self.name.as_str()];
        lines.extend(self.postal.lines());
        format!("{}\n\n-- \n{}\n{}\n", text.trim_end(), lines.join("\n"), made_with(html))
    }
}

/// In the language of the letter.
fn made_with(html: &str) -> String {
    let lang = if html.contains("<html lang=\"es\">") { Lang::Es } else { Lang::En };
    Tr(lang).t("made-with")
}

#[cfg(test)]
mod tests {
    use super::super::Letter;
    use super::*;

    fn face() -> Face {
        Face {
            name: "Rivers & Roots".into(),
            logo: Some(Logo { png: Arc::new(b"png".to_vec()), width: 120, height: 30 }),
            color: Some(("#0f6b5c".into(), "#ffffff".into())),
            postal: "12 Mill Street\nSpringfield, IL 62701".into(),
        }
    }

    #[test]
    fn a_letter_carries_name_logo_color_and_address_and_its_words_stay() {
        let letter = Letter {
            lang: "en",
            subject: "S".into(),
            paragraphs: vec!["Words <p class=\"act\"><a href= and </body>.".into()],
            button: Some(("Open".into(), "https://example.org/a?b=1&c=2".into())),
        };
        let mail = letter.to("a@example.org");
        let html = face().around(&mail.html);
        for part in [
            "<strong>Rivers &#38; Roots</strong>",
            "cid:logo@weft",
            "background:#0f6b5c;color:#ffffff",
            "12 Mill Street<br>Springfield, IL 62701",
            "Words &#60;p class=",
            "href=\"https://example.org/a?b=1&#38;c=2\">Open</a>",
        ] {
            assert!(html.contains(part), "{part}\n{html}");
        }
        assert_eq!(html.matches("</body>").count(), 1);
        let text = face().below(&mail.text, &mail.html);
        assert!(text.starts_with("Words") && text.contains("\n-- \nRivers & Roots\n12 Mill Street\n"), "{text}");
    }
}
