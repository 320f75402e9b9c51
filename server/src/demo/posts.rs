//! What people of the sample company tell each other: `demo/posts-de.toml` and `demo/posts-en.toml`.

use std::collections::HashMap;

use axum::http::Method;
use kernel::clock::Time;
use kernel::when;
use serde::Deserialize;
use serde_json::{Value, json};

use super::teller::Teller;
use crate::commands::words;

/// Where posts to the whole company lie, by the key of the space.
const SPACE: &str = "haus";

const DAY: i64 = 86_400_000_000;

/// When the working day is over, in UTC.
const EVENING: i64 = 17 * 3_600_000_000;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Posts {
    pub post: Vec<PostText>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PostText {
    /// How the rest of the story calls it.
    pub key: String,
    pub space: String,
    pub by: String,
    pub at: String,
    /// `post question announcement praise`.
    #[serde(default)]
    pub kind: String,
    pub body: String,
    #[serde(default)]
    pub options: Vec<String>,
    #[serde(default)]
    pub named: bool,
    /// Days from now, until when it can be voted on or should be read.
    #[serde(default)]
    pub until_in_days: i64,
    /// Who votes, each as `key number`.
    #[serde(default)]
    pub votes: Vec<String>,
    /// Who has read an announcement.
    #[serde(default)]
    pub read: Vec<String>,
    /// Who reacted, each as `key emoji`.
    #[serde(default)]
    pub reactions: Vec<String>,
    #[serde(default)]
    pub pinned_by: String,
    #[serde(default)]
    pub talk: Vec<CommentText>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CommentText {
    pub by: String,
    pub at: String,
    pub body: String,
    /// Whether it is the answer.
    #[serde(default)]
    pub answers: bool,
}

impl Posts {
    /// Errors: where the text is wrong.
    pub fn read(lang: &str) -> Result<Self, String> {
        let text = match lang {
            "en" => include_str!("../../demo/posts-en.toml"),
            _ => include_str!("../../demo/posts-de.toml"),
        };
        toml::from_str(text).map_err(|error| error.to_string())
    }
}

impl Teller {
    /// What is told to all lies where the rest lies that concerns all.
    pub(super) async fn choose_the_place_for_all(&self) -> Result<(), String> {
        let failed = |error: kernel::Error| words(&error);
        let mut tx = self.house.database.begin().await.map_err(failed)?;
        let space = self.spaces.get(SPACE).ok_or("the story has no space for all")?;
        access::settings::put(&mut tx, ::posts::COMPANY_SPACE, space).await.map_err(failed)?;
        tx.commit().await.map_err(failed)
    }

    /// Written, and at once what others do with it that has no time. `ids` are those of the story, by key.
    pub(super) async fn tell_post(
        &self,
        post: &PostText,
        ids: &mut HashMap<String, String>,
    ) -> Result<(), String> {
        let space = self.spaces.get(&post.space).ok_or_else(|| format!("no space {}", post.space))?;
        let mut body = json!({ "space_id": space, "body": self.spoken(&post.body) });
        if !post.kind.is_empty() {
            body["kind"] = json!(post.kind);
        }
        let evening = self.now - self.now.rem_euclid(DAY) + post.until_in_days * DAY + EVENING;
        let until = when::rfc3339(Time::from(evening));
        let until = if post.until_in_days > 0 { json!(until) } else { Value::Null };
        if post.options.is_empty() {
            body["read_by"] = until;
        } else {
            body["poll"] = json!({ "options": post.options, "named": post.named, "closes_at": until });
        }
        let made = self.send(&post.by, Method::POST, "/posts", body).await?;
        let id = made["id"].as_str().unwrap_or_default().to_owned();
        for vote in &post.votes {
            let (key, number) = vote.split_once(' ').ok_or("a vote is a key and a number")?;
            let number: usize = number.parse().map_err(|_| format!("{vote} is no vote"))?;
            let option = &made["poll"]["options"][number - 1]["id"];
            let body = json!({ "option_ids": [option] });
            self.send(key, Method::POST, &format!("/posts/{id}/votes"), body).await?;
        }
        for key in &post.read {
            self.send(key, Method::POST, &format!("/posts/{id}/read"), json!({})).await?;
        }
        for reaction in &post.reactions {
            let (key, emoji) = reaction.split_once(' ').ok_or("a reaction is a key and an emoji")?;
            let body = json!({ "about": format!("post/{id}"), "emoji": emoji });
            self.send(key, Method::PUT, "/reactions", body).await?;
        }
        if !post.pinned_by.is_empty() {
            self.send(&post.pinned_by, Method::PUT, &format!("/posts/{id}/pin"), json!({})).await?;
        }
        ids.insert(post.key.clone(), id);
        Ok(())
    }

    pub(super) async fn answer_post(
        &self,
        post: &PostText,
        number: usize,
        ids: &HashMap<String, String>,
    ) -> Result<(), String> {
        let id = ids.get(&post.key).ok_or_else(|| format!("{} comes too late", post.key))?;
        let comment = &post.talk[number];
        let body = json!({ "about": format!("post/{id}"), "body": self.spoken(&comment.body) });
        let said = self.send(&comment.by, Method::POST, "/comments", body).await?;
        if comment.answers {
            let body = json!({ "comment_id": said["id"] });
            self.send(&post.by, Method::POST, &format!("/posts/{id}/answer"), body).await?;
        }
        Ok(())
    }
}
