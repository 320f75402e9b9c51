mod web;

#[cfg(test)]
mod tests;

pub(crate) use web::routes;
