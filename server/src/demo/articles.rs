//! What the sample company tells in its blog: `demo/articles-de.toml` and `demo/articles-en.toml`.

use axum::body::Body;
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE};
use axum::http::{Method, Request, StatusCode};
use serde::Deserialize;
use serde_json::{Value, json};
use tower::ServiceExt;

use super::teller::Teller;
use crate::commands::words;

/// Where the articles lie, by the key of the space.
const SPACE: &str = "blog";

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Articles {
    pub article: Vec<ArticleText>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ArticleText {
    /// Who publishes it.
    pub by: String,
    /// Who wrote it; nobody is whoever publishes it.
    #[serde(default)]
    pub authors: Vec<String>,
    /// Before now: days and the time of day, such as `12 09:40`.
    pub at: String,
    pub title: String,
    #[serde(default)]
    pub slug: String,
    #[serde(default)]
    pub teaser: String,
    /// That of the story if it is empty.
    #[serde(default)]
    pub language: String,
    /// Title of an earlier article that says the same.
    #[serde(default)]
    pub translation_of: String,
    #[serde(default)]
    pub tags: Vec<String>,
    /// A word for what the lead picture shows, and what it shows in words.
    #[serde(default)]
    pub picture: String,
    #[serde(default)]
    pub alt: String,
    /// Markdown.
    pub body: String,
}

impl Articles {
    /// Errors: where the text is wrong.
    pub fn read(lang: &str) -> Result<Self, String> {
        let text = match lang {
            "en" => include_str!("../../demo/articles-en.toml"),
            _ => include_str!("../../demo/articles-de.toml"),
        };
        toml::from_str(text).map_err(|error| error.to_string())
    }
}

impl Teller {
    /// New articles lie where those of the story do, and who owns that space looks after the blog.
    pub(super) async fn open_the_blog(&self) -> Result<(), String> {
        let failed = |error: kernel::Error| words(&error);
        let mut tx = self.house.database.begin().await.map_err(failed)?;
        let space = self.spaces.get(SPACE).ok_or("the story has no space for its blog")?;
        access::settings::put(&mut tx, "blog.space", space).await.map_err(failed)?;
        tx.commit().await.map_err(failed)
    }

    /// Written and published at once; answers its id.
    pub(super) async fn publish(
        &self,
        article: &ArticleText,
        earlier: &std::collections::HashMap<String, String>,
    ) -> Result<String, String> {
        let authors: Vec<&str> = article.authors.iter().map(|key| self.id(key)).collect::<Result<_, _>>()?;
        let language = if article.language.is_empty() { &self.lang } else { &article.language };
        let mut body = json!({
            "space_id": self.spaces.get(SPACE),
            "title": article.title,
            "teaser": article.teaser,
            "language": language,
            "tags": article.tags,
            "authors": authors,
            "body": article.body,
            "translation_of": earlier.get(&article.translation_of),
        });
        if !article.slug.is_empty() {
            body["slug"] = json!(article.slug);
        }
        let made = self.send(&article.by, Method::POST, "/articles", body).await?;
        let id = made["id"].as_str().unwrap_or_default().to_owned();
        if !article.picture.is_empty() {
            self.illustrate(article, &id).await?;
        }
        self.send(&article.by, Method::POST, &format!("/articles/{id}/publish"), Value::Null).await?;
        Ok(id)
    }

    /// Pictures come through the form that people use.
    async fn illustrate(&self, article: &ArticleText, id: &str) -> Result<(), String> {
        let drawn =
            super::files::make(&self.house.converter, "png", &article.title, &self.lang, &article.picture);
        let mut body = format!(
            "--story\r\nContent-Disposition: form-data; name=\"alt\"\r\n\r\n{}\r\n--story\r\n\
             Content-Disposition: form-data; name=\"picture\"; filename=\"picture.png\"\r\n\r\n",
            article.alt
        )
        .into_bytes();
        body.extend_from_slice(&drawn.await?);
        body.extend_from_slice(b"\r\n--story--\r\n");
        let token = self.tokens.get(&article.by).ok_or("nobody is called so")?;
        let request = Request::post(format!("/articles/{id}/picture"))
            .header(AUTHORIZATION, format!("Bearer {token}"))
            .header(CONTENT_TYPE, "multipart/form-data; boundary=story")
            .body(Body::from(body));
        let request = request.map_err(|error| error.to_string())?;
        let response = self.app.clone().oneshot(request).await.map_err(|error| error.to_string())?;
        if response.status() == StatusCode::SEE_OTHER {
            return Ok(());
        }
        Err(format!("{}: {}", article.title, response.status()))
    }
}
