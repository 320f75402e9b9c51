//! throwaway
use convert::Converter;
fn main() {
    let rt = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    rt.block_on(async {
        let c = Converter::new("/tmp/convert-out/hang.sh".into(), "/tmp/convert-out/scratch".into());
        let t = std::time::Instant::now();
        let r = c.read("/etc/hostname".as_ref(), "text/plain", "a.txt").await;
        println!("{:?} {:?}", t.elapsed(), r);
    });
}
