//! All SQL about the log as one person may read it.

use access::{Named, Person};
use database::{Reads, fetch_all};
use kernel::Result;
use kernel::ids::Uuid;

/// One activity, with the thing it is about as it is now.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Row {
    pub position: i64,
    pub at: i64,
    pub verb: String,
    pub object_kind: String,
    pub object_id: Uuid,
    pub target_kind: Option<String>,
    pub target_id: Option<Uuid>,
    pub title: String,
    pub url: String,
    #[sqlx(flatten)]
    pub actor: Named,
}

/// Those behind `after` up to `end` that are about a thing which `person` reaches now, in their order. Who
/// came into a space or went is not among them: the log would name her.
///
/// The cross joins keep SQLite in the order of the log, so that it stops at the limit.
pub(crate) async fn between(
    from: &mut impl Reads,
    person: &Person,
    (after, end): (i64, i64),
    limit: i64,
) -> Result<Vec<Row>> {
    fetch_all!(
        from,
        Row,
        "with mine as materialized (select audience_id from reach where person_id = $1)
         select activity.position, activity.at, activity.verb, activity.object_kind, activity.object_id,
           activity.target_kind, activity.target_id, thing.title, thing.url,
           person.id, person.name, person.picture, person.role
         from activity cross join thing cross join mine join person on person.id = activity.actor_id
         where activity.position > $2 and activity.position <= $3 and activity.object_kind <> 'person'
           and thing.kind = coalesce(activity.target_kind, activity.object_kind)
           and thing.id = coalesce(activity.target_id, activity.object_id)
           and thing.removed_at is null and mine.audience_id = thing.audience_id
         order by activity.position limit $4",
        [person.id.uuid(), after, end, limit]
    )
}
