//! A picture of a page is drawn by a child of the program: once, and only if there is such a page.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use axum::http::Method;
use serde_json::json;

use crate::asking::Ask;
use crate::house::{House, none, on_each_engine_with};

/// Before it is the program, it notes that it was called.
fn counted(folder: &Path) -> PathBuf {
    let (path, program) = (folder.join("counted"), env!("CARGO_BIN_EXE_mitwerk"));
    let calls = folder.join("calls");
    let script = format!("#!/bin/sh\necho . >> '{}'\nexec '{program}' \"$@\"\n", calls.display());
    std::fs::write(&path, script).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o700)).unwrap();
    path
}

fn calls(house: &House) -> usize {
    let path = house.open.options.data.parent().unwrap().join("calls");
    std::fs::read_to_string(path).map_or(0, |text| text.lines().count())
}

async fn get(house: &House, path: &str) -> (u16, Vec<u8>) {
    let (who, method) = (Some(&house.ben), Method::GET);
    let (status, _, body) =
        house.ask(Ask { who, method, path, kind: "", if_match: None, body: Vec::new() }).await;
    (status, body)
}

#[tokio::test]
async fn nothing_is_drawn_twice_and_no_page_that_is_not_there() {
    on_each_engine_with(counted, none, async |house| {
        let fresh = json!({ "space_id": house.travel.uuid(), "title": "Way", "markdown": "By train." });
        let (_, page) = house.post(&house.ana, "/api/v1/pages", fresh).await;
        let export = format!("/documents/{}/export?as=pdf", page["id"].as_str().unwrap());
        let (status, pdf) = get(&house, &export).await;
        assert_eq!(status, 200);
        let pdf = house.upload(&house.ana, house.travel, "Way.pdf", &pdf).await;
        house.jobs.catch_up().await;
        let preview = |id, page| format!("/documents/{id}/preview?size=large&page={page}");

        let read = calls(&house);
        for page in [0, 2, 4_999, u32::MAX] {
            assert_eq!(get(&house, &preview(pdf, page)).await.0, 404, "page {page}");
            assert_eq!(get(&house, &format!("/api/v1{}", preview(pdf, page))).await.0, 404);
        }
        assert_eq!(calls(&house), read, "a PDF of one page has no second one");
        let path = preview(pdf, 1);
        let (one, other) = tokio::join!(get(&house, &path), get(&house, &path));
        assert_eq!((one.0, other.0), (200, 200));
        assert_eq!(calls(&house), read + 1, "two who look at once have it drawn once");

        // How many pages a text has is not known before it is set.
        let text = preview(house.policy.id, 3);
        assert_eq!((get(&house, &text).await.0, get(&house, &text).await.0), (404, 404));
        assert_eq!(calls(&house), read + 2, "what could not be drawn is not tried again at once");
    })
    .await;
}
