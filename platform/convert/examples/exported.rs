//! throwaway
use convert::{Converter, Target};
fn main() -> std::process::ExitCode {
    if std::env::args().nth(1).as_deref() == Some("convert-child") {
        return convert::child();
    }
    let rt = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    rt.block_on(async {
        let c = Converter::new(std::env::current_exe().unwrap(), "/tmp/convert-out/scratch".into());
        let md = "# Überschrift\n\nEin **fetter** *schräger* ~~alter~~ `code` [Link](https://example.org) Satz 😀 @wer.\nzweite Zeile\n\n## Liste\n\n- eins\n  - darunter\n    - noch tiefer\n- zwei\n\n3. drei\n4. vier\n   1. a\n   2. b\n\n- [x] fertig\n- [ ] offen\n\n> Ein Zitat, das lang ist.\n> Zweite Zeile.\n\n```rust\nfn main() {\n    println!(\"Hallo\");\n}\n```\n\n| A | B |\n|---|---|\n| 1 | zwei **fett** |\n| 3 | vier |\n\n---\n\n![Bild](https://example.org/b.jpg)\n\nEnde\n";
        let doc = richtext::from_markdown(md);
        let mut images = std::collections::HashMap::new();
        images.insert("https://example.org/b.jpg".to_owned(), std::fs::read("/work/shared/samples/img/muster-3000x2000.jpg").unwrap());
        for t in [Target::Docx, Target::Odt, Target::Pdf] {
            let began = std::time::Instant::now();
            let b = c.export(&doc, "Mein Titel", "de", images.clone(), t).await.unwrap();
            let p = format!("/tmp/convert-out/export.{}", t.word());
            std::fs::write(&p, &b).unwrap();
            println!("{} {} {:?}", p, b.len(), began.elapsed());
            let pic = c.picture(p.as_ref(), t.media_type(), 1).await.unwrap();
            std::fs::write(format!("{p}.png"), pic).unwrap();
            if t != Target::Pdf {
                let back = c.to_page(p.as_ref(), t.media_type(), "x").await.unwrap();
                println!("{:?}\n{}", back.losses, richtext::to_html(&back.doc));
            }
        }
    });
    std::process::ExitCode::SUCCESS
}
