//! All SQL about what people tell about themselves.

use access::{Named, Person};
use database::{Reads, Tx, execute, fetch_all, fetch_optional};
use kernel::Result;
use kernel::clock::Time;
use kernel::ids::{PersonId, Uuid};

use super::profile::{Group, Word};

/// A person in the list, as she shows herself.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Shown {
    #[sqlx(flatten)]
    pub person: Named,
    pub what_i_do: String,
    pub today: String,
    pub today_day: i64,
}

/// Whom somebody looks for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted {
    pub word: Word,
    pub group: Group,
    /// Only its members; whoever asks may read it.
    pub space: Option<Uuid>,
}

/// Those that `asking` may know of, by name, umlauts where a German looks for them (DIN 5007-1); the word is
/// the beginning of one of the name, or stands in what she does.
pub(crate) async fn list(
    from: &mut impl Reads,
    asking: &Person,
    wanted: &Wanted,
    offset: i64,
    limit: i64,
) -> Result<Vec<Shown>> {
    let (any_space, space) = (i64::from(wanted.space.is_none()), wanted.space.unwrap_or_default());
    fetch_all!(
        from,
        Shown,
        sqlite: "select person.id, person.name, person.picture, person.role,
             coalesce(profile.what_i_do, '') as what_i_do, coalesce(profile.today, '') as today,
             coalesce(profile.today_day, 0) as today_day
           from knows join person on person.id = knows.other_id and person.deactivated_at is null
             and person.email is not null
           left join profile on profile.person_id = person.id
           where knows.person_id = $1
             and (person.name glob $2 || '*' or person.name glob '*[- ]' || $2 || '*'
               or coalesce(profile.what_i_do, '') glob '*' || $2 || '*')
             and ($3 = '' or $3 = case when person.role in ('member', 'admin') then 'inside'
               else 'outside' end)
             and ($4 = 1 or exists (select 1 from membership
               where membership.person_id = person.id and membership.space_id = $5))
           order by replace(replace(replace(replace(replace(replace(lower(person.name),
             'Ä', 'a'), 'Ö', 'o'), 'Ü', 'u'), 'ä', 'a'), 'ö', 'o'), 'ü', 'u'), person.id limit $6 offset $7",
        postgres: "select person.id, person.name, person.picture, person.role,
             coalesce(profile.what_i_do, '') as what_i_do, coalesce(profile.today, '') as today,
             coalesce(profile.today_day, 0) as today_day
           from knows join person on person.id = knows.other_id and person.deactivated_at is null
             and person.email is not null
           left join profile on profile.person_id = person.id
           where knows.person_id = $1
             and (person.name ~ ('(^|[- ])' || $2) or coalesce(profile.what_i_do, '') ~ $2)
             and ($3 = '' or $3 = case when person.role in ('member', 'admin') then 'inside'
               else 'outside' end)
             and (cast($4 as bigint) = 1 or exists (select 1 from membership
               where membership.person_id = person.id and membership.space_id = $5))
           order by replace(replace(replace(replace(replace(replace(lower(person.name),
             'Ä', 'a'), 'Ö', 'o'), 'Ü', 'u'), 'ä', 'a'), 'ö', 'o'), 'ü', 'u'), person.id limit $6 offset $7",
        [asking.id.uuid(), &wanted.word.0, wanted.group.code(), any_space, space, limit, offset]
    )
}

/// Herself, or somebody of whom she may know; nothing for everybody else.
pub(crate) async fn find(from: &mut impl Reads, asking: &Person, id: PersonId) -> Result<Option<Shown>> {
    fetch_optional!(
        from,
        Shown,
        "select person.id, person.name, person.picture, person.role,
           coalesce(profile.what_i_do, '') as what_i_do, coalesce(profile.today, '') as today,
           coalesce(profile.today_day, 0) as today_day
         from person left join profile on profile.person_id = person.id
         where person.id = $2 and person.role <> 'visitor' and (person.id = $1 or exists
           (select 1 from knows where knows.person_id = $1 and knows.other_id = person.id))",
        [asking.id.uuid(), id.uuid()]
    )
}

pub(crate) async fn describe(tx: &mut Tx, person: PersonId, what_i_do: &str) -> Result<()> {
    execute!(
        tx,
        "insert into profile (person_id, what_i_do, today, today_day) values ($1, $2, '', 0)
         on conflict (person_id) do update set what_i_do = excluded.what_i_do",
        [person.uuid(), what_i_do]
    )
}

/// What anybody said on another day is forgotten with it.
pub(crate) async fn be(tx: &mut Tx, person: PersonId, today: &str, day: i64) -> Result<()> {
    execute!(
        tx,
        "update profile set today = '', today_day = 0 where today_day <> $1 and today <> ''",
        [day]
    )?;
    execute!(
        tx,
        "insert into profile (person_id, what_i_do, today, today_day) values ($1, '', $2, $3)
         on conflict (person_id) do update set today = excluded.today, today_day = excluded.today_day",
        [person.uuid(), today, day]
    )
}

#[derive(sqlx::FromRow)]
pub(crate) struct Introduction {
    pub name: String,
    pub what_i_do: String,
}

/// For the index; `None` for who has no open account.
pub(crate) async fn introduction(from: &mut impl Reads, id: Uuid) -> Result<Option<Introduction>> {
    fetch_optional!(
        from,
        Introduction,
        "select holder.name, coalesce(profile.what_i_do, '') as what_i_do
         from person as holder left join profile on profile.person_id = holder.id
         where holder.id = $1 and holder.role <> 'visitor' and holder.deactivated_at is null",
        [id]
    )
}

pub(crate) async fn pictures(from: &mut impl Reads, after: &str, limit: i64) -> Result<Vec<(String,)>> {
    fetch_all!(
        from,
        (String,),
        "select distinct picture from person where picture > $1 order by picture limit $2",
        [after, limit]
    )
}

/// Somebody in the administration's list.
#[derive(sqlx::FromRow)]
pub(crate) struct Account {
    #[sqlx(flatten)]
    pub person: Named,
    pub email: Option<String>,
    pub deactivated_at: Option<i64>,
    /// Until when her invitation works, if she has not come yet.
    pub invited_until: Option<i64>,
}

impl Account {
    pub fn is(&self, role: &str) -> bool {
        self.person.role.code() == role
    }

    pub fn is_open(&self) -> bool {
        self.deactivated_at.is_none()
    }

    pub fn is_invited(&self) -> bool {
        self.invited_until.is_some()
    }

    pub fn is_too_late(&self, now: &Time) -> bool {
        self.invited_until.is_some_and(|it| it <= now.micros())
    }
}

/// For admins alone: everybody with an account, by name.
pub(crate) async fn accounts(from: &mut impl Reads, limit: i64) -> Result<Vec<Account>> {
    fetch_all!(
        from,
        Account,
        "select person.id, person.name, person.picture, person.role, person.email, person.deactivated_at,
           (select max(sign_in_link.ends_at) from sign_in_link
             where sign_in_link.person_id = person.id and sign_in_link.kind = 'invitation') as invited_until
         from person where person.role <> 'visitor'
         order by case when person.deactivated_at is null then 0 else 1 end, person.name limit $1",
        [limit]
    )
}

/// Spaces in which both are members.
pub(crate) async fn spaces_in_common(
    from: &mut impl Reads,
    asking: &Person,
    id: PersonId,
    limit: i64,
) -> Result<Vec<access::spaces::Place>> {
    fetch_all!(
        from,
        access::spaces::Place,
        "select space.id, thing.title, space.visibility, mine.level
         from membership as theirs
         join space on space.id = theirs.space_id
         join thing on thing.kind = 'space' and thing.id = space.id and thing.removed_at is null
         join membership as mine on mine.space_id = theirs.space_id and mine.person_id = $1
         where theirs.person_id = $2 order by lower(thing.title), space.id limit $3",
        [asking.id.uuid(), id.uuid(), limit]
    )
}
