//! All SQL about polls and votes. A vote is read as a number, or beside its name where the poll says so.

use std::collections::HashMap;

use access::Person;
use database::{Reads, Tx, execute, fetch_all, fetch_optional, id_list};
use kernel::Result;
use kernel::clock::Time;
use kernel::ids::{PersonId, Uuid};

use super::poll::{Ballot, Choice, OPTIONS_MAX, Poll};

/// Options of all polls of a list.
const OPTIONS_MAX_ROWS: i64 = 400 * OPTIONS_MAX as i64;

/// Names beside the options of all polls of a list.
const NAMES_MAX_ROWS: i64 = 2_000;

#[derive(sqlx::FromRow)]
struct Row {
    post_id: Uuid,
    multiple: i64,
    named: i64,
    closes_at: Option<i64>,
    voters: i64,
    option_id: Uuid,
    text: String,
    votes: i64,
    mine: i64,
}

/// The polls of these posts, as this person sees them.
pub(crate) async fn of(
    from: &mut impl Reads,
    person: &Person,
    posts: &[Uuid],
) -> Result<HashMap<Uuid, Poll>> {
    let rows = fetch_all!(
        from,
        Row,
        sqlite: "select poll.post_id, poll.multiple, poll.named, poll.closes_at,
             (select count(distinct person_id) from poll_vote where post_id = poll.post_id) as voters,
             poll_option.id as option_id, poll_option.text,
             (select count(*) from poll_vote where option_id = poll_option.id) as votes,
             (select count(*) from poll_vote where option_id = poll_option.id and person_id = $2) as mine
           from poll join poll_option on poll_option.post_id = poll.post_id
           where poll.post_id in (select unhex(value) from json_each($1))
           order by poll.post_id, poll_option.position limit cast($3 as bigint)",
        postgres: "select poll.post_id, poll.multiple, poll.named, poll.closes_at,
             (select count(distinct person_id) from poll_vote where post_id = poll.post_id) as voters,
             poll_option.id as option_id, poll_option.text,
             (select count(*) from poll_vote where option_id = poll_option.id) as votes,
             (select count(*) from poll_vote where option_id = poll_option.id and person_id = $2) as mine
           from poll join poll_option on poll_option.post_id = poll.post_id
           where poll.post_id in
             (select cast(value as uuid) from json_array_elements_text(cast($1 as json)))
           order by poll.post_id, poll_option.position limit $3",
        [id_list(posts), person.id.uuid(), OPTIONS_MAX_ROWS]
    )?;
    let mut polls: HashMap<Uuid, Poll> = HashMap::new();
    for row in rows {
        let poll = polls.entry(row.post_id).or_insert_with(|| Poll {
            multiple: row.multiple == 1,
            named: row.named == 1,
            closes_at: row.closes_at,
            choices: Vec::new(),
            voters: row.voters,
        });
        let (id, text, votes, mine) = (row.option_id, row.text, row.votes, row.mine == 1);
        poll.choices.push(Choice { id, text, votes, mine, names: Vec::new() });
    }
    if polls.values().any(|it| it.named && it.voters > 0) {
        let named: Vec<Uuid> = polls.iter().filter(|(_, it)| it.named).map(|(id, _)| *id).collect();
        let mut names = names(from, &named).await?;
        for choice in polls.values_mut().flat_map(|it| &mut it.choices) {
            choice.names = names.remove(&choice.id).unwrap_or_default();
        }
    }
    Ok(polls)
}

/// Who chose what in these polls, whose votes are named.
async fn names(from: &mut impl Reads, posts: &[Uuid]) -> Result<HashMap<Uuid, Vec<String>>> {
    let rows = fetch_all!(
        from,
        (Uuid, String),
        sqlite: "select poll_vote.option_id, person.name from poll_vote
           join poll on poll.post_id = poll_vote.post_id and poll.named = 1
           join person on person.id = poll_vote.person_id and person.name <> ''
           where poll_vote.post_id in (select unhex(value) from json_each($1))
           order by lower(person.name), person.id limit cast($2 as bigint)",
        postgres: "select poll_vote.option_id, person.name from poll_vote
           join poll on poll.post_id = poll_vote.post_id and poll.named = 1
           join person on person.id = poll_vote.person_id and person.name <> ''
           where poll_vote.post_id in
             (select cast(value as uuid) from json_array_elements_text(cast($1 as json)))
           order by lower(person.name), person.id limit $2",
        [id_list(posts), NAMES_MAX_ROWS]
    )?;
    let mut names: HashMap<Uuid, Vec<String>> = HashMap::new();
    for (option, name) in rows {
        names.entry(option).or_default().push(name);
    }
    Ok(names)
}

pub(crate) async fn is_there(from: &mut impl Reads, post: Uuid) -> Result<bool> {
    let row = fetch_optional!(from, (i64,), "select multiple from poll where post_id = $1", [post])?;
    Ok(row.is_some())
}

pub(crate) async fn insert(tx: &mut Tx, post: Uuid, ballot: &Ballot) -> Result<()> {
    execute!(
        tx,
        "insert into poll (post_id, multiple, named, closes_at) values ($1, $2, $3, $4)",
        [post, i64::from(ballot.multiple), i64::from(ballot.named), ballot.closes_at.map(Time::micros)]
    )?;
    for (position, text) in (1_i64..).zip(&ballot.options) {
        execute!(
            tx,
            "insert into poll_option (id, post_id, position, text) values ($1, $2, $3, $4)",
            [Uuid::now_v7(), post, position, text]
        )?;
    }
    Ok(())
}

/// Instead of whatever she chose before. The row of the poll is held meanwhile: two votes of one person at
/// the same moment come one after the other.
pub(crate) async fn replace(tx: &mut Tx, post: Uuid, person: PersonId, chosen: &[Uuid]) -> Result<()> {
    execute!(tx, "update poll set multiple = multiple where post_id = $1", [post])?;
    execute!(tx, "delete from poll_vote where post_id = $1 and person_id = $2", [post, person.uuid()])?;
    for option in chosen {
        execute!(
            tx,
            "insert into poll_vote (post_id, person_id, option_id) values ($1, $2, $3)",
            [post, person.uuid(), option]
        )?;
    }
    Ok(())
}
