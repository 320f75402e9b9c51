//! The quick search that opens anywhere: jump to a thing, find words, do something.

use axum::extract::State;
use axum::response::IntoResponse;
use kernel::Result;
use kernel::card::Card;
use page::{Answer, Asking, Audience, Query, SignedIn, Voice, encoded};
use serde::{Deserialize, Serialize};

use super::line::{self, Line};
use super::look::{Piece, look};
use super::store::{self, Narrowed};
use crate::Parts;

/// Lines of one group.
const GROUP_ROWS: usize = 6;

/// Looked at to fill two groups, titles and the rest.
const HITS: usize = 2 * GROUP_ROWS;

#[derive(Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    q: String,
}

#[derive(Serialize)]
struct Groups {
    groups: Vec<Group>,
}

#[derive(Serialize)]
struct Group {
    title: String,
    items: Vec<Item>,
}

#[derive(Serialize)]
struct Item {
    title: String,
    url: String,
    icon: &'static str,
    hint: String,
    /// Escaped, with marks.
    #[serde(skip_serializing_if = "Option::is_none")]
    snippet_html: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    audience: Option<Wall>,
}

#[derive(Serialize)]
struct Wall {
    class: &'static str,
    icon: &'static str,
    words: String,
}

impl From<Audience> for Wall {
    fn from(it: Audience) -> Self {
        Self { class: it.class, icon: it.icon, words: it.words }
    }
}

/// What can be done from anywhere: text, address, icon, and whether it takes a colleague.
const COMMANDS: [(&str, &str, &str, bool); 5] = [
    ("search-do-upload", "/documents/new", "upload", false),
    ("search-do-page", "/pages/new", "file-pen-line", false),
    ("search-do-space", "/spaces/new", "layout-grid", true),
    ("search-do-notifications", "/notifications", "bell", false),
    ("search-do-account", "/account", "settings", false),
];

/// `GET /search/quick?q=`; with nothing asked, what is new and what can be done.
pub(crate) async fn answer(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Query(asked): Query<Asked>,
) -> Answer {
    let typed = asked.q.trim();
    let mut groups = if typed.is_empty() {
        let v = asking.voice();
        let commands = Group { title: v.t("search-do"), items: commands(&asking, &v, "") };
        vec![newest(&parts, &asking).await?, commands]
    } else {
        found(&parts, &asking, typed).await?
    };
    groups.retain(|it| !it.items.is_empty());
    Ok(api::Json(Groups { groups }).into_response())
}

async fn newest(parts: &Parts, asking: &Asking) -> Result<Group> {
    let v = asking.voice();
    let mut reader = parts.database.read().await?;
    let rows = i64::try_from(GROUP_ROWS).unwrap_or(0);
    let recent = store::recent(&mut reader, &asking.person, rows).await?;
    let things: Vec<_> = recent.iter().map(|it| ("document", it.id)).collect();
    let mut cards = line::cards(&mut reader, &parts.known.known(), asking, &things).await?;
    let items = recent.into_iter().map(|it| {
        let Card { icon, meta, .. } = cards.remove(&it.id).unwrap_or_else(|| line::plain("document"));
        let wall = Audience::short(&v, it.visibility, &it.space_title).into();
        Item { title: it.title, url: it.url, icon, hint: meta, snippet_html: None, audience: Some(wall) }
    });
    Ok(Group { title: v.t("search-recent"), items: items.collect() })
}

/// What has the words in its title comes first, to be jumped to; then people, then what has them in its text.
async fn found(parts: &Parts, asking: &Asking, typed: &str) -> Result<Vec<Group>> {
    let v = asking.voice();
    let mut reader = parts.database.read().await?;
    let piece = Piece { skip: 0, limit: HITS };
    let found = look(&mut reader, &asking.person, typed, &Narrowed::default(), piece).await?;
    let lines = line::lines(&mut reader, &parts.known.known(), asking, found.hits).await?;
    let (titled, others): (Vec<_>, Vec<_>) = lines.into_iter().partition(|it| it.hit.titled);
    let people = found.people.into_iter().map(|it| {
        let url = format!("/people/{}", it.id);
        Item {
            title: it.name,
            url,
            icon: "user-round",
            hint: String::new(),
            snippet_html: None,
            audience: None,
        }
    });
    let titled = titled.into_iter().map(|it| item(it, false));
    let others = others.into_iter().map(|it| item(it, true));
    let mut commands = commands(asking, &v, typed);
    commands.push(everywhere(&v, typed, found.count));
    Ok(vec![
        group(&v, "search-jump", titled),
        group(&v, "search-people", people),
        group(&v, "search-found", others),
        Group { title: v.t("search-do"), items: commands },
    ])
}

fn group(v: &Voice, title: &str, items: impl Iterator<Item = Item>) -> Group {
    Group { title: v.t(title), items: items.take(GROUP_ROWS).collect() }
}

fn item(line: Line, with_snippet: bool) -> Item {
    let url = line.hit.url();
    Item {
        url,
        title: line.hit.found.title,
        icon: line.card.icon,
        hint: line.meta,
        snippet_html: with_snippet.then_some(line.hit.snippet),
        audience: Some(line.audience.into()),
    }
}

/// Those whose words begin with what was typed, or all of them when nothing was.
fn commands(asking: &Asking, v: &Voice, typed: &str) -> Vec<Item> {
    let wanted = typed.to_lowercase();
    let may = |colleagues: bool| !colleagues || asking.person.role.is_colleague();
    let commands = COMMANDS.iter().filter(|(_, _, _, colleagues)| may(*colleagues));
    let commands = commands.map(|(key, url, icon, _)| command(v.t(key), (*url).to_owned(), icon));
    commands.filter(|it| is_meant(&it.title, &wanted)).collect()
}

fn is_meant(title: &str, wanted: &str) -> bool {
    title
        .to_lowercase()
        .match_indices(wanted)
        .any(|(at, _)| at == 0 || title.as_bytes().get(at - 1) == Some(&b' '))
}

fn everywhere(v: &Voice, typed: &str, count: usize) -> Item {
    let title = v.t1("search-everywhere", "q", typed);
    let hint = v.t1("search-hits-short", "n", count);
    Item { hint, ..command(title, format!("/search?q={}", encoded(typed)), "search") }
}

fn command(title: String, url: String, icon: &'static str) -> Item {
    Item { title, url, icon, hint: String::new(), snippet_html: None, audience: None }
}

#[cfg(test)]
mod tests {
    use super::is_meant;

    #[test]
    fn a_command_is_meant_by_the_beginning_of_its_words() {
        assert!(is_meant("Seite schreiben", "seite") && is_meant("Seite schreiben", "schrei"));
        assert!(is_meant("Seite schreiben", "") && !is_meant("Seite schreiben", "reiben"));
    }
}
