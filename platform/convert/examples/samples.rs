//! throwaway
use convert::{Converter, Status};
use std::time::Instant;
fn main() -> std::process::ExitCode {
    if std::env::args().nth(1).as_deref() == Some("convert-child") {
        return convert::child();
    }
    let rt = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    rt.block_on(run());
    std::process::ExitCode::SUCCESS
}
async fn run() {
    let root = std::path::PathBuf::from("/work/shared/samples");
    let out = std::path::PathBuf::from("/tmp/convert-out");
    let _ = std::fs::create_dir_all(&out);
    let scratch = out.join("scratch");
    let _ = std::fs::create_dir_all(&scratch);
    let c = Converter::new(std::env::current_exe().unwrap(), scratch);
    let only = std::env::args().nth(1);
    let index = std::fs::read_to_string(root.join("INDEX.tsv")).unwrap();
    for line in index.lines().skip(1) {
        let cols: Vec<&str> = line.split('\t').collect();
        let (file, expect) = (cols[0], cols[6]);
        if let Some(o) = &only
            && !file.contains(o.as_str())
        {
            continue;
        }
        let path = root.join(file);
        let bytes = std::fs::read(&path).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        let mt = convert::media_type(name, &bytes[..bytes.len().min(65536)], Some(&path));
        let t = Instant::now();
        let r = c.read(&path, mt, name).await;
        let ms = t.elapsed().as_millis();
        let norm =
            |s: &str| s.replace('\u{ad}', "").to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
        let text = match &r.text {
            Status::Done(t) => norm(t),
            _ => String::new(),
        };
        let mut missing = vec![];
        if let Some((_, rest)) = expect.split_once("text contains: ") {
            let words = rest.split(|c| c == ';' || c == '(').next().unwrap();
            for w in words.split('|') {
                if !text.contains(&norm(w.trim())) {
                    missing.push(w.trim().to_owned());
                }
            }
        }
        let ts = match &r.text {
            Status::Done(t) => format!("done({})", t.len()),
            Status::None => "none".into(),
            Status::Failed => "FAILED".into(),
        };
        let ps = match &r.thumbnail {
            Status::Done(t) => format!("done({})", t.len()),
            Status::None => "none".into(),
            Status::Failed => "FAILED".into(),
        };
        println!(
            "{ms:>6}ms {file} [{mt}] text={ts} html={:?} thumb={ps} pages={:?} {}",
            r.html.as_ref().map(|h| h.len()),
            r.pages,
            if missing.is_empty() { String::new() } else { format!("MISSING {missing:?}") }
        );
        let flat = file.replace('/', "_");
        if let Status::Done(t) = &r.text {
            std::fs::write(out.join(format!("{flat}.txt")), t).unwrap();
        }
        if let Some(h) = &r.html {
            std::fs::write(out.join(format!("{flat}.html")), h).unwrap();
        }
        if let Status::Done(t) = &r.thumbnail {
            std::fs::write(
                out.join(format!("{flat}.{}", if t.starts_with(b"\x89PNG") { "png" } else { "webp" })),
                t,
            )
            .unwrap();
        }
    }
}
