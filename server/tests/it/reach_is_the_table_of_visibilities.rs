//! Whatever people do with spaces and memberships, they reach what the design's table says, and nothing else.

use access::{CompanyRole, Level, Person, Visibility, may, people, spaces};
use database::{Tx, fetch_optional};
use kernel::ids::SpaceId;
use kernel::{Error, Result};
use proptest::prelude::{ProptestConfig as Config, Strategy, any};
use proptest::{sample::select, test_runner::TestRunner};
use tokio::{runtime::Handle, task::block_in_place};

use crate::house::{House, none, on_each_engine};

/// The table of the design, word for word. It does not ask `access`, which keeps it in SQL.
fn expected(visibility: Visibility, role: CompanyRole, membership: Option<Level>) -> Option<Level> {
    match (visibility, role) {
        _ if membership.is_some() => membership,
        // Reads, and may join as a writer.
        (Visibility::Public | Visibility::Internal, CompanyRole::Member | CompanyRole::Admin) => {
            Some(Level::Writer)
        }
        (Visibility::Public, _) => Some(Level::Reader),
        (Visibility::Internal | Visibility::Private | Visibility::Customers, _) => None,
    }
}

/// Whom a space must never hold, whatever is done to it.
fn misplaced(visibility: Visibility, role: CompanyRole) -> bool {
    match role {
        CompanyRole::Admin | CompanyRole::Member => false,
        CompanyRole::Guest => visibility == Visibility::Internal,
        CompanyRole::Customer => matches!(visibility, Visibility::Internal | Visibility::Private),
        CompanyRole::Visitor => true,
    }
}

/// What is done, and by whom or where, as numbers of people and spaces; with what, if it needs something.
type Act = (u8, usize, usize, CompanyRole, Visibility, Level);

fn acts() -> impl Strategy<Value = Vec<Act>> {
    use {CompanyRole::*, Level::*, Visibility::*};
    let role = select(&[Admin, Member, Guest, Customer]);
    let visibility = select(&[Public, Internal, Private, Customers]);
    let act = (0..7_u8, any::<usize>(), any::<usize>(), role, visibility, select(&[Reader, Writer, Owner]));
    proptest::collection::vec(act, 0..40)
}

/// Everybody, and every space with whoever opened it and its visibility.
struct Lives(Vec<Person>, Vec<(SpaceId, Person, Visibility)>);

impl Lives {
    /// Errors: what the rules refuse; it simply does not happen.
    async fn act(&mut self, mut tx: Tx, (kind, one, two, role, visibility, level): Act) -> Result<()> {
        let Lives(everybody, all) = self;
        let (number, place) = (one % everybody.len(), two % all.len());
        let (person, (space, owner, _)) = (everybody[number].clone(), all[place].clone());
        match kind {
            0 => everybody.push(add(&mut tx, role).await?),
            1 => all.push((spaces::open(&mut tx, &person, "Room", visibility).await?, person, visibility)),
            2 => drop(may::write(&mut tx, &person, &space.into()).await?),
            3 => spaces::admit(&mut tx, &owner, space, &person, level).await?,
            4 => spaces::dismiss(&mut tx, &owner, space, person.id).await?,
            5 => {
                spaces::show_to(&mut tx, &owner, space, visibility).await?;
                all[place].2 = visibility;
            }
            _ => {
                people::erase(&mut tx, person.id).await?;
                everybody[number].role = CompanyRole::Visitor;
            }
        }
        tx.commit().await
    }
}

async fn add(tx: &mut Tx, role: CompanyRole) -> Result<Person> {
    let email = format!("{}@example.org", kernel::ids::Uuid::now_v7());
    people::add(tx, "Somebody", &email, role).await
}

async fn check(house: &House, acts: &[Act]) -> Result<()> {
    let mut tx = house.database.begin().await?;
    let first = add(&mut tx, CompanyRole::Member).await?;
    let space = spaces::open(&mut tx, &first, "Room", Visibility::Private).await?;
    tx.commit().await?;
    let mut lives = Lives(vec![Person::nobody(), first.clone()], vec![(space, first, Visibility::Private)]);
    for act in acts {
        let outcome = lives.act(house.database.begin().await?, *act).await;
        assert!(!matches!(outcome, Err(Error::Unexpected(_))), "{outcome:?}");
    }
    let mut reader = house.database.read().await?;
    for (person, (space, _, visibility)) in
        lives.0.iter().flat_map(|it| lives.1.iter().map(move |space| (it, space)))
    {
        let membership = fetch_optional!(
            &mut reader,
            (Level,),
            "select level from membership where person_id = $1 and space_id = $2",
            [person.id.uuid(), space.uuid()]
        )?;
        let membership = membership.map(|(level,)| level);
        let seen = may::read(&mut reader, person, &(*space).into()).await.ok().map(|seen| seen.level);
        assert_eq!(seen, expected(*visibility, person.role, membership), "{person:?} in {visibility:?}");
        assert!(membership.is_none() || !misplaced(*visibility, person.role), "{person:?} in {visibility:?}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_people_do_they_reach_what_the_table_of_visibilities_says() {
    on_each_engine(none, async |house| {
        let one = |acts: Vec<Act>| {
            block_in_place(|| Handle::current().block_on(check(&house, &acts))).unwrap();
            Ok(())
        };
        TestRunner::new(Config::with_cases(48)).run(&acts(), one).unwrap();
    })
    .await;
}
