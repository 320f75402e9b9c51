//! Dealing a round and grading an answer over HTTP, in a house with many questions and learners, against the
//! same statements on a connection of SQLite, one after the other with nothing around them.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use sqlx::types::Uuid;

use crate::Done;
use crate::load::Line;
use crate::program::Program;
use crate::schooling::{DEALT, RIGHT, School};

/// Rounds dealt on each side, each with two answers to every question; fewer where there are fewer courses.
const ROUNDS_MAX: usize = 200;

/// How often the sides take turns.
const TURNS: usize = 4;

/// What is not counted at the beginning, when nothing is in any cache yet.
const WARM_UP: usize = 20;

const BUDGET: f64 = 3.0;

/// `smaller` divides the number of questions and learners, to try it.
pub async fn run(smaller: usize) -> Done {
    let program = Program::start().await?;
    let course = import(&program).await?;
    let mut school = School::open(&program.folder().join("data/mitwerk.sqlite")).await?;
    school.fill(course, smaller).await?;
    let rounds = ROUNDS_MAX.min(school.first_chapters.len() / 2);
    let (ours, theirs) = school.first_chapters.split_at(rounds);
    let (ours, theirs) = (ours.to_vec(), theirs[..rounds].to_vec());

    let mut line = Line::open(program.port).await?;
    let (mut deals, mut grades, mut bare_deals, mut bare_grades) = Default::default();
    // In turns, so that whatever else the machine does meets both.
    let turn = rounds.div_ceil(TURNS).max(1);
    for (ours, theirs) in ours.chunks(turn).zip(theirs.chunks(turn)) {
        let dealt = deal(&program, &mut line, ours, &mut deals).await?;
        grade(&program, &mut line, &dealt, &mut grades).await?;
        // What reacts to the rounds writes a moment longer, and would keep the bare side waiting.
        tokio::time::sleep(Duration::from_secs(2)).await;
        ask_barely(&mut school, theirs, &mut bare_deals, &mut bare_grades).await?;
    }
    let size = format!("{} questions, {} learners", school.questions, school.learners);
    say(&format!("dealing a round of {DEALT}, {size}"), deals, bare_deals);
    say("grading an answer in it", grades, bare_grades);
    Ok(())
}

/// A course with one question, of which all others are copies.
async fn import(program: &Program) -> Done<Uuid> {
    let question = format!("Who sweeps the yard? {{ ={RIGHT} ~Nobody. ~The wind. ~The boss. }}");
    let answer = program.ask("POST", "/api/v1/courses/import?format=gift&title=Yard", &question).await?;
    let answer: Value = serde_json::from_slice(&answer)?;
    Ok(answer["course_id"].as_str().ok_or_else(|| answer.to_string())?.parse()?)
}

type Times = Vec<Duration>;

/// Answers the rounds.
async fn deal(program: &Program, line: &mut Line, chapters: &[Uuid], times: &mut Times) -> Done<Vec<Value>> {
    let mut dealt = Vec::new();
    for chapter in chapters {
        let body = json!({ "chapter_id": chapter.to_string(), "language": "en" }).to_string();
        let request = program.request("POST", "/api/v1/rounds", &body);
        let begun = Instant::now();
        let (status, answer) = line.ask(&request).await?;
        times.push(begun.elapsed());
        must_be(status, 201, answer)?;
        dealt.push(serde_json::from_slice(answer)?);
    }
    Ok(dealt)
}

/// Every item first wrongly, then rightly.
async fn grade(program: &Program, line: &mut Line, dealt: &[Value], times: &mut Times) -> Done {
    for round in dealt {
        let path = format!("/api/v1/rounds/{}/answers", round["id"].as_str().ok_or("no round")?);
        for item in round["items"].as_array().ok_or("no items")? {
            let options = item["options"].as_array().ok_or("no options")?;
            for right in [false, true] {
                let chosen = options.iter().find(|it| (it["text"] == RIGHT) == right).ok_or("no option")?;
                let body = json!({ "item_id": item["id"], "option_ids": [chosen["id"]] }).to_string();
                let request = program.request("POST", &path, &body);
                let begun = Instant::now();
                let (status, answer) = line.ask(&request).await?;
                times.push(begun.elapsed());
                must_be(status, 200, answer)?;
            }
        }
    }
    Ok(())
}

async fn ask_barely(school: &mut School, chapters: &[Uuid], deals: &mut Times, grades: &mut Times) -> Done {
    let mut dealt = Vec::new();
    for chapter in chapters {
        let begun = Instant::now();
        dealt.push(school.deal(*chapter).await?);
        deals.push(begun.elapsed());
    }
    for (round, questions) in dealt {
        for question in questions.iter().flat_map(|it| [*it, *it]) {
            let begun = Instant::now();
            school.grade(round, question).await?;
            grades.push(begun.elapsed());
        }
    }
    Ok(())
}

fn must_be(status: u16, expected: u16, answer: &[u8]) -> Done {
    if status == expected {
        return Ok(());
    }
    Err(format!("answered {status} instead of {expected}: {}", String::from_utf8_lossy(answer)).into())
}

fn say(what: &str, ours: Times, theirs: Times) {
    let (ours, theirs) = (p95(ours), p95(theirs));
    println!(
        "{what}: p95 {:.2} ms, bare queries {:.2} ms, ratio {:.2} (budget {BUDGET})",
        ours * 1000.0,
        theirs * 1000.0,
        ours / theirs
    );
}

/// In seconds.
fn p95(mut times: Times) -> f64 {
    let warm = WARM_UP.min(times.len() / 4);
    times.drain(..warm);
    times.sort_unstable();
    times.get(times.len() * 95 / 100).map_or(f64::NAN, Duration::as_secs_f64)
}
