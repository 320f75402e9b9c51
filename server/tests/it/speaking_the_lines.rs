//! Cem speaks the lines of his course; Ana hears them, and nobody else can change them.

use axum::body::{Body, to_bytes};
use axum::http::header::{AUTHORIZATION, RANGE};
use axum::http::{HeaderMap, Method, Request};
use serde_json::Value;
use tower::ServiceExt;

use crate::asking::Ask;
use crate::certifying_a_course::short_course;
use crate::house::{House, Somebody, all, on_each_engine};

const SOUND: &[u8] = b"ID3\x04\0\0\0\0\0\0 a line, spoken";

/// The page of the voices, and on it the first line as it is known there.
async fn first_line(house: &House, course: &str) -> String {
    let (status, page) = house.page(Some(&house.cem), &format!("/learn/authors/{course}/voices")).await;
    assert_eq!(status, 200, "{page}");
    page.split("name=\"words\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

async fn speak(house: &House, who: &Somebody, at: (&str, &str), words: &str, sound: &[u8]) -> (u16, String) {
    let (course, chapter) = at;
    let mut body = Vec::new();
    for (name, value) in [("chapter", chapter), ("language", "en"), ("words", words)] {
        let part = format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(part.as_bytes());
    }
    let head = "--edge\r\nContent-Disposition: form-data; name=\"sound\"; filename=\"a.mp3\"\r\n\r\n";
    body.extend_from_slice(head.as_bytes());
    body.extend_from_slice(sound);
    body.extend_from_slice(b"\r\n--edge--\r\n");
    let kind = "multipart/form-data; boundary=edge";
    let path = format!("/learn/authors/{course}/voices");
    let (method, if_match) = (Method::POST, None);
    let (status, _, body) =
        house.ask(Ask { who: Some(who), method, path: &path, kind, if_match, body }).await;
    (status, String::from_utf8(body).unwrap())
}

/// Where the first line is heard.
async fn heard(house: &House, chapter: &str) -> Option<String> {
    let (_, talk) = house.get(&house.ana, &format!("/api/v1/chapters/{chapter}/talk?language=en")).await;
    talk["scenes"][0]["recording"].as_str().map(str::to_owned)
}

async fn part(house: &House, who: &Somebody, path: &str, range: &str) -> (u16, HeaderMap, Vec<u8>) {
    let request = Request::get(path).header(AUTHORIZATION, format!("Bearer {}", who.token));
    let request = request.header(RANGE, range).body(Body::empty()).unwrap();
    let (parts, body) = house.app.clone().oneshot(request).await.unwrap().into_parts();
    (parts.status.as_u16(), parts.headers, to_bytes(body, 1 << 24).await.unwrap().to_vec())
}

#[tokio::test]
async fn a_spoken_line_is_heard_by_who_sees_the_course() {
    on_each_engine(all, async |house| {
        let (course, chapter) = short_course(&house).await;
        let words = first_line(&house, &course).await;
        assert_eq!(heard(&house, &chapter).await, None);
        let (status, page) = speak(&house, &house.cem, (&course, &chapter), &words, SOUND).await;
        assert_eq!(status, 303, "{page}");
        let url = heard(&house, &chapter).await.unwrap();
        let (status, headers, bytes) = part(&house, &house.ana, &url, "").await;
        assert_eq!((status, bytes.as_slice()), (200, SOUND));
        assert_eq!(headers["content-type"], "audio/mpeg");
        assert_eq!(headers["x-content-type-options"], "nosniff");
        let (status, headers, bytes) = part(&house, &house.ana, &url, "bytes=0-2").await;
        assert_eq!((status, bytes.as_slice()), (206, b"ID3".as_slice()));
        assert_eq!(headers["content-range"], format!("bytes 0-2/{}", SOUND.len()));
        assert_eq!(part(&house, &house.ana, &url, "bytes=9999-").await.0, 416);
        assert_eq!(part(&house, &house.gil, &url, "").await.0, 404, "guests do not see courses");

        let (status, _) = speak(&house, &house.cem, (&course, &chapter), &words, b"OggS another").await;
        assert_eq!(status, 303);
        let other = heard(&house, &chapter).await.unwrap();
        assert_ne!(other, url, "what a browser kept is not heard any more");
        assert_eq!(part(&house, &house.ana, &url, "").await.0, 404);
    })
    .await;
}

#[tokio::test]
async fn what_is_no_sound_is_refused_in_words() {
    on_each_engine(all, async |house| {
        let (course, chapter) = short_course(&house).await;
        let (words, at) = (first_line(&house, &course).await, (course.as_str(), chapter.as_str()));
        for (sound, said) in [
            (b"<script>alert(1)</script>".as_slice(), "no sound file"),
            (b"", "Choose a sound file first"),
            (&[b"ID3".as_slice(), &vec![0; 5 * 1024 * 1024]].concat(), "5 MB is the most"),
        ] {
            let (status, page) = speak(&house, &house.cem, at, &words, sound).await;
            assert_eq!(status, 422);
            assert!(page.contains(said), "{said} is not in {page}");
        }
        let (status, page) = speak(&house, &house.cem, at, "another-line", SOUND).await;
        assert_eq!(status, 422);
        assert!(page.contains("reads differently by now"), "{page}");
        assert_eq!(speak(&house, &house.ana, at, &words, SOUND).await.0, 403, "it is not hers");
        assert_eq!(heard(&house, &chapter).await, None);
    })
    .await;
}

#[tokio::test]
async fn a_voice_stays_with_its_words() {
    on_each_engine(all, async |house| {
        let (course, chapter) = short_course(&house).await;
        let words = first_line(&house, &course).await;
        let (status, _) = speak(&house, &house.cem, (&course, &chapter), &words, SOUND).await;
        assert_eq!(status, 303);
        let url = heard(&house, &chapter).await;
        let files = learning_files(&house, &course).await;
        publish(&house, &files).await;
        assert_eq!(heard(&house, &chapter).await, url, "the same line in a new version");
        let changed = files.iter().map(|(path, text)| {
            let is_talk = path.ends_with("talk.txt");
            let text = if is_talk { text.replace("): ", "): Well then. ") } else { text.clone() };
            (path.clone(), text)
        });
        publish(&house, &changed.collect()).await;
        assert_eq!(heard(&house, &chapter).await, None, "other words");
        let (_, page) = house.page(Some(&house.cem), &format!("/learn/authors/{course}/voices")).await;
        assert!(page.contains(&url.unwrap()), "it can still be found and removed");
    })
    .await;
}

async fn learning_files(house: &House, course: &str) -> learning::script::Files {
    let path = format!("/api/v1/courses/{course}/export");
    let (who, method) = (Some(&house.cem), Method::GET);
    let ask = Ask { who, method, path: &path, kind: "", if_match: None, body: Vec::new() };
    learning::unpack(&house.ask(ask).await.2).unwrap()
}

async fn publish(house: &House, files: &learning::script::Files) {
    let read = learning::script::Course::read(files, &|game, kind| arcade::plays(game, kind.word()));
    learning::import(&house.database, &read.unwrap(), files).await.unwrap();
}

/// Removing needs no script.
#[tokio::test]
async fn a_voice_can_be_taken_away() {
    on_each_engine(all, async |house| {
        let (course, chapter) = short_course(&house).await;
        let words = first_line(&house, &course).await;
        speak(&house, &house.cem, (&course, &chapter), &words, SOUND).await;
        let url = heard(&house, &chapter).await.unwrap();
        let id = url.rsplit('/').next().unwrap();
        let path = format!("/learn/authors/{course}/voices/remove");
        let remove = async |who: &Somebody| {
            let (method, kind) = (Method::POST, "application/x-www-form-urlencoded");
            let body = format!("recording={id}&chapter={chapter}&language=en").into_bytes();
            house.ask(Ask { who: Some(who), method, path: &path, kind, if_match: None, body }).await.0
        };
        assert_eq!(remove(&house.ana).await, 403);
        assert_eq!(heard(&house, &chapter).await.as_deref(), Some(url.as_str()));
        assert_eq!(remove(&house.cem).await, 303);
        assert_eq!(heard(&house, &chapter).await, None);
        let (_, talk): (u16, Value) =
            house.get(&house.ana, &format!("/api/v1/chapters/{chapter}/talk")).await;
        assert_eq!(talk["scenes"][0].get("recording"), None);
    })
    .await;
}
