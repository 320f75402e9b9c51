//! Every address, and who may use it.

use std::process::ExitCode;

use feature::Route;

use super::{Done, open};
use crate::options::Options;
use crate::web;

/// Method, path, who may; tab separated, sorted by path.
pub async fn run(options: Options) -> Done {
    let (house, product) = open(options).await?;
    let mut all = product.routes.clone();
    all.extend(web::routes(&house, &product.routes).list);
    all.sort_by(|a, b| (a.path, a.method.as_str()).cmp(&(b.path, b.method.as_str())));
    for Route { method, path, who } in all {
        println!("{method}\t{path}\t{}", who.words());
    }
    Ok(ExitCode::SUCCESS)
}
