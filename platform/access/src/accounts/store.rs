//! All SQL about people, how they are signed in, and what holds for the whole house.

use database::{Reads, Tx, execute, fetch_all, fetch_optional, id_list};
use kernel::clock::Time;
use kernel::ids::{PersonId, Uuid};
use kernel::{Locale, Result, limits};

use crate::sessions::Session;
use crate::settings::{LANGUAGE, language_of};
use crate::tokens::Token;
use crate::{Caller, CompanyRole, Named, Person, Seen};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    name: String,
    role: CompanyRole,
    language: Option<String>,
    picture: Option<String>,
}

impl From<Row> for Person {
    fn from(row: Row) -> Self {
        let language = row.language.as_deref().and_then(Locale::parse);
        Person { id: row.id.into(), name: row.name, role: row.role, language, picture: row.picture }
    }
}

pub(crate) async fn insert_person(tx: &mut Tx, person: &Person, email: &str) -> Result<()> {
    let at = tx.at().micros();
    execute!(
        tx,
        "insert into person (id, name, role, email, made_at) values ($1, $2, $3, $4, $5)",
        [person.id.uuid(), &person.name, person.role, email, at]
    )
}

pub(crate) async fn find_by_email(from: &mut impl Reads, email: &str) -> Result<Option<Person>> {
    let row = fetch_optional!(
        from,
        Row,
        "select id, name, role, language, picture from person where email = $1 and deactivated_at is null",
        [email]
    )?;
    Ok(row.map(Person::from))
}

pub(crate) async fn find_person(from: &mut impl Reads, id: PersonId) -> Result<Option<Person>> {
    let row = fetch_optional!(
        from,
        Row,
        "select id, name, role, language, picture from person where id = $1 and role <> 'visitor'",
        [id.uuid()]
    )?;
    Ok(row.map(Person::from))
}

pub(crate) async fn find_active(from: &mut impl Reads, id: PersonId) -> Result<Option<Person>> {
    let row = fetch_optional!(
        from,
        Row,
        "select id, name, role, language, picture from person
         where id = $1 and role <> 'visitor' and deactivated_at is null",
        [id.uuid()]
    )?;
    Ok(row.map(Person::from))
}

/// A membership refers to the row, so that on PostgreSQL a new one waits for this lock, and this for it;
/// SQLite has one writer.
pub(crate) async fn hold_person(tx: &mut Tx, id: PersonId) -> Result<Option<Person>> {
    let row = fetch_optional!(
        tx,
        Row,
        sqlite: "select id, name, role, language, picture from person where id = $1 and role <> 'visitor'",
        postgres: "select id, name, role, language, picture from person
           where id = $1 and role <> 'visitor' for update",
        [id.uuid()]
    )?;
    Ok(row.map(Person::from))
}

pub(crate) async fn first_of(from: &mut impl Reads, role: CompanyRole) -> Result<Option<Person>> {
    let row = fetch_optional!(
        from,
        Row,
        "select id, name, role, language, picture from person
         where role = $1 and deactivated_at is null order by id limit 1",
        [role]
    )?;
    Ok(row.map(Person::from))
}

pub(crate) async fn email_of(from: &mut impl Reads, id: PersonId) -> Result<Option<String>> {
    let row =
        fetch_optional!(from, (Option<String>,), "select email from person where id = $1", [id.uuid()])?;
    Ok(row.and_then(|(email,)| email))
}

pub(crate) async fn find_known(
    from: &mut impl Reads,
    asking: &Person,
    id: PersonId,
) -> Result<Option<Named>> {
    fetch_optional!(
        from,
        Named,
        "select person.id, person.name, person.picture, person.role
         from person join knows on knows.other_id = person.id and knows.person_id = $1
         where person.id = $2",
        [asking.id.uuid(), id.uuid()]
    )
}

/// Asks `reach` for each person that `asking` may know of.
pub(crate) async fn readers(
    from: &mut impl Reads,
    asking: &Person,
    thing: &Seen,
    query: &str,
    limit: i64,
) -> Result<Vec<Named>> {
    fetch_all!(
        from,
        Named,
        sqlite: "select person.id, person.name, person.picture, person.role
           from thing
           join reach on reach.audience_id = thing.audience_id
           join person on person.id = reach.person_id
           join knows on knows.other_id = person.id and knows.person_id = $1
           where thing.kind = $2 and thing.id = $3 and person.role <> 'visitor'
             and person.deactivated_at is null
             and (person.name glob $4 || '*' or person.name glob '*[- ]' || $4 || '*')
           order by person.name, person.id limit $5",
        postgres: "select person.id, person.name, person.picture, person.role
           from thing
           join reach on reach.audience_id = thing.audience_id
           join person on person.id = reach.person_id
           join knows on knows.other_id = person.id and knows.person_id = $1
           where thing.kind = $2 and thing.id = $3 and person.role <> 'visitor'
             and person.deactivated_at is null and person.name ~ ('(^|[- ])' || $4)
           order by person.name, person.id limit $5",
        [asking.id.uuid(), &thing.kind, thing.id, crate::sought::pattern(query), limit]
    )
}

pub(crate) async fn named(from: &mut impl Reads, ids: &[Uuid]) -> Result<Vec<Named>> {
    fetch_all!(
        from,
        Named,
        sqlite: "select id, name, picture, role from person
           where id in (select unhex(value) from json_each($1)) limit $2",
        postgres: "select id, name, picture, role from person
           where id in (select cast(value as uuid) from json_array_elements_text(cast($1 as json))) limit $2",
        [id_list(ids), limits::LIST_LENGTH_MAX_ROWS]
    )
}

pub(crate) async fn update_name(tx: &mut Tx, id: PersonId, name: &str) -> Result<()> {
    execute!(tx, "update person set name = $2 where id = $1", [id.uuid(), name])
}

pub(crate) async fn update_language(tx: &mut Tx, id: PersonId, language: Option<&str>) -> Result<()> {
    execute!(tx, "update person set language = $2 where id = $1", [id.uuid(), language])
}

pub(crate) async fn update_picture(tx: &mut Tx, id: PersonId, hash: Option<&str>) -> Result<()> {
    execute!(tx, "update person set picture = $2 where id = $1", [id.uuid(), hash])
}

pub(crate) async fn update_role(tx: &mut Tx, id: PersonId, role: CompanyRole) -> Result<()> {
    execute!(tx, "update person set role = $2 where id = $1 and role <> 'visitor'", [id.uuid(), role])
}

pub(crate) async fn update_deactivated(tx: &mut Tx, id: PersonId, at: Option<i64>) -> Result<()> {
    execute!(tx, "update person set deactivated_at = $2 where id = $1", [id.uuid(), at])
}

pub(crate) async fn count_admins(from: &mut impl Reads) -> Result<i64> {
    let row = fetch_optional!(
        from,
        (i64,),
        "select count(*) from person where role = 'admin' and deactivated_at is null",
        []
    )?;
    Ok(row.map_or(0, |(count,)| count))
}

pub(crate) async fn count_accounts(from: &mut impl Reads) -> Result<i64> {
    let row = fetch_optional!(from, (i64,), "select count(*) from person where role <> 'visitor'", [])?;
    Ok(row.map_or(0, |(count,)| count))
}

/// The row stays, because comments and versions refer to it; all that was known of the person goes.
pub(crate) async fn make_nameless(tx: &mut Tx, person: PersonId) -> Result<()> {
    hold_person(tx, person).await?;
    execute!(tx, "delete from membership where person_id = $1", [person.uuid()])?;
    execute!(tx, "delete from session where person_id = $1", [person.uuid()])?;
    execute!(tx, "delete from token where person_id = $1", [person.uuid()])?;
    execute!(
        tx,
        "update person set name = '', role = 'visitor', email = null, language = null, picture = null
         where id = $1",
        [person.uuid()]
    )
}

pub(crate) async fn setting(from: &mut impl Reads, name: &str) -> Result<Option<String>> {
    let row = fetch_optional!(from, (String,), "select value from setting where name = $1", [name])?;
    Ok(row.map(|(value,)| value))
}

pub(crate) async fn two_settings(
    from: &mut impl Reads,
    first: &str,
    second: &str,
) -> Result<(Option<String>, Option<String>)> {
    let row = fetch_optional!(
        from,
        (Option<String>, Option<String>),
        "select (select value from setting where name = $1), (select value from setting where name = $2)",
        [first, second]
    )?;
    Ok(row.unwrap_or_default())
}

pub(crate) async fn put_setting(tx: &mut Tx, name: &str, value: &str) -> Result<()> {
    execute!(
        tx,
        "insert into setting (name, value) values ($1, $2)
         on conflict (name) do update set value = excluded.value",
        [name, value]
    )
}

pub(crate) async fn insert_session(
    tx: &mut Tx,
    id: Uuid,
    secret: &str,
    person: PersonId,
    device: &str,
    ends_at: Time,
) -> Result<()> {
    let at = tx.at().micros();
    execute!(tx, "delete from session where ends_at < $1", [at])?;
    execute!(
        tx,
        "insert into session (id, secret, person_id, device, made_at, ends_at)
         values ($1, $2, $3, $4, $5, $6)",
        [id, secret, person.uuid(), device, at, ends_at.micros()]
    )
}

#[derive(sqlx::FromRow)]
struct CallerRow {
    #[sqlx(flatten)]
    person: Row,
    session_id: Option<Uuid>,
    house_language: Option<String>,
}

impl From<CallerRow> for Caller {
    fn from(row: CallerRow) -> Self {
        let (person, house) = (Person::from(row.person), row.house_language.as_deref());
        let locale = person.language.unwrap_or_else(|| language_of(house));
        Caller { person, session: row.session_id, locale }
    }
}

pub(crate) async fn find_session(from: &mut impl Reads, secret: &str, now: Time) -> Result<Option<Caller>> {
    let row = fetch_optional!(
        from,
        CallerRow,
        "select person.id, person.name, person.role, person.language, person.picture,
           session.id as session_id, (select value from setting where name = $3) as house_language
         from session join person on person.id = session.person_id and person.deactivated_at is null
         where session.secret = $1 and session.ends_at > $2",
        [secret, now.micros(), LANGUAGE]
    )?;
    Ok(row.map(Caller::from))
}

pub(crate) async fn sessions_of(from: &mut impl Reads, person: PersonId, now: Time) -> Result<Vec<Session>> {
    fetch_all!(
        from,
        Session,
        "select id, device, made_at from session where person_id = $1 and ends_at > $2
         order by made_at desc limit $3",
        [person.uuid(), now.micros(), limits::LIST_LENGTH_MAX_ROWS]
    )
}

pub(crate) async fn remove_session(tx: &mut Tx, person: PersonId, session: Uuid) -> Result<()> {
    execute!(tx, "delete from session where person_id = $1 and id = $2", [person.uuid(), session])
}

pub(crate) async fn remove_sessions(tx: &mut Tx, person: PersonId, except: Option<Uuid>) -> Result<()> {
    let except = except.unwrap_or_default();
    execute!(tx, "delete from session where person_id = $1 and id <> $2", [person.uuid(), except])
}

pub(crate) async fn insert_token(
    tx: &mut Tx,
    id: Uuid,
    secret: &str,
    person: PersonId,
    name: &str,
) -> Result<()> {
    let at = tx.at().micros();
    execute!(
        tx,
        "insert into token (id, secret, person_id, name, made_at) values ($1, $2, $3, $4, $5)",
        [id, secret, person.uuid(), name, at]
    )
}

pub(crate) async fn find_token(from: &mut impl Reads, secret: &str) -> Result<Option<Caller>> {
    let row = fetch_optional!(
        from,
        CallerRow,
        "select person.id, person.name, person.role, person.language, person.picture,
           cast(null as uuid) as session_id,
           (select value from setting where name = $2) as house_language
         from token join person on person.id = token.person_id and person.deactivated_at is null
         where token.secret = $1",
        [secret, LANGUAGE]
    )?;
    Ok(row.map(Caller::from))
}

pub(crate) async fn tokens_of(from: &mut impl Reads, person: PersonId) -> Result<Vec<Token>> {
    fetch_all!(
        from,
        Token,
        "select id, name, made_at from token where person_id = $1 order by made_at desc limit $2",
        [person.uuid(), limits::LIST_LENGTH_MAX_ROWS]
    )
}

pub(crate) async fn remove_token(tx: &mut Tx, person: PersonId, token: Uuid) -> Result<()> {
    execute!(tx, "delete from token where person_id = $1 and id = $2", [person.uuid(), token])
}

pub(crate) async fn stands(
    from: &mut impl Reads,
    person: PersonId,
    session: Option<Uuid>,
    now: Time,
) -> Result<bool> {
    let needed = i64::from(session.is_some());
    let row = fetch_optional!(
        from,
        (Uuid,),
        "select person.id from person
         where person.id = $1 and person.deactivated_at is null and person.role <> 'visitor'
           and ($3 = 0 or exists (select 1 from session
             where session.id = $2 and session.person_id = person.id and session.ends_at > $4))",
        [person.uuid(), session.unwrap_or_default(), needed, now.micros()]
    )?;
    Ok(row.is_some())
}

pub(crate) async fn remove_tokens(tx: &mut Tx, person: PersonId) -> Result<()> {
    execute!(tx, "delete from token where person_id = $1", [person.uuid()])
}
