//! To HTML. Every text goes through `escape`, every address through `links`; nothing else is variable.

use crate::links::{escape, escaped, followed, loaded};
use crate::node::{Mark, Node};

/// Writes a fragment of semantic HTML. Links lead only where they may, with `rel=noopener`; an image is
/// shown only if it is on this site, else its description is.
pub fn to_html(doc: &Node) -> String {
    let mut out = String::new();
    blocks(&mut out, &doc.content);
    out
}

/// Writes a whole HTML document that stands on its own, for taking along.
pub fn html_page(doc: &Node, title: &str, language: &str) -> String {
    let (title, language) = (escaped(title), escaped(language));
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
         <style>\nbody {{ font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; \
         max-width: 45rem; padding: 0 1rem }}\n\
         table {{ border-collapse: collapse }}\nth, td {{ border: 1px solid; padding: .25rem .5rem }}\n\
         pre {{ overflow-x: auto }}\nimg {{ max-width: 100% }}\n</style>\n\
         </head>\n<body>\n{}</body>\n</html>\n",
        to_html(doc)
    )
}

fn blocks(out: &mut String, nodes: &[Node]) {
    for node in nodes {
        block(out, node);
    }
}

fn block(out: &mut String, node: &Node) {
    match node.kind.as_str() {
        "paragraph" => around(out, "p", "", &node.content, line),
        "heading" => around(out, &format!("h{}", node.level()), "", &node.content, line),
        "bulletList" => around(out, "ul", "", &node.content, blocks),
        "orderedList" => around(out, "ol", &start(node), &node.content, blocks),
        "listItem" => around(out, "li", "", &node.content, item),
        "taskList" => around(out, "ul", " class=\"tasks\"", &node.content, blocks),
        "taskItem" => task(out, node),
        "blockquote" => around(out, "blockquote", "", &node.content, blocks),
        "codeBlock" => code(out, node),
        "horizontalRule" => out.push_str("<hr>\n"),
        "table" => table(out, node),
        _ if node.is_inline() => line(out, std::slice::from_ref(node)),
        _ => blocks(out, &node.content),
    }
}

fn around(out: &mut String, tag: &str, attributes: &str, nodes: &[Node], inside: fn(&mut String, &[Node])) {
    out.push_str(&format!("<{tag}{attributes}>"));
    inside(out, nodes);
    out.push_str(&format!("</{tag}>\n"));
}

/// A list item; its paragraph needs no tag of its own if it stands alone.
fn item(out: &mut String, nodes: &[Node]) {
    match nodes.split_first() {
        Some((first, rest))
            if first.is("paragraph") && rest.iter().all(|node| node.kind.ends_with("List")) =>
        {
            line(out, &first.content);
            blocks(out, rest);
        }
        _ => blocks(out, nodes),
    }
}

fn start(node: &Node) -> String {
    match node.number("start") {
        Some(start) if start != 1 => format!(" start=\"{start}\""),
        _ => String::new(),
    }
}

fn task(out: &mut String, node: &Node) {
    let checked = if node.checked() { " checked" } else { "" };
    out.push_str(&format!("<li><input type=\"checkbox\" disabled{checked}> "));
    item(out, &node.content);
    out.push_str("</li>\n");
}

fn code(out: &mut String, node: &Node) {
    let language = node.language().map(|word| format!(" class=\"language-{word}\"")).unwrap_or_default();
    out.push_str(&format!("<pre><code{language}>"));
    // HTML drops a line end right behind the opening tag.
    let words: String = node.content.iter().map(crate::plain::inline).collect();
    if words.starts_with('\n') {
        out.push('\n');
    }
    escape(out, &words);
    out.push_str("</code></pre>\n");
}

fn table(out: &mut String, node: &Node) {
    let heads =
        |row: &&Node| !row.content.is_empty() && row.content.iter().all(|cell| cell.is("tableHeader"));
    let head = node.content.iter().take_while(heads).count();
    out.push_str("<table>\n");
    rows(out, "thead", &node.content[..head]);
    rows(out, "tbody", &node.content[head..]);
    out.push_str("</table>\n");
}

fn rows(out: &mut String, tag: &str, rows: &[Node]) {
    if rows.is_empty() {
        return;
    }
    out.push_str(&format!("<{tag}>\n"));
    for row in rows {
        out.push_str("<tr>");
        for node in &row.content {
            cell(out, node, tag == "thead");
        }
        out.push_str("</tr>\n");
    }
    out.push_str(&format!("</{tag}>\n"));
}

fn cell(out: &mut String, node: &Node, in_head: bool) {
    let (tag, scope) = match (node.is("tableHeader"), in_head) {
        (true, true) => ("th", " scope=\"col\""),
        (true, false) => ("th", " scope=\"row\""),
        _ => ("td", ""),
    };
    out.push_str(&format!("<{tag}{scope}"));
    for name in ["colspan", "rowspan"] {
        if let Some(span) = node.number(name).filter(|span| (2..=1000).contains(span)) {
            out.push_str(&format!(" {name}=\"{span}\""));
        }
    }
    out.push('>');
    item(out, &node.content);
    out.push_str(&format!("</{tag}>"));
}

fn line(out: &mut String, nodes: &[Node]) {
    for node in nodes {
        inline(out, node);
    }
}

fn inline(out: &mut String, node: &Node) {
    match node.kind.as_str() {
        "text" => marked(out, node.text.as_deref().unwrap_or_default(), &node.marks),
        "hardBreak" => out.push_str("<br>"),
        "image" => image(out, node),
        "mention" => mention(out, node),
        _ => block(out, node),
    }
}

fn image(out: &mut String, node: &Node) {
    let alt = escaped(node.word("alt"));
    match loaded(node.word("src")) {
        Some(address) => {
            let title = match node.word("title") {
                "" => String::new(),
                title => format!(" title=\"{}\"", escaped(title)),
            };
            out.push_str(&format!("<img src=\"{}\" alt=\"{alt}\"{title}>", escaped(&address)));
        }
        None => out.push_str(&alt),
    }
}

fn mention(out: &mut String, node: &Node) {
    let label = escaped(node.word("label"));
    match uuid::Uuid::try_parse(node.word("id")) {
        Ok(id) => out.push_str(&format!("<a class=\"mention\" href=\"/people/{id}\">@{label}</a>")),
        Err(_) => out.push_str(&format!("@{label}")),
    }
}

fn marked(out: &mut String, words: &str, marks: &[Mark]) {
    let Some((mark, within)) = marks.split_first() else {
        return escape(out, words);
    };
    let (open, close) = match mark.kind.as_str() {
        "link" => match mark.attrs.get("href").and_then(|href| followed(href.as_str()?)) {
            Some(href) => (format!("<a href=\"{}\" rel=\"noopener\">", escaped(&href)), "</a>"),
            None => (String::new(), ""),
        },
        "bold" => ("<strong>".into(), "</strong>"),
        "italic" => ("<em>".into(), "</em>"),
        "strike" => ("<s>".into(), "</s>"),
        "underline" => ("<u>".into(), "</u>"),
        "code" => ("<code>".into(), "</code>"),
        _ => (String::new(), ""),
    };
    out.push_str(&open);
    marked(out, words, within);
    out.push_str(close);
}
