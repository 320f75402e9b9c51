//! The people of the story learn: they hear talks, play the games to the end, and leave the tasks out.

use std::collections::HashMap;

use axum::http::Method;
use serde_json::{Value, json};

use super::story::{AssignmentText, LearnerText};
use super::teller::Teller;

const DAY_MICROS: i64 = 86_400_000_000;

/// More rounds of turning than five steps of an order need.
const TURNS_MAX: usize = 30;

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn ids(items: &Value) -> Vec<String> {
    items.as_array().into_iter().flatten().map(|it| text(&it["id"])).collect()
}

fn said(verdict: &Value) -> Vec<String> {
    verdict["right"].as_array().into_iter().flatten().map(text).collect()
}

impl Teller {
    pub(super) async fn assign(&self, it: &AssignmentText) -> Result<(), String> {
        let course = self.course(&it.by).await?;
        let due = kernel::clock::Time::from(self.now + it.due_in_days * DAY_MICROS);
        let body = json!({
            "course_id": course["id"],
            "everyone": true,
            "due_at": kernel::when::rfc3339(due),
            "mandatory": true,
        });
        self.send(&it.by, Method::POST, "/assignments", body).await.map(drop)
    }

    pub(super) async fn learn(&self, it: &LearnerText) -> Result<(), String> {
        let course = self.course(&it.who).await?;
        for chapter in course["chapters"].as_array().into_iter().flatten().take(it.chapters) {
            let id = text(&chapter["id"]);
            self.send(&it.who, Method::POST, &format!("/chapters/{id}/talk/seen"), json!({})).await?;
            self.play(&it.who, &id).await?;
            let reason = json!({ "reason": it.reason });
            self.send(&it.who, Method::POST, &format!("/chapters/{id}/task/skip"), reason).await?;
        }
        Ok(())
    }

    async fn course(&self, who: &str) -> Result<Value, String> {
        let courses = self.send(who, Method::GET, "/courses", Value::Null).await?;
        let id = text(&courses["items"][0]["id"]);
        self.send(who, Method::GET, &format!("/courses/{id}"), Value::Null).await
    }

    async fn play(&self, who: &str, chapter: &str) -> Result<(), String> {
        let round = self.send(who, Method::POST, "/rounds", json!({ "chapter_id": chapter })).await?;
        let path = format!("/rounds/{}/answers", text(&round["id"]));
        for item in round["items"].as_array().into_iter().flatten() {
            match item["kind"].as_str().unwrap_or_default() {
                "order" => self.order(who, &path, item).await?,
                "pairs" | "sort" => self.pair(who, &path, item).await?,
                _ => self.choose(who, &path, item).await?,
            }
        }
        Ok(())
    }

    async fn answer_with(&self, who: &str, path: &str, item: &Value, what: Value) -> Result<Value, String> {
        let mut given = what;
        given["item_id"] = item["id"].clone();
        self.send(who, Method::POST, path, given).await
    }

    /// One after the other, then all that were right.
    async fn choose(&self, who: &str, path: &str, item: &Value) -> Result<(), String> {
        let mut right = Vec::new();
        for option in ids(&item["options"]) {
            let verdict = self.answer_with(who, path, item, json!({ "option_ids": [option] })).await?;
            if verdict["correct"] == true {
                return Ok(());
            }
            if said(&verdict).contains(&option) {
                right.push(option);
            }
        }
        self.answer_with(who, path, item, json!({ "option_ids": right })).await.map(drop)
    }

    /// What stands right stays; the others move on by one place.
    async fn order(&self, who: &str, path: &str, item: &Value) -> Result<(), String> {
        let mut order = ids(&item["options"]);
        for _ in 0..TURNS_MAX {
            let verdict = self.answer_with(who, path, item, json!({ "order": order })).await?;
            if verdict["correct"] == true {
                return Ok(());
            }
            let right = said(&verdict);
            let places: Vec<usize> = (0..order.len()).filter(|it| !right.contains(&order[*it])).collect();
            let mut moved: Vec<String> = places.iter().map(|it| order[*it].clone()).collect();
            moved.rotate_right(1);
            for (place, id) in places.into_iter().zip(moved) {
                order[place] = id;
            }
        }
        Err("an order that cannot be found".to_owned())
    }

    async fn pair(&self, who: &str, path: &str, item: &Value) -> Result<(), String> {
        let mut pairs: HashMap<String, String> = HashMap::new();
        for option in ids(&item["options"]) {
            for target in ids(&item["targets"]) {
                pairs.insert(option.clone(), target);
                let verdict = self.answer_with(who, path, item, json!({ "pairs": pairs })).await?;
                if said(&verdict).contains(&option) {
                    break;
                }
            }
        }
        Ok(())
    }
}
