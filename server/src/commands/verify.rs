//! Is everything there, and is it what it says?

use std::process::ExitCode;

use blobs::Verdict;
use kernel::limits;

use super::{Done, open, words};
use crate::options::Options;

/// One line per fault, exit code 1 if there is any. A file that is just arriving is no fault: rows name a
/// file
/// only after it lies on the disk, so the rows are read first.
pub async fn run(options: Options) -> Done {
    let (house, product) = open(options).await?;
    let mut faults = Vec::new();
    let mut files = 0_u64;
    let mut reader = house.database.read().await.map_err(|error| words(&error))?;
    faults.extend(database::verify::faults(&mut reader).await.map_err(|error| words(&error))?);
    for keeper in product.features.iter().flat_map(|it| &it.keeps) {
        let mut after = String::new();
        loop {
            let page = keeper.blobs(&mut reader, &after, limits::LIST_LENGTH_MAX_ROWS).await;
            let page = page.map_err(|error| words(&error))?;
            let Some(last) = page.last().cloned() else { break };
            for hash in page {
                files += 1;
                match house.blobs.verify(&hash).await {
                    Verdict::Whole => {}
                    Verdict::Missing => faults.push(format!("file {hash} is missing")),
                    Verdict::Damaged => faults.push(format!("file {hash} is damaged")),
                }
            }
            after = last;
        }
    }
    let stuck = dispatch::store::stuck(&mut reader).await.map_err(|error| words(&error))?;
    faults.extend(stuck.iter().map(|it| format!("{} could not digest activity {}", it.reactor, it.position)));
    for fault in &faults {
        println!("{fault}");
    }
    if !faults.is_empty() {
        return Ok(ExitCode::FAILURE);
    }
    println!("all is well: {files} files, the database, the log and the reactors");
    Ok(ExitCode::SUCCESS)
}
