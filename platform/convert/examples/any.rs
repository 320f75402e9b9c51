//! throwaway
use convert::{Converter, Status};
fn main() -> std::process::ExitCode {
    if std::env::args().nth(1).as_deref() == Some("convert-child") {
        return convert::child();
    }
    let rt = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    rt.block_on(async {
        let c = Converter::new(std::env::current_exe().unwrap(), "/tmp/convert-out/scratch".into());
        for p in std::env::args().skip(1) {
            let path = std::path::PathBuf::from(&p);
            let bytes = std::fs::read(&path).unwrap();
            let name = path.file_name().unwrap().to_str().unwrap();
            let mt = convert::media_type(name, &bytes[..bytes.len().min(65536)], Some(&path));
            let t = std::time::Instant::now();
            let r = c.read(&path, mt, name).await;
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
            println!("{:?} {p} [{mt}] text={ts} thumb={ps} {:?}", t.elapsed(), r.pages);
            if let Status::Done(t) = &r.text {
                std::fs::write(format!("/tmp/convert-out/any_{name}.txt"), t).unwrap();
            }
            if let Some(t) = &r.html {
                std::fs::write(format!("/tmp/convert-out/any_{name}.html"), t).unwrap();
            }
            if let Status::Done(t) = &r.thumbnail {
                std::fs::write(format!("/tmp/convert-out/any_{name}.png"), t).unwrap();
            }
        }
    });
    std::process::ExitCode::SUCCESS
}
