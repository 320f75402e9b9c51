//! What holds for the comments of the blog, and of one article.

use std::time::Duration;

use access::settings;
use database::{Reads, Tx};
use kernel::clock::Time;
use kernel::ids::Uuid;
use kernel::{Error, Result};

use super::comment::Approve;
use super::store;

/// Which comments are looked at first.
pub(crate) const APPROVE: &str = "blog.comments.approve";
/// Days after which an article takes none any more; empty or 0 for never.
pub(crate) const DAYS: &str = "blog.comments.days";

/// Ten years: longer is never.
const DAYS_MAX: i64 = 3650;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Rules {
    pub approve: Approve,
    pub days: i64,
}

impl Rules {
    pub fn is_open(&self, published_at: i64, now: Time) -> bool {
        let days = u64::try_from(self.days).unwrap_or(0);
        days == 0 || Time::from(published_at).plus(Duration::from_secs(days * 24 * 3600)) > now
    }
}

pub(crate) async fn of_blog(from: &mut impl Reads) -> Result<Rules> {
    let approve = settings::get(from, APPROVE).await?.and_then(|it| Approve::parse(&it));
    let days = settings::get(from, DAYS).await?.and_then(|it| it.parse().ok());
    Ok(Rules { approve: approve.unwrap_or_default(), days: days.unwrap_or(0) })
}

pub(crate) async fn of_article(from: &mut impl Reads, article: Uuid) -> Result<Rules> {
    let blog = of_blog(from).await?;
    let Some((approve, days)) = store::rule(from, article).await? else { return Ok(blog) };
    let approve = approve.as_deref().and_then(Approve::parse).unwrap_or(blog.approve);
    Ok(Rules { approve, days: days.unwrap_or(blog.days) })
}

/// Errors: `Invalid` on `approve` or `days`.
pub(crate) fn parse(approve: &str, days: &str) -> Result<Rules> {
    let approve = Approve::parse(approve).ok_or_else(|| Error::invalid("approve", "blog-approve-unknown"))?;
    let days = if days.trim().is_empty() { Ok(0) } else { days.trim().parse() };
    let wrong = || Error::invalid("days", "blog-days-wrong");
    let days = days.ok().filter(|it| (0..=DAYS_MAX).contains(it)).ok_or_else(wrong)?;
    Ok(Rules { approve, days })
}

pub(crate) async fn put(tx: &mut Tx, rules: Rules) -> Result<()> {
    settings::put(tx, APPROVE, rules.approve.code()).await?;
    settings::put(tx, DAYS, &rules.days.to_string()).await
}
