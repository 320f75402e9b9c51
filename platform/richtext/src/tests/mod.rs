mod properties;

pub(crate) use properties::docs;

use uuid::Uuid;

use crate::build::{block, mark, text};
use crate::node::Node;
use crate::{from_html, from_markdown, html_page, plain_text, talk, to_html, to_markdown};

const EVERYTHING: &str = "\
# Umzug\n\nDie **Kisten**, *die Palme* und ~~der Herd~~ der `Schrank`.\n\n\
- Bücher\n- Bilder\n  - gerahmte\n\n1. packen\n2. tragen\n\n- [x] Wagen\n- [ ] Schlüssel\n\n\
> Nicht stürzen!\n\n```rust\nfn main() {}\n```\n\n___\n\n\
| Raum | Wer |\n| --- | --- |\n| Keller | [Ben](https://example.org/ben) |\n| Dach |  |\n\n\
![Plan](/documents/1/plan.png)\n";

/// What could run on a page if it got there unescaped.
const HOSTILE: [&str; 18] = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<IMG SRC=JaVaScRiPt:alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
    "[a](javascript:alert(1))",
    "[a](JAVASCRIPT:alert(1))",
    "[a](<java\tscript:alert(1)>)",
    "[a](&#106;avascript:alert(1))",
    "[a](&#x6A&#x61;vascript&colon;alert(1))",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a](vbscript:msgbox(1))",
    "[a](//evil.example/x)",
    "[a](/\\evil.example)",
    "![a](javascript:alert(1))",
    "![\" onerror=\"alert(1)](/x.png)",
    "[\"><script>](/x \"\\\" onmouseover=alert(1)\")",
    "<a href=\"java\nscript:alert(1)\" onclick=alert(1)>a</a>",
];

/// Looks at the HTML as a browser does: no element, attribute or address in it may be able to run or load.
fn check_harmless(html: &str) {
    let tree = scraper::Html::parse_fragment(html);
    for element in tree.tree.root().descendants().filter_map(scraper::ElementRef::wrap) {
        let name = element.value().name();
        let known = "html p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code hr table thead tbody tr th td br \
                     strong em s u a img input";
        assert!(known.split(' ').any(|tag| tag == name), "<{name}> in {html}");
        for (attribute, value) in element.value().attrs() {
            let known = "href rel class src alt title start type disabled checked scope colspan rowspan";
            assert!(known.split_whitespace().any(|word| word == attribute), "{attribute} in {html}");
            let harmless = ["http://", "https://", "mailto:", "#", "/"]
                .iter()
                .any(|start| value.to_lowercase().starts_with(start));
            assert!(attribute != "href" || (harmless && !value.starts_with("//")), "{value} in {html}");
            assert!(
                attribute != "src" || (value.starts_with('/') && !value.starts_with("//")),
                "{value} in {html}"
            );
        }
    }
}

fn check_stable(markdown: &str) {
    let doc = from_markdown(markdown);
    let written = to_markdown(&doc);
    assert_eq!(from_markdown(&written), doc, "{markdown:?} was written as {written:?}");
}

#[test]
fn markdown_that_is_read_is_written_as_it_was() {
    assert_eq!(to_markdown(&from_markdown(EVERYTHING)), EVERYTHING);
}

#[test]
fn html_has_a_word_for_everything() {
    insta::assert_snapshot!(to_html(&from_markdown(EVERYTHING)), @r#"
    <h1>Umzug</h1>
    <p>Die <strong>Kisten</strong>, <em>die Palme</em> und <s>der Herd</s> der <code>Schrank</code>.</p>
    <ul><li>Bücher</li>
    <li>Bilder<ul><li>gerahmte</li>
    </ul>
    </li>
    </ul>
    <ol><li>packen</li>
    <li>tragen</li>
    </ol>
    <ul class="tasks"><li><input type="checkbox" disabled checked> Wagen</li>
    <li><input type="checkbox" disabled> Schlüssel</li>
    </ul>
    <blockquote><p>Nicht stürzen!</p>
    </blockquote>
    <pre><code class="language-rust">fn main() {}</code></pre>
    <hr>
    <table>
    <thead>
    <tr><th scope="col">Raum</th><th scope="col">Wer</th></tr>
    </thead>
    <tbody>
    <tr><td>Keller</td><td><a href="https://example.org/ben" rel="noopener">Ben</a></td></tr>
    <tr><td>Dach</td><td></td></tr>
    </tbody>
    </table>
    <p><img src="/documents/1/plan.png" alt="Plan"></p>
    "#);
}

#[test]
fn a_document_becomes_html_and_again_the_document() {
    let doc = from_markdown(EVERYTHING);
    assert_eq!(from_html(&html_page(&doc, "Umzug", "de")), doc);
}

#[test]
fn plain_text_has_a_line_for_each_block() {
    insta::assert_snapshot!(plain_text(&from_markdown(EVERYTHING)), @r#"
    Umzug
    Die Kisten, die Palme und der Herd der Schrank.
    Bücher
    Bilder
    gerahmte
    packen
    tragen
    Wagen
    Schlüssel
    Nicht stürzen!
    fn main() {}
    Raum	Wer
    Keller	Ben
    Dach	
    Plan
    "#);
}

#[test]
fn strange_markdown_is_stable() {
    for markdown in [
        "",
        "\\",
        "a\\\nb",
        "**a *b***",
        "***a** b*",
        "*a **b***c",
        "a**\"b\"**c",
        "- \n- a\n\n  b",
        "- # a",
        "> ",
        "1) a\n1. b",
        "- a\n\n<!-- -->\n\n- b",
        "&nbsp; a &#32;",
        "`` ` ``",
        "[**a** b](/x)",
        "**a [b](/x) c**",
        "| a\\|b |\n|-|\n| `c\\|d` |",
        "~~~ rust extra\n\n\n~~~",
        "<u>a **b**</u>",
        "a<br>",
        "<br>",
        "# #\n## a \\#",
        "![a *b*](/c)",
        "- - - a",
        "2. a\n3. b",
        "@[Ana](person/019b0000-0000-7000-8000-000000000001)",
        "a_b_c _d_e",
        "\\# a\\\n\\# b",
        "+ a\n+ b\n* c",
        "*a*_b_*c*",
        "- [ ] a\n- b\n- [x] c",
        "1986\\. a",
        "&amp;lt; &lt;b>",
        "![](/a)",
        "> - a\n>   > b\n\nc",
        "a\n---\nb\n===",
        "[a]: /b\n\n[a]",
    ] {
        check_stable(markdown);
    }
}

#[test]
fn what_lies_too_deep_is_only_text() {
    for sign in [">", "- ", "*a ", "[", "**a _b ", "<div>", "<ul><li>", "<b>"] {
        let deep = format!("{}word", sign.repeat(20_000));
        let (read, parsed) = (from_markdown(&deep), from_html(&deep));
        assert!(to_html(&read).contains("word") && to_markdown(&parsed).contains("word"), "{sign}");
        assert!(depth(&read) < 100 && depth(&parsed) < 100, "{sign}");
        talk::render(&deep, &|_| None);
    }
}

fn depth(node: &Node) -> usize {
    1 + node.content.iter().map(depth).max().unwrap_or(0)
}

#[test]
fn html_from_anywhere_keeps_its_words() {
    let html = "<html><head><title>no</title><style>p{}</style></head><body>Hallo <b>Welt</b>\n <p>eins\
                <p>zwei\
                <ul><li>a<ul><li>b</ul><li><input type=checkbox checked> c</ul>\
                <custom-element>drin</custom-element><pre><code class='x language-sh'>ls\n  -l\n</code></pre>\
                <table><tr><th colspan=2>K</th></tr><tr><td>1<td>2</table>\
                <script>no()</script><a href='javascript:no()'>Weg</a> <img src='data:no' alt='Bild'>";
    insta::assert_snapshot!(to_markdown(&from_html(html)), @r#"
    Hallo **Welt**

    eins

    zwei

    - a
      - b
    - c

    drin

    ```sh
    ls
      -l
    ```

    | K |  |
    | --- | --- |
    | 1 | 2 |

    Weg Bild
    "#);
}

#[test]
fn hostile_text_is_only_text() {
    for hostile in HOSTILE {
        check_harmless(&to_html(&from_markdown(hostile)));
        check_harmless(&to_html(&from_html(hostile)));
        check_harmless(&talk::render(hostile, &|_| Some("<b onclick=x>".into())));
        let mut link = mark("link");
        link.attrs.insert("href".into(), hostile.into());
        let image =
            block("image", Vec::new()).with("src", hostile).with("alt", hostile).with("title", hostile);
        let language = block("codeBlock", vec![text(hostile, &[])]).with("language", hostile);
        let line = vec![text(hostile, &[link]), image, crate::build::mention(hostile, hostile)];
        let doc = block(
            "doc",
            vec![block("paragraph", line), language, block(hostile, vec![text(hostile, &[mark(hostile)])])],
        );
        check_harmless(&to_html(&doc));
        assert!(!html_page(&doc, hostile, hostile).contains("<script"));
    }
}

#[test]
fn a_comment_is_told_in_html() {
    let ana = Uuid::from_u128(7);
    let body = format!(
        "@[Alt](person/{ana})\n# Hallo\n**fett** *schräg* ~~weg~~ `code`\n> Zitat\n\n- eins\n- zwei\n\n\
         https://example.org\n\n![Bild](https://a.example/b.png) @[Fort](person/{})",
        Uuid::from_u128(8)
    );
    let html = talk::render(&body, &|id| (id == ana).then(|| "A & B".to_owned()));
    insta::assert_snapshot!(html.replace(&ana.to_string(), "ANA"), @r#"
    <p><a class="mention" href="/people/ANA" rel="noopener nofollow">@A &amp; B</a></p>
    <p><strong>Hallo</strong></p>
    <p><strong>fett</strong> <em>schräg</em> <s>weg</s> <code>code</code></p>
    <blockquote><p>Zitat</p>
    </blockquote>
    <ul><li>eins</li>
    <li>zwei</li>
    </ul>
    <p><a href="https://example.org" rel="noopener nofollow">https://example.org</a></p>
    <p><a href="https://a.example/b.png" rel="noopener nofollow">Bild</a> @Fort</p>
    "#);
    insta::assert_snapshot!(talk::plain(&body), @r#"
    @Alt
    Hallo
    fett schräg weg code
    Zitat
    eins
    zwei
    https://example.org
    Bild @Fort
    "#);
}

#[test]
fn names_are_resolved_where_they_are_names() {
    let people = [(Uuid::from_u128(1), "Ana".to_owned()), (Uuid::from_u128(2), "Ana Berg".to_owned())];
    let form = |name: &str, id: u128| format!("@[{name}](person/{})", Uuid::from_u128(id));
    for (body, expected) in [
        ("@Ana Berg, bitte", format!("{}, bitte", form("Ana Berg", 2))),
        ("@ana bergab", format!("{} bergab", form("Ana", 1))),
        ("an post@Ana und @Anabel", "an post@Ana und @Anabel".to_owned()),
        (
            "`@Ana` und\n```\n@Ana\n```\nund @Ana",
            format!("`@Ana` und\n```\n@Ana\n```\nund {}", form("Ana", 1)),
        ),
        ("[zu @Ana](/x)", "[zu @Ana](/x)".to_owned()),
        (&form("Ana", 2), form("Ana", 2)),
    ] {
        assert_eq!(talk::resolve(body, &people), expected);
        assert_eq!(talk::resolve(&expected, &people), expected);
    }
}

#[test]
fn mentions_come_in_order_and_once() {
    let form = |id: u128| format!("@[A\\]b](person/{})", Uuid::from_u128(id));
    let body = format!("{} {} > {} `{}`", form(2), form(1), form(2), form(3));
    assert_eq!(talk::mentions(&body), [Uuid::from_u128(2), Uuid::from_u128(1)]);
    let many: String = (1..200).map(form).collect();
    assert_eq!(talk::mentions(&many).len(), 50);
}
