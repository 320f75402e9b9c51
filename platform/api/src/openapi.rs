//! The document that describes the API (OpenAPI 3.1), made of the routes that are there.

use feature::Route;
use serde_json::{Map, Value, json};

/// Every route below `/api/v1`, with its parameters, who may use it and how it is refused.
pub fn openapi(routes: &[Route]) -> Value {
    let mut paths = Map::new();
    for route in routes.iter().filter(|it| it.path.starts_with("/api/v1/")) {
        let path = route.path.trim_start_matches("/api/v1").to_owned();
        let parameters: Vec<Value> = path
            .split('/')
            .filter_map(|it| it.strip_prefix('{')?.strip_suffix('}'))
            .map(|name| {
                let schema = json!({ "type": "string" });
                json!({ "name": name, "in": "path", "required": true, "schema": schema })
            })
            .collect();
        let problem = json!({ "$ref": "#/components/responses/Problem" });
        let operation = json!({
            "summary": format!("For {}", route.who.words()),
            "parameters": parameters,
            "responses": { "2XX": { "description": "Done" }, "4XX": problem.clone(), "5XX": problem },
            "security": [{ "token": [] }, { "cookie": [] }],
        });
        let entry = paths.entry(path).or_insert_with(|| json!({}));
        entry[route.method.as_str().to_ascii_lowercase()] = operation;
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Mitwerk",
            "version": env!("CARGO_PKG_VERSION"),
            "license": { "name": "AGPL-3.0-or-later" },
        },
        "servers": [{ "url": "/api/v1" }],
        "paths": paths,
        "components": {
            "securitySchemes": {
                "token": { "type": "http", "scheme": "bearer" },
                "cookie": { "type": "apiKey", "in": "cookie", "name": "mitwerk" },
            },
            "responses": { "Problem": {
                "description": "Refused, in words (RFC 9457)",
                "content": { "application/problem+json": { "schema": { "type": "object", "properties": {
                    "type": { "type": "string" }, "title": { "type": "string" },
                    "status": { "type": "integer" },
                    "detail": { "type": "string" },
                    "errors": { "type": "array", "items": { "type": "object", "properties": {
                        "field": { "type": "string" }, "message": { "type": "string" } } } },
                } } } },
            } },
        },
    })
}
