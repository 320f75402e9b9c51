//! Courses as folders or zips of plain texts.

use std::path::Path;
use std::process::ExitCode;

use kernel::{Locale, locale};
use learning::script::{Course, Files};

use super::{Done, open, words};
use crate::options::{CourseAction, Options};

/// Larger ones are no course.
const FILE_MAX_BYTES: u64 = 16 << 20;

pub async fn run(options: Options, action: CourseAction) -> Done {
    match action {
        CourseAction::Check { paths } => check(&paths),
        CourseAction::Import { path } => import(options, &path).await,
        CourseAction::Export { path, key } => export(options, &path, &key).await,
    }
}

/// One line per fault and exit code 1 if there is any; changes nothing.
fn check(paths: &[String]) -> Done {
    locale::install(&crate::product::all_texts()).map_err(|faults| faults.join("; "))?;
    let mut wrong = 0;
    for path in paths {
        match read(path)? {
            Ok((course, _)) => {
                let questions: usize = course.chapters.iter().map(learning::script::questions_of).sum();
                println!("{path}: good, {} chapters, {questions} questions", course.chapters.len());
            }
            Err(lines) => {
                wrong += 1;
                lines.iter().for_each(|it| println!("{path}/{it}"));
            }
        }
    }
    Ok(if wrong == 0 { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// Publishes it in the name of the house, in place of the course with the same key.
async fn import(options: Options, path: &str) -> Done {
    let (house, _) = open(options).await?;
    let (course, files) = match read(path)? {
        Ok(read) => read,
        Err(lines) => {
            lines.iter().for_each(|it| println!("{path}/{it}"));
            return Ok(ExitCode::from(1));
        }
    };
    let id = learning::import(&house.database, &course, &files).await.map_err(|error| words(&error))?;
    println!("{id}");
    Ok(ExitCode::SUCCESS)
}

/// Writes the published course as a zip.
async fn export(options: Options, path: &str, key: &str) -> Done {
    let (house, _) = open(options).await?;
    let zip = learning::export(&house.database, key).await.map_err(|error| words(&error))?;
    std::fs::write(path, zip).map_err(|error| format!("{path}: {error}"))?;
    Ok(ExitCode::SUCCESS)
}

type Read = Result<(Course, Files), Vec<String>>;

fn read(path: &str) -> Result<Read, String> {
    let files = if Path::new(path).is_dir() {
        let mut files = Files::new();
        gather(Path::new(path), Path::new(path), &mut files)?;
        files
    } else {
        let bytes = std::fs::read(path).map_err(|error| format!("{path}: {error}"))?;
        learning::unpack(&bytes).map_err(|error| format!("{path}: {}", words(&error)))?
    };
    Ok(match Course::read(&files, &|game, kind| arcade::plays(game, kind.word())) {
        Ok(course) => Ok((course, files)),
        Err(faults) => {
            let line =
                |it: &kernel::Flaw| format!("{}:{}: {}", it.file, it.line, Locale::En.say(&it.message));
            Err(faults.0.iter().map(line).collect())
        }
    })
}

fn gather(root: &Path, folder: &Path, files: &mut Files) -> Result<(), String> {
    let told = |error: std::io::Error| format!("{}: {error}", folder.display());
    for entry in std::fs::read_dir(folder).map_err(told)? {
        let path = entry.map_err(told)?.path();
        let size = path.metadata().map_err(told)?.len();
        if path.is_dir() {
            gather(root, &path, files)?;
        } else if size <= FILE_MAX_BYTES {
            let text =
                std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            files.insert(name, text);
        }
    }
    Ok(())
}
